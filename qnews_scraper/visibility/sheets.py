"""Style sheets as rules: what a screen of 1280 x 800 reads of them, cut down to the properties that can hide text.

A page's sheets are mostly about looks. Splitting a sheet into rules costs one regular expression, and a
rule's declarations are read only when an element asks for them; most never are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from qnews_scraper.visibility.values import HEIGHT, WIDTH, length

PROPERTIES: Final = frozenset(
    "display visibility opacity position left right top bottom margin-left margin-top margin-right text-indent width height max-width max-height "
    "overflow-x overflow-y color background-color background-image font-size clip clip-path transform scale translate rotate z-index "
    "-webkit-text-fill-color line-height content-visibility zoom filter text-shadow float -webkit-background-clip background-clip animation letter-spacing padding-top padding-bottom padding-left padding-right min-height min-width white-space".split()
)

Declarations = dict[str, tuple[str, bool]]
"""Property to (value, important)."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.S)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|url\(\s*[^)'\"\s]*\)", re.S)
_ENDS_BLOCK = re.compile("[{};]")
_AT_NAME = re.compile(r"@([a-zA-Z-]+)")
_BRACE = re.compile(r"[{}]")
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*(?:0(?![.\d]*[1-9])|0?\.0|[0-4]%|[\d.]+e-)|clip|:\s*-\s*\d|:[^;]*\s-\d|\(\s*-|font(?:-size)?\s*:[^;]*\b[0-3](?:\.\d+)?(?:px|pt|em|rem|%)?(?![\d.a-z])|"
    r"(?:width|height|zoom|line-height)\s*:\s*[0-3](?:\.\d+)?(?:px|pt|em|%)?(?![\d.])|transform|scale|translate|rotate|text-fill-color|content-visibility|var\(|calc\(|filter|"
    r"(?:left|right|top|bottom|indent)\s*:\s*(?:\d{3,}|\d\d(?:em|rem|vw|vh))|inset|(?<![-\w])color\s*:\s*(?:transparent|rgba|hsla|#[0-9a-f]{4}(?![0-9a-f])|#[0-9a-f]{8})",
    re.I,
)
_COLOUR = re.compile(r"(?<![-\w])(background(?:-color)?|color)\s*:\s*([^;!}]+)", re.I)
_DECLARATION = re.compile(r"\s*(--[^\s:;]+|-?[a-zA-Z][a-zA-Z-]*)\s*:\s*([^;]*)")
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.I)
_COLOUR_TOKEN = re.compile(r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|#[0-9a-fA-F]{3,8}\b|\b[a-z]{3,24}\b|var\([^()]*(?:\([^()]*\))?[^()]*\)", re.I)
_NO_COLOUR: Final = frozenset("no-repeat repeat repeat-x repeat-y scroll fixed local top left right bottom center cover contain auto none inherit initial unset border-box padding-box content-box round space url".split())
_SIZE_IN_FONT = re.compile(r"(?:^|\s)((?:\d+\.?\d*|\.\d+)(?:px|pt|em|rem|%|vw)?|xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger)(?:\s*/\s*([^\s]+))?\s+[^\s/]", re.I)
_FEATURE = re.compile(r"\(\s*([a-z-]+)\s*(?::\s*([^()]+?)\s*)?\)", re.I)
_RANGE = re.compile(r"\(\s*(?:([\d.]+[a-z]*)\s*(<=?|>=?)\s*)?(width|height)\s*(?:(<=?|>=?|=)\s*([\d.]+[a-z]*)\s*)?\)", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One selector list and its block of declarations, as written."""

    selectors: str
    block: str
    hides: bool
    """Whether its block can hide something by itself."""
    layer: tuple[str, ...] = ()
    """The names of the layers around it, outermost first."""

    @property
    def declarations(self) -> Declarations:
        return declarations(self.block)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The rules that a screen applies, in order, and the selectors that only print shows."""

    rules: tuple[Rule, ...]
    colours: frozenset[str]
    """Values of color in it."""
    backgrounds: frozenset[str]
    """Values of background and background-color in it."""
    printed: tuple[str, ...]
    imports: tuple[str, ...]
    layers: tuple[tuple[str, ...], ...] = ()
    """Its layers in the order in which they are named first."""


@lru_cache(maxsize=32)
def sheet(css: str) -> Sheet:
    """The rules of one sheet; linear in its length, never raises. Nested rules (a rule inside a rule) are skipped."""
    if "/*" in css or "<!--" in css:
        css = _COMMENT.sub(" ", css)
    imports = tuple(re.findall(r"@import\s+(?:url\(\s*)?[\"']([^\"']+)[\"']", css, re.I)) if "@import" in css else ()
    css = _QUOTED.sub(lambda m: '""' if _ENDS_BLOCK.search(m[0]) else m[0], css)
    rules: list[Rule] = []
    printed: list[str] = []
    applies = [True]
    media = [""]
    at = 0
    while found := _BRACE.search(css, at):
        if found[0] == "}":
            if len(applies) > 1:
                applies.pop()
                media.pop()
            at = found.end()
            continue
        prelude = css[at : found.start()]
        if ";" in prelude:
            prelude = prelude[prelude.rfind(";") + 1 :]
        prelude = prelude.strip()
        at = found.end()
        if prelude[:1] == "@":
            told = _AT_NAME.match(prelude)
            name, rest = (told[1].lower(), prelude[told.end() :]) if told else ("", "")
            if name.startswith("media"):
                query = prelude[6:].strip().lower()
                applies.append(applies[-1] and matches_media(query))
                media.append("print" if "print" in query and not matches_media(query) else media[-1])
                continue
            if name in ("supports", "layer", "container", "scope", "document", "-moz-document"):
                applies.append(applies[-1] and not (name == "supports" and rest.lstrip().lower().startswith("not")) and "document" not in name)
                media.append(media[-1])
                continue
            at = _block_end(css, at)
            continue
        end = css.find("}", at)
        end = len(css) if end < 0 else end
        inner = css.find("{", at, end)
        if inner >= 0:
            end = _block_end(css, at) - 1
            block = css[at:inner].rpartition(";")[0]
        else:
            block = css[at:end]
        at = end + 1
        if applies[-1]:
            rules.append(Rule(prelude, block, _HIDES.search(plain(block)) is not None))
        elif media[-1] == "print" and "display" in block and "none" not in block:
            printed.append(prelude)
    colours: set[str] = set()
    backgrounds: set[str] = set()
    for rule in rules:
        if "color" in rule.block or "background" in rule.block or "COLOR" in rule.block:
            for name, value in _COLOUR.findall(rule.block):
                (colours if name.lower() == "color" else backgrounds).add(value.strip().lower())
    return Sheet(tuple(rules), frozenset(colours), frozenset(backgrounds), tuple(printed), imports)


def _block_end(css: str, at: int) -> int:
    """Just after the } that closes the block whose { stands before `at`."""
    depth = 1
    for found in _BRACE.finditer(css, at):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    return len(css)


@lru_cache(maxsize=1024)
def hides(style: str) -> bool:
    """Whether a style attribute can hide something by itself; pages repeat a few of them."""
    return _HIDES.search(plain(style)) is not None


def plain(css: str) -> str:
    """Declarations without comments, and with escaped letters written out."""
    if "/*" in css:
        css = _COMMENT.sub(" ", css)
    return _ESCAPE.sub(_unescaped, css) if "\\" in css else css


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return chr(code) if 0x20 < code < 0x7F and chr(code) not in ";{}:" else " "


@lru_cache(maxsize=1024)
def declarations(block: str) -> Declarations:
    """The declarations of a block or a style attribute, shorthands taken apart; the last of equal weight stands."""
    found: Declarations = {}
    for name, value in _split(plain(block)):
        important = False
        if "!" in value and (mark := _IMPORTANT.search(value)):
            value, important = value[: mark.start()], True
        for prop, part in _longhands(name if name.startswith("--") else name.lower(), value.strip()):
            if part and not (found.get(prop, ("", False))[1] and not important) and _is_valid(prop, part):
                found.pop(prop, None)
                found[prop] = (part, important)
    return found


def _split(block: str) -> Iterator[tuple[str, str]]:
    for part in block.split(";"):
        found = _DECLARATION.match(part)
        if found:
            yield found[1], found[2]


_KEYWORDS: Final = {
    "display": frozenset("none block inline inline-block flex inline-flex grid inline-grid table inline-table table-row table-cell table-row-group table-header-group table-footer-group table-column table-column-group table-caption list-item contents flow-root run-in ruby ruby-text -webkit-box -webkit-inline-box -webkit-flex -ms-flexbox -webkit-inline-flex math".split()),
    "visibility": frozenset(["visible", "hidden", "collapse"]),
    "position": frozenset(["static", "relative", "absolute", "fixed", "sticky", "-webkit-sticky"]),
}
_GLOBAL: Final = frozenset(["inherit", "initial", "unset", "revert", "revert-layer"])
_LENGTHS: Final = frozenset("left right top bottom margin-left margin-top margin-right text-indent width height max-width max-height".split())


def _is_valid(prop: str, value: str) -> bool:
    """Whether a browser would take the declaration; an invalid one must not override a valid one before it."""
    low = value.lower()
    if "var(" in low or low in _GLOBAL:
        return True
    if prop in _KEYWORDS:
        return low in _KEYWORDS[prop] or (prop == "display" and " " in low)
    if prop in _LENGTHS:
        return (not low[0].isdigit() and low[0] not in "+-.") or length(low, percent=100.0) is not None
    return True


def _longhands(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name in PROPERTIES or name.startswith("--"):
        yield name, value
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
        colours = [c for c in _COLOUR_TOKEN.findall(value) if c.lower() not in _NO_COLOUR]
        yield "background-color", colours[-1] if colours else "transparent"
    elif name == "font":
        if found := _SIZE_IN_FONT.search(value):
            yield "font-size", found[1]
            yield "line-height", found[2] or "normal"
    elif name in ("-webkit-transform", "-ms-transform"):
        yield "transform", value
    elif name in ("-webkit-filter", "-webkit-clip-path", "-webkit-animation"):
        yield name[8:], value


def _parts(value: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\s()]*\((?:[^()]|\([^()]*\))*\)|[^\s]+", value))


@lru_cache(maxsize=1024)
def matches_media(query: str) -> bool:
    """Whether a screen of 1280 x 800 with a mouse, light colours and one dot a pixel matches a media query list."""
    query = query.strip().lower()
    return not query or any(_matches_one(part.strip()) for part in query.split(","))


def _matches_one(query: str) -> bool:
    negated = query.startswith("not ")
    query = query.removeprefix("not ").removeprefix("only ").strip()
    if "\\" in query:  # \0screen and screen\9 are for one browser of old
        return negated
    kind = re.match(r"[a-z-]+", query)
    ok = kind is None or kind[0] in ("all", "screen", "and", "or")
    if ok and "(" in query:
        answers = [_feature(n, v) for n, v in _FEATURE.findall(query)]
        answers += [_range(*f) for f in _RANGE.findall(query) if f[1] or f[3]]
        ok = bool(answers) and (any(answers) if " or " in query else all(answers))
    return ok != negated


def _range(low: str, low_sign: str, name: str, sign: str, high: str) -> bool:
    size = WIDTH if name == "width" else HEIGHT
    ok = True
    if low_sign:
        a = length(low) or 0.0
        ok = {"<": a < size, "<=": a <= size, ">": a > size, ">=": a >= size}[low_sign]
    if ok and sign:
        b = length(high) or 0.0
        ok = {"<": size < b, "<=": size <= b, ">": size > b, ">=": size >= b, "=": size == b}[sign]
    return ok


def _feature(name: str, value: str) -> bool:
    size = {"width": WIDTH, "height": HEIGHT, "device-width": WIDTH, "device-height": HEIGHT}.get(name.removeprefix("min-").removeprefix("max-"))
    if size is not None:
        told = length(value) if value else None
        if told is None:
            return not value
        return size >= told if name.startswith("min-") else size <= told if name.startswith("max-") else size == told
    known = {
        "orientation": "landscape", "prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference", "hover": "hover", "any-hover": "hover",
        "pointer": "fine", "any-pointer": "fine", "scripting": "enabled", "display-mode": "browser", "forced-colors": "none", "update": "fast", "prefers-contrast": "no-preference",
    }  # fmt: skip
    if name in known:
        return not value or value == known[name]
    if name in ("color", "min-color", "-webkit-transform-3d", "transform-3d"):
        return True
    if "resolution" in name or "pixel-ratio" in name:
        return name.startswith(("max-", "-webkit-max-")) or (value.startswith(("0", "1")) and not value.startswith(("1.", "12", "14", "19")))
    return False
