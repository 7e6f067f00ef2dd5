"""What a mirror puts in after its converter has made the page Traditional."""

import sys
from pathlib import Path

import pytest

from qnews_scraper.restore import restore

sys.path.insert(0, str(Path(__file__).parents[1] / "models"))

import mirror

HEADLINE = "城东小学新校舍开工"
BODY = [
    "城东小学新校舍昨天上午开工，工期十四个月。新校舍建在原来的粮库旁边，占地三十亩，建成之后可以容纳二十四个班。",
    "校长在开工仪式上说：“孩子们再也不用在走廊里上体育课了。”家长们听了，都鼓起掌来。",
    "按照设计，教学楼分为三层，每层都有一间阅览室；操场边上还要种一排银杏，给后来的学生遮阴。",
]
PUT_IN = ["九龙登录入口,乐动平台官网,网页版手机端", "国际电竞联盟赛程,竞猜规则说明,盘口变动", "免费毛片在线播放,海角大道网"]


def page(planted: str, *, damaged: bool, coded: bool) -> str:
    """synthetic: the mirror's title and first heading above the page's own headline, which is no heading."""
    title = "".join(f"&#{ord(c)};" for c in planted) if coded else planted
    own = f'<div class="content"><div class="title">{HEADLINE}</div>\n<div class="info">2014-03-05 09:20</div>\n' + "".join(f"<p>{line}</p>\n" for line in BODY) + "</div>"
    own = mirror.damage(own, seed=3) if damaged else own
    head = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title>\n<meta name="description" content="{title}"></head>\n'
    return f'{head}<body><h1><a href="/">{title}</a></h1>\n{own}\n</body></html>\n'


@pytest.mark.parametrize("planted", PUT_IN)
@pytest.mark.parametrize("coded", [True, False])
def test_a_title_that_was_never_converted_is_the_mirrors(planted: str, coded: bool) -> None:
    article = restore(page(planted, damaged=True, coded=coded)).article
    assert article
    assert article.title == HEADLINE
    assert article.description == ""
    assert article.text.split("\n") == BODY


def test_a_title_that_was_converted_stays() -> None:
    """negative: the mirror left title and heading to the page."""
    damaged = mirror.damage(page(HEADLINE, damaged=False, coded=False), seed=3)
    restored = restore(damaged)
    assert restored.article
    assert restored.article.title == HEADLINE
    assert not [r for r in restored.removals if "title" in r.kind]


def test_a_page_without_a_mirror_says_nothing_of_converters() -> None:
    """negative: a Simplified page, and a Traditional one with a quotation in Simplified."""
    for text in (page(PUT_IN[1], damaged=False, coded=False), f"<html><head><title>國語日報</title></head><body><p>「{BODY[0]}」</p><p>這一段寫的是對岸的新聞。</p></body></html>"):
        assert not any("converter" in piece for r in restore(text).removals for piece in r.evidence)
