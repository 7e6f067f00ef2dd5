"""Each known technique of hiding or injecting, and the pages of these tests that show it: none is without one."""

import pytest

from qnews_scraper import restore

from .layouts import LAYOUTS, PARAGRAPHS, URL
from .pages import ILLNESSES
from .spellings import GROUPS

NAMES = {ill.name for ill in ILLNESSES} | {f"{group}: {row[0]}" for group, rows in GROUPS.items() for row in rows}

TECHNIQUES = {
    "display none": ("styles: display none", "sheets: class", "styles: display none with a CSS escape"),
    "visibility hidden or collapse": ("styles: visibility hidden", "styles: vis collapse"),
    "position off the screen": ("styles: left", "styles: right", "styles: top -", "styles: fixed", "styles: inset"),
    "margin off the screen": ("styles: margin", "styles: margin-top", "styles: float"),
    "text-indent": ("styles: text-indent", "styles: text-indent of 100%"),
    "box of nothing that clips": ("styles: box of nothing", "styles: box of a pixel", "styles: max-height", "styles: nested clip"),
    "opacity": ("styles: opacity", "styles: opacity 0.05", "styles: filter2"),
    "colour of the background": ("styles: white", "styles: near", "styles: same", "elements: td bg", "sheets: bodybg", "styles: hex8"),
    "font size": ("styles: font-size 0", "styles: font-size 1px", "styles: font", "sheet: inherited size"),
    "clip and clip-path": ("styles: clip", "styles: clip-path inset", "styles: clip-path circle", "styles: clip-path polygon"),
    "transform": ("styles: scale", "styles: matrix", "styles: translateX", "styles: turned on edge"),
    "under a cover": ("styles: cover", "styles: cover2", "sheet: behind a cover"),
    "weight, order, importance": ("sheet: by id, over a class", "sheet: later of equal weight", "sheets: important", "sheets: import order"),
    "media": ("sheets: media", "sheets: media2", "sheets: mediaattr", "sheets: media range"),
    "var() and calc()": ("sheets: var", "sheets: var2", "sheets: calcvar", "styles: calc", "styles: calc2"),
    "external sheets": ("sheet: external", "sheets: data uri sheet", "sheets: data import"),
    "hidden attribute": ("styles: hidden attr", "styles: hidden attr3"),
    "aria-hidden with links": ("elements: aria",),
    "noscript full of links": ("elements: noscript",),
    "template": ("elements: template", "elements: template neu"),
    "marquee of a few pixels": ("elements: marquee", "elements: marquee3", "elements: marquee style"),
    "comments": ("elements: comment", "elements: cond comment"),
    "values of fields": ("elements: textarea", "elements: input", "elements: input hidden"),
    "closed details": ("elements: details", "elements: details in a row", "elements: details neu"),
    "frame of a pixel": ("elements: iframe", "elements: iframe neu"),
    "option lists": ("elements: options", "elements: datalist"),
    "script hides the block": ("scripts: getid", "scripts: cssText", "scripts: jq", "scripts: className", "scripts: insertRule"),
    "script writes the wrapper": ("scripts: document.write", "scripts: document.write split", "scripts: document.write unescape"),
    "script puts its words together": ("scripts: style by letters", "scripts: style turned round", "scripts: style in base64", "scripts: packed", "scripts: wrapper of character codes"),
    "script finds the block by steps": ("scripts: the neighbour of something", "scripts: the element before the script", "scripts: the second of a class"),
    "pushed out of a low box": ("styles: pushed out of a low box", "styles: pushed out of a low box by a margin"),
    "title as a list": ("heads: title list", "heads: title ent", "heads: title casino"),
    "keywords and description in codes": ("heads: title entx kw desc", "head: all replaced, in codes"),
    "JSON-LD": ("heads: jsonld", "heads: jsonld faq"),
    "canonical and hreflang": ("heads: canon", "heads: hreflang", "heads: ogurl"),
    "og:title": ("heads: og", "heads: og casino"),
    "before the doctype": ("places: before", "places: before neu"),
    "after </html>": ("places: after", "places: after script"),
    "first line": ("places: first line", "places: first linked"),
    "footer farms": ("farms: farm footer", "farms: farm ul", "farms: farm neutral"),
    "link in a sentence": ("sentences: in sent link", "sentences: in sent link styled"),
    "junk tags": ("junk: junk raw", "junk: junk letters"),
    "junk tags as text": ("junk: junk esc", "junk: junk esc in p"),
    "unknown elements": ("junk: unknown",),
    "characters between letters": ("characters: zero-width space", "characters: soft hyphen", "characters: emoji", "characters: blank"),
    "look-alike letters": ("characters: Cyrillic letters",),
    "bidi overrides": ("characters: right-to-left override", "characters: left-to-right mark"),
    "control characters": ("characters: control characters",),
    "fullwidth and circled letters": ("characters: fullwidth and circled letters",),
    "Japanese shop": ("blocks: Japanese", "blocks: jp p", "heads: title jp"),
    "pharmacy, casino, essays": ("blocks: pharma", "blocks: casino", "blocks: essay", "blocks: en casino"),
    "spider pool": ("farms: pool", "farms: pool p"),
}


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_a_page_shows_it(technique: str) -> None:
    assert [name for name in TECHNIQUES[technique] if name not in NAMES] == []


REPORTED = {
    "by the referrer": ('<script>if(/baidu|sogou/.test(document.referrer)){location.href="http://www.bogou888.com/"}</script>', "redirect-script"),
    "by the reader's browser": ('<script>if(/Baiduspider|Googlebot/i.test(navigator.userAgent)==false){location="http://www.bogou888.com/"}</script>', "cloaking-script"),
    "spelled in codes": ("<script>var _0x=['\\x6c\\x6f\\x63\\x61\\x74\\x69\\x6f\\x6e','http://a.vip/'];window[_0x[0]]=_0x[1];</script>", "packed-script"),
    "in packed code": ("<script>eval(String.fromCharCode(108,111,99,97,116,105,111,110,46,104,114,101,102,61,39))</script>", "packed-script"),
    "by a refresh": ('<meta http-equiv="refresh" content="0;url=http://www.bogou888.com/">', "redirect-refresh"),
    "by the base": ('<base href="http://www.bogou888.com/">', "foreign-base"),
}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("name", REPORTED)
def test_what_leads_away_is_reported(name: str, layout) -> None:  # type: ignore[no-untyped-def]
    head, kind = REPORTED[name]
    assert any(w.startswith(kind) for w in restore(layout(head=head), url=URL).warnings)


@pytest.mark.parametrize("host", ["www.tibet.cn", "www.alphabet.com", "yule.sohu.com", "www.seoul.go.kr", "www.java.com", "www.essex.ac.uk", "www.12306.cn", "www.hao123.com"])
def test_honest_hosts_keep_their_links(host: str) -> None:
    paragraph = f'家住桃园小区六楼的<a href="http://{host}/">退休教师</a>王秀兰今年七十二岁，她说，以前买菜回来要在楼梯上歇三次，电梯装好以后再也不用发愁了。'
    article = restore(LAYOUTS[0](paragraphs=(*PARAGRAPHS[:2], paragraph, *PARAGRAPHS[3:])), url=URL).article
    assert article is not None
    assert host in article.links
