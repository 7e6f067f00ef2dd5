"""The mirror's own steps, run forward: what a line becomes when it is damaged again.

This is the proof of a repair, and nothing else uses it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from qnews_scraper.text.gbk import CP936, second_byte
from qnews_scraper.text.readings import SHIFTED

_MARKS: Final = tuple(m.encode("gbk") for m in "，。！？：、；")
_DROPPED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]")
_FOLD: Final = {c + 0xFEE0: c for c in range(0x21, 0x7F)}
_PREFIXED: Final = re.compile(f"[^\x00-\x7f]?([{SHIFTED}])")
"""What a fullwidth bracket out of step becomes with its neighbours: ASCII ones leave a "?"."""
_BORDER: Final = "\n\x01"
"""Between lines: a torn pair at a line's end eats the first of the two."""
_ANY_DIGIT: Final = "0"
"""Stands for a lost ASCII character: whichever it was, the pair it made with the byte before was undecodable."""


@dataclass(frozen=True, slots=True)
class Table:
    """Characters and their readings in the order in which the tool goes through them."""

    rows: tuple[tuple[bytes, bytes], ...]

    @classmethod
    def inferred(cls, lines: Sequence[str], served: Sequence[str], readings: Mapping[str, str], brackets: str = "()") -> "Table":
        """The order that the overlaps on a page prove.

        Where the second byte of P and the first of its neighbour make T, either T went first and tore the
        neighbour (the served text shows its reading after a "?"), or P went first and kept the two apart.
        """
        codes = {c: code for c in readings if (code := CP936.encode_char(c)) and len(code) == 2}
        chars = {code: c for c, code in codes.items()}
        before: dict[str, set[str]] = {c: set() for c in codes}
        for line, was in zip(lines, served, strict=True):
            was = _PREFIXED.sub(lambda found: f"?{chr(second_byte(found[1]))}", was.translate(_FOLD))
            bare = line.replace("\ufffd", _ANY_DIGIT)
            for p, n in pairwise(bare):
                first, second = codes.get(p), CP936.encode_char(n)
                if first is None or second is None or len(second) != 2:
                    continue
                t = chars.get(bytes((first[1], second[0])))
                if t is None or t == p:
                    continue
                if f"{p}({readings[p]})?{readings[t]})" in was:
                    before[p].add(t)
                elif f"{p}({readings[p]}){n}" in was:
                    before[t].add(p)
        return cls(tuple((codes[c], _gbk(f"{brackets[0]}{readings[c]}{brackets[1]}")) for c in _sorted(before)))


def _sorted(before: Mapping[str, set[str]]) -> list[str]:
    """Topological order; characters on a circle come last, as they stand."""
    order: list[str] = []
    waiting = {c: set(b) for c, b in before.items()}
    after: dict[str, list[str]] = {}
    for c, needs in before.items():
        for n in needs:
            after.setdefault(n, []).append(c)
    ready = [c for c, needs in waiting.items() if not needs]
    while ready:
        c = ready.pop()
        order.append(c)
        for follower in after.get(c, ()):
            waiting[follower].discard(c)
            if not waiting[follower]:
                ready.append(follower)
    done = set(order)
    return order + [c for c in before if c not in done]


def again(lines: Iterable[str], table: Table, *, cut: bool) -> list[str]:
    """The lines, damaged; with `cut`, control bytes also go before a mark that two other characters make."""
    body = _gbk(_BORDER.join(line.replace("\ufffd", _ANY_DIGIT).replace("\x01", "") for line in lines))
    for char, reading in table.rows:
        body = body.replace(char, char + reading)
    for mark in _MARKS if cut else ():
        body = body.replace(mark, b"\x06" + mark)
    return re.split("\n?\x01", CP936.decode(body))


def rendered(line: str) -> str:
    """A line as rendered and folded: without control and private-use characters, fullwidth forms as ASCII, blanks dropped.

    What GBK lacks is dropped too: it stood in the page as a character reference, which no step touches.
    """
    return "".join(_DROPPED.sub("", line).translate(_FOLD).split()).translate(_KNOWN)


class _Known(dict[int, int | None]):
    """For `str.translate`: without what GBK lacks."""

    def __missing__(self, code: int) -> int | None:
        self[code] = found = code if CP936.encode_char(chr(code)) else None
        return found


_KNOWN: Final = _Known()


def _gbk(text: str) -> bytes:
    try:
        return text.encode("gbk")
    except UnicodeEncodeError:
        return b"".join(CP936.encode_char(c) or b" " for c in text)
