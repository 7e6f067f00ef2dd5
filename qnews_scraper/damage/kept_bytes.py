r"""Bytes that software could not read and kept among what it did: å\x8d— and \xca\xd0ʮ, as Python's backslashreplace and Perl's PERLQQ
write them, or U+DCCA for CA, as Python's surrogateescape does. No byte is gone, so what is read back is proven.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.misread import FIVE, LATIN, READS, Misreading, from_bytes, redo
from qnews_scraper.text.scan import Run
from qnews_scraper.text.signs import CALM

_BYTE: Final = r"\\x[89a-fA-F][0-9a-fA-F]|[\udc80-\udcff]"
_KEPT: Final = re.compile(_BYTE)
_ESCAPED: Final = re.compile(rb"\\(?:x[89a-fA-F][0-9a-fA-F](?:\\(?=x[89a-fA-F][0-9a-fA-F]))?+)++")
_ROW: Final = re.compile(f"(?:{_BYTE})+")
_TOKEN: Final = re.compile(rf"({_BYTE})|[^\\\udc80-\udcff]+|\\")
_HALF: Final = re.compile("[\udc80-\udcff]")
_LINE: Final = re.compile(r"[^\r\n]+")
_HIGH: Final = f"[\x80-\xff{''.join(c for c in LATIN if c > chr(0xFF))}]"
_WESTERN: Final = re.compile(f"(?<={_HIGH})(?:{_BYTE})+|(?:{_BYTE})+(?={_HIGH})")
_QUOTES: Final = tuple("'\"/`")
"""What such bytes stand behind in source code."""
_APART: Final = frozenset(bytes((b,)) for b in range(0x80) if b not in b"<>&;")
"""What stands beside bytes that no text is beside: the end of a tag or of a reference may have text behind it."""
_WIDE: Final = re.compile("[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3]")
_READ_AS: Final = {
    "utf-8": "utf-8", "cp1252": "latin", "gbk": "gbk", "gb18030": "gbk", "gb2312": "gbk", "big5": "big5", "cp950": "big5", "big5hkscs": "big5",
    "cp932": "shift_jis", "shift_jis": "shift_jis", "euc_kr": "euc-kr", "cp949": "euc-kr", "euc_jp": "euc-jp",
}  # fmt: skip
"""Python's codecs, with our names for what they read."""
_TRUE: Final = ("utf-8", "gbk", "big5", "shift_jis", "euc-kr", "euc-jp")
FORMED: Final = 1.0
"""Mean log-odds that UTF-8 must have, whose form tells more. Japanese has 1.5."""
FEWEST: Final = 4
"""Letters of East Asian scripts that a line must have when its bytes are read."""


def find(page: Page) -> Iterator[Finding]:
    """Each line with kept bytes, read as what all its bytes are; beside Western letters, each such byte as the control that a browser shows."""
    glance = page.glance
    if not glance.wide or not ((b"\\" in glance.signs and glance.holds(_ESCAPED)) or _HALF.search(glance.rare)):
        return
    utf8 = glance.utf8
    rows = (row for row in _ESCAPED.finditer(utf8) if utf8[row.start() - 1 : row.start()] not in _APART or utf8[row.end() : row.end() + 1] not in _APART)
    halves = (found.start() for found in _HALF.finditer(glance.shown)) if _HALF.search(glance.rare) else ()
    for run in glance.near(sorted((*glance.in_text(row.start() for row in rows), *halves))):
        for line in _LINE.finditer(run.text):
            if _KEPT.search(line[0]):
                yield from _read_again(run, line.start(), line[0])


def _read_again(run: Run, at: int, line: str) -> Iterator[Finding]:
    rows = list(_ROW.finditer(line))
    if not _HALF.search(line) and (any(line[row.start() - 1 : row.start()] in _QUOTES for row in rows) or not any(
        line[row.start() - 1 : row.start()] > "\x7f" or line[row.end() : row.end() + 1] > "\x7f" for row in rows
    )):
        return
    best: tuple[float, str, Misreading] | None = None
    for codec, true in product(_READ_AS, _TRUE):
        how = Misreading(_READ_AS[codec], true)
        if how.served == true and true not in ("utf-8", "gbk", "big5"):  # cut into chunks
            continue
        data = _to_bytes(line, codec)
        if data is None or (true != "utf-8" and not _doubtful(codec).isdisjoint(line)):
            continue
        new = from_bytes(data, true)
        if not new or redo(new, how) != data or len(_WIDE.findall(new)) < FEWEST:
            continue
        if how.served == true != "utf-8" and not _reads_better(line, new):
            continue
        score = fluency(new)
        if score >= (FORMED if true == "utf-8" else READS) and (best is None or score > best[0]):
            best = score, new, how
    if best and (best[2].served == best[2].true or fluency(_KEPT.sub("", line)) < CALM):
        _, new, how = best
        a, b = _changed(line, new)
        yield from edits(run, at + a, at + len(line) - b, new[a : len(new) - b], Trust.CERTAIN, f"{how}, what could not be read kept byte by byte")
        return
    for row in _WESTERN.finditer(line):
        kept = bytes(_byte(mark) for mark in _KEPT.findall(row[0]))
        if not kept.strip(FIVE):
            yield from edits(run, at + row.start(), at + row.end(), kept.decode("latin-1"), Trust.CERTAIN, "a byte that windows-1252 has no character for")


def _changed(line: str, new: str) -> tuple[int, int]:
    """How many characters before and behind what changes are the same."""
    a = next(i for i, (old, char) in enumerate(zip(line, new, strict=False)) if old != char)
    return a, next((i for i in range(min(len(line), len(new)) - a) if line[-1 - i] != new[-1 - i]), 0)


def _reads_better(line: str, new: str) -> bool:
    """Whether pairs that kept bytes put into another step read better so: the byte may be of text that was misread, with sound text behind it."""
    a, b = _changed(line, new)
    served = _KEPT.sub("", line[a : len(line) - b])
    return not served or fluency(new[a : len(new) - b]) > fluency(served)


def _byte(mark: str) -> int:
    return int(mark[2:], 16) if mark[0] == "\\" else ord(mark) - 0xDC00


@lru_cache(16)
def _to_bytes(line: str, codec: str) -> bytes | None:
    """All bytes of a line, those kept and those that were read; None where it holds a character that the codec has not."""
    try:
        return b"".join([bytes((_byte(token[1]),)) if token[1] else token[0].encode(codec) for token in _TOKEN.finditer(line)])
    except UnicodeEncodeError:
        return None


@cache
def _doubtful(codec: str) -> frozenset[str]:
    """The characters that a codec reads from more than one pair."""
    if codec not in ("big5", "big5hkscs", "cp950", "cp932", "shift_jis"):
        return frozenset()
    chars = Counter(bytes((a, b)).decode(codec, "ignore") for a in range(0x81, 0xFF) for b in range(0x40, 0xFF))
    return frozenset(char for char, count in chars.items() if count > 1 and char > "\x7f")
