"""Rows of words: what follows what, alike for one candidate and for many, for Simplified and for Traditional."""

import pytest

from qnews_scraper.text.phrases import beside, phrases
from qnews_scraper.text.words import around, words

PLACES = [
    ("小说被译成", "法分方欧", "文和瑞典文出版"),
    ("他一輩子卻畫", "遍鐏邊変", "了世界的海"),
    ("", "去今，", "年一二〇年"),
    ("价格上涨18", "年月、x", "\n"),
]


@pytest.mark.parametrize(("left", "chars", "right"), PLACES)
def test_many_candidates_are_weighed_as_each_by_itself(left: str, chars: str, right: str) -> None:
    assert beside(left, chars, right) == pytest.approx([phrases(left + char + right) for char in chars])
    assert around(left, chars, right) == pytest.approx([words(left + char + right) for char in chars])


@pytest.mark.parametrize(
    ("left", "said", "other", "right"),
    [("小说被译成", "法", "分", "文出版"), ("有关部门已经介", "入", "乳", "调查"), ("價格比去年上", "漲", "長", "了三成"), ("卻畫", "遍", "鐏", "了世界的海")],
)
def test_what_is_said_is_likelier(left: str, said: str, other: str, right: str) -> None:
    """Beside characters that make words too, and one whose Simplified form is of another plane, and no mark."""
    first, second = beside(left, (said, other), right)
    assert first > second


def test_traditional_text_is_as_likely_as_simplified() -> None:
    assert phrases("有關部門已經介入調查") == phrases("有关部门已经介入调查")


def test_nothing_is_certain() -> None:
    assert phrases("") == 0.0
