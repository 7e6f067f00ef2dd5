"""Articles that stand on more than one page: over several pages of one outlet, or on a mirror and at its origin."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urljoin

from cssselect import SelectorError
from lxml.etree import XPathError
from lxml.html import HtmlElement

from qnews_scraper.article import Article
from qnews_scraper.extract import join, next_pages
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.restore import Restored, restore_page
from qnews_scraper.tree import Tree

_PIECE: Final = 8
"""Characters that two texts must have in common in a row to share a piece."""
_SAME: Final = 0.9
"""Of the pieces of the shorter text, how many the longer one must hold to be called the same: a page gains captions and loses a by-line."""


def further(tree: Tree, page: Page, options: Options) -> tuple[str, ...]:
    """Addresses of the article's further pages, in order: by the site's selector where it has one, else by the links' looks."""
    if options.hints.next_page:
        return tuple(_selected(tree.root, page.url, options.hints.next_page))
    return next_pages(tree, page)


def restore_with_further(page: Page, options: Options) -> tuple[Restored, tuple[str, ...]]:
    """What became of a page, and the addresses of its article's further pages."""
    done = restore_page(page, options)
    return done, further(done.tree, done.page, options) if done.article and done.tree is not None else ()


def _selected(root: HtmlElement, url: str, selector: str) -> Iterable[str]:
    try:
        links = root.cssselect(selector)
    except (SelectorError, XPathError):
        return
    for link in links:
        try:
            target = urljoin(url, str(link.get("href", ""))).partition("#")[0]
        except ValueError:
            continue
        if target.startswith(("http://", "https://")) and target != url:
            yield target


def joined(articles: Sequence[Article]) -> Article:
    """One article of its pages, in order; what was repaired counts for all of them."""
    whole = join(articles)
    return replace(
        whole,
        text_sha256=hashlib.sha256(whole.text.encode("utf-8", "surrogatepass")).hexdigest(),
        edits=sum(a.edits for a in articles),
        edits_likely=sum(a.edits_likely for a in articles),
        lost=sum(a.lost for a in articles),
        suspect=sum(a.suspect for a in articles),
        removed=sum(a.removed for a in articles),
        lines_damaged=sum(a.lines_damaged for a in articles),
        lines_proven=sum(a.lines_proven for a in articles),
        repair_kinds=_once(a.repair_kinds for a in articles),
        removal_kinds=_once(a.removal_kinds for a in articles),
    )


def _once(values: Iterable[str]) -> str:
    """Lines of several fields, each once, in order."""
    return "\n".join(dict.fromkeys(line for value in values for line in value.splitlines()))


def agreement(ours: Article, theirs: Article) -> str:
    """Whether two copies of an article say the same: "agrees" or "differs", with title and text told apart."""
    title = "same" if _plain(ours.title) == _plain(theirs.title) else f"{theirs.title!r}"
    share = _share(_plain(ours.text), _plain(theirs.text))
    verdict = "agrees" if title == "same" and share >= _SAME else "differs"
    return f"{verdict}: title {title}, text {share:.0%} the same"


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _share(a: str, b: str) -> float:
    """The part of the shorter text's pieces that the longer one holds; 1 for two empty texts."""
    few, many = sorted((_pieces(a), _pieces(b)), key=len)
    return len(few & many) / len(few) if few else float(not many)


def _pieces(text: str) -> set[str]:
    return {text[i : i + _PIECE] for i in range(max(len(text) - _PIECE + 1, 1))} if text else set()
