"""Articles from any source: recorded ones from an output file, restored ones from saved pages."""

import gzip
import io
import logging
import os
import zlib
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO, Final

import zstandard

from qnews_scraper import site as sites
from qnews_scraper.archive import read_pages
from qnews_scraper.article import Article
from qnews_scraper.errors import RecordError, SourceError
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.restore import Restored, failed, restore_page
from qnews_scraper.text.prescan import encoding_of
from qnews_scraper.trust import Trust

logger = logging.getLogger(__name__)

OUTPUTS: Final = (".jsonl", ".jsonl.gz", ".jsonl.zst")
"""Names of output files; all other paths are sources of pages."""

_OTHER_MEDIA: Final = (
    "image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/json", "application/javascript", "text/css",
)  # fmt: skip


_BYTES: Final = 1 << 40


def chosen_options(trust: str, encoding: str, max_bytes: int | str) -> Options:
    """The options that flags and settings spell; SourceError says in one line what is wrong with them."""
    if trust not in (Trust.CERTAIN, Trust.LIKELY):
        raise SourceError(f"trust must be 'certain' or 'likely', not {trust!r}")
    if encoding and not encoding_of(encoding):
        raise SourceError(f"unknown encoding {encoding!r}")
    if not str(max_bytes).isascii() or not str(max_bytes).isdigit() or not 0 < int(max_bytes) <= _BYTES:
        raise SourceError(f"max_bytes must be a number from 1 to {_BYTES}, not {max_bytes!r}")
    return Options(Trust(trust), encoding, int(max_bytes))


def load(path: str | os.PathLike[str], options: Options | None = None) -> Iterator[Article]:
    """The articles of an output file as recorded, or of saved pages as restored now.

    RecordError names the line that is not an article; a torn last line, which a killed run leaves, is
    passed over with a logged warning. SourceError when the path cannot be read.
    """
    if is_output(path):
        for number, line in output_lines(path):
            yield article_of(path, number, line)
    else:
        for restored in restore_all(path, options):
            if restored.article is not None:
                yield restored.article


def restore_all(path: str | os.PathLike[str], options: Options | None = None) -> Iterator[Restored]:
    """Every page of a source, restored as the crawl does it: with the hints of its site, and only where the answer was a page."""
    options = options or Options()
    for page in read_pages(path, options):
        yield _restored(page, options)


def _restored(page: Page, options: Options) -> Restored:
    if reason := refused(page):
        return Restored(page, rejected=reason)
    site = sites.for_url(page.url)
    try:
        return restore_page(page, replace(options, hints=site.hints) if site else options)
    except Exception as e:  # the pages after it are not to be lost with it
        logger.exception("%s: internal error", page.url or page.archive_member or page.archive_file)
        return failed(page, e)


def refused(page: Page) -> str:
    """Why the answer is no page, by its status and type; "" when it may be one."""
    if not 200 <= page.status < 300:
        phrase = next((s.phrase for s in HTTPStatus if s == page.status), "")
        where = f" to {page.header('location')}" if page.header("location") else ""
        return f"http: {page.status} {phrase}{where}".rstrip()
    media = page.header("content-type").partition(";")[0].strip().lower()
    if media.startswith(_OTHER_MEDIA) and page.body.lstrip()[:1] != b"<":
        return f"not-html: {media}"
    return ""


def is_output(path: str | os.PathLike[str]) -> bool:
    """Whether a path names an output file."""
    return os.fspath(path).lower().endswith(OUTPUTS)


def article_of(path: str | os.PathLike[str], number: int, line: bytes) -> Article:
    """The article of one line; RecordError names file and line."""
    try:
        return Article.from_json(line.decode("utf-8"))
    except UnicodeDecodeError as e:
        raise RecordError(f"{os.fspath(path)}: line {number}: not UTF-8: {e.reason} at byte {e.start}") from e
    except RecordError as e:
        raise RecordError(f"{os.fspath(path)}: line {number}: {e}") from e


def output_lines(path: str | os.PathLike[str]) -> Iterator[tuple[int, bytes]]:
    """(number, line) of an output file, compressed or not, without empty lines and without a torn last line."""
    name = os.fspath(path)
    try:
        with open_output(name) as file:
            for number, line in enumerate(file, 1):
                if not line.endswith(b"\n") and not line.rstrip().endswith(b"}"):
                    logger.warning("%s: line %d is torn and passed over: a run was killed while writing it", name, number)
                elif line.strip():
                    yield number, line
    except (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError) as e:
        raise SourceError(f"{name}: cut off or damaged: {e}") from e
    except OSError as e:
        raise SourceError(f"{name}: cannot be read: {e.strerror or e}") from e


def open_output(path: str | os.PathLike[str]) -> BinaryIO:
    """An output file's bytes, decompressed by its name; OSError when it cannot be opened."""
    name = os.fspath(path)
    if name.lower().endswith(".gz"):
        return io.BufferedReader(gzip.GzipFile(name))  # opened by name, since GzipFile closes only what it opened itself
    file = Path(name).open("rb")  # noqa: SIM115 - the caller closes it
    if name.lower().endswith(".zst"):
        return io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True, closefd=True))
    return file
