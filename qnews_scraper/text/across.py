"""A repair that goes over tags, in parts that each read by themselves: what stood in a link stays in it."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from qnews_scraper.text.misread import EAST_ASIAN, WESTERN, Misreading, undo
from qnews_scraper.text.scan import Run

_AS_WESTERN: Final = Misreading("latin", "utf-8")
_CHAINS: Final = (*((how,) for how in (*WESTERN, *EAST_ASIAN)), *product((_AS_WESTERN,), WESTERN))
"""What may have been done to text, the last thing first."""


def across(run: Run, start: int, end: int, new: str, candidates: tuple[str, ...] = ()) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """run.text[start:end], what it becomes and the candidates, part by part where each part of it that no tag divides is misread as the whole was; else, and where there is a choice, in one."""
    parts = run.undivided(start, end) if candidates in ((), (new,)) else []
    if len(parts) > 1:
        for hows in _CHAINS:
            if (read := _read(run.text, parts, new, hows)) is not None:
                yield from ((a, b, text, (text,) if candidates else ()) for (a, b), text in zip(parts, read, strict=True) if text != run.text[a:b])
                return
    yield start, end, new, candidates


def _read(text: str, parts: list[tuple[int, int]], new: str, hows: tuple[Misreading, ...]) -> list[str] | None:
    """The parts with misreadings undone; None where they do not make up `new`."""
    found: list[str] = []
    at = 0
    for a, b in parts:
        piece: str | None = text[a:b]
        for how in hows if not text[a:b].isascii() else ():
            piece = None if piece is None else undo(piece, how)
        if piece is None or not new.startswith(piece, at):
            return None
        found.append(piece)
        at += len(piece)
    return found if at == len(new) else None
