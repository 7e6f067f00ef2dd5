"""A clause of one letter and its mark, in UTF-8 read as GBK: 鏃ワ紝 for 日，, 1999骞达紝 for 1999年，.

Three characters tell too little for any search. But of the fullwidth marks ，；！ and ？ the last two bytes, read as GBK, are characters that
stand at the end of no clause, and what goes before must be the first bytes of one frequent letter and of the mark.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.fluency import fluency, is_frequent
from qnews_scraper.text.lore import trust_in
from qnews_scraper.text.misread import Misreading, undo
from qnews_scraper.text.signs import CALM

HOW: Final = Misreading("gbk", "utf-8")
_ENDS: Final = "".join(mark.encode()[1:].decode("gbk") for mark in "，；！？")
_ROW: Final = re.compile(f"(?<![^\x00-\x7f])[^\x00-\x7f]{{2}}[{_ENDS}](?![^\x00-\x7f])")
_CLAUSE: Final = re.compile("[\u4e00-\u9fff][，；！？]")


def find(page: Page) -> Iterator[Finding]:
    """Each such clause that stands by itself, as LIKELY."""
    glance = page.glance
    if not (signs := set(filter(glance.wide.__contains__, _ENDS))):
        return
    for run in glance.near(glance.places(signs)):
        for row in _ROW.finditer(run.text):
            new = undo(row[0], HOW)
            if new and _CLAUSE.fullmatch(new) and is_frequent(new[0]) and fluency(row[0]) < CALM:
                yield from edits(run, row.start(), row.end(), new, trust_in(run.text, row.start(), row.end(), Trust.LIKELY), f"{HOW}, a letter and its mark", (new,))
