"""Put GBK pairs back in step.

A tool that works on bytes tore pairs apart; decoded again, every pair from the tear on stands one byte
off until a single byte brings it back in step. Here the served characters are turned into bytes and read
anew. Where the served text says only "?", bytes are lost: each possibility is weighed by how the result
reads, all possibilities of one tear side by side (Viterbi), and what was chosen so is marked as a guess.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import pair, rank
from qnews_scraper.text.hanzi import simplified_only
from qnews_scraper.text.readings import read_as
from qnews_scraper.text.words import words

CP936: Final = codec("cp936")
MARKS: Final = "，。！？：、；"
LOST: Final = "\ufffd"


class Kind(Enum):
    """What a served token can be."""

    CHAR = "a character, with its annotation if it has one"
    ASK = "a question mark: one, or a pair that could not be decoded"
    TORN = "a question mark and the rest of an annotation: the tear itself"
    TAIL = "a byte below 0x81 and an annotation: the second half of the annotated character, when out of step"


class Token(NamedTuple):
    """line[start:end], as served."""

    start: int
    end: int
    char: str
    kind: Kind = Kind.CHAR
    reading: str = ""


class Out(NamedTuple):
    """One character put where a token stood."""

    char: str
    guess: bool = False
    candidates: tuple[str, ...] = ()
    """For a guess: what the bytes allow here, best first, itself included."""


class Healed(NamedTuple):
    """What a token becomes."""

    token: Token
    outs: tuple[Out, ...]
    margin: float
    """How much better this reads than the best other structure, in nats; inf where the bytes leave no other."""
    torn: str = ""
    """For a tear: the character whose annotation it was."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the page."""

    torn: Callable[[str, int], tuple[tuple[str, bool], ...]]
    """(reading, first byte) -> the annotated characters it can be, each with whether that is a guess."""
    annotated: frozenset[str] = frozenset()
    """Characters that are always annotated here, so never stand bare."""
    folded: bool = False
    """Fullwidth forms were folded to ASCII."""
    rendered: bool = True
    """Control and private-use characters were dropped."""
    seen: frozenset[str] = frozenset()
    """Pairs of characters that stand elsewhere on the page: a word is rarely used once."""


class _Path(NamedTuple):
    score: float
    dangling: int
    """A byte that waits for its second half, or -1 in step."""
    last: str
    structure: tuple[tuple[int, str, str], ...]
    back: "_Path | None"
    outs: tuple[Out, ...]
    guess: bool
    """Whether `dangling` was guessed."""
    pending: bool = False
    """Whether `outs` still waits for the token it stands before."""
    guesses: str = ""
    """The characters guessed so far."""


BEAM: Final = 100
SETTLE: Final = 5
"""Characters in step after which a tear is over and decided."""
LONGEST: Final = 240
"""Tokens after which a tear is given up: a line of a news page ends, or holds an ASCII character, long before."""
DROPPED_AT_MOST: Final = 3
HIDDEN_AT_MOST: Final = 16
HIDDEN_FROM: Final = 4
LEADS: Final = 40
CANDIDATES: Final = 8
POOR: Final = -10.5
"""Likelihood of a pair of characters below which a reading is not believed while private-use pairs may have been dropped."""

# Costs in nats, of the same order as what one wrong pair of characters costs.
NEUTRAL: Final = 6.0
"""What a character of written text costs in the mean; added, so that longer readings are not at a loss."""
LITERAL: Final = -3.0
GUESSED: Final = -1.0
SEEN: Final = 2.5
WORD: Final = 6
"""Characters before a tear that may belong to its first word."""
WORDS: Final = 0.7
"""Weight of the words against the pairs of characters."""
AVERAGE: Final = 5.0
"""Nats a character costs in a row of average words."""
QUOTED: Final = 3.0
"""News ends a quotation far oftener than the text that the model was made from."""
CUT: Final = -4.0
EATEN: Final = -4.0
UNDEFINED: Final = -9.0
DROPPED: Final = -6.0
IMPLAUSIBLE: Final = -7.0
"""A Simplified-only character, or a bare one that this page annotates everywhere else."""


_pair = lru_cache(1 << 16)(pair)


@cache
def _char(lead: int, trail: int) -> str:
    """The character of a pair, "" where CP936 has none or only a private-use one."""
    char = CP936.decode_pair(lead, trail) or ""
    return "" if "\ue000" <= char <= "\uf8ff" else char


@cache
def _trails(lead: int) -> tuple[tuple[int, str], ...]:
    """All (trail, Han character or mark) of a lead byte."""
    return tuple((t, c) for t in range(0x40, 0xFF) if (c := _char(lead, t)) and _is_text(c))


@cache
def _leads(trail: int) -> tuple[tuple[int, str], ...]:
    return tuple((a, c) for a in range(0x81, 0xFF) if (c := _char(a, trail)) and _is_text(c))


@cache
def _undefined(lead: int) -> tuple[int, ...]:
    """Trail bytes >= 0x81 with which a byte makes no character at all."""
    return tuple(t for t in range(0x81, 0xFF) if CP936.decode_pair(lead, t) is None)


@cache
def _private() -> dict[int, tuple[int, ...]]:
    """First byte of a private-use pair -> the second bytes that can begin a character."""
    rows = {a: tuple(b for b in range(0x81, 0xFF) if "\ue000" <= (CP936.decode_pair(a, b) or "") <= "\uf8ff") for a in range(0x81, 0xFF)}
    return {a: row for a, row in rows.items() if row}


@cache
def _private_leads() -> tuple[int, ...]:
    return tuple(_private())


def _is_text(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" or char in "，。！？：、；“”‘’《》（）〈〉【】—…·"


def _second(char: str) -> int:
    return (CP936.encode_char(char) or b"\0\0")[1]


def _bytes(char: str, folded: bool) -> tuple[bytes, ...]:
    if char < "\x80":
        return (char.encode(), bytes((0xA3, ord(char) + 0x80))) if folded and "!" <= char <= "~" else (char.encode(),)
    if char == "€":
        return (b"\x80",)
    code = CP936.encode_char(char)
    return (code,) if code else ()


def heal(tokens: Sequence[Token], context: Context) -> Iterator[Healed]:
    """What each token that a tear reaches becomes; tokens in step and unchanged are not mentioned.

    Nothing is yielded for a tear that no reading of the bytes explains.
    """
    at = 0
    last = ""
    while at < len(tokens):
        token = tokens[at]
        if token.kind is Kind.CHAR:
            last = token.char
            at += 1
            continue
        found, at = _tear(tokens, at, last, context)
        yield from found
        last = found[-1].outs[-1].char if found and found[-1].outs else tokens[at - 1].char


def _tear(tokens: Sequence[Token], first: int, last: str, context: Context) -> tuple[list[Healed], int]:
    """One tear, from its "?" to where all is in step again, and the token after it."""
    paths, at = _search(tokens, first, last, context, 0)
    for hidden in (1, 2) if context.rendered else ():
        # only where nothing else reads well, for it multiplies the possibilities
        if not paths or _worst(last, paths[0]) < POOR:
            paths, at = max((paths, at), _search(tokens, first, last, context, hidden), key=lambda found: found[0][0].score if found[0] else -1e9)
    if not paths:
        return [], first + 1
    left = "".join(t.char for t in tokens[max(0, first - WORD) : first])
    weighed = sorted(((p.score + WORDS * _words(left, p), p) for p in paths), key=lambda row: -row[0])
    score, chosen = weighed[0]
    shape = [(at, what) for at, what, _ in chosen.structure]
    rival = next((s for s, p in weighed if [(at, what) for at, what, _ in p.structure] != shape), -float("inf"))
    if all(what == "literal" for _, what in shape):
        return [], at
    torn = {index: char for index, what, char in chosen.structure if what == "torn"}
    outs = _with_candidates(_outs(chosen), tokens[first:at], last)
    healed = [Healed(t, o, score - rival, torn.get(i, "")) for i, (t, o) in enumerate(zip(tokens[first:at], outs, strict=True), first)]
    while healed and healed[-1].outs == (Out(healed[-1].token.char),):
        healed.pop()
    return healed, at


def _outs(path: _Path) -> list[tuple[Out, ...]]:
    """What each token of a path becomes."""
    outs: list[tuple[Out, ...]] = []
    while path.back is not None:
        outs.append(path.outs)
        path = path.back
    outs.reverse()
    return outs


def _worst(last: str, path: _Path) -> float:
    """The least likely pair of characters on a path."""
    made = last + "".join(out.char for row in _outs(path) for out in row)
    return min((_pair(a, b) for a, b in pairwise(made)), default=0.0)


def _words(left: str, path: _Path) -> float:
    """How well a path reads as words, a row of as many average words taken off."""
    made = "".join(out.char for row in _outs(path) for out in row)
    return words(left + made) - words(left) + AVERAGE * len(made)


def _with_candidates(outs: list[tuple[Out, ...]], tokens: Sequence[Token], last: str) -> list[tuple[Out, ...]]:
    """The same, each guess with what else the one byte that is known of it allows."""
    flat = [out.char for row in outs for out in row]
    made: list[tuple[Out, ...]] = []
    at = 0
    for token, row in zip(tokens, outs, strict=True):
        new = []
        for out in row:
            code = CP936.encode_char(out.char) if out.guess and out.char != LOST else None
            if code and len(code) == 2:
                left, right = flat[at - 1] if at else last, flat[at + 1] if at + 1 < len(flat) else ""
                known = _trails(code[0]) if token.kind is Kind.ASK else _leads(code[1])
                ranked = [c for c, _ in rank(left, (c for _, c in known if c != out.char and c not in simplified_only()), right.replace(LOST, "0"))]
                out = out._replace(candidates=(out.char, *ranked[: CANDIDATES - 1]))
            new.append(out)
            at += 1
        made.append(tuple(new))
    return made


def _search(tokens: Sequence[Token], first: int, last: str, context: Context, hidden: int) -> tuple[list[_Path], int]:
    """The paths that end in step, best first, and where they end. hidden: how many dropped pairs may stand side by side."""
    paths = [_Path(0.0, -1, last, (), None, (), False)]
    settled = 0
    at = first
    while at < len(tokens) and settled < SETTLE and at - first < LONGEST:
        following = tokens[at + 1].char if at + 1 < len(tokens) else "\n"
        best: dict[tuple[int, str, str, tuple[tuple[int, str, str], ...]], _Path] = {}
        for i, path in enumerate(paths):
            for step in _steps(path, tokens[at], at, following, context, hidden if i < HIDDEN_FROM else 0):
                key = (step.dangling, step.last, step.guesses, step.structure)
                if key not in best or best[key].score < step.score:
                    best[key] = step
        if not best:
            return [], first + 1
        paths = sorted(best.values(), key=lambda p: -p.score)[:BEAM]
        ahead = tokens[at].kind is Kind.CHAR and all(p.dangling < 0 for p in paths[:4])
        settled = settled + 1 if ahead else 0
        at += 1
    return [p for p in paths if p.dangling < 0], at


def _steps(path: _Path, token: Token, at: int, following: str, context: Context, hidden: int) -> Iterator[_Path]:
    if path.dangling < 0:
        yield from _in_step(path, token, at, following, context)
        return
    yield from _out_of_step(path, token, at, following, context)
    if hidden and token.kind in (Kind.CHAR, Kind.TAIL) and sum(what == "dropped" for _, what, _ in path.structure) < DROPPED_AT_MOST:
        firsts = tuple(code[0] for code in _bytes(token.char, context.folded))
        found = _hidden(path, at, firsts, context)
        if hidden > 1:
            found += [more for once in _hidden(path, at, _private_leads(), context)[:HIDDEN_FROM] for more in _hidden(once, at, firsts, context)]
        for path in found:
            yield from _out_of_step(path, token, at, following, context)


def _go(
    path: _Path, outs: tuple[Out, ...], cost: float, context: Context, dangling: int = -1, guess: bool = False, why: tuple[int, str, str] | None = None
) -> _Path:
    """The path one token on."""
    score, last = path.score + cost, path.last
    # the character that a tear took a byte from was never annotated
    bare = path.dangling >= 0 and not path.outs and bool(path.structure) and path.structure[-1][1] == "torn"
    for out in outs:
        if out.char != LOST:
            score += NEUTRAL + _pair(last, out.char) + (0.0 if bare else _plausible(out.char, context))
            bare = False
            if last + out.char in context.seen:
                score += SEEN
            elif out.char == "”" and last in "。！？…":
                score += QUOTED
            elif out.char == last == "。":
                score -= QUOTED
            last = out.char
    structure = (*path.structure, why) if why else path.structure
    guesses = path.guesses + "".join(out.char for out in outs if out.guess)
    if path.pending:
        return _Path(score, dangling, last, structure, path.back, (*path.outs, *outs), guess, guesses=guesses)
    return _Path(score, dangling, last, structure, path, outs, guess, guesses=guesses)


def _in_step(path: _Path, token: Token, at: int, following: str, context: Context) -> Iterator[_Path]:
    if token.kind is Kind.CHAR:
        step = _go(path, (Out(token.char),), 0.0, context)
        yield step._replace(score=step.score - _plausible(token.char, context))
    elif token.kind is Kind.TAIL:
        yield _go(path, (Out(f"{token.char}({token.reading})"),), IMPLAUSIBLE, context)
    elif token.kind is Kind.ASK:
        yield _go(path, (Out("?"),), LITERAL, context, why=(at, "literal", ""))
        for first in _mark_bytes(following, context):
            for lead in _likely_leads(path.last, first):
                yield _go(path, (), CUT, context, lead, True, (at, "cut", ""))
    else:
        code = CP936.encode_char(path.last) if path.last else None
        if code and len(code) == 2:
            for torn, guess in context.torn(token.reading, code[1]):
                yield _go(path, (), GUESSED if guess else 0.0, context, _second(torn), guess, (at, "torn", torn))


def _likely_leads(last: str, trail: int) -> Iterator[int]:
    """Lead bytes for a character of which only the second byte is known, those that read best after `last`."""
    ranked = sorted(_leads(trail), key=lambda row: -_pair(last, row[1]))
    return (lead for lead, _ in ranked[:LEADS])


def _out_of_step(path: _Path, token: Token, at: int, following: str, context: Context) -> Iterator[_Path]:
    waiting = path.dangling
    if token.kind is Kind.TORN:
        for torn, guess in context.torn(token.reading, waiting):
            step = _go(path, (Out(torn, guess or path.guess),), GUESSED if guess else 0.0, context, why=(at, "torn", torn))
            yield step._replace(score=step.score - _plausible(torn, context))
        return
    if token.kind is Kind.ASK:
        cut = bool(_mark_bytes(following, context))
        for trail, char in _trails(waiting):
            if cut:
                yield _go(path, (Out(char, True),), CUT, context, why=(at, "cut", ""))
            yield _go(path, (Out(char, True), Out(LOST, True)), EATEN - 2.0 * cut, context, why=(at, "eaten", ""))
            for lead in _undefined(trail) if trail >= 0x81 else ():
                yield _go(path, (Out(char, True),), UNDEFINED, context, lead, True, (at, "undefined", ""))
    for code in _bytes(token.char, context.folded):
        char = _char(waiting, code[0])
        if not char:
            continue
        if len(code) == 1:
            if token.kind is Kind.CHAR or char in read_as(token.reading):
                step = _go(path, (Out(char, path.guess),), 0.0, context)
                yield step._replace(score=step.score - _plausible(char, context)) if token.kind is Kind.TAIL else step
        elif token.kind is Kind.TAIL:
            continue
        elif 0x40 <= code[1] < 0x7F:
            yield _go(path, (Out(char, path.guess), Out(chr(code[1]))), 0.0, context)
        elif code[1] > 0x80:
            yield _go(path, (Out(char, path.guess),), 0.0, context, code[1])


def _hidden(path: _Path, at: int, firsts: tuple[int, ...], context: Context) -> list[_Path]:
    """The paths with a private-use pair that rendering dropped before this token; `firsts` can be the bytes after it."""
    found = []
    for char, second in _halves(path.dangling, path.last, firsts):
        step = _go(path, (Out(char, True),), DROPPED, context, second, True, (at, "dropped", ""))
        found.append(step._replace(pending=True))
    return found


@lru_cache(1 << 14)
def _halves(waiting: int, last: str, firsts: tuple[int, ...]) -> tuple[tuple[str, int], ...]:
    """(first character, byte that begins the second) for a private-use pair between a waiting byte and what follows, best first."""
    found = []
    for first, seconds in _private().items():
        char = _char(waiting, first)
        if not char or not _is_text(char) or char in simplified_only():
            continue
        score = _pair(last, char)
        for second in seconds:
            ahead = max((_pair(char, c) for f in firsts if (c := _char(second, f)) and _is_text(c) and c not in simplified_only()), default=None)
            if ahead is not None:
                found.append((score + ahead, char, second))
    found.sort(reverse=True)
    return tuple((char, second) for _, char, second in found[:HIDDEN_AT_MOST])


def _mark_bytes(following: str, context: Context) -> tuple[int, ...]:
    """First byte of the mark that follows, when one does; that byte may itself have been cut off by another mark."""
    if following == "?":
        return (0xA3, 0xA1)
    if following in MARKS or (context.folded and following in ",!:;"):
        return (0xA1,) if following in "。、" else (0xA3,)
    return ()


def _plausible(char: str, context: Context) -> float:
    if char in context.annotated or char in simplified_only():
        return IMPLAUSIBLE
    return 0.0 if char < "\x7f" or _is_text(char) or "\uff10" <= char <= "\uff5a" else IMPLAUSIBLE
