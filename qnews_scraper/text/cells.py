"""What each pair of a two-byte encoding stands for, read once from Python's codec and the runs in which browsers differ from it."""

import re
from functools import cache
from sys import intern
from typing import Final

from qnews_scraper.tables.codec_indexes import INDEXES

NONE: Final = "\ufffd"
"""A cell that is empty."""
BIG5_TWO: Final = {b"\x88\x62": "Ê\u0304", b"\x88\x64": "Ê\u030c", b"\x88\xa3": "ê\u0304", b"\x88\xa5": "ê\u030c"}
"""The pairs that stand for two characters."""


@cache
def cells_of(name: str) -> str:
    """What each pair of an index stands for, in the order of pointers; NONE for nothing, or for two characters."""
    index = INDEXES[name]
    count = len(index.trails)
    found = read_pairs(index.python, index.trails)
    cells: list[str] = []
    end = 0
    for first, run in sorted(index.runs.items()):
        at = ((first >> 8) - 0x81) * count + index.trails.index(first & 0xFF)
        cells += (found[end:at], "".join(map(chr, run)) if isinstance(run, range) else run)
        end = at + len(run)
    return "".join((*cells, found[end:]))


def read_pairs(python: str, trails: bytes) -> str:
    """What a codec of Python's reads each pair with one of these second bytes as, in the order of pointers; NONE for nothing, or for two characters."""
    count = len(trails)
    # a line end brings the codec back in step after a pair that it does not know, at a tenth of the cost of asking for each
    laid = bytearray(b"\n" * (3 * 126 * count - 1))
    laid[0::3] = b"".join(bytes((lead,)) * count for lead in range(0x81, 0xFF))
    laid[1::3] = trails * 126
    return _NO_CELL.sub(NONE, laid.decode(python, "replace"))[::2]


_NO_CELL: Final = re.compile("(?m:^)(?:[^\n]{2,})?(?m:$)")
"""A line of no character or of several."""


@cache
def pairs_of(name: str) -> dict[bytes, str]:
    """The pairs of an index. Equal keys and equal characters of several indexes are the same objects: they take more memory than the tables do."""
    codes = all_pairs()
    keys = (codes[i + trail] for i in range(0, 126 << 8, 1 << 8) for trail in INDEXES[name].trails)
    both = BIG5_TWO if name == "big5" else {}
    return {key: intern(found) for key, cell in zip(keys, cells_of(name), strict=True) if (found := cell if cell != NONE else both.get(key))}


@cache
def all_pairs() -> list[bytes]:
    """All pairs from 81 00 to FE FF."""
    return [bytes((lead, trail)) for lead in range(0x81, 0xFF) for trail in range(0x100)]
