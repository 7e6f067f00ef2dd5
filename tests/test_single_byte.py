"""East Asian text read in a single-byte character set: read back wherever that is one character for each byte."""

import pytest

from qnews_scraper.damage.single_byte import CHARSETS
from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair
from qnews_scraper.trust import Trust

SENTENCES = {
    "zh-Hans": ["昨天下午，市质监局召开新闻发布会，通报今年上半年产品质量抽查结果。", "“我们不怕问题，就怕看不见问题。”局长说，下一步将公布名单。"],
    "zh-Hant": ["昨天下午，臺北市政府舉行記者會，公布今年上半年食品抽查結果。"],
    "ja": ["昨日午後、市役所で記者会見が開かれ、上半期の製品検査の結果が公表された。"],
    "ko": ["어제 오후 시청에서 기자회견이 열려 올해 상반기 제품 검사 결과가 발표되었다."],
}
ENCODINGS = {"zh-Hans": ["utf-8", "gbk"], "zh-Hant": ["utf-8", "big5"], "ja": ["utf-8", "shift_jis"], "ko": ["utf-8", "euc_kr"]}


def read_in_browser(data: bytes, charset: str) -> str:
    """What the character set leaves undefined stays a control, as in the Encoding Standard."""
    chars = (bytes((b,)).decode(charset, "replace") for b in data)
    return "".join(chr(b) if char == "\ufffd" else char for b, char in zip(data, chars, strict=True))


CASES = [(text, true, charset) for lang, texts in SENTENCES.items() for text in texts for true in ENCODINGS[lang] for charset in CHARSETS]


@pytest.mark.parametrize(("text", "true", "charset"), [case for case in CASES if case[1] == "utf-8" or case[2] != "cp874"])
def test_every_character_set_is_read_back(text: str, true: str, charset: str) -> None:
    """synthetic: whole lines, each beside a sound one."""
    served = "前面一句是好的。\n" + read_in_browser(text.encode(true), charset) + "\n后面一句也是好的。"
    repaired = repair(served)
    assert repaired.text.split("\n")[1] == text
    assert undo(repaired) == served


def test_iso_8859_15_is_not_taken_for_latin_1() -> None:
    """regression: Ž is B4 there, not 8E as in windows-1252; 年 came out as 幎, called certain."""
    text = "他今年六十三岁，在这条街上修了四十年钟表。"
    assert repair(text.encode().decode("iso8859-15")).text == text


@pytest.mark.parametrize("text", ["冬の味覚が解禁され、港は早朝からにぎわった。", "ズワイガニ漁の船が五十隻、次々と港を出ていった。", "老钟表匠说：“慢一点没关系，准就行。”"])
@pytest.mark.parametrize("charset", ["iso8859-15", "mac_roman", "cp437", "cp1250", "cp1258"])
def test_what_has_the_form_of_utf_8_need_not_read_as_well(text: str, charset: str) -> None:
    """regression: Japanese came out in Latin-1's way with Ž for 8E, called certain, or not at all."""
    assert repair(read_in_browser(text.encode(), charset)).text == text


def test_western_words_of_iso_8859_15_are_not_called_certain() -> None:
    repaired = repair("Le ministre a dÃ©clarÃ© que la rÃ©forme entrerait en vigueur dÃšs le premier janvier.")
    assert not any(e.trust is Trust.CERTAIN and "Ú" in e.new for e in repaired.edits)


def test_a_single_undefined_byte_may_be_marked() -> None:
    """synthetic: of windows-1251 only 98 is undefined, so U+FFFD is 98."""
    text = "“问题不在这里。”局长说，他的名字写在名单上面。"
    served = text.encode().decode("cp1251", "replace")
    assert "\ufffd" in served
    assert repair(served).text == text


def test_a_clause_inside_of_a_sound_line() -> None:
    clause = "这条街上修了四十年钟表"
    text = f"他说：{clause.encode().decode('mac_roman')}。大家都笑了。"
    repaired = repair(text)
    assert repaired.text == f"他说：{clause}。大家都笑了。"
    assert {e.trust for e in repaired.edits} == {Trust.CERTAIN}


@pytest.mark.parametrize(
    "text",
    [
        "Вчера днём в Москве прошла пресс-конференция. Президент России заявил, что объёмы вырастут.",
        "ВЧЕРА ДНЁМ В МОСКВЕ ПРОШЛА ПРЕСС-КОНФЕРЕНЦИЯ, ПРЕЗИДЕНТ РОССИИ НЕ ПРИЕХАЛ",
        "Χθες το απόγευμα πραγματοποιήθηκε συνέντευξη Τύπου στο δημαρχείο της Αθήνας.",
        "เมื่อวานนี้มีการแถลงข่าวที่ศาลากลาง ไปกรุงเทพฯ ใกล้ใจไทย",
        "Wczoraj po południu w ratuszu odbyła się konferencja prasowa; żółć, gęślą jaźń, ŁÓDŹ.",
        "Dün öğleden sonra İstanbul'da bir basın toplantısı düzenlendi, şöyle dediler: ÇĞİÖŞÜ çğıöşü.",
        "Hôm qua, tại Hà Nội đã diễn ra cuộc họp báo về chất lượng sản phẩm.",
        "שלום עולם, אתמול התקיימה מסיבת עיתונאים",
        "عقد أمس مؤتمر صحفي في مبنى البلدية",
        "╔══════════╦══════════╗\n║ Σφάλμα   ║ αβγδεζηθ ║\n╚══════════╩══════════╝",
        "∑∆∏π∫≈≠≤≥ Ω√∞ ±×÷ ¬∀∃∈ ‰ÂÊÁËÈ „‰ÂÊÁ",
        "•◊†‡§¶ ©®™ ¡¿ «» …—– ÆØæø ŒœÿŸ ﬁﬂ ıˆ˜¯˘˙",
    ],
)
def test_other_writing_stays(text: str) -> None:
    """negative: languages, boxes and signs that these character sets are for."""
    assert repair(text).edits == ()
