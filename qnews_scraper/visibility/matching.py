"""What selectors ask of an element, and where it stands among its siblings, counted once for each parent."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, takewhile
from typing import Final

from lxml import etree

from qnews_scraper.visibility.outline import Outline

Element = etree._Element

PATIENCE: Final = 1_000_000
"""Steps that matching may take on a page, beside twenty an element; a selector that is asked later is taken not to match."""

PLACES: Final = ("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type")
"""What the four places of an element are called."""
_SERIES = re.compile(r"\s*(?:(odd|even)|([+-]?\d*)n\s*(?:([+-])\s*(\d+))?|([+-]?\d+))\s*", re.I)


class Ground:
    """What has been counted of one tree, as it stands when it is first asked for."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.left = 0
        self.rest()
        self.anchor: Element | None = None
        """The element that a :has() is asked of."""
        self._places: dict[Element, dict[Element, tuple[int, int, int, int]]] = {}
        self._holders: dict[object, set[Element]] = {}

    def rest(self) -> None:
        """Gives back all patience."""
        self.left = PATIENCE + 20 * len(self.outline.nodes)

    def places(self, element: Element) -> tuple[int, int, int, int]:
        """The place of an element among its siblings: from the first, from the last, and both among those of its name."""
        parent = element.getparent()
        if parent is None:
            return 1, 1, 1, 1
        known = self._places.get(parent)
        if known is None:
            children = [c for c in parent if isinstance(c.tag, str)]
            total, of_name = len(children), Counter(str(c.tag) for c in children)
            seen: Counter[str] = Counter()
            known = self._places[parent] = {}
            for i, child in enumerate(children):
                name = str(child.tag)
                seen[name] += 1
                known[child] = (i + 1, total - i, seen[name], of_name[name] - seen[name] + 1)
        return known.get(element, (0, 0, 0, 0))

    def holders(self, test: "Test") -> set[Element]:
        """The elements below which something meets a test."""
        found = self._holders.get(test)
        if found is None:
            found = self._holders[test] = set()
            self.left -= len(self.outline.nodes)
            for element in self.outline.elements if self.left > 0 else ():
                if test(element, self):
                    for above in element.iterancestors():
                        if above in found:
                            break
                        found.add(above)
        return found


Test = Callable[[Element, Ground], bool]
"""Whether an element meets what one part of a selector asks."""


def never(element: Element, ground: Ground) -> bool:
    return False


def always(element: Element, ground: Ground) -> bool:
    return True


def has_id(value: str) -> Test:
    return lambda e, g: e.get("id") == value


def has_class(value: str) -> Test:
    return lambda e, g: value in (name := e.get("class") or "") and value in name.split()


def has_name(value: str) -> Test:
    return lambda e, g: e.tag == value


def all_of(tests: Iterable[Test]) -> Test:
    """The tests in one, asked in order."""
    some = tuple(tests)
    if not some:
        return always
    if len(some) == 1:
        return some[0]
    if len(some) == 2:
        first, second = some
        return lambda e, g: first(e, g) and second(e, g)
    return lambda e, g: all(test(e, g) for test in some)


def any_of(tests: Iterable[Test]) -> Test:
    """The test that one of some is met; of none it never is."""
    some = tuple(tests)
    if len(some) == 1:
        return some[0]
    return lambda e, g: any(test(e, g) for test in some)


def none_of(tests: Iterable[Test]) -> Test:
    inner = any_of(tests)
    return lambda e, g: not inner(e, g)


def attribute(name: str, operator: str, value: str, ignores_case: bool) -> Test | None:
    """The test of [name operator value]; None for an operator that there is not."""
    if not operator:
        return lambda e, g: name in e.attrib
    if operator != "=" and not value:
        return never
    if ignores_case:
        value = value.lower()

    def get(e: Element) -> str | None:
        told = e.get(name)
        return told.lower() if told and ignores_case else told

    tests: dict[str, Test] = {
        "=": lambda e, g: get(e) == value,
        "~": lambda e, g: value in (get(e) or "").split(),
        "|": lambda e, g: (v := get(e)) is not None and (v == value or v.startswith(value + "-")),
        "^": lambda e, g: (get(e) or "").startswith(value),
        "$": lambda e, g: (get(e) or "").endswith(value),
        "*": lambda e, g: value in (get(e) or ""),
    }
    return tests.get(operator[0])


NEVER: Final = frozenset(
    "hover focus focus-within focus-visible active visited target target-within popover-open modal fullscreen invalid user-invalid user-valid autofill "
    "indeterminate out-of-range picture-in-picture paused playing muted seeking buffering stalled host current past future local-link".split()
)
PSEUDO: Final[dict[str, Test]] = {
    "root": lambda e, g: e.getparent() is None,
    "scope": lambda e, g: e.getparent() is None,
    "first-child": lambda e, g: g.places(e)[0] == 1,
    "last-child": lambda e, g: g.places(e)[1] == 1,
    "only-child": lambda e, g: g.places(e)[:2] == (1, 1),
    "first-of-type": lambda e, g: g.places(e)[2] == 1,
    "last-of-type": lambda e, g: g.places(e)[3] == 1,
    "only-of-type": lambda e, g: g.places(e)[2:] == (1, 1),
    "empty": lambda e, g: not e.text and next(e.iterchildren("*"), None) is None and not any(c.tail for c in e),
    "link": lambda e, g: e.tag in ("a", "area") and "href" in e.attrib,
    "any-link": lambda e, g: e.tag in ("a", "area") and "href" in e.attrib,
    "checked": lambda e, g: "checked" in e.attrib or "selected" in e.attrib,
    "disabled": lambda e, g: e.tag in ("input", "button", "select", "textarea", "fieldset", "option", "optgroup") and "disabled" in e.attrib,
    "enabled": lambda e, g: e.tag in ("input", "button", "select", "textarea", "fieldset", "option", "optgroup") and "disabled" not in e.attrib,
    "required": lambda e, g: e.tag in ("input", "select", "textarea") and "required" in e.attrib,
    "optional": lambda e, g: e.tag in ("input", "select", "textarea") and "required" not in e.attrib,
    "read-write": lambda e, g: e.tag in ("input", "textarea") and "readonly" not in e.attrib and "disabled" not in e.attrib,
    "read-only": lambda e, g: not (e.tag in ("input", "textarea") and "readonly" not in e.attrib and "disabled" not in e.attrib),
    "open": lambda e, g: e.tag in ("details", "dialog") and "open" in e.attrib,
    "placeholder-shown": lambda e, g: e.tag in ("input", "textarea") and bool(e.get("placeholder")) and not e.get("value") and not e.text,
    "defined": lambda e, g: "-" not in str(e.tag),
    **dict.fromkeys(NEVER, never),
}
"""Tests of the pseudo-classes that need no argument, as of a page that nobody has touched yet."""


def series(text: str) -> tuple[int, int] | None:
    """a and b of "an+b"."""
    found = _SERIES.fullmatch(text)
    if found is None:
        return None
    if found[1]:
        return 2, 1 if found[1].lower() == "odd" else 0
    if found[5]:
        return 0, int(found[5][:9])
    a = int(found[2][:9] + "1") if found[2] in ("", "+", "-") else int(found[2][:9])
    return a, int((found[3] or "+") + (found[4] or "0")[:9])


def nth(name: str, a: int, b: int) -> Test:
    """The test of :nth-child() and the like."""
    which = PLACES.index(name)
    if a == 0:
        return lambda e, g: g.places(e)[which] == b

    def test(e: Element, g: Ground) -> bool:
        place = g.places(e)[which] - b
        return place % a == 0 and place // a >= 0

    return test


def nth_of(name: str, a: int, b: int, among: Test) -> Test:
    """The test of :nth-child(an+b of S)."""
    is_last = "last" in name

    def test(e: Element, g: Ground) -> bool:
        if not among(e, g):
            return False
        place = 1
        for sibling in e.itersiblings("*", preceding=not is_last):
            g.left -= 1
            if g.left < 0:
                return False
            place += among(sibling, g)
        return place == b if a == 0 else (place - b) % a == 0 and (place - b) // a >= 0

    return test


def chain(tests: list[Test], combinators: list[str]) -> Test:
    """The test of compounds joined by combinators, both from right to left; what has failed once is not asked again."""
    if len(tests) == 1:
        return tests[0]
    last = len(tests)
    plain = last - sum(1 for _ in takewhile(lambda c: c == " ", reversed(combinators)))

    def stood(e: Element, joined: str) -> Iterator[Element]:
        if joined == " ":
            return e.iterancestors()
        if joined == ">":
            return islice(e.iterancestors(), 1)
        before = e.itersiblings("*", preceding=True)
        return islice(before, 1) if joined == "+" else before

    def test(e: Element, g: Ground) -> bool:
        if not tests[0](e, g):
            return False
        failed: set[tuple[int, Element]] = set()
        path = [(e, stood(e, combinators[0]))]
        is_back = False
        while path:
            i = len(path)
            matched, wanted = None, tests[i]
            if not is_back or i < plain:  # from there on all are ancestors, and who stands higher has no more of them
                for candidate in path[-1][1]:
                    g.left -= 1
                    if g.left < 0:
                        return False
                    if wanted(candidate, g):
                        matched = candidate
                        break
            if matched is None:
                failed.add((i, path.pop()[0]))
                is_back = True
            elif i + 1 == last:
                return True
            else:
                is_back = (i + 1, matched) in failed
                if not is_back:
                    path.append((matched, stood(matched, combinators[i])))
        return False

    return test


def is_anchor(element: Element, ground: Ground) -> bool:
    """Whether it is the element that :has() is asked of."""
    return element is ground.anchor


def has(combinator: str, inner: Test, is_one: bool) -> Test:
    """The test of one relative selector in :has(); `inner` is anchored by `is_anchor` unless it is one compound that stands below."""
    if combinator == " " and is_one:
        return lambda e, g: e in g.holders(inner)

    def test(e: Element, g: Ground) -> bool:
        before, g.anchor = g.anchor, e
        within: Iterable[Element]
        if combinator == ">" and is_one:
            within = e.iterchildren("*")
        elif combinator in " >":
            within = e.iterdescendants("*")
        elif combinator == "+" and is_one:
            within = () if (after := next(e.itersiblings("*"), None)) is None else (after,)
        elif is_one:
            within = e.itersiblings("*")
        else:
            within = (x for sibling in e.itersiblings("*") for x in sibling.iter("*"))
        try:
            for candidate in within:
                g.left -= 1
                if g.left < 0:
                    break
                if inner(candidate, g):
                    return True
            return False
        finally:
            g.anchor = before

    return test
