"""Text in attributes that a script of the page writes into its elements, and such as waits for the pointer. All of own writing."""

import html
import time
from urllib.parse import quote

import pytest

from qnews_scraper import restore

FIRST = "采石场停产以后，山脚的水塘慢慢清了，去年冬天来了二十几只绿头鸭。"
LATE = ("护林员每天清早绕塘走一圈，把看到的鸟一只只记下来。", "镇里打算在塘边搭一座木头观鸟台，不收门票。")
HELD = "".join(f"<p>{line}</p>" for line in LATE)
ESCAPED = html.escape(HELD)
STRANGE = html.escape('<p>澳门百家乐娱乐城注册送彩金，<a href="http://www.lanque8866.top/">真人视讯开户</a>，今晚就开。</p>')


def page(held: str, script: str) -> str:
    return f"<html><head><title>山脚水塘来了绿头鸭_青峰晚报</title></head><body><h1>山脚水塘来了绿头鸭</h1><p>2022-11-03 09:20 来源：青峰晚报</p><div class=txt><p>{FIRST}</p>{held}<p>塘边的老采石工说，水一清，鱼也多了起来。</p></div><script>{script}</script></body></html>"


WRITTEN = {
    "each by each": (f'<div class="dx" data-part="{ESCAPED}"></div>', "document.querySelectorAll('.dx').forEach(e=>{e.innerHTML=e.getAttribute('data-part')})"),
    "by a loop": (f'<div class="dx" data-part="{ESCAPED}">载入中</div>', "var d=document.getElementsByClassName('dx');for(var i=0;i<d.length;i++){d[i].innerHTML = d[i].dataset.part;}"),
    "by a variable": (f'<div class="dx" data-part-two="{ESCAPED}"></div>', "var box=document.querySelector('.dx');var t = box.dataset.partTwo;\nif(t){box.insertAdjacentHTML('beforeend', t)}"),
    "when scrolled to": (f'<section data-src-body="{ESCAPED}"></section>', "new IntersectionObserver(function(all){all.forEach(function(n){if(n.isIntersecting){n.target.innerHTML=n.target.getAttribute('data-src-body')}})})"),
    "by jQuery": (f'<div class="dx" data-part="{ESCAPED}"></div>', "$('.dx').each(function(){$(this).html($(this).data('part'))})"),
    "in codes": (f'<div class="dx" data-part="{quote(HELD)}"></div>', "var e=document.querySelector('.dx');e.innerHTML=decodeURIComponent(e.getAttribute('data-part'))"),
    "behind its own begin": (f'<div class="dx" data-part="{ESCAPED}">{LATE[0][:12]}…</div>', "document.querySelectorAll('.dx').forEach(function(e){e.innerHTML=e.dataset.part})"),
    "into another element, one after the other": (
        "".join(f'<i class="kept" data-part="{html.escape(f"<p>{line}</p>")}"></i>' for line in LATE) + '<div id="more"></div>',
        "document.querySelectorAll('.kept').forEach(function(k){document.getElementById('more').innerHTML+=k.dataset.part})",
    ),
    "into another element": (f'<i id="kept" data-part="{ESCAPED}"></i><div id="more"></div>', "document.getElementById('more').innerHTML=document.getElementById('kept').getAttribute('data-part')"),
}

NOT_WRITTEN = {
    "by no script": (f'<div class="dx" data-part="{ESCAPED}"></div>', "document.querySelectorAll('.dx').forEach(e=>{e.title=e.getAttribute('data-part')})"),
    "in another attribute": (f'<div class="dx" data-tip="{ESCAPED}"></div>', "document.querySelectorAll('.dx').forEach(e=>{e.innerHTML=e.getAttribute('data-part')})"),
    "under the pointer": (f'<div class="dx" data-part="{ESCAPED}"></div>', "d.onmouseover=function(e){e.innerHTML=e.getAttribute('data-part')}"),
    "into a card": (f'<div class="dx" data-part="{ESCAPED}"></div>', "card.innerHTML=e.getAttribute('data-part')"),
    "in another language": (f'<div class="dx" data-zh="{ESCAPED}">The pond at the foot of the hill has cleared.</div>', "function turn(){document.querySelectorAll('.dx').forEach(e=>{e.innerHTML=e.dataset.zh})}"),
    "over a longer text": (f'<div class="dx" data-part="{ESCAPED}">{"塘里的水位这些年一直在涨，村里人说是泉眼又通了。" * 4}</div>', "document.querySelectorAll('.dx').forEach(e=>{e.innerHTML=e.getAttribute('data-part')})"),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_text_that_a_script_writes_stands_in_its_place(name: str) -> None:
    held, script = WRITTEN[name]
    found = restore(page(held, script)).article
    assert found is not None
    assert found.text.split("\n")[:3] == [FIRST, *LATE]


@pytest.mark.parametrize("name", NOT_WRITTEN)
def test_other_attributes_are_not_read(name: str) -> None:
    found = restore(page(*NOT_WRITTEN[name])).article
    assert found is not None
    assert FIRST in found.text
    assert not any(line in found.text for line in LATE)


@pytest.mark.parametrize("style", ["", ' style="display:none!important"'])
def test_what_strangers_keep_so_is_cleansed(style: str) -> None:
    script = WRITTEN["each by each"][1]
    restored = restore(page(f'<div class="dx" data-part="{ESCAPED}"></div><div class="dx"{style} data-part="{STRANGE}"></div>', script))
    assert restored.article is not None
    assert all(line in restored.article.text for line in LATE)
    assert "百家乐" not in restored.article.text
    assert not any("lanque8866" in link for link in restored.article.links)
    assert restored.removals


@pytest.mark.parametrize("row", ["e{i}.innerHTML=e{i}.dataset.part;", "t=e.dataset.part;e.innerHTML=t;", "e.dataset.part;", "e.innerHTML="])
def test_time_grows_with_the_scripts(row: str) -> None:
    def took(count: int) -> float:
        script = "</script><script>".join("".join(row.format(i=i) for i in range(at, at + 500)) for at in range(0, count, 500))
        source = page(f'<div data-part="{ESCAPED}">' * 200, "e.innerHTML=e.dataset.part;" + script)
        start = time.process_time()
        restore(source)
        return time.process_time() - start

    took(500)
    assert took(24_000) < 8 * max(took(6_000), 0.05)
