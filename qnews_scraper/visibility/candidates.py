"""Where something that can hide is declared: an overestimate, cheap on pages where nothing is."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final

from lxml import etree

from qnews_scraper.visibility.blocks import ANIMATED, COLOURED, DIM, HIDES, LOW, NO_ROW, OVERFLOWS, plain, told_by
from qnews_scraper.visibility.cascade import Cascade
from qnews_scraper.visibility.contrast import NEAR, distance, near, stated_colours
from qnews_scraper.visibility.mixing import colour
from qnews_scraper.visibility.outline import INLINE, Look, Outline
from qnews_scraper.visibility.sheets import Sheet
from qnews_scraper.visibility.values import Colour

Element = etree._Element

_CLOSED: Final = ("details", "dialog", "marquee")
Stated = tuple[tuple[str, str], ...]
"""Properties with their values."""
_KEPT: Final = 400
"""Length up to which attributes are remembered: pages of a site repeat theirs."""
_NAME = re.compile(r"(?:[\w-]|[^\x00-\x7f])+")
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


def stated(look: Look) -> tuple[int, Stated, Stated]:
    """What the attributes of an element say, the colours that they name as they are written, and those that a browser reads."""
    return _known(look) if sum(len(value) for _, value in look) < _KEPT else _read(look)


def _read(look: Look) -> tuple[int, Stated, Stated]:
    attributes = dict(look)
    style = attributes.get("style", "")
    clear = plain(style)
    said = told_by(clear)[0] if style else 0
    if "hidden" in attributes or "popover" in attributes:
        said |= HIDES
    written = (*stated_colours(attributes, style),)
    return said, written, written if clear == style else (*stated_colours(attributes, clear),)


_known = lru_cache(maxsize=2048)(_read)


def declared_on(outline: Outline, cascade: Cascade, animations: Mapping[str, str], paper: Callable[[], Colour | None]) -> set[Element]:
    """Elements that a rule, a style or an attribute may hide, and those that a box around them may; `paper` tells the colour behind the whole page."""
    found: set[Element] = set()
    dim: set[Element] = set()
    looks = [(elements, *stated(look)) for look, elements in outline.looks.items()]
    inks, grounds, pens = _colours(cascade.sheets, (written for _, _, written, _ in looks))
    pale = _on_paper(pens, paper) if pens else frozenset[str]()
    for name in _CLOSED:
        found.update(outline.get(name))
    for elements, said, _, colours in looks:
        if said:
            found.update(_inside(said, elements))
            if said & DIM:
                dim.update(elements)
        if said & HIDES or (said & ANIMATED and _is_animated(elements[0].get("style", ""), animations)) or any(c in inks or c in grounds or (c in pens and prop == "color") for prop, c in colours):
            found.update(elements)
    for rule in cascade.rules:
        said = rule.said
        if not said:
            continue
        if said & (NO_ROW | LOW):
            found.update(_inside(said, cascade.select(rule)))
        if said & DIM:
            dim.update(cascade.select(rule))
        if said & HIDES or (said & ANIMATED and _is_animated(rule.block, animations)):
            found.update(cascade.select(rule))
        elif said & COLOURED and (inks or grounds):
            declared = rule.declarations
            if ("color" in declared and ((ink := declared["color"][0].lower()) in inks or ink in pale)) or ("background-color" in declared and declared["background-color"][0].lower() in grounds):
                found.update(cascade.select(rule))
    found.update(e for e in dim if any(a in dim for a in e.iterancestors()))
    return found


def _is_animated(block: str, animations: Mapping[str, str]) -> bool:
    """Whether a block runs an animation with a frame that may hide something, or colours it."""
    return bool(animations) and any(told_by(animations[word])[0] & (HIDES | COLOURED) for word in {*_NAME.findall(block)} & animations.keys())


def _on_paper(pens: frozenset[str], paper: Callable[[], Colour | None]) -> frozenset[str]:
    """Those dark text colours that cannot be told from what lies behind the whole page, where that is dark."""
    ground = paper()
    return frozenset(c for c in pens if (ink := colour(c)) is not None and distance(ink, ground) <= NEAR) if ground is not None and sum(ground[:3]) <= 340 else frozenset()


def _inside(said: int, boxes: Iterable[Element]) -> Iterator[Element]:
    """What may be hidden in boxes whose style says so: below the end of a small one, or in a row that takes no room."""
    if said & NO_ROW:
        yield from (child for box in boxes for child in box.iterchildren("*"))
    elif said & OVERFLOWS and said & LOW:
        yield from (child for box in boxes for child in _further(box))


def _further(box: Element) -> Iterator[Element]:
    """The children of a box that are of another kind than its first, or alone in it, or state a place of their own."""
    kind: tuple[object, str | None] | None = None
    for child in box.iterchildren("*"):
        own = child.tag, child.get("class")
        kind = kind or own
        if child.tag not in INLINE and (len(box) == 1 or own != kind or "margin" in (child.get("style") or "")):
            yield child


def _colours(sheets: Collection[Sheet], written: Iterable[Stated]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Bright text colours near some background of the page or its white paper, backgrounds near a dark text colour, and dark text colours near one.

    Dark ones count where an element itself states them, or the whole page is dark: sheets write most of what they write in dark.
    """
    inks: set[str] = set()
    grounds: set[str] = {"#ffffff"}
    for sheet in sheets:
        inks |= sheet.colours
        grounds |= sheet.backgrounds
    for prop, value in chain.from_iterable(written):
        (inks if prop == "color" else grounds).add(value)
    if any("var(" in ground for ground in grounds):
        named = {name for ground in grounds for name in _VARIABLE.findall(ground)}
        grounds |= {value for sheet in sheets for name, value in sheet.palette if name in named}
    return near(frozenset(inks), frozenset(grounds))


def unslotted(outline: Outline) -> frozenset[Element]:
    """Children of hosts whose shadow tree, declared in a <template>, has no slot for them (WHATWG 13.2.6.4.4, CSS Scoping 3.2)."""
    found: set[Element] = set()
    hosts: set[Element] = set()
    for template in outline.get("template"):
        host = template.getparent()
        if host is not None and host not in hosts and ("shadowrootmode" in template.attrib or "shadowroot" in template.attrib):
            hosts.add(host)  # only the first makes a shadow tree
            slots = {slot.get("name") or "" for slot in template.iter("slot")}
            found.update(child for child in host.iterchildren("*") if child is not template and (child.get("slot") or "") not in slots)
    return frozenset(found)
