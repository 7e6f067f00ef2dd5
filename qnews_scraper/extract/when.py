"""Reading dates: every place in a text where a date stands, in any form that news pages write.

Nothing here chooses; `dates` does. A year that is not written is left open, never filled in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

_FOLD: Final = str.maketrans("０１２３４５６７８９：－／．　\xa0−–", "0123456789:-/.  --")
_DIGIT: Final = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_MONTHS: Final = {m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
_HAN: Final = "[〇○零一二三四五六七八九十廿]"

_ZONES: Final = {
    "z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "hkt": "+08:00", "sgt": "+08:00", "jst": "+09:00", "kst": "+09:00", "ist": "+05:30",
    "aest": "+10:00", "aedt": "+11:00", "msk": "+03:00", "bjt": "+08:00",
    "北京时间": "+08:00", "北京時間": "+08:00", "台北時間": "+08:00", "臺北時間": "+08:00", "香港時間": "+08:00", "东京时间": "+09:00", "首尔时间": "+09:00",
    "格林尼治时间": "+00:00", "格林尼治标准时间": "+00:00", "格林威治時間": "+00:00", "格林威治標準時間": "+00:00", "世界标准时间": "+00:00",
    "美东时间": "?", "美東時間": "?", "当地时间": "?", "當地時間": "?", "伦敦时间": "?", "倫敦時間": "?", "纽约时间": "?", "紐約時間": "?",
}  # fmt: skip
"""Offsets of the zone names that datelines use; CST is left out, it is China's and Chicago's."""
_ZONE_BEFORE: Final = re.compile(rf"({'|'.join(sorted((n for n in _ZONES if not n.isascii()), key=len, reverse=True))})\W{{0,3}}\Z")
"""A zone's name in front of a date, as 北京时间2010年12月1日 07:22."""

_ZONE: Final = r"(?:\(?\s*(?P<zone>(?:GMT|UTC)\s*[+-]\s*\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d|Z\b|(?:UTC|GMT|BST|CES?T|E[SD]T|CDT|M[SD]T|P[SD]T|HKT|SGT|JST|KST|IST|AE[SD]T|MSK|ET|CST|BJT)\b|北京时间|北京時間|[台臺]北時間|香港時間|格林尼治(?:标准)?时间|格林威治(?:標準)?時間|(?:美东|当地|伦敦|纽约|东京)时间|(?:美東|當地|倫敦|紐約)時間)\s*\)?)"
_HALF: Final = r"(?P<half>上午|下午|晚上|晚间|晚間|凌晨|早上|清晨|中午|傍晚|[AaPp]\.?[Mm]\.?(?![A-Za-z]))"
_CLOCK: Final = (
    r"(?:(?:[\s,，T|·•∙‧]|at\b|on\b|于|-|—){0,4}(?:[(（\[]?(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w{0,6}[)）\]]?|[(（][一二三四五六日月火水木金土][)）])?[\s,，:]{0,3}" + _ZONE.replace("zone", "zone1") + r"?\s{0,3}"
    + _HALF.replace("half", "half1") + r"?\s{0,3}(?P<h>[01]?\d|2[0-4])\s?(?:[:：]\s?(?P<mi>[0-5]\d|\d(?=[:：]))(?:[:：](?P<s>[0-5]?\d)(?:[.,]\d{1,9})?)?|[时時点點](?P<mi2>[0-5]?\d)?分?(?:(?P<s2>[0-5]?\d)秒)?)(?!\d)\s{0,2}"
    + _HALF.replace("half", "half2") + r"?\s{0,2}" + _ZONE.replace("zone", "zone2") + r"?)?"
)  # fmt: skip

_FORMS: Final = tuple(
    re.compile(form + _CLOCK)
    for form in (
        r"(?<![\d.])(?P<y>(?:19|20)\d\d)\s?(?P<sep>[-/.])\s?(?P<m>0?[1-9]|1[0-2])\s?(?P=sep)\s?(?P<d>0?[1-9]|[12]\d|3[01])(?![\da-zA-SU-Z])",
        r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?年(?:\s?/)?\s?(?P<m>0?[1-9]|1[0-2])\s?月(?:\s?/)?\s?(?P<d>0?[1-9]|[12]\d|3[01])\s?[日号號]",
        r"(?:中華|中华)?(?:民國|民国)\s?(?P<roc>\d{2,3}|[〇○零一二三四五六七八九十百]{1,5})\s?(?:年|[-/.])\s?(?P<m>1[0-2]|0?[1-9]|[一二三四五六七八九十]{1,2})\s?(?:月|[-/.])\s?(?P<d>[12]\d|3[01]|0?[1-9]|[一二三四五六七八九十廿卅]{1,3})(?!\d)\s?日?",
        rf"(?P<hy>[一二](?:{_HAN}|0){{3}})年(?P<hm>{_HAN}{{1,2}})月(?P<hd>{_HAN}{{1,3}})[日号號]",
        r"(?i:(?<![a-z])(?P<mon>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d))(?!\d)",
        r"(?i:(?<![a-z])(?P<mon>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s+(?P<d>[0-3]?\d),?\s+(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+(?P<y>(?:19|20)\d\d))(?!\d)",
        r"(?i:(?<!\d)(?P<d>[0-3]?\d)(?:st|nd|rd|th)?[\s.-]+(?P<mon>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,?[\s-]+(?P<y>(?:19|20)\d\d))(?!\d)",
        r"(?<![\d/.-])(?P<a>[0-3]?\d)(?P<sep>[/.])(?P<b>[0-3]?\d)(?P=sep)(?P<y>(?:19|20)\d\d)(?!\.?\d|/)",
        r"(?<!\d)(?P<m>0?[1-9]|1[0-2])\s?月\s?(?P<d>0?[1-9]|[12]\d|3[01])\s?[日号號](?:\s?[·•‧|｜/,，]\s?(?P<y>20\d\d)(?=\s*(?:$|[·•‧|｜/])))?",
        r"(?<![\d.])(?P<y>(?:19|20)\d\d)\s?(?P<m>0[1-9]|1[0-2])\s?[-/]\s?(?P<d>0[1-9]|[12]\d|3[01])(?=\s*\d\d[:：]\d\d|\s+\d[:：]\d\d)",
        r"(?<![\d/.-])(?P<d>0[1-9]|[12]\d|3[01])\s?/\s?(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![-/.]?\d)",
        r"(?<![\d/.-])(?P<m>0[1-9]|1[0-2])[-/](?P<d>0[1-9]|[12]\d|3[01])(?=\s+\d{1,2}[:：]\d\d|\s*$|\s*[|)）\]])",
        r"(?<=[期間间布佈][:：])\s?(?P<m>0?[1-9]|1[0-2])[-/](?P<d>0[1-9]|[12]\d|3[01])(?![-/.]?\d)",
        r"(?<!\d)(?P<y>20[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?=\s+\d\d:\d\d)",
        r"(?<![\d/.-])(?P<yy>1[3-9]|2\d)(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?=\s*\d\d:\d\d)",
        r"(?<=[間期佈布][:： ])\s?(?P<roc>9\d|1[0-2]\d)(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
        r"(?<=[间期][:：])\s?(?P<yy>[0-2]\d)(?P<sep>[-/])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])(?![-/.]?\d)",
        r"(?<=[间間期佈布][:：])\s?(?P<y>20[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
        r"(?<![\d/.-])(?P<yy>[0-2]\d)(?P<sep>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=sep)(?P<d>0?[1-9]|[12]\d|3[01])(?=\s*(?:第?\s?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s?版|[(（\[]?(?:星期|[周週])[一二三四五六日天]))",
    )
)  # fmt: skip

_NEEDS: Final = ("n", "年", "民", "年", "w", "w", "w", "n", "月", "n", "n", "-", "-", "c", "s", "r", "-", "c", "e")
"""What stands in any text that a form can match, as `_holds` tells it: most lines have it for few of them."""
_WORD: Final = re.compile("[a-z]{3}", re.I)

_RELATIVE: Final = re.compile(
    r"(?P<day>今天|今日|昨天|昨日|前天)\s*(?P<h>[01]?\d|2[0-3])[:：](?P<mi>[0-5]\d)|(?P<n>\d{1,3})\s*(?:个|個)?\s*(?P<unit>分钟|分鐘|小时|小時|天|minutes?|mins?|hours?|days?)\s*(?:之?前|ago)|(?P<now>刚刚|剛剛|just now)"
)
_GATE: Final = re.compile("[0-9０-９〇一二]|刚刚|剛剛|just now")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: text[start:end], in code points."""

    start: int
    end: int
    year: int
    """0 where none is written."""
    month: int
    day: int
    clock: str = ""
    """"HH:MM:SS", or "" where no time is written."""
    offset: str = ""
    """"+HH:MM" where the zone is written, "?" where its name has no one meaning."""

    def iso(self, year: int, offset: str) -> str:
        """ISO 8601: the date alone where no time is written or the offset is not known."""
        shown = f"{self.year or year:04d}-{self.month:02d}-{self.day:02d}"
        zone = self.offset or offset
        return f"{shown}T{self.clock}{zone}" if self.clock and zone and zone != "?" else shown

    def is_real(self, year: int = 2000) -> bool:
        """Whether the calendar has that day."""
        try:
            date(self.year or year, self.month, self.day)
        except ValueError:
            return False
        return True


def read(text: str, now: str = "") -> list[Found]:
    """All dates of a text, in order. `now` (ISO 8601) is what 今天, 昨天 and N小时前 count from; without it they say nothing."""
    if not _GATE.search(text):
        return []
    folded = text.translate(_FOLD)
    found: list[Found] = []
    held = _holds(folded)
    has_zone = "时间" in folded or "時間" in folded
    for form, needs in zip(_FORMS, _NEEDS, strict=True):
        if needs not in held:
            continue
        for match in form.finditer(folded):
            if not any(f.start < match.end() and match.start() < f.end for f in found) and (one := _found(match)) and one.is_real():
                one = _with_han_clock(one, folded) if "c" not in needs and ("时" in folded or "時" in folded or "点" in folded or "點" in folded) else one
                if has_zone and one.clock and not one.offset and (named := _ZONE_BEFORE.search(folded, max(0, one.start - 12), one.start)):
                    one = replace(one, offset=zone(named[1]))
                found.append(one)
    if now:
        found += (f for f in _relative(folded, now) if not any(g.start < f.end and f.start < g.end for g in found))
    found.sort(key=lambda f: f.start)
    return _with_clocks(found, folded) if ":" in folded and not all(f.clock for f in found) else found


_EITHER_WAY: Final = re.compile(r"(?<![\d/.-])(?P<a>[0-3]?\d)(?P<sep>[/.-])(?P<b>[0-3]?\d)(?P=sep)(?P<y>(?:19|20)\d\d)(?!\.?\d|/)" + _CLOCK)


def read_as(text: str, day: str) -> Found | None:
    """The first date of a text that is this day (YYYY-MM-DD) with either of its numbers taken for the month: 11/02/2021."""
    for match in _EITHER_WAY.finditer(text.translate(_FOLD)):
        for month, date_of in (("a", "b"), ("b", "a")):
            if f"{match['y']}-{int(match[month]):02d}-{int(match[date_of]):02d}" == day and _found(match) is None:
                found = Found(match.start(), match.end(), int(match["y"]), int(match[month]), int(match[date_of]), *_hour(match.groupdict()))
                return found if found.clock else _with_clocks([found], text.translate(_FOLD))[0]
    return None


_BITS: Final = re.compile(r"[\d\s年月日号號/.·_|:-]{1,20}|(?=.*\d)(?:[一二三四五六七八九十]{1,2}月|(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?|\d++(?:st|nd|rd|th)?|[,\s年日号號]++)++")
"""What a line holds that may be a part of a date and nothing else."""
_SEP: Final = r"\s?[-/.年·]\s?"
_HALVES: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<d>\d\d?)\s?[日号號]?[\s|/]+(?P<y>20\d\d){_SEP}(?P<m>\d\d?)\s?月?",
        rf"(?P<y>20\d\d){_SEP}(?P<m>\d\d?)\s?月?[\s|]+(?P<d>\d\d?)\s?[日号號]?",
        r"(?P<m>\d\d?)\s?[-/.月]\s?(?P<d>\d\d?)\s?[日号號]?[\s|]+(?P<y>20\d\d)\s?年?",
        r"(?P<d>\d\d?)\s?[/.-]\s?(?P<m>\d\d?)[\s|]+(?P<y>20\d\d)",
        r"(?P<d>\d\d?)\s?[日号號]?[\s|/]+(?P<m>\d\d?)\s?月,?[\s|/]*(?P<y>20\d\d)\s?年?",
        r"(?P<y>20\d\d)\s?年?[\s|/]+(?P<m>\d\d?)\s?月[\s|/]*(?P<d>\d\d?)\s?[日号號]?",
        r"(?P<y>20\d\d)\s?年?[\s|]+(?P<m>\d\d?)\s?[-/.]\s?(?P<d>\d\d?)",
        r"(?P<y>20\d\d) (?P<m>\d\d) (?P<d>\d\d)",
        r"(?P<d>\d\d?)[\s|]+(?P<m>\d\d?)\s?[-/.]\s?(?P<y>20\d\d)",
        r"(?P<d>\d\d?)\s?[日号號]?\s+(?P<hm>[一二三四五六七八九十]{1,2})月,?\s*(?P<y>20\d\d)\s?年?",
        r"(?P<hm>[一二三四五六七八九十]{1,2})月\s+(?P<d>\d\d?)\s?[日号號]?,?\s+(?P<y>20\d\d)\s?年?",
        r"(?P<y>20[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])",
        r"(?P<y>20\d\d)(?P<sep>[·_])(?P<m>\d\d?)(?P=sep)(?P<d>\d\d?)",
        r"(?P<roc>9\d|1[0-2]\d)(?P<sep>[-/.])(?P<m>0[1-9]|1[0-2])(?P=sep)(?P<d>0[1-9]|[12]\d|3[01])",
    )
)
"""Dates that fill a line, or lines of their own: what they say would be no date among other words."""
_AND_CLOCK: Final = re.compile(r"\s(?P<clock>\d\d?:\d\d(?::\d\d)?)")


def is_part(text: str) -> bool:
    """Whether a line holds nothing but what may be a part of a date."""
    return _BITS.fullmatch(text.translate(_FOLD)) is not None


def read_whole(text: str) -> Found | None:
    """The date that a text is from its first character to its last, in forms as print sets them off too: 26 2023/09, 九月 26 2023."""
    folded = text.translate(_FOLD).strip()
    if not _BITS.fullmatch(folded):
        return None
    clock = _AND_CLOCK.search(folded)
    day = folded[: clock.start()] if clock and clock.end() == len(folded) else folded
    for form in _HALVES:
        if match := form.fullmatch(day):
            got = match.groupdict()
            year = 1911 + int(got["roc"]) if got.get("roc") else int(got["y"])
            month = han(got["hm"]) if got.get("hm") else int(got["m"])
            if 0 < month < 13:
                found = Found(0, len(text), year, month, int(got["d"]), _padded(clock["clock"]) if clock and day != folded else "")
                return found if found.is_real() else None
    return next((replace(one, start=0, end=len(text)) for one in read(folded) if one.year and not re.search(r"\w", folded[: one.start] + folded[one.end :])), None)


def _padded(clock: str) -> str:
    hour, minute, *second = clock.split(":")
    return f"{int(hour):02d}:{minute}:{second[0] if second else '00'}" if int(hour) < 24 and int(minute) < 60 else ""


_HAN_CLOCK: Final = re.compile(r"\s?(?P<half>上午|下午|晚上|晚间|晚間|凌晨|早上|清晨|中午|傍晚)?\s?(?P<h>[〇○零一二三四五六七八九十]{1,3})[时時点點](?:(?P<mi>[〇○零一二三四五六七八九十]{1,3})分|(?P<half_hour>半))?(?:钟|鐘|整)?")


def _with_han_clock(found: Found, text: str) -> Found:
    """A date in Chinese numerals with the time behind it in such: 民國一一二年十一月二十日 十六時三十分."""
    if found.clock or not (match := _HAN_CLOCK.match(text, found.end)):
        return found
    hour, minute = han(match["h"]), han(match["mi"] or "") or 30 * bool(match["half_hour"])
    if match["half"] in ("下午", "晚上", "晚间", "晚間", "傍晚") and hour < 12:
        hour += 12
    return replace(found, end=match.end(), clock=f"{hour:02d}:{minute:02d}:00") if hour < 24 and minute < 60 else found


_CLOCK_BEFORE: Final = re.compile(r"(?<![\d:])(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?(?:\s(?P<zone>(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d\d)?)?|BST|ET|HKT|SGT))?(?:,?\s|\s?\|\s?)\Z")
_CLOCK_AFTER: Final = re.compile(r"[\s)\]】）]{0,3}(?:[发發][布佈表]|刊登|上[传傳])(?:于|於|时间|時間)?\s?:?\s?(?P<h>[01]?\d|2[0-3]):(?P<mi>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:])")


def _with_clocks(found: list[Found], text: str) -> list[Found]:
    """Dates with the time in front of them, or behind a word of publishing: 08:05, September 07, 2021; [2018.09.16] 發表 18:42."""
    kept: list[Found] = []
    for at, one in enumerate(found):
        if one.clock or not one.year:
            pass
        elif match := _CLOCK_BEFORE.search(text, max(one.start - 24, kept[-1].end if kept else 0), one.start):
            hour = int(match["h"]) % 12 + 12 * (match["half"] in "Pp") if match["half"] else int(match["h"])
            one = replace(one, start=match.start(), clock=f"{hour:02d}:{match['mi']}:{match['s'] or '00'}", offset=zone(match["zone"] or ""))
        elif match := _CLOCK_AFTER.match(text, one.end, found[at + 1].start if at + 1 < len(found) else len(text)):
            one = replace(one, end=match.end(), clock=f"{int(match['h']):02d}:{match['mi']}:{match['s'] or '00'}")
        kept.append(one)
    return kept


def _holds(text: str) -> str:
    """What is there of `_NEEDS`: a character itself, "-" for a hyphen or slash, and beside a year "n" for these or a dot, "w" for a word.

    Where a clock follows, "c" for eight digits and "s" for a year of two digits, "e" for one before a paper's page or a weekday; "r" for a year of the Republic behind a label.
    """
    held = "".join([char for char in "年月民" if char in text])
    if "-" in text or "/" in text:
        held += "-"
    if "20" in text or "19" in text:
        held += "n" if "-" in held or "." in text else ""
        held += "w" if _WORD.search(text) else ""
        held += "c" if ":" in text else ""
    if "-" in held or "." in text:
        held += "s" if ":" in text else ""
        held += "e" if "版" in text or "星期" in text or "周" in text or "週" in text else ""
        held += "r" if ":" in text or "期 " in text or "佈 " in text or "布 " in text or "間 " in text else ""
    return held


def _found(match: re.Match[str]) -> Found | None:
    got = match.groupdict()
    year, month, day = got.get("y"), got.get("m"), got.get("d")
    if got.get("a"):
        a, b = int(got["a"]), int(got["b"])
        if got["sep"] == "." or a > 12 or a == b:
            d, m = a, b
        elif b > 12:
            m, d = a, b
        else:
            return None
        y = int(year or 0)
    elif got.get("hy"):
        y, m, d = int(got["hy"].translate(_DIGIT)), han(got["hm"]), han(got["hd"])
    elif got.get("roc"):
        y, m, d = 1911 + han(got["roc"]), han(month or ""), han(day or "")
    elif got.get("yy"):
        y, m, d = 2000 + int(got["yy"]), int(month or 0), int(day or 0)
    else:
        y, d = int(year or 0), int(day or 0)
        m = _MONTHS[got["mon"].lower()[:3]] if got.get("mon") else int(month or 0)
    if not (1 <= m <= 12 and 1 <= d <= 31 and (y == 0 or 1900 <= y <= 2100)):
        return None
    return Found(match.start(), match.end(), y, m, d, *_hour(got))


def _hour(got: dict[str, str | None]) -> tuple[str, str]:
    """What the groups of `_CLOCK` hold, as clock and offset."""
    clock = offset = ""
    if got["h"]:
        hour, minute, second = int(got["h"]), int(got["mi"] or got["mi2"] or 0), int(got["s"] or got["s2"] or 0)
        half = (got["half1"] or got["half2"] or "").lower().replace(".", "")
        if (half in ("pm", "下午", "晚上", "晚间", "晚間", "傍晚") and hour < 12) or (half == "中午" and hour < 3):
            hour += 12
        elif half in ("am", "凌晨", "上午") and hour == 12:
            hour = 0
        if hour < 24 and minute < 60 and second < 60:
            clock = f"{hour:02d}:{minute:02d}:{second:02d}"
        offset = zone(got["zone1"] or got["zone2"] or "")
    return clock, offset


def zone(name: str) -> str:
    """The offset a zone's name means: "" for none or the page's own (CST), "?" for one that a date alone does not settle (ET)."""
    name = "".join(name.split()).lower()
    if name in ("", "cst"):
        return ""
    if shift := re.fullmatch(r"(?:gmt|utc)?([+-])(\d{1,2}):?(\d\d)?", name):
        return f"{shift[1]}{int(shift[2]):02d}:{shift[3] or '00'}" if int(shift[2]) <= 14 else "?"
    return _ZONES.get(name, "?")


def han(number: str) -> int:
    """The value of a number below 200 in Chinese or ASCII digits; 0 where it is none."""
    if number.isascii():
        return int(number) if number.isdigit() else 0
    number = number.replace("廿", "二十").replace("卅", "三十").replace("一百", "百")
    if "百" in number:
        rest = number.partition("百")[2].lstrip("零〇○")
        return 100 + (han(rest) if rest else 0)
    if "十" in number:
        tens, _, ones = number.partition("十")
        a, b = tens.translate(_DIGIT) or "1", ones.translate(_DIGIT) or "0"
        return int(a) * 10 + int(b) if a.isdigit() and b.isdigit() else 0
    digits = number.translate(_DIGIT)
    return int(digits) if digits.isdigit() else 0


def _relative(text: str, now: str) -> Iterator[Found]:
    try:
        base = datetime.fromisoformat(now)
    except ValueError:
        return
    offset = base.isoformat()[-6:] if base.tzinfo else ""
    for match in _RELATIVE.finditer(text):
        if match["day"]:
            then = base - timedelta(days={"今": 0, "昨": 1, "前": 2}[match["day"][0]])
            clock = f"{int(match['h']):02d}:{match['mi']}:00"
        else:
            unit = (match["unit"] or "")[:1]
            n = int(match["n"] or 0)
            then = base - (timedelta(days=n) if unit in "天d" and unit else timedelta(hours=n) if unit in "小h" and unit else timedelta(minutes=n))
            clock = ""
        yield Found(match.start(), match.end(), then.year, then.month, then.day, clock, offset if clock else "")


_IN_URL: Final = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/_.]?)(?P<m>0[1-9]|1[0-2])(?:(?P=s)|[-/_.]t?)?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)|/(?P<y2>(?:19|20)\d\d)/(?P<m2>\d{1,2})/(?P<d2>\d{1,2})(?!\d)|t(?P<y3>20\d\d)(?P<m3>\d\d)(?P<d3>\d\d)_"
)


def in_url(url: str) -> Found | None:
    """The date that an address holds (/2011-08/05/, /20110805/, t20110805_), if it holds one."""
    path = url.partition("://")[2].partition("/")[2]
    for match in _IN_URL.finditer("/" + path.partition("?")[0]):
        y, m, d = (int(match[k] or match[k + "2"] or match[k + "3"] or 0) for k in "ymd")
        if 1990 <= y <= 2100 and 1 <= m <= 12 and 1 <= d <= 31 and (one := Found(match.start(), match.end(), y, m, d)).is_real():
            return one
    return None
