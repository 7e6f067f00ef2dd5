r"""Escapes left in text: \u4e2d, \xe4\xb8\xad, %u4e2d, %E4%B8%AD (UTF-8 or GBK, also twice), =E4=B8=AD (quoted-printable),
=?UTF-8?B?5Lit?= (RFC 2047), ~{VP~} (HZ, RFC 1843).

In source code, in JSON and in addresses they are at home; there they stay.
"""

import re
from collections.abc import Iterable, Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from typing import Final
from urllib.parse import unquote_to_bytes

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.glance import Glance
from qnews_scraper.text.hanzi import HAN
from qnews_scraper.text.misread import from_bytes
from qnews_scraper.text.scan import READ_ATTRIBUTES, Run

_WIDE: Final = re.compile(f"[{HAN}\u3000-\u30ff\uac00-\ud7a3\uff00-\uffef]")
_GATES: Final = tuple(
    re.compile(sign)
    for sign in (
        r"\\(?=u[0-9a-fA-F{]|x[89a-fA-F][0-9a-fA-F]\\|[23][0-7][0-7]\\)",
        r"%(?:u[0-9a-fA-F]{4}|(?:25)?[89a-fA-F][0-9a-fA-F]%[0-9a-fA-F]{2})",
        r"=(?=[89A-F][0-9A-F]=[0-9A-F]{2}|\?[\w-]+\?[BbQq]\?)",
        r"~(?=\{[!-}]{2})",
    )
)
"""One pattern each, because a search for one character that all begin with costs next to nothing, and one for any of three does not."""
_IN_BYTES: Final = tuple((re.compile(gate.pattern.encode()), signs) for gate, signs in zip(_GATES, ((b"\\",), (b"%",), (b"==", b"=?"), (b"~",)), strict=True))
"""The same for bytes, and what each needs of a page's signs, one or the other."""
_BEGUN: Final = re.compile(r"\s*(?:#include|import|from|def|class|var|const|let|print|return|echo|sed|grep|SELECT)\b")
_HEX: Final = frozenset("0123456789abcdefABCDEF")
_ASCII: Final = re.compile(r"\\x[0-7]")
_QUOTED: Final = re.compile(r"""["']\s*[:=]|[=(\[,+]\s*[ubrf]{0,2}["']""")
_COMMENT: Final = re.compile(r"(?:^|[^:])(?<!%3[Aa])//")
_ADDRESS: Final = re.compile(
    r"://|^(?:mailto|thunder|ed2k|magnet|javascript|data):|^www\.|[?&][\w.\[\]-]+=|/[^/]*\.(?:s?html?|php|aspx?|jsp|jpe?g|png|gif|pdf)"
    r"|\.(?:com|cn|net|org|tw|hk|jp)/",
    re.I,
)
"""What makes a word an address."""
_TEXT: Final = re.compile("%(?:u[0-9a-fA-F]{4}|[89a-fA-F][0-9a-fA-F])")
_SEEN: Final = re.compile(rf"""\b(?:{"|".join(sorted(READ_ATTRIBUTES))})\s*=\s*["']?[^"'=]*$""", re.I)
_ADDRESSES: Final = ("href", " src")
_BORDER: Final = re.compile("[\"'>]")
_WORD: Final = re.compile(r"[!-~]+")
_KINDS: Final = (
    ("an encoded word", "=?", re.compile(r"=\?[\w-]+\?[BbQq]\?[!->@-~]+\?=(?:[ \r\n]+=\?[\w-]+\?[BbQq]\?[!->@-~]+\?=)*")),
    ("HZ", "~{", re.compile(r"~\{(?:[!-}][!-~])+~\}")),
    ("Unicode escapes", "\\u", re.compile(r"(?:\\+u(?:[0-9a-fA-F]{4}|\{[0-9a-fA-F]{2,6}\}))+")),
    ("byte escapes", "\\", re.compile(r"(?:(?:\\x[89a-fA-F][0-9a-fA-F]|\\[23][0-7]{2})[ -\[\]-~]{0,9}){3,}")),
    ("JavaScript escapes", "%u", re.compile(r"(?:%u[0-9a-fA-F]{4}(?:%20|%2[CcEe0-9]|%[3-7][0-9A-Fa-f])*)+")),
    ("percent escapes", "%", re.compile(r"(?:%[2-7][0-9a-fA-F][0-9A-Za-z]{0,9}){0,12}%[89a-fA-F][0-9a-fA-F][!-~]*")),
    ("percent escapes", "%", re.compile(r"(?:%(?:25)*[0-9a-fA-F]{2})+")),
    ("quoted-printable", "=", re.compile(r"(?:=[0-9A-F]{2}|=\r?\n)+")),
)
READS: Final = 1.5
_UNICODE: Final = re.compile(r"\\+u(?:\{([0-9a-fA-F]{2,6})\}|([0-9a-fA-F]{4}))")
_GBK: Final = re.compile("gb(?:2312|k)", re.I)
_TWICE: Final = re.compile("%(?:25)+(?=[0-9a-fA-F]{2})")


def find(page: Page) -> Iterator[Finding]:
    """Each row of escapes that reads as written text when it is resolved."""
    glance = page.glance
    if not glance.is_markup or any(_resolutions(glance.near(_read_places(glance)))):
        yield from _resolutions(page.scan.runs)


def _resolutions(runs: Iterable[Run]) -> Iterator[Finding]:
    for run in runs:
        if not _has_escapes(run.text):
            continue
        for line in re.finditer(r"(?:[^\n]++|(?<==)\n|(?<==\r)\n)+", run.text):
            if _has_escapes(line[0]) and ("~{" in line[0] or not _is_code(line[0])):
                for start, end, new, why in _rows(line[0]):
                    yield from edits(run, line.start() + start, line.start() + end, new, Trust.CERTAIN, why)


def _is_code(line: str) -> bool:
    """Whether a line is source code or JSON, by signs that are looked for as strings first."""
    end = line.rstrip()
    return (
        end.endswith(("{", ";"))
        or (end.endswith("}") and end[-2:-1] not in _HEX)
        or "\\n" in line
        or ("\\x" in line and _ASCII.search(line) is not None)
        or _BEGUN.match(line) is not None
        or (("'" in line or '"' in line) and _QUOTED.search(line) is not None)
        or ("//" in line and _COMMENT.search(line) is not None)
    )


def _has_escapes(text: str) -> bool:
    return any(gate.search(text) for gate in _GATES)


def _read_places(glance: Glance) -> list[int]:
    """Where escapes stand in what a reader sees, not in an address or another attribute that nobody reads; of those in one value, the first."""
    places: list[int] = []
    for gate, (pattern, signs) in zip(_GATES, _IN_BYTES, strict=True):
        if not any(sign in glance.signs for sign in signs) or not glance.holds(pattern):
            continue
        shown = glance.shown
        at = opened = 0
        is_inside = False
        while hit := gate.search(shown, at):
            start = hit.start()
            tag = shown.rfind("<", at, start)
            opened = max(opened, tag)
            is_inside = (tag >= 0 or is_inside) and shown.find(">", max(tag, at), start) < 0
            if is_inside:
                # all up to the end of this value is of one kind
                border = _BORDER.search(shown, start)
                name = shown.rfind("=", max(opened, at), start)
                if name >= 0 and shown[name - 4 : name] not in _ADDRESSES and _SEEN.search(shown, max(opened, name - 20), start):
                    places.append(start)
                at = border.start() if border else len(shown)
            else:
                places.append(start)
                at = shown.find("<", start)
                at = at if at >= 0 else len(shown)
    return sorted(places)


def _rows(line: str) -> Iterator[tuple[int, int, str, str]]:
    addresses = [w.span() for w in _WORD.finditer(line) if _is_address(w[0])] if "%" in line and any(map(line.__contains__, ":/.=")) else []
    taken: list[tuple[int, int]] = []
    for why, sign, pattern in _KINDS:
        if sign not in line:
            continue
        found = []
        for row in pattern.finditer(line):
            if any(a <= row.start() < b for a, b in (*addresses, *taken)) or line[row.start() - 1 : row.start()] in ("'", '"', "`"):
                continue
            new = _resolved(row[0])
            if new is not None:
                found.append((row.start(), row.end(), new))
        whole = "".join(new for _, _, new in found)
        if len(_WIDE.findall(whole)) >= 2 and fluency(whole) > READS:
            for start, end, new in found:
                taken.append((start, end))
                yield start, end, new, why


def _is_address(word: str) -> bool:
    """Whether a word is an address. Where text in escapes goes before a host, it is text that names an address."""
    found = _ADDRESS.search(word)
    return found is not None and ((found[0] != "://" and found[0][0] != ".") or not _TEXT.search(word, 0, found.start()))


def _resolved(row: str) -> str | None:
    if row.startswith("=?"):
        new = _words_of_mail(row)
    elif row.startswith("~{"):
        new = row.encode().decode("hz", "ignore")
    elif row.startswith("%u"):
        new = row.replace("%u", "\\u").replace("%", "\\x").encode().decode("unicode_escape")
    elif row[0] == "\\" and _UNICODE.match(row):
        new = _UNICODE.sub(lambda code: chr(min(int(code[1] or code[2], 16), 0x10FFFF)), row)
    else:
        data = _bytes(row)
        if data.isascii():
            # a soft line break is no text of its own
            return None if row[0] != "=" or "=\n" not in row.replace("\r", "") else data.decode()
        read = from_bytes(data, "utf-8")
        new = read if read is not None else from_bytes(data, "gbk") or ""
    gone = new.count("\ufffd")  # marks that were escaped are text; halves of surrogate pairs are none
    new = new.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return new if new and new.count("\ufffd") == gone and not re.search("[\x00-\x08\x0b-\x1f<>&]", new) else None


def _bytes(row: str) -> bytes:
    if row[0] == "\\":
        return row.encode().decode("unicode_escape").encode("latin-1")
    if row[0] == "%":
        return unquote_to_bytes(_TWICE.sub("%", row))
    return bytes.fromhex(re.sub(r"=(?:\r?\n)?", "", row))


def _words_of_mail(row: str) -> str:
    try:
        # gb2312 in mail means what it does on pages
        return "".join(data.decode(_GBK.sub("gb18030", charset or "ascii")) for data, charset in decode_header(row) if isinstance(data, bytes))
    except (HeaderParseError, LookupError, ValueError):
        return ""
