"""Text to bytes by a table of ours, at the speed of Python's codec where the two agree, which they do but for some hundred characters."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

PYTHON: Final = {"latin": "latin-1", "gbk": "gbk", "big5": "big5hkscs", "shift_jis": "cp932", "euc-kr": "cp949"}
"""Python's codec of an encoding, where it is near enough."""
_BEYOND: Final = {"gb18030": "".join(map(chr, range(0xE000, 0xF900))), "big5hkscs": "¢£¥•‾∼☉♁､", "cp932": "¢£¬‖−〜\uf8f0\uf8f1\uf8f2\uf8f3"}
"""What such a codec writes, if only in four bytes, and a table of ours may lack."""


class Encoder:
    """The characters of a table, beyond ASCII, with their bytes; ASCII stands for itself."""

    def __init__(self, table: Mapping[str, bytes], encoding: str) -> None:
        self._table = table
        self._python = PYTHON.get(encoding, "")

    @cached_property
    def _otherwise(self) -> re.Pattern[str] | None:
        return self._differing(self._python)

    @cached_property
    def _otherwise_in_18030(self) -> re.Pattern[str] | None:
        return self._differing("gb18030")

    def _differing(self, python: str) -> re.Pattern[str] | None:
        """What Python's codec writes otherwise than the table says, if anything."""
        known = [c for c in self._table if c > "\x7f" and len(c) == 1]
        codes = "\n".join(known).encode(python, "ignore").split(b"\n")
        found = {c for c, code in zip(known, codes, strict=True) if code and code != self._table[c]}.union(c for c in _BEYOND.get(python, "") if c not in self._table)
        return re.compile(f"[{re.escape(''.join(sorted(found)))}]") if found else None

    def encode(self, text: str) -> bytes | None:
        """`text` as bytes; None where a character has none."""
        if self._python:
            try:
                data = text.encode(self._python)
            except UnicodeEncodeError as error:
                if text[error.start] not in self._table:
                    return None
                if self._python == "gbk" and (data := self._private(text)):
                    return data
            else:
                if _is_free(text, self._otherwise):
                    return data
        try:
            return b"".join([c.encode() if c < "\x80" else self._table[c] for c in text])
        except KeyError:
            return None

    def _private(self, text: str) -> bytes:
        """GBK with private-use characters, which Python has in GB 18030 only; b"" where what is more in that is among them too, in four bytes, two of them digits."""
        try:
            data = text.encode("gb18030")
        except UnicodeEncodeError:
            return b""
        return data if _digits(data) == _digits(text.encode("ascii", "ignore")) and _is_free(text, self._otherwise_in_18030) else b""

    def encode_as(self, text: str, other: bytes) -> bytes:
        """The same with `other` for each character that has no bytes."""
        start = 0
        head = b""
        if self._python and _is_free(text, self._otherwise):
            try:
                return text.encode(self._python)
            except UnicodeEncodeError as error:
                start = error.start
                head = text[:start].encode(self._python)
        return head + b"".join([c.encode() if c < "\x80" else self._table.get(c, other) for c in text[start:]])


def _is_free(text: str, of: re.Pattern[str] | None) -> bool:
    return of is None or of.search(text) is None


def _digits(data: bytes) -> int:
    return len(data) - len(data.translate(None, b"0123456789"))
