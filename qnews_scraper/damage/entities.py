"""Character references that a reader sees as such: &#20013; in a dump without markup, &amp;#x4e2d; in markup.

A reference that markup needs (&lt; &gt; &amp;) is never resolved, and one that is valid where it stands
is no damage: the scanner has seen through it already. References to surrogates are joined to the character they mean.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

from qnews_scraper.page import Edit, Finding, Page, Trust, edits
from qnews_scraper.text.hanzi import HAN
from qnews_scraper.text.scan import Run

_WIDE: Final = f"{HAN}\u2e80-\u30ff\uac00-\ud7a3\uff00-\uffef\u2014\u2018-\u201d\u2026\u00b7"
_NUMERIC: Final = re.compile(r"&(?:amp;)*#(?:(\d{2,7})|[xX]([0-9a-fA-F]{2,6}))(?:;|(?![0-9a-zA-Z]))")
_ROW: Final = re.compile(r"(?:&(?:amp;)*#(?:\d{2,7}|[xX][0-9a-fA-F]{2,6})(?:;|(?![0-9a-zA-Z])))+")
_LATIN: Final = re.compile("(?:&(?:[A-Za-z]{2,6}[1-4]{0,2}|#[0-9]{3});){2,}")
"""Misread bytes as PHP's htmlentities writes them."""
_TWICE: Final = re.compile("&(?:amp;)+#")
_NAME: Final = "&(?:amp;)*(?P<{}>nbsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|quot|times|deg|ensp|emsp);"
_NAMED: Final = re.compile(f"(?<=[{_WIDE}]){_NAME.format('after')}|{_NAME.format('before')}(?=[{_WIDE}])")
_SURROGATES: Final = re.compile(r"&(?=#)#(5[56]\d{3}|[xX][dD][89aAbB][0-9a-fA-F]{2});&#(5[67]\d{3}|[xX][dD][c-fC-F][0-9a-fA-F]{2});")
_READ: Final = re.compile(f"[{_WIDE}]")
_MISREAD: Final = re.compile("[\x80-\xff\u0152-\u0178\u2013-\u2122]{3}")


def find(page: Page) -> Iterator[Finding]:
    """References that stand in what a reader sees, resolved."""
    glance = page.glance
    if glance.has_references and _SURROGATES.search(glance.shown):
        yield from _surrogates(page.text)
    if glance.is_markup:
        if glance.has_references and any(_read(glance.near(found.start() for found in _TWICE.finditer(glance.shown)))):
            yield from _read(page.scan.runs)
    elif "&" in page.text and ("&#" in page.text or "amp;#" in page.text or _NAMED.search(page.text) or _LATIN.search(page.text)):
        yield from _read(page.scan.runs)


def _read(runs: Iterable[Run]) -> Iterator[Finding]:
    for run in runs:
        if "&" not in run.text:
            continue
        rows = [] if run.is_markup else [(row, html.unescape(row[0])) for row in _LATIN.finditer(run.text)]
        is_misread = any(_MISREAD.search(new) and len({*new} - {"\xa0"}) > 2 for _, new in rows)
        for row, new in rows:
            if is_misread and new >= "\x80" and new != row[0]:
                yield from edits(run, row.start(), row.end(), new, Trust.CERTAIN, "character references in plain text")
        for row in _ROW.finditer(run.text):
            new = _NUMERIC.sub(_resolve, row[0])
            before, after = run.text[row.start() - 1 : row.start()], run.text[row.end() : row.end() + 1]
            reads = len(_READ.findall(new))
            is_read = not run.is_markup and _LATIN.fullmatch(row[0]) is not None
            if new != row[0] and not is_read and (reads >= 2 or (reads and not _is_quoted(before, after)) or _MISREAD.search(new)):
                why = "character references that were escaped twice" if run.is_markup else "character references in plain text"
                yield from edits(run, row.start(), row.end(), new, Trust.CERTAIN, why)
        for named in _NAMED.finditer(run.text):
            char = html.unescape(f"&{named['after'] or named['before']};")
            yield from edits(run, named.start(), named.end(), char, Trust.LIKELY, "a named reference beside Chinese text", (char,))


def _is_quoted(before: str, after: str) -> bool:
    return (bool(before) and before in "'\"=“‘「(（") or (bool(after) and after in "'\"”’」)）")


def _resolve(ref: re.Match[str]) -> str:
    code = int(ref[1]) if ref[1] else int(ref[2], 16)
    if code < 0x80 or code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return ref[0] if code in (0x22, 0x26, 0x27, 0x3C, 0x3E) or code < 0x20 or code > 0x7E else chr(code)
    return html.unescape(f"&#{code};")


def _surrogates(text: str) -> Iterator[Edit]:
    for pair in _SURROGATES.finditer(text):
        high, low = (int(g[1:], 16) if g[0] in "xX" else int(g) for g in pair.groups())
        if 0xD800 <= high <= 0xDBFF and 0xDC00 <= low <= 0xDFFF:
            char = chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
            yield Edit(pair.start(), pair.end(), char, Trust.CERTAIN, "references to the two halves of a surrogate pair")
