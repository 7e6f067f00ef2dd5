"""What a place in a text says of the character there beyond pairs and words: how sentences, quotations, rows of marks and numbers go, and what else is said near it."""

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Protocol

from qnews_scraper.text.hanzi import is_han

HERE, OFTEN, ROW, AGAIN = 0.72, 0.46, 2.7, 2.7
"""For a character that the page has elsewhere, for the logarithm of how often, for a row of four with its neighbours, and for the logarithm of how often it has a pair."""
BOTH: Final = 2.2
"""What is known of marks stands for pairs and words together."""

OPENED: Final = {"“": "”", "「": "」", "《": "》", "‘": "’"}
_PAIRED: Final = OPENED | {"『": "』", "（": "）", "【": "】", "〈": "〉", "〔": "〕"}
_OPENER: Final = {close: open_ for open_, close in _PAIRED.items()}
CLOSE: Final = ("”", "」")
STOPS: Final = "。！？…"
_MARKS: Final = "，。！？：、；…"
_STOP_SHARE: Final = math.log(0.03)
"""A stop is one character in thirty."""
_NUMBER: Final = re.compile(r"[0-9.,]+(.?)")
_OF_TIME: Final = "年月日時时點点號号:"
"""What a number after a preposition of time goes on with; other numbers count things."""
_COMPARED: Final = ("低", "高", "大", "小", "多", "少", "早", "晚")
"""What is more or less than a number."""
_ASKS: Final = re.compile(r"[吗嗎]|(?:[谁誰哪]|什么|什麼|甚麼|怎[么麼样樣])(?!.{0,2}[也都])|多少|是否|是不是|能不能|有没有|有沒有|为何|為何|何[时時处處]|如何|(?<![十百千万萬好这這那前后後近数數])[几幾](?=[个個人天年次点點])|难道|難道|啥|何[在以去故]|([\u4e00-\u9fff])不\1|[呢么嗎吗]$")
"""What a clause has that asks."""
_REPORTS: Final = re.compile("(?:[讯訊电電]|[记記]者|[通特]讯员|通訊員)[^。！？]{0,60}(?:报道|報道|報導|摄影报道)$")
"""How the head of a report ends, before its colon."""
_DATE: Final = re.compile(r"(?:1[0-2]|[1-9])月|(?:19|20)\d\d年|\d{1,2}[日号號]")
"""What is done at a time is done 于 or 在 it, and nothing with 了 and a day behind it."""
_SINCE: Final = re.compile(r"[今去前昨当當]?[\d年月日岁歲]{2,11}(?:(?<=[年月日岁歲])(?:起|[开開]始)|[^，。！？；：\n]{0,12}以[来來](?=[，、。；）]))")
"""A time that something goes on from, 自 or 从; nothing goes on to it."""
_YEAR_AND: Final = re.compile(r"(?:19|20)\d\d年(?:1[0-2]|0?[1-9])$")
_MINUTES: Final = re.compile(r"[0-5]?\d分(?![之钟鐘])")
_WHO: Final = "我你您他她它们們的了"
"""What stands between no two numbers."""
_ARTICLE: Final = re.compile(r"(?:^|[\n\u3000>])第[一二三四五六七八九十百零〇\d]{1,6}[条條章节節款]$")
"""The number of an article of a law, before its text."""
_BEFORE_MONTH: Final = "一二三四五六七八九十正腊臘元个個本上下每当當该該这這那几幾数數整满滿年岁歲两兩半零闰閏"
_ITEM: Final = re.compile(r"[^，。！？；：、\n]{1,10}(?:、|[及和与與或][^，。！？；：、\n]|以及|等)")
"""An item of a row, and how the row goes on or ends behind it."""
_LABEL: Final = re.compile(r"(?:^|[，。！？；：、“”（）\s\u3000>])(?:[\u4e00-\u9fff]{0,6}(?:提示|[专專][线線]|[电電][话話]|[热熱][线線]|[传傳]真|地址|网址|網址|邮箱|信箱|[时時][间間]|地[点點]|阶段|階段)|.{0,24}(?:如下|[点點][击擊]))$")
"""What a colon stands behind where a number or a quotation follows."""
_CLOCK: Final = re.compile(r"\d\d(?!\d)")
_INSIDE: Final = re.compile("[，。！？；：]")


class Seen(Protocol):
    """How often a text has a character, or a row of two to four."""

    def get(self, row: str, default: int, /) -> int: ...


class Line(str):
    """The same of one text, counted when it is asked for."""

    __slots__ = ()

    def get(self, row: str, _: int, /) -> int:
        return self.count(row)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the character stood."""

    left: str
    """The line before it, repaired."""
    right: str
    """What comes after it, as far as it is known; "\\n" at a line's end."""
    seen: Seen = field(default_factory=dict[str, int])
    """How often the page has a character, or a row of two to four, elsewhere: a word is rarely used once."""
    is_open: bool = False
    """Whether one of the two characters before it was lost too, or a neighbour's half with its own."""


def told(place: Place, char: str) -> float:
    """What is known of the place beyond pairs and words: how sentences, quotations, rows of marks and numbers go."""
    left, right = place.left, place.right
    found = _in_pairs(place, char) if char in _PAIRED or char in _OPENER else 0.0
    opened = _opened(left)
    if right[:1] in CLOSE:
        logit = _ends_in_stop(left, opened, right[1:2])
        return found + BOTH * (-math.log1p(math.exp(-logit)) - _STOP_SHARE if char in STOPS else -math.log1p(math.exp(logit)))
    if char in STOPS:
        found += _may_stop(left) + _may_begin(right) + (BOTH * (_stops_before(right, opened) - _STOP_SHARE) if right[:1] in OPENED else 0.0)
    if char == "\u3000" and is_han(left[-1:]):  # no indent
        found += 4.0 if _ARTICLE.search(left, max(0, len(left) - 10)) else -12.0
    if char == "、":
        found += _lists(left, right) - 5.0 * (_ARTICLE.search(left, max(0, len(left) - 10)) is not None)
    if char == "月" and right[:1].isdecimal() and left and not left[-1].isdecimal() and left[-1] not in _BEFORE_MONTH:
        found -= 5.0
    elif char == "月" and _YEAR_AND.search(left, max(0, len(left) - 7)):
        found += 3.0
    if char in "时時点點" and left[-1:].isdecimal() and _MINUTES.match(right):
        found += 3.0
    if char == "…":
        found += 3.0 if "…" in (left[-1:], right[:1]) else -3.0
    elif char in _MARKS and (left[-1:] in _MARKS or right[:1] in _MARKS):
        found -= 1.0 if char in "！？" and char == right[:1] else 6.0
    if char in _MARKS and right[:1] == "）":
        found -= 4.0
    if right[:1] in ("\n", "<"):
        found -= 6.0 * (char in "，、；：\u3000") + 4.0 * (char != "）" and left.rfind("（") > left.rfind("）"))
    if char in "于於在了" and (date := _DATE.match(right)) and not left[-1:].isdecimal():
        found += 2.0 if char != "了" else -2.0 * (date[0][-1] != "年")
    if char in "自从從至后後" and _SINCE.match(right):
        found += 2.0 if char in "自从從" else -2.0
    if char in "于於在自從" and (number := _NUMBER.match(right)) and number[1] not in _OF_TIME and not (char in "于於" and left[-1:] in _COMPARED):
        found -= 5.0
    if char in _MARKS and left[-1:].isdecimal() and right[:1].isdecimal():
        found += (6.0 if char == "：" and _CLOCK.match(right) and not left[-3:].isdecimal() else 0.0) - 3.0 * (char in "。！？；")
    elif left[-1:].isdecimal() and char in _WHO and right[:1].isdecimal():
        found -= 6.0
    elif left[-1:].isdecimal() and char in "个個" and is_han(right[:1]):
        found += 2.0
    elif char in "？！":
        found += (3.0 if char == "？" else -3.0) * asks(left)
    elif char == "：" and (right[:1].isdecimal() or right[:1] in OPENED or right[:1] == '"') and _LABEL.search(left, max(0, len(left) - 40)):
        found += 3.0
    elif char == "：" and _REPORTS.search(left, max(0, len(left) - 70)):
        found += 5.0
    if char in CLOSE and left[-1:] in STOPS and opened >= 0 and OPENED[left[opened]] == char:
        found += 9.0 if right[:1] in ("\n", "<") else 5.0
    return found


def _in_pairs(place: Place, char: str) -> float:
    """What the marks that come in pairs, before and after the place, say of one of them there."""
    left, right = place.left, place.right
    if char in _PAIRED:
        if right[:1] in _MARKS or right[:1] in _OPENER or right[:1] == "\n" or right[:2] == "</":
            return -8.0
        open_, close = char, _PAIRED[char]
        if left.rfind(open_) > left.rfind(close):
            return -5.0
        again, end = right.find(open_), right.find(close)
        return 5.0 if end >= 0 and not 0 <= again < end else 0.0
    open_, close = _OPENER[char], char
    if left.rfind(open_) <= left.rfind(close):  # one may have been opened in a paragraph before
        return -2.0 if char == "”" and left[-1:] in STOPS and (right[:1] == "\n" or right[:2] == "</") else -6.0
    end, again = right.find(close), right.find(open_)
    if end >= 0 and not 0 <= again < end:
        return -5.0
    # where the line goes on beyond what is known, a quotation may go on too
    if right[:1] in ("\n", "<"):  # a sentence ends in a stop before its quotation does, and the next one may be quoted too
        return 7.0 if left[-1:] in STOPS or not _INSIDE.search(left) else 2.0
    return 4.0 if again >= 0 or "\n" in right or close == "》" else 0.0


@lru_cache(64)
def asks(left: str) -> bool:
    """Whether the clause so far asks."""
    return _ASKS.search(left, max(map(left.rfind, "。！？；：“”\n>")) + 1) is not None


def _lists(left: str, right: str) -> float:
    """What the clause before and what follows say of a comma between items: a row has more of them, or ends in 和."""
    is_next = _ITEM.match(right) is not None
    was = left.rfind("、")
    is_row = was >= 0 and len(left) - was <= 12 and not _INSIDE.search(left, was)
    return 1.2 * is_next + 2.0 * is_row


def _may_begin(right: str) -> float:
    """What follows as far as the next mark says of a stop before it: no clause is one character."""
    return -3.5 if len(right) > 1 and right[1] in _MARKS and is_han(right[0]) else 0.0


def _may_stop(left: str) -> float:
    """What the length of the clause so far says of a stop: one in a thousand clauses of news is shorter than four characters."""
    length = len(left) - 1 - max(map(left.rfind, "，。！？：；“”、（\n>"))
    return -5.0 if length < 3 else -3.0 if length < 4 else -1.0 if length < 6 else 0.0


def _stops_before(right: str, opened: int) -> float:
    """Log-likelihood that a stop stands before an opening mark.

    Counted as above, of 6,000: before a name or a term in quotation marks one in forty has a stop, before a sentence one in four.
    """
    if opened >= 0 and right[0] in "“「":
        return -7.0
    close = right.find(OPENED[right[0]])
    if close >= 0 and not _INSIDE.search(right, 0, close):
        return -2.8 if right[0] == "《" else -3.5
    return -1.2


def elsewhere(place: Place, char: str) -> float:
    """What it is worth that the page has the character, alone and between these neighbours, elsewhere."""
    left, right, seen = place.left, place.right, place.seen
    if not (count := seen.get(char, 0)):
        return 0.0
    found = HERE + OFTEN * math.log1p(count) + AGAIN * (math.log1p(seen.get(left[-1:] + char, 0)) + math.log1p(seen.get(char + right[:1], 0)))
    return found + ROW * any(seen.get(left[len(left) - before :] + char + right[: 3 - before], 0) for before in range(min(3, len(left)), -1, -1))


@lru_cache(64)
def _opened(left: str) -> int:
    """Where the quotation that the place stands in begins; -1 outside of any."""
    at = max(left.rfind("“"), left.rfind("「"))
    return at if at > max(left.rfind("”"), left.rfind("」")) else -1


def _ends_in_stop(left: str, opened: int, after: str) -> float:
    """Log-odds that a quotation, as it stands so far, ends in a stop.

    Counted on a month of a daily, 7,900 quotations: of those that a Han character leads in, one in a hundred
    does; of those after ： or ，, two of three, the longer the more; of those that a mark follows, none.
    """
    if after and after in "，、。；：！？）》":
        return -7.0
    is_last = after in ("", "\n", "<")
    end = 2.0 * is_last
    if opened < 0:
        return 0.5 + end
    length = len(left) - opened - 1
    marks = _INSIDE.search(left, opened) is not None
    before = left[opened - 1 : opened]
    if before in ("：", "，", ":", ",", "说", "說", "道", "称", "稱"):
        return (-4.0 if length <= 3 else -0.4 if length <= 6 else 1.0 if length <= 10 else 2.0 if length <= 16 else 3.0) + marks + end
    if not before or before in "。”！？\n\t \u3000>":
        return (-3.0 if length <= 3 else -1.3 if length <= 6 else 0.0 if length <= 10 else 2.5) + marks + end
    return (-1.5 if length > 16 else -2.8) + end if marks else (-7.0 if length <= 3 else -5.0 if length <= 10 else -3.8) + 0.5 * is_last
