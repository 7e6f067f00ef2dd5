"""A line of a mirror's as a row of tokens, and what its page tells of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a served token can be."""

    CHAR = "a character, with its annotation if it has one"
    ASK = "a question mark: one, or a pair that could not be decoded"
    TORN = "a question mark and the rest of an annotation: the tear itself"
    HALF = "what is left of a closing bracket, with the first byte of what follows it: ā） was cut in the middle, where its bytes make a full stop"
    TAIL = "a byte below 0x81 and an annotation: the second half of the annotated character"


class Token(NamedTuple):
    """line[start:end], as served."""

    start: int
    end: int
    char: str
    kind: Kind = Kind.CHAR
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the page."""

    torn: Callable[[str, int], tuple[tuple[str, bool], ...]]
    """(reading, first byte) -> the annotated characters it can be, each with whether that is a guess."""
    annotated: frozenset[str] = frozenset()
    """Characters that are always annotated here, so never stand bare."""
    folded: bool = False
    """Fullwidth forms were folded to ASCII."""
    rendered: bool = True
    """Control and private-use characters were dropped."""
    seen: Mapping[str, int] = field(default_factory=dict)
    """How often Han characters, and rows of two to four of them, stand elsewhere on the page."""
    links: dict[str, float] = field(default_factory=dict)
    """Likelihoods of pairs that were looked up before."""
