"""What needs no search: stretches of which all bytes are known and read, between the places where bytes were lost.

UTF-8 shows where its characters begin. Pairs do not, but of the two ways to pair a row of bytes one reads and the other does not.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, repeat
from typing import Final, NamedTuple

from qnews_scraper.text.fluency import odds
from qnews_scraper.text.loss import Loss
from qnews_scraper.text.misread import Misreading, pairs, unambiguous
from qnews_scraper.text.wildcard import LOST

BLOCK: Final = 3
"""Characters that are judged together."""
READS: Final = 1.0
"""Mean log-odds that they must have."""
GAIN: Final = 2.0
"""Nats a character by which they must read better than what was served, and than the bytes paired in the other way."""
_GONE: Final = b"\xff"
"""What stands for bytes that are not known, or not the only ones: no character has it."""
_CHAR: Final = rb"(?:[\xe2-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf])"
_UTF8: Final = re.compile(rb"%b(?:[\x00-\x7f]*%b){%d,}" % (_CHAR, _CHAR, BLOCK - 1))
_SPACE: Final = re.compile(rb"(?<=[\xe3-\xe9\xef]) (?=[\x80-\xbf])|(?<=[\xe3-\xe9\xef][\x80-\xbf]) ")
"""A space where a byte must be that goes on."""
_HIGH: Final = re.compile(rb"[\x81-\xfe]{%d,}" % (2 * BLOCK + 4))
_IN_PAIRS: Final = ("gbk", "big5", "euc-kr")


class Intact(NamedTuple):
    """text[start:end], as served, says `new`."""

    start: int
    end: int
    new: str
    score: float
    """The log-odds of its characters but the first."""


def intact(text: str, how: Misreading, loss: Loss) -> Iterator[Intact]:
    """The stretches of a text that say one thing, in order, where both a served and a true character begin and end."""
    if how.true != "utf-8" and how.true not in _IN_PAIRS:
        return
    told = text
    for mark in loss.marks + "".join(char for char, _ in loss.stands if how.true != "utf-8"):
        told = told.replace(mark, LOST)
    codes = list(map(unambiguous(how.served).get, told, repeat(_GONE)))
    data = b"".join(codes)
    if (blank := loss.stood(" ")) and how.true == "utf-8":
        data = _SPACE.sub(blank if len(blank) == 1 else _GONE, data)
    found = _utf8(data) if how.true == "utf-8" else _pairs(data, how.true)
    # pairs at both ends may be of what is lost beside them; a first byte of UTF-8 is none but that
    edge = int(how.true != "utf-8")
    borders: list[int] = []
    for starts, new, rival in found:
        if not borders:
            borders = list(accumulate(map(len, codes), initial=0))
            served = list(accumulate(odds(text), initial=0.0))
        sums = list(accumulate(odds(new), initial=0.0))
        for a, b in _blocks(starts, sums, rival, borders, served):
            a, b = a + edge, b - edge
            while a < b and (new[a] < "\x80" or borders[bisect_left(borders, starts[a])] != starts[a]):
                a += 1
            while b > a and (new[b - 1] < "\x80" or borders[bisect_left(borders, starts[b])] != starts[b]):
                b -= 1
            if b - a > 1:
                yield Intact(bisect_left(borders, starts[a]), bisect_left(borders, starts[b]), new[a:b], sums[b] - sums[a + 1])


_Row = tuple[Sequence[int], str, Sequence[float]]
"""Where the characters of a row of bytes begin and the last one ends, what they are, and the sums of the log-odds of another way to read it."""


def _utf8(data: bytes) -> Iterator[_Row]:
    for found in _UTF8.finditer(data):
        new = found[0].decode()
        length = found.end() - found.start()
        is_even = length == 3 * len(new)
        yield range(found.start(), found.end() + 1, 3) if is_even else list(accumulate((1 if c < "\x80" else 3 for c in new), initial=found.start())), new, ()


def _pairs(data: bytes, true: str) -> Iterator[_Row]:
    known = pairs(true)
    for found in _HIGH.finditer(data):
        row = found[0]
        ways = ["".join([c if len(c := known.get(row[k : k + 2], LOST)) == 1 else LOST for k in range(i, len(row) - 1, 2)]) for i in (0, 1)]
        sums = [list(accumulate(odds(way), initial=0.0)) for way in ways]
        i = int(sums[1][-1] > sums[0][-1])
        yield range(found.start() + i, found.end() + 1, 2), ways[i], sums[1 - i]


def _blocks(starts: Sequence[int], sums: Sequence[float], rival: Sequence[float], borders: Sequence[int], served: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The stretches of a row, in characters, of which each block reads as it should."""
    first = a = 0
    last = len(sums) - 1
    while a < last:
        b = a + BLOCK if a + 2 * BLOCK <= last else last
        least = GAIN * (b - a)
        gained = sums[b] - sums[a]
        was = served[min(bisect_left(borders, starts[b]), len(served) - 1)] - served[bisect_left(borders, starts[a])]
        other = rival[min(b, len(rival) - 1)] - rival[min(a, len(rival) - 1)] if rival else gained - least
        if gained < READS * (b - a) or gained - was < least or gained - other < least:
            if first < a:
                yield first, a
            first = b
        a = b
    if first < last:
        yield first, last
