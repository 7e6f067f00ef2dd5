"""The tree of broken pages: what a lost character swallows is given back. All synthetic."""

import random
import time

import pytest
from cleanse.pages import PARAGRAPHS, page
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from qnews_scraper.tree import parse

SOUND = page('<table><tr><td>表格</td></tr></table><!-- 正文 --><script>var a = "<div>" + \'</p>\'; if (a<b) {}</script><style>.a{color:red}</style>')

BROKEN = {
    "stray end of document": page("</div></body></html>"),
    "stray end of body, twice": page("</body></body>"),
    "NULs and controls": SOUND.replace("工程", "工\x00程").replace("石桥", "石\x07桥"),
    "controls in tags": SOUND.replace("<p>", "<\x01p\x02>").replace("<div", "<d\x00iv"),
    "comment that never ends": page("<!-- 广告位 "),
    "comment that ends at the next": page("<!-- 广告位 ").replace('<div class="footer">', '<!-- footer --><div class="footer">'),
    "quote that never closes": page('<a href="x>链接</a>'),
    "quote that closes in the next tag": page('<img alt="图片><span title="石桥">桥</span>'),
    "lost </title>": SOUND.replace("</title>", ""),
    "lost </style>": SOUND.replace("</style>", ""),
    "lost </script>": SOUND.replace("</script>", "") + "<script>x</script>",
    "lost </script> of a file": page('<script src="a.js">'),
    "lost </textarea>": page("<textarea>"),
    "lost </select>": page("<select><option>一<option>二"),
    "lost </noscript>": page("<noscript><img>"),
    "lost </a>": page('<a href="/x">链接'),
    "lost </h1>": SOUND.replace("</h1>", ""),
    "lost </iframe>": page('<iframe src="a">'),
    "nested forms": page("<form><form><input></form>"),
    "nested 3,000 deep": page("<div>" * 3000),
    "nested 100,000 deep": page("<font>" * 100_000),
    "text before the doctype": page(before="垃圾文字 <b>x"),
    "plaintext": page("<plaintext>"),
    "form feed": page("\f"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_no_paragraph_is_lost(name: str) -> None:
    tree = parse(BROKEN[name])
    for script in tree.root.iter("script", "style", "textarea", "noscript", "select", "iframe", "title"):
        script.text = None
    text = "".join(tree.root.itertext())
    assert [p for p in PARAGRAPHS if p not in text] == []
    assert tree.notes or name in ("nested forms", "form feed", "lost </h1>")


TEMPLATE = """<script>var odd = /['"]/, make = function (t) { return '<div class="' + t + '"><script src="x"><' + '/script></div>'; }; document.write("<p>" + make("a"));</script>"""


@pytest.mark.parametrize("source", [SOUND, SOUND.replace("<!-- 正文 -->", "<!-- 正文 --!>"), page(TEMPLATE)], ids=["plain", "a comment that ends as the standard also lets it", "a script that writes markup, behind a quote in a pattern"])
def test_a_sound_page_is_not_mended(source: str) -> None:
    assert parse(source).notes == ()


def test_text_after_the_end_is_marked() -> None:
    root = parse(page(after="<p>后来</p>")).root
    assert [c.text for c in root.iter(etree.Comment)] == ["/html", "/html"]


def test_what_stood_before_the_doctype_does_not_eat_the_head() -> None:
    root = parse(page(before="<p>之前</p>")).root
    assert root.find("head/title") is not None
    assert "之前" in root.find("body").text_content()


@pytest.mark.parametrize("name", ["header", "main", "section", "article", "nav", "aside", "my-frame"])
def test_a_body_begins_at_what_cannot_stand_in_a_head(name: str) -> None:
    root = parse(f"<!doctype html><html><meta charset=utf-8><title>石桥</title><{name}>桥头</{name}>路灯<p>青石</p><script>1</script></html>").root
    head, body = root
    assert [e.tag for e in head] == ["meta", "title"]
    assert [e.tag for e in body][:2] == [name, "p"]
    assert "".join(body.itertext()).startswith("桥头路灯青石")


def test_a_dump_is_a_paragraph_a_line() -> None:
    tree = parse("一\n\n  <b>二</b>\x01\n")
    assert tree.is_dump
    assert [p.text for p in tree.root.iter("p")] == ["一", "  <b>二</b>"]


_BOXES = "<div><section><ul></ul></section></div>" * 8

UNENDED = {
    "a menu's box": ("<nav><div><a href='/'>首页</a></nav>", "nav"),
    "a menu": ("<nav><div><a href='/'>首页</a></div><main>", "nav"),
    "a menu by its class": ('<div class="top-nav"><div><a href="/">首页</a></div><div class="article-content">', "top-nav"),
    "a list": ("<ul><li><div>一</ul>", "ul"),
    "a cell's box": ("<table><tr><td><div>一</td><td>二</td></tr></table>", "table"),
    "a drawing": ("<svg><path d='M0 0'/>", "svg"),
    "links for no script": ("<noscript><div><img></noscript>", "noscript"),
}


@pytest.mark.parametrize("name", UNENDED)
def test_a_box_without_its_end_does_not_take_the_page(name: str) -> None:
    before, box = UNENDED[name]
    root = parse(f"<html><body>{_BOXES}<div><div><div>{before}<div id=x><p>{PARAGRAPHS[0]}</p></div></body></html>").root
    around = [str(e.get("class") or e.tag) for e in root.xpath("//*[@id='x']")[0].iterancestors()]
    assert box not in around


PUT_IN = {
    "an advertisement": (2, '<div class="ad"><div>广告'),
    "an advertisement that every page numbers anew": (2, '<div id="ad-17" class="ad"><div id="s9">'),
    "a link around a box": (2, '<a href="/x"><div>更多</a>'),
    "a place of an advertising network": (2, '<div><ins class="adsbygoogle">'),
    "a picture before the first paragraph": (0, "<figure><span><figcaption>图为石桥"),
    "emphasis": (3, "<em>"),
    "a film": (1, "<video><div class=bar>"),
}


@pytest.mark.parametrize("name", PUT_IN)
def test_a_row_of_paragraphs_goes_on(name: str) -> None:
    at, put_in = PUT_IN[name]
    rows = [f'<p id="p{i}">{p}{p}</p>' for i, p in enumerate(PARAGRAPHS)]
    rows.insert(at, put_in)
    root = parse(f"<html><body>{_BOXES}<div><div><div><div id=a class=article-body>{''.join(rows)}</div></body></html>").root
    assert [p.getparent().get("id") for p in root.iter("p")] == ["a"] * len(PARAGRAPHS)


SWALLOWERS = {
    "a share bar of tables": '<div class="share-bar"><table><tr><td><div>分享',
    "an aside": "<aside><div>",
    "a list": '<ul class="list"><li><div>一',
    "a link": '<a href="/"><div>首页',
    "boxes of one kind": '<div class="card"><div class="picture"><div class="card"><div class="picture"><div class="card">',
}


@pytest.mark.parametrize("name", SWALLOWERS)
def test_the_box_of_the_article_stands_in_nothing_else(name: str) -> None:
    root = parse(f"<html><body>{_BOXES}<div><div><div>{SWALLOWERS[name]}<div class=article-body><p>{PARAGRAPHS[0]}</p></div></body></html>").root
    assert [e.tag for e in root.xpath("//p")[0].iterancestors()][1:] == ["body", "html"]


@pytest.mark.parametrize("script", ["document.write('<scr' + 'ipt src=\"a.js\"></scr' + 'ipt>');", "document.write('<script src=a.js></scr' + 'ipt>');", "<!--\nvar a = 1;"])
def test_a_script_without_its_end_stops_at_the_markup_that_follows(script: str) -> None:
    root = parse(page(f"<script>{script}\n<div>\n<script>\n{script}\n</script></div>")).root
    for element in root.iter("script"):
        element.text = None
    text = "".join(root.itertext())
    assert [p for p in PARAGRAPHS if p not in text] == []


@pytest.mark.parametrize("seed", range(8))
def test_close_tags_lost(seed: int) -> None:
    pick = random.Random(seed)
    parts = SOUND.split("</")
    source = parts[0] + "".join(("</" + p) if pick.random() > 0.3 else p.partition(">")[2] for p in parts[1:])
    tree = parse(source)
    for script in tree.root.iter("script", "style"):
        script.text = None
    text = "".join(tree.root.itertext())
    assert [p for p in PARAGRAPHS if p not in text] == []


_PIECES = [*"<>/!-\"'= abdhijlmoprstxy\x00\ud800中。\n", "<!--", "-->", "</html>", "<script>", "</script>", "<title>", "<!doctype html>", "<p ", "<a ", 'x="']


@given(st.lists(st.sampled_from(_PIECES), max_size=80).map("".join))
@settings(max_examples=300, deadline=None)
def test_nothing_raises(text: str) -> None:
    parse(text)
    parse("<html><body>" + text)


@pytest.mark.parametrize("unit", ["<!--", '<a href="', '<a href="><b x="', "<script>", "<title>", "<!-- <p>a<!--", "<a>x<p>", "</html>x", "<script src=x>/*", "</html><!--", "<select><p>", "<div>", "<nav><div></nav>", "<div><p>a", "<svg><ul><div class=nav><div class=main>", "<div><h1>a", "<span><div class=article-body><p>a<p>b", "<div class=ad><figure><p>a", "<ul><li><a><div>", "<article><a>a b c d e f g", "<script><script>\"a'"])
def test_time_is_linear(unit: str) -> None:
    def took(times: int) -> float:
        start = time.process_time()
        parse("<html><body>" + unit * times)
        return time.process_time() - start

    took(500)
    assert took(20_000) < 10 * max(took(5_000), 0.05)


@pytest.mark.parametrize("value", ["", "=1", "='<'", '=""'])
def test_a_tag_of_very_many_attributes_is_cut(value: str) -> None:
    tree = parse("<html><body><p " + " ".join(f"a{i}{value}" for i in range(30_000)) + ">石桥</p><p id=x class=y title='a = b'>桥</p>")
    assert [len(p.attrib) <= 600 for p in tree.root.iter("p")] == [True, True]
    assert [p.text for p in tree.root.iter("p")] == ["石桥", "桥"]
    assert any(note.startswith("overfull") for note in tree.notes)


def test_long_tags_of_few_attributes_are_not_cut() -> None:
    source = f"<html><body><img alt='{'石 a=b ' * 3000}' src='data:{'A' * 9000}' id=x><p>石桥</p>"
    tree = parse(source)
    assert tree.notes == ()
    assert next(tree.root.iter("img")).get("id") == "x"


REST = f"<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"
CLONES = {
    "into a place": "document.getElementById('slot').appendChild(document.getElementById('rest').content.cloneNode(true));",
    "by names": "var t = document.querySelector('#rest'), s = document.querySelector('.slot'); s.append(document.importNode(t.content, true));",
    "by a name and a press": "const t=document.getElementById(\"rest\");document.querySelector('#more').onclick=function(){document.querySelector('#slot').replaceChildren(t.content.cloneNode(true))}",
    "nowhere that is known": "var t = document.querySelector('template#rest'); document.body.querySelectorAll('p')[1].after(t.content);",
}


@pytest.mark.parametrize("name", CLONES)
def test_text_that_the_pages_own_script_clones_is_text(name: str) -> None:
    source = page(f'<template id="rest">{REST}</template>尾<div id="slot" class="slot"></div><script>{CLONES[name]}</script>', paragraphs=PARAGRAPHS[:2])
    tree = parse(source)
    assert next(tree.root.iter("template"), None) is None
    assert "尾" in (tree.root.find(".//div[@class='content']").text_content() or "")
    assert ("slot" in [e.get("id") for e in tree.root.xpath("//div[@id='rest']")[0].iterancestors()]) is (name != "nowhere that is known")
    assert len(tree.notes) == 1


@pytest.mark.parametrize(
    ("held", "script"),
    [
        pytest.param(REST, "var t = document.getElementById('other').content;", id="another"),
        pytest.param(REST, "document.getElementById('rest').remove(); a.content = 1;", id="no-content"),
        pytest.param("<p>{{ text }}。</p><p>作者在此留言，请登录后发表评论。谢谢各位读者。请勿灌水。</p>", "f(document.getElementById('rest').content.cloneNode(true))", id="filled-in"),
        pytest.param('<a class="card"><h3></h3><p>更多</p></a>', "f(document.getElementById('rest').content.cloneNode(true))", id="a-card"),
    ],
)
def test_a_template_that_is_no_text_of_the_page_stays_one(held: str, script: str) -> None:
    tree = parse(page(f'<template id="rest">{held}</template><script>{script}</script>'))
    assert next(tree.root.iter("template"), None) is not None
    assert tree.notes == ()
