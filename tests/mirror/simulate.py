"""Articles with known originals, damaged by the forward model, and what a repair made of them, category by category."""

import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/models"))

import mirror  # noqa: E402
import toneless  # noqa: E402
from traced import Fate, trace  # noqa: E402

from qnews_scraper.ledger import Repaired  # noqa: E402
from qnews_scraper.trust import Trust  # noqa: E402

RENDERS: tuple[mirror.Render, ...] = ("html", "rendered", "folded")
HEAD = '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"></head>\n<body>\n'


@cache
def sentences() -> list[str]:
    """Paragraphs of own writing, in Simplified Chinese."""
    found = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    for path in sorted((ROOT / "data/sample/expected").glob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        if page.get("language") == "zh-Hans":
            found += [line for line in page["text"] if "\ufffd" not in line]
    return found


@cache
def readings() -> dict[str, list[str]]:
    """Readings of Traditional characters, the usual one first (from pypinyin 0.55, MIT)."""
    rows = (Path(__file__).parent / "readings.txt").read_text(encoding="utf-8").splitlines()
    return {char: read for char, *read in map(str.split, rows)}


def draw_article(rng: random.Random) -> list[str]:
    return rng.sample(sentences(), rng.randint(8, 20))


def draw_table(rng: random.Random, lines: Iterable[str]) -> mirror.Table:
    """20 to 400 characters in any order, one reading each; half of the tables favour characters that news uses."""
    known = readings()
    used = sorted({char for char in map(mirror.traditional, "".join(lines)) if char in known})
    size = rng.randint(20, 400)
    chars = set(rng.sample(used, min(len(used), size // rng.choice((1, 2, 4)))))
    rest = sorted(known.keys() - chars)
    table = [*sorted(chars), *rng.sample(rest, max(0, size - len(chars)))]
    rng.shuffle(table)
    return [(char, known[char][0] if rng.random() < 0.95 else rng.choice(known[char])) for char in table]


@dataclass
class Case:
    """One article as written, as served, and what became of each of its characters."""

    original: str
    served: str
    fates: list[Fate]
    render: mirror.Render
    table: mirror.Table
    seed: int


ALIKE: mirror.Table = [tuple(row.split()) for row in "的 de,人 rén,一 yī,在 zài,大 dà,不 bù,是 shì,了 le,有 yǒu,年 nián,上 shàng,日 rì,市 shì,民 mín,本 běn,公 gōng,全 quán,月 yuè,下 xià,生 shēng,出 chū,成 chéng,主 zhǔ,地 dì".split(",")]
"""Common characters that have one form, and their readings."""


def draw_case(seed: int, lines: list[str] | None = None, *, brackets: str = "()", toned: bool = True, alike: int = 0) -> Case:
    """An article damaged with a table of its own, which lists so many characters `alike` in both scripts too."""
    rng = random.Random(seed)
    lines = draw_article(rng) if lines is None else lines
    table = draw_table(rng, lines)
    if alike:
        table += rng.sample(ALIKE, alike)
        rng.shuffle(table)
    if not toned:
        table = [(char, toneless.plain(reading)) for char, reading in table]
    render = RENDERS[seed % 3]
    source = HEAD + "".join(f"<p>{line}</p>\n" for line in lines) + "</body>\n</html>\n"
    raw, fates = trace(source, table, brackets=brackets, seed=seed, seen=render == "html")
    if render == "html":
        return Case(source, raw, fates, render, table, seed)
    keep = [True] * len(source)
    for tag in re.finditer("<[^>]*>", source):
        keep[tag.start() : tag.end()] = [False] * len(tag[0])
    original = "".join(char for char, kept in zip(source, keep, strict=True) if kept)
    # a bad pair may eat the "<" of a closing tag, whose rest is then text: …?/p>
    served = mirror.rendered(re.sub("<[^>]*>", "", raw), render)
    return Case(original, served, [fate for fate, kept in zip(fates, keep, strict=True) if kept], render, table, seed)


@dataclass(repr=False)
class Tally:
    """Characters by fate and outcome, articles by outcome."""

    right: Counter[Fate] = field(default_factory=Counter)
    lost: Counter[Fate] = field(default_factory=Counter)
    wrong: Counter[Fate] = field(default_factory=Counter)
    certain_and_wrong: list[str] = field(default_factory=list)
    likely: Counter[bool] = field(default_factory=Counter)
    """LIKELY characters by whether they are right."""
    articles: int = 0
    exact: int = 0
    """Articles exact but for LOST."""
    examples: list[str] = field(default_factory=list)

    def share(self, *fates: Fate, lost_is_right: bool = False) -> float:
        right = sum(self.right[f] + lost_is_right * self.lost[f] for f in fates)
        total = sum(self.right[f] + self.lost[f] + self.wrong[f] for f in fates)
        return right / total if total else 1.0


def trusts(served: str, repaired: Repaired) -> list[Trust | None]:
    """For each character of the repaired text, the weakest trust of the edits it went through."""
    rank = {None: 0, Trust.CERTAIN: 1, Trust.LIKELY: 2, Trust.LOST: 3, Trust.SUSPECT: 4}
    labels: list[Trust | None] = [None] * len(served)
    for done in repaired.passes:
        out: list[Trust | None] = []
        at = 0
        for e in done.edits:
            out += labels[at : e.start]
            was = labels[e.start : e.end]
            if len(was) != len(e.new):
                was = [max(was, key=rank.__getitem__, default=None)] * len(e.new)
            out += [max(label, e.trust, key=rank.__getitem__) for label in was]
            at = e.end
        labels = out + labels[at:]
    return labels


_LEFT_OVER = re.compile("[<?\ufffd]?/p>$")


def judge(case: Case, repaired: Repaired, tally: Tally) -> None:
    """Count what a repair made of one case."""
    fold = mirror._FOLD if case.render == "folded" else {}
    labels = trusts(case.served, repaired)
    wants, gots = case.original.split("\n"), repaired.text.split("\n")
    tally.articles += 1
    exact = len(wants) == len(gots)
    at = here = 0
    served = case.served.split("\n")
    for i, (want, got) in enumerate(zip(wants, gots, strict=False)):
        fates, trust = case.fates[at : at + len(want)], labels[here : here + len(got)]
        at, here = at + len(want) + 1, here + len(got) + 1
        if case.render != "html":
            got = _LEFT_OVER.sub("", got)
        k = 0
        for fate, char, new, sure in _pairs(want.translate(fold), got.translate(fold), fates, trust):
            k += len(char)
            if sure is Trust.LIKELY:
                tally.likely[char == new] += 1
            if char == new:
                tally.right[fate] += 1
            elif new and not new.strip("\ufffd"):
                tally.lost[fate] += 1
            else:
                tally.wrong[fate] += 1
                exact = False
                place = f"{want[max(0, k - 12) : k + 12]!r}, served {served[min(i, len(served) - 1)]}"
                note = f"seed {case.seed} {case.render}, {fate}: {char!r} is {new!r} ({sure}) in {place}"
                tally.examples.append(note)
                if sure is Trust.CERTAIN:
                    tally.certain_and_wrong.append(note)
    tally.exact += exact


def _pairs(want: str, got: str, fates: list[Fate], trust: list[Trust | None]) -> Iterator[tuple[Fate, str, str, Trust | None]]:
    """(fate, character, what stands for it, its trust), aligned by difflib where the lengths differ, or are the same by chance."""
    if len(want) == len(got) and sum(a != b != "\ufffd" for a, b in zip(want, got, strict=True)) < 4:
        yield from zip(fates, want, got, trust, strict=False)
        return
    for kind, a, b, c, d in SequenceMatcher(None, want, got, autojunk=False).get_opcodes():
        if kind == "equal" or b - a == d - c:
            yield from zip(fates[a:b], want[a:b], got[c:d], trust[c:d], strict=True)
        elif a == b:
            yield fates[min(a, len(fates) - 1)], "", got[c:d], trust[c]
        else:
            sure = next((t for t in trust[c:d] if t is not None), None)
            for i in range(a, b):
                yield fates[i], want[i], got[c:d], sure
