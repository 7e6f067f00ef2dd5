"""The style sheets of a page, in the order in which a browser applies them: its own, those saved with it, those in data: addresses."""

from base64 import b64decode
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes, urljoin

from qnews_scraper.page import Page
from qnews_scraper.visibility import Outline
from qnews_scraper.visibility.conditions import matches_media
from qnews_scraper.visibility.sheets import Sheet, sheet


def sheets_of(outline: Outline, page: Page) -> Iterator[Sheet]:
    """The sheets that apply on a screen."""
    for element in outline.root.iter("style", "link") if _has_linked(outline, page) else outline.get("style"):
        media = element.get("media")
        if (media and not matches_media(media)) or (element.get("type") or "text/css").strip().lower() not in ("", "text/css") or next(element.iterancestors("noscript", "template"), None) is not None:
            continue
        if element.tag == "style":
            if element.text:
                found = sheet(element.text)
                for inner in found.imports:
                    yield from _external(page, inner, page.url, 1)
                yield found
        elif (page.resources or (element.get("href") or "").startswith("data:")) and "disabled" not in element.attrib and "stylesheet" in (rel := (element.get("rel") or "").lower()) and "alternate" not in rel:
            yield from _external(page, element.get("href") or "", page.url, 0)


def _has_linked(outline: Outline, page: Page) -> bool:
    return bool(page.resources) or any((link.get("href") or "").startswith("data:") for link in outline.get("link"))


def _external(page: Page, href: str, onto: str, depth: int) -> Iterator[Sheet]:
    try:
        url = urljoin(onto, href.strip())
    except ValueError:
        return
    css = _data(url) if url.startswith("data:") else page.resources.get(url) or page.resources.get(url.partition("#")[0])
    if css is not None and depth < 4:
        found = sheet(css.decode("utf-8", "replace"))
        for inner in found.imports:
            yield from _external(page, inner, url, depth + 1)
        yield found


def _data(url: str) -> bytes | None:
    """The content of a data: URL."""
    kind, _, content = url.partition(",")
    body = unquote_to_bytes(content)
    try:
        return b64decode(body) if kind.endswith(";base64") else body
    except ValueError:
        return None
