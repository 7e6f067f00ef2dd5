"""One walk over a tree, for all who look for elements by name, id, class or style."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, filterfalse, islice
from typing import Any, Final

from lxml import etree

Element = etree._Element
Node = tuple[Element, str | None, str | None]
"""An element or a comment, its text and its tail."""
Look = tuple[tuple[str, str], ...]
"""Attributes with their values."""

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var".split()
)
"""Elements that a browser lays out in a line of their parent's text."""
_PRESENTS: Final = frozenset(["style", "hidden", "popover", "bgcolor", "text", "color"])
_UNSEEN: Final = frozenset(["script", "style", "title", etree.Comment, etree.ProcessingInstruction, etree.Entity])


class Outline:
    """The elements of a tree as they stood when it was made; it holds them, so that no later walk makes them anew."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._keys: dict[Element, frozenset[str]] = {}
        self._counts: dict[str, int] = {}
        self.nodes: list[Element] = list(root.iter())
        """All elements and comments, in document order."""
        self.texts: list[str | None] = []
        """Their texts, but those of scripts, style sheets, titles and comments."""
        self.tails: list[str | None] = [node.tail for node in self.nodes]
        """Both are kept, as lxml makes a text anew each time that it is asked for one."""
        tags: defaultdict[Any, list[Element]] = defaultdict(list)
        ids: defaultdict[str, list[Element]] = defaultdict(list)
        classes: defaultdict[str, list[Element]] = defaultdict(list)
        looks: defaultdict[Look, list[Element]] = defaultdict(list)
        tell = self.texts.append
        for node in self.nodes:
            tag = node.tag
            tags[tag].append(node)
            tell(None if tag in _UNSEEN else node.text)
            look: Look = ()
            keys = node.keys()  # a value takes longer to make than a name, and most are addresses
            for key in keys:
                if key == "class":
                    classes[node.get(key, "")].append(node)
                elif key == "id":
                    ids[node.get(key, "")].append(node)
                elif key in _PRESENTS:
                    look += ((key, node.get(key, "")),)
            if look:
                looks[look].append(node)
        self.tags: dict[str, list[Element]] = {tag: bearers for tag, bearers in tags.items() if isinstance(tag, str)}
        """Elements by name, and like those of one id in document order."""
        self.ids: dict[str, list[Element]] = ids
        self.looks: dict[Look, list[Element]] = looks
        """Elements with attributes that can hide text, by these attributes: a page repeats a few of them."""
        self._classes: dict[str, list[Element]] = classes
        """By whole class attributes: a page repeats these too."""

    @cached_property
    def elements(self) -> list[Element]:
        """All elements, in document order."""
        return [node for node in self.nodes if isinstance(node.tag, str)]

    @cached_property
    def text(self) -> str:
        """All text but blanks, a line or more for each piece."""
        return "\n".join(filterfalse(str.isspace, filter(None, chain.from_iterable(zip(self.texts, self.tails, strict=True)))))

    @cached_property
    def named(self) -> dict[str, list[list[Element]]]:
        """Elements by ".class" and "#id", in one list or more."""
        found: defaultdict[str, list[list[Element]]] = defaultdict(list)
        for value, bearers in self._classes.items():
            for name in dict.fromkeys(value.split()):
                found["." + name].append(bearers)
        found.update(("#" + name, [bearers]) for name, bearers in self.ids.items())
        return dict(found)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every ".class" and "#id" that an element bears."""
        return frozenset(self.named)

    @cached_property
    def _places(self) -> dict[Element, int]:
        return {node: place for place, node in enumerate(self.nodes)}

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
        """The elements of a "name", ".class", "#id", or all for "*", in document order."""
        if key == "*":
            return self.elements
        if key[0] not in ".#":
            return self.tags.get(key, [])
        lists = self.named.get(key, [])
        if len(lists) > 1:
            lists = self.named[key] = [sorted(chain.from_iterable(lists), key=self._places.__getitem__)]
        return lists[0] if lists else []

    def of_class(self, value: str) -> list[Element]:
        """The elements of a whole class attribute, in document order."""
        return self._classes.get(value, [])

    def count(self, name: str) -> int:
        """How many elements bear a ".class" or "#id"."""
        found = self._counts.get(name)
        if found is None:
            found = self._counts[name] = sum(map(len, self.named[name]))
        return found
