"""Boxes and paragraphs amid an article that offer something of which the page says nothing: cards, tables of prices, questions and answers, and what a seller says of himself."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from qnews_scraper.cleanse.bids import CALLS, CREDITS, Bids
from qnews_scraper.cleanse.company import MANY
from qnews_scraper.cleanse.crime import Reports
from qnews_scraper.cleanse.disguise import is_spoken
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.flow import Line
from qnews_scraper.cleanse.pitch import TRADE
from qnews_scraper.cleanse.prose import HAN, grams, narrates
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.trust import Trust

_BOXES: Final = frozenset(["div", "table", "dl", "blockquote", "ul", "ol", "section", "aside", "center", "fieldset"])
_LEAST, _MOST = 20, 600
"""Characters of such a box."""
_SURE: Final = 3
"""Such words of a paragraph, as it may be the article's."""
_PHONE: Final = re.compile(r"[线線话話机機询詢信Xxl](?<=[热熱][线線]|[电電][话話]|手[机機]|咨[询詢]|[微Vv][信Xx]|el)[^。！？]{0,8}?(?:\d{3,4}[- ]?\d{7,8}|1[3-9]\d[- ]?\d{4}[- ]?\d{4}|400[- ]?\d{3,4}[- ]?\d{3,4})")
_DEEP: Final = 8
"""Levels around a link on which its line may stand."""
_STOP: Final = re.compile("[。！？!?]")
_SHARE: Final = 3
"""Such lines are less than one in so many of the article, by their length."""
_OFF_TOPIC: Final = 0.08
"""Share of a line's pairs of characters that the other lines may have."""
_NAME: Final = 6
"""Characters of a name that is no word of the language."""
_AT_MOST: Final = 40
"""Boxes beside the same paragraphs that are asked."""
_WAY: Final = re.compile("[点點](?:此|[击擊])|[这這]里|[这這]裡|此[处處]|[链連][接結]|[网網](?:站|上|[页頁])|平台|平臺|[预預][约約订訂]|[报報]名|[购購]票|[订訂]票|[订訂][购購]|登[录錄]|[详詳]情")
"""Words of a link that say where it leads on, and not to what."""
_NAMELESS: Final = 2
"""Characters beside them that name nothing."""
_REACH: Final = 0.3
"""What it weighs to ask the reader to write to somebody,"""
_SELLS: Final = 0.3
"""and to speak as sellers do."""


def find(view: View, bids: Bids, reports: Reports, holds: Callable[[], frozenset[Element]]) -> Iterator[Finding]:
    """Each box and paragraph that is of another topic, leads to strangers or asks to be written to, and sells; `holds` tells the boxes of the article."""
    yield from _paragraphs(view, bids, reports, holds)
    if not view.foreign_links and not bids and not view.may_disguise:
        return
    foreign = {a for a, _, _ in view.foreign_links}
    for box in _between_paragraphs(view):
        if not _is_small(box):
            continue
        links = [a for a in box.iter("a") if a in foreign]
        if (not links and not bids and not view.may_disguise) or view.is_gone(box) or not _LEAST <= len(text := view.text(box)) <= _MOST or CREDITS.search(text):
            continue
        if (not links and not bids.asks(text, False) and not is_spoken(text)) or len(words := sorted(set(TRADE.findall(text)))) < 2:
            continue
        if reports.is_of_crime and not links:
            continue  # a report quotes what was offered, and links nobody to it
        if box.getparent() not in holds():
            continue
        found = suspicion(view, text, links)
        if not found.is_off_topic:
            continue
        found.add(_SELLS, "in the words of sellers: " + ", ".join(words[:4]))
        if not links:
            found.add(_REACH, "asks the reader to write to a number")
        if found.total >= 1:
            yield Finding(box, "an offer amid the article", Trust.LIKELY, found.words)


def _is_small(box: Element) -> bool:
    """Whether a box can be such: asked without reading one that holds much more."""
    size = 0
    for piece in box.itertext():
        size += len(piece) + 1
        if size > 4 * _MOST:
            return False
    return True


def _between_paragraphs(view: View) -> Iterator[Element]:
    """The boxes that stand beside paragraphs, or amid lines, no more of them than an article has."""
    counts = Counter(e.getparent() for name in ("p", "br") for e in view.outline.get(name))
    for parent, count in counts.items():
        if parent is not None and count >= MANY:
            yield from islice(parent.iterchildren(*_BOXES), _AT_MOST)


def _paragraphs(view: View, bids: Bids, reports: Reports, holds: Callable[[], frozenset[Element]]) -> Iterator[Finding]:
    """The same of single lines of the article, and of those that name again whom one of them links to; what they say of each other tells nothing of the page's topic."""
    if not view.foreign_links and not bids and not _PHONE.search(view.all_text):
        return
    foreign = {a for a, _, _ in view.foreign_links}
    led = {e for a in foreign for e in (a, *islice(a.iterancestors(), _DEEP))}
    sell: list[tuple[Line, list[Element], list[str]]] = []
    for line in view.lines:
        if not _LEAST <= len(line.text) <= _MOST or not ((line.linked and line.element in led) or _PHONE.search(line.text) or (bids and bids.asks(line.text, True))):
            continue
        if len(words := sorted(set(TRADE.findall(line.text)))) < _SURE or CREDITS.search(line.text) or view.is_gone(line.element):
            continue
        links = [a for a in view.places.links(line) if a in foreign] if line.linked else []
        if links and all(_points_on(view.label(a)) for a in links):
            continue
        if links and _is_tale(line.text, [view.label(a).strip() for a in links]):
            continue
        if (links or _PHONE.search(line.text) or bids.asks(line.text, True)) and _sells_throughout(line.text, [view.label(a).strip() for a in links]) and not holds().isdisjoint((line.element, line.element.getparent())):
            sell.append((line, links, words))
    if not sell or reports.is_of_crime:
        return
    lines = [line for line in view.lines if _LEAST <= len(line.text) <= _MOST and not CREDITS.search(line.text) and not view.is_gone(line.element)]
    names = {name for _, links, _ in sell for a in links if len(name := view.label(a).strip()) >= _NAME}
    named = [line for line in lines if any(name in line.text for name in names)]
    told = {line.text for line, *_ in sell} | {line.text for line in named}
    if sum(map(len, told)) * _SHARE > sum(map(len, view.sentences)):
        return
    rest = [text for text in view.sentences if text not in told]
    others = Counter(chain.from_iterable(map(grams, (*rest, view.h1))))
    if not _is_of_one_matter(rest, others, 3 if any(links for _, links, _ in sell) else 2):
        return
    taken: set[str] = set()
    for line, links, words in sell:
        pairs = set(grams(line.text))
        if sum(pair in others for pair in pairs) > _OFF_TOPIC * len(pairs):
            continue
        found = suspicion(view, line.text, links, least=math.inf)
        found.add(0.5, "of another topic than all other lines")
        found.add(_SELLS, "in the words of sellers: " + ", ".join(words[:4]))
        if not links:
            found.add(_REACH, "asks the reader to write to a number")
        if found.total >= 1:
            taken.update(name for name in names if name in line.text)
            yield Finding(line.element, "an offer amid the article", Trust.LIKELY, found.words)
    for line in named if taken else ():
        if any(name in line.text for name in taken) and not view.is_gone(line.element) and line.element.getparent() in holds():
            yield Finding(line.element, "an offer amid the article", Trust.LIKELY, ("names whom another offer names",))


def _points_on(label: str) -> bool:
    """Whether the words of a link name no goods: 点此预约, 票务网站, as an event's own page says where to book."""
    rest = _WAY.sub("", label).strip()
    return rest != label.strip() and len(rest) <= _NAMELESS and not TRADE.search(rest) and not CALLS.search(label)


def _is_tale(text: str, labels: Sequence[str]) -> bool:
    """Whether a line tells of something outside its links, with no more than one word of sellers: a link was slipped into it."""
    for label in labels:
        text = text.replace(label, "", 1)
    return narrates(text) and len(set(TRADE.findall(text))) < 2


def _sells_throughout(text: str, labels: Sequence[str]) -> bool:
    """Whether each sentence of a line speaks as sellers do, or links: else it was written on to one of the page's own."""
    return all(TRADE.search(piece) or _PHONE.search(piece) or any(label in piece for label in labels) for piece in _STOP.split(text) if sum(map(len, HAN.findall(piece))) >= _LEAST // 2)


def _is_of_one_matter(lines: Sequence[str], others: Counter[str], of: int) -> bool:
    """Whether one line in `of`, or more of them, has a pair of characters that another has too; notices of many matters on one page have not."""
    return of * sum(any(others[pair] > n for pair, n in Counter(grams(line)).items()) for line in lines) >= len(lines)
