"""Bytes of which the encoding's own tables do not agree what they stand for, so that no proof can tell which character was written.

Makers of Big5 and of Shift-JIS gave some marks to different characters: A1 45 is ‧ in browsers and Windows and • in Hong Kong's
table, 81 60 is ～ in Windows's and 〜 in the standard's. A repair is certain around such a mark and a choice at it.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.misread import Misreading, written

_JAPANESE: Final = dict(zip("～∥－￠￡￢", "〜‖−¢£¬", strict=True))
TWINS: Final[dict[str, dict[str, str]]] = {
    "big5": dict(zip("‧﹑¯～⊕⊙￥￠￡∕﹨", "•､‾∼♁☉¥¢£／＼", strict=True)),
    "shift_jis": _JAPANESE,
    "euc-jp": _JAPANESE,
}
"""By encoding, what browsers read -> what another table of the same encoding reads in the same bytes."""
_MEANT: Final = {"∕": "／", "﹨": "＼"}
"""The two that text means the other of: Unicode's own table of Big5 has the fullwidth slashes here, and prose divides nothing."""


class Part(NamedTuple):
    """served[start:end] becomes `new`; where tables differ, `candidates` are the choices, the likeliest first."""

    start: int
    end: int
    new: str
    candidates: tuple[str, ...] = ()


def parts(served: str, new: str, hows: tuple[Misreading, ...]) -> Iterator[Part]:
    """A proven repair of the whole of `served` into `new`, in order, the marks of which tables differ by themselves."""
    twins = TWINS.get(hows[-1].true, {})
    if twins.keys().isdisjoint(new):
        yield Part(0, len(served), new)
        return
    at_new = encoded[1] if len(hows) == 1 and (encoded := codec(hows[0].true).encode_at(new)) else None
    if at_new is None:
        yield Part(0, len(served), *_choice(new, twins))
        return
    known = written(hows[0].served)
    at_old = list(accumulate((len(known.get(c, b"?")) for c in served), initial=0))
    old_index, new_index = {at: i for i, at in enumerate(at_old)}, {at: i for i, at in enumerate(at_new)}
    borders = sorted(old_index.keys() & new_index.keys())
    sure = 0
    for a, b in pairwise(borders):
        piece = new[new_index[a] : new_index[b]]
        if twins.keys().isdisjoint(piece):
            continue
        if sure < a:
            yield Part(old_index[sure], old_index[a], new[new_index[sure] : new_index[a]])
        yield Part(old_index[a], old_index[b], *_choice(piece, twins))
        sure = b
    if sure < borders[-1]:
        yield Part(old_index[sure], len(served), new[new_index[sure] :])


def _choice(text: str, twins: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    other = "".join(twins.get(c, c) for c in text)
    meant = "".join(_MEANT.get(c, c) for c in text)
    return meant, tuple(dict.fromkeys((meant, text, other)))
