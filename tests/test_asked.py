"""What is left of a mark at the end of a sentence beside a question mark: all synthetic."""

import pytest

from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair
from qnews_scraper.trust import Trust


@pytest.mark.parametrize(
    ("served", "text"),
    [
        pytest.param("渡口停航三天，镇上的菜价也跟着涨了?\ufffd", "渡口停航三天，镇上的菜价也跟着涨了。", id="a stop"),
        pytest.param("渡口要停航三天，菜还运得到镇上吗?\ufffd", "渡口要停航三天，菜还运得到镇上吗？", id="a question"),
        pytest.param("渡口停航三天，镇上的菜价涨了12.5%?\ufffd", "渡口停航三天，镇上的菜价涨了12.5%。", id="behind a figure"),
        pytest.param("<p>渡口停航三天，镇上的菜价也跟着涨了?\ufffd</p><p>别的话</p>", "<p>渡口停航三天，镇上的菜价也跟着涨了。</p><p>别的话</p>", id="the end of a paragraph"),
    ],
)
def test_the_mark_that_ends_a_sentence_is_filled_in_as_likely(served: str, text: str) -> None:
    repaired = repair(served)
    assert repaired.text == text
    assert undo(repaired) == served
    assert [e.trust for e in repaired.edits] == [Trust.LIKELY]
    assert repair(text).text == text


@pytest.mark.parametrize(
    "served",
    [
        pytest.param("渡口停航三天，镇上的菜价也跟着涨了\ufffd", id="text that was cut off"),
        pytest.param("渡口停航三天?\ufffd", id="a heading"),
        pytest.param("船老大问，末班渡船为什么总是晚点?\ufffd", id="a question that may be told"),
        pytest.param("渡口停航，三天后，镇上的菜?\ufffd也跟着涨了。", id="amid a sentence"),
    ],
)
def test_elsewhere_nothing_is_filled_in(served: str) -> None:
    assert not any(e.new.strip("\ufffd") for e in repair(served).edits)
