"""Where elements stand, as XPath; the children of a parent are counted once, however many of them are asked for."""

from collections import Counter

from lxml import etree

Element = etree._Element


class Paths:
    """Paths in one tree, which must not change while they are asked for."""

    def __init__(self) -> None:
        self._steps: dict[Element, dict[Element, str]] = {}

    def of(self, element: Element) -> str:
        """The absolute path of an element or a comment, like "/html/body/div[2]/p"."""
        steps: list[str] = []
        at = element
        while (parent := at.getparent()) is not None:
            if parent not in self._steps:
                self._steps[parent] = _steps(parent)
            steps.append(self._steps[parent][at])
            at = parent
        return "/".join(("", _name(at), *reversed(steps)))


def _steps(parent: Element) -> dict[Element, str]:
    names = [_name(child) for child in parent]
    counts = Counter(names)
    seen: Counter[str] = Counter()
    elements = 0
    found: dict[Element, str] = {}
    for child, name in zip(parent, names, strict=True):
        seen[name] += 1
        elements += isinstance(child.tag, str)
        if name == "*":
            found[child] = f"*[{elements}]"
        else:
            found[child] = name if counts[name] == 1 else f"{name}[{seen[name]}]"
    return found


def _name(element: Element) -> str:
    """The name test of an element; "*" where XPath could not read its name."""
    if isinstance(element, etree._Comment):
        return "comment()"
    if not isinstance(element.tag, str):
        return "processing-instruction()"
    return element.tag if element.tag.isascii() and element.tag.replace("-", "").replace("_", "").isalnum() and element.tag[0].isalpha() else "*"
