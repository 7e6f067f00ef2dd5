"""Blocks of declarations: what they declare, and whether any of it can hide text.

Sheets say the same few things over and over: four fifths of the declarations of news pages repeat one before, so each is read once
and known by its text.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from qnews_scraper.visibility.mixing import colour
from qnews_scraper.visibility.timing import longhands
from qnews_scraper.visibility.values import length, number, pixel

PROPERTIES: Final = frozenset(
    "display visibility opacity position left right top bottom margin-left margin-top margin-right text-indent width height max-width max-height "
    "overflow-x overflow-y color background-color background-image font-size clip clip-path transform scale translate rotate z-index "
    "-webkit-text-fill-color line-height content-visibility zoom filter text-shadow float -webkit-background-clip background-clip animation-name animation-duration animation-delay animation-iteration-count animation-direction animation-fill-mode animation-play-state animation-timeline letter-spacing padding-top padding-bottom padding-left padding-right min-height min-width white-space mask-image mask-mode mask-size overflow-clip-margin "
    "all backface-visibility background-repeat background-size box-shadow color-scheme contain contain-intrinsic-size filter flex-basis flex-direction flex-grow grid-area grid-auto-rows grid-template-columns isolation mix-blend-mode "
    "transform-origin -webkit-text-stroke -webkit-text-stroke-width -webkit-text-stroke-color "
    "container-type container-name grid-template-rows unicode-bidi direction text-decoration".split()
)
SHORTHANDS: Final = frozenset(["animation", "background", "font", "inset", "margin", "overflow", "padding"])
_LOGICAL: Final = {
    **{f"{prefix}{axis}-{end}": f"{physical}{side}" for prefix, physical in (("inset-", ""), ("margin-", "margin-"), ("padding-", "padding-")) for axis, end, side in (("inline", "start", "left"), ("inline", "end", "right"), ("block", "start", "top"), ("block", "end", "bottom"))},
    **{f"{bound}{axis}-size": f"{bound}{size}" for bound in ("", "min-", "max-") for axis, size in (("inline", "width"), ("block", "height"))},
}
"""Flow-relative properties as they are in text from left to right, top to bottom (CSS Logical Properties 1)."""

Declarations = dict[str, tuple[str, bool]]
"""Property to (value, important)."""

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.S)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|([^\n;:{}\"']))")
GIF = re.compile(r"url\(\s*[\"']?data:image/gif;base64,([A-Za-z0-9+/]{20,160}={0,2})[\"']?\s*\)")
_SIGNS = re.compile(r"clip|transform|scale|translate|rotate|text-fill-color|content-visibility|mask|var\(|calc\(|filter|inset")
"""Words that may hide by themselves, in small letters."""
_NO_SIZE = re.compile(r"(?<![a-z-])(?:max-)?(?:width|height|(?:inline|block)-size)\s*:\s*(?:[0-3]|(?=\.\d))(?:\.\d+)?(?:px|pt|em|%)?(?![\d.])")
_HIDES: Final = (
    ("none", re.compile(r"display\s*:\s*none")),
    ("table-column", re.compile("table-column")),
    ("visib", re.compile(r"visibility\s*:\s*(?:hidden|collapse)")),
    ("opacity", re.compile(r"opacity\s*:\s*(?:0(?![.\d]*[1-9])|0?\.0|[0-4]%|[\d.]+e-)")),
    ("-", re.compile(r":(?:(?<!sition:)(?<!sition-[xy]:)\s*-\s*\d|(?<!ground:)(?<!sition:)(?<!shadow:)(?<!http:)(?<!https:)[^;:]*\s-\d)")),
    ("(", re.compile(r"\(\s*-")),
    ("(", re.compile(r"(?:opacity|visibility|display|zoom|width|height|size|left|right|top|bottom|indent|margin|font)\s*:\s*[a-z]+\(|color\s*:\s*(?:color-mix|light-dark|contrast|[a-z]+\(\s*from)")),
    ("blend", re.compile("mix-blend")),
    ("contain", re.compile(r"contain\s*:")),
    ("all", re.compile(r"\ball\s*:")),
    ("flex", re.compile(r"flex\s*:\s*0(?:\s+[01])?(?:\s+0(?:px|%)?)?\s*(?:!|$)")),
    ("currentcolor", re.compile("background[^:]*:.*currentcolor", re.S)),
    ("font", re.compile(r"font(?:-size)?\s*:[^;:]*(?:\b[0-3](?:\.\d+)?(?:px|pt|em|rem|%)?(?![\d.a-z])|(?<![\d.])\.\d)")),
    *((sign, _NO_SIZE) for sign in ("width", "height", "-size")),
    ("height", re.compile(r"line-height\s*:\s*0")),
    ("zoom", re.compile(r"zoom\s*:\s*(?:\.0|0|[1-4](?:\.\d+)?%)")),
    (":", re.compile(r"(?:left|right|top|bottom|indent)\s*:\s*(?:\d{3,}|\d\d(?:em|rem|vw|vh))")),
    ("color", re.compile(r"color(?<![-\w]color)\s*:\s*(?:transparent|rgba|hsla|#[0-9a-f]{4}(?![0-9a-f])|#[0-9a-f]{8}|[a-z]+\([^()/]*/|rgb\((?:[^(),]*,){3})")),
)
"""What else may, each with a sign of it: one pattern of all begins with no character of its own, and takes twice as long."""
_COLOUR = re.compile(r"(?<![-\w])(background(?:-color)?|color)\s*:\s*([^;!}]+)")
_LOW = re.compile(r"(?<![-\w])(?:max-)?height\s*:\s*(?:[1-9]\d?px|[1-5](?:\.\d+)?r?em)")
_NO_ROW = re.compile(r"grid(?:-template|-auto)?(?:-rows|-columns)?\s*:\s*(?:0(?:px|fr)?\s*(?:[/!}]|$)|minmax\(\s*0)")
_DIM = re.compile(r"(?<![-\w])opacity\s*:\s*(?:0?\.[1-3]|[1-3]?\d(?:\.\d+)?%)")
_KEPT: Final = 200
"""Length up to which a declaration is known by its text."""
SHOWN: Final = {
    "display": r"display\s*:\s*(?!none)[a-z]",
    "visibility": r"visibility\s*:\s*visible",
    "opacity": r"opacity\s*:\s*(?:1|0?\.[1-9])",
    "height": r"(?:m(?:ax|in)-)?height\s*:\s*(?![01](?![\d.])|0?\.)[\w.]|grid-template-rows\s*:\s*[1-9]",
    "transform": r"transform\s*:\s*(?:none|[a-z]+\((?:0[,)]|1\)))",
    "place": r"(?:left|right|top|bottom)\s*:\s*(?:0|auto)",
}
"""What says that something is seen, by what hides it otherwise."""
_APPEARS = re.compile(rf"(?<![-\w])(?:{'|'.join(SHOWN.values())})")
HIDES, OVERFLOWS, LOW, NO_ROW, DIM, APPEARS, COLOURED, ANIMATED, _OPEN = 1, 2, 4, 8, 16, 32, 64, 128, 256
"""What a declaration may say: that it can hide something by itself; that a box clips; that it is low; that a row of a grid takes no room; that something is
faint, which hides nothing, but two or three of them, one in the other, may; that something is seen; that it is of a colour; that it runs an animation; and that it goes on behind its
semicolon, as its brackets are open."""
_DECLARATION = re.compile(r"\s*(--[^\s:;]+|-?[a-zA-Z][a-zA-Z-]*)\s*:\s*([^;]*)")
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.I)
COLOUR_TOKEN = re.compile(r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|contrast-color)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|var\([^()]*+(?:\([^()]*+\)[^()]*+)?\)|#[0-9a-fA-F]{3,8}\b|(?<![-\w(])[a-z]{3,24}\b(?![-(])", re.I)
NO_COLOUR: Final = frozenset("no-repeat repeat repeat-x repeat-y scroll fixed local top left right bottom center cover contain auto none inherit initial unset border-box padding-box content-box round space url text".split())
_GRADIENT = re.compile(r"(?:linear|radial|conic)-gradient\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", re.I)
_SIZE_OF_BACKGROUND = re.compile(r"/\s*((?:[\d.]+[a-z%]*|auto|cover|contain)(?:\s+(?:[\d.]+[a-z%]*|auto))?)")
_TEXT = re.compile(r"(?:^|\s)text(?:\s|$)", re.I)
_SIZE_IN_FONT = re.compile(r"(?:^|\s)((?:\d++(?:\.\d*+)?+|\.\d+)(?:px|pt|em|rem|%|vw)?|xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger)(?:\s*/\s*([^\s]+))?\s+[^\s/]", re.I)


def told_by(block: str) -> tuple[int, list[tuple[str, str]]]:
    """What the declarations of a block say, all of them together, and the colours that they name: (property, value)."""
    said = 0
    colours: list[tuple[str, str]] = []
    for declaration in block.split(";"):
        own, named = _known(declaration) if len(declaration) < _KEPT else _read(declaration)
        said |= own
        if named:
            colours += named
    if said & _OPEN and _may_hide(block.lower()):
        said |= HIDES
    return said, colours


def hides(style: str) -> bool:
    """Whether a style attribute can hide something by itself."""
    return told_by(plain(style))[0] & HIDES != 0


def _may_hide(small: str) -> bool:
    if _SIGNS.search(small):
        return True
    for sign, pattern in _HIDES:  # noqa: SIM110 - most declarations come here, and any() takes half as long again
        if sign in small and pattern.search(small):
            return True
    return False


def _read(declaration: str) -> tuple[int, tuple[tuple[str, str], ...]]:
    small = declaration.lower()
    said = HIDES if _may_hide(small) else 0
    if "overflow" in small:
        said |= OVERFLOWS
    if "height" in small and _LOW.search(small):
        said |= LOW
    if "grid" in small and _NO_ROW.search(small):
        said |= NO_ROW
    if "pacity" in small and _DIM.search(small):
        said |= DIM
    if _APPEARS.search(small):
        said |= APPEARS
    if "animation" in small:
        said |= ANIMATED
    if "color" in declaration or "background" in declaration:
        said |= COLOURED
    if small.rfind("(") > small.rfind(")"):
        said |= _OPEN
    if "color" in small or "background" in small:
        return said, tuple((name, value.strip()) for name, value in _COLOUR.findall(small))
    return said, ()


_known = lru_cache(maxsize=8192)(_read)


def plain(css: str) -> str:
    """Declarations without comments, and with escaped letters written out."""
    if "/*" in css:
        css = COMMENT.sub(" ", css)
    if "data:image/gif" in css:
        css = GIF.sub(as_pixel, css)
    return _ESCAPE.sub(_unescaped, css) if "\\" in css else css


def as_pixel(found: re.Match[str]) -> str:
    """An image of one pixel as the colour that it is."""
    try:
        told = pixel(b64decode(found[1]))
    except ValueError:
        told = None
    return found[0] if told is None else told


def _unescaped(found: re.Match[str]) -> str:
    """The letter that an escape stands for; one that is no letter, as old sheets set it behind values that one browser only should read, spoils the word."""
    if found[2]:
        return found[2]
    code = int(found[1], 16)
    return chr(code) if 0x20 < code < 0x110000 and chr(code) not in ";{}:\x7f" else "\ufffd"


@lru_cache(maxsize=1024)
def declarations(block: str) -> Declarations:
    """The declarations of a block or a style attribute, shorthands taken apart; the last of equal weight stands."""
    found: Declarations = {}
    for declaration in plain(block).split(";"):
        for prop, value in _stated(declaration) if len(declaration) < _KEPT else _taken_apart(declaration):
            if prop == "all" and not value[1]:
                found = {name: told for name, told in found.items() if told[1] or name.startswith("--")}
            if value[1] or not (prop in found and found[prop][1]):
                found.pop(prop, None)
                found[prop] = value
    return found


def _taken_apart(declaration: str) -> tuple[tuple[str, tuple[str, bool]], ...]:
    """The properties that a declaration sets, each with its value and whether that is important."""
    stated = _DECLARATION.match(declaration)
    if stated is None:
        return ()
    name, value = stated[1], stated[2]
    important = False
    if "!" in value and (mark := _IMPORTANT.search(value)):
        value, important = value[: mark.start()], True
    longhands = _longhands(name if name.startswith("--") else name.lower(), value.strip())
    return tuple((prop, (part, important)) for prop, part in longhands if part and is_valid(prop, part))


_stated = lru_cache(maxsize=4096)(_taken_apart)


_KEYWORDS: Final = {
    "display": frozenset("none block inline inline-block flex inline-flex grid inline-grid table inline-table table-row table-cell table-row-group table-header-group table-footer-group table-column table-column-group table-caption list-item contents flow-root run-in ruby ruby-text -webkit-box -webkit-inline-box -webkit-flex -ms-flexbox -webkit-inline-flex math".split()),
    "visibility": frozenset(["visible", "hidden", "collapse"]),
    "position": frozenset(["static", "relative", "absolute", "fixed", "sticky"]),
}
_SIZES: Final = frozenset("auto none min-content max-content fit-content stretch -webkit-fill-available -webkit-fit-content -webkit-min-content -webkit-max-content intrinsic min-intrinsic each-line hanging".split())
_FONT_WORDS: Final = frozenset("xx-small x-small small medium large x-large xx-large xxx-large smaller larger math -webkit-xxx-large".split())
_SIGNED: Final = frozenset("left right top bottom margin-left margin-top margin-right margin-bottom text-indent margin inset".split())
_GLOBAL: Final = frozenset(["inherit", "initial", "unset", "revert", "revert-layer"])
_LENGTHS: Final = frozenset("left right top bottom margin-left margin-top margin-right margin-bottom text-indent width height max-width max-height min-width min-height margin padding inset font-size".split())
_INTEGER = re.compile(r"[+-]?\d+")


def is_valid(prop: str, value: str) -> bool:
    """Whether a browser would take the declaration; an invalid one must not override a valid one before it."""
    low = value.lower()
    if low in _GLOBAL or ("(" in low and ("var(" in low or "env(" in low or "attr(" in low)):
        return True
    if prop in _KEYWORDS:
        return low in _KEYWORDS[prop] or (prop == "display" and (" " in low or "(" in low) and "\\" not in low)
    if prop in _LENGTHS:
        return all(_is_length(part, prop) for part in (_parts(low) if prop in SHORTHANDS else (low,)))
    if prop in ("color", "background-color"):
        return "(" in low or low == "currentcolor" or colour(low) is not None
    if prop == "z-index":
        return low == "auto" or "(" in low or _INTEGER.fullmatch(low) is not None
    if prop == "opacity":
        return "(" in low or number(low) is not None
    return True


def _is_length(value: str, prop: str) -> bool:
    if not value[0].isdigit() and value[0] not in "+-.":
        return "(" in value or value in _SIZES or value in _FONT_WORDS
    return (told := length(value, percent=100.0)) is not None and (told >= 0 or prop in _SIGNED)


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    name = _LOGICAL.get(name, name)
    if name.startswith("-webkit-a") and name.startswith("animation", 8):
        name = name[8:]
    if name in SHORTHANDS and "var(" in value:
        yield name, value  # taken apart when the variable is known
    elif name == "animation":
        yield from longhands(value)
    elif name in PROPERTIES or name.startswith("--"):
        yield name, value
    elif name.endswith(("-inline", "-block")) and (name + "-start") in _LOGICAL:
        parts = _parts(value)
        if parts:
            yield from ((_LOGICAL[name + "-start"], parts[0]), (_LOGICAL[name + "-end"], parts[-1]))
    elif name in ("margin", "inset", "padding"):
        parts = _parts(value)
        if 1 <= len(parts) <= 4:
            top, right, bottom, left = (parts * 4)[:4] if len(parts) == 1 else (*parts, *parts)[:4] if len(parts) == 2 else (*parts, parts[1])[:4]
            prefix = "" if name == "inset" else name + "-"
            yield from ((prefix + "top", top), (prefix + "right", right), (prefix + "bottom", bottom), (prefix + "left", left))
    elif name == "overflow":
        parts = _parts(value)
        if parts:
            yield from (("overflow-x", parts[0]), ("overflow-y", parts[-1]))
    elif name == "background":
        yield "background-image", value if re.search(r"url|gradient|image|\"\"", value, re.I) else "none"
        colours = [c for c in COLOUR_TOKEN.findall(_GRADIENT.sub(" ", value) if "gradient(" in value else value) if c.lower() not in NO_COLOUR]
        yield "background-color", colours[-1] if colours else "transparent"
        if "/" in value and (size := _SIZE_OF_BACKGROUND.search(value)):
            yield "background-size", size[1]
        if "repeat" in value:
            yield "background-repeat", "no-repeat" if "no-repeat" in value else "repeat"
        if "text" in value and _TEXT.search(value):
            yield "background-clip", "text"
    elif name == "container":
        names, _, kind = value.partition("/")
        yield from (("container-name", names.strip()), ("container-type", kind.strip() or "normal"))
    elif name == "font":
        if found := _SIZE_IN_FONT.search(value):
            yield "font-size", found[1]
            yield "line-height", found[2] or "normal"
    elif name in ("-webkit-transform", "-ms-transform"):
        yield "transform", value
    elif name in ("mask", "-webkit-mask"):
        yield "mask-image", value
        if "/" in value and (size := _SIZE_OF_BACKGROUND.search(value)):
            yield "mask-size", size[1]
        yield "mask-mode", "luminance" if "luminance" in value else "match-source"
    elif name == "flex":
        yield from _flexible(value.lower())
    elif name in ("grid", "grid-template"):
        rows, _, columns = value.partition("/")
        yield from (("grid-template-rows", rows.strip()), ("grid-template-columns", columns.strip() or "none"))
    elif name in ("text-emphasis", "text-emphasis-style"):
        yield "-webkit-text-stroke", "0" if value.lower() == "none" else value  # marks beside letters are seen as lines around them are
    elif name in ("-webkit-filter", "-webkit-clip-path", "-webkit-mask-image", "-webkit-mask-size"):
        yield name[8:], value
    elif name == "-webkit-mask-box-image":
        yield "mask-image", value


def _flexible(value: str) -> Iterator[tuple[str, str]]:
    """What `flex` sets (CSS Flexbox 1, section 7.1.1)."""
    parts = _parts(value)
    if value == "none":
        yield from (("flex-grow", "0"), ("flex-basis", "auto"))
    elif parts:
        numbers = [part for part in parts[:2] if number(part) is not None and "%" not in part]
        basis = parts[-1] if len(parts) == 3 or len(numbers) < len(parts) else "0%"
        yield from (("flex-grow", numbers[0] if numbers else "1"), ("flex-basis", "auto" if value == "auto" else basis))


def _parts(value: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\s()]*\((?:[^()]|\([^()]*\))*\)|[^\s]+", value))
