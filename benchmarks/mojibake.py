"""Per cent of damaged sentences exactly restored, kind by kind, beside peers as installed from PyPI.

    python benchmarks/mojibake.py [--news] [--kind N] [--show N] [--peers]

Sentences are those of tests/data/sentences, written for this purpose; --news adds sentences of ../shared/bench, where it is there.
No table of this package was built from either. The damage is tests/simulator's, which knows nothing of this package.
A row that misses its goal says by how much and why.
For kinds whose bytes are partly gone, "kept" is the share of the characters that still stand, in their order, and "wrong" the share of the
sentences in which a repair called certain differs from what was written.
"""

import argparse
import difflib
import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from qnews_scraper.damage import FINDERS  # noqa: E402
from qnews_scraper.ledger import apply  # noqa: E402
from qnews_scraper.page import Page  # noqa: E402
from tests.simulator import KINDS  # noqa: E402

GOALS = {1: 100, 2: 75, 4: 97, 5: 100, 6: 75, 7: 100, 11: 100, 12: 100, 13: 95, 14: 85, 17: 100, 18: 100}
SPECIAL = {
    "UTF-8 > GBK, U+FFFD (browser)": 85,
    "GBK > Big5": 80,
    "Big5 > GBK": 100,
    "GBK > Big5 (Python)": 80,
    "GBK > Shift-JIS": 85,
    "GBK > Shift-JIS (Python)": 85,
    "GBK > EUC-KR": 80,
    "GBK > EUC-KR (Python)": 80,
    "Shift-JIS > GBK": 100,
    "EUC-KR > cp1252": 100,
    "EUC-KR > GBK": 100,
}
KEPT = {
    "GBK > UTF-8, U+FFFD": 16,
    "UTF-8 > Big5": 39,
    "UTF-8 > Big5 (Python)": 39,
    "GBK, second byte to ?": 95,
    **{f"{name} {how}": 90 for name, how in (("UTF-8", "in chunks of 64"), ("GBK", "in chunks of 41"), ("UTF-8", "cut once"), ("GBK", "cut once"))},
}
"""Where whole characters are gone, the goal is the share of the others; a character of which no byte is left is marked, never guessed.
Of our own sentences, 35% of the characters are intact in UTF-8 read as Big5."""
CAUSES = {
    "UTF-8 > cp1252, undefined dropped": "a byte gone without a trace: one or two of its candidates fit as well",
    "UTF-8 > GBK, clauses without loss": "a line that holds U+FFFD as it was written, which is taken for lost bytes",
    "UTF-8 > GBK, ? (Windows)": "the '?' took a mark along; which, nothing tells",
    "half UTF-8 > GBK": "the last character before the sound half lost its last byte; marks and short words fit alike",
    "GBK > cp1252, undefined ?": "two first bytes read as '?'; a name that no word decides stays open",
    "Big5 > GBK": "two codes of Big5 read as one mark, and one of them is guessed",
    "GBK > Big5": "both bytes of one character in five are gone, Traditional ones most: any of some hundred",
    "GBK > Big5 (Python)": "as in a browser, and of each such character both bytes are marked: it is lost, not guessed",
    "UTF-8 > Big5 (Python)": "every intact character is read; the codec knows fewer pairs than browsers do",
    "GBK > Shift-JIS (Python)": "both bytes of one character in ten are gone, or one of two codes is meant",
    "GBK > UTF-8, U+FFFD": "a sentence by itself may have too few intact characters to tell GBK by; pages keep 18",
    "UTF-8 > Big5": "every intact character is read; of our own sentences 35 in a hundred are intact",
    "GBK, one byte lost": "of one line in 23 no byte of the character is left, and only 年 and 月 of dates are told then; of the others it is guessed from its first byte, right in 86 of a hundred, or its second, in 91",
    "GBK, first byte to ?": "of one line in 23 no byte of the character is left, and only marks at the end and 年 and 月 of dates are told then; of the others it is guessed from its second byte, right in 91 of a hundred",
}
"""Why a row is short of its goal, where it is: seen in the rows themselves, with --show."""
FILES = {"s": "simplified", "t": "traditional", "j": "japanese", "k": "korean"}


def sentences(news: bool) -> dict[str, list[str]]:
    found = {key: (ROOT / f"tests/data/sentences/{name}.txt").read_text("utf-8").splitlines() for key, name in FILES.items()}
    bench = ROOT.parent / "shared/bench/zh_news.jsonl"
    if news and bench.exists():
        import re

        from qnews_scraper.text.credible import script_of

        dice = random.Random(1)
        lines = []
        for row in bench.read_text("utf-8").splitlines():
            lines += re.findall(r"[^。！？\n]{12,90}[。！？]”?", json.loads(row)["body"])
        dice.shuffle(lines)
        for line in lines:
            line = line.strip()
            key = {True: "t", False: "s"}.get(script_of(line) if script_of(line) is not None else None)  # type: ignore[arg-type]
            if key and len(found[key]) < {"s": 200, "t": 100}[key]:
                found[key].append(line)
    return found


def repaired(text: str) -> tuple[str, bool]:
    """The text after all finders, and whether every edit was called certain."""
    page = Page(text=text)
    for _ in range(4):
        before = page.text
        for name, find in FINDERS:
            page = apply(page, name, find(page))
        if page.text == before:
            break
    return page.text, all(e.trust == "certain" for p in page.passes for e in p.edits)


def kept(written: str, text: str) -> float:
    """Share of the written characters that stand in `text`, in order."""
    return sum(b.size for b in difflib.SequenceMatcher(None, written, text, autojunk=False).get_matching_blocks()) / len(written)


def peers() -> dict[str, Callable[[str], str]]:
    import ftfy

    config = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False, unescape_html=True)
    found: dict[str, Callable[[str], str]] = {"ftfy": lambda t: ftfy.fix_text(t, config)}

    def detected(detect: Callable[[bytes], str | None]) -> Callable[[str], str]:
        def read(text: str) -> str:
            # a detector sees bytes: those of the reading that made the damage, as its user would have to know
            for served in ("latin-1", "gb18030"):
                try:
                    data = text.encode(served)
                    encoding = detect(data)
                    if encoding:
                        return data.decode(encoding)
                except (UnicodeError, LookupError):
                    continue
            return text

        return read

    import chardet
    import charset_normalizer

    found["chardet"] = detected(lambda data: chardet.detect(data)["encoding"])
    found["charset-normalizer"] = detected(lambda data: (best := charset_normalizer.from_bytes(data).best()) and best.encoding)
    try:
        import bytesense

        found["bytesense"] = detected(lambda data: bytesense.from_bytes(data).encoding)
    except (ImportError, AttributeError):
        pass
    return found


def cases(kind: object, found: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    dice = random.Random(7)
    for key in kind.languages:  # type: ignore[attr-defined]
        for sentence in found[key]:
            served = kind.damage(sentence, dice)  # type: ignore[attr-defined]
            if served is None or served == sentence:
                continue
            restores = getattr(kind.damage, "restores", None)  # type: ignore[attr-defined]
            written = restores(served) if restores else sentence + "😀" if kind.name.startswith("split") else sentence  # type: ignore[attr-defined]
            yield written, served


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--kind", type=int)
    parser.add_argument("--show", type=int, default=0)
    args = parser.parse_args()
    found = sentences(args.news)
    others = peers() if args.peers else {}
    print(f"{'kind':45} {'n':>4} {'exact':>6} {'goal':>5} {'kept':>6} {'wrong':>6} {'ms':>6}  " + " ".join(f"{name:>10.10}" for name in others))
    for kind in KINDS:
        if args.kind and kind.number != args.kind:
            continue
        exact = count = wrong = 0
        share = spent = 0.0
        scores = dict.fromkeys(others, 0)
        shown = 0
        for written, served in cases(kind, found):
            start = time.perf_counter()
            text, certain = repaired(served)
            spent += time.perf_counter() - start
            count += 1
            exact += text == written
            share += kept(written, text) if text != written else 1.0
            wrong += certain and "\ufffd" not in text and text not in (written, served)
            if text != written and shown < args.show:
                shown += 1
                print(f"    {written}\n    {served!r}\n    {text!r}")
            for name, fix in others.items():
                scores[name] += fix(served) == written
        goal = f"k{KEPT[kind.name]}" if kind.name in KEPT else SPECIAL.get(kind.name, GOALS.get(kind.number))
        reached = 100 * (share if kind.name in KEPT else exact) / max(count, 1)
        short = float(str(goal or 0).lstrip("k")) - reached
        note = f"{short:.1f} short: {CAUSES.get(kind.name, '')}" if short > 0.05 else ""
        row = " ".join(f"{100 * scores[name] / max(count, 1):>10.0f}" for name in others)
        n = max(count, 1)
        print(
            f"{kind.number:>2} {kind.name:42} {count:>4} {100 * exact / n:>6.1f} {goal or '-':>5} {100 * share / n:>6.1f} {100 * wrong / n:>6.1f} {1000 * spent / n:>6.1f}  {row} {note}".rstrip(),
            flush=True,
        )


if __name__ == "__main__":
    main()
