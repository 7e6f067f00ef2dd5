"""Elements whose content is not read as text: marquees of a few pixels, noscript farms, templates, field values, option lists, frames."""

import re
from collections.abc import Iterator
from itertools import chain

from qnews_scraper.cleanse.view import Element, Finding, View
from qnews_scraper.cleanse.words import advertising
from qnews_scraper.trust import Trust
from qnews_scraper.visibility.values import length

_ADDRESS = re.compile(r"<a\s|https?://", re.I)
_PIXELS = {(a, b) for a in ("0", "1", "2", "3", None) for b in ("0", "1", "2", "3", None)} - {(None, None)}
_FIELDS = ("textarea", "select", "datalist")
_NOT_READ = ("noscript", "template", "iframe", "marquee", "object", "noembed", "noframes", "xmp", "canvas", "map", *_FIELDS)


def find(view: View) -> Iterator[Finding]:
    for element in chain.from_iterable(map(view.outline.get, _NOT_READ)):
        text = " ".join(" ".join(t for t in element.itertext() if t).split())
        links = list(element.iter("a")) if len(element) else []
        if (not text and not links) or view.is_gone(element):
            continue
        yield from _judge(view, element, str(element.tag), text, links)
    for element in view.outline.get("input"):
        if (element.get("type") or "text").lower() not in ("text", "hidden", "search"):
            continue
        value = element.get("value") or ""
        if not view.advertising(value) or (found := view.suspicion(value, is_inside=False)).total < 0.6:
            continue
        yield Finding(element, "a field filled with advertising", Trust.LIKELY, found.words, "@value")


def _judge(view: View, element: Element, tag: str, text: str, links: list[Element]) -> Iterator[Finding]:
    if tag != "marquee" and not links and not (tag in ("noscript", "template") and len(text) > 60) and not _ADDRESS.search(text) and not advertising(text):
        return
    markup_links = len(re.findall(r"<a\s|https?://", text)) if tag in ("iframe", "textarea", "noembed", "noframes", "xmp") else 0
    found = view.suspicion(text, links, is_inside=False)
    if tag == "marquee":
        sizes = [s for name in ("width", "height") if (v := element.get(name)) and (s := length(v.lower() if not v.isdigit() else v + "px")) is not None]
        if sizes and min(sizes) <= 10:
            yield Finding(element, "a marquee of a few pixels", Trust.CERTAIN, (f"{min(sizes):g}px", *found.words))
        elif found.total >= 0.7 and (view.advertising(text) or any(view.is_foreign(a.get("href") or "") for a in links)):
            yield Finding(element, "a marquee of advertising", Trust.LIKELY, found.words)
        return
    if tag == "noscript":
        if found.total >= 0.3 and (links or found.total >= 0.7):
            yield Finding(element, "links for browsers without scripts", Trust.LIKELY, (f"{len(links)} links in noscript", *found.words))
        return
    if tag in ("template", "object", "canvas", "map"):
        if found.total >= 0.5 or len(links) >= 3:
            yield Finding(element, f"text inside <{tag}> that is not shown", Trust.LIKELY, (f"<{tag}>", *found.words))
        return
    if tag in _FIELDS:
        if found.total >= 0.5 and (markup_links or links or view.advertising(text)):
            yield Finding(element, f"<{tag}> filled with foreign text", Trust.LIKELY, (f"<{tag}>", *found.words))
        return
    if view.advertising(text) or found.total >= 0.7 or (found.total and tag == "iframe" and (element.get("width"), element.get("height")) in _PIXELS):
        yield Finding(element, f"fallback text inside <{tag}>", Trust.CERTAIN if tag == "iframe" else Trust.LIKELY, (f"<{tag}>", *found.words))
