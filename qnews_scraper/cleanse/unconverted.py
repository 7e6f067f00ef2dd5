"""Text of a mirror's page that its converter never saw: the mirror put it in after the page was made Traditional."""

import html
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from qnews_scraper.page import Page
from qnews_scraper.text.hanzi import simplified_only

_LEAST: Final = 2
"""Characters that Traditional text does not use; a small converter leaves one or the other."""


@dataclass(frozen=True)
class Unconverted:
    """What such a page holds in Simplified Chinese as served."""

    page: Page
    served: str

    def __contains__(self, text: str) -> bool:
        return self._is_converted and len(simplified_only().intersection(text)) >= _LEAST and "".join(text.split()) in self._bare

    @cached_property
    def _is_converted(self) -> bool:
        return self.page.did("script")

    @cached_property
    def _bare(self) -> str:
        return "".join(html.unescape(self.served).split())
