"""Marks that an editor wrote as character references: &nbsp; and &ldquo; are sound amid bytes that were misread, as nobody misreads ASCII.

Where a mark completes a character of what stands beside it, it was misread with the rest, and some program wrote it so.
"""

import re
from typing import Final

from qnews_scraper.text.fluency import odds
from qnews_scraper.text.misread import LATIN
from qnews_scraper.text.scan import Run

BORDER: Final = "\0"
"""What stands for such a mark: no text of a page can be it."""

_WRITTEN: Final = frozenset("\xa0\xa9\xab\xae\xb0\xb1\xb7\xbb\xd7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026")
_ROW: Final = re.compile(f"[{''.join(LATIN)}]+")
_ENOUGH: Final = 8
"""Bytes beside marks from which pairs can be told from chance."""
_ASKED: Final = 40
"""Marks of a run that are asked,"""
_REACH: Final = 120
"""characters on either side that are read,"""
_CLEAR: Final = 4.0
"""and nats, of all these together, by which they must read better."""
_BESIDE: Final = re.compile(f"[{BORDER}\n]")


def apart(run: Run) -> str:
    """The text of a run with BORDER for its marks that are references, where what stands beside them is whole without them."""
    text = run.text
    ends = (*run.starts[1:], len(text))
    marks = [start for start, end, (a, b) in zip(run.starts, ends, run.spans, strict=True) if b - a > end - start == 1 and text[start] in LATIN]
    if not marks or any(text[at] not in _WRITTEN for at in marks):  # a program that writes letters so writes all bytes so
        return text
    chars = list(text)
    for at in marks:
        chars[at] = BORDER
    masked = "".join(chars)
    found = [*_ROW.finditer(masked)]
    before, after = {row.end(): row[0] for row in found}, {row.start() - 1: row[0] for row in found}
    rows = {at: [b"".join(map(LATIN.__getitem__, row)) for row in (before.get(at), after.get(at)) if row] for at in marks}
    if not _are_pairs([row for beside in rows.values() for row in beside]) and not _read_without(text, masked, marks):
        for at, beside in rows.items():
            if not all(map(_is_utf8, beside)):
                chars[at] = text[at]
    return "".join(chars)


def _is_utf8(row: bytes) -> bool:
    try:
        row.decode()
    except UnicodeDecodeError:
        return False
    return True


def _are_pairs(rows: list[bytes]) -> bool:
    """Whether rows of bytes are pairs of GB 2312, which has no byte below A1, as EUC-KR has none."""
    return sum(map(len, rows)) >= _ENOUGH and all(len(row) % 2 == 0 and min(row) >= 0xA1 for row in rows)


def _read_without(text: str, masked: str, marks: list[int]) -> bool:
    """Whether what stands beside marks reads better as GBK without them: Traditional characters have bytes below A1, and second ones of ASCII."""
    gain = 0.0
    for at in marks[:_ASKED]:
        left, right = _BESIDE.split(masked[max(0, at - _REACH) : at])[-1], _BESIDE.split(masked[at + 1 : at + 1 + _REACH], maxsplit=1)[0]
        if (left or right).isascii() or len(left) == _REACH:
            continue
        gain += sum(odds(f"{_as_gbk(left)}\n{_as_gbk(right)}")) - sum(odds(_as_gbk(left + text[at] + right)))
    return gain > _CLEAR


def _as_gbk(text: str) -> str:
    return b"".join([LATIN.get(c) or c.encode("ascii", "replace") for c in text]).decode("gb18030", "replace")
