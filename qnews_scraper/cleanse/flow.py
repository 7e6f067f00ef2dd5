"""The running text of a tree in pieces, walked once: the text and the lines of any part of it are slices."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, compress, islice
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


def inside(element: Element) -> str:
    """All text in an element, which is its own where it holds nothing else: to walk it takes five times as long."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def before(element: Element, parent: Element) -> tuple[Element, str, str]:
    """The text right before an element in its parent, and where it is kept: the "tail" of the one before, or the parent's "text"."""
    previous = element.getprevious()
    return (parent, "text", parent.text or "") if previous is None else (previous, "tail", previous.tail or "")


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
        pieces, parents, spans, kinds = self._pieces, self._parents, self._spans, _KINDS.get
        stack: list[tuple[Element, int, str | None, int]] = []
        """What is open: its first piece (-1 in what is no running text), its tail, and what it does to a line."""
        above: Element | None = None
        """The innermost of them."""
        silent: Element | None = None
        """The outermost of them that is no running text."""
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
                    elif kind == _LINK:
                        self._links.append((start, len(pieces)))
                    elif above is silent:
                        silent = None
                    spans[above] = (start, len(pieces))
                above = stack[-1][0] if stack else None
                if rest and above is not None:
                    pieces.append(rest)
                    parents.append(above)
                    if left and not rest.isspace():
                        is_begun = True
            if node is None or (above is None and node is not top):
                break
            kind = kinds(node.tag, 0)
            if silent is not None:
                if kind != _ASIDE:
                    stack.append((node, -1, None, _SILENT))
                    above = node
                continue
            if kind == _ASIDE:
                if tail and above is not None:
                    pieces.append(tail)
                    parents.append(above)
                    if left and not tail.isspace():
                        is_begun = True
                continue
            stack.append((node, len(pieces), tail, kind))
            above = node
            parents.append(node)
            if kind:
                pieces.append("")
                if kind == _SILENT:
                    silent = node
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
                if left and not text.isspace():
                    is_begun = True
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
        breaks, pieces = self._breaks, self._pieces
        starts, ends, whole = self._whole
        cut: list[slice] = []
        """What stays of a line in which something is left out."""
        for part in self._kept((0, len(pieces)), gone, self._own_texts(veiled)):
            at, stop = part.start, part.stop
            if cut or (at and pieces[at - 1] != _BREAK):
                end = breaks[i] if (i := bisect_left(breaks, at)) < len(breaks) else stop
                cut.append(slice(at, min(end, stop)))
                if end >= stop:
                    continue
                if (line := self._joined(cut)) is not None:
                    yield line
                cut, at = [], end + 1
            yield from islice(whole, bisect_left(starts, at), bisect_left(ends, stop))
            if (begin := max(at, breaks[i - 1] + 1 if (i := bisect_left(breaks, stop)) else 0)) < stop:
                cut.append(slice(begin, stop))
        if (line := self._joined(cut)) is not None:
            yield line

    @cached_property
    def _breaks(self) -> list[int]:
        """The pieces that end a line."""
        return [i for i, piece in enumerate(self._pieces) if piece is _BREAK]

    @cached_property
    def _whole(self) -> tuple[list[int], list[int], list[Line]]:
        """The first piece of each line that a break ends and that is not blank, that break, and the line where nothing is left out."""
        pieces, parents, linked = self._pieces, self._parents, self._linked
        starts: list[int] = []
        ends: list[int] = []
        lines: list[Line] = []
        at = 0
        for text, end in zip("".join(pieces).split(_BREAK), self._breaks, strict=False):
            if words := text.split():
                starts.append(at)
                ends.append(end)
                lines.append(self._line(words, pieces, parents, linked, at, end))
            at = end + 1
        return starts, ends, lines

    def _joined(self, parts: Sequence[slice]) -> Line | None:
        """The line of some pieces; None for one of blanks."""
        pieces = [piece for part in parts for piece in self._pieces[part]]
        if not (words := "".join(pieces).split()):
            return None
        return self._line(words, pieces, [parent for part in parts for parent in self._parents[part]], b"".join(self._linked[part] for part in parts), 0, len(pieces))

    def _line(self, words: list[str], pieces: list[str], parents: list[Element], linked: bytes, start: int, end: int) -> Line:
        last = end - 1
        while not pieces[last]:
            last -= 1
        return Line(" ".join(words), self._block(parents[last]), sum(map(len, compress(pieces[start:end], linked[start:end]))) if linked.find(1, start, end) >= 0 else 0)

    def _own_texts(self, elements: Set[Element]) -> list[tuple[int, int]]:
        """The pieces of text that stand directly in some elements."""
        return [(i, i + 1) for i, (piece, parent) in enumerate(zip(self._pieces, self._parents, strict=True)) if parent in elements and piece and piece != _BREAK] if elements else []

    def _kept(self, span: tuple[int, int], gone: Set[Element], cut: Iterable[tuple[int, int]] = ()) -> list[slice]:
        """The pieces of a span without those of elements that are gone, and without what is cut."""
        at, end = span
        kept: list[slice] = []
        for start, stop in sorted((*cut, *(found for e in self._spans.keys() & gone if span[0] <= (found := self._spans[e])[0] < end))):
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
