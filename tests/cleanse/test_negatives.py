"""Sound pages that look ill: no sentence goes, nothing a reader sees is taken out. All synthetic."""

import pytest

from qnews_scraper.trust import Trust

from .pages import PARAGRAPHS, TITLE, page
from .test_illnesses import cleansed, read

GAMBLING = (
    "警方昨天通报，河湾镇破获一起跨境网络赌博案，涉案的赌博网站以百家乐、时时彩等名目吸引参赌人员。",
    "据介绍，该博彩网站的服务器设在境外，参赌人员注册后由代理拉入群组，通过体育投注平台下注。",
    "警方提醒，所谓注册送彩金都是骗局，参与网络赌博同样违法，镇上已有多名参赌人员受到处罚。",
    "目前涉嫌开设赌场的十二名嫌疑人已被刑事拘留，案件正在进一步侦办中。",
)
PORN = (
    "市文化执法支队昨天查处一家传播色情视频的网站，关闭成人视频栏目三个，扣押服务器两台。",
    "执法人员说，该网站以免费观看、高清视频为名，发布色情内容，并诱导用户付费下载。",
    "支队负责人表示，传播色情视频牟利涉嫌犯罪，案件已移送公安机关，网站经营者被依法处理。",
)
DRUGS = (
    "药监部门提醒，网上出售的所谓减肥药、壮阳保健品多次检出违禁成分，消费者不要轻信。",
    "检查人员在一家网店查获标称伟哥的药片，经检验含有处方药成分，网店已被责令关闭。",
    "专家表示，处方药必须凭医生处方购买，减肥药更不能代替合理饮食和锻炼。",
)
MORE = "工程队还在桥北重建了石阶，沿青溪铺了一段青石路，居民从镇上走到老桥只要五分钟。"
HANT = ("河灣鎮的老石橋修繕工程昨天提前完工，鎮上居民一早就到橋頭等候通行。", "這座石橋建於清代，橋面青石多處斷裂，去年夏天的洪水又沖壞了北側橋墩。")
JA = ("河湾町の古い石橋の修繕工事が昨日、予定より早く終わりました。町の住民は朝から橋のたもとで開通を待ちました。", "橋は江戸時代に造られ、石の多くが割れていました。町長は歩行者だけが渡れると話しました。")
EN = ("The repair of the old stone bridge in Riverbend was finished yesterday, well ahead of schedule.", "Mayor Jane Hill said that the bridge would be open to walkers only, while cars take the new bridge downstream.")
EN_MORE = "Masons took forty stones from the quarry upriver, and the oldest of them taught two apprentices how to cut a keystone."

NEGATIVES = {
    "gambling case": (page(paragraphs=GAMBLING, title="河湾镇破获跨境网络赌博案_青溪晚报", keywords="网络赌博,百家乐,博彩", description=GAMBLING[0]), GAMBLING),
    "pornography case": (page(paragraphs=PORN, title="执法支队查处传播色情视频网站_青溪晚报", keywords="色情视频,执法", description=PORN[0]), PORN),
    "drug warning": (page(paragraphs=DRUGS, title="药监部门提醒：网售减肥药检出违禁成分", keywords="减肥药,伟哥,药监", description=DRUGS[0]), DRUGS),
    "the rest behind 展开全文": (page(f'<div id="rest" style="display:none"><p>{MORE}</p></div><a class="more" onclick="show()">展开全文</a>'), (MORE,)),
    "the rest closed by a script": (
        page(f'<div id="rest"><p>{MORE}</p></div><script>document.getElementById("rest").style.display="none";function show(){{document.getElementById("rest").style.display="block"}}</script><a onclick="show()">阅读全文</a>'),
        (MORE,),
    ),
    "the rest clipped by height": (page(f'<div style="max-height:0;overflow:hidden" class="fold"><p>{MORE}</p></div><div class="btn">点击展开</div>'), (MORE,)),
    "lazy text, transparent at first": (page(f'<p class="lazy fade-in" style="opacity:0">{MORE}</p>'), (MORE,)),
    "lazy text, hidden at first": (page(f'<div class="lazyload" style="visibility:hidden"><p>{MORE}</p></div>'), (MORE,)),
    "whole body hidden until loaded": (page(head="<style>body{opacity:0}</style>"), ()),
    "whole body hidden against framing": (page(head="<style id='acj'>body{display:none!important}</style><script>if(self===top){document.getElementById('acj').remove()}</script>"), ()),
    "print only": (page(f'<div class="p">{MORE}</div>', head="<style>.p{display:none}@media print{.p{display:block}}</style>"), (MORE,)),
    "hidden in print only": (page(f'<div class="p">{MORE}</div>', head="<style>@media print{.p{display:none}}</style>"), (MORE,)),
    "hidden on phones only": (page(f'<div class="p">{MORE}</div>', head="<style>@media (max-width:600px){.p{display:none}}</style>"), (MORE,)),
    "sponsor line": (page('<p class="sponsor">本文由青溪石材厂赞助播出，石材厂地址在青溪路八号。</p>'), ("本文由青溪石材厂赞助播出",)),
    "friendly links": (page(bottom='<div>友情链接：<a href="http://www.people.com.cn">人民网</a> <a href="http://www.xinhuanet.com">新华网</a> <a href="http://www.cctv.com">央视网</a> <a href="http://www.gmw.cn">光明网</a></div>'), ("人民网", "光明网")),
    "classified ads": (page("".join(f"<p>出租：青溪路{n}号两室一厅，月租八百元，电话5550{n}。</p>" for n in range(10, 18))), ("青溪路10号", "青溪路17号")),
    "site map": (page("<ul>" + "".join(f'<li><a href="/c{n}/">栏目{n}</a></li>' for n in range(40)) + "</ul>"), ("栏目0", "栏目39")),
    "link to a source": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="http://www.hewan.gov.cn/">周立新</a>'))), ("hewan.gov.cn",)),
    "link to another paper": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="http://www.example-daily.com/a/1">周立新</a>'))), ("example-daily.com",)),
    "white text on a dark bar": (page(bottom='<div style="background:#003366;color:#fff">版权声明：本报记者采写的稿件未经许可不得转载。</div>'), ("版权声明",)),
    "white text on an image": (page(bottom='<div style="background:url(a.png);color:#fff">青溪晚报，每天早上六点出版。</div>'), ("每天早上六点",)),
    "white text on a gradient": (page(bottom='<div style="background-image:linear-gradient(red,blue);color:#fff">青溪晚报，每天早上六点出版。</div>'), ("每天早上六点",)),
    "small print": (page(bottom='<div style="font-size:9px;color:#999">备案号：青溪网备第12345号，举报电话12377。</div>'), ("青溪网备",)),
    "blanks killed by size zero": (page(bottom='<ul style="font-size:0"><li style="font-size:14px;display:inline-block">早报</li> <li style="font-size:14px;display:inline-block">晚报</li></ul>'), ("早报", "晚报")),
    "centred by a negative margin": (page(bottom='<div style="position:absolute;left:50%;margin-left:-480px">青溪晚报社地址：青溪路一号。</div>'), ("青溪路一号",)),
    "first line indented": (page('<p style="text-indent:2em">' + MORE + "</p>"), (MORE,)),
    "a hanging indent": (page('<p style="text-indent:-2em;padding-left:2em">' + MORE + "</p>"), (MORE,)),
    "video box of no height": (page(f'<div style="height:0;padding-bottom:56%;overflow:hidden;position:relative"><div style="position:absolute">{MORE}</div></div>'), (MORE,)),
    "overridden by a later rule": (page(f'<p class="a">{MORE}</p>', head="<style>.a{display:none}.a{display:block}</style>"), (MORE,)),
    "overridden by weight": (page(f'<p id="w" class="a">{MORE}</p>', head="<style>#w{display:block}.a{display:none}</style>"), (MORE,)),
    "overridden by important": (page(f'<p class="a" style="display:none">{MORE}</p>', head="<style>.a{display:block!important}</style>"), (MORE,)),
    "only when hovered": (page(f'<p class="a">{MORE}</p>', head="<style>.a:hover{opacity:0}</style>"), (MORE,)),
    "a pseudo-element": (page(f'<p class="a">{MORE}</p>', head="<style>.a::before{display:none;content:'x'}</style>"), (MORE,)),
    "an unknown pseudo-class": (page(f'<p class="a">{MORE}</p>', head="<style>.a:foo-bar{display:none}</style>"), (MORE,)),
    "an invalid value": (page(f'<p class="a">{MORE}</p>', head="<style>.a{display:block;display:nonsense;visibility:hide}</style>"), (MORE,)),
    "keyframes": (page(f'<p class="a">{MORE}</p>', head="<style>@keyframes x{from{opacity:0}to{opacity:1}}.a{animation:x 1s}</style>"), (MORE,)),
    "visible inside a hidden part": (page(f'<div style="visibility:hidden"><p style="visibility:visible">{MORE}</p></div>'), (MORE,)),
    "title of another order": (page(title="青溪晚报 - 新闻 - " + TITLE), ("青溪晚报 - 新闻",)),
    "title with a list of sections": (page(title=TITLE + ",河湾镇,老桥,青溪晚报"), (TITLE,)),
    "canonical at the own site": (page(head='<link rel="canonical" href="https://m.qingxi-news.cn/news/1.html">'), ("m.qingxi-news.cn",)),
    "canonical at the other suffix": (page(head='<link rel="canonical" href="https://www.qingxi-news.com.cn/news/1.html">'), ("qingxi-news.com.cn",)),
    "title in codes, but its own": (page(title="".join(f"&#{ord(c)};" for c in TITLE)), (TITLE,)),
    "a stray end in mid-article": (page("</div></body></html>"), ()),
    "code in an article": (page("<pre>&lt;div id=\"main\"&gt;&lt;p id=\"a\"&gt;&lt;/p&gt;&lt;/div&gt;</pre>"), ('<div id="main">',)),
    "custom elements": (page("<news-card><my-text>" + MORE + "</my-text></news-card>"), (MORE,)),
    "Japanese quoted": (page("<p>石桥上还刻着一行日文：この橋を渡る人に幸いあれ，据说是当年一位日本工匠留下的，石桥修缮时特意保留。</p>"), ("この橋を渡る人",)),
    "English abstract": (page("<p>Abstract: The repair of the old stone bridge in Hewan was finished ahead of schedule.</p>"), ("finished ahead of schedule",)),
    "Traditional page": (page(paragraphs=HANT, title="河灣鎮老橋修繕工程提前完工", keywords="河灣鎮", description=HANT[0]), HANT),
    "Japanese page": (page(paragraphs=JA, title="河湾町の石橋、修繕工事が終わる", keywords="石橋", description=JA[0]), JA),
    "English page": (page(paragraphs=EN, title="Old bridge in Riverbend reopens", keywords="bridge", description=EN[0]), EN),
    "English news in whose heading the goods stand": (
        page(paragraphs=(EN[0] + " Crates of fake Viagra and Cialis tablets were found under its northern arch.", EN[1], EN_MORE), title="Fake Viagra found under the Riverbend bridge", description=EN[0]).replace(TITLE, "Fake Viagra found under the Riverbend bridge"),
        ("Crates of fake Viagra and Cialis tablets were found under its northern arch.",),
    ),
    "a reader's letter in English": (
        page(paragraphs=("Sir, I get twenty messages a week that offer replica watches, cheap Viagra and casino bonuses. " + EN[0], EN[1], EN_MORE), title="Letters from Riverbend", description=EN[0]).replace(TITLE, "Letters from Riverbend"),
        ("I get twenty messages a week that offer replica watches",),
    ),
    "English news whose heading speaks of it in other words": (
        page(paragraphs=(EN[0] + " Those who are curious may look at the slot machines and the roulette wheel for nothing.", EN[1], EN_MORE), title="Beyond the baccarat tables of Riverbend", description=EN[0]).replace(TITLE, "Beyond the baccarat tables of Riverbend"),
        ("Those who are curious may look at the slot machines and the roulette wheel for nothing.",),
    ),
    "English paragraphs that open by a class which a script puts to a box around them": (
        page(
            '<button id="rm">Continue</button><div class="fold"><p>' + EN_MORE + "</p></div>"
            '<script>document.getElementById("rm").onclick=function(){document.querySelector("body").classList.add("open")}</script>',
            head="<style>body .fold{height:0;overflow:hidden}body.open .fold{height:auto}</style>", paragraphs=EN, title="Old bridge in Riverbend reopens", keywords="bridge", description=EN[0],
        ),
        (*EN, EN_MORE),
    ),
    "what gamblers were told, quoted amid an account of the case": (
        page(paragraphs=(*GAMBLING, "“他们先用注册送彩金、首存送一半的广告拉人进群，再由老师带着下注。”民警孟林说，参赌人员起初都能提现，投入大了后台就会改赔率。"), title="河湾镇破获跨境网络赌博案_青溪晚报", keywords="网络赌博,百家乐,博彩", description=GAMBLING[0]),
        ("再由老师带着下注。”民警孟林说",),
    ),
    "a sentence of a bank beside an offer": (
        page('<p>ｗｗｗ．ｂｇ６６．ｃｃ ⓨⓒ③⑥⑤ 棋🔥牌🔥游🔥戏 上分找客服</p><p>镇上的信用社也来帮忙，已受理商户的小额贷款申请五十七笔，金额四百六十万元。</p>'),
        ("小额贷款申请五十七笔",),
    ),
    "what spammers write, set off on a page about planted links": (
        page(paragraphs=(*PARAGRAPHS, "镇上的网站上周被篡改，源代码里多了一段暗链，百度快照里是这样的：</p><blockquote>六合彩特码、百家乐技巧、壮阳药、私家侦探、代开发票、窃听器、办证刻章……</blockquote><p>网管说，这叫黑帽手法，把暗链删掉以后，搜索引擎过几天才会更新。")),
        ("私家侦探、代开发票",),
    ),
    "an answer in the words of its question": (
        page("<details><summary>问：修桥的贷款怎么申请？</summary><p>答：石匠可以到镇上的银行申请贷款，三个工作日内办完。</p></details>"),
        ("申请贷款，三个工作日",),
    ),
    "one answer that opens": (page("<details><summary>问：老桥什么时候通行？</summary><p>答：老桥下周一起恢复通行，行人和自行车可以走，汽车要绕行下游的新桥。</p></details>"), ("汽车要绕行",)),
    "an app that a framework uncloaks, on what advertisers sell": (
        page().replace("<body>", '<body><div id="app" v-cloak>').replace("</body>", '</div><script src="/js/vue.min.js"></script><script>new Vue({el:"#app"});</script></body>').replace("<head>", "<head><style>[v-cloak]{display:none}</style>").replace("提前完工，镇上", "提前完工，群里有人荐股，镇上"),
        ("群里有人荐股",),
    ),
    "the rest of a text below a blur": (page(f'<div class="teaser-cut" style="max-height:260px;overflow:hidden;filter:blur(3px)"><p>{MORE}</p><p>{EN_MORE}</p></div><div class="gate"><button>继续阅读全文</button></div>'), (MORE,)),
    "two links to a cheap host in the page's own words, beside junk tags": (
        page('<acronym id="kz3q7v"></acronym><big id="kz3q7v"></big><center id="kz3q7v"></center>' + '<p>老桥的<a href="https://hewan-bridge.club/a">修缮工程</a>由镇政府主持，断裂的<a href="https://hewan-bridge.club/b">青石</a>按旧法拼接。</p>'),
        ("由镇政府主持，断裂的", "按旧法拼接"),
    ),
    "analytics in noscript": (page('<noscript><img src="http://stat.example.com/x.gif"></noscript>'), ()),
    "ordinary select": (page("<select><option>全部</option><option>新闻</option><option>体育</option></select>"), ()),
    "open details": (page(f"<details open><summary>更多</summary><p>{MORE}</p></details>"), (MORE,)),
    "contact text field": (page('<form><input type="text" value="请输入您要查找的新闻标题关键字"></form>'), ()),
    "dump of a sound page": (TITLE + "\n\n2023-05-16 08:30\n\n" + "\n".join(PARAGRAPHS), PARAGRAPHS),
    "dump with tags in text": (TITLE + "\n\n" + "\n".join(PARAGRAPHS) + "\n他说网页里写着 <b>老桥</b> 两个字。", ("<b>老桥</b>",)),
    "breadcrumb first": (page(top='<div>您的位置：<a href="/">首页</a> &gt; <a href="/n/">新闻</a> &gt; <a href="/n/l/">本地</a> &gt; 正文</div>'), ("您的位置",)),
    "tag line first": (page(top="<div>真实、及时、权威、亲民</div>"), ("真实、及时",)),
    "text after the end is the article": (page(after=f"<p>{MORE}</p>"), (MORE,)),
    "a warning before the doctype": (page(before="<br>\n<b>Warning</b>: include failed in index.php on line 3<br>"), ()),
    "many ids": (page("".join(f'<span id="a{n}b"></span>' for n in range(30))), ()),
    "the same empty class": (page('<i class="icon"></i><b class="icon"></b><span class="icon"></span>' * 4), ()),
}  # fmt: skip


@pytest.mark.parametrize("name", NEGATIVES)
def test_nothing_a_reader_wants_goes(name: str) -> None:
    source, kept = NEGATIVES[name]
    tree, removals = cleansed(source)
    text = read(tree)
    assert [k for k in kept if k not in text] == []
    if kept is PARAGRAPHS or PARAGRAPHS[0] in source:
        paragraphs = [p for p in PARAGRAPHS if p in source]
        assert [p for p in paragraphs if p not in text] == []
    assert [r for r in removals if r.trust is not Trust.SUSPECT and any(k in r.markup for k in kept)] == []
    assert not any(r.kind.startswith("hijacked") and r.trust is not Trust.SUSPECT for r in removals)


ACCOUNT = '<html><head><title></title></head><body><h1>{title}</h1><span>溪上食事</span><div id="js_content" style="visibility: hidden; opacity: 0; ">{body}</div><div>写留言</div></body></html>'
"""A page of an account as WeChat serves it: a script of its own shows the text."""


@pytest.mark.parametrize(
    ("lines", "is_kept"),
    [
        ((*PARAGRAPHS, MORE, MORE.replace("石阶", "护栏"), "商务合作请加微信：xssh2020"), True),
        ((*PARAGRAPHS[:2], "棋牌娱乐送彩金，加微信：qp88888", "代开发票，加微信：fp66666"), False),
        (("棋牌娱乐天天送彩金，注册就送八十八元，加微信领取。", "真人百家乐在线投注，返水日结，提款秒到账。", "时时彩计划群免费加入，加QQ：80808080。"), False),
    ],
    ids=["an account's own offer below its text", "as many offers as sentences", "offers alone"],
)
def test_a_text_that_a_script_shows_may_end_in_an_offer(lines: tuple[str, ...], is_kept: bool) -> None:
    tree, _ = cleansed(ACCOUNT.format(title=TITLE, body="".join(f"<p>{line}</p>" for line in lines)))
    assert [line in read(tree) for line in lines] == [is_kept] * len(lines)
