"""What of a page shows to its readers what is hidden at first sight: controls, scripts, and states that its sheets name."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from qnews_scraper.cleanse.flow import NO_TEXT
from qnews_scraper.cleanse.view import Element, View

SHOWS: Final = (
    re.compile(r"""display['"]?\s*[=:,\]]\s*=?\s*['"]?\s*['"](?:block|inline|inline-block|flex|table|)['"]"""),
    re.compile(r"""display\s*=[^;'"\n=]{0,60}(?:==[^;\n?]{0,60})?\?"""),
    re.compile(r"""visibility['"]?\s*[=:,\]]\s*=?\s*['"]visible"""),
    re.compile(r"\.(?:show|toggle|slideDown|slideToggle|fadeIn|fadeToggle|fadeTo|removeClass|toggleClass|removeAttr|removeAttribute)\("),
    re.compile(r"classList\.(?:toggle|remove|replace)"),
    re.compile(r"hidden\s*=\s*(?:false|!1)"),
)
"""How scripts show something. Apart, as each begins with a literal: only so are they searched at C speed."""
_LISTENS = re.compile(
    r"""\.on(?!load|readystate|error)[a-z]+\s*=|\.(?:click|hover|mouseover|live|delegate)\(|(?:addEventListener|attachEvent|\.on|\.bind|\.one)\(\s*['"](?!(?:on)?(?:load|DOMContentLoaded|pageshow|readystatechange)['"])"""
)
_CALLED = re.compile(r"([A-Za-z_$][\w$]*)\s*\(")
_NAMED = re.compile(r"(?<![\w-])([A-Za-z][\w-]*)(?![\w-])")
_STEM = re.compile(r"""['"]#?([A-Za-z][\w-]*)['"]\s*\+""")
_APPEARS = re.compile(r"display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible|opacity\s*:\s*(?:1|0?\.[1-9])|height\s*:\s*(?![01](?![\d.])|0?\.)[\w.]|transform\s*:\s*none|left\s*:\s*(?:0|auto)", re.I)
_STATE = re.compile(r":(?:hover|checked|target|focus(?:-within|-visible)?|active)(?![\w-])|\[open\]|\.((?:[\w-]|[^\x00-\x7f])+)")
_LACKS = re.compile(r"(?:^|(?<=[\s>+~]))(?=\s*[\s>+~]|$)")
"""Where a compound stood of which nothing is left."""
_SPEAKS = re.compile(r"tip|hint|toast|pop|dialog|modal|layer|mask|player|loading|error|alert|notice", re.I)
"""What speaks of the page and is no part of its text."""
_LONGEST: Final = 40000
_CONTROL: Final = frozenset(["button", "label", "summary", "input"])


def shows(source: str) -> bool:
    """Whether a script shows something."""
    return any(pattern.search(source) for pattern in SHOWS)


def is_opened(view: View, names: list[str], hiding: tuple[str, ...] = ()) -> bool:
    """Whether a control, or a script but those that only hide, opens what bears one of some ids or classes."""
    names = [name for name in names if len(name) > 1]
    if not names:
        return False
    if any(name in view.controlled for name in names):
        return True
    handlers = [*_handlers(view)]
    if any(name in _NAMED.findall(told) for told in handlers for name in names):
        return True
    called = {name for told in handlers for name in _CALLED.findall(told)}
    stems = {stem for name in names if (stem := name.rstrip("0123456789")) != name and len(stem) > 1}
    for _, source in view.scripts:
        if len(source) <= _LONGEST and any(name in source for name in (*names, *stems)) and _acts(source, hiding, called) and _speaks_of(source, names, stems):
            return True
    return False


def _acts(source: str, hiding: tuple[str, ...], called: set[str]) -> bool:
    """Whether a script shows something, or does something when a reader points or clicks."""
    if source not in hiding and (shows(source) or _LISTENS.search(source)):
        return True
    return any(re.search(rf"function\s+{re.escape(name)}\b|\b{re.escape(name)}\s*=\s*function", source) for name in called if name in source)


def _speaks_of(source: str, names: list[str], stems: set[str]) -> bool:
    if not stems.isdisjoint(_STEM.findall(source)):
        return True
    return any(re.search(rf"""(?:['"][#.]?|[\s,][#.])(?:[\w#.-]+ )?{re.escape(name)}(?![\w-])""", source) for name in names if name in source)


def _handlers(view: View) -> Iterator[str]:
    """What the attributes of a page do when a reader points or clicks."""
    for element in view.outline.elements:
        for key, value in element.items():
            if (key.startswith("on") and key != "onload") or (key == "href" and value[:11].lower() == "javascript:"):
                yield value


def has_state(view: View, element: Element) -> bool:
    """Whether a rule of the page shows an element, or the box around it, in a state that a pointer, a ticked box, or a class that nothing bears yet brings about."""
    if "display" in (element.get("style") or "") or _SPEAKS.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return False
    parent = element.getparent()
    cascade = view.visibility.cascade
    named = view.outline.named
    for rule in cascade.rules:
        if not _APPEARS.search(rule.block):
            continue
        for part, _ in rule.parts:
            base = _STATE.sub(lambda m: m[0] if m[1] and "." + m[1] in named else "", part)
            if base != part and (base := _LACKS.sub("*", base.strip())) not in ("", "*") and any(e is element or e is parent for e in cascade.select_text(base)):
                return True
    return False


def has_control(element: Element) -> bool:
    """Whether something that a reader can press stands beside an element."""
    beside = (*islice(element.itersiblings("*"), 3), *islice(element.itersiblings("*", preceding=True), 2))
    return any(
        e.tag in _CONTROL or e.get("role") == "button" or "onclick" in e.attrib or (e.tag == "a" and (e.get("href") or "#").startswith(("#", "javascript:")))
        for other in beside
        if other.tag not in NO_TEXT
        for e in islice(other.iter(), 20)
        if isinstance(e.tag, str)
    )
