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
