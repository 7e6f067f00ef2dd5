"""Bytes read as Western text, and then tidied as such text is: lines wrapped, an ellipsis spelled out, no-break spaces made plain, what cannot be dropped.

A first byte of UTF-8 says how many others follow, and none of them is a line end, a dot or a space.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, chain
from typing import Final

from qnews_scraper.text.misread import LATIN

_TAIL: Final = f"[{''.join(char for char, byte in LATIN.items() if byte < bytes((0xC0,)))}]"
_INSIDE: Final = re.compile(
    rf"(?<=[\xe3-\xe9\xef])(?:(\r?\n)(?={_TAIL}{{2}})|(?:(?<!\.)\.\.\.)(?={_TAIL}))|(?<=[\xe3-\xe9\xef]{_TAIL})(?:(\r?\n)(?={_TAIL})|\.\.\.(?!\.))|(?<=[\xc2-\xc6\xcb])(\r?\n)(?={_TAIL})"
)
_AGAIN: Final = re.compile(f"[\xc2\xc3\xc5\xc6\xcb]{_TAIL}|\xe2{_TAIL}{{2}}")
"""A character of Latin-1 or windows-1252 in UTF-8."""
_BLANK: Final = re.compile("(?<=[\xc2\xc3\xc5]) |(?<=\xe2[\x80\u20ac]) ")
_OPEN: Final = re.compile(f"\xe2€(?!{_TAIL})")
_UNDEFINED: Final = re.compile("[\x81\x8d\x8f\x90\x9d]")
_LINE: Final = re.compile(r"[^\n]+")
_HIGH: Final = re.compile("[^\x00-\x7f]")
TWICE: Final = 3
"""Characters beyond ASCII for each of these, or fewer, where UTF-8 was read so twice: all are parts of such."""
FEWEST: Final = 4
"""Such that a line must have."""


class Tidied:
    """A text with that undone, and where each place of it stood."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._lengths: list[int] = []
        twice = [line.span() for line in _LINE.finditer(text) if _is_twice(line[0])] if "\xc3" in text or "\xc2" in text else []
        self._put(text, sorted(chain(_inside(text), _closed(text, twice))))
        self.blanks = frozenset[int]()
        """Places of spaces that are taken for no-break spaces."""
        if twice and "\xa0" not in text:
            self._fill()

    def _put(self, text: str, changes: list[tuple[int, int, str]]) -> None:
        out, at, length = [], 0, 0
        for start, end, new in changes:
            out += [text[at:start], new]
            length += start - at + len(new)
            self._starts.append(length)
            self._ends.append(length if new else length + 1)
            self._lengths.append(end - start - len(new))
            at = end
        self.text = "".join([*out, text[at:]])
        self._sums = list(accumulate(self._lengths, initial=0))

    def _fill(self) -> None:
        found = [blank.start() for line in _LINE.finditer(self.text) if _is_twice(line[0]) for blank in _BLANK.finditer(self.text, line.start(), line.end())]
        chars = list(self.text)
        for at in found:
            chars[at] = "\xa0"
        self.text, self.blanks = "".join(chars), frozenset(found)

    def place(self, at: int, is_end: bool = False) -> int:
        """Where a place stood in the text as served; the end of a stretch before what was left out there."""
        return at + self._sums[bisect_right(self._ends if is_end else self._starts, at)] if self._starts else at


def _inside(text: str) -> Iterator[tuple[int, int, str]]:
    """Line ends inside of characters, which go, and three dots that are a byte."""
    if "\n" in text or "..." in text:
        for found in _INSIDE.finditer(text):
            yield found.start(), found.end(), "" if found.lastindex else "…"


def _closed(text: str, twice: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The last byte of ”, 9D, where it was dropped: of the characters of windows-1252 that begin so, no other ends in a byte that it leaves undefined."""
    for start, end in twice:
        if not _UNDEFINED.search(text, start, end):
            has_blanks = "\xa0" in text  # else a space may be one
            for found in _OPEN.finditer(text, start, end):
                if has_blanks or text[found.end() : found.end() + 1] != " ":
                    yield found.end(), found.end(), "\x9d"


def _is_twice(line: str) -> bool:
    count = len(_AGAIN.findall(line))
    return count >= FEWEST and len(_HIGH.findall(line)) <= TWICE * count
