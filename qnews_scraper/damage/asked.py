"""One character in two marks: its second byte had been turned into "?", and what is left of it was given up when the page was decoded.

学\ufffd?只有 for 学校只有, of GBK and of UTF-8; 预?\ufffd2022年 for 预计2022年 where it was the first byte. Both bytes are gone, and one U+FFFD is enough.
At the end of a paragraph it was the mark that ends its sentence: text that was cut off lacks the question mark.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.place import asks
from qnews_scraper.text.wildcard import AROUND, LOST, guess

_HAN: Final = "[\u3400-\u9fff]"
_WIDE: Final = "[\u2014-\u201d\u2026\u3000-\u9fff\uff01-\uff5e]"
_TWO: Final = re.compile(rf"(?<={_WIDE}){LOST}\?(?={_WIDE}|[0-9])|(?<={_WIDE})\?{LOST}(?=[0-9])")
_MARKS: Final = (f"{LOST}?", f"?{LOST}")
_ASKS: Final = re.compile(rf"(?<={_HAN})\?(?!{LOST})|(?<!{LOST})\?(?={_HAN})")
_FOLDED: Final = re.compile(rf"(?<={_HAN}),(?={_HAN})")
_LAST: Final = re.compile(rf"(?<=[\u3400-\u9fff0-9%％”」）》])\?{LOST}(?=\s*(?:\n|\Z))")
_STOPS: Final = ("。", "？", "！", "”", "」", "）")
_LEAST: Final = 12
"""Characters of a paragraph, with a comma among them, from which on it ends in one of these."""
ENOUGH: Final = 2
"""Such places, or one on a page that asks with a mark of its own script."""


def find(page: Page) -> Iterator[Finding]:
    """Each such place, where the page's own question marks are not of ASCII."""
    glance = page.glance
    if LOST not in glance.rare or not any(mark.encode() in glance.utf8 for mark in _MARKS):
        return
    places = sorted(glance.places(_MARKS))
    for run in glance.near(places):
        for found in _LAST.finditer(run.text):
            before = run.text[max(run.text.rfind("\n", 0, found.start()) + 1, found.start() - AROUND) : found.start()]
            if len(before) >= _LEAST and ("，" in before or "," in before) and (guessed := guess(before, _STOPS, "\n")).clear and (guessed.char == "？" or not asks(before)):
                yield from edits(run, found.start(), found.end(), guessed.char, Trust.LIKELY, "the mark at the end of a sentence, of which one byte had become a question mark and the other was given up", guessed.ranked)
    shown = glance.shown
    two = len(_TWO.findall(shown))
    if two < (1 if "？" in glance.wide else ENOUGH) or len(_ASKS.findall(shown)) * 2 > two or len(_FOLDED.findall(shown)) > glance.wide.count("，"):
        return
    for run in glance.near(places):
        for found in _TWO.finditer(run.text):
            yield from edits(run, found.start(), found.end(), LOST, Trust.LOST, "one character, of which one byte had become a question mark and the other was given up")
