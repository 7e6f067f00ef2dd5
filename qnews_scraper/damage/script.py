"""Simplified text that a mirror made Traditional, one character for one and without context.

Only on a page whose annotations prove a mirror, and only where the page was Simplified: a converter
without context leaves 于, 后, 里, 范 and the like, which legal Traditional text of that length never does,
and makes 著 of every 着. Other converters change these too; then the quotation marks tell. OpenCC (tw2s) chooses
by phrases between 着 and 著, 干 and 乾.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.tables.script import TO_SIMPLIFIED, TO_TRADITIONAL, VARIANTS
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.phrases import beside
from qnews_scraper.text.readings import LEFT_OVER, TEAR
from qnews_scraper.trust import Trust

if TYPE_CHECKING:
    from opencc import OpenCC

CP936: Final = codec("cp936")
_SIMPLIFIED: Final = dict(zip(TO_SIMPLIFIED[::2], TO_SIMPLIFIED[1::2], strict=True))
_CAME_FROM: Final = {t: TO_TRADITIONAL[::2][i] for i, t in reversed(list(enumerate(TO_TRADITIONAL[1::2])))}
_ONLY: Final = frozenset(t for t in _CAME_FROM if TO_TRADITIONAL[1::2].count(t) == 1)
"""Traditional characters that a converter without context makes of one Simplified character only."""
_VARIANTS: Final = dict(zip(VARIANTS[::2], VARIANTS[1::2], strict=True))
"""What small converters write and OpenCC does not know: 陜 for 陕."""
_MAINLAND: Final = {"馀": "余", "谘": "咨", "讬": "托"}
"""What OpenCC makes of 餘, 諮 and 託 where no phrase tells it, and what mainland text writes: the first two lists of 1955 and 1964."""
_LEFT_ALONE: Final = "于后里并范采制云系余丑谷征"
"""Simplified characters that are legal Traditional ones too, so a converter without context leaves them."""
_WRITTEN: Final = "於後裡裏並範採製雲係餘醜穀徵"
"""What a Traditional writer writes for most of their uses."""

_NEAR: Final = 8
"""Characters on either side that tell 着 from 著."""
_CLEAR: Final = 4.0
"""Nats by which they must."""

_BEFORE_TEAR: Final = 3
"""Characters before a tear that was not undone of which it may be one."""
_ASCII: Final = re.compile("[\x00-\x7f]")
"""What brings pairs in step again at the latest."""

_CURVED: Final = "“‘"
_CORNER: Final = "「『"
"""Quotation marks: GB/T 15834 has the curved ones; Taiwan and Hong Kong write corners, and no converter of characters touches either."""


def find(page: Page) -> Iterator[Finding]:
    """Edits that make a mirror's Traditional text Simplified again."""
    if not page.did("mirror") or page.did("script"):
        return
    left, written, curved, corner = (sum(map(page.text.count, chars)) for chars in (_LEFT_ALONE, _WRITTEN, _CURVED, _CORNER))
    seen = f"{left} of {_LEFT_ALONE[:5]}… against {written} of {_WRITTEN[:5]}…, {curved} of {_CURVED} against {corner} of {_CORNER}"
    if written > left and corner > curved:
        yield f"kept Traditional: {seen}"
        return
    yield f"the page was Simplified: {seen}"
    as_left = left >= written
    # where no 于 was left, 於 came from it, also where a phrase of OpenCC's speaks for the name 於單
    fold = {} if "于" in page.text else {ord("於"): "于"}
    guessed = list(_guessed(page)) if page.passes[-1].name == "mirror" else []
    for run in page.scan.runs:
        at = 0
        for line in run.text.splitlines(keepends=True):
            torn = [m.start() - _BEFORE_TEAR for m in TEAR.finditer(line)]
            in_step = [found.start() if (found := _ASCII.search(line, m.end())) else len(line) for m in TEAR.finditer(line)]
            sure = as_left and not torn and "?" not in line and not LEFT_OVER.search(line)  # what stands there may still be out of step
            for start, end, new, trust in _changes(line, _simplified(line).translate(fold)):
                if (tears := bisect_right(torn, start)) and start < in_step[tears - 1]:
                    continue  # out of step: it is not these characters that were written
                old = line[start:end]
                why = (
                    "a form that Simplified text lacks"
                    if trust is Trust.CERTAIN
                    else f"some converters write {old} for {new}"
                    if old in _VARIANTS
                    else f"{old} stands for two Simplified characters; chosen by phrase"
                )
                if trust is Trust.CERTAIN and not sure:
                    trust = Trust.LIKELY
                for edit in edits(run, at + start, at + end, new, trust, why, () if trust is Trust.CERTAIN else (new, old)):
                    is_guess = trust is Trust.CERTAIN and bisect_left(guessed, edit.end) > bisect_left(guessed, edit.start)
                    yield replace(edit, trust=Trust.LIKELY, candidates=(new,)) if is_guess else edit
            at += len(line)


def _guessed(page: Page) -> Iterator[int]:
    """Where characters stand that the pass before, the mirror's, put without proof."""
    shift = 0
    for edit in page.passes[-1].edits:
        if edit.trust is not Trust.CERTAIN:
            yield from range(edit.start + shift, edit.start + shift + len(edit.new))
        shift += len(edit.new) - (edit.end - edit.start)


def _simplified(line: str) -> str:
    """The line in Simplified characters, as long as before."""
    try:
        found = str(_opencc().convert(line))
    except (UnicodeError, ValueError):  # lone surrogates
        found = ""
    if len(found) != len(line):
        found = "".join(_SIMPLIFIED.get(c, c) for c in line)
    return _zhuo(line, "".join(map(_chosen, line, found)))


def _zhuo(line: str, simplified: str) -> str:
    """The Simplified line with 着 or 著 for each 著: OpenCC's choice, unless words that follow one another speak against it (拿|着|录音笔, no 著录)."""
    chars = list(simplified)
    for at in [i for i, c in enumerate(line) if c == "著"]:
        zhe, zhu = beside("".join(chars[max(0, at - _NEAR) : at]), "着著", "".join(chars[at + 1 : at + 1 + _NEAR]))
        if abs(zhe - zhu) > _CLEAR:
            chars[at] = "着" if zhe > zhu else "著"
    return "".join(chars)


def _chosen(old: str, new: str) -> str:
    """What one character came from, given OpenCC's word on it."""
    if old == new and (old not in _ONLY or _two_ways(old)):
        return _VARIANTS.get(old, old)
    came = _CAME_FROM[old] if old in _ONLY else new
    # the page was GBK before it was converted: where that lacks the Simplified form, it held the Traditional one
    return _MAINLAND.get(came, came) if CP936.encode_char(came) else old


@cache
def _opencc() -> "OpenCC":
    from opencc import OpenCC  # only pages of a mirror pay for it

    return OpenCC("tw2s")


def _changes(line: str, simplified: str) -> Iterator[tuple[int, int, str, Trust]]:
    """Stretches that change, (start, end, new, trust): certain ones together, each choice by itself."""
    start = -1
    for i, (old, new) in enumerate(zip(line, simplified, strict=True)):
        sure = old != new and not _two_ways(old) and old not in _VARIANTS and new not in _MAINLAND.values()
        if sure:
            start = i if start < 0 else start
            continue
        if start >= 0:
            yield start, i, simplified[start:i], Trust.CERTAIN
            start = -1
        if old != new:
            yield i, i + 1, new, Trust.LIKELY
    if start >= 0:
        yield start, len(line), simplified[start:], Trust.CERTAIN


@cache
def _two_ways(char: str) -> bool:
    """Whether Simplified text has this character too (GB 2312 holds it), as 著 beside 着."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
