"""Outlets that the page tells without a label beside the date: in a table above the headline, behind a writer, below a picture. All synthetic."""

import pytest

from qnews_scraper.extract import Fields, extract
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse

TITLE = "老渡口的候船室修好了"
TEXT = ("渡口的候船室上周修好了，屋顶换了新瓦，长椅重新刷过漆，墙上还挂起了一面走得很慢的老钟。", "船工说，等船的人终于不用站在雨里，孩子们也有了写作业的地方，夜里的灯一直亮到末班船靠岸。", "候船室每天六点开门，九点关门。")
ENGLISH_TITLE = "The old ferry landing has a roof again"
ENGLISH = ("The waiting room at the old landing was repaired last week, with new tiles and a clock that runs slow.", "The ferrymen said that nobody has to stand in the rain any more, and that children do their homework there.", "It opens at six and closes at nine.")


def fields(above: str, title: str = TITLE, text: tuple[str, ...] = TEXT, tail: str = "", before: str = "") -> Fields:
    page = Page(text=f"<html lang=zh><head><title>{title}{tail}</title></head><body>{before}<h1>{title}</h1>{above}<div class=c>" + "".join(f"<p>{p}</p>" for p in text) + "</div></body></html>")
    return extract(parse(page.text), page, Options())


def cells(*pairs: str) -> str:
    return "<table>" + "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in (pair.split("=") for pair in pairs)) + "</table>"


@pytest.mark.parametrize(
    ("before", "source"),
    [
        pytest.param(cells("索 引 号：=MB0U/2022-417", "主题分类：=交通", "发布机构：=海门县人民政府", "有 效 性：=有效", "信息来源：=县航运局"), "县航运局", id="table of an office"),
        pytest.param(cells("索引号：=MB0U/2022-417", "主题分类：=交通", "发布机构：=海门县人民政府"), "海门县人民政府", id="who published it"),
        pytest.param(cells("首页=新闻", "来源：=县航运局"), "", id="another table"),
    ],
)
def test_the_table_above_the_headline(before: str, source: str) -> None:
    assert fields("", before=before).source == source


@pytest.mark.parametrize(
    ("by", "tail", "source", "authors"),
    [
        pytest.param("By Nina Ge, Harbour Star", " – Harbour Star", "Harbour Star", "Nina Ge", id="the site behind the writer"),
        pytest.param("By Nina Ge, Lena Fu", " – Harbour Star", "", "Nina Ge\nLena Fu", id="two writers"),
        pytest.param("By Nina Ge", " | Nina Ge", "", "Nina Ge", id="a writer's own site"),
    ],
)
def test_the_site_in_the_byline(by: str, tail: str, source: str, authors: str) -> None:
    found = fields(f"<p>{by}</p><p>March 9, 2019</p>", ENGLISH_TITLE, ENGLISH, tail)
    assert (found.source, found.authors) == (source, authors)


@pytest.mark.parametrize(
    ("first", "source"),
    [
        pytest.param(("■新瓦已經鋪好。", "港江日報訊（記者 葛一川）" + TEXT[0]), "港江日報", id="below a picture"),
        pytest.param((TEXT[0], "港江日報訊（記者 葛一川）" + TEXT[1]), "", id="below the text's first paragraph"),
    ],
)
def test_the_lead_below_a_picture(first: tuple[str, ...], source: str) -> None:
    assert fields("<div>2012-11-30</div>", text=(*first, *TEXT[1:])).source == source


@pytest.mark.parametrize(
    ("first", "source"),
    [
        pytest.param("海门日报讯（记者 葛一川）" + TEXT[0], "海门日报", id="a paper in the text"),
        pytest.param("海门社3月9日电 " + TEXT[0], "海门新闻网", id="an agency"),
        pytest.param(TEXT[0], "海门新闻网", id="nobody else"),
    ],
)
def test_the_site_beside_the_day(first: str, source: str) -> None:
    page = Page(text=f"<html lang=zh><head><title>海门新闻网--{TITLE}</title></head><body><h1>{TITLE}</h1><div>海门新闻网 2001年09月14日08:32</div><div>" + "".join(f"<p>{p}</p>" for p in (first, *TEXT[1:])) + "</div></body></html>")
    assert extract(parse(page.text), page, Options()).source == source


@pytest.mark.parametrize(
    ("above", "name", "source"),
    [
        pytest.param("<div>第04版：县域经济</div><div>2019年07月23日 星期二</div>", "海门日报", "海门日报", id="a page of a paper"),
        pytest.param("<div>县域经济</div><div>2019年07月23日 星期二</div>", "海门日报", "", id="no page"),
        pytest.param("<div>第04版：县域经济</div><div>2019年07月23日 星期二</div>", "海门观察", "", id="no paper"),
        pytest.param("<div>第3版权声明</div><div>2019年07月23日 星期二</div>", "海门日报", "", id="another word"),
    ],
)
def test_the_paper_whose_pages_are_shown(above: str, name: str, source: str) -> None:
    page = Page(text=f"<html lang=zh><head><title>{name}-{TITLE}</title></head><body>{above}<h1>{TITLE}</h1><div>" + "".join(f"<p>{p}</p>" for p in TEXT) + "</div></body></html>")
    assert extract(parse(page.text), page, Options()).source == source


@pytest.mark.parametrize(
    ("first", "source"),
    [
        pytest.param("海门在线讯 " + TEXT[0], "海门在线", id="the site's own news"),
        pytest.param("长河在线讯 " + TEXT[0], "", id="a word of the text"),
        pytest.param("海门在线说，" + TEXT[0], "", id="no news of it"),
    ],
)
def test_the_site_that_a_text_begins_with(first: str, source: str) -> None:
    assert fields("<div>2021-08-15</div>", tail=" - 海门在线", text=(first, *TEXT[1:])).source == source
