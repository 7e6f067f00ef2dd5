"""What stands right before and right after the text, in its block or in another: all of own writing."""

import pytest

from qnews_scraper import restore
from tests.extract.pages import lines_of

TEXT = (
    "盐湖边的采卤车间上月换上了新水泵，夜班工人从六个减到两个，产量反而多了一成半。",
    "班长老郑在这里干了二十二年，他说从前修一次泵要停产三天，如今换一个零件只要半个钟头。",
    "厂里还打算把换下来的旧泵送给下游的灌区，那里的三个村子等水浇地已经等了整整一个春天。",
)


def text_of(html: str, told: str = "盐湖车间换新泵_青盐网") -> list[str]:
    return lines_of(html, told)


def lines(*texts: str, mark: str = "<p>{}</p>") -> str:
    return "".join(mark.format(text) for text in texts)


@pytest.mark.parametrize(
    "foot",
    [
        pytest.param("本网站所刊载的信息，不代表青盐网的观点，刊用本网站稿件，务经书面授权。", id="rights"),
        pytest.param("主办：青盐县融媒体中心 地址：青盐县卤水路三号 浏览统计：", id="office"),
        pytest.param("建议使用IE6.0以上浏览器，您是第 0051187 位访客", id="visitors"),
        pytest.param("本文限时免费，感谢各位读者订阅青盐周刊，支持新闻人走到现场！", id="subscribers"),
    ],
)
def test_the_house_below_the_text_is_no_part_of_it(foot: str) -> None:
    head = "<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20 来源：青盐网</div>"
    assert text_of(f"{head}<div>{lines(*TEXT)}</div><div><a href=/1>下一篇：灌区开闸</a></div><div>{foot}</div>") == list(TEXT)
    assert text_of(f"<table><tr><td>{head}</td></tr><tr><td>{lines(*TEXT, mark='　　{}<br>')}</td></tr><tr><td>{foot}</td></tr></table>") == list(TEXT)


@pytest.mark.parametrize(
    ("credit", "is_kept"),
    [("（何沛/文 鲁真/摄）", True), ("（文/何沛 图/鲁真）", True), ("（鲁真/摄）", False)],
)
def test_a_last_paragraph_may_name_writer_and_photographer_and_a_caption_only_the_latter(credit: str, is_kept: bool) -> None:
    last = "开春后他要去下游灌区教那里的人装水泵。他说三个村子的麦子都等着水。"
    picture = "" if is_kept else "<img src=/1.jpg>"
    assert (text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}{picture}<p>{last if is_kept else last.split('。')[0]}{credit}</p></div>") != list(TEXT)) is is_kept


@pytest.mark.parametrize("last", ["厂长说，新泵的知识产权归车间所有，欢迎邻厂的人来看。", "这篇稿子写完时，本报的老读者又寄来了三张旧照片。"])
def test_a_last_paragraph_that_speaks_as_the_house_does_stays(last: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, last)}</div>") == [*TEXT, last]


@pytest.mark.parametrize("line", ["校对 何沛", "值班编辑 何沛 鲁真", "（融媒记者：何沛 鲁真）", "本文来自青盐周刊，欢迎投稿：tg@qingyan.example", "广告声明：文内的对外链接（包括二维码、口令等形式）用于传递信息，结果仅供参考。"])
def test_who_worked_on_it_is_no_part_of_the_text(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, line)}</div>") == list(TEXT)


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("青盐社盐湖3月4日电 题：水泵换了，人也歇了", id="an-agency"),
        pytest.param("（2011年5月20日青盐县第十三届人民代表大会常务委员会第二十五次会议通过）", id="a-law"),
        pytest.param("<b>20:46 最后一台旧泵吊出了卤池</b>", id="an-entry"),
        pytest.param("编辑先生：", id="a-letter"),
        pytest.param("同志们：", id="a-speech"),
        pytest.param("尊敬的用户：厂区将于2022年6月18日0:00至6:00停水，给您带来不便，敬请谅解。", id="a-notice"),
    ],
)
def test_what_opens_a_text_is_part_of_it(first: str) -> None:
    found = text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20 来源：青盐网</div><div>{lines(first, *TEXT)}</div>")
    assert found == [first.replace("<b>", "").replace("</b>", ""), *TEXT]


@pytest.mark.parametrize("line", ["3月4日 10:20 来源：青盐网", "10:20 来源：青盐网 作者：何沛", "2022年3月4日讯", "（2022-03-04）"])
def test_a_dateline_is_no_part_of_the_text(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>{line}</div><div>{lines(*TEXT)}</div>") == list(TEXT)


@pytest.mark.parametrize("between", ["<br>", "</p><p>"])
def test_a_name_and_a_day_end_a_notice(between: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}<p>青盐县盐湖车间{between}二〇二二年三月四日</p></div>")[-2:] == ["青盐县盐湖车间", "二〇二二年三月四日"]


def test_a_verse_of_three_characters_is_no_number_of_a_page() -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, '水流过来，', '还给路。')}</div>")[-1] == "还给路。"


@pytest.mark.parametrize("line", ["請繼續往下閱讀...", "Story continues below advertisement", "廣告", "广告位招租", "广告加载失败", "廣告　請繼續往下閱讀", "廣告（請繼續閱讀本文）", "广告之后，文章将继续", "正文在广告后继续", "內文未完，請繼續往下滑", "往下看更多", "视频加载中，请稍候...", "您的浏览器不支持 HTML5 video", "Sorry, your browser does not support embedded video."])
def test_a_line_that_points_over_an_advertisement(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(TEXT[0], line, *TEXT[1:])}</div>") == list(TEXT)


def test_news_that_continue_below_keep_their_line() -> None:
    line = "他请记者继续往下读，读完再问。"
    assert "广告之后的内容" in text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT[:2], '广告之后的内容', TEXT[2])}</div>")
    assert line in text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(TEXT[0], line, *TEXT[1:])}</div>")


def test_a_notice_ends_with_its_numbers_to_call() -> None:
    line = "咨询电话：0530-6000000；举报电话：0530-6000001。特此公告。"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, line)}</div><div>打印 关闭</div>")[-1] == line


def test_a_notice_begins_with_whom_it_speaks_to() -> None:
    opening = ("尊敬的客户：", "因盐湖线路检修，我公司将于2022年3月10日23:00起停电四小时，现公告如下：")
    assert text_of(f"<h1>盐湖线路检修公告</h1><div>{lines(*opening, *TEXT)}</div>")[:2] == list(opening)


def test_a_note_on_names_is_no_signature() -> None:
    line = "（人名译音）"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, line)}</div>")[-1] == line


def test_news_of_the_same_kind_are_no_text() -> None:
    more = "<section><h4>同類新聞</h4><div><a href=/1>鹽橋今早重開</a><p>停了半個月的鹽橋今早重開，等了一夜的三十輛卡車依次過橋，司機說終於能回家了。</p></div></section>"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}</div>{more}") == list(TEXT)


@pytest.mark.parametrize(
    "last",
    [
        pytest.param("(编辑 何沛)", id="editor-in-brackets"),
        pytest.param("【資料提供／鹽業學系】", id="who-gave-it"),
        pytest.param("(Web editor: He Pei, Ge Lin)", id="web-editors"),
        pytest.param("글: 윤보라 기자 사진: 하도윤", id="korean"),
        pytest.param("媒体联络：press@qingyan.example", id="contact-of-the-press"),
        pytest.param("The author is a research fellow at the Institute of Salt. opinion@qingyan.example", id="who-the-author-is"),
        pytest.param("Pei He is a regular columnist for The Salt Lake Times.", id="who-the-columnist-is"),
        pytest.param("LIKE我们的官方网站，获取更多新信息", id="invitation"),
        pytest.param("不用排隊 現在用APP看新聞 保證天天有獎", id="the-house's-app"),
        pytest.param("进入【盐业股吧】讨论", id="board-of-readers"),
        pytest.param("阅读(2210) 收藏(7) 分享 举报", id="counts"),
        pytest.param("阅读(41)┊ 评论 (2)┊ 喜欢 打印┊举报", id="counts-of-a-blog"),
        pytest.param("前一篇：盐花 后一篇：卤水", id="neighbours-in-a-blog"),
        pytest.param("＜前の記事＞ ＜次の記事＞", id="neighbours-in-japanese"),
        pytest.param("相關字詞：鹽湖 水泵", id="tags"),
        pytest.param("※青鹽電力提醒您：換泵前請先關閘，以免觸電。", id="what-the-house-reminds-of"),
        pytest.param("本文由盐湖夜话出品，违者必究。", id="rights-of-a-writer"),
        pytest.param("hepei@qingyan.example", id="the-writer's-address"),
        pytest.param("本文转载自微信公众号“盐湖夜话”，作者何沛", id="account-and-writer"),
        pytest.param("（青盐日报客户端记者何沛）", id="reporter-of-an-app"),
        pytest.param("排版：何沛 美编：鲁真", id="who-laid-it-out"),
        pytest.param("点击左下角阅读原文", id="what-to-click"),
        pytest.param("更多鹽業資訊：一張圖看懂換泵", id="what-else-there-is"),
        pytest.param("本文采用知识共享署名许可协议", id="a-licence"),
        pytest.param("本報保留一切權利，轉載須經書面同意", id="rights-of-a-paper"),
        pytest.param("分类：盐 | 阅读(903) | 评论(2)", id="a-blog's-folder-and-counts"),
        pytest.param("《青盐日报》", id="a-paper"),
        pytest.param("青盐台记者 何 沛、拜合提亚尔 报道", id="a-stations-reporters"),
        pytest.param("(By Pei He and Lin Ge) ■", id="writers-in-english"),
        pytest.param("您是第 2731 位读者", id="a-counter"),
        pytest.param("立即下載《青鹽報》App，新聞一手掌握", id="the-house's-program"),
        pytest.param("支持青鹽社「小額贊助」，一起走得更遠。", id="what-readers-may-give"),
        pytest.param("下載青鹽社「鹽湖早班車」 App，新聞不漏接！", id="the-house's-program-by-its-name"),
        pytest.param("成为会员，解锁全部杂志内容", id="what-members-may-read"),
        pytest.param("本文採用 CC 姓名標示-非商業性 4.0 授權", id="a-licence-by-its-name"),
        pytest.param("温馨提示：本站健康知识仅供参考，不能作为诊断及医疗的依据，如有不适请及时就医。", id="what-it-is-good-for"),
        pytest.param("■換泵後的採鹵車間。 資料圖片", id="a-caption"),
    ],
)
def test_a_last_line_that_is_no_text(last: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, last)}</div>") == list(TEXT)


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("转自：青盐法治报", id="where-from"),
        pytest.param("请按赞本台的面子书专页", id="a-page-to-like"),
        pytest.param("独家报道：何沛 摄影：葛林", id="who"),
        pytest.param("（1. 青盐农技站；2. 盐业学院，青盐 570000）", id="affiliations"),
        pytest.param("<b>采卤人老何（青盐中学语文教师）</b>", id="an-alias"),
        pytest.param("青盐报记者 何沛 鲁真", id="a-papers-reporters"),
        pytest.param("□本报记者 何沛", id="our-reporter"),
        pytest.param("本报记者 欧 阳 亮 青盐报道", id="our-reporter-from-a-town"),
        pytest.param("■何 沛 本报特约记者 鲁真", id="a-writer-and-our-reporter"),
        pytest.param("才让东珠 何 沛 文/图", id="who-wrote-and-took-it"),
        pytest.param("<span>青盐日报社全媒体</span><span>阅读 1.2万</span>", id="how-often-it-was-read"),
        pytest.param("信息来源：青盐县盐业局浏览量：1093", id="a-row-of-labels"),
        pytest.param("【字体： 大 中 小】 打印本页", id="a-bar-of-tools"),
        pytest.param("讚 1,024　分享　傳送", id="a-bar-of-tools-and-counts"),
        pytest.param("Print this release Email to a colleague", id="a-bar-of-tools-in-english"),
        pytest.param("<span>■ 何 沛</span> <span>已有96人參與討論</span>", id="how-many-took-part"),
        pytest.param("<a>T大</a><a>T中</a><a>T小</a><span>评论(15)</span><span>可以听文章啦！</span>", id="a-bar-of-letters"),
    ],
)
def test_a_first_line_that_is_no_text(first: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(first, *TEXT)}</div>") == list(TEXT)


@pytest.mark.parametrize("line", ["点击上方蓝字关注我们", "点击进入盐湖频道专题", "更多盐湖消息请关注微信"])
def test_what_a_reader_is_to_click_is_no_text(line: str) -> None:
    for at in range(len(TEXT) + 1):
        assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT[:at], line, *TEXT[at:])}</div>") == list(TEXT)


@pytest.mark.parametrize("line", ["点击进入系统以后，他先看专题，再看水位。", "前一篇写泵，后一篇写人。", "他的信箱是 hepei@qingyan.example，信里夹着一张旧图。", "老郑提醒您：换泵前先关闸。", "支持者的小額贊助，三天就湊齊了一台泵。", "下載鹽湖水位 App，老鄭只用了一分鐘。"])
def test_a_last_line_that_is_text(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, line)}</div>") == [*TEXT, line]


def test_news_of_the_house_below_the_text_are_none_of_it() -> None:
    more = "".join(f"<li><a href=/{i}>鹽橋今早重開，第{i}輛卡車過橋</a></li>" for i in range(3))
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}<p>更多青鹽生活網報導</p><ul>{more}</ul></div>") == list(TEXT)


@pytest.mark.parametrize("tag", ["amp-ad", "amp-embed", "amp-sidebar"])
def test_what_an_element_of_amp_holds_for_others_is_none_of_it(tag: str) -> None:
    box = f"<{tag}><div placeholder>广告加载中，请稍候片刻。</div></{tag}>"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(TEXT[0])}{box}{lines(*TEXT[1:])}</div>") == list(TEXT)


@pytest.mark.parametrize("line", ["120.54万人", "T大T中两个泵", "可以听泵说话啦！", "大中小三台泵", "盐湖报记者 换泵", "盐湖报记者 何沛 换泵", "■盐湖的水 盐湖的人", "何沛 记者的一天", "Print and salt", "赞成的人先说", "转发的人很多", "记者：这台泵用了多少年？", "（1）换泵前先关闸。", "<b>换泵（一）</b>", "编辑来信问起过这台用了十年的泵。"])
def test_a_first_line_that_is_text(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(line, *TEXT)}</div>")[0] == line.replace("<b>", "").replace("</b>", "")


def test_the_row_of_an_offices_filing_is_no_text() -> None:
    row = "<div>索 引 号：QY0012/2022-00417　主题分类：水利　发文机关：县政府　发文字号：青政发〔2022〕22号　发布日期：2022-03-05</div>"
    page = f"<html><head><title>关于盐湖换泵的通告_青盐县政府</title></head><body><h1>关于盐湖换泵的通告</h1>{row}<div>{lines(*TEXT, '青盐县人民政府', '二〇二二年三月四日')}</div></body></html>"
    found = restore(page, url="http://www.qingyan.example/art/2022/3/5/art_1.html").article
    assert found is not None
    assert found.text.startswith(TEXT[0])
    assert found.date_published == "2022-03-05"


PANES = '<ul class="nav-tabs"><li><a href="#a">车间</a></li><li><a href="#b">灌区</a></li></ul><div class="tab-content"><div class="tab-pane active" id="a">{}</div><div class="tab-pane" id="b">{}</div></div>'
FEED = "<div>" + "".join(f'<p><a href="/{n}.html">邻县第{n}座盐场也换上了新水泵</a></p>' for n in range(12)) + "</div>"
LONG = "车间说，新泵一年省下的电够全厂的路灯亮三年，省下的人手去修了两条旧水渠，灌区的三个村子因此先浇上了地。"


def test_panes_are_a_part_of_the_text_around_them() -> None:
    panes = PANES.format(lines(TEXT[1], LONG), lines(TEXT[2]))
    assert text_of(f"<h1>盐湖车间换新泵</h1><p>{TEXT[0]}</p>{panes}<p>读者若有疑问，可以在周一到厂里问。</p>{FEED}") == [TEXT[0], TEXT[1], LONG, TEXT[2], "读者若有疑问，可以在周一到厂里问。"]


def test_panes_that_hold_the_text_alone_take_nothing_in() -> None:
    panes = PANES.format(lines(TEXT[1], LONG), lines(TEXT[2]))
    assert text_of(f"<h1>盐湖车间换新泵</h1>{panes}<p>青盐网所载的消息，转载请写明出处。</p>{FEED}") == [TEXT[1], LONG, TEXT[2]]


@pytest.mark.parametrize("name", ["story-box", "x-page-body"])
def test_an_element_of_the_pages_own_is_a_box(name: str) -> None:
    assert text_of(f"<{name}><h1>盐湖车间换新泵</h1>{lines(*TEXT)}</{name}>{FEED}") == list(TEXT)


def test_an_element_of_the_pages_own_in_a_line_is_none() -> None:
    assert text_of(f"<div><h1>盐湖车间换新泵</h1><p>{TEXT[0][:12]}<t-word>{TEXT[0][12:]}</t-word></p>{lines(*TEXT[1:])}</div>{FEED}") == list(TEXT)


ENTRIES = (("16:40", "今天的直播到这里结束，感谢各位读者一路陪伴。"), ("15:22", "新水泵开始转动，第一股卤水涌上了蒸发池的坝顶。"), ("14:05", "吊车就位，旧泵被缓缓吊起，老郑在一旁打着手势。"), ("13:10", "记者来到采卤车间，换泵的工人正在做最后的检查。"))
INTRO = "采卤车间今天更换用了二十二年的水泵，记者在现场为您带来消息。"


@pytest.mark.parametrize("mark", ["<li><span>{}</span><div>{}</div></li>", "<li><b>【{}】</b><p>{}</p></li>", "<li><h4>3月4日 {}</h4><p>{}</p></li>"])
def test_a_report_as_things_happen_keeps_its_introduction_and_first_entry(mark: str) -> None:
    entries = "".join(mark.format(*entry) for entry in ENTRIES)
    found = text_of(f"<h1>盐湖车间换新泵</h1><div>记者 何沛 2022年3月4日</div><div class=lead><p>{INTRO}</p></div><ul>{entries}</ul>")
    assert found[0] == INTRO
    assert [text for text in found if text in dict(ENTRIES).values()] == [text for _, text in ENTRIES]


def test_an_hour_of_its_own_above_a_text_is_a_dateline() -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022年3月4日</div><div><p>10:20</p>{lines(*TEXT)}</div>") == list(TEXT)


SAID = ("用户53714：我家就在坝下面", "匿名83690：楼上说得对", "网友71172：泵是哪里造的", "游客：早该换了")


@pytest.mark.parametrize("said", [SAID, tuple(f"網友a{i}77**：支持" for i in range(3)), tuple(f"手机用户138****00{i}：好" for i in range(4))])
def test_what_numbered_accounts_say_below_a_text_is_none_of_it(said: tuple[str, ...]) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}<div>{lines(*said)}</div></div>") == list(TEXT)


@pytest.mark.parametrize("said", [("网友甲：泵是哪里造的？", "网友乙：早该换了。", "网友丙：楼上说得对。"), ("记者：泵是哪里造的？", "老郑：本县造的。", "记者：能用多少年？")])
def test_what_a_text_quotes_stays(said: tuple[str, ...]) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, *said)}</div>") == [*TEXT, *said]


@pytest.mark.parametrize("box", ["<table align=left><tr><td>卤水铃声天天换<br><a href=/sms>订阅盐湖短信</a></td></tr></table>", "<div style='float:right;width:200px'>盐湖茶馆新帖<br><a href=/bbs/1>老泵的故事</a></div>", "<table align=RIGHT><tr><td>盐花图片下载</td></tr><tr><td><a href=/mms>更多彩信</a></td></tr></table>", "<table align=left><tr><td>广告：卤水铃声 首月免费</td></tr></table>", "<div style='float:left'>[推广] 盐湖茶馆 买三送一</div>", "<table align=left><tr><td>广告 · 卤水铃声 首月免费</td></tr></table>", "<div style='float:left'>赞助｜盐湖茶馆</div>"])
def test_a_small_box_of_links_that_the_text_flows_around_is_none_of_it(box: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{box}　　{'<br><br>　　'.join(TEXT)}</div>") == list(TEXT)


def test_a_sentence_that_the_text_flows_around_stays() -> None:
    told = "“修一次泵要停产三天。”"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div><p>{TEXT[0]}</p><div style='float:left'><p>{told}</p><p>班长老郑 <a href=/zh>人物</a></p></div>{lines(*TEXT[1:])}</div>")[1] == told


def test_a_line_of_the_text_that_speaks_of_advertising_stays() -> None:
    told = "广告：一年只做两回"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(TEXT[0], told, *TEXT[1:])}</div>")[1] == told


@pytest.mark.parametrize("last", ["聯絡人：盐业科 何先生 分機 12", "业务咨询电话：0000-1234567", "Media contact: Nina Ge, 555-0101"])
def test_whom_to_ask_in_a_box_below_the_text_is_none_of_it(last: str) -> None:
    head = "<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div>"
    assert text_of(f"{head}<div><div class=cp>{'</div><div class=cp>'.join(TEXT)}</div><ul class=c><li>{last}</li></ul></div>") == list(TEXT)
    assert text_of(f"{head}<div>{lines(*TEXT, last)}</div>") == [*TEXT, last]


@pytest.mark.parametrize("line", ["Translator: Huyan Ge", "Photographer: Lena Voss", "Translated by Huyan Ge", "譯者：林佩珊", "校译：何沛", "研究员：何沛"])
def test_who_else_worked_on_it_is_no_part_of_the_text(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, line)}</div>") == list(TEXT)


@pytest.mark.parametrize("line", ["研究员：看好后市", "分析师：卤价会涨"])
def test_what_people_of_a_profession_say_stays(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, line)}</div>") == [*TEXT, line]


@pytest.mark.parametrize(
    "line",
    [
        "预约挂号电话：0530-6000000", "訂報專線：0800-000-000", "报料热线：6000000", "投稿邮箱：tg@qingyan.example", "广告合作电话：0530-6000001 何先生", "版主点评：写得干净，收得稍急。——盐花", "【管理员推荐】：写盐也写人。", "责任编辑荐语：平实的笔，写出了盐的分量。", "編者按：本文獲青鹽徵文一等獎。",
        "【本文仅供交流学习之用，不代表本所出具的正式法律意见】", "本文內容僅供參考，不構成任何建議", "说明：以上内容仅作科普，如有不适请及时就医。", "This article is for general information only and is not legal advice.", "（何沛 文/图）", "（文/图 何沛 鲁真）", "（何沛/文 鲁真/图）",
    ],
)  # fmt: skip
def test_what_a_house_puts_below_a_text(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, line)}</div>") == list(TEXT)


@pytest.mark.parametrize(
    "line",
    ["联系电话：0530-6000000", "阅读：一座盐湖的三种读法", "登录后评论的人才知道，老泵原来有名字。", "他加入收藏的第一台泵还在转", "他拨通了挂号电话：没有人接，便又走了回来。", "厂长点评：这台泵值这个价。", "老郑说，图纸仅供学习之用，不代表定稿。", "版主点评他的诗，说写得干净，只是收得急了一点。", "论文采用知识共享许可，谁都可以用。", "成为会员以后，他读遍了馆里的书。", "更多的盐：从明年起", "他拿起《青盐日报》", "（青盐台盐湖记者 何沛 鲁真）", "他翻出了聊天记录截图", "盐场保留一切权利。", "本文三个字是他写得最多的。"],
)
def test_what_a_text_ends_with_stays(line: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT, line)}</div>")[-1] == line


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("<div><h3>同栏目文章</h3><ol><li>一条鱼的三种哭法</li><li>外婆的酸菜坛</li><li>腊月里的杀猪匠</li></ol></div>", id="the column's other texts"),
        pytest.param("<p>This entry was posted on Friday, May 14th, 2010 at 6:05 pm and is filed under salt.</p>", id="what WordPress says of its entry"),
        pytest.param("<p>建议使用 IE 5.0 以上浏览器，分辨率 800×600</p>", id="which browser to use"),
        pytest.param("<p>#盐湖 #水泵 #灌区</p>", id="hashtags"),
        pytest.param("<p>点击展开全文</p>", id="a control"),
        pytest.param("<p>只要動動手 現在用APP看新聞 天天抽獎</p><p>點我下載APP</p>", id="the house's program"),
        pytest.param("<div>Comments on this story Be the first to reply</div>", id="comments in English"),
        pytest.param("<p>Post your comment</p>", id="a prompt in English"),
        pytest.param("<p>请先登录后发表评论</p>", id="who may comment"),
        pytest.param("<p>文明上网，理性发言</p>", id="how to comment"),
        pytest.param("<p>查看全部 12 条评论</p>", id="all comments"),
        pytest.param("<p>分享让更多人看到</p>", id="a word for those who share"),
        pytest.param("<p>一键分享 QQ空间 微信</p>", id="a bar for those who share"),
        pytest.param("<p>加入收藏 设为首页</p>", id="a bar"),
        pytest.param("<p>阅读：1024 次</p>", id="how often it was read"),
        pytest.param("<p>【青盐网】微信公众号：qingyan_w</p>", id="an account"),
        pytest.param("<div class=qySite>实时卤价 盐花图库 模拟晒盐</div>", id="a menu in a box of its own"),
    ],
)
def test_what_a_site_puts_below_is_no_part_of_the_text(below: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}{below}</div>") == list(TEXT)


@pytest.mark.parametrize("below", ["<div class=by>何大水 鲁真 郑三江</div>", "<div>实时卤价 盐花图库 模拟晒盐</div>", "<div class=k>卤水 盐花，盐山</div>"])
def test_words_in_a_row_below_the_text_may_be_text(below: str) -> None:
    assert len(text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}{below}</div>")) == len(TEXT) + 1


def test_what_an_office_says_below_its_news() -> None:
    row = lines("發佈單位：鹽業科", "撰稿：何 沛", "發佈日期：民國111年3月4日", "點閱數：1,204", mark="<li>{}</li>")
    found = restore(f"<html><head><title>鹽湖車間換新泵 - 青鹽</title></head><body><div><a href=/>首頁</a></div><div><h2>鹽湖車間換新泵</h2><div>{lines(*TEXT)}</div><ul>{row}</ul></div></body></html>").article
    assert found is not None
    assert found.text.split("\n") == list(TEXT)
    assert found.date_published == "2022-03-04"


@pytest.mark.parametrize("zone", ["cap", "pic-text"])
def test_captions_that_are_all_there_is_are_the_text(zone: str) -> None:
    tools = "<div><a href='#'>列表查看</a> <a href='#'>幻灯播放</a></div>"
    shown = "".join(f"<div class={zone}>{text}</div><div><img src=/{i}.jpg></div>" for i, text in enumerate(TEXT))
    assert text_of(f"<h1>盐湖车间换新泵</h1>{tools}<div>{shown}</div><p>摄影/鲁真 来源：青盐网</p>") == list(TEXT)


def test_what_readers_say_in_a_box_for_them_is_none_of_it() -> None:
    said = "<div class=box><h4>互动区</h4><p><a href=/u/1>风一样的泵</a> 08:15 我家就在坝下面，水声停了！！</p><p><a href=/u/2>盐花</a> 09:41 恭喜恭喜</p></div>"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><ul>{lines(*TEXT, mark='<li>{}</li>')}</ul>{said}") == list(TEXT)


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [("cap", False), ("pic-desc", False), ("photo_note", False), ("capital", True), ("text", True)],
)
def test_a_line_called_a_caption_is_one_wherever_its_picture_stands(name: str, is_kept: bool) -> None:
    caption = "换泵那天早上的采卤车间，老郑和他的徒弟都在"
    found = text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div><p>{TEXT[0]}</p><p class={name}>{caption}</p><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div>")
    assert (caption in found) is is_kept


@pytest.mark.parametrize(
    ("about", "authors"),
    [
        pytest.param("<b>關於作者</b><p>何貓耳，住在鹽湖邊的插畫工作者。</p>", "何貓耳", id="a box about the writer"),
        pytest.param("<b>關於我們</b><p>青鹽網，住在鹽湖邊的人都看。</p>", "", id="a box about the house"),
        pytest.param("<b>關於作者</b><p>溫馨提示：請勿轉載。</p>", "", id="a note in the box"),
        pytest.param("<b>作者简介</b><p>欢迎，您可以在这里留言。</p>", "", id="a welcome in the box"),
    ],
)
def test_a_writer_introduced_below_the_text(about: str, authors: str) -> None:
    found = restore(f"<html><head><title>盐湖车间换新泵_青盐网</title></head><body><h1>盐湖车间换新泵</h1><div>{lines(*TEXT)}</div><div>{about}</div></body></html>").article
    assert found is not None
    assert found.authors == authors


@pytest.mark.parametrize("button", ["展开全文", "阅读全文", "點擊展開", "展开剩余内容"])
def test_the_text_goes_on_below_the_button_that_unfolds_a_part_of_it(button: str) -> None:
    folded = f'<div id="more">{lines(*TEXT[:2])}</div><a href="javascript:;">{button}</a>{lines(TEXT[2])}'
    assert text_of(f"<h1>盐湖车间换新泵</h1><section>{folded}</section>") == list(TEXT)


def test_the_button_that_unfolds_the_page_ends_the_text() -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><section>{lines(*TEXT)}<a href='javascript:;'>展开全文</a></section><div>{lines('<a href=/1>下游灌区今春开闸放水，三个村子喝上头道水。</a>')}</div>") == list(TEXT)


def test_what_a_box_says_below_the_button_that_unfolds_is_text_with_its_heading() -> None:
    said = "一台泵能用多久，要看卤水的浓度、叶轮的材质和每天停几次。"
    folded = f'{lines(TEXT[0])}<div id="more">{lines(*TEXT[1:])}</div><a href="javascript:;">阅读全文</a><fieldset><legend>工程师说</legend>{said}</fieldset>'
    assert text_of(f"<h1>盐湖车间换新泵</h1><section>{folded}</section>") == [*TEXT, "工程师说", said]


@pytest.mark.parametrize("heading", ["新闻链接：什么是采卤泵", "相关链接：灌区怎么报名"])
def test_a_box_of_prose_that_explains_the_news_is_a_part_of_it(heading: str) -> None:
    said = "采卤泵的叶轮用不锈钢铸成，怕沙不怕盐；一台泵重两吨半，要四个人才装得上。"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>{lines(*TEXT)}<div class='lj'><h4>{heading}</h4><p>{said}</p></div></div>")[-1] == said


@pytest.mark.parametrize("heading", ["新闻链接", "相关链接：盐业"])
def test_a_box_of_links_of_that_name_is_none(heading: str) -> None:
    listed = "".join(f"<p><a href=/{n}.html>{title}</a></p>" for n, title in enumerate(("邻县盐场也换上了新水泵。", "灌区三个村子喝上头道水。", "卤水里找出了锂。")))
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>{lines(*TEXT)}<div class='lj'><h4>{heading}</h4>{listed}</div></div>") == list(TEXT)


@pytest.mark.parametrize(
    "last",
    [
        pytest.param("监督举报电话：0977-555xxxx；电子邮箱：jiandu@yanhu.example", id="where to complain of it"),
        pytest.param("青盐县水务局 2022年3月4日", id="an office and the day on one line"),
        pytest.param("青盐盐业集团有限公司 二〇二二年三月四日", id="a company and the day in Chinese numerals"),
    ],
)
def test_the_last_line_of_a_notice_is_a_part_of_it(last: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵公告</h1><div>2022-03-04 10:20 来源：青盐网</div><div>{lines(*TEXT, last)}</div>")[-1] == last


@pytest.mark.parametrize("last", ["违法和不良信息举报电话：0977-555xxxx", "发布时间 2022年3月4日", "更多精彩 2022年3月4日"])
def test_a_last_line_that_only_resembles_it_is_none(last: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵公告</h1><div>2022-03-04 10:20 来源：青盐网</div><div>{lines(*TEXT, last)}</div>")[-1] == TEXT[-1]


PROGRAMME = ("3月5日19:30 采卤队对阵装船队（盐湖球场）", "3月5日20:40 灌区队对阵车间队（灌区小学）", "3月6日19:30 老郑队对阵新工队（盐湖球场）")


@pytest.mark.parametrize("mark", ["<li>{}</li>", "<p>{}</p>"])
def test_a_programme_above_the_text_is_a_part_of_it(mark: str) -> None:
    found = text_of(f"<h1>盐湖杯球赛开打</h1><div>2022-03-04 10:20</div><div><p>{INTRO}</p>{lines(*PROGRAMME, mark=mark)}{lines(*TEXT)}</div>")
    assert found == [INTRO, *PROGRAMME, *TEXT]


def test_a_programme_behind_tabs_is_no_poll() -> None:
    tabs = "".join(f'<input type="radio" name="t" id="t{n}"><label for="t{n}">{label}</label>' for n, label in enumerate(("赛程", "伤病")))
    hurt = "装船队：门将扭伤了脚踝，第一轮不会出场。"
    found = text_of(f"<h1>盐湖杯球赛开打</h1><div>2022-03-04 10:20</div><div><p>{INTRO}</p><div>{tabs}<ul>{lines(*PROGRAMME, mark='<li>{}</li>')}</ul><p>{hurt}</p></div>{lines(*TEXT)}</div>")
    assert [line for line in found if line != "赛程伤病"] == [INTRO, *PROGRAMME, hurt, *TEXT]


def test_a_licence_of_which_the_news_speak_is_none_of_the_house() -> None:
    first = "从八月起，身份证、营业执照和食品经营许可证可以在盐湖边的同一个窗口办理。"
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20 来源：青盐网</div><div>{lines(first, *TEXT)}</div>") == [first, *TEXT]


@pytest.mark.parametrize("foot", ["网络文化经营许可证：青网文0042号", "电信与信息服务业务经营许可证000044号", "出版物经营许可证 粤B2-0042"])
def test_a_licence_of_the_house_is_no_text(foot: str) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20 来源：青盐网</div><div>{lines(*TEXT, foot)}</div>") == list(TEXT)


@pytest.mark.parametrize(("foot", "is_kept"), [("來函請註明真實姓名及電話，本報有權刪改。", False), ("本刊保留删改来稿的权利，文责自负。", False), ("他在來函裡寫下了真實姓名及電話。", True)])
def test_what_a_paper_asks_of_those_who_write_to_it_is_no_text(foot: str, is_kept: bool) -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}</div><p>{foot}</p>") == [*TEXT, *([foot] if is_kept else [])]


@pytest.mark.parametrize("days", [("5月13日 晴", "5月16日 小雨", "5月21日 阴"), ("5月13日", "5月16日", "5月21日"), ("5月13日 星期二 多云", "5月16日 星期五 雨", "5月21日 星期三 晴转多云")])
def test_a_diary_keeps_its_first_day(days: tuple[str, ...]) -> None:
    told = [line for pair in zip(days, TEXT, strict=True) for line in pair]
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-06-04 10:20</div><div>{lines(*told)}</div>") == told


def test_a_day_that_stands_once_above_a_text_is_a_dateline() -> None:
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>{lines('5月13日 晴', *TEXT)}</div>") == list(TEXT)


def test_the_label_in_the_cell_beside_the_first_line_is_text() -> None:
    labels = ("招聘", "出租", "遗失")
    rows = "".join(f"<tr><td>{label}</td><td>{line}</td></tr>" for label, line in zip(labels, TEXT, strict=True))
    told = [line for pair in zip(labels, TEXT, strict=True) for line in pair]
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div><table>{rows}</table></div>") == told


@pytest.mark.parametrize("head", ["相关公告", "相關政策"])
def test_papers_of_the_same_kind_are_no_text(head: str) -> None:
    box = f"<div class=rel><b>{head}</b><ul><li>青盐县2020年盐湖车间换泵和清洗采卤管道情况公告</li><li>青盐县2019年盐湖车间换泵和清洗采卤管道情况公告</li></ul></div>"
    assert text_of(f"<div><h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*TEXT)}{box}</div></div>") == list(TEXT)


def test_a_heading_that_papers_are_told_below_stays() -> None:
    texts = [*TEXT[:2], "相关政策", TEXT[2]]
    assert text_of(f"<h1>盐湖车间换新泵</h1><div>2022-03-04 10:20</div><div>{lines(*texts)}</div>") == texts
