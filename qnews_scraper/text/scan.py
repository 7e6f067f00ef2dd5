"""Where the visible text of a source is, position by position.

Finders look at runs: stretches that a reader sees as one line of text. Tags, scripts, styles and
comments are told apart from text, character references are seen through, and a run goes on across
inline tags. Each character of a run knows its place in the source, so that an edit points there and
the markup between is never rewritten. Tokenising follows the WHATWG HTML standard, section 13.2.5,
as far as borders of text are concerned; it is linear in the length of the source.
"""

import html
import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, repeat
from operator import gt
from typing import Final

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements a run goes on across: CSS 2.1's inline defaults. Unknown names end a run: a guess would join strangers."""

RAW_TEXT: Final = frozenset("script style xmp iframe noembed noframes plaintext".split())
"""Elements whose content is no text of the page (WHATWG 13.1.2, raw text elements); of a script, JSON-LD is."""

READ_ATTRIBUTES: Final = frozenset("alt title content label summary placeholder".split())
"""Attributes that hold text for readers or for search engines."""

_TOKEN = re.compile(r"""<(?:(!--)|(/?)([a-zA-Z][^\s/>\x00]*+)((?:[^"'>]++|(?<=[= \t\n\r])(?:"[^"]*+"|'[^']*+'))*+>)?|([!?]))""")
"""The beginning of a tag, and (group 4) the rest of it where each quote in it belongs to a value."""
_STOP = re.compile(r"[\"'>]")
_ENDS: Final = {name: re.compile(rf"</{name}[\s/>]", re.I) for name in (*RAW_TEXT, "title", "textarea")}
_REFERENCE = re.compile(r"&(?:#\d{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,30};|(?:nbsp|amp|lt|gt|quot|copy|reg|middot)(?![a-zA-Z0-9=]))")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=\x00]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*+)"(\s*:)?')
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|head|body|frameset)[\s>]", re.I)
_BLOCK = re.compile(
    r"<(?:/(?:p|div|td|tr|table|ul|ol|li|h[1-6]|article|section|body|html|title|center|blockquote)"
    r"|(?:p|div|td|table|h[1-6]|br|meta|link|article|section|title|hr)\b[^<>]*/?)\s*>",
    re.I,
)


_UNSHOWN: Final = re.compile(
    r"<(?=[!sS][-cCtT])(?:!--(?:[^-]++|-(?!->))*+(?:-->)?"
    r"|(?<=(<))((?:[sS][cC][rR][iI][pP][tT]|[sS][tT][yY][lL][eE])(?=[\s/>])(?:[^\"'<>]++|\"[^\"<]*+\"|'[^'<]*+')*+>)(?:[^<]++|<(?!/[sS](?:[cC][rR]|[tT][yY])))*+)",
    re.A,
)
"""A comment, or (groups 1 and 2) the tag of a script or a style with what is in it."""
_UNSHOWN_BYTES: Final = re.compile(_UNSHOWN.pattern.encode())
_BORDER: Final = re.compile(rf"<(?!/?(?:{'|'.join(sorted(INLINE))})[\s/>]|/(?:title|textarea)[\s/>])/?[a-zA-Z]", re.I)


Cuts = tuple[tuple[int, int], ...]
"""Where in what is shown something was left out, ascending, and how many characters up to there."""


@dataclass(frozen=True, slots=True)
class Run:
    """One stretch of text as a reader sees it, and where each of its characters stands in the source."""

    text: str
    where: str
    """"text", "title", "textarea", "@NAME" for the value of an attribute, "json" for one in JSON-LD."""
    starts: tuple[int, ...]
    """Offsets in `text` at which the pieces begin."""
    spans: tuple[tuple[int, int], ...]
    """Source span of each piece: as long as its text where it stands literally, longer for a character reference."""
    is_markup: bool = True

    def source(self, start: int, end: int) -> list[tuple[int, int]]:
        """The source spans that hold text[start:end], in order; one span where no tag stands between."""
        if start == end:
            at = self._place(start) if start < len(self.text) else self._place(start - 1, after=True) if self.text else self.spans[0][0] if self.spans else 0
            return [(at, at)]
        if len(self.starts) == 1 and self.spans[0][1] - self.spans[0][0] == len(self.text):
            first = self.spans[0][0]
            return [(first + start, first + min(end, len(self.text)))]
        found: list[tuple[int, int]] = []
        i = bisect_right(self.starts, start) - 1
        while i < len(self.starts) and self.starts[i] < end:
            a, b = self.spans[i]
            first, last = self.starts[i], self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)
            if b - a == last - first:
                a, b = a + max(0, start - first), b - max(0, last - end)
            if found and found[-1][1] == a:
                found[-1] = (found[-1][0], b)
            else:
                found.append((a, b))
            i += 1
        return found

    def undivided(self, start: int, end: int) -> list[tuple[int, int]]:
        """text[start:end] in parts between which the source has markup."""
        found: list[tuple[int, int]] = []
        after = -1
        i = bisect_right(self.starts, start) - 1
        while i < len(self.starts) and self.starts[i] < end:
            first, last = max(start, self.starts[i]), min(end, self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text))
            if found and after == self.spans[i][0]:
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
            after = self.spans[i][1]
            i += 1
        return found

    def quote(self, new: str) -> str:
        """`new` as it must be written in the source here."""
        if not self.is_markup:
            return new
        if self.where == "json":
            return json.dumps(new, ensure_ascii=False)[1:-1].replace("<", "\\u003c")
        new = new.replace("&", "&amp;").replace("<", "&lt;")
        return new.replace('"', "&quot;").replace("'", "&#39;") if self.where[0] == "@" else new

    def _place(self, at: int, after: bool = False) -> int:
        i = bisect_right(self.starts, at) - 1
        a, b = self.spans[i]
        last = self.starts[i + 1] if i + 1 < len(self.starts) else len(self.text)
        literal = b - a == last - self.starts[i]
        if after:
            return a + at - self.starts[i] + 1 if literal else b
        return a + at - self.starts[i] if literal else a


@dataclass(frozen=True, slots=True)
class Scan:
    """The runs of one source, in order."""

    runs: tuple[Run, ...]
    is_markup: bool


def is_markup(text: str) -> bool:
    """Whether a source is HTML; a rendered dump with a stray tag or two in it is not."""
    if _DOCUMENT.search(text):
        return True
    if len(list(islice(_BLOCK.finditer(text), 2))) == 2:
        return True
    stripped = text.strip()
    return bool(re.match(r"<[a-zA-Z]", stripped)) and stripped.endswith(">")


def scan(text: str) -> Scan:
    """The runs of a source, HTML or a dump without markup (which is one run)."""
    if not is_markup(text):
        return Scan((Run(text, "text", (0,), ((0, len(text)),), is_markup=False),) if text else (), False)
    return Scan(tuple(runs(text)), True)


def shown(utf8: bytes) -> bytes:
    """HTML without its comments and what is in its scripts and styles: all runs are in the rest, and often it is the smaller part.

    All stays where one seems to begin inside of a tag.
    """
    pieces = _UNSHOWN_BYTES.split(utf8)
    before = pieces[:-1:3]
    if any(map(gt, map(bytes.rfind, before, repeat(b"<")), map(bytes.rfind, before, repeat(b">")))):
        return utf8
    return b"".join(filter(None, pieces))


def near(source: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The stretches of HTML, without what `shown` leaves out, that hold whole runs and some places (ascending), each from one border of runs to another."""
    end = 0
    for place in places:
        if place < end:
            continue
        start = place + 1
        while (start := source.rfind("<", end, start)) >= 0 and not _BORDER.match(source, start):
            pass
        border = _BORDER.search(source, place + 1)
        start, end = max(start, end), border.start() if border else len(source)
        yield start, end


def cuts(text: str) -> Cuts:
    """What `shown` leaves out of a text that it does not give back whole."""
    found: list[tuple[int, int]] = []
    gone = 0
    for match in _UNSHOWN.finditer(text):
        start = match.end(2) if match[2] else match.start()
        found.append((start - gone, gone := gone + match.end() - start))
    return tuple(found)


def uncut(left_out: Cuts, place: int) -> int:
    """A place of what is shown, in the text."""
    i = bisect_left(left_out, (place, 0))
    return place + (left_out[i - 1][1] if i else 0)


_unescaped: Final = lru_cache(1 << 12)(html.unescape)


class _Gather:
    """Pieces of the run being read."""

    def __init__(self, text: str) -> None:
        self.source = text
        self.chars: list[str] = []
        self.starts: list[int] = []
        self.spans: list[tuple[int, int]] = []
        self.length = 0

    def add(self, start: int, end: int) -> None:
        """source[start:end] is text with character references in it."""
        at = start
        if self.source.find("&", start, end) >= 0:
            for ref in _REFERENCE.finditer(self.source, start, end):
                self._piece(self.source[at : ref.start()], at, ref.start())
                self._piece(_unescaped(ref[0]), ref.start(), ref.end())
                at = ref.end()
        self._piece(self.source[at:end], at, end)

    def _piece(self, chars: str, start: int, end: int) -> None:
        if chars:
            self.chars.append(chars)
            self.starts.append(self.length)
            self.spans.append((start, end))
            self.length += len(chars)

    def end(self, where: str) -> Iterator[Run]:
        if self.chars:
            run = Run("".join(self.chars), where, tuple(self.starts), tuple(self.spans))
            self.chars, self.starts, self.spans, self.length = [], [], [], 0
            if not run.text.isspace():
                yield run


def runs(text: str, at: int = 0, end: int | None = None) -> Iterator[Run]:
    """The runs of text[at:end]."""
    gather = _Gather(text)
    quotes = {'"': -1, "'": -1}
    unended = set[str]()
    for_ever = len(text) if end is None else end
    while at < for_ever:
        token = _TOKEN.search(text, at, for_ever)
        if token is None:
            gather.add(at, for_ever)
            break
        if at < token.start():
            gather.add(at, token.start())
        if token[1]:
            close = text.find("-->", token.end() - 2, for_ever)
            at = close + 3 if close >= 0 else for_ever
            continue
        if token[5]:
            close = text.find(">", token.end(), for_ever)
            at = close + 1 if close >= 0 else for_ever
            continue
        name = token[3].lower()
        named = token.end(3)
        at = token.end() if token[4] else _tag_end(text, named, for_ever, quotes)
        if gather.chars and name not in INLINE:
            yield from gather.end("text")
        if token[2]:
            continue
        if text.find("=", named, at) >= 0:
            yield from _attributes(text, named, at)
        if name in _ENDS:
            found = None if name in unended else _ENDS[name].search(text, at, for_ever)
            stop = found.start() if found else for_ever
            if not found:
                unended.add(name)
            if name not in RAW_TEXT:
                if not found:  # in a mirror's ?/title> damage ate the "<"
                    continue
                gather.add(at, stop)
                yield from gather.end(name)
            elif name == "script" and text.find("ld+json", named, at) >= 0:
                yield from _strings(text, at, stop)
            at = stop
    yield from gather.end("text")


def _tag_end(text: str, at: int, end: int, quotes: dict[str, int]) -> int:
    """Just after the ">" of a tag, past quoted values; a quote that never closes is an ordinary character.

    `quotes` remembers where the next quote of each sort is, so that no stretch is searched twice.
    """
    while found := _STOP.search(text, at, end):
        at = found.end()
        mark = found[0]
        if mark == ">":
            return at
        if text[found.start() - 1] not in "= \t\n\r":
            continue
        if quotes[mark] < at and quotes[mark] != end:
            close = text.find(mark, at, end)
            quotes[mark] = close if close >= 0 else end
        if quotes[mark] < end:
            at = quotes[mark] + 1
    return end


def _strings(text: str, start: int, end: int) -> Iterator[Run]:
    """The values of JSON-LD: title, authors and the like are read from it. What is ASCII is no damage there, escapes included."""
    for found in _STRING.finditer(text, start, end):
        if not found[2] and not found[1].isascii():
            yield Run(found[1], "json", (0,), (found.span(1),))


def _attributes(text: str, start: int, end: int) -> Iterator[Run]:
    for found in _ATTRIBUTE.finditer(text, start, end):
        if found[1].lower() in READ_ATTRIBUTES:
            i = found.lastindex or 2
            gather = _Gather(text)
            gather.add(found.start(i), found.end(i))
            yield from gather.end("@" + found[1].lower())
