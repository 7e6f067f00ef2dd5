"""The forward model once more, keeping track of which byte came from which character.

So a benchmark can say what became of each character: left alone, annotated in step, broken by a slip or by
a cut mark, and whether the served page still holds what is needed to tell it.
"""

import random
from enum import StrEnum

import mirror


class Fate(StrEnum):
    PLAIN = "plain"
    ANNOTATED = "annotated in step"
    SLIP = "in a slip, all bytes told"
    SLIP_END = "at a slip's end, a byte lost"
    CUT = "at a cut mark, a byte lost"
    CUT_RUN = "in the run after a cut mark"
    EATEN = "ASCII eaten by a bad pair"
    DROPPED = "in a private-use pair, not rendered"


READING, CONTROL = -1, -2
"""Origins of bytes that no character of the page owns."""


def _replace(data: bytes, origins: list[int], old: bytes, before: list[bytes] | None, after: bytes) -> tuple[bytes, list[int]]:
    """Insert `after` behind each match, or the next of `before` in front of it."""
    out: list[bytes] = []
    owners: list[int] = []
    at = 0
    while (found := data.find(old, at)) >= 0:
        end = found + len(old)
        front = before.pop(0) if before else b""
        out += (data[at:found], front, old, after)
        owners += origins[at:found] + [CONTROL] * len(front) + origins[found:end] + [READING] * len(after)
        at = end
    return b"".join((*out, data[at:])), owners + origins[at:]


def trace(text: str, table: mirror.Table, *, controls: float = 1.0, brackets: str = "()", seed: int = 0, seen: bool = True) -> tuple[str, list[Fate]]:
    """What is served (raw, as render="html") and what became of each character of the text.

    seen: private-use characters are kept, as raw HTML does; rendered text drops them, and with them their bytes.
    """
    rng = random.Random(seed)

    def some() -> bytes:
        return bytes(rng.choices((5, 6, 7, 8), k=rng.choice((1, 1, 1, 2, 3)))) if rng.random() < controls else b""

    chars = [mirror.traditional(char) if mirror.gbk(char) != b"?" else "?" for char in text]
    data, origins = b"", []
    pieces = []
    for i, char in enumerate(chars):
        pieces.append(mirror.gbk(char))
        origins += [i] * len(pieces[-1])
    data = b"".join(pieces)
    for char, reading in table:
        data, origins = _replace(data, origins, mirror.gbk(char), None, mirror.gbk(f"{brackets[0]}{reading}{brackets[1]}"))
    for mark in mirror.MARKS:
        count = data.count(mark)
        data, origins = _replace(data, origins, mark, [some() for _ in range(count)], b"")
    return mirror.read_cp936(data), _fates(chars, data, origins, dict(table), seen)


def _fates(chars: list[str], data: bytes, origins: list[int], table: dict[str, str], seen: bool) -> list[Fate]:
    fates = [Fate.ANNOTATED if char in table else Fate.PLAIN for char in chars]
    cause = Fate.CUT_RUN
    at = 0
    while at < len(data):
        pair = data[at] > 0x80 and data[at] != 0xFF and at + 1 < len(data)
        owners = origins[at : at + 1 + pair]
        if pair and owners[0] != owners[1]:
            char = mirror.read_cp936(data[at : at + 2])
            bad = char == "?"
            dropped = not seen and "\ue000" <= char <= "\uf8ff"
            if CONTROL in owners:
                cause = Fate.CUT_RUN
            elif READING in owners:
                cause = Fate.SLIP
            for i, owner in enumerate(owners):
                if owner < 0:
                    continue
                if data[at + i] < 0x80 and len(mirror.gbk(chars[owner])) == 1:
                    fates[owner] = Fate.EATEN
                elif dropped:
                    fates[owner] = Fate.DROPPED
                elif bad and READING not in owners:
                    fates[owner] = Fate.CUT if CONTROL in owners else Fate.SLIP_END
                elif fates[owner] in (Fate.PLAIN, Fate.ANNOTATED):
                    fates[owner] = cause
        at += 1 + pair
    return fates
