"""Dates, sources, authors and editors on some 5,300 pages: bylines (more than 180 of them without a date) in three page forms.

Every page carries lures: dates in the text, dated related stories, a clock, a copyright year.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from qnews_scraper.extract import Fields, extract
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse

TITLE = "老码头旧仓库改建成社区图书馆"
BODY = (
    "城西老码头的三座旧仓库经过一年多的修缮，日前重新打开大门。记者在现场看到，原来的砖墙和木梁都保留了下来，书架沿墙而立，临江的一面换成了整排的落地窗。",
    "据介绍，仓库始建于1956年8月5日，曾经是全市最大的粮食中转站。2009年停用以后，一直空置。去年春天，街道办事处向居民征集改造意见，收到回信六百多封。",
    "负责设计的工程师说，他们没有追求新奇，“最要紧的是让老人走得进来，让孩子坐得下来”。馆内设座位二百四十个，藏书三万余册，每天开放到晚上九点。",
    "家住附近的刘大爷每天都来看报。他说，以前这里晚上黑漆漆的，如今灯亮着，心里也亮堂。图书馆下一步还将同学校合作，开设周末的读书课。",
)
RELATED = ("城东菜市场本周起试行夜间营业 2022-02-02", "江边步道三期工程将于年底完工 (2021-11-30)", "记者手记：一座城的码头记忆 2020-10-10")


def paragraphs(above: list[str], below: list[str]) -> tuple[str, ...]:
    """The text, with what its first paragraph begins and its last one ends with, and paragraphs after that."""
    lead, tail = ("".join(line[1:] for line in lines if line.startswith("¶") and not line.startswith("¶¶")) for lines in (above, below))
    return (lead + BODY[0], *BODY[1:-1], BODY[-1] + tail, *(line[2:] for line in below if line.startswith("¶¶")))


def own(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith("¶")]


def modern(above: list[str], below: list[str]) -> str:
    rows = "".join(f"<div class='info'>{line}</div>" for line in own(above))
    return (
        f"<!doctype html><html lang='zh'><head><title>{TITLE}_社区_长河网</title></head><body><nav><a href='/'>首页</a><a href='/s/'>社区</a><a href='/t/'>体育</a></nav>"
        f"<article><h1>{TITLE}</h1>{rows}<div class='content'>" + "".join(f"<p>　　{p}</p>" for p in paragraphs(above, below)) + "".join(f"<p>{line}</p>" for line in own(below)) + "</div></article>"
        "<aside><h3>相关新闻</h3><ul>" + "".join(f"<li><a href='/r/{i}'>{r}</a></li>" for i, r in enumerate(RELATED)) + "</ul></aside>"
        "<footer>Copyright © 2003-2022 长河网 版权所有 京ICP备2022020202号</footer></body></html>"
    )


def layout_table(above: list[str], below: list[str]) -> str:
    rows = "".join(f"<tr><td align=center><font size=2>{line}</font></td></tr>" for line in own(above))
    return (
        f"<html><head><title>{TITLE}</title></head><body><table width=960><tr><td>今天是2022年2月2日 星期三</td></tr><tr><td><a href=/>首页</a> | <a href=/a/>社区</a> | <a href=/b/>体育</a></td></tr></table>"
        f"<table width=960><tr><td width=640><table><tr><td align=center><b><font size=5>{TITLE}</font></b></td></tr>{rows}<tr><td>"
        + "<br><br>".join(f"　　{p}" for p in paragraphs(above, below)) + "".join(f"<br>{line}" for line in own(below)) + "</td></tr></table></td><td width=320><b>热点排行</b><br>"
        + "<br>".join(f"<a href=/r/{i}.htm>{r}</a>" for i, r in enumerate(RELATED)) + "</td></tr></table><center>版权所有 长河网 2003-2022</center></body></html>"
    )


def dump(above: list[str], below: list[str]) -> str:
    return "\n\n".join(["长河网", "您当前位置: 社区>>要闻>>", TITLE, *own(above), *(f"    {p}" for p in paragraphs(above, below)), *own(below), "相关新闻", *(f"• {r}" for r in RELATED), "版权所有 长河网 2003-2022"]) + "\n"


FORMS = {"modern": modern, "layout table": layout_table, "dump": dump}


def cases() -> Iterator[tuple[dict[str, str], str, Fields]]:
    with (Path(__file__).parent / "bylines.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE):
            above, below = ([line for line in row[k].split("⏎") if line] for k in ("above", "below"))
            for name, form in FORMS.items():
                if name == "dump" and "<" in row["above"] + row["below"]:
                    continue
                page = Page(url=row["url"], fetched_at=row["fetched_at"], text=form(above, below))
                yield row, name, extract(parse(page.text), page, Options())


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[dict[str, str], str, Fields]]:
    return list(cases())


def test_the_set_is_large_enough(outcomes: list[tuple[dict[str, str], str, Fields]]) -> None:
    assert len(outcomes) >= 3 * 1900
    assert sum(not row["date"] for row, _, _ in outcomes) >= 3 * 180


def test_dates(outcomes: list[tuple[dict[str, str], str, Fields]]) -> None:
    wrong = [(row["above"], name, fields.date_published) for row, name, fields in outcomes if row["date"] and fields.date_published != row["date"]]
    dated = sum(bool(row["date"]) for row, _, _ in outcomes)
    assert len(wrong) <= 0.01 * dated, wrong


def test_no_date_is_invented(outcomes: list[tuple[dict[str, str], str, Fields]]) -> None:
    assert [(row["above"], name, fields.date_published) for row, name, fields in outcomes if not row["date"] and fields.date_published] == []


@pytest.mark.parametrize("field", ["source", "authors", "editors"])
def test_names(outcomes: list[tuple[dict[str, str], str, Fields]], field: str) -> None:
    """Of the pages that have the field at least .98 are right; of those that lack it, at most .01 get one."""
    counts: Counter[str] = Counter()
    wrong = []
    for row, name, fields in outcomes:
        expected = row[field].replace("|", "\n")
        kind = "present" if expected else "absent"
        counts[kind] += 1
        if getattr(fields, field) != expected:
            counts[f"{kind} wrong"] += 1
            wrong.append((row["above"], row["below"], name, getattr(fields, field)))
    assert counts["present wrong"] <= 0.02 * counts["present"], wrong
    assert counts["absent wrong"] <= 0.01 * counts["absent"], wrong


def test_body_and_title_are_untouched_by_the_byline(outcomes: list[tuple[dict[str, str], str, Fields]]) -> None:
    wrong = []
    for row, name, fields in outcomes:
        text = "\n".join(paragraphs(*(row[k].split("⏎") for k in ("above", "below"))))
        if fields.title != TITLE or fields.text != text:
            wrong.append((row["above"], row["below"], name, fields.title, fields.text))
    assert len(wrong) <= 0.05 * len(outcomes), [w[:4] for w in wrong]


LISTED = ("江边新栈桥试走", "老面馆重新开张", "桥头菜场换了顶棚", "旧书市搬进地铁口", "夜班公交加开两班", "街口银杏进入观赏期", "渡口候船室修好了", "少年合唱团招新", "修伞铺的第四十年")


@pytest.mark.parametrize(
    ("below", "editors"),
    [
        pytest.param("<div>责任编辑：傅思珩</div>", "傅思珩", id="below a long list"),
        pytest.param("<div>（责编：傅思珩、葛一川）</div>", "傅思珩\n葛一川", id="in brackets"),
        pytest.param("<div>责任编辑的茶杯</div>", "", id="a headline"),
        pytest.param("<div class=next><h2>渡口候船室修好了</h2><p>渡口的候船室上周修好了，屋顶换了新瓦，长椅重新刷过漆，墙上还挂起了一面老钟。</p></div><div>责任编辑：傅思珩</div>", "", id="another article's"),
        pytest.param("<aside><div>责任编辑：傅思珩</div></aside>", "", id="a side column's"),
    ],
)
def test_the_editor_below_a_list(below: str, editors: str) -> None:
    listed = "".join(f"<li><a href='/r/{i}.html'>{r}</a></li>" for i, r in enumerate(LISTED))
    text = "".join(f"<p>{p}</p>" for p in BODY)
    page = Page(url="", fetched_at="", text=f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>2020-03-04</div><div class=c>{text}</div><div><h4>相关新闻</h4><ul>{listed}</ul></div>{below}<div>版权所有 长河网</div></body></html>")
    assert extract(parse(page.text), page, Options()).editors == editors


@pytest.mark.parametrize(
    ("info", "source"),
    [
        pytest.param("来源：<a href=//jcwb.example><img src=/l.png alt=江城晚报></a><span>评论 <b>23</b></span>", "江城晚报", id="a picture in a link"),
        pytest.param("稿源：<img src=/l.png alt='海门之声logo'> 2021-03-04", "海门之声", id="a name that no list of forms knows"),
        pytest.param("<span>來源：</span><img src=/l.png title=港島週刊>", "港島週刊", id="a label in an element of its own"),
        pytest.param("来源：江城晚报 <img src=/l.png alt=海门之声>", "江城晚报", id="a name before the picture"),
        pytest.param("分享：<img src=/w.png alt=微信群><img src=/b.png alt=海门之声>", "", id="another label"),
        pytest.param("来源：<b>评论</b> 23", "", id="no name"),
        pytest.param("8204</div><div><a href=https://haimen.example>Haimen Weekly</a>", "Haimen Weekly", id="a paper in Latin letters, which is no person"),
    ],
)
def test_the_source_behind_a_label_is_a_picture(info: str, source: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in BODY)
    page = Page(text=f"<html lang=zh><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div>2021-03-04 08:00</div><div>{info}</div>{text}</body></html>")
    fields = extract(parse(page.text), page, Options())
    assert (fields.source, fields.authors) == (source, "")
