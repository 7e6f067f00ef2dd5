"""GBK out of step at the end of a line, where one character and a stop are all that shifts."""

import pytest

from qnews_scraper import Trust, repair, undo
from tests.simulator import readers


@pytest.mark.parametrize("mark", [b"", b"?"])
@pytest.mark.parametrize(
    "sentence",
    ["他们都知道，这是一个漫长的过程。", "老人说，做生意要讲道理。", "这本书写得很好，值得一看。", "一场大雪过后，山路上没有留下任何痕迹。"],
)
def test_the_last_character_before_a_stop(sentence: str, mark: bytes) -> None:
    """synthetic: its first byte lost, or turned into a mark; of the stop its first byte is left"""
    data = sentence.encode("gbk")
    served = readers.browser("gbk")(data[:-4] + mark + data[-3:])
    assert served.endswith("\ufffd")
    repaired = repair(served)
    assert repaired.text == sentence
    assert undo(repaired) == served
    assert repair(repaired.text).text == sentence
    assert all(edit.trust is Trust.LIKELY for edit in repaired.edits)


@pytest.mark.parametrize("sentence", ["他们都知道，这是一个漫长的过程。", "老人说，做生意要讲道理。", "市场上人来人往，十分热闹。", "車站前的廣場正在整修，請旅客繞道。", "學校今年辦了三場音樂會。"])
def test_a_line_that_was_cut_off_is_not_given_a_stop(sentence: str) -> None:
    """negative: half of one more character stood there, wherever the line was cut"""
    for end in range(5, len(sentence) - 1):
        served = sentence[:end] + "\ufffd"
        assert repair(served).text == served
