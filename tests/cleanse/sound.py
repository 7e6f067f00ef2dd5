"""Sound pages that look ill, each in the three layouts: what must stay beside the article. All synthetic."""

from .layouts import TITLE

MORE = "住建局提醒，居民可以登录区政务服务网查询本小区加装电梯的进度，也可以拨打社区电话咨询补贴政策。"
YET_MORE = "桃园小区的电梯井道已经封顶，施工单位正在安装轿厢，预计下月底交付业主使用。"

SOUND: tuple[tuple[str, dict[str, str], tuple[str, ...]], ...] = (
    (
        "more inline",
        {"between": '<div id="more" style="display:none"><p>⟦more⟧</p><p>⟦yet more⟧</p></div><a href="javascript:;" onclick="show()">展开全文</a>'},
        (MORE, YET_MORE),
    ),
    (
        "more cls",
        {"between": '<div class="hide-text">⟦more⟧<br>⟦yet more⟧</div><span class="btn-more">点击阅读全文</span>', "head": "<style>.hide-text{display:none}</style>"},
        (MORE, YET_MORE),
    ),
    (
        "more script",
        {"between": '<div id="rest"><p>⟦more⟧</p></div><div id="btn">余下全文</div><script>var r=document.getElementById("rest");r.style.display="none";document.getElementById("btn").onclick=function(){r.style.display="block";this.style.display="none"}</script>'},
        (MORE,),
    ),
    (
        "more jq",
        {"between": '<div class="artmore"><p>⟦more⟧</p></div><a class="openall">展开</a><script>$(".artmore").hide();$(".openall").click(function(){$(".artmore").show();});</script>'},
        (MORE,),
    ),
    (
        "more height",
        {"between": '<div style="height:0px;overflow:hidden" id="foldtxt"><p>⟦more⟧</p></div><a onclick="unfold()">显示全部</a>'},
        (MORE,),
    ),
    ("more en", {"between": '<div id="full" hidden><p>⟦more⟧</p></div><button>Read more</button>'}, (MORE,)),
    ("lazy op", {"between": '<p class="lazy" style="opacity:0">⟦more⟧</p>'}, (MORE,)),
    ("lazy vis", {"between": '<div data-lazy="1" style="visibility:hidden"><p>⟦more⟧</p></div>'}, (MORE,)),
    (
        "lazy aos",
        {"between": '<div data-aos="fade-up"><p>⟦more⟧</p></div>', "head": "<style>[data-aos]{opacity:0;transform:translate3d(0,100px,0)}</style>"},
        (MORE,),
    ),
    (
        "page2",
        {
            "between": '<div id="page2" style="display:none"><p>⟦more⟧</p><p>⟦yet more⟧</p></div>',
            "head": '<script>function go(n){document.getElementById("page"+n).style.display="block"}</script>',
        },
        (MORE, YET_MORE),
    ),
    ("wow", {"between": '<div class="wow fadeInUp" style="visibility:hidden"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("whole content hidden until js", {"head": '<style>#content,#zoom,.body{visibility:hidden}</style><script>window.onload=function(){document.getElementById("content").style.visibility="visible"}</script>'}, ()),
    ("body opacity", {"head": "<style>body{opacity:0;transition:opacity 1s}</style>"}, ()),
    ("antiframe", {"head": '<style id="antiClickjack">body{display:none !important;}</style>'}, ()),
    ("pane", {"between": '<ul><li>上篇</li><li>下篇</li></ul><div class="tab-pane" id="p2" style="display:none"><p>⟦more⟧</p><p>⟦yet more⟧</p></div>'}, (MORE, YET_MORE)),
    ("sheets for one browser", {"head": "<style>p{*display:none}@media \\0screen{p,td,section{display:none}}@media screen\\9{p,td,section{display:none}}@media (max-width:480px){.body,#content{display:none}}</style>"}, ()),
    ("zero-width in a sentence", {"between": "<p>警\u200b方\u200b提\u200b醒\u200b，代\u200b开\u200b发\u200b票\u200b属\u200b于\u200b违\u200b法\u200b行\u200b为\u200b。</p>"}, ("警方提醒，代开发票属于违法行为。",)),
    ("quoted advertising", {"between": "<p>短信内容为“代开发票、无抵押贷款当天放款、新葡京娱乐城送彩金”，市民切勿轻信。</p>"}, ("短信内容为“代开发票、无抵押贷款当天放款、新葡京娱乐城送彩金”，市民切勿轻信。",)),
    ("fullwidth address", {"between": "<p>居民可登录ｗｗｗ．ｄｏｎｇｈｕ．ｃｎ查询本小区的进度。</p>"}, ("居民可登录ｗｗｗ．ｄｏｎｇｈｕ．ｃｎ查询本小区的进度。",)),
    ("Korean quoted", {"between": "<p>她用韩语说了一句“안녕하세요”，又用俄语说“Спасибо”，引来邻居们一片掌声。</p>"}, ("她用韩语说了一句“안녕하세요”，又用俄语说“Спасибо”，引来邻居们一片掌声。",)),
    ("advertising between quotation marks", {"between": "<p>网页里充斥着“一夜情”“约炮”“真人裸聊”等字样，家长应加强引导。</p>"}, ("网页里充斥着“一夜情”“约炮”“真人裸聊”等字样，家长应加强引导。",)),
    ("spread heading", {"between": "<p>编 者 按</p><p>⟦more⟧</p>"}, (MORE,)),
    (
        "print",
        {"between": '<div class="print-only">⟦more⟧</div>', "head": "<style>.print-only{display:none}@media print{.print-only{display:block}}</style>"},
        (MORE,),
    ),
    ("noprint", {"between": '<p class="noprint">⟦more⟧</p>', "head": '<style media="print">.noprint{display:none}</style>'}, (MORE,)),
    (
        "mobile hide",
        {"between": '<p class="pc">⟦more⟧</p>', "head": "<style>@media screen and (max-width:750px){.pc{display:none!important}}</style>"},
        (MORE,),
    ),
    ("sponsor", {"between": "<p>本栏目由东湖电梯有限公司赞助，公司地址：东湖区桃园路十八号。</p>"}, ("东湖电梯有限公司赞助",)),
    ("source link", {"between": '<p>更多信息见<a href="http://www.donghu.gov.cn/zwgk/">东湖区政府网站</a>公告。</p>'}, ("更多信息见东湖区政府网站公告",)),
    ("wiki link", {"between": '<p>加装电梯的技术标准可以参考<a href="https://zh.wikipedia.org/wiki/电梯">电梯</a>条目，由<a href="http://www.kone.com/">通力公司</a>提供施工。</p>'}, ("电梯条目，由通力公司提供施工",)),
    ("gov digits", {"between": '<p>居民可拨打12345热线，或登录<a href="http://www.12345.com/">热线网站</a>反映问题，电梯补贴在网上申请。</p>'}, ("热线网站反映问题",)),
    ("white on dark", {"between": '<div style="background:#333"><p style="color:#fff">⟦more⟧</p></div>'}, (MORE,)),
    ("white on img", {"between": '<div style="background:url(/bg.jpg) no-repeat"><p style="color:#ffffff">⟦more⟧</p></div>'}, (MORE,)),
    (
        "white on class img",
        {"between": '<div class="hero"><p>⟦more⟧</p></div>', "head": "<style>.hero{background-image:url(x.png);color:#fff}</style>"},
        (MORE,),
    ),
    ("small font", {"between": '<p style="font-size:9px">⟦more⟧</p>'}, (MORE,)),
    ("fs0 wrapper", {"between": '<div style="font-size:0"><p style="font-size:16px">⟦more⟧</p></div>'}, (MORE,)),
    (
        "rem font",
        {"between": '<div class="r"><p>⟦more⟧</p></div>', "head": "<style>html{font-size:62.5%}.r{font-size:1.6rem}</style>"},
        (MORE,),
    ),
    ("html fs tiny rem", {"head": "<style>html{font-size:10px}p,td{font-size:1.4rem}</style>"}, ()),
    ("neg indent", {"between": '<p style="text-indent:-2em;margin-left:2em">⟦more⟧</p>'}, (MORE,)),
    ("neg margin", {"between": '<div style="margin-left:-15px;margin-top:-20px">⟦more⟧</div>'}, (MORE,)),
    (
        "abs",
        {"between": '<div style="position:relative;height:100px"><div style="position:absolute;left:10px;top:0">⟦more⟧</div></div>'},
        (MORE,),
    ),
    ("overflow hidden h", {"between": '<div style="overflow:hidden;height:300px">⟦more⟧</div>'}, (MORE,)),
    (
        "clearfix",
        {"between": '<div class="clearfix">⟦more⟧</div>', "head": '<style>.clearfix:after{content:".";display:block;height:0;clear:both;visibility:hidden}</style>'},
        (MORE,),
    ),
    ("hover", {"between": '<div class="h">⟦more⟧</div>', "head": "<style>.h:hover{display:none}</style>"}, (MORE,)),
    ("nojs", {"between": '<div class="content2">⟦more⟧</div>', "head": "<style>.js .content2{display:none}</style>"}, (MORE,)),
    ("noscript css", {"between": '<p class="ns">⟦more⟧</p>', "head": "<noscript><style>.ns{display:none}</style></noscript>"}, (MORE,)),
    ("stray end", {"between": "</div></body></html>", "bottom": "<p>⟦more⟧</p>"}, ()),
    ("first tagline", {"top": "<div>关注民生 服务百姓 传播东湖好声音</div>"}, ()),
    ("breadcrumbs", {"top": '<div>当前位置：<a href="/">首页</a> &gt; <a href="/m">民生</a> &gt; <a href="/s">社区</a> &gt; 正文</div>'}, ()),
    ("poem", {"between": "<p>电梯通，人心通；上楼易，下楼松；邻里笑，乐融融。</p>"}, ("乐融融",)),
    ("names list", {"between": "<p>首批开工小区：桃园小区、柳岸小区、东湖花园、铁路新村、纺织一村、文化里、胜利街、园丁苑。</p>"}, ("纺织一村",)),
    ("english para", {"between": "<p>The elevator project was praised by the local residents of Donghu district.</p>"}, ("elevator project",)),
    ("friend links", {"bottom": '<div class="links">友情链接：<a href="http://www.people.com.cn/">人民网</a> <a href="http://www.xinhuanet.com/">新华网</a> <a href="http://www.gmw.cn/">光明网</a> <a href="http://www.ce.cn/">中国经济网</a></div>'}, ()),
    ("title site", {"title": TITLE + "_民生_要闻_东湖日报_东湖新闻网"}, ()),
    ("title dashes", {"title": "东湖日报--民生--东湖区老旧小区加装电梯年内开工三百部"}, ()),
    ("kw many", {"keywords": "电梯,加装电梯,老旧小区改造,东湖,桃园小区,住建局,补贴,居民,小区,社区,民生,新闻"}, ()),
    ("desc site", {"description": "东湖新闻网是东湖日报社主办的新闻网站，报道东湖区要闻、民生、教育、卫生。"}, ()),
    ("desc en", {"description": "Donghu Daily, news of Donghu district"}, ()),
    ("canonical m", {"head": '<link rel="canonical" href="http://m.donghu-daily.com/ms/123.html"><link rel="alternate" media="only screen" href="http://m.donghu-daily.com/">'}, ()),
    ("details open", {"between": "<details open><summary>背景</summary><p>⟦more⟧</p></details>"}, (MORE,)),
    (
        "details that hold a long rest",
        {"between": "<details><summary>展开全文</summary><p>⟦more⟧</p><p>⟦yet more⟧</p><p>绿萝喜湿，夏天两三天浇一次，冬天等盆土干透再浇。</p><p>叶子发黄，多半是晒了太强的光。</p></details>"},
        (MORE, YET_MORE, "绿萝喜湿，夏天两三天浇一次，冬天等盆土干透再浇。", "叶子发黄，多半是晒了太强的光。"),
    ),
    ("details own", {"between": "<details><summary>展开全文</summary><p>⟦more⟧</p></details>"}, (MORE,)),
    ("warn before", {"before": "<br />\n<b>Warning</b>:  Cannot modify header information in <b>/www/a.php</b> on line <b>3</b><br />\n"}, ()),
    ("spaced title", {"between": "<p>通\u3000知</p><p>⟦more⟧</p>"}, (MORE,)),
    ("spaced names", {"between": "<p>参加会议的有：李 强、王 伟、张 敏、刘 洋等社区代表，他们对电梯方案提出了建议。</p>"}, ("社区代表",)),
    (
        "questions that open their answers",
        {"between": "<details><summary>浇水多久一次？</summary><p>绿萝喜湿，夏天两三天浇一次，冬天等盆土干透再浇。</p></details><details><summary>叶子为什么发黄？</summary><p>多半是晒了太强的光，挪到散光处，剪掉黄叶就好。</p></details>"},
        ("绿萝喜湿，夏天两三天浇一次，冬天等盆土干透再浇。", "多半是晒了太强的光，挪到散光处，剪掉黄叶就好。"),
    ),
    (
        "questions with answers in a list of terms",
        {
            "between": "<dl class=q><dt>一、绿萝能水养吗？</dt><dd>能，每周换一次水，滴两滴营养液，不要让叶子泡在水里。</dd><dt>二、冬天怎么过？</dt><dd>搬进屋里，离暖气远一些，温度不要低于十度。</dd></dl>",
            "head": "<style>.q dd{display:none}</style>",
        },
        ("能，每周换一次水，滴两滴营养液，不要让叶子泡在水里。", "搬进屋里，离暖气远一些，温度不要低于十度。"),
    ),
    (
        "tabs by number",
        {"between": '<div id="tab0"><p>⟦more⟧</p></div><div id="tab1" style="display:none"><p>绿萝以修剪为主，黄叶全部剪去，盆土换掉一半，放在北窗下面。</p></div>'},
        (MORE, "绿萝以修剪为主，黄叶全部剪去，盆土换掉一半，放在北窗下面。"),
    ),
    ("a headline shown as a picture", {"head": "<style>h1{text-indent:-9999px;background:url(h1.png) no-repeat}</style>"}, ()),
    (
        "a tab that its link opens",
        {
            "between": '<ul><li><a href="#t1">正文</a></li><li><a href="#t2">背景</a></li></ul><div id="t1">⟦more⟧</div><div id="t2" class="bg-box"><p>信用社成立于一九五六年，当年只在集镇上有一间铺面，主要给农户发放春耕贷款。</p></div>',
            "head": "<style>.bg-box{display:none}</style>",
        },
        (MORE, "主要给农户发放春耕贷款。"),
    ),
    ("tab2", {"between": '<div class="tab-content" style="display:none"><p>⟦more⟧</p></div>'}, (MORE,)),
    (
        "panes that a script hides when the page is there",
        {
            "between": '<div><a onclick="turn(1)">进度</a><a onclick="turn(2)">补贴</a></div><div id="pane1">⟦more⟧</div><div id="pane2">⟦yet more⟧</div>'
            "<script>document.getElementById('pane2').style.display='none';function turn(n){for(var i=1;i<3;i++)document.getElementById('pane'+i).style.display=i==n?'block':'none'}</script>"
        },
        (MORE, YET_MORE),
    ),
    (
        "hidden by one script, shown by another",
        {"between": "<div id=\"gengduo\"><p>⟦more⟧</p></div><script>$('#gengduo').hide();</script><em class=\"kai\">接着看</em><script>$('.kai').on('click',function(){$('#gengduo').fadeIn()});</script>"},
        (MORE,),
    ),
    (
        "hidden by a class that a link takes away",
        {
            "head": "<style>.he{display:none}</style><script>function kai(){document.getElementById('xuwen').className='quan'}</script>",
            "between": "<div id=\"xuwen\"><p>⟦more⟧</p></div><script>document.getElementById('xuwen').className='he'</script><p><a href=\"javascript:kai()\">接着看</a></p>",
        },
        (MORE,),
    ),
    (
        "the next page of an article, beside a link that turns it",
        {"between": '<div id="di2ye"><p>⟦more⟧</p></div><script>document.getElementById("di2ye").style.display="none"</script><div><a href="#">下一页</a></div>'},
        (MORE,),
    ),
    (
        "closed by its reader",
        {"between": '<div id="tishi"><p>⟦more⟧</p><b id="guan">×</b></div><script>document.getElementById("guan").onclick=function(){document.getElementById("tishi").style.display="none"}</script>'},
        (MORE,),
    ),
    (
        "hidden when it is printed",
        {"between": '<div class="dayin"><p>⟦more⟧</p></div><script>function dayin(){$(".dayin").hide();window.print()}</script><a onclick="dayin()">打印</a>'},
        (MORE,),
    ),
    (
        "hidden on phones by a script",
        {"between": '<div class="diannao"><p>⟦more⟧</p></div><script>if(/Android|iPhone/i.test(navigator.userAgent)){$(".diannao").hide()}</script>'},
        (MORE,),
    ),
    (
        "hidden at one address only",
        {"between": '<div id="wenzi"><p>⟦more⟧</p></div><script>if(location.hash=="#shipin"){document.getElementById("wenzi").style.display="none"}</script>'},
        (MORE,),
    ),
    (
        "hidden after a while",
        {"between": '<p id="wenhou">⟦more⟧</p><script>setTimeout(function(){$("#wenhou").fadeOut()},5000)</script>'},
        (MORE,),
    ),
    (
        "taken out and put in somewhere else",
        {"between": '<div id="beizhu"><p>⟦more⟧</p></div><script>$("#beizhu").detach().appendTo("#content");var b=document.getElementById("beizhu");b.parentNode.removeChild(b);document.body.appendChild(b)</script>'},
        (MORE,),
    ),
    (
        "empty paragraphs are taken out",
        {"between": '<p class="duan">⟦more⟧</p><p class="duan"></p><script>$(".duan").each(function(){if($.trim($(this).text())==""){$(this).remove()}})</script>'},
        (MORE,),
    ),
    (
        "slides by turns",
        {"between": '<ul class="lun"><li>⟦more⟧</li><li>⟦yet more⟧</li></ul><script>var n=0;setInterval(function(){var s=document.querySelectorAll(".lun li");s[n].style.display="none";n=(n+1)%2;s[n].style.display="list-item"},3000)</script>'},
        (MORE, YET_MORE),
    ),
    (
        "the first of several",
        {"between": '<p class="duan">编者按</p><p class="duan">⟦more⟧</p><script>document.getElementsByClassName("duan")[0].style.display="none"</script>'},
        (MORE,),
    ),
    (
        "all but the first of several",
        {"between": '<p class="duan">⟦more⟧</p><p class="duan">⟦yet more⟧</p><script>$(".duan").not(":first").hide();$(".duan:gt(0)").hide()</script>'},
        (MORE, YET_MORE),
    ),
    (
        "transparent until all is loaded",
        {"between": '<div id="zheng"><p>⟦more⟧</p></div><script>document.getElementById("zheng").style.opacity=0;document.body.style.opacity="0"</script><script>window.onload=function(){document.getElementById("zheng").style.opacity=1;document.body.style.opacity="1"}</script>'},
        (MORE,),
    ),
    (
        "a class of the root that waits for what is loaded",
        {"head": "<style>.deng .article-content,.deng #zoom,.deng .body{opacity:0}</style><script>document.documentElement.className+=' deng'</script>"},
        (),
    ),
    (
        "a screen while the page is loaded",
        {"top": '<div id="jiazai">页面正在加载，请稍候。</div>', "bottom": '<script>window.onload=function(){document.getElementById("jiazai").style.display="none"}</script>'},
        (),
    ),
    (
        "answers that a state of their questions opens",
        {
            "head": "<style>.wd dd{display:none}.wd dt.kai+dd{display:block}</style>",
            "between": "<dl class=wd><dt>一楼住户要出钱吗</dt><dd>一楼住户不出钱，也不分摊以后的电费和维修费。</dd><dt>多久能装好</dt><dd>从签字到通梯大约要六个月，遇到管线改道还要再等等。</dd></dl>",
        },
        ("一楼住户不出钱，也不分摊以后的电费和维修费。", "遇到管线改道还要再等等。"),
    ),
    (
        "what a ticked box opens",
        {"head": "<style>#k~.xu{display:none}#k:checked~.xu{display:block}</style>", "between": '<div><input type=checkbox id=k><div class=xu><p>⟦more⟧</p></div></div>'},
        (MORE,),
    ),
    (
        "panes turned by a pointer",
        {
            "between": '<div><i onmouseover="zhuan(0)">进度</i><i onmouseover="zhuan(1)">浇花</i></div><div id="pian0">⟦more⟧</div><div id="pian1" style="display:none"><p>绿萝喜湿，夏天两三天浇一次，冬天等盆土干透再浇。</p></div>'
            "<script>function zhuan(n){for(var i=0;i<2;i++)document.getElementById('pian'+i).style.display=i==n?'':'none'}</script>"
        },
        (MORE, "冬天等盆土干透再浇。"),
    ),
    ("headlines that scroll by turns", {"head": "<style>.gun{height:24px;overflow:hidden}.gun p{height:24px;line-height:24px}</style>", "between": '<div class="gun"><p>⟦more⟧</p><p>⟦yet more⟧</p></div>'}, (MORE, YET_MORE)),
    ("a low box that opens under a pointer", {"head": "<style>.xiang{height:30px;overflow:hidden}.xiang h4{height:30px;margin:0}.xiang:hover{height:auto}</style>", "between": '<div class="xiang"><h4>浇水</h4><p>绿萝喜湿，夏天两三天浇一次，冬天等盆土干透再浇。</p></div>'}, ("冬天等盆土干透再浇。",)),
    ("a picture before the text of a box that clips", {"between": '<div style="height:300px;overflow:hidden"><div style="height:280px"></div><p>⟦more⟧</p></div>'}, (MORE,)),
    ("white on an image of a few bytes", {"between": '<div style="color:#fff;background:#fff url(data:image/gif;base64,R0lGODlhAQABAIAAABAgMP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==)"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("a bar that was read before", {"between": '<p id="tiao">⟦more⟧</p><script>if(document.cookie.indexOf("kan")>-1){document.getElementById("tiao").style.display="none"}</script>'}, (MORE,)),
    ("hidden from a year on", {"between": '<p id="qixian">⟦more⟧</p><script>var d=new Date();if(d.getFullYear()>2030)document.getElementById("qixian").style.display="none"</script>'}, (MORE,)),
    ("hidden when the page is scrolled", {"between": '<p class="gundong">⟦more⟧</p><script>$(window).scroll(function(){$(".gundong").hide()})</script>'}, (MORE,)),
    ("put into a box that is seen", {"between": '<p id="kuang">⟦more⟧</p><script>var h=document.createElement("div");h.style.border="1px";var n=document.getElementById("kuang");n.parentNode.insertBefore(h,n);h.appendChild(n)</script>'}, (MORE,)),
    ("a wrapper that is closed at once", {"between": "<script>document.write('<div style=\"display:none\"></div>')</script><p>⟦more⟧</p><script>document.write('<div></div>')</script>"}, (MORE,)),
    ("sr caption", {"between": '<figure><img src="a.jpg"><figcaption class="sr-only">图为桃园小区电梯施工现场</figcaption></figure>'}, ()),
    ("visible override", {"between": '<div style="visibility:hidden"><p style="visibility:visible">⟦more⟧</p></div>'}, (MORE,)),
    ("z -1 bg", {"between": '<div style="position:absolute;z-index:-1" class="bg"></div>'}, ()),
    ("three short questions that open their answers", {"between": "<details open><summary>第一问</summary><p>⟦more⟧</p></details><details><summary>第二问</summary><p>绿萝喜湿，夏天两三天浇一次，冬天等盆土干透再浇。</p></details><details><summary>第三问</summary><p>多半是晒了太强的光，挪到散光处。</p></details>"}, ("绿萝喜湿，夏天两三天浇一次，冬天等盆土干透再浇。", "多半是晒了太强的光，挪到散光处。")),
    ("questions of loans that open their answers", {"between": "<p>区里的加装电梯贷款新规本月起施行，居民最关心的几个问题，本报逐一作答。</p><details><summary>电梯贷款能贷多少？</summary><p>每户贷款最多八万元，分五年还清，利息由区财政补一半。</p></details><details><summary>老人可以办吗？</summary><p>七十岁以上的老人，可以由子女代为申请。</p></details><details><summary>已经付清的呢？</summary><p>今年一月以后付清的，可以凭发票申请退还利息。</p></details>"}, ("每户贷款最多八万元，分五年还清", "七十岁以上的老人", "凭发票申请退还利息")),
    ("a report of a fraud behind a button", {"between": '<p>近来有人冒充装电梯的公司，先以裸聊相诱，再敲诈老人，派出所已接到六起报警。</p><div id="yuwen" style="display:none"><p>民警介绍，骗子先发来色情视频，再以裸聊截图要挟，张口就要八千元，小区里已有两位老人上当。</p></div><a href="javascript:;" onclick="document.getElementById(\'yuwen\').style.display=\'block\'">余下全文</a>'}, ("骗子先发来色情视频，再以裸聊截图要挟",)),
    ("loan with a link", {"between": '<p>区金融办提醒居民，办理贷款请选择正规机构，可在<a href="http://jrb.donghu-gov.cn/">区金融办网站</a>的名录中查询。</p>'}, ("区金融办提醒居民，办理贷款请选择正规机构，可在区金融办网站的名录中查询。",)),
    ("words that meet in passing", {"between": "<p>本市港口交易恢复，尽快播种冬麦，市民献血做爱心志愿者，原单位复工，价格安排不变，和平特使到访，虚假证据作废。</p>"}, ("港口交易恢复，尽快播种冬麦，市民献血做爱心志愿者，原单位复工",)),
    ("a menu of headlines", {"between": '<select onchange="go(this)"><option>影评：百家乐与人生</option><option>油价今晚下调</option><option>高铁新线试运行</option><option>图书馆延长开放</option></select><p>⟦more⟧</p>'}, (MORE,)),
    ("a heading with an advertising link", {"between": '<p>桃园小区加装电梯费用由财政<a href="http://hg5566.top/" target="_blank">真人百家乐</a>和居民自筹</p>'}, ("桃园小区加装电梯费用由财政和居民自筹",)),
    ("a seller's own number beside advertising links", {"between": '<div><p><a href="http://av-tube8.cc/1.html">无码高清</a> <a href="http://av-tube8.cc/2.html">福利视频</a> <a href="http://hg5566.top/">真人百家乐</a></p><p>联系方式 010-60000000 QQ：1575280000</p></div>'}, ("联系方式 010-60000000 QQ：1575280000",)),
    ("messages quoted with their numbers", {"between": "<p>居民手机里收到的短信是这样写的：“代开发票，点数优惠，联系QQ 81230045王经理”；“无抵押贷款，当天放款，加微信 wx8123004”；“办证刻章，立等可取”。</p>"}, ("代开发票，点数优惠", "办证刻章，立等可取")),
    ("classified advertisements", {"between": "<p>[出售] 九成新电动三轮车，1800元，QQ 47120093</p><p>[求职] 女，42岁，会做家常菜，找住家保姆，微信 lanhua6801</p><p>[刻章] 公安局特行许可，企业公章、财务章，凭执照办理</p><p>[贷款] 农商行小额信用贷，正规机构，详询柜台</p><p>[招聘] 面点师傅两名，包吃住，QQ 47120094</p>"}, ("九成新电动三轮车", "找住家保姆", "企业公章、财务章", "农商行小额信用贷")),
    ("rows that roll in a low box", {"between": '<div style="overflow:hidden;height:24px"><ul style="margin-top:-24px"><li>东湖区新增两所幼儿园</li><li>地铁九号线试运行</li></ul></div><p>⟦more⟧</p>'}, (MORE,)),
    ("source code that an article shows", {"between": "<p>物业公司的网站首页被人改过，维修人员在源码里找到了这样一段代码，访客是看不到的。</p><pre><code>&lt;div style=\"left:-9999px\"&gt;&lt;a href=\"http://www.xxx.example/\"&gt;澳门博彩开户&lt;/a&gt;&lt;a&gt;棋牌下载&lt;/a&gt;&lt;/div&gt;</code></pre>"}, ("澳门博彩开户",)),
    ("the cloak of a framework", {"head": "<style>[v-cloak]{display:none}</style>", "between": '<div id="app" v-cloak><p>⟦more⟧</p><p>⟦yet more⟧</p></div><script src="/js/vue.min.js"></script>'}, (MORE, YET_MORE)),
    ("a cloak that a script takes away", {"head": "<style>[data-cloak]{visibility:hidden}</style>", "between": '<div data-cloak><p>⟦more⟧</p></div><script>document.querySelectorAll("[data-cloak]").forEach(function(n){n.removeAttribute("data-cloak")})</script>'}, (MORE,)),
    ("a script that hides what comes next", {"between": '<script>(function(){var s=document.getElementsByTagName("script"),n=s[s.length-1].nextSibling;while(n&&n.nodeType!=1)n=n.nextSibling;if(n)n.style.display="none"})();</script> <div>北京癫痫病医院哪家好</div> <p>⟦more⟧</p>'}, (MORE,)),
    ("a letter with a plus sign", {"between": "<p>电梯公司介绍，新轿厢用的是钢+碳纤维的框架，A+威龙系列比上一代轻三成。</p>"}, ("钢+碳纤维的框架，A+威龙系列",)),
    ("a partner named beside a betting shop", {"between": '<p><a href="http://hg5566.top/">真人百家乐</a> <a href="http://hg5566.top/2">新葡京开户</a></p><p>本次咨询活动由<a href="http://www.dianti-xiehui.com/">电梯协会</a>协办，居民周末可以到小区广场上了解。</p><p>XO-7000 series traction machine</p>'}, ("本次咨询活动由电梯协会协办，居民周末可以到小区广场上了解。",)),
    ("names and captions in Latin letters beside a betting shop", {"between": '<p><a href="http://hg5566.top/">真人百家乐</a> <a href="http://hg5566.top/2">新葡京开户</a></p><p>XO-7000 series traction machine</p><p>Photo of the lift shaft, Winnie Okafor</p><p>http://www.dianti-gongcheng.gov.cn/article/2019/0316.html</p><p>EN 81-20 Safety rules for the construction of lifts</p>'}, ("XO-7000 series traction machine", "Photo of the lift shaft", "dianti-gongcheng.gov.cn/article", "Safety rules for the construction")),
    ("what a sheet closes where scripts run", {"head": "<style>.js .tab2{display:none}</style><script>document.documentElement.className+=' js'</script>", "between": '<div class="tab2"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("what a sheet hides from those without scripts", {"head": "<noscript><style>.more-text{display:none}</style></noscript>", "between": '<div class="more-text"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("what an animation brings in", {"head": "<style>@keyframes up{from{opacity:0;transform:translateX(-1200px)}to{opacity:1;transform:none}}.up{opacity:0;transform:translateX(-1200px);animation:up 1s both}</style>", "between": '<div class="up"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("what those who want no motion see at once", {"head": "<style>@media (prefers-reduced-motion){.mv{visibility:hidden}}@media (max-width:600px){.mv{display:none}}</style>", "between": '<div class="mv"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("a rule behind a brace too much", {"head": "<style>.a{color:#333}}.mv{display:none}</style>", "between": '<div class="mv"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("a value for one old browser", {"head": "<style>.mv{display:none\\9}</style>", "between": '<div class="mv"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("lengths of a root that a script fits to the window", {"head": "<style>.mv{font-size:.12rem}</style><script>(function(d){var e=d.documentElement;e.style.fontSize=e.clientWidth/7.5+'px'})(document)</script>", "between": '<div class="mv"><p>⟦more⟧</p></div>'}, (MORE,)),
    ("a sentence before one that recruits", {"between": "<p>据介绍，加装电梯的费用由财政补贴、住宅专项维修资金和居民自筹三部分组成，首批已经到位。 【急招】线上打字录入员不限学历在家可做，名额有限速加扣扣 2981774005。</p>"}, ("据介绍，加装电梯的费用由财政补贴、住宅专项维修资金和居民自筹三部分组成，首批已经到位。",)),
    ("a table of what an elevator costs", {"between": '<table border="1"><tr><th>楼层</th><th>自筹费用</th><th>补贴</th></tr><tr><td>六楼业主</td><td>28000元</td><td>财政补贴</td></tr><tr><td colspan="3">咨询：<a href="http://www.dianti-xiehui.com/">区电梯协会</a></td></tr></table>'}, ("六楼业主", "28000元")),
    ("a box of the house", {"between": '<div class="box"><p>加装电梯有疑问的居民，可加本报记者微信 donghu_ribao8，免费咨询，名额有限，报社将逐一回复。</p></div>'}, ("加装电梯有疑问的居民",)),
    ("a shop of the same topic", {"between": '<div class="box"><p>新电梯的轿厢由居民自己挑选，每部费用约四十万元，预约看样可到<a href="http://www.dianti-zhanting.com/">电梯展厅</a>。</p></div>'}, ("新电梯的轿厢由居民自己挑选",)),
    ("technical text beside a foreign block", {"between": '<blockquote><ul><li><a href="http://hg5566.top/1">ロレックス 激安 通販</a></li><li><a href="http://hg5566.top/2">グッチ 財布 新作</a></li></ul><p>docker run 用 --link 连接两个 container 的网络，podman 用 --network 指定 bridge 和 subnet。</p></blockquote>'}, ("docker run 用 --link 连接两个 container 的网络，podman 用 --network 指定 bridge 和 subnet。",)),
    (
        "chapters over pictures",
        {
            "head": "<style>.chap{position:relative;z-index:0;padding:30vh 10%;color:#fff}.chap .pic{position:absolute;inset:0;z-index:-1;background:url(/i/1.jpg) center/cover}</style>",
            "between": '<div class="chap"><div class="pic"></div><p>⟦more⟧</p></div><div class="chap"><div class="pic"></div><p>⟦yet more⟧</p></div>',
        },
        (MORE, YET_MORE),
    ),
    (
        "standings behind a tab",
        {
            "head": "<style>.tabs .pane{display:none}#r1:checked~.pa,#r2:checked~.pb{display:block}</style>",
            "between": '<div class="tabs"><input type="radio" name="r" id="r1" checked><label for="r1">进度</label><input type="radio" name="r" id="r2"><label for="r2">名次</label><div class="pane pa"><p>⟦more⟧</p></div><div class="pane pb"><ul><li>桃园小区，已装六部，在建两部</li><li>柳河小区，已装四部，在建三部</li><li>东湖小区，已装三部，在建五部</li></ul></div></div>',
        },
        (MORE, "桃园小区，已装六部，在建两部", "东湖小区，已装三部，在建五部"),
    ),
    (
        "entries that a script lets appear, one of which names a service",
        {
            "head": "<style>.feed .it{opacity:0;transition:opacity .4s}.feed .it.on{opacity:1}</style><script>new IntersectionObserver(function(e){e[0].target.classList.add('on')})</script>",
            "between": '<div class="feed"><div class="it" data-lazy="1"><p>⟦more⟧</p></div><div class="it" data-lazy="1"><p>【更正】业主微信群里说的“三天断电”并无此事，物业已贴出通知说明情况。</p></div><div class="it" data-lazy="1"><p>⟦yet more⟧</p></div></div>',
        },
        (MORE, YET_MORE, "【更正】业主微信群里说的“三天断电”并无此事，物业已贴出通知说明情况。"),
    ),
    (
        "list of links with a sentence each",
        {
            "between": "<ul>"
            + "".join(
                f'<li><a href="http://{host}/">{label}</a>：{said}</li>'
                for host, label, said in (
                    ("www.old-lifts.example", "一百年前的升降机", "画册里有手摇的、水压的，还有一部用牛拉的。"),
                    ("museum-of-stairs.example", "楼梯博物馆", "馆长走遍四十座城市，只拍楼梯。"),
                    ("www.neon-desert.example", "赌场招牌的坟场", "倒闭的店家把霓虹灯都运到沙漠里晒太阳。"),
                    ("papershaft.example", "纸做的井道", "小学生用瓦楞纸搭出七层楼，还通了电。"),
                    ("www.ropeandpulley.example", "绳子与滑轮", "一位退休钳工写的技术史，图都是自己画的。"),
                    ("silent-motors.example", "不出声的电机", "讲工程师怎样把噪音一分贝一分贝减下来。"),
                )
            )
            + "</ul>"
        },
        ("赌场招牌的坟场：倒闭的店家把霓虹灯都运到沙漠里晒太阳。", "楼梯博物馆：馆长走遍四十座城市，只拍楼梯。"),
    ),
    (
        "what GSAP moves in",
        {"between": '<p class="gs" style="visibility: hidden; opacity: 0; translate: none; rotate: none; scale: none; transform: translate(0px, 60px);">⟦more⟧</p>', "head": '<script>gsap.utils.toArray(".gs").forEach(e=>gsap.to(e,{autoAlpha:1,y:0,scrollTrigger:e}))</script>'},
        (MORE,),
    ),
    (
        "what Elementor lets appear",
        {"between": '<div class="elementor-element elementor-invisible" data-settings=\'{"_animation":"fadeInUp"}\'><p>⟦more⟧</p></div>', "head": "<style>.elementor-invisible{visibility:hidden}</style>"},
        (MORE,),
    ),
    (
        "what amp-accordion opens",
        {"between": "<amp-accordion><section><h4>后续安排</h4><div><p>⟦more⟧</p></div></section></amp-accordion>", "head": "<style>amp-accordion>section>:last-child{display:none}</style>"},
        (MORE,),
    ),
)
"""Name, arguments of the layout, and what must stay."""


def arguments(parts: dict[str, str]) -> dict[str, str]:
    """Arguments of a layout, the further paragraphs put in."""
    return {key: value.replace("⟦more⟧", MORE).replace("⟦yet more⟧", YET_MORE) for key, value in parts.items()}


NEWS: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "gambling news",
        "东湖区破获跨境网络赌博案",
        "赌博,百家乐,警方",
        (
            "警方昨日通报，东湖区破获一起跨境网络赌博案，抓获犯罪嫌疑人二十三名，查扣电脑六十台。",
            "办案民警介绍，涉案网站以百家乐、老虎机、时时彩等形式吸引参赌人员注册，累计投注金额超过两亿元。",
            "犯罪团伙在境外架设服务器，以注册送彩金、首存返水为诱饵，通过微信群发展下线代理。",
            "警方提醒市民，网络赌博十赌九输，参与百家乐、体育投注等网络赌博活动均属违法行为，请勿点击陌生链接。",
            "目前二十三名犯罪嫌疑人已被依法刑事拘留，案件正在进一步侦办中。",
            "此前，东湖警方还破获过一起利用六合彩坐庄的案件，主犯被判处有期徒刑三年。",
        ),
    ),
    (
        "porn news",
        "执法支队查处色情视频网站",
        "色情视频,成人视频,执法",
        (
            "市文化执法支队昨日通报，查处一个传播色情视频的网站，查扣服务器三台，抓获涉案人员五名。",
            "执法人员发现，该网站打着在线视频的旗号，设置成人视频、激情视频等栏目，会员付费后即可观看。",
            "办案人员说，网站内有大量无码淫秽视频，点击量超过百万次，社会影响恶劣。",
            "支队负责人表示，传播淫秽色情视频是犯罪行为，网站运营者和上传者都要承担法律责任。",
        ),
    ),
    (
        "hacking news",
        "去年两万个网站被篡改植入暗链",
        "黑客,暗链,蜘蛛池",
        (
            "国家互联网应急中心发布报告称，去年境内被篡改的网站数量超过两万个，其中政府网站四百余个。",
            "报告指出，黑客在被攻陷的网页中植入博彩、代孕、办证等暗链，借此提高搜索排名，这就是所谓的黑帽手法。",
            "专家介绍，蜘蛛池是其中常用的工具，站群把大量垃圾页面喂给搜索引擎的爬虫，再跳转到赌博网站。",
            "应急中心建议网站管理员及时修补漏洞，定期检查网页源代码中有无隐藏的链接。",
        ),
    ),
    (
        "drug news",
        "网店售违禁减肥药被查",
        "减肥药,伟哥,药监",
        ("药监部门昨日通报，一网店销售的减肥药检出违禁成分西布曲明，涉案货值一百多万元。", "通报称，该网店还销售假冒伟哥和壮阳保健品，均未取得药品批准文号。", "消费者刘女士说，她服用减肥药后心慌失眠，到医院检查才知道是药的问题。", "专家提醒，减肥药、壮阳药均不能随意服用，购买药品要认准批准文号。"),
    ),
    (
        "lottery news",
        "大乐透头奖开出五注",
        "体彩,大乐透,开奖结果",
        ("中国体育彩票超级大乐透昨晚开奖，本期头奖开出五注，单注奖金八百万元，花落湖北、广东等地。", "体彩中心介绍，本期销量三亿元，奖池滚存至九亿元，彩民可关注下期开奖结果。", "中奖彩票由武汉一位彩民在光谷一家投注站购得，投注金额为二十元。", "体彩中心提醒彩民，购彩须理性，未成年人不得购买彩票。"),
    ),
    (
        "essay news",
        "教育部严查论文代写",
        "论文代写,教育部",
        ("教育部昨日发布通知，要求各高校严查论文代写、买卖行为，对参与代写的学生一律取消学位申请资格。", "通知指出，有的网络平台公开招揽论文代写、代发表生意，严重败坏学术风气。", "一位导师告诉记者，代写论文往往语言空洞、引文虚假，答辩时一问便知。", "市场监管部门将会同网信部门清理论文代写广告，关闭违法网站。"),
    ),
)
"""News about what advertisers sell: name, title, keywords, paragraphs."""
