"""What makes the search for lost bytes fast must not change what it finds: stretches read at once, candidates rated together, lines that follow the line before."""

import random
from pathlib import Path

import pytest

from qnews_scraper import repair
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import frequent
from qnews_scraper.text.intact import intact
from qnews_scraper.text.loss import Loss
from qnews_scraper.text.misread import Misreading, written
from qnews_scraper.text.wildcard import is_foreign
from qnews_scraper.text.words import around, words
from tests.simulator import KINDS, Kind, readers

FOLDER = Path(__file__).parent / "data/sentences"
SENTENCES = {name: (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()[1::2] for name in ("simplified", "traditional")}


@pytest.mark.parametrize("seed", range(8))
def test_candidates_rated_together_are_rated_as_each_alone(seed: int) -> None:
    dice = random.Random(seed)
    common = frequent(3000)
    for sentence in dice.sample([s for lines in SENTENCES.values() for s in lines], 12):
        at = dice.randrange(len(sentence))
        left, right = sentence[max(0, at - dice.randint(0, 6)) : at], sentence[at + 1 : at + 1 + dice.randint(0, 6)]
        chars = [sentence[at], *dice.sample(common, 10), "，", "A", "ア"]
        assert around(left, chars, right) == pytest.approx([words(left + char + right) for char in chars])


HOWS = {
    Misreading("gbk", "utf-8"): readers.browser("gbk"),
    Misreading("latin", "utf-8"): readers.cp1252("\ufffd"),
    Misreading("euc-kr", "gbk"): readers.browser("euc-kr"),
    Misreading("big5", "gbk"): readers.browser("big5"),
}


@pytest.mark.parametrize("how", HOWS, ids=str)
def test_what_is_read_at_once_is_what_its_bytes_say(how: Misreading) -> None:
    known = written(how.served)
    share = total = 0
    for sentence in SENTENCES["simplified"]:
        served = HOWS[how](sentence.encode(how.true))
        end = 0
        for found in intact(served, how, Loss()):
            assert end <= found.start < found.end
            end = found.end
            data = b"".join(known.get(c) or c.encode() for c in served[found.start : found.end])
            assert data == (found.new.encode() if how.true == "utf-8" else codec(how.true).encode(found.new))
            assert found.new in sentence
            share += found.end - found.start
        total += len(served)
    assert share > 0.2 * total


@pytest.mark.parametrize("sentence", [*SENTENCES["simplified"][:8], *SENTENCES["traditional"][:8]])
def test_of_sound_text_nothing_is_read_at_once(sentence: str) -> None:
    assert not [found for how in HOWS for found in intact(sentence, how, Loss())]


# where Windows lost bytes, a euro sign on another line tells what each "?" stands for
SEARCHED = [kind for kind in KINDS if kind.number in (2, 4, 6, 9, 10, 13) and not {*"jk"} & {*kind.languages} and "Windows" not in kind.name]


@pytest.mark.parametrize("kind", SEARCHED, ids=lambda kind: kind.name)
def test_a_line_comes_back_alike_alone_and_after_others(kind: Kind) -> None:
    dice = random.Random(kind.name)
    lines = [s for key, name in (("s", "simplified"), ("t", "traditional")) if key in kind.languages for s in SENTENCES[name][:9]]
    served = [(kind.damage(line, dice) or line).replace("\n", " ") for line in lines]
    alone = [repair(line).text for line in served]
    assert repair("\n".join(served)).text.split("\n") == alone


PIECES = [
    ("shift_jis", "市环保局昨天公布了上半年空气质量监测结果，优良天数比去年多。", "半年空"),
    ("shift_jis", "高速公路收费站以北六公里处发生一起交通事故，造成拥堵。", "收费站"),
    ("big5", "这个问题由来已久，有关部门一直没有拿出办法来。", "部门"),
]


@pytest.mark.parametrize(("served_as", "sentence", "said"), PIECES)
def test_all_ways_to_read_a_mark_are_weighed_as_words(served_as: str, sentence: str, said: str) -> None:
    """A mark stands for bytes of several sorts; the best by pairs of characters is not always what is said."""
    served = readers.browser(served_as)(sentence.encode("gbk"))
    assert said not in served
    assert said in repair(served).text


def test_simplified_text_is_not_filled_with_characters_of_other_text() -> None:
    """GB 2312 has 後 beside 后, and 藝 has a first byte that no character of it has."""
    assert is_foreign("後", False)
    assert not is_foreign("后", False)
    assert not is_foreign("後", True)
    served = readers.browser("shift_jis")("年会，说到底，是领导对员工的肯定，也是感情交流的需要。".encode("gbk"))
    assert not {*"後藝"} & {*repair(served).text}
