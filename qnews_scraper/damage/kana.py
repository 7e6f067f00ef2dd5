"""EUC-JP read as GBK: 概い睛殴彻 for 古い商店街.

Both have kana, and most marks, at the same places, so such a line is half sound and holds hardly an odd character. What shows it are
characters that only Simplified Chinese has, amid kana. Nothing is lost on this way, so that a line is undone as a whole or not at all.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.credible import GAIN, is_told
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.hanzi import simplified_only
from qnews_scraper.text.misread import READS_IN, Misreading, proof, redo, undo
from qnews_scraper.text.scan import Run
from qnews_scraper.text.twins import parts

HOW: Final = Misreading("gbk", "euc-jp")
KANA: Final = "\u3041-\u30fa"
_KANA: Final = re.compile(f"[{KANA}]")
_BEFORE: Final = re.compile("[^\x00-\x7f]+\\Z")
_AFTER: Final = re.compile("[^\x00-\x7f]+")
_LINE: Final = re.compile("[^\x00-\x7f][^\r\n]*[^\x00-\x7f]")
SHARE: Final = 5
"""Characters for each kana, or fewer, that a line of Japanese has."""
BETTER: Final = 0.8
"""Mean log-odds by which a line must read better: kana, half of it, read as they did."""


NEAR: Final = 3
"""Characters from a kana to one that Japanese does not write."""


@cache
def _own() -> frozenset[str]:
    """Characters of Simplified Chinese that Japanese does not write."""
    return frozenset(c for c in simplified_only() if not c.encode("euc_jp", "ignore"))


def _amid(text: str) -> Iterator[int]:
    """The kana from which such a character is not far, nothing of ASCII between; to look around each costs a hundredth of searching for both at once."""
    own = _own()
    for kana in _KANA.finditer(text):
        at = kana.start()
        before, after = _BEFORE.search(text, max(0, at - NEAR), at), _AFTER.match(text, at + 1, at + 1 + NEAR)
        if (before and not own.isdisjoint(before[0])) or (after and not own.isdisjoint(after[0])):
            yield at


def find(page: Page) -> Iterator[Finding]:
    """Each such line, read as what it is."""
    glance = page.glance
    if not _KANA.search(glance.wide) or _own().isdisjoint(glance.wide):
        return
    # without the ASCII between, a list of languages has such places too
    if next(_amid(glance.wide), None) is not None and any(any(_read_again(run)) for run in glance.near(_amid(glance.shown))):
        for run in page.scan.runs:
            if _KANA.search(run.text):
                yield from _read_again(run)


def _read_again(run: Run) -> Iterator[Finding]:
    for line in _LINE.finditer(run.text):
        old = line[0]
        if len(_KANA.findall(old)) * SHARE < len(old) or next(_amid(old), None) is None:
            continue
        new = undo(old, HOW)
        if new and redo(new, HOW) == proof(old, HOW) and is_told(old, new, HOW) and _is_better(old, new):
            for part in parts(old, new, (HOW,)):
                trust = Trust.LIKELY if part.candidates else Trust.CERTAIN
                yield from edits(run, line.start() + part.start, line.start() + part.end, part.new, trust, str(HOW), part.candidates)


def _is_better(old: str, new: str) -> bool:
    was, now = fluency(old), fluency(new)
    return now > READS_IN[HOW.true] and now - was > BETTER and (now - was) * len(new) > GAIN
