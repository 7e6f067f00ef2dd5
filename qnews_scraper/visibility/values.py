"""CSS values as numbers: lengths in CSS pixels of a 1280 x 800 screen, colours as (red, green, blue, alpha).

None means "not told here" (auto, an unknown function, a keyword): nothing is concluded from it.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import isfinite
from typing import Final

from tinycss2.color4 import Color, parse_color

WIDTH: Final = 1280.0
HEIGHT: Final = 800.0
FONT_SIZE: Final = 16.0
FAINT: Final = 0.05
"""Opacity up to which text cannot be read."""

Colour = tuple[float, float, float, float]

_NUMBER = re.compile(r"([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?)([a-z]*|%)", re.I)
_TO_PX: Final = {"px": 1.0, "": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "rem": FONT_SIZE}
_OF_FONT: Final = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "lh": 1.2}
_OF_SCREEN: Final = {"vw": WIDTH, "vh": HEIGHT, "vmin": HEIGHT, "vmax": WIDTH, "svw": WIDTH, "svh": HEIGHT, "lvw": WIDTH, "lvh": HEIGHT, "dvw": WIDTH, "dvh": HEIGHT, "vi": WIDTH, "vb": HEIGHT}
_HEX = re.compile("#(?:([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})|([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F]))")
_FONT_SIZES: Final = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0}
_FUNCTION = re.compile(r"(calc|min|max|clamp)\(", re.I)
_TOKEN = re.compile(r"\s*(?:(calc|min|max|clamp)?(\()|([),])|([+*/-])(?=[\s(])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[a-z]+|%)?)|([*/]))", re.I)


def length(value: str, font: float = FONT_SIZE, percent: float | None = None, unitless: bool = False) -> float | None:
    """Pixels of a length, with `font` for em and `percent` for 100%; a number without unit counts only where it is 0 or `unitless`."""
    found = _NUMBER.fullmatch(value)
    if found is None:
        return _calculate(value, font, percent) if _FUNCTION.match(value) else None
    number, unit = float(found[1]), found[2].lower()
    if not unit and not unitless and number:
        return None
    if unit in _TO_PX:
        return number * _TO_PX[unit]
    if unit in _OF_FONT:
        return number * font * _OF_FONT[unit]
    if unit in _OF_SCREEN:
        return number * _OF_SCREEN[unit] / 100
    if unit == "%" and percent is not None:
        return number * percent / 100
    return None


def font_size(value: str, parent: float) -> float | None:
    """Pixels of a font-size, relative to the parent's."""
    value = value.lower()
    if value in _FONT_SIZES:
        return _FONT_SIZES[value]
    if value in ("smaller", "larger"):
        return parent / 1.2 if value == "smaller" else parent * 1.2
    return length(value, parent, parent)


def number(value: str) -> float | None:
    """A number, or a percentage as a part of one."""
    value = value.strip()
    found = _NUMBER.fullmatch(value)
    if found is None and _FUNCTION.match(value):
        return _calculate(value, FONT_SIZE, 1.0)
    if found is None or found[2] not in ("", "%"):
        return None
    return float(found[1]) / (100 if found[2] else 1)


@lru_cache(maxsize=4096)
def colour(value: str) -> Colour | None:
    """A colour with channels from 0 to 255 and alpha from 0 to 1."""
    if found := _HEX.fullmatch(value):  # nine colours in ten are written so
        red, green, blue = (int(digits * 2 if len(digits) == 1 else digits, 16) / 255 * 255 for digits in found.groups() if digits)
        return red, green, blue, 1.0
    try:
        parsed = parse_color(value)
        if parsed is None or isinstance(parsed, str):
            return None
        red, green, blue = (_srgb if parsed.space in _PERCEIVED else _plain)(parsed)
        told = (red or 0) * 255, (green or 0) * 255, (blue or 0) * 255, float(parsed.alpha)
    except (ValueError, TypeError, ArithmeticError, NotImplementedError, RecursionError):
        return None
    return told if all(map(isfinite, told)) else None


_PERCEIVED: Final = frozenset(["lab", "lch", "oklab", "oklch"])
_WHITES: Final = (0.9504559 / 0.9642957, 1.0, 1.0890578 / 0.8251046)
"""The white of a screen by that of print."""
_OF_XYZ: Final = ((3.2409699, -1.5373832, -0.4986108), (-0.9692436, 1.8759675, 0.0415551), (0.0556301, -0.203977, 1.0569715))


def _plain(parsed: Color) -> Sequence[float]:
    told: Sequence[float] = parsed.to("srgb").coordinates
    return told


def _srgb(parsed: Color) -> Sequence[float]:
    """Red, green and blue of a colour told by how it is perceived (CSS Color 4, section 18)."""
    if parsed.space in ("lab", "lch"):
        xyz = [told * white for told, white in zip(parsed.to("xyz-d50").coordinates, _WHITES, strict=True)]
    else:
        xyz = parsed.to("xyz-d65").coordinates
    linear = (min(1.0, max(0.0, sum(a * b for a, b in zip(row, xyz, strict=True)))) for row in _OF_XYZ)
    return [12.92 * told if told <= 0.0031308 else 1.055 * told ** (1 / 2.4) - 0.055 for told in linear]


def pixel(gif: bytes) -> str | None:
    """The CSS colour of a GIF of one pixel, "none" for a transparent one; None for any other image (GIF89a, 17 to 23)."""
    if gif[:4] != b"GIF8" or gif[6:10] != b"\1\0\1\0" or not gif[10] & 0x80:
        return None
    at = 13 + 3 * (2 << (gif[10] & 7))
    if gif[at : at + 3] == b"\x21\xf9\x04":
        if gif[at + 3] & 1:
            return "none"
        at += 8
    if gif[at : at + 1] != b"\x2c" or len(gif) < at + 14 or gif[at + 9] & 0x80:
        return None
    bits = gif[at + 10]
    index = int.from_bytes(gif[at + 12 : at + 14], "little") >> (bits + 1) & ((2 << bits) - 1)
    colour = gif[13 + 3 * index : 16 + 3 * index]
    return "#" + colour.hex() if index < 2 << (gif[10] & 7) else None


def over(top: Colour, under: Colour) -> Colour:
    """The colour seen where a translucent one lies over an opaque one."""
    alpha = top[3]
    return (*(t * alpha + u * (1 - alpha) for t, u in zip(top[:3], under[:3], strict=True)), 1.0)  # type: ignore[return-value]


def _calculate(value: str, font: float, percent: float | None) -> float | None:
    """calc(), min(), max() and clamp() of lengths and numbers; None where a part is not told or the expression nests deeper than 16."""
    tokens: list[str] = []
    at = 0
    while at < len(value):
        found = _TOKEN.match(value, at)
        if found is None:
            if value[at:].isspace():
                break
            return None
        if found[2]:
            tokens.append((found[1] or "calc").lower() + "(")
        else:
            tokens.append(found[3] or found[4] or found[5] or found[6])
        at = found.end()
    if len(tokens) > 200 or sum(t.endswith("(") for t in tokens) > 16:
        return None
    tokens.reverse()
    try:
        result = _sum(tokens, lambda t: length(t, font, percent, unitless=True))
    except (ValueError, IndexError, ZeroDivisionError, OverflowError):
        return None
    return result if not tokens else None


def _sum(tokens: list[str], read: Callable[[str], float | None]) -> float:
    total = _product(tokens, read)
    while tokens and (tokens[-1] in "+-" or _NUMBER.fullmatch(tokens[-1])):
        if tokens[-1] in "+-":
            total += _product(tokens, read) if tokens.pop() == "+" else -_product(tokens, read)
        else:
            raise ValueError(tokens[-1])
    return total


def _product(tokens: list[str], read: Callable[[str], float | None]) -> float:
    total = _factor(tokens, read)
    while tokens and tokens[-1] in "*/":
        if tokens.pop() == "*":
            total *= _factor(tokens, read)
        else:
            total /= _factor(tokens, read)
    return total


def _factor(tokens: list[str], read: Callable[[str], float | None]) -> float:
    token = tokens.pop()
    if not token.endswith("("):
        value = read(token)
        if value is None:
            raise ValueError(token)
        return value
    values = [_sum(tokens, read)]
    while tokens.pop() == ",":
        values.append(_sum(tokens, read))
    if token == "min(":
        return min(values)
    if token == "max(":
        return max(values)
    if token == "clamp(":
        return max(values[0], min(values[1], values[2]))
    return values[0]
