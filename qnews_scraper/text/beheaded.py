"""Pairs whose first byte was cut off: up to the first byte that stands alone each character is the second byte of one and the first of the next.

All other bytes are there, so the damage is undone without loss and still says 怐F的農民 where 屏東的農民 was written.
"""

import re
from itertools import accumulate
from typing import Final, NamedTuple

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import odds
from qnews_scraper.text.misread import Misreading, from_bytes, written
from qnews_scraper.text.wildcard import LOST

_HEAD: Final = re.compile("[\u3000-\uffee\U00020000-\U0002ffff]{1,40}[@-~](?=[\u3000-\uffee])")
"""Up to a letter that may be the second byte of a character."""
GAIN: Final = 4.0
"""Nats by which it must read better one byte on."""
_BEHIND: Final = 2


class Head(NamedTuple):
    """served[:end] becomes `new`, and new[length:] of what was read is right."""

    end: int
    new: str
    length: int


def beheaded(served: str, new: str, how: Misreading) -> Head | None:
    """What a text begins with that was cut within a character, with U+FFFD for that; None where it was not. `new` is what its bytes say as they stand."""
    head = _HEAD.match(new)
    encoded = codec(how.true).encode_at(new) if head and how.true in ("big5", "gbk") else None
    if head is None or encoded is None:
        return None
    data, at_new = encoded
    shifted = from_bytes(data[1 : at_new[head.end()]], how.true)
    if not shifted or _sum(shifted, new[head.end() :]) - _sum(head[0], new[head.end() :]) < GAIN:
        return None
    known = written(how.served)
    at_old = {at: i for i, at in enumerate(accumulate((len(known.get(c, b"?")) for c in served), initial=0))}
    length = next((i for i in range(head.end(), len(at_new)) if at_new[i] in at_old), None)
    if length is None:
        return None
    return Head(at_old[at_new[length]], LOST + shifted + new[head.end() : length], length)


def _sum(text: str, behind: str) -> float:
    return sum(odds(text + behind[:_BEHIND]))
