"""A word of misread bytes within sound text: too short to tell by itself, but nothing else joins what stands on either side of it."""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.text.fluency import fluency, is_frequent
from qnews_scraper.text.misread import LATIN, Misreading, redo, to_bytes, undo
from qnews_scraper.text.repairs import Repair
from qnews_scraper.trust import Trust

_HIGH: Final = "".join(LATIN)
_ROW: Final = re.compile(f"(?<=[\u3000-\u9fff\uff01-\uff5e])[{re.escape(_HIGH)}]{{4,12}}(?=[\u3000-\u9fff\uff01-\uff5e])")
_EAST: Final = re.compile("[\u3000-\u9fff\uff01-\uff5e]")
_HAN: Final = re.compile("[\u4e00-\u9fff]{2,6}")
_WAYS: Final = ((Misreading("latin", "utf-8"), 1.5, Trust.CERTAIN), (Misreading("latin", "gbk"), 3.5, Trust.LIKELY))
"""Misreadings, with the mean log-odds that the word and what it stands between must have: pairs have no form that tells more."""
NEAR: Final = 3
BESIDE: Final = 12
FEWEST: Final = 6
READS: Final = 2.5
"""Mean log-odds of so many characters, or more, on both sides together."""


def inlaid(text: str) -> Iterator[Repair]:
    """Each such word of common characters, read."""
    if not _EAST.search(text):
        return
    for row in _ROW.finditer(text):
        left, right = text[max(0, row.start() - BESIDE) : row.start()], text[row.end() : row.end() + BESIDE]
        beside = left.rpartition("\n")[2] + right.partition("\n")[0]
        if len(beside) < FEWEST or fluency(beside) < READS:
            continue
        for how, least, trust in _WAYS:
            new = undo(row[0], how)
            if new is None or not _HAN.fullmatch(new) or not all(map(is_frequent, new)) or redo(new, how) != to_bytes(row[0], how.served):
                continue
            if fluency(left[-NEAR:] + new + right[:NEAR]) >= least and fluency(new) > 0.0:
                yield Repair(row.start(), row.end(), new, trust, f"{how}, within text that reads", () if trust is Trust.CERTAIN else (new,))
            break
