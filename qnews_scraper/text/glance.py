"""A page at a glance: what the finders' gates ask of it, each worked out once and at C speed.

Nearly all of a page is markup, and nearly all of the rest is written in a few thousand characters. What is neither, some dozens
of characters, tells which finders have anything to look for; what they look for is then looked at where it stands, and the
page is read as a whole only where something is to be done. Nothing here decides; it only says where to look.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Final

from qnews_scraper.text.credible import scripts_of
from qnews_scraper.text.scan import Cuts, Run, Scan, cuts, is_markup, near, runs, scan, shown, uncut
from qnews_scraper.text.signs import HANGUL, SIGNS, chains, clusters, odd, rare, weight

_PLAIN: Final = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_SPACED: Final = bytes.maketrans(_PLAIN, b" " * len(_PLAIN))
_SIGNS: Final = b"\"&'#;=%\\~?()<>_"
_LEFT_OUT: Final = bytes(set(_PLAIN) - set(_SIGNS))
_NO_SIGNS: Final = bytes(set(range(256)) - set(_SIGNS))
_ASKED: Final = re.compile(rb"\?(?=[\xe2-\xef])")
_ASKED_OVER: Final = re.compile(rb"\?[\\_~]?(?=[\xe2-\xef])")
_ASKS: Final = re.compile(rb"\?(?<=[\x80-\xff]\?)")
_KINDS: Final = bytes(0x80 if b >= 0x80 else 0x61 if 0x40 <= b < 0x7F else 0x30 if 0x30 <= b < 0x3A else 0x20 for b in range(0x100))
_LONE: Final = re.compile(rb"\x80a(?=[\x800])")
FEW: Final = 24
"""Strings that are looked for one by one: a search for one is some thirty times as fast as one for any."""
_REFERENCE: Final = re.compile(rb"&(?:(?:amp|AMP);(?:(?:amp|AMP);)*#|#|shy;|zwn?j;|[lr]rm;|(?i:ZeroWidthSpace|NoBreak);)")
_BESIDE: Final = re.compile(rb";&(?!nbsp|[lg]t;|amp|quot|[lr]dquo)")
_ANY: Final = re.compile(_REFERENCE.pattern + rb"|&\w{2,7}" + _BESIDE.pattern)
"""Either of the two: of two patterns that begin alike one costs half as much."""
_REFERRING: Final = re.compile(rb"&(?:#|;[&#;])")
"""Signs of all that these two match, but for references to what nobody sees, which stand by themselves."""
_BLIND: Final = re.compile(rb"&(?:shy;|zwn?j;|[lr]rm;|[zZ](?i:eroWidthSpace);|[nN](?i:oBreak);)")
_LATIN: Final = re.compile(
    rb"(?:&(?:#(?:x[89a-f][0-9a-f]|1[3-9]\d|2[0-5]\d)|[a-z](?:uml|acute|grave|circ|tilde|ring|slash|cedil|caron)|[ao]elig|eth|thorn|szlig|ord[fm]|sup[123]"
    rb"|frac(?:1[24]|34)|curren|yen|cent|pound|sect|copy|[lr]aquo|not|reg|macr|deg|plusmn|acute|micro|para|middot|cedil|iquest|iexcl|brvbar|times|divide|uml"
    rb"|fnof|euro|permil|dagger);){2}",
    re.I,
)
"""Two references to characters of Latin-1 or windows-1252 side by side, as PHP's htmlentities makes them of misread bytes and French seldom has them."""

_SOME: Final = 64
"""Characters of a page, from all over it, that tell its script."""
_MANY: Final = 2048
"""The same where it must be told from what is quoted in the other script."""
MOST: Final = 8
"""Characters for each one in rows, or fewer, where these are looked through as they stand."""
DENSE: Final = 64
"""Characters for each odd one, or fewer, where all of a page is read at once what would be read near each."""

class Glance:
    """One text, looked at but not read."""

    def __init__(self, text: str, utf8: bytes = b"") -> None:
        self.text = text
        self._utf8 = utf8
        """The same in UTF-8, where it is at hand."""
        self._stretches: dict[tuple[int, int], tuple[Run, ...]] = {}
        """The runs of stretches of what is shown."""

    @cached_property
    def scan(self) -> Scan:
        """All runs."""
        return scan(self.text)

    @cached_property
    def is_markup(self) -> bool:
        """Whether it is HTML."""
        return is_markup(self.text)

    @cached_property
    def utf8(self) -> bytes:
        """What is shown, in UTF-8: to decode it costs as much as several searches."""
        self._utf8 = self._utf8 or self.text.encode("utf-8", "surrogatepass")
        return shown(self._utf8) if self.is_markup else self._utf8

    @cached_property
    def shown(self) -> str:
        """The text without scripts, styles and comments; places are places in this."""
        return self.utf8.decode("utf-8", "surrogatepass") if self.utf8 is not self._utf8 else self.text

    def holds(self, pattern: re.Pattern[bytes]) -> bool:
        """Whether a pattern is found in what is shown."""
        return pattern.search(self.utf8) is not None

    def in_text(self, places: Iterable[int]) -> list[int]:
        """Places in what is shown, for places in its bytes, ascending."""
        found: list[int] = []
        at = chars = 0
        for place in places:
            chars += len(self.utf8[at:place].decode("utf-8", "surrogatepass"))
            at = place
            found.append(chars)
        return found

    @cached_property
    def _signs_and_wide(self) -> bytes:
        return self.utf8.translate(None, _LEFT_OUT)

    @cached_property
    def signs(self) -> bytes:
        """The signs of ASCII that damage is written with, all between them left out: what does not stand side by side here does not in what is shown."""
        return self._signs_and_wide.translate(None, _NO_SIGNS)

    @cached_property
    def may_ask(self) -> bool:
        """Whether a question mark may stand right before a character of East Asian text."""
        return _ASKED.search(self._signs_and_wide) is not None

    @cached_property
    def asks(self) -> bool:
        """The same right behind one."""
        return _ASKS.search(self._signs_and_wide) is not None

    @cached_property
    def may_ask_over_a_letter(self) -> bool:
        """The same with at most one letter or sign of ASCII between."""
        return _ASKED_OVER.search(self._signs_and_wide) is not None

    @cached_property
    def lone_letters(self) -> tuple[int, ...]:
        """Places, in what is shown in UTF-8, of single letters of ASCII between a character beyond ASCII and another or a digit."""
        return tuple(found.start() + 1 for found in _LONE.finditer(self.utf8.translate(_KINDS)))

    @cached_property
    def scripts(self) -> tuple[int, int]:
        """How many characters Traditional alone has, and how many Simplified alone, of some thousand from all over it."""
        return scripts_of(self.wide[:: len(self.wide) // _MANY + 1])

    @cached_property
    def script(self) -> bool | None:
        """Whether it is in Traditional characters; None when it does not say."""
        old, new = self.scripts
        return None if old == new else old > new

    @cached_property
    def seems_traditional(self) -> bool:
        """The same by some of its characters."""
        old, new = scripts_of(self.wide[:: len(self.wide) // _SOME + 1])
        return old > new

    @cached_property
    def wide(self) -> str:
        """What is shown, without printable ASCII, tabs and line ends."""
        return self._signs_and_wide.translate(None, _PLAIN).decode("utf-8", "surrogatepass")

    @cached_property
    def spaced(self) -> str:
        """The same with a space where ASCII stands between."""
        return b" ".join(self.utf8.translate(_SPACED).split()).decode("utf-8", "surrogatepass")

    @cached_property
    def rare(self) -> str:
        """What of that is no frequent Han character, kana or mark: on a sound page next to nothing."""
        return "".join([row for _, row in self._rows])

    @cached_property
    def _rows(self) -> list[tuple[int, str]]:
        return [(found.start(), found[0]) for found in rare().finditer(self.wide)]

    @cached_property
    def _may_refer(self) -> bool:
        return b"&" in self.signs and self.holds(_ANY if _REFERRING.search(self.signs) else _BLIND)

    @cached_property
    def has_references(self) -> bool:
        """Whether there are character references that markup has no need of."""
        return self._may_refer and self.holds(_REFERENCE)

    @cached_property
    def latin_references(self) -> list[int]:
        """Where markup has references to Western characters in rows, which are text to a reader and ASCII here."""
        if not self._may_refer or not self.is_markup or b";&" not in self.signs:
            return []
        at = (self.utf8.rfind(b"&", 0, found.start()) for found in _BESIDE.finditer(self.utf8))
        return self.in_text(start for start in at if _LATIN.match(self.utf8, start))

    def rows(self, row: re.Pattern[str], pair: re.Pattern[str], written: re.Pattern[str] | None = None) -> list[int]:
        """Places of the pairs that match `pair`; `row` matches the stretches of `wide` in which they stand.

        None where all such stretches of the text are as `written`.
        """
        rows = row.findall(self.wide)
        if not any(pair.search(found) for found in rows):
            return []
        apart = set(row.findall(self.spaced))
        if written and all(written.fullmatch(found) for found in apart):
            return []
        if sum(map(len, apart)) * MOST > len(self.shown):
            return [found.start() for found in row.finditer(self.shown) if pair.search(found[0])]
        pairs = set(_overlapping(pair).findall("\n".join(apart)))
        return self.places(pairs) if len(pairs) <= FEW else [found.start() for found in pair.finditer(self.shown)]

    def places(self, signs: Iterable[str], pattern: re.Pattern[str] | None = None) -> list[int]:
        """Places of these strings, ascending; if they are many, of those among what `pattern` matches, if there is one."""
        signs = set(signs)
        if len(signs) > FEW:
            if pattern:
                return [found.start() for found in pattern.finditer(self.shown) if found[0] in signs]
            return [found.start() for found in re.finditer("|".join(map(re.escape, signs)), self.shown)]
        found: list[int] = []
        for sign in signs:
            at = self.shown.find(sign)
            while at >= 0:
                found.append(at)
                at = self.shown.find(sign, at + 1)
        return sorted(found)

    def _in_order(self, chars: Iterable[str]) -> Iterator[int]:
        """Places of characters that `wide` holds, in its order, all that are equal to one of them among them: a search for one is the fastest there is."""
        at = -1
        for char in chars:
            at = self.shown.find(char, at + 1)
            yield at

    @cached_property
    def _cuts(self) -> Cuts:
        return cuts(self.text) if self.shown is not self.text else ()

    def near(self, places: Iterable[int]) -> Iterator[Run]:
        """The runs that hold these places, ascending, and some beside them."""
        places = tuple(places)
        if not places:
            return
        if self.is_markup:
            for start, end in near(self.shown, places):
                yield from self._between(start, end)
        else:
            yield Run(self.text, "text", (0,), ((0, len(self.text)),), is_markup=False)

    def _between(self, start: int, end: int) -> tuple[Run, ...]:
        """The runs of a stretch of what is shown; several finders look at the same few."""
        if (found := self._stretches.get((start, end))) is None:
            found = self._stretches[start, end] = tuple(runs(self.text, uncut(self._cuts, start + 1) - 1, uncut(self._cuts, end)))
        return found

    @cached_property
    def tangles(self) -> list[tuple[Run, list[tuple[int, int]]]]:
        """The runs with clusters of odd characters, and these; none where no cluster is worth a search."""
        is_korean = HANGUL.search(self.rare) is not None
        if is_korean and all(weight(self.wide, a, b) < SIGNS for a, b in clusters(self.wide)):
            return []
        signs = odd(is_korean)
        where = [place for start, row in self._rows for place in range(start, start + len(row))]
        at = [where[found.start()] for found in signs.finditer(self.rare)]
        if len(at) < SIGNS:
            return []
        # without the ASCII between there are the more clusters, and what is in none of weight is in none
        heavy = at if is_korean else [place for a, b in chains(at) if weight(self.wide, a, b) >= SIGNS for place in at[bisect_left(at, a) : bisect_left(at, b)]]
        if not heavy:
            return []
        among = frozenset(heavy)
        places = [place for own, place in zip(at, self._in_order(map(self.wide.__getitem__, at)), strict=True) if own in among]
        return tangled(self.near(places)) if len(places) * DENSE < len(self.shown) else self.all_tangles

    @cached_property
    def all_tangles(self) -> list[tuple[Run, list[tuple[int, int]]]]:
        """The same of the whole page, worth a search or not."""
        return tangled(self.scan.runs)


@cache
def _overlapping(pair: re.Pattern[str]) -> re.Pattern[str]:
    """Finds a pair where another ends too."""
    return re.compile(f"(?=({pair.pattern}))")


def tangled(runs: Iterable[Run]) -> list[tuple[Run, list[tuple[int, int]]]]:
    """The runs that hold clusters of odd characters, with these."""
    return [(run, found) for run in runs if not run.text.isascii() and (found := list(clusters(run.text)))]
