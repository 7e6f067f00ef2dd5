"""Takes findings out of the tree. What many findings take out of one text, or leave side by side, is put together once, so that time grows with the page alone."""

import re
from collections.abc import Iterable

from lxml import html

from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.view import Element

_WORD_ENDS = re.compile(r"[A-Za-z0-9]\n?\Z")
_WORD_BEGINS = re.compile("[A-Za-z0-9]")


class Stretches:
    """What findings take out of texts and attributes; lxml makes a text anew each time that it is asked for one, and a text may hold many findings."""

    def __init__(self) -> None:
        self._last: tuple[Element, str, str] | None = None

    def of(self, finding: Finding) -> str:
        """What one finding takes out."""
        element, part = finding.element, finding.part
        if self._last is None or self._last[:2] != (element, part):
            self._last = element, part, (element.get(part[1:]) if part[0] == "@" else element.text if part == "text" else element.tail) or ""
        whole = self._last[2]
        return whole[finding.start : len(whole) if finding.end < 0 else finding.end]


def take_out(findings: Iterable[Finding]) -> None:
    """Takes them out in place."""
    cuts: dict[tuple[Element, str], list[tuple[int, int]]] = {}
    whole: list[Finding] = []
    for finding in findings:
        if finding.part[0] == "@" or finding.part in ("text", "tail"):
            cuts.setdefault((finding.element, finding.part), []).append((finding.start, finding.end))
        else:
            whole.append(finding)
    # stretches of text first: an element that goes hands its tail to its neighbour
    for (element, part), stretches in cuts.items():
        _cut(element, part, stretches)
    texts = _Texts()
    for finding in sorted(whole, key=lambda f: f.part != "own text"):
        element = finding.element
        if finding.part == "own text":
            element.text = None
            for child in element:
                child.tail = None
        elif (parent := element.getparent()) is not None:
            if finding.part == "tags" and isinstance(element, html.HtmlElement):
                texts.drop_tags(element, parent)
            else:
                texts.drop(element, parent)
    texts.set()


def _cut(element: Element, part: str, stretches: list[tuple[int, int]]) -> None:
    if part == "text":
        element.text = _without(element.text or "", stretches)
    elif part == "tail":
        element.tail = _without(element.tail or "", stretches)
    elif left := _without(element.attrib.pop(part[1:], ""), stretches):
        element.set(part[1:], left)


def _without(text: str, stretches: list[tuple[int, int]]) -> str:
    """A text without stretches of it, which may overlap where several findings take out the same."""
    kept: list[str] = []
    at = 0
    for start, end in sorted((start, len(text) if end < 0 else end) for start, end in stretches):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join((*kept, text[at:]))


class _Texts:
    """Texts and tails in pieces, until all elements are out."""

    def __init__(self) -> None:
        self._pieces: dict[tuple[Element, str], list[str]] = {}

    def _of(self, element: Element, part: str) -> list[str]:
        found = self._pieces.get((element, part))
        if found is None:
            text = element.text if part == "text" else element.tail
            found = self._pieces[element, part] = [text] if text else []
        return found

    def _before(self, element: Element, parent: Element) -> list[str]:
        """The text that what stands behind an element joins when that goes."""
        before = element.getprevious()
        return self._of(parent, "text") if before is None else self._of(before, "tail")

    def drop(self, element: Element, parent: Element) -> None:
        """Takes an element out and leaves its tail; where two words would meet, a blank stands between."""
        if tail := self._of(element, "tail"):
            glue = self._before(element, parent)
            if glue and _WORD_ENDS.search(glue[-1][-2:]) and _WORD_BEGINS.match(tail[0]):
                glue.append(" ")
            glue += tail
        parent.remove(element)

    def drop_tags(self, element: Element, parent: Element) -> None:
        """Takes an element out and leaves what it holds."""
        glue = self._before(element, parent)
        glue += self._of(element, "text")
        (self._of(element[-1], "tail") if len(element) else glue).extend(self._of(element, "tail"))
        for child in element[:]:  # a slice of the parent would be looked for from its first child on
            element.addprevious(child)
        parent.remove(element)

    def set(self) -> None:
        for (element, part), pieces in self._pieces.items():
            text = "".join(pieces)
            if part == "text":
                element.text = text
            else:
                element.tail = text
