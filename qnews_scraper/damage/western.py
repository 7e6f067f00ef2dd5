"""Western mojibake (CafÃ©, donâ€™t, ÐŸÑ€Ð¸), by ftfy, which does it best; only its decoding steps, so that Chinese marks stay as they are.

Han characters are never made here: in short Latin text ftfy's evidence does not carry them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.hanzi import HAN
from qnews_scraper.text.lore import trust_in
from qnews_scraper.text.scan import Run

_LEAD: Final = "\u00c2-\u00f4\u0102\u0110\u0412-\u0433"
_NEXT: Final = "\u0080-\u00bf\u0152-\u0192\u02c6-\u02dd\u0401-\u040f\u0451-\u045f\u2013-\u2122"
"""In windows-1251 the letters of Russian but ё are no second bytes of UTF-8."""
_GATE: Final = re.compile(f"[{_LEAD}][{_NEXT}]")
_LEADS: Final = re.compile(f"[{_LEAD}]")
_ROWS: Final = re.compile(f"[{_LEAD}{_NEXT}][{_LEAD}{_NEXT}]++")
_WORD: Final = re.compile(f"[^ \t\r\n{HAN}\u3000-\u30ff\uff00-\uffef]+")
_MADE: Final = re.compile(f"[{HAN}\u3040-\u30ff\uac00-\ud7a3\ue000-\uf8ff]")
_INSIDE: Final = re.compile("[a-z\u00df-\u00ff][\u00c0-\u00de]")
"""A capital inside of a word."""
_BESIDE: Final = re.compile("[\x80-\x9f][\x80-\u2fff]|[\x80-\u2fff][\x80-\x9f]")
"""A control beside another character beyond ASCII: one byte of several, not a mark that stands alone."""
_LONG: Final = 2000


def find(page: Page) -> Iterator[Finding]:
    """Each row of words that ftfy reads back, with the steps it took as the reason."""
    glance = page.glance
    places = [*glance.latin_references, *(glance.rows(_ROWS, _GATE) if _LEADS.search(glance.rare) else ())]
    if places and any(_read_again(glance.near(sorted(places)))):
        yield from _read_again(page.scan.runs)


def _read_again(runs: Iterable[Run]) -> Iterator[Finding]:
    import ftfy  # only pages with such words pay for it, 4 MB
    from ftfy.badness import is_bad

    for run in runs:
        if not _GATE.search(run.text):
            continue
        for start, end in _words(run.text):
            served = run.text[start:end]
            if not is_bad(served):
                continue
            fixed, plan = ftfy.fix_encoding_and_explain(served)
            fixed = fixed.replace("\ufeff", "")
            if fixed == served or plan is None or _MADE.search(fixed) or fixed.count("\ufffd") > served.count("\ufffd"):
                continue
            steps = {step.parameter for step in plan}
            if _is_in_parts(served, fixed):
                continue
            a, b = _changed(served, fixed)
            guessed = not steps.isdisjoint(("restore_byte_a0", "replace_lossy_sequences", "decode_inconsistent_utf8"))
            guessed |= "fix_c1_controls" in steps and _BESIDE.search(served) is not None
            # in ISO 8859-15 "Ãš" is "è", which windows-1252 reads as "Ú"
            guessed |= _INSIDE.search(fixed) is not None
            why = "Western mojibake: " + ", ".join(step.parameter for step in plan if step.action != "apply" or guessed)
            new = fixed[a : len(fixed) - b]
            trust = trust_in(run.text, start + a, end - b, Trust.LIKELY if guessed else Trust.CERTAIN)
            yield from edits(run, start + a, end - b, new, trust, why, (new,) if guessed else ())


def _is_in_parts(served: str, fixed: str) -> bool:
    """Whether of a text that is mostly beyond ASCII little was mended: bytes of East Asian text are no nearer then to what was written."""
    letters = served.replace(" ", "")
    high = len(letters) - len(letters.encode("ascii", "ignore"))
    return high * 2 > len(letters) and (len(served) - len(fixed)) * 3 < high


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Rows of neighbouring words that may be damaged, none longer than a paragraph."""
    first = last = -1
    for word in _WORD.finditer(text):
        if not _GATE.search(word[0]):
            continue
        if first >= 0 and (word.start() - last > 1 or word.end() - first > _LONG):
            yield first, last
            first = -1
        first = word.start() if first < 0 else first
        last = word.end()
    if first >= 0:
        yield first, last


def _changed(old: str, new: str) -> tuple[int, int]:
    """Lengths of the beginning and of the end that two texts share."""
    shortest = min(len(old), len(new))
    a = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    b = next((i for i in range(shortest - a) if old[-1 - i] != new[-1 - i]), shortest - a)
    return a, b
