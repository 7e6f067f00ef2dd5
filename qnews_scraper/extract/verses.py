"""A page that holds a poem: short lines, no running text, and hardly anything else."""

import re
from collections import Counter
from typing import Final

from qnews_scraper.extract.layout import HEADINGS, Layout
from qnews_scraper.extract.phrases import LABEL, is_legal

_VERSE: Final = re.compile("[^：:|｜>»@©\\d]*[\u3400-\u9fff][^：:|｜>»@©\\d]*")
_CELLS: Final = frozenset(["td", "th", "li", "dt", "dd", "option", "label", *HEADINGS])
_FEWEST: Final = 8
"""Lines of the shortest poem that is taken for one: a regulated verse has eight."""


def find_verses(page: Layout) -> list[int]:
    """Indices of the lines of a poem that is most of its page; empty for any other page."""
    lines, blocks = page.lines, page.blocks
    found = [
        i
        for i, line in enumerate(lines)
        if 2 <= line.units <= 24 and not line.linked and line.block >= 0 and blocks[line.block].tag not in _CELLS and not blocks[line.block].zone
        and _VERSE.fullmatch(line.text) and not LABEL.match(line.text) and not is_legal(line.text)
    ]  # fmt: skip
    # verses stand together: in one block, or as paragraphs of one
    homes = {i: blocks[lines[i].block].parent if blocks[lines[i].block].tag == "p" else lines[i].block for i in found}
    held = Counter(homes.values())
    home = max(held, key=held.__getitem__, default=-1)
    found = [i for i in found if homes[i] == home]
    size = sum(lines[i].units for i in found)
    if len(found) < _FEWEST or size < 4.5 * len(found) or len({lines[i].text for i in found}) * 3 < len(found) * 2 or size < 0.6 * sum(line.units for line in lines):
        return []
    return found
