"""The encoding that a page's own head names: WHATWG HTML 13.2.3.2, "prescan a byte stream to determine its encoding".

The standard looks at 1,024 bytes; a browser's tree builder obeys a later meta too, and old Chinese portals put scripts first,
so this looks further. What is found is a claim, to be weighed against the bytes.
"""

import re
from typing import Final

from qnews_scraper.tables.encoding_labels import LABELS

REACH: Final = 16384
"""How many bytes are looked at."""

_TAG = re.compile(rb"<(?:(!--)|([mM][eE][tT][aA])[\t\n\f\r />]|/?[a-zA-Z][^\t\n\f\r >]*|[!/?])")
_ATTRIBUTE = re.compile(
    rb"""[\t\n\f\r /]*(?P<name>=?[^\t\n\f\r />=]*)[\t\n\f\r ]*(?:=[\t\n\f\r ]*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?!["'])(?P<bare>[^\t\n\f\r >]*)))?"""
)
_UNCLOSED = re.compile(rb"""[\t\n\f\r ]*=[\t\n\f\r ]*["']""")
_NO_META = re.compile(
    rb"""(?:(?=[\t\n\f\r /]*[^\t\n\f\r />])%b(?!%b))*+""" % (re.sub(rb"\?P<\w+>", b"?:", _ATTRIBUTE.pattern), _UNCLOSED.pattern),
)
"""The attributes of a tag that is passed over, taken as `_attributes` takes them, but for one that is not closed."""
_PASSED = re.compile(rb"(?:[^<]++|<(?:(?![mM][eE][tT][aA][\t\n\f\r />])/?[a-zA-Z][^\t\n\f\r >]*+%b[\t\n\f\r /]*+(?=>)|(?![a-zA-Z!/?])))*+" % _NO_META.pattern)
"""All up to a tag that must be looked at, which is a meta, a comment, a declaration or one that is not closed."""
_CHARSET = re.compile(r"""charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|(?!["'])([^\t\n\f\r ;]+))""", re.I)
_XML = re.compile(rb"""<\?xml[^>]*?encoding[\x00-\x20]*=[\x00-\x20]*(?:"([^">]*)"|'([^'>]*)')""")
_HEADER = re.compile(r"""charset\s*=\s*["']?\s*([^\s;"',]+)""", re.I)
_SPACE = "\t\n\f\r "


def encoding_of(label: str) -> str:
    """The name of the encoding that a label stands for, as the Encoding Standard has it; "" for an unknown label.

    >>> encoding_of(" GB2312 "), encoding_of("latin1"), encoding_of("gobbledygook")
    ('gbk', 'windows-1252', '')
    """
    return LABELS.get(label.strip(_SPACE).lower(), "")


def header_label(content_type: str | None) -> str:
    """The charset that a Content-Type header names, as written; "" when it names none."""
    found = _HEADER.search(content_type or "")
    return found[1] if found else ""


def meta_label(body: bytes) -> str:
    """The label of the first meta (or XML declaration) that names a known encoding, as written; "" when none does."""
    head = body[:REACH]
    at, last = 0, head.find(b"charset")
    is_last = False
    while True:
        if at > last and not is_last:
            last, is_last = head.lower().rfind(b"charset"), True
        passed = _PASSED.match(head, at) if at <= last else None
        found = _TAG.search(head, passed.end()) if passed else None
        if found is None:
            break
        at = found.end()
        if found[1]:  # "<!-->" is a whole comment: its dashes may overlap
            close = head.find(b"-->", at - 2)
            if close < 0:
                break
            at = close + 3
        elif found[0][1:] in (b"!", b"/", b"?"):
            close = head.find(b">", at)
            if close < 0:
                break
            at = close + 1
        else:
            start = at - 1 if found[2] else at
            passed = _NO_META.match(head, start)
            at = passed.end() if passed else start
            if found[2] and (head[at : at + 1] != b">" or b"charset" in head[start:at].lower()):
                attributes, at = _attributes(head, start)
                if label := _label(attributes):
                    return label
            elif head[at : at + 1] != b">":
                _, at = _attributes(head, at)
    xml = _XML.match(head)
    label = (xml[1] or xml[2] or b"").decode("latin-1") if xml else ""
    return label if encoding_of(label) else ""


def _attributes(head: bytes, at: int) -> tuple[dict[str, str], int]:
    """The attributes of a tag from `at`, the first of each name, and where the tag ends."""
    attributes: dict[str, str] = {}
    end = len(head)
    while at < end:
        while at < end and head[at] in b"\t\n\f\r /":
            at += 1
        if at >= end or head[at] == 0x3E:
            break
        found = _ATTRIBUTE.match(head, at)
        if found is None or found.end() == at:
            break
        at = found.end()
        if _UNCLOSED.match(head, at):
            return {}, end  # the standard's prescan ends where the bytes do
        value = found["double"] or found["single"] or found["bare"] or b""
        attributes.setdefault(found["name"].decode("latin-1").lower(), value.decode("latin-1").lower())
    return attributes, at


def _label(attributes: dict[str, str]) -> str:
    """What a meta's attributes claim, "" where nothing that is known."""
    if "charset" in attributes:
        label = attributes["charset"]
    elif attributes.get("http-equiv") == "content-type":
        label = _from_content(attributes.get("content", ""))
    else:
        return ""
    return label if encoding_of(label) else ""


def _from_content(content: str) -> str:
    """WHATWG "extract a character encoding from a meta element"."""
    found = _CHARSET.search(content)
    return (found[1] or found[2] or found[3] or "") if found else ""
