"""Site files: what they say, and what is said of a wrong one."""

from pathlib import Path

import pytest

from qnews_scraper import site
from qnews_scraper.errors import SiteError
from qnews_scraper.spiders.articles import Wanted

GOOD = 'domains = ["a.cn"]\nlists = ["http://www.a.cn/news/"]\narticles = \'/\\d+\\.html$\'\n'


@pytest.mark.parametrize("name", site.names())
def test_every_site_file_is_well_formed(name: str) -> None:
    loaded = site.load(name)
    assert loaded.name == loaded.hints.name == name
    assert all(loaded.is_list(url) and not loaded.is_article(url) for url in loaded.lists)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.cqn.com.cn/ms/content/2019-01/04/content_6643996.htm", "article"),
        ("http://www.cqn.com.cn/pp/content/2017-01/17/content_3849688.htm", "article"),
        ("http://www.cqn.com.cn/news/zggmsb/diyi/1018827.html", "article"),
        ("http://www.cqn.com.cn/ms/node_20334.htm", "list"),
        ("http://www.cqn.com.cn/news/zjpd/zljd/Index.html", "list"),
        ("https://www.cqn.com.cn/jiajujiancai/index.htm", "list"),
        ("https://www.cqn.com.cn/", "list"),
        ("https://www.cqn.com.cn/about.htm", ""),
        ("https://www.cqn.com.cn.evil.example/ms/content/2019-01/04/content_6643996.htm", ""),
        ("https://evilcqn.com.cn/ms/content/2019-01/04/content_6643996.htm", ""),
        ("http://[bad/ms/content/2019-01/04/content_6643996.htm", ""),
    ],
)
def test_addresses_of_cqn(url: str, kind: str) -> None:
    cqn = site.load("cqn.com.cn")
    assert (cqn.is_article(url), cqn.is_list(url)) == (kind == "article", kind == "list")


def test_the_site_of_an_address() -> None:
    assert site.for_url("http://news.cqn.com.cn/x") == site.load("cqn.com.cn")
    assert site.for_url("http://example.org/") is None
    assert site.for_url("") is None


def test_hints_carry_the_sites_name() -> None:
    told = site.parse("a", GOOD + '[hints]\ntitle = "h1"\n')
    assert (told.hints.name, told.hints.title, told.hints.body) == ("a", "h1", "")
    assert told.max_lists == 50


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("domains = [", "not TOML"),
        ("", "missing: domains, lists, articles"),
        (GOOD + "colour = 1", "unknown keys: colour"),
        (GOOD.replace('["a.cn"]', '"a.cn"'), "domains must be a list of strings"),
        (GOOD.replace('["a.cn"]', "[1]"), "domains must be a list of strings"),
        (GOOD + 'max_lists = "9"', "max_lists must be int"),
        (GOOD + "list_pages = '('", "list_pages is not a regular expression"),
        (GOOD + '[hints]\nbdy = "x"', "unknown hints: bdy; known: body"),
        (GOOD + "[hints]\nbody = 3", "hints must be strings: body"),
        (GOOD + '[hints]\nbody = "div["', r"body is not a CSS selector: Expected \S+"),
        (GOOD + '[hints]\nnext_page = "a::before"', "next_page is not a CSS selector"),
        (GOOD + '[hints]\nutc_offset = "8"', r"utc_offset must be like \+08:00, not '8'"),
        (GOOD.replace("www.a.cn", "www.b.cn"), "not an address on its domains"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(text: str, says: str) -> None:
    with pytest.raises(SiteError, match=says) as told:
        site.parse("a", text)
    assert "\n" not in str(told.value)


def test_negative_good_hints() -> None:
    told = site.parse("a", GOOD + '[hints]\ntitle = ""\nbody = "div.a > p:first-child, #b"\nutc_offset = "-11:30"\n')
    assert (told.hints.title, told.hints.body, told.hints.utc_offset) == ("", "div.a > p:first-child, #b", "-11:30")


def test_a_file_that_begins_with_a_bom(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(GOOD, "utf-8-sig")
    assert site.load(str(path)).domains == ("a.cn",)


def test_a_file_in_gbk_is_told(tmp_path: Path) -> None:
    """Its hanzi would be lost, and a pattern that holds them match nothing."""
    path = tmp_path / "a.toml"
    path.write_text(GOOD.replace("d+", "d+质"), "gbk")
    with pytest.raises(SiteError, match=r"site a: not UTF-8: .* at byte "):
        site.load(str(path))


def test_a_wrong_file_among_the_sites_is_told_before_the_crawl(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: str) -> site.Site:
        raise SiteError(f"site {name}: not TOML")

    monkeypatch.setattr(site, "load", load)
    with pytest.raises(SiteError, match="not TOML"):
        Wanted.of({"url": "http://a.cn/"})


@pytest.mark.parametrize("name", ["nosuch", "", "../settings", "cqn.com.cn.toml"])
def test_an_unknown_site_names_the_known(name: str) -> None:
    with pytest.raises(SiteError, match=r"known: .*cqn\.com\.cn"):
        site.load(name)
