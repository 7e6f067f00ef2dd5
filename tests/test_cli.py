"""The command line, run as a user runs it: what it writes, and how it says what it cannot do."""

import csv
import gzip
import importlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard

from qnews_scraper import cli
from qnews_scraper.article import Article
from qnews_scraper.errors import RecordError
from qnews_scraper.load import load
from qnews_scraper.page import Page
from qnews_scraper.restore import restore
from qnews_scraper.text.decode import decode

PARAGRAPHS = (
    "江城市图书馆昨天上午重新开放，市民在门前排起了长队。",
    "这座建成于三十年前的图书馆去年闭馆修缮，新增了儿童阅览室和自习室，座位比过去多了一倍。",
    "馆长周文远说，今后每逢周末都会举办读书会，欢迎市民带着孩子一起来。",
)
SOUND = (
    "<!DOCTYPE html><html><head><meta charset=utf-8><title>江城市图书馆重新开放_江城新闻网</title></head><body><h1>江城市图书馆重新开放</h1>"
    "<div>2014年5月6日 09:30 来源：江城日报</div><div class=content>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</div></body></html>"
)
MISREAD = SOUND.encode().decode("latin-1").replace("<meta charset=utf-8>", '<meta charset="utf-8"><!--x-->')
"""The same page, its UTF-8 read as Latin-1 once; the address in the record keeps the two apart."""
LIST = (
    "<html><head><title>新闻列表</title></head><body>"
    + "".join(f"<li><a href=/{n}.html>第{n}条新闻的标题在这里</a></li>" for n in range(40))
    + "</body></html>"
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "1.html").write_bytes(MISREAD.encode())
    (folder / "2.html").write_bytes(SOUND.replace("图书馆", "博物馆").encode("gb18030"))
    (folder / "3.html").write_bytes(LIST.encode())
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):
    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["qnews", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return int(end.value.code or 0), out.decode(), err.decode()

    return run


@pytest.fixture
def output(run, pages: Path, tmp_path: Path) -> Path:
    status, _, _ = run("repair", pages, "--out", tmp_path / "out")
    assert status == 0
    return tmp_path / "out" / "articles.jsonl"


def test_repair_writes_to_stdout_and_says_what_gave_no_article(run, pages: Path) -> None:
    status, out, err = run("repair", pages)
    articles = [Article.from_json(line) for line in out.splitlines()]
    assert status == 0
    assert [a.title for a in articles] == ["江城市图书馆重新开放", "江城市博物馆重新开放"]
    assert articles[0].text.split("\n") == list(PARAGRAPHS)
    assert "3.html: list" in err


@pytest.mark.parametrize("step", ["decoded", "repaired", "cleansed", "extracted"])
def test_a_page_at_which_a_step_fails_costs_no_other(run, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    way = importlib.import_module("qnews_scraper.restore")
    sound = getattr(way, step)

    def fail_at_one(page: Page, *more: object) -> object:
        if page.archive_file.endswith("1.html"):
            raise RecursionError("too\ndeep")
        return sound(page, *more)

    monkeypatch.setattr(way, step, fail_at_one)
    _, out, err = run("repair", pages)
    assert [Article.from_json(line).title for line in out.splitlines()] == ["江城市博物馆重新开放"]
    assert "1.html: internal-error: RecursionError: too deep" in err
    run("repair", pages, "--out", tmp_path / "made.jsonl")
    rejected = (tmp_path / "made.rejected.jsonl").read_text("utf-8").splitlines()
    assert len(rejected) == 2
    assert "internal-error: RecursionError: too deep" in rejected[0]


def test_repair_into_a_folder_writes_once(run, pages: Path, output: Path) -> None:
    before = output.read_bytes()
    status, _, err = run("repair", pages, "--out", output.parent)
    assert (status, output.read_bytes()) == (0, before)
    assert "written before" in err
    rejected = [json.loads(line) for line in (output.parent / "rejected.jsonl").read_text("utf-8").splitlines()]
    assert [(Path(r["archive_file"]).name, r["reason"][:4]) for r in rejected] == [("3.html", "list")]


def test_repair_into_a_file_has_its_sidecars_beside_it(run, pages: Path, output: Path, tmp_path: Path) -> None:
    status, _, _ = run("repair", pages, "--out", tmp_path / "a.jsonl")
    assert status == 0
    assert (tmp_path / "a.jsonl").read_bytes() == output.read_bytes()
    assert (tmp_path / "a.ledger.jsonl").read_bytes() == (output.parent / "articles.ledger.jsonl").read_bytes()
    assert (tmp_path / "a.rejected.jsonl").read_bytes() == (output.parent / "rejected.jsonl").read_bytes()
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("out", ["folder", "a.jsonl"])
def test_a_page_that_is_there_twice_is_counted_once(run, tmp_path: Path, out: str) -> None:
    for name in ("1.html", "2.html"):
        (tmp_path / "pages" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "pages" / name).write_text(SOUND, "utf-8")
    _, _, err = run("repair", tmp_path / "pages", "--out", tmp_path / out)
    told = {label.strip(): n for label, n in re.findall(r"│ ([a-z ]+?) │[^│]*│\s*(\d+) │", err)}
    assert told == {"pages read": "2", "articles written": "1", "written before": "1", "pages without article": "0"}


def test_repair_writes_pages_that_open_in_a_browser_and_run_nothing(run, tmp_path: Path) -> None:
    bad = SOUND.replace("</body>", '<script>alert(1)</script><a href="javascript:x()" onclick="y()">z</a><meta http-equiv=refresh content=0></body>')
    (tmp_path / "1.html").write_text(bad, "utf-8")
    assert run("repair", tmp_path / "1.html", "--html", tmp_path / "clean")[0] == 0
    (cleaned,) = (tmp_path / "clean").iterdir()
    text = cleaned.read_text("utf-8")
    assert text.startswith('<!DOCTYPE html>\n<html><head><meta charset="utf-8">')
    assert PARAGRAPHS[1] in text
    assert not any(word in text for word in ("alert", "javascript", "onclick", "refresh"))


def test_trust_certain_applies_less(run, pages: Path) -> None:
    edits = {
        trust: [Article.from_json(line).edits_likely for line in run("repair", pages, "--trust", trust)[1].splitlines()] for trust in ("certain", "likely")
    }
    assert sum(edits["certain"]) == 0


def test_encoding_can_be_told(run, pages: Path) -> None:
    (line,) = run("repair", pages / "2.html", "--encoding", "gb18030")[1].splitlines()
    assert (json.loads(line)["encoding_used"], json.loads(line)["encoding_how"]) == ("gb18030", "option")


def test_show(run, pages: Path) -> None:
    status, out, _ = run("show", pages)
    assert status == 0
    assert "江城市图书馆重新开放" in out
    assert "-- repairs" in out
    assert "3.html" in out
    assert run("show", pages, "--all")[1].count("\n") >= out.count("\n")


def test_undo_gives_the_served_text(run, pages: Path, output: Path, tmp_path: Path) -> None:
    served = decode((pages / "1.html").read_bytes()).text
    first = next(load(output)).id
    for path in (output, output.with_name("articles.ledger.jsonl")):
        assert run("undo", path, "--id", first)[:2] == (0, served)
    assert run("undo", output, "--out", tmp_path / "served")[0] == 0
    assert (tmp_path / "served" / f"{first}.txt").read_bytes().decode() == served
    assert len(list((tmp_path / "served").iterdir())) == 2


def test_report_of_pages_and_of_their_output_agree(run, pages: Path, output: Path, tmp_path: Path) -> None:
    fresh, recorded = run("report", pages), run("report", output, "--html", tmp_path / "r.html")
    assert fresh[0] == recorded[0] == 0
    assert fresh[1] == recorded[1]
    assert "pages read" in fresh[1]
    html = (tmp_path / "r.html").read_text("utf-8")
    assert "江城市图书馆重新开放" in html
    assert "<del>" in html
    assert "<script" not in html


def test_export(run, output: Path, tmp_path: Path) -> None:
    for kind in ("csv", "txt", "md", "parquet"):
        assert run("export", output, "--to", kind, "--out", tmp_path / f"x.{kind}") == (0, "", "")
    articles = list(load(output))
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as f:
        assert [row["text"] for row in csv.DictReader(f)] == [a.text for a in articles]
    import pyarrow.parquet

    assert pyarrow.parquet.read_table(tmp_path / "x.parquet").column("text").to_pylist() == [a.text for a in articles]
    assert PARAGRAPHS[0] in (tmp_path / "x.txt").read_text("utf-8").split("\n")
    assert (tmp_path / "x.md").read_text("utf-8").startswith("# 江城市图书馆重新开放\n\n- date: 2014-05-06T09:30:00+08:00\n")
    assert run("export", output, "--to", "txt")[1].encode() == (tmp_path / "x.txt").read_bytes()
    assert list(tmp_path.glob("*.part")) == []


def test_check_passes_what_was_written_in_any_compression(run, output: Path) -> None:
    raw = output.read_bytes()
    packed = {".gz": gzip.compress(raw), ".zst": zstandard.compress(raw)}
    for suffix, data in packed.items():
        (output.parent / f"packed.jsonl{suffix}").write_bytes(data)
    for path in (output, *(output.parent / f"packed.jsonl{suffix}" for suffix in packed)):
        status, out, err = run("check", path)
        assert (status, out) == (0, "")
        assert "2 lines are right" in err
        assert [a.title for a in load(path)] == ["江城市图书馆重新开放", "江城市博物馆重新开放"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda lines: [*lines, lines[0]], ":3: the id of line 1 again"),
        (lambda lines: [lines[0], lines[1].replace("座位", "位子")], ":2: text_sha256 is not that of text"),
        (lambda lines: [lines[0], lines[1][:-9]], ":2: torn"),
        (lambda lines: [lines[0].replace('"edits":', '"edit":'), lines[1]], ":1: unknown fields: edit"),
        (lambda lines: [lines[0].replace('"site":"",', ""), lines[1]], ":1: missing fields: site"),
        (lambda lines: [lines[0].replace('"site":""', '"site":null'), lines[1]], ":1: site is NoneType, not str"),
        (lambda lines: ["{]\n", *lines], ":1: not JSON"),
        (lambda lines: ["[]\n", *lines], ":1: not an article record"),
        (lambda lines: [lines[0].replace('"schema_version":1', '"schema_version":99'), lines[1]], ":1: schema_version is 99"),
        (lambda lines: [lines[0].replace("2014-05-06T09:30", "2014-5-6T9:30"), lines[1]], ":1: date_published is"),
    ],
)
def test_check_names_the_line(run, output: Path, spoil, says: str) -> None:
    output.write_text("".join(spoil(output.read_text("utf-8").splitlines(keepends=True))), "utf-8")
    status, out, _ = run("check", output)
    assert status == 1
    assert says in out


def test_check_finds_a_file_that_was_cut_off(run, output: Path) -> None:
    packed = output.parent / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(output.read_bytes())[:-20])
    status, out, _ = run("check", packed)
    assert status == 1
    assert "cut off or damaged" in out


def test_load_passes_over_a_torn_last_line_and_says_so(output: Path, caplog: pytest.LogCaptureFixture) -> None:
    output.write_bytes(output.read_bytes()[:-30])
    assert len(list(load(output))) == 1
    assert "line 2 is torn" in caplog.text


def test_load_names_the_line_that_is_no_article(output: Path) -> None:
    lines = output.read_text("utf-8").splitlines(keepends=True)
    output.write_text(lines[0] + "{}\n" + lines[1], "utf-8")
    with pytest.raises(RecordError, match=r"articles\.jsonl: line 2: not an article record"):
        list(load(output))


def test_load_restores_pages(pages: Path) -> None:
    articles = list(load(pages))
    assert [a.text_sha256 for a in articles] == [restore((pages / f"{n}.html").read_bytes()).article.text_sha256 for n in (1, 2)]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["repair", "missing.html"], "missing.html: no such file or folder"),
        (["repair", "empty.html"], "empty.html: empty file"),
        (["repair", "image.png"], "image.png: not a page but a PNG image"),
        (["show", "cut.warc.gz"], "cut.warc.gz: holds no whole page"),
        (["report", "nothing", "--html", "no/such/folder/x.html"], "no/such/folder/x.html: cannot be written"),
        (["report", "nothing"], "nothing: holds no page"),
        (["repair", "list.html"], "no article in these pages"),
        (["repair", "x.jsonl"], "x.jsonl: holds articles, not pages"),
        (["undo", "list.html"], "list.html: not an output file"),
        (["undo", "missing.jsonl"], "its ledger missing.ledger.jsonl is not beside it"),
        (["report", "x.jsonl"], "line 1: not an article record"),
        (["export", "x.jsonl", "--to", "docx"], "unknown format 'docx'"),
        (["export", "x.jsonl", "--to", "csv", "--out", "no/such/folder/x.csv"], "cannot be written"),
        (["export", "missing.jsonl", "--to", "csv"], "missing.jsonl: cannot be read"),
        (["check", "missing.jsonl"], "missing.jsonl: cannot be read"),
        (["check", "list.html"], "list.html: not an output file"),
        (["repair", "list.html", "--out", "image.png/out"], "cannot be made"),
        (["repair", "list.html", "--out", "image.png/x.jsonl"], "cannot be written"),
        (["repair", "list.html", "--out", "x" * 5000 + ".jsonl"], "cannot be written"),
        (["repair", "list.html", "--encoding", "zz-nope"], "unknown encoding 'zz-nope'"),
        (["repair", "list.html", "--max-bytes", str(2**63)], "max_bytes must be a number"),
        (["repair", "list.html", "--trust", "lost"], "trust must be 'certain' or 'likely'"),
        (["export", "pipe.jsonl", "--to", "csv", "--out", "pipe"], "pipe: is not a regular file"),
        (["repair", "pipe"], "pipe: cannot be read: not a regular file"),
        (["check", "deep.jsonl"], "deep.jsonl: 0 lines are right, 1 problem"),
        (["report", "deep.jsonl"], "not JSON"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], says: str) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.html").touch()
    (tmp_path / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "cut.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\n" * 100)[:-12])
    (tmp_path / "nothing").mkdir()
    (tmp_path / "list.html").write_text(LIST, "utf-8")
    (tmp_path / "x.jsonl").write_text("{}\n", "utf-8")
    (tmp_path / "deep.jsonl").write_text("[" * 200_000 + "\n", "utf-8")
    os.mkfifo(tmp_path / "pipe")
    status, _, err = run(*arguments)
    assert status == 1
    assert says in err.splitlines()[-1]
    assert err.splitlines()[-1].startswith("qnews: ") or arguments[0] == "check"
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "change",
    [
        {"id": "../../evil"},
        {"id": "a\x00"},
        {"parts": 5},
        {"parts": [1]},
        {"text": 3},
        {"removals": [{"path": 1, "markup": "", "reason": "", "trust": "likely", "kind": "", "evidence": []}]},
        *({"passes": [{"name": "x", "edits": [edit], "reported": [], "facts": []}]} for edit in (
            {"start": "a", "end": 1, "new": "", "trust": "likely", "why": "", "candidates": [], "old": ""},
            {"start": -5, "end": 1, "new": "", "trust": "likely", "why": "", "candidates": [], "old": ""},
            {"start": 10**9, "end": 10**9 + 2, "new": "", "trust": "likely", "why": "", "candidates": [], "old": "XX"},
            {"start": 0, "end": 1, "new": [], "trust": "likely", "why": "", "candidates": [], "old": "x"},
        )),
    ],
    ids=str,
)  # fmt: skip
def test_a_ledger_that_was_tampered_with_is_refused(run, output: Path, tmp_path: Path, change: dict[str, object]) -> None:
    ledger = output.with_name("articles.ledger.jsonl")
    first = json.loads(ledger.read_bytes().split(b"\n")[0]) | change
    ledger.write_text(json.dumps(first) + "\n", "utf-8")
    before = set(tmp_path.rglob("*"))
    for command in (["undo", ledger, "--out", tmp_path / "u"], ["show", ledger], ["report", ledger]):
        status, _, err = run(*command)
        assert "Traceback" not in err
        if command[0] != "undo" or "removals" not in change:
            assert status == 1
            assert err.startswith("qnews: ")
    assert set(tmp_path.rglob("*")) - before <= {tmp_path / "u", *(tmp_path / "u").glob("*")}


def test_a_text_that_is_written_already_is_no_failure(run, pages: Path, tmp_path: Path) -> None:
    assert run("repair", pages, "--out", tmp_path / "d")[0] == 0
    (tmp_path / "again.html").write_bytes((pages / "2.html").read_bytes() + b"<!-- saved anew -->")
    assert run("repair", tmp_path / "again.html", "--out", tmp_path / "d")[0] == 0


@pytest.mark.parametrize("arguments", [["repair", "x", "--trust", "blind"], ["repair"], ["mend", "x"], ["repair", "x", "--max-bytes", "0"]])
def test_what_is_no_command_is_refused(run, arguments: list[str]) -> None:
    status, _, err = run(*arguments)
    assert status == 2
    assert "Traceback" not in err


def test_a_reader_that_goes_away_is_no_error(pages: Path) -> None:
    command = subprocess.Popen(
        [sys.executable, "-c", "from qnews_scraper.cli import main; main()", "show", "--all", str(pages)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert command.stdout is not None
    command.stdout.close()
    assert command.stderr is not None
    assert b"Traceback" not in command.stderr.read()
    command.stderr.close()
    command.wait()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full here")
@pytest.mark.parametrize("command", ["repair", "show", "report"])
def test_a_full_disk_is_said_in_one_line(pages: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from qnews_scraper.cli import main; main()", command, str(pages)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines()[-1] == "qnews: the output cannot be written: No space left on device"
    assert b"Traceback" not in done.stderr
