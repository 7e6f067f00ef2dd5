"""From a line with misread text in it to repairs: which misreading it was, and where it begins and ends."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from qnews_scraper.tables.common_characters import SIMPLIFIED, TRADITIONAL
from qnews_scraper.text.credible import accepted, is_better, is_chinese, is_gone, is_misread_again, is_whole, is_worth, likely, may_be, rough, scripts_of
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.fragments import fragments
from qnews_scraper.text.loss import Loss, tells
from qnews_scraper.text.misread import Misreading, encoder, is_formed, peel, peel_as, undo
from qnews_scraper.text.repairs import Repair, repairs, without_loss
from qnews_scraper.text.signs import CALM
from qnews_scraper.text.unravel import Stretch, unravel
from qnews_scraper.text.vanished import may_lack_bytes
from qnews_scraper.text.wildcard import LOST
from qnews_scraper.trust import Trust

PLENTY = 1.5
"""Nats a character by which a repair reads better that no other misreading can be the better one of: misreadings gain 2 to 5, others none."""
SPARSE: Final = {"big5": 0.2, "shift_jis": 0.4, "euc-kr": 0.4, "gbk": 0.5}
"""Share of lost characters of UTF-8 from which only what is intact is read, by what it was read as: around a guess stand guesses."""
SPARSEST: Final = 0.5
"""Share from which no search finds anything but inventions."""
GLANCE = 60
"""Characters of what was served that tell whether it reads, where the bytes behind it have the form of UTF-8 to the last."""
CERTAIN = 15.0
"""Nats a line by which a way of losing bytes must explain lines better than the others to be tried first, and alone, on the next."""
BEATEN = 3.0
"""Nats by which one way must explain a line better than one that was tried before to be taken."""
ALIKE = 8
"""Lines after which ways that explain them equally well are taken for the same."""


@dataclass(slots=True)
class Habit:
    """What the lines of a page were before: what damaged one damaged the next, so that is tried first, and other ways only where it does not explain all."""

    hows: tuple[Misreading, ...] = ()
    """Undone without loss."""
    is_traditional: bool = False
    """Whether that gave text in Traditional characters."""
    way: tuple[Misreading, Loss] | None = None
    """Undone by search."""
    is_clear: bool = False
    """Whether that way led. Else it left nothing open on the line before, where others may have left nothing either."""
    gains: dict[tuple[Misreading, Loss], float] = field(default_factory=dict)
    """By how many nats each way that was tried made the lines read better."""
    lines: int = 0
    """The lines that this is the sum of."""
    is_beaten: bool = False
    """Whether one way led on the whole and another on a line."""

    def learn(self, gains: Mapping[tuple[Misreading, Loss], float]) -> None:
        """Take the way that leads clearly, or any where they have long been the same."""
        for way, gain in gains.items():
            self.gains[way] = self.gains.get(way, 0.0) + gain
        self.lines += 1
        best, *others = sorted(self.gains, key=self.gains.__getitem__, reverse=True)
        lead = self.gains[best] - max((self.gains[way] for way in others), default=float("-inf"))
        self.is_beaten |= any(gain > gains.get(best, gain) + BEATEN for gain in gains.values())
        # of those that are the same the first that is tried
        self.way = best if lead > CERTAIN * self.lines and not self.is_beaten else next(iter(gains)) if lead < 1.0 and self.lines >= ALIKE else None
        self.is_clear = self.way is not None


def untangle(text: str, start: int, end: int, hows: Sequence[Misreading], losses: Sequence[Loss], habit: Habit) -> Iterator[Repair]:
    """Repairs of text[start:end], one stretch of a line: without loss when that works, else by search with each way of losing bytes."""
    served = text[start:end]
    a, b = _trim(served)
    core = served[a:b]
    if not habit.hows and not habit.way and is_whole(served) and not any(may_be(core, how) or (how.true == "utf-8" and undo(core, how)) for how in hows):
        return
    # what reads as a whole is misread in some part at most, which only bytes with a form of their own can tell; Hangul always read
    glance = fluency(core[:GLANCE])
    is_calm = glance >= CALM and fluency(core) >= CALM
    # a "?" beside bytes of pairs may be half of one: only the search can tell
    asks = "?" in served and bool(_ASKS.search(core) or "?" in (served[max(0, a - 2) : a - 1], served[max(0, a - 1) : a]))
    before = habit.hows or (habit.way[:1] if habit.way else ())
    if before and before[0] in hows and (before[0].true == "utf-8" or not (asks or (is_calm and before[0].served != "euc-kr"))):
        found = peel_as(core, before)
        if found and _is_right(core, found, before, glance):
            habit.is_traditional |= scripts_of(found)[0] >= _SHOWING
            yield from without_loss(start + a, core, found, before, may_lack_bytes(text, found, before[-1]))
            return
        if (told := _ENOUGH.get(before[-1])) and {*before[:-1]} <= {_AS_WESTERN}:
            for short in (core, served[a : b + 1]):  # the second byte of a pair may be a letter
                if (rest := _undone_all(short, before)) and (told.fullmatch(rest) or _is_read(short, rest, before[-1]) or (habit.is_traditional and _OF_BOTH.fullmatch(rest))):
                    yield from without_loss(start + a, short, rest, before, False)
                    return
    best = _as_before(served, a, b, hows, losses, habit, is_calm)
    if best:
        yield from _repaired(text, served, best, start)
        return
    hows = [how for how in hows if how.true == "utf-8" or ((how.served == "euc-kr" or not is_calm) and may_be(core, how))]
    peeled = peel(core, tuple(h for h in hows if h.true == "utf-8") if asks else tuple(hows))
    if peeled and _is_right(core, *peeled, glance):
        habit.hows = peeled[1]
        habit.is_traditional |= scripts_of(peeled[0])[0] >= _SHOWING
        yield from without_loss(start + a, core, *peeled, may_lack_bytes(text, peeled[0], peeled[1][-1]))
        return
    if outer := _outer(core, hows):
        yield outer._replace(start=start + a, end=start + b)
        return
    for how in hows:
        if how.true == "utf-8" and is_gone(core, SPARSE.get(how.served, 1.0)) and (left := fragments(core, how.served)):
            yield Repair(start + a, start + b, left, Trust.LOST, f"{how}, most of its bytes lost: what is intact stays")
            return
    if is_gone(core, SPARSEST) and any(how.served in SPARSE for how in hows):
        return
    best = _searched(served, a, b, hows, losses, habit)
    if best:
        yield from _repaired(text, served, best, start)


def plainly(text: str, start: int, end: int, habit: Habit) -> Iterator[Repair]:
    """The repair of text[start:end], on a page that was UTF-8 read as Western text, where all of it but U+FFFD is such to the last byte and East Asian; none else."""
    if habit.hows != (_AS_WESTERN,):
        return
    found: list[Repair] = []
    for piece in _KEPT.finditer(text, start, end):  # U+FFFD was written so before the page was misread
        a, b = _trim(piece[0])
        if a == b:
            continue
        if not (new := undo(piece[0][a:b], _AS_WESTERN)) or not _EAST.fullmatch(new):
            return
        found += without_loss(piece.start() + a, piece[0][a:b], new, habit.hows, False)
    yield from found


_SHORT: Final = re.compile("(?<![^\x00-\x7f])[^\x00-\x7f]{2,12}(?![^\x00-\x7f])")
CLEARER: Final = 1.5
"""Nats a character by which it must read better."""


def short(text: str, habit: Habit) -> Iterator[Repair]:
    """Rows too short to show by odd characters that they were misread, on a page of which other text was in a way that they fit to the last byte."""
    how = _AS_GBK
    if habit.hows != (how,) and (habit.way or ())[:1] != (how,):
        return
    for row in _SHORT.finditer(text):
        new = undo(row[0], how)
        if new and _ENOUGH[how].fullmatch(new) and fluency(row[0]) < CALM and fluency(new) > max(fluency(row[0]), 0.0) + CLEARER:
            yield Repair(row.start(), row.end(), new, Trust.LIKELY, f"{how}, as other text of this page", (new,))


def _undone_all(core: str, hows: Sequence[Misreading]) -> str | None:
    """What stands under misreadings, the last one first, read or not."""
    text: str | None = core
    for how in hows:
        text = None if text is None else undo(text, how)
    return text


def _outer(core: str, hows: Sequence[Misreading]) -> Repair | None:
    """The last of two misreadings, undone by itself where the one before it lost bytes; what it lost itself is U+FFFD then, and bytes of the one before."""
    for how in hows:
        if how.true != "utf-8":
            continue
        under = undo(core, how)
        trust, candidates = Trust.CERTAIN, tuple[str, ...]()
        if under is None and LOST in core and not is_gone(core, SPARSEST):
            under = _LOST_BYTES.sub(LOST, encoder(how.served).encode_as(core, b"\xff").decode("utf-8", "replace"))
            trust, candidates = Trust.LIKELY, (under,)
        if under and is_misread_again(under):
            return Repair(0, len(core), under, trust, f"{how}, of text that was misread before", candidates)
    return None


_KEPT: Final = re.compile("[^\ufffd]+")
_LOST_BYTES: Final = re.compile("\ufffd{1,3}")
"""What stands for the bytes of one character."""


def _is_right(core: str, new: str, hows: tuple[Misreading, ...], glance: float) -> bool:
    """Whether what was read back without loss stands for a repair."""
    return (is_formed(new, hows[-1]) and glance < 0.0) or is_better(core, new, hows[-1])


_AS_WESTERN: Final = Misreading("latin", "utf-8")
_AS_GBK: Final = Misreading("gbk", "utf-8")
_MARKS: Final = "\x00-\x7f\u2014\u2018-\u201d\u2026\u3000-\u303f\uff01-\uff0f\uff1a-\uff20"
_EAST: Final = re.compile(f"[{_MARKS}\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e]+")
_ENOUGH: Final = {_AS_WESTERN: _EAST, _AS_GBK: _EAST, Misreading("latin", "gbk"): re.compile(f"[{_MARKS}{SIMPLIFIED}]+|[{_MARKS}{SIMPLIFIED}{TRADITIONAL}]{{3,}}")}
"""What is believed however short, on a page that was misread so."""


_OF_BOTH: Final = re.compile(f"[{_MARKS}]*[{SIMPLIFIED}{TRADITIONAL}][{_MARKS}]*[{SIMPLIFIED}{TRADITIONAL}][{_MARKS}{SIMPLIFIED}{TRADITIONAL}]*")
"""Two common characters of either script or more: what a menu of a Traditional page holds."""
_SHOWING: Final = 3
"""Characters that Traditional alone has of a text in it."""
_HAN: Final = re.compile("[\u3400-\u9fff]")
_SIGNED: Final = re.compile(f"[{_MARKS}\u2010-\u2029\u2030-\u25ff\u3041-\u30fe\u3400-\u9fff\uff01-\uff5e]+")
"""East Asian text with such signs as papers set: 打工妹程慧碧──, △, ①."""
_FEW: Final = 4
"""Han characters of which a rare one may be: as short as the name of an editor behind what he is called."""


def _is_read(served: str, new: str, how: Misreading) -> bool:
    """Whether a short text reads by what was done to the page, while it did not before: 责编：张倩, whose last character is none of the common ones."""
    return how.true == "gbk" and _SIGNED.fullmatch(new) is not None and len(_HAN.findall(new)) >= _FEW and fluency(new) > 1.0 and fluency(served) < -1.0


class _Found(NamedTuple):
    """The stretches of a line that read better when a misreading is undone, and by how many nats."""

    gain: float
    stretches: list[Stretch]
    how: Misreading

    @property
    def is_plain(self) -> bool:
        """Whether it reads so much better that no other misreading can be the better one."""
        return self.gain > PLENTY * sum(len(s.new) for s in self.stretches)

    def leaves_nothing(self, a: int, b: int) -> bool:
        """Whether it explains all from a to b, and no character is a guess or lost."""
        return self.stretches[0].start <= a and self.stretches[-1].end >= b and not any(p.candidates or p.lost for s in self.stretches for p in s.pieces)


def _repaired(text: str, served: str, found: _Found, start: int) -> Iterator[Repair]:
    lacks = _is_broken(served, found) or any(may_lack_bytes(text, stretch.new, found.how) for stretch in found.stretches)
    for stretch in found.stretches:
        yield from repairs(served, stretch, found.how, lacks, start)


def _is_broken(served: str, found: _Found) -> bool:
    """Whether bytes are gone where no mark stands: what software drops of UTF-8 that it takes for pairs may be the end of a character and the beginning of the next."""
    return found.how.served != "latin" and any(
        LOST not in (old := served[piece.start : piece.end + 1]) and "?" not in old for stretch in found.stretches for piece in stretch.pieces if piece.candidates or piece.lost
    )


def _as_before(served: str, a: int, b: int, hows: Sequence[Misreading], losses: Sequence[Loss], habit: Habit, is_calm: bool) -> _Found | None:
    """What explains a line that lost bytes as it did the lines before; None where it leaves a doubt."""
    if habit.way is None or habit.way[0] not in hows:
        return None
    how, loss = habit.way
    is_whole = not (loss.dropped or loss.stands) and all(mark not in served for mark in loss.marks)
    if is_whole or loss not in tells(served[a:b], how, losses) or (is_calm and how.true != "utf-8" and how.served != "euc-kr"):
        return None
    if is_gone(served[a:b], min(SPARSEST, SPARSE.get(how.served, SPARSEST))):
        return None
    core = served[a:b]
    _, found = next((_undone(served, how, loss, script, rough(core, how)) for how, script in likely(core, (how,))), (0.0, None))
    return found if found and found.is_plain and found.gain > CERTAIN and (habit.is_clear or (len(found.stretches) == 1 and found.leaves_nothing(a, b))) else None


@lru_cache(64)
def _undone(served: str, how: Misreading, loss: Loss, script: bool | None, raw: str, least: float = 0.0) -> tuple[float, _Found | None]:
    """What reads better by more than `least` nats, if anything; and by how many all of it would. Remembered, since what stands in a menu stands in the title too."""
    if not loss.fill and not is_worth(served, raw):
        return 0.0, None
    walk = unravel(served, how, loss, script, is_chinese(raw))
    if walk is None or walk.gain <= least:
        return walk.gain if walk else 0.0, None
    stretches = [s for s in walk.stretches() if accepted(served, s, how)]
    return walk.gain, _Found(sum(s.gain for s in stretches), stretches, how) if stretches else None


def _searched(served: str, a: int, b: int, hows: Sequence[Misreading], losses: Sequence[Loss], habit: Habit) -> _Found | None:
    """The stretches that read best, of the likeliest misreadings and ways of losing bytes; the first that leaves nothing open is taken."""
    core = served[a:b]
    best: _Found | None = None
    gains: dict[tuple[Misreading, Loss], float] = {}
    for how, script in likely(core, hows)[:2]:
        raw = rough(core, how)
        for loss in tells(core, how, losses):
            gain, found = _undone(served, how, loss, script, raw, best.gain + BEATEN if best else 0.0)
            gains[how, loss] = found.gain if found else min(gain, best.gain + BEATEN if best else 0.0)
            if found is None:
                continue
            if best is None or found.gain > best.gain + BEATEN:
                best = found
            if found.leaves_nothing(a, b):
                if best is found and len(found.stretches) == 1 and not habit.is_clear:
                    habit.way = how, loss
                return best
        if best and best.gain > PLENTY * len(core):
            break
    if best and best.is_plain:
        habit.learn(gains)
    return best


_ASKS = re.compile(r"[^\x00-\x7f][@-~]?\?|\?[@-~]?[^\x00-\x7f]")


def _trim(text: str) -> tuple[int, int]:
    """text without the ASCII at its ends."""
    a, b = 0, len(text)
    while a < b and text[a] < "\x80":
        a += 1
    while b > a and text[b - 1] < "\x80":
        b -= 1
    return a, b
