"""What stands outside the document: before its doctype, or after its end."""

import re
from collections.abc import Iterator

from lxml import etree

from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.flow import NO_TEXT
from qnews_scraper.cleanse.prose import has_sentence
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import is_shady
from qnews_scraper.mend import END_OF_DOCUMENT, START_OF_DOCUMENT
from qnews_scraper.trust import Trust

_IMPRINT = re.compile("编辑|編輯|记者|記者|版权|版權|来源|作者|备案|电话|地址|copyright|©", re.I)


def find(view: View) -> Iterator[Finding]:
    if not any(n.startswith(("end of document", "before-document")) for n in view.tree.notes):
        return
    marks = [c for c in view.root.iter(etree.Comment) if c.text in (END_OF_DOCUMENT, START_OF_DOCUMENT)]
    for mark in marks:
        if mark.text == START_OF_DOCUMENT:
            yield from _before(view, mark)
    ends = [m for m in marks if m.text == END_OF_DOCUMENT]
    for i, mark in enumerate(ends):
        following = ends[i + 1] if i + 1 < len(ends) else None
        yield from _after(view, mark, following)


def _before(view: View, mark: Element) -> Iterator[Finding]:
    parent = mark.getparent()
    if parent is None:
        return
    found: list[Finding] = []
    if parent.text and parent.text.strip() and parent.index(mark) >= 0:
        found += _judge(view, parent, "text", parent.text, "before the doctype", 0.7)
    beside = [*mark.itersiblings(preceding=True)]
    for element in beside:
        found += _piece(view, element, "before the doctype", 0.7)
    taken = {(f.element, f.part) for f in found if f.trust is not Trust.SUSPECT}
    yield from (f for f in found if not taken or f.trust is not Trust.SUSPECT)
    if taken:  # what stands beside goes with it, unless it is of the page
        places = [(parent, "text", parent.text), *((e, "tail", e.tail) for e in beside)]
        for element, part, text in places:
            if text and text.strip() and (element, part) not in taken and element not in view.gone and (view.share(text) or 0.0) < 0.06:
                yield Finding(element, "text before the doctype", Trust.LIKELY, ("before the doctype", "beside what is not the page's"), part)


def _after(view: View, mark: Element, stop: Element | None) -> Iterator[Finding]:
    """Siblings after the end, and after each ancestor that was still open; up to the next mark."""
    pieces = [*_following(mark, stop)]
    together = " ".join(view.flow.text(e, view.gone) if part == "element" else (e.tail or "") for e, part in pieces)
    share = view.share(together) if together else None
    own = any((href := a.get("href") or "").startswith("/") and not href.startswith("//") for e, part in pieces if part == "element" for a in e.iter("a"))
    # the rest of an article that a stray end cut is long or ends its sentences; a short line need not be foreign in every word
    is_short = len(together) < 80 and "。" not in together and not _IMPRINT.search(together)
    is_alien = share is not None and share < (0.2 if is_short else 0.06) and len(together) < 2000 and not own and stop is None
    if stop is not None and share is not None and share < 0.06 and len(together) < 600 and not own:  # another document, put behind this one, begins with its heading
        is_alien = any(part == "element" and e.tag in ("h1", "title") for e, part in pieces) and any(view.is_foreign(a.get("href") or "") for e, part in pieces if part == "element" for a in e.iter("a"))
    for element, part in pieces:
        text = view.flow.text(element, view.gone) if part == "element" else (element.tail or "").strip()
        if text:
            yield from _judge(view, element, part, text, "after the end of the document", 0.5, is_alien, stop is not None)


def _following(mark: Element, stop: Element | None) -> Iterator[tuple[Element, str]]:
    if mark.tail and mark.tail.strip():
        yield mark, "tail"
    held = set(stop.iterancestors()) if stop is not None else set()
    at: Element | None = mark
    while at is not None and at.tag not in ("body", "html"):
        for element in at.itersiblings():
            if element is stop or element in held:
                return
            if isinstance(element.tag, str) and element.tag not in NO_TEXT:
                yield element, "element"
            if element.tail and element.tail.strip():
                yield element, "tail"
        at = at.getparent()
        if at is not None and at.tail and at.tail.strip() and at.tag not in ("body", "html"):
            yield at, "tail"


def _piece(view: View, element: Element, place: str, weight: float) -> Iterator[Finding]:
    if isinstance(element.tag, str) and element.tag not in NO_TEXT and element not in view.gone:
        text = view.flow.text(element, view.gone)
        if text:
            yield from _judge(view, element, "element", text, place, weight)
    if element.tail and element.tail.strip():
        yield from _judge(view, element, "tail", element.tail, place, weight)


def _judge(view: View, element: Element, part: str, text: str, place: str, weight: float, is_alien: bool = False, is_between: bool = False) -> Iterator[Finding]:
    if element in view.gone:
        return
    links = list(element.iter("a")) if part == "element" else []
    found = suspicion(view, text, links)
    linked = sum(len(view.label(a)) for a in links)
    if linked * 2 > len(text) and not has_sentence(text):
        found.add(0.3, "links and little else")
    elif not has_sentence(text) and len(text) < 200 and place.startswith("before"):
        found.add(0.2, "no sentence")
    if is_alien and not found.is_off_topic:
        found.add(0.3, "hardly a word of it on the page")
    if len(text) < 200 and _IMPRINT.search(text) and not view.advertising(text):
        found.add(-0.3, "like an imprint")
    total = round(found.total + weight, 6)
    is_foreign = is_alien or bool(view.advertising(text)) or any(view.is_foreign(a.get("href") or "") for a in links) or "list" in " ".join(found.words) or "Japanese" in " ".join(found.words)
    if is_between:  # a further end follows: the one before it may be a stray end in mid-article
        is_away = linked * 2 > len(text) and any(is_shady(host, host) for a in links if (host := domain_of(a.get("href") or "")) and view.is_foreign(a.get("href") or ""))
        is_foreign = is_alien or is_away or len(view.advertising(text)) >= 2 or "Japanese" in " ".join(found.words)
    if total >= 1 and (is_foreign or (place.startswith("before") and found.total >= 0.5)):
        yield Finding(element, f"text {place}", Trust.LIKELY, (place, *found.words), part)
    elif found.total >= 0.3:
        yield Finding(element, f"text {place}", Trust.SUSPECT, (place, *found.words), part)
