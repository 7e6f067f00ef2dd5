"""Boxes whose ends were lost: put back where the standard, or a landmark of the page, says that they end.

libxml2 lets no </nav> or </ul> close a <div> that is still open in it, so that one lost </div> of a menu takes the rest of the
page into the menu. The HTML standard closes all that is open inside; that is done here. Where even the end of the menu is lost,
the next <main>, <article> or <footer> ends it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

_COUNTED: Final = re.compile("/?(?:div|section|table|ul|nav|svg)", re.I)
_TRACKED: Final = frozenset(
    "div section article header footer aside main nav ul ol dl form noscript fieldset details figure blockquote center table tr td th button address svg math".split()
)
_CELLS: Final = frozenset(["td", "th"])
_LANDMARKS: Final = frozenset(["main", "article", "footer"])
_FOREIGN: Final = frozenset(["svg", "math"])
_BREAKS_OUT: Final = frozenset("blockquote center dd div dl dt h1 h2 h3 h4 h5 h6 hr img li ol pre table ul section article".split())
_ASIDES: Final = frozenset(["nav", "noscript", "beside"])
_NAMED = re.compile(r"""\s(?:class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I)
_BESIDE = re.compile(r"nav|menu|share|search|login|topbar|toolbar|header|crumb|banner|dropdown|modal|popup", re.I)
_PUT_IN = re.compile(r"\bads?[-_]|[-_]ads?\b|advert|caption|related|widget|promo|newsletter|sponsor|teaser", re.I)
"""Boxes that are put between paragraphs."""
_MAIN = re.compile(r"content|main|article|story|detail|endtext|artibody|zoom|entry|post-?body|news_?text", re.I)


def lost(tags: Counter[str]) -> tuple[int, int]:
    """How many ends of boxes a source lacks, and how many boxes it opens; (0, 0) where so few that pages are often written so.

    `tags` counts the names of its tags as written, "/" before those of ends; what stands after a name does not matter.
    """
    count: Counter[str] = Counter()
    for tag, n in tags.items():
        if found := _COUNTED.match(tag):
            count[found[0].lower()] += n
    opened = {name: n for name, n in count.items() if name[0] != "/"}
    missing = sum(max(0, n - count["/" + name]) for name, n in opened.items())
    total = sum(opened.values())
    return (missing, total) if missing >= 3 and missing * 20 >= total else (0, 0)


def ends(tokens: Iterable[tuple[int, str, bool, str]]) -> Iterator[tuple[int, str]]:
    """Ends to put into a source, from its tags as (place, name, is an end, the tag as written): each with its place."""
    stack: list[str] = []
    roles: list[str] = []
    paragraphs: list[Counter[str]] = []
    for place, name, is_end, tag in tokens:
        if name == "p" and stack and not is_end:
            if not _FOREIGN.isdisjoint(stack[-12:]) and (depth := _open_at(stack, _FOREIGN)) is not None:
                yield place, "".join(f"</{n}>" for n in reversed(stack[depth:]))
                del stack[depth:], roles[depth:], paragraphs[depth:]
            alike = _shape(tag)
            depth = _row_of(paragraphs, stack, alike, 1 if roles[-1] == "put in" else 2) if stack else None
            if depth is not None:
                yield place, "".join(f"</{n}>" for n in reversed(stack[depth:]))
                del stack[depth:], roles[depth:], paragraphs[depth:]
            if paragraphs:
                paragraphs[-1][alike] += 1
            continue
        if name in _BREAKS_OUT and not is_end and not _FOREIGN.isdisjoint(stack[-12:]) and (depth := _open_at(stack, _FOREIGN)) is not None:
            yield place, "".join(f"</{n}>" for n in reversed(stack[depth:]))
            del stack[depth:], roles[depth:], paragraphs[depth:]
        if name not in _TRACKED:
            continue
        role = name if is_end else _role(name, tag)
        depth = _open_at(stack, frozenset([name]), name == "table") if is_end else _closed_by(stack, name)
        if depth is None and role == "main":
            depth = _open_at(roles, _ASIDES)
        if depth is not None:
            inner = stack[depth + 1 :] if is_end else stack[depth:]
            del stack[depth:], roles[depth:], paragraphs[depth:]
            if inner and (not is_end or name not in ("div", "table", *_CELLS, "tr")):
                yield place, "".join(f"</{n}>" for n in reversed(inner))
        if not is_end:
            stack.append(name)
            roles.append(role)
            paragraphs.append(Counter())


def _shape(tag: str) -> str:
    """What paragraphs of one row have in common."""
    return "".join("".join(found) for found in _NAMED.findall(tag))


def _row_of(paragraphs: list[Counter[str]], stack: list[str], alike: str, enough: int) -> int | None:
    """The depth just inside the box whose row of paragraphs goes on, when a box that was put between them did not end."""
    if paragraphs[-1][alike] or stack[-1] in ("blockquote", "details"):
        return None
    for depth in range(len(stack) - 2, max(-1, len(stack) - 12), -1):
        if stack[depth + 1] in ("table", *_CELLS):
            return None
        if paragraphs[depth][alike] >= enough:
            return depth + 1
    return None


def _role(name: str, tag: str) -> str:
    """What the class and id of a box say of it: "main", "beside", "put in", or else its name."""
    named = " ".join("".join(found) for found in _NAMED.findall(tag))
    if not named or name in (*_CELLS, "tr", "table"):
        return name
    return "beside" if _BESIDE.search(named) else "main" if _MAIN.search(named) else "put in" if _PUT_IN.search(named) else name


def _closed_by(stack: list[str], name: str) -> int | None:
    """Where the element stands that a start tag ends."""
    if name in _CELLS:
        return _open_at(stack, _CELLS)
    if name == "tr":
        return _open_at(stack, frozenset(["tr"]))
    if name in _LANDMARKS:
        return _open_at(stack, _ASIDES)
    return None


def _open_at(stack: list[str], names: frozenset[str], through_tables: bool = False) -> int | None:
    """Where the innermost open element of some names stands; a table around is a border."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 400), -1):
        if stack[depth] in names:
            return depth
        if not through_tables and (stack[depth] == "table" or (stack[depth] in _CELLS and not names & {"tr", *_CELLS})):
            return None
    return None
