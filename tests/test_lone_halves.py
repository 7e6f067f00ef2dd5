"""Second bytes of Traditional characters that stand alone as ASCII: what they are half of, and letters that are meant."""

import pytest

from qnews_scraper import Trust, repair, undo
from qnews_scraper.damage import lone_halves
from qnews_scraper.ledger import apply
from qnews_scraper.page import Page

SENTENCES = [
    ("醫療隊把病人送到武漢協和醫院，家屬在門口等候。", "協"),
    ("颱風來襲，鄰近的縣市都停止上班上課。", "縣"),
    ("老師說，這些問題都很難回答，但是值得想一想。", "難"),
    ("消費者質疑商品的來源，要求公司說明。", "質"),
    ("城裡的音樂協會辦了三場演出，票很快就賣完了。", "協"),
]


@pytest.mark.parametrize("mark", ["", "?", "\ufffd"])
@pytest.mark.parametrize(("sentence", "char"), SENTENCES)
def test_a_second_byte_that_stands_alone(sentence: str, char: str, mark: str) -> None:
    """synthetic: the first byte lost, or turned into a mark"""
    served = sentence.replace(char, mark + char.encode("gbk")[1:].decode("ascii"), 1)
    repaired = repair(served)
    assert repaired.text == sentence
    assert undo(repaired) == served
    assert repair(repaired.text).text == sentence
    (edit,) = repaired.edits
    assert edit.trust is Trust.LIKELY
    assert char in edit.candidates


def test_big5_has_other_second_bytes() -> None:
    """synthetic: a page that was decoded as Big5"""
    text = "這座城市的圖書館去年完工，市民都說很方便，老師也帶著學生來。"
    assert "年".encode("big5")[1:] == b"~"
    page = Page(text=text.replace("年", "~"), encoding="big5")
    assert apply(page, "lone_halves", lone_halves.find(page)).text == text


def test_before_what_a_letter_may_name_the_other_side_tells() -> None:
    """synthetic: C組 may be meant, but nobody flies one"""
    text = "這架飛機組裝完成以後，工人才回家過年。"
    served = text.replace("機", "?" + "機".encode("gbk")[1:].decode("ascii"))
    assert repair(served).text == text


@pytest.mark.parametrize(("sentence", "char"), [("村裡的醫生都去支援渡口的義診了，診所只留一人。", "醫"), ("今天上午，船家有消息稱《渡口志》下個月就會印好。", "稱")])
def test_behind_a_question_mark_that_asks_nothing(sentence: str, char: str) -> None:
    """synthetic: 醫生 is a word, of the kind of A生; 稱 makes none with what stands beside it"""
    served = sentence.replace(char, "?" + char.encode("gbk")[1:].decode("ascii"), 1)
    assert repair(served).text == sentence


def test_behind_a_question_the_letter_is_meant() -> None:
    """negative"""
    text = "這張專輯為什麼?Q版封面賣得最好，店員也說不上來。"
    assert repair(text).text == text


def test_pairs_out_of_step_that_a_letter_ends_behind_a_question_mark() -> None:
    """synthetic: one byte of 的 is left, and 年 is the other one with the first of 關"""
    served = "船家最在意天氣和收入之間?年P係，其次才是油價。"
    assert repair(served).text == "船家最在意天氣和收入之間的關係，其次才是油價。"


@pytest.mark.parametrize("served", ["這架飛C組裝完成以後，工人才回家過年。", "他在@市集買了一把@子。"])
def test_a_capital_without_a_mark_is_left(served: str) -> None:
    """negative: Traditional text has too many of its own"""
    assert repair(served).edits == ()


@pytest.mark.parametrize(
    "text",
    [
        "店員說，這件T恤只剩最後一件，要買要快。",
        "只憑一張X光片，醫生還看不出骨頭裂了沒有。",
        "維生素C和維生素D要分開吃，B肝患者先問醫師。",
        "他買了一張A片和兩本e化教材，又去吃K書中心的便當。",
        "這樣可以嗎?T恤和外套都洗好了。",
        "選項有甲、乙、a、b四個，請學生圈出正確的一個。",
        "台北股市昨日收高，投資人也關注大陸\ufffdA股的走勢。",
        "歌手在舞台上喊Y世代，台下跟著喊Z世代。",
        "對於欄位類型[隱入的文字]，您可以輸入其顯示取決於條件的文字。",
        "請在這裡填寫{姓名的全稱}，老師會再核對一次。",
        # letters that tell one of a kind, though 綱領, 階級, 頑童 and 機組 are words
        "這件V領洋裝昨天賣得最好，店員說明天還會進貨。",
        "這道題目屬於A級，學生都說太難了。",
        "記者看到B童之後，老師說這個孩子沒有受傷。",
        "你知道嗎?C組最受歡迎，現場的觀眾都這麼說。",
        # Simplified text has no such second bytes
        "医疗队把病人送到武汉f和医院，家属在门口等候。",
        # nor do kana go with them
        "彼はT字路を右に曲がって、M市の駅へ向かった。",
    ],
)
def test_letters_that_are_meant_stay(text: str) -> None:
    """negative"""
    assert repair(text).edits == ()
