"""The bar of a reader's tools above a text: 【字体：大 中 小】 打印本页, 讚 1,024 分享, Print this release; and how many readers there were."""

import re
from typing import Final

_TOOLS: Final = re.compile(
    r"(?:我[要来來])?(?:打印|列印|收藏|分享|[转轉][发發]|轉寄|轉貼|傳送|发送|發送|保存|下[载載]|复制|複製|推[荐薦]|[评評][论論]|留言|[纠糾][错錯]|[举舉][报報]|[关關][闭閉]|[朗播][读讀放]|[收聆]?[听聽](?:新[闻聞]|本?文)?|[语語]音(?:播[报報放])?|放大|[缩縮]小|默[认認]|[预預][设設])(?:到|至|给|給)?(?:此|本)?(?:[页頁文]面?|文章|[链連][接結]|[窗視视]窗?口?|新[闻聞])?|"
    r"字(?:[号號体體型级級])?(?:大小|[调調]整)?|(?:[TA][大中小]){2,3}|[大中小特加][大小]?(?=\W|$)|可以[听聽](?:文章|新[闻聞])[了啦]|[顶頂踩]一下|[点點按]?[赞讚](?!成|同|助|美|扬|揚|叹|嘆)|微信|微博|朋友圈|QQ|[脸臉][书書]|[繁简簡][体體]|[无無]障[碍礙](?:[阅閱][读讀])?|[视視]力保[护護]色?|手机[看版]|扫一扫|掃一掃|"
    r"(?i:\b(?:print|e-?mail|share|save|tweet|bookmark|download|listen|like|text size|font size|pdf|facebook|twitter|x|line|whatsapp|copy link)\b(?: (?:to|with|on|by|as|for)\b)?(?: (?:this|the|an?|your))?(?: (?:page|article|story|release|post|friends?|colleagues?|pdf|link)\b)?|\b[A-C][-+]?(?= |$))"
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_COUNT: Final = re.compile(r"\d[\d,.]*\s?(?:[万萬kKmM]\b)?[人次]?(?!\w)")
_READERS: Final = re.compile(r"(?:已|共)?有\s?\d[\d,]*\s?(?:人|位|[条條次则則])\S{0,4}?(?:[讨討][论論]|[评評][论論]|[阅閱][读讀]|[浏瀏][览覽]|跟[帖贴貼]|留言|[点點][赞讚]|收藏|[围圍][观觀])\W*$|(?:[阅閱][读讀]|[浏瀏][览覽]|[点點][击擊閱]|人[气氣]|播放)(?:量|数|數|次数|次數)?\s?[:：]?\s?\d[\d.,]*\s?[万萬wkWK]?\+?\W*$")
VISITOR: Final = re.compile("[您你]是(?:本[站文页頁])?\\s?第\\s?[\\d,]+\\s?[位个個名]\\S{2,4}")
"""A counter of visitors."""
_MOST: Final = 40
"""Characters of such a bar."""


def is_toolbar(text: str) -> bool:
    """Whether a line holds nothing but tools for readers and counts."""
    if len(text) > _MOST:
        return False
    rest, found = _TOOLS.subn(" ", text)
    return found > 0 and _LETTER.search(_COUNT.sub(" ", rest)) is None


def counts_readers(text: str) -> bool:
    """Whether a line ends in how many readers took part: 已有96人参与讨论."""
    return len(text) <= _MOST and _READERS.search(text) is not None
