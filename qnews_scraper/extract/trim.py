"""Trimming: what stands among the lines of the body's block and is no part of the article: captions, bars, what comes after."""

import re
from collections import defaultdict
from itertools import pairwise
from typing import Final

from qnews_scraper.extract.closing import closes
from qnews_scraper.extract.credits import is_credits
from qnews_scraper.extract.inserted import FOLLOW_ME, is_inserted, points_amid
from qnews_scraper.extract.layout import HEADINGS, Layout, Line
from qnews_scraper.extract.phrases import (
    CREDITS,
    END,
    FOOT,
    INVITE,
    POSTED,
    PROMOTION,
    RELATED,
    SIGNED,
    invites,
    is_advert,
    is_caption,
    is_legal,
    is_sentence,
)
from qnews_scraper.extract.signed import signs
from qnews_scraper.extract.toolbar import VISITOR, is_toolbar
from qnews_scraper.extract.weigh import Weights
from qnews_scraper.extract.when import read

DATE: Final = re.compile(r"\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.]\s?\d{1,2}|\d{1,2}:\d\d|\b(?:19|20)\d\d\b.{0,12}\d:\d\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},\s\d{4}|\d\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\s\d{4}")
"""A day or an hour, as a dateline has them."""
_STOPS: Final = "。！？”」…．.!?\""
"""How a sentence ends."""
_REPLY: Final = re.compile(r"(?:发表于|發表於|回复于|评论于)\s?:?\s?20\d\d|^\W{0,3}\w.{1,24}\s\(?(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[./-]\w{1,9}[./-]20\d\d)[\s|,]{1,3}\d{1,2}:\d\d(?::\d\d)?\W{0,3}$")
"""The head of a reply: 沙发 发表于 2021-7-8 13:20, PepeChan 28.oct.2012 | 11:26."""
_BUTTON: Final = re.compile(r"\W{0,3}(?:回[复覆应應]|reply)\s?\W?\d{0,5}\W{0,3}", re.I)
"""What a reader clicks below a reply to answer it,"""
_AGO: Final = re.compile(r"(?:20\d\d\s?[-年/.]\s?)?\d{1,2}\s?[-月/.]\s?\d{1,2}日?(?:\s\d{1,2}:\d\d(?::\d\d)?)?|(?:昨天|前天|今天)(?:\s?\d{1,2}:\d\d)?|刚刚|剛剛|\d{1,3}\s?(?:秒|分[钟鐘]|小[时時]|天|[周週]|[个個]?月|年)前")
"""when it was written, in a line of its own,"""
_ABOVE: Final = 4
"""and how many lines above the button at most."""
_PICTURE: Final = re.compile("image|photo|picture|caption|credit", re.I)
_VERSE: Final = re.compile("[\u3400-\u9fff]{4,16}[，。；！？]?")
_DAY: Final = re.compile(r"(?:[12]\d{3}|[一二][〇○零Ｏ一二三四五六七八九]{3})\s?年\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日")
_OFFICE: Final = re.compile(r"[\u3400-\u9fff（）()]{2,28}(?:部|局|厅|廳|委|委员会|委員會|会|會|处|處|科|室|办|公司|集团|集團|院|校|学校|大学|中心|馆|館|站|所|社|队|隊|政府|组|組)")
"""Who signs a notice."""
_CLOSING: Final = re.compile("特此(?:公告|通知|通告|公示|声明|聲明|函告|说明|說明|更正)")
"""How a notice ends."""
_APP: Final = re.compile("[用下][载載]?\\s?APP.*(?:保[证證]|天天|抽[奖獎]|中[奖獎])", re.I)
"""The last line of papers of Taiwan: 現在用APP看新聞 保證天天中獎."""
_OFFERS: Final = re.compile("\\W{0,2}(?:(?:立即|马上|馬上|即刻|[点點][击擊我]|[请請])(?:下[载載]|打[开開]|安[装裝]).{0,16}(?:APP|客[户戶]端|[应應]用)|(?:成[为為]|[开開]通|加入|[订訂][阅閱购購]).{0,6}[会會][员員]\\W{0,3}(?:即可|[马馬]上|立即)?(?:解[锁鎖]|[畅暢][读讀]|[阅閱][读讀]|免[费費]))", re.I)
"""How a last line begins that offers the house's program, or what only its members may read."""
_GIVE: Final = re.compile(r"\W{0,2}(?:(?:[请請]|[欢歡]迎|誠摯|诚挚)\S{0,4})?(?:(?:支持|[赞贊]助|捐助|捐款)(?![者率])[^，。]{1,14}?(?:(?:小[额額]|定期(?:定[额額])?)(?:[赞贊]助|捐款|捐助|支持))[」』”\"]?(?:$|[，,！!。\s])|(?:下[载載]|安[装裝])[^，。]{2,16}\sApp[，,！!\s][^，。]{0,8}(?:新[闻聞]|不漏接|即[时時]|第一手)[^，。]{0,8}[！!。]?$)", re.I)
"""How a house asks below a text for gifts, or for its program to be taken: 支持青鹽社「小額贊助」，讓我們走得更遠。"""
_APPENDED: Final = re.compile(
    r"\W{0,2}(?:(?:(?:网上|網上|免费|免費|专家|專家)?(?:预约|預約)(?:挂号|掛號|就诊|就診)?|挂号|掛號|就诊|就診|导医|導醫|门诊|門診|[报爆]料|投稿|订阅|訂閱|订报|訂報|广告(?:合作)?|廣告(?:合作)?|招商|加盟|商务合作|商務合作)(?:咨询|諮詢|查询|查詢|服务|服務)?(?:电话|電話|热线|熱線|专线|專線|邮箱|郵箱|信箱|微信|QQ)号?\s?[:：]\s?[^，。！？]{5,60}|"
    r"[【\[]?\s?(?:(?:版主|斑竹|[站社]长|[站社]長|[吧坛]主|壇主|管理[员員])(?:[点點][评評]|短[评評]|留言|推[荐薦])|(?:(?:责任|責任|值班|审稿|本期)?(?:编辑|編輯|责编|責編)|[编編]者|版主|[站社][长長])(?:[评評荐薦寄按][语語]|按|推[荐薦][语語]))\s?[\]】]?\s?[:：].{2,120})"
)
"""What a house puts below a text: 预约挂号电话：0999-8120120, 版主点评：意象干净."""
_HASHTAGS: Final = re.compile(r"(?:[#＃][^\s#＃，。]{1,20}\s*){1,12}")
"""The topics of a post."""
_MAIL: Final = re.compile(r"\W{0,2}(?:E-?mail\s?[:：]\s?)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+\W{0,2}", re.I)
"""The address of who wrote it."""
_ASKED: Final = re.compile(r"\W{0,2}(?:新聞|新闻|業務|业务|活動|活动|本案|相关|相關|媒体|媒體)?(?:聯絡|联络|联系|聯繫|承辦|承办|洽詢|咨询|諮詢|經辦|经办)(?:人員?|人员?|电话|電話|窗口|單位|单位|方式|科室|處室)\s?[:：]|\W{0,2}(?:Media |Press )?[Cc]ontacts?(?: person| us)?\s?:")
"""Whom to ask, as offices put it in a box of its own below a text."""
_PAPER: Final = re.compile("(?:（|\\()?《[\u4e00-\u9fff]{2,10}(?:[报報刊网網]|杂志|雜誌)》(?:）|\\))?")
"""A last line that names the paper a text is from."""
_FILED: Final = re.compile("\\W{0,2}(?:(?:发布|發布|發佈|刊登|更新|修改|张贴|張貼)(?:单位|單位|者|人|日期|时间|時間)|(?:点击|點擊|點閱|点阅|浏览|瀏覽|阅读|閱讀|访问)(?:率|数|數|次数|次數|人次|人數|量|(?=\\s?[:：]\\s?\\d)))\\s?[:：]\\s?\\S")
"""How an office puts below a text who published it and when, and how often it was read."""
_READER: Final = re.compile(r"\W{0,2}(?:(?:手机|手機|热心|熱心|微博|微信)?(?:用户|用戶|网友|網友|游客|遊客|访客|訪客|匿名|会员|會員)\s?(?=[\w*]{0,12}\d{3}|[\w*]{0,8}\*{2})[\w*]{1,16}|(?:匿名|游客|遊客|访客|訪客)(?:用户|用戶|网友|網友)?)\s?[:：]")
"""Who says what stands behind it, by the number of their account: 用户53714："""
_UNFOLDS: Final = re.compile("\\W{0,3}(?:[点點][击擊])?(?:展[开開]|[阅閱][读讀]|查看|[显顯]示){1,2}(?:剩[余餘]|余下|餘下|更多|全部)?(?:全文|正文|[内內]容)?\\W{0,3}")
"""What a reader clicks to see a part of the article that stands above or below."""
_MEMBERS: Final = re.compile(r"(?:^|[\s_-])(?:user-?|member-?|post-?)?(?:sign|signatures?|sigline|sightml)(?:$|[\s_-])", re.I)
"""What boards call the box below each post that holds a member's motto: div.signatures in Discuz 7, div.sign in Discuz X."""
_MOST_HEADS: Final = 12
"""Lines above a post among which the board says when it was put up."""
_NUMBERED: Final = re.compile(r"[(（【\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.．)）】]")


def without_captions(page: Layout, keep: list[int]) -> list[int]:
    """The lines without captions, unless captions are most of what there is (a photo story)."""
    captions = {i for i in keep if _is_caption(page, i)}
    if not captions:
        return keep
    size = sum(page.lines[i].units for i in keep)
    if sum(page.lines[i].units for i in captions) > 0.3 * size:
        return keep
    if sum(page.lines[i].units for i in keep if i in page.pictured) > 0.7 * size:
        captions = {i for i in captions if _is_label(page.lines[i])}
    return [i for i in keep if i not in captions]


def _is_caption(page: Layout, i: int) -> bool:
    line = page.lines[i]
    if line.units < 110 and is_caption(line.text):
        return True
    if line.units < 45 and line.block >= 0 and page.blocks[line.block].zone == "caption":
        return True  # what is longer may be a deck
    if i in page.pictured:
        if _is_label(line):
            return True
        block = page.blocks[line.block]
        return line.units < 150 and block.tag != "p" and bool(_PICTURE.search(block.element.get("class") or ""))
    return False


def _is_label(line: Line) -> bool:
    return line.units < 40 and not line.strong and line.text[-1] not in "。！？；：:.!?;”\"" and not _NUMBERED.match(line.text)


def cut_tail(page: Layout, keep: list[int], weights: Weights) -> list[int]:
    """The lines before the one that ends the article; a mark with much running text after it is only left out itself."""
    lines, blocks = page.lines, page.blocks
    keep = _before_replies(page, keep)
    top = next((blocks[line.block].parent for line in lines if line.block >= 0 and blocks[line.block].tag == "h1"), -1)
    total = sum(max(0.0, weights.lines[i]) for i in keep)
    left = total
    kept: list[int] = []
    listing = False
    links = [i for i in keep if _is_link(lines[i])]
    roundup = len(links) > 0.3 * len(keep)
    for at, i in enumerate(keep):
        line = lines[i]
        text = line.text
        if line.units < 30 and is_advert(text):
            continue
        if at and line.units < 40 and is_inserted(line):
            continue
        if at and line.units < 20 and _UNFOLDS.fullmatch(text) and any(says(lines[j]) and not lines[j].linked for j in keep[at + 1 : at + 3]):
            continue
        if line.units < 200 and at:
            if blocks[line.block].tag == "h1" and left < total and kept and not _is_subheading(page, i, top):
                break
            ends = line.units < 60 and not says(line) and END.match(text)
            if ends or (is_legal(text) and not _CLOSING.search(text) and (left < 0.35 * total or line.units < 25)):
                strong = bool(is_legal(text)) or not INVITE.match(text)
                if left < (0.35 if strong else 0.12) * total and (strong or not _prose_follows(page, i, keep[at + 1 : at + 5])):
                    break
                continue
            if line.units < 30 and not says(line) and RELATED.match(text):
                after = keep[at + 1 : at + 4]
                listed = line.linked > 0 or sum(_is_listed(lines[j]) for j in after) == len(after)
                if listed and left < 0.2 * total:
                    if points_amid(page, i, keep[at + 1 : at + 5]):
                        continue
                    break
                if listed or left < 0.02 * total:
                    listing = True
                    continue
            elif (invites(text) and (text[0] in "（(【[▲↓☞●" or (line.units < 16 and not says(line)) or not 0.35 * total < left < 0.8 * total)) or (line.linked > 0.15 * line.units and line.units < 60 and not says(line) and PROMOTION.search(text)):
                continue
        if _is_link(line):
            if listing or (not roundup and (line.units >= 10 or text[:1] in "·•■▪>【[-")):
                continue
        else:
            listing = False
        left -= max(0.0, weights.lines[i])
        kept.append(i)
    home = _home(page, kept, weights)
    while len(kept) > 1 and _is_promotion(page, kept[0], home):
        del kept[0]
    while len(kept) > 1 and not _ends_as_written(page, kept) and (_is_signature(lines[kept[-1]], len(kept) > 3) or (not roundup and (_is_leftover(page, kept[-1], home) or _is_foot(page, kept[-1], home)))):
        kept.pop()
    return kept


def _is_subheading(page: Layout, i: int, top: int) -> bool:
    """Whether an h1 stands between paragraphs of one box, while the page's first h1 heads that box from outside, from `top`: editors of some portals set subheadings so."""
    blocks, lines = page.blocks, page.lines
    box = blocks[lines[i].block].parent
    beside = [blocks[line.block] for line in (*lines[i - 1 : i], *lines[i + 1 : i + 2]) if line.block >= 0]
    return not lines[i].linked and top != box and len(beside) == 2 and all(block.parent == box and block.tag == "p" for block in beside)


def _is_foot(page: Layout, i: int, home: int) -> bool:
    """Whether a last line that stands after the block of the text is the house's own: its rights, its address, its visitors."""
    return i >= page.blocks[home].last and _place(page, i) != home and page.lines[i].units < 120 and bool(FOOT.search(page.lines[i].text))


def _before_buttons(page: Layout, keep: list[int]) -> list[int]:
    """The lines before the first of three replies or more, each with its day and a button to answer it in lines of their own: 吉林网友, 5月19日, 回复."""
    lines = page.lines
    marks = [at for at, i in enumerate(keep) if lines[i].units < 8 and _BUTTON.fullmatch(lines[i].text) and any(_AGO.fullmatch(lines[above].text) for above in keep[max(0, at - _ABOVE) : at])]
    if len(marks) < 3:
        return keep
    start = marks[0] - min(after - at for at, after in pairwise(marks)) + 2
    if start < 1 or marks[0] - start > _ABOVE + 1:
        return keep
    while start > 1 and lines[keep[start - 1]].units < 8 and lines[keep[start - 1]].text[-1] not in _STOPS:
        start -= 1
    return keep[:start]


def _before_replies(page: Layout, keep: list[int]) -> list[int]:
    """The lines before the first of several replies, each headed by a line that names who wrote it and when."""
    lines = page.lines
    keep = _before_buttons(page, keep)
    if keep and _READER.match(lines[keep[-1]].text):
        said = next((at for at in range(len(keep), 0, -1) if not _READER.match(lines[keep[at - 1]].text)), 0)
        if said and len(keep) - said > 2:
            keep = keep[:said]
    marks = [at for at, i in enumerate(keep) if at and 4 < lines[i].units < 40 and ":" in lines[i].text and _REPLY.search(lines[i].text)]
    if len(marks) < 2:
        return keep
    marks = [at for at, after in zip(marks, [*marks[1:], len(keep)], strict=True) if after - at > 1]
    size = [lines[i].units for i in keep]
    start = next((at for at in marks if sum(size[:at]) > 0.25 * sum(size)), 0)
    if sum(at >= start for at in marks) < 2 or not start:
        return keep
    while start > 1 and size[start - 1] < 14 and lines[keep[start - 1]].text[-1] not in _STOPS:
        start -= 1
    return keep[:start]


def says(line: Line) -> bool:
    """Whether a line is a sentence of running text, not of links."""
    return line.linked < 0.3 * line.units and is_sentence(line.text)


def _place(page: Layout, i: int) -> int:
    """Index of the block that a line is a paragraph of: its own where that holds more lines and is no paragraph itself, else the one around it."""
    at = page.lines[i].block
    block = page.blocks[at]
    return block.parent if block.tag in ("p", "li") or block.last - block.first == 1 else at


def _home(page: Layout, kept: list[int], weights: Weights) -> int:
    """Index of the block that most of the running text is directly in."""
    held: defaultdict[int, float] = defaultdict(float)
    for i in kept:
        if weights.lines[i] > 0:
            held[_place(page, i)] += page.lines[i].units
    return max(held, key=held.__getitem__) if held else -1


def _is_leftover(page: Layout, i: int, home: int) -> bool:
    """Whether a last line is a heading without text, an item of a list of links, or a dated title, or a label with nothing after it or outside the block of the text."""
    line = page.lines[i]
    block = page.blocks[line.block]
    tag = block.tag
    if line.units < 40 and _FILED.match(line.text) and "。" not in line.text:
        return True
    if line.units < 45 and _ASKED.match(line.text) and "。" not in line.text and tag not in ("td", "th") and _place(page, i) != home:
        return True
    if tag in ("li", "dd", "th") or (tag == "td" and block.last - block.first == 1):
        return line.linked > 0.2 * line.units and line.text[-1] not in "。."
    away = _place(page, i) != home
    if away and _MEMBERS.search(block.element.get("class") or "") and any(POSTED.search(one.text) for one in page.lines[max(0, page.blocks[home].first - _MOST_HEADS) : page.blocks[home].first]):
        return True
    if (says(line) and (line.units > 14 or not away)) or "。" in line.text:
        return False
    if line.text[-1] in ":：" and line.units < 20:
        return True
    if line.units < 40 and (DATE.search(line.text) or read(line.text)):
        return True
    return tag in HEADINGS or bool(RELATED.match(line.text)) or (away and line.units < 45)


def _ends_as_written(page: Layout, kept: list[int]) -> bool:
    """Whether the last of the lines is a verse among verses, or the day below the name of who signs a notice, or beside it."""
    before, last = (page.lines[i] for i in kept[-2:])
    if last.units < 60 and not last.linked and (day := _DAY.search(last.text)) and day.end() == len(last.text) and day.start():
        return _OFFICE.fullmatch(last.text[: day.start()].strip()) is not None and _place(page, kept[-1]) == _place(page, kept[-2])
    if last.linked or before.linked or before.units > 24 or is_sentence(before.text) or SIGNED.match(before.text) or END.match(before.text) or not _VERSE.fullmatch(before.text):
        return False
    if _DAY.fullmatch(last.text):
        return _place(page, kept[-1]) == _place(page, kept[-2])
    return last.block == before.block and _VERSE.fullmatch(last.text) is not None


def _is_promotion(page: Layout, i: int, home: int) -> bool:
    """Whether a first line outside the block of the text offers the house's own goods behind a link."""
    line = page.lines[i]
    return line.linked > 0 and line.units < 120 and _place(page, i) != home and bool(PROMOTION.search(line.text))


def _is_signature(line: Line, many: bool) -> bool:
    """Whether a last line is no text any more: a link, a page number, or who wrote it."""
    return line.linked > 0.5 * line.units or (line.units < 120 and (":" in line.text or "：" in line.text) and _APPENDED.fullmatch(line.text) is not None) or (line.units < 60 and _GIVE.match(line.text) is not None) or (line.units < 40 and FOLLOW_ME.match(line.text) is not None) or (line.units < 60 and closes(line.text)) or (line.units < 4 and many and line.text[-1] not in "。！？") or (line.text[0] in "#＃" and _HASHTAGS.fullmatch(line.text) is not None) or (line.units < 30 and bool(SIGNED.match(line.text))) or (line.units < 40 and ((line.text[0] != "（" and signs(line.text)) or VISITOR.fullmatch(line.text) is not None)) or (line.units < 24 and not line.text.isascii() and is_toolbar(line.text)) or (line.units < 16 and _PAPER.fullmatch(line.text) is not None) or (line.units < 40 and "@" in line.text and _MAIL.fullmatch(line.text) is not None) or (line.units < 90 and bool(CREDITS.match(line.text))) or (line.units < 60 and (is_credits(line.text) or (not is_sentence(line.text) and bool(_APP.search(line.text) or _OFFERS.match(line.text)))))


def _is_listed(line: Line) -> bool:
    """Whether a line below a list's heading looks like one of its items: a link, or short and no sentence."""
    return line.linked > 0.5 * line.units or (line.units < 45 and line.text[-1] not in "。！？”」.!?")


def _prose_follows(page: Layout, i: int, after: list[int]) -> bool:
    """Whether the article goes on after an invitation: two long paragraphs, or one beside it that is as long as the invitation."""
    lines, blocks = page.lines, page.blocks
    prose = [lines[j] for j in after if lines[j].units > 28 and lines[j].linked < 0.3 * lines[j].units and not is_legal(lines[j].text) and not invites(lines[j].text)]
    here = blocks[lines[i].block]
    return sum(line.units > 60 for line in prose) > 1 or any(
        line.units > lines[i].units and line.text[-1] in _STOPS and blocks[line.block].parent == here.parent and blocks[line.block].tag == here.tag for line in prose
    )


def _is_link(line: Line) -> bool:
    return line.linked > 0.8 * line.units and line.text[-1] not in "。！？"


def without_doubles(page: Layout, keep: list[int]) -> list[int]:
    """The lines without labels that an earlier line has said, and without a second copy of the whole; one paragraph said twice stays as the page has it."""
    seen: set[str] = set()
    kept: list[int] = []
    again: list[int] = []
    for i in keep:
        line = page.lines[i]
        text = line.text
        if text in seen:
            if 4 < line.units < 40 and text[-1] not in "。！？.!?":
                continue
            again.append(i)
        seen.add(text)
        kept.append(i)
    # a copy for printing, for phones or for a fold
    if len(again) > 2 and sum(page.lines[i].units for i in again) > 0.4 * sum(page.lines[i].units for i in kept):
        copy = set(again)
        kept = [i for i in kept if i not in copy]
    return kept
