"""GBK whose pairs are out of step: one byte was lost or turned into "?", and from there to the next ASCII character
each character is made of the second half of one and the first half of the next.

Chunks that were decoded one by one do the same where they cut a character.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from operator import add, sub
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text.credible import is_gone, reading, script_of
from qnews_scraper.text.fluency import fluency, odds
from qnews_scraper.text.misread import pairs, written
from qnews_scraper.text.scan import Run
from qnews_scraper.text.signs import CALM, clusters
from qnews_scraper.text.slip import LEAST, Part, runs, slips
from qnews_scraper.text.wildcard import LOST, is_text
from qnews_scraper.trust import Trust

ENOUGH: Final = 10.0
"""Nats by which a run must read better when it is put back in step."""
ENOUGH_MARKED: Final = 6.0
"""The same where a mark shows that something is gone."""
ENOUGH_ASKED: Final = 15.0
"""The same where only a "?" does, which rare names may follow."""
FEWEST: Final = 4
"""Letters that a run must have where no mark shows that something is gone."""
MARKS: Final = 0.2
"""Share of lost characters above which there is more to guess than to realign."""
_SAME: Final = re.compile(r"(.)\1{3}")
"""One character again and again is a rule or a filler, and stays one however its bytes are paired."""
_BEYOND: Final = re.compile("[^\x00-\x7f]+")
_END: Final = re.compile("(?<=[\u3400-\ufffc]{2})\ufffd(?![^\x00-\x7f])")
"""Half a character before ASCII: how a run out of step ends, however common its characters."""

_HALF: Final = re.compile("\\?(?=[\u2460-\uffef])")
VAIN: Final = 4000
VAIN_SHARE: Final = 0.125
"""Characters, and the share of a page's, that are weighed in vain: of noise all look out of step, and none is."""
EACH: Final = 16
"""Characters that weighing a run costs as much as, however short it is."""
BETTER: Final = 3.0
"""Nats by which the best two characters of a run must read better when they are put back in step."""
_BETWEEN: Final = re.compile(f"[^{LOST}]+")
REACH: Final = 6
"""Characters behind a "?" that tell whether it may be half of one."""


_script_of = lru_cache(maxsize=1)(script_of)


def find(page: Page) -> Iterator[Finding]:
    """Each run out of step, realigned."""
    glance = page.glance
    near = [(run, list(_begun(run.text, found))) for run, found in glance.tangles]
    if LOST in glance.rare:
        near += _suspects(glance.near(glance.places(LOST)), False)
    if glance.may_ask and (halves := list(_asked(glance.shown))):
        near += _suspects(glance.near(halves), False)
    if any(_realigned(near, glance.wide)):
        yield from _realigned(_suspects(page.scan.runs, bool(glance.tangles)), glance.wide)


def _realigned(suspects: Iterable[tuple[Run, list[int]]], page: str) -> Iterator[Finding]:
    left = VAIN + len(page) * VAIN_SHARE
    for run, signs in suspects:
        end = 0
        for a in signs:
            if a < end:
                continue
            start = a
            while start > 0 and run.text[start - 1] > "\x7f":
                start -= 1
            found = _BEYOND.match(run.text, a)
            end = found.end() if found else a + 1
            if run.text.count(LOST, start, end) > 2 and is_gone(run.text[start:end], MARKS):
                continue
            enough = ENOUGH_MARKED if LOST in run.text[start:end] else ENOUGH_ASKED if run.text[start - 1 : start] == "?" else ENOUGH
            size = end - start + EACH
            if size > left or not _may_slip(run.text, start, end):
                continue
            slip = slips(run.text, start, end, partial(_script_of, page), enough)
            if slip is None:
                left -= size
                continue
            for row in runs(run.text, slip):
                if not _reads(run.text, row):
                    continue
                for part in row:
                    trust, why = Trust.LIKELY, "GBK pairs out of step, one byte missing"
                    if LOST in part.new:
                        trust, why = Trust.LOST, "GBK pairs out of step; too little is left of this character"
                    elif part.ranked:
                        why += f": {len(part.ranked)} candidates"
                    yield from edits(run, part.start, part.end, part.new, trust, why, part.ranked or (part.new,))


def _may_slip(text: str, start: int, end: int) -> bool:
    """Whether anything in a run reads better one byte on: of so much as is realigned at least, two characters, or of less between two marks."""
    known, code = pairs("gbk"), written("gbk")
    for row in _BETWEEN.finditer(text, start, end):
        is_half = row.end() == end and "@" <= text[end : end + 1] < "\x7f"  # the second byte of what the last character begins
        if len(row[0]) <= LEAST + is_half:
            if is_half or (row.end() < end and text[row.start() - 1 : row.start()] in (LOST, "?")):
                return True
            continue
        data = b"".join([code.get(c, b"??") for c in row[0]])
        better = list(map(sub, odds("".join([known.get(data[i : i + 2], LOST) for i in range(1, len(data) - 1, 2)])), odds(row[0][1:])))
        if max(map(add, better, better[1:]), default=0.0) > BETTER:
            return True
    return False


def _suspects(runs: Iterable[Run], is_everywhere: bool) -> Iterator[tuple[Run, list[int]]]:
    """Where runs out of step may stand: in clusters of odd characters, everywhere or beside marks of loss, before such marks, behind halves."""
    for run in runs:
        text = run.text
        signs = list(_asked(text))
        if LOST in text or (is_everywhere and not text.isascii()):
            signs += [*_begun(text, clusters(text)), *(found.start() for found in _END.finditer(text))]
        if signs:
            yield run, sorted(signs)


def _asked(text: str) -> Iterator[int]:
    """What stands behind each "?" that may be the first half of a character: it does not read."""
    for found in _HALF.finditer(text):
        at = found.end()
        if at > 1 and text[at - 2] >= "\u2460" and fluency(text[at : at + REACH]) < CALM:
            yield at


def _begun(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Where the rows beyond ASCII begin that these clusters are of: a "?" that is half a character stands in the midst of one."""
    return (row.start() for a, b in spans for row in _BEYOND.finditer(text, a, b))


def _reads(text: str, row: list[Part]) -> bool:
    served = text[row[0].start : row[-1].end]
    new = "".join(part.new for part in row).replace(LOST, " ")
    now, letters = reading(new)
    was = fluency(served)
    if _SAME.search(served):
        return False
    if sum(c > "\x7f" and not is_text(c) and not "\uff10" <= c <= "\uff5a" for c in new) * 8 > len(new):
        return False
    marked = LOST in served or served[0] == "?"
    return letters >= (2 if marked else FEWEST) and now > 1.0 and was < CALM and now > was + 1.5
