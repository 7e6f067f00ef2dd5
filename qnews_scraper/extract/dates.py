"""Which date is the article's: the dateline by the headline, weighed against what the head and the address say."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Final

from qnews_scraper.extract import when
from qnews_scraper.extract.head import Head
from qnews_scraper.extract.layout import Layout, units
from qnews_scraper.extract.phrases import COMMENT, LABEL, NEIGHBOUR, POSTED, RELATED, TOOL, is_filing, is_legal, is_sentence
from qnews_scraper.extract.rows import parted
from qnews_scraper.extract.scripted import scripted
from qnews_scraper.page import Page

_PUBLISHED = ("ld:datepublished", "article:published_time", "item:datepublished", "og:published_time", "pubdate", "publishdate", "publish-date", "date", "dc.date", "dc.date.issued", "parsely-pub-date", "sailthru.date", "weibo: article:create_at", "article.published", "og:release_date", "og:article:published_time", "publish_date", "published_time", "publication_date", "datepublished", "article_date_original", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.created", "bt:pubdate", "apub:time", "bytedance:published_time", "ld:pubdate", "publish_time", "_pubtime_", "firstpublishedtime", "field:article-time", "enp:date", "time")
_MODIFIED = ("ld:datemodified", "article:modified_time", "og:updated_time", "item:datemodified", "lastmod", "last-modified", "dc.date.modified", "dcterms.modified", "article_date_updated", "bytedance:updated_time", "ld:update", "lastmodifiedtime", "item:changed")
_NOT_THIS = ("今天是", "今天是：", "现在是", "现在时", "現在時", "当前时", "當前時", "目前時", "系统时间", "系統時間", "服务器时间", "今日是", "Today is", "截至", "截止", "有效期", "报名时间", "開放時間", "开放时间", "活动时间", "活動時間", "登录", "登錄", "注册", "註冊", "下一篇", "上一篇", "建站", "截稿", "推荐文章于", "推薦文章於")
_EVENT: Final = re.compile(
    r"(?:生于|生於|出生|成立于|成立於|始建于|逝世|(?:开庭|開庭|开幕|開幕|开播|開播|上映|举办|舉辦|举行|舉行|会议|會議|比赛|比賽|演出|考试|考試|展览|展覽|讲座|講座|报名|報名|活动|活動|招聘|投票|征集|施工|停电|停水|办理|受理|有效|截止|到期|备案|備案|成立|上市|开奖|開獎|保质|保質|施行|生效)"
    r"(?:时间|時間|日期|期限|期)?)\s*[:：至自为為]?\s*\Z"
)
"""What stands in front of the date of an event, a deadline or a birth."""
_COMPACT: Final = re.compile(r"(20[0-3]\d|19\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:([01]\d|2[0-3])([0-5]\d)([0-5]\d))?")
"""A date in a head written without marks."""
_STAMP: Final = re.compile(r"1[0-7]\d{8}(?:\d{3})?")
"""Seconds or milliseconds since 1970."""
_LABELLED: Final = re.compile(r"(?:^|[^\u4e00-\u9fff:：])(?:[\u4e00-\u9fff]{1,6}(?:时间|時間|日期|期限)|生日|诞辰|(?!日期|[本刊上每])[\u4e00-\u9fff]{1,5}[期日])\s*[:：]\s*\Z")
_OF_PUBLISHING: Final = re.compile(
    "[发發刊登布佈][布佈表稿文载載登出刊]|[見见出][报報刊]|更新|修改|修订|编辑|編輯|上[版网網架]|公[開开布佈告示]|上[传傳线線]|录入|錄入|提供|提交|创建|建立|文章|稿件|新闻|新聞|信息|消息|添加|推送|撰写|写作|张贴|成文|签发|簽發|印发|生成|制发|文件|首发|播出|出版|刊[登载发]|入库|采集|入稿|来稿|投稿|当前|原文|转载|收录|当地|北京|台北|臺北|"
    "[转轉][发發贴貼]|收錄|(?:加入|[导導]入|采用|整理|推[荐薦])(?=[时時日])|[载載]入|上[载載稿]|新增|更[改动動]|[变變]更|[異异][动動]|刷新|采[编編]|[编編][写寫发發稿]|張貼|[发發][帖贴貼送]|[贴貼]文|[供撰成完]稿|[报報]送"
)
"""What labels of a dateline speak of."""
_SPOKEN: Final = re.compile(r"[(（]\s?(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日(?:\s?[，,、·\s]\s?[\u4e00-\u9fff·]{2,16})?\s?[)）]")
"""The day in brackets under the headline of a speech, with its town: （2018年9月12日，南宁）. A dateline says when it was put up."""
_PLACE: Final = re.compile(r"[\s　](?:地点|地點|主讲|嘉宾|会场|主持人?)\s*[:：]")
"""What stands behind the date of an event."""
_DRAWN_UP: Final = re.compile(r"(?:(?:成文|签发|簽發|印发|生成|制发|文件)(?:日期|时间)|[发發]文日期)\s*[:：]?\s*\Z")
"""What stands in front of the day on which an official paper was signed: it counts where no day of publication is shown."""
_PASSED: Final = re.compile(r"在[^\s，。]{2,}|[^\s，。]{0,40}(?:[录錄]音|通[过過]|修[订訂正]|[讲講][话話])[^\s，。]{0,4}$")
"""What stands behind the day on which a speech was given or a law was passed: 2018年9月12日在海门大会上; it counts in the same way."""
_PUBLISHED_ON: Final = re.compile("(?:[发發][布佈表稿]|刊[登发發]|登[载載])(?:[时時][间間]|日期)\\s?[:：]")
"""How a line below the text begins that says when it was published."""
_NAMED: Final = re.compile(r".{0,4}(?:日期|时间|時間|登[录錄陆入]|[访訪][问問])\s?[:：]?")
"""The cell of a table that says what the date in the next one is."""
_ON: Final = re.compile(r"(?<!Published )(?<!published )(?<!Posted )(?<!posted )(?<!Updated )\b[a-z]+ (?:on|in|since|until|from|of|before|after) \Z")
_UNTIL: Final = re.compile(r"\s?(?:[(（](?:星期|周|週)?[一二三四五六日天][)）])?\s?(?:[—–~～-]{1,2}|至|到)\s?(?:\d{1,4}\s?[年月日号.號/-]\s?\d*|\d{1,2}\s?[日号號])(?!\d*[:：])")
"""What follows the first day of a time that lasts: 3月15日—4月20日."""
_GOES_ON: Final = frozenset("的起前至到晚")
"""What follows a date that a sentence speaks of."""
_DATED: Final = re.compile(r"20\d\d[-/.年]\s?\d{1,2}[-/.月]\s?\d|(?<!\d)\d\d-\d\d(?!\d)")
_WEEKDAY: Final = re.compile("星期|[周週][一二三四五六日]")
"""What a page's clock shows beside today's date."""
_SAID: Final = re.compile(r"\s*[:：]")
"""What a reader's comment has behind its date."""
_FOLDER: Final = re.compile(r"/((?:19|20)\d\d/\D.*)")
"""The year of an address that has month and day further on, as /2012/shehui_0611/: it holds for a dateline of that day."""
_MONTH_FOLDER: Final = re.compile(r"/((?:19|20)\d\d)[-_/]?(0[1-9]|1[0-2])/")
"""The same where it has the month alone, as /2015-08/."""
_ADDRESS: Final = re.compile(r"(?:https?://)?[a-z\d-]+(?:\.[a-z\d-]+)+/?", re.I)
_LONGEST: Final = 8.0
"""Units of a word beside a dateline: a linked source has them, the headline of another article has more."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s?年?")
"""A line that is a year: month and day stand on the next."""
_EDITED: Final = re.compile(r"\s?(?:重新|最[后後]|再次)?(?:编辑|編輯|修改)(?!\s?[:：])")
"""What boards put behind the time of a change."""
_HOUR: Final = re.compile(r"(?:(?:香港|北京|[台臺]北|本地|[当當]地)(?:时间|時間)\s?)?(?:[上下]午|凌晨|晚上)?\s?\d{1,2}\s?[时時點点:：]\s?\d{1,2}\s?分?")
"""A line with an hour alone, below the one with its day."""
_DAY_LINE: Final = re.compile(r"\W{0,2}(?:(?:发布|發布|發佈|发表|發表)?日期|(?:发布|發布|發佈|发表|發表)(?:时间|時間))\s?[:：]?\s?\d[\d\s年月日:：/.-]{5,18}")
"""A line of a list below a text and what is related to it: 日期 12.10.2017."""
_MOST_BELOW: Final = 40
"""Lines below what is related in which it may stand."""
_OF_ISSUE: Final = re.compile(r"[\u4e00-\u9fff][报報](?![名料警道导導告销銷])|第.{1,8}[期版]|[周週月]刊|[\u4e00-\u9fff][网網](?!络|絡|上|站|友)|\b(?:Daily|Times|News|Post)\b")
"""A paper, a site or an issue, which has its day beside its name."""
_HOURS: Final = re.compile(r"\d{1,2}[:：]\d\d(?![:：\d]*\d\d[年/-])")
"""An hour that is no part of a date."""
_DIARY: Final = re.compile(r"\s*(?:星期|[周週])[一二三四五六日天]\s*(?:[多晴阴陰小中大暴阵陣雷][\u4e00-\u9fff]{0,3}|[云雲雨雪雾霧霾])?\s*")
"""What a diary has behind the day of an entry."""
_AT_HOUR: Final = re.compile(r"\W{0,2}(?P<h>[01]?\d|2[0-3])[:：](?P<mi>[0-5]\d)(?:[:：](?P<s>[0-5]\d))?(?![:：\d])")
"""How a row begins whose day stands above the headline."""
_WEEKDAY_ONLY: Final = re.compile(r"(?:星期|[周週])[一二三四五六日天]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[\W_]")
"""What may stand beside a day that is alone."""
_CHANGE: Final = re.compile(r".{0,60}?(?:更新|修改|修[订訂]|[Uu]pdated|[Mm]odified)(?:[时時][间間]|日期|[于於]|on|at)?\s?[:：/／|｜]?\s?\d|\W{0,2}本[帖贴文]最[后後]由")
"""How a line begins that says when a text was changed."""
_NEWEST: Final = re.compile("(?:最新|本|当|當)(?:一?期)(?:[:：]|封面|杂志|雜誌|目录|目錄)|最新一期|新刊|预告|預告")
"""What stands above a text and tells of an issue or of what is to come."""
_WIRED: Final = re.compile(r"[\s　【（(]*[\u4e00-\u9fff“”]{2,16}\s?(?:19|20)\d\d年\s?\d{1,2}月\s?\d{1,2}日\s?(?:[专專]?[电電讯訊]|消息(?![\u4e00-\u9fff]))")
"""An agency, its town and a day with its year."""
_CHANGED = ("更新", "修改", "更改", "變更", "变更", "異動", "异动", "更動", "更动", "刷新", "最后编辑", "最後編輯", "Updated", "updated", "Modified", "Last")


@dataclass(frozen=True, slots=True)
class Dates:
    """ISO dates, the characters read, and where."""

    published: str = ""
    modified: str = ""
    raw: str = ""
    origin: str = ""
    line: int = -1
    start: int = 0
    end: int = 0
    """Where the date stands in its line, as `parted` gives it."""
    warnings: tuple[str, ...] = ()


def find_dates(page: Layout, head: Head, traveller: Page, title_line: int, body: list[int], offset: str) -> Dates:
    """The dates of the article whose title and body stand on these lines."""
    addressed = when.in_url(traveller.url)
    served, told_name, told_raw = _first(head, _PUBLISHED, offset)
    told = _at_home(served, offset)
    if is_far := told[:10] != served[:10] and _is_shown(page, title_line, body, served, told, addressed):
        told = served  # the clock by which the site files its articles is nearer to Greenwich than to its readers
    year = addressed.year if addressed else int(told[:4]) if told else 0
    filed = _FOLDER.search(traveller.url)
    month = _MONTH_FOLDER.search(traveller.url)
    seen, modified, raw, line, end = _visible(page, title_line, body, traveller.fetched_at, year, filed[1] if filed else month[1] + month[2] if month else "", offset)
    changed, changed_name, changed_raw = _first(head, _MODIFIED, offset)
    changed = changed if is_far else _at_home(changed, offset)
    warnings: tuple[str, ...] = ()
    if seen and told and seen[:10] != told[:10] and abs(_days(seen) - _days(told)) > 1:
        warnings = (f"dates differ: the page shows {seen}, its {told_name} says {told}",)
    if seen and addressed and "T" not in seen and _days(addressed.iso(addressed.year, "")) - _days(seen) > 400 and not LABEL.search(page.lines[line].text):
        seen, raw, line, end = "", "", -1, 0  # what the article tells of
    wired = _wired(page.lines[body[0]].text) if body else None
    if seen and seen == modified:  # no day is shown but that of a change
        if wired and wired.iso(wired.year, "") <= seen[:10]:
            seen, raw, line, end = "", "", -1, 0
        else:
            modified = ""
    if seen and wired and line < title_line and not LABEL.search(page.lines[line].text):
        seen, raw, line, end = "", "", -1, 0  # a page's clock
    filed_on = told[:10] if told else addressed.iso(addressed.year, "") if addressed else ""
    if seen and "T" not in seen and body and (line >= body[-1] or line in _signed_on(page, body)) and 0 < _days(filed_on or seen) - _days(seen) < 60:
        seen, raw, line, end = "", "", -1, 0  # the day on which a letter or a notice was signed
    if seen and told and "T" not in seen and seen == told[:10] and "T" in told:
        return Dates(told, modified or changed, told_raw, told_name, line, end - len(raw), end)
    if seen:
        return Dates(seen, modified or changed, raw, "dateline", line, end - len(raw), end, warnings)
    if (one := _either_way(page, title_line, body, told or filed_on)) and (known := told or filed_on) and "T" not in known:
        return Dates(one[0].iso(one[0].year, offset), modified or changed, parted(page, one[1])[one[0].start : one[0].end].strip(), "dateline", one[1], one[0].start, one[0].end)
    if told:
        return Dates(told, modified or changed, told_raw, told_name)
    if held := scripted(traveller.text, offset):
        return Dates(held, modified or changed, held, "script")
    if addressed:
        return Dates(addressed.iso(addressed.year, offset), modified or changed, traveller.url, "url")
    if wired:
        return Dates(wired.iso(wired.year, ""), modified or changed, page.lines[body[0]].text[wired.start : wired.end].strip(), "wire")
    if changed_name == "item:changed" and not modified:  # some call the only day so that they give
        return Dates(changed, "", changed_raw, "time")
    return Dates(modified=modified or changed)


def _is_shown(page: Layout, title_line: int, body: list[int], served: str, told: str, addressed: when.Found | None) -> bool:
    """Whether a page files itself under the day that its head gives in UTC, and not under that on which it was then at home: by a dateline that may be read in two ways, or by its address."""
    shown, home = (_either_way(page, title_line, body, day, is_hour=False) for day in (served, told))
    if shown and (not home or (shown[1], shown[0].start) < (home[1], home[0].start)):
        return True
    return not home and addressed is not None and addressed.iso(addressed.year, "") == served[:10]


def _either_way(page: Layout, title_line: int, body: list[int], known: str, is_hour: bool = True) -> tuple[when.Found, int] | None:
    """The day and hour of a dateline that may be read in two ways, where one is the day that a head or the address gives; and its line. The hour may lack where `is_hour` is False."""
    first = title_line if title_line >= 0 else max(0, body[0] - 6) if body else 0
    for i in range(first, body[0] + 1 if body and known else 0):
        if page.lines[i].units < 60 and (one := when.read_as(parted(page, i), known[:10])) and (one.clock or not is_hour):
            return one, i
    return None


def _wired(text: str) -> when.Found | None:
    """The day in an agency's or a paper's own words at the head of a text, where it has its year: 江海社太原2005年3月2日电."""
    found = _WIRED.match(text)
    return next((one for one in when.read(found[0]) if one.year and not one.clock), None) if found else None


def _first(head: Head, names: tuple[str, ...], offset: str) -> tuple[str, str, str]:
    for name in names:
        if value := head.values.get(name):
            if value.isdigit() and (told := _COMPACT.fullmatch(value)):
                value = f"{told[1]}-{told[2]}-{told[3]}" + (f" {told[4]}:{told[5]}:{told[6]}" if told[4] else "")
            if _STAMP.fullmatch(value) and offset == "+08:00":
                return datetime.fromtimestamp(int(value[:10]), timezone(timedelta(hours=8))).isoformat(), name, value
            for found in when.read(value):
                if found.year:
                    return found.iso(found.year, offset), name, value
    return "", "", ""


def _at_home(iso: str, offset: str) -> str:
    """A moment that a head gives in UTC, as the readers of a page with a zone of its own saw it: early in the morning it is another day."""
    if not offset or not iso.endswith("+00:00"):
        return iso
    hours, minutes = int(offset[:3]), int(offset[0] + offset[4:])
    return datetime.fromisoformat(iso).astimezone(timezone(timedelta(hours=hours, minutes=minutes))).isoformat()


def _days(iso: str) -> int:
    return int(iso[:4]) * 372 + int(iso[5:7]) * 31 + int(iso[8:10])


def _visible(page: Layout, title_line: int, body: list[int], now: str, year: int, folder: str, offset: str) -> tuple[str, str, str, int, int]:
    """The dateline: published, modified, the characters, line and end."""
    if not body:
        return "", "", "", -1, 0
    lines = page.lines
    start, last = body[0], body[-1]
    top = title_line if 0 <= title_line < start else max(0, start - 8)
    above = [*range(top, min(start + 2, len(lines))), *range(top - 1, max(-1, top - 4), -1)]
    if sum(bool(_DATED.search(lines[i].text)) and not (i and _NAMED.fullmatch(lines[i - 1].text)) for i in range(max(0, top - 8), top)) > 1:
        above = [i for i in above if i >= top]  # a list of other articles stands above
    below = _signed_on(page, body)
    for i in range(last + 1, min(last + 9, len(lines))):
        if NEIGHBOUR.match(lines[i].text) or (i > last + 1 and NEIGHBOUR.fullmatch(lines[i - 1].text)) or (lines[i].linked > 0.5 * lines[i].units < 15 and TOOL.fullmatch(lines[i].text)):
            continue
        if RELATED.match(lines[i].text) or COMMENT.match(lines[i].text) or is_legal(lines[i].text) or lines[i].linked > 0.5 * lines[i].units:
            below += [j for j in range(i + 1, min(i + _MOST_BELOW, len(lines))) if lines[j].units < 16 and not lines[j].linked and _DAY_LINE.fullmatch(lines[j].text)][:1]
            break
        below.append(i)
    if sum(lines[i].units < 60 and not LABEL.search(lines[i].text) and bool(when.read(lines[i].text)) for i in below) > 1:
        below = []  # other articles, each with its date
    below = below[:3] + [i for i in below[3:] if _PUBLISHED_ON.match(lines[i].text)]
    for near in (above, below):
        found = _among(page, near, top, start, last, now, year, folder, offset)
        if found[0] and not found[1] and near is above and (changes := [i for i in below if _CHANGE.match(lines[i].text)]):
            found = (found[0], _among(page, changes, top, start, last, now, year, folder, offset)[1], *found[2:])
        if found[0] or found[1]:
            return found if found[0] else (found[1], *found[1:])  # what was changed may not say when it was published
    return "", "", "", -1, 0


_MOST_NOTES: Final = 6
"""Lines at the end of a notice, from the day on which it was signed on."""


def _signed_on(page: Layout, body: list[int]) -> list[int]:
    """The line of the day below the signature of a notice, where nothing follows but notes on its annexes and on whom it is for; [] for none or several."""
    lines = page.lines
    found: list[int] = []
    for i in reversed(body[-_MOST_NOTES:]):
        line = lines[i]
        if line.units < 20 and i > body[0] and _is_day(line.text):
            if i == body[-1] or (lines[i - 1].units < 30 and not is_sentence(lines[i - 1].text) and not when.read(lines[i - 1].text)):
                found.append(i)
        elif line.units > 60 or (is_sentence(line.text) and line.text[-1] not in ")）"):
            break
    return found if len(found) == 1 else []


def _whole(page: Layout, i: int, text: str) -> tuple[when.Found | None, str]:
    """The date that a line is, alone or with one or two lines below it that hold its other parts; and the text it was read from."""
    lines = page.lines
    joined = text
    for j in range(i, min(i + 3, len(lines))):
        if j > i:
            if lines[j].units >= 8 or lines[j].linked or not when.is_part(lines[j].text) or when.read_whole(lines[j].text):
                break
            joined += " " + lines[j].text
        if found := when.read_whole(joined):
            return found, joined
    return None, text


def _among(page: Layout, near: list[int], top: int, start: int, last: int, now: str, year: int, folder: str, offset: str) -> tuple[str, str, str, int, int]:
    published = modified = raw = ""
    at, end = -1, 0
    drawn_up: tuple[str, str, int, int] | None = None
    spoken: tuple[str, str, int, int] | None = None
    is_told = False
    for i in near:
        line = page.lines[i]
        if i < top and (_NEWEST.search(line.text) or (i and _NEWEST.search(page.lines[i - 1].text)) or (modified and not LABEL.search(line.text) and not POSTED.search(line.text))):
            continue  # an issue that is on sale, a page's clock
        text = parted(page, i) if line.units < 60 else line.text
        inside = start <= i <= last
        if _YEAR.fullmatch(text) and not _whole(page, i, text)[0]:
            year = int(text[:4])
            continue
        if line.units > (40 if inside else 100 if is_filing(line.text) else 60) or any(w in text for w in _NOT_THIS):
            continue
        if line.linked > 0.6 * line.units and not (top < i < start and _is_bar(text)):
            continue
        if i + 1 < len(page.lines) and page.lines[i + 1].units < 12 and line.units < 20 and _HOUR.fullmatch(page.lines[i + 1].text):
            text += " " + page.lines[i + 1].text
        until = 0
        whole, text = _whole(page, i, text) if line.units < 10 and not inside and when.is_part(text) else (None, text)
        for found in (whole,) if whole else when.read(text, now):
            if found.start < until:
                continue
            if lasts := _UNTIL.match(text, found.end):
                until = lasts.end()
                continue
            known = found.year or year or (int(folder[:4]) if folder[4:] == f"{found.month:02d}" or f"{found.month:02d}{found.day:02d}" in folder[4:] else 0)
            if not known or text[found.end : found.end + 1] in _GOES_ON or ((inside or i > last) and not _is_bare(text, found)) or (i < top and not whole and not _heads(text, found) and not (i == top - 1 and _heads_entry(page, i, start, text, found))):
                continue
            iso = found.iso(known, offset)
            before = text[max(until, found.start - (12 if text.isascii() else 8)) : found.start]
            until = max(until, found.end)
            if not before.strip() and i and page.lines[i - 1].units < 10:
                before = page.lines[i - 1].text[-8:]  # a label in a cell of its own
                if any(w in before for w in _NOT_THIS):
                    continue
            if _EVENT.search(before) or _is_other(before) or _PLACE.search(text, found.end) or _tells(text, found) or (now and i < top and iso[:10] == now[:10] and _WEEKDAY.search(text)) or (i > last and _SAID.match(text, found.end)):
                continue
            if top < i < start and not spoken and not published and _SPOKEN.fullmatch(text):
                spoken = (iso, text[found.start : found.end].strip(), i, found.end)
            elif _DRAWN_UP.search(before) or (top < i < start and not found.clock and _PASSED.match(text, found.end)):
                drawn_up = drawn_up or (iso, text[found.start : found.end].strip(), i, found.end)
            elif (any(w in before for w in _CHANGED) or _EDITED.match(text, found.end)) and not any(w in before for w in ("发布", "發布", "Published")):
                if i < top:
                    continue  # when a notice above the page was
                modified = modified or iso
                if not raw:
                    raw, at, end = text[found.start : found.end].strip(), i, found.end
            elif not published or ("T" not in published and (("T" in iso and published[:10] == iso[:10]) or (not is_told and top < at < i < start and published < iso and _PUBLISHED_ON.search(before)))):
                published, raw, at, end = iso, text[found.start : found.end].strip(), i, found.end
                is_told = LABEL.search(text) is not None
        if "T" in published:
            changed = next((one for j in (i + 1, i + 2, *range(start, start + 2)) if not modified and j in near and j > i and _CHANGE.match(page.lines[j].text) for one in when.read(page.lines[j].text)), None)
            modified = _later(changed, published, offset) if changed else modified
            break
    if spoken and (not top < at < start or not ("T" in published or is_told) or published[:10] < spoken[0]):
        published, raw, at, end = spoken
    if not published and drawn_up:
        published, raw, at, end = drawn_up
    if published and "T" not in published and at < top and offset and top + 1 < start and page.lines[top + 1].units < 40 and (hour := _AT_HOUR.match(row := parted(page, top + 1))) and (hour.end() == len(row) or LABEL.match(row[hour.end() :].lstrip())):
        published += f"T{int(hour['h']):02d}:{hour['mi']}:{hour['s'] or '00'}{offset}"
    return published, modified, raw, at, end


def _later(found: when.Found, published: str, offset: str) -> str:
    """The moment of a change, which is none before a text was published: without a year that of the text, or in January the next one."""
    year = int(published[:4])
    for known in (found.year,) if found.year else (year, year + 1):
        if found.is_real(known) and found.iso(known, "")[:10] >= published[:10]:
            return found.iso(known, offset)
    return ""


def _is_bar(text: str) -> bool:
    """Whether a line of links gives a day and an hour, with no headline beside them."""
    found = [one for one in when.read(text) if one.year and one.clock]
    return len(found) == 1 and all(units(word) <= _LONGEST or _ADDRESS.fullmatch(word) for word in (text[: found[0].start] + " " + text[found[0].end :]).split())


def _is_other(before: str) -> bool:
    """Whether a label in front of a date names another day than that of publication: 开标时间：, 生日：."""
    label = _LABELLED.search(before)
    return bool(label) and not _OF_PUBLISHING.search(before)


def _tells(text: str, found: when.Found) -> bool:
    """Whether a line speaks of a day: "was signed on August 14, 1935", 2011年12月15日，公司公告称."""
    if LABEL.match(text) or "T" in text[found.start : found.end]:
        return False
    if text.isascii():
        return bool(_ON.search(text, max(0, found.start - 20), found.start))
    return not found.clock and text[found.end : found.end + 1] in ("，", "、") and len(text) > found.end + 6 and not LABEL.match(text, found.end + 1)


def _is_day(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return any(not re.search(r"\w", text[: found.start] + text[found.end :]) for found in when.read(text))


def _heads(text: str, found: when.Found) -> bool:
    """Whether a line above a headline gives the day of what is below it: the day alone, or with its hour, a label, a weekday, or the paper that it is the issue of."""
    rest = text
    for one in reversed(when.read(text)):
        rest = rest[: one.start] + rest[one.end :]
    if len(_HOURS.findall(text)) > 1:
        return False  # what time it is in the world
    return units(rest) < 20 and bool(found.clock or LABEL.search(rest) or POSTED.search(rest) or _OF_ISSUE.search(rest) or not _WEEKDAY_ONLY.sub("", rest).strip())


def _heads_entry(page: Layout, i: int, start: int, text: str, found: when.Found) -> bool:
    """Whether a block that holds a headline and its text begins with a day as diaries write it: with its weekday, and what the weather was."""
    block = page.blocks[page.lines[i].block]
    around = page.blocks[block.parent]
    return bool(found.year) and not text[: found.start].strip() and _DIARY.fullmatch(text, found.end) is not None and block.parent > 0 and around.tag != "body" and around.first == i and around.last > start


def _is_bare(text: str, found: when.Found) -> bool:
    """Whether a line says little but the date, as a dateline below the text does."""
    rest = text[: found.start] + text[found.end :]
    return units(rest) < 10 or bool(LABEL.search(rest))
