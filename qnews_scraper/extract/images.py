"""The article's images and their captions."""

import re
from typing import Final
from urllib.parse import urljoin

from lxml import etree

from qnews_scraper.extract.layout import Layout

_SOURCES: Final = ("data-original", "data-src", "data-lazy-src", "data-actualsrc", "data-url", "src")
_CAPTION: Final = re.compile(r"^(?:图|圖|▲|△|↑|▼)|(?:[（(【]?(?:资料图|资料照片|资料片|資料照|图片来源|摄|攝|供图|供圖|攝影|摄影|图/|圖/|圖片).{0,12}[）)】]?)$")
_FURNITURE: Final = re.compile(r"(?:logo|icon|blank|spacer|pixel|button|btn|arrow|loading|share|qrcode|erweima|weixin|avatar|banner|/ad[s_/.-])", re.I)

_MOST_ABOVE: Final = 3
"""Lines below a picture that stands above a text."""


def find_images(layout: Layout, body: list[int], url: str) -> tuple[list[str], list[str]]:
    """Absolute URLs of the images among the body's lines, and a caption for each ("" where it has none)."""
    if not body:
        return [], []
    found: dict[str, str] = {}
    first, last = _first_pictured(layout, body[0]), body[-1]
    for i, element in layout.images:
        if not first <= i <= last + 1:
            continue
        source = next((v for name in _SOURCES if (v := (element.get(name) or "").strip()) and not v.startswith("data:")), "")
        if not source or _FURNITURE.search(source) or _is_small(element):
            continue
        try:
            address = urljoin(url, source)
        except ValueError:
            continue
        found.setdefault(address, _caption(layout, i, element))
    return list(found), list(found.values())


def _first_pictured(layout: Layout, start: int) -> int:
    """The first of the lines right above the text, in paragraphs beside its own, that stand below a picture: what they say belongs to it."""
    box = layout.blocks[layout.lines[start].block].parent
    first = start
    for i in range(start - 1, max(-1, start - 1 - _MOST_ABOVE), -1):
        at = layout.lines[i].block
        if at < 0 or layout.blocks[at].tag != "p" or layout.blocks[at].parent != box:
            break
        first = i if i in layout.pictured else first
    return first


def _is_small(element: etree._Element) -> bool:
    for name in ("width", "height"):
        value = (element.get(name) or "").removesuffix("px")
        if value.isdigit() and int(value) < 60:
            return True
    return False


def _caption(layout: Layout, i: int, element: etree._Element) -> str:
    for line in layout.lines[i : i + 1]:
        block = layout.blocks[line.block] if line.block >= 0 else None
        if block is not None and block.tag in ("figcaption", "caption"):
            return line.text
        if line.units < 80 and _CAPTION.search(line.text):
            return line.text
    return ""
