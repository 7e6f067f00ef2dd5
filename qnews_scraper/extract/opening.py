"""What stands between headline and text and is neither: who wrote it, a box with an abstract, a card about whom it is about."""

import re
from collections import defaultdict
from itertools import pairwise
from typing import Final

from qnews_scraper.extract.credits import WRITER, is_credits
from qnews_scraper.extract.layout import Layout, Line, units
from qnews_scraper.extract.names import is_lone_mixed, is_lone_name
from qnews_scraper.extract.phrases import is_filing, is_sentence
from qnews_scraper.extract.signed import signs

_AFFILIATED: Final = re.compile(r"[(（]\s?1\s?[.．、]?\s?[^()（）。]{4,80}[)）]")
"""（1. 江海大学；2. 海门学院）."""
_ABSTRACT: Final = re.compile(
    r"\W{0,2}(?:核心提示|[内內]容(?:提要|摘要|提示|[导導]读|[导導]讀|[简簡]介)|(?:新闻|新聞|文章|本文|本刊)?(?:摘\s?要|提\s?要|[导導]\s?[读讀])|[阅閱][读讀]提示|要[点點]提示)\s?(?:[:：]|[】\]]\s?[:：]?)\s?(?=\S)"
)
"""How a box begins that says beforehand what a text will tell."""
_ABSTRACT_HEAD: Final = re.compile(r"\W{0,2}(?:核心提示|[内內]容(?:提要|摘要|提示|[导導]读|[导導]讀)|(?:文章|本文)?摘\s?要|[导導]\s?[读讀])\W{0,2}")
"""The same as a heading of its own."""
_THANKS: Final = re.compile(r"感[谢謝][^。]{2,24}(?:[线線]索|投[递遞稿]|爆料|供稿|[来來]稿)(?:投[递遞稿])?[！!。]?")
"""感谢网友 夏阳 的线索投递！"""
_DAY: Final = re.compile(r"\d{1,2}月\d{1,2}[日号號](?:[\s，,]+(?:星期|[周週])[一二三四五六日天])?(?:[\s，,]+[多晴阴陰小中大暴阵陣雷云雲雨雪雾霧霾][\u4e00-\u9fff]{0,5})?")
"""What heads an entry of a diary: 5月13日 晴."""
_LONGEST_DAY: Final = 16.0
_CLAUSE: Final = re.compile("[，。！？；：,;!?]")
_MOST_IN_CARD: Final = 45
"""Units of a line about somebody."""
_LONGEST: Final = 200.0
"""Units of an abstract."""
_LOOKED_AT: Final = 12


def names_writers(line: Line) -> bool:
    """Whether a line above a text says who wrote it, where they work, or how an office has filed it."""
    text = line.text
    if line.units > 100:
        return False
    return bool((line.units < 60 and is_credits(text)) or (line.units < 36 and text[0] == "感" and _THANKS.fullmatch(text)) or (line.strong and WRITER.fullmatch(text)) or (line.units < 24 and signs(text)) or _AFFILIATED.fullmatch(text)) or is_filing(text)


def is_name(line: Line) -> bool:
    """Whether a line is the name of a person, or of two or three, and nothing else."""
    if line.units > 20 or line.linked:
        return False
    if " " in line.text and (names := line.text.split()) and len(names) < 4 and all(2 < len(name) < 5 and is_lone_name(name) for name in names):
        return True
    return line.units <= 12 and (is_lone_name(line.text) or is_lone_mixed(line.text))


def abstract_lines(page: Layout, body: list[int]) -> int:
    """How many lines at the head of a text are its abstract, labelled as such, and in a box of its own: one that is set as the paragraphs are is the first of them, and a long one that the text does not say again is its lead."""
    if len(body) < 4:
        return 0
    here = _holder(page, body[0])
    text, size = page.lines[body[0]].text, 1
    if _ABSTRACT_HEAD.fullmatch(text):  # the label is a heading of its own
        text, size = page.lines[body[1]].text, 2
    elif label := _ABSTRACT.match(text):
        text = text[label.end() :]
    elif not (body[0] and _ABSTRACT_HEAD.fullmatch(page.lines[body[0] - 1].text)) or _holder(page, body[0] - 1) != here:
        return 0
    if units(text) > _LONGEST or here in (-1, _home(page, body[size:])) or _holder(page, body[size - 1]) != here:
        return 0
    clauses = [clause for clause in _CLAUSE.split(text) if len(clause) > 3]
    told = "".join(page.lines[i].text for i in body[size:_LOOKED_AT])
    return size if units(text) < _MOST_IN_CARD or sum(clause in told for clause in clauses) > 0.5 * len(clauses) else 0


def is_above_credits(page: Layout, body: list[int]) -> bool:
    """Whether the first line is a card about somebody, and no sentence, right above the line that says who wrote the text."""
    if len(body) < 3:
        return False
    line, after = page.lines[body[0]], page.lines[body[1]]
    return line.units < _MOST_IN_CARD and line.text[-1] not in "。！？!?…，,、；;：:" and not is_sentence(line.text) and after.units < 60 and is_credits(after.text)


def diary_days(page: Layout, body: list[int]) -> frozenset[int]:
    """The lines that head the entries of a diary: several days without a year, each above a sentence, where a dateline stands once."""
    days = [i for i in body if page.lines[i].units < _LONGEST_DAY and _DAY.fullmatch(page.lines[i].text)]
    if len(days) < 2:
        return frozenset()
    heads = frozenset(days)
    return heads if sum(i in heads and is_sentence(page.lines[after].text) for i, after in pairwise(body)) > 1 else frozenset()


def _holder(page: Layout, i: int) -> int:
    """The block that a line's paragraph is in: its own where that holds more than one line."""
    at = page.lines[i].block
    block = page.blocks[at]
    return block.parent if at >= 0 and (block.tag in ("p", "li") or block.last - block.first == 1) else at


def _home(page: Layout, body: list[int]) -> int:
    held: defaultdict[int, float] = defaultdict(float)
    for i in body[:_LOOKED_AT]:
        held[_holder(page, i)] += page.lines[i].units
    return max(held, key=held.__getitem__)
