"""Archives in: saved pages, MHTML, WARC, WACZ, zip and text, as pages whose bytes are still to be decoded."""

import os
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qnews_scraper.archive.folder import Disk, read_file, read_folder
from qnews_scraper.errors import SourceError
from qnews_scraper.options import Options
from qnews_scraper.page import Page

__all__ = ["read_pages"]


def read_pages(path: str | os.PathLike[str], options: Options | None = None) -> Iterator[Page]:
    """The pages of a file or of a folder (with all below it, by name), their text not yet decoded.

    A file may be a page (.html), a rendered dump (.txt), MHTML, WARC, WACZ, a zip of these, or one of
    these in gzip; its first bytes decide, not its name. Page.archive_file is `path` as given, with the
    name below it where `path` is a folder. A record that cannot be read is a page without a body whose
    first warning begins with "broken-record: "; one that the end of the file cut off has what is left of
    its body and the warning "cut-off: ...". Raises SourceError, on the first call of next(), when nothing
    at the path can be read as a page.
    """
    options = options or Options()
    given = os.fspath(path)
    if not os.path.exists(given):
        raise SourceError(f"{given}: no such file or folder")
    try:
        yield from _told_when_none_is_whole(_located(given, options), given)
    except OSError as e:
        raise SourceError(f"{given}: cannot be read: {e.strerror or e}") from e


def _located(given: str, options: Options) -> Iterator[Page]:
    if os.path.isdir(given):
        for page in read_folder(Disk(Path(given)), options.max_bytes):
            yield replace(page, archive_file=os.path.join(given, page.archive_file))
        return
    folder, name = Disk(Path(given).parent), os.path.basename(given)
    try:
        for page in read_file(folder, name, options.max_bytes, named=True):
            yield replace(page, archive_file=given)
    except SourceError as e:
        raise SourceError(f"{given}{str(e).removeprefix(name)}") from e


def _told_when_none_is_whole(pages: Iterator[Page], given: str) -> Iterator[Page]:
    """The same pages; those that are broken or cut off are held back until a whole one has shown that this is a source."""
    held: deque[Page] = deque()
    for page in pages:
        if page.body and not any(w.startswith("cut-off: ") for w in page.warnings):
            yield from held
            held.clear()
            yield page
            yield from pages
            return
        held.append(page)
    if not held:
        raise SourceError(f"{given}: holds no page")
    why = next((w.partition(": ")[2] for w in held[0].warnings), "it is empty")
    raise SourceError(f"{given}: holds no whole page: {why}" if len(held) == 1 else f"{given}: none of {len(held)} pages is whole; the first: {why}")
