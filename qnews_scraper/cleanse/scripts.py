"""What scripts do, read and never run: blocks they hide, wrappers they write, and redirects and cloaks, which are only reported."""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, islice
from typing import Final
from urllib.parse import urljoin

from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.flow import NO_TEXT
from qnews_scraper.cleanse.openers import has_control, is_opened, shows
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.trust import Trust
from qnews_scraper.visibility.blocks import hides
from qnews_scraper.visibility.cascade import Cascade
from qnews_scraper.visibility.deeds import HERE, Deed, Target
from qnews_scraper.visibility.followed import Followed
from qnews_scraper.visibility.scripting import Reader

_OPENED = re.compile(r"<([a-z][a-z0-9]*)\b([^<>]*)>", re.I)
_MOST_OPENED: Final = 40
"""Elements that the opening of a wrapper has at most."""
_MOST_RULES: Final = 40
"""Rules for one class that are asked."""
_VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr script style".split())
_STATED_NAME = re.compile(r"\b(class|id)\s*=\s*[\"']?([\w -]+)", re.I)
_STATED_STYLE = re.compile(r"style\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*))", re.I)
_STYLES = (".style", ".css(", ".attr(", "setAttribute(", "[\"style", "['style")
_DECLARES = ("none", "isplay", "isib", "idden", "absolute", "fixed", "opacity", "ontSize", "font-size", "olor", "ndent", "overflow", "clip", "ransform", "margin", "zoom", "zIndex", "-index", "cssText")
_DEFINES = re.compile(r"customElements\s*\.\s*define\(\s*['\"]([a-z][\w.]*+-[\w.-]*+)['\"]")
"""Elements that a script gives a shadow tree; without a slot in it nothing of their own is drawn."""
_TAKES_OUT = (".hide(", ".remove(", ".removeChild(", ".empty(", ".detach(", ".fadeOut(", ".slideUp(", ".replaceWith(", ".hidden", "addClass(", "classList.add", "className", "attr(\"class", "attr('class", ".prop(", ".toggle(false", ".toggle(!1", "insertRule", "replaceSync(", "addRule(", "<style")
_EMPTIES = (
    *((name, re.compile(rf"""{name}\s*=\s*(?:""|'')""")) for name in ("innerHTML", "innerText", "textContent", "outerHTML")),
    *((f".{name}(", re.compile(rf"""\.{name}\(\s*(?:""|'')\s*\)""")) for name in ("html", "text")),
    ("createElement(", re.compile(r"""createElement\(\s*['"]style""")),
)
_BUILDS = re.compile(r"""\(p,a,c,k|\w['"][ ]?\+[ ]?['"]\w|fromCharCode\(|unescape\(|atob\(|\.reverse\(|\\x[0-9a-f]{2}\\x""")
"""Words put together, which a gate cannot read."""
_BUILDS_SIGNS = ("(p,a,c,k", "'+'", '"+"', "' + '", '" + "', "fromCharCode(", "unescape(", "atob(", ".reverse(", "\\x")
_WRAPS = ("display", "visib", "posit", "overflow", "opacity", "hidden", "indent", "textarea", "marquee", "noscript", "style", "iframe", "class")
_LONGEST: Final = 8000
"""Scripts beyond it are libraries."""
_SHORT: Final = 2500
"""Scripts beyond it that write, or put words together, write more than the opening of a box."""
_WORD = re.compile(r"[A-Za-z_$][\w$]*")
_NAMES = re.compile(r"[#.]([\w-]+)|=['\"]?([\w-]+)")
_SPIDER_SIGNS = ("spider", "googlebot", "bingbot", "haosou")
_SPIDERS = re.compile(r"baiduspider|googlebot|bingbot|sogou\s*(?:web)?\s*spider|360spider|yisouspider|bytespider|spider\|bot|haosou", re.I)
_REFERRER = re.compile(r"document\.referrer", re.I)
_PLACE = re.compile(r"ocation(?i:(?:\.href)?\s*=(?!=)|\.(?:replace|assign)\s*\()")
"""Where `_GOES` matches, but for at most ten characters before: what begins with a literal is searched at C speed."""
_GOES = re.compile(r"(?:window|document|top|self|parent)?\.?location(?:\.href)?\s*=(?!=)|location\.(?:replace|assign)\s*\(", re.I)
_PACKED = (
    ("eval", re.compile(r"eval\s*\(\s*(?:function\s*\(\s*p\s*,\s*a\s*,\s*c|unescape|atob|String\.fromCharCode|decodeURIComponent)")),
    ("fromCharCode", re.compile(r"fromCharCode\((?:\s*\d+\s*,){8,}")),
    ("\\x", re.compile(r"\\x[0-9a-fA-F]{2}(?:\\x[0-9a-fA-F]{2}){11,}")),
)
"""How scripts are packed, and what stands in each that is."""
_HEX = re.compile(r"\\x[0-9a-fA-F]{2}(?:\\x[0-9a-fA-F]{2}){3,}")
_CODE = re.compile(r"\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})")
_TELLING = re.compile("location|href|referrer|https?:|write|eval|iframe")
_ADDRESS = re.compile(r"""['"]((?:https?:)?//[^'"\s]{4,300})['"]""")
_IMPORTANT = re.compile(r"\s*!\s*important", re.I)
_REFRESH = re.compile(r"url\s*=\s*['\"]?([^'\"\s;]+)", re.I)


def find(view: View) -> Iterator[Finding]:
    followed = Followed()
    cascade = Cascade(view.outline, ())
    rules: list[str] = []
    read: set[str] = set()
    passed: set[tuple[Element | None, str]] = set()
    for script, source in view.scripts:
        if "attachShadow(" in source and "slot" not in source:
            rules += (f"{name}>*{{content-visibility:hidden}}" for name in _DEFINES.findall(source) if view.outline.get(name.lower()))
        if not (_may_hide(source) or _names_any(source, followed.last.functions)):
            continue
        is_shown = shows(source)
        if is_shown and ("document.write" not in source or len(source) > _SHORT):
            continue
        told = followed.follow(source)
        for text in told.written:
            if (opened := _written(view, text, rules)) is not None:
                yield from _between(view, script, *opened, passed)
        if not is_shown:
            read.add(source)
            rules += told.sheets
            for target, deeds in groupby(told.deeds, key=lambda deed: deed.target):
                rules += _rules(view, cascade, script, target, [*deeds], read, bool(rules))
    if rules:
        view.extra_css = "\n".join(rules)


def _may_hide(source: str) -> bool:
    """Whether a script may hide something at once: it costs next to nothing to ask."""
    return len(source) <= _LONGEST and _has_signs(source)


@lru_cache(maxsize=256)
def _has_signs(source: str) -> bool:
    """Whether a script has words of what hides; the pages of a site repeat their scripts."""
    has = source.__contains__
    is_short = len(source) <= _SHORT
    if is_short and "document.write" in source and ("cript" not in source or any(map(source.lower().__contains__, _WRAPS))):
        return True
    if any(map(has, _TAKES_OUT)) or (any(map(has, _STYLES)) and any(map(has, _DECLARES))):
        return True
    if any(sign in source and pattern.search(source) for sign, pattern in _EMPTIES):
        return True
    return is_short and any(map(has, _BUILDS_SIGNS)) and "cript" not in source and _BUILDS.search(source) is not None


def _names_any(source: str, functions: tuple[str, ...]) -> bool:
    """Whether a script has the name of a function for a word: minified ones are called by a letter."""
    return any(name in source for name in functions) and not set(functions).isdisjoint(_WORD.findall(source))


def _rules(view: View, cascade: Cascade, script: Element, target: Target, deeds: list[Deed], read: set[str], has_rules: bool) -> Iterator[str]:
    """Rules equal to what a script does; what a script or a control of the page shows again is not hidden."""
    added = [name for deed in deeds for name in deed.added.split()]
    css = ";".join(deed.css.strip().rstrip(";") for deed in deeds if deed.css)
    if not added and not has_rules and not hides(css) and "--" not in css:
        return
    selector = target.selector.replace(HERE, f":is({_path(script)})") if HERE in target.selector else target.selector
    if added and selector in ("html", "body"):
        yield from _of_page(view, cascade, added, selector)
        return
    chosen = [*cascade.select_text(selector)]
    if target.index is not None:
        chosen = sorted(chosen, key=view.outline.elements.index)[target.index : target.index + 1] if len(chosen) < 500 else []
        selector = _path(chosen[0]) if chosen else ""
    names = [*_names(selector), *(name for e in chosen[:20] for name in ((e.get("id") or ""), *(e.get("class") or "").split()))]
    if not chosen or is_opened(view, names, read):
        return
    blocks = [*_of_classes(view, added, selector)] if added else []
    if css:
        blocks.append(f"{selector}{{{re.sub(r';|$', ' !important;', _IMPORTANT.sub('', css))}}}")
    if blocks:
        view.struck.update(e for e in chosen if e not in view.struck and not has_control(e))
    yield from blocks


def _of_page(view: View, cascade: Cascade, classes: list[str], selector: str) -> Iterator[str]:
    """The same for the whole page, as it tells its sheets that scripts run: of what they hide then, what leads to strangers."""
    rules = [*_of_classes(view, classes, selector)]
    led = {e for a, _, _ in view.foreign_links for e in (a, *a.iterancestors())} if rules else frozenset[Element]()
    for rule in rules:
        if any(e in led and e.tag not in ("html", "body") and not is_opened(view, [e.get("id") or "", *(e.get("class") or "").split()]) for e in cascade.select_text(rule.partition("{")[0])):
            yield rule


def _of_classes(view: View, classes: list[str], selector: str) -> Iterator[str]:
    """The rules of the page's sheets that select an element by a class, for one that is given the class."""
    for name in classes:
        for part, block in view.hiding.get("." + name, ())[:_MOST_RULES]:
            yield re.sub(rf"\.{re.escape(name)}(?![\w-])", lambda _: f":is({selector})", part) + f"{{{block}}}"


def _names(selector: str) -> list[str]:
    return [name for pair in _NAMES.findall(selector) for name in pair if name]


def _path(element: Element) -> str:
    """A selector of one element by its place."""
    steps = []
    at: Element | None = element
    while at is not None:
        steps.append(f":nth-child({1 + sum(1 for e in at.itersiblings('*', preceding=True))})" if at.getparent() is not None else "html")
        at = at.getparent()
    return " > ".join(reversed(steps))


def _written(view: View, text: str, rules: list[str]) -> tuple[str, str] | None:
    """The hidden element, and why it is hidden, that a script opens by what it writes; sheets that it writes become rules."""
    text = html.unescape(text)
    if "<style" in text:
        rules.append(re.sub(r"</?style[^>]*>", "", text))
        return None
    for opened in islice(_OPENED.finditer(text), _MOST_OPENED):
        tag, attributes = opened[1].lower(), opened[2]
        rest = text[opened.end() :].lower()
        if tag not in _VOID and rest.count(f"</{tag}") <= rest.count(f"<{tag}") and (why := _why_hidden(view, tag, attributes)):
            return tag, why
    return None


def _why_hidden(view: View, tag: str, attributes: str) -> str:
    """Why an element that a script opens is hidden, as far as its attributes and the rules for its names tell."""
    if tag in ("textarea", "marquee", "noscript", "iframe"):
        return f"<{tag}>"
    if re.search(r"\shidden\b", attributes):
        return "hidden"
    if (found := _STATED_STYLE.search(attributes)) and (style := next((v for v in found.groups() if v), "")) and hides(style):
        return style
    names = {("." if kind.lower() == "class" else "#") + name for kind, value in _STATED_NAME.findall(attributes) for name in value.split()}
    chosen = names | {tag + name for name in names}
    return next((block.strip() for name in sorted(names) for part, block in view.hiding.get(name, ()) if part in chosen), "")


def _between(view: View, script: Element, tag: str, why: str, passed: set[tuple[Element | None, str]]) -> Iterator[Finding]:
    """What lies between the script that writes the opening of a hidden element and the one that closes it.

    `passed` tells what was gone through by now: scripts within such a piece, and parents in which nothing more closes a tag.
    """
    if (script, tag) in passed or (script.getparent(), tag) in passed:
        return
    ends = []
    for sibling in script.itersiblings():
        ends.append(sibling)
        if sibling.tag == "script" and re.search(rf"(?:<|%3C)\\?/{tag}", _closes(sibling.text or ""), re.I):
            break
    else:
        passed.add((script.getparent(), tag))
        return
    passed.update((sibling, tag) for sibling in ends[:-1] if sibling.tag == "script")
    reason = f"between scripts that write <{tag} {why}> around it"
    if script.tail and script.tail.strip():
        yield Finding(script, reason, Trust.CERTAIN, (why,), "tail")
    for sibling in ends[:-1]:
        if isinstance(sibling.tag, str) and sibling.tag not in NO_TEXT and (view.flow.text(sibling) or sibling.tag == "a"):
            yield Finding(sibling, reason, Trust.CERTAIN, (why,))
        if sibling.tail and sibling.tail.strip():
            yield Finding(sibling, reason, Trust.CERTAIN, (why,), "tail")


def _closes(source: str) -> str:
    """What a script says in its own letters, and what it writes."""
    reader = Reader()
    if "write" in source and len(source) <= _LONGEST:
        reader.read(source)
    return "".join((_unescaped(source), *reader.written))


def reports(view: View) -> Iterator[str]:
    """Redirects and cloaks, each "kind: evidence"."""
    for _, source in view.scripts:
        told, addresses = (_told_once if len(source) <= _LONGEST else _told)(source)
        yield from told
        for url in addresses:
            if view.is_foreign(url):
                yield f"redirect-script: sends readers to {domain_of(url)}"
                break
    for meta in view.outline.get("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh" and (found := _REFRESH.search(meta.get("content") or "")):
            target = _join(view.page.url, found[1])
            if view.is_foreign(target):
                yield f"redirect-refresh: sends readers to {domain_of(target)}"
    for element in view.outline.get("base"):
        if view.is_foreign(element.get("href") or ""):
            yield f"foreign-base: links are read from {domain_of(element.get('href') or '')}"


def _told(source: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a script does that is reported, and the addresses to which it may send its readers."""
    source = source[:200_000]
    told = []
    place = _PLACE.search(source) if "location" in source else None
    goes = _GOES.search(source, max(0, place.start() - 10)) if place else None
    asks_whence = goes and _REFERRER.search(source)
    if asks_whence:
        told.append("redirect-script: sends readers on by where they come from (document.referrer)")
    if ("pider" in source or "bot" in source) and ("gent" in source or "eferrer" in source) and any(map(source.lower().__contains__, _SPIDER_SIGNS)) and _SPIDERS.search(source) and ("userAgent" in source or "useragent" in source.lower() or _REFERRER.search(source)):
        told.append("cloaking-script: asks whether a search engine's spider is reading")
    if (packed := next((p for sign, pattern in _PACKED if sign in source and (p := pattern.search(source))), None)) and (goes or "location" in source or "document.write" in source or len(packed[0]) > 40 or "function" not in packed[0]):
        told.append(f"packed-script: hides what it does ({packed[0][:24]}…)")
    elif "\\x" in source and (word := _escaped(source)):
        told.append(f"packed-script: spells {word} in codes")
    return tuple(told), tuple(_ADDRESS.findall(source[goes.start() : goes.start() + 400])) if goes and not asks_whence else ()


_told_once = lru_cache(maxsize=256)(_told)
"""The same for scripts that are no libraries: the pages of a site repeat theirs."""


def _unescaped(source: str) -> str:
    """A source with its \\xNN and \\uNNNN read."""
    return _CODE.sub(lambda m: chr(int(m[1] or m[2], 16)), source) if "\\x" in source or "\\u" in source else source


def _escaped(source: str) -> str:
    """A telling word that a script spells in \\xNN."""
    for found in _HEX.finditer(source):
        if telling := _TELLING.search(_unescaped(found[0])):
            return telling[0]
    return ""


def _join(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return ""
