"""The cascade: which declarations win on an element.

Rules are found by the element's id, classes and name, so that the cost is elements times the rules that
could match them, not times all rules. Origins follow CSS Cascading 4: the browser's own sheet, attributes
that present, the page's sheets by weight and order, style attributes, then the important ones.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Final

from lxml import etree

from qnews_scraper.visibility.blocks import declarations
from qnews_scraper.visibility.conditions import Box, container_query, contains, told_boxes
from qnews_scraper.visibility.matching import PLACES, Ground
from qnews_scraper.visibility.outline import Outline
from qnews_scraper.visibility.selectors import Selector, selectors
from qnews_scraper.visibility.sheets import Rule, Sheet

Element = etree._Element

_BRACKETS = re.compile(r"[(\[\\]")
_COMPLEX = re.compile(r"[(\[:+~*\\]")
_LAST = re.compile(r"(?:^|[\s>+~])([a-zA-Z][\w-]*)?((?:[#.][\w-]+)*)$")
_FEW: Final = 64
"""Rules of one key, or candidates of one rule, that are asked even where a page's other rules have used up all patience."""


class Cascade:
    """The rules of a page's sheets over its tree."""

    def __init__(self, outline: Outline, sheets: Iterable[Sheet]) -> None:
        self.outline = outline
        self.sheets = tuple(sheets)
        self.ground = Ground(outline)
        self._index: dict[str, list[tuple[int, int, Rule, str]]] | None = None
        self._ready: dict[str, list[tuple[Selector, int, int, Rule]]] = {}
        self._kinds: frozenset[str] = frozenset()
        """The first characters of the keys that rules are filed under."""
        self._tops: frozenset[str] = frozenset()
        """The ancestors that rules are filed under."""
        self._found: dict[str, dict[str, list[Element]]] = {}
        self._read: dict[str, tuple[Selector, ...]] = {}
        self._boxes: dict[Element, Box] = {}
        self.strong: dict[str, str] = {}
        """What is important of what was declared last."""

    @property
    def rules(self) -> Iterator[Rule]:
        for sheet in self.sheets:
            yield from sheet.rules

    def declared(self, element: Element) -> dict[str, str]:
        """The winning value of each property that anything declares for this element."""
        winners: dict[str, str] = dict(presented(element))
        matched: list[tuple[int, tuple[int, int, int], int, Rule]] = []
        if self.sheets:
            ground = self.ground
            above = self.outline.above(element)
            for ready in self._filed_for(element, above):
                for selector, layer, order, rule in ready:
                    if selector.above <= above and selector.test(element, ground) and (not rule.containers or self._is_contained(element, rule)):
                        matched.append((layer, selector.specificity, order, rule))
            if len(matched) > 1:
                ground.left -= 2 * len(matched)
                matched.sort(key=itemgetter(0, 1, 2))
        blocks = [rule.declarations for _, _, _, rule in matched]
        own = declarations(inline) if (inline := element.get("style")) else None
        if own:
            blocks.append(own)
        strong = self.strong = dict[str, str]()
        for block in blocks:
            if "all" in block:
                winners = {prop: value for prop, value in winners.items() if prop.startswith("--")}
            for prop, (value, important) in block.items():
                (strong if important else winners)[prop] = value
        if strong and len(matched) > 1 and matched[0][0] != matched[-1][0]:  # the first layer has the last word on what is important
            matched.sort(key=lambda m: (-m[0], m[1], m[2]))
            for block in [rule.declarations for _, _, _, rule in matched] + ([own] if own else []):
                strong.update((prop, value) for prop, (value, important) in block.items() if important)
        winners.update(strong)
        return winners

    def _is_contained(self, element: Element, rule: Rule) -> bool:
        """Whether the containers around an element are as a rule asks (CSS Conditional Rules 5)."""
        above = list(element.iterancestors())
        self.ground.left -= len(above)
        if self.ground.left < 0:
            return False
        for at in [a for a in reversed(above) if a not in self._boxes]:  # from the top, as each asks those above it
            parent = at.getparent()
            self._boxes[at] = told_boxes(self.declared(at), self._boxes[parent] if parent is not None else Box())
        for prelude in rule.containers:
            name, condition, asks_size, asks_height = container_query(prelude)
            kinds = ("size",) if asks_height else ("size", "inline-size")
            boxes = (self._boxes[a] for a in above)
            box = next((box for box in boxes if (not name or name in box.names) and (not asks_size or box.kind in kinds)), None)
            if box is None or not contains(condition, box):
                return False
        return True

    def chooses(self, element: Element) -> bool:
        """Whether any rule is for this element."""
        above = self.outline.above(element)
        return any(selector.above <= above and selector.test(element, self.ground) for ready in self._filed_for(element, above) for selector, _, _, _ in ready)

    def _filed_for(self, element: Element, above: frozenset[str]) -> Iterator[list[tuple[Selector, int, int, Rule]]]:
        """The selectors that may match an element, each with the layer and the place of its rule."""
        index = self._index if self._index is not None else self._indexed()
        ground = self.ground
        for key in self._keys(element, above):
            if key not in index:
                continue
            ready = self._ready.get(key)
            if ready is None:
                ready = self._ready[key] = [(s, layer, order, rule) for layer, order, rule, text in index[key] for s in self._selectors(text)]
            ground.left -= len(ready)
            if ground.left >= 0 or len(ready) <= _FEW:
                yield ready

    def _keys(self, element: Element, above: frozenset[str]) -> list[str]:
        """The keys under which rules for an element may be filed."""
        tag = element.tag
        keys = ["*", tag] if isinstance(tag, str) else ["*"]
        name = element.get("id")
        if name:
            keys.append("#" + name)
        classes = element.get("class")
        if classes:
            keys += ("." + c for c in dict.fromkeys(classes.split()))
        if self._tops:
            keys += ("^" + key for key in self._tops & above)
        if "[" in self._kinds:
            for attribute, value in element.items():
                keys += (f"[{attribute}]", f"[{attribute}={value}]")
        if ":" in self._kinds:
            keys += (f":{name} {place}" for name, place in zip(PLACES, self.ground.places(element), strict=True))
        return keys

    def _selectors(self, text: str) -> tuple[Selector, ...]:
        """The selectors of a text; one page may have more of them than are remembered from page to page."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = selectors(text)
        return found

    def select(self, rule: Rule) -> Iterator[Element]:
        """The elements that a rule's selectors match."""
        for text, names in rule.parts:
            if self._can_match(text, names):
                for selector in self._selectors(text):
                    yield from self._matching(selector)

    def _can_match(self, text: str, names: tuple[str, ...]) -> bool:
        """Whether the ids and classes that a selector names occur on the page."""
        if names:
            return self.outline.names.issuperset(names)
        if not _BRACKETS.search(text):
            return True
        keys = self._keys_of(text)
        return len(keys) != 1 or keys[0][0] not in "#." or keys[0] in self.outline.names

    def _keys_of(self, text: str) -> list[str]:
        """The keys under which the candidates of a text's selectors are found."""
        plain = _plain_key(text)
        return [plain] if plain else list(dict.fromkeys(s.key for s in self._selectors(text)))

    def _filed(self, text: str, names: tuple[str, ...]) -> list[str]:
        """Where a selector is filed: under its last key, or, where that is a mere name, under "^" and its rarest ancestor."""
        keys = self._keys_of(text)
        if names and len(keys) == 1 and keys[0][0] not in "#.[:" and not _COMPLEX.search(text):
            return ["^" + min(names, key=self.outline.count)]
        return keys

    def select_text(self, text: str) -> Iterator[Element]:
        """The elements that a selector list matches."""
        for selector in self._selectors(text):
            yield from self._matching(selector)

    def _matching(self, selector: Selector) -> Iterator[Element]:
        outline, ground = self.outline, self.ground
        for tried, element in enumerate(self._below(selector) if selector.above else self._get(selector.key)):
            ground.left -= 1
            if ground.left < 0 and tried >= _FEW:
                return
            if (not selector.above or selector.above <= outline.above(element)) and selector.test(element, ground):
                yield element

    def _get(self, key: str) -> list[Element]:
        """The elements of a key."""
        if key[0] not in "[:":
            return self.outline.get(key)
        kind = "[" if key[0] == "[" else key.partition(" ")[0]
        found = self._found.get(kind)
        if found is None:
            found = self._found[kind] = defaultdict(list)
            which = PLACES.index(kind[1:]) if kind != "[" else 0
            for element in self.outline.elements:
                if kind != "[":
                    found[f"{kind} {self.ground.places(element)[which]}"].append(element)
                    continue
                for name, value in element.items():
                    found[f"[{name}]"].append(element)
                    found[f"[{name}={value}]"].append(element)
        return found.get(key, [])

    def _below(self, selector: Selector) -> Iterable[Element]:
        """Candidates of a selector that names ancestors: all that bear its key, or what stands below the rarest of those ancestors."""
        outline = self.outline
        candidates = self._get(selector.key)
        key = selector.key
        rarest = min(selector.above, key=lambda key: len(outline.get(key)))
        tops = outline.get(rarest)
        if key[0] in "[:" or len(tops) * 8 > len(candidates):
            return candidates
        tags = () if key[0] in ".#*" else (key,)
        below = (e for top in tops if rarest not in outline.above(top) for e in top.iterdescendants(*tags))
        if key[0] == ".":
            return (e for e in below if isinstance(e.tag, str) and key[1:] in (e.get("class") or "").split())
        return (e for e in below if isinstance(e.tag, str) and (key[0] != "#" or e.get("id") == key[1:]))

    def _indexed(self) -> dict[str, list[tuple[int, int, Rule, str]]]:
        """Those rules that could match something on this page, by the names under which their candidates are found."""
        index: dict[str, list[tuple[int, int, Rule, str]]] = defaultdict(list)
        layers = self._layers()
        borne = self.outline.names
        for order, rule in enumerate(self.rules):
            layer = layers[rule.layer] if layers else 0
            for text, names in rule.parts:
                if borne.issuperset(names) if names else self._can_match(text, names):
                    for key in self._filed(text, names):
                        index[key].append((layer, order, rule, text))
        self._index = index
        self._kinds = frozenset(key[0] for key in index)
        self._tops = frozenset(key[1:] for key in index if key[0] == "^")
        return index

    def _layers(self) -> dict[tuple[str, ...], int]:
        """The rank of each layer: later ones above earlier ones, a layer above those in it, all above what has none; empty where there is no layer."""
        names = dict.fromkeys(part for sheet in self.sheets for layer in sheet.layers for part in (layer[:n] for n in range(1, len(layer) + 1)))
        if not names:
            return {}
        first = {name: i for i, name in enumerate(names)}
        ordered = sorted(names, key=lambda name: ([first[name[:n]] for n in range(1, len(name) + 1)] + [len(first)]))
        return {(): len(ordered), **{name: i for i, name in enumerate(ordered)}}


@lru_cache(maxsize=2048)
def _plain_key(text: str) -> str:
    """The key under which a selector's candidates are found, read off its end; "" where that is not plain."""
    found = _LAST.search(text) if "\\" not in text else None
    if found is None:
        return ""
    if found[2]:
        parts: list[str] = re.findall(r"[#.][\w-]+", found[2])
        return next((p for p in parts if p[0] == "#"), parts[-1])
    return (found[1] or "").lower()


def presented(element: Element) -> Iterator[tuple[str, str]]:
    """What attributes and the browser's own sheet declare (WHATWG rendering section 15), as far as it can hide text."""
    tag = element.tag
    attributes = element.attrib
    if tag == "a" and "href" in attributes:
        yield "color", "#0000ee"
    if not attributes:
        return
    if "hidden" in attributes:
        yield ("content-visibility", "hidden") if attributes["hidden"].lower() == "until-found" else ("display", "none")
    if "popover" in attributes:
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
