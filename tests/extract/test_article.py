"""Whole pages of own writing: body, title, section, and pages that are no article."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qnews_scraper import restore
from qnews_scraper.extract import Fields, extract
from qnews_scraper.options import Hints, Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse

TITLE = "山村小学迎来新操场"
PARAGRAPHS = [
    "9月的第一天，红旗乡中心小学的孩子们在崭新的操场上举行了升旗仪式。这是该校建校六十年来第一块塑胶操场。",
    "过去，孩子们的体育课只能在泥地上进行。“一下雨，跑几步鞋就粘满了泥。”五年级学生小梅说。",
    "一砖一瓦来之不易",
    "校长介绍，操场从立项到完工历时两年，资金由县里拨款和乡亲们捐助两部分组成，其中捐款最少的只有五元钱。",
    "施工队长老周就是本村人。他没有要一分钱工钱，只提了一个要求：等操场建好，让他的孙子跑第一圈。",
]
FULL = [p for p in PARAGRAPHS if p[-1] in "。"]
LONG = "第{}座水库的管理人员说，今年汛期来得早，雨量也比往年多了三成，他们从五月起就日夜轮班，把上下游的水位一一记在本子上，再用电话报到县里。村民们起初不以为意，直到下游的老桥被水没过，才明白这些数字的用处。如今汛期已过，坝上的灯仍旧亮着，值班的人换了一茬又一茬，本子也已经写满了七本，都锁在值班室的铁柜里。"
LEGAL = "凡本网注明“来源：青山网”的所有作品，版权均属于青山网，未经本网授权不得转载、摘编或利用其他方式使用上述作品，违者本网将依法追究责任。"


def run(text: str, url: str = "", options: Options | None = None, status: int = 200) -> Fields:
    return extract(parse(text), Page(url=url, text=text, status=status), options or Options())


def page(body: str, title: str = f"{TITLE}_教育_青山网", extra: str = "") -> str:
    return (
        f"<html><head><title>{title}</title></head><body><div class=top><a href=/>首页</a><a href=/n>新闻</a><a href=/j>教育</a></div><div class=path>您的位置：<a href=/>首页</a> &gt; <a href=/n>新闻</a> &gt; <a href=/j>教育</a> &gt; 正文</div>"
        f"{body}<div class=foot><p>{LEGAL}</p><p>Copyright © 2001-2020 青山网 版权所有</p></div>{extra}</body></html>"
    )


def paragraphs(mark: str = "<p>{}</p>") -> str:
    return "".join(mark.format(p) for p in PARAGRAPHS)


ENDS = "<p>（责任编辑：王一）</p><p>相关新闻</p><ul><li><a href=1>乡村教师二十年</a><li><a href=2>一碗热饭</a></ul><p>分享到：微博 微信</p>"

FORMS = {
    "paragraphs": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=c>{paragraphs()}{ENDS}</div>"),
    "breaks": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=c>{paragraphs('　　{}<br><br>')}<br>（责任编辑：王一）</div>"),
    "indents only": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div>{paragraphs('　　{} ').replace('不易 ', '不易<br>')}</div>"),
    "layout tables": page(f"<table><tr><td><table><tr><td align=center><b>{TITLE}</b></td></tr><tr><td>2019-09-02 08:00 来源：青山网</td></tr><tr><td>{paragraphs('&nbsp;&nbsp;{}<br>')}</td></tr></table></td><td><a href=1>热点一</a><br><a href=2>热点二</a></td></tr></table>"),
    "two containers": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=a><div class=part><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div><div class=ad><a href=x>广告</a></div><div class=part>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS[2:])}</div></div>"),
    "captions apart": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div><p>{PARAGRAPHS[0]}</p><p><img src=/a.jpg width=500></p><p>孩子们在新操场上。王一 摄</p>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS[1:])}</div>"),
    "comments larger than the body": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=c>{paragraphs()}</div><div class=comments>" + "<div class=comment><p>这篇报道写得真好，让我想起了自己小时候在泥地上跑步的日子，感谢记者的辛苦采访。</p></div>" * 20 + "</div>"),
    "teasers larger than the body": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=c>{paragraphs()}</div><div>" + "".join(f"<div><h3><a href=/{i}>另一则新闻的标题第{i}号</a></h3><p>这里是另一则新闻的摘要，写了大约三四十个字，让读者愿意点进去看一看全文。</p></div>" for i in range(20)) + "</div>"),
    "a feed with long summaries": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div>{paragraphs()}</div><div>其他人也在看</div><div>" + "".join(f"<div><div>青山网·{i} 天前</div><div><a href=/{i}>另一则新闻的标题第{i}号</a></div><div>{LONG.format(i)}</div></div>" for i in range(9)) + "</div>"),
}  # fmt: skip


def test_a_round_up_whose_parts_lead_elsewhere_is_the_article_itself() -> None:
    parts = "".join(f"<div><div><a href=/r/{i}>{i}号水库今年的汛期</a></div><div>{LONG.format(i)}</div></div>" for i in range(4))
    fields = run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=c><p>本报记者走访了四座水库。</p>{parts}</div>"))
    assert all(LONG.format(i) in fields.text for i in range(4))


@pytest.mark.parametrize("form", FORMS)
def test_same_article_from_every_form(form: str) -> None:
    fields = run(FORMS[form])
    assert fields.title == TITLE
    assert fields.text.split("\n") == PARAGRAPHS
    assert (fields.date_published, fields.source, fields.section, fields.language) == ("2019-09-02T08:00:00+08:00", "青山网", "新闻 / 教育", "zh-Hans")
    assert fields.rejected == ""


def test_caption_stays_with_its_image() -> None:
    fields = run(FORMS["captions apart"], url="http://www.example.cn/1.html")
    assert (fields.images, fields.image_captions) == ("http://www.example.cn/a.jpg", "孩子们在新操场上。王一 摄")


def test_dump() -> None:
    text = "\n\n".join(["青山网", "您当前位置: 新闻>>《教育周刊》>>", TITLE, "2019-09-02 08:00:00 青山网", *(f"    {p}" for p in PARAGRAPHS), "（责任编辑：）", "最新评论", "声明：", LEGAL, "图片新闻", "• 秋收时节", "• 老街新貌"])
    fields = run(text)
    assert (fields.title, fields.date_published, fields.source, fields.section) == (TITLE, "2019-09-02T08:00:00+08:00", "青山网", "新闻 / 《教育周刊》")
    assert fields.text.split("\n") == PARAGRAPHS


POST = "<article class='postbox'><h2>另一篇</h2><p>另一篇文章的正文，说的是别的事情，篇幅还比这一篇长。</p></article>"

APART = {
    "other articles beside the headline's own": page(f"<div id=list><article><h1>{TITLE}</h1><div>2019-09-02 08:00</div>{paragraphs()}</article>{POST * 9}</div>"),
    "a body that its name calls a side bar, and boxes in it": page(
        f"<div class=sidebar-page><h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c><p>{PARAGRAPHS[0]}</p><div class='emailSignup'><p>每天早上把新闻送到您的信箱，请在下面留下您的地址。</p></div>"
        + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:]) + "</div></div>"
    ),
    "an opinion page named after its section, and its readers' comments": page(f"<div class='comment-page'><h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c>{paragraphs()}</div><div class=comments><p>写得好，说出了我们的心里话，希望乡村学校越来越好。</p></div></div>"),
    "a copy of the text behind a fold": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c>{paragraphs()}</div><div class=c style='display:none'>{paragraphs()}</div>"),
    "a recommended article longer than the body": page(f"<div class=main><div><h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c>{paragraphs()}</div></div><div class='c recommend'>{'<p>推荐的另一篇长文，一段又一段，说的全是别的事情，比这一篇还要长得多。</p>' * 30}</div></div>"),
    "labels and dated titles after the text": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c>{paragraphs()}<div><div>精选</div><div>往日长河</div></div><div><div>2019-08-30</div><div>城北书店</div></div><h4>大家都在说什么</h4></div>"),
    "an invitation between paragraphs": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS[:4])}<p><a href=/app>关注我们的微信公众号</a></p><p>{PARAGRAPHS[4]}</p></div>"),
    "advertisements between paragraphs": page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c>{'<div>广告</div>'.join(f'<p>{p}</p>' for p in PARAGRAPHS)}</div>"),
}  # fmt: skip


@pytest.mark.parametrize("kind", APART)
def test_what_is_not_the_article_stays_out_of_it(kind: str) -> None:
    fields = run(APART[kind])
    assert fields.title == TITLE
    assert fields.text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize("style", ["opacity:0", "visibility:hidden", "display:none"])
def test_a_page_that_hides_itself_until_its_scripts_have_run(style: str) -> None:
    article = restore(FORMS["paragraphs"].replace("<body>", f'<body style="{style}">')).article
    assert article is not None
    assert article.text.split("\n") == PARAGRAPHS


def test_layers_that_lie_under_each_other() -> None:
    layers = "<div style='position:absolute;z-index:-1'>一层</div>" * 1500
    article = restore(FORMS["paragraphs"].replace("</body>", f"{layers}</body>")).article
    assert article is not None
    assert article.text.split("\n") == PARAGRAPHS


def test_a_promotion_above_the_text_is_no_part_of_it() -> None:
    box = "<div class=box><p><strong>安装青山客户端第一时间接收最全面的资讯→【<a href=/app>下载地址</a>】</strong></p></div>"
    fields = run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=a>{box}<div class=c>{paragraphs()}</div></div>"))
    assert fields.text.split("\n") == PARAGRAPHS
    # the same words in the article's own block are its own
    own = "孩子们说，要下载客户端把照片发给<a href=/w>在外打工的父母</a>看，让他们也高兴高兴。"
    assert run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=c><p>{own}</p>{paragraphs()}</div>")).text.split("\n")[1:] == PARAGRAPHS


def test_a_text_of_short_lines_begins_where_it_begins() -> None:
    lines = ["下周一，", "青山公路就要封闭施工，", "5月20日至31日，", "青山枢纽至长桥枢纽段，", *PARAGRAPHS]
    told = "5月20日至31日，青山公路长桥枢纽段封闭！"
    fields = run(page(f"<h2>{told}</h2><div>2019-05-17 来源：青山网</div><div class=c>{''.join(f'<p>{line}</p>' for line in lines)}</div>", f"{told}_青山网"))
    assert fields.title == told
    assert fields.text.split("\n") == lines


def test_a_table_of_results_is_part_of_the_body() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>第{n}小学</td><td>{90 - n}</td></tr>" for n in range(1, 9))
    text = run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS[:3])}<table>{rows}</table>{''.join(f'<p>{p}</p>' for p in PARAGRAPHS[3:])}</div>")).text
    assert "第5小学" in text
    assert [line for line in text.split("\n") if line in PARAGRAPHS] == PARAGRAPHS


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n　　", "\r\n　　"])
def test_preformatted(between: str) -> None:
    assert run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><pre>{between}{between.join(FULL)}</pre>")).text.split("\n") == FULL


def test_preformatted_and_wrapped() -> None:
    wrapped = "".join("\n　　" + "\n".join(p[i : i + 20] for i in range(0, len(p), 20)) for p in FULL)
    assert run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><pre>{wrapped}</pre>")).text.split("\n") == FULL


def test_short_body() -> None:
    short = "昨日下午，市区普降小雨，气温下降六度。"
    fields = run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c><p>{short}</p></div>"))
    assert (fields.text, fields.rejected) == (short, "")


@pytest.mark.parametrize("around", ['<div id="comments"><p>%s</p></div>', '<ol class="comment-list"><li>%s</li></ol>', '<aside class="sidebar"><p>%s</p></aside>'])
def test_the_time_of_a_comment_is_not_the_pages(around: str) -> None:
    stamp = around % '阿峰 <time datetime="2022-04-01T10:00:00">上午10:00</time> 写得真好。'
    assert run(page(f"<h1>{TITLE}</h1><div class=c>{''.join(f'<p>{p}</p>' for p in FULL)}</div>{stamp}")).date_published == ""


def test_a_number_to_call_does_not_end_a_notice() -> None:
    items = ["一、操场每天早上六点开放，晚上九点关闭。", "二、进入操场须登记。", "三、居民发现违规行为，可以拨打监督举报电话：5550-2818反映。", "四、不得携带宠物入内。", "五、本公告自下月一日起施行。"]
    fields = run(page("<h1>关于操场开放的公告</h1><div>2019-09-02 08:00</div><div>" + "".join(f"<p>{p}</p>" for p in (*FULL[:1], *items)) + "</div>", "关于操场开放的公告_青山网"))
    assert fields.text.split("\n") == [*FULL[:1], *items]


@pytest.mark.parametrize("headline", ["操场抽检报告发布：三成样品不合格", "这样的“小作文”大赛，不办也罢", "山村小学迎来新操场"])
def test_a_headline_with_marks_above_the_dateline_of_a_dump(headline: str) -> None:
    fields = run("\n".join((headline, "2019-09-02 08:00 来源：青山网", *FULL)))
    assert (fields.title, fields.text.split("\n")) == (headline, FULL)


def test_a_notice_ends_in_its_signature_and_day() -> None:
    fields = run(page("<h1>关于操场开放的公告</h1><div>2019-09-02 08:00</div><div>" + "".join(f"<p>{p}</p>" for p in (*FULL, "红旗乡中心小学", "二〇一九年九月二日")) + "</div>", "关于操场开放的公告_青山网"))
    assert fields.text.split("\n")[-2:] == ["红旗乡中心小学", "二〇一九年九月二日"]


VERSES = ["新操场上起了风", "旗子飘起来", "孩子们跑过白线", "影子也跟着跑过", "老师数到一百", "没有人停下来", "铃声响的时候", "风还没有停"]


@pytest.mark.parametrize("between", ["<br>", "</p><p>"])
def test_a_poem_is_a_text(between: str) -> None:
    fields = run(f"<html><head><title>操场小诗 - 青山诗页</title></head><body><div><div class=t>操场小诗</div><p>{between.join(VERSES)}</p></div></body></html>")
    assert (fields.title, fields.text.split("\n"), fields.rejected) == ("操场小诗", VERSES, "")


@pytest.mark.parametrize("stanzas", [[VERSES], [VERSES[:4], VERSES[4:]]])
def test_a_poem_among_lists_of_links_is_a_text(stanzas: list[list[str]]) -> None:
    links = "<ul>" + "".join(f"<li><a href=/{i}>城东小学第{i}次运动会闭幕</a>05-{i}</li>" for i in range(10, 30)) + "</ul>"
    poem = "".join(f"<div>{'<br>'.join(stanza)}</div>" for stanza in stanzas)
    fields = run(f"<html><head><title>操场小诗-青山早报数字报</title></head><body>{links}<table><tr><td>操场小诗</td></tr><tr><td>本报记者 牧笛</td></tr><tr><td>{poem}</td></tr></table>{links}</body></html>")
    assert (fields.title, fields.text.split("\n"), fields.rejected) == ("操场小诗", VERSES, "")


def test_a_poem_below_its_headline_is_a_text_whatever_the_foot_of_the_page_says() -> None:
    menu = "<ul>" + "".join(f"<li><a href=/{name}/>{name}</a></li>" for name in ("首页", "诗歌", "散文", "小说", "评论", "书法", "摄影", "投稿")) + "</ul>"
    foot = "<p>Copyright © 2006-2019 青山诗社 版权所有 Powered by QingCMS</p><div>青山诗社法律顾问：青山县城东律师事务所</div>"
    fields = run(f"<html><head><title>操场小诗 | 青山诗社</title></head><body><div>青山诗社欢迎您的来访</div>{menu}<div><h1>操场小诗</h1><div>时间：2019-09-02 来源：青山诗社 作者：牧笛</div><div><p>{'<br>'.join(VERSES[:4])}</p><p>{'<br>'.join(VERSES[4:])}</p></div></div>{menu}{foot}</body></html>")
    assert (fields.title, fields.text.split("\n"), fields.rejected) == ("操场小诗", VERSES, "")


@pytest.mark.parametrize(
    "lines",
    [
        ["首页", "新闻", "教育", "体育", "财经", "汽车", "房产", "论坛", "专题", "视频"],  # a menu that a script works
        ["今日天气预报", "晴转多云微风", "返回上一级页面", "关闭本页窗口"],
        [f"<a href=/{v}>{v}</a>" for v in VERSES],
    ],
)
def test_short_lines_that_are_no_poem(lines: list[str]) -> None:
    assert run("<html><head><title>青山网</title></head><body><div>" + "".join(f"<div>{line}</div>" for line in lines) + "</div></body></html>").rejected


def test_notices_that_each_point_elsewhere_are_a_text() -> None:
    rows = [f"【招聘】城东第{i}家政公司急招护工五名，要求身体健康、有爱心，包吃住，可提供岗前免费培训和证书。" for i in "一二三四"]
    told = "".join(f"<tr><td>{row} <a href=http://www.a{i}.cn/>详细</a></td></tr>" for i, row in enumerate(rows))
    fields = run(f"<html><head><title>分类广告_青山日报</title></head><body><h1>分类广告</h1><table>{told}</table></body></html>")
    assert (fields.rejected, [row in fields.text for row in rows]) == ("", [True] * 4)


def test_a_poem_keeps_the_names_of_its_parts() -> None:
    parts = (("", "清晨的操场还没有人", "露水先跑了一圈", "旗杆站得很直", "影子替它弯着腰"), ("午后", "哨子吹了三声", "尘土跟着站起来", "跑道外面有一只鸡", "也学着弯下腰去"))
    told = "<br>".join(f"<br><b>{name}</b><br><br>{'<br>'.join(verses)}" if name else "<br>".join(verses) for name, *verses in parts)
    fields = run(f"<html><head><title>操场（外一首）-青山网</title></head><body><div>首页 投稿</div><div>操场（外一首）</div><div>作者：何大水</div><div class=n>{told}</div><div>技术支持：青山网络</div></body></html>")
    assert fields.text.split("\n") == [line for part in parts for line in part if line]


def test_a_poem_keeps_its_last_verses() -> None:
    verses = ["新操场上起了风", "旗子飘起来", "孩子们跑过", "我也跑过"]
    fields = run(page(f"<h1>操场小诗</h1><div>2019-09-02 08:00</div><div>{paragraphs()}<p>{'<br>'.join(verses)}</p></div><p>分享到：微博</p>", "操场小诗_青山网"))
    assert fields.text.split("\n") == [*PARAGRAPHS, *verses]


@pytest.mark.parametrize(
    "line",
    ["- END -", "顶 2031 踩 17 收藏 下载 分享", "（作者为独立研究员，本文不构成投资建议，据此操作，风险自担）", "*文章为作者独立观点，不代表青山网立场"],
)
def test_what_ends_a_page_is_no_part_of_the_text(line: str) -> None:
    assert run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00 来源：青山网</div><div>{paragraphs()}<p>{line}</p></div>")).text.split("\n") == PARAGRAPHS


def test_an_opening_that_ends_in_a_word_on_rights_is_part_of_the_text() -> None:
    opening = "各位读者早上好。今天从十二家媒体里挑出值得一读的报道，点击报名可读原文，观点不代表本站。"
    assert run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div><p>{opening}</p>{paragraphs()}</div>")).text.split("\n") == [opening, *PARAGRAPHS]


def test_news_about_rights_keeps_its_paragraphs() -> None:
    line = "法院认为，被告未经许可在网站上使用原告的照片，侵犯了原告的著作权，应当赔礼道歉并赔偿损失。"
    body = "".join(f"<p>{p}</p>" for p in (*PARAGRAPHS[:2], line, *PARAGRAPHS[3:]))
    assert line in run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div class=c>{body}</div>")).text


@pytest.mark.parametrize(
    ("told", "visible", "expected"),
    [
        ("山村小学迎来新操场_教育_青山网", "", TITLE),
        ("山村小学迎来新操场-青山网", "", TITLE),
        ("山村小学迎来新操场 | 青山日报", "", TITLE),
        ("山村小学迎来新操场--教育--青山网", "", TITLE),
        ("青山网：山村小学迎来新操场", "<h1>山村小学迎来新操场</h1>", TITLE),
        ("A-B队3-2取胜_体育_青山网", "<h1>A-B队3-2取胜</h1>", "A-B队3-2取胜"),
        ("山村小学迎来新操场（图）-青山网", "<h1>山村小学迎来新操场（图）</h1>", "山村小学迎来新操场（图）"),
    ],
)
def test_titles(told: str, visible: str, expected: str) -> None:
    assert run(page(f"{visible}<div>2019-09-02 08:00</div><div class=c>{paragraphs()}</div>", told)).title == expected


TITLES = [
    ("城东新桥通车-长桥网", "<h1>城东新桥通车</h1>", "城东新桥通车"),
    ("城东新桥通车 - 长桥网", "", "城东新桥通车"),
    ("城东新桥通车_长桥新闻_长桥网", "", "城东新桥通车"),
    ("城东新桥通车 市民步行过江只需五分钟-社会-长桥网", "", "城东新桥通车 市民步行过江只需五分钟"),
    ("长桥网-城东新桥通车", "<h2>城东新桥通车</h2>", "城东新桥通车"),
    ("长桥网_新闻频道_城东新桥通车", "<div class=title>城东新桥通车</div>", "城东新桥通车"),
    ("城东新桥通车——写在建桥三周年之际_长桥网", "", "城东新桥通车——写在建桥三周年之际"),
    ("城东新桥通车：市民步行过江只需五分钟_长桥网", "", "城东新桥通车：市民步行过江只需五分钟"),
    ("社评：城东新桥为何晚了三年_长桥网", "", "社评：城东新桥为何晚了三年"),
    ("2018-2019赛季收官 长桥队夺冠_体育_长桥网", "<h1>2018-2019赛季收官 长桥队夺冠</h1>", "2018-2019赛季收官 长桥队夺冠"),
    ("2018-2019赛季收官 长桥队夺冠-长桥网", "", "2018-2019赛季收官 长桥队夺冠"),
    ("长桥队3-2青田队_体育_长桥网", "", "长桥队3-2青田队"),
    ("【长桥晚报】城东新桥通车", "<h1>【长桥晚报】城东新桥通车</h1>", "【长桥晚报】城东新桥通车"),
    ("城东新桥通车(图)--长桥频道--长桥网", "", "城东新桥通车(图)"),
    ("城东新桥通车(组图)_长桥网", "<h1>城东新桥通车(组图)</h1>", "城东新桥通车(组图)"),
    ("城东新桥通车 > 社会 > 长桥网", "", "城东新桥通车"),
    ("城東新橋通車 | 社會 | 長橋日報", "", "城東新橋通車"),
    ("城東新橋通車 - Yahoo奇摩新聞", "<h1>城東新橋通車</h1>", "城東新橋通車"),
    ("城東新橋通車 - 社會 - 自由長橋電子報", "", "城東新橋通車"),
    ("城东新桥通车，今起免费通行 – 长桥日报", "", "城东新桥通车，今起免费通行"),
    ("城东新桥通车·长桥网", "", "城东新桥通车"),
    ("[社会]城东新桥通车-长桥网", "<h1>城东新桥通车</h1>", "城东新桥通车"),
    ("城东新桥通车", "<h1>城东新桥通车</h1>", "城东新桥通车"),
    ("城东新桥通车", "<h1>城东新桥通车</h1><h2>市民步行过江只需五分钟</h2>", "城东新桥通车"),
    ("城东新桥通车_长桥网", "<h3>民生工程</h3><h1>城东新桥通车</h1><h3>市民步行过江只需五分钟</h3>", "城东新桥通车"),
    ("长桥网", "<h1>城东新桥通车</h1>", "城东新桥通车"),
    ("新闻中心", "<div align=center><b><font size=5>城东新桥通车</font></b></div>", "城东新桥通车"),
    ("无标题文档", "<h1>城东新桥通车</h1>", "城东新桥通车"),
    ("", "<h1>城东新桥通车</h1>", "城东新桥通车"),
    ("教育--长桥网", "<h5>城东新桥通车三周年</h5>", "城东新桥通车三周年"),
    ("长桥晚报数字报-城东新桥通车", "<h1>城东新桥通车</h1>", "城东新桥通车"),
    ("城东新桥通车-国内频道-长桥网", "<h1 class=logo><a href=/>长桥网</a></h1><p class=bt>城东新桥通车</p>", "城东新桥通车"),
    ("城东新桥通车“五一”前开放-手机长桥网", "", "城东新桥通车“五一”前开放"),
    ("A股三大指数收涨 创业板涨2.1%_财经频道_长桥网", "", "A股三大指数收涨 创业板涨2.1%"),
    ("专访|城东新桥总设计师：一座桥的三年_长桥网", "<h1>专访|城东新桥总设计师：一座桥的三年</h1>", "专访|城东新桥总设计师：一座桥的三年"),
    ("专访|城东新桥总设计师：一座桥的三年_长桥网", "", "专访|城东新桥总设计师：一座桥的三年"),
    ("城东新桥通车_新浪长桥_新浪网", "", "城东新桥通车"),
    ("城东新桥通车 _ 东方财富网", "", "城东新桥通车"),
    ("城东新桥通车 - 正文", "<h1>城东新桥通车</h1>", "城东新桥通车"),
    ("正文_城东新桥通车_长桥网", "<h1>城东新桥通车</h1>", "城东新桥通车"),
]
"""<title>, what is visible above the dateline, the headline."""


@pytest.mark.parametrize(("told", "visible", "expected"), TITLES)
def test_the_headline_without_site_and_section(told: str, visible: str, expected: str) -> None:
    assert run(page(f"{visible}<div>2019-09-02 08:00 来源：青山网</div><div class=c>{paragraphs()}</div>", told)).title == expected


LINKS = "".join(f"<li><a href=/{i}.html>今日要闻第{i}条的标题写在这里</a></li>" for i in range(80))

NUMBERS = "<div>京ICP备15000000号</div>"

REJECTED = {
    "list page": [
        f"<html><head><title>青山网-教育</title></head><body><h2>教育</h2><ul>{LINKS}</ul></body></html>",
        page("".join(f"<div><h3><a href=/{i}>城东第{i}小学开学</a></h3><p>昨日上午，城东第{i}小学举行开学典礼，五百名新生走进校园。</p></div>" for i in range(30)), "教育新闻_青山网"),
        page("<div>共找到 20 条结果</div>" + "".join(f"<div><a href=/{i}>操场改造第{i}期完工</a><p>…第{i}期<em>操场</em>改造工程昨日完工…</p><span>2022-09-{i + 1:02d}</span></div>" for i in range(20)), "操场_搜索_青山网"),
        page("<h1>乡村教育</h1><p>共有 214 篇文章使用了这个标签</p>" + f"<h3><a href=/0>三个村合请一位老师</a></h3><p>{PARAGRAPHS[0]}</p><p>2018-06-11 来源：青山日报</p>" + "".join(f"<li><a href=/{i}>小学操场改造第{i}期完工</a> <i>2012-05-0{i} 09:00</i></li>" for i in range(1, 9)), "乡村教育 相关文章 - 青山网"),
        page("<h1>圖輯總覽</h1><p>以影像閱讀山城。點選圖片進入圖輯。</p><div>" + " ".join(f"<a href=/g/{i}><img src=/{i}.jpg> <span>山村小學操場改造第{i}期完工的一天</span></a>" for i in range(24)) + "</div>", "圖輯總覽｜青山影像"),
        page("<h1>作者：江一山</h1><p>本网教育记者，写过七年乡村学校的新闻，关心老师和孩子。</p>" + "".join(f"<li><a href=/{i}>小学操场改造第{i}期完工</a><i>2012-05-0{i} 09:00</i></li>" for i in range(1, 9)), "作者：江一山 - 青山网"),
        "<html><head><title>Index of /</title></head><body><h1>Index of /</h1><pre>" + "".join(f"<a href=f{i}>f{i}.txt</a> 2022-09-01 10:00 12K\n" for i in range(30)) + "</pre></body></html>",
    ],
    "search page": [
        page("<h2>操场</h2><div>找到约 1,284 条结果，用时 0.03 秒</div>" + "".join(f"<div><a href=/{i}>操场改造第{i}期完工</a><p>……第{i}期<em>操场</em>改造工程昨日完工，三千名师生受益……</p><span>2022-09-0{i}</span></div>" for i in range(1, 5)), "操场_搜索结果_青山网"),
    ],
    "comments page": [
        page("<h1>跟帖：" + TITLE + "</h1><p>共 48 条评论</p>" + "".join(f"<div><b>青山网友{i}</b><p>{p}</p><p>顶[{i * 7}] 回复</p></div>" for i, p in enumerate(PARAGRAPHS[:3])), f"跟帖：{TITLE}_评论中心"),
    ],
    "about page": [
        page("<h1>联系我们</h1><div>2019-09-02 08:00</div><p>地址：青山市学府路六号报业大楼九层</p><p>邮编：334000</p><p>投稿请写明姓名和单位，编辑部收到后十天之内答复。</p>", "联系我们-青山网"),
        page("<h1>报社简介</h1><p>青山日报是面向青山地区公开发行的综合性日报，现有员工三百二十人，设采访、编辑、摄影等十一个部门。</p><p>报社先后有六十余件作品获得新闻奖。</p>", "报社简介 - 青山日报"),
    ],
    "poll": [
        page("<h1>操场该不该开放</h1><div>2019-09-02 08:00</div><p>1. 您住在学校附近吗？（必选）</p><p>是</p><p>否</p><p>2. 您愿意在哪些时段使用操场？（多选）</p><p>清晨</p><p>傍晚</p><p>提交</p>", "操场该不该开放_调查_青山网"),
    ],
    "paywall": [
        page("<h1>订阅后继续阅读</h1><p>您本月的三篇免费文章已经读完。</p><p>月卡</p><p>18元</p><p>支付宝、银联卡付款后即可阅读全部内容，七天之内不满意可申请全额退款。</p>", "订阅后继续阅读 - 青山周刊"),
    ],
    "error page": [
        "<html><head><title>404 - 页面不存在</title></head><body><h1>抱歉，您访问的页面不存在</h1><a href=/>返回首页</a></body></html>",
        "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>",
        "<html><head><title>访问验证</title></head><body><p>您的访问过于频繁，请输入验证码后继续访问。</p></body></html>",
        "<html><head><title>正在跳转</title></head><body><p>页面正在跳转，请稍候……</p></body></html>",
    ],
    "feed": [
        "<?xml version='1.0' encoding='utf-8'?>\n<rss version='2.0'><channel><title>青山网教育</title>" + f"<item><title>{TITLE}</title><link>http://a.cn/1.html</link><description>{PARAGRAPHS[0]}</description></item>" * 5 + "</channel></rss>",
        f"<feed xmlns='http://www.w3.org/2005/Atom'><title>青山网</title><entry><title>{TITLE}</title><summary>{PARAGRAPHS[0]}</summary></entry></feed>",
        "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>" + "<url><loc>http://a.cn/1.html</loc></url>" * 30 + "</urlset>",
    ],
    "data": ['{"code": 0, "data": {"title": "' + TITLE + '", "content": "' + PARAGRAPHS[0] * 5 + '"}}'],
    "login page": [f"<html><head><title>用户登录</title></head><body><form><p>用户名</p><p>密码</p><p>登录</p><p>注册</p></form>{NUMBERS}</body></html>"],
    "gallery": ["<html><head><title>图集</title></head><body>" + "<a href=/b><img src=/i.jpg></a>" * 30 + f"<p>图集</p>{NUMBERS}</body></html>"],
    "no text": ["<html><head><title>青山网</title></head><body></body></html>", f"<html><head><title>视频：秋天</title></head><body><h1>视频：秋天</h1><p>播放 1203 次</p>{NUMBERS}</body></html>"],
}


@pytest.mark.parametrize("kind", REJECTED)
def test_pages_that_are_no_article_say_why(kind: str) -> None:
    assert [r for r in (run(text).rejected for text in REJECTED[kind]) if not r.startswith(f"{kind}: ")] == []


def test_an_article_about_errors_is_no_error_page() -> None:
    body = "".join(f"<p>{p}服务器错误404的提示让用户一头雾水，请重新登录，输入密码。</p>" for p in PARAGRAPHS)
    assert run(page(f"<h1>404错误为何频发</h1><div>2019-09-02 08:00</div><div>{body}</div>", "404错误为何频发_青山网")).rejected == ""


ROWS = "<ul>" + "".join(f"<li><a href=/{i}>小学操场改造第{i}期完工</a> <i>2012-05-0{i}</i></li>" for i in range(1, 9)) + "</ul>"


@pytest.mark.parametrize(
    ("told", "extra", "url"),
    [
        ("关于我们脚下的操场_青山网", "", ""),
        ("搜索结果为何总是广告_青山网", "<p>记者输入“操场”，找到约 1,284 条结果，其中一半是广告。</p>", "http://a.cn/1.html?from=search"),
        (f"{TITLE}_评论_青山网", "<p>热门评论</p><p>写得好</p><p>回复</p><p>说得对</p><p>回复</p>", ""),
        ("乡村小学的文章_青山网", ROWS, ""),
        ("订阅后继续阅读成难题_青山网", ROWS, ""),
    ],
)
def test_an_article_whose_title_sounds_like_another_page_is_an_article(told: str, extra: str, url: str) -> None:
    body = paragraphs() + "".join(f"<p>{LONG.format(i)}</p>" for i in range(3))
    assert run(page(f"<h1>{told.split('_')[0]}</h1><div>2019-09-02 08:00 来源：青山网</div><div class=c>{body}</div>{extra}", told), url).rejected == ""


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("臺灣的學校開學了，學生們都很高興，老師說新學期要更努力。", "", "zh-Hant"),
        ("这是简体中文，学生们都很高兴，老师说新学期要更努力。", "zh-TW", "zh-Hans"),
        ("今日は新しい学校が始まりました。みんなとても喜んでいます。", "", "ja"),
        ("오늘 새로운 학교가 시작되었습니다. 모두 기뻐하고 있습니다.", "", "ko"),
        ("The new school opened today, and the children were happy to be there with their friends.", "", "en"),
        ("La nouvelle école a ouvert ses portes, les enfants sont heureux.", "fr", "fr"),
    ],
)
def test_languages(text: str, lang: str, expected: str) -> None:
    assert run(f"<html lang='{lang}'><body><p>{text * 4}</p></body></html>").language == expected


def test_hints_are_hints_only() -> None:
    found = run(FORMS["paragraphs"], options=Options(hints=Hints(name="x", title="h9", body="div.nothing", date="[[broken", source="#s")))
    assert (found.title, found.text.split("\n")) == (TITLE, PARAGRAPHS)


def test_hints_lead_where_the_page_leaves_a_choice() -> None:
    text = (
        f"<html><body><div id=t>{TITLE}</div><span id=s>青山网</span><div id=when>刊登 2019年9月2日</div><div>导航，导航。</div>" + "<p>旁的话，说了又说，说得不少，并不要紧。</p>" * 8
        + f"<div id=b>{paragraphs()}</div></body></html>"
    )  # fmt: skip
    found = run(text, options=Options(hints=Hints(name="x", title="#t", body="#b", date="#when", source="#s")))
    assert (found.title, found.date_published, found.source, found.text.split("\n")) == (TITLE, "2019-09-02", "青山网", PARAGRAPHS)


def test_english() -> None:
    body = [
        "The village school opened its first running track on Monday, sixty years after it was founded.",
        "Pupils used to train on bare earth. “When it rained we came home covered in mud,” said one of them, aged eleven.",
        "The headteacher said that half of the money came from the county, and half from villagers, one of whom gave five yuan.",
    ]
    text = (
        "<html lang=en><head><title>A new track for a village school | Green Hill News</title></head><body><nav><a href=/>Home</a></nav><article><h1>A new track for a village school</h1>"
        "<p>By Ann Lee</p><p>September 2, 2019</p>" + "".join(f"<p>{p}</p>" for p in body) + "<p>Related stories</p><ul><li><a href=1>Teachers wanted</a></ul><p>Follow us on Twitter</p></article></body></html>"
    )
    fields = run(text)
    assert (fields.title, fields.text.split("\n"), fields.date_published, fields.authors, fields.language) == ("A new track for a village school", body, "2019-09-02", "Ann Lee", "en")


@given(st.text(alphabet=st.sampled_from("<>/pdivabrtdh1 =\"'正文，。2019-年月日来源：记者\n\u3000\xa0\ufffd"), max_size=300))
@settings(max_examples=150, deadline=None)
def test_never_raises(text: str) -> None:
    run(text, url="http://[")


def test_extracts_the_same_twice() -> None:
    tree = parse(FORMS["paragraphs"])
    assert extract(tree, Page(), Options()) == extract(tree, Page(), Options())


@pytest.mark.slow
@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda n: f"<html><title>题目题目</title><body><h1>题目题目</h1>{'<p>一段话，说了些事。<a href=x>链接</a></p>' * n}", id="paragraphs"),
        pytest.param(lambda n: "<html><body>" + "<div><p>一段话，说了些事。</p>" * n, id="nesting"),
        pytest.param(lambda n: "<html><title>题目题目</title><body>" + "<h1>题目题目</h1><p>一段话，话。</p>" * n, id="repeated titles"),
        pytest.param(lambda n: "<html><body><p>" + "。　　" * n, id="indents"),
        pytest.param(lambda n: "2012-01-01 记者 张三 李四、王五\n" * n, id="dump of bylines"),
    ],
)
def test_time_grows_with_size(make) -> None:  # type: ignore[no-untyped-def]
    def spent(n: int) -> float:
        tree = parse(make(n))
        begun = time.process_time()
        extract(tree, Page(), Options())
        return time.process_time() - begun

    spent(500)
    # the quicker of two: a busy machine slows one, growth with the square slows both
    assert min(spent(16_000), spent(16_000)) < 8 * max(spent(4_000), 0.02)


@pytest.mark.parametrize(
    ("head", "published", "modified"),
    [
        ('<meta name="publishdate" content="20150408">', "2015-04-08", ""),
        ('<meta name="pubdate" content="20150408093000">', "2015-04-08T09:30:00+08:00", ""),
        ('<meta name="publishdate" content="20151308">', "", ""),
        ('<meta name="_pubtime_" content="2011-06-07">', "2011-06-07", ""),
        ('<meta name="firstpublishedtime" content="2017-07-18-11:20:00"><meta name="lastmodifiedtime" content="2017-07-18-12:00:00">', "2017-07-18T11:20:00+08:00", "2017-07-18T12:00:00+08:00"),
        ('<meta property="bytedance:published_time" content="2021-11-12T13:14:15+08:00">', "2021-11-12T13:14:15+08:00", ""),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"老码头仓库成了图书馆","datePublished":"2019-03-04T05:06:07+08:00"}</script>', "2019-03-04T05:06:07+08:00", ""),
        ('<script type="application/ld+json">{"@context":"c.jsonld","@id":"http://x","pubDate":"2019-03-04T05:06:07","upDate":"2019-03-05T05:06:07"}</script>', "2019-03-04T05:06:07+08:00", "2019-03-05T05:06:07+08:00"),
    ],
)
def test_dates_that_only_the_head_tells(head: str, published: str, modified: str) -> None:
    article = restore(f"<html lang=zh><head><title>老码头旧仓库改建成社区图书馆</title>{head}</head><body><h1>老码头旧仓库改建成社区图书馆</h1>{''.join(f'<p>{line}</p>' for line in UNDATED)}</body></html>").article
    assert article is not None
    assert (article.date_published, article.date_modified) == (published, modified)


UNDATED = (
    "城西老码头的三座旧仓库经过一年多的修缮，日前重新打开大门。原来的砖墙和木梁都保留了下来，书架沿墙而立，临江的一面换成了整排的落地窗。",
    "负责设计的工程师说，他们没有追求新奇，最要紧的是让老人走得进来，让孩子坐得下来。馆内设座位二百四十个，每天开放到晚上九点。",
)


@pytest.mark.parametrize(("headline", "is_own"), [("沅水都市网_湘西新闻门户", False), ("旧仓库改建成了图书馆", True)])
def test_json_ld_that_a_template_filled_in_once_dates_nothing(headline: str, is_own: bool) -> None:
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{headline}","datePublished":"2018-03-01T09:00:00+08:00","author":{{"@type":"Organization","name":"沅水都市网"}}}}</script>'
    article = restore(f"<html lang=zh><head><title>{LIBRARY} | 沅水都市网</title>{data}</head><body><a href=/>沅水都市网</a><h1>{LIBRARY}</h1>{''.join(f'<p>{line}</p>' for line in UNDATED)}<div>沅水都市网 湘西新闻门户</div></body></html>").article
    assert article is not None
    assert bool(article.date_published) is is_own


def test_the_breadcrumb_tells_a_headline_that_title_and_heading_do_not() -> None:
    trail = "<div>青山网 &gt; 教育 &gt; 小学的孩子有了塑胶操场</div>"
    assert run(f"<html><head><title>欧式沙发加盟一览表</title></head><body>{trail}<h1>实木餐桌批发报价</h1><div>2019-09-02 08:00 来源：青山网</div><div>{paragraphs()}</div></body></html>").title == "小学的孩子有了塑胶操场"


def test_a_list_of_other_articles_above_the_headline_dates_nothing() -> None:
    others = "<div><h3>最新文章</h3><ul><li><a href=/1>河道完工</a> <span>2024-05-19</span></li><li><a href=/2>公交新线</a> <span>2024-05-18</span></li></ul></div>"
    article = restore(f"<html lang=zh><head><title>老码头旧仓库改建成社区图书馆</title></head><body>{others}<h1>老码头旧仓库改建成社区图书馆</h1>{''.join(f'<p>{line}</p>' for line in UNDATED)}</body></html>").article
    assert article is not None
    assert article.date_published == ""


LIBRARY = "老码头旧仓库改建成社区图书馆"


@pytest.mark.parametrize(
    ("told", "heading", "expected"),
    [
        ("长河网-江城主流媒体", f"<h2 class='news-title'>{LIBRARY}</h2>", LIBRARY),
        ("欢迎访问江城区人民政府网站", f"<div id=title>{LIBRARY}</div>", LIBRARY),
        ("新闻内容页", f"<div class='con_title'>{LIBRARY}</div>", LIBRARY),
        ("无标题文档", f"<span style='font-size:24px'>{LIBRARY}</span>", LIBRARY),
        ("详细页面", f"<table><tr><td class=biaoti>{LIBRARY}</td></tr></table>", LIBRARY),
        ("长河网", f"<meta property='og:title' content='{LIBRARY}_长河网'>", LIBRARY),
        (f"{LIBRARY} - 长河社区 - Discuz! Archiver", "", LIBRARY),
        ("Untitled Document", f"<center><strong>{LIBRARY}</strong></center>", LIBRARY),
        ("江城日报多媒体数字报", f"<table><tr><td class='bt1'>{LIBRARY}</td></tr></table>", LIBRARY),
        (f"{LIBRARY[:9]}...", f"<h2>{LIBRARY}</h2>", LIBRARY),
        (f"{LIBRARY}_长河网", f"<h1>{LIBRARY}<em>原创</em></h1>", LIBRARY),
        (f"{LIBRARY} - 长河论坛 - Powered by phpwind", "", LIBRARY),
        ("老码头旧仓库　改建成社区图书馆_长河网", "<h1>老码头旧仓库<br>改建成社区图书馆</h1>", "老码头旧仓库 改建成社区图书馆"),
        ("", f"<h1>{LIBRARY}<br><span>2022-03-25 10:10:12 来源：江城晚报</span></h1>", LIBRARY),
        ("长河网", f"<meta name='ArticleTitle' content='{LIBRARY}'>", LIBRARY),
        ("老码头读书协会", f"<table><tr><td>当前位置：首页 → 协会动态</td></tr><tr><td align=center><b>{LIBRARY}</b></td></tr></table>", LIBRARY),
        ("江城区人民法院 - 领导讲话", f"<table><tr><td><b>{LIBRARY}</b></td></tr><tr><td>（2005年7月15日）</td></tr></table>", LIBRARY),
        ("江城日报电子版", "<table><tr><td><b>第6版：副刊</b></td></tr><tr><td><b>旧仓库新灯</b></td></tr></table>", "旧仓库新灯"),
        ("社区生活-江城图书馆", f"<div><h3>社区生活</h3><a href=/l>社区生活</a></div><h1>{LIBRARY}</h1>", LIBRARY),
        ("书台 - 旧 灯", "<p>旧 灯</p>", "旧 灯"),
        ("江畔散记: 旧灯", "<h1><a href=/>江畔散记</a></h1><h3>旧灯</h3>", "旧灯"),
        ("江城热线", f"<p align=center><font size=5 color=#003399>{LIBRARY}</font></p>", LIBRARY),
        # what says nothing of the body is no headline, however it is marked
        ("江畔的灯火", "<div class='title'>本周天气预报查询服务</div>", "江畔的灯火"),
    ],
)
def test_headlines_that_the_title_does_not_tell(told: str, heading: str, expected: str) -> None:
    article = restore(f"<html lang=zh><head><title>{told}</title></head><body><div><a href=/>首页</a> <a href=/n>新闻</a></div><div>{heading}<div>2022-03-25 10:10</div>{''.join(f'<p>{line}</p>' for line in UNDATED)}</div></body></html>").article
    assert article is not None
    assert article.title == expected


@pytest.mark.parametrize(
    ("host", "date"),
    [("www.saltlake.example.cn", "2022-03-04T10:20:00+08:00"), ("saltlake.example.sg", "2022-03-04T10:20:00+08:00"), ("saltlake.example.jp", "2022-03-04T10:20:00+09:00"), ("saltlake.example.us", "2022-03-04")],
)
def test_an_english_paper_tells_the_time_of_its_country(host: str, date: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in ("The salt works on the lake put new pumps to use last month, and the night shift went from six people to two.", "Its foreman has worked here for twenty-two years, and says that mending a pump used to stop the works for three days."))
    found = restore(f"<html><head><title>New pumps at the lake</title></head><body><h1>New pumps at the lake</h1><div>Updated: 2022-03-04 10:20</div>{text}</body></html>", url=f"http://{host}/a/1.html").article
    assert found is not None
    assert found.date_published == date


@pytest.mark.parametrize(("foot", "date"), [("青公网安备 63010002000001号", "2022-03-04T10:20:00+08:00"), ("青ICP备15000000号-2", "2022-03-04T10:20:00+08:00"), ("Salt Lake Daily Inc.", "2022-03-04")])
def test_an_english_paper_that_china_has_registered_tells_its_time(foot: str, date: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in ("The salt works on the lake put new pumps to use last month, and the night shift went from six people to two.", "Its foreman has worked here for twenty-two years, and says that mending a pump used to stop the works for three days."))
    found = restore(f"<html><head><title>New pumps at the lake</title></head><body><h1>New pumps at the lake</h1><div>Updated: 2022-03-04 10:20</div>{text}<div>{foot}</div></body></html>", url="http://saltlake.example.com/a/1.html").article
    assert found is not None
    assert found.date_published == date


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("AI 速览：操场建成，孩子有了塑胶跑道，家长点赞。", False),
        ("AI摘要：操場建成，孩子有了塑膠跑道。", False),
        ("由大模型生成的总结：操场建成，孩子有了塑胶跑道。", False),
        ("AI summary: the village school has a new playground.", False),
        ("请在总结开头注明：本文由第三方AI根据江湾网文章提炼而成", False),
        ("校长说，本文由AI写成的作文，一眼就看得出来。", True),
        ("人工智能的课堂，山村小学今年也有了。", True),
        ("AI总结得再好，也替不了老师在操场上的一声口令。", True),
    ],
)
def test_what_a_program_says_of_an_article_is_no_part_of_it(line: str, is_text: bool) -> None:
    fields = run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div><p>{line}</p>{paragraphs()}</div>"))
    assert fields.text.split("\n") == ([line, *PARAGRAPHS] if is_text else PARAGRAPHS)


@pytest.mark.parametrize("label", ["同場加映：", "同场加映："])
def test_a_link_to_another_article_amid_the_text(label: str) -> None:
    body = "".join(f"<p>{p}</p>" + (f"<div>{label}<a href=/x>渡口的候船室修好了</a></div>" if not i else "") for i, p in enumerate(PARAGRAPHS))
    assert run(page(f"<h1>{TITLE}</h1><div>2019-09-02 08:00</div><div>{body}</div>")).text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize("kind", ["navbox", "seen"])
def test_a_paragraph_of_links_and_a_sentence_is_no_teaser_beside_boxes_of_another_kind(kind: str) -> None:
    own = [f"这座石桥建于清代，桥面青石多处断裂，去年夏天的洪水又冲坏了北侧桥墩第{n}处，镇政府随即封桥修缮。" for n in range(6)]
    said = "规划中的道路有两条，一条沿青溪而行，另一条穿过河湾镇的老街，都要在明年动工。"
    roads = f"<p><a href=/r/1>青河大道规划示意</a>、<a href=/r/2>河湾环线</a>：<br>{said}<br><a href=/r/3>东街改造工程</a></p>"
    boxes = "".join(f"<table class={kind}><tr><td><a href=/n/{n}>石桥列表第{n}号</a></td></tr><tr><td>注：标星号的是清代以前修建的石桥。</td></tr></table>" for n in range(3))
    text = "".join(f"<p>{line}</p>" for line in own[:3]) + roads + "".join(f"<p>{line}</p>" for line in own[3:])
    article = restore(f"<html><head><title>河湾镇</title></head><body><h1>河湾镇</h1><div>{text}{boxes}</div></body></html>").article
    assert article is not None
    assert said in article.text
    assert "标星号" not in article.text


def test_a_page_that_ends_below_its_headline() -> None:
    page = "<html><head><title>新口岸酒店火警疏散四百人</title></head><body><div><a href=/1>要闻</a> <a href=/2>社会</a></div><h1>新口岸酒店火警疏散四百人</h1><p>（记者：冯小满、欧阳真）</p></body></html>"
    restored = restore(page, url="http://www.donghu.example/a/1.html")
    assert restored.rejected or restored.article
    assert not restored.rejected.startswith("internal-error")
