"""Pages damaged from the first byte to the last: what is too short to be judged by itself goes as the page went, and stays in its element. All of own writing."""

import re
from collections.abc import Callable

import pytest

from qnews_scraper import Trust, repair, undo

PLAIN = "镇上的老面馆昨天重新开张，排队的客人从门口站到了街角，老板说汤头还是二十年前的做法。"
OLD = "週末的渡口擠滿了人，各個攤位的老闆忙著搬運貨物，醫師提醒長輩注意保暖，別讓孩子們靠近水邊。"


def latin(encoding: str) -> Callable[[str], str]:
    return lambda text: text.encode(encoding).decode("latin-1")


def page(*paragraphs: str, text: str = PLAIN, menu: tuple[str, ...] = ("首页", "国内要闻", "社会新闻")) -> str:
    links = " | ".join(f'<a href="/{i}">{name}</a>' for i, name in enumerate(menu))
    return f"<html><body><div>{links}</div>{f'<p>{text}</p>' * 2}{''.join(f'<p>{p}</p>' for p in paragraphs)}</body></html>"


MISREAD = {
    "UTF-8 as Latin-1": latin("utf-8"),
    "GBK as Latin-1": latin("gbk"),
    "UTF-8 as Latin-1 twice": lambda text: latin("utf-8")(latin("utf-8")(text)),
}


@pytest.mark.parametrize("how", MISREAD)
def test_what_stood_in_a_link_stays_in_it(how: str) -> None:
    sound = page("面馆的<a href='x'>招牌</a>是用<b>老榆木板</b>刻的，字也是老板自己写的，刻了三天才刻完。", menu=("首页头条", "国内要闻", "社会新闻"))
    damaged = MISREAD[how](sound)
    assert damaged != sound
    repaired = repair(damaged)
    assert repaired.text == sound
    assert undo(repaired) == damaged


def test_what_stood_in_a_link_stays_in_it_where_bytes_are_lost() -> None:
    text = repair(re.sub("[^\x00-\x7f]+", lambda row: row[0].encode().decode("gb18030", "replace"), page())).text
    assert [re.sub("[^\u4e00-\u9fff]", "", label) for label in re.findall("<a[^>]*>([^<]*)</a>", text)] == ["首页", "国内要闻", "社会新闻"]


@pytest.mark.parametrize("short", ["[ 责编：张倩 ]", "摄影：李旸", "制图：王玥琦", "掌勺的程慧碧──"])
def test_a_name_with_a_rare_character_goes_as_the_page_went(short: str) -> None:
    assert short in repair(latin("gbk")(page(short))).text


@pytest.mark.parametrize("word", ["É Ö", "Café é", "Ünïcödé"])
def test_accented_words_stay_on_a_page_of_which_the_rest_was_misread(word: str) -> None:
    assert word in repair(latin("gbk")(page()).replace("</body>", f"<p>{word}</p></body>")).text


@pytest.mark.parametrize("name", ["阿尔法・卡里姆・拉德哈瓦", "比尔・盖茨", "Łódź"])
def test_characters_of_four_bytes_come_back(name: str) -> None:
    sound = page(f"面馆的第一位客人叫{name}，昨天他特意从邻县赶来，吃了两碗面。")
    repaired = repair(latin("gb18030")(sound))
    assert repaired.text == sound
    assert {edit.trust for each in repaired.passes for edit in each.edits} == {Trust.CERTAIN}


def test_a_menu_of_two_characters_comes_back_in_traditional_script() -> None:
    sound = page(text=OLD, menu=("即時", "國際", "專題", "藝術", "閱讀"))
    assert repair(latin("gbk")(sound)).text == sound


def test_marks_of_loss_that_were_there_before_divide_what_was_misread() -> None:
    damaged = latin("utf-8")(page("客人“黄贵��又”说汤很鲜。")).replace(latin("utf-8")("“"), "&ldquo;").replace(latin("utf-8")("”"), "&rdquo;")
    assert "客人&ldquo;黄贵��又&rdquo;说汤很鲜。" in repair(damaged).text


def test_quotation_marks_as_references_are_no_bytes_beside_rare_characters() -> None:
    sound = page("“iPad上的菜单”是新的，“e子宜”也说好。", "“老陳記”的湯頭很鮮，“老榆木”的招牌也好看。", "“面馆”两个字“刻了三天”才“刻完”。")
    damaged = latin("gbk")(sound.replace("“", "\0").replace("”", "\1")).replace("\0", "&ldquo;").replace("\1", "&rdquo;")
    text = repair(damaged).text
    assert "搃" not in text
    assert "揺" not in text
    assert "&ldquo;面馆&rdquo;两个字&ldquo;刻了三天&rdquo;才&ldquo;刻完&rdquo;。" in text


@pytest.mark.parametrize("mark", ["&nbsp;", "&#160;"])
def test_blanks_as_references_are_no_bytes_before_traditional_text(mark: str) -> None:
    lines = (OLD, "此外，民眾長時間關注攤位，擔心而夜間睡眠受影響。", "「渡口症候群」也常見胃腸不適等問題，醫師建議多喝水。")
    sound = page(*(4 * "\0" + line for line in lines), text=OLD)
    assert repair(latin("gbk")(sound).replace("\0", mark)).text == sound.replace("\0", mark)


def references(text: str) -> str:
    return re.sub("[\u4e00-\u9fff]", lambda han: f"&amp;#{ord(han[0])};", text)


@pytest.mark.parametrize("alone", ["面馆六点打烊。(完)", "昨日（1月11日），老板说", "老板（中）在门口迎客。", "(据《邻县晚报》)"])
def test_a_character_in_brackets_goes_as_the_page_went(alone: str) -> None:
    sound = page(alone)
    assert repair(references(sound)).text == sound


@pytest.mark.parametrize(
    "shown", ["老板把“面”字的HTML实体(&amp;#38754;)写在了墙上。", "网页里的“面”字要写成（&amp;#38754;）才行，这是字符实体的写法。"]
)
def test_a_reference_that_a_page_shows_stays(shown: str) -> None:
    assert shown in repair(page(shown)).text
    assert shown in repair(references(page()).replace("</body>", f"<p>{shown}</p></body>")).text.replace("&amp;amp;", "&amp;")
