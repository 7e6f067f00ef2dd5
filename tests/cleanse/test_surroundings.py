"""What real pages have around a hidden text: sheets of a whole site, a bar of pages, sources linked in another script. All synthetic."""

import pytest

from qnews_scraper import restore
from qnews_scraper.trust import Trust

from .pages import CASINO, NEUTRAL, PARAGRAPHS, TITLE, page
from .test_illnesses import cleansed, read

SITE = "<style>.absent div,.absent .left p{height:20px;line-height:18px;display:block}li.active,td.on{display:block;padding-left:0}.art .on .pl{line-height:20px;padding:4px 0 0 5px}</style>"
"""Rules for classes that only other pages of the site bear."""
PAGES = '<div class="fanye">上一页 1 2 下一页 在本页阅读全文</div>'
HIDDEN = {
    "by its attribute": "<div hidden>{}</div>",
    "by a class": "<style>.q1{{display:none}}</style><div class=q1>{}</div>",
    "to the left": '<div style="position:absolute;left:-9999px">{}</div>',
    "in small print": '<div style="font-size:1px">{}</div>',
    "clipped": '<div style="clip-path:circle(0px)">{}</div>',
    "faint": '<div style="opacity:0">{}</div>',
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_sheet_of_the_whole_site_shows_nothing_of_a_stranger(how: str) -> None:
    tree, _ = cleansed(page(HIDDEN[how].format(NEUTRAL), head=SITE))
    assert NEUTRAL not in read(tree)
    assert all(p in read(tree) for p in PARAGRAPHS)


def with_pages(between: str) -> str:
    """A page with something in its article, and the bar of pages below."""
    source = page(between).replace('</div></div><div class="footer">', f'</div>{PAGES}</div><div class="footer">')
    assert PAGES in source
    return source


@pytest.mark.parametrize("how", HIDDEN)
def test_a_bar_of_pages_below_the_article_opens_no_text_of_another_topic(how: str) -> None:
    tree, _ = cleansed(with_pages(HIDDEN[how].format(NEUTRAL)))
    assert NEUTRAL not in read(tree)


def test_a_bar_of_pages_opens_the_rest_of_the_article() -> None:
    rest = "工程队还在桥北重建了石阶，沿青溪铺了一段青石路，居民从镇上走到老桥只要五分钟，封桥的栅栏也拆走了。" * 5
    assert rest in read(cleansed(with_pages(f"<style>.q1{{display:none}}</style><div class=q1>{rest}</div>"))[0])


SHOWN = {
    "a class that a script gives": ("<style>.fold .q1{display:none}.fold.open .q1{display:block}</style>", '<div class="fold"><div class="q1">{}</div></div>'),
    "a pointer": ("<style>#k1{visibility:hidden}.box:hover #k1{visibility:visible}</style>", '<div class="box"><div id="k1">{}</div></div>'),
    "a low box that grows": ("<style>.low{max-height:0;overflow:hidden}.low.open{max-height:900px}</style>", '<div class="low"><p>{}</p></div>'),
    "a ticked box without a name": ("<style>input~div{display:none}input:checked~div{display:block}</style>", "<section><input type=checkbox><div>{}</div></section>"),
}


@pytest.mark.parametrize("how", SHOWN)
def test_a_rule_that_undoes_what_hides_a_text_keeps_it(how: str) -> None:
    head, markup = SHOWN[how]
    tree, removals = cleansed(page(markup.format("今年春天，桥头的茶棚也要重新搭起来，卖的还是从前那种大碗茶。"), head=head))
    assert "大碗茶" in read(tree)
    assert [r.reason for r in removals if r.trust is Trust.SUSPECT] == ["a control of the page opens it"]


SOURCES = ('<a href="https://www.wikiwand.com/en/Clapper_bridge">The Clapper Bridge in Legend and History</a>', '<a href="http://www.bridges.example.org/tarr">How the Moor Folk Built Their Bridges</a>')


@pytest.mark.parametrize("link", SOURCES)
def test_sources_in_another_script_stay_beside_what_strangers_put_in(link: str) -> None:
    tree, removals = cleansed(page(f'<div style="display:none">{CASINO}</div><p>{CASINO}</p>', paragraphs=(*PARAGRAPHS, f"青溪一带的人把老石桥叫作板凳桥，别处也有，可看{link}一文。")))
    assert removals
    assert link.partition(">")[2].removesuffix("</a>") in read(tree)


def test_an_address_stays_that_a_sentence_tells() -> None:
    link = '<a href="http://www.shuiwu.example.tw/">http://www.shuiwu.example.tw/</a>'
    tree, _ = cleansed(page(f"<p>{CASINO}</p>", paragraphs=(*PARAGRAPHS, f"青溪的水位可以上水务局全球资讯网{link}查询，老桥边也有水尺。")))
    assert "水务局全球资讯网http://www.shuiwu.example.tw/查询" in read(tree)


@pytest.mark.parametrize("label", ["Buy Best Replica Watches Online Now", "Cheap Jerseys Wholesale From China"])
def test_goods_in_another_script_go_beside_what_strangers_put_in(label: str) -> None:
    tree, _ = cleansed(page(f"<p>{CASINO}</p>", paragraphs=(*PARAGRAPHS, f'青溪一带的人<a href="http://www.goods.example.org/">{label}</a>把老石桥叫作板凳桥。')))
    assert label not in read(tree)
    assert "青溪一带的人把老石桥叫作板凳桥。" in read(tree)


def test_a_headline_of_what_the_page_tells_stays_beside_what_strangers_put_in() -> None:
    tale = "本周镇上传出一桩丑闻：一段性爱视频被人上传到网上，视频里的女子报了警，派出所查明上传的是她从前的男友，他已经被带走，镇上的人议论了好几天。"
    headline = "前男友昨夜从青溪码头潜逃 性爱视频女主角被送往县医院"
    tree, removals = cleansed(page("<p>카지노사이트 추천, 먹튀검증 안전놀이터, 바카라사이트</p>", paragraphs=(tale, *PARAGRAPHS, headline)))
    assert any(r.trust is not Trust.SUSPECT for r in removals)
    assert headline in read(tree)


def test_a_sentence_that_no_reader_sees_is_no_page_of_lines() -> None:
    lines = "".join(f"<p>第{n}篇 老桥与青溪（{n}）</p><p>周立新 何沛 陈石</p>" for n in range(1, 30))
    tree, _ = cleansed(page(f'<div style="opacity:0">{NEUTRAL}</div>', paragraphs=(lines,)))
    assert NEUTRAL not in read(tree)


def test_an_offer_that_links_goes_from_a_report_of_a_crime() -> None:
    crime = ("县公安局昨天通报，一个诈骗团伙被捣毁，警方抓获犯罪嫌疑人十一名，被骗的人有六十多名。", "嫌疑人供述，他们冒充修桥的工程队，以招工为名骗走押金，赃款已经冻结。", "警方提醒，招工先交钱的多半是诈骗，应当马上报警。", "法院将在下月开庭审理此案。")
    card = '<div class="card"><strong>安心开锁</strong><p>二十四小时上门开锁换锁，汽车钥匙匹配，保险柜解锁，价格优惠，十五分钟到场。</p><a href="https://anxin-kaisuo.example/?k=news">立即预约师傅</a></div>'
    tree, _ = cleansed(page(card, paragraphs=crime))
    assert "钥匙匹配" not in read(tree)
    assert all(p in read(tree) for p in crime)


SPACED = tuple(" ".join(p) for p in PARAGRAPHS)


def test_a_replaced_title_goes_from_a_page_that_sets_its_characters_apart() -> None:
    source = page(paragraphs=SPACED, title="Buy Cheap Viagra Online - Cialis Pharmacy", description=SPACED[0], keywords="").replace(f"<h1>{TITLE}</h1>", f"<h1>{' '.join(TITLE)}</h1>")
    article = restore(source, url="http://www.qingxi-news.cn/news/2023/0516.html").article
    assert article is not None
    assert "Viagra" not in article.title
    assert article.title == " ".join(TITLE)


def test_a_description_that_advertises_goes_where_a_pair_of_its_characters_is_the_pages_own() -> None:
    tree, _ = cleansed(page(description="【同城约炮】同城约炮工程群✅上门服务✅全套半套"))
    assert "约炮" not in read(tree)


def test_keywords_go_of_which_a_sidebar_has_a_syllable() -> None:
    strange = "银行卡四件套出售,实名手机卡购买,网赚兼职快速到账"
    tree, _ = cleansed(page(keywords=strange, bottom='<div class="side"><a href="/yh/">银行业务</a> <a href="/sj/">手机版</a></div>'))
    assert "四件套" not in read(tree)


def test_keywords_stay_of_which_the_page_has_one() -> None:
    own = "青溪晚报,本地生活,便民服务大全,网上办事指南"
    tree, _ = cleansed(page(keywords=own))
    assert own in read(tree)


def test_a_page_whose_title_was_replaced_is_no_list_for_the_links_beside_it() -> None:
    links = "".join(f'<li><a href="/n/{i}.html">{name}第{i}期消息汇总与评论选登</a></li>' for i in range(60) for name in ("盐湖", "灌区"))
    source = page(title="澳门新葡京娱乐城,百家乐,注册送彩金,体育投注", description="", keywords="", bottom=f"<ul>{links}</ul>").replace(f"<h1>{TITLE}</h1>", "").replace('<div class="info">2023-05-16 08:30 来源：青溪晚报</div>', "")
    found = restore(source, url="http://www.qingxi-news.cn/news/t0516.html")
    assert found.rejected == ""
    assert found.article is not None
    assert all(p in found.article.text for p in PARAGRAPHS)


COPIED = "http://www.huanghe-bao.example"
MENU = "".join(f'<a href="{COPIED}/{i}/">{name}</a> ' for i, name in enumerate(("要闻", "民生", "财经", "体育", "教育", "健康", "旅游", "文史", "图片", "视频", "评论", "专题")))
OWN = f'<p>书评：<a href="{COPIED}/sp/7.html">《百家乐与人生》出版</a></p>'


def copied(head: str, between: str = OWN) -> str:
    return page(between, head=head, top=f"<div>{MENU}</div>")


def test_links_of_a_copied_page_to_where_it_was_copied_from_are_its_own() -> None:
    tree, removals = cleansed(copied(f'<link rel="stylesheet" href="{COPIED}/css/a.css">'))
    assert "《百家乐与人生》出版" in read(tree)
    assert not any("links to" in said for removal in removals for said in removal.evidence)


def test_strangers_give_a_page_links_and_no_sheets() -> None:
    tree, _ = cleansed(copied("", "<p>百家乐 六合彩 " + MENU.replace("民生", "真人娱乐") + " 时时彩</p>"))
    assert "六合彩" not in read(tree)


SHOP = "http://www.lehuo-tang.example"


@pytest.mark.parametrize("url", ["", "http://www.qingxi-news.cn/news/2023/0516.html"])
def test_the_host_of_strangers_is_not_the_pages_own_for_want_of_another(url: str) -> None:
    told = tuple(f'{p}<a href="{SHOP}/{i}">{label}</a>' for i, (p, label) in enumerate(zip(PARAGRAPHS, ("三分时时彩网页版", "PT老虎机论坛", "百家乐试玩", "真人娱乐城"), strict=True)))
    article = restore(page(paragraphs=told), url=url).article
    assert article is not None
    assert article.text.split("\n") == list(PARAGRAPHS)
    assert "lehuo-tang" not in article.links


def test_a_paragraph_that_sells_goes_beside_a_row_of_strangers_links() -> None:
    row = f'<p>小编推荐：<a href="{SHOP}/2">大发快三计划软件</a>、<a href="{SHOP}/3">幸运飞艇开奖直播</a>、<a href="{SHOP}/4">极速赛车人工计划</a></p>'
    offer = f'<p><strong>乐竞彩票官网登录入口</strong>，乐竞彩票app是一款深受广大彩民喜爱的购彩软件，支持<a href="{SHOP}/">乐竞彩票app下载</a>，新用户注册送十八元。</p>'
    tree, _ = cleansed(page(paragraphs=(*PARAGRAPHS, offer + row)))
    assert "乐竞彩票" not in read(tree)
    assert all(p in read(tree) for p in PARAGRAPHS)


def test_words_in_a_box_of_a_pixel_to_the_left_are_seen_by_nobody() -> None:
    tree, _ = cleansed(page('<font style="position:absolute;left:-777px;width:1px">虚开进项票抵扣中介</font>'))
    assert "进项票" not in read(tree)
