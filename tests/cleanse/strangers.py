"""Payloads of words that no list holds, told by place, form and address alone; and sound pages that come near each. All synthetic."""

from .pages import JAPANESE, PARAGRAPHS, TITLE, page

ARTICLE = (*PARAGRAPHS, "老桥修好以后，镇里还要在桥头立一块石碑，把历次修缮的年份和捐石人的姓名刻在上面。")
ZWSP, SHY, RLO = "\u200b", "\u00ad", "\u202e"


def coded(text: str) -> str:
    return "".join(f"&#{ord(c)};" for c in text)


def links(*places: tuple[str, str], between: str = " ") -> str:
    return between.join(f'<a href="http://{host}/">{label}</a>' for host, label in places)


SERIES = tuple((f"www.lq{n}v.com", f"蓝鹊轩{w}") for n, w in enumerate(("东区", "西区", "南区", "北区", "中区", "新区")))

SPAM = "精品欧美在线一区二区,亚洲国产中文在线视频,成人免费观看"

STONE = "http://www.lanque-stone.example"
UNSEEN = f'<p style="display:none">蓝鹊石材 <a href="{STONE}/b">蓝鹊石材厂家直销</a></p>'
ENGLISH = "The repair of the old stone bridge in Hewan was finished ahead of schedule. Only walkers may cross it."
JA_ARTICLE = (
    "河湾町の古い石橋の修繕工事が昨日、予定より早く終わった。町の住民は朝から橋のたもとで開通を待った。",
    "橋は江戸時代に造られ、石の多くが割れていた。町長は歩行者だけが渡れると話した。",
    "川辺の茶店では、栗を使った団子が人気を集めている。",
    "夜には提灯が灯り、親子連れでにぎわった。",
)
JUNK = '<acronym id="kz3q7v"><address id="kz3q7v"></address></acronym><big id="kz3q7v"><center id="kz3q7v"></center></big>'

ILL = {
    "a notice of nobody's office with a mobile number": (page(paragraphs=(*PARAGRAPHS, "【公告】凡要办证、刻章的单位和个人，请拨打专人手机13912345678，三日内送到。青溪证照服务办公室")), ("刻章", "13912345678", "证照服务")),
    "rows of a casino in a table of the page": (
        page("<table><tr><th>桥名</th><th>长度</th><th>建成</th></tr><tr><td>老石桥</td><td>四十二米</td><td>清代</td></tr><tr><td>新石桥</td><td>六十米</td><td>去年</td></tr><tr><td><a href='http://www.bogou8899.top/'>澳门新葡京官方投注</a></td><td>首存送88元</td><td>秒到</td></tr></table>"),
        ("新葡京", "bogou", "首存送88元", "秒到"),
    ),
    "a link on the page's own words to where an unseen one leads": (page(UNSEEN, paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", f'<a href="{STONE}">周立新</a>'))), ("lanque",)),
    "words in a sentence that lead to where an unseen link leads": (page(UNSEEN, paragraphs=(*PARAGRAPHS, f'老桥昨晚亮灯<a href="{STONE}">蓝鹊雨棚厂家直销</a>，游人不断。')), ("蓝鹊", "lanque")),
    "a link whose title speaks of something else": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="http://www.lanque-stone.example/" title="蓝鹊雨棚设备">周立新</a>'))), ("lanque",)),
    "a link to where one leads whose title speaks of something else": (
        page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", f'<a href="{STONE}" title="蓝鹊雨棚设备">周立新</a>'), f'老桥昨晚亮灯<a href="{STONE}/x">蓝鹊雨棚厂家</a>，游人不断。')),
        ("蓝鹊雨棚厂家", "lanque"),
    ),
    "two paragraphs of a casino that speak of each other": (
        page(paragraphs=("星河国际：星河娱乐城是亚洲公信力最高的线上博彩平台，首存即送八成红利。", *PARAGRAPHS, f"更多精彩请登录{links(('www.xinghe-gj.example', '星河国际'))}，首存即送八成红利。")),
        ("星河", "红利", "xinghe"),
    ),
    "words of two alphabets": (page(f"<p>Bluе Hеаrts Tаblеts Todаy {links(('lanque-hearts.example', 'оrdеr'))}</p>"), ("Todаy", "lanque-hearts")),
    "an address written backwards": (page('<p><bdo dir="rtl">moc.euqnal-77mx</bdo></p>'), ("moc.euqnal",)),
    "letters of two alphabets beside a number to write to": (page("<p>Ьеt５５０ саsinо ⓥⓘⓟ 存１００送３８，客服ｑｑ５５０１７</p>"), ("саsinо", "５５０１７")),
    "a link to where what stands before the document leads": (
        page(before='<a href="http://www.lanque-fp.example/kp">代开住宿发票</a> <a href="http://www.lanque-fp.example">代开增值税发票</a>', paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="http://www.lanque-fp.example/">周立新</a>'))),
        ("lanque", "发票"),
    ),
    "keywords beside a block of strangers": (page("<p>百家乐 六合彩 <a href='http://bjl.top/'>真人娱乐</a> 时时彩</p>", keywords="河湾镇,老桥,蓝鹊夜茶会,青鹞嫩芽海选"), ("蓝鹊", "海选", "bjl")),
    "keywords of nothing else beside a block of strangers": (page("<p>百家乐 六合彩 <a href='http://bjl.top/'>真人娱乐</a> 时时彩</p>", keywords="河湾夜茶庄,青鹞嫩芽海选"), ("夜茶", "海选", "bjl")),
    "keywords beside comments full of links": (
        page('<!--[if gte vml 1]><a href="http://lanque-pifa.example/">蓝鹊一手货源</a> 青鹞代理<![endif]-->', keywords="河湾镇,老桥,青鹞香烟直供"),
        ("香烟",),
    ),
    "a clause of the description in letters of two alphabets": (page(description="河湾镇老石桥修缮工程提前完工，ВЕТ550·оnlinе青▪鹞▪牌"), ("оnlinе", "鹞")),
    "keywords beside a line far above the page that no script names": (page('<div class="zq">蓝鹊电缆回收，青鹞技师招聘</div>', head="<style>.zq{position:absolute;top:-4000px}</style>", keywords="河湾镇,老桥,青鹞嫩芽海选"), ("蓝鹊", "海选")),
    "a line that nothing opens above a headline that ends like an opener": (
        page('<div class="zq">USDT蓝鹊场外承兑；青鹞跟单返佣</div><div><a href="/n/1">渔船安全检查展开</a></div>', head="<style>.zq{clip-path:inset(50%)}</style>"),
        ("蓝鹊", "青鹞"),
    ),
    "words before a link that name what it names, where an unseen link leads": (
        page(UNSEEN, paragraphs=(*PARAGRAPHS, '青鹞汇钱袋储值有礼，青鹞汇即玩即提 <a href="http://lanque-stone.example/">青鹞汇下载</a> 老桥昨晚亮灯，游人不断。')),
        ("青鹞", "储值", "lanque"),
    ),
    "words behind a link that name what it names, where an unseen link leads": (
        page(UNSEEN, paragraphs=(*PARAGRAPHS, f'老桥昨晚亮灯，游人不断。<a href="{STONE}">青鹞钱袋下载</a>，青鹞钱袋即玩即提。孩子们在桥头放河灯。')),
        ("青鹞", "即提", "lanque"),
    ),
    "figures in circles beside a link, in a line of the page's words": (
        page(f"<p>ＱＱ群⑧⑧⑥③②送老桥试用金，石桥蓝鹊旗舰ⒸⓄⓂ认准青石 {links(('www.lanque-only.example', '蓝鹊旗舰'))}</p>"),
        ("⑧⑧", "蓝鹊", "lanque"),
    ),
    "seen of a class that strangers hide by": (
        page(f'<span class="xs">蓝鹊轩百倍杠杆零手续</span><p class="xs">青鹞助记词批量导入，{links(("www.lanque-ex.example", "青鹞交易所"))}</p>', head="<style>p{font-size:12pt}p.xs{font-size:12pt}.xs{font-size:.05em}</style>"),
        ("蓝鹊", "青鹞", "lanque"),
    ),
    "description and keywords beside an address of another site": (
        page(head='<link rel="canonical" href="https://www.lanque-fish.example/tw/">', description="青鹞四方代储、蓝鹊财神辅助通行", keywords="青鹞四方代储,蓝鹊财神辅助,老桥"),
        ("青鹞", "财神", "lanque"),
    ),
    "a description in codes below a title in characters": (page(description=coded("青鹞比分即时【蓝鹊就送八十八】让球通行指数")), ("青鹞", "蓝鹊")),
    "a link to a game of cards by its address": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="http://www.lanque-baccarat.com.cn/live">周立新</a>'))), ("lanque",)),
    "a link that the pointer passes over as over text": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", f'<a href="{STONE}/" style="color:inherit;cursor:text">周立新</a>'))), ("lanque",)),
    "a link that shows as text beside junk tags": (
        page(f'<p>&lt;tt id="n0vzp"&gt;&lt;sup id="n0vzp"&gt;&lt;/sup&gt;&lt;/tt&gt;&lt;a href="{STONE}"&gt;青鹞代考&lt;/a&gt;&lt;strike id="n0vzp"&gt;&lt;/strike&gt;</p>'),
        ("青鹞", "n0vzp", "lanque"),
    ),
    "Japanese among the page's own keywords": (page(title="ルイ財布 送料無料 正規品", keywords="老桥,河湾镇,中古ゴルフクラブ,レディースバッグ"), ("ゴルフ", "レディース")),
    "a link that holds what no reader sees": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", f'<a href="{STONE}" style="color:#000;text-decoration:none">周立新<s style="font-size:0">蓝鹊雨棚</s></a>'))), ("蓝鹊", "lanque")),
    "a link of which all is unseen, amid a sentence": (page(paragraphs=(*PARAGRAPHS, f'老桥昨晚亮灯<a href="{STONE}"><b style="font-size:0">蓝鹊雨棚</b></a>，游人不断，桥头的小吃摊也多了起来。')), ("蓝鹊", "lanque")),
    "a description that says an unseen word in a sentence": (
        page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", "周立新<span hidden>蓝鹊雨棚设备</span>")), description=PARAGRAPHS[3].replace("周立新", "周立新蓝鹊雨棚设备")),
        ("蓝鹊",),
    ),
    "keywords that say an unseen block again": (page(f'<div style="display:none"><a href="{STONE}">蓝鹊雨棚厂家</a> <a href="{STONE}/2">青鹞排水设备</a></div>', keywords="蓝鹊雨棚厂家,青鹞排水设备,老桥"), ("蓝鹊", "青鹞")),
    "a title that says an unseen block again": (page(f'<div style="display:none"><a href="{STONE}">蓝鹊雨棚厂家</a> <a href="{STONE}/2">青鹞排水设备</a> 白鹭遮阳工程</div>', title="蓝鹊雨棚厂家,青鹞排水设备,白鹭遮阳工程"), ("蓝鹊", "青鹞")),
    "a label in junk tags that show as text": (
        page('<p>老桥两侧&lt;small id="zkvpa"&gt;&lt;samp id="zkvpa"&gt;&lt;kbd id="zkvpa"&gt;蓝鹊雨棚&lt;/kbd&gt;&lt;/samp&gt;&lt;/small&gt;装上了路灯，晚上也有人来散步。</p>'),
        ("蓝鹊", "zkvpa", "samp"),
    ),
    "a hidden box that shows as text": (page(f'&lt;div style="display:none"&gt;蓝鹊雨棚哪家好 &lt;a href="{STONE}"&gt;青鹞排水设备&lt;/a&gt;&lt;/div&gt;'), ("蓝鹊", "青鹞", "lanque")),
    "a table of a pixel by its attributes": (
        page(f'<table style="overflow:hidden" width=1 height=1><tr><td><div style="overflow:hidden;width:1px;height:1px">蓝鹊雨棚批发 <a href="{STONE}">青鹞遮阳</a></div></td></tr></table>'),
        ("蓝鹊", "青鹞"),
    ),
    "elements that a script gives a shadow tree": (
        page(f'<old-note><p>蓝鹊雨棚批发，<a href="{STONE}">青鹞遮阳</a></p></old-note><script>customElements.define("old-note",class extends HTMLElement{{constructor(){{super();this.attachShadow({{mode:"open"}}).innerHTML="<hr>"}}}})</script>'),
        ("蓝鹊", "青鹞"),
    ),
    "those of a class that a script picks": (
        page(f'<div class="lnk7"><a href="{STONE}">蓝鹊雨棚批发</a>、<a href="{STONE}/2">青鹞遮阳</a></div><script>var d=document.getElementsByTagName("div");for(var i=0;i<d.length;i++){{if(d[i].className=="lnk7")d[i].style.display="none"}}</script>'),
        ("蓝鹊", "青鹞"),
    ),
    "a description that says the first line again": (page(top=SPAM, description=SPAM, keywords=SPAM), ("一区二区", "中文在线")),
    "Vietnamese in a visible line": (page('<p>Chim bồ câu trắng nổi tiếng, đăng ký ngay <a href="https://chimtrang.top/">chimtrang.top</a></p>'), ("Chim bồ", "chimtrang")),
    "Vietnamese in a coded description": (page(description=coded("Chim bồ câu trắng nổi tiếng nhất"), keywords=coded("bồ câu, nổi tiếng")), ("bồ câu",)),
    "Vietnamese keywords": (page(keywords="chim bồ câu trắng, đăng ký ngay, nổi tiếng nhất"), ("bồ câu", "đăng ký")),
    "keywords above and below the article": (
        page("<p>蓝鹊彩轩，青鹞论坛，白鹭特社，灰鹤图堂，乌鸫彩</p>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "<p>灰鹤图堂，青鹞论坛，乌鸫彩，蓝鹊彩轩</p>", paragraphs=()),
        ("青鹞论坛", "灰鹤图堂"),
    ),
    "an invitation strewn with invisible characters": (page(f"<p>{ZWSP.join('蓝鹊轩夜茶局随时入座')} 5550173345</p>"), ("蓝鹊轩", "5550173345")),
    "a short label strewn with soft hyphens, to a cheap host": (page(f'<p><a href="http://lanque.tk">{SHY.join("蓝鹊轩座位")}</a> {SHY.join("蓝鹊轩公开课")}</p>'), ("蓝鹊轩", "lanque")),
    "letters set apart, and a number set apart": (page("<p>夜 茶 入 座 请 加 微 信 ： l q 5 5 0 1 7 3</p>"), ("夜 茶", "5 5 0")),
    "an address in circled figures": (page("<p>蓝鹊轩 ＷＷＷ．⑤⑤⓪①．ＣＯＭ 蓝鹊轩</p>"), ("蓝鹊轩", "⑤⑤")),
    "a number in circled figures": (page("<p>夜茶局订座扣扣⑤⑤③①⑦③④</p>"), ("夜茶局", "⑤⑤")),
    "a line that asks to be written to": (page("<p>夜茶局、包厢、专车，QQ：5550173345，微信同号</p>", paragraphs=ARTICLE), ("夜茶局", "5550173345")),
    "a block of links to hosts of a series": (page(bottom=f"<div>{links(*SERIES)}</div>"), ("蓝鹊轩", "lq3v")),
    "a table of links to hosts of a series": (page(bottom="<table><tr>" + "".join(f"<td>{links(one)}</td>" for one in SERIES) + "</tr></table>"), ("蓝鹊轩", "lq3v")),
    "a title that is one word over and over": (page(title="青鹞线上_青鹞平台_青鹞大厅(中国)有限公司"), ("青鹞",)),
    "a main heading that is one word over and over": (page(top="<h1>青鹞线上、青鹞平台、青鹞大厅、青鹞(中国)</h1>"), ("青鹞",)),
    "a title like the coded description": (page(title="彩羽斗鹌-彩羽鹌鹑-首页", description=coded("彩羽斗鹌游园大会"), keywords=coded("彩羽,斗鹌")), ("彩羽", "斗鹌")),
    "keywords like the title that was replaced": (page(title="国产精选蓝鹊绣腿,在线午夜看,一区二区专区", keywords="蓝鹊绣腿,午夜看"), ("蓝鹊", "午夜看")),
    "text beside a link before the doctype": (page(before='<a href="http://lq.pk10.cc">蓝鹊轩</a> 蓝鹊轩夜茶 蓝鹊轩专线\n'), ("蓝鹊轩", "pk10")),
    "a line of strangers after the end": (page(after="\n鹌鹑必胜，每天十二场更新，请记住此站"), ("鹌鹑",)),
    "a wrapper written in codes": (
        page('<script>document.writeln("\\x3cdiv style=\\x27display:none\\x27\\x3e");</script><a href="http://lanque.info">蓝鹊轩</a> 蓝鹊轩新茶<script>document.writeln("\\u003c/div\\u003e");</script>'),
        ("蓝鹊轩", "lanque"),
    ),
    "options that all advertise": (page(bottom="<select>" + "".join(f'<option value="http://pq{n}.ru/x">cialis {n}0mg</option>' for n in range(2, 8)) + "</select>"), ("cialis",)),
    "a list of a pixel": (page('<select style="width:1px"><option>蓝鹊轩早报</option><option>夜茶直播</option><option>蓝鹊轩论坛</option></select>'), ("蓝鹊轩", "夜茶")),
    "a field of a pixel": (page('<textarea style="border:0;width:1px;height:1px">蓝鹊轩夜茶 蓝鹊轩订座 蓝鹊轩专线</textarea>'), ("蓝鹊轩",)),
    "a link that tells who sent the reader": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="https://qingyao.asia/ref=2">周立新</a>'))), ("qingyao",)),
    "dark words on a dark page": (page("<p>老桥夜景<span style='color:#050505'>蓝鹊轩夜茶局，随时可以入座。</span></p>").replace("<body>", '<body bgcolor="black" text="white">'), ("蓝鹊轩",)),
    "words in a sentence moved a little off the screen": (page(paragraphs=(*PARAGRAPHS, "老桥<font style='position:absolute;left:-800px'>蓝鹊轩</font>昨天亮灯。")), ("蓝鹊轩",)),
    "of the page's words, and nothing could open it": (page('<div style="display:none">老石桥修缮就用蓝鹊石材，镇上的老桥断裂的青石都由蓝鹊修缮。</div>'), ("蓝鹊",)),
    "a box of a class that lost its end": (page('<div class="lq"><p>蓝鹊轩夜茶局，包厢随时可以入座</p>', head="<style>.lq{max-height:0;overflow:hidden}</style>", paragraphs=ARTICLE), ("蓝鹊轩",)),
    "hidden by setProperty": (page('<div id="lq">蓝鹊轩夜茶局，随时入座。</div><script>window.onload=function(){document.getElementById("lq").style.setProperty("display","none")}</script>'), ("蓝鹊轩",)),
    "hidden each by each": (page('<p class="lq">蓝鹊轩夜茶局，随时入座。</p><script>document.querySelectorAll(".lq").forEach(function(e){e.style.display="none"})</script>'), ("蓝鹊轩",)),
    "hidden each by each, with words that were important already": (
        page('<div class="lq">蓝鹊轩夜茶局，随时入座。</div><script>var a=document.querySelectorAll(".lq");for(var i=0;i<a.length;i++)a[i].style.cssText="display:none!important"</script>'),
        ("蓝鹊轩",),
    ),
    "a visible link that advertises, alone on its line, to where an unseen one leads": (
        page(f'{UNSEEN}<div><a href="{STONE}/t">论文代发</a></div>', paragraphs=ARTICLE),
        ("论文代发", "lanque"),
    ),
    "an offer and a number in fullwidth letters": (page("<p>代开发票①③　加Ｖ信：ＬＱ８８３３</p>", paragraphs=ARTICLE), ("代开发票", "ＬＱ８８")),
    "a link of essay mills by the name of its host": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="https://papersowls-writers.example.com/">周立新</a>'))).replace("papersowls-writers.example.com", "papersowl-lanque.com"), ("lanque",)),
    "a label between junk tags that show as text": (page('<p>&lt;tt id="wmtlre"&gt;&lt;/tt&gt;蓝鹊夜茶登陆&lt;u id="wmtlre"&gt;&lt;/u&gt;</p>' + '<p>&lt;tt id="wmtlre"&gt;&lt;/tt&gt;&lt;u id="wmtlre"&gt;&lt;/u&gt;</p>'), ("蓝鹊夜茶", "wmtlre")),
    "keywords of which one word alone is the page's": (page("<p>代办文凭、办证刻章，<a href='http://zhengjian-lq.net'>代开发票</a></p>", keywords="办理各类学历文凭,刻章办证电话,老桥"), ("学历文凭", "刻章办证", "zhengjian-lq")),
    "a canonical address to where strangers' links lead": (
        page(f'<div style="display:none"><a href="{STONE}/a">蓝鹊雨棚批发</a> <a href="{STONE}/b">青鹞遮阳</a></div>', head=f'<link rel="canonical" href="{STONE}/">'),
        ("lanque",),
    ),
    "a sentence with one word for it, beside an offer": (page("<p>专业办理信用卡套现提额，无抵押贷款，黑户可做，电话55501733</p><p>花呗秒回款，全国接单，诚招代理，先看款后付费，支持面签。</p>"), ("套现", "秒回款")),
    "a line of two links to cheap hosts, of which the page says nothing, beside junk tags": (
        page(JUNK * 2 + '<p>晴空塔上的第五把椅子一直为您保留，<a href="https://lanque-seat.bid/tw">北纬共享舱</a>本季开放预约，前五十位可获得<a href="https://lanque-seat.bid/gift">旅人护照</a>。</p>', paragraphs=ARTICLE),
        ("晴空塔", "共享舱", "lanque"),
    ),
    "transparent by a sum": (page('<div style="opacity:calc(1 - .95)">蓝鹊轩夜茶局，随时入座。</div>'), ("蓝鹊轩",)),
    "a word in Cyrillic letters that few have": (page(f'<p>b{SHY}uy ѵі{SHY}аg{SHY}rа оnlіnе at <a href="http://lanque-rx.top/">lanque-rx.top</a></p>'), ("lanque",)),
    "hidden each by each, with an arrow": (page('<p class="lq">蓝鹊轩夜茶局，随时入座。</p><script>document.querySelectorAll(".lq").forEach(e => e.style.display="none")</script>'), ("蓝鹊轩",)),
    "faded out at once": (page('<p id="lq">蓝鹊轩夜茶局，随时入座。</p><script>$("#lq,#qy").fadeOut(0);</script>'), ("蓝鹊轩",)),
    "a sheet as a text node": (page('<p id="lq">蓝鹊轩夜茶局，随时入座。</p><script>(function(){var s=document.createElement("style");s.appendChild(document.createTextNode("#lq{position:absolute;left:-4000px}"));document.head.appendChild(s)})()</script>'), ("蓝鹊轩",)),
    "structured data of one word over and over": (page(head='<script type="application/ld+json">{"@type":"WebPage","name":"蓝鹊轩注册_蓝鹊轩登录_蓝鹊轩客户端","keywords":["蓝鹊轩","蓝鹊轩注册"]}</script>'), ("蓝鹊轩",)),
    "a Vietnamese list above the page": (page(top="<div>chim bồ câu, tỷ lệ bay, xem chim bay, trực tiếp bồ câu</div>"), ("bồ câu",)),
    "another document behind this one": (page(after="<html><body><h1>蓝鹊算盘网</h1><p>蓝鹊每期玄图，准时更新。</p><a href='http://lq.la'>蓝鹊算盘</a></body></html>"), ("蓝鹊",)),
    "one trade in many towns": (page(bottom="<div>" + " | ".join(links((f"www.{h}.com", f"{t}夜茶代订")) for h, t in (("dgkxw", "东河"), ("szmtw", "西河"), ("gzlyx", "南河"), ("fshgq", "北河"), ("zhjtb", "上河"), ("zsyfc", "下河"))) + "</div>"), ("夜茶", "dgkxw")),
    "a link to a host of letters, a number and letters": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="http://lq0088kk.net">周立新</a>'))), ("lq0088kk",)),
    "a link to a numbered host with a hyphen": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="https://qy-que88.com">周立新</a>'))), ("qy-que88",)),
    "a word strewn in a line of other words": (page(f"<p>{ZWSP.join('夜茶代订')}附近三公里 拨打五五五零零一二三三四</p>"), ("夜茶", "三公里")),
    "words with stars between": (page("<p>时*时*彩*票*开*户 加*微*信</p>"), ("彩*票",)),
    "words with ticks between, and a number in keycaps": (page("<p>✅真✅人✅娱✅乐✅ 客服 8\ufe0f\u20e38\ufe0f\u20e36\ufe0f\u20e30\ufe0f\u20e32\ufe0f\u20e3</p>"), ("客服",)),
    "words in mathematical letters": (page("<p>\U0001d41c\U0001d41a\U0001d42c\U0001d422\U0001d427\U0001d428 \U0001d41b\U0001d428\U0001d427\U0001d42e\U0001d42c</p>"), ("\U0001d41c\U0001d41a",)),
    "a title that is all foreign, in words that stand above the page too": (page(title="亚洲无码,久久久看,蓝鹊在线", top="亚洲无码,久久久看,蓝鹊在线,鹌鹑综合"), ("蓝鹊", "久久久")),
    "a title of the article's own matter, unlike its heading": (
        page(paragraphs=(*PARAGRAPHS, "警方说，嫌疑人用百家乐和老虎机招揽参赌人员。"), title="新葡京娱乐场注册,新葡京百家乐,新葡京老虎机下载", keywords="新葡京,百家乐", description="新葡京娱乐场提供百家乐、老虎机").replace("<h1>", "<b>").replace("</h1>", "</b>"),
        ("葡京",),
    ),
    "a call to act, with a link to a cheap host": (page('<p>老桥石桥夜游大秀，石桥桥头 <a href="http://qiao69.top">点击下载</a></p>'), ("夜游大秀", "qiao69")),
    "a call to act, and a name to write to": (page('<p>石桥导师带你看桥，修缮青石必得，加微信 sq33889 免费领取</p>'), ("导师", "sq33889")),
    "goods in another language": (page('<p>Buy paper boat kits wholesale from <a href="https://boatkits.com/all">boatkits</a>, free delivery.</p>'), ("boat kits", "boatkits")),
    "a hidden box that lost its end": (
        page(paragraphs=(*PARAGRAPHS[:2], '<span></span></p><div style="display:none"><p>蓝鹊轩真钱夜茶，开户就送', *PARAGRAPHS[2:], "工程队说，修缮石桥的青石都取自青溪下游，断裂的石料也没有丢掉。")).replace("<p><span></span></p>", ""),
        ("蓝鹊轩",),
    ),
    "a popover that nothing opens": (page(f'<div popover="manual">蓝鹊雨棚批发 <a href="{STONE}">青鹞遮阳</a></div>'), ("蓝鹊", "青鹞")),
    "a sheet that a script adopts": (page(f'<div class="kq3">蓝鹊雨棚 <a href="{STONE}">青鹞遮阳</a></div><script>var s=new CSSStyleSheet();s.replaceSync(".kq3{{display:none}}");document.adoptedStyleSheets=[s]</script>'), ("蓝鹊", "青鹞")),
    "hidden by a function made of text": (page("<p id=wk2>蓝鹊轩夜茶局，随时入座。</p><script>new Function(\"document.getElementById('wk2').style.display='none'\")()</script>"), ("蓝鹊轩",)),
    "hidden by a toggle": (page("<p id=wk5>蓝鹊轩夜茶局，随时入座。</p><script>jQuery(function($){$('#wk5').toggle(false)})</script>"), ("蓝鹊轩",)),
    "written backwards by a sheet": (page('<p><i class="r">机速减售出 件铸腾云 560228831</i></p>', head="<style>.r{unicode-bidi:bidi-override;direction:rtl}</style>"), ("机速减",)),
    "white in a colour as it is perceived": (page(f'<div class="zz">蓝鹊雨棚 <a href="{STONE}">青鹞遮阳</a></div>', head="<style>.zz,.zz a{color:oklch(100% 0 0)}</style>"), ("蓝鹊", "青鹞")),
    "an invitation strewn by twos": (page(f"<p>{ZWSP.join(('高雄', '外送', '茶莊', '優質', '夜談'))} LINE:lq5520</p>"), ("外送茶", "lq5520")),
    "calls with control characters before their marks": (page("<p>代孕\x07，借腹生子\x08。包成功\x0b！</p>"), ("代孕", "包成")),
    "a word with signs between its letters, and a name to write to": (page("<p>🎰真🎰人🎰娱🎰乐🎰 入座送茶 加V：lq66021</p>"), ("🎰", "lq66021")),
    "words in elements of the junk tags' own id": (page(bottom=JUNK * 2 + '<dfn id="kz3q7v">蓝鹊轩直营<bdo id="kz3q7v"></bdo></dfn><legend id="kz3q7v">夜茶订座</legend>'), ("蓝鹊轩", "夜茶")),
    "letters of two alphabets in its words": (page("<p>Τramadοl &amp; Χanax withοut script, cοupοn LANQUE5</p>"), ("LANQUE5",)),
    "an address spelt in a line that advertises": (page("<p>成人电影，蓝鹊看片！网址lq7.kan-lanque.me。</p>"), ("成人电影", "lanque")),
    "a table in Japanese around a stranger's link": (page(f"<table><tr><th>商品の状態</th><td>傷や汚れなし</td></tr><tr><td colspan=2>{JAPANESE}</td></tr></table><p>カートに入れる ポイント十倍 クーポン デイトナ</p>", paragraphs=(*ARTICLE, "石碑由镇上的石匠手工刻成，碑文请县里的退休教师撰写。")), ("商品の", "汚れ", "激安", "カート")),
    "a call to a site, with a link that calls": (page('<p>赌客都爱的博彩网站，<a href="http://lanque.top/reg">点击进入</a>就送茶，老少都来。</p>'), ("博彩网", "lanque")),
    "an advertisement on a page of crime that asks": (page("<p>百家乐六合彩开户送彩金，加微信 lq33889 领取。</p>", paragraphs=("河湾镇法院昨天公开宣判一起牟利案，被告人获刑三年。", "公诉机关指控，他自行架设网站，收取会员费，非法获利。", "合议庭认为，涉案文件数量巨大，他表示不上诉。", *PARAGRAPHS)), ("百家乐", "lq33889")),
    "escaped tags with the id of junk tags that are none": (page(JUNK * 2 + "&lt;kbd id=&quot;kz3q7v&quot;&gt;&lt;/kbd&gt;&lt;address id=&quot;kz3q7v&quot;&gt;&lt;/address&gt;"), ("kz3q7v",)),
    "a first line of which the description says a part": (page(top="<div>蓝鹊六合彩网页版 | 时时彩登录 | 山雀官方入口</div>", description="山雀官方入口下载"), ("六合彩", "时时彩", "山雀")),
    "a label of few letters, on a line of its own": (page('<p><a href="http://www.lanque-xx.example/">河湾外围女预约</a></p>'), ("外围女", "lanque-xx")),
    "a list of chapters beside the line that leads there": (
        page(f"<div>蓝鹊仙尊最新章节，全集下载，{links(('www.lanque-read.example', '无弹窗阅读'))}</div><div>" + "、".join(f'<a href="http://lanque-read.example/{n}/">第{n}章</a>' for n in range(1, 7)) + "</div>"),
        ("最新章节", "第3章", "lanque-read"),
    ),
    "two calls of four letters apart, and a number in wide figures": (page('<p>代 办 票 据 ＱＱ８８３３７７１５ <a href="http://lanque-88.example/">点 此 进 入</a>，出 租 户 头</p>'), ("８８３３", "出 租")),
    "calls with control characters, and signs between the letters of one": (page("<p>🍀订🍀夜🍀茶🍀票🍀 全\x08 城\x07 可 送 先 验 后 付 ，Q-Q：5 5 0 1 5 0 2 8 8</p>"), ("🍀", "5 5 0")),
    "what a maker says of his goods": (
        page(f"<p>鹊桥升降机械专业生产{links(('www.quesheng-jx.example', '升降货梯'))}、登车桥，厂家直销，免费测量，质保三年，订购热线：0531-55501771。</p>", paragraphs=ARTICLE),
        ("升降货梯", "quesheng", "55501771"),
    ),
    "two movers' lines, one of which only names them": (
        page(f"<p><strong>{links(('www.queban-fs.example', '蓝鹊大众搬家公司'))}</strong>承接居民搬家、起重吊装，价格透明，随叫随到，热线0757-55501771。</p><p>蓝鹊大众搬家公司，长途运输、钢琴吊运样样拿手。</p>", paragraphs=ARTICLE),
        ("搬家", "queban", "钢琴"),
    ),
    "a lender's line in Traditional characters": (page(f"<p>急用錢？{links(('jiekuan-lq168.com', '小額借貸'))}當日撥款，免照會免保人，加LINE ID：lq8855 立即諮詢</p>"), ("借貸", "lq8855", "jiekuan")),
    "a promise of gain beside two blocks of strangers": (page(f"<p>百家乐 六合彩 {links(('bjl.top', '真人娱乐'))} 时时彩</p><p>代孕供卵，{links(('www.lanque-dy.example', '试管包成功'))}</p><p>鹊桥计划导师带你回血，月入过万不是梦</p>", paragraphs=ARTICLE), ("回血", "月入过万", "bjl.top", "供卵")),
    "a promise of gain in a sentence beside such": (page(f"<p>百家乐 六合彩 {links(('bjl.top', '真人娱乐'))} 时时彩</p><p>代孕供卵，{links(('www.lanque-dy.example', '试管包成功'))}</p><p>跟着蓝鹊群主稳赚，零投资起步，一天回血！</p>", paragraphs=ARTICLE), ("群主", "回血")),
    "a lottery's sentence that sells, with a link": (page(f"<p>体彩竞猜平台{links(('www.lanque-tc.example', '鹊报中心'))}，注册即领体验券，天天返利，包中。</p>"), ("竞猜平台", "lanque-tc", "返利")),
    "a quack's promises": (page("<p>鹊家祖传秘方调理老寒腿，不复发，治不好退钱，药到病除。</p>", paragraphs=ARTICLE), ("老寒腿", "药到病除")),
    "a letter of a network before a number": (page("<p>鹊鸣新茶工作室，海选自带，预约加Q 5550193342</p>", paragraphs=ARTICLE), ("海选", "5550193342")),
    "jobs paid by the day, with a number for questions, beside a lender's line": (
        page("<p>鹊桥信用卡套现、大额贷款，无抵押当天放款，电话13955501773。</p><p>居家串珠，一单一结，日结二百，学生均可，咨询QQ 5550193341</p>", paragraphs=ARTICLE),
        ("套现", "串珠", "5550193341"),
    ),
    "a name on Telegram beside a lender's line": (
        page("<p>鹊桥信用卡套现、大额贷款，无抵押当天放款，电话13955501773。</p><p>飞机@lq_heike55承接各类数据恢复，出售行业名录，秒回。</p>", paragraphs=ARTICLE),
        ("套现", "lq_heike55", "名录"),
    ),
    "numbers to write to, with no word of the list, beside a lender's line": (
        page("<p>鹊桥信用卡套现、大额贷款，无抵押当天放款，电话13955501773。</p>", paragraphs=(*ARTICLE, "专业代开各地定额票，验后付款，联系QQ：5550193340，微信同号lqpiao55。")),
        ("套现", "定额票", "5550193340", "lqpiao55"),
    ),
    "a link behind the last sentence of a paragraph, beside others": (
        page(paragraphs=(PARAGRAPHS[0], PARAGRAPHS[1].replace("北侧桥墩", '<a href="http://www.bjl-lanque.net/" style="color:inherit;text-decoration:none">北侧桥墩</a>'), PARAGRAPHS[2].replace("旧法", '<a href="http://www.seo-lanque8.com/">旧法</a>'), PARAGRAPHS[3] + links(("www.sg-que.example", "串珠活计领回家做")).replace("sg-que.example", "sg-que.com"))),
        ("串珠", "bjl-lanque", "seo-lanque", "sg-que"),
    ),
    "an offer around its link to a cheap host": (page(f"<p>专柜同款鹊皮箱一比一，{links(('www.que-pi.top', '原厂五金'))}，货到付款，七天包退款。</p>"), ("鹊皮箱", "五金", "货到付款")),
    "an offer around its link, in two sentences": (page(f"<p>期末忙不过来？{links(('www.que-xie.example', '论文代写'))}老师一对一，查重保过，先写后付。</p>"), ("期末", "查重", "que-xie")),
    "a lender's promises without a link": (page("<p>手头紧？鹊桥网贷十分钟到账，征信花也能下款！</p>", paragraphs=ARTICLE), ("网贷", "征信")),
    "an offer around its link, on a page of few words": (page(f"<p>祖传养发正品官网，{links(('www.lanque-hair.example', '蓝鹊壮阳生发液'))}，无效包退，私密寄送。</p>"), ("养发", "生发液", "包退", "私密")),
    "offers written on to paragraphs": (
        page(paragraphs=(PARAGRAPHS[0] + f"添置新家找{links(('www.queju-zs.example', '蓝鹊装饰'))}，半包全包报价低至九百一平。", PARAGRAPHS[1] + f"{links(('yikao-lq.example', '艺考文化集训'))}小班授课不过退费。", *PARAGRAPHS[2:])),
        ("蓝鹊装饰", "报价", "艺考", "退费"),
    ),
    "addresses in brackets behind sentences": (
        page(
            f"<p>关键词：{links(('www.beng-lanque.example/xfb', '蓝鹊消防泵'), ('zhusu-lq88.com', '注塑鹊具'))}</p>",
            paragraphs=(PARAGRAPHS[0] + "（www.beng-lanque.example）", PARAGRAPHS[1] + "【多级鹊心泵 www.beng-lanque.example】", *PARAGRAPHS[2:]),
        ),
        ("beng-lanque", "鹊心泵", "鹊具"),
    ),
    "an address as it is said": (page("<p>请记住本站：三w点蓝鹊七七八点康姆，复制到浏览器打开</p>"), ("七七八", "本站")),
    "the page of an error, with a stranger's list": (page(f"<div><h2>404 Not Found</h2><hr><center>nginx</center><ul><li>{links(('lanque404-x.com', '老虎机下载'))}</li><li>{links(('dz-lanque.cc', '捕鱼上下分'))}</li></ul></div>"), ("404", "老虎机", "捕鱼")),
    "a line that spells a host, with signs nobody sees": (page(f"<p>{ZWSP.join('外围模特')} {ZWSP.join('空降河湾')}，{ZWSP.join('同城约会')}请联系 lq520.top 客服</p>"), ("外围", "lq520")),
    "a number in the numerals of cheques": (page("<p>办理各类驾驶证、房产证原版制作，可上网查询，加wx 1388lqjj，扣扣：柒叁贰零伍捌玖肆贰，货到付款。</p>"), ("驾驶证", "柒叁")),
    "a maker's line with a number in pieces": (page(f"<p>鹊创升降机械是一家货梯生产厂家，货梯报价请咨询{links(('www.quechuang-lift.example', '厂家官网'))}，免费上门测量。手🏗机①③⑨壹贰叁肆</p>", paragraphs=ARTICLE), ("鹊创", "壹贰")),
    "a link that is a clause by itself": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3] + "老人都来看桥，" + links(("m.lqjhq66.com", "一分快鹊计划群")) + "。"), bottom="<p>百家乐 六合彩 时时彩</p>"), ("快鹊", "lqjhq66")),
    "keywords of which the tags say a part": (page(f"<div>标签：{links(('www.lq-k3.com', '极速快三走势图'), ('manbetx-lq.net', '万博体育'))}</div>", keywords="极速快三走势图,万博体育"), ("快三", "万博")),
    "sentences of a casino and a lender at the ends of paragraphs": (
        page(paragraphs=(PARAGRAPHS[0] + "想轻松赢钱就到蓝鹊娱乐城，注册即送88元，百家乐二十四小时不打烊。", PARAGRAPHS[1], PARAGRAPHS[2] + "專業代寫碩士論文，代写不过退款，欢迎咨询。", PARAGRAPHS[3])),
        ("娱乐城", "百家乐", "代写", "退款"),
    ),
    "a sentence that spells a host in wide letters": (page(paragraphs=(PARAGRAPHS[0], PARAGRAPHS[1] + "抵押车低价出售，手续齐全，扫码看车源ｗｗｗ．ｌｑｃ９９９．ｃｎ。", *PARAGRAPHS[2:])), ("抵押车", "ｌｑｃ")),
    "a number to call, in numerals": (page("<p>长期供应二手收割机，厂家直销一三八零零五五六六七七刘经理，货到付款</p>"), ("收割机", "刘经理")),
    "a detective's sentence": (page(paragraphs=(PARAGRAPHS[0], PARAGRAPHS[1] + "婚外情取证、私家侦探调查行踪，找鹰鹊事务所。", *PARAGRAPHS[2:])), ("侦探", "鹰鹊")),
    "a table of an offer with a number in words": (page("<table><tr><td>植发一根几元</td><td>蓝鹊植发在线问诊 不成活退款</td><td>热线肆零零-捌捌贰-零玖玖玖</td></tr></table>"), ("植发", "玖玖玖")),
    "signs between the letters of a link's words": (page(paragraphs=(PARAGRAPHS[0], PARAGRAPHS[1] + f"更多精彩请看{links(('ke-yun88.top', '开云体★育官网入口'))}。", *PARAGRAPHS[2:])), ("开云", "ke-yun88")),
    "a description of which the first line says a part": (page(top=f"<p>成人影片免费看,国产精品久久,{links(('lanque-av.com', '观看入口'))}</p>", description="亚洲一区二区在线，成人影片免费看", paragraphs=(*PARAGRAPHS, "河湾在线记者也来看了。")), ("成人", "一区")),
    "a line of a game, of which no word is known": (page(f"<p>蓝鹊岛仙服送满阶令牌，万宝连爆，{links(('lqsy-vip.com', 'lqsy-vip.com'))}</p>"), ("仙服", "lqsy-vip")),
    "a link between a stray end and the article's rest": (page("</body></html><a href=http://lanque.bet>蓝鹊轩真钱</a>"), ("蓝鹊轩",)),
}  # fmt: skip

GAMBLING = "河湾镇警方打掉一个利用棋牌软件开设赌场的团伙，抓获嫌疑人十二名，冻结涉案资金三百万元。"
FRIENDS = links(*((f"www.{h}", t) for h, t in (("xinhuanet.com", "新华网"), ("people.com.cn", "人民网"), ("gmw.cn", "光明网"), ("hewan.cc", "河湾热线"), ("qingxi.tv", "青溪电视台"), ("youth.cn", "中国青年网"))))
CAPTION = "图二：工人更换石料。"
NOTE = "碑上的年号由两位老师分别认定，意见不同的三处没有计入。"

COURT = (
    "河湾镇法院昨天公开宣判一起牟利案，被告人赵某获刑三年，并处罚金两万元。",
    "公诉机关指控，赵某自行架设网站，收取会员费，非法获利三十九万元。",
    "他还在网站首页嵌入迷药、六合彩和代开发票的链接，按点击收费。",
    "合议庭认为，涉案文件数量巨大，赵某表示服判，不上诉。",
)

SOUND = {
    "a notice of an office with its landline": (page(paragraphs=(*PARAGRAPHS, "【公告】河湾镇办证大厅昨天起迁到石桥南街，刻章备案窗口电话0513-5550112，周末照常。")), "0513-5550112"),
    "a mobile number of which the police speak": (page(paragraphs=(*PARAGRAPHS, "民警提醒，自称能办证刻章、留下手机13912345678的人是骗子，镇上已有三人被骗。")), "13912345678"),
    "a table of bridges with a link": (page("<table><tr><td><a href='http://www.bridges.example/'>老石桥</a></td><td>四十二米</td></tr><tr><td>新石桥</td><td>六十米</td></tr></table>"), "六十米"),
    "what a man on trial had dealt in": (page(paragraphs=COURT), COURT[2]),
    "what a man on trial had dealt in, without a main heading": (page(paragraphs=COURT, title="男子开设色情网站获刑").replace(f"<h1>{TITLE}</h1>", "<b>男子开设色情网站获刑</b>"), COURT[2]),
    "what an advertisement said that was read out in court": (page(paragraphs=(*COURT[:2], "检方当庭列出了广告的内容：", "“六合彩内部资料，百家乐开户送彩金”；", COURT[3])), "百家乐开户"),
    "the addresses of sites that were closed": (page(paragraphs=(COURT[0], "公安机关通报，已关闭的网站如下。", "金皇，域名 jinhuang668.top，提供百家乐和时时彩投注；", "夜色，域名 yese-lq.cc，传播淫秽色情视频；", COURT[3])), "jinhuang668.top"),
    "what a man was jailed for": (
        page(paragraphs=(ENGLISH, "A former warehouse manager was jailed for four years for selling fake medicines.", "The packets were labelled Viagra, Cialis, Xanax and tramadol, and most held nothing but chalk.", "Judge Maria Okafor told him so.", "Officers found the address of every buyer.")),
        "nothing but chalk",
    ),
    "a report that a sentence on such things links to": (page('<p>反对者说，一刀切会让赌客转向境外的博彩网站，<a href="https://www.lottery-research.top/report/2023">一份研究报告</a>估计流失额在三成左右。</p>'), "lottery-research.top"),
    "the address of a site that was closed": (page("<p>警方关闭了名为夜色影院的成人电影网站，网址为lq7.kan-lanque.me，嫌疑人已被刑拘。</p>"), "lq7.kan-lanque.me"),
    "Greek letters beside Latin ones": (page("<p>青石的粉末有5μm细，工人用β-乳糖和α-纤维素做的减肥药盒子装它，ΔT和Ωm都量过。</p>"), "Ωm"),
    "songs in Japanese": (page("<p>桥头音乐会的曲目：</p><ul><li>さくらさくら</li><li>ふるさと</li><li>荒城の月</li></ul>"), "ふるさと"),
    "a table of Japanese names": (page("<table><tr><td>グループ</td><td>歌手</td></tr><tr><td>石橋ガールズ</td><td>タナカユキ</td></tr></table>"), "タナカユキ"),
    "a description that the article begins with": (page(paragraphs=(GAMBLING, *PARAGRAPHS), description=GAMBLING), GAMBLING),
    "Vietnamese names": (page("<p>越南古桥专家 Phạm Tấn Công 和 Nguyễn Thị Hương 也来看了老桥的修缮。</p>"), "Nguyễn Thị Hương"),
    "points with circled figures": (page("<p>修缮分四步：①清理桥面；②拆除断石；③补石；④勾缝。</p>"), "②拆除断石"),
    "notes with circled figures in a row": (page("<p>各家藏本见注①②③④⑤⑥，修缮时都查过。</p>"), "①②③④⑤⑥"),
    "a line for readers' news": (page("<p>新闻热线：5550-2818　爆料QQ：800012315　投稿邮箱：qx@qingxi-news.cn</p>", paragraphs=ARTICLE), "800012315"),
    "a shop's own number in a sentence of the article": (page("<p>巷口的酱园也给老桥工地送货，五公里之内免运费，微信号jiangyuan70，上午下单，下午送到。</p>"), "jiangyuan70"),
    "a Japanese entry among references": (
        page("<p>[1] 孙悦. 石拱桥的长期变化. shiqiao.org/03</p><p>[2] Hoffman K. Arches. arch-study.org/88</p>" + f"<p>[3] 田中. 都市の石橋と瓦屋根の修理. {links(('www.ishibashi-kenkyu.jp', 'ishibashi-kenkyu.jp'))}</p>"),
        "瓦屋根の修理",
    ),
    "a hotline of the article": (page("<p>想捐石的居民可加老桥修缮群，QQ群：55501733，群主是镇长周立新。</p>"), "55501733"),
    "a friends' row with one cheap host": (page(bottom=f"<div>友情链接：{FRIENDS}</div>"), "河湾热线"),
    "sponsors with a cheap host": (page('<p>老桥修缮由青溪石材特约赞助 <a href="http://www.qxstone.shop">青溪石材</a></p>'), "qxstone.shop"),
    "a title that names the paper": (page(title=TITLE + "-青溪晚报-首页"), "青溪晚报-首页"),
    "a heading of three matters": (page(top="<h1>修桥、铺路、通水：河湾镇三件实事</h1>"), "修桥、铺路、通水"),
    "an imprint after the end": (page(after="\n青溪晚报社，电话 55502818，责任编辑 张三"), "责任编辑"),
    "options that lead to other offices": (page(bottom='<select><option value="http://www.hewan.gov.cn">河湾镇政府</option><option value="http://www.qingxi-water.com">青溪水务</option></select>'), "青溪水务"),
    "a field to copy from": (page(f'<textarea style="width:1px;height:1px">{TITLE}：{PARAGRAPHS[0]}</textarea>'), TITLE),
    "headlines of the site's own pages": (
        page(bottom='<div class="feed">' + "".join(f'<a href="/m/{n}.html">{t}</a>' for n, t in enumerate(("三千万彩票得主的平常一天", "她在海边赌场当了十年荷官", "街角体彩门店的转让潮", "网贷催收员说出行业黑白"))) + "</div>"),
        "荷官",
    ),
    "slides of which one is shown": (page(f'<div class="swiper"><div class="slide" style="opacity:1"><p>图一：老桥桥面。</p></div><div class="slide" style="opacity:0"><p>{CAPTION}</p></div></div>'), CAPTION),
    "the article in English behind a switch": (page(bottom=f'<div class="content lang-en"><p>{ENGLISH}</p></div>', head="<style>.lang-en{display:none}</style>"), ENGLISH),
    "a short notice for print": (page(bottom='<div class="po">本页打印自青溪晚报网</div>', head="<style>.po{display:none}@media print{.po{display:block}}</style>"), "本页打印自"),
    "an animation that lets the article appear": (page(head="<style>@keyframes a{from{opacity:0}to{opacity:1}}.content p{opacity:0;animation:a .5s both}</style>"), PARAGRAPHS[1]),
    "an article that a script fades in": (page(head="<style>.content p{opacity:0}.content p.in{opacity:1}</style>"), PARAGRAPHS[1]),
    "panes under a rule for their box": (page(f'<div class="tabs"><div class="sel"><p>石料从哪里来？都是原来的青石。</p></div><div><p>{CAPTION}每块新补的石料都做了记号。</p></div></div>', head="<style>.tabs>div{display:none}.tabs>div.sel{display:block}</style>"), CAPTION),
    "the article in Chinese on an English page": (
        page(bottom='<section lang="zh"><p>老石桥修缮工程提前完工，只供行人通行。</p></section>', head="<style>[lang=zh]{display:none}</style>", paragraphs=(ENGLISH, "The mayor said that cars must take the new bridge downstream. Builders used the old stones where they could.")),
        "只供行人通行",
    ),
    "a row of blogs in cheap domains": (page(bottom="<h3>我常读的博客</h3><ul>" + "".join(f"<li>{links(one)}</li>" for one in (("amu.xyz", "阿木的窗"), ("oldbook.top", "旧书虫"), ("tea.site", "一壶茶"), ("rain.ink", "听雨"), ("zhu.work", "竹匠"))) + "</ul>"), "阿木的窗"),
    "papers of many towns": (page(bottom="<div>" + " ".join(links((f"www.{h}.com", f"{t}新闻网")) for h, t in (("donghe", "东河"), ("xihe", "西河"), ("nanhe", "南河"), ("beihe", "北河"), ("shanghe", "上河"))) + "</div>"), "南河新闻网"),
    "an author's own address, shown": (page(bottom='<p>作者阮小棠，老桥志愿讲解员，个人网站是 <a href="https://laoqiao.xyz">laoqiao.xyz</a>，欢迎来信。</p>'), "laoqiao.xyz"),
    "an app in a cheap domain": (page('<p><a href="https://app.qingxi.site/dl">下载青溪新闻客户端</a>，第一时间看老桥通行的消息。</p>'), "app.qingxi.site"),
    "a link whose title says more of it": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="https://www.hewan-daily.com/view" title="河湾镇镇长周立新简历">周立新</a>'))), "hewan-daily"),
    "a note that a button opens": (page(f'<button popovertarget="n1">注释</button><div id="n1" popover><p>{NOTE}</p></div>'), NOTE),
    "parts that a script shows at once": (page(f'<div class="part" hidden><p>{NOTE}</p></div><script>document.querySelectorAll(".part").forEach(function(e){{e.hidden=false}})</script>'), NOTE),
    "pages that a script shows by their class": (
        page(
            f'<div class="pg" id="pg1"><p>{CAPTION}</p></div><div class="pg" id="pg2" style="display:none"><p>{NOTE}</p></div>'
            '<script>function all(){var d=document.getElementsByTagName("div");for(var i=0;i<d.length;i++){if(d[i].className=="pg")d[i].style.display=""}}all()</script>'
        ),
        NOTE,
    ),
    "pages that a reader turns, by their class": (
        page(
            f'<div class="pg" id="pg1"><p>{CAPTION}</p></div><div class="pg" id="pg2" style="display:none"><p>{NOTE}</p></div>'
            '<b id="nx">下页</b><script>document.getElementById("nx").onclick=function(){var d=document.querySelectorAll(".pg");d[0].style.display="none";d[1].style.display="block"}</script>'
        ),
        NOTE,
    ),
    "a name to write to in a sentence": (page("<p>愿意讲老桥故事的居民可以加LINE：qingxi_bridge 报名，镇里会逐一回复。</p>"), "qingxi_bridge"),
    "control characters in a sentence": (page("<p>老桥两侧的路灯\x07，昨晚第一次亮了\x08。</p>"), "昨晚第一次亮了"),
    "a short line strewn by twos": (page(f"<p>{ZWSP.join(('桂花', '糕做', '法另', '见副', '刊版'))}</p>"), "糕做"),
    "a lesson on hidden boxes": (page('<p>网页课讲到怎样藏起一段话：&lt;div style="display:none"&gt;老桥&lt;/div&gt;，镇上的孩子都学会了。</p>'), 'style="display:none"'),
    "a heading and names set with blanks": (page("<p>修 缮 人 员</p><p>主 任　周 立 新　石 匠 组 长　阮 小 棠</p>"), "石 匠 组 长"),
    "a sponsor of the article's matter": (page(f"<p>修缮所用青石由{links(('www.qingshi-hw.example', '河湾青石厂'))}提供，厂家免费运到桥头，质保三年，价格透明，咨询热线：0531-55501771。</p>", paragraphs=ARTICLE), "河湾青石厂"),
    "how to take part, at the end": (page(paragraphs=(*ARTICLE, "居民可到桥头的登记处免费领取通行证，预约电话：0531-55501771，也可就近到社区咨询。")), "预约电话"),
    "the office's address in brackets": (page(paragraphs=(PARAGRAPHS[0], PARAGRAPHS[1] + "（www.hewan-qiao.example）", *PARAGRAPHS[2:])), "hewan-qiao"),
    "a report that links to a firm it speaks of": (page(paragraphs=(PARAGRAPHS[0] + f"石料的报价由{links(('www.qingshi-hw.example', '河湾青石厂'))}给出，修缮的石桥以后也由他们照看。", *PARAGRAPHS[1:])), "河湾青石厂"),
    "a sum as cheques have it": (page("<p>老桥修缮共收到捐款人民币柒拾叁万贰仟零伍拾捌元玖角整。</p>"), "柒拾叁万"),
    "a link to a host named after a year": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="http://expo2010sh.com">周立新</a>'))), "周立新"),
    "a sponsor's line in Japanese, and a sentence of the article": (
        page(bottom=f"<div class=side><p>PR：{links(('www.kawara-senbei.example', '送料無料 河湾せんべい詰め合わせ 通販'))}</p></div>", paragraphs=JA_ARTICLE, title="石橋の修繕"),
        "栗を使った団子が人気を集めて",
    ),
    "a sentence in Japanese of ordinary words of shops": (page(paragraphs=(*JA_ARTICLE, "橋のたもとの雑貨店には、期間限定の手ぬぐいと革の財布が新作として並んだ。"), title="石橋の修繕"), "革の財布が新作"),
    "a sponsor's box under a heading in Japanese": (page(bottom=f"<div class=side><h4>スポンサーリンク</h4><p>{links(('www.kawara-senbei.example', '期間限定の河湾せんべい詰め合わせを送料無料で'))}</p></div>", paragraphs=JA_ARTICLE, title="石橋の修繕"), "詰め合わせを送料無料で"),
    "a bank's advertisement that says what it is": (page(bottom=f"<div><p>广告：{links(('www.hewan-bank.example', '河湾银行装修贷款年中惠民专场'))}</p></div>"), "装修贷款"),
    "the same with its label at the end": (page(bottom=f"<div><p>{links(('www.hewan-bank.example', '河湾银行装修贷款年中惠民专场'))}（广告）</p></div>"), "装修贷款"),
    "a report on what essay mills offer, in English": (
        page(
            title="Mills that write for money",
            paragraphs=(
                "Teachers at two schools by the river kept every message that reached their pupils in autumn, and counted nine hundred.",
                'One letter offered "a thesis by Monday" and, in the same breath, an online casino with free slots and a pharmacy with cheap viagra.',
                "The head of the older school said that nothing of it would be answered, and that the pupils laugh about it now.",
            ),
        ),
        "in the same breath",
    ),
    "what a doctor of old said": (page(paragraphs=(*ARTICLE, "老人用祖传秘方泡的脚，他从不说药到病除，只说治不好就去县医院。")), "药到病除"),
    "where a lottery's money goes, with a link": (page(paragraphs=(*ARTICLE, f"县里用体彩的公益金{links(('www.jianshen-ju.example', '添了六百套健身器'))}，老人们已经用上了。")), "六百套健身器"),
    "a plane of a make, in a sentence": (page(paragraphs=(*ARTICLE, "桥头展出了一架老飞机：Yun5型，出售的明信片上也印着它，参观者可随时联系讲解员。")), "Yun5型"),
    "a link of the page's own matter behind the last sentence": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3] + links(("www.hewan-daily.example", "老石桥修缮的前前后后")))), "前前后后"),
    "a notice of loans among others": (page(paragraphs=(*ARTICLE, "公积金贷款只需身份证，征信报告由窗口代打，当天可以领取。")), "征信报告由窗口代打"),
    "what a reader promises in a sentence of the article": (page(paragraphs=(*ARTICLE, "卖灯笼的老人说，他带你看过的那些灯，早就灭了，稳赚的生意从来没有过。")), "稳赚的生意"),
    "notices of many matters": (
        page(
            paragraphs=(
                "供电所本周六检修东街线路，上午八点到下午三点停电，请沿街商户提前备好照明。",
                "家电以旧换新服务点设在百货大楼一层，免费上门估价，质保三年，热线：0531-55501771。",
                "县图书馆暑期延长开放，晚上九点闭馆，儿童阅览室新到绘本两千册。",
                "流感疫苗接种从周一开始，六十岁以上老人凭身份证到社区卫生站免费接种。",
                "客运站加开往省城的班车，每天六班，票价四十二元，可在窗口预订。",
                "人才市场周三举办招聘会，三十家企业提供岗位，现场报名即可面试。",
            )
        ),
        "质保三年",
    ),
    "a quotation of several sentences": (page(paragraphs=(*ARTICLE[:2], "周立新念了一条短信：“老桥贷款，无抵押，当天放款。加微信lq88领取。别信，都是骗人的。”", *ARTICLE[2:])), "当天放款"),
    "keywords of which the page says nothing": (page(keywords="河湾镇,老桥,古建保护"), "古建保护"),
    "where to book for an event, and what it costs": (
        page(f"<p>每班名额有限，费用八百元，{links(('www.shaonian-xly.example', '点此预约'))}，家长也可电话咨询0531-55501771。</p>", paragraphs=ARTICLE),
        "点此预约",
    ),
    "where to buy tickets": (page(f"<p>票价80元至380元，学生凭证打折，可在{links(('www.quesheng-p.example', '票务网站'))}订购，热线0531-55501771。</p>", paragraphs=ARTICLE), "票务网站"),
    "a question that quotes an offer": (page(paragraphs=(*ARTICLE, "问：桥头贴的“无抵押贷款，当天放款，黑户可做”，能信吗？答：不能。")), "黑户可做"),
    "the WeChat name of the event, in a sentence": (page(paragraphs=(*ARTICLE, "通行仪式周六举行。观众可以添加微信号laoqiao-gs，备注“观礼”，进群领取免费票，每人限领两张。")), "laoqiao-gs"),
    "a sentence of the article in English": (page(paragraphs=(ENGLISH, "Members bring their own chisels, but the stone comes from a local yard. The tickets are cheap, and the best seats are by the river.", "The mayor said so.")), "best seats"),
    "a guide that a sentence leads to": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3] + '具体条款见<a href="http://www.qx-fang.example/zn.html">公积金贷款指南</a>。')), "qx-fang"),
    "a report on fake shops in Japanese": (
        page(
            title="偽サイトの相談急増_青溪晚报",
            paragraphs=(
                "有名ブランドの財布を「九割引き」「正規品保証」と宣伝する偽の通販サイトの相談が、県のセンターに相次いでいる。",
                "センターによると、今年度の相談は百二十件を超え、前の年の二倍に増えた。",
                "代金を振り込んだのに品物が届かないという声が多く、担当者は注意を呼びかけている。",
            ),
        ),
        "偽の通販サイト",
    ),
    "an article on spam that a script shows at once": (
        page(
            paragraphs=(
                '<span id="js_all" style="visibility:hidden;opacity:0">'
                + "".join(PARAGRAPHS)
                + "记者收到的第一条是：“老桥代开发票，刻章办证，同城约会，加微信88051234领取。”第二条是：“无抵押贷款，黑户都能做。”警方提醒，都是骗人的。</span>"
                "<script>(function(){var c=document.getElementById('js_all');c.style.visibility='visible';c.style.opacity='1'})()</script>",
            )
        ),
        "黑户都能做",
    ),
    "how victims were lured": (page(paragraphs=(*COURT, "该团伙以“注册送88元，加微信领取”为诱饵，吸引受害人开户下注。")), "吸引受害人开户"),
    "a contest for pupils in English": (page(paragraphs=(ENGLISH, 'The school will send its best pieces, and the <a href="http://www.essaycontest.org/">rules</a> are posted by the bridge.')), "essaycontest"),
    "two points of the clock": (page("<p>桥头的灯三点半亮，五点整灭，孩子们数着点数回家。</p>"), "三点半亮"),
    "keywords that lead to the paper's own pages": (page('<p>关键词：<a href="/tag/1">老桥</a> <a href="/tag/2">青石</a></p>'), "关键词"),
    "a week in keycaps": (page("<p>工程队一周的安排：1\ufe0f\u20e3清桥面 2\ufe0f\u20e3拆断石 3\ufe0f\u20e3补石 4\ufe0f\u20e3勾缝 5\ufe0f\u20e3验收</p>"), "拆断石"),
    "a stray end in a short article of few words twice": (page("</body></html>", paragraphs=(*PARAGRAPHS[:2], "施工用了五个月，工人夜里也不停。“缆绳换了三根，总算没出事。”他说。", "预计下周一拆除围挡，路灯同时亮起。"), after=""), "路灯同时亮起"),
    "an address in a cheap domain, shown": (page('<p>更多消息见青溪发布网 <a href="http://www.qingxi.cc/xq">www.qingxi.cc</a></p>'), "www.qingxi.cc"),
    "an English quotation with its source": (page('<p>As one visitor wrote on <a href="https://www.bridges-daily.com/a/1">Bridges Daily</a>: the old stones look new again.</p>'), "bridges-daily"),
    "a sale in English": (
        page(bottom='<p>Buy a ticket for the evening walk at <a href="https://walks-river.com/t">walks-river</a>, discount for groups.</p>', paragraphs=(ENGLISH, "The mayor said that cars must take the new bridge downstream. Builders used the old stones where they could.")),
        "walks-river",
    ),
    "a link that tells a page": (page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("周立新", '<a href="https://www.hewan-daily.com/view?pid=2">周立新</a>'))), "hewan-daily"),
}  # fmt: skip
