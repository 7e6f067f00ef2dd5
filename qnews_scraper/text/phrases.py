"""How likely a stretch of Chinese is as a row of words that follow one another: what single words cannot tell.

译成|法文 and 译成|分|文 are both made of words; only one of them is said.
"""

import re
from bisect import bisect
from collections.abc import Iterable
from functools import cache, lru_cache, partial
from typing import Final

from qnews_scraper.text.hanzi import fold
from qnews_scraper.text.lines import Lines
from qnews_scraper.text.words import LONGEST, steps

_STEP: Final = 2
"""Steps to a nat."""
_ZERO: Final = 0x40
_SIGN: Final = re.compile("[!-~]")
_REMEMBERED: Final = 1 << 9
"""Words after one word that are kept."""

Ends = dict[str, float]
"""The log-likelihood of the best row up to a place, by its last word; "" is what is no word."""


_MARKS: Final = {"，": -2.7, "。": -3.5, "！": -4.9, "：": -4.9, "、": -5.1, "“": -5.2, "”": -5.2, "？": -5.3, "…": -6.1, "；": -6.7}
"""Log-likelihoods of the marks that the table of marks has."""

_table: Final = cache(partial(Lines, "word_pairs.txt"))
_marks: Final = cache(partial(Lines, "word_marks.txt"))


class _After(dict[str, float]):
    """By how many nats each word is likelier after one word than anywhere. Some have thousands of followers, of which a page asks for a few: each is found when it is first asked for."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self._line = line
        """A sign for the nats of all others, and groups of words, each with its sign before it."""
        self._signs = [0, *(found.start() for found in _SIGN.finditer(line, 1))]

    def __missing__(self, word: str) -> float:
        if len(self) >= _REMEMBERED:
            self.clear()
        sign = self._line[self._signs[bisect(self._signs, self._place(word)) - 1]]
        self[word] = nats = (ord(sign) - _ZERO) / _STEP
        return nats

    def _place(self, word: str) -> int:
        """Where a word stands, and not as a part of another; 0 where nowhere."""
        at = self._line.find(word, 1)
        while at > 0:
            end = at + len(word)
            if self._line[at - 1] < "\x7f" and self._line[end : end + 1] < "\x7f":
                return at
            at = self._line.find(word, at + 1)
        return 0


@lru_cache(1 << 12)
def _after(word: str) -> _After:
    return _After(_table().find(word + "\t")[len(word) + 1 :] or "@")


@lru_cache(1 << 12)
def _beside_mark(word: str) -> _After:
    """The same for the marks after a word, and for all that follows a mark."""
    return _After(_marks().find(word + "\t")[len(word) + 1 :] or "@")


def _mark(before: Ends, mark: str) -> float:
    """The log-likelihood of the best row with a mark behind it."""
    return _MARKS[mark] + max(value + _beside_mark(word)[mark] if word else value for word, value in before.items())


def _extend(ends: list[Ends], text: str, start: int, found: list[tuple[int, float]], beyond: int = 0, *, marks: bool = False) -> None:
    """Rows that go on at one place, to every word found there that ends behind another place."""
    if not (before := ends[start]):
        return
    if marks and text[start] in _MARKS:
        if start + 1 > beyond:
            ends[start + 1] = {text[start]: _mark(before, text[start])}
        return
    known = [(value, None if not word else _beside_mark(word) if word in _MARKS else _after(word)) for word, value in before.items()]
    for size, odds in found:
        if start + size <= beyond:
            continue
        word = text[start : start + size]
        if "\u4e00" <= word[0] <= "\u9fff":
            best = odds + max([value if after is None else value + after[word] for value, after in known])
        else:
            word, best = "", odds + max(before.values())
        there = ends[start + size]
        if word not in there or there[word] < best:
            there[word] = best


def phrases(text: str) -> float:
    """Log-likelihood (natural) of the best segmentation of `text`, each word after the one before; Traditional folded to Simplified."""
    return beside("", ("",), text)[0]


def beside(left: str, chars: Iterable[str], right: str, *, marks: bool = False) -> list[float]:
    """`phrases(left + char + right)` for each of some characters; what stands before the place is cut into words once for all of them, and what words stand behind it is asked once.

    marks: which marks stand after which words, and what after which marks, counts too.
    """
    left, right = fold(left), fold(right)
    size = len(left)
    found = []
    shared: list[Ends] = [{"": 0.0}] + [{} for _ in left]
    for start in range(size):
        _extend(shared, left, start, steps(left, start), marks=marks)
    behind = [steps(right, start) for start in range(len(right))]
    for char in map(fold, chars):
        text = left + char + right
        ends = [*shared, *({} for _ in range(len(text) - size))]
        for start in range(max(0, size - LONGEST + 1), size):
            if ends[start]:
                _extend(ends, text, start, steps(text, start), size, marks=marks)
        for start in range(size, size + len(char)):
            _extend(ends, text, start, steps(text, start), marks=marks)
        for start, there in enumerate(behind, size + len(char)):
            _extend(ends, text, start, there, marks=marks)
        found.append(max(ends[-1].values()))
    return found
