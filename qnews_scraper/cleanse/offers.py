"""Boxes between an article's paragraphs that offer something of which the page says nothing: cards, tables of prices, questions and answers."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from qnews_scraper.cleanse.bids import CREDITS, Bids
from qnews_scraper.cleanse.company import MANY
from qnews_scraper.cleanse.crime import Reports
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.trust import Trust

_BOXES: Final = frozenset(["div", "table", "dl", "blockquote", "ul", "ol", "section", "aside", "center", "fieldset"])
_LEAST, _MOST = 20, 600
"""Characters of such a box."""
_TRADE: Final = re.compile(
    "优惠|優惠|特价|特價|折扣|打折|包过|包過|包通过|代办|代辦|代理记账|代评|代考|免考|上[门門]|[预預][约約]|(?:加|找)店主|[买買].{1,2}送|批核|[额額]度|[贷貸]款|"
    "[货貨]源|厂家|廠家|量大[从從][优優]|包教包[会會]|招商|加盟|[无無]效退款|包[邮郵]|限[时時]|名[额額]有限|[领領]取|[报報][价價]|[费費]用|免费|免費|\\d[\\d.,万萬]*[元塊块]|[一二三四五六七八九十百千]+元起|[订訂][购購]|客服|咨[询詢]|諮詢|到[场場]|[备備]案"
)
"""Words of those who sell; two different ones are asked for."""
_AT_MOST: Final = 40
"""Boxes beside the same paragraphs that are asked."""
_REACH: Final = 0.3
"""What it weighs to ask the reader to write to somebody,"""
_SELLS: Final = 0.3
"""and to speak as sellers do."""


def find(view: View, bids: Bids, reports: Reports, holds: Callable[[], frozenset[Element]]) -> Iterator[Finding]:
    """Each box that is of another topic, leads to strangers or asks to be written to, and sells; `holds` tells the boxes of the article."""
    if not view.foreign_links and not bids:
        return
    foreign = {a for a, _, _ in view.foreign_links}
    for box in _between_paragraphs(view):
        if not _is_small(box):
            continue
        links = [a for a in box.iter("a") if a in foreign]
        if (not links and not bids) or view.is_gone(box) or not _LEAST <= len(text := view.text(box)) <= _MOST or CREDITS.search(text):
            continue
        if (not links and not bids.asks(text, False)) or len(words := sorted(set(_TRADE.findall(text)))) < 2:
            continue
        if reports.is_of_crime:
            return
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
