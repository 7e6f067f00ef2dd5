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
_PICKED: Final = r"(?:getElementById|querySelector)\(\s*['\"](?:template)?#?{name}['\"]\s*\)"
_PUTS: Final = r"\s*\.\s*(?:appendChild|append|prepend|after|before|replaceWith|replaceChildren|insertBefore)\("
_WHERE = re.compile(r"(?:getElementById\(\s*['\"]([\w-]+)['\"]\s*\)|querySelector\(\s*['\"]([#.]?[\w-]+)['\"]\s*\))" + _PUTS)
_NAMED = re.compile(r"([A-Za-z_$][\w$]*)\s*=\s*(?:document\.)?(?:getElementById\(\s*['\"]([\w-]+)['\"]\s*\)|querySelector\(\s*['\"]([#.]?[\w-]+)['\"]\s*\))")
_PUT_BY_NAME = re.compile(r"(?<![\w$.])([A-Za-z_$][\w$]*)" + _PUTS)


def adopt(root: Element, source: str) -> Iterator[str]:
    """Makes such templates parts of the tree, and tells of each."""
    if not all(sign in source for sign in _SIGNS):
        return
    scripts = [text for script in root.iter("script") if (text := script.text) and ".content" in text and len(text) <= _LONGEST]
    for template in [*root.iter("template")] if scripts else ():
        name = template.get("id") or ""
        text = "".join(template.itertext())
        if not name or len(text) < _LEAST or len(_STOPS.findall(text)) < 2 or _SLOT.search(text):
            continue
        script = next((s for s in scripts if name in s and _clones(s, name)), None)
        if script is None:
            continue
        template.tag = "div"
        target = _target(root, script)
        if target is not None and target is not template and target not in template.iter() and target not in template.iterancestors():
            _move(template, target)
        yield f"template: a script of the page shows what stands in {name!r}"


def _clones(script: str, name: str) -> bool:
    """Whether a script takes the content of the template of an id."""
    picked = _PICKED.format(name=re.escape(name))
    if re.search(picked + r"\s*\.content\b", script):
        return True
    return any(re.search(rf"(?<![\w$.]){re.escape(held)}\.content\b", script) for held in re.findall(r"([A-Za-z_$][\w$]*)\s*=\s*(?:document\.)?" + picked, script))


def _target(root: Element, script: str) -> Element | None:
    """The one element into which a script puts something; None where it names none, or several."""
    held = {found[0]: (found[1] and "#" + found[1]) or found[2] for found in _NAMED.findall(script)}
    names = {(by_id and "#" + by_id) or by_query for by_id, by_query in _WHERE.findall(script)} | {held[name] for name in _PUT_BY_NAME.findall(script) if name in held}
    if len(names) != 1:
        return None
    name = names.pop()
    kind, value = ("id", name[1:]) if name[0] == "#" else ("class", name[1:]) if name[0] == "." else ("", name)
    if not kind:
        return None
    return next((e for e in root.iter(etree.Element) if value in (e.get(kind) or "").split()), None)


def _move(element: Element, target: Element) -> None:
    """Puts an element last into another, what stands after it left where it is."""
    tail, element.tail = element.tail, None
    before, parent = element.getprevious(), element.getparent()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail and parent is not None:
        parent.text = (parent.text or "") + tail
    target.append(element)
