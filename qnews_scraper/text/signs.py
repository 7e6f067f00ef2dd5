"""Cheap signs of damage: what the finders' gates ask of a page, each computed once a text.

A clean page costs two passes at C speed: one that drops its ASCII, one over the few thousand characters
that are left. Nothing here decides; a sign only says that a finder should look.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from qnews_scraper.text.fluency import fluency, frequent
from qnews_scraper.text.hanzi import HAN, fold_table, is_han
from qnews_scraper.text.scan import Run

_PLAIN: Final = bytes(range(0x20, 0x7F)) + b"\t\n\r"
KOREAN_AS_GBK: Final = "促绰阑狼窍绊瘤茄辑甫磊篮荤扁俊厘盔"
"""The commonest syllables of Korean (다 는 을 의 하 고 지 한 서 를 자 은 사 기 에 장 원) in EUC-KR, read as GBK."""
CALM: Final = 1.6
"""Mean log-odds above which a stretch reads as written, however rare its characters."""

_last: tuple[str, str] = ("", "")


def wide(text: str) -> str:
    """`text` without printable ASCII, tabs and line ends; remembered for the last text asked for."""
    global _last
    if _last[0] is not text:
        _last = (text, text.encode("utf-8", "surrogatepass").translate(None, _PLAIN).decode("utf-8", "surrogatepass"))
    return _last[1]


def _ranges(chars: set[str]) -> str:
    """The inside of a character class for these characters."""
    points = sorted(map(ord, chars))
    out: list[str] = []
    first = last = points[0]
    for point in (*points[1:], 0x110000):
        if point == last + 1:
            last = point
            continue
        out.append(f"\\U{first:08x}" if first == last else f"\\U{first:08x}-\\U{last:08x}")
        first = last = point
    return "".join(out)


@cache
def odd() -> re.Pattern[str]:
    """One character that misread East Asian bytes often give and written text seldom holds."""
    usual = {c for c in frequent() if is_han(c)} - set(KOREAN_AS_GBK)
    usual |= {chr(k) for k, v in fold_table().items() if v in usual}
    # marks of CJK text, kana, fullwidth forms, Hangul, and all that is no East Asian character
    marks = "\\u2500\\u25a0-\\u27bf\\u3000-\\u3011\\u3014-\\u3020\\u3041-\\u3096\\u3099-\\u30ff\\ufe0f\\uff01-\\uff5e\\uffe0-\\uffe5"
    return re.compile(f"[^\\x00-\\u245f{marks}\\uac00-\\ud7a3\\U0001f000-\\U0001faff{_ranges(usual)}]")


@cache
def _cluster() -> re.Pattern[str]:
    u = odd().pattern
    hangul = "[\uac00-\ud7a3]{1,12}"
    return re.compile(f"{u}(?:[^\\n]{{0,5}}?{u})+|(?:{hangul}[{HAN}]{{1,6}}){{2,}}(?:{hangul})?")


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of odd characters, at most five others between two, that do not read as written text."""
    if not odd().search(text) and not _HANGUL.search(text):
        return
    for found in _cluster().finditer(text):
        start, end = max(0, found.start() - 2), found.end() + 3
        if fluency(text[start:end]) < CALM:
            yield found.span()


_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_SIGNS: Final = 3
"""Odd characters that one cluster of a page must have before the page is searched: names and onomatopoeia have two."""
_READS: Final = 0.3
"""Mean log-odds of a cluster above which it is not one: rows of names have 0.4 to 1.2, misread text -0.5 and less."""
_tangled: tuple[str, int] = ("", 0)
_runs: tuple[object, list[tuple[Run, list[tuple[int, int]]]]] = ((), [])


def oddity(text: str) -> int:
    """Odd characters of the cluster that has most, if there is any; remembered for the last text asked for."""
    global _tangled
    if _tangled[0] is not text:
        seen = wide(text)
        _tangled = (text, max((_weight(seen, a, b) for a, b in clusters(seen)), default=0))
    return _tangled[1]


def _weight(text: str, start: int, end: int) -> int:
    if _HANGUL.search(text, start, end):
        return end - start
    count = len(odd().findall(text, start, end))
    return count if fluency(text[start:end]) < _READS else 0


def is_tangled(text: str) -> bool:
    """Whether there is any cluster worth a search."""
    return oddity(text) >= _SIGNS


def is_marks_only(text: str) -> bool:
    """Whether nothing in a stretch is odd but U+FFFD."""
    return not _HANGUL.search(text) and len(odd().findall(text)) - text.count("\ufffd") < 2


def tangled(runs: tuple[Run, ...]) -> list[tuple[Run, list[tuple[int, int]]]]:
    """The runs that hold clusters, with these; remembered for the last page asked for."""
    global _runs
    if _runs[0] is not runs:
        _runs = (runs, [(run, found) for run in runs if not run.text.isascii() and (found := list(clusters(run.text)))])
    return _runs[1]
