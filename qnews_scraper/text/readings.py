"""Mandarin readings of Han characters, and what the letters of a reading look like."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from qnews_scraper.tables.readings import READINGS

TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_TONE: Final = re.compile(f"[{TONED}]")
_MARK: Final = re.compile("[\u0300\u0301\u0304\u030c]")
SYLLABLE: Final = rf"[a-zü]{{0,4}}[{TONED}][a-zü]{{0,3}}"
"""A syllable with its tone mark, as a regular expression; the neutral tone has none and is not matched."""
LETTERS: Final = rf"[a-zü{TONED}ńňǹ]{{1,6}}"
"""What may be a syllable of any tone; `read_as` says whether it is one."""

SHIFTED: Final = "\u255d-\u2573\u2581-\u2583"
"""What a fullwidth opening bracket out of step makes with a letter: its second byte, A8, and a to z."""
LEFT_OVER: Final = re.compile(rf"[(（?{SHIFTED}](?=[^()（）]{{0,9}}[a-zü{TONED}])[a-zü{TONED}]{{0,6}}[^()（）<>\u4e00-\u9fff]{{0,2}}[a-zü{TONED}]{{0,6}}[)）]")
"""What may be a reading that was put in and is not taken out, with a bracket out of step or a byte lost."""
JUNK: Final = "\u2600-\u2604\u2607-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff "
"""What is dropped into readings: emoji and blanks."""
INSIDE: Final = rf"{LETTERS}(?:[{JUNK}]{{1,2}}[a-zü{TONED}]{{0,6}})?"
"""A reading in its brackets."""
BROKEN: Final = rf"(?:[{SHIFTED}][a-zü{TONED}]{{0,5}}[)）]|[(（{SHIFTED}][a-z]{{0,5}}\\?[\x05-\x08]*。)"
"""A reading in fullwidth brackets of which one is out of step or cut."""
TEAR: Final = re.compile(rf"(?:\?|[{SHIFTED}])[a-zü{TONED}]{{0,6}}[)）]")
"""What shows that the pairs after it are out of step."""


@cache
def _by_reading() -> dict[str, str]:
    rows: dict[str, str] = {}
    for row in READINGS.split(" "):
        split = re.search("[\u4e00-\u9fff]", row)
        if split:
            rows[row[: split.start()]] = row[split.start() :]
    return rows


@cache
def _by_char() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for reading, chars in _by_reading().items():
        for char in chars:
            found.setdefault(char, set()).add(reading)
    # 21,000 characters share 6,200 sets, of 216 bytes or more each
    shared: dict[frozenset[str], frozenset[str]] = {}
    return {char: shared.setdefault(own, own) for char, readings in found.items() for own in (frozenset(readings),)}


def readings_of(char: str) -> frozenset[str]:
    """All readings of a character, with tone marks; empty for one that GBK lacks."""
    return _by_char().get(char, frozenset())


def read_as(reading: str) -> str:
    """All characters that have this reading."""
    return _by_reading().get(reading, "")


@cache
def _by_spelling() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for reading, chars in _by_reading().items():
        for spelling in _spelt((reading,)):
            found.setdefault(spelling, []).append(chars)
    return {spelling: "".join(dict.fromkeys("".join(rows))) for spelling, rows in found.items()}


def spelt_as(spelling: str) -> str:
    """All characters that have a reading of these letters in any tone; of a reading with its tone, those that have it."""
    return read_as(spelling) if _TONE.search(spelling) else _by_spelling().get(spelling, "")


@cache
def begun_by(letter: str) -> str:
    """All characters that have a reading which begins with a letter."""
    return "".join(chars for spelling, chars in _by_spelling().items() if spelling.startswith(letter))


@cache
def spellings_of(char: str) -> frozenset[str]:
    """The readings of a character without tone marks, ü also as u and as v."""
    return _spelt(readings_of(char))


def _spelt(readings: Iterable[str]) -> frozenset[str]:
    plain = {unicodedata.normalize("NFC", _MARK.sub("", unicodedata.normalize("NFD", r))) for r in readings}
    return frozenset(plain | {r.replace("ü", "u") for r in plain} | {r.replace("ü", "v") for r in plain})
