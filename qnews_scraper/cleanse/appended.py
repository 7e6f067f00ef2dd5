"""What a stranger wrote on to a paragraph of the page's own: a sentence that advertises or offers something, or his address in brackets.

The paragraph stays, and goes on to say what it said; what was written on begins or ends with a sentence.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Set
from itertools import pairwise
from typing import Final

from qnews_scraper.cleanse import disguise, flow
from qnews_scraper.cleanse.bids import NUMBERS, Bids
from qnews_scraper.cleanse.crime import CONTACT, REPORTS, Reports
from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Evidence, Finding
from qnews_scraper.cleanse.flow import Line
from qnews_scraper.cleanse.pitch import TRADE
from qnews_scraper.cleanse.prose import STOP, grams
from qnews_scraper.cleanse.quoted import has_quotation, quotes
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.trust import Trust

_LATIN_STOP: Final = re.compile(r"[a-z0-9][.!?](?=\s+[A-Z\"“]|\s*\Z)")
SELLS: Final = re.compile(r"\b(?:free spins|no deposit|bonus(?:es)?|bad credit|instant|approved|discounts?|cheap|buy|order|click here|sign up|best|shipping|real money|guaranteed|visit)\b", re.I)
"""How sellers speak in English."""
NARRATES: Final = re.compile(r"\bI (?:receive|received|get|got|read|see|saw|heard|was|have been|never|did|do) ")
"""How a reader's letter tells what strangers offer."""
_HOST: Final = re.compile(r"(?<![\w@.-])(?:[A-Za-z0-9-]{1,30}\.){1,3}[A-Za-z]{2,12}(?![\w@-])")
_LEAST, _MOST = 12, 120
"""Characters of such a sentence."""
_ENOUGH: Final = 0.9
_LONG: Final = 12
"""Pairs of characters among which one may be another sentence's by chance."""
_NUMERAL: Final = frozenset("〇零一二三四五六七八九十百千万萬")
_ADDRESS: Final = re.compile(r"[（(【\[][^（）()【】\[\]。]{0,16}?(?<![\w@.-])((?:[A-Za-z0-9-]{1,30}\.){1,3}[A-Za-z]{2,12})/?\s*[）)】\]]\s*\Z")
"""In brackets at the end of a text."""


def find(view: View, bids: Bids, reports: Reports, holds: Callable[[], frozenset[Element]], asked: Set[int]) -> Iterator[Finding]:
    """Each such sentence, its link and the text on both sides of it, and each such address; `holds` tells the boxes of the article, `asked` the lines that have been looked at."""
    if view.foreign_links:
        yield from _with_link(view, reports, holds)
    if bids or view.may_disguise or "．" in view.all_text:
        for line in view.lines:
            if id(line) not in asked and (bids.asks(line.text, True) or disguise.is_spoken(line.text) or _is_wide(line.text)):
                yield from of_line(view, line, bids, reports)
    if view.put_in:
        yield from _addresses(view)


def of_line(view: View, line: Line, bids: Bids, reports: Reports) -> Iterator[Finding]:
    """The sentences of a line that advertise and of which the page says nothing else, where another of its sentences does not."""
    stops = _LATIN_STOP if view.is_latin else STOP
    if len(stops.findall(line.text)) < 2:
        return
    found: list[Finding] = []
    has_own = False
    opened = 0
    for owner, part in view.places.of(line):
        whole = (owner.text if part == "text" and owner.tag != "a" else owner.tail if part == "tail" else "") or ""
        ends = [stop.end() for stop in stops.finditer(whole)]
        for start, end in pairwise((0, *ends, *((len(whole),) if not ends or whole[ends[-1] :].strip() else ()))):
            text = whole[start:end].strip()
            was_opened, opened = opened, max(0, opened + sum(map(text.count, "“「『")) - sum(map(text.count, "”」』")))
            if not _LEAST <= len(text) <= (2 * _MOST if view.is_latin else _MOST):
                continue
            if not was_opened and not opened and (evidence := _against(view, bids, text)):
                found.append(Finding(owner, "advertising written on to a paragraph", Trust.LIKELY, evidence, part, start=start, end=end))
            else:
                has_own = has_own or not (view.advertising(text) or CONTACT.search(text) or bids.asks(text, True))
    if has_own and found and not reports.is_of_crime:
        yield from reversed(found)


def _against(view: View, bids: Bids, text: str) -> tuple[str, ...]:
    """What speaks against a sentence, where it is enough."""
    words = view.advertising(text) - NUMBERS
    trade = set((SELLS if view.is_latin else TRADE).findall(text))
    reaches = (words and bids.asks(text, True)) or disguise.is_spoken(text) or _is_wide(text)
    if not (words or reaches) or (words and view.advertising(view.h1)) or REPORTS.search(text) or (not reaches and NARRATES.search(text)) or quotes(view, text) or (not view.is_latin and _says_more(view, text)):
        return ()
    found = Evidence()
    if words:
        found.add_words(words)
    else:
        found.add(0.0, "no advertising word")
    found.add(0.5, "a sentence of another topic")
    joined, how = disguise.apart(text) if view.may_disguise else ("", "")
    if how and 2 * len(joined) >= sum(map(str.isalnum, text)):
        found.add(0.3, how)
    if len(trade) > 1 or (trade and words):
        found.add(0.3, "in the words of sellers")
    if reaches:
        found.add(0.3, "asks the reader to write to a number")
    elif any(view.is_foreign("//" + host) for host in _HOST.findall(text)):
        found.add(0.2, "spells an address")
    return found.words if found.total >= _ENOUGH else ()


def _says_more(view: View, text: str) -> bool:
    """Whether the page speaks elsewhere of something in a sentence: of more than one chance pair, numerals left out."""
    pairs = Counter(grams(text))
    return sum(view.prose[pair] > n for pair, n in pairs.items() if not _NUMERAL.issuperset(pair)) > (len(pairs) >= _LONG)


def _is_wide(text: str) -> bool:
    """Whether a text spells an address in fullwidth letters."""
    return "．" in text and disguise.is_odd_address(text, unicodedata.normalize("NFKC", text))


def _with_link(view: View, reports: Reports, holds: Callable[[], frozenset[Element]]) -> Iterator[Finding]:
    for link, host, domain in view.foreign_links:
        parent = link.getparent()
        if parent is None or view.is_gone(link) or len((link.get("href") or "").partition("//")[2]) > len(host) + 1:
            continue
        owner, part, before = flow.before(link, parent)
        after = link.tail or ""
        stops = [stop.end() for stop in STOP.finditer(before)]
        stop = STOP.search(after)
        start, end = (stops[-1] if stops else 0), (stop.end() if stop else len(after))
        if not (before[:start].strip() or after[end:].strip()) or (part == "tail" and not stops) or (stop is None and link.getnext() is not None):
            continue
        text = (before[start:] + view.label(link) + after[:end]).strip()
        if not _LEAST <= len(text) <= _MOST or not (words := sorted(set(TRADE.findall(text)))) or has_quotation(text) or REPORTS.search(text):
            continue
        if view.says_more(text) or holds().isdisjoint((parent, parent.getparent())) or reports.is_of_crime:
            continue
        found = suspicion(view, text, [link], least=math.inf)
        found.add(0.5, "nothing of it occurs elsewhere on the page")
        found.add(0.3, "in the words of sellers: " + ", ".join(words[:4]))
        if found.total >= 1:
            if before[start:].strip():
                yield Finding(owner, "an offer written on to a paragraph", Trust.LIKELY, found.words, part, start=start, end=len(before))
            yield Finding(link, "an offer written on to a paragraph", Trust.LIKELY, (f"link to {domain}", *found.words))
            if after[:end].strip():
                yield Finding(link, "an offer written on to a paragraph", Trust.LIKELY, found.words, "tail", start=0, end=end)


def _addresses(view: View) -> Iterator[Finding]:
    """Addresses of where what strangers put in leads, in brackets after a sentence."""
    led = view.strange_domains()
    for node, text, tail in view.outline.below(view.body) if led else ():
        for part, whole in (("text", text), ("tail", tail)):
            if whole and "." in whole and (found := _ADDRESS.search(whole)) and domain_of("//" + found[1].lower()) in led and STOP.match(whole[: found.start()].rstrip()[-1:]) and not view.is_gone(node):
                yield Finding(node, "a stranger's address behind a sentence", Trust.LIKELY, (f"spells the address {found[1]}", "what was taken out leads there too"), part, start=found.start(), end=len(whole))
