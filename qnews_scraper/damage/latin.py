"""Text of an East Asian encoding, or Chinese UTF-8, read as Latin-1 or windows-1252.

ä¸­å›½ (UTF-8), ÖÐ¹ú (GBK), ¤¤°ê (Big5), ¾È³ç (EUC-KR). Software drops or replaces the five bytes that windows-1252 leaves undefined,
and turns A0 into a space; some drops all of 80 to 9F, and then most characters are gone and are marked as lost.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text import marks
from qnews_scraper.text.across import across
from qnews_scraper.text.inlaid import inlaid
from qnews_scraper.text.lore import trust_in
from qnews_scraper.text.loss import Loss
from qnews_scraper.text.lowered import opened, small_as_read
from qnews_scraper.text.misread import FIVE, LATIN, WESTERN
from qnews_scraper.text.scan import Run
from qnews_scraper.text.tidied import Tidied
from qnews_scraper.text.untangle import Habit, plainly, untangle
from qnews_scraper.text.windows import windows
from qnews_scraper.trust import Trust

_HIGH: Final = "\x80-\xff" + "".join(c for c in LATIN if c > "\xff")
ROW: Final = re.compile(f"[\x80-\x9f\xa1-\xff][{_HIGH}]|[{_HIGH}][\x80-\x9f\xa1-\xff]")
"""Two characters beyond ASCII side by side, as misread bytes are and accented letters seldom."""
_HIGHS: Final = re.compile(f"[{_HIGH}][{_HIGH}]++")
_MARKS: Final = "[\xa0«»“”‘’…–—·•°®©]*+"
_WRITTEN: Final = re.compile(f"{_MARKS}(?:[ß-öø-ÿ]{{0,3}}|[À-ÖØ-Þ]{{0,3}}){_MARKS}")
"""Accented letters side by side as in Educação, and marks around them. Of misread bytes some are signs or capitals amid others."""
_ROWS: Final = re.compile(f"(?:{ROW.pattern}){{1,32}}")
_LETTER: Final = re.compile("[\x80-\x9f\xa1-\xb6\xb8-\xff]")
_C1: Final = re.compile(f"[\x80-\x9f{''.join(c for c in LATIN if c > chr(0xFF))}\ufffd]")
_LEADS: Final = re.compile("(?:[\xe3-\xe9\xef][\x20\xa0-\xbf]{0,2}){6}")
"""Six first bytes of UTF-8 in a row; of twelve continuation bytes half should be below A0."""
_SHOWN: Final = re.compile(f"(?<=[{_HIGH}])[□〓]|[□〓](?=[{_HIGH}])")
"""What some software shows for a byte that has no character."""
_STRETCH: Final = re.compile(f"[{_HIGH}\ufffd\x20-\x7e]+")
MARKED: Final = 60
"""Characters for each U+FFFD, or fewer, where the software that read them marks what it does not know and so drops nothing: one in twenty is such."""
_NO_BREAK: Final = ((" ", b"\xa0"),)
_AS_SERVED: Final = Loss(marks="\ufffd", marked=FIVE, stands=_NO_BREAK)
_QUESTION: Final = Loss(marks="\ufffd?", marked=FIVE, stands=_NO_BREAK)
_DROPPED: Final = Loss(marks="\ufffd", marked=FIVE, dropped=FIVE, stands=_NO_BREAK)
_UNSEEN: Final = Loss(marks="\ufffd", marked=FIVE, dropped=b"\xa0\xad", stands=_NO_BREAK)
"""Who reads the page, or tidies it, takes no-break spaces and soft hyphens for nothing."""
_BOTH: Final = Loss(marks="\ufffd", marked=FIVE, dropped=FIVE + b"\xad", stands=_NO_BREAK)
_BLANKED: Final = Loss(marks="\ufffd", marked=FIVE, stands=((" ", FIVE + b"\xa0"),))
"""A space stands for each byte that has no character."""
_LEAD, _TAIL = "[\xe3-\xe9\xef]", f"[{''.join(char for char, byte in LATIN.items() if byte < bytes((0xC0,)))}]"
_STANDS: Final = re.compile(f"(?<={_LEAD})[ _\"'-](?={_TAIL})|(?<={_LEAD}{_TAIL})[ _\"'-]")
"""A character of ASCII in the place of a byte: what is left of one that has no character, or of a mark that was made plain."""
_MEANT: Final = {"_": FIVE, '"': b"\x93\x94", "'": b"\x91\x92", "-": b"\x96\x97\xad"}
_CONTROLS: Final = re.compile("[\x80-\x84\x86-\x9f]")
_KEPT: Final = re.compile(f"[^{FIVE.decode('latin-1')}\x00-\x7f\x85\xa0-\U0010ffff]")
"""A control that windows-1252 has a character for, unlike the five that browsers keep in it too."""
_SPECIALS: Final = re.compile(f"[{''.join(c for c in LATIN if c > chr(0xFF))}]")
_LATIN_9: Final[dict[str, str | int | None]] = dict(zip("€ŠšŽžŒœŸ", "\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe", strict=True))
_BLANKS: Final = Loss(marks="\ufffd", marked=FIVE, stands=((" ", b"\x85\xa0"),))
_NO_CONTROLS: Final = Loss(marks="\ufffd", marked=bytes(range(0x80, 0xA0)), dropped=bytes(range(0x80, 0xA0)), fill=False, stands=_NO_BREAK)


_FIRST: Final = 12
"""Finds from which it is learned what happened to a page before it is read from its beginning."""


def find(page: Page) -> Iterator[Finding]:
    """Each stretch that was read as Western text, in its own encoding."""
    glance = page.glance
    places = [*glance.latin_references, *(glance.rows(_HIGHS, ROW, _WRITTEN) if _LETTER.search(glance.rare) else ())]
    habit = Habit()
    if not places:
        return
    # of short stretches each by itself does not show what was dropped of all
    rows = "".join(row[0] for row in _ROWS.finditer(glance.wide))
    lacks = _lacks_controls(rows)
    is_found = False
    for _ in islice(_read_again(glance.near(sorted(places)), habit, lacks), _FIRST):
        is_found = True
        if habit.hows:  # titles stand above what tells how they were misread
            break
    if is_found:
        yield from _read_again(page.scan.runs, habit, lacks)


def _read_again(runs: Iterable[Run], habit: Habit, lacks: bool) -> Iterator[Finding]:
    for run in runs:
        told = small_as_read(_as_latin1(marks.apart(run)))
        tidied = Tidied(_SHOWN.sub("\ufffd", told) if "□" in told or "〓" in told else told)
        text = tidied.text
        done: list[tuple[int, int]] = []
        for stretch in _STRETCH.finditer(text):
            rows = (row.span() for row in _ROWS.finditer(text, stretch.start(), stretch.end()))
            for a, b in windows(rows, stretch.start(), stretch.end(), 24):
                fixes = list(plainly(text, a, b, habit)) or untangle(text, a, b, WESTERN, _losses(text[a:b], lacks), habit)
                for fix in opened(text, fixes):
                    start, end = tidied.place(fix.start), tidied.place(fix.end, is_end=True)
                    done.append((start, end))
                    trust, candidates = fix.trust, fix.candidates
                    if trust is Trust.CERTAIN and not tidied.blanks.isdisjoint(range(fix.start, fix.end)):
                        trust, candidates = Trust.LIKELY, (fix.new,)
                    trust = trust_in(run.text, start, end, trust)
                    for first, last, new, chosen in across(run, start, end, fix.new, candidates):
                        yield from edits(run, first, last, new, trust, fix.why, chosen)
        done.sort()
        for fix in inlaid(run.text):
            if (at := bisect_left(done, (fix.end,))) == 0 or done[at - 1][1] <= fix.start:
                yield from edits(run, fix.start, fix.end, fix.new, trust_in(run.text, fix.start, fix.end, fix.trust), fix.why, fix.candidates)


def _as_latin1(text: str) -> str:
    """A text that was read as ISO 8859-15, as Latin-1 has it. Of windows-1252, which has these eight letters too, no other and no control stands there."""
    if not _KEPT.search(text) or not (specials := set(_SPECIALS.findall(text))) or specials - _LATIN_9.keys():
        return text
    return text.translate(str.maketrans(_LATIN_9))


def _lacks_controls(text: str) -> bool:
    """Whether what software drops that takes 80 to 9F for controls is missing from text."""
    return _LEADS.search(text) is not None and not _C1.search(text)


def _losses(text: str, lacks: bool) -> tuple[Loss, ...]:
    """The ways of losing bytes that a stretch may have gone through, by what of them it shows, or its page."""
    if lacks or _lacks_controls(text):
        return (_NO_CONTROLS,)
    found = _STANDS.findall(text)
    stands = tuple((char, left) for char, codes in _MEANT.items() if char in found and (left := _not_in(text, codes)))
    losses = _dropping(text, " " in found)
    return tuple(loss._replace(stands=(*loss.stands, *stands)) for loss in losses) if stands else losses


def _not_in(text: str, codes: bytes) -> bytes:
    """Those of some bytes that were not kept."""
    return bytes(b for b in codes if not any(char in text for char, byte in LATIN.items() if byte[0] == b))


def _dropping(text: str, is_blanked: bool) -> tuple[Loss, ...]:
    if "?" in text:
        return (_QUESTION,)
    if text.count("\ufffd") * MARKED > len(text):
        return (_AS_SERVED,)
    if _CONTROLS.search(text):
        blanks: tuple[Loss, ...] = () if "\x85" in text or "\xa0" in text or " " not in text else (_BLANKS,)
        return (*(blanks or (_AS_SERVED,)), *(() if "\xad" in text else (_UNSEEN,)))
    losses = (_AS_SERVED, _DROPPED) if "\xad" in text else (_AS_SERVED, _DROPPED, _BOTH)
    return (_BLANKED._replace(stands=((" ", FIVE),)) if "\xa0" in text else _BLANKED, *losses) if is_blanked else losses
