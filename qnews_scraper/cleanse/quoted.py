"""What a page shows or leads to without saying it itself: quotations, source code, references."""

import re
from collections.abc import Sequence, Set
from itertools import islice
from typing import Final

from qnews_scraper.cleanse.bids import CALLS
from qnews_scraper.cleanse.crime import CONTACT, REPORTS
from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.flow import Line, inside
from qnews_scraper.cleanse.prose import CODE, narrates
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, is_of_news, is_shady

_QUOTED: Final = re.compile("“[^”]{1,40}”|「[^」]{1,40}」|『[^』]{1,40}』|《[^》]{1,40}》|\"[^\"]{1,40}\"")
_SPEECH: Final = re.compile("“[^”]{1,200}”|「[^」]{1,200}」|『[^』]{1,200}』|《[^》]{1,40}》|\"[^\"]{1,200}\"")
"""What a report lets others say, at greater length."""
_REPORTED: Final = re.compile(r"\b(?:said|says|told|warned|claimed|promised|offered|reported|found|received|sent|showed|described|advertised|posted)\b")
_SPEAKS_TO: Final = re.compile(r"\b(?:you|your|we|our|us|buy|order|click|visit|join|play|get|try|shop|call|contact)\b", re.I)
"""How English that sells speaks to its reader."""
_BIDS: Final = re.compile("[请請]|加[我微入Vv]|添加|咨[询詢]|[联聯][系繫络絡]|[拨撥]打|致[电電]|[访訪][问問]|登[录錄陆陸]|[点點][击擊]|扫码|掃碼|[关關]注|下[载載]|注[册冊]")
"""How a sentence sends its reader to an address or a number."""
_DEEP: Final = re.compile(r"//[^/?#]+/[^/?#]+/?[^/?#]+")
"""An address of more than a host and a letter or two."""
_ITEMS: Final = 40
"""Items of a list that are looked at,"""
_PARTS: Final = 12
"""pieces of text, and elements, in one of them,"""
_OTHERS: Final = 3
"""and sites besides its own that they lead to."""
_SETS_OFF: Final = frozenset(["blockquote", "q", "pre", "code", "samp", "xmp"])
_SHOWS_CODE: Final = frozenset(["pre", "code", "samp", "xmp", "kbd"])


def has_quotation(text: str) -> bool:
    return _QUOTED.search(text) is not None


def is_told_by_report(text: str) -> bool:
    """Whether a sentence speaks of crime outside of its quotation marks, and what advertises stands inside: of a number outside it sends nobody there."""
    bare = _SPEECH.sub("", text)
    return bare != text and REPORTS.search(bare) is not None and (not CONTACT.search(bare) or (len(bare) >= 16 and not _BIDS.search(bare) and not advertising(bare)))


def quotes(view: View, text: str) -> bool:
    """Whether what advertises and asks in a text stands in quotes, and something outside of them."""
    bare = _QUOTED.sub("", text)
    return bare != text and len(bare) >= 8 and not CONTACT.search(bare) and not view.advertising(bare)


def is_reported(text: str) -> bool:
    """Whether an English sentence that quotes something tells what others said or did, and outside of the quotation neither speaks to its reader nor says where to go."""
    bare = _SPEECH.sub("", text)
    return bare != text and _REPORTED.search(bare) is not None and not _SPEAKS_TO.search(bare) and not CONTACT.search(bare)


def is_quotation(text: str) -> bool:
    """Whether nothing but marks stands outside of a text's quotation marks."""
    bare = _QUOTED.sub("", text)
    return bare != text and not any(map(str.isalnum, bare))


def is_code(view: View, line: Line) -> bool:
    """Whether a line is source code in an element for such, without a link that could be followed, on a page that speaks of code."""
    if line.linked or not CODE.search(line.text) or not any(e.tag in _SHOWS_CODE for e in (line.element, *line.element.iter(*_SHOWS_CODE), *line.element.iterancestors())):
        return False
    return view.speaks_of_code


def is_exhibit(view: View, line: Line) -> bool:
    """Whether a line is set off as what a page shows, without a link or a number to write to, and the page speaks of planted links or of fraud."""
    if line.linked or CONTACT.search(line.text) or not any(e.tag in _SETS_OFF for e in (line.element, *islice(line.element.iterancestors(), 3))):
        return False
    return view.speaks_of_planted


def is_reference(view: View, link: Element) -> bool:
    """Whether a link leads to a page of its own by words that neither advertise nor call on anybody."""
    label = view.label(link).strip()
    return len(label) >= 4 and not advertising(label) and not CALLS.search(label) and _DEEP.search(link.get("href") or "") is not None and not view.is_gone(link)


def is_of_paper(text: str, links: Sequence[Element], words: Set[str]) -> bool:
    """Whether a text tells of something in words that news uses, while its links do not use them, nor lead to hosts of strangers' sort."""
    return is_of_news(words) and narrates(text) and not any(advertising(inside(a)) or is_shady(host, host) for a in links for host in (domain_of(a.get("href") or ""),))


def is_of_roundup(view: View, element: Element, link: Element) -> bool:
    """Whether an element is an item among several that each show a link to another site and say in a sentence what is found there."""
    parent = element.getparent()
    if parent is None or not _tells(_item(element), inside(link)):
        return False
    domains = {domain_of(link.get("href") or "")}
    for other in islice(parent.iterchildren(str(element.tag)), _ITEMS):
        if other is element or other in view.gone or (shown := next((e for e in islice(other.iter("*"), _PARTS) if e.tag == "a"), None)) is None:
            continue
        text = _item(other)
        if view.is_foreign(shown.get("href") or "") and _tells(text, inside(shown)) and not advertising(text):
            domains.add(domain_of(shown.get("href") or ""))
    return len(domains) > _OTHERS


def _item(element: Element) -> str:
    """The text of an item; "" for a box of many parts, which would be read for each link in it."""
    parts = [*islice(element.itertext(), _PARTS + 1)]
    return "" if len(parts) > _PARTS else " ".join("".join(parts).split())


def _tells(text: str, label: str) -> bool:
    """Whether a sentence stands beside the label of a link, and bids nobody to act."""
    rest = text.replace(" ".join(label.split()), "", 1)
    return rest[-1:] in ("。", ".", "！", "？") and len(rest) >= 8 and not CONTACT.search(rest) and not CALLS.search(rest)
