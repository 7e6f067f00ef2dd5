"""Byte streams that survive damage: a flipped byte costs the record it stands in, not those after it."""

import re
import struct
import zlib
from typing import BinaryIO, Final, Protocol

_PIECE: Final = 1 << 16
_FIRST_PIECE: Final = 4096
"""A member's first bytes come alone, so that a record's headers are known even where its body is broken."""
_RECORD: Final = re.compile(rb"\r?\nWARC/[01]\.\d+\r?\n")


class Source(Protocol):
    """A stream of WARC records."""

    broken: str
    """Why nothing more can be read at this place; "" while all is well."""

    @property
    def suspect(self) -> str:
        """Why bytes read since `begin` may be wrong; "" when nothing says so."""

    @property
    def ran_over(self) -> bool:
        """Whether such bytes led beyond the gzip member that `begin` marked, into what may be the next record."""

    @property
    def cut_short(self) -> bool:
        """Whether the gzip member that `begin` marked breaks off here."""

    def begin(self) -> int:
        """Mark the start of a record; its byte offset in the file (for gzip the member's), -1 at the end."""

    def read(self, n: int) -> bytes:
        """Up to n bytes; fewer only at the end or where it is broken."""

    def peek(self, n: int) -> bytes:
        """The next bytes without taking them; fewer than n near a border of the stream."""

    def tail(self, n: int) -> bytes:
        """As `peek`, but not beyond the gzip member that was read last."""

    def resync(self) -> bool:
        """Go to where the next record seems to begin after the last `begin`; False when there is none."""


def readline(source: Source, limit: int = 65536) -> bytes:
    """A line with its newline, at most `limit` bytes."""
    out = bytearray()
    while len(out) < limit:
        ahead = source.peek(256)
        if not ahead:
            break
        end = ahead.find(b"\n")
        out += source.read(min(end + 1 if end >= 0 else len(ahead), limit - len(out)))
        if end >= 0:
            break
    return bytes(out)


class _Again:
    """Where to search after damage: from inside the broken record, as long as the bytes read twice stay within the file's own order of size."""

    def __init__(self) -> None:
        self._bytes = 0

    def from_mark(self, mark: int, at: int) -> int:
        self._bytes += max(0, at - mark)
        return mark + 1 if self._bytes < 4 * at + (1 << 24) else max(mark + 1, at)


class PlainSource:
    """An uncompressed, seekable file."""

    ran_over = cut_short = False

    def __init__(self, file: BinaryIO) -> None:
        self.broken = ""
        self.suspect = ""
        self._file = file
        self._buffer = b""
        self._at = 0
        self._mark = 0
        self._again = _Again()

    def begin(self) -> int:
        self._mark = self._at
        return self._at if self.peek(1) else -1

    def _fill(self) -> bool:
        try:
            piece = self._file.read(_PIECE)
        except Exception as e:  # a zip member's reader raises BadZipFile, zlib.error, EOFError, OSError: all mean the same here
            self.broken = self.broken or f"damaged: {e}"
            return False
        self._buffer += piece
        return bool(piece)

    def peek(self, n: int) -> bytes:
        while len(self._buffer) < n and self._fill():
            pass
        return self._buffer[:n]

    tail = peek

    def read(self, n: int) -> bytes:
        out = [self._buffer[:n]]
        n -= len(out[0])
        self._buffer = self._buffer[len(out[0]) :]
        while n > 0 and self._fill():
            out.append(self._buffer[:n])
            n -= len(out[-1])
            self._buffer = self._buffer[len(out[-1]) :]
        data = b"".join(out)
        self._at += len(data)
        return data

    def resync(self) -> bool:
        # a length that is too large has led over the records after it
        self.broken = ""
        self._seek(self._again.from_mark(self._mark, self._at))
        while True:
            if found := _RECORD.search(self._buffer):
                self._seek(self._at + found.end() - len(found.group().lstrip(b"\r\n")))
                return True
            kept = self._buffer[-32:]
            self._at += len(self._buffer) - len(kept)
            self._buffer = kept
            if not self._fill():
                return False

    def _seek(self, at: int) -> None:
        self._file.seek(at)
        self._at = at
        self._buffer = b""


class GzipSource:
    """A gzip file, member by member; `read` goes on from one member to the next."""

    def __init__(self, file: BinaryIO) -> None:
        self.broken = ""
        self._file = file
        self._raw = b""
        self._raw_at = 0  # file offset of _raw[0]
        self._member = 0  # file offset of the member that _buffer comes from
        self._mark = 0
        self._buffer = b""
        self._inflate: zlib._Decompress | None = None
        self._crc = self._size = 0
        self._suspect: dict[int, str] = {}  # member -> why its bytes may be wrong
        self._again = _Again()

    @property
    def suspect(self) -> str:
        return self._suspect.get(self._mark, "")

    @property
    def ran_over(self) -> bool:
        return self._member != self._mark and bool(self.suspect)

    @property
    def cut_short(self) -> bool:
        return self._member == self._mark and bool(self.broken) and not self._buffer

    def begin(self) -> int:
        more = bool(self._buffer) or self._fill()
        if self._mark != self._member:
            self._suspect.pop(self._mark, None)
            self._mark = self._member
        return self._member if more or self.broken else -1

    def peek(self, n: int) -> bytes:
        if not self._buffer:
            self._fill()
        return self._buffer[:n]

    def tail(self, n: int) -> bytes:
        if not self._buffer and self._inflate is not None:
            self._fill()
        return self._buffer[:n]

    def read(self, n: int) -> bytes:
        out: list[bytes] = []
        while n > 0 and (self._buffer or self._fill()):
            part = self._buffer[:n]
            self._buffer = self._buffer[len(part) :]
            n -= len(part)
            out.append(part)
        return b"".join(out)

    def _more_raw(self) -> bool:
        piece = self._file.read(_PIECE)
        self._raw += piece
        return bool(piece)

    def _drop_raw(self, n: int) -> None:
        self._raw = self._raw[n:]
        self._raw_at += n

    def _fill(self) -> bool:
        """Inflate the next piece into the empty buffer; False at the end or where it is broken."""
        while not self._buffer and not self.broken:
            if self._inflate is None and not self._open_member():
                break
            if not self._raw and not self._more_raw():
                self.broken = "cut off: the file ends inside a gzip member"
                break
            assert self._inflate is not None
            size = _PIECE if self._size else _FIRST_PIECE
            try:
                piece = self._inflate.decompress(self._raw, size)
            except zlib.error as e:
                self.broken = f"damaged: {e}"
                break
            rest = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
            self._drop_raw(len(self._raw) - len(rest))
            self._crc = zlib.crc32(piece, self._crc)
            self._size += len(piece)
            self._buffer = piece
            if self._inflate.eof:
                self._close_member()
        return bool(self._buffer)

    def _open_member(self) -> bool:
        while len(self._raw) < 10 and self._more_raw():
            pass
        self._member = self._raw_at
        if not self._raw.strip(b"\x00"):  # the end, or padding with which tar and tape fill a block
            return False
        header = _gzip_header(self._raw)
        while header == 0 and len(self._raw) < 4 * _PIECE and self._more_raw():
            header = _gzip_header(self._raw)
        if header <= 0:
            self.broken = "damaged: not a gzip member" if len(self._raw) >= 10 else "cut off: the file ends inside a gzip header"
            return False
        self._drop_raw(header)
        self._inflate = zlib.decompressobj(wbits=-15)
        self._crc = self._size = 0
        return True

    def _close_member(self) -> None:
        self._inflate = None
        while len(self._raw) < 8 and self._more_raw():
            pass
        if len(self._raw) < 8:
            self._suspect[self._member] = "cut off: the file ends inside a gzip trailer"
        elif struct.unpack("<II", self._raw[:8]) != (self._crc, self._size & 0xFFFFFFFF):
            self._suspect[self._member] = "damaged: gzip checksum differs"
        self._drop_raw(min(8, len(self._raw)))

    def resync(self) -> bool:
        # what a broken member inflates to may have run over the members after it
        at = self._again.from_mark(self._mark, self._raw_at)
        self._file.seek(at)
        self._raw, self._raw_at, self._buffer, self._inflate = b"", at, b"", None
        start = 0
        while True:
            found = self._raw.find(b"\x1f\x8b\x08", start)
            if found < 0 or found + _FIRST_PIECE > len(self._raw):
                self._drop_raw(found if found >= 0 else max(0, len(self._raw) - 2))
                start = 0
                if self._more_raw():
                    continue
                found = self._raw.find(b"\x1f\x8b\x08")
                if found < 0:
                    return False
            if _begins_a_record(self._raw[found : found + 4 * _FIRST_PIECE]):
                self._drop_raw(found)
                self.broken = ""
                return True
            start = found + 1


def _gzip_header(raw: bytes) -> int:
    """Length of the gzip header (RFC 1952 2.3) at the start of raw; 0 when it is not whole, -1 when it is none."""
    if len(raw) < 10:
        return 0 if b"\x1f\x8b\x08".startswith(raw[:3]) else -1
    if raw[:3] != b"\x1f\x8b\x08" or raw[3] & 0xE0:
        return -1
    flags, at = raw[3], 10
    if flags & 4:
        at += 2 + int.from_bytes(raw[at : at + 2], "little")
    for flag in (8, 16):
        if flags & flag:
            at = raw.find(b"\x00", at) + 1
            if at == 0:
                return 0
    if flags & 2:
        at += 2
    return at if at < len(raw) else 0


def _begins_a_record(raw: bytes) -> bool:
    header = _gzip_header(raw)
    if header <= 0:
        return False
    try:
        return zlib.decompressobj(wbits=-15).decompress(raw[header : header + _FIRST_PIECE], 5) == b"WARC/"
    except zlib.error:
        return False
