"""Weights: how much each line speaks for being part of an article's running text, and which blocks are boxes beside it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qnews_scraper.extract.heads import headed
from qnews_scraper.extract.layout import HEADINGS, Block, Layout, Line, name_zone
from qnews_scraper.extract.phrases import SENTENCE, invites, is_code, is_legal, is_sentence

SHORT: Final = 12.0
"""Units below which a line without a sentence mark is no prose."""
_HEADED: Final = 30.0
"""Units of a heading that names who offers what stands below it."""
_STORY: Final = 80.0
"""Units of captions that tell a story."""
_MORE: Final = re.compile(r"(?:\.{3,}|…+|\s)\W{0,3}(?:详细|详情|詳細|詳情|更多|(?:[详詳]|阅读|閱讀)?全文|more|read more|continue reading)\W{0,4}$", re.I)

_MORE_BOXED: Final = re.compile(r"[\[【(（]\s?(?:详细|详情|詳細|詳情|更多|(?:[详詳]|阅读|閱讀)?全文|more|read more|continue reading)\s?[\]】)）]\W{0,2}$", re.I)
"""A link in brackets behind the first sentences of another page."""
_LABELLED: Final = re.compile(r"\W{0,3}[^，。：:]{0,12}(?:声明|聲明|说明|提示|版权|版權|来源|來源|作者|编辑|責編|责编)")

_MORE_ENDS: Final = frozenset("细情細多文eEgG")
"""The last letter of each of these, before four marks at most."""


@dataclass(slots=True)
class Weights:
    """What each line weighs, and running sums: the sum over lines[a:b] is sums[b] - sums[a]."""

    lines: list[float]
    sums: list[float]
    prose: list[float]
    """Running sums of the positive weights, zones not counted."""

    def until(self, end: int) -> "Weights":
        """The weights where nothing stands from a line on."""
        rest = len(self.lines) - end
        return Weights(self.lines[:end] + [0.0] * rest, self.sums[: end + 1] + [self.sums[end]] * rest, self.prose[: end + 1] + [self.prose[end]] * rest)


def weigh(line: Line) -> float:
    """How much a line speaks for being in (positive) or outside (negative) the running text of an article."""
    units = line.units
    linked = line.linked
    if linked > 0.5 * units:
        return -3.0 - 0.5 * min(linked, 20.0)
    plain = units - linked
    text = line.text
    if plain < SHORT and not (plain > 5 and text[-1] in "。！？”」…"):
        return -1.0
    if not SENTENCE.search(text, 0, 400):
        return 0.0 if plain < 30 else 0.2 * plain
    if plain < 200:
        if is_legal(text) and not _says_so_last(text):
            return -10.0
        if invites(text):
            return -5.0
        if not _MORE_ENDS.isdisjoint(text[-5:]) and (_MORE.search(text, max(0, len(text) - 40)) or (linked and _MORE_BOXED.search(text, max(0, len(text) - 40)))):
            return -3.0
    if is_code(text):
        return -10.0
    return plain - linked


def _says_so_last(text: str) -> bool:
    """Whether a paragraph has sentences of its own before the one on rights, as the opening of a review has."""
    first = text[: text.rstrip("。").rfind("。") + 1]
    return len(first) > 6 and not is_legal(first) and not _LABELLED.match(text)


def weigh_page(page: Layout, titles: Sequence[int] = ()) -> Weights:
    """Weights of all lines, with what zones and teasers take from them."""
    lines, blocks = page.lines, page.blocks
    raw: list[float] = []
    for line in lines:
        weight = line.weight = weigh(line)
        if weight == -1.0 and line.block >= 0 and blocks[line.block].tag in ("td", "th"):
            weight = 0.0  # a table of results is no menu
        raw.append(weight)
    prose = [0.0]
    for w in raw:
        prose.append(prose[-1] + w if w > 0 else prose[-1])
    _free_body(page, prose, titles)
    _free_captions(page, raw)
    _mark_headed(page, titles)
    _mark_others(page, prose, titles)
    _mark_teasers(page, raw, prose, titles)
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
        return inside > 0.5 * prose[-1] and not any(t < block.first and prose[block.first] - prose[t + 1] > max(100.0, (0.5 if page.is_torn else 0.1) * inside) for t in titles)

    for z in page.zones:
        at, end = z, blocks[z].end
        while at < end:
            block = blocks[at]
            above = blocks[block.parent].zone if at > z and block.tag != "blockquote" else ""
            block.zone = above or name_zone(block.tag, block.element.get("class"), block.element.get("id"))
            named = block.zone == "comment"  # as opinion pages are, with their headline
            if not above and block.zone and is_body(block) and (not named or any(block.first <= t < block.last for t in titles)):
                block.zone = ""
            elif at == z:
                break
            at += 1


def _free_captions(page: Layout, raw: Sequence[float]) -> None:
    """Take the zone from captions that are all the text there is: a story told in pictures."""
    if not any(block.zone == "caption" for block in page.blocks):
        return
    held: defaultdict[str, float] = defaultdict(float)
    for i, line in enumerate(page.lines):
        if raw[i] > SHORT and line.block >= 0 and is_sentence(line.text):
            held[page.blocks[line.block].zone] += raw[i]
    if held["caption"] > _STORY and held["caption"] > 3 * held[""]:
        for block in page.blocks:
            block.zone = "" if block.zone == "caption" else block.zone


def _mark_headed(page: Layout, titles: Sequence[int]) -> None:
    """Call blocks what their first line says they are: readers' comments or related articles."""
    blocks = page.blocks
    for i, line in enumerate(page.lines):
        at = blocks[line.block].parent if line.block >= 0 and line.units <= (14 if blocks[line.block].tag not in HEADINGS else _HEADED) else -1
        if at <= 0 or blocks[at].first != i or blocks[at].last == i + 1 or blocks[at].zone or is_sentence(line.text):
            continue
        kind = headed(line.text)
        if not kind or (line.units > 14 and kind != "offers"):
            continue
        if kind not in ("comment", "offers") and _is_told(page, blocks[at]):
            continue
        if kind == "list" and _is_amid(page, at) and any(is_sentence(below.text) for below in page.lines[i + 1 : blocks[at].last]):
            continue
        zone = "comment" if kind in ("comment", "replies") else "aside"
        if not any(i <= t < blocks[at].last for t in titles):
            for inner in blocks[at : blocks[at].end]:
                inner.zone = inner.zone or zone


def _is_amid(page: Layout, at: int) -> bool:
    """Whether paragraphs stand in what holds a block: a part of a text may be headed as lists are."""
    parent = page.blocks[at].parent
    around = page.blocks[parent]
    return any(line.weight > SHORT and (line.block == parent or (page.blocks[line.block].parent == parent and page.blocks[line.block].tag == "p")) for line in page.lines[around.first : around.last])


def _is_told(page: Layout, block: Block) -> bool:
    """Whether what stands below a block's heading is prose without a link: 新闻链接, as papers call a box that explains a word."""
    below = page.lines[block.first + 1 : block.last]
    return not any(line.linked for line in below) and all(is_sentence(line.text) and line.text[-1] in "。！？”」" for line in below)


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
        if not blocks[b].zone and (b >= blocks[own].end or blocks[b].end <= own):
            for inner in blocks[b : blocks[b].end]:
                inner.zone = inner.zone or "aside"


def _mark_teasers(page: Layout, raw: list[float], prose: list[float], titles: Sequence[int]) -> None:
    """Call blocks teasers that hold a link and a sentence or two, where three or more of them, all of one tag, stand in one box.

    Where the link is no heading, a long summary is one only below a headline and its text: a feed under the article.
    """
    rows: dict[tuple[int, str], list[int]] = {}
    doubtful: dict[tuple[int, str], list[int]] = {}
    lines, blocks = page.lines, page.blocks
    for b, block in enumerate(blocks):
        if not block.zone and 2 <= block.last - block.first <= 6:
            part = range(block.first, block.last)
            texts = [i for i in part if raw[i] > 0]
            heads = [i for i in part if lines[i].linked > 0.5 * lines[i].units] if 1 <= len(texts) <= 2 else []
            if heads:
                is_clear = all(lines[j].units < 130 for j in texts) or any(blocks[lines[i].block].tag in HEADINGS for i in heads)
                (rows if is_clear else doubtful).setdefault((block.parent, block.tag), []).append(b)
    for kind, found in doubtful.items():
        first = min(blocks[b].first for b in (*found, *rows.get(kind, ())))
        if any(t < first and prose[first] - prose[t + 1] > 100 for t in titles):
            rows.setdefault(kind, []).extend(found)
    for found in rows.values():
        if len(found) >= 3:
            for b in found:
                for inner in blocks[b : blocks[b].end]:
                    inner.zone = inner.zone or "teaser"
