"""Whether a reader could have seen an element's text.

`gone`: no box is drawn where a reader can look, and nothing inside can change that (display, opacity,
place, size, clipping). `veiled`: the element's own text cannot be read, but a descendant may lift it
(visibility, font size, colour, indent). Layout is not done: places are judged by declared offsets that
are far beyond any screen, sizes by declared lengths.
"""

import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from qnews_scraper.visibility.blocks import declarations
from qnews_scraper.visibility.candidates import declared_on, unslotted
from qnews_scraper.visibility.cascade import Cascade, legacy_colour
from qnews_scraper.visibility.contrast import NEAR, distance
from qnews_scraper.visibility.outline import INLINE, Outline
from qnews_scraper.visibility.places import clipped, masked, moved, transformed
from qnews_scraper.visibility.sheets import Sheet
from qnews_scraper.visibility.style import WHITE, Style
from qnews_scraper.visibility.values import FAINT, WIDTH, Colour, colour, font_size, length, number, over

Element = etree._Element

DEEP: Final = -90.0
"""z-index of what is laid under a page; backgrounds of a block are laid at -1 or -2."""
ROOM: Final = 100.0
"""Height in pixels of a box that clips up to which it is asked what lies below its end; where more is seen, it is the beginning of a text."""
TINY: Final = 2.0
"""Font size in pixels up to which text is a line of dust."""

_UA_NONE: Final = frozenset("head script style template noscript base link meta title datalist area param source track rp noembed noframes".split())
_FALLBACK: Final = frozenset(["canvas", "video", "audio"])
"""Elements whose content is drawn only where they are not known."""
_STAYS: Final = frozenset(["forwards", "both"])
"""How an animation says that its last frame stays."""
_CLIPS: Final = frozenset(["hidden", "clip", "scroll", "auto"])
_VAR = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*))?\)")
_GLOBAL: Final = frozenset(["initial", "unset", "revert", "revert-layer"])


@dataclass(frozen=True, slots=True)
class Hidden:
    """The outermost element of a part that no reader sees."""

    element: Element
    why: str
    is_whole: bool = True
    """False: only the text directly inside the element is unreadable, something in it is not."""


class Visibility:
    """Answers for one tree; styles are computed on demand and kept."""

    def __init__(self, outline: Outline, sheets: Iterable[Sheet] = ()) -> None:
        self.outline = outline
        self.cascade = Cascade(outline, sheets)
        self.fading = frozenset(name for sheet in self.cascade.sheets for name in sheet.fading)
        self.registered = {name: value for sheet in self.cascade.sheets for name, value in sheet.variables}
        self.unslotted = unslotted(self.outline)
        self._styles: dict[Element, Style] = {}

    def style(self, element: Element) -> Style:
        """The computed style of an element."""
        chain: list[Element] = []
        at: Element | None = element
        while at is not None and at not in self._styles:
            chain.append(at)
            at = at.getparent()
        style = self._styles[at] if at is not None else Style()
        for at in reversed(chain):
            style = self._styles[at] = self._compute(at, style)
        return style

    def hidden(self, matters: Callable[[Element], bool]) -> Iterator[Hidden]:
        """The parts that matter and cannot be seen, outermost first, in document order; only what a rule, a style or an attribute hides.

        What matters is asked before a style is computed: most of what is hidden is empty.
        """
        candidates = declared_on(self.outline, self.cascade, self._paper) | self.unslotted
        if not candidates:
            return
        self.cascade.ground.rest()
        done: set[Element] = set()
        whole: set[Element] = set()
        for element in [e for e in self.outline.nodes if e in candidates] if len(candidates) > 1 else candidates:
            if element in done or self._stays_gone(element) or not matters(element):
                continue
            style = self.style(element)
            if style.gone:
                top = element
                chain = [top]
                while top not in whole and (parent := top.getparent()) is not None and self.style(parent).gone:
                    top = parent
                    chain.append(top)
                if top not in whole:  # what hides it may be no candidate: a table that clips by its attributes
                    yield Hidden(top, self.style(top).gone)
                whole.update(chain)
            elif style.veiled:
                yield from (part for part in self._veiled(element, done) if part.element is element or matters(part.element))

    def _stays_gone(self, element: Element) -> bool:
        """Whether an element lies in one that is known to be gone, out of which nothing comes."""
        at = element.getparent()
        while at is not None and at not in self._styles:
            at = at.getparent()
        return at is not None and (style := self._styles[at]).gone != "" and not style.escapes

    def _paper(self) -> Colour | None:
        """The colour behind the whole page."""
        body = next(iter(self.outline.get("body")), None)
        return None if body is None else self.style(body).ground

    def _veiled(self, top: Element, done: set[Element]) -> Iterator[Hidden]:
        """The largest wholly unreadable parts under an element whose own text is unreadable."""
        order = [e for e in top.iter(etree.Element) if isinstance(e.tag, str)]
        done.update(order)
        whole: dict[Element, bool] = {}
        for element in reversed(order):
            style = self.style(element)
            unread = bool(style.gone or style.veiled) or not _has_text(element)
            whole[element] = unread and all(whole[c] for c in element if c in whole)
        for element in order:
            parent = element.getparent()
            if element is not top and parent is not None and whole.get(parent):
                continue
            style = self.style(element)
            why = style.gone or style.veiled
            if whole[element]:
                if why:
                    yield Hidden(element, why)
            elif style.veiled and _has_text(element):
                yield Hidden(element, style.veiled, is_whole=False)

    def _compute(self, element: Element, parent: Style) -> Style:
        tag = element.tag
        if not isinstance(tag, str):
            return parent
        style, declared = self._declared(element, tag, parent)
        if style.gone and style.escapes and style.position in ("absolute", "fixed"):
            style.gone, style.escapes = "", False
        if not style.gone:
            style.gone = self._why_gone(element, tag, declared, style, parent)
        if not style.gone:
            if tag in _FALLBACK:
                style.veiled = f"fallback of <{tag}>"
            else:
                style.veiled = "closed details" if tag == "details" and "open" not in element.attrib else _why_veiled(style)
        return style

    def _declared(self, element: Element, tag: str, parent: Style) -> tuple[Style, dict[str, str]]:
        """The style before it is asked whether anything of it is drawn, and the declarations it was taken from."""
        declared = self.cascade.declared(element)
        style = Style(
            gone=parent.gone, visible=parent.visible, opacity=parent.opacity, font=parent.font, ink=parent.ink, fill=parent.fill, ground=parent.ground,
            indent=parent.indent, nowrap=parent.nowrap, shadow=parent.shadow, escapes=parent.escapes, variables=parent.variables,
            display="inline" if tag in INLINE else "none" if tag in _UA_NONE else "block",
        )  # fmt: skip
        if declared:
            declared = self._resolved(declared, style, parent)
            if tag in ("html", "body"):  # what hides a whole page until its scripts have run hides nothing from readers
                declared = {name: value for name, value in declared.items() if name not in ("display", "visibility", "opacity")}
            self._take(element, declared, style, parent)
        return style, declared

    def _resolved(self, declared: dict[str, str], style: Style, parent: Style) -> dict[str, str]:
        if "--" in " ".join(declared) and (own := {k: v for k, v in declared.items() if k.startswith("--")}):
            style.variables = {**(parent.variables or {}), **own}
        if "var(" in " ".join(declared.values()):
            known = ChainMap(style.variables or {}, self.registered)
            resolved = {}
            for prop, value in declared.items():
                for _ in range(8):
                    if "var(" not in value:
                        break
                    value = _VAR.sub(lambda m: known.get(m[1], m[2] if m[2] is not None else ""), value)[:500]
                if value.strip() and "var(" not in value:
                    resolved[prop] = value.strip()
            declared = resolved
            for prop in ("background", "margin"):
                if prop in declared:
                    declared.update({k: v for k, (v, _) in declarations(f"{prop}:{declared[prop]}").items()})
        return declared if _GLOBAL.isdisjoint(map(str.lower, declared.values())) else {k: v for k, v in declared.items() if v.lower() not in _GLOBAL}

    def _take(self, element: Element, declared: dict[str, str], style: Style, parent: Style) -> None:
        """The properties that descendants inherit or that others depend on."""
        get = declared.get
        if (value := get("font-size")) and value != "inherit":
            size = font_size(value, parent.font)
            style.font = style.font if size is None else max(0.0, size)
        if (value := get("display")) and value != "inherit":
            style.display = value.lower()
        if (value := get("position")) and value != "inherit":
            style.position = value.lower()
        if (value := get("visibility")) and value != "inherit":
            style.visible = value.lower()
        if (value := get("opacity")) and (told := number(value)) is not None:
            # what an animation lets appear is seen as soon as it has run
            style.opacity = parent.opacity * (min(1.0, max(0.0, round(told, 6))) if told > FAINT or get("animation", "none").lower() in ("none", "initial") else 1.0)
        if (value := get("text-indent")) and (told := length(value, style.font, WIDTH / 2)) is not None:
            style.indent = told
        if self.fading and (value := get("animation")) and (words := value.split()) and not self.fading.isdisjoint(words) and not _STAYS.isdisjoint(words):
            style.opacity = 0.0
        style.folded = style.display in ("grid", "inline-grid") and get("grid-template-rows", "").lower() in ("0", "0px", "0fr")
        if value := get("white-space"):
            style.nowrap = value.lower() in ("nowrap", "pre")
        if value := get("text-shadow"):
            style.shadow = value.lower() not in ("none", "inherit") or (value == "inherit" and parent.shadow)
        if (value := get("color")) and value.lower() not in ("inherit", "currentcolor"):
            style.ink = colour(legacy_colour(value)) or style.ink
        elif value:
            style.ink = parent.ink
        if value := get("-webkit-text-fill-color"):
            style.fill = colour(value)
        if (get("background-clip") or get("-webkit-background-clip") or "").lower() == "text":
            style.ground = None
        else:
            self._ground(declared, style)
        style.clips = {(get("overflow-x") or "").lower(), (get("overflow-y") or "").lower()} & _CLIPS != set()
        if style.clips and (get("overflow-y") or "").lower() in ("hidden", "clip"):
            sizes = [size for prop in ("height", "max-height") if (size := length(get(prop, ""), style.font)) is not None]
            style.room = min(sizes) if sizes and min(sizes) <= ROOM else 0.0
        style.stacks = (style.position in ("relative", "absolute", "sticky") and get("z-index", "auto") != "auto") or style.position == "fixed" or style.opacity < parent.opacity or get("transform", "none") != "none"

    def _ground(self, declared: dict[str, str], style: Style) -> None:
        value = declared.get("background-color")
        if value and (ground := colour(value)) is not None and ground[3] > 0.02:
            style.own_ground = ground[3] > 0.9
            style.ground = over(ground, style.ground or WHITE) if ground[3] > 0.9 or style.ground is not None else None
        if (value := declared.get("background-image")) and value.lower() != "none":
            style.ground = None

    def _why_gone(self, element: Element, tag: str, declared: dict[str, str], style: Style, parent: Style) -> str:
        get = declared.get
        if style.display == "none" or (tag in _UA_NONE and "display" not in declared):
            return "display:none"
        if tag == "dialog" and "open" not in element.attrib and "display" not in declared:
            return "closed dialog"
        above = element.getparent()
        if above is not None and above.tag == "details" and "open" not in above.attrib and (tag != "summary" or next(above.iterchildren("summary"), None) is not element):
            return "closed details"
        if above is not None and above.tag in _FALLBACK:
            return f"fallback of <{above.tag}>"
        if element in self.unslotted:
            return "no slot in the shadow tree of its host"
        if not declared and tag != "marquee":
            return self._pushed(element, declared, style, parent) if parent.room else ""
        if style.opacity <= FAINT:
            return f"opacity:{style.opacity:g}"
        if (value := get("zoom")) and (told := number(value)) is not None and 0 < told <= FAINT:
            return f"zoom:{value}"
        if get("content-visibility") == "hidden":
            return "content-visibility:hidden"
        if (value := get("filter")) and (found := re.search(r"opacity\(\s*([\d.]+%?)\s*\)", value)) and (told := number(found[1])) is not None and told <= FAINT:
            return f"filter:{found[0]}"
        if (value := get("mask-image")) and masked(value):
            return f"mask-image:{value}"
        if parent.folded and style.clips and (length(get("min-height", "auto"), style.font) or 0.0) == 0:
            return "a row of 0 that clips"
        return moved(declared, style) or clipped(tag, declared, style) or transformed(declared, style) or self._pushed(element, declared, style, parent) or self._covered(element, declared, style)

    def _pushed(self, element: Element, declared: dict[str, str], style: Style, parent: Style) -> str:
        """Out of a box that clips: pushed below its end by what stands before it (a spacer, for things of one kind scroll by turns), or pulled above it by more than its own height."""
        above = element.getparent()
        if not parent.room or above is None or style.position not in ("static", "relative") or style.display in ("inline", "inline-block"):
            return ""
        rise = -(length(declared.get("margin-top", "0"), style.font) or 0.0)
        if rise > 0 and rise >= _tallest(element):
            return f"pulled out of a box of {parent.room:g}px"
        taken = _height(declared, style, ("margin-top", "padding-top"))
        for sibling in _some(element.itersiblings("*", preceding=True)):
            if sibling.tag == element.tag and sibling.get("class") == element.get("class"):
                continue
            beside, own = self._declared(sibling, str(sibling.tag), parent)
            if beside.position in ("static", "relative") and own.get("float", "none") == "none" and beside.display not in ("none", "inline"):
                taken += _height(own, beside, ("height", "margin-top", "margin-bottom", "padding-top", "padding-bottom"))
        return f"pushed out of a box of {parent.room:g}px" if taken >= parent.room else ""

    def _covered(self, element: Element, declared: dict[str, str], style: Style) -> str:
        value = declared.get("z-index", "")
        if style.position == "static" or not value.startswith("-"):
            return ""
        if style.position in ("absolute", "fixed") and (told := number(value)) is not None and told <= DEEP:
            return f"z-index:{value} under the page"
        at = element.getparent()
        while at is not None and at.tag not in ("body", "html"):
            above = self.style(at)
            if above.stacks:
                break
            if above.own_ground:
                return f"z-index:{value} under a cover"
            at = at.getparent()
        parent = element.getparent()
        if style.position in ("absolute", "fixed") and parent is not None:
            for sibling in (*_some(element.itersiblings("*")), *_some(element.itersiblings("*", preceding=True))):
                # siblings that lie under each other would ask each other for ever
                beside, _ = self._declared(sibling, str(sibling.tag), self.style(parent))
                if beside.own_ground and beside.display != "none":
                    return f"z-index:{value} under a cover"
        elif parent is not None and (cover := next(element.itersiblings("*"), None)) is not None:
            beside, own = self._declared(cover, str(cover.tag), self.style(parent))
            least = length(declared.get("height", ""), style.font) or style.font
            if beside.own_ground and beside.display != "none" and (length(own.get("margin-top", "0"), beside.font) or 0.0) <= -least:
                return f"z-index:{value} under a cover"
        return ""


def _tallest(element: Element) -> float:
    """Pixels that an element takes at most, in lines of twenty characters."""
    return sum(26.0 * (1 + len(text) // 20) for text in element.itertext())


def _height(declared: dict[str, str], style: Style, props: tuple[str, ...]) -> float:
    return sum(length(declared[prop], style.font) or 0.0 for prop in props if prop in declared)


def _some(elements: Iterator[Element]) -> Iterator[Element]:
    for _, element in zip(range(8), elements, strict=False):
        yield element


def _why_veiled(style: Style) -> str:
    if style.visible != "visible":
        return f"visibility:{style.visible}"
    if style.font <= TINY:
        return f"font-size:{style.font:g}px"
    if style.indent <= -500 or (style.indent >= WIDTH / 2 and style.nowrap):
        return f"text-indent:{style.indent:g}px"
    ink = style.fill or style.ink
    if style.shadow:
        return ""
    if style.ground is None:
        return ""
    if ink[3] <= FAINT:
        return "transparent text"
    return "text in the colour of its background" if _is_lost(ink, style.ground) else ""


@lru_cache(maxsize=256)
def _is_lost(ink: Colour, ground: Colour) -> bool:
    """Whether text cannot be told from its background; a page has few of either."""
    return distance(over(ink, ground), ground) <= NEAR


def _has_text(element: Element) -> bool:
    """Whether text stands directly inside an element, or an image or a field does."""
    if element.text and not element.text.isspace():
        return True
    if element.tag in ("img", "input", "video", "svg", "canvas", "object", "embed", "iframe"):
        return True
    return any(c.tail and not c.tail.isspace() for c in element)
