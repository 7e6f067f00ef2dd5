"""How boxes beside a text are headed, as whole lines made of the words such headings are made of: 本周热门文章, 看过本文的人还看了."""

import re
from functools import lru_cache
from typing import Final

from qnews_scraper.extract.phrases import COMMENT, OFFERS, RELATED

_WHICH: Final = (
    "相关|相關|热门|熱門|热点|熱點|最新|最热|最熱|精彩|精华|精華|精选|精選|推荐|推薦|重点|重點|滚动|滾動|即时|即時|同类|同類|同城|近期|今日|昨日|本周|本週|一周|一週|本月|(?:24|48|72)小[时時]|7[xX×*]24(?:小[时時])?|更多|其他|其它|编辑|編輯|站内|站內|版主|频道|頻道|全站|本站|"
    "作者|最近|热帖|熱帖|专题|專題|图文|圖文|图片|圖片|视频|視頻|影音|点击|點擊|阅读|閱讀|人气|人氣|浏览|瀏覽|评论|評論|新闻|新聞|往期|延伸|网友|網友|读者|讀者|为[你您]|為[你您]|猜[你您]|热|熱|总|總|周|月|日"
)
_WHAT: Final = (
    "新闻|新聞|文章|资讯|資訊|阅读|閱讀|推荐|推薦|排行榜?|热榜|熱榜|榜单|榜單|热词|熱詞|话题|話題|标签|標籤|专题|專題|视频|視頻|影音|图片|圖片|图集|圖集|要闻|要聞|热点|熱點|热门|熱門|菜谱|食谱|食譜|课程|課程|商品|产品|產品|问答|問答|回顾|回顧|搜索|热帖|熱帖|帖子|滚动|滾動|精选|精選|快讯|快訊|动态|動態|链接|連結|下载|下載|软件|游戏"
)
_LISTS: Final = re.compile(
    rf"\W*(?:(?:{_WHICH})的?){{1,3}}(?:{_WHAT})(?:\s?TOP\s?\d{{1,2}})?\W*|"
    r"\W*(?:大家|(?:看[过過]?|[读讀][过過]?|喜[欢歡])(?:本文|[这這]篇(?:文章)?|此文)?的(?:人|网友|網友|读者|讀者|用户|用戶)|其他人|他[们們])(?:都|[还還]|也)?(?:在|[关關]注|喜[欢歡])?(?:看|[读讀]|搜|逛)?(?:了|[过過]|什么|什麼)?\W*|"
    r"\W*(?:[广廣]告(?:位|推[广廣])?|[赞贊]助商?(?:[链連][接結]|[内內]容)?|推[广廣][链連][接結信息]{1,2}|[历歷]史上的今[天日])\W*"
)
_REPLIES: Final = re.compile(r"\W*(?:(?:网友|網友|[读讀]者|精[选選彩]|[热熱][门門]|最[热熱新]|全部|[写寫]|神)?(?:[热熱][评評]|(?<=.)[热熱][议議]|留言|跟[帖贴貼]|神[评評](?:[论論])?|[评評][论論])(?:[区區]|列表|精?[选選])?)\W*")
_MOST: Final = 20
"""Characters of a heading."""


def heads_list(text: str) -> bool:
    """Whether a line is the heading of a list of other pages and nothing else."""
    return 1 < len(text) <= _MOST and _LISTS.fullmatch(text) is not None


def heads_replies(text: str) -> bool:
    """Whether a line is the heading of what readers say and nothing else."""
    return 1 < len(text) <= _MOST and _REPLIES.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def headed(text: str) -> str:
    """What the heading of a box says is in it: "comment", "offers", "related", and by the words it is made of "replies" or "list"; "" for anything else. Headings repeat from page to page of a site."""
    if COMMENT.match(text):
        return "comment"
    if OFFERS.match(text):
        return "offers"
    if RELATED.match(text):
        return "related"
    return "replies" if heads_replies(text) else "list" if heads_list(text) else ""
