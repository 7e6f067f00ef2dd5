"""Misreadings undone where bytes were lost, or where only a part of a line was misread.

A beam search goes over the served characters. Each is either left as it is or turned into the bytes it was read from;
a U+FFFD or a "?" may stand for one or two bytes that are not known, and where the reading drops bytes without a
trace, one may be missing. What the bytes say in their own encoding is scored by how well it reads. So one search finds
the borders of the damage, the lost bytes' places, and their likeliest values. Linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from operator import itemgetter
from typing import Final, NamedTuple

from qnews_scraper.text.bytewise import BROKEN, LOSE, Codes, Decoder, Pending, Said, decoder
from qnews_scraper.text.fluency import fluency, is_frequent, log_odds
from qnews_scraper.text.intact import Intact, intact
from qnews_scraper.text.loss import Loss
from qnews_scraper.text.misread import Misreading
from qnews_scraper.text.wildcard import AROUND, LOST, Guess, Reading, settle

BEAM: Final = 24
# costs in nats
BEGIN: Final = -6.0
BEGIN_FORMED: Final = -3.0
"""The same for the first of a line where the bytes have a form of their own and were read in pairs. Letters of the West stand in rows as it is."""
BEFORE, WITHIN, BEHIND = 0, 1, 2
"""Where a path is: nothing was misread so far, this is, or something was."""
LITERAL_LOSS: Final = -5.0
LITERAL_LETTER: Final = -4.0
"""A letter beyond ASCII left as it is among bytes read as such letters."""
SOUND: Final = 4
"""Characters behind a lost byte, all common, that show where the misread bytes end,"""
FEW: Final = 6
"""Served characters of which all ways to read them are weighed as words."""
READS: Final = 2.5
"""and the mean log-odds that they have."""
_TWO_BYTES: Final = frozenset(chr(c) for c in range(0x370, 0x800))
"""Letters of other alphabets than Latin."""
_WORD: Final = re.compile(r"\S+")
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_ROW: Final = re.compile("[\x80-\uffff]{2}")
_ASKED: Final = re.compile(r"\?[@-~]?[\x80-\uffff]")
"""A "?" that may be a first byte: letters beyond ASCII go on behind the second."""
_BETWEEN: Final = re.compile(r"(?<=[\u2460-\uffff])\?(?=[@-~]?[\u2460-\uffff])|^\?(?=[\u2460-\uffff])")
"""The same between characters of East Asian text, which ask with a mark of their own."""
ROWS: Final = 3
"""Pairs of letters beyond ASCII from which a word is taken for bytes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """text[start:end], as served, becomes `new`."""

    start: int
    end: int
    new: str
    candidates: tuple[str, ...] = ()
    lost: bool = False
    mixed: tuple[Said, ...] = ()
    """Character by character, where not all of them are lost."""


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
    state: int
    pending: Pending
    last: str
    back: "_Path | None"
    said: tuple[Said, ...]
    width: int = 1
    """Served characters that the last step went over."""


_Step = tuple[float, _Path, tuple[Said, ...]]
"""A path that goes on: its score, what it goes on from, and what it says."""
_Steps = dict[tuple[int, Pending, str], _Step]
"""The best of those that go on alike."""
_SCORE: Final = itemgetter(0)
_INSIDE: Final = (b"",)
"""What waits within a stretch that is read at once."""


def _by_score(item: tuple[object, _Step]) -> float:
    return item[1][0]


def unravel(text: str, how: Misreading, loss: Loss, traditional: bool | None = None, is_chinese: bool = True) -> "Walk | None":
    """The likeliest way over `text`, which tells what of it reads better with the misreading undone.

    `traditional` is the script expected, None when unknown; `is_chinese` that no kana and no Hangul are.
    """
    reader = decoder(how, loss, traditional, is_chinese)
    bytes_: set[int] = set()
    if how.served == "latin":
        bytes_ = {i for word in _WORD.finditer(text) if len(_ROW.findall(word[0])) >= ROWS for i in range(*word.span())}
    elif "?" in loss.marks:
        bytes_ = {found.start() for found in _BETWEEN.finditer(text)}
    paths = [_Path(0.0, BEFORE, (), " ", None, ())]
    row: dict[int, Codes] = {}
    known = intact(text, how, loss)
    ahead = next(known, None)
    i = 0
    while i < len(text) and paths:
        if ahead and ahead.start == i:
            paths = [_at_once(paths, ahead, reader)]
            i = ahead.end
            ahead = next(known, None)
            continue
        char = text[i]
        is_among_bytes = i in bytes_ and (char >= "\x80" or (char in loss.marks and (how.served != "latin" or _ASKED.match(text, i) is not None)))
        best: _Steps = {}
        behind = "" if char in loss.marks and _is_sound(text[i + 1 : i + 1 + SOUND]) else text[i + 1 : i + 2]
        codes = row[i] = reader.codes(char, behind, LITERAL_LETTER if is_among_bytes else 0.0)
        for path in paths:
            _go_on(best, path, char, codes, reader, is_among_bytes)
        rated = sorted(best.items(), key=_by_score, reverse=True)[:BEAM] if len(best) > BEAM else best.items()
        paths = [_Path(score, state, pending, last, back, said) for (state, pending, last), (score, back, said) in rated]
        i += 1
    ends = list(chain.from_iterable(_cut_off(path, reader) for path in paths))
    return Walk(text, _steps(max(ends, key=_SCORE)), reader, row) if ends else None


def _is_sound(text: str) -> bool:
    """Whether what stands behind a lost byte was never read from bytes."""
    return len(text) == SOUND and all(map(is_frequent, text)) and not text.isascii() and fluency(text) >= READS


def _at_once(paths: Sequence[_Path], known: Intact, reader: Decoder) -> _Path:
    """The best path over a stretch that says one thing; what waits before it for more of its character ends."""
    best, score = paths[0], float("-inf")
    for path in chain.from_iterable(_closed(path, reader) for path in paths):
        value = path.score + _begun(path, reader) + log_odds(path.last, known.new[0])[0]
        if value > score:
            best, score = path, value
    return _Path(score + known.score, WITHIN, (), log_odds(" ", known.new[-1])[1], best, (Said(known.new),), known.end - known.start)


def _begun(path: _Path, reader: Decoder) -> float:
    """What it costs a path to go on as misread."""
    if path.state == WITHIN:
        return 0.0
    return BEGIN_FORMED if path.state == BEFORE and reader.true == "utf-8" and reader.how.served != "latin" else BEGIN


def _closed(path: _Path, reader: Decoder) -> Iterator[_Path]:
    """A path where no character goes on: what is pending there is lost, or lacks bytes that were dropped."""
    if not path.pending:
        yield path
        return
    way = reader.missing((0.0, (), path.pending))
    if way and way[2]:
        way = reader.missing(way)
    cost, events, _ = way if way and not way[2] else (0.0, ((BROKEN, LOSE),), ())
    for score, last, said in reader.say(path.score + cost, path.last, events):
        yield path._replace(score=score, pending=(), last=last, said=(*path.said, *said))


def _cut_off(path: _Path, reader: Decoder) -> Iterator[_Path]:
    """A path where the text ends: of UTF-8, what is pending lacks the byte that was cut off."""
    if not path.pending or reader.true != "utf-8":
        yield from _closed(path, reader)
        return
    cost, events, _ = reader.cut_off(path.pending)
    for score, last, said in reader.say(path.score + cost, path.last, events):
        yield path._replace(score=score, pending=(), last=last, said=(*path.said, *said))


def _go_on(best: _Steps, path: _Path, char: str, codes: Codes, reader: Decoder, is_among_bytes: bool) -> None:
    """All ways of a path over one served character, left as it is or turned into bytes, into `best`."""
    value, last = log_odds(path.last, char)
    if char == LOST:
        value = LITERAL_LOSS
    elif is_among_bytes:
        value = min(value, LITERAL_LETTER)
    score, pending = path.score, path.pending
    is_within = path.state == WITHIN
    ascii_ = char < "\x80"
    if not pending:
        stays = ascii_ and is_within
        _keep(best, (BEHIND if is_within and not stays else path.state, (), last), score + value, path, (Said(char),) if stays else ())
        if ascii_ and not codes.may_be_bytes:
            return
    score += _begun(path, reader)
    before = path.last
    for cost, events, rest in codes.ways.get(pending) or reader.ways(codes, pending):
        if not events:
            _keep(best, (WITHIN, rest, before), score + cost, path, ())
        elif len(events) == 1 and isinstance(said := events[0][1], Said) and not said.lost:
            odds, after = log_odds(before, said.text)
            _keep(best, (WITHIN, rest, after), score + cost + odds, path, (said,))
        else:
            for total, after, row in reader.say(score + cost, before, events):
                _keep(best, (WITHIN, rest, after), total, path, row)
    if pending and ascii_ and codes.breaks[pending]:
        _keep(best, (WITHIN, (), last), score + BROKEN + value, path, (LOSE, Said(char)))


def _keep(best: _Steps, key: tuple[int, Pending, str], score: float, path: _Path, said: tuple[Said, ...]) -> None:
    known = best.get(key)
    if known is None or known[0] < score:
        best[key] = (score, path, said)


def _steps(path: _Path) -> list[_Path]:
    """The steps of a path, one for each served character."""
    steps: list[_Path] = []
    while path.back is not None:
        steps.append(path)
        steps += [path._replace(pending=_INSIDE, said=())] * (path.width - 1)
        path = path.back
    steps.reverse()
    return steps


@dataclass(frozen=True, slots=True)
class Walk:
    """A way over a text."""

    text: str
    steps: list[_Path]
    reader: Decoder
    codes: dict[int, Codes]
    """What each character may have been read from, but for those that were read at once."""

    @property
    def gain(self) -> float:
        """By how many nats all stretches together read better, those that read worse left out."""
        return sum(gain for first, last in self._decoded() if (gain := self._gain(first, last)) > 0.0)

    def stretches(self) -> Iterator[Stretch]:
        """What reads better, guesses made where they are clear."""
        for first, last in self._decoded():
            pieces = _without_edges(self.text, _pieces(self, first, last))
            if pieces:
                yield Stretch(tuple(pieces), self._gain(first, last))

    def _gain(self, first: int, last: int) -> float:
        before = self.steps[first].back
        return self.steps[last - 1].score - (before.score if before else 0.0)

    def _decoded(self) -> Iterator[tuple[int, int]]:
        first = -1
        for i, step in enumerate(self.steps):
            if step.state == WITHIN and first < 0:
                first = i
            elif step.state != WITHIN and first >= 0:
                yield first, i
                first = -1
        if first >= 0:
            yield first, len(self.steps)


def _readings(walk: "Walk", i: int, last: int) -> dict[int, list[Reading]]:
    """The ways to read each piece of a stretch where there are several, by the number of its first character in what is said.

    Of the ways that one mark stands for bytes the path has one, the best by pairs of characters.
    """
    found: dict[int, list[Reading]] = {}
    begun, first, count, is_open = i, 0, 0, False
    for at, step in enumerate(walk.steps[i:last], i + 1):
        count += len(step.said)
        is_open |= any(said.candidates for said in step.said)
        if step.pending:
            continue
        if is_open and at - begun <= FEW and all(k in walk.codes for k in range(begun, at)):
            readings = walk.reader.readings((walk.codes[k] for k in range(begun, at)), count)
            if len(readings) > 1:
                found[first] = readings
        begun, first, count, is_open = at, first + count, 0, False
    return found


def _pieces(walk: "Walk", i: int, last: int) -> list[Piece]:
    """A decoded stretch in pieces, each of which ends where no byte waits."""
    text, steps, reader = walk.text, walk.steps, walk.reader
    said = [s for step in steps[i:last] for s in step.said]
    if text[last - 1] == LOST and text[last : last + 1] > "\x7f" and steps[last - 1].said and said[-1].candidates:
        # what follows was not read from bytes, and so does not tell which bytes would be lost before it
        said[-1] = said[-1]._replace(candidates=reader.cut_short(said[-1].candidates))
    left, right = text[max(0, i - AROUND) : i], text[last : last + AROUND] or "\n"
    # what a mark took along is a digit oftener than all else of ASCII together
    readings = _readings(walk, i, last) if reader.true != "utf-8" and reader.loss.fill else None
    chosen = settle(left, ["0" if s.is_ascii else s.text for s in said], {j: s.candidates for j, s in enumerate(said) if s.candidates}, right, readings)
    own = iter([_decided(s, chosen.get(j)) for j, s in enumerate(said)])
    pieces: list[Piece] = []
    begun = i
    said = []
    for at, step in enumerate(steps[i:last], i + 1):
        said += islice(own, len(step.said))
        if not step.pending:
            pieces.append(_piece(begun, at, said))
            begun, said = at, []
    if said or begun < last:
        pieces.append(_piece(begun, last, said))
    while pieces and pieces[-1].new.isascii() and not pieces[-1].candidates:
        pieces.pop()
    return pieces


def _without_edges(text: str, pieces: list[Piece]) -> list[Piece]:
    """Without what makes a letter of another alphabet of a Han character beside text that was never damaged: 味 is ζ in UTF-8 read as GBK."""
    while pieces and _is_edge(text[max(0, pieces[0].start - 1) : pieces[0].end], pieces[0]):
        del pieces[0]
    while pieces and _is_edge(text[pieces[-1].start : pieces[-1].end + 1], pieces[-1]):
        del pieces[-1]
    return pieces


def _is_edge(served: str, piece: Piece) -> bool:
    if piece.new in _TWO_BYTES and len(served) > piece.end - piece.start and all("\x80" <= c < "\u0100" for c in served):
        return True  # of bytes that go on in another encoding: ר is 专 in GBK
    if len(served) == piece.end - piece.start or not "\x7f" < piece.new < "\u0800":
        return False
    is_letter = piece.new.isalpha() or not piece.new.isprintable() or unicodedata.combining(piece.new[0])
    return bool(is_letter) and all(map(is_frequent, served)) and _HAN.fullmatch(served) is not None


def _decided(said: Said, found: Guess | None) -> Said:
    """A guess, made where it is clear, and lost where not."""
    if found is None or (not said.candidates and found.ranked == (said.text,)):
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
    lost = any(s.lost for s in said)
    return Piece(start, end, new, candidates, lost, tuple(said) if lost and not all(s.lost for s in said) else ())
