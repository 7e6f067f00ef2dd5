"""What a site puts between the paragraphs of a text and below it, and what of the text stands in a box with it. All of own writing."""

import pytest

from qnews_scraper import restore
from tests.extract.pages import lines_of

TEXT = (
    "江湾的修船坞上月换了新的滑道，三十吨的渔船从下水到靠岸，前后不过四十分钟，比从前快了一半。",
    "坞长老谭说，旧滑道铺的是枕木，一到雨季就打滑，前年还翻过一条船，幸好没有伤到人。",
    "新滑道用的是钢轨和绞车，开绞车的是两个刚从技校毕业的年轻人，他们把每一条船的重量都记在本子上。",
    "镇里打算在坞边再盖一间工棚，让修船的师傅冬天也有地方烤火，棚顶的瓦就用拆下来的旧枕木换。",
)


def text_of(amid: str = "", below: str = "", after: str = "", told: str = "修船坞换了新滑道_江湾网", first: str = "", mark: str = "<p>{}</p>", end: str = "") -> list[str]:
    body = first + mark.format(TEXT[0]) + mark.format(TEXT[1]) + amid + mark.format(TEXT[2]) + mark.format(TEXT[3]) + end
    return lines_of(f"<div class=l><h1>修船坞换了新滑道</h1><div>2020-03-04 10:20 来源：江湾网</div><div class=c>{body}</div>{below}</div>{after}", told)


@pytest.mark.parametrize(
    "amid",
    [
        pytest.param("<p><strong>►看更多：江湾十大必去渔港</strong></p>", id="a pointer"),
        pytest.param("<div><p>【视频】老谭说法：船该怎么拉上岸</p></div>", id="a video"),
        pytest.param("<p>延伸阅读：滑道的前世今生</p>", id="further reading"),
        pytest.param("<p>点击图片进入下一页</p>", id="the next picture"),
        pytest.param("<p>（点击图片可放大）</p>", id="a larger picture"),
        pytest.param("<p>&gt;&gt;&gt;<a href=/z>点击进入船坞专题</a></p>", id="a topic to click"),
        pytest.param("<p>打开江湾新闻，查看更多图片</p>", id="the house's program"),
        pytest.param("<p>點我看江灣新聞 天天抽禮券</p>", id="the house's program to tap"),
        pytest.param("<p>现在就看 天天中奖　点我下载APP　按我看活动办法</p>", id="a lottery of the house's program"),
        pytest.param("<table><tr><td>点击此处查看船坞热图</td></tr></table>", id="a box to click"),
        pytest.param("<p>江湾新闻客户端 打开</p>", id="a bar of the house's program"),
        pytest.param("<p>微信扫一扫，分享到朋友圈</p>", id="a code to share"),
        pytest.param("<p>全文1280字，阅读约需4分钟</p>", id="how long it takes"),
        pytest.param("<div class=box_02><h3>更多渔船资讯</h3><ul><li>渔港的冬天</li><li>修船的人不歇手</li></ul></div>", id="a box of titles"),
        pytest.param("<div><span>话题</span><a href=/t>#你坐过的最后一条木船#</a><em>1.2万讨论</em></div>", id="a topic"),
        pytest.param("<div>江湾船业 18.32 +2.11%</div>", id="a share"),
        pytest.param("<div><p>你会带孩子来看吗？ 会 63% 不会 37%</p></div>", id="a poll"),
        pytest.param("<div><p>影片來源：記者葛一川</p></div>", id="whose the film is"),
        pytest.param("<div><b>請繼續下滑閱讀</b><a href=/x>渔港的冬天 修船的人不歇手</a></div>", id="read on below"),
        pytest.param("<div class=player-box><span>您的浏览器不支持视频播放，请升级或安装插件</span><p>小城的学校怎么放春假</p></div>", id="a player"),
        pytest.param("<p>您的浏览器不支持视频播放，请升级或安装新版插件</p>", id="what a player says"),
        pytest.param("<p>您还没有安装Flash播放器，请点击下载</p>", id="what a player lacks"),
        pytest.param("<p>本视频需要安装Flash插件才能播放</p>", id="what a film needs"),
        pytest.param("<div class=rv><b>江湾推荐</b>[渔港的冬天来得晚] [修船的人不歇手]</div>", id="headlines in brackets"),
        pytest.param("<div class=pic>老谭在新滑道上</div>", id="a caption in a box of its own"),
        pytest.param('<div class="fontbox">字号 A A A</div>', id="a tool"),
        pytest.param("<div class=adsbygoogle><ins>推广 跨江大桥主塔封顶，周边新房起价公布</ins></div>", id="an advertisement"),
    ],
)
def test_what_is_put_between_the_paragraphs_is_no_text(amid: str) -> None:
    assert text_of(amid) == list(TEXT)


@pytest.mark.parametrize(
    "said",
    [
        "【视频】里的老谭比谁都着急。",
        "看更多：他只肯说这三个字。",
        "江湾船业去年的产值增长了18.32%。",
        "水位：18.32米",
        "没有人再用Flash放图纸了",
        "[1] [2]",
        "[绞车开动，众人退到坞边]",
        "更多渔船资讯，要到坞边才听得到。",
        "打开船舱看看",
        "全文1280字，老谭一个字也没有改",
        "点击图片的人，一天有三千。",
        "他点我下船去看，我没有动。",
        "点击此处查看，是老谭写在图纸背面的话。",
    ],
)
def test_what_only_resembles_it_is_text(said: str) -> None:
    assert said in text_of(f"<p>{said}</p>")


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("<div class=x><h3>讀者迴響</h3><p>小时候在坞边长大，看哭了，谢谢你们还记得它。</p></div>", id="what readers reply"),
        pytest.param("<section id=SOHUCS><ul><li><b>大海</b><div>写得真好，希望多一些这样的报道，谢谢记者。</div></li></ul></section>", id="a service for comments"),
        pytest.param("<div class=x><h2>推薦</h2><div><h4>渡轮加价</h4><p>业者表示，新航线开通以后平均等船时间缩短八分钟。</p></div></div>", id="recommended"),
        pytest.param("<div class=x><h2>更多精彩</h2><div><h4>渔港周末市集</h4><p>主办单位预计三天的市集可以吸引五万人，并会加开接驳车。</p><i>2026-01-08</i></div></div>", id="more of it"),
        pytest.param("<div class=x><h3>网友问答</h3><dl><dt>木船还能修吗</dt><dd>能修的，镇上还有三位师傅会补船底，带上茶叶去就行。</dd></dl></div>", id="questions of readers"),
    ],
)
def test_lists_and_replies_below_are_no_text(below: str) -> None:
    assert text_of(below=below) == list(TEXT)
    assert text_of(after=below) == list(TEXT)


def test_answers_of_the_text_itself_stay_with_their_heading() -> None:
    said = "木船还能修，只是会修的人一年比一年少，老谭今年收了两个徒弟。"
    assert text_of(below=f"<div class=x><h3>用户问答</h3><p>{said}</p></div>")[-1] == said


@pytest.mark.parametrize("pointer", ["<p><a href=/r>延伸閱讀／渔港的冬天 修船的人不歇手</a></p>", "<p>相关报道：<a href=/r>渔港的冬天来得晚</a></p>", "<p><a href=/r>推荐阅读 | 渔港的冬天来得晚</a></p><p><a href=/q>推荐阅读 | 修船的人不歇手</a></p>"])
def test_the_text_goes_on_behind_a_link_to_another_article(pointer: str) -> None:
    last = "第二条滑道预计九月铺好，渔民可以到镇上登记。"
    assert text_of(end=f"{pointer}<p>{last}</p>") == [*TEXT, last]


@pytest.mark.parametrize("listed", ["<p><a href=/r>推荐阅读：渔港的冬天来得晚</a></p><p>渔港的灯</p>", "<p><a href=/r>推荐阅读：渔港的冬天来得晚</a></p><div>渔船在今晚之前回港避风，三个码头都腾出了泊位。</div>"])
def test_the_text_ends_above_a_list_of_other_articles(listed: str) -> None:
    assert text_of(end=listed) == list(TEXT)


@pytest.mark.parametrize("last", ["关注我，每天带你看一处渔港！", "点个关注吧，船还没有修完。"])
def test_who_asks_for_followers_does_so_below_the_text(last: str) -> None:
    assert (text_of(end=f"<p>{last}</p>")[-1] == TEXT[-1]) is last.startswith("关注")


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("<p>感谢江湾网友 河边的老猫 的线索投递！</p>", id="thanks"),
        pytest.param("<p>摘要由AI生成：修船坞换了滑道，渔船下水更快。</p>", id="an abstract by a program"),
    ],
)
def test_what_the_house_puts_first_is_no_text(first: str) -> None:
    assert text_of(first=first) == list(TEXT)


def test_credits_below_a_deck_are_no_text() -> None:
    deck = "留住渔船的，从来不只是一条滑道。"
    assert text_of(first=f"<p>{deck}</p><p><b>文｜葛一川</b></p><p><b>编辑｜傅思珩</b></p>") == [deck, *TEXT]


def test_what_is_told_of_a_book_is_text() -> None:
    rows = ("书名：滑道与船", "作者：葛一川", "出版社：江海文艺社")
    assert text_of(first="<p>江湾今年有了第一本写船坞的书，印了三千册。</p>" + "".join(f"<p>{row}</p>" for row in rows))[2] == rows[1]


def test_a_paragraph_with_a_box_of_links_behind_it_is_text() -> None:
    box = "<div class=card><a href=/r><h5>渔港的冬天</h5><p>从业十五年的她把这份活儿叫作和潮水赛跑，每天要接听上百个求助电话，从早上五点到半夜一点。</p></a></div>"
    said = "老谭把换下来的枕木锯成一段一段，谁家要垫船谁就来拿，不收钱。"
    assert text_of(f"<section><p>{said}</p>{box}</section>", mark="<section><p>{}</p></section>") == [*TEXT[:2], said, *TEXT[2:]]


def test_the_masthead_of_a_digital_edition_is_no_headline() -> None:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    page = (
        "<html><head><title>江湾日报数字报-修船坞里铺钢轨</title></head><body><table><tr><td><strong>江湾日报</strong></td><td>2020年3月4日 星期三</td></tr></table>"
        f"<table><tr><td>第07版：渔港</td><td><a href=/1>上一篇</a> <a href=/2>下一篇</a></td></tr></table><table><tr><td align=center>修船坞里铺钢轨</td></tr></table><div>{body}</div></body></html>"
    )
    found = restore(page).article
    assert found is not None
    assert (found.title, found.source) == ("修船坞里铺钢轨", "江湾日报")


LISTED = "".join(f"<div><h4>渔港见闻之{n}</h4><p>渔船需要在今晚之前回港避风，沿岸的三个码头都腾出了泊位。</p></div>" for n in "一二")


@pytest.mark.parametrize(
    ("style", "is_kept"),
    [
        pytest.param("id=js_text style=visibility:hidden", True, id="until a script shows it"),
        pytest.param("style=visibility:hidden", False, id="nothing could"),
    ],
)
def test_a_text_made_invisible_is_kept_where_the_page_tells_less_without_it(style: str, is_kept: bool) -> None:
    told = "".join(f"<section><p>{text}</p></section>" for text in (*TEXT, *(f"{text[:-1]}，{name}也这样说。" for text, name in zip(TEXT, ("老葛", "小傅", "阿倪", "大崔"), strict=True))))
    menu = "".join(f"<td><a href=/{n}>频道{n}号</a></td>" for n in range(90))
    page = f"<html><head><title></title></head><body><table><tr>{menu}</tr></table><div><h1>修船坞换了新滑道</h1><div>2020年3月4日 07:30</div><div {style}>{told}</div></div><div><h2>推荐阅读</h2>{LISTED}</div></body></html>"
    found = restore(page).article
    assert (found is not None and TEXT[2] in found.text) is is_kept


@pytest.mark.parametrize(
    "amid",
    [
        pytest.param('<div class="subtitle">新滑道用的是钢轨</div>', id="a heading by its class"),
        pytest.param("<div>新滑道用的是钢轨</div>", id="a box without a name"),
        pytest.param('<div class="k"><b>新滑道用的是钢轨</b></div>', id="a heading in bold"),
        pytest.param('<div class="k">新滑道用的是钢轨和绞车。</div>', id="a sentence"),
    ],
)
def test_a_small_box_may_be_text(amid: str) -> None:
    assert any("新滑道用的是钢轨" in line for line in text_of(amid)[2:3])


def test_an_h1_between_paragraphs_of_a_box_that_has_its_headline_outside() -> None:
    assert text_of("<h1>三十吨的渔船</h1>") == [*TEXT[:2], "三十吨的渔船", *TEXT[2:]]


def test_an_h1_of_another_article_ends_the_text() -> None:
    other = "".join(f"<p>{line}</p>" for line in ("盐场的春晒开始了，盐工们天不亮就下了滩，第一担盐卖给了镇上的酱园。", "盐场场长说，今年雨水少，春盐的成色比去年好，价钱也高了两成。"))
    assert text_of(after=f"<div class=l><h1>盐场的春晒开始了</h1><div class=c>{other}</div></div>") == list(TEXT)


def test_the_day_of_a_picture_below_an_agency_s_first_paragraph() -> None:
    lead = "HAIMEN, July 3 (Jianghai) -- A new slipway has opened at the boatyard of Haimen, and a trawler of thirty tonnes now leaves the water within forty minutes."
    rest = ("The old slipway was made of sleepers and grew slippery in the rainy season, the master of the yard said.", "Two graduates of a technical school run the winch and write down the weight of each boat that they pull ashore.")
    page = f"<html><head><title>New slipway opens in Haimen</title></head><body><h1>New slipway opens in Haimen</h1><p class=i>2022-07-03 17:25:43</p><div class=c><p><strong>{lead}</strong></p><p class=pic>Photo shows the yard on June 30, 2022. (Jianghai/Tan Wei)</p><p>{rest[0]}</p><p>{rest[1]}</p></div></body></html>"
    found = restore(page).article
    assert found is not None
    assert found.text.startswith(lead)
    assert found.text.endswith(rest[1])


@pytest.mark.parametrize(
    ("above", "is_shown"),
    [
        pytest.param("<p><img src=/slip.jpg></p><p>新滑道上的第一条船</p>", True, id="with its caption"),
        pytest.param("<p><img src=/slip.jpg></p><p>新滑道上的第一条船</p><p>新华社发</p>", True, id="with its caption and credit"),
        pytest.param("<div><img src=/slip.jpg>渔港人家</div>", False, id="in another box"),
        pytest.param("<p><img src=/slip.jpg>渔港人家</p><div>江湾网</div>", False, id="with another box between"),
    ],
)
def test_the_picture_above_the_first_paragraph(above: str, is_shown: bool) -> None:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    found = restore(f"<html><head><title>修船坞换了新滑道</title></head><body><h1>修船坞换了新滑道</h1><div>2020-03-04 10:20 来源：江湾网</div><div class=c>{above}{body}</div></body></html>", url="http://jw.example/1.html").article
    assert found is not None
    assert found.text.split("\n")[-len(TEXT) :] == list(TEXT)
    assert found.images == ("http://jw.example/slip.jpg" if is_shown else "")
