
"""Who wrote, who edited, where it was first published: from dateline, byline and the lines around the body."""

import re
from collections.abc import Iterable
from typing import Final

from qnews_scraper.extract.credits import PEOPLE, SOFT, credits_of, is_label
from qnews_scraper.extract.names import (
    COMPOUND,
    HAN,
    LATIN_RUN,
    NO_NAME,
    SURNAMES,
    is_alias,
    is_foreign,
    is_han_name,
    is_lone_name,
    is_mixed_name,
    is_nickname,
    is_outlet,
    is_pen_name,
    is_spelt_as,
    is_unlike_words,
)

_MATERIAL: Final = ("图片", "圖片", "照片", "数据", "數據", "素材", "视频", "音频", "题图", "配图", "头图", "插图", "图表", "封面", "图像", "圖像", "影像", "影片", "漫画", "漫畫", "插画", "插畫")
_MATERIALS: Final = "|".join(_MATERIAL)
_OF_OTHERS: Final = "".join(f"(?<!{word})" for word in ("的", "注明“", "註明「", "注明\"", "注明", "註明", "標明", "标明", *_MATERIAL))
"""What a label of a source must not follow: it is that of a picture, or the house's own rule."""
_WORK: Final = r"《[^《》]{1,24}》(?:\s?(?:(?:19|20)\d\d年)?第?\s?\d{1,4}期)?"
"""《史海》2012年第8期: the issue is no part of the name."""
_SOURCE: Final = re.compile(
    rf"{_OF_OTHERS}(?:(?:来自|來自)(?=[\u4e00-\u9fff]{{2,10}}(?:报|報|网|網|社|台|刊))(?P<from>[^\s|｜]{{2,14}})|(?:来源|來源|稿源|出处|出處|出典|출처|轉載自|转载自|转贴自|轉貼自|转自|轉自|摘自|选自|選自|(?<=[转轉摘]自)微信公众号|转自公众号|(?<![{HAN}])(?:(?:转发|轉發|[出引录錄])自|[信文]源|(?:转载|轉載)(?=[于於]))(?=[于於]?\s*[:：])|(?:来自|來自)(?=\s*[:：/／|｜]|(?:微信)?公众号\s?[:：“])|(?:原载|原載)(?=[:：《“])|(?<![A-Za-z])Source(?=\s?[:：]))(?:于|自)?\s*(?:[:：|｜丨/／]|\s(?=\S)|(?=[《“]|(?:微信)?公众号\s?[:：“]))\s*(?:(?:微信)?(?:公众号|订阅号)\s*[:：“\"「])?[\[【“\"]?\s*(?:《(?![^《》]{{1,24}}》))?(?![{HAN}]{{2,6}}\s*[:：])"
    rf"(?P<name>[A-Z][\w.&'-]+(?: [A-Z][\w.&'-]+){{1,4}}|[\uac00-\ud7a3]{{2,10}}(?: [\uac00-\ud7a3]{{2,10}}){{0,2}}|{_WORK}(?=$|[^{HAN}\w])|(?:[^\s|｜│\[\]【】《》；;，,。:：”\"()（）]|《[^\s《》]{{1,20}}》){{2,30}}(?:[(（][^\s()（）]{{1,16}}[)）](?:[{HAN}]{{0,14}}(?:公司|集[团團]|中心|[学學][院校会會]|[协協][会會]|大[学學]|研究[院所]|[医醫]院|[银銀]行|[分支][社局行院校]))?)?))"
)
_OFFICE_SOURCE: Final = re.compile(
    rf"(?:(?:供稿|来稿|來稿|报送|報送|投稿|发布|發布|發佈|撰稿|组稿|发稿|發稿|来源|來源|(?:资料|資料)?提供|刊[发發登])(?:单位|單位|机构|機構|机关|機關|部门|部門|[处處][室所]|科室)|(?:信息|資訊|资料|資料|稿件)提供者?|供稿)\s*[:：/／|｜丨]\s*(?P<name>[{HAN}A-Za-z·（）()]{{2,30}})"
)
"""Who an office's site says has sent it in."""
_OF_OFFICE: Final = re.compile(rf"\s(?P<name>[{HAN}]{{2,4}})(?=$|[\s、])(?<!摄影)(?<!撰稿)")
"""Who of the office has: 急诊科 夏阳."""
_TAKEN: Final = re.compile(
    rf"(?:(?:本文|文章|原文|此文|本稿)(?:首[发發](?:[于於]|表[于於])(?=《|[{HAN}]{{1,9}}[报報网網社刊])|原载于?|來源於|来源于|转自|轉自|摘自|转载自|轉載自|转贴自)|本文(?:来自|來自)(?=[^的位名]{{2,10}}(?:[，,。；;\s)）《(（]|$))|(?:^|[(（])(?:转载自|轉載自|转自|轉自|摘自|摘编自|摘編自|据|據|原载于?|原載[于於]?)(?=《?[{HAN}]{{1,9}}[报報网網社刊](?:客户端)?》?(?:[消信]息|报道|報導|[电電讯訊])?(?:[)）]|$)))\s*《?(?P<name>[{HAN}]{{2,12}}|[A-Z][\w.]+|\d\d[{HAN}]{{1,8}})"
)
"""A source in running words: 本文来源于新华社, （转载自江城晚报）, （据江城社电）."""
_TAKEN_SIGN: Final = re.compile("[本原此]文|文章|本稿|(?:^|[(（])[转轉摘据據原]")
_IN_BRACKETS: Final = re.compile(rf"[(（](?P<name>[{HAN}]{{2,10}})[)）]\W?$")
"""（江城晚报） at the end of a text."""
_WIRED_FROM: Final = re.compile(rf"[(（]据(?P<name>[{HAN}]{{2,5}}?[社报報网網])[{HAN}、]{{2,8}}\d{{1,2}}月\d{{1,2}}日[电電讯訊][)）]$")
"""（据江城社海口8月5日电）."""
_OF_PAPER: Final = re.compile(rf"[(（]?《\s?(?P<name>[{HAN}]{{2,10}}[报報刊])\s?》\s?[(（]?\s?(?:19|20)\d\d年")
_FIRST_IN: Final = re.compile(r"(?:(?:^|\b)(?:[Tt]his|[Tt]he|[Aa]) (?:article|story|piece|column|essay|post|report|interview|review|version of this \w+)(?: (?:was|has been))? |(?:^|[(|] ?)(?=[FO]))(?:[Ff]irst|[Oo]riginally) (?:appeared|published|printed|posted|ran) (?:in|on|by|at) (?:the )?(?P<name>(?:The )?[A-Z][\w&'’-]+(?: [A-Z][\w&'’-]+){0,4})(?=$|[.,](?:\s|$)|\s(?:on|in)\s)")
"""This story first appeared in Haimen Daily."""
_SOURCE_SIGN: Final = re.compile("[源自载載据據]|出[处處典]|首[发發]|출처|Source|(?:irst|iginally) [apr]")
_POSTED_BY: Final = re.compile(rf"(?<![{HAN}])(?:发布|發布|發佈|上传|上傳|信息发布)[者人]\s*[:：]\s*(?P<name>[{HAN}]{{2,20}}(?:政府|委员会|委員會|[办辦]公室|中心|大[学學]|[学學][院校]|公司|[协協][会會]|[医醫]院|法院|[检檢]察院|管委[会會]|[^王李张張刘劉陈陳]..[局厅廳处處科部委]))(?=$|[\s|｜])")
"""An office that has put a page on its site, where the label may name a person too."""
_OF_MEDIA: Final = re.compile(rf"(?<![{HAN}])(?:(?:报道|報道|報導|发布|發布|來源|来源|刊[载登發发載]|原[载載]|首[发發])?(?:媒体|媒體|[报報]刊)|首[发發])\s*[:：/／|｜]\s*《?(?P<name>[{HAN}\w·]{{3,16}})》?(?=$|[\s|｜，,；;)）】])")
"""报道媒体：江城晚报: what is named must be an outlet."""
_OFFICE_SIGN: Final = re.compile("[单單]位|机构|機構|机关|機關|部[门門]|提供|供稿|[处處][室所]|科室|[布佈传傳][者人]")
"""Any label of the above has one of these; most lines have none."""
_AUTHOR_BARE: Final = re.compile(rf"(?:^|[|｜\s(（【\[])(?:(?:(?:本报|本報|本刊|本网|本網)?(?:特约|特約|首席)?(?:评论员|評論員)|作者|撰文|特?约?撰稿人?|文[/／]?[图圖]|By)\s(?P<names>[{HAN}·]{{2,8}}(?:[\s、][{HAN}]{{2,7}}){{0,2}}|(?<!By\s)[A-Z][a-z]+(?: [A-Z][A-Za-z'’-]+){{1,2}})|(?<![{HAN}]\s)(?<![|｜丨/／])文\s(?P<one>[{HAN}·]{{2,8}}))(?=$|[\s|｜)）】\]])")
_WRITTEN: Final = re.compile(rf"(?:^|[\s(（【〔])(?:編譯|编译|[編编]輯)?(?P<names>[{HAN}]{{2,4}}(?:[、\s][{HAN}]{{2,4}}){{0,3}})(?:(?:\s?[/／╱]\s?(?:(?:文|撰[文稿]|[採采][訪访](?:撰[文稿])?|[編编][譯译])(?=$|[\s/／)）图圖])|[{HAN}]{{2,6}}(?:報導|报道)|(?:[综綜]合)?外[电電](?![{HAN}]))|\s?[|｜丨·•]\s?文(?=$|\s[{HAN}\d])))")
"""夏阳/文, 【潘韻如╱台北報導】."""
_WRITES: Final = re.compile(rf"(?:^|[\s□■○●◎◇◆▲△(（【\[])(?P<names>[{HAN}]{{2,4}}(?:[、\s][{HAN}]{{2,4}}){{0,2}})\s(?:文(?=[)）】\]]?$|\s[{HAN}]{{2,4}}\s(?:摄|图|攝|圖|摄影|攝影|绘|漫画)[)）】\]]?$)|文\s?[/／、]?\s?[图圖摄攝](?![{HAN}/／:：])|发自[{HAN}]{{2,6}}(?=$|\s)|(?P<told>报道|報道|報導)(?=$|\s))")
"""夏阳 文 苏文 摄, 夏阳 文/图, 夏阳 发自北京, 夏阳 报道."""
_GLUED: Final = re.compile(rf"(?:^|[|｜\s])(?:本文)?(?:作者|撰文|撰稿|撰写|撰寫|[Bb][Yy])(?P<names>[{HAN}]{{2,4}})(?=$|[\s|｜])|^作者[简簡]介\s?[:：]\s?(?P<one>[{HAN}]{{2,4}})(?=[，,])")
"""作者夏阳, 作者简介：夏阳，江海大学教授."""
_POSTED: Final = re.compile(rf"(?:[日\d]|^(?:发表于|發表於).{{0,24}})\s(?:由|by)\s(?P<names>[A-Z][\w'’-]+(?: (?!Leave|Share|Comment|In\b|Filed|Posted|Updated|Tag|Categor|No\b)[A-Z][\w.'’-]+){{1,2}}|[{HAN}\w·]{{2,12}})(?=$|\s)|^(?:网友[:：]\s?|[\[【](?:楼主|樓主|博主|网友)[\]】]\s?)?(?P<before>[{HAN}\w·]{{2,12}})\s(?:发表于|發表於|发布于|發佈於)\s?[:：]?\s?\d|本文由\s?(?P<given>[{HAN}\w·]{{2,12}}?)\s?(?:授权|授權|原创|撰写|投稿)")
"""How boards and blogs name who posted it."""
_SIGNED: Final = re.compile(
    rf"(?:[(（]|本文)作者(?:简介\s?[:：])?\s?(?P<names>[{HAN}]{{2,4}}?)(?:[，,、)）\s]|(?=[系为為是]))|[，,]\s?作者\s?[:：]?(?P<last>[{HAN}]{{2,4}})[)）]?$|[(（](?P<self>[{HAN}]{{2,4}})[，,]\s?(?:本文)?作者[系为為是]|^[(（](?P<given>[{HAN}]{{2,4}})[，,] ?[{HAN}]{{4,20}}(?:教授|研究[员員]|[学學]者|博士生?|[讲講律教][师師]|[评評][论論][员員]|媒[体體]人|作家|院[长長]|所[长長])[)）]$|(?:^|[\s□■◎○●◇◆△▲])(?P<before>[{HAN}]{{2,4}}) ?[(（](?:本文)?作者(?:[系为為是]|[单單]位)|作者[系为為是][{HAN}、]{{2,20}}?(?:教授|研究员|研究員|学者|學者|律师|律師|记者|記者|主任|博士|评论员|撰稿人|院长|所长|作家)\s?(?P<one>[{HAN}]{{2,4}})(?=$|[)）。])|日[电電]\s?[(（](?P<wire>[{HAN}]{{2,4}}(?:[、\s][{HAN}]{{2,4}}){{0,3}})[)）]"
)
"""（作者夏阳，系江海大学教授）."""
_SIGNATURE: Final = re.compile(
    rf"(?!.{{0,8}}(?:编|編|责|責|摄|攝|审|審|校|译|譯|监|監|制|图|圖|主[持编編笔]|设计|策划|指导|辅导))\W{{0,2}}(?P<who>[{HAN}]{{0,8}}(?:市民|读者|讀者|居民|村民|网友|教师|老师|学生|职工|工人|农民|业主|志愿者|律师|医生|干部|记者|記者|通讯员|作者|笔者|[省市县区镇村校])|[{HAN}\d（）()]{{2,14}}(?:[校学班院所局部社司厂队站店馆]|中心|协会)(?=\s)|[{HAN}]{{2,4}}(?=\s))?\s?[:：]?\s?(?P<name>[{HAN}·]{{2,8}})(?:\s?(?:摄影|图文|文图|文/图)?(?:报道|報導|摄|撰文|撰))?\s?(?:[(（][{HAN}、，\s]{{2,20}}[)）]|[)）])?\W?"
)
"""市民 夏阳, （江海 夏阳）, a bare name: what closes a letter or an essay."""
_SIGNED_BY_TWO: Final = re.compile(rf"[(（](?P<who>[{HAN}\d（）()]{{2,14}}(?:[校学班院所局部社司厂队站店馆科处]|中心|协会))\s(?P<names>[{HAN}]{{2,4}}\s[{HAN}]{{2,4}})[)）]")
"""（江海中学 夏阳 苏文）."""
_REPORTER: Final = re.compile(
    rf"(?:(?:^|[\s(（【〔\[［〖／/|｜丨·□■◎⊙●○◆▲：:》】〕。！？”])(?:[{HAN}]{{0,10}}?(?:客户端|全媒体|融媒体?|媒体|在线|在線|卫视|衛視|广播|廣播|报|報|网|網|刊|社|台|臺|新闻|新聞|财经|財經|周刊|週刊|电|电讯|讯|訊|本站|职工|实习|實習|见习|見習|特约|特約|特派|首席|驻\S{{1,6}})|(?<![^\s(（【|｜])[{HAN}]{{2,4}}(?=[记記]者(?:\s|[{HAN}]{{2,4}}\d{{1,2}}[月日])))?\s*)"
    rf"(?P<role>记者|記者|通讯员|通訊員|特派员|特派員|实习生|實習生)(?P<gap>[\s】]*)(?P<names>{PEOPLE})(?P<wired>(?:\d{{1,2}}月)?\d{{1,2}}日(?:[专專]?[电電]|[{HAN}]{{2,8}}?(?:报道|報道|報導|[专專]?[电電])))?(?(wired)|(?=[\s)）】〕〗\]］／/╱，,、。报報摄攝发发整|｜]|$))"
)
_END: Final = re.compile(
    rf"[(（【\[](?:文|图文|作者|记者|記者|通讯员|实习生|撰稿|本报记者|本報記者|[{HAN}]{{2,8}}记者|[{HAN}]{{2,12}}(?:[部科处處室局院委站队隊办系]|中心|公司|街道|学校|小学|中学)(?=\s))?\s*[:：]?\s*(?P<names>[{HAN}]{{2,4}}?(?:[、，, ][{HAN}]{{2,4}}?){{0,4}})\s*(?P<told>报道|報道|報導)?[)）】\]]$"
)
_EDITOR_BARE: Final = re.compile(rf"(?:^|[|｜\s])\W{{0,2}}(?:责任|責任|本期|值班|执行|网络|(?!图片|摄影|视频|美术|版式)[{HAN}]{{2}})?(?:编辑|編輯|责编|責編)\s(?P<names>[{HAN}]{{2,4}}(?:\s[{HAN}]{{2,4}}){{0,6}})(?=$|\s?[|｜)）\]])")
_EDITOR_BOXED: Final = re.compile(rf"[(（\[【〔]\s?(?:责任|責任)?(?:编辑|編輯|责编|責編)\s(?P<name>[{HAN}]{{2,6}})\s?[)）\]】〕]")
"""【责任编辑 大胡子】."""
_EDITED: Final = re.compile(rf"[(（\[【]\s*(?P<names>[{HAN}]{{2,4}}(?:[、 ][{HAN}]{{2,4}}){{0,2}})\s*(?:编辑|編輯|责编|编译)\s*[)）\]】]")
_EDITED_BY: Final = re.compile(r"[;；,(（]\s?edit(?:ed|ing) by (?P<names>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]+){0,2})\s?[)）.;]*$")
"""(Reported by Nina Ge; edited by Sara Okafor)."""
_OF_PICTURES: Final = "(?i:(?:photo(?:graph)?|picture|image|illustration|video|edit|translat|design)[a-z]*)\\b"
_LATIN_NAME: Final = rf"(?!(?i:the|a|an|our|its|all|his|her|their|my|your|no)\b)[A-Z][\w.'’-]*(?:\s+(?!{_OF_PICTURES})[A-Z][\w.'’-]+){{1,3}}"
_BY: Final = re.compile(r"(?:^[(（\[]?|(?<=\d\s)|(?<=[AP]M\s)|(?<=[|·] ))(?:[Bb]y|Written by|Posted by|Author:?|Story by|Reported by)\s*:?\s+(?P<names>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,3}(?:\s[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff]))?(?:(?:,|(?:\sin(?:\s[A-Z][\w'’-]+){1,3})?\s+and|\s*&)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}){0,4})(?=$|\s?[,|·•/(;)）\]]|\s[-–—|]|\s(?:\w+ )?(?:\d|Updated|Published)|\s(?:in|for)\s[A-Z]|\son\s[A-Z\d]|\s(?:and|with)\s(?:(?:news |wire )?agenc(?:y|ies)|wires?\b|staff\b))")
_BY_WORDS: Final = re.compile(
    rf"(?:^(?:[(（\[]|[—–-]{{1,2}}\s)?|(?<=\d\s)|(?<=[AP]M\s)|(?<=[|·] ))(?:(?:Words|Text|Story|Article|Report|Analysis|Review|Essay|Feature|Interview|Opinion|Commentary|Column|Perspective|Profile|Dispatch|Compiled|Reporting|Prepared|Penned|Contributed)(?:\s(?:and|&)\s(?:[Pp]hoto(?:graph|graphy)?s?|[Pp]ictures?|[Ii]mages?|[Vv]ideos?|[Ii]llustrations?))?\s[Bb]y:?|(?:Words|Text)\s?:|BY:?)\s+"
    rf"(?P<names>{_LATIN_NAME}(?:(?:\sin(?:\s[A-Z][\w'’-]+){{1,3}})?(?:,|\s(?:and|AND)|\s*&)\s+{_LATIN_NAME}){{0,4}})(?=$|\s?[,|·•/(;.)）\]]|\s[-–—|]|\s\d|\s(?:in|for|on)\s[A-Z\d]|\s(?:and\s)?{_OF_PICTURES})"
)
"""Words by Nina Ge · Pictures by Sara Okafor; BY NINA GE: words that begin headlines too, so that it takes two for a name."""
_WRITERS: Final = (
    (_REPORTER, re.compile("记者|記者|通[讯訊]|特派|[实實][习習]")),
    (_AUTHOR_BARE, re.compile("(?:By|作者|撰文|撰稿人?|文|[员員图圖])\\s")),
    (_WRITTEN, re.compile("[/／╱|｜丨·•]\\s?[文撰採采編编]|[報报][導道]|外[電电]")),
    (_WRITES, re.compile("\\s(?:文|发自|[报報][道導])")),
    (_POSTED, re.compile("由|by|[发發][表布佈][于於]")),
    (_SIGNED, re.compile("作者|日[电電]|^[(（][\u4e00-\u9fff]{2,4}[，,]")),
    (_GLUED, re.compile("作者|撰|[Bb][Yy]")),
    (_BY, re.compile("[Bb]y|Written|Posted|Author|Story|Reported")),
    (_BY_WORDS, re.compile("\\bby:? |By|BY|Words|Text")),
)
"""How writers are named, each with a sign that a line must have."""
_ROLE_WORD: Final = re.compile(rf"(?:[{HAN}·]{{0,10}}?(?P<photo>摄影|攝影|图片|美术)?)(?:记者|記者|通讯员|通訊員|实习生|實習生|报讯员)(?=$|[{HAN}]{{2,4}}$)")
"""见习记者 among names, or right before one."""
_OFFICE: Final = re.compile("(?:[部处處科室院系办辦]|工[会會]|[团團党黨][委]|协会|協會|中心|委员会|办公室|大队|支队)$")
"""Whose a writer is: 学工部 李光."""
_BUREAU: Final = re.compile(f"[{HAN}]{{2,12}}[处處局馆館厅廳科]")
"""Who signs for an office: 县文化馆."""
_POST: Final = re.compile("...(?:[长長师師]|主任|书记|書記|教授|研究员|研究員|学者|學者|律师|专家|專家|董事|总经理|干事|博士|会员|會員|[级級班])$")
"""What a writer is: 骨科副主任医师 夏阳."""
_TOWN: Final = re.compile("(?<=..)(?:[台臺][北中南東]|高雄|花蓮|桃園|新[北竹]|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|基隆|澎湖|金門|北京|上海|香港|澳[门門]|[广廣]州|深圳|天津|重[庆慶]|南京|武[汉漢]|成都|西安|杭州|沈[阳陽]|[济濟]南|[东東]京|首[尔爾]|[纽紐][约約]|[伦倫]敦|巴黎|[华華]盛[顿頓]|洛杉[矶磯]|[旧舊]金山|多[伦倫]多|[温溫]哥[华華]|悉尼|雪梨|新加坡|吉隆坡|曼谷|莫斯科|柏林|日[内內]瓦|布[鲁魯]塞[尔爾])$")
"""Where a wire is from: the cities in which papers keep people."""
_HOW: Final = re.compile("(?<=..)(?:[連连][線线]|[聯联]合|[綜综]合|[專专][題题]|即[時时]|[獨独]家|[現现][場场])$")
"""How it is reported: 魯真連線報導."""
_WIRED: Final = re.compile("[一二三四五六七八九十]{1,3}日[专專]?[电電]$")
"""The day of a wire where papers write numbers as words."""
_TODAY: Final = re.compile("(?<=..)(?:今[天日晨晚]|昨[天日晨晚]|近日|日前|前天)")
"""The first word of a text that stands right behind who wrote it."""
_CITY: Final = re.compile(rf"[(（][{HAN}]{{2,4}}[)）]$")
"""北京晚报(北京)."""
_UNSURE: Final = (_GLUED, _AUTHOR_BARE, _WRITTEN, _WRITES, _SIGNED)
"""Words that stand by other words than names too."""
_ACCOUNT: Final = re.compile("[a-z][a-z_.-]*\\d*")
"""Under what name a page was put on its site: it counts where nobody signs."""
_DATED: Final = re.compile(r"(?:[\s,]+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Updated|Published|Posted|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?)+$")
_OUTLET: Final = re.compile(r"\b(?:Daily|News|Times|Post|Press|Xinhua|Reuters|AFP|AP|Bloomberg|Journal|Agency|Network|Online|Tribune|Herald|Staff|Magazine|Media|Editor|Reporter|Writer|Correspondent|CNN|BBC|NPR|NBC|CBS|ABC)$", re.I)


_RUN_ON: Final = re.compile(
    rf"(?P<label>(?:图片|摄影|文字|责任|責任|实习|实習|值班|执行|网络|網路|網絡|本文|本期|见习|美术|视频|总|總|版面|新媒体|核稿|审稿)?(?:作者|编辑|編輯|责编|責編)|(?:文章|本文|稿件|信息|新闻|原文|内容|资料|{_MATERIALS})?(?:来源|來源)|(?:点击|點擊|浏览|瀏覽|阅读|閱讀)(?:次数|次數|数|數|量)?|评论|評論|字号|字號|校对|校對|审核|審核|"
    r"采写|撰文|撰稿|摄影(?:报道)?|攝影(?:報導|報道)?|(?:发布|發布|發佈|更新|发表|發表|上传|录入)?(?:时间|時間|日期)|(?:摄影|攝影|摄像|图片|圖片|视频|文字)?记者|通讯员)(?=\s*[:：])"
)

_TAIL: Final = re.compile(r"[·•]?(?:记者|記者)$|[(（](?:微信|公众|微博|[Ii][Dd]|记者|作者|编辑|通讯员).*$|(?<=[\u4e00-\u9fff》])[\s(（]*(?:19|20)\d\d(?:年|[-/.]\d).*$|第?[A-Z]?\d+版$|(?<=[社报報网網])(?:专?[电電讯訊]|消息|报道|報道|報導)$|(?:浏览|瀏覽|点击|點擊|阅读|閱讀)(?:次数|次數|数|量)?$|(?<=[A-Z])/[a-z]{1,3}(?:\([a-z]{1,3}\))?$")
"""What runs on behind the name of a source."""
NO_SOURCE: Final = re.compile(
    "(?:本|我|其)[站网網报報刊文社校院局](?:原创|原創|讯|訊|记者|記者|综合|編輯|编辑|整理|专稿|訊息|信息)?(?![\u4e00-\u9fff])|(?:综合|綜合|网络|網路|網絡|互联网|互聯網|网友|原创|原創|转载|轉載|整理|编译|其他|其它|佚名|投稿|独家|不明|自媒体)(?:来源|整理|整合|综合|转载|资料|提供|投稿|报道|消息|编辑|上传|推荐|爆料|自|网络|網路|網絡|互联网)*$|(?:[编編][译譯]\\W?)?(?:[综綜]合)?外[电電](?:[报報][导導道])?$|"
    "作者|时间|時間|日期|发布时|编辑|編輯|责任|点击|點擊|浏览|瀏覽|阅读|(?:评论|評論|分享|收藏|打印|列印|点赞|點讚|點贊)$|字号|记者|記者|未知|不详|本站|http|我来|我來|我有|我要|手机|手機|查看|进入|本文|该|于|(?:admin|管理员)$"
)
"""What a label of a source has behind it that is no name of one."""

_LABEL_END: Final = re.compile("[者辑輯编編源击擊覽览读讀论論号號對对核写文稿影间間期员数數量]\\s*[:：]")
"""What ends each label of the above: it costs a twentieth to look for."""


_BOXED: Final = re.compile(rf"[\[【]\s?(?P<label>[{HAN}]{{2,4}})\s?[\]】]\s?(?=[:：])")
"""[来源]：."""
_BOXED_LABEL: Final = re.compile(rf"[\[【]\s?(?P<label>(?:本文)?作者|撰文|撰稿|文|本[报報网網]记者|记者|記者|通讯员|通訊員|来源|來源|稿源|(?:责任|責任)?(?:编辑|編輯)|责编|責編)\s?[\]】]\s?(?=[{HAN}A-Z《])")
"""【作者】夏阳."""


MARKS: Final = str.maketrans("∕⁄╱﹕︰∶﹔", "／／／：：：；")
"""Forms of slash and colon that papers of Taiwan and Hong Kong print."""


def spaced(text: str) -> str:
    """A line with a blank before each label: the margins of a page stand for none in its text."""
    text = text.translate(MARKS)
    if "y " in text:
        text = _BY_PAPER.sub(r"\1 | ", text)
    if "】" in text or "]" in text:
        text = _BOXED_LABEL.sub(r" \g<label>：", text)
    if ":" not in text and "：" not in text:
        return text
    if "]" in text or "】" in text:
        text = _BOXED.sub(r" \g<label>", text)
    return _RUN_ON.sub(_part, text) if _LABEL_END.search(text) else text


_BY_PAPER: Final = re.compile(r"(By (?:[A-Z][\w'’-]+ [A-Z][\w'’-]+(?:, | and | & ))*[A-Z][\w'’-]+ [A-Z][\w'’-]+) (?=(?:[A-Z][\w.]+ ){1,3}(?:Daily|Times|News|Post|Herald|Journal|Tribune|Today|Gazette|Express|Agency|Observer)\b)")
"""A paper's name right behind those of its writers."""
_BEFORE_LABEL: Final = re.compile(rf"(?!的)[{HAN})）》\d]")


def _part(found: re.Match[str]) -> str:
    return f" {found['label']}" if _BEFORE_LABEL.match(found.string, found.start() - 1 if found.start() else len(found.string)) else found["label"]


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
            if name := _outlet(match["name"] or posted or ""):
                return name
    return ""


def medium(lines: Iterable[str]) -> str:
    """The outlet behind the first label of media: 报道媒体：江城晚报."""
    return next((found["name"] for text in lines if ("媒" in text or "刊" in text or "首" in text) and (found := _OF_MEDIA.search(text)) and is_outlet(found["name"])), "")


def _outlet(name: str) -> str:
    """The name of a source without what runs on behind it; "" where it is none."""
    name = re.sub(r"\s(?:Published|Updated|Editor|Author|By|Views?|Hits|Home|Print|Comments?)$", "", name.strip("·-—–|“”\"' "))
    if re.fullmatch(_WORK, name):
        return name[1 : name.index("》")].strip()
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


def source_at_end(ends: Iterable[str]) -> str:
    """The outlet that closes a text in brackets: （江城晚报）, or with the day of its paper: 《江城日报》（2019年05月06日 07版）."""
    ends = list(ends)
    if paper := next((match for text in ends if (match := _OF_PAPER.match(text))), None):
        return paper["name"]
    return next((match["name"] for text in ends if (match := _IN_BRACKETS.search(text) or _WIRED_FROM.search(text)) and is_outlet(match["name"])), "")


_OF_BOOK: Final = re.compile(r"出版社?\s?[:：]\s?(?![\d\s])")
"""作者: 辛夏 出版: 白石文艺出版社 tells of the book that a review is about."""
_NAME_BEFORE: Final = re.compile(rf"\s(?P<name>[{HAN}]{{2,4}})\s(?:见习|見習|实习|實習)?$")
"""倪雨晴岚 实习生 崔海."""
_PICTURE_BY: Final = re.compile(rf"[图圖摄攝影]\s?[/／:：|｜丨]\s?[{HAN}]{{0,6}}$")
"""图/本报记者 夏阳."""
_TOOK: Final = re.compile(r".?\s?(?:[摄攝](?=$|[)）】〕\s])|[/／╱]\s?[摄攝]影(?=$|[)）】〕]))")
"""（记者张三摄）: who took a picture."""
_LABEL_SIGN: Final = re.compile("[:：/／|｜丨＝=・_]|by ")
_EDITS: Final = re.compile("(?:编辑|編輯|责编|責編)\\s?[:：/／|｜丨]")
_TRAINEE: Final = ("实习生", "實習生")
_SENT_IN: Final = ("供稿", "投稿", "报道", "報道", "報導", "图文", "圖文")
"""Labels that may have an office or a headline behind them."""
_NAMED: Final = ("names", "one", "before", "given", "wire", "self", "last")


def authors(lines: Iterable[str], ends: Iterable[str] = ()) -> list[str]:
    """Names after 作者, 记者, 文, 通讯员 or By, in order, without doubles; in `ends` also a bare （张三） that closes a line."""
    found: list[str] = []
    accounts: list[str] = []
    for text in lines:
        if _OF_BOOK.search(text):
            continue
        if _LABEL_SIGN.search(text):
            for credit in credits_of(text):
                if credit.kind == "writer" and not (credit.label.endswith(_TRAINEE) and _EDITS.search(text, 0, credit.start)):
                    named = split_names(_undated(credit.names, text[credit.end :]), is_labelled=True)
                    if (not credit.label.startswith(_SENT_IN) and not credit.label.endswith(SOFT)) or all(map(is_lone_name if credit.label.endswith(SOFT) else _is_name, named)):
                        found += (n for n in named if n not in found)
        for pattern, sign in _WRITERS:
            if not sign.search(text):
                continue
            for match in pattern.finditer(text):
                if pattern is _REPORTER and match["role"] in _TRAINEE and _EDITS.search(text, 0, match.start()):
                    continue
                names = next(value for group, value in match.groupdict().items() if value and group in _NAMED)
                if pattern is _REPORTER and (not _is_reporter(match, text) or _TOOK.match(text, match.end() - 1)):
                    continue
                if pattern is _REPORTER and _PICTURE_BY.search(text, 0, match.start("role")):
                    continue
                if pattern is _REPORTER and (match["wired"] or _WIRED.search(names)):
                    names = _WIRED.sub("", names)
                    names = _TOWN.sub("", names) if _TOWN.search(names) else names[:3] if re.fullmatch(f"[{HAN}]{{5,6}}", names) else names  # 游凱翔台北13日電
                named = split_names(_undated(names, text[match.end() :]) if pattern in (_BY, _BY_WORDS) else names)
                if pattern is _POSTED:
                    named = [names] if is_alias(names) or " " in names else []
                    accounts += (n for n in named if _ACCOUNT.fullmatch(n))
                elif pattern is _GLUED or (pattern is _WRITES and match["told"]):
                    named = named if all(map(is_lone_name, named)) else []
                if pattern is _REPORTER and (first := _NAME_BEFORE.search(text, 0, match.start("role"))) and is_lone_name(first["name"]):
                    named.insert(0, first["name"])
                if pattern in _UNSURE or text[match.start() : match.start("names")].strip().startswith(("图文", "圖文")):
                    named = named if any(_is_name(n) or is_nickname(n) or is_foreign(n.replace(" ", "")) for n in named) else []
                found += (n for n in named if n not in found)
    found = [n for n in found if n not in accounts] or found
    if not found:
        for text in ends:
            if (end := _END.search(text)) and not _EDITED.search(text):
                names = split_names(end["names"])
                if all(map(is_lone_name if end["told"] else is_han_name, names)):
                    found += (n for n in names if n not in found)
    return found


def _is_name(word: str) -> bool:
    return is_han_name(word) or is_mixed_name(word) or (_BLANK_IN.sub("", word) != word and not _OUTLET.search(word))


_BLANK_IN: Final = re.compile(rf"(?<=[a-z.]) (?=[A-Z]|[{HAN}]{{2,4}}$)")
"""The blanks of a name in Latin letters."""


def _undated(names: str, after: str) -> str:
    """Names in Latin letters without the day or month that their pattern took for one."""
    return _DATED.sub("", names) if re.match(r"[\s,]*(?:\d|[A-Z][a-z]{2,8}\.?\s\d)", after) else names


_ENDED: Final = re.compile("[。！？”图圖文]\\s?$")
"""What stands in front of those who sign a text in its last line."""


def _is_reporter(match: re.Match[str], text: str) -> bool:
    """Whether the words after 记者 are names: in brackets they are; in running text, as 记者离开时，镇里, only what can be one, and no comma after it."""
    if text[match.start()] in "。！？”" and match.end() < len(text) - 1:
        return False  # a sentence of the text
    first = re.split(r"[、，,;；/／&\s]+", match["names"])[0]
    first = _TODAY.split(first)[0]
    told = first.endswith(("报道", "報道", "報導")) and match.end() >= len(text) - 1
    first = re.sub("(?:报道|報道|報導|摄影|攝影|摄|攝|专电|專電|电|發自.*|发自.*)$", "", first)
    if told and is_lone_name(named := _TOWN.sub("", first)):
        first = named  # 魯真雪梨報道
    elif told and 5 <= len(first) <= 7 and is_lone_name(first[:3]):
        first = first[:3]  # 黎曉筠屋崙報導
    if text[match.start()] in "(（【〔[［〖" or match["wired"]:
        return len(first) > 2 or bool(match["gap"]) or is_han_name(first)
    is_running = len(text) > 40
    if not is_han_name(first) and not is_mixed_name(first) and (is_running or not match["gap"]) and not first.isascii() and "·" not in first:
        return match.end() == len(text) and bool(match["gap"]) and _ENDED.search(text, 0, match.start() + 1) is not None and any(map(is_han_name, match["names"].split()))
    after = text[match.start("names") + len(first) :]
    return not (is_running and re.match(r"[，,](?!\s?(?:本报|见习|实习)?(?:通讯员|记者|实习生|摄影))", after))


_DASHED: Final = re.compile(rf"[—–―-]{{1,2}}\s?(?P<name>{_LATIN_NAME})(?:\s(?P<han>[{HAN}]{{2,4}}))?")
"""— Winnie Cheung 張思慧."""
_QUOTED: Final = tuple("”\"」』")


def signature(lines: Iterable[str], before: str = "") -> list[str]:
    """The name that closes a letter or an essay, on a line of its own below `before`."""
    for text in lines:
        if text[0] in "—–―-" and len(text) < 50 and (dashed := _DASHED.fullmatch(text)) and not _OUTLET.search(dashed["name"]) and not before.endswith(_QUOTED) and (not dashed["han"] or is_han_name(dashed["han"])):
            return [text.lstrip("—–―- ")]
        if len(text) < 20 and (found := _SIGNATURE.fullmatch(text)) and is_lone_name(name := found["name"]) and (found["who"] or text[0] in "(（" or len(name) > 2):
            return [name]
        if len(text) < 30 and (found := _SIGNED_BY_TWO.fullmatch(text)) and all(map(is_lone_name, names := found["names"].split())):
            return names
    return []


_OWNER: Final = re.compile(rf"\W{{0,2}}(?:本?博主|博客(?:作者|主人)|部落格作者|版主)(?:昵称|暱稱|姓名)?\s?[:：]\s?(?P<name>[{HAN}\w·]{{2,12}})(?=$|[\s|｜，,(（])")
"""博主：夏阳, beside or below the text of a blog."""


def owner(lines: Iterable[str]) -> list[str]:
    """Who a page's lines say it belongs to, where a blog names its writer beside or below the text: 博主：夏阳. None where they name several."""
    found = {match["name"] for text in lines if "主" in text[:6] or "作者" in text[:8] for match in (_OWNER.match(text),) if match and is_alias(match["name"])}
    return list(found) if len(found) == 1 else []


def editors(lines: Iterable[str]) -> list[str]:
    """Names after 责任编辑, 编辑 and the like."""
    found: list[str] = []
    for text in lines:
        if "编" not in text and "編" not in text and "dit" not in text and "选稿" not in text:
            continue
        named = [n for credit in credits_of(text) if credit.kind == "editor" for n in split_names(credit.names, is_editor=True, is_labelled=True)]
        named += (n for match in _EDITED.finditer(text) for n in split_names(match["names"], is_editor=True))
        found += (n for n in dict.fromkeys(named) if n not in found)
        if not found and (closing := _EDITED_BY.search(text)):
            found += split_names(closing["names"], is_editor=True)
        if not found and (boxed := _EDITOR_BOXED.fullmatch(text)) and is_alias(boxed["name"]):
            found.append(boxed["name"])
        if not found and (bare := _EDITOR_BARE.search(text)):
            found += (n for n in split_names(bare["names"], is_editor=True) if n[0] in SURNAMES and n not in found)
    return found


def _unglued(run: str) -> list[str]:
    """The names that a run of characters before 報道 begins with: 郭曉東台北, 李光北京, 馮志明陳佩詩香港."""
    if len(run) == 4 and (run.startswith(COMPOUND) or not _TOWN.search(run)):
        return [run]
    named = _TOWN.sub("", run)
    cut = [named[at : at + 3] for at in range(0, len(named), 3)]
    if len(cut) > 1 and len(cut[-1]) == 3 and is_han_name(cut[0]) and all(map(is_lone_name, cut[1:])):
        return cut
    if len(named) == 4 and named != run and (named.startswith(COMPOUND) or is_lone_name(named)):
        return [named]
    return [named[:3]]


_PROFESSION: Final = re.compile(rf"(?P<name>[{HAN}]{{2,4}}?)(?:副?(?:教授|主任|研究[员員])|律[师師]|博士|[医醫](?:[师師]|生)|法官|[检檢]察官|老[师師]|[编編][辑輯])")
"""季明律师: what a writer is, right behind the name."""
_BLANK: Final = "\ue1ff"
"""Stands for a blank inside a name while a list is cut at blanks."""
_PARTS_OF_NAME: Final = re.compile(rf"(?:(?P<before>(?<![{HAN}])[{HAN}]{{2,4}})\s(?={LATIN_RUN}))?(?P<latin>{LATIN_RUN})(?:\s(?P<after>[{HAN}]{{1,4}})(?![{HAN}·A-Za-z]))?")
_SIGN: Final = re.compile("[、，,;；/／&]")


def _held(names: str) -> str:
    """A list of names with those in Latin letters or in both scripts held together: 郝立 Anna 许, 容小曼、Filipe Xavier."""
    if not _CAPITAL.search(names):
        return names
    is_cut = _SIGN.search(names) is not None
    return _PARTS_OF_NAME.sub(lambda found: _one_name(found, is_cut), names)


_CAPITAL: Final = re.compile("[A-Z]")


def _one_name(found: re.Match[str], is_cut: bool) -> str:
    before, latin, after = found["before"] or "", found["latin"], found["after"] or ""
    if after and ((len(after) == 1 and after in SURNAMES) or (is_han_name(after) and (is_spelt_as(latin, after) or (is_cut and " " in latin)))):
        name, after = f"{latin} {after}", ""
    elif before and not after and is_han_name(before) and is_spelt_as(latin, before):
        name, before = f"{before} {latin}", ""
    else:
        name = latin
    return " ".join(part for part in (before, name.replace(" ", _BLANK), after) if part)


def split_names(names: str, is_editor: bool = False, is_labelled: bool = False) -> list[str]:
    """Single names of a list of names; words that are no names end the list."""
    if re.search(f"[{HAN}]", names):
        names = _held(names)
        cut = re.split(rf"([、，,;；/／&\s]+|(?<=[{HAN}]{{2}})[和与與](?=[{HAN}]{{2}}))", names)
    else:
        cut = re.split(r"(\s*(?:,|&|\band\b)\s*)", names)
    parts, signs = cut[::2], ["", *(sign.strip() or " " for sign in cut[1::2])]
    kept: list[str] = []
    for at, part in enumerate(parts):
        if "·" in part and is_outlet(part.partition("·")[0]):
            continue  # 江城晚报·江城号
        if _BLANK in part or is_mixed_name(part):
            if is_outlet(part) or _OUTLET.search(part):
                break
            kept.append(part.replace(_BLANK, " "))
            continue
        part = _TODAY.split(re.sub(r"\s(?:(?:Editor|Reporter|Photographer|Published|Updated)s?|(?:in|[Ff]or|FOR)\s[A-Z].*)$", "", part.strip("·•. 丨■□")))[0]
        of_role = bool(kept) and _ROLE_WORD.fullmatch(parts[at - 1]) is not None
        if role := _ROLE_WORD.match(part):
            if is_editor or role["photo"]:
                break
            part = part[role.end() :]
            of_role = of_role or bool(part)
        if (wired := re.search("(?:报道|報道|報導|专电|專電|讯|訊)$", part)) and not of_role and (kept or part[0] not in SURNAMES):
            if kept and signs[at] == "、":  # 李光、王芳报道; 李光 江海、北京报道
                if is_lone_name(named := _HOW.sub("", _TOWN.sub("", part[: wired.start()]))):
                    kept.append(named)
                elif len(kept) > 1 and len(kept[-1]) == 2:
                    kept.pop()
            break
        if len(part) > 2 and re.search(f"[{HAN}]", part):
            whole = part
            if len(part) == 4 and part.startswith(COMPOUND):
                kept.append(part)
                continue
            part = re.sub(r"(?:报道|報道|報導|摄影|攝影|摄|攝|/|(?<=...)文|图|撰文|发自.*|专电|電|电|编译|编譯|(?<=..)[译譯])$", "", part)
            if len(part) > 3 and whole.endswith(("报道", "報道", "報導")):
                *before, part = _unglued(part)
                kept += before
        if not part:
            continue
        if "丨" in part:
            break
        if kept and signs[at] == " " and len(part) > 2 and not is_han_name(part) and is_foreign(kept[-1] + part):
            kept[-1] = f"{kept[-1]} {part}"
            continue
        if at + 1 < len(parts) and (_OFFICE.search(part) or is_outlet(part) or (not kept and _POST.search(part))) and (is_han_name(parts[at + 1]) or (is_labelled and len(parts[at + 1]) > 2 and is_unlike_words(parts[at + 1]))) and not (is_han_name(part) if len(part) < 3 else is_lone_name(part)):
            continue
        if is_label(part) or (is_labelled and _BUREAU.fullmatch(part) and not is_han_name(part)):
            break
        if (NO_NAME.search(part) and not (is_labelled and is_pen_name(part))) or len(part) < 2 or (kept and (_OUTLET.search(part) or (part.isupper() and len(part) < 5))):  # MD, RD
            break
        if is_labelled and not is_editor and (post := _PROFESSION.fullmatch(part)) and is_han_name(post["name"]) and post["name"] not in COMPOUND:
            part = post["name"]
        is_rare = (is_labelled or of_role) and is_unlike_words(part)
        if re.search(f"[{HAN}]", part) and (len(part) > 4 and "·" not in part and "•" not in part and "‧" not in part) and not is_rare:
            break
        if kept and not of_role and signs[at] not in "、和与與&" and part[0] >= "\u4e00" and not is_han_name(part) and not is_rare:
            break
        kept.append(part)
    return kept
