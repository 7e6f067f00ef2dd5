"""The cost of the text phase on sound pages: decode and every finder, beside one lxml parse of the same pages in the same run.

    python benchmarks/finders.py [SET ...] [--bench ../shared/bench] [--runs N] [--limit N] [--sizes]

Pages are SET's under BENCH/pages, as served, those left out on which a finder changes something. Each is looked at `--runs` times,
in turn with lxml, and the fastest run counts; time is CPU time. `--sizes` joins paragraphs of one page to sizes from 1 KB to 10 MB.
"""

import argparse
import gzip
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from lxml import html

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from qnews_scraper.damage import FINDERS  # noqa: E402
from qnews_scraper.ledger import apply  # noqa: E402
from qnews_scraper.options import Options  # noqa: E402
from qnews_scraper.page import Page  # noqa: E402
from qnews_scraper.restore import decoded, repaired  # noqa: E402

OPTIONS = Options()
SETS = ("zh_news", "zh_articles", "en_news")
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


def cost(body: bytes) -> float | None:
    """CPU seconds of the text phase over one page; None where it changes anything."""
    start = time.process_time()
    page = repaired(decoded(Page(url="http://news.example/1.html", body=body), OPTIONS), OPTIONS)
    spent = time.process_time() - start
    return None if any(done.edits for done in page.passes) else spent


def steps(body: bytes) -> Counter[str]:
    """The same step by step, clock and all."""
    spent: Counter[str] = Counter()
    start = time.process_time()
    page = decoded(Page(url="http://news.example/1.html", body=body), OPTIONS)
    spent["decode"] = time.process_time() - start
    for name, find in FINDERS:
        start = time.process_time()
        page = apply(page, name, find(page), OPTIONS.trust)
        spent[name] = time.process_time() - start
    return spent


def parse(text: bytes) -> float:
    """CPU seconds of one parse. lxml is told the encoding: where a meta belies it, libxml2 gives up behind some tags.

    glibc joins the thousands of small blocks that libxml2 gave back when a large one is next asked for; that is the parse's cost, some tenth of it.
    """
    start = time.process_time()
    html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8"))
    bytearray(1 << 14)
    return time.process_time() - start


def fastest(body: bytes, runs: int) -> tuple[float, float, Counter[str]] | None:
    """The fastest of some runs over one page, the fastest parse, and the steps; None for a page that is no sound one, or that lxml does not take."""
    text = decoded(Page(body=body), OPTIONS).text.encode("utf-8", "replace")
    own = parsed = float("inf")
    try:
        for _ in range(runs + 1):  # one to warm up
            spent = cost(body)
            if spent is None:
                return None
            own, parsed = min(own, spent), min(parsed, parse(text))
    except ValueError:
        return None
    return own, parsed, min((steps(body) for _ in range(runs)), key=Counter.total)


def line(name: str, measured: Iterable[tuple[float, float, Counter[str]]], with_steps: bool) -> None:
    """Print what some pages cost."""
    rows = list(measured)
    own, parsed = (1e3 * sum(row[i] for row in rows) / len(rows) for i in (0, 1))
    slower = sum(row[0] > row[1] for row in rows)
    print(f"{name:12} {len(rows):4} pages  text phase {own:8.3f} ms  lxml {parsed:8.3f} ms  ratio {own / parsed:5.2f}  slower than lxml on {slower}")
    if with_steps:
        sums: Counter[str] = Counter()
        for row in rows:
            sums.update(row[2])
        print("   " + "  ".join(f"{step} {1e3 * seconds / len(rows):.3f}" for step, seconds in sums.most_common() if seconds > 1e-6))


def bodies(folder: Path, limit: int) -> list[bytes]:
    return [gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.html.gz"))[:limit]]


def grown(body: bytes, size: int) -> bytes:
    """A page of about `size` bytes: the paragraphs of a body again and again."""
    text = re.sub(r"(?is)<(script|style).*?</\1>", "", decoded(Page(body=body), OPTIONS).text)
    piece = "".join(f"<div><a href='/n/{i}.html'>{p.strip()}</a></div>\n" for i, p in enumerate(re.findall(r">([^<>]{12,})<", text))).encode()
    return b"<!DOCTYPE html><html><head><meta charset=utf-8></head><body>" + (piece * (size // len(piece) + 1))[:size]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="*", default=SETS)
    options.add_argument("--bench", type=Path, default=ROOT.parent / "shared" / "bench")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--limit", type=int, default=10**6)
    options.add_argument("--sizes", action="store_true")
    args = options.parse_args()
    if missing := [name for name in args.sets if not (args.bench / "pages" / name).is_dir()]:
        print(f"no pages of {', '.join(missing)} in {args.bench}", file=sys.stderr)
        return 2
    for name in args.sets:
        found = bodies(args.bench / "pages" / name, args.limit)
        if found:
            line(name, filter(None, (fastest(body, args.runs) for body in found)), with_steps=True)
    if args.sizes:
        source = bodies(args.bench / "pages" / args.sets[0], 1)[0]
        for size in SIZES:
            body = grown(source, size)
            if measured := fastest(body, args.runs if size < SIZES[-1] else 1):
                line(f"{size:,} B", [measured], with_steps=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
