"""Output files checked line by line, without raising for what they hold."""

import gzip
import hashlib
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import fields
from typing import Final

import zstandard

from qnews_scraper.article import Article
from qnews_scraper.errors import RecordError, SourceError
from qnews_scraper.load import open_output

_NAMES: Final = [f.name for f in fields(Article)]


def check_output(path: str | os.PathLike[str]) -> Iterator[tuple[int, str]]:
    """(line number, what is wrong with it) for every line of a file of articles; "" for a line that is right.

    SourceError when the file cannot be opened.
    """
    ids: dict[str, int] = {}
    number = 0
    try:
        with open_output(path) as file:
            for number, line in enumerate(file, 1):
                problem = _problem(line)
                if not problem:
                    first = ids.setdefault(json.loads(line)["id"], number)
                    problem = f"the id of line {first} again" if first != number else ""
                yield number, problem
    except (EOFError, zlib.error, gzip.BadGzipFile, zstandard.ZstdError) as e:
        yield number + 1, f"the file is cut off or damaged here: {e}"
    except OSError as e:
        raise SourceError(f"{os.fspath(path)}: cannot be read: {e.strerror or e}") from e


def _problem(line: bytes) -> str:
    if not line.endswith(b"\n"):
        return "torn: no newline at its end"
    try:
        text = line.decode("utf-8")
        article = Article.from_json(text)
    except UnicodeDecodeError as e:
        return f"not UTF-8: {e.reason} at byte {e.start}"
    except RecordError as e:
        return str(e)
    if missing := [name for name in _NAMES if name not in json.loads(text)]:
        return f"missing fields: {', '.join(missing)}"
    if problems := article.problems():
        return "; ".join(problems)
    try:
        digest = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError:
        return "a lone surrogate in text"
    return "" if digest == article.text_sha256 else "text_sha256 is not that of text"
