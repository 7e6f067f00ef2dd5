"""What of a page shows to its readers what is hidden at first sight: controls, scripts, and states that its sheets name."""

import re
from collections.abc import Iterator, Set
from itertools import islice
from typing import Final

from qnews_scraper.cleanse.flow import NO_TEXT
from qnews_scraper.cleanse.view import Element, Handled, View
from qnews_scraper.visibility.blocks import APPEARS, SHOWN
from qnews_scraper.visibility.cascade import Cascade
from qnews_scraper.visibility.deeds import HERE
from qnews_scraper.visibility.scripting import Reader
from qnews_scraper.visibility.sheets import Rule, Sheet

_OPENER: Final = re.compile(
    r"(?:展开|阅读|显示|查看|点击阅读|閱讀|展開|顯示|查看)(?:全文|全部|更多|剩余|原文|余下|餘下|阅读|閱讀)|(?:继续|繼續)(?:阅读|閱讀)|(?<![\u3400-\u9fff])展开$|余下全文|点击展开|"
    r"read (?:more|on|full)|show (?:more|all|full)|continue reading|view (?:more|full)|expand|続きを読む|もっと(?:見る|読む)|全文を(?:読む|表示)",
    re.I,
)
"""What a reader clicks to see the rest of an article."""

SHOWS: Final = (
    re.compile(r"""display['"]?\s*[=:,\]]\s*=?\s*['"]?\s*['"](?:block|inline|inline-block|flex|table|)['"]"""),
    re.compile(r"""display\s*=[^;'"\n=]{0,60}(?:==[^;\n?]{0,60})?\?"""),
    re.compile(r"""visibility['"]?\s*[=:,\]]\s*=?\s*['"]visible"""),
    re.compile(r"\.(?:show|toggle(?!\(\s*(?:false|!1)\s*\))|slideDown|slideToggle|fadeIn|fadeToggle|fadeTo|removeClass|toggleClass|removeAttr|removeAttribute)\("),
    re.compile(r"classList\.(?:toggle|remove|replace)"),
    re.compile(r"hidden\s*=\s*(?:false|!1)"),
)
"""How scripts show something. Apart, as each begins with a literal: only so are they searched at C speed."""
_LISTENS = re.compile(
    r"""\.on(?!load|readystate|error)[a-z]+\s*=|\.(?:click|hover|mouseover|live|delegate)\(|(?:addEventListener|attachEvent|\.on|\.bind|\.one)\(\s*['"](?!(?:on)?(?:load|DOMContentLoaded|pageshow|readystatechange)['"])"""
)
_CALLED = re.compile(r"(?<![\w$])([A-Za-z_$][\w$]*+)\s*+\(")
_NAMED = re.compile(r"(?<![\w-])([A-Za-z][\w-]*)(?![\w-])")
_DEFINES = re.compile(r"function\s+([\w$]+)|\b([A-Za-z_$][\w$]*)\s*=\s*(?=function)")
_LOOKED_UP = re.compile(r"""(?:['"][#.]?|[\s,][#.])([\w-]+)""")
_LOOKED_UP_BELOW = re.compile(r"""(?:['"][#.]?|[\s,][#.])[\w#.-]+ ([\w-]+)""")
_STEM = re.compile(r"""['"]#?([A-Za-z][\w-]*)['"]\s*\+""")
_STATE = re.compile(r":(?:hover|checked|target|focus(?:-within|-visible)?|active)(?![\w-])|\[open\]|\.([\w\x80-\U0010ffff-]+)")
_BY_NAME = re.compile(r"[.#\[]")
_HIDDEN_BY: Final = {
    kind: (re.compile(why), re.compile(rf"(?<![\w-]){own}\s*:", re.I), re.compile(rf"(?<![-\w])(?:{SHOWN[kind]})", re.I))
    for kind, why, own in (
        ("display", "^display", "display"),
        ("visibility", "^visibility", "visibility"),
        ("opacity", "^opacity", "opacity"),
        ("height", "that clips$|^pu(?:sh|ll)ed out", "(?:max-)?height"),
        ("transform", "^(?:translate|rotate|scale|transform)", "(?:translate|rotate|scale|transform)"),
        ("place", r" at (?:left|right|top|bottom):|^margin-", "(?:left|right|top|bottom|inset|margin[a-z-]*)"),
    )
}
"""How the reasons begin or end for which none sees a box that a rule may show, what an element says of it by itself, which no rule of a sheet outdoes, and what a rule says."""
_LACKS = re.compile(r"(?:^|(?<=[\s>+~]))(?=[\s>+~]|$)")
"""Where a compound stood of which nothing is left."""
_SPEAKS = re.compile(r"tip|hint|toast|pop|dialog|modal|layer|mask|player|loading|error|alert|notice", re.I)
"""What speaks of the page and is no part of its text."""
_LONGEST: Final = 40000
_LONGEST_READ: Final = 8000
"""Scripts beyond it are libraries."""
_CLOAKS: Final = ("v-cloak", "ng-cloak", "x-cloak", "data-ng-cloak")
"""What Vue, AngularJS and Alpine take away when they have drawn an element."""
_ASKED: Final = re.compile(r"^(?:问|問|Q\d{0,2})\s?[:：、]|[？?]$")
"""How the summary of a <details> asks what it answers."""
_CONTROL: Final = frozenset(["button", "label", "summary", "input"])


def shows(source: str) -> bool:
    """Whether a script shows something."""
    return any(pattern.search(source) for pattern in SHOWS)


def is_opened(view: View, names: list[str], hiding: Set[str] = frozenset()) -> bool:
    """Whether a control, or a script but those that only hide, opens what bears one of some ids or classes."""
    names = [name for name in names if len(name) > 1]
    if not names:
        return False
    if any(name in view.controlled for name in names):
        return True
    handled, spoken = view.handled or _read(view)
    if not handled.isdisjoint(names):
        return True
    stems = {stem for name in names if (stem := name.rstrip("0123456789")) != name and len(stem) > 1}
    return any(is_called or source not in hiding for word in (*names, *(f"{stem}+" for stem in stems)) for source, is_called in spoken.get(word, {}).items())


def _read(view: View) -> Handled:
    """What attributes and scripts do when a reader points or clicks, and what scripts show, read once for a page."""
    told = [value for e in view.outline.elements for key, value in e.items() if (key[:2] == "on" and key != "onload") or (key == "href" and value[:11].lower() == "javascript:")]
    called = frozenset(name for value in told for name in _CALLED.findall(value))
    spoken: dict[str, dict[str, bool]] = {}
    for source in dict.fromkeys(source for _, source in view.scripts if len(source) <= _LONGEST):
        is_called = any(not called.isdisjoint(names) for names in _DEFINES.findall(source))
        if is_called or shows(source) or _LISTENS.search(source):
            for word in {*_LOOKED_UP.findall(source), *_LOOKED_UP_BELOW.findall(source), *(f"{stem}+" for stem in _STEM.findall(source))}:
                spoken.setdefault(word, {})[source] = is_called
    view.handled = frozenset(name for value in told for name in _NAMED.findall(value)), spoken
    return view.handled


def has_state(view: View, element: Element, why: str) -> bool:
    """Whether a rule of the page shows an element, or the box around it that clips, in a state that a pointer, a ticked box, or a class that nothing bears yet brings about; `why` none sees it at first."""
    kind = next((kind for kind, (hidden, *_) in _HIDDEN_BY.items() if hidden.search(why)), "")
    if not kind or _SPEAKS.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return False
    _, own, shown = _HIDDEN_BY[kind]
    if own.search(element.get("style") or ""):
        return False
    stated = view.stated.get(kind)
    if stated is None:
        stated = view.stated[kind] = Cascade(view.outline, [Sheet(tuple(_stated(view, shown)))])
    parent = element.getparent()
    return stated.chooses(element) or (kind == "height" and parent is not None and stated.chooses(parent))


def _stated(view: View, shown: re.Pattern[str]) -> Iterator[Rule]:
    """Rules for the elements that others show in such a state; what is left without a class is chosen by a name of its own, as a sheet of many pages has classes that this one lacks."""
    named = view.outline.named
    asked: set[str] = {"", "*"}
    for rule in view.visibility.cascade.rules:
        if rule.said & APPEARS and shown.search(rule.block):
            for part, _ in rule.parts:
                lacks = [name for name in _STATE.findall(part) if name and "." + name not in named]
                base = _STATE.sub(lambda m: m[0] if m[1] and "." + m[1] in named else "", part)
                if base != part and (base := _LACKS.sub("*", base.strip())) not in asked and (not lacks or _BY_NAME.search(base)):
                    asked.add(base)
                    yield Rule(base, rule.block, rule.said)


def is_cloaked(view: View, element: Element) -> bool:
    """Whether an element wears the cloak of a framework that the page runs."""
    return any(key in element.attrib for key in _CLOAKS) and bool(view.outline.get("script"))


def is_shown_at_once(view: View, element: Element) -> bool:
    """Whether a script of the page shows an element as soon as it runs, or a framework does whose cloak it wears."""
    if is_cloaked(view, element):
        return True
    if view.shown_at_once is None:
        reader = Reader()
        for _, source in view.scripts:
            if len(source) <= _LONGEST_READ and (shows(source) or "emoveAttr" in source or not set(reader.functions).isdisjoint(_CALLED.findall(source))):
                reader.read(source)
        select = view.visibility.cascade.select_text
        view.shown_at_once = frozenset(e for target in dict.fromkeys(reader.shown) if HERE not in target.selector for e in select(target.selector))
    return element in view.shown_at_once


def has_control(element: Element) -> bool:
    """Whether something that a reader can press stands beside an element."""
    beside = (*islice(element.itersiblings("*"), 3), *islice(element.itersiblings("*", preceding=True), 2))
    return any(
        e.tag in _CONTROL or e.get("role") == "button" or "onclick" in e.attrib or (e.tag == "a" and (e.get("href") or "#").startswith(("#", "javascript:")))
        for other in beside
        if other.tag not in NO_TEXT
        for e in islice(other.iter(), 20)
        if isinstance(e.tag, str)
    )


def has_opener(element: Element, around: bool = True) -> bool:
    """Whether something beside an element, or behind the box `around` it, says that it opens the rest."""
    if (details := _details(element)) is not None and any(_OPENER.search(_said(s)) for s in details.iterchildren("summary")):
        return True
    parent = element.getparent()
    near: list[Element] = []
    for _, sibling in zip(range(3), element.itersiblings("*"), strict=False):
        near.append(sibling)
    for _, sibling in zip(range(2), element.itersiblings("*", preceding=True), strict=False):
        near.append(sibling)
    if around and parent is not None:
        for _, sibling in zip(range(2), parent.itersiblings("*"), strict=False):
            near.append(sibling)
    for other in near:
        label = " ".join(other.itertext())[:200] if isinstance(other.tag, str) and other.tag not in ("script", "style") else ""
        if len(label) < 120 and _OPENER.search(label.strip()):
            return True
    return False


def is_accordion(view: View, element: Element) -> bool:
    """Whether an element is one of several answers, each below a short label of its own that a reader sees: <details>, or any boxes of one kind; or what a section of <amp-accordion> opens."""
    if (above := element.getparent()) is not None and above.tag == "section" and (whole := above.getparent()) is not None and whole.tag == "amp-accordion":
        return element.getprevious() is not None
    details = _details(element)
    box = element if details is None else details
    parent = box.getparent()
    if parent is None:
        return False
    if details is not None and any(_ASKED.search(_said(s)) for s in details.iterchildren("summary")):
        return True
    if details is None and next(box.itersiblings(str(box.tag)), None) is None and next(box.itersiblings(str(box.tag), preceding=True), None) is None:
        box, parent = parent, parent.getparent()  # each with its label in a box of its own
        if parent is None:
            return False
    key = (parent, str(box.tag), str(element.tag))
    if key not in view.accordions:
        rows = parent.iterchildren(str(box.tag))
        if details is not None:
            labels = {_said(s) for e in rows for s in e.iterchildren("summary")}
            view.accordions[key] = sum(len(label) >= 4 for label in labels) >= 2 or sum(len(label) >= 3 for label in labels) >= 3
        else:
            answers = rows if box is element else (e for row in rows for e in row.iterchildren(str(element.tag)))
            view.accordions[key] = len({label for e in answers if e in view.concealed and (label := _label(e, view.concealed))}) >= 2
    return view.accordions[key]


def asked(element: Element) -> str:
    """The question that a reader sees of an answer in a <details>; "" elsewhere."""
    details = _details(element)
    return "" if details is None else " ".join(map(_said, details.iterchildren("summary")))


def _label(element: Element, hidden: Set[Element]) -> str:
    """The question or control before a hidden element, in a few words; "" for anything else, and for what nobody sees."""
    before = element.getprevious()
    if before is None or before in hidden or not isinstance(before.tag, str):
        return ""
    label = _said(before)
    if not 4 <= len(label) <= 50 or "。" in label:
        return ""
    asks = label[-1] in "？?" or before.tag in ("dt", "button", "label") or any(key in ("onclick", "role", "aria-expanded", "aria-controls") for key in before.attrib)
    return label if asks or any((a.get("href") or "#").lower().startswith(("#", "javascript:")) for a in before.iter("a")) else ""


def _details(element: Element) -> Element | None:
    """The <details> that an element is or stands in."""
    return next((e for e in (element, *element.iterancestors("details")) if e.tag == "details"), None)


def _said(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
