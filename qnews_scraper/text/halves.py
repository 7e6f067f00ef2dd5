"""Which character stood where one of its two bytes is lost: told from the place, or left open.

A byte that is left allows about 94 characters. They are weighed by pairs and words, by what else the page
says, and by how quotations end; where no one of them stands out, nothing is put.
"""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from heapq import nlargest
from typing import Final

from qnews_scraper.text.fluency import alone, pair
from qnews_scraper.text.hanzi import fold, is_han
from qnews_scraper.text.phrases import beside
from qnews_scraper.text.place import CLOSE, OPENED, STOPS, Place, elsewhere, told
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
KNOWN: Final = 1.14
"""For a part of a word."""
RARE, RARE_MARKED = 0.26, 0.44
"""Weight of how rare a character is by itself, before another one and before a mark: pairs and words have that twice."""
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

_WHO: Final = frozenset("他她它")


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
    ends = {b: link(b, right) + told(open_, b) for b in second}
    begins = {a: link(left, a) for a in first}
    pairs = nlargest(PAIRS, [(begins[a] + link(a, b) + ends[b], a, b) for a in first for b in second if fits is None or fits(a, b)])
    if not pairs:
        return ((LOST, tuple(first[:CANDIDATES])), (LOST, tuple(second[:CANDIDATES])))
    rows = _phrases(place, [a + b for _, a, b in pairs])
    scored: list[tuple[float, str, str]] = []
    for fit, (_, a, b) in zip(rows, pairs, strict=True):
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
    if found[0][0] in STOPS and found[1][0] == LOST:  # what follows a stop tells it
        found[0] = (LOST, found[0][1])
    # two that went without a trace are not told by pairs and words alone: the page must have them elsewhere
    both = "".join(char for char, _ in found)
    if least == DROPPED and (LOST in both or not (place.seen.get(left + both, 0) or place.seen.get(both + right, 0))):
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
    found = elsewhere(place, char) + TOLD * told(place, char)
    if is_han(char):
        rare, after = (RARE, AFTER) if is_han(right[:1]) else (RARE_MARKED, MARKED)
        found += BEFORE * link(left[-1:], char) - rare * alone(fold(char))
        return found + after * link(char, right[0]) if right else found
    found += PUT + PUT_BEFORE * link(left[-1:], char) + ENDS * _ends_in_word(left[-4:]) + BEGINS * _begins_with_word(right[:4])
    # before a closing mark what is known of the place stands for the pair too
    return found if not right or right[0] in CLOSE or right[0] in OPENED else found + PUT_AFTER * link(char, right[0])


@lru_cache(64)
def _ends_in_word(text: str) -> bool:
    return any(is_word(text[-size:]) for size in range(2, len(text) + 1))


@lru_cache(64)
def _begins_with_word(text: str) -> bool:
    return any(is_word(text[:size]) for size in range(2, len(text) + 1))


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
