"""Text of one East Asian encoding, or UTF-8, read as another East Asian encoding.

锛屾垜鍦 (UTF-8 read as GBK), 擂陔貌 (GBK read as Big5), 沮い (Big5 read as GBK), ｾﾝﾐﾂ (GBK read as Shift-JIS),
앴劤빽 (GBK read as EUC-KR), 促绰 (EUC-KR read as GBK), 搶嫗 (Shift-JIS read as GBK), and up to three such layers.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text.across import across
from qnews_scraper.text.credible import is_gone
from qnews_scraper.text.lore import trust_in
from qnews_scraper.text.loss import Loss
from qnews_scraper.text.misread import EAST_ASIAN, encoder
from qnews_scraper.text.scan import Run
from qnews_scraper.text.signs import clusters, is_marks_only
from qnews_scraper.text.untangle import Habit, short, untangle
from qnews_scraper.text.windows import by_line, windows

BROWSER = Loss(marks="\ufffd")
PYTHON = Loss(marks="\ufffd", is_python=True)
STRICT = Loss(marks="\ufffd", is_python=True, is_strict=True)
DROPS = Loss(marks="\ufffd", dropped=bytes(range(0x80, 0xC0)))
"""iconv -c and its like leave out what they cannot read: of UTF-8, the last bytes of a character."""
ASKS = Loss(marks="\ufffd?")
WINDOWS = Loss(marks="\ufffd?", swallows=True)
"""Windows reads a lone 80 as the euro sign, where other software gives a "?" for it, and takes an ASCII character along with a bad byte."""

_UTF8: Final = tuple(how for how in EAST_ASIAN if how.true == "utf-8")
_SHOWN: Final = re.compile("[□〓]")
"""What some software shows for bytes that it cannot read: of UTF-8, A1 F5 and A1 FE are none."""
_BLANK: Final = re.compile("(?<=[\u00a4-\uffe5]) (?! )")
_HALF: Final = re.compile(r"[^\x00-\x7f]\?[^\x00-\x7f]")
"""A byte given up by itself: software that does that leaves what stands behind it."""
_BEGUN: Final = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]?\Z")

NEARLY_ALL: Final = 0.8
"""Share of lost characters from which nothing is read; of UTF-8 that Python read as Big5 six in ten are gone."""


def find(page: Page) -> Iterator[Finding]:
    """Each misread stretch, back in its own encoding."""
    habit = Habit()
    tangles = page.glance.tangles
    # where nothing tells whether a mark took a digit along, that is not left out
    takes = "€" in page.glance.wide or not any(_HALF.search(run.text, a, b) for run, found in tangles for a, b in found)
    if any(_untangled(tangles, takes, habit)):
        yield from _untangled(page.glance.all_tangles, takes, habit)
        for run in page.scan.runs if habit.hows or habit.way else ():
            seen = [*clusters(run.text)]
            for fix in short(run.text, habit):
                if not any(a < fix.end and fix.start < b for a, b in seen):
                    yield from edits(run, fix.start, fix.end, fix.new, trust_in(run.text, fix.start, fix.end, fix.trust), fix.why, fix.candidates)


def _untangled(tangles: Iterable[tuple[Run, list[tuple[int, int]]]], takes: bool, habit: Habit) -> Iterator[Finding]:
    for run, found in tangles:
        for start, end, spans in by_line(run.text, found):
            line = marked(run.text[start:end])
            for a, b in windows(iter(spans), start, end):
                if is_gone(run.text[a:b], NEARLY_ALL) or is_marks_only(run.text[a:b]):
                    continue
                if line and (fixes := list(untangle(line, a - start, b - start, _UTF8, (BROWSER, PYTHON), habit))):
                    for fix in fixes:
                        yield from edits(run, start + fix.start, start + fix.end, fix.new, trust_in(run.text, start + fix.start, start + fix.end, fix.trust), fix.why, fix.candidates)
                    continue
                losses = ((BROWSER, PYTHON, STRICT) if "\ufffd" in run.text[a:b] else (BROWSER,) if line else (BROWSER, DROPS)) if "?" not in run.text[a:b] else (WINDOWS,) if takes else (ASKS, WINDOWS)
                for fix in untangle(run.text, a, b, EAST_ASIAN, losses, habit):
                    trust = trust_in(run.text, fix.start, fix.end, fix.trust)
                    for first, last, new, chosen in across(run, fix.start, fix.end, fix.new, fix.candidates):
                        yield from edits(run, first, last, new, trust, fix.why, chosen)


def marked(line: str) -> str:
    """A line with U+FFFD for what stands for lost bytes of UTF-8 in it: signs for such, and spaces where a character has begun; "" where nothing does."""
    new = _SHOWN.sub("\ufffd", line)
    if " " in line:
        chars = list(new)
        for found in _BLANK.finditer(line):
            at = found.start()
            if _BEGUN.search(encoder("gbk").encode_as(line[max(0, at - 2) : at], b"")):
                chars[at] = "\ufffd"
        new = "".join(chars)
    return new if new != line else ""
