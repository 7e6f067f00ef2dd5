"""The headline: the visible line that the page's <title> repeats, without what the site adds to it."""

import re
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree

from qnews_scraper.extract.head import Head
from qnews_scraper.extract.layout import HEADINGS, ROW, Layout, Line, units
from qnews_scraper.extract.names import is_han_name, is_lone_name
from qnews_scraper.extract.phrases import LABEL, SIGNED, STAMPS, is_legal, is_sentence
from qnews_scraper.extract.rows import parted
from qnews_scraper.extract.squeeze import may_be_in, squeeze
from qnews_scraper.extract.trim import prose_start
from qnews_scraper.extract.when import read

_CUT: Final = re.compile(r"\s*(?:[|｜│_]|--+|——+|[-–—]|[»>«<]+|::?|：|·)\s*")
_SURE: Final = re.compile(r"\s*(?:[|｜│_]|--+|\s[-–—·:]\s|[»>«<]+|::)\s*")
_TRAIL: Final = re.compile(r">|»|›|位置\s*[:：]")
_BYLINE: Final = re.compile(r"\W{0,2}(?:本[报報网網刊]|特约|实习|见习)?(?:讯|訊)?\W{0,2}(?:记者|記者|通讯员|作者|文|撰文|编辑|责编|图)(?:\s|[:：/／|｜])|\W{0,2}(?:本[报報网網刊]\S{0,2}|\S{2,4})?(?:记者|記者)|\w{2,8}\s?[／/╱∕]\s?(?:\w{2,8}(?:報導|报道|电|電))?$|[\u4e00-\u9fff]{2}：\S{1,8}$")
_WHO: Final = re.compile(r"\W{0,2}(?:本[报報网網刊][\u4e00-\u9fff]{0,2}|特约|實習|实习|见习)?(?:记者|記者)\s[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}$")
"""A line of who wrote it, its name spaced out."""
_SITE: Final = re.compile(
    r"网$|網$|网站|網站|频道|頻道|新闻$|新聞$|中心$|在线|在線|日报|日報|晚报|晚報|早报|时报|時報|周刊|週刊|[报報]$|论坛|論壇|门户|首页|电视台|電視|传媒|资讯|新闻网|客户端|\.(?:com|cn|net|org|tw|hk)\b|News$|Times$|Post$|正文$|财经|財經|博客|^Powered by|^Discuz|社区$|社區$|数字报|數位報|(?:热线|信息港)$",
    re.I,
)
_HOUSE: Final = re.compile(r"(?:协会|協會|学会|學會|委员会|委員會|人民政府|人民法院|检察院|检察院|[^法商]医院|醫院|大学|大學|学院|學院|公司|集团|集團|博物馆|图书馆|[^邮公当结布格]局|(?:电子|電子|数字|數位|网络|網路)版)$")
"""What a <title> ends in that is the name of an office, a company or a paper."""
_EMPTY: Final = re.compile(r"无标题(?:文档|页)?|無標題文件|Untitled(?: Document)?|New Page \d+|(?:新闻|文章|信息|内容|详细)(?:详情|详细|内容|正文|信息|中心|页面?|内容页|详情页|详细页|显示|浏览|阅读)?|欢迎(?:访问|光临|来到).*|首页|Home|index|(?:New )?Document", re.I)
"""Titles that say nothing, as page makers leave them."""
_DATED: Final = re.compile(r"(?:19|20)\d\d[-年/.]\s?\d{1,2}[-月/.]\s?\d{1,2}.{0,12}(?:\d\d:\d\d|来源|來源|作者|字号|[记記]者\s)")
_CHAPTER: Final = re.compile(r"第[一二三四五六七八九十\d]{1,3}[章节節编編]")
_LARGE: Final = re.compile(r"\s*(?:[4-7]|\+[1-4])\s*")
_LARGER: Final = re.compile(r"font-size\s*:\s*(?:(?:1[89]|[2-5]\d)(?:\.\d+)?p[xt]|(?:x-|xx-)?large)", re.I)
_NAMED: Final = re.compile(r"(?<![a-z])(?:(?:big|lbl|art|news|main)?title|tit|bt\d?|biaoti|headline|subject)(?![a-z])", re.I)
_MARKED: Final = re.compile(r"\s?(?:原创|原創|转载|置顶|推荐|热门|独家|new|hot|[\[【(（]\s?(?:[组組多]?[图圖]|视频|視頻|影音)\s?[\])）】])$", re.I)
_NUMBERED: Final = re.compile(r"\s?[(（]\d{1,2}/\d{1,2}[)）]$")
"""Which of its pictures a page shows."""
_BAR: Final = re.compile("字[体型号號體][：:大]?|大 ?中 ?小|打印|列印|我要评论|我说两句|视力保护|^无障碍|^無障礙")
"""What the bar of a reader's tools says."""
_ADDRESS: Final = re.compile(r"\s*(?:[\w-]+\.)+(?:com|net|cn|org|tw|hk)\s*|\s*https?://\S+\s*", re.I)
_DAY: Final = re.compile(r"(?:19|20)\d\d[-年/.]\s?\d")
_CLOCK: Final = re.compile(r"\s*[【\[(（]\s*\d{1,2}:\d\d(?::\d\d)?\s*[】\])）]$")
_STORED: Final = re.compile(r'"(?:title|headline)"\s*:\s*"([^"\\\n]{4,120})"')
_LABEL_BEFORE: Final = re.compile(r"(?:[\[［【(（]\w{1,8}[\]］】)）]|原[创創]|[转轉][载載]|[独獨]家|置顶)\s*(?=\S{4})")
"""What a board or a section puts before the headline, and <title> does not."""
_COLUMN: Final = re.compile(r"(?:[\[［【《〖「(（](?P<boxed>\w{1,8})[\]］】》〗」)）]\s?[:：|｜丨│]?|(?P<name>\w{2,8})\s?[|｜丨│:：])\s?(?=\S{4})")
"""The name of a column in front of a headline: [关注], 《关注》：, 关注｜."""
_CUT_OFF: Final = re.compile(r"(?:\.{3,}|…+)$")
_SUBTITLE: Final = re.compile(r"\s?(?:——|―|──|--+|—(?!\S{1,3}—))\s?(?=\S{2})")
"""How the line below a headline begins: ——记道班班长老马."""
_CALLED: Final = re.compile(r"(?:文章|新[闻聞]|信息|稿件)?(?:[标標][题題]|主[题題]|[题題]名)\s?[:：]?|(?:Title|Headline|Subject)\s?:?", re.I)
"""The cell of a table that says that the headline is in the next one."""
_BY_DATE: Final = 8.0
"""Units of a word beside a day: a paper's or a person's name has them."""
_LATIN: Final = re.compile(r"[^\u3400-\u9fff]*?[A-Za-z]{2}[^\u3400-\u9fff]*")
"""The name in Latin letters before or after one in Han characters."""
_TERM: Final = re.compile("[a-z]{4,}")
_HOME: Final = re.compile(r"/(?:(?:index|default|home)\.\w{3,5})?", re.I)
_NAME: Final = 10
"""Units of a name that a <title> gives instead of a headline."""
_SITE_LONG: Final = 24
"""Units of the longest name of a site that stands above a menu."""
_BY: Final = re.compile(r"(?:By|by|BY|Text by|Written by)\s(?:[A-Z][\w.'’-]*\s?){2,4}")
_MENU: Final = 4
"""Links that are a menu."""


@dataclass(frozen=True, slots=True)
class Title:
    """The headline, where it was read, and the line it stands on (-1 where it is not visible)."""

    text: str = ""
    origin: str = ""
    line: int = -1


def find_title(page: Layout, head: Head, body: list[int], url: str = "") -> Title:
    """The headline of a page whose body has these lines."""
    found = _told(page, head, body, url)
    return (_beside_a_name(page, body, found, url) or _below_a_menu(page, head, body, found, url) or found) if head.title else found


def _told(page: Layout, head: Head, body: list[int], url: str) -> Title:
    """The line that the page's <title> repeats, or what stands for it."""
    told = head.title
    whole = squeeze(told)
    if (column := _LABEL_BEFORE.match(told)) and not any(column[0].strip() in line.text for line in page.lines[: prose_start(page, body)]):
        whole = squeeze(told[column.end() :])
    in_column = _in_column(told)
    other = [squeeze(v) for n in ("og:title", "ld:headline", "twitter:title", "item:headline", "title") if (v := head.values.get(n))]
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
        if tag and (_DATED.search(line.text) or _ADDRESS.fullmatch(line.text) or (line.linked > 0.5 * line.units and _EMPTY.fullmatch(line.text))):
            continue
        key = squeeze(text)
        score = 0.0
        if len(stem) > 6 and key.startswith(stem):
            score += 3
        if whole and key in whole:
            score = len(key) / len(whole) * 3 + (2 if whole.startswith(key) else 0.5 if whole.endswith(key) and 4 * len(key) > len(whole) and not _SITE.search(line.text) else 0)
            if len(key) < 5 and not whole.startswith(key) and key not in parts:
                score -= 2
        elif in_column and (inside := _in_column(text)) and len(inside) > 6 and in_column.startswith(inside):
            score = len(inside) / len(in_column) * 3 + 2
        if any(key == o for o in other):
            score += 3
        elif any(o.startswith(key) and len(key) > 6 for o in other):
            score += 1
        if tag in ("h1", "h2", "h3"):
            score += {"h1": 2.0, "h2": 1.0, "h3": 0.5}[tag]
        if line.linked > 0.5 * line.units:
            score -= 1.5
        if score > 1.5:
            score += max(0.0, 1.0 - (start - i) / 60)
            if score >= top:
                best, top = i, score
    if best >= 0 and top >= 2.0:
        line = page.lines[best]
        if page.blocks[line.block].tag != "h1" and line.units <= 14 and (heading := _heading_below(page, best, start)) and _is_section(page, line.text):
            return Title(page.lines[heading].text, "h1", heading)
        if line.linked > 0.5 * line.units and (own := _after_the_site(page, best, whole)):
            return own
        is_sign = line.units <= 14 and _HOUSE.search(line.text) is not None  # an office's name over its own news
        is_alone = bool(told) and top < 3.5 and squeeze(line.text) not in whole
        if is_alone and (best < start - 2 if is_sign else _share(line.text, page, start, body) < 0.05 and _share(told, page, start, body) < 0.05) and (spoken := _above(page, start, body, False, False, url)):
            return spoken
        return Title(_whole(page, best, whole), page.blocks[line.block].tag if line.block >= 0 else "line", best)
    if not told:
        for name in ("og:title", "ld:headline"):
            if value := head.values.get(name):
                return Title(value, name)
        return _from_lines(page, start, body)
    cut = _cut_site(told, page, head)
    first, *rest = _SURE.split(cut, maxsplit=1)  # "the house - a section" says no more than the house
    name = first if _HOUSE.search(first) and sum(map(units, rest)) <= 8 else cut
    if (alone := _LATIN.sub("", name)) and alone != name and (_SITE.search(alone) or _HOUSE.search(alone)):
        name = alone  # a name in two scripts
    is_name = units(name) <= 14 and bool(_SITE.search(name) or _HOUSE.search(name) or _is_section(page, name))  # the page's <title> is only the site's name, or a section's
    is_empty = _EMPTY.fullmatch(cut) is not None
    if is_name or is_empty or _share(cut, page, start, body) < 0.2:
        if found := _above(page, start, body, is_name, is_empty, url):
            return found
        if is_name and (value := head.first("og:title", "ld:headline", "articletitle")[0]) and squeeze(value) != squeeze(cut):
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
        if tag in HEADINGS and line.linked <= 0.5 * line.units and squeeze(line.text) == rest:
            return Title(line.text, tag, i)
    return None


def _above(page: Layout, start: int, body: list[int], is_name: bool, is_empty: bool, url: str) -> Title | None:
    """The line above the body that looks like its headline, or that says what the body says, where <title> does not."""
    best: Title | None = None
    most = 0.0
    if (sure := _beside_a_sign(page, start)) >= 0:
        return Title(_with_its_lines(page, sure), page.blocks[page.lines[sure].block].tag, sure)
    for i in range(min(start + 2, len(page.lines) - 2), max(-1, start - 12), -1):
        line = page.lines[i]
        if not _may_be_headline(line, 4.5 if is_name else 6) and not (i < start and _is_own_link(page, i, url)):
            continue
        block = page.blocks[line.block]
        if i >= start and (block.tag not in HEADINGS or not read(page.lines[i + 1].text)):
            continue  # a ribbon above the headline may read like text
        is_heading, is_named = _is_heading(page, line), _is_named(page, line)
        if is_heading and _heads_links(page, i):
            continue
        if is_name and (is_heading or (is_named and _is_dated(page, i))):
            return Title(_with_its_lines(page, i), block.tag, i)
        if is_empty and (is_heading or is_named):
            return Title(_with_its_lines(page, i), block.tag, i)
        share = _share(line.text, page, start, body, 0.0)
        if share >= (0.2 if is_heading or is_named or is_empty else 0.4) and (value := share + (is_heading or is_named)) > most:
            best, most = Title(_with_its_lines(page, i), block.tag, i), value
    return best or _at_the_end_of_the_trail(page, start, body)


def _heads_links(page: Layout, i: int) -> bool:
    """Whether the lines below a heading are links to other pages, each on a line of its own."""
    after = page.lines[i + 1 : i + 4]
    return len(after) == 3 and all(one.linked > 0.6 * one.units >= 3 for one in after)


def _is_dated(page: Layout, i: int) -> bool:
    """Whether a dateline stands right below a line: a day, or a label of one."""
    after = page.lines[i + 1]
    return after.units < 50 and not after.linked > 0.6 * after.units and bool(read(after.text, "2000-01-01") or LABEL.match(after.text.lstrip("[【(（ ")))


def _beside_a_sign(page: Layout, start: int) -> int:
    """Index of the line above the text that stands beside what only a headline has, however short it is: its label, a subtitle with a dash, who wrote it; -1 where there is none."""
    for i in range(max(0, start - 12), min(start + 1, len(page.lines) - 2)):
        line, below = page.lines[i], page.lines[i + 1]
        if i and _CALLED.fullmatch(page.lines[i - 1].text) and _may_be_headline(line, 2):
            return i
        if line.units > 24 or i > start or not _may_be_headline(line, 1.6) or _SITE.search(line.text):
            continue
        is_over = _SUBTITLE.match(below.text) and 4 <= below.units <= 40 and not below.linked
        if (is_over and i >= start - 5) or (i >= start - 3 and (_is_heading(page, line) or _is_named(page, line)) and _signs(below) and not (i and _may_be_headline(page.lines[i - 1], 6) and _is_heading(page, page.lines[i - 1]))):
            return i
    return -1


def _signs(line: Line) -> bool:
    """Whether a line is a person's name and nothing else."""
    return line.units <= 12 and (is_lone_name(line.text) or ("·" in line.text and is_han_name(line.text)) or _BY.fullmatch(line.text) is not None)


def _is_own_link(page: Layout, i: int, url: str) -> bool:
    """Whether a line near the text is a link that leads to where the reader is."""
    line = page.lines[i]
    if line.linked < 0.5 * line.units or not 4.5 <= line.units <= 60 or _TRAIL.search(line.text) or not (_is_heading(page, line) or _is_named(page, line)):
        return False
    found = _leads(page, i)
    return len(found) == 1 and (found[0] in ("", "#") or found[0].lower().startswith("javascript:") or (bool(url) and _path(url, found[0]) == _path(url, url) != "/"))


def _leads(page: Layout, i: int) -> list[str]:
    """Where the links of a line lead."""
    return [(element.get("href") or "").strip() for at, element in page.anchors if at == i]


def _path(url: str, href: str) -> str:
    """Path and query of an address, without the slash at its end."""
    try:
        parts = urlsplit(urljoin(url, href))
    except ValueError:
        return ""
    return f"{parts.path.rstrip('/') or '/'}?{parts.query}".rstrip("?")


def _leads_home(page: Layout, i: int, url: str) -> bool:
    """Whether a line is a link to the site's first page."""
    found = _leads(page, i)
    return len(found) == 1 and page.lines[i].linked > 0.5 * page.lines[i].units and _HOME.fullmatch(_path(url, found[0])) is not None


def _is_dateline(text: str) -> bool:
    """Whether a line begins or ends with a day, and has nothing but names beside it."""
    for found in read(text):
        before, after = text[: found.start], text[found.end :]
        if (not before.strip() or not after.strip()) and before[-1:] + after[:1] in ("", " ", "|", "｜", "/", ",", "，", "(", "（", "[", "·") and found.year:
            return all(units(word) <= _BY_DATE for word in (before + " " + after).split())
    return False


def _may_be_headline(line: Line, least: float) -> bool:
    """Whether a line is of a headline's length and no label, date, trail or byline."""
    if line.block < 0 or not least <= line.units <= 60 or line.linked >= 0.5 * line.units or LABEL.match(line.text) or _DATED.search(line.text) or _TRAIL.search(line.text) or _CHAPTER.match(line.text) or _SUBTITLE.match(line.text):
        return False
    return line.text[-1] not in ":：，；。" and not (line.units < 20 and (SIGNED.match(line.text) or _WHO.match(line.text))) and not _is_dateline(line.text)


def _is_heading(page: Layout, line: Line) -> bool:
    block = page.blocks[line.block]
    return line.strong or block.tag in HEADINGS or _is_large(block.element, line.text)


def _is_named(page: Layout, line: Line) -> bool:
    element = page.blocks[line.block].element
    return _NAMED.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def _with_its_lines(page: Layout, i: int) -> str:
    """A headline in bold, with the other line of it where a <br> parts the two."""
    lines = page.lines
    first, last = (next((j for j in (i + step,) if 0 <= j < len(lines) and lines[i].strong and lines[j].strong and lines[j].block == lines[i].block and _may_be_headline(lines[j], 4.5)), i) for step in (-1, 1))
    return " ".join(lines[j].text for j in range(first, last + 1))


def _beside_a_name(page: Layout, body: list[int], found: Title, url: str) -> Title | None:
    """The headline above the body, where what <title> gave is short and the text does not speak of it: the name of a site or a section that no list knows."""
    start = prose_start(page, body)
    pairs = _pairs(found.text)
    if not body or units(found.text) > _NAME or not pairs:
        return None
    names = {squeeze(found.text), squeeze(_SURE.split(found.text, maxsplit=1)[0])}
    for i in range(max(0, start - 12), min(start + 3, len(page.lines))):
        line = page.lines[i]
        if (i == found.line or squeeze(line.text) in names) and not _EMPTY.fullmatch(line.text) and line.linked <= 0.5 * line.units and (i >= start - 4 or _is_heading(page, line) or _is_named(page, line)):
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
        is_own = _is_own_link(page, i, url)
        if not (is_own or _may_be_headline(line, 4.5)) or _BAR.search(line.text) or is_legal(line.text) or squeeze(line.text) == squeeze(found.text) or (not is_own and _is_section(page, line.text)):
            continue
        if squeeze(line.text) in known:
            return Title(line.text, page.blocks[line.block].tag, i)
        if (_is_heading(page, line) or _is_named(page, line)) and line.units >= 6 and sum(pair in prose for pair in _pairs(line.text)) > 1 and not _SITE.search(line.text) and not _HOUSE.search(line.text):
            marked.append(i)  # what says nothing of the body is no headline, however it is marked
        share = _share(line.text, page, start, body, 0.0)
        if share >= max(0.25, 1.5 * own) and share > most:
            best, most = i, share
    if best < 0 and len(marked) == 1:
        best = marked[0]
    return Title(_with_its_lines(page, best), page.blocks[page.lines[best].block].tag, best) if best >= 0 else None


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
    leads_home = is_shown and _leads_home(page, found.line, url)
    if is_shown and not leads_home and (not any(page.blocks[lines[i].block].tag in HEADINGS for i in window) or not (sum(found.line < at < start for at, _ in page.anchors[:300]) >= _MENU or _is_slogan(head.title, found.text))):
        return None
    if not is_shown and (sure := _beside_a_sign(page, start)) >= 0:
        return Title(lines[sure].text, page.blocks[lines[sure].block].tag, sure)
    near = [i for i in window if (_may_be_headline(lines[i], 2) and not _is_section(page, lines[i].text)) or _is_own_link(page, i, url)]
    headings = [i for i in near if page.blocks[lines[i].block].tag in HEADINGS or ((leads_home or not is_shown) and (_is_heading(page, lines[i]) or _is_named(page, lines[i])))]
    over = [i for i in near if i < start and _gives_a_day(lines[i + 1]) and lines[i].units > 1.5 * units(found.text)]
    if len(headings) > 1:
        tops = [page.blocks[lines[i].block].tag for i in headings]
        headings = [i for i, tag in zip(headings, tops, strict=True) if tag == min(tops)] if min(tops) in HEADINGS and is_shown else headings
    at = headings[0] if len(headings) == 1 else over[0] if len(over) == 1 and not is_shown and not headings else -1
    if at < 0 or squeeze(found.text) in squeeze(lines[at].text):
        return None
    prose = "\n".join(lines[i].text for i in body if i >= start).lower()
    own, its = (sum(term in prose for term in of) / len(of) if of else 0.0 for of in (_terms(found.text), _terms(lines[at].text)))
    if its < 0.25 or (is_shown and not leads_home and own >= its) or (not is_shown and lines[at].units <= units(found.text) and own >= its):
        return None
    return Title(lines[at].text, page.blocks[lines[at].block].tag, at)


def _is_slogan(told: str, text: str) -> bool:
    """Whether a text is the last part of a <title> whose first one is the name of a site."""
    first, *rest = _SURE.split(told)
    return len(rest) == 1 and squeeze(rest[0]) == squeeze(text) and units(first) <= _NAME and _SITE.search(first) is not None


def _gives_a_day(line: Line) -> bool:
    """Whether a short line is of a dateline."""
    return line.units <= 40 and line.text[-1] not in "。.！!" and any(one.year for one in read(line.text))


def _terms(text: str) -> set[str]:
    """Pairs of Han characters and longer words of Latin letters."""
    return _pairs(text) | set(_TERM.findall(text.lower()))


def _stored_titles(page: Layout) -> set[str]:
    """What the data in the page's scripts call a title."""
    found = (match[1] for script in page.blocks[0].element.getroottree().iter("script") for match in _STORED.finditer(script.text or ""))
    return {squeeze(text) for text in islice(found, 50)}


def _is_large(element: etree._Element, text: str) -> bool:
    """Whether a box holds this text, written larger than the rest by its own mark."""
    inner = list(element.iter("font", "span"))
    return 0 < len(inner) < 4 and any((_LARGE.fullmatch(one.get("size") or "") or _LARGER.search(one.get("style") or "")) and _may_hold(one, text) for one in inner)


def _may_hold(element: etree._Element, text: str) -> bool:
    """Whether a line is in an element, or the element is a part of the line."""
    own, whole = squeeze("".join(map(str, element.itertext()))), squeeze(text)
    return whole in own or own in whole


def _at_the_end_of_the_trail(page: Layout, start: int, body: list[int]) -> Title | None:
    """The last part of a breadcrumb that says what the body says."""
    for i in range(max(0, start - 20), start):
        parts = [part.strip() for part in _STEP.split(page.lines[i].text)]
        if len(parts) > 1 and 6 <= units(parts[-1]) <= 60 and _share(parts[-1], page, start, body) >= 0.25:
            return Title(parts[-1], "breadcrumb", i)
    return None


def _share(text: str, page: Layout, start: int, body: list[int], none: float = 1.0) -> float:
    """The share of a text's pairs of Han characters that the running text from `start` has; `none` where it has next to none."""
    pairs = _pairs(text)
    if len(pairs) < 3:
        return none
    whole = "\n".join(page.lines[i].text for i in body if i >= start)
    return sum(pair in whole for pair in pairs) / len(pairs)


def _pairs(text: str) -> set[str]:
    return {a + b for a, b in pairwise(text) if "\u4e00" <= a < "\ua000" and "\u4e00" <= b < "\ua000"}


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


def _is_section(page: Layout, text: str) -> bool:
    """Whether a link of the page says this, or its breadcrumb ends in it: a section of the site."""
    return squeeze(text) in _link_labels(page) or any(
        line.units < 40 and line.text.endswith(text) and line.text.startswith(("首页", "首頁", "当前位置", "當前位置", "您的位置", "你的位置", "您所在的位置", "现在位置")) for line in page.lines
    )


def _link_labels(page: Layout) -> set[str]:
    return {squeeze(element.text) for _, element in page.anchors[:300] if element.text and len(element.text) < 30}


def _from_lines(page: Layout, start: int, body: list[int]) -> Title:
    """A page without <title>, as a dump: the line that says what the body says, or that below the breadcrumb, above the dateline, or nearest above the body."""
    named = [i for i in range(max(0, start - 12), start) if _may_be_headline(page.lines[i], 2) and _is_named(page, page.lines[i])] if page.anchors else []
    if (sure := _beside_a_sign(page, start)) >= 0 or (len(named) == 1 and _share(page.lines[sure := named[0]].text, page, start, body, 0.0) >= 0.2):
        return Title(_with_its_lines(page, sure), "line", sure)
    candidates: list[int] = []
    above: list[int] = []
    most, best = 0.3, -1
    for i in range(max(0, start - 12), start):
        line = page.lines[i]
        if _BAR.search(line.text) or _ADDRESS.fullmatch(line.text) or _SUBTITLE.match(line.text) or _is_section(page, line.text):
            continue
        if 6 <= line.units <= 60 and line.linked < 0.5 * line.units and not _TRAIL.search(line.text) and not _DAY.search(line.text) and (share := _share(line.text, page, start, body, 0.0)) >= most:
            most, best = share, i
        if _TRAIL.search(line.text):
            above, candidates = candidates or above, []
            continue
        dated = bool(read(line.text, "2000-01-01")) and line.units < 50
        if dated or _BYLINE.match(line.text):
            if candidates:
                break
            continue
        if 3 <= line.units <= 60 and line.linked < 0.5 * line.units and line.text[-1] not in ":：" and not LABEL.match(line.text):
            candidates.append(i)
    candidates = candidates or above
    if best >= 0 and not any(_share(page.lines[i].text, page, start, body, 0.0) >= most for i in candidates):
        return Title(_CLOCK.sub("", page.lines[best].text), "line", best)
    if not candidates:
        return Title()
    below = any(_TRAIL.search(page.lines[i].text) for i in range(max(0, start - 12), candidates[0]))
    at = candidates[0] if below else candidates[-1]
    return Title(_CLOCK.sub("", page.lines[at].text), "line", at)


def _cut_site(told: str, page: Layout, head: Head) -> str:
    """<title> without trailing pieces that name the site or its sections."""
    site = squeeze(head.values.get("og:site_name", ""))
    short = {squeeze(line.text) for line in page.lines if line.units <= 14}
    short |= _link_labels(page)
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
            if not key or key == site or (_SITE.search(piece) and size <= 14) or (key in short and size <= 12) or between:
                text = text[: last.start()]
                mark = mark or last[0].strip()
            else:
                break
    return text.strip() or told
