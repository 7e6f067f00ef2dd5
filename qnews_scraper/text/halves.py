"""Which character stood where one of its two bytes is lost: told from the place, or left open.

A byte that is left allows about 94 characters. They are weighed by pairs and words, by what else the page
says, and by how quotations end; where no one of them stands out, nothing is put.
"""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest
from typing import Final

from qnews_scraper.text.fluency import alone, pair
from qnews_scraper.text.hanzi import fold, is_han
from qnews_scraper.text.phrases import beside
from qnews_scraper.text.words import around, in_word, is_word

LOST: Final = "\ufffd"
CANDIDATES: Final = 8

MARK, WORD, EATEN, OPEN, DROPPED = 0.9, 0.94, 0.85, 0.98, 0.985
"""Likelihood of the best candidate from which on it is put: a mark, a character, one before another that nothing tells, one beside another that is open, one of two that were lost together."""
# each kind of evidence is surer of itself than it is right, and says in part what the others say: weights fitted to 2,200 places in news and other articles
BEFORE, AFTER, MARKED, PHRASES, TOLD = 0.22, 0.33, 0.56, 0.69, 0.6
"""Of the pair with the character before, of that with the character after, or with the mark after, of the row of words and marks, and of what is known of the place."""
PUT, PUT_BEFORE, PUT_AFTER = 4.33, 0.78, 0.2
"""For a mark, and of its pairs."""
ENDS, BEGINS = 0.98, 0.55
"""For a mark after a word of more than one character, and for one before such a word: clauses seldom end, and seldom begin, in the midst of one."""
BOTH: Final = 2.2
"""What is known of marks stands for pairs and words together."""
KNOWN: Final = 1.14
"""For a part of a word."""
RARE, RARE_MARKED = 0.26, 0.44
"""Weight of how rare a character is by itself, before another one and before a mark: pairs and words have that twice."""
HERE, OFTEN, ROW, AGAIN = 0.72, 0.46, 2.7, 2.7
"""For a character that the page has elsewhere, for the logarithm of how often, for a row of four with its neighbours, and for the logarithm of how often it has a pair."""
FLOOR: Final = -11.5
INDENT, BLANK = -0.7, -6.5
"""An ideographic space after another, as a paragraph is indented, and after what stands before the next name of a heading."""
LEFT, RIGHT = 8, 6
HOPELESS: Final = 12.0
"""Nats behind the best candidate from which on words do not matter any more."""
LIKELY: Final = 10
"""Candidates, best by pairs and single words, of which it is weighed how their words follow one another."""
WORDS: Final = 0.5
PAIRS: Final = 24
"""Of two neighbours that are both lost, how many combinations are weighed as words."""

_OPENED: Final = {"“": "”", "「": "」", "《": "》", "‘": "’"}
_PAIRED: Final = _OPENED | {"『": "』", "（": "）", "【": "】", "〈": "〉", "〔": "〕"}
_OPENER: Final = {close: open_ for open_, close in _PAIRED.items()}
_CLOSE: Final = ("”", "」")
_WHO: Final = frozenset("他她它")
_STOPS: Final = "。！？…"
_MARKS: Final = "，。！？：、；…"
_STOP_SHARE: Final = math.log(0.03)
"""A stop is one character in thirty."""
_NUMBER: Final = re.compile(r"[0-9.,]+(.?)")
_OF_TIME: Final = "年月日時时點点號号:"
"""What a number after a preposition of time goes on with; other numbers count things."""
_INSIDE: Final = re.compile("[，。！？；：]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the character stood."""

    left: str
    """The line before it, repaired."""
    right: str
    """What comes after it, as far as it is known; "\\n" at a line's end."""
    seen: Mapping[str, int] = field(default_factory=dict)
    """How often the page has a character, or a row of two to four, elsewhere: a word is rarely used once."""
    is_open: bool = False
    """Whether one of the two characters before it was lost too, or a neighbour's half with its own."""


def guess(place: Place, chars: str, least: float = WORD) -> tuple[str, tuple[str, ...]]:
    """The character, or U+FFFD where none is as likely as that, and the likeliest candidates, best first."""
    bare = [(_score(place, c), c) for c in chars]
    best = max(bare)[0]
    bare = [(value, c) for value, c in bare if value > best - HOPELESS]
    fits = around(place.left[-LEFT:], [c for _, c in bare], place.right[:RIGHT])
    rated = nlargest(LIKELY, ((value + WORDS * fit, value, c) for (value, c), fit in zip(bare, fits, strict=True)))
    fits = _phrases(place, [c for *_, c in rated])
    return _chosen(sorted(((value + fit, c) for (_, value, c), fit in zip(rated, fits, strict=True)), reverse=True), max(least, OPEN * place.is_open), MARK)


def guess_two(place: Place, first: str, second: str, fits: Callable[[str, str], bool] | None = None, least: float = WORD) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The same for two neighbours that are both lost; `fits` says which go together, `least` how sure it must be."""
    left, right = place.left[-1:], place.right[:1]
    open_ = Place(place.left + LOST, place.right, place.seen)
    ends = {b: link(b, right) + _told(open_, b) for b in second}
    begins = {a: link(left, a) for a in first}
    pairs = nlargest(PAIRS, [(begins[a] + link(a, b) + ends[b], a, b) for a in first for b in second if fits is None or fits(a, b)])
    if not pairs:
        return ((LOST, tuple(first[:CANDIDATES])), (LOST, tuple(second[:CANDIDATES])))
    told = _phrases(place, [a + b for _, a, b in pairs])
    scored: list[tuple[float, str, str]] = []
    for fit, (_, a, b) in zip(told, pairs, strict=True):
        before, after = Place(place.left, b + place.right, place.seen), Place(place.left + a, place.right, place.seen)
        # the pair that they make is weighed once
        scored.append((fit + _score(before, a) + _score(after, b) - (BEFORE if is_han(b) else PUT_BEFORE) * link(a, b), a, b))
    best = max(scored)[0]
    found = []
    for chars in ([a for _, a, _ in scored], [b for *_, b in scored]):
        total: dict[str, float] = {}
        for char, (value, *_) in zip(chars, scored, strict=True):
            total[char] = total.get(char, 0.0) + math.exp(value - best)
        ranked = sorted(((math.log(v), c) for c, v in total.items() if v), reverse=True)
        found.append(_chosen(ranked, least, least))
    if found[0][0] in _STOPS and found[1][0] == LOST:  # what follows a stop tells it
        found[0] = (LOST, found[0][1])
    # two that went without a trace are not told by pairs and words alone: the page must have them elsewhere
    both = "".join(char for char, _ in found)
    if least == DROPPED and (LOST in both or not (left + both in place.seen or both + right in place.seen)):
        return tuple((LOST, candidates) for _, candidates in found)
    return tuple(found)


def _chosen(ranked: list[tuple[float, str]], least: float, least_of_marks: float) -> tuple[str, tuple[str, ...]]:
    candidates = tuple(c for _, c in ranked[:CANDIDATES])
    char = candidates[0]
    # a letter or a digit is not for a model to fill in, nor who is meant
    unfit = (char.isalnum() and not is_han(char)) or (char in _WHO and len(_WHO.intersection(candidates)) > 1)
    share = 1.0 / sum(math.exp(value - ranked[0][0]) for value, _ in ranked)
    return LOST if unfit or share < (least if is_han(char) else least_of_marks) else char, candidates


def _score(place: Place, char: str) -> float:
    """Log-likelihood of a character at a place by all but words, up to a constant of the place."""
    left, right = place.left, place.right
    found = _elsewhere(place, char) + TOLD * _told(place, char)
    if is_han(char):
        rare, after = (RARE, AFTER) if is_han(right[:1]) else (RARE_MARKED, MARKED)
        found += BEFORE * link(left[-1:], char) - rare * alone(fold(char))
        return found + after * link(char, right[0]) if right else found
    found += PUT + PUT_BEFORE * link(left[-1:], char) + ENDS * _ends_in_word(left[-4:]) + BEGINS * _begins_with_word(right[:4])
    # before a closing mark what is known of the place stands for the pair too
    return found if not right or right[0] in _CLOSE or right[0] in _OPENED else found + PUT_AFTER * link(char, right[0])


@lru_cache(64)
def _ends_in_word(text: str) -> bool:
    return any(is_word(text[-size:]) for size in range(2, len(text) + 1))


@lru_cache(64)
def _begins_with_word(text: str) -> bool:
    return any(is_word(text[:size]) for size in range(2, len(text) + 1))


def _told(place: Place, char: str) -> float:
    """What is known of the place beyond pairs and words: how sentences, quotations, rows of marks and numbers go."""
    left, right = place.left, place.right
    found = _in_pairs(place, char) if char in _PAIRED or char in _OPENER else 0.0
    opened = _opened(left)
    if right[:1] in _CLOSE:
        logit = _ends_in_stop(left, opened, right[1:2])
        return found + BOTH * (-math.log1p(math.exp(-logit)) - _STOP_SHARE if char in _STOPS else -math.log1p(math.exp(logit)))
    if char in _STOPS:
        found += _may_stop(left) + _may_begin(right) + (BOTH * (_stops_before(right, opened) - _STOP_SHARE) if right[:1] in _OPENED else 0.0)
    if char == "\u3000" and is_han(left[-1:]):  # no indent
        found -= 12.0
    if char == "…":
        found += 3.0 if "…" in (left[-1:], right[:1]) else -3.0
    elif char in _MARKS and (left[-1:] in _MARKS or right[:1] in _MARKS):
        found -= 1.0 if char in "！？" and char == right[:1] else 6.0
    if char in _MARKS and right[:1] == "）":
        found -= 4.0
    if right[:1] in ("\n", "<"):
        found -= 6.0 * (char in "，、；：\u3000") + 4.0 * (char != "）" and left.rfind("（") > left.rfind("）"))
    if char in "于於在自從" and (number := _NUMBER.match(right)) and number[1] not in _OF_TIME:
        found -= 5.0
    if char in _CLOSE and left[-1:] in _STOPS and opened >= 0 and _OPENED[left[opened]] == char:
        found += 9.0 if right[:1] in ("\n", "<") else 5.0
    return found


def _in_pairs(place: Place, char: str) -> float:
    """What the marks that come in pairs, before and after the place, say of one of them there."""
    left, right = place.left, place.right
    if char in _PAIRED:
        if right[:1] in _MARKS or right[:1] in _OPENER or right[:1] == "\n" or right[:2] == "</":
            return -8.0
        open_, close = char, _PAIRED[char]
        if left.rfind(open_) > left.rfind(close):
            return -5.0
        again, end = right.find(open_), right.find(close)
        return 5.0 if end >= 0 and not 0 <= again < end else 0.0
    open_, close = _OPENER[char], char
    if left.rfind(open_) <= left.rfind(close):  # one may have been opened in a paragraph before
        return -2.0 if char == "”" and left[-1:] in _STOPS and (right[:1] == "\n" or right[:2] == "</") else -6.0
    end, again = right.find(close), right.find(open_)
    if end >= 0 and not 0 <= again < end:
        return -5.0
    # where the line goes on beyond what is known, a quotation may go on too
    return 7.0 if right[:1] in ("\n", "<") else 4.0 if again >= 0 or "\n" in right or close == "》" else 0.0


def _may_begin(right: str) -> float:
    """What follows as far as the next mark says of a stop before it: no clause is one character."""
    return -3.5 if len(right) > 1 and right[1] in _MARKS and is_han(right[0]) else 0.0


def _may_stop(left: str) -> float:
    """What the length of the clause so far says of a stop: one in a thousand clauses of news is shorter than four characters."""
    length = len(left) - 1 - max(map(left.rfind, "，。！？：；“”、（\n>"))
    return -5.0 if length < 3 else -3.0 if length < 4 else -1.0 if length < 6 else 0.0


def _stops_before(right: str, opened: int) -> float:
    """Log-likelihood that a stop stands before an opening mark.

    Counted as above, of 6,000: before a name or a term in quotation marks one in forty has a stop, before a sentence one in four.
    """
    if opened >= 0 and right[0] in "“「":
        return -7.0
    close = right.find(_OPENED[right[0]])
    if close >= 0 and not _INSIDE.search(right, 0, close):
        return -2.8 if right[0] == "《" else -3.5
    return -1.2


def _phrases(place: Place, chars: Sequence[str]) -> list[float]:
    """What words and marks that follow one another, and words of four characters and less, say of what may stand at a place."""
    left, right = place.left[-LEFT:], place.right[:RIGHT]
    fits = beside(left, chars, right, marks=True)
    if "著" in left + right or "著" in chars:  # a mirror's converter makes it of every 着
        fits = list(map(max, fits, beside(left.replace("著", "着"), [c.replace("著", "着") for c in chars], right.replace("著", "着"), marks=True)))
    return [PHRASES * fit + KNOWN * in_word(left, char, right) for fit, char in zip(fits, chars, strict=True)]


@lru_cache(1 << 14)
def link(a: str, b: str) -> float:
    """Log-likelihood of one character after another, a fullwidth letter or digit being one of many."""
    wide = _is_wide(b)
    if wide and (_is_wide(a) or a == "\u3000"):
        return -3.0
    if b == "\u3000":
        return -3.0 if _is_wide(a) else INDENT if a == b else BLANK
    found = max(pair(a, b), FLOOR)
    if a == "著" or b == "著":  # a mirror's converter makes it of every 着
        found = max(found, pair(a.replace("著", "着"), b.replace("著", "着")))
    return found - 3.5 if wide else found


def _is_wide(char: str) -> bool:
    return "\uff10" <= char <= "\uff5a" and char.isalnum()


def _elsewhere(place: Place, char: str) -> float:
    """What it is worth that the page has the character, alone and between these neighbours, elsewhere."""
    left, right, seen = place.left, place.right, place.seen
    if char not in seen:
        return 0.0
    found = HERE + OFTEN * math.log1p(seen[char]) + AGAIN * (math.log1p(seen.get(left[-1:] + char, 0)) + math.log1p(seen.get(char + right[:1], 0)))
    return found + ROW * any(left[len(left) - before :] + char + right[: 3 - before] in seen for before in range(min(3, len(left)), -1, -1))


@lru_cache(64)
def _opened(left: str) -> int:
    """Where the quotation that the place stands in begins; -1 outside of any."""
    at = max(left.rfind("“"), left.rfind("「"))
    return at if at > max(left.rfind("”"), left.rfind("」")) else -1


def _ends_in_stop(left: str, opened: int, after: str) -> float:
    """Log-odds that a quotation, as it stands so far, ends in a stop.

    Counted on a month of a daily, 7,900 quotations: of those that a Han character leads in, one in a hundred
    does; of those after ： or ，, two of three, the longer the more; of those that a mark follows, none.
    """
    if after and after in "，、。；：！？）》":
        return -7.0
    is_last = after in ("", "\n", "<")
    end = 2.0 * is_last
    if opened < 0:
        return 0.5 + end
    length = len(left) - opened - 1
    marks = _INSIDE.search(left, opened) is not None
    before = left[opened - 1 : opened]
    if before in ("：", "，", ":", ",", "说", "說", "道", "称", "稱"):
        return (-4.0 if length <= 3 else -0.4 if length <= 6 else 1.0 if length <= 10 else 2.0 if length <= 16 else 3.0) + marks + end
    if not before or before in "。”！？\n\t \u3000>":
        return (-3.0 if length <= 3 else -1.3 if length <= 6 else 0.0 if length <= 10 else 2.5) + marks + end
    return (-1.5 if length > 16 else -2.8) + end if marks else (-7.0 if length <= 3 else -5.0 if length <= 10 else -3.8) + 0.5 * is_last
