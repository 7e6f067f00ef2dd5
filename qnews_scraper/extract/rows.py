"""A line of the page with a blank at each border of its inline elements: margins part the words of an info row, its text does not."""

from typing import Final

from lxml import etree

from qnews_scraper.extract.layout import SKIPPED, Layout

_MOST_LINES: Final = 12
_MOST_PIECES: Final = 160
"""Where more is in a block, it is no row of information."""
_CLOSING: Final = frozenset("，,、。.;；:：)）]】》」』”’\"'%")
_OPENING: Final = frozenset("(（[【《「『“‘@#")
"""Marks that a border beside them does not part from a word."""


def parted(layout: Layout, line: int) -> str:
    """The text of a line so."""
    if line not in layout.parted:
        layout.parted[line] = _parted(layout, line)
    return layout.parted[line]


def _parted(layout: Layout, line: int) -> str:
    text = layout.lines[line].text
    block = layout.blocks[layout.lines[line].block] if layout.lines[line].block >= 0 else None
    if block is None or block.last - block.first > _MOST_LINES or not len(block.element):
        return text
    pieces = _pieces(block.element)
    own = "".join(text.split())
    at = "".join(pieces).find(own) if 1 < len(pieces) < _MOST_PIECES else -1
    if at < 0:
        return text
    borders: set[int] = set()
    for piece in pieces:
        at -= len(piece)
        if at < 0:
            if -at >= len(own):
                break
            borders.add(-at)
    kept: list[str] = []
    seen = 0
    for place, char in enumerate(text):
        if not char.isspace():
            if seen in borders and not text[place - 1].isspace() and char not in _CLOSING and text[place - 1] not in _OPENING:
                kept.append(" ")
            seen += 1
        kept.append(char)
    return "".join(kept)


def _pieces(element: etree._Element) -> list[str]:
    """The texts of an element without their blanks, one for each stretch between two tags."""
    found: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if len(found) >= _MOST_PIECES:
            break
        text = one.text if event == "start" and isinstance(one.tag, str) and one.tag not in SKIPPED else one.tail if event != "start" and one is not element else None
        if text and (piece := "".join(text.split())):
            found.append(piece)
    return found
