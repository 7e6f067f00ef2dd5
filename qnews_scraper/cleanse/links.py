"""A link that a stranger slipped into a sentence: the sentence stays, the link goes."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from qnews_scraper.cleanse.clutter import is_tiny
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.prose import has_sentence
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, is_advertiser, is_cheap, is_numbered
from qnews_scraper.trust import Trust
from qnews_scraper.visibility.boxes import INLINE

_PLAIN: Final = frozenset(["href", "target", "rel", "title"])
"""Attributes by which no sheet gives a link a picture."""
_RECRUITS = re.compile(r"[/?&](?:ref|aff|affid|affiliate|invite|inviter|promo|agent|tgid|pid)(?:_?(?:id|code))?=\w", re.I)


def find(view: View) -> Iterator[Finding]:
    may_advertise = bool(view.present)
    for link, host, domain in view.foreign_links:
        text = "".join(link.itertext()).strip()
        if not any(c.isalnum() for c in text) and (why := _why_unseen(link, host, text)) and not view.is_gone(link):
            yield Finding(link, "a link that nobody is meant to click", Trust.LIKELY, (f"link to {domain}", why), "tags" if text else "element")
            continue
        style = link.get("style")
        evidence = _evidence(link, host, domain, style) if style or _against(host, domain) or is_numbered(domain) else []
        if not evidence and not may_advertise:
            continue
        words = advertising(text) if may_advertise and text else frozenset()
        if words:
            evidence.append((0.5, "advertising words: " + ", ".join(sorted(words))))
        parent = link.getparent()
        if not evidence or parent is None or not text or len(text) > 40 or view.is_gone(link):
            continue
        around = _around(link, parent)
        if not around.strip() and parent.tag in INLINE and (outer := parent.getparent()) is not None:
            around = _around(parent, outer)
        if not (has_sentence(around) or len(around.strip()) >= 15):
            continue
        if view.hosts[domain] == 1:
            evidence.append((0.2, "the page's only link there"))
        total = 0.3 + sum(weight for weight, _ in evidence)
        if domain in text.lower():
            total -= 0.4
        if words and all(w in around for w in words) and (share := view.share(around + text)) is not None and share >= 0.1:
            total -= 0.5
        total = round(total, 6)
        if total < 0.7:
            continue
        trust = Trust.LIKELY if total >= 1 else Trust.SUSPECT
        found = (f"link to {domain}", *(why for _, why in evidence))
        if words and view.advertising(text) and total >= 1:
            yield Finding(link, "a link slipped into a sentence, words and all", trust, found)
        else:
            yield Finding(link, "a link slipped into a sentence", trust, found, "tags")


def _why_unseen(link: Element, host: str, text: str) -> str:
    """Why a link without a word in it, amid running text, cannot be meant for readers; "" where it may draw something, as icons do by their sheet."""
    if text:
        return f"on {text!r} alone" if len(text) == 1 and (parent := link.getparent()) is not None and has_sentence(_around(link, parent) + text) else ""
    inside = [*link.iterdescendants("*")]
    if inside and all(e.tag == "img" and is_tiny(e) for e in inside):
        return "on an image of a pixel or two" if _is_amid(link) else ""
    if inside or not _PLAIN.issuperset(map(str, link.attrib)) or len((link.get("href") or "").partition("//")[2]) > len(host) + 1:
        return ""
    return "empty" if _is_amid(link) else ""


def _is_amid(link: Element) -> bool:
    """Whether sentences stand beside a link, or beside the element that holds nothing else."""
    at, parent = link, link.getparent()
    while parent is not None and len(parent) == 1 and not (parent.text or "").strip() and not (at.tail or "").strip():
        at, parent = parent, parent.getparent()
    if parent is None:
        return False
    near = (*islice(at.itersiblings("*", preceding=True), 3), *islice(at.itersiblings("*"), 1))
    beside = (at.tail or "", *("".join(e.itertext()) for e in near if next(e.iterdescendants("p", "div", "td", "li"), None) is None), *(e.tail or "" for e in near))
    return any(has_sentence(text) and len(text.strip()) >= 15 for text in beside)


def _around(link: Element, parent: Element) -> str:
    """The text beside a link, up to four elements away."""
    before = list(islice(link.itersiblings(preceding=True), 4))
    after = [link, *islice(link.itersiblings(), 4)]
    first = (parent.text or "") if len(before) < 4 else ""
    return first + "".join(e.tail or "" for e in (*reversed(before), *after))


@lru_cache(maxsize=4096)
def _against(host: str, domain: str) -> tuple[tuple[float, str], ...]:
    """What a host says against a link to it."""
    found = []
    if is_advertiser(host, domain):
        found.append((0.5, "the address speaks of advertising"))
    if is_cheap(host):
        found.append((0.4, "a domain of a sort that costs nothing"))
    return tuple(found)


def _evidence(link: Element, host: str, domain: str, style: str | None) -> list[tuple[float, str]]:
    """What address and style of a link say against it."""
    address = (link.get("href") or "").partition("//")[2]
    found = [*_against(host, domain)]
    if style:
        style = style.replace(" ", "").lower()
        if "text-decoration:none" in style and ("color:" in style or "cursor" in style):
            found.append((0.4, "styled not to look like a link"))
    if len(address) <= len(host) + 1 and is_numbered(host.removeprefix("www.")):
        found.append((0.4, "a number for a name"))
    if found and len(address) <= len(host) + 1:
        found.append((0.1, "the address is a mere host"))
    elif found and _RECRUITS.search(address):
        found.append((0.2, "the address tells who sent the reader"))
    return found
