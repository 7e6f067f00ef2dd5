"""What a browser with a screen of 1280 x 800 answers to @media, @supports and @container."""

import re
from functools import lru_cache
from typing import Final

from qnews_scraper.visibility.selectors import closing, selectors
from qnews_scraper.visibility.values import HEIGHT, WIDTH, length

_FEATURE = re.compile(r"\(\s*([a-z-]+)\s*(?::\s*([^()]+?)\s*)?\)", re.I)
_RANGE = re.compile(r"\(\s*(?:([\d.]+[a-z]*)\s*(<=?|>=?)\s*)?(width|height)\s*(?:(<=?|>=?|=)\s*([\d.]+[a-z]*)\s*)?\)", re.I)
_WORD = re.compile(r"\s*(not|and|or)(?=[\s(])|\s*([a-z-]*)\(", re.I)
_FOREIGN: Final = ("-moz-", "-ms-", "-o-", "-apple-", "-khtml-")
_UNKNOWN: Final = frozenset(["-webkit-touch-callout", "-webkit-overflow-scrolling", "-webkit-hyphens", "-webkit-backdrop-filter", "behavior", "scrollbar-base-color"])
"""Properties of other browsers, by which sheets tell them apart."""
_DEEPEST: Final = 8


@lru_cache(maxsize=1024)
def matches_media(query: str) -> bool:
    """Whether a screen of 1280 x 800 with a mouse, light colours and one dot a pixel matches a media query list."""
    query = query.strip().lower()
    return not query or any(_matches_one(part.strip()) for part in query.split(","))


def _matches_one(query: str) -> bool:
    negated = query.startswith("not ")
    query = query.removeprefix("not ").removeprefix("only ").strip()
    if "\\" in query:  # \0screen and screen\9 are for one browser of old
        return negated
    kind = re.match(r"[a-z-]+", query)
    ok = kind is None or kind[0] in ("all", "screen", "and", "or")
    if ok and "(" in query:
        answers = [_feature(n, v) for n, v in _FEATURE.findall(query)]
        answers += [_range(*f) for f in _RANGE.findall(query) if f[1] or f[3]]
        ok = bool(answers) and (any(answers) if " or " in query else all(answers))
    return ok != negated


def _range(low: str, low_sign: str, name: str, sign: str, high: str) -> bool:
    size = WIDTH if name == "width" else HEIGHT
    ok = True
    if low_sign:
        a = length(low) or 0.0
        ok = {"<": a < size, "<=": a <= size, ">": a > size, ">=": a >= size}[low_sign]
    if ok and sign:
        b = length(high) or 0.0
        ok = {"<": size < b, "<=": size <= b, ">": size > b, ">=": size >= b, "=": size == b}[sign]
    return ok


def _feature(name: str, value: str) -> bool:
    size = {"width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT}.get(name.removeprefix("min-").removeprefix("max-"))
    if size is not None:
        told = length(value) if value else None
        if told is None:
            return not value
        return size >= told if name.startswith("min-") else size <= told if name.startswith("max-") else size == told
    known = {
        "orientation": "landscape", "prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference", "hover": "hover", "any-hover": "hover",
        "pointer": "fine", "any-pointer": "fine", "scripting": "enabled", "display-mode": "browser", "forced-colors": "none", "update": "fast", "prefers-contrast": "no-preference",
    }  # fmt: skip
    if name in known:
        return not value or value == known[name]
    if name in ("color", "min-color", "-webkit-transform-3d", "transform-3d"):
        return True
    if "resolution" in name or "pixel-ratio" in name:
        return name.startswith(("max-", "-webkit-max-")) or (value.startswith(("0", "1")) and not value.startswith(("1.", "12", "14", "19")))
    return False


@lru_cache(maxsize=32)
def supports(condition: str) -> bool:
    """Whether the condition of @supports holds in a Chromium of today."""
    return _supports(condition, 0)


def _supports(condition: str, depth: int) -> bool:
    answer: bool | None = None
    joined, negated = "", False
    at = 0
    while found := _WORD.match(condition, at):
        at = found.end()
        if found[1]:
            word = found[1].lower()
            joined, negated = (joined, True) if word == "not" else (word, negated)
            continue
        end = closing(condition, at)
        inner = condition[at:end].strip()
        at = end + 1
        own = _holds(found[2].lower(), inner, depth) != negated
        negated = False
        answer = own if answer is None else (answer or own) if joined == "or" else (answer and own)
    return bool(answer) and not condition[at:].strip()


def _holds(function: str, inner: str, depth: int) -> bool:
    """Whether one pair of brackets of @supports holds."""
    if function == "selector":
        return not any(name in inner for name in _FOREIGN) and (inner.startswith("::") or bool(selectors(inner)))
    if function:
        return function in ("font-tech", "font-format", "at-rule")
    if depth < _DEEPEST and (inner.startswith("(") or re.match(r"(?:not\b|[a-z-]+\()", inner, re.I)):
        return _supports(inner, depth + 1)
    name, _, value = inner.partition(":")
    name = name.strip().lower()
    return bool(value.strip()) and not name.startswith(_FOREIGN) and name not in _UNKNOWN and not value.strip().lower().startswith(_FOREIGN)


def contains(condition: str, has_container: bool) -> bool:
    """Whether the condition of @container holds, where something of the page is a container as wide as the screen; of styles nothing is concluded."""
    query = condition[condition.find("(") :] if "(" in condition else ""
    if not has_container or not query or "style(" in condition or "scroll-state(" in condition:
        return False
    return _matches_one(query.lower().replace("inline-size", "width").replace("block-size", "height")) != (re.search(r"(?:^|\s)not\s*$", condition[: condition.find("(")], re.I) is not None)
