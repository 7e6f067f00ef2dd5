"""What broken structure, and cleansing, cost the article's text.

    python benchmarks/structure.py [--every N] [--seed N] [SET...]

Each page of ../shared/bench is damaged in five ways, in the middle of its reference body, by code that knows nothing of how
the damage is mended; text F1 is that folder's own score.py. Goals: within .03 of the undamaged page for a stray </html>, lost
close tags and controls, .85 or more for a comment and a quote that run away, and no set loses text to cleansing.
Prints a table; exit status 1 where a goal is missed, 0 also where the bench does not lie beside the repository.
"""

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from extraction import scorer  # noqa: E402

from qnews_scraper.extract import extract  # noqa: E402
from qnews_scraper.options import Options  # noqa: E402
from qnews_scraper.page import Page  # noqa: E402
from qnews_scraper.restore import restore_page  # noqa: E402
from qnews_scraper.text.decode import decode  # noqa: E402
from qnews_scraper.tree import parse  # noqa: E402

BENCH = ROOT.parent / "shared" / "bench"
SETS = ("zh_news", "zh_articles", "en_news")


def middle(source: str, body: str) -> int:
    """A place between two tags about the middle of the body; of the source where the body's words are not found in it."""
    lines = [line.strip() for line in body.splitlines() if len(line.strip()) > 8]
    for line in [*lines[len(lines) // 2 :], *reversed(lines[: len(lines) // 2])]:
        for start in range(0, max(1, len(line) - 8), 8):
            at = source.find(line[start : start + 8])
            if at >= 0 and (border := source.find("<", at)) >= 0:
                return border
    return max(source.find("<", len(source) // 2), 0)


def stray_end(source: str, at: int, pick: random.Random) -> str:
    return source[:at] + pick.choice(["</html>", "</body></html>", "</div></body></html>"]) + source[at:]


def lost_ends(source: str, at: int, pick: random.Random) -> str:
    return re.sub(r"</[a-zA-Z][^>]*>", lambda m: "" if pick.random() < 0.3 else m[0], source)


def controls(source: str, at: int, pick: random.Random) -> str:
    marks = [chr(c) for c in range(32) if c not in (9, 10, 12, 13)]
    return "".join(c + pick.choice(marks) if pick.random() < 0.02 else c for c in source)


def runaway_comment(source: str, at: int, pick: random.Random) -> str:
    return source[:at] + pick.choice(["<!-- ", "<!--ad start ", "<!-- 广告 "]) + source[at:]


def broken_quote(source: str, at: int, pick: random.Random) -> str:
    """The closing quote of the attribute nearest to the place is lost; where there is none near, a broken link is put in."""
    near = [m for m in re.finditer(r"<[a-zA-Z][^<>]*?=\"[^\"<>]*(\")[^<>]*>", source) if abs(m.start() - at) < 1500]
    if near and pick.random() < 0.7:
        quote = min(near, key=lambda m: abs(m.start() - at)).start(1)
        return source[:quote] + source[quote + 1 :]
    return source[:at] + '<a href="/more.html>' + pick.choice(["更多", "图片", ""]) + "</a>" + source[at:]


DAMAGES: dict[str, tuple[Callable[[str, int, random.Random], str], float]] = {
    "stray </html>": (stray_end, -0.03),
    "30% of ends lost": (lost_ends, -0.03),
    "controls": (controls, -0.03),
    "runaway comment": (runaway_comment, 0.85),
    "broken quote": (broken_quote, 0.85),
}
"""Each with its goal: a difference from the undamaged page, or a score."""


def pieces(judge: ModuleType, name: str, text: str, title: str) -> Counter[tuple[str, ...]]:
    """What is counted of a text: runs of four characters, or of four words."""
    return judge.ngrams(judge.body_chars(text, title) if name.startswith("zh") else re.findall(r"\w+", text))


def score(rows: list[tuple[float, float, float]], name: str) -> float:
    if name.startswith("zh"):
        return sum(r[2] for r in rows) / len(rows)
    precision, recall = (sum(r[i] for r in rows) / len(rows) for i in (0, 1))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--every", type=int, default=1, help="every Nth page")
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--show", metavar="DAMAGE", help="list the pages that lose most by a damage")
    options.add_argument("sets", nargs="*", default=SETS)
    args = options.parse_args()
    if not BENCH.is_dir():
        print("skipped: no ../shared/bench")
        return 0
    judge = scorer(BENCH)
    missed = 0
    for name in args.sets:
        gold = [json.loads(line) for line in (BENCH / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()][:: args.every]
        rows: dict[str, list[tuple[float, float, float]]] = {}
        for reference in gold:
            raw = gzip.decompress((BENCH / "pages" / name / f"{reference['id']}.html.gz").read_bytes())
            source = decode(raw).text
            url = reference.get("url") or ""

            page = Page(url=url, text=source, encoding_how="given")
            whole = restore_page(page)
            texts = {"undamaged": whole.article.text if whole.article else "", "not cleansed": extract(parse(whole.page.text), whole.page, Options()).text}
            at = middle(source, reference["body"])
            for damage, (do, _) in DAMAGES.items():
                pick = random.Random(f"{args.seed} {damage} {reference['id']}")
                found = restore_page(Page(url=url, text=do(source, at, pick), encoding_how="given"))
                texts[damage] = found.article.text if found.article else ""
            for kind, text in texts.items():
                rows.setdefault(kind, []).append(judge.prf(*(pieces(judge, name, t, reference.get("title") or "") for t in (reference["body"], text))))
        scores = {kind: score(r, name) for kind, r in rows.items()}
        print(f"{name}: {len(gold)} pages")
        for kind, value in scores.items():
            goal = DAMAGES.get(kind, (None, 0.0))[1]
            failed = value < (scores["undamaged"] + goal if goal < 0 else goal) or (kind == "not cleansed" and scores["undamaged"] < value)
            missed += failed
            print(f"  {kind:18} {value:.4f}  {value - scores['undamaged']:+.4f}{'  missed' if failed else ''}")
        if args.show:
            by_loss = sorted(zip(rows["undamaged"], rows[args.show], gold, strict=True), key=lambda r: r[1][2] - r[0][2])
            print(*(f"    {g['id']}  {a[2]:.3f} -> {b[2]:.3f}" for a, b, g in by_loss[:12]), sep="\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
