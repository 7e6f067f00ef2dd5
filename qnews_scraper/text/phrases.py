"""How likely a stretch of Chinese is as a row of words that follow one another: what single words cannot tell.

译成|法文 and 译成|分|文 are both made of words; only one of them is said.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from typing import Final

from qnews_scraper.text.hanzi import fold
from qnews_scraper.text.lines import Lines
from qnews_scraper.text.words import LONGEST, steps

_STEP: Final = 2
"""Steps to a nat."""
_ZERO: Final = 0x40
_GROUP: Final = re.compile("([!-~])([^!-~]+)")

Ends = dict[str, float]
"""The log-likelihood of the best row up to a place, by its last word; "" is what is no word."""


_table: Final = cache(partial(Lines, "word_pairs.txt"))


@lru_cache(1 << 12)
def _after(word: str) -> dict[str, float]:
    """By how many nats each word is likelier after this one than anywhere; under "" is what stands for the others."""
    line = _table().find(word + "\t")[len(word) + 1 :] or "@"
    found = {"": (ord(line[0]) - _ZERO) / _STEP}
    for sign, group in _GROUP.findall(line, 1):
        found.update(dict.fromkeys(group.split(" "), (ord(sign) - _ZERO) / _STEP))
    return found


def _extend(ends: list[Ends], text: str, start: int, found: list[tuple[int, float]], beyond: int = 0) -> None:
    """Rows that go on at one place, to every word found there that ends behind another place."""
    if not (before := ends[start]):
        return
    known = [(value, _after(word) if word else None) for word, value in before.items()]
    for size, odds in found:
        if start + size <= beyond:
            continue
        word = text[start : start + size]
        if "\u4e00" <= word[0] <= "\u9fff":
            best = odds + max([value if after is None else value + (after[word] if word in after else after[""]) for value, after in known])
        else:
            word, best = "", odds + max(before.values())
        there = ends[start + size]
        if word not in there or there[word] < best:
            there[word] = best


def phrases(text: str) -> float:
    """Log-likelihood (natural) of the best segmentation of `text`, each word after the one before; Traditional folded to Simplified."""
    return beside("", ("",), text)[0]


def beside(left: str, chars: Iterable[str], right: str) -> list[float]:
    """`phrases(left + char + right)` for each of some characters; what stands before the place is cut into words once for all of them, and what words stand behind it is asked once."""
    left, right = fold(left), fold(right)
    size = len(left)
    found = []
    shared: list[Ends] = [{"": 0.0}] + [{} for _ in left]
    for start in range(size):
        _extend(shared, left, start, steps(left, start))
    behind = [steps(right, start) for start in range(len(right))]
    for char in map(fold, chars):
        text = left + char + right
        ends = [*shared, *({} for _ in range(len(text) - size))]
        for start in range(max(0, size - LONGEST + 1), size):
            if ends[start]:
                _extend(ends, text, start, steps(text, start), size)
        for start in range(size, size + len(char)):
            _extend(ends, text, start, steps(text, start))
        for start, there in enumerate(behind, size + len(char)):
            _extend(ends, text, start, there)
        found.append(max(ends[-1].values()))
    return found
