"""Pages written for these tests: one article, one illness each; and sound pages that look ill.

Provenance: all synthetic. The techniques are those seen on hacked and mirrored news pages; articles and payloads were invented here.
"""

from dataclasses import dataclass, field

TITLE = "河湾镇老桥修缮工程提前完工"
PARAGRAPHS = (
    "河湾镇横跨青溪的老石桥修缮工程昨天提前完工，镇上居民一早就到桥头等候通行。",
    "这座石桥建于清代，桥面青石多处断裂，去年夏天的洪水又冲坏了北侧桥墩，镇政府随即封桥。",
    "负责施工的工程队介绍，修缮中尽量使用原来的青石，断裂的石料按旧法拼接，新补的石料都做了记号。",
    "镇长周立新说，老桥修好以后只供行人通行，车辆改走下游的新桥，以便更好地保护石桥。",
)
CASINO = '<a href="http://www.yule8888.top/">澳门百家乐娱乐城</a>，<a href="http://www.yule8888.top/reg">注册送彩金</a>，<a href="http://bet.huang-guan.vip/">皇冠体育投注平台</a>'
CASINO_TOKENS = ("百家乐", "彩金", "皇冠体育", "yule8888", "huang-guan")
NEUTRAL = "银色鲸鱼在云层上缓缓游动，孩子们用纸船接住飘落的星光，整夜都没有人愿意回家睡觉。"
NEUTRAL_TOKENS = ("银色鲸鱼", "星光", "睡觉")
PHARMA = 'Buy cheap viagra online without prescription, <a href="http://rx-pills.example.biz/">generic cialis pharmacy</a> with fast shipping.'
PHARMA_TOKENS = ("viagra", "cialis", "rx-pills")
KEYWORDS = "久久精品国产,亚洲无码在线视频,成人午夜福利,国产麻豆剧传媒,一区二区三区高清"
KEYWORDS_TOKENS = ("无码", "麻豆", "一区二区")
JAPANESE = '<a href="http://shop.kaban-outlet.example.jp/">ルイヴィトン 財布 激安 通販</a> 送料無料で最安値のブランド腕時計を販売しています。'
JAPANESE_TOKENS = ("激安", "送料無料", "kaban-outlet")


def page(
    between: str = "",
    *,
    head: str = "",
    title: str = TITLE + "_青溪晚报",
    keywords: str = "河湾镇,老桥,修缮",
    description: str = PARAGRAPHS[0],
    before: str = "",
    after: str = "",
    top: str = "",
    bottom: str = "",
    paragraphs: tuple[str, ...] = PARAGRAPHS,
) -> str:
    """A news page with something put between its second and third paragraph, into its head, or around it."""
    body = [f"<p>{p}</p>" for p in paragraphs]
    body.insert(2, between)
    return (
        f'{before}<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title><meta name="keywords" content="{keywords}">'
        f'<meta name="description" content="{description}">{head}</head><body>{top}<div class="nav"><a href="/">首页</a> <a href="/news/">新闻</a></div>'
        f'<div id="article"><h1>{TITLE}</h1><div class="info">2023-05-16 08:30 来源：青溪晚报</div><div class="content">{"".join(body)}</div></div>'
        f'{bottom}<div class="footer">青溪晚报社版权所有</div></body></html>{after}'
    )


@dataclass(frozen=True)
class Ill:
    name: str
    source: str
    payload: tuple[str, ...]
    kept: tuple[str, ...] = PARAGRAPHS
    kinds: tuple[str, ...] = ()
    resources: dict[str, bytes] = field(default_factory=dict)
    title_kept: bool = True


def hidden_by(style: str, payload: str = NEUTRAL, tag: str = "div") -> str:
    return page(f'<{tag} style="{style}">{payload}</{tag}>')


_INLINE = {
    "display none": "display:none",
    "display none, spaced and in capitals": "DISPLAY : NONE ;",
    "display none, important": "display:block;display:none !important",
    "visibility hidden": "visibility:hidden",
    "visibility collapse": "visibility: collapse",
    "absolute far left": "position:absolute;left:-9999px",
    "absolute far left in em": "position:absolute;left:-999em;top:auto",
    "absolute far top": "position:absolute;top:-5000px;width:300px",
    "fixed off the screen": "position:fixed;left:-9000px;top:-9000px",
    "fixed at 200% of the screen": "position:fixed;left:200%;top:0",
    "margin far left": "margin-left:-9999px",
    "margin far up": "margin-top:-3000px;height:0",
    "indent far left": "text-indent:-9999px;white-space:nowrap",
    "zero box": "width:0;height:0;overflow:hidden",
    "one pixel box": "width:1px;height:1px;overflow:hidden",
    "zero height": "height:0;overflow:hidden",
    "zero max-height": "max-height:0px;overflow:hidden",
    "opacity zero": "opacity:0",
    "opacity near zero": "opacity:.02",
    "opacity by filter": "filter:opacity(0%)",
    "white on white": "color:#fff",
    "nearly white on white": "color:#fdfdfd",
    "white on white by name": "color:White;background-color:#ffffff",
    "same colours": "background:#336699;color:rgb(51,102,153)",
    "transparent text": "color:transparent",
    "transparent text by alpha": "color:rgba(0,0,0,0)",
    "transparent text fill": "-webkit-text-fill-color:transparent",
    "font size zero": "font-size:0",
    "font size one pixel": "font-size:1px;line-height:1px",
    "font size in em": "font-size:0.01em",
    "font shorthand": "font:0/0 a",
    "clip rect": "position:absolute;clip:rect(0,0,0,0)",
    "clip rect of a pixel": "position:absolute!important;clip:rect(1px 1px 1px 1px)",
    "clip-path inset": "clip-path:inset(50%)",
    "clip-path circle": "clip-path:circle(0)",
    "clip-path polygon": "clip-path:polygon(0 0,0 0,0 0)",
    "scale zero": "transform:scale(0)",
    "scale property": "scale:0",
    "turned on edge": "transform:rotateY(90deg)",
    "moved by a transform": "transform:translateX(-9999px)",
    "content-visibility": "content-visibility:hidden",
    "calc": "position:absolute;left:calc(-100vw - 3000px)",
}

_SHEETS = {
    "by class": ("<style>.ad-x{display:none}</style>", '<div class="ad-x">{}</div>'),
    "by id, over a class": ("<style>.s{display:block} #k9{display:none}</style>", '<div class="s" id="k9">{}</div>'),
    "important over inline": ("<style>.q{display:none!important}</style>", '<div class="q" style="display:block">{}</div>'),
    "later of equal weight": ("<style>.q{display:block}.q{display:none}</style>", '<div class="q">{}</div>'),
    "descendant selector": ("<style>.content div span.u{position:absolute;left:-3000px}</style>", '<div><span class="u">{}</span></div>'),
    "child and attribute": ('<style>.content > div[data-t="1"]{visibility:hidden}</style>', '<div data-t="1">{}</div>'),
    "nth-child": ("<style>.content > :nth-child(3){display:none}</style>", "<div>{}</div>"),
    "custom property": ("<style>:root{--d:none}.v{display:var(--d)}</style>", '<div class="v">{}</div>'),
    "custom property with fallback": ("<style>.v{left:var(--no, -9999px);position:absolute}</style>", '<div class="v">{}</div>'),
    "screen media": ("<style>@media screen and (min-width:600px){.m{display:none}}</style>", '<div class="m">{}</div>'),
    "inherited colour": ("<style>.box{background:#000;color:#000}</style>", '<div class="box"><p>{}</p></div>'),
    "inherited size": ("<style>.box{font-size:0}</style>", '<div class="box"><p><b>{}</b></p></div>'),
    "behind a cover": ("<style>.c{background:#fff}.c i{position:relative;z-index:-1;display:block}</style>", '<div class="c"><i>{}</i></div>'),
    "commented and minified": ("<style>/*x*/.a1,.b1>i,.z9{overflow:hidden;height:0;/*y*/}</style>", '<div class="z9">{}</div>'),
    "in supports and layer": ("<style>@supports(display:grid){@layer x{.g{opacity:0}}}</style>", '<div class="g">{}</div>'),
    "is and not": ("<style>div:is(.a7,.b7):not(.c7){display:none}</style>", '<div class="b7">{}</div>'),
}

_PLACES = {
    "hidden attribute": f"<div hidden>{NEUTRAL}</div>",
    "closed dialog": f"<dialog>{NEUTRAL}</dialog>",
    "template": f"<template><p>{CASINO}</p></template>",
    "noscript full of links": f"<noscript>{CASINO}</noscript>",
    "marquee of a pixel": f'<marquee width="1" height="1" scrollamount="30">{CASINO}</marquee>',
    "marquee of few pixels": f'<marquee height=4 width=6 direction=up>{CASINO}</marquee>',
    "frame of a pixel": f'<iframe width="1" height="1" src="http://yule8888.top/">{CASINO}</iframe>',
    "textarea": f'<textarea rows="1" style="border:0">{CASINO}</textarea>',
    "option list": "<select><option>澳门百家乐</option><option>真人彩金</option><option>皇冠体育</option></select>",
    "closed details": f"<details><summary>更多</summary>{CASINO}</details>",
    "comment": f"<!-- {CASINO} -->",
    "aria-hidden links, visible": f'<div aria-hidden="true">{CASINO}</div>',
    "visible casino block": f"<div>{CASINO}</div>",
    "link list": '<ul><li><a href="http://a.yule8888.top/">百家乐</a></li><li><a href="http://b.yule8888.top/">注册彩金</a></li><li><a href="http://huang-guan.vip/">皇冠体育</a></li></ul>',
    "fullwidth and circled letters": '<p>Ｖｉａｇｒａ ⓒⓐⓢⓘⓝⓞ <a href="http://www.yule8888.top">百★家★乐 彩 金</a></p>',
    "zero-width between letters": '<p><a href="http://www.yule8888.top">百\u200b家\u200b乐 彩\u200b金</a> 娱\u200b乐\u200b城 皇\u200b冠\u200b体\u200b育</p>',
    "script that hides the block after it": f'<script>document.getElementById("x1").style.display="none";</script><div id="x1">{NEUTRAL}</div>',
    "script that hides the block before it": f"<div id=\"x2\">{NEUTRAL}</div><script>var e=document.getElementById('x2');e.style.position='absolute';e.style.left='-9999px';</script>",
    "jquery hides": f"<div class=\"hd3\">{NEUTRAL}</div><script>$(function(){{ $('.hd3').hide(); }});</script>",
    "script writes the wrapper": f"<script>document.write('<div style=\"display:none\">');</script><p>{NEUTRAL}</p>{NEUTRAL}<script>document.write('</div>');</script>",
    "script writes the wrapper, joined": f"<script>document.write('<d'+'iv style=\"position:absolute;left:-9999px\">')</script>{CASINO}<script>document.write('</d'+'iv>')</script>",
    "script writes a style": f"<script>document.write('<style>.ws1{{display:none}}</style>')</script><div class=\"ws1\">{NEUTRAL}</div>",
}


def _illnesses() -> list[Ill]:
    found = [Ill(f"inline: {n}", hidden_by(s), NEUTRAL_TOKENS, kinds=("hidden",)) for n, s in _INLINE.items()]
    found += [Ill(f"sheet: {n}", page(b.format(NEUTRAL), head=s), NEUTRAL_TOKENS, kinds=("hidden",)) for n, (s, b) in _SHEETS.items()]
    found += [Ill(f"place: {n}", page(b), NEUTRAL_TOKENS + CASINO_TOKENS + ("casino", "ⓒ", "家★乐")) for n, b in _PLACES.items()]
    found += [
        Ill(
            "sheet: external",
            page(f'<div class="far">{NEUTRAL}</div>', head='<link rel="stylesheet" href="/css/a.css">'),
            NEUTRAL_TOKENS,
            resources={"http://www.qingxi-news.cn/css/a.css": b'@import "b.css"; p{margin:0}', "http://www.qingxi-news.cn/css/b.css": b".far{position:absolute;left:-9999px}"},
        ),
        Ill("card of a player", page('<div class="card" style="display:none"><p>正在播放：河湾镇老桥修缮工程提前完工！</p><p>重播</p><p>更多视频</p></div>'), ("重播", "更多视频"), kinds=("hidden",)),
        Ill("block: pharmacy", page(f"<div>{PHARMA}</div>"), PHARMA_TOKENS),
        Ill("block: Japanese shop", page(f"<div>{JAPANESE}</div>"), JAPANESE_TOKENS),
        Ill("block: essay mill", page('<p>Write my essay for me: custom essay writing service, <a href="http://essay-pro.example.com/">buy essay online</a>.</p>'), ("essay",)),
        Ill("hidden casino links", hidden_by("position:absolute;top:-9999px", CASINO), CASINO_TOKENS),
        Ill("head: title as a list", page(title=KEYWORDS), KEYWORDS_TOKENS, kinds=("hijacked-title",)),
        Ill(
            "head: all replaced, in codes",
            page(title="".join(f"&#{ord(c)};" for c in KEYWORDS), keywords="".join(f"&#{ord(c)};" for c in KEYWORDS), description="".join(f"&#{ord(c)};" for c in KEYWORDS)),
            KEYWORDS_TOKENS,
            kinds=("hijacked-title", "hijacked-keywords", "hijacked-description"),
        ),
        Ill("head: og:title", page(head=f'<meta property="og:title" content="{KEYWORDS}"><meta property="og:description" content="{KEYWORDS}">'), KEYWORDS_TOKENS),
        Ill(
            "head: JSON-LD",
            page(head=f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{KEYWORDS}","keywords":["百家乐","彩金","娱乐城"]}}</script>'),
            (*KEYWORDS_TOKENS, "百家乐"),
            kinds=("hijacked-json-ld",),
        ),
        Ill("head: canonical", page(head='<link rel="canonical" href="http://www.yule8888.top/a.html">'), CASINO_TOKENS, kinds=("hijacked-canonical",)),
        Ill("head: hreflang", page(head='<link rel="alternate" hreflang="ja" href="http://yule8888.top/ja/a.html">'), CASINO_TOKENS, kinds=("hijacked-hreflang",)),
        Ill("place: first line", page(top=KEYWORDS), KEYWORDS_TOKENS, kinds=("first-line",)),
        Ill("place: first line in a div", page(top=f"<div>{KEYWORDS}</div>"), KEYWORDS_TOKENS, kinds=("first-line",)),
        Ill("place: before the doctype", page(before=f"<div>{CASINO}</div>"), CASINO_TOKENS, kinds=("outside-document",)),
        Ill("place: text before the doctype", page(before=KEYWORDS), KEYWORDS_TOKENS),
        Ill("place: after the end", page(after=f"<div>{CASINO}</div>"), CASINO_TOKENS, kinds=("outside-document",)),
        Ill("place: links after the end", page(after=f"\n{CASINO}\n{CASINO}"), CASINO_TOKENS, kinds=("outside-document",)),
        Ill(
            "footer: farm",
            page(bottom='<div class="links">友情链接：' + "".join(f'<a href="http://www.{h}.com">{t}</a> ' for h, t in (("yule8888", "百家乐"), ("cp55", "时时彩平台"), ("hg0", "皇冠体育"), ("bo1", "博彩网"))) + "</div>"),
            ("百家乐", "时时彩", "皇冠体育", "博彩", "yule8888"),
            kinds=("link-farm", "foreign-block"),
        ),
        Ill(
            "footer: spider pool",
            page(bottom='<div><a href="http://www.pool-a.com">主站蜘蛛池模板</a>: <a href="http://www.x1-y.com">木托盘厂</a>|<a href="http://www.x2-y.com">不锈钢水箱</a>|<a href="http://www.x3-y.com">广州装修</a></div>'),
            ("蜘蛛池", "木托盘", "x1-y"),
            kinds=("link-farm",),
        ),
        Ill(
            "link in a sentence",
            page(paragraphs=(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("新桥", '<a href="http://www.yule8888-casino.top/" style="color:#333;text-decoration:none">新桥</a>'))),
            ("yule8888",),
            kinds=("inserted-link",),
        ),
        Ill("junk tags", page('<legend id="o3rmf"><abbr id="o3rmf"><thead id="o3rmf"></thead></abbr></legend>' * 3), ("o3rmf",), kinds=("junk-tags",)),
        Ill("junk tags as text", page("&lt;legend id=\"o3rmf\"&gt;&lt;abbr id=\"o3rmf\"&gt;&lt;thead id=\"o3rmf\"&gt;&lt;/thead&gt;&lt;/abbr&gt;&lt;/legend&gt;"), ("o3rmf",), kinds=("junk-tags",)),
        Ill(
            "unknown elements off the screen",
            page('<div style="position:fixed;left:-9000px;top:-9000px">' + "".join(f'<x{c}kq class="r{c}">{NEUTRAL[:8]}</x{c}kq>' for c in "abcdefghijklmnop") + "</div>"),
            ("银色鲸鱼",),
            kinds=("hidden",),
        ),
        Ill(
            "dump: first line and tags",
            KEYWORDS + '\n\n      <legend id="ab3xz"><abbr id="ab3xz"><thead id="ab3xz"></thead></abbr></legend>\n      ' + TITLE + "\n\n   2023-05-16 08:30\n\n" + "\n\n".join("    " + p for p in PARAGRAPHS),
            (*KEYWORDS_TOKENS, "ab3xz"),
            kinds=("first-line", "junk-tags"),
        ),
    ]
    return found


ILLNESSES = _illnesses()
