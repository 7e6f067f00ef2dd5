"""The parsed page: one lxml tree, whatever the source was."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree, html

from qnews_scraper.cloned import adopt
from qnews_scraper.mend import DEEPEST, LOST_ENDS, drop_controls, flatten, mend
from qnews_scraper.text.scan import is_markup
from qnews_scraper.unpacked import unpack

_CLASSES = etree.ElementDefaultClassLookup(html.HtmlElement, html.HtmlComment, html.HtmlProcessingInstruction, html.HtmlEntity)
"""One class for all elements: lxml.html's own lookup calls Python for each element that is looked at."""


_IN_HEAD: Final = frozenset("base basefont bgsound isindex link meta noframes noscript object script style template title".split())
_REFERENCE: Final = re.compile(r"&#(?:(\d{1,20})|x([0-9a-f]{1,20}));?", re.I)


@dataclass(frozen=True, slots=True)
class Tree:
    """A page as a tree. A dump without markup becomes one <p> a line, its indent kept."""

    root: html.HtmlElement
    is_dump: bool = False
    notes: tuple[str, ...] = ()
    """What had to be mended to parse it, each "kind: evidence"."""
    nodes: Sequence[etree._Element] = field(default=(), repr=False, compare=False)
    """Nodes that somebody has gone over: as long as they are held, lxml need not make them anew for who goes over them next."""

    @property
    def is_torn(self) -> bool:
        """Whether boxes lost their ends, so that one of them may hold what stood after it."""
        return any(note.startswith(LOST_ENDS) for note in self.notes)


def parse(text: str) -> Tree:
    """The tree of any text; never raises."""
    if not is_markup(text):
        return _from_lines(text)
    mended, notes = mend(_settable(text))
    root, is_cut = _parse(mended)
    if is_cut:
        notes = (*notes, f"deep: tags nested deeper than {DEEPEST} levels dropped")
        root, _ = _parse(flatten(mended))
    return _from_lines(text) if root is None else Tree(root, notes=(*notes, *adopt(root, mended), *unpack(root, mended, _fragment)))


def _settable(text: str) -> str:
    """The text without what libxml2 parses and lxml then refuses to set: form feeds, non-characters, references to controls."""
    if "\x0c" in text:
        text = text.replace("\x0c", " ")
    if "\ufffe" in text or "\uffff" in text:
        text = text.replace("\ufffe", "").replace("\uffff", "")
    if "&#" in text and any(_is_refused(*told) for told in set(_REFERENCE.findall(text))):  # a page repeats the few that it has
        text = _REFERENCE.sub(lambda m: "" if _is_refused(m[1], m[2]) else m[0], text)
    return text


def _is_refused(digits: str | None, hexadecimal: str | None) -> bool:
    code = int(digits) if digits else int(hexadecimal or "0", 16)
    return (code < 0x20 and code not in (9, 10, 13)) or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF)


def _parse(text: str) -> tuple[html.HtmlElement | None, bool]:
    """The root, and whether libxml2 gave up on the depth of the nesting."""
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", collect_ids=False)  # nothing asks libxml2 for ids
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, False
    last = parser.error_log.last_error
    if root is not None and "<body" not in text and "<BODY" not in text:
        _begin_body(root)
    return root if isinstance(root, html.HtmlElement) else None, last is not None and "depth" in str(last.message)


def _fragment(text: str) -> list[etree._Element]:
    """The elements of a piece of markup; text that stands in none of them in one of its own."""
    root, _ = _parse(f"<html><body><div>{text}</div></body></html>")
    body = None if root is None else root.find("body")
    return [] if body is None else [*body]


def _begin_body(root: etree._Element) -> None:
    """Moves what stands in the head and cannot (WHATWG 13.2.6.4.4) to the begin of the body: libxml2 knows no <header>, <main> or <section>, and begins no body at them."""
    head = root[0] if len(root) and root[0].tag == "head" else None
    if head is None or not (strays := [e for e in head.iterchildren("*") if e.tag not in _IN_HEAD]):
        return
    body = next(root.iterchildren("body"), None)
    if body is None:
        body = etree.SubElement(root, "body")
    text, body.text = body.text, None
    for place, stray in enumerate(strays):
        body.insert(place, stray)
    if text:
        strays[-1].tail = (strays[-1].tail or "") + text


def _from_lines(text: str) -> Tree:
    root = html.Element("html")
    body = etree.SubElement(root, "body")
    clean, notes = drop_controls(text)
    for line in clean.splitlines():
        if line.strip():
            etree.SubElement(body, "p").text = line
    return Tree(root, is_dump=True, notes=notes)
