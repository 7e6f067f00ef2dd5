"""Many characters in one place, rated by the words they make with what stands beside them.

`words` of each whole stretch says the same; here what stands beside the place is cut into words once for all of them.
"""

from collections.abc import Iterable
from typing import Final

from qnews_scraper.text.hanzi import fold
from qnews_scraper.text.words import _LONGEST, _MARKS, _NO_ROW, _OTHER, _STEPS, _longer, _row

_FIRST: Final = "\u4e00"
_LAST: Final = "\u9fff"
_MORE: Final = _LONGEST - 2
"""Characters of a word after its second one."""


def around(left: str, chars: Iterable[str], right: str) -> list[float]:
    """`words(left + char + right)` for each of some characters."""
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
            best = whole + _MARKS.get(char, _OTHER) + rest
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
    for start in range(max(0, len(left) - _LONGEST + 1), len(left) - 1):
        if _FIRST <= left[start] <= _LAST:
            row = _row(left[start])
            at = row.seconds.find(left[start + 1])
            if at >= 0 and (tail := row.tails[at]) and left[start + 2 : start + 3] in tail:
                found.append((before[start], tail, left[start + 2 :]))
    return found


def _before(text: str) -> list[float]:
    """The log-likelihood of the best segmentation of a folded text up to each place."""
    best = [0.0, *[-1e9] * len(text)]
    for start in range(len(text)):
        for length, odds in _steps(text, start):
            best[start + length] = max(best[start + length], best[start] + odds)
    return best


def _after(text: str) -> list[float]:
    """The same from each place on."""
    best = [0.0] * (len(text) + 1)
    for start in reversed(range(len(text))):
        best[start] = max(odds + best[start + length] for length, odds in _steps(text, start))
    return best


def _steps(text: str, start: int) -> list[tuple[int, float]]:
    """The words that stand at a place: length and log-likelihood of each."""
    char = text[start]
    if not _FIRST <= char <= _LAST:
        return [(1, _MARKS.get(char, _OTHER))]
    alone, seconds, steps, tails = _row(char)
    found = [(1, alone)]
    if start + 1 < len(text) and (at := seconds.find(text[start + 1])) >= 0:
        found += [(2 + more, _STEPS[step]) for more, step in _words(steps[at], tails[at], text[start + 2 : start + 2 + _MORE])]
    return found
