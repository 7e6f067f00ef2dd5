"""Who and where from, where no label says so: the words beside the date, and lines of their own between headline and text."""

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from qnews_scraper.extract.names import HAN, NO_NAME, is_han_name, is_outlet

_AFTER: Final = re.compile(r"^[\s|｜·\-—]*(?:来源[:：])?\s*(?P<name>[^\s|｜:：\d()（）【】\[\]]{3,16})(?=[\s|｜【\[(（]|$)")
_PAPER: Final = re.compile(r"《 ?(?P<name>[^《》 ]{1,11}[报報刊网網]) ?》[(（\s]*\d{4}")
"""《松湖晚报》2018年4月12日第3版."""
_PAPER_OF_REPORTER: Final = re.compile(r"\W{0,2}(?!本)(?P<name>[\u4e00-\u9fff]{1,6}[报報社]) ?(?:记者|記者)[\u4e00-\u9fff]{2,4}(?=[\s／/])")
"""聯合報 記者黃淑芬／屏東報導."""
_LABELS: Final = re.compile(
    r"文[/／|｜]|来自|來自|原创|字号|字號|字體|字体|评论|評論|打印|列印|编辑|編輯|記者|记者|作者|收藏|分享|星期|周[一二三四五六日]|点击|點擊|浏览|瀏覽|阅读|閱讀|进入|發表|发表|修改|更新|发布|發佈|我要|我来|我來|[图圖轴版]$|下午|上午|微博|大中小|人气|手机|手機|分类|分類|发言|参与|责任|校对|审核|时长"
)
_PARTS: Final = re.compile(r"[\s|｜丨│/／╱,，;；\[\]［］]+")
_EDGE: Final = "·•∙-—–()（）【】[]〔〕「」《》<>\"“”'●○■□◆◎▲★\ufeff"
_SIGNED_LINE: Final = re.compile(rf"^[\s□■○●◎◇◆▲△☆★]*(?P<name>[{HAN}·•‧]{{2,12}})\s*(?:[(（](?:作者)?(?:系|为|單位|单位)?\s*[:：]?[{HAN}\w、，\s]{{0,20}}(?:大学|大學|学院|學院|研究|教授|学者|學者|专家|中心|[院所系局校部社报会员师授])[)）])?\s*(?:报道|報道|報導|文|文/图|撰)?$")
"""□张思远, 张思远（江海大学教授）, 郑文辉 报道."""
_PEOPLE_LINE: Final = re.compile(rf"[\s□■○●◎◇◆▲△]*[{HAN}]{{2,10}}(?:[\s、/／][{HAN}]{{2,10}}){{1,3}}$")
"""●夏阳 苏文, 江城观察 夏阳."""
_TITLED: Final = re.compile(rf"^[{HAN}]{{0,4}}(?:本报|本報|本刊|特约|特約)?(?:评论员|評論員)$")
_DATELINE: Final = re.compile(rf"^[【〔（(](?P<name>[{HAN}]{{2,8}}[报報网網社])(?:专|專|綜合|综合)?(?:讯|訊|电|電)[】〕）)]")
"""【港岛日报专讯】."""
_ROLE: Final = re.compile("(?:编辑|編輯|责编|責編|审核|審核|校对|校對|摄影|攝影|制图|主编|主編|审稿|编审|监制|翻译|编译|总编|策划|统筹|供稿|选稿)$")
"""A label that has lost its colon: what follows is no author."""
_PRESS: Final = re.compile(
    r"(?:^|[|·•/(（-]\s?|\d )(?P<name>(?:The )?(?:[A-Z][\w.]+ ){1,3}(?:Daily|Times|News|Post|Herald|Journal|Tribune|Today|Review|Gazette|Standard|Express|Agency|Observer)|Xinhua|China Daily|Reuters|AFP|Bloomberg)(?=\s?(?:[|·•/)）,，-]|$))"
)
"""(Xinhua), | Haimen Daily |."""
_PAPER_TITLE: Final = re.compile(rf"(?:^|[\s_|])(?P<name>[{HAN}]{{2,8}}[报報])(?:数字报|电子报|电子版|多媒体数字报(?:刊)?|多媒体报)?\s?[-—_|·]?\s?(?:(?:19|20)\d\d[-/.年]|数字报|电子版|第\s?[A-Z]?\d+版)")
"""江城晚报-2014年03月12日-第06版-..., as digital editions call their pages."""
_RUN: Final = re.compile(r"(?:报道|報道|報導|专栏作者|原创|首发)$")
_CALLED: Final = re.compile(r"(?:^|[\s_-])(?:(?P<source>source|laiyuan|copyfrom|media-?name|from|js_name)|author|writer|zuozhe|byline|reporter|nick-?name|account)(?:$|[\s_\-\d]|name|info)", re.I)
_LABEL: Final = re.compile(r"^(?:文章|稿件|信息)?(?:来源|來源|作者|记者|記者|文|撰文|By)\s*[:：/|｜]\s*")
_PLAIN: Final = re.compile(rf"[{HAN}A-Za-z·•.&+ ]+")
_LATIN: Final = re.compile(r"(?!.*\b(?:News|Staff|Press|Editors?|Reporters?|Writers?|Correspondent|Contributors?|Comments?|Agency|University|Institute|Team|Desk|Times|Post|Share|Follow|Read|More|About|Contact|Published|Updated)\b)[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z'’-]+){1,2}")
_KEYS: Final = ("class", "id", "itemprop", "rel")
_MOST: Final = 80
"""Elements to look at."""


def words(line: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words before and after the date at line[start:end], without labels and their values."""
    return _words(line[:start]), _words(line[end:])


def _words(text: str) -> list[str]:
    kept: list[str] = []
    skip = False
    for part in _PARTS.split(text):
        if not part or skip:
            skip = False
            continue
        if ":" in part or "：" in part or _ROLE.search(part):
            skip = part[-1] not in "0123456789" and (part[-1] in ":：" or bool(_ROLE.search(part)))
            continue
        if part := part.strip(_EDGE):
            kept.append(part)
    return kept


def beside(line: str, start: int, end: int) -> tuple[str, list[str]]:
    """The outlet and the people named beside a date without a label."""
    if found := _PAPER.match(line) or _PAPER_OF_REPORTER.match(line):
        return found["name"], []
    if ">" in line or "»" in line:
        return "", []
    if press := _PRESS.search(line) or _DATELINE.match(line):
        return press["name"], []
    before, after = words(line, start, end)
    outlet = next((w for w in (*before, *after) if is_outlet(w) and not _LABELS.search(w.removesuffix("发布").removesuffix("發佈"))), "")
    people = [w for w in (*before, *after) if is_han_name(_RUN.sub("", w))]
    others = len(before) + len(after) - len(people) - bool(outlet)
    if not outlet and not people and (match := _AFTER.match(line[end:])) and not _LABELS.search(match["name"]) and re.search(f"[{HAN}]", match["name"]):
        outlet = match["name"].removesuffix("讯") if is_outlet(match["name"].removesuffix("讯")) else match["name"]
    return outlet, [_RUN.sub("", p) for p in people] if outlet or others < 2 else []


def own_lines(lines: Iterable[tuple[str, bool]]) -> tuple[str, list[str]]:
    """The outlet and the people that lines between headline and text name, each on a line of its own; an outlet only next to the date (the second of a pair)."""
    outlet = ""
    people: list[str] = []
    for text, is_next in lines:
        if len(text) > 40:
            continue
        if not outlet and ((found := _DATELINE.match(text)) or (is_next and is_outlet(text))):
            outlet = found["name"] if found else text
        elif _PEOPLE_LINE.match(text) and (names := [w for w in _words(text) if not is_outlet(w)]) and len(names) < len(_words(text)) + (text[0] in "□■○●◎◇◆▲△") and all(map(is_han_name, names)):
            people += names
            outlet = outlet or next((w for w in _words(text) if is_outlet(w)), "")
        elif (found := _SIGNED_LINE.match(text)) and (is_han_name(found["name"]) or _TITLED.match(found["name"])):
            name = found["name"]
            if len(name) > 2 or found.start("name") > 0 or found.end("name") < len(text):
                people.append(name)
    return outlet, people


def called(elements: Iterable[etree._Element]) -> tuple[str, list[str]]:
    """The outlet and the people in elements whose class or id calls them source or author."""
    outlet = ""
    people: list[str] = []
    seen = 0
    for outer in elements:
        for element in outer.iter():
            seen += 1
            if seen > _MOST:
                return outlet, people
            if not element.attrib or not (kind := _CALLED.search(" ".join(element.get(key, "") for key in _KEYS))):
                continue
            text = " ".join("".join(map(str, element.itertext())).split())
            text = _LABEL.sub("", text).strip(_EDGE + " ").removesuffix("关注").removesuffix("關注")
            if not 2 <= len(text) <= 28 or not _PLAIN.fullmatch(text) or _LABELS.search(text):
                continue
            if kind["source"] or is_outlet(text):
                outlet = outlet or text
            elif _LATIN.fullmatch(text) or all(map(is_han_name, text.split())):
                people += (p for p in ([text] if text[0].isascii() else text.split()) if p not in people)
            elif text[0] >= "\u4e00" and len(text) <= 10 and not NO_NAME.search(text):
                outlet = outlet or text  # the account that posted it
    return outlet, people


def paper(title: str) -> str:
    """The paper whose digital edition a page's <title> names; "" for none."""
    return found["name"] if (found := _PAPER_TITLE.search(title)) else ""
