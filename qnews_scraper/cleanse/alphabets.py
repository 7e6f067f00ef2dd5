"""Scripts that a page in Chinese is not written in, by their letters."""

import re
from collections.abc import Sequence
from typing import Final

from qnews_scraper.cleanse.flow import Line
from qnews_scraper.cleanse.prose import HAN

VIETNAMESE: Final = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
"""Letters that of all Latin alphabets Vietnamese alone has, in nearly each of its words."""
_KANA: Final = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_SCRIPTS: Final = {
    "Hangul": re.compile("[\uac00-\ud7a3]"), "Cyrillic": re.compile("[\u0400-\u04ff]"), "Thai": re.compile("[\u0e00-\u0e7f]"), "Arabic": re.compile("[\u0600-\u06ff]"),
    "Vietnamese": VIETNAMESE,
}  # fmt: skip
_ANY = re.compile("[" + "".join(letters.pattern.strip("[]") for letters in _SCRIPTS.values()) + "]")
_SENTENCE: Final = 15
"""Characters from which on a line tells what a page is written in."""


def kana(text: str) -> int:
    """How many kana a text has."""
    return len(_KANA.findall(text))


def script(text: str) -> str:
    """The script of these that most of a text's letters are of; "" for none."""
    if not _ANY.search(text):
        return ""
    for name, letters in _SCRIPTS.items():
        count = len(letters.findall(text))
        if (count * 2 >= max(8, len(text))) if letters is not VIETNAMESE else (count >= 3 and count * 12 >= len(text) and not HAN.search(text)):
            return name
    return ""


def are_in(name: str, lines: Sequence[Line]) -> bool:
    """Whether more than a quarter of a page's longer lines, of all where there are none, have letters of a script."""
    letters = _SCRIPTS[name]
    told = [line.text for line in lines if letters is VIETNAMESE or len(line.text) > _SENTENCE] or [line.text for line in lines]
    return sum(letters.search(text) is not None for text in told) * 4 > len(told)


def are_japanese(lines: Sequence[Line]) -> bool:
    """Whether more than a quarter of a page's sentences have kana."""
    found = [_KANA.search(line.text) is not None for line in lines if len(line.text) > _SENTENCE]
    return sum(found) * 4 > len(found)
