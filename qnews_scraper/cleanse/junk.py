"""Junk tags: one random id repeated on empty odd elements, raw, or escaped so that it shows as text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.prose import SENTENCE, grams
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.trust import Trust
from qnews_scraper.visibility.blocks import hides

_RANDOM = re.compile(r"(?=.{4,8}$)(?:[a-z]*\d[a-z\d]*|[b-df-hj-np-tv-xz]{2,}[a-z]*|[a-z]{4,6})$")
_SHOWN = re.compile(r"(?:\s*</?[a-z][a-z0-9]{0,14}(?:\s+(?:id|class)\s*=\s*[\"']?[a-zA-Z0-9]{3,12}[\"']?)*\s*/?>)+", re.I)
_ID = re.compile(r"(?:id|class)\s*=\s*[\"']?([a-zA-Z0-9]{3,12})", re.I)
_SHOWN_ENDS = re.compile(r"(?P<text>[^<>]{0,80})(?P<ends>(?:\s*</[a-z][a-z0-9]{0,14}\s*>)+)", re.I)
_OPENED, _CLOSED = re.compile(r"<(\w+)"), re.compile(r"</(\w+)")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
_LABEL = 40
"""Characters in junk tags up to which they may be a label that was put in with them."""
_STYLED = re.compile(r"(?:&lt;?|&#60;?|&#x3c;?)\s*[a-z]+\s[^&<>]{0,40}style", re.I)
_BOX = re.compile(r"<(?P<name>div|span|p|font|ul|center|section)\s[^<>]{0,400}?style\s*=\s*(?P<mark>[\"'])(?P<style>[^\"'<>]*)(?P=mark)[^<>]{0,400}>(?P<inside>(?:[^<]|<(?!/?(?P=name)[\s>])){0,2000}+)</(?P=name)\s*>", re.I)
_ANCHOR = re.compile(r"<a\s[^<>]{0,80}?href\s*=\s*[\"']?(?P<href>[^\s\"'<>]{4,200})[^<>]{0,200}>[^<>]{0,60}</a\s*>", re.I)
_HREF = re.compile(r"href\s*=\s*[\"']?([^\s\"'<>]+)", re.I)
_TAG = re.compile("<[^<>]*>")
_CODE = frozenset(["script", "style", "textarea", "code", "pre", "xmp"])
_KNOWN = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br button canvas caption center cite code col "
    "colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html i iframe image img input ins kbd label legend li link listing main map mark marquee math menu meta meter nav nobr noembed noframes "
    "noscript object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span "
    "strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp g path rect circle "
    "polygon line use defs symbol text ellipse polyline".split()
)


_SHOWN_IN_SOURCE = re.compile(r"(?:&lt;?|&#60;?|&#x3c;?)\s*/?[a-z]+\s+(?:id|class)", re.I)
_TAG_IN_SOURCE = re.compile(r"&(?:lt|#60|#x3c);?\s*/?[a-z]+\s", re.I)
"""How all begin that this one and `_STYLED` match."""


def find(view: View) -> Iterator[Finding]:
    drawn: Counter[str] = Counter()
    yield from _repeated(view, drawn)
    yield from _unknown(view)
    yield from _shown(view, drawn)


def _repeated(view: View, drawn_ids: Counter[str]) -> Iterator[Finding]:
    """Empty elements of several kinds with one random id; `drawn_ids` counts them."""
    for name, bearers in view.outline.ids.items():
        if len(bearers) >= 3 and _RANDOM.fullmatch(name):
            elements = [e for e in bearers if not "".join(e.itertext()).strip()]
            names = {e.tag for e in elements}
            if len(elements) < 3 or len(names) < 3:
                continue
            drawn = [e for e in elements if next(e.iter("img", "input", "iframe", "video", "script", "object", "embed", "canvas", "svg"), None) is None]
            chosen = set(drawn)
            drawn_ids[name] = len(drawn)
            for element in drawn:
                if element.getparent() not in chosen:
                    yield Finding(
                        element,
                        "junk tags of a mirror",
                        Trust.CERTAIN,
                        (f'id="{name}" on {len(elements)} empty elements of {len(names)} kinds',),
                    )
            full = set(bearers) - set(elements)
            for element in bearers if 0 < len(full) < len(drawn) else ():
                if element in full and element.getparent() not in full and _is_label(view, element):
                    yield Finding(element, "a label in junk tags of a mirror", Trust.LIKELY, (f'id="{name}" on {len(elements)} empty elements beside it',))


def _is_label(view: View, element: Element) -> bool:
    """Whether an element holds a few words alone, of which no sentence nor heading of the page has any."""
    label = " ".join("".join(element.itertext()).split())
    return 4 <= len(label) <= _LABEL and not SENTENCE.search(label) and not any(view.prose[pair] for pair in grams(label)) and next(element.iter("h1", "h2", "img"), None) is None


def _unknown(view: View) -> Iterator[Finding]:
    """Elements of no known name, in numbers, as mirrors put them to make each copy differ."""
    if len(view.outline.tags.keys() - _KNOWN) < 8:
        return
    counts = {name: len(bearers) for name, bearers in view.outline.tags.items() if name not in _KNOWN and re.fullmatch("[a-z][a-z0-9]{2,9}", name)}
    if len(counts) < 8 or max(counts.values()) > 3 * sum(counts.values()) / len(counts) + 3:
        return
    bearers = [e for e in view.body.iter(*counts) if (parent := e.getparent()) is None or parent.tag not in counts]
    texts = {e: view.flow.text(e) for e in bearers}
    told = {t: suspicion(view, t).total >= 0.5 for t in set(texts.values()) if 0 < len(t) < 30}
    is_mostly_foreign = sum(told.values()) * 2 > len(told) and len(told) == len(set(filter(None, texts.values())))
    for element, text in texts.items():
        if not text or told.get(text) or is_mostly_foreign:
            yield Finding(element, "elements of unknown names", Trust.LIKELY, (f"{len(counts)} unknown element names on the page", "empty" if not text else "foreign text"))
        else:
            yield Finding(element, "elements of unknown names", Trust.SUSPECT, (f"{len(counts)} unknown element names on the page",))


def _shown(view: View, drawn: Counter[str]) -> Iterator[Finding]:
    """Tags that stand in the text as text: each run must bear one id several times, the id of another run, or of `drawn` junk tags."""
    if not view.tree.is_dump:
        if not _TAG_IN_SOURCE.search(view.page.text):
            return
        if not _SHOWN_IN_SOURCE.search(view.page.text):
            yield from _boxed(view)
            return
    places: list[tuple[Element, str, str, int, int, list[str]]] = []
    for element in view.body.iter():
        if element.tag in _CODE:
            texts = [("tail", element.tail)]
        elif isinstance(element.tag, str):
            texts = [("text", element.text), ("tail", element.tail)]
        else:
            texts = [("tail", element.tail)]
        for part, text in texts:
            if text and "<" in text and ">" in text and (part == "text" or element is not view.body):
                for found in _SHOWN.finditer(text):
                    places.append((element, part, text, found.start(), found.end(), _ids(view, found[0])))
    yield from _boxed(view)
    if not places:
        return
    counts = drawn + Counter(i for *_, ids in places for i in ids)
    stretches: dict[tuple[Element, str], list[tuple[int, int]]] = {}
    names: dict[tuple[Element, str], str] = {}
    labels: set[tuple[Element, str, int, int]] = set()
    for element, part, whole, start, end, ids in places:
        if ids and max(counts[i] for i in ids) >= 3 and len(set(ids)) <= 2:
            names[element, part] = max(ids, key=lambda i: counts[i])
            junk = stretches.setdefault((element, part), [])
            if (close := _SHOWN_ENDS.match(whole, end)) and not {*_OPENED.findall(whole, start, end)}.isdisjoint(_CLOSED.findall(close["ends"])):
                label = close["text"].strip()
                if label and _is_put_in(view, label):
                    labels.add((element, part, *close.span("text")))
                    junk.append(close.span("text"))
                junk.append((close.start("ends"), close.end()))
            junk.append((start, end))
    for (element, part), shown in reversed(stretches.items()):
        whole = (element.text if part == "text" else element.tail) or ""
        shown += (link.span() for link in _ANCHOR.finditer(whole) if view.is_foreign(link["href"]))
        spans = [*_joined(sorted(shown))]
        name = names[element, part]
        rest = "".join(whole[b:a] for (_, b), (a, _) in pairwise([(0, 0), *spans, (len(whole), 0)])).strip()
        if part == "text" and len(element) == 0 and element.tag in ("p", "div", "span") and len(spans) > 1 and rest and spans[0][0] < whole.find(rest) < spans[-1][0] and _is_put_in(view, rest):
            yield Finding(element, "a label in junk tags of a mirror", Trust.LIKELY, ("nothing else of the page speaks of it",))
            continue
        is_all = part == "text" and len(element) == 0 and element.tag in ("p", "div", "span", "pre") and not rest
        for start, end in reversed(spans[:1] if is_all else spans):
            is_label = (element, part, start, end) in labels or (is_all and any((element, part, *span) in labels for span in spans))
            yield Finding(
                element,
                "a label in junk tags of a mirror" if is_label else "junk tags of a mirror, shown as text",
                Trust.LIKELY if is_label else Trust.CERTAIN,
                ("nothing else of the page speaks of it",) if is_label else (f'"{name}" {counts[name]} times in tags that stand as text',),
                "element" if is_all else part,
                start=start,
                end=end,
            )


def _ids(view: View, shown: str) -> list[str]:
    """The ids and classes in tags that stand as text; behind a stray end, on a page that does not speak of code, the names of unknown elements that are such, too."""
    ids = _ID.findall(shown)
    names = [name for name in _NAME.findall(shown) if name in ids and name not in _KNOWN] if ids and shown.lstrip().startswith("</") else []
    return ids if not names or view.speaks_of_code else [*ids, *names]


def _is_put_in(view: View, label: str) -> bool:
    """Whether what stands in junk tags is no part of the sentence around: short, and the page says nothing else of it."""
    return 4 <= len(label) <= _LABEL and not SENTENCE.search(label) and (bool(view.advertising(label)) or not view.says_more(label))


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    last: tuple[int, int] | None = None
    for start, end in spans:
        if last and start < last[1]:
            last = last[0], max(end, last[1])
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last


def _boxed(view: View) -> Iterator[Finding]:
    """A hidden box with a stranger's link, escaped by mistake, so that it shows as text."""
    for element in view.body.iter() if _STYLED.search(view.page.text) else ():
        if element.tag in _CODE:
            continue
        for part, text in (("text", element.text), ("tail", element.tail)) if isinstance(element.tag, str) else (("tail", element.tail),):
            for found in reversed([*_BOX.finditer(text)] if text and "<" in text else []):
                addresses = _HREF.findall(found["inside"])
                if hides(found["style"]) and any(map(view.is_foreign, addresses)) and suspicion(view, _TAG.sub(" ", found["inside"])).total >= 0.3:
                    yield Finding(element, "a hidden box, shown as text", Trust.LIKELY, (f"style {found['style']}", f"links to {addresses[0]}"), part, start=found.start(), end=found.end())
