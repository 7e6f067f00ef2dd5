"""Whether a link in a sentence leads where its words would not: no name, no document, and no host that is read as they are.

Honest writers link so now and then, a brand to its maker's first page; other evidence must come to it.
"""

import re
from typing import Final

from qnews_scraper.cleanse.flow import before
from qnews_scraper.cleanse.prose import HAN
from qnews_scraper.cleanse.view import Element
from qnews_scraper.text.readings import begun_by, spelt_as
from qnews_scraper.visibility.outline import INLINE

_DOCUMENT: Final = re.compile(r"\d{4}|\.(?:s?html?|pdf|docx?|jpe?g|png|gif|mp4|apk)\b|/(?:wiki|news|article|detail|item|doc|user|status|search|watch|video)s?(?:[/.?]|$)|[^/]{24}", re.I)
"""In an address: it is that of one document, of which a sentence may speak in any words."""
_NAME: Final = re.compile("..(?:公司|集团|集團|银行|銀行|大学|大學|学院|學院|学校|學校|协会|協會|学会|學會|医院|醫院|基金会|基金會|出版社|日报|日報|晚报|晚報|时报|時報|周刊|週刊|杂志|雜誌|新闻|新聞|电视台|電視台|[网網部局厅廳处處办辦院馆館社报報站])$")
"""Whoever is called so may have a site."""
LEADS: Final = re.compile("(?:来源|來源|来自|來自|转自|轉自|摘自|原文|出处|出處|作者|译者|責編|责编|编辑|編輯|记者|記者|官网|官網|网站|網站|网址|網址|登录|登錄|访问|訪問|[详詳参參][见見]|链接|連結|[据據见見@])\\W{0,3}$|[“「『《(（]$")
"""Before a link: the sentence leads on to the site, or quotes its name."""
_LATIN: Final = re.compile("[A-Za-z0-9]{1,6}")
_COMMON: Final = re.compile("[a-z]{3,}(?: [a-z]{2,}){0,2}")
"""Words in small letters: a name has a capital."""
_LEADS_ON: Final = frozenset(
    "here website websites site sites page pages homepage blog online link links app apps apply book buy click contact details donate download email find follow form info information "
    "join learn listen map more newsletter official order petition platform portal read register report see shop sign store subscribe survey tickets video view visit watch web".split()
)
"""Words on which honest writers link to a first page."""
_LONGEST: Final = 12
_SYLLABLE: Final = 6
"""Letters of the longest syllable."""


def text_before(link: Element) -> str:
    """The text just before a link, of the box around where nothing stands before it in its own."""
    at = link
    while (parent := at.getparent()) is not None:
        _, part, text = before(at, parent)
        if text.strip() or part == "tail" or parent.tag not in INLINE:
            return text.rstrip()
        at = parent
    return ""


def is_unrelated(text: str, address: str, domain: str, before: str, after: str) -> bool:
    """Whether the words of a link, the path behind the host, the domain and what stands on both sides of the link tell of no relation."""
    if text.isascii():
        return (
            _COMMON.fullmatch(text) is not None
            and len(address) <= 1
            and _LEADS_ON.isdisjoint(text.split())
            and not any(word[:4] in domain for word in text.split())
            and before[-1:].isalnum()
            and (after[:1].islower() or after[:1] in ".,;")
        )
    latin = _LATIN.match(text)
    return (
        (before != "" or HAN.match(after) is not None)
        and 2 <= len(text) <= _LONGEST
        and HAN.fullmatch(text, latin.end() if latin else 0) is not None
        and not (latin and latin[0].lower() in domain)
        and not _NAME.search(text)
        and not _DOCUMENT.search(address)
        and not LEADS.search(before)
    )


def is_spelt(text: str, domain: str) -> bool:
    """Whether the name of a domain is what a text is read as, or the first letters of that."""
    name = domain.partition(".")[0].replace("-", "")
    ends = {0}
    for char in text:
        whole = {end for at in ends for end in range(at + 1, min(at + _SYLLABLE, len(name)) + 1) if char in spelt_as(name[at:end])}
        ends = whole | {at + 1 for at in ends if at < len(name) and char in begun_by(name[at])}
    return len(name) in ends
