"""A letter or a sign of ASCII amid Traditional text that is the second byte of a character whose first byte went: 武漢f和醫院, 武漢?f和醫院.

In GBK every fourth character of Traditional text ends in such a byte, in Big5 every second one. Where the first byte is lost before it, nothing
shifts, and nothing but the letter shows it. It is taken for one where a character that ends in it makes a word with what stands beside it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.phrases import phrases
from qnews_scraper.text.place import asks
from qnews_scraper.text.wildcard import LOST, NEAR, guess, is_foreign, is_text
from qnews_scraper.text.words import in_word, is_word

GAIN: Final = 3.0
"""Nats by which the row of words must be likelier than with the letter. Of 37 letters that were meant none gains any, of 545 lost bytes seven in ten gain these."""
GAIN_MARKED: Final = 0.0
"""The same behind a mark of loss."""
GAIN_ALONE: Final = 1.0
"""The same where it makes no word with what stands beside it, behind a mark that asks nothing."""
_BESIDE: Final = "\u3400-\u9fff，。、：；！？“”「」《》（）"
_HALF: Final = re.compile(f"(?<![^{_BESIDE}\n])[?{LOST}]?[@-~](?=[{_BESIDE}])")
_NAMED: Final = re.compile("[?]?[A-Za-z][型形字領組級班隊區棟座案梯童男女生君員人先校國州柱軸值股線心肝咖餐卡牌館廠店房樓室井池桶桌點段層台款類曲卷版面位號檔調弦片杯槽包機車路行列排項條例題式圖表光方]")
"""A letter that tells one thing of a kind from others: C組, B童, V領. What a word of just these two would be says nothing against it."""

_MEANT: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ@^")
"""What Traditional text has by itself (A級, X光, K書): left alone where no mark stands before it, though two lost bytes in five are among them."""
_PAIRED: Final = {"[": "]", "]": "[", "{": "}", "}": "{"}


def find(page: Page) -> Iterator[Finding]:
    """Each such letter, with the mark before it."""
    glance = page.glance
    if not glance.seems_traditional or not (places := _places(page)) or not glance.script:
        return
    encoding = "big5" if page.encoding.startswith("big5") else "gbk"
    for run in glance.near(places):
        for half in _HALF.finditer(run.text):
            if half[0] in _MEANT:
                continue
            if (other := _PAIRED.get(half[0][-1])) and other in run.text:
                continue  # a bracket of two
            char, candidates = _char(run.text, half.start(), half.end(), encoding)
            if char:
                yield from edits(run, half.start(), half.end(), char, Trust.LIKELY, f"second byte of a character, the first one lost: {len(candidates)} candidates", candidates)


def _places(page: Page) -> list[int]:
    glance = page.glance
    found = glance.in_text(at for at in glance.lone_letters if chr(glance.utf8[at]) not in _MEANT)
    return sorted({*found, *(half.start() for half in _MARKED.finditer(glance.shown))}) if glance.may_ask_over_a_letter or LOST in glance.rare else found


_MARKED: Final = re.compile(f"[?{LOST}][@-~](?=[{_BESIDE}])")


def _char(text: str, start: int, end: int, encoding: str) -> tuple[str, tuple[str, ...]]:
    """The character that a letter is half of, and all that it may be; "" where it may be meant."""
    options = _ended_by(ord(text[end - 1]), encoding)
    if not options:
        return "", ()
    left, right = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    found = guess(left, options, right)
    is_marked = end - start > 1
    is_named = _NAMED.match(text, start) is not None and not in_word(left, found.char, "") and not _begins_long(found.char + right)
    if not found.clear or (is_named and not (is_marked and text[end - 1].islower())):
        return "", ()
    least = GAIN_MARKED if is_marked and not is_named else GAIN
    if not in_word(left, found.char, right):
        if not is_marked or is_named or (text[start] == "?" and asks(left)):
            return "", ()
        least = GAIN_ALONE
    gain = phrases(left + found.char + right) - phrases(left + text[end - 1] + right)
    return (found.char, found.ranked) if gain > least else ("", ())


def _begins_long(text: str) -> bool:
    """Whether a text begins with a word of more than two characters."""
    return any(len(text) >= size and is_word(text[:size]) for size in (3, 4))


@lru_cache(128)
def _ended_by(trail: int, encoding: str) -> tuple[str, ...]:
    return tuple(char for char in codec(encoding).ended_by(trail) if is_text(char) and not is_foreign(char, True))
