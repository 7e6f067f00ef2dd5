"""The cascade: which rules apply, which of them win, and how long that takes."""

import time
from collections.abc import Callable

import pytest
from cleanse.cascades import CASCADES, source
from cleanse.computed import BODY, PAGES
from cleanse.declared import DECLARATIONS, MEDIA, SELECTORS, SUPPORTS

from qnews_scraper.cleanse.view import View
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse
from qnews_scraper.visibility import Visibility
from qnews_scraper.visibility.blocks import declarations, hides
from qnews_scraper.visibility.sheets import sheet


def visibility(text: str) -> Visibility:
    page = Page(text=text)
    return View(parse(text), page, Options()).visibility


@pytest.mark.parametrize("name", CASCADES)
def test_what_no_reader_sees(name: str) -> None:
    css, body, hidden = CASCADES[name]
    seen = visibility(source(css, body))
    found = [str(e.get("id")) for e in seen.outline.elements if e.get("id") and ((style := seen.style(e)).gone or style.veiled)]
    assert " ".join(found) == hidden


def unseen(css: str, body: str) -> str:
    """The ids of elements with text of their own that no reader sees; each is found by who asks for all that is hidden, too."""
    seen = visibility(source(css, body))
    found = [e for e in seen.outline.elements if e.get("id") and ((e.text and e.text.strip()) or any(c.tail and c.tail.strip() for c in e)) and ((style := seen.style(e)).gone or style.veiled)]
    told = {e for part in seen.hidden(lambda e: True) for e in (part.element.iter() if part.is_whole else (part.element,))}
    assert told.issuperset(found)
    return " ".join(str(e.get("id")) for e in found)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_seen_as_a_browser_draws_it(name: str) -> None:
    css, body, hidden = PAGES[name]
    assert unseen(css, body) == hidden


@pytest.mark.parametrize(("css", "hidden"), [(css, "x" * (1 - i)) for pair in DECLARATIONS.values() for i in (0, 1) for css in pair[i]])
def test_a_declaration_hides_what_a_browser_hides(css: str, hidden: str) -> None:
    assert unseen(f".x{{{css}}}", BODY) == hidden


@pytest.mark.parametrize(("prelude", "hidden"), [(prelude, "x" * (1 - i)) for at, pair in (("@media ", MEDIA), ("@supports ", SUPPORTS)) for i in (0, 1) for prelude in (at + one for one in pair[i])])
def test_a_condition_holds_where_a_browser_says_so(prelude: str, hidden: str) -> None:
    assert unseen(f"{prelude}{{.x{{display:none}}}}", BODY) == hidden


@pytest.mark.parametrize(("selector", "hidden"), [(selector, "x" * (1 - i)) for i in (0, 1) for selector in SELECTORS[i]])
def test_a_selector_chooses_what_a_browser_chooses(selector: str, hidden: str) -> None:
    assert unseen(f"{selector}{{display:none}}", BODY) == hidden


def flat(n: int) -> str:
    return "<div id=p>" + "".join(f'<p class="c" data-x="{i}">段落{i}</p>' for i in range(n)) + "</div>"


def deep(n: int) -> str:
    return "<div class='a b'>" * 200 + "".join(f"<p class=c>段落{i}</p>" for i in range(n)) + "</div>" * 200


RULES: dict[str, tuple[Callable[[int], str], Callable[[int], str]]] = {
    "a place": (lambda i: f".c:nth-child({i}){{display:none}}", flat),
    "a place of its name from the end": (lambda i: f"p:nth-last-of-type({i}){{display:none}}", flat),
    "a value": (lambda i: f'[data-x="{i}"]{{display:none}}', flat),
    "a chain": (lambda i: f".a .b .a .b .a .b .z{i} .c{{display:none}}", deep),
    "a chain that is there": (lambda i: f".a>.b .a>.b .a>.b :not(.c) .c:nth-child({i}){{display:none}}", deep),
    "siblings": (lambda i: f".z{i} ~ .c, .y + p ~ .c{{display:none}}", flat),
    "what is below": (lambda i: f"p:has(.q{i}){{opacity:0}}", flat),
    "nested": (lambda i: f".c{{&.d{i}{{.e &{{display:none}}}}}}", flat),
}


@pytest.mark.parametrize("name", RULES)
def test_time_grows_with_rules_and_elements_not_with_their_product(name: str) -> None:
    rule, body = RULES[name]

    def took(n: int) -> float:
        seen = visibility(source("".join(map(rule, range(n))), body(n)))
        start = time.process_time()
        list(seen.hidden(lambda e: True))
        return time.process_time() - start

    took(100)
    assert took(3200) < 10 * max(took(800), 0.05)


@pytest.mark.parametrize("rule", [lambda i: f"p:not(:nth-child({i})){{opacity:0}}", lambda i: f".c:nth-child({i + 2}n+1){{opacity:0}}", lambda i: f'[data-x^="z{i}"]{{display:none}}'])
def test_rules_that_ask_every_element_come_to_an_end(rule: Callable[[int], str]) -> None:
    def took(n: int) -> float:
        seen = visibility(source("".join(map(rule, range(n))), flat(n)))
        start = time.process_time()
        list(seen.hidden(lambda e: True))
        return time.process_time() - start

    took(100)
    assert took(2400) < 5 * max(took(1200), 0.1)


def test_rules_that_take_all_patience_veil_no_other() -> None:
    css = "".join(f"p:not(:nth-child({i})){{top:{i}px;opacity:.9{i}}}" for i in range(1500))
    seen = visibility(source(css + ".z{display:none}", flat(1500) + "<div class=z id=z>帆船</div>"))
    assert "z" in [h.element.get("id") for h in seen.hidden(lambda e: True)]


MAY_HIDE = ("zoom:0", "zoom:.0%;zoom:3%", "line-height:0", "height:0", "max-height: 1px", "MAX-WIDTH:0", "margin:0 0 0 -9999px", "margin-left:-999em", "left:-5000px", "opacity:-1", "z-index:-1", "inline-size:2px", "background:#fff;margin: 0 -9999px")
HIDES_NOTHING = ("zoom:1", "line-height:1.7", "line-height: 3", "border-width:1px", "border-bottom-width:0", "min-width:0", "min-height:1px", "background:url(a.png) no-repeat 0 -120px", "background:url(http://example.com/a.png) 0 -16px", "background-position:-12px -30px", "background-position-y:-40px", "box-shadow:0 1px 2px -1px #333", "stroke-width:2")


@pytest.mark.parametrize("css", [*MAY_HIDE, *HIDES_NOTHING])
def test_what_may_hide_is_told_from_what_is_about_looks(css: str) -> None:
    assert hides(css) == (css in MAY_HIDE)
    assert [rule.hides for rule in sheet(f".a{{{css}}}").rules] == [css in MAY_HIDE]


@pytest.mark.parametrize("unit", [":", "font:", "a:b ", "--a:", "@layer ", "url(", '"', "(", ".a{", "a,", "/*", "calc(", "@media (", "color:"])
def test_time_to_read_a_sheet_is_linear(unit: str) -> None:
    def took(times: int) -> float:
        css = unit * times
        start = time.process_time()
        hides(css)
        declarations(css)
        sheet(css)
        sheet(f".a{{{css}}}")
        return time.process_time() - start

    took(100)
    assert took(20_000) < 10 * max(took(5_000), 0.02)


@pytest.mark.parametrize("css", [".a{" * 3000, ".a,.b{" * 40 + "display:none", "@layer a{" * 3000, ":is(" * 3000 + "p", "p:not(" * 200 + "{display:none}", "@supports " + "(" * 3000, "@media " + "(" * 500 + "{p{display:none}}", "&{&{&{", "{}}{;};", "[", ":has(", "\\", "\\:hover50vw", "p \\:x:first-child", "\\#y", "\\[a\\=b\\]", "\\^a .a"])
def test_nothing_raises(css: str) -> None:
    list(visibility(source(css, "<p class=a id=y>石桥</p>")).hidden(lambda e: True))
    list(visibility(source(css + "{display:none}", "<p class=a id=y>石桥</p>")).hidden(lambda e: True))


@pytest.mark.parametrize(("joined", "body"), [("+", "<p>桥</p>" * 3000), ("~", "<p>桥</p>" * 3000), (" ", "<p>" * 390), (">", "<p>" * 390)])
def test_long_selectors_do_not_raise(joined: str, body: str) -> None:
    css = joined.join(["p"] * 2500) + "{display:none}"
    hidden = list(visibility(source(css, body.replace("p>", "i>") if joined in " >" else body)).hidden(lambda e: True))
    assert len(hidden) <= 3000


def test_a_selector_longer_than_the_stack_matches() -> None:
    css = "+".join(["p"] * 2500) + ".z{display:none}"
    seen = visibility(source(css, "<div>" + "<p>桥</p>" * 2499 + "<p class=z>桥</p>" * 2 + "</div><div>" + "<p class=z>桥</p></div>"))
    assert [bool(seen.style(e).gone) for e in seen.outline.get(".z")] == [True, True, False]


@pytest.mark.parametrize("n", ["nan", "1e999", "-1e999", "9" * 400, "calc(1/0)", "1e-999", "٣", "²"])
@pytest.mark.parametrize("value", ["color:rgba({0},{0},{0},{0})", "color:hsl({0} {0} {0})", "background:lab({0} {0} {0})", "font-size:{0}px", "transform:scale({0})", "width:{0}%;left:{0}em;position:absolute", "opacity:{0}", "color:color-mix(in hwb, red {0}%, #fff)", "color:lch(from red l c {0})", "animation:a 1e-99s linear -{0}s infinite paused"])
def test_values_beyond_numbers_do_not_raise(value: str, n: str) -> None:
    declared = value.format(n)
    list(visibility(source(f"p{{{declared};background-color:#fff}}", f"<p style='{declared}'>石桥<b style='{declared}'>桥</b></p>")).hidden(lambda e: True))


@pytest.mark.parametrize("style", ["background:color(srgb 1e300 2 2);mix-blend-mode:color", "background:color(srgb -1 -1 -1);mix-blend-mode:luminosity", "background:contrast-color(color(srgb 1e300 0 0))", "background:hwb(from color(srgb 1.5 .5 .5) h w b)", "color:hsl(from color(srgb 1.5 .5 1) h s l)"])
def test_colours_that_no_screen_shows_do_not_raise(style: str) -> None:
    list(visibility(source("p{opacity:.9}", f"<div style='background:color(srgb 2 2 2)'><p style='{style}'>石桥<b style='{style}'>桥</b></p></div>")).hidden(lambda e: True))


WIDE: dict[str, Callable[[int], str]] = {
    "many selectors in many": lambda n: ",".join(f".b{i}" for i in range(n)) + "{" + ",".join(f".c{i}" for i in range(n)) + "{color:red}}",
    "many & for many selectors": lambda n: ",".join(f".b{i}" for i in range(n)) + "{" + "&" * n + "{color:red}}",
    "declarations between nested rules": lambda n: ",".join(f".b{i}" for i in range(n)) + "{" + "color:red;&{}" * n + "}",
    "a long selector": lambda n: ".a " * 8 * n + "{display:none}",
    "a layer of many names": lambda n: "@layer " + ".".join(f"l{i}" for i in range(4 * n)) + "{.a{display:none}}",
}


@pytest.mark.parametrize("name", WIDE)
def test_rules_that_multiply_are_written_out_no_further_than_their_sheet(name: str) -> None:
    def took(n: int) -> float:
        start = time.process_time()
        list(visibility(source(WIDE[name](n), "<p class=a>石桥</p>")).hidden(lambda e: True))
        return time.process_time() - start

    took(100)
    assert took(4000) < 10 * max(took(1000), 0.05)


@pytest.mark.parametrize("name", ["is", "not", "where", "has"])
def test_long_selectors_in_one_another_raise_nothing(name: str) -> None:
    selector = "p"
    for _ in range(8):
        selector = f"p:has(+{'+'.join(['p'] * 50)}+{selector})" if name == "has" else f"{'+'.join(['p'] * 50)}+:{name}({selector})"
    list(visibility(source(selector + "{display:none}", "<p>石桥</p>" * 500)).hidden(lambda e: True))


@pytest.mark.parametrize("condition", ["""selector([title=")"])""", r"selector(.a\))", """(content: ")") and (display: grid)"""])
def test_a_quoted_bracket_closes_no_condition(condition: str) -> None:
    seen = visibility(source(f"@supports {condition}{{.z{{display:none}}}}", "<p>石桥</p><p class=z>帆船</p>"))
    assert [h.element.get("class") for h in seen.hidden(lambda e: True)] == ["z"]
