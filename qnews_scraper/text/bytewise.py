"""What bytes say one by one, each known or one of some: the steps of the search that `unravel` makes.

A served character stands for one or more sequences of bytes. From the bytes that wait for more of their character, each sequence leads to
characters said, characters lost, and bytes that wait. That depends on nothing else of a line, so it is worked out once and remembered.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import is_frequent, log_odds
from qnews_scraper.text.loss import EATEN, HIGH, Loss, codes_of
from qnews_scraper.text.misread import DEFAULT, Misreading, pairs
from qnews_scraper.text.wildcard import LOST, Reading, followers, is_foreign, is_text

_LEADS: Final = bytes((*range(0xE3, 0xEA), 0xEF))
"""First bytes in UTF-8 of Han characters, kana and CJK marks."""
_CONTINUES: Final = frozenset(range(0x80, 0xC0))
_GB2312: Final = frozenset(range(0xA1, 0xFF))

SPREAD: Final = 8
"""Candidates of one lost byte that a path is split into."""
FEW: Final = 700
"""A character with more candidates than this, the frequent ones counted, is lost, not filled in: hardly half of such guesses are right."""
ONE_GONE: Final = 64
"""The same where nothing shows that bytes are gone from pairs: no more than one byte may be."""
MOST: Final = 6000
"""Byte sequences that are looked through for candidates."""
MANY: Final = 600
"""Ways to read some served characters that are all looked at."""
REMEMBERED: Final = 1 << 15
"""Steps that are remembered of one way of reading."""
# costs in nats
DROPPED: Final = -0.7
"""A byte missing where the reading drops such bytes by itself."""
DROPPED_FROM_PAIRS: Final = -3.0
"""The same where it drops pairs, and the bytes that vanish are of any value."""
CUT: Final = -3.0
"""A character that is cut off where the text is."""
UNKNOWN: Final = -1.5
"""A character of which too little is known."""
BROKEN: Final = -7.0

Pending = tuple[bytes, ...]
"""The bytes of a character that is not whole yet, each as the values it may have."""


class Said(NamedTuple):
    """What a stretch of bytes says: one or more characters, and how sure that is."""

    text: str
    candidates: tuple[str, ...] = ()
    lost: bool = False
    is_ascii: bool = False
    """Whether what is lost was one character of ASCII."""


class Choice:
    """A character that may be one of several."""

    __slots__ = ("candidates", "top")

    def __init__(self, candidates: tuple[str, ...]) -> None:
        self.candidates = candidates
        self.top: dict[str, list[tuple[float, str, Said]]] = {}
        """After each character: the likeliest, with their log-odds and what the next is to be scored after."""


LOSE: Final = Said(LOST, lost=True)
EATEN_ASCII: Final = Said(LOST, lost=True, is_ascii=True)
Event = tuple[float, Said | Choice]
"""A character said, or a choice among several, and what it costs."""
Way = tuple[float, tuple[Event, ...], Pending]
"""Where bytes lead: their cost, what they say, and what waits."""


class Codes:
    """The byte sequences that one served character may have been read from, each with its cost, and where they have led so far."""

    __slots__ = ("breaks", "codes", "may_be_bytes", "ways")

    def __init__(self, codes: tuple[tuple[tuple[bytes, ...], float], ...], may_be_bytes: bool) -> None:
        self.codes = codes
        self.may_be_bytes = may_be_bytes
        """Whether the character, if of ASCII, may be more than itself."""
        self.ways: dict[Pending, list[Way]] = {}
        self.breaks: dict[Pending, bool] = {}
        """Whether what waits cannot go on with this character."""


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
def _trails(true: str) -> frozenset[int]:
    return _CONTINUES if true == "utf-8" else frozenset(code[1] for code in pairs(true))


@lru_cache(1 << 12)
def _chars(pending: Pending, true: str) -> tuple[str, ...] | None:
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


class Decoder:
    """Steps of one misreading, with one way of losing bytes, in one script."""

    def __init__(self, how: Misreading, loss: Loss, traditional: bool | None, is_chinese: bool) -> None:
        self.how = how
        self.true = how.true
        # blanks and soft hyphens are dropped where they stand among letters; of pairs they are halves of signs and of common characters
        self.loss = loss._replace(
            marks=loss.marks + DEFAULT.get(how.served, ""), dropped=loss.dropped if how.true == "utf-8" else bytes(b for b in loss.dropped if b < 0xA0)
        )
        self.traditional, self.is_chinese = traditional, is_chinese
        self._codes: dict[tuple[str, str, float], Codes] = {}
        self._ends: dict[Pending, Way] = {}
        """What is said where the text ends."""
        self._steps = 0

    def codes(self, char: str, following: str, literal: float) -> Codes:
        """What a served character may have been read from. `literal` is what a "?" costs that is meant, among bytes."""
        is_mark = char in self.loss.marks
        key = (char, following, literal) if is_mark else (char, "", 0.0)
        found = self._codes.get(key)
        if found is None:
            codes = codes_of(char, following, self.how, self.loss)
            if is_mark and self.true == "gbk" and self.is_chinese and self.traditional is False and not self.loss.is_python:
                codes = tuple(_of_gb2312(codes))
            if char == "?" and literal:
                codes = (*codes[:-1], (codes[-1][0], literal))
            found = self._codes[key] = Codes(codes, is_mark or self.loss.stood(char) != b"")
        return found

    def ways(self, codes: Codes, pending: Pending) -> list[Way]:
        """Where a served character leads from what waits. Where it cannot go on, the character that waits is lost."""
        found = codes.ways.get(pending)
        if found is None:
            self._steps += 1
            if self._steps > REMEMBERED:
                self.forget()
            found = [way for code, cost in codes.codes for way in self._over(code, (cost, (), pending), True)]
            codes.breaks[pending] = not found
            if not found and pending:
                found = [way for code, _ in codes.codes for way in self._over(code, (0.0, ((BROKEN, LOSE),), ()), False)]
            codes.ways[pending] = found = _joined(found)
        return found

    def readings(self, row: Iterable[Codes], count: int) -> list[Reading]:
        """All that served characters may say in a row, if it is `count` characters and none of them is lost."""
        ways: list[Way] = [(0.0, (), ())]
        for codes in row:
            ways = [(cost + own, (*events, *more), rest) for cost, events, pending in ways for own, more, rest in codes.ways.get(pending) or self.ways(codes, pending)]
            if len(ways) > MANY:
                return []
        found: list[Reading] = []
        for cost, events, rest in ways:
            said = [event[1] for event in events]
            if not rest and len(said) == count and all(isinstance(one, Choice) or not one.lost for one in said):
                found.append((cost + sum(own for own, _ in events), tuple(one.candidates if isinstance(one, Choice) else (one.text,) for one in said)))
        return found

    def forget(self) -> None:
        """Begin anew, so that no text fills the memory."""
        self._steps = 0
        self._ends.clear()
        for codes in self._codes.values():
            codes.ways.clear()
            codes.breaks.clear()

    def _over(self, code: tuple[bytes, ...], start: Way, may_drop: bool) -> list[Way]:
        """The ways over the bytes of one sequence, between which up to two may be missing."""
        ways = [start]
        for options in code:
            after = []
            for way in ways:
                following: Way | None = way
                for _ in range(3 if may_drop and self.loss.dropped else 1):
                    if following is not None:
                        if (fed := self._feed(following, options)) is not None:
                            after.append(fed)
                        following = self.missing(following)
            ways = after
        return ways

    def missing(self, way: Way) -> Way | None:
        """A way with a byte put in that vanished before the next one."""
        cost, events, pending = way
        return self._feed((cost + (DROPPED if self.how.served == "latin" else DROPPED_FROM_PAIRS), events, pending), self.loss.dropped) if pending and self.loss.dropped else None

    def cut_off(self, pending: Pending) -> Way:
        """What a character says whose last byte is cut off; of one byte alone nothing is known."""
        if pending not in self._ends:
            way = self._feed((CUT, (), pending), HIGH) if len(pending) > 1 else None
            self._ends[pending] = way if way and not way[2] else (0.0, ((BROKEN, LOSE),), ())
        return self._ends[pending]

    def cut_short(self, chars: tuple[str, ...]) -> tuple[str, ...]:
        """Of some characters of UTF-8 that differ in their last byte, all those that do; others as they are."""
        begun = {char.encode("utf-8", "ignore")[:-1] for char in chars}
        if self.true != "utf-8" or len(begun) != 1 or len(first := begun.pop()) != 2:
            return chars
        _, ((_, said),), _ = self.cut_off((first[:1], first[1:]))
        return said.candidates if isinstance(said, Choice) else chars

    def _feed(self, way: Way, options: bytes) -> Way | None:
        """A way after one more byte."""
        cost, events, pending = way
        if not pending:
            if len(options) == 1:
                need = _need(options[0], self.true)
                return None if not need else (cost, (*events, self._event((options,))), ()) if need == 1 else (cost, events, (options,))
            if options is EATEN:
                return cost, (*events, (0.0, EATEN_ASCII)), ()
            leads = _among(options, _LEADS if self.true == "utf-8" else _pair_leads(self.true))
            return (cost, events, (leads,)) if leads else None
        trails = _among(options, _trails(self.true))
        if not trails:
            return None
        pending = (*pending, trails)
        if len(pending) == _need(pending[0][0], self.true):
            return cost, (*events, self._event(pending)), ()
        return cost, events, pending

    def _event(self, pending: Pending) -> Event:
        chars = _chars(pending, self.true)
        if chars is None or (len(chars) > 1 and not self.loss.fill) or (len(chars) > ONE_GONE and self.loss.dropped and self.how.served != "latin"):
            return UNKNOWN, LOSE
        if len(chars) == 1:
            return 0.0, Said(chars[0], () if all(len(options) == 1 for options in pending) else chars)
        own = tuple(c for c in chars if not is_foreign(c, self.traditional)) if self.is_chinese else chars
        return (0.0, Choice(own)) if own else (BROKEN, LOSE)

    def say(self, score: float, last: str, events: Iterable[Event]) -> list[tuple[float, str, tuple[Said, ...]]]:
        """The scores of saying some characters after `last`, the last of each, and what is said."""
        rows: list[tuple[float, str, tuple[Said, ...]]] = [(score, last, ())]
        for cost, said in events:
            if isinstance(said, Choice):
                rows = [(value + odds, after, (*row, one)) for value, before, row in rows for odds, after, one in _likeliest(said, before)]
            elif said.lost:
                rows = [(value + cost, ".", (*row, said)) for value, _, row in rows]
            else:
                rows = [(value + odds, after, (*row, said)) for value, before, row in rows for odds, after in (log_odds(before, said.text),)]
        return rows


def _joined(ways: list[Way]) -> list[Way]:
    """The ways, those that say one of some characters and no more as one way: what a choice is worth shows among all that may stand there."""
    open_ = [said for cost, events, rest in ways if not cost and not rest and len(events) == 1 and isinstance(said := events[0][1], Choice)]
    if len(open_) < 2:
        return ways
    one = (0.0, ((0.0, Choice(tuple(dict.fromkeys(c for said in open_ for c in said.candidates)))),), ())
    return [one, *(way for way in ways if not (len(way[1]) == 1 and way[1][0][1] in open_))]


def _likeliest(choice: Choice, last: str) -> list[tuple[float, str, Said]]:
    top = choice.top.get(last)
    if top is None:
        own = choice.candidates
        top = choice.top[last] = [(*log_odds(last, char), Said(char, own)) for char in followers(last, own, SPREAD)]
    return top


def _of_gb2312(codes: Iterable[tuple[tuple[bytes, ...], float]]) -> Iterator[tuple[tuple[bytes, ...], float]]:
    """Of lost bytes those that characters of Simplified text are made of; what stands for a character of ASCII stays."""
    for code, cost in codes:
        own = tuple(options if options is EATEN or options[0] < 0x80 else _among(options, _GB2312) for options in code)
        if all(own):
            yield own, cost


@lru_cache(1 << 12)
def _among(options: bytes, others: bytes | frozenset[int]) -> bytes:
    return bytes(b for b in options if b in others)


@lru_cache(32)
def decoder(how: Misreading, loss: Loss, traditional: bool | None, is_chinese: bool) -> Decoder:
    """The decoder of a misreading; it remembers its steps."""
    return Decoder(how, loss, traditional, is_chinese)
