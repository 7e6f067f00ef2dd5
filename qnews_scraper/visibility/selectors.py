"""CSS selectors (Selectors 4), read into tests on elements.

Translated to XPath, each rule would look at every element. Here a selector names the keys under which its candidates are
filed: an id, a class, an attribute, a place among siblings or a name; only those are asked. Unknown pseudo-classes make a
selector match nothing, as they do in browsers.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Final

from qnews_scraper.visibility import matching
from qnews_scraper.visibility.matching import NEVER, PLACES, PSEUDO, Test

Specificity = tuple[int, int, int]

_IDENT: Final = r"(?:[\w\x80-\U0010ffff-]++|\\[0-9a-fA-F]{1,6}\s?|\\[^\n])+"
_SIMPLE = re.compile(
    rf"""(?:[*\w-]+\|(?!=))?(?P<star>\*)|(?:[*\w-]+\|(?!=))?(?P<name>{_IDENT})|\#(?P<id>{_IDENT})|\.(?P<class>{_IDENT})|(?P<nest>&)|"""
    rf"""\[\s*(?:[*\w-]*\|(?!=))?(?P<attribute>{_IDENT})\s*(?:(?P<operator>[~|^$*]?=)\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>{_IDENT}))\s*(?P<flag>[isIS])?\s*)?\]|"""
    rf"""(?P<pseudo>::?)(?P<what>{_IDENT})(?P<open>\()?"""
)
_COMBINATOR = re.compile(r"\s*([>+~])\s*|\s+")
_ESCAPED = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.S)
_CLOSES = re.compile(r"[()\[\]]|\"[^\"]*\"|'[^']*'|\\.")
_ELEMENTS: Final = frozenset(["before", "after", "first-line", "first-letter"])
MATCHES_NOTHING: Final = re.compile(rf"(?:::[a-z-]+|:(?:{'|'.join(sorted(_ELEMENTS))}))$|:(?:{'|'.join(sorted(NEVER))})(?![\w\\-]|[^\x00-\x7f])")
"""A pseudo-element at the end, or what is so only when a reader has done something, as selectors write it outside of brackets."""
_LISTS: Final = frozenset(["is", "where", "not", "has", "-webkit-any"])
_KNOWN: Final = frozenset([*PSEUDO, *PLACES, *_LISTS, *_ELEMENTS]) | frozenset(
    "lang dir host host-context state heading default in-range valid active-view-transition active-view-transition-type xr-overlay interest-source interest-target has-slotted "
    "placeholder selection marker backdrop file-selector-button cue slotted part details-content target-text spelling-error grammar-error highlight search-text column checkmark picker "
    "picker-icon scroll-marker scroll-marker-group scroll-button view-transition view-transition-group view-transition-image-pair view-transition-old view-transition-new "
    "target-current target-before target-after scroll-button interest-button".split()
)
_IN_ANY_CASE: Final = frozenset(
    "accept accept-charset align alink axis bgcolor charset checked clear codetype color compact declare defer dir direction disabled enctype face frame hreflang http-equiv lang language link media "
    "method multiple nohref noresize noshade nowrap readonly rel rev rules scope scrolling selected shape target text type valign valuetype vlink".split()
)
"""Attributes of HTML whose values selectors match in any case (WHATWG section 4.16.2)."""
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Selector:
    """One selector: its test, its weight, and the keys by which candidates are found."""

    test: Test
    """Asked of elements that have all of `above` above them."""
    specificity: Specificity
    key: str
    """"#id", ".class", "[attribute=value]", ":nth-child 3", "[attribute]", "tag", or "*": what tells most of those that the last compound asks for."""
    above: frozenset[str] = frozenset()
    """Keys of ids, classes and names that must all occur among the ancestors: asked before the test, as most candidates fail here."""


class _Unread(Exception):
    """A selector that is not understood."""


@dataclass(slots=True)
class _Compound:
    tests: list[Test]
    keys: list[str]
    is_element: bool = False
    """Whether it ends in a pseudo-element."""


@lru_cache(maxsize=1024)
def selectors(text: str) -> tuple[Selector, ...]:
    """The selectors of a list; those that cannot be read, and those of pseudo-elements, are left out."""
    found = []
    for part in split(text):
        try:
            tests, combinators, compounds, weight, end = _complex(part, 0, 0)
        except _Unread:
            continue
        if end == len(part) and not compounds[0].is_element:
            ancestors = takewhile(lambda pair: pair[1] in " >", zip(compounds[1:], combinators, strict=True))
            above = frozenset(key for compound, _ in ancestors for key in compound.keys if key[0] not in "[:")
            if combinators == [" "] and len(compounds[1].tests) == len(compounds[1].keys) == 1 and above:
                tests, combinators = tests[:1], []  # who has that name above meets all that is asked of it
            found.append(Selector(matching.chain(tests, combinators), weight, _key(compounds[0].keys), above))
    return tuple(found)


def split(text: str) -> list[str]:
    """The parts of a list, at the commas that stand in no brackets."""
    if "(" not in text and "[" not in text and "\\" not in text:
        return [p for part in text.split(",") if (p := part.strip())]
    parts: list[str] = []
    depth = begin = at = 0
    for found in re.finditer(r"[(\[]|[)\]]|,|\"[^\"]*\"|'[^']*'|\\.", text):
        mark = found[0]
        if mark in "([":
            depth += 1
        elif mark in ")]":
            depth -= 1
        elif mark == "," and depth == 0:
            at = found.start()
            parts.append(text[begin:at].strip())
            begin = found.end()
    parts.append(text[begin:].strip())
    return [part for part in parts if part]


def is_known(name: str) -> bool:
    """Whether Chromium knows a pseudo-class or a pseudo-element."""
    return name in _KNOWN or name.startswith("-webkit-") or not name


def _key(keys: list[str]) -> str:
    """The key that tells most."""
    best, told = "*", 9
    for key in keys:
        rank = {"#": 0, ":": 1, "[": 2 if "=" in key else 4, ".": 3}.get(key[0], 5)
        if rank < told:
            best, told = key, rank
    return best


def unescaped(name: str) -> str:
    """A name with its escapes written out."""
    if "\\" not in name:
        return name
    return _ESCAPED.sub(lambda m: m[2] if m[2] else chr(code) if 0 < (code := int(m[1], 16)) < 0x110000 else "\ufffd", name)


def _complex(text: str, at: int, depth: int) -> tuple[list[Test], list[str], list[_Compound], Specificity, int]:
    """The tests of a selector's compounds and what joins them, from right to left, its weight, and where it ends."""
    compounds: list[_Compound] = []
    combinators: list[str] = []
    weight = (0, 0, 0)
    while True:
        compound, own, at = _compound(text, at, depth)
        compounds.append(compound)
        weight = _plus(weight, own)
        joined = _COMBINATOR.match(text, at)
        if joined is None or joined.end() == len(text):
            if joined is not None and joined[1]:
                raise _Unread(text)
            break
        combinators.append(joined[1] or " ")
        at = joined.end()
    compounds.reverse()
    combinators.reverse()
    return [matching.all_of(c.tests) for c in compounds], combinators, compounds, weight, len(text) if joined else at


def _plus(a: Specificity, b: Specificity) -> Specificity:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2]


def _compound(text: str, at: int, depth: int) -> tuple[_Compound, Specificity, int]:
    compound = _Compound([], [])
    weight = (0, 0, 0)
    begin = at
    while found := _SIMPLE.match(text, at):
        at = found.end()
        kind = found.lastgroup
        if found["star"]:
            continue
        if found["name"]:
            if found.start() != begin:
                raise _Unread(text)
            name = unescaped(found["name"]).lower()
            compound.tests.append(matching.has_name(name))
            if name[0].isalpha():  # an escape may begin a name as other keys begin
                compound.keys.append(name)
            weight = _plus(weight, (0, 0, 1))
        elif found["id"]:
            name = unescaped(found["id"])
            compound.tests.append(matching.has_id(name))
            compound.keys.append("#" + name)
            weight = _plus(weight, (1, 0, 0))
        elif found["class"]:
            name = unescaped(found["class"])
            compound.tests.append(matching.has_class(name))
            compound.keys.append("." + name)
            weight = _plus(weight, (0, 1, 0))
        elif found["attribute"]:
            name = unescaped(found["attribute"]).lower()
            value = next((unescaped(v) for v in (found["double"], found["single"], found["bare"]) if v is not None), "")
            ignores_case = (found["flag"] or "").lower() == "i" or name in _IN_ANY_CASE
            if (found["flag"] or "").lower() == "s":
                raise _Unread(text)
            test = matching.attribute(name, found["operator"] or "", value, ignores_case)
            if test is None:
                raise _Unread(text)
            compound.tests.append(test)
            compound.keys.append(f"[{name}={value}]" if found["operator"] == "=" and not ignores_case else f"[{name}]")
            weight = _plus(weight, (0, 1, 0))
        elif kind == "nest":
            compound.tests.append(PSEUDO["scope"])
        else:
            at, own = _pseudo(text, found, at, compound, depth)
            weight = _plus(weight, own)
    if at == begin:
        raise _Unread(text)
    return compound, weight, at


def _pseudo(text: str, found: re.Match[str], at: int, compound: _Compound, depth: int) -> tuple[int, Specificity]:
    """Adds a pseudo-class or pseudo-element to a compound: where it ends, and its weight."""
    name = found["what"].lower()
    inner = ""
    if found["open"]:
        end = closing(text, at)
        inner, at = text[at:end], end + 1
    if found["pseudo"] == "::" or name in _ELEMENTS:
        compound.is_element = True
        return at, (0, 0, 1)
    if not found["open"]:
        test = PSEUDO.get(name)
        if test is None:
            raise _Unread(name)
        compound.tests.append(test)
        return at, (0, 1, 0)
    if name in _LISTS:
        if depth >= _DEEPEST:
            raise _Unread(name)
        return at, _listed(name, inner, compound, depth)
    if name in PLACES:
        formula, _, among = inner.partition(" of ")
        told = matching.series(formula)
        if told is None:
            raise _Unread(name)
        if among:
            if name.endswith("type"):
                raise _Unread(name)
            tests, weights = _inner(among, depth)
            compound.tests.append(matching.nth_of(name, *told, matching.any_of(tests)))
            return at, _plus((0, 1, 0), max(weights, default=(0, 0, 0)))
        compound.tests.append(matching.nth(name, *told))
        if told[0] == 0:
            compound.keys.append(f":{name} {told[1]}")
        return at, (0, 1, 0)
    if name == "lang":
        wanted = inner.strip().strip("\"'").lower()
        compound.tests.append(lambda e, g: next((v == wanted or v.startswith(wanted + "-") for a in (e, *e.iterancestors()) if (v := (a.get("lang") or "").lower())), False))
        return at, (0, 1, 0)
    if name == "dir":
        wanted = inner.strip().lower()
        compound.tests.append(lambda e, g: next((v == wanted for a in (e, *e.iterancestors()) if (v := (a.get("dir") or "").lower()) in ("ltr", "rtl")), wanted == "ltr"))
        return at, (0, 1, 0)
    raise _Unread(name)


def _listed(name: str, inner: str, compound: _Compound, depth: int) -> Specificity:
    """Adds :is(), :where(), :not() or :has() to a compound; its weight."""
    if name == "has":
        if ":has(" in inner.lower():  # one has no place in another
            raise _Unread(inner)
        tests, weights = [], []
        for part in split(inner):
            joined = _COMBINATOR.match(part)
            combinator = (joined[1] if joined else None) or " "
            own, combinators, compounds, weight, end = _complex(part, joined.end() if joined else 0, depth + 1)
            if end < len(part) or any(c.is_element for c in compounds):
                raise _Unread(part)
            is_one = len(own) == 1
            tests.append(matching.has(combinator, own[0] if is_one else matching.chain([*own, matching.is_anchor], [*combinators, combinator]), is_one))
            weights.append(weight)
        if not tests:
            raise _Unread(inner)
        compound.tests.append(matching.any_of(tests))
        return max(weights)
    tests, weights = _inner(inner, depth, is_strict=name == "not")
    if name == "not":
        if not tests:
            raise _Unread(inner)
        compound.tests.append(matching.none_of(tests))
        return max(weights)
    compound.tests.append(matching.any_of(tests) if tests else matching.none_of([lambda e, g: True]))
    return (0, 0, 0) if name == "where" else max(weights, default=(0, 0, 0))


def _inner(text: str, depth: int, is_strict: bool = False) -> tuple[list[Test], list[Specificity]]:
    """The tests and weights of a list in brackets; those of :is() and :where() forgive what cannot be read."""
    tests: list[Test] = []
    weights: list[Specificity] = []
    for part in split(text):
        try:
            own, combinators, compounds, weight, end = _complex(part, 0, depth + 1)
            if end < len(part) or any(c.is_element for c in compounds):
                raise _Unread(part)
        except _Unread:
            if is_strict:
                raise
            continue
        tests.append(matching.chain(own, combinators))
        weights.append(weight)
    return tests, weights


def closing(text: str, at: int) -> int:
    """Where the bracket that was opened before `at` closes; the length of the text where it does not."""
    depth = 1
    for found in _CLOSES.finditer(text, at):
        if found[0] in "([":
            depth += 1
        elif found[0] in ")]":
            depth -= 1
            if not depth:
                return found.start()
    return len(text)
