"""Bytes lost without the usual mark: shown as a sign or a space, left out, cut off at the start; and short misread stretches in sound text."""

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from qnews_scraper import Trust, repair, undo
from qnews_scraper.text.codecs import codec
from tests.simulator.readers import browser, windows_gbk

FOLDER = Path(__file__).parent / "data/sentences"


def sentences(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


def utf8_as_gbk(text: str, shown: str) -> str:
    return codec("windows-936").decode(text.encode(), "\ufffd").replace("\ufffd", shown)


def utf8_as_western(text: str, shown: str) -> str:
    return "".join(shown if b in b"\x81\x8d\x8f\x90\x9d" else bytes((b,)).decode("cp1252") for b in text.encode())


def agrees(text: str, got: str) -> bool:
    """Whether nothing in `got` contradicts what was written, lost places left out."""
    at = 0
    for piece in got.replace("\ufffd", "\n").split("\n"):
        at = text.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


@pytest.mark.parametrize("shown", ["□", "〓", " "])
@pytest.mark.parametrize("read", [utf8_as_gbk, utf8_as_western])
def test_what_is_shown_for_lost_bytes(read: object, shown: str) -> None:
    """synthetic: as many come back as with U+FFFD, and each guess is named."""
    assert callable(read)
    right = marked = 0
    for text in sentences("simplified"):
        served = read(text, shown)
        repaired = repair(served)
        assert undo(repaired) == served
        right += repaired.text.rstrip() == text
        marked += repair(read(text, "\ufffd")).text == text
    assert right >= marked - 4
    assert right >= 25


def test_bytes_left_out() -> None:
    """synthetic: what cannot be read in GBK is left out, as iconv -c does; most of each line comes back, and no guess is called certain."""
    good = wrong = 0
    for text in sentences("simplified"):
        served = utf8_as_gbk(text, "")
        repaired = repair(served)
        assert undo(repaired) == served
        good += agrees(text, repaired.text)
        wrong += any(e.trust is Trust.CERTAIN and e.new not in text for e in repaired.edits)
    assert good >= 32
    assert wrong == 0


WORDS = [
    ("这场大雨把", "整条街", "都淹了，商户连夜搬货。"),
    ("老人每天清早都到", "河边", "去打水，风雨无阻。"),
    ("学校的食堂从下周起", "不再提供", "一次性筷子。"),
    ("她把稿子交给编辑，编辑说", "还可以", "再短一些。"),
    ("村里的路修好以后，", "汽车", "一直开到了家门口。"),
]


@pytest.mark.parametrize(("before", "word", "after"), [row for row in WORDS if len(row[1]) > 2])
def test_a_word_within_sound_text(before: str, word: str, after: str) -> None:
    """synthetic"""
    assert agrees(before + word + after, repair(before + utf8_as_gbk(word, "\ufffd") + after).text)


@pytest.mark.parametrize(
    "text",
    ["鳧鷖在渚，公尸來燕來處。", "刮剌剌\t刮剌剌", "鐃鈸、鑼鼓、嗩吶一齊響起來。", "这里的鳜鱼、鳊鱼、鲢鱼都很新鲜。", "锟 瓀 罓 玨", "□ 是 □ 否，请在方框内打勾。", "某〓〓〓年，县志缺字。", "第一行 鐫刻 第二行 鏨花"],
)
def test_rare_characters_stay(text: str) -> None:
    """negative"""
    assert repair(text).text == text


@pytest.mark.parametrize("text", sentences("traditional")[:12])
def test_big5_cut_within_its_first_character(text: str) -> None:
    """synthetic: the first character is lost, and none is certain that was put together of two."""
    served = codec("windows-936").decode(text.encode("big5hkscs")[1:], "\ufffd")
    repaired = repair(served)
    assert undo(repaired) == served
    for edit in repaired.edits:
        if edit.trust is Trust.CERTAIN:
            assert edit.new in text


@pytest.mark.parametrize("text", ["県は来春、山あいの古い小学校を図書館として開く予定だ。", "駅前の花屋は、夏の間だけ夜も店を開けている。"])
def test_euc_jp_read_as_shift_jis(text: str) -> None:
    """synthetic: kana stand in GBK where EUC-JP has them, and Chinese characters elsewhere."""
    served = codec("shift_jis").decode(text.encode("euc_jp"))
    got = repair(served).text
    assert len(set(got) & set(text)) >= 0.8 * len(set(text))


@pytest.mark.parametrize("text", ["市長は会見で「雪が解けるまで待つ」と述べた。", "駅前の花屋は、夏の間だけ夜も店を開けている。"])
def test_japanese_written_in_gbk(text: str) -> None:
    """synthetic: GBK has kana too"""
    assert repair(text.encode("gbk").decode("latin-1")).text == text


@pytest.mark.parametrize(("before", "word", "after"), WORDS)
@pytest.mark.parametrize(("true", "read_as"), [("utf-8", "latin-1"), ("utf-8", "cp1252"), ("gbk", "latin-1")])
def test_a_word_read_as_western_text_within_sound_text(before: str, word: str, after: str, true: str, read_as: str) -> None:
    """synthetic; two characters of GBK may be too little to tell"""
    served = before + "".join(bytes((b,)).decode(read_as, "ignore") or chr(b) for b in word.encode(true)) + after
    repaired = repair(served)
    assert undo(repaired) == served
    assert repaired.text == before + word + after or (true == "gbk" and len(word) == 2 and repaired.text == served)


@pytest.mark.parametrize(
    "text",
    ["德语里的ÄÖÜß四个字母，小学生都会写。", "表中用±×÷°表示运算，请照抄。", "货币符号¥£¢¤都印在一起了。", "他把ÀÁÂÃ四个字母抄了一遍，又抄ÈÉÊË。", "符号½¼¾¹在旧机器上打不出来。", "«§¶†»这些记号是排字工人用的。"],
)
def test_western_letters_and_signs_within_chinese_text_stay(text: str) -> None:
    """negative"""
    assert repair(text).text == text


def test_references_with_wide_semicolons() -> None:
    """synthetic: &#26032； for &#26032;"""
    assert repair("&#26032；&#38395；&#32593；&#31449；").text == "新闻网站"
    assert repair("今天&#26032；明天").text == "今天新；明天"


@pytest.mark.parametrize(("text", "char"), [("老张昨天从县城搬回了乡下的老屋，说城里太吵。", "从"), ("这家书店今年开了三十年，店主还记得第一位顾客。", "今")])
def test_a_first_byte_that_became_a_space(text: str, char: str) -> None:
    """synthetic: the space goes with the character that it was half of"""
    left, right = text.split(char)
    served = codec("windows-936").decode(left.encode("gbk") + b" " + char.encode("gbk")[1:] + right.encode("gbk"), "\ufffd")
    repaired = repair(served)
    assert undo(repaired) == served
    assert " " not in repaired.text
    assert all(e.trust is not Trust.CERTAIN for e in repaired.edits)


@pytest.mark.parametrize("read_as", ["euc_kr", "cp949", "shift_jis", "cp932", "big5"])
@pytest.mark.parametrize("name", ["simplified", "traditional"])
def test_gbk_read_by_a_codec_of_python(name: str, read_as: str) -> None:
    """synthetic: a second byte in ASCII, of which the first one is lost, is no letter that anything is certain of."""
    kept = total = 0
    for text in sentences(name)[:16]:
        served = text.encode("gbk", "ignore").decode(read_as, "replace")
        repaired = repair(served)
        assert undo(repaired) == served
        for edit in repaired.edits:
            assert edit.trust is not Trust.CERTAIN or edit.new in text
        kept += sum(b.size for b in SequenceMatcher(None, text, repaired.text, autojunk=False).get_matching_blocks())
        total += len(text)
    assert kept >= (0.6 if read_as == "euc_kr" else 0.8) * total


def test_letters_behind_lost_characters_stay() -> None:
    """negative: sound text that lost a character before a letter"""
    for text in ("新款\ufffdT恤卖得很好。", "他说\ufffdA股今天涨了。", "這件\ufffdT恤賣得很好，顧客都喜歡。"):
        assert "T恤" in repair(text).text or "A股" in repair(text).text


@pytest.mark.parametrize("text", ["老闆搖搖頭說：「今天的豆漿已經賣完了。」", "她在信裡寫道：「山上的茶園又開花了，快回來看看吧！」", "老師傅說：「這張桌子用了三十年。」徒弟點點頭。", "老板摇摇头说：“今天的豆浆已经卖完了。”"])
def test_a_quotation_whose_closing_mark_lost_a_byte(text: str) -> None:
    """synthetic: corner brackets close as other marks of quotation do"""
    repaired = repair(utf8_as_western(text, "\ufffd"))
    assert repaired.text == text
    assert any(e.trust is Trust.LIKELY for e in repaired.edits)


NUMBERS = [
    "财报显示，公司2024年营业收入12.21亿元，同比减少80%；净利润为7,484万元，资产负债率为9.4%。",
    "大雨下了3天，冲毁农田640亩，转移群众1582人，抢修道路27处。",
    "博物馆新馆于2018年9月26日开放，首月接待观众4,300人次。",
]


@pytest.mark.parametrize("text", NUMBERS)
@pytest.mark.parametrize("beside", ["", "\n这里的天气一直很好，大家都很高兴。"])
def test_a_digit_that_a_question_mark_took_along_is_not_left_out(text: str, beside: str) -> None:
    """synthetic: Windows reads half a character and the ASCII character behind it as one "?"."""
    served = windows_gbk(text.encode()) + beside
    repaired = repair(served)
    assert undo(repaired) == served
    assert repair(repaired.text).edits == ()
    got = repaired.text[: len(repaired.text) - len(beside)]
    assert len(got) == len(text)
    assert all(a == b or b == "\ufffd" for a, b in zip(text, got, strict=True) if a < "\x7f")
    assert all(set(e.new) == {"\ufffd"} for e in repaired.edits if e.trust is Trust.LOST)


def test_software_that_gives_up_single_bytes_leaves_digits() -> None:
    """negative: a "?" amid characters is of such software, which takes nothing along."""
    text = "大雨下了3天，冲毁农田640亩，转移群众1582人，两座桥断了。"
    served = text.encode().decode("gbk", "replace").replace("\ufffd", "?")
    assert "€" not in served
    digits = [c for c in repair(served).text if c.isdecimal()]
    assert "".join(digits) == "36401582"


SAID_BY_A_LINE = [
    ("他在书店里翻到一本旧书", "《", "山中四季》，当场买了下来。"),
    ("村里的孩子们都会背", "《", "春晓》这首诗。"),
    ("老师让大家回家读", "《", "故乡》和《社戏》两篇课文。"),
    ("大家把这条小路叫作", "“", "情人小道”，每到傍晚都有人散步。"),
    ("他说的“慢一点", "”", "其实是让大家注意安全。"),
    ("她唱了一首《茉莉花", "》", "给客人听。"),
    ("牌子上写着“小心路滑", "”", "四个大字。"),
    ("農曆年前，這家店改名叫作", "「", "老地方」，每天都有人排隊。"),
    ("他翻開", "《", "家書》，讀給孩子們聽。"),
    ("她最愛聽的歌是《望春風", "》", "，常常一個人哼。"),
    ("市场上有苹果、梨", "、", "2种葡萄和几样蔬菜。"),
    ("农户的桃、李", "、", "杏都卖到了省城。"),
    # no bracket is open, and none is closed behind
    ("他们在山上又种了茶树", "，", "第三年开始采茶。"),
    ("他问：“路修好没有", "？", "”大家都点头。"),
    ("《春晓》写的是春天", "，", "《悯农》写的是种田。"),
    ("桃子熟了", "。", ""),
    ("她说：“水已经退了，你们可以回去了", "。", "”"),
]


@pytest.mark.parametrize(("before", "char", "after"), SAID_BY_A_LINE)
def test_half_a_character_is_told_by_what_else_its_line_says(before: str, char: str, after: str) -> None:
    """synthetic: the part up to the character is UTF-8 read as GBK, which its last byte is lost of."""
    served = browser("gbk")((before + char).encode()) + after
    assert "\ufffd" in served
    repaired = repair(served)
    assert repaired.text == before + char + after
    assert undo(repaired) == served
    assert all(edit.trust is Trust.LIKELY for edit in repaired.edits if edit.new == char)


def test_a_sound_character_beside_the_damage_is_no_sign_of_another_alphabet() -> None:
    """synthetic: 准 is D7 BC in GBK, which in UTF-8 would be a code point of Hebrew that has no character"""
    served = "渡船去年四次下调存".encode().decode("gb18030", "replace") + "准率时，镇上的船票也跟着降了价。"
    assert repair(served).text.endswith("准率时，镇上的船票也跟着降了价。")
