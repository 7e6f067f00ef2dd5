"""What the page says of itself to machines: meta, link, JSON-LD, microdata, a record in a comment. Read here, believed elsewhere."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final
from urllib.parse import urljoin

from lxml import etree

from qnews_scraper.extract.layout import name_zone
from qnews_scraper.extract.record import record
from qnews_scraper.extract.squeeze import squeeze

_ARTICLE: Final = re.compile(r"(?:News|Blog|Reportage|Opinion|Analysis|Review)?(?:Article|Posting)$")
_MAX_JSON: Final = 400_000
_MAX_VALUE: Final = 2_000
"""Longer values are stuffing."""
_MAX_FIELD: Final = 100
_WORDS: Final = re.compile(r"(?=([㐀-鿿]{2}|(?<![^\W\d_㐀-鿿])[^\W\d_㐀-鿿]{4,}))")
"""Pairs of Han characters, and longer words of other letters."""
_HEADLINE: Final = 7
"""Characters of a linked headline."""
_MOST_INSIDE: Final = 40
"""Elements of the box of one article in a list."""
_COMMENT: Final = re.compile("<!--.*?(?:-->|$)", re.S)
_FRAME: Final = " :=*~☆★◆◇■□▲△●○※＊：＝～"
"""Marks that adorn a <title> at both ends and are no part of what it says."""


@dataclass(slots=True)
class Head:
    """Values by name, lower case: "og:title", "description", "ld:headline", "item:datepublished", "link:canonical", "enp:author"."""

    title: str = ""
    """Text of <title>, blanks collapsed."""
    values: dict[str, str] = field(default_factory=dict)
    language: str = ""
    """The lang attribute of <html>."""

    def first(self, *names: str) -> tuple[str, str]:
        """The first of these that has a value, with its name; ("", "") when none has."""
        for name in names:
            if value := self.values.get(name):
                return value, name
        return "", ""


def read_head(root: etree._Element, url: str) -> Head:
    """All that meta, link, JSON-LD and microdata say; the first value of a name counts."""
    head = Head(language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip())
    values = head.values
    for element in root.iter("title", "meta", "link", "script", "time", "base", "textarea", etree.Comment):
        tag = element.tag
        if tag == "meta":
            get = element.get
            name = get("property") or get("name") or get("itemprop") or get("http-equiv")
            content = get("content")
            if name and content and (content := " ".join(content[:_MAX_VALUE].split())):
                values.setdefault(("item:" if get("itemprop") else "") + name.strip().lower(), content)
        elif tag == "title":
            if not head.title:
                head.title = _told("".join(map(str, element.itertext()))[:_MAX_VALUE])
        elif tag == "link":
            rel = (element.get("rel") or "").lower()
            href = (element.get("href") or "").strip()
            if href and rel in ("canonical", "amphtml", "next", "prev", "shortlink"):
                values.setdefault(f"link:{rel}", _absolute(url, href))
        elif tag == "script":
            if "ld+json" in (element.get("type") or "") and (text := element.text) and len(text) < _MAX_JSON:
                for name, value in _json_ld(text):
                    values.setdefault(name, value)
        elif tag == "time":
            if value := (element.get("datetime") or "").strip():
                prop = (element.get("itemprop") or ("datepublished" if element.get("pubdate") is not None else "changed" if _is_of_change(element) and not _is_of_readers(element) else "")).lower()
                if prop:
                    values.setdefault(f"item:{prop}", value)
                elif "time" not in values and not _is_of_readers(element) and not _is_listed(element):
                    values["time"] = value
        elif tag == "textarea":  # what scripts fill the page from: <textarea class="article-time">1568069400000</textarea>
            if (name := element.get("class") or element.get("id")) and (content := element.text) and len(content) < _MAX_FIELD and (content := " ".join(content.split())):
                values.setdefault(f"field:{name.strip().lower()}", content)
        elif tag == "base" and (href := (element.get("href") or "").strip()):
            values.setdefault("base", _absolute(url, href))
        elif isinstance(element, etree._Comment) and (text := element.text):
            for name, value in record(text):
                values.setdefault(name, value)
    return head


_OF_AN_ARTICLE: Final = ("ld:datepublished", "ld:datemodified", "ld:author", "ld:description", "ld:articlebody", "ld:keywords")


def forget_another(head: Head, title: str) -> None:
    """Drops what JSON-LD or a record says of an article by another name: a template's, filled in once and never again."""
    if squeeze(head.values.get("enp:title", "")) != squeeze(title):
        for name in [name for name in head.values if name.startswith("enp:")]:
            del head.values[name]
    told = set(_WORDS.findall(head.values.get("ld:headline", "").lower()))
    if len(told) > 3 and title and told.isdisjoint(_WORDS.findall(title.lower())) and told.isdisjoint(_WORDS.findall(head.values.get("og:title", "").lower())):
        for name in _OF_AN_ARTICLE:
            head.values.pop(name, None)


_PARTS: Final = re.compile(r"\s*[|｜│_]\s*|--+|\s+[-–—·:]+\s+")


def site_names(head: Head, title: str) -> frozenset[str]:
    """What a page calls the site it is on: in meta, and before or behind the headline in <title>."""
    before, said, behind = head.title.partition(title) if title else ("", "", "")
    named = (*_PARTS.split(before), *_PARTS.split(behind)) if said else ()
    return frozenset(name for part in (*named, *head.first("og:site_name", "ld:publisher")[:1]) if (name := part.strip(" -–—")))


def _told(title: str) -> str:
    """<title> without comments, which programs leave there and browsers show, and without a frame of marks."""
    if "<!--" in title:
        title = _COMMENT.sub(" ", title)
    title = " ".join(title.split())
    return title.strip(_FRAME) if title[:1] in _FRAME or title[-1:] in _FRAME else title


def _is_of_change(element: etree._Element) -> bool:
    """Whether an element gives the moment of a change alone: blogs say "published updated" of a text that nobody changed."""
    names = (element.get("class") or "").split()
    return "updated" in names and "published" not in names


def _is_of_readers(element: etree._Element) -> bool:
    """Whether an element stands among comments or beside the page's text."""
    return any(name_zone(str(e.tag), e.get("class"), e.get("id")) in ("comment", "aside") for e in element.iterancestors())


def _is_listed(element: etree._Element) -> bool:
    """Whether an element gives the day of one of several linked articles: beside the box around it stands another like it."""
    for around in islice(element.iterancestors(), 3):
        if around.tag in ("article", "main", "body") or not _links(around):
            continue
        beside = around.getnext() if around.getnext() is not None else around.getprevious()
        if beside is not None and beside.tag == around.tag and beside.get("class") == around.get("class") and any(inner.tag == "time" for inner in islice(beside.iter(), _MOST_INSIDE)) and _links(beside):
            return True
    return False


def _links(element: etree._Element) -> bool:
    """Whether a box holds a link with a headline."""
    return any(len("".join(map(str, link.itertext())).strip()) >= _HEADLINE for link in islice(element.iter(), _MOST_INSIDE) if link.tag == "a")


def _absolute(url: str, href: str) -> str:
    try:
        return urljoin(url, href)
    except ValueError:
        return href


def _json_ld(text: str) -> Iterator[tuple[str, str]]:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        # trailing commas are the commonest flaw of hand-made JSON-LD
        try:
            data = json.loads(re.sub(r",\s*([}\]])", r"\1", text), strict=False)
        except (ValueError, RecursionError):
            return
    waiting = [data]
    seen = 0
    while waiting and seen < 2000:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting[:0] = node[:200]
        elif isinstance(node, dict):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and _ARTICLE.search(k) for k in kinds):
                yield from _article(node)
            elif isinstance(node.get("pubDate"), str):  # the search engines' own form has no type
                yield from ((f"ld:{key.lower()}", value.strip()) for key in ("pubDate", "upDate") if isinstance(value := node.get(key), str) and value.strip())
            elif "BreadcrumbList" in kinds and isinstance(items := node.get("itemListElement"), list):
                names = [_name(i.get("item")) or _name(i) for i in items if isinstance(i, dict)]
                yield "ld:breadcrumb", "\n".join(n for n in names if n)
            if isinstance(graph := node.get("@graph"), list):
                waiting += graph


def _article(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "ld:article", "1"
    for name in ("headline", "datePublished", "dateModified", "dateCreated", "description", "articleSection", "keywords", "articleBody", "inLanguage", "url"):
        value = node.get(name)
        if isinstance(value, list):
            value = "\n".join(v for v in value if isinstance(v, str))
        if isinstance(value, str) and value.strip():
            yield f"ld:{name.lower()}", value.strip()
    for name in ("author", "publisher"):
        value = node.get(name)
        names = [_name(v) for v in (value if isinstance(value, list) else [value])]
        if any(names):
            yield f"ld:{name}", "\n".join(n for n in names if n)


def _name(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) else ""
