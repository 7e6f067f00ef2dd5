"""What stands above the first running text in the body's block: headline, deck, dateline, bars."""

import re
from typing import Final

from qnews_scraper.extract.beside import CABLE
from qnews_scraper.extract.credits import is_credits
from qnews_scraper.extract.layout import ROW, Layout, Line
from qnews_scraper.extract.opening import abstract_lines, diary_days, is_above_credits, is_name, names_writers
from qnews_scraper.extract.phrases import LABEL, SIGNED, invites
from qnews_scraper.extract.toolbar import counts_readers, is_toolbar
from qnews_scraper.extract.trim import DATE, says
from qnews_scraper.extract.weigh import SHORT
from qnews_scraper.extract.when import is_part, read

_SOME_DAY: Final = "2000-01-01"
"""For reading 今天 and 3小时前 as dates where only their being dates counts."""
_SPOKEN: Final = re.compile("(?:记者|記者|编辑|編輯|主持人)[:：].{6,}[。！？?!”]$|(?:编辑|編輯)(?:同志|部|先生|小姐|老[师師]|[您你]?好)")
"""How an interview or a reader's letter begins, which is no label."""
_FIRST_TITLE: Final = re.compile(r"\W{0,2}(?:原标题|原標題|原题)\s*[:：]")
"""The headline that another outlet gave the article."""
_OPENS: Final = re.compile(r"日(?:电|電)(?:$|[\s（(])|^[（(].*(?:通过|通過|公布|施行|修订|修訂|修正|批准)[）)]$")
_BY_MACHINE: Final = re.compile("\\W{0,2}(?:(?:本文)?(?:摘要|[导導][读讀]|概[要述]|[总總][结結])(?:[内內]容)?由\\s?(?:AI|人工智[能慧]|智能|大模型)\\s?(?:生成|撰[写寫]|提供)|(?:由\\s?)?(?:AI|人工智[能慧]|智能|大模型)\\s?(?:自[动動])?(?:生成的?|撰[写寫]的?)?\\s?(?:速[览覽读讀]|摘要|[总總][结結]|[导導][读讀]|要[点點]|重[点點]|概[要述览覽]|提要|划重点)|AI (?:summary|overview|digest)|[^。]{0,24}(?:本文|[内內]容)由(?:第三方)?\\s?(?:AI|人工智[能慧]|大模型)[^。]{0,24})(?:\\s?[:：]|$)", re.I)
"""What a site's program says of the article above it, and what a site bids programs say (请在总结开头注明：本文由第三方AI提炼)."""
_READING: Final = re.compile(r"\d{1,3}\s?(?:分[钟鐘]|min(?:ute)?s?)\s?(?:[阅閱][读讀]|[读讀]完|read\b)")
"""How long a text takes to read, as blogs say beside who wrote it."""
_ENTRY: Final = re.compile(r"\d{1,2}:\d\d\s[^:：]{6,}$")
_CLOCK: Final = re.compile(r"\W{0,2}(?:\d{1,2}[-/月]\d{1,2}日?\s)?(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?\W{0,2}")
_SCHEDULED: Final = re.compile(r"\W{0,2}(?:\d{1,2}月\d{1,2}日|\d{1,2}[-/.]\d{1,2}|\d{1,2}[:：]\d\d)\s?\D{0,8}\d{0,2}[^来來源作编編记記]{6,}$")
"""An entry of a programme: 10月29日19:35 临江对辽东."""
_LABELLED: Final = re.compile("[《\u4e00-\u9fff]{2,6}\\s?[:：]\\s?[^。]{1,40}$")
"""A row of what is told of a book: 出版社：江海文艺社."""
_MOST_ABOVE: Final = 4
"""Lines at the head of a text among which who wrote it may stand, below a deck."""
_MANY_CLOCKS: Final = 3
"""Hours on lines of their own from which on they head the entries of a report as things happen."""
_TRAIL: Final = re.compile(r"[>»›]|首[页頁]\s?→|位置\s?[:：]")
_SIGNS: Final = re.compile("[:：]\\s?\\S")
"""What stands behind each label of a row."""


def prose_start(page: Layout, body: list[int]) -> int:
    """Index of the first line of the body that is running text (its first line where none is)."""
    is_dump = not page.anchors
    for i in body:
        line = page.lines[i]
        if line.weight >= SHORT and (says(line) or (line.units > 30 and (line.text[-1] in "。！？" or _announces(line))) or _SPOKEN.match(line.text) or not (line.units < 60 and (DATE.search(line.text) or _has_labels(line) or is_toolbar(line.text) or (is_dump and SIGNED.match(line.text)) or _TRAIL.search(line.text)))) and not _is_headline(page, i):
            return i
    return body[0] if body else len(page.lines)


def _is_headline(page: Layout, i: int) -> bool:
    """Whether a short line that is no sentence stands right above a dateline, or in bold above a row of labels."""
    line = page.lines[i]
    if line.units >= 40 or says(line):
        return False
    after = [one for one in page.lines[i + 1 : i + 3] if one.units < 60 and not says(one)]
    return any(DATE.search(one.text) for one in after) or (line.strong and any(ROW.match(one.text) and len(_SIGNS.findall(one.text)) > 1 for one in after[:1]))


def _is_dateline(line: Line) -> bool:
    """Whether a short line gives a day, or who wrote it, and is no part of the text itself."""
    text = line.text
    if line.units >= 50 or text[-1] in "，,！!" or "。" in text or _announces(line) or says(line) or _opens(line):
        return False
    return bool(DATE.search(text) or (line.units < 24 and _READING.search(text)) or re.match(r"By\s+[A-Z]", text) or read(text, _SOME_DAY))


def _has_labels(line: Line) -> bool:
    """Whether a line begins with the label of a row of information."""
    return LABEL.match(line.text) is not None or (ROW.match(line.text) is not None and not _opens(line))


def _announces(line: Line) -> bool:
    """Whether a line is the clauses of a notice above what it gives notice of: 现将有关事项公告如下："""
    return line.text[-1] in ":：" and "，" in line.text


def _opens(line: Line) -> bool:
    """Whether a line that gives a day or an hour begins the text: an agency's message, a law by who passed it, an entry of what went on."""
    return bool(_OPENS.search(line.text) or (line.strong and _ENTRY.match(line.text)))


def cut_head(page: Layout, body: list[int], title_line: int) -> list[int]:
    """The body without headline, deck, dateline and the bars above the first running text."""
    body = [i for i in body if i > title_line]
    if not body:
        return body
    lines = page.lines
    total = sum(lines[i].units for i in body)
    seen = 0.0
    begin = 0
    is_ticker = len(body) > 2 * _MANY_CLOCKS and sum(lines[i].units < 9 and _CLOCK.fullmatch(lines[i].text) is not None for i in body) >= _MANY_CLOCKS
    scheduled = [line.units < 60 and _SCHEDULED.match(line.text) is not None for line in (lines[i] for i in body[:16])]
    days = diary_days(page, body)
    for at, i in enumerate(body[:14]):
        line = lines[i]
        if scheduled[at] and any(all(scheduled[a : a + _MANY_CLOCKS]) for a in range(max(0, at - 2), min(at + 1, len(scheduled) - 2))):
            break
        if is_ticker and line.units < 9 and _CLOCK.fullmatch(line.text):
            break
        if (cable := CABLE.match(line.text)) and cable["day"]:  # a picture's date may stand below it
            break
        if i in days:
            break
        if _is_dateline(line):
            begin = at + 1
        seen += line.units
        if seen > 0.3 * total or (line.weight > SHORT and not line.text.isascii() and line.units > 50):
            break
    body = body[begin:]
    while len(body) > 1 and (lines[body[0]].weight <= -5 or (lines[body[0]].units < SHORT and invites(lines[body[0]].text)) or (lines[body[0]].units < 60 and _FIRST_TITLE.match(lines[body[0]].text)) or names_writers(lines[body[0]]) or is_above_credits(page, body) or (lines[body[0]].units < 100 and _BY_MACHINE.match(lines[body[0]].text))):
        del body[0]
    if len(body) > 2 and body[0] == title_line + 1 and is_name(lines[body[0]]):
        del body[0]
    start = prose_start(page, body)
    first = page.blocks[lines[start].block] if body else None
    cells = {at for at in body if at < start and page.blocks[lines[at].block].parent == first.parent} if first and first.tag in ("td", "dd") else set[int]()
    kept: list[int] = []
    for i in body:
        line = lines[i]
        if i >= start or i in days or not (line.linked > 0.3 * line.units or (line.units < 4 and line.text[-1] not in "，。！？：" and i not in cells and not (is_ticker and _CLOCK.fullmatch(line.text))) or (line.units < 10 and is_part(line.text) and not is_ticker) or (DATE.search(line.text) and not is_ticker and not _opens(line)) or (_has_labels(line) and not _SPOKEN.match(line.text)) or (line.units < 24 and (is_toolbar(line.text) or counts_readers(line.text))) or (not page.anchors and line.units < 60 and SIGNED.match(line.text)) or _TRAIL.search(line.text)):
            kept.append(i)
        elif title_line < 0:
            kept.clear()
    kept = [i for at, i in enumerate(kept) if not (0 < at < _MOST_ABOVE and lines[i].units < 36 and is_credits(lines[i].text) and not any(_LABELLED.match(lines[j].text) and not is_credits(lines[j].text) for j in kept[at - 1 : at + 2]))]
    return kept[abstract_lines(page, kept) :]
