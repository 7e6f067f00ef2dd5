"""Whether bytes may have vanished without a mark before a text was served: pairs that still pair up then prove nothing.

A program that drops what it cannot read drops some characters with both of their bytes, and all others come back as they were.
What shows that nothing was dropped is a character that only a reader of all bytes gives, or the mark of one that marks them.
"""

import re
from functools import lru_cache
from typing import Final

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.loss import only_browsers
from qnews_scraper.text.misread import DEFAULT, Misreading
from qnews_scraper.text.wildcard import LOST

_DROPPED: Final = frozenset({("gbk", "big5"), ("big5", "gbk"), ("euc-kr", "gbk"), ("shift_jis", "gbk"), ("big5", "shift_jis")})
"""Served as, written in: of our own sentences, the pairs that Python's codec cannot read are 41, 4, 2 and 100 in a hundred. Kana and Hangul read as GBK lose none."""
_ROWS: Final = 0xA1
"""The least byte of GB 2312 and of KS X 1001. Latin-1 knows these and all above; below A0 are the bytes that software drops."""
_CONTROLS: Final = re.compile("[\x80-\x9f]")
_LONE: Final = re.compile("(?<=[\u3400-\u9fff])[@-~](?=[\u3000-\u303f\u3400-\u9fff\uff00-\uff1f])")
"""A letter within words, which may be the second byte of a character."""


def may_lack_bytes(text: str, new: str, how: Misreading) -> bool:
    """Whether some of what `new` was read from may be gone; `text` is all that was served with it. UTF-8 shows it by its form."""
    if how.true == "utf-8" or _keeps_all(text, how.served):
        return False
    if how.served != "latin":
        return how in _DROPPED
    if how.true == "big5":
        return False
    table = codec(how.true)
    return _LONE.search(new) is not None or any((code := table.encode_char(c)) and min(code) < _ROWS for c in set(new) if c > "\x7f")


@lru_cache(4)
def _keeps_all(text: str, served: str) -> bool:
    if LOST in text:
        return True
    if served == "latin":
        return _CONTROLS.search(text) is not None
    return DEFAULT.get(served, LOST) in text or not only_browsers(served).isdisjoint(text)
