"""Facts of the Chinese script: what is a Han character, which are Traditional, which Simplified, and the fold between them."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

HAN: Final = "\u3007\u3400-\u4dbf\u4e00-\u9fff\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29\U00020000-\U000323af"
"""Han characters, as the inside of a regular expression's class: Unified_Ideograph of Unicode 16 and 〇."""

_HAN = re.compile(f"[{HAN}]")


def is_han(char: str) -> bool:
    """Whether one character is a Han character (compatibility ideographs and radicals are not)."""
    return _HAN.match(char) is not None


@cache
def _table() -> tuple[str, str, str, str]:
    lines = files("qnews_scraper.tables").joinpath("hanzi.txt").read_text("utf-8").splitlines()
    return lines[1], lines[2], lines[3], lines[4]


@cache
def traditional_only() -> frozenset[str]:
    """Characters that Simplified text does not use: OpenCC folds them to others, and GB 2312 lacks them."""
    return frozenset(_table()[2])


@cache
def simplified_only() -> frozenset[str]:
    """Characters that Traditional Chinese text does not use (Japanese uses some, such as 国 and 学)."""
    return frozenset(_table()[3])


@cache
def fold_table() -> dict[int, str]:
    """For `str.translate`: Traditional, regional and Japanese forms to Simplified, one character for one."""
    source, target, _, _ = _table()
    return dict(zip(map(ord, source), target, strict=True))


def fold(text: str) -> str:
    """Text with each Traditional character as its Simplified one, as long as before; folding twice changes nothing.

    >>> fold("當地經濟")
    '当地经济'
    """
    return text.translate(fold_table())
