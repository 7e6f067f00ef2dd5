"""Text in a <template> that a script of the page itself puts into it: readers see it, so it stands where the script puts it.

A browser draws nothing of a template (WHATWG 4.12.3); what is cloned from its `content` is drawn. Only templates with running text
are looked for: the others are forms and cards that scripts fill in.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

Element = etree._Element

_SIGNS: Final = (".content", "emplate")
"""Without which no script clones anything."""
_STOPS = re.compile(r"[。！？]|[.!?][\"”’]?(?=[\s<]|$)")
_SLOT = re.compile(r"\{\{|\$\{|<%|\[\[")
_LEAST: Final = 40
"""Characters of the shortest text that is looked for."""
_LONGEST: Final = 40_000
"""Scripts beyond it are libraries."""
_PICKED: Final = r"(?:getElementById|querySelector)\(\s*['\"]([^'\"\n]{1,200})['\"]\s*\)"
_DIRECT = re.compile(_PICKED + r"\s*\.content\b")
_HELD = re.compile(r"(?<![\w$])([A-Za-z_$][\w$]*+)\s*=\s*(?:document\.)?" + _PICKED)
_HELD_CONTENT = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*+)\.content\b")
_PUTS: Final = r"\s*\.\s*(?:appendChild|append|prepend|after|before|replaceWith|replaceChildren|insertBefore)\("
_WHERE = re.compile(r"(?:getElementById\(\s*['\"]([\w-]+)['\"]\s*\)|querySelector\(\s*['\"]([#.]?[\w-]+)['\"]\s*\))" + _PUTS)
_NAMED = re.compile(r"(?<![\w$])([A-Za-z_$][\w$]*+)\s*=\s*(?:document\.)?(?:getElementById\(\s*['\"]([\w-]+)['\"]\s*\)|querySelector\(\s*['\"]([#.]?[\w-]+)['\"]\s*\))")
_PUT_BY_NAME = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*+)" + _PUTS)


def adopt(root: Element, source: str) -> Iterator[str]:
    """Makes such templates parts of the tree, and tells of each."""
    if not all(sign in source for sign in _SIGNS):
        return
    scripts = [text for script in root.iter("script") if (text := script.text) and ".content" in text and len(text) <= _LONGEST]
    cloning: dict[str, str] = {}
    for script in scripts:
        for name in _cloned(script):
            cloning.setdefault(name, script)
    targets: dict[str, Element | None] = {}
    first: dict[str, Element] = {}
    for template in [*root.iter("template")] if cloning else ():
        script = cloning.get(name := template.get("id") or "", "")
        if not script:
            continue
        text = "".join(template.itertext())
        if len(text) < _LEAST or len(_STOPS.findall(text)) < 2 or _SLOT.search(text):
            continue
        del cloning[name]  # a script finds the first element of an id
        template.tag = "div"
        if script not in targets:
            first = first or _by_name(root)
            targets[script] = first.get(_target(script))
        target = targets[script]
        if target is not None and target is not template and template not in target.iterancestors() and target not in template.iterancestors():
            _move(template, target)
        yield f"template: a script of the page shows what stands in {name!r}"


def _cloned(script: str) -> Iterator[str]:
    """The ids of templates of which a script takes the content."""
    shown = set(_HELD_CONTENT.findall(script))
    for picked in (*_DIRECT.findall(script), *(picked for held, picked in _HELD.findall(script) if held in shown)):
        yield picked.removeprefix("template").removeprefix("#")
        yield picked


def _target(script: str) -> str:
    """The #id or .class of the one element into which a script puts something; "" where it names none, or several."""
    held = {found[0]: (found[1] and "#" + found[1]) or found[2] for found in _NAMED.findall(script)}
    names = {(by_id and "#" + by_id) or by_query for by_id, by_query in _WHERE.findall(script)} | {held[name] for name in _PUT_BY_NAME.findall(script) if name in held}
    return names.pop() if len(names) == 1 else ""


def _by_name(root: Element) -> dict[str, Element]:
    """The first elements of each #id and .class."""
    found: dict[str, Element] = {}
    for element in root.iter(etree.Element):
        for kind, sign in (("id", "#"), ("class", ".")):
            for value in (element.get(kind) or "").split():
                found.setdefault(sign + value, element)
    return found


def _move(element: Element, target: Element) -> None:
    """Puts an element last into another, what stands after it left where it is."""
    tail, element.tail = element.tail, None
    before, parent = element.getprevious(), element.getparent()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail and parent is not None:
        parent.text = (parent.text or "") + tail
    target.append(element)
