"""How a house ends a page below a text: it asks for likes and words, counts them, says whose the text is, where to call and write, and what may be downloaded."""

import re
from bisect import bisect_right
from operator import itemgetter
from typing import Final

from qnews_scraper.extract.layout import Layout
from qnews_scraper.extract.phrases import TOOL

_LIKED: Final = r"[“\"「]?(?:在看|[赞贊讚]|收藏|小星星|[关關]注)[”\"」]?"
_PLEASE: Final = "(?:就|[请請]|[记記]得|[别別]忘了|[动動][动動]小?手指?)?(?:[给給]\\S{1,6})?(?:右下角)?"
_CLOSES: Final = re.compile(
    "|".join(
        (
            rf"(?:如果|若)?(?:您|你)?(?:[觉覺]得(?:本文)?(?:不[错錯]|好|有用)|喜[欢歡](?:本文|[这這]篇(?:文章)?)?)(?:的[话話])?\W?{_PLEASE}[点點][个個亮]?{_LIKED}[^。]{{0,20}}",
            rf"{_PLEASE}[点點](?:[个個亮]{_LIKED}|[“\"「]?在看[”\"」]?)[^。]{{0,20}}",
            r"[↓⬇👇☟▼]*[点點戳][击擊]?(?:[文下]末|下方|左下角)?[“\"「【]?(?:[阅閱][读讀]原文|原文[链鏈連][接結])[”\"」】]?[^。]{0,16}",
            "戳(?:[这這][里裡]|[下上]方|[蓝藍]字|[图圖]片)[^。]{0,12}",
            "(?:[长長]按|微信)?\\W?[扫掃](?:[码碼]|一[扫掃]|描)?[^。]{0,10}(?:加入|[进進]|入)[^。]{0,8}群[^。]{0,8}",
            "(?:[^。]{2,14}[？?]\\s?)?(?:[欢歡]迎|[请請]|快[来來])?(?:大家|[您你])?在?(?:[评評][论論][区區]|下方|文末|留言[区區]|下面)?(?:[写寫]下)?(?:留言|[评評][论論])(?:[讨討][论論]|互[动動]|告[诉訴]我[们們]?|分享|交流|[区區][见見])?[吧哦呀]?[！!~～]?",
            "(?:[图圖]文|[图圖]片|[内內]容|文章)?(?:如有|若有|如)?侵[权權犯]?\\W?(?:[请請])?(?:[联聯][系繫絡络](?:我[们們]|作者|本[站网號号]|后台|後台)?)?(?:[删刪][除]?|[处處]理)",
            "(?:(?:[阅閱][读讀]|[点點]?[赞贊讚]|在看|踩|[顶頂]|收藏|[转轉][发發]|分享|[评評][论論]|[浏瀏][览覽]|留言|喜[欢歡]|打[赏賞])(?:量|[数數])?\\s?[(（:：]?\\s?[\\d.]+\\s?[万萬kKwW]?\\+?[)）]?[\\s|·]*){2,8}",
            "[举舉][报報]\\W{0,2}[反意][馈饋見见](?:反[馈饋])?",
            "[【\\[]?[\u4e00-\u9fff]{0,10}[】\\]]?(?:官方)?微信(?:公[众眾]|[订訂][阅閱])[号號]\\s?[:：]\\s?[\\w-]{2,24}",
            "(?:[给給][为為]?作者)?(?:[赞讚贊][赏賞]|打[赏賞])(?:支持)?(?:本文|作者|一下)?",
            "(?:[欢歡]迎|[请請])?(?:向?我[们們])?(?:投稿|[爆报報]料|[来來][稿信])(?:[请請])?(?:[发發寄投](?:送|[给給])?)?(?:至|到)?\\s?[:：]?\\s?[\\w.+-]+@[\\w.-]+",
            "附件\\s?\\d{0,2}\\s?[:：][^。]{2,40}\\.(?:docx?|xlsx?|pptx?|pdf|wps|rar|zip)",
            "值班(?:主任|[编編][委辑輯]|[总總][编編]|[领領][导導])\\s?[:：|｜／/]?\\s?[\u4e00-\u9fff]{2,4}",
            "[(（【]?本文(?:系|[为為]|由|[经經])[^。]{0,14}(?:授[权權]|原[创創]|首[发發]|投稿)[^。]{0,16}",
            "(?:新[闻聞]|[报報爆]料|采[访訪]|投稿|[订訂][阅閱報报])(?:[热熱][线線]|[电電][话話]|微信|[邮郵信]箱|QQ)号?\\s?[:：][^，。]{3,40}",
            "[\u4e00-\u9fff]{2,12}(?:融媒[体體]中心|[网網報报社台臺])\\s?(?:出品|制作|[编編][发發])",
            "[—–-]{1,3}\\s?[^—–。，-]{2,12}\\s?[—–-]{1,3}",
        )
    )
)
_MARKS: Final = "()（）【】[] 　•·▲▼"


_TAKEN_OVER: Final = re.compile("[(（【\\[]?(?:本文|文章)(?:[来來]自|[转轉](?:[载載]自|自)|首[发發][于於])(?:微信)?公[众眾][号號][:：“\"「《【\\s][^。]{2,60}?(?:授[权權]|[转轉][载載]|[发發][布佈表])[^，。]{0,8}。?[)）】\\]]?")
"""What a house says of a text that it has from elsewhere: 本文来自微信公众号“江海夜话”，作者：夏阳，经授权发布。"""


def closes(text: str) -> bool:
    """Whether a last line is that, and no sentence of the text."""
    return (text[-1] != "。" and _CLOSES.fullmatch(text.strip(_MARKS)) is not None) or _TAKEN_OVER.fullmatch(text) is not None


_LEADS_ON: Final = re.compile(
    r"\W*(?:(?:返回|回到|[进進]入)[^\s，。]{2,10}|(?:[点點][击擊])?(?:查看|[阅閱][读讀]|[浏瀏][览覽]|了解)(?:更多|[详詳][情细細]|全文|原文)\S{0,6}|(?:更多|[详詳][情细細])\S{0,4})(?:[，,\s]\s?(?:查看|[阅閱][读讀]|[浏瀏][览覽])更多\S{0,4})?\W*"
)
_STOPS: Final = tuple("。！？”」…）")
"""What a paragraph ends with."""
_MOST: Final = 24
"""Characters of such a link."""


def link_behind(page: Layout, line: int) -> str:
    """The link behind the last sentence of a line that leads to another page: 返回首页，查看更多; "" for none."""
    at = bisect_right(page.anchors, line, key=itemgetter(0)) - 1
    if at < 0 or page.anchors[at][0] != line:
        return ""
    link = " ".join("".join(map(str, page.anchors[at][1].itertext())).split())
    text = page.lines[line].text
    is_last = 1 < len(link) < _MOST and text.endswith(link) and text.removesuffix(link).rstrip().endswith(_STOPS)
    return link if is_last and (TOOL.fullmatch(link) or _LEADS_ON.fullmatch(link)) else ""
