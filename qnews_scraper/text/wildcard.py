"""Which character stood where some of its bytes are gone: by the pairs it makes with its neighbours, and the words it is part of.

A guess says how sure it is, so that what is not clear stays lost instead of being invented.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from math import exp
from typing import Final, NamedTuple

from qnews_scraper.text.fluency import Following, alone, between, first, following, pair
from qnews_scraper.text.hanzi import fold, is_han, simplified_only
from qnews_scraper.text.phrases import beside
from qnews_scraper.text.place import Line, Place, elsewhere, told
from qnews_scraper.text.words import around, in_word, words

LOST: Final = "\ufffd"
WORDS: Final = 0.8
"""Weight of a row of words beside pairs of characters: of 1,800 news characters with one byte lost, 84 to 88% found again."""
NEAR: Final = 6
"""Characters on either side that can be of one word with the guess."""
EVEN: Final = 9.95
"""Nats of one even draw among the 21,000 characters of the basic block."""
CLEAR, CLEAR_ALONE, CLEAR_TONE = 0.4, 0.5, 0.6
"""How likely a guess must be among the candidates to be made: of a mark and of a character in a word, of another character, of what makes a sentence ask or cry out."""
ANYWHERE: Final = -5.0
"""Log-likelihood of the commonest characters, which fit nearly everywhere, 人 among them,"""
CLEAR_ANYWHERE: Final = 0.8
"""and how likely these must be where they make no word: of 42 that were less, 16 were right."""
KNOWN: Final = 1.0
"""Nats for a guess that is part of a word."""
RIVAL: Final = 2.5
"""Nats by which 的 must lead a rival that makes a word where it makes none: it fits nearly everywhere."""
TOGETHER: Final = 4
"""Guesses side by side that are weighed as one."""
FEW: Final = 24
"""Candidates, best by pairs, whose words are looked at."""
FEWER: Final = 8
"""Those of them, best by words, of which it is looked at how their words follow one another."""
FAR: Final = 12.0
"""Nats by which the best of them leads by so much that this is not looked at."""
PAIRS: Final = 0.6
"""Weight of pairs of characters beside that, which weighs WORDS: of 800 characters of our own Simplified sentences with one byte lost 89% are
found again instead of 85, of as many of Traditional ones 84 instead of 79."""
TOLD, ELSEWHERE = 0.95, 1.36
"""Weights of what brackets, numbers and clauses of the line say, and of what else it has: with them 92.6% of 6,900 characters of news that lost their last byte in
UTF-8 are found again instead of 90.7."""
AROUND: Final = 120
"""Characters on either side that are asked for that."""
WIDE: Final = str.maketrans(",:;!?()", "，：；！？（）")
"""Marks of ASCII that stand for those of Chinese text."""
QUOTED: Final = 3.0
"""News ends a quotation far oftener than the text that the model was made from, and no line with a comma."""
CALLED: Final = 2.0
"""And it cries out less."""


class Guess(NamedTuple):
    """The likeliest character, whether it is clear enough to be filled in, and all candidates, likeliest first."""

    char: str
    clear: bool
    ranked: tuple[str, ...]


_CORNERS: Final = str.maketrans("「」『』", "“”‘’")
"""The model was made from text that quotes with the others."""
_ENDS: Final = frozenset("。！？…”「」『』，、；")
"""Characters after or before which news and the model differ."""


@lru_cache(1 << 14)
def news_pair(a: str, b: str) -> float:
    """Log-likelihood of one character after another, as news has them."""
    a, b = a.translate(_CORNERS), b.translate(_CORNERS)
    value = pair(a, b)
    if a in "。！？…" and b == "”":
        return value + QUOTED
    if b == "！":
        return value - CALLED
    return value - QUOTED if (a == "。" and b in "。，、；") or (b == "\n" and a in "，、；") else value


def is_text(char: str) -> bool:
    """Whether a lost character may be filled in with this one: letters and marks, never a digit or a space."""
    return "\u3041" <= char <= "\u30fe" or "\u4e00" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or char in "，。、：；？！“”‘’（）《》「」『』—…·"


def is_foreign(char: str, traditional: bool | None) -> bool:
    """Whether Chinese text of a script, True for Traditional, does not use a character: lost bytes are not filled with it."""
    if not "\u3400" <= char < "\ua000":
        return "\u3041" <= char < "\u3100" or "\uac00" <= char <= "\ud7a3"
    if traditional is None:
        return False
    if traditional:
        return char in simplified_only() or not char.encode("big5", "ignore")
    # GB 2312 has 後 beside 后, for names
    return fold(char) != char or not char.encode("gb2312", "ignore")


@lru_cache(1 << 7)
def _folded(candidates: tuple[str, ...]) -> tuple[dict[str, list[str]], list[tuple[float, str, str]]]:
    """Candidates by their folded forms, and the commonest of them, each with its log-likelihood and its form."""
    forms: dict[str, list[str]] = {}
    for char in candidates:
        forms.setdefault(fold(char), []).append(char)
    return forms, [(alone(form), c, form) for form in nlargest(FEW, forms, key=alone) for c in forms[form]]


def followers(before: str, candidates: tuple[str, ...], count: int) -> list[str]:
    """The likeliest candidates after one character, best first."""
    if len(candidates) <= count:
        return list(candidates)
    forms, common = _folded(candidates)
    row = following(before)
    found = [(value, c) for value, form in first(before, forms, count) for c in forms[form]]
    found += [(value + row.other, c) for value, c, form in common if form not in row.successors]
    return [c for _, c in nlargest(count, found)]


@lru_cache(1 << 8)
def _rows(candidates: tuple[str, ...]) -> tuple[list[tuple[str, Following]], list[str]]:
    """Candidates with what is known of those that follow them, but for those after which news and the model differ."""
    return [(c, following(c)) for c in candidates if c not in _ENDS], [c for c in candidates if c in _ENDS]


def likeliest(left: str, candidates: Iterable[str], right: str, count: int = FEW) -> list[tuple[float, str]]:
    """The candidates that fit best between two characters, with their log-likelihood there."""
    return _likeliest(left[-1:], tuple(candidates), right[:1], count)


@lru_cache(1 << 12)
def _likeliest(a: str, candidates: tuple[str, ...], b: str, count: int) -> list[tuple[float, str]]:
    rows, ends = _rows(candidates)
    found = between(a.translate(_CORNERS), rows, b.translate(_CORNERS))
    if b == "！":
        found = [(value - CALLED, c) for value, c in found]
    found += [(news_pair(a, c) + (news_pair(c, b) if b else 0.0), c) for c in ends]
    return nlargest(count, found)


def guess(left: str, candidates: Iterable[str], right: str, line: str = "") -> Guess:
    """The candidate that reads best between two contexts; `candidates` are single characters, not none.

    The contexts are as long as they are known; `line` is what of them was not guessed, where not all is known.
    """
    left, right = left[-AROUND:], right[:AROUND]
    return _guess(left, tuple(candidates), right, line or f"{left}{LOST}{right}")


@lru_cache(1 << 12)
def _guess(before: str, candidates: tuple[str, ...], behind: str, line: str) -> Guess:
    before, behind = before.translate(WIDE), behind.translate(WIDE)
    left, right = before[-NEAR:], behind[:NEAR]
    rated = [(value, known(before, c, behind, line), c) for value, c in likeliest(left, candidates, right)]
    fits = around(left, [c for *_, c in rated], right)
    scored = sorted(((value + more + WORDS * fit, value, more, c) for (value, more, c), fit in zip(rated, fits, strict=True)), reverse=True)
    best = scored[: 1 if leads([value for value, *_ in scored]) else FEWER]
    others = [c for *_, c in scored[len(best) :]]
    fits = beside(left, [c for *_, c in best], right, marks=True)
    rows = sorted(((weigh(value, fit, left, c, right) + more, c) for (_, value, more, c), fit in zip(best, fits, strict=True)), reverse=True)
    return Guess(rows[0][1], is_clear([(value, left, c, right) for value, c in rows]), (*(c for _, c in rows), *others))


def known(before: str, row: str, behind: str, line: str) -> float:
    """What a line says, beyond pairs and words, of one or more characters in it."""
    seen = Line(line)
    found = 0.0
    for i, char in enumerate(row):
        place = Place(before + row[:i], row[i + 1 :] + behind, seen)
        found += TOLD * told(place, char) + ELSEWHERE * elsewhere(place, char)
    return found


def leads(values: Sequence[float]) -> bool:
    """Whether the first of some log-likelihoods by words, best first, leads so far that how words follow one another need not be asked."""
    return len(values) < 2 or values[0] - values[1] > FAR


def weigh(pairs: float, phrase: float, left: str, char: str, right: str) -> float:
    """The log-likelihood of a reading by all that is known of it."""
    return PAIRS * pairs + WORDS * phrase + KNOWN * in_word(left, char, right)


def is_clear(scored: Sequence[tuple[float, str, str, str]]) -> bool:
    """Whether the first of some readings (log-likelihood, what stands left, the guess, what stands right), best first, may be believed."""
    best, left, char, right = scored[0]
    sure = 1 / sum(exp(value - best) for value, *_ in scored)
    is_known = in_word(left, char, right)
    if sure < (CLEAR_TONE if char in "！？" else CLEAR if is_known or not is_han(char) else CLEAR_ANYWHERE if _fits_anywhere(char) else CLEAR_ALONE):
        return False
    return char != "的" or is_known or not any(value > best - RIVAL and in_word(*rest) for value, *rest in scored[1:])


@lru_cache(1 << 10)
def _fits_anywhere(char: str) -> bool:
    return alone(fold(char)) >= ANYWHERE


Reading = tuple[float, tuple[Sequence[str], ...]]
"""A way to read some bytes: its log-likelihood but for what it says, and what each of its characters may be."""


def settle(left: str, text: Sequence[str], open_: Mapping[int, Sequence[str]], right: str, readings: Mapping[int, Sequence[Reading]] | None = None) -> dict[int, Guess]:
    """The guesses for the characters of `text` that are open, by their candidates; neighbours are chosen together.

    Of pairs there are `readings`: from where there are several on, all of what they say is open.
    """
    ways = readings or {}
    made = list(text)
    sure = [LOST if at in open_ else char for at, char in enumerate(text)]
    found: dict[int, Guess] = {}
    rows: list[list[int]] = []
    last = 0
    for at in sorted({*open_, *ways}):
        if at in ways:
            last = at + len(ways[at][0][1])
            rows.append([*range(at, last)])
        elif at < last:
            continue
        elif rows and rows[-1][-1] == at - 1 and at > last and len(rows[-1]) < TOGETHER:
            rows[-1].append(at)
        else:
            rows.append([at])
    for row in rows:
        before = (left + "".join(made[max(0, row[0] - AROUND) : row[0]]))[-AROUND:]
        after = ("".join(made[row[-1] + 1 : row[-1] + 1 + AROUND]) + right)[:AROUND]
        line = f"{left[-AROUND:]}{''.join(sure[max(0, row[0] - AROUND) : row[-1] + 1 + AROUND])}{right[:AROUND]}"
        if row[0] in ways:
            new = among(before, ways[row[0]], after, line)
        elif len(row) == 1:
            new = [guess(before, open_[row[0]], after, line)]
        else:
            options = tuple(open_[at] for at in row)
            new = together(before, options, after, line) if readings is None else among(before, ((0.0, options),), after, line)
        for at, one in zip(row, new, strict=True):
            found[at] = one
            made[at] = one.char
    return found


def together(before: str, options: Sequence[Sequence[str]], behind: str, line: str = "") -> list[Guess]:
    """Guesses side by side, the row of them that reads best between two contexts."""
    before, behind = before[-AROUND:].translate(WIDE), behind[:AROUND].translate(WIDE)
    left, right = before[-NEAR:], behind[:NEAR]
    line = line or f"{before}{LOST}{behind}"
    rated = _rated(left, options, right)
    return _by_row(sorted(((value + WORDS * words(left + row + right) + known(before, row, behind, line), row) for value, row in rated), reverse=True))


def among(before: str, readings: Sequence[Reading], behind: str, line: str = "") -> list[Guess]:
    """The same where bytes may be read in several ways, all of as many characters.

    How words follow one another tells most: of 4,600 pairs in news that lost a byte each 74% are found, by words alone 69.
    """
    before, behind = before[-AROUND:].translate(WIDE), behind[:AROUND].translate(WIDE)
    left, right = before[-NEAR:], behind[:NEAR]
    line = line or f"{before}{LOST}{behind}"
    values: dict[str, float] = {}
    for cost, options in readings:
        for value, row in _rated(left, options, right):
            values[row] = max(values.get(row, value + cost), value + cost)
    likely = nlargest(2 * FEWER, [(value + WORDS * words(left + row + right), value, row) for row, value in values.items()])
    fits = beside(left, [row for *_, row in likely], right, marks=True)
    return _by_row(
        sorted(((PAIRS * value + WORDS * fit + known(before, row, behind, line), row) for (_, value, row), fit in zip(likely, fits, strict=True)), reverse=True)
    )


def _by_row(scored: Sequence[tuple[float, str]]) -> list[Guess]:
    """The characters of the best row, each as sure as all rows that have it together."""
    weights = [exp(value - scored[0][0]) for value, _ in scored]
    guesses = []
    for i, char in enumerate(scored[0][1]):
        sure = sum(w for w, (_, row) in zip(weights, scored, strict=True) if row[i] == char) / sum(weights)
        guesses.append(Guess(char, sure >= CLEAR, tuple(dict.fromkeys(row[i] for _, row in scored))))
    return guesses


def _rated(left: str, options: Sequence[Sequence[str]], right: str) -> list[tuple[float, str]]:
    """The rows that fit best between two contexts, by pairs."""
    rows = [(0.0, "")]
    for candidates in map(tuple, options[:-1]):
        longer: list[tuple[float, str]] = []
        for value, row in rows:  # best first, and what follows adds nothing but QUOTED
            if len(longer) >= 2 * FEW and value + QUOTED < longer[2 * FEW - 1][0]:
                break
            last = (left + row)[-1:]
            longer += [(value + news_pair(last, c), row + c) for c in followers(last, candidates, FEW)]
            longer.sort(reverse=True)
        rows = longer[: 2 * FEW]
    # what stands right is looked at before any row is dropped
    ends = ((value, row, likeliest((left + row)[-1:], options[-1], right[:1] or "\n")) for value, row in rows[:FEW])
    return nlargest(2 * FEW, [(value + fit, row + c) for value, row, found in ends for fit, c in found])
