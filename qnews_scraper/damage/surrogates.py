"""Halves of surrogate pairs, each a character of its own: UTF-16 taken apart, as by JSON escapes resolved one by one or by CESU-8."""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Edit, Finding, Page, Trust

_HALF: Final = re.compile("[\ud800-\udbff]")
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def find(page: Page) -> Iterator[Finding]:
    """Each pair, as the character it stands for."""
    if _HALF.search(page.glance.rare):
        for pair in _PAIR.finditer(page.text):
            char = pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
            yield Edit(pair.start(), pair.end(), char, Trust.CERTAIN, "the two halves of a surrogate pair, put together")
