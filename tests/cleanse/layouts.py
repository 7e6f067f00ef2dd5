"""Three pages around one article: a portal of the 2010s, a table page of the 1990s, a page of today. All synthetic."""

TITLE = "东湖区老旧小区加装电梯年内开工三百部"
PARAGRAPHS = (
    "本报讯（记者 李明）记者昨日从东湖区住房和城乡建设局获悉，今年全区计划为老旧小区加装电梯三百部，首批一百二十部已经开工。",
    "据介绍，加装电梯的费用由财政补贴、住宅专项维修资金和居民自筹三部分组成，每部电梯市区两级财政补贴二十万元。",
    "家住桃园小区六楼的退休教师王秀兰今年七十二岁，她说，以前买菜回来要在楼梯上歇三次，电梯装好以后再也不用发愁了。",
    "区住建局局长陈建国表示，加装电梯必须征得本单元三分之二以上业主同意，方案要在小区公示十五天，接受居民监督。",
    "为了减少施工对居民出行的影响，施工单位把作业时间定在上午八点至十二点、下午两点至六点，周末和节假日停工。",
    "记者了解到，东湖区自二零一九年启动加装电梯工作以来，已累计完成四百六十部，惠及居民五千多户。",
)
DESCRIPTION = "东湖区今年计划为老旧小区加装电梯三百部，首批一百二十部已经开工。"
KEYWORDS = "东湖区,加装电梯,老旧小区"
URL = "http://www.donghu-daily.com/ms/2023/0608/123.html"


def portal(between: str = "", *, head: str = "", title: str = TITLE + "-东湖日报", keywords: str = KEYWORDS, description: str = DESCRIPTION, before: str = "", after: str = "", top: str = "", bottom: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    body = [f"<p>　　{p}</p>" for p in paragraphs]
    body.insert(3, between)
    return f"""{before}<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{title}</title><meta name="keywords" content="{keywords}"><meta name="description" content="{description}">{head}</head>
<body>{top}<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/yw/">要闻</a></li><li><a href="/ms/">民生</a></li></ul></div>
<div class="main"><div class="left"><div class="crumb"><a href="/">首页</a>&gt;<a href="/ms/">民生</a>&gt;正文</div><h1>{TITLE}</h1><div class="meta"><span>2023-06-08 09:12</span> <span>来源：东湖日报</span></div>
<div class="article-content" id="content">{"".join(body)}</div><div class="editor">责任编辑：赵刚</div></div>
<div class="right"><h3>相关新闻</h3><ul><li><a href="/ms/1.html">东湖区新增两所幼儿园</a></li><li><a href="/ms/2.html">地铁九号线试运行</a></li></ul></div></div>{bottom}<div class="foot">东湖日报社 版权所有</div></body></html>{after}"""


def tables(between: str = "", *, head: str = "", title: str = "东湖日报 | " + TITLE, keywords: str = KEYWORDS, description: str = DESCRIPTION, before: str = "", after: str = "", top: str = "", bottom: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    body = [f"　　{p}<br><br>" for p in paragraphs]
    body.insert(3, between)
    return f"""{before}<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>{title}</TITLE><META NAME="keywords" CONTENT="{keywords}"><META NAME="description" CONTENT="{description}">{head}</HEAD>
<BODY bgcolor="#FFFFFF">{top}<TABLE width="960" align="center"><TR><TD><A href="/">首页</A> | <A href="/yw/">要闻</A> | <A href="/ms/">民生</A></TD></TR></TABLE>
<TABLE width="960" align="center"><TR><TD width="700"><TABLE><TR><TD align="center"><FONT size="5"><B>{TITLE}</B></FONT></TD></TR><TR><TD align="center">2023年06月08日 09:12　来源：东湖日报</TD></TR>
<TR><TD class="txt" id="zoom">{"".join(body)}</TD></TR></TABLE></TD><TD width="260"><A href="/ms/1.html">东湖区新增两所幼儿园</A><BR><A href="/ms/2.html">地铁九号线试运行</A></TD></TR></TABLE>{bottom}<CENTER>东湖日报社 版权所有</CENTER></BODY></HTML>{after}"""


def modern(between: str = "", *, head: str = "", title: str = TITLE, keywords: str = KEYWORDS, description: str = DESCRIPTION, before: str = "", after: str = "", top: str = "", bottom: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    body = [f"<p>{p}</p>" for p in paragraphs]
    body.insert(3, between)
    return f"""{before}<!doctype html>
<html lang="zh-cn"><head><meta charset="utf-8"><title>{title}</title><meta name="keywords" content="{keywords}"><meta name="description" content="{description}"><meta property="og:title" content="{TITLE}">
<script>var _s=_s||[];(function(){{var s=document.createElement("script");s.src="https://stat.example.com/s.js";document.getElementsByTagName("script")[0].parentNode.insertBefore(s,null);}})();</script>{head}</head>
<body>{top}<header><nav><a href="/">首页</a><a href="/yw/">要闻</a></nav></header><main><article><h1>{TITLE}</h1><time datetime="2023-06-08">2023-06-08</time><section class="body">{"".join(body)}</section></article>
<aside><a href="/ms/1.html">东湖区新增两所幼儿园</a></aside></main>{bottom}<footer>东湖日报社 版权所有</footer></body></html>{after}"""


LAYOUTS = (portal, tables, modern)
