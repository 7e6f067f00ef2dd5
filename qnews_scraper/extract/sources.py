"""Where a text was first published, as labels and running words in the lines around it say."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from qnews_scraper.extract.names import HAN, is_han_name, is_lone_name, is_outlet
from qnews_scraper.extract.rows import MATERIAL

_OF_OTHERS: Final = "".join(f"(?<!{word})" for word in ("的", "注明“", "註明「", "注明\"", "注明", "註明", "標明", "标明", *MATERIAL))
"""What a label of a source must not follow: it is that of a picture, or the house's own rule."""
_WORK: Final = r"《[^《》]{1,24}》(?:\s?(?:(?:19|20)\d\d年)?第?\s?\d{1,4}期)?"
"""《史海》2012年第8期: the issue is no part of the name."""
_SOURCE: Final = re.compile(
    rf"{_OF_OTHERS}(?:(?:来自|來自)(?=[\u4e00-\u9fff]{{2,10}}(?:报|報|网|網|社|台|刊))(?P<from>[^\s|｜]{{2,14}})|(?:来源|來源|稿源|出处|出處|出典|출처|轉載自|转载自|转贴自|轉貼自|转自|轉自|摘自|选自|選自|(?<=[转轉摘]自)微信公众号|转自公众号|(?<![{HAN}])(?:(?:转发|轉發|[出引录錄])自|[信文]源|(?:转载|轉載)(?=[于於]))(?=[于於]?\s*[:：])|(?:来自|來自)(?=\s*[:：/／|｜]|(?:微信)?公众号\s?[:：“])|(?:原载|原載)(?=[:：《“])|(?<![A-Za-z])Source(?=\s?[:：]))(?:于|自)?\s*(?:[:：|｜丨/／]|\s(?=\S)|(?=[《“]|(?:微信)?公众号\s?[:：“]))\s*(?:(?:微信)?(?:公众号|订阅号)\s*[:：“\"「])?[\[【“\"(（]?\s*(?:《(?![^《》]{{1,24}}》))?(?![{HAN}]{{2,6}}\s*[:：])"
    rf"(?P<name>[A-Z][\w.&'-]+(?: [A-Z][\w.&'-]+){{1,4}}|[\uac00-\ud7a3]{{2,10}}(?: [\uac00-\ud7a3]{{2,10}}){{0,2}}|{_WORK}(?=$|[^{HAN}\w])|(?:[^\s|｜│\[\]【】《》；;，,。:：”\"()（）]|《[^\s《》]{{1,20}}》){{2,30}}(?:[(（][^\s()（）]{{1,16}}[)）](?:[{HAN}]{{0,14}}(?:公司|集[团團]|中心|[学學][院校会會]|[协協][会會]|大[学學]|研究[院所]|[医醫]院|[银銀]行|[分支][社局行院校]))?)?))"
)
_OFFICE_SOURCE: Final = re.compile(
    rf"(?:(?:供稿|来稿|來稿|报送|報送|投稿|发布|發布|發佈|撰稿|组稿|发稿|發稿|来源|來源|(?:资料|資料)?提供|刊[发發登])(?:单位|單位|机构|機構|机关|機關|部门|部門|[处處][室所]|科室)|(?:信息|資訊|资料|資料|稿件)提供者?|供稿)\s*[:：/／|｜丨]\s*(?P<name>[{HAN}A-Za-z·（）()]{{2,30}})"
)
"""Who an office's site says has sent it in."""
_OF_OFFICE: Final = re.compile(rf"\s(?P<name>[{HAN}]{{2,4}})(?=$|[\s、])(?<!摄影)(?<!撰稿)")
"""Who of the office has: 急诊科 夏阳."""
_TAKEN: Final = re.compile(
    rf"(?:(?:本文|文章|原文|此文|本稿)(?:首[发發](?:[于於]|表[于於])(?=《|[{HAN}]{{1,9}}[报報网網社刊])|原载于?|來源於|来源于|转自|轉自|摘自|转载自|轉載自|转贴自)|本文(?:来自|來自)(?=[^的位名]{{2,10}}(?:[，,。；;\s)）《(（]|$))|(?:^|[(（])(?:转载自|轉載自|转自|轉自|摘自|摘编自|摘編自|据|據|原载于?|原載[于於]?)(?=《?[{HAN}]{{1,9}}[报報网網社刊](?:客户端)?》?(?:[消信]息|报道|報導|[电電讯訊])?(?:[)）]|$)))\s*《?(?P<name>[{HAN}]{{2,12}}|[A-Z][\w.]+|\d\d[{HAN}]{{1,8}})|^(?:[转轉]自|[转轉][载載]自|摘自|[选選]自)(?P<line>[{HAN}-]{{3,16}})$|刊用《(?P<licensed>[{HAN}]{{2,10}})》稿件"
)
"""A source in running words: 本文来源于新华社, （转载自江城晚报）, （据江城社电）, 摘自江城在线-江城日报, 刊用《江城周刊》稿件务经书面授权."""
_TAKEN_SIGN: Final = re.compile("[本原此]文|文章|本稿|(?:^|[(（])[转轉摘据據原选選]|刊用《")
_IN_BRACKETS: Final = re.compile(rf"[(（](?P<name>[{HAN}]{{2,10}})[)）]\W?$")
"""（江城晚报） at the end of a text."""
_WIRED_FROM: Final = re.compile(rf"[(（]据(?P<name>[{HAN}]{{2,5}}?[社报報网網])[{HAN}、]{{2,8}}\d{{1,2}}月\d{{1,2}}日[电電讯訊][)）]$")
"""（据江城社海口8月5日电）."""
_SIGNED_BY: Final = re.compile("(?:记者|記者|通讯员|通訊員|采写|採寫|撰稿|编辑|編輯|责编|責編)(?:$|[ :：/／|｜])")
_CENTRE: Final = re.compile(f"[{HAN}]{{2,10}}(?:融媒体中心|融媒體中心)")
"""Who it is that the line below gives the names of, at the end of a text."""
_TOLD_FROM: Final = re.compile(rf"[(（](?P<name>[{HAN}]{{2,8}}[社报報网網])\s?[/／]\s?[{HAN}]{{2,8}}\d{{1,2}}日[电電讯訊][)）]$")
"""（江海新報／檳城11日訊）."""
_OF_PAPER: Final = re.compile(rf"[(（]?《\s?(?P<name>[{HAN}]{{2,10}}[报報刊])\s?》\s?[(（]?\s?(?:19|20)\d\d年")
_FIRST_IN: Final = re.compile(r"(?:(?:^|\b)(?:[Tt]his|[Tt]he|[Aa]) (?:article|story|piece|column|essay|post|report|interview|review|version of this \w+)(?: (?:was|has been))? |(?:^|[(|] ?)(?=[FO]))(?:[Ff]irst|[Oo]riginally) (?:appeared|published|printed|posted|ran) (?:in|on|by|at) (?:the )?(?P<name>(?:The )?[A-Z][\w&'’-]+(?: [A-Z][\w&'’-]+){0,4})(?=$|[.,](?:\s|$)|\s(?:on|in)\s)")
"""This story first appeared in Haimen Daily."""
_SOURCE_SIGN: Final = re.compile("[源自载載据據出首刊출Si](?:(?<=刊)用《|(?<=[源自载載据據])|(?<=出)[处處典]|(?<=首)[发發]|(?<=출)처|(?<=S)ource|(?<=i)(?:rst|ginally) [apr])")
_POSTED_BY: Final = re.compile(rf"(?<![{HAN}])(?:发布|發布|發佈|上传|上傳|信息发布)[者人]\s*[:：]\s*(?P<name>[{HAN}]{{2,20}}(?:政府|委员会|委員會|[办辦]公室|中心|大[学學]|[学學][院校]|公司|[协協][会會]|[医醫]院|法院|[检檢]察院|管委[会會]|[^王李张張刘劉陈陳]..[局厅廳处處科部委]))(?=$|[\s|｜])")
"""An office that has put a page on its site, where the label may name a person too."""
_OF_MEDIA: Final = re.compile(rf"(?<![{HAN}])(?:(?:报道|報道|報導|发布|發布|來源|来源|刊[载登發发載]|原[载載]|首[发發])?(?:媒体|媒體|[报報]刊)|首[发發])\s*[:：/／|｜]\s*《?(?P<name>[{HAN}\w·]{{3,16}})》?(?=$|[\s|｜，,；;)）】])")
"""报道媒体：江城晚报: what is named must be an outlet."""
_OFFICE_SIGN: Final = re.compile("单位|單位|机构|機構|机关|機關|部[门門]|提供|供稿|处[室所]|處[室所]|科室|布[者人]|佈[者人]|传[者人]|傳[者人]")
"""Any label of the above has one of these; most lines have none."""
_CITY: Final = re.compile(rf"[(（][{HAN}]{{2,4}}[)）]$")
"""北京晚报(北京)."""
_HEAD: Final = re.compile("(?:[转轉](?:[载載]自|自)|摘自|[来來]自)(?=...)")
_TAIL: Final = re.compile(r"[·•]?(?:记者|記者)$|[(（](?:微信|公众|微博|[Ii][Dd]|记者|作者|编辑|通讯员).*$|(?<=[\u4e00-\u9fff》])[\s(（]*(?:19|20)\d\d(?:年|[-/.]\d).*$|第?[A-Z]?\d+版$|(?<=[社报報网網])(?:专?[电電讯訊]|消息|报道|報道|報導)$|(?:浏览|瀏覽|点击|點擊|阅读|閱讀)(?:次数|次數|数|量)?$|(?<=[A-Z])/[a-z]{1,3}(?:\([a-z]{1,3}\))?$")
"""What runs on behind the name of a source."""
NO_SOURCE: Final = re.compile(
    "(?:本|我|其)(?:公司|集团|集團|单位|單位|中心|[站网網报報刊文社校院局台臺所会會馆館厂廠])(?:原创|原創|讯|訊|记者|記者|综合|編輯|编辑|整理|专稿|訊息|信息)?(?![\u4e00-\u9fff])|(?:综合|綜合|网络|網路|網絡|互联网|互聯網|网友|原创|原創|转载|轉載|整理|编译|其他|其它|佚名|投稿|独家|不明|自媒体)(?:来源|整理|整合|综合|转载|资料|提供|投稿|报道|消息|编辑|上传|推荐|爆料|自|网络|網路|網絡|互联网)*$|(?:[编編][译譯]\\W?)?(?:[综綜]合)?外[电電](?:[报報][导導道])?$|"
    "作者|时间|時間|日期|发布时|编辑|編輯|责任|点击|點擊|浏览|瀏覽|阅读|(?:评论|評論|分享|收藏|打印|列印|点赞|點讚|點贊)$|字号|记者|記者|未知|不详|见文|見文|文末|本站|http|我来|我來|我有|我要|手机|手機|查看|进入|本文|该|于|(?:admin|管理员)$"
)
"""What a label of a source has behind it that is no name of one."""


def source(lines: Iterable[str]) -> str:
    """The value of the first 来源 label."""
    for text in lines:
        if not _SOURCE_SIGN.search(text):
            continue
        if (first := _FIRST_IN.search(text)) and (name := _outlet(first["name"])):
            return name
        for match in (*_SOURCE.finditer(text), *(_TAKEN.finditer(text) if _TAKEN_SIGN.search(text) else ())):
            told = match.groupdict()
            if (posted := told.get("from")) and posted.endswith(("APP", "App", "app")):
                continue  # what it was posted with
            if (line := told.get("line")) and not is_outlet(line.rpartition("-")[2]):
                continue
            if name := _outlet(match["name"] or posted or line or told.get("licensed") or ""):
                return name
    return ""


def medium(lines: Iterable[str]) -> str:
    """The outlet behind the first label of media: 报道媒体：江城晚报."""
    return next((found["name"] for text in lines if ("媒" in text or "刊" in text or "首" in text) and (found := _OF_MEDIA.search(text)) and is_outlet(found["name"])), "")


def _outlet(name: str) -> str:
    """The name of a source without what runs on behind it; "" where it is none."""
    name = re.sub(r"\s(?:Published|Updated|Editor|Author|By|Views?|Hits|Home|Print|Comments?)$", "", name.strip("@·-—–|“”\"' "))
    if re.fullmatch(_WORK, name):
        return name[1 : name.index("》")].strip()
    name = _HEAD.sub("", name)
    name = _TAIL.sub("", name.removesuffix("微博").strip()) or name
    if name.startswith("《") and name.endswith("》") and "《" not in name[1:]:
        name = name.strip("《》")
    if name.count("(") > name.count(")"):
        name = name.partition("(")[0]
    if is_outlet(place := _CITY.sub("", name)):
        name = place
    return "" if len(name) < 2 or re.fullmatch(r"[\d\W]+|(?:19|20)\d\d\s?[年./-].*", name) or NO_SOURCE.match(name) else name


def office(lines: Iterable[str]) -> str:
    """Who has sent it in to the site of an office: the value of the first 供稿单位, 信息提供, 发布机构 label that is no person."""
    for text in lines:
        if _OFFICE_SIGN.search(text):
            for match in _OFFICE_SOURCE.finditer(text):
                if not is_han_name(match["name"]) and not _OF_OFFICE.match(text, match.end()) and (name := _outlet(match["name"])):
                    return name
            if (posted := _POSTED_BY.search(text)) and not is_han_name(posted["name"]):
                return posted["name"]
    return ""


_TOLD_BY: Final = re.compile(rf"(?P<outlet>[{HAN}]{{2,10}}?(?:[电電][视視]?[台臺]|[報报網网社]))(?:记者|記者)?(?P<name>[{HAN}]{{2,3}})(?:[報报][道導导])")


def told_by(text: str) -> tuple[str, str]:
    """The outlet and the writer of a line that closes a text: 江海廣播電台夏阳報導."""
    found = _TOLD_BY.fullmatch(text)
    return (found["outlet"], found["name"]) if found and is_outlet(found["outlet"]) and is_lone_name(found["name"]) else ("", "")


def source_at_end(ends: Iterable[str]) -> str:
    """The outlet that closes a text in brackets: （江城晚报）, or with the day of its paper: 《江城日报》（2019年05月06日 07版）, or above those who sign it."""
    ends = list(ends)
    if signed := next((above for above, text in pairwise(ends) if _SIGNED_BY.match(text) and (is_outlet(above) or _CENTRE.fullmatch(above))), ""):
        return signed
    if paper := next((match for text in ends if (match := _OF_PAPER.match(text))), None):
        return paper["name"]
    if told := next((outlet for text in ends if (outlet := told_by(text)[0])), ""):
        return told
    return next((match["name"] for text in ends if (match := _IN_BRACKETS.search(text) or _WIRED_FROM.search(text) or _TOLD_FROM.search(text)) and is_outlet(match["name"])), "")
