"""Next-page links and joined parts."""

from urllib.parse import urljoin

import pytest

from qnews_scraper.article import Article
from qnews_scraper.extract import join, next_pages
from qnews_scraper.page import Page
from qnews_scraper.tree import parse


def links(*pairs: tuple[str, str]) -> str:
    return "<html><body><p>正文，一段。</p>" + "".join(f'<a href="{href}">{text}</a> ' for href, text in pairs) + "</body></html>"


FOUND = [
    pytest.param("http://a.cn/2011-08/05/content_123.htm", [("content_123.htm", "1"), ("content_123_2.htm", "2"), ("content_123_3.htm", "3"), ("content_123_2.htm", "下一页")], ["content_123_2.htm", "content_123_3.htm"], id="underscore"),
    pytest.param("http://a.cn/2011-08/05/content_123_2.htm", [("content_123.htm", "上一页"), ("content_123_3.htm", "下一页")], ["content_123_3.htm"], id="from-the-second"),
    pytest.param("http://a.cn/x.php?id=5", [("x.php?id=5&page=2", "[2]"), ("x.php?id=5&page=3", "[3]")], ["x.php?id=5&page=2", "x.php?id=5&page=3"], id="query"),
    pytest.param("http://a.cn/x.html", [("x-2.html", "第2頁"), ("x-3.html", "第3頁")], ["x-2.html", "x-3.html"], id="traditional"),
    pytest.param("http://a.cn/news/77001/", [("/news/77001/2/", "2"), ("/news/77001/3/", "Next")], ["/news/77001/2/", "/news/77001/3/"], id="path"),
    pytest.param("http://a.cn/x.shtml", [("x_1.shtml", "2"), ("x_2.shtml", "3")], ["x_1.shtml", "x_2.shtml"], id="counted-from-zero"),
]  # fmt: skip

NOT_FOUND = [
    pytest.param("http://a.cn/1001.html", [("1002.html", "下一篇"), ("1000.html", "上一篇")], id="neighbouring-articles"),
    pytest.param("http://a.cn/1001.html", [("1002.html", "下一页")], id="other-number-is-another-article"),
    pytest.param("http://a.cn/1001.html", [("list_2.html", "2"), ("list_3.html", "3")], id="list-pages"),
    pytest.param("http://a.cn/1001.html", [("javascript:next()", "下一页"), ("#", "2")], id="script"),
    pytest.param("http://a.cn/1001.html", [("http://b.cn/1001_2.html", "2")], id="other-host"),
    pytest.param("http://a.cn/1001_3.html", [("1001.html", "1"), ("1001_2.html", "2"), ("1001_3.html", "3")], id="last-page"),
    pytest.param("http://a.cn/1001.html", [("1001_2.html", "高清图集")], id="no-page-label"),
    pytest.param("", [("1001_2.html", "2")], id="no-url"),
    pytest.param("http://[bad/1.html", [("1001_2.html", "2")], id="malformed-url"),
]  # fmt: skip


@pytest.mark.parametrize(("url", "pairs", "expected"), FOUND)
def test_finds(url: str, pairs: list[tuple[str, str]], expected: list[str]) -> None:
    assert next_pages(parse(links(*pairs)), Page(url=url)) == tuple(urljoin(url, e) for e in expected)


@pytest.mark.parametrize(("url", "pairs"), NOT_FOUND)
def test_finds_nothing(url: str, pairs: list[tuple[str, str]]) -> None:
    assert next_pages(parse(links(*pairs)), Page(url=url)) == ()


def test_joins_in_order_without_doubles() -> None:
    lead = "导语在每一页上都再说一遍，读者只要读一次。"
    parts = [
        Article(id="1", title="题", text=f"{lead}\n第一页的正文，说了第一件事。", images="http://a/1.jpg", image_captions="图一"),
        Article(id="2", title="题(2)", text=f"{lead}\n小标题\n第二页的正文，说了第二件事。", images="http://a/1.jpg\nhttp://a/2.jpg", image_captions="图一\n", links="http://a/x"),
        Article(id="3", title="题(3)", text="小标题\n第三页的正文，说了第三件事。"),
    ]
    whole = join(parts)
    assert whole.text.split("\n") == [lead, "第一页的正文，说了第一件事。", "小标题", "第二页的正文，说了第二件事。", "小标题", "第三页的正文，说了第三件事。"]
    assert (whole.id, whole.title, whole.links) == ("1", "题", "http://a/x")
    assert (whole.images.split("\n"), whole.image_captions.split("\n")) == (["http://a/1.jpg", "http://a/2.jpg"], ["图一", ""])


def test_one_part_is_itself_and_none_is_an_error() -> None:
    one = Article(id="1", text="a")
    assert join([one]) is one
    with pytest.raises(ValueError, match="no parts"):
        join([])
