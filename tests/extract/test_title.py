"""The headline of pages whose <title> was replaced or is missing: the line that says what the body says. All synthetic."""

import pytest

from qnews_scraper import restore

BODY = "".join(
    f"<p>　　{text}</p>"
    for text in (
        "本报讯　东湖图书馆本周起延长开放，夜间阅览室开到十点，周末照常借还。",
        "馆长说，夜间阅览室能坐一百二十人，延长开放的第一晚就坐满了，多数是下班赶来的职工。",
        "图书馆还把还书箱搬到地铁站口，读者不必专程跑一趟，夜间阅览室的座位可以在手机上预约。",
    )
)
HEADLINE = "东湖图书馆延长开放 夜间阅览室开到十点"


@pytest.mark.parametrize(
    "above",
    [
        f"<p>【我说两句】 字体大小 大 中 小 视力保护色 -</p><p>{HEADLINE}</p><p>http://www.donghu-daily.com 2012-1-9 13:04 东湖晚报</p>",
        f"<p>即时新闻</p><p>字型：</p><p><b>{HEADLINE} 【10:25】</b></p>",
        f"<h1>www.donghu-daily.com</h1><p>您的位置： 首页 &gt; 新闻 &gt; 正文</p><p><b>{HEADLINE}</b></p><p>www.donghu-daily.com 2012年01月09日 15:29 来源： 东湖晚报</p>",
        f"<p>{HEADLINE}</p><p>陈小满／东湖报道</p>",
        f"<h1>东湖新闻频道</h1><h2>{HEADLINE}</h2><h4>2012年01月09日 15:29 来源： 东湖晚报</h4>",
        f"<div>东湖图书馆</div><h3>{HEADLINE}</h3><p>（2012）东图字9号</p>",
        f"<div>东湖市文化局</div><div class=tit>{HEADLINE}</div><div>信息来源：东湖市图书馆浏览量：1093</div>",
        f"<h2>{HEADLINE}</h2><div><ul><li><a href=/1>要闻</a></li></ul></div>",
        f"<table><tr><td>发布机构</td><td>东湖图书馆</td></tr><tr><td>标 题</td><td>{HEADLINE}</td></tr><tr><td>成文日期</td><td>2012年1月9日</td></tr></table>",
        f"<p class=yt>读者在门外排起了长队</p><p class=bt>{HEADLINE}</p><p>本报记者 何 沛 见习记者 鲁 真 文/图</p>",
        f"<div class=m-module_articleTitle_28fPT>{HEADLINE}</div><p>东湖夜读</p><div>2012-01-09 09:32 来自东湖</div>",
        f"<div>{HEADLINE}</div><div>发布单位</div><div>东湖图书馆</div><div>发布时间</div><div>2012年1月9日</div>",
        f"<div>东湖市人民政府图书管理局</div><div>{HEADLINE}</div><div>何 沛 鲁 真 文/图</div>",
        f"<div>{HEADLINE}</div><div>08:51 稿源：东湖晚报 [微博] [微信]</div>",
        f"<div>您是第 38812 位访客</div><div><h2>{HEADLINE}</h2><div>作者：何沛</div></div>",
    ],
    ids=["bar of tools", "clock behind it", "an address as heading", "byline below it", "a site's name as heading", "a document's number below it", "a row of labels below it", "a heading right above the text", "a cell with its label, spaced out", "who wrote it below its class", "a class in camel case", "who published it, in cells below", "an office above and who wrote it below", "an hour and a source below", "a heading above its writer"],
)
@pytest.mark.parametrize("title", ["", "<title>澳门新葡京官网,百家乐,注册送彩金,时时彩</title>"], ids=["none", "replaced"])
def test_headline_without_a_title(above: str, title: str) -> None:
    page = f'<html><head>{title}</head><body><div><a href="/jsxw/">即时新闻</a> <a href="/sh/">社会</a></div>{above}{BODY}</body></html>'
    article = restore(page, url="http://www.donghu-daily.com/sh/2012-01/09/1.htm").article
    assert article is not None
    assert article.title == HEADLINE


def test_a_headline_without_marks_that_reads_like_text() -> None:
    headline = "夜间阅览室开到十点，职工不用再赶时间"
    article = restore(f"<html><body><div><a href=/>首页</a></div><div>{headline}</div>{BODY}</body></html>", url="http://www.donghu.example/1.htm").article
    assert article is not None
    assert article.title == headline
    assert article.text.startswith("本报讯")


@pytest.mark.parametrize(
    ("told", "above", "expected"),
    [
        pytest.param("杉湖融媒", f"<div class=title>{HEADLINE}</div><div>2021-03-04 08:11</div>", HEADLINE, id="a line named title"),
        pytest.param("杉湖妇女之家", f"<div><span style='font-size:large'>{HEADLINE}</span></div><div>作者：何沛</div>", HEADLINE, id="a larger line"),
        pytest.param("拾柴", f"<div class=_t0>{HEADLINE}</div><div>何沛</div><script>window.D={{\"article\":{{\"title\":\"{HEADLINE}\"}}}}</script>", HEADLINE, id="a line that the page's data call its title"),
        pytest.param("杉湖阅读", f"<p><font size=2>灯下</font><br><b>{HEADLINE.replace(' ', '<br>')}</b></p>", HEADLINE, id="a headline of two lines"),
        pytest.param("杉湖农商行_重要公告", f"<div>{HEADLINE}</div><div>各位读者：</div>", HEADLINE, id="a line that says what the text says"),
        pytest.param("杉湖日报", f"<p><font size=3>灯下</font><br><font size=5>{HEADLINE}</font><br><font size=2>本报记者　何 沛 川</font></p>", HEADLINE, id="a byline in the headline's box"),
        pytest.param("夜雨", "<h1>夜雨</h1><h2>——记江边图书馆的一个夏天</h2>", "夜雨", id="a short headline above its deck"),
        pytest.param("夜雨", "<p>夜雨</p><p><b>夜间阅览室里的读者</b></p>", "夜雨", id="a short headline without a tag"),
        pytest.param("夜雨_杉湖文学", "<p><b>夜雨</b></p><p>何沛</p><p>2021-03-04</p>", "夜雨", id="a short headline before the site's name"),
        pytest.param("灯下", "<h2>副刊作品选登</h2><h1>灯下</h1><p>何沛</p>", "灯下", id="a short headline below a column's name"),
        pytest.param("夜间阅览室", f"<p><b>{HEADLINE}</b></p>", "夜间阅览室", id="a short title of which the text speaks"),
        pytest.param(f"[夜读时光]{HEADLINE}_杉湖网络广播电视台", f"<div class=tit>{HEADLINE}</div><div>2021-03-04 08:11</div>", HEADLINE, id="a column's name before the headline"),
        pytest.param(f"[夜读时光]{HEADLINE}_杉湖网", f"<div class=tit>[夜读时光]{HEADLINE}</div><div>2021-03-04 08:11</div>", f"[夜读时光]{HEADLINE}", id="a column's name in the headline"),
        pytest.param("杉湖县政府网", f"<center>热烈祝贺我县荣获全省读书先进县称号！ 欢迎各界朋友来我县看书！</center><h2>{HEADLINE}</h2><center>日期：2021年3月4日 来源：杉湖报</center>", HEADLINE, id="a ribbon above the headline"),
        pytest.param("::::: 杉湖信息港新闻 :::::", f"<p><font size=6>{HEADLINE}</font></p><p>[ 作者：何沛 ]</p>", HEADLINE, id="a frame of marks around the site's name"),
        pytest.param(f"☆{HEADLINE}☆", f"<p>{HEADLINE}</p>", HEADLINE, id="stars around the headline"),
        pytest.param(f"<!-- title begin -->{HEADLINE}<!-- title end 0ms -->-杉湖在线", "<p>何沛</p>", HEADLINE, id="comments in <title>"),
        pytest.param("馆务新闻_杉湖图书", f"<h1>杉湖市东湖图书馆管理局</h1><p>求实</p><ul><li><a href=/2>馆舍改造提前完工</a></li><li><a href=/3>书库迎来新设备</a></li></ul><h2>{HEADLINE}</h2><p>08-05 何沛</p>", HEADLINE, id="an office's name as heading"),
        pytest.param("馆务新闻_杉湖图书", "<h1>夜间阅览室来到地铁局</h1><h2>读者说</h2>", "夜间阅览室来到地铁局", id="a headline that ends like an office's name"),
        pytest.param(f"{HEADLINE}-杉湖图片", f"<h1>{HEADLINE}(1/6)</h1>", HEADLINE, id="the number of a picture behind it"),
        pytest.param(f"{HEADLINE} - 杉湖社区", f"<h1>{HEADLINE} <span>[图]</span></h1>", HEADLINE, id="a board's mark of pictures"),
        pytest.param(f"{HEADLINE}[图] - 杉湖社区", f"<h1>{HEADLINE}[图]</h1>", f"{HEADLINE}[图]", id="a mark of pictures that <title> has too"),
        pytest.param("灯下", "<div class=title>杉湖文学网</div><p>何沛</p>", "灯下", id="only the site's name in bold"),
        pytest.param("杉湖图书馆协会", "<div><b>推荐会员单位</b><br><a href=/1>青石书店</a><br><a href=/2>渡口书屋</a><br><a href=/3>灯下书房</a></div><div class=newstitle>夜里的灯，替谁“亮”着</div><div>[2021-03-04] 文章来源：杉湖报</div>", "夜里的灯，替谁“亮”着", id="a line named title below a bold heading of links"),
        pytest.param("杉湖图书馆协会", "<div><b>推荐会员单位</b><br><a href=/1>青石书店</a><br><a href=/2>渡口书屋</a><br><a href=/3>灯下书房</a></div><div id=bt>夜里的灯，替谁“亮”着</div><div>发布时间：2021-03-04</div>", "夜里的灯，替谁“亮”着", id="a line called so in pinyin"),
        pytest.param("杉湖热线", "<p align=center><b>老何的早茶，从一把铜壶说起</b></p><p align=center>作者：何沛 来源：杉湖文史 点击：213</p>", "老何的早茶，从一把铜壶说起", id="a bold line that reads like text above a row of labels"),
        pytest.param("杉湖新闻客户端", "<div class=tit>灯，替谁“亮”着</div><div><b>杉湖新闻</b><span>3小时前</span> <span>杉湖</span></div>", "灯，替谁“亮”着", id="an account and how long ago above the text"),
        pytest.param("社会", f"<div>东湖图书馆</div><div><a href=/1>馆务</a> <a href=/2>读者</a> <a href=/s/>社会</a> <a href=/4>下载</a></div><div>{HEADLINE}</div><div>信息来源：何沛</div>", HEADLINE, id="the house above its menu, of which the text speaks"),
        pytest.param("延长开放公告", "<h3>东湖图书馆关于今年夏天夜间阅览室延长开放公告</h3>", "东湖图书馆关于今年夏天夜间阅览室延长开放公告", id="only what kind of notice it is"),
        pytest.param("图书馆延长开放公告", "<h3>东湖图书馆延长开放公告</h3>", "图书馆延长开放公告", id="a notice in other words"),
        pytest.param("杉湖一中", "<div><b>最新更新</b><br><a href=/1>馆舍改造提前完工</a><br><a href=/2>书库迎来新设备</a><br><a href=/3>读者座谈会周末举行</a></div><center><font size=5>灯下“共读”又一年</font><br>作者：何沛 浏览次数：302</center>", "灯下“共读”又一年", id="a larger line above a row of labels in one box"),
        pytest.param("夜间阅览室延长借还名单公告（第七批） - 杉湖市图书馆", "<div class=detail_bigtitle>关于东湖图书馆夜间阅览室延长开放的公告</div>", "关于东湖图书馆夜间阅览室延长开放的公告", id="the title of another notice"),
        pytest.param("杉湖市文化局-新闻稿-夜间阅览室座位预约启动", "<h2>东湖图书馆夜间阅览室 晚上十点还坐满职工</h2>", "东湖图书馆夜间阅览室 晚上十点还坐满职工", id="an office's own words in <title>"),
        pytest.param("东湖图书馆夜间阅览室延长开放通知", "<h2>值得一看的三本古籍新书</h2>", "东湖图书馆夜间阅览室延长开放通知", id="a heading of which the text says less"),
        pytest.param("领导讲话", "<div>馆务概况 | 馆务要闻 | 领导讲话 | 读者风采</div><div>在全县读书工作会议上的讲话</div><div>（二〇二一年三月四日）</div><div>阅读次数：88</div>", "在全县读书工作会议上的讲话", id="a section of a menu without links"),
        pytest.param("夜雨", "<h1>夜雨</h1><div>夜雨 | 何沛 | 散文</div>", "夜雨", id="a short headline said again between bars"),
        pytest.param("杉湖县人民法院", "<div class=tt>老人状告四个儿女 坝子里握手言和</div><div>作者：何沛　鲁真　　发布时间：2021-03-04 10:51:37</div>", "老人状告四个儿女 坝子里握手言和", id="a line without a mark above the dateline"),
        pytest.param("健康科普-杉湖县福源网", f"<ul id=nav><li>专家门诊</li><li>健康科普</li></ul><h1>{HEADLINE}</h1><div>来源：东湖图书馆</div>", HEADLINE, id="a section of a menu of list items without links"),
        pytest.param("杉湖图书馆协会", f"<p><b>{HEADLINE}</b></p><div class=title>馆内图片</div><p>何沛</p>", HEADLINE, id="a box named title below a bold headline"),
    ],
)
def test_a_title_of_which_the_text_does_not_speak(told: str, above: str, expected: str) -> None:
    page = f"<html><head><title>{told}</title></head><body><div><a href=/>首页</a> <a href=/s/>社会</a></div>{above}{BODY}</body></html>"
    article = restore(page, url="http://www.shanhu.example/s/2021/1.htm").article
    assert article is not None
    assert article.title == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("Keqiao looms slow down as autumn orders fall", "Keqiao looms slow down as autumn orders fall", id="of which the text speaks"),
        pytest.param("Hot searches and trade alerts for members", "Shanhu Trade - Made for everyone", id="of which it does not"),
    ],
)
def test_an_english_heading_below_the_slogan_of_a_site(heading: str, expected: str) -> None:
    text = "<p>Looms in Keqiao, the largest market for fabrics, have slowed down since orders for the autumn fall short.</p><p>Stocks of grey fabric rose to 37 days of output, up from 29 days a month earlier, the owners say.</p><p>Everyone asks for the price, and Dyers remain busy with repeat orders for knitted fabrics.</p>"
    page = f"<html><head><title>Shanhu Trade - Made for everyone</title></head><body><div>Products | Suppliers | News</div><h2>{heading}</h2><div>Source: Shanhu Textile Weekly</div>{text}</body></html>"
    article = restore(page, url="http://www.shanhu.example/en/1.htm").article
    assert article is not None
    assert article.title == expected


FERRY = {
    "zh-Hans": (
        ("大桥通车之后 渡口留下一条渡船", "最后的摆渡人"),
        "首页 要闻 社会 体育 文化 专题",
        ("标题", "发布日期", "内容", "延伸阅读"),
        ("2019年3月4日", "陈小满", "——记渡口镇摆渡人郑阿水"),
        (
            "凌晨三点，渡口的灯已经亮了。摆渡人郑阿水解开缆绳，把两筐青菜搬上船头，今天的第一趟渡船要赶在早市之前过河。",
            "渡口开了六十年，渡船换过五条，摆渡人只换过一次。郑阿水从父亲手里接过竹篙那年，河上还没有一座桥。",
            "去年大桥通车，过河的人少了九成。镇里原打算把渡口撤掉，是对岸二十几户菜农联名写信，才把渡船留了下来。",
        ),
        ("浦原网", "浦原广播电视台", "浦原县水利局-工作动态", "诗与远方", "浦原科技大学 Puyuan University of Technology", "浦原新区", "浦原摄影协会 -- 协会动态", "麦田诗刊-短章选"),
    ),
    "zh-Hant": (
        ("大橋通車之後 渡口留下一條渡船", "最後的擺渡人"),
        "首頁 要聞 社會 體育 文化 專題",
        ("標題", "發佈日期", "內容", "延伸閱讀"),
        ("民國108年3月4日", "陳小滿", "——記渡口鎮擺渡人鄭阿水"),
        (
            "凌晨三點，渡口的燈已經亮了。擺渡人鄭阿水解開纜繩，把兩筐青菜搬上船頭，今天的第一趟渡船要趕在早市之前過河。",
            "渡口開了六十年，渡船換過五條，擺渡人只換過一次。鄭阿水從父親手裡接過竹篙那年，河上還沒有一座橋。",
            "去年大橋通車，過河的人少了九成。鎮裡原打算把渡口撤掉，是對岸二十幾戶菜農聯名寫信，才把渡船留了下來。",
        ),
        ("蒲原網", "蒲原雙月刊", "國立蒲原大學 National Puyuan University", "蒲原．生活", "蒲原觀點"),
    ),
    "en": (
        ("A bridge opens, and one ferry stays", "The last ferryman at the landing"),
        "Home News Society Sports Culture Topics",
        ("Title", "Date", "Content", "Read next"),
        ("March 4, 2019", "By Chen Xiaoman", "What a township learned from two dozen growers"),
        (
            "At three in the morning the lamp at the ferry landing is already lit. Zheng Ashui, the ferryman, unties the rope and loads two baskets of greens.",
            "The ferry has run for sixty years, and five boats have come and gone, but the ferryman has changed only once. When he took the pole from his father there was no bridge.",
            "Since the bridge opened last year nine riders in ten have left. The township meant to close the landing until two dozen growers wrote a letter.",
        ),
        ("Puyuan Review", "Puyuan Bay, China", "The Puyuan Herald"),
    ),
}
"""By language: headlines, menu, labels, what stands below a headline, the text, names that a site writes into <title> instead."""


def ferry(language: str, told: str, headline: str, form: str) -> str:
    _, menu, (called, dated, content, more), (day, writer, deck), text, _ = FERRY[language]
    body = "".join(f"<p>{line}</p>" for line in text)
    links = " ".join(f"<a href=/{at}/>{word}</a>" for at, word in enumerate(menu.split()))
    above = {
        "the site's name as heading": f"<h1>{told}</h1><nav>{links}</nav><section><h2>{headline}</h2>",
        "the site's name as heading and link": f"<h1><a href=/>{told}</a></h1><nav>{links}</nav><section><h2>{headline}</h2><p>{day}</p>",
        "a link to the page itself": f"<div><a href=/index.html>{told}</a><div>{links}</div></div><section><div class=entry-title><a href='#'>{headline}</a></div><div>{day}</div>",
        "a link to its address": f"<div><a href=/>{told}</a><div>{links}</div></div><section><h2 class=entry-title><a href=/life/ferry.html>{headline}</a></h2><div>{day}</div>",
        "a cell with its label": f"<div>{links}</div><section><table><tr><th>{called}<td>{headline}<tr><th>{dated}<td>{day}<tr><th>{content}<td>{body}</table>",
        "larger, above the dateline in one box": f"<div>{links}</div><section><center><font size=5>{headline}</font><br><font size=2>{day} {writer}</font></center><hr>",
        "above a deck": f"<div>{links}</div><section><h2>{headline}</h2><p>{deck}</p><p>{day}</p>",
        "above its writer": f"<div>{links}</div><section><p align=center><b>{headline}</b></p><p align=center>{writer}</p>",
        "below a kicker": f"<div>{links}</div><section><div>{menu.split()[4]}</div><h2>{headline}</h2><div>{day}</div>",
    }[form]
    return f"<html lang={language}><head><title>{told}</title></head><body>{above}{'' if '<th>' in above else body}</section><h3>{more}</h3><ul><li><a href=/r1>{menu.split()[1]}</a></ul></body></html>"


FERRY_FORMS = ["the site's name as heading", "the site's name as heading and link", "a link to the page itself", "a link to its address", "a cell with its label", "larger, above the dateline in one box", "above a deck", "above its writer", "below a kicker"]


@pytest.mark.parametrize("form", FERRY_FORMS)
@pytest.mark.parametrize(("language", "told"), [(language, told) for language, row in FERRY.items() for told in row[-1]])
def test_the_headline_where_the_title_is_only_a_name(language: str, told: str, form: str) -> None:
    for headline in FERRY[language][0]:
        article = restore(ferry(language, told, headline, form), url="http://www.puyuan.example/life/ferry.html").article
        assert article is not None
        assert article.title == headline


@pytest.mark.parametrize(
    ("language", "told", "above", "expected"),
    [
        pytest.param("zh-Hans", "浦原工人报", "<table><tr><td>■ 长篇通讯</td></tr><tr><td>最后的摆渡人</td></tr><tr><td>——记渡口镇摆渡人郑阿水</td></tr><tr><td>07-8-24 第二版</td></tr></table>", "最后的摆渡人", id="a subtitle with a dash, no marks"),
        pytest.param("zh-Hant", "蒲原工人報", "<div>最後的擺渡人</div><div>――記渡口鎮擺渡人鄭阿水</div><div>2007-08-24</div>", "最後的擺渡人", id="a subtitle with bars"),
        pytest.param("zh-Hans", "《午间一刻》最后的摆渡人-浦原台", "<h1><em>午间一刻</em><span>最后的摆渡人</span></h1>", "最后的摆渡人", id="a programme before it, in brackets in <title>"),
        pytest.param("zh-Hant", "最後的擺渡人-蒲原臺", "<h1><i>午間一刻</i>最後的擺渡人</h1>", "最後的擺渡人", id="a programme before it that <title> lacks"),
        pytest.param("zh-Hans", "午间一刻最后的摆渡人-浦原台", "<h1><em>午间一刻</em><span>最后的摆渡人</span></h1>", "午间一刻最后的摆渡人", id="a first part of the headline in an element of its own"),
        pytest.param("zh-Hans", "摆渡人", "<h1>摆渡人</h1><div><a href=/w>微信</a> <a href=/b>微博</a> <a href=/q>空间</a> <a href=/d>豆瓣</a></div><h2>父亲手里的竹篙</h2>", "摆渡人", id="a short headline above a bar of links and a heading"),
        pytest.param("en", "The Ferryman", "<h1>The Ferryman</h1><div><a href=/w>Mail</a> <a href=/b>Print</a> <a href=/q>Save</a> <a href=/d>Share</a></div><h2>Two baskets of greens</h2>", "The Ferryman", id="the same in English"),
        pytest.param("en", "The Last Ferry - Puyuan Herald", "<h2>The Last Ferry</h2><p>A township learns from two dozen growers</p><p>March 4, 2019</p>", "The Last Ferry", id="a short headline above its deck and date"),
        pytest.param("zh-Hans", "摆渡人", "<p>首发于浦原文学第三期的一篇散文</p><p>2019年3月4日</p>", "摆渡人", id="a short headline that is nowhere on the page, above the dateline what the text does not speak of"),
        pytest.param("zh-Hans", "浦原在线 - 浦原人自己的网上家园", "<h1>浦原人自己的网上家园</h1><h2>大桥通车之后 渡口留下一条渡船</h2><div>2019-03-04</div>", "大桥通车之后 渡口留下一条渡船", id="a slogan as heading"),
        pytest.param("zh-Hans", "浦原日报", "<div class=yinti>去年大桥通车，渡口还在</div><div class=title>最后的摆渡人</div><div class=futi>二十几户菜农联名写信</div><div>2019-03-04 第4版</div>", "最后的摆渡人", id="lines above and below it, and its class"),
        pytest.param("zh-Hant", "蒲原網", "<h1>大橋通車之後 渡口留下一條渡船</h1><h2>2019年3月4日 星期一</h2>", "大橋通車之後 渡口留下一條渡船", id="a dateline as heading below it"),
        pytest.param("zh-Hans", "浦原网", "<h2>2019年3月4日 星期一</h2><h3>大桥通车之后 渡口留下一条渡船</h3>", "大桥通车之后 渡口留下一条渡船", id="a dateline as heading above it"),
        pytest.param("en", "The Puyuan Herald", "<h1>The Puyuan Herald</h1><nav><a href=/1>One</a> <a href=/2>Two</a> <a href=/3>Three</a> <a href=/4>Four</a></nav><h4>Feature</h4><h2>A bridge opens, and one ferry stays</h2><h3>Two baskets of greens and a letter</h3><p>By Chen Xiaoman</p>", "A bridge opens, and one ferry stays", id="headings of three sizes below a menu"),
        pytest.param("zh-Hans", "渡口纪事 - 菜农的一封信", "<h1>菜农的一封信</h1><h2>大桥通车之后 渡口留下一条渡船</h2>", "菜农的一封信", id="a headline behind a column that is no site"),
        pytest.param("zh-Hans", "最后的摆渡人", "<h2>最后的摆渡人 【11:25】</h2>", "最后的摆渡人", id="a heading with a clock behind it"),
    ],
)
def test_what_stands_beside_a_headline(language: str, told: str, above: str, expected: str) -> None:
    _, menu, _, _, text, _ = FERRY[language]
    links = " ".join(f"<a href=/{at}/>{word}</a>" for at, word in enumerate(menu.split()))
    page = f"<html lang={language}><head><title>{told}</title></head><body><div>{links}</div>{above}{''.join(f'<p>{line}</p>' for line in text)}</body></html>"
    article = restore(page, url="http://www.puyuan.example/life/ferry.html").article
    assert article is not None
    assert article.title == expected


VERSES = [
    "晒谷的人把秋天摊在坪上", "木耙一推，阳光就翻了个身", "父亲端着簸箕从风里走来", "簸箕里的稻壳追着一只鸡", "我数过他翻谷的步子", "九十九步，中间歇三回", "第一回把木耙换到左手", "第二回望一望山后的云",
    "傍晚把谷堆染成蜂蜜的颜色", "狗趴在风车底下，听", "谷粒从袋口跳出来的声音", "像许多很小的脚步，跑远又跑回", "后来烘干机吃完了整个村的稻", "坪上只晒着几床旧被子",
]  # fmt: skip


@pytest.mark.parametrize("writer", ["巴特尔·苏合", "陈小满"])
def test_the_short_headline_of_a_poem_and_its_first_verse(writer: str) -> None:
    page = f"<html><head><title>麦田诗刊-短章选</title></head><body><table><tr><td>{''.join(f'<a href=/{at}.htm>渡口镇夏粮收购价格第{at}次公布</a><br>' for at in range(12))}</td><td><p><font size=5><b>谷坪</b></font></p><p>{writer}</p><blockquote>{'<br>'.join(VERSES)}</blockquote></td></tr></table></body></html>"
    article = restore(page, url="http://www.maitian.example/d/show.asp?ID=9").article
    assert article is not None
    assert article.title == "谷坪"
    assert article.text.startswith(VERSES[0])
    assert article.authors == writer


ROWS = [
    "2014-10-09 16:40&nbsp;&nbsp;来源：东湖新闻 记者 何沛&nbsp;&nbsp;评论：0", "2014年10月09日 来源：东湖新闻", "（2014-10-09 16:40）", "2014-10-09", "来源：东湖新闻 作者：何沛 2014-10-09", "作者：何沛 点击：213", "何沛 2014-10-09 16:40:33", "2014-10-9 8:03 | 何沛 | 东湖新闻",
    "【字号：大 中 小】 2014-10-09", "發佈時間：2014-10-09 來源：東湖新聞", "Posted on October 9, 2014", "By Pei He", "9 Oct 2014",
]  # fmt: skip


@pytest.mark.parametrize("told", [f"<title>{HEADLINE}_东湖网</title>", "<title>1.76复古传奇私服|热血传奇开服</title>", ""], ids=["told", "replaced", "none"])
@pytest.mark.parametrize(("heading", "mark"), [("h1", "span"), ("h2", "small"), ("h1", "em"), ("h1", "div")])
@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_information_in_an_element_of_its_own_in_the_heading(told: str, heading: str, mark: str, row: str) -> None:
    article = restore(f"<html><head>{told}</head><body><div><a href=/>首页</a> <a href=/s/>社会</a></div><{heading}>{HEADLINE}<{mark}>{row}</{mark}></{heading}><div>{BODY}</div></body></html>").article
    assert article is not None
    assert article.title == HEADLINE
    assert article.text.startswith("本报讯 东湖图书馆")


@pytest.mark.parametrize(
    ("told", "above", "expected"),
    [
        pytest.param("东湖阅读指数 2014年10月9日_东湖网", "<h1>东湖阅读指数 <span>2014年10月9日</span></h1>", "东湖阅读指数 2014年10月9日", id="a day that <title> has too"),
        pytest.param("夜间阅览室2014-10-09日记_东湖网", "<h1>夜间阅览室<span>2014-10-09</span>日记</h1>", "夜间阅览室2014-10-09日记", id="a day amid the headline"),
        pytest.param("夜间阅览室：谁是读者_东湖网", "<h1>夜间阅览室：<em>谁是读者</em></h1>", "夜间阅览室：谁是读者", id="an emphasis"),
        pytest.param("[灯下]夜间阅览室开到十点_东湖台", "<h3>《灯下》：夜间阅览室开到十点</h3>", "《灯下》：夜间阅览室开到十点", id="a column in other marks than in <title>"),
        pytest.param("【燈下】夜間閱覽室開到十點｜東湖臺", "<h2>燈下｜夜間閱覽室開到十點</h2>", "燈下｜夜間閱覽室開到十點", id="a column before a bar"),
        pytest.param("[灯下]夜间阅览室开到十点_东湖台", "<h3>《灯下》：还书箱搬到地铁站口</h3><h1>夜间阅览室开到十点</h1>", "夜间阅览室开到十点", id="another part of the same column"),
        pytest.param("东湖日报 - 图书馆延长开放 夜间阅览室开到十点", "<h1>图书馆延长开放<br>夜间阅览室开到十点</h1>", "图书馆延长开放 夜间阅览室开到十点", id="two lines behind the site's name"),
        pytest.param("東湖日報 | 閱覽室加座 還書箱進站 圖書館延長開放", "<h1>閱覽室加座<br>還書箱進站<br>圖書館延長開放</h1>", "閱覽室加座 還書箱進站 圖書館延長開放", id="three lines behind the site's name"),
        pytest.param("The library stays open Readers come at night | Donghu Herald", "<h1>The library stays open<br>Readers come at night</h1>", "The library stays open Readers come at night", id="two lines in English"),
        pytest.param("东湖日报 - 夜间阅览室开到十点", "<h1>夜间阅览室开到十点<br>读者排起了长队</h1>", "夜间阅览室开到十点", id="a second line that <title> lacks"),
    ],
)
def test_the_lines_and_parts_of_a_heading(told: str, above: str, expected: str) -> None:
    article = restore(f"<html><head><title>{told}</title></head><body><div><a href=/>首页</a> <a href=/s/>社会</a></div>{above}<div>2014-10-09 16:40</div><div>{BODY}</div></body></html>").article
    assert article is not None
    assert article.title == expected


@pytest.mark.parametrize("headline", ["老字号酱园上市首日破发", "遗嘱写在烟盒上 有没有效？"])
def test_a_dump_s_headline_between_its_trail_and_its_dateline(headline: str) -> None:
    lines = ("渤海之窗", "专题", "经济", "您当前位置： 新闻中心>>正文", headline, "2021-10-26 17:30 渤海之窗 记者 边疆", "渤海之窗10月26日讯 江边的两条旧船昨天拖上了岸，修船的师傅量了三遍，说龙骨还能再用二十年。", "船主在岸上等了一天，没有说话，只把随身带的热茶分给大家。", "修好以后，两条船会停在新码头边，给来看江的人坐一坐。")
    found = restore("\n\n".join(lines)).article
    assert found is not None
    assert (found.title, found.date_published[:10], found.authors) == (headline, "2021-10-26", "边疆")
