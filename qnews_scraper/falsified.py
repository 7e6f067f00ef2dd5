"""What a mirror's page itself shows of having been falsified by the mirror's kit."""

import html
import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Page
from qnews_scraper.site import host_of

_DATE: Final = re.compile(r"(?<![\d.-])((?:19|20)\d\d)([-/.年])(\d{1,2})(?:\2|月)(\d{1,2})(?![\d.])")
_HEADING: Final = re.compile(r"<h[12]\b[^>]{0,400}>((?:(?!</?h[12]\b).){1,400}?)</h[12]\s*>", re.I | re.S)
_CANONICAL: Final = re.compile(r"<(?:link|meta)\b[^>]{0,400}?=\s*[\"']?(?:canonical|og:url)\b[^>]{0,400}>", re.I)
_URL: Final = re.compile(r"https?://([^/\s\"'>:]+)", re.I)
_TAG: Final = re.compile("<[^>]*>")
_LEAST_DATES, _LEAST_HEADINGS = 3, 2


def signs(page: Page) -> Iterator[str]:
    """One kit rewrites every date to the day of the visit, names and headings to its own; another points the canonical link at itself."""
    days = [(int(y), int(m), int(d)) for y, _, m, d in _DATE.findall(page.text)]
    if len(days) >= _LEAST_DATES and len(set(days)) == 1:
        yield "all {} dates on it are of one day, {:04}-{:02}-{:02}".format(len(days), *days[0])
    headings = [" ".join(html.unescape(_TAG.sub("", found)).split()) for found in _HEADING.findall(page.text)]
    if len(headings) >= _LEAST_HEADINGS and len(set(headings)) == 1 and headings[0]:
        yield f"all {len(headings)} headings of its first two ranks read {headings[0][:40]!r}"
    here = host_of(page.url).removeprefix("www.")
    if here and any(host_of(url[0]).removeprefix("www.") == here for tag in _CANONICAL.findall(page.text) if (url := _URL.search(tag))):
        yield "its canonical link leads to the mirror itself"
