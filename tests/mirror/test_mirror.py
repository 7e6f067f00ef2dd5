"""Mirror damage on articles whose originals are known, and texts that must not be touched."""

import random
import re
from pathlib import Path

import pytest
from opencc import OpenCC
from simulate import Fate, Tally, draw_article, draw_case, judge, mirror, readings, sentences, toneless, trace

from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair

ARTICLES = 24
NEGATIVE = sorted((Path(__file__).parent / "negative").glob("*.txt"))


@pytest.fixture(scope="module")
def tally() -> Tally:
    """synthetic: articles of own writing, three renderings, tables drawn at random."""
    counted = Tally()
    for seed in range(ARTICLES):
        case = draw_case(seed)
        repaired = repair(case.served)
        assert undo(repaired) == case.served
        judge(case, repaired, counted)
    return counted


def test_the_tracing_model_serves_what_the_plain_one_does() -> None:
    text = "\n".join(sentences())
    for seed, table in enumerate((mirror.KNOWN, tuple(reversed(mirror.KNOWN)), ())):
        served, fates = trace(text, table, seed=seed)
        assert served == mirror.damage(text, table, seed=seed)
        assert len(fates) == len(text)
        assert {Fate.CUT, Fate.CUT_RUN} <= set(fates)


@pytest.fixture(scope="module")
def held_out() -> Tally:
    """synthetic: the same on articles that nothing was tuned on."""
    counted = Tally()
    for seed in range(5_000_000, 5_000_000 + ARTICLES):
        case = draw_case(seed)
        judge(case, repair(case.served), counted)
    return counted


def shown(tally: Tally) -> str:
    return "\n".join(note[:240] for note in tally.examples[:20])


def test_annotations_in_step_come_out_exact(tally: Tally) -> None:
    assert tally.right[Fate.ANNOTATED] > 2000
    assert tally.share(Fate.ANNOTATED) == 1, shown(tally)


def test_slips_come_out_exact_where_the_bytes_tell(tally: Tally) -> None:
    assert tally.right[Fate.SLIP] > 10
    assert tally.share(Fate.SLIP) == 1, shown(tally)


def test_cut_marks_come_out_nearly_always(tally: Tally) -> None:
    assert tally.share(Fate.CUT, Fate.CUT_RUN) >= 0.98, shown(tally)


def test_text_that_was_not_hit_stays(tally: Tally) -> None:
    assert tally.share(Fate.PLAIN) == 1, shown(tally)


def test_nearly_every_article_is_exact_but_for_what_is_lost(tally: Tally) -> None:
    assert tally.exact >= 0.95 * tally.articles, shown(tally)


def test_nothing_certain_is_wrong(tally: Tally) -> None:
    assert tally.certain_and_wrong == []


def test_articles_that_nothing_was_tuned_on_come_out_alike(held_out: Tally) -> None:
    assert held_out.certain_and_wrong == []
    assert held_out.share(Fate.ANNOTATED, Fate.PLAIN, Fate.SLIP) == 1, shown(held_out)
    assert held_out.share(Fate.CUT_RUN) >= 0.99, shown(held_out)
    assert held_out.share(Fate.CUT) >= 0.87, shown(held_out)
    assert held_out.share(Fate.CUT, lost_is_right=True) >= 0.99, shown(held_out)
    assert held_out.exact >= held_out.articles - 1, shown(held_out)


@pytest.mark.parametrize(("brackets", "toned"), [("（）", True), ("()", False), ("（）", False)])
def test_nothing_certain_is_wrong_of_other_tables_either(brackets: str, toned: bool) -> None:
    """synthetic: readings in fullwidth brackets, which tears shift as a whole; readings without tones."""
    counted = Tally()
    for seed in range(6_000_000, 6_000_000 + ARTICLES):
        case = draw_case(seed, brackets=brackets, toned=toned)
        repaired = repair(case.served)
        assert undo(repaired) == case.served
        judge(case, repaired, counted)
    assert counted.certain_and_wrong == []


def test_tables_that_list_characters_of_one_form_too_are_undone() -> None:
    """synthetic: 的(de) and 人(rén) beside 數(shù), in all renderings, with tones and without."""
    counted = Tally()
    for seed in range(9_000_000, 9_000_000 + ARTICLES):
        case = draw_case(seed, toned=seed % 4 > 0, alike=3 + seed % 10)
        repaired = repair(case.served)
        assert undo(repaired) == case.served
        judge(case, repaired, counted)
    assert counted.certain_and_wrong == []
    assert counted.share(Fate.ANNOTATED, Fate.PLAIN) > 0.998, shown(counted)
    assert counted.share(Fate.SLIP, lost_is_right=True) >= 0.99, shown(counted)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("share", [0.2, 0.6])
def test_toneless_repeated_readings_are_taken_out(seed: int, share: float) -> None:
    """synthetic: the other tool's damage, as in wild/020."""
    known = readings()
    table = {char: known[form][0] for char in set("".join(sentences())) if (form := mirror.traditional(char)) in known}
    lines = draw_article(random.Random(seed))
    served = toneless.damage(lines, table, share=share, seed=seed)
    repaired = repair(served)
    assert undo(repaired) == served
    assert repaired.text.split("\n") == lines


@pytest.mark.parametrize("path", NEGATIVE, ids=lambda path: path.stem)
@pytest.mark.parametrize("form", ["dump", "html"])
def test_not_one_change(path: Path, form: str) -> None:
    """negative: Traditional news, pinyin textbooks, dictionaries, rare names, bilingual notices, ordinary question marks."""
    text = path.read_text(encoding="utf-8")
    if form == "html":
        lines = "".join(f"<p>{line}</p>\n" for line in text.splitlines())
        text = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{text.splitlines()[0]}</title></head>\n<body>\n{lines}</body></html>\n'
    repaired = repair(text)
    assert repaired.text == text, [(e.old, e.new, e.why) for e in repaired.edits]
    assert repaired.edits == ()


@pytest.mark.parametrize("path", NEGATIVE, ids=lambda path: path.stem)
def test_not_one_change_where_tones_are_left_out(path: Path) -> None:
    """negative: the same books and notices, as those print them that have no letters with tones."""
    text = re.sub(r"(?<=[(（])[a-zà-ǜ]{1,6}(?=[)）])", lambda found: toneless.plain(found[0]), path.read_text(encoding="utf-8"))
    assert repair(text).text == text


@pytest.mark.parametrize("seed", range(7_000_000, 7_000_000 + 9))
def test_tables_without_tones_are_undone(seed: int) -> None:
    """synthetic: 數(shu) for 數(shù), in all renderings, slips such as 當(dang)?shu)亟 too."""
    counted = Tally()
    case = draw_case(seed, toned=False)
    judge(case, repair(case.served), counted)
    assert counted.share(Fate.ANNOTATED, Fate.PLAIN) > 0.99, shown(counted)
    assert counted.share(Fate.SLIP, lost_is_right=True) == 1, shown(counted)
    assert not counted.certain_and_wrong, shown(counted)


@pytest.mark.parametrize("seed", range(8_000_000, 8_000_000 + 9))
def test_tables_in_fullwidth_brackets_are_undone(seed: int) -> None:
    """synthetic: 數（shù） for 數(shù), in all renderings; brackets of two bytes are torn with what they stand beside."""
    counted = Tally()
    case = draw_case(seed, brackets="（）")
    judge(case, repair(case.served), counted)
    assert counted.share(Fate.ANNOTATED, Fate.PLAIN) > 0.99, shown(counted)
    assert counted.share(Fate.SLIP, Fate.CUT_RUN, lost_is_right=True) > 0.98, shown(counted)
    assert not counted.certain_and_wrong, shown(counted)


@pytest.mark.parametrize("render", ["html", "rendered", "folded"])
@pytest.mark.parametrize(
    ("line", "spot"),
    [
        # of 當 the second byte, B5, and the first of the bracket: 担
        ("当地媒体报道了这件事，读者纷纷来信。", "担╯hù"),
        # A8 05 A1 A3 A9: ā） is cut as if it were a full stop
        ("图书馆昨天发布了新的借书办法。", "f?。┎"),
        # where a mark follows, the control byte before it is eaten
        ("这批图书今天首发，读者排起长队。", "f?。?"),
        # out of step when the bracket comes: 隊（ in the run after ”
        ("大家说：“先修路。”队员们点头。", "牐╠uì"),
        # of 劇 the second byte, A1, and the first of the bracket are a stop's: 84 [05] A1 A3 A8 6A
        ("镇上的老戏台今晚演地方剧，票早就送完了。", "。╦ù"),
        # 專 stands where 讓 ends and the bracket of its reading begins
        ("修好的水塔让村民用上了自来水。", "▃hu"),
        # 發（fā） is cut, and its last byte takes the first one of 熱, of which the second is in a pair with the bracket's
        ("镇上的卫生站开了发热门诊，每天都有人值班。", "╮è"),
        # the second byte of 減 is p, that of 憤 is no letter, and what stands behind it is shifted too
        ("他从小发愤读书，后来成了老师。", "嵶x"),
        ("今年的开支压减了三成，省下的钱修了路。", "y?"),
    ],
)
def test_spots_of_fullwidth_brackets_come_out_exact(line: str, spot: str, render: mirror.Render) -> None:
    lines = [line for line in sentences() if "”" not in line][:6]
    table = [("讓", "ràng"), *mirror.KNOWN, ("劇", "jù"), ("熱", "rè"), ("壓", "yā")]
    served = mirror.damage("\n".join([*lines, line]), table, render=render, brackets="（）", seed=1)
    assert spot[:2] in served
    repaired = repair(served)
    assert undo(repaired) == served
    got = repaired.text.split("\n")[-1]
    assert got in (line, line.translate(mirror._FOLD))


@pytest.mark.parametrize("render", ["html", "rendered", "folded"])
@pytest.mark.parametrize("line", ["镇上的卫生站开了发热门诊，每天都有人值班。", "他从小发愤读书，后来成了老师。"])
def test_they_do_where_the_decoder_has_no_private_use_pairs(line: str, render: mirror.Render) -> None:
    lines = [line for line in sentences() if "”" not in line][:6]
    table = [*mirror.KNOWN, ("熱", "rè"), ("壓", "yā")]
    served = mirror.damage("\n".join([*lines, line]), table, render=render, brackets="（）", private=False, seed=1)
    assert re.search("[a-z]\\?[\x05-\x08]*。\\?", served)
    repaired = repair(served)
    assert undo(repaired) == served
    got = repaired.text.split("\n")[-1]
    assert got in (line, line.translate(mirror._FOLD))


@pytest.mark.parametrize("render", ["html", "rendered", "folded"])
def test_a_handful_of_readings_without_tones_is_taken_out_where_marks_are_cut_too(render: mirror.Render) -> None:
    table = [(char, toneless.plain(reading)) for char, reading in mirror.KNOWN if char in "車個"]
    lines = ["“这几天水位还在涨。”司机说完，把车停在坡上。", "几个村里的干部分头通知，老人和孩子先走。", "雨停之后，于是大家回家清扫淤泥。"]
    served = mirror.damage("\n".join(lines), table, render=render, seed=1)
    assert served.count("(") == 2
    assert repair(served).text.translate(mirror._FOLD) == "\n".join(lines).translate(mirror._FOLD)


@pytest.mark.parametrize("junk", ["🎐", " ", "🌙"])
def test_what_is_dropped_into_readings_does_not_hide_them(junk: str) -> None:
    """synthetic: an emoji or a blank in one reading in six, as the other tool has it."""
    counted = Tally()
    case = draw_case(12)
    count = 0

    def drop(found: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return found[0] if count % 6 else f"{found[0][:2]}{junk}{found[0][2:]}"

    case.served = re.sub(r"\([a-zà-ǜ]{2,6}\)", drop, case.served)
    assert count > 12
    repaired = repair(case.served)
    assert undo(repaired) == case.served
    judge(case, repaired, counted)
    assert counted.exact == 1, shown(counted)


@pytest.mark.parametrize(("simplified", "traditional"), [("陕", "陜"), ("翱", "翺"), ("碱", "堿"), ("叙", "敍")])
@pytest.mark.parametrize("annotated", [True, False])
def test_forms_of_small_converters_come_out_simplified(simplified: str, traditional: str, annotated: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """wild: a real mirror serves 陜西; the forms stand in the tables of web scripts, not in OpenCC's. 敍 is Hong Kong's."""
    monkeypatch.setitem(mirror.CONVERTS, simplified, traditional)
    reading = {"陕": "shǎn", "翱": "áo", "碱": "jiǎn", "叙": "xù"}[simplified]
    table = (*mirror.KNOWN, (traditional, reading)) if annotated else mirror.KNOWN
    lines = [*draw_article(random.Random(3)), f"昨天有人说到{simplified}字，大家都认得。"]
    served = mirror.damage("\n".join(lines), table, seed=1)
    assert traditional in served
    repaired = repair(served)
    assert undo(repaired) == served
    assert lines[-1] in repaired.text


@pytest.mark.parametrize(
    ("line", "served"),
    [
        # GBK lacks 𬱖 and 䴖, so the page wrote 頔 and 鶄
        ("编辑王頔和记者罗鶄核对了名单。", "編輯王頔和記者羅鶄核對了名單。"),
        # OpenCC knows a 於單, who is not meant
        ("这笔钱应当用于单位食堂，对大家都公平。", "這筆錢應當用於單位食堂，對大家都公平。"),
        ("两人相处得十分亲昵，昵称也起好了。", "兩人相處得十分親暱，暱稱也起好了。"),
        # it sees 著錄
        ("他拿着录音笔走上山去，沿着溪边听鸟叫。", "他拿著錄音筆走上山去，沿著溪邊聽鳥叫。"),
    ],
)
def test_characters_on_which_a_phrase_table_errs(line: str, served: str) -> None:
    """synthetic: what stood on the page in GBK, converted character by character."""
    text = "質(zhì)量強(qiáng)市，實(shí)現(xiàn)發(fā)展，質(zhì)量第一。“對，”他說，“對。”\n"
    assert repair(text + served).text.split("\n")[1] == line


def test_a_page_without_a_mirror_keeps_its_variants() -> None:
    """negative: a Traditional page writes 陜 and 瑯 as it likes."""
    text = "我們昨天到了瑯琊山，聽說陜縣就在前面。\n" * 3
    assert repair(text).text == text


@pytest.mark.parametrize("config", ["s2t", "s2hk"])
@pytest.mark.parametrize("seed", [9_000_000, 9_000_001, 9_000_004])
def test_a_converter_that_changes_every_character_is_undone_too(config: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """synthetic: 里 as 裏, 后 as 後; these alone would speak for a Traditional page."""
    convert = OpenCC(config).convert

    def traditional(char: str) -> str:
        new = convert(char)
        return new if len(new) == 1 and mirror.gbk(new) != b"?" else char

    monkeypatch.setattr(mirror, "traditional", traditional)
    counted = Tally()
    case = draw_case(seed)
    judge(case, repair(case.served), counted)
    assert counted.exact == 1, shown(counted)
    assert not counted.certain_and_wrong, shown(counted)


QUOTED = ["村里的老人笑着说：“路通了，人心也就通了。”大家都点头。", "“先把账算清楚。”一位会计提醒，钱要花在明处。", "后来这里办起了图书馆，孩子们放学后都来看书。", "“过几年再看。”他说。"]


@pytest.mark.parametrize("render", ["html", "rendered", "folded"])
def test_a_mirror_that_annotates_nothing_is_known_by_its_marks(render: mirror.Render) -> None:
    """synthetic: a table of rare characters, a short page; control bytes before marks, or what they cut where they are dropped."""
    lines = QUOTED if render == "html" else QUOTED * 2
    served = mirror.damage("\n".join(lines), [("贗", "yàn")], render=render, seed=1)
    repaired = repair(served)
    assert undo(repaired) == served
    got = repaired.text.split("\n")
    assert got[0] == lines[0]
    # of 他说 the pair in the middle is dropped
    assert all(new == line or "\ufffd" in new for new, line in zip(got, lines, strict=True))
    assert render != "html" or got == lines


def test_one_reading_on_a_page_that_a_converter_made_traditional_is_a_mirrors() -> None:
    """synthetic: 于 and 后 as no Traditional writer writes them, and the reading of a character that has no other, in mid-sentence."""
    lines = ["会议于昨天下午开幕，代表们围绕养老问题展开讨论，最后通过了三项办法。", "后来大家又到村里走访，并于傍晚返回县城。"]
    served = mirror.damage("\n".join(lines), [("議", "yì")], render="rendered", controls=0.0)
    assert served.count("(yì)") == 1
    repaired = repair(served)
    assert undo(repaired) == served
    assert repaired.text.split("\n") == lines


def test_a_name_that_is_read_otherwise_is_told_on_such_a_page_too() -> None:
    """negative: a converter's page that says how a name is read."""
    text = "會議于昨天下午在單(shàn)縣開幕，代表們圍繞養老問題展開討論。后來大家又到村里走訪，并于傍晚返回樂(yuè)清。"
    assert repair(text).passes == ()


@pytest.mark.parametrize(
    "text",
    [
        "我太喜歡了?！北京的朋友們，真的嗎?！本來以為不行。" * 3,
        "真的嗎?!我太開心了?!北京的朋友們?!本來以為不行。" * 3,
        "真的?!我太开心了?!北京的朋友们?!本来以为不行。" * 3,
    ],
)
def test_two_marks_in_a_row_are_no_mirror(text: str) -> None:
    """negative: an exclamation that is a question too, half of it in ASCII or what is left of an emoji."""
    assert repair(text).passes == ()


def test_control_bytes_alone_are_no_mirror() -> None:
    """negative: a Simplified page with stray control bytes before marks."""
    text = "他昨天到了北京\x06，见到了老朋友\x07，也去了老地方\x05。后来呢\x08？没有了\x06。" * 3
    assert [p.name for p in repair(text).passes] == ["invisible"]


def test_a_traditional_page_in_a_mirror_stays_traditional() -> None:
    """negative: readings go, 裡 and 後 and the corner brackets stay."""
    lines = ["市府昨天表示，新的圖書館將於後天開幕，館裡設有親子閱覽區。", "「這裡原來是倉庫」，館長說，「整修後還會有電影院」。", "館方採購了三萬冊書，並和學校合作。"] * 3
    table = tuple(entry for entry in mirror.KNOWN if entry[0] in "館區開會電學說設長來")
    served = mirror.damage("\n".join(lines), table, seed=2)
    assert "說(shuō)" in served
    assert repair(served).text.split("\n") == lines
