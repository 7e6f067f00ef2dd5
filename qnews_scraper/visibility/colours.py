"""Colours as they are written, and the spaces that they are told in (CSS Color 4)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import isfinite
from typing import Final

from tinycss2.color4 import Color, parse_color

from qnews_scraper.visibility.values import Colour, number

_HEX = re.compile("#(?:([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})|([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F]))")
_OF_SYSTEM: Final = {"canvas": "#fff", "canvastext": "#000", "window": "#fff", "windowtext": "#000", "field": "#fff", "fieldtext": "#000", "buttonface": "#efefef", "buttontext": "#000", "linktext": "#0000ee", "graytext": "#808080"}
"""Colours of the system, in a bright scheme."""
_CALC = re.compile(r"calc\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", re.I)
_WHITES: Final = (0.9504559 / 0.9642957, 1.0, 1.0890578 / 0.8251046)
"""The white of a screen by that of print."""
_OF_XYZ: Final = ((3.2409699, -1.5373832, -0.4986108), (-0.9692436, 1.8759675, 0.0415551), (0.0556301, -0.203977, 1.0569715))
_TO_XYZ: Final = ((0.4123908, 0.3575843, 0.1804808), (0.212639, 0.7151687, 0.0721923), (0.0193308, 0.1191948, 0.9505322))
_TO_LMS: Final = ((0.4122215, 0.5363325, 0.0514460), (0.2119035, 0.6806995, 0.1073970), (0.0883025, 0.2817188, 0.6299787))
_OF_LMS: Final = ((4.0767417, -3.3077116, 0.2309699), (-1.2684380, 2.6097574, -0.3413194), (-0.0041961, -0.7034186, 1.7076147))
_LMS_TO_OKLAB: Final = ((0.2104543, 0.7936178, -0.0040720), (1.9779985, -2.4285922, 0.4505937), (0.0259040, 0.7827718, -0.8086758))
_OKLAB_TO_LMS: Final = ((1.0, 0.3963378, 0.2158038), (1.0, -0.1055613, -0.0638542), (1.0, -0.0894842, -1.2914855))
_PRINT_WHITE: Final = (0.9642957, 1.0, 0.8251046)


@lru_cache(maxsize=4096)
def plain_colour(value: str) -> Colour | None:
    """A colour that is made of no other, with channels from 0 to 255 and alpha from 0 to 1."""
    if found := _HEX.fullmatch(value):  # nine colours in ten are written so
        red, green, blue = (int(digits * 2 if len(digits) == 1 else digits, 16) / 255 * 255 for digits in found.groups() if digits)
        return red, green, blue, 1.0
    value = _OF_SYSTEM.get(value.lower(), value)
    if "calc(" in value and "(" in value.partition("(")[2]:
        value = _CALC.sub(lambda found: f"{told:g}" if (told := number(found[0])) is not None else found[0], value)
    try:
        parsed = parse_color(value)
        if parsed is None or isinstance(parsed, str):
            return None
        red, green, blue = _srgb(parsed)
        told = (red or 0) * 255, (green or 0) * 255, (blue or 0) * 255, float(parsed.alpha)
    except (ValueError, TypeError, ArithmeticError, NotImplementedError, RecursionError):
        return None
    if not all(map(isfinite, told)):
        return None
    red, green, blue = (min(255.0, max(0.0, channel)) for channel in told[:3])
    return red, green, blue, min(1.0, max(0.0, told[3]))


def _times(matrix: tuple[tuple[float, ...], ...], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def linear(channel: float) -> float:
    """A channel of sRGB as light."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def as_number(light: float) -> float:
    """Light as a channel of sRGB."""
    light = min(1.0, max(0.0, light))
    return 12.92 * light if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def luminance(colour: Colour) -> float:
    return sum(weight * linear(channel / 255) for weight, channel in zip(_TO_XYZ[1], colour[:3], strict=True))


def of_linear(light: Sequence[float], is_ok: bool) -> tuple[float, float, float]:
    """CIE Lab or Oklab of red, green and blue light (CSS Color 4, section 18)."""
    if is_ok:
        first, second, third = _times(_LMS_TO_OKLAB, [c ** (1 / 3) if c > 0 else 0.0 for c in _times(_TO_LMS, light)])
        return first, second, third
    x, y, z = (c / white / whole for c, white, whole in zip(_times(_TO_XYZ, light), _WHITES, _PRINT_WHITE, strict=True))
    fx, fy, fz = (c ** (1 / 3) if c > 216 / 24389 else (24389 / 27 * c + 16) / 116 for c in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def of_lab(light: float, a: float, b: float, is_ok: bool) -> list[float]:
    """Red, green and blue of CIE Lab or Oklab."""
    if is_ok:
        return [as_number(c) for c in _times(_OF_LMS, [c**3 for c in _times(_OKLAB_TO_LMS, (light, a, b))])]
    fy = (light + 16) / 116
    relative = (c**3 if c**3 > 216 / 24389 else (116 * c - 16) * 27 / 24389 for c in (fy + a / 500, fy, fy - b / 200))
    return [as_number(c) for c in _times(_OF_XYZ, [c * whole * white for c, whole, white in zip(relative, _PRINT_WHITE, _WHITES, strict=True)])]


def _srgb(parsed: Color) -> Sequence[float]:
    """Red, green and blue of a parsed colour (CSS Color 4, section 18)."""
    if parsed.space in ("srgb", "hsl", "hwb"):
        told: Sequence[float] = parsed.to("srgb").coordinates
        return told
    if parsed.space in ("display-p3", "a98-rgb", "prophoto-rgb", "rec2020"):
        return [min(1.0, max(0.0, c or 0.0)) for c in parsed.coordinates]
    if parsed.space == "srgb-linear":
        return [as_number(c or 0.0) for c in parsed.coordinates]
    if parsed.space in ("lab", "lch", "xyz-d50"):
        xyz = [c * white for c, white in zip(parsed.to("xyz-d50").coordinates, _WHITES, strict=True)]
    else:
        xyz = parsed.coordinates if parsed.space == "xyz-d65" else parsed.to("xyz-d65").coordinates
    return [as_number(c) for c in _times(_OF_XYZ, [c or 0.0 for c in xyz])]
