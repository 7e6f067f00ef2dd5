"""How likely a stretch of Chinese is as a row of words: what a model of character pairs cannot see.

浩瀚的大|海 and 浩瀚的大|。 are alike to pairs; only one of them is made of words.
"""

from collections.abc import Iterable
from functools import cache, partial
from operator import itemgetter
from typing import Final, NamedTuple

from qnews_scraper.text.hanzi import fold, is_han
from qnews_scraper.text.lines import Lines

_TOTAL: Final = 19.2
"""ln of the sum of all counts."""
_UNKNOWN: Final = -19.0
"""A character that is no word by itself."""
_OTHER: Final = -5.0
"""A mark, a digit or a letter."""
_MARKS: Final = {"，": -3.0, "。": -3.6, "、": -4.2, "”": -4.6, "“": -4.6, "〇": -5.0}
LONGEST: Final = 6
_MORE: Final = LONGEST - 2
"""Characters of a word after its second one."""
_FIRST: Final = "\u4e00"
_LAST: Final = "\u9fff"
_STEPS: Final = {chr(0x30 + n): n / 4 - _TOTAL for n in range(1, 0x50)}
"""The log-likelihood that a character of the table stands for; "0" stands for none."""


class _Row(NamedTuple):
    """The words that begin with one character, as tools/build_words.py lays them out."""

    alone: float
    """Of the character as a word, or _UNKNOWN."""
    seconds: str
    steps: str
    """For each second character what the two stand for as a word."""
    tails: list[str]
    """For each second character the rest of longer words, each with its step behind it."""


_lines: Final = cache(partial(Lines, "words.txt"))
_NO_ROW: Final = _Row(_UNKNOWN, "", "", [])


@cache
def _row(first: str) -> _Row:
    if first < "\u2e80" or not (line := _lines().find(first)):
        return _NO_ROW
    head, seconds, steps, *tails = line.split("\t")
    return _Row(_STEPS.get(head[1], _UNKNOWN), seconds, steps, tails)


def _longer(tail: str, rest: str) -> list[tuple[int, str]]:
    """Those of the words in `tail` that `rest` begins with: length and step of each; steps are ASCII, and so no part of a word."""
    found: list[tuple[int, str]] = []
    for size in range(1, len(rest) + 1):
        at = tail.find(rest[:size])
        if at < 0 or rest[size - 1] < "\x80":
            break
        while at >= 0:
            if (not at or tail[at - 1] < "\x80") and (step := tail[at + size]) < "\x80":
                found.append((size, step))
                break
            at = tail.find(rest[:size], at + 1)
    return found


def is_word(text: str) -> bool:
    """Whether the table has this word, Traditional folded to Simplified."""
    text = fold(text)
    row = _row(text[:1])
    if len(text) < 2:
        return row.alone > _UNKNOWN
    at = row.seconds.find(text[1])
    if at < 0:
        return False
    return row.steps[at] != "0" if len(text) == 2 else len(text) - 2 in map(itemgetter(0), _longer(row.tails[at], text[2:]))


def words(text: str) -> float:
    """Log-likelihood (natural) of the best segmentation of `text` into words, Traditional folded to Simplified."""
    return _before(fold(text))[-1]


def _apart(char: str) -> float:
    """The log-likelihood of a character that is in no word: a mark, a digit, a letter, or Han beyond the basic block."""
    return _MARKS[char] if char in _MARKS else _UNKNOWN if is_han(char) else _OTHER


def _before(text: str) -> list[float]:
    """The log-likelihood of the best segmentation of a folded text up to each place."""
    size = len(text)
    best = [-1e9] * (size + 1)
    best[0] = 0.0
    for start, char in enumerate(text):
        before = best[start]
        after = start + 1
        if not _FIRST <= char <= _LAST:
            best[after] = before + _apart(char)
            continue
        alone, seconds, steps, tails = _row(char)
        if before + alone > best[after]:
            best[after] = before + alone
        if after == size or (at := seconds.find(text[after])) < 0:
            continue
        if (step := steps[at]) != "0" and before + _STEPS[step] > best[start + 2]:
            best[start + 2] = before + _STEPS[step]
        if (tail := tails[at]) and start + 2 < size and text[start + 2] in tail:
            for more, step in _longer(tail, text[start + 2 : start + LONGEST]):
                if before + _STEPS[step] > best[start + 2 + more]:
                    best[start + 2 + more] = before + _STEPS[step]
    return best


def in_word(left: str, char: str, right: str) -> bool:
    """Whether a character between two contexts is a part of a known word of two to four characters."""
    at = min(3, len(left))
    text = fold(left[len(left) - at :] + char + right[:3])
    for start in range(min(at + 1, len(text) - 1)):
        row = _row(text[start])
        if (second := row.seconds.find(text[start + 1])) < 0:
            continue
        if start + 2 > at and row.steps[second] != "0":
            return True
        if (tail := row.tails[second]) and any(start + 2 + more > at for more, _ in _longer(tail, text[start + 2 : start + 4])):
            return True
    return False


def around(left: str, chars: Iterable[str], right: str) -> list[float]:
    """`words(left + char + right)` for each of some characters; what stands beside the place is cut into words once for all of them."""
    left, right = fold(left), fold(right)
    size = len(left)
    before, after = _before(left), _after(right)
    begun = _begun(left, before)
    last = _row(left[-1]) if left and _FIRST <= left[-1] <= _LAST else _NO_ROW
    whole, joined, rest = before[size], before[size - 1] if left else 0.0, after[0]
    found = []
    for char in map(fold, chars):
        if _FIRST <= char <= _LAST:
            alone, seconds, steps, tails = _row(char)
            best = whole + alone + rest
            if right and (at := seconds.find(right[0])) >= 0:
                best = max([best, *(whole + _STEPS[step] + after[1 + more] for more, step in _words(steps[at], tails[at], right[1 : 1 + _MORE]))])
        else:
            best = whole + _apart(char) + rest
        if (at := last.seconds.find(char)) >= 0:
            best = max([best, *(joined + _STEPS[step] + after[more] for more, step in _words(last.steps[at], last.tails[at], right[:_MORE]))])
        for value, tail, middle in begun:
            if char in tail:
                for more, step in _longer(tail, (middle + char + right)[:_MORE]):
                    if more > len(middle):
                        best = max(best, value + _STEPS[step] + after[more - len(middle) - 1])
        found.append(best)
    return found


def _words(step: str, tail: str, rest: str) -> list[tuple[int, str]]:
    """The words that go on from two characters: how many more each has, and its step."""
    found = _longer(tail, rest) if tail and rest[:1] in tail else []
    return [(0, step), *found] if step != "0" else found


def _begun(left: str, before: list[float]) -> list[tuple[float, str, str]]:
    """Words that may have begun two or more characters before the place: the value up to there, how they may go on, and what of that stands."""
    found = []
    for start in range(max(0, len(left) - LONGEST + 1), len(left) - 1):
        if _FIRST <= left[start] <= _LAST:
            row = _row(left[start])
            at = row.seconds.find(left[start + 1])
            if at >= 0 and (tail := row.tails[at]) and left[start + 2 : start + 3] in tail:
                found.append((before[start], tail, left[start + 2 :]))
    return found


def _after(text: str) -> list[float]:
    """The same from each place on."""
    best = [0.0] * (len(text) + 1)
    for start in reversed(range(len(text))):
        best[start] = max(odds + best[start + length] for length, odds in steps(text, start))
    return best


def steps(text: str, start: int) -> list[tuple[int, float]]:
    """The words that stand at a place: length and log-likelihood of each."""
    char = text[start]
    if not _FIRST <= char <= _LAST:
        return [(1, _apart(char))]
    alone, seconds, steps, tails = _row(char)
    found = [(1, alone)]
    if start + 1 < len(text) and (at := seconds.find(text[start + 1])) >= 0:
        found += [(2 + more, _STEPS[step]) for more, step in _words(steps[at], tails[at], text[start + 2 : start + 2 + _MORE])]
    return found
