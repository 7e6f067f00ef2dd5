"""Lines that a site puts between the paragraphs of a text: pointers to another article or a video, a topic, the price of a share, the outcome of a poll, small boxes."""

import re
from collections import Counter
from typing import Final

from qnews_scraper.extract.layout import HEADINGS, Layout, Line
from qnews_scraper.extract.names import is_han_name
from qnews_scraper.extract.phrases import invites, is_legal, is_sentence

_POINTS: Final = re.compile(
    r"\W{0,3}(?:(?:看更多|延伸[阅閱][读讀]|推[荐薦][阅閱][读讀]|相[关關](?:[阅閱][读讀]|[报報][導导道]|新[闻聞]))\s?(?:[:：】]|[／/|｜](?=.{6}))|[【\[](?:[视視][频頻]|影片|[组組][图圖]|[图圖]集|直播|[专專][题題])[】\]])\s?\S"
)
"""►看更多：夜市十大必吃, 【视频】门铃该朝哪边装."""
_TOPIC: Final = re.compile(r"(?:[话話][题題]\s?)?#[^#]{2,24}#(?:\s?[\d.]+\s?[万萬wWkK]?\+?\s?[条條人次]?(?:[讨討][论論]|[阅閱][读讀]|[参參][与與]|[浏瀏][览覽]))?")
"""话题 #最舍不得扔的伞# 1.2万讨论."""
_QUOTE: Final = re.compile(r"[\w*\u4e00-\u9fff-]{2,12}\s?(?:[(（][\w.]{4,10}[)）])?\s\d{1,6}\.\d{2,3}\s?(?:[(（]?[+-]\d{1,4}\.\d{1,3}%?[)）]?\s?){1,2}")
"""太阳玻璃 18.32 +2.11%."""
_POLL: Final = re.compile(r"[^。]{4,30}[？?]\s?(?:\S{1,10}\s?\d{1,3}(?:\.\d)?%\s?){2,4}")
"""你会去吗？ 会 63% 不会 37%."""
_CONTROL: Final = re.compile(
    r"\W*(?:[点點][击擊](?:此[处處]|[这這][里裡])(?:[进進]入|查看|[浏瀏][览覽]|[参參][与與]|[观觀]看)[^\s，。]{0,12}|[^。]{0,40}[点點按]我(?:[下觀看观]|[参參]加|[领領]取)[^。]{0,24}|[点點][击擊](?:[上下]方)?[图圖]片可?(?:[进進]入|查看|放大|看)\S{0,6}|[点點][击擊](?:[进進]入|查看|[阅閱][读讀])(?:\S{0,8}(?:[专專][题題]|[频頻]道)|下一[则則篇条條页頁]\S{0,4})|"
    r"打[开開](?:APP|\S{2,8}?)?\W?\s?(?:查看|[阅閱][读讀]|[观觀]看|看)(?:更多|全文|完整)\S{0,8}|\S{2,10}(?:客[户戶]端|APP)\s打[开開]|(?:用)?微信[扫掃]一[扫掃]\W{1,2}分享[到至]\S{2,6}|"
    r"(?:全文|本文)共?[约約]?\s?\d{3,6}\s?字\W{0,2}(?:[预預][计計])?[阅閱][读讀](?:[时時][间間]|完)?(?:大?[约約])?[需要为為]{0,2}\s?\d{1,2}\s?分[钟鐘])\W*",
    re.I,
)
"""What a reader may do with a picture, a program or a phone, and how long the reading takes: 点击图片进入下一页, 打开APP阅读全文."""
_HEADLINES: Final = re.compile(r"(?:[^，。：\[\]【】]{0,8}(?:推[荐薦]|[阅閱][读讀]|[热熱][点點门門]|[关關]注|[专專][题題]|[链連鏈][接結])\s?[:：]?\s?)?(?:\[(?=[^\[\]]*[\u4e00-\u9fff])[^\[\]]{6,30}\]\s?){2,4}")
"""Headlines of other articles in a row, each in brackets."""
_STOPS: Final = "。！？”」"
FOLLOW_ME: Final = re.compile("\\W{0,3}(?:[点點][个個]?)?[关關]注(?:我|我[们們]|本[号號])[，,！!。]")
"""How a last line begins that asks for followers."""


def points_amid(page: Layout, i: int, after: list[int]) -> bool:
    """Whether a line names another article behind a label that says so, and right behind it, or behind others like it, a paragraph of sentences stands beside it."""
    lines, blocks = page.lines, page.blocks
    here = blocks[lines[i].block]
    j = next((j for j in after if not _POINTS.match(lines[j].text)), i)
    line, beside = lines[j], blocks[lines[j].block]
    return _POINTS.match(lines[i].text) is not None and i != j and here.tag == beside.tag == "p" and here.parent == beside.parent and not line.linked and line.text[-1] in _STOPS and is_sentence(line.text) and not is_legal(line.text) and not invites(line.text)


def is_inserted(line: Line) -> bool:
    """Whether a line that is no sentence is one of these."""
    text = line.text
    if text[-1] == "%":
        return _QUOTE.fullmatch(text) is not None or _POLL.fullmatch(text) is not None
    if "#" in text:
        return (line.linked > 0 or text[0] in "话話") and _TOPIC.fullmatch(text) is not None
    return text[-1] not in "。”" and ((not line.linked and _POINTS.match(text) is not None) or (text[-1] == "]" and _HEADLINES.fullmatch(text) is not None) or _CONTROL.fullmatch(text) is not None)


_NAMED: Final = re.compile(r"sub|title|head|tit(?![a-z])|(?:^|[\s_-])(?:h\d|bt|section|para|text|content|lead|quote)", re.I)
"""What the box of a heading, or of a part of the text, is called."""
_KEEPS: Final = HEADINGS | {"table", "ul", "ol", "dl", "pre", "blockquote"}
_FEWEST: Final = 3
"""Paragraphs side by side that make a text of paragraphs,"""
_PARAGRAPH: Final = 30.0
"""and the units of each."""
_MENU: Final = re.compile("[\u4e00-\u9fff]{2,6}(?: [\u4e00-\u9fff]{2,6}){2,}")
_MOST: Final = 4
"""Lines of such a box."""


def without_boxes(page: Layout, keep: list[int]) -> list[int]:
    """The lines of a text of paragraphs without those of small boxes between them that hold no sentence, no heading, no list and no table, and without a menu below.

    Of 14 such lines on pages of news that are not called a heading's, nine are no text, and four are captions.
    """
    lines, blocks = page.lines, page.blocks
    beside = Counter(blocks[lines[i].block].parent for i in keep if blocks[lines[i].block].tag == "p" and lines[i].units > _PARAGRAPH and is_sentence(lines[i].text))
    home, count = beside.most_common(1)[0] if beside else (-1, 0)
    if home < 0 or count < _FEWEST:
        return keep
    own = [i for i in keep if blocks[lines[i].block].tag == "p" and blocks[lines[i].block].parent == home]
    dropped: set[int] = set()
    at = home + 1
    while at < blocks[home].end:
        box = blocks[at]
        if box.tag in ("div", "section", "aside") and own[0] < box.first < box.last and box.last - box.first <= _MOST and _is_small(page, at) and (box.last <= own[-1] or all(_is_menu(line.text) for line in page.lines[box.first : box.last])):
            dropped.update(range(box.first, box.last))
        at = box.end
    return [i for i in keep if i not in dropped] if dropped else keep


def _is_menu(text: str) -> bool:
    """Whether a line is the words of a menu, none of which is a person's name as those of who signs a text are."""
    return _MENU.fullmatch(text) is not None and not any(map(is_han_name, text.split()))


def _is_small(page: Layout, at: int) -> bool:
    """Whether a box that bears a name, no heading's, holds short lines alone, none of which is a sentence or set as a heading is."""
    box = page.blocks[at]
    name = f"{box.element.get('class') or ''} {box.element.get('id') or ''}".strip()
    if not name or _NAMED.search(name) or any(block.tag in _KEEPS for block in page.blocks[at : box.end]):
        return False
    return all(line.units < _PARAGRAPH and not line.strong and line.text[-1] not in "。！？；：:.!?”" for line in page.lines[box.first : box.last])
