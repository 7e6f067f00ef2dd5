"""What a stranger wrote on to a paragraph of the page's own: a sentence that offers something and links to him, or his address in brackets.

The paragraph stays, and goes on to say what it said; what was written on begins or ends with a sentence.
"""

import math
import re
from collections.abc import Callable, Iterator
from typing import Final

from qnews_scraper.cleanse.crime import REPORTS, Reports
from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.offers import TRADE
from qnews_scraper.cleanse.prose import grams
from qnews_scraper.cleanse.quoted import has_quotation
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.trust import Trust

_STOP: Final = re.compile("[。！？!?]")
_LEAST, _MOST = 12, 120
"""Characters of such a sentence."""
_ADDRESS: Final = re.compile(r"[（(【\[][^（）()【】\[\]。]{0,16}?(?<![\w@.-])((?:[A-Za-z0-9-]{1,30}\.){1,3}[A-Za-z]{2,12})/?\s*[）)】\]]\s*\Z")
"""In brackets at the end of a text."""


def find(view: View, reports: Reports, holds: Callable[[], frozenset[Element]]) -> Iterator[Finding]:
    """Each such sentence, its link and the text on both sides of it, and each such address; `holds` tells the boxes of the article."""
    if view.foreign_links and not reports.is_of_crime:
        yield from _sentences(view, holds)
    if view.put_in:
        yield from _addresses(view)


def _sentences(view: View, holds: Callable[[], frozenset[Element]]) -> Iterator[Finding]:
    for link, host, domain in view.foreign_links:
        parent = link.getparent()
        if parent is None or view.is_gone(link) or len((link.get("href") or "").partition("//")[2]) > len(host) + 1:
            continue
        beside = link.getprevious()
        before = (parent.text if beside is None else beside.tail) or ""
        after = link.tail or ""
        stops = [stop.end() for stop in _STOP.finditer(before)]
        stop = _STOP.search(after)
        start, end = (stops[-1] if stops else 0), (stop.end() if stop else len(after))
        if not (before[:start].strip() or after[end:].strip()) or (beside is not None and not stops) or (stop is None and link.getnext() is not None):
            continue
        text = (before[start:] + "".join(link.itertext()) + after[:end]).strip()
        if not _LEAST <= len(text) <= _MOST or not (words := sorted(set(TRADE.findall(text)))) or has_quotation(text) or REPORTS.search(text):
            continue
        if any(view.prose[pair] > text.count(pair) for pair in grams(text)) or holds().isdisjoint((parent, parent.getparent())):
            continue
        found = suspicion(view, text, [link], least=math.inf)
        found.add(0.5, "nothing of it occurs elsewhere on the page")
        found.add(0.3, "in the words of sellers: " + ", ".join(words[:4]))
        if found.total >= 1:
            owner, part = (parent, "text") if beside is None else (beside, "tail")
            if before[start:].strip():
                yield Finding(owner, "an offer written on to a paragraph", Trust.LIKELY, found.words, part, start=start, end=len(before))
            yield Finding(link, "an offer written on to a paragraph", Trust.LIKELY, (f"link to {domain}", *found.words))
            if after[:end].strip():
                yield Finding(link, "an offer written on to a paragraph", Trust.LIKELY, found.words, "tail", start=0, end=end)


def _addresses(view: View) -> Iterator[Finding]:
    """Addresses of where what strangers put in leads, in brackets after a sentence."""
    led = {domain for link, _, domain in view.foreign_links if any(e in view.put_in for e in (link, *link.iterancestors()))}
    for node, text, tail in view.outline.below(view.body) if led else ():
        for part, whole in (("text", text), ("tail", tail)):
            if whole and "." in whole and (found := _ADDRESS.search(whole)) and domain_of("//" + found[1].lower()) in led and _STOP.match(whole[: found.start()].rstrip()[-1:]) and not view.is_gone(node):
                yield Finding(node, "a stranger's address behind a sentence", Trust.LIKELY, (f"spells the address {found[1]}", "what was taken out leads there too"), part, start=found.start(), end=len(whole))
