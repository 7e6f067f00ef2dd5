"""Elements whose content is not read as text: marquees of a few pixels, noscript farms, templates, field values, option lists, frames."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, is_shady
from qnews_scraper.trust import Trust
from qnews_scraper.visibility.values import length

_ADDRESS = re.compile(r"<a\s|https?://", re.I)
_PIXELS = {(a, b) for a in ("0", "1", "2", "3", None) for b in ("0", "1", "2", "3", None)} - {(None, None)}
_MARKUP = re.compile(r"<a\s|https?://")
_SMALL = re.compile(r"(?<![\w-])(?:width|height)\s*:\s*[0-2](?:\.\d+)?px", re.I)
_FIELDS = ("textarea", "select", "datalist")
_NOT_READ = ("noscript", "template", "iframe", "marquee", "object", "noembed", "noframes", "xmp", "canvas", "map", *_FIELDS)

_DEEPEST: Final = 3
"""Elements of one name inside one another that are each read: what is deeper has been read with them."""


def find(view: View) -> Iterator[Finding]:
    depths: dict[Element, int] = {}
    for element in chain.from_iterable(map(view.outline.get, _NOT_READ)):
        if not len(element) and not element.text:
            continue
        outer = next(element.iterancestors(str(element.tag)), None)
        depths[element] = depths.get(outer, 0) + 1 if outer is not None else 1
        if depths[element] > _DEEPEST:
            continue
        text = " ".join(" ".join(t for t in element.itertext() if t).split())
        links = list(element.iter("a")) if len(element) else []
        if (not text and not links) or view.is_gone(element):
            continue
        yield from _judge(view, element, str(element.tag), text, links)
    for element in view.outline.get("input"):
        if (element.get("type") or "text").lower() not in ("text", "hidden", "search"):
            continue
        value = element.get("value") or ""
        if len(value) < 2 or not (view.advertising(value) or is_tiny(element)):
            continue
        found = suspicion(view, value, is_inside=False)
        if found.total < (0.5 if is_tiny(element) else 0.6):
            continue
        yield Finding(element, "a field filled with advertising", Trust.LIKELY, found.words, "@value")


def _judge(view: View, element: Element, tag: str, text: str, links: list[Element]) -> Iterator[Finding]:
    if tag in _FIELDS:
        yield from _field(view, element, tag, text, links)
        return
    if tag == "marquee":
        yield from _marquee(view, element, text, links)
        return
    if not links and not (tag in ("noscript", "template") and len(text) > 60) and not _ADDRESS.search(text) and not advertising(text):
        return
    found = suspicion(view, text, links, is_inside=False, least=_least(element, tag, links))
    if tag == "noscript":
        if found.total >= 0.3 and (links or found.total >= 0.7):
            yield Finding(element, "links for browsers without scripts", Trust.LIKELY, (f"{len(links)} links in noscript", *found.words))
        return
    if tag in ("template", "object", "canvas", "map"):
        if found.total >= 0.5 or len(links) >= 3:
            yield Finding(element, f"text inside <{tag}> that is not shown", Trust.LIKELY, (f"<{tag}>", *found.words))
        return
    if view.advertising(text) or found.total >= 0.7 or (found.total and tag == "iframe" and (element.get("width"), element.get("height")) in _PIXELS):
        yield Finding(element, f"fallback text inside <{tag}>", Trust.CERTAIN if tag == "iframe" else Trust.LIKELY, (f"<{tag}>", *found.words))


def _marquee(view: View, element: Element, text: str, links: list[Element]) -> Iterator[Finding]:
    """A marquee of a few pixels, or of advertising; what any other says is not asked for."""
    sizes = [s for name in ("width", "height") if (v := element.get(name)) and (s := length(v.lower() if not v.isdigit() else v + "px")) is not None]
    if sizes and min(sizes) <= 10:
        found = suspicion(view, text, links, is_inside=False)
        yield Finding(element, "a marquee of a few pixels", Trust.CERTAIN, (f"{min(sizes):g}px", *found.words))
    elif view.advertising(text) or any(view.is_foreign(a.get("href") or "") for a in links):
        found = suspicion(view, text, links, is_inside=False, least=0.7)
        if found.total >= 0.7:
            yield Finding(element, "a marquee of advertising", Trust.LIKELY, found.words)


def _field(view: View, element: Element, tag: str, text: str, links: list[Element]) -> Iterator[Finding]:
    """A field or list whose text no reader asked for: addresses or advertising in it, or too small for anybody to use."""
    options = [*element.iter("option")]
    foreign = {domain_of(value) for o in options if view.is_foreign(value := o.get("value") or "")}
    told = sum(bool(advertising("".join(o.itertext()))) for o in options) if advertising(text) else 0
    is_small = is_tiny(element)
    if not links and not foreign and not is_small and (told * 3 < len(options) or not (told or _ADDRESS.search(text) or advertising(text))):  # menus of headlines
        return
    found = suspicion(view, text, links, is_inside=False)
    if told >= 3 and told * 2 >= len(options):
        found.add(0.3, f"{told} of {len(options)} options advertise")
    if foreign and any(is_shady(host, host) for host in foreign):
        found.add(0.3, f"leads to {len(foreign)} foreign domains: " + ", ".join(sorted(foreign)[:4]))
    if not found.total:
        return
    if is_small:
        found.add(0.3, "too small to use")
    if found.total >= 0.5 and (is_small or links or foreign or _MARKUP.search(text) or view.advertising(text)):
        yield Finding(element, f"<{tag}> filled with foreign text", Trust.LIKELY, (f"<{tag}>", *found.words))


def is_tiny(element: Element) -> bool:
    """Whether an element's own attributes give it a pixel or two of width or height."""
    return ((style := element.get("style")) is not None and _SMALL.search(style) is not None) or any((element.get(name) or "").removesuffix("px") in ("0", "1", "2") for name in ("width", "height"))


def _least(element: Element, tag: str, links: list[Element]) -> float:
    """The suspicion below which nothing is said of an element; 0 where each piece of evidence is."""
    if tag == "iframe" and (element.get("width"), element.get("height")) in _PIXELS:
        return 0.0
    if tag == "noscript":
        return 0.3 if links else 0.7
    if tag in ("template", "object", "canvas", "map"):
        return 0.0 if len(links) >= 3 else 0.5
    return 0.7
