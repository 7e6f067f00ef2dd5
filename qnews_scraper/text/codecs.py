"""Legacy two-byte encodings as browsers and as Windows read them, in both directions, with positions kept.

Damage was made by browsers and by Windows, so it is inverted by their tables, not by Python's: Python's gbk refuses the
UTF-8 bytes of 22% of two-character pairs, and both its codecs a lone 0x80. Malformed input follows the Encoding Standard
("whatwg": U+FFFD, an ASCII trail byte is kept) or MultiByteToWideChar ("windows": "?" for lead and trail together).

`encode` is the exact inverse of `decode`: what it gives decodes to the same text again. So it knows the Hong Kong
characters that a browser's Big5 encoder refuses, and refuses the private-use characters that GB 18030-2022 moved away from.
"""

import codecs
import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import accumulate, compress, islice
from operator import eq
from typing import Final, Literal

from qnews_scraper.tables.codec_indexes import INDEXES
from qnews_scraper.text.cells import BIG5_TWO, NONE, cells_of, pairs_of
from qnews_scraper.text.encode import BEYOND, PYTHON, Encoder

Style = Literal["whatwg", "windows"]

NAMES: Final = ("gb18030", "gbk", "big5", "shift_jis", "euc-kr", "euc-jp", "windows-936", "windows-949", "windows-950", "windows-932")
"""What `codec` knows; the last four are Windows's code pages, also called cp936 and so on."""

_HALFWIDTH: Final = {b: chr(0xFEC0 + b) for b in range(0xA1, 0xE0)}
# Bytes above 7F that stand alone. Windows maps what its code page leaves open to the end of the private use area.
_SINGLES: Final[dict[str, dict[int, str]]] = {
    "gb18030": {0x80: "€"},
    "shift_jis": {0x80: "\x80", **_HALFWIDTH},
    "windows-936": {0x80: "€", 0xFF: "\uf8f5"},
    "windows-949": {0x80: "\x80", 0xFF: "\uf8f7"},
    "windows-950": {0x80: "\x80", 0xFF: "\uf8f8"},
    "windows-932": {0x80: "\x80", 0xA0: "\uf8f0", **_HALFWIDTH, 0xFD: "\uf8f1", 0xFE: "\uf8f2", 0xFF: "\uf8f3"},
}
# Python's codec to decode with; where it reads a pair otherwise than the table, its character -> ours. A character of the second
# string may stand for either reading, so the table is asked. Python's gbk knows no pair that has moved since, and refuses the rest.
_PYTHON: Final[dict[str, tuple[str, dict[str, str], str]]] = {
    "gb18030": ("gbk", {}, ""),
    "big5": ("big5hkscs", dict(zip("•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡", strict=True)), "／＼"),
    "shift_jis": ("cp932", dict.fromkeys("\uf8f0\uf8f1\uf8f2\uf8f3", "\ufffd"), ""),
    "euc-kr": ("cp949", {}, ""),
    "euc-jp": ("euc_jp", dict(zip("〜‖−¢£¬", "～∥－￠￡￢", strict=True)), "~"),
    "windows-936": ("gbk", {}, ""),
    "windows-949": ("cp949", {}, ""),
    "windows-932": ("cp932", {}, ""),
}
_FOUR = re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]")
_FOURS = re.compile(rb"(?:[\x81-\x83\x90-\xe2][0-9][\x81-\xfe][0-9][\x00-\x7f]*)+")
"""Four-byte characters that all exist, and the ASCII between them."""
_ASCII = re.compile(rb"[\x00-\x7f]+")
_REFUSED: Final = "\ufffd\ufffd"
"""What stands for malformed bytes where none are wanted."""
_ASCII_BYTES: Final = {chr(b): bytes((b,)) for b in range(0x80)}
# U+E7C7 had its place in the four-byte plane swapped with U+1E3F in 2005; Python's codec has not followed.
_E7C7 = b"\x81\x35\xf4\x37"


class Codec:
    """One legacy encoding. Tables are made when first needed (some 5 ms); clean text is decoded without them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.index = {"gbk": "gb18030", "windows-932": "shift_jis"}.get(name, name)
        self.style: Style = "windows" if name.startswith("windows") else "whatwg"
        self.singles = _SINGLES.get("gb18030" if name == "gbk" else name, {})
        self._has_four = name in ("gb18030", "gbk")
        self._python, moved, self._doubtful = _PYTHON.get("gb18030" if name == "gbk" else name, ("", {}, ""))
        self._moved = moved
        self._watched = frozenset(moved).union(self._doubtful)
        self._handlers: dict[tuple[str, str], str] = {}

    def __repr__(self) -> str:
        return f"codec({self.name!r})"

    @cached_property
    def pairs(self) -> dict[bytes, str]:
        """What pairs stand for, in the order of pointers; a pair that stands for nothing is left out. Big5 has four that stand for two characters."""
        return pairs_of(self.index)

    @property
    def all_codes(self) -> dict[str, bytes]:
        """The bytes of each character; where several pairs stand for one, the pair that encoders choose."""
        keys, cells = list(self.pairs)[::-1], list(self.pairs.values())[::-1]
        found = dict(zip(cells, keys, strict=True))
        if self.index == "shift_jis":  # NEC's selection of IBM's characters repeats what stands elsewhere
            found = {cell: key for key, cell in zip(keys, cells, strict=True) if key[0] not in (0xED, 0xEE)}
        if self.index == "big5":  # the standard's encoder: Hong Kong's additions last, and these six from the higher of their two places
            found |= {cell: key for key, cell in zip(keys, cells, strict=True) if key >= b"\xa1@"}
            found |= {cell: key for key, cell in self.pairs.items() if cell in "═╞╡╪十卅"}
        return found | self._alone | _ASCII_BYTES

    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder(self.name, self._code, *self.python)

    @cached_property
    def python(self) -> tuple[str, re.Pattern[str]] | tuple[()]:
        """Python's codec that writes all characters as this one does, but for those that match; () where none is near enough."""
        if self.name not in PYTHON:
            return ()
        found = self._differing().union(self.repeated, BEYOND, self.singles.values())
        otherwise = (char for char in found if (code := char.encode(PYTHON[self.name], "ignore")) and code != self._code(char))
        return PYTHON[self.name], re.compile("|".join(map(re.escape, otherwise)) or "(?!)")

    def encode_char(self, char: str) -> bytes | None:
        """The bytes of one character; None where the encoding has none."""
        return self._encoder.code(char)

    def _code(self, char: str) -> bytes | None:
        """The same, found without a table of all."""
        if char < "\x80" and len(char) == 1:
            return char.encode()
        if single := self._alone.get(char):
            return single
        if len(char) == 1 and (code := self._chosen(char)):
            return code
        if self.index == "big5":
            return next((code for code, both in BIG5_TWO.items() if both == char), None)
        if self.name == "gb18030" and len(char) == 1:
            if char == "\ue7c7":
                return _E7C7
            code = char.encode("gb18030", "ignore")
            return code if len(code) == 4 else None
        return None

    @cached_property
    def _alone(self) -> dict[str, bytes]:
        return {char: bytes((byte,)) for byte, char in self.singles.items() if not (self.name == "gb18030" and char == "€")}

    def decode_pair(self, lead: int, trail: int) -> str | None:
        """What two bytes stand for; None where they are no pair."""
        at = INDEXES[self.index].trails.find(trail)
        if at < 0 or not 0x81 <= lead <= 0xFE:
            return None
        cell = self.cells[(lead - 0x81) * len(INDEXES[self.index].trails) + at]
        return cell if cell != NONE else BIG5_TWO.get(bytes((lead, trail))) if self.index == "big5" else None

    @property
    def cells(self) -> str:
        """What all pairs stand for, in the order of pointers, NONE where for nothing or two characters. It takes a hundredth of `pairs`' memory."""
        return cells_of(self.index)

    def cells_by(self, trails: bytes) -> str:
        """The cells of all pairs with these second bytes, by their first byte and then by their second one, NONE where a second byte is none."""
        columns = [self.ended_by(trail) or NONE * 126 for trail in trails]
        return "".join(map("".join, zip(*columns, strict=True)))

    def begun_by(self, lead: int) -> str:
        """The cells of the pairs with this first byte, in 81 to FE."""
        count = len(INDEXES[self.index].trails)
        return self.cells[(lead - 0x81) * count : (lead - 0x80) * count]

    def ended_by(self, trail: int) -> str:
        """The cells of the pairs with this second byte."""
        trails = INDEXES[self.index].trails
        return self.cells[trails.index(trail) :: len(trails)] if trail in trails else ""

    def _chosen(self, char: str) -> bytes | None:
        """Of the pairs of a character the one that encoders write; None where it has none."""
        at = self.cells.find(char)
        if at < 0 or char == NONE:
            return None
        if self.index == "big5":  # Hong Kong's additions come last, and these six are written with the higher of their two pairs
            later = self.cells.find(char, self._pointer(0xA140)) if char not in "═╞╡╪十卅" else self.cells.rfind(char)
            at = at if later < 0 else later
        elif self.index == "shift_jis" and self._pointer(0xED40) <= at < self._pointer(0xEF40):  # NEC's selection repeats what stands behind
            at = self.cells.rfind(char)
        return self.pair_at(at)

    def _pointer(self, code: int) -> int:
        trails = INDEXES[self.index].trails
        return ((code >> 8) - 0x81) * len(trails) + trails.index(code & 0xFF)

    def pair_at(self, pointer: int) -> bytes:
        """The pair of a cell."""
        lead, trail = divmod(pointer, len(INDEXES[self.index].trails))
        return bytes((0x81 + lead, INDEXES[self.index].trails[trail]))

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The characters that several pairs stand for."""
        codes = sorted(memoryview(self.cells.encode("utf-32-le")).cast("I"))  # numbers take a third of what characters do
        return frozenset(map(chr, set(compress(codes, map(eq, codes, islice(codes, 1, None)))))) - {NONE}

    def _differing(self) -> set[str]:
        """The characters at pairs that Python's codec reads otherwise, as either has them."""
        found: set[str] = set()
        for first, run in INDEXES[self.index].runs.items():
            for at in range(self._pointer(first), self._pointer(first) + len(run)):
                found.update(self.cells[at], self.pair_at(at).decode(INDEXES[self.index].python, "ignore"))
        return found - {NONE}

    def encode(self, text: str) -> bytes | None:
        """`text` as bytes; None where a character has none."""
        data = self._encoder.encode(text)
        if data is None and (pieces := self._pieces(text)) is not None:
            data = b"".join(pieces)
        return data

    def encode_at(self, text: str) -> tuple[bytes, list[int]] | None:
        """`text` as bytes, and for each character the offset of its first byte (and the length at the end); None like `encode`."""
        pieces = self._pieces(text)
        return None if pieces is None else (b"".join(pieces), list(accumulate(map(len, pieces), initial=0)))

    def _pieces(self, text: str) -> list[bytes] | None:
        """The bytes of each character; the second of two that one pair stands for has none."""
        known = self._encoder.code
        pieces: list[bytes] = []
        for i, char in enumerate(text):
            piece = known(char)
            if piece is None:
                both = known(text[i - 1 : i + 1]) if i else None
                if both is None:
                    return None
                pieces[-1], piece = both, b""
            pieces.append(piece)
        return pieces

    def decode(self, data: bytes, replacement: str | None = None, style: Style | None = None) -> str:
        """`data` as text. Malformed bytes become `replacement` by the rules of `style`: the codec's own, and U+FFFD or "?", unless given."""
        style, replacement = self._manner(replacement, style)
        if not self._python:
            return self._by_table(data, style, replacement)
        text = data.decode(self._python, self._handler(replacement, style))
        if len(text) < 64 and self._watched.isdisjoint(text):
            return text
        if any(char in text for char in self._doubtful):
            return self._by_table(data, style, replacement)
        for old, new in self._moved.items():
            if old in text:
                text = text.replace(old, replacement if new == "\ufffd" else new)
        return text

    def decode_sound(self, data: bytes) -> str | None:
        """`data` as text; None where any of it is malformed, which is told at the first such place."""
        try:
            text = self.decode(data, _REFUSED)
        except UnicodeDecodeError:
            return None
        return None if "\ufffd" in text else text

    def decode_at(self, data: bytes, replacement: str | None = None, style: Style | None = None) -> tuple[str, list[int]]:
        """`decode`, and for each character the offset of the first byte it was read from (and the length at the end)."""
        pieces: list[str] = []
        starts: list[int] = []
        at = 0
        for piece, length in self._walk(data, *self._manner(replacement, style)):
            pieces.append(piece)
            starts.extend(range(at, at + length) if len(piece) == length and piece.isascii() else (at,) * len(piece))
            at += length
        starts.append(at)
        return "".join(pieces), starts

    def _manner(self, replacement: str | None, style: Style | None) -> tuple[Style, str]:
        style = style or self.style
        return style, ("\ufffd" if style == "whatwg" else "?") if replacement is None else replacement

    def _by_table(self, data: bytes, style: Style, replacement: str) -> str:
        return "".join([piece for piece, _ in self._walk(data, style, replacement)])

    def _walk(self, data: bytes, style: Style, replacement: str) -> Iterator[tuple[str, int]]:
        """What stands in `data`, piece by piece, and how many bytes each took; a piece is one character or a run of ASCII."""
        pairs, at, end = self.pairs, 0, len(data)
        while at < end:
            byte = data[at]
            if byte < 0x80:
                found = _ASCII.match(data, at)
                assert found is not None
                yield found[0].decode("ascii"), found.end() - at
                at = found.end()
                continue
            piece, length = pairs.get(data[at : at + 2]), 2
            if not piece:
                piece, length = self._odd(data, at, style, replacement)
            yield piece, length
            at += length

    def _odd(self, data: bytes, at: int, style: Style, replacement: str) -> tuple[str, int]:
        """What stands at a byte above 7F where no pair begins, and its length."""
        lead = data[at]
        if lead in self.singles:
            return self.singles[lead], 1
        rest = len(data) - at
        if self._has_four and 0x81 <= lead <= 0xFE and rest > 1 and 0x30 <= data[at + 1] <= 0x39:
            if found := _FOUR.match(data, at):
                char = "\ue7c7" if found[0] == _E7C7 else found[0].decode("gb18030", "replace")
                return replacement if "\ufffd" in char else char, 4
            if rest < 4 and (rest == 2 or 0x81 <= data[at + 2] <= 0xFE):
                return replacement, rest
            return replacement, 1 if style == "whatwg" else 2
        if self.index == "euc-jp":
            if lead == 0x8E and rest > 1 and 0xA1 <= data[at + 1] <= 0xDF:
                return _HALFWIDTH[data[at + 1]], 2
            if lead == 0x8F and rest > 1 and 0xA1 <= data[at + 1] <= 0xFE:
                if rest == 2:
                    return replacement, 2
                three = "～" if data[at : at + 3] == b"\x8f\xa2\xb7" else data[at : at + 3].decode("euc_jp", "replace")
                return (three, 3) if len(three) == 1 and three != "\ufffd" else (replacement, 2 if data[at + 2] < 0x80 else 3)
            is_lead = lead in (0x8E, 0x8F) or 0xA1 <= lead <= 0xFE
        elif self.index == "shift_jis":
            is_lead = 0x81 <= lead <= 0x9F or 0xE0 <= lead <= 0xFC
        else:
            is_lead = 0x81 <= lead <= 0xFE
        if not is_lead or rest == 1:
            return replacement, 1
        return replacement, 1 if style == "whatwg" and data[at + 1] < 0x80 else 2

    def _handler(self, replacement: str, style: Style) -> str:
        """The name of an error handler that reads what Python's codec refuses."""
        key = (replacement, style)
        if key not in self._handlers:

            def read(error: UnicodeError) -> tuple[str, int]:
                assert isinstance(error, UnicodeDecodeError)
                at = error.start
                if at + 1 < len(error.object) and (pair := self.decode_pair(error.object[at], error.object[at + 1])):
                    return pair, at + 2
                if self._has_four and (fours := _FOURS.match(error.object, at)):  # Korean in GB 18030 is nothing else
                    return fours[0].decode("gb18030").replace("ḿ", "\ue7c7"), fours.end()
                piece, length = self._odd(error.object, at, style, replacement)
                if piece == _REFUSED:
                    raise error
                return piece, at + length

            self._handlers[key] = f"qnews.{self.name}.{style}.{replacement}"
            codecs.register_error(self._handlers[key], read)
        return self._handlers[key]


@cache
def codec(name: str) -> Codec:
    """The codec of one of NAMES, or of a Windows code page as "cp936". LookupError for any other name."""
    known = re.sub(r"^cp(?=9)", "windows-", name.lower())
    if known not in NAMES:
        raise LookupError(f"no codec {name!r}; known are {', '.join(NAMES)}")
    return Codec(known)
