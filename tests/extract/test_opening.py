"""What stands between headline and text in a box or a line of its own, and what sellers, readers and writers put below it. All of own writing."""

import pytest

from qnews_scraper import restore
from qnews_scraper.extract.credits import credits_of, is_credits
from tests.extract.pages import lines_of

TEXT = (
    "渡口的老钟停了两年，上周有人把它取下来，擦净了齿轮，又挂回候船室的墙上，走得比船还准。",
    "修钟的人姓郝，在江边摆了三十年修表摊。他说钟没有坏，只是没有人上弦，潮气把发条粘住了。",
    "管理站打算请他教两个年轻人上弦，以后每逢初一由他们轮流来，顺便把门口的温度计也换一支。",
    "等船的人如今一进门先看钟，再看水位牌，最后才去看墙上那张发黄的时刻表，说它也该换一换了。",
)


def text_of(above: str = "", below: str = "", inside: str = "", end: str = "", row: str = "<div>2020-03-04 10:20 来源：江湾网</div>") -> list[str]:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    return lines_of(f"<div class=l><h1>渡口的老钟又走了</h1>{row}{above}<div class=c>{inside}{body}{end}</div>{below}</div>", "渡口的老钟又走了_江湾网")


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<div class=s>核心提示：修钟的人说，钟没有坏。</div>", id="short"),
        pytest.param("<div>摘要: 渡口的老钟停了两年，上周有人把它取下来。</div>", id="what the text begins with"),
        pytest.param("<div class=d><p>【导读】钟没有坏，只是没有人上弦。</p></div>", id="a label in brackets"),
        pytest.param("<div class=d><h3>摘要</h3><p>钟没有坏，只是没有人上弦。</p></div>", id="a heading of its own"),
        pytest.param("<div>内容提要：渡口的老钟停了两年，上周有人把它取下来，擦净了齿轮，又挂回候船室的墙上。修钟的人姓郝，在江边摆了三十年修表摊。</div>", id="long, and said again"),
    ],
)
def test_an_abstract_in_a_box_is_no_part_of_the_text(box: str) -> None:
    assert text_of(box) == list(TEXT)


def test_an_abstract_that_tells_more_than_the_text_is_its_lead() -> None:
    told = "摘要：江湾今年要修的不止一口钟，还有三座渡口的栈桥、两处水位牌和一条通到小学的石阶，前后花费六十多万元，村里出工，县里出料。"
    assert text_of(f"<div>{told}</div>") == [told, *TEXT]


def test_an_abstract_set_as_the_paragraphs_are_is_the_first_of_them() -> None:
    assert text_of(inside="<p>导读：修钟的人说，钟没有坏。</p>")[0] == "导读：修钟的人说，钟没有坏。"


def test_a_card_above_the_credits_is_no_part_of_the_text() -> None:
    assert text_of("<p>郝长生｜江边修表三十年，现在是渡口的义务上弦人</p><p>採訪／葛一川（校報記者）　攝影／傅思珩　責任編輯／倪朝</p>") == list(TEXT)


def test_a_sentence_above_the_credits_is_a_part_of_it() -> None:
    first = "郝长生在江边修了三十年的表。"
    assert text_of(f"<p>{first}</p><p>采访／葛一川　摄影／傅思珩</p>")[0] == first


def test_two_names_alone_below_the_headline_are_no_part_of_the_text() -> None:
    assert text_of(inside="<p>傅思珩 葛一川</p>", row="") == list(TEXT)
    assert text_of(inside="<p>江水东流，傅思珩 葛一川</p>", row="") != list(TEXT)


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<div class=x><h3>推荐企业：江湾某某钟表有限公司</h3><p>本公司专业生产塔钟二十年，现货供应，免费上门安装，欢迎新老客户来电咨询。</p></div>", id="sellers"),
        pytest.param("<div class=x><h3>大家都在说</h3><p>江边的猫：小时候天天听它报时，如今又听见了，真好。</p><p>楼下小陈：哪里能修座钟？家里也有一口停了的。</p></div>", id="readers"),
        pytest.param("<div class=cmt_box><b>网友说</b><dl><dt>江湾网友 2020-03-05 11:20:33</dt><dd>这口钟确实老了，就是声音太小，希望能再装一只铃，让对岸的人也听得见。</dd></dl></div>", id="comments by their class"),
        pytest.param("<div class=side><h3>本周热门</h3><p>栈桥封闭检修，渡船改停下游码头，早晚各加一班，票价不变。</p></div>", id="a side column"),
        pytest.param("<div class=adbox>江湾钟表行，三十年老店，修钟修表，上门取送，当天可取。</div>", id="a box of advertising"),
        pytest.param("<div class=author-card><b>葛一川</b><p>葛一川是江湾网的记者，写船，也写船上的人。</p></div>", id="a card of the writer"),
    ],
)
def test_boxes_below_the_text_are_no_part_of_it(box: str) -> None:
    assert text_of(below=box) == list(TEXT)


def test_a_box_of_that_kind_is_text_where_the_text_speaks_of_it() -> None:
    told = "推荐的企业一共三家，江湾镇去年只有一家，修钟的铺子也算在里面。"
    assert text_of(below=f"<div class=x><p>{told}</p></div>")[-1] == told


@pytest.mark.parametrize(
    ("last", "is_kept"),
    [
        ("作者是江湾的自由撰稿人", False),
        ("本文作者为江海大学教授，曾任渡口管理站顾问", False),
        ("本文译自《渡口评论》2016年春季号，经授权发表。", False),
        ("Additional illustrations by the Graphics Desk", False),
        ("相关条目：渡口候船室 江湾石阶", False),
        ("作者是谁，没有人说得上来。", True),
        ("本文译自钟面的指针，谁也读不快。", True),
    ],
)
def test_a_last_line_about_who_wrote_it_is_no_part_of_the_text(last: str, is_kept: bool) -> None:
    assert (text_of(end=f"<p>{last}</p>") != list(TEXT)) is is_kept


def test_a_value_in_brackets_is_a_part_of_the_credit() -> None:
    assert is_credits("採訪／葛一川（中文四） 攝影／傅思珩")
    assert is_credits("文．葛一川 圖．傅思珩 英譯．Nina George")
    assert not is_credits("採訪／葛一川（中文四）在渡口等船")


def test_a_dot_behind_a_word_that_labels_may_be_in_a_name() -> None:
    assert [credit.names for credit in credits_of("文·森特的信，图·洛雷斯的画")] == []
    assert [credit.names for credit in credits_of("文‧葛一川 圖‧傅思珩")] == ["葛一川"]


def test_a_show_of_slides_with_its_controls_in_one_line_is_no_article() -> None:
    row = "".join(f"<a href=/s/{n}.htm><img src=/t{n}.jpg></a>" for n in range(12))
    page = f"<html><head><title>组图：渡口的钟_江湾图库(3)</title></head><body><h1>组图：渡口的钟(3/12)</h1><div>按键盘← →翻页，双击看大 | <a href=/y>查看原图</a> | <a href=/h>幻灯播放</a> | <a href=/l>返回列表</a></div><div><img src=/3.jpg></div><div>{row}</div><div>上一图集：栈桥 下一图集：石阶</div></body></html>"
    assert restore(page).rejected.startswith("gallery")
