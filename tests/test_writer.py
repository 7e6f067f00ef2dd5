"""The writer's promises: whole lines, nothing lost, nothing doubled, whatever ends the process."""

import json
import os
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qnews_scraper.article import Article, dump
from qnews_scraper.errors import OutputError, RecordError
from qnews_scraper.page import Edit, Page, Pass, Removal
from qnews_scraper.trust import Trust
from qnews_scraper.writer import Output, Rejected, page_id


def article(n: int, *, text: str | None = None, url: str | None = None) -> Article:
    text = f"正文{n}" if text is None else text
    return Article(id=f"{n:016x}", url=url or f"http://a.cn/{n}", title=f"题{n}", text=text, text_sha256=f"sha of {text}")


LACKING = replace(article(2, url="http://a.cn/1"), warnings="cut-off: x\npages: http://a.cn/1_2 is missing: http: 503 Service Unavailable")
PAGE = Page(
    url="http://a.cn/1",
    passes=(Pass("mirror", (Edit(0, 1, "质", Trust.LIKELY, "re-aligned", ("质", "頁"), "貭"),), (), ("table: gbk",)),),
    removals=(Removal("/html/body/div[1]", "<div hidden>…</div>", "not shown", Trust.CERTAIN, "hidden", ("display:none",)),),
)


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n")[:-1]]


def put(output: Output, a: Article) -> str:
    verdict = output.claim(a)
    if not verdict:
        output.write(a, PAGE)
    return verdict


def fill(folder: Path, numbers: range) -> None:
    output = Output(folder)
    for n in numbers:
        put(output, article(n))
    output.close()


def test_three_files_by_the_same_id(tmp_path: Path) -> None:
    output = Output(tmp_path / "deep" / "out")
    put(output, article(1))
    output.reject(Rejected.of(Page(url="http://a.cn/list", body=b"<html>"), "list: 40 links"))
    output.close()
    (a,), (ledger,), (no,) = (rows(tmp_path / "deep" / "out" / name) for name in ("articles.jsonl", "articles.ledger.jsonl", "rejected.jsonl"))
    assert Article.from_json(json.dumps(a)) == article(1)
    assert ledger["id"] == a["id"]
    edit = {"start": 0, "end": 1, "new": "质", "trust": "likely", "why": "re-aligned", "candidates": ["质", "頁"], "old": "貭"}
    assert ledger["passes"][0]["edits"] == [edit]
    assert ledger["removals"][0]["path"] == "/html/body/div[1]"
    assert (no["url"], no["reason"], no["status"]) == ("http://a.cn/list", "list: 40 links", 200)
    assert no["id"] == page_id("http://a.cn/list", no["body_sha256"])


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        pytest.param(article(1), article(1), "already", id="the same page"),
        pytest.param(article(1), article(2, text="正文1"), f"duplicate: of {1:016x}", id="its text at another address"),
        pytest.param(article(1), replace(article(2, text="正文1"), url="http://a.cn/1"), "already", id="same address and text, other bytes"),
        pytest.param(replace(article(1), url=""), replace(article(2, text="正文1"), url=""), f"duplicate: of {1:016x}", id="two files without address"),
        pytest.param(article(1), article(2), "", id="negative: another article"),
        pytest.param(article(1), article(2, url="http://a.cn/1"), "", id="negative: a new text at the same address is a new version"),
        pytest.param(article(1), LACKING, "already", id="the same address, but a page of it is missing"),
        pytest.param(LACKING, article(1), "", id="negative: whole at last"),
        pytest.param(LACKING, replace(LACKING, id="3", text="x", text_sha256="x"), "", id="negative: another text, and a page is missing as before"),
        pytest.param(article(1, text=""), article(2, text=""), "", id="negative: two pages without text are not one"),
    ],
)
@pytest.mark.parametrize("runs", [1, 2])
def test_claim(tmp_path: Path, first: Article, second: Article, verdict: str, runs: int) -> None:
    output = Output(tmp_path)
    assert put(output, first) == ""
    if runs == 2:
        output.close()
        output = Output(tmp_path)
    assert put(output, second) == verdict
    output.close()
    assert len(rows(tmp_path / "articles.jsonl")) == 1 + (verdict == "")


def test_a_claim_counts_before_it_is_written(tmp_path: Path) -> None:
    output = Output(tmp_path)
    assert output.claim(article(1)) == ""
    assert output.claim(article(2, text="正文1")).startswith("duplicate")
    output.close()


def test_rejected_once_per_reason(tmp_path: Path) -> None:
    for _ in range(2):
        output = Output(tmp_path)
        for reason in ("list: 40 links", "list: 40 links", "http: 404"):
            output.reject(Rejected.of(Page(url="http://a.cn/"), reason))
        output.close()
    assert [r["reason"] for r in rows(tmp_path / "rejected.jsonl")] == ["list: 40 links", "http: 404"]


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.ledger.jsonl", "rejected.jsonl"])
@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(b'{"id":"0000', id="cut in a key"),
        pytest.param('{"id":"x","text":"质'.encode()[:-1], id="cut in a character"),
        pytest.param(b"\0" * 512, id="a power cut left zeros"),
        pytest.param(b"{\n{", id="two torn lines"),
        pytest.param(b"17\n", id="a line that is no object"),
    ],
)
def test_torn_tail_is_set_aside(tmp_path: Path, name: str, tail: bytes) -> None:
    fill(tmp_path, range(3))
    path = tmp_path / name
    whole = path.read_bytes()
    path.write_bytes(whole + tail)
    output = Output(tmp_path)
    output.close()
    assert path.read_bytes() == whole
    assert (tmp_path / f"{name}.torn").read_bytes().startswith(tail)
    assert len(output.told) == 1
    assert name in output.told[0]


def test_whole_last_line_without_newline_stays(tmp_path: Path) -> None:
    fill(tmp_path, range(2))
    path = tmp_path / "articles.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    fill(tmp_path, range(3))
    assert path.read_bytes().startswith(whole)
    assert len(rows(path)) == 3
    assert not (tmp_path / "articles.jsonl.torn").exists()


@settings(deadline=None)
@given(cut=st.integers(min_value=0))
def test_cut_anywhere_then_run_again_gives_every_article_once(tmp_path_factory: pytest.TempPathFactory, cut: int) -> None:
    """A kill, or a power cut after an fsync, leaves prefixes of the files; the ledger is never behind the articles."""
    folder = tmp_path_factory.mktemp("out")
    fill(folder, range(4))
    articles, ledger = folder / "articles.jsonl", folder / "articles.ledger.jsonl"
    os.truncate(articles, cut % (articles.stat().st_size + 1))
    fill(folder, range(6))
    for path in (articles, ledger):
        assert sorted(r["id"] for r in rows(path)) == [f"{n:016x}" for n in range(6)]


def test_ledger_line_without_article_is_taken_back(tmp_path: Path) -> None:
    fill(tmp_path, range(2))
    output = Output(tmp_path)
    output.ledger.append(dump({"id": f"{7:016x}", "schema_version": 1, "passes": "half a run"}))
    output.close()
    output = Output(tmp_path)
    assert "has no article" in output.told[0]
    assert put(output, article(7)) == ""
    output.close()
    ledger = rows(tmp_path / "articles.ledger.jsonl")
    assert [r["id"] for r in ledger] == [f"{n:016x}" for n in (0, 1, 7)]
    assert ledger[-1]["passes"] != "half a run"


def test_ledger_lost_to_a_power_cut_is_completed(tmp_path: Path) -> None:
    fill(tmp_path, range(2))
    (tmp_path / "articles.ledger.jsonl").write_text("")
    output = Output(tmp_path)
    assert output.claim(article(1)) == "already"
    output.complete(article(1), PAGE)
    output.complete(article(1), PAGE)
    output.complete(article(9), PAGE)
    output.close()
    assert [r["id"] for r in rows(tmp_path / "articles.ledger.jsonl")] == [f"{1:016x}"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b'{"id":"1","schema_version":1}\nnot json\n{"id":"2","schema_version":1}\n', "line 2", id="damage amid the file"),
        pytest.param(b'{"id":"1","schema_version":0}\n', "schema_version 0", id="an older schema"),
        pytest.param(b'{"title":"x","schema_version":1}\n', "no id", id="another kind of record"),
    ],
)
def test_a_file_that_is_not_ours_is_left_alone(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=says) as told:
        Output(tmp_path)
    assert "\n" not in str(told.value)
    assert path.read_bytes() == content


def test_two_writers_are_kept_apart(tmp_path: Path) -> None:
    output = Output(tmp_path)
    with pytest.raises(OutputError, match="another run"):
        Output(tmp_path)
    output.close()
    Output(tmp_path).close()


@pytest.mark.parametrize("where", ["file", "file/below"])
def test_a_folder_that_cannot_be_made(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="cannot be made"):
        Output(tmp_path / where)


def test_a_full_disk_leaves_whole_lines(tmp_path: Path) -> None:
    """RLIMIT_FSIZE makes write() short and then fail, as a full disk does."""
    fill(tmp_path, range(1))
    room = (tmp_path / "articles.jsonl").stat().st_size + 100
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    output = Output(tmp_path)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(OutputError, match="large"):
            output.articles.append(article(1).to_json())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    output.articles.append(article(2).to_json())
    output.close()
    assert [r["id"] for r in rows(tmp_path / "articles.jsonl")] == [f"{n:016x}" for n in (0, 2)]


def test_lone_surrogates_never_reach_the_file(tmp_path: Path) -> None:
    output = Output(tmp_path)
    a = article(1, text="甲\ud800乙")
    output.claim(a)
    output.write(a, Page(url="http://a.cn/\udfff"))
    output.reject(Rejected(id="x", url="\udc80", reason="http: 404"))
    output.close()
    assert rows(tmp_path / "articles.jsonl")[0]["text"] == "甲\ufffd乙"
    assert rows(tmp_path / "articles.ledger.jsonl")[0]["url"] == "http://a.cn/\ufffd"
    assert rows(tmp_path / "rejected.jsonl")[0]["url"] == "\ufffd"


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters())))
def test_a_record_is_one_line_of_utf8(record: dict[str, str]) -> None:
    line = dump(record)
    assert "\n" not in line
    line.encode("utf-8")
    if not any("\ud800" <= c <= "\udfff" for text in [*record, *record.values()] for c in text):
        assert json.loads(line) == record


KILLED = """
import os, sys
from pathlib import Path
from qnews_scraper.article import Article
from qnews_scraper.page import Page
from qnews_scraper.writer import Output
output = Output(Path(sys.argv[1]))
write, left = os.write, int(sys.argv[2])
def torn(fd, data):
    global left
    if left < len(data):
        write(fd, data[:left])
        os.kill(os.getpid(), 9)
    left -= len(data)
    return write(fd, data)
os.write = torn
for n in range(4):
    article = Article(id=f"{n:016x}", url=f"http://a.cn/{n}", text=f"正文{n}", text_sha256=f"sha of 正文{n}", title=f"题{n}")
    if not output.claim(article):
        output.write(article, Page())
"""


@pytest.mark.parametrize("after", [0, 1, 90, 137, 138, 500, 2000, 3000])
def test_killed_amid_a_write(tmp_path: Path, after: int) -> None:
    """kill -9 after so many bytes, in the ledger's line, between the two, or in the article's."""
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(after)], check=False)
    assert killed.returncode == -9
    fill(tmp_path, range(4))
    for name in ("articles.jsonl", "articles.ledger.jsonl"):
        assert [r["id"] for r in rows(tmp_path / name)] == [f"{n:016x}" for n in range(4)]
