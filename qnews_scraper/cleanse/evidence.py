"""What a cleanser says: what it found, and the evidence that adds up against it."""

from collections.abc import Set
from dataclasses import dataclass, field

from lxml import etree

from qnews_scraper.trust import Trust


@dataclass(frozen=True, slots=True)
class Finding:
    """What one cleanser found, at its element."""

    element: etree._Element
    reason: str
    trust: Trust
    evidence: tuple[str, ...] = ()
    part: str = "element"
    """"element"; "tags" (its text stays); "own text" (its elements stay); "text" or "tail" (between `start` and `end`); "@NAME"."""
    kind: str = ""
    """Empty for the cleanser's own name."""
    start: int = 0
    end: int = -1


@dataclass(slots=True)
class Evidence:
    """Pieces of evidence, each with its weight; together they are a suspicion from 0 up, and 1 is enough to act on."""

    pieces: list[tuple[float, str]] = field(default_factory=list)
    is_alien: bool = False
    """Whether it is in a script that the page is not written in."""
    is_absent: bool = False
    """Whether the page has not a word of it."""
    is_off_topic: bool = False
    """Whether next to none of it occurs in the page's own sentences."""

    def add(self, weight: float, why: str) -> None:
        self.pieces.append((weight, why))

    def add_words(self, words: Set[str]) -> None:
        """Advertising words, by how many they are."""
        self.add((0.0, 0.3, 0.45, 0.6)[min(3, len(words))], "advertising words: " + ", ".join(sorted(words)[:6]))

    @property
    def total(self) -> float:
        return round(sum(w for w, _ in self.pieces), 6)  # .6 + .3 + .1 is a little less than 1

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(why for _, why in self.pieces)
