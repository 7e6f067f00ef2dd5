"""Signs that East Asian text was misread: odd characters, and clusters of them.

Nothing here decides; a sign only says that a finder should look.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from qnews_scraper.text.fluency import fluency, frequent
from qnews_scraper.text.hanzi import HAN, fold_table, is_han

KOREAN_AS_GBK: Final = "促绰阑狼窍绊瘤茄辑甫磊篮荤扁俊厘盔"
"""The commonest syllables of Korean (다 는 을 의 하 고 지 한 서 를 자 은 사 기 에 장 원) in EUC-KR, read as GBK."""
CALM: Final = 1.6
"""Mean log-odds above which a stretch reads as written, however rare its characters."""
HANGUL: Final = re.compile("[\uac00-\ud7a3]")
NEAR: Final = 6
"""Places from one odd character to the next of a cluster."""
SIGNS: Final = 3
"""Odd characters that one cluster of a page must have before the page is searched: names and onomatopoeia have two."""
_READS: Final = 0.3
"""Mean log-odds of a cluster above which it is not one: rows of names have 0.4 to 1.2, misread text -0.5 and less."""


def _ranges(chars: set[str]) -> str:
    """The inside of a character class for these characters, beyond ASCII. `re` parses escapes at a quarter of the speed."""
    points = sorted(map(ord, chars))
    out: list[str] = []
    first = last = points[0]
    for point in (*points[1:], 0x110000):
        if point == last + 1:
            last = point
            continue
        out.append(chr(first) if first == last else f"{chr(first)}-{chr(last)}")
        first = last = point
    return "".join(out)


@cache
def _usual() -> str:
    """The frequent Han characters, as the inside of a character class."""
    usual = {c for c in frequent() if is_han(c)} - set(KOREAN_AS_GBK)
    return _ranges(usual | {chr(k) for k, v in fold_table().items() if v in usual})


@cache
def odd(or_hangul: bool = False) -> re.Pattern[str]:
    """One character that misread East Asian bytes often give and written text seldom holds; or Hangul, which only beside others is a sign."""
    # marks of CJK text, kana, fullwidth forms, and all that no East Asian encoding has: Kangxi radicals, halves of pairs, variation selectors
    marks = (
        "\\u2f00-\\u2fd5\\ud800-\\udfff\\ufe00-\\ufe0f\\ufeff\\u2500\\u25a0-\\u27bf\\u3000-\\u3011\\u3014-\\u3020\\u3041-\\u3096\\u3099-\\u30ff\\uff01-\\uff5e\\uffe0-\\uffe5"
        + ("" if or_hangul else "\\uac00-\\ud7a3")
    )
    return re.compile(f"[^\\x00-\\u245f{marks}\\U0001f000-\\U0001faff{_usual()}]")


@cache
def rare() -> re.Pattern[str]:
    """Characters beyond ASCII, one or more, that pages seldom hold: the odd ones, and those by which any other damage shows."""
    marks = "\\xa0\\xb7\\u2013\\u2014\\u2018-\\u201d\\u2022\\u2026\\u3000-\\u3011\\u3014-\\u301f\\u3041-\\u3096\\u30a1-\\u30ff\\uff01-\\uff5e"
    own = f"[^{marks}{_usual()}]"
    return re.compile(f"{own}{own}*+")  # what begins with a class is searched for three times as fast as what begins with a row of one


_HANGUL_ROW, _BETWEEN, _HANJA = "[\uac00-\ud7a3]{1,12}+", "[0-9A-Za-z() .:/\u3000、。（）《》：；？！“”，-]{0,24}+", f"[{HAN}\uf900-\ufa0b]"
_TURNS: Final = f"(?:{_HANGUL_ROW}{_BETWEEN}(?:{_HANGUL_ROW}{_BETWEEN})?+{_HANJA}{{1,6}}+{_BETWEEN}){{2,}}(?:{_HANGUL_ROW})?"
"""Hangul and Han characters by turns, marks between."""
_TURN: Final = re.compile(f"[\uac00-\ud7a3](?={_HANJA})")


@cache
def _cluster(has_odd: bool, has_turns: bool) -> re.Pattern[str]:
    u = odd().pattern
    row = f"{u}(?:[^\\n]{{0,{NEAR - 1}}}?{u})+"
    return re.compile("|".join([row] * has_odd + [_TURNS] * has_turns))


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of odd characters, at most five others between two, that do not read as written text."""
    has_odd, has_turns = odd().search(text) is not None, _TURN.search(text) is not None
    if not has_odd and not has_turns:
        return
    for found in _cluster(has_odd, has_turns).finditer(text):
        start, end = max(0, found.start() - 2), found.end() + 3
        if fluency(text[start:end]) < CALM:
            yield found.span()


def weight(text: str, start: int, end: int) -> int:
    """Odd characters of a cluster, none where it reads after all."""
    if HANGUL.search(text, start, end):
        return end - start
    count = len(odd().findall(text, start, end))
    return count if fluency(text[start:end]) < _READS else 0


def chains(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Where so many odd characters as a cluster must have, at these places, stand as near each other as in one."""
    first = last = -NEAR
    count = 0
    for place in (*places, sys.maxsize):
        if place - last > NEAR:
            if count >= SIGNS:
                yield first, last + 1
            first, count = place, 0
        last = place
        count += 1


def is_marks_only(text: str) -> bool:
    """Whether nothing in a stretch is odd but U+FFFD."""
    return not HANGUL.search(text) and len(odd().findall(text)) - text.count("\ufffd") < 2
