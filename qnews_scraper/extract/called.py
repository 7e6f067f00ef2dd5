"""Who and where from, by what a page calls its elements: their classes and ids, links to writers, signs of houses."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml import etree

from qnews_scraper.extract.beside import EDGE, LABELS, LATIN, bare
from qnews_scraper.extract.byline import named
from qnews_scraper.extract.names import HAN, NO_NAME, is_alias, is_generic, is_han_name, is_lone_name, is_outlet, unspaced
from qnews_scraper.extract.sources import NO_SOURCE
from qnews_scraper.extract.when import read
from qnews_scraper.text.words import is_word

_CALLED: Final = re.compile(r"(?:^|[\s_-])(?:(?P<source>source|src|laiyuan|copyfrom|media-?name|from|js_name|post-user)|(?P<writer>author|byline|writer|rich_media_meta_text)|(?P<poster>authi|poster|user-?name)|zuozhe|reporter|nick-?name|account)(?:$|[\s_\-\d]|name|info)", re.I)
_PROFILE: Final = re.compile(r"/(?:u|user|users|authors?|people|profile|members?|space|writers?|auteurs?|autor(?:es)?|bylines?|reporters?|columnists?|journalists?|contributors?|staff|bloggers?|zuozhe)/[^/?#]+|mod=space", re.I)
"""Where a link to a writer's own page leads."""
_ROOT: Final = re.compile(r"(?:https?:)?//[\w.-]+/?")
_ABOUT: Final = re.compile("badge|bio|desc|intro|headline|avatar", re.I)
"""What is said of a writer."""
_BAR: Final = re.compile("更多|查看|主页|分享|订阅|訂閱|空间|登录|注册|设置|登入|全部")
_FOLLOW: Final = re.compile(r"\s?\+?\s?(?:Follow|FOLLOW|follow)(?:ing)?$")
_HOME: Final = re.compile("首页|首頁|主页|主頁|官网|^(?:home|www)", re.I)
_LABEL: Final = re.compile(r"^(?:文章|稿件|信息)?(?:来源|來源|稿源|出处|出處|原载|来自|來自|作者|记者|記者|文|撰文|By)\s*[:：/|｜]\s*|^(?:作者|撰[文稿]|文字)\s(?=[\u4e00-\u9fff·]{2,8}$)|^由\s")
_PLAIN: Final = re.compile(rf"[{HAN}A-Za-z·•.&+ ]+")
_CAPITALS: Final = re.compile(r"(?!(?:NEW|SAN|LOS|SAINT|ST|HONG|NORTH|SOUTH|EAST|WEST|UNITED|PRESS|STAFF|NEWS)\b)[A-Z]{2,}(?: [A-Z]\.)?(?: [A-Z][A-Z'’-]+){1,2}(?<!NEWS)(?<!PRESS)(?<!TIMES)(?<!STAFF)")
_KEYS: Final = ("class", "id", "itemprop", "rel")
_MOST: Final = 80
"""Elements to look at."""


def called(elements: Iterable[etree._Element]) -> tuple[str, list[str]]:
    """The outlet and the people in elements whose class or id calls them source or author, and in links to a writer's own page or a site's first one."""
    outlet = ""
    people: list[str] = []
    seen = 0
    for outer in elements:
        for element in outer.iter():
            seen += 1
            if seen > _MOST:
                return outlet, people
            is_address = element.tag == "address"
            if not (element.attrib or is_address) or not isinstance(element.tag, str):
                continue
            kind = _CALLED.search(" ".join(element.get(key, "") for key in _KEYS))
            href = element.get("href", "") if element.tag == "a" else ""
            is_writer = is_address or bool(_PROFILE.search(href)) or bool(kind and (kind["writer"] or kind["poster"]))
            is_source = bool(kind and kind["source"])
            if (kind and _ABOUT.search(element.get("class", ""))) or (not kind and not is_writer and not _ROOT.fullmatch(href)):
                continue
            text = " ".join("".join(map(str, element.itertext())).split())
            text = _LABEL.sub("", text).strip(EDGE + "©® @").removesuffix("关注").removesuffix("關注").removesuffix(" 撰写").removesuffix(" 撰寫")
            if is_source and not text:
                text = next((told for image in element.iter("img") if (told := " ".join((image.get("alt") or image.get("title") or "").split()))), "")
            text = unspaced(text)
            if is_source and text[-1:].isdigit() and len(text) < 48 and (dated := read(text)) and dated[0].end == len(text) and len(name := text[: dated[0].start].strip(EDGE + " |｜")) > 2 and " " not in name and not is_lone_name(name) and not is_word(name) and not is_generic(name) and not NO_SOURCE.match(name):
                text = name  # and the day behind it
            if (is_address or (is_writer and kind and LATIN.match(text))) and len(text) < 60 and len(several := named(_FOLLOW.sub("", text))) > 1 and (is_address or all(map(LATIN.fullmatch, several))):
                people += (p for p in several if p not in people)
            if kind and kind["writer"] and len(text) < 28 and (name := _linked(element, text)):
                people += [] if name in people else [name]
                continue
            if not 2 <= len(text) <= 28 or not _PLAIN.fullmatch(text) or LABELS.search(bare(text)):
                continue
            if not is_source and not is_outlet(text) and " " not in text and sum(not str(piece).isspace() for piece in element.itertext()) > 1 and not is_han_name(text):
                continue  # a box around several of them
            if not kind and not is_writer:
                outlet = outlet or (text if 2 < len(text) < 12 and not text.isascii() and not is_generic(text) and not _HOME.search(text) else "")
            elif kind and kind["poster"] and is_outlet(text):
                people += [] if text in people else [text]
            elif is_source or is_outlet(text):
                outlet = outlet or text
            elif LATIN.fullmatch(text) or (is_address and _CAPITALS.fullmatch(text)) or all(map(is_han_name, text.split())):
                people += (p for p in ([text] if text[0].isascii() else text.split()) if p not in people)
            elif is_writer and text[0] >= "\u4e00" and is_alias(text) and not _BAR.search(text):
                people += [] if text in people else [text]
            elif kind and text[0] >= "\u4e00" and len(text) <= 10 and not NO_NAME.search(text):
                outlet = outlet or text  # the account that posted it
    return outlet, people


def _linked(box: etree._Element, text: str) -> str:
    """The name that is the one link in a box about a writer, with what is counted behind it: 河边的老猫 收藏 210."""
    links = list(islice(box.iter("a"), 2))
    if len(links) != 1 or not text[-1:].isdigit():
        return ""
    name = "".join(map(str, links[0].itertext())).strip()
    return name if 2 < len(name) <= 12 and text.startswith(name) and len(text) > len(name) and is_alias(name) and not _BAR.search(name) and not LABELS.search(name) and not is_word(name) else ""


def pictured(image: etree._Element) -> str:
    """The outlet whose sign a picture in a dateline is, by what is said in place of it."""
    told = " ".join((image.get("alt") or image.get("title") or "").split())
    return told if is_outlet(told) and not LABELS.search(bare(told)) and not _NO_SIGN.search(told) else ""


_LABEL_BEFORE: Final = re.compile("(?:来源|來源|稿源|出处|出處|[转轉][载載]?自|Source)\\s*[:：]\\s*$")
_INLINE: Final = ("span", "b", "strong", "em", "i", "label", "font")
_OF_SIGN: Final = re.compile(r"(?:的?(?:[Ll]ogo|LOGO|标志|標誌|图标|圖標))$")


def labelled(image: etree._Element) -> str:
    """The outlet whose sign stands right behind a label of the source; "" where a picture shows something else."""
    told = _OF_SIGN.sub("", " ".join((image.get("alt") or image.get("title") or "").split())).strip()
    if not 2 <= len(told) <= 20 or NO_SOURCE.match(told):
        return ""
    node = image
    for _ in range(4):  # a picture stands in a link or two
        before = node.getprevious()
        parent = node.getparent()
        text = before.tail or (before.text if before.tag in _INLINE else "") if before is not None else parent.text if parent is not None else ""
        if text and text.strip():
            return told if _LABEL_BEFORE.search(text) else ""
        if before is not None or parent is None:
            return ""
        node = parent
    return ""


_NO_SIGN: Final = re.compile("微信|公众号|公眾號|二维码|客户端|客戶端|官网|频道$|頻道$|[Ll]ogo")
