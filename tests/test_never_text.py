"""Bodies that a server or an archive calls a page and that never were text."""

import gzip
import random
import zlib

import brotli
import pytest

from qnews_scraper import restore

SOUND_PAGE = (
    "<!DOCTYPE html>\n<html><head><title>南岸区菜市场改造完工_河口新闻网</title></head>\n<body><h1>南岸区菜市场改造完工</h1>\n<div>2016年4月12日 来源：河口日报</div>\n"
    "<p>南岸区三处老菜市场的改造昨天全部完工，摊位从四百个增加到六百二十个，地面和排水沟都换成了新的。</p>\n"
    "<p>在这里卖了十五年豆腐的摊主孙桂兰说，从前一下雨就积水，现在地面干干净净，来买菜的人也多了不少。</p>\n"
    "<p>区商务局的负责人表示，明年还将改造五处菜市场，并在每处设立农药残留检测点，结果当天公布。</p>\n</body></html>\n"
)
PACKED = SOUND_PAGE.encode()
NOISE = random.Random(7).randbytes(6000)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"\x89PNG\r\n\x1a\n" + NOISE, "not text: the body is a PNG image"),
        (b"%PDF-1.4\n" + NOISE, "not text: the body is a PDF"),
        (gzip.compress(PACKED), "not text: the body is in gzip"),
        (brotli.compress(PACKED), "not text: the body is binary data"),
        (zlib.compress(PACKED), "not text: the body is binary data"),
        (NOISE, "not text: the body is binary data"),
        (PACKED, ""),
        (SOUND_PAGE.encode("gb18030"), ""),
        (SOUND_PAGE.encode("utf-16"), ""),
        (SOUND_PAGE.encode("utf-16-le"), ""),
        (SOUND_PAGE.replace("，", "\x0b，").encode(), ""),
        (SOUND_PAGE.replace("，", "\x05\x06\x07，").replace("。", "\x08\x08\x08。").encode("gb18030"), ""),
        (PACKED.replace(b"\n", b"\x00\n") + bytes(500), ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bytes_that_were_never_text_are_no_article(body: bytes, says: str) -> None:
    restored = restore(body, content_type="text/html")
    assert restored.rejected == says
    assert bool(restored.article) is not bool(says)
