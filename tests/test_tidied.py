"""Misread bytes that were tidied as Western text is, and text that was misread twice."""

import difflib
import re
from collections.abc import Callable

import pytest

from qnews_scraper import Trust, repair, undo
from tests.simulator import readers

LONG_LINES = [
    "今年全区的粮食产量比去年增加了三成，农民收入也有明显提高，但是仓库不够用，许多人家只好把稻谷堆在院子里。",
    "圖書館從下個月起延長開放時間，讀者可以使用到晚上十點，兒童閱覽室則維持原來的時間，星期一照常休館。",
    "桥头的老茶馆已经关门三年，最近又挂出了“开业”的红布，路过的人都停下来看：里面坐满了下棋的老人……",
]
WESTERN = readers.cp1252("keep")


def twice(text: str, reader: Callable[[bytes], str]) -> str:
    return reader(reader(text.encode()).encode())


@pytest.mark.parametrize("text", LONG_LINES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_end_inside_of_a_character_is_of_the_wrapping(text: str, end: str) -> None:
    """As mail, man pages and editors wrap at 76 columns what they take for Western text."""
    for width in (75, 76, 77):
        served = end.join(re.findall(f"(?s).{{1,{width}}}", WESTERN(text.encode())))
        repaired = repair(served)
        assert repaired.text.replace("\r", "").replace("\n", "") == text
        assert undo(repaired) == served


@pytest.mark.parametrize("text", LONG_LINES)
def test_three_dots_inside_of_a_character_are_a_byte(text: str) -> None:
    """… is 85, and editors spell it out."""
    served = WESTERN(text.encode()).replace("…", "...")
    assert "..." in served
    repaired = repair(served)
    assert repaired.text == text
    assert undo(repaired) == served


@pytest.mark.parametrize("text", LONG_LINES)
def test_blanks_of_what_was_misread_twice(text: str) -> None:
    served = twice(text, WESTERN).replace("\xa0", " ")
    repaired = repair(served)
    assert repaired.text == text
    assert all(e.trust is Trust.LIKELY for e in repaired.edits)


@pytest.mark.parametrize("text", LONG_LINES)
@pytest.mark.parametrize(("reader", "least"), [(readers.cp1252(""), 0.95), (readers.browser("gbk"), 0.95)])
def test_what_was_misread_twice_and_lost_bytes_both_times(text: str, reader: Callable[[bytes], str], least: float) -> None:
    served = twice(text, reader)
    repaired = repair(served)
    assert undo(repaired) == served
    assert repaired.text == text or any(e.trust is not Trust.CERTAIN for e in repaired.edits)
    kept = sum(b.size for b in difflib.SequenceMatcher(None, text, repaired.text, autojunk=False).get_matching_blocks())
    assert kept >= least * len(text)


@pytest.mark.parametrize(
    "text",
    [
        "L'été\n…à suivre, dit-il à Besançon.",
        "Il était né à Orléans... après avoir créé\n«Le Progrès».",
        "São Paulo é...\n“a maior cidade” da América.",
        "Größe: 3 Â, Ã und Å sind Buchstaben; Ã = A mit Tilde, Â = A mit Dach.",
    ],
)
def test_western_text_with_line_ends_and_dots_stays(text: str) -> None:
    """negative"""
    assert repair(text).edits == ()


STANDING = {
    "a space for what has no character": lambda text: WESTERN(text.encode()).translate(dict.fromkeys(b"\x81\x8d\x8f\x90\x9d", " ")),
    "an underscore for it": lambda text: WESTERN(text.encode()).translate(dict.fromkeys(b"\x81\x8d\x8f\x90\x9d", "_")),
    "plain hyphens and spaces": lambda text: WESTERN(text.encode()).translate({0xAD: "-", 0xA0: " "}),
    "plain dashes": lambda text: WESTERN(text.encode()).translate({0x2013: "-", 0x2014: "-"}),
    "straight quotes": lambda text: WESTERN(text.encode()).translate({0x201C: '"', 0x201D: '"', 0x2018: "'", 0x2019: "'"}),
}


@pytest.mark.parametrize("way", STANDING)
@pytest.mark.parametrize(
    "text",
    [
        "小区停车场的收费标准据说要调整，六百多户居民表示反对。",
        "這座老橋禁止大型車輛通行，但夜裡仍然有人違規。",
        "六章以后，作者把笔墨转到山里的冬天，写得最好的是雪夜。",
    ],
)
def test_what_stands_for_a_byte_is_that_byte(way: str, text: str) -> None:
    """regression: 小 came out as 尠, the space taken for A0 without asking how it reads."""
    served = STANDING[way](text)
    repaired = repair(served)
    assert repaired.text == text
    assert undo(repaired) == served
    assert served == WESTERN(text.encode()) or any(e.trust is Trust.LIKELY for e in repaired.edits)


@pytest.mark.parametrize("text", ["Ã la carte_é_è - 'à' \"où\" — São-Paulo, l'été-là", "self._größe_ = 'é' - \"ä\"", "naïve_user-é 'ï¿' été "])
def test_signs_beside_western_letters_stay(text: str) -> None:
    """negative"""
    assert repair(text).edits == ()


@pytest.mark.parametrize("text", ["孩子们排着队走过木桥，桥下的河水很浅。", "業者坦言，今年的訂單比去年少了三成。"])
def test_what_was_then_written_in_small_letters_is_a_choice(text: str) -> None:
    """regression: Œ and Š became œ and š, bytes of other characters, called certain"""
    served = "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in text.encode()).lower()
    repaired = repair(served)
    assert undo(repaired) == served
    assert repaired.text == text
    assert all(e.new in text for e in repaired.edits if e.trust is Trust.CERTAIN)
    assert {e.trust for e in repaired.edits} == {Trust.CERTAIN, Trust.LIKELY}


@pytest.mark.parametrize(
    ("served", "written"),
    [("ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€", "Привет мир"), ("Î— Ï€ÏŒÎ»Î· ÎºÎ±Î¹ Ï„Î¿ Ï†Ï‰Ï‚", "Η πόλη και το φως")],
)
def test_other_alphabets_are_no_chinese(served: str, written: str) -> None:
    """regression: the Cyrillic letters of GBK, taken for bytes of Big5, came out as 妤把我志快找"""
    assert repair(served).text == written


@pytest.mark.parametrize("text", ["訪落一章，嬛嬛在疚，於乎皇考。", "鰷鱨鰋鯉，以享以祀，以介景福。"])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk"])
def test_east_asian_bytes_are_not_mended_in_parts(text: str, encoding: str) -> None:
    """regression: of what no finder reads back, ftfy made letters of its pairs, or signs of its controls."""
    served = text.encode(encoding).decode("latin-1").replace("\xa0", " ")
    repaired = repair(served)
    assert not any(p.edits for p in repaired.passes if p.name == "western")
