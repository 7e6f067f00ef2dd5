"""The cleansed tree as a page that opens in a browser, with nothing in it that runs or calls home."""

import copy
from typing import Final

from lxml import etree, html

from qnews_scraper.tree import Tree

_ACTIVE: Final = ("script", "noscript", "iframe", "frame", "object", "embed", "applet", "base")


def cleaned_html(tree: Tree, url: str) -> str:
    """The page in UTF-8 HTML; scripts, frames, refreshes and event handlers are left out, addresses are made absolute."""
    root = copy.deepcopy(tree.root)
    for element in list(root.iter(*_ACTIVE)):
        element.drop_tree()
    for meta in list(root.iter("meta")):
        if meta.get("charset") or meta.get("http-equiv"):
            meta.drop_tree()
    for element in root.iter(etree.Element):
        for name in list(element.attrib):
            value = str(element.attrib[name])
            if str(name).lower().startswith("on") or value.lstrip("\x00-\x20").lower().startswith("javascript:"):
                del element.attrib[name]
    if url:
        root.make_links_absolute(url, handle_failures="ignore")
    head = root.find("head")
    if head is None:
        head = html.Element("head")
        root.insert(0, head)
    head.insert(0, html.Element("meta", charset="utf-8"))
    return str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>"))
