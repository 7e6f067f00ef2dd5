"""What marks a line as a headline: its form, its markup, what stands beside it, and what it says of the text."""

import re
from itertools import pairwise
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree

from qnews_scraper.extract.layout import HEADINGS, ROW, Layout, Line, units
from qnews_scraper.extract.names import is_lone_name
from qnews_scraper.extract.phrases import LABEL, SIGNED, is_filing_label
from qnews_scraper.extract.signed import signs
from qnews_scraper.extract.squeeze import squeeze
from qnews_scraper.extract.toolbar import VISITOR, counts_readers, is_toolbar
from qnews_scraper.extract.when import read

TRAIL: Final = re.compile(r">|»|›|位置\s*[:：]")
_WHO: Final = re.compile(r"\W{0,2}(?:本[报報网網刊][\u4e00-\u9fff]{0,2}|特约|實習|实习|见习)?(?:记者|記者)\s[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){1,3}$")
"""A line of who wrote it, its name spaced out."""
SITE: Final = re.compile(
    r"网$|網$|网站|網站|频道|頻道|新闻$|新聞$|中心$|在线|在線|日报|日報|晚报|晚報|早报|时报|時報|周刊|週刊|[报報]$|论坛|論壇|门户|首页|电视台|電視|传媒|资讯|新闻网|客户端|\.(?:com|cn|net|org|tw|hk)\b|News$|Times$|Post$|正文$|财经|財經|博客|^Powered by|^Discuz|社区$|社區$|数字报|數位報|(?:热线|信息港)$",
    re.I,
)
DATED: Final = re.compile(r"(?:19|20)\d\d[-年/.]\s?\d{1,2}[-月/.]\s?\d{1,2}.{0,12}(?:\d\d:\d\d|来源|來源|作者|字号|[记記]者\s)")
HOUSE: Final = re.compile(r"(?:协会|協會|学会|學會|委员会|委員會|人民政府|人民法院|检察院|检察院|[^法商]医院|醫院|大学|大學|学院|學院|公司|集团|集團|博物馆|图书馆|[^邮公当结布格]局|(?:电子|電子|数字|數位|网络|網路)版)$")
"""What a <title> ends in that is the name of an office, a company or a paper."""
BAR: Final = re.compile("字(?<!老字)[体型号號體][：:大]?|大 ?中 ?小|打印|列印|我要评论|我说两句|视力保护|^无障碍|^無障礙")
"""What the bar of a reader's tools says."""
ADDRESS: Final = re.compile(r"\s*(?:[\w-]+\.)+(?:com|net|cn|org|tw|hk)\s*|\s*https?://\S+\s*", re.I)
_CHAPTER: Final = re.compile(r"第[一二三四五六七八九十\d]{1,3}[章节節编編]")
_LARGE: Final = re.compile(r"\s*(?:[4-7]|\+[1-4])\s*")
_LARGER: Final = re.compile(r"font-size\s*:\s*(?:(?:1[89]|[2-5]\d)(?:\.\d+)?p[xt]|(?:x-|xx-)?large)", re.I)
_NAMED: Final = re.compile(r"(?<![a-z])(?:(?:big|lbl|art(?:icle)?|news|main|info|doc|content|detail|entry|post)?title|tit|bt\d?|biaoti|headline|subject)(?![a-z])", re.I)
SUBTITLE: Final = re.compile(r"\s?(?:——|―|──|--+|—(?!\S{1,3}—))\s?(?=\S{2})")
"""How the line below a headline begins: ——记道班班长老马."""
_CALLED: Final = re.compile(r"(?:文章|新[闻聞]|信息|稿件)?(?:[标標][题題]|主[题題]|[题題]名)\s?[:：]?|(?:Title|Headline|Subject)\s?:?", re.I)
"""The cell of a table that says that the headline is in the next one."""
_BY_DATE: Final = 8.0
"""Units of a word beside a day: a paper's or a person's name has them."""
_AGO: Final = re.compile(r"\d{1,3}\s?(?:分[钟鐘]|[个個]?小[时時]|天)前")
"""What stands for a day beside the name of an account."""
_AT_HOUR: Final = re.compile(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?\s*(?:来源|來源|稿源|出处|作者|记者|記者)")
"""A row whose day stands elsewhere."""
_LONGEST_NAME: Final = 8
"""Characters of the longest name in a menu that is a line of text."""
_TERM: Final = re.compile("[a-z]{4,}")
_HOME: Final = re.compile(r"/(?:(?:index|default|home)\.\w{3,5})?", re.I)
_BY: Final = re.compile(r"(?:By|by|BY|Text by|Written by)\s(?:[A-Z][\w.'’-]*\s?){2,4}")


def heads_links(page: Layout, i: int) -> bool:
    """Whether the lines below a heading are links to other pages, each on a line of its own."""
    after = page.lines[i + 1 : i + 4]
    return len(after) == 3 and all(one.linked > 0.6 * one.units >= 3 for one in after)


def is_dated(page: Layout, i: int) -> bool:
    """Whether a dateline stands right below a line: a day, a label of one, or who wrote it."""
    after = page.lines[i + 1]
    return after.units < 50 and not after.linked > 0.6 * after.units and bool(read(after.text, "2000-01-01") or LABEL.match(after.text.lstrip("[【(（ ")) or ROW.match(after.text) or signs(after.text))


def beside_a_sign(page: Layout, start: int) -> int:
    """Index of the line above the text that stands beside what only a headline has, however short it is: its label, a subtitle with a dash, who wrote it; -1 where there is none."""
    for i in range(max(0, start - 12), min(start + 1, len(page.lines) - 2)):
        line, below = page.lines[i], page.lines[i + 1]
        if i and _CALLED.fullmatch(page.lines[i - 1].text.replace(" ", "")) and may_be_headline(line, 2):
            return i
        if line.units > 24 or i > start or not may_be_headline(line, 1.6) or SITE.search(line.text):
            continue
        is_over = SUBTITLE.match(below.text) and 4 <= below.units <= 40 and not below.linked
        if (is_over and i >= start - 5) or (i >= start - 3 and (stands_out(page, line) or is_classed(page, line)) and _signs(below) and not (i and may_be_headline(page.lines[i - 1], 6) and stands_out(page, page.lines[i - 1]))):
            return i
    return -1


def _signs(line: Line) -> bool:
    """Whether a line is a person's name and nothing else."""
    return line.units <= 12 and (is_lone_name(line.text) or _BY.fullmatch(line.text) is not None)


def is_own_link(page: Layout, i: int, url: str) -> bool:
    """Whether a line near the text is a link that leads to where the reader is."""
    line = page.lines[i]
    if line.linked < 0.5 * line.units or not 4.5 <= line.units <= 60 or TRAIL.search(line.text) or not (stands_out(page, line) or is_classed(page, line)):
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


def is_link_home(page: Layout, i: int, url: str) -> bool:
    """Whether a line is a link to the site's first page."""
    found = _leads(page, i)
    return len(found) == 1 and page.lines[i].linked > 0.5 * page.lines[i].units and _HOME.fullmatch(_path(url, found[0])) is not None


def _is_dateline(text: str) -> bool:
    """Whether a line begins or ends with a day, and has nothing but names beside it."""
    text = text.strip("()（）[]【】 ")
    for found in read(text):
        before, after = text[: found.start], text[found.end :]
        if (not before.strip() or not after.strip()) and before[-1:] + after[:1] in ("", " ", "|", "｜", "/", ",", "，", "(", "（", "[", "·") and found.year:
            return all(units(word) <= _BY_DATE for word in (before + " " + after).split())
    return False


def may_be_headline(line: Line, least: float) -> bool:
    """Whether a line is of a headline's length and no label, date, trail or byline."""
    if line.block < 0 or not least <= line.units <= 60 or line.linked >= 0.5 * line.units or LABEL.match(line.text) or DATED.search(line.text) or TRAIL.search(line.text) or _CHAPTER.match(line.text) or SUBTITLE.match(line.text):
        return False
    return line.text[-1] not in ":：，；。" and not (line.units < 20 and (SIGNED.match(line.text) or _WHO.match(line.text) or _is_fresh(line.text) or _AT_HOUR.match(line.text))) and not _is_dateline(line.text)


def is_furniture(page: Layout, i: int) -> bool:
    """Whether a line above a text is a bar of tools, a row of labels, who wrote it, a counter, or a label in a cell and what the next one says."""
    text = page.lines[i].text
    if is_toolbar(text) or counts_readers(text) or signs(text) or VISITOR.fullmatch(text) or ROW.match(text) or _AT_HOUR.match(text) or is_filing_label(text):
        return True
    before = page.lines[i - 1].text if i else ""
    return len(before) < 12 and (LABEL.fullmatch(before) or is_filing_label(before)) and not _CALLED.fullmatch(before.replace(" ", ""))


def _is_fresh(text: str) -> bool:
    """Whether a line says how long ago something was put up, and has nothing but names beside it."""
    found = _AGO.search(text)
    return found is not None and all(units(word) <= _BY_DATE for word in (text[: found.start()] + " " + text[found.end() :]).split())


def stands_out(page: Layout, line: Line) -> bool:
    block = page.blocks[line.block]
    return line.strong or block.tag in HEADINGS or _is_large(block.element, line.text)


def is_classed(page: Layout, line: Line) -> bool:
    element = page.blocks[line.block].element
    return _NAMED.search(f"{element.get('class') or ''} {element.get('id') or ''}") is not None


def with_its_lines(page: Layout, i: int) -> str:
    """A headline in bold, with the other line of it where a <br> parts the two."""
    lines = page.lines
    first, last = (next((j for j in (i + step,) if 0 <= j < len(lines) and lines[i].strong and lines[j].strong and lines[j].block == lines[i].block and may_be_headline(lines[j], 4.5)), i) for step in (-1, 1))
    return " ".join(lines[j].text for j in range(first, last + 1))


def gives_a_day(line: Line) -> bool:
    """Whether a short line is of a dateline."""
    return line.units <= 40 and line.text[-1] not in "。.！!" and any(one.year for one in read(line.text))


def terms_of(text: str) -> set[str]:
    """Pairs of Han characters and longer words of Latin letters."""
    return pairs_of(text) | set(_TERM.findall(text.lower()))


def _is_large(element: etree._Element, text: str) -> bool:
    """Whether a box holds this text, written larger than the rest by its own mark."""
    inner = list(element.iter("font", "span"))
    return 0 < len(inner) < 4 and any((_LARGE.fullmatch(one.get("size") or "") or _LARGER.search(one.get("style") or "")) and _may_hold(one, text) for one in inner)


def _may_hold(element: etree._Element, text: str) -> bool:
    """Whether a line is in an element, or the element is a part of the line."""
    own, whole = squeeze("".join(map(str, element.itertext()))), squeeze(text)
    return whole in own or own in whole


def share_in_text(text: str, page: Layout, start: int, body: list[int], none: float = 1.0) -> float:
    """The share of a text's pairs of Han characters that the running text from `start` has; `none` where it has next to none."""
    pairs = pairs_of(text)
    if len(pairs) < 3:
        return none
    whole = "\n".join(page.lines[i].text for i in body if i >= start)
    return sum(pair in whole for pair in pairs) / len(pairs)


def pairs_of(text: str) -> set[str]:
    return {a + b for a, b in pairwise(text) if "\u4e00" <= a < "\ua000" and "\u4e00" <= b < "\ua000"}


def is_section(page: Layout, text: str) -> bool:
    """Whether a link of the page says this, its breadcrumb ends in it, or a menu without links has it: a section of the site."""
    return squeeze(text) in link_labels(page) or any(
        (line.units < 40 and line.text.endswith(text) and line.text.startswith(("首页", "首頁", "当前位置", "當前位置", "您的位置", "你的位置", "您所在的位置", "现在位置")))
        or ("|" in line.text and text in (parts := line.text.split(" | ")) and len(parts) > 2 and max(map(len, parts)) <= _LONGEST_NAME)
        for line in page.lines
    )


def link_labels(page: Layout) -> set[str]:
    return {squeeze(element.text) for _, element in page.anchors[:300] if element.text and len(element.text) < 30}
