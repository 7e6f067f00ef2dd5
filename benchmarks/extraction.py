"""Extraction side by side: ours and its peers on the same pages, scored by the bench's own script, in one run.

    uv run --group bench python benchmarks/extraction.py [SET ...] [--bench ../shared/bench] [--only NAME ...] [--limit N] [--steps]

A set is SET.jsonl beside pages/SET/ID.html.gz and a score.py (see the bench's README). Every tool gets the same
decoded text and runs alone in this process; time is CPU time a page, parsing included. "qnews" is decode, parse,
cleanse and extract; "qnews extract" leaves cleansing out; "qnews whole" is `restore` with all repairs. A peer that is
not installed is named and left out. After each set a process of its own tells where our time and memory go, step by step;
--steps gives that alone.
"""

import argparse
import gzip
import importlib.util
import json
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from lxml import etree

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from qnews_scraper.cleanse import View, cleanse  # noqa: E402
from qnews_scraper.extract import extract  # noqa: E402
from qnews_scraper.extract.layout import lay_out  # noqa: E402
from qnews_scraper.options import Options  # noqa: E402
from qnews_scraper.page import Page  # noqa: E402
from qnews_scraper.restore import cleansed, decoded, extracted, repaired, restore  # noqa: E402
from qnews_scraper.text.decode import decode  # noqa: E402
from qnews_scraper.tree import parse  # noqa: E402

Answer = dict[str, str]
Tool = Callable[[bytes, str, str], Answer]
OPTIONS = Options()


def qnews(body: bytes, text: str, url: str, clean: bool = True) -> Answer:
    page = Page(url=url, body=body, text=text)
    tree = parse(text)
    if clean:
        cleanse(View(tree, page, OPTIONS))
    fields = extract(tree, page, OPTIONS)
    return {"text": fields.text, "title": fields.title, "date": fields.date_published}


def qnews_extract(body: bytes, text: str, url: str) -> Answer:
    return qnews(body, text, url, clean=False)


def qnews_whole(body: bytes, text: str, url: str) -> Answer:
    article = restore(body, url=url).article
    return {"text": article.text, "title": article.title, "date": article.date_published} if article else {}


def trafilatura(fast: bool = False, precise: bool = False) -> Tool:
    import trafilatura as peer

    def run(body: bytes, text: str, url: str) -> Answer:
        found = peer.bare_extraction(text, url=url, fast=fast, favor_precision=precise, include_comments=False, with_metadata=True)
        return {"text": found.text or "", "title": found.title or "", "date": found.date or ""} if found else {}

    return run


def readability() -> Tool:
    from lxml.html import document_fromstring
    from readability import Document

    def run(body: bytes, text: str, url: str) -> Answer:
        found = Document(text)
        tree = document_fromstring(found.summary())
        for block in tree.iter("p", "br", "div", "li", "h2", "h3", "tr"):
            block.tail = "\n" + (block.tail or "")
        return {"text": tree.text_content(), "title": found.short_title()}

    return run


def newspaper() -> Tool:
    from newspaper import Article

    def run(body: bytes, text: str, url: str) -> Answer:
        found = Article(url or "http://example.org/", language="zh" if any("\u4e00" <= c <= "\u9fff" for c in text[:20_000]) else "en", fetch_images=False)
        found.download(input_html=text)
        found.parse()
        return {"text": found.text, "title": found.title, "date": str(found.publish_date or "")}

    return run


def magic_html() -> Tool:
    from lxml.html import document_fromstring
    from magic_html import GeneralExtractor

    peer = GeneralExtractor()

    def run(body: bytes, text: str, url: str) -> Answer:
        found = peer.extract(text, base_url=url)
        tree = document_fromstring(found["html"])
        for block in tree.iter("p", "br", "div", "li", "h2", "h3", "tr"):
            block.tail = "\n" + (block.tail or "")
        return {"text": tree.text_content(), "title": found.get("title") or ""}

    return run


def gne() -> Tool:
    from gne import GeneralNewsExtractor

    peer = GeneralNewsExtractor()

    def run(body: bytes, text: str, url: str) -> Answer:
        found = peer.extract(text)
        return {"text": found["content"], "title": found["title"], "date": found["publish_time"]}

    return run


def resiliparse() -> Tool:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda body, text, url: {"text": extract_plain_text(text, main_content=True)}


TOOLS: dict[str, Callable[[], Tool]] = {
    "qnews": lambda: qnews,
    "qnews extract": lambda: qnews_extract,
    "qnews whole": lambda: qnews_whole,
    "trafilatura": trafilatura,
    "trafilatura precise": lambda: trafilatura(precise=True),
    "trafilatura fast": lambda: trafilatura(fast=True),
    "readability-lxml": readability,
    "newspaper4k": newspaper,
    "magic-html": magic_html,
    "gne": gne,
    "resiliparse": resiliparse,
}


def scorer(bench: Path) -> ModuleType:
    """The bench's score.py as a module."""
    spec = importlib.util.spec_from_file_location("bench_score", bench / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def references(bench: Path, name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (bench / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def body_of(bench: Path, name: str, page: str) -> bytes:
    with gzip.open(bench / "pages" / name / f"{page}.html.gz") as file:
        return file.read()


def scores(judge: Any, name: str, reference: dict[str, str], answer: Answer) -> tuple[float, float, float]:
    """Precision, recall and F1 of one page's text, as score.py computes them."""
    title = reference.get("title")
    if name.startswith("zh"):
        sides = [judge.ngrams(judge.body_chars(text, title)) for text in (reference["body"], answer.get("text"))]
    else:
        sides = [judge.ngrams(re.findall(r"\w+", text or "")) for text in (reference["body"], answer.get("text"))]
    found: tuple[float, float, float] = judge.prf(*sides)
    return found


def summary(name: str, rows: list[tuple[float, float, float]]) -> float:
    """F1 of a set: the mean over pages for Chinese, from mean precision and recall for English."""
    if name.startswith("zh"):
        return sum(row[2] for row in rows) / len(rows)
    precision, recall = (sum(row[k] for row in rows) / len(rows) for k in (0, 1))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def measure(bench: Path, name: str, tools: dict[str, Tool], limit: int) -> Iterator[str]:
    judge = scorer(bench)
    gold = references(bench, name)[: limit or None]
    pages = [(body_of(bench, name, row["id"]), row) for row in gold]
    texts = [decode(body).text for body, _ in pages]
    titled = sum(bool(row.get("title")) for row in gold)
    yield f"\n{name}: {len(gold)} pages, {sum(len(body) for body, _ in pages) / len(pages) / 1000:.0f} KB a page"
    yield f"{'tool':20} {'F1':>6} {'P':>6} {'R':>6} {'>=.95':>6} {'<.5':>5} {'title':>6} {'ms':>8} {'pages/s':>8} {'raised':>6}"
    for label, tool in tools.items():
        rows, titles, raised = [], 0, 0
        spent = 0.0
        for (body, row), text in zip(pages, texts, strict=True):
            begun = time.process_time()
            try:
                answer = tool(body, text, row["url"])
            except Exception:  # a peer's exception is one of its results
                answer, raised = {}, raised + 1
            spent += time.process_time() - begun
            rows.append(scores(judge, name, row, answer))
            titles += bool(row.get("title")) and judge.squeeze(answer.get("title")) == judge.squeeze(row["title"])
        each = spent / len(rows)
        yield (
            f"{label:20} {summary(name, rows):6.4f} {sum(r[0] for r in rows) / len(rows):6.4f} {sum(r[1] for r in rows) / len(rows):6.4f} "
            f"{sum(r[2] >= 0.95 for r in rows) / len(rows):6.3f} {sum(r[2] < 0.5 for r in rows) / len(rows):5.3f} "
            f"{f'{titles / titled:.3f}' if titled else '-':>6} {1000 * each:8.2f} {1 / each if each else 0:8.0f} {raised:6}"
        )


def memory(field: str) -> float:
    """MB of memory that this process holds ("VmRSS") or held at most ("VmHWM"); getrusage would tell the parent's peak where that was higher."""
    try:
        told = re.search(rf"{field}:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    except OSError:
        told = None
    return (int(told[1]) if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024


ASIDE = ("lxml alone", "walk alone")
"""What is measured beside the steps, for comparing."""


def steps(bench: Path, name: str, limit: int) -> Iterator[str]:
    """CPU time and memory of each step from bytes to article, and beside them lxml's bare parse and extraction's walk over the tree.

    The first page, which loads tables, is told by itself; a table that only later pages need counts where they need it.
    """
    spent: Counter[str] = Counter()
    grown: Counter[str] = Counter()
    rows = [(row["id"], row["url"]) for row in references(bench, name)[: limit or None]]
    imported = memory("VmRSS")
    first = 0
    for at, (key, url) in enumerate(rows):
        page = Page(url=url, body=body_of(bench, name, key))
        marks = [(time.process_time(), memory("VmRSS"))]

        def mark(step: str, marks: list[tuple[float, float]] = marks) -> None:
            now = time.process_time()
            spent[step] += round(1e6 * (now - marks[-1][0]))
            held = memory("VmRSS")
            grown[step] += round(1024 * (held - marks[-1][1]))
            marks.append((time.process_time(), held))

        page = decoded(page, OPTIONS)
        mark("decode")
        etree.fromstring(page.text.encode("utf-8", "replace"), etree.HTMLParser(huge_tree=True, encoding="utf-8"))
        mark("lxml alone")
        page = repaired(page, OPTIONS)
        mark("repair")
        page, tree = cleansed(page, OPTIONS)
        mark("parse, cleanse")
        extracted(page, tree, OPTIONS)
        mark("extract")
        lay_out(tree.root)
        mark("walk alone")
        if not at and len(rows) > 1:
            first = sum(micro for step, micro in spent.items() if step not in ASIDE)
            spent.clear()
    count = max(1, len(rows) - bool(first))
    total = sum(micro for step, micro in spent.items() if step not in ASIDE)
    yield f"\n{name}: {len(rows)} pages; the first {first / 1000:.0f} ms, then {total / count / 1000:.2f} ms a page, {1e6 * count / total if total else 0:.0f} pages/s"
    yield f"{'step':16} {'ms':>6} {'share':>6} {'x parse':>8} {'MB':>6}"
    parse_time = spent["lxml alone"] or 1
    for step, micro in spent.items():
        share = "" if step in ASIDE else f"{micro / total:.0%}"
        yield f"{step:16} {micro / count / 1000:6.2f} {share:>6} {micro / parse_time:8.1f} {grown[step] / 1024:6.1f}"
    yield f"memory: {imported:.0f} MB imported, {memory('VmRSS'):.0f} MB at the end, {memory('VmHWM'):.0f} MB at most"


def steps_apart(bench: Path, name: str, limit: int) -> None:
    """The steps of one set, printed by a process whose memory nothing else has grown."""
    subprocess.run([sys.executable, __file__, name, "--steps", "--bench", str(bench), "--limit", str(limit)], check=True)


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("sets", nargs="*", default=["zh_news", "zh_articles", "en_news"])
    cli.add_argument("--bench", type=Path, default=ROOT / "../shared/bench")
    cli.add_argument("--only", nargs="*", choices=list(TOOLS), default=list(TOOLS))
    cli.add_argument("--limit", type=int, default=0, help="first N pages of each set")
    cli.add_argument("--steps", action="store_true", help="our own steps instead of the comparison")
    given = cli.parse_args()
    missing = [name for name in given.sets if not (given.bench / f"{name}.jsonl").is_file()]
    if missing:
        print(f"no set {', '.join(missing)} in {given.bench}", file=sys.stderr)
        return 2
    if given.steps:
        if len(given.sets) > 1:
            for name in given.sets:
                steps_apart(given.bench, name, given.limit)
            return 0
        for line in steps(given.bench, given.sets[0], given.limit):
            print(line, flush=True)
        return 0
    tools: dict[str, Tool] = {}
    for label in given.only:
        try:
            tools[label] = TOOLS[label]()
        except ImportError as missing_peer:
            print(f"{label}: not installed ({missing_peer}), left out", file=sys.stderr)
    for name in given.sets:
        for line in measure(given.bench, name, tools, given.limit):
            print(line, flush=True)
        if any(label.startswith("qnews") for label in tools):
            steps_apart(given.bench, name, given.limit)
    return 0


if __name__ == "__main__":
    sys.exit(main())
