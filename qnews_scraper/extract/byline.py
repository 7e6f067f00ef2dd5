
"""Who wrote, who edited, where it was first published: from dateline, byline and the lines around the body."""

import re
from collections.abc import Iterable
from typing import Final

_HAN: Final = "\u4e00-\u9fff"
_SOURCE: Final = re.compile(
    r"(?<!注明)(?<!註明)(?<!標明)(?<!标明)(?:来自|來自)(?=[\u4e00-\u9fff]{2,10}(?:报|報|网|網|社|台|刊))(?P<from>[^\s|｜]{2,14})|(?<!注明)(?<!註明)(?<!標明)(?<!标明)(?:来源|來源|稿源|出处|出處|轉載自|转载自|转自|轉自|摘自|(?:来自|來自)(?=\s*[:：])|(?:原载|原載)(?=[:：《“])|(?<![A-Za-z])Source)(?:于|自)?\s*(?:[:：|｜丨]|\s(?=\S)|(?=[《“]))\s*[\[【《“\"]?\s*"
    r"(?P<name>[A-Z][\w.&'-]+(?: [A-Z][\w.&'-]+){1,4}|[^\s|｜│\[\]【】》;；，,。:：”\"()（）]{2,30}(?:[(（][^\s()（）]{1,12}[)）])?)"
)
_SOURCE_SIGN: Final = re.compile("[源自载載]|出[处處]|Source")
"""Any label of the above has one of these; most lines have none."""
_NAME: Final = rf"[{_HAN}·•‧\ue000-\ue0ff]{{2,12}}|[A-Z][A-Za-z.'’-]+(?:\s[A-Z][A-Za-z.'’-]+){{0,3}}"
_SEPARATOR: Final = r"\s*[、，,;；/／&]\s*|\s+(?:和|与|與)?\s*"
_NAMES: Final = rf"(?:{_NAME})(?:(?:{_SEPARATOR})(?:{_NAME}))*"
_ROLE: Final = r"(?:作者|撰文|撰稿|采写|採寫|记者|記者|通讯员|通訊員|特派员|特約撰述|评论员|評論員|主笔|主筆|文字|文/图|文/圖|图/文|文、图|文、圖|图文|圖文|文|Author|By|Writer)"
_LABELLED: Final = re.compile(
    rf"(?<![{_HAN}])(?:特约|特約|本报|本報|本网|本網|实习|實習|见习|見習|首席)?{_ROLE}\s*(?:[:：]|[/／|｜丨](?!图|圖))\s*(?:[{_HAN}]{{0,8}}(?:记者|記者|通讯员|通訊員|作者|评论员|評論員|撰稿人|撰稿)\s*)?(?P<names>{_NAMES})"
)
_REPORTER: Final = re.compile(
    rf"(?:(?:^|[\s(（【〔\[［〖／/|｜丨·□■◎●○◆▲])(?:[{_HAN}]{{0,10}}?(?:客户端|报|報|网|網|刊|社|台|臺|新闻|新聞|财经|財經|周刊|週刊|电|电讯|讯|訊|本站|职工|实习|實習|见习|見習|特约|特約|特派|首席|驻{_HAN[:0]}\S{{1,6}}))?\s*)"
    rf"(?P<role>记者|記者|通讯员|通訊員|特派员|特派員|实习生|實習生)[\s】]*(?P<names>{_NAMES})(?P<wired>\d{{1,2}}日[电電])?(?(wired)|(?=[\s)）】〕〗\]］／/，,、。报報摄攝发发整|｜]|$))"
)
_END: Final = re.compile(
    rf"[(（【\[](?:文|图文|作者|记者|記者|通讯员|实习生|撰稿|本报记者|本報記者|{_HAN[:0]}[{_HAN}]{{2,8}}记者)?\s*[:：]?\s*(?P<names>[{_HAN}]{{2,4}}(?:[、，, ][{_HAN}]{{2,4}}){{0,4}})\s*[)）】\]]$"
)
_EDITOR: Final = re.compile(
    rf"(?:责任编辑|責任編輯|本文编辑|本期编辑|值班编辑|执行编辑|责编|責編|(?<![{_HAN}])编辑|(?<![{_HAN}])編輯|实习编辑|實習編輯|网络编辑|網絡編輯|網路編輯|(?<![A-Za-z])Editor)\s*(?:[:：/／|｜丨]|为)\s*(?P<names>[{_HAN}·]{{2,4}}(?:(?:{_SEPARATOR})[{_HAN}·]{{2,4}}(?![{_HAN}]*\s*[:：])){{0,4}}|[A-Za-z][\w.-]{{1,24}}(?: [A-Z][\w.-]+)?)"
)
_EDITOR_BARE: Final = re.compile(rf"(?:^|[|｜\s])\W{{0,2}}(?:责任|責任)?(?:编辑|編輯|责编|責編)\s(?P<names>[{_HAN}]{{2,4}}(?:\s[{_HAN}]{{2,4}}){{0,6}})(?=$|\s?[|｜)）\]])")
_EDITED: Final = re.compile(rf"[(（\[【]\s*(?P<names>[{_HAN}]{{2,4}}(?:[、 ][{_HAN}]{{2,4}}){{0,2}})\s*(?:编辑|編輯|责编|编译)\s*[)）\]】]")
_BY: Final = re.compile(r"^(?:By|Written by|Posted by|Author:?|Story by|Reported by)\s*:?\s+(?P<names>[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,3}(?:(?:,|\s+and|\s*&)\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}){0,4})(?=$|[,|·•/]|\s[-–—|]|\s(?:\w+ )?(?:\d|Updated|Published))")
_WRITERS: Final = (
    (_LABELLED, re.compile("[:：/／|｜丨]")),
    (_REPORTER, re.compile("记者|記者|通[讯訊]|特派|[实實][习習]")),
    (_BY, re.compile("By|Written|Posted|Author|Story|Reported")),
)
"""How writers are named, each with a sign that a line must have."""
_DATED: Final = re.compile(r"(?:\s+(?:Updated|Published|Posted|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?)+$")
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蔣葉蘇魏呂盧薑鍾譚陸範賈韋鄒龍陶賀顧龔萬錢嚴湯莊聶魯齊喬龐顏倪歐關蘭俞寧紀畢單裴駱藍靳鮑喻饒農繆簡車項連蘆麥婁竇黨宮費衛應閔鄔邊師時欒榮鞏邝談勞樓滿聞厲區闞權強帥盤練豐計晉門雲來況鮮銀賓幹陰堯陽莊岳游曾湯溫塗祿閻鄺臺"
)
"""First characters of common family names, Simplified and Traditional (names in print, first four hundred by frequency)."""

_COMPOUND: Final = ("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "皇甫", "尉迟", "尉遲", "慕容", "令狐", "宇文", "司徒", "夏侯", "长孙", "長孫", "公孙", "公孫", "东方", "東方", "端木", "轩辕", "軒轅")
_OUTLET: Final = re.compile(r"(?:Daily|News|Times|Post|Press|Xinhua|Reuters|AFP|AP|Bloomberg|Journal|Agency|Network|Online|Tribune|Herald|Staff|Magazine|Media)$")

_NO_NAME: Final = re.compile(
    r"^(?:出版|发布|發布|更新|编辑|編輯|校对|校對|审核|審核|监制|監製|主编|主編|总编|美编|责编|责任|记者|記者|报道|報道|報導|综合|綜合|网络|佚名|未知|匿名|责任|通讯员|通訊員|摄影|攝影|图文|来源|來源|日期|时间|字号|作者|讯|电|新闻|实习|实习生|责任编辑|責任編輯|admin|Admin|管理员|本报|本網|本报讯|发布时间|发表于|点击|浏览|阅读|评论|专栏|整理|采访|攝|摄|文|图|"
    r"关闭|關閉|打印|纠错|糾錯|信箱|出处|出處|在线|网友|互联网|转载|官方|小编|编者|本站|暂无|不详|无|見習|见习|特约|首席|Staff|By|Updated|Published|And)$|"
    r"(?:在线|報刊|报|報|网|網|社|频道|頻道|电视台|電視台|新闻|新聞|公司|中心|集团|集團|編輯|编辑|编辑部|報導|报道|報道|专电|部|局|杂志|周刊|週刊|客户端|公众号|管理员?|警方|窗口|本页|整理|整合|编译|表示|介绍|介紹|获悉|獲悉|了解|从|昨日|今日|近日|发现|發現)$|^(?:从|昨|今|在|获悉|了解|日前|近日|走访|采访|来到|看到|发现|獲|随|也|就|电|问|對|对|的|看|在)"
)


_RUN_ON: Final = re.compile(
    rf"(?<=[{_HAN})）])(?=(?:作者|责任编辑|責任編輯|责编|責編|(?<!责任)(?<!責任)(?<!实习)(?<!值班)(?<!执行)(?<!网络)(?<!網路)(?<!網絡)(?<!本文)(?<!本期)(?<!见习)(?:编辑|編輯)|(?<!文章)(?<!本文)(?<!稿件)(?<!信息)(?<!新闻)(?<!原文)(?:来源|來源)|点击|點擊|浏览|瀏覽|阅读|閱讀|评论|評論|字号|字號|校对|校對|审核)\s*[:：])"
)

_LABEL_END: Final = re.compile("[者辑輯编編源击擊览覽读讀论論号號对對核]\\s*[:：]")
"""What ends each label of the above: it costs a twentieth to look for."""


def spaced(text: str) -> str:
    """A line with a blank before each label: the margins of a page stand for none in its text."""
    return _RUN_ON.sub(" ", text) if (":" in text or "：" in text) and _LABEL_END.search(text) else text


def source(lines: Iterable[str]) -> str:
    """The value of the first 来源 label."""
    for text in lines:
        if not _SOURCE_SIGN.search(text):
            continue
        for match in _SOURCE.finditer(text):
            name = (match["from"] or match["name"]).strip("·-—–|“”\"' ")
            name = name.removesuffix("微博").strip() or name
            if name.count("(") > name.count(")"):
                name = name.partition("(")[0]
            if len(name) > 1 and not re.fullmatch(r"[\d\W]+", name) and not re.match(r"作者|时间|時間|日期|发布|编辑|編輯|责任|点击|浏览|字号|记者|記者|未知|不详|本站原创|原创$|http|我来|我來|手机|查看|进入|点击|本文|该|于", name):
                return name
    return ""


def authors(lines: Iterable[str], ends: Iterable[str] = ()) -> list[str]:
    """Names after 作者, 记者, 文, 通讯员 or By, in order, without doubles; in `ends` also a bare （张三） that closes a line."""
    found: list[str] = []
    for text in lines:
        for pattern, sign in _WRITERS:
            if not sign.search(text):
                continue
            for match in pattern.finditer(text):
                if pattern is _REPORTER and match["role"] in ("实习生", "實習生") and _EDITOR.search(text, 0, match.start()):
                    continue
                names = match["names"]
                if pattern is _REPORTER and match["wired"] and re.fullmatch(f"[{_HAN}]{{5,6}}", names):
                    names = names[:3]  # 游凱翔台北13日電
                if pattern is _BY:
                    names = _DATED.sub("", names) if re.match(r"\s*(?:\d|[A-Z][a-z]{2,8}\.?\s\d)", text[match.end() :]) else names
                found += (n for n in split_names(names) if n not in found)
    if not found:
        for text in ends:
            if (end := _END.search(text)) and not _EDITED.search(text):
                names = split_names(end["names"])
                if all(n[0] in _SURNAMES and not _NO_NAME.search(n) for n in names):
                    found += (n for n in names if n not in found)
    return found


def editors(lines: Iterable[str]) -> list[str]:
    """Names after 责任编辑, 编辑 and the like."""
    found: list[str] = []
    for text in lines:
        if "编" not in text and "編" not in text and "Editor" not in text:
            continue
        for pattern in (_EDITOR, _EDITED):
            for match in pattern.finditer(text):
                found += (n for n in split_names(match["names"], is_editor=True) if n not in found and not re.search(r"\d", n))
        if not found and (bare := _EDITOR_BARE.search(text)):
            found += (n for n in split_names(bare["names"], is_editor=True) if n[0] in _SURNAMES and n not in found)
    return found


def split_names(names: str, is_editor: bool = False) -> list[str]:
    """Single names of a list of names; words that are no names end the list."""
    if re.search(f"[{_HAN}]", names):
        parts = re.split(rf"[、，,;；/／&\s]+|(?<=[{_HAN}]{{2}})[和与與](?=[{_HAN}]{{2}})", names)
    else:
        parts = re.split(r"\s*(?:,|&|\band\b)\s*", names)
    kept: list[str] = []
    for part in parts:
        part = part.strip("·•. 丨")
        if re.search("(?:报道|報道|報導|专电|專電|讯|訊)$", part) and (kept or part[0] not in _SURNAMES):
            break
        if len(part) > 2 and re.search(f"[{_HAN}]", part):
            whole = part
            if len(part) == 4 and part.startswith(_COMPOUND):
                kept.append(part)
                continue
            part = re.sub(r"(?:报道|報道|報導|摄影|攝影|摄|攝|/|(?<=...)文|图|撰文|发自.*|专电|電|电)$", "", part)
            if len(part) > 4 and whole.endswith(("报道", "報道", "報導")):
                part = part[:3]  # 郭曉東台北報導
        if not part:
            continue
        if part in ("通讯员", "通訊員", "实习生", "實習生", "记者", "記者"):
            if is_editor:
                break
            continue
        if _NO_NAME.search(part) or len(part) < 2 or (kept and _OUTLET.search(part)):
            break
        if re.search(f"[{_HAN}]", part) and (len(part) > 4 and "·" not in part and "•" not in part and "‧" not in part):
            break
        kept.append(part)
    return kept


def is_person(name: str) -> bool:
    """Whether a value of <meta name=author> looks like a person and not like a site, a number or an address."""
    return 2 <= len(name) <= 40 and not re.search(r"\d|://|www\.|\.(?:com|cn|tw|net)|[_|@]", name) and not _NO_NAME.search(name) and (
        not re.search(f"[{_HAN}]", name) or (len(name) <= 4 and name[0] in _SURNAMES)
    )
