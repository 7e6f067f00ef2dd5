"""Pairs of encodings: written in one, read as another, as a browser reads it. Sentences that the reading loses nothing of."""

import pytest

from qnews_scraper import Trust, repair, undo
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.misread import written

CASES = [
    ("euc-kr", "big5", ["시청은 다음 달부터 도서관 운영 시간을 두 시간 늘리기로 했다.", "시장 상인들은 비가 오면 손님이 줄어든다고 말했다."]),
    ("euc-kr", "gbk", ["왜 시골 학교는 해마다 문을 닫는가?", "우리 팀은 막판에 2-1로 경기를 뒤집었다."]),
    ("euc-jp", "gbk", ["駅前の商店街では、夏祭りの準備が進んでいる。", "市役所は新しい図書館を来年四月に開くと発表した。", "会社は古い工場を閉鎖し、百年の歴史に幕を下ろした。"]),
    ("gbk", "euc-jp", ["市政府昨天公布了新的道路建设规划。", "这批产品的质量问题已经引起工商部门的重视。"]),
    ("gbk", "euc-kr", ["豆腐店的老人说：“慢一点，香一点。”", "联系人：王建国　电话：0512-6633 1188　传真：0512-6633 1189", "凉面（小份）十二元，热汤面（大份）十五元。"]),
    ("big5", "shift_jis", ["老師說，這間學校今年招收三百名學生。", "市長昨天視察新建的圖書館，並與讀者座談。"]),
]


@pytest.mark.parametrize(("true", "served_as", "text"), [(true, served_as, text) for true, served_as, texts in CASES for text in texts])
def test_each_pair_is_read(true: str, served_as: str, text: str) -> None:
    data = codec(true).encode(text)
    assert data is not None
    served = codec(served_as).decode(data)
    repaired = repair(served)
    assert undo(repaired) == served
    if "\ufffd" not in served:
        assert repaired.text == text
    else:
        rest = iter(text)
        assert all(e.new in text for e in repaired.edits if e.trust is Trust.CERTAIN)
        assert sum(char in rest for char in repaired.text) >= 0.7 * len(text)


@pytest.mark.parametrize("text", ["鲃、鲚、鲼、鳀、鳎、鳐、鳜、鳢", "鯥、鰍、鱠、鱮、鰧、鯷", "褚菡、逯昕、佘翊、亓垚、昝珺"])
@pytest.mark.parametrize("spell", ["{}", "&#{};"])
def test_a_list_that_reads_like_nothing_is_utf8_by_its_form(spell: str, text: str) -> None:
    served = "".join(char if spell == "{}" else spell.format(ord(char)) for char in text.encode().decode("latin-1"))
    assert repair(served).text == text


@pytest.mark.parametrize(
    "text",
    [
        "정부(政府)는 3일 “美中 關係가 중요(重要)하다”고 밝혔다. (金代表)",
        "李 대통령은 7일 WSJ(월스트리트저널)과 회견(會見)에서 北韓, 日本, 美國을 차례로 언급(言及)했다.",
        "1. 國家: 大韓民國 2. 首都: 서울特別市 3. 人口: 약 5천만 名",
        "쿵쾅쿵쾅, 뚝딱뚝딱, 삐걱삐걱, 첨벙첨벙",
        "긴 뿔, 짧은 꼬리, 넓은 발굽: 꿩·뀡·뢔·쫡",
    ],
)
def test_korean_stays(text: str) -> None:
    """negative"""
    assert repair(text).edits == ()


@pytest.mark.parametrize(
    "text",
    [
        "鲜の味道：这家日料店（にほんりょうり）开了十年，老板说“いらっしゃいませ”时总带着乡音。",
        "“ありがとう”是谢谢，“すみません”是对不起，“おはよう”是早上好。",
        "五十音图：あ a い i う u え e お o，か ka き ki く ku け ke こ ko，学习时请跟读。",
        "纳豆の作り方を说明しますと写在墙上，字是老师自己写的。",
        "「もう一度、あの山に登りたい」と彼は静かに言った。",
    ],
)
def test_chinese_and_japanese_on_one_line_stay(text: str) -> None:
    """negative"""
    assert repair(text).edits == ()


def test_private_use_of_windows_is_known() -> None:
    """Code page 936 as Windows and ICU have it: GB 18030 has moved some since. Of 面。 in UTF-8 the middle is \ue76c."""
    windows = codec("windows-936")
    codes = [bytes((a, b)) for a in range(0x81, 0xFF) for b in (*range(0x40, 0x7F), *range(0x80, 0xFF))]
    own = {char: code for code in codes if (char := windows.decode_pair(*code)) and "\ue000" <= char <= "\uf8ff"}
    assert len(own) > 1800
    assert {char: written("gbk")[char] for char in own} == own


def test_text_read_with_private_use_of_windows() -> None:
    served = codec("windows-936").decode("邻居说他家的面。".encode(), "\ufffd")
    assert "\ue76c" in served
    assert repair(served).text == "邻居说他家的面。"


@pytest.mark.parametrize(
    ("text", "at"), [("老人每天清晨都到江边打太极拳。", 7), ("这座桥长三百米，两岸居民盼望了二十年。", 9), ("她在巷口賣豆花，三十年沒有漲過價。", 11)]
)
def test_sound_text_behind_half_a_character_tells_nothing_of_it(text: str, at: int) -> None:
    """Which bytes are lost before the next one is told by a next one that was misread too."""
    served = text[:at].encode().decode("gb18030", "replace") + text[at:]
    assert "\ufffd" in served
    assert repair(served).text == text


@pytest.mark.parametrize("text", ["检测站的两名工程师重新测量了水位，结果与去年接近。", "近几年来，旗下门店的领班都要轮流值夜。", "这家厂造的机床已经卖到二十多个国家。"])
def test_a_halfwidth_katakana_is_never_a_lost_byte(text: str) -> None:
    """GBK read as Shift-JIS, where A1 to DF are characters by themselves."""
    served = codec("shift_jis").decode(text.encode("gbk"))
    assert "\ufffd" in served
    assert repair(served).text == text
