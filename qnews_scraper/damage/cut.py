"""Big5 and Shift-JIS of which a chunk's end cut a character: its first byte is a U+FFFD, its second one is what the next chunk begins with.

坦�央A缺 for 坦言，缺: from the cut on pairs are out of step, to the first byte that stands alone, a letter of ASCII or a kana of half width.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import odds
from qnews_scraper.text.misread import encoder, from_bytes
from qnews_scraper.text.wildcard import LOST, guess, is_foreign, is_text
from qnews_scraper.trust import Trust

_CUT: Final = re.compile("(?<=[\u3000-\u9fff\uff00-\uff5e])\ufffd([\u2014-\u9fff\uff01-\uff5e]{0,12}?)([@-~\uff61-\uff9f])(?=[\u3000-\u9fff\uff00-\uff5e0-9\n]|$)")
_KANA: Final = re.compile("[\u3041-\u30fa]")
_ROW: Final = re.compile("[\u3041-\u30fa]{2}")
NEAR: Final = 8
GAIN: Final = 2.0
"""Nats a character by which what is known of both bytes must read better than what was served."""


def find(page: Page) -> Iterator[Finding]:
    """Each such run, put back in step, its first character a choice."""
    glance = page.glance
    if LOST not in glance.rare:
        return
    is_traditional = glance.seems_traditional
    is_japanese = _ROW.search(glance.wide) is not None
    if is_traditional or is_japanese:
        yield from _mended(page, is_traditional, is_japanese)


def _mended(page: Page, is_traditional: bool, is_japanese: bool) -> Iterator[Finding]:
    for run in page.glance.near(page.glance.places(LOST)):
        for cut in _CUT.finditer(run.text):
            left, right = run.text[max(0, cut.start() - NEAR) : cut.start()], run.text[cut.end() : cut.end() + NEAR]
            encoding = "shift_jis" if is_japanese and _KANA.search(left + right) else "big5" if is_traditional else ""
            data = encoder(encoding).encode(cut[1] + cut[2]) if encoding else None
            rest = from_bytes(data[1:], encoding) if data else None
            if data is None or rest is None or (rest and not _reads(run.text, cut.start(), cut.end(), left, rest, right)):
                continue
            # GBK that was cut has letters alone in the same places
            candidates = _by_trail(encoding, data[0]) if rest or encoding != "big5" else tuple(dict.fromkeys(_by_trail("big5", data[0]) + _by_trail("gbk", data[0])))
            if not candidates or page.is_settled(run, cut.start(), cut.end()):
                continue
            found = guess(left, candidates, rest + right)
            if not rest and cut[2] < "\x7f" and (not found.clear or _may_be_meant(cut[2], found.char, right, encoding)):
                continue
            why = f"{'Big5' if encoding == 'big5' else 'Shift-JIS'} that was cut within a character"
            end = cut.start() + 1 + (not rest)
            new, trust = (found.char, Trust.LIKELY) if found.clear else (LOST, Trust.LOST)
            yield from edits(run, cut.start(), end, new, trust, f"{why}: {len(found.ranked)} candidates", found.ranked)
            if rest:
                yield from edits(run, end, cut.end(), rest, Trust.LIKELY, why, (rest,))


def _reads(text: str, start: int, end: int, left: str, rest: str, right: str) -> bool:
    """Whether what is known of both bytes reads better than what was served, and than GBK that was cut there."""
    served = text[start + 1 : end + 1]
    write = encoder("gbk").encode_as
    other = from_bytes(write(served[: len(rest) + 1], b"??")[1:], "gbk") or ""
    now = _sum(rest + right[:1])
    return now - _sum(served) > GAIN * len(rest) and now > _sum(other + right[:1])


def _may_be_meant(letter: str, char: str, right: str, encoding: str) -> bool:
    """Whether a letter fits what stands behind it, as in A股. Kana fit all."""
    return encoding == "shift_jis" or _sum(char + right[:1]) <= _sum(letter + right[:1])


def _sum(text: str) -> float:
    return sum(odds(text)[1:])


@cache
def _by_trail(encoding: str, trail: int) -> tuple[str, ...]:
    script = None if encoding == "shift_jis" else True
    return tuple(c for c in codec(encoding).ended_by(trail) if is_text(c) and (script is None or not is_foreign(c, script)))
