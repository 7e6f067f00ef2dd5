"""年 and 月 that are gone from dates: all synthetic."""

import pytest

from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair
from qnews_scraper.trust import Trust


@pytest.mark.parametrize(
    ("served", "text"),
    [
        pytest.param("他于2011年12\ufffd8日离职。", "他于2011年12月8日离职。", id="month, after the year"),
        pytest.param("12\ufffd8日晚渡口停航。", "12月8日晚渡口停航。", id="month, no range"),
        pytest.param("渡口2012年1?\ufffd1日起涨价。", "渡口2012年1月1日起涨价。", id="its first byte a question mark"),
        pytest.param("今\ufffd11月的渔获多于往年。", "今年11月的渔获多于往年。", id="this year"),
        pytest.param("渡口建于1987\ufffd\ufffd\ufffd6月。", "渡口建于1987年6月。", id="year, three bytes of UTF-8"),
        pytest.param("自\ufffd007年以来渡口没有停过航。", "自2007年以来渡口没有停过航。", id="the first digit of a year"),
        pytest.param("老船长生于\ufffd938年，今年九十岁。", "老船长生于1938年，今年九十岁。", id="of one in the century before"),
    ],
)
def test_what_is_gone_is_filled_in_as_likely(served: str, text: str) -> None:
    repaired = repair(served)
    assert repaired.text == text
    assert undo(repaired) == served
    assert {e.trust for p in repaired.passes for e in p.edits} == {Trust.LIKELY}


@pytest.mark.parametrize(
    "served",
    [
        pytest.param("3\ufffd5日有雨。", id="days from to"),
        pytest.param("禁渔期为6\ufffd7月。", id="months from to"),
        pytest.param("比分3.12\ufffd8日后公布。", id="a decimal"),
        pytest.param("共12\ufffd国家参加。", id="no date"),
        pytest.param("村里的古渡口已有\ufffd980年历史。", id="years that are counted"),
        pytest.param("古莲子在湖底至少存在了\ufffd000年。", id="thousands of years"),
        pytest.param("古莲子存在了\ufffd005年。", id="years behind 了"),
        pytest.param("他欠下了\ufffd900年也还不清的债。", id="a round number"),
        pytest.param("编号20119\ufffd12日签发。", id="a long number"),
    ],
)
def test_what_may_be_a_range_stays_lost(served: str) -> None:
    assert repair(served).text == served


def test_it_is_repaired_once() -> None:
    once = repair("他于2011年12\ufffd8日离职，今\ufffd11月回来。").text
    assert repair(once).text == once
