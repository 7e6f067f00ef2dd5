"""`scrapy crawl articles` against a real server on loopback, in one crawl of everything that goes wrong."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from .running import Crawl, crawl
from .server import SENTENCES, Site, article_html, served, site_file

PATHS = (
    "/a/1 /a/1b /gbk /lostbyte /moved /cookie /loop /ping /missing /broken /slow /drip /bomb /zipped /short /image /empty /private /refresh /a/target"
).split()
ROBOTS = "User-agent: *\nDisallow: /private\n"


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Crawl, Site]]:
    """All PATHS in one crawl, a page of the same text at a second address among them."""
    folder = tmp_path_factory.mktemp("mixed")
    with served(ROBOTS) as site:
        lines = ["# addresses to fetch", "", *(site.url + path for path in PATHS), f"{site.url}/a/1?from=home", "ftp://127.0.0.1/x", "not a url"]
        (folder / "urls.txt").write_text("\n".join(lines), "utf-8")
        settings = {"DOWNLOAD_TIMEOUT": "2", "CONCURRENT_REQUESTS_PER_DOMAIN": "8"}
        yield crawl(folder / "out", settings, urls=folder / "urls.txt"), site


def text_of(name: str) -> str:
    return "\n".join(f"{name}消息：{s}" for s in SENTENCES)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("/a/1", "a1", id="ordinary"),
        pytest.param("/gbk", "东莞", id="GBK, the header says UTF-8"),
        pytest.param("/a/target", "atarget", id="behind a redirect, asked for twice"),
        pytest.param("/cookie", "曲奇", id="redirects to itself until it sees its cookie"),
        pytest.param("/zipped", "压缩", id="gzip on the wire"),
        pytest.param("/short", "断线", id="closed before its end"),
        pytest.param("/refresh", "刷新", id="meta refresh to a stranger's page"),
    ],
)
def test_articles(mixed: tuple[Crawl, Site], path: str, name: str) -> None:
    done, site = mixed
    (row,) = [a for a in done.articles if a["url"] == site.url + path]
    assert row["title"] == f"{name}质量强市总动员"
    assert row["text"] == text_of(name)
    assert row["date_published"] == "2011-08-05T14:27:00+08:00"
    assert row["fetched_at"].endswith("+00:00")
    assert row["archive_file"] == ""


def test_one_lost_byte_costs_one_character(mixed: tuple[Crawl, Site]) -> None:
    """Scrapy's own response.text makes every hanzi of such a page U+FFFD."""
    done, site = mixed
    (row,) = [a for a in done.articles if a["url"] == site.url + "/lostbyte"]
    want = text_of("惠州")
    assert sum(a != b for a, b in zip(row["text"], want, strict=False)) <= 2 or row["text"].count("\ufffd") <= 2
    assert row["text"][-40:] == want[-40:]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "http: 404 Not Found"),
        ("/broken", "http: 500 Internal Server Error"),
        ("/slow", "timeout: "),
        ("/drip", "timeout: "),
        ("/bomb", "too-large: "),
        ("/image", "not-html: image/png"),
        ("/empty", "empty: "),
        ("/private", "robots: Forbidden by robots.txt"),
        ("/loop", "redirect: max redirections reached"),
        ("/ping", "redirect: leads to an address of this crawl"),
        ("/a/1?from=home", "duplicate: of "),
    ],
)
def test_rejected_with_its_reason(mixed: tuple[Crawl, Site], path: str, reason: str) -> None:
    done, site = mixed
    (row,) = [r for r in done.rejected if r["url"] == site.url + path]
    assert row["reason"].startswith(reason)
    assert "\n" not in row["reason"]


def test_nothing_disappears(mixed: tuple[Crawl, Site]) -> None:
    """Every line of the file stands in one of the two outputs, under its address or the one it was redirected to."""
    done, site = mixed
    seen = {row["url"] for row in done.articles + done.rejected}
    assert {site.url + p for p in PATHS} - seen <= {site.url + "/moved"}
    assert {r["reason"] for r in done.rejected if not r["url"].startswith("http")} == {"malformed-url: it must begin with http:// or https://"}
    assert [a["id"] for a in done.articles] == [entry["id"] for entry in done.ledger]


def test_told_on_the_terminal(mixed: tuple[Crawl, Site]) -> None:
    done, _ = mixed
    assert done.status == 0
    assert "Traceback" not in done.stderr
    assert "articles" in done.stdout


def test_the_cut_page_says_so(mixed: tuple[Crawl, Site]) -> None:
    done, site = mixed
    (row,) = [a for a in done.articles if a["url"] == site.url + "/short"]
    assert "cut-off: " in row["warnings"]


def test_polite_and_honest(mixed: tuple[Crawl, Site]) -> None:
    _, site = mixed
    assert site.count("/robots.txt") == 1
    assert site.count("/private") == site.count("/a/spam") == 0
    assert all(agent.startswith("qnews-scraper") for _, _, agent in site.asked)


def test_robots_txt_holds_for_all_that_wait_for_it(tmp_path: Path) -> None:
    """Many forbidden addresses at once, among allowed ones; Scrapy's own lets the third and later ones through."""
    urls = tmp_path / "urls.txt"
    with served("User-agent: *\nDisallow: /private\n") as site:
        urls.write_text("\n".join(f"{site.url}/{name}" for name in ("a/1", "private/1", "private/2", "private/3", "a/2", "private/4", "private/5")))
        done = crawl(tmp_path / "out", urls=urls)
        fetched = {path for _, path, _ in site.asked}
    assert fetched == {"/robots.txt", "/a/1", "/a/2"}
    assert sorted(r["url"].removeprefix(site.url) for r in done.rejected) == [f"/private/{n}" for n in range(1, 6)]
    assert {r["reason"].partition(":")[0] for r in done.rejected} == {"robots"}


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        pytest.param(503, set(), id="the server is ill"),
        pytest.param(429, set(), id="the server asks for less"),
        pytest.param(0, set(), id="no answer in time"),
        pytest.param(404, {"/a/1", "/private"}, id="negative: there is none, whatever the error page says"),
        pytest.param(200, {"/a/1"}, id="negative: there is one"),
    ],
)
def test_a_robots_txt_that_is_not_to_be_had_allows_nothing(tmp_path: Path, status: int, allowed: set[str]) -> None:
    """RFC 9309, 2.3.1: 4xx is no robots.txt, 5xx and no answer forbid all."""
    urls = tmp_path / "urls.txt"
    with served("User-agent: *\nDisallow: /private\n") as site:
        site.robots_status = status
        urls.write_text(f"{site.url}/a/1\n{site.url}/private\n")
        done = crawl(tmp_path / "out", {"DOWNLOAD_TIMEOUT": "2"}, urls=urls)
        fetched = {path for _, path, _ in site.asked} - {"/robots.txt"}
    assert fetched == allowed
    assert done.status == (0 if allowed else 1)
    assert {r["reason"].partition(":")[0] for r in done.rejected} <= {"robots"}
    assert len(done.rejected) + len(fetched) == 2
    assert bool(done.stderr) == (not allowed)


def test_a_page_that_is_down_everywhere(tmp_path: Path) -> None:
    """Every page failed: a status that tells, one line a page in rejected.jsonl, no traceback."""
    done = crawl(tmp_path / "out", url="http://127.0.0.1:1/x")
    assert done.status == 1
    assert "Traceback" not in done.stderr
    assert [r["reason"].partition(":")[0] for r in done.rejected] == ["refused"]


def test_a_site_by_its_lists_at_the_pace_robots_txt_asks(tmp_path: Path) -> None:
    """Two list pages in GBK and UTF-8, articles on both, each article once, and Crawl-delay honoured."""
    with served("User-agent: *\nCrawl-delay: 0.3\n") as site:
        done = crawl(tmp_path / "out", site=site_file(tmp_path, site.url))
        asked = [(at, path) for at, path, _ in site.asked if path != "/robots.txt"]
    assert done.status == 0
    assert sorted(a["url"].removeprefix(site.url) for a in done.articles) == ["/a/1", "/a/2", "/a/4"]
    assert done.rejected == []
    assert sorted(path for _, path in asked) == ["/a/1", "/a/2", "/a/4", "/list", "/list/2"]
    times = [at for at, _ in asked]
    assert min(b - a for a, b in itertools.pairwise(times)) > 0.25


@pytest.mark.parametrize("path", ["/oldlist", "/新闻/"], ids=["it has moved", "not in ASCII"])
def test_a_list_is_a_list_whatever_its_address_becomes(tmp_path: Path, path: str) -> None:
    """The page that comes back has another address than the site file names."""
    with served() as site:
        done = crawl(tmp_path / "out", site=site_file(tmp_path, site.url, lists=f'["{site.url}{path}"]'))
    assert done.status == 0
    assert sorted(a["url"].removeprefix(site.url) for a in done.articles) == ["/a/1", "/a/2"]
    assert done.rejected == []


def test_links_are_read_as_a_browser_reads_them(tmp_path: Path) -> None:
    """Blanks, a line end, backslashes, a query in the page's GBK; a path is UTF-8 whatever the page is in."""
    with served() as site:
        done = crawl(tmp_path / "out", site=site_file(tmp_path, site.url, lists=f'["{site.url}/list/odd"]'))
        asked = {path for _, path, _ in site.asked if path.startswith("/a/")}
    assert done.status == 0
    assert asked == {"/a/1%202.html", "/a/34.html", "/a/5.html", "/a/6?k=%D6%CA%C1%BF&s=%D6%CA%5C%202", "/a/%E8%B4%A8.html"}


@pytest.mark.parametrize(("limit", "read"), [(3, 4), (10, 11)])
def test_max_lists_counts_pages_not_links_to_them(tmp_path: Path, limit: int, read: int) -> None:
    """Eleven list pages, each linking to its eight neighbours."""
    with served() as site:
        told = {"lists": f'["{site.url}/pager/1"]', "list_pages": "'/pager/'", "max_lists": str(limit)}
        done = crawl(tmp_path / "out", site=site_file(tmp_path, site.url, **told))
        asked = [path for _, path, _ in site.asked if path.startswith("/pager/")]
    assert len(asked) == len(set(asked)) == len(done.articles) == read
    assert done.stderr.count("max_lists (3) reached") == (limit == 3)


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/broken", "http: 500 Internal Server Error"), ("/private", "robots: Forbidden by robots.txt"), ("/list/none", "list: no link on it is an article of loopback")],
)
def test_a_list_that_fails_beside_a_good_one_is_told(tmp_path: Path, path: str, reason: str) -> None:
    """Its articles are missing from the run, and they stand in no file: the terminal must say so."""
    with served(ROBOTS) as site:
        done = crawl(tmp_path / "out", site=site_file(tmp_path, site.url, lists=f'["{site.url}/list", "{site.url}{path}"]', list_pages='"/list$"'))
    assert done.status == 0
    assert [r["reason"] for r in done.rejected] == [reason]
    (line,) = done.stderr.splitlines()
    assert line.endswith(f"list {site.url}{path} gives no articles: {reason}")


def test_a_list_without_articles_is_told(tmp_path: Path) -> None:
    with served() as site:
        done = crawl(tmp_path / "out", site=site_file(tmp_path, site.url), url=site.url + "/list/none")
    assert done.status == 1
    assert done.stderr.splitlines()[-1] == "scrapy crawl: not one article: 1 pages and 1 list pages read; rejected: 1 list"
    assert done.rejected[0]["reason"] == "list: no link on it is an article of loopback"


def test_a_page_that_changed_is_a_new_version(tmp_path: Path) -> None:
    """Negative of "already": the same address with another text."""
    pages = tmp_path / "pages"
    for text in ("甲", "乙"):
        pages.mkdir(exist_ok=True)
        (pages / "x.html").write_text(article_html(text), "utf-8")
        done = crawl(tmp_path / "out", archive=pages)
    assert [a["title"] for a in done.articles] == ["甲质量强市总动员", "乙质量强市总动员"]
