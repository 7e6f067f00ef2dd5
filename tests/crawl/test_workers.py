"""Workers: a page that kills its process costs itself alone, and no worker outlives its crawl."""

import os
import subprocess
import sys
import time
from pathlib import Path

from .running import ENV, ROOT

CRASHING = """
import asyncio, os, sys
from qnews_scraper import workers
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.restore import Restored

def restore(page, options):
    if page.body == b"kill":
        os.kill(os.getpid(), 9)
    return Restored(page, rejected="read: " + page.url), ()

workers._restore = restore

async def main():
    pool = workers.Workers(2)
    pages = [Page(url=str(n), body=b"kill" if n in (2, 5) else b"x") for n in range(8)]
    for done, _ in await asyncio.gather(*(pool.restore(p, Options()) for p in pages)):
        print(done.page.url, done.page.body.decode(), done.rejected)
    pool.close()

if __name__ == "__main__":
    asyncio.run(main())
"""

HANGING = """
import asyncio, sys, time
from qnews_scraper import workers
from qnews_scraper.options import Options
from qnews_scraper.page import Page

def report():
    import os
    return os.getpid()

async def main():
    pool = workers.Workers(1)
    print(await asyncio.get_running_loop().run_in_executor(pool._pool, report), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


def run(tmp_path: Path, script: str) -> subprocess.Popen[str]:
    path = tmp_path / "script.py"
    path.write_text(script)
    return subprocess.Popen([sys.executable, str(path)], cwd=ROOT, env=ENV, stdout=subprocess.PIPE, text=True)


def test_a_page_that_kills_its_worker_costs_itself_alone(tmp_path: Path) -> None:
    out, _ = run(tmp_path, CRASHING).communicate(timeout=60)
    crashed = "crashed: the page ended the process that read it, twice"
    assert out.splitlines() == [f"{n} kill {crashed}" if n in (2, 5) else f"{n} x read: {n}" for n in range(8)]


def test_no_worker_outlives_a_killed_crawl(tmp_path: Path) -> None:
    process = run(tmp_path, HANGING)
    assert process.stdout is not None
    worker = int(process.stdout.readline())
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and alive(worker):
        time.sleep(0.02)
    assert not alive(worker)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
