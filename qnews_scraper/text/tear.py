"""Ways to read the bytes of a tear: from its "?" to where all is in step again.

Damage is a function of the written text alone, so each way weighs as much as the text that it gives is likely to
be written; where bytes are lost, as much as all texts they allow together. A beam search over the served tokens.
"""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from qnews_scraper.text.gbk import (
    BRACKET,
    CLOSING,
    MARKS,
    begun_before_private,
    begun_by,
    char_of,
    ended_by,
    first_byte,
    is_cut_off,
    is_text,
    private,
    second_byte,
    served_bytes,
)
from qnews_scraper.text.halves import LOST, link
from qnews_scraper.text.hanzi import simplified_only
from qnews_scraper.text.readings import spelt_as
from qnews_scraper.text.tokens import Context, Kind, Token


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

BEAM: Final = 24
FRONT: Final = 12
"""How many possibilities of a lost character are followed into a lost neighbour."""
SPREAD: Final = 9.0
"""Nats behind all together from which on a possibility is not followed."""
HIDDEN_FROM: Final = 3
DROPPED_AT_MOST: Final = 4
SETTLE: Final = 5
"""Characters in step after which a tear is over and decided."""
LONGEST: Final = 240
"""Tokens after which a tear is given up: a line of a news page ends, or holds an ASCII character, long before."""

# likelihoods in nats
LITERAL: Final = -12.0
"""A question mark in ASCII in the midst of Chinese text."""
EATEN: Final = -3.0
"""An ASCII character after a Han one."""
MIDDLE, LAST = -5.0, -1.0
"""A character of which no byte is left, between two dropped pairs or after the last: one trail byte in ten, or any."""
UNSEEN: Final = -2.0
"""What nothing in the served text shows: of pairs out of step one in twenty is a private-use one."""
GUESSED: Final = -2.0
"""A tear by a character that the page does not annotate elsewhere."""
UNTOLD: Final = -6.0
"""The same by one that Traditional pages do not have: of thousands that mirrors annotate, one or two."""
IMPLAUSIBLE: Final = -12.0
"""A Simplified-only character, or a bare one that this page annotates everywhere else."""
DOUBTFUL: Final = -10.0
"""Two neighbouring links below which a private-use pair may have been dropped there."""
SEEN: Final = 2.0

UNFOLD: Final = {ord(a): b for a, b in zip(",:;!?()", "，：；！？（）", strict=True)}


def _link(a: str, b: str, context: Context) -> float:
    """Log-likelihood of b after a, on this page."""
    key = a + b
    found = context.links.get(key)
    if found is None:
        found = link(a.translate(UNFOLD), b.translate(UNFOLD)) if context.folded else link(a, b)
        if key in context.seen:
            found = min(found + SEEN, max(found, -1.0))
        context.links[key] = found
    return found


def search(tokens: Sequence[Token], first: int, last: str, context: Context) -> tuple[list[Path], int]:
    """The ways to read that end in step, likeliest first, and where they end."""
    agenda: dict[int, list[Path]] = {first: [Path(0.0, ((last, 0.0),), IN_STEP, None, ())]}
    settled = 0
    at = first
    while agenda and at < len(tokens) and settled < SETTLE and at - first < LONGEST:
        paths = sorted(agenda.pop(at, ()), key=lambda p: -p.score)[:BEAM]
        for i, path in enumerate(paths):
            for end, step in _steps(path, tokens, at, context, context.rendered and i < HIDDEN_FROM):
                agenda.setdefault(end, []).append(step)
        settled = settled + 1 if tokens[at].kind is Kind.CHAR and all(p.wait == IN_STEP for p in paths[:4]) else 0
        at += 1
    return sorted((p for p in agenda.get(at, ()) if p.wait == IN_STEP), key=lambda p: -p.score)[:BEAM], at


def _steps(path: Path, tokens: Sequence[Token], at: int, context: Context, may_hide: bool) -> Iterator[tuple[int, Path]]:
    if path.wait == IN_STEP:
        yield from _in_step(path, tokens, at, context)
        return
    doubt = True
    for end, step in _out_of_step(path, tokens, at, context):
        doubt = doubt and not _reads(path, step, tokens, end, context)
        yield end, step
    chars = begun_before_private(path.wait) if may_hide and doubt and path.wait != ANY else ""
    if not chars or sum(what == "dropped" for _, what, _ in path.shape) >= DROPPED_AT_MOST:
        return
    once = _go(path, at, chars, UNSEEN, context, ANY, (at, "dropped", ""), exact=False)
    # a dash and dots come in twos
    alone = tuple(row for row in once.front if row[0] not in "—…" or path.front[0][0] == row[0])
    for _, step in _out_of_step(once._replace(front=alone), tokens, at, context) if alone else ():
        yield at + 1, step
    twice = _open(once, at, MIDDLE)
    for _, step in _out_of_step(twice._replace(wait=ANY, shape=(*once.shape, (at, "dropped", ""))), tokens, at, context):
        yield at + 1, step


def _open(path: Path, at: int, cost: float) -> Path:
    """The path with a character of which no byte is left; a dash goes on with another one."""
    dash = next((s for c, s in path.front if c == "—"), None)
    if dash is not None and dash + 1.0 > path.score + cost:
        node = Node(path.node.back if path.node else None, at, "—", False)
        return Path(dash, (("—", dash),), IN_STEP, Node(node, at, "—", False), path.shape)
    score = path.score + cost
    return Path(score, ((LOST, score),), IN_STEP, Node(path.node, at, LOST, False), path.shape)


def _reads(path: Path, step: Path, tokens: Sequence[Token], end: int, context: Context) -> bool:
    """Whether a step out of a known byte reads well with what comes after it."""
    if len(step.front) > 1 or step.node is None or tokens[end - 1].kind is not Kind.CHAR:
        return False
    char = step.front[0][0]
    score = step.score - path.score
    if step.wait >= 0 and end < len(tokens) and tokens[end].kind is Kind.CHAR:
        score += max((_link(char, c, context) for code in served_bytes(tokens[end].char, context.folded) if (c := char_of(step.wait, code[0]))), default=DOUBTFUL)
    else:
        score *= 2
    return score > DOUBTFUL


def _go(
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
            value = front[0][1] + _link(front[0][0], c, context)
        else:
            value = _together([s + _link(a, c, context) for a, s in front])
        new.append((c, value + cost + known))
    score = new[0][1] if len(new) == 1 else _together([s for _, s in new])
    if len(new) > 1:
        new = [row for row in new if row[1] > score - SPREAD]
    return Path(score, tuple(new), wait, Node(path.node, at, chars, exact), (*path.shape, why) if why else path.shape)


def _together(scores: list[float]) -> float:
    best = max(scores)
    return best + math.log(sum(math.exp(s - best) for s in scores))


def _in_step(path: Path, tokens: Sequence[Token], at: int, context: Context) -> Iterator[tuple[int, Path]]:
    token = tokens[at]
    if token.kind is Kind.CHAR:
        yield at + 1, _go(path, at, token.char, 0.0, context, IN_STEP, free=True)
    elif token.kind is Kind.HALF:
        yield from _closed(path, tokens, at, context)
    elif token.kind is Kind.ASK:
        node = Node(path.node, at, "?", True)
        score = path.score + (max(LITERAL, _link(path.front[0][0], "？", context)) if context.folded else LITERAL)
        yield at + 1, path._replace(score=score, front=(("?", score),), node=node, shape=(*path.shape, (at, "literal", "")))
        following = _char_at(tokens, at + 1)
        yield from _cut_bracket(path, tokens, at, context)
        for first, second in _mark_bytes(following, context):
            cut = _go(path, at, _bare(ended_by(first), context), 0.0, context, second, (at, "cut", ""), exact=False)
            yield at + 2, cut
        for first, _ in _mark_bytes(_char_at(tokens, at + 2), context) if following == "?" else ():
            # the byte before the mark makes a mark with its first byte (A1 A3 is 。, A3 A1 is ！), so both are cut off
            yield at + 2, _go(path, at, _bare(ended_by(first ^ 2), context), 0.0, context, IN_STEP, (at, "cut", ""), exact=False)
    else:
        for last, score in path.front:
            code = (served_bytes(last, context.folded) or (b"",))[-1] if last and last != LOST else b""
            if len(code) != 2:
                continue
            known = path.node._replace(chars=last) if path.node and len(path.front) > 1 else path.node
            one = path._replace(score=score, front=((last, score),), node=known)
            if token.kind is Kind.TORN:
                for torn, unsure in _torn(token, code[1], context):
                    if second_byte(torn) >= 0x81:
                        total = score + _unsure(torn, unsure)
                        yield at + 1, Path(total, ((last, total),), second_byte(torn), known, (*path.shape, (at, "torn", torn)))
            elif token.char < "\x80" and (torn := char_of(code[1], ord(token.char))) and torn in spelt_as(token.reading):
                yield at + 1, _go(one, at, token.char, 0.0, context, IN_STEP, (at, "torn", torn), free=True)


def _cut_bracket(path: Path, tokens: Sequence[Token], at: int, context: Context) -> Iterator[tuple[int, Path]]:
    """A character whose second byte makes a mark with the first one of its reading's fullwidth bracket: 劇（jù） is 84 [05] A1 A3 A8 6A."""
    token = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if token.kind is not Kind.TORN or token.char not in MARKS or second_byte(token.char) != BRACKET:
        return
    alike = [c for c in spelt_as(token.reading) if second_byte(c) == first_byte(token.char) and is_text(c)]
    known = [c for c in alike if c in context.annotated] or alike
    for char in known:
        yield at + 2, _go(path, at, char, GUESSED * (len(known) > 1), context, IN_STEP, (at, "cut", ""), exact=len(known) == 1, free=True)


def _torn(token: Token, first: int, context: Context) -> tuple[tuple[str, bool], ...]:
    """Characters that begin with this byte and whose annotation a token is the rest of, each with whether that is a guess."""
    if token.char == "?":
        return context.torn(token.reading, first)
    # a fullwidth bracket leaves the second byte, in a pair with its own first one
    char = char_of(first, first_byte(token.char))
    return ((char, False),) if char and char in spelt_as(token.reading) else ()


def _closed(path: Path, tokens: Sequence[Token], at: int, context: Context) -> Iterator[tuple[int, Path]]:
    """The path after the rest of a closing bracket, in a pair with the first byte of what follows."""
    token = tokens[at]
    step = path._replace(shape=(*path.shape, (at, "closed", "")))
    if token.char == "?" and _mark_bytes(_char_at(tokens, at + 1), context):  # it ate a control byte
        yield at + 1, step
    elif token.char == "?":
        yield at + 1, step._replace(front=(("0", step.score + EATEN),), score=step.score + EATEN, node=Node(step.node, at, LOST, False))
        yield from _begun_unseen(step, tokens, at + 1, context)
    elif first_byte(token.char) != CLOSING:
        yield from _begun_unseen(step, tokens, at, context)
    else:
        second = second_byte(token.char)
        yield at + 1, step._replace(wait=second) if second > 0x80 else _go(step, at, chr(second), 0.0, context, IN_STEP, free=True)


def _begun_unseen(path: Path, tokens: Sequence[Token], at: int, context: Context) -> Iterator[tuple[int, Path]]:
    """The path with a character of which the first byte went with the last one of a closing bracket; a token begins with its second one, or is it."""
    token = tokens[at] if at < len(tokens) else Token(0, 0, "?")
    if token.char == "?":
        return
    second = ord(token.char) if token.char < "\x80" else first_byte(token.char)
    behind = tokens[at + 1] if at + 1 < len(tokens) else token
    reading, end, wait = token.reading, at + 1, IN_STEP
    if token.char > "\x80" and token.kind is not Kind.TORN:
        wait = second_byte(token.char)
        if wait == BRACKET and behind.kind is Kind.TORN and behind.char == "?":
            reading, end, wait = behind.reading, at + 2, IN_STEP
    chars = "".join(c for c in (spelt_as(reading) if reading else ended_by(second)) if second_byte(c) == second and is_text(c) and is_cut_off(first_byte(c)))
    chars = "".join(c for c in chars if c in context.annotated) or chars if reading else _bare(chars, context)
    if chars:
        exact = bool(reading) and len(chars) == 1
        step = _go(path, at, chars, GUESSED * (not exact), context, wait, exact=exact, free=bool(reading))
        yield end, _go(step._replace(wait=IN_STEP), at, chr(wait), 0.0, context, IN_STEP, free=True) if 0 < wait < 0x80 else step


@lru_cache(1 << 10)
def _without(chars: str, annotated: frozenset[str]) -> str:
    return "".join(c for c in chars if c not in annotated) or chars


def _bare(chars: str, context: Context) -> str:
    """Those that the page does not annotate: an annotation would stand there."""
    return _without(chars, context.annotated)


def _out_of_step(path: Path, tokens: Sequence[Token], at: int, context: Context) -> Iterator[tuple[int, Path]]:
    token = tokens[at]
    if token.kind is Kind.TORN:
        if path.wait == BRACKET and len(path.front) == 1 and path.front[0][0] in spelt_as(token.reading):
            # what was torn is the bracket of an annotation, by the character that its first byte ended
            yield at + 1, path._replace(wait=IN_STEP, shape=(*path.shape, (at, "closed", "")))
        for wait in (path.wait,) if path.wait != ANY else range(0x81, 0xFF):
            for torn, unsure in _torn(token, wait, context):
                if one := _from(path, wait):
                    yield at + 1, _go(one, at, torn, _unsure(torn, unsure), context, IN_STEP, (at, "torn", torn), exact=not unsure, free=True)
        return
    if token.kind is Kind.HALF:
        return
    if token.kind is Kind.ASK:
        yield from _eaten(path, at, _char_at(tokens, at + 1), context)
        if path.wait != ANY and (chars := begun_before_private(path.wait)):  # some decoders have no private-use pairs
            yield at + 1, _go(path, at, chars, UNSEEN, context, ANY, (at, "undecoded", ""), exact=False)
    if token.kind is not Kind.ASK or context.folded:  # where marks were folded, a "?" may be one
        yield from _pair_by_pair(path, token, at, context)


def _unsure(torn: str, unsure: bool) -> float:
    return GUESSED * unsure if torn not in simplified_only() else UNTOLD


def _eaten(path: Path, at: int, following: str, context: Context) -> Iterator[tuple[int, Path]]:
    """A "?" that ate a trail byte, together with a control byte before a mark or with an ASCII character."""
    cut = bool(_mark_bytes(following, context))
    if path.wait == ANY:
        if cut:
            yield at + 1, _open(path, at, LAST)
        else:
            twice = _open(path, at, MIDDLE)
            yield at + 1, twice._replace(wait=ANY, shape=(*twice.shape, (at, "undecoded", "")))
        return
    # what the table holds stands bare where a character before it in the table tore it
    torn = bool(path.shape) and path.shape[-1][:2] == (at - 1, "torn")
    chars = begun_by(path.wait) if torn else _bare(begun_by(path.wait), context)
    if not chars:
        return
    if cut or following == "?":
        yield at + 1, _go(path, at, chars, 0.0, context, IN_STEP, (at, "cut", ""), exact=False, free=torn)
    eaten = _go(path, at, chars, EATEN, context, IN_STEP, (at, "eaten", ""), exact=False, free=torn)
    yield at + 1, eaten._replace(front=(("0", eaten.score),), node=Node(eaten.node, at, LOST, False))


def _pair_by_pair(path: Path, token: Token, at: int, context: Context) -> Iterator[tuple[int, Path]]:
    """A served character whose first byte ends one written character, and whose second, if it has one, begins another."""
    for code in served_bytes(token.char, context.folded):
        wait = IN_STEP
        tail = ""
        if len(code) == 1:
            if code[0] < 0x40:
                continue
        elif token.kind is Kind.TAIL or code[1] == 0x7F or code[1] == 0x80:
            continue
        elif code[1] > 0x80:
            wait = code[1]
        else:
            tail = chr(code[1])
        if path.wait == ANY:
            step = _after_dropped(path, at, code[0], context, wait, spelt_as(token.reading) if token.kind is Kind.TAIL else "")
            if step is None:
                continue
        else:
            char = char_of(path.wait, code[0])
            if not char or (token.kind is Kind.TAIL and char not in spelt_as(token.reading)):
                continue
            if path.shape and path.shape[-1][:2] == (at - 1, "torn"):  # a character of the table stands bare where it was torn
                step = _go(path, at, char, 0.0 if char < "\x7f" or char > "\uff00" or is_text(char) else IMPLAUSIBLE, context, wait, free=True)
            else:
                step = _go(path, at, char, 0.0, context, wait, free=token.kind is Kind.TAIL)
        if tail:
            step = _go(step, at, tail, 0.0, context, wait, free=True)
        yield at + 1, step


def _from(path: Path, wait: int) -> Path | None:
    """A path whose dropped pair ended in this byte."""
    if path.wait != ANY:
        return path
    front = tuple((c, s) for c, s in path.front if c == LOST or wait in private().get(second_byte(c), ()))
    if not front or path.node is None:
        return None
    node = path.node._replace(chars="".join(c for c, _ in front))
    return path._replace(front=front, score=_together([s for _, s in front]), node=node)


def _after_dropped(path: Path, at: int, first: int, context: Context, wait: int, reads: str) -> Path | None:
    """The path with the character that began in a dropped pair and ends in this byte; one of `reads` if that is not empty."""
    if not 0x40 <= first < 0xFF or first == 0x7F:
        return None
    front = sorted(path.front, key=lambda row: -row[1])[:FRONT]
    rows: list[tuple[str, float]] = []
    allowed = [(c, s, private().get(second_byte(c), frozenset())) for c, s in front if c != LOST]
    for c in [c for c in reads if second_byte(c) == first] if reads else _bare(ended_by(first), context):
        lead = first_byte(c)
        before = [s + _link(a, c, context) for a, s, seconds in allowed if lead in seconds] if allowed else [front[0][1] + _link(LOST, c, context)]
        if before:
            rows.append((c, _together(before)))
    if not rows:
        return None
    rows.sort(key=lambda row: -row[1])
    chars = "".join(c for c, _ in rows)
    score = _together([s for _, s in rows])
    return Path(score, tuple(row for row in rows if row[1] > score - SPREAD), wait, Node(path.node, at, chars, bool(reads) and len(chars) == 1, True), path.shape)


def _char_at(tokens: Sequence[Token], at: int) -> str:
    """The character that a token is; "" for a tear, whose "?" is none, and at the end."""
    return tokens[at].char if at < len(tokens) and tokens[at].kind is not Kind.TORN else ""


def _mark_bytes(following: str, context: Context) -> tuple[tuple[int, int], ...]:
    """The bytes of the mark that follows, when one does."""
    if context.folded and following and following in ",!:;?":
        following = chr(ord(following) + 0xFEE0)
    if following and following in MARKS:
        return ((first_byte(following), second_byte(following)),)
    return ()


def _plausible(char: str, context: Context) -> float:
    if char in context.annotated or char in simplified_only():
        return IMPLAUSIBLE
    return 0.0 if char < "\x7f" or is_text(char) or "\uff10" <= char <= "\uff5a" else IMPLAUSIBLE
