"""The cascade: which declarations win on an element.

Rules are found by the element's id, classes and name, so that the cost is elements times the rules that
could match them, not times all rules. Origins follow CSS Cascading 4: the browser's own sheet, attributes
that present, the page's sheets by weight and order, style attributes, then the important ones.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml import etree

from qnews_scraper.visibility.outline import Outline
from qnews_scraper.visibility.selectors import Selector, selectors
from qnews_scraper.visibility.sheets import Rule, Sheet, declarations

Element = etree._Element

_NAMES = re.compile(r"[#.](?:[\w-]|[^\x00-\x7f])+")
_COMPLEX = re.compile(r"[(\[:+~*\\]")
_LAST = re.compile(r"(?:^|[\s>+~])([a-zA-Z][\w-]*)?((?:[#.][\w-]+)*)$")


class Cascade:
    """The rules of a page's sheets over its tree."""

    def __init__(self, outline: Outline, sheets: Iterable[Sheet]) -> None:
        self.outline = outline
        self.sheets = tuple(sheets)
        self._index: dict[str, list[tuple[int, Rule, str]]] | None = None

    @property
    def rules(self) -> Iterator[Rule]:
        for sheet in self.sheets:
            yield from sheet.rules

    def declared(self, element: Element) -> dict[str, str]:
        """The winning value of each property that anything declares for this element."""
        winners: dict[str, str] = dict(presented(element))
        matched: list[tuple[tuple[int, int, int], int, Rule]] = []
        if self.sheets:
            index = self._index if self._index is not None else self._indexed()
            tag = element.tag
            keys = ["*", tag] if isinstance(tag, str) else ["*"]
            name = element.get("id")
            if name:
                keys.append("#" + name)
            classes = element.get("class")
            if classes:
                keys += ("." + c for c in dict.fromkeys(classes.split()))
            keys += ["^" + key for key in self.outline.above(element) if key[0] in ".#"]
            for key in keys:
                for order, rule, text in index.get(key, ()):
                    for selector in selectors(text):
                        if (not selector.above or selector.above <= self.outline.above(element)) and selector.test(element):
                            matched.append((selector.specificity, order, rule))
            matched.sort(key=lambda m: (m[0], m[1]))
        blocks = [rule.declarations for _, _, rule in matched]
        inline = element.get("style")
        if inline:
            blocks.append(declarations(inline))
        for block in blocks:
            for prop, (value, important) in block.items():
                if not important:
                    winners[prop] = value
        for block in blocks:
            for prop, (value, important) in block.items():
                if important:
                    winners[prop] = value
        return winners

    def select(self, rule: Rule) -> Iterator[Element]:
        """The elements that a rule's selectors match."""
        for text in _split(rule.selectors):
            if self._can_match(text):
                for selector in selectors(text):
                    yield from self._matching(selector)

    def _can_match(self, text: str) -> bool:
        """Whether all the ids and classes that a selector names occur on the page."""
        named = self.outline.named
        return all(name in named for name in names_in(text))

    def _filed(self, text: str) -> list[str]:
        """Where a selector is filed: under its last key, or, where that is a mere name, under "^" and its rarest ancestor."""
        keys = keys_of(text)
        if len(keys) == 1 and keys[0][0] not in "#." and not _COMPLEX.search(text) and (above := _NAMES.findall(text)):
            named = self.outline.named
            return ["^" + min(above, key=lambda name: len(named[name]))]
        return keys

    def select_text(self, text: str) -> Iterator[Element]:
        """The elements that a selector list matches."""
        for selector in selectors(text):
            yield from self._matching(selector)

    def _matching(self, selector: Selector) -> Iterator[Element]:
        outline = self.outline
        for element in self._below(selector) if selector.above else outline.get(selector.key):
            if (not selector.above or selector.above <= outline.above(element)) and selector.test(element):
                yield element

    def _below(self, selector: Selector) -> Iterable[Element]:
        """Candidates of a selector that names ancestors: all that bear its key, or what stands below the rarest of those ancestors."""
        outline = self.outline
        candidates = outline.get(selector.key)
        rarest = min(selector.above, key=lambda key: len(outline.get(key)))
        tops = outline.get(rarest)
        if len(tops) * 8 > len(candidates):
            return candidates
        key = selector.key
        tags = () if key[0] in ".#*" else (key,)
        below = (e for top in tops if rarest not in outline.above(top) for e in top.iterdescendants(*tags))
        if key[0] == ".":
            return (e for e in below if isinstance(e.tag, str) and key[1:] in (e.get("class") or "").split())
        return (e for e in below if isinstance(e.tag, str) and (key[0] != "#" or e.get("id") == key[1:]))

    def _indexed(self) -> dict[str, list[tuple[int, Rule, str]]]:
        """Those rules that could match something on this page, by the names under which their candidates are found."""
        index: dict[str, list[tuple[int, Rule, str]]] = defaultdict(list)
        for order, rule in enumerate(self.rules):
            for text in _split(rule.selectors):
                for key in self._filed(text) if self._can_match(text) else ():
                    index[key].append((order, rule, text))
        self._index = index
        return index


def keys_of(text: str) -> list[str]:
    """The keys under which a selector's candidates are found; read off its end where that is plain."""
    found = _LAST.search(text) if "\\" not in text else None
    if found and (found[1] or found[2]):
        if found[2]:
            parts = re.findall(r"[#.][\w-]+", found[2])
            return [next((p for p in parts if p[0] == "#"), parts[-1])]
        return [found[1].lower()]
    return list(dict.fromkeys(s.key for s in selectors(text)))


@lru_cache(maxsize=4096)
def names_in(text: str) -> tuple[str, ...]:
    """The ids and classes that must occur on a page for a selector to match anything there."""
    if "(" in text or "[" in text or "\\" in text:
        keys = keys_of(text)
        return tuple(keys) if len(keys) == 1 and keys[0][0] in "#." else ()
    return tuple(_NAMES.findall(text))


def _split(text: str) -> list[str]:
    if "(" in text or "[" in text:
        return [text]
    return [p for part in text.split(",") if (p := part.strip())]


def presented(element: Element) -> Iterator[tuple[str, str]]:
    """What attributes and the browser's own sheet declare (WHATWG rendering section 15), as far as it can hide text."""
    tag = element.tag
    attributes = element.attrib
    if tag == "a" and "href" in attributes:
        yield "color", "#0000ee"
    if not attributes:
        return
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        yield "display", "none"
    if tag == "font":
        if "color" in attributes:
            yield "color", legacy_colour(attributes["color"])
        if "size" in attributes:
            size = {"1": "10px", "-2": "10px", "2": "13px", "-1": "13px", "4": "18px", "+1": "18px", "5": "24px", "6": "32px", "7": "48px"}.get(attributes["size"])
            if size:
                yield "font-size", size
    if "bgcolor" in attributes:
        yield "background-color", legacy_colour(attributes["bgcolor"])
    if tag == "body" and "text" in attributes:
        yield "color", legacy_colour(attributes["text"])
    if "background" in attributes and tag in ("body", "table", "td", "th", "tr"):
        yield "background-image", "url"
    if tag in ("table", "td", "th", "iframe", "marquee", "img", "object", "embed", "hr"):
        for name in ("width", "height"):
            value = attributes.get(name)
            if value:
                yield name, value if value.endswith("%") else value.removesuffix("px") + "px"
    if "nowrap" in attributes:
        yield "white-space", "nowrap"


def legacy_colour(value: str) -> str:
    """A colour attribute as a CSS value: hexadecimal digits may come without their #."""
    value = value.strip()
    return "#" + value if re.fullmatch(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}", value) else value
