"""What to crawl: arguments, archives, and one clear line for each that cannot be."""

import gzip
from pathlib import Path

import pytest

from qnews_scraper.article import Article
from qnews_scraper.errors import QnewsError
from qnews_scraper.load import restore_all
from qnews_scraper.spiders.articles import SAMPLE, Wanted, malformed

from .running import ROOT, crawl
from .server import article_html

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder of sources that cannot be read."""
    (tmp_path / "emptydir").mkdir()
    (tmp_path / "nopages").mkdir()
    (tmp_path / "nopages" / "x.css").write_text("p {}")
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "x.png").write_bytes(PNG)
    (tmp_path / "png.html").write_bytes(PNG)
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(article_html("断").encode())[:-300])
    (tmp_path / "urls.txt").write_text("# none\n\nfoo\nhttp://\n")
    (tmp_path / "emptyurls.txt").write_text("")
    (tmp_path / "urls.png").write_bytes(PNG)
    (tmp_path / "bad.toml").write_text("domains = 3")
    return tmp_path


WRONG = [
    ({"archive": "{}/none.warc.gz"}, "none.warc.gz"),
    ({"archive": "{}/emptydir"}, "emptydir"),
    ({"archive": "{}/nopages"}, "nopages"),
    ({"archive": "{}/empty.html"}, "empty.html"),
    ({"archive": "{}/x.png"}, "PNG"),
    ({"archive": "{}/png.html"}, "PNG"),
    ({"archive": "{}/cut.html.gz"}, "cut.html.gz"),
    ({"archive": ""}, "argument without a value: archive"),
    ({"urls": "{}/none.txt"}, "No such file"),
    ({"urls": "{}/urls.txt"}, "holds no http address"),
    ({"urls": "{}/emptyurls.txt"}, "holds no http address"),
    ({"urls": "{}/urls.png"}, "holds no http address"),
    ({"urls": "{}/emptydir"}, "directory"),
    ({"url": "foo"}, "malformed url 'foo'"),
    ({"url": "http://"}, "it has no host"),
    ({"url": "http://a.cn:99999/"}, "malformed url"),
    ({"url": "http://[a.cn/"}, "malformed url"),
    ({"url": "http://a.cn/x y"}, "white space"),
    ({"url": "file:///etc/passwd"}, "http:// or https://"),
    ({"url": "http://a.cn/", "archive": "x"}, "conflicting arguments: choose one of url and archive"),
    ({"url": "http://a.cn/", "urls": "x", "archive": "x"}, "url and urls and archive"),
    ({"site": "nosuch"}, "unknown site 'nosuch'; known: "),
    ({"site": "{}/bad.toml"}, "missing: lists, articles"),
    ({"arhive": "x"}, "unknown argument: arhive; known: "),
    ({"verify_origin": "yes"}, "verify_origin must be 0 or 1"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG, ids=[str(a) for a, _ in WRONG])
def test_what_is_wrong_is_said_in_one_line(bad: Path, arguments: dict[str, str], says: str) -> None:
    with pytest.raises(QnewsError) as told:
        Wanted.of({name: value.format(bad) for name, value in arguments.items()}).check()
    assert says in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("which", [0, 4, 17])
def test_the_command_says_it_and_ends_with_2(bad: Path, which: int) -> None:
    arguments, says = WRONG[which]
    done = crawl(bad / "out", **{name: value.format(bad) for name, value in arguments.items()})
    assert done.status == 2
    assert done.stdout == ""
    assert done.stderr.startswith("scrapy crawl: ")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (bad / "out").exists()


def test_no_argument_is_the_sample() -> None:
    assert Wanted.of({}).archive == SAMPLE == ROOT / "data" / "sample" / "sample.warc.gz"


def test_the_crawl_of_the_sample_gives_what_restore_gives(tmp_path: Path) -> None:
    """By Scrapy or by a loop over the archive: the same articles; the mirror's page in its second form is told as a duplicate."""
    done = crawl(tmp_path / "out", {"LOG_LEVEL": "WARNING"})
    assert done.status == 0
    assert done.stderr == ""
    restored = {r.article.id: r.article for r in restore_all(SAMPLE) if r.article is not None}
    assert {a["url"] for a in done.articles} | {r["url"] for r in done.rejected} >= {a.url for a in restored.values()}
    for row in done.articles:
        assert Article(**row) == restored[row["id"]]
        assert Article(**row).problems() == ()
    assert [r["reason"].partition(":")[0] for r in done.rejected].count("duplicate") == len(restored) - len(done.articles) == 1
    assert [entry["id"] for entry in done.ledger] == [a["id"] for a in done.articles]
    for word in ("pages read", "articles written", "mirror"):
        assert word in done.stdout


@pytest.mark.parametrize("url", ["http://a.cn", "https://新闻.中国/质量", "http://127.0.0.1:8000/x?y=1", "HTTP://A.CN/"])
def test_negative_good_addresses(url: str) -> None:
    assert malformed(url) == ""


def test_an_archive_cut_off_gives_its_whole_pages_and_a_status(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.html").write_text(article_html("甲"), "utf-8")
    (pages / "b.html.gz").write_bytes(gzip.compress(article_html("乙").encode())[:-300])
    done = crawl(tmp_path / "out", archive=pages)
    assert done.status == 1
    assert "甲质量强市总动员" in {a["title"] for a in done.articles}
    (line,) = [line for line in done.stderr.splitlines() if "ERROR" in line]
    assert "1 record is not whole" in line
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("setting", [{"QNEWS_TRUST": "foo"}, {"QNEWS_MAX_BYTES": "abc"}, {"QNEWS_ENCODING": "zz-nope"}], ids=str)
def test_a_setting_that_cannot_be_used_is_said_in_one_line(tmp_path: Path, setting: dict[str, str]) -> None:
    done = crawl(tmp_path / "out", settings=setting)
    assert done.status == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("scrapy crawl: ")


@pytest.mark.parametrize("kind", ["a file in the way", "another run"])
def test_an_output_that_cannot_be_written(tmp_path: Path, kind: str) -> None:
    from qnews_scraper.writer import Output

    pages, out = tmp_path / "x.html", tmp_path / "out"
    pages.write_text(article_html("甲"), "utf-8")
    held = None
    if kind == "another run":
        held = Output(out)
    else:
        out.write_text("")
    done = crawl(out, archive=pages)
    if held:
        held.close()
    assert done.status == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
