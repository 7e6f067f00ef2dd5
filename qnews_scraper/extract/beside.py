"""Who and where from, where no label says so: the words beside the date, and lines of their own between headline and text."""

import re
from collections.abc import Iterable
from typing import Final

from qnews_scraper.extract.credits import WRITER
from qnews_scraper.extract.names import HAN, is_alias, is_generic, is_han_name, is_lone_mixed, is_lone_name, is_outlet, unspaced
from qnews_scraper.extract.people import TOWN
from qnews_scraper.extract.sources import NO_SOURCE

_AFTER: Final = re.compile(r"^[\s|｜·\-—]*(?:来源[:：])?\s*(?P<name>(?![，。、；的·])[^\s|｜:：\d()（）【】\[\]]{3,16})(?=[\s|｜【\[(（]|$)")
_NO_AFTER: Final = re.compile("^[编編][辑輯集]部|^在(?![线線])|^[于於]|^(?:文|写真|取材|撮影)[・＝]|^(?:[Bb]y|撰[文稿]|作者)(?=[\u4e00-\u9fff])|^(?:采访|採訪|撰文|撰稿|文字|[图圖]文)+$|^IP[属屬地]|官方[账帐賬]号|认证|[于於在自至者]$|^[听聽读讀扫掃]|收听|收聽|播报|播報|爆料|朗读|^(?:取自|翻[攝摄拍]|截[自图圖]|[擷撷]取|摘自)|总第|總第|第.{1,6}期$|全文|本文|扫一扫|掃一掃|时间|時間|日期|[时時点點][〇零一二三四五六七八九十半]{0,4}分?$|^[〇零一二三四五六七八九十]+$|^[\u4e00-\u9fff]{2,5}[区區县縣市省镇鎮乡鄉村]$")
"""A label, a place, or a time in words."""
_PAPER: Final = re.compile(r"《 ?(?P<name>[^《》 ]{1,11}[报報刊网網]) ?》[(（\s]*\d{4}")
"""《松湖晚报》2018年4月12日第3版."""
_PAPER_OF_REPORTER: Final = re.compile(r"\W{0,2}(?:(?:文|[图圖]文|撰文|撰稿|采写|採寫|作者) ?[:：/／|｜丨] ?)?(?!本)(?P<name>[\u4e00-\u9fff]{2,8}?(?:[报報网網社台臺刊]|融媒体中心|融媒體中心)) ?[【〔(（／/|｜]? ?(?:首席|[实實][习習]|[见見][习習]|特[约約派]|全媒[体體]|融媒[体體]?)?(?:记者|記者) ?[／/|｜]? ?(?P<who>[\u4e00-\u9fff]{2,4}(?=[\s／/╱、]|$)|[\u4e00-\u9fff]{2,10}(?:报道|報道|報導)$)")
"""聯合報 記者黃淑芬／屏東報導, 金橋時報記者黎曉筠舊金山報導, 江城融媒体中心记者 夏阳."""
LABELS: Final = re.compile(
    r"文[/／|｜]|来自|來自|原创|字号|字號|字體|字体|评论|評論|打印|列印|编辑|編輯|記者|记者|作者|收藏|分享|转发|轉發|关注|關注|私信|举报|舉報|反馈|正文|返回|首页|首頁|有话|说两句|参与|參與|字级|字級|字数|喜欢|喜歡|楼主|樓主|只看|查看|暂无|赞|星期|周[一二三四五六日]|点击|點擊|浏览|瀏覽|阅读|閱讀|进入|發表|发表|修改|更新|发布|發佈|我要|我来|我來|[图圖轴版]$|下午|上午|微博|大中小|收录|收錄|人气|手机|手機|分类|分類|发言|参与|责任|校对|审核|时长"
)
"""Words of bars and labels, which name nobody."""
_COUNT: Final = re.compile(r"[\d.,]+\s?[wWkK万千]?\+?[个個人次条條]?|#\S+")
_READ_BY: Final = re.compile(r"(?: \W? ?(?:已有 ?|共有? ?)?\d[\d,.]* ?[万萬wk]?\+? ?[人条條次位则則]?(?:参与|參與)?(?:讨论|討論|评论|評論|阅读|閱讀|浏览|瀏覽|留言|点赞|點讚)| \W? ?(?:阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論)(?:量|数|數|次数|次數)? ?[:：]? ?\d[\d,.]* ?[万萬wk]?\+?次?)$")
"""已有96人参与讨论, 阅读 1.2万, behind a name."""
_COLUMN: Final = re.compile(rf"^[{HAN}]{{1,5}}(?:[评評论論谈談]|观察|觀察|视点|視點|随笔|隨筆|茶座)·(?=[{HAN}]{{2,4}}$)")
"""江海时评·, before who wrote it."""
_ISSUE: Final = re.compile(r"《(?P<name>[^《》]{2,16})》\s?(?:(?:19|20)\d\d年)?第?\s?\d{1,4}期")
"""《江城文艺》第3期."""
_WEEKLY: Final = re.compile(r"第\s?\d{1,4}\s?期\s?《(?P<name>[^《》]{2,12})》")
"""发于2016.4.11总第751期《江城周刊》."""
_ORIGINAL: Final = re.compile(rf"(?:^|\s)(?:原创|原創)\s?[:：]?\s(?P<name>[{HAN}A-Za-z·]{{2,12}})(?:\s(?P<account>[{HAN}A-Za-z·]{{3,12}}))?\s(?:[·•|-]\s)?(?=(?:19|20)\d\d[-年/.])")
"""原创 夏阳 江城夜读 2021-04-02."""
_ORIGINAL_LABEL: Final = re.compile("^原[创創]\\s?[:：]\\s?")
_ORIGINAL_BY: Final = re.compile(rf"(?:^|[\s·|])(?:原创|原創)\s(?P<name>[{HAN}A-Za-z·]{{2,12}})$")
"""2021-04-02 · 原创 夏阳说."""
_ORIGINAL_ACCOUNT: Final = re.compile(rf"(?:^|\s)原[创創]\s?[·|｜]?\s?(?=\d)[\d\s:：年月日/.-]{{5,24}}[\s·•|｜]+(?P<name>[{HAN}A-Za-z·]{{2,12}})(?:\s?\+?\s?[关關]注)?$")
"""原创 2022-09-04 19:37 · 夏阳说."""
_KIND: Final = re.compile("新闻|新聞|要闻|要聞|报道|報導|频道|頻道|专题|評論|评论|动态|資訊|资讯|快讯|聚焦|热点|推荐|头条|正文|观点|专栏|特稿|视频|图片|社会|民生|财经|综合|国内|国际|体育|娱乐|科技|文化|教育|社會|財經|綜合|國際|體育|娛樂|公司|市场|记者|来源|人物|深度|独家|本地")
"""Words of sections, not of accounts."""
_PARTS: Final = re.compile(r"[\s|｜丨│/／╱,，;；\[\]［］]+")
EDGE: Final = "，,、·•∙-—–()（）【】[]〔〕「」《》<>\"“”'●○■□◆◎▲★\ufeff"
"""Marks that stand around a name and are none of it."""
_SIGNED_LINE: Final = re.compile(rf"^[\s□■○●◎◇◆▲△☆★⊙]*(?P<name>[{HAN}·•‧]{{2,12}}?)\s*(?:[(（](?:作者)?(?:系|为|單位|单位)?\s*[:：]?[{HAN}\w、，\s]{{0,20}}(?:大学|大學|学院|學院|研究|教授|学者|學者|专家|中心|媒体人|作家|[院所系局校部社报会员师授民者])[)）])?\s*(?:报道|報道|報導|文|文/图|撰|作者)?$")
"""□张思远, 张思远（江海大学教授）, 郑文辉 报道."""
_PEOPLE_LINE: Final = re.compile(rf"[\s□■○●◎◇◆▲△⊙]*[{HAN}]{{2,10}}(?:(?:[、/／]|\s?[|｜]\s?|\s)[{HAN}]{{2,10}}){{1,3}}$")
"""●夏阳 苏文, 江城观察 夏阳."""
_OFFICER: Final = re.compile(rf"[{HAN}、（）()]{{0,20}}(?:[院市县省区镇乡局部厅处行校所社会队团組组科站]长|[縣區鎮鄉廳處會隊團]長|[书書]长|[长長]助理|书记|主席|主任|董事长|总裁|总经理|总理|总统|司令员|政委|检察长|教授|研究员|议员|大使|公使|参赞|总领事|代表|特使|发言人|委员|委員|總裁|書記|議員|總理|總統|參贊|總領事|發言人|(?<=[校学學院园園所厂廠站队隊村店局])(?:[教老][师師]|[学學]生|[医醫][生师師]|[护護]士|[职職]工|工人|村民|[战戰]士|民警))\s(?P<name>[{HAN}]{{2,4}})")
"""永定市中级人民法院院长 穆建国, below the headline of a speech."""
_OF_OFFICE: Final = re.compile(rf"[□■○●◎◇◆▲△⊙☆★]\s?[{HAN}\d（）()、]{{3,24}}\s(?P<name>[{HAN}]{{2,4}})")
"""□ 江海大学文学院2013级 夏阳."""
_POST_LINE: Final = re.compile(rf"[{HAN}、]{{1,8}}(?<![摄攝图圖本]影)(?<![本报報网網])[记記]者|[{HAN}、]{{0,10}}(?:[传傳]媒人|媒[体體]人|作[家者]|撰稿人|[评評][论論][员員]|[学學]者|教授|[律教][师師]|[医醫]生|主[笔筆]|研究[员員])")
"""資深傳媒人, 江城快报记者: below a name."""


def is_post(text: str) -> bool:
    """Whether a line says nothing but what somebody is."""
    return len(text) <= 14 and _POST_LINE.fullmatch(text) is not None


_NUMBERED: Final = re.compile(rf"(?:[{HAN}·]{{2,8}}\d(?:[,，]\d)*\*?(?:[\s、，,]+|$)){{1,8}}")
"""夏阳1 苏文2, each with the number of where they work."""
_HANDLE: Final = re.compile(rf"@(?P<name>[{HAN}\w·]{{2,12}})(?:\s[{HAN}\s·]{{2,12}})?")
"""@夏阳不读书 上海."""
_FROM_TOWN: Final = re.compile(rf"(?P<name>[{HAN}]{{2,4}})\s?(?:[—–-]{{1,2}}|[|｜])\s?(?P<town>[{HAN}]{{2,4}})")
"""夏阳 — 华盛顿."""
_OF_SCHOOL: Final = re.compile(rf"(?P<name>[{HAN}]{{2,4}})[,，]\s?[{HAN}]{{2,18}}(?:教授|研究[员員]|[学學]者|律[师師]|博士|作家|[评評][论論][员員]|撰稿人|[媒][体體]人|院[长長]|所[长長]|主任)")
"""夏阳，江海大学教授."""
_TITLED: Final = re.compile(rf"^[{HAN}]{{0,4}}(?:本报|本報|本刊|特约|特約)?(?:评论员|評論員)$")
_DATELINE: Final = re.compile(rf"^[【〔（(](?P<name>(?!本)[{HAN}]{{1,8}}[报報网網社台臺])(?![络絡记記特通])[{HAN}]{{0,6}}(?:讯|訊|电|電)[】〕）)]")
"""【港岛日报专讯】, 【港岛日报沙田讯】."""
_WIRE: Final = re.compile(rf"[\s（(【]*(?!本|据|據|综合|記者|记者)(?P<name>[{HAN}]{{1,6}}?[社报報网網](?:客户端)?)[{HAN}、“”]{{0,8}}\s?(?:(?:19|20)\d\d\s?年\s?)?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日\s?[专專]?(?:[电電讯訊]|消息)")
"""江海社北京4月18日电."""
_PAPER_LEAD: Final = re.compile(rf"(?P<name>(?!本|据|據)[{HAN}]{{2,7}}[报報网網])[讯訊](?:\s?[(（【]|\s)")
"""江城晚报讯（记者."""
_AGENCY: Final = re.compile(rf"[（(【〔](?P<name>(?!本)[{HAN}]{{1,6}}[社報报])(?:(?:[記记]者)?[{HAN}、]{{2,14}}(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})日[專专]?[電电]|(?:[記记]者|特派[員员])[{HAN}、]{{2,14}}(?:[報报][道導]|[專专]?[电電])[】〕)）])")
"""（中江社記者蕭博文山城4日電）, 【明港日報記者蕭博文山城報道】."""
_ROLE: Final = re.compile("(?:编辑|編輯|责编|責編|审核|審核|校对|校對|摄影|攝影|制图|主编|主編|审稿|编审|监制|翻译|编译|总编|策划|统筹|供稿|选稿|[承经經]办人?|[签簽][发發批]人?|[核审審]批人?|[批核][准準]人?|[承經]辦人?|[联聯][系絡络]人?|聯繫人?|窗口|[单單]位)$")
"""A label that has lost its colon: what follows is no author."""
_PRESS: Final = re.compile(
    r"(?:^|[|·•/(（,-]\s?|\d )(?:(?:(?:[Oo]riginally |[Ff]irst )?(?:(?:[Rr]e)?[Pp]ublished|[Aa]ppeared) (?:by|in|on)|[Vv]ia|[Ff]rom|[Cc]ourtesy(?: of)?|[Ss]pecial (?:to|for)(?: the)?|[Bb]y|BY|[Cc]redits?|Sources?|Publisher|Outlet|Media)\s?:?\s)?(?P<name>(?!(?:By|BY|Via|From|Courtesy|Credits?|Sources?|Publisher|Outlet|Media)\b|(?:Local|Latest|Breaking|World|National|Regional|City|Campus|Company|Business|Sports|Top|More|Industry|International|Community|Press) (?:News|Today|Review)\b(?! \w))(?:The )?(?:[A-Z][\w.'’]+ ){1,3}(?:Daily|Times|News|Post|Herald|Journal|Tribune|Today|Review|Gazette|Standard|Express|Agency|Observer|Weekly|Monthly|Magazine|Chronicle|Bulletin|Digest)|(?:[A-Z]+ ){1,3}(?:DAILY|TIMES|NEWS|POST|HERALD|AGENCY)|Xinhua|China Daily|Reuters|AFP|Bloomberg)(?=\s?(?:[|·•/)）,，-]|$)|\s\d|\s(?:Editor|Author|By|Source|Reporter)\b)"
)
"""(Xinhua), | Haimen Daily |."""
_FROM: Final = re.compile(r"(?:^|[|·] ?)(?:From|Via) ?: ?(?P<name>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4})(?= ?(?:[|·]|$))")
"""2015-07-02 | From: Jianghai Online | By Nina Ge."""
_DID: Final = re.compile("整理|[摄攝绘繪译譯]|供[图圖]")
"""What is said behind the name of one who wrote nothing: 夏阳 整理."""
_PAGE: Final = re.compile(r"第[A-Z]?\d{1,3}版")
"""A page of a paper, with what is on it behind: 第08版 江上."""
_RUN: Final = re.compile(r"(?:报道|報道|報導|专栏作者|原创|首发)$")
_BEHIND: Final = re.compile(rf"(?:(?<=[报報网網社台臺刊闻聞]\s[{HAN}]{{2}})|(?<=[报報网網社台臺刊闻聞]\s[{HAN}]{{3}}))\s(?:[编編][译譯]|[报報][导導道])$|(?<=[报報网網社台臺刊闻聞])\s?(?:\+?\s?[关關]注|官方(?:[账帳帐][号號]|微博))$|(?<=[报報网網])\s?第?[A-Z]?\d{{1,3}}版面?$")
"""What is said behind an outlet or a writer: 江城晚报 关注, 江城晚报2版, 江城晚报 夏阳 编译."""
_BEHIND_ENDS: Final = tuple("注号號博版面译譯道導导")
LATIN: Final = re.compile(r"(?!(?:By|Our|From|Written|Posted|Your)\b)(?!.*\b(?:News|Staff|Press|Editors?|Reporters?|Writers?|Correspondent|Contributors?|Comments?|Agency|University|Institute|Team|Desk|Times|Post|Share|Follow|Bookmark|Save|Print|Copy|Listen|Facebook|Twitter|WhatsApp|Telegram|WeChat|Weibo|LinkedIn|Messenger|Pinterest|Reddit|Instagram|YouTube|Read|More|About|Contact|Published|Updated|Video|Audio|Player|Close|Gallery|Search|Menu|Login|Subscribe|Download|Edition|Daily|Weekly|Monthly|Herald|Gazette|Chronicle|Bulletin|Digest|Magazine)\b)(?:(?:Dr|Prof|Mrs?|Ms)\.? )?[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z'’-]+){1,2}")
"""A name of persons in Latin letters."""
_MARKS: Final = "□■○●◎◇◆▲△⊙"
_SLASH: Final = re.compile("[/／╱]")
_POST: Final = re.compile(rf"(?<=[{HAN}])[(（][{HAN}、]{{0,16}}(?:教师|教師|教授|学者|學者|作家|记者|記者|研究员|研究員|律师|律師|医生|醫生|评论员|評論員|撰稿人|媒体人|媒體人|博士|院长|院長)[)）]")
"""（江海大学教授） behind a name."""
_ADDRESS: Final = re.compile(r"[(（]\s*(?:https?://)?www[^()（）]*[)）]")
_BOXED_BY: Final = re.compile(rf"(?P<box>[【〔\[（(]{{1,2}})(?P<first>[{HAN}]{{2,8}})\s?[／/╱]\s?(?P<second>[{HAN}]{{2,8}})?[）)】〕\]]{{1,2}}|(?P<open>[{HAN}]{{3,8}})[／/╱]")
"""【江海醒報／夏阳】, （夏阳／江城）, 江海醒報／."""
_BOXED: Final = re.compile(rf"[【\[](?P<name>[{HAN}A-Za-z]{{3,10}})[】\]]")
"""【江海网】 before a text."""


_COURTESY: Final = re.compile(rf"[{HAN}]{{1,4}}(?:先生|女士|小姐|老师|老師|同学|同學)")
"""河马先生."""
_LONE: Final = re.compile(r"(?P<name>.{2,30})")


def bare(outlet: str) -> str:
    """The name of an outlet without the ends that are words of the bar too: 江城发布, 江城发布客户端."""
    return outlet.removesuffix("客户端").removesuffix("客戶端").removesuffix("发布").removesuffix("發佈").removesuffix("日本語版")


def _without_behind(text: str) -> str:
    return _BEHIND.sub("", text) if text.endswith(_BEHIND_ENDS) else text


def words(line: str, start: int, end: int) -> tuple[list[str], list[str]]:
    """The words before and after the date at line[start:end], without labels and their values."""
    return _words(line[:start]), _words(line[end:])


def _words(text: str) -> list[str]:
    kept: list[str] = []
    skip = is_section = False
    for part in _PARTS.split(_POST.sub(" ", _ADDRESS.sub(" ", text))):
        if not part or skip:
            skip = False
            continue
        if is_section and not (len(part) > 2 and is_lone_name(part)):
            is_section = False
            continue
        if is_section := _PAGE.fullmatch(part) is not None:
            continue
        if _DID.fullmatch(part) and kept and is_han_name(kept[-1]):
            kept.pop()
            continue
        if ":" in part or "：" in part or _ROLE.search(part):
            skip = part[-1] not in "0123456789" and (part[-1] in ":：" or bool(_ROLE.search(part)))
            continue
        if len(part := part.strip(EDGE)) > 1 and not _COUNT.fullmatch(part):
            kept.append(part)
    return kept


def paper_of_reporter(text: str) -> str:
    """The paper or station that the writer named at the start of a line works for."""
    found = _PAPER_OF_REPORTER.match(text)
    return found["name"] if found and any(is_han_name(found["who"][:size]) for size in (2, 3, 4)) else ""


def beside(line: str, start: int, end: int, is_dated: bool = True) -> tuple[str, list[str]]:
    """The outlet and the people named beside a date without a label."""
    if issue := _ISSUE.search(line):
        return issue["name"], []
    if found := _PAPER.match(line):
        return found["name"], [word for word in words(line, start, end)[1] if is_lone_name(word)]
    if paper := paper_of_reporter(line) or paper_of_reporter(line[end:].lstrip("0123456789:：APMapm. |｜")):
        return paper, []
    if weekly := _WEEKLY.search(line):
        return weekly["name"], []
    if ">" in line or "»" in line:
        return "", []
    if press := _FROM.search(line) or _PRESS.search(line) or _DATELINE.match(line) or _AGENCY.match(line[end:].lstrip()):
        parts = [part.strip() for part in re.split("[|,]", line[: press.start("name")])]
        return press["name"], [part for part in parts if line.isascii() and LATIN.fullmatch(part)]
    if (found := _ORIGINAL.search(line)) and not _KIND.search(found["name"]):
        account = found["account"] or ""
        if account and is_alias(found["name"]):
            return account, [found["name"]]
        if not account and not is_outlet(found["name"]):
            return "", [found["name"]] if is_alias(found["name"]) else []
    if (found := _ORIGINAL_BY.search(line)) and not is_outlet(found["name"]) and not _KIND.search(found["name"]):
        return "", [found["name"]]
    if (found := _ORIGINAL_ACCOUNT.search(line)) and is_alias(found["name"]) and not is_outlet(found["name"]) and not _KIND.search(found["name"]) and not LABELS.search(found["name"]) and not _NO_AFTER.search(found["name"]):
        return "", [found["name"]]
    before, after = (_unglued(found) for found in words(line, start, end))
    before, after = ([w.removesuffix("讯") if is_outlet(w.removesuffix("讯")) else _without_behind(w) for w in found] for found in (before, after))
    outlets = [w for w in (*before, *after) if is_outlet(w) and not LABELS.search(bare(w))]
    outlet = next((w for w in outlets if not w.endswith(("频道", "頻道"))), outlets[0] if outlets else "")
    people = [w for w in before if is_lone_name(_RUN.sub("", w))] or [w for w in after if is_lone_name(_RUN.sub("", w))]
    if len(people) == 1 and (side := next((side for side in (before, after) if people[0] in side), None)):
        people = _in_company(people[0], side)
    others = sum(not LABELS.search(w) for w in (*before, *after)) - len(people) - bool(outlet)
    if not outlet and all(map(LABELS.search, after)) and len(before) == 2 and people == before[:1] and 3 <= len(before[1]) <= 10 and is_alias(before[1]) and not _KIND.search(before[1]) and not _NO_AFTER.search(before[1]):
        return before[1], people  # the account after the writer, as WeChat puts them
    if not outlet and others == 1 and not people and len(writer := [w for w in (*before, *after) if _COURTESY.fullmatch(w)]) == 1:
        return "", writer
    if is_dated and not outlet and (match := _AFTER.match(line[end:])) and not LABELS.search(match["name"]) and re.search(f"[{HAN}]", match["name"]) and not is_han_name(match["name"]) and not is_generic(match["name"]) and not _NO_AFTER.search(match["name"]) and not NO_SOURCE.match(match["name"]) and not any(map(is_lone_name, _SLASH.split(match["name"])[:2])) and (not people or len(match["name"]) > 3):
        outlet = match["name"].removesuffix("讯") if is_outlet(match["name"].removesuffix("讯")) else match["name"]
        others -= 1
    return outlet, [_RUN.sub("", p) for p in people] if outlet or others < 2 else []


def _in_company(name: str, words: list[str]) -> list[str]:
    """A name with those right beside it that could be words by themselves: 方建国 余秀兰."""
    at = words.index(name)
    first, last = at, at + 1
    while first and len(words[first - 1]) == 3 and is_han_name(words[first - 1]):
        first -= 1
    while last < len(words) and len(words[last]) == 3 and is_han_name(words[last]):
        last += 1
    return words[first:last]


def _unglued(found: list[str]) -> list[str]:
    """The words with outlet and writer apart: 沅水融媒·卞秋帆."""
    return [part for word in found for part in (word.split("·") if "·" in word and is_outlet(word.partition("·")[0]) and is_lone_name(word.partition("·")[2]) else [word])]


def own_lines(lines: Iterable[tuple[str, bool]]) -> tuple[str, list[str]]:
    """The outlet and the people that lines between headline and text name, each on a line of its own; an outlet only next to the date (the second of a pair)."""
    outlet = ""
    people: list[str] = []
    last = ""
    for text, is_next in lines:
        if len(text) > (80 if text.isascii() else 40):
            continue
        text = _without_behind(text)
        if text[: len(text) // 2] * 2 == text:
            text = text[: len(text) // 2]  # the account and its badge
        text = _READ_BY.sub("", _ORIGINAL_LABEL.sub("", text))
        if not outlet and (issue := _ISSUE.match(text)):
            outlet = issue["name"]
        elif not outlet and (paper := paper_of_reporter(text)):
            outlet = paper
        elif not outlet and ((found := _DATELINE.match(text) or _PAPER_LEAD.match(text) or (_AGENCY.match(text) if text[-2:-1] in tuple("導道导電电") else None)) or (is_next and is_outlet(text.partition("-")[0]) and ("-" not in text or _KIND.search(text.rpartition("-")[2])))):
            outlet = found["name"] if found else text
        elif (boxed := _BOXED_BY.fullmatch(text)) and (is_outlet(first := boxed["first"] or boxed["open"]) or is_han_name(first)):
            outlet = outlet or (first if is_outlet(first) else "")
            people += [name for name in (first, boxed["second"]) if name and not is_outlet(name) and (is_lone_name(name) or name == first)]
        elif not outlet and (boxed := _BOXED.match(text)) and is_outlet(boxed["name"]):
            outlet = boxed["name"]
        elif not outlet and (press := _PRESS.search(text)) and (text[:2] in ("By", "BY", "by") or (press[0] == text and text.count(" ") < 3) or LATIN.fullmatch(text[: press.start()].rstrip())):
            outlet = press["name"]
            people += [text[: press.start()].rstrip()] if LATIN.fullmatch(text[: press.start()].rstrip()) else []
        elif len(last) < 6 and _ROLE.search(last.rstrip(" :：")):
            pass  # whose label the line before was
        elif speaker := officer(text):
            people.append(speaker)
        elif is_lone_mixed(text):
            people.append(text)
        elif _PEOPLE_LINE.match(text) and (names := [w for w in _words(text) if not is_outlet(w)]) and len(names) < len(_words(text)) + (text[0] in _MARKS or is_next) and all(map(is_han_name if text[0] in _MARKS else is_lone_name, names)):
            people += names
            outlet = outlet or next((w for w in _words(text) if is_outlet(w)), "")
        elif ((of := _OF_OFFICE.fullmatch(text)) and is_han_name(of["name"])) or ((of := _HANDLE.fullmatch(text) or WRITER.fullmatch(text)) and is_alias(of["name"])) or ((of := _FROM_TOWN.fullmatch(text)) and TOWN.fullmatch(f"  {of['town']}", 2) and is_lone_name(of["name"])) or ((of := _OF_SCHOOL.fullmatch(text)) and is_lone_name(of["name"])):
            people.append(of["name"])
        elif _NUMBERED.fullmatch(text) and all(map(is_han_name, names := re.findall(f"[{HAN}·]+", text))):
            people += names
        elif ((found := _SIGNED_LINE.match(text)) and ((is_lone_name if found["name"] == text or text.endswith("作者") else is_han_name)(found["name"]) or _TITLED.match(found["name"]))) or ((found := _LONE.fullmatch(text)) and (LATIN.fullmatch(text) if text[0].isascii() else last in ("原创", "原創") and is_alias(text) and not _KIND.search(text))):
            name = found["name"]
            if len(name) > 2 or found.start("name") > 0 or found.end("name") < len(text) or is_next:
                people.append(_COLUMN.sub("", name))
        last = text
    return outlet, people


_CARD: Final = re.compile(
    rf"(?P<name>[{HAN}·]{{2,8}}|(?=[{HAN}]{{0,11}}[A-Za-z])(?=[A-Za-z]{{0,11}}[{HAN}])[{HAN}A-Za-z]{{3,12}}|[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+){{1,2}}?)(?:\s?[,|·•｜]\s?|\s)(?:[{HAN}A-Za-z·|｜ ]{{0,16}}(?:作者|记者|記者|作家|撰稿人|评论员|評論員|分析师|分析師|主笔|主筆|特派员|特派員|观察员|觀察員|撰述|(?i:writer|reporter|correspondent|columnist|contributor|journalist)))"
    rf"(?:\s[+＋]?\s?(?:关注|關注|追蹤|追踪|订阅|訂閱|私信|Follow|Subscribe))*"
)
"""A card between headline and text: 夏阳 江城夜读资深作者 关注."""


_LETTER: Final = re.compile("[A-Za-z]")


def card(text: str) -> str:
    """The name on a card of who wrote a page, where what they are stands behind it."""
    found = _CARD.fullmatch(text)
    return found["name"] if found and (LATIN.fullmatch(found["name"]) if found["name"].isascii() else is_alias(found["name"]) if _LETTER.search(found["name"]) else is_lone_name(found["name"])) else ""


def officer(text: str) -> str:
    """The name behind an office, as the first line of a speech gives it: 永定市中级人民法院院长 穆建国."""
    return found["name"] if (found := _OFFICER.fullmatch(unspaced(text))) and is_han_name(found["name"]) else ""


CABLE: Final = re.compile(r"(?:[A-Z][A-Za-z.'’ -]{2,30}, (?P<day>[A-Z][a-z]{2,8}\.? \d{1,2} )?|[A-Z][A-Z.'’ -]{2,30} )\((?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})\)\s?[-–—]")
"""HAIMEN, July 3 (Jianghai) --"""


_HOUSE: Final = re.compile(
    rf"[【〔（(](?:文 ?[/／] ?)?(?P<name>(?!本|据|據)[{HAN}]{{2,7}}?(?:[社报報网網]|新闻|新聞))(?:[综綜]合)?(?:[报報][道導])?[，, ]{{0,2}}(?P<role>(?:[驻駐][{HAN}]{{1,8}}?)?(?:特[约約派]|[实實][习習]|[见見][习習]|全媒[体體]|融媒[体體]?)?(?:[记記]者|[员員]))?"
    rf" ?(?P<who>[{HAN}]{{2,4}})(?:[、 ](?:通[讯訊][员員] ?)?[{HAN}]{{2,4}}){{0,3}}[】〕）)]"
)
"""【江海时报报道 记者 夏阳】, （文/江海网 夏阳）."""


def lead(text: str, sites: Iterable[str] = ()) -> str:
    """The agency or paper that a text begins with: 江海社北京4月18日电, 【明港日報專訊】, or one of `sites`: 江海在线讯."""
    if own := next((site for site in sites if len(site) > 2 and text.startswith((f"{site}讯", f"{site}訊"))), ""):
        return own
    if (boxed := _BOXED.match(text)) and is_outlet(boxed["name"]):
        return boxed["name"]
    if text[:1] in "【〔（(" and (house := _HOUSE.match(text)) and is_outlet(house["name"]) and is_han_name(house["who"]):
        return house["name"]
    return found["name"] if (found := _DATELINE.match(text) or _WIRE.match(text) or _PAPER_LEAD.match(text) or _AGENCY.match(text) or CABLE.match(text)) else ""
