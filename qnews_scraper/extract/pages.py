
"""Articles over several pages: the links to the further pages, and the parts joined into one article."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl, urljoin, urlsplit

from qnews_scraper.article import Article
from qnews_scraper.page import Page
from qnews_scraper.tree import Tree

_NEXT: Final = re.compile(r"^\W*(?:下一?[页頁]|下[页頁]|后一?页|後一?頁|接下一?[页頁]|Next(?: page)?|继续阅读本文|余下全文)\W*\d*\W*$", re.I)
_NUMBER: Final = re.compile(r"^\W*第?\s*(\d{1,2})\s*[页頁]?\W*$")
_PAGE_PARTS: Final = re.compile(r"[-_/.]?(?:p|page|pg|index)?[-_=/]?(\d{1,3})$", re.I)
_SUFFIX: Final = re.compile(r"\.(?:s?html?|php|aspx?|jsp|do)$", re.I)
_QUERY: Final = frozenset("p page pg pageno pageno. pagenum pageindex cpage index nowpage".split())
_MAX: Final = 60


def next_pages(tree: Tree, page: Page) -> tuple[str, ...]:
    """Absolute URLs of the article's other pages that come after this one, in order.

    A link counts when its address is this page's with another page number, and its text is a number,
    "next", or both; a link to the next article of a list has another address and never counts.
    """
    here = _numbered(page.url)
    if not here:
        return ()
    found: dict[int, str] = {}
    for element in tree.root.iter("a", "link"):
        href = (element.get("href") or "").strip()
        if not href or href[0] == "#" or href.lower().startswith(("javascript:", "mailto:")):
            continue
        text = " ".join("".join(map(str, element.itertext())).split())
        labelled = _NEXT.match(text) or (element.get("rel") or "").lower() == "next"
        if not labelled and not _NUMBER.match(text):
            continue
        try:
            url = urljoin(page.url, href).partition("#")[0]
        except ValueError:
            continue
        number = _after(here, _numbered(url))
        if not number or url == page.url:
            continue
        shown = _NUMBER.match(text)
        # pages are counted from 0 or from 1 in addresses, so a shown number may be one off
        if shown and abs(int(shown[1]) - number) > 1:
            continue
        found.setdefault(number, url)
    return tuple(found[n] for n in sorted(found))


def _after(here: dict[str, int], there: dict[str, int]) -> int:
    """The page number of `there` where it is a later page of `here`, else 0."""
    for stem, number in there.items():
        if number and stem in here and here[stem] < number <= here[stem] + _MAX and here[stem] <= _MAX:
            return number
    return 0


def _numbered(url: str) -> dict[str, int]:
    """The ways to read an address: itself as a first page (0), and without its page number."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return {}
    if not parts.netloc:
        return {}
    number = 0
    query = []
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        if name.lower() in _QUERY and value.isdigit() and len(value) <= 3 and not number:
            number = int(value)
        else:
            query.append(f"{name}={value}")
    rest = "?" + "&".join(sorted(query))
    path = parts.path.rstrip("/")
    bare = _SUFFIX.sub("", path)
    suffix = path[len(bare) :]
    whole = parts.netloc + path + rest
    if number:
        return {whole: number}
    ways = {whole: 0}
    match = _PAGE_PARTS.search(bare)
    if match and bare[match.start()] in "-_/." and bare[: match.start()].rpartition("/")[2]:
        ways[parts.netloc + bare[: match.start()] + suffix + rest] = int(match[1])
    return ways


def join(articles: Sequence[Article]) -> Article:
    """One article of its parts, in the order given; a line that a part before has said already is left out.

    Fields other than text, images, captions and links are the first part's. ValueError for no parts.
    """
    if not articles:
        raise ValueError("no parts to join")
    first = articles[0]
    if len(articles) == 1:
        return first
    images: dict[str, str] = {}
    for part in articles:
        captions = part.image_captions.split("\n") if part.images else []
        for at, address in enumerate(part.images.splitlines()):
            images.setdefault(address, captions[at] if at < len(captions) else "")
    return replace(
        first,
        text="\n".join(_lines(articles)),
        images="\n".join(images),
        image_captions="\n".join(images.values()),
        links="\n".join(dict.fromkeys(link for part in articles for link in part.links.splitlines())),
        warnings="\n".join(dict.fromkeys(w for part in articles for w in part.warnings.splitlines())),
    )


def _lines(articles: Iterable[Article]) -> Iterable[str]:
    seen: set[str] = set()
    for part in articles:
        lines = part.text.split("\n") if part.text else []
        for line in lines:
            if len(line) < 12 or line not in seen:
                yield line
        seen.update(lines)
