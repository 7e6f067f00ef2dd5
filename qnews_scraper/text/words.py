"""How likely a stretch of Chinese is as a row of words: what a model of character pairs cannot see.

浩瀚的大|海 and 浩瀚的大|。 are alike to pairs; only one of them is made of words.
"""

import gzip
from functools import cache
from importlib.resources import files
from typing import Final

from qnews_scraper.text.hanzi import fold

_TOTAL: Final = 19.2
"""ln of the sum of all counts."""
_UNKNOWN: Final = -19.0
"""A character that is no word by itself."""
_OTHER: Final = -5.0
"""A mark, a digit or a letter."""
_MARKS: Final = {"，": -3.0, "。": -3.6, "、": -4.2, "”": -4.6, "“": -4.6}
_LONGEST: Final = 6


@cache
def _words() -> dict[str, float]:
    lines = gzip.decompress(files("qnews_scraper.tables").joinpath("words.txt.gz").read_bytes()).decode().split("\n")
    steps = {chr(0x30 + n): n / 4 - _TOTAL for n in range(0x50)}  # one float for all words of one count
    return {line[:-1]: steps[line[-1]] for line in lines[1:]}


def is_word(text: str) -> bool:
    """Whether the table has this word, Traditional folded to Simplified."""
    return fold(text) in _words()


def words(text: str) -> float:
    """Log-likelihood (natural) of the best segmentation of `text` into words, Traditional folded to Simplified."""
    known = _words()
    text = fold(text)
    best = [0.0]
    for end in range(1, len(text) + 1):
        char = text[end - 1]
        if not "\u4e00" <= char <= "\u9fff":
            best.append(best[-1] + _MARKS.get(char, _OTHER))
            continue
        score = best[-1] + known.get(char, _UNKNOWN)
        for start in range(max(0, end - _LONGEST), end - 1):
            if (found := known.get(text[start:end])) is not None and best[start] + found > score:
                score = best[start] + found
        best.append(score)
    return best[-1]


def in_word(left: str, char: str, right: str) -> bool:
    """Whether a character between two contexts is a part of a known word of two to four characters."""
    known = _words()
    at = min(3, len(left))
    text = fold(left[len(left) - at :] + char + right[:3])
    return any(text[a:b] in known for a in range(at + 1) for b in range(max(at + 1, a + 2), min(len(text), a + 4) + 1))
