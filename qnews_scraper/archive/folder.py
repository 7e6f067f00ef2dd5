"""Files and folders of pages, on disk or in a zip, told apart by their first bytes."""

import errno
import io
import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from qnews_scraper.archive.inflate import gunzip
from qnews_scraper.archive.mhtml import read_mhtml
from qnews_scraper.archive.saved import origin, parts_folder_of, style_sheets
from qnews_scraper.archive.sniff import HEAD, Kind, belongs_in_a_folder, kind_of
from qnews_scraper.archive.warc import read_warc
from qnews_scraper.errors import SourceError
from qnews_scraper.page import Page

_CONTAINER: Final = 4
"""An MHTML file or a zip in gzip may be this many times as long as a page: it carries images as base64."""
_ZIP_DEPTH: Final = 2
"""Zips inside zips (a WACZ in a zip) are opened this deep."""


class Folder(Protocol):
    """Files by name; a name is a relative path with forward slashes."""

    def names(self) -> list[str]:
        """All files below, sorted."""

    def open(self, name: str) -> BinaryIO:
        """A seekable file; OSError, zipfile.BadZipFile and their kind when it cannot be opened."""

    def size(self, name: str) -> int:
        """Its length in bytes, uncompressed; as the folder tells it, without reading."""


class Disk:
    """A folder of the file system; hidden files and links to folders are left out."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def names(self) -> list[str]:
        out: list[str] = []
        for folder, folders, files in os.walk(self._root):
            folders[:] = [f for f in folders if not f.startswith(".")]
            out += ((Path(folder) / f).relative_to(self._root).as_posix() for f in files if not f.startswith("."))
        return sorted(out)

    def open(self, name: str) -> BinaryIO:
        if not stat.S_ISREG(os.stat(self._root / name).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")  # to open a pipe is to wait for its writer
        return (self._root / name).open("rb")

    def size(self, name: str) -> int:
        return os.stat(self._root / name).st_size


class Zip:
    """The members of a zip; names that are not flagged as UTF-8 are read as UTF-8 or GB 18030, whichever they fit."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file)
        self._members = {_name(i): i for i in self._zip.infolist() if not i.is_dir()}

    def names(self) -> list[str]:
        return sorted(n for n in self._members if not any(p.startswith((".", "__MACOSX")) for p in n.split("/")))

    def open(self, name: str) -> BinaryIO:
        if name not in self._members:
            raise FileNotFoundError(name)
        return self._zip.open(self._members[name])  # type: ignore[return-value]

    def size(self, name: str) -> int:
        return self._members[name].file_size


def _name(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x800:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


_UNREADABLE: Final = (OSError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, NotImplementedError, ValueError)
"""What zipfile raises for a damaged, an encrypted, or a strangely compressed member, and the system for a file without rights."""


def read_folder(folder: Folder, limit: int, depth: int = 0) -> Iterator[Page]:
    """The pages of all files below, archive_file being their names; what is not a page is passed over."""
    names = folder.names()
    pages_of: dict[str, set[str]] = {}
    for name in names:
        parent, _, last = name.rpartition("/")
        pages_of.setdefault(parent, set()).add(last)
    siblings = {parent: frozenset(files) for parent, files in pages_of.items()}
    for name in names:
        if _is_part_of_a_page(name, siblings):
            continue
        try:
            with folder.open(name) as file:
                head = file.read(HEAD)
        except _UNREADABLE as e:
            if belongs_in_a_folder(name, b""):
                yield _broken(f"cannot be read: {e.strerror}" if isinstance(e, OSError) and e.strerror else f"damaged: {e}", name)
            continue
        if not belongs_in_a_folder(name, head):
            continue
        try:
            for page in read_file(folder, name, limit, named=False, depth=depth):
                yield replace(page, archive_file=name)
        except SourceError as e:
            yield _broken(str(e).removeprefix(f"{name}: "), name)


def _is_part_of_a_page(name: str, siblings: dict[str, frozenset[str]]) -> bool:
    parts = name.split("/")
    return any(parts_folder_of(parts[i], siblings.get("/".join(parts[:i]), frozenset())) for i in range(len(parts) - 1))


def read_file(folder: Folder, name: str, limit: int, *, named: bool, depth: int = 0) -> Iterator[Page]:
    """The pages of one file. SourceError when it is none; a file that was not `named` by the user and is plainly something else gives none."""
    try:
        with folder.open(name) as file:
            head = file.read(HEAD)
            size = folder.size(name)
            file.seek(0)
            if not head:
                raise SourceError(f"{name}: empty file")
            kind, what = kind_of(head, name)
            if kind == "other":
                if named:
                    raise SourceError(f"{name}: not a page but {what}" if not what.startswith("not ") else f"{name}: {what}")
                return
            if kind == "gzip":
                yield from _gzip(file, name, size, limit, depth)
            elif kind == "warc":
                yield from read_warc(file, gzipped=False, limit=limit, size=size)
            elif kind == "zip":
                yield from _zip(file if depth == 0 else _in_memory(file, limit * _CONTAINER), name, limit, depth)
            else:
                yield from _read(file, kind, limit, lambda part: _beside(folder, name, part, limit))
    except zipfile.BadZipFile as e:
        raise SourceError(f"{name}: a damaged zip: {e}") from e
    except UnicodeDecodeError as e:
        raise SourceError(f"{name}: a damaged zip: a member's name is not the UTF-8 that it is said to be") from e
    except (zlib.error, lzma.LZMAError, EOFError, RuntimeError, NotImplementedError) as e:
        raise SourceError(f"{name}: damaged: {e}") from e


def _read(file: BinaryIO, kind: Kind, limit: int, beside: Callable[[str], bytes | None]) -> Iterator[Page]:
    cap = limit * _CONTAINER if kind == "mhtml" else limit
    data = file.read(cap + 1)
    if len(data) > cap:
        yield _broken(f"too long: more than {cap} bytes")
    elif kind == "mhtml":
        yield from read_mhtml(data, limit=limit)
    else:
        url, fetched_at = origin(data)
        sheets = style_sheets(data, url, beside) if kind == "html" else {}
        yield Page(url=url, body=data, fetched_at=fetched_at, resources=sheets)


def _gzip(file: BinaryIO, name: str, size: int, limit: int, depth: int) -> Iterator[Page]:
    inner = name[:-3] if name.lower().endswith(".gz") else name
    first = zlib.decompressobj(wbits=31)
    try:
        head = first.decompress(file.read(HEAD), HEAD)
    except zlib.error:
        head = b""
    file.seek(0)
    if head.startswith(b"WARC/") or inner.lower().endswith(".warc"):
        yield from read_warc(file, gzipped=True, limit=limit, size=size)
        return
    kind, what = kind_of(head, inner)
    if kind in ("other", "gzip"):
        raise SourceError(f"{name}: not a page in gzip but {what or 'gzip again'}")
    cap = limit if kind in ("html", "text") else limit * _CONTAINER
    inflated = gunzip(file.read(cap + 1), cap)
    problem = inflated.problem
    if problem.startswith("cut off") and kind in ("html", "text"):
        url, fetched_at = origin(inflated.data)
        yield Page(url=url, body=inflated.data, fetched_at=fetched_at, warnings=(f"cut-off: {problem.partition(': ')[2]}",))
    elif problem:
        yield _broken(problem)
    elif kind == "zip":
        yield from _zip(io.BytesIO(inflated.data), name, limit, depth)
    else:
        yield from _read(io.BytesIO(inflated.data), kind, limit, lambda part: None)


def _in_memory(file: BinaryIO, cap: int) -> BinaryIO:
    """A zip in a zip, whole: its directory is at its end, and each way back inflates from the start."""
    data = file.read(cap + 1)
    if len(data) > cap:
        raise zipfile.BadZipFile(f"inside another zip it may have {cap} bytes at most")
    return io.BytesIO(data)


def _zip(file: BinaryIO, name: str, limit: int, depth: int) -> Iterator[Page]:
    if depth >= _ZIP_DEPTH:
        raise SourceError(f"{name}: a zip in a zip in a zip is not opened")
    found = False
    for page in read_folder(Zip(file), limit, depth + 1):
        found = True
        inside = f"{page.archive_file}!{page.archive_member}" if page.archive_member else page.archive_file
        yield replace(page, archive_member=inside)
    if not found and depth == 0:
        raise SourceError(f"{name}: a zip without pages")


def _beside(folder: Folder, name: str, part: str, limit: int) -> bytes | None:
    """The file at `part`, a path relative to that of `name`; None outside the folder and for what is not there."""
    path = os.path.normpath(os.path.join(os.path.dirname(name), part)).replace(os.sep, "/")
    if path.startswith(("..", "/")):
        return None
    try:
        with folder.open(path) as file:
            data = file.read(limit + 1)
    except (*_UNREADABLE, zipfile.LargeZipFile):
        return None
    return data if len(data) <= limit else None


def _broken(why: str, name: str = "") -> Page:
    return Page(archive_file=name, warnings=(f"broken-record: {why}",))
