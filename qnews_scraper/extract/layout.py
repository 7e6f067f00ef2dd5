"""One walk over the tree: the page as lines of text, and the blocks that hold them.

A block holds a contiguous range of lines, so that any sum over a block is a difference of two prefix
sums and no node's text is gathered twice. The walk keeps its own stack: nesting costs no recursion.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, islice
from typing import Any, Final

from lxml import etree

from qnews_scraper.extract.phrases import is_legal
from qnews_scraper.extract.stored import unfolded

BLOCK: Final = frozenset(
    ["html", "body", "p", "div", "td", "th", "tr", "table", "tbody", "thead", "tfoot", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "aside", "header", "footer", "nav", "main", "figure", "figcaption", "blockquote", "pre", "center", "form", "fieldset", "legend", "address", "hr", "hgroup", "details", "summary", "caption", "dir", "menu", "frameset", "multicol", "listing", "xmp"]
)
"""Elements that begin a line (WHATWG rendering section 15.3); any other name is inline, as browsers treat unknown elements, but for the page's own elements (with a hyphen) around some of these."""

SKIPPED: Final = frozenset(["head", "script", "style", "noscript", "template", "textarea", "select", "button", "iframe", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map", "dialog", "rt", "rp", "datalist", "title", "noframes", "noembed"])
"""Elements whose text is no running text of the page."""

_TOLD: Final = {"nav": "aside", "aside": "aside", "footer": "aside", "figcaption": "caption", "article": "", "main": "", "form": "", **dict.fromkeys(("amp-ad", "amp-embed", "amp-sticky-ad", "amp-consent", "amp-user-notification", "amp-sidebar"), "aside")}
"""Zones of tags that need no name, or whose name does not count."""
HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_EMPHASIS: Final = frozenset(("b", "strong"))
_BLOCK, _LINK, _STRONG, _SKIP, _BREAK, _IMAGE, _INPUT, _SILENT = range(1, 9)
_KINDS: Final[dict[Any, int]] = {
    **dict.fromkeys(BLOCK, _BLOCK), **dict.fromkeys(_EMPHASIS, _STRONG), **dict.fromkeys(SKIPPED, _SKIP), "a": _LINK, "br": _BREAK, "img": _IMAGE, "input": _INPUT,
    "script": _SILENT, "style": _SILENT, etree.Comment: _SILENT, etree.ProcessingInstruction: _SILENT, etree.Entity: _SILENT,
}  # fmt: skip
"""What a node is for the walk; from _BREAK on nothing is ever inside."""

_ZONE: Final = re.compile(
    r"[\s_-](?!(?:tag|category|author(?!-(?:bio|box|info|desc|about|card))|format|has|no|with)-\w)(?:"
    r"(?P<comment>comments?(?!-?template)\w*|disqus\w*|replies|reply|pinglun\w*|liuyan\w*|guestbook|cmts?|cmt[_-]?(?:list|box|wrap)\w*|sohucs|changyan\w*|ds-thread|livere|valine|waline|gitalk)|"
    r"(?P<caption>(?:\w++-)?captions?|cap|figcaption|tuzhu|img-?(?:text|title|desc|info)|pic-?(?:text|title|desc|info)|photo-?(?:text|title|desc|credit)|(?:img|pic|photo)[_-]?note|image-?(?:credit|text|desc)|credits?|tupian)|"
    r"(?P<aside>foot(?:er)?|footer\w*|copyright\w*|side[_-]?(?:bar\w*|box|col|column|nav|list)|(?<=^\s)side(?=$)|relat(?:ed|e|ive)\w*|share\w*|sharing|social\w*|nav|navi|navbar|navbox|navigation|menu|"
    r"rank\w*|hot\w*|recommend\w*|tuijian\w*|breadcrumbs?|crumbs?|toolbar|promo\w*|sponsor\w*|newsletters?|subscribe\w*|pagination|pager|pagebar|xiangguan\w*|"
    r"banner|widgets?|login\w*|tags?|taglist|legal|cookies?\w*|cli-\w+|popup\w*|modal|outbrain\w*|taboola\w*|see-?also|read-?(?:more|next)|most-?(?:read|popular|viewed)|"
    r"trending|up-?next|bio|author-?(?:bio|box|info|desc\w*|about|card)|about-?(?:the-)?author|advert\w*|ads?|ad(?:box|area|wrap|slot)|adsbygoogle|(?:video-?)?player-?(?:box|wrap|bar)|adv|gg|guanggao|disclaimer|statement|shengming|survey|vote|poll|toupiao|diaocha|"
    r"qrcode\w*|erweima|weixin\w*|wechat|also-?(?:like|read)|more-?(?:news|stories|from|on|articles)|next-?(?:article|post)|prev-?(?:article|post)|rail|donate|signup|sign-?up|playlist|teasers?(?![\s_-](?:cut|body|content|text)))"
    r")(?=$|[\s_-]|\d+(?:$|\s))"
)
"""Names of classes and ids in lower case, a blank before each, that tell what a block is; a word inside a longer name, as in WordPress' tag-NAME, tells nothing."""

_HUMP: Final = re.compile("(?<=[a-z])(?=[A-Z])")
"""Where two words of a name in camel case meet."""

ROW: Final = re.compile(
    r"\W{0,2}(?:.{0,12}?(?<!\d)(?:(?:19|20)\d\d\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}|\d{1,2}/\d{1,2}/(?:19|20)\d\d)|(?:文章|信息|稿件|本文|新闻|新聞)?(?:来源|來源|出处|出處|稿源|作者|记者|記者|撰文|编辑|編輯|责任编辑|責任編輯|点击|點擊|浏览|瀏覽|阅读|閱讀|人气|人氣|字号|字號|字体|字體)(?:数|數|次数|次數|量)?\s?[:：]|"
    r"(?:发布|發布|發佈|发表|發表|更新|录入)?(?:时间|時間|日期)\s?[:：]|(?:记者|記者)\s[\u4e00-\u9fff]{2,4}(?:\s|$)|(?i:(?:first |last )?(?:posted|published|updated|written)(?: on|:|\s(?=[A-Z\d]))|by:? (?=(?-i:[A-Z])))|(?:Source|Author|Date)\s?:|(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d\d)"
)
"""How a row of information begins that stands in an element of its own in the heading."""
_MOST_TEXTS: Final = 8
"""Of an element, to see how it begins."""
_INDENTS: Final = ("\u3000\u3000", "\xa0\xa0", "\u3000\xa0", "\xa0\u3000")
_INDENTED: Final = re.compile("(?<=[。！？!?”」』）)…])[ \t\r\n]*[\u3000\xa0]{2,}")

_WRITTEN: Final = re.compile("\\n(?=\\s)|(?<=[。！？”」…])[ \t\r]*\\n")
"""Where a paragraph of preformatted Chinese ends: before a blank line or an indent, and after a sentence."""
_WRAPPED: Final = re.compile("(?<=[\u2010-\u2027\u3000-\u9fff\uff00-\uffef])[ \\t\\r]*\\n[ \\t]*(?=[\u2010-\u2027\u3000-\u9fff\uff00-\uffef])")
"""Where a line of it is only wrapped."""


_PARAGRAPH: Final = 40.0
"""Units of a line that is a paragraph whatever stands around it."""
_LAST: Final[Any] = etree.Element("end")
"""An element of no page: the walk comes to it after all others, and closes what is open."""


@dataclass(slots=True)
class Line:
    """A line of text as a reader sees it; lengths in units: a Han character is one, an ASCII letter 0.4."""

    text: str
    units: float
    linked: float
    """Units of it inside links."""
    block: int
    """Index of the innermost block that holds it."""
    strong: bool
    """Whether its first text is in b, strong or a heading."""
    weight: float = 0.0
    """How much it speaks for being running text by itself (`weigh`)."""


@dataclass(slots=True)
class Block:
    """A block element: lines[first:last] are in it."""

    element: etree._Element
    tag: str
    parent: int
    first: int
    last: int
    end: int
    """Index of the first block after its descendants."""
    zone: str
    """"", or what its name or class says it is: "comment", "aside", "caption"; inherited."""


@dataclass(slots=True)
class Layout:
    """The page as lines and blocks, both in document order."""

    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    anchors: list[tuple[int, etree._Element]] = field(default_factory=list)
    """Links, each with the index of the line it begins in."""
    images: list[tuple[int, etree._Element]] = field(default_factory=list)
    """Images, each with the index of the line that follows or holds it."""
    zones: list[int] = field(default_factory=list)
    """Indices of the outermost blocks that have a zone."""
    options: list[int] = field(default_factory=list)
    """Indices of the lines that follow a radio button or a check box."""
    pictured: set[int] = field(default_factory=set)
    """Indices of lines that an image precedes, with no text between."""
    parted: dict[int, str] = field(default_factory=dict)
    """Lines with a blank at each border of their inline elements, as far as they were asked for (`rows`)."""
    is_torn: bool = False
    """Whether boxes lost their ends: a block may hold what stood after it."""


_ALL: Final = float("inf")
"""Units in links of a line that is all one link."""
_Read = tuple[str, float, int, bool]
"""A line as the walk reads it: its text as written, and units in links, block and strength as in Line."""


def units(text: str) -> float:
    """Length of a text in units, blanks left out."""
    return _size("".join(text.split()))


def _size(text: str) -> float:
    return 0.4 * len(text) if text.isascii() else 0.1 * len(text) + 0.3 * len(text.encode("utf-8", "replace"))


def lay_out(root: etree._Element) -> Layout:
    """The lines and blocks of a tree; where it shows no paragraph, of the tree that its scripts would make of it."""
    page = _walk(root)
    if not any(line.units - line.linked >= _PARAGRAPH and not is_legal(line.text) for line in page.lines) and (written := unfolded(root)) is not None:
        return _walk(written)
    return page


def _walk(root: etree._Element) -> Layout:
    page = Layout()
    blocks, images, anchors = page.blocks, page.images, page.anchors
    read: list[_Read] = []
    buffer: list[str] = []
    links: list[str] = []
    block = Block(root, "", -1, 0, 0, 0, "")
    around: Any = None
    above: list[tuple[Any, int, Block, int]] = []
    current = -1
    opened = in_strong = 0
    in_link = skipping = strong = False
    kind_of = _KINDS.get
    for element in chain(root.iter(), (_LAST,)):
        parent = element.getparent()
        while around is not parent:
            tail = around.tail
            if opened:
                if opened == _BLOCK:
                    if buffer:
                        _end_line(read, buffer, links, block.tag, current, strong)
                    strong = in_strong > 0
                    block.last = len(read)
                    block.end = len(blocks)
                elif opened == _LINK:
                    in_link = False
                elif opened == _STRONG:
                    in_strong -= 1
                else:
                    skipping = False
            around, opened, block, current = above.pop()
            if tail and (buffer or not tail.isspace()) and not skipping:
                buffer.append(tail)
                if in_link:
                    links.append(tail)
        if element is _LAST:
            break
        tag: Any = element.tag
        kind = kind_of(tag, 0)
        if not kind and "-" in tag and any(child.tag in BLOCK for child in element):
            kind = _BLOCK
        if kind >= _BREAK:
            if skipping:
                continue
            if kind == _BREAK:
                if buffer:
                    _end_line(read, buffer, links, block.tag, current, strong)
                strong = in_strong > 0
            elif kind == _IMAGE:
                images.append((len(read), element))
                if not buffer:
                    page.pictured.add(len(read))
            elif kind == _INPUT and element.get("type") in ("radio", "checkbox"):
                page.options.append(len(read))
            if (tail := element.tail) and (buffer or not tail.isspace()):
                buffer.append(tail)
                if in_link:
                    links.append(tail)
            continue
        above.append((around, opened, block, current))
        around = element
        if skipping:
            opened = 0
            continue
        opened = kind
        if kind == _BLOCK:
            if buffer:
                _end_line(read, buffer, links, block.tag, current, strong)
            strong = in_strong > 0 or tag in HEADINGS
            zone = block.zone
            if not zone or tag == "blockquote":
                zone = name_zone(tag, element.get("class"), element.get("id")) if current > 0 else ""
                if zone:
                    page.zones.append(len(blocks))
            block = Block(element, tag, current, len(read), 0, 0, zone)
            current = len(blocks)
            blocks.append(block)
        elif kind == _LINK:
            in_link = True
            anchors.append((len(read), element))
        elif kind == _STRONG:
            in_strong += 1
            if not buffer:
                strong = True
        elif kind:
            skipping = True
            continue
        elif buffer and block.tag in HEADINGS and _is_row(element):
            _end_line(read, buffer, links, block.tag, current, strong)
            strong = False
        if (text := element.text) and (buffer or not text.isspace()):
            buffer.append(text)
            if in_link:
                links.append(text)
    if buffer:
        _end_line(read, buffer, links, "", -1, strong)
    page.lines = _lines(read)
    return page


def _is_row(element: etree._Element) -> bool:
    """Whether an inline element at the end of a heading is a row of information: day, source, who wrote it."""
    tail = element.tail
    return (not tail or tail.isspace()) and ROW.match(" ".join("".join(map(str, islice(element.itertext(), _MOST_TEXTS))).split())) is not None


def _end_line(read: list[_Read], buffer: list[str], links: list[str], tag: str, block: int, strong: bool) -> None:
    """Make a line of the texts in `buffer`, or several where white space alone parts paragraphs; `links` are those of them inside links. Both are emptied."""
    whole = buffer[0] if len(buffer) == 1 else "".join(buffer)
    linked = 0.0 if not links else _ALL if len(links) == len(buffer) == 1 else sum(map(units, links))
    if tag == "pre" and "\n" in whole and "。" in whole:
        pieces = [_WRAPPED.sub("", piece) for piece in _WRITTEN.split(whole)]
    elif ("\u3000\u3000" in whole or "\xa0\xa0" in whole) and any(map((whole := whole.strip()).__contains__, _INDENTS)):
        pieces = _INDENTED.split(whole)
    else:
        pieces = []
    if len(pieces) < 2:
        read.append((whole, linked, block, strong))
    else:
        linked = units(whole) if linked is _ALL else linked
        for text in filter(None, (" ".join(piece.split()) for piece in pieces)):
            size = _size(text)
            read.append((text, linked, block, strong))
            linked = linked - size if linked > size else 0.0
    buffer.clear()
    links.clear()


_BETWEEN: Final = " \0 "
"""What stands between two lines while all are looked at together: no text of a tree has a NUL."""


def _lines(read: list[_Read]) -> list[Line]:
    """The lines, blanks collapsed, with their lengths: of all at once, since each is short and a page has hundreds."""
    if not read:
        return []
    wholes, linked, blocks, strong = zip(*read, strict=True)
    together = " ".join(_BETWEEN.join(wholes).split())
    texts = together.split(_BETWEEN)
    bytewise = map(len, together.encode("utf-8", "replace").split(_BETWEEN.encode()))
    sizes = [0.4 * chars if chars == size else 0.1 * chars + 0.3 * size for chars, size in zip(map(len, texts), bytewise, strict=True)]
    lines = list(map(Line, texts, sizes, linked, blocks, strong))
    for line in lines:
        if line.linked is _ALL and " " in line.text:
            line.linked = units(line.text)
        elif line.linked > line.units:
            line.linked = line.units
    return lines


@lru_cache(maxsize=4096)
def name_zone(tag: str, name: str | None, own: str | None) -> str:
    """What a block's tag, class and id say it is: "", "comment", "aside" or "caption"."""
    if tag in _TOLD:
        return _TOLD[tag]
    if not name and not own:
        return ""
    zone = next(filter(None, map(_zone_of, f"{name or ''} {own or ''}"[:200].split())), "")
    return zone if tag != "p" or zone == "caption" else ""


@lru_cache(maxsize=4096)
def _zone_of(name: str) -> str:
    """What one name tells. Names repeat from page to page of a site, and the search is the dearest step of the walk."""
    if name.startswith("elementor-widget"):  # so Elementor calls each module, of the text as well: elementor-widget-text-editor, elementor-widget-posts
        name = name[len("elementor-widget-") :]
    found = _ZONE.search(" " + (name if name.islower() else _HUMP.sub("-", name).lower()))
    return (found.lastgroup or "") if found else ""
