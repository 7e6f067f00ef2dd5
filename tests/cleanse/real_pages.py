"""Spellings put into pages that somebody else wrote: a real page has sheets, scripts and neighbours that no page of these tests has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qnews_scraper import restore
from qnews_scraper.article import Article

from .layouts import TITLE
from .spellings import GROUPS, PAYLOADS

_HEAD = re.compile("</head>", re.I)
_TITLE = re.compile("(<title[^>]*>)(.*?)</title>", re.I | re.S)
_BODY = re.compile("<body[^>]*>", re.I)
_END = re.compile("</body>", re.I)
_BORDER = re.compile(r"</p>|<br\s*/?>", re.I)
PLACES = frozenset(["between", "head", "title", "keywords", "description", "before", "after", "top", "bottom"])


@dataclass(frozen=True, slots=True)
class Outcome:
    """What of a payload is in the article, and what of the page's article is not."""

    left: tuple[str, ...]
    lost: tuple[str, ...]

    def __bool__(self) -> bool:
        return not self.left and not self.lost


def spellings(groups: frozenset[str] = frozenset(GROUPS)) -> Iterator[tuple[str, dict[str, str], tuple[str, ...]]]:
    """Each that stands in a place which any page has: its name, what it puts there, and the words that must not stay."""
    for group in GROUPS:
        for name, parts, words in GROUPS[group] if group in groups else ():
            if set(parts) <= PLACES:
                yield f"{group}: {name}", parts, words


def between(source: str, body: str) -> int:
    """The border of two paragraphs about the middle of a page's body, outside scripts; -1 where its lines are not found in the source."""
    lines = [line for line in map(str.strip, body.splitlines()) if len(line) > 25]
    for line in lines[len(lines) // 3 : 2 * len(lines) // 3 + 1]:
        at = source.find(line[-9:])
        if at >= 0 and source.rfind("<script", 0, at) <= source.rfind("</script", 0, at) and (border := _BORDER.search(source, at, at + 80)):
            return border.end()
    return -1


def put_in(source: str, body: str, parts: dict[str, str], payload: str = "") -> tuple[str, tuple[str, ...]] | None:
    """The page with a spelling in it, `payload` in place of the neutral one, and the payload's words; None where the page lacks the place."""
    words: tuple[str, ...] = ()
    for place, markup in parts.items():
        for name, (text, own) in PAYLOADS.items():
            if f"⟦{name}⟧" in markup:
                chosen = PAYLOADS[payload or name] if name == "neutral" else (text, own)
                markup, words = markup.replace(f"⟦{name}⟧", chosen[0]), (*words, *chosen[1])
        if place == "before":
            source = markup + source
        elif place == "after":
            source += markup
        else:
            found = _placed(source, body, place, markup)
            if found is None:
                return None
            source = found
    return source, words


def _placed(source: str, body: str, place: str, markup: str) -> str | None:
    if place == "between":
        at = between(source, body)
        return source[:at] + markup + source[at:] if at >= 0 else None
    if place == "title":
        title = _TITLE.search(source)
        return source[: title.start(2)] + markup.replace(TITLE, title[2]) + source[title.end(2) :] if title else None
    if place in ("keywords", "description"):
        new = f'<meta name="{place}" content="{markup}">'
        if old := re.search(rf"<meta[^>]*name=[\"']?{place}[\"']?[^>]*>", source, re.I):
            return source[: old.start()] + new + source[old.end() :]
        place, markup = "head", new
    border = {"head": _HEAD, "top": _BODY, "bottom": _END}[place]
    found = [*border.finditer(source)]
    if not found:
        return None
    at = found[0].end() if place == "top" else found[-1].start() if place == "bottom" else found[0].start()
    return source[:at] + markup + source[at:]


def told(article: Article) -> str:
    return "\n".join((article.text, article.title, article.description, article.keywords, article.links))


def judged(sound: Article, source: str, url: str, words: tuple[str, ...]) -> Outcome:
    """What came of a page into which something was put, beside the article of the page without it."""
    article = restore(source, url=url).article
    if article is None:
        return Outcome((), ("the article",))
    before, after = told(sound), told(article)
    return Outcome(tuple(w for w in words if w in after and w not in before), tuple(line for line in sound.text.split("\n") if line not in article.text))
