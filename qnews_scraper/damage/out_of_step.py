"""GBK whose pairs are out of step: one byte was lost or turned into "?", and from there to the next ASCII character
each character is made of the second half of one and the first half of the next.

Chunks that were decoded one by one do the same where they cut a character.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.signs import CALM, clusters, is_tangled
from qnews_scraper.text.slip import Slip, slips
from qnews_scraper.text.untangle import GAIN, script_of
from qnews_scraper.text.wildcard import LOST
from qnews_scraper.trust import Trust

_BEYOND: Final = re.compile("[^\x00-\x7f]+")
_END: Final = re.compile("(?<=[\u3400-\ufffc]{2})\ufffd(?![^\x00-\x7f])")
"""Half a character before ASCII: how a run out of step ends, however common its characters."""


def find(page: Page) -> Iterator[Finding]:
    """Each run out of step, realigned."""
    marked = LOST in page.text
    if not is_tangled(page.text) and not (marked and _END.search(page.text)):
        return
    traditional = script_of(page.text)
    for run in page.scan.runs:
        end = 0
        signs = [a for a, _ in clusters(run.text)]
        if marked:
            signs = sorted((*signs, *(found.start() for found in _END.finditer(run.text))))
        for a in signs:
            if a < end:
                continue
            start = a
            while start > 0 and run.text[start - 1] > "\x7f":
                start -= 1
            found = _BEYOND.match(run.text, a)
            end = found.end() if found else a + 1
            slip = slips(run.text, start, end, traditional)
            if slip and _accepted(run.text, slip):
                for part in slip.parts:
                    if LOST in part.new:
                        yield from edits(
                            run, part.start, part.end, part.new, Trust.LOST, "GBK pairs out of step; too little is left of this character", part.ranked
                        )
                    else:
                        why = "GBK pairs out of step, one byte missing" + (f": {len(part.ranked)} candidates" if part.ranked else "")
                        yield from edits(run, part.start, part.end, part.new, Trust.LIKELY, why, part.ranked or (part.new,))


def _accepted(text: str, slip: Slip) -> bool:
    served = text[slip.parts[0].start : slip.parts[-1].end]
    now, was = fluency("".join(part.new for part in slip.parts).replace(LOST, " ")), fluency(served)
    return slip.gain > GAIN and now > 1.0 and was < CALM and now > was + 1.5
