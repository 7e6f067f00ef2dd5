"""The running text of a tree in pieces, walked once: the text and the lines of any part of it are slices."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress
from typing import Any, Final

from lxml import etree

from qnews_scraper.visibility.outline import INLINE, Node

Element = etree._Element

NO_TEXT: Final = frozenset("head script style noscript template textarea select option title meta link iframe datalist button noframes noembed".split())
"""Elements whose text is no running text of the page."""

_BREAK: Final = "\0"
"""The piece that ends a line; no text of a tree can be it."""
_END: Final = ((None, None, None),)

_INLINE, _LINK, _SILENT, _ASIDE = 1, 2, 3, 4
_KINDS: Final[dict[Any, int]] = {**dict.fromkeys(INLINE, _INLINE), "a": _LINK, **dict.fromkeys(NO_TEXT, _SILENT), etree.Comment: _ASIDE, etree.ProcessingInstruction: _ASIDE, etree.Entity: _ASIDE}
"""What a node does to the line it stands in, by its tag: any other begins and ends one."""


def ends_line(tag: Any) -> bool:
    """Whether an element of this tag begins and ends a line of its own."""
    return not _KINDS.get(tag, 0)


def own(element: Element) -> str:
    """The text directly in an element."""
    return "".join(t for t in (element.text, *(c.tail for c in element)) if t)


@dataclass(slots=True)
class Line:
    """A line of text, the innermost block that holds it, and how many of its characters stand in links."""

    text: str
    element: Element
    linked: int


class Flow:
    """The text under an element as it stood when this was made; of its first lines only, where `first` is given."""

    def __init__(self, top: Element, nodes: Iterable[Node] | None = None, first: int = 0) -> None:
        """`nodes` are those from `top` on, where they have been read already."""
        self.top = top
        self._pieces: list[str] = []
        """Text, and for the start of each element "" or a break, so that no two elements start at one piece."""
        self._parents: list[Element] = []
        """The element directly in which each piece stands."""
        self._spans: dict[Element, tuple[int, int]] = {}
        """The pieces of each element, its tail left out."""
        self._links: list[tuple[int, int]] = []
        """The pieces of each link."""
        pieces, parents, spans = self._pieces, self._parents, self._spans
        stack: list[tuple[Element, int, str | None, int]] = []
        """What is open: its first piece (-1 in what is no running text), its tail, and what it does to a line."""
        above: Element | None = None
        """The innermost of them."""
        is_begun = False
        left = first
        # the last step closes what is open
        for node, text, tail in chain(nodes or ((n, n.text, n.tail) for n in top.iter()), _END):
            parent = None if node is None else node.getparent()
            while above is not parent and above is not None:
                _, start, rest, kind = stack.pop()
                if start >= 0:
                    if not kind:
                        pieces.append(_BREAK)
                        parents.append(above)
                    spans[above] = (start, len(pieces))
                    if kind == _LINK:
                        self._links.append((start, len(pieces)))
                above = stack[-1][0] if stack else None
                if rest and above is not None:
                    pieces.append(rest)
                    parents.append(above)
                    is_begun = is_begun or (left > 0 and not rest.isspace())
            if node is None or (above is None and node is not top):
                break
            kind = _KINDS.get(node.tag, 0)
            if above is not None and stack[-1][3] == _SILENT:
                if kind != _ASIDE:
                    stack.append((node, -1, None, _SILENT))
                    above = node
                continue
            if kind == _ASIDE:
                if tail and above is not None:
                    pieces.append(tail)
                    parents.append(above)
                    is_begun = is_begun or (left > 0 and not tail.isspace())
                continue
            stack.append((node, len(pieces), tail, kind))
            above = node
            parents.append(node)
            if kind:
                pieces.append("")
                if kind == _SILENT:
                    continue
            else:
                pieces.append(_BREAK)
                if is_begun:
                    is_begun = False
                    left -= 1
                    if not left:
                        break
            if text:
                pieces.append(text)
                parents.append(node)
                is_begun = is_begun or (left > 0 and not text.isspace())
        for node, start, _, kind in stack:
            spans[node] = (start, len(pieces))
            if kind == _LINK:
                self._links.append((start, len(pieces)))

    def text(self, element: Element, gone: Set[Element] = frozenset()) -> str:
        """The running text inside an element, lines joined by a blank."""
        span = self._spans.get(element)
        if span is None:  # it stands in what is no running text of the page
            return Flow(element).text(element, gone) if isinstance(element.tag, str) else ""
        return " ".join("".join(piece for part in self._kept(span, gone) for piece in self._pieces[part]).replace(_BREAK, " ").split())

    def lines(self, gone: Set[Element], veiled: Set[Element]) -> Iterator[Line]:
        """All lines but those of elements that are gone; of the text directly in `veiled` ones nothing."""
        pieces, parents, linked = self._pieces, self._parents, self._linked
        if gone:
            parts = self._kept((0, len(pieces)), gone)
            pieces = [piece for part in parts for piece in pieces[part]]
            parents = [parent for part in parts for parent in parents[part]]
            linked = b"".join(linked[part] for part in parts)
        if veiled:
            stays = [parent not in veiled or not piece or piece == _BREAK for piece, parent in zip(pieces, parents, strict=True)]
            pieces, parents, linked = [*compress(pieces, stays)], [*compress(parents, stays)], bytes(compress(linked, stays))
        at = 0
        ends = [i for i, piece in enumerate(pieces) if piece == _BREAK]
        for whole, end in zip("".join(pieces).split(_BREAK), chain(ends, (len(pieces),)), strict=True):
            if words := whole.split():
                last = end - 1
                while not pieces[last]:
                    last -= 1
                yield Line(" ".join(words), self._block(parents[last]), sum(map(len, compress(pieces[at:end], linked[at:end]))) if 1 in linked[at:end] else 0)
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
        for start, end in self._links:
            found[start:end] = b"\1" * (end - start)
        return bytes(found)

    def _block(self, element: Element) -> Element:
        at = element
        while at is not self.top and (at.tag in INLINE or at.tag == "br") and (parent := at.getparent()) is not None:
            at = parent
        return at
