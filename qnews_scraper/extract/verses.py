"""A page that holds a poem: short lines, no running text, and hardly anything else."""

import re
from collections import Counter
from collections.abc import Collection
from typing import Final

from qnews_scraper.extract.layout import HEADINGS, Layout
from qnews_scraper.extract.phrases import LABEL, is_legal

_VERSE: Final = re.compile("[^：:|｜>»@©\\d]*[\u3400-\u9fff][^：:|｜>»@©\\d]*")
_CELLS: Final = frozenset(["td", "th", "li", "dt", "dd", "option", "label", *HEADINGS])
_MOST: Final = 0.6
"""Share of a page's text which is most of it."""
_BELOW: Final = 4
"""Lines below a heading in which a poem begins, its writer's name and the day among them."""
_FEWEST: Final = 8
"""Lines of the shortest poem that is taken for one: a regulated verse has eight."""


def find_verses(page: Layout, titles: Collection[int] = ()) -> list[int]:
    """Indices of the lines of a poem that is most of its page, or of what is no link below its headline (one of `titles`); empty for any other page."""
    lines, blocks = page.lines, page.blocks
    found = [
        i
        for i, line in enumerate(lines)
        if 1.5 < line.units <= 24 and not line.linked and line.block >= 0 and blocks[line.block].tag not in _CELLS and not blocks[line.block].zone
        and _VERSE.fullmatch(line.text) and not LABEL.match(line.text) and not is_legal(line.text)
    ]  # fmt: skip
    # verses stand together: in one block, or as paragraphs or stanzas of one
    homes = {i: block.parent if (block := blocks[lines[i].block]).tag == "p" or block.last - block.first < _FEWEST else lines[i].block for i in found}
    held = Counter(homes.values())
    home = max(held, key=held.__getitem__, default=-1)
    found = [i for i in found if homes[i] == home]
    size = sum(lines[i].units for i in found)
    if len(found) < _FEWEST or size < 4.5 * len(found) or len({lines[i].text for i in found}) * 3 < len(found) * 2:
        return []
    if size >= _MOST * sum(line.units for line in lines):
        return found
    head = _headline(page, found, titles)
    return found if head >= 0 and 2 * size >= sum(line.units for line in lines[head:] if line.linked * 2 < line.units and not is_legal(line.text)) else []


def _headline(page: Layout, found: list[int], titles: Collection[int]) -> int:
    """The headline below which lines stand together, -1 without one: among menus and lists of links that tells a poem."""
    blocks = page.blocks
    if found[-1] - found[0] >= len(found) + 2:
        return -1
    return next((i for i in range(max(0, found[0] - _BELOW), found[0]) if i in titles or (page.lines[i].block >= 0 and blocks[page.lines[i].block].tag in HEADINGS)), -1)
