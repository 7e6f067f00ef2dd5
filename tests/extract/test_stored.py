"""Articles that only the page's scripts would show: held in a field, a template or a string. All of own writing."""

import html as references
import json
import time

import pytest

from qnews_scraper import restore

TEXT = ["盐湖边的采卤车间上月换上了新水泵，夜班工人从六个减到两个。产量反而多了一成半。", "班长说，“从前修一次泵要停产三天”，如今换一个零件只要半个钟头。", "换下来的旧泵送给了下游的灌区。"]
MARKUP = "<article><section>" + "".join(f"<p class=\"t\">{line}</p>" for line in TEXT) + "</section></article>"
ESCAPED = references.escape(MARKUP)


def page(held: str) -> str:
    return f"<html><head><title>盐湖车间换新泵</title></head><body><div><a href=/>首页</a></div><div><h1>盐湖车间换新泵</h1><p>2022-03-04 10:20 来源：青盐网</p></div>{held}<div>青盐网 版权所有</div></body></html>"


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(f"<textarea style='display:none'>{ESCAPED}</textarea>", id="field"),
        pytest.param(f"<template>{MARKUP}</template>", id="template"),
        pytest.param(f"<script>window.page = {json.dumps({'id': 7, 'content': MARKUP})};</script>", id="state"),
        pytest.param(f"<script>var page = {{title: '盐湖', content: '{ESCAPED}'}};</script>", id="string-of-references"),
        pytest.param("<script>var t = '" + MARKUP.replace("<", "\\x3c").replace("'", "\\'") + "';</script>", id="string-of-escapes"),
    ],
)
def test_an_article_that_scripts_would_show(held: str) -> None:
    found = restore(page(held)).article
    assert found is not None
    assert (found.title, found.text.split("\n"), found.date_published[:10]) == ("盐湖车间换新泵", TEXT, "2022-03-04")


@pytest.mark.parametrize(
    "held",
    [
        pytest.param(f"<div>{'这一段是页面自己写着的正文，读者不用等脚本就能读到它，写得比别处都要长一些，有四十多个字。' * 2}</div><textarea>{ESCAPED}</textarea>", id="text-of-its-own"),
        pytest.param("<textarea>说两句吧</textarea><script>var tip = '<p>请先登录</p>';</script>", id="a-box-for-comments"),
        pytest.param("<script>var css = '<div>" + "a{color:red}" * 40 + "</div>';</script>", id="no-sentences"),
        pytest.param("<script>var broken = \"<p>没有收尾的字符串。还有一句。" + "'" * 400 + "</script>", id="string-without-an-end"),
    ],
)
def test_what_scripts_hold_is_no_text_of_other_pages(held: str) -> None:
    found = restore(page(held)).article
    assert found is None or all(line not in found.text for line in TEXT)


@pytest.mark.parametrize("escaped", ['\\"', "\\'"])
def test_time_of_escaped_quotes_is_linear(escaped: str) -> None:
    """regression: each began a string that had no end"""

    def spent(times: int) -> float:
        start = time.process_time()
        restore(page(f"<script>var a={escaped * times}</script>"))
        return time.process_time() - start

    spent(10)
    assert spent(20_000) < 8 * max(spent(5_000), 0.05)
