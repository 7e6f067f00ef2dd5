"""Which characters stood at some places near one another, chosen together: as the row of words, and of pairs, that reads best over all of them.

What one of them is tells what stands beside it, so that none can be chosen before the others.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import islice, pairwise
from typing import Final, NamedTuple

from qnews_scraper.text.hanzi import fold, is_han
from qnews_scraper.text.rows import after, alone
from qnews_scraper.text.wildcard import NEAR, Guess, followers, guess, news_pair
from qnews_scraper.text.words import apart, odds, over

PAIRS: Final = 0.5
WORDS: Final = 1.0
"""Weights of pairs of characters and of words after words, fitted to news that was read as Big5, Shift-JIS and EUC-KR."""
COUNTS: Final = 0.7
"""Share of the counts of words.txt in how likely a word is by itself; each of the two sources knows news that the other does not."""
KNOWN: Final = 1.0
"""Nats for a word of two characters or more over a place."""
TOGETHER: Final = 24
"""Places that are chosen together."""
MOST: Final = 40
"""Words that are weighed at a place, those that read best by themselves."""
BEAM: Final = 16
"""Rows that are followed up to each place."""
ALONE: Final = 16
"""Candidates that may be words by themselves: those that follow the best rows' last characters best."""
AFTER: Final = 3
"""Of so many such characters."""
NUMBER: Final = "二"
"""What a digit counts as: the model knows which words follow a number, but no digits."""


class _Row(NamedTuple):
    """The best row up to a place that ends in two words."""

    score: float
    start: int
    """Where the last one begins,"""
    two: tuple[str, str]
    """and the two that the row without it ends in."""


_Two = tuple[str, str]


@lru_cache(1 << 13)
def _inside(word: str) -> float:
    return PAIRS * sum(news_pair(a, b) for a, b in pairwise(word))


@lru_cache(1 << 9)
def _forms(chars: tuple[str, ...]) -> dict[str, str]:
    """Candidates by their Simplified forms, the first of each."""
    return dict(zip(map(fold, reversed(chars)), reversed(chars), strict=True))


def settle_pairs(left: str, text: Sequence[str], open_: Mapping[int, Sequence[str]], right: str) -> dict[int, Guess]:
    """The guesses for the characters of `text` that are open, by their candidates; those near one another are chosen together."""
    made = list(text)
    for row in _near(text, sorted(open_)):
        first, last = row[0], row[-1] + 1
        before = (left + "".join(made[max(0, first - NEAR) : first]))[-NEAR:]
        after_ = ("".join(made[last : last + NEAR]) + right)[:NEAR]
        places: list[Sequence[str]] = []
        where = []
        for at in range(first, last):
            where.append(len(places))
            places += [open_[at]] if at in open_ else list(made[at])
        chosen = choose(before, places, after_)
        for at in row:
            made[at] = chosen[where[at - first]]
    found: dict[int, Guess] = {}
    for at in sorted(open_):
        before = (left + "".join(made[max(0, at - NEAR) : at]))[-NEAR:]
        one = guess(before, open_[at], ("".join(made[at + 1 : at + 1 + NEAR]) + right)[:NEAR])
        char = made[at]
        found[at] = one if one.char == char else Guess(char, True, (char, *(c for c in one.ranked if c != char)))
    return found


def _near(text: Sequence[str], open_: Sequence[int]) -> list[list[int]]:
    """Open places in rows, those together that less than NEAR known characters part, but no more than TOGETHER."""
    rows: list[list[int]] = []
    for at in open_:
        if rows and len(rows[-1]) < TOGETHER and sum(map(len, text[rows[-1][-1] + 1 : at])) < NEAR:
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def choose(left: str, options: Sequence[Sequence[str]], right: str) -> list[str]:
    """One of each place's candidates, between two contexts; what is known has one."""
    places = [*((c,) for c in left), *options, *((c,) for c in right)]
    forms = [_forms(tuple(chars)) for chars in places]
    ends: list[dict[_Two, _Row]] = [{("", ""): _Row(0.0, 0, ("", ""))}, *({} for _ in places)]
    for start, before in enumerate(ends[:-1]):
        if not before:
            continue
        best = nlargest(BEAM, [(row.score, two) for two, row in before.items()])
        rows = [(score, two, after(two[0], NUMBER if two[1].isdigit() else two[1])) for score, two in best]
        lasts = dict.fromkeys(two[1][-1:] for _, two in best)
        own_forms = forms[start]
        if len(own_forms) > ALONE:
            common = dict.fromkeys(fold(c) for last in islice(lasts, AFTER) for c in followers(last, tuple(places[start]), ALONE))
            # of two neighbours that may be anything, the first is one of these
            is_wide = start + 1 < len(forms) and len(forms[start + 1]) > ALONE
            found = over(forms, start, common if is_wide else own_forms)
            found = [word for word in found if len(word) > 1 or word in common]
        else:
            found = over(forms, start, own_forms)
        is_open = len(own_forms) > 1
        rated = [(_inside(word) + KNOWN * (len(word) > 1 and (is_open or max(map(len, forms[start + 1 : start + len(word)])) > 1)), word) for word in found]
        if len(rated) > MOST:
            rated = nlargest(MOST, rated, key=lambda one: one[0] + PAIRS * max(news_pair(last, one[1][0]) for last in islice(lasts, AFTER)) + WORDS * alone(one[1]))
        linked: dict[str, list[float]] = {}
        for own, word in rated:
            first = word[0]
            in_words = is_han(first)
            there = ends[start + len(word)]
            if first not in linked:
                links = {last: PAIRS * news_pair(last, first) for last in lasts}
                linked[first] = [score + links[two[1][-1:]] for score, two, _ in rows]
            own += WORDS * (COUNTS * (odds(word) - alone(word)) if in_words else apart(word))
            for value, (_, two, row) in zip(linked[first], rows, strict=True):
                value += own + WORDS * row[word] if in_words else own
                key = (two[1] if in_words else "", word)
                if key not in there or there[key].score < value:
                    there[key] = _Row(value, start, two)
    end, two = len(places), max(ends[-1], key=lambda two: ends[-1][two].score)
    chosen: list[str] = []
    while end:
        _, start, before_ = ends[end][two]
        chosen[:0] = two[1]
        end, two = start, before_
    return [forms[at][chosen[at]] for at in range(len(left), len(left) + len(options))]
