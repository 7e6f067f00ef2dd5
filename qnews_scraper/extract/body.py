"""The body: where the running text of the article is, among all lines of the page.

Every line is weighed: running text for, links and furniture against. The block whose lines weigh most
holds the body, if the headline stands before it; siblings that hold more of the same text are joined.
Inside, boxes and bars are left out, and what stands before the first and after the last of the
article is cut off.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from lxml import etree

from qnews_scraper.extract.head import Head
from qnews_scraper.extract.inserted import without_boxes
from qnews_scraper.extract.layout import Layout
from qnews_scraper.extract.phrases import SENTENCE, STAMPS, is_legal, is_sentence
from qnews_scraper.extract.scattered import row_of
from qnews_scraper.extract.squeeze import may_be_in, squeeze
from qnews_scraper.extract.trim import cut_tail, without_captions, without_doubles
from qnews_scraper.extract.verses import find_verses
from qnews_scraper.extract.weigh import Weights, weigh_page

_PANES: Final = re.compile(r"(?:^|[\s_-])(?:tabs?|panes?|tab-?content|accordion|collapse|swiper|carousel|slider|slides)(?:$|[\s_-])", re.I)
_FLOATS: Final = re.compile(r"float\s*:\s*(?:left|right)", re.I)
_PARAGRAPH: Final = 30.0
"""Units of a first line that no link's summary has above it."""
_ADVERT: Final = re.compile("\\W{0,2}(?:[广廣]告|推[广廣]|[赞贊]助)\\s?[:：】\\])）·•|｜丨]")
"""How a box begins that says itself that it is an advertisement."""
_MOST_IN_BOX: Final = 5
"""Lines of a box that a text flows around."""
_MANY: Final = 12
"""More lines than this that repeat the title are a list, and each costs a look at every block."""


def headlines(page: Layout, head: Head) -> list[int]:
    """Lines that may be the headline: what <title> begins with or mostly is, and any h1."""
    whole = squeeze(head.title)
    others = [squeeze(v) for n in ("og:title", "ld:headline") if (v := head.values.get(n))]
    written = frozenset(whole).union(*others)
    found: list[int] = []
    longest = 0
    for i, line in enumerate(page.lines):
        text = line.text[2:] if line.text[:2] in STAMPS else line.text
        if 3 <= line.units <= 100 and line.linked < 0.5 * line.units and may_be_in(written, text):
            key = squeeze(text)
            if key in others or (len(key) >= 4 and key in whole and (len(key) > 0.5 * len(whole) or (whole.startswith(key) and len(key) > 0.25 * len(whole)))):
                found.append(i)
                longest = max(longest, len(key))
    # a line of the text may begin as the headline does: "5月20日至31日，"
    found = [i for i in found if 2 * page.lines[i].units >= longest]
    return found[:_MANY] or [i for i, line in enumerate(page.lines) if line.block >= 0 and page.blocks[line.block].tag == "h1" and line.units >= 4][:_MANY]


def container(page: Layout, weights: Weights, titles: list[int], hinted: Sequence[etree._Element] = ()) -> tuple[int, int]:
    """Index of the block that holds the body, and the first line to read in it; (-1, 0) for a page without running text.

    A block that a site's selector points at counts double: the hint loses where the page's text is elsewhere.
    """
    sums, prose = weights.sums, weights.prose
    best, top, start = -1, 0.0, 0
    for i, block in enumerate(page.blocks):
        if prose[block.last] - prose[block.first] < 0.4 * top or block.last == block.first:
            continue  # even twice its prose is less
        first = block.first
        near = not titles
        between = 0.0
        for t in titles:
            if block.first <= t < block.last:
                if prose[t] - prose[block.first] < 0.3 * (prose[block.last] - prose[block.first]):
                    first, near = t + 1, True
                    break
            elif t < block.first and prose[block.first] - prose[t + 1] < (80 if not page.is_torn else max(80.0, 0.5 * (prose[block.last] - prose[block.first]))):
                near = True
                between = prose[block.first] - prose[t + 1]
        value = sums[block.last] - sums[first]
        if not near:
            value *= 0.3
        elif between > 20 and value < 120 and not page.is_torn:
            value *= 0.3  # a flash stands nearer to its headline than what the house says below it
        if hinted and block.element in hinted:
            value *= 2
        if value > top or (value >= 0.93 * top and best >= 0 and page.blocks[best].first <= block.first and block.last <= page.blocks[best].last):
            best, top, start = i, max(top, value) if value > top else top, first
    return best, start


def _end(page: Layout, weights: Weights, titles: Sequence[int]) -> int:
    """The line before which the text after the headline ends, where blocks do not tell: links and furniture follow, or another headline."""
    sums, lines, blocks = weights.sums, page.lines, page.blocks
    best, end = 0.0, len(lines)
    for t in titles:
        stop = next((i for i in range(t + 1, len(lines)) if i not in titles and lines[i].units >= 8 and blocks[lines[i].block].tag == "h1" and sums[i] - sums[t + 1] > 80), len(lines))
        at = max(range(t + 1, stop + 1), key=sums.__getitem__)
        if sums[at] - sums[t + 1] > best:
            best, end = sums[at] - sums[t + 1], at
    while 0 < end < len(lines) and (here := blocks[lines[end].block]).tag == "p" and here.parent in (blocks[lines[end - 1].block].parent, lines[end - 1].block):
        end += 1
    if not titles:
        for at, low in enumerate(accumulate(sums, min)):
            if sums[at] - low > best:
                best, end = sums[at] - low, at
    return end


def joined(page: Layout, weights: Weights, root: int) -> int:
    """The block or an ancestor of it, where siblings hold a fair part of the same running text."""
    blocks, sums = page.blocks, weights.sums
    for _ in range(3):
        parent = blocks[root].parent
        if parent < 1:
            break
        here = sums[blocks[root].last] - sums[blocks[root].first]
        extra = 0.0
        child = parent + 1
        while child < blocks[parent].end:
            block = blocks[child]
            value = sums[block.last] - sums[block.first]
            if child != root and not block.zone and value > max(60.0, 0.1 * here) and block.tag == blocks[root].tag:
                extra += value
            child = block.end
        if extra < 0.1 * here:
            break
        root = parent
    return root


def _around_panes(page: Layout, weights: Weights, root: int, titles: Sequence[int]) -> tuple[int, int]:
    """The block around a box of panes, and the line after its headline, where paragraphs stand on both sides of that box: panes are a part of a text."""
    block = page.blocks[root]
    parent = block.parent
    if parent < 0 or not _PANES.search(block.element.get("class") or ""):
        return root, -1
    start = next((t + 1 for t in titles if page.blocks[parent].first <= t < block.first), page.blocks[parent].first)
    before, after = (
        any(weights.lines[i] > 0 and page.blocks[page.lines[i].block].parent == parent and page.blocks[page.lines[i].block].tag == "p" for i in part)
        for part in (range(start, block.first), range(block.last, page.blocks[parent].last))
    )
    return (parent, start) if before and after else (root, -1)


def prune(page: Layout, root: int, weights: Weights, first: int) -> list[int]:
    """Lines of a block without its parts that are no running text: link lists, boxes, polls, captions."""
    lines, blocks = page.lines, page.blocks
    size = [0.0, *accumulate(line.units for line in lines)]
    linked = [0.0, *accumulate(line.linked for line in lines)]
    dropped: set[int] = set()
    zoned = blocks[root].zone
    b = root + 1
    total = weights.prose[blocks[root].last] - weights.prose[blocks[root].first]
    while b < blocks[root].end:
        block = blocks[b]
        if block.last > block.first:
            many = block.last - block.first
            inside = weights.prose[block.last] - weights.prose[block.first]
            polled = bisect_left(page.options, block.last) - bisect_left(page.options, block.first) if page.options else 0
            boxed = (
                (block.zone and block.zone != zoned)
                or (polled > 1 and polled > 0.3 * many and not any(line.text[-1] == "。" for line in lines[block.first : block.last]))  # tabs are options too
                or (
                    linked[block.last] - linked[block.first] > 0.5 * (size[block.last] - size[block.first])
                    and inside < 0.2 * total
                    and (many > 1 or block.tag in ("li", "td"))
                )
                or (
                    many <= _MOST_IN_BOX
                    and block.tag in ("table", "div")
                    and ((many > 1 and linked[block.last] - linked[block.first] > 0.25 * (size[block.last] - size[block.first])) or _ADVERT.match(lines[block.first].text))
                    and _floats(block.element)
                    and not any(is_sentence(lines[i].text) for i in range(block.first, block.last))
                )
            )
            if boxed and not block.zone and _begins_with_text(page, b):
                boxed = False
            if boxed and inside < 0.5 * total:
                dropped.update(range(block.first, block.last))
                b = block.end
                continue
        b += 1
    return [i for i in range(max(first, blocks[root].first), blocks[root].last) if i not in dropped]


def _begins_with_text(page: Layout, at: int) -> bool:
    """Whether a block begins with a paragraph of text, and its links stand in a box of their own behind it: what holds a summary begins with its headline."""
    block = page.blocks[at]
    first = page.lines[block.first]
    if first.linked or first.units < _PARAGRAPH or first.text[-1] not in "。！？”" or not is_sentence(first.text):
        return False
    rest = range(block.first + 1, block.last)
    box = next((b for b in range(at + 1, block.end) if page.blocks[b].parent == at and page.blocks[b].first > block.first), -1)
    return bool(rest) and box >= 0 and page.blocks[box].first == block.first + 1 and page.blocks[box].last == block.last


def _floats(element: etree._Element) -> bool:
    """Whether its own marks say that text flows around a box."""
    return (element.get("align") or "").lower() in ("left", "right") or _FLOATS.search(element.get("style") or "") is not None


def _notices(page: Layout) -> list[int]:
    """Sentences that each point elsewhere, where they are all that the page says, as classified advertisements are; [] on a page that has links of its own beside them."""
    lines = page.lines
    if sum(line.linked > 0.5 * line.units >= 5 for line in lines) > 3:
        return []
    found = [i for i, line in enumerate(lines) if line.units >= 30 and line.linked < 0.3 * line.units and SENTENCE.search(line.text) and not is_legal(line.text)]
    return found if len(found) > 1 else []


def find_body(page: Layout, head: Head, hinted: Sequence[etree._Element] = ()) -> list[int]:
    """Indices of the article's lines, in order; empty where there is no running text."""
    titles = headlines(page, head)
    weights = weigh_page(page, titles)
    end = len(page.lines)
    if page.is_torn:
        end = _end(page, weights, titles)
        weights = weights.until(end)
    root, first = container(page, weights, titles, hinted)
    if root < 0:
        return find_verses(page, titles) or _notices(page)
    wide = joined(page, weights, root)
    if wide != root:
        root, first = wide, first if first > page.blocks[root].first else 0
    if page.blocks[root].element not in hinted and (row := row_of(page, weights, root)):
        root, first, end = row.root, max(row.first, first if first <= row.first else 0), min(end, row.last)
    outer, start = _around_panes(page, weights, root, titles)
    if outer != root:
        root, first = outer, start
    keep = [i for i in prune(page, root, weights, first) if i < end]
    keep = without_captions(page, keep)
    keep = without_boxes(page, cut_tail(page, keep, weights))
    if sum(page.lines[i].units for i in keep) < 60 and (verses := find_verses(page, titles)):
        return verses
    return without_doubles(page, keep)
