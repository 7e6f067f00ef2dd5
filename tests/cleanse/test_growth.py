"""Pages of one kind of element over and over: what each asks of all others must be asked once."""

import time

import pytest

from qnews_scraper import restore

TEXT = "今天上午，港口举行了开渔仪式，来自各镇的渔民和市民参加了活动。"
ROWS = {
    "hidden, with an id": '<div id="b{i}" style="display:none">' + TEXT + "{i}</div>",
    "hidden by a script each": '<script>document.getElementById("b{i}").style.display="none"</script><p id="b{i}">' + TEXT + "</p>",
    "hidden by name in each script": '<script>$("p").hide();$("i").hide()</script><p>帆{i}</p>',
    "the parent hidden": '<script>document.getElementById("b{i}").parentNode.style.display="none"</script>',
    "shown by a script each": '<p id="b{i}" style="display:none">' + TEXT + '</p><script>document.getElementById("b{i}").style.display=""</script>',
    "a page of a row each": '<script>document.getElementById("b{i}").onclick=f</script><div class=r id=b{i} style="display:none">' + TEXT + "</div>",
    "links that have nothing to do with their words": "<p>" + TEXT + '渔船的<a href="http://b{i}-c.example/">渔网</a>也换了。</p>',
    "such links, styled not to look like links": "<style>a{{color:inherit;text-decoration:none}}</style><p>" + TEXT + '渔船的<a href="http://b{i}-c.example/">渔网</a>也换了。</p>',
    "lines in another script": "<p>обычныйтекст для людей {i} казино</p>",
    "letters turned round in such": '<i style="unicode-bidi:bidi-override;direction:rtl">帆桅',
    "texts cloned by a script each": '<template id=t{i}><p>' + TEXT * 2 + '</p></template><div id=d{i}></div><script>document.getElementById("d{i}").append(document.getElementById("t{i}").content)</script>',
    "letters turned round by a sheet": "<p>" + TEXT + '<i style="unicode-bidi:bidi-override;direction:rtl">帆桅舵桨</i></p>',
    "each with a control": "<a onclick=\"show('b{i}')\">开</a><div id=\"b{i}\" style=\"display:none\">" + TEXT + "</div>",
    "each with a state of the sheets": "<style>.s{i}:hover{{display:block}}</style><div class=s{i} style='display:none'>" + TEXT + "</div>",
    "opened by document.write and never closed": '<script>document.write("<div style=display:none>")</script>帆{i}',
    "cards of foreign links under headings": '<div><h4>热播{i}</h4><ul><li><a href="http://duanju{i}.top/d/1">替身娇妻{i} 迅雷下载</a></li><li><a href="http://duanju.top/{i}">前夫{i} 未删减</a></li></ul></div>',
    "lists of foreign links": '<ul><li><a href="http://duanju{i}.top/d/1">替身娇妻{i} 迅雷下载</a></li><li><a href="http://duanju.top/{i}">前夫{i} 未删减</a></li></ul>',
    "remedies beside others": '<p>cheap viagra cialis levitra {i}</p><p>buy amoxicillin capsules {i} <a href="http://amoxil{i}.example/">inhaler</a></p>',
    "offers amid paragraphs": "<div><p>" + TEXT + '</p><p>{i}</p><p>{i}</p><div>上门开锁，优惠{i}元，免费预约<a href="http://b{i}.example/">师傅</a></div></div>',
    "offers in one another": "<div><p>" + TEXT + '</p><p>{i}</p><p>{i}</p><a href="http://b{i}.example/">优惠{i}元</a>',
    "English links before sentences": '<p><a href="http://pills-4you.example/{i}">Buy cheap viagra online number {i}</a>' + TEXT + "</p>",
    "sentences that recruit": "<p>" + TEXT + " 【急招】线上打字录入员{i}，加扣扣 29817{i}05。</p>",
    "code that an article shows": "<p>" + TEXT + "</p><pre>&lt;a href='http://b{i}.example'&gt;澳门博彩开户{i}&lt;/a&gt; 代码</pre>",
    "references that advertise": "<p>[12] 百家乐 微信号 abc{i} 六合彩平台。</p>",
    "links with titles of their own": "<p>" + TEXT + '<a href="http://b{i}.example/" title="天地玄黄宇宙洪荒">帆{i}</a>' + TEXT,
    "sentences that advertise": "<p>百家乐第{i}家的生意很好。</p>",
    "texts in the colour of the page, each in a box with a picture": '<div style="position:relative"><i></i><i></i><p style="color:#fff">' + TEXT + "{i}</p></div>",
    "texts in the colour of the page beside each other": '<i></i><p style="color:#fff">' + TEXT + "{i}</p>",
    "items that say what a link shows": '<li><a href="http://b{i}.example/">百家乐{i}</a>：那里的灯十年前就灭了。</li>',
    "rows of strangers": '<table><tr><td><a href="http://bogou{i}.top/">百家乐官网{i}</a></td><td>首存送{i}元</td></tr></table>',
    "promises beside strangers": '<p>百家乐 <a href="http://b{i}.top/">真人娱乐</a></p><p>计划群主带你回血{i}</p>',
    "advertisements with a label": '<div><h4>广告</h4><p>办证刻章 <a href="http://b{i}.example/">装修贷款{i}</a></p></div>',
    "labels in one another": '<div><h4>广告</h4><p>刻章 <a href="http://b{i}.example/">装修贷款{i}</a></p>',
    "sentences that ask to be written to": "<p>" + TEXT + "</p><p>承接短信群发，货到付款，联系QQ：55501{i}，微信同号lq{i}55。</p>",
    "seen of a class that strangers hide by": '<style>.x{{font-size:.05em}}p.x{{font-size:12pt}}</style><i class=x>蓝鹊轩百倍杠杆{i}</i><p class=x>青鹞助记词{i}批量导入，<a href="http://lq{i}.example/">青鹞交易所</a></p>',
    "links beside words that name what they name": '<p style="display:none">蓝鹊 <a href="http://lq{i}.example/b">蓝鹊厂家直销</a></p><p>青鹞汇{i}储值有礼，<a href="http://lq{i}.example/">青鹞汇{i}下载</a>' + TEXT + "</p>",
    "links that advertise in lines of one block": TEXT + "{i}<a href=http://b{i}.top>百家乐</a><br>",
}


@pytest.mark.parametrize("name", ROWS)
def test_time_grows_with_a_page_of_one_kind(name: str) -> None:
    def took(size: int) -> float:
        row = ROWS[name]
        page = "<h1>港口举行开渔仪式</h1><p>" + TEXT * 6 + "</p>" + "".join(row.format(i=i) for i in range(size // len(row)))
        start = time.process_time()
        restore(page)
        return time.process_time() - start

    took(2000)
    assert took(240_000) < 8 * max(took(60_000), 0.05)


@pytest.mark.parametrize("last", ["", "<img src=a.jpg>"])
def test_time_grows_with_texts_beside_a_box_without_text(last: str) -> None:
    def took(count: int) -> float:
        beside = f'<div style="position:absolute;inset:0">{"<i></i>" * count}{last}</div>'
        texts = "".join(f'<p style="color:#fff">{i}</p>' for i in range(7)) + f'<section>{"".join(f"<p style=color:#fff>{i}</p>" for i in range(count // 2))}</section>'
        start = time.process_time()
        restore(f'<h1>港口举行开渔仪式</h1><p>{TEXT * 6}</p><div style="position:relative">{beside}{texts}</div>')
        return time.process_time() - start

    took(100)
    assert took(8000) < 8 * max(took(2000), 0.05)


@pytest.mark.parametrize("attribute", ["a", "a ", "a(", "'a"])
def test_time_grows_with_a_handler(attribute: str) -> None:
    def took(size: int) -> float:
        page = f'<h1>港口举行开渔仪式</h1><p>{TEXT * 6}</p><p onclick="{attribute * (size // len(attribute))}">开</p><div id=b1 style="display:none">{TEXT}</div>'
        start = time.process_time()
        restore(page)
        return time.process_time() - start

    took(2000)
    assert took(160_000) < 8 * max(took(40_000), 0.05)


def test_time_grows_with_nested_text_that_no_reader_sees() -> None:
    def took(count: int) -> float:
        row = '<span style="color:#fff">帆' + "".join(f'<a href="http://b{i}.example">帆</a>' for i in range(20))
        page = f"<h1>港口举行开渔仪式</h1><p>{TEXT * 6}</p><p>{row * count}"
        start = time.process_time()
        restore(page)
        return time.process_time() - start

    took(2)
    assert took(120) < 8 * max(took(30), 0.1)


def test_lists_of_foreign_links_in_one_another_are_asked_a_few_times_each() -> None:
    def took(count: int) -> float:
        row = "<div><ul><li><a href='http://b{i}.top/'>百家乐 新葡京</a></li><li><a href='http://b{i}.top/2'>百家乐开户</a></li></ul>"
        page = f"<h1>港口举行开渔仪式</h1><p>{TEXT * 6}</p>" + "".join(row.format(i=i) for i in range(count))
        start = time.process_time()
        restore(page)
        return time.process_time() - start

    took(20)
    assert took(640) < 16 * max(took(160), 0.1)


STRETCHES = {
    "styles in one tag that shows as text": ("<p>&lt;div ", 'style="" ', ""),
    "junk tags that show as text of one block": ("<p>", "帆&lt;div id=abc12&gt;&lt;/div&gt;", ""),
    "links with hidden words in one block": ("<p>", TEXT + "<a href=http://b{i}.example/>帆<span style=display:none>帆</span></a>", ""),
    "templates of one host": ("<div>", "<template shadowrootmode=open></template>", "</div>"),
    "control characters in one text": ("<p>", "帆\x07，桨", "</p>"),
    "invisible characters in one text": ("<p>", "帆桨&#8203;", "</p>"),
    "the times of one frame": ("<style>p{{display:none}}@keyframes a{{", "to,", "}}</style>"),
    "the name of one element of a script": ("<script>attachShadow(customElements.define('a", "--", "</script>"),
    "the name of one property of a sheet": ("<style>p{{color:red", "--a", "}}</style>"),
    "one variable for a colour": ("<p style='background:var(", "a b ", "'>帆"),
    "the figures of one length": ("<style>p{{display:none}}p{{width:", "1", "!}}</style>"),
    "the figures of one length by the root": ("<style>html{{font-size:20px}}p{{opacity:0;width:", "1", "x rem}}</style>"),
    "the figures of one turn": ("<style>p{{opacity:0;rotate:", "1", "!}}</style><p>帆"),
    "the figures of one time": ("<style>p{{opacity:0;animation-duration:", "1", "!;animation-name:a}}</style><p>帆"),
    "the name of one filter": ("<style>p{{opacity:0;filter:", "a-", "}}</style><p>帆"),
    "figures behind a numeral of cheques": ("<p>柒", "1", ""),
}
"""What stands before, over and over, and behind."""


@pytest.mark.parametrize("name", STRETCHES)
def test_time_grows_with_one_stretch(name: str) -> None:
    before, row, behind = STRETCHES[name]

    def took(size: int) -> float:
        page = "<h1>港口举行开渔仪式</h1><p>" + TEXT * 6 + "</p>" + before.format() + "".join(row.format(i=i) for i in range(size // len(row))) + behind.format()
        start = time.process_time()
        restore(page)
        return time.process_time() - start

    took(2000)
    assert took(160_000) < 8 * max(took(40_000), 0.05)


def test_a_path_that_clips_each_line_is_read_once() -> None:
    def took(count: int) -> float:
        page = f"<style>p{{clip-path:url(#c)}}</style><h1>港口举行开渔仪式</h1><svg><clipPath id=c>{'<rect width=0 />' * count}</clipPath></svg>" + "<p>帆" * count
        start = time.process_time()
        restore(page)
        return time.process_time() - start

    took(20)
    assert took(2000) < 8 * max(took(500), 0.05)


def test_a_long_name_in_a_script_that_clones_is_read_once() -> None:
    page = f"<h1>港口举行开渔仪式</h1><template id=a><p>{TEXT * 2}</p></template><script>document.getElementById('a').content;{'a' * 38_000}</script>"
    start = time.process_time()
    restore(page)
    assert time.process_time() - start < 3
