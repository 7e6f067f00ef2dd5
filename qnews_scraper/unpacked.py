"""Text that waits in an attribute until a script of the page itself writes it into its element: readers see it, so it stands where the script puts it.

Lazy loaders keep paragraphs so, in `data-html` or the like. Only what a script writes as markup into the element that bears it,
or into one that it names by its id, is looked for: tips and cards wait in attributes too, for the pointer.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final
from urllib.parse import unquote

from lxml import etree

Element = etree._Element

_WRITES: Final = ("innerHTML", "outerHTML", "insertAdjacentHTML", ".html(")
"""Without which no script writes markup,"""
_READS: Final = ("getAttribute(", ".dataset", ".attr(", ".data(")
"""and without which it reads no attribute."""
_LONGEST: Final = 40_000
"""Scripts beyond it are libraries."""
_STATEMENT: Final = 400
"""Characters of a statement, and of what stands before it and tells when it runs."""
_OWNER: Final = r"(?<![\w$.)])((?:\$\([^()\n]{0,60}\)|[A-Za-z_$][\w$]{0,30}|document\.(?:getElementById|querySelector)\(\s*['\"][^'\"\n]{1,80}['\"]\s*\))(?:\.[A-Za-z_$][\w$]{0,30}|\[\w{1,9}\]){0,2}?)"
"""An element, as a script names it."""
_READ = re.compile(_OWNER + r"\.(?:getAttribute\(\s*['\"]([\w-]{2,40})['\"]|dataset\.([A-Za-z]\w{0,40})|dataset\[\s*['\"](\w{1,40})['\"]|attr\(\s*['\"]([\w-]{2,40})['\"]\s*\)|data\(\s*['\"]([\w-]{1,40})['\"]\s*\))")
_WRITE = re.compile(_OWNER + r"\.(?:(?:innerHTML|outerHTML)\s*\+?=(?!=)|insertAdjacentHTML\(|html\()")
_HELD = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]{0,30})\s*=\s*(?:(?:decodeURIComponent|unescape)\(\s*)?\Z")
"""A variable that is given what follows."""
_DECODES = re.compile(r"(?:decodeURIComponent|unescape)\(\s*\Z")
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_BY_ID = re.compile(r"document\.(?:getElementById\(\s*['\"]|querySelector\(\s*['\"]#)([\w-]+)['\"]\s*\)\Z")
_POINTER = re.compile(r"mouse(?:over|enter|move)|pointerenter|hover|toolt|popover|\btips?\b", re.I)
"""What shows a text while the pointer stands on something."""
_HUMP = re.compile("[A-Z]")
_TAG = re.compile(r"<(?:p|div|br|section|span|h[2-6])\b", re.I)
_STOPS = re.compile(r"[。！？]|[.!?][\"”’]?(?=[\s<]|$)")
_SLOT = re.compile(r"\{\{|\$\{|<%|\[\[")
_NOTE: Final = 20
"""Characters of a note that a text is being loaded, fewer than this,"""
_BEGINS: Final = 40
"""and those of the begin of a text that goes on."""
_LEAST: Final = 12
"""Characters of the shortest text that is looked for."""


def unpack(root: Element, source: str, fragment: Callable[[str], Sequence[Element]]) -> Iterator[str]:
    """Makes such texts parts of the tree, and tells of each attribute; `fragment` parses one."""
    if not any(sign in source for sign in _WRITES) or not any(sign in source for sign in _READS):
        return
    places: dict[str, tuple[str, bool]] = {}
    for script in root.iter("script"):
        if (text := script.text) and len(text) <= _LONGEST and any(sign in text for sign in _WRITES) and any(sign in text for sign in _READS):
            for name, target, is_coded in _written(text):
                places.setdefault(name, (target, is_coded))
    if not places:
        return
    bearers = [(e, name) for e in root.iter(etree.Element) for name in places.keys() & e.keys()]
    targets = {e.get("id"): e for e in root.iter(etree.Element) if e.get("id")} if any(target for target, _ in places.values()) else {}
    told: set[str] = set()
    filled: set[Element] = set()
    for bearer, name in bearers:
        target, is_coded = places[name]
        value = bearer.get(name) or ""
        if is_coded and "%" in value:
            value = unquote(value)
        place = targets.get(target) if target else bearer
        if place is None or not _TAG.search(value) or not _STOPS.search(value) or _SLOT.search(value) or len(value) < _LEAST or (place is not bearer and place in bearer.iterancestors()):
            continue
        parts = fragment(value)
        text = "".join(chain.from_iterable(part.itertext() for part in parts)).strip()
        if len(text) < _LEAST or (place not in filled and _holds_other(place, text)):
            continue
        del bearer.attrib[name]
        if place not in filled:
            filled.add(place)
            for old in [*place]:
                place.remove(old)
            place.text = None
        place.extend(parts)
        if name not in told:
            told.add(name)
            yield f"lazy: a script of the page shows what stands in {name!r}"


def _written(script: str) -> Iterator[tuple[str, str, bool]]:
    """The attributes that a script writes as markup into the element that bears them ("") or into one of an id, and whether it decodes them first."""
    reads: dict[str, list[tuple[int, str, str, bool]]] = {}
    for read in _READ.finditer(script):
        before = script[max(0, read.start() - _STATEMENT) : read.start()]
        held = _HELD.search(before)
        reads.setdefault(held[1] if held else "", []).append((read.start(), read[1], _attribute(read), _DECODES.search(before) is not None))
    for write in _WRITE.finditer(script) if reads else ():
        start = write.end()
        if _POINTER.search(script, max(0, write.start() - _STATEMENT), write.start()):
            continue
        statement = script[start : min((at for end in ";\n}" if (at := script.find(end, start, start + _STATEMENT)) >= 0), default=start + _STATEMENT)]
        told = [_last(reads[name], write.start()) for name in dict.fromkeys(_NAME.findall(statement)) if name in reads]
        at_once = _last(reads.get("", []), start + len(statement))
        into = _BY_ID.match(write[1])
        for _, owner, name, is_coded in filter(None, (*told, at_once if at_once and at_once[0] >= start else None)):
            if owner == write[1] or into:
                yield name, "" if owner == write[1] or into is None else into[1], is_coded or "decodeURIComponent" in statement


def _holds_other(element: Element, text: str) -> bool:
    """Whether an element holds a sentence that a text does not begin with: it has its own, and a script puts another language or a tip in its place."""
    held = ""
    for piece in element.itertext():
        held = (held + piece).lstrip()
        if len(held) > _BEGINS:
            break
    held = held[:_BEGINS].rstrip(" \n.…")
    return (len(held) >= _NOTE or _STOPS.search(held) is not None) and not text.startswith(held)


def _last(reads: list[tuple[int, str, str, bool]], end: int) -> tuple[int, str, str, bool] | None:
    """The last read before a place."""
    at = bisect_left(reads, (end,))
    return reads[at - 1] if at else None


def _attribute(read: re.Match[str]) -> str:
    """The name of the attribute that a script reads."""
    camel = read[3] or read[4]
    if camel:
        return "data-" + _HUMP.sub(lambda hump: "-" + hump[0].lower(), camel)
    return (read[2] or read[5] or "data-" + read[6]).lower()
