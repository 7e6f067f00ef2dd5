"""Transforms put together as one matrix (CSS Transforms 1 and 2)."""

import re
from functools import lru_cache
from math import cos, hypot, pi, sin, sqrt, tan
from typing import Final

from qnews_scraper.visibility.values import length, number

_CALL = re.compile(r"([a-z][a-z0-9]*)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)", re.I)
_ANGLE = re.compile(r"([+-]?(?:\d++(?:\.\d*+)?+|\.\d+)(?:e[+-]?\d{1,2})?)(deg|grad|rad|turn)?", re.I)
_TURN: Final = {"deg": 180 / pi, "grad": 200 / pi, "rad": 1.0, "turn": 0.5 / pi, "": 1.0}
_AXES: Final = {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}
_PROPERTIES: Final = ("translate", "rotate", "scale", "transform")
TINY: Final = 0.02
"""Scale up to which nothing can be read."""
_THIN: Final = 0.001

Matrix = tuple[float, ...]
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)
"""Row by row."""


def matrix(declared: dict[str, str], font: float) -> Matrix:
    """The matrix of all that transforms an element; a percentage is of 100 pixels, as its box is not known."""
    told = [declared.get(prop, "none").lower() for prop in _PROPERTIES]
    if all(value == "none" for value in told):
        return IDENTITY
    return _matrix(told[0], told[1], told[2], told[3], declared.get("transform-origin", ""), font)


@lru_cache(maxsize=256)
def _matrix(translate: str, rotate: str, scale: str, transform: str, origin: str, font: float) -> Matrix:
    try:
        made = _translated(translate.split(), font)
        made = _times(made, _turned(rotate))
        if scale != "none":
            made = _times(made, _scaled([_number(part) for part in scale.split()]))
        for name, inner in _CALL.findall(transform) if len(transform) < 500 else ():
            made = _times(made, _called(name.lower(), [part.strip() for part in inner.split(",")], font))
        about = [told or 0.0 for part in origin.split()[:2] if (told := length(part, font)) is not None or part[-1:] in "%tpmr"]
        if any(about):
            x, y = [*about, 0.0][:2]
            made = _times(_moved(x, y, 0.0), _times(made, _moved(-x, -y, 0.0)))
    except (ValueError, IndexError, OverflowError, ZeroDivisionError):
        return IDENTITY
    return made


def flattens(made: Matrix, is_backless: bool) -> bool:
    """Whether nothing of a plane is seen: it is scaled to nothing, on edge, behind the viewer, or turned away with a back that is not drawn."""
    w = made[15]
    if w <= 1e-6:
        return True
    across, down = hypot(made[0], made[4]) / w, hypot(made[1], made[5]) / w
    area = (made[0] * made[5] - made[1] * made[4]) / (w * w)
    whole = _determinant(made)
    if min(across, down) <= TINY or abs(area) <= _THIN * across * down or abs(whole) < 1e-12:
        return True
    return is_backless and area * whole < 0


def shift(made: Matrix) -> tuple[float, float]:
    """Pixels that it moves to the right and down."""
    return (made[3] / made[15], made[7] / made[15]) if made[15] > 1e-6 else (0.0, 0.0)


def _determinant(m: Matrix) -> float:
    def minor(a: int, b: int, c: int) -> float:
        return (
            m[4 + a] * (m[8 + b] * m[12 + c] - m[8 + c] * m[12 + b])
            - m[4 + b] * (m[8 + a] * m[12 + c] - m[8 + c] * m[12 + a])
            + m[4 + c] * (m[8 + a] * m[12 + b] - m[8 + b] * m[12 + a])
        )  # fmt: skip

    return m[0] * minor(1, 2, 3) - m[1] * minor(0, 2, 3) + m[2] * minor(0, 1, 3) - m[3] * minor(0, 1, 2)


def _times(a: Matrix, b: Matrix) -> Matrix:
    if a is IDENTITY or b is IDENTITY:
        return b if a is IDENTITY else a
    return tuple(sum(a[row + k] * b[4 * k + column] for k in range(4)) for row in (0, 4, 8, 12) for column in range(4))


def _moved(x: float, y: float, z: float) -> Matrix:
    return 1.0, 0.0, 0.0, x, 0.0, 1.0, 0.0, y, 0.0, 0.0, 1.0, z, 0.0, 0.0, 0.0, 1.0


def _number(value: str) -> float:
    told = number(value)
    if told is None:
        raise ValueError(value)
    return told


def _px(value: str, font: float) -> float:
    told = length(value, font, 100.0)
    if told is None:
        raise ValueError(value)
    return told


def _angle(value: str) -> float:
    found = _ANGLE.fullmatch(value)
    if found is None:
        raise ValueError(value)
    return float(found[1]) / _TURN[(found[2] or "").lower()]


def _translated(parts: list[str], font: float) -> Matrix:
    if parts == ["none"]:
        return IDENTITY
    x, y, z = ([_px(part, font) for part in parts] + [0.0, 0.0])[:3]
    return _moved(x, y, z)


def _scaled(parts: list[float]) -> Matrix:
    x, y, z = (*parts, *parts, 1.0)[:3] if len(parts) == 1 else (*parts, 1.0)[:3]
    return x, 0.0, 0.0, 0.0, 0.0, y, 0.0, 0.0, 0.0, 0.0, z, 0.0, 0.0, 0.0, 0.0, 1.0


def _turned(value: str) -> Matrix:
    """The matrix of the property `rotate`: an angle, before or behind it an axis."""
    if value == "none":
        return IDENTITY
    parts = value.split()
    angles = [part for part in parts if part[-1].isalpha() and part not in _AXES]
    parts = [part for part in parts if part not in angles]
    if len(angles) != 1:
        raise ValueError(value)
    axis = _AXES.get(parts[0]) if len(parts) == 1 else None
    x, y, z = axis or ([_number(part) for part in parts] if parts else _AXES["z"])
    return _about(x, y, z, _angle(angles[0]))


def _about(x: float, y: float, z: float, angle: float) -> Matrix:
    """A turn about an axis."""
    span = sqrt(x * x + y * y + z * z)
    if not span:
        return IDENTITY
    x, y, z = x / span, y / span, z / span
    c, s = cos(angle), sin(angle)
    t = 1 - c
    return (
        t * x * x + c, t * x * y - s * z, t * x * z + s * y, 0.0,
        t * x * y + s * z, t * y * y + c, t * y * z - s * x, 0.0,
        t * x * z - s * y, t * y * z + s * x, t * z * z + c, 0.0,
        0.0, 0.0, 0.0, 1.0,
    )  # fmt: skip


def _called(name: str, parts: list[str], font: float) -> Matrix:
    """The matrix of one function."""
    if name in ("translate", "translate3d"):
        return _translated(parts, font)
    if name[:-1] == "translate":
        told = _px(parts[0], font)
        return _moved(*(told if axis == name[-1] else 0.0 for axis in "xyz"))
    if name in ("scale", "scale3d"):
        return _scaled([_number(part) for part in parts])
    if name[:-1] == "scale":
        told = _number(parts[0])
        return _scaled([told if axis == name[-1] else 1.0 for axis in "xyz"])
    if name == "rotate3d":
        x, y, z = (_number(part) for part in parts[:3])
        return _about(x, y, z, _angle(parts[3]))
    if name == "rotate" or name[:-1] == "rotate":
        return _about(*_AXES["z" if name == "rotate" else name[-1]], _angle(parts[0]))
    if name in ("skew", "skewx", "skewy"):
        first, second = (_angle(part) for part in [*parts, "0"][:2])
        across, down = (first, second) if name == "skew" else (first, 0.0) if name == "skewx" else (0.0, first)
        return 1.0, tan(across), 0.0, 0.0, tan(down), 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0
    if name == "perspective":
        depth = max(1.0, _px(parts[0], font)) if parts[0] != "none" else None
        return IDENTITY if depth is None else (*IDENTITY[:14], -1 / depth, 1.0)
    told_all = [_number(part) for part in parts]
    if name == "matrix":
        a, b, c, d, x, y = told_all
        return a, c, 0.0, x, b, d, 0.0, y, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0
    if name == "matrix3d" and len(told_all) == 16:
        return tuple(told_all[4 * column + row] for row in range(4) for column in range(4))
    raise ValueError(name)
