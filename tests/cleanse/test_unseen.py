"""What no reader sees speaks against what is seen: links to the same host, keywords, lists and headings that say it again. All synthetic."""

import pytest

from .pages import PARAGRAPHS, TITLE, page
from .test_illnesses import cleansed, read

FIRM = "lanque-shuixiang.example"
BOX = '<style>#bx7{opacity:0}</style><div id="bx7" inert><a href="http://' + FIRM + '/">蓝鹊托盘租赁</a>、猫砂代工</div>'
OFF = '<div style="scale:0;position:absolute"><a href="http://' + FIRM + '/">夜航跑量大厅</a></div>'
MENU = '<style>.pop{display:none}</style><div class="pop"><a href="http://' + FIRM + '/">下载青溪客户端</a></div><a href="/" class="mn">首页</a>'
CASINO = '<p>百家乐 六合彩 <a href="http://bjl.top/">真人娱乐</a> 时时彩</p>'


def sentence(link: str) -> tuple[str, ...]:
    return (*PARAGRAPHS, f"断裂的青石都从桥北的老料场运来，{link}居民也帮着抬了三个上午。")


def slipped(label: str, style: str = "", path: str = "/sx") -> str:
    return f'<a href="http://{FIRM}{path}"{style}>{label}</a>'


WHOLE = "断裂的青石都从桥北的老料场运来，居民也帮着抬了三个上午。"
STYLE = ' style="color:inherit;text-decoration:none"'

GONE = {
    "goods, where an unseen box sells others": page(bottom=BOX, paragraphs=sentence(slipped("保温水箱厂家"))),
    "in the colour of the text, where strangers hid another": page(bottom=OFF, paragraphs=sentence(slipped("蓝鹊合约交易所", STYLE))),
    "empty, where an unseen box leads": page(bottom=MENU, paragraphs=sentence(slipped(""))),
    "empty, a comment behind it, where an unseen box leads": page(bottom=MENU, paragraphs=sentence(slipped("") + "<!--x-->")),
}

KEPT = {
    "goods, nothing unseen": page(paragraphs=sentence(slipped("保温水箱厂家"))),
    "a partner whose program a menu offers": page(bottom=MENU, paragraphs=sentence(slipped("青溪石材志"))),
    "a name, where an unseen box sells": page(bottom=BOX, paragraphs=sentence(slipped("蓝鹊石材志"))),
    "goods of which the page speaks, and an unseen box too": page(
        bottom=BOX.replace("蓝鹊托盘租赁", "青石直销"), paragraphs=sentence(slipped("青石厂家")),
    ),
    "empty, nothing unseen": page(paragraphs=sentence(slipped(""))),
}  # fmt: skip


@pytest.mark.parametrize("name", GONE)
def test_a_link_of_those_who_hid_another_goes_and_the_sentence_stays(name: str) -> None:
    tree, _ = cleansed(GONE[name])
    assert WHOLE in read(tree)
    assert not [a for a in tree.root.iter("a") if FIRM in (a.get("href") or "") and a.getparent() is not None and a.getparent().tag == "p"]


@pytest.mark.parametrize("name", KEPT)
def test_an_honest_link_stays_in_its_sentence(name: str) -> None:
    tree, _ = cleansed(KEPT[name])
    assert [a for p in tree.root.iter("p") for a in p.iter("a") if FIRM in (a.get("href") or "")]


@pytest.mark.parametrize(("bottom", "is_kept"), [('<p><a href="http://www.lanque8899.wang/nn">蓝鹊房卡代理</a></p>', False), ("", True)])
def test_a_link_that_nobody_closed_leaves_the_paragraphs_it_is_laid_over(bottom: str, is_kept: bool) -> None:
    tree, _ = cleansed(page('<a href="http://www.lanque8899.wang/x" target=_blank>', bottom=bottom))
    assert [p for p in PARAGRAPHS if p not in read(tree)] == []
    assert any("lanque8899" in (a.get("href") or "") for a in tree.root.iter("a")) is is_kept


@pytest.mark.parametrize(
    ("link", "is_kept"),
    [('<a href="http://www.lanque8899.vip/">蓝鹊二八预测</a>', False), ("蓝鹊二八预测", True), ('<a href="/">蓝鹊二八预测</a>', True)],
)
def test_a_heading_that_no_reader_sees_is_no_headline_where_it_leads_to_strangers(link: str, is_kept: bool) -> None:
    tree, _ = cleansed(page(f'<h1 style="max-width:0;max-height:0;overflow:hidden">{link}</h1>', title="蓝鹊二八预测-飞艇导师"))
    assert any("蓝鹊二八" in "".join(h.itertext()) for h in tree.root.iter("h1")) is is_kept
    assert TITLE in read(tree)


@pytest.mark.parametrize(
    ("hidden", "line", "is_kept"),
    [
        ('<aside style="position:absolute;left:-3000px"><a href="https://lanque-fj.example/">蓝鹊群组导航</a></aside>', "蓝鹊群组导航,夜航中文版安装,云端粉丝速购", False),
        ("", "蓝鹊群组导航,夜航中文版安装,云端粉丝速购", True),
        ('<aside style="position:absolute;left:-3000px"><a href="https://lanque-fj.example/">蓝鹊群组导航</a></aside>', "石桥青石,桥墩断裂,通行仪式", True),
        ('<span style="display:none">网站首页</span>', '<a href="/">网站首页</a> | <a href="/n">要闻播报</a> | <a href="/m">民生热线</a>', True),
    ],
)
def test_a_first_line_that_says_again_what_no_reader_sees(hidden: str, line: str, is_kept: bool) -> None:
    tree, _ = cleansed(page(top=f"{hidden}<p class='ln'>{line}</p>"))
    assert any(p.get("class") == "ln" for p in tree.root.iter("p")) is is_kept


def keywords(source: str) -> list[str]:
    return [m.get("content") or "" for m in cleansed(source)[0].root.iter("meta") if m.get("name") == "keywords"]


UNSAID = '<div style="margin-left:-9999em">夜④航⑤送⑥彩豆</div>'


@pytest.mark.parametrize(
    ("between", "told", "kept"),
    [
        (UNSAID + CASINO, "夜④航⑤送⑥彩豆,河湾镇,老桥", "河湾镇,老桥"),
        (UNSAID, "夜④航⑤送⑥彩豆,河湾镇,老桥", "夜④航⑤送⑥彩豆,河湾镇,老桥"),
        ('<h2 class="logo" style="text-indent:-9999px">青溪晚报</h2>' + CASINO, "青溪晚报,河湾镇,老桥", "青溪晚报,河湾镇,老桥"),
        (CASINO, "аb33,河湾镇,老桥", "河湾镇,老桥"),
        (CASINO, "5G,AB桥,河湾镇", "5G,AB桥,河湾镇"),
        ("", "аb33,河湾镇,老桥", "аb33,河湾镇,老桥"),
    ],
)
def test_keywords_beside_what_strangers_put_in(between: str, told: str, kept: str) -> None:
    assert keywords(page(between, keywords=told)) == [kept]


JUNK = "&lt;/a&gt;&lt;zqwhe id=&quot;zqwhe&quot;&gt;&lt;/zqwhe&gt;"


@pytest.mark.parametrize(
    ("junk", "told", "is_kept"),
    [
        (JUNK, "", False),
        (JUNK, "桥头的牌子由镇上的学生用自己写的程序刻成，游人都说好看。", True),
        ("&lt;zqwhe id=&quot;zqwhe&quot;&gt;&lt;/zqwhe&gt;", "", True),
        ("&lt;/a&gt;&lt;kbd id=&quot;kbd&quot;&gt;&lt;/kbd&gt;", "", True),
    ],
)
def test_an_unknown_element_of_its_own_id_that_shows_as_text(junk: str, told: str, is_kept: bool) -> None:
    tree, _ = cleansed(page(paragraphs=(*PARAGRAPHS, f"老桥两侧的路灯{junk}，昨晚第一次亮了。", *([told] if told else []))))
    assert ("老桥两侧的路灯，昨晚第一次亮了。" not in read(tree)) is is_kept
