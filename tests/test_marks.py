"""Marks written as references amid misread bytes: those of the author are sound, those of a program belong to the bytes. All synthetic."""

from collections.abc import Callable

import pytest

from qnews_scraper import repair
from qnews_scraper.trust import Trust


def as_1252(data: bytes) -> str:
    return "".join(bytes((b,)).decode("cp1252", "ignore") or chr(b) for b in data)


SENTENCE = "社区图书馆本周起延长开放，周末晚上可以借阅到九点，工作人员轮班值守。"


def gbk(text: str) -> str:
    return as_1252(text.encode("gb18030"))


def utf8(text: str) -> str:
    return as_1252(text.encode())


def twice(text: str) -> str:
    return utf8(utf8(text))


@pytest.mark.parametrize("misread", [gbk, utf8, twice], ids=lambda f: f.__name__)
@pytest.mark.parametrize(
    "pieces",
    [
        ("居民说这是", "&ldquo;", "家门口的书房", "&rdquo;", "，孩子放学后都愿意来。"),
        ("", "&nbsp;&nbsp;&nbsp;&nbsp;", "图书馆每天接待读者三百多人", "&hellip;&hellip;", "座位常常不够。"),
        ("馆长介绍", "&mdash;&mdash;", "新书由读者推荐，", "&#8220;", "谁推荐谁先看", "&#8221;", "。"),
    ],
    ids=["quotes", "indent", "dashes"],
)
def test_marks_of_the_author_are_sound(misread: Callable[[str], str], pieces: tuple[str, ...]) -> None:
    served = "".join(piece if i % 2 else misread(piece) for i, piece in enumerate(pieces))
    got = repair(f"<p>{misread(SENTENCE)}</p><p>{served}</p>")
    assert got.text == f"<p>{SENTENCE}</p><p>{''.join(pieces)}</p>"
    assert {edit.trust for p in got.passes for edit in p.edits} == {Trust.CERTAIN}


@pytest.mark.parametrize(
    ("served", "repaired"),
    [
        ("<p>Ã©tÃ© comme hiver, voilÃ&nbsp; les rÃ©sultats</p>", "été comme hiver, voilà les résultats"),
        ("<p>&aring;&#155;&frac34;&auml;&sup1;&brvbar;&eacute;&brvbar;&#134;&aelig;&#156;&not;&aring;&#145;&uml;&egrave;&micro;&middot;&aring;&raquo;&para;&eacute;&#149;&iquest;</p>", "图书馆本周起延长"),
    ],
    ids=["a no-break space that is a byte", "all bytes as references"],
)
def test_marks_that_are_bytes(served: str, repaired: str) -> None:
    assert repaired in repair(served).text


@pytest.mark.parametrize("text", ["<p>L’été &ldquo;à Besançon&rdquo;&nbsp;: déjà vu&hellip;</p>", "<p>Größe &plusmn;3&nbsp;mm &times; 4, Öffnung über &bdquo;Tür&ldquo;</p>"], ids=["French", "German"])
def test_sound_marks_stay(text: str) -> None:
    assert repair(text).text == text


def test_a_title_is_read_as_what_stands_below_it() -> None:
    page = f"<html><head><title>{twice('夜雨')}</title></head><body><h1>{twice('夜雨')}</h1><p>{twice(SENTENCE)}</p></body></html>"
    assert repair(page).text == f"<html><head><title>夜雨</title></head><body><h1>夜雨</h1><p>{SENTENCE}</p></body></html>"
