"""Files whose bytes are of two encodings: by line, by include, or in mid-sentence.

Bytes below 40 (but for digits) are never part of a two-byte character, so they cut a file into chunks that can be judged one by
one. A chunk that neither encoding explains alone is cut where the sum of both readings is most plausible.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qnews_scraper.text.candidates import CHUNK, LEGACY, choose, decode_as
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.plausible import weights
from qnews_scraper.text.utf8 import is_utf8

_NOT_UTF8_TAIL = bytes(b for b in range(256) if not 0x80 <= b <= 0xA0)
_CLASSES = bytes(0x4C if 0xE3 <= b <= 0xE9 or b == 0xEF else 0x43 if 0x80 <= b <= 0xBF else 0x2E for b in range(256))
# Two in a row of what East Asian text is made of. U+FFFD is not: a GBK page that says 锟斤拷 is such a page, and its loss is for damage/ to report.
_RUN = re.compile(rb"(?:(?:[\xe3-\xe9][\x80-\xbf]|\xef[\xbc\xbd])[\x80-\xbf]){2}")
_HANGUL = re.compile(rb"(?:[\xea-\xed][\x80-\xbf]{2}){3}")
_THREE = re.compile(rb"[\xe2-\xef][\x80-\xbf]{2}")
_RUNS = re.compile(rb"(?:(?:[\xe3-\xe9][\x80-\xbf]|\xef[\xbc\xbd])[\x80-\xbf]){2,}|(?:[\xea-\xed][\x80-\xbf]{2}){3,}")
_CHARACTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_ASCII = bytes(range(0x80))
_TWO = range(0xC2, 0xE0)
_CUT_OFF = re.compile(rb"[\xe0-\xef][\x80-\xbf]?|\xf0[\x80-\xbf]{0,2}")

_LANGUAGE = {"shift_jis": "ja", "euc-jp": "ja", "euc-kr": "ko"}
_SWITCH, _AGAIN = 12.0, 9.0
"""Nats that a change of encoding inside a chunk costs: the orphaned bytes of a flipped or cut character must not turn into hanzi of GBK. And what it
costs in a file that has been seen to be mixed."""
_LONE = 6.0
"""And what it costs more beside a letter of two bytes, Greek or accented: that is oftener the first or the last character in the other encoding."""
_MIXED = 12
"""Bytes in another encoding than most by which a file is seen to be."""
_BETWEEN = 12.0
"""Nats that a change between chunks costs, and that a chunk costs whose end is not in the file's main encoding."""
_NEAR = 6.0
"""Nats that the encoding of the chunk before is worth, for one so short that both read it."""
_BAD = 14.0
"""Nats that a malformed sequence costs."""
_BUDGET = 65536
"""Bytes of a file whose chunks are cut at the best place (some 3 microseconds a byte); what is beyond is cut at runs of UTF-8."""


@dataclass(frozen=True, slots=True)
class Segment:
    """body[start:end] was read as `encoding`."""

    start: int
    end: int
    encoding: str


def has_utf8_runs(body: bytes) -> bool:
    """Whether two East Asian characters of UTF-8 may stand side by side anywhere.

    A search by classes of bytes is twenty times as fast as the pattern, and next to always finds what the pattern does. A large page of
    GB 2312 or Big5 proper is told apart by having no byte from 80 to A0, which half of UTF-8's bytes are.
    """
    if body.translate(_CLASSES).rfind(b"LCCLCC") < 0:
        return False
    return (len(body) < 8192 or len(body.translate(None, _NOT_UTF8_TAIL)) > 0) and _RUN.search(body) is not None


def has_hangul_runs(body: bytes) -> bool:
    """Whether three Hangul of UTF-8 stand side by side; in GBK they are characters too, if rare ones."""
    return _HANGUL.search(body) is not None


def split(body: bytes, claims: list[str]) -> tuple[Segment, ...]:
    """The body in segments of UTF-8 and of one other encoding, in order and without gaps; one segment where there is no mixture."""
    chunks = [(found.start(), found.end(), is_utf8(found[0])) for found in CHUNK.finditer(body)]
    # one flipped byte makes a whole sentence invalid, so what counts as UTF-8 are the runs of it, wherever they stand
    sound = 0
    rest: list[bytes] = []
    length = 0
    for start, end, valid in chunks:
        if valid:
            sound += end - start
            continue
        other = _RUNS.sub(b"", body[start:end])
        sound += end - start - len(other)
        if length < 4096:
            rest.append(_RUNS.sub(b" ", body[start : min(end, start + 4096)]))
            length += len(rest[-1])
    legacy = choose(b" ".join(rest), [name for name in claims if name != "utf-8"], without="utf-8") if rest else ""
    if legacy not in LEGACY:
        legacy = next((name for name in claims if name in LEGACY), "gb18030")
    base = "utf-8" if sound * 2 >= sum(end - start for start, end, _ in chunks) else legacy
    found = _segments(body, chunks, base, legacy, _SWITCH)
    doubtful = sum(end - start for start, end, valid in chunks if not valid)
    if 2 * doubtful < _BUDGET and sum(len(body[s.start : s.end].translate(None, _ASCII)) for s in found if s.encoding != base) >= _MIXED:
        found = _segments(body, chunks, base, legacy, _AGAIN)
    return found


def _segments(body: bytes, chunks: list[tuple[int, int, bool]], base: str, legacy: str, switch: float) -> tuple[Segment, ...]:
    found: list[tuple[int, str]] = []  # where each segment starts
    last, budget = base, _BUDGET
    for start, end, valid in chunks:
        for a, b, name in _chunk(body[start:end], valid, base, legacy, last, budget, switch):
            if not found or found[-1][1] != name:
                found.append((start + a if found else 0, name))
            if not body[start + a : start + b].isascii():
                last = name
        if not valid:
            budget -= end - start
    stops = [start for start, _ in found[1:]] + [len(body)]
    return tuple(Segment(start, stop, name) for (start, name), stop in zip(found, stops, strict=True)) or (Segment(0, len(body), base),)


def join(body: bytes, segments: tuple[Segment, ...]) -> str:
    """The text of a body in segments."""
    return "".join([decode_as(body[s.start : s.end], s.encoding) for s in segments])


def _chunk(chunk: bytes, valid: bool, base: str, legacy: str, last: str, budget: int, switch: float) -> Iterator[tuple[int, int, str]]:
    """How one chunk is read: (start, end, encoding)."""
    whole = len(chunk)
    if valid:
        sure = _RUN.search(chunk) or (base == "utf-8" and (whole >= 8 or _THREE.search(chunk) or _read(chunk, legacy) < -4.2 * whole))
        yield 0, whole, "utf-8" if sure or _read(chunk, "utf-8", legacy) - _read(chunk, legacy) + (_NEAR if last == "utf-8" else -_NEAR) >= 0 else legacy
    elif not _THREE.search(chunk):
        if base == legacy:
            yield 0, whole, legacy
        else:
            reads = (whole >= 4 or last == legacy or switch == _AGAIN) and (own := _read(chunk, legacy)) > -5.6 * whole and own > _read(chunk, "utf-8", legacy)
            yield 0, whole, legacy if reads else "utf-8"
    elif whole <= budget:
        yield from _cut(chunk, legacy, last, base, switch)
    else:
        at = 0
        for found in _RUNS.finditer(chunk):
            if found.start() > at:
                yield at, found.start(), legacy
            yield found.start(), found.end(), "utf-8"
            at = found.end()
        if at < whole:
            yield at, whole, legacy


def _read(chunk: bytes, name: str, beside: str = "") -> float:
    """Log-probability of a chunk in the language of an encoding, or of the one that UTF-8 stands beside."""
    own = weights(_LANGUAGE.get(beside or name, "zh"))
    return sum(map(own.__getitem__, decode_as(chunk, name)))


def _cut(chunk: bytes, legacy: str, last: str, base: str, switch: float) -> Iterator[tuple[int, int, str]]:
    """The cheapest way through a chunk that changes encoding where it must (Viterbi over two readings)."""
    pairs = codec(legacy).pairs
    own = weights(_LANGUAGE.get(legacy, "zh"))
    chinese = weights("zh")
    end = len(chunk)
    far = float("inf")
    costs = ([far] * (end + 1), [far] * (end + 1))  # of UTF-8, of the other
    came = ([0] * (end + 1), [0] * (end + 1))  # where the step to here began
    turned = (bytearray(end + 1), bytearray(end + 1))  # whether the encoding changed just here
    costs[0][0], costs[1][0] = (0.0, _BETWEEN) if last == "utf-8" else (_BETWEEN, 0.0)
    for at in range(end):
        utf8, other = costs[0][at], costs[1][at]
        if utf8 + (leave := switch + (_LONE if chunk[came[0][at]] in _TWO and at - came[0][at] == 2 else 0.0)) < other:
            other = costs[1][at] = utf8 + leave
            turned[1][at] = 1
        elif other + (enter := switch + (_LONE if chunk[at] in _TWO else 0.0)) < utf8:
            utf8 = costs[0][at] = other + enter
            turned[0][at] = 1
        if utf8 == far:
            continue
        if chunk[at] < 0x80:
            steps = ((0, 1, 3.0), (1, 1, 3.0))
        else:
            if found := _CHARACTER.match(chunk, at):
                first = (0, len(found[0]), -max(chinese[char := found[0].decode()], own[char]))
            else:
                cut_off = _CUT_OFF.match(chunk, at)
                first = (0, len(cut_off[0]) if cut_off else 1, _BAD)
            pair = pairs.get(chunk[at : at + 2])
            second = (1, 2, -own[pair] if len(pair) == 1 else _BAD) if pair else (1, 1, _BAD)
            steps = (first, second)
        for state, length, cost in steps:
            cost += utf8 if state == 0 else other
            if cost < costs[state][at + length]:
                costs[state][at + length] = cost
                came[state][at + length] = at
                turned[state][at + length] = 0
    state = 0 if costs[0][end] - costs[1][end] <= (_BETWEEN if base == "utf-8" else -_BETWEEN) else 1
    found_pieces: list[tuple[int, int, str]] = []
    at = stop = end
    while at > 0:
        before = came[state][at]
        if before == 0 or turned[state][before]:
            found_pieces.append((before, stop, "utf-8" if state == 0 else legacy))
            stop = before
            if before > 0:
                state = 1 - state
        at = before
    yield from reversed(found_pieces)
