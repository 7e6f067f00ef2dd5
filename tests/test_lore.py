"""Misread text that is shown as an example stays as it is shown; text that speaks of encodings and was misread itself is read."""

import pytest

from qnews_scraper.restore import repair
from qnews_scraper.trust import Trust

SHOWN = [
    "所谓乱码，就是“鏂囧瓧鍙樻垚浜嗕贡鐮”这样的东西，学员们都笑了。",
    "老师在黑板上写下ÖÐ¹úÐÂÎÅ，说这是GBK编码的文章在西文系统里的样子。",
    "网页开头有时会多出ï»¿三个字符，那是UTF-8的标记。",
    "他把UTF-8的邮件当成Latin-1来读，于是看见ä»Šå¤©å¤©æ°”å¾ˆå¥½，一头雾水。",
    "亂碼的例子：笆芠璸购るぃ，用錯字元集就會這樣。",
]
MISREAD = [
    ("这段程序用UTF-8写成，保存的时候选错了字符集，打开来全是乱码。", "utf-8", "gbk"),
    ("这段程序用UTF-8写成，保存的时候选错了字符集，打开来全是乱码。", "utf-8", "latin-1"),
    ("邮件标题里的乱码，多半是GBK与UTF-8没有说清楚的缘故。", "gbk", "latin-1"),
]


@pytest.mark.parametrize("text", SHOWN)
def test_examples_are_kept(text: str) -> None:
    """synthetic, negative"""
    repaired = repair(text)
    assert repaired.text == text
    assert {e.trust for done in repaired.passes for e in done.reported} <= {Trust.SUSPECT}


@pytest.mark.parametrize(("text", "true", "read_as"), MISREAD)
def test_text_about_encodings_is_read(text: str, true: str, read_as: str) -> None:
    """synthetic: what names an encoding was misread along with all else"""
    served = text.encode(true).decode(read_as, "replace")
    if "\ufffd" not in served:
        assert repair(served).text == text
    else:
        assert repair(served).text[:8] == text[:8]
