"""What blend modes and filters make of a text's colour and of its background's (Compositing 1, Filter Effects 1)."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from qnews_scraper.visibility.values import Colour, number, over

Channels = tuple[float, float, float]

_FUNCTION = re.compile(r"(?<![a-z-])([a-z-]+)\(((?:[^()]|\([^()]*\))*)\)")
_LIGHT: Final = (0.3, 0.59, 0.11)
_SEPIA: Final = ((0.393, 0.769, 0.189), (0.349, 0.686, 0.168), (0.272, 0.534, 0.131))


class Effect(NamedTuple):
    """What is done to an element with all that it holds, as one picture."""

    mode: str
    """How it is blended with what lies behind it; "normal" where it is not."""
    filter: str
    outer: Colour | None
    """The colour behind it; None for a picture."""
    depth: int
    """In how many of such elements the background behind it stands; -1 where nothing has painted one."""


def seen(ink: Colour, ground: Colour, effects: tuple[Effect, ...], depth: int) -> tuple[Colour, Colour] | None:
    """The colours of a text and around it, as they come out of all effects; `depth` tells in how many of them the background stands. None where that is not told."""
    for place in range(len(effects), 0, -1):
        mode, functions, outer, behind = effects[place - 1]
        has_ground = depth >= place
        if has_ground:
            ink = over(ink, ground)
        if functions:
            filtered = _filtered(functions, ink), _filtered(functions, ground)
            if filtered[0] is None or filtered[1] is None:
                return None
            ink = filtered[0]
            if has_ground:
                ground = filtered[1]
        if mode != "normal" and behind >= place - 1:
            if outer is None or mode not in _MODES:
                return None
            blended = _blended(mode, outer, ink)
            ink = over((*blended, ink[3]), outer)
            if has_ground:
                ground = (*_blended(mode, outer, ground), 1.0)
        if not has_ground and outer is not None:
            ground = outer
    return ink, ground


def _blended(mode: str, under: Colour, top: Colour) -> Channels:
    told = _MODES[mode]((under[0] / 255, under[1] / 255, under[2] / 255), (top[0] / 255, top[1] / 255, top[2] / 255))
    red, green, blue = (min(255.0, max(0.0, c * 255)) for c in told)
    return red, green, blue


def _each(blend: Callable[[float, float], float]) -> Callable[[Channels, Channels], Channels]:
    return lambda b, s: (blend(b[0], s[0]), blend(b[1], s[1]), blend(b[2], s[2]))


def _hard(b: float, s: float) -> float:
    return 2 * b * s if s <= 0.5 else 1 - 2 * (1 - b) * (1 - s)


def _soft(b: float, s: float) -> float:
    if s <= 0.5:
        return b - (1 - 2 * s) * b * (1 - b)
    root = ((16 * b - 12) * b + 4) * b if b <= 0.25 else float(b**0.5)
    return b + (2 * s - 1) * (root - b)


def _lum(c: Channels) -> float:
    return sum(weight * channel for weight, channel in zip(_LIGHT, c, strict=True))


def _with_lum(c: Channels, light: float) -> Channels:
    shift = light - _lum(c)
    moved = [channel + shift for channel in c]
    least, most = min(moved), max(moved)
    if least < 0:
        moved = [light + (channel - light) * light / (light - least) for channel in moved]
    if most > 1:
        moved = [light + (channel - light) * (1 - light) / (most - light) for channel in moved]
    red, green, blue = moved
    return red, green, blue


def _with_sat(c: Channels, full: float) -> Channels:
    least, most = min(c), max(c)
    if most <= least:
        return 0.0, 0.0, 0.0
    red, green, blue = ((channel - least) * full / (most - least) for channel in c)
    return red, green, blue


def _sat(c: Channels) -> float:
    return max(c) - min(c)


_MODES: Final[dict[str, Callable[[Channels, Channels], Channels]]] = {
    "multiply": _each(lambda b, s: b * s),
    "screen": _each(lambda b, s: b + s - b * s),
    "overlay": _each(lambda b, s: _hard(s, b)),
    "darken": _each(min),
    "lighten": _each(max),
    "color-dodge": _each(lambda b, s: 0.0 if b == 0 else 1.0 if s >= 1 else min(1.0, b / (1 - s))),
    "color-burn": _each(lambda b, s: 1.0 if b >= 1 else 0.0 if s <= 0 else 1 - min(1.0, (1 - b) / s)),
    "hard-light": _each(_hard),
    "soft-light": _each(_soft),
    "difference": _each(lambda b, s: abs(b - s)),
    "exclusion": _each(lambda b, s: b + s - 2 * b * s),
    "plus-lighter": _each(lambda b, s: min(1.0, b + s)),
    "hue": lambda b, s: _with_lum(_with_sat(s, _sat(b)), _lum(b)),
    "saturation": lambda b, s: _with_lum(_with_sat(b, _sat(s)), _lum(b)),
    "color": lambda b, s: _with_lum(s, _lum(b)),
    "luminosity": lambda b, s: _with_lum(b, _lum(s)),
}


@lru_cache(maxsize=64)
def functions(value: str) -> tuple[tuple[str, str], ...]:
    """The functions of a filter, each with what stands in its brackets."""
    return tuple(_FUNCTION.findall(value.lower()))


def _filtered(value: str, colour: Colour) -> Colour | None:
    """A colour behind a filter; None where the filter does more than change colours."""
    red, green, blue, alpha = colour
    for name, inner in functions(value):
        told = number(inner) if inner.strip() else 1.0
        if name == "opacity":
            continue
        if told is None or name not in ("invert", "brightness", "contrast", "grayscale", "saturate", "sepia"):
            return None
        part = min(1.0, told)
        own = (red, green, blue)
        light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        if name == "invert":
            made = [part * (255 - c) + (1 - part) * c for c in own]
        elif name == "brightness":
            made = [c * told for c in own]
        elif name == "contrast":
            made = [(c - 127.5) * told + 127.5 for c in own]
        elif name == "sepia":
            made = [(1 - part) * c + part * sum(a * b for a, b in zip(row, own, strict=True)) for c, row in zip(own, _SEPIA, strict=True)]
        else:
            kept = told if name == "saturate" else 1 - part
            made = [light + (c - light) * kept for c in own]
        red, green, blue = (min(255.0, max(0.0, c)) for c in made)
    return red, green, blue, alpha
