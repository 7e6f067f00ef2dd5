"""Mathematical functions of CSS (CSS Values 4, section 10)."""

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

_NAMES: Final = "calc|min|max|clamp|round|mod|rem|sin|cos|tan|asin|acos|atan2|atan|pow|sqrt|hypot|log|exp|abs|sign|progress"
FUNCTION = re.compile(rf"(?:{_NAMES})\(", re.I)
_NUMBER = re.compile(r"[+-]?(?:\d++(?:\.\d*+)?+|\.\d+)(?:e[+-]?\d{1,2})?(?:[a-z]+|%)?", re.I)
_TOKEN = re.compile(rf"\s*(?:({_NAMES})?(\()|([),])|([+*/-])(?=[\s(])|([+-]?(?:\d++(?:\.\d*+)?+|\.\d+)(?:e[+-]?\d{{1,2}})?(?:[a-z]+|%)?)|([*/])|(-?infinity|nan|pi|e|up|down|nearest|to-zero)(?![\w-]))", re.I)
_CONSTANTS: Final = {"pi": math.pi, "e": math.e, "infinity": 1e30, "-infinity": -1e30}
_ANGLES: Final = {"deg": math.pi / 180, "grad": math.pi / 200, "rad": 1.0, "turn": 2 * math.pi}
_ANGLE = re.compile(r"([+-]?[\d.]+)(deg|grad|rad|turn)", re.I)
_ROUNDINGS: Final = frozenset(["up", "down", "nearest", "to-zero"])
_MOST_TOKENS: Final = 200
_MOST_OPENED: Final = 16

Reads = Callable[[str], float | None]


def calculated(value: str, read: Reads) -> float | None:
    """What a function comes to, `read` telling the lengths and numbers in it; None where one is not told, or the expression is too long."""
    tokens = _tokens(value)
    if not tokens:
        return None
    left = [*tokens]
    try:
        result = _sum(left, read)
    except (ValueError, IndexError, TypeError, ZeroDivisionError, OverflowError):
        return None
    return result if not left and math.isfinite(result) else None


@lru_cache(maxsize=512)
def _tokens(value: str) -> tuple[str, ...]:
    """The tokens of an expression, the last one first; none of one that cannot be read."""
    tokens: list[str] = []
    at = 0
    while at < len(value):
        found = _TOKEN.match(value, at)
        if found is None:
            if value[at:].isspace():
                break
            return ()
        tokens.append((found[1] or "calc").lower() + "(" if found[2] else (found[3] or found[4] or found[5] or found[6] or found[7]).lower())
        at = found.end()
    if len(tokens) > _MOST_TOKENS or sum(t.endswith("(") for t in tokens) > _MOST_OPENED:
        return ()
    return tuple(reversed(tokens))


def _sum(tokens: list[str], read: Reads) -> float:
    total = _product(tokens, read)
    while tokens and (tokens[-1] in "+-" or _NUMBER.fullmatch(tokens[-1])):
        if tokens[-1] in "+-":
            total += _product(tokens, read) if tokens.pop() == "+" else -_product(tokens, read)
        else:
            raise ValueError(tokens[-1])
    return total


def _product(tokens: list[str], read: Reads) -> float:
    total = _factor(tokens, read)
    while tokens and tokens[-1] in "*/":
        if tokens.pop() == "*":
            total *= _factor(tokens, read)
        else:
            total /= _factor(tokens, read)
    return total


def _factor(tokens: list[str], read: Reads) -> float:
    token = tokens.pop()
    if not token.endswith("("):
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        if angle := _ANGLE.fullmatch(token):
            return float(angle[1]) * _ANGLES[angle[2]]
        value = read(token)
        if value is None:
            raise ValueError(token)
        return value
    way = ""
    if token == "round(" and tokens[-1] in _ROUNDINGS:
        way = tokens.pop()
        if tokens.pop() != ",":
            raise ValueError(token)
    values = [_sum(tokens, read)]
    while (after := tokens.pop()) == ",":
        values.append(_sum(tokens, read))
    if after != ")":
        raise ValueError(after)
    if token == "round(":
        step = values[1] if len(values) > 1 else 1.0
        whole = values[0] / step
        return step * (math.ceil(whole) if way == "up" else math.floor(whole) if way == "down" else math.trunc(whole) if way == "to-zero" else math.floor(whole + 0.5))
    return _FUNCTIONS[token](*values)


def _clamped(low: float, value: float, high: float) -> float:
    return max(low, min(value, high))


def _of_all(pick: Callable[[tuple[float, ...]], float]) -> Callable[..., float]:
    return lambda *values: pick(values)


_FUNCTIONS: Final[dict[str, Callable[..., float]]] = {
    "calc(": lambda value: value,
    "min(": _of_all(min),
    "max(": _of_all(max),
    "clamp(": _clamped,
    "mod(": lambda a, b: a - b * math.floor(a / b),
    "rem(": math.fmod,
    "sin(": math.sin,
    "cos(": math.cos,
    "tan(": math.tan,
    "asin(": math.asin,
    "acos(": math.acos,
    "atan(": math.atan,
    "atan2(": math.atan2,
    "pow(": math.pow,
    "sqrt(": math.sqrt,
    "hypot(": math.hypot,
    "log(": math.log,
    "exp(": math.exp,
    "abs(": abs,
    "sign(": lambda value: float((value > 0) - (value < 0)),
    "progress(": lambda value, low, high: _clamped(0.0, (value - low) / (high - low), 1.0),
}
