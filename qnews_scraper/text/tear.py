"""Ways to read the bytes of a tear: from its "?" to where all is in step again.

Damage is a function of the written text alone, so each way weighs as much as the text that it gives is likely to
be written; where bytes are lost, as much as all texts they allow together. A beam search over the served tokens.
"""

from collections.abc import Iterator, Sequence
from typing import Final

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
    second_byte,
    served_bytes,
)
from qnews_scraper.text.halves import LOST
from qnews_scraper.text.hanzi import simplified_only
from qnews_scraper.text.path import ANY, IMPLAUSIBLE, IN_STEP, Node, Path, after_dropped, bare, ending_in, follows, go, with_lost
from qnews_scraper.text.readings import spelt_as
from qnews_scraper.text.tokens import Context, Kind, Token

BEAM: Final = 24
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
DOUBTFUL: Final = -10.0
"""Two neighbouring links below which a private-use pair may have been dropped there."""


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
    once = go(path, at, chars, UNSEEN, context, ANY, (at, "dropped", ""), exact=False)
    # a dash and dots come in twos
    alone = tuple(row for row in once.front if row[0] not in "—…" or path.front[0][0] == row[0])
    for _, step in _out_of_step(once._replace(front=alone), tokens, at, context) if alone else ():
        yield at + 1, step
    twice = with_lost(once, at, MIDDLE)
    for _, step in _out_of_step(twice._replace(wait=ANY, shape=(*once.shape, (at, "dropped", ""))), tokens, at, context):
        yield at + 1, step


def _reads(path: Path, step: Path, tokens: Sequence[Token], end: int, context: Context) -> bool:
    """Whether a step out of a known byte reads well with what comes after it."""
    if len(step.front) > 1 or step.node is None or tokens[end - 1].kind is not Kind.CHAR:
        return False
    char = step.front[0][0]
    score = step.score - path.score
    if step.wait >= 0 and end < len(tokens) and tokens[end].kind is Kind.CHAR:
        score += max((follows(char, c, context) for code in served_bytes(tokens[end].char, context.folded) if (c := char_of(step.wait, code[0]))), default=DOUBTFUL)
    else:
        score *= 2
    return score > DOUBTFUL


def _in_step(path: Path, tokens: Sequence[Token], at: int, context: Context) -> Iterator[tuple[int, Path]]:
    token = tokens[at]
    if token.kind is Kind.CHAR:
        yield at + 1, go(path, at, token.char, 0.0, context, IN_STEP, free=True)
    elif token.kind is Kind.HALF:
        yield from _closed(path, tokens, at, context)
    elif token.kind is Kind.ASK:
        node = Node(path.node, at, "?", True)
        score = path.score + (max(LITERAL, follows(path.front[0][0], "？", context)) if context.folded else LITERAL)
        yield at + 1, path._replace(score=score, front=(("?", score),), node=node, shape=(*path.shape, (at, "literal", "")))
        following = _char_at(tokens, at + 1)
        yield from _cut_bracket(path, tokens, at, context)
        for first, second in _mark_bytes(following, context):
            cut = go(path, at, bare(ended_by(first), context), 0.0, context, second, (at, "cut", ""), exact=False)
            yield at + 2, cut
        for first, _ in _mark_bytes(_char_at(tokens, at + 2), context) if following == "?" else ():
            # the byte before the mark makes a mark with its first byte (A1 A3 is 。, A3 A1 is ！), so both are cut off
            yield at + 2, go(path, at, bare(ended_by(first ^ 2), context), 0.0, context, IN_STEP, (at, "cut", ""), exact=False)
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
                yield at + 1, go(one, at, token.char, 0.0, context, IN_STEP, (at, "torn", torn), free=True)


def _cut_bracket(path: Path, tokens: Sequence[Token], at: int, context: Context) -> Iterator[tuple[int, Path]]:
    """A character whose second byte makes a mark with the first one of its reading's fullwidth bracket: 劇（jù） is 84 [05] A1 A3 A8 6A."""
    token = tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if token.kind is not Kind.TORN or token.char not in MARKS or second_byte(token.char) != BRACKET:
        return
    alike = [c for c in spelt_as(token.reading) if second_byte(c) == first_byte(token.char) and is_text(c)]
    known = [c for c in alike if c in context.annotated] or alike
    for char in known:
        yield at + 2, go(path, at, char, GUESSED * (len(known) > 1), context, IN_STEP, (at, "cut", ""), exact=len(known) == 1, free=True)


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
        yield at + 1, step._replace(wait=second) if second > 0x80 else go(step, at, chr(second), 0.0, context, IN_STEP, free=True)


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
    chars = "".join(c for c in chars if c in context.annotated) or chars if reading else bare(chars, context)
    if chars:
        exact = bool(reading) and len(chars) == 1
        step = go(path, at, chars, GUESSED * (not exact), context, wait, exact=exact, free=bool(reading))
        yield end, go(step._replace(wait=IN_STEP), at, chr(wait), 0.0, context, IN_STEP, free=True) if 0 < wait < 0x80 else step


def _out_of_step(path: Path, tokens: Sequence[Token], at: int, context: Context) -> Iterator[tuple[int, Path]]:
    token = tokens[at]
    if token.kind is Kind.TORN:
        if path.wait == BRACKET and len(path.front) == 1 and path.front[0][0] in spelt_as(token.reading):
            # what was torn is the bracket of an annotation, by the character that its first byte ended
            yield at + 1, path._replace(wait=IN_STEP, shape=(*path.shape, (at, "closed", "")))
        for wait in (path.wait,) if path.wait != ANY else range(0x81, 0xFF):
            for torn, unsure in _torn(token, wait, context):
                if one := ending_in(path, wait):
                    yield at + 1, go(one, at, torn, _unsure(torn, unsure), context, IN_STEP, (at, "torn", torn), exact=not unsure, free=True)
        return
    if token.kind is Kind.HALF:
        return
    if token.kind is Kind.ASK:
        yield from _eaten(path, at, _char_at(tokens, at + 1), context)
        if path.wait != ANY and (chars := begun_before_private(path.wait)):  # some decoders have no private-use pairs
            yield at + 1, go(path, at, chars, UNSEEN, context, ANY, (at, "undecoded", ""), exact=False)
    if token.kind is not Kind.ASK or context.folded:  # where marks were folded, a "?" may be one
        yield from _pair_by_pair(path, token, at, context)


def _unsure(torn: str, unsure: bool) -> float:
    return GUESSED * unsure if torn not in simplified_only() else UNTOLD


def _eaten(path: Path, at: int, following: str, context: Context) -> Iterator[tuple[int, Path]]:
    """A "?" that ate a trail byte, together with a control byte before a mark or with an ASCII character."""
    cut = bool(_mark_bytes(following, context))
    if path.wait == ANY:
        if cut:
            yield at + 1, with_lost(path, at, LAST)
        else:
            twice = with_lost(path, at, MIDDLE)
            yield at + 1, twice._replace(wait=ANY, shape=(*twice.shape, (at, "undecoded", "")))
        return
    # what the table holds stands bare where a character before it in the table tore it
    torn = bool(path.shape) and path.shape[-1][:2] == (at - 1, "torn")
    chars = begun_by(path.wait) if torn else bare(begun_by(path.wait), context)
    if not chars:
        return
    if cut or following == "?":
        yield at + 1, go(path, at, chars, 0.0, context, IN_STEP, (at, "cut", ""), exact=False, free=torn)
    eaten = go(path, at, chars, EATEN, context, IN_STEP, (at, "eaten", ""), exact=False, free=torn)
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
            step = after_dropped(path, at, code[0], context, wait, spelt_as(token.reading) if token.kind is Kind.TAIL else "")
            if step is None:
                continue
        else:
            char = char_of(path.wait, code[0])
            if not char or (token.kind is Kind.TAIL and char not in spelt_as(token.reading)):
                continue
            if path.shape and path.shape[-1][:2] == (at - 1, "torn"):  # a character of the table stands bare where it was torn
                step = go(path, at, char, 0.0 if char < "\x7f" or char > "\uff00" or is_text(char) else IMPLAUSIBLE, context, wait, free=True)
            else:
                step = go(path, at, char, 0.0, context, wait, free=token.kind is Kind.TAIL)
        if tail:
            step = go(step, at, tail, 0.0, context, wait, free=True)
        yield at + 1, step


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
