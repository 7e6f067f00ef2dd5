"""Builds the WARC files that the tests read; each record knows where it lies."""

import gzip
import io
from collections.abc import Iterable
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

BODY = "<html><head><title>第{n}号新闻</title></head><body><p>这是第{n}篇报道的正文，说的是第{n}件事。</p></body></html>"


def body(n: int) -> bytes:
    return BODY.format(n=n).encode()


def url(n: int) -> str:
    return f"http://news.example/{n}.html"


def records(pages: Iterable[tuple[str, bytes, tuple[tuple[str, str], ...]]], *, gzipped: bool = True) -> list[bytes]:
    """One WARC response record for each (url, HTTP body, HTTP headers), as bytes of their own."""
    out: list[bytes] = []
    for n, (address, payload, headers) in enumerate(pages):
        stream = io.BytesIO()
        writer = WARCWriter(stream, gzip=gzipped)
        http = StatusAndHeaders("200 OK", list(headers), protocol="HTTP/1.1")
        told = {"WARC-Date": "2011-08-05T06:30:00Z", "WARC-Record-ID": f"<urn:uuid:00000000-0000-4000-8000-{n:012}>"}
        record = writer.create_warc_record(address, "response", payload=io.BytesIO(payload), http_headers=http, warc_headers_dict=told)
        writer.write_record(record)
        record.raw_stream.close()
        out.append(stream.getvalue())
    return out


HTML = (("Content-Type", "text/html"),)


def write(path: Path, count: int, *, gzipped: bool = True) -> list[int]:
    """A WARC of that many pages; the offsets of their records."""
    parts = records(((url(n), body(n), HTML) for n in range(count)), gzipped=gzipped)
    path.write_bytes(b"".join(parts))
    return [sum(map(len, parts[:i])) for i in range(count)]


def whole_file_gzip(path: Path, count: int) -> None:
    """All records in one gzip member, as `gzip file.warc` makes it."""
    path.write_bytes(gzip.compress(b"".join(records(((url(n), body(n), HTML) for n in range(count)), gzipped=False))))
