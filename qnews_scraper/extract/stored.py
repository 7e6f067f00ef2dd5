"""Articles that a page's own scripts would write into it: markup held in a field, a template, or a string of a script."""

import html as references
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from lxml import etree

from qnews_scraper.tree import parse

_PLACES: Final = ("textarea", "template", "noscript")
_STRING: Final = re.compile(r'\\.|"((?:[^"\\]++|\\.)*+)"|' + r"'((?:[^'\\]++|\\.)*+)'", re.S)
"""A string, or a character that is escaped outside of one and begins none."""
_TAGS: Final = re.compile(r"<(?:p|br|div|section)\b[^<>]{0,300}>", re.I)
_OTHER: Final = re.compile(r"\\x([0-9a-fA-F]{2})|\\[^\"\\/bfnrtu]")
"""Escapes that JavaScript has and JSON has not."""
_STOPS: Final = re.compile(r"[。！？]|[.!?][\"”’]?(?=[\s<]|$)")
_FEWEST: Final = 80
"""Characters of the shortest text that is taken for an article."""
_MAX: Final = 2_000_000


def unfolded(root: etree._Element) -> etree._Element | None:
    """A copy of the tree in which the longest article that was held for scripts stands as text; None where none was."""
    best, at, most = "", -1, _FEWEST
    elements = list(root.iter(*_PLACES, "script"))
    for i, element in enumerate(elements):
        for text in _held(element):
            if len(text) > most and _TAGS.search(text) and len(_STOPS.findall(text)) > 1:
                best, at, most = text, i, len(text)
    if at < 0:
        return None
    copy = deepcopy(root)
    held = list(copy.iter(*_PLACES, "script"))[at]
    written: Any = parse(f"<div>{best}</div>").root.find("body")
    if written is None:
        return None
    written.tag = "div"
    body = copy.find("body")
    parent = copy if body is None else body
    if held.tag == "script" or (above := held.getparent()) is None:
        parent.append(written)
    else:
        written.tail = held.tail
        above.replace(held, written)
    return copy


def _held(element: etree._Element) -> Iterator[str]:
    """The texts that an element holds, escapes and references read."""
    source = element.text or ""
    if len(source) > _MAX:
        return
    if element.tag == "script":
        texts = [_read(found[1] or found[2] or "") for found in _STRING.finditer(source) if found.end() - found.start() > _FEWEST]
    elif element.tag == "textarea":
        texts = [source]
    else:
        texts = ["".join(etree.tostring(child, encoding="unicode") for child in element)]
    yield from (references.unescape(text) if "&lt;" in text else text for text in texts)


def _read(text: str) -> str:
    """A string of a script without its escapes; "" where they make no sense."""
    if "\\" not in text:
        return text
    text = _OTHER.sub(lambda m: f"\\u00{m[1]}" if m[1] else m[0][1:], text)
    try:
        return str(json.loads('"' + text.replace('\\"', '"').replace('"', '\\"') + '"', strict=False))
    except ValueError:
        return ""
