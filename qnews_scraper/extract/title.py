"""The headline: the visible line that the page's <title> repeats, without what the site adds to it."""

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from qnews_scraper.extract.above import prose_start
from qnews_scraper.extract.head import Head
from qnews_scraper.extract.headline import (
    ADDRESS,
    BAR,
    DATED,
    HOUSE,
    SITE,
    beside_a_sign,
    gives_a_day,
    heads_links,
    is_classed,
    is_dated,
    is_furniture,
    is_link_home,
    is_own_link,
    is_section,
    link_labels,
    may_be_headline,
    pairs_of,
    share_in_text,
    stands_out,
    terms_of,
    with_its_lines,
)
from qnews_scraper.extract.layout import HEADINGS, ROW, Layout, units
from qnews_scraper.extract.papers import paper_of
from qnews_scraper.extract.phrases import STAMPS, is_legal, is_sentence
from qnews_scraper.extract.rows import parted
from qnews_scraper.extract.squeeze import may_be_in, squeeze
from qnews_scraper.extract.untitled import CLOCK, from_lines

_CUT: Final = re.compile(r"\s*(?:[|｜│_]|--+|——+|[-–—]|[»>«<]+|::?|：|·)\s*")
_SURE: Final = re.compile(r"\s*(?:[|｜│_]|--+|\s[-–—·:]\s|[»>«<]+|::)\s*")
_EMPTY: Final = re.compile(r"无标题(?:文档|页)?|無標題文件|Untitled(?: Document)?|New Page \d+|(?:新闻|文章|信息|内容|详细)(?:详情|详细|内容|正文|信息|中心|页面?|内容页|详情页|详细页|显示|浏览|阅读)?|欢迎(?:访问|光临|来到).*|首页|Home|index|(?:New )?Document", re.I)
"""Titles that say nothing, as page makers leave them."""
_MARKED: Final = re.compile(r"\s?(?:原创|原創|转载|置顶|推荐|热门|独家|new|hot|[\[【(（]\s?(?:[组組多]?[图圖]|视频|視頻|影音)\s?[\])）】])$", re.I)
_NUMBERED: Final = re.compile(r"\s?[(（]\d{1,2}/\d{1,2}[)）]$")
"""Which of its pictures a page shows."""
_NOTICE: Final = re.compile("(?:公[告示]|通[知告报報]|启事|啟事|声明|聲明|决定|決定|意见|意見|办法|辦法|批[复復]|函)$")
"""A <title> that says only what kind of notice it is."""
_STORED: Final = re.compile(r'"(?:title|headline)"\s*:\s*"([^"\\\n]{4,120})"')
_LABEL_BEFORE: Final = re.compile(r"(?:[\[［【(（]\w{1,8}[\]］】)）]|原[创創]|[转轉][载載]|[独獨]家|置顶)\s*(?=\S{4})")
"""What a board or a section puts before the headline, and <title> does not."""
_COLUMN: Final = re.compile(r"(?:[\[［【《〖「(（](?P<boxed>\w{1,8})[\]］】》〗」)）]\s?[:：|｜丨│]?|(?P<name>\w{2,8})\s?[|｜丨│:：])\s?(?=\S{4})")
"""The name of a column in front of a headline: [关注], 《关注》：, 关注｜."""
_CUT_OFF: Final = re.compile(r"(?:\.{3,}|…+)$")
_LATIN: Final = re.compile(r"[^\u3400-\u9fff]*?[A-Za-z]{2}[^\u3400-\u9fff]*")
"""The name in Latin letters before or after one in Han characters."""
_NAME: Final = 10
"""Units of a name that a <title> gives instead of a headline."""
_SITE_LONG: Final = 24
"""Units of the longest name of a site that stands above a menu."""
_MENU: Final = 4
"""Links that are a menu."""
_LEAST_DATED: Final = 10
"""Units of a line above a dateline that needs no mark to be the headline, where <title> gives a name."""


@dataclass(frozen=True, slots=True)
class Title:
    """The headline, where it was read, and the line it stands on (-1 where it is not visible)."""

    text: str = ""
    origin: str = ""
    line: int = -1


def find_title(page: Layout, head: Head, body: list[int], url: str = "") -> Title:
    """The headline of a page whose body has these lines."""
    found = _told(page, head, body, url)
    return (_beside_a_name(page, body, found, url) or _below_a_menu(page, head, body, found, url) or _shown_instead(page, body, found, url) or found) if head.title else found


def _told(page: Layout, head: Head, body: list[int], url: str) -> Title:
    """The line that the page's <title> repeats, or what stands for it."""
    told = head.title
    whole = squeeze(told)
    if (column := _LABEL_BEFORE.match(told)) and not any(column[0].strip() in line.text for line in page.lines[: prose_start(page, body)]):
        whole = squeeze(told[column.end() :])
    in_column = _in_column(told)
    paper = squeeze(paper_of(told))
    other = [squeeze(v) for n in ("og:title", "ld:headline", "twitter:title", "item:headline", "title", "enp:title") if (v := head.values.get(n))]
    start = prose_start(page, body)
    stem = squeeze(_CUT_OFF.sub("", told)) if told.endswith(("...", "…")) else ""
    written = frozenset(whole).union(*other)
    parts = {squeeze(part) for part in _SURE.split(told)}
    best, top = -1, 0.0
    for i in range(max(0, start - 400), min(len(page.lines), start + 3)):
        line = page.lines[i]
        if not 2 <= line.units <= 100 or (i >= start and line.units > 60):
            continue
        tag = page.blocks[line.block].tag if line.block >= 0 else ""
        if tag in HEADINGS and _is_row(page, i):
            continue
        text = line.text[2:] if line.text[:2] in STAMPS else line.text
        if tag not in ("h1", "h2", "h3") and not may_be_in(written, text):
            continue  # nothing speaks for it
        key = squeeze(text)
        score = 0.0
        if paper and key == paper:
            continue  # the masthead of its digital edition
        if len(stem) > 6 and key.startswith(stem):
            score += 3
        if whole and key in whole:
            score = len(key) / len(whole) * 3 + (2 if whole.startswith(key) else 0.5 if whole.endswith(key) and 4 * len(key) > len(whole) and not SITE.search(line.text) else 0)
            if len(key) < 5 and not whole.startswith(key) and key not in parts:
                score -= 2
        elif in_column and (inside := _in_column(text)) and len(inside) > 6 and in_column.startswith(inside):
            score = len(inside) / len(in_column) * 3 + 2
        if key in other:
            score += 3
        elif any(o.startswith(key) and len(key) > 6 for o in other):
            score += 1
        if tag in ("h1", "h2", "h3") and not (not score and line.units <= 14 and SITE.search(line.text)):
            score += {"h1": 2.0, "h2": 1.0, "h3": 0.5}[tag]
        if line.linked > 0.5 * line.units:
            score -= 1.5
        if score > 1.5:
            score += max(0.0, 1.0 - (start - i) / 60)
            if score >= top and not (tag and (DATED.search(line.text) or ADDRESS.fullmatch(line.text) or (line.linked > 0.5 * line.units and _EMPTY.fullmatch(line.text)))):
                best, top = i, score
    if best >= 0 and top >= 2.0:
        line = page.lines[best]
        if page.blocks[line.block].tag != "h1" and line.units <= 14 and (heading := _heading_below(page, best, start)) and (page.blocks[line.block].zone == "aside" or is_section(page, line.text)):
            return Title(page.lines[heading].text, "h1", heading)
        if line.linked > 0.5 * line.units and (own := _after_the_site(page, best, whole)):
            return own
        is_sign = line.units <= 14 and HOUSE.search(line.text) is not None  # an office's name over its own news
        is_alone = bool(told) and top < 3.5 and squeeze(line.text) not in whole
        if is_alone and (best < start - 2 if is_sign else share_in_text(line.text, page, start, body) < 0.05 and share_in_text(told, page, start, body) < 0.05) and (spoken := _above(page, start, body, False, False, url)):
            return spoken
        return Title(_whole(page, best, whole), page.blocks[line.block].tag if line.block >= 0 else "line", best)
    if not told:
        for name in ("og:title", "ld:headline"):
            if value := head.values.get(name):
                return Title(value, name)
        marked = _above(page, start, body, True, False, url) if page.anchors else None
        return Title(CLOCK.sub("", marked.text), marked.origin, marked.line) if marked else _unmarked(page, start, body)
    cut = _cut_site(told, page, head)
    first, *rest = _SURE.split(cut, maxsplit=1)  # "the house - a section" says no more than the house
    name = first if HOUSE.search(first) and sum(map(units, rest)) <= 8 else cut
    if (alone := _LATIN.sub("", name)) and alone != name and (SITE.search(alone) or HOUSE.search(alone)):
        name = alone  # a name in two scripts
    is_name = units(name) <= 14 and bool(SITE.search(name) or HOUSE.search(name) or is_section(page, name))  # the page's <title> is only the site's name, or a section's
    is_empty = _EMPTY.fullmatch(cut) is not None
    if is_name or is_empty or share_in_text(cut, page, start, body) < 0.2:
        if found := _above(page, start, body, is_name, is_empty, url):
            return found
        if is_name and (value := head.first("og:title", "ld:headline", "articletitle", "enp:title")[0]) and squeeze(value) != squeeze(cut):
            return Title(_cut_site(value, page, head), "head")
    return Title(cut, "title")


def _in_column(text: str) -> str:
    """A headline behind the name of its column, whatever marks part the two, squeezed; "" where it has none."""
    column = _COLUMN.match(text)
    return squeeze(f"{column['boxed'] or column['name']}:{text[column.end() :]}") if column else ""


def _heading_below(page: Layout, best: int, start: int) -> int:
    """Index of the one h1 between a line and the text; 0 where there is none."""
    found = [i for i in range(best + 1, min(start + 3, len(page.lines))) if page.blocks[page.lines[i].block].tag == "h1" and page.lines[i].units >= 6 and not page.lines[i].linked and not _is_row(page, i)]
    return found[0] if len(found) == 1 else 0


def _is_row(page: Layout, i: int) -> bool:
    """Whether a line of a heading is the row of information behind its headline."""
    return i > 0 and page.lines[i].block == page.lines[i - 1].block and ROW.match(page.lines[i].text) is not None


def _after_the_site(page: Layout, best: int, whole: str) -> Title | None:
    """The heading that a <title> gives after the site's name, where that name is a link at the head of the page."""
    rest = whole[len(squeeze(page.lines[best].text)) :].lstrip(":：|｜-–—_»>·")
    for i in range(best + 1, len(page.lines) if rest else 0):
        line = page.lines[i]
        tag = page.blocks[line.block].tag
        if tag in HEADINGS and line.linked <= 0.5 * line.units and ((key := squeeze(line.text)) == rest or (len(key) > 8 and rest.endswith(key))):
            return Title(line.text, tag, i)
    return None


def _above(page: Layout, start: int, body: list[int], is_name: bool, is_empty: bool, url: str) -> Title | None:
    """The line above the body that looks like its headline, or that says what the body says, where <title> does not."""
    best: Title | None = None
    plain: Title | None = None
    most = 0.0
    if (sure := beside_a_sign(page, start)) >= 0:
        return Title(with_its_lines(page, sure), page.blocks[page.lines[sure].block].tag, sure)
    for i in range(min(start + 2, len(page.lines) - 2), max(-1, start - 12), -1):
        line = page.lines[i]
        if not may_be_headline(line, 4.5 if is_name else 6) and not (i < start and is_own_link(page, i, url)):
            continue
        block = page.blocks[line.block]
        if i >= start and not (block.tag in ("h1", "h2") and i == start) and not ((block.tag in HEADINGS or is_classed(page, line)) and is_dated(page, i)):
            continue  # a ribbon above the headline may read like text
        is_heading, is_named = stands_out(page, line), is_classed(page, line)
        if (is_heading and heads_links(page, i)) or (not is_heading and not is_named and is_furniture(page, i)):
            continue
        if is_name and (is_heading or (is_named and is_dated(page, i))):
            return Title(with_its_lines(page, i), block.tag, i)
        if is_name and plain is None and line.units >= _LEAST_DATED and is_dated(page, i):
            plain = Title(line.text, block.tag, i)
        if is_empty and (is_heading or is_named):
            return Title(with_its_lines(page, i), block.tag, i)
        if best and not is_heading and not is_named and sum(i < at < best.line for at, _ in page.anchors[:300]) >= _MENU:
            break  # the site's own name
        share = share_in_text(line.text, page, start, body, 0.0)
        if share >= (0.2 if is_heading or is_named or is_empty else 0.4) and (value := share + (is_heading or is_named)) > most:
            best, most = Title(with_its_lines(page, i), block.tag, i), value
    return best or plain or _at_the_end_of_the_trail(page, start, body)


def _beside_a_name(page: Layout, body: list[int], found: Title, url: str) -> Title | None:
    """The headline above the body, where what <title> gave is short and the text does not speak of it: the name of a site or a section that no list knows."""
    start = prose_start(page, body)
    pairs = pairs_of(found.text)
    if not body or units(found.text) > _NAME or not pairs:
        return None
    names = {squeeze(found.text), squeeze(_SURE.split(found.text, maxsplit=1)[0])}
    for i in range(max(0, start - 12), min(start + 3, len(page.lines))):
        line = page.lines[i]
        if (i == found.line or squeeze(line.text) in names) and not _EMPTY.fullmatch(line.text) and line.linked <= 0.5 * line.units and (i >= start - 4 or stands_out(page, line) or is_classed(page, line)):
            return None if i == found.line else Title(line.text, page.blocks[line.block].tag, i)  # it is a headline, and a short one
    told = [i for i in body if i >= start and is_sentence(page.lines[i].text)]
    prose = "\n".join(page.lines[i].text for i in told)
    own = sum(pair in prose for pair in pairs) / len(pairs)
    if own > 0.35:
        return None
    if told and told[0] < start + 5:
        start = told[0]
    known = _stored_titles(page)
    best, most = -1, 0.0
    marked: list[int] = []
    for i in range(start - 1, max(-1, start - 12), -1):
        line = page.lines[i]
        is_own = is_own_link(page, i, url)
        if not (is_own or may_be_headline(line, 4.5)) or BAR.search(line.text) or is_legal(line.text) or squeeze(line.text) == squeeze(found.text) or (not is_own and is_section(page, line.text)):
            continue
        if squeeze(line.text) in known:
            return Title(line.text, page.blocks[line.block].tag, i)
        if (stands_out(page, line) or is_classed(page, line)) and line.units >= 6 and sum(pair in prose for pair in pairs_of(line.text)) > 1 and not SITE.search(line.text) and not HOUSE.search(line.text):
            marked.append(i)  # what says nothing of the body is no headline, however it is marked
        share = share_in_text(line.text, page, start, body, 0.0)
        if share >= max(0.25, 1.5 * own) and share > most:
            best, most = i, share
    if best < 0 and len(marked) == 1:
        best = marked[0]
    return Title(with_its_lines(page, best), page.blocks[page.lines[best].block].tag, best) if best >= 0 else None


def _below_a_menu(page: Layout, head: Head, body: list[int], found: Title, url: str) -> Title | None:
    """The one heading between a menu and the text, or the line above the dateline, where what <title> gave is short, stands above the menu or nowhere, or is a slogan behind the site's name, and the text says less of it."""
    is_shown = found.line >= 0
    if not body or units(found.text) > (_SITE_LONG if is_shown else _NAME):
        return None
    lines = page.lines
    start = prose_start(page, body)
    window = range(max(found.line + 1, start - 8), min(start + 1, len(lines) - 1))
    if is_shown and found.line >= start - 1:
        return None
    leads_home = is_shown and is_link_home(page, found.line, url)
    if is_shown and not leads_home and (not any(page.blocks[lines[i].block].tag in HEADINGS for i in window) or not (sum(found.line < at < start for at, _ in page.anchors[:300]) >= _MENU or _is_slogan(head.title, found.text))):
        return None
    if not is_shown and (sure := beside_a_sign(page, start)) >= 0:
        return Title(lines[sure].text, page.blocks[lines[sure].block].tag, sure)
    near = [i for i in window if (may_be_headline(lines[i], 2) and not heads_links(page, i) and not is_section(page, lines[i].text)) or is_own_link(page, i, url)]
    headings = [i for i in near if page.blocks[lines[i].block].tag in HEADINGS or ((leads_home or not is_shown) and (stands_out(page, lines[i]) or is_classed(page, lines[i])))]
    over = [i for i in near if i < start and gives_a_day(lines[i + 1]) and lines[i].units > 1.5 * units(found.text)]
    if len(headings) > 1:
        tops = [page.blocks[lines[i].block].tag for i in headings]
        headings = [i for i, tag in zip(headings, tops, strict=True) if tag == min(tops)] if min(tops) in HEADINGS and is_shown else headings
    at = headings[0] if len(headings) == 1 else over[0] if len(over) == 1 and not is_shown and not headings else -1
    if at < 0:
        return None
    if (key := squeeze(found.text)) in (whole := squeeze(lines[at].text)):
        is_kind = not is_shown and page.blocks[lines[at].block].tag in HEADINGS and whole.endswith(key) and 2 * len(key) <= len(whole) and _NOTICE.search(key)
        return Title(lines[at].text, page.blocks[lines[at].block].tag, at) if is_kind else None
    own, its = _spoken_of(page, start, body, found.text, lines[at].text)
    if (its < 0.25 and (own or is_shown or not (is_dated(page, at) and stands_out(page, lines[at])))) or (is_shown and not leads_home and own >= its) or (not is_shown and lines[at].units <= units(found.text) and own >= its):
        return None
    return Title(lines[at].text, page.blocks[lines[at].block].tag, at)


def _shown_instead(page: Layout, body: list[int], found: Title, url: str) -> Title | None:
    """The one marked line right above the text, where the page shows nothing of what <title> says, and the text says no less of it: another article's <title>, or an office's short one."""
    if found.line >= 0 or found.origin != "title" or units(found.text) <= _NAME or not body:
        return None
    start = prose_start(page, body)
    marked = [
        i
        for i in range(max(0, start - 6), start)
        if (page.blocks[page.lines[i].block].tag in ("h1", "h2") or is_classed(page, page.lines[i])) and (may_be_headline(page.lines[i], 8) or is_own_link(page, i, url))
        and not heads_links(page, i) and not SITE.search(page.lines[i].text) and not HOUSE.search(page.lines[i].text) and not is_section(page, page.lines[i].text)
    ]  # fmt: skip
    if len(marked) != 1 or terms_of(found.text) <= terms_of(page.lines[marked[0]].text):
        return None
    own, its = _spoken_of(page, start, body, found.text, page.lines[marked[0]].text)
    return Title(page.lines[marked[0]].text, page.blocks[page.lines[marked[0]].block].tag, marked[0]) if its >= max(0.25, own) else None


def _spoken_of(page: Layout, start: int, body: list[int], *texts: str) -> list[float]:
    """The share of each text's terms that the running text from `start` has."""
    prose = "\n".join(page.lines[i].text for i in body if i >= start).lower()
    return [sum(term in prose for term in terms) / len(terms) if terms else 0.0 for terms in map(terms_of, texts)]


def _is_slogan(told: str, text: str) -> bool:
    """Whether a text is the last part of a <title> whose first one is the name of a site."""
    first, *rest = _SURE.split(told)
    return len(rest) == 1 and squeeze(rest[0]) == squeeze(text) and units(first) <= _NAME and SITE.search(first) is not None


def _stored_titles(page: Layout) -> set[str]:
    """What the data in the page's scripts call a title."""
    found = (match[1] for script in page.blocks[0].element.getroottree().iter("script") for match in _STORED.finditer(script.text or ""))
    return {squeeze(text) for text in islice(found, 50)}


def _at_the_end_of_the_trail(page: Layout, start: int, body: list[int]) -> Title | None:
    """The last part of a breadcrumb that says what the body says."""
    for i in range(max(0, start - 20), start):
        parts = [part.strip() for part in _STEP.split(page.lines[i].text)]
        if len(parts) > 1 and 6 <= units(parts[-1]) <= 60 and share_in_text(parts[-1], page, start, body) >= 0.25:
            return Title(parts[-1], "breadcrumb", i)
    return None


_STEP: Final = re.compile(r"\s*[>＞»›→]+\s*")


def _whole(page: Layout, best: int, whole: str) -> str:
    """The text of a headline's line: with the other lines of it that the page's <title> has too, without a label behind it that <title> lacks."""
    line = page.lines[best]
    key = squeeze(line.text)
    first = last = best
    while last + 1 < len(page.lines) and (after := page.lines[last + 1]).block == line.block and after.units >= 2 and (longer := key + squeeze(after.text)) in whole:
        key, last = longer, last + 1
    while first and (before := page.lines[first - 1]).block == line.block and before.units >= 2 and (longer := squeeze(before.text) + key) in whole:
        key, first = longer, first - 1
    if first < last:
        return " ".join(page.lines[i].text for i in range(first, last + 1))
    if (label := _LABEL_BEFORE.match(line.text)) and not whole.startswith(key) and whole.startswith(key[len(squeeze(label[0])) :]):
        return line.text[label.end() :]
    if rest := _without_its_column(page, best, whole):
        return rest
    if number := _NUMBERED.search(line.text):
        return line.text[: number.start()]
    if (mark := _MARKED.search(line.text)) and whole.startswith(squeeze(line.text[: mark.start()])) and not whole.startswith(key):
        return line.text[: mark.start()].rstrip()
    return line.text


def _without_its_column(page: Layout, i: int, whole: str) -> str:
    """A headline's line without the name of a column in front, which stands in an element of its own and in <title> in brackets or not at all; "" where it has none."""
    line = page.lines[i]
    if whole.startswith(squeeze(line.text)):
        return ""
    first, _, rest = parted(page, i).partition(" ")
    if not rest or not 2 <= units(first) <= 8 or 2 * units(rest) < line.units or not line.text.startswith(first) or line.text[len(first) : len(first) + 1].isspace():
        return ""
    key, column = squeeze(rest), squeeze(first)
    return line.text[len(first) :].lstrip() if whole.startswith(key) or any(whole.startswith(f"{a}{column}{b}{key}") for a, b in ("《》", "[]", "【】", "〖〗", "「」")) else ""


def _unmarked(page: Layout, start: int, body: list[int]) -> Title:
    text, at = from_lines(page, start, body)
    return Title(text, "line", at) if text else Title()


def _cut_site(told: str, page: Layout, head: Head) -> str:
    """<title> without trailing pieces that name the site or its sections."""
    site = squeeze(head.values.get("og:site_name", ""))
    short = {squeeze(line.text) for line in page.lines if line.units <= 14}
    short |= link_labels(page)
    text = told
    mark = ""
    for cutter in (_SURE, _CUT):
        while cuts := list(cutter.finditer(text)):
            last = cuts[-1]
            piece = text[last.end() :]
            key = squeeze(piece)
            if not text[: last.start()].strip():
                break
            size = units(piece)
            # what stands between the headline and the site's name, behind the same mark, is a section
            between = bool(mark) and last[0].strip() == mark and size <= (4 if mark in "-–—" else 8) and units(text[: last.start()]) > size
            if not key or key == site or (SITE.search(piece) and size <= 14) or (key in short and size <= 12) or between:
                text = text[: last.start()]
                mark = mark or last[0].strip()
            else:
                break
    return text.strip() or told
