"""Patterns that many lines are searched for: `re` skips in C to where one may begin, if each alternative begins with a character; one that begins with a class, a choice or a border costs all of them ten times as much."""

import re
from collections.abc import Iterator
from itertools import accumulate

import pytest

from qnews_scraper.extract import byline, phrases, sources

PATTERNS = {
    "legal": phrases._LEGAL,
    "legal words": phrases._LEGAL_WORDS,
    "follow": phrases._FOLLOW,
    "channel": phrases._CHANNEL,
    "tips": phrases._TIPS,
    "code": phrases._CODE,
    "credit": phrases._CREDIT,
    "office": sources._OFFICE_SIGN,
    **{f"writers {at}": sign for at, (_, sign) in enumerate(byline._WRITERS)},
}


def alternatives(pattern: str) -> Iterator[str]:
    """What a pattern is a choice of; also where all of it begins with a choice."""
    depth = start = 0
    in_class = False
    for found in re.finditer(r"\\.|[\[\]()|]", pattern, re.S):
        sign = found[0]
        if in_class or sign == "[":
            in_class = sign != "]"
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and not depth:
            yield pattern[start : found.start()]
            start = found.end()
    yield pattern[start:]


def begins_well(pattern: str) -> bool:
    """Whether it begins with a character, or is no choice and begins with a class."""
    many = list(alternatives(pattern))
    if len(many) == 1 and pattern.startswith("(?:"):
        depths = accumulate((sign == "(") - (sign == ")") for sign in pattern)
        return begins_well(pattern[3 : list(depths).index(0)])
    if len(many) == 1 and re.match(r"\[|\\s", pattern):
        return True
    return all(re.match(r"[^\\\[\](){}.^$*+?]|\\[^A-Za-z0-9]", one) for one in many)


@pytest.mark.parametrize("name", PATTERNS)
def test_search_begins_with_a_character(name: str) -> None:
    pattern = PATTERNS[name]
    assert not pattern.flags & re.I
    assert begins_well(pattern.pattern)


@pytest.mark.parametrize(("pattern", "expected"), [("ab|c[de]", True), ("[ab]c", True), ("[ab]c|d", False), ("(?:ab|c)d|e", False), ("(?:ab|c)d", True), (r"\bab|c", False), (r"a|\.b", True), ("^a|b", False)])
def test_the_question_itself(pattern: str, expected: bool) -> None:
    assert begins_well(pattern) is expected
