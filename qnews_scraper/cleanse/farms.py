"""Visible link farms: footers of a spider pool, and blocks of links to many foreign domains."""

import re
from collections.abc import Iterator

from qnews_scraper.cleanse.view import Element, Finding, View, has_sentence
from qnews_scraper.cleanse.words import advertising
from qnews_scraper.trust import Trust

_POOL = re.compile("主站蜘蛛池(?:模板)?|蜘蛛池模板|蜘蛛池出租|站群(?:系统|模板)")
_HONEST = re.compile(r"友情链接|友情連結|合作(?:伙伴|媒体|网站)|友链|相关链接|链接|partners|our (?:sites|network)|follow us|share", re.I)


def find(view: View) -> Iterator[Finding]:
    seen: set[Element] = set()
    for element in view.body.iter() if "蜘蛛池" in view.all_text or "站群" in view.all_text else ():
        for owner, text in ((element, element.text), (element.getparent(), element.tail)):
            if owner is not None and text and "池" in text and isinstance(owner.tag, str) and _POOL.search(text) and owner.tag not in ("script", "style"):
                block = _farm_around(view, owner)
                if block is not None and block not in seen:
                    seen.add(block)
                    yield Finding(block, "footer of a spider pool", Trust.LIKELY, (f"says {_POOL.search(text)[0]}",))  # type: ignore[index]
    if not view.present or len(view.foreign_links) < 2:
        return
    labels = [(a, "".join(a.itertext())) for a, _, _ in view.foreign_links]
    if not advertising("\n".join(label for _, label in labels)):
        return
    foreign = [a for a, label in labels if advertising(label) and not view.is_gone(a)]
    counts: dict[Element, int] = {}
    for link in foreign:
        for _, ancestor in zip(range(5), link.iterancestors(), strict=False):
            if ancestor is view.body or ancestor.tag in ("html", "body"):
                break
            counts[ancestor] = counts.get(ancestor, 0) + 1
    for block in sorted(counts, key=lambda b: counts[b], reverse=True):
        if counts[block] < 2 or any(a in seen for a in (block, *block.iterancestors())) or block in view.gone:
            continue
        yield from _judge(view, block, seen)


def _judge(view: View, block: Element, seen: set[Element]) -> Iterator[Finding]:
    text = view.flow.text(block, view.gone)
    links = [a for a in block.iter("a") if not view.is_gone(a)]
    linked = sum(len("".join(a.itertext()).strip()) for a in links)
    if not text or linked < 0.6 * len(text) or (has_sentence(text) and linked < 0.8 * len(text)):
        return
    told = sum(bool(advertising("".join(a.itertext()))) for a in links)
    if told < 0.2 * len(links):
        return
    found = view.suspicion(text, links)
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
