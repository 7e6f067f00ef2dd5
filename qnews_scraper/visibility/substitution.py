"""What stands for something that is told elsewhere: variables, attributes, the window, the font of the root (CSS Variables 1, CSS Values 5)."""

import re
from collections.abc import Mapping

from qnews_scraper.visibility.outline import Element, Outline

_VAR = re.compile(r"var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\((?:[^()]|\([^()]*\))*\))*))?\)")
_REM = re.compile(r"(?<![\d.])([+-]?(?:\d++(?:\.\d*+)?+|\.\d+))rem\b", re.I)
_ENV = re.compile(r"env\(\s*([\w-]+)[\s\d]*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)", re.I)
_ATTR = re.compile(r"attr\(\s*([\w-]+)(?:\s+(?:type\([^()]*\)|[\w%-]+))?\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)", re.I)
_ROOT = re.compile(r"ocumentElement|getElementsByTagName\(['\"]html|docEl", re.I)
_FLEXIBLE = re.compile(r"flexible|(?:^|/)rem[\w.-]*\.js", re.I)
_INVALID = "var(--)"
"""What no value can be told from."""
_LONGEST = 500


def with_variables(declared: dict[str, str], known: Mapping[str, str]) -> dict[str, str]:
    """The declarations with their variables; those that come to nothing are invalid and left out."""
    resolved = {}
    for prop, value in declared.items():
        for _ in range(8):
            if "var(" not in value:
                break
            value = _VAR.sub(lambda m: known.get(m[1], m[2] if m[2] is not None else ""), value)[:_LONGEST]
        if value.strip() and "var(" not in value:
            resolved[prop] = value.strip()
    return resolved


def with_root(value: str, font: float) -> str:
    """A value with its lengths in rem written out."""
    return _REM.sub(lambda found: f"{float(found[1]) * font:g}px", value)


def with_surroundings(value: str, element: Element) -> str:
    """A value with what attributes and the window say in it."""
    value = _ENV.sub(lambda found: "0px" if found[1].startswith(("safe-area", "keyboard", "titlebar")) else (found[2] or _INVALID), value[:_LONGEST])
    return _ATTR.sub(lambda found: (element.get(found[1].lower()) or found[2] or _INVALID)[:_LONGEST], value)


def is_fitted(outline: Outline) -> bool:
    """Whether a script of the page sets the root's font to fit the page to the window."""
    for script in outline.get("script"):
        source = script.text or ""
        if _FLEXIBLE.search(script.get("src") or "") or (".fontSize" in source and "clientWidth" in source and _ROOT.search(source)):
            return True
    return False
