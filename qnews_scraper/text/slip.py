"""GBK whose pairs are out of step: one byte was lost, or turned into "?", or cut off where a chunk was decoded by itself.

From there to the next ASCII character each served character is the second byte of one and the first of the next. All these
bytes are known, so the whole run is realigned exactly; only the character that lost a byte, and the last one where its
second byte is under a U+FFFD, are guessed, and stay lost where the guess is not clear.
Two readings are scored side by side, as served and shifted by one byte. Linear in the length of the text.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from heapq import nlargest
from itertools import accumulate, pairwise
from operator import add
from typing import Final, NamedTuple

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import log_odds
from qnews_scraper.text.misread import encoder
from qnews_scraper.text.phrases import beside
from qnews_scraper.text.wildcard import AROUND, EVEN, FEWER, LOST, NEAR, WORDS, guess, is_clear, is_foreign, is_text, known, leads, likeliest, together, weigh
from qnews_scraper.text.words import around

# costs in nats
GUESSED: Final = -5.0
"""A character chosen among some hundred: the best of so many reads well by chance."""
SLIP: Final = GUESSED - 5.0
"""A byte missing where nothing shows it."""
MARKED: Final = GUESSED + 1.0
"""The same where a "?" or a U+FFFD shows it."""
MOST: Final = 7.0
"""What the last character may add, of which the second byte is guessed; as much as that again comes from the one behind it where an ASCII character is its second byte."""
GONE: Final = -5.0
"""A U+FFFD that is left as it is."""
HALF: Final = GUESSED + 2.0
"""A character whose second byte is under a U+FFFD."""
BROKEN: Final = GUESSED - 5.0
"""The same without a mark."""
LEAST: Final = 2
"""Characters that must be realigned for a run to be believed."""
LETTER: Final = -8.0
"""An ASCII character that comes out of a run, second byte of the last served character."""
ODD: Final = -12.0
"""Two bytes that make no character."""
STRAY: Final = -8.0
"""A fullwidth letter by itself among other characters: news writes them in rows, and bytes of others make them by chance."""
PLACES: Final = 5
"""Places at which a run may begin that are weighed with their words."""
BEST: Final = 14.0
"""What a guess may add, with what follows it."""
APART: Final = 10
"""Characters that two such places may be apart."""
EACH: Final = 12
"""Candidates at each of these places."""
CLOSE: Final = 14.0
"""Nats by which such a place may be worse than the best, before its own character is known."""


Script = Callable[[], bool | None]
"""Whether the page is Traditional, None where it does not say; asked when something is to be guessed."""


class Part(NamedTuple):
    """text[start:end], as served, becomes `new`; of a guess, the candidates, likeliest first."""

    start: int
    end: int
    new: str
    ranked: tuple[str, ...] = ()


class Slip(NamedTuple):
    """One run put back in step, in parts that adjoin, and by how many nats it reads better."""

    parts: tuple[Part, ...]
    gain: float


class _Way(NamedTuple):
    """A reading of the text so far."""

    score: float
    waiting: int
    """The byte that waits for its second one; IN_STEP, or CUT where only the second one stands."""
    tail: str
    """The last characters read."""
    part: Part | None = None
    back: "_Way | None" = None


IN_STEP: Final = -1
CUT: Final = 0


@cache
def _by_lead(lead: int, traditional: bool | None) -> tuple[str, ...]:
    return tuple(c for c in codec("gbk").begun_by(lead) if is_text(c) and not is_foreign(c, traditional))


@cache
def _by_trail(trail: int, traditional: bool | None) -> tuple[str, ...]:
    return tuple(c for c in codec("gbk").ended_by(trail) if is_text(c) and not is_foreign(c, traditional))


@lru_cache(1 << 13)
def char_of(lead: int, trail: int) -> str:
    """What two bytes of GBK stand for, if anything."""
    return codec("gbk").decode_pair(lead, trail) or ""


@lru_cache(1 << 13)
def _code(char: str) -> bytes:
    return encoder("gbk").code(char) or b""


def runs(text: str, slip: Slip) -> Iterator[list[Part]]:
    """Its parts, run by run, where enough was realigned that is no guess, or where what ends the run shows half a character."""
    row: list[Part] = []
    for part in (*slip.parts, None):
        if part is None or (row and row[-1].end != part.start):
            if sure(row) >= LEAST or (row and is_closed(text, row) and (sure(row) > 0 or all(p.new != LOST for p in row))):
                yield row
            row = []
        if part is not None:
            row.append(part)


def sure(row: Iterable[Part]) -> int:
    """Characters of a run of which both bytes are known."""
    return sum(len(p.new) - p.new.count(LOST) for p in row if not p.ranked)


def is_closed(text: str, row: Sequence[Part]) -> bool:
    """Whether a run ends in half a character: a U+FFFD, a "?" before a figure, or the second byte of one as an ASCII character."""
    last = text[row[-1].end - 1 : row[-1].end]
    return last == LOST or (last == "?" and text[row[-1].end : row[-1].end + 1].isdecimal()) or "@" <= last < "\x7f"


def slips(text: str, start: int, end: int, traditional: Script, enough: float = 0.0) -> Slip | None:
    """How text[start:end], characters beyond ASCII with nothing else among them, is put back in step; None where it cannot be.

    Less than `enough` nats gained is None too.
    """
    asked = start > 0 and text[start - 1] == "?"
    is_whole = not asked and LOST not in text[start:end]  # then each run out of step must gain enough by itself
    tail = text[max(0, start - NEAR - asked) : start - asked]
    plain = GONE if asked else 0.0
    ways = [_Way(plain, IN_STEP, tail)]
    if asked:
        ways.append(_Way(MARKED, CUT, tail))
    before = tail[-1:] or " "
    at = start
    while at < end:
        codes: list[bytes] = []
        while at + len(codes) < end and len(code := _code(text[at + len(codes)])) == 2:
            codes.append(code)
            if code[1] < 0x80:
                break
        stop = at + (len(codes) or 1)
        if codes:
            plain += sum(_scores(text[at:stop], before))
            ways = _best(found for way in ways for found in _run(text, at, codes, way, traditional, enough if is_whole else 0.0))
        elif text[at] == LOST:
            plain += GONE
            ways = _best(found for way in _rivals(ways, HALF - GONE) for found in _mark(text, at, way, end, traditional))
        else:
            plain += log_odds(before, text[at])[0]
            ways = [way._replace(score=way.score + log_odds(before, text[at])[0], tail=text[at]) for way in ways if way.waiting == IN_STEP]
        before = text[stop - 1]
        at = stop
    found = [found for way in _rivals(ways, -enough) for found in _closed(text, way, end, traditional)]
    best = max((way for way in found if way.part or way.back), key=lambda way: way.score, default=None)
    if best is None:
        return None
    parts: list[Part] = []
    way: _Way | None = best
    while way is not None:
        if way.part:
            parts.append(way.part)
        way = way.back
    return Slip(tuple(_paired(text, parts[::-1])), best.score - plain) if parts and best.score - plain >= enough else None


def _paired(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, two guesses side by side chosen together: when the first was made, the second was not known."""
    at = 0
    left = ""
    while at < len(parts):
        one = parts[at]
        if at == 0 or parts[at - 1].end != one.start:
            left = text[max(0, one.start - NEAR) : one.start]
        following = parts[at + 1] if at + 1 < len(parts) else None
        if following and one.ranked and following.ranked and one.end == following.start and len(following.ranked[0]) == 1:
            found = together(left, (one.ranked, following.ranked), text[following.end : following.end + NEAR] or "\n")
            for part, choice in zip((one, following), found, strict=True):
                yield part._replace(new=choice.char if choice.clear else LOST, ranked=choice.ranked)
                left = (left + choice.char)[-NEAR:]
            at += 2
        else:
            yield one
            left = (left + one.new)[-NEAR:]
            at += 1


def _rivals(ways: Sequence[_Way], gain: float = 0.0) -> Iterator[_Way]:
    """The ways that may still be better than the one in step, where a character that waits for its second byte ends, for `gain` and what it adds."""
    least = max((way.score for way in ways if way.waiting == IN_STEP), default=float("-inf")) - gain - 2 * MOST
    return (way for way in ways if way.waiting in (IN_STEP, CUT) or way.score >= least)


def _best(ways: Iterable[_Way]) -> list[_Way]:
    """The best way of each byte that waits."""
    found: dict[int, _Way] = {}
    for way in ways:
        if way.waiting not in found or found[way.waiting].score < way.score:
            found[way.waiting] = way
    return list(found.values())


def _scores(chars: Iterable[str], before: str) -> list[float]:
    """The score of each character after the one before; LOST for two bytes that make none."""
    out = []
    for char in chars:
        if char == LOST:
            value, before = ODD, "."
        else:
            value, before = log_odds(before, char)
        out.append(value)
    return out


def _strays(chars: Sequence[str]) -> list[float]:
    """What is taken off for each fullwidth letter without another beside it."""
    wide = [False, *("\uff10" <= char <= "\uff5a" and char.isalnum() for char in chars), False]
    return [STRAY if is_wide and not (before or behind) else 0.0 for before, is_wide, behind in zip(wide, wide[1:], wide[2:], strict=False)]


def _run(text: str, at: int, codes: Sequence[bytes], way: _Way, traditional: Script, enough: float) -> Iterator[_Way]:
    """A way over characters of two known bytes each; the last one's second byte may be an ASCII character."""
    stop = at + len(codes)
    before = way.tail[-1:] or " "
    last = codes[-1][1]
    over, rest = (last, "") if last >= 0x80 else (IN_STEP, chr(last))
    shifted = [char_of(a[1], b[0]) or LOST for a, b in pairwise(codes)]
    if way.waiting == IN_STEP:
        served = _scores(text[at:stop], before)
        sums = list(accumulate(served, initial=0.0))
        tail = (way.tail + text[at:stop])[-NEAR:]
        yield way._replace(score=way.score + sums[-1], tail=tail)
        yield from _slipped(text, at, codes, way, shifted, sums, over, rest, traditional, enough)
    elif way.waiting == CUT:
        yield from _slipped(text, at, codes, way, shifted, [0.0], over, rest, traditional, enough)
    else:
        new = [char_of(way.waiting, codes[0][0]) or LOST, *shifted]
        made = "".join(new) + rest
        yield _Way(way.score + sum(_scores(new, before)) + LETTER * len(rest), over, (way.tail + made)[-NEAR:], Part(at, stop, made), way)


def _slipped(
    text: str, at: int, codes: Sequence[bytes], way: _Way, shifted: list[str], sums: list[float], over: int, rest: str, traditional: Script, enough: float
) -> Iterator[_Way]:
    """The way that goes out of step somewhere in a run: at its first character where a mark stood before it."""
    count = len(codes)
    cut = way.waiting == CUT
    strays = _strays(shifted)
    values = [0.0, *map(add, _scores(shifted, "."), strays)]
    after = [0.0] * (count + 2)  # the shifted characters from each place on
    for i in range(count - 1, 0, -1):
        after[i] = after[i + 1] + values[i]
    places = [0] if cut else range(count)
    rough = {p: sums[p] + sum(strays[p : p + 1]) + after[min(p + 2, count)] for p in places}
    most = max(rough.values())
    if not cut and (most + SLIP + BEST < sums[-1] - CLOSE or (rest and (count <= LEAST or most + SLIP + LETTER + BEST < sums[-1]))):
        return
    following = text[at + count : at + count + 1]
    is_letter = "@" <= following < "\x7f"
    closing = 2 * MOST if is_letter else HALF + MOST if following == LOST else 0.0
    needed = -LETTER * len(rest) - closing + (GONE - MARKED + sum(_scores(text[at : at + count], way.tail[-1:] or " ")) if cut else sums[-1] + enough - SLIP)
    if max((rough[p] for p in ((0,) if cut else range(count - (0 if closing else LEAST)))), default=float("-inf")) + 2 * EVEN < needed:
        return
    top = max(places, key=rough.__getitem__)
    places = sorted(sorted((p for p in places if rough[p] > most - CLOSE and abs(p - top) <= APART), key=rough.__getitem__)[-PLACES:])
    first, final = max(0, places[0] - NEAR), min(count, places[-1] + NEAR)
    rated: dict[int, list[tuple[float, str]]] = {}
    contexts: dict[int, tuple[str, str]] = {}
    for p in places:
        contexts[p] = left, right = way.tail + text[at + first : at + p], "".join(shifted[p:final])
        candidates = _by_trail(codes[p][0], traditional()) if cut else _by_lead(codes[p][0], traditional()) + _by_trail(codes[p][0], traditional())
        rated[p] = [(value + rough[p] + EVEN * (1 + bool(right)), char) for value, char in likeliest(left, candidates, right, EACH)]
    if max((value for row in rated.values() for value, _ in row), default=needed - 1) < needed:
        return
    before = _before(text, at - cut, way.tail)
    found = _weighed(rated, contexts, {p: (before + text[at : at + p], "".join(shifted[p:]) + rest + text[at + count : at + count + AROUND]) for p in places})
    _, p, char = found[0]
    clear = is_clear([(value, contexts[q][0], c, contexts[q][1]) for value, q, c in found])
    ranked = tuple(dict.fromkeys([c for _, q, c in found if q == p] + [c for _, c in rated[p]]))
    right = "".join(shifted[p:])
    fits = likeliest(way.tail + text[at : at + p], (char,), right)[0][0]
    score = way.score + (0.0 if cut else SLIP) + LETTER * len(rest) + rough[p] + EVEN * (1 + bool(right)) + fits
    mark = at + p - cut
    torn = _Way(score, CUT, "", Part(mark, at + p + 1, char if clear else LOST, ranked), way)
    made = right + rest
    tail = (way.tail + text[at : at + p] + char + made)[-NEAR:]
    yield _Way(score, over, tail, Part(at + p + 1, at + count, made), torn) if made else torn._replace(waiting=over, tail=tail)


def _before(text: str, at: int, tail: str) -> str:
    """What of a line stands before a place, of which the last characters were read as `tail`."""
    return (text[max(0, at - AROUND) : max(0, at - len(tail))] + tail).rpartition("\n")[2]


_Contexts = Mapping[int, tuple[str, str]]
"""What stands before and behind each place."""


def _weighed(rated: Mapping[int, Sequence[tuple[float, str]]], contexts: _Contexts, lines: _Contexts) -> list[tuple[float, int, str]]:
    """The likeliest of the characters that may stand at some places, best first, by pairs, by words and by how words follow one another, and by what their line says."""
    # a character that both of its bytes are candidates for, and one lost beside another like it, are one reading
    readings: dict[str, tuple[float, float, float, int, str]] = {}
    for p, row in rated.items():
        left, right = contexts[p]
        line = LOST.join(lines[p])
        fits = around(left, [char for _, char in row], right)
        for (value, char), fit in zip(row, fits, strict=True):
            made = left + char + right
            more = known(lines[p][0], char, lines[p][1], line)
            one = value + WORDS * fit + more, value, more, p, char
            readings[made] = max(readings.get(made, one), one)
    likely = nlargest(FEWER, readings.values())
    if leads([value for value, *_ in likely]):
        likely = likely[:1]
    found: list[tuple[float, int, str]] = []
    for p in {p for _, _, _, p, _ in likely}:
        left, right = contexts[p]
        here = [(value, more, char) for _, value, more, q, char in likely if q == p]
        fits = beside(left, [char for *_, char in here], right, marks=True)
        found += [(weigh(value, fit, left, char, right) + more, p, char) for (value, more, char), fit in zip(here, fits, strict=True)]
    return sorted(found, reverse=True)


def _mark(text: str, at: int, way: _Way, end: int, traditional: Script) -> Iterator[_Way]:
    """A way over a U+FFFD."""
    if way.waiting == IN_STEP:
        yield way._replace(score=way.score + GONE, tail=(way.tail + LOST)[-NEAR:])
        yield way._replace(score=way.score + MARKED, waiting=CUT)
    elif way.waiting != CUT:
        yield _half(text, way, at, at + 1, HALF, traditional)


@lru_cache(1 << 12)
def _refused(second: int) -> bytes:
    """First bytes with which a second one makes no pair, or one that software made before GB 18030 refuses."""
    return bytes(b for b in range(0x81, 0xFF) if not (char := char_of(b, second)) or "\ue000" <= char <= "\uf8ff")


def may_end(char: str, following: str) -> bool:
    """Whether the second byte of a character can have been given up by itself before what follows: there is ASCII, or it makes no pair with that."""
    return following < "\x80" or _code(char)[1:] in _refused(_code(following)[0] if _code(following) else 0)


def _half(text: str, way: _Way, start: int, end: int, cost: float, traditional: Script) -> _Way:
    """The way with a character of which the first byte waits and the second is under text[start:end], a mark or nothing."""
    candidates = _by_lead(way.waiting, traditional())
    right = text[end : end + AROUND] or "\n"
    if text[start:end] == LOST and right >= "@":
        refused = _refused((_code(right[0]) or right[0].encode("ascii", "replace"))[0])
        candidates = tuple(c for c in candidates if _code(c)[1] in refused) or candidates
    if not candidates:
        return _Way(way.score + ODD, IN_STEP, LOST, Part(start, end, LOST), way)
    found = guess(_before(text, start, way.tail), candidates, right)
    score = way.score + cost + log_odds(way.tail[-1:] or " ", found.char)[0]
    char = found.char if found.clear else LOST
    return _Way(score, IN_STEP, (way.tail + found.char)[-NEAR:], Part(start, end, char, found.ranked), way)


def _closed(text: str, way: _Way, end: int, traditional: Script) -> Iterator[_Way]:
    """A way at the end of all that is beyond ASCII."""
    following = text[end + 1 : end + 2]
    if way.waiting == IN_STEP:
        yield way
    elif way.waiting != CUT:
        if char := char_of(way.waiting, ord(text[end])) if end < len(text) else "":
            yield _Way(way.score + _closing(way.tail, char, text[end], following), IN_STEP, "", Part(end, end + 1, char), way)
        yield _swallowed(text, way, end, traditional) if text[end : end + 1] == "?" else _half(text, way, end, end, BROKEN, traditional)


def _swallowed(text: str, way: _Way, at: int, traditional: Script) -> _Way:
    """The way with half a character under a "?", which in Windows has taken the ASCII character along that stood behind; at the end of a line there was none."""
    half = _half(text, way, at, at + 1, BROKEN, traditional)
    if half.part is None or text[at + 1 : at + 2] in ("", "\n", "\r"):
        return half
    return half._replace(tail=LOST, part=half.part._replace(new=half.part.new + LOST, ranked=tuple(char + LOST for char in half.part.ranked)))


def _closing(tail: str, char: str, served: str, following: str) -> float:
    """What a character that was served as an ASCII one adds, with what follows it."""
    score = log_odds(tail[-1:] or " ", char)[0]
    return score + log_odds(char, following)[0] - log_odds(log_odds(" ", served)[1], following)[0] if following > "\x7f" else score
