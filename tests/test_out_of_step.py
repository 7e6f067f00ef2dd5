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


@pytest.mark.parametrize(
    "served",
    [
        "市环保局昨天公布了上半年空�质量监�结�，优良�数比去年同期增加了11天。",
        "这家成立不到五年的小企�，靠一�焊�专利打�了东南亚市场。",
        "村里的�人说，�棵�杏树至�有六百年了。",
        "由于机�故障，�趟�往昆明�列车晚点近四个小时。",
        "银行工作人员提醒储�，不要�陌�人透露�码和验证码。",
        "法院一审判决被�人有期�刑�年，缓�四年，并处罚金五万元。",
    ],
)
def test_of_many_marks_each_stands_for_a_character(served: str) -> None:
    """negative: between two of them stands no run out of step"""
    assert repair(served).text == served


@pytest.mark.parametrize("outer", ["latin-1", "cp1252", "gbk"])
@pytest.mark.parametrize(
    ("sentence", "char"),
    [("由于机械故障，这趟开往昆明的列车晚点近四个小时。", "近"), ("新修建的跨海大桥全长约十二公里，预计明年六月通车。", "，"), ("这部纪录片耗时两年拍摄，真实记录了牧民的日常生活。", "生")],
)
def test_a_run_out_of_step_under_another_misreading(sentence: str, char: str, outer: str) -> None:
    """synthetic: one byte of GBK lost, and what was read of it saved as UTF-8 and misread again; its mark of loss is one of the text, not of this misreading"""
    at = len(sentence[: sentence.index(char)].encode("gbk"))
    data = sentence.encode("gbk")
    inner = readers.browser("gbk")(data[:at] + data[at + 1 :])
    assert inner.endswith("\ufffd")
    served = {"latin-1": readers.latin1, "cp1252": readers.cp1252("keep"), "gbk": readers.python("gbk", "?")}[outer](inner.encode())
    repaired = repair(served)
    assert undo(repaired) == served
    assert repair(repaired.text).text == repaired.text
    if outer != "gbk":
        assert repaired.text == sentence


@pytest.mark.parametrize(
    ("sentence", "lost"),
    [
        ("镇上的危桥拆除以后，孩子们常年走的小路又通了。", 8),
        ("剩余的石料堆在模范街口，常来的游客都要停下看一看。", 16),
        ("剩余的石料堆在模范街口，常来的游客都要停下看一看。", 40),
        ("他常去河边钓鱼，剩下的鱼就分给邻居，从不危言耸听。", 5),
        ("技术学校的模型比赛常吸引外地学生，危险品一律不许带入。", 13),
        ("省里派出的专家常驻村里，校正了三处危险边坡的数据。", 27),
        ("省里派出的专家常驻村里，校正了三处危险边坡的数据。", 36),
        ("这家企业常招聘下岗职工，校办工厂剩余岗位也对外开放。", 35),
        ("常言道，船到桥头自然直，校友们都笑了。", 26),
        ("危急关头，模范村民常先把老人背出来。", 12),
    ],
)
def test_no_fullwidth_letter_comes_of_the_bytes_of_others(sentence: str, lost: int) -> None:
    """synthetic: 危, 校, 常 and others end in the byte that fullwidth letters begin with"""
    data = sentence.encode("gbk")
    assert repair(readers.browser("gbk")(data[:lost] + data[lost + 1 :])).text == sentence


def test_a_row_of_fullwidth_letters_is_put_back() -> None:
    """synthetic"""
    sentence = "展台上的新款ＥＶ电动车吸引了不少人，ＧＰＳ导航是标准配置。"
    data = sentence.encode("gbk")
    assert repair(readers.browser("gbk")(data[:8] + data[9:])).text == sentence
