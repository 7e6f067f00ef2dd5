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
    ],
    ids=["bar of tools", "clock behind it", "an address as heading", "byline below it"],
)
@pytest.mark.parametrize("title", ["", "<title>澳门新葡京官网,百家乐,注册送彩金,时时彩</title>"], ids=["none", "replaced"])
def test_headline_without_a_title(above: str, title: str) -> None:
    page = f'<html><head>{title}</head><body><div><a href="/jsxw/">即时新闻</a> <a href="/sh/">社会</a></div>{above}{BODY}</body></html>'
    article = restore(page, url="http://www.donghu-daily.com/sh/2012-01/09/1.htm").article
    assert article is not None
    assert article.title == HEADLINE


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
        pytest.param("杉湖图书馆协会", f"<p><b>{HEADLINE}</b></p><div class=title>馆内图片</div><p>何沛</p>", HEADLINE, id="a box named title below a bold headline"),
    ],
)
def test_a_title_of_which_the_text_does_not_speak(told: str, above: str, expected: str) -> None:
    page = f"<html><head><title>{told}</title></head><body><div><a href=/>首页</a> <a href=/s/>社会</a></div>{above}{BODY}</body></html>"
    article = restore(page, url="http://www.shanhu.example/s/2021/1.htm").article
    assert article is not None
    assert article.title == expected
