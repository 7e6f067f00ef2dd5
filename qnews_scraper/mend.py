"""Broken structure, mended in the source before it is parsed.

A parser obeys the standard, and the standard lets one lost character swallow the rest of a page: a
comment that never ends, a quote that never closes, a <title> without its end. Here the end is put back
where a reader would look for it. What the standard itself forgives (a </p> that is missing, a <td> in
the wrong place) is left to the parser. Each mend is a note "kind: evidence"; on a sound page nothing
but a handful of substring searches is done. Linear in the length of the source.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from qnews_scraper import nesting

END_OF_DOCUMENT: Final = "/html"
"""Text of the comment that stands where a </body> or </html> was dropped; what follows it lay outside the document."""

LOST_ENDS: Final = "ends lost"
"""The kind of the note where boxes lack their ends: what is said of one of them may be meant for a part of it only."""

START_OF_DOCUMENT: Final = "doctype"
"""Text of the comment that ends what stood before the doctype."""

_CONTROLS: Final = bytes({*range(32), 127} - {9, 10, 12, 13})
_CONTROL = re.compile(f"[{re.escape(_CONTROLS.decode())}]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_TOKEN = re.compile(r"""<(?:(!--)|(/?)([a-zA-Z][^\s/>]*+)((?:[^"'>]++|(?<==)"[^"]*+"|(?<==)'[^']*+')*+>)?|([!?]))""")
"""The beginning of a tag, and (group 4) the rest of it where each quote in it belongs to a value."""
_NAMED_TAG = re.compile(r"<(/?[a-zA-Z][^\s/><]*[\s/>]?)")
_TAG = re.compile(r"<[a-zA-Z/!]")
_STOP = re.compile(r"[\"'>]")
_LABEL_END = re.compile(r"[\n<>]")
_PROSE = re.compile(r"[。，、；：]|[\u3400-\u9fff]{12}")
_BLOCK_NAMES: Final = (
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|head|header|"
    "hr|iframe|li|link|main|meta|nav|ol|p|pre|script|section|style|table|tbody|td|th|title|tr|ul"
)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK_NAMES})(?=[\s/>])", re.I)
_IN_SCRIPT = re.compile(
    rf"""'(?:[^'\\\n]|\\.)*+'?|"(?:[^"\\\n]|\\.)*+"?|`(?:[^`\\]|\\.)*+`?|//[^\n]*|/\*(?:[^*]|\*(?!/))*+|(</?(?:{_BLOCK_NAMES}|a|b|span|img|br|!--)(?=[\s/>-]))""",
    re.I | re.S,
)
"""Strings and comments of a script, and (group 1) a tag that stands in neither."""
_SOURCE = re.compile(r"\ssrc\s*=", re.I)
_WHOLE_TAG = re.compile("<[^<>]*>")
_CODE = re.compile(r"\bfunction\s*\w*\s*\(|\bvar\s+\w+\s*=|\}\s*\)\s*[,;)]|=>\s*[{(]")
_SCRIPT_ENDS = re.compile(r"<script[\s>]|(<\\/script|['\"]\s*\+\s*['\"](?:/script|[cript]{2,5}>))", re.I)
"""A <script>, or (group 1) the end of one written so that it does not end the script it stands in."""
_PROLOGUE = re.compile(r"(?:\s|\ufeff|<\?[^>]*>|<!--(?:(?!-->)[^\x00])*-->)*(?:<!doctype|<html|<head|<meta|<title|<link|<script|<style|<base|$)", re.I)
_DOCUMENT = re.compile(r"<!doctype\s|<html[\s>]", re.I)
_END_TAG = re.compile(r"</(?:body|html)\s*>", re.I)
_RAW: Final = frozenset(["script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp"])
_OPENED: Final = {name: re.compile(rf"<{name}[\s>]", re.I) for name in _RAW}
_CLOSES: Final = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in _RAW}
_OPENS = re.compile(r"<(?:!--|(script|style|title|textarea|iframe|noembed|noframes|xmp|plaintext)(?=[\s/>]))", re.I)
_LOST: Final = frozenset(["a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "noscript", "select"])
_STRAY_QUOTE = re.compile(r"""=\s*(?:"[^"<>]*>|'[^'<>]*>)""")
_ATTRIBUTE_NAME = re.compile(r"""[\s"'/][a-zA-Z][\w:.-]*\s*\Z""")
_BLOCKS: Final = frozenset(_BLOCK_NAMES.replace("h[1-6]", "h1|h2|h3|h4|h5|h6").split("|")) - {"script", "link", "meta", "style", "title"}
_VOID: Final = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])

DEEPEST: Final = 400
"""Levels of nesting that are kept; libxml2 2.14 gives up at 2,048 and drops the rest of the page."""


@dataclass(slots=True)
class _Token:
    start: int
    end: int
    name: str
    is_close: bool


@dataclass(slots=True)
class _Mends:
    """Replacements in the source, and why."""

    text: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    def put(self, start: int, end: int, new: str, why: str) -> None:
        self.edits.append((start, end, new))
        self.notes[why] += 1

    def done(self) -> str:
        out: list[str] = []
        at = 0
        for start, end, new in sorted(self.edits, key=lambda e: e[:2]):
            if start >= at:
                out += (self.text[at:start], new)
                at = end
        return "".join((*out, self.text[at:]))


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """The source with its structure put right, and a note for each kind of mend."""
    text, controls = drop_controls(text)
    notes = [*controls]
    text, before = _before_document(text)
    if before:
        notes.append(f"before-document: {len(before)} characters before the doctype")
    if _has_runaways(text):
        mends = _Mends(text)
        for _ in _tokens(text, mends):
            pass
        text = mends.done()
        notes += (f"{why}: {n}" for why, n in mends.notes.items())
    tags = Counter(_NAMED_TAG.findall(text))
    if _has_strays(text, tags):
        mends = _Mends(text)
        _close_lost(list(_tokens(text, None)), mends)
        text = mends.done()
        notes += (f"{why}: {n}" for why, n in mends.notes.items())
        tags = Counter(_NAMED_TAG.findall(text))
    missing, boxes = nesting.lost(tags)
    if missing:
        mends = _Mends(text)
        for place, new in nesting.ends((t.start, t.name, t.is_close, text[t.start : min(t.end, t.start + 400)]) for t in _tokens(text, None)):
            mends.put(place, place, new, "box ended")
        text = mends.done()
        notes.append(f"{LOST_ENDS}: {missing} of {boxes} boxes")
    if before:
        at = _body_start(text)
        inner, inner_notes = mend(before) if "<" in before else (before, ())
        text = f"{text[:at]}{inner}<!--{START_OF_DOCUMENT}-->{text[at:]}"
        notes += inner_notes
    return text, tuple(notes)


def drop_controls(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what a tree cannot hold: control characters go, as a reader never sees them; lone surrogates become U+FFFD."""
    notes: tuple[str, ...] = ()
    data = text.encode("utf-8", "surrogatepass")  # bytes are searched ten times as fast as characters
    if len(data.translate(None, _CONTROLS)) != len(data):
        text, n = _CONTROL.subn("", text)
        notes = (f"controls: {n} dropped",)
    if any(mark in data for mark in (b"\xef\xbf\xbe", b"\xef\xbf\xbf")) or (b"\xed" in data and _NO_CHARACTER.search(text)):
        text, n = _NO_CHARACTER.subn("\ufffd", text)
        notes = (*notes, f"no-characters: {n} replaced by U+FFFD")
    return text, notes


def flatten(text: str) -> str:
    """The source without the tags that nest deeper than DEEPEST; their text stays."""
    mends = _Mends(text)
    stack: list[str] = []
    seen: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    for token in _tokens(text, None):
        name = token.name
        if token.is_close:
            if dropped[name]:
                dropped[name] -= 1
                mends.put(token.start, token.end, "", "deep")
            elif seen[name]:
                while True:
                    top = stack.pop()
                    seen[top] -= 1
                    if top == name:
                        break
        elif name not in _VOID and name not in _RAW and text[token.end - 2] != "/":
            if len(stack) >= DEEPEST:
                dropped[name] += 1
                mends.put(token.start, token.end, "", "deep")
            else:
                stack.append(name)
                seen[name] += 1
    return mends.done()


def _before_document(text: str) -> tuple[str, str]:
    """The document, and what a stranger put before it."""
    if _PROLOGUE.match(text):
        return text, ""
    found = _DOCUMENT.search(text)
    if found is None or (_BLOCK_TAG.search(text, 0, found.start()) is not None and found.start() > len(text) // 2):
        return text, ""
    return text[found.start() :], text[: found.start()].strip()


def _body_start(text: str) -> int:
    """Where the body's content begins."""
    last = 0
    for token in _tokens(text, None):
        if token.name == "body":
            return token.end
        if token.name == "head" and token.is_close:
            last = token.end
        elif token.name in _BLOCKS - {"head", "body"} and not token.is_close:
            return last or token.start
    return last or len(text)


def _has_runaways(text: str) -> bool:
    """Whether a comment, a raw text or a quote runs away; only what can is looked at, not every tag."""
    found_ends = _Mends(text)
    ends: dict[str, int] = {}
    quotes = {'"': -1, "'": -1}
    at = 0
    may_stray = _STRAY_QUOTE.search(text) is not None
    while found := _OPENS.search(text, at):
        if found[1] == "plaintext" or (may_stray and _has_stray_quote(text, at, found.start())):
            return True
        if found[1]:
            at = _raw_end(text, found[1].lower(), _tag_end(text, found.end(), quotes, None), ends, found_ends)
        else:
            at = _comment_end(text, found.start(), ends, found_ends)
        if found_ends.edits:
            return True
    return may_stray and _has_stray_quote(text, at, len(text))


def _has_stray_quote(text: str, start: int, end: int) -> bool:
    return any(_ATTRIBUTE_NAME.search(text, max(start, found.start() - 40), found.start()) for found in _STRAY_QUOTE.finditer(text, start, end))


def _has_strays(text: str, tags: Counter[str]) -> bool:
    end = _END_TAG.search(text)
    if end is not None and end.start() < _content_end(text):
        return True
    count: Counter[str] = Counter()
    for tag, n in tags.items():
        if (name := tag[:-1].lstrip("/").lower()) in _LOST and (tag[-1] in "/>" or tag[-1].isspace()):
            count[name] += -n if tag[0] == "/" else n
    return any(n > 0 for n in count.values())


def _content_end(text: str) -> int:
    """Where the page's last content ends: after it come only blanks, comments and the ends of the document."""
    end = len(text)
    while True:
        end = len(text[max(0, end - 4096) : end].rstrip()) + max(0, end - 4096)
        if (text.endswith("-->", 0, end) and (start := text.rfind("<!--", 0, end)) >= 0 and text.find("-->", start, end) == end - 3) or ((start := text.rfind("<", max(0, end - 16), end)) >= 0 and _END_TAG.fullmatch(text, start, end)):
            end = start
        elif text[max(0, end - 4096) : end].isspace():
            end = max(0, end - 4096)
        else:
            return end


def _tokens(text: str, mends: _Mends | None) -> Iterator[_Token]:
    """The tags outside comments and raw text; where something runs away, its end is put into `mends`."""
    at = 0
    ends: dict[str, int] = {}
    quotes = {'"': -1, "'": -1}
    while found := _TOKEN.search(text, at):
        if found[1]:
            at = _comment_end(text, found.start(), ends, mends)
        elif found[5]:
            end = text.find(">", found.end())
            at = end + 1 if end >= 0 else len(text)
        else:
            name = found[3].lower()
            at = found.end() if found[4] and mends is None else _tag_end(text, found.end(3), quotes, mends)
            yield _Token(found.start(), at, name, bool(found[2]))
            if not found[2]:
                if name in _RAW:
                    at = _raw_end(text, name, at, ends, mends)
                elif name == "plaintext" and mends is not None:
                    mends.put(found.start(), at, "", "plaintext tag dropped")


def _comment_end(text: str, start: int, ends: dict[str, int], mends: _Mends | None) -> int:
    if text.startswith((">", "->"), start + 4):
        return text.find(">", start) + 1
    end = _next(text, "-->", start + 4, ends)
    inner = text.find("<!--", start + 4, end)
    if end < len(text) and (inner < 0 or mends is None or _closes_twice(text, end, ends) or not _BLOCK_TAG.search(text, start + 4, inner)):
        return end + 3
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
        again = text.find("-->", end + 3)
        ends["asked"] = end
        ends["twice"] = int(again >= 0 and text.find("<!--", end + 3, again) < 0)
    return bool(ends["twice"])


def _next(text: str, what: str, at: int, ends: dict[str, int]) -> int:
    """Where `what` (an end of raw text, or of a comment) stands next, else the length of the text; remembered, so that no stretch is searched twice."""
    if ends.get(what, -1) < at:
        if what == "-->":
            found = text.find(what, at)
        else:
            close = _CLOSES[what].search(text, at)
            found = close.start() if close else -1
        ends[what] = found if found >= 0 else len(text)
    return ends[what]


def _tag_end(text: str, at: int, quotes: dict[str, int], mends: _Mends | None) -> int:
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


def _raw_end(text: str, name: str, start: int, ends: dict[str, int], mends: _Mends | None) -> int:
    """Where the raw text of an element ends; an end that was lost is put before the next tag that cannot be its content."""
    end = _next(text, name, start, ends)
    is_open = end == len(text)
    if mends is None:
        return end
    border = -1
    if name == "title":
        found = _BLOCK_TAG.search(text, start, end)
        border = found.start() if found and (found := _TAG.search(text, start, end)) else -1
    elif name == "style":
        found = _BLOCK_TAG.search(text, start, end)
        border = found.start() if found else -1
    elif name == "script":
        if is_open or _OPENED[name].search(text, start, end):
            border = start if _SOURCE.search(text, max(text.rfind("<", 0, start), start - 2000), start) else next((f.start() for f in _IN_SCRIPT.finditer(text, start, end) if f[1]), -1)
            if border > start and _is_string(text, border, end):
                border = -1
    elif is_open or _OPENED[name].search(text, start, end):
        found = _TAG.search(text, start, end)
        border = found.start() if name == "textarea" and found else start
    if border < 0:
        return end
    mends.put(border, border, f"</{name}>", f"lost </{name}> put back")
    return border


def _is_string(text: str, border: int, end: int) -> bool:
    """Whether markup in a script stands in a string all the same: code follows before the next <script>, or that one ends as only strings write it."""
    tags = _SCRIPT_ENDS.finditer(text, border, end)
    first = next((f for f in tags if not f[1]), None)
    if _CODE.search(_WHOLE_TAG.sub("", text[border : first.start() if first else end])):
        return True
    after = next(tags, None)
    return after is not None and bool(after[1])


def _close_lost(tokens: list[_Token], mends: _Mends) -> None:
    """Ends of the document in mid-page dropped; links, headings and the like that never end, ended."""
    text = mends.text
    closes_next: dict[str, bool] = {}
    is_closed: list[bool] = [True] * len(tokens)
    for i in range(len(tokens) - 1, -1, -1):
        token = tokens[i]
        if token.name in _LOST:
            if token.is_close:
                closes_next[token.name] = True
            else:
                is_closed[i] = closes_next.get(token.name, False)
                closes_next[token.name] = False
    opened: dict[str, bool] = {}
    ended = False
    content_end = _content_end(text)
    for i, token in enumerate(tokens):
        name = token.name
        if token.is_close and name in ("body", "html"):
            if token.start < content_end or ended:
                mends.put(token.start, token.end, f"<!--{END_OF_DOCUMENT}-->", "end of document dropped")
                ended = True
            continue
        if token.is_close:
            opened.pop(name, None)
            continue
        for lost in [k for k in opened if k == name or name in _BLOCKS or (k == "select" and name not in ("option", "optgroup"))] if opened else ():
            mends.put(token.start, token.start, f"</{lost}>", f"lost </{lost}> put back")
            del opened[lost]
        if name in _LOST and not is_closed[i]:
            opened[name] = True
