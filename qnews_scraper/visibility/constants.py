"""What a script puts together from constants: its tokens, and the methods of texts and lists that such work is done with."""

import re
from base64 import b64decode
from binascii import Error as NoBase64
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote

_TOKEN = re.compile(
    r"""(?:\s+|//[^\n]*|/\*.*?(?:\*/|\Z)|<!--[^\n]*)*+"""
    r"""([\w$]+|[^\w\s$/<"'`=+\-!&|?]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|=>|\+=|\+\+|--|[!=]==?|&&|\|\||\?\.|[^\s/<]|"""
    r"""(?<=[(,=:!&|?;{}])/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.){0,300}+\])+/[a-z]*|[/<]|\Z)""",
    re.S,
)
_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,5})\}|(\n|.))", re.S)
_PLAIN: Final = {"n": "\n", "t": "\t", "r": "", "b": "", "f": "", "v": "", "0": "", "\n": ""}
_UNICODE = re.compile(r"%u([0-9a-fA-F]{4})")
INTEGER = re.compile(r"[0-9]{1,9}|0[xX][0-9a-fA-F]{1,6}")
_PATTERN = re.compile(r"/((?:[\w #@!~%&=,;:-]|\\[^\w]|\[[^\[\]\\^]+\])+)/([gim]*)")
"""A pattern without repetition."""
LONGEST: Final = 20000
"""Length up to which a value is kept: scripts beyond it are not read either."""
_BRACKETS: Final = frozenset("([{)]}")
_SHORT: Final = 2500
"""Length up to which the tokens of a script are kept."""
_WORD: Final = 200
"""Likewise of a packed word."""


def tokens_of(source: str) -> tuple[str, ...]:
    """Its words, signs and constants; those of short scripts are kept, as the pages of a site repeat them."""
    return _repeated(source) if len(source) <= _SHORT else tuple(filter(None, _TOKEN.findall(source)))


@lru_cache(maxsize=32)
def _repeated(source: str) -> tuple[str, ...]:
    return tuple(filter(None, _TOKEN.findall(source)))


def closings(tokens: tuple[str, ...]) -> dict[int, int]:
    """Where each bracket closes."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for i in [i for i, token in enumerate(tokens) if token in _BRACKETS]:
        if tokens[i] in "([{":
            opened.append(i)
        elif opened:
            found[opened.pop()] = i
    return found


def unquoted(token: str) -> str:
    inner = token[1:-1]
    if "\\" not in inner:
        return inner
    return _ESCAPED.sub(lambda m: chr(int(code, 16)) if (code := m[1] or m[2] or m[3]) else _PLAIN.get(m[4], m[4]), inner)


def unpacked(text: str, base: int, words: list[Any]) -> str:
    """What Dean Edwards's packer packed: each word stands as its number in a list, to a base."""

    def word(found: re.Match[str]) -> str:
        number = 0
        for digit in found[0]:
            number = number * base + (int(digit, 36) if digit.islower() or digit.isdigit() else ord(digit) - 29)
        return told if number < len(words) and isinstance(told := words[number], str) and 0 < len(told) <= _WORD else found[0]

    return re.sub(r"\b[0-9a-zA-Z]{1,4}\b", word, text[:LONGEST])


def short(value: Any) -> Any:
    """A value that is no longer; None for one that grows without end."""
    return None if isinstance(value, str | list) and len(value) > LONGEST else value


def _joined(items: list[Any], mark: str) -> str | None:
    texts = [str(item) for item in items]
    return mark.join(texts) if sum(map(len, texts)) + len(mark) * len(texts) <= LONGEST else None


def added(a: Any, b: Any) -> Any:
    if isinstance(a, str | int) and isinstance(b, str | int) and not isinstance(a, bool) and not isinstance(b, bool):
        return (a + b if isinstance(a, int) and isinstance(b, int) else f"{a}{b}") if len(str(a)) < LONGEST else None
    return None


def pattern(token: str) -> re.Pattern[str] | None:
    found = _PATTERN.fullmatch(token.strip())
    try:
        return re.compile(found[1], re.I if "i" in found[2] else 0) if found else None
    except re.error:
        return None


def of_text(text: str, name: str, values: list[Any]) -> Any:
    first = values[0] if values else None
    if name == "split" and isinstance(first, str):
        return text.split(first) if first else list(text)
    if name == "replace" and len(values) > 1 and isinstance(first, str) and isinstance(values[1], str):
        return text.replace(first, values[1], 1)
    if name == "replace" and len(values) > 1 and isinstance(first, re.Pattern) and isinstance(values[1], str):
        return _joined(first.split(text), values[1])
    if name == "replaceAll" and len(values) > 1 and isinstance(first, str) and isinstance(values[1], str):
        return _joined(text.split(first), values[1]) if first else text
    if name == "concat" and all(isinstance(v, str) for v in values):
        return _joined([text, *values], "")
    if name in ("toLowerCase", "toUpperCase", "trim", "toString", "valueOf"):
        return text.lower() if name == "toLowerCase" else text.upper() if name == "toUpperCase" else text.strip() if name == "trim" else text
    if name in ("substr", "substring", "slice") and values and all(isinstance(v, int) for v in values):
        return text[first:] if len(values) < 2 else text[first : first + values[1]] if name == "substr" else text[first : values[1]]
    if name in ("charAt", "at") and isinstance(first, int):
        return text[first : first + 1]
    return None


def of_list(items: list[Any], name: str, values: list[Any]) -> Any:
    first = values[0] if values else None
    if name == "join" and all(isinstance(v, str | int) for v in items):
        return _joined(items, first if isinstance(first, str) else ",")
    if name == "reverse":
        items.reverse()
        return items
    if name == "concat" and isinstance(first, list):
        return items + first
    if name == "push" and len(items) < 2000:
        items.extend(values)
    return None


def decoded(name: str, values: list[Any]) -> Any:
    """What a global function makes of constants."""
    if name in ("fromCharCode", "fromCodePoint"):
        return "".join(chr(v) for v in values if isinstance(v, int) and 0 < v < 0xD800)
    first = values[0] if values else None
    if not isinstance(first, str):
        return None
    if name in ("unescape", "decodeURIComponent", "decodeURI"):
        return _UNICODE.sub(lambda m: chr(int(m[1], 16)), unquote(first))
    if name == "atob":
        try:
            return b64decode(first).decode("utf-8", "replace")
        except (NoBase64, ValueError):
            return None
    return None
