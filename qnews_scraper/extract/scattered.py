"""A text whose paragraphs stand in boxes of their own beside each other, with nothing around them but the page itself: chapters, cards, modules of page builders."""

from typing import Final, NamedTuple

from qnews_scraper.extract.layout import Block, Layout
from qnews_scraper.extract.phrases import COMMENT, END, RELATED, is_legal
from qnews_scraper.extract.weigh import Weights

_LEAST: Final = 15.0
"""Weight of a box of the text,"""
_MANY: Final = 3
"""and how many such boxes must stand beside the one that was found,"""
_MUCH: Final = 80.0
"""where they have not several lines of this weight together,"""
_SHARE: Final = 0.8
"""with at least this share of its own weight."""
_MORE: Final = 1.2
"""How much heavier than what it holds a box may be that is passed on the way up."""
_SHARE_ALIKE: Final = 0.3
"""or one such box is enough, if it is of one kind with the first, with this share of its weight."""
_STOPS: Final = "。！？”」』…．.!?"
_BETWEEN: Final = 2
"""Boxes without text that may stand between two of them: pictures, subheads, controls,"""
_SMALL: Final = 40.0
"""of as many units at most."""


class Row(NamedTuple):
    """The block around such boxes, and their lines."""

    root: int
    first: int
    last: int


def row_of(page: Layout, weights: Weights, root: int) -> Row | None:
    """The boxes on both sides of a block, or of one that holds hardly more, that go on with its text; None where they are few."""
    blocks = page.blocks
    here = _weight(weights, blocks[root])
    at = root
    while (parent := blocks[at].parent) > 0:
        siblings = _children(page, parent)
        place = siblings.index(at)
        found = [*_going_on(page, weights, siblings[:place][::-1]), *_going_on(page, weights, siblings[place + 1 :])]
        more = sum(_weight(weights, blocks[b]) for b in found)
        lines = sum(blocks[b].last - blocks[b].first for b in found)
        if ((len(found) >= _MANY or (lines > 1 and more >= _MUCH)) and more >= _SHARE * here) or (found and more >= _SHARE_ALIKE * here and all(_are_alike(blocks[b], blocks[at]) for b in found)):
            return Row(parent, min(blocks[b].first for b in (*found, at)), max(blocks[b].last for b in (*found, at)))
        if _weight(weights, blocks[parent]) > _MORE * here or blocks[parent].last - blocks[parent].first > blocks[at].last - blocks[at].first + _BETWEEN:
            return None
        at = parent
    return None


def _children(page: Layout, parent: int) -> list[int]:
    found = []
    child = parent + 1
    while child < page.blocks[parent].end:
        found.append(child)
        child = page.blocks[child].end
    return found


def _are_alike(one: Block, other: Block) -> bool:
    """Whether two boxes bear the same class, as slides and chapters do."""
    name = other.element.get("class")
    return bool(name) and one.tag == other.tag and not {*(one.element.get("class") or "").split()}.isdisjoint(str(name).split())


def _weight(weights: Weights, block: Block) -> float:
    return weights.sums[block.last] - weights.sums[block.first]


def _going_on(page: Layout, weights: Weights, siblings: list[int]) -> list[int]:
    """Those of some siblings, nearest first, that hold text, as far as nothing else stands between them."""
    found: list[int] = []
    between = 0
    for b in siblings:
        block = page.blocks[b]
        lines = page.lines[block.first : block.last]
        if not lines:
            continue
        units = sum(line.units for line in lines)
        is_bare = sum(line.linked for line in lines) <= 0.1 * units and block.zone in ("", "caption")
        if not is_bare or any(END.match(line.text) or RELATED.match(line.text) or COMMENT.match(line.text) or is_legal(line.text) for line in lines):
            break
        if block.zone == "" and _weight(weights, block) >= _LEAST and any(line.text[-1] in _STOPS for line in lines):
            found.append(b)
            between = 0
        elif units > _SMALL or between == _BETWEEN:
            break
        else:
            between += 1
    return found
