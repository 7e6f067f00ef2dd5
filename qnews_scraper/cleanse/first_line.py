"""A first line of keywords above the page, and the same keywords below it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.lines import CLASSIFIED, FIRST, MANY, classified, finding
from qnews_scraper.cleanse.prose import has_sentence
from qnews_scraper.cleanse.quoted import is_code, is_exhibit
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import View
from qnews_scraper.cleanse.words import advertising

_NAME: Final = 8
"""Characters of the longest name of a section."""
_LIST = re.compile(r"\s*[,，、|]\s*")


def find(view: View) -> Iterator[Finding]:
    repeated: frozenset[str] | None = None
    for i, line in enumerate(view.lines_without(view.gone, view.veiled, FIRST)):
        if has_sentence(line.text):
            continue
        is_planted = line.text in view.unconverted
        if not is_planted and (len(line.text) < 12 or sum(map(line.text.count, ",，、| ")) < 2):
            continue
        commas = len(re.findall("[,，、|]", line.text))
        says_again = not line.linked and not _parts(line.text).isdisjoint(view.taken)
        advertises = is_planted or says_again or bool(advertising(line.text))
        if (line.linked * 2 > len(line.text) and not advertises) or (advertises and (is_code(view, line) or is_exhibit(view, line))):
            continue
        if not advertises and (commas < 3 or re.search(r"\d{4}|:|：", line.text) or line.linked or _is_menu(view, line.text)):
            continue
        if i > 2 and not advertises:
            repeated = _repeated(view) if repeated is None else repeated
            if len(repeated & _parts(line.text)) < 3:
                continue
        found = suspicion(view, line.text, is_inside=False)
        found.add(0.3 if found.is_alien else 0.2, f"line {i + 1} of the page")
        if says_again:
            found.add(0.4, "one of them is what was taken out")
        if CLASSIFIED.match(line.text) and classified(view) >= MANY:
            found.add(-0.5, "one of the page's classified advertisements")
        yield from finding(view, line, found.total, "keywords above the page", found.words)
        if repeated and (parts := repeated & _parts(line.text)):
            for other in view.lines:
                if other.element is not line.element and len(parts & _parts(other.text)) >= 3 and not has_sentence(other.text):
                    yield from finding(view, other, found.total, "the same keywords below the page", found.words)


def _is_menu(view: View, text: str) -> bool:
    """Whether a line of short names with bars between has the name of the page's own section, which its <title> is."""
    parts = [part.strip() for part in text.split("|")]
    return len(parts) > 2 and max(map(len, parts)) <= _NAME and view.all_titles.strip() in parts


def _parts(text: str) -> set[str]:
    """The parts of a list of keywords."""
    return {part for part in _LIST.split(text) if len(part) > 1}


def _repeated(view: View) -> frozenset[str]:
    """Keywords that stand in more than one list of the page, none of them in links."""
    lists = [_parts(line.text) for line in view.lines if not line.linked and 12 <= len(line.text) < 400 and len(_LIST.findall(line.text)) >= 3 and not has_sentence(line.text)]
    return frozenset(part for part, n in Counter(part for parts in lists for part in parts).items() if n > 1)
