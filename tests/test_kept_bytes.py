"""Bytes that software could not read and kept as escapes or as lone surrogates, among text that it did read."""

import re

import pytest

from qnews_scraper import Trust, repair, undo

ZH = ["编辑部昨天收到一封来信，写信的人已经八十九岁。", "“桥修好了，”村民说，“赶集不用再绕二十里路。”", "国道旁的小店1998年开张，老板娘姓陈。"]
TW = ["圖書館昨天收到一批捐書，多半是三十年前的雜誌。"]


DAMAGE = {
    "UTF-8 > cp1252": ("utf-8", "cp1252"),
    "UTF-8 > GBK": ("utf-8", "gbk"),
    "UTF-8 > Big5": ("utf-8", "big5"),
    "GBK > UTF-8": ("gbk", "utf-8"),
    "Big5 > UTF-8": ("big5", "utf-8"),
    "GBK > Big5": ("gbk", "big5"),
}


@pytest.mark.parametrize("errors", ["backslashreplace", "surrogateescape"])
@pytest.mark.parametrize("name", DAMAGE)
def test_no_byte_is_gone(name: str, errors: str) -> None:
    true, served_as = DAMAGE[name]
    for text in TW if true == "big5" else ZH:
        served = text.encode(true).decode(served_as, errors)
        repaired = repair(served)
        assert repaired.text == text
        assert undo(repaired) == served
        # where none was kept, others may have vanished
        assert all(e.trust is Trust.CERTAIN for e in repaired.edits) or not re.search(r"\\x|[\udc80-\udcff]", served)


@pytest.mark.parametrize("size", [16, 25, 32])
def test_chunks_that_cut_characters(size: int) -> None:
    for text in ZH:
        data = text.encode()
        served = "".join(data[i : i + size].decode("utf-8", "backslashreplace") for i in range(0, len(data), size))
        assert repair(f"前一行是好的。\n{served}\n").text == f"前一行是好的。\n{text}\n"


@pytest.mark.parametrize(
    "text",
    [
        r"sed -e 's/\xe4\xb8\xad/中/g' 可以替换",
        r"'\xd6\xd0\xb9\xfa'.decode('gbk')  # 中国",
        r"“中”字的三个字节是 \xe4、\xb8、\xad",
        r"路径是 D:\xampp\xa\文件",
        r"\xe9\xe8 là où",
    ],
)
def test_bytes_that_are_spoken_of_stay(text: str) -> None:
    """negative"""
    assert repair(text).edits == ()


@pytest.mark.parametrize(
    ("before", "misread", "after"),
    [
        ("受颱風外圍環", "流影響，花蓮、", "臺東沿海今天有長浪，漁船全部進港。"),
    ],
)
def test_sound_text_behind_a_byte_of_misread_text_stays_in_step(before: str, misread: str, after: str) -> None:
    """negative: a byte that UTF-8 read as GBK ends in is no first byte of what stands behind it"""
    served = before + misread.encode().decode("gbk", "backslashreplace") + after
    assert "\\x" in served
    repaired = repair(served)
    assert repaired.text.endswith(after)
    assert undo(repaired) == served
