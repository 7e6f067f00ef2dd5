"""The section: the breadcrumb without the home page and the article itself, or what else the page says of where it belongs."""

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import Final
from urllib.parse import urljoin, urlsplit

from lxml import etree

from qnews_scraper.extract.head import Head
from qnews_scraper.extract.layout import Layout, units
from qnews_scraper.extract.names import is_outlet
from qnews_scraper.extract.squeeze import squeeze

_LABEL: Final = re.compile(
    r"^.{0,8}?(?:您?(?:现在|現在|當前|当前|现|目前|所在)(?:的|所在)*位置|[您你]的位置|[您你]现在的位置|(?<![\u4e00-\u9fff])位置|您在这里|您(?:正)?在|目前位置|所在位置|所在栏目|导航|導航|You are here)\s*(?:是|为)?\s*[:：>»]*\s*"
)
_STEP: Final = re.compile(r"\s*(?:>+|»+|›+|＞+|→|➤|▶|\\|─+|・>|→)\s*|\s+[/|·-]\s+")
_SLASH: Final = re.compile(r"\s*[/／]\s*")
_HOME: Final = re.compile(r"^(?:正文|新闻正文|内容|详细|详情|浏览(?:文章|新闻|内容)?|文章|内容页|文章内容|查看.{0,4}|新闻内容|当前文章|阅读|.{0,12}(?:首页|首頁|主页|主頁)|Home|Homepage|Início|Inicio|Accueil|Startseite|Главная|ホーム|トップ|Trang chủ)$", re.I)
_CUT: Final = re.compile(r"\s*(?:正文|内文|內文|字号|字號|订阅|訂閱|转播|分享|\d{4}[-年/]|时间[:：]|来源[:：]|热线|打印|收藏|我要).*$")
_CRUMB: Final = re.compile(r"crumb|bread(?!th)|(?:^|[\s_-])(?:path|pos|position|location|weizhi|curpos|here|place)(?:$|[\s_-])", re.I)
"""What a trail is called in class, id, data-testid or aria-label."""
_SHORT: Final = re.compile(r"(?:^|[\s_-])bc(?:$|[\s_-])")
"""The same cut short, which much else is called, too."""
_NAMES: Final = ("class", "id", "data-testid", "aria-label", "itemtype", "rel")
_MOST_STEPS: Final = 5
_FILED: Final = re.compile(r"(?:^|[\s|｜])(?:当前|當前|所属|所屬|文章|新闻)?(?:栏目|欄目|分类|分類|频道|頻道|专栏名?|版块|板块|Category|Categories|Filed under)\s?[:：]\s?(?P<name>[^\s|｜:：,，、;；]{2,12})(?=$|[\s|｜,，、;；])")
"""分类：出行 | 标签：高铁."""
_PAGE: Final = re.compile(r"(?:^|\s)第?\s?(?:[A-Z]{1,2}\d{1,3}|\d{1,3}|[A-Z]\d{0,2}|[一二三四五六七八九十]{1,3})\s?版\s?[:：]?\s?(?P<name>[\u4e00-\u9fff·/]{2,10})(?=$|\s)")
"""第A06版：乡村, as digital editions of papers head their pages."""
_KICKER: Final = re.compile(r"(?:^|[\s_-])(?:categor(?:y|ies)|cat|cats|channel|kicker|eyebrow|section(?:-?name)?|topic|column|lanmu|pindao|label)(?:$|[\s_-]|name)", re.I)
"""What the name of a section right above a headline is called."""
_NO_SECTION: Final = re.compile("登录|登錄|注册|註冊|登入|更多|返回|English|繁[体體]|简体|客户端|下载|訂閱|订阅|搜索|搜尋|收藏|分享|关注|關注|[关關][于於]|上一|下一|留言|评论|評論|[?？!！。，,]|^\\W*$|\\d{4}|打印|首页|首頁|主页|阅读|全文|查看|原创|转载|专题|来源|作者", re.I)
_SEGMENT: Final = re.compile(r"\s*[_|｜│丨–—]+\s*|\s+[-·]\s+|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])|--+")
"""What parts a <title>."""


_BLOGS: Final = re.compile("博客|社区|社區|论坛|論壇|贴吧|blog|简书|知乎|号$", re.I)
"""Houses that put the writer's name there."""


_place: Final = itemgetter(0)
"""The line that a link begins in."""


def find_section(page: Layout, head: Head, title: str, title_line: int, body_start: int, url: str) -> tuple[str, str]:
    """The section's steps joined by " / ", and where they were read; ("", "") where the page shows none."""
    named = squeeze(title)
    top = min(body_start if title_line < 0 else title_line, len(page.lines) - 1)
    near = [*range(top, max(-1, top - 40), -1), *range(top + 1, min(body_start, len(page.lines)))]
    for i in near:
        if i != title_line and (kept := _kept(page, i, _steps(page, i, top - 2), named, url)):
            return " / ".join(kept), "breadcrumb"
    for block in page.blocks:
        if block.first >= max(body_start, top + 1):
            break
        if 1 < block.last - block.first <= _MOST_STEPS and _is_called(block.element, _CRUMB):
            lines = [i for i in range(block.first, block.last) if i != title_line]
            steps = [s for i in lines for s in (s.strip(" ：:-|/>»›") for s in _STEP.split(page.lines[i].text)) if s]
            if lines and (kept := _kept(page, lines[0], steps, named, url)):
                return " / ".join(kept), "breadcrumb"
    if trail_told := head.values.get("ld:breadcrumb"):
        kept = [s for s in trail_told.split("\n") if not _HOME.match(s) and squeeze(s) != named]
        if kept:
            return " / ".join(kept), "ld:breadcrumb"
    told, name = head.first("ld:articlesection", "article:section", "section", "columnname", "field:article-catname")
    if told and len(told) < 80:
        return re.sub(r"\n|(?<=[\u4e00-\u9fff])/(?=[\u4e00-\u9fff])", " / ", told), name
    for _, link in page.anchors[bisect_left(page.anchors, max(0, top - 3), key=_place) : bisect_left(page.anchors, body_start, key=_place)]:
        if "category" in link.get("rel", "") and 1 < units(filed := " ".join("".join(map(str, link.itertext())).split())) < 20:
            return filed, "kicker"
    if kicker := _kicker(page, head, title_line, url):
        return kicker, "kicker"
    for i in [*(i for i in near if i != title_line), *range(body_start + 1, len(page.lines))]:
        text = page.lines[i].text
        if page.lines[i].units < 60 and (((":" in text or "：" in text) and (found := _FILED.search(text))) or (i < body_start and "版" in text and (found := _PAGE.search(text)))):
            return found["name"], "label"
    return _in_title(page, head, named, top), "title"


def _steps(page: Layout, i: int, top: int) -> list[str]:
    """The steps of a line that is a trail; [] for any other. From line `top` on one link with a mark behind it is one too: 浦江头条 >."""
    line = page.lines[i]
    text = line.text
    if len(text) > 140:
        return []
    label = _LABEL.match(text)
    if i >= top and (label or any(_is_called(page.blocks[line.block].element, name) for name in (_CRUMB, _SHORT))) and (links := _links(page, i)) and not re.search("[>»›＞/／→|-]", text) and len(links) < _MOST_STEPS:
        steps = [" ".join("".join(map(str, link.itertext())).split()) for link in links]
        if _HOME.match(steps[0]) and "".join(text.split()).endswith("".join("".join(steps).split())):
            return steps  # 首页 综合新闻: margins part the links
    trail = text[label.end() :] if label else text
    if not label and not re.search("[>»›＞\\\\→]", trail):
        steps = [s for s in _SLASH.split(trail) if s] if "/" in trail or "／" in trail else []
        if not 1 < len(steps) <= _MOST_STEPS:
            return []
        is_linked = line.linked >= 0.6 * line.units and len(_links(page, i)) > 1
        signs = (is_linked, i == top + 1 and trail.isupper() and trail.isascii(), bool(_HOME.match(steps[0])), _is_called(page.blocks[line.block].element, _CRUMB))
        return steps if sum(signs) > 1 else []
    steps = [s for s in (s.strip(" ：:-|/") for s in _STEP.split(trail)) if s]
    if len(steps) == 1 and label and len(dashed := [s for s in re.split("[-—–]+", steps[0]) if s]) > 2:
        steps = [s.strip() for s in dashed]
    if not label and len(steps) < 2:
        is_link = i >= top and text[-1] in ">»›＞" and line.linked > line.units - 1.5 and 1 < line.units < 11 and steps and not _NO_SECTION.search(steps[0])
        return steps if is_link else []
    if label and len(steps) == 1 and not line.linked and len(steps[0]) > 16:
        return []
    return steps


def _links(page: Layout, line: int) -> list[etree._Element]:
    """The links that begin in a line."""
    return [element for _, element in page.anchors[bisect_left(page.anchors, line, key=_place) : bisect_right(page.anchors, line, key=_place)]]


def _kept(page: Layout, line: int, steps: list[str], named: str, url: str) -> list[str]:
    """The steps of a trail without the home page, the article, and what stands behind them."""
    kept: list[str] = []
    for at, step in enumerate(steps):
        cut = _CUT.sub("", step)
        if cut and not _HOME.match(cut) and squeeze(cut) != named and not (at == 0 and len(steps) > 1 and _is_home(page, line, cut, url)):
            kept.append(cut)
        if cut != step:
            break
    if kept and named and squeeze(kept[-1]) and named.startswith(squeeze(kept[-1]).rstrip(".…")) and len(kept[-1]) > 5:
        kept.pop()
    return kept if all(len(s) <= 24 for s in kept) else []


def _is_called(element: etree._Element, pattern: re.Pattern[str]) -> bool:
    """Whether an element or the one around it is called so."""
    parent = element.getparent()
    return any(pattern.search(name) for one in (element, parent) if one is not None and one.tag != "body" for key in _NAMES if (name := one.get(key)))


def _kicker(page: Layout, head: Head, title_line: int, url: str) -> str:
    """A link by itself right above the headline, where its class, its address or <title> says that it is the section; or the <legend> around the article."""
    for i in range(title_line - 1, max(-1, title_line - 3), -1):
        line = page.lines[i]
        if 1 < line.units <= 10 and line.block >= 0 and page.blocks[line.block].tag == "legend" and not _NO_SECTION.search(line.text):
            return line.text
        if line.units > 10 or line.linked < 0.9 * line.units or line.block < 0 or page.blocks[line.block].last - page.blocks[line.block].first > 1 or _NO_SECTION.search(line.text):
            continue
        links = _links(page, i)
        if len(links) != 1 or (is_outlet(line.text) and line.text.endswith(("网", "網", "报", "報"))):
            continue
        is_filed = _is_called(links[0], _KICKER) or _is_called(page.blocks[line.block].element, _KICKER)
        if is_filed or line.text in _SEGMENT.split(head.title)[1:] or (i == title_line - 1 and _is_folder(links[0].get("href") or "", url)):
            return line.text
    return ""


def _is_folder(href: str, url: str) -> bool:
    """Whether a link leads to a folder that the page's address is in."""
    try:
        path = urlsplit(urljoin(url, href)).path
        return len(path) > 2 and urlsplit(url).path.startswith(path.rstrip("/") + "/")
    except ValueError:
        return False


def _in_title(page: Layout, head: Head, named: str, top: int) -> str:
    """What stands in <title> between headline and site, where a link above the headline says it too."""
    parts = _SEGMENT.split(head.title)
    if len(parts) < 3 or _BLOGS.search(parts[-1]) or not named or not named.startswith(squeeze(parts[0])):
        return ""
    above = {squeeze("".join(map(str, element.itertext()))[:40]) for i, element in page.anchors if i < top}
    kept = [part for part in parts[1:-1] if 1 < units(part) < 9 and squeeze(part) in above and not is_outlet(part) and not _NO_SECTION.search(part)]
    return kept[0] if kept else ""


def _is_home(page: Layout, line: int, step: str, url: str) -> bool:
    """Whether the first step of a trail is the home page: by its name, or by a link to the root of a www host."""
    if re.search(r"(?:网|網|在线|\.com|\.cn)$", step):
        return True
    for i, element in page.anchors:
        if i == line:
            try:
                parts = urlsplit(urljoin(url, element.get("href") or ""))
            except ValueError:
                return False
            return parts.path in ("", "/", "/index.html", "/index.htm", "/index.shtml", "/index.php") and (not parts.netloc or parts.netloc.startswith("www."))
    return False
