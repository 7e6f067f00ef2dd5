"""What pages of many kinds of hosts put around an article (boards, offices, photo desks, agencies): all of own writing."""

import pytest

from qnews_scraper import restore
from qnews_scraper.article import Article

TEXT = (
    "港口昨天迎来第一艘新型集装箱船，码头工人连夜卸下了两千多个标准箱，通关用时比上月缩短了三成。",
    "船长在驾驶台上说，进港的航道比五年前宽了一倍，引水员上船以后只用了四十分钟就靠上泊位。",
    "港务部门介绍，明年还将再建两座泊位，届时全港的年吞吐能力可以达到一千二百万标准箱。",
)
MENU = "<div><a href='/'>首页</a> <a href='/w/'>文化</a> <a href='/c/'>常州</a> <a href='/t/'>体育</a></div>"
FOOT = "<div>关于我们 | 联系我们</div><div>Copyright © 2002-2022 望港网 版权所有</div>"


def paragraphs(texts: tuple[str, ...] = TEXT) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def article(html: str, url: str = "") -> Article:
    found = restore(f"<html><body>{MENU}{html}{FOOT}</body></html>", url=url).article
    assert found is not None
    return found


def reply(name: str, floor: str, when: str, text: str) -> str:
    return f"<table><tr><td>{name}<br>高级会员</td><td><div>{floor} <em>发表于 {when}</em></div><div>{text}</div></td></tr></table>"


def test_replies_below_a_post_are_no_part_of_it() -> None:
    post = reply("江边客", "楼主", "2022-6-18 13:05:44", "<br><br>".join(TEXT))
    replies = reply("阿木", "沙发", "2022-6-18 13:20:01", "顶楼主，下周也去看看。") + reply("东洲", "板凳", "2022-6-18 14:11:40", "夜里的灯很好看，就是风大。")
    assert article(f"<h1>新船进港见闻</h1>{post}{replies}").text.split("\n") == list(TEXT)


def test_comments_headed_by_name_and_time() -> None:
    replies = "<p>周先生 2022-06-18 11:26</p><p>#1</p><p>希望码头的路也修一修。</p><p>过路人 2022-06-18 11:30</p><p>#2</p><p>卡车太多了，孩子上学不安全。</p>"
    assert article(f"<h1>新船进港</h1><div>{paragraphs()}{replies}</div>").text.split("\n") == list(TEXT)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("2022年10月16日 19:35 望港队 对 江州队", "2022年10月22日 15:00 望港队 对 山城队", "2022年10月29日 19:35 海岛队 对 望港队"), id="fixtures"),
        pytest.param(("央视五套 2022年10月16日 19:35", "体育频道 2022年10月22日 15:00"), id="broadcasts"),
    ],
)
def test_a_list_of_appointments_is_no_list_of_replies(lines: tuple[str, ...]) -> None:
    text = article(f"<h1>赛程公布</h1><div>{paragraphs()}{paragraphs(lines)}<p>以上赛程如有变动，以组委会的通知为准。</p></div>").text
    assert text.split("\n") == [*TEXT, *lines, "以上赛程如有变动，以组委会的通知为准。"]


def test_a_chronicle_is_no_list_of_replies() -> None:
    lines = ("2022年6月18日 13:05", "新船通过灯塔，引水员登船。", "2022年6月18日 13:45", "新船靠上三号泊位，卸货开始。")
    assert article(f"<h1>进港全记录</h1><div>{paragraphs()}{paragraphs(lines)}</div>").text.split("\n") == [*TEXT, *lines]


def test_the_board_before_a_headline() -> None:
    page = f"<html><head><title>新船进港见闻 - 望港论坛</title></head><body>{MENU}<h1><a href=/b>[港口]</a> <span>新船进港见闻</span></h1>{paragraphs()}{FOOT}</body></html>"
    found = restore(page).article
    assert found
    assert found.title == "新船进港见闻"


def test_a_label_that_the_title_has_too_stays() -> None:
    page = f"<html><head><title>【望港时评】新船进港之后 - 望港网</title></head><body>{MENU}<h1>【望港时评】新船进港之后</h1>{paragraphs()}{FOOT}</body></html>"
    found = restore(page).article
    assert found
    assert found.title == "【望港时评】新船进港之后"


def test_official_papers_count_by_the_day_they_were_published() -> None:
    table = "<table><tr><td>发布机构</td><td>市港务局</td></tr><tr><td>成文日期</td><td>2022-05-25</td><td>公开日期</td><td>2022-05-28</td></tr></table>"
    assert article(f"{table}<h1>关于泊位调整的通知</h1>{paragraphs()}").date_published == "2022-05-28"
    assert article("<div>成文日期：2022年5月25日</div>" + f"<h1>关于泊位调整的通知</h1><div>签发日期：2022年5月25日</div>{paragraphs()}").date_published == "2022-05-25"


def test_a_photo_story_keeps_its_last_caption() -> None:
    captions = ("6月18日，新船在引水员的引导下驶入港池，岸边的市民举起手机拍照。", "6月18日，码头工人在船上解开集装箱的锁扣。", "6月18日，入夜以后的三号泊位灯火通明。望港社记者 邹林 摄")
    html = "".join(f"<p><img src='/{i}.jpg' width=600></p><p>{caption}</p>" for i, caption in enumerate(captions))
    assert article(f"<h1>新船进港</h1><div>2022-06-19 08:00 来源：望港社</div><div>{html}</div>").text.split("\n") == list(captions)


def test_an_interview_begins_with_its_first_question() -> None:
    talk = ("记者：您为什么回到码头工作？", "老魏：我父亲在这里干了一辈子，我从小听着汽笛长大。", "记者：夜班辛苦吗？", "老魏：辛苦，可是看着船靠上来，心里踏实。")
    assert article(f"<h1>专访引水员老魏</h1><div>2022-06-19 10:00 来源：望港网</div><div>{paragraphs(talk)}</div>").text.split("\n") == list(talk)


@pytest.mark.parametrize("address", ["编辑同志：", "編輯好：我家樓下的路燈滅了半年，請問誰來管？"])
def test_a_readers_letter_begins_with_its_address(address: str) -> None:
    letter = (address, *TEXT)
    assert article(f"<h1>读者来信：码头的路该修了</h1><div>2022-06-19</div><div>{paragraphs(letter)}</div>").text.split("\n") == list(letter)


def test_a_topic_page_with_one_sentence_is_a_list() -> None:
    box = "".join(f"<div><h2>{name}</h2><ul>" + "".join(f"<li><a href='/{name}{i}'>新船进港系列报道之{name}第{i}篇</a></li>" for i in range(5)) + "</ul></div>" for name in ("消息", "图片", "评论", "背景"))
    assert restore(f"<html><head><title>专题：新船进港</title></head><body><h1>专题：新船进港</h1><p>新船昨天进港，本网全程报道。</p>{box}</body></html>").rejected.startswith("list page")


def test_a_short_notice_among_many_links_is_an_article() -> None:
    links = "<ul>" + "".join(f"<li><a href='/{i}'>港区新闻：第{i}座泊位的建设进展情况通报</a></li>" for i in range(40)) + "</ul>"
    found = article(f"<h1>三号泊位今晚封闭</h1><div>2022-06-18 10:05 来源：望港交警</div><p>因吊装作业，三号泊位今晚封闭，明早六点开放。</p>{links}")
    assert (found.text, found.source, found.date_published[:10]) == ("因吊装作业，三号泊位今晚封闭，明早六点开放。", "望港交警", "2022-06-18")


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        pytest.param("望港网 何漪 2022-06-18 10:05:41 评论0条 随时随地看新闻", "望港网", "何漪", id="site-and-writer"),
        pytest.param("<span class=source>望港晚报</span><span class=author>何漪</span><span>2022-06-18 10:05:41</span>", "望港晚报", "何漪", id="glued-spans-with-classes"),
        pytest.param("2022-06-18 10:05:41 文化 常州", "", "", id="sections-of-the-menu"),
        pytest.param("2022-06-18 10:05:41</div><div>何漪（资料图）", "", "", id="a-caption-with-a-name"),
        pytest.param("望港网 > 文化 > 2022-06-18 10:05:41", "", "", id="a-trail"),
        pytest.param("2022-06-18 10:05:41 望港网 摄影 何漪", "望港网", "", id="who-took-the-pictures"),
    ],
)
def test_names_beside_the_date(line: str, source: str, authors: str) -> None:
    found = article(f"<h1>新船进港</h1><div>{line}</div><div>{paragraphs()}</div>")
    assert (found.source, found.authors, found.date_published[:19]) == (source, authors, "2022-06-18T10:05:41")


def test_the_paper_in_brackets_at_the_end() -> None:
    assert article(f"<h1>新船进港</h1><div>2022-06-18</div><div>{paragraphs()}<p>（江城晚报）</p></div>").source == "江城晚报"
    assert article(f"<h1>新船进港</h1><div>2022-06-18</div><div>{paragraphs()}<p>（未完待续）</p></div>").source == ""


ENGLISH = (
    "The harbour welcomed the first of the new container ships on Tuesday, and dockers worked through the night to unload two thousand boxes.",
    "The captain said the channel was twice as wide as it had been five years ago, and that berthing took forty minutes.",
    "Two more berths will be built next year, bringing the capacity of the port to twelve million boxes, officials said.",
)


@pytest.mark.parametrize(
    ("line", "date", "source", "authors"),
    [
        pytest.param("By Zhang Wei | Haimen Daily | Updated: 2021-07-08 09:12", "2021-07-08", "Haimen Daily", "Zhang Wei", id="bars"),
        pytest.param("Updated: 2021-07-08 09:12 By Zhang Wei (Haimen Daily)", "2021-07-08", "Haimen Daily", "Zhang Wei", id="brackets"),
        pytest.param("By: Mary Reardon August 18, 2021 3:21 PM", "2021-08-18", "", "Mary Reardon", id="date-behind-the-name"),
        pytest.param("By Mary Reardon Tuesday, Aug. 17, 2021", "2021-08-17", "", "Mary Reardon", id="weekday-behind-the-name"),
        pytest.param("<span class=author>Mary Reardon</span> Aug 17, 2021", "2021-08-17", "", "Mary Reardon", id="class"),
        pytest.param("<span class=author>Senior Contributor</span> Aug 17, 2021", "2021-08-17", "", "", id="rank"),
        pytest.param("Space 17 Aug 2021", "2021-08-17", "", "", id="section"),
        pytest.param("The Harbour Act was signed into law on August 14, 1935", "", "", "", id="a-day-told"),
    ],
)
def test_english_bylines(line: str, date: str, source: str, authors: str) -> None:
    found = article(f"<h1>New ship enters harbour</h1><div>{line}</div><div>{paragraphs(ENGLISH)}</div>")
    assert (found.date_published[:10], found.source, found.authors) == (date, source, authors)


def test_a_language_of_one_time_zone() -> None:
    text = ("新しい岸壁の建設は来年の四月に始まる予定だ。", "市は十二日、港の整備計画を発表した。観光客の増加に対応するためという。", "住民からは騒音を心配する声も出ている。")
    assert article(f"<h1>港に新しい岸壁</h1><p>2023年5月11日 18時30分</p>{paragraphs(text)}").date_published == "2023-05-11T18:30:00+09:00"


IMPRINT = "<div>望港网 版权所有 未经书面授权禁止使用<br>互联网新闻信息服务许可证：32120180001<br>新闻热线：0523-8000000 地址：望港市滨江路9号</div>"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("".join(f"<a href='/p/{i}'><img src='/t/{i}.jpg'></a>" for i in range(30)), id="gallery"),
        pytest.param("<h1>您对公交服务满意吗？</h1><form><input type=radio>满意<br><input type=radio>一般<br><input type=submit value=投票></form>", id="poll"),
        pytest.param("<p>对不起，您要查看的文章不存在或者已经被删除！</p><p><a href='/'>返回首页</a></p>", id="removed"),
        pytest.param("<h2>该内容已被发布者删除</h2>", id="removed-by-its-author"),
    ],
)
def test_the_foot_of_a_page_is_no_article(html: str) -> None:
    assert restore(f"<html><head><title>望港网</title></head><body>{MENU}{html}{IMPRINT}</body></html>").article is None


def test_a_short_notice_with_a_telephone_number_is_an_article() -> None:
    assert article("<h1>寻人启事</h1><p>2022-06-18</p><p>老人身穿灰色夹克，昨晚在码头走失。</p><p>电话：0523-8000000</p>").text.startswith("老人身穿灰色夹克，昨晚在码头走失。")


def test_lines_of_a_live_report_keep_their_clock() -> None:
    live = ("[主持人] 各位朋友上午好，发布会现在开始。 10:10", "[发言人] 新船昨天进港，共卸下两千多个标准箱。 10:11", "[记者] 明年还会增加泊位吗？ 10:12", "[发言人] 会的，明年再建两座，后年投入使用。 10:13")
    assert article(f"<h1>文字直播：港口发布会</h1><div>时间：2022年6月18日 10:00</div><div>{paragraphs(live)}</div>").text.split("\n") == list(live)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("免责声明：本文仅供参考，不构成投资建议，据此操作风险自担。", id="disclaimer"),
        pytest.param("（原标题：第一艘新型集装箱船进港）", id="headline-of-another-outlet"),
    ],
)
def test_what_stands_before_the_text(line: str) -> None:
    assert article(f"<h1>新船进港</h1><div>2022-06-18 10:05 来源：望港网</div><div>{paragraphs((line, *TEXT))}</div>").text.split("\n") == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("（点击下载望港客户端，查看实时船期）", id="bracketed"),
        pytest.param("▲扫码关注望港公众号", id="below-a-code"),
        pytest.param("不用抽不用搶，現在用APP看新聞 <a href=/app>點我下載APP</a>", id="linked"),
    ],
)
def test_invitations_amid_the_text(line: str) -> None:
    assert article(f"<h1>新船进港</h1><div>{paragraphs((TEXT[0], line, *TEXT[1:]))}</div>").text.split("\n") == list(TEXT)


def test_news_about_an_app_stays() -> None:
    line = "市民可以下载望港客户端查看实时船期，首日已有三千人安装。"
    assert line in article(f"<h1>新船进港</h1><div>{paragraphs((TEXT[0], line, *TEXT[1:]))}</div>").text


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        pytest.param("<p class=author>顾一凡 石磊</p><p>2022-06-18 10:05 来源：望港日报", "望港日报", "顾一凡\n石磊", id="two-in-one-element"),
        pytest.param("2022-06-18 10:05 来源: 望港晚报(江城)", "望港晚报", "", id="city-behind-the-paper"),
        pytest.param("2022-06-18 10:05</p><p>（望港社記者張祈花蓮18日電）", "望港社", "張祈", id="wire-of-a-short-name"),
        pytest.param("2022-06-18 10:05</p><p>（望港社記者游凱翔台北18日電）", "望港社", "游凱翔", id="wire"),
        pytest.param("<p>石佳/望港青年报</p><p>2022-06-18 10:05</p>", "望港青年报", "石佳", id="writer-and-paper"),
        pytest.param("<p class=author-name>江边小渔</p><p>2022-06-18 10:05</p>", "", "江边小渔", id="pen-name"),
        pytest.param("<p class=author>管理员</p><p>2022-06-18 10:05</p>", "", "", id="no-account"),
        pytest.param("<span>原创</span> <a id=js_name>望港生活</a> <em>2022-06-18 10:05</em>", "望港生活", "", id="public-account"),
    ],
)
def test_names_of_agencies_accounts_and_papers(line: str, source: str, authors: str) -> None:
    found = article(f"<h1>新船进港</h1><div>{line}</div><div>{paragraphs()}</div>")
    assert (found.source, found.authors) == (source, authors)


@pytest.mark.parametrize(("told", "source"), [("江城晚报-2014年03月12日-第06版-新船进港", "江城晚报"), ("江城日报数字报-新船进港", "江城日报"), ("新船进港_2014年海报", ""), ("新船进港", "")])
def test_the_paper_of_a_digital_edition(told: str, source: str) -> None:
    found = restore(f"<html><head><title>{told}</title></head><body>{MENU}<h1>新船进港</h1>{paragraphs()}</body></html>").article
    assert found
    assert found.source == source


@pytest.mark.parametrize(
    ("scripts", "date"),
    [
        pytest.param("<script>var page = {publish_time: '2022-06-18 11:42:03', id: 7};</script>", "2022-06-18T11:42:03+08:00", id="text"),
        pytest.param("<script>var ct = \"1655523723\";</script>", "2022-06-18T11:42:03+08:00", id="seconds"),
        pytest.param("<script>{\"publishDate\": \"2022-06-18T03:42:03.000Z\"}</script>", "2022-06-18T03:42:03+00:00", id="utc"),
        pytest.param("<script>var page = {publish_time: '2022-06-18', next: {publish_time: '2022-06-19'}};</script>", "", id="of-other-articles-too"),
        pytest.param("<pre>page = {'publish_time': '2022-06-18 10:00:00', 'content': '这一段示例说明每个字段的含义和写法'}</pre>", "", id="text-about-scripts"),
        pytest.param("<script>var server_time = '2022-06-18 11:42:03', version = '2022-06-18';</script>", "", id="another-time"),
    ],
)
def test_the_date_that_a_script_fills_in(scripts: str, date: str) -> None:
    assert article(f"<h1>新船进港</h1><em id=publish_time></em><div>{paragraphs()}</div>{scripts}").date_published == date


def test_a_script_does_not_outdo_the_page() -> None:
    assert article(f"<h1>新船进港</h1><div>2022-06-18 10:05</div><div>{paragraphs()}</div><script>var ct = '1655609999';</script>").date_published == "2022-06-18T10:05:00+08:00"


def test_the_stamp_on_a_headline() -> None:
    page = f"<html><head><title>新船进港见闻与感想</title></head><body>{MENU}<div><h2><span>原创</span>新船进港见闻与感想</h2>{paragraphs()}</div>{FOOT}</body></html>"
    found = restore(page).article
    assert found
    assert (found.title, found.text.split("\n")) == ("新船进港见闻与感想", list(TEXT))


ASIDE = "<aside><h3>热门</h3><ul><li><a href='/x1'>江堤上的樱花开了一半</a> <span>作者：柳含烟</span></li><li><a href='/x2'>老车站改成了菜场</a> <span>来源：北滩网</span></li></ul></aside>"
LISTED = "<div>热读</div><ul><li><a href='/x1'>江堤上的樱花开了一半</a> 文：柳含烟</li><li><a href='/x2'>老车站改成了菜场</a> 来源：北滩网</li></ul>"


@pytest.mark.parametrize(
    ("above", "below", "source", "authors", "editors"),
    [
        pytest.param("<div>2022-06-18 10:05 望港晚报</div>", ASIDE, "望港晚报", "", "", id="bylines-of-a-side-column"),
        pytest.param("<div>2022-06-18 10:05 望港晚报</div>", LISTED, "望港晚报", "", "", id="bylines-of-a-list"),
        pytest.param("<div>2022-06-18 10:05</div>", f"{LISTED}<div>【责任编辑：祝允之】</div>", "", "", "祝允之", id="an-editor-below-a-list"),
        pytest.param("<div>2022-06-18 10:05</div>", "<div>[稿源：<a href='/w'>望港网-望港晚报</a>]</div><div>[作者：何漪]</div>" + LISTED, "望港网-望港晚报", "何漪", "", id="linked-but-labelled"),
        pytest.param("<div>2022-06-18</div>", "<table><tr><td>吞吐量</td><td>二百</td></tr><tr><td>泊位</td><td>三</td></tr><tr><td>工人</td><td>四十</td></tr><tr><td>船长</td><td>一</td></tr></table><p>（文/何漪）</p>", "", "何漪", "", id="below-a-table"),
        pytest.param("<div class=account><div class=name>望港发布</div><div>2022-06-18 10:05 · 望港市融媒体中心官方账号</div></div>", "", "望港发布", "", "", id="an-account-and-who-it-is"),
        pytest.param("<div class=AuthorInfo><span><a href='//z.example/people/heyi'>何漪</a></span><div class=AuthorInfo-badge>开船的人</div></div><div>2022-06-18</div>", "", "", "何漪", "", id="an-author-box"),
        pytest.param("<div><a href='/u/99'>渡口的猫</a></div><div>今天 08:30 阅读 10万+</div>", "", "", "渡口的猫", "", id="an-alias-linked-to-its-page"),
        pytest.param("<div><a href='/u/me'>更多</a></div><div>2022-06-18</div>", "", "", "", "", id="a-word-of-the-bar-linked-so"),
        pytest.param("<div><span>望港周刊</span> 何漪清风 实习生 岑月 2022-06-18</div>", "", "望港周刊", "何漪清风|岑月", "", id="a-name-before-a-rank"),
        pytest.param("<div>本刊记者/何漪</div><div>发于2022.6.18总第751期《望港周刊》</div>", "", "望港周刊", "何漪", "", id="an-issue-of-a-weekly"),
        pytest.param("<ul><li>望港日报</li><li>何漪</li><li>2022-06-18</li></ul>", "", "望港日报", "何漪", "", id="a-list-of-three"),
        pytest.param("<div>2022-06-18 稿源：<a class=source><img src=/l.png alt=望港晚报></a></div>", "", "望港晚报", "", "", id="a-logo-for-a-name"),
        pytest.param("<div><a href='http://sports.wg.example/'>望港体育</a> 2022-06-18 10:05</div>", "", "望港体育", "", "", id="a-link-to-a-first-page"),
        pytest.param("<div>望港市港务局局长　何 漪</div><div>（2022年6月18日）</div>", "", "", "何漪", "", id="who-gave-a-speech"),
        pytest.param("<div class=src><span>船坛快线</span> <span>2022-06-18 10:05</span></div>", "", "船坛快线", "", "", id="a-source-by-its-class-and-its-day"),
        pytest.param("<div class=src><span>国际</span> <span>2022-06-18 10:05</span></div>", "", "", "", "", id="a-section-in-its-place"),
        pytest.param("<div class=src><span>何漪清</span> <span>2022-06-18 10:05</span></div>", "", "", "何漪清", "", id="a-writer-in-its-place"),
        pytest.param("<div>2022-06-18</div>", "<div>作者: 辛夏 出版: 白石文艺出版社</div>", "", "", "", id="the-author-of-a-book"),
        pytest.param("<div>2022-06-18</div>", "<div>责任编辑：</div><div>平台声明：该文观点仅代表作者本人。</div><div><a href='/t'>搬家</a></div>", "", "", "", id="a-label-with-nothing-behind"),
    ],
)
def test_who_wrote_it_and_where(above: str, below: str, source: str, authors: str, editors: str) -> None:
    page = f"<html><body>{MENU}<h1>新船进港</h1>{above}<div>{paragraphs()}</div>{below}{FOOT}</body></html>"
    found = restore(page).article
    assert found
    assert (found.source, found.authors.replace("\n", "|"), found.editors) == (source, authors, editors)


def test_the_office_in_a_table_above_the_headline() -> None:
    table = "<table><tr><td>索引号</td><td>WG0123</td><td>发布机构</td><td>县港务局</td></tr><tr><td>发布日期</td><td>2022-05-28</td></tr></table>"
    assert article(f"{table}<h1>关于泊位调整的通知</h1>{paragraphs()}").source == "县港务局"


def test_what_scripts_fill_the_page_from() -> None:
    fields = "<textarea class=article-time>1568069400000</textarea><textarea class=article-catname>国际/观察</textarea><textarea class=article-editor-name>祝允之</textarea>"
    found = article(f"<h1>新船进港</h1><div>来源：望港时报</div>{fields}<div>{paragraphs()}</div>")
    assert (found.date_published, found.section, found.editors) == ("2019-09-10T06:50:00+08:00", "国际 / 观察", "祝允之")


def test_the_day_a_letter_was_signed_is_not_the_day_it_was_printed() -> None:
    letter = f"<h1>渡轮的长椅</h1><div>{paragraphs()}<p>读者　何 漪</p><p>二○二二年六月二日</p></div>"
    printed = article(letter, "http://paper.example/html/2022-06/05/content_1.htm")
    assert (printed.date_published, printed.authors) == ("2022-06-05", "何漪")
    assert article(letter).date_published == "2022-06-02"
    assert article(letter, "http://paper.example/html/2021-06/05/content_1.htm").date_published == "2022-06-02"


def test_who_gave_a_speech_in_its_first_line() -> None:
    found = article(f"<h1>在港务工作会议上的讲话</h1><div>（2022年6月18日）</div><div><p>望港市港务局局长　何 漪</p><p>同志们：</p>{paragraphs()}</div>")
    assert found.authors == "何漪"


def test_a_page_of_the_last_century() -> None:
    page = (
        "<HTML><HEAD><TITLE>望港新闻</TITLE></HEAD><BODY><CENTER><FONT size=5><B>新船进港只用四十分钟</B></FONT><BR><FONT size=2>望港晚报 1999年10月08日 记者 何漪</FONT></CENTER><HR>"
        + "<BR>".join(f"　　{text}" for text in TEXT)
        + "<HR><A href=a.htm>渡轮换上长椅</A><BR><A href=b.htm>灯塔刷了新漆</A><BR><CENTER>望港信息港 制作</CENTER></BODY></HTML>"
    )
    found = restore(page.encode("gbk"), url="http://www.wanggang.example/news/991008/3.htm").article
    assert found is not None
    assert (found.title, found.text.split("\n"), found.date_published, found.source, found.authors) == ("新船进港只用四十分钟", list(TEXT), "1999-10-08", "望港晚报", "何漪")


def test_an_account_posted_what_a_reporter_wrote() -> None:
    meta = "<div class=meta>Posted on <a href=/d>June 18, 2022</a> by <a href=/x>heyi</a></div>"
    reported = (f"【望港新报记者翟文渡6月17日纽约报道】{TEXT[0]}", *TEXT[1:])
    assert article(f"<h1>新船进港</h1>{meta}{paragraphs(reported)}").authors == "翟文渡"
    assert article(f"<h1>新船进港</h1>{meta}{paragraphs()}").authors == "heyi"


def test_a_message_below_a_headline() -> None:
    body = f"<section>点击蓝字，关注我们</section><section>{paragraphs()}</section><section>— END —</section><p>文字 | 何漪</p><p>图片 | 翟文渡</p><p>编辑 | 祝允之</p><p>觉得不错，点个在看</p>"
    found = article(f"<h1 id=activity-name>新船进港</h1><div><span>何漪</span> <a id=js_name>望港旧事</a> <em>2022-06-18 07:30</em> <em>收录于合集 #码头 9个</em></div><div id=js_content>{body}</div>")
    assert (found.source, found.authors, found.editors, found.text.split("\n")) == ("望港旧事", "何漪", "祝允之", list(TEXT))


@pytest.mark.parametrize("line", ["放大 + 缩小 - 默认 o", "(Wanggang Daily 06/18/2022 page5)", "您的浏览器不支持视频播放", "※望港時報關心您：碼頭風大，請勿攀爬欄杆。"])
def test_what_a_paper_prints_beside_its_text(line: str) -> None:
    assert article(f"<h1>新船进港</h1><div>2022-06-18</div><div>{paragraphs()}<p>{line}</p></div>").text.split("\n") == list(TEXT)


def test_replies_with_buttons_below_a_post_are_no_part_of_it() -> None:
    replies = "".join(f"<div><div>{said}</div><div>{who}网友</div><div>{day}</div><div>回复</div><div>{n}</div></div>" for said, who, day, n in (("码头的路也该修一修了，坑坑洼洼好些年。", "青盐", "6月18日", 11), ("卡车太多，孩子上学不安全。", "东洲", "6月18日", 4), ("夜里的灯很好看，就是风大。", "北湾", "昨天 21:06", 2), ("支持。", "青盐", "3小时前", 0)))
    text = "".join(f"<p>{p}</p>" for p in TEXT)
    assert article(f"<h1>新船进港见闻</h1><div>2022年6月18日</div><div>{text}{replies}</div>").text.split("\n") == list(TEXT)


def test_a_dialogue_about_a_button_is_text() -> None:
    text = (*TEXT, "回复", "6月18日", "他只写了两个字：“回复”。", "船东第二天才看到。")
    assert article("<h1>新船进港见闻</h1><div>2022年6月18日</div><div>" + "".join(f"<p>{p}</p>" for p in text) + "</div>").text.split("\n") == list(text)
