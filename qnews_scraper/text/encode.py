"""Text to bytes by a table of ours, at the speed of Python's codec where the two agree, which they do but for some hundred characters."""

import codecs
import re
from collections.abc import Callable
from typing import Final, cast

PYTHON: Final = {"gbk": "gbk", "big5": "big5hkscs", "shift_jis": "cp932", "euc-kr": "cp949"}
"""Python's codec of an encoding, where it is near enough."""
BEYOND: Final = "¢£¥¬•‖‾−∼〜☉♁､\uf8f0\uf8f1\uf8f2\uf8f3"
"""What such a codec writes, and a table of ours may lack."""


class _Codes(dict[str, bytes | None]):
    """The bytes of characters, each found when it is first asked for."""

    def __init__(self, find: Callable[[str], bytes | None]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, char: str) -> bytes | None:
        self[char] = found = self._find(char)
        return found


class Encoder:
    """The characters of a table, beyond ASCII, with their bytes; ASCII stands for itself."""

    def __init__(self, name: str, find: Callable[[str], bytes | None], python: str = "", otherwise: re.Pattern[str] | None = None) -> None:
        self._name = name
        self._codes = _Codes(find)
        self._python = python
        self._otherwise = otherwise
        """The characters that Python's codec writes otherwise."""
        self._handlers: dict[bytes | None, str] = {}

    def code(self, char: str) -> bytes | None:
        """The bytes of one character; None where it has none."""
        return self._codes[char]

    def encode(self, text: str) -> bytes | None:
        """`text` as bytes; None where a character has none."""
        if self._is_near(text):
            try:
                return text.encode(self._python, self._handler(None))
            except UnicodeEncodeError:
                return None
        try:
            return b"".join(cast("list[bytes]", [c.encode() if c < "\x80" else self._codes[c] for c in text]))
        except TypeError:  # one has none
            return None

    def encode_as(self, text: str, other: bytes) -> bytes:
        """The same with `other` for each character that has no bytes."""
        if self._is_near(text):
            return text.encode(self._python, self._handler(other))
        return b"".join([c.encode() if c < "\x80" else self._codes[c] or other for c in text])

    def _is_near(self, text: str) -> bool:
        """Whether Python's codec writes all of a text as the table does that it can write."""
        return bool(self._python) and not (self._otherwise and self._otherwise.search(text))

    def _handler(self, other: bytes | None) -> str:
        """The name of an error handler that knows what Python's codec does not."""
        if other not in self._handlers:

            def write(error: UnicodeError) -> tuple[bytes, int]:
                assert isinstance(error, UnicodeEncodeError)
                code = self._codes[error.object[error.start]] or other
                if code is None:
                    raise error
                return code, error.start + 1

            self._handlers[other] = f"qnews.{self._name}.{other!r}"
            codecs.register_error(self._handlers[other], write)
        return self._handlers[other]
