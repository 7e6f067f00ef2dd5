"""Where a page says which section it belongs to: trails in every markup, lone links, labels, heads; and what only looks like one. All of own writing."""

import pytest

from qnews_scraper import restore

TITLE = "老渡口的摆渡船换了电机"
TEXT = (
    "老渡口的三条摆渡船上周换上了电机，开起来只听得见水声，岸上钓鱼的人都抬头看了一眼。",
    "船工老葛在河上摆了二十六年渡，他说从前耳朵里整天是柴油机的响声，回家吃饭还要大声说话。",
    "渡口管理站介绍，换下来的柴油机送到了县里的职业学校，给学生拆装实习用，一台也没有扔掉。",
)
HOME, FIRST, SECOND = "<a href='/'>首页</a>", "<a href='/news/'>新闻</a>", "<a href='/news/local/'>本地</a>"


def section(above: str = "", below: str = "", after: str = "", head: str = "", title: str = f"{TITLE}_青渡网", url: str = "http://www.qingdu.example/news/local/7.html") -> str:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    nav = "<div class=menu><a href='/'>首页</a><a href='/news/'>新闻</a><a href='/sports/'>体育</a><a href='/culture/'>文化</a></div>"
    page = f"<html><head><title>{title}</title>{head}</head><body>{nav}{above}<h1>{TITLE}</h1>{below}<div>2020-03-04 10:20</div><div class=content>{text}</div>{after}<div>版权所有 青渡网</div></body></html>"
    found = restore(page, url=url).article
    assert found
    return found.section


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        pytest.param(f"<div>{HOME} &gt; {FIRST} &gt; {SECOND} &gt; 正文</div>", "新闻 / 本地", id="marks"),
        pytest.param(f"<div>{HOME} → {FIRST}</div>", "新闻", id="an-arrow"),
        pytest.param(f"<div>{HOME}/{FIRST}/{SECOND}</div>", "新闻 / 本地", id="slashes-without-blanks"),
        pytest.param(f"<div data-testid='article-breadcrumb'>{FIRST}<span>/</span>{SECOND}</div>", "新闻 / 本地", id="no-home-but-a-name"),
        pytest.param(f"<ol class=breadcrumb><li>{HOME}</li><li>{FIRST}</li><li>{SECOND}</li></ol>", "新闻 / 本地", id="a-list"),
        pytest.param(f"<ul aria-label=breadcrumbs><li>{HOME}</li><li>{FIRST}</li><li>正文</li></ul>", "新闻", id="a-list-by-its-label"),
        pytest.param(f"<div class=crumbs><div>{FIRST}</div>&gt;<div>{SECOND}</div>&gt;2020年03月04日</div>", "新闻 / 本地", id="boxes-and-a-day"),
        pytest.param(f"<div>当前位置：{HOME} - {FIRST} - {SECOND}</div>", "新闻 / 本地", id="a-label-and-dashes"),
        pytest.param(f"<div>当前位置：{HOME}—{FIRST}—{SECOND}</div>", "新闻 / 本地", id="a-label-and-long-dashes"),
        pytest.param("<div>当前位置：首页—水乡—本地</div>", "水乡 / 本地", id="long-dashes-without-links"),
        pytest.param("<div class='detail_bread__7c'><span>首页</span><span>/</span><span>水乡</span></div>", "水乡", id="slashes-without-links-in-what-is-called-a-trail"),
        pytest.param("<div class=tabs><span>首页</span><span>/</span><span>水乡</span></div>", "", id="slashes-without-links"),
        pytest.param("<div class=breadth><span>水乡</span><span>/</span><span>本地</span></div>", "", id="slashes-without-links-nor-home"),
        pytest.param("<div class=place>晴 / 多云</div>", "", id="weather-in-a-place"),
        pytest.param("<div class=breadcrumb>简 / 繁</div>", "", id="scripts-in-a-trail"),
        pytest.param(f"<div class=path>当前位置：{HOME}&nbsp;{SECOND}</div>", "本地", id="a-label-and-margins"),
        pytest.param(f"<nav class=crumbs>{HOME}{FIRST}{SECOND}</nav>", "新闻 / 本地", id="links-side-by-side-in-what-is-called-a-trail"),
        pytest.param(f"<nav class=bar>{HOME}{FIRST}{SECOND}</nav>", "", id="links-side-by-side"),
        pytest.param("<div class=bread>OPINION / RIVERSIDE</div>", "OPINION / RIVERSIDE", id="capitals-in-a-trail"),
        pytest.param("<div class=tools>PRINT / SHARE</div>", "", id="capitals-without-a-name"),
        pytest.param(f"<div>{HOME} &gt; {FIRST} &gt; 浏览文章</div>", "新闻", id="a-step-that-is-the-page"),
        pytest.param(f"<div class=category>{SECOND}</div>", "本地", id="a-category-by-itself"),
        pytest.param(f"<div class=x>{SECOND}</div>", "本地", id="a-folder-of-the-address"),
        pytest.param("<div class=cat-links><a rel='category tag' href='/?cat=3'>水边</a></div>", "水边", id="a-category-of-a-blog"),
        pytest.param("<table><tr><td>第A06版：水乡</td><td><a href=#>上一版</a> <a href=#>下一版</a></td></tr></table>", "水乡", id="a-page-of-a-paper"),
        pytest.param("<div>当前栏目：水乡</div>", "水乡", id="a-label"),
        pytest.param("<fieldset><legend>水乡</legend>", "水乡", id="a-legend"),
        pytest.param("<fieldset><legend>用户登录</legend><input></fieldset>", "", id="a-form-to-log-in"),
        pytest.param(f"<div>{FIRST} / {SECOND} / <a href='/sports/'>体育</a> / <a href='/culture/'>文化</a> / <a href='/video/'>视频</a></div>", "", id="a-menu-with-slashes"),
        pytest.param("<div><a href='/login'>登录</a></div>", "", id="a-lone-link-to-log-in"),
        pytest.param("<div><a href='/ad/1'>渡口茶楼开业</a></div>", "", id="a-lone-link-elsewhere"),
        pytest.param("<ul class=menu2><li><a href='/a/'>要闻</a></li><li><a href='/b/'>图片</a></li></ul>", "", id="a-list-that-is-a-menu"),
    ],
)
def test_above_the_headline(above: str, expected: str) -> None:
    assert section(above) == expected


def test_elsewhere_on_the_page() -> None:
    assert section(below=f"<div>{SECOND} &gt;</div>") == "本地"
    assert section(after="<div>分类：水边 | 标签：电机，渡口</div>") == "水边"
    assert section(title=f"{TITLE}_文化_青渡网") == "文化"
    assert section(title=f"{TITLE} | 柴油机 | 青渡网") == ""
    assert section(head="<meta name=section content=水乡>") == "水乡"
    assert section(head='<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[{"name":"首页"},{"name":"新闻"},{"item":{"name":"本地"}}]}</script>') == "新闻 / 本地"
