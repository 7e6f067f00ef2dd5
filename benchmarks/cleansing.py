"""What the cascade and the cleansers cost.

    python benchmarks/cleansing.py [--every N] [--no-bench]

Pages of ../shared/bench of 30 to 100 KB, each with its own address, are repaired, and then parsed and cleansed as `restore` does it, the best of three runs
each, by processor time, what parsing alone takes subtracted; then made-up pages of many rules and elements, where the time a rule and an element must not grow with the page.
"""

import argparse
import gzip
import json
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qnews_scraper.page import Page  # noqa: E402
from qnews_scraper.restore import DEFAULT, cleansed, repaired  # noqa: E402
from qnews_scraper.text.decode import decode  # noqa: E402
from qnews_scraper.tree import parse  # noqa: E402

BENCH = ROOT.parent / "shared" / "bench"


def cost(source: str, url: str = "http://www.example-news.cn/1.html", runs: int = 3) -> tuple[float, float, int]:
    """Milliseconds of parsing, milliseconds of cleansing and reports, and how much was found."""
    page = repaired(Page(url=url, text=source, encoding_how="given"), DEFAULT)
    parsing: list[float] = []
    both: list[float] = []
    found = 0
    for _ in range(runs):
        start = time.process_time()
        tree = parse(page.text)
        parsed = time.process_time()
        done, _ = cleansed(page, DEFAULT)
        both.append((time.process_time() - parsed) * 1000)
        parsing.append((parsed - start) * 1000)
        found = len(done.removals) + len(set(done.warnings) - {*page.warnings, *tree.notes})
    return min(parsing), max(0.0, min(both) - min(parsing)), found


def real_pages(every: int) -> None:
    rows = []
    for told in sorted(BENCH.glob("*.jsonl")):
        for row in map(json.loads, told.read_text(encoding="utf-8").splitlines()[::every]):
            raw = gzip.decompress((BENCH / "pages" / told.stem / f"{row['id']}.html.gz").read_bytes())
            if 30_000 <= len(raw) <= 100_000:
                rows.append((len(raw), *cost(decode(raw).text, row["url"])))
    for name, chosen in (("nothing found", [r for r in rows if not r[3]]), ("something found", [r for r in rows if r[3]])):
        if chosen:
            print(
                f"{name}: {len(chosen)} pages of {sum(r[0] for r in chosen) / len(chosen) / 1000:.0f} KB, "
                f"parse {median(r[1] for r in chosen):.2f} ms, cleanse {median(r[2] for r in chosen):.2f} ms (median), "
                f"{sum(r[2] for r in chosen) / len(chosen):.2f} ms (mean), {max(r[2] for r in chosen):.2f} ms (worst)"
            )


def made_up(rules: int, elements: int) -> None:
    kinds = {
        "classes": "".join(f".c{i}{{color:#{i % 900:03d}}}.h{i}{{display:none}}" for i in range(rules // 2)),
        "descendants": "".join(f".c{i} .d{i % 50} p{{display:{'none' if i % 3 else 'block'}}}" for i in range(rules)),
    }
    body = "".join(f'<div class="c{i % (2 * rules)}"><p class="d{i % 50}">文字第{i}段。</p></div>' for i in range(elements // 2))
    for name, css in kinds.items():
        _, taken, _ = cost(f"<html><head><style>{css}</style></head><body>{body}</body></html>", runs=1)
        print(f"{rules} rules of {name}, {elements} elements: {taken / 1000:.2f} s, {taken * 1e6 / (rules + elements):.0f} ns a rule or element")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--every", type=int, default=3, help="every Nth bench page")
    options.add_argument("--no-bench", action="store_true", help="made-up pages only")
    args = options.parse_args()
    if not args.no_bench and BENCH.is_dir():
        real_pages(args.every)
    for rules, elements in ((1_000, 10_000), (10_000, 10_000), (10_000, 100_000)):
        made_up(rules, elements)
    return 0


if __name__ == "__main__":
    sys.exit(main())
