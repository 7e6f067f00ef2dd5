"""Toneless readings put in one to three times after a character, some with an emoji dropped inside the brackets.

Another tool of the mirrors' trade: Simplified text stays, 国务院 becomes 国(guo)(guo)(guo)务(wu)(wu)院. A writer
gives a reading once, with its tone; so repetition, or an emoji in a syllable, is the proof.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.text.readings import spellings_of, spelt_as
from qnews_scraper.trust import Trust

_INSIDE: Final = r"[a-zü\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]{1,14}"
_GATE: Final = re.compile(rf"\((?:({_INSIDE})\)\(\1\)|[a-z]*[\u2600-\u27bf\U0001f000-\U0001faff])")
"""A reading twice, or an emoji in one; a pattern that begins with one character is searched for as fast as that character."""
_TWICE: Final = re.compile(rb"\)(?=\([a-z\xc3\xe2\xef\xf0])")
"""As in it, in UTF-8."""
_HAN: Final = re.compile("[\u3400-\u9fff]")
_EMOJI: Final = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")
_READ: Final = re.compile(rf"([\u3400-\u9fff])((?:\({_INSIDE}\)){{1,6}})")
_LETTERS: Final = re.compile("[a-zü]+")
ENOUGH: Final = 5
"""Readings on a page, of at least three characters, from which on it is a tool's work."""


def find(page: Page) -> Iterator[Finding]:
    """Edits that take such readings out, all of the page once there is proof."""
    glance = page.glance
    if not _HAN.search(glance.wide) or not ((b")(" in glance.signs and glance.holds(_TWICE)) or _EMOJI.search(glance.rare)) or not _GATE.search(glance.shown):
        return
    found = [(run, m) for run in page.scan.runs for m in _READ.finditer(run.text)]
    good = [(run, m) for run, m in found if all(_reads(m[1], part) for part in m[2].strip("()").split(")("))]
    proof = sum(m[2].count("(") > 1 or not _LETTERS.fullmatch(m[2].strip("()")) for _, m in good)
    if len(good) < ENOUGH or len({m[1] for _, m in good}) < 3 or proof < 2 or len(good) < 0.8 * len(found):
        return
    yield f"toneless readings after {len(good)} characters, {proof} of them repeated or with an emoji"
    sure = {id(m) for _, m in good}
    for run, m in found:
        if id(m) in sure:
            yield from edits(run, m.start(2), m.end(2), "", Trust.CERTAIN, f"toneless reading put in after {m[1]}")
        elif all(spelt_as("".join(_LETTERS.findall(part))) for part in m[2].strip("()").split(")(")):
            yield from edits(run, m.start(2), m.end(2), "", Trust.LIKELY, f"a reading that {m[1]} does not have, on a page of such readings", ("", m[2]))


def _reads(char: str, part: str) -> bool:
    return "".join(_LETTERS.findall(part)) in spellings_of(char)
