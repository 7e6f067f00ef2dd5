"""qnews: the archivist's desk. Repairs saved pages, shows and undoes what was changed, reports, exports, checks."""

import contextlib
import logging
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from qnews_scraper.article import dump
from qnews_scraper.check import check_output
from qnews_scraper.errors import OutputError, QnewsError, RecordError, SourceError
from qnews_scraper.ledger import undo as undone
from qnews_scraper.load import chosen_options, is_output, load, restore_all
from qnews_scraper.options import Options
from qnews_scraper.record import ledger_record, repaired_from_record
from qnews_scraper.report.account import Account, counts
from qnews_scraper.report.cleaned import cleaned_html
from qnews_scraper.report.export import FORMATS
from qnews_scraper.report.page import html_report
from qnews_scraper.report.recorded import ledger_records, recorded_accounts
from qnews_scraper.report.terminal import listing, print_summary
from qnews_scraper.restore import Restored
from qnews_scraper.trust import Trust
from qnews_scraper.writer import Output, Rejected

app = typer.Typer(name="qnews", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)

Paths = Annotated[list[str], typer.Argument(help="Saved pages: html, mhtml, warc, wacz, zip, txt, gz, or folders of them.")]
TrustFlag = Annotated[Trust, typer.Option(metavar="[certain|likely]", help="certain: apply only what the bytes prove; likely: also what was chosen among candidates.")]
EncodingFlag = Annotated[str, typer.Option(help="Decode as this encoding whatever the page says.")]
MaxBytesFlag = Annotated[int, typer.Option(help="Reject longer pages.", min=1)]
MAX_BYTES = Options().max_bytes


def main() -> NoReturn:
    """The command; an error a user can mend is one line on stderr and exit status 1."""
    logging.basicConfig(format="qnews: %(message)s", level=logging.WARNING)
    if sys.stdout is None:  # closed by the caller
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - open as long as the process is
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except QnewsError as e:
        print(f"qnews: {' '.join(str(e).split())}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        _silence()
        sys.exit(141)
    except OSError as e:
        _silence()
        print(f"qnews: the output cannot be written: {e.strerror or e}", file=sys.stderr)
        sys.exit(1)
    sys.exit(0)


def _silence() -> None:
    """So that the interpreter's own last flush says nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@app.command()
def repair(
    paths: Paths,
    out: Annotated[str, typer.Option(help="A folder (articles.jsonl, its ledger and rejected.jsonl, as the crawl writes them), or a .jsonl file.")] = "",
    html: Annotated[str, typer.Option(help="Folder for the cleaned pages as HTML that opens in a browser.")] = "",
    trust: TrustFlag = Trust.LIKELY,
    encoding: EncodingFlag = "",
    max_bytes: MaxBytesFlag = MAX_BYTES,
) -> None:
    """Write the articles of saved pages as JSON Lines, to stdout or to --out."""
    restored = _restored(paths, chosen_options(trust, encoding, max_bytes))
    if html:
        restored = _with_html(restored, _folder(html))
    if not out:
        accounts = _to_stdout(restored)
    elif out.lower().endswith(".jsonl") and not os.path.isdir(out):
        accounts = _to_file(restored, Path(out))
    else:
        accounts = _to_folder(restored, Path(out))
    total = counts(accounts)
    if out:
        print_summary(total, console=Console(stderr=True))
    if not any(total[key] for key in ("articles", "already", "rejected/duplicate")):
        raise SourceError("no article in these pages")


@app.command()
def show(
    paths: Paths,
    everything: Annotated[bool, typer.Option("--all", help="Every repair and removal, not only the first of each page.")] = False,
    trust: TrustFlag = Trust.LIKELY,
    encoding: EncodingFlag = "",
    max_bytes: MaxBytesFlag = MAX_BYTES,
) -> None:
    """Show what was changed on each page, and why."""
    for account in _accounts(paths, chosen_options(trust, encoding, max_bytes)):
        for line in listing(account, everything=everything):
            print(line.encode("utf-8", "replace").decode())


@app.command()
def undo(
    ledger: Annotated[str, typer.Argument(help="articles.jsonl or its ledger.")],
    id: Annotated[str, typer.Option(help="Of one article.")] = "",
    out: Annotated[str, typer.Option(help="Folder for the served texts, a file an article.")] = "",
) -> None:
    """Give back the text as served, exactly, from the ledger."""
    found = [r for r in ledger_records(ledger) if not id or r["id"] == id]
    if not found:
        raise RecordError(f"{ledger}: {f'no article has the id {id}' if id else 'holds no article'}")
    if not out and len(found) > 1:
        raise RecordError(f"{ledger}: holds {len(found)} articles: choose one with --id, or a folder for all with --out")
    folder = _folder(out) if out else None
    for record in found:
        for n, part in enumerate((record, *record.get("parts", ())), 1):
            text = undone(repaired_from_record(part)).encode("utf-8", "replace")
            if folder is None:
                sys.stdout.buffer.write(text)
            else:
                _write(folder / f"{record['id']}{f'.{n}' if n > 1 else ''}.txt", text)


@app.command()
def report(
    paths: Annotated[list[str], typer.Argument(help="Saved pages, or articles.jsonl with its ledger beside it.")],
    html: Annotated[str, typer.Option(help="Write the report to this file, served and repaired side by side.")] = "",
    trust: TrustFlag = Trust.LIKELY,
    encoding: EncodingFlag = "",
    max_bytes: MaxBytesFlag = MAX_BYTES,
) -> None:
    """Sum up damage by kind; with --html also page by page."""
    options = chosen_options(trust, encoding, max_bytes)
    if html and not os.path.isdir(os.path.dirname(html) or "."):  # not only after all pages are read
        raise OutputError(f"{html}: cannot be written: No such file or directory")
    accounts: Iterable[Account] = _accounts(paths, options)
    if html:
        accounts = list(accounts)
    total = counts(accounts)
    if html:
        _write(Path(html), "".join(html_report(accounts, total)).encode("utf-8", "replace"))
    print_summary(total)


@app.command()
def export(
    paths: Annotated[list[str], typer.Argument(help="articles.jsonl, or saved pages.")],
    to: Annotated[str, typer.Option(help=f"One of: {', '.join(FORMATS)}.")],
    out: Annotated[str, typer.Option(help="File to write; stdout without it.")] = "",
) -> None:
    """Write articles for other programs."""
    if to not in FORMATS:
        raise OutputError(f"unknown format {to!r}; known: {', '.join(FORMATS)}")
    if not out and to == "parquet" and sys.stdout.isatty():
        raise OutputError("parquet is not for a terminal: name a file with --out")
    articles = (article for path in paths for article in load(path))
    if not out:
        FORMATS[to](articles, sys.stdout.buffer)
        return
    _check_file(Path(out))
    part = Path(f"{out}.part")
    try:
        with part.open("wb") as sink:
            FORMATS[to](articles, sink)
        part.replace(out)
    except OSError as e:
        raise OutputError(f"{out}: cannot be written: {e.strerror}") from e
    finally:
        _clear(part)


@app.command()
def check(path: Annotated[str, typer.Argument(help="articles.jsonl, also .gz or .zst.")]) -> None:
    """Check every line against the schema, that ids are unique, digests right, and no line torn."""
    if not is_output(path):
        raise SourceError(f"{path}: not an output file (.jsonl, .jsonl.gz, .jsonl.zst)")
    lines = 0
    wrong = 0
    for number, problem in check_output(path):
        lines += not problem
        if problem:
            wrong += 1
            print(f"{path}:{number}: {problem}")
    print(f"{path}: {lines} lines are right" + (f", {wrong} {'problem' if wrong == 1 else 'problems'}" if wrong else ""), file=sys.stderr)
    if wrong:
        raise typer.Exit(1)


def _restored(paths: Iterable[str], options: Options) -> Iterator[Restored]:
    for path in paths:
        if is_output(path):
            raise SourceError(f"{path}: holds articles, not pages")
        yield from restore_all(path, options)


def _accounts(paths: Iterable[str], options: Options) -> Iterator[Account]:
    for path in paths:
        if is_output(path):
            yield from recorded_accounts(path)
        else:
            yield from map(Account.of, restore_all(path, options))


def _to_stdout(pages: Iterable[Restored]) -> Iterator[Account]:
    """Writes articles to stdout, each once, and says on stderr which pages gave none."""
    written: set[str] = set()
    for restored in pages:
        account = Account.of(restored)
        yield account
        if restored.article is None:
            print(f"qnews: {account.name}: {restored.rejected}", file=sys.stderr)
        elif restored.article.id not in written:
            written.add(restored.article.id)
            sys.stdout.buffer.write(restored.article.to_json().encode() + b"\n")


def _to_folder(pages: Iterable[Restored], folder: Path) -> Iterator[Account]:
    """Writes as the crawl does; an article that the folder holds already is not written again."""
    output = Output(folder)
    try:
        for line in output.told:
            print(f"qnews: {line}", file=sys.stderr)
        for restored in pages:
            page, article, reason = restored.page, restored.article, restored.rejected
            if article is not None:
                problems = article.problems()
                reason = f"invalid: {'; '.join(problems)}" if problems else output.claim(article)
            if article is not None and reason == "already":
                output.complete(article, page)
                yield replace(Account.of(restored), already=True)
                continue
            if article is not None and not reason:
                output.write(article, page)
            else:
                output.reject(Rejected.of(page, reason))
            yield replace(Account.of(restored), rejected=reason)
    finally:
        output.close()


def _to_file(pages: Iterable[Restored], file: Path) -> Iterator[Account]:
    """Writes one file of articles, its ledger and its rejected pages beside it; files of these names are replaced when all is written."""
    stem = file.name.removesuffix(".jsonl")
    names = (file, file.with_name(f"{stem}.ledger.jsonl"), file.with_name(f"{stem}.rejected.jsonl"))
    parts = [name.with_name(f"{name.name}.part") for name in names]
    written: set[str] = set()
    for name in names:
        _check_file(name)
    try:
        with contextlib.ExitStack() as stack:
            articles, ledger, rejected = (stack.enter_context(part.open("wb")) for part in parts)
            for restored in pages:
                article = restored.article
                already = article is not None and article.id in written
                if article is None:
                    rejected.write(dump(asdict(Rejected.of(restored.page, restored.rejected))).encode() + b"\n")
                elif not already:
                    written.add(article.id)
                    ledger.write(dump(ledger_record(article.id, restored.page)).encode() + b"\n")
                    articles.write(article.to_json().encode() + b"\n")
                yield replace(Account.of(restored), already=already)
        for part, name in zip(parts, names, strict=True):
            part.replace(name)
    except OSError as e:
        raise OutputError(f"{file}: cannot be written: {e.strerror}") from e
    finally:
        for part in parts:
            _clear(part)


def _check_file(path: Path) -> None:
    """What is to be replaced must be a file: a device or a folder of that name stays."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise OutputError(f"{path}: is not a regular file")


def _clear(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink(missing_ok=True)


def _with_html(pages: Iterable[Restored], folder: Path) -> Iterator[Restored]:
    for restored in pages:
        if restored.tree is not None:
            name = restored.article.id if restored.article else Rejected.of(restored.page, "").id
            _write(folder / f"{name}.html", cleaned_html(restored.tree, restored.page.url).encode("utf-8", "replace"))
        yield restored


def _folder(path: str) -> Path:
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise OutputError(f"{path}: cannot be made: {e.strerror}") from e
    return Path(path)


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as e:
        raise OutputError(f"{path}: cannot be written: {e.strerror}") from e
