"""Capped decoders: a record of 954 bytes can hold 256 MB, so none runs without a limit."""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import brotli  # type: ignore[import-untyped]
import zstandard


@dataclass(frozen=True, slots=True)
class Inflated:
    """What a decoder gave: at most `limit` bytes, and what was wrong."""

    data: bytes
    problem: str = ""
    """Empty when whole; else "too long: ...", "cut off: ..." or "damaged: ..."."""


def gunzip(data: bytes, limit: int) -> Inflated:
    """All members of a gzip stream; bytes after the last one that are no member are dropped, as browsers do."""
    out: list[bytes] = []
    size = 0
    while data[:2] == b"\x1f\x8b":
        member = zlib.decompressobj(wbits=31)
        try:
            part = member.decompress(data, limit + 1 - size)
        except zlib.error as e:
            return Inflated(b"".join(out), f"damaged: {e}")
        out.append(part)
        size += len(part)
        if size > limit:
            return Inflated(b"".join(out)[:limit], f"too long: more than {limit} bytes")
        if not member.eof:
            return Inflated(b"".join(out), f"cut off: gzip stream ends after {size} bytes")
        data = member.unused_data
    return Inflated(b"".join(out))


def _deflate(data: bytes, limit: int) -> Inflated:
    for wbits in (15, -15):  # RFC 9110 8.4.1.2: zlib is meant, and some servers send raw deflate
        stream = zlib.decompressobj(wbits=wbits)
        try:
            out = stream.decompress(data, limit + 1)
        except zlib.error as e:
            problem = str(e)
            continue
        if len(out) > limit:
            return Inflated(out[:limit], f"too long: more than {limit} bytes")
        return Inflated(out, "" if stream.eof else f"cut off: deflate stream ends after {len(out)} bytes")
    return Inflated(b"", f"damaged: {problem}")


def _unbrotli(data: bytes, limit: int) -> Inflated:
    stream = brotli.Decompressor()
    out = bytearray()
    try:
        out += stream.process(data, output_buffer_limit=limit + 1)
        while not stream.is_finished() and len(out) <= limit:
            more = stream.process(b"", output_buffer_limit=limit + 1 - len(out))
            if not more:
                break
            out += more
    except brotli.error as e:
        return Inflated(bytes(out[:limit]), f"damaged: {e}")
    if len(out) > limit:
        return Inflated(bytes(out[:limit]), f"too long: more than {limit} bytes")
    return Inflated(bytes(out), "" if stream.is_finished() else f"cut off: brotli stream ends after {len(out)} bytes")


def unzstd(data: bytes, limit: int) -> Inflated:
    """All frames of a Zstandard stream."""
    out = bytearray()
    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(io.BytesIO(data), read_across_frames=True) as stream:
            while len(out) <= limit and (part := stream.read(min(1 << 20, limit + 1 - len(out)))):
                out += part
    except zstandard.ZstdError as e:
        return Inflated(bytes(out), f"damaged: {e}")
    return Inflated(bytes(out[:limit]), f"too long: more than {limit} bytes") if len(out) > limit else Inflated(bytes(out))


_DECODERS: Final[dict[str, tuple[Callable[[bytes, int], Inflated], tuple[bytes, ...]]]] = {
    "gzip": (gunzip, (b"\x1f\x8b",)),
    "x-gzip": (gunzip, (b"\x1f\x8b",)),
    "deflate": (_deflate, ()),
    "br": (_unbrotli, ()),
    "zstd": (unzstd, (b"\x28\xb5\x2f\xfd",)),
}
"""Content-coding -> (decoder, magic its streams begin with, where they have one)."""


def decode_content(data: bytes, codings: str, limit: int) -> Inflated:
    """A body as the reader gets it, content-codings (as in the header) undone from the last to the first.

    Some crawlers store the decoded body beside the header of the encoded one; such a body is given as it is. Others store
    what was sent in gzip without the header that says so.
    """
    for coding in reversed([c.strip().lower() for c in codings.split(",")]):
        if coding in ("", "identity", "none", "utf-8"):
            continue
        if coding not in _DECODERS:
            return Inflated(data, "" if _plain(data) else f"damaged: unknown content-coding {coding!r}")
        decoder, magic = _DECODERS[coding]
        if magic and not data.startswith(magic):
            continue
        inflated = decoder(data, limit)
        if inflated.problem:
            return Inflated(data) if not magic and _plain(data) else inflated
        data = inflated.data
    return gunzip(data, limit) if data.startswith(b"\x1f\x8b\x08") else Inflated(data)


def _plain(data: bytes) -> bool:
    return data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def dechunk(data: bytes) -> Inflated:
    """A body without its chunk framing (RFC 9112 7.1); one that has none is given as it is."""
    out: list[bytes] = []
    at = 0
    while True:
        end = data.find(b"\n", at, at + 1024)
        size_text = data[at:end].split(b";")[0].strip() if end >= 0 else b""
        try:
            size = int(size_text, 16)
        except ValueError:
            if not out:
                return Inflated(data)
            return Inflated(b"".join(out), "" if at >= len(data) else "cut off: chunk framing is broken")
        if size <= 0:
            return Inflated(b"".join(out))
        out.append(data[end + 1 : end + 1 + size])
        if end + 1 + size > len(data):
            return Inflated(b"".join(out), "cut off: the last chunk is not whole")
        at = end + 1 + size
        at += 2 if data[at : at + 2] == b"\r\n" else 1 if data[at : at + 1] == b"\n" else 0
