"""The body: where the running text of the article is, among all lines of the page.

Every line is weighed: running text for, links and furniture against. The block whose lines weigh most
holds the body, if the headline stands before it; siblings that hold more of the same text are joined.
Inside, boxes and bars are left out, and what stands before the first and after the last of the
article is cut off.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from lxml import etree

from qnews_scraper.extract.head import Head
from qnews_scraper.extract.layout import HEADINGS, Block, Layout, Line, name_zone
from qnews_scraper.extract.phrases import END, INVITE, LABEL, RELATED, SENTENCE, SIGNED, invites, is_caption, is_code, is_legal
from qnews_scraper.extract.squeeze import squeeze
from qnews_scraper.extract.when import read

_SHORT: Final = 12.0
"""Units below which a line without a sentence mark is no prose."""
_DATE: Final = re.compile(r"\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}|\d{1,2}:\d\d|\b(?:19|20)\d\d\b.{0,12}\d:\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s\d{4}|\d\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d{4}")
_STOPS: Final = "。！？”」…．.!?\""
"""How a sentence ends."""
_MANY: Final = 12
"""More lines than this that repeat the title are a list, and each costs a look at every block."""
_SOME_DAY: Final = "2000-01-01"
"""For reading 今天 and 3小时前 as dates where only their being dates counts."""
_PICTURE: Final = re.compile("image|photo|picture|caption|credit", re.I)
_MORE: Final = re.compile(r"(?:\.{3,}|…+|\s)\W{0,3}(?:详细|详情|詳細|詳情|更多|全文|阅读全文|閱讀全文|more|read more|continue reading)\W{0,4}$", re.I)
_NUMBERED: Final = re.compile(r"[(（【\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.．)）】]")


@dataclass(slots=True)
class Weights:
    """What each line weighs, and running sums: the sum over lines[a:b] is sums[b] - sums[a]."""

    lines: list[float]
    sums: list[float]
    prose: list[float]
    """Running sums of the positive weights, zones not counted."""


def weigh(line: Line) -> float:
    """How much a line speaks for being in (positive) or outside (negative) the running text of an article."""
    units = line.units
    linked = line.linked
    if linked > 0.5 * units:
        return -3.0 - 0.5 * min(linked, 20.0)
    plain = units - linked
    text = line.text
    if plain < _SHORT and not (plain > 5 and text[-1] in "。！？”」…"):
        return -1.0
    if not SENTENCE.search(text, 0, 400):
        return 0.0 if plain < 30 else 0.2 * plain
    if plain < 200:
        if is_legal(text):
            return -10.0
        if invites(text):
            return -5.0
        if _MORE.search(text, max(0, len(text) - 40)):
            return -3.0
    if is_code(text):
        return -10.0
    return plain - linked


def weigh_page(page: Layout, titles: Sequence[int] = ()) -> Weights:
    """Weights of all lines, with what zones and teasers take from them."""
    lines, blocks = page.lines, page.blocks
    raw = [weigh(line) for line in lines]
    for i, line in enumerate(lines):
        if raw[i] == -1.0 and line.block >= 0 and blocks[line.block].tag in ("td", "th"):
            raw[i] = 0.0  # a table of results is no menu
    prose = [0.0]
    for w in raw:
        prose.append(prose[-1] + w if w > 0 else prose[-1])
    _free_body(page, prose, titles)
    _mark_others(page, prose, titles)
    _mark_teasers(page, raw)
    weights = raw[:]
    factors = {"aside": 0.2, "comment": 0.1, "caption": 0.1, "teaser": -0.2}
    for i, line in enumerate(lines):
        if raw[i] > 0 and line.block >= 0 and (zone := blocks[line.block].zone):
            weights[i] *= factors[zone]
    sums = [0.0]
    for w in weights:
        sums.append(sums[-1] + w)
    return Weights(weights, sums, prose)


def _free_body(page: Layout, prose: list[float], titles: Sequence[int]) -> None:
    """Take the zone from blocks that hold more than half of the page's prose, unless a headline and its text stand before them.

    What is inside such a block is zoned by its own names.
    """
    blocks = page.blocks

    def is_body(block: Block) -> bool:
        inside = prose[block.last] - prose[block.first]
        return inside > 0.5 * prose[-1] and not any(t < block.first and prose[block.first] - prose[t + 1] > max(100.0, 0.1 * inside) for t in titles)

    for z in page.zones:
        at, end = z, blocks[z].end
        while at < end:
            block = blocks[at]
            above = blocks[block.parent].zone if at > z and block.tag != "blockquote" else ""
            block.zone = above or name_zone(block.element, block.tag)
            if not above and block.zone not in ("", "comment") and is_body(block):
                block.zone = ""
            elif at == z:
                break
            at += 1


def _mark_others(page: Layout, prose: list[float], titles: Sequence[int]) -> None:
    """Call <article> elements asides that stand beside the one which holds a headline and its text."""
    blocks = page.blocks
    articles = [b for b, block in enumerate(blocks) if block.tag == "article"]
    if len(articles) < 2:
        return
    own = next((b for b in reversed(articles) for t in titles if blocks[b].first <= t < blocks[b].last and prose[blocks[b].last] - prose[t + 1] > 100), -1)
    if own < 0:
        return
    for b in articles:
        if b >= blocks[own].end or blocks[b].end <= own:
            for inner in blocks[b : blocks[b].end]:
                inner.zone = inner.zone or "aside"


def _mark_teasers(page: Layout, raw: list[float]) -> None:
    """Call blocks teasers that hold a link and a sentence or two, where three or more of them stand in a row."""
    counts: dict[int, list[int]] = {}
    lines, blocks = page.lines, page.blocks
    for b, block in enumerate(blocks):
        if not block.zone and 2 <= block.last - block.first <= 6:
            part = range(block.first, block.last)
            texts = [i for i in part if raw[i] > 0]
            if 1 <= len(texts) <= 2 and any(
                lines[i].linked > 0.5 * lines[i].units and (blocks[lines[i].block].tag in HEADINGS or all(lines[j].units < 130 for j in texts)) for i in part
            ):
                counts.setdefault(block.parent, []).append(b)
    for found in counts.values():
        if len(found) >= 3:
            for b in found:
                for inner in blocks[b : blocks[b].end]:
                    inner.zone = inner.zone or "teaser"


def headlines(page: Layout, head: Head) -> list[int]:
    """Lines that may be the headline: what <title> begins with or mostly is, and any h1."""
    whole = squeeze(head.title)
    others = [squeeze(v) for n in ("og:title", "ld:headline") if (v := head.values.get(n))]
    found: list[int] = []
    for i, line in enumerate(page.lines):
        if 3 <= line.units <= 100 and line.linked < 0.5 * line.units:
            key = squeeze(line.text)
            if key in others or (len(key) >= 4 and key in whole and (len(key) > 0.5 * len(whole) or (whole.startswith(key) and len(key) > 0.25 * len(whole)))):
                found.append(i)
    return found[:_MANY] or [i for i, line in enumerate(page.lines) if line.block >= 0 and page.blocks[line.block].tag == "h1" and line.units >= 4][:_MANY]


def container(page: Layout, weights: Weights, titles: list[int], hinted: Sequence[etree._Element] = ()) -> tuple[int, int]:
    """Index of the block that holds the body, and the first line to read in it; (-1, 0) for a page without running text.

    A block that a site's selector points at counts double: the hint loses where the page's text is elsewhere.
    """
    sums, prose = weights.sums, weights.prose
    best, top, start = -1, 0.0, 0
    for i, block in enumerate(page.blocks):
        if block.last == block.first:
            continue
        first = block.first
        near = not titles
        for t in titles:
            if block.first <= t < block.last:
                if prose[t] - prose[block.first] < 0.3 * (prose[block.last] - prose[block.first]):
                    first, near = t + 1, True
                    break
            elif t < block.first and prose[block.first] - prose[t + 1] < 80:
                near = True
        value = sums[block.last] - sums[first]
        if not near:
            value *= 0.3
        if hinted and block.element in hinted:
            value *= 2
        if value > top or (value >= 0.93 * top and best >= 0 and page.blocks[best].first <= block.first and block.last <= page.blocks[best].last):
            best, top, start = i, max(top, value) if value > top else top, first
    return best, start


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
                or (polled > 1 and polled > 0.3 * many)
                or (
                    linked[block.last] - linked[block.first] > 0.5 * (size[block.last] - size[block.first])
                    and inside < 0.2 * total
                    and (many > 1 or block.tag in ("li", "td"))
                )
            )
            if boxed and inside < 0.5 * total:
                dropped.update(range(block.first, block.last))
                b = block.end
                continue
        b += 1
    return [i for i in range(max(first, blocks[root].first), blocks[root].last) if i not in dropped]


def without_captions(page: Layout, keep: list[int]) -> list[int]:
    """The lines without captions, unless captions are most of what there is (a photo story)."""
    captions = {i for i in keep if _is_caption(page, i)}
    if not captions:
        return keep
    size = sum(page.lines[i].units for i in keep)
    if sum(page.lines[i].units for i in captions) > 0.3 * size:
        return keep
    return [i for i in keep if i not in captions]


def _is_caption(page: Layout, i: int) -> bool:
    line = page.lines[i]
    if line.units < 110 and is_caption(line.text):
        return True
    if i in page.pictured:
        if _is_label(line):
            return True
        block = page.blocks[line.block]
        return line.units < 150 and block.tag != "p" and bool(_PICTURE.search(block.element.get("class") or ""))
    return False


def _is_label(line: Line) -> bool:
    return line.units < 40 and not line.strong and line.text[-1] not in "。！？；：:.!?;”\"" and not _NUMBERED.match(line.text)


def cut_tail(page: Layout, keep: list[int], weights: Weights) -> list[int]:
    """The lines before the one that ends the article; a mark with much running text after it is only left out itself."""
    lines, blocks = page.lines, page.blocks
    total = sum(max(0.0, weights.lines[i]) for i in keep)
    left = total
    kept: list[int] = []
    listing = False
    links = [i for i in keep if _is_link(lines[i])]
    roundup = len(links) > 0.3 * len(keep)
    for at, i in enumerate(keep):
        line = lines[i]
        text = line.text
        if line.units < 200 and at:
            if blocks[line.block].tag == "h1" and left < total and kept:
                break
            ends = line.units < 60 and END.match(text)
            if ends or (is_legal(text) and (left < 0.35 * total or line.units < 25)):
                strong = bool(is_legal(text)) or not INVITE.match(text)
                if left < (0.35 if strong else 0.12) * total and (strong or not _prose_follows(page, i, keep[at + 1 : at + 5])):
                    break
                continue
            if line.units < 30 and RELATED.match(text):
                after = keep[at + 1 : at + 4]
                listed = line.linked > 0 or sum(_is_listed(lines[j]) for j in after) == len(after)
                if listed and left < 0.2 * total:
                    break
                if listed or left < 0.02 * total:
                    listing = True
                    continue
            elif invites(text) and not 0.35 * total < left < 0.8 * total:
                continue
        if _is_link(line):
            if listing or (not roundup and (line.units >= 10 or text[:1] in "·•■▪>【[-")):
                continue
        else:
            listing = False
        left -= max(0.0, weights.lines[i])
        kept.append(i)
    while len(kept) > 1 and _is_signature(lines[kept[-1]], len(kept) > 3):
        kept.pop()
    return kept


def _is_signature(line: Line, many: bool) -> bool:
    """Whether a last line is no text any more: a link, a page number, or who wrote it."""
    return line.linked > 0.5 * line.units or (line.units < 4 and many) or (line.units < 30 and bool(SIGNED.match(line.text)))


def _is_listed(line: Line) -> bool:
    """Whether a line below a list's heading looks like one of its items: a link, or short and no sentence."""
    return line.linked > 0.5 * line.units or (line.units < 45 and line.text[-1] not in "。！？”」.!?")


def _prose_follows(page: Layout, i: int, after: list[int]) -> bool:
    """Whether the article goes on after an invitation: two long paragraphs, or one beside it that is as long as the invitation."""
    lines, blocks = page.lines, page.blocks
    prose = [lines[j] for j in after if lines[j].units > 28 and lines[j].linked < 0.3 * lines[j].units and not is_legal(lines[j].text) and not invites(lines[j].text)]
    here = blocks[lines[i].block]
    return sum(line.units > 60 for line in prose) > 1 or any(
        line.units > lines[i].units and line.text[-1] in _STOPS and blocks[line.block].parent == here.parent and blocks[line.block].tag == here.tag for line in prose
    )


def _is_link(line: Line) -> bool:
    return line.linked > 0.8 * line.units and line.text[-1] not in "。！？"


def without_doubles(page: Layout, keep: list[int]) -> list[int]:
    """The lines without labels that an earlier line has said; a paragraph said twice stays as the page has it."""
    seen: set[str] = set()
    kept: list[int] = []
    for i in keep:
        text = page.lines[i].text
        if 4 < page.lines[i].units < 40 and text[-1] not in "。！？.!?":
            if text in seen:
                continue
            seen.add(text)
        kept.append(i)
    return kept


def find_body(page: Layout, head: Head, hinted: Sequence[etree._Element] = ()) -> list[int]:
    """Indices of the article's lines, in order; empty where there is no running text."""
    titles = headlines(page, head)
    weights = weigh_page(page, titles)
    root, first = container(page, weights, titles, hinted)
    if root < 0:
        return []
    wide = joined(page, weights, root)
    if wide != root:
        root, first = wide, first if first > page.blocks[root].first else 0
    keep = prune(page, root, weights, first)
    keep = without_captions(page, keep)
    keep = cut_tail(page, keep, weights)
    return without_doubles(page, keep)


def prose_start(page: Layout, body: list[int]) -> int:
    """Index of the first line of the body that is running text (its first line where none is)."""
    for i in body:
        line = page.lines[i]
        if weigh(line) >= _SHORT and not (line.units < 60 and (_DATE.search(line.text) or LABEL.match(line.text) or ">" in line.text)):
            return i
    return body[0] if body else len(page.lines)


def cut_head(page: Layout, body: list[int], title_line: int) -> list[int]:
    """The body without headline, deck, dateline and the bars above the first running text."""
    body = [i for i in body if i > title_line]
    if not body:
        return body
    lines = page.lines
    total = sum(lines[i].units for i in body)
    seen = 0.0
    begin = 0
    for at, i in enumerate(body[:14]):
        line = lines[i]
        if line.units < 50 and line.text[-1] not in "。！？" and (_DATE.search(line.text) or re.match(r"By\s+[A-Z]", line.text) or read(line.text, _SOME_DAY)):
            begin = at + 1
        seen += line.units
        if seen > 0.3 * total or (weigh(line) > _SHORT and not line.text.isascii() and line.units > 50):
            break
    body = body[begin:]
    start = prose_start(page, body)
    kept: list[int] = []
    for i in body:
        line = lines[i]
        if i >= start or not (line.linked > 0.3 * line.units or line.units < 4 or _DATE.search(line.text) or LABEL.match(line.text) or ">" in line.text or "»" in line.text):
            kept.append(i)
        elif title_line < 0:
            kept.clear()
    return kept
