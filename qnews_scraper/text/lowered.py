"""UTF-8 read as windows-1252 and then written in small letters, as addresses, tags and search indexes are: Š Œ Ž Ÿ stood for bytes, š œ ž for others.

What is read back has the form of UTF-8 all the same, with another character here and there; damaged again it gives what was served.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Final

from qnews_scraper.text.misread import LATIN, Misreading
from qnews_scraper.text.repairs import Repair
from qnews_scraper.text.wildcard import likeliest
from qnews_scraper.trust import Trust

_CAPITALS: Final = {"š": "Š", "œ": "Œ", "ž": "Ž"}
"""The letters of windows-1252 that are bytes of characters in either case. Of its others the small ones are first bytes alone, and ÿ is no byte of UTF-8."""
_SMALL: Final = re.compile("[šœž]")
_CAPITAL: Final = re.compile("[A-ZÀ-ÖØ-ÞŠŒŽ]")
_WHY: Final = str(Misreading("latin", "utf-8"))
ENOUGH: Final = 5.0
"""Nats by which another character must fit better than the one that was read, less EACH for every small letter of the text that no capital stands beside."""
EACH: Final = 0.5


def small_as_read(text: str) -> str:
    """A text in small letters with Ÿ for each ÿ, which is no byte of UTF-8 nor of any pair."""
    return text.replace("ÿ", "Ÿ") if "ÿ" in text and not _CAPITAL.search(text) else text


def opened(text: str, repairs: Iterable[Repair]) -> Iterator[Repair]:
    """Repairs of a text, what they call certain cut up at the characters that small letters leave open."""
    for repair in repairs:
        if repair.why == _WHY and repair.trust is Trust.CERTAIN and (small := _only_small(text)):
            yield from _parts(text[repair.start : repair.end], repair, max(0.0, ENOUGH - EACH * small))
        else:
            yield repair


@lru_cache(4)
def _only_small(text: str) -> int:
    """How many letters of a text may be capitals made small; none where any other is one. Ÿ comes with ÿ put back."""
    return 0 if _CAPITAL.search(text) else len(_SMALL.findall(text))


def _parts(served: str, repair: Repair, enough: float) -> Iterator[Repair]:
    sure = at = 0
    made = ""
    for i, char in enumerate(repair.new):
        end = at + len(char.encode("utf-8", "surrogatepass"))
        candidates = _candidates(served[at:end])
        if len(candidates) > 1:
            rated = {c: value for value, c in likeliest(made, candidates, repair.new[i + 1 : i + 2])}
            best = max(rated, key=rated.__getitem__)
            char = best if rated[best] > rated[char] + enough else char
            if sure < at:
                yield repair._replace(start=repair.start + sure, end=repair.start + at, new=made[len(made) - _length(served[sure:at]) :])
            ranked = (char, *(c for c in rated if c != char))
            yield Repair(repair.start + at, repair.start + end, char, Trust.LIKELY, f"{repair.why}, then written in small letters: {len(ranked)} candidates", ranked)
            sure = end
        made += char
        at = end
    if sure < len(served):
        yield repair._replace(start=repair.start + sure, new=made[len(made) - _length(served[sure:]) :])


def _length(served: str) -> int:
    """Characters of UTF-8 that were read as this."""
    return sum(not 0x80 <= (LATIN[c][0] if c > "\x7f" else ord(c)) < 0xC0 for c in served)


def _candidates(served: str) -> tuple[str, ...]:
    """The characters that the bytes of one may be, as it was read first."""
    ways = product(*((c, _CAPITALS[c]) if c in _CAPITALS else (c,) for c in served)) if _SMALL.search(served) else ()
    return tuple(char for way in ways if (char := b"".join([LATIN[c] if c > "\x7f" else c.encode() for c in way]).decode("utf-8", "ignore")))
