"""Who wrote a page, where the head says so or the markup does. All synthetic."""

import pytest

from qnews_scraper.extract import Fields, extract
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse

TITLE = "渡口候船室修好了"
TEXT = (
    "停用两年的渡口候船室上周重新开门，屋顶换了新瓦，长椅刷过了漆，墙上还挂起一面老钟，走得比江上的船还准。",
    "摆渡的老艄公说，过去冬天等船，大家只能挤在桥洞里避风；如今屋里有热水，还有一架旧书，谁等得久了都能翻两页。",
    "渡口的管理站打算入夏以前再添一排遮阳棚，把下船的台阶也铺成缓坡，好让推车的人不用再绕远路。",
)


def fields(row: str = "", head: str = "", below: str = "", site: str = "江湾网") -> Fields:
    text = "".join(f"<p>{p}</p>" for p in TEXT)
    page = Page(text=f"<html lang=zh><head><title>{TITLE}_{site}</title>{head}</head><body><div><a href=/>首页</a></div><article><header><h1>{TITLE}</h1>{row}</header><div class=c>{text}</div>{below}</article></body></html>")
    return extract(parse(page.text), page, Options())


@pytest.mark.parametrize(
    ("head", "below", "authors"),
    [
        pytest.param("<meta name=author content=傅思珩>", "<div>责任编辑：傅思珩</div>", "", id="the editor, as a CMS calls its writers"),
        pytest.param("<meta name=author content=傅思珩>", "<div>责任编辑：葛一川</div>", "傅思珩", id="another than the editor"),
        pytest.param("<meta name=author content=傅思珩>", "", "傅思珩", id="nobody edits"),
        pytest.param("<meta name=byline content='NINA GE'>", "", "NINA GE", id="a byline in capitals"),
        pytest.param("<meta name=byline content='By Nina Ge and Sara Okafor'>", "", "Nina Ge\nSara Okafor", id="a byline of two"),
        pytest.param("<meta name=byline content=傅思珩、葛一川>", "", "傅思珩\n葛一川", id="a byline of two in Chinese"),
        pytest.param("<meta name=byline content='Ge, Nina'>", "", "Ge, Nina", id="a family name first"),
        pytest.param("<meta name=byline content=江湾网>", "", "", id="a site"),
        pytest.param("<meta name=byline content='admin'>", "", "", id="an account"),
    ],
)
def test_the_head_names_the_writer(head: str, below: str, authors: str) -> None:
    assert fields("<div>2020-03-04</div>", head, below).authors == authors


@pytest.mark.parametrize(
    ("row", "source", "authors"),
    [
        pytest.param("<div>更新于2020年3月4日 06:42 英国《江海时报》 罗伯特•格林</div>", "英国《江海时报》", "罗伯特•格林", id="a foreign name with a bullet behind outlet and day"),
        pytest.param("<div>2020年3月4日 06:42 罗伯特·格林</div>", "", "罗伯特·格林", id="a foreign name with a dot behind the day"),
        pytest.param("<div>2020年3月4日 06:42 财经•评论</div>", "", "", id="sections with a bullet"),
        pytest.param("<address>Nina Ge</address><div>2020年3月4日</div>", "", "Nina Ge", id="an address"),
        pytest.param("<address>NINA GE</address><div>2020年3月4日</div>", "", "NINA GE", id="an address in capitals"),
        pytest.param("<address><a href=/a>傅思珩</a></address><div>2020年3月4日</div>", "", "傅思珩", id="an address with a link"),
        pytest.param("<address>储思珩, NINA GE</address><div>2020年3月4日</div>", "", "储思珩\nNINA GE", id="an address of two"),
        pytest.param("<address>San Felipe, California</address><div>2020年3月4日</div>", "", "", id="a town and its country"),
        pytest.param("<div>傅思珩 — 华盛顿</div><div>2020年3月4日</div>", "", "傅思珩", id="who wires from where"),
        pytest.param("<div>焦点 | 华盛顿</div><div>2020年3月4日</div>", "", "", id="a section and a town"),
        pytest.param("<div>傅思珩，江海大学教授</div><div>2020年3月4日</div>", "", "傅思珩", id="who teaches where"),
        pytest.param("<div>平安，江海渡口管理站主任</div><div>2020年3月4日</div>", "", "", id="a word and a post"),
        pytest.param("<div>江海中文网专栏作家 傅思珩</div><div>2020年3月4日</div>", "", "傅思珩", id="a columnist"),
        pytest.param("<div>2020年3月4日 英国《江海时报》首席评论员 罗伯特•格林</div>", "", "罗伯特•格林", id="a commentator of a paper"),
        pytest.param("<div>江海新闻记者 傅思珩 / 文 葛一川 / 摄</div><div>2020年3月4日</div>", "", "傅思珩", id="who wrote and who took the pictures"),
        pytest.param("<div><span>原创</span><span>2020-03-04 19:37</span><span>·</span><a>渡口的老艄公</a></div>", "", "渡口的老艄公", id="an account that marks a text as its own"),
        pytest.param("<div><span>原创</span><span>2020-03-04 19:37</span><span>·</span><a>江海晚报</a></div>", "江海晚报", "", id="a paper that does"),
        pytest.param("<p>2020年3月4日15:12　山口绫乃</p>", "", "山口绫乃", id="a name of Japan"),
        pytest.param("<p>2020年3月4日15:12　山口日报</p>", "山口日报", "", id="a paper of a town that is called as families of Japan are"),
        pytest.param("<p>2020年3月4日15:12　清水河畔</p>", "清水河畔", "", id="words that begin as names of Japan do"),
        pytest.param("<div>2020年3月4日</div><div>口述：葛一川 整理：傅思珩</div>", "", "傅思珩", id="who wrote down what another told"),
        pytest.param("<div>2020年3月4日 整理：网络</div>", "", "", id="nobody wrote it down"),
        pytest.param("<div>来稿：傅思珩 2020-03-04</div>", "", "傅思珩", id="who sent it in"),
        pytest.param("<div>来稿：第一小学 2020-03-04</div>", "", "", id="a school that sent it in"),
        pytest.param("<div>江海文汇网讯（记者 傅思珩）</div><div>2020-03-04</div>", "江海文汇网", "傅思珩", id="a paper's dateline on a line of its own"),
        pytest.param("<address>江海市渡口路12号</address><div>2020年3月4日</div>", "", "", id="an address where letters go"),
        pytest.param("<address>NEW YORK</address><div>2020年3月4日</div>", "", "", id="a town"),
        pytest.param("<div>2020年3月4日</div><div>作者：<a href=/people/7>尼古拉</a></div>", "", "尼古拉", id="a label and a link below the day"),
        pytest.param("<div>2020年3月4日</div><div class=author>作者：<a href=/t/7>柯莱特</a></div>", "", "柯莱特", id="the same in a box of its own"),
        pytest.param("<div>2020年3月4日</div><div class=m-author>作者：<a>辛墨</a>&nbsp;<button>关注</button></div>", "", "辛墨", id="and a button behind it"),
        pytest.param("<div>2020年3月4日</div><div class=author>作者：<a href=/>江湾日报</a></div>", "江湾日报", "", id="a paper behind the label"),
        pytest.param("<div>江湾云评论员 谈笑<span>2020-03-04 21:12</span><span>来源：江湾云</span></div>", "江湾云", "谈笑", id="a commentator of a house by the day"),
        pytest.param("<div>更新时间：2020/03/04 16:30 信息来源：江湾县融媒体中心 记者 咸国强 摄影报道</div>", "江湾县融媒体中心", "咸国强", id="a reporter at the end of a long row"),
        pytest.param("<div><span>保险频道</span><span>《江海保险报》</span><span>傅思珩</span><span>2020年03月04日07:46</span></div>", "江海保险报", "傅思珩", id="a section and the paper it has it from"),
        pytest.param("<div><span>江湾频道</span> <span>傅思珩</span> <span>2020年03月04日07:46</span></div>", "江湾频道", "傅思珩", id="a section alone"),
        pytest.param("<div>2020-03-04</div><div>文/傅思珩 来自/江海晚报 fu@jianghai.example</div>", "江海晚报", "傅思珩", id="the paper behind the writer"),
        pytest.param("<div>2020-03-04</div><p class=author>撰文　贾思珩</p>", "", "贾思珩", id="a label with a blank in a box that is called the writer's"),
        pytest.param("<div>日期：2020-03-04 作者：市林果站 瞿国安 来源：江湾农技</div>", "江湾农技", "瞿国安", id="a station and who of it"),
    ],
)
def test_rows_above_the_text(row: str, source: str, authors: str) -> None:
    found = fields(row)
    assert (found.date_published[:10], found.source, found.authors) == ("2020-03-04", source, authors)


@pytest.mark.parametrize(
    ("below", "authors"),
    [
        pytest.param("<div>本文由 <b>老艄公</b> 发表于 2020年3月4日22:14:36</div>", "老艄公", id="who has put it up"),
        pytest.param("<div>标签：渡口 <a href=/t/1>候船室</a></div><div>本文由 老艄公 发布于 2020-03-04</div>", "老艄公", id="below the tags"),
        pytest.param("<div>本文由 admin 发表于 2020-03-04</div>", "", id="an account"),
        pytest.param("<div>本文由 江湾故事 发表于 2020-03-04</div>", "", id="the site"),
        pytest.param("<div>本文由 网络 整理发布</div>", "", id="nobody"),
        pytest.param("<div>标签: 渡口 候船室</div><div>作者:周六去摆渡 | 分类:随笔 | 浏览:677 | 评论:1</div>", "周六去摆渡", id="a pen name in the foot of a blog"),
        pytest.param("<div>作者：渡口.阿K ｜ 标签：随笔 ｜ 围观：31</div>", "渡口.阿K", id="a pen name with letters"),
        pytest.param("<div>作者:宣传统战科 | 分类:动态 | 浏览:677</div>", "", id="an office"),
        pytest.param("<div>作者:江湾故事 | 分类:动态 | 浏览:677</div>", "", id="the name of the site"),
        pytest.param("<div>作者:管理员 | 分类:动态 | 浏览:677</div>", "", id="nobody in particular"),
        pytest.param("<div>作者:周六去摆渡吧</div>", "", id="no row"),
        pytest.param("<h3>相关文章</h3><div><a href=/r/1>老面馆重新开张了</a></div><div>作者:周六去摆渡 | 分类:随笔 | 浏览:677</div>", "", id="another article's"),
    ],
)
def test_feet_of_blogs(below: str, authors: str) -> None:
    assert fields("<div>2020-03-04</div>", below=below, site="江湾故事").authors == authors


@pytest.mark.parametrize(
    ("names", "source", "authors"),
    [
        pytest.param("By NINA GEORGE and SARA OKAFOR, Associated Press", "Associated Press", "NINA GEORGE\nSARA OKAFOR", id="a house after its writers"),
        pytest.param("By Reuters", "Reuters", "", id="a house alone"),
        pytest.param("By Nina George, National Political Writer", "", "Nina George", id="what somebody is"),
        pytest.param("By Nina Post", "", "Nina Post", id="a writer of that name"),
    ],
)
def test_houses_and_posts_in_a_head_are_no_writers(names: str, source: str, authors: str) -> None:
    found = fields(head=f'<meta name="byline" content="{names}">')
    assert (found.source, found.authors) == (source, authors)


@pytest.mark.parametrize(
    ("row", "authors"),
    [
        pytest.param("<p>骆雨</p><p>来源：江湾晚报</p>", "骆雨", id="a name of two characters"),
        pytest.param("<p>文化</p><p>来源：江湾晚报</p>", "", id="a section"),
        pytest.param("<p>骆雨</p><p>江湾晚报</p>", "", id="nothing but a line"),
        pytest.param("<p>骆雨</p>", "骆雨", id="nothing at all"),
        pytest.param("<p>高岭</p>", "", id="a word that may be a name"),
    ],
)
def test_a_name_between_the_headline_and_its_source_on_a_page_without_a_day(row: str, authors: str) -> None:
    assert fields(row).authors == authors


@pytest.mark.parametrize(("end", "authors"), [("（傅思珩 通讯员 葛一川）", "傅思珩\n葛一川"), ("（江海 通讯员 葛一川）", "葛一川")])
def test_who_signs_in_brackets_with_a_correspondent(end: str, authors: str) -> None:
    assert fields("<div>2020-03-04</div>", below=f"<p>{end}</p>").authors == authors


@pytest.mark.parametrize(("name", "authors"), [("高岭", "高岭"), ("高处", "")])
def test_a_name_alone_between_the_headline_and_verses(name: str, authors: str) -> None:
    verses = ("桥洞里的风", "比船先到", "等船的人", "先听见了桨声", "灯在对岸亮着", "谁也没有催", "水一寸一寸地退", "船一寸一寸地来", "候船室的钟", "走得比江水慢")
    page = Page(text=f"<html lang=zh><head><title>江湾日报-手机版</title></head><body><div>2020-03-04 第08版 江上</div><h1>等船的夜晚</h1><p>{name}</p><div>{'<br>'.join(verses)}</div></body></html>")
    assert extract(parse(page.text), page, Options()).authors == authors


@pytest.mark.parametrize(("site", "source"), [("江灣新聞速報", "江灣新聞速報"), ("江灣網", "")])
def test_a_site_that_is_called_as_sections_are(site: str, source: str) -> None:
    found = fields("<div><time>14:26 2020/03/04</time> <span>江灣新聞速報</span> <span>傅思珩</span></div>", site=site)
    assert (found.source, found.authors) == (source, "傅思珩")


@pytest.mark.parametrize(
    ("row", "source"),
    [
        pytest.param("<span>傅思珩</span>·<time>2020-03-04 08:02</time>·<span>渡口</span>·<span>阅读约3分钟</span>", "渡口", id="beside who wrote it"),
        pytest.param("<time>2020-03-04 08:02</time>·<span>渡口</span>", "", id="with the day alone, as sections are"),
        pytest.param("<span>傅思珩</span>·<time>2020-03-04 08:02</time>·<span>候船</span>·<span>阅读约3分钟</span>", "", id="another word"),
    ],
)
def test_a_site_whose_name_could_be_any_word(row: str, source: str) -> None:
    assert fields(f"<div>{row}</div>", "<meta property=og:site_name content=渡口>", site="渡口").source == source


@pytest.mark.parametrize(
    ("end", "authors"),
    [
        pytest.param("<p align=right>黎紫</p>", "黎紫", id="a name to the right"),
        pytest.param('<p style="text-align: right">黎紫</p>', "黎紫", id="a name that its style sets to the right"),
        pytest.param("<p>黎紫</p>", "", id="two characters below a text may be any word"),
        pytest.param("<p align=right>完稿</p>", "", id="another word to the right"),
    ],
)
def test_a_short_name_below_an_essay(end: str, authors: str) -> None:
    assert fields(below=end).authors == authors


@pytest.mark.parametrize("lead", ["【江湾网】（记者 葛一川 实习记者 何沛）", "（本报记者 葛一川 实习生 何沛）"])
def test_reporters_in_a_lead_below_a_standfirst(lead: str) -> None:
    deck = "<p>渡口的候船室关了两年，如今长椅和老钟都换了新的，管理站还打算添一排遮阳棚</p>"
    page = Page(text=f"<html lang=zh><head><title>{TITLE}_江湾网</title></head><body><div><a href=/>首页</a></div><h1>{TITLE}</h1><div>2022-03-04 10:20</div><div>{deck}<p>{lead}{TEXT[0]}</p><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div></body></html>")
    assert extract(parse(page.text), page, Options()).authors == "葛一川\n何沛"
