"""East Asian text whose bytes were read in a single-byte character set other than Latin-1 and windows-1252.

‰ªñ‰ªä (UTF-8 as Mac Roman), Σ╗ûΣ╗è (as the DOS code page 437), д»–д»Љ (as windows-1251), ЛыЅс (GBK as windows-1251), å¹Ž where
ISO 8859-15 has Ž for B4. Each of these is one character for each byte, so what reads is proven; where bytes were lost nothing is done.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.glance import FEW
from qnews_scraper.text.misread import LATIN, READS, Misreading, from_bytes
from qnews_scraper.text.scan import Run
from qnews_scraper.trust import Trust

CHARSETS: Final = {
    "mac_roman": "Mac Roman",
    "cp437": "code page 437",
    "cp850": "code page 850",
    "cp1250": "windows-1250",
    "iso8859_2": "ISO 8859-2",
    "cp1251": "windows-1251",
    "koi8_r": "KOI8-R",
    "cp866": "code page 866",
    "iso8859_15": "ISO 8859-15",
    "cp1254": "windows-1254",
    "cp1258": "windows-1258",
    "cp1253": "windows-1253",
    "cp1257": "windows-1257",
    "cp874": "windows-874",
    "cp1256": "windows-1256",
    "cp1255": "windows-1255",
}
_HIGH: Final = "\x80-\u2e7f\ue000-\uf8ff\ufb00-\ufe2f\ufe50-\ufeff\ufff0-\uffff"
"""Characters beyond ASCII but East Asian ones: a class that names what is in it is searched for three times as fast as one that names what is not."""
_STRETCH: Final = re.compile(f"[{_HIGH}](?:[\x00-\t\x0b\x0c\x0e-\x7f{_HIGH}]*[{_HIGH}])?[@-~]?")
"""From the first character beyond ASCII to the last, on one line, no East Asian ones among them; the last may be the first half of a pair."""
ROW: Final = 6
_GATE: Final = re.compile(f"[{_HIGH}][{_HIGH}]{{{ROW - 1}}}")
_LETTERED: Final = re.compile(f"[\xc0-\u1fff\u2c00-{_HIGH[2:]}]")
"""What is no sign, of which sound pages have rows."""
_ROW: Final = re.compile(rb"(?:[\xe3-\xe9\xef][\x80-\xbf]{2}|[\xea-\xed][\x80-\xbf]{2}){3}")
"""Three characters of three bytes of UTF-8 in a row: three letters of no language stand so in any of these character sets."""
_ASCII: Final = frozenset(map(chr, range(0x80)))
_LETTERS: Final = re.compile("[\u3041-\u30fa\u3400-\u9fff\uac00-\ud7a3]")
FEWEST: Final = {"utf-8": 3, "gbk": 6, "big5": 6, "shift_jis": 8, "euc-kr": 6, "euc-jp": 8}
"""Different letters from which a reading is believed."""
FORMED: Final = 1.0
"""Mean log-odds that UTF-8 must have; its form tells more. Japanese has 1.5."""
ODDNESS: Final = 0.1
"""Share of capitals inside of words and of signs, below which a row of letters may be what it seems."""


def find(page: Page) -> Iterator[Finding]:
    """Each stretch that was read so, in its own encoding."""
    glance = page.glance
    if not _LETTERED.search(glance.rare) or not _GATE.search(glance.rare):
        return
    # words of other alphabets stand in rows too, but as they are written
    rows = set(_GATE.findall(glance.spaced))
    odd = set(islice((row for row in rows if _ODDITY.search(row.translate(_SORTS))), FEW + 1))  # one sign in six is enough
    if len(odd) > FEW or any(_read_again(glance.near(glance.places(odd)))):
        yield from _read_again(page.scan.runs)


def _read_again(runs: Iterable[Run]) -> Iterator[Finding]:
    for run in runs:
        text = run.text
        if not _GATE.search(text):
            continue
        for stretch in _STRETCH.finditer(text):
            if _GATE.search(stretch[0]) and (charsets := _having(stretch[0])) and _is_odd(stretch[0]) and (best := _best(stretch[0], charsets)):
                new, why, trust = best
                yield from edits(run, stretch.start(), stretch.end(), new, trust, why, () if trust is Trust.CERTAIN else (new,))


def _having(served: str) -> list[str]:
    """The character sets that have every character of a stretch."""
    chars = set(served) - _ASCII
    return [charset for charset in CHARSETS if _codes(charset).keys() >= chars]


def _best(served: str, charsets: Iterable[str]) -> tuple[str, str, Trust] | None:
    """What a stretch truly says, how it was read, and whether no other reading comes near; None where Latin-1 explains it as well."""
    readings: dict[str, tuple[float, str]] = {}
    for charset in charsets:
        if (data := _to_bytes(served, _codes(charset))) is not None:
            for true, new in _read(data):
                score = fluency(new)
                if score >= (FORMED if true == "utf-8" else READS) and new not in readings:
                    readings[new] = score, str(Misreading(CHARSETS[charset], true))
    if not readings:
        return None
    first, *others = sorted(readings, key=lambda new: -readings[new][0])
    latin = _to_bytes(served, LATIN)
    if latin is not None and any(new == first or fluency(new) > readings[first][0] for _, new in _read(latin)):
        return None
    return first, readings[first][1], Trust.LIKELY if others else Trust.CERTAIN


def _read(data: bytes) -> Iterator[tuple[str, str]]:
    """What bytes say in each encoding in which they are well-formed, and say enough to be believed."""
    formed = _ROW.search(data) is not None
    for true in FEWEST:
        if (true == "utf-8") == formed and (new := from_bytes(data, true)) is not None and len(set(_LETTERS.findall(new))) >= FEWEST[true]:
            yield true, new


def _is_odd(served: str) -> bool:
    """Whether letters stand as in no writing."""
    return len(_ODDITY.findall(served.translate(_SORTS))) >= ODDNESS * (len(served) - len(served.encode("ascii", "ignore")))


_SIGN, _LOWER, _UPPER, _OTHER = "slu."
_ODDITY: Final = re.compile(f"(?<=[^\n]){_SIGN}|{_LOWER}{_UPPER}")
"""A sign, or a capital inside of a word."""


class _Sorts(dict[int, str]):
    """Of each character what `_ODDITY` asks, for `str.translate`."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char < "\x80":
            sort = _LOWER if char.islower() else char if char == "\n" else _OTHER
        else:
            sort = _SIGN if not char.isalpha() else _LOWER if char.islower() else _UPPER if char.isupper() else _OTHER
        self[code] = sort
        return sort


_SORTS: Final = _Sorts()


@cache
def _codes(charset: str) -> dict[str, bytes]:
    """Character -> byte. A byte that the character set leaves undefined stays a control in browsers; a single one may be U+FFFD as well."""
    found: dict[str, bytes] = {}
    undefined = []
    for b in range(0x80, 0x100):
        code = bytes((b,))
        char = code.decode(charset, "replace")
        if char == "\ufffd":
            undefined.append(code)
            char = chr(b)
        found.setdefault(char, code)
    if len(undefined) == 1:
        found["\ufffd"] = undefined[0]
    return found


def _to_bytes(served: str, codes: dict[str, bytes]) -> bytes | None:
    """The bytes that were read as a stretch; None where a character is none of the set's."""
    try:
        return b"".join([c.encode() if c < "\x80" else codes[c] for c in served])
    except KeyError:
        return None
