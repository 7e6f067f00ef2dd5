"""What a browser with a screen of 1280 x 800 answers to @media, @supports and @container.

An answer is True, False, or None where it is not known: as in the specifications, "not" of what is not known is not known either.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from qnews_scraper.visibility.blocks import is_valid
from qnews_scraper.visibility.selectors import closing, selectors, split
from qnews_scraper.visibility.values import HEIGHT, WIDTH, length

_TYPE = re.compile(r"(?:(not|only)\s+)?([a-z-]+)(?:\s+and\s+(.+)|\s*)$", re.S)
_WORD = re.compile(r"\s*(not|and|or)(?=\s|\()|\s*([a-z-]*)\(", re.I)
_COMPARED = re.compile(r"(<=|>=|<|>|=)")
_FOREIGN: Final = ("-moz-", "-ms-", "-o-", "-apple-", "-khtml-")
_UNKNOWN: Final = frozenset(["-webkit-touch-callout", "-webkit-overflow-scrolling", "-webkit-hyphens", "-webkit-backdrop-filter"])
"""Properties of other browsers, by which sheets tell them apart."""
_FAMILIES: Final = frozenset(
    "accent align alignment all anchor animation appearance aspect backdrop backface background baseline block border bottom box break caption caret clear clip color column columns "
    "contain container content corner counter cursor cx cy d direction display dominant dynamic empty field fill filter flex float flood font forced gap grid height hyphenate hyphens image "
    "initial inline inset interactivity interest interpolate isolation justify left letter lighting line list margin marker mask math max min mix object offset opacity order orphans outline "
    "overflow overlay overscroll padding page paint perspective place pointer position print quotes r reading resize right rotate row ruby rule rx ry scale scroll scrollbar shape size speak "
    "stop stroke tab table text timeline top touch transform transition translate unicode user vector vertical view visibility white widows width will word writing x y z zoom".split()
)
"""The first words of the properties that Chromium knows."""
_DEEPEST: Final = 8
_KEYWORDS: Final = {
    "orientation": "landscape", "prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference", "hover": "hover", "any-hover": "hover", "pointer": "fine",
    "any-pointer": "fine", "scripting": "enabled", "display-mode": "browser", "forced-colors": "none", "update": "fast", "prefers-contrast": "no-preference", "color-gamut": "srgb",
    "dynamic-range": "standard", "video-dynamic-range": "standard", "overflow-block": "scroll", "overflow-inline": "scroll", "inverted-colors": "none",
    "prefers-reduced-transparency": "no-preference", "prefers-reduced-data": "no-preference", "device-posture": "continuous", "-webkit-transform-3d": "1", "transform-3d": "1",
}  # fmt: skip
_NUMBERS: Final = {
    "width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT, "aspect-ratio": WIDTH / HEIGHT, "device-aspect-ratio": WIDTH / HEIGHT, "color": 8.0, "color-index": 0.0,
    "monochrome": 0.0, "grid": 0.0, "resolution": 1.0, "-webkit-device-pixel-ratio": 1.0, "horizontal-viewport-segments": 1.0, "vertical-viewport-segments": 1.0,
}  # fmt: skip
_DENSITIES: Final = {"dppx": 1.0, "x": 1.0, "dpi": 1 / 96, "dpcm": 2.54 / 96}

Answer = bool | None
Span = tuple[float, float]
"""The least and the greatest that something may be."""


def _all(answers: list[Answer]) -> Answer:
    return False if False in answers else None if None in answers else True


def _any(answers: list[Answer]) -> Answer:
    return True if True in answers else None if None in answers else False


def _condition(text: str, leaf: Callable[[str, str], Answer], depth: int = 0) -> Answer:
    """The answer to brackets joined by "and" or "or", or after "not"; None for what is written otherwise. `leaf` is asked of the function before a bracket, and what stands in it."""
    answers: list[Answer] = []
    joined, is_negated, is_asked = "", False, True
    at = 0
    while found := _WORD.match(text, at):
        at = found.end()
        if found[1]:
            word = found[1].lower()
            if word == "not":
                if answers or is_negated:
                    return None
                is_negated = True
            elif is_asked or is_negated or (joined and joined != word):
                return None
            else:
                joined, is_asked = word, True
            continue
        if not is_asked:
            return None
        end = closing(text, at)
        inner = text[at:end].strip()
        at = end + 1
        name = found[2].lower()
        if not name and depth < _DEEPEST and (inner[:1] == "(" or re.match(r"not[\s(]|[a-z-]+\(.*\)$", inner, re.I | re.S)) and not _COMPARED.search(inner.partition("(")[0]):
            answers.append(_condition(inner, leaf, depth + 1))
        else:
            answers.append(leaf(name, inner))
        is_asked = False
    if is_asked or text[at:].strip():
        return None
    answer = _any(answers) if joined == "or" else _all(answers)
    return (None if answer is None else not answer) if is_negated else answer


@lru_cache(maxsize=1024)
def matches_media(query: str) -> bool:
    """Whether a screen of 1280 x 800 with a mouse, light colours and one dot a pixel matches a media query list."""
    query = query.strip().lower()
    return not query or any(_matches_one(part) for part in split(query))


def _matches_one(query: str) -> bool:
    if "\\" in query:  # \0screen and screen\9 are for one browser of old
        return query.startswith("not ")
    found = _TYPE.match(query)
    if found is None or (found[2] in ("not", "and", "or") and not found[1]):
        return _condition(query, _feature) is True
    answer: Answer = found[2] in ("all", "screen")
    if found[3]:
        answer = _all([answer, None if re.search(r"\)\s*or\b", found[3]) else _condition(found[3], _feature)])
    return (answer is False) if found[1] == "not" else answer is True


def _feature(function: str, inner: str) -> Answer:
    return None if function else _asked(inner, lambda name: (told, told) if (told := _NUMBERS.get(name)) is not None else None, _KEYWORDS)


def _asked(inner: str, measure: Callable[[str], Span | None], keywords: Mapping[str, str]) -> Answer:
    """The answer to one feature: a comparison, a name with its value, or a bare name."""
    parts = [part.strip() for part in _COMPARED.split(inner)]
    if len(parts) in (3, 5):
        if len(parts) == 3 and measure(parts[0]) is not None:
            return _compared(measure(parts[0]), parts[1], _value(parts[2]))
        turned = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
        first = _compared(measure(parts[2]), turned[parts[1]], _value(parts[0]))
        return first if len(parts) == 3 else _all([first, _compared(measure(parts[2]), parts[3], _value(parts[4]))])
    name, colon, value = (part.strip() for part in inner.partition(":"))
    if name in keywords:
        return keywords[name] == value if colon else keywords[name] not in ("none", "no-preference")
    sign = "="
    for prefix, told in (("min-", ">="), ("max-", "<="), ("-webkit-min-", ">="), ("-webkit-max-", "<=")):
        if name.startswith(prefix):
            sign, name = told, ("-webkit-" if prefix[0] == "-" else "") + name.removeprefix(prefix)
            break
    span = measure(name)
    if not colon:
        return None if span is None or sign != "=" else span != (0.0, 0.0)
    return _compared(span, sign, _value(value))


def _value(value: str) -> float | None:
    """A length, a number, a ratio or a density."""
    above, slash, below = value.partition("/")
    if slash:
        over, under = length(above.strip(), unitless=True), length(below.strip(), unitless=True)
        return over / under if over is not None and under else None
    found = re.fullmatch(r"([\d.]+)(dppx|dpi|dpcm|x)", value)
    if found:
        told = length(found[1], unitless=True)
        return None if told is None else told * _DENSITIES[found[2]]
    return length(value, unitless=True)


def _compared(span: Span | None, sign: str, value: float | None) -> Answer:
    if span is None or value is None:
        return None
    answers = [{"<": a < value, "<=": a <= value, ">": a > value, ">=": a >= value, "=": abs(a - value) < 1e-6}[sign] for a in span]
    return answers[0] if answers[0] == answers[1] else None


@lru_cache(maxsize=32)
def supports(condition: str) -> bool:
    """Whether the condition of @supports holds in a Chromium of today."""
    return _condition(condition, _holds) is True


def _holds(function: str, inner: str) -> Answer:
    """Whether one pair of brackets of @supports holds."""
    if function == "selector":
        return not any(name in inner for name in _FOREIGN) and (inner.startswith("::") or bool(selectors(inner)))
    if function:
        return function in ("font-tech", "font-format", "at-rule")
    name, _, value = (part.strip() for part in inner.partition(":"))
    name = name.lower()
    if name.startswith("--"):
        return bool(value)
    if not value or name in _UNKNOWN or not (name.startswith("-webkit-") or name.partition("-")[0] in _FAMILIES):
        return False
    return not value.lower().startswith(_FOREIGN) and is_valid(name, value)


class Box(NamedTuple):
    """What an element is to the @container queries of its descendants."""

    kind: str = ""
    """"size" or "inline-size" where it is a container of sizes."""
    names: frozenset[str] = frozenset()
    width: Span = (WIDTH, WIDTH)
    height: Span | None = None
    variables: Mapping[str, str] = {}
    is_block: bool = True
    """Whether it and all around it are as wide as what they stand in."""


def told_boxes(declared: Mapping[str, str], around: Box) -> Box:
    """The box of an element from its declarations and the box that it stands in; widths that only layout knows are taken to be anything."""
    names = frozenset(declared.get("container-name", "").split()) - {"none"}
    low, high = around.width
    is_block = around.is_block and declared.get("display", "block") == "block" and declared.get("position", "static") in ("static", "relative") and declared.get("float", "none") == "none"
    low = 0.8 * high if is_block and low > 0.5 * high else min(low, 300.0)
    told = length(declared.get("width", "auto"), percent=None)
    if told is not None:
        low = high = told
    most = length(declared.get("max-width", "none"), percent=high)
    if most is not None:
        low, high = min(low, most), min(high, most)
    tall = length(declared.get("height", "auto"))
    own = {name: value for name, value in declared.items() if name.startswith("--")}
    return Box(declared.get("container-type", ""), names, (low, high), None if tall is None else (tall, tall), {**around.variables, **own} if own else around.variables, is_block)


@lru_cache(maxsize=256)
def container_query(prelude: str) -> tuple[str, str, bool, bool]:
    """The name and the condition of @container, and whether it asks for a size, and for a height."""
    found = re.match(r"\s*(?!not[\s(])([\w-]+)(?=\s|$)", prelude)
    name = found[1] if found else ""
    condition = prelude[found.end() :].strip() if found else prelude.strip()
    bare = re.sub(r"style\((?:[^()]|\([^()]*\))*\)", "", condition)
    return name, condition, "(" in bare, re.search(r"height|block-size|aspect-ratio|orientation", bare) is not None


def contains(condition: str, box: Box) -> bool:
    """Whether the condition of @container holds in a container."""

    def leaf(function: str, inner: str) -> Answer:
        if function == "style":
            return _condition(f"({inner})", style) if inner[:1] != "(" and inner[:4] != "not " else _condition(inner, style)
        return None if function else _asked(inner.lower(), measure, {})

    def style(function: str, inner: str) -> Answer:
        name, colon, value = (part.strip() for part in inner.partition(":"))
        if function or not name.startswith("--") or "var(" in value + box.variables.get(name, ""):
            return None
        return box.variables.get(name) == value if colon else name in box.variables

    def measure(name: str) -> Span | None:
        if name in ("width", "inline-size"):
            return box.width
        return box.height if name in ("height", "block-size") and box.kind == "size" else None

    return not condition or _condition(condition, leaf) is True
