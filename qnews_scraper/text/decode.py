"""Bytes to text: what the bytes say weighs more than what the page claims.

A browser believes header and meta, and shows mojibake where they lie. Here a claim stands only where the bytes leave the
question open; else the reading that looks most like written text wins. Valid UTF-8 wins at once, GBK that reads as Chinese
nearly at once; everything slower is for what is left. Every step is linear in the size of the body, and no input raises.
"""

import re
from dataclasses import dataclass, field, replace

from qnews_scraper.options import Options
from qnews_scraper.text.candidates import choose, decode_as, sample
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.mixed import Segment, has_hangul_runs, has_utf8_runs, join, split
from qnews_scraper.text.plausible import chinese_mean, rows_beyond_ascii
from qnews_scraper.text.prescan import encoding_of, header_label, meta_label
from qnews_scraper.text.utf8 import is_utf8, joined

__all__ = ["Decoded", "Segment", "decode"]

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16le"), (b"\xfe\xff", "utf-16be"))
_READS = -8.7
"""Mean score above which a GBK reading is Chinese beyond doubt. Measured: Chinese -6 to -8; EUC-KR, EUC-JP, Big5 read as GBK -9 to -14."""
_ENOUGH = 24
"""Characters beyond ASCII that such a judgement needs."""
_READS_WELL = -8.0
_PLENTY = 150
"""The same at a glance. Measured over 200 to 300 characters: Chinese -6 to -8, but lists of names and the like; Korean, the nearest other, -9 and less."""

_WIDE_READS = -9.5
"""The same for UTF-16, which no other encoding passes for."""
_GLANCE = 4096
"""Characters in which pages have some of their language."""
_FEW = 12
"""Two-byte sequences of UTF-8 that GBK may form by chance: one of its characters in six does, so not one text in 10^9 has more."""
_CERTAIN = 4
"""Three-byte sequences of UTF-8 that no other encoding forms with nothing else among them."""
_EAST = re.compile("[\u0800-\U0010ffff]")
_BEYOND = re.compile("[\x80-\u07ff]")
_CUT = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf]{2}(?:[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}|[\xc2-\xdf])\Z")
_ASCII = bytes(range(0x80))
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_BORDER = re.compile(rb"[\x00-\x2f\x3a-\x3f]")
_ESCAPED = re.compile(rb"\x1b\$[@B][!-~]{2}")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The outcome of `decode`."""

    text: str
    encoding: str
    """What the bytes were read as (WHATWG name, lower case); of mixed bytes, what most of them were read as."""
    how: str
    """What decided it: bom, header, meta, bytes, segments, option."""
    declared: str = ""
    """What header or meta claim, as claimed; the header where both do."""
    segments: tuple[Segment, ...] = ()
    """Which bytes were read as what, in order and without gaps, where more than one encoding was found; else empty."""
    utf8: bytes = field(default=b"", repr=False, compare=False)
    """The text in UTF-8, where the body has it so; else empty."""


def decode(body: bytes, *, content_type: str | None = None, options: Options | None = None) -> Decoded:
    """The text of a body. `content_type` is the header's value; `options.encoding` forces an encoding, unless its label is unknown.

    Bytes that no reading explains become U+FFFD. A byte order mark is not part of the text.

    >>> decode("本报北京电".encode("gbk"), content_type="text/html; charset=utf-8").text
    '本报北京电'
    """
    header, meta = header_label(content_type), meta_label(body)
    declared = header or meta
    claims: dict[str, str] = {}
    for label, how in ((header, "header"), (meta, "meta")):
        if name := _named(label):  # a meta that can be read is no UTF-16, says the standard
            claims.setdefault("utf-8" if how == "meta" and name.startswith("utf-16") else name, how)
    if options is not None and (forced := _named(options.encoding)):
        return Decoded(decode_as(body, forced).removeprefix("\ufeff"), forced, "option", declared)
    for mark, name in _BOMS:
        if body.startswith(mark) and (found := _marked(body, mark, name, claims)):
            return replace(found, declared=declared)
    return replace(_by_bytes(body, claims), declared=declared)


def _named(label: str) -> str:
    """The encoding to read a label as: all of the GB family as gb18030, as browsers do."""
    name = encoding_of(label)
    if name == "replacement" and "hz" not in label.lower():
        return ""
    return {"gbk": "gb18030", "x-user-defined": "windows-1252"}.get(name, name)


def _marked(body: bytes, mark: bytes, name: str, claims: dict[str, str]) -> Decoded | None:
    """A body that starts with a byte order mark; None where what follows belies the mark."""
    rest = body[len(mark) :]
    if name == "utf-8":
        found = _by_bytes(rest, {"utf-8": "bom", **claims})
        if found.segments:
            shifted = [Segment(s.start + 3, s.end + 3, s.encoding) for s in found.segments]
            shifted[0] = Segment(0, shifted[0].end, shifted[0].encoding)
            return replace(found, segments=tuple(shifted))
        return replace(found, how="bom") if found.encoding == "utf-8" else found
    text = decode_as(rest, name)
    gone = text.count("\ufffd")
    if not rest or _wide(rest) == name or (gone * 10 <= len(text) and chinese_mean(text) > _WIDE_READS):
        return Decoded(text, name, "bom")
    if gone > len(rest) % 2 or (is_utf8(rest) and not _CONTROL.search(rest)) or _is_chinese(rest):  # a mark before bytes that it does not go with
        return None
    return Decoded(text, name, "bom")


def _wide(body: bytes) -> str:
    """UTF-16 by its zero bytes: ASCII in it has one in every second place, and only there."""
    head = body[:4096]
    if b"\x00" not in head:
        return ""
    even, odd, half = head[0::2].count(0), head[1::2].count(0), len(head) // 2
    many, few, name = (odd, even, "utf-16le") if odd > even else (even, odd, "utf-16be")
    if few * 20 > many or many * 50 < half or (many < 3 and many * 5 < half):  # a page may hold stray NULs
        return ""
    return name if decode_as(head, name).count("\ufffd") * 50 <= half else ""


def _by_bytes(body: bytes, claims: dict[str, str]) -> Decoded:
    if wide := _wide(body):
        return Decoded(decode_as(body, wide), wide, claims.get(wide, "bytes"))
    if body.isascii():
        return _ascii(body, claims)
    try:
        utf8 = joined(body) if b"\xed" in body else body
        text = utf8.decode("utf-8")
    except UnicodeDecodeError as error:
        utf8, first = error.object, error.start
        is_cut = error.reason == "unexpected end of data"
    else:
        if "utf-8" in claims or _EAST.search(text, 0, _GLANCE) or _has_letters(utf8):
            return Decoded(text, "utf-8", claims.get("utf-8", "bytes"), utf8=utf8)
        name = choose(sample(body, 0), claims)
        return Decoded(decode_as(body, name), name, claims.get(name, "bytes"))
    for name in claims:
        if name.startswith("utf-16") and chinese_mean(decode_as(body[:2000], name)) > _WIDE_READS:
            return Decoded(decode_as(body, name), name, claims[name])
    if is_cut and (_CUT.search(utf8, max(0, first - 3)) or _is_utf8(utf8[:first].decode())):
        return Decoded(utf8.decode("utf-8", "replace"), "utf-8", claims.get("utf-8", "bytes"))
    if _is_chinese(body) and not has_utf8_runs(body):
        return Decoded(codec("gb18030").decode(body), "gb18030", claims.get("gb18030", "bytes"))
    if len(body) >= 8 and (name := next((n for n in ("utf-16le", "utf-16be") if chinese_mean(decode_as(body[:2000], n)) > _READS), "")):
        return Decoded(decode_as(body, name), name, claims.get(name, "bytes"))
    if has_utf8_runs(body) and (mixed := _by_segments(body, claims)):
        return mixed
    name = choose(sample(body, first), claims)
    if name in ("utf-8", "euc-kr", "gb18030") and has_hangul_runs(body) and (mixed := _by_segments(body, claims)):
        return mixed
    return Decoded(decode_as(body, name), name, claims.get(name, "bytes"))


def _by_segments(body: bytes, claims: dict[str, str]) -> Decoded | None:
    """A body that holds UTF-8, alone or with another encoding; None where it is all in that."""
    segments = split(body, list(claims))
    if len(segments) > 1:
        shares: dict[str, int] = {}
        for s in segments:
            shares[s.encoding] = shares.get(s.encoding, 0) + s.end - s.start
        return Decoded(join(body, segments), max(shares, key=shares.__getitem__), "segments", segments=segments)
    return Decoded(decode_as(body, "utf-8"), "utf-8", claims.get("utf-8", "bytes")) if segments[0].encoding == "utf-8" else None


def _is_utf8(text: str) -> bool:
    """Whether so much was valid UTF-8 that it was no other encoding's by chance."""
    return len(_EAST.findall(text)) >= _CERTAIN or len(_BEYOND.findall(text)) > _FEW


def _has_letters(utf8: bytes) -> bool:
    """The same where all was, so that one letter of three bytes is enough."""
    text = utf8.translate(None, _ASCII).decode()
    return _EAST.search(text) is not None or len(_BEYOND.findall(text)) > _FEW


def _ascii(body: bytes, claims: dict[str, str]) -> Decoded:
    """No byte beyond ASCII: the claim stands, but for the encodings that escape into other character sets."""
    if b"\x1b$" in body and _ESCAPED.search(body):
        return Decoded(decode_as(body, "iso-2022-jp"), "iso-2022-jp", claims.get("iso-2022-jp", "bytes"))
    for name, how in claims.items():
        if name == "replacement" and b"~{" in body:
            return Decoded(decode_as(body, name), "hz-gb-2312", how)
        if not name.startswith("utf-16") and name not in ("replacement", "iso-2022-jp"):
            return Decoded(body.decode("ascii"), name, how, utf8=body)
    return Decoded(body.decode("ascii"), "utf-8", "bytes", utf8=body)


def _is_chinese(body: bytes) -> bool:
    """Whether a body that is not all ASCII is beyond doubt Chinese in GBK."""
    found = _HIGH.search(body)
    first = found.start() if found else 0
    middle = _BORDER.search(body, max(first + 4000, len(body) // 2))
    parts = (body[first : first + 4000], body[middle.end() : middle.end() + 2000] if middle else b"")
    shown = [rows_beyond_ascii(part.decode("gb18030", "replace")) for part in parts]
    for most, enough, reads in ((200, _PLENTY, _READS_WELL), (4000, _ENOUGH, _READS)):
        some = "".join([part[:most] for part in shown])
        if len(some) >= enough and some.count("\ufffd") * 50 <= len(some) + 50 and chinese_mean(some) > reads:
            return True
    return False
