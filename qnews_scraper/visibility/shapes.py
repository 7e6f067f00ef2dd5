"""Which clip-paths leave nothing of a box (CSS Shapes 1 and 2, CSS Masking 1, SVG 2 paths).

The box is known only as far as it can be: a clip-path clips all where it does so in a small box and in one as wide as the
screen and as high as the text can get.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import hypot, inf, sqrt
from typing import Final

from qnews_scraper.visibility.values import WIDTH, length

THIN: Final = 1.5
"""Pixels of a region that shows no letter."""
_LEAST: Final = (60.0, 20.0)
_SHAPE = re.compile(r"(?:^|\s)(inset|rect|xywh|circle|ellipse|polygon|path|shape)\(", re.I)
_SPLIT = re.compile(r"[^\s(),/]*\((?:[^()]|\([^()]*\))*\)|[^\s(),/]+|/")
_PATH = re.compile(r"([mlhvcsqtaz])|([+-]?(?:\d++(?:\.\d*+)?+|\.\d+)(?:e[+-]?\d{1,2})?)", re.I)
_TAKES: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
_MOST: Final = 4000
"""Characters of a shape that are read."""
_PLACES: Final = {"left": "0%", "top": "0%", "center": "50%", "right": "100%", "bottom": "100%"}

Point = tuple[float, float]


def clips_all(value: str, font: float, height: float) -> bool:
    """Whether a clip-path leaves nothing of a box, which is at most `height` high."""
    found = _SHAPE.search(value)
    if found is None or len(value) > _MOST:
        return False
    end = value.rfind(")")
    return end > found.end() and all(_is_empty(found[1].lower(), value[found.end() : end], font, *size) for size in (_LEAST, (WIDTH, max(20.0, height))))


def _is_empty(name: str, inner: str, font: float, width: float, height: float) -> bool:
    """Whether a shape covers nothing of a box; what cannot be read covers all of it."""
    try:
        if name == "path":
            return covers_nothing(_points(inner), width, height)
        if name == "polygon":
            return covers_nothing(_polygon(inner, font, width, height), width, height)
        if name == "shape":
            return covers_nothing(_shape(inner, font, width, height), width, height)
        left, top, right, bottom = _region(name, inner, font, width, height)
    except (ValueError, IndexError):
        return False
    return min(right, width) - max(left, 0.0) <= THIN or min(bottom, height) - max(top, 0.0) <= THIN


def covers_nothing(points: Iterable[Point], width: float, height: float) -> bool:
    """Whether the outline through some points encloses nothing of a box: it lies outside, is as thin as a hair, or goes along one line."""
    known = list(points)
    xs, ys = [x for x, _ in known], [y for _, y in known]
    if not known or min(max(xs), width) - max(min(xs), 0.0) <= THIN or min(max(ys), height) - max(min(ys), 0.0) <= THIN:
        return True
    (x0, y0), (x1, y1) = min(known), max(known)
    span = hypot(x1 - x0, y1 - y0)
    return all(abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) <= THIN * span for x, y in known)


def draws_nothing(tag: object, attributes: Mapping[str, str]) -> bool:
    """Whether a shape of SVG encloses nothing (SVG 2, chapter 10)."""
    if tag == "path":
        return covers_nothing(points(attributes.get("d") or ""), inf, inf)
    sizes = {"rect": ("width", "height"), "circle": ("r",), "ellipse": ("rx", "ry")}.get(str(tag), ())
    return any((told := length(attributes.get(size) or "0", unitless=True)) is not None and told <= 0 for size in sizes)


def _px(value: str, font: float, whole: float) -> float:
    told = length(value.lower(), font, whole)
    if told is None:
        raise ValueError(value)
    return told


def _region(name: str, inner: str, font: float, width: float, height: float) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape that is no outline."""
    words = _SPLIT.findall(inner.lower())
    if name in ("inset", "rect", "xywh"):
        sides = words[: words.index("round")] if "round" in words else words
        if name == "xywh":
            x, y, w, h = sides
            left, top = _px(x, font, width), _px(y, font, height)
            return left, top, left + _px(w, font, width), top + _px(h, font, height)
        if not 1 <= len(sides) <= 4 or (name == "rect" and len(sides) != 4):
            raise ValueError(inner)
        first, second, third, fourth = (sides * 4)[:4] if len(sides) < 3 else (*sides, sides[1])[:4]
        if name == "inset":
            return _px(fourth, font, width), _px(first, font, height), width - _px(second, font, width), height - _px(third, font, height)
        edges = ((fourth, width, 0.0), (first, height, 0.0), (second, width, width), (third, height, height))
        left, top, right, bottom = (other if side == "auto" else _px(side, font, whole) for side, whole, other in edges)
        return left, top, right, bottom
    at = words.index("at") if "at" in words else len(words)
    x, y = _place(words[at + 1 :], font, width, height)
    radii = words[:at] or ["closest-side"]
    if name == "circle":
        radius = min(_radius(radii[0], font, sqrt((width * width + height * height) / 2), (x, width - x, y, height - y)), 1e6)
        return x - radius, y - radius, x + radius, y + radius
    across, down = _radius(radii[0], font, width, (x, width - x)), _radius(radii[-1], font, height, (y, height - y))
    return x - across, y - down, x + across, y + down


def _radius(value: str, font: float, whole: float, sides: tuple[float, ...]) -> float:
    if value.endswith(("-side", "-corner")):
        return min(map(abs, sides)) if value == "closest-side" else inf
    return _px(value, font, whole)


def _place(words: list[str], font: float, width: float, height: float) -> Point:
    if len(words) > 2:  # offsets from edges
        raise ValueError(words)
    if words and (words[0] in ("top", "bottom") or words[-1] in ("left", "right")):
        words = [*words[::-1]] if len(words) == 2 else ["center", words[0]] if words[0] in ("top", "bottom") else words
    across, down = ([_PLACES.get(word, word) for word in words] + ["50%", "50%"])[:2]
    return _px(across, font, width), _px(down, font, height)


def _polygon(inner: str, font: float, width: float, height: float) -> Iterator[Point]:
    for pair in _commas(inner):
        words = _SPLIT.findall(pair)
        if words and words[0].lower() in ("nonzero", "evenodd", "round"):
            continue
        x, y = words
        yield _px(x, font, width), _px(y, font, height)


def _commas(inner: str) -> list[str]:
    """The parts at the commas that stand in no brackets."""
    return re.findall(r"(?:[^(),]|\((?:[^()]|\([^()]*\))*\))+", inner)


def _shape(inner: str, font: float, width: float, height: float) -> Iterator[Point]:
    """The points that the commands of shape() go through or turn towards."""
    x = y = 0.0
    for i, command in enumerate(_commas(inner)):
        words = _SPLIT.findall(command.lower())
        name = words[0]
        if i == 0:
            x, y = _px(words[-2], font, width), _px(words[-1], font, height)
        elif name in ("hline", "vline"):
            base = 0.0 if words[1] == "to" else x if name == "hline" else y
            told = base + _px(words[2], font, width if name == "hline" else height)
            x, y = (told, y) if name == "hline" else (x, told)
        elif name in ("line", "move", "curve", "smooth"):
            base_x, base_y = (0.0, 0.0) if words[1] == "to" else (x, y)
            pairs = [word for word in words[2:] if word not in ("with", "/")]
            ends = [(base_x + _px(a, font, width), base_y + _px(b, font, height)) for a, b in zip(pairs[::2], pairs[1::2], strict=True)]
            yield from ends
            x, y = ends[0]
        elif name != "close":
            raise ValueError(command)
        yield x, y


def _points(inner: str) -> Iterator[Point]:
    """The points that an SVG path goes through or turns towards, arcs with all they may reach."""
    data = re.search(r"\"([^\"]*)\"|'([^']*)'", inner)
    if data is None:
        raise ValueError(inner)
    yield from points(data[1] if data[1] is not None else data[2])


@lru_cache(maxsize=64)
def points(path: str) -> tuple[Point, ...]:
    """The same of the data of a path."""
    found: list[Point] = []
    x = y = 0.0
    begin = (0.0, 0.0)
    command, numbers = "", list[float]()

    def draw() -> None:
        nonlocal x, y, begin
        kind, is_relative = command.lower(), command.islower()
        base_x, base_y = (x, y) if is_relative else (0.0, 0.0)
        if kind == "h":
            x = base_x + numbers[0]
        elif kind == "v":
            y = base_y + numbers[0]
        elif kind == "a":
            reach = 2 * max(abs(numbers[0]), abs(numbers[1]))
            found.extend((x + dx, y + dy) for dx in (-reach, reach) for dy in (-reach, reach))
            x, y = base_x + numbers[5], base_y + numbers[6]
        elif kind == "z":
            x, y = begin
        else:
            pairs = [(base_x + a, base_y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]
            found.extend(pairs)
            x, y = pairs[-1]
            if kind == "m":
                begin = x, y
        found.append((x, y))

    for letter, number in _PATH.findall(path[:_MOST]):
        if letter:
            command, numbers = letter, []
            if letter in "zZ":
                draw()
        elif command:
            numbers.append(float(number))
            if len(numbers) == _TAKES[command.lower()]:
                draw()
                numbers = []
                command = {"m": "l", "M": "L"}.get(command, command)
    return tuple(found)
