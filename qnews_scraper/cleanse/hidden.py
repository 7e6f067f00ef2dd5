"""What no reader could see: by the cascade of the page's style sheets, attributes, and the place of boxes.

Hidden text is taken out, with these exceptions, which are reported and kept: the article's own paragraphs
behind 展开全文 or a lazy loader, what a print sheet shows, and a hidden part that is most of the page.
"""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from qnews_scraper.cleanse import openers
from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Evidence, Finding
from qnews_scraper.cleanse.flow import NO_TEXT, Flow, inside, own
from qnews_scraper.cleanse.prose import grams, has_sentence
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, is_shady
from qnews_scraper.trust import Trust
from qnews_scraper.visibility import Hidden
from qnews_scraper.visibility.outline import INLINE

_SCREEN_READER = re.compile(r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|assistive-text|a11y|offscreen|visuallyhidden|hide-text|accessib\w*)(?:$|[\s_-])", re.I)
_WAITS = re.compile(r"lazy|fade|animat|reveal|wow|aos|loading|preload|collaps|toggle|accordion|expand|fold|more|unfold|tab|slide|no-?js|amp-|scroll|appear|in-?view", re.I)

_APPEARS: Final = re.compile(r"(?:^|[\s_-])(?:lazy|fade|animate|wow|aos|in-?view|reveal|loading|preload|tab-?pane|page-?\d+|elementor-invisible)", re.I)
"""Names by which libraries let the parts of a page appear; nobody calls a hidden block of links so."""

_MOVED: Final = re.compile(r"translate:\s?none;\s?rotate:\s?none;\s?scale:\s?none")
"""What GSAP writes into the style of whatever it moves."""
_HAN: Final = re.compile("[\u3400-\u9fff]")
_PANE: Final = re.compile(r"(?:^|[\s_-])(?:slides?|panes?|panels?|tabs?|swiper|carousel|steps?|gallery)(?:$|[\s_\d-])", re.I)
_LANGUAGE: Final = re.compile(r"(?:^|[\s_-])(?:en|eng|english|lang-\w+|zh|cn|tw|hk|chs|cht|ja|jp|ko|kr|fr|ru)(?:$|[\s_-])", re.I)

_REST: Final = 200
"""Characters of the rest of an article that has next to no word of what is seen of it; less is opened by what stands right beside it."""
_ROWS: Final = 20
"""Characters of a hidden table or list without a sentence from which on a control may open it, as tabs open standings."""
_QUOTED: Final = re.compile("[“「『][^”」』]{2,8}[”」』]")
"""A word that a sentence calls by its name, and is not in."""
_BARE: Final = 5
"""How many times as long as the hidden sentences the text may be that is seen of a page whose sentences a script shows."""
_STORY: Final = 300
"""Characters of a text kept invisible by its style until a script shows it, beside which menus and lists do not count."""
_ASKS: Final = re.compile(r"https?:|www\.|\.(?:com|net|cc|top)\b|(?:QQ|[微薇]信).{0,4}[a-z0-9_-]{4}|[加添].{0,2}(?:QQ|[微薇]信)|(?:QQ|[微薇]信)[号號]|\d{6}", re.I)
"""That a text sends its reader to somebody; news names these two services too."""
_SWITCHED: Final = ("display", "visibility", "opacity", "height", "max-height")
"""Ways to hide that scripts switch off again."""


def find(view: View) -> Iterator[Finding]:
    texts: list[tuple[Hidden, str]] = []
    for part in view.visibility.hidden(_may_hold):
        # the first that holds something makes the body's text be read, and of all others it is a slice
        text = (view.flow.text if texts else view.text)(part.element) if part.is_whole else " ".join(own(part.element).split())
        if text or (part.is_whole and part.element.find(".//a[@href]") is not None):
            texts.append((part, text))
    if not texts:
        return
    whole = view.concealed = frozenset(p.element for p, _ in texts if p.is_whole)
    lines = view.lines_without(whole)
    seen = sum(len(line.text) for line in lines)
    is_bare = (len(texts) >= 3 or any(p.why.startswith(("visibility", "opacity")) for p, _ in texts)) and not any(line.linked * 2 < len(line.text) > 20 and has_sentence(line.text) for line in lines)
    is_bare = is_bare and sum(len(text) for p, text in texts if p.is_whole and has_sentence(text)) * _BARE > seen
    veiled = [len(text) for p, text in texts if p.why.startswith("visibility") and len(text) > _STORY]
    is_story = bool(veiled) and max(veiled) > sum(len(line.text) for line in lines if line.linked * 2 < len(line.text) and has_sentence(line.text))
    view.gone |= {p.element for p, text in texts if p.is_whole and (len(text) <= max(seen, 400) or not has_sentence(text))}
    view.veiled |= {p.element for p, _ in texts if not p.is_whole}
    view.learn()
    walked: set[Element] = set()
    classes: set[str] = set()
    for part, text in texts:
        view.gone.discard(part.element)
        if lead := _swallowed(view, part, text):
            yield from (Finding(element, f"no reader sees it: {part.why}", Trust.CERTAIN, (part.why, "its end was lost"), where) for element, where in lead)
            view.gone |= {element for element, where in lead if where == "element"}
            continue
        finding = _judge(view, part, text, seen, is_bare, is_story and len(text) == max(veiled))
        if finding.trust is not Trust.SUSPECT:
            view.gone.add(part.element)
            if part.is_whole and (name := part.element.get("class")) and (view.advertising(text) or any(view.is_foreign(a.get("href") or "") for a in part.element.iter("a"))):
                classes.add(name)
            if not part.is_whole:
                yield from _links_amid(view, part, walked)
        yield finding
    yield from _of_their_class(view, classes)


def _of_their_class(view: View, classes: set[str]) -> Iterator[Finding]:
    """What is seen of a class that strangers hide by, where all that is seen of it leads to strangers and has another topic: a rule of the page's own made it larger."""
    for name in sorted(classes):
        found: dict[Element, Finding] = {}
        for element in view.outline.of_class(name):
            if element in view.gone or any(above in found for above in element.iterancestors()) or not (text := view.flow.text(element)):
                continue
            links = [a.get("href") or "" for a in element.iter("a")]
            against = suspicion(view, text)
            if not links or not all(map(view.is_foreign, links)) or not against.is_off_topic:
                break
            found[element] = Finding(element, "of the class of what strangers hid", Trust.LIKELY, (f"class {name}", *against.words))
        else:
            yield from found.values()


def _links_amid(view: View, part: Hidden, walked: set[Element]) -> Iterator[Finding]:
    """Links to strangers in a line whose text no reader sees: browsers give links a colour of their own. What was `walked` is not walked again."""
    if part.element in walked:
        return
    walk = etree.iterwalk(part.element, events=("start",))
    for _, node in walk:
        if node is part.element:
            continue
        if node in walked or node.tag not in INLINE:
            walk.skip_subtree()
            continue
        walked.add(node)
        if node.tag == "a" and view.is_foreign(node.get("href") or ""):
            yield Finding(node, "a link amid text that no reader sees", Trust.LIKELY, (part.why,))


def _may_hold(element: Element) -> bool:
    """Whether an element can hold text or links that a reader of its page would see."""
    if element.tag in NO_TEXT and element.tag != "button":
        return False
    return any(not text.isspace() for text in element.itertext()) or any("href" in a.attrib for a in element.iter("a"))


def _judge(view: View, part: Hidden, text: str, seen: int, is_bare: bool, is_story: bool) -> Finding:
    element = part.element
    links = list(element.iter("a")) if part.is_whole else []
    against = suspicion(view, text, links, is_inside=False)
    where = "element" if part.is_whole else "own text"
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    evidence = (part.why, *against.words)
    if (reason := _kept(view, part, text, links, against, seen, is_bare, is_story, name)) and (against.total < 1.2 or "its end was lost" in reason):
        return Finding(element, reason, Trust.SUSPECT, evidence, where)
    if _SCREEN_READER.search(name) and against.total < 0.6:
        return Finding(element, "text for screen readers only", Trust.CERTAIN, evidence, where, kind="screen-reader")
    if _is_strangers(view, part, text, links, against, name):
        view.is_broken_into = True
        view.hidden_by_strangers.add(element)
    return Finding(element, f"no reader sees it: {part.why}", Trust.CERTAIN, evidence, where)


def _kept(view: View, part: Hidden, text: str, links: list[Element], against: Evidence, seen: int, is_bare: bool, is_story: bool, name: str) -> str:
    """Why a hidden part is kept all the same; "" when it is not."""
    if _lost_its_end(view, part, text, seen):
        return "hidden, but its end was lost and it holds the rest of the page"
    if len(text) > max(seen, 200) and openers.is_cloaked(view, part.element):
        return "the page itself, which a framework shows when it has drawn it"
    if len(text) > max(seen, 200) and part.is_whole and has_sentence(text) and openers.is_shown_at_once(view, part.element):
        return "the page's text, which a script shows at once"
    foreign = sum(view.is_foreign(a.get("href") or "") for a in links)
    if part.element.tag in ("h1", "h2") and not foreign and len(text) >= 4 and not part.why.startswith("display") and text in view.all_titles:
        return "the headline, for which the page shows a picture"
    words = view.advertising(text)
    asks = _ASKS.search(text) is not None
    is_plain = not foreign and not words and not asks
    is_sentence = has_sentence(text)
    if is_plain and against.total < 0.8 and _is_printed(view, part.element):
        return "hidden on screens, shown in print"
    if is_plain and len(text) >= 8 and _is_pane(view, part.element, name) and 2 * _linked(links) <= len(text) and view.is_han(text):
        return "one of several panes, of which another is shown"
    if not links and not asks and (is_sentence or (is_plain and len(text) >= _ROWS)) and (view.is_han(text) or (view.is_latin and not _HAN.search(text))):
        speaks = bool(words) and is_sentence and bool(advertising(view.h1))
        strange = frozenset[str]() if speaks else words and words - advertising("\n".join((view.h1, openers.asked(part.element), *view.sentences, *_QUOTED.findall(text))))
        if not strange and part.is_whole and openers.is_accordion(view, part.element):
            return "one of several questions that open their answers"
        if len(strange) < 2 and (openers.is_opened(view, [part.element.get("id") or "", *_row_names(view, part.element), *((part.element.get("class") or "").split() if speaks else ())]) or openers.has_state(view, part.element, part.why)):
            return "a control of the page opens it"
        if len(strange) < 2 and openers.is_shown_at_once(view, part.element):
            return "a script of the page shows it at once"
    if not is_sentence or len(text) < 15:
        if len(text) > seen and len(text) > 400 and not any(has_sentence(line.text) for line in view.lines):
            return "hidden, but it is most of the page"
        return ""
    if words and not foreign and is_bare and len(text) > max(seen, 200) and _advertises_little(view, part):
        return "hidden, but it is most of the page's text, an offer of the house's own below it: shown by a script"
    if foreign > 2 or _linked(links) * 2 > len(text) or words:
        return ""
    if is_bare and is_plain:
        return "hidden, but no sentence of the page is seen: shown by a script"
    if is_story and is_plain and part.element.get("id"):
        return "hidden, but it is most of what the page tells: shown by a script"
    if len(text) > seen and len(text) > 200:
        return "hidden, but it is most of the page's text: shown by a script"
    share = view.share(text, is_inside=False)
    is_near = share is None or share >= 0.1
    if is_plain and not links and (_HAN.search(text) is None) != (_HAN.search("".join(view.sentences[:9])) is None) and (_LANGUAGE.search(name) or part.element.get("lang")) and not part.element.get("style"):
        return "the article in another language, behind a switch"
    if (is_near or view.is_han(text)) and openers.has_opener(part.element, is_near or len(text) >= _REST):
        return "the article's own text behind a button that opens it"
    if view.is_han(text) and not asks and (_APPEARS.search(name) or _MOVED.search(part.element.get("style") or "")):
        return "the article's own text that a script lets appear"
    waits = _WAITS.search(name) or part.why.startswith("opacity") or _is_scripted(view, part.element)
    if not _says_more(view, part) or _is_nameless(part) or (part.element in view.struck and not _WAITS.search(name)):
        return ""
    if share is not None and share >= (0.1 if waits else 0.15) * (1 if re.search("[\u3400-\u9fff]", text) else 2):
        return "hidden, but of the page's own topic" + (": it waits for a script" if waits else "")
    return ""


def _advertises_little(view: View, part: Hidden) -> bool:
    """Whether three lines or more of a part are sentences that offer nothing, and of all its lines one in five at most offers something, as an account's page ends (商务合作请加微信)."""
    lines = [line.text for line in Flow(part.element).lines(frozenset(), frozenset())] if part.is_whole else []
    offers = sum(bool(view.advertising(line) or _ASKS.search(line)) for line in lines)
    return offers * 5 <= len(lines) and sum(map(has_sentence, lines)) >= offers + 3


def _linked(links: list[Element]) -> int:
    """How many characters stand in links."""
    return sum(len(inside(a)) for a in links)


def _is_nameless(part: Hidden) -> bool:
    """Whether a hidden element bears nothing by which a script or a rule could find and show it."""
    if not part.is_whole or part.element.get("style") is None or part.why.startswith(("opacity", "visibility")):
        return False
    if any(key in ("id", "class", "name") or key.startswith(("data-", "on", "v-", "x-", ":")) for key in part.element.attrib):
        return False
    around = (e for _, e in zip(range(4), part.element.iterancestors(), strict=False))
    return not any(_WAITS.search(f"{e.get('class') or ''} {e.get('id') or ''}") for e in around)


def _is_strangers(view: View, part: Hidden, text: str, links: list[Element], against: Evidence, name: str) -> bool:
    """Whether nobody but a stranger hides such a text: it advertises to strangers, or is a bare line of another topic that nothing could show."""
    if any(not view.is_foreign(a.get("href") or "") for a in links):
        return False
    if links and (view.advertising(text) or any(is_shady(domain, domain) for a in links if (domain := domain_of(a.get("href") or "")))):
        return True
    is_left = _is_nameless(part) or (part.is_whole and not part.why.startswith(_SWITCHED) and not _is_scripted(view, part.element) and not _SCREEN_READER.search(name))
    return against.is_off_topic and is_left and all(e.tag in INLINE or e.tag in ("br", "p") for e in part.element.iterdescendants("*"))


def _says_more(view: View, part: Hidden) -> bool:
    """Whether a hidden part has a sentence that is not the page's heading once more, as the card of a player that has ended says it."""
    if not part.is_whole:
        return True
    heading = set(grams(view.h1))
    lines = (line.text for line in Flow(part.element).lines(frozenset(), frozenset()))
    told = (grams(text) for text in lines if has_sentence(text))
    return any(sum(g in heading for g in own) * 5 < 3 * max(1, len(own)) for own in told)


def _swallowed(view: View, part: Hidden, text: str) -> list[tuple[Element, str]]:
    """What a hidden box that lost its end held before it swallowed the article's rest; [] for a box that did not."""
    if len(text) < 60 or not part.is_whole or not has_sentence(text) or not view.is_han(text):
        return []
    is_named = part.element.get("style") is None
    if is_named and (openers.has_opener(part.element) or openers.has_state(view, part.element, part.why)):
        return []
    if not any(has_sentence("".join(other.itertext())) for _, other in zip(range(4), part.element.itersiblings("*", preceding=True), strict=False)):
        return []
    names = {part.element.tag, *(e.tag for e in part.element.iter("div", "table", "td", "span", "font", "ul", "center", "section"))}
    if all(view.opened(str(name)) <= 0 for name in names):
        return []
    lines = [*Flow(part.element).lines(frozenset(), frozenset())]
    rest = [line for line in lines[1:] if has_sentence(line.text) and line.linked * 2 < len(line.text) and not view.advertising(line.text)]
    if len(rest) < 2 or sum((view.share(line.text, is_inside=False) or 0.0) >= 0.06 for line in rest) * 2 < len(rest):
        return []
    lead: list[tuple[Element, str]] = []
    for i, line in enumerate(lines):
        if i and line in rest:
            break
        if is_named and (view.share(line.text, is_inside=False) or 0.0) >= 0.06:
            return []
        lead.append((line.element, "element" if line.element is not part.element else "own text"))
    return lead


def _lost_its_end(view: View, part: Hidden, text: str, seen: int) -> bool:
    """Whether a hidden box of a page that lacks ends of boxes holds the article's heading, or a good part of the page's sentences."""
    if len(text) < 300 or not part.is_whole or not view.tree.is_torn:
        return False
    return next(part.element.iter("h1"), None) is not None or (len(text) * 3 > seen and has_sentence(text))


def _is_scripted(view: View, element: Element) -> bool:
    """Whether a script, or an attribute for one, speaks of an element."""
    if any(key.startswith(("data-", "on")) for key in element.attrib):
        return True
    names = [n for n in ((element.get("id") or ""), *(element.get("class") or "").split()) if len(n) > 3]
    return any(n in source for _, source in view.scripts for n in names)


def _is_pane(view: View, element: Element, name: str) -> bool:
    """Whether an element is called a pane or a slide, and one beside it of the same class is seen."""
    parent = element.getparent()
    if parent is None or _SCREEN_READER.search(name) or not _PANE.search(f"{name} {parent.get('class') or ''} {parent.get('id') or ''}"):
        return False
    own = _names(element)
    return any(len(own & _names(other)) >= 2 and other not in view.gone and any(not t.isspace() for t in other.itertext()) for other in parent.iterchildren("*") if other is not element)


def _row_names(view: View, element: Element) -> frozenset[str]:
    """The classes of an element that one beside it, which is seen, has too, while both have ids that differ in a number: parts of one text."""
    parent = element.getparent()
    stem = _stem(element)
    if parent is None or not stem:
        return frozenset()
    if parent not in view.rows:
        seen = (other for other in parent.iterchildren("*") if other not in view.concealed)
        view.rows[parent] = frozenset((str(other.tag), _stem(other), name) for other in seen for name in (other.get("class") or "").split())
    return frozenset(name for name in (element.get("class") or "").split() if (str(element.tag), stem, name) in view.rows[parent])


def _stem(element: Element) -> str:
    """The id without its number; "" for one without a number."""
    own = element.get("id") or ""
    return own.rstrip("0123456789") if own[-1:].isdecimal() else ""


def _names(element: Element) -> set[str]:
    """The tag, the classes, and the id without its number."""
    return {str(element.tag), *(element.get("class") or "").split(), *({f"#{stem}"} if (stem := _stem(element)) else ())}


def _is_printed(view: View, element: Element) -> bool:
    for sheet in view.visibility.cascade.sheets:
        for selectors in sheet.printed:
            if any(e is element for e in view.visibility.cascade.select_text(selectors)):
                return True
    return bool(re.search(r"print", f"{element.get('class') or ''} {element.get('id') or ''}", re.I))
