"""What comes of the scripts of a page one after the other: most pages of a site have the same, which are followed once."""

from dataclasses import dataclass
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
_known: dict[tuple[str, ...], Outcome] = {}


class Followed:
    """The scripts of one page as far as they have been followed."""

    def __init__(self) -> None:
        self._reader = Reader()
        self._scripts: tuple[str, ...] = ()
        self._read = 0
        """How many of them the reader has read itself."""
        self.last = Outcome()

    def follow(self, source: str) -> Outcome:
        """What comes of the next script."""
        self._scripts = (*self._scripts, source)
        found = _known.get(self._scripts)
        if found is None:
            if len(_known) >= _MOST:
                _known.clear()
            found = _known[self._scripts] = self._outcome()
        self.last = found
        return found

    def _outcome(self) -> Outcome:
        reader = self._reader
        for source in self._scripts[self._read :]:
            reader.deeds, reader.written, reader.sheets = [], [], []
            reader.read(source)
        self._read = len(self._scripts)
        return Outcome(tuple(reader.deeds), tuple(reader.written), tuple(reader.sheets), tuple(reader.functions))
