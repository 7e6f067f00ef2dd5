"""Which of a page's days is the article's: what stands above the headline, what was changed when, what a head says in UTC. All synthetic."""

import pytest

from qnews_scraper.extract import extract
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse

TITLE = "老码头旧仓库改建成社区图书馆"
TEXT = (
    "城西老码头的三座旧仓库经过一年多的修缮，重新打开大门。原来的砖墙和木梁都保留了下来，书架沿墙而立，临江的一面换成了整排的落地窗。",
    "负责设计的工程师说，他们没有追求新奇，最要紧的是让老人走得进来，让孩子坐得下来。馆内设座位二百四十个，每天开放到晚上九点。",
    "家住附近的刘大爷每天都来看报。他说，以前这里晚上黑漆漆的，如今灯亮着，心里也亮堂。图书馆下一步还将同学校合作，开设周末的读书课。",
)
WIRED = "【江海网2012年05月17日讯】"
UTC = '<meta property="article:published_time" content="2023-06-02T21:00:00Z"><meta property="article:modified_time" content="2023-06-03T06:10:00Z">'


def dates(above: str = "", row: str = "", head: str = "", lead: str = "", below: str = "", wrap: str = "", url: str = "") -> tuple[str, str]:
    text = "".join(f"<p>{p}</p>" for p in (lead + TEXT[0], *TEXT[1:]))
    page = Page(url=url, text=f"<html lang=zh><head><title>{TITLE}</title>{head}</head><body>{above}{wrap}<h1>{TITLE}</h1>{row}<div class=c>{text}</div>{below}</body></html>")
    fields = extract(parse(page.text), page, Options())
    return fields.date_published, fields.date_modified


@pytest.mark.parametrize(
    ("parts", "published", "modified"),
    [
        pytest.param({"above": "<div>现在时刻:2014-07-30 09:18</div>"}, "", "", id="a clock"),
        pytest.param({"above": "<div>最新一期：2018年第6期（总第412期）</div><div>出版日期：2018-06-01</div>"}, "", "", id="the issue on sale"),
        pytest.param({"above": "<div>节目预告：2012年4月21日 北帝庙前地</div>"}, "", "", id="what is to come"),
        pytest.param({"above": "<div>今日 <b>3</b> 位专家在线 <span>2020-12-21 冬至</span></div>"}, "", "", id="a calendar"),
        pytest.param({"above": "<div>八号风球期间活动取消安排（更新于 2022年11月1日）</div>"}, "", "", id="when a notice was changed"),
        pytest.param({"above": "<div>活动报名：茶乡健走 2016/11/20 指南宫站集合</div>"}, "", "", id="an event that calls for applications"),
        pytest.param({"above": "<div>2018年9月3日 星期一 农历七月廿四 多云</div>"}, "", "", id="a calendar with the weather"),
        pytest.param({"above": "<div><span>巴黎 08:12</span> <span>北京 15:12</span> <span>2019-06-25</span></div>"}, "", "", id="what time it is in the world"),
        pytest.param({"wrap": "<div><div>二〇一二年五月十七日　星期四　小雨</div>"}, "2012-05-17", "", id="an entry that begins as a diary's does"),
        pytest.param({"wrap": "<div><p>湖边的灯</p><div>2012年5月17日　星期四　小雨</div>"}, "", "", id="the same further down"),
        pytest.param({"below": "<section>" + "".join(f"<div class=card><div><a href=/{i}>动物园熊猫第{i}次分床</a><time datetime=2024-04-1{i}>4月</time></div></div>" for i in range(3)) + "</section>"}, "", "", id="the days of other articles in elements"),
        pytest.param({"row": "<div class=m><a href=/u/7>江海网城西记者站</a> <time datetime=2024-04-11>4月</time></div>"}, "2024-04-11", "", id="a day in an element beside a link"),
        pytest.param({"below": "<ul><li>发布单位：城西区</li><li>上版日期：110-10-05</li></ul>"}, "2021-10-05", "", id="when it was put up, as offices say"),
        pytest.param({"row": "<div>报道：何沛 <span>11/02/2021 21:15</span></div>", "head": "<meta name=pubdate content=2021-02-11>"}, "2021-02-11T21:15:00+08:00", "", id="day and month in the order that the head tells"),
        pytest.param({"row": "<div>报道：何沛 <span>11/02/2021 21:15</span></div>"}, "", "", id="day and month in either order"),
        pytest.param({"row": "<div>报道：何沛 <span>11/02/2021 21:15</span></div>", "head": "<meta name=pubdate content=2021-02-12>"}, "2021-02-12", "", id="another day than the head's"),
        pytest.param({"above": "<div>2012年5月17日　星期四　小雨</div>"}, "", "", id="the same above the page"),
        pytest.param({"wrap": "<div><div>2012年5月17日　星期四　农历四月廿七</div>"}, "", "", id="a calendar in the block of the text"),
        pytest.param({"wrap": "<div><div><b>17</b><i>2012.05</i></div>", "row": "<p><span>08:51</span><span>稿源：</span><span>江海晚报</span></p>"}, "2012-05-17T08:51:00+08:00", "", id="the day above, the hour below"),
        pytest.param({"above": "<div>2012年5月17日</div>", "row": "<p>08:51</p>"}, "2012-05-17T08:51:00+08:00", "", id="the hour alone below"),
        pytest.param({"above": "<div>2012年5月17日</div>", "row": "<p>08:51 老码头的早晨</p>"}, "2012-05-17", "", id="an hour that is told of"),
        pytest.param({"above": "<div>2022年8月15日 09:41:07</div>", "lead": "江海报2022年7月26日讯"}, "2022-07-26", "", id="a paper's own word against a clock"),
        pytest.param({"above": "<div>2012年5月17日</div>"}, "2012-05-17", "", id="a day alone right above"),
        pytest.param({"above": "<div>江城晚报 2012年5月17日 星期四 第8234期</div>"}, "2012-05-17", "", id="the issue of a paper"),
        pytest.param({"above": "<div>发布时间：2012-05-17 08:30</div>"}, "2012-05-17T08:30:00+08:00", "", id="a label above"),
        pytest.param({"above": "<div>Thursday, May 24, 2012</div>", "lead": WIRED}, "2012-05-17", "", id="a paper's own word against the day of its masthead"),
        pytest.param({"row": "<div>2012-05-18 09:00</div>", "lead": WIRED}, "2012-05-18T09:00:00+08:00", "", id="a dateline against a paper's own word"),
        pytest.param({"lead": WIRED, "below": "<div>更新: 2012-05-18 02:05:41 AM</div>"}, "2012-05-17", "2012-05-18T02:05:41+08:00", id="a paper's own word and a change"),
        pytest.param({"below": "<div>更新: 2012-05-18 02:05:41 AM</div>"}, "2012-05-18T02:05:41+08:00", "", id="no day but that of a change"),
        pytest.param({"row": "<div>2012-05-17 21:00</div>", "below": "<div>更新: 2012-05-18 02:05:41 AM</div>"}, "2012-05-17T21:00:00+08:00", "2012-05-18T02:05:41+08:00", id="a change below the text"),
        pytest.param({"row": "<p>发布时间：2021/01/26 18:05</p><p>更新时间：2021/01/26 20:37</p>"}, "2021-01-26T18:05:00+08:00", "2021-01-26T20:37:00+08:00", id="a change on the next line"),
        pytest.param({"row": "<div>发布 / 2023年4月8日 05:00 AM</div><div>更新 / 2023年4月8日 01:20 PM</div>"}, "2023-04-08T05:00:00+08:00", "2023-04-08T13:20:00+08:00", id="labels with a stroke"),
        pytest.param({"row": "<div>发表于 2012-5-7 21:33:10</div><i>本帖最后由 老周 于 2012-5-9 08:15 编辑</i>"}, "2012-05-07T21:33:10+08:00", "2012-05-09T08:15:00+08:00", id="a post that was changed"),
        pytest.param({"head": '<meta property="article:published_time" content="2023-06-02T21:00:00Z">'}, "2023-06-03T05:00:00+08:00", "", id="a head in UTC is of another day than the reader's"),
        pytest.param({"row": "<div>发表时间：02/06/2023 - 23:00更改时间：03/06/2023 - 08:10</div>", "head": UTC}, "2023-06-02T21:00:00+00:00", "2023-06-03T06:10:00+00:00", id="a head in UTC and the day that the page shows"),
        pytest.param({"row": "<div>02/06/2023</div>", "head": UTC}, "2023-06-02T21:00:00+00:00", "2023-06-03T06:10:00+00:00", id="the same without an hour"),
        pytest.param({"row": "<div>03/06/2023 - 05:00</div>", "head": UTC, "url": "https://n.example/20230602-a"}, "2023-06-03T05:00:00+08:00", "2023-06-03T14:10:00+08:00", id="the day that the page shows is the reader's"),
        pytest.param({"head": UTC, "url": "https://n.example/20230602-a"}, "2023-06-02T21:00:00+00:00", "2023-06-03T06:10:00+00:00", id="a head in UTC and an address of that day"),
        pytest.param({"head": UTC, "url": "https://n.example/20230603-a"}, "2023-06-03T05:00:00+08:00", "2023-06-03T14:10:00+08:00", id="a head in UTC and an address of the reader's day"),
        pytest.param({"below": "<div><h2>相关内容</h2><a href=/1>动物园熊猫首次分床</a></div><ul><li><b>日期</b> 12.10.2017</li></ul>"}, "2017-10-12", "", id="a list below what is related"),
        pytest.param({"below": "<div><h2>相关内容</h2><a href=/1>动物园熊猫首次分床</a></div><ul><li>动物园开放日 12.10.2017</li></ul>"}, "", "", id="what is related has its own days"),
        pytest.param({"row": '<time datetime="2021-10-06T23:17:45+08:00">2021-10-06</time><time class="updated" datetime="2022-02-18T08:40:02+08:00">2022-02-18</time>'}, "2021-10-06T23:17:45+08:00", "2022-02-18T08:40:02+08:00", id="an element for changes"),
        pytest.param({"row": '<time class="entry-date published updated" datetime="2021-10-06T23:17:45+08:00">October 6, 2021</time>'}, "2021-10-06T23:17:45+08:00", "", id="an element for the day of a text that nobody changed"),
        pytest.param({"row": '<time class="updated" datetime="2021-10-06T23:17:45+08:00">3 天前</time>'}, "2021-10-06T23:17:45+08:00", "", id="the only day there is"),
        pytest.param({"row": "<div>2019-12-31 10:00</div><div>更新于 1月2日</div>"}, "2019-12-31T10:00:00+08:00", "2020-01-02", id="a change in the next year"),
        pytest.param({"row": "<div>2018-12-31 10:00</div><div>更新于 2月29日</div>"}, "2018-12-31T10:00:00+08:00", "", id="a change on a day that the calendar has not"),
        pytest.param({"row": "<div>2019-12-31 10:00</div><div>更新于 2018-01-01</div>"}, "2019-12-31T10:00:00+08:00", "", id="nothing is changed before it is published"),
    ],
)
def test_the_day_of_the_article(parts: dict[str, str], published: str, modified: str) -> None:
    assert dates(**parts) == (published, modified)


@pytest.mark.parametrize("label", "加入时间 录入日期 入库时间 收录时间 载入时间 上载时间 上稿日期 新增日期 采编时间 编发时间 供稿日期 撰稿时间 发送时间 发帖时间 转贴时间 整理时间 張貼日期 貼文時間 刷新时间 更动日期 異動日期".split())
def test_labels_of_days_on_which_a_page_was_put_up(label: str) -> None:
    assert dates(row=f"<div>{label}：2007-03-09 点击：42</div>") == ("2007-03-09", "")


@pytest.mark.parametrize("label", "加入会员日期 整理库房日期 拍摄日期 入职时间 开标时间 收稿截止日期".split())
def test_labels_of_other_days(label: str) -> None:
    assert dates(row=f"<div>{label}：2007-03-09 点击：42</div>") == ("", "")


@pytest.mark.parametrize(("row", "day"), [("日期：08-03-09 作者：何沛", "2008-03-09"), ("日期：03-09 作者：何沛", ""), ("期：第08-03-09号", "")])
def test_a_year_of_two_digits_behind_a_label(row: str, day: str) -> None:
    assert dates(row=f"<div>{row}</div>") == (day, "")
