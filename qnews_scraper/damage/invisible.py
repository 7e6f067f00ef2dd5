"""Characters that nobody sees, put between others: zero-width, soft hyphens, selectors, direction marks, controls, private-use blanks.

What a script or an emoji needs stays: joiners in Arabic, Indic scripts and emoji, zero-width spaces in Thai and its
neighbours, direction marks in lines with Hebrew or Arabic, soft hyphens inside Latin words, selectors after emoji and
ideographic ones after Han characters.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.hanzi import simplified_only

_UNSEEN: Final = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\uffa0\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000e0100-\U000e01ef\ue4c6\ue525\ue5e5"
)
_GATE: Final = re.compile(f"[{_UNSEEN}]")
_REFERENCE: Final = re.compile(
    rb"&(?:shy|zwn?j|lrm|rlm|ZeroWidthSpace|NoBreak);|&#0*(?:173|820[3-7]|823[4-8]|828[89]|829[0-7]|65279|6502[4-9]|6503\d);"
    rb"|&#x0*(?:ad|200[b-f]|202[a-e]|206[0-9a-f]|feff|fe0[0-9a-f]);", re.I
)
_ROW: Final = re.compile(f"[{_UNSEEN}]+")
_BLANKS: Final = dict.fromkeys("\ue4c6\ue525\ue5e5", "\u3000")
"""Where GBK's A3A0 and its like went: pages use them as fullwidth spaces."""
_JOINS: Final = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc]")
_SPACELESS: Final = re.compile("[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u1950-\u19ff\ua9e0-\uaa7f]")
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EMOJI: Final = re.compile("[#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299\ufe0f\u20e3\ud83c-\ud83e\udc00-\udfff\U0001f000-\U0001faff]")
"""Halves of surrogate pairs that make one are put together later."""
_MONGOLIAN: Final = re.compile("[\u1800-\u18af]")
_BESIDE: Final = {
    "\u2800": re.compile("[\u2801-\u28ff]"),
    "\u3164": re.compile("[\u3131-\u318e\uac00-\ud7a3]"),
    "\uffa0": re.compile("[\uffa1-\uffdc\uac00-\ud7a3]"),
    "\u17b4": re.compile("[\u1780-\u17ff]"),
    "\u17b5": re.compile("[\u1780-\u17ff]"),
}
"""Blanks of Braille, Hangul and Khmer, and what they stand beside."""
_LETTER: Final = re.compile("[A-Za-z\u00c0-\u052f]")
_SELECTORS: Final = frozenset(map(chr, range(0xE0100, 0xE01F0)))
_SELECTOR: Final = re.compile("[\U000e0100-\U000e01ef]")
_SELECTED: Final = re.compile(f"(.){_SELECTOR.pattern}")
_EDGES: Final = ("", " ", "\t", "\n", "\r")
_KANA: Final = re.compile("[\u3041-\u30fa]")
_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


def find(page: Page) -> Iterator[Finding]:
    """Each unseen character that nothing beside it needs, taken out."""
    glance = page.glance
    places = glance.places(set(_GATE.findall(glance.rare)))
    if glance.has_references:
        places = sorted((*places, *glance.in_text(found.start() for found in _REFERENCE.finditer(glance.utf8))))
    unneeded = _unneeded(page) if places else frozenset()
    for run in glance.near(places):
        text = run.text
        for row in _ROW.finditer(text):
            kept = _kept(text, row.start(), row.end(), unneeded)
            if kept != row[0]:
                yield from edits(run, row.start(), row.end(), kept, Trust.CERTAIN, "nobody sees these characters, and nothing here needs them")


def _unneeded(page: Page) -> frozenset[str]:
    """What nothing on this page needs: selectors, where some select among forms that their characters do not have, or many on one without kana."""
    found: frozenset[str] = frozenset()
    selected = set(_SELECTED.findall(page.text)) if _SELECTOR.search(page.glance.rare) else set()
    if any(not _HAN.match(char) or (char in simplified_only() and not _in_japanese(char)) for char in selected) or (
        len(selected) > 2 and not _KANA.search(page.text)
    ):
        found = _SELECTORS
    return found


def _in_japanese(char: str) -> bool:
    return bool(char.encode("euc_jisx0213", "ignore"))


def _kept(text: str, start: int, end: int, unneeded: frozenset[str]) -> str:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    out = []
    for i in range(start, end):
        char = text[i]
        if char in _BLANKS:
            out.append(_BLANKS[char])
        elif char not in unneeded and _needed(char, before, after, text, i):
            out.append(char)
            before = char
    return "".join(out)


def _needed(char: str, before: str, after: str, text: str, at: int) -> bool:
    if char in "\x0b\x0c":
        return (before in _EDGES or after in _EDGES) and not (char == "\x0b" and after in ("\n", "\r"))
    if char == "\u200d":
        return bool(_EMOJI.match(before) and _EMOJI.match(after) and after not in "#*0123456789") or bool(_JOINS.match(before) or _JOINS.match(after))
    if char == "\u200c":
        return bool(_JOINS.match(before) and _JOINS.match(after))
    if char == "\u200b":
        return bool(_SPACELESS.match(before) or _SPACELESS.match(after))
    if char == "\u00ad":
        return bool(_LETTER.match(before) and _LETTER.match(after)) or "\x80" <= before <= "\xff" or "\x80" <= after <= "\xff"
    if "\ufe00" <= char <= "\ufe0f":
        return bool(_EMOJI.match(before) and before != "\ufe0f" and (not before.isascii() or after == "\u20e3")) and char in "\ufe0e\ufe0f"
    if char >= "\U000e0100":
        return bool(_HAN.match(before))
    if char >= "\U000e0000":
        return before >= "\U0001f3f4"
    if char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        line = text.rfind("\n", 0, at) + 1
        return bool(_RIGHT_TO_LEFT.search(text, max(line, at - 500), at + 500))
    if "\u180b" <= char <= "\u180e":
        return bool(_MONGOLIAN.match(before) or _MONGOLIAN.match(after))
    if beside := _BESIDE.get(char):
        return bool(beside.match(before) or beside.match(after))
    if char >= "\U0001d173":
        return False
    if char == "\ufeff":
        return False
    return char in "\u115f\u1160" and ("\u1100" <= before <= "\u11ff" or "\u1100" <= after <= "\u11ff")
