"""GBK decoded as UTF-8, with U+FFFD for nearly all of it: "\ufffd\ufffd\ufffd\ufffdʮ\ufffd\ufffd" was four bytes, 十 (CA AE) and two bytes.

What is gone stays gone. But one character in six went through as two bytes that UTF-8 has a letter for, and its place among the
bytes tells it from two halves that make a letter by chance: there is one U+FFFD for each byte, but for the few that begin a longer
sequence. So the intact characters are read, and each lost one is one U+FFFD instead of two.
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.gbk import char_of
from qnews_scraper.text.plausible import weights
from qnews_scraper.text.wildcard import LOST

_CLAUSE: Final = re.compile("[^\x00-\x7f](?:[^\x00-\x7f]|[@-~])+")
"""ASCII from 40 on may be the second byte of a character."""
_GATE: Final = re.compile("\ufffd(?=\ufffd\ufffd)")
_LETTER: Final = re.compile("[\u00c2-\u07ff]")
SHARE: Final = 0.4
"""Share of U+FFFD in such a clause, at least."""
WIDTHS: Final = tuple((width, math.log(share)) for width, share in ((1, 0.93), (2, 0.06), (3, 0.01)))
"""Bytes that one U+FFFD stands for, and how often: measured on news in GBK."""
HALVES: Final = -8.5
"""Log-probability of a given last byte of one character and a given first byte of the next."""
SECOND, ALONE = -4.0, -2.0
"""An ASCII character that is the second byte of a character, and one that is itself."""
UNEVEN: Final = -7.0
"""A clause that ends in mid-character, as one does whose last character's second byte is ASCII."""
SURE: Final = 0.95
"""Probability from which a character is taken for one."""
SERVED: Final = 0.8
"""The same of one that was served."""
FEWEST: Final = 3
COMMON: Final = 0.85
"""Characters that a page must give, and the share of them among the 2,000 commonest: 0.94 to 1 of GBK, at most 0.75 of Big5, EUC-KR and EUC-JP."""
_RANK: Final = -8.9


class _Read(NamedTuple):
    start: int
    end: int
    new: str


def find(page: Page) -> Iterator[Finding]:
    """Each clause, its lost characters marked one by one and the intact ones read."""
    glance = page.glance
    if not _GATE.search(glance.rare) or not _LETTER.search(glance.rare):
        return
    if any(done.name == "replaced" and done.edits for done in page.passes):  # its own marks stand for characters, not for bytes
        return
    # under 锟斤拷 what is read as GBK is what was served
    is_served = any("锟" in edit.old for done in page.passes if done.name == "lost" for edit in done.edits)
    found = [(run, list(_clauses(run.text, SERVED if is_served else SURE))) for run in page.scan.runs if _GATE.search(run.text)]
    intact = [char for _, reads in found for read in reads for char in read.new if char > "\x7f" and char != LOST]
    known = weights("zh")
    if is_served or (len(intact) >= FEWEST and sum(known[char] >= _RANK for char in intact) >= COMMON * len(intact)):
        for run, reads in found:
            for read in reads:
                yield from edits(run, read.start, read.end, read.new, Trust.LOST, "GBK decoded as UTF-8; what U+FFFD stands for is gone")


def _clauses(text: str, sure: float) -> Iterator[_Read]:
    for clause in _CLAUSE.finditer(text):
        served = clause[0]
        if served.count(LOST) >= max(1, SHARE * sum(c > "\x7f" for c in served)):
            yield _Read(clause.start(), clause.end(), _read([b"" if c == LOST else c.encode("utf-8", "surrogatepass") for c in served], sure))


def _read(codes: list[bytes], least: float) -> str:
    """What a clause says, by the likeliest places of its bytes."""
    ahead = _forward(codes)
    behind = _backward(codes)
    total = _log_sum([ahead[-1][0], ahead[-1][1] + UNEVEN])
    out = []
    parity = 0  # whether a character has begun
    for i, code in enumerate(codes):
        if code.isascii() and code:
            out.append(LOST if parity else code.decode())
            parity = 0
            continue
        if not code:
            width = max(WIDTHS, key=lambda w: w[1] + behind[i + 1][(parity + w[0]) % 2])[0]
            out.append(LOST * ((parity + width) // 2))
            parity = (parity + width) % 2
            continue
        sure = math.exp(min(0.0, ahead[i][parity] + _score(code, parity) + behind[i + 1][(parity + len(code)) % 2] - total)) >= least
        for k, byte in enumerate(code):
            if parity:
                out.append((char_of(code[k - 1], byte) if sure and k else "") or LOST)
            parity ^= 1
    if parity:
        out.append(LOST)
    return "".join(out)


def _score(code: bytes, parity: int) -> float:
    """How likely these bytes are, the first one the first of a character or the second one."""
    known = weights("zh")
    score = 0.0
    k = 0
    while k < len(code):
        if (parity + k) % 2 == 0 and k + 1 < len(code):
            char = char_of(code[k], code[k + 1])
            score += known[char] if char else 2 * HALVES
            k += 2
        else:
            score += HALVES / 2
            k += 1
    return score


def _steps(code: bytes, parity: int) -> Sequence[tuple[int, float]]:
    """The bytes that a served character may stand for, as a number, each with its log-probability."""
    if not code:
        return WIDTHS
    if code.isascii():
        return ((1, SECOND),) if parity else ((0, ALONE),)
    return ((len(code), _score(code, parity)),)


def _forward(codes: list[bytes]) -> list[tuple[float, float]]:
    states = [(0.0, -math.inf)]
    for code in codes:
        ways: tuple[list[float], list[float]] = ([], [])
        for parity, before in enumerate(states[-1]):
            for width, cost in _steps(code, parity):
                ways[(parity + width) % 2].append(before + cost)
        states.append((_log_sum(ways[0]), _log_sum(ways[1])))
    return states


def _backward(codes: list[bytes]) -> list[tuple[float, float]]:
    states = [(0.0, UNEVEN)]
    for code in reversed(codes):
        after = states[-1]
        even, odd = (_log_sum([cost + after[(parity + width) % 2] for width, cost in _steps(code, parity)]) for parity in (0, 1))
        states.append((even, odd))
    return states[::-1]


def _log_sum(values: list[float]) -> float:
    most = max(values, default=-math.inf)
    return most + math.log(sum(math.exp(v - most) for v in values)) if most > -math.inf else most
