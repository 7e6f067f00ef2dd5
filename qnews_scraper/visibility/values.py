"""CSS values as numbers: lengths in CSS pixels of a 1280 x 800 screen, colours as (red, green, blue, alpha).

None means "not told here" (auto, an unknown function, a keyword): nothing is concluded from it.
"""

import re
from typing import Final

from qnews_scraper.visibility.sums import FUNCTION, calculated

WIDTH: Final = 1280.0
HEIGHT: Final = 800.0
FONT_SIZE: Final = 16.0
FAINT: Final = 0.05
"""Opacity up to which text cannot be read."""

Colour = tuple[float, float, float, float]

_NUMBER = re.compile(r"([+-]?(?:\d++(?:\.\d*+)?+|\.\d+)(?:e[+-]?\d{1,2})?)([a-z]*|%)", re.I)
_TO_PX: Final = {"px": 1.0, "": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 9.6 / 2.54, "q": 2.4 / 2.54, "rem": FONT_SIZE}
_OF_FONT: Final = {"em": 1.0, "ex": 0.5, "ch": 0.5, "ic": 1.0, "lh": 1.2}
_OF_SCREEN: Final = {"vw": WIDTH, "vh": HEIGHT, "vmin": HEIGHT, "vmax": WIDTH, "svw": WIDTH, "svh": HEIGHT, "lvw": WIDTH, "lvh": HEIGHT, "dvw": WIDTH, "dvh": HEIGHT, "vi": WIDTH, "vb": HEIGHT}
_FONT_SIZES: Final = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0, "xxx-large": 48.0}


def length(value: str, font: float = FONT_SIZE, percent: float | None = None, unitless: bool = False) -> float | None:
    """Pixels of a length, with `font` for em and `percent` for 100%; a number without unit counts only where it is 0 or `unitless`."""
    found = _NUMBER.fullmatch(value)
    if found is None:
        return calculated(value, lambda t: length(t, font, percent, unitless=True)) if FUNCTION.match(value) else None
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
    if found is None and FUNCTION.match(value):
        return calculated(value, lambda t: length(t, FONT_SIZE, 1.0, unitless=True))
    if found is None or found[2] not in ("", "%"):
        return None
    return float(found[1]) / (100 if found[2] else 1)


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
