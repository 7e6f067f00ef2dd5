"""Character references that a reader sees as such: &#20013; in a dump without markup, &amp;#x4e2d; in markup, #20013; and ＆#20013； in either.

A reference that markup needs (&lt; &gt; &amp;) is never resolved, and one that is valid where it stands
is no damage: the scanner has seen through it already. References to surrogates are joined to the character they mean.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

from qnews_scraper.page import Edit, Finding, Page, Trust, edits
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.hanzi import HAN
from qnews_scraper.text.misread import LATIN
from qnews_scraper.text.scan import Run
from qnews_scraper.text.wildcard import LOST

_WIDE: Final = f"{HAN}\u2e80-\u30ff\uac00-\ud7a3\uff00-\uffef\u2014\u2018-\u201d\u2026\u00b7"
_AGAIN: Final = "(?:amp;|AMP;|#38;|#[xX]26;)"
"""An ampersand that was escaped itself."""
_CODE: Final = r"#(?:0*(?:1(?:0\d{5}|1[01]\d{4})|[1-9]\d{1,5})|[xX]0*(?:10[0-9a-fA-F]{4}|[1-9a-fA-F][0-9a-fA-F]{1,4}));"
_OPEN: Final = r"#(?:[1-5]\d{4}|6[0-5]\d{3}|[1-9]\d{1,3}|[xX][1-9a-fA-F][0-9a-fA-F]{1,3}(?![a-zA-Z;]))"
"""Without its semicolon, and before digits of text: no more than a character of the basic plane takes."""
_REF: Final = f"&{_AGAIN}*(?:{_CODE}|{_OPEN})"
_NUMERIC: Final = re.compile(rf"&{_AGAIN}*#(?:0*(\d+)|[xX]([0-9a-fA-F]+));?")
_ROW: Final = re.compile(f"(?:{_REF})+")
_HIGH: Final = f"\x80-\xff{''.join(c for c in LATIN if c > chr(0xFF))}"
_BYTE: Final = f"&{_AGAIN}*(?:[A-Za-z]{{2,6}}[1-4]{{0,2}}|#[0-9]{{3}}|#[xX][89A-Fa-f][0-9A-Fa-f]);"
_ESCAPED: Final = re.compile(f"&{_AGAIN}+")
_LATIN: Final = re.compile(f"{_BYTE}(?:[{_HIGH}]{{0,2}}{_BYTE})+|(?<=[{_HIGH}]){_BYTE}|{_BYTE}(?=[{_HIGH}])")
"""Misread bytes as PHP's htmlentities writes them, some or all."""
_BYTES: Final = re.compile(f"{_BYTE}|{_REF}")
_TWICE: Final = re.compile(f"&{_AGAIN}+#")
_TWICE_IN_BYTES: Final = re.compile(f"&{_AGAIN}+(?:#|[A-Za-z]{{2,6}}[1-4]{{0,2}};&{_AGAIN}+[A-Za-z#])".encode())
_ONE_WORN: Final = "＆?[#＃](?:([0-9０-９]{4,6})|[xX]([0-9a-fA-F]{4,5}))[;；]"
_WORN: Final = re.compile(f"(?<![&＆]){_ONE_WORN}")
"""A reference that lost its ampersand, or has one that was made wide with other marks."""
_WORN_ROW: Final = re.compile(f"(?<![&＆])(?:{_ONE_WORN}){{3}}")
_WORN_IN_BYTES: Final = re.compile(rb"#(?=[xX]?[0-9a-fA-F]{4,5};#[xX]?[0-9a-fA-F]{4,5};#)")
_WIDE_IN_BYTES: Final = re.compile(rb"\xef(?=\xbc[\x83\x86](?:#|\xef\xbc|[xX]?[0-9]))")
_LORE: Final = re.compile(r"(?<![a-z])(?:HTML|XML)|U\+[0-9A-F]{4}|实体|實體|转义|轉義", re.I)
"""Of what a line speaks that shows references as they are written."""
_SPELLING: Final = re.compile("源代?[码碼]|[这這][样樣种種]的(?:编码|編碼|代码|代碼)|(?:HTML|字符|字元|数字|數字|命名)\\s?(?:实体|實體|引用)|(?:实体|實體)(?:编码|編碼|字符|字元|符号|引用|写法)|转义|轉義", re.I)
"""So of several characters too: 实体 by itself is also the real economy's."""
_BLIND: Final = re.compile("&(?:amp;)*(shy|zwn?j|[lr]rm|ZeroWidthSpace|NoBreak);")
_NAME: Final = "&(?:amp;)*(?P<{}>nbsp|ldquo|rdquo|lsquo|rsquo|hellip|mdash|ndash|middot|quot|times|deg|ensp|emsp|shy|zwn?j|[lr]rm|ZeroWidthSpace|NoBreak);"
_NAMED: Final = re.compile(f"(?<=[{_WIDE}]){_NAME.format('after')}|{_NAME.format('before')}(?=[{_WIDE}])")
_SURROGATES: Final = re.compile(r"&(?=#)#(5[56]\d{3}|[xX][dD][89aAbB][0-9a-fA-F]{2});&#(5[67]\d{3}|[xX][dD][c-fC-F][0-9a-fA-F]{2});")
_HALVES: Final = re.compile(_SURROGATES.pattern.encode())
_READ: Final = re.compile(f"[{_WIDE}]")
_FORM: Final = re.compile(rb"[\xe2-\xef][\x80-\xbf]{2}")
_LINE: Final = re.compile(r"[^\n]+")
_HABIT: Final = 60
"""Characters that references of a page must stand for before one in brackets is none that the page shows."""
FEWEST: Final = 3
"""Characters that such a row must stand for,"""
READS: Final = 1.5
"""and the mean log-odds that they must have."""
_UNSEEN: Final = re.compile("[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_LETTER: Final = re.compile(r"[^\W\d_\u0530-\U0010ffff]")
_WORD: Final = re.compile(r"[^\W\d_a-zA-Z]{3}")
_MISREAD: Final = re.compile("[\x80-\xff\u0152-\u0178\u2013-\u2122]{3}")


def find(page: Page) -> Iterator[Finding]:
    """References that stand in what a reader sees, resolved."""
    glance = page.glance
    if glance.has_references and glance.holds(_HALVES):
        yield from _surrogates(page.text)
    worn = _WORN_IN_BYTES.finditer(glance.utf8) if b";#;#;" in glance.signs else ()
    wide = _WIDE_IN_BYTES.finditer(glance.utf8) if "＆" in glance.wide or "＃" in glance.wide else ()
    yield from _worn(glance.near(glance.in_text(sorted(found.start() for found in (*worn, *wide)))))
    if glance.is_markup:
        if glance.has_references and any(_read(glance.near(glance.in_text(found.start() for found in _TWICE_IN_BYTES.finditer(glance.utf8))))):
            yield from _read(page.scan.runs)
    elif "&" in page.text and ("&#" in page.text or _TWICE.search(page.text) or _NAMED.search(page.text) or _LATIN.search(page.text)):
        yield from _read(page.scan.runs)


def _read(runs: Iterable[Run]) -> Iterator[Finding]:
    """What is found line by line; on a page of which much is so, also what stands in brackets by itself: 1月11(&#26085;)."""
    lines = [(run, line.start(), line[0]) for run in runs for line in _LINE.finditer(run.text) if "&" in line[0]]
    found = [[*_of_line(line, run.is_markup)] for run, _, line in lines]
    if sum(len(new) for fixes in found for _, _, new, _, _ in fixes) >= _HABIT:
        found = [[*_of_line(line, run.is_markup, is_habit=True)] for run, _, line in lines]
    for (run, at, _), fixes in zip(lines, found, strict=True):
        for start, end, new, trust, why in fixes:
            yield from edits(run, at + start, at + end, new, trust, why, () if trust is Trust.CERTAIN else (new,))


def _worn(runs: Iterable[Run]) -> Iterator[Finding]:
    """References without their ampersand, or with one of fullwidth, where rows of them read; of numbers and colours none does."""
    for run in runs:
        for line in _LINE.finditer(run.text):
            if not _WORN_ROW.search(line[0]):
                continue
            found = [(ref, _resolve(ref)) for ref in _WORN.finditer(line[0])]
            whole = "".join(new for _, new in found)
            if len(_READ.findall(whole)) == len(whole) >= FEWEST and fluency(whole) > READS:
                for ref, new in found:
                    yield from edits(run, line.start() + ref.start(), line.start() + ref.end(), new, Trust.CERTAIN, "character references without their ampersand")


def _of_line(line: str, is_markup: bool, is_habit: bool = False) -> Iterator[tuple[int, int, str, Trust, str]]:
    """What the references of a line stand for. Those that say little by themselves go with the others, of the line or (`is_habit`) of the page."""
    rows = [(row, _unescape(row[0])) for row in _LATIN.finditer(line)]
    if any((_MISREAD.search(new) and len({*new} - {"\xa0"}) > 2) or _is_formed(line, row, new) for row, new in rows):
        for byte in _BYTES.finditer(line):
            new = _NUMERIC.sub(_resolve, byte[0]) if "#" in byte[0] else _unescape(byte[0])
            if new != byte[0] and ("#" in byte[0] or new >= "\x80"):
                yield byte.start(), byte.end(), new, Trust.CERTAIN, "character references in plain text"
        return
    found = [(row, _NUMERIC.sub(_resolve, row[0])) for row in _ROW.finditer(line)]
    found = [(row, new) for row, new in found if new != row[0]]
    is_lore, is_spelling = _LORE.search(line) is not None, _SPELLING.search(line) is not None
    told = [_is_told(line, row, new) and not (len(new) <= 6 and (is_lore if len(new) == 1 else is_spelling)) for row, new in found]
    is_any_told = any(told)
    # a program that made marks wide made the semicolons of references so
    is_wide = len(found) > 1 and all(row[0][-1] != ";" and line[row.end() : row.end() + 1] == "；" for row, _ in found)
    is_bare = sum(len(new) for (_, new), is_told in zip(found, told, strict=True) if is_told) >= FEWEST and not _READ.search(_ROW.sub("", line))  # a line that shows how something is written is not all written so
    why = "character references that were escaped twice" if is_markup else "character references in plain text"
    for (row, new), is_told in zip(found, told, strict=True):
        if is_told or (is_habit and not is_lore and _READ.fullmatch(new)) or (is_any_told and (is_bare or not _is_quoted(line, row))):
            yield row.start(), row.end() + is_wide, new, Trust.CERTAIN, why
    if is_lore:
        return
    named = list(_NAMED.finditer(line))
    if any(_BLIND.fullmatch(ref[0]) for ref in named):
        yield from ((ref.start(), ref.end(), html.unescape(f"&{ref[1]};"), Trust.CERTAIN, "a named reference beside Chinese text") for ref in _BLIND.finditer(line))
    for ref in named:
        if _BLIND.fullmatch(ref[0]):
            continue
        char = html.unescape(f"&{ref['after'] or ref['before']};")
        yield ref.start(), ref.end(), char, Trust.LIKELY, "a named reference beside Chinese text"


def _is_told(line: str, row: re.Match[str], new: str) -> bool:
    """Whether references are seen to stand for text by what they say and by what is beside them."""
    reads = len(_READ.findall(new))
    if reads >= 2 or LOST in new or _UNSEEN.fullmatch(new) or _WORD.search(new) or _MISREAD.search(new):
        return True
    before, after = line[row.start() - 1 : row.start()], line[row.end() : row.end() + 1]
    is_spelled = new.isalpha() and bool(_LETTER.match(before) or _LETTER.match(after))
    return (reads > 0 or is_spelled or before.isdigit()) and not _is_quoted(line, row)


def _is_formed(text: str, row: re.Match[str], new: str) -> bool:
    """Whether a reference is one byte of a character of UTF-8, the others of which stand beside it."""
    beside = text[max(0, row.start() - 2) : row.start()], text[row.end() : row.end() + 2]
    data = b"".join([LATIN.get(c, b"?") for c in beside[0] + new + beside[1]])
    return any(char.start() <= len(beside[0]) < char.end() for char in _FORM.finditer(data))


def _is_quoted(line: str, row: re.Match[str]) -> bool:
    before, after = line[row.start() - 1 : row.start()], line[row.end() : row.end() + 1]
    return (bool(before) and before in "'\"=“‘「(（") or (bool(after) and after in "'\"”’」)）")


def _unescape(row: str) -> str:
    return html.unescape(_ESCAPED.sub("&", row))


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
