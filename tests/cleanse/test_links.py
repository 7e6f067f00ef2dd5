"""Links in sentences that have nothing to do with the words they stand on: what must come to it, and honest ones that look alike. All synthetic."""

import pytest

from .pages import PARAGRAPHS, page
from .test_illnesses import cleansed, read

UNSEEN = '<span style="font-size:.4px">蓝鹊伸缩雨篷定做</span>'
DECOY = ".menu a{color:#036}"
VEILED = "<style>a.lq{color:inherit;text-decoration:none}" + DECOY + "</style>"
MENU = '<div class="menu"><a href="/a">要闻</a> <a href="/b">社会</a></div>'


def sentence(href: str, attributes: str = "", word: str = "青石") -> tuple[str, ...]:
    return (*PARAGRAPHS, f'工程队说，断裂的<a href="{href}"{attributes}>{word}</a>都从桥北的老料场运来，居民也帮着抬。')


LATIN = (
    "The repair of the old stone bridge in Hewan was finished ahead of schedule on Tuesday, and walkers may cross it again.",
    "The masons used the old blocks wherever they could, and marked each new one with a small chisel cut.",
    "Villagers carried sand and boards up to the arch, and the school lent its yard for the timber.",
)


def latin(href: str, word: str) -> tuple[str, ...]:
    return (*LATIN, f'The mayor said the broken <a href="{href}">{word}</a> all came from the old yard north of the bridge.')


ILL = {
    "on a word in an English sentence": page(UNSEEN, paragraphs=latin("https://www.lanque-gummies.example/", "stones")),
    "beside an unseen line of another topic": page(UNSEEN, paragraphs=sentence("http://www.lanque-stone.example/gz/")),
    "beside a block that advertises": page(bottom='<p>百家乐 六合彩 <a href="http://bjl.top/">真人娱乐</a> 时时彩</p>', paragraphs=sentence("http://www.lanque-stone.example/")),
    "in the colour of the text by a rule": page(top=MENU, head=VEILED, paragraphs=sentence("http://lanque-stone.example/", ' class="lq"')),
    "counted by search engines": page(paragraphs=sentence("http://lanquestone.example/a", ' rel="dofollow"')),
    "spelt as the word, and more": page(paragraphs=sentence("http://qingshi-dg.example/", ' rel="dofollow"')),
    "in a box of its own": page(UNSEEN, paragraphs=(*PARAGRAPHS, '工程队说，断裂的<b><a href="http://lanque-stone.example/">青石</a></b>都从桥北的老料场运来，居民也帮着抬。')),
    "on a word with Latin letters": page(UNSEEN, paragraphs=sentence("http://lanque-stone.example", word="AB青石")),
    "at the begin of a line": page(UNSEEN, paragraphs=(*PARAGRAPHS, '<a href="http://lanque-stone.example">青石</a>都从桥北的老料场运来，居民也帮着抬，断裂的就地补上。')),
    "on a bare word for an office": page(UNSEEN, paragraphs=(*PARAGRAPHS, '镇上的<a href="http://lanque-stone.example">医院</a>旁边，青石都从桥北的老料场运来，居民也帮着抬。')),
    "twice to one host": page(UNSEEN, paragraphs=(*sentence("http://lanque-stone.example/"), '桥头的<a href="http://lanque-stone.example/">石阶</a>也重新铺过，下雨天不再打滑。')),
    "beside another that is styled not to look like a link": page(
        paragraphs=(*sentence("http://www.lanque-stone.example/"), '桥头的<a href="http://zhengsu-7.example/" style="color:inherit;text-decoration:none">石阶</a>也重新铺过，下雨天不再打滑，老人走得放心。'),
    ),
    "to three hosts of one domain, one styled not to look like a link": page(
        paragraphs=(*sentence("http://www.lanque-city.example/"), '桥头的<a href="http://qp.lanque-city.example/dl" style="color:inherit;text-decoration:none">石阶</a>也重新铺过，下雨天不再打滑，<a href="http://www.lanque-city.example/zc">老人</a>走得放心。'),
    ),
    "in a domain of a sort given away": page(paragraphs=sentence("http://lanque-stone.bid")),
}

SOUND = {
    "in an English sentence, nothing else against it": page(paragraphs=latin("https://www.lanque-gummies.example/", "stones")),
    "a name in an English sentence": page(UNSEEN, paragraphs=latin("https://www.lanque-granite.example/", "Hewan stones")),
    "a word that its domain has, in English": page(UNSEEN, paragraphs=latin("https://www.old-stones.example/", "stones")),
    "a word for the site, in English": page(UNSEEN, paragraphs=latin("https://www.lanque-granite.example/", "website")),
    "nothing else against it": page(paragraphs=sentence("http://www.lanque-stone.example/")),
    "brands, each to its first page": page(
        paragraphs=(*PARAGRAPHS, '测桥的软件可以在<a href="http://www.pingguo.example/">平果</a>、<a href="https://www.lanque.example/">小鹊</a>和<a href="https://www.stone.example/">谷石</a>的手机上使用，不收费用。'),
    ),
    "three times to one host": page(
        paragraphs=tuple(p.replace(word, f'<a href="http://lanque-stone.example/">{word}</a>') for p, word in zip((*PARAGRAPHS, "桥头的石阶也重新铺过，下雨天不再打滑，老人走得放心。"), ("通行", "橋墩", "记号", "周立新", "石阶"), strict=False)),
    ),
    "all links in the colour of the text": page(top=MENU, head="<style>a{color:inherit;text-decoration:none}</style>", paragraphs=sentence("http://lanque-stone.example/")),
    "a name, on a page with an unseen line": page(UNSEEN, paragraphs=sentence("http://www.lanque-stone.example/", word="蓝雀石材公司")),
    "a brand in Latin letters, which its domain has": page(UNSEEN, paragraphs=sentence("http://www.lanque-stone.example/", word="Lanque石")),
    "spelt as the word": page(UNSEEN, paragraphs=sentence("http://www.qing-shi.example/")),
    "a document, on a page with an unseen line": page(UNSEEN, paragraphs=sentence("http://www.lanque-stone.example/2023/stone.html")),
    "to a partner of the page's": page(UNSEEN, bottom='<div>友情链接：<a href="http://lanque-stone.example/">蓝雀石材</a></div>', paragraphs=sentence("http://lanque-stone.example/")),
    "where the sentence leads to it": page(UNSEEN, paragraphs=(*PARAGRAPHS, '断裂青石的名录，居民可以访问<a href="http://lanque-stone.example/">名录</a>查看，也可以到镇上翻阅。')),
    "on a page with a note that a button opens": page('<button popovertarget="n1">注</button><div id="n1" popover>桥碑上的年号由两位老师认定。</div>', paragraphs=sentence("http://lanque-stone.example/")),
}


@pytest.mark.parametrize("name", ILL)
def test_the_link_goes_and_its_word_stays(name: str) -> None:
    tree, _ = cleansed(ILL[name])
    assert not [a for a in tree.root.iter("a") if ".example" in (a.get("href") or "") or ".bid" in (a.get("href") or "")]
    assert any(told in read(tree) for told in ("青石都从桥北的老料场运来", "stones all came from the old yard"))


@pytest.mark.parametrize("name", SOUND)
def test_an_honest_link_stays(name: str) -> None:
    tree, _ = cleansed(SOUND[name])
    source = SOUND[name]
    assert sum(".example" in (a.get("href") or "") for a in tree.root.iter("a")) == source.count(".example")
