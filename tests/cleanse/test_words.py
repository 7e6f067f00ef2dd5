"""Advertising words and names to write to, taken by themselves: where they begin, and what lies over them. All synthetic."""

import pytest

from qnews_scraper.cleanse import View
from qnews_scraper.cleanse.bids import Bids
from qnews_scraper.cleanse.words import advertising
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("港口的ag真人百家乐", {"ag真人", "百家乐"}),
        ("AG真人", {"ag真人"}),
        ("真人秀在港口录制", set()),
        ("x91视频和txt下载", {"91视频", "txt下载"}),
        ("视频下载", set()),
        ("tỷ lệ cá cược nhà cái", {"cá cược", "nhà cái"}),
        ("à la carte, déjà vu", set()),
        ("加qq群，盗qq号", {"加qq", "盗qq"}),
        ("online casino", {"casino"}),
        ("occasional visitors", set()),
        ("The boats left the harbour this morning. 百 家 乐", {"百家乐"}),
        ("The boats left the harbour this morning, said Zoë. c\u0430sino", {"casino"}),
        ("The boats left the harbour this morning. ｃａｓｉｎｏ", {"casino"}),
        ("The boats left the harbour this morning, nhà cái", {"nhà cái"}),
        ("The boats left the harbour this morning — “à la carte”", set()),
    ],
)
def test_words_in_letters_of_two_kinds(text: str, words: set[str]) -> None:
    assert advertising(text) == words


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("加微信：abc12345", True),
        ("加 V：abc12345，QQ群", True),
        ("扣扣 123456", True),
        ("qq号QQ：123456", True),
        ("Telegram @boat 12345，t.me/boat", True),
        ("whatsapp：+8613800，WhatsApp", True),
        ("line id：@boat1，LINE ID", True),
        ("QQ空间与微信分享", False),
        ("ONLINE: read more on LINE: a", False),
        ("Skype is a trade mark", False),
    ],
)
def test_names_to_write_to(text: str, asks: bool) -> None:
    source = f"<html><body><p>{text}</p></body></html>"
    assert bool(Bids(View(parse(source), Page(url="http://www.example.cn/a.html", text=source), Options()))) is asks
