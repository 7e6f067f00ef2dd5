"""Misreadings undone where bytes were lost, or where only a part of a line was misread.

A beam search goes over the served characters. Each is either left as it is or turned into the bytes it was read from;
a U+FFFD or a "?" may stand for one or two bytes that are not known, and where the reading drops bytes without a
trace, one may be missing. What the bytes say in their own encoding is scored by how well it reads. So one search finds
the borders of the damage, the lost bytes' places, and their likeliest values. Linear in the length of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from typing import Final, NamedTuple

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import is_frequent, log_odds
from qnews_scraper.text.loss import EATEN, Loss, codes_of
from qnews_scraper.text.misread import Misreading, pairs
from qnews_scraper.text.wildcard import LOST, NEAR, Guess, followers, foreign, is_text, settle

_LEADS: Final = bytes((*range(0xE3, 0xEA), 0xEF))
"""First bytes in UTF-8 of Han characters, kana and CJK marks."""
_CONTINUES: Final = frozenset(range(0x80, 0xC0))

BEAM: Final = 12
SPREAD: Final = 8
"""Candidates of one lost byte that a path is split into."""
FEW: Final = 300
"""A character with more candidates than this, the frequent ones counted, is lost, not filled in: hardly half of such guesses are right."""
MOST: Final = 6000
"""Byte sequences that are looked through for candidates."""
# costs in nats
BEGIN: Final = -6.0
DROPPED: Final = -0.7
"""A byte missing where the reading drops such bytes by itself."""
UNKNOWN: Final = -1.5
"""A character of which too little is known."""
BROKEN: Final = -7.0
LITERAL_LOSS: Final = -5.0
LITERAL_LETTER: Final = -4.0
"""A letter beyond ASCII left as it is among bytes read as such letters."""
_WORD: Final = re.compile(r"\S+")
_ROW: Final = re.compile("[\x80-\uffff]{2}")
_ASKED: Final = re.compile(r"\?[@-~]?[\x80-\uffff]")
"""A "?" that may be a first byte: letters beyond ASCII go on behind the second."""
ROWS: Final = 3
"""Pairs of letters beyond ASCII from which a word is taken for bytes."""


class Said(NamedTuple):
    """What a stretch of bytes says: one or more characters, and how sure that is."""

    text: str
    candidates: tuple[str, ...] = ()
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end], as served, becomes `new`."""

    start: int
    end: int
    new: str
    candidates: tuple[str, ...] = ()
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A misread stretch, in pieces that adjoin, and by how many nats the repair reads better."""

    pieces: tuple[Piece, ...]
    gain: float

    @property
    def start(self) -> int:
        return self.pieces[0].start

    @property
    def end(self) -> int:
        return self.pieces[-1].end

    @property
    def new(self) -> str:
        return "".join(p.new for p in self.pieces)


class _Path(NamedTuple):
    score: float
    decoding: bool
    pending: tuple[bytes, ...]
    last: str
    back: "_Path | None"
    said: tuple[Said, ...]
    literal: float
    """What the characters of this stretch score as served."""


# --- what bytes say, per true encoding -----------------------------------------------------------


def _need(lead: int, true: str) -> int:
    """How many bytes a character has whose first is `lead`; 0 where none begins so."""
    if lead < 0x80:
        return 1
    if true == "utf-8":
        return 2 if 0xC2 <= lead <= 0xDF else 3 if 0xE0 <= lead <= 0xEF else 4 if 0xF0 <= lead <= 0xF4 else 0
    if lead in codec(true).singles:
        return 1
    return 2 if lead in _pair_leads(true) else 0


@lru_cache(None)
def _pair_leads(true: str) -> bytes:
    """Lead bytes of the pairs that stand for text: what a lost byte is taken for."""
    return bytes(sorted({code[0] for code, char in pairs(true).items() if is_text(char)}))


@lru_cache(None)
def _pair_trails(true: str) -> frozenset[int]:
    """Second bytes of the pairs."""
    return frozenset(code[1] for code in pairs(true))


@lru_cache(1 << 14)
def _chars(pending: tuple[bytes, ...], true: str) -> tuple[str, ...] | None:
    """The characters that bytes, each known or one of some, may be; None where they are too many."""
    size = 1
    for options in pending:
        size *= len(options)
    if size == 1:
        data = b"".join(pending)
        try:
            text = data.decode("utf-8") if true == "utf-8" else codec(true).decode(data)
        except UnicodeDecodeError:
            return ()
        return () if LOST in text else (text,)
    if size > MOST:
        return None
    found = []
    if true == "utf-8":
        for lead in pending[0]:
            for middle in pending[1]:
                for tail in pending[2] if len(pending) > 2 else (None,):
                    data = bytes((lead, middle)) if tail is None else bytes((lead, middle, tail))
                    char = data.decode("utf-8", "ignore")
                    if len(char) == 1 and (is_text(char) or char < "\u0530"):
                        found.append(char)
    else:
        known = pairs(true)
        found = [c for a in pending[0] for b in pending[1] if (c := known.get(bytes((a, b)))) and is_text(c)]
    if len(found) > FEW:
        found = [c for c in found if is_frequent(c)]
    return tuple(found) if len(found) <= FEW else None


class _Decoder:
    """Steps of one true encoding."""

    def __init__(self, how: Misreading, loss: Loss, traditional: bool | None, is_chinese: bool) -> None:
        self.served, self.true = how
        self.loss = loss
        self.foreign = foreign(traditional, is_chinese)
        self._tops: dict[tuple[tuple[bytes, ...], str], list[tuple[float, str, str]]] = {}
        self._filtered: dict[tuple[bytes, ...], tuple[str, ...]] = {}
        self.trails = _CONTINUES if how.true == "utf-8" else _pair_trails(how.true)
        self._as_lead: dict[bytes, bytes] = {}
        self._as_trail: dict[bytes, bytes] = {}

    def feed(self, path: _Path, options: bytes) -> Iterator[_Path]:
        """The path after one more byte."""
        pending = path.pending
        if not pending:
            if len(options) == 1:
                need = _need(options[0], self.true)
                if need == 1:
                    yield from self._say(path, (options,))
                elif need:
                    yield path._replace(pending=(options,))
                return
            if options is EATEN:
                yield self._lose(path, 0.0)
                return
            leads = self._as_lead.get(options)
            if leads is None:
                leads = self._as_lead[options] = bytes(b for b in options if b in (_LEADS if self.true == "utf-8" else _pair_leads(self.true)))
            if leads:
                yield path._replace(pending=(leads,))
            return
        trails = self._as_trail.get(options)
        if trails is None:
            trails = self._as_trail[options] = bytes(b for b in options if b in self.trails)
        if trails:
            pending = (*pending, trails)
            if len(pending) == _need(pending[0][0], self.true):
                yield from self._say(path, pending)
            else:
                yield path._replace(pending=pending)

    def _lose(self, path: _Path, cost: float = UNKNOWN) -> _Path:
        return path._replace(score=path.score + cost, pending=(), last=".", said=(*path.said, Said(LOST, lost=True)))

    def _say(self, path: _Path, pending: tuple[bytes, ...]) -> Iterator[_Path]:
        chars = _chars(pending, self.true)
        if chars is None or (len(chars) > 1 and not self.loss.fill):
            yield self._lose(path)
            return
        if len(chars) == 1:
            char = chars[0]
            sure = all(len(options) == 1 for options in pending)
            value, last = log_odds(path.last, char)
            yield path._replace(score=path.score + value, pending=(), last=last, said=(*path.said, Said(char, () if sure else chars)))
            return
        yield from self._choose(path, pending, chars)

    def _choose(self, path: _Path, pending: tuple[bytes, ...], chars: tuple[str, ...]) -> Iterator[_Path]:
        own = self._filtered.get(pending)
        if own is None:
            own = self._filtered[pending] = tuple(c for c in chars if c not in self.foreign)
        if not own:
            yield self._lose(path, BROKEN)
            return
        top = self._tops.get((pending, path.last))
        if top is None:
            top = self._tops[pending, path.last] = [(*log_odds(path.last, char), char) for char in followers(path.last, own, SPREAD)]
        for value, last, char in top:
            yield path._replace(score=path.score + value, pending=(), last=last, said=(*path.said, Said(char, own)))

    def missing(self, path: _Path) -> Iterator[_Path]:
        """The path with a byte put in that vanished before the next one."""
        if not path.pending:
            return
        if self.loss.dropped:
            yield from self.feed(path._replace(score=path.score + DROPPED), self.loss.dropped)


# --- the search ----------------------------------------------------------------------------------


def unravel(text: str, how: Misreading, loss: Loss, traditional: bool | None = None, is_chinese: bool = True) -> Iterator[Stretch]:
    """The stretches of `text` that read better with the misreading undone.

    `traditional` is the script expected, None when unknown; `is_chinese` that no kana and no Hangul are.
    """
    decoder = _Decoder(how, loss, traditional, is_chinese)
    bytes_: set[int] = set()
    if how.served == "latin":
        bytes_ = {i for word in _WORD.finditer(text) if len(_ROW.findall(word[0])) >= ROWS for i in range(*word.span())}
    paths = [_Path(0.0, False, (), " ", None, (), 0.0)]
    for i, char in enumerate(text):
        best: dict[tuple[bool, tuple[bytes, ...], str], _Path] = {}
        codes = codes_of(char, text[i + 1 : i + 2], how, loss)
        ascii_ = char < "\x80"
        is_among_bytes = i in bytes_ and (not ascii_ or (char in loss.marks and _ASKED.match(text, i) is not None))
        if is_among_bytes and char == "?":
            codes = (*codes[:-1], (codes[-1][0], LITERAL_LETTER))
        for path in paths:
            for step in _steps(path, char, codes, decoder, ascii_, is_among_bytes):
                key = (step.decoding, step.pending, step.last)
                known = best.get(key)
                if known is None or known.score < step.score:
                    best[key] = step
        paths = nlargest(BEAM, best.values(), key=lambda p: p.score) if len(best) > BEAM else list(best.values())
    ends = []
    for path in paths:
        if path.pending:
            back = path
            closed = list(decoder.missing(path._replace(back=back.back))) or [decoder._lose(path, BROKEN)]
            ends += [p for p in closed if not p.pending]
        else:
            ends.append(path)
    if ends:
        yield from _stretches(max(ends, key=lambda p: p.score), text)


def _steps(path: _Path, char: str, codes: Sequence[tuple[tuple[bytes, ...], float]], decoder: _Decoder, ascii_: bool, is_among_bytes: bool) -> Iterator[_Path]:
    value, last = log_odds(path.last, char)
    if char == LOST:
        value = LITERAL_LOSS
    elif is_among_bytes:
        value = min(value, LITERAL_LETTER)
    fresh = _Path(path.score, path.decoding, path.pending, path.last, path, (), path.literal)
    if not path.pending:
        if ascii_ and path.decoding:
            yield fresh._replace(score=path.score + value, last=last, said=(Said(char),))
        elif not path.decoding:
            yield fresh._replace(score=path.score + value, last=last)
        else:
            yield fresh._replace(score=path.score + value, decoding=False, last=last)
        if ascii_ and char not in decoder.loss.marks and not (char == " " and decoder.loss.space):
            return
    starts = [fresh]
    if not path.decoding:
        starts = [fresh._replace(score=path.score + BEGIN, decoding=True)]
    for start in starts:
        broken = False
        for code, cost in codes:
            after = [start._replace(score=start.score + cost)] if cost else [start]
            for options in code:
                after = [p for q in after for p in _with_missing(q, decoder) for p in decoder.feed(p, options)]
            broken = broken or bool(after)
            yield from after
        if not broken and start.pending:
            # what was pending cannot go on with this character: its character is lost
            dropped = decoder._lose(start, BROKEN)
            if ascii_:
                yield dropped._replace(score=dropped.score + value, last=last, said=(*dropped.said, Said(char)))
            for code, _ in codes:
                after = [dropped]
                for options in code:
                    after = [p for q in after for p in decoder.feed(q, options)]
                yield from after


def _with_missing(path: _Path, decoder: _Decoder) -> Iterator[_Path]:
    yield path
    if decoder.loss.dropped:
        for first in decoder.missing(path):
            yield first
            yield from decoder.missing(first)


def _stretches(path: _Path, text: str) -> Iterator[Stretch]:
    length = len(text)
    steps: list[_Path] = []
    while path.back is not None:
        steps.append(path)
        path = path.back
    steps.reverse()
    i = 0
    while i < length:
        if not steps[i].decoding:
            i += 1
            continue
        first = i
        last = next((j for j in range(i, length) if not steps[j].decoding), length)
        said = [s for step in steps[i:last] for s in step.said]
        left, right = text[max(0, i - NEAR) : i], text[last : last + NEAR] or "\n"
        chosen = settle(left, [s.text for s in said], {j: s.candidates for j, s in enumerate(said) if s.candidates}, right)
        j = 0
        for at in range(i, last):
            own = steps[at].said
            if any(s.candidates for s in own):
                steps[at] = steps[at]._replace(said=tuple(_decided(s, chosen.get(k)) for k, s in enumerate(own, j)))
            j += len(own)
        pieces: list[Piece] = []
        begun = i
        said = []
        while i < length and steps[i].decoding:
            said += steps[i].said
            i += 1
            if not steps[i - 1].pending:
                pieces.append(_piece(begun, i, said))
                begun, said = i, []
        if said or begun < i:
            pieces.append(_piece(begun, i, said))
        while pieces and pieces[-1].new.isascii() and not pieces[-1].candidates:
            pieces.pop()
        if pieces:
            before = steps[first].back
            gain = steps[i - 1].score - (before.score if before else 0.0)
            yield Stretch(tuple(pieces), gain)


def _decided(said: Said, found: Guess | None) -> Said:
    """A guess, made where it is clear, and lost where not."""
    if found is None:
        return said
    return Said(found.char, found.ranked) if found.clear else Said(LOST, found.ranked, lost=True)


def _piece(start: int, end: int, said: Sequence[Said]) -> Piece:
    new = "".join(s.text for s in said)
    open_ = [s for s in said if s.candidates]
    candidates: tuple[str, ...] = ()
    if len(open_) == 1:
        at = said.index(open_[0])
        left, right = "".join(s.text for s in said[:at]), "".join(s.text for s in said[at + 1 :])
        candidates = tuple(left + c + right for c in open_[0].candidates)
    elif open_:
        candidates = (new,)
    return Piece(start, end, new, candidates, any(s.lost for s in said))
