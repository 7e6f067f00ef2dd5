"""Colours that are made of others: mixed, relative, of the scheme, by contrast (CSS Color 4 and 5)."""

import colorsys
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import atan2, cos, degrees, hypot, isfinite, radians, sin
from typing import Final

from qnews_scraper.visibility.colours import as_number, linear, luminance, of_lab, of_linear, plain_colour
from qnews_scraper.visibility.values import Colour, number

MADE: Final = re.compile(r"(?:color-mix|light-dark|-dark|contrast-color)\(|[a-z]+\(\s*from\s", re.I)
_PARTS = re.compile(r"(?:[^(),]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+")
_WORDS = re.compile(r"[^\s()/]*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|[^\s()/]+|/")
_SHARE = re.compile(r"(?:^|\s)(\d*\.?\d+)%(?=\s|$)")
_KEYWORD = re.compile(r"(?<![\w.-])[a-z]+(?![\w(-])")
_DEEPEST: Final = 6
_LONGEST: Final = 500

Channels = tuple[float, float, float]
Reads = Callable[[str], Colour | None]

_NAMES: Final = {
    "rgb": ("r", "g", "b"), "hsl": ("h", "s", "l"), "hwb": ("h", "w", "b"), "lab": ("l", "a", "b"), "oklab": ("l", "a", "b"), "lch": ("l", "c", "h"), "oklch": ("l", "c", "h"),
    "srgb": ("r", "g", "b"), "srgb-linear": ("r", "g", "b"),
}  # fmt: skip
_WHOLE: Final[dict[str, Channels]] = {
    "rgb": (255, 255, 255), "hsl": (360, 100, 100), "hwb": (360, 100, 100), "lab": (100, 125, 125), "oklab": (1, 0.4, 0.4), "lch": (100, 150, 360), "oklch": (1, 0.4, 360),
    "srgb": (1, 1, 1), "srgb-linear": (1, 1, 1),
}  # fmt: skip
"""What 100% is of each channel."""
_HUES: Final = {"hsl": 0, "hwb": 0, "lch": 2, "oklch": 2}


@lru_cache(maxsize=4096)
def colour(value: str) -> Colour | None:
    """A colour with channels from 0 to 255 and alpha from 0 to 1."""
    if len(value) > _LONGEST:
        return None
    return made(value, plain_colour) if MADE.match(value) else plain_colour(value)


def made(value: str, reads: Reads, depth: int = 0) -> Colour | None:
    """The colour of a function that takes others; `reads` tells those that take none."""
    value = value.strip().lower()
    if depth > _DEEPEST or not MADE.match(value) or not value.endswith(")"):
        return reads(value) if depth <= _DEEPEST and not MADE.match(value) else None
    name, _, inner = value[:-1].partition("(")

    def inside(text: str) -> Colour | None:
        return made(text, reads, depth + 1)

    parts = [part.strip() for part in _PARTS.findall(inner)]
    if name in ("light-dark", "-dark"):
        return inside(parts[name == "-dark"]) if len(parts) == 2 else None
    if name == "contrast-color":
        base = inside(inner)
        return None if base is None else (0.0, 0.0, 0.0, 1.0) if luminance(base) > 0.179 else (255.0, 255.0, 255.0, 1.0)
    return _mixed(parts, inside) if name == "color-mix" else _relative(name, inner, inside)


def _mixed(parts: list[str], reads: Reads) -> Colour | None:
    space = "oklab"
    if parts and parts[0].startswith("in "):
        space = parts[0].split()[1]
        parts = parts[1:]
    space = {"xyz": "srgb-linear", "xyz-d65": "srgb-linear", "xyz-d50": "srgb-linear", "display-p3": "srgb"}.get(space, space)
    if len(parts) != 2 or space not in _NAMES:
        return None
    shares = [float(found[1]) / 100 if (found := _SHARE.search(part)) else None for part in parts]
    told = [reads(_SHARE.sub("", part).strip()) for part in parts]
    if told[0] is None or told[1] is None or any(share is not None and share > 1 for share in shares):
        return None
    first = shares[0] if shares[0] is not None else 0.5 if shares[1] is None else 1 - shares[1]
    second = shares[1] if shares[1] is not None else 1 - first
    whole = first + second
    if whole <= 0:
        return None
    first, second = first / whole, second / whole
    a, b = _split(told[0], space), _split(told[1], space)
    alpha = told[0][3] * first + told[1][3] * second
    if alpha <= 0:
        return 0.0, 0.0, 0.0, 0.0
    channels = [(x * told[0][3] * first + y * told[1][3] * second) / alpha for x, y in zip(a, b, strict=True)]
    hue = _HUES.get(space)
    if hue is not None:
        one, other = (a[hue], b[hue]) if _is_hued(a, space) and _is_hued(b, space) else (a[hue],) * 2 if _is_hued(a, space) else (b[hue],) * 2
        channels[hue] = one + ((other - one + 180) % 360 - 180) * second
    return _joined(channels, space, alpha * min(1.0, whole))


def _is_hued(channels: Channels, space: str) -> bool:
    return channels[1] > 1e-3 if space != "hwb" else channels[1] + channels[2] < 99.9


def _relative(name: str, inner: str, reads: Reads) -> Colour | None:
    words = _WORDS.findall(inner)
    if len(words) < 3 or words[0] != "from" or (base := reads(words[1])) is None:
        return None
    space = {"rgba": "rgb", "hsla": "hsl"}.get(name, name)
    rest = words[2:]
    if name == "color":
        space, rest = rest[0], rest[1:]
    if name == "alpha":
        space, rest = "rgb", ["r", "g", "b", *rest]
    if space not in _NAMES or len(rest) not in (3, 5):
        return None
    own = {**dict(zip(_NAMES[space], _split(base, space), strict=True)), "alpha": base[3]}
    channels = [_channel(word, own, whole) for word, whole in zip(rest[:3], _WHOLE[space], strict=True)]
    alpha = _channel(rest[4], own, 1.0) if len(rest) == 5 else base[3]
    known = [c for c in channels if c is not None and isfinite(c)]
    if len(known) < len(channels) or alpha is None:
        return None
    return _joined(known, space, min(1.0, max(0.0, alpha)))


def _channel(word: str, own: dict[str, float], whole: float) -> float | None:
    if word == "none":
        return 0.0
    told = _KEYWORD.sub(lambda found: f"{own[found[0]]:.9f}" if found[0] in own else found[0], word)
    value = number(told.removesuffix("deg"))
    return value * whole if value is not None and told.endswith("%") else value


def _split(colour: Colour, space: str) -> Channels:
    """The channels of a colour in a space."""
    red, green, blue = (channel / 255 for channel in colour[:3])
    if space == "rgb":
        return colour[0], colour[1], colour[2]
    if space == "srgb":
        return red, green, blue
    if space == "hsl":
        hue, light, full = colorsys.rgb_to_hls(red, green, blue)
        return hue * 360, full * 100, light * 100
    if space == "hwb":
        return colorsys.rgb_to_hsv(red, green, blue)[0] * 360, min(red, green, blue) * 100, (1 - max(red, green, blue)) * 100
    straight = linear(red), linear(green), linear(blue)
    if space == "srgb-linear":
        return straight
    light, a, b = of_linear(straight, space.startswith("ok"))
    return (light, a, b) if space.endswith("lab") else (light, hypot(a, b), degrees(atan2(b, a)) % 360)


def _joined(channels: Sequence[float], space: str, alpha: float) -> Colour | None:
    """The colour of channels in a space."""
    first, second, third = channels
    if space == "rgb":
        told: Sequence[float] = (first / 255, second / 255, third / 255)
    elif space == "srgb":
        told = (first, second, third)
    elif space == "srgb-linear":
        told = [as_number(c) for c in channels]
    elif space == "hsl":
        told = colorsys.hls_to_rgb(first / 360 % 1, min(1.0, max(0.0, third / 100)), min(1.0, max(0.0, second / 100)))
    elif space == "hwb":
        white, black = second / 100, third / 100
        if white + black >= 1:
            told = (white / (white + black),) * 3
        else:
            told = [c * (1 - white - black) + white for c in colorsys.hsv_to_rgb(first / 360 % 1, 1.0, 1.0)]
    else:
        if space.endswith("lch"):
            second, third = second * cos(radians(third)), second * sin(radians(third))
        told = of_lab(first, second, third, space.startswith("ok"))
    red, green, blue = (min(255.0, max(0.0, c * 255)) for c in told)
    return red, green, blue, alpha
