"""How well mirror damage is repaired, by category, on articles damaged with tables drawn at random.

    python benchmarks/mirror.py [--articles N] [--seed FIRST] [--render html|rendered|folded]

Articles are of own writing; where ../shared/bench is present, every second one is the reference body of a real page.
"""

import argparse
import json
import random
import sys
import time
from itertools import count, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/mirror")]

from simulate import RENDERS, Tally, draw_case, judge  # noqa: E402

from qnews_scraper.restore import repair  # noqa: E402


def real_bodies() -> list[list[str]]:
    """Bodies of real Chinese pages in Simplified script, as lines."""
    import mirror
    from opencc import OpenCC

    simplified = OpenCC("tw2s").convert
    bodies = []
    for name in ("zh_news", "zh_articles"):
        path = ROOT / f"../shared/bench/{name}.jsonl"
        for row in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            body = json.loads(row)["body"]
            lines = ["".join(char for char in line if char not in "<>&" and (mirror.gbk(char) != b"?" or char == "?")) for line in body.split("\n")]
            lines = [line.strip() for line in lines if line.strip()]
            text = "".join(lines)
            # a body that is Traditional, or holds characters that a round through Traditional does not give back, has no known original
            if len(text) > 150 and simplified("".join(map(mirror.traditional, text))) == text == simplified(text):
                bodies.append(lines[:25])
    return bodies


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1_000_000, help="the first of consecutive seeds; each gives one article")
    parser.add_argument("--render", choices=RENDERS, action="append", help="only this rendering; may be given more than once")
    given = parser.parse_args()
    bodies = real_bodies()
    tallies = {render: Tally() for render in given.render or RENDERS}
    spent = size = 0.0
    seeds = (seed for seed in count(given.seed) if RENDERS[seed % len(RENDERS)] in tallies)
    for seed in islice(seeds, given.articles):
        case = draw_case(seed, random.Random(seed).choice(bodies) if bodies and seed // 3 % 2 else None)
        begin = time.perf_counter()
        repaired = repair(case.served)
        spent += time.perf_counter() - begin
        size += len(case.served)
        judge(case, repaired, tallies[case.render])
    print(f"{given.articles} articles, {len(bodies)} real bodies, {size / 1e6:.2f} million characters")
    print(f"{spent:.1f} s, {size / spent / 1e3:.0f} thousand characters/s")
    for render, tally in tallies.items():
        print(f"\n{render}: exact but for LOST {tally.exact} of {tally.articles} articles ({tally.exact / max(1, tally.articles):.2%})")
        for fate in sorted({*tally.right, *tally.lost, *tally.wrong}):
            print(f"  {fate:32} right {tally.right[fate]:7}  LOST {tally.lost[fate]:5}  wrong {tally.wrong[fate]:5}   {tally.share(fate):.3%}")
        print(f"  LIKELY right {tally.likely[True]}, wrong {tally.likely[False]};  CERTAIN and wrong {len(tally.certain_and_wrong)}")
        for fate in sorted(tally.wrong):
            for note in [note for note in tally.examples if f", {fate}:" in note][:: max(1, tally.wrong[fate] // 6)]:
                print("   ", note[:300])


if __name__ == "__main__":
    main()
