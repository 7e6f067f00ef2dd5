"""The paper that a page is of, by what its pages are called."""

import re
from collections.abc import Iterable
from typing import Final

from qnews_scraper.extract.names import HAN, is_outlet

_PAPER_TITLE: Final = re.compile(rf"(?:^|[\s_|])(?P<name>[{HAN}]{{2,8}}[报報])(?:数字报|电子报|电子版|電子版|電子報|數字報|數位報|多媒体数字报(?:刊)?|多媒体报)?\s?[-—_|·]?\s?(?:(?:19|20)\d\d[-/.年]|数字报|电子版|電子版|電子報|數字報|數位報|第\s?[A-Z]?\d+版)")
"""江城晚报-2014年03月12日-第06版-..., as digital editions call their pages."""
_PAGED: Final = re.compile(r"第\s?[A-Z]?\d{1,3}\s?版(?![次本权權])")
_ROW_PARTS: Final = re.compile(r"\s*[·•|｜]\s*")
_FEWEST: Final = 2
"""Parts that a row has more of where a site's name in it tells whose a text is: with the day alone, it is a section as often."""
_LONGEST: Final = 12
_FLASH: Final = re.compile(rf"(?:^|[\s_|–—-])(?P<name>[{HAN}]{{2,6}}(?:新闻|新聞)(?:速[报報]|快[讯訊]))$")
"""What <title> ends with where a site is called as sections are."""


def flash(title: str, row: str) -> str:
    """The site that <title> names last, where the row of the day does too and its name could be a section's: 江湾新闻速报."""
    return found["name"] if (found := _FLASH.search(title)) and found["name"] in row.split() else ""


def owned(site: str, row: str) -> str:
    """The site, by the name that it has in a page's head, where a row parted by marks names it beside the day and who wrote the text: 夏阳 · 03-18 08:02 · 江芯 · 阅读约3分钟."""
    parts = _ROW_PARTS.split(row)
    return site if 1 < len(site) <= _LONGEST and len(parts) > _FEWEST and site in parts else ""


def paged(sites: Iterable[str], above: Iterable[str]) -> str:
    """The paper that is one of `sites`, where the lines above a text say which of its pages it stands on."""
    papers = [site for site in sites if site.endswith(("报", "報")) and is_outlet(site)]
    return papers[0] if len(papers) == 1 and any(map(_PAGED.search, above)) else ""


def paper_of(title: str) -> str:
    """The paper whose digital edition a page's <title> names; "" for none."""
    return found["name"] if (found := _PAPER_TITLE.search(title)) else ""
