"""WARC records -> pages (ISO 28500:2017, https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/).

A record that cannot be read is told as a page without a body whose warning says why; those after it are read.
"""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from qnews_scraper.archive.inflate import Inflated, dechunk, decode_content
from qnews_scraper.archive.saved import iso_time
from qnews_scraper.archive.sniff import is_markup
from qnews_scraper.archive.source import GzipSource, PlainSource, Source, readline
from qnews_scraper.page import Page

_PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_UNTOLD_TYPES: Final = frozenset({"", "application/octet-stream", "unknown/unknown", "text/*"})
_SKIPPED: Final = frozenset({"warcinfo", "request", "metadata", "revisit", "continuation"})
"""Record types that hold no page of their own; a revisit says that an earlier record's page was met again."""
_KINDS: Final = _SKIPPED | {"response", "resource", "conversion"}
_HTTP_HEAD: Final = 256 * 1024
_STATUS: Final = re.compile(rb"HTTP/[\d.]+\s+(\d{3})")
_CSS_BUDGET: Final = 16 * 1024 * 1024
_CSS_ARCHIVE: Final = 64 * 1024 * 1024
"""Archives up to this size are read twice, the first time for their style sheets."""

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Record:
    offset: int
    headers: Headers = ()
    block: bytes = b""
    problem: str = ""
    """Why the block is not whole or not to be trusted."""
    note: str = ""
    """What is odd of a block that can be used all the same."""
    lost: bool = False
    """Whether it is not known where the next record begins."""

    def header(self, name: str) -> str:
        return next((v for k, v in self.headers if k.lower() == name), "")


def read_warc(file: BinaryIO, *, gzipped: bool, limit: int, size: int = -1) -> Iterator[Page]:
    """The pages of a seekable WARC file, in its order; archive_offset is the record's, for gzip its member's.

    `limit` caps a body in bytes. Style sheets become resources of all pages when `size` (bytes of the file) is small enough.
    """
    resources: Mapping[str, bytes] = {}
    if 0 <= size <= _CSS_ARCHIVE:
        resources = _style_sheets(_open(file, gzipped), limit)
    for record in _records(_open(file, gzipped), limit):
        page = _page(record, limit)
        if page is not None and not _is_css(page):
            yield replace(page, resources=resources) if resources else page


def _open(file: BinaryIO, gzipped: bool) -> Source:
    file.seek(0)
    return GzipSource(file) if gzipped else PlainSource(file)


def _records(source: Source, limit: int) -> Iterator[_Record]:
    while True:
        _skip_blank_lines(source)
        offset = source.begin()
        if not source.peek(1) and not source.broken:
            return
        record = _record(source, offset, limit)
        if not record.lost and not source.broken:
            _skip_blank_lines(source)
            if not source.cut_short:
                yield record
                continue
            # all of the record is there; what is missing is the end of its gzip member, and maybe records after it
            yield replace(record, note=record.note or f"cut-off: {source.broken.partition(': ')[2]}")
            if not source.resync():
                return
            continue
        goes_on = source.resync()
        if goes_on and record.problem.startswith("cut off"):
            record = replace(record, problem="damaged: the record runs over the next one")
        yield record
        if not goes_on:
            return


def _skip_blank_lines(source: Source) -> None:
    while source.peek(1) in (b"\r", b"\n"):
        source.read(1)


def _record(source: Source, offset: int, limit: int) -> _Record:
    if not source.peek(5).startswith(b"WARC/"):
        return _Record(offset, problem=source.broken or "damaged: no WARC record begins here", lost=True)
    readline(source)
    headers = _header_lines(source)
    record = _Record(offset, headers)
    length_text = record.header("content-length")
    if source.broken:
        return replace(record, problem=source.broken)
    if source.ran_over:  # a flipped bit in its headers has led into the next record's
        return replace(record, problem=source.suspect, lost=True)
    if not length_text.isascii() or not length_text.isdigit() or len(length_text) > 15:
        return replace(record, problem=f"damaged: Content-Length is {length_text!r}", lost=True)
    length = int(length_text)
    wanted = _may_hold_a_page(record)
    cap = limit + _HTTP_HEAD if wanted else 0
    block = source.read(min(length, cap))
    left = length - len(block)
    while left > 0 and (skipped := len(source.read(min(left, 1 << 20)))):
        left -= skipped
    problem = note = ""
    lost = False
    if source.ran_over:
        problem, lost = source.suspect, True
    elif left:
        problem, lost = source.broken or f"cut off: the file ends after {length - left} of {length} bytes", True
    else:
        tail = source.tail(9).lstrip(b"\r\n")
        if tail and not tail.startswith(b"WARC/"[: len(tail)]):
            problem, lost = f"damaged: Content-Length is {length}, and no record follows", True
        elif length > cap and wanted:
            problem = f"too long: the record holds {length} bytes"
        elif source.suspect:
            problem = "" if wanted and _digest_agrees(record.header("warc-block-digest"), block) else source.suspect
            note = "" if problem else "checksum: gzip says the record is damaged; its own digest proves the body, not address and time"
    return replace(record, block=block, problem=problem, note=note, lost=lost)


def _header_lines(source: Source) -> Headers:
    lines: list[bytes] = []
    while len(lines) < 500 and (line := readline(source)).strip():
        lines.append(line)
    return parse_headers(b"".join(lines), "utf-8")


def parse_headers(block: bytes, encoding: str) -> Headers:
    """Header lines as (name, value); folded lines are joined."""
    out: list[tuple[str, str]] = []
    for line in block.decode(encoding, "replace").splitlines():
        if line[:1] in (" ", "\t") and out:
            out[-1] = (out[-1][0], f"{out[-1][1]} {line.strip()}")
            continue
        name, colon, value = line.partition(":")
        if colon:
            out.append((name.strip(), value.strip()))
    return tuple(out)


def _digest_agrees(digest: str, block: bytes) -> bool:
    algorithm, _, value = digest.partition(":")
    if algorithm.lower() not in ("sha1", "sha256", "md5"):
        return False
    real = hashlib.new(algorithm.lower(), block)
    return value in (real.hexdigest(), base64.b32encode(real.digest()).decode().rstrip("="))


def _may_hold_a_page(record: _Record) -> bool:
    kind = record.header("warc-type").lower()
    if kind == "response":
        return not record.header("warc-target-uri").strip("<>").lower().startswith(("dns:", "whois:"))
    mime = _mime(record.header("content-type"))
    return kind in ("resource", "conversion") and (mime in _PAGE_TYPES or mime in _UNTOLD_TYPES or mime == "text/css")


def _mime(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _page(record: _Record, limit: int) -> Page | None:
    kind = record.header("warc-type").lower()
    if kind in _SKIPPED:
        return None
    page = Page(url=record.header("warc-target-uri").strip("<>"), fetched_at=iso_time(record.header("warc-date")), archive_offset=record.offset)
    if not _may_hold_a_page(record):
        return _broken(page, record.problem) if record.problem and kind not in _KINDS else None
    if record.problem and not record.problem.startswith("cut off"):
        return _broken(page, record.problem)
    return _payload(page, record, limit)


def _payload(page: Page, record: _Record, limit: int) -> Page | None:
    """The page of a record that is whole, or cut off by the end of the file."""
    body, mime, problem = record.block, _mime(record.header("content-type")), record.problem
    page = replace(page, headers=(("Content-Type", record.header("content-type")),) if mime else ())
    if status := _STATUS.match(body[:64]):
        head, body = _split_http(body)
        headers = parse_headers(head, "latin-1")
        page = replace(page, headers=headers, status=int(status[1]))
        mime = _mime(page.header("content-type"))
        if mime not in _PAGE_TYPES and mime not in _UNTOLD_TYPES and mime != "text/css":
            return None
        inflated = dechunk(body) if "chunked" in page.header("transfer-encoding").lower() else Inflated(body)
        problem = problem or inflated.problem
        inflated = decode_content(inflated.data, ",".join(v for k, v in headers if k.lower() == "content-encoding"), limit)
        problem = problem or inflated.problem
        body = inflated.data
    elif _mime(record.header("content-type")) == "application/http":
        return _broken(page, problem or "damaged: no HTTP status line")
    if problem and not body:
        return _broken(page, problem)
    if mime in _UNTOLD_TYPES and not is_markup(body[:4096]):
        return None
    if mime == "text/plain" and page.url.lower().endswith("/robots.txt"):
        return None
    if problem.startswith(("damaged", "too long")) or len(body) > limit:
        return _broken(page, problem or f"too long: more than {limit} bytes")
    notes = (f"cut-off: {problem.partition(': ')[2]}",) if problem else ()
    return replace(page, body=body, warnings=(*notes, *filter(None, (record.note, _part(record)))))


def _part(record: _Record) -> str:
    """What the record itself says of holding only a part of what was sent."""
    if why := record.header("warc-truncated"):
        return f"truncated: the crawler kept only a part of the page (WARC-Truncated: {why})"
    return "truncated: the rest is in other records (WARC-Segment-Number)" if record.header("warc-segment-number") else ""


def _split_http(block: bytes) -> tuple[bytes, bytes]:
    if end := re.search(rb"\r?\n\r?\n", block[:_HTTP_HEAD]):
        return block[: end.start()], block[end.end() :]
    return block[:_HTTP_HEAD], b""


def _broken(page: Page, why: str) -> Page:
    return replace(page, body=b"", warnings=(f"broken-record: {why}",))


def _style_sheets(source: Source, limit: int) -> dict[str, bytes]:
    sheets: dict[str, bytes] = {}
    left = _CSS_BUDGET
    for record in _records(source, limit):
        if record.problem or (b"text/css" not in record.block[:4096].lower() and _mime(record.header("content-type")) != "text/css"):
            continue
        page = _page(record, limit)
        if page is not None and _is_css(page) and len(page.body) <= left:
            sheets.setdefault(page.url, page.body)
            left -= len(page.body)
    return sheets


def _is_css(page: Page) -> bool:
    return _mime(page.header("content-type")) == "text/css"
