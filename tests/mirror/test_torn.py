"""Spots that a mirror's byte work tears, each on a page that shows the mirror's table, and what must come of it.

synthetic: own writing, damaged by the forward model. U+FFFD stands where the page does not tell the character.
"""

import pytest
from simulate import mirror, sentences

from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair
from qnews_scraper.trust import Trust

LINES = [line for line in sentences() if "”" not in line][:6]

CASES = [
    # the second byte of 于 and an A are 贏; so are 道 and N the two halves of 種
    ("基于ARM芯片的平板电脑", "贏yíng", "html", "基于ARM芯片的平板电脑"),
    ("东至规划道路N11，南至河边", "種zhǒng", "html", "东至规划道路N11，南至河边"),
    # a stop before a closing mark where a sentence was quoted, and none where a word was
    ("附近的居民说：“这条路白天堵、晚上黑。”一星期以后，路灯换新。", "", "rendered", "附近的居民说：“这条路白天堵、晚上黑。”一星期以后，路灯换新。"),
    ("他们把这个办法叫作“上海”经验，写进了总结。", "", "html", "他们把这个办法叫作“上海”经验，写进了总结。"),
    ("一些人指责产能过剩“问题”严重，其实并非如此。", "", "html", None),
    # two words fit, and the page does not say which
    ("学校开设了陶艺、航模、戏剧等选修课。", "", "rendered", "学校开设了陶艺、航\ufffd、戏剧等选修课。"),
    # the same dash twice, of which rendering dropped three halves
    ("“您的意见我们都记下了。”——这是他说得最多的一句话。", "這zhè", "rendered", "“您的意见我们都记下了。”——这是他说得最多的一句话。"),
    # a fullwidth question mark made of two other characters, folded
    ("为投产奠定基础。“海葵一号”启运后将前往目的地。", "號hào 啟qǐ", "rendered", None),
    ("为投产奠定基础。“海葵一号”启运后将前往目的地。", "號hào 啟qǐ", "folded", None),
    # two private-use pairs side by side before the next annotation, dropped by rendering
    ("因为山上新建了一座小气象站。", "驗yàn 氣qì", "rendered", None),
    # a character of the table stands bare where one before it in the table tore it, and loses its second byte at the mark
    ("自去年以来，村里通了公交车。", "詠yǒng 來lái", "html", "自去年以来，村里通了公交车。"),
    # a quotation that was opened is closed before the line goes on with another clause
    ("他们把这个习惯叫作“自古以来”，谁也不去改。", "詠yǒng 來lái", "html", "他们把这个习惯叫作“自古以来”，谁也不去改。"),
    # the second byte of an indent and the first of what follows are a stop's
    ("　　（一）没有规矩，不成方圆。", "", "html", "　　（一）没有规矩，不成方圆。"),
    ("　　８０多岁的老人也来了。", "", "rendered", "　　８０多岁的老人也来了。"),
    ("　　①乡，家乡。", "", "rendered", "　　①乡，家乡。"),
    # what the bytes left open is not read as another slip afterwards
    ("老人转身就走。“挖一车沙，毁一片河。”村民说。", "", "rendered", None),
    # who spoke is not for a model to say
    ("“最难的不是补，是分。”她说。", "說shuō", "rendered", None),
]


@pytest.mark.parametrize(("line", "annotated", "render", "expected"), CASES)
def test_a_torn_line_comes_out_right_or_open(line: str, annotated: str, render: mirror.Render, expected: str | None) -> None:
    table = [*((entry[0], entry[1:]) for entry in annotated.split()), *(row for row in mirror.KNOWN[40:60] if row[0] not in annotated)]
    lines = [*LINES[:3], line, *LINES[3:]]
    served = mirror.damage("\n".join(lines), table, render=render, seed=1)
    repaired = repair(served)
    assert undo(repaired) == served
    assert repair(repaired.text).text == repaired.text
    got = repaired.text.split("\n")[3]
    if expected is not None:
        assert got == expected
    # what is left open may be more than one character where bytes went without a trace, but nothing else is put in its place
    parts = got.split("\ufffd")
    at = 0
    for part in parts:
        found = line.find(part, at)
        assert found >= 0, got
        at = found + len(part)
    assert line.startswith(parts[0])
    assert line.endswith(parts[-1])
    assert len(got.replace("\ufffd", "")) >= 0.6 * len(line)


@pytest.mark.parametrize("render", ["html", "rendered", "folded"])
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # of 他把 the pair in the middle is "?"; 把 is told by what is left, who is not for a model to say
        ("“修好了。”他把伞还给客人，又低头干活。", "“修好了。”\ufffd把伞还给客人，又低头干活。"),
        # of 汽 no byte is left
        ("“这条路是大家修的。”中国汽车工程学会的专家说。", "“这条路是大家修的。”中国\ufffd车工程学会的专家说。"),
    ],
)
def test_a_decoder_without_private_use_pairs_marks_where_they_stood(line: str, expected: str, render: mirror.Render) -> None:
    table = [("車", "chē"), *mirror.KNOWN[40:60]]
    served = mirror.damage("\n".join([*LINES[:3], line, *LINES[3:]]), table, render=render, private=False, seed=1)
    repaired = repair(served)
    assert undo(repaired) == served
    assert repaired.text.split("\n")[3] == expected


@pytest.mark.parametrize("render", ["rendered", "folded"])
def test_the_rest_of_a_closing_tag_goes_from_a_dump(render: mirror.Render) -> None:
    """synthetic: the ” before </p> ate the <, so the rest of the tag is shown."""
    lines = ["他说：“等路修好了，再请大家来喝茶。”", "“后来呢？”"]
    served = mirror.damage("\n".join(LINES) + "\n<p>" + "</p>\n<p>".join(lines) + "</p>", mirror.KNOWN[40:60], render=render, seed=1).replace("<p>", "")
    assert served.count("?/p>") == 1
    repaired = repair(served.replace("</p>", ""))
    assert undo(repaired) == served.replace("</p>", "")
    assert repaired.text.split("\n")[-2:] == lines


@pytest.mark.parametrize("render", ["rendered", "folded"])
def test_it_goes_also_where_another_character_lost_a_half_to_it(render: mirror.Render) -> None:
    """synthetic: of 健） two halves make a stop, and the last one ate the <; who it was the page does not tell."""
    served = mirror.damage("\n".join(LINES) + "\n<p>供稿单位：气象台（高健）</p>", mirror.KNOWN[40:60], render=render, seed=1).replace("<p>", "")
    assert "?/p>" in served
    repaired = repair(served)
    assert undo(repaired) == served
    assert repaired.text.endswith("高\ufffd）")


def test_folded_marks_are_seen_on_a_list_without_a_full_stop() -> None:
    lines = ["参观路线，买票须知：", "1、上海海洋水族馆", "2、动物园，门票四十元", "3、天文馆，周一休息", "4、图书馆，开放时间见网站", "5、会展中心，购票请预约"]
    served = mirror.damage("\n".join(lines), [*mirror.KNOWN, ("館", "guǎn"), ("園", "yuán")], render="folded", seed=1)
    assert "?:" in served
    repaired = repair(served)
    assert undo(repaired) == served
    # of 水族 the pair in the middle is not rendered
    assert repaired.text.split("\n")[1] in (lines[1], lines[1].replace("水族", "\ufffd\ufffd"))


def test_what_is_left_open_says_what_it_can_be() -> None:
    served = mirror.damage("\n".join([*LINES, "学校开设了陶艺、航模、戏剧等选修课。"]), mirror.KNOWN[40:60], render="html", seed=1)
    [lost] = [e for p in repair(served).passes for e in p.edits if e.trust is Trust.LOST]
    assert lost.new == "\ufffd"
    assert "模" in lost.candidates


def test_what_was_guessed_is_not_certain_when_its_script_is_changed() -> None:
    """synthetic: of 他 nothing is left, so nobody knows that 訴 stood behind it."""
    line = "“路修好了。”他告诉乡亲们，大家都笑了。"
    served = mirror.damage("\n".join([*LINES, line]), mirror.KNOWN[40:60], render="rendered", seed=1)
    repaired = repair(served)
    assert repaired.text.split("\n")[-1].endswith("诉乡亲们，大家都笑了。")
    [edit] = [e for p in repaired.passes if p.name == "script" for e in p.edits if "诉" in e.new]
    assert edit.trust is Trust.LIKELY
    # elsewhere it is
    assert any(e.trust is Trust.CERTAIN for p in repaired.passes if p.name == "script" for e in p.edits)
