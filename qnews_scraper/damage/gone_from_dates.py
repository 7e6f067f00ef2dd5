"""年 or 月 that is gone from between the numbers of a date: 2011年12\ufffd8日, 今\ufffd11月. Nothing else can stand there.
So of a year whose first digit is gone: 自\ufffd005年 is 2005, 的\ufffd993年 is 1993.

A range can stand between small numbers (3至5日, 6至7月), so these are left alone where the numbers may be one.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.wildcard import LOST

_GONE: Final = rf"(\??{LOST}{{1,3}}\??)"
_MONTH: Final = re.compile(rf"(年\s?)?(?<![0-9.])(1[0-2]|0?[1-9]){_GONE}(?=([12][0-9]|3[01]|0?[1-9])日)")
_YEAR: Final = re.compile(rf"(?:(?<=[今去前明])|(?<=[^0-9.][12][0-9]{{3}})|(?<=\A[12][0-9]{{3}})){_GONE}(?=(?:1[0-2]|0?[1-9])月)")

_FIRST: Final = re.compile(rf"(?<![0-9.{LOST}了近达達约約]){LOST}(?=(0(?!00)\d\d|9\d[1-9])年(?![的前多内內历歷来來]))")
"""In round thousands years are counted (存在了9000年), as they are behind 了."""


def find(page: Page) -> Iterator[Finding]:
    """Each such place, filled in as LIKELY."""
    glance = page.glance
    if LOST not in glance.rare:
        return
    for run in glance.near(glance.places([LOST])):
        for found in _MONTH.finditer(run.text):
            if found[1] or int(found[2]) >= int(found[4]):
                yield from edits(run, found.start(3), found.end(3), "月", Trust.LIKELY, "what is gone between the month and the day of a date", ("月",))
        for found in _YEAR.finditer(run.text):
            yield from edits(run, found.start(1), found.end(1), "年", Trust.LIKELY, "what is gone between the year and the month of a date", ("年",))
        for found in _FIRST.finditer(run.text):
            digit = "2" if found[1][0] == "0" else "1"
            yield from edits(run, found.start(), found.end(), digit, Trust.LIKELY, "the first digit of a year, gone", (digit,))
