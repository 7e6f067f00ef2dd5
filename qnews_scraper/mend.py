"""Broken structure, mended in the source before it is parsed.

A parser obeys the standard, and the standard lets one lost character swallow the rest of a page: a
comment that never ends, a quote that never closes, a <title> without its end. Here the end is put back
where a reader would look for it. What the standard itself forgives (a </p> that is missing, a <td> in
the wrong place) is left to the parser. Each mend is a note "kind: evidence"; on a sound page nothing
but a handful of substring searches is done. Linear in the length of the source.
"""

import re
from collections import Counter
from itertools import islice
from typing import Final

from qnews_scraper import nesting
from qnews_scraper.tags import BLOCK_NAMES, BLOCK_TAG, RAW, SOUND_TAG, VOID, Mends, Tag, comment_end, has_long, raw_end, tag_end, tags_of

END_OF_DOCUMENT: Final = "/html"
"""Text of the comment that stands where a </body> or </html> was dropped; what follows it lay outside the document."""

LOST_ENDS: Final = "ends lost"
"""The kind of the note where boxes lack their ends: what is said of one of them may be meant for a part of it only."""

START_OF_DOCUMENT: Final = "doctype"
"""Text of the comment that ends what stood before the doctype."""

_CONTROLS: Final = bytes({*range(32), 127} - {9, 10, 12, 13})
_CONTROL = re.compile(f"[{re.escape(_CONTROLS.decode())}]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_NAMED_TAG = re.compile(r"<(/?[a-zA-Z][^\s/><]*+)(?!<)")
_PROLOGUE = re.compile(r"(?:\s|\ufeff|<\?[^>]*>|<!--(?:(?!-->)[^\x00])*-->)*(?:<!doctype|<html|<head|<meta|<title|<link|<script|<style|<base|$)", re.I)
_DOCUMENT = re.compile(r"<!doctype\s|<html[\s>]", re.I)
_END_TAG = re.compile(r"</(?:body|html)\s*>", re.I)
_OPENS = re.compile(
    rf"""(?P<opens><!(?=--)|<(?=[sStTiInNxXpP])(?i:(?P<name>(?P<plain>title|style)|script|textarea|iframe|noembed|noframes|xmp|plaintext)(?=[\s/>]))(?P<tag>{SOUND_TAG})?)
    (?P<sound>(?(name)
        (?(tag)(?i:(?(plain)(?:[^<]++|<!)*+|(?:[^<]++|<(?!/?(?P=name)[\s/>]))*+)(?=</(?P=name)[\s/>]))|\Z.)
        |--(?:-?(?=>)|(?:[^<-]++|-(?!-!?>))*+(?:(?:<!)?--(?=>)|(?:[^<-]++|-(?!-!?>)|<(?!!--))*+--(?=>)))))?""",
    re.X,
)
"""The beginning of a comment or of raw text, and the rest of it where that cannot have run away: no comment in a comment, no tag in a title or a style sheet, no script in a script."""
_LABEL = re.compile(r"\s*[^\s，。、；：！？（）《》“”,.;:!?]+(?:\s+[^\s，。、；：！？（）《》“”,.;:!?]+){0,4}")
_LOST: Final = frozenset(["a", "button", "h1", "h2", "h3", "h4", "h5", "h6", "noscript", "select"])
_STRAY_QUOTE = re.compile(r"""=\s*+(?:"[^"<>]*+>|'[^'<>]*+>)""")
_ATTRIBUTE_NAME = re.compile(r"""[\s"'/][a-zA-Z][\w:.-]*\s*\Z""")
_BLOCKS: Final = frozenset(BLOCK_NAMES.replace("h[1-6]", "h1|h2|h3|h4|h5|h6").split("|")) - {"script", "link", "meta", "style", "title"}

_ATTRIBUTE = re.compile(r"""[^\s=/]+(?:\s*=\s*(?:"[^"]*+"?|'[^']*+'?|\S+))?""")
_LONG: Final = 4000
"""Characters of a tag from which its attributes are counted."""
_MOST_ATTRIBUTES: Final = 500

DEEPEST: Final = 400
"""Levels of nesting that are kept; libxml2 2.14 gives up at 2,048 and drops the rest of the page."""


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """The source with its structure put right, and a note for each kind of mend."""
    text, controls = drop_controls(text)
    notes = [*controls]
    text, before = _before_document(text)
    if before:
        notes.append(f"before-document: {len(before)} characters before the doctype")
    bare = _bare(text)
    if bare is None:
        mends = Mends(text)
        for _ in tags_of(text, mends):
            pass
        text = mends.done()
        notes += (f"{why}: {n}" for why, n in mends.notes.items())
        bare = _bare(text) or text
    if (_has_gap(bare, "<", _LONG) or _has_gap(bare, ">", 16 * _LONG)) and has_long(bare, _LONG):  # nowhere else is a tag so long, in quotes or out of them
        text, n = _thinned(text)
        if n:
            notes.append(f"overfull: {n} tags cut after {_MOST_ATTRIBUTES} attributes")
    tags = _names(bare)
    if _has_strays(text, tags):
        mends = Mends(text)
        _close_lost(list(tags_of(text, None)), mends)
        text = mends.done()
        notes += (f"{why}: {n}" for why, n in mends.notes.items())
    missing, boxes = nesting.lost(tags)
    if missing:
        mends = Mends(text)
        for place, new in nesting.ends(text, list(tags_of(text, None))):
            mends.put(place, place, new, "box ended")
        text = mends.done()
        notes.append(f"{LOST_ENDS}: {missing} of {boxes} boxes")
    if before:
        at = _body_start(text)
        inner, inner_notes = mend(before) if "<" in before else (before, ())
        text = f"{text[:at]}{inner}<!--{START_OF_DOCUMENT}-->{text[at:]}"
        notes += inner_notes
    return text, tuple(notes)


def _names(bare: str) -> Counter[str]:
    """How often each name stands in a tag, in small letters, "/" before those of ends."""
    names = Counter(_NAMED_TAG.findall(bare))
    for name in [name for name in names if not name.islower()]:
        names[name.lower()] += names.pop(name)
    return names


def _has_gap(text: str, mark: str, longest: int) -> bool:
    """Whether more than `longest` characters stand without a mark; asked from the end of each such stretch, so that a few looks are enough."""
    at = -1
    while len(text) - at - 1 > longest:
        at = text.rfind(mark, at + 1, at + longest + 2)
        if at < 0:
            return True
    return False


def _thinned(text: str) -> tuple[str, int]:
    """The source with tags cut that bear more attributes than any page writes, and how many: libxml2 compares each attribute with all before it."""
    mends = Mends(text)
    for tag in tags_of(text, None):
        if tag.end - tag.start > _LONG:
            attributes = _ATTRIBUTE.finditer(text, tag.start + 1, tag.end - 1)
            last = next(islice(attributes, _MOST_ATTRIBUTES, None), None)
            if last is not None and next(attributes, None) is not None:
                mends.put(last.end(), tag.end - 1, "", "overfull")
    return mends.done(), len(mends.edits)


def drop_controls(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what a tree cannot hold: control characters go, as a reader never sees them; lone surrogates become U+FFFD."""
    notes: tuple[str, ...] = ()
    lacks = "\ufffe" in text or "\uffff" in text
    try:
        data = text.encode()  # bytes are searched ten times as fast as characters
    except UnicodeEncodeError:  # lone surrogates
        data, lacks = text.encode("utf-8", "surrogatepass"), True
    if len(data.translate(None, _CONTROLS)) != len(data):
        text, n = _CONTROL.subn("", text)
        notes = (f"controls: {n} dropped",)
    if lacks:
        text, n = _NO_CHARACTER.subn("\ufffd", text)
        notes = (*notes, f"no-characters: {n} replaced by U+FFFD")
    return text, notes


def flatten(text: str) -> str:
    """The source without the tags that nest deeper than DEEPEST; their text stays."""
    mends = Mends(text)
    stack: list[str] = []
    seen: Counter[str] = Counter()
    dropped: Counter[str] = Counter()
    for token in tags_of(text, None):
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
        elif name not in VOID and name not in RAW and text[token.end - 2] != "/":
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
    if found is None or (BLOCK_TAG.search(text, 0, found.start()) is not None and found.start() > len(text) // 2):
        return text, ""
    return text[found.start() :], text[: found.start()].strip()


def _body_start(text: str) -> int:
    """Where the body's content begins."""
    last = 0
    for token in tags_of(text, None):
        if token.name == "body":
            return token.end
        if token.name == "head" and token.is_close:
            last = token.end
        elif token.name in _BLOCKS - {"head", "body"} and not token.is_close:
            return last or token.start
    return last or len(text)


def _bare(text: str) -> str | None:
    """The source without the content of comments, scripts and the like; None where a comment, a raw text or a quote runs away."""
    found_ends = Mends(text)
    ends: dict[str, int] = {}
    quotes = {'"': -1, "'": -1}
    kept: list[str] = []
    at: int | None = 0
    while at is not None:
        start, at = at, None
        for found in _OPENS.finditer(text, start):
            if found.lastgroup == "sound":
                kept.append(text[start : found.end("opens")])
                start = found.end()
                continue
            if name := found["name"]:
                if name.lower() == "plaintext":
                    return None
                tag = found.end("opens") if found["tag"] else tag_end(text, found.end("opens"), quotes, None)
                kept.append(text[start:tag])
                at = raw_end(text, name.lower(), tag, ends, found_ends)
            else:
                kept += (text[start : found.start()], "<!>")
                at = comment_end(text, found.start(), ends, found_ends)
            if found_ends.edits:
                return None
            break
    kept.append(text[start:])
    bare = "".join(kept)
    if any(_ATTRIBUTE_NAME.search(bare, max(0, found.start() - 40), found.start()) for found in _STRAY_QUOTE.finditer(bare)):
        return None
    return bare


def _has_strays(text: str, tags: Counter[str]) -> bool:
    """Whether the document ends before its content does, or a link, a heading or the like has no end."""
    if any(tags[name] > tags["/" + name] for name in _LOST):
        return True
    if not tags["/body"] and not tags["/html"]:
        return False
    content_end = _content_end(text)
    after = text[content_end:]
    if "<!--" not in after and tags["/body"] + tags["/html"] == len(_END_TAG.findall(after)):
        return False
    end = _END_TAG.search(text)
    return end is not None and end.start() < content_end


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


def _close_lost(tokens: list[Tag], mends: Mends) -> None:
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
            if name == "a" and (place := _label_end(text, token.end, tokens[i + 1].start if i + 1 < len(tokens) else len(text))):
                mends.put(place, place, "</a>", "lost </a> put back")
            else:
                opened[name] = True


def _label_end(text: str, start: int, end: int) -> int:
    """Where a link ends that lost its end in running text: at the first mark, or after five words; 0 where the text is no longer than a headline."""
    run = text[start:end]
    if len(run) < 48 or 0.1 * len(run) + 0.3 * len(run.encode("utf-8", "replace")) < 48:
        return 0
    found = _LABEL.match(run)
    return start + found.end() if found else 0
