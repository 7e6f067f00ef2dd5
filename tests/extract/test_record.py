"""The record that Founder's systems leave in a comment. Pages of own writing, in the form that the digital editions of papers have."""

import pytest

from qnews_scraper import restore
from qnews_scraper.extract.record import record

TITLE = "一条短信找到了姐姐"
TEXT = "".join(f"<p>　　{line}</p>" for line in ("“我找到姐姐了！”昨天下午，一条七个字的短信发到了热线上，编辑部里响起了掌声。", "今年四月，读者写信来，讲述自己五岁时在码头与姐姐走散的经历，记得的线索只有三条。", "报道刊出当天，热线就接到四十多条线索，退休的邮递员画出了全城十一口老井的位置。"))


def article(fields: str, shown: str = TITLE, over: str = "本报热线昨日接到好消息"):
    html = f"<html><head><title>江湾晚报-数字报</title></head><!--enpproperty {fields}/enpproperty--><body><table><tr><td>上一期</td></tr></table><table><tr><td>{over}</td></tr><tr><td>{shown}</td></tr><tr><td>失散多年的姐妹团聚</td></tr></table><div id=ozoom>{TEXT}</div></body></html>"
    found = restore(html.encode(), url="http://epaper.jiangwan.example.com/").article
    assert found is not None
    return found


def test_it_tells_which_line_is_the_headline_and_what_no_line_tells() -> None:
    found = article(f"<date>2009-05-26 02:10:33.0</date><author>葛一鸣</author><title>{TITLE}</title><keyword>寻亲 热线</keyword><sourcename>江湾晚报</sourcename><liability>苏文</liability>")
    assert (found.title, found.date_published[:10], found.authors, found.source, found.editors, found.keywords) == (TITLE, "2009-05-26", "葛一鸣", "江湾晚报", "苏文", "寻亲 热线")


def test_another_article_s_is_not_believed() -> None:
    found = article("<date>2009-05-26 02:10:33.0</date><author>葛一鸣</author><title>渡口的候船室修好了</title><liability>苏文</liability>")
    assert (found.title == "渡口的候船室修好了", found.date_published, found.authors, found.editors) == (False, "", "", "")


def test_what_the_page_shows_counts_more() -> None:
    found = article(f"<author>葛一鸣</author><title>{TITLE}</title><sourcename>江湾晚报</sourcename>", shown=f"{TITLE}</td></tr><tr><td>2009-05-27 来源：白石日报 记者 何沛")
    assert (found.title, found.date_published, found.authors, found.source) == (TITLE, "2009-05-27", "何沛", "白石日报")


@pytest.mark.parametrize(
    ("comment", "fields"),
    [
        ("enpproperty <title>A&ldquo;B&rdquo;</title><author></author><sourcename>null</sourcename>/enpproperty", {"enp:title": "A“B”"}),
        (" enpproperty <title> 一 \n 二 </title>", {"enp:title": "一 二"}),
        ("enpproperty <title>一<title>二</title>", {"enp:title": "二"}),
        ("enpproperty <title>一</author>", {}),
        ("enpcontent <title>一</title>", {}),
        ("", {}),
    ],
)
def test_its_form(comment: str, fields: dict[str, str]) -> None:
    assert dict(record(comment)) == fields
