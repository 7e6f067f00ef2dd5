"""UTF-8 read in an encoding that lost so many of its bytes that a search would rather invent than find: what is intact, and U+FFFD between.

A character of UTF-8 shows where it begins and how long it is, so the intact ones are found by their form alone.
"""

import re
from typing import Final

from qnews_scraper.text.fluency import is_frequent
from qnews_scraper.text.misread import ambiguous, written
from qnews_scraper.text.wildcard import LOST

_GONE: Final = b"\xff"
"""What stands for lost bytes: never a byte of UTF-8."""
_WIDTH: Final = 1.7
"""Bytes that a U+FFFD stands for, in the mean."""
_PIECE: Final = re.compile(rb"(?P<char>[\xe2-\xe9\xef][\x80-\xbf]{2})|(?P<ascii>[\x00-\x7f])|.", re.S)
_LEAST: Final = 3
"""Intact characters that a repair needs."""
_SHARE: Final = 0.25
"""Share of the known bytes that must be of intact characters."""
_FREQUENT: Final = 0.75
"""Share of the intact characters that must be common ones; of chance ones every fifth is."""


def fragments(text: str, served: str) -> str | None:
    """The intact characters of UTF-8 that was read as `served`, U+FFFD for the others; None where the bytes do not look like UTF-8."""
    known = written(served) | {c: code for c, codes in ambiguous(served).items() if written(served)[c][-1] < 0x80 for code in codes if code[-1] >= 0x80}
    if text.count("?") > text.count(LOST):  # software that writes "?" for what it can't read
        known["?"] = _GONE
    data = b"".join([known.get(c) or (c.encode() if c < "\x80" else _GONE) for c in text])
    out: list[str] = []
    gap = 0.0
    intact = 0
    chars = []
    for piece in _PIECE.finditer(data):
        char = piece[0].decode("utf-8", "ignore") if piece["char"] else piece[0].decode() if piece["ascii"] else ""
        if not char:
            gap += _WIDTH if piece[0] == _GONE else len(piece[0])
            continue
        if gap:
            out.append(LOST * max(1, round(gap / 3)))
            gap = 0.0
        out.append(char)
        if piece["char"]:
            intact += 1
            chars.append(char)
    if gap:
        out.append(LOST * max(1, round(gap / 3)))
    high = sum(b >= 0x80 for b in data) - data.count(_GONE)
    if intact < _LEAST or 3 * intact < _SHARE * high or sum(map(is_frequent, chars)) < _FREQUENT * intact:
        return None
    return "".join(out)
