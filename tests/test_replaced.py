"""GBK decoded as UTF-8: what is intact is read, what is gone stays gone, and no other encoding is taken for it."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair
from qnews_scraper.trust import Trust

FOLDER = Path(__file__).parent / "data/sentences"


def documents(name: str, size: int = 6) -> list[str]:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return ["\n".join(lines[i : i + size]) for i in range(0, len(lines) - size, size)]


def test_intact_characters_are_read() -> None:
    """synthetic: 16 of 100 characters can be told when nothing is guessed."""
    size = right = shown = off = 0
    for text in documents("simplified"):
        served = text.encode("gbk").decode("utf-8", "replace")
        repaired = repair(served)
        assert undo(repaired) == served
        assert repair(repaired.text).edits == ()
        assert {e.trust for e in repaired.edits} == {Trust.LOST}
        for want, got in zip(text.split("\n"), repaired.text.split("\n"), strict=True):
            size += len(want)
            shown += len(got) - got.count("\ufffd")
            off += abs(len(want) - len(got))
            right += sum(block.size for block in SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks())
    assert right >= 0.18 * size
    assert right >= 0.98 * shown
    assert off <= 0.01 * size, "each lost character is one U+FFFD"


@pytest.mark.parametrize(
    ("name", "encoding"), [("traditional", "big5"), ("japanese", "shift_jis"), ("japanese", "euc_jp"), ("korean", "euc_kr")]
)
def test_other_encodings_are_not_taken_for_gbk(name: str, encoding: str) -> None:
    """negative: their bytes say other characters, which nobody may invent."""
    for text in documents(name):
        served = text.encode(encoding, "ignore").decode("utf-8", "replace")
        assert not [p for p in repair(served).passes if p.name == "replaced" and p.edits]


@pytest.mark.parametrize("text", ["一个字�不见了，其余都好。", "人名里有���三个字不见了。", "é���à — �� naïve", "日本語���です。"])
def test_a_few_lost_characters_are_left_as_they_are(text: str) -> None:
    """negative: characters that an earlier program gave up one by one."""
    assert repair(text).edits == ()


def test_intact_characters_under_replacements_read_as_gbk() -> None:
    """synthetic: what went through both readings stands there as it was, and no letter is put in its place."""
    size = right = shown = 0
    for text in documents("simplified"):
        served = text.encode("gbk").decode("utf-8", "replace").encode().decode("gb18030", "replace")
        repaired = repair(served)
        assert undo(repaired) == served
        assert repair(repaired.text).edits == ()
        assert "锟斤拷" not in repaired.text
        for want, got in zip(text.split("\n"), repaired.text.split("\n"), strict=True):
            size += len(want)
            shown += len(got) - got.count("\ufffd")
            right += sum(block.size for block in SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks())
    assert right >= 0.17 * size
    assert right >= 0.97 * shown


HEADS = ["", '<meta charset="utf-8">', '<meta http-equiv="Content-Type" content="text/html; charset=gbk">', '<meta name="description" content="UTF-8编码">']


@pytest.mark.parametrize("head", HEADS)
def test_what_markup_says_of_its_encoding_is_no_talk_of_encodings(head: str) -> None:
    """synthetic: the same is found under any head, and nothing is put in its place."""
    lines = documents("simplified")[0].split("\n")
    damaged = [line.encode("gbk").decode("utf-8", "replace").encode().decode("gb18030", "replace") for line in lines]
    body = "".join(f"<p>{line}</p>\n" for line in damaged)
    served = f"<html><head>{head}</head><body>\n{body}<p>邮政编码：100000</p></body></html>"
    repaired = repair(served)
    assert undo(repaired) == served
    assert "锟斤拷" not in repaired.text
    assert {e.trust for e in repaired.edits} == {Trust.LOST}


def test_where_replacements_are_talked_of_none_are_marked() -> None:
    """negative: a page that shows what becomes of U+FFFD, and nothing is moved about in it."""
    served = (
        '<html><head><meta charset="utf-8"></head><body><p>网页上常见的乱码是锟斤拷锟斤拷，它是两个替换字符读错的结果。</p>\n'
        "<p>还是应当锟斤拷住锟斤拷亍锟斤拷锟\ufffd</p></body></html>"
    )
    assert repair(served).text == served


def test_news_of_programmers_is_no_talk_of_encodings_where_text_is_gone() -> None:
    """synthetic: a word of the trade stands on the page, and so does a damaged text."""
    lines = documents("simplified")[0].split("\n")
    damaged = [line.encode("gbk").decode("utf-8", "replace").encode().decode("gb18030", "replace") for line in lines]
    repaired = repair("\n".join(["三十五岁的程序员回到乡下种茶。", *damaged]))
    assert "锟斤拷" not in repaired.text
    assert "程序员" in repaired.text
