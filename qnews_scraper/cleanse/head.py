"""A head that speaks of something else than the page: title, keywords, description, og, JSON-LD, canonical and hreflang."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final

from lxml import etree

from qnews_scraper.cleanse import disguise
from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Evidence, Finding
from qnews_scraper.cleanse.prose import grams, has_sentence, is_stuffed
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, is_advertiser
from qnews_scraper.trust import Trust

_ENTITIES = re.compile(r"(?:&#(?:\d{2,6}|[xX][0-9a-fA-F]{2,5});){6,}")
_TAG_BEFORE = re.compile(r"<(\w+)[^<>]*>?[^<>]*\Z")
_NAME = re.compile(r"\s(?:name|property|itemprop)\s*=\s*[\"']?([\w:.-]+)", re.I)
_TITLES: Final = frozenset(["og:title", "twitter:title"])
_DESCRIBES: Final = frozenset(["description", "keywords", "og:description", "twitter:description", "og:title", "twitter:title", "news_keywords", "og:site_name", "author", "subject", "abstract"])
_IN_TITLE = re.compile(r"[_|｜,，、]+|\s+[-—–]+\s+|[-—–]+")
_EMPTY_PART = re.compile(r"[\s_|｜,，\-—–]+(?:网站|官网)?(?:首页|首頁|主页|主頁|正文|home)(?=$|[\s_|｜,，\-—–])|^(?:网站|官网)?(?:首页|首頁|主页|主頁|正文|home)[\s_|｜,，\-—–]+", re.I)
"""A part of a title that says nothing, and that the menu of every page has."""
_IN_KEYWORDS = re.compile(r"[,，;；|｜、\s]+")
_IN_PROSE = re.compile(r"[。！？!?;；]+|\n")
_IN_CLAUSES = re.compile(f"{_IN_PROSE.pattern}|[,，]+")
_PARTS = re.compile(r"[,，、;；|｜。！？!?]+|\s{2,}|\n")
_LINKS: Final = frozenset(["og:url", "twitter:url"])
_LINK = re.compile(r"<a\s[^<>]{0,200}?href\s*=\s*[\"']?([^\"'\s<>]{1,300})[^<>]{0,200}>([^<>]{1,80})</a", re.I)
"""A link in the source of a comment: where it leads, and its text."""
_SEVERAL: Final = 3
"""Pairs of characters of a keyword that an editor would have taken from the page."""


def find(view: View) -> Iterator[Finding]:
    for finding in _addresses(view):
        view.is_broken_into = view.is_broken_into or finding.trust is not Trust.SUSPECT
        yield finding
    if not any(map(advertising, commented := [*_commented(view)])):
        commented = []  # counters and partners of old stand in comments too
    view.is_broken_into = view.is_broken_into or bool(commented)
    yield from _texts(view, commented)
    yield from _json(view)


def _texts(view: View, commented: list[str]) -> Iterator[Finding]:
    hijacked = own_title = ""
    for title in view.outline.get("title"):
        if (parent := title.getparent()) is None or parent.tag not in ("head", "body", "html"):
            continue
        text = " ".join("".join(title.itertext()).split())
        found = _judge(view, "title", text, False)
        if 0.5 <= found.total < 1 and (like := _replaced_like(view, text)):
            found.add(0.5, f"like the {like}, which is not the page's")
        if found.total >= 0.3 and (parts := _foreign_parts(view, title.text or "", _IN_TITLE)):
            yield from (Finding(title, "a part of the title is not the page's", Trust.LIKELY, found.words, "text", "hijacked-title", start, end) for start, end in parts)
        elif found.total < 0.3:
            own_title = text
        elif found.total >= 1 or _echoes(view, text, view.taken) == [(0, len(text))]:
            hijacked = text
            yield Finding(title, "the title is not the page's", Trust.LIKELY, found.words, kind="hijacked-title")
        elif found.total >= 0.7:
            yield Finding(title, "the title may not be the page's", Trust.SUSPECT, found.words, kind="hijacked-title")
    said = frozenset(grams(f"{view.kept}\n{own_title}")) if view.is_broken_into else frozenset[str]()
    replaced = [*commented, *((*_strange_keywords(view, said), *(text for text in view.unseen if text not in own_title)) if view.is_broken_into else ())]
    for meta in sorted(view.outline.get("meta"), key=_is_list):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        if name not in _DESCRIBES:
            continue
        text = " ".join((meta.get("content") or "").split())
        if not text:
            continue
        is_title = name in _TITLES
        found = _judge(view, name, text, "keywords" in name)
        if is_title and found.total and not hijacked and own_title and _overlap(text, own_title) == 0:
            found.add(0.3, "another title than the page's own")
            if view.h1 and _overlap(own_title, view.h1) >= 0.5:
                found.add(0.2, "while heading and title agree")
        if is_title and found.total >= 1:
            hijacked = hijacked or text
        if hijacked and _is_strange(view, text, hijacked):
            found.add(0.5, "not the page's words")
        if hijacked and (found.total or text in hijacked or hijacked in text) and (_overlap(text, hijacked) >= 0.2 or found.total >= 0.5):
            found.add(0.5, "the title beside it was replaced")
        kind = "hijacked-" + name.rpartition(":")[2].removeprefix("news_")
        borders = (_IN_TITLE,) if "title" in name else (_IN_KEYWORDS,) if "keywords" in name else (_IN_PROSE, _IN_CLAUSES)
        if found.total >= 0.3 and (parts := next(filter(None, (_foreign_parts(view, meta.get("content") or "", border) for border in borders)), [])):
            yield from (Finding(meta, f"a part of the {name} is not the page's", Trust.LIKELY, found.words, "@content", kind, start, end) for start, end in parts)
        elif found.total >= _enough(found, not is_title and (bool(advertising(text)) or _coded(view, name))):
            replaced.append(text)
            yield Finding(meta, f"the {name} is not the page's", Trust.LIKELY, found.words, kind=kind)
        elif "keywords" in name and view.is_broken_into and (parts := _unsaid(meta.get("content") or "", said)):
            why = ("strangers put other things into the page", "not a word of it on the page")
            spans = _joined([*parts, *_echoes(view, meta.get("content") or "", [*view.taken, *replaced])])
            yield from (Finding(meta, "keywords that are not the page's", Trust.LIKELY, why, "@content", kind, start, end) for start, end in spans)
        elif name != "og:site_name" and (echoed := _echoes(view, meta.get("content") or "", [*view.taken, *replaced])):
            yield from (Finding(meta, f"a part of the {name} is what was taken out of the page", Trust.LIKELY, found.words, "@content", kind, start, end) for start, end in echoed)
        elif found.total >= 0.8:
            yield Finding(meta, f"the {name} may not be the page's", Trust.SUSPECT, found.words, kind=kind)


def _is_list(meta: Element) -> bool:
    """Whether a meta element is a list of keywords, which tells less by itself than what stands beside it."""
    return "keywords" in (meta.get("name") or "").lower()


def _echoes(view: View, text: str, strange: list[str]) -> list[tuple[int, int]]:
    """Stretches, last first, that say again what a stranger said and the page does not."""
    if not strange:
        return []
    strangers = "\n".join(strange)
    said = {part for stretch in strange for part in map(str.strip, _PARTS.split(stretch)) if len(part) >= 4 and not part.isascii() and part not in view.kept}
    spans = [(at, at + len(stretch)) for stretch in dict.fromkeys(strange) if (at := text.find(stretch)) >= 0 and stretch not in view.kept]
    parts = [0, *(found.end() for found in _PARTS.finditer(text)), len(text)]
    for start, end in pairwise(parts):
        part = _PARTS.sub("", text[start:end]).strip()
        if len(part) >= 4 and not part.isascii() and (part in strangers or any(len(own) * 2 > len(part) and own in part for own in said)) and part not in view.kept and part not in view.h1:
            spans.append((start, end))
    found = _joined(spans)[::-1]
    rest = "".join(text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *found, (len(text), len(text))]))
    pairs = grams(rest)
    told = sum(pair in view.told for pair in pairs)
    return found[::-1] if not found or (told and (told * 3 >= len(pairs) or not advertising(rest))) else [(0, len(text))]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches, last first, without those that begin in another."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found[::-1]


def _unsaid(text: str, said: Set[str]) -> list[tuple[int, int]]:
    """Keywords, last first, of whose pairs of characters the page and its title say none, and words of Latin letters with Cyrillic ones among them; all, where none of the others is wholly theirs."""
    borders = [0, *(found.end() for found in _IN_KEYWORDS.finditer(text)), len(text)]
    told = {(start, end): [pair in said for pair in pairs] for start, end in pairwise(borders) if (pairs := grams(text[start:end]))}
    unsaid = [piece for piece, pairs in told.items() if len(pairs) >= _SEVERAL and not any(pairs)]
    if unsaid and not any(map(all, told.values())):
        return [(0, len(text))]
    mixed = [(start, end) for start, end in pairwise(borders) if disguise.mixed(text[start:end])] if disguise.mixed(text) else []
    return sorted({*unsaid, *mixed}, reverse=True)


def _commented(view: View) -> Iterator[str]:
    """The texts of links to strangers in comments: who hides them there writes their words into the head."""
    for comment in view.root.iter(etree.Comment):
        if (source := comment.text) and "href" in source:
            yield from (text for found in _LINK.finditer(source) if view.is_foreign(found[1]) and (text := found[2].strip()))


def _strange_keywords(view: View, said: Set[str]) -> Iterator[str]:
    """The same of all lists of keywords, as texts."""
    for meta in filter(_is_list, view.outline.get("meta")):
        text = meta.get("content") or ""
        yield from (_PARTS.sub("", text[start:end]).strip() for start, end in _unsaid(text, said))


def _is_strange(view: View, text: str, hijacked: str) -> bool:
    """Whether a text beside a replaced title has nothing of the page, or little of the page and much of that title."""
    pairs = grams(text)
    told = sum(g in view.told for g in pairs)
    return (len(pairs) >= 2 and not told) or (_overlap(text, hijacked) >= 0.5 and told * 4 <= len(pairs))


def _replaced_like(view: View, title: str) -> str:
    """The name of a meta element that is not the page's and has words in common with a title; "" for none."""
    for meta in view.outline.get("meta"):
        name = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        text = " ".join((meta.get("content") or "").split())
        if name in _DESCRIBES and _overlap(text, title) >= 0.2 and (found := _judge(view, name, text, "keywords" in name)).total >= _enough(found, bool(advertising(text))):
            return name
    return ""


def _foreign_parts(view: View, text: str, border: re.Pattern[str]) -> list[tuple[int, int]]:
    """Stretches that advertise, last first, of a text whose other parts are the page's own; none when it is all of one sort."""
    borders = [0, *(found.end() for found in border.finditer(text)), len(text)]
    pieces = [(start, end) for start, end in pairwise(borders) if start < end]
    alien = {(start, end) for start, end in pieces if view.is_alien(text[start:end])}
    mixed = {(start, end) for start, end in pieces if disguise.is_mixed(text[start:end])}
    foreign = [piece for piece in pieces if piece in alien or piece in mixed or any(w not in view.kept for w in advertising(text[slice(*piece)]))]
    if not foreign or len(alien) + 2 * len(mixed) + sum(len(advertising(text[start:end])) for start, end in foreign) < 2:
        return []
    own = [text[start:end] for start, end in pieces if (start, end) not in foreign and (pairs := grams(text[start:end])) and sum(g in view.kept for g in pairs) * 3 >= len(pairs) * 2]
    if sum(map(len, own)) < 6 and len(own) < 2 and not any(len(part) > 1 and part in view.heading for piece in own for part in (_PARTS.sub("", piece).strip(),)):
        return []
    own_ends = [(start, end) for start, end in pieces if text[start:end] in own]
    first, last = own_ends[0][0], own_ends[-1][1]
    # what stands on the foreign side of the page's own parts goes with it
    spans = [(0, first), *((end, start) for (_, end), (start, _) in pairwise(own_ends)), (last, len(text))]
    return [(start, end) for start, end in reversed(spans) if any(start <= a and b <= end for a, b in foreign)]


def _judge(view: View, name: str, text: str, is_list_normal: bool) -> Evidence:
    if len(text) < 2 or (len(text) < 4 and not advertising(text)) or _is_at_home(view, name, text):
        return Evidence()
    is_title = name in ("title", "headline") or name in _TITLES
    if is_title:
        text = _EMPTY_PART.sub("", text) or text
    found = suspicion(view, text, is_inside=False, is_list_normal=is_list_normal)
    if disguise.is_mixed(text):
        found.add(0.5, "letters of two alphabets in its words")
    if not found.total and not (is_title and view.heading):
        return found
    if _coded(view, name):  # a program that writes all so writes the title so
        found.add(0.35 if is_title or _coded(view, "title") else 0.5, "written as &#N; codes")
    pairs = grams(text)
    if (is_title or name in ("headline", "articleBody") or (is_list_normal and is_stuffed(text)) or len(pairs) >= 8 or found.is_alien or _coded(view, name)) and not any(g in view.told for g in pairs):
        found.add(0.3, "not a word of it on the page")
        found.is_absent = True
    if (words := advertising(text)) and sum(map(len, words)) * 2 >= len(text) and not any(w in view.all_text for w in words):
        found.add(0.5, "little else than advertising that the page does not speak of")
    if is_title and view.heading and _overlap(text, view.heading) == 0 and grams(view.heading):
        found.add(0.2, "nothing in common with the heading")
    if found.is_absent and is_stuffed(text):
        found.add(0.3, "the same word in each of its parts")
    return found


def _is_at_home(view: View, name: str, text: str) -> bool:
    """Whether a short look already says that a text belongs to its page: no advertising, no codes, its words are in the body."""
    if text in view.unconverted or disguise.is_mixed(text):
        return False
    if advertising(text) or _coded(view, name):
        return len(text) >= 20 and (core := text.rstrip("….。")) in view.all_text and core in view.kept
    body = view.kept if view.taken else view.all_text
    pairs = list(dict.fromkeys(grams(text)))[:40]
    if "keyword" in name:
        return not view.is_alien(text) and ((len(pairs) < 8 and not is_stuffed(text)) or any(len(word) > 1 and word in body for word in map(str.strip, _IN_KEYWORDS.split(text))) or 3 * sum(g in body for g in pairs) > len(pairs))
    if not pairs:
        return not view.foreign_script(text)
    enough = math.ceil(len(pairs) / (2 if len(re.findall("[,，、|_]", text)) < 3 or has_sentence(text) else 1.3))
    return sum(1 for _ in islice(filter(body.__contains__, pairs), enough)) >= enough


def _coded(view: View, name: str) -> bool:
    """Whether the source as served wrote it in character references."""
    return view.has_references and name in _coded_names(view.served)


@lru_cache(maxsize=4)
def _coded_names(source: str) -> frozenset[str]:
    """"title" and the names of those meta elements that the source writes in character references."""
    names = set()
    for found in islice(_ENTITIES.finditer(source), 200) if ";&#" in source else ():
        tag = _TAG_BEFORE.search(source, max(0, found.start() - 400), found.start())
        if tag and tag[1].lower() == "title":
            names.add("title")
        elif tag and tag[1].lower() == "meta":
            whole = tag[0] + source[found.end() : found.end() + 200].partition(">")[0]
            names.update(n.lower() for n in _NAME.findall(whole))
    return frozenset(names)


def _overlap(text: str, other: str) -> float:
    a, b = set(grams(text)), set(grams(other))
    return len(a & b) / len(a) if a else 0.0


def _json(view: View) -> Iterator[Finding]:
    for script in view.outline.get("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        worst = Evidence()
        for key, text in _strings(script.text):
            found = _judge(view, key, text, "keyword" in key)
            if found.total > worst.total:
                worst = found
        if worst.total >= _enough(worst, False):
            yield Finding(script, "structured data that is not the page's", Trust.LIKELY, worst.words, kind="hijacked-json-ld")
        elif worst.total >= 0.8:
            yield Finding(script, "structured data that may not be the page's", Trust.SUSPECT, worst.words, kind="hijacked-json-ld")


def _enough(found: Evidence, advertises: bool) -> float:
    """How much evidence takes a text of the head out: less where the page has not a word of it, or another script."""
    return 0.7 if found.is_alien or (advertises and (found.is_absent or found.is_off_topic)) else 0.8 if advertises or found.is_absent else 1.0


def _strings(text: str) -> Iterator[tuple[str, str]]:
    """Named texts of a JSON document, of what looks like them where it is broken."""
    try:
        stack = [("", json.loads(text))]
    except (ValueError, RecursionError):
        yield from re.findall(r'"(headline|name|description|keywords|articleBody)"\s*:\s*"([^"]{4,2000})"', text)
        return
    while stack:
        key, value = stack.pop()
        if isinstance(value, dict):
            stack += value.items()
        elif isinstance(value, list):
            if key == "keywords" and all(isinstance(v, str) for v in value):
                yield key, ",".join(value)
            else:
                stack += ((key, v) for v in value)
        elif isinstance(value, str) and (key in ("headline", "description", "keywords", "articleBody", "alternativeHeadline", "about") or (key == "name" and is_stuffed(value))):
            yield key, value


def _addresses(view: View) -> Iterator[Finding]:
    seen: Counter[str] | None = None
    for element in (*view.outline.get("link"), *view.outline.get("meta")):
        rel = (element.get("rel") or element.get("property") or element.get("name") or "").lower()
        if rel == "canonical" or (rel == "alternate" and element.get("hreflang")) or rel in _LINKS:
            url = element.get("href") or element.get("content") or ""
            if not (view.is_foreign(url) if view.domain else is_advertiser(url, domain_of(url))):
                continue
            if seen is None:
                seen = Counter(domain for link, _, domain in view.foreign_links if not view.is_gone(link))
            yield _address(view, element, rel, url, seen)


def _address(view: View, element: Element, rel: str, url: str, seen: Counter[str]) -> Finding:
    host = domain_of(url)
    visible = seen[host]
    evidence = (f"{host} is another registered domain than {view.domain}" if view.domain else f"{host} speaks of advertising", f"{visible} links of the page lead there")
    name = "hreflang" if rel == "alternate" else rel
    return Finding(element, f"{name} leads to a foreign domain", Trust.SUSPECT if visible >= 2 else Trust.LIKELY, evidence, kind="hijacked-" + name.removeprefix("og:"))
