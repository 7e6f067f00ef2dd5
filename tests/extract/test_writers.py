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
