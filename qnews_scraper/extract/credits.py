"""Credit lines as labels with values, 作者：夏阳 苏文 责任编辑：辛夏: one table says what each label credits."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from qnews_scraper.extract.names import HAN

_ROLES: Final = {
    **dict.fromkeys(
        "采访撰文 採訪撰文 文字作者 专栏作家 專欄作家 专栏作者 專欄作者 特約撰述 楼主 樓主 拟稿人 擬稿人 拟稿 擬稿 供稿人 供稿 投稿人 投稿 作者 撰文者 撰文 撰稿人 撰稿 报道 報道 報導 采写 採寫 采访 採訪 "
        "记者 記者 报讯员 通讯员 通訊員 特派员 评论员 評論員 主笔 主筆 文字 文/图 文/圖 图/文 文、图 文、圖 图文 圖文 文案 文 Author By Writer Reporter 글·사진 글 기자".split(),
        "writer",
    ),
    **dict.fromkeys([*"责任编辑 責任編輯 选稿人 选稿 责编 責編 编辑 編輯 编 編 編集 편집 Editors Editor editors editor".split(), "Edited by"], "editor"),
}
"""What a label credits, by its last word."""
_OF_WRITERS: Final = frozenset("特约 特約 本报 本報 本网 本網 本文 实习 實習 见习 見習 首席 独家 獨家 特别 特別".split())
"""What stands in front of it where it names a writer; 记者 may have any word there."""
_OF_OTHERS: Final = re.compile("[摄攝图圖审審总總]|[视視][频頻觉覺]|可视|音频|美术|制作|版式|组版|核稿")
"""What makes a role that of one who neither wrote nor edited the text."""
_SIGN: Final = r"(?P<sign>\s*[:：＝=・_]|(?<![A-Za-z])\s*[/／|｜丨](?!图|圖)|(?<=by)(?=\s[A-Z])|为(?=[\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff])))"
_LABEL: Final = re.compile(
    rf"(?<![{HAN}A-Za-z:：])(?P<of>[{HAN}]{{0,8}}?|(?:Web|Managing|Photo|Copy|Senior|Executive|Chief|Video|News) )(?P<noun>{'|'.join(sorted(map(re.escape, _ROLES), key=len, reverse=True))}){_SIGN}"
)
_NEXT: Final = re.compile(
    rf"(?<![{HAN}])(?:[{HAN}]{{0,3}}(?:来源|來源|编辑|編輯|责编|責編|编审|审核|審核|校对|校對|审校|摄影|攝影|视频|制图|供图|翻译|剪辑|监制|统筹|策划|出品|撰文|撰稿|采写|採寫|采访|採訪|记者|記者|作者|通讯员|通訊員|图片|图|圖)人?\s*[:：/／|｜丨]|[{HAN}]{{2,6}}[:：])"
)
"""The label that ends a value."""
_PERSON: Final = rf"[{HAN}·•‧\ue000-\ue0ff]{{2,12}}|[A-Z][A-Za-z.'’-]+(?:\s[A-Z][A-Za-z.'’-]+){{0,3}}(?!\d)|[\uac00-\ud7a3]{{2,4}}(?![\uac00-\ud7a3])"
_BETWEEN: Final = r"\s*[、，,;；/／&]\s*|\s+(?:和|与|與)?\s*"
PEOPLE: Final = rf"(?:{_PERSON})(?:(?:{_BETWEEN})(?:{_PERSON}))*"
"""A list of names."""
_PEOPLE: Final = re.compile(PEOPLE)
_HANDLE: Final = re.compile(r"[a-z][a-z.-]+(?![\w.-])")
"""How an editor may sign: huaxia."""
_COUNTRY: Final = rf"(?:[{HAN}]{{1,3}}[\]］)）】〕](?=[{HAN}])|[{HAN}][\]］)）】〕]\s+)"
_BEFORE_NAME: Final = re.compile(
    rf"\s*(?:[■□●◆▲@]|[\[【](?!{_COUNTRY}))?\s*(?:《[^《》]{{2,12}}》|[A-Z]{{1,3}}\d{{2,}}\s)?(?:[{HAN}]{{0,8}}(?:记者|記者|通讯员|通訊員|作者|评论员|評論員|撰稿人|撰稿)\s*|[\[［(（【〔]{_COUNTRY})?"
)
"""What a value has in front of its first name: a mark, an editor's number, the office of who wrote."""


_ANY: Final = re.compile(
    rf"(?<![{HAN}\w])(?:[{HAN}]{{0,6}}?(?:{'|'.join(sorted((re.escape(role) for role in _ROLES if len(role) > 1 and not role.isascii()), key=len, reverse=True))}|来源|來源|稿源|出处|出處|出典|转自|轉自|转载自|轉載自|摄影|攝影|写真|供图|供圖|校对|校對|审核|審核|编审|监制|監製|制图|翻译|设计|統籌|统筹|(?:资料|資料|照片|图片|圖片|影片)提供)人?"
    r"|[文图圖摄攝글](?=\s?[:：/／|｜])|[Ww]eb [Ee]ditors?|Editors?|Edited by|Photos? by|Source|Reporters?|사진|출처|편집)\s*(?:[:：/／|｜丨]|(?<=by)\s)\s*"
)
_VALUE: Final = re.compile(rf"(?:(?:(?![我你您他她这這那是])[{HAN}·•]{{1,5}}|[{HAN}]{{1,4}}(?:·[{HAN}]{{1,8}})+|[A-Z][\w'’.-]*|[\uac00-\ud7a3]{{2,5}})(?:\s?[、,/／|｜&]\s?|\s|(?=[(（])|$)|and\s|[(（][^()（）]{{1,16}}[)）]\s?){{1,12}}")
_OUTLET: Final = re.compile(rf"(?:《?[{HAN}\w·.&]{{2,16}}》?|[A-Z][\w.&]*(?: [A-Z][\w.&]*){{0,4}}|[\uac00-\ud7a3 ]{{2,16}})(?:\s?[(（][^()（）]{{1,16}}[)）])?")
"""Names of people, the name of an outlet."""
_BRACKETS: Final = " 　()（）[]【】〔〕■□●○◎◆★▪•*"


WRITER: Final = re.compile(rf"(?P<name>[{HAN}\w·]{{2,10}})\s?[(（](?!作者)[{HAN}、]{{1,14}}(?:教师|教授|学者|作家|记者|研究员|律师|医生|评论员|撰稿人|媒体人|教師|學者|記者|研究員|律師|醫生|評論員|媒體人)[)）]")
"""A line of its own between headline and text: 夏阳不读书（乡村中学教师）."""
_BROUGHT: Final = re.compile("(?:.{0,4}(?:[来來稿]源|出[处處典]|自|供[图圖]|提供|출처)|Source)")


def is_credits(text: str) -> bool:
    """Whether a line is nothing but credits: labels, each with names behind it."""
    if len(text) > 90:
        return False
    text = text.strip(_BRACKETS)
    found = list(_ANY.finditer(text))
    if not found or found[0].start() or text[-1] in "。！？!?":
        return False
    ends = [*(label.start() for label in found[1:]), len(text)]
    values = (text[label.end() : end].strip(_BRACKETS + "|｜;；,，/") for label, end in zip(found, ends, strict=True))
    return all(_VALUE.fullmatch(value) or (_BROUGHT.match(label[0]) and _OUTLET.fullmatch(value)) for label, value in zip(found, values, strict=True))


class Credit(NamedTuple):
    """A label that credits people, and their names as they stand."""

    kind: str
    """"writer" or "editor"."""
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
        if not kind:
            continue
        start = _BEFORE_NAME.match(text, found.end()).end()  # type: ignore[union-attr]
        end = other.start() if (other := _NEXT.search(text, start + 1)) else len(text)
        if names := _PEOPLE.match(text, start, end) or (kind == "editor" and _HANDLE.match(text, start, end)) or None:
            yield Credit(kind, of + noun, names[0].partition(" 기자")[0], found.start(), names.end())


def _kind(of: str, noun: str, sign: str) -> str:
    kind = _ROLES[noun]
    if _OF_OTHERS.search(of) or (of and len(noun) == 1):
        return ""
    if kind == "editor":
        fits = of in ("", "Web") if noun.isascii() else len(of) in (0, 2) or noun not in ("编辑", "編輯")
        return kind if fits and (len(noun) > 1 or sign.strip() not in (":", "：")) else ""
    fits = not of or of in _OF_WRITERS or (noun in ("记者", "記者") and len(of) > 1)
    return kind if fits and sign != "为" else ""
