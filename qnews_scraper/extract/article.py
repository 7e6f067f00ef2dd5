"""extract: the whole way from a clean tree to fields, one step a line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final
from urllib.parse import urljoin

from lxml import etree

from qnews_scraper.extract import byline, sources
from qnews_scraper.extract.above import cut_head
from qnews_scraper.extract.beside import beside, card, is_post, lead, officer, own_lines
from qnews_scraper.extract.boards import poster
from qnews_scraper.extract.body import find_body
from qnews_scraper.extract.called import called, labelled, pictured
from qnews_scraper.extract.closing import link_behind
from qnews_scraper.extract.dates import Dates, find_dates
from qnews_scraper.extract.fields import Fields
from qnews_scraper.extract.head import forget_another, read_head, site_names
from qnews_scraper.extract.hints import pointed, said
from qnews_scraper.extract.images import find_images
from qnews_scraper.extract.judge import refuse
from qnews_scraper.extract.language import language
from qnews_scraper.extract.layout import Layout, Line, lay_out
from qnews_scraper.extract.names import is_generic, is_han_name, is_lone_mixed, is_lone_name, is_outlet, is_rank, is_wire, unspaced
from qnews_scraper.extract.papers import flash, owned, paged, paper_of
from qnews_scraper.extract.phrases import LABEL, NEIGHBOUR, RELATED, TOOL, is_filing, is_legal
from qnews_scraper.extract.rows import parted, spaced
from qnews_scraper.extract.section import find_section
from qnews_scraper.extract.title import Title, find_title
from qnews_scraper.extract.when import read
from qnews_scraper.options import Options
from qnews_scraper.page import LeftOut, Page
from qnews_scraper.site import host_of
from qnews_scraper.text.words import is_word
from qnews_scraper.tree import Tree

_BARE_LABEL: Final = re.compile(r"(?:发布|發布|發佈|供稿|报送)(?:机构|機構|单位|單位|部门|部門)\s*[:：]?|(?:文章|稿件|信息|资料|資料|新闻|新聞)?(?:来源|來源|稿源|出处|出處|作者|记者|記者|通讯员|通訊員|撰稿人?|撰文|供稿人|责任编辑|責任編輯|编辑|編輯)\s*[:：]?")
"""A label whose value stands in the next cell of a table."""
_LABEL_FIRST: Final = re.compile("\\W{0,2}[\u4e00-\u9fff]{2,6}\\s?[:：]")
_LEAD: Final = 30.0
"""Units of a first paragraph: what is shorter is a deck or an agency's line."""
_VERSE: Final = 12.0
"""Units of a long verse."""
_SIGN: Final = re.compile("[:：/／|｜(（【\\[]")
_LABELLED: Final = re.compile("(?:.{0,24}\\d\\s?)?(?:文章|稿件|信息)?(?:来源|來源)\\s?[:：]")
_CELL: Final = 8.0
"""Units of a longer line than a table of results has."""
_MOST_CELLS: Final = 30
"""Of a table of information."""
_EDITS: Final = re.compile("[编編责責](?:(?<=[编編])[辑輯集]|(?<=[责責])[编編])")
_EDITED_BY: Final = re.compile(r"[(（【\[]?\s?(?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s?[:：]")
"""A line of its own that names the editor."""
_PUT_UP: Final = re.compile("本文由.{2,16}(?:发表|發表|发布|發佈)[于於在]")
"""A line of its own that names who wrote a text, in its foot."""
_MOST_IMAGES: Final = 300
_MOST_LEADS: Final = 3
_MOST_BELOW: Final = 40
"""Lines below a text to look at."""
_SIGNED_LEAD: Final = re.compile("(?:【[^】]{2,14}】)?[(（](?:本[报報刊网網]|[实實][习習]|特[约約派]|[见見][习習])?[^()（）]{0,6}[记記]者\\s?\\S{2}")
"""How a first paragraph begins that names its reporters, above which a standfirst may stand."""
_RIGHT: Final = re.compile(r"text-align\s*:\s*(?:right|end)\b", re.I)
_CLOCK: Final = re.compile(r"\d{1,3}\s?(?:分钟|分鐘|个?小时|個?小時|天|周|週)之?前|刚刚|剛剛|(?:昨天|昨日|前天|今天|今日)(?:\s?\d\d?:\d\d)?|(?<![\d/-])\d\d?[-/月]\d\d?日?(?:\s\d\d?:\d\d)?(?![\d/-])")
"""What stands for a date in a row that does not give one."""
_ONE_ZONE: Final = {"ja": "+09:00", "ko": "+09:00"}
"""Languages whose news is written in one time zone."""
_ZONE_OF_HOST: Final = {**dict.fromkeys(("cn", "hk", "mo", "tw", "sg", "my"), "+08:00"), "jp": "+09:00", "kr": "+09:00"}
"""Countries that have one, whatever language their papers write."""
_LICENSED: Final = re.compile("ICP[备備证證]|[网網]安[备備]")
"""The number under which China registers a site: it keeps China's time."""


def extract(tree: Tree, page: Page, options: Options) -> Fields:
    """The fields of an article, or why the page is none. The tree is read, never changed."""
    layout = lay_out(tree.root)
    layout.is_torn = tree.is_torn
    head = read_head(tree.root, page.url)
    hints = options.hints
    body = find_body(layout, head, pointed(tree.root, hints.body))
    lines = layout.lines
    title = find_title(layout, head, body, page.url)
    if (hinted := said(tree.root, hints.title)) and len(hinted) < 200 and hinted != title.text:
        title = Title(hinted, "hint", title.line)
    forget_another(head, title.text)
    body = cut_head(layout, body, title.line)
    if back := link_behind(layout, body[-1]) if body else "":
        lines[body[-1]].text = lines[body[-1]].text.removesuffix(back).rstrip()
    text = "\n".join(lines[i].text for i in body).replace("\u00ad", "")  # a soft hyphen is for the one who breaks lines
    tongue = language(text or "\n".join(line.text for line in lines), head.values.get("ld:inlanguage") or head.language)
    offset = hints.utc_offset if tongue.startswith("zh") or hints.name else _ONE_ZONE.get(tongue, "") or _ZONE_OF_HOST.get(host_of(page.url).rpartition(".")[2], "") or ("+08:00" if any(_LICENSED.search(line.text) for line in lines) else "")
    dates = find_dates(layout, head, page, title.line, body, offset)
    if not dates.published and (found := next((f for f in read(said(tree.root, hints.date)[:200], page.fetched_at) if f.year), None)):
        dates = replace(dates, published=found.iso(found.year, offset), raw=said(tree.root, hints.date)[found.start : found.end].strip(), origin="hint")
    section, section_from = find_section(layout, head, title.text, title.line, body[0] if body else 0, page.url)
    around = _around(layout, title, body, dates)
    ends = [line.text[-24:] for line in _ends(layout, body)] if body else []
    source, source_from = _labelled_source(layout, dates, around, title.line, body), "byline"
    authors, authors_from = byline.authors(around, ends), "byline"
    editors, editors_from = byline.editors(around), "byline"
    if not editors:
        told, editors_from = head.first("field:article-editor-name", "enp:liability")
        editors = [told] if is_han_name(told) else []
    outlet, people = _unlabelled(layout, title, body, dates) if not source or not authors else ("", [])
    sites = site_names(head, title.text)
    outlet = outlet.strip()
    if outlet in authors and not is_outlet(outlet):
        outlet = ""
    if outlet and outlet in sites and (paper := _lead(lines, body)).endswith(("报", "報")):
        outlet = paper  # whose news the site shows under its own name
    outlet = outlet or _lead(lines, body, sites)
    if not source:
        source, source_from = sources.source_at_end(ends) or outlet, "dateline"
    if not authors and not people and body and (speaker := officer(lines[body[0]].text)):
        people = [speaker]
    if not authors and not people and body:
        people = byline.signature(((unspaced(line.text), _stands_right(layout, line)) for line in lines[body[-1] : body[-1] + 2] if not line.linked), lines[body[-2]].text if len(body) > 1 else "")
    if not source:
        source, source_from = head.first("article:source", "source", "mediaid", "contentsource", "enp:sourcename")[0] or paper_of(head.title) or (flash(head.title, parted(layout, dates.line)) or owned(head.first("og:site_name", "ld:publisher")[0], lines[dates.line].text) if dates.line >= 0 else "") or paged(sites, (line.text for line in lines[: body[0] if body else 0][-_MOST_BELOW:])), "head"
    if not source and (hinted := said(tree.root, hints.source)) and len(hinted) < 60:
        source, source_from = sources.source((hinted,)) or hinted, "hint"
    if not authors and not people and (name := poster(layout, dates.line)):
        people = [name]
    if not authors:
        authors, authors_from = people, "dateline"
    if not authors:
        told, authors_from = head.first("ld:author", "enp:author", "author", "article:author", "byline", "dc.creator")
        authors = [name for name in byline.named(told) if name not in editors]  # the CMS of an office calls its editor so
    if not authors:
        authors, authors_from = byline.compilers(around), "byline"
    if not authors:
        authors, authors_from = byline.owner(line.text for line in lines if line.units < 60), "line"
    if not source and len(authors) > 1 and (site := next((name for name in authors if name in sites), "")):
        source, source_from = site, "byline"  # By Nina Ge, Haimen Star
    if not source and (house := next(filter(is_wire, authors), "")):
        source, source_from = house, authors_from
    authors = [name for name in authors if name.lower() != source.lower() and not is_wire(name) and not is_rank(name) and (name not in sites or name.isascii() or is_lone_name(name))]
    images, captions = find_images(layout, body, page.url)
    description, _ = head.first("ld:description", "og:description", "description")
    keywords = [k for k in re.split(r"[,，;；\n|]+|\s{2,}", head.first("keywords", "news_keywords", "ld:keywords", "enp:keyword")[0]) if k.strip()]
    canonical = head.first("link:canonical", "og:url")[0]
    origins = {
        "title": title.text and title.origin, "text": text and "lines", "date_published": dates.published and dates.origin, "source": source and source_from,
        "authors": authors and authors_from, "editors": editors and editors_from, "section": section and section_from, "language": tongue and "characters",
    }  # fmt: skip
    return Fields(
        title=title.text,
        text=text,
        date_published=dates.published,
        date_modified=dates.modified,
        date_raw=dates.raw,
        authors="\n".join(authors),
        editors="\n".join(editors),
        source=source,
        section=section,
        description=description,
        keywords="\n".join(k.strip() for k in keywords),
        images="\n".join(images),
        image_captions="\n".join(captions),
        links="\n".join(_links(layout, body, page.url)),
        language=tongue,
        canonical_url=canonical,
        field_origins="\n".join(f"{k}={v}" for k, v in origins.items() if v),
        left_out=tuple(_left_out(layout, title, body, back)) if body else (),
        warnings=dates.warnings,
        rejected=refuse(layout, body, title, head.title, dates.published and dates.origin, page),
    )


def _left_out(layout: Layout, title: Title, body: list[int], back: str) -> Iterator[LeftOut]:
    kept = set(body)
    for i, line in enumerate(layout.lines):
        if back and i == body[-1]:
            yield LeftOut(back, "after the body")
        if i not in kept:
            yield LeftOut(line.text, "headline" if i == title.line else "before the body" if i < body[0] else "after the body" if i > body[-1] else "amid the body")


def _around(layout: Layout, title: Title, body: list[int], dates: Dates) -> list[str]:
    """The lines where bylines stand: from the headline to the body, the body's first and last, and a few after it."""
    if not body:
        return []
    lines = layout.lines
    top = title.line if 0 <= title.line < body[0] else max(0, body[0] - 6)
    if dates.line >= 0:
        top = min(top, _table(layout, dates.line))
    filed = _table(layout, top - 1) if top else 0
    if is_filing(" ".join(line.text.replace(" ", "") for line in lines[filed:top])):
        top = filed
    lead = next((at for at, i in enumerate(body[:4]) if _SIGNED_LEAD.match(lines[i].text)), None) or next((at for at, i in enumerate(body[:4]) if lines[i].units >= _LEAD), 0)
    gaps = (i for i in range(body[-3:][0], body[-1]) if lines[i].units < 30)
    near = [*range(top, body[0] + 1), *(i for i in range(body[0] + 1, body[:_MOST_LEADS + 1][-1]) if i in body[1 : lead + 1] or (i not in body[1:_MOST_LEADS] and lines[i].units < 24)), *body[1 : lead + 1], *(i for i in (*body[1:3], *body[-4:-1]) if lines[i].units < 30), *gaps, body[-1], *_after(layout, body[-1] + 1)]
    if listed := next((i for i in body[-5:] if lines[i].units < 20 and RELATED.match(lines[i].text)), 0):
        near = [i for i in near if i < listed or _EDITS.search(lines[i].text)]  # what is listed has bylines of its own
    ends = (body[0], body[lead], body[-1])
    found: list[str] = []
    last = listing = -1
    for i in dict.fromkeys(near):
        text = lines[i].text
        if i not in ends and (lines[i].units >= 80 or (is_legal(text) and not _EDITED_BY.search(text) and not text.startswith("本文由"))):
            continue
        if lines[i].units < 60 and i not in ends:
            text = parted(layout, i)
            if is_legal(text) and (edited := _EDITED_BY.search(text)):
                text = text[edited.start() :]
        text = text if i not in ends or lines[i].units < 60 else text[:40] + " " + text[-40:]
        text = unspaced(spaced(unspaced(text)))  # 责任编辑：沈 冰校对：
        if found and i == last + 1 and lines[i].units < 30 and not lines[i].strong and not _LABEL_FIRST.match(text) and _BARE_LABEL.fullmatch(found[-1]):
            found[-1] = f"{found[-1].rstrip(' :：')}：{text}"
            listing = lines[i].block
        elif listing == lines[i].block >= 0 and i == last + 1 and is_lone_name(text):
            found[-1] += f" {text}"
        else:
            found.append(text)
            listing = -1
        last = i
    return found


def _stands_right(layout: Layout, line: Line) -> bool:
    """Whether a line is set to the right by its own element, as names below an essay are."""
    element = layout.blocks[line.block].element if line.block >= 0 else None
    return element is not None and ((element.get("align") or "").lower() == "right" or _RIGHT.search(element.get("style") or "") is not None)


def _ends(layout: Layout, body: list[int]) -> list[Line]:
    """The last line of a text and the three after it, cells of a table between them left out."""
    after = (line for line in layout.lines[body[-1] + 1 : body[-1] + _MOST_CELLS] if line.units >= _CELL or (cell := layout.blocks[line.block]).tag not in ("td", "th") or cell.last - cell.first > 1)
    return [layout.lines[body[-1]], *islice(after, 3)]


def _table(layout: Layout, line: int) -> int:
    """The first line of the table that a line is in, where that is no table of the page's frame; else the line itself."""
    block = layout.lines[line].block
    while block >= 0 and layout.blocks[block].tag != "table":
        block = layout.blocks[block].parent
    return layout.blocks[block].first if block >= 0 and layout.blocks[block].last - layout.blocks[block].first <= _MOST_CELLS else line


def _after(layout: Layout, start: int) -> Iterator[int]:
    """The first lines after a text but cells of tables; of those below the head of a list only what names an editor, on a line of its own from the eighth on."""
    left, is_listed, is_edited, tags = 7, False, False, -1
    for i in range(start, min(start + _MOST_BELOW, len(layout.lines))):
        line = layout.lines[i]
        if not is_listed and line.linked > 0.5 * line.units and line.units < _LEAD and TOOL.fullmatch(line.text):
            continue
        if not is_listed and (NEIGHBOUR.match(line.text) or (i > start and NEIGHBOUR.fullmatch(layout.lines[i - 1].text))):
            continue
        if not is_listed and _lists(layout, line):
            is_listed, tags = True, i
        cell = layout.blocks[line.block]
        if cell.tag in ("td", "th") and cell.last - cell.first == 1 and line.units < 8 and not _SIGN.search(line.text):
            continue
        if left <= 0 and (not is_listed or is_edited or line.units >= _LEAD):
            return  # what is long is another text
        if _EDITED_BY.match(line.text) and not _is_beside(layout, line.block) if left <= 0 else not is_listed or _EDITS.search(line.text) or _PUT_UP.match(line.text) or (i == tags + 1 and byline.pen_name(line.text)):
            is_edited = is_edited or bool(_EDITS.search(line.text))
            yield i
        left -= 1


def _lists(layout: Layout, line: Line) -> bool:
    """Whether a line below a text heads other articles, is one's link, or stands in a side column or among comments."""
    if LABEL.match(line.text.lstrip("[【(（〔■●·•▪ ")):
        return _is_beside(layout, line.block)
    return (line.units < 20 and RELATED.match(line.text) is not None) or (line.linked >= 6 and line.linked > 0.5 * line.units) or _is_beside(layout, line.block)


def _is_beside(layout: Layout, block: int) -> bool:
    while block >= 0:
        if layout.blocks[block].tag in ("aside", "footer", "nav") or layout.blocks[block].zone == "comment":
            return True
        block = layout.blocks[block].parent
    return False


def _in_a_picture(layout: Layout, title_line: int, body: list[int]) -> str:
    """The source where a picture behind its label says it."""
    first, last = (max(0, title_line - 3), body[0]) if body and 0 <= title_line < body[0] else (0, -1)
    return next((name for at, image in layout.images[:_MOST_IMAGES] if first <= at <= last and (name := labelled(image))), "")


def _labelled_source(layout: Layout, dates: Dates, around: list[str], title_line: int, body: list[int]) -> str:
    """What a label names as the source; the line of the date is asked first, those right above the headline last."""
    dated = spaced(parted(layout, dates.line)) if dates.line >= 0 else ""
    above = (line.text for line in layout.lines[max(0, title_line - 3) : max(0, title_line)] if line.units < _LEAD and _LABELLED.match(line.text))
    return sources.source((dated, *around)) or _in_a_picture(layout, title_line, body) or sources.office((dated, *around)) or sources.medium((dated, *around)) or sources.source(above)


def _unlabelled(layout: Layout, title: Title, body: list[int], dates: Dates) -> tuple[str, list[str]]:
    """The outlet and the people named by the date, or between headline and text, without a label."""
    lines = layout.lines
    near = [*range(title.line + 1, min(body[0], title.line + 12))] if body and 0 <= title.line < body[0] else [*range(dates.line + 1, body[0])][:3] if body and dates.line >= 0 else []
    if body and lines[body[0]].units <= 20 and lines[body[0]].text[0] in "【〔[（(□■○●◎◇◆":
        near.append(body[0])
    if dates.line >= 0 and dates.line not in near:
        near.append(dates.line)
    held = dict.fromkeys(lines[i].block for i in near if lines[i].block >= 0)
    outlet, people = called(layout.blocks[b].element for b in held if layout.blocks[b].last - layout.blocks[b].first < 6)
    row, start, end = dates.line, dates.start, dates.end
    if row < 0 and (clock := next(((i, match.span()) for i in near if lines[i].units <= 40 and (match := _CLOCK.search(parted(layout, i)))), None)):
        row, (start, end) = clock
    if row >= 0:
        line = spaced(parted(layout, row))
        if row and lines[row - 1].block == lines[row].block and lines[row - 1].units <= 40 and title.line < row - 1:  # a row in a heading
            before = spaced(parted(layout, row - 1)) + " | "
            line, start, end = before + line, start + len(before), end + len(before)
        by_date, named = beside(line, start, end, row == dates.line)
        outlet, people = outlet or by_date, people or _no_sections(layout, title.line, named)
    if near and not (outlet and people):
        own_outlet, own_people = own_lines((unspaced(lines[i].text.replace("( ", "(").lstrip("□■○●◎◇◆ " if i == body[0] else "")), _is_next(lines, i, row, title.line, body)) for i in near if i != row and lines[i].units <= (48 if lines[i].text.isascii() else 24))
        outlet, people = outlet or own_outlet, people or _no_sections(layout, title.line, own_people)
    if not people:
        people = [name for i in near if 6 <= lines[i].units <= 36 and (name := card(parted(layout, i)))][:1]
    if not outlet and row >= 0:
        outlet = next((name for at, image in layout.images if at == row and (name := pictured(image)) and _holds(layout, row, image)), "")
    return outlet or _lead(lines, body), [p for p in people if p != outlet]


def _is_next(lines: list[Line], i: int, row: int, above: int, body: list[int]) -> bool:
    """Whether a line stands where who wrote a text or whose it is stands without a label: next to the date, between headline and label, above what somebody is; two characters that are no word, or stand above verses, also with nothing else between headline and text."""
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    if abs(i - row) == 1 or is_post(below):
        return True
    if i == above + 1 and ((row < 0 and (" " in lines[i].text or _LABELLED.match(below) is not None)) or (len(lines[i].text) == 2 and body[:1] == [i + 1] and (not is_word(lines[i].text) or all(lines[j].units <= _VERSE for j in body[:_MOST_LEADS])))):
        return True
    return (i - row == 2 and is_generic(lines[row + 1].text)) or (abs(i - row) == 2 and (is_lone_name(mid := lines[(i + row) // 2].text) or is_lone_mixed(mid) or is_post(mid)))


def _lead(lines: list[Line], body: list[int], sites: frozenset[str] = frozenset()) -> str:
    """The agency or paper that a text begins with, below what stands under its pictures."""
    for i in body[:_MOST_LEADS]:
        if (told := lead(lines[i].text, sites)) or lines[i].units >= _LEAD:
            return told
    return ""


def _holds(layout: Layout, line: int, image: etree._Element) -> bool:
    """Whether the block of a line holds a picture."""
    own = layout.blocks[layout.lines[line].block].element
    return any(one is own for one in islice(image.iterancestors(), 6))


def _no_sections(layout: Layout, above: int, people: list[str]) -> list[str]:
    """The names that no link above the headline says: those are sections."""
    return [p for p in people if not any(i < above and element.text and element.text.strip() == p for i, element in layout.anchors[:300])]


def _links(layout: Layout, body: list[int], url: str) -> list[str]:
    kept = set(body)
    found: dict[str, None] = {}
    for i, element in layout.anchors:
        if i not in kept:
            continue
        href = (element.get("href") or "").strip()
        if href and not href.lower().startswith(("javascript:", "#", "mailto:", "data:")):
            try:
                found[urljoin(url, href)] = None
            except ValueError:
                continue
    return list(found)
