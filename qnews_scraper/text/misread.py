"""Misreadings undone without loss: text whose bytes were read in the wrong encoding, one to three times over.

A misreading is a pair: what the text was read as, and what its bytes truly were. To undo it, write the text in the
one and read it in the other. Browsers' and Windows's tables are used, not Python's, because they made the damage.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import compress, groupby, islice, pairwise, product
from operator import itemgetter, ne
from sys import intern
from typing import Final, NamedTuple

from qnews_scraper.text.cells import NONE, all_pairs, read_pairs
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.encode import Encoder
from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.utf8 import HALVES, is_utf8

FIVE: Final = b"\x81\x8d\x8f\x90\x9d"
"""Bytes that windows-1252 leaves undefined: browsers keep them as controls, other software drops or replaces them."""
_CP1252: Final = {bytes((b,)).decode("cp1252"): bytes((b,)) for b in range(0x80, 0xA0) if b not in FIVE}
LATIN: Final = _CP1252 | {chr(b): bytes((b,)) for b in range(0x80, 0x100)}
"""Characters beyond ASCII of Latin-1 and windows-1252, mixed as software mixes them, with their bytes."""


class Misreading(NamedTuple):
    """Bytes that were `true`, read as `served`."""

    served: str
    true: str

    def __str__(self) -> str:
        return f"{_SPOKEN.get(self.true, self.true)} read as {_SPOKEN.get(self.served, self.served)}"


_SPOKEN: Final = {"utf-8": "UTF-8", "gbk": "GBK", "big5": "Big5", "shift_jis": "Shift-JIS", "euc-kr": "EUC-KR", "euc-jp": "EUC-JP", "latin": "Latin-1"}

EAST_ASIAN: Final = (
    Misreading("gbk", "utf-8"),
    Misreading("gbk", "big5"),
    Misreading("gbk", "shift_jis"),
    Misreading("gbk", "euc-kr"),
    Misreading("big5", "gbk"),
    Misreading("big5", "utf-8"),
    Misreading("shift_jis", "gbk"),
    Misreading("shift_jis", "utf-8"),
    Misreading("euc-kr", "gbk"),
    Misreading("euc-kr", "utf-8"),
    Misreading("gbk", "euc-jp"),
    Misreading("big5", "shift_jis"),
    Misreading("big5", "euc-kr"),
    Misreading("euc-jp", "gbk"),
    Misreading("shift_jis", "big5"),
    Misreading("shift_jis", "euc-jp"),
)
"""In the order in which they are met on Chinese pages."""
WESTERN: Final = (
    Misreading("latin", "utf-8"),
    Misreading("latin", "gbk"),
    Misreading("latin", "big5"),
    Misreading("latin", "euc-kr"),
    Misreading("latin", "shift_jis"),
    Misreading("latin", "euc-jp"),
)


@cache
def pairs(name: str) -> dict[bytes, str]:
    """The pairs of an encoding that stand for a character."""
    return codec(name).pairs


_TRAILS: Final = {"big5": bytes((*range(0x40, 0x7F), *range(0xA1, 0xFF))), "euc-kr": bytes(range(0xA1, 0xFF))}


def _own(served: str, *rows: tuple[int, int, int]) -> dict[str, bytes]:
    """The pairs that Windows leaves to its users, in private use from each first character on: character, first lead byte, last one."""
    found: dict[str, bytes] = {}
    for char, first, last in rows:
        codes = [bytes((lead, trail)) for lead in range(first, last + 1) for trail in _TRAILS[served]]
        found |= {chr(char + i): code for i, code in enumerate(codes[63 if first == 0xC6 else 0 :])}
    return found


_OLDER: Final[dict[str, dict[str, bytes]]] = {
    # where software older than GB 18030-2005 and -2022 puts pairs that have characters of their own since
    "gbk": {chr(c): b for c in range(0xE000, 0xF900) if len(b := chr(c).encode("gb18030")) == 2}
    | {"\ue76c": b"\xa2\xe3", "\ue7c8": b"\xa8\xbf"}
    | {chr(0xE7E7 + i): bytes((0xA9, 0x89 + i)) for i in range(13)}
    | {chr(0xE815 + i): bytes((0xFE, 0x50 + i + (i > 46))) for i in range(80)},
    # bytes that Windows reads as private-use characters and browsers as errors
    "shift_jis": {"\uf8f0": b"\xa0", "\uf8f1": b"\xfd", "\uf8f2": b"\xfe", "\uf8f3": b"\xff"},
    "big5": _own("big5", (0xE000, 0xFA, 0xFE), (0xE311, 0x8E, 0xA0), (0xEEB8, 0x81, 0x8D), (0xF6B1, 0xC6, 0xC8)),
    "euc-kr": _own("euc-kr", (0xE000, 0xC9, 0xC9), (0xE05E, 0xFE, 0xFE)),
}

DEFAULT: Final = {"shift_jis": "・"}
"""What Windows puts for two bytes that it cannot read, where that is no "?"; the bytes that it is read from, 81 45, are in no text."""

_PYTHON: Final = {"gbk": "gbk", "big5": "big5", "shift_jis": "cp932", "euc-kr": "cp949", "euc-jp": "euc_jp"}
STRICT: Final = {"shift_jis": "shift_jis", "euc-kr": "euc_kr"}
"""Python's codecs that know no more than the standard has, where others know what Microsoft added: of EUC-KR three quarters of all Hangul."""


@cache
def python_pairs(served: str, is_strict: bool = False) -> tuple[dict[bytes, str], dict[str, bytes]]:
    """The pairs that Python's codec knows, and back. Kana stand at C6 A1 in its Big5 and at C6 E7 in that of browsers."""
    known = {code: intern(char) for code, char in _in_python(served, all_pairs(), is_strict)}
    return known, {char: code for code, char in known.items()}


def _in_python(served: str, codes: Iterable[bytes], is_strict: bool = False) -> Iterator[tuple[bytes, str]]:
    for _, row in groupby(codes, itemgetter(0)):  # all at once take megabytes
        known = [code for code in row if 0x40 <= code[1] < 0xFF]
        # a line end brings the codec back in step after a pair that it does not know, at a tenth of the cost of asking for each
        chars = b"\n".join(known).decode((STRICT if is_strict else _PYTHON)[served], "replace").split("\n")
        yield from ((code, char) for code, char in zip(known, chars, strict=True) if len(char) == 1 and char != "\ufffd")


@cache
def python_singles(served: str, is_strict: bool = False) -> bytes:
    """The bytes beyond ASCII that are a character by themselves to Python's codec."""
    codec = (STRICT if is_strict else _PYTHON)[served]
    return bytes(b for b in range(0x80, 0x100) if bytes((b,)).decode(codec, "ignore"))


@cache
def in_python(served: str) -> dict[str, bytes]:
    """Characters that only Python reads from a pair, with the pair."""
    if served not in ("big5", "shift_jis", "euc-jp"):
        return {}
    trails = bytes(range(0x40, 0xFF))
    own = codec(served).cells_by(trails)
    found = read_pairs(_PYTHON[served], trails)
    other = compress(range(len(found)), map(ne, found, own))
    return {found[at]: bytes((0x81 + at // len(trails), trails[at % len(trails)])) for at in other if found[at] != NONE}


@cache
def written(served: str) -> dict[str, bytes]:
    """Character -> bytes of an encoding, for its characters beyond ASCII."""
    if served == "latin":
        return LATIN
    table = codec(served)
    found = {c: b for c, b in table.all_codes.items() if len(c) == 1 and c > "\x7f"} | {c: bytes((b,)) for b, c in table.singles.items()}
    found.pop(DEFAULT.get(served, ""), None)
    return in_python(served) | _OLDER.get(served, {}) | found


@cache
def encoder(served: str) -> Encoder:
    """Writes what was read as text."""
    if served == "latin":
        return Encoder(served, LATIN.get, "latin-1", re.compile("[\u0100-\U0010ffff]"))
    known = codec(served).python
    if known and (default := DEFAULT.get(served)):
        known = known[0], re.compile(f"{known[1].pattern}|{default}")
    return Encoder(f"{served} as served", partial(_code, served), *known)


def _code(served: str, char: str) -> bytes | None:
    """As in `written`, without a table of all."""
    if char == DEFAULT.get(served):
        return None
    if code := codec(served).encode_char(char) or _OLDER.get(served, {}).get(char):
        return code
    return in_python(served).get(char) if char.encode(_PYTHON[served], "ignore") else None


@cache
def open_in(served: str) -> re.Pattern[str] | None:
    """The characters that may have been read from other bytes than Python's codec writes; None where any may."""
    if served == "latin" or not (known := codec(served).python):
        return None
    twice = set(codec(served).repeated).union(codec(served).singles.values())
    if served == "big5":
        twice.update(char for _, char in _in_python(served, (bytes((lead, trail)) for lead in b"\xc6\xc7\xc8" for trail in _TRAILS[served])))
    return re.compile(f"{known[1].pattern}|[\ue000-\uf8ff{re.escape(''.join(twice))}]")


@cache
def _several(served: str) -> re.Pattern[str] | None:
    """A character that several byte sequences are read as, if there is any."""
    return re.compile(f"[{re.escape(''.join(ambiguous(served)))}]") if ambiguous(served) else None


@cache
def unambiguous(served: str) -> dict[str, bytes]:
    """The characters, ASCII included, that one byte sequence alone of an encoding is read as, with it."""
    twice = ambiguous(served)
    return {chr(b): bytes((b,)) for b in range(0x80)} | {c: b for c, b in written(served).items() if c not in twice}


@cache
def ambiguous(served: str) -> dict[str, tuple[bytes, ...]]:
    """Characters that two or more byte sequences of an encoding are read as, with those: NEC's and IBM's rows in Shift-JIS, kana in Big5."""
    if served == "latin":
        return {}
    table = codec(served)
    found: dict[str, list[bytes]] = {char: [] for char in table.repeated.union(table.singles.values(), in_python(served))}
    for at, char in enumerate(table.cells):
        if char in found:
            found[char].append(table.pair_at(at))
    for byte, char in table.singles.items():
        found[char].append(bytes((byte,)))
    for char, code in in_python(served).items():
        found[char].append(code)
    return {char: tuple(codes) for char, codes in found.items() if len(codes) > 1}


@lru_cache(8)
def to_bytes(text: str, served: str) -> bytes | None:
    """The bytes that were read as `text`; None where it holds a character that reading cannot give, or gives for several.

    Remembered for the last few, since one text is tried with all that its bytes may have been.
    """
    data = encoder(served).encode(text)
    if data is None or not ((found := open_in(served)) is None or found.search(text)):
        return data
    several = _several(served)
    return None if several and several.search(text) else data


def from_bytes(data: bytes, true: str) -> str | None:
    """What bytes say in their own encoding; None where they are malformed in it."""
    if true == "utf-8":
        try:
            return data.decode()
        except UnicodeDecodeError:
            # halves of surrogate pairs, each written as a character of its own: Oracle's "UTF8" and Java's modified UTF-8
            return data.decode("utf-8", "surrogatepass") if HALVES.search(data) and is_utf8(HALVES.sub(b"", data)) else None
    return codec(true).decode_sound(data)


def undo(text: str, how: Misreading) -> str | None:
    """`text` with one misreading undone, None where it cannot have been one or nothing would change."""
    data = proof(text, how)
    found = from_bytes(data, how.true) if data is not None else None
    return None if found is None or found == text or "\x00" in found else found


TWO_WAYS: Final = 4
"""Characters of several byte sequences that one text is tried with, all ways of each."""


@lru_cache(8)
def proof(text: str, how: Misreading) -> bytes | None:
    """The only bytes that were read as `text` and are well-formed in their own encoding; None where there are none, or several.

    Two-byte encodings have next to no form, so there a character of several byte sequences leaves it open.
    """
    pieces = border.split(text) if how.true == "utf-8" and (border := open_in(how.served)) else []
    if len(pieces) > 1 and not all(_FORMED.fullmatch(encoder(how.served).encode_as(piece, b"\xff")) for piece in pieces):
        return None
    data = to_bytes(text, how.served)
    if data is not None or how.true != "utf-8":
        return data
    several, char = ambiguous(how.served), _several(how.served)
    open_ = [found.start() for found in islice(char.finditer(text), TWO_WAYS + 1)] if char else []
    if not open_ or len(open_) > TWO_WAYS:
        return None
    between = [to_bytes(text[a + 1 : b], how.served) for a, b in pairwise((-1, *open_, len(text)))]
    if None in between:
        return None
    first, *rest = (piece for piece in between if piece is not None)
    ways = (first + b"".join(code + piece for code, piece in zip(codes, rest, strict=True)) for codes in product(*(several[text[i]] for i in open_)))
    formed = [data for data in ways if from_bytes(data, how.true) is not None]
    return formed[0] if len(formed) == 1 else None


_FORMED: Final = re.compile(
    rb"[\x80-\xbf]{0,3}+(?:[\x00-\x7f]++|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*+"
    rb"(?:[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})?"
)
"""A stretch of UTF-8, which may begin and end in the midst of a character: what stands between characters whose bytes are open. To ask takes no table."""


def redo(text: str, how: Misreading) -> bytes | None:
    """The bytes of a repaired text: equal to those of the served one when the repair is proven."""
    if how.true == "utf-8":
        return text.encode("utf-8", "surrogatepass")
    data = codec(how.true).encode(text)
    return codec("gb18030").encode(text) if data is None and how.true == "gbk" else data  # what calls itself GBK may have its characters of four bytes


READS: Final = 2.0
"""Mean log-odds from which a text reads as written."""


READS_IN: Final = {"shift_jis": 1.4, "euc-jp": 1.4, "euc-kr": 1.6}
"""The same of Japanese, which kana make up half of, and of Korean."""
PLAIN: Final = {"utf-8": 3.0, "gbk": 3.0, "big5": 3.0}
"""The same where what gives it gave other text of the page too. Kana and Hangul read no better than others, and no misreading makes rows of them."""
FORMED: Final = 0.5
"""The same where the bytes have a form that other text never has by chance."""
_EAST: Final = re.compile("[\u2e80-\uffff]")
_LETTER: Final = "[\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3]"
_LISTED: Final = re.compile(f"(?:[\x00-\x7f\u00b7\u2014\u2018-\u201d\u2026\u3000-\u303f\uff01-\uff5e]*{_LETTER}){{6}}[\x00-\x7f\u00b7\u2014\u2018-\u201d\u2026\u3000-\u30fe\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e]*")
"""East Asian letters and marks and nothing else, of which letters of the West make no UTF-8: lists of fishes and of names read like nothing."""
_WIDE: Final = re.compile("[\u0800-\uffff](?:[^\u0800-\uffff]*[\u0800-\uffff]){3}")


def is_formed(text: str, how: Misreading) -> bool:
    """Whether all that was read back was UTF-8, with four or more characters of three bytes in it."""
    return how.true == "utf-8" and _WIDE.search(text) is not None


def peel(text: str, hows: tuple[Misreading, ...], depth: int = 3) -> tuple[str, tuple[Misreading, ...]] | None:
    """The text under one to `depth` lossless misreadings, and which, outermost first; None where nothing readable is found."""
    best: tuple[float, str, tuple[Misreading, ...]] | None = None
    for how in hows:
        found = undo(text, how)
        if found is None or redo(found, how) != proof(text, how):
            continue
        score, formed = fluency(found), is_formed(found, how)
        if formed and (score >= READS or (how.served == "latin" and _LISTED.fullmatch(found))):
            return found, (how,)
        if score >= (FORMED if formed else READS_IN.get(how.true, READS)) and (best is None or score > best[0]):
            best = (score, found, (how,))
        elif depth > 1 and how.true == "utf-8" and best is None:
            # letters of other alphabets alone are what was written: GBK and Big5 have them too
            deeper = peel(found, (*EAST_ASIAN, *WESTERN) if _EAST.search(found) else WESTERN, depth - 1)
            if deeper:
                best = (fluency(deeper[0]), deeper[0], (how, *deeper[1]))
    return (best[1], best[2]) if best else None


def peel_as(text: str, hows: tuple[Misreading, ...]) -> str | None:
    """The text under these lossless misreadings, outermost first; None where another reading than what they give may be the better one."""
    new = text
    for how in hows:
        found = undo(new, how)
        if found is None or redo(found, how) != proof(new, how):
            return None
        new = found
    return new if fluency(new) >= PLAIN.get(hows[-1].true, READS) else None
