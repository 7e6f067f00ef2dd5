"""What scripts do to elements, read from their source. All synthetic."""

import random
import time

import pytest

from qnews_scraper.visibility.followed import Followed
from qnews_scraper.visibility.scripting import Reader

DONE = {
    "a constant": ("document.getElementById('a').style.display='none'", ["#a{display:none}"]),
    "put together": ("var p='dis'+'play';document.getElementById('a').style[p]='no'+'ne'", ["#a{display:none}"]),
    "a variable that grows": ("var p='no';p+='ne';document.getElementById('a').style.display=p", ["#a{display:none}"]),
    "turned round": ("document.getElementById('a').style.display='enon'.split('').reverse().join('')", ["#a{display:none}"]),
    "codes": ("document.getElementById(String.fromCharCode(0x61,98)).style.display=unescape('%6eone')", ["#ab{display:none}"]),
    "camel case": ("document.getElementById('a').style.textIndent='-999px'", ["#a{text-indent:-999px}"]),
    "a number": ("$('.a').css('opacity',0)", [".a{opacity:0}"]),
    "a map": ("$('.a').css({position:'absolute','left':'-999px'})", [".a{position:absolute;left:-999px}"]),
    "a chain": ("$('.a').find('b').addClass('c').hide()", [".a b.c", ".a b{display:none}"]),
    "a regular expression that looks like a text": ("var r=/'/g;document.getElementById('a').style.display='none'", ["#a{display:none}"]),
    "a comment that looks like a script": ("// $('.b').hide()\n/* $('.c').hide() */$('.a').hide()", [".a{display:none}"]),
    "a shadowed name": ("var e='a';function f(e){document.getElementById(e).style.display='none'}f('b')", ["#b{display:none}"]),
    "what is given back": ("function f(i){return document.getElementById(i)}f('a').remove()", ["#a{display:none}"]),
    "called at once, with a mark before it": ("!function(){$('.a').hide()}()", [".a{display:none}"]),
    "called by call": ("(function(){$('.a').hide()}).call(this)", [".a{display:none}"]),
    "when it is ready": ("$(document).ready(function(){$('.a').hide()})", [".a{display:none}"]),
    "soon": ("setTimeout(function(){$('.a').hide()},10)", [".a{display:none}"]),
    "soon, as text": ("setTimeout(\"$('.a').hide()\",10)", [".a{display:none}"]),
    "a function made of text": ("new Function(\"document.getElementById('a').style.display='none'\")()", ["#a{display:none}"]),
    "a toggle in short": ("$('.a').toggle(!1)", [".a{display:none}"]),
    "a toggle": ("$('.a').toggle(false)", [".a{display:none}"]),
    "in a loop": ("for(var i=0,a=document.querySelectorAll('.a');i<a.length;i++)a[i].style.display='none'", [".a{display:none}"]),
}

NOT_DONE = {
    "an unknown value": "document.getElementById('a').style.display=x",
    "an unknown part": "document.getElementById('a'+n).style.display='none'",
    "a choice": "document.getElementById('a').style.display=n==1?'none':'block'",
    "a condition": "if(n==1)document.getElementById('a').style.display='none'",
    "a condition of the window": "if(window.innerWidth<600){$('.a').hide()}",
    "the other case": "if(n){}else{$('.a').hide()}",
    "a condition in short": "n==1&&$('.a').hide()",
    "never called": "function f(){$('.a').hide()}",
    "a method never called": "var o={f:function(){$('.a').hide()}}",
    "on a click": "$('.b').click(function(){$('.a').hide()})",
    "on a click, assigned": "b.onclick=function(){$('.a').hide()}",
    "on a click, listened for": "b.addEventListener('click',()=>{$('.a').hide()})",
    "when an answer comes": "$.get('/a',function(d){$('.a').hide()})",
    "shown": "$('.a').show();document.getElementById('a').hidden=false",
    "late": "setTimeout(function(){$('.a').hide()},4000)",
    "again and again": "setInterval(function(){$('.a').hide()},40)",
    "one of several, unknown": "document.querySelectorAll('.a')[n].style.display='none'",
    "all but one": "$('.a').not('.b').hide()",
    "those that pass a test": "$('.a').filter(function(){return !$(this).text()}).hide()",
    "a class of it": "$('.a').remove('.b')",
    "moved": "$('.a').detach().appendTo('.b')",
    "moved by the browser's own words": "var a=document.getElementById('a');a.parentNode.removeChild(a);document.body.appendChild(a)",
}


@pytest.mark.parametrize("name", DONE)
def test_what_is_done(name: str) -> None:
    source, told = DONE[name]
    reader = Reader()
    reader.read(source)
    assert [f"{d.target.selector}.{d.added}" if d.added else f"{d.target.selector}{{{d.css}}}" for d in reader.deeds] == told


@pytest.mark.parametrize("name", NOT_DONE)
def test_what_is_not_done_at_first_sight(name: str) -> None:
    reader = Reader()
    reader.read(NOT_DONE[name])
    assert reader.deeds == []


def test_what_is_shown_at_once() -> None:
    reader = Reader()
    reader.read("$('.a').show();document.getElementById('b').hidden=!1;function f(){document.getElementById('c').style.display=''}f();$('.d').click(function(){$('.e').show()});$('.f').css('display','none')")
    assert [target.selector for target in reader.shown] == [".a", "#b", "#c"]


def test_one_of_several_is_told() -> None:
    reader = Reader()
    reader.read("document.querySelectorAll('.a')[1].style.display='none';$('.b').eq(2).hide()")
    assert [(d.target.selector, d.target.index) for d in reader.deeds] == [(".a", 1), (".b", 2)]


def test_what_is_written() -> None:
    reader = Reader()
    reader.read("document.write('<d'+'iv>','<b>');document.writeln(unescape('%3C/div%3E'));document.write(x)")
    assert reader.written == ["<div><b>", "</div>"]


@pytest.mark.parametrize("last", ["hide('#a')", "hide('#b')", "var s='#c'", "hide(s)"])
def test_what_scripts_of_another_page_defined_says_nothing_of_this_one(last: str) -> None:
    first = ["function hide(s){document.querySelector(s).style.display='none'}", "function hide(s){document.write(s)}", "var s='#d'"]
    for before in (*first, *first):  # a second time, when what comes of it is known
        followed = Followed()
        reader = Reader()
        for source in (before, last, "hide('#e')"):
            reader.deeds, reader.written = [], []
            reader.read(source)
            told = followed.follow(source)
            assert (list(told.deeds), list(told.written), list(told.functions)) == (reader.deeds, reader.written, reader.functions)


WORDS = ("$", "(", ")", "'a'", '"none"', ".hide", ".style", "=", "+=", "+", "[", "]", "{", "}", "function", "f", "if", "for", "of", "=>", ",", ";", "return", "document", ".write", "0", "0x", "²", "/", "/a/g", "`", "\\", "'", "<!--", "eval", ".join", ".reverse", ".replace", "!", "?", ":", "this", "é", "\0")


@pytest.mark.parametrize("seed", range(40))
def test_nothing_raises(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        Reader().read("".join(chance.choices(WORDS, k=chance.randrange(1, 120))))


LONG = {
    "patterns whose classes do not end": "x=/[",
    "brackets": "(",
    "closed brackets": "()",
    "blocks": "{",
    "lists": "[[",
    "functions in functions": "function f(){",
    "called in one another": "(function(){",
    "conditions": "if(a)",
    "conditions in blocks": "if(a){",
    "choices": "a?b:",
    "arrows": "a=>",
    "arrows in blocks": "a=>{",
    "sums": "'a'+",
    "assignments": "a=",
    "texts that double": "a=a+a;",
    "texts put in themselves": "if(a.length<9000)a=a+a;b=a.replaceAll('a',a);b=a.replace(/[abc]/g,a);",
    "lists of texts put together": "a=a+a;b=[a,a,a,a,a,a,a,a].join(a);b=a.concat(a,a,a,a);",
    "unescaped again and again": "a=a+a;unescape(a);",
    "lists that double": "a=[a,a].join('x');",
    "quotes": "'\"`",
    "slashes": "(/",
    "calls of one another": "function f(){f();f()}f();",
    "loops": "for(;;)",
    "marks": "!",
    "minus": "- ",
    "and": "a&&",
}


@pytest.mark.parametrize("name", LONG)
def test_time_grows_with_length(name: str) -> None:
    def taken(times: int) -> float:
        source = "var a='abc';" + LONG[name] * times
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            Reader().read(source)
            best = min(best, time.process_time() - start)
        return best

    assert taken(4000) < 8 * taken(1000) + 0.05


def test_what_evaluates_itself_comes_to_an_end() -> None:
    reader = Reader()
    reader.read(f"var a='{'eval(a);' * 900}';eval(a)")
    assert reader.left < 0


def test_following_takes_time_by_the_number_of_scripts() -> None:
    def took(times: int) -> float:
        followed = Followed()
        start = time.process_time()
        for i in range(times):
            followed.follow(f"//{i}")
        return time.process_time() - start

    took(100)
    assert took(20_000) < 10 * max(took(5_000), 0.02)
