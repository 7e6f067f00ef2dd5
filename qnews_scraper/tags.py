"""The tags of a source, read as a parser reads them, and the ends of what runs away.

A comment that never ends, a quote that never closes, a <script> without its end: a parser obeys the standard and lets one
lost character swallow the rest of a page. Who reads the tags here can have the end put where a reader would look for it.
No stretch of the source is searched twice.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

SOUND_TAG: Final = r"""(?:[^"'>]++|(?<==)"[^"]*+"|(?<==)'[^']*+')*+>"""
"""The rest of a tag in which each quote belongs to a value."""
_TOKEN = re.compile(rf"<(?:(!--)|(/?)([a-zA-Z][^\s/>]*+)({SOUND_TAG})?|([!?]))")
"""The beginning of a tag, and (group 4) the rest of it where that is sound."""
_WHOLE = re.compile(rf"</?[a-zA-Z][^\s/>]*+({SOUND_TAG})?")
_TAG = re.compile(r"<[a-zA-Z/!]")
_STOP = re.compile(r"[\"'>]")
_COMMENT_END = re.compile("--!?>")
"""The standard lets --!> end a comment too."""
_LABEL_END = re.compile(r"[\n<>]")
_PROSE = re.compile(r"[。，、；：]|[\u3400-\u9fff]{12}")
BLOCK_NAMES: Final = (
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|head|header|"
    "hr|iframe|li|link|main|meta|nav|ol|p|pre|script|section|style|table|tbody|td|th|title|tr|ul"
)
BLOCK_TAG = re.compile(rf"</?(?:{BLOCK_NAMES})(?=[\s/>])", re.I)
_IN_SCRIPT = re.compile(
    rf"""'(?:[^'\\\n]|\\.)*+'?|"(?:[^"\\\n]|\\.)*+"?|`(?:[^`\\]|\\.)*+`?|//[^\n]*|/\*(?:[^*]|\*(?!/))*+|(</?(?:{BLOCK_NAMES}|a|b|span|img|br|!--)(?=[\s/>-]))""",
    re.I | re.S,
)
"""Strings and comments of a script, and (group 1) a tag that stands in neither."""
_SOURCE = re.compile(r"\ssrc\s*=", re.I)
_WHOLE_TAG = re.compile("<[^<>]*>")
_CODE = re.compile(r"\bfunction\s*\w*\s*\(|\bvar\s+\w+\s*=|\}\s*\)\s*[,;)]|=>\s*[{(]")
_SCRIPT_TAGS = re.compile(r"""<script[\s>]|(<s[cript]{0,4}['"]\s*\+\s*['"][cript]{1,5}\b)|(<\\/script|['"]\s*\+\s*['"](?:/script|[cript]{2,5}>))""", re.I)
"""A <script>, (group 1) one written in pieces, or (group 2) an end of one written so that it does not end the script it stands in."""
RAW: Final = frozenset(["script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"])
VOID: Final = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
_OPENED: Final = {name: re.compile(rf"<{name}[\s>]", re.I) for name in RAW}
_CLOSES: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in RAW}


@dataclass(slots=True)
class Tag:
    """A tag, source[start:end], its name in lower case."""

    start: int
    end: int
    name: str
    is_close: bool


@dataclass(slots=True)
class Mends:
    """Replacements in the source, and why: `edits` are (start, end, new), `notes` counts the reasons."""

    text: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    def put(self, start: int, end: int, new: str, why: str) -> None:
        """Let text[start:end] become `new`."""
        self.edits.append((start, end, new))
        self.notes[why] += 1

    def done(self) -> str:
        """The source with the replacements made; of those that overlap, the first."""
        out: list[str] = []
        at = 0
        for start, end, new in sorted(self.edits, key=lambda e: e[:2]):
            if start >= at:
                out += (self.text[at:start], new)
                at = end
        return "".join((*out, self.text[at:]))


def tags_of(text: str, mends: Mends | None) -> Iterator[Tag]:
    """The tags outside comments and raw text; where something runs away, its end is put into `mends`."""
    at = 0
    ends: dict[str, int] = {}
    quotes = {'"': -1, "'": -1}
    while found := _TOKEN.search(text, at):
        start, at = found.span()
        comment, slash, name, rest, _ = found.groups()
        if name:
            name = name.lower()
            if not rest or (mends is not None and rest.find(">") + 1 < len(rest)):  # only a value with a > in it can have run away
                at = tag_end(text, found.end(3), quotes, mends)
            yield Tag(start, at, name, slash != "")
            if not slash:
                if name in RAW:
                    at = raw_end(text, name, at, ends, mends)
                elif name == "plaintext" and mends is not None:
                    mends.put(start, at, "", "plaintext tag dropped")
        elif comment:
            at = comment_end(text, start, ends, mends)
        else:
            end = text.find(">", at)
            at = end + 1 if end >= 0 else len(text)


def has_long(bare: str, longest: int) -> bool:
    """Whether a source, of which comments and raw text are left out, may have a tag that is longer: one is, or is not sound."""
    return any(not found[1] or found.end() - found.start() > longest for found in _WHOLE.finditer(bare))


def comment_end(text: str, start: int, ends: dict[str, int], mends: Mends | None) -> int:
    """Where the comment that begins at `start` ends; one that runs away ends with its line or label, or was none. `ends` remembers what was searched."""
    if text.startswith((">", "->"), start + 4):
        return text.find(">", start) + 1
    end = _next(text, "-->", start + 4, ends)
    inner = text.find("<!--", start + 4, end)
    if end < len(text) and (inner < 0 or mends is None or _closes_twice(text, end, ends) or not BLOCK_TAG.search(text, start + 4, inner)):
        return end + (4 if text[end + 2] == "!" else 3)
    if mends is None:
        return len(text)
    stop = _LABEL_END.search(text, start + 4)
    border = stop.start() if stop else len(text)
    if border - start > 64 or _PROSE.search(text, start + 4, border):
        mends.put(start, start + 4, "", "runaway comment opened")
        return start + 4
    mends.put(border, border, "-->", "runaway comment ended")
    return border


def _closes_twice(text: str, end: int, ends: dict[str, int]) -> bool:
    """Whether a second --> follows before any <!--: then comments were nested, and the first was meant."""
    if ends.get("asked") != end:
        found = _COMMENT_END.search(text, end + 3)
        again = found.start() if found else -1
        ends["asked"] = end
        ends["twice"] = int(again >= 0 and text.find("<!--", end + 3, again) < 0)
    return bool(ends["twice"])


def _next(text: str, what: str, at: int, ends: dict[str, int]) -> int:
    """Where `what` (an end of raw text, or of a comment) stands next, else the length of the text; remembered, so that no stretch is searched twice."""
    if ends.get(what, -1) < at:
        if what == "-->":
            close = _COMMENT_END.search(text, at)
            found = close.start() if close else -1
        else:
            close = _CLOSES[what].search(text, at)
            found = close.start() if close else -1
        ends[what] = found if found >= 0 else len(text)
    return ends[what]


def tag_end(text: str, at: int, quotes: dict[str, int], mends: Mends | None) -> int:
    """Just after the > of a tag. `quotes` remembers where the next quote of each sort is: no stretch is searched twice."""
    while found := _STOP.search(text, at):
        at = found.end()
        mark = found[0]
        if mark == ">":
            return at
        if text[found.start() - 1 : found.start()] not in "= \t\r\n" or not text[max(0, found.start() - 8) : found.start()].rstrip().endswith("="):
            continue
        if quotes[mark] < at and quotes[mark] != len(text):
            close = text.find(mark, at)
            quotes[mark] = close if close >= 0 else len(text)
        close = quotes[mark]
        if mends is not None and _is_runaway_value(text, at, close):
            end = text.find(">", at)
            if end < 0:
                return len(text)
            mends.put(end, end, mark, "runaway quote ended")
            return end + 1
        at = min(close + 1, len(text))
    return len(text)


def _is_runaway_value(text: str, at: int, close: int) -> bool:
    """Whether the value text[at:close] ran on into later markup: it ends inside another tag's attribute, or in mid-text."""
    end = text.find(">", at, close)
    if end < 0:
        return False
    if close >= len(text):
        return True
    last = text.rfind("<", at, close)
    if last < end:
        return False
    if text.find(">", last, close) < 0:
        return text[last:close].rstrip().endswith("=") and " " in text[last:close]
    return text[close + 1 : close + 2] not in ("", " ", "\t", "\r", "\n", ">", "/")


def raw_end(text: str, name: str, start: int, ends: dict[str, int], mends: Mends | None) -> int:
    """Where the raw text of an element ends; an end that was lost is put before the next tag that cannot be its content."""
    end = _next(text, name, start, ends)
    is_open = end == len(text)
    if mends is None:
        return end
    border = -1
    if name == "title":
        found = BLOCK_TAG.search(text, start, end)
        border = found.start() if found and (found := _TAG.search(text, start, end)) else -1
    elif name == "style":
        found = BLOCK_TAG.search(text, start, end)
        border = found.start() if found else -1
    elif name == "script":
        if is_open or _OPENED[name].search(text, start, end):
            border = start if _SOURCE.search(text, max(text.rfind("<", 0, start), start - 2000), start) else _script_border(text, start, end)
    elif is_open or _OPENED[name].search(text, start, end):
        found = _TAG.search(text, start, end)
        border = found.start() if name == "textarea" and found else start
    if border < 0:
        return end
    mends.put(border, border, f"</{name}>", f"lost </{name}> put back")
    return border


def _script_border(text: str, start: int, end: int) -> int:
    """Where markup begins that is no part of a script; -1 where none is. A tag that begins its line is markup, any other may be in a string all the same."""
    for found in _IN_SCRIPT.finditer(text, start, end):
        if found[1] and not (found[1] == "<!--" and not text[start : found.start()].strip()):  # as scripts were hidden from browsers without any
            border = found.start()
            before = text[max(start, border - 200) : border].rstrip()
            begins = "\n" in text[max(start, border - 200) + len(before) : border] and not before.endswith(("+", "(", ",", "=", "\\", "?", ":"))
            return border if begins or not _is_string(text, border, end) else -1
    return -1


def _is_string(text: str, border: int, end: int) -> bool:
    """Whether markup in a script stands in a string all the same: code follows before the next <script>, or that one ends as only strings write it."""
    tags = _SCRIPT_TAGS.finditer(text, border, end)
    first = next((f for f in tags if not f[1] and not f[2]), None)
    if _CODE.search(_WHOLE_TAG.sub("", text[border : first.start() if first else end])):
        return True
    opened = 0
    for found in tags:
        if found[1]:
            opened += 1
        elif not found[2]:
            return False
        elif not opened:
            return True
        else:
            opened -= 1
    return False
