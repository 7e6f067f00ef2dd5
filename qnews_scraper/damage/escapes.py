r"""Escapes left in text: \u4e2d, \xe4\xb8\xad, %u4e2d, %E4%B8%AD (UTF-8 or a two-byte encoding, also twice), =E4=B8=AD (quoted-printable),
=?UTF-8?B?5Lit?= (RFC 2047), ~{VP~} (HZ, RFC 1843), \x{4e2d} (Perl), \4e2d (CSS), \'d6\'d0 (RTF), _x4E2D_ (Office Open XML), u4e2d without its backslash.

In source code, in JSON and in addresses they are at home; there they stay.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final
from urllib.parse import unquote_to_bytes

from qnews_scraper.page import Finding, Page, Trust, edits
from qnews_scraper.text.candidates import LEGACY, choose
from qnews_scraper.text.credible import is_better, is_misread_again
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.glance import Glance
from qnews_scraper.text.hanzi import HAN
from qnews_scraper.text.misread import EAST_ASIAN, WESTERN, from_bytes, peel, to_bytes
from qnews_scraper.text.plausible import score
from qnews_scraper.text.scan import READ_ATTRIBUTES, Run
from qnews_scraper.text.utf8 import is_utf8

_WIDE: Final = re.compile(f"[{HAN}\u3000-\u30ff\uac00-\ud7a3\uff00-\uffef]")
_GATES: Final = tuple(
    re.compile(sign)
    for sign in (
        r"\\(?=u[0-9a-fA-F{]|x(?:[89a-fA-F][0-9a-fA-F]\\|\{)|[23][0-7][0-7]\\|U000|'[89a-f][0-9a-f]\\|0{0,2}[4-9a-f][0-9a-f]{3} ?\\)",
        r"%(?:u[0-9a-fA-F]{4}|(?:25)?[89a-fA-F][0-9a-fA-F]%[0-9a-fA-F]{2})",
        r"=(?:[89A-Fa-f][0-9A-Fa-f]=[0-9A-Fa-f]{2}|\?[\w-]+\?[BbQq]\?)",
        r"~(?=\{[!-}]{2})",
        r"_(?=x[4-9A-F][0-9A-F]{3}__x)",
        r"u[4-9][0-9a-f]{3}u[4-9f][0-9a-f]{3}u",
    )
)
"""One pattern each, because a search for one character that all begin with costs next to nothing, and one for any of three does not."""
_IN_VALUES: Final = tuple(
    (re.compile(gate.pattern.encode() + rb"[^\"'<>]*+"), signs)
    for gate, signs in zip(_GATES, ((b"\\",), (b"%",), (b"==", b"=??", b"=?_"), (b"~",), (b"___",), (b"",)), strict=True)
)
"""The same in UTF-8, with all up to the end of a value, and what each needs of a page's signs, one or the other."""
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
_SEEN: Final = re.compile(rf"(?<![^\s\"'<>/=\x00])(?:{'|'.join(sorted(READ_ATTRIBUTES))})\s*\Z".encode(), re.I)
"""An attribute that is read, by its whole name: not ?title= in an address."""
_OPENED: Final = re.compile(rb"\s*[\"']?[^\"']*")
_ADDRESSES: Final = (b"href", b" src")
_BORDER: Final = re.compile(rb"[\"'>]|\Z")
_ONE_WORD: Final = re.compile(rb"[!-~]+")
_PERCENT: Final = ord("%")
_WORD: Final = re.compile(r"[!-~]+")
_CODE: Final = re.compile(r"\\+(?:[ux]\{([0-9a-fA-F]{2,6})\}|u([0-9a-fA-F]{4})|U000([0-9a-fA-F]{5}))|_x([0-9A-F]{4})_|u([0-9a-f]{4})|\\([0-9a-f]{6})|\\([0-9a-f]{4,5}) ?")
_FOUR_EACH: Final = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
"""As all but a few are; they are read at once."""
_GBK: Final = re.compile("gb(?:2312|k)", re.I)
_TWICE: Final = re.compile("%(?:25)+(?=[0-9a-fA-F]{2})")
_PLUS: Final = re.compile(r"(?<=[0-9A-Za-z.!~*'()_-])\+(?=[%0-9A-Za-z]|$)")
_SOFT: Final = re.compile(r"= ?\r?\n|= |=(?![0-9A-Fa-f]{2})")
READS: Final = 1.5
WELL: Final = 3.0
"""The same from which a text is GBK beyond doubt. Of our own sentences in GBK the median is 4.5; read as GBK, Japanese in EUC-JP has 1.2 at most, Korean 0, Big5 less."""
SAYS: Final = -1.5
"""Mean log-odds that a text of LONG characters must have: rows of rare names have little more, tables and ranges of codes -2.6 and less."""
_LORE: Final = re.compile(r"编码|編碼|解码|解碼|转义|轉義|Base64|UTF-8(?!\?)|Unicode", re.I)
_QUOTES: Final = ("“”", "‘’", "「」", "『』")
FEW: Final = 6
"""Characters up to which escapes are an example where a line speaks of such things."""
MANY: Final = 32
"""Escapes of a line that tell whether it shows what they stand for."""
LONG: Final = 10
"""Characters from which a line that is a Python literal of bytes is a text that somebody wrote out as one."""
_LITERAL: Final = re.compile(r"""b(['"])([ -~]*)\1""")
SPELLS: Final = -6.0
"""Mean log-probability of letters of Western or Russian words; of the ends of ranges, which patterns hold, it is -8."""
_LETTERS: Final = re.compile("[\u00c0-\u024f\u0400-\u052f]")
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b-\x1f<>&]")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_PAIRS: Final = re.compile("(?:[\ud83c-\ud83e\ud840-\ud888][\udc00-\udfff])+")
"""Emoji and rare Han characters, which two escapes stand for."""
_RANGE: Final = re.compile(r"[\[-]\\|[0-9a-f}][\]-]")
"""A pattern of such characters."""
_MARKS_TWICE: Final = re.compile(rb"[ -%'-;=?-~]+")
_ASCII_CHARS: Final = "".join(map(chr, range(0x80)))
_MARKS: Final = re.compile("[\x00-\x7f«»–—‘’“”„…\xa0]+")


def _characters(row: str) -> str:
    if _FOUR_EACH.fullmatch(row):
        return row.encode().decode("unicode_escape")
    return _CODE.sub(lambda code: chr(min(int(next(filter(None, code.groups())), 16), 0x10FFFF)), row)


def _javascript(row: str) -> str:
    return row.replace("%u", "\\u").replace("%", "\\x").encode().decode("unicode_escape")


def _escaped_bytes(row: str) -> bytes:
    return row.replace("\\'", "\\x").encode().decode("unicode_escape").encode("latin-1")


def _percent(row: str) -> bytes:
    if "%20" not in row and "%2520" not in row:  # else forms write a space as "+"
        row = _PLUS.sub(" ", row.replace("%2B", "+") if "%25" in row else row)
    return unquote_to_bytes(_TWICE.sub("%", row))


def _quoted_printable(row: str) -> bytes:
    return unquote_to_bytes(_SOFT.sub("", row).replace("%", "%25").replace("=", "%"))


def _words_of_mail(row: str) -> str:
    from email.errors import HeaderParseError  # only pages with such words pay for it, 2 MB
    from email.header import decode_header

    try:
        # gb2312 in mail means what it does on pages
        return "".join(data.decode(_GBK.sub("gb18030", charset or "ascii")) for data, charset in decode_header(row) if isinstance(data, bytes))
    except (HeaderParseError, LookupError, ValueError):
        return ""


_KINDS: Final[tuple[tuple[str, str, re.Pattern[str], Callable[[str], str | bytes]], ...]] = (
    ("an encoded word", "=?", re.compile(r"=\?[\w-]+\?[BbQq]\?[!->@-~]+\?=(?:[ \r\n]+=\?[\w-]+\?[BbQq]\?[!->@-~]+\?=)*"), _words_of_mail),
    ("HZ", "~{", re.compile(r"~\{(?:[!-}][!-~])+~\}"), lambda row: row.encode().decode("hz", "ignore")),
    ("Unicode escapes", "\\", re.compile(r"(?:(?<!\\)\\++(?:u[0-9a-fA-F]{4}|[ux]\{[0-9a-fA-F]{2,6}\}|U000[0-9a-fA-F]{5}))+"), _characters),
    ("Unicode escapes", "_x", re.compile(r"(?:_x[0-9A-F]{4}_)+"), _characters),
    ("Unicode escapes", "u", re.compile(r"(?<![\\%])(?:u[0-9a-f]{4})+"), _characters),
    ("style sheets' escapes", "\\", re.compile(r"(?:\\[0-9a-f]{6}|\\[0-9a-f]{4,5} ?)+"), _characters),
    ("byte escapes", "\\", re.compile(r"(?:(?:\\x[89a-fA-F][0-9a-fA-F]|\\[23][0-7]{2}|\\'[89a-f][0-9a-f])(?:\\x[2-7][0-9a-fA-F]|\\\\|[ -\[\]-~]){0,9}){3,}"), _escaped_bytes),
    ("JavaScript escapes", "%u", re.compile(r"%u[0-9a-fA-F]{4}(?:%u[0-9a-fA-F]{4}|%[2-7][0-9A-Fa-f]|[\w.*/@+-]{1,20}(?=%(?:u|[2-7])))*"), _javascript),
    ("percent escapes", "%", re.compile(r"(?:%[2-7][0-9a-fA-F][0-9A-Za-z]{0,9}){0,12}%[89a-fA-F][0-9a-fA-F](?:[!-$&-~]|%(?!u))*"), _percent),
    ("percent escapes", "%", re.compile(r"(?:%(?:25)*[0-9a-fA-F]{2})+"), _percent),
    ("quoted-printable", "=", re.compile(r"=[89A-Fa-f][0-9A-Fa-f](?:[ -~\r\n]*=[89A-Fa-f][0-9A-Fa-f][@-~]?)?"), _quoted_printable),
    ("quoted-printable", "=", re.compile(r"(?:=[0-9A-Fa-f]{2}|= ?\r?\n|= ?(?==[0-9A-Fa-f]{2}))+"), _quoted_printable),
)


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
            if (literal := _LITERAL.fullmatch(line[0])) and (new := _said(_escaped_bytes(literal[2]), "gbk")) and len(_WIDE.findall(new)) >= LONG and _is_text(new, is_formed=False):
                yield from edits(run, line.start(), line.end(), new, Trust.CERTAIN, "a bytes literal")
                continue
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
        or ("\\x" in line and len(_ASCII.findall(line)) * 2 > line.count("\\x"))
        or _BEGUN.match(line) is not None
        or (("'" in line or '"' in line) and _QUOTED.search(line) is not None)
        or ("//" in line and _COMMENT.search(line) is not None)
    )


def _has_escapes(text: str) -> bool:
    return any(gate.search(text) for gate in _GATES)


def _read_places(glance: Glance) -> list[int]:
    """Where escapes stand in what a reader sees, not in an address or another attribute that nobody reads; of those in one value, the first."""
    places: list[int] = []
    utf8 = glance.utf8
    for gate, signs in _IN_VALUES:
        if not any(sign in glance.signs for sign in signs):
            continue
        at = opened = 0
        is_inside = False
        while hit := gate.search(utf8, at):
            start, end = hit.span()
            tag = utf8.rfind(b"<", at, start)
            if tag >= 0:
                opened, is_inside = tag, utf8.find(b">", tag, start) < 0
            elif is_inside:
                is_inside = utf8.find(b">", at, start) < 0
            if is_inside:
                # all up to the end of this value is of one kind
                name = utf8.rfind(b"=", max(opened, at), start)
                is_seen = name >= 0 and utf8[name - 4 : name] not in _ADDRESSES and _SEEN.search(utf8, max(opened, name - 20), name)
                if is_seen and _OPENED.fullmatch(utf8, name + 1, start) and not (utf8[start] == _PERCENT and _is_in_address(utf8, opened, start, end)):
                    places.append(start)
                if utf8[end : end + 1] == b"<" and (border := _BORDER.search(utf8, end)):
                    end = border.start()
                at = end
            else:
                places.append(start)
                at = utf8.find(b"<", start)
                if at < 0:
                    break
    return glance.in_text(sorted(places))


def _is_in_address(utf8: bytes, opened: int, start: int, end: int) -> bool:
    """Whether the value of an attribute that goes on to `end` is one address, which begins before the escapes in it."""
    value = max(utf8.rfind(b'"', opened, start), utf8.rfind(b"'", opened, start)) + 1
    return utf8.find(b"://", value, start) >= 0 and _ONE_WORD.fullmatch(utf8, value, end) is not None


def _rows(line: str) -> Iterator[tuple[int, int, str, str]]:
    taken = bytearray(len(line))
    if "%" in line and any(map(line.__contains__, ":/.=")):
        for word in _WORD.finditer(line):
            if _is_address(word[0]):
                taken[word.start() : word.end()] = b"\1" * len(word[0])
    for why, sign, pattern, read in _KINDS:
        if sign not in line:
            continue
        rows: list[tuple[int, int, str | bytes]] = []
        others: list[tuple[int, int, str | bytes]] = []
        for row in pattern.finditer(line):
            if taken.find(1, row.start(), row.end()) < 0:
                (others if _is_beside(line, row) else rows).append((row.start(), row.end(), read(row[0])))
        if not rows:
            continue
        legacy = b" ".join([said for _, _, said in rows if isinstance(said, bytes) and not said.isascii() and not is_utf8(said)])
        encoding = _legacy(legacy) if legacy else "gbk"
        found = [(start, end, new) for start, end, said in rows if (new := _said(said, encoding, bool(legacy)))]
        if not found or _is_shown(line, found):
            continue
        whole = "".join(new for _, _, new in found)
        is_formed = all(isinstance(said, bytes) for *_, said in rows) and not legacy
        is_paired = all(isinstance(said, str) and _PAIRS.fullmatch(said) for *_, said in rows) and not _RANGE.search(line)
        if not ((is_paired or _is_text(whole, is_formed) or _is_misread(_resolved(line, found))) and not (len(whole) < FEW and _LORE.search(line))):
            continue
        found += [(start, end, new) for start, end, said in others if (new := _said(said, encoding))]
        if any("%25" in line[start:end] for start, end, _ in found):
            found += [(start, end, said.decode()) for start, end, said in (*rows, *others) if isinstance(said, bytes) and _MARKS_TWICE.fullmatch(said)]
        for start, end, new in sorted(found):
            taken[start:end] = b"\1" * (end - start)
            yield start, end, new, why


def _is_beside(line: str, row: re.Match[str]) -> bool:
    """Whether escapes are only read where others of their line are: behind a quote they may be a string of source code, behind a letter a name."""
    before = line[row.start() - 1 : row.start()]
    return before in ("'", '"', "`") or (row[0][0] == "u" and before.isalpha())


def _is_shown(line: str, found: list[tuple[int, int, str]]) -> bool:
    """Whether a line shows what escapes stand for beside them, as tables of codes do, or speaks of them, each of one character in quotes of its own."""
    rest = _resolved(line, [(start, end, "") for start, end, _ in found])
    first = found[:MANY]
    return sum(new in rest or (len(new) == 1 and line[start - 1 : start] + line[end : end + 1] in _QUOTES) for start, end, new in first) * 2 >= len(first)


def _resolved(line: str, found: list[tuple[int, int, str]]) -> str:
    """A line with what its escapes stand for."""
    out, at = [], 0
    for start, end, new in found:
        out += [line[at:start], new]
        at = end
    return "".join([*out, line[at:]])


def _is_misread(text: str) -> bool:
    """Whether a text reads when a misreading is undone; bytes may have been lost."""
    text = text.strip(_ASCII_CHARS)
    peeled = peel(text, (*WESTERN, *EAST_ASIAN))
    return (peeled is not None and is_better(text, peeled[0], peeled[1][-1])) or is_misread_again(text)


def _legacy(data: bytes) -> str:
    """The two-byte encoding of bytes that are no UTF-8. What reads so well in GBK is nothing else, and to rate all others takes ten times as long."""
    if (read := from_bytes(data, "gbk")) and len(_WIDE.findall(read)) >= LONG and fluency(read) > WELL:
        return "gbk"
    name = choose(data, (), "utf-8")
    return name if name in LEGACY and name != "gb18030" else "gbk"


def _is_text(whole: str, is_formed: bool) -> bool:
    """Whether all that some escapes stand for is written text. Several characters of UTF-8 are, whatever they say; of others, what follows one another tells."""
    wide = len(_WIDE.findall(whole))
    if wide >= 2 and not _PRIVATE.search(whole) and ((is_formed and wide >= FEW) or fluency(whole) > (READS if wide < LONG else SAYS)):
        return True
    letters = "".join(_LETTERS.findall(whole))
    return len(letters) >= 3 and len(letters) == len(_MARKS.sub("", whole)) and score(letters, ("latin", "ru")) > SPELLS * len(letters)


def _is_address(word: str) -> bool:
    """Whether a word is an address. Where text in escapes goes before a host, it is text that names an address."""
    found = _ADDRESS.search(word)
    return found is not None and ((found[0] != "://" and found[0][0] != ".") or not _TEXT.search(word, 0, found.start()))


def _said(said: str | bytes, legacy: str, is_legacy: bool = False) -> str:
    """What was escaped, as text; "" where it is none. `is_legacy`: other bytes of the line are, so only the form of longer characters tells of UTF-8."""
    if isinstance(said, bytes):
        if said.isascii():  # a soft line break is no text of its own
            return ""
        read = from_bytes(said, "utf-8")
        if is_legacy and read is not None and not _WIDE.search(read):  # 通讯员 in GBK is ͨѶԱ in UTF-8
            read = from_bytes(said, legacy)
        new = read if read is not None else from_bytes(said, legacy) or ""
    else:
        data = to_bytes(said, "latin") if not said.isascii() else None
        new = (from_bytes(data, "utf-8") if data is not None else None) or said  # bytes of UTF-8 that were escaped one by one
    gone = new.count("\ufffd")  # marks that were escaped are text; halves of surrogate pairs are none
    new = new.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return new if new.count("\ufffd") == gone and not _NO_TEXT.search(new) else ""
