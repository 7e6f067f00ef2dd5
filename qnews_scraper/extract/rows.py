"""A line of the page with a blank at each border of its inline elements, or before each label: margins part the words of an info row, its text does not."""

import re
from typing import Final

from lxml import etree

from qnews_scraper.extract.layout import SKIPPED, Layout
from qnews_scraper.extract.names import HAN

_MOST_LINES: Final = 12
_MOST_PIECES: Final = 160
"""Where more is in a block, it is no row of information."""
_CLOSING: Final = frozenset("，,、。.;；:：)）]】》」』”’\"'%")
_OPENING: Final = frozenset("(（[【《「『“‘@#")
"""Marks that a border beside them does not part from a word."""


def parted(layout: Layout, line: int) -> str:
    """The text of a line so."""
    if line not in layout.parted:
        layout.parted[line] = _parted(layout, line)
    return layout.parted[line]


def _parted(layout: Layout, line: int) -> str:
    text = layout.lines[line].text
    block = layout.blocks[layout.lines[line].block] if layout.lines[line].block >= 0 else None
    if block is None or block.last - block.first > _MOST_LINES or not len(block.element):
        return text
    pieces = _pieces(block.element)
    own = "".join(text.split())
    at = "".join(pieces).find(own) if 1 < len(pieces) < _MOST_PIECES else -1
    if at < 0:
        return text
    borders: set[int] = set()
    for piece in pieces:
        at -= len(piece)
        if at < 0:
            if -at >= len(own):
                break
            borders.add(-at)
    kept: list[str] = []
    seen = 0
    for place, char in enumerate(text):
        if not char.isspace():
            if seen in borders and not text[place - 1].isspace() and char not in _CLOSING and text[place - 1] not in _OPENING:
                kept.append(" ")
            seen += 1
        kept.append(char)
    return "".join(kept)


def _pieces(element: etree._Element) -> list[str]:
    """The texts of an element without their blanks, one for each stretch between two tags."""
    found: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if len(found) >= _MOST_PIECES:
            break
        text = one.text if event == "start" and isinstance(one.tag, str) and one.tag not in SKIPPED else one.tail if event != "start" and one is not element else None
        if text and (piece := "".join(text.split())):
            found.append(piece)
    return found


MATERIAL: Final = ("图片", "圖片", "照片", "数据", "數據", "素材", "视频", "音频", "题图", "配图", "头图", "插图", "图表", "封面", "图像", "圖像", "影像", "影片", "漫画", "漫畫", "插画", "插畫")
_MATERIALS: Final = "|".join(MATERIAL)
_RUN_ON: Final = re.compile(
    rf"(?P<label>(?:图片|摄影|文字|责任|責任|实习|实習|值班|执行|网络|網路|網絡|本文|本期|见习|美术|视频|总|總|版面|新媒体|核稿|审稿)?(?:作者|编辑|編輯|责编|責編)|(?:文章|本文|稿件|信息|新闻|原文|内容|资料|{_MATERIALS})?(?:来源|來源)|(?:点击|點擊|浏览|瀏覽|阅读|閱讀)(?:次数|次數|数|數|量)?|评论|評論|字号|字號|校对|校對|审核|審核|"
    r"采写|撰文|撰稿|摄影(?:报道)?|攝影(?:報導|報道)?|(?:发布|發布|發佈|更新|发表|發表|上传|录入)?(?:时间|時間|日期)|(?:摄影|攝影|摄像|图片|圖片|视频|文字)?记者|通讯员)(?=\s*[:：])"
)
_LABEL_END: Final = re.compile("[者辑輯编編源击擊覽览读讀论論号號對对核写文稿影间間期员数數量]\\s*[:：]")
"""What ends each label of the above: it costs a twentieth to look for."""
_BOXED: Final = re.compile(rf"[\[【]\s?(?P<label>[{HAN}]{{2,4}})\s?[\]】]\s?(?=[:：])")
"""[来源]：."""
_BOXED_LABEL: Final = re.compile(rf"[\[【]\s?(?P<label>(?:本文)?作者|撰文|撰稿|文|本[报報网網]记者|记者|記者|通讯员|通訊員|来源|來源|稿源|(?:责任|責任)?(?:编辑|編輯)|责编|責編)\s?[\]】]\s?(?=[{HAN}A-Z《])")
"""【作者】夏阳."""
MARKS: Final = str.maketrans("∕⁄╱﹕︰∶﹔", "／／／：：：；")
"""Forms of slash and colon that papers of Taiwan and Hong Kong print."""


def spaced(text: str) -> str:
    """A line with a blank before each label: the margins of a page stand for none in its text."""
    text = text.translate(MARKS).replace("( ", "(")
    if "y " in text:
        text = _BY_PAPER.sub(r"\1 | ", text)
    if "】" in text or "]" in text:
        text = _BOXED_LABEL.sub(r" \g<label>：", text)
    if ":" not in text and "：" not in text:
        return text
    if " " in text:
        text = _SPACED_LABEL.sub(lambda found: found[0].replace(" ", ""), text)
    if "]" in text or "】" in text:
        text = _BOXED.sub(r" \g<label>", text)
    return _RUN_ON.sub(_part, text) if _LABEL_END.search(text) else text


_SPACED_LABEL: Final = re.compile(r"[作记記] {1,2}者(?=\s*[:：])|[来來稿] {1,2}源(?=\s*[:：])|出 {1,2}[处處](?=\s*[:：])|[编編] {1,2}[辑輯](?=\s*[:：])|[责責] {1,2}[编編](?=\s*[:：])|[责責] {1,2}任 {1,2}[编編] {1,2}[辑輯](?=\s*[:：])|通 {0,2}[讯訊] {1,2}[员員](?=\s*[:：])")
"""来 源：, as print sets labels of two characters to the width of longer ones."""
_BY_PAPER: Final = re.compile(r"(By (?:[A-Z][\w'’-]+ [A-Z][\w'’-]+(?:, | and | & ))*[A-Z][\w'’-]+ [A-Z][\w'’-]+) (?=(?:[A-Z][\w.]+ ){1,3}(?:Daily|Times|News|Post|Herald|Journal|Tribune|Today|Gazette|Express|Agency|Observer)\b)")
"""A paper's name right behind those of its writers."""
_BEFORE_LABEL: Final = re.compile(rf"(?!的)[{HAN})）》\d]")


def _part(found: re.Match[str]) -> str:
    return f" {found['label']}" if _BEFORE_LABEL.match(found.string, found.start() - 1 if found.start() else len(found.string)) else found["label"]
