"""GBK whose pairs are out of step: one byte was lost or turned into "?", and from there to the next ASCII character
each character is made of the second half of one and the first half of the next.

Chunks that were decoded one by one do the same where they cut a character.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import add, sub
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text.credible import is_gone, reading, script_of
from qnews_scraper.text.fluency import fluency, is_frequent, odds
from qnews_scraper.text.glance import Glance
from qnews_scraper.text.misread import encoder
from qnews_scraper.text.phrases import phrases
from qnews_scraper.text.scan import Run
from qnews_scraper.text.signs import CALM, clusters
from qnews_scraper.text.slip import LEAST, Part, char_of, may_end, runs, slips, sure
from qnews_scraper.text.wildcard import LOST, is_foreign, is_text
from qnews_scraper.trust import Trust

ENOUGH: Final = 10.0
"""Nats by which a run must read better when it is put back in step."""
ENOUGH_MARKED: Final = 6.0
"""The same where a mark shows that something is gone."""
ENOUGH_ASKED: Final = 15.0
"""The same where only a "?" does, which rare names may follow."""
ENOUGH_CLOSED: Final = 8.0
"""The same where such a run ends in a second "?", before a figure or at a line's end: there the other half went with what stood behind it."""
ENOUGH_GUESSED: Final = 15.0
"""The same, with what it gains as a row of words, of a common character between two marks, which two guesses would make something else of."""
FEWEST: Final = 4
"""Letters that a run must have where no mark shows that something is gone."""
MARKS: Final = 0.2
"""Share of lost characters above which there is more to guess than to realign."""
_SAME: Final = re.compile(r"(.)\1{3}")
"""One character again and again is a rule or a filler, and stays one however its bytes are paired."""
_BEYOND: Final = re.compile("[^\x00-\x7f]+")
_END: Final = re.compile("(?<=[\u0370-\ufffc]{2})\ufffd(?![^\x00-\x7f])")
"""Half a character before ASCII: how a run out of step ends, however common its characters."""
_LETTER: Final = re.compile("[^\x00-\x7f][@-~](?=[^\x00-\x7f]|[0-9])")
"""The second byte of a character alone: how such a run ends in Traditional text, of which one character in four has one in ASCII."""
ENOUGH_HALF: Final = 9.0
"""ENOUGH_MARKED where half a character ends the run, and what it gains as a row of words counts too."""
ENOUGH_LETTER: Final = 5.0
"""The same where the half is such a letter."""
DOUBT: Final = 8.0
"""Nats that the words may make up for."""
WORDS: Final = 0.5
"""Weight of the words beside pairs of characters."""
BESIDE: Final = 8
"""Characters on either side that are read with them."""
POOR: Final = 3.0
"""Log-odds of a character that does not fit the one before; one of the last two before half a character is such."""
AROUND: Final = 16
READS: Final = 3.0
"""Mean log-odds that as many characters on either side must have where next to nothing is realigned: names and verse have less."""
_HAN: Final = re.compile("[\u3400-\u9fff]")
STOPS: Final = frozenset("。！？…”」")
"""What a line ends in that was not cut off: half a character at the end of others is what is left of a row that was."""
_BLANK: Final = re.compile("[\u3000-\u9fff\uff01-\uff5e] ")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")

_CLOSED: Final = re.compile(r"\?(?=[0-9.,\n]|$)")
_EATEN: Final = re.compile(r"(?<=[^\x00-\x7f])\?(?=[0-9])")
_EATEN_BYTES: Final = re.compile(rb"\?(?<=[\x80-\xff]\?)(?=[0-9])")
_HALF: Final = re.compile("\\?(?=[\u2460-\uffef])")
VAIN: Final = 4000
VAIN_SHARE: Final = 0.125
"""Characters, and the share of a page's, that are weighed in vain: of noise all look out of step, and none is."""
EACH: Final = 16
"""Characters that weighing a run costs as much as, however short it is."""
BETTER: Final = 3.0
"""Nats by which the best two characters of a run must read better when they are put back in step."""
_BETWEEN: Final = re.compile(f"[^{LOST}]+")
_PIECE: Final = re.compile(f"{LOST}+|[^{LOST}]+")
CLEARLY: Final = 8
"""Times as many characters of one script as of the other make a page's script clear."""
APART: Final = 12
"""Characters beside a row between two marks of loss that must hold no third one: chunks are longer."""
REACH: Final = 6
"""Characters behind a "?" that tell whether it may be half of one."""


def find(page: Page) -> Iterator[Finding]:
    """Each run out of step, realigned."""
    glance = page.glance
    near = [(run, list(_begun(run.text, found))) for run, found in glance.tangles]
    if LOST in glance.rare:
        near += _suspects(glance.near(glance.places(LOST)), False, False)
    if glance.seems_traditional:
        letters = [at for at in glance.lone_letters if _is_half(glance.utf8[max(0, at - 12) : at + 1].decode("utf-8", "ignore"))]
        if letters and glance.script:
            near += _suspects(glance.near(glance.in_text(letters)), False, True)
    if glance.may_ask and (halves := list(_asked(glance.shown))):
        near += _suspects(glance.near(halves), False, False)
    if glance.asks and (eaten := list(_eaten(glance))):
        near += _suspects(glance.near(eaten), False, False)
    if any(_realigned(near, page)):
        yield from _realigned(_suspects(page.scan.runs, bool(glance.tangles), bool(glance.script)), page)


def _realigned(suspects: Iterable[tuple[Run, list[int]]], page: Page) -> Iterator[Finding]:
    wide = page.glance.wide
    left = VAIN + len(wide) * VAIN_SHARE
    for run, signs in suspects:
        end = 0
        for a in signs:
            if a < end:
                continue
            start = a
            while start > 0 and run.text[start - 1] > "\x7f":
                start -= 1
            found = _BEYOND.match(run.text, a)
            end = found.end() if found else a + 1
            if run.text.count(LOST, start, end) > 2 and is_gone(run.text[start:end], MARKS):
                continue
            enough = ENOUGH_MARKED if LOST in run.text[start:end] else ENOUGH
            if enough == ENOUGH and run.text[start - 1 : start] == "?":
                enough = ENOUGH_CLOSED if _CLOSED.match(run.text, end) else ENOUGH_ASKED
            half = ENOUGH_HALF if run.text[end - 1] == LOST or _EATEN.match(run.text, end) else None
            if "@" <= run.text[end : end + 1] < "\x7f" and page.glance.script:
                half = ENOUGH_LETTER
            size = end - start + EACH
            if size > left or not _may_slip(run.text, start, end):
                continue
            slip = slips(run.text, start, end, lambda: page.glance.script, enough if half is None else -DOUBT)
            rows = [row for row in runs(run.text, slip) if _is_repair(run.text, row, slip.gain, enough, half if row[-1].end >= end else None) and _is_of_page(row, page)] if slip else []
            if not rows:
                left -= size
            for row in rows:
                if sure(row) < FEWEST and page.is_settled(run, row[0].start, row[-1].end):
                    continue
                for part in row:
                    # a space amid Chinese text, behind which only a second byte stands, is what the first one became
                    is_blank = part is row[0] and bool(part.ranked) and _BLANK.match(run.text, part.start - 2) is not None
                    for one in _told(part._replace(start=part.start - is_blank)):
                        yield from edits(run, one.start, one.end, one.new, *_why(one))


def _told(part: Part) -> Iterator[Part]:
    """A part in pieces that are lost or not; behind a guess, a lost one is the character of ASCII that its mark took along."""
    if part.ranked:
        ranked = tuple(char.replace(LOST, "") for char in part.ranked)
        at = part.start if len(part.new) > 1 else part.end
        yield Part(part.start, at, part.new[:1], ranked)
        if len(part.new) > 1:
            yield Part(at, part.end, LOST)
        return
    at = part.start
    for found in _PIECE.finditer(part.new):
        end = part.end if found.end() == len(part.new) else min(part.end, part.start + found.end())
        yield Part(at, end, found[0])
        at = end


def _why(part: Part) -> tuple[Trust, str, tuple[str, ...]]:
    why = "GBK pairs out of step"
    if LOST in part.new:
        return Trust.LOST, f"{why}; " + ("too little is left of this character" if part.ranked else "a character is gone"), part.ranked
    if part.ranked:
        return Trust.LIKELY, f"{why}, one byte missing: {len(part.ranked)} candidates", part.ranked
    return Trust.LIKELY, f"{why}, one byte missing", (part.new,)


def _may_slip(text: str, start: int, end: int) -> bool:
    """Whether anything in a run reads better one byte on: of so much as is realigned at least, two characters, or of less before half a character."""
    write = encoder("gbk").encode_as
    for row in _BETWEEN.finditer(text, start, end):
        after = text[row.end() : row.end() + 1]
        served = odds(row[0])
        is_letter, is_asked = "@" <= after < "\x7f", text[row.start() - 1 : row.start()] == "?"
        is_half = after == LOST or is_letter or (after == "?" and (is_asked or _EATEN.match(text, row.end())))
        if is_half and (min(served[-2:]) < POOR or (is_letter and is_asked)):
            return True
        if len(row[0]) <= LEAST:
            continue
        data = write(row[0], b"??")
        better = list(map(sub, odds("".join([char_of(a, b) or LOST for a, b in zip(data[1::2], data[2::2], strict=False)])), served[1:]))
        if max(map(add, better, better[1:]), default=0.0) > BETTER:
            return True
    return False


def _suspects(runs: Iterable[Run], is_everywhere: bool, letters: bool) -> Iterator[tuple[Run, list[int]]]:
    """Where runs out of step may stand: in clusters of odd characters, everywhere or beside marks of loss, before such marks, behind halves."""
    for run in runs:
        text = run.text
        signs = [*_asked(text), *(found.start() - 1 for found in _EATEN.finditer(text) if _is_poor(text, found.start()))]
        if LOST in text or (is_everywhere and not text.isascii()):
            signs += [*_begun(text, clusters(text)), *(found.start() for found in _END.finditer(text))]
        if letters:
            signs += _lettered(text)
        if signs:
            yield run, sorted(signs)


def _lettered(text: str) -> Iterator[int]:
    """Where a letter may be the second byte of a common character: what stands before it does not read."""
    return (found.start() for found in _LETTER.finditer(text) if _is_half(text[max(0, found.start() - 2) : found.start() + 2]))


def _is_half(text: str) -> bool:
    """Whether the letter that a text ends in, with the second byte of the character before it, makes a common one, and what stands before it does not read."""
    first = text[-2:-1].encode("gb18030", "ignore")  # needs no tables, and has the private-use characters too
    char = (first[1:] + text[-1].encode()).decode("gb18030", "ignore") if len(first) == 2 else ""
    return len(char) == 1 and is_text(char) and is_frequent(char) and not is_foreign(char, True) and min(odds(text[-4:-1])[-2:]) < POOR


def _eaten(glance: Glance) -> Iterator[int]:
    """Where a "?" before a figure may have taken its first digit along: what stands before it does not read."""
    for place in glance.in_text(found.start() for found in _EATEN_BYTES.finditer(glance.utf8)):
        if _is_poor(glance.shown, place):
            yield place - 1


def _is_poor(text: str, at: int) -> bool:
    """Whether what stands right before a place does not read."""
    return min(odds(text[max(0, at - 2) : at])) < POOR


def _asked(text: str) -> Iterator[int]:
    """What stands behind each "?" that may be the first half of a character: it does not read."""
    for found in _HALF.finditer(text):
        at = found.end()
        if at > 1 and text[at - 2] >= "\u2460" and fluency(text[at : at + REACH]) < CALM:
            yield at


def _begun(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    """Where the rows beyond ASCII begin that these clusters are of: a "?" that is half a character stands in the midst of one."""
    return (row.start() for a, b in spans for row in _BEYOND.finditer(text, a, b))


def _gain(text: str, row: Sequence[Part]) -> float:
    """By how many nats a run is better as a row of words."""
    start, end = row[0].start, row[-1].end
    left, right = text[max(0, start - BESIDE) : start], text[end : end + BESIDE]
    return phrases(left + "".join(part.new for part in row) + right) - phrases(left + text[start:end] + right)


def _is_repair(text: str, row: Sequence[Part], gain: float, enough: float, half: float | None) -> bool:
    """Whether a run is believed that gains so much, `enough` being asked of it, or `half` together with its words where half a character ends it."""
    if gain < enough if half is None else gain + WORDS * _gain(text, row) < half:
        return False
    if sure(row) < LEAST and gain < ENOUGH and any(part.new == LOST for part in row):
        return False
    if sure(row) < LEAST and text[row[-1].end : row[-1].end + 1] in ("", "\n") and row[-1].new[-1:] not in STOPS:
        return False
    around = text[max(0, row[0].start - AROUND) : row[0].start] + text[row[-1].end : row[-1].end + AROUND]
    if (gain < enough or sure(row) < LEAST) and (len(around) < FEWEST or fluency(around) < READS):
        return False
    return _reads(text, row, gain, half is not None)


def _is_of_page(row: Sequence[Part], page: Page) -> bool:
    """Whether a run is in the script of its page, where that has one: what is in the other is quoted as it stands."""
    new = "".join(part.new for part in row)
    if new.isascii() or (is_traditional := script_of(new)) is None:
        return True
    own, other = page.glance.scripts[:: 1 if is_traditional else -1]
    return max(own, 1) * CLEARLY >= other


def _reads(text: str, row: Sequence[Part], gain: float, ends_in_half: bool) -> bool:
    start, end = row[0].start, row[-1].end
    served = text[start:end]
    new = "".join(part.new for part in row).replace(LOST, " ")
    now, letters = reading(new)
    was = fluency(served)
    if _SAME.search(served) or not _HAN.search(text, max(0, start - 1), end):
        return False
    if sum(c > "\x7f" and not is_text(c) and not "\uff10" <= c <= "\uff5a" for c in new) * 8 > len(new):
        return False
    if sure(row) < LEAST:
        between = served.strip(LOST)
        if served[0] == served[-1] == LOST:
            if LOST in text[max(0, start - APART) : start] + text[end : end + APART]:
                return False  # of many marks each stands for a character
            if not may_end((row[-1].ranked or row[-1].new)[0], text[end : end + 1]):
                return False  # nothing ends the run
            if LOST not in between and min(odds(between), default=1.0) > 0.0 and (len(between) > 1 or gain + WORDS * _gain(text, row) < ENOUGH_GUESSED):
                return False  # whole characters between two that are gone
        is_shown = "@" <= served[-1:] < "\x7f" or _PRIVATE.search(served) or (new[-1] in STOPS and text[end : end + 1] in ("", "\n"))
        return letters >= (1 if is_shown else 2)
    is_marked = ends_in_half or LOST in served or served[0] == "?"
    return letters >= (2 if is_marked else FEWEST) and now > 1.0 and was < CALM and now > was + 1.5
