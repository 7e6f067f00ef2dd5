"""Articles on more than one page: joined in order, and compared with their origin."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from qnews_scraper.article import Article
from qnews_scraper.options import Hints, Options
from qnews_scraper.page import Page
from qnews_scraper.parts import agreement, further, joined
from qnews_scraper.pipelines import Item, VerifyOrigin
from qnews_scraper.tree import parse

from .running import crawl
from .server import SENTENCES, article_html, served, site_file

TEXT = "\n".join(SENTENCES)


def article(**more: Any) -> Article:
    return Article(**({"id": "1", "title": "质量强市总动员", "text": TEXT} | more))


def test_an_article_over_three_pages(tmp_path: Any) -> None:
    """Whole, in order, once; its further pages are no articles of their own, and their ledger stands beside its own."""
    with served() as site:
        done = crawl(tmp_path / "out", url=site.url + "/long")
        again = crawl(tmp_path / "out", url=site.url + "/long")
    (row,) = done.articles
    lines = row["text"].split("\n")
    assert [line.partition("消息")[0] for line in lines] == ["长文上"] * 5 + ["长文中"] * 5 + ["长文下"] * 5
    assert [part["url"].removeprefix(site.url) for part in done.ledger[0]["parts"]] == ["/long_2", "/long_3"]
    assert done.rejected == []
    assert again.articles == done.articles


def test_a_missing_part_is_told(tmp_path: Any) -> None:
    with served("User-agent: *\nDisallow: /long_2\n") as site:
        done = crawl(tmp_path / "out", url=site.url + "/long")
    (row,) = done.articles
    assert [line.partition("消息")[0] for line in row["text"].split("\n")] == ["长文上"] * 5 + ["长文下"] * 5
    assert f"pages: {site.url}/long_2 is missing: robots: Forbidden by robots.txt" in row["warnings"].split("\n")


def test_a_part_that_was_missing_comes_with_the_next_run(tmp_path: Any) -> None:
    """A new version, whole; and when the part is missing again, no version that lacks it."""
    with served("User-agent: *\nDisallow: /long_2\n") as site:
        for site.robots_status in (200, 404, 200, 404):
            done = crawl(tmp_path / "out", url=site.url + "/long")
    assert [len(a["text"].split("\n")) for a in done.articles] == [10, 15]
    assert len({a["id"] for a in done.articles}) == 2
    assert [a["id"] for a in done.articles] == [entry["id"] for entry in done.ledger]
    assert done.rejected == []


def test_workers_give_the_same_articles(tmp_path: Any) -> None:
    with served() as site:
        chosen = {"site": site_file(tmp_path, site.url, max_lists="2")}
        one, two = (crawl(tmp_path / str(n), {"QNEWS_WORKERS": str(n)}, **chosen) for n in (0, 2))
    assert one.status == two.status == 0

    def by_url(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return sorted(({k: v for k, v in row.items() if k != "fetched_at"} for row in rows), key=lambda row: row["url"])

    assert by_url(one.articles) == by_url(two.articles)
    assert by_url(one.ledger) == by_url(two.ledger)


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        (".more a", ["http://a.cn/x?part=2", "http://a.cn/y"]),
        ("a.next", ["http://a.cn/y"]),
        (".none a", []),
        ("a[", []),
        ("a::before", []),
    ],
)
def test_the_sites_selector_for_the_next_page(selector: str, found: list[str]) -> None:
    links = '<a href="/x?part=2">续</a><a class=next href="/y#top">续</a><a href="/x">同</a><a href="javascript:go()">x</a><a href="http://[">x</a>'
    tree = parse(f"<html><body><p>正文</p><div class=more>{links}</div></body></html>")
    options = Options(hints=Hints(next_page=selector))
    assert list(further(tree, Page(url="http://a.cn/x"), options)) == found


def test_joined_counts_for_all_parts() -> None:
    whole = joined([article(edits=1, repair_kinds="mirror", lost=1), article(id="2", text="又一段，到此为止。", edits=2, repair_kinds="mirror\nscript")])
    assert (whole.id, whole.edits, whole.lost, whole.repair_kinds) == ("1", 3, 1, "mirror\nscript")
    assert whole.text == TEXT + "\n又一段，到此为止。"
    assert whole.text_sha256 != article().text_sha256


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        pytest.param(article(), "agrees: title same, text 100% the same", id="the same"),
        pytest.param(article(title="质量强市 总动员", text=TEXT.replace("，", ",")), "agrees: title same, text 100% the same", id="other marks"),
        pytest.param(article(text="本报讯\n" + TEXT + "\n责任编辑：某某"), "agrees: title same, text 100% the same", id="a line more at both ends"),
        pytest.param(article(title="另一题"), "differs: title '另一题', text 100% the same", id="negative: another title"),
        pytest.param(article(text="今天天气很好，孩子们放起了风筝。"), "differs: title same, text 0% the same", id="negative: another text"),
        pytest.param(article(text=""), "differs: title same, text 0% the same", id="negative: no text"),
    ],
)
def test_agreement(theirs: Article, said: str) -> None:
    assert agreement(article(), theirs) == said


class Engine:
    """Answers as the engine's downloader does."""

    def __init__(self, answer: Response | Exception) -> None:
        self.answer = answer

    async def download_async(self, request: Any) -> Response:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


ORIGIN = "http://www.origin.example/1.html"
HEADERS = {"Content-Type": "text/html; charset=utf-8"}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Response(ORIGIN, headers=HEADERS, body=article_html("甲").encode()), f"origin: {ORIGIN} agrees: title same, text 100% the same"),
        (Response(ORIGIN, headers=HEADERS, body=article_html("乙").encode()), f"origin: {ORIGIN} differs: "),
        (Response(ORIGIN, status=404, body=b"x"), f"origin: {ORIGIN} not verified: http: 404 Not Found"),
        (TimeoutError("late"), f"origin: {ORIGIN} not verified: download: late"),
    ],
)
@pytest.mark.parametrize("origin", [ORIGIN, ""])
def test_verify_origin(answer: Any, said: str, origin: str) -> None:
    crawler: Any = SimpleNamespace(spider=SimpleNamespace(wanted=SimpleNamespace(verify_origin=True)), engine=Engine(answer))
    ours = article(title="甲质量强市总动员", text="\n".join(f"甲消息：{s}" for s in SENTENCES), origin_url=origin)
    item = asyncio.run(VerifyOrigin(crawler).process_item(Item(Page(warnings=("mirror: x",)), Options(), article=ours)))
    assert item.article is not None
    assert item.article.warnings.startswith(said) if origin else item.article.warnings == ""
    assert len(item.page.warnings) == 1 + bool(origin)


def test_negative_no_origin_is_fetched_unasked() -> None:
    crawler: Any = SimpleNamespace(spider=SimpleNamespace(wanted=SimpleNamespace(verify_origin=False)))
    with pytest.raises(NotConfigured):
        VerifyOrigin(crawler)


def test_an_origin_at_which_a_step_fails_does_not_cost_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: Page, options: Options) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("qnews_scraper.pipelines.restore_with_further", fail)
    crawler: Any = SimpleNamespace(spider=SimpleNamespace(wanted=SimpleNamespace(verify_origin=True)), engine=Engine(Response("http://a.cn/x", body=b"<p>x</p>")))
    item = asyncio.run(VerifyOrigin(crawler).process_item(Item(Page(), Options(), article=article(origin_url="http://a.cn/x"))))
    assert item.article is not None
    assert item.article.warnings == "origin: http://a.cn/x not verified: internal-error: RecursionError: too deep"
