"""One way to read the bytes of a tear, and how likely one more character makes it."""

import math
from functools import lru_cache
from typing import Final, NamedTuple

from qnews_scraper.text.gbk import ended_by, first_byte, is_text, private, second_byte
from qnews_scraper.text.halves import LOST, link
from qnews_scraper.text.hanzi import simplified_only
from qnews_scraper.text.tokens import Context


class Node(NamedTuple):
    """A character of a reading, or all that it can be, and what stands before it."""

    back: "Node | None"
    at: int
    chars: str
    exact: bool
    joined: bool = False
    """Whether its first byte and the last one of what stands before went with one pair, private-use or undecodable."""


class Path(NamedTuple):
    """One way to read the bytes so far."""

    score: float
    front: tuple[tuple[str, float], ...]
    """The last character, or all that it can be, each with the likelihood of all up to it."""
    wait: int
    """A byte that waits for its second half; IN_STEP; ANY where it is one of a dropped pair's."""
    node: Node | None
    shape: tuple[tuple[int, str, str], ...]


IN_STEP: Final = -1
ANY: Final = -2

FRONT: Final = 12
"""How many possibilities of a lost character are followed into a lost neighbour."""
SPREAD: Final = 9.0
"""Nats behind all together from which on a possibility is not followed."""
SEEN: Final = 2.0
"""Nats by which a pair is likelier that stands elsewhere on the page."""
IMPLAUSIBLE: Final = -12.0
"""A Simplified-only character, or a bare one that this page annotates everywhere else."""

UNFOLD: Final = {ord(a): b for a, b in zip(",:;!?()", "，：；！？（）", strict=True)}


def follows(a: str, b: str, context: Context) -> float:
    """Log-likelihood of b after a, on this page."""
    key = a + b
    found = context.links.get(key)
    if found is None:
        found = link(a.translate(UNFOLD), b.translate(UNFOLD)) if context.folded else link(a, b)
        if key in context.seen:
            found = min(found + SEEN, max(found, -1.0))
        context.links[key] = found
    return found


def go(
    path: Path, at: int, chars: str, cost: float, context: Context, wait: int, why: tuple[int, str, str] | None = None, *, exact: bool = True, free: bool = False
) -> Path:
    """The path one character on: `chars` is all that it can be. free: it may stand bare although the page annotates it."""
    front = path.front
    if len(front) > 1 and len(chars) > 1:
        front = tuple(sorted(front, key=lambda row: -row[1])[:FRONT])
    new = []
    for c in chars:
        known = 0.0 if free else _plausible(c, context)
        if len(front) == 1:
            value = front[0][1] + follows(front[0][0], c, context)
        else:
            value = _together([s + follows(a, c, context) for a, s in front])
        new.append((c, value + cost + known))
    score = new[0][1] if len(new) == 1 else _together([s for _, s in new])
    if len(new) > 1:
        new = [row for row in new if row[1] > score - SPREAD]
    return Path(score, tuple(new), wait, Node(path.node, at, chars, exact), (*path.shape, why) if why else path.shape)


def _together(scores: list[float]) -> float:
    best = max(scores)
    return best + math.log(sum(math.exp(s - best) for s in scores))


def with_lost(path: Path, at: int, cost: float) -> Path:
    """The path with a character of which no byte is left; a dash goes on with another one."""
    dash = next((s for c, s in path.front if c == "—"), None)
    if dash is not None and dash + 1.0 > path.score + cost:
        node = Node(path.node.back if path.node else None, at, "—", False)
        return Path(dash, (("—", dash),), IN_STEP, Node(node, at, "—", False), path.shape)
    score = path.score + cost
    return Path(score, ((LOST, score),), IN_STEP, Node(path.node, at, LOST, False), path.shape)


def ending_in(path: Path, wait: int) -> Path | None:
    """A path whose dropped pair ended in this byte."""
    if path.wait != ANY:
        return path
    front = tuple((c, s) for c, s in path.front if c == LOST or wait in private().get(second_byte(c), ()))
    if not front or path.node is None:
        return None
    node = path.node._replace(chars="".join(c for c, _ in front))
    return path._replace(front=front, score=_together([s for _, s in front]), node=node)


def after_dropped(path: Path, at: int, first: int, context: Context, wait: int, reads: str) -> Path | None:
    """The path with the character that began in a dropped pair and ends in this byte; one of `reads` if that is not empty."""
    if not 0x40 <= first < 0xFF or first == 0x7F:
        return None
    front = sorted(path.front, key=lambda row: -row[1])[:FRONT]
    rows: list[tuple[str, float]] = []
    allowed = [(c, s, private().get(second_byte(c), frozenset())) for c, s in front if c != LOST]
    for c in [c for c in reads if second_byte(c) == first] if reads else bare(ended_by(first), context):
        lead = first_byte(c)
        before = [s + follows(a, c, context) for a, s, seconds in allowed if lead in seconds] if allowed else [front[0][1] + follows(LOST, c, context)]
        if before:
            rows.append((c, _together(before)))
    if not rows:
        return None
    rows.sort(key=lambda row: -row[1])
    chars = "".join(c for c, _ in rows)
    score = _together([s for _, s in rows])
    return Path(score, tuple(row for row in rows if row[1] > score - SPREAD), wait, Node(path.node, at, chars, bool(reads) and len(chars) == 1, True), path.shape)


@lru_cache(1 << 10)
def _without(chars: str, annotated: frozenset[str]) -> str:
    return "".join(c for c in chars if c not in annotated) or chars


def bare(chars: str, context: Context) -> str:
    """Those that the page does not annotate: an annotation would stand there."""
    return _without(chars, context.annotated)


def _plausible(char: str, context: Context) -> float:
    if char in context.annotated or char in simplified_only():
        return IMPLAUSIBLE
    return 0.0 if char < "\x7f" or is_text(char) or "\uff10" <= char <= "\uff5a" else IMPLAUSIBLE
