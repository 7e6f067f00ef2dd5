"""Visible lines that are not the page's: blocks of another topic."""

import re
from collections.abc import Callable, Iterator, Set
from functools import cache, partial
from itertools import pairwise
from typing import Final

from qnews_scraper.cleanse import appended, company, offers, pitch, quoted
from qnews_scraper.cleanse.bids import NUMBERS, Bids
from qnews_scraper.cleanse.crime import CONTACT, REPORTS, Reports
from qnews_scraper.cleanse.evidence import Evidence, Finding
from qnews_scraper.cleanse.flow import Flow, Line, inside
from qnews_scraper.cleanse.prose import has_sentence, narrates
from qnews_scraper.cleanse.quoted import has_quotation, is_code, is_exhibit, is_of_roundup, is_quotation, is_reference, is_told_by_report, quotes
from qnews_scraper.cleanse.sponsors import Sponsors
from qnews_scraper.cleanse.suspicion import suspicion
from qnews_scraper.cleanse.unmasked import SET_APART, TOLD_ODDLY, unmasked, weight
from qnews_scraper.cleanse.unrelated import LEADS, text_before
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import advertising, beyond_ascii, untorn
from qnews_scraper.trust import Trust

_HOST = re.compile(r"(?<![A-Za-z0-9@.-])(?:[A-Za-z0-9-]{1,30}\.){1,4}[A-Za-z]{2,12}(?![A-Za-z0-9.-]*@|[A-Za-z0-9-])")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
"""A number of a mobile telephone in China: offices and papers have landlines."""
_OWN_CONTACT = re.compile("联系方式|联系电话|聯絡電話|电话|電話|地址|邮箱")
_KEYWORDS = re.compile("(?:关键[词字]|關鍵[詞字]|[热熱][门門]搜索|相[关關]搜索|[标標][签籤]|[Tt]ags?|[Kk]eywords)\\s?[:：]")
_REFERENCE = re.compile(r"\[\d{1,3}\]\s*\S|\(\d{1,3}\)\s*[A-Z]")
"""How an entry of a list of references begins."""
CLASSIFIED = re.compile(r"[\[【〔（(][\u3400-\u9fff]{2,4}[\]】〕）)]\s*\S")
"""How a classified advertisement begins."""
MANY: Final = 5
"""Lines that begin so on a page of classified advertisements."""
_BORDER = re.compile("(?<=[。！？])(?!$)|(?<=[\u3400-\u9fff])\\s+(?=[\u3400-\u9fff])|\\s{2,}|\n")
_ALPHABETS = re.compile("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3\u0e00-\u0e7f]{2}|[\u0430-\u044f\u0600-\u06ff]{4}")
_LETTERS = re.compile("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3\u0e00-\u0e7f\u0430-\u044f\u0600-\u06ff]{2}")
_ALIEN_LETTERS = re.compile("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3\u0e00-\u0e7f\u0400-\u04ff\u0600-\u06ff]+")
"""Where `_ALPHABETS` matches; a class alone is searched four times as fast as alternatives."""

_PICTOGRAPH: Final = re.compile("[\U0001f000-\U0001faff]")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_KANA: Final = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_ROWS: Final = frozenset(["td", "th", "tr", "tbody", "thead", "li", "dd", "dt"])
_LATIN: Final = re.compile("[A-Za-z]{3}")

_CLAUSE: Final = re.compile("[^\\W_]{7}")
"""What a sentence has at least one of, and a row of calls with marks between them none."""

_LABEL: Final = 5
"""Characters of a line that is a link from which it may be a stranger's."""
_CELL: Final = 30
"""Characters of a cell up to which it is of one record with the others of its row."""
_SMALL: Final = 500
"""Characters of a box up to which it may be all a stranger's."""

FIRST: Final = 12
"""Lines of the page among which a line of keywords counts as a first line."""


def classified(view: View) -> int:
    """How many lines of the page begin as classified advertisements do."""
    return sum(CLASSIFIED.match(line.text) is not None for line in view.lines)


def find(view: View) -> Iterator[Finding]:
    """Blocks anywhere that several signs call foreign, and offers amid the article; one sign is not enough."""
    bids, reports, holds = Bids(view), Reports(view), cache(partial(company.holders, view))
    asked: set[int] = set()
    yield from _blocks(view, bids, reports, holds, asked)
    yield from offers.find(view, bids, reports, holds)
    yield from appended.find(view, bids, reports, holds, asked)


def _blocks(view: View, bids: Bids, reports: Reports, holds: Callable[[], frozenset[Element]], asked: set[int]) -> Iterator[Finding]:
    has_alphabets = view.has_vietnamese or (_LETTERS.search(beyond_ascii(view.all_text)) is not None and _ALPHABETS.search(view.all_text) is not None)
    may_disguise = bool(view.disguised) or view.may_disguise
    sponsors = Sponsors(view)
    aliens: list[tuple[Line, Evidence]] = []
    doubted: list[tuple[Line, Evidence]] = []
    unsure: list[tuple[Line, Evidence]] = []
    labels: set[str] = set()
    parted: set[int] = set()
    references = advertised = 0
    if not view.present and not may_disguise and not has_alphabets and not bids:
        return
    for turned in view.turned if view.is_turned else ():
        if (words := view.advertising(view.text(turned)[::-1])) and not view.is_gone(turned):
            yield Finding(turned, "a block of another topic", Trust.LIKELY, ("advertising words: " + ", ".join(sorted(words)), "written backwards"))
    for i, line in enumerate(view.lines):
        if len(line.text) < (2 if view.disguised else _LABEL if line.linked * 2 > len(line.text) else 8) or (i < FIRST and line.element in view.gone):
            continue
        words = view.advertising(line.text) if view.present else set()
        kana = has_alphabets and not view.has_kana and sum("\u3041" <= c <= "\u30fa" for c in line.text) >= 4
        hidden, plain = unmasked(view, line.text) if may_disguise else ("", line.text)
        if words and not hidden and (joined := untorn(line.text)) and (len(joined) * 4 < len(line.text) * 3 or any(w in joined and w not in line.text for w in words)):
            hidden, plain = SET_APART, joined
        bid = bids.of(line, bool(words)) if bids else None
        if not words and not kana and not hidden and not bid and not (has_alphabets and view.foreign_script(line.text)):
            continue
        if words or (bid and bid.asks):
            asked.add(id(line))
            if written_on := [*appended.of_line(view, line, bids, reports)]:
                parted.add(id(line))
                yield from written_on
                continue
        links = [a for a in view.places.links(line) if a not in view.gone and (label := " ".join(view.label(a).split())) and label in line.text] if line.linked else []
        if len(words) == len(links) == 1 and not (bid and bid.asks) and is_of_roundup(view, line.element, links[0]):
            continue
        if (links or len(words) >= 3 or (bid and bid.asks) or (words and _spelt(view, line.text))) and _has_own(view, _beside(line, links), hidden in TOLD_ODDLY):
            yield from _in_a_sentence(view, line, links, bids, reports)
            continue
        found = suspicion(view, plain, links)
        if hidden and (hidden in TOLD_ODDLY or not _is_told(plain)):
            found.add(weight(hidden, plain), hidden)
            if "backwards" in hidden and (_spelt(view, plain) or _spelt(view, line.text)):
                found.add(0.5, "spells an address")
            if words and len(line.text) <= 40:
                found.add(0.2, "and little else on the line")
        if words and line.text.isascii() and view.is_east_asian and appended.SELLS.search(line.text):
            found.add(0.3, "sells in English on a page that is not")
        if words and not has_sentence(line.text) and _PICTOGRAPH.search(line.text):
            found.add(0.2, "pictographs among its words")
        if len(words) >= 3:
            found.add(0.2 if len(words) > 3 else 0.1, "advertising words in a row")
        if bid and bid.asks and NUMBERS.issuperset(words) and has_sentence(line.text):
            found.add(-0.3, "no other advertising word than that of the number")
        if _REFERENCE.match(line.text):
            references = references or sum(_REFERENCE.match(other.text) is not None for other in view.lines)
            if references >= 3:
                found.add(-0.5, "one of the page's references")
        if CLASSIFIED.match(line.text):
            advertised = advertised or classified(view)
            if advertised >= MANY:
                found.add(-0.5, "one of the page's classified advertisements")
        if words and _are_headlines(view, line, words):
            found.add(-0.4, "headlines of the site's own pages")
        if len(links) > 1 and _KEYWORDS.match(line.text) and all(view.is_foreign(a.get("href") or "") for a in links):
            found.add(0.3, "keywords that all lead to strangers")
        if words and any(view.is_foreign(a.get("href") or "") and advertising(view.label(a)) for a in links):
            found.add(0.2, "its link advertises")
        if words and not REPORTS.search(line.text) and (address := _spelt(view, line.text)) and not reports.beside(line.text):
            found.add(0.2, f"spells the address {address}")
        if len(words) == 1 and links and 2 * line.linked < len(line.text) and has_sentence(line.text) and (all(is_reference(view, a) for a in links) or quoted.is_of_paper(line.text, links, words)):
            found.add(-0.4, "its link is a reference")
        if words and is_code(view, line):
            found.add(-0.8, "source code on a page that speaks of code")
        elif words and is_exhibit(view, line):
            found.add(-0.8, "set off on a page that speaks of planted links")
        if words and found.total >= 0.8 and not (bid and bid.asks):
            sponsors.weigh(line, links, words, found)
        pitch.weigh(view, plain, bool(links), found)
        if bid:
            bid.weigh(line.text, links, found, bool(words))
            if bid.asks and words and not has_sentence(line.text) and not view.says_more(line.text):
                found.add(0.4, "and of nothing of which the page speaks")
        if words and not links and found.is_off_topic and _MOBILE.search(line.text) and not REPORTS.search(line.text):
            found.add(0.3, "a mobile number beside it")
        if not words and not hidden and not bid:
            found.add(-0.1, "no advertising word")
        elif line.linked * 3 < len(line.text) and has_sentence(line.text) and quotes(view, line.text):
            found.add(-0.8, "a sentence that quotes it")
        elif not line.linked and words and not (bid and bid.asks) and (appended.NARRATES.search(line.text) or (view.is_latin and quoted.is_reported(line.text))) and has_sentence(line.text):
            found.add(-0.5, "a tale of it")
        elif not line.linked and words and reports.is_of_crime and is_told_by_report(line.text):
            found.add(-0.8, "a sentence of a report that quotes it")
        elif not line.linked and words and reports.is_of_crime and not CONTACT.search(line.text) and is_quotation(line.text):
            found.add(-0.8, "a quotation on a page that reports such things")
        elif words and not line.linked and not (bid and bid.asks) and CONTACT.search(line.text) and has_sentence(line.text) and reports.tells(line.text):
            found.add(-0.3, "an address on a page that reports such things")
        elif line.linked * 3 < len(line.text) and has_sentence(line.text) and not CONTACT.search(line.text):
            if reports.beside(line.text):
                found.add(-0.5, "a sentence on a page that reports such things")
            elif REPORTS.search(line.text):
                found.add(-0.4, "a sentence that speaks of such things as news does")
        if found.is_alien and found.total < 1 and _is_alien_line(line.text):
            aliens.append((line, found))
        elif words and not line.linked and 0.5 <= found.total < 1:
            doubted.append((line, found))
        elif 0.5 <= found.total < 1:
            unsure.append((line, found))
        else:
            if found.total >= 1:
                labels |= {label for a in links if len(label := " ".join(view.label(a).split())) >= 4}
            yield from finding(view, line, found.total, "a block of another topic", found.words)
    are_taken, looked_at = False, 0
    for line, found in aliens:
        are_taken = are_taken or any(map(view.is_alien, view.taken[looked_at:]))
        looked_at = len(view.taken)
        if are_taken:
            found.add(0.4, "what was taken out is in a script that is not the page's, too")
        yield from finding(view, line, found.total, "a block of another topic", found.words)
    labels_by_start: dict[str, list[str]] = {}
    for label in sorted(labels):
        labels_by_start.setdefault(label[:4], []).append(label)
    for line, found in doubted:
        starts = {line.text[at : at + 4] for at in range(len(line.text) - 3)}
        if sum(label in line.text for start in starts for label in labels_by_start.get(start, ())) > 1:
            found.add(0.5, "in the words of links to strangers")
    weighed = {id(line): (line, found) for line, found in (*aliens, *doubted, *unsure)}
    strange = {id(line): (line, found) for line, found in company.strange(view, bids, holds(), weighed.values()) if id(line) not in parted} if view.beside or view.is_broken_into else {}
    for line, found in ({id(line): (line, found) for line, found in (*doubted, *unsure)} | strange).values():
        yield from finding(view, line, found.total, "a block of another topic", found.words)
    for link, label in company.links(view, holds()) if view.is_broken_into else ():
        yield Finding(link, "a link in another script in a sentence of the page", Trust.LIKELY, (label[:40], "beside what strangers put in"))
    for line in company.headings(view):
        yield from finding(view, line, 1.0, "the heading of foreign blocks", ("nothing else is left in its box",))
    for box in dict.fromkeys(map(partial(_box, view), view.beside)):
        yield from _beside_blocks(view, box, bids)


def _spelt(view: View, text: str) -> str:
    """The host of another site that a text spells out; "" for none."""
    return next((host for host in _HOST.findall(text) if view.is_foreign("//" + host)), "")


def _box(view: View, element: Element) -> Element:
    """The table or list around an element of which nothing is left."""
    while element.tag in _ROWS and (parent := element.getparent()) is not None and not any(Flow(element).lines(view.gone, view.veiled)):
        element = parent
    return element


def _beside_blocks(view: View, box: Element, bids: Bids) -> Iterator[Finding]:
    """Lines in another script, or that ask to be written to, in a small box of which all else was foreign."""
    if len(view.text(box)) > _SMALL:
        return
    lines = [*Flow(box).lines(view.gone, view.veiled)]
    is_han = _HAN.search("".join(view.sentences[:9])) is not None
    against = [
        "in a script that is not the page's" if (is_han and not _HAN.search(line.text) and len(_LATIN.findall(line.text)) >= 3) or (not view.has_kana and _KANA.search(line.text))
        else "a cell of the row" if box.tag == "tr" and len(line.text) <= _CELL
        else "asks the reader to write to a number" if bids.asks(line.text, True) and not _OWN_CONTACT.search(line.text)
        else ""
        for line in lines
    ]  # fmt: skip
    if all(against):
        for line, why in zip(lines, against, strict=True):
            yield from finding(view, line, 1.0, "in one box with a foreign block", (why,))


def _are_headlines(view: View, line: Line, words: Set[str]) -> bool:
    """Whether a line is a row of links to the site's own pages, each with more to say than an advertising word."""
    if line.linked * 10 < 9 * len(line.text) or sum(map(len, words)) * 4 > len(line.text):
        return False
    links = view.places.links(line)
    return bool(links) and line.linked >= 7 * len(links) and not any(view.is_foreign(a.get("href") or "") for a in links)


def _beside(line: Line, links: list[Element]) -> str:
    """What a line says outside its links."""
    kept: list[str] = []
    at = 0
    for label in (" ".join(inside(link).split()) for link in links):
        if (place := line.text.find(label, at)) >= 0:
            kept.append(line.text[at:place])
            at = place + len(label)
    return "".join((*kept, line.text[at:]))


def _in_a_sentence(view: View, line: Line, links: list[Element], bids: Bids, reports: Reports) -> Iterator[Finding]:
    """What advertises in a line that otherwise speaks of the page's topic: links, and stretches of text; words for it may be spread over all of them."""
    stretches = [
        (owner, part, start, end, whole[start:end])
        for owner, part in view.places.of(line)
        if (whole := _text_at(owner, part, line))
        for start, end in _foreign_stretches(view, whole)
    ]
    foreign = {link: label for link in links if view.is_foreign(link.get("href") or "") and (label := view.label(link))}
    alien = [s for s in stretches if _is_alien(s[-1])] if _HAN.search(line.text) else []
    told = view.advertising("\n".join((*(s[-1] for s in alien), *foreign.values()))) if alien and foreign else frozenset[str]()
    said = {link: view.advertising(label) for link, label in foreign.items()}
    references = {link for link, words in said.items() if len(words) == 1 and LEADS.search(text_before(link))}
    foreign = {link: label for link, label in foreign.items() if link not in references}
    enough = 1 if any(said[link] for link in foreign) else 2 if links else 3
    gone: set[Element] = set()
    together = frozenset[str]().union(*said.values()) if sum(map(bool, said.values())) >= max(2, len(said) / 2) else frozenset[str]()
    for link, label in foreign.items():
        if words := said[link] or together or (told if len(told) >= 2 and _is_alien(label) else set()):
            gone.add(link)
            yield Finding(link, "a link of advertising in a sentence of the page", Trust.LIKELY, ("advertising words: " + ", ".join(sorted(words)),))
    for owner, part, start, end, text in stretches:
        words = told if len(told) >= 2 and _is_alien(text) and _LATIN.search(text) else view.advertising(text)
        asks = (bids.asks(text, True) or bool(_spelt(view, text))) and not NUMBERS.issuperset(words)
        if len(words) >= (1 if asks else enough) and (owner not in gone | references or part == "tail") and (links or not (quotes(view, text) or text.count("“") > text.count("”") or REPORTS.search(text) or (reports.is_of_crime and not asks and not CONTACT.search(text)))):
            if owner.tag == "a" and part == "text" and "".join(owner.itertext()).strip() == text.strip():
                part, start, end = "element", 0, -1
            yield Finding(owner, "advertising in a sentence of the page", Trust.LIKELY, ("advertising words: " + ", ".join(sorted(words)),), part, start=start, end=end)


def _has_own(view: View, beside: str, is_bold: bool) -> bool:
    """Whether what a line says outside its links has a stretch of the page's topic; where it tells a number as nobody does, a sentence of it."""
    return any(_is_of_topic(view, piece) and (not is_bold or has_sentence(piece)) for start, end in _pieces(beside) for piece in (beside[start:end],))


def _is_of_topic(view: View, piece: str) -> bool:
    """Whether a stretch of text is a sentence of the page's topic and does not advertise."""
    if len(piece) < 15 or view.advertising(piece):
        return False
    share = view.share(piece)
    if not has_sentence(piece):
        return share is not None and share >= 0.15 and view.is_han(piece)
    if share is None or share >= 0.06 or not view.is_han(piece) or view.prose.total() >= 400 or CONTACT.search(piece):
        return share is not None and share >= 0.06
    # a short page repeats few of its words
    return len(pitch.pitches(piece)) < 2 or narrates(piece) or view.says_more(piece)


def finding(view: View, line: Line, total: float, reason: str, evidence: tuple[str, ...]) -> Iterator[Finding]:
    if total < 0.8 or line.element in view.gone:
        return
    trust = Trust.LIKELY if total >= 1 else Trust.SUSPECT
    element = line.element
    if element is view.body or element is view.root or view.places.length(element) > len(line.text) + 8:
        if trust is Trust.LIKELY:
            view.strange.add(line.text)
        taken: Element | None = None
        for owner, part in view.places.of(line):
            if taken is not None and any(e is taken for e in ((owner, *owner.iterancestors()) if part != "tail" else owner.iterancestors())):
                continue
            if part == "element":
                if owner in view.gone:
                    taken = owner
                elif (text := " ".join("".join(owner.itertext()).split())) and text in line.text and not _is_of_topic(view, text):
                    taken = owner
                    yield _whole(view, owner, reason, trust, evidence)
            elif whole := _text_at(owner, part, line):
                for start, end in _foreign_stretches(view, whole):
                    yield Finding(owner, reason, trust, evidence, part, start=start, end=end)
            if taken is not None and trust is Trust.SUSPECT:  # one place is enough to point at the line
                return
    else:
        yield _whole(view, element, reason, trust, evidence)


def _is_told(text: str) -> bool:
    """Whether a text is a sentence with a clause of some length."""
    return has_sentence(text) and _CLAUSE.search(text) is not None


def _text_at(owner: Element, part: str, line: Line) -> str:
    """The text at a place of a line; "" for a place that is no text, and for blanks and what the line does not have."""
    whole = (owner.text if part == "text" else owner.tail if part == "tail" else "") or ""
    return whole if whole and not whole.isspace() and " ".join(whole.split()) in line.text else ""


def _whole(view: View, element: Element, reason: str, trust: Trust, evidence: tuple[str, ...]) -> Finding:
    if trust is Trust.LIKELY and (parent := element.getparent()) is not None:
        view.beside.append(parent)
    return Finding(element, reason, trust, evidence)


def _is_alien(text: str) -> bool:
    """Whether nothing in a text is as a page in Chinese is written, or letters of another script stand in it."""
    return not _HAN.search(text) or _ALPHABETS.search(text) is not None


def _is_alien_line(text: str) -> bool:
    """Whether a line is in another script as a whole, and no sentence of the page that quotes it."""
    return 4 * sum(map(len, _ALIEN_LETTERS.findall(text))) >= len(text) and not has_quotation(text)


def _foreign_stretches(view: View, text: str) -> Iterator[tuple[int, int]]:
    """What of a text is to go, last first: all but sentences that speak of the page's topic and do not advertise; beside such, only what advertises."""
    end = len(text)
    for start, stop in reversed(_pieces(text)):
        if _is_of_topic(view, text[start:stop]):
            if stop < end and (view.advertising(text[stop:end]) or _is_alien(text[stop:end])):
                yield stop, end
            end = start
    if end and (end == len(text) or view.advertising(text[:end]) or _is_alien(text[:end])):
        yield 0, end


def _pieces(text: str) -> list[tuple[int, int]]:
    """A text taken apart at the ends of sentences and at wide blanks."""
    borders = [0, *(found.end() for found in _BORDER.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(borders) if start < end]
