"""Boxes whose ends were lost: put back where the standard, or a landmark of the page, says that they end.

libxml2 lets no </nav>, </ul> or </a> close a <div> that is still open in it, so that one lost </div> of a menu takes the rest of
the page into the menu. The HTML standard closes all that is open inside; that is done here. Where even the end of the menu is
lost, what cannot stand in it ends it: the article's own box, a paragraph of the row that the menu interrupted, its own like.
Where ends are missing at large, an element that may hold blocks by the letter but hardly does is taken to have lost its end.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from qnews_scraper.tags import RAW, VOID, Tag

_COUNTED: Final = ("div", "section", "table", "ul", "nav", "svg")
_SKIPPED: Final = VOID | RAW | frozenset("html head body tbody thead tfoot colgroup caption optgroup option select path g use".split())
_INLINE: Final = frozenset(
    "abbr acronym audio b bdi bdo big canvas cite code data del dfn em font i ins kbd label mark object q s samp small span strike strong sub sup time tt u var video".split()
)
_BLOCKS: Final = frozenset(
    "address article aside blockquote center details dialog dir div dl dt dd fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table ul".split()
)
_CELLS: Final = frozenset(["td", "th"])
_LANDMARKS: Final = frozenset(["main", "article", "footer"])
_FOREIGN: Final = frozenset(["svg", "math"])
_LISTS: Final = frozenset(["ul", "ol", "dl"])
_HEADINGS: Final = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_KINDS: Final = {"li": frozenset(["li"]), "dd": frozenset(["dd", "dt"]), "dt": frozenset(["dd", "dt"])}
_BESIDE_NAMES: Final = frozenset(["nav", "noscript"])
_PUT_IN_NAMES: Final = frozenset(["aside", "figure", "figcaption"])
_ASIDES: Final = frozenset(["beside"])
_NOT_AROUND: Final = frozenset(["beside", "put in", "a", "ul", "ol", "li", "svg", "math", "button", "blockquote"])
"""What holds no article, and so has ended where the article's own box begins."""
_NAMED = re.compile(r"""\s(class|id|itemprop)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I)
_BESIDE = re.compile(r"nav|menu|share|search|login|topbar|toolbar|header|crumb|banner|dropdown|modal|popup", re.I)
_PUT_IN = re.compile(r"\bads?[-_]|[-_]ads?\b|\bads?\b|advert|caption|related|widget|promo|newsletter|sponsor|teaser", re.I)
"""Boxes that are put between paragraphs."""
_MAIN = re.compile(r"content|main|article|story|detail|endtext|artibody|zoom|entry|post-?body|news_?text", re.I)
_BODY = re.compile(r"(?:^|\s)(?:\w+[-_]+)*(?:(?:article|story|entry|post|news|single)[-_]*(?:body|content|text|copy|detail)|endtext|artibody|zoom|trs_editor|news_?txt)(?=\s|$)", re.I)
"""The box of an article's paragraphs."""
_LAYOUT = re.compile(r"^$|\b(?:row|col|cols|column|grid|container|wrapper|wrap|inner|outer|clearfix|box|block|group|comment|children|content|flex)\b|\bcol-|-col\b|grid|container|comment", re.I)
"""Names of boxes that may stand in their like."""
_DEEP: Final = 400
_LONG: Final = 40.0
"""Units of text from which a paragraph is no caption or label."""


@dataclass(slots=True)
class _Box:
    """An element that is open, or about to be."""

    name: str
    role: str
    shape: str
    """What elements of one sort have in common: their class."""
    names: str
    is_headed: bool = False
    """Whether an h1 stands in it."""
    rows: Counter[str] = field(default_factory=Counter)
    """How many paragraphs of each class stand directly in it."""


def lost(tags: Counter[str]) -> tuple[int, int]:
    """How many ends of boxes a source lacks, and how many boxes it opens; (0, 0) where so few that pages are often written so.

    `tags` counts the names of its tags in small letters, "/" before those of ends.
    """
    missing = sum(max(0, tags[name] - tags["/" + name]) for name in _COUNTED)
    total = sum(tags[name] for name in _COUNTED)
    return (missing, total) if missing >= 3 and missing * 20 >= total else (0, 0)


def ends(text: str, tags: Sequence[Tag]) -> Iterator[tuple[int, str]]:
    """Ends to put into a source that has these tags: each with its place."""
    stack: list[_Box] = []
    boxes = [None if tag.is_close or tag.name in _SKIPPED else _box(text, tag) for tag in tags]
    alike = Counter(f"{box.name} {box.names}" for box in boxes if box)
    shapes = Counter(box.shape for box in boxes if box)
    for i, (tag, box) in enumerate(zip(tags, boxes, strict=True)):
        name = tag.name
        if name in _SKIPPED:
            continue
        if box is None:
            depth = _open_at(stack, frozenset([name]), name == "table")
            if depth is not None:
                inner = stack[depth + 1 :]
                del stack[depth:]
                if inner:
                    yield tag.start, _closing(inner)
            continue
        depth = _begins(stack, box, alike[f"{name} {box.names}"] == 1, shapes[box.shape] > 1, _length(text, tags, i) if name == "p" else 0.0) if stack else None
        if depth is not None:
            yield tag.start, _closing(stack[depth:])
            del stack[depth:]
        if name == "p" and stack:
            stack[-1].rows[box.shape] += 1
        elif name == "h1":
            for outer in reversed(stack):
                if outer.is_headed:  # and so are all around it
                    break
                outer.is_headed = True
        if text[tag.end - 2] != "/" or name in _BLOCKS:
            stack.append(box)


def _closing(boxes: list[_Box]) -> str:
    return "".join(f"</{box.name}>" for box in reversed(boxes))


def _begins(stack: list[_Box], box: _Box, is_only: bool, is_repeated: bool, length: float) -> int | None:
    """The depth of the outermost open element that has ended where this one begins."""
    name, shape = box.name, box.shape
    depths = [len(stack)]

    def ended(depth: int | None) -> None:
        if depth is not None:
            depths.append(depth)

    if name in _BLOCKS:
        ended(_inline(stack))
        ended(_open_at(stack, _FOREIGN))
        ended(_open_at(stack, frozenset(["p"])))
    if name in _KINDS:
        ended(_in_list(stack, _KINDS[name]))
    elif name in _CELLS:
        ended(_open_at(stack, _CELLS))
    elif name in ("tr", "a", "article"):
        ended(_open_at(stack, frozenset([name])))
    if name in _LANDMARKS or box.role == "main":
        ended(_role_at(stack, _ASIDES))
    if is_only and box.role in ("main", "body"):
        ended(_role_at(stack, _NOT_AROUND))
        if box.role == "body" and not any(n > 1 for outer in stack[-_DEEP:] for n in outer.rows.values()):
            ended(_around(stack, min(depths)))
    if (name == "p" or name in _HEADINGS) and stack[-1].name in _LISTS:
        ended(len(stack) - 1)
    if name == "p":
        ended(_row_of(stack, shape, length))
    elif name in ("div", "section", "article", "figure", "aside") and is_repeated and not _LAYOUT.search(shape):
        ended(_like(stack, name, shape))
    depth = min(depths)
    return depth if depth < len(stack) else None


def _inline(stack: list[_Box]) -> int | None:
    """The depth of the outermost of the inline elements that are open at the top."""
    depth = len(stack)
    while depth and stack[depth - 1].name in _INLINE:
        depth -= 1
    return depth if depth < len(stack) else None


def _around(stack: list[_Box], depth: int) -> int:
    """The depth just inside the innermost box that holds the headline, or the cell of a table, or the page."""
    while depth and not stack[depth - 1].is_headed and stack[depth - 1].name not in _CELLS:
        depth -= 1
    return depth


def _in_list(stack: list[_Box], names: frozenset[str]) -> int | None:
    """The depth of the open item of the innermost list."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - _DEEP), -1):
        if stack[depth].name in names:
            return depth
        if stack[depth].name in _LISTS or stack[depth].name in _CELLS:
            return None
    return None


def _like(stack: list[_Box], name: str, shape: str) -> int | None:
    """The depth of an open box of the same name and class."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 40), -1):
        box = stack[depth]
        if box.name == name and box.shape == shape:
            return depth
        if box.name in _CELLS:
            return None
    return None


def _row_of(stack: list[_Box], shape: str, length: float) -> int | None:
    """The depth just inside the box whose row of paragraphs goes on, when a box that was put between them did not end."""
    if stack[-1].rows[shape] or stack[-1].name in ("blockquote", "details"):
        return None
    is_put_in = False
    for depth in range(len(stack) - 1, max(-1, len(stack) - 40), -1):
        box = stack[depth]
        if box.name == "table" or box.name in _CELLS:
            return None
        if depth < len(stack) - 1 and (box.rows[shape] >= (1 if is_put_in or box.role == "body" else 2) or (is_put_in and box.role in ("main", "body") and length >= _LONG)):
            return depth + 1
        is_put_in = is_put_in or box.role == "put in"
    return None


def _length(text: str, tags: Sequence[Tag], i: int) -> float:
    """Units of the text that begins at a paragraph's tag: a Han character is one, any other 0.4."""
    end = next((tag.start for tag in tags[i + 1 : i + 40] if tag.name in _BLOCKS), tags[i].end)
    whole = re.sub("<[^>]*>", "", text[tags[i].end : min(end, tags[i].end + 2000)])
    return 0.1 * len(whole) + 0.3 * len(whole.encode("utf-8", "replace"))


def _box(text: str, tag: Tag) -> _Box:
    """What the class and id of an element say of it."""
    named = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _NAMED.finditer(text, tag.start, min(tag.end, tag.start + 400))}
    return _Box(tag.name, _role(tag.name, " ".join(named.values())), named.get("class", ""), " ".join(named.values()))


def _role(name: str, names: str) -> str:
    """What the class and id of a box say of it: "main", "body", "beside", "put in", or else its name."""
    if name in _CELLS or name in ("tr", "table", "p", "li", "a"):
        return name
    if name in _BESIDE_NAMES:
        return "beside"
    if name in _PUT_IN_NAMES:
        return "put in"
    if not names:
        return name
    return "body" if _BODY.search(names) else "beside" if _BESIDE.search(names) else "main" if _MAIN.search(names) else "put in" if _PUT_IN.search(names) else name


def _role_at(stack: list[_Box], roles: frozenset[str]) -> int | None:
    """The depth of the outermost open element with one of some roles."""
    return next((depth for depth, box in enumerate(stack[:_DEEP]) if box.role in roles), None)


def _open_at(stack: list[_Box], names: frozenset[str], through_tables: bool = False) -> int | None:
    """The depth of the innermost open element of some names; a table around is a border."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - _DEEP), -1):
        name = stack[depth].name
        if name in names:
            return depth
        if not through_tables and (name == "table" or (name in _CELLS and not names & {"tr", *_CELLS})):
            return None
    return None
