"""Style sheets as rules: what a screen of 1280 x 800 reads of them, cut down to the properties that can hide text.

A page's sheets are mostly about looks. Splitting a sheet into rules costs one regular expression, and a
rule's declarations are read only when an element asks for them; most never are.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product
from typing import Final

from qnews_scraper.visibility.conditions import contains, matches_media, supports
from qnews_scraper.visibility.selectors import closing, split
from qnews_scraper.visibility.values import length, pixel

PROPERTIES: Final = frozenset(
    "display visibility opacity position left right top bottom margin-left margin-top margin-right text-indent width height max-width max-height "
    "overflow-x overflow-y color background-color background-image font-size clip clip-path transform scale translate rotate z-index "
    "-webkit-text-fill-color line-height content-visibility zoom filter text-shadow float -webkit-background-clip background-clip animation letter-spacing padding-top padding-bottom padding-left padding-right min-height min-width white-space mask-image "
    "grid-template-rows unicode-bidi direction text-decoration".split()
)
_LOGICAL: Final = {
    **{f"{prefix}{axis}-{end}": f"{physical}{side}" for prefix, physical in (("inset-", ""), ("margin-", "margin-"), ("padding-", "padding-")) for axis, end, side in (("inline", "start", "left"), ("inline", "end", "right"), ("block", "start", "top"), ("block", "end", "bottom"))},
    **{f"{bound}{axis}-size": f"{bound}{size}" for bound in ("", "min-", "max-") for axis, size in (("inline", "width"), ("block", "height"))},
}
"""Flow-relative properties as they are in text from left to right, top to bottom (CSS Logical Properties 1)."""

Declarations = dict[str, tuple[str, bool]]
"""Property to (value, important)."""

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.S)
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|url\(\s*[^()'\"\s]*\)", re.S)
_ENDS_BLOCK = re.compile("[{};]")
_AT_NAME = re.compile(r"@([a-zA-Z-]+)")
_BRACE = re.compile(r"[{}]")
_BRACKETS = re.compile(r"[(\[\\]")
_GIF = re.compile(r"url\(\s*[\"']?data:image/gif;base64,([A-Za-z0-9+/]{20,160}={0,2})[\"']?\s*\)")
_NAMES = re.compile(r"[#.](?:[\w-]|[^\x00-\x7f])+")
_AMPERSAND = re.compile(r"&|:scope\b")
_LAYERS = re.compile(r"@layer\s+([^;{}@]+);")
_CONTAINER = re.compile(r"container(?:-type)?\s*:[^;{}]*\b(?:inline-)?size\b")
_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes\s+([\w\"'-]+)", re.I)
_FRAME = re.compile(r"(?:\A|[{}])([^{}]*)\{([^{}]*)")
_LAST_FRAME = re.compile(r"(?:^|[,\s])(?:to|100%)\s*(?:,|$)", re.I)
_FADES = re.compile(r"opacity\s*+:\s*+[0.]++\s*+(?:;|$)|visibility\s*:\s*hidden|display\s*:\s*none", re.I)
_OWN_COLOUR = re.compile(r"(?<![\w-])(--[\w-]++)\s*+:\s*+(#[0-9a-fA-F]{3,8}|(?:rgb|hsl)a?\([^()]*\)|[a-z]{3,20})\s*[;}!]", re.I)
_PROPERTY = re.compile(r"@property\s+(--[\w-]+)", re.I)
_WORD = re.compile(r"[\w-]+")
_INITIAL = re.compile(r"initial-value\s*:\s*([^;}]+)", re.I)
_FOREIGN = re.compile(r"::?-(?:moz|ms|o|khtml)-")
_MOST: Final = 64
"""Selectors that a nested rule may come to."""
_WRITTEN_OUT: Final = 16
"""Times its length that the selectors of nested rules may come to, written out."""
_DEEPEST: Final = 8
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*(?:0(?![.\d]*[1-9])|0?\.0|[0-4]%|[\d.]+e-)|clip|(?<!sition)(?<!sition-[xy]):\s*-\s*\d|(?<!ground)(?<!sition)(?<!shadow)(?<!http)(?<!https):[^;:]*\s-\d|\(\s*-|font(?:-size)?\s*:[^;:]*\b[0-3](?:\.\d+)?(?:px|pt|em|rem|%)?(?![\d.a-z])|font(?:-size)?\s*:[^;:]*(?<![\d.])\.\d|"
    r"(?<![a-z-])(?:max-)?(?:width|height|(?:inline|block)-size)\s*:\s*[0-3](?:\.\d+)?(?:px|pt|em|%)?(?![\d.])|line-height\s*:\s*0|zoom\s*:\s*(?:0|[1-4](?:\.\d+)?%)|transform|scale|translate|rotate|text-fill-color|content-visibility|mask|var\(|calc\(|filter|"
    r"(?:left|right|top|bottom|indent)\s*:\s*(?:\d{3,}|\d\d(?:em|rem|vw|vh))|inset|(?<![-\w])color\s*:\s*(?:transparent|rgba|hsla|#[0-9a-f]{4}(?![0-9a-f])|#[0-9a-f]{8}|[a-z]+\([^()/]*/|rgb\((?:[^(),]*,){3})",
)
"""What may hide, in small letters: ignoring case, the search takes three times as long."""
_COLOUR = re.compile(r"(?<![-\w])(background(?:-color)?|color)\s*:\s*([^;!}]+)", re.I)
_DECLARATION = re.compile(r"\s*(--[^\s:;]+|-?[a-zA-Z][a-zA-Z-]*)\s*:\s*([^;]*)")
_IMPORTANT = re.compile(r"\s*!\s*important\s*$", re.I)
_COLOUR_TOKEN = re.compile(r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|var\([^()]*+(?:\([^()]*+\)[^()]*+)?\)|#[0-9a-fA-F]{3,8}\b|\b[a-z]{3,24}\b", re.I)
_NO_COLOUR: Final = frozenset("no-repeat repeat repeat-x repeat-y scroll fixed local top left right bottom center cover contain auto none inherit initial unset border-box padding-box content-box round space url".split())
_SIZE_IN_FONT = re.compile(r"(?:^|\s)((?:\d+\.?\d*|\.\d+)(?:px|pt|em|rem|%|vw)?|xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger)(?:\s*/\s*([^\s]+))?\s+[^\s/]", re.I)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One selector list and its block of declarations, as written."""

    block: str
    hides: bool
    """Whether its block can hide something by itself."""
    layer: tuple[str, ...] = ()
    """The names of the layers around it, outermost first."""
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Its selectors, each with the ids and classes that it names where it holds no brackets."""

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
    fading: frozenset[str] = frozenset()
    """Names of its animations that end unseen."""
    variables: tuple[tuple[str, str], ...] = ()
    """The properties that it registers, each with what it is before anything declares it."""
    palette: tuple[tuple[str, str], ...] = ()
    """The properties of its own that are colours."""


@dataclass(frozen=True, slots=True)
class _Level:
    """What stands around a rule."""

    applies: bool = True
    is_print: bool = False
    parents: tuple[str, ...] | None = None
    """The selectors that a nested rule's are relative to; None outside of rules."""
    layer: tuple[str, ...] = ()


class _Reader:
    """A sheet while it is read."""

    def __init__(self, css: str) -> None:
        self.rules: list[Rule] = []
        self.printed: list[str] = []
        self.layers: dict[tuple[str, ...], None] = {}
        self.fading: set[str] = set()
        self.variables: dict[str, str] = {}
        self.has_container = _CONTAINER.search(css) is not None
        self.left = 1000 + _WRITTEN_OUT * len(css)

    def put(self, level: _Level, chosen: str, block: str) -> None:
        """A block of declarations for some selectors."""
        if level.applies:
            if not (":-" in chosen and ":is(" not in chosen and ":where(" not in chosen and _FOREIGN.search(chosen)):  # browsers drop a list of which they do not know one selector
                parts = tuple((part, () if _BRACKETS.search(part) else tuple(_NAMES.findall(part))) for part in split(chosen))
                self.rules.append(Rule(block, _HIDES.search(plain(block).lower()) is not None, level.layer, parts))
        elif level.is_print and "display" in block and "none" not in block:
            self.printed.append(chosen)

    def put_inside(self, level: _Level, block: str) -> None:
        """Declarations straight inside a rule that may hold other rules, for all that it selects."""
        if level.parents is not None and self.left > 0:
            chosen = ",".join(level.parents)
            self.left -= len(chosen)
            self.put(level, chosen, block)

    def grouped(self, level: _Level, prelude: str) -> _Level | None:
        """The level inside an at-rule that groups rules; None for one that holds something else."""
        told = _AT_NAME.match(prelude)
        name, rest = (told[1].lower(), prelude[told.end() :].strip()) if told else ("", "")
        if name.startswith("media"):
            query = prelude[6:].strip().lower()
            applies = matches_media(query)
            return replace(level, applies=level.applies and applies, is_print=level.is_print or ("print" in query and not applies))
        if name == "supports":
            return replace(level, applies=level.applies and supports(rest))
        if name == "container":
            return replace(level, applies=level.applies and contains(rest, self.has_container))
        if name == "layer":
            inner = (n.strip() for n in rest.split(".")) if rest else (f"({len(self.layers)})",)
            layer = (*level.layer, *inner)[:_DEEPEST]
            self.layers.setdefault(layer)
            return replace(level, layer=layer)
        if name == "scope":
            root = rest[1 : closing(rest, 1)].strip() if rest[:1] == "(" else ""
            return replace(level, parents=_nested(level.parents, root)) if root else level
        return replace(level, applies=False) if "document" in name else None

    def note(self, prelude: str, block: str) -> None:
        """Notes an animation that ends unseen, and what a property is registered with."""
        if (animation := _KEYFRAMES.match(prelude)) and any(_LAST_FRAME.search(when) and _FADES.search(how) for when, how in _FRAME.findall(block)):
            self.fading.add(animation[1].strip("\"'"))
        elif (registered := _PROPERTY.match(prelude)) and (value := _INITIAL.search(block)):
            self.variables[registered[1]] = value[1].strip()

    def name_layers(self, level: _Level, statements: str) -> None:
        """Notes the layers that `@layer a, b;` names."""
        for found in _LAYERS.finditer(statements):
            for name in found[1].split(","):
                self.layers.setdefault((*level.layer, *(n.strip() for n in name.split(".")))[:_DEEPEST])


@lru_cache(maxsize=32)
def sheet(css: str) -> Sheet:
    """The rules of one sheet, nested ones with their selectors written out; linear in its length, never raises."""
    if "/*" in css or "<!--" in css:
        css = _COMMENT.sub(" ", css)
    imports = tuple(re.findall(r"@import\s+(?:url\(\s*)?[\"']([^\"']+)[\"']", css, re.I)) if "@import" in css else ()
    if "data:image/gif" in css:
        css = _GIF.sub(_pixel, css)
    css = _QUOTED.sub(lambda m: '""' if _ENDS_BLOCK.search(m[0]) else m[0], css)
    reader = _Reader(css)
    put = reader.put
    levels = [_Level()]
    at = 0
    while found := _BRACE.search(css, at):
        level = levels[-1]
        before = css[at : found.start()]
        at = found.end()
        if found[0] == "}":
            if level.parents is not None and not before.isspace() and before:
                reader.put_inside(level, before)
            if len(levels) > 1:
                levels.pop()
            continue
        stated, semicolon, prelude = before.rpartition(";")
        if semicolon:
            if level.parents is not None:
                reader.put_inside(level, stated)
            elif "@layer" in stated:
                reader.name_layers(level, stated + ";")
        prelude = prelude.strip()
        if prelude[:1] == "@":
            group = reader.grouped(level, prelude)
            if group is None:
                end = _block_end(css, at)
                reader.note(prelude, css[at : end - 1])
                at = end
            else:
                levels.append(group)
            continue
        end = css.find("}", at)
        end = len(css) if end < 0 else end
        if level.parents is None:
            if css.find("{", at, end) < 0:
                put(level, prelude, css[at:end])
                at = end + 1
                continue
            parents = tuple(split(prelude))
        else:
            parents = _nested(level.parents, prelude)
        levels.append(replace(level, parents=parents))
    if levels[-1].parents is not None and css[at:].strip():
        reader.put_inside(levels[-1], css[at:])
    elif "@layer" in css[at:]:
        reader.name_layers(levels[-1], css[at:])
    colours: set[str] = set()
    backgrounds: set[str] = set()
    for rule in reader.rules:
        if "color" in rule.block or "background" in rule.block or "COLOR" in rule.block:
            for name, value in _COLOUR.findall(rule.block):
                (colours if name.lower() == "color" else backgrounds).add(value.strip().lower())
    rules = tuple(replace(rule, hides=True) if reader.fading and not rule.hides and "animation" in rule.block and not reader.fading.isdisjoint(_WORD.findall(rule.block)) else rule for rule in reader.rules)
    return Sheet(rules, frozenset(colours), frozenset(backgrounds), tuple(reader.printed), imports, tuple(reader.layers), frozenset(reader.fading), (*reader.variables.items(),), tuple((name, value.lower()) for name, value in _OWN_COLOUR.findall(css)) if "--" in css else ())


def _nested(parents: tuple[str, ...] | None, prelude: str) -> tuple[str, ...]:
    """The selectors of a nested rule, written out; & is what the rule around selects, where it is not written it stands before."""
    inner = split(prelude)
    if parents is None:
        return tuple(inner)
    found: list[str] = []
    for part, parent in islice(product(inner, parents), 4 * _MOST):
        if len(found) < _MOST and len(part) + len(parent) * (part.count("&") + part.count(":scope") or 1) < 1000:
            whole = _AMPERSAND.sub(lambda m, parent=parent: _standing(parent, m), part) if "&" in part or ":scope" in part else f"{parent} {part}"  # type: ignore[misc]
            found.append(whole)
    return tuple(found)


def _standing(parent: str, found: re.Match[str]) -> str:
    """The parent's selector where an & stood: as it is where it begins the selector, else in :is()."""
    is_first = not found.string[: found.start()].strip()
    return parent if is_first else f":is({parent})"


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
    return _HIDES.search(plain(style).lower()) is not None


def plain(css: str) -> str:
    """Declarations without comments, and with escaped letters written out."""
    if "/*" in css:
        css = _COMMENT.sub(" ", css)
    if "data:image/gif" in css:
        css = _GIF.sub(_pixel, css)
    return _ESCAPE.sub(_unescaped, css) if "\\" in css else css


def _pixel(found: re.Match[str]) -> str:
    """An image of one pixel as the colour that it is."""
    try:
        told = pixel(b64decode(found[1]))
    except ValueError:
        told = None
    return found[0] if told is None else told


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
    name = _LOGICAL.get(name, name)
    if name in PROPERTIES or name.startswith("--"):
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
        colours = [c for c in _COLOUR_TOKEN.findall(value) if c.lower() not in _NO_COLOUR]
        yield "background-color", colours[-1] if colours else "transparent"
    elif name == "font":
        if found := _SIZE_IN_FONT.search(value):
            yield "font-size", found[1]
            yield "line-height", found[2] or "normal"
    elif name in ("-webkit-transform", "-ms-transform"):
        yield "transform", value
    elif name in ("mask", "-webkit-mask"):
        yield "mask-image", value
    elif name in ("-webkit-filter", "-webkit-clip-path", "-webkit-animation", "-webkit-mask-image"):
        yield name[8:], value


def _parts(value: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\s()]*\((?:[^()]|\([^()]*\))*\)|[^\s]+", value))
