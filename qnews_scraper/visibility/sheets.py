"""Style sheets as rules: what a screen of 1280 x 800 reads of them, cut down to the properties that can hide text.

A page's sheets are mostly about looks. Splitting a sheet into rules costs one regular expression, and a
rule's declarations are read only when an element asks for them; most never are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, product
from typing import Final

from qnews_scraper.visibility.blocks import COMMENT, GIF, HIDES, Declarations, as_pixel, declarations, plain, told_by
from qnews_scraper.visibility.conditions import matches_media, supports
from qnews_scraper.visibility.selectors import MATCHES_NOTHING, closing, is_known, split

_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|url\(\s*[^()'\"\s]*\)", re.S)
_ENDS_BLOCK = re.compile("[{};]")
_AT_NAME = re.compile(r"@([a-zA-Z-]+)")
_BRACE = re.compile(r"[{}]")
_BRACKETS = re.compile(r"[(\[\\]")
_NAMES = re.compile(r"[#.][\w\x80-\U0010ffff-]+")
_IN_BRACKETS = re.compile(r"""\((?:[^()"']|"[^"]*"|'[^']*')*\)|\[(?:[^\]"']|"[^"]*"|'[^']*')*\]""")
_LONG: Final = 400
"""Length up to which a selector with brackets is asked for the names outside of them."""
_LONGEST: Final = 4000
"""Length up to which a selector list is asked whether it is valid."""
_NOTHING: Final = ("",)
"""A name that nothing bears."""
_BEGINS = re.compile(r"\s*(?:@import\s*(?:url\(\s*)?(?:\"([^\"]+)\"|'([^']+)'|(?<=\()([^\s()\"']+)|(?<=\s)([^\s;\"'()]+))\s*\)?([^;{}]*)|@(?:charset|layer|namespace)\b[^;{}]*|<!--|-->)(?:;|\Z|(?<=-)|(?<=>))", re.I)
_ASKED = re.compile(r"\s*(?:layer(?:\s*\([^()]*\))?\s*)?(?:supports\(((?:[^()]|\([^()]*\))*)\)\s*)?(.*)", re.I | re.S)
_LIMIT = re.compile(r"\s*to\s*\(")
_IN_WORD = re.compile(r"[\w-]")
_STATEMENTS = re.compile(r"@[^;]*;")
_PSEUDO = re.compile(r"::?([a-z-]+)", re.I)
_NO_NAME = re.compile(r"[.#]-?\d")
_AMPERSAND = re.compile(r"&|:scope\b")
_LAYERS = re.compile(r"@layer\s+([^;{}@]+);")
_KEYFRAMES = re.compile(r"@(?:-webkit-)?keyframes\s+([\w\"'-]+)", re.I)
_OWN_COLOUR = re.compile(r"(--(?<![\w-]--)[\w-]++)\s*+:\s*+(#[0-9a-fA-F]{3,8}|(?:rgb|hsl)a?\([^()]*\)|[a-z]{3,20})\s*[;}!]", re.I)
_PROPERTY = re.compile(r"@property\s+(--[\w-]+)", re.I)
_INITIAL = re.compile(r"initial-value\s*:\s*([^;}]+)", re.I)
_FOREIGN = re.compile(r"::?-(?:moz|ms|o|khtml)-")
_MOST: Final = 64
"""Selectors that a nested rule may come to."""
_WRITTEN_OUT: Final = 16
"""Times its length that the selectors of nested rules may come to, written out."""
_DEEPEST: Final = 8

Part = tuple[str, tuple[str, ...]]
"""A selector, and the ids and classes that must all be on a page where it matches something."""


@dataclass(slots=True, eq=False)
class Rule:
    """One selector list and its block of declarations, as written."""

    chosen: str
    block: str
    said: int
    """What its block says."""
    layer: tuple[str, ...] = ()
    """The names of the layers around it, outermost first."""
    containers: tuple[str, ...] = ()
    """What it asks of the containers around an element."""
    _parts: tuple[Part, ...] | None = None

    @property
    def hides(self) -> bool:
        """Whether its block can hide something by itself."""
        return self.said & HIDES != 0

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its selectors."""
        if self._parts is None:
            chosen = self.chosen
            if "(" in chosen or "[" in chosen or "\\" in chosen:
                self._parts = tuple((part, named(part)) for part in split(chosen))
            else:
                self._parts = tuple((part, _named(part)) for text in chosen.split(",") if (part := text.strip()))
        return self._parts

    @property
    def declarations(self) -> Declarations:
        return declarations(self.block)


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The rules that a screen applies, in order, and the selectors that only print shows."""

    rules: tuple[Rule, ...]
    colours: frozenset[str] = frozenset()
    """Values of color in it."""
    backgrounds: frozenset[str] = frozenset()
    """Values of background and background-color in it."""
    printed: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    layers: tuple[tuple[str, ...], ...] = ()
    """Its layers in the order in which they are named first."""
    animations: tuple[tuple[str, str], ...] = ()
    """Its animations by their names, with their frames as written."""
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
    containers: tuple[str, ...] = ()
    outside: str = ""
    """What a scope does not reach to, as an addition to selectors."""


class _Reader:
    """A sheet while it is read."""

    def __init__(self, css: str) -> None:
        self.rules: list[Rule] = []
        self.colours: set[str] = set()
        self.backgrounds: set[str] = set()
        self.printed: list[str] = []
        self.layers: dict[tuple[str, ...], None] = {}
        self.animations: dict[str, str] = {}
        self.layered: set[str] = set()
        self.variables: dict[str, str] = {}
        self.left = 1000 + _WRITTEN_OUT * len(css)

    def put(self, level: _Level, chosen: str, block: str) -> None:
        """A block of declarations for some selectors."""
        if level.outside:
            chosen = ",".join(part + level.outside for part in split(chosen))
        if level.applies:
            if not _is_unknown(chosen):  # browsers drop a list of which they do not know one selector
                said, colours = told_by(block)
                if "\\" in block:
                    said = (said & ~HIDES) | (told_by(plain(block))[0] & HIDES)
                for name, value in colours:
                    (self.colours if name == "color" else self.backgrounds).add(value)
                self.rules.append(Rule(chosen, block, said, level.layer, level.containers))
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
            return replace(level, containers=(*level.containers, rest)[:_DEEPEST])
        if name == "layer":
            inner = (n.strip() for n in rest.split(".")) if rest else (f"({len(self.layers)})",)
            layer = (*level.layer, *inner)[:_DEEPEST]
            self.layers.setdefault(layer)
            return replace(level, layer=layer)
        if name == "scope":
            end = closing(rest, 1)
            root, limit = (rest[1:end].strip(), _LIMIT.match(rest, end + 1)) if rest[:1] == "(" else ("", None)
            if not root:  # the element around the sheet, which a sheet does not know
                return replace(level, applies=False)
            parents = _nested(level.parents, root)
            outside = split(rest[limit.end() : closing(rest, limit.end())]) if limit else []
            return replace(level, parents=parents, outside="".join(f":not({part}):not({part} *)" for part in _nested(parents, ",".join(outside))) if outside else "")
        return replace(level, applies=False) if "document" in name else None

    def note(self, level: _Level, prelude: str, block: str) -> None:
        """Notes an animation, and what a property is registered with."""
        if not level.applies:
            return
        if animation := _KEYFRAMES.match(prelude):
            name = animation[1].strip("\"'")
            if not level.layer:
                self.layered.discard(name)
            elif name not in self.animations:
                self.layered.add(name)
            if not level.layer or name in self.layered:
                self.animations[name] = block
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
        css = COMMENT.sub(lambda found: _apart(css, found), css)
    imports = (*_imported(css),) if "@import" in css else ()
    if "data:image/gif" in css:
        css = GIF.sub(as_pixel, css)
    css = _QUOTED.sub(lambda m: '""' if _ENDS_BLOCK.search(m[0]) else m[0], css)
    reader = _Reader(css)
    put = reader.put
    levels = [_Level()]
    at = 0
    is_spoilt = False
    while found := _BRACE.search(css, at):
        level = levels[-1]
        before = css[at : found.start()]
        at = found.end()
        if found[0] == "}":
            if level.parents is not None and not before.isspace() and before:
                reader.put_inside(level, before)
            if len(levels) > 1:
                levels.pop()
            else:
                is_spoilt = True  # it belongs to the next rule, which is no rule then (CSS Syntax 3, section 5.4.1)
            continue
        stated, semicolon, prelude = before.rpartition(";")
        if semicolon:
            if level.parents is not None:
                reader.put_inside(level, stated)
            elif "@layer" in stated:
                reader.name_layers(level, stated + ";")
        prelude = prelude.strip()
        if len(levels) == 1 and (is_spoilt or (semicolon and _STATEMENTS.sub("", stated + ";").strip())):
            is_spoilt = False
            at = _block_end(css, at)
            continue
        if prelude[:1] == "@":
            group = reader.grouped(level, prelude)
            if group is None:
                end = _block_end(css, at)
                reader.note(level, prelude, css[at : end - 1])
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
    return Sheet(
        tuple(reader.rules), frozenset(reader.colours), frozenset(reader.backgrounds), tuple(reader.printed), imports, tuple(reader.layers), (*reader.animations.items(),),
        (*reader.variables.items(),), tuple((name, value.lower()) for name, value in _OWN_COLOUR.findall(css)) if "--" in css else (),
    )  # fmt: skip


def _imported(css: str) -> Iterator[str]:
    """The addresses that a sheet begins with, but those for what is no such screen or browser."""
    at = 0
    while found := _BEGINS.match(css, at):
        at = found.end()
        address = next((part for part in found.groups()[:4] if part), "")
        asked = _ASKED.match(found[5] or "")
        if address and asked and (not asked[1] or supports(f"({asked[1]})" if ":" in asked[1] and asked[1][:1] != "(" else asked[1])) and matches_media(asked[2]):
            yield address


def _apart(css: str, comment: re.Match[str]) -> str:
    """What stands for a comment: nothing, but a blank where it keeps two words apart."""
    at, end = comment.span()
    return " " if at and end < len(css) and _IN_WORD.match(css, at - 1) and _IN_WORD.match(css, end) else ""


def _is_unknown(chosen: str) -> bool:
    """Whether a selector list has a selector that no browser of today knows, in a place where it spoils the list."""
    if len(chosen) > _LONGEST:
        return False
    if "," in chosen and (chosen.rstrip()[-1:] == "," or chosen.lstrip()[:1] == ","):
        return True
    if (_NO_NAME.search(chosen)) and _NO_NAME.search(_IN_BRACKETS.sub("", chosen)) and "\\" not in chosen:
        return True
    if ":" not in chosen or "\\" in chosen or ":is(" in chosen or ":where(" in chosen:
        return False
    if ":-" in chosen and _FOREIGN.search(chosen):
        return True
    return "," in chosen and any(not is_known(name.lower()) for name in _PSEUDO.findall(_IN_BRACKETS.sub("", chosen) if "[" in chosen else chosen))


def _named(selector: str) -> tuple[str, ...]:
    """The ids and classes that must all be on a page where a selector without brackets matches something."""
    return _NOTHING if ":" in selector and MATCHES_NOTHING.search(selector) else tuple(_NAMES.findall(selector))


def named(selector: str) -> tuple[str, ...]:
    """The same of one that may have brackets: what stands outside of them; () where that is not told."""
    if _BRACKETS.search(selector):
        if "\\" in selector or len(selector) > _LONG:
            return ()
        selector = _IN_BRACKETS.sub("", _IN_BRACKETS.sub("", selector))
        if _BRACKETS.search(selector):
            return ()
    return _named(selector)


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
