"""Page forms of many kinds, in Chinese and English, all of own writing: the same body, title, date, source or author from each."""

import pytest

from qnews_scraper import restore

ZH_TITLE = "老城区九条小巷完成改造 百余户居民搬回新家"
ZH_BODY = [
    "昨日上午，老城区九条小巷的改造工程全部完工，一百三十六户居民陆续搬回修缮一新的老屋。街道办事处为他们准备了新钥匙和一盏灯笼。",
    "这九条小巷最早建于明代，青石板路长年失修，雨天积水可没过脚踝。去年三月，改造工程正式启动，施工队先把石板逐块编号，再铺设雨污分流的管道。",
    "“路还是那条路，可不积水了。”今年七十岁的陈婆婆在门口晒着被子，说自己在这里住了五十二年，从没想过能用上抽水马桶。",
    "修旧如旧",
    "设计师林工介绍，改造中最难的是保留原有的木构件。工匠们把能用的梁柱全部拆下、晾干、修补，再原样装回去，只有三成是新料。",
    "根据规划，小巷里还将开设一间社区食堂和一间图书室，预计年底对居民开放。下一步，另外六条巷子的改造也将陆续启动。",
]
ZH_NAV = (
    "<div class='header'><ul><li><a href='/'>首页</a></li><li><a href='/n'>新闻</a></li><li><a href='/s'>社会</a></li><li><a href='/t'>体育</a></li></ul></div>"
)
ZH_FOOT = "<div class='bottom'><p>关于我们 | 联系我们 | 广告服务</p><p>Copyright 2015-2022 长桥网 版权所有 京ICP备15000000号</p></div>"
ZH_RELATED = "".join(f"<li><a href='/r{i}.html'>城事：第{i}座人行天桥本月通车</a><span>2022-05-{i:02d}</span></li>" for i in range(1, 9))
ZH_INFO = "<div class='info'><span>2022-06-18 07:35</span><span>来源：长桥晚报</span><span>作者：林晓</span></div>"


def zh_paragraphs(lines: list[str] = ZH_BODY) -> str:
    return "".join(f"<p>{x}</p>" if len(x) > 6 else f"<p><strong>{x}</strong></p>" for x in lines)


def zh_page(inner: str, title: str = f"{ZH_TITLE}_社会_长桥网") -> str:
    return f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>{ZH_NAV}{inner}{ZH_FOOT}</body></html>"


ZH_FORMS = {
    "box inside": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs(ZH_BODY[:2])}<div class='box'><h3>延伸阅读</h3><ul>{ZH_RELATED}</ul></div>{zh_paragraphs(ZH_BODY[2:])}</div></div>"
    ),
    "plain related text no links": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs()}<p><b>相关报道：</b></p><p><a href=1>老城区改造启动</a></p><p><a href=2>青石板路的前世今生</a></p></div></div>"
    ),
    "photo captions p": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs(ZH_BODY[:1])}<p align=center><img src=1.jpg></p><p align=center>改造后的小巷 林晓 摄</p>{zh_paragraphs(ZH_BODY[1:])}</div></div>"
    ),
    "photo captions below img in one p": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs(ZH_BODY[:1])}<p align=center><img src=1.jpg><br>改造后的小巷</p>{zh_paragraphs(ZH_BODY[1:])}</div></div>"
    ),
    "share and font bar": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='tools'>字号：<a>大</a> <a>中</a> <a>小</a> <a>打印</a> <a>收藏</a> 分享到：<a>微博</a> <a>微信</a></div><div class='article'>{zh_paragraphs()}</div><div class='share'>分享到：<a>微博</a><a>微信</a></div></div>"
    ),
    "comments": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs()}</div><div id='pl'><h3>网友评论</h3>"
        + "".join(
            f"<div class='item'><b>网友{i}</b><span>2022-06-19 10:0{i}</span><p>住了几十年的老街坊都回来了，真替他们高兴，希望其他巷子也快点改。</p></div>"
            for i in range(9)
        )
        + "</div></div>"
    ),
    "right column teasers": zh_page(
        f"<div class='w'><div class='l'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs()}</div></div><div class='r'><h2>热点</h2>"
        + "".join(
            f"<dl><dt><a href=/h{i}>热点新闻第{i}条的标题</a></dt><dd>这一条新闻的摘要大约有三十个字，写的是别处发生的事情，与本文无关。</dd></dl>"
            for i in range(12)
        )
        + "</div></div>"
    ),
    "paging": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs()}<div align=center>上一页 <b>1</b> <a href=2>2</a> <a href=3>3</a> <a href=2>下一页</a></div></div></div>"
    ),
    "br in one td": zh_page(
        f"<table width=100%><tr><td><table><tr><td align=center><font size=5>{ZH_TITLE}</font></td></tr><tr><td align=center>2022-06-18 07:35 来源：长桥晚报 点击：33</td></tr><tr><td><font>"
        + "<br><br>".join("　　" + x for x in ZH_BODY)
        + "</font></td></tr><tr><td align=right>【<a>打印</a>】【<a>关闭</a>】</td></tr></table></td></tr></table>"
    ),
    "one div per line, nested span": zh_page(
        f"<div class='main'><div class=title><span>{ZH_TITLE}</span></div>{ZH_INFO}<div class='article'>"
        + "".join(f"<div><span style='font-size:14px'><font>{x}</font></span></div><div><br></div>" for x in ZH_BODY)
        + "</div></div>"
    ),
    "wechat like sections": zh_page(
        f"<div id='js_article'><h2 class='rich_media_title'>{ZH_TITLE}</h2><div id='meta'><span>原创</span> <span>长桥晚报</span> <em>2022-06-18</em></div><div id='js_content'>"
        + "".join(f"<section><section><p><span>{x}</span></p></section></section>" for x in ZH_BODY)
        + "</div></div>"
    ),
    "ad lines": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>"
        + "<div class='gg'><a href='http://ad.example/'>长桥楼盘 首付五万起</a></div>".join(f"<p>{x}</p>" for x in ZH_BODY)
        + "</div></div>"
    ),
    "list of facts": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs(ZH_BODY[:3])}<ul>{''.join(f'<li>{x}</li>' for x in ZH_BODY[3:4])}</ul>{zh_paragraphs(ZH_BODY[4:])}</div></div>"
    ),
    "prev next": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs()}</div><div>上一篇：<a href=1>城事一则</a></div><div>下一篇：<a href=2>城事二则</a></div><div>（本文有改动）</div></div>"
    ),
    "qr": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs()}<p><img src=qr.png></p><p>扫描二维码，关注长桥晚报</p><p>编辑：林晓</p><p>校对：陈平</p></div></div>"
    ),
    "h1 is logo": zh_page(
        f"<h1 class=logo><a href=/>长桥网</a></h1><div class='main'><div class=tt>{ZH_TITLE}</div>{ZH_INFO}<div class='article'>{zh_paragraphs()}</div></div>"
    ),
    "no title tag match": zh_page(f"<div class='main'><h2>{ZH_TITLE}</h2>{ZH_INFO}<div class='article'>{zh_paragraphs()}</div></div>", title="长桥网 新闻正文"),
    "hot words between": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs(ZH_BODY[:2])}<p><a href=http://a/>点击查看：长桥晚报电子版</a></p>{zh_paragraphs(ZH_BODY[2:])}<p>关键词：<a>小巷</a> <a>改造</a></p></div></div>"
    ),
    "disclaimer long": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs()}<p>免责声明：本文来自网络，转载目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责。如涉及作品内容、版权和其它问题，请在30日内与本网联系。</p></div></div>"
    ),
    "unclosed p and uppercase": "<HTML><HEAD><TITLE>"
    + ZH_TITLE
    + "</TITLE></HEAD><BODY><TABLE><TR><TD><A HREF=/>首页</A> <A HREF=/n>新闻</A></TABLE><CENTER><ZH_BODY>"
    + ZH_TITLE
    + "</ZH_BODY></CENTER><CENTER>2022年6月18日 07:35 长桥晚报</CENTER><P>"
    + "<P>".join(ZH_BODY)
    + "<HR><A HREF=x>返回</A> Copyright 2022</BODY></HTML>",
    "dl layout": zh_page(f"<dl><dt><h1>{ZH_TITLE}</h1></dt><dd>{ZH_INFO}</dd><dd>{zh_paragraphs()}</dd></dl>"),
    "article with aside quote": zh_page(
        f"<main><article><header><h1>{ZH_TITLE}</h1>{ZH_INFO}</header>{zh_paragraphs(ZH_BODY[:2])}<aside class='pull'>路还是那条路，可不积水了。</aside>{zh_paragraphs(ZH_BODY[2:])}<footer>长桥晚报社会部</footer></article></main>"
    ),
    "tags ul after": zh_page(
        f"<div class='main'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article'>{zh_paragraphs()}<ul class='tag-list'><li><a>小巷</a></li><li><a>改造</a></li></ul><div class='editor'>责任编辑：<span>陈平</span></div></div></div>"
    ),
    "name nav in class": zh_page(f"<div class='nav-content'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='article-share-box'>{zh_paragraphs()}</div></div>"),
    "hot in class": zh_page(f"<div class='hot-news-detail'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='content'>{zh_paragraphs()}</div></div>"),
    "footer inside article tag": zh_page(
        f"<article><h1>{ZH_TITLE}</h1>{ZH_INFO}<div>{zh_paragraphs()}</div><footer><p>本文版权归作者所有。</p></footer></article>"
    ),
    "two columns table, right long": zh_page(
        f"<table><tr><td valign=top><h1>{ZH_TITLE}</h1>{ZH_INFO}{''.join(x + '<br>' for x in ZH_BODY)}</td><td valign=top>"
        + "".join(f"<p><a href=/r{i}>别处新闻第{i}条</a><br>这一条新闻写的是别处发生的事情，内容很长，长到两三行才写得完，与本文无关。</p>" for i in range(15))
        + "</td></tr></table>"
    ),
    "first para in div others p": zh_page(f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div class='lead'>{ZH_BODY[0]}</div>{zh_paragraphs(ZH_BODY[1:])}</div>"),
    "img between without caption then subhead": zh_page(
        f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}{zh_paragraphs(ZH_BODY[:3])}<p><img src=a.jpg></p>{zh_paragraphs(ZH_BODY[3:])}</div>"
    ),
    "hidden copy": zh_page(f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}{zh_paragraphs()}</div><div style='display:none'>{zh_paragraphs()}</div>"),
    "ul li paragraphs": zh_page(f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}<ul>" + "".join(f"<li>{x}</li>" for x in ZH_BODY) + "</ul></div>"),
    "ol of links at end": zh_page(
        f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}{zh_paragraphs()}<ol>"
        + "".join(f"<li><a href=/{i}>别处新闻的标题第{i}条</a></li>" for i in range(5))
        + "</ol></div>"
    ),
    "links in paragraphs": zh_page(
        f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}"
        + zh_paragraphs([x.replace("老城区", "<a href=/lcq>老城区</a>").replace("青石板路", "<a href=/qs>青石板路</a>") for x in ZH_BODY])
        + "</div>"
    ),
    "long comments in same block": zh_page(
        f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}{zh_paragraphs()}<p>网友评论</p>"
        + "".join(f"<p>网友{i}：住了几十年的老街坊都回来了，真替他们高兴。</p>" for i in range(4))
        + "</div>"
    ),
    "breadcrumb below title": zh_page(f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}<div>首页 > 新闻 > 社会 > 正文</div>{zh_paragraphs()}</div>"),
    "tags inline p": zh_page(f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}{zh_paragraphs()}<p>标签： 小巷 改造 老城区</p><p>分享： 微博 微信</p></div>"),
    "next article title only": zh_page(
        f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}{zh_paragraphs()}<p>下一篇：<a href=2>城事二则</a></p><p>上一篇：<a href=1>城事一则</a></p></div>"
    ),
    "vote": zh_page(
        f"<div class='c'><h1>{ZH_TITLE}</h1>{ZH_INFO}{zh_paragraphs()}<form><p>您觉得改造效果如何？</p><label><input type=radio>好</label><label><input type=radio>一般</label><label><input type=radio>不好</label></form></div>"
    ),
}

EN_TITLE = "Harbour warehouse reopens as a public library"
EN_BODY = [
    "Three old warehouses on the west quay reopened to the public on Saturday after more than a year of repairs, with reading rooms that look out over the river.",
    "The buildings, put up in 1956, were once the largest grain store in the city. They had stood empty since 2009, and the roof of one had partly fallen in.",
    "“People kept asking us what would become of them,” said Maria Lopez, who led the project for the council. “We asked them back, and six hundred wrote letters.”",
    "A place to sit",
    "The architects kept the brick walls and the timber frames, and added a row of windows on the side of the water. There are seats for 240 readers.",
    "The library is open every day until nine in the evening. A second phase, with a workshop and a café, is planned for next spring.",
]
EN_NAV = "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li><li><a href='/sport'>Sport</a></li></ul></nav></header>"
EN_FOOT = "<footer><p>About us | Contact | Privacy policy</p><p>© 2015-2022 River Post. All rights reserved.</p></footer>"
EN_RELATED = "".join(f"<li><a href='/r{i}'>Bridge number {i} opens to traffic this month</a></li>" for i in range(1, 9))
EN_INFO = "<div class='meta'><span class='byline'>By Ann Lee</span> <time datetime='2022-06-18T07:35:00Z'>June 18, 2022</time></div>"


def en_paragraphs(lines: list[str] = EN_BODY) -> str:
    return "".join(f"<p>{x}</p>" if len(x) > 20 else f"<h2>{x}</h2>" for x in lines)


def en_page(inner: str) -> str:
    return f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{EN_TITLE} | River Post</title></head><body>{EN_NAV}{inner}{EN_FOOT}</body></html>"


EN_FORMS = {
    "plain": en_page(f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs()}</article></main>"),
    "figure": en_page(
        f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs(EN_BODY[:1])}<figure><img src=1.jpg><figcaption>The reading room. Photograph: Ann Lee</figcaption></figure>{en_paragraphs(EN_BODY[1:])}</article></main>"
    ),
    "wp caption": en_page(
        f"<div class='post'><h1 class='entry-title'>{EN_TITLE}</h1>{EN_INFO}<div class='entry-content'>{en_paragraphs(EN_BODY[:1])}<div class='wp-caption'><img src=1.jpg><p class='wp-caption-text'>The reading room on the opening day.</p></div>{en_paragraphs(EN_BODY[1:])}<div class='sharedaddy'><h3>Share this:</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div><div class='jp-relatedposts'><h3>Related</h3><p><a href=1>Bridge opens</a> In \"News\"</p></div></div></div><div id='comments'><h2>3 thoughts on “Harbour”</h2><ol><li><article><p>I used to work there in the seventies, and I am so glad that it was saved for the people of the city.</p></article></li></ol></div>"
    ),
    "newsletter inside": en_page(
        f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs(EN_BODY[:2])}<div class='newsletter-box'><p>Get our morning briefing. Sign up for the newsletter and never miss a story.</p><form><input type=email></form></div>{en_paragraphs(EN_BODY[2:])}</article></main>"
    ),
    "related inside": en_page(
        f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs(EN_BODY[:2])}<aside><h3>Read more</h3><ul>{EN_RELATED}</ul></aside>{en_paragraphs(EN_BODY[2:])}</article><section class='more'><h2>More from River Post</h2>"
        + "".join(
            f"<article><h3><a href=/m{i}>Another story, number {i}</a></h3><p>This is the summary of another story, which is about something else altogether.</p></article>"
            for i in range(8)
        )
        + "</section></main>"
    ),
    "inline related p": en_page(
        f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs(EN_BODY[:2])}<p><strong><a href=1>READ MORE: Bridge opens to traffic this month</a></strong></p>{en_paragraphs(EN_BODY[2:])}</article></main>"
    ),
    "author bio": en_page(
        f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs()}<div class='author-bio'><p>Ann Lee is the city reporter of the River Post. She has covered the harbour since 2015.</p></div></article></main>"
    ),
    "author box div": en_page(
        f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs()}</article><div class='about-author'><h4>About the author</h4><p>Ann Lee is the city reporter of the River Post. She has covered the harbour since 2015.</p></div></main>"
    ),
    "cookie bar": "<!doctype html><html lang=en><head><title>"
    + EN_TITLE
    + "</title></head><body><div class='consent'><p>We use cookies to improve your experience on our site. By continuing, you agree to our privacy policy and terms of use.</p><button>OK</button></div>"
    + f"<div><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs()}</div></body></html>",
    "react css modules": en_page(
        f"<div class='root__a1'><div class='articleHeader__x2'><h1 class='headline__b3'>{EN_TITLE}</h1>{EN_INFO}</div><div class='articleBody__c4'>"
        + "".join(f"<div class='paragraph__d5'>{x}</div>" for x in EN_BODY)
        + "</div><div class='relatedStories__e6'>"
        + "".join(
            f"<div class='card__f7'><a href=/c{i}>Another story, number {i}</a><div>This is the summary of another story, which is about something else.</div></div>"
            for i in range(6)
        )
        + "</div></div>"
    ),
    "br": en_page(f"<div><h1>{EN_TITLE}</h1>{EN_INFO}<div class='story'>" + "<br><br>".join(EN_BODY) + "</div></div>"),
    "tags": en_page(
        f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs()}<div class='tags'>Tags: <a>library</a> <a>harbour</a></div></article></main>"
    ),
    "comments react": en_page(
        f"<main><article><h1>{EN_TITLE}</h1>{EN_INFO}{en_paragraphs()}</article><section><h2>Comments</h2>"
        + "".join(
            f"<div><b>Reader {i}</b><p>I used to work there in the seventies, and I am so glad that it was saved for the people.</p></div>" for i in range(12)
        )
        + "</section></main>"
    ),
    "live sidebar": en_page(
        f"<div class='grid'><div class='col'><h1>{EN_TITLE}</h1>{EN_INFO}<div>{en_paragraphs()}</div></div><div class='col'><h2>Latest</h2>"
        + "".join(f"<div><span>0{i}:15</span> <a href=/l{i}>Short news item with a headline, number {i}</a></div>" for i in range(9))
        + "</div></div>"
    ),
    "drop header deck": en_page(f"<main><article><header><h1>{EN_TITLE}</h1></header>{EN_INFO}{en_paragraphs()}</article></main>"),
}


@pytest.mark.parametrize("form", ZH_FORMS)
def test_chinese(form: str) -> None:
    article = restore(ZH_FORMS[form], url="http://www.changqiao.example/2022-06/18/c_1.htm").article
    assert article is not None
    assert article.title == ZH_TITLE
    assert article.text.split("\n") == ZH_BODY
    assert article.date_published[:10] == "2022-06-18"
    assert article.source == "长桥晚报" or form == "wechat like sections"


@pytest.mark.parametrize("form", EN_FORMS)
def test_english(form: str) -> None:
    article = restore(EN_FORMS[form], url="http://www.riverpost.example/2022/06/18/library").article
    assert article is not None
    assert article.title == EN_TITLE
    assert article.text.split("\n") == EN_BODY
    assert (article.date_published, article.authors) == ("2022-06-18T07:35:00+00:00", "Ann Lee")
