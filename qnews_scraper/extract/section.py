
"""The section: the breadcrumb without the home page and the article itself."""

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from qnews_scraper.extract.head import Head
from qnews_scraper.extract.layout import Layout
from qnews_scraper.extract.squeeze import squeeze

_LABEL: Final = re.compile(
    r"^.{0,8}?(?:您?(?:现在|現在|當前|当前|现|目前|所在)(?:的|所在)*位置|[您你]的位置|[您你]现在的位置|(?<![\u4e00-\u9fff])位置|您在这里|您(?:正)?在|目前位置|所在位置|所在栏目|导航|導航|You are here)\s*(?:是|为)?\s*[:：>»]*\s*"
)
_STEP: Final = re.compile(r"\s*(?:>+|»+|›+|＞+|→|➤|▶|\\|─+|・>|→)\s*|\s+[/|·-]\s+")
_HOME: Final = re.compile(r"^(?:正文|新闻正文|内容|详细|详情|浏览|文章|内容页|文章内容|查看.{0,4}|新闻内容|当前文章|阅读|.{0,12}(?:首页|首頁|主页|主頁)|Home|Homepage)$", re.I)
_CUT: Final = re.compile(r"\s*(?:正文|内文|內文|字号|字號|订阅|訂閱|转播|分享|\d{4}[-年/]|时间[:：]|来源[:：]|热线|打印|收藏|我要).*$")


def find_section(page: Layout, head: Head, title: str, title_line: int, body_start: int, url: str) -> tuple[str, str]:
    """The section's steps joined by " / ", and where they were read; ("", "") where the page shows none."""
    named = squeeze(title)
    top = min(body_start if title_line < 0 else title_line, len(page.lines) - 1)
    for i in [*range(top, max(-1, top - 40), -1), *range(top + 1, min(body_start, len(page.lines)))]:
        text = page.lines[i].text
        if len(text) > 140 or i == title_line:
            continue
        label = _LABEL.match(text)
        trail = text[label.end() :] if label else text
        if not label and not re.search("[>»›＞\\\\]", trail):
            continue
        steps = [s for s in (s.strip(" ：:-|/") for s in _STEP.split(trail)) if s]
        if len(steps) == 1 and label and steps[0].count("-") > 1:
            steps = [s for s in steps[0].split("-") if s]
        if not label and len(steps) < 2:
            continue
        if label and len(steps) == 1 and not page.lines[i].linked and len(steps[0]) > 16:
            continue
        kept: list[str] = []
        for at, step in enumerate(steps):
            cut = _CUT.sub("", step)
            if cut and not _HOME.match(cut) and squeeze(cut) != named and not (at == 0 and len(steps) > 1 and _is_home(page, i, cut, url)):
                kept.append(cut)
            if cut != step:
                break
        if kept and named and squeeze(kept[-1]) and named.startswith(squeeze(kept[-1]).rstrip(".…")) and len(kept[-1]) > 5:
            kept.pop()
        if kept and all(len(s) <= 24 for s in kept):
            return " / ".join(kept), "breadcrumb"
    if trail_told := head.values.get("ld:breadcrumb"):
        kept = [s for s in trail_told.split("\n") if not _HOME.match(s) and squeeze(s) != named]
        if kept:
            return " / ".join(kept), "ld:breadcrumb"
    told, name = head.first("ld:articlesection", "article:section", "columnname")
    return told.replace("\n", " / "), name


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
