"""What stands among a page's paragraphs where strangers have been: lines too weak to be judged alone, and headings of which nothing is left.

Whoever broke into a page once did so for all that he sells: where a visible block was taken out that leads to strangers, a line
amid the article of which the page says nothing elsewhere is asked for less.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from qnews_scraper.cleanse.bids import CREDITS, SELLS, Bids
from qnews_scraper.cleanse.crime import CONTACT
from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Evidence
from qnews_scraper.cleanse.flow import Flow, Line
from qnews_scraper.cleanse.pitch import pitched, tells
from qnews_scraper.cleanse.prose import HAN, has_sentence, narrates
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, is_of_goods, is_of_news, is_shady

BESIDE: Final = 0.5
"""What it weighs to stand amid an article that strangers have put other blocks into."""
_AROUND: Final = 3
"""Boxes around a line in which the article may stand,"""
MANY: Final = 3
"""and sentences of the page that they hold then."""
_BESET: Final = 2
"""Blocks of strangers amid the article, beside which a line that promises needs no word of the list."""
_PITCH: Final = 0.3
_TALE: Final = 60
"""Characters of a paragraph whose words are the page's own where it tells of something."""
_LATIN: Final = re.compile("[A-Za-z]{3}")
_WORDS: Final = 4
"""Words of three letters or more that make a sentence."""
_HEADING: Final = 30
"""Characters of a heading at most,"""
_LEFT: Final = 2
"""lines that it and what stands under it are,"""
_SMALL: Final = 2000
"""and of a box that is all strangers' but for it."""
_LISTS: Final = frozenset(["ul", "ol", "li", "dl", "dd", "table", "tbody", "tr", "td", "div", "p", "section", "nav"])


def strange(view: View, bids: Bids, holds: frozenset[Element], weighed: Iterable[tuple[Line, Evidence]]) -> Iterator[tuple[Line, Evidence]]:
    """Lines amid the article that lead to strangers in other words than those of sentences or in another script, or advertise; `weighed` are those that were found wanting."""
    known = {id(line): found for line, found in weighed}
    led = {e for a, _, _ in view.foreign_links for e in (a, *a.iterancestors())}
    is_han = not view.is_latin
    are_amid = any(e in holds or _is_amid(e, holds) for e in view.beside)
    are_beside = bool(view.beside) or any(e.getparent() in holds for e in view.put_in)
    spoken = cache(lambda: frozenset(chain.from_iterable(advertising(text) for text in view.sentences if len(text) >= _TALE and narrates(text))))
    pitches = {id(line) for line in pitched(view, bids, sum(e.getparent() in holds for e in view.put_in) >= _BESET)} if are_amid else set()
    for line in view.lines:
        found = known.get(id(line))
        if id(line) in pitches:
            found = Evidence([(0.5, "of another topic than all other lines"), (_PITCH, "in the words of sellers")], is_off_topic=True)
        elif found is None and not (line.linked and line.element in led):
            continue
        if view.is_gone(line.element) or len(line.text) < 8 or CREDITS.search(line.text) or not _is_amid(line.element, holds):
            continue
        links = [a for a in view.places.links(line) if a not in view.gone] if line.linked else []
        if links and not any(view.is_foreign(a.get("href") or "") for a in links):
            continue
        found = found or suspicion(view, line.text, links)
        if not found.is_off_topic:
            continue
        words, asks = view.advertising(line.text), bids.asks(line.text, True)
        if id(line) not in pitches and not asks and not links and has_sentence(line.text) and not CONTACT.search(line.text) and (not are_amid or (len(words) < 2 and (view.says_more(line.text) or (is_of_news(words) and tells(line.text)))) or (view.has_kana and is_of_goods(words))):
            continue  # one word of a sentence, as 贷款 of news about a bank
        if id(line) not in pitches and not asks and not links and len(words) == 1 and not CONTACT.search(line.text) and words <= spoken():
            continue  # a headline of what the page tells, as 性爱 of a scandal
        advertises = bool(words) or asks or id(line) in pitches
        # two links to hosts that cost next to nothing, in a line of which the page says nothing else
        is_led = len(links) > 1 and not view.says_more(line.text) and all(is_shady(domain, domain) for a in links for domain in (domain_of(a.get("href") or ""),))
        # a line in Latin letters that leads nowhere is a caption, a name or an address
        is_alien = is_han and not HAN.search(line.text) and len(_LATIN.findall(line.text)) >= 3
        if is_led or (are_beside and (advertises or (links and (is_alien or not has_sentence(line.text))))):
            found.add(BESIDE, "beside what strangers put in")
            yield line, found


def links(view: View, holds: frozenset[Element]) -> Iterator[tuple[Element, str]]:
    """Links to strangers whose words are a sentence or more in Latin letters that sells something, or lead where strangers do, in the paragraphs of a page in Han characters; each with these words.

    An essay names its sources so, and writers link songs and papers by their titles.
    """
    if view.is_latin:
        return
    strangers = view.strange_domains()
    for link, _, domain in view.foreign_links:
        label = " ".join(view.label(link).split())
        if len(_LATIN.findall(label)) < _WORDS or HAN.search(label) or view.is_gone(link) or not any(e in holds for _, e in zip(range(_AROUND), link.iterancestors(), strict=False)):
            continue
        if domain in strangers or is_shady(domain, domain) or SELLS.search(label) or view.advertising(label):
            yield link, label


def holders(view: View) -> frozenset[Element]:
    """The boxes that hold the page's sentences, in paragraphs or in lines."""
    told = set(view.sentences)
    counts = Counter(e for line in view.lines if line.text in told for e in (line.element, line.element.getparent()))
    return frozenset(e for e, n in counts.items() if e is not None and n >= MANY)


def _is_amid(element: Element, holds: frozenset[Element]) -> bool:
    """Whether an element stands in such a box."""
    return any(e in holds for _, e in zip(range(_AROUND), element.iterancestors(), strict=False))


def headings(view: View) -> Iterator[Line]:
    """The one or two lines that are left of a small box, short ones without a link, where two blocks or more were taken out of it or of one list in it."""
    asked: set[Element] = set()
    for box, count in Counter(view.beside).items():
        if count < 2:
            continue
        top: Element | None = box
        while top is not None and top is not view.body and top not in asked:
            asked.add(top)
            if len(view.text(top)) > _SMALL:
                break
            left = [line for _, line in zip(range(_LEFT + 1), Flow(top).lines(view.gone, view.veiled), strict=False)]
            if left:
                if len(left) <= _LEFT and sum(len(line.text) for line in left) <= _HEADING and not any(line.linked or has_sentence(line.text) for line in left):
                    yield from left
                break
            top = top.getparent() if top.tag in _LISTS else None
