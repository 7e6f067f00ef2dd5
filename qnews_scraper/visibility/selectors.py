"""CSS selectors as predicates over lxml elements, matched from right to left.

cssselect reads the selectors; its translation to XPath would look at every element for every rule, so the
matching is done here, rule by rule, only on elements that bear the selector's rightmost id, class or name.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Final

import cssselect
from cssselect import parser
from lxml import etree

Element = etree._Element
Test = Callable[[Element], bool]
Specificity = tuple[int, int, int]

PATIENCE: Final = 2000
"""Steps of backtracking over ancestors and siblings after which a selector is taken not to match."""

_NEVER: Final = frozenset("hover focus focus-within focus-visible active visited target checked-state popover-open modal fullscreen placeholder-shown invalid user-invalid autofill".split())


@dataclass(frozen=True, slots=True, eq=False)
class Selector:
    """One selector: its test, its weight, and the key by which candidates are found."""

    test: Test
    specificity: Specificity
    key: str
    """"#id", ".class", "tag", or "*"."""
    above: frozenset[str] = frozenset()
    """Keys that must all occur among the ancestors: asked before the test, as most candidates fail here."""


@lru_cache(maxsize=1024)
def selectors(text: str) -> tuple[Selector, ...]:
    """The selectors of a list; those that cannot be read, and those of pseudo-elements, are left out."""
    if ":is(" in text or ":where(" in text or ":not(" in text:
        plain = _plain(text)
        if plain != [text]:
            return tuple(s for part in plain for s in selectors(part))
    try:
        parsed = cssselect.parse(text)
    except (cssselect.SelectorError, RecursionError, ValueError):
        if "," not in text:
            return ()
        return tuple(s for part in text.split(",") if part.strip() for s in selectors(part.strip()))
    found = []
    for selector in parsed:
        if selector.pseudo_element is not None:
            continue
        try:
            found.append(Selector(_compile(selector.parsed_tree), selector.specificity(), _key(selector.parsed_tree), frozenset(_above(selector.parsed_tree))))
        except (_Unknown, RecursionError):
            continue
    return tuple(found)


_CHOICE = re.compile(r":(is|where|matches|-webkit-any)\(([^()]*)\)")
_NONE_OF = re.compile(r":not\(([^()]*,[^()]*)\)")


def _plain(text: str) -> list[str]:
    """The selector with its :is() and :where() spelled out, at most 64 of them, and :not() with one selector each."""
    text = _NONE_OF.sub(lambda m: "".join(f":not({p.strip()})" for p in m[1].split(",")), text)
    found = [text]
    for _ in range(4):
        if len(found) > 16 or not any(_CHOICE.search(t) for t in found):
            break
        spread: list[str] = []
        for one in found:
            choice = _CHOICE.search(one)
            if choice is None:
                spread.append(one)
                continue
            before, after = one[: choice.start()], one[choice.end() :]
            for part in choice[2].split(",")[:16]:
                part = part.strip()
                is_name = part[:1].isalpha() or part[:1] == "*"
                bare = re.search(r"(?:^|[\s>+~])([a-zA-Z][\w-]*|\*)$", before) if is_name else None
                if bare and bare[1] not in (part, "*") and " " not in part:
                    continue
                spread.append((before[: bare.start(1)] if bare else before) + part + after if not is_name or bare or not before or before[-1] in " >+~" else before + after)
        found = spread[:64]
    return found


class _Unknown(Exception):
    """A selector that is not understood; it matches nothing."""


def _key(tree: Any) -> str:
    kind = type(tree).__name__
    if kind == "Hash":
        return "#" + str(tree.id)
    if kind == "Class":
        return "." + str(tree.class_name)
    if kind == "Element":
        return str(tree.element).lower() if tree.element else "*"
    if kind == "CombinedSelector":
        return _key(tree.subselector)
    return _key(tree.selector)


def _above(tree: Any) -> Iterator[str]:
    """Keys of the compounds that stand to the left of the last one, as far as they must be ancestors."""
    while type(tree).__name__ == "CombinedSelector" and tree.combinator in (" ", ">"):
        tree = tree.selector
        yield from _names(tree.subselector if type(tree).__name__ == "CombinedSelector" else tree)


def _names(compound: Any) -> Iterator[str]:
    while type(compound).__name__ != "Element":
        kind = type(compound).__name__
        if kind == "Hash":
            yield "#" + str(compound.id)
        elif kind == "Class":
            yield "." + str(compound.class_name)
        compound = compound.selector
    if compound.element:
        yield str(compound.element).lower()


def _has_id(value: str, element: Element) -> bool:
    return element.get("id") == value


def _has_class(value: str, element: Element) -> bool:
    return value in (element.get("class") or "").split()


def _compile(tree: Any) -> Test:
    kind = type(tree).__name__
    if kind == "Element":
        name = tree.element.lower() if tree.element else None
        return (lambda e: e.tag == name) if name else (lambda e: True)
    if kind == "CombinedSelector":
        return _combined(tree.combinator, _compile(tree.selector), _compile(tree.subselector))
    if kind == "Hash":
        return _both(tree.selector, partial(_has_id, tree.id))
    if kind == "Class":
        return _both(tree.selector, partial(_has_class, tree.class_name))
    if kind == "Attrib":
        return _both(tree.selector, _attribute(tree))
    if kind == "Negation":
        inner = _compile(tree.subselector) if not hasattr(tree, "selector_list") else _any([_compile(s) for s in tree.selector_list])
        return _both(tree.selector, lambda e: not inner(e))
    if kind in ("Matching", "SpecificityAdjustment"):
        return _both(tree.selector, _any([_compile(getattr(s, "parsed_tree", s)) for s in tree.selector_list]))
    if kind == "Pseudo":
        return _both(tree.selector, _pseudo(tree.ident.lower()))
    if kind == "Function":
        return _both(tree.selector, _function(tree))
    raise _Unknown(kind)


def _both(rest: Any, test: Test) -> Test:
    if type(rest) is parser.Element and not rest.element:
        return test
    other = _compile(rest)
    return lambda e: test(e) and other(e)


def _any(tests: list[Test]) -> Test:
    return lambda e: any(t(e) for t in tests)


def _combined(combinator: str, left: Test, right: Test) -> Test:
    if combinator == " ":

        def descendant(e: Element) -> bool:
            if not right(e):
                return False
            for patience, ancestor in enumerate(e.iterancestors()):
                if left(ancestor):
                    return True
                if patience > PATIENCE:
                    break
            return False

        return descendant
    if combinator == ">":
        return lambda e: right(e) and (p := e.getparent()) is not None and left(p)
    if combinator == "+":
        return lambda e: right(e) and (p := next(e.itersiblings("*", preceding=True), None)) is not None and left(p)
    if combinator == "~":
        return lambda e: right(e) and any(left(p) for _, p in zip(range(PATIENCE), e.itersiblings("*", preceding=True), strict=False))
    raise _Unknown(combinator)


def _attribute(tree: Any) -> Test:
    name, operator = str(tree.attrib).lower(), tree.operator
    if operator == "exists":
        return lambda e: e.get(name) is not None
    value = str(tree.value.value if hasattr(tree.value, "value") else tree.value)
    if operator == "=":
        return lambda e: e.get(name) == value
    if operator == "~=":
        return lambda e: value in (e.get(name) or "").split()
    if operator == "|=":
        return lambda e: (v := e.get(name)) is not None and (v == value or v.startswith(value + "-"))
    if not value:
        return lambda e: False
    if operator == "^=":
        return lambda e: (e.get(name) or "").startswith(value)
    if operator == "$=":
        return lambda e: (e.get(name) or "").endswith(value)
    if operator == "*=":
        return lambda e: value in (e.get(name) or "")
    raise _Unknown(operator)


def _pseudo(name: str) -> Test:
    if name in _NEVER:
        return lambda e: False
    tests: dict[str, Test] = {
        "root": lambda e: e.getparent() is None,
        "first-child": lambda e: next(e.itersiblings("*", preceding=True), None) is None,
        "last-child": lambda e: next(e.itersiblings("*"), None) is None,
        "only-child": lambda e: next(e.itersiblings("*", preceding=True), None) is None and next(e.itersiblings("*"), None) is None,
        "first-of-type": lambda e: next(e.itersiblings(str(e.tag), preceding=True), None) is None,
        "last-of-type": lambda e: next(e.itersiblings(str(e.tag)), None) is None,
        "only-of-type": lambda e: next(e.itersiblings(str(e.tag), preceding=True), None) is None and next(e.itersiblings(str(e.tag)), None) is None,
        "empty": lambda e: len(e) == 0 and not e.text,
        "link": lambda e: e.tag == "a" and e.get("href") is not None,
        "any-link": lambda e: e.tag == "a" and e.get("href") is not None,
        "checked": lambda e: e.get("checked") is not None or e.get("selected") is not None,
        "disabled": lambda e: e.get("disabled") is not None,
        "enabled": lambda e: e.tag in ("input", "button", "select", "textarea") and e.get("disabled") is None,
        "scope": lambda e: e.getparent() is None,
        "defined": lambda e: True,
    }
    if name not in tests:
        raise _Unknown(name)
    return tests[name]


def _function(tree: Any) -> Test:
    name = tree.name.lower()
    if name not in ("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"):
        raise _Unknown(name)
    try:
        a, b = parser.parse_series(tree.arguments)
    except ValueError as e:
        raise _Unknown(name) from e
    preceding = "last" not in name

    def nth(e: Element) -> bool:
        place = 1
        for _ in e.itersiblings(str(e.tag) if "type" in name else "*", preceding=preceding):
            place += 1
            if place > 32:
                place = _place(e, "type" in name, preceding)
                break
        return place == b if a == 0 else (place - b) % a == 0 and (place - b) // a >= 0

    return nth


def _place(element: Element, by_name: bool, preceding: bool) -> int:
    """The place of an element with many siblings."""
    parent = element.getparent()
    if parent is None:
        return 0
    return _places(parent, parent[-1], by_name)[0 if preceding else 1].get(element, 0)


@lru_cache(maxsize=16)
def _places(parent: Element, last: Element, by_name: bool) -> tuple[dict[Element, int], dict[Element, int]]:
    """The place of each child from the first, and from the last, on; `last` is asked for so that a parent that has grown is counted anew."""
    children = [c for c in parent if isinstance(c.tag, str)]
    found: list[dict[Element, int]] = []
    for ordered in (children, children[::-1]):
        counts: Counter[str] = Counter()
        places: dict[Element, int] = {}
        for child in ordered:
            name = str(child.tag) if by_name else "*"
            counts[name] += 1
            places[child] = counts[name]
        found.append(places)
    return found[0], found[1]
