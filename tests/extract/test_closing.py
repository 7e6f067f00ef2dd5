"""Last lines that are the house's and last lines that are the text's. All of own writing."""

import re

import pytest

from qnews_scraper import restore
from qnews_scraper.extract.closing import closes
from tests.extract.pages import lines_of

TEXT = (
    "山上的老茶亭上个月换了新瓦，亭里的石桌也磨平了，挑夫走到这里，都要坐下来喝一碗粗茶再走。",
    "守亭的苗婶烧了二十年的茶，她说从前一天要烧六壶，如今上山的人走公路，一天两壶还喝不完。",
    "镇里打算把茶亭边的旧仓屋修成歇脚的客栈，六间房，窗子都朝着谷口，秋天就能住人。",
)


def last_of(line: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in (*TEXT, line))
    return lines_of(f"<div><h1>老茶亭换了新瓦</h1><div>2020-03-04 10:20 来源：山谷网</div><div>{body}</div></div>", "老茶亭换了新瓦_山谷网")[-1]


@pytest.mark.parametrize(
    "line",
    [
        "觉得不错，就点个赞分享给朋友吧",
        "喜欢这篇文章，记得点个“在看”",
        "动动手指点个在看",
        "点击“阅读原文”看更多照片",
        "↓↓↓戳阅读原文，报名去茶亭",
        "戳这里，看茶亭的老照片",
        "微信扫码加入山谷读者群",
        "你喝过亭里的茶吗？欢迎在评论区留言",
        "欢迎大家在下方留言讨论！",
        "图文如有侵权，请联系我们删除",
        "阅读 2.3万 赞 118 在看 40",
        "赞(12) 踩(3)",
        "举报/反馈",
        "值班主任：倪朝",
        "（本文系作者授权山谷网首发）",
        "本文来自微信公众号“山谷夜读”，作者：葛一川，山谷网经授权发布。",
        "文章转载自公众号：山谷夜读（ID：shanguyedu），经授权转载。",
        "本文来自微信公众号“山谷商业夜读”（ID：shanguyedu2020），作者：葛一川、傅思珩，山谷网经授权转载发布。",
        "本文由山谷夜读原创，欢迎转发",
        "爆料微信：shgu",
        "山谷融媒体中心出品",
        "—— 山谷夜读 ——",
        "赞赏支持作者",
        "给作者打赏",
        "向我们投稿：shgu@shangu.example",
        "来稿请寄至 shgu@shangu.example",
        "附件：茶亭修缮费用明细.xlsx",
        "附件1：客栈图纸.pdf",
        "【顶一下】 【踩一下】",
        "【评论】【收藏此页】【大 中 小】【打印】【关闭】",
        "本版编辑 倪朝 电话 2210",
        "责任编辑 倪朝 葛一川 热线：0999-8120120",
        "（一审一校：倪朝 二审二校：葛一川 三审三校：傅思珩）",
        "一校：倪朝 二校：葛一川 三校：傅思珩",
        "下一组：谷口的冬天",
        "本文作者：葛一川，江海大学教授",
        "Nina George and Sara Okafor contributed to this report.",
    ],
)
def test_the_last_words_of_a_house_are_no_text(line: str) -> None:
    assert last_of(line) == TEXT[-1]


@pytest.mark.parametrize(
    "line",
    [
        "点赞苗婶，也点赞每一个给人留茶的人！",
        "她说，觉得好喝，点个头就行。",
        "亭里有一本留言簿，写满了三任挑夫的名字",
        "监督电话：0999-8120120",
        "茶钱随人给：一元，两元，不给也行",
        "三十年里，这座亭子只关过一次门——",
        "欢迎上山喝茶！",
        "附件：茶亭老照片一册",
        "本文转自公众号山谷夜读的留言里，有人说茶亭不该修，挑夫却笑着说：修好再发布。",
        "本文首发于公众号以后，发表过它的山谷夜读收到三百封信，苗婶都念给挑夫听。",
        "打赏的人，她一个也不记得",
        "三校：谷口小学、茶亭小学、苗家小学",
        "下一组茶客是从谷口上来的",
        "客栈的房号：大 中 小",
        "1. A 2. C 3. B",
        "本文由来已久的老规矩：先喝茶，后赶路。",
    ],
)
def test_the_last_words_of_a_text_are_text(line: str) -> None:
    assert last_of(line) == line
    assert not closes(line)


@pytest.mark.parametrize("link", ["返回山谷网，查看更多", "返回首页", "[详细]", ">>进入茶亭专题", "点击查看更多", "【关闭】"])
def test_a_link_behind_the_last_sentence_is_no_text(link: str) -> None:
    said = "苗婶把这句话写在了亭柱上。"
    assert last_of(f"{said}<a href=/>{link}</a>") == said
    page = f"<h1>老茶亭换了新瓦</h1><div>2020-03-04 10:20 来源：山谷网</div><div>{''.join(f'<p>{text}</p>' for text in TEXT)}<p>{said} <a href=/>{link}</a></p></div>"
    found = restore(f"<html><head><title>老茶亭换了新瓦</title></head><body><div>{page}</div></body></html>")
    assert found.page.left_out[-1].line == link


@pytest.mark.parametrize("line", ["苗婶把这句话写在了<a href=/t>茶亭</a>", "“人走茶不凉。”<a href=/m>苗婶说</a>", "她说：“走累了，就<a href=/b>返回首页</a>", "亭里的钟敲了三下，苗婶才收了茶碗，把灯吹熄。<a href=/z>进入冬天，山上没有人。</a>"])
def test_a_link_that_ends_a_sentence_is_text(line: str) -> None:
    assert last_of(line) == re.sub("<[^>]+>", "", line)
