"""Where the texts of a line stand in its block: what can be taken out of it by itself."""

from collections.abc import Iterator, Set
from itertools import chain
from typing import Final

from lxml import etree

from qnews_scraper.cleanse.flow import Line, ends_line
from qnews_scraper.visibility.outline import INLINE

Element = etree._Element
Place = tuple[Element, str]
"""An element, and which of its texts: "element", "link", "text" or "tail"."""

_END: Final[tuple[tuple[Element | None, str, str], ...]] = ((None, "", ""),)

_DEEP: Final = 8
"""Levels of inline elements of which each is looked at as a whole."""


class Places:
    """The places of all lines of a block, read once: a block may have thousands, set apart by <br>."""

    def __init__(self, gone: Set[Element], veiled: Set[Element]) -> None:
        self._gone, self._veiled = frozenset(gone), frozenset(veiled)
        self._of_blocks: dict[Element, dict[str, list[Place]]] = {}
        self._lengths: dict[Element, int] = {}

    def of(self, line: Line) -> list[Place]:
        """The texts that stand in a line, and before its own text each inline element that holds some; of its whole block where the line as read is not found in it."""
        if line.element not in self._of_blocks:
            self._of_blocks[line.element] = self._by_line(line.element)
        found = self._of_blocks[line.element]
        return found.get(line.text) or found[""]

    def links(self, line: Line) -> list[Element]:
        """The links that stand in a line."""
        return [owner for owner, part in self.of(line) if part == "link"]

    def length(self, block: Element) -> int:
        """Characters of all texts in a block."""
        if block not in self._lengths:
            self._lengths[block] = sum(len(t.strip()) for t in block.itertext())
        return self._lengths[block]

    def _by_line(self, block: Element) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {"": []}
        places: list[Place] = []
        texts: list[str] = []
        for owner, part, text in chain(self._walk(block), _END):
            if owner is not None:
                places.append((owner, part))
                texts.append(text)
            elif line := " ".join("".join(texts).split()):
                found.setdefault(line, []).extend(places)
            if owner is None:
                found[""] += places
                places, texts = [], []
        return found

    def _walk(self, block: Element) -> Iterator[tuple[Element | None, str, str]]:
        """The places of a block with the texts that stand there, and None where a line ends."""
        depth = 0
        passed: Element | None = None
        walk = etree.iterwalk(block, events=("start", "end", "comment"))
        for event, node in walk:
            if event == "start":
                if node is not block and (node.tag not in INLINE or node in self._gone):
                    walk.skip_subtree()
                    passed = node
                    if node not in self._gone and ends_line(node.tag):
                        yield _END[0]
                    continue
                depth += 1
                if node.tag == "a":
                    yield node, "link", ""
                if 1 < depth <= _DEEP:
                    yield node, "element", ""
                if node.text:
                    yield node, "text", "" if node in self._veiled else node.text
                continue
            if event == "end":
                depth -= node is not passed
            if node.tail and node is not block:
                yield node, "tail", "" if node.getparent() in self._veiled else node.tail
