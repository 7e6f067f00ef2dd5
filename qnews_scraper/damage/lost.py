"""What is gone for good: 锟斤拷, ï¿½, 烫烫烫, 屯屯屯, rows of "?". It is marked, counted, and never guessed at.

锟斤拷 is U+FFFD U+FFFD in UTF-8 read as GBK: an earlier program had replaced what it could not read. 烫 and 屯 are the bytes
CC and CD with which debugging builds fill fresh memory. Where a page writes about such things they are quoted, not damage.
GBK decoded as UTF-8, and that as GBK, is 锟斤拷 and characters that both let through: with the second reading undone, the first is, in `replaced`.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.misread import encoder
from qnews_scraper.text.scan import Run

_BETWEEN: Final = "[^\x00-\x7f\xa0，。、：；？！“”‘’《》（）]"
_STRETCH: Final = re.compile(f"(?:锟斤拷?|锟(?={_BETWEEN}{{2}}拷))(?:{_BETWEEN}{{0,4}}?[锟斤拷])*")
_ROW: Final = re.compile("[^\x00-\x7f\xa0](?:[@-~]?[^\x00-\x7f\xa0])*")
"""Characters beyond ASCII, and between them those that may be second bytes."""
_REPLACED: Final = re.compile(
    rb"(?:\xef?\xbf)?(?:\xef\xbf[\xbd\xff][@-~]?|[\xc2-\xdf](?:[\x80-\xbf]|\xff)[@-~]?|[\xe0-\xef](?:[\x80-\xbf]{2}|[\x80-\xbf]?\xff)[@-~]?|[\xf0-\xf4][\x80-\xbf]{3}[@-~]?|\xff[@-~]?)*+(?:\xef\xbf?|[\xc2-\xf4])?"
)
"""UTF-8, with characters that are given up as the byte that is none; it may end in mid-character."""
_MARK: Final = b"\xef\xbf"
_MEMORY: Final = re.compile("烫{3,}|屯{3,}|葺{3,}|铪{3,}")
_FRESH: Final = ("烫烫烫", "屯屯屯", "葺葺葺", "铪铪铪")
_LATIN: Final = re.compile("(?:ï¿½)+")
_ASKS: Final = re.compile(r"\?{4,}")
_ASKED: Final = re.compile(r"[^?]*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3”’」』]\s?\?{1,12}[\s”’」』]*")
"""A line that asks, however loudly."""
_LORE: Final = re.compile("乱码|亂碼|(?<!邮政)编码|(?<!郵政)編碼|字符集|字元集|程序员|程式|內存|内存|mojibake|Unicode|UTF-8|GBK", re.I)
"""Of text for readers: nearly all markup names its encoding, and footers give a postcode."""
_INTACT: Final = 10
"""Different ones that a page must have."""
_READ: Final = ("text", "title", "textarea")
_ROWS: Final = re.compile("\ufffd(?!\ufffd)")
_FOUR: Final = re.compile(r"\?(?=\?{3})")
"""As `_ASKS`; one character is searched for faster than four."""


def find(page: Page) -> Iterator[Finding]:
    """Each lost stretch, marked by U+FFFD; where it may be quoted or meant, only reported."""
    text, glance = page.text, page.glance
    if "\ufffd" in text and not any(done.name == "lost" for done in page.passes):
        marks, places = text.count("\ufffd"), len(_ROWS.findall(text))
        yield f"{marks} replacement characters in {places} places: what stood there was lost before the page was read"
    signs = glance.places(sign for sign in ("锟", "ï¿½", *_FRESH) if sign[0] in glance.wide and sign in glance.wide)
    asks = [found.start() for found in _FOUR.finditer(glance.shown)] if b"????" in glance.signs else []
    if not signs and not asks:
        return
    is_lore = bool(signs) and any(_LORE.search(run.text) for run in page.scan.runs if run.where in _READ) and not _is_text(page)
    for run in glance.near(sorted((*signs, *asks))):
        if signs:
            for start, end in _stretches(run.text):
                new = _replacements(run.text[start:end])
                trust = Trust.SUSPECT if is_lore or _is_quoted(run.text, start, end) else Trust.LOST
                yield from edits(run, start, end, new, trust, "锟斤拷: replacement characters of UTF-8 read as GBK; what they replaced is gone")
            for found in _LATIN.finditer(run.text):
                why = "ï¿½: replacement characters read as Western text; what they replaced is gone"
                yield from edits(run, found.start(), found.end(), "\ufffd" * (len(found[0]) // 3), Trust.LOST, why)
            for found in _MEMORY.finditer(run.text):
                certain = len(found[0]) > 5 and not is_lore and not _is_quoted(run.text, found.start(), found.end())
                why = f"{found[0][0] * 3}: memory that was never written to, read as GBK"
                yield from edits(run, found.start(), found.end(), "\ufffd" * len(found[0]), Trust.LOST if certain else Trust.SUSPECT, why)
        if "????" in run.text:
            yield from _asked(run.text, run)


def _is_text(page: Page) -> bool:
    """Whether what went through both readings between marks is of a text: examples have a few such characters, if any."""
    intact = {char for run in page.scan.runs if "锟" in run.text for start, end in _stretches(run.text) for char in _replacements(run.text[start:end])}
    return len(intact - {"\ufffd"}) >= _INTACT


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches with 锟斤拷: a row of characters where all its bytes are UTF-8 and many were given up, else what is near such."""
    for row in _ROW.finditer(text):
        if "锟" in row[0]:
            data = encoder("gbk").encode_as(row[0], b"\xff")
            if (marks := data.count(_MARK)) > 1 and marks * 6 > len(data) and _REPLACED.fullmatch(data):
                yield row.span()
            else:
                yield from (found.span() for found in _STRETCH.finditer(text, *row.span()))


def _replacements(stretch: str) -> str:
    """A stretch around 锟斤拷 with its bytes read as UTF-8, so that what is intact stays."""
    return encoder("gbk").encode_as(stretch, b"\xff").decode("utf-8", "replace")


def _is_quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in tuple("“‘「『\"'（(《") and text[end : end + 1] in tuple("”’」』\"'）)》")


def _asked(text: str, run: Run) -> Iterator[Finding]:
    for line in re.finditer(r"[^\n]+", text):
        asks = line[0].count("?")
        letters = sum(not c.isspace() for c in line[0])
        for row in _ASKS.finditer(text, line.start(), line.end()):
            gone = asks >= 6 and asks > 0.7 * letters and not _ASKED.fullmatch(line[0])
            why = "a row of question marks: each stands for a byte or a character that could not be written"
            yield from edits(run, row.start(), row.end(), "\ufffd" * len(row[0]), Trust.LOST if gone else Trust.SUSPECT, why)
