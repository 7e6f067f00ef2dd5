"""What the cleansers look at: the tree, what is visible of it, and (cleanse.topic) what the page is about.

Everything here is computed when first asked for; a sound page asks for little.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from typing import Final

from lxml import etree

from qnews_scraper.cleanse import alphabets, disguise
from qnews_scraper.cleanse.domain import HOST, domain_of, registered
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.flow import Flow, Line, inside
from qnews_scraper.cleanse.places import Places
from qnews_scraper.cleanse.prose import grams, is_stuffed
from qnews_scraper.cleanse.styles import sheets_of
from qnews_scraper.cleanse.topic import Topic
from qnews_scraper.cleanse.unconverted import Unconverted
from qnews_scraper.cleanse.words import advertising, is_shady
from qnews_scraper.ledger import undo
from qnews_scraper.mend import END_OF_DOCUMENT
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import Tree
from qnews_scraper.visibility import Outline, Visibility
from qnews_scraper.visibility.cascade import Cascade
from qnews_scraper.visibility.sheets import Sheet, sheet

Element = etree._Element
Link = tuple[Element, str, str]
"""An <a>, the host it leads to, and the registered domain of that host."""

_FEW: Final = 3
"""Sentences that advertise up to which a page does not speak of such things."""
_COPIED: Final = 10
"""Links to one other domain from which on a page may be a copy of one there."""
_HEADING: Final = 200
"""Characters beyond which a heading has lost its end."""
_NAMES = re.compile(r"[.#][\w-]+")
_TURNS = re.compile(r"&#(?:8238|x202e);", re.I)
_CONTROLS: Final = ("href", "aria-controls", "data-target", "data-bs-target", "popovertarget", "commandfor")


Cleanser = Callable[["View"], Iterator[Finding]]
Handled = tuple[frozenset[str], dict[str, dict[str, bool]]]
"""The words of handlers; and by the words that they look up ("stem+" for one before a number) the scripts that act, with whether a handler calls them."""


@dataclass
class View(Topic):
    """One page before its cleansers."""

    tree: Tree
    page: Page
    options: Options
    gone: set[Element] = field(default_factory=set)
    """Elements that a cleanser has already found to be no part of the page."""
    strange: set[str] = field(default_factory=set)
    """Lines that a cleanser has found to be no part of the page, while their element holds more."""
    taken: list[str] = field(default_factory=list)
    """What cleansers take out of sentences, and what they take out that advertises or leads to strangers: the head may say it too."""
    beside: list[Element] = field(default_factory=list)
    """What held foreign lines that have been found."""
    veiled: set[Element] = field(default_factory=set)
    """Elements whose own text is no part of the page, while something in them is."""
    concealed: Set[Element] = frozenset()
    """Elements that no reader sees, be they part of the page or not."""
    struck: set[Element] = field(default_factory=set)
    """Elements that a script hides, and nothing of the page shows again."""
    accordions: dict[tuple[Element, str, str], bool] = field(default_factory=dict)
    """Whether the children of an element, by their tag and by that of what they hide, are questions with their answers."""
    is_broken_into: bool = False
    """Whether a cleanser has found what nobody but a stranger puts into a page."""
    put_in: set[Element] = field(default_factory=set)
    """What of that are whole elements that readers see,"""
    hidden_by_strangers: set[Element] = field(default_factory=set)
    """and that none sees."""
    unseen: list[str] = field(default_factory=list)
    """Short texts that no reader sees, no sentences, and of which the page says nothing: on a page that strangers broke into the head may say them too."""
    handled: Handled | None = None
    """What of the page a reader's deeds bring about; filled by `openers`."""
    rows: dict[Element, frozenset[tuple[str, str, str]]] = field(default_factory=dict)
    """Tag, id without its number, and class of the children of an element that are seen."""
    shown_at_once: frozenset[Element] | None = None
    """The elements that the page's scripts show as soon as they run; likewise."""
    stated: dict[str, Cascade] = field(default_factory=dict)
    """The rules that show something in some state, by what hides it otherwise; likewise."""
    _labels: dict[Element, str] = field(default_factory=dict)
    """The texts of links, for those that were asked for."""
    _foreign: dict[str, bool] = field(default_factory=dict)
    """Whether URLs lead to other domains, for those that were asked for."""
    _scripts: dict[str, bool] = field(default_factory=dict)
    """Whether the page's lines are in a script, for those that were asked for."""
    _told: tuple[tuple[frozenset[Element], frozenset[Element]], tuple[Line, ...]] | None = None
    """The lines that `lines_without` was last asked for, and without what."""

    @cached_property
    def root(self) -> Element:
        return self.tree.root

    @cached_property
    def body(self) -> Element:
        return next(self.root.iterchildren("body"), self.root)

    @cached_property
    def outline(self) -> Outline:
        return Outline(self.root)

    @cached_property
    def all_text(self) -> str:
        """All text but scripts and the title, hidden parts included: enough to know what the page cannot contain."""
        return self.outline.text

    @cached_property
    def present(self) -> frozenset[str]:
        """Advertising words anywhere in the body's text; a page without one is looked at more briefly."""
        found = advertising(self.all_text)
        return found | advertising(self.all_text[::-1]) if self.is_turned else found

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Links of the body that name a host."""
        found: list[Link] = []
        for element in self.outline.get("a"):
            if (href := element.get("href")) and "//" in href and (host := HOST.match(href)) and (domain := registered(host[1])):
                found.append((element, host[1], domain))
        return tuple(found)

    @cached_property
    def hosts(self) -> Counter[str]:
        """How many links of the body lead to each registered domain."""
        return Counter(domain for _, _, domain in self.links)

    @cached_property
    def foreign_links(self) -> tuple[Link, ...]:
        """Links to other registered domains; registries of the state, which every footer must link, left out."""
        foreign = {domain for domain in self.hosts if self._is_other(domain)}
        return tuple(link for link in self.links if link[2] in foreign) if foreign else ()

    def label(self, link: Element) -> str:
        """The text of a link as it stands."""
        found = self._labels.get(link)
        if found is None:
            found = self._labels[link] = inside(link)
        return found

    @cached_property
    def all_titles(self) -> str:
        """What <title> and the titles of the meta elements say."""
        told = (m.get("content") or "" for m in self.outline.get("meta") if (m.get("property") or m.get("name") or "").lower() in ("og:title", "twitter:title"))
        return "\n".join((*("".join(t.itertext()) for t in self.outline.get("title")), *told))

    @cached_property
    def scripts(self) -> tuple[tuple[Element, str], ...]:
        """Inline scripts and their source."""
        return tuple((s, text) for s in self.outline.get("script") if (text := s.text))

    @cached_property
    def controlled(self) -> frozenset[str]:
        """The ids of what links and buttons of the page open: href="#id", aria-controls, data-target."""
        told = (value for e in self.outline.elements for key in _CONTROLS if (value := e.get(key)) and (value[0] == "#" or key in ("aria-controls", "popovertarget", "commandfor")))
        return frozenset(name.removeprefix("#") for value in told for name in value.split() if len(name) > 1)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The page's own style sheets."""
        return tuple(sheets_of(self.outline, self.page))

    @cached_property
    def hiding(self) -> dict[str, list[tuple[str, str]]]:
        """The selectors and blocks of the rules of the page's own sheets that hide, by each ".class" and "#id" they name."""
        found: dict[str, list[tuple[str, str]]] = {}
        for own in self.sheets:
            for rule in own.rules:
                for part, _ in rule.parts if rule.hides else ():
                    for name in dict.fromkeys(_NAMES.findall(part)):
                        found.setdefault(name, []).append((part, rule.block))
        return found

    @cached_property
    def extra_css(self) -> str:
        """Rules that scripts lay down; set by the cleanser of scripts before visibility is asked for."""
        return ""

    @cached_property
    def visibility(self) -> Visibility:
        return Visibility(self.outline, (*self.sheets, sheet(self.extra_css)) if self.extra_css else self.sheets)

    @cached_property
    def domain(self) -> str:
        """The registered domain of the page: of its URL, else the one most of its links lead to, unless one in three of these advertises."""
        own = domain_of(self.page.url)
        if own:
            return own
        leading: defaultdict[str, list[Element]] = defaultdict(list)
        for link, _, domain in self.links:
            leading[domain].append(link)
        for name, count in self.hosts.most_common():
            if count < 3:
                break
            if not is_shady(name, name) and 3 * sum(bool(advertising(self.label(link))) for link in leading[name]) < count:
                return name
        return ""

    @cached_property
    def origin(self) -> str:
        """The registered domain that a page was copied from: more than half of its links lead there, and a picture, script or sheet comes from there; "" for a page at home."""
        told = self.hosts.most_common(1)
        if not told or told[0][1] < _COPIED or told[0][0] == self.domain or is_shady(told[0][0], told[0][0]):
            return ""
        name, count = told[0]
        links = sum(not href.lower().startswith(("#", "javascript:")) for a in self.outline.get("a") if (href := a.get("href")))
        sources = (e.get(key) or "" for tag, key in (("script", "src"), ("link", "href"), ("img", "src")) for e in self.outline.get(tag) if tag != "link" or "stylesheet" in (e.get("rel") or "").lower())
        return name if 2 * count > links and any("//" in source and domain_of(source) == name for source in sources) else ""

    def is_foreign(self, url: str) -> bool:
        """Whether a URL leads to another registered domain; sina.cn and sina.com.cn count as one."""
        if "//" not in url:
            return False
        found = self._foreign.get(url)
        if found is None:
            found = self._foreign[url] = self._is_other(domain_of(url))
        return found

    def _is_other(self, host: str) -> bool:
        return bool(host) and host not in (self.domain, self.origin) and not host.endswith(".gov.cn") and (host.split(".")[0] != self.domain.split(".")[0] or host.startswith("example."))

    @cached_property
    def flow(self) -> Flow:
        """The body's running text."""
        return Flow(self.body, self.outline.below(self.body))

    def text(self, element: Element) -> str:
        """The running text in an element; it alone is read where nobody has asked for the body's yet."""
        return (self.flow if "flow" in self.__dict__ else Flow(element)).text(element)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the body's text, what is gone when this is first asked for left out."""
        return self.lines_without(self.gone, self.veiled)

    def lines_without(self, gone: Set[Element], veiled: Set[Element] = frozenset(), first: int | None = None) -> tuple[Line, ...]:
        """The lines of the body's text (or the `first` of them) but those of some elements, and of others the text directly in them."""
        key = (frozenset(gone), frozenset(veiled))
        if self._told is None or self._told[0] != key:
            if first is not None and not self.present:  # where a word advertises, all lines are looked at
                flow = self.flow if gone or "flow" in self.__dict__ else Flow(self.body, self.outline.below(self.body), first)
                return tuple(islice(flow.lines(gone, veiled), first))
            self._told = key, tuple(self.flow.lines(gone, veiled))
        return self._told[1][:first]

    @cached_property
    def places(self) -> Places:
        """Where the texts of lines stand."""
        return Places(self.gone, self.veiled)

    @cached_property
    def shown(self) -> str:
        """All lines of the body, what is gone left out."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def h1(self) -> str:
        return " ".join(t for h in self.outline.get("h1") if h not in self.gone and (t := self.flow.text(h)) and len(t) <= _HEADING and not is_stuffed(t) and not self._is_appended(h))

    @cached_property
    def kept(self) -> str:
        """The lines of the body but those that a cleanser has found to be strangers' by now."""
        return "\n".join(line.text for line in self.lines_without(self.gone, self.veiled) if line.text not in self.strange)

    def _is_appended(self, element: Element) -> bool:
        """Whether an element stands after the end of the document."""
        return any(n.startswith("end of document") for n in self.tree.notes) and any(c.text == END_OF_DOCUMENT for c in element.itersiblings(etree.Comment, preceding=True))

    @cached_property
    def has_kana(self) -> bool:
        """Whether the page itself is in Japanese."""
        return alphabets.are_japanese(self.lines)

    def foreign_script(self, text: str) -> str:
        """The script that most of a text's letters are of where the page's own sentences are in another; "" for none."""
        name = alphabets.script(text)
        if name and name not in self._scripts:
            self._scripts[name] = alphabets.are_in(name, self.lines)
        return name if name and not self._scripts[name] else ""

    def is_alien(self, text: str) -> bool:
        """Whether a text is in a script that the page is not written in; a word of kana is enough."""
        return (alphabets.kana(text) >= 2 and not self.has_kana) or bool(self.foreign_script(text))

    @cached_property
    def has_vietnamese(self) -> bool:
        return alphabets.VIETNAMESE.search(self.page.glance.rare) is not None

    @cached_property
    def disguised(self) -> tuple[tuple[str, str], ...]:
        """Stretches that the source strews with invisible characters or turns round, as a reader reads them, each with how."""
        turned = tuple((text, "written backwards") for e in self.turned if (text := " ".join("".join(e.itertext()).split())))
        served = self.served if self._is_edited else ""
        if served or any(note.startswith("controls:") for note in self.tree.notes):
            turned = (*turned, *disguise.controlled(self.served))
        return tuple(dict.fromkeys((*turned, *(disguise.strewn(served) if served and disguise.SIGNS.search(served) else ()))))

    @cached_property
    def may_disguise(self) -> bool:
        """Whether letters may stand apart or in odd forms somewhere."""
        return disguise.may_hold(self.page.glance.rare, self.all_text)

    def is_gone(self, element: Element) -> bool:
        """Whether an element, or one around it, has already been found to be no part of the page."""
        return element in self.gone or any(a in self.gone for a in element.iterancestors())

    def strange_domains(self) -> set[str]:
        """Where links of what strangers put in lead."""
        return {domain for link, _, domain in self.foreign_links if any(e in self.put_in for e in (link, *link.iterancestors()))}

    def opened(self, name: str) -> int:
        """How many elements of a name the source opens and does not close."""
        source = self.source_in_small
        return source.count(f"<{name}>") + source.count(f"<{name} ") - source.count(f"</{name}>")

    @cached_property
    def source_in_small(self) -> str:
        return self.page.text.lower()

    @cached_property
    def served(self) -> str:
        """The source before any repair."""
        return undo(self.page) if self._is_edited else self.page.text

    @cached_property
    def _is_edited(self) -> bool:
        return any(p.edits for p in self.page.passes)

    @cached_property
    def unconverted(self) -> Unconverted:
        """What the page's mirror put in after it had converted the page."""
        return Unconverted(self.page, self.served)

    @cached_property
    def has_references(self) -> bool:
        """Whether the source may write characters as numbers; where nothing was repaired, a finder has asked already."""
        return "&#" in self.served if self._is_edited else self.page.glance.has_references

    @cached_property
    def is_turned(self) -> bool:
        """Whether the source holds a mark that makes browsers draw text from right to left."""
        source = self.served if self._is_edited else self.page.glance.rare
        return "\u202e" in source or (self.has_references and _TURNS.search(self.served) is not None) or bool(self.turned)

    @cached_property
    def turned(self) -> tuple[Element, ...]:
        """The outermost elements whose letters are drawn from right to left whatever they are: by their tag, or by a sheet."""
        by_sheet = disguise.overridden(self.outline, self.visibility.cascade) if any(sign in self.page.text for sign in disguise.OVERRIDES) else ()
        told = dict.fromkeys((*(e for e in self.outline.get("bdo") if (e.get("dir") or "").lower() == "rtl"), *by_sheet))
        return tuple(e for e in told if not any(a in told for a in e.iterancestors()))

    @cached_property
    def own_links(self) -> tuple[Element, ...]:
        """The first links of the page to its own site."""
        return tuple(islice((a for a in self.outline.get("a") if (href := a.get("href")) and not self.is_foreign(href)), 3))

    @cached_property
    def plain(self) -> frozenset[str]:
        """The pairs of characters of the page's sentences and main headings but those that advertise, where these are few; none where the page speaks of such things."""
        loud = [text for text in self.sentences if advertising(text)]
        if not loud or len(loud) > _FEW or 3 * sum(map(len, loud)) > sum(map(len, self.sentences)) or advertising(self.h1):
            return frozenset()
        return frozenset(chain.from_iterable(map(grams, (*(text for text in self.sentences if text not in loud), self.h1))))

    def advertising(self, text: str) -> set[str] | frozenset[str]:
        """Advertising words in a text, disguises seen through, that the page's own sentences do not use."""
        found = advertising(text)
        if self.is_turned:
            found |= advertising(text[::-1])
        if not found:
            return found
        page = self.prose
        return {w for w in found if not (g := grams(w)) or not all(page[x] > 2 for x in g)}
