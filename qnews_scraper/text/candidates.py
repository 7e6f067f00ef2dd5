"""Which one encoding some bytes are in: every candidate reads a sample, and the reading most like written text wins."""

import codecs
import re
from collections.abc import Iterable
from typing import Final

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.plausible import IMPOSSIBLE, score, weights
from qnews_scraper.text.prescan import encoding_of
from qnews_scraper.text.utf8 import joined

LEGACY: Final = ("gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")
"""Encodings of two bytes a character."""

SAMPLE: Final = 1500
"""Bytes taken from the front and again from the middle of a body."""

_READ_AS: Final[dict[str, tuple[str, ...]]] = {
    "utf-8": ("zh", "ja", "ko", "latin", "ru"),
    "gb18030": ("zh",),
    "big5": ("zh",),
    "shift_jis": ("ja",),
    "euc-jp": ("ja",),
    "euc-kr": ("ko",),
    **dict.fromkeys(("windows-1250", "windows-1252", "windows-1254", "windows-1257", "windows-1258", "macintosh"), ("latin",)),
    **{f"iso-8859-{n}": ("latin",) for n in (2, 3, 4, 10, 13, 14, 15, 16)},
    **dict.fromkeys(("windows-1251", "koi8-r", "koi8-u", "iso-8859-5", "ibm866", "x-mac-cyrillic"), ("ru",)),
}
# Nats that a candidate starts with: claims are right more often than not; GBK and Big5 are what this package is sent;
# a single-byte encoding can read anything, so it must read better than that.
_CLAIMED = 4.0
_PRIOR: Final = {"gb18030": 2.0, "big5": 1.0, "utf-8": 1.0, "windows-1252": -3.0, "windows-1251": -5.0, "koi8-r": -5.0}
_FOREIGN = 12.0
"""Nats against Japanese and Russian in the GB family."""
_GLANCE = 400
"""Bytes of a sample that are read first; the rest only where they leave a doubt."""
_CLEAR = 60.0
"""Nats by which the best reading of these must lead."""
_SLIP = 16.0
"""Nats that a lost byte costs."""
_POOR = -9.8
"""Mean of a reading below which a detector of other alphabets is asked."""
_POOR_LETTERS = -6.0
"""The same where bytes were read as letters."""

_PYTHON: Final = {
    "windows-874": "cp874",
    "ibm866": "cp866",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-user-defined": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "replacement": "hz",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "iso-2022-jp": "iso2022_jp_ext",
}
# Where a chunk may begin and end without cutting a character: no trail byte of a two-byte encoding is below 40.
CHUNK: Final = re.compile(rb"[\x80-\xff][^\x00-\x2f\x3a-\x3f]*")
_BORDER = re.compile(rb"[\x00-\x2f\x3a-\x3f]")


def _control(error: UnicodeError) -> tuple[str, int]:
    """What a single-byte index leaves open: a C1 control, as the Encoding Standard has it for windows-125x, else U+FFFD."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start]
    return chr(byte) if byte < 0xA0 else "\ufffd", error.start + 1


codecs.register_error("qnews.single", _control)


def decode_as(body: bytes, name: str) -> str:
    """`body` read as a WHATWG encoding, U+FFFD for what it cannot be; "replacement" is read as HZ, which it mostly stands for."""
    if name in LEGACY:
        return codec(name).decode(body)
    if name == "utf-8" and b"\xed" in body:
        body = joined(body)
    how = "qnews.single" if name.startswith(("windows-125", "windows-874")) else "replace"
    try:
        return body.decode(_PYTHON.get(name, name), how)
    except LookupError:
        return body.decode("utf-8", "replace")


def sample(body: bytes, first: int) -> bytes:
    """Stretches that hold bytes beyond ASCII, from those around `first` on and from the middle, cut where no character is cut."""
    first = max(body.rfind(border, 0, first) for border in (b"\n", b">", b" "))
    if len(body) - first <= 2 * SAMPLE:
        return b" ".join(CHUNK.findall(body, max(0, first)))
    border = _BORDER.search(body, max(first, len(body) // 2))
    return b" ".join([*_gather(body, max(0, first)), *(_gather(body, border.end()) if border else ())])


def _gather(body: bytes, at: int) -> Iterable[bytes]:
    left, end = SAMPLE, min(len(body), at + 40 * SAMPLE)
    for found in CHUNK.finditer(body, at, end):
        yield found[0][:left]
        left -= len(found[0])
        if left <= 0:
            break


_QUICK: Final = {"gb18030": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc-jp": "euc_jp", "euc-kr": "cp949"}


def rate(piece: bytes, name: str) -> float:
    """Log-probability of a piece read as `name`. Python's own codecs are near enough for that, and ten times faster where a reading is wrong."""
    if name not in _QUICK:
        return score(decode_as(piece, name), _READ_AS.get(name, ("other",)))
    text = piece.decode(_QUICK[name], "replace")
    own = score(text, _READ_AS[name])
    # Japanese and Russian in a Chinese encoding exist, but a kana or two among hanzi is what Big5 looks like in GBK
    return max(own, score(text, ("ja", "ru")) - _FOREIGN) if name == "gb18030" else own


def choose(piece: bytes, claims: Iterable[str], without: str = "") -> str:
    """The encoding that a sample is most likely in. `claims` are what the page says, in WHATWG names."""
    claimed = set(claims)
    names = dict.fromkeys([*claimed, "utf-8", *LEGACY, "windows-1252", "windows-1251", "koi8-r"])
    names.pop(without, None)
    names = {n: None for n in names if not n.startswith("utf-16") and n != "replacement"}
    start = {name: _CLAIMED if name in claimed else _PRIOR.get(name, 0.0) for name in names}
    rated: dict[str, float] = {}
    best = ""
    for part in (piece[:_GLANCE], piece) if len(piece) > 2 * _GLANCE else (piece,):
        rated = {name: rate(part, name) + start[name] for name in names}
        best, *others = sorted(rated, key=rated.__getitem__, reverse=True)
        if rated[best] - rated[others[0]] > _CLEAR:
            break
    if best in claimed or not piece:
        return best
    piece = piece[:SAMPLE]
    if best != "gb18030" and best in LEGACY:
        best = max((best, "gb18030"), key=lambda name: _out_of_step(piece[:_GLANCE], name) + start[name])
    text = decode_as(piece, best)
    count = sum(char > "\x7f" for char in text)
    if count >= 16 and (rate(piece, best) + 3.0 * (len(text) - count)) / count < (_POOR if best in LEGACY else _POOR_LETTERS):
        return _asked(piece, best)
    return best


def _out_of_step(piece: bytes, name: str) -> float:
    """Log-probability of a piece each stretch of which may have lost one byte: GBK has other pairs from there on, which may be Korean as well."""
    pairs, known = codec(name).pairs, weights(_READ_AS[name][0])
    total = 0.0
    for chunk in piece.split(b" "):
        end = len(chunk)
        steps = [(2, known[char]) if (char := pairs.get(chunk[i : i + 2])) else (1, known[chr(b)] if (b := chunk[i]) < 0x80 else IMPOSSIBLE) for i in range(end)]
        behind = [0.0] * (end + 2)
        for i in range(end - 1, -1, -1):
            behind[i] = steps[i][1] + behind[i + steps[i][0]]
        best, at, before = behind[0], 0, 0.0
        while at < end:
            best = max(best, before + behind[at + 1] - _SLIP)
            at, before = at + steps[at][0], before + steps[at][1]
        total += best - 3.0
    return total


def _asked(piece: bytes, best: str) -> str:
    """What chardet says of the sample, where it reads better than our best; it knows alphabets that we do not."""
    import chardet

    said = chardet.detect(piece[:1024])["encoding"]
    name = encoding_of(said or "")
    if name and name not in LEGACY and not name.startswith("utf") and rate(piece, name) > rate(piece, best):
        return name
    return best
