"""A list of names, as it stands behind a label, cut into single ones."""

import re
from typing import Final

from qnews_scraper.extract.credits import is_label
from qnews_scraper.extract.names import (
    COMPOUND,
    HAN,
    LATIN_RUN,
    NO_NAME,
    SURNAMES,
    is_foreign,
    is_han_name,
    is_lone_name,
    is_mixed_name,
    is_outlet,
    is_pen_name,
    is_spelt_as,
    is_unlike_words,
)
from qnews_scraper.text.words import is_word

_ROLE_WORD: Final = re.compile(rf"(?:[{HAN}·]{{0,10}}?(?P<photo>摄影|攝影|图片|美术)?)(?:记者|記者|通讯员|通訊員|实习生|實習生|报讯员|義工|义工|志工|志愿者)(?=$|[{HAN}]{{2,4}}$)")
"""见习记者 among names, or right before one."""
_OFFICE: Final = re.compile("(?:[部处處科室院系办辦组組]|工[会會]|[团團党黨][委]|协会|協會|中心|委员会|办公室|大队|支队|记者[团站]|記者團|[文学學]社|学生会|學生會|编辑部|編輯部|小学|小學|中学|中學|学校|學校|大学|大學|..[站所])$")
"""Whose a writer is: 学工部 李光."""
_BUREAU: Final = re.compile(f"[{HAN}]{{2,12}}[处處局馆館厅廳科室]")
"""Who signs for an office: 县文化馆."""
_POST: Final = re.compile("...(?:[长長师師]|主任|书记|書記|教授|研究员|研究員|学者|學者|律师|专家|專家|董事|总经理|干事|博士|会员|會員|[级級班])$")
"""What a writer is: 骨科副主任医师 夏阳."""
TOWN: Final = re.compile("(?<=..)(?:[台臺][北中南東]|高雄|花蓮|桃園|新[北竹]|苗栗|彰化|南投|雲林|嘉義|屏東|宜蘭|基隆|澎湖|金門|北京|上海|香港|澳[门門]|[广廣]州|深圳|天津|重[庆慶]|南京|武[汉漢]|成都|西安|杭州|沈[阳陽]|[济濟]南|[东東]京|首[尔爾]|[纽紐][约約]|[伦倫]敦|巴黎|[华華]盛[顿頓]|洛杉[矶磯]|[旧舊]金山|多[伦倫]多|[温溫]哥[华華]|悉尼|雪梨|新加坡|吉隆坡|曼谷|莫斯科|柏林|日[内內]瓦|布[鲁魯]塞[尔爾])$")
"""Where a wire is from: the cities in which papers keep people."""
_HOW: Final = re.compile("(?<=..)(?:[連连][線线]|[聯联]合|[綜综]合|[專专][題题]|即[時时]|[獨独]家|[現现][場场])$")
"""How it is reported: 魯真連線報導."""
TODAY: Final = re.compile("(?<=..)(?:今[天日晨晚]|昨[天日晨晚]|近日|日前|前天)")
"""The first word of a text that stands right behind who wrote it."""
OUTLET_ENDS: Final = re.compile(r"\b(?:Daily|News|Times|Post|Press|Xinhua|Reuters|AFP|AP|Bloomberg|Journal|Agency|Network|Online|Tribune|Herald|Staff|Magazine|Media|Editor|Reporter|Writer|Correspondent|CNN|BBC|NPR|NBC|CBS|ABC)$|\w\.(?:com|net|org)$", re.I)


_WIRES: Final = ("报道", "報道", "報導", "报导", "电", "電")


def before_place(run: str) -> str:
    """The name that a run of characters begins with, where the rest of it is a word as places are: 李光石家庄; "" for any other."""
    return next((run[:size] for size in (2, 3) if 2 <= len(run) - size <= 4 and is_lone_name(run[:size]) and is_word(run[size:])), "")


def _unglued(run: str) -> list[str]:
    """The names that a run of characters before 報道 or 電 begins with: 郭曉東台北, 李光北京, 馮志明陳佩詩香港."""
    if len(run) == 4 and (run.startswith(COMPOUND) or not TOWN.search(run)):
        return [run[:2]] if is_word(run[2:]) and is_han_name(run[:2]) else [run]
    named = TOWN.sub("", run)
    cut = [named[at : at + 3] for at in range(0, len(named), 3)]
    if len(cut) > 1 and len(cut[-1]) == 3 and is_han_name(cut[0]) and all(map(is_lone_name, cut[1:])):
        return cut
    if len(named) == 4 and named != run and (named.startswith(COMPOUND) or is_lone_name(named)):
        return [named]
    return [before_place(named) or named[:3]]


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


_GLUED_ROLE: Final = re.compile(rf"(?:(?<![{HAN}])|(?<=[记記]者)|(?<=[实實][习習]生))(?P<name>[{HAN}]{{2,4}})(?P<role>(?:实习|實習|见习|見習|特约|特約)?(?:记者|記者)|[实實][习習]生|通[讯訊][员員])(?=[{HAN}]{{2,4}}(?![{HAN}]))")
"""夏阳实习生苏文, with nothing between."""


def apart(text: str) -> str:
    """A text with a blank between a name and the role of the next one."""
    return _GLUED_ROLE.sub(lambda found: f"{found['name']} {found['role']}" if is_han_name(found["name"]) else found[0], text)


def is_office(text: str) -> bool:
    """Whether a name is that of an office and of nobody in it."""
    return _OFFICE.search(text) is not None or _BUREAU.fullmatch(text) is not None


def split_names(names: str, is_editor: bool = False, is_labelled: bool = False) -> list[str]:
    """Single names of a list of names; words that are no names end the list."""
    if re.search(f"[{HAN}]", names):
        names = _held(apart(names))
        cut = re.split(rf"([、，,;；/／&\s]+|(?<=[{HAN}]{{2}})[和与與](?=[{HAN}]{{2}}))", names)
    else:
        cut = re.split(r"(\s*(?:,|&|\band\b)\s*)", names)
    parts, signs = cut[::2], ["", *(sign.strip() or " " for sign in cut[1::2])]
    kept: list[str] = []
    for at, part in enumerate(parts):
        if "·" in part and is_outlet(part.partition("·")[0]):
            continue  # 江城晚报·江城号
        if _BLANK in part or is_mixed_name(part):
            if is_outlet(part) or OUTLET_ENDS.search(part):
                break
            kept.append(part.replace(_BLANK, " "))
            continue
        part = TODAY.split(re.sub(r"\s(?:(?:Editor|Reporter|Photographer|Published|Updated)s?|(?:in|[Ff]or|FOR)\s[A-Z].*)$", "", part.strip("·•. 丨■□")))[0]
        of_role = bool(kept) and _ROLE_WORD.fullmatch(parts[at - 1]) is not None
        if role := _ROLE_WORD.match(part):
            if is_editor or role["photo"]:
                break
            part = part[role.end() :]
            of_role = of_role or bool(part)
        if (wired := re.search("(?:报道|報道|報導|报导|专电|專電|讯|訊)$", part)) and not of_role and (kept or part[0] not in SURNAMES):
            if kept and signs[at] == "、":  # 李光、王芳报道; 李光 江海、北京报道
                if is_lone_name(named := _HOW.sub("", TOWN.sub("", part[: wired.start()]))):
                    kept.append(named)
                elif len(kept) > 1 and len(kept[-1]) == 2:
                    kept.pop()
            break
        if len(part) > 2 and re.search(f"[{HAN}]", part):
            whole = part
            if len(part) == 4 and part.startswith(COMPOUND):
                kept.append(part)
                continue
            part = re.sub(r"(?:报道|報道|報導|报导|摄影|攝影|摄|攝|/|(?<=...)文|图|撰文|发自.*|专电|電|电|编译|编譯|(?<=..)[译譯])$", "", part)
            if len(part) > 3 and whole.endswith(_WIRES):
                *before, part = _unglued(part)
                kept += before
        if len(part) > 2 and part[-1] == "等" and is_han_name(part[:-1]):
            part = part[:-1]
        if not part and kept and parts[at].startswith(("发自", "發自")):
            break  # what follows are places
        if not part:
            continue
        if "丨" in part or (kept and signs[at] in ("／", "/") and TOWN.fullmatch(f"  {part}", 2)):
            break
        if kept and signs[at] == " " and len(part) > 2 and not is_han_name(part) and is_foreign(kept[-1] + part):
            kept[-1] = f"{kept[-1]} {part}"
            continue
        if at + 1 < len(parts) and (_OFFICE.search(part) or is_outlet(part) or (not kept and _POST.search(part))) and (is_han_name(parts[at + 1]) or (is_labelled and len(parts[at + 1]) > 2 and is_unlike_words(parts[at + 1]))) and not (is_han_name(part) if len(part) < 3 else is_lone_name(part)):
            continue
        if is_label(part) or (is_labelled and _BUREAU.fullmatch(part) and not is_han_name(part)):
            break
        if (NO_NAME.search(part) and not (is_labelled and is_pen_name(part))) or len(part) < 2 or (kept and (OUTLET_ENDS.search(part) or (part.isupper() and len(part) < 5))):  # MD, RD
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
