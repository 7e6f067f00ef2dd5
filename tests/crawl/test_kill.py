"""kill -9 in mid-crawl, from a server and from an archive; the next run neither loses nor doubles."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from .running import ENV, ROOT, command, crawl
from .server import article_html, served

COUNT = 60


def killed_at(argv: list[str], path: Path, lines: int) -> None:
    """Runs the crawl and kills it once the file holds so many lines."""
    process = subprocess.Popen(argv, cwd=ROOT, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if path.exists() and path.read_bytes().count(b"\n") >= lines:
            break
        time.sleep(0.002)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "the crawl ended before it could be killed"


@pytest.mark.parametrize("source", ["server", "archive"])
def test_killed_twice_then_run_to_the_end(tmp_path: Path, source: str) -> None:
    names = [f"a/{n}" for n in range(COUNT)]
    with served(pace=0.005) as site:
        if source == "server":
            chosen = {"urls": tmp_path / "urls.txt"}
            chosen["urls"].write_text("\n".join(f"{site.url}/{name}" for name in names))
        else:
            chosen = {"archive": tmp_path / "pages"}
            chosen["archive"].mkdir()
            for name in names:
                (chosen["archive"] / f"{name.replace('/', '')}.html").write_text(article_html(name.replace("/", "")), "utf-8")
        out = tmp_path / "out"
        for lines in (5, 30):
            killed_at(command(out, **chosen), out / "articles.jsonl", lines)
            whole = (out / "articles.jsonl").read_bytes().rpartition(b"\n")[0].split(b"\n")
            assert len(whole) >= lines
            before = {line for line in whole if line.endswith(b"}")}
            assert len(before) == len(whole)
        done = crawl(out, **chosen)
    assert done.status == 0
    want = sorted(f"{name.replace('/', '')}质量强市总动员" for name in names)
    assert sorted(a["title"] for a in done.articles) == want
    assert [a["id"] for a in done.articles] == [entry["id"] for entry in done.ledger]
    assert done.rejected == []
    assert set(before) <= set((out / "articles.jsonl").read_bytes().split(b"\n"))
