"""Visible link farms: footers of a spider pool, and blocks of links to many foreign domains."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.prose import has_sentence, is_stuffed
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, is_shady
from qnews_scraper.trust import Trust

_POOL = re.compile("主站蜘蛛池(?:模板)?|蜘蛛池模板|蜘蛛池出租|站群(?:系统|模板)")
_INSTITUTION = re.compile("新闻|日报|晚报|时报|网站|政府|热线|之窗|在线|信息|大学|学院|学校|中学|小学|银行|商城|电视|广播|频道|协会|出版|图书|博物|医院|法院|旅游|论坛")
"""What honest sites that list each other have in common."""
_FIGURES = re.compile(r"\d+")
_DEEPEST: Final = 40
"""Blocks around each link on the average that are asked what they hold: more lie in one another on no page that people read."""
_HONEST = re.compile(r"友情链接|博客|blogroll|网盟|联盟|友情連結|合作(?:伙伴|媒体|网站)|友链|相关链接|链接|partners|our (?:sites|network)|follow us|share", re.I)


def find(view: View) -> Iterator[Finding]:
    seen: set[Element] = set()
    for element in view.body.iter() if "蜘蛛池" in view.all_text or "站群" in view.all_text else ():
        for owner, text in ((element, element.text), (element.getparent(), element.tail)):
            if owner is not None and text and "池" in text and isinstance(owner.tag, str) and _POOL.search(text) and owner.tag not in ("script", "style"):
                block = _farm_around(view, owner)
                if block is not None and block not in seen:
                    seen.add(block)
                    yield Finding(block, "footer of a spider pool", Trust.LIKELY, (f"says {_POOL.search(text)[0]}",))  # type: ignore[index]
    if len(view.foreign_links) < 2:
        return
    if view.present:
        yield from _advertising(view, seen)
    if len(view.foreign_links) >= 4:
        yield from _in_series(view, seen)
    if view.put_in:
        yield from _of_the_same(view, seen)


def _in_series(view: View, seen: set[Element]) -> Iterator[Finding]:
    """Farms told by the names of their hosts alone: most cost next to nothing, count on, or are numbers."""
    names = Counter(_FIGURES.sub("0", domain) for domain in view.hosts if _FIGURES.search(domain))
    series = {name for name, n in names.items() if n >= 3}
    shady = [a for a, host, domain in view.foreign_links if is_shady(host, domain) or (series and _FIGURES.sub("0", domain) in series)]
    if len(shady) < 4:
        labels = ",".join(view.label(a).strip() for a, _, _ in view.foreign_links) if len({domain for _, _, domain in view.foreign_links}) >= 5 else ""
        if labels and not labels.isascii() and not _INSTITUTION.search(labels) and is_stuffed(labels) and view.is_han(labels):
            shady = [a for a, _, _ in view.foreign_links]
    if len(shady) < 4:
        return
    for block, count, links in _blocks(view, shady, seen, 4):
        text = view.flow.text(block, view.gone)
        if not text or has_sentence(text):
            continue
        linked = sum(len(view.label(a).strip()) for a in links)
        if linked < 0.7 * len(text) or count * 2 < len(links):
            continue
        found = suspicion(view, text, links)
        found.add(0.2, f"{len(links)} links make up {min(1.0, linked / len(text)):.0%} of it")
        found.add(0.2, f"{count} of them to hosts of a series, that cost nothing, or under one name")
        if is_stuffed(",".join(map(view.label, links))):
            found.add(0.3, "the same word in each of them")
        if _is_called_honest(block, text):
            found.add(-0.8, "called links to friends")
        if found.total >= 1.2:
            seen.add(block)
            yield Finding(block, "a farm of links to foreign domains", Trust.LIKELY, found.words)


def _of_the_same(view: View, seen: set[Element]) -> Iterator[Finding]:
    """Rows of links to where links of what strangers put in lead, as all do that are left to there."""
    led = view.strange_domains()
    left: dict[str, list[Element]] = {}
    for link, _, domain in view.foreign_links:
        if domain in led and not view.is_gone(link):
            left.setdefault(domain, []).append(link)
    doubted = [link for links in left.values() for link in links]
    rows: list[tuple[Element, list[Element]]] = []
    for block, count, links in _blocks(view, doubted, seen, 2) if doubted else ():
        text = view.flow.text(block, view.gone)
        if count == len(links) and not has_sentence(text) and sum(len(view.label(a).strip()) for a in links) * 2 > len(text) and not _is_called_honest(block, text):
            rows.append((block, links))
            seen.add(block)
    held = Counter(domain_of(a.get("href") or "") for _, links in rows for a in links)
    for block, links in rows:
        domains = sorted({domain_of(a.get("href") or "") for a in links})
        if all(held[domain] == len(left[domain]) for domain in domains):
            yield Finding(block, "a row of links to where what was taken out leads", Trust.LIKELY, tuple(f"links to {domain}" for domain in domains))


def _is_called_honest(block: Element, text: str) -> bool:
    """Whether a block, or what stands before it, calls its links those of friends."""
    before = block.getprevious()
    return _HONEST.search(text[:30]) is not None or (before is not None and isinstance(before.tag, str) and _HONEST.search("".join(before.itertext())[:30]) is not None)


def _advertising(view: View, seen: set[Element]) -> Iterator[Finding]:
    """Farms whose links advertise."""
    labels = [(a, view.label(a)) for a, _, _ in view.foreign_links]
    if not advertising("\n".join(label for _, label in labels)):
        return
    advertises = cache(lambda link: bool(advertising(view.label(link))))
    for block, _, links in _blocks(view, [a for a, label in labels if advertising(label)], seen, 2):
        yield from _judge(view, block, links, sum(map(advertises, links)), seen)


def _blocks(view: View, links: list[Element], seen: set[Element], least: int) -> Iterator[tuple[Element, int, list[Element]]]:
    """Elements around some links, up to five levels, each with how many of them it holds, most first, and all its links; what is gone or `seen` by then left out."""
    counts: dict[Element, int] = {}
    for link in links:
        if view.is_gone(link):
            continue
        for _, ancestor in zip(range(5), link.iterancestors(), strict=False):
            if ancestor is view.body or ancestor.tag in ("html", "body"):
                break
            counts[ancestor] = counts.get(ancestor, 0) + 1
    dead = {a for e in view.gone if (around := e.getparent()) is None or not view.is_gone(around) for a in e.iter("a")} if counts else set()
    left = _DEEPEST * len(view.outline.get("a"))
    for block in sorted(counts, key=lambda b: counts[b], reverse=True):
        if counts[block] >= least and left > 0 and not any(a in seen or a in view.gone for a in (block, *block.iterancestors())):
            inner = [a for a in block.iter("a") if a not in dead]
            left -= len(inner)
            yield block, counts[block], inner
            if block in view.gone:
                dead.update(inner)


def _judge(view: View, block: Element, links: list[Element], told: int, seen: set[Element]) -> Iterator[Finding]:
    text = view.flow.text(block, view.gone)
    linked = sum(len(view.label(a).strip()) for a in links)
    if not text or linked < 0.6 * len(text) or (has_sentence(text) and linked < 0.8 * len(text)):
        return
    if told < 0.2 * len(links):
        return
    found = suspicion(view, text, links)
    found.add(0.2 if told * 2 >= len(links) else 0.0, f"{told} of {len(links)} links advertise")
    found.add(0.2, f"{len(links)} links make up {min(1.0, linked / len(text)):.0%} of it")
    if _HONEST.search(text[:30]) and found.total < 1.2:
        found.add(-0.2, "called links to friends")
    if found.total >= 1:
        seen.add(block)
        yield Finding(block, "a farm of links to foreign domains", Trust.LIKELY, found.words)
    elif found.total >= 0.8:
        seen.add(block)
        yield Finding(block, "a farm of links to foreign domains", Trust.SUSPECT, found.words)


def _farm_around(view: View, element: Element) -> Element | None:
    """The largest block around that holds links and keywords and no sentence of its own."""
    best: Element | None = None
    at: Element | None = element
    while at is not None and at.tag not in ("body", "html"):
        text = view.flow.text(at)
        if has_sentence(text) or len(text) > 3000:
            break
        best = at
        at = at.getparent()
    return best
