"""Articles as files for other programs: csv, txt, md, parquet."""

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import astuple, fields
from itertools import islice
from typing import BinaryIO, Final

from qnews_scraper.article import Article
from qnews_scraper.errors import OutputError

_MARKDOWN: Final = re.compile(r"(?=[\\`*_\[\]<>|])|^(?=[#+-])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])", re.M)
"""What Markdown takes for a mark: some characters anywhere, some at the start of a line."""
_BATCH: Final = 1000


def to_csv(articles: Iterable[Article], sink: BinaryIO) -> None:
    """One row an article under a row of names (RFC 4180), UTF-8 with a byte order mark: without one Excel reads Chinese as ANSI."""
    text = io.TextIOWrapper(sink, "utf-8-sig", "replace", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([f.name for f in fields(Article)])
    for article in articles:
        writer.writerow(astuple(article))
    text.detach()


def to_txt(articles: Iterable[Article], sink: BinaryIO) -> None:
    """Title, a line of date, source and address, and the paragraphs; a form feed between two articles."""
    for n, article in enumerate(articles):
        about = "  ".join(filter(None, (article.date_published, article.source, article.url)))
        lines = (*filter(None, (article.title, about)), "", article.text, "")
        sink.write(("\f" * (n > 0) + "\n".join(lines)).encode("utf-8", "replace"))


def to_md(articles: Iterable[Article], sink: BinaryIO) -> None:
    """Markdown: a heading, a list of what is known, the paragraphs; what Markdown would take for a mark is escaped."""
    for n, article in enumerate(articles):
        told = (("date", article.date_published), ("source", article.source), ("author", article.authors.replace("\n", ", ")))
        about = [f"- {name}: {_escaped(value)}" for name, value in told if value] + [f"- url: <{article.url}>"] * bool(article.url)
        parts = (f"# {_escaped(article.title) or article.id}", "\n".join(about), *map(_escaped, article.text.splitlines()))
        sink.write(("\n---\n\n" * (n > 0) + "\n\n".join(filter(None, parts)) + "\n").encode("utf-8", "replace"))


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\", text)


def to_parquet(articles: Iterable[Article], sink: BinaryIO) -> None:
    """One Parquet file, strings and 64-bit integers. OutputError when pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as e:
        raise OutputError("parquet needs pyarrow: pip install pyarrow") from e
    schema = pyarrow.schema([(f.name, pyarrow.string() if f.type is str else pyarrow.int64()) for f in fields(Article)])
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        rest = iter(articles)
        while rows := list(islice(rest, _BATCH)):
            columns = [[v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in c] for c in zip(*map(astuple, rows), strict=True)]
            writer.write_table(pyarrow.table(columns, schema=schema))


FORMATS: Final[dict[str, Callable[[Iterable[Article], BinaryIO], None]]] = {"csv": to_csv, "md": to_md, "parquet": to_parquet, "txt": to_txt}
