"""The scanner: what a reader sees, and where it stands in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qnews_scraper.ledger import apply
from qnews_scraper.page import Page, Trust, edits
from qnews_scraper.text.glance import Glance
from qnews_scraper.text.scan import is_markup, scan

RUNS = [
    pytest.param("<p>a&amp;b<b>c</b>d</p><p>e</p>", ["a&bcd", "e"], id="inline tags and references are seen through"),
    pytest.param("<title>x&#20013;y</title><p>z", ["x中y", "z"], id="title"),
    pytest.param('<meta name="k" content="a,b"><img alt=\'c\'><p>d</p>', ["a,b", "c", "d"], id="attributes that are read"),
    pytest.param("<p>a<script>var p='<p>b</p>';</script>c</p>", ["a", "c"], id="a script is no text"),
    pytest.param("<p>a<!-- <p>b</p> -->c</p><p></p>", ["ac"], id="nor a comment"),
    pytest.param("<p>a</p><script>never closed <p>b</p>", ["a"], id="a script that never closes"),
    pytest.param("<p>a</p><p>b <!-- never closed <p>c</p>", ["a", "b "], id="a comment that never closes"),
    pytest.param('<p title="a>b">c</p><p>d', ["a>b", "c", "d"], id="a tag ends after its quotes"),
    pytest.param("<p>1 < 2 &nope; &copy;</p><br>", ["1 < 2 &nope; ©"], id="bare < and unknown references"),
    pytest.param("<title>a?/title><body><p>b</p>", ["a?/title>", "b"], id="a title that never ends"),
    pytest.param("<p>a</p><textarea>b<i>c</textarea><p>d</p>", ["a", "b<i>c", "d"], id="textarea holds no tags"),
]


@pytest.mark.parametrize("source", [case.values[0] for case in RUNS])
def test_what_is_read_near_a_place_is_what_is_read_as_a_whole(source: str) -> None:
    page = f"<html><style>p{{}}</style><body><p>甲<b>乙</b></p><!-- 丙 --><script>var a='<p>丁</p>';</script><div title='戊'>己</div>{source}</body></html>"
    glance, runs = Glance(page), scan(page).runs
    assert not any(char in glance.shown for char in "丙丁")
    for at, char in enumerate(glance.shown):
        found = list(glance.near([at]))
        assert set(found) <= set(runs)
        if char in "甲乙戊己":
            assert any(char in run.text for run in found)
    assert set(glance.near(range(len(glance.shown)))) == set(runs)


@given(source=st.lists(st.sampled_from(["<p>", "</p>", "<!--", "-->", "<script a='\"'>", "</script>", "<STYLE>", "</style>", '<a title="', '">', "中?文", "é\xa0", "🀄", "??", "&#1;", " "]), max_size=12).map("".join))
def test_what_a_glance_sees_is_in_what_is_shown(source: str) -> None:
    page = f"<!doctype html>{source}"
    glance = Glance(page, page.encode())
    assert (glance.shown, glance.wide, glance.rare) == ((made := Glance(page)).shown, made.wide, made.rare)
    assert glance.wide == "".join(c for c in glance.shown if c > "~" or (c < " " and c not in "\t\n\r"))
    for signs in (b"??", b"&#", b"><"):
        assert signs in glance.signs or signs not in glance.shown.encode()


@pytest.mark.parametrize(("source", "texts"), RUNS)
def test_runs(source: str, texts: list[str]) -> None:
    assert [run.text for run in scan(source).runs] == texts


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        ("中国质量新闻网\n质量强市总动员", False),
        ('关键词\n<legend id="o3rmf"><abbr id="o3rmf"></abbr></legend>\n正文', False),
        ("use <p> for a paragraph, he said", False),
        ("1 < 2 and 3 > 2", False),
        ("<!DOCTYPE html><p>x", True),
        ("<p>你好</p>", True),
        ("text<br>more<br/>text", True),
        ("<b>你好</b>", True),
        ("", False),
    ],
)
def test_is_markup(source: str, markup: bool) -> None:
    assert is_markup(source) is markup


def test_an_edit_across_tags_leaves_the_tags() -> None:
    page = Page(text="<html><p>質(zh<b>ì)</b>量</p></html>")
    run = page.scan.runs[0]
    assert apply(page, "t", edits(run, 1, 6, "", Trust.CERTAIN, "")).text == "<html><p>質<b></b>量</p></html>"


def test_an_edit_cannot_make_markup() -> None:
    page = Page(text="<p>a</p><p title='b'>c</p>")
    for run in page.scan.runs:
        page2 = apply(page, "t", edits(run, 0, 1, "<i>&\"'", Trust.CERTAIN, ""))
        assert [r.text for r in page2.scan.runs].count("<i>&\"'") == 1


SOURCE = st.lists(st.sampled_from(["<p>", "</p>", "<b>", "</b>", "中", "a", "&amp;", "&#20013;", "<br/>", "<!--", "-->", "<script>", "</script>", '"', " title='", "'", ">", "<", "\n"]))


@given(SOURCE.map("".join))
def test_every_character_of_a_run_stands_where_the_run_says(source: str) -> None:
    for run in scan(source).runs:
        for i, char in enumerate(run.text):
            spans = run.source(i, i + 1)
            stands = "".join(source[a:b] for a, b in spans)
            assert stands == char or stands.startswith("&")
        spans = run.source(0, len(run.text))
        assert spans == sorted(spans)
        assert all(a < b for a, b in spans)


@given(st.text(max_size=300))
def test_any_text_scans(source: str) -> None:
    assert all(run.text for run in scan(source).runs)


def test_values_of_json_ld_are_text() -> None:
    """Title, authors and dates are read from it; keys, other scripts and ASCII are not text."""
    page = '<html><head><script type="application/ld+json">{"标题": "质量", "a\\"b": ["说\\"好\\"", "ascii"]}</script><script>var s = "质量";</script></head></html>'
    runs = [run for run in scan(page).runs if run.where == "json"]
    assert [run.text for run in runs] == ["质量", '说\\"好\\"']
    start = page.index("质量")
    assert runs[0].source(0, 2) == [(start, start + 2)]
    assert runs[0].quote('"<b>\\') == '\\"\\u003cb>\\\\'
