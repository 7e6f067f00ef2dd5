"""GBK whose pairs are out of step: one byte was lost or turned into "?", and from there to the next ASCII character
each character is made of the second half of one and the first half of the next.

Chunks that were decoded one by one do the same where they cut a character. The byte that is missing is filled in by what reads best.
"""

from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text.misread import Misreading
from qnews_scraper.text.signs import clusters, is_tangled
from qnews_scraper.text.unravel import Loss, unravel
from qnews_scraper.text.untangle import accepted, is_gone, lines, repairs, script_of, windows
from qnews_scraper.trust import Trust

SAME: Final = Misreading("gbk", "gbk")
_LOSS: Final = Loss(marks="\ufffd?", slips=True)


def find(page: Page) -> Iterator[Finding]:
    """Each stretch out of step, realigned."""
    if not is_tangled(page.text):
        return
    traditional = script_of(page.text)
    for run in page.scan.runs:
        for start, end in lines(run.text):
            spans = [(start + a, start + b) for a, b in clusters(run.text[start:end])]
            for a, b in windows(iter(spans), start, end):
                served = run.text[a:b]
                if is_gone(served, 0.2):
                    continue
                for stretch in unravel(served, SAME, _LOSS, traditional):
                    if not accepted(served, stretch, SAME):
                        continue
                    for fix in repairs(served, stretch, SAME, a):
                        trust = Trust.LIKELY if fix.trust is Trust.CERTAIN else fix.trust
                        yield from edits(run, fix.start, fix.end, fix.new, trust, "GBK pairs out of step, one byte missing", fix.candidates or (fix.new,))
