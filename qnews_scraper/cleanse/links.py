"""A link that a stranger slipped into a sentence: the sentence stays, the link goes."""

import re
from collections import Counter
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import islice
from typing import Final

from qnews_scraper.cleanse.clutter import is_tiny
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.flow import before, inside
from qnews_scraper.cleanse.prose import HAN, STOP, grams, has_sentence
from qnews_scraper.cleanse.quoted import is_of_roundup
from qnews_scraper.cleanse.unrelated import LEADS, is_spelt, is_unrelated, text_before
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, is_advertiser, is_cheap, is_numbered
from qnews_scraper.trust import Trust
from qnews_scraper.visibility.outline import INLINE

_PLAIN: Final = frozenset(["href", "target", "rel", "title"])
"""Attributes by which no sheet gives a link a picture."""
_OFFERS = re.compile("厂家|廠家|直销|直銷|批发|批發|代工|贴牌|加盟|招商|报价|報價|价格|價格|多少钱|多少錢|哪家好|优惠|優惠|套餐|专卖|專賣|官网|官網|下载|下載|热线|熱線|咨询|諮詢|预约|預約|租赁|租賃|出租|回收|定制|定做|供应|供應|采购|培训|培訓|代办|代辦|代理|安装|维修|設計公司|公司$|机构$|機構$|中心$|平台$|交易所$|网$|網$|厂$|廠$|店$")
"""What sellers say of what they sell; no more than what is planted is asked for it."""
_GOODS = re.compile("厂家|廠家|直销|直銷|批发|批發|代工|贴牌|加盟|招商|报价|報價|多少钱|多少錢|哪家好|专卖|專賣|租赁|租賃|出租|回收|定制|定做|供应|供應|代办|代辦|代理")
"""Those of them that no site says of itself in a box that it opens."""
_SURE: Final = 0.7
"""What it weighs to lead where what was planted beyond doubt leads,"""
_SOLD: Final = 0.5
"""where something that no reader sees is sold of which the page says nothing,"""
_UNSEEN: Final = 0.4
"""and where what else strangers hid leads."""
_TRADES: Final = 0.2
_LEAST_AGAINST: Final = 0.2
"""What must speak against a link for it to be told of."""
_MOST_PLANTED: Final = 3
"""Links to a host that are seen, up to which the host is no partner of the page's."""
_LONGEST_STRAY: Final = 24
_CLAUSE: Final = 4
"""Pairs of characters of a link that may be a clause by itself."""
_MARKS: Final = tuple("，,。；;！!？?")
_STOPS: Final = tuple("。！!？?")
_LONGEST_BESIDE: Final = 60
"""Characters of what stands on one side of a link and may go with it."""
_RECRUITS = re.compile(r"[/?&](?:ref|aff|affid|affiliate|invite|inviter|promo|agent|tgid|pid)(?:_?(?:id|code))?=\w", re.I)


def find(view: View) -> Iterator[Finding]:
    may_advertise = bool(view.present)
    planted = _planted(view)
    slipped: set[str] = set()
    taken: set[Element] = set()
    said: frozenset[str] | None = None
    may_stray = dict(_strays(view))
    hosts_of_strays = len(set(may_stray.values()))
    strays: dict[Element, str] | None = None
    hosts_left = 0
    doubted: list[tuple[Element, float, bool, tuple[str, ...]]] = []
    for link, host, domain in view.foreign_links:
        text = view.label(link).strip()
        if not any(c.isalnum() for c in text) and (why := _why_unseen(link, host, text, _bare(host) in planted)) and not view.is_gone(link):
            yield Finding(link, "a link that nobody is meant to click", Trust.LIKELY, (f"link to {domain}", why), "tags" if text else "element")
            continue
        style = link.get("style")
        evidence = _evidence(link, host, domain, style) if style or _against(host, domain) or is_numbered(domain) else []
        if is_planted := (led := planted.get(_bare(host), 0.0)) > 0:
            evidence.append((led, "what was taken out leads there too"))
            if led < _SURE and _trades(view, link, text):
                evidence.append((_TRADES, "its words offer something"))
        if view.gone and len(link) and (gone := {e for e in link.iterdescendants() if e in view.gone}):
            if not view.flow.text(link, gone) and _is_amid(link):
                yield Finding(link, "a link that nobody is meant to click", Trust.LIKELY, (f"link to {domain}", "all in it is unseen"))
                continue
            evidence.append((0.7, "it holds what no reader sees"))
        if (beside := link.getparent()) is not None and link.get("title") and has_sentence(_around(link, beside)) and (pairs := _of_title(link, text)):
            said = _said(view) if said is None else said
            if said.isdisjoint(pairs):
                evidence.append((0.7, "its title speaks of something else"))
        if link in may_stray and sum(weight for weight, _ in (*evidence, *_against_stray(view, link, domain, hosts_of_strays))) >= _LEAST_AGAINST:
            if strays is None:
                strays = _unspelt(view, may_stray)
                hosts_left = len(set(strays.values()))
            if link in strays:
                evidence += _against_stray(view, link, domain, hosts_left)
        if not evidence and not may_advertise:
            continue
        words = advertising(text) if may_advertise and text else frozenset()
        if words:
            evidence.append((0.5, "advertising words: " + ", ".join(sorted(words))))
        parent = link.getparent()
        if led >= _SURE and _is_laid_over(link) and not view.is_gone(link):
            yield Finding(link, "a link laid over paragraphs of the page", Trust.LIKELY, (f"link to {domain}", *(why for _, why in evidence)), "tags")
            continue
        if not evidence or parent is None or not text or len(text) > 40 or view.is_gone(link):
            continue
        around = _around_all(link, parent)
        if not (has_sentence(around) or len(around.strip()) >= 15):
            if is_planted and words and view.advertising(text):
                yield Finding(link, "a link of strangers on a line of its own", Trust.LIKELY, (f"link to {domain}", *(why for _, why in evidence)))
            continue
        if view.hosts[domain] == 1:
            evidence.append((0.2, "the page's only link there"))
        total = 0.3 + sum(weight for weight, _ in evidence)
        if domain in text.lower():
            total -= 0.4
        if words and all(w in around for w in words) and (share := view.share(around + text)) is not None and share >= 0.1:
            total -= 0.5
        if len(words) == 1 and is_of_roundup(view, parent, link):
            total -= 0.8
        if len(words) == 1 and LEADS.search(text_before(link)):
            total -= 0.3
        total = round(total, 6)
        if total < 0.7:
            continue
        trust = Trust.LIKELY if total >= 1 else Trust.SUSPECT
        if total >= 1:
            planted[_bare(host)] = _SURE
            slipped.add(domain)
            taken.add(link)
        found = (f"link to {domain}", *(why for _, why in evidence))
        is_stray = strays is not None and link in strays and not view.is_broken_into
        if total < 1 and (is_stray or view.hosts[domain] > 1):
            doubted.append((link, total, is_stray, found))
        elif total >= 1 and ((words and view.advertising(text)) or (is_planted and _trades(view, link, text)) or _is_clause(view, link, text)):
            yield from _named_beside(view, link, parent, text)
            yield Finding(link, "a link slipped into a sentence, words and all", trust, found)
        else:
            yield Finding(link, "a link slipped into a sentence", trust, found, "tags")
    for link, domain in _late(view, slipped, taken):
        taken.add(link)
        yield Finding(link, "a link slipped into a sentence", Trust.LIKELY, (f"link to {domain}", "another link there was slipped in"), "tags")
    for link, total, is_stray, found in doubted:
        if link in taken:
            continue
        if slipped and total >= 0.8 and is_stray:
            yield Finding(link, "a link slipped into a sentence", Trust.LIKELY, (*found, "strangers slipped other links into the page's sentences"), "tags")
        else:
            yield Finding(link, "a link slipped into a sentence", Trust.SUSPECT, found, "tags")


def _late(view: View, slipped: Set[str], taken: Set[Element]) -> Iterator[tuple[Element, str]]:
    """Links in sentences, with their domains, to domains that another link there showed to be a stranger's, be it a later one."""
    for link, _, domain in view.foreign_links if slipped else ():
        if domain in slipped and link not in taken and view.hosts[domain] <= _MOST_PLANTED and view.label(link).strip() and (parent := link.getparent()) is not None and has_sentence(_around_all(link, parent)) and not view.is_gone(link):
            yield link, domain


def _of_title(link: Element, text: str) -> list[str]:
    """The pairs of a title that says something else than the text of its link."""
    title = (link.get("title") or "").strip()
    pairs = grams(title)
    return [] if len(pairs) < 2 or not text or text in title or title in text or HAN.search(title) is None else pairs


def _said(view: View) -> frozenset[str]:
    """The pairs of what the page says but for its menus and the links to others."""
    lines = view.flow.lines(view.gone.union(link for link, _, _ in view.foreign_links), view.veiled)
    return frozenset(pair for line in lines if line.linked * 2 < len(line.text) for pair in grams(line.text))


def _bare(host: str) -> str:
    """A host without the "www." that it answers to as well."""
    return host.removeprefix("www.")


def _planted(view: View) -> dict[str, float]:
    """Hosts to which what was taken out leads, each with what that weighs: something where it leads to hardly another, and nobody but strangers put it there, for who planted the one planted the others."""
    tops: dict[Element, list[tuple[Element, str]]] = {}
    left: Counter[str] = Counter()
    for link, address, _ in view.foreign_links if view.gone else ():
        host = _bare(address)
        if (top := next((e for e in (link, *link.iterancestors()) if e in view.gone), None)) is None:
            left[host] += 1
        else:
            tops.setdefault(top, []).append((link, host))
    found: dict[str, float] = {}
    for top, held in tops.items():
        hosts = {host for _, host in held}
        told = 0.0
        if len(hosts) <= 2 and all(left[host] <= _MOST_PLANTED for host in hosts) and len(held) == sum(1 for _ in top.iter("a")) and sum(map(str.isalnum, "".join(top.itertext()))) >= 4:
            told = _SURE if top in view.put_in or _is_amid(top) else _SOLD if _sells(view, top) else _UNSEEN if top in view.hidden_by_strangers else 0.0
        found |= {host: max(told, found.get(host, 0.0)) for host in hosts}
    return found


def _sells(view: View, top: Element) -> bool:
    """Whether what no reader sees sells something of which the page says nothing."""
    text = " ".join("".join(top.itertext()).split())
    return len(text) <= _LONGEST_BESIDE and _GOODS.search(text) is not None and len(grams(text)) >= _CLAUSE and not view.says_more(text)


def _is_laid_over(link: Element) -> bool:
    """Whether a link holds a paragraph, as one that nobody closed does."""
    return any(has_sentence("".join(p.itertext())) for p in link.iterdescendants("p")) if len(link) else False


def _trades(view: View, link: Element, text: str) -> bool:
    """Whether the words of a link offer something, and nothing else of the page speaks of it but what stands just before or behind."""
    if not _OFFERS.search(text) or not grams(text):
        return False
    beside = ("", STOP.split(text_before(link))[-1], STOP.split(link.tail or "")[0])
    return not all(view.says_more(f"{clause}\n{text}") for clause in beside)


def _named_beside(view: View, link: Element, parent: Element, text: str) -> Iterator[Finding]:
    """What stands beside a link that goes with its words, names what these name, and speaks of nothing else that the page does."""
    owner, part, told = before(link, parent)
    after = link.tail or ""
    start = max((stop.end() for stop in STOP.finditer(told)), default=0)
    end = stop.end() if (stop := STOP.search(after)) else len(after)
    pairs = set(grams(text))
    for holder, where, whole, a, b in ((owner, part, told, start, len(told)), (link, "tail", after, 0, end)):
        if len(clause := whole[a:b]) <= _LONGEST_BESIDE and len(pairs & set(grams(clause))) >= 2 and not view.says_more(f"{clause}\n{text}"):
            yield Finding(holder, "what goes with a link slipped into a sentence", Trust.LIKELY, ("names what the link names", "nothing of it occurs elsewhere on the page"), where, start=a, end=b)


def _is_clause(view: View, link: Element, text: str) -> bool:
    """Whether a link stands between marks, or behind the last sentence of a paragraph, and nothing else of the page speaks of it: its words were put in with it."""
    before, after = text_before(link)[-1:], (link.tail or "").lstrip()[:1]
    is_apart = after in _MARKS if after else before in _STOPS and link.getnext() is None and (parent := link.getparent()) is not None and parent.tag not in INLINE
    return is_apart and before in _MARKS and len(grams(text)) >= _CLAUSE and not view.says_more(text)


def _why_unseen(link: Element, host: str, text: str, is_led: bool) -> str:
    """Why a link without a word in it, amid running text, cannot be meant for readers; "" where it may draw something, as icons do by their sheet. `is_led`: what was taken out leads there too."""
    if text:
        return f"on {text!r} alone" if len(text) == 1 and (parent := link.getparent()) is not None and has_sentence(_around(link, parent) + text) else ""
    inside = [*link.iterdescendants("*")]
    if inside and all(e.tag == "img" and is_tiny(e) for e in inside):
        return "on an image of a pixel or two" if _is_amid(link) else ""
    if inside or not _PLAIN.issuperset(map(str, link.attrib)) or (not is_led and len((link.get("href") or "").partition("//")[2]) > len(host) + 1):
        return ""
    return "empty" if _is_amid(link) else ""


def _is_amid(link: Element) -> bool:
    """Whether sentences stand beside a link, or beside the element that holds nothing else."""
    at, parent = link, link.getparent()
    while parent is not None and at.getprevious() is None and at.getnext() is None and not (parent.text or "").strip() and not (at.tail or "").strip():
        at, parent = parent, parent.getparent()
    if parent is None:
        return False
    near = (*islice(at.itersiblings("*", preceding=True), 3), *islice(at.itersiblings("*"), 1))
    beside = (_around(at, parent), *(inside(e) for e in near if next(e.iterdescendants("p", "div", "td", "li"), None) is None))
    return any(has_sentence(text) and len(text.strip()) >= 15 for text in beside)


def _strays(view: View) -> Iterator[tuple[Element, str]]:
    """Links, each with its domain, amid sentences that have nothing to do with the words they stand on, while no link of the page to their domain stands otherwise."""
    found: dict[str, list[Element]] = {}
    for link, host, domain in view.foreign_links:
        if view.hosts[domain] > _MOST_PLANTED or (parent := link.getparent()) is None or not 2 <= len(text := view.label(link).strip()) <= _LONGEST_STRAY:
            continue
        address = (link.get("href") or "").strip().partition("//")[2][len(host) :]
        if is_unrelated(text, address, domain, text_before(link), (link.tail or "").lstrip()) and has_sentence(around := _around_all(link, parent)) and (text.isascii() or len(HAN.sub("", around)) * 2 < len(around)) and not view.is_gone(link):
            found.setdefault(domain, []).append(link)
    for domain, links in found.items():
        if len(links) == view.hosts[domain]:
            yield from ((link, domain) for link in links)


def _unspelt(view: View, strays: dict[Element, str]) -> dict[Element, str]:
    """Those of them to domains of which no link stands on words that the domain spells."""
    spelt = {domain for link, domain in strays.items() if is_spelt(view.label(link).strip(), domain)}
    return {link: domain for link, domain in strays.items() if domain not in spelt}


def _against_stray(view: View, link: Element, domain: str, count: int) -> Iterator[tuple[float, str]]:
    """What more speaks against such a link, where such links lead to `count` domains."""
    yield 0.1, "it has nothing to do with its words"
    if view.hosts[domain] > 1:
        yield 0.2, "all links there stand on such words"
    if count > 1:
        yield (0.2, "such links to two domains") if count == 2 else (0.3, f"such links to {count} domains")
    if view.is_broken_into:
        yield 0.4, "strangers put other things into the page"
    if not link.get("style") and _is_veiled(view, link):
        yield 0.4, "styled not to look like a link"
    if "dofollow" in (link.get("rel") or "").lower().split():
        yield 0.4, "it asks search engines to count it"
    if "-" in domain.removeprefix("xn--"):
        yield 0.1, "a name of several words"


def _is_veiled(view: View, link: Element) -> bool:
    """Whether rules give a link the colour of the text around it and no line, and do not so with the page's links to itself."""
    declared = view.visibility.cascade.declared
    own = declared(link)
    if own.get("color", "").lower() not in ("inherit", "currentcolor") or "none" not in own.get("text-decoration", ""):
        return False
    return bool(view.own_links) and not any(declared(other).get("color") == own["color"] for other in view.own_links)


def _around_all(link: Element, parent: Element) -> str:
    """The text beside a link, or beside the inline element that holds nothing else."""
    around = _around(link, parent)
    if not around.strip() and parent.tag in INLINE and (outer := parent.getparent()) is not None:
        return _around(parent, outer)
    return around


def _around(link: Element, parent: Element) -> str:
    """The text beside a link, up to four elements away."""
    before = list(islice(link.itersiblings(preceding=True), 4))
    after = [link, *islice(link.itersiblings(), 4)]
    first = (parent.text or "") if len(before) < 4 else ""
    return first + "".join(e.tail or "" for e in (*reversed(before), *after))


@lru_cache(maxsize=4096)
def _against(host: str, domain: str) -> tuple[tuple[float, str], ...]:
    """What a host says against a link to it."""
    found = []
    if is_advertiser(host, domain):
        found.append((0.5, "the address speaks of advertising"))
    if is_cheap(host):
        found.append((0.4, "a domain of a sort that costs nothing"))
    return tuple(found)


def _evidence(link: Element, host: str, domain: str, style: str | None) -> list[tuple[float, str]]:
    """What address and style of a link say against it."""
    address = (link.get("href") or "").partition("//")[2]
    found = [*_against(host, domain)]
    if style:
        style = style.replace(" ", "").lower()
        if "cursor:text" in style or "cursor:default" in style or ("text-decoration:none" in style and ("color:" in style or "cursor" in style)):
            found.append((0.4, "styled not to look like a link"))
    if len(address) <= len(host) + 1 and is_numbered(host.removeprefix("www.")):
        found.append((0.4, "a number for a name"))
    if found and len(address) <= len(host) + 1:
        found.append((0.1, "the address is a mere host"))
    elif found and _RECRUITS.search(address):
        found.append((0.2, "the address tells who sent the reader"))
    return found
