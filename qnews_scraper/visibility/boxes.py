"""Whether a reader could have seen an element's text.

`gone`: no box is drawn where a reader can look, and nothing inside can change that (display, opacity,
place, size, clipping). `veiled`: the element's own text cannot be read, but a descendant may lift it
(visibility, font size, colour, indent). Layout is not done: places are judged by declared offsets that
are far beyond any screen, sizes by declared lengths.
"""

import re
from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from qnews_scraper.visibility.animations import shown
from qnews_scraper.visibility.blocks import SHORTHANDS, declarations
from qnews_scraper.visibility.candidates import declared_on, unslotted
from qnews_scraper.visibility.cascade import Cascade
from qnews_scraper.visibility.effects import functions
from qnews_scraper.visibility.layers import Layers, painted
from qnews_scraper.visibility.outline import INLINE, Outline
from qnews_scraper.visibility.places import clipped, masked, moved, transformed
from qnews_scraper.visibility.shades import LOST, smears, take, why_lost
from qnews_scraper.visibility.shapes import clips_all, draws_nothing
from qnews_scraper.visibility.sheets import Sheet
from qnews_scraper.visibility.style import Style
from qnews_scraper.visibility.substitution import is_fitted, with_root, with_surroundings, with_variables
from qnews_scraper.visibility.transforms import IDENTITY, matrix
from qnews_scraper.visibility.values import FAINT, FONT_SIZE, WIDTH, Colour, font_size, length, number

Element = etree._Element

ROOM: Final = 100.0
"""Height in pixels of a box that clips up to which it is asked what lies below its end; where more is seen, it is the beginning of a text."""
TINY: Final = 2.0
"""Font size in pixels up to which text is a line of dust."""

_UA_NONE: Final = frozenset("head script style template noscript base link meta title datalist area param source track rp noembed noframes".split())
_FALLBACK: Final = frozenset(["canvas", "video", "audio"])
"""Elements whose content is drawn only where they are not known."""
_CLIPS: Final = frozenset(["hidden", "clip", "scroll", "auto"])
_NO_TRACK = re.compile(r"0(?:px|fr)?|minmax\(\s*0(?:px)?\s*,\s*0(?:px|fr)?\s*\)")
_URL = re.compile(r"url\(\s*[\"']?#([^\"'()\s]+)[\"']?\s*\)", re.I)
_INITIAL: Final = {"color": "canvastext", "visibility": "visible", "font-size": "medium", "text-indent": "0", "white-space": "normal", "text-shadow": "none", "-webkit-text-fill-color": "currentcolor"}
"""What properties that are inherited are by themselves."""
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
        self.animations = {name: block for sheet in self.cascade.sheets for name, block in sheet.animations}
        self.registered = {name: value for sheet in self.cascade.sheets for name, value in sheet.variables}
        self.unslotted = unslotted(self.outline)
        self._styles: dict[Element, Style] = {}
        self._layers = Layers()
        self._painted: Cascade | None = None
        self._empty: dict[Element, bool] = {}
        """Whether a <clipPath> draws nothing, for those that were asked for."""

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

    @cached_property
    def root_font(self) -> float:
        """Pixels of 1rem: as the sheets say, or 100 where a script fits the page to the window so."""
        if is_fitted(self.outline):
            return 100.0
        declared = self.cascade.declared(self.outline.root) if self.outline.root.tag == "html" else {}
        told = font_size(declared.get("font-size", "medium"), FONT_SIZE)
        return FONT_SIZE if told is None else told

    def hidden(self, matters: Callable[[Element], bool]) -> Iterator[Hidden]:
        """The parts that matter and cannot be seen, outermost first, in document order; only what a rule, a style or an attribute hides.

        What matters is asked before a style is computed: most of what is hidden is empty.
        """
        candidates = declared_on(self.outline, self.cascade, self.animations, self._paper) | self.unslotted
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
        if style.gone and style.escapes:
            if style.position == "fixed" or (style.position == "absolute" and style.escapes == "absolute"):
                style.gone, style.escapes = "", ""
            elif style.position != "static":
                style.escapes = "fixed"
        if not style.gone:
            style.gone = self._why_gone(element, tag, declared, style, parent)
        if not style.gone:
            if tag in _FALLBACK:
                style.veiled = f"fallback of <{tag}>"
            else:
                style.veiled = "closed details" if tag == "details" and "open" not in element.attrib else _why_veiled(style)
            if style.veiled == LOST and self._layers.behind(self, element, style.fill or style.ink):
                style.veiled = ""
        return style

    def stated(self, element: Element) -> tuple[Style, dict[str, str]]:
        """The style of an element before it is asked whether anything of it is drawn, and the declarations it was taken from."""
        parent = element.getparent()
        return self._declared(element, str(element.tag), self.style(parent) if parent is not None else Style())

    def painted(self, element: Element) -> dict[str, str]:
        """What sheets declare for its ::before and ::after, which are boxes in it."""
        if self._painted is None:
            self._painted = Cascade(self.outline, [Sheet(tuple(painted(self.cascade.rules)))])
        return self._painted.declared(element)

    def _declared(self, element: Element, tag: str, parent: Style) -> tuple[Style, dict[str, str]]:
        """The style before it is asked whether anything of it is drawn, and the declarations it was taken from."""
        declared = self.cascade.declared(element)
        style = Style(
            gone=parent.gone, visible=parent.visible, opacity=parent.opacity, font=parent.font, ink=parent.ink, fill=parent.fill, ground=parent.ground,
            indent=parent.indent, dent=parent.dent, nowrap=parent.nowrap, shadows=parent.shadows, strokes=parent.strokes, effects=parent.effects, painted=parent.painted, is_dark=parent.is_dark,
            escapes=parent.escapes, variables=parent.variables,
            display="inline" if tag in INLINE else "none" if tag in _UA_NONE else "block",
        )  # fmt: skip
        if declared:
            strong = self.cascade.strong
            declared = self._resolved(declared, element, style, parent)
            if "animation-name" in declared:
                declared = self._animated(declared, element, strong, style, parent)
            if tag in ("html", "body"):  # what hides a whole page until its scripts have run hides nothing from readers
                declared = {name: value for name, value in declared.items() if name not in ("display", "visibility", "opacity")}
            self._take(element, declared, style, parent)
        return style, declared

    def _resolved(self, declared: dict[str, str], element: Element, style: Style, parent: Style) -> dict[str, str]:
        if "--" in " ".join(declared) and (own := {k: v for k, v in declared.items() if k.startswith("--")}):
            style.variables = {**(parent.variables or {}), **own}
        values = " ".join(declared.values())
        if "rem" in values and self.root_font != FONT_SIZE:
            declared = {prop: with_root(value, self.root_font) for prop, value in declared.items()}
        if "attr(" in values or "env(" in values:
            declared = {prop: with_surroundings(value, element) for prop, value in declared.items()}
        if "var(" in values:
            declared = with_variables(declared, ChainMap(style.variables or {}, self.registered))
            for prop in SHORTHANDS & declared.keys():
                declared.update({k: v for k, (v, _) in declarations(f"{prop}:{declared[prop]}").items()})
        if _GLOBAL.isdisjoint(map(str.lower, declared.values())):
            return declared
        if declared.get("all", "").lower() == "initial":
            declared = {**dict.fromkeys(_INITIAL, "initial"), **declared}
        if declared.get("all", "").lower() in ("initial", "unset"):
            declared = {"display": "inline", **declared}
        return {k: _INITIAL.get(k, v) if v.lower() == "initial" else v for k, v in declared.items() if v.lower() not in _GLOBAL or (v.lower() == "initial" and k in _INITIAL)}

    def _animated(self, declared: dict[str, str], element: Element, strong: Mapping[str, str], style: Style, parent: Style) -> dict[str, str]:
        """The declarations with what animations make of them; those that are important stand above (CSS Cascading 4, section 6.1)."""
        made, are_told = shown(declared, self.animations)
        if not are_told and "opacity" not in made:
            made["opacity"] = None  # what an animation lets appear is seen as soon as it has run
        own = {**declared, **{prop: value for prop, value in made.items() if value is not None and prop not in strong}}
        for prop, value in made.items():
            if value is None and prop not in strong:
                own.pop(prop, None)
        return self._resolved(own, element, style, parent)

    def _take(self, element: Element, declared: dict[str, str], style: Style, parent: Style) -> None:
        """The properties that descendants inherit or that others depend on."""
        get = declared.get
        if (value := get("font-size")) and value != "inherit":
            size = font_size(value, parent.font)
            style.font = style.font if size is None else max(0.0, size)
        if (value := get("display")) and value != "inherit":
            style.display = value.lower()
        if style.display == "inline" and (parent.flows or parent.display in ("grid", "inline-grid")):
            style.display = "block"
        if (value := get("position")) and value != "inherit":
            style.position = value.lower()
        if (value := get("visibility")) and value != "inherit":
            style.visible = value.lower()
        if (value := get("opacity")) and style.display != "contents" and (told := number(value)) is not None:
            style.opacity = parent.opacity * min(1.0, max(0.0, round(told, 6)))
        for part, inner in functions(get("filter", "")):
            if part == "opacity" and (told := number(inner)) is not None:
                style.opacity *= min(1.0, max(0.0, told))
        if (value := get("text-indent")) and (told := length(value.split()[0], style.font, WIDTH / 2)) is not None:
            style.indent = told
        if style.display != "inline" or style.position in ("absolute", "fixed") or get("float", "none") != "none":
            style.dent = style.indent
        if style.display in ("grid", "inline-grid"):
            rows, columns = (get(prop, "").lower() for prop in ("grid-template-rows", "grid-template-columns"))
            rows = rows if rows not in ("", "none") else get("grid-auto-rows", "").lower()
            style.folded = _NO_TRACK.fullmatch(rows) is not None or _NO_TRACK.fullmatch(columns) is not None
        elif style.display.endswith("flex"):
            style.flows = get("flex-direction", "row").lower().removesuffix("-reverse")
        if value := get("white-space"):
            style.nowrap = value.lower() in ("nowrap", "pre")
        style.clips = {(get("overflow-x") or "").lower(), (get("overflow-y") or "").lower()} & _CLIPS != set()
        if style.clips and (get("overflow-y") or "").lower() in ("hidden", "clip"):
            sizes = [size for prop in ("height", "max-height") if (size := length(get(prop, ""), style.font)) is not None]
            style.room = min(sizes) if sizes and min(sizes) <= ROOM else 0.0
        style.stacks = (style.position in ("relative", "absolute", "sticky") and get("z-index", "auto") != "auto") or style.position == "fixed" or style.opacity < parent.opacity or get("transform", "none") != "none" or get("isolation") == "isolate" or get("filter", "none") != "none" or get("mix-blend-mode", "normal") != "normal"
        take(declared, style, parent, is_root=element.tag == "html")

    def _why_gone(self, element: Element, tag: str, declared: dict[str, str], style: Style, parent: Style) -> str:
        get = declared.get
        if style.display in ("none", "table-column", "table-column-group") or (tag in _UA_NONE and "display" not in declared):
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
        if style.display == "contents":
            return ""
        if style.opacity <= FAINT:
            return f"opacity:{style.opacity:g}"
        if (value := get("zoom")) and (told := number(value)) is not None and 0 < told <= FAINT:
            return f"zoom:{value}"
        if get("content-visibility") == "hidden" and style.display != "inline":
            return "content-visibility:hidden"
        if (value := get("filter")) and smears(value, style.font):
            return f"filter:{value}"
        if (value := get("mask-image")) and masked(value, get("mask-mode", ""), get("mask-size", "")):
            return f"mask-image:{value}"
        if (value := get("clip-path")) and (clips_all(value, style.font, _tallest(element)) or self._clips_by_picture(value)):
            return f"clip-path:{value}"
        if parent.folded and style.clips and (length(get("min-height", "auto"), style.font) or 0.0) == 0:
            return "a row of 0 that clips"
        if parent.flows and style.clips and _is_flexed_away(declared, parent.flows):
            return "flex-basis of 0 that clips"
        made = IDENTITY if style.display == "inline" and style.position not in ("absolute", "fixed") and get("float", "none") == "none" else matrix(declared, style.font)
        return moved(declared, style, made) or clipped(tag, declared, style) or transformed(declared, style, made) or self._pushed(element, declared, style, parent) or self._layers.covered(self, element, declared, style)

    def _clips_by_picture(self, value: str) -> bool:
        """Whether a clip-path names a <clipPath> of the page that draws nothing."""
        named = _URL.match(value)
        clip = next(iter(self.outline.ids.get(named[1], ())), None) if named else None
        if clip is None or clip.tag != "clippath":
            return False
        if clip not in self._empty:
            self._empty[clip] = all(draws_nothing(part.tag, dict(part.items())) for part in clip.iterchildren("*"))
        return self._empty[clip]

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



def _is_flexed_away(declared: dict[str, str], flows: str) -> bool:
    """Whether a flexible item that clips takes no room: it begins with none, and does not grow."""
    basis = declared.get("flex-basis", "auto").lower()
    if basis not in (("0", "0px", "0%") if flows == "row" else ("0", "0px")) or (number(declared.get("flex-grow", "0")) or 0.0) > 0:
        return False
    least = declared.get("min-width" if flows == "row" else "min-height", "auto")
    sides = ("padding-left", "padding-right") if flows == "row" else ("padding-top", "padding-bottom")
    return (length(least) or 0.0) == 0 and all((length(declared.get(side, "0")) or 0.0) == 0 for side in sides)


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
    if style.dent <= -500 or (style.dent >= WIDTH / 2 and style.nowrap):
        return f"text-indent:{style.dent:g}px"
    return why_lost(style)


def _has_text(element: Element) -> bool:
    """Whether text stands directly inside an element, or an image or a field does."""
    if element.text and not element.text.isspace():
        return True
    if element.tag in ("img", "input", "video", "svg", "canvas", "object", "embed", "iframe"):
        return True
    return any(c.tail and not c.tail.isspace() for c in element)
