"""What comes of the scripts of a page one after the other: most pages of a site have the same, which are followed once."""

from dataclasses import dataclass
from itertools import count
from typing import Final

from qnews_scraper.visibility.deeds import Deed
from qnews_scraper.visibility.scripting import Reader


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the last of some scripts."""

    deeds: tuple[Deed, ...] = ()
    written: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    """The names of what they all define."""


_MOST: Final = 128
"""Sequences of scripts of which it is kept what came of them."""
_known: dict[tuple[int, str], tuple[int, Outcome]] = {}
"""What came of a script behind a sequence, and the number of the sequence that ends in it."""
_numbers: Final = count(1)


class Followed:
    """The scripts of one page as far as they have been followed."""

    def __init__(self) -> None:
        self._reader = Reader()
        self._scripts: list[str] = []
        self._number = 0
        """Of the sequence so far."""
        self._read = 0
        """How many of them the reader has read itself."""
        self.last = Outcome()

    def follow(self, source: str) -> Outcome:
        """What comes of the next script."""
        self._scripts.append(source)
        key = self._number, source
        found = _known.get(key)
        if found is None:
            if len(_known) >= _MOST:
                _known.clear()
            found = _known[key] = next(_numbers), self._outcome()
        self._number, self.last = found
        return self.last

    def _outcome(self) -> Outcome:
        reader = self._reader
        for source in self._scripts[self._read :]:
            reader.deeds, reader.written, reader.sheets = [], [], []
            reader.read(source)
        self._read = len(self._scripts)
        return Outcome(tuple(reader.deeds), tuple(reader.written), tuple(reader.sheets), tuple(reader.functions))
