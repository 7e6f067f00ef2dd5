"""What a site file's selectors point at; a selector that is broken or finds nothing says nothing."""

from lxml import etree


def pointed(root: etree._Element, selector: str) -> list[etree._Element]:
    """The elements a CSS selector finds."""
    if not selector:
        return []
    from cssselect import SelectorError  # only sites with hints pay for the import
    from lxml.cssselect import CSSSelector

    try:
        found = CSSSelector(selector, translator="html")(root)
    except (SelectorError, etree.XPathError):
        return []
    return [element for element in found if isinstance(element, etree._Element)] if isinstance(found, list) else []


def said(root: etree._Element, selector: str) -> str:
    """The text of the first element that a selector finds and that has any, blanks collapsed."""
    for element in pointed(root, selector):
        if text := " ".join("".join(map(str, element.itertext())).split()):
            return text
    return ""
