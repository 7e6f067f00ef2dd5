"""The durable output: three JSON Lines files that survive kill -9, a full disk and a second run.

    articles.jsonl          one Article a line
    articles.ledger.jsonl   by the same id: every edit and removal, with its evidence
    rejected.jsonl          pages that gave no article, with their reason

A line is one write() to a file opened for appending, so a killed process leaves whole lines and at most one
torn one. The ledger's line goes out before the article's: a page whose article stands in the file is done,
and a kill between the two leaves a ledger line without article, which the next start takes back. On start a
torn tail moves to FILE.torn, and what the files hold is known again, so the next run neither loses nor doubles.
"""

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from qnews_scraper.article import SCHEMA_VERSION, Article, dump, lacks_pages
from qnews_scraper.errors import OutputError, RecordError
from qnews_scraper.page import Page
from qnews_scraper.record import ledger_record

try:
    import fcntl
except ImportError:  # Windows: two writers are not kept apart there
    fcntl = None  # type: ignore[assignment]

ARTICLES: Final = "articles.jsonl"
LEDGER: Final = "articles.ledger.jsonl"
REJECTED: Final = "rejected.jsonl"

Record = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """One page that gave no article; flat, with the same types in every row."""

    id: str
    """As Article.id; of the url alone when nothing was read."""
    url: str
    reason: str
    """Why, "kind: evidence"."""
    status: int = 0
    """HTTP status, 0 when there was no answer."""
    fetched_at: str = ""
    archive_file: str = ""
    archive_member: str = ""
    archive_offset: int = -1
    body_sha256: str = ""
    schema_version: int = SCHEMA_VERSION

    @property
    def kind(self) -> str:
        return self.reason.partition(":")[0]

    @classmethod
    def of(cls, page: Page, reason: str) -> "Rejected":
        """The record of a page as far as it came."""
        body = page.body or page.text.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(body).hexdigest() if body else ""
        return cls(
            id=page_id(page.url, digest),
            url=page.url,
            reason=reason,
            status=page.status,
            fetched_at=page.fetched_at,
            archive_file=page.archive_file,
            archive_member=page.archive_member,
            archive_offset=page.archive_offset,
            body_sha256=digest,
        )


def page_id(url: str, body_sha256: str) -> str:
    """The id of a page's record, as Article.id describes it."""
    return hashlib.sha256(f"{url}\n{body_sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Lines:
    """One JSON Lines file, opened for appending whole lines.

    `seen` is called with every record the file already holds; it raises RecordError for one that does not
    belong there. OutputError when the file cannot be opened or another process writes it, RecordError when a
    line amid it is not JSON: appending to such a file would hide the damage.
    """

    def __init__(self, path: Path, seen: Callable[[Record, int], None]) -> None:
        self.path = path
        self.told: list[str] = []
        """What was mended on opening, one line each."""
        self._unsynced = False
        try:
            self._fd = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
        except OSError as e:
            raise OutputError(f"{path}: cannot be written: {e.strerror}") from e
        try:
            self._lock()
            self._recover(seen)
        except BaseException:
            os.close(self._fd)
            raise

    def append(self, line: str) -> None:
        """One record; the line is whole on disk's cache when this returns, and not there at all when it raises OutputError."""
        data = line.encode("utf-8") + b"\n"
        before = os.fstat(self._fd).st_size
        try:
            done = os.write(self._fd, data)
            while done < len(data):
                done += os.write(self._fd, data[done:])
        except OSError as e:
            with contextlib.suppress(OSError):
                os.ftruncate(self._fd, before)
            raise OutputError(f"{self.path}: {e.strerror}") from e
        self._unsynced = True

    def sync(self) -> None:
        """Makes what was appended survive a power cut."""
        if self._unsynced:
            os.fsync(self._fd)
            self._unsynced = False

    def cut(self, offset: int, why: str) -> None:
        """Moves everything from `offset` on to FILE.torn."""
        size = os.fstat(self._fd).st_size
        torn = os.pread(self._fd, size - offset, offset)
        aside = self.path.with_name(self.path.name + ".torn")
        with aside.open("ab") as f:
            f.write(torn if torn.endswith(b"\n") else torn + b"\n")
            f.flush()
            os.fsync(f.fileno())
        os.ftruncate(self._fd, offset)
        os.fsync(self._fd)
        self.told.append(f"{self.path}: {why}, {len(torn)} bytes moved to {aside.name}")

    def close(self) -> None:
        self.sync()
        os.close(self._fd)

    def _lock(self) -> None:
        if fcntl is None:
            return
        try:
            fcntl.flock(self._fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as e:
            raise OutputError(f"{self.path}: another run is writing it") from e

    def _recover(self, seen: Callable[[Record, int], None]) -> None:
        offset, torn_at, torn_line, open_end = 0, -1, 0, False
        for number, raw in enumerate(self._raw_lines(), 1):
            record = _record(raw)
            if record is None and torn_at < 0:
                torn_at, torn_line = offset, number
            elif record is not None:
                if torn_at >= 0:
                    raise RecordError(f"{self.path}: line {torn_line} is not a JSON object; mend it, or choose another output folder")
                try:
                    seen(record, offset)
                except RecordError as e:
                    raise RecordError(f"{self.path}: line {number}: {e}; choose another output folder") from e
                open_end = not raw.endswith(b"\n")
            offset += len(raw)
        if torn_at >= 0:
            self.cut(torn_at, "its last line was cut off by a killed run")
        elif open_end:
            os.write(self._fd, b"\n")

    def _raw_lines(self) -> Iterator[bytes]:
        with open(os.dup(self._fd), "rb") as f:
            f.seek(0)
            yield from f


def _record(raw: bytes) -> Record | None:
    try:
        record = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


class Output:
    """The three files of one output folder.

    Raises OutputError or RecordError, one clear line, when the folder cannot be written or holds something else.
    """

    def __init__(self, folder: Path, sync_seconds: float = 2.0) -> None:
        self.folder = folder
        self._sync_seconds = sync_seconds
        self._synced_at = time.monotonic()
        self._articles: set[str] = set()
        self._texts: dict[str, tuple[str, str]] = {}
        self._whole: set[str] = set()
        self._ledger: dict[str, int] = {}
        self._rejected: set[tuple[str, str]] = set()
        self._files: list[Lines] = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise OutputError(f"{folder}: cannot be made: {e.strerror}") from e
        try:
            self.articles = self._open(folder / ARTICLES, self._saw_article)
            self.ledger = self._open(folder / LEDGER, self._saw_ledger)
            self.rejected = self._open(folder / REJECTED, self._saw_rejected)
        except BaseException:
            self.close()
            raise
        self._take_back_orphans()
        _sync_folder(folder)
        self.told = tuple(line for file in self._files for line in file.told)
        """What was mended on opening, one line each."""

    def claim(self, article: Article) -> str:
        """What stands against writing the article: "" nothing, "already" when it is written, "duplicate: of ID" when its text is.

        The same text at the same address is the same article, however the rest of the page has changed. A
        claimed article counts as written, so that two pages on their way at once cannot both pass. An article
        that stands there whole is not followed by one of which a page could not be fetched.
        """
        lacking = lacks_pages(article.warnings)
        if article.id in self._articles or (lacking and article.url in self._whole):
            return "already"
        if article.text:
            known, url = self._texts.setdefault(article.text_sha256, (article.id, article.url))
            if known != article.id:
                return "already" if url and url == article.url else f"duplicate: of {known}"
        self._articles.add(article.id)
        if article.url and not lacking:
            self._whole.add(article.url)
        return ""

    def write(self, article: Article, page: Page, parts: Sequence[Page] = ()) -> None:
        """One article, its ledger first."""
        if article.id not in self._ledger:
            self.ledger.append(dump(ledger_record(article.id, page, parts)))
            self._ledger[article.id] = -1
        self.articles.append(article.to_json())
        self._sync_in_time()

    def complete(self, article: Article, page: Page, parts: Sequence[Page] = ()) -> None:
        """Writes the ledger of an article that is written already, where a power cut lost it."""
        if article.id in self._articles and article.id not in self._ledger:
            self.ledger.append(dump(ledger_record(article.id, page, parts)))
            self._ledger[article.id] = -1

    def reject(self, rejected: Rejected) -> None:
        """One page without article; the same page with the same reason is written once."""
        key = (rejected.id, rejected.reason)
        if key not in self._rejected:
            self.rejected.append(dump(asdict(rejected)))
            self._rejected.add(key)
            self._sync_in_time()

    def close(self) -> None:
        for file in reversed(self._files):
            file.close()
        self._files.clear()

    def _open(self, path: Path, seen: Callable[[Record, int], None]) -> Lines:
        lines = Lines(path, seen)
        self._files.append(lines)
        return lines

    def _saw_article(self, record: Record, offset: int) -> None:
        _check_version(record)
        if not isinstance(record.get("id"), str):
            raise RecordError("not an article: it has no id")
        self._articles.add(record["id"])
        if record.get("url") and not lacks_pages(str(record.get("warnings"))):
            self._whole.add(str(record["url"]))
        if record.get("text"):
            self._texts.setdefault(str(record.get("text_sha256")), (record["id"], str(record.get("url"))))

    def _saw_ledger(self, record: Record, offset: int) -> None:
        _check_version(record)
        self._ledger[str(record.get("id"))] = offset

    def _saw_rejected(self, record: Record, offset: int) -> None:
        _check_version(record)
        self._rejected.add((str(record.get("id")), str(record.get("reason"))))

    def _take_back_orphans(self) -> None:
        """Ledger lines at the end whose article was never written; the page will be read again."""
        first = -1
        for article_id, offset in reversed(self._ledger.items()):
            if article_id in self._articles:
                break
            first = offset
        if first >= 0:
            self._ledger = {i: o for i, o in self._ledger.items() if o < first}
            self.ledger.cut(first, "its last line has no article, a run was killed between the two")

    def _sync_in_time(self) -> None:
        if time.monotonic() - self._synced_at >= self._sync_seconds:
            self.ledger.sync()
            self.articles.sync()
            self.rejected.sync()
            self._synced_at = time.monotonic()


def _check_version(record: Record) -> None:
    if record.get("schema_version") != SCHEMA_VERSION:
        raise RecordError(f"written with schema_version {record.get('schema_version')!r}, this writes {SCHEMA_VERSION}")


def _sync_folder(folder: Path) -> None:
    """Makes new file names survive a power cut; where a folder cannot be opened (Windows) the system does so itself."""
    with contextlib.suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
