"""Output files read back: the ledger of each article, and accounts of what a run did."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from qnews_scraper.errors import RecordError, SourceError
from qnews_scraper.load import OUTPUTS, is_output, load, output_lines
from qnews_scraper.report.account import Account

_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")
"""It becomes a file's name."""


def ledger_records(path: str) -> Iterator[dict[str, Any]]:
    """The records of a ledger, or of the one that lies beside a file of articles; RecordError names a line that is none."""
    ledger = _beside(path, "ledger")
    if not ledger.exists():
        raise SourceError(f"{path}: its ledger {ledger.name} is not beside it" if str(ledger) != path else f"{path}: no such file or folder")
    for number, record in _records(ledger):
        parts = record.get("parts", [])
        if not isinstance(parts, list) or not all(isinstance(r, dict) and "passes" in r for r in (record, *parts)):
            raise RecordError(f"{ledger}: line {number}: not a ledger record")
        if not isinstance(record.get("id"), str) or not _ID.fullmatch(record["id"]):
            raise RecordError(f"{ledger}: line {number}: its id is not one of an article")
        yield record


def recorded_accounts(path: str) -> Iterator[Account]:
    """An account of every article of an output file, and of the pages that were rejected beside it."""
    titles = {} if is_ledger(path) else {article.id: article.title for article in load(path)}
    for record in ledger_records(path):
        if is_ledger(path) or record["id"] in titles:
            yield Account.from_record(record, titles.get(record["id"], ""))
    rejected = _beside(path, "rejected")
    if rejected.exists():
        for _, record in _records(rejected):
            yield Account(str(record.get("url") or record.get("archive_file")), rejected=str(record.get("reason") or "unknown"))


def is_ledger(path: str) -> bool:
    """Whether an output file is a ledger, by its name."""
    return any(path.lower().endswith(f".ledger{suffix}") for suffix in OUTPUTS)


def _beside(path: str, kind: str) -> Path:
    """The ledger or the file of rejected pages that belongs to a file of articles, or to a ledger."""
    if not is_output(path):
        raise SourceError(f"{path}: not an output file ({', '.join(OUTPUTS)})")
    file = Path(path)
    suffix = next(s for s in OUTPUTS if file.name.lower().endswith(s))
    stem = file.name[: -len(suffix)].removesuffix(".ledger")
    beside = file.with_name(f"{stem}.{kind}{suffix}")
    return file.with_name(f"{kind}{suffix}") if kind == "rejected" and stem == "articles" else beside


def _records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in output_lines(path):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as e:
            raise RecordError(f"{path}: line {number}: not JSON: {e}") from e
        if not isinstance(record, dict):
            raise RecordError(f"{path}: line {number}: not a record")
        yield number, record
