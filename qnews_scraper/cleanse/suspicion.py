"""What speaks against a text by itself: its form, its words, its topic, its script, its links."""

import re
from collections.abc import Iterable
from typing import Final

from qnews_scraper.cleanse import alphabets, disguise
from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Evidence
from qnews_scraper.cleanse.prose import HAN, SENTENCE, grams, has_sentence
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import INVISIBLE, is_advertiser, is_cheap, is_numbered

_OFF_TOPIC: Final = 0.5
"""The most that is held against a text for its topic."""
_LEAST: Final = 12
"""Pairs of characters from which on a share of them tells."""
_LIST_MARK: Final = re.compile(r"[,，、|｜_;；]+|\s{2,}|(?<=[^\sA-Za-z]) (?=[^\sA-Za-z])")


def suspicion(view: View, text: str, links: Iterable[Element] = (), is_inside: bool = True, is_list_normal: bool = False, least: float = 0.0) -> Evidence:
    """What speaks against a text of a page: its form, its words, its topic, its script, its links.

    Its topic is asked for only where all together may come to `least`: that takes the page's running text.
    """
    found = Evidence()
    parts = [] if is_list_normal or SENTENCE.search(text) else [p for p in _LIST_MARK.split(text.strip()) if p.strip()]
    if len(parts) >= 4 and sum(map(len, parts)) / len(parts) <= 22:
        found.add(0.35, f"a list of {len(parts)} keywords")
    elif len(parts) == 3 and re.search("[,，]", text):
        found.add(0.2, "a list of 3 keywords")
    words = view.advertising(text)
    if words:
        found.add_words(words)
    place = len(found.pieces)
    if alphabets.kana(text) >= 4 and not view.has_kana:
        found.add(0.4, "Japanese on a page that is not")
        found.is_alien = True
    if script := view.foreign_script(text):
        found.add(0.4, f"{script} on a page that is not")
        found.is_alien = True
    if text in view.unconverted:
        found.add(0.7 if words else 0.5, "in Simplified Chinese as served, while the mirror's converter had made the page Traditional")
        found.is_alien = True
    if INVISIBLE.search(text) and words:
        found.add(0.2, "invisible characters between letters")
    if words and disguise.is_mixed(text):
        found.add(0.3, "letters of two alphabets in one word")
    foreign = {domain_of(a.get("href") or "") for a in links if view.is_foreign(a.get("href") or "")}
    if foreign:
        found.add(0.3 if len(foreign) < 4 else 0.5, f"links to {len(foreign)} foreign domains: " + ", ".join(sorted(foreign)[:4]))
        if any(is_numbered(host) or is_advertiser(host, host) for host in foreign):
            found.add(0.2, "of the names that betting shops take")
        elif any(is_cheap(host) for host in foreign):
            found.add(0.1 if has_sentence(text) else 0.2, "in domains that cost next to nothing")
    if found.total + _OFF_TOPIC >= least and (share := view.share(text, is_inside)) is not None:
        low, lower = (0.12, 0.06) if HAN.search(text) else (0.2, 0.1)
        if words and share >= lower and is_inside and len(view.plain) >= _LEAST and len(own := set(grams(text))) >= _LEAST:
            share = min(share, sum(pair in view.plain for pair in own) / len(own))  # what strangers say of each other
        if share < low or (share < 0.2 and len(text) < 40 and share * len(set(grams(text))) < 1.5):  # one chance hit of a short text tells nothing
            found.is_off_topic = True
            found.pieces.insert(place, (_OFF_TOPIC if share < lower else 0.3, f"of another topic: {share:.0%} of it occurs in the page's own sentences"))
    return found
