"""The running text of a tree in pieces, walked once: the text and the lines of any part of it are slices."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Final

from lxml import etree

from qnews_scraper.visibility.boxes import INLINE

Element = etree._Element

NO_TEXT: Final = frozenset("head script style noscript template textarea select option title meta link iframe datalist button".split())
"""Elements whose text is no running text of the page."""

_BREAK: Final = "\0"
"""The piece that ends a line; no text of a tree can be it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, the innermost block that holds it, and how many of its characters stand in links."""

    text: str
    element: Element
    linked: int


class Flow:
    """The text under an element as it stood when this was made; of its first lines only, where `first` is given."""

    def __init__(self, top: Element, first: int = 0) -> None:
        self.top = top
        self._pieces: list[str] = []
        """Text, and for the start of each element "" or a break, so that no two elements start at one piece."""
        self._parents: list[Element] = []
        """The element directly in which each piece stands."""
        self._spans: dict[Element, tuple[int, int]] = {}
        """The pieces of each element, its tail left out."""
        pieces, parents, spans = self._pieces, self._parents, self._spans
        stack: list[tuple[Element, int]] = []
        is_begun = False
        left = first
        walk = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
        for event, node in walk:
            if event == "start":
                name = node.tag
                stack.append((node, len(pieces)))
                parents.append(node)
                if name in NO_TEXT:
                    pieces.append("")
                    walk.skip_subtree()
                    continue
                pieces.append("" if name in INLINE else _BREAK)
                if first and is_begun and name not in INLINE:
                    is_begun = False
                    left -= 1
                    if not left:
                        break
                if text := node.text:
                    pieces.append(text)
                    parents.append(node)
                    is_begun = is_begun or not text.isspace()
                continue
            if event == "end":
                name = node.tag
                if name not in INLINE and name not in NO_TEXT:
                    pieces.append(_BREAK)
                    parents.append(node)
                _, start = stack.pop()
                spans[node] = (start, len(pieces))
            if stack and (tail := node.tail):
                pieces.append(tail)
                parents.append(stack[-1][0])
                is_begun = is_begun or not tail.isspace()
        for node, start in stack:
            spans[node] = (start, len(pieces))

    def text(self, element: Element, gone: Set[Element] = frozenset()) -> str:
        """The running text inside an element, lines joined by a blank."""
        span = self._spans.get(element)
        if span is None:  # it stands in what is no running text of the page
            return Flow(element).text(element, gone) if isinstance(element.tag, str) else ""
        return " ".join("".join(piece for part in self._kept(span, gone) for piece in self._pieces[part]).replace(_BREAK, " ").split())

    def lines(self, gone: Set[Element], veiled: Set[Element]) -> Iterator[Line]:
        """All lines but those of elements that are gone; of the text directly in `veiled` ones nothing."""
        parts = self._kept((0, len(self._pieces)), gone)
        pieces = [piece for part in parts for piece in self._pieces[part]]
        parents = [parent for part in parts for parent in self._parents[part]]
        linked = b"".join(self._linked[part] for part in parts)
        if veiled:
            stays = [parent not in veiled or not piece or piece == _BREAK for piece, parent in zip(pieces, parents, strict=True)]
            pieces, parents, linked = [*compress(pieces, stays)], [*compress(parents, stays)], bytes(compress(linked, stays))
        at = 0
        while at < len(pieces):
            try:
                end = pieces.index(_BREAK, at)
            except ValueError:
                end = len(pieces)
            if end > at and (text := " ".join("".join(pieces[at:end]).split())):
                last = end - 1
                while not pieces[last]:
                    last -= 1
                yield Line(text, self._block(parents[last]), sum(map(len, compress(pieces[at:end], linked[at:end]))) if 1 in linked[at:end] else 0)
            at = end + 1

    def _kept(self, span: tuple[int, int], gone: Set[Element]) -> list[slice]:
        """The pieces of a span without those of elements that are gone."""
        at, end = span
        kept: list[slice] = []
        for start, stop in sorted(found for e in gone if (found := self._spans.get(e)) and span[0] <= found[0] < end):
            if start >= at:
                kept.append(slice(at, start))
                at = stop
        kept.append(slice(at, end))
        return kept

    @cached_property
    def _linked(self) -> bytes:
        """1 for each piece in a link."""
        found = bytearray(len(self._pieces))
        for element, (start, end) in self._spans.items():
            if element.tag == "a":
                found[start:end] = b"\1" * (end - start)
        return bytes(found)

    def _block(self, element: Element) -> Element:
        at = element
        while at is not self.top and (at.tag in INLINE or at.tag == "br") and (parent := at.getparent()) is not None:
            at = parent
        return at
