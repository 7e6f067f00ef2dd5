"""What strangers put into pages goes by place, form and address alone, and the page's own stays. All synthetic."""

import pytest

from qnews_scraper import restore
from qnews_scraper.trust import Trust

from .pages import PARAGRAPHS, TITLE, page
from .strangers import ARTICLE, ENGLISH, ILL, JA_ARTICLE, JUNK, SOUND, STONE, links
from .test_illnesses import URL, cleansed, read


@pytest.mark.parametrize("name", ILL)
def test_the_payload_goes_and_the_article_stays(name: str) -> None:
    source, payload = ILL[name]
    tree = restore(source, url=URL).tree
    assert tree is not None
    text = read(tree)
    assert [word for word in payload if word in text] == []
    assert [p for p in PARAGRAPHS if p not in text] == []
    assert not [v for e in tree.root.iter("option", "textarea") for v in (e.text or "",) if any(word in v for word in payload)]


@pytest.mark.parametrize("name", SOUND)
def test_sound_pages_that_come_near_stay_whole(name: str) -> None:
    source, kept = SOUND[name]
    tree, removals = cleansed(source)
    assert [r for r in removals if r.trust is not Trust.SUSPECT] == []
    text = read(tree) + "".join(tree.root.itertext())
    assert kept in text
    assert [p for p in PARAGRAPHS if p in source and p not in text] == []


def test_a_partner_that_an_unseen_menu_links_too_keeps_its_link_in_a_sentence() -> None:
    menu = f'<div class="pop" style="display:none"><a href="/a">站内</a> <a href="{STONE}">青溪石材</a></div>'
    tree, _ = cleansed(page(menu, paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", f'<a href="{STONE}">周立新</a>'))))
    assert [a.text for a in tree.root.iter("a") if a.get("href") == STONE] == ["周立新"]


@pytest.mark.parametrize("words", ["路灯", "老石桥的青石"])
def test_the_pages_own_words_in_junk_tags_stay(words: str) -> None:
    tree, _ = cleansed(page(f'<p>老桥两侧&lt;small id="zkvpa"&gt;&lt;samp id="zkvpa"&gt;&lt;kbd id="zkvpa"&gt;{words}&lt;/kbd&gt;&lt;/samp&gt;&lt;/small&gt;昨晚亮了，也有人来散步。</p>'))
    assert f"老桥两侧{words}昨晚亮了" in read(tree)


def test_an_english_sentence_of_a_casino_goes_and_its_paragraph_stays() -> None:
    own = "Members bring their own chisels, but the stone comes from a local yard."
    source = page(paragraphs=(ENGLISH, own + " Play real money slots at Lanque Casino and get 500 free spins with no deposit.", "The mayor said the bridge would stay closed to cars."))
    read_ = read(cleansed(source)[0])
    assert own in read_
    assert "spins" not in read_


@pytest.mark.parametrize("kept", ["报名费用：免费　联系人：李老师", "想捐石料的居民请联系镇里的QQ：55501733，也可随时到桥头登记。", "活动当天，凡到场者均可免费领取一只灯笼。", "他带你看过的那些灯，后来都灭了。", "“稳赚不赔，带你回血”", "博彩业占澳门财政收入的七成以上，旅游业次之。", "李阿姨说，网上买的减肥药无效退款都是空话。"])
def test_lines_of_the_page_stay_beside_two_blocks_of_strangers(kept: str) -> None:
    strangers = f"<p>百家乐 六合彩 {links(('bjl.top', '真人娱乐'))} 时时彩</p><p>代孕供卵，{links(('www.lanque-dy.example', '试管包成功'))}</p>"
    tree, _ = cleansed(page(f"{strangers}<p>{kept}</p>", paragraphs=ARTICLE))
    assert kept in read(tree)
    assert "百家乐" not in read(tree)


@pytest.mark.parametrize("kept", ["栗を使った団子が人気を集めている。", "桥头的小店门前贴着招代理的红纸，风一吹就卷了起来，过路的孩子伸手去按。"])
def test_a_sentence_of_one_word_stays_where_strangers_are_elsewhere(kept: str) -> None:
    own = JA_ARTICLE if "団子" in kept else (*ARTICLE, kept)
    tree, removals = cleansed(page(bottom='<div class="side"><p>スーパーコピー 激安 <a href="http://kopi8866.top/">百家乐 真人娱乐</a> 時計 偽物</p></div>', paragraphs=own))
    assert removals
    assert kept in read(tree)


@pytest.mark.parametrize("label", ["广告：", "【推广】", "PR："])
def test_a_label_does_not_speak_for_forbidden_trades_or_hosts(label: str) -> None:
    source = page(bottom=f"<div><p>{label}{links(('www.lanque-x.example', '六合彩注册送彩金'))}</p></div><div><p>{label}{links(('bjl8866.top', '百家乐'))}在线试玩，今晚就开</p></div>")
    text = read(cleansed(source)[0])
    assert "彩金" not in text
    assert "bjl8866" not in text


def test_a_sentence_around_a_link_of_strangers_stays_on_a_page_of_few_words() -> None:
    told = "桥头卖山货的摊主也学会了直播，他说卖得最多的是笋干，"
    tree, _ = cleansed(page(f"<p>{told}{links(('www.lanque-hair.example', '蓝鹊壮阳生发液'))}，当天发货，不好吃包退款。</p>"))
    assert told in read(tree)
    assert "生发液" not in read(tree)


def test_a_link_before_the_one_that_shows_its_host_to_be_a_strangers() -> None:
    source = page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", f'<a href="{STONE}/a">周立新</a>'), f'老桥昨晚亮灯，<a href="{STONE}/b" title="蓝鹊雨棚设备" style="color:inherit;text-decoration:none">游人</a>不断，孩子们在桥头放河灯。'))
    tree, _ = cleansed(source)
    assert [a for a in tree.root.iter("a") if "lanque" in (a.get("href") or "")] == []
    assert PARAGRAPHS[3] in read(tree)
    assert "游人不断" in read(tree)


def test_what_is_seen_of_a_class_stays_where_it_is_the_pages_own() -> None:
    own = f"镇里的公告栏写着，{links(('www.qx-gonggao.example', '老桥通行须知'))}全文已经贴出，居民可以随时查看。"
    source = page(f'<span class="xs">蓝鹊轩百倍杠杆零手续</span><p class="xs">{own}</p>', head="<style>p.xs{font-size:12pt}.xs{font-size:.05em}</style>")
    text = read(cleansed(source)[0])
    assert "老桥通行须知" in text
    assert "蓝鹊" not in text


def test_a_menu_without_links_above_the_page_stays() -> None:
    menu = "镇情概况 | 镇里要闻 | 领导讲话 | 代表风采"
    assert menu in read(cleansed(page(top=f"<div>{menu}</div>", title="领导讲话"))[0])


def test_a_row_of_links_to_elsewhere_stays_beside_a_strangers_line() -> None:
    row = '<div><a href="http://www.qx-wanbao.example/2019">二〇一九年</a> <a href="http://www.qx-wanbao.example/2020">二〇二〇年</a></div>'
    tree, _ = cleansed(page(bottom=row + '<p>百家乐 六合彩 <a href="http://bjl.top/">真人娱乐</a> 时时彩</p>'))
    assert "二〇二〇年" in read(tree)
    assert "百家乐" not in read(tree)


def test_the_pages_own_words_in_the_id_of_junk_tags_stay() -> None:
    tree, removals = cleansed(page(bottom=JUNK + '<dfn id="kz3q7v">老桥修缮</dfn>'))
    assert len(removals) == 2
    assert "老桥修缮" in read(tree)[-40:]


def test_a_link_slipped_into_a_sentence_that_speaks_of_a_service_goes_and_the_sentence_stays() -> None:
    sentence = "镇里的匠人说，旧石料由专人上门拆运，{}，并在桥头的棚子里登记。"
    tree, _ = cleansed(page(paragraphs=(*PARAGRAPHS, sentence.format(links(("www.lanque-bet88.top", "注册就送188元彩金"))))))
    text = read(tree)
    assert "镇里的匠人说，旧石料由专人上门拆运" in text
    assert "并在桥头的棚子里登记" in text
    assert "彩金" not in text


def test_one_tale_of_gambling_on_a_page_of_other_news_stays() -> None:
    kept = "上月在渡口被抓的两名男子，因在网上开设博彩平台，首存送红利，骗走村民三十万元，昨天被判了刑。"
    assert kept in read(cleansed(page(paragraphs=(*PARAGRAPHS, kept)))[0])


def test_what_two_findings_take_out_is_taken_out_once() -> None:
    own = "匠人们说，这样石料就不会再松动。"
    source = page(paragraphs=(*PARAGRAPHS, f"昨晚桥头又亮了一排灯。{links(('www.lanque-qp3.example', '青鹞棋牌'))}新用户注册即送十八元，玩得越多送得越多。{own}"))
    text = read(cleansed(source)[0])
    assert own in text
    assert "注册即送" not in text


def test_a_sentence_of_a_game_written_on_to_a_paragraph() -> None:
    own = "周师傅把耳朵贴在桥栏上听，石头哪里空了他都知道。他说敲一下就够，敲多了反而听不准。"
    text = read(cleansed(page(paragraphs=(*PARAGRAPHS, own + "奇迹私服新区今晚八点准时开放，上线即送三级翅膀。")))[0])
    assert own in text
    assert "翅膀" not in text


WAITS = '<div class="{}" style="visibility:hidden"><p>{}</p></div><script>window.addEventListener("scroll",function(){{var q=document.querySelectorAll(".{}");for(var i=0;i<q.length;i++)q[i].style.visibility="visible"}})</script>'


def test_text_that_waits_for_the_reader_to_scroll_on_a_page_about_casinos() -> None:
    waiting = "分析师认为，新葡京、银河娱乐等公司下半年怎样，要看汇率，体彩的销量也会受到影响。"
    own = ("澳门七月博彩毛收入比去年同期少了百分之三，贵宾厅的生意继续走弱。", "中场的百家乐收入略有增长，两家公司的股价昨天收跌。", "有券商维持对博彩板块的评级不变。")
    tree, _ = cleansed(page(WAITS.format("tail-part", waiting, "tail-part"), title="澳门七月博彩毛收入微降", paragraphs=own).replace(f"<h1>{TITLE}</h1>", "<h1>澳门七月博彩毛收入微降</h1>"))
    assert waiting in read(tree)
    tree, _ = cleansed(page(WAITS.format("tail-part", waiting, "tail-part")))
    assert waiting not in read(tree)
