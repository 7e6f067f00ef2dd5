"""Credit lines as labels with values, 作者：夏阳 苏文 责任编辑：辛夏: one table says what each label credits."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from qnews_scraper.extract.names import GLUED, HAN, MIXED, is_han_name

SOFT: Final = tuple("整理 执笔 執筆 撰写 撰寫 笔者 筆者 分析师 分析師 研究员 研究員 观察员 觀察員 信息员 信息員 资讯员 資訊員 文稿 写稿 寫稿".split())
"""Labels of writers that also stand in front of what such people say or do: they credit nothing but names."""
_DID: Final = tuple(f"{did} by" for did in "Photo Photos Pictures Photographed Translated Proofread Reviewed Illustrated Illustrations Designed Polished Filmed".split())
_LABELS: Final = {
    **dict.fromkeys(
        "采访撰文 採訪撰文 文字整理 采访整理 採訪整理 文字作者 作者姓名 作者笔名 作者筆名 作者署名 专栏作家 專欄作家 专栏作者 專欄作者 特約撰述 楼主 樓主 博主 拟稿 擬稿 供稿 投稿 来稿 來稿 作者 撰文者 撰文 撰稿 报道 報道 報導 采写 採寫 采访者 採訪者 采访 採訪 记者 記者 "
        "报讯员 通讯员 通訊員 特派员 实习生 實習生 评论员 評論員 主笔 主筆 文字 文/图 文/圖 图/文 文．圖 文．图 文‧圖 文·圖 文·图 文．攝影 文·摄影 圖．文 文、图 文、圖 文/摄 文/攝 文、摄 文并摄 文並攝 文、摄影 文、攝影 文/摄影 文/攝影 文・写真 写真・文 文と写真 取材・文 摄影报道 攝影報道 攝影報導 图文报道 圖文報導 图文 圖文 文图 文圖 文案 发帖人 發帖人 发贴人 文 Author Authors By Writer Writers Reporter Reporters Journalist Journalists Correspondent Correspondents Contributor Contributors Columnist Columnists 글·사진 글 기자".split(),
        "writer",
    ),
    **dict.fromkeys(SOFT, "writer"),
    **dict.fromkeys([*"责任编辑 責任編輯 选稿 责编 責編 编辑 編輯 编 編 編集 편집 Editors Editor editors editor".split(), "Edited by", "Editing by"], "editor"),
    **dict.fromkeys("编译 編譯 综合编译 綜合編譯".split(), "compiler"),
    **dict.fromkeys("来源 來源 来自 來自 稿源 出处 出處 出典 转自 轉自 转载自 轉載自 摘自 资料提供 資料提供 图片提供 圖片提供 影片提供 供图 供圖 Source 출처".split(), "source"),
    **dict.fromkeys(
        [*"摄影 攝影 写真 사진 图片 圖片 图 圖 摄 攝 视频 制图 配图 翻译 译者 剪辑 设计 策划 统筹 統籌 出品 监制 監製 编审 审校 审稿 审核 審核 校对 校對 一校 二校 三审三校 三審三校 初校 复校 復校 终校 終校 排版 版式 组版 初审 复审 终审 审 编委 美编 译 譯 翻譯 譯者 校译 校譯 审译 審譯 審稿 審訂 审订 設計 插画 插畫 绘图 繪圖 "
         "Translator Translators Photographer Photographers Photo Photos Pictures Proofreader Proofreaders Illustrator Illustrators Designer Designers Reviewer Reviewers Videographer".split(), *_DID], "other"
    ),
}
"""What a label credits, by its last word."""
_OF_WRITERS: Final = frozenset("特约 特約 本报 本報 本网 本網 本文 实习 實習 见习 見習 首席 独家 獨家 特别 特別 Staff Special Senior Chief Contributing".split())
"""What stands in front of it where it names a writer; 记者 may have any word there."""
_MEDIA: Final = frozenset("新媒体 新媒體 融媒体 全媒体 公众号".split())
"""What an editor may be of."""
_OF_OTHERS: Final = re.compile("[摄攝图圖审審总總]|[视視][频頻觉覺]|可视|音频|美术|制作|版式|组版|核稿")
"""What makes a role that of one who neither wrote nor edited the text."""
_LABEL: Final = re.compile(
    rf"(?<![{HAN}A-Za-z:：])(?P<of>[{HAN}]{{0,8}}?|(?:Web|Managing|Photo|Copy|Senior|Executive|Chief|Video|News|Staff|Special|Contributing) )(?P<noun>{'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))})人?"
    rf"(?P<sign>\s*[:：＝=・_]|(?<=[文图圖摄攝影譯译撰画畫])\s?[．·•‧](?=\s?(?:[{HAN}]{{2,4}}(?![{HAN}·•‧．])|[A-Z][a-z]+\s[A-Z]))|(?<![A-Za-z])\s*[/／|｜丨](?!图|圖)|(?<=by)(?=\s[A-Z])|为(?=[{HAN}·]{{2,4}}(?![{HAN}])))"
)
_ANY: Final = re.compile(rf"{_LABEL.pattern}|(?<![{HAN}])[{HAN}]{{2,6}}\s?[:：]|(?<![A-Za-z])[A-Z][a-z]+\s?[:：]")
"""The label that ends a value, known or not."""
_PERSON: Final = rf"[{HAN}]{{1,8}}·[{HAN}]{{1,8}}-[{HAN}]{{1,4}}|[{HAN}]{{1,4}}-[{HAN}]{{1,8}}·[{HAN}]{{1,8}}|[{HAN}·•‧\ue000-\ue0ff]{{2,12}}|{MIXED}|[A-Z][A-Za-z.'’-]+(?:\s[A-Z][A-Za-z.'’-]+){{0,3}}(?!\d)|[\uac00-\ud7a3]{{2,4}}(?![\uac00-\ud7a3])|{GLUED}"
_BETWEEN: Final = r"\s*[、，,;；/／&]\s*|\s+(?:和|与|與)?\s*"
PEOPLE: Final = rf"(?:{_PERSON})(?:(?:{_BETWEEN})(?:{_PERSON}))*"
"""A list of names."""
_PEOPLE: Final = re.compile(PEOPLE)
_IN_JAPANESE: Final = re.compile(rf"[{HAN}]{{1,3}}\s[{HAN}]{{1,3}}(?=$|[)）\s])")
"""A family name and a given one, where the sign of the label is of Japanese print: 記者・高瀬 亮."""
_IN_KOREAN: Final = re.compile(r"(?<![\uac00-\ud7a3])(?P<name>[\uac00-\ud7a3]{2,4})\s?$")
_HANDLE: Final = re.compile(r"[a-z][a-z.-]+(?![\w.-])")
"""How an editor may sign: huaxia."""
_COUNTRY: Final = rf"(?:[{HAN}]{{1,3}}[\]］)）】〕](?=[{HAN}])|[{HAN}][\]］)）】〕]\s+)"
_BEFORE_NAME: Final = re.compile(
    rf"\s*(?:[■□●◆▲@]|[\[【](?!{_COUNTRY}))?\s*(?:《[^《》]{{2,12}}》|[A-Z]{{1,3}}\d{{2,}}\s)?(?:[{HAN}]{{0,8}}(?:(?:记者|記者)(?![团團])|通讯员|通訊員|作者|评论员|評論員|撰稿人|撰稿)\s*|[{HAN}]{{1,3}}[(（]\d{{1,2}}[)）]班\s?|[\[［(（【〔]{_COUNTRY})?"
)
"""What a value has in front of its first name: a mark, an editor's number, the office or the class of who wrote."""


_VALUE: Final = re.compile(rf"(?:(?:(?![我你您他她这這那是])[{HAN}·•]{{1,5}}|[{HAN}]{{1,4}}(?:·[{HAN}]{{1,8}})+|[A-Z][\w'’.-]*|[\uac00-\ud7a3]{{2,5}})(?:\s?[、,/／|｜&]\s?|\s|(?=[(（])|$)|and\s|[(（][^()（）]{{1,16}}[)）]\s?){{1,12}}")
_OUTLET: Final = re.compile(rf"(?:《?[{HAN}\w·.&]{{2,16}}》?|[A-Z][\w.&]*(?: [A-Z][\w.&]*){{0,4}}|[\uac00-\ud7a3 ]{{2,16}})(?:\s?[(（][^()（）]{{1,16}}[)）])?")
"""Names of people, the name of an outlet."""
_BRACKETS: Final = " 　()（）[]【】〔〕■□●○◎◆★▪•*"
WRITER: Final = re.compile(rf"(?P<name>[{HAN}\w·]{{2,10}})\s?[(（](?!作者)[{HAN}、]{{1,14}}(?:教师|教授|学者|作家|记者|研究员|律师|医生|评论员|撰稿人|媒体人|教師|學者|記者|研究員|律師|醫生|評論員|媒體人)[)）]")
"""A line of its own between headline and text: 夏阳不读书（乡村中学教师）."""


_SIGNED_OFF: Final = re.compile(
    rf"[(（【〔](?=[^()（）]*?(?:[记記]者|通[讯訊][员員]|[实實][习習]生|文|[摄攝图圖]))(?:(?:[{HAN}]{{0,10}}(?:[记記]者|通[讯訊][员員]|[实實][习習]生|作者)[ :：]?)?[{HAN}]{{2,4}}[ 、，,/／]{{0,2}}){{1,6}}(?:文[ /／、]?[图圖摄攝]|[图圖][ /／、]?文|文[并並][摄攝]|(?:[摄攝]影|[图圖]文)?(?:[报報][道導]|采写|採寫|撰文))[)）】〕]|"
    rf"\W{{0,2}}[{HAN}]{{2,4}} ?[(（](?:本文)?作者(?:系|[为為]|是|[单單]位|：)[^()（）。]{{2,40}}[)）]"
)
"""（江城融媒记者 夏阳 通讯员 苏文 文/图）, ◎夏阳（作者系江海大学教授）."""


def is_credits(text: str) -> bool:
    """Whether a line is nothing but credits: labels, each with names behind it, or names in brackets and what they did."""
    if len(text) < 60 and text[-1:] in ")）】〕" and _SIGNED_OFF.fullmatch(text):
        return True
    text = text.strip(_BRACKETS)
    if len(text) > 90 or text[-1:] in "。！？!?" or not (first := _LABEL.match(text)) or len(first["of"]) > (10 if first["of"].isascii() else 6):
        return False
    found = list(_ANY.finditer(text))
    for label, after in zip(found, [*found[1:], None], strict=True):
        value = text[label.end() : after.start() if after else len(text)].strip(_BRACKETS + "|｜;；,，/")
        if value.count("（") + value.count("(") == 1 and value[-1:] not in "）)":
            value += "）"  # 夏阳（校报记者）
        if not _VALUE.fullmatch(value) and not (_LABELS.get(label["noun"]) == "source" and _OUTLET.fullmatch(value)):
            return False
        if label["noun"] in SOFT and not all(map(is_han_name, re.split("[、,\\s]+", value))):
            return False
    return True


_BARS: Final = ("|", "｜", "丨", "/", "／")
_BEHIND_NAME: Final = re.compile(rf"(?<![{HAN}·])(?P<name>[{HAN}·]{{2,12}})\s?$")
_DOES: Final = re.compile(rf"\s?[{HAN}·]{{2,12}}\s(?:[译譯图圖摄攝绘繪画畫]|[译譯]者|[摄攝]影)(?=$|[\s|｜丨/／)）])")
"""夏阳 文 ｜ 苏文 译: what stands before and behind a word that says what the one before it did, and labels nobody."""


class Credit(NamedTuple):
    """A label that credits people, and their names as they stand."""

    kind: str
    """"writer", "editor" or "compiler"."""
    label: str
    names: str
    start: int
    end: int
    """Where the label begins, where the names end."""


def credits_of(text: str) -> Iterator[Credit]:
    """The credits of a line, in order."""
    for found in _LABEL.finditer(text):
        of, noun, sign = found["of"].strip(), found["noun"], found["sign"]
        kind = _kind(of, noun, sign)
        if not kind or (len(noun) == 1 and sign.strip() in _BARS and (before := _BEHIND_NAME.search(text, max(0, found.start() - 16), found.start())) and is_han_name(before["name"]) and _DOES.match(text, found.end())):
            continue
        if noun == "기자" and sign.strip() in ("=", "＝"):  # 한지우 기자 =
            if signer := _IN_KOREAN.search(text, max(0, found.start() - 6), found.start()):
                yield Credit(kind, noun, signer["name"], signer.start(), found.end())
            continue
        start = before.end() if (before := _BEFORE_NAME.match(text, found.end())) else found.end()
        end = other.start() if (other := _ANY.search(text, start + 1)) else len(text)
        if sign.strip() in ("・", "＝") and (one := _IN_JAPANESE.match(text, start, end)) and not all(map(is_han_name, one[0].split())):
            yield Credit(kind, of + noun, "".join(one[0].split()), found.start(), one.end())
        elif sign.strip() in ("．", "·", "•", "‧") and text[start] >= "\u4e00" and not is_han_name(text[start:end].split()[0].split("、")[0]):
            continue  # 文·森特
        elif names := _PEOPLE.match(text, start, end) or (kind == "editor" and _HANDLE.match(text, start, end)) or None:
            yield Credit(kind, of + noun, names[0].partition(" 기자")[0], found.start(), names.end())


def is_label(word: str) -> bool:
    """Whether a word is one that labels credits."""
    return word in _LABELS


def _kind(of: str, noun: str, sign: str) -> str:
    kind = _LABELS[noun]
    if kind == "compiler":
        return "" if of else kind
    if kind not in ("writer", "editor") or _OF_OTHERS.search(of) or (of and len(noun) == 1):
        return ""
    if kind == "editor":
        fits = of in ("", "Web") if noun.isascii() else len(of) in (0, 2) or of in _MEDIA or noun not in ("编辑", "編輯")
        return kind if fits and (len(noun) > 1 or sign.strip() not in (":", "：")) else ""
    fits = not of or of in _OF_WRITERS or (noun in ("记者", "記者") and len(of) > 1)
    return kind if fits and sign != "为" else ""
