"""What a file is, told by its first bytes; a name decides only where bytes cannot."""

import re
from typing import Final, Literal

Kind = Literal["gzip", "warc", "zip", "mhtml", "html", "text", "other"]

HEAD: Final = 4096
"""Bytes of a file that `kind_of` wants to see."""

PAGE_SUFFIXES: Final = frozenset({".html", ".htm", ".shtml", ".xhtml", ".mht", ".mhtml", ".txt", ".warc", ".wacz", ".zip", ".gz"})
"""In a folder, files of these names are read; files of an unknown name are read when they begin as markup does."""

_NOT_PAGES: Final = frozenset(
    ".css .js .mjs .json .jsonl .xml .rss .csv .tsv .md .ini .cfg .toml .yaml .yml .py .log .svg .cdx .cdxj .map .woff .woff2 .ttf .eot .parquet .zst .part .torn".split()
)

# https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern and its neighbours
_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)"),
    (b"BM", "a BMP image"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"BZh", "a bzip2 file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"OggS", "an Ogg file"),
    (b"ID3", "an MP3 file"),
    (b"wOF", "a font"),
    (b"SQLite format 3\x00", "an SQLite file"),
    (b"PAR1", "a Parquet file"),
    (b"filedesc://", "an ARC file (convert it to WARC, for example with `warcio recompress`)"),
)
_ZIPPED: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_SHORT_MAGIC: Final = frozenset({b"BM", b"MZ", b"BZh", b"ID3", b"wOF", b"RIFF"})
"""Magic that a text may begin with: believed only beside a NUL byte."""

_MARKUP: Final = re.compile(rb"<(?:(?:!doctype|html|head|body|meta|title|script|div|table|frameset|p|h[1-6]|a|br)(?=[\s>/])|!--|\?xml\s)", re.I)
_HEADER_LINE: Final = re.compile(rb"\s*[A-Za-z][\w-]*:[^\n]*\n")


def kind_of(head: bytes, name: str) -> tuple[Kind, str]:
    """What the file is, and for "other" in words what it seems to be; `head` is its first HEAD bytes."""
    suffix = suffix_of(name)
    if what := signature(head):
        return "other", what
    if head.startswith(b"\x1f\x8b") or name.lower().endswith(".warc.gz"):  # whose first record may be the damaged one
        return "gzip", ""
    if head.startswith(_ZIPPED):
        return "zip", ""
    if head.startswith(b"WARC/"):
        return "warc", ""
    if _HEADER_LINE.match(head) and (b"multipart/related" in head.lower() or suffix in (".mht", ".mhtml")):
        return "mhtml", ""
    if suffix in (".gz", ".zip", ".wacz", ".warc"):
        return ("warc", "") if suffix == ".warc" else ("other", f"not what its name says ({suffix})")
    if suffix in _NOT_PAGES:
        return "other", f"a {suffix} file"
    if is_markup(head):
        return "html", ""
    return ("html", "") if suffix in (".html", ".htm", ".shtml", ".xhtml") else ("text", "")


def signature(head: bytes) -> str:
    """What a file is that holds no page, by the bytes that all of its kind begin with; "" when they say nothing."""
    for magic, what in _MAGIC:
        if head.startswith(magic) and (magic not in _SHORT_MAGIC or b"\x00" in head):
            return what
    if head[4:8] == b"ftyp":
        return "a video"
    return "a tar archive" if head[257:262] == b"ustar" else ""


def packed(head: bytes) -> str:
    """What a file is that has to be unpacked before it can be a page; "" when it is none."""
    return "in gzip" if head.startswith(b"\x1f\x8b\x08") else "a zip" if head.startswith(_ZIPPED) else ""


def is_markup(head: bytes) -> bool:
    """Whether bytes begin as a web page does; UTF-16 is seen through."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.replace(b"\x00", b"")
    return _MARKUP.search(head) is not None


def belongs_in_a_folder(name: str, head: bytes) -> bool:
    """Whether a file met while walking a folder is to be read as a page; one named outright always is."""
    suffix = suffix_of(name)
    if suffix in PAGE_SUFFIXES:
        return name.rpartition("/")[2].lower() not in ("robots.txt", "ads.txt")
    return suffix not in _NOT_PAGES and kind_of(head, name)[0] in ("html", "mhtml", "warc")


def suffix_of(name: str) -> str:
    """The lower-case suffix with its dot, "" when there is none."""
    stem, dot, suffix = name.rpartition("/")[2].rpartition(".")
    return f".{suffix.lower()}" if dot and stem else ""
