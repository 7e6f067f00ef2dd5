"""What was read back as repairs with their places: what the bytes prove, each guess and each loss by itself, and how sure each is."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, groupby
from operator import attrgetter
from typing import Final, NamedTuple

from qnews_scraper.text.beheaded import beheaded
from qnews_scraper.text.fluency import fluency, odds
from qnews_scraper.text.misread import DEFAULT, FIVE, Misreading, proof, redo
from qnews_scraper.text.twins import parts
from qnews_scraper.text.unravel import Piece, Stretch
from qnews_scraper.text.wildcard import LOST
from qnews_scraper.trust import Trust

TOLD = 4
"""Characters of a two-byte encoding beside a lost byte that show where its pairs begin."""
DIP = 6
"""Characters of which some must read better than chance. Of a hundred sentences as written one has a worse place, of those that lost two bytes three in four."""
TORN = -4.0
"""Log-odds of the last two characters below which they may be out of step."""


class Repair(NamedTuple):
    """text[start:end], as served, becomes `new`."""

    start: int
    end: int
    new: str
    trust: Trust
    why: str
    candidates: tuple[str, ...] = ()


def without_loss(at: int, old: str, new: str, hows: tuple[Misreading, ...], lacks: bool) -> Iterator[Repair]:
    """A repair that the bytes prove, unless some may be lacking, but for the marks that they leave open."""
    why = "; then ".join(map(str, hows))
    if len(hows) == 1 and (head := beheaded(old, new, hows[0])):
        yield Repair(at, at + head.end, head.new, Trust.LOST, f"{why}, its first byte cut off")
        at, old, new = at + head.end, old[head.end :], new[head.length :]
    if lacks or not _reads_throughout(new, hows[-1]):
        yield Repair(at, at + len(old), new, Trust.LIKELY, why, (new,))
        return
    for part in parts(old, new, hows):
        if part.candidates:
            yield Repair(at + part.start, at + part.end, part.new, Trust.LIKELY, f"{why}; tables of the encoding differ here", part.candidates)
        else:
            yield Repair(at + part.start, at + part.end, part.new, Trust.CERTAIN, why)


def _reads_throughout(text: str, how: Misreading) -> bool:
    """Whether no part of a text reads as pairs do that lost their step: bytes may have been dropped without a mark. UTF-8 shows it by its form."""
    if how.true == "utf-8":
        return how.served == "latin" or odds(text)[-1] > TORN
    sums = list(accumulate(odds(text), initial=0.0))
    is_torn = len(sums) > 2 and sums[-1] - sums[-3] < TORN
    return not is_torn and all(after >= before for before, after in zip(sums, sums[DIP:], strict=False)) and _PRIVATE.search(text) is None


_PRIVATE = re.compile("[\ue000-\uf8ff]")


def repairs(served: str, stretch: Stretch, how: Misreading, lacks: bool, offset: int = 0) -> Iterator[Repair]:
    """A stretch as repairs: what the bytes prove in one, each guess and each loss by itself."""
    beside = served[max(0, stretch.start - DIP) : stretch.start], served[stretch.end : stretch.end + DIP]
    ends_in_the_open = any(sum(c >= "\u2e80" for c in text) >= DIP // 2 and fluency(text) < 0.0 for text in beside)
    sure: list[Piece] = []
    for piece in (*stretch.pieces, None):
        if piece is not None and not piece.candidates and not piece.lost:
            sure.append(piece)
            continue
        if sure:
            start, end, new = sure[0].start, sure[-1].end, "".join(p.new for p in sure)
            old = served[start:end]
            while new and old and new[-1] == old[-1] and new[-1] < "\x80":
                new, old, end = new[:-1], old[:-1], end - 1
            # a letter behind what is open may be its second byte
            if how.true != "utf-8" and (start > stretch.start or served[start - 1 : start] in _GONE) and new[:1] == old[:1] and "@" <= new[:1] < "\x7f":
                new, old, start = new[1:], old[1:], start + 1
            if new != old:
                proven = proof(old, how)
                open_beside = sure[0].start > stretch.start or piece is not None
                if how.true != "utf-8" and ((open_beside and len(new) < TOLD) or ends_in_the_open):  # as good a reading may stand one byte off
                    proven = None
                if proven is not None and redo(new, how) == proven and fluency(new) > 1.0 and not _may_be_half(old, how) and _reads_throughout(new, how):
                    yield from without_loss(start + offset, old, new, (how,), lacks)
                else:
                    yield Repair(start + offset, end + offset, new, Trust.LIKELY, str(how), (new,))
            sure = []
        if piece is None:
            break
        for part in _apart(piece):
            if part.lost:
                yield Repair(part.start + offset, part.end + offset, part.new, Trust.LOST, f"{how}, its bytes lost")
            else:
                ordered = (part.new, *(c for c in part.candidates if c != part.new))
                lost = f"one byte lost: {len(ordered)} candidates" if len(ordered) > 1 else "bytes lost of more than one character" if len(part.new) > 1 else "one byte lost"
                why = f"{how}, {lost}" if part.candidates else str(how)
                yield Repair(part.start + offset, part.end + offset, part.new, Trust.LIKELY, why, ordered[:64])


def _apart(piece: Piece) -> Iterator[Piece]:
    """A piece in parts that are lost or not; where it was served as too few characters for that, what was guessed is lost too."""
    rows = [(lost, [*row]) for lost, row in groupby(piece.mixed, attrgetter("lost"))]
    size = piece.end - piece.start
    if len(rows) > size + 1 or any(s.candidates for _, row in rows if len(row) > 1 for s in row):
        yield replace(piece, new="".join(LOST if s.candidates else s.text for s in piece.mixed), mixed=())
    elif rows:
        at = piece.start
        for behind, (lost, row) in zip(range(len(rows) - 1, -1, -1), rows, strict=True):
            end = max(at, piece.end - behind)
            candidates = row[0].candidates if len(row) == 1 and not lost else ()
            yield Piece(at, end, "".join(s.text for s in row), candidates, lost)
            at = end
    else:
        yield piece


_HALF = re.compile(r"[^\x00-\x7f][@-~]?\?[@-~]|\?[@-~][^\x00-\x7f]")
_ASKED = re.compile(r"[\u2460-\uffff][@-~]?\?(?!\s*$)|^\?")
_GONE: Final = (LOST, "?", *DEFAULT.values())
_KEPT = re.compile(f"[{FIVE.decode('latin-1')}]")


def _may_be_half(old: str, how: Misreading) -> bool:
    """Whether a "?" may be a first byte that the reading had no character for, with its second byte in ASCII behind it; or such a pair, within East Asian text."""
    if how.served != "latin" and how.true != "utf-8":
        return _ASKED.search(old) is not None
    return how.served == "latin" and how.true != "utf-8" and _HALF.search(old) is not None and not _KEPT.search(old)
