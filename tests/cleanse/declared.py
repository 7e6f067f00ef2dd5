"""Declarations, conditions and selectors, with what Chromium 156 draws of a paragraph that they are for. All synthetic."""

DECLARATIONS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "clip-path": (
      (
        "clip-path:path(\"M0 0h0v0z\")", "clip-path:path(\"M0 0\")", "clip-path:path(\"M0 0L500 0\")", "clip-path:path(evenodd,\"M 0 0 H 1 V 1 H 0 Z\")", "clip-path:path(\"M-100-100h50v50h-50z\")",
        "clip-path:path(\"m0 0l300 300\")", "clip-path:path(\"M0 0c0 0 0 0 0 0z\")", "clip-path:polygon(0 0,0 0,0 0)", "clip-path:polygon(0 0,100% 100%,50% 50%)", "clip-path:polygon(0 0)",
        "clip-path:polygon(-10px -10px,-5px -10px,-5px -5px)", "clip-path:polygon(200% 0,300% 0,300% 100%)", "clip-path:polygon(nonzero,0 0,0 100%,0 0)", "clip-path:polygon(0px 0px,1px 0px,1px 1px)",
        "clip-path:circle(0)", "clip-path:circle(0 at 50% 50%)", "clip-path:circle(0px)", "clip-path:circle(20px at -100px -100px)", "clip-path:circle(10% at 200% 200%)", "clip-path:ellipse(0 50%)",
        "clip-path:ellipse(50% 0 at 0 0)", "clip-path:inset(50%)", "clip-path:inset(100%)", "clip-path:inset(0 0 100% 0)", "clip-path:inset(60% 0)", "clip-path:inset(0 50% 0 50%)", "clip-path:inset(1000px)",
        "clip-path:inset(0 0 500px)", "clip-path:inset(0 1280px 0 0)", "clip-path:inset(calc(50% + 1px))", "clip-path:inset(100% 0 0 0 round 10px)", "clip-path:rect(0 0 0 0)",
        "clip-path:rect(0px 0px 0px 0px)", "clip-path:rect(auto 0 auto 0)", "clip-path:rect(50% 50% 50% 50%)", "clip-path:rect(1px 1px 1px 1px)", "clip-path:xywh(0 0 0 0)", "clip-path:xywh(0 0 100% 0)",
        "clip-path:xywh(-500% 0 100% 100%)", "clip-path:xywh(200% 0 10px 10px)", "clip-path:shape(from 0 0,line to 0 0,close)", "clip-path:shape(from 0% 0%,hline to 0,vline to 0,close)",
        "clip-path:shape(from 0 0,hline by 0px,vline by 0px)", "clip-path:circle(0) border-box", "clip-path:margin-box inset(100%)", "clip-path:circle(closest-side at 0 0)", "clip-path:inset(49% 0 51% 0)",
        "clip-path:inset(0 0 calc(100% - 1px) 0)", "clip-path:polygon(calc(0%) 0,0 0,0 100%)", "position:absolute;clip-path:path(\"M0 0h0v0z\")", "position:absolute;clip:rect(auto,auto,0,auto)",
      ),
      (
        "clip-path:path(\"M0,0 L100,0 L100,100 L0,100 Z\")", "clip-path:polygon(0 0,100% 0,100% 100%,0 100%)", "clip-path:inset(-10px)", "clip-path:rect(0 100% 100% 0)", "clip-path:xywh(0 0 100% 100%)",
        "clip-path:shape(from 0 0, line to 100% 0, line to 100% 100%, line to 0 100%, close)", "clip-path:none", "clip-path:url(#nope)", "clip-path:border-box", "clip-path:content-box",
        "clip-path:circle(farthest-side at 0 0)", "position:absolute;clip:rect(auto,auto,auto,auto)",
      ),
    ),
    "colours": (
      (
        "color:color-mix(in srgb,#fff 99%,#eee)", "color:color-mix(in oklch,white,transparent 99%)", "color:color-mix(in srgb,transparent,transparent)", "color:color-mix(in srgb,black 0%,white)",
        "color:color-mix(in lab,white 100%,red)", "color:color-mix(in srgb,currentcolor 0%,#fff)", "color:color-mix(in srgb, red 2%, transparent)", "color:rgb(from red r g b / 0)",
        "color:rgb(from white r g b)", "color:hsl(from red h s 100%)", "color:oklch(from red 1 0 h)", "color:rgb(from #000 calc(255 - r) calc(255 - g) calc(255 - b))", "color:light-dark(#fff,#000)",
        "color:color(srgb 1 1 1)", "color:color(display-p3 1 1 1)", "color:color(srgb 0 0 0 / 0)", "color:hwb(0 100% 0%)", "color:hsl(0 0% 100%)", "color:hsl(none none 100%)", "color:rgb(255 255 255)",
        "color:rgb(100% 100% 100%)", "color:#ffff", "color:#fff0", "color:#0000", "color:Canvas", "color:canvas", "color:Window", "color:white", "color:WHITE", "color:transparent", "color:rgba(0,0,0,.04)",
        "color:contrast-color(black)", "color:lab(100% 0 0)", "color:color-mix(in hsl,white 95%,blue)", "color:rgb(calc(250 + 5) 255 255)", "color:color(srgb-linear 1 1 1)", "color:color(xyz .95 1 1.09)",
        "color:color-mix(in srgb-linear, white 50%, white)", "color:color-mix(white,white)", "color:hsl(0deg,0%,100%)", "color:rgba(255,255,255,0.5)", "color:color-mix(in oklab, #fff 98%, #f00)",
        "color:alpha(from red / 0)",
      ),
      (
        "color:color-mix(in srgb,white,black)", "color:light-dark(#000,#fff)", "color:CanvasText", "color:rgba(0,0,0,.2)", "color:ButtonFace", "color:-webkit-link", "color:inherit",
      ),
    ),
    "filters": (
      (
        "filter:invert(1)", "filter:invert(100%)", "filter:opacity(0)", "filter:opacity(.02)", "filter:blur(50px)", "filter:opacity(0.5) opacity(0.05)", "filter:opacity(calc(1 - 1))", "filter:opacity(1%)",
        "background:#eee;color:#c33;filter:brightness(0)",
      ),
      (
        "filter:invert(.5)", "filter:brightness(0)", "filter:brightness(100)", "filter:contrast(0)", "filter:grayscale(1)", "filter:opacity(50%)", "filter:blur(3px)", "filter:drop-shadow(0 0 2px red)",
        "filter:url(#n)", "filter:invert(1) invert(1)", "filter:sepia(1)", "filter:opacity()", "filter:none", "background:#fff;filter:invert(1)", "color:#fff;filter:invert(1)",
      ),
    ),
    "opacity": (
      (
        "opacity:0", "opacity:0%", "opacity:0.0", "opacity:-1", "opacity:1e-3", "opacity:calc(0)", "opacity:calc(1 - 1)", "opacity:min(0,1)", "opacity:max(0,.01)", "opacity:clamp(0,0,1)", "opacity:.04",
        "opacity:var(--p,0)", "opacity:round(.4)", "opacity:round(down,.9,1)", "opacity:sign(0)", "opacity:abs(0)", "opacity:mod(4,2)", "opacity:rem(4,2)", "opacity:sin(0)", "opacity:calc(1 * 0%)",
        "opacity:calc(pi * 0)", "opacity:pow(0,2)", "opacity:sqrt(0)", "opacity:hypot(0)", "opacity:exp(-9)", "opacity:log(1)", "opacity:calc(infinity * -1)", "opacity:env(nope,0)",
        "opacity:calc((1 - 1) * 2)", "opacity:calc( 0 )", "opacity:calc(-1*1)", "opacity:progress(0,0,1)",
      ),
      (
        "opacity:.2", "opacity:0px", "opacity:none", "opacity:1", "opacity:inherit",
      ),
    ),
    "display": (
      (
        "display:none", "display:none!important", "display:NONE", "display:table-column", "display:table-column-group", "display:none;display:foo", "display:var(--x,none)", "display:env(a,none)",
        "display:/**/none",
      ),
      (
        "display:contents", "display:inline none", "display:block flow", "display:foo", "display:revert", "display:unset", "display:initial", "display:inherit", "display:-webkit-none",
        "display:none;display:block", "display:block;display:none foo", "display:ruby", "display:none !ie", "display:table-row", "display:list-item", "dis/**/play:none", "display:no/**/ne",
      ),
    ),
    "font size": (
      (
        "font-size:0", "font-size:0px", "font-size:1px", "font-size:calc(0px)", "font-size:clamp(0px,1px,2px)", "font-size:.1vw", "font-size:0!important", "font-size:min(1px,2px)", "font-size:0 !important",
        "font-size:1e-3px", "font-size:0rem", "font-size:calc(1em * 0)", "font:0/0 a", "font:0 serif", "font:0px a", "font:normal 0/1 Arial", "font:italic bold .1px/1 serif", "font:bold 0 'A'",
        "font:0 'Foo Bar',serif",
      ),
      (
        "font-size:0.5vw", "font-size:xx-small", "font-size:smaller", "font-size:math", "font-size:-1px", "font-size:0em/1 a", "font:inherit", "font:caption", "font:0", "font:16px/0 a",
      ),
    ),
    "places": (
      (
        "position:absolute;left:-9999px", "position:absolute;inset:0 auto auto -9999px", "position:absolute;inset-inline-start:-9999px", "position:absolute;inset-inline:-9999px",
        "position:absolute;inset-block:-9999px auto", "position:fixed;inset:-9999px auto auto -9999px", "position:relative;left:-9999px", "position:relative;right:9999px", "position:absolute;right:9999px",
        "position:absolute;right:-9999px", "position:fixed;right:-9999px", "position:absolute;top:-9999px", "position:fixed;top:100vh", "position:fixed;top:100%", "position:fixed;left:100%",
        "position:fixed;left:100vw", "position:fixed;bottom:-100%", "position:absolute;left:calc(-100vw - 99px)", "position:absolute;left:-100%;width:100%", "position:absolute;left:max(-9999px,-99999px)",
        "position:absolute;left:-1e4px", "position:absolute;left:-200vw", "margin-left:-9999px", "margin-inline-start:-9999px", "margin-inline:-9999px", "margin-inline:-9999px 0", "margin-left:9999px",
        "margin-left:-9999px;display:inline", "float:left;margin-left:-9999px", "display:inline-block;margin-left:-9999px", "position:absolute;margin-left:-9999px", "position:absolute;margin:-9999px 0 0 0",
        "direction:rtl;margin-inline-start:-9999px", "writing-mode:vertical-rl;inset-block-start:-9999px;position:absolute", "writing-mode:vertical-lr;margin-block-start:-9999px",
        "writing-mode:vertical-rl;inline-size:0;overflow:hidden", "position:absolute;left:-5000px;width:6000px", "position:absolute;left:env(nope,-9999px)", "position:fixed;inset-block-end:-9999px",
        "position:absolute;left:round(-9999.5px,1px)", "position:absolute;left:calc(-1 * (9999px))", "position:absolute;left:calc(-9999px*1)", "position:absolute;left:calc(1px - 9999px)",
        "position:absolute;left:-999ch", "position:absolute;left:-99999999999px", "position:absolute;left:-9999Q", "position:absolute;left:-9999PX",
      ),
      (
        "position:sticky;left:-9999px", "position:sticky;top:-9999px", "position:sticky;right:9999px", "position:absolute;left:-9999", "position:absolute;left:-9999px;left:0", "left:-9999px",
        "position:static;left:-9999px", "margin-right:-9999px", "margin-inline-end:-9999px", "writing-mode:vertical-rl", "position:absolute;left:-5000px;transform:translateX(5000px)",
        "position:absolute;left:-9999px;margin-left:9999px", "position:absolute;inset-area:top", "position:absolute;position-anchor:--a;top:anchor(bottom)", "position:absolute;left:+-9999px",
      ),
    ),
    "transforms": (
      (
        "transform:scale(0)", "transform:scale(0,1)", "transform:scale3d(0,0,0)", "transform:scaleX(0)", "transform:scale(0%)", "transform:scale(.01)", "transform:scaleZ(0)", "transform:rotateX(90deg)",
        "transform:rotateY(90deg)", "transform:rotateY(270deg)", "transform:rotateY(-90deg)", "transform:rotate3d(1,0,0,90deg)", "transform:rotateY(180deg);backface-visibility:hidden",
        "transform:translateX(-9999px)", "transform:translate(-9999px)", "transform:translateX(-100vw)", "transform:translate(-200vw,0)", "transform:translateY(-9999px)", "transform:translateY(9999px)",
        "transform:translateX(9999px)", "transform:translateX(-1000%)", "transform:translate3d(-9999px,0,0)", "transform:perspective(1px) translateZ(2px)", "transform:perspective(100px) translateZ(-99999px)",
        "transform:matrix(0,0,0,0,0,0)", "transform:matrix(1,0,0,0,0,0)", "transform:matrix(0,0,0,1,0,0)", "transform:matrix(1,0,0,1,-9999,0)", "transform:matrix(1,1,1,1,0,0)",
        "transform:matrix3d(1,0,0,0,0,1,0,0,0,0,1,0,-9999,0,0,1)", "transform:matrix3d(0,0,0,0,0,0,0,0,0,0,1,0,0,0,0,1)", "transform:skewX(90deg)", "transform:skewX(89.99deg)", "transform:scale(0) scale(99)",
        "transform:scale(.1) scale(.1)", "transform:translateX(calc(-100vw - 100%))", "scale:0", "scale:0 1", "scale:1 0", "scale:0%", "scale:1 1 0", "rotate:x 90deg", "rotate:y 90deg", "rotate:1 0 0 90deg",
        "rotate:90deg y", "rotate:x .25turn", "rotate:y 270deg", "rotate:x -90deg", "translate:-9999px", "translate:0 -9999px", "translate:-100vw", "translate:-1000%", "zoom:.01", "zoom:1%", "zoom:.0001",
        "transform:scale(0);transform-box:fill-box", "transform:scale(0)!important;transform:none", "-webkit-transform:scale(0)", "transform:SCALE(0)", "transform:scale( 0 )", "transform:scale(calc(1 - 1))",
        "transform:scale(var(--z,0))", "transform:scale(1e-9)", "transform:translateX(-9999px) rotate(0)", "transform:rotate(180deg);transform-origin:-9999px",
        "transform:rotate(180deg);transform-origin:-5000px 0",
      ),
      (
        "transform:rotateY(180deg)", "transform:translateZ(-9999px)", "transform:translateZ(9999px)", "transform:skew(89deg)", "transform:translateX(-9999px) translateX(9999px)",
        "transform:scale(.1) translateX(-2000px)", "transform:none", "transform:translateX(-9999px);transform:none", "transform:scale(-1)", "transform:scale(1,-1)", "scale:none", "translate:0", "zoom:0",
        "zoom:0%", "zoom:reset", "zoom:normal", "offset-position:-9999px 0", "-moz-transform:scale(0)", "-o-transform:scale(0)", "transform:scale(0);display:inline", "perspective:1px",
        "transform-origin:0;transform:scale(30)", "backface-visibility:hidden",
      ),
    ),
    "boxes": (
      (
        "width:0;overflow:hidden", "width:0;overflow:clip", "height:0;overflow:hidden", "height:0;overflow:clip", "max-height:0;overflow:hidden", "max-block-size:0;overflow:hidden",
        "inline-size:0;overflow-x:hidden", "height:0;overflow-y:hidden", "height:1px;overflow:hidden", "height:0;overflow:hidden;border:20px solid", "height:0;overflow:auto", "height:0;overflow:scroll",
        "width:0;overflow:hidden;aspect-ratio:1", "contain:size;overflow:hidden", "contain:strict", "contain:paint;height:0", "contain:strict;width:9px", "content-visibility:hidden",
        "width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);position:absolute", "width:0;height:0;overflow:hidden;position:absolute", "width:min(0px,10px);overflow:hidden",
        "height:calc(0 * 1px);overflow:hidden", "height:0vh;overflow:hidden", "max-width:0;overflow:hidden", "max-width:0;max-height:0;overflow:hidden", "height:fit-content;max-height:0;overflow:hidden",
        "overflow:hidden;height:.5px", "overflow:hidden;line-height:0;height:0", "overflow:hidden;font-size:16px;height:.1em", "columns:2;height:0;overflow:hidden", "visibility:collapse", "visibility:hidden",
        "visibility:hidden!important;visibility:visible", "float:left;width:0;overflow:hidden", "display:inline-block;width:0;overflow:hidden", "display:flex;width:0;overflow:hidden",
        "display:grid;height:0;overflow:hidden", "text-indent:1280px;overflow:hidden;white-space:nowrap", "mask:linear-gradient(transparent,transparent)", "mask:linear-gradient(#000 0 0) 0 0/0 0 no-repeat",
        "mask-size:0 0;mask-image:linear-gradient(#000,#000);mask-repeat:no-repeat", "mask:conic-gradient(transparent,transparent)", "mask:linear-gradient(#000,#000);mask-mode:luminance",
        "mask:linear-gradient(#000,#000) luminance", "mask:linear-gradient(rgb(0 0 0 / 0),#0000)", "mask:repeating-linear-gradient(transparent,transparent)",
        "-webkit-mask-box-image:linear-gradient(transparent,transparent)", "interpolate-size:allow-keywords;height:0;overflow:hidden", "float:left;margin-left:-100%", "position:absolute;clip:rect(0,0,0,0)",
        "position:absolute;clip:rect(1px 1px 1px 1px)", "position:absolute;clip:rect(0,9999px,9999px,9999px)", "position:absolute;clip:rect(auto,0,auto,auto)", "position:absolute;clip:rect(0 auto 0 auto)",
      ),
      (
        "height:0", "height:0;overflow-x:clip", "height:0;overflow:hidden;padding:20px", "height:0;overflow:hidden;min-height:20px", "height:0;overflow:hidden;display:inline", "height:0%;overflow:hidden",
        "aspect-ratio:1/0;overflow:hidden", "contain:size", "contain:content", "content-visibility:auto", "content-visibility:auto;contain-intrinsic-size:0",
        "-webkit-line-clamp:0;display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden", "display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden",
        "max-height:0;overflow:hidden;display:table", "height:0;overflow:hidden;display:table-cell", "overflow:hidden;height:5px", "overflow:hidden;height:8px",
        "overflow:clip;overflow-clip-margin:100px;height:0", "column-width:1px", "padding-top:300px;height:100px;overflow:hidden", "mask:none", "mask:linear-gradient(#fff,#fff);mask-mode:luminance",
        "mask:linear-gradient(#0000,#000)", "mask-clip:no-clip", "shape-outside:circle(0)", "user-select:none", "pointer-events:none", "position:absolute;z-index:-1", "position:relative;z-index:-1",
        "order:-9999", "field-sizing:content", "isolation:isolate", "object-fit:none", "will-change:opacity", "reading-flow:normal", "appearance:none", "break-after:page", "clip:rect(0,0,0,0)",
      ),
    ),
}
"""Groups of declarations that hide the paragraph, and of such that do not."""

MEDIA: tuple[tuple[str, ...], tuple[str, ...]] = (
    (
        "screen", "not print", "all", "only screen", "(width >= 400px)", "(400px <= width <= 2000px)", "(400px<width)", "(width:1280px)", "(min-width:40em)", "(not (max-width:100px))",
        "screen and (min-width:1px),print", "(aspect-ratio > 1/1)", "(min-aspect-ratio:1/1)", "(aspect-ratio:16/10)", "(color)", "(min-color:8)", "(color-gamut:srgb)", "(prefers-color-scheme:light)",
        "(prefers-reduced-motion:no-preference)", "(min-resolution:1dppx)", "(resolution>=1dppx)", "(resolution:1x)", "(max-resolution:1.5dppx)", "(-webkit-min-device-pixel-ratio:0)", "(scripting:enabled)",
        "(scripting)", "(update:fast)", "(grid:0)", "(overflow-block:scroll)", "(forced-colors:none)", "(width)", "(min-height:0)", "(height>100px)", "(width > calc(100px + 1px))", "(width >= 10px) or (foo)",
        "(display-mode:browser)", "SCREEN AND (MIN-WIDTH:1PX)", "(width>400px) and (width<2000px)", "not ((width>400px) and (width<500px))", "(prefers-contrast:no-preference)", "(dynamic-range:standard)",
        "(max-width:1280px)", "(1e3px<=width)", "print,(min-width:1px)", "(-webkit-transform-3d)", "(min-width: 50vw)", "(horizontal-viewport-segments:1)",
    ),
    (
        "print", "not screen", "(width<400px)", "(max-width:40em)", "not all and (min-width:1px)", "not (min-width:1px)", "(pointer:coarse)", "(orientation:portrait)", "(max-aspect-ratio:1/2)", "(monochrome)",
        "(prefers-color-scheme:dark)", "(prefers-reduced-motion)", "(min-resolution:2dppx)", "(-webkit-min-device-pixel-ratio:2)", "(scripting:none)", "(grid)", "(foo)", "(foo:bar)", "not (foo)",
        "screen and (foo)", "tty", "screen and (max-width:0)", "screen and(min-width:1px)", "(-ms-high-contrast:none)", "(min--moz-device-pixel-ratio:0)", "speech", "(max-width:1279.98px)", "@",
    ),
)
"""Media queries that a screen of 1280 x 800 matches, and such that it does not."""

SUPPORTS: tuple[tuple[str, ...], tuple[str, ...]] = (
    (
        "(display:grid) and (not (display:foo))", "not ((display:foo))", "(color:color-mix(in srgb,red,blue))", "(--a:b)", "selector(:has(a))", "selector(::before)", "selector(a > b)",
        "(animation-timeline:view())", "(width:1px) or (foo:bar)", "(position:sticky)", "(-webkit-appearance:none)", "(backdrop-filter:blur(1px))", "(inset:0)", "(text-wrap:balance)",
        "(container-type:inline-size)", "font-tech(color-COLRv1)", "font-format(woff2)", "at-rule(@layer)", "(selector(:has(a)))", "(not (not (display:grid)))", "(opacity:0)", "(gap:1px)", "(overflow:clip)",
        "(anchor-name:--a)", "(aspect-ratio:1)", "(height:100dvh)", "(color:lab(1% 1 1))", "(accent-color:red)", "( display : flex )", "((display:flex))", "(display:flex)and (display:grid)",
        "(-webkit-line-clamp:1)", "(scrollbar-width:none)", "(hyphens:auto)", "(font-variation-settings:normal)", "(margin:1px 2px)", "(z-index:2)",
    ),
    (
        "(display:foo)", "not (display:grid)", "(foo:bar)", "selector(:foo)", "not selector(:is(a))", "(width:foo)", "(position:-webkit-sticky)", "(-moz-appearance:none)", "(color:#12)", "(color:foo)",
        "(height:100foo)", "(display:-ms-grid)", "not (transform:none) and (display:grid)", "(display:grid)!x", "(masonry:x)", "(-webkit-touch-callout:none)", "(hanging-punctuation:first)", "(margin:foo)",
        "(z-index:1.5)",
    ),
)
"""Conditions of @supports that hold, and such that do not."""

SELECTORS: tuple[tuple[str, ...], tuple[str, ...]] = (
    (
        ".x:is(p,div)", ":where(.x)", "p:not(.q).x", ".x:not(div)", "div:has(.x)", "div:has(> .x)", "div:has(+ #y)", ":has(.x):not(html,body)", "div:not(:has(a))", ".x:nth-child(1 of .x)",
        ".x:nth-last-child(1)", "p:nth-child(odd of p)", ".x:only-child", ".x:first-of-type", ".x:nth-of-type(n)", ".x:nth-child(n+1)", ".x:nth-child(-n+3)", ".x:nth-child( 2n + 1 )", ".x:nth-child(+1)",
        ".x:nth-child(0n+1)", "[class]", "[class=x]", "[class='x']", "[class=X i]", "[class='X' I]", "[class~=x]", "[class^=x]", "[class$='x']", "[class*=x]", "[CLASS=x]", "[id=x]", "#x", "p#x.x", "p.x#x",
        "div>p", "div > p.x", "div>.x", "p+div>p", "p~div p", "p ~ div>p", "*>.x", "*|*.x", "html .x", "body>div>.x", ":root .x", "html:root .x", "body :nth-child(1).x", ".x:dir(ltr)", ".x:not(:empty)",
        ".x:defined", ".x:not(:hover)", ".x:not(:target)", ".x:not(:focus-within)", ".x,::-webkit-foo", ":is(.x,:foo)", ".x:not(:is(.q))", ".x:not(:not(p))", ":-webkit-any(.x)", ":scope .x", "& .x",
        "p:nth-child(1n+0).x", ".x.x.x", ".x/**/:not(div)", "div /*a*/ .x", "/**/.x", ".x:nth-child(1):nth-last-child(1)", ".x:read-only", ".x:not(:checked)", "p.x:nth-child(2n+1 of .x,.y)",
        "p.x:only-of-type", "DIV P.x", ".x:NOT(.q)", ".x:NOT(:HOVER)", ".x:First-Child", ".x:not(.q,.r)", ".x:not(.q .r)", ".x:is(div .x)", "div:is(:has(.x),.q)", "div:not(:not(:has(.x)))",
        "p:has(+div) + div .x", ":not(html):not(body):not(div).x", "[class|=x]", "[class=\"x\"]:not([lang])", "[ class = 'x' ]", "[class='x'i]", "p:where(#x,#q)", ".-x,.x", ":first-child:last-child.x",
        "div:has(.x:first-child)", "div:has(:is(.x))", "body:has(.x) .x", "html:has(#y) .x",
    ),
    (
        ":is(.q .x)", "p:has(~ div .x)", "[class=X]", "[class=x s]", "[id=X]", "#X", "|p.x", ".x:lang(zh)", ".x:dir(rtl)", ".x:empty", ".x:hover", ".x:link", ".x:any-link", ".x:target", ".x:focus",
        ".x::before", ".x:before", ".x::foo", ".x:foo", ".x,.q:foo", ".x,.q::foo", ".x,::-moz-foo", ".x,:-moz-foo", ":not(:foo)", ".x:not()", ":is()", ".x:is()", ".x:where()", ":has()", ".x:has(:foo)",
        ".x:matches(p)", ":-moz-any(.x)", ".x:scope", ":host .x", "&.x", ".x&", "div/**/.x", ".x:read-write", ".x:placeholder-shown", ".x:enabled", ".x:disabled", ".x:checked", ".x:valid", ".x:invalid",
        ".x:in-range", ".x:default", ".x:indeterminate", ".x:open", ".x:popover-open", ".x:modal", ".x:fullscreen", ".x:picture-in-picture", ".x:playing", ".x:state(foo)", ".x:heading", "p.x || q", ".x >> a",
        "div >>> .x", "div /deep/ .x", ".x:nth-child(even)", "#y:nth-last-child(1)~.x", "[lang]", "[class!=x]", "[data-a]", "p:nth-of-type(1 of .x)", ".x:not(*)", ".x:not(*|*)", ":not(*)",
        ".x:-webkit-any-link", ".x:autofill", "@x", ".1x", "#1,.x", "..x", ".x >", "> .x", ".x,", ".x:active-view-transition", ".x:user-invalid", "::slotted(.x)", ".x:local-link", ".x:past", ".x:muted",
        ".x:has(a,b)", "p:has(+ div:has(.x))~#y",
    ),
)
"""Selectors that choose the paragraph .x, the only child of a <div> between two paragraphs, and such that do not."""

