"""A character of which one byte is left, at a place of its own: told where the place is clear, open elsewhere."""

import pytest

from qnews_scraper.text.gbk import begun_by, ended_by, first_byte, second_byte
from qnews_scraper.text.halves import LOST, Place, guess, guess_two

END = "</p>\n"

FIRST = [
    # a mark after a word tells its end
    ("孩子們的笑", "聲", "，傳到山下"),
    ("每年春", "季", "，這里都有花會"),
    ("他從小就會編筐，是村里的木", "匠", "，手很巧"),
    # a quotation that was opened in this paragraph ends with it
    ("他說：“我們都同意。", "”", END),
]

SECOND = [
    ("一百年前", "。", "后來的人都不知道"),
    ("他年輕時在渤", "海", "打魚"),
    ("全縣中小學", "校", "園都裝了暖氣"),
]

OPEN = [
    # two words fit
    ("會議開到很", "晚", "，沒有人離開"),
    ("不要隨意", "停", "放"),
]


@pytest.mark.parametrize(("left", "char", "right"), FIRST)
def test_a_first_byte_is_enough(left: str, char: str, right: str) -> None:
    assert guess(Place(left, right), begun_by(first_byte(char)))[0] == char


@pytest.mark.parametrize(("left", "char", "right"), SECOND)
def test_a_second_byte_is_enough(left: str, char: str, right: str) -> None:
    assert guess(Place(left, right), ended_by(second_byte(char)))[0] == char


@pytest.mark.parametrize(("left", "char", "right"), OPEN)
def test_what_fits_nearly_as_well_leaves_it_open(left: str, char: str, right: str) -> None:
    found, candidates = guess(Place(left, right), begun_by(first_byte(char)))
    assert found == LOST
    assert char in candidates


def test_no_stop_is_put_where_a_word_may_go_on() -> None:
    found, candidates = guess(Place("汽車在橋頭", "住了。"), ended_by(second_byte("停")))
    assert found == LOST
    assert {"停", "。"} <= set(candidates)


@pytest.mark.parametrize(
    ("left", "char", "right", "expected"), [("國內的", "消", "費者越來越多", "消"), ("他沿著河岸慢慢地", "走", "，", LOST), ("他們都來", "了", "。", LOST)]
)
def test_beside_another_that_is_open_it_must_be_clearer(left: str, char: str, right: str, expected: str) -> None:
    assert guess(Place(left, right, is_open=True), begun_by(first_byte(char)))[0] == expected


def test_a_paragraph_does_not_end_in_an_opening_mark_or_an_indent() -> None:
    for right in (END, "\n"):
        assert set(guess(Place("他說：“我們都同意。", right), begun_by(first_byte("”")))[1]).isdisjoint("“《「\u3000")
    # within one they stand
    assert guess(Place("他說：", "我們都同意。”" + END), begun_by(first_byte("“")))[0] == "“"


@pytest.mark.parametrize("right", [END, "\n"])
def test_a_quotation_of_several_paragraphs_may_end_with_one(right: str) -> None:
    assert guess(Place("房子已經蓋好了。", right), begun_by(first_byte("”")))[1][0] == "”"
    # after no stop it is as unlikely as before
    assert guess(Place("房子已經蓋好了", right), begun_by(first_byte("。")))[1][0] == "。"


def test_two_neighbours_are_told_together() -> None:
    """Of the stop the second byte is left, of the closing mark the first."""
    found = guess_two(Place("他說：“路修好了，再請大家來喝茶", END), ended_by(second_byte("。")), begun_by(first_byte("”")))
    assert [char for char, _ in found] == ["。", "”"]
