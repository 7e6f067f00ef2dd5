"""What a page shows or leads to without saying it itself: quotations, source code, references."""

import re
from itertools import islice
from typing import Final

from qnews_scraper.cleanse.bids import CALLS
from qnews_scraper.cleanse.crime import CONTACT
from qnews_scraper.cleanse.flow import Line
from qnews_scraper.cleanse.prose import CODE
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising

_QUOTED: Final = re.compile("“[^”]{1,40}”|「[^」]{1,40}」|『[^』]{1,40}』|《[^》]{1,40}》")
_DEEP: Final = re.compile(r"//[^/?#]+/[^/?#]+/?[^/?#]+")
"""An address of more than a host and a letter or two."""
_SETS_OFF: Final = frozenset(["blockquote", "q", "pre", "code", "samp", "xmp"])
_SHOWS_CODE: Final = frozenset(["pre", "code", "samp", "xmp", "kbd"])


def has_quotation(text: str) -> bool:
    return _QUOTED.search(text) is not None


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks."""
    return _QUOTED.sub("", text)


def quotes(view: View, text: str) -> bool:
    """Whether what advertises and asks in a text stands in quotes, and something outside of them."""
    bare = _QUOTED.sub("", text)
    return bare != text and len(bare) >= 8 and not CONTACT.search(bare) and not view.advertising(bare)


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
