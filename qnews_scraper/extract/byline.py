
"""Who wrote and who edited: from dateline, byline and the lines around the body."""

import re
from collections.abc import Iterable
from typing import Final

from qnews_scraper.extract.credits import PEOPLE, SOFT, credits_of
from qnews_scraper.extract.names import (
    HAN,
    SURNAMES,
    is_alias,
    is_foreign,
    is_han_name,
    is_lone_name,
    is_mixed_name,
    is_nickname,
    is_pen_name,
    is_person,
    is_unlike_words,
    is_wire,
)
from qnews_scraper.extract.people import OUTLET_ENDS, TODAY, TOWN, apart, before_place, is_office, split_names
from qnews_scraper.extract.sources import told_by
from qnews_scraper.text.words import is_word

_AUTHOR_BARE: Final = re.compile(rf"(?:^|[|｜\s(（【\[》。！？”])(?:(?:[{HAN}]{{0,8}}?(?:特约|特約|首席)?(?:评论员|評論員|主[笔筆]|[专專][栏欄]作[家者])|作者|撰文|文字|特?约?撰稿人?|文[/／]?[图圖]|[图圖]\s?[/／、]?\s?文|By)\s(?P<names>[{HAN}·•‧]{{2,8}}(?:[\s、][{HAN}]{{2,7}}){{0,2}}|(?<!By\s)[A-Z][a-z]+(?: [A-Z][A-Za-z'’-]+){{1,2}})|(?<![{HAN}]\s)(?<![|｜丨/／])(?<![|｜丨/／]\s)文\s(?P<one>[{HAN}·]{{2,8}}))(?=$|[\s|｜)）】\]]|[(（]发自)")
_WRITTEN: Final = re.compile(rf"(?:^|[\s(（【〔。！？”])(?:編譯|编译|[編编]輯)?(?P<names>(?:[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,2}}|[{HAN}]{{2,4}})(?:[、\s][{HAN}]{{2,4}}){{0,3}})(?:(?:\s?[/／╱]\s?(?:(?:文|撰[文稿]|[採采][訪访](?:撰[文稿])?|[編编][譯译])(?=$|[\s/／)）图圖])|[{HAN}]{{2,6}}(?:報導|报道)|[綜综]合外[電电])|\s?[|｜丨·•]\s?文(?=$|\s[{HAN}\d])))")
"""夏阳/文, 【潘韻如╱台北報導】."""
_WRITES: Final = re.compile(rf"(?:^|[\s□■○●◎◇◆▲△(（【\[\]］】。！？”])(?P<names>(?:[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,2}}|[{HAN}]{{2,4}})(?:[、\s][{HAN}]{{2,4}}){{0,2}})(?:文[/／][图圖摄攝](?=$|[)）】\s])|\s?[(（]文[)）]|\s(?:文(?=[)）】\]]?$|\s(?:[|｜丨/／]\s)?[{HAN}]{{2,4}}\s(?:摄|图|攝|圖|摄影|攝影|绘|漫画|译|譯)[)）】\]]?$)|(?:文\s?[/／、]?\s?[图圖摄攝]|[图圖]\s?[/／、]?\s?文)(?![{HAN}/／:：])|发自[{HAN}]{{2,6}}(?=$|\s)|(?P<told>报道|報道|報導)(?=$|\s)))")
"""夏阳 文 苏文 摄, 夏阳 文/图, 夏阳文/图, 夏阳 图/文, 夏阳 发自北京, 夏阳 报道."""
_GLUED: Final = re.compile(rf"(?:^|[|｜\s])(?:本文)?(?:作者|撰文|撰稿|撰写|撰寫|[Bb][Yy])(?P<names>[{HAN}]{{2,4}})(?=$|[\s|｜])|^作者[简簡]介\s?[:：]\s?(?P<one>[{HAN}]{{2,4}})(?=[，,])")
"""作者夏阳, 作者简介：夏阳，江海大学教授."""
_POSTED: Final = re.compile(rf"(?:[日\d]|^(?:发表于|發表於).{{0,24}})\s(?:由|by)\s(?P<names>[A-Z][\w'’-]+(?: (?!Leave|Share|Comment|In\b|Filed|Posted|Updated|Tag|Categor|No\b)[A-Z][\w.'’-]+){{1,2}}|[{HAN}\w·]{{2,12}})(?=$|\s)|^(?:网友[:：]\s?|[\[【](?:楼主|樓主|博主|网友)[\]】]\s?)?(?P<before>[{HAN}\w·]{{2,12}})\s(?:发表于|發表於|发布于|發佈於)\s?[:：]?\s?\d|^(?P<self>[A-Za-z{HAN}][{HAN}\w·-]{{1,11}})\s[于於]\s(?:19|20)\d\d[-/.年].{{4,20}}\s(?:发布|發佈|发表|發表)|^(?:创作者|創作者)\s(?P<one>[{HAN}\w·]{{2,12}})(?=$|\s)|[—–-]\s(?P<wire>[{HAN}\w·]{{2,12}})\s@\s(?:[上下]午|\d)|本文由\s?(?P<given>[{HAN}\w·]{{2,12}}?)\s?(?:授权|授權|原创|撰写|投稿|(?:发表|發表|发布|發佈)(?:[于於在]|(?=\s|$)))")
"""How boards and blogs name who posted it: 夏阳 发表于 2017-3-4, 夏阳 于 2017-03-04 08:20:00 发布."""
_IN_WIRE: Final = rf"[{HAN}]{{2,8}}(?:·[{HAN}]{{1,8}}){{1,2}}|[{HAN}]{{2,4}}"
"""A name in the brackets of a wire, of any people."""
_SIGNED: Final = re.compile(
    rf"(?:[(（]|本文)作者(?:简介\s?[:：])?\s?(?P<names>[{HAN}]{{2,4}}?)(?:[，,、)）\s]|(?=[系为為是]))|[，,]\s?作者\s?[:：]?(?P<last>[{HAN}]{{2,4}})[)）]?$|[(（](?P<self>[{HAN}]{{2,4}})[，,]\s?(?:本文)?作者[系为為是]|^[(（](?P<given>[{HAN}]{{2,4}})[，,] ?[{HAN}]{{4,20}}(?:教授|研究[员員]|[学學]者|博士生?|[讲講律教][师師]|[评評][论論][员員]|媒[体體]人|作家|院[长長]|所[长長])[)）]$|(?:^|[\s□■◎○●◇◆△▲])(?P<before>[{HAN}]{{2,4}}) ?[(（](?:本文)?作者(?:[系为為是]|[单單]位)|作者[系为為是][{HAN}、]{{2,20}}?(?:教授|研究员|研究員|学者|學者|律师|律師|记者|記者|主任|博士|评论员|撰稿人|院长|所长|作家)\s?(?P<one>[{HAN}]{{2,4}})(?=$|[)）。])|日[电電]\s?[(（](?P<wire>(?:{_IN_WIRE})(?:[、\s](?:{_IN_WIRE})){{0,3}})[)）]"
)
"""（作者夏阳，系江海大学教授）."""
_SIGNATURE: Final = re.compile(
    rf"(?!.{{0,8}}(?:编|編|责|責|摄|攝|审|審|校|译|譯|监|監|制|图|圖|主[持编編笔]|设计|策划|指导|辅导))\W{{0,2}}(?P<who>[{HAN}]{{0,8}}(?:市民|读者|讀者|居民|村民|网友|教师|老师|学生|职工|工人|农民|业主|志愿者|律师|医生|干部|记者|記者|通讯员|作者|笔者|[省市县区镇村校])|[{HAN}\d（）()]{{2,14}}(?:[校学班院所局部社司厂队站店馆室处办委]|中心|协会)(?=\s)|[{HAN}]{{2,4}}(?=\s))?\s?[:：]?\s?(?P<name>[{HAN}·]{{2,8}})(?:\s?(?:摄影|图文|文图|文/图)?(?:报道|報導|摄|撰文|撰))?\s?(?:[(（][{HAN}、，\s]{{2,20}}[)）]|[)）])?\W?"
)
"""市民 夏阳, （江海 夏阳）, a bare name: what closes a letter or an essay."""
_AT_ONCE: Final = re.compile(rf"\s*本[报報][记記]者(?P<names>[{HAN}]{{2,3}}){TOWN.pattern.removeprefix('(?<=..)').removesuffix('$')}(?:[报報][導道]|报导)(?=[{HAN}\s])")
"""本報記者夏陽溫哥華報導, with the text right behind it."""
_PUPIL: Final = re.compile(rf"(?:^|[\s(（])[一二三四五六七八九初高]{{1,2}}年?级?\s?[(（]?\s?\d{{1,2}}\s?[)）]?\s?班\s(?P<names>[{HAN}]{{2,4}})(?=$|[\s)）])")
"""五（3）班 夏阳, above or below what a pupil wrote."""
_SIGNED_BY_TWO: Final = re.compile(rf"[(（](?P<who>[{HAN}\d（）()]{{2,14}}(?:[校学班院所局部社司厂队站店馆科处]|中心|协会))\s(?P<names>[{HAN}]{{2,4}}\s[{HAN}]{{2,4}})[)）]")
"""（江海中学 夏阳 苏文）."""
_REPORTER: Final = re.compile(
    rf"(?:(?:^|[\s(（【〔\[［〖／/|｜丨·□■◎⊙●○◆▲：:》】〕。！？”]|(?<=文[/／、][图圖摄攝]))(?:(?:\d\d(?=世[纪紀]))?[{HAN}]{{0,10}}?(?:客户端|全媒体|融媒体?|媒体|在线|在線|卫视|衛視|广播|廣播|报|報|网|網|刊|社|台|臺|新闻|新聞|财经|財經|(?:经济|經濟)(?:报道|報道|報導|观察|觀察)|周刊|週刊|电|电讯|讯|訊|本站|中心|职工|校园|小|实习|實習|见习|見習|特约|特約|特派|首席|[驻駐]\S{{1,6}})|(?<![^\s(（【|｜])[{HAN}]{{2,4}}(?=[记記]者(?:\s|[{HAN}]{{2,4}}\d{{1,2}}[月日]))|(?<=[(（【〔])[{HAN}]{{2,6}}(?=[记記]者[{HAN}、]{{4,12}}[报報][导導道][)）】〕])|(?<=[(（【〔\s])[{HAN}]{{2}}(?=[记記]者[{HAN}]{{2,4}}[\s、)）】〕]))?\s*)"
    rf"(?P<role>记者|記者|通讯员|通訊員|特派员|特派員|实习生|實習生)(?P<gap>[\s】]*)(?P<names>{PEOPLE})(?P<wired>(?:\d{{1,2}}月)?\d{{1,2}}日(?:[专專]?[电電]|[{HAN}]{{2,8}}?(?:报道|報道|報導|[专專]?[电電])))?(?(wired)|(?=[\s)）】〕〗\]］／/╱，,、。报報摄攝发发整|｜]|$))"
)
_END: Final = re.compile(
    rf"[(（【\[](?:文|图文|作者|记者|記者|通讯员|实习生|撰稿|本报记者|本報記者|[{HAN}]{{2,8}}记者|[{HAN}]{{2,12}}(?:[部科处處室局院委站队隊办系]|中心|公司|街道|学校|小学|中学)(?=\s))?\s*[:：]?\s*(?P<names>[{HAN}]{{2,4}}?(?:[、，, ][{HAN}]{{2,4}}?){{0,4}})\s*(?P<told>报道|報道|報導)?[)）】\]]$"
)
_NEXT_ROLE: Final = "(?:(?:责任|責任)?(?:编辑|編輯)|责编|責編|校对|校對|审核|審核|[一二三初复終终]审|监制|監製|摄影|攝影)\\s"
_EDITOR_BARE: Final = re.compile(rf"(?:^|[|｜\s])\W{{0,2}}(?:责任|責任|本期|值班|执行|网络|(?!图片|摄影|视频|美术|版式)[{HAN}]{{2}})?(?:编辑|編輯|责编|責編)\s(?P<names>[{HAN}]{{2,4}}(?:\s(?!{_NEXT_ROLE})[{HAN}]{{2,4}}){{0,6}})(?=$|\s?[|｜)）\]]|\s\d|\s{_NEXT_ROLE})")
_EDITOR_BOXED: Final = re.compile(rf"[(（\[【〔]\s?(?:责任|責任)?(?:编辑|編輯|责编|責編)\s(?P<name>[{HAN}]{{2,6}})\s?[)）\]】〕]")
"""【责任编辑 大胡子】."""
_BEHIND_SOURCE: Final = re.compile(rf"[(（]\s?(?:本文|稿件)?来源\s?[:：][^()（）]{{2,24}}[)）]\s*(?P<name>[{HAN}]{{2,4}})$")
"""（本文来源：江城晚报） 夏阳, as NetEase closed its news."""
_EDITED: Final = re.compile(rf"[(（\[【]\s*(?P<names>[{HAN}]{{2,4}}(?:[、 ][{HAN}]{{2,4}}){{0,2}})\s*(?:编辑|編輯|责编)\s*[)）\]】]")
_COMPILED: Final = re.compile(rf"[(（\[【]\s*(?P<names>[{HAN}]{{2,4}}(?:[、 ][{HAN}]{{2,4}}){{0,2}})\s*[/／]?\s*(?:编译|編譯)\s*[)）\]】]")
_EDITED_BY: Final = re.compile(r"[;；,(（]\s?edit(?:ed|ing) by (?P<names>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){0,2})\s?[)）.;]*$")
"""(Reported by Nina Ge; edited by Sara Okafor)."""
_OF_PICTURES: Final = "(?i:(?:photo(?:graph)?|picture|image|illustration|video|edit|translat|design)[a-z]*)\\b"
_LATIN_NAME: Final = rf"(?!(?i:the|a|an|our|its|all|his|her|their|my|your|no|small|large|size)\b)[A-Z][\w.'’-]*(?:\s+(?!{_OF_PICTURES})[A-Z][\w.'’-]+){{1,3}}"
_STAFF: Final = re.compile(r"(?:(?:Our|A|The|Own|Special|Staff|News|Web|Online|Chief|City|Local|Foreign) ){1,3}(?:Correspondent|Reporter|Writer|Bureau|Desk|Team|Editor|Staff)s?")
"""By Our Correspondent."""
_BY: Final = re.compile(r"(?:^[(（\[]?|(?<=\d\s)|(?<=[AP]M\s)|(?<=[|·] ))(?:[Bb]y|Written by|Posted by|Author:?|Story by|Reported by)\s*:?\s+(?:(?:(?:[A-Z][\w.'’-]+|our|staff|special|senior|contributing|freelance)\s){0,3}(?:writer|reporter|correspondent|contributor|columnist)s?:?\s+(?=[A-Z]))?(?P<names>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,3}(?:\s[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff]))?(?:(?:,|(?:\sin(?:\s[A-Z][\w'’-]+){1,3})?\s+and|\s*&)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}){0,4})(?=$|\s?[,|·•/(;)）\]]|\s[-–—|]|\s(?:\w+ )?(?:\d|Updated|Published)|\s(?:in|for)\s[A-Z]|\son\s[A-Z\d]|\s(?:and|with)\s(?:(?:news |wire )?agenc(?:y|ies)|wires?\b|staff\b))")
_BY_WORDS: Final = re.compile(
    rf"(?:^(?:[(（\[]|[—–-]{{1,2}}\s)?|(?<=\d\s)|(?<=[AP]M\s)|(?<=[|·] ))(?:(?:Words|Text|Story|Article|Report|Analysis|Review|Essay|Feature|Interview|Opinion|Commentary|Column|Perspective|Profile|Dispatch|Compiled|Reporting|Prepared|Penned|Contributed)(?:\s(?:and|&)\s(?:[Pp]hoto(?:graph|graphy)?s?|[Pp]ictures?|[Ii]mages?|[Vv]ideos?|[Ii]llustrations?))?\s[Bb]y:?|(?:Words|Text)\s?:|BY:?)\s+"
    rf"(?P<names>{_LATIN_NAME}(?:(?:\sin(?:\s[A-Z][\w'’-]+){{1,3}})?(?:,|\s(?:and|AND)|\s*&)\s+{_LATIN_NAME}){{0,4}})(?=$|\s?[,|·•/(;.)）\]]|\s[-–—|]|\s\d|\s(?:in|for|on)\s[A-Z\d]|\s(?:and\s)?{_OF_PICTURES})"
)
"""Words by Nina Ge · Pictures by Sara Okafor; BY NINA GE: words that begin headlines too, so that it takes two for a name."""
_OF_COUNTRY: Final = re.compile(rf"(?:^|[\s|｜])[\[［【〔(（](?:(?!中)[{HAN}]国|[美英法德俄意加澳日韩印西葡荷瑞挪丹芬波捷奥匈希土以埃墨智巴阿古南新瑞比爱乌泰越菲印缅柬马尼肯])[\]］】〕)）]\s?(?P<names>(?:[{HAN}]{{1,4}}-)?[{HAN}]{{1,8}}(?:·[{HAN}]{{1,8}}){{1,2}})(?=\s?(?:$|[|｜\d]|[文著](?:$|\s)|[{HAN}]{{2,4}}\s?(?:[译譯](?:$|\s)|[:：])))")
"""[法]让-皮埃尔·杜邦: a writer from abroad."""
_WRITERS: Final = (
    (_REPORTER, re.compile("记者|記者|通[讯訊]|特派|实[习習]|實[习習]")),
    (_PUPIL, re.compile("班\\s")),
    (_AT_ONCE, re.compile("\\s*本[报報][记記]者")),
    (_AUTHOR_BARE, re.compile("(?:By|作[者家]|撰文|文字|撰稿人?|文|员|員|图|圖|笔|筆)\\s")),
    (_WRITTEN, re.compile("[/／╱|｜丨·•報报](?:(?<![報报])\\s?[文撰採采編编綜综]|(?<=[報报])[導道])")),
    (_WRITES, re.compile("[文图圖发报報](?:(?<=文)|(?<=[图圖])\\s?[/／、]?\\s?文|(?<=发)自|(?<=[报報])[道導])")),
    (_POSTED, re.compile("由|by| @ |创作者|創作者|发[表布佈][于於]|發[表布佈][于於]|于 (?:19|20)|於 (?:19|20)")),
    (_SIGNED, re.compile("作者|日[电電]|\\((?<=^\\()[\u4e00-\u9fff]{2,4}[，,]|（(?<=^（)[\u4e00-\u9fff]{2,4}[，,]")),
    (_GLUED, re.compile("作者|撰|B[Yy]|b[Yy]")),
    (_OF_COUNTRY, re.compile("·")),
    (_BY, re.compile("By|by|Written|Posted|Author|Story|Reported")),
    (_BY_WORDS, re.compile("by(?<=\\bby):? |By|BY|Words|Text")),
)
"""How writers are named, each with a sign that a line must have; all alternatives of a sign begin with a letter, so that `re` skips to where one may stand."""
_WIRED: Final = re.compile("[一二三四五六七八九十]{1,3}日[专專]?[电電]$")
"""The day of a wire where papers write numbers as words."""
_UNSURE: Final = (_AT_ONCE, _PUPIL, _GLUED, _AUTHOR_BARE, _WRITTEN, _WRITES, _SIGNED)
"""Words that stand by other words than names too."""
_FLOOR: Final = re.compile(r"沙发|沙發|板凳|地板|地下室|\d{1,5}\s?[楼樓层層]|[楼樓]主")
"""What boards call the replies to a post, by their order, in place of who wrote them."""
_ACCOUNT: Final = re.compile("[a-z][a-z_.-]*\\d*")
"""Under what name a page was put on its site: it counts where nobody signs."""
_DATED: Final = re.compile(r"(?:[\s,]+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Updated|Published|Posted|On|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?)+$")


_OF_BOOK: Final = re.compile(r"出版社?\s?[:：]\s?(?![\d\s])")
"""作者: 辛夏 出版: 白石文艺出版社 tells of the book that a review is about."""
_PEN_NAME: Final = re.compile(rf"(?:^|[\s|｜/])(?:作者|文章作者)\s?[:：]\s?(?P<name>[{HAN}A-Za-z][^\s|｜/:：,，;；()（）]{{1,11}})(?=\s?(?:[|｜/·,，;；]|\s[{HAN}]{{2,4}}\s?[:：]))")
_BLOG_LABEL: Final = re.compile("(?:分[类類]|[标標][签籤]|[栏欄]目|[评評][论論]|[围圍][观觀]|[浏瀏][览覽]|[阅閱][读讀]|人[气氣]|[热熱]度|[发發][布佈表]|日期|[时時][间間])(?:次?[数數]|量|于|[时時][间間]|日期)?\\s?[:：]")
"""作者：周末去江边 | 分类：随笔 | 浏览：42: blogs put whatever name somebody writes under into such a row."""
_OF_BLOG: Final = re.compile("分[类類]|[标標][签籤]|[围圍][观觀]|[评評][论論]")
_NAME_BEFORE: Final = re.compile(
    rf"(?:(?:^|[\s□■○●◎◇◆▲△(（【〔]|(?<=[记記]者))(?P<name>[{HAN}]{{2,4}})\s(?:本[报報网網刊社台臺])?|^[□■○●◎◇◆▲△]\s?(?P<marked>[{HAN}]{{2,4}})\s[{HAN}]{{2,8}}[报報网網刊社台臺])(?:见习|見習|实习|實習|特约|特約|驻站|駐站)?$"
)
"""倪雨晴岚 实习生 崔海, ■夏阳 江城晚报特约记者 苏文."""
_PICTURE_BY: Final = re.compile(rf"[图圖摄攝影]\s?[/／:：|｜丨]\s?[{HAN}]{{0,6}}$")
"""图/本报记者 夏阳."""
_TOOK: Final = re.compile(r".?\s?(?:[摄攝](?=$|[)）】〕\s])|[/／╱]\s?[摄攝]影(?=$|[)）】〕]))")
"""（记者张三摄）: who took a picture."""
_DREW: Final = tuple(f"{blank}{word}" for blank in "\u3000 " for word in ("编制", "編製", "制图", "製圖", "绘图", "繪圖", "绘制", "繪製"))
"""记者 张三 编制: who drew a chart."""
_LABEL_SIGN: Final = re.compile("[:：/／|｜丨＝=・．·•‧_b](?:(?<!b)|(?<=b)y )")
_ASKS: Final = tuple("？?！!")
"""What ends what someone asks in an interview, and no names: 记者：用什么船？"""
_EDITS: Final = re.compile("(?:编辑|編輯|责编|責編)\\s?[:：/／|｜丨]")
_TRAINEE: Final = ("实习生", "實習生")
_SENT_IN: Final = ("供稿", "投稿", "来稿", "來稿", "报道", "報道", "報導", "图文", "圖文")
"""Labels that may have an office or a headline behind them."""
_STOPS: Final = tuple("。！？”")
_NAMED: Final = ("names", "one", "before", "given", "wire", "self", "last")


def authors(lines: Iterable[str], ends: Iterable[str] = ()) -> list[str]:
    """Names after 作者, 记者, 文, 通讯员 or By, in order, without doubles; in `ends` also a bare （张三） that closes a line."""
    found: list[str] = []
    accounts: list[str] = []
    for text in lines:
        if _OF_BOOK.search(text):
            continue
        if "者" in text or "员" in text or "員" in text or "生" in text:
            text = apart(text)
        if _LABEL_SIGN.search(text):
            for credit in credits_of(text):
                if credit.kind == "writer" and text[credit.end : credit.end + 1] not in _ASKS and not (credit.label.endswith(_TRAINEE) and _EDITS.search(text, 0, credit.start)):
                    named = split_names(_undated(credit.names, text[credit.end :]), is_labelled=True)
                    if (not credit.label.startswith(_SENT_IN) and not credit.label.endswith(SOFT)) or _are_names(named, credit.label.endswith(SOFT)):
                        found += (n for n in named if n not in found)
        if (name := pen_name(text)) and (not found or name.startswith(found[-1])):
            found[-1:] = [name]
        for pattern, sign in _WRITERS:
            if not sign.search(text):
                continue
            for match in pattern.finditer(text):
                if pattern is _REPORTER and match["role"] in _TRAINEE and _EDITS.search(text, 0, match.start()):
                    continue
                names = next(value for group, value in match.groupdict().items() if value and group in _NAMED)
                if pattern is _REPORTER and (not _is_reporter(match, text) or _TOOK.match(text, match.end() - 1) or match["names"].endswith(_DREW)):
                    continue
                if pattern is _REPORTER and _PICTURE_BY.search(text, 0, match.start("role")):
                    continue
                if pattern is _REPORTER and (match["wired"] or _WIRED.search(names)):
                    names = _WIRED.sub("", names)
                    names = TOWN.sub("", names) if TOWN.search(names) else names[:3] if re.fullmatch(f"[{HAN}]{{5,6}}", names) else names  # 游凱翔台北13日電
                named = split_names(_undated(names, text[match.end() :]) if pattern in (_BY, _BY_WORDS) else names, is_labelled=pattern is _REPORTER and _is_boxed(match, text))
                if pattern in (_BY, _BY_WORDS):
                    named = [name for name in named if not _STAFF.fullmatch(name)]
                if pattern is _POSTED:
                    named = [names] if (is_alias(names) or " " in names) and not (match["one"] and is_word(names)) and not _FLOOR.fullmatch(names) else []  # 创作者 大会
                    accounts += (n for n in named if _ACCOUNT.fullmatch(n))
                elif pattern is _GLUED or (pattern is _WRITES and match["told"]):
                    named = named if all(map(is_lone_name, named)) else []
                if pattern is _REPORTER and (first := _NAME_BEFORE.search(text, 0, match.start("role"))) and is_lone_name(name := first["name"] or first["marked"]):
                    named.insert(0, name)
                if pattern in _UNSURE or text[match.start() : match.start("names")].strip().startswith(("图文", "圖文")):
                    named = named if any(_is_name(n) or is_nickname(n) or is_foreign(n.replace(" ", "")) for n in named) else []
                found += (n for n in named if n not in found)
    found = [n for n in found if n not in accounts] or found
    if not found:
        for text in ends:
            if (end := _END.search(text)) and not _EDITED.search(text):
                names = split_names(end["names"])
                if not end["names"].endswith(("摄", "攝")) and (all(map(is_lone_name if end["told"] else is_han_name, names)) or _is_signed(text, end, names)):
                    found += (n for n in names if n not in found)
            elif (name := told_by(text)[1]) and name not in found:
                found.append(name)
    return found


def _is_signed(text: str, end: re.Match[str], names: list[str]) -> bool:
    """Whether brackets behind the last sentence hold what is no word and may be a pen name: （晓舟）."""
    return text[: end.start()].endswith(_STOPS) and text[end.start() + 1 : -1] == end["names"] and len(names) == 1 and is_pen_name(names[0]) and not is_word(names[0])


_SAYS_BY: Final = re.compile(r"(?:[Bb]y|BY)\s+|(?:作者|文)\s?[:：/／]\s?")
_AND: Final = re.compile(r"\s*[,，、;；&]\s*|\s+(?:and|AND)\s+")


def pen_name(text: str) -> str:
    """The name in the row of labels that a blog puts above or below a text, whatever it is; an office has none."""
    if "作者" not in text or not _OF_BLOG.search(text) or len(_BLOG_LABEL.findall(text)) < 2 or not (found := _PEN_NAME.search(text)):
        return ""
    return found["name"] if is_alias(found["name"]) and not is_office(found["name"]) else ""


def named(told: str) -> list[str]:
    """The people whom a page's head names as its writers, one a line or several in a row: By Nina Ge and Sara Okafor."""
    found: list[str] = []
    for line in told.split("\n"):
        line = _SAYS_BY.sub("", line, 1)
        row = [name for name in _AND.split(line) if name]
        found += (name for name in (row if all(map(is_person, row)) else [line]) if is_person(name) or is_wire(name))
    return list(dict.fromkeys(found))


def compilers(lines: Iterable[str]) -> list[str]:
    """Names after 编译: who wrote a text from what others had written, where no line names those."""
    told = [text for text in lines if "译" in text or "譯" in text]
    found = (*(credit.names for text in told for credit in credits_of(text) if credit.kind == "compiler"), *(match["names"] for text in told for match in _COMPILED.finditer(text)))
    return [name for name in dict.fromkeys(name for names in found for name in split_names(names, is_labelled=True)) if _is_name(name)]


def _is_name(word: str) -> bool:
    return is_han_name(word) or is_mixed_name(word) or (_BLANK_IN.sub("", word) != word and not OUTLET_ENDS.search(word))


def _are_names(found: list[str], is_soft: bool) -> bool:
    """Whether all of what a label that also credits offices has behind it are names; beside one, what is no row of words is another: 折小荣 高海东."""
    if is_soft:
        return all(map(is_lone_name, found))
    return all(map(_is_name, found)) or (any(map(_is_name, found)) and all(_is_name(name) or is_unlike_words(name) for name in found))


_BLANK_IN: Final = re.compile(rf"(?<=[a-z.]) (?=[A-Z]|[{HAN}]{{2,4}}$)")
"""The blanks of a name in Latin letters."""


def _undated(names: str, after: str) -> str:
    """Names in Latin letters without the day or month that their pattern took for one."""
    return _DATED.sub("", names) if re.match(r"[\s,]*(?:\d|[A-Z][a-z]{2,8}\.?\s\d)", after) else names


def _is_boxed(match: re.Match[str], text: str) -> bool:
    """Whether names fill what is left of a pair of brackets, or a line: （记者 夏阳 扎西多吉）, 记者 夏阳、扎西多吉 报道."""
    if _fills(match, text):
        return True
    return text[match.start()] in "(（【〔[［〖" and text[match.end() : match.end() + 1] in tuple(")）】〕]］〗")


def _fills(match: re.Match[str], text: str) -> bool:
    """Whether a line is several reporters and nothing else, one of them with a name of print: 江海社记者达吾列、夏阳."""
    return "、" in match["names"] and not match.start() and match.end() == len(text) and any(map(is_han_name, match["names"].split("、")))


_FROM_PLACE: Final = re.compile(rf"\s?[／/╱]\s?[{HAN}]{{2,8}}(?:报道|報導|報道|[专專]?[电電])")
"""記者啟鉻／聖蓋博報導: with its place nobody takes it for anything else."""
_ROW: Final = re.compile("(?:[来來稿]源|[时時][间間]|日期)\\s?[:：]")
"""What stands in a row above a text, before who wrote it."""
_ENDED: Final = re.compile("[。！？”图圖文]\\s?$")
"""What stands in front of those who sign a text in its last line."""


def _is_reporter(match: re.Match[str], text: str) -> bool:
    """Whether the words after 记者 are names: in brackets they are; in running text, as 记者离开时，镇里, only what can be one, and no comma after it."""
    if text[match.start()] in "。！？”" and match.end() < len(text) - 1 and not _BOTH.fullmatch(text, match.end()):
        return False  # a sentence of the text
    first = re.split(r"[、，,;；/／&\s]+", match["names"])[0]
    first = TODAY.split(first)[0]
    after = match.start("names") + len(first)
    reported = first.endswith(("报道", "報道", "報導", "报导"))
    told = reported and match.end() >= len(text) - 1
    first = re.sub("(?:报道|報道|報導|报导|摄影|攝影|摄|攝|专电|專電|电|發自.*|发自.*|(?<=..)文(?=$))$", "", first)
    if told and is_lone_name(named := TOWN.sub("", first)):
        first = named  # 魯真雪梨報道
    elif told and 5 <= len(first) <= 7 and is_lone_name(first[:3]):
        first = first[:3]  # 黎曉筠屋崙報導
    elif reported and not match.start() and text[after : after + 1] == " ":
        first = before_place(first) or first  # the text stands right behind it
    if text[match.start()] in "(（【〔[［〖" or match["wired"]:
        return len(first) > 2 or bool(match["gap"]) or is_han_name(first)
    if _FROM_PLACE.match(text, match.start("names") + len(first)) or _fills(match, text):
        return True
    is_running = len(text) > 40 and not _ROW.search(text, 0, match.start())
    if not is_han_name(first) and not is_mixed_name(first) and (is_running or not match["gap"]) and not first.isascii() and "·" not in first:
        return match.end() == len(text) and bool(match["gap"]) and _ENDED.search(text, 0, match.start() + 1) is not None and any(map(is_han_name, match["names"].split()))
    return not (is_running and re.match(r"[，,](?!\s?(?:本报|见习|实习)?(?:通讯员|记者|实习生|摄影))", text[match.start("names") + len(first) :]))


_BOTH: Final = re.compile(r"\s?(?:文[/／、]?[图圖摄攝]|[图圖][/／、]?文)\W?")
"""What those did who sign a text in its last line."""


_DASHED: Final = re.compile(rf"[—–―-]{{1,2}}\s?(?P<name>{_LATIN_NAME})(?:\s(?P<han>[{HAN}]{{2,4}}))?")
"""— Winnie Cheung 張思慧."""
_QUOTED: Final = tuple("”\"」』")


def signature(lines: Iterable[tuple[str, bool]], before: str = "") -> list[str]:
    """The name that closes a letter or an essay, on a line of its own below `before`; of each line its text and whether it stands to the right."""
    for text, is_right in lines:
        if text[0] in "—–―-" and len(text) < 50 and (dashed := _DASHED.fullmatch(text)) and not OUTLET_ENDS.search(dashed["name"]) and not before.endswith(_QUOTED) and (not dashed["han"] or is_han_name(dashed["han"])):
            return [text.lstrip("—–―- ")]
        if len(text) < 20 and (found := _SIGNATURE.fullmatch(text)) and is_lone_name(name := found["name"]) and (found["who"] or text[0] in "(（" or is_right or len(name) > 2):
            return [name]
        if len(text) < 30 and (found := _SIGNED_BY_TWO.fullmatch(text)) and all(map(is_lone_name, names := found["names"].split())):
            return names
    return []


_OWNER: Final = re.compile(rf"\W{{0,2}}(?:本?博主|博客(?:作者|主人)|部落格作者|版主)(?:昵称|暱稱|姓名)?\s?[:：]\s?(?P<name>[{HAN}\w·]{{2,12}})(?=$|[\s|｜，,(（])")
"""博主：夏阳, beside or below the text of a blog."""


_ABOUT: Final = re.compile(r"\W{0,2}(?:[关關][于於](?:本文)?作者|作者[简簡]介|作者介[绍紹])\W{0,2}")
"""The heading of a box about the writer,"""
_INTRODUCED: Final = re.compile(rf"(?P<name>[{HAN}\w·]{{2,8}})[，,：:](?P<told>.{{0,40}})")
"""and how it begins."""
_IS_SOMEBODY: Final = re.compile("作者|作家|写作|寫作|撰稿|[记記]者|[编編][辑輯剧劇]|[专專][栏欄]|教授|研究[员員生]|[学學]者|[学學]生|博士|[硕碩]士|[毕畢][业業]|生[于於]|[现現任][为為任职職]|住在|出身|[爱愛喜][好欢歡]|人士|工程[师師]|律[师師]|[医醫][师師生]|[画畫]家|[诗詩]人|[导導]演|[评評][论論]|[创創][办辦始立]")
"""What a word says of whoever it names, where it could be any other: 温馨提示：请注意."""


def owner(lines: Iterable[str]) -> list[str]:
    """Who a page's lines say it belongs to, where a blog names its writer beside or below the text: 博主：夏阳, or introduces them. None where they name several."""
    found: set[str] = set()
    last = ""
    for text in lines:
        if (("主" in text[:6] or "作者" in text[:8]) and (match := _OWNER.match(text)) and is_alias(match["name"])) or ("作者" in last[:8] and _ABOUT.fullmatch(last) and (match := _INTRODUCED.match(text)) and is_alias(match["name"]) and (is_han_name(match["name"]) or _IS_SOMEBODY.search(match["told"]))):
            found.add(match["name"])
        last = text
    return list(found) if len(found) == 1 else []


def editors(lines: Iterable[str]) -> list[str]:
    """Names after 责任编辑, 编辑 and the like."""
    found: list[str] = []
    for text in lines:
        if "编" not in text and "編" not in text and "dit" not in text and "选稿" not in text and "来源" not in text:
            continue
        named = [n for credit in credits_of(text) if credit.kind == "editor" and text[credit.end : credit.end + 1] not in _ASKS for n in split_names(credit.names, is_editor=True, is_labelled=True)]
        named += (n for match in _EDITED.finditer(text) for n in split_names(match["names"], is_editor=True))
        found += (n for n in dict.fromkeys(named) if n not in found)
        if not found and (closing := _EDITED_BY.search(text)):
            found += split_names(closing["names"], is_editor=True)
        if not found and (boxed := _EDITOR_BOXED.fullmatch(text)) and is_alias(boxed["name"]):
            found.append(boxed["name"])
        if not found and (closing := _BEHIND_SOURCE.search(text)) and is_han_name(closing["name"]):
            found.append(closing["name"])
        if not found:
            found += dict.fromkeys(n for bare in _EDITOR_BARE.finditer(text) for n in split_names(bare["names"], is_editor=True) if n[0] in SURNAMES)
    return found


