"""Pages on which only the cascade tells what is seen: a sheet, a body, and the ids of the elements that no reader sees. All synthetic."""

NESTED: dict[str, tuple[str, str, str]] = {
    "a rule in a rule": (".a{color:#333;.b{display:none}}", "<div class=a><p id=x class=b>帆船</p></div><p id=y class=b>石桥</p>", "x"),
    "with &": (".a{& .b{display:none}}", "<div class=a><p id=x class=b>帆船</p></div><p id=y class=b>石桥</p>", "x"),
    "& of the same element": (".a{&.b{display:none}}", "<p id=x class='a b'>帆船</p><div class=a><p id=y class=b>石桥</p></div>", "x"),
    "& at the end": (".a{.b &{display:none}}", "<div class=b><p id=x class=a>帆船</p></div><p id=y class=a>石桥</p>", "x"),
    "a child": (".a{> p{display:none}}", "<div class=a><p id=x>帆船</p><div><p id=y>石桥</p></div></div>", "x"),
    "a neighbour": (".a{+ p{opacity:0}}", "<p id=y class=a>石桥</p><p id=x>帆船</p><p id=z>渡口</p>", "x"),
    "what comes after a nested rule": (".a{.c{color:red} display:none}", "<p id=x class=a>帆船</p>", "x"),
    "media in a rule": (".a{@media screen{display:none}}", "<p id=x class=a>帆船</p><p id=y>石桥</p>", "x"),
    "print in a rule": (".a{@media print{display:none}}", "<p id=y class=a>石桥</p>", ""),
    "supports in media in a rule": (".a{@media (min-width:10px){@supports (display:grid){.b{visibility:hidden}}}}", "<div class=a><p id=x class=b>帆船</p></div>", "x"),
    "a list in a list": (".a,.b{.c,.d{display:none}}", "<div class=b><p id=x class=c>帆船</p></div><div class=a><p id=z class=d>渡口</p></div><p id=y class=d>石桥</p>", "x z"),
    "& weighs what its list weighs": (".a,.b{&.c{display:none}} .a.c{display:block}", "<p id=y class='a c'>石桥</p>", ""),
    "three deep": (".a{.b{.c{display:none}}}", "<div class=a><div class=b><p id=x class=c>帆船</p></div></div><div class=b><p id=y class=c>石桥</p></div>", "x"),
    "a name": (".a{p{display:none}}", "<div class=a><p id=x>帆船</p><div id=y>石桥</div></div>", "x"),
    "a name before &": (".a{div &{display:none}}", "<div><p id=x class=a>帆船</p></div><p id=y class=a>石桥</p>", "x"),
    "& in :not()": (".a{:not(&) > .b{display:none}}", "<div class=a><p id=y class=b>石桥</p></div><div><p id=x class=b>帆船</p></div>", "x"),
    "the way out of a chain": (".a .b{.c &{display:none}}", "<div class=c><div class=a><p id=x class=b>帆船</p></div></div><div class=a><div class=c><p id=z class=b>渡口</p></div></div><div class=a><p id=y class=b>石桥</p></div>", "x z"),
    "a declaration too much": (".a{display:block;&:hover{display:none}}", "<p id=y class=a>石桥</p>", ""),
    "a scope": ("@scope (.a){p{display:none}}", "<div class=a><p id=x>帆船</p></div><p id=y>石桥</p>", "x"),
    "a rule without its end": (".a{display:none;.b{color:red}", "<p id=x class=a>帆船</p>", "x"),
}

LAYERED: dict[str, tuple[str, str, str]] = {
    "a later layer": ("@layer a{.x{display:none}}@layer b{.x{display:block}}", "<p id=y class=x>石桥</p>", ""),
    "layers named before": ("@layer b,a;@layer a{.x{display:none}}@layer b{p.x{display:block}}", "<p id=x class=x>帆船</p>", "x"),
    "no layer": ("p{display:block}@layer a{#x{display:none}}", "<p id=x>石桥</p>", ""),
    "important in a layer": ("p{display:block!important}@layer a{#x{display:none!important}}", "<p id=x>帆船</p>", "x"),
    "important in the first layer": ("@layer a{p{display:none!important}}@layer b{#y{display:block!important}}", "<p id=y>帆船</p>", "y"),
    "a layer in a layer": ("@layer a{.x{display:none}@layer b{p.x{display:block}}}", "<p id=x class=x>帆船</p>", "x"),
    "a layer by its whole name": ("@layer a.b,a.c;@layer a.c{.x{display:none}}@layer a.b{p.x{display:block}}", "<p id=x class=x>帆船</p>", "x"),
    "a layer without a name": ("@layer{.x{display:none}}@layer{.x{display:block}}", "<p id=y class=x>石桥</p>", ""),
    "a layer against a style": ("@layer a{.x{display:none}}", "<p id=y class=x style='display:block'>石桥</p>", ""),
    "a layer in media": ("@layer a,b;@media screen{@layer b{.x{display:none}}}@layer a{.x.x{display:block}}", "<p id=x class=x>帆船</p>", "x"),
    "a layer that goes on": ("@layer a{.x{display:none}}@layer b{.x{display:block}}@layer a{.x{display:none}}", "<p id=y class=x>石桥</p>", ""),
}

CONDITIONAL: dict[str, tuple[str, str, str]] = {
    "supports": ("@supports (display:grid) and (opacity:0){.x{display:none}}", "<p id=x class=x>帆船</p>", "x"),
    "supports not": ("@supports not (display:grid){.x{display:none}}", "<p id=y class=x>石桥</p>", ""),
    "supports not what there is not": ("@supports not (-ms-ime-align:auto){.x{display:none}}", "<p id=x class=x>帆船</p>", "x"),
    "supports another browser": ("@supports (-moz-appearance:none){.x{display:none}}", "<p id=y class=x>石桥</p>", ""),
    "supports or": ("@supports (-moz-appearance:none) or (display:flex){.x{display:none}}", "<p id=x class=x>帆船</p>", "x"),
    "supports in brackets": ("@supports ((display:flex) and (not (-ms-accelerator:true))){.x{display:none}}", "<p id=x class=x>帆船</p>", "x"),
    "supports a selector": ("@supports selector(:has(a)){.x{display:none}}", "<p id=x class=x>帆船</p>", "x"),
    "supports no selector": ("@supports selector(:-moz-broken){.x{display:none}}", "<p id=y class=x>石桥</p>", ""),
    "a container": (".c{container-type:inline-size}@container (min-width:100px){.x{display:none}}", "<div class=c><p id=x class=x>帆船</p></div>", "x"),
    "a narrow container": (".c{container-type:inline-size}@container (max-width:100px){.x{display:none}}", "<div class=c><p id=y class=x>石桥</p></div>", ""),
    "no container": ("@container (min-width:1px){.x{display:none}}", "<p id=y class=x>石桥</p>", ""),
    "a named container": (".c{container:side / inline-size}@container side (width > 100px){.x{display:none}}", "<div class=c><p id=x class=x>帆船</p></div>", "x"),
    "an unknown group": ("@unknown{.x{display:none}}", "<p id=y class=x>石桥</p>", ""),
    "a list with what no browser knows": (".x,.z:-moz-broken{display:none}", "<p id=y class=x>石桥</p>", ""),
    "a list that forgives": (":is(.x,.z:-moz-broken){display:none}", "<p id=x class=x>帆船</p>", "x"),
}

SELECTED: dict[str, tuple[str, str, str]] = {
    "is with a chain": (":is(.a .b,h4){display:none}", "<div class=a><p id=x class=b>帆船</p></div><p id=y class=b>石桥</p>", "x"),
    "is weighs its heaviest": (":is(#q,.a){display:none}p.a{display:block}", "<p id=x class=a>帆船</p>", "x"),
    "where weighs nothing": (":where(#y){display:none}p{display:block}", "<p id=y>石桥</p>", ""),
    "not a chain": ("p:not(.a .b){display:none}", "<div class=a><p id=y class=b>石桥</p></div><p id=x class=b>帆船</p>", "x"),
    "not one of two": ("p:not(.a,.b){display:none}", "<p id=y class=a>石桥</p><p id=x class=c>帆船</p>", "x"),
    "not weighs its heaviest": ("p:not(#q,.z){display:none}p.a{display:block}", "<p id=x class=a>帆船</p>", "x"),
    "has": ("div:has(.a){display:none}", "<div><span id=x class=a>帆船</span></div><div id=y>石桥</div>", "x"),
    "has a child": ("div:has(> .a){display:none}", "<div><b><i id=y class=a>石桥</i></b></div><div><i id=x class=a>帆船</i></div>", "x"),
    "has a neighbour": ("p:has(+ .a){display:none}", "<p id=x>帆船</p><p id=y class=a>石桥</p>", "x"),
    "has a follower": ("p:has(~ .a){display:none}", "<p id=x>帆船</p><hr><p id=y class=a>石桥</p>", "x"),
    "has a chain": ("div:has(.a .b){opacity:0}", "<div><p class=a><b id=x class=b>帆船</b></p></div><section class=a><div><b id=y class=b>石桥</b></div></section>", "x"),
    "has not": ("p:not(:has(b)){display:none}", "<p><b id=y>石桥</b></p><p id=x>帆船</p>", "x"),
    "has in a chain": (".c:has(.k) .t{display:none}", "<div class=c><i class=k></i><p id=x class=t>帆船</p></div><div class=c><p id=y class=t>石桥</p></div>", "x"),
    "nth-child": ("p:nth-child(2){display:none}", "<section><p id=y>石桥</p><p id=x>帆船</p><p id=z>渡口</p></section>", "x"),
    "nth-child in steps": ("p:nth-child(3n + 1){display:none}", "<section><p id=x>帆船</p><p id=y>石桥</p><p id=z>渡口</p><p id=w>罗盘</p></section>", "x w"),
    "nth-child up to": ("p:nth-child(-n+1){display:none}", "<section><p id=x>帆船</p><p id=y>石桥</p></section>", "x"),
    "nth-last-child": ("p:nth-last-child(1){display:none}", "<section><p id=y>石桥</p><p id=x>帆船</p></section>", "x"),
    "nth-of-type": ("p:nth-of-type(odd){display:none}", "<section><h4>一</h4><p id=x>帆船</p><h4>二</h4><p id=y>石桥</p></section>", "x"),
    "nth-child of": ("p:nth-child(2 of .a){display:none}", "<section><p id=w class=a>罗盘</p><p id=y>石桥</p><p id=x class=a>帆船</p></section>", "x"),
    "not the first": ("p:not(:first-child){display:none}", "<section><p id=y>石桥</p><p id=x>帆船</p></section>", "x"),
    "only of its type": ("p:only-of-type{display:none}", "<section><h4>一</h4><p id=x>帆船</p></section><section><p id=y>石桥</p><p id=z>渡口</p></section>", "x"),
    "siblings before": (".a ~ .b ~ p{display:none}", "<section><p id=w class=a>罗盘</p><p id=y class=b>石桥</p><p id=x>帆船</p></section>", "x"),
    "up and down again": (".a > .b .c > p{display:none}", "<div class=a><div class=b><div class=b><div class=c><p id=x>帆船</p></div></div></div></div><div class=b><div class=c><p id=y>石桥</p></div></div>", "x"),
    "an attribute": ("[data-a='1'][data-b]{display:none}", "<p id=x data-a=1 data-b>帆船</p><p id=y data-a=1>石桥</p>", "x"),
    "an attribute in any case": ("[data-a=YES i]{display:none}", "<p id=x data-a=yes>帆船</p><p id=y data-a=no>石桥</p>", "x"),
    "an attribute that begins so": ("[class^=ad-]{display:none}", "<p id=x class='ad-1 b'>帆船</p><p id=y class='b ad-1'>石桥</p>", "x"),
    "an attribute with a dash": ("[lang|=zh]{display:none}", "<p id=x lang=zh-CN>帆船</p><p id=y lang=zhx>石桥</p>", "x"),
    "an escaped name": (".a\\:b,.\\31 2{display:none}", "<p id=x class=a:b>帆船</p><p id=z class=12>渡口</p><p id=y class=a>石桥</p>", "x z"),
    "empty": ("p:empty + p{display:none}", "<section><p></p><p id=x>帆船</p></section><section><p id=y>石桥</p><p id=z>渡口</p></section>", "x"),
    "a language": ("p:lang(en){display:none}", "<div lang=en-GB><p id=x>sailing boat</p></div><p id=y>石桥</p>", "x"),
}

MASKED: dict[str, tuple[str, str, str]] = {
    "a mask": (".x{mask-image:linear-gradient(transparent,transparent)}", "<p id=x class=x>帆船</p>", "x"),
    "a mask of rgba": (".x{-webkit-mask-image:linear-gradient(to right,rgba(0,0,0,0) 0%,#0000)}", "<p id=x class=x>帆船</p>", "x"),
    "a mask in short": (".x{mask:radial-gradient(circle,transparent,rgb(0 0 0 / 0))}", "<p id=x class=x>帆船</p>", "x"),
    "a mask that fades": (".x{mask-image:linear-gradient(#000 60%,transparent)}", "<p id=y class=x>石桥</p>", ""),
    "no mask": (".x{mask-image:none}", "<p id=y class=x>石桥</p>", ""),
    "a mask overruled": (".x{mask-image:linear-gradient(transparent,transparent)}.x{mask:none}", "<p id=y class=x>石桥</p>", ""),
}

VALUED: dict[str, tuple[str, str, str]] = {
    "a place by the flow of text": (".x{position:fixed;inset-inline-start:calc(-1 * 120vw)}", "<p id=x class=x>帆船</p>", "x"),
    "both places by the flow of text": (".x{position:absolute;inset-inline:-9999px auto}.y{position:absolute;inset-inline:0 auto}", "<p id=x class=x>帆船</p><p id=y class=y>石桥</p>", "x"),
    "the least of two places": ("#x{position:absolute;inset-block-start:max(-9999px,-99999px)}", "<p id=x>帆船</p>", "x"),
    "a height by the flow of text": (".x{block-size:0;overflow:hidden}", "<div id=x class=x>帆船</div>", "x"),
    "an opacity that is calculated": (".x{opacity:calc(1 - 1)}.y{opacity:calc(1 - .2)}", "<p id=x class=x>帆船</p><p id=y class=y>石桥</p>", "x"),
    "a part of a pixel": (".x{font-size:.01px}.y{font-size:.9em}", "<p id=x class=x>帆船</p><p id=y class=y>石桥</p>", "x"),
    "a registered property": ("@property --v{syntax:'<length>';inherits:true;initial-value:-9999px}.x{position:absolute;left:var(--v)}", "<p id=x class=x>帆船</p>", "x"),
    "a registered property that is declared": ("@property --v{syntax:'<length>';inherits:true;initial-value:-9999px}.x{--v:0px;position:absolute;left:var(--v)}", "<p id=y class=x>石桥</p>", ""),
    "white on a ground that a variable names": (":root{--b:#b3141c}.x{background:var(--b)}.x p{color:#fff}", "<div class=x><p id=y>石桥</p></div>", ""),
    "an animation that ends unseen": ("@keyframes f{to{opacity:0}}.x{animation:f 0s both}", "<p id=x class=x>帆船</p>", "x"),
    "an animation whose last frame does not stay": ("@keyframes f{to{opacity:0}}.x{animation:f 1s}", "<p id=y class=x>石桥</p>", ""),
    "an animation that ends seen": ("@keyframes f{from{opacity:0}to{opacity:1}}.x{animation:f 1s both}", "<p id=y class=x>石桥</p>", ""),
    "a row of no height": (".g{display:grid;grid-template-rows:0fr}.g>div{overflow:hidden}", "<div class=g><div id=x>帆船</div></div><div class=g><section id=y>石桥</section></div>", "x"),
    "a row with its least height": (".g{display:grid;grid-template-rows:0fr}.g>div{overflow:hidden;min-height:2em}", "<div class=g><div id=y>石桥</div></div>", ""),
    "what is fixed below the window": (".x{position:fixed;bottom:-50em}.y{position:fixed;bottom:-80px}", "<p id=x class=x>帆船</p><p id=y class=y>石桥</p>", "x"),
    "white by how it is perceived": (".x{color:oklch(1 0 0)}.y{color:oklch(.5 .1 20)}.z{color:lab(100 0 0)}", "<p id=x class=x>帆船</p><p id=y class=y>石桥</p><p id=z class=z>渡口</p>", "x z"),
    "a popover": ("#w{display:block}", "<div id=x popover>帆船</div><div id=w popover>罗盘</div>", "x"),
    "hidden until it is found": ("", "<div id=x hidden=until-found>帆船</div>", "x"),
    "a shadow tree without a slot": ("", "<a-b><template shadowrootmode=open><hr></template><p id=x>帆船</p></a-b>", "x"),
    "a shadow tree with a slot": ("", "<a-b><template shadowrootmode=open><slot></slot></template><p id=y>石桥</p></a-b>", ""),
    "a shadow tree with a slot of another name": ("", "<a-b><template shadowrootmode=open><slot name=k></slot></template><p id=x>帆船</p><p id=y slot=k>石桥</p></a-b>", "x"),
}

SHADED: dict[str, tuple[str, str, str]] = {
    "an opacity in an opacity": (".f{opacity:.2}.f .f{opacity:20%}", "<div class=f><p id=y>石桥</p><blockquote class=f><p id=x>帆船</p></blockquote></div>", "x"),
    "an opacity in a style in an opacity": (".f{opacity:.3}", "<div class=f><p id=x style='opacity:.1'>帆船</p><p id=y style='opacity:.5'>石桥</p></div><p id=z style='opacity:.2'>渡口</p>", "x"),
    "three opacities": (".f{opacity:.35}", "<div class=f><div class=f><p id=x class=f>帆船</p><p id=y>石桥</p></div></div>", "x"),
    "dark on a dark page": ("body{background:#15181c;color:#d8dbe0}.k{color:hsl(214deg 14% 10%)}.k a{color:inherit}", "<p id=y>石桥</p><p id=x class=k>帆船 <a id=z href=#>渡口</a></p>", "x z"),
    "dark on a page on which a variable is bright": ("[data-t=d]{--b:#15181c}html{--b:#fff}body{background:var(--b);color:#ddd}.k{color:#161a1e}", "<div data-t=d><p id=y>石桥</p></div><p id=w class=k>罗盘</p>", ""),
    "dark on a ground that a variable names": ("html{--b:#15181c}body{background:var(--b);color:#ddd}.k{color:#161a1e}", "<p id=y>石桥</p><p id=x class=k>帆船</p>", "x"),
    "dark on a bright box of a dark page": ("body{background:#111;color:#ddd}.w{background:#fff;color:#121212}", "<div class=w><p id=y>石桥</p></div>", ""),
    "ink without colour after a slash": (".x{color:rgb(216 219 224 / 0)}.y{color:rgb(16 19 24 / 90%)}", "<p id=x class=x>帆船</p><p id=y class=y>石桥</p>", "x"),
    "ink without colour after a third comma": (".x{color:rgb(216,219,224,0)}.y{color:hsl(20 30% 30% / .8)}", "<p id=x class=x>帆船</p><p id=y class=y>石桥</p>", "x"),
    "bright on a ground that a variable names": (":root{--b:#dfe3e6}.b{background:var(--b)}.k{color:#e0e4e8}", "<div class=b><p id=x class=k>帆船</p><p id=y>石桥</p></div>", "x"),
}

CASCADES = {f"{group}: {name}": case for group, cases in (("nested", NESTED), ("layers", LAYERED), ("conditions", CONDITIONAL), ("selectors", SELECTED), ("masks", MASKED), ("values", VALUED), ("shades", SHADED)) for name, case in cases.items()}


def source(css: str, body: str) -> str:
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><style>{css}</style></head><body>{body}</body></html>"
