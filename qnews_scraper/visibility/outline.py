"""One walk over a tree, for all who look for elements by name, id, class or style."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

Element = etree._Element
Node = tuple[Element, str | None, str | None]
"""An element or a comment, its text and its tail."""

_PRESENTS: Final = frozenset(["style", "hidden", "bgcolor", "text", "color"])
_UNSEEN: Final = frozenset(["script", "style", "title"])


class Outline:
    """The elements of a tree as they stood when it was made; it holds them, so that no later walk makes them anew."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._keys: dict[Element, frozenset[str]] = {}
        self.nodes: list[Element] = list(root.iter())
        """All elements and comments, in document order."""
        self.texts: list[str | None] = [node.text for node in self.nodes]
        self.tails: list[str | None] = [node.tail for node in self.nodes]
        """Kept, as lxml makes a text anew each time that it is asked for one."""
        self.elements: list[Element] = []
        """All elements, in document order."""
        looks: defaultdict[tuple[tuple[str, str], ...], list[Element]] = defaultdict(list)
        self.looks: dict[tuple[tuple[str, str], ...], list[Element]] = looks
        """Those with attributes that can hide text, by these attributes: a page repeats a few of them."""
        self.text: list[str] = []
        """All text but that of scripts, style sheets and the title."""
        named: defaultdict[str, list[Element]] = defaultdict(list)
        self.named: dict[str, list[Element]] = named
        """Elements by "name", ".class" and "#id", in document order."""
        elements, text = self.elements, self.text
        for node, told, tail in zip(self.nodes, self.texts, self.tails, strict=True):
            name = node.tag
            if isinstance(name, str):
                elements.append(node)
                named[name].append(node)
                look: tuple[tuple[str, str], ...] = ()
                for key, value in node.items():
                    if key == "class":
                        for one in value.split():
                            named["." + one].append(node)
                    elif key == "id":
                        named["#" + value].append(node)
                    elif key in _PRESENTS:
                        look += ((key, value),)
                if look:
                    looks[look].append(node)
                if told and name not in _UNSEEN:
                    text.append(told)
            if tail:
                text.append(tail)

    def below(self, top: Element) -> Iterator[Node]:
        """The nodes from an element on, and what comes after it."""
        return islice(zip(self.nodes, self.texts, self.tails, strict=True), self.nodes.index(top), None)

    def above(self, element: Element) -> frozenset[str]:
        """The names, classes and ids of all ancestors, as keys."""
        parent = element.getparent()
        return frozenset() if parent is None else self._along(parent)

    def _along(self, element: Element) -> frozenset[str]:
        chain: list[Element] = []
        at: Element | None = element
        while at is not None and at not in self._keys:
            chain.append(at)
            at = at.getparent()
        keys = frozenset[str]() if at is None else self._keys[at]
        for at in reversed(chain):
            own = {str(at.tag), *("." + c for c in (at.get("class") or "").split())}
            if name := at.get("id"):
                own.add("#" + name)
            keys = self._keys[at] = keys if own <= keys else keys | own
        return keys

    def get(self, key: str) -> list[Element]:
        """The elements of a "name", ".class", "#id", or all for "*"."""
        return self.elements if key == "*" else self.named.get(key, [])
