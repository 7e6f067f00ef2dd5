"""Whether a page is an article at all; the reason where it is not."""

import json
import re
from typing import Final

from qnews_scraper.extract.layout import Layout
from qnews_scraper.extract.phrases import CONTACT, is_legal
from qnews_scraper.extract.title import Title
from qnews_scraper.page import Page

_ERROR: Final = re.compile(r"(?<!\d)(?:404|403|50[0234])(?!\d)|not found|正在跳转|正在跳轉|自动跳转|自動跳轉|redirecting|just a moment|访问过于频繁|訪問過於頻繁|访问验证|安全验证|人机验证|captcha|页面不存在|頁面不存在|找不到(?:页面|頁面|该)|無法找到|无法找到|页面没有找到|已经?被?(?:发布者|作者|管理员|楼主)?删除|(?:文章|内容|信息|帖子|主题|网页|页面).{0,6}(?:不存在|已失效|已下线|已下架)|页面错误|已過期|页面出错|访问出错|服务器错误|Bad Gateway|Forbidden|Service Unavailable|Access Denied", re.I)
_LOGIN: Final = re.compile(r"登录|登錄|登入|注册|註冊|密码|密碼|用户名|验证码|驗證碼|sign in|log ?in|password", re.I)
_FEED: Final = re.compile(r"(?:\s|\ufeff|<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<!doctype[^>]*+>)*+<(rss|feed|rdf:rdf|urlset|sitemapindex|opml)[\s>]", re.I | re.S)
"""The roots of RSS, Atom, sitemaps and lists of feeds."""


def refuse(layout: Layout, body: list[int], title: Title, dated: bool, page: Page) -> str:
    """"" for an article, else "kind: evidence"."""
    lines = layout.lines
    text_units = sum(lines[i].units for i in body)
    if text_units < 120 and all(is_legal(lines[i].text) or CONTACT.match(lines[i].text) for i in body):
        body, text_units = [], 0.0  # the foot of a page without an article
    total = sum(line.units for line in lines)
    linked = sum(line.linked for line in lines)
    if feed := _FEED.match(page.text, 0, 4000):
        return f"feed: its root is <{feed[1]}>, a list for programs"
    if _is_json(page.text):
        return "data: a JSON document"
    if not lines:
        return "no text: the page holds no visible text"
    if title.text.startswith("Index of /"):
        return "list page: a server's list of files"
    shown = title.text + " " + " ".join(line.text for line in lines[:12])[:400]
    if text_units < 120:
        if page.status >= 400:
            return f"error page: HTTP status {page.status}"
        if total < 600 and (found := _ERROR.search(shown)):
            return f"error page: it says {found[0]!r}"
        if total < 400 and len(_LOGIN.findall(" ".join(line.text for line in lines))) >= 2:
            return "login page: it asks for name and password"
    links = sum(line.linked > 0.6 * line.units for line in lines)
    placed = title.line >= 0 and bool(body) and 0 <= body[0] - title.line < 40
    few = linked > 0.5 * total and text_units < 0.15 * total and not (placed and dated) and not (text_units >= 40 and (placed or dated))
    if links > 18 and (few or (text_units < 0.1 * total and title.line < 0 and not dated)):
        return f"list page: {links} of {len(lines)} lines are links"
    if text_units < 12:
        if len(layout.images) >= 4 and total < 600:
            return f"gallery: {len(layout.images)} images and no running text"
        if links > 0.3 * len(lines) and links > 10:
            return f"list page: {links} of {len(lines)} lines are links"
        return f"no text: {len(lines)} lines and no running text"
    return ""


def _is_json(text: str) -> bool:
    if text[:64].lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    try:
        json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    return True
