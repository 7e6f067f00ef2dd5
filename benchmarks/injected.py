"""What strangers put into real pages: every spelling of the tests, put into pages of ../shared/bench.

    python benchmarks/injected.py [SET ...] [--every N] [--group NAME ...] [--payload NAME] [--show]

A page counts as right when nothing of the payload is in text, title, description, keywords or links, and each line of the article that
comes of the page without it is still there. Spellings and the code that puts them in are those of tests/cleanse and know nothing of how
they are found. Some are visible on a real page, and rightly stay: white text on a page that is black, a block after a script that the
page's own markup closes. Prints a table by group, with --show every spelling that failed and on which pages.
"""

import argparse
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from extraction import body_of, references  # noqa: E402

from qnews_scraper import restore  # noqa: E402
from qnews_scraper.text.decode import decode  # noqa: E402
from tests.cleanse.real_pages import judged, put_in, spellings  # noqa: E402
from tests.cleanse.spellings import GROUPS, PAYLOADS  # noqa: E402

BENCH = ROOT.parent / "shared" / "bench"


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("sets", nargs="*", default=["zh_news"])
    cli.add_argument("--every", type=int, default=21, help="every Nth page")
    cli.add_argument("--group", nargs="*", choices=list(GROUPS), default=list(GROUPS))
    cli.add_argument("--payload", choices=list(PAYLOADS), default="neutral", help="what stands for the neutral text")
    cli.add_argument("--show", action="store_true")
    given = cli.parse_args()
    if not BENCH.is_dir():
        print("skipped: no ../shared/bench")
        return 0
    for name in given.sets:
        right: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        failed: defaultdict[str, list[str]] = defaultdict(list)
        rows = references(BENCH, name)[:: given.every]
        for row in rows:
            source = decode(body_of(BENCH, name, row["id"])).text
            sound = restore(source, url=row["url"]).article
            if sound is None:
                continue
            for spelling, parts, words in spellings(frozenset(given.group)):
                if (made := put_in(source, row["body"], parts, given.payload)) is None:
                    continue
                outcome = judged(sound, made[0], row["url"], (*words, *made[1]))
                for key in (spelling.partition(":")[0], "all"):
                    right[key][0] += bool(outcome)
                    right[key][1] += 1
                if not outcome:
                    failed[spelling].append(f"{row['id']} left {', '.join(outcome.left) or '-'} lost {len(outcome.lost)}")
        print(f"{name}: {len(rows)} pages")
        for key, (count, of) in right.items():
            print(f"  {key:12} {count:6} of {of:6}  {count / of:.2%}")
        if given.show:
            for spelling, pages in sorted(failed.items(), key=lambda item: -len(item[1])):
                print(f"  {spelling}", *(f"    {page}" for page in pages), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
