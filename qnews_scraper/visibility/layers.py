"""What lies behind a text, or over it, by its place and not by being around it (CSS Positioned Layout 3, CSS Grid 1).

Pages put a headline or a chapter in the colour of the page over a picture so, or over a box of another colour.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from lxml import etree

from qnews_scraper.visibility.contrast import NEAR, distance
from qnews_scraper.visibility.mixing import colour
from qnews_scraper.visibility.sheets import Rule
from qnews_scraper.visibility.style import Style
from qnews_scraper.visibility.values import Colour, length, number

Element = etree._Element


class Styles(Protocol):
    """Who knows the styles of a tree. It is given with each question: held here, the two would make a cycle."""

    def style(self, element: Element) -> Style:
        """As computed; of elements around one that is being computed."""

    def stated(self, element: Element) -> tuple[Style, dict[str, str]]:
        """Before it is asked whether anything of it is drawn, and what it was taken from; of any element."""

    def painted(self, element: Element) -> dict[str, str]:
        """What sheets declare for boxes that they put into it."""


DEEP: Final = -90.0
"""z-index of what is laid under a page; backgrounds of a block are laid at -1 or -2."""
_BOX: Final = re.compile(r"::?(?:before|after)\s*$", re.I)
_UP: Final = 5
"""Boxes around a text that are asked what stands beside them,"""
_BESIDE: Final = 8
"""and how many are, on either side."""
_PICTURES: Final = frozenset(["img", "picture", "video", "canvas", "svg"])
_LEAST: Final = 60.0
"""Pixels of a picture that a text can lie on."""
_FAR: Final = 800.0
"""and by how many it may be moved."""
_LAID: Final = frozenset(["absolute", "fixed"])
_EDGES: Final = (("top", "bottom", "height"), ("left", "right", "width"))


class Layers:
    """Answers for one tree; what was found of an element is kept, for all texts in a box ask of the same neighbours."""

    def __init__(self) -> None:
        self._held: dict[Element, tuple[Element | None, bool]] = {}
        self._crowded: dict[Element, bool] = {}

    def behind(self, styles: Styles, element: Element, ink: Colour) -> bool:
        """Whether a picture, or a box whose colour is not that of the text, lies behind an element or a box around it."""
        at = element
        for _ in range(_UP):
            parent = at.getparent()
            if parent is None or at.tag == "body":
                return False
            own, its = styles.stated(at)
            if _is_painted(styles.painted(at), ink):
                return True
            if own.own_ground:
                return False
            around = styles.style(parent)
            is_grid = around.display.endswith("grid")
            if around.position != "static" or is_grid or parent.tag == "body":
                cell = its.get("grid-area", "").replace(" ", "") if is_grid else ""
                is_laid = own.position == "absolute" and not self._is_crowded(styles, parent)
                if any(self._is_behind(styles, other, ink, is_laid, cell) for other in _beside(at)):
                    return True
            at = parent
        return False

    def _is_behind(self, styles: Styles, other: Element, ink: Colour, is_laid: bool, cell: str) -> bool:
        """Whether something beside a text lies behind it: it is laid there itself, the text is laid over it, or both are put into one cell."""
        style, its = styles.stated(other)
        if style.gone or style.display == "none" or style.visible != "visible" or style.opacity < 0.5 or _is_away(its):
            return False
        picture, has_text = self._holds(other)
        if picture is not None:
            return _is_large(picture, its) and (style.position in _LAID or is_laid or (cell != "" and its.get("grid-area", "").replace(" ", "") == cell))
        if style.position not in _LAID or has_text or not all(_spans(its, *edges) for edges in _EDGES):
            return False
        return style.ground is None or (style.own_ground and distance(style.ground, ink) > NEAR)

    def _holds(self, element: Element) -> tuple[Element | None, bool]:
        """The picture that an element is, or holds without a text; and whether text stands in it."""
        found = self._held.get(element)
        if found is None:
            has_text = _has_text(element)
            picture = element if element.tag in _PICTURES else None if has_text else next(element.iter(*_PICTURES), None)
            found = self._held[element] = picture, has_text
        return found

    def _is_crowded(self, styles: Styles, parent: Element) -> bool:
        """Whether text stands in a box that is not laid over it."""
        found = self._crowded.get(parent)
        if found is None:
            found = (parent.text is not None and not parent.text.isspace()) or any(c.tail and not c.tail.isspace() for c in parent)
            found = self._crowded[parent] = found or any(_has_text(c) and styles.stated(c)[0].position not in _LAID for _, c in zip(range(2 * _BESIDE), parent.iterchildren("*"), strict=False))
        return found

    @staticmethod
    def covered(styles: Styles, element: Element, declared: dict[str, str], style: Style) -> str:
        """Why a box that is put below others is covered by one of them; "" where it is not."""
        value = declared.get("z-index", "")
        if style.position == "static" or not value.startswith("-"):
            return ""
        if style.position in ("absolute", "fixed") and (told := number(value)) is not None and told <= DEEP:
            return f"z-index:{value} under the page"
        at = element.getparent()
        while at is not None and at.tag not in ("body", "html"):
            above = styles.style(at)
            if above.stacks:
                break
            if above.own_ground:
                return f"z-index:{value} under a cover"
            at = at.getparent()
        parent = element.getparent()
        if style.position in ("absolute", "fixed") and parent is not None:
            for sibling in _beside(element):
                # siblings that lie under each other would ask each other for ever
                beside, _ = styles.stated(sibling)
                if beside.own_ground and beside.display != "none":
                    return f"z-index:{value} under a cover"
        elif parent is not None and (cover := next(element.itersiblings("*"), None)) is not None:
            beside, own = styles.stated(cover)
            least = length(declared.get("height", ""), style.font) or style.font
            if beside.own_ground and beside.display != "none" and (length(own.get("margin-top", "0"), beside.font) or 0.0) <= -least:
                return f"z-index:{value} under a cover"
        return ""


def painted(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Rules for ::before and ::after that lay them and paint them, as if they were for the elements themselves."""
    for rule in rules:
        if "background" in rule.block and "position" in rule.block and _BOX.search(rule.chosen):
            for part in rule.chosen.split(","):
                if (chosen := _BOX.sub("", part)) != part and chosen.strip():
                    yield Rule(chosen.strip(), rule.block, rule.said)


def _is_painted(its: dict[str, str], ink: Colour) -> bool:
    """Whether such a box lies behind all of a text, and its colour, if it has one alone, is not that of the text."""
    if its.get("position", "") not in _LAID or its.get("display") == "none" or not all(_spans(its, *edges) for edges in _EDGES):
        return False
    if its.get("background-image", "none") != "none":
        return True
    own = colour(its.get("background-color", "transparent"))
    return own is not None and own[3] > 0.5 and distance(own, ink) > NEAR


def _beside(at: Element) -> Iterator[Element]:
    for is_before in (False, True):
        for _, other in zip(range(_BESIDE), at.itersiblings("*", preceding=is_before), strict=False):
            yield other


def _is_away(declared: dict[str, str]) -> bool:
    """Whether a box is moved out of that around it."""
    return any(abs(length(declared.get(name, "")) or 0.0) > _FAR for name in ("left", "right", "top", "bottom", "margin-left", "margin-top"))


def _is_large(picture: Element, declared: dict[str, str]) -> bool:
    """Whether nothing says that a picture, or the box around it of which this is declared, is smaller than a text."""
    sizes = [length(value) for value in (declared.get("width", ""), declared.get("height", ""), picture.get("width") or "", picture.get("height") or "")]
    return all(size is None or size >= _LEAST for size in sizes)


def _spans(declared: dict[str, str], start: str, end: str, size: str) -> bool:
    """Whether a box reaches from one edge of that around it to the other."""
    is_at_edge = length(declared.get(start, "")) == 0
    return (is_at_edge and length(declared.get(end, "")) == 0) or (is_at_edge and declared.get(size, "").startswith(("100", "110", "120")))


def _has_text(element: Element) -> bool:
    return any(not text.isspace() for text in element.itertext())
