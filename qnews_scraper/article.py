"""Article: what leaves the house, one JSON object a line.

Readers infer a column's type from the first rows, so every field has the same flat type in every row:
an empty string, 0 or false where there is nothing, never null. A field that holds several values holds
them one a line; `str.split("\\n")` gives them back.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Final

from qnews_scraper.errors import RecordError

SCHEMA_VERSION: Final = 1

_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))?")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MISSING_PAGE: Final = re.compile(r"^pages: \S+ is missing: ", re.M)


def _doc(text: str, **more: Any) -> Any:
    """A field documented where it is declared; the JSON Schema is made from this."""
    return field(metadata={"doc": text}, **more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as published, with where it came from and what was repaired."""

    id: str = _doc("16 hex digits: of the SHA-256 of url and the body's SHA-256 (over several pages: each page's), a newline between; the key of the ledger file.")
    url: str = _doc("Address it was fetched from; empty for a file that does not tell.", default="")
    canonical_url: str = _doc("What the page itself names as its address; on a mirror see warnings.", default="")
    origin_url: str = _doc("Where the article was first published, proposed by evidence on a mirror page; else empty.", default="")
    site: str = _doc("Host of url without www.", default="")
    title: str = _doc("Headline, without site and section names.", default="")
    text: str = _doc("Body, one paragraph a line, subheads in their places; U+FFFD where a character is lost.", default="")
    # ISO 8601 and "" are what every JSON tool expects. DuckDB and datasets guess a timestamp where all of the first
    # 20,480 rows (10 MB) are dated, and then stumble over a later "": give them sample_size=-1, features= (tests/test_output_readers.py).
    date_published: str = _doc("ISO 8601 with offset; date only (YYYY-MM-DD) where the page gives no time; empty where it gives no date.", default="")
    date_modified: str = _doc("As date_published, for the last change.", default="")
    date_raw: str = _doc("The characters that date_published was read from.", default="")
    authors: str = _doc("Writers (记者, 文, 通讯员), one a line.", default="")
    editors: str = _doc("Editors (责任编辑), one a line.", default="")
    source: str = _doc("Who published it first (来源).", default="")
    section: str = _doc("Breadcrumb without the home page, joined by ' / '.", default="")
    description: str = _doc("Summary from the head, where it belongs to the page.", default="")
    keywords: str = _doc("Keywords from the head, where they belong to the page, one a line.", default="")
    images: str = _doc("Absolute URLs of the article's images, one a line.", default="")
    image_captions: str = _doc("Their captions, one a line, line by line with images; a line may be empty.", default="")
    links: str = _doc("Absolute URLs of links inside the body, one a line.", default="")
    language: str = _doc("BCP 47: zh-Hans, zh-Hant, ja, ko, en, ...; empty when not told.", default="")
    field_origins: str = _doc("Where each field came from, one 'field=place' a line.", default="")
    fetched_at: str = _doc("When the page was fetched, ISO 8601 with offset; empty when not known.", default="")
    archive_file: str = _doc("File the page was read from; empty for a live page.", default="")
    archive_member: str = _doc("Member inside a zip, MHTML or WACZ.", default="")
    archive_offset: int = _doc("Byte offset of the record in archive_file, -1 when there is none.", default=-1)
    body_sha256: str = _doc("SHA-256 of the body as read, after content-decoding, in hex.", default="")
    encoding_declared: str = _doc("What header or meta claim, as claimed.", default="")
    encoding_used: str = _doc("What the bytes were read as (WHATWG name).", default="")
    encoding_how: str = _doc("What decided it: bom, header, meta, bytes, segments, option, given (as text).", default="")
    repair_kinds: str = _doc("Damage kinds repaired in the text phase, one a line, in order.", default="")
    edits: int = _doc("Edits applied to the source.", default=0)
    edits_likely: int = _doc("Of these, chosen among candidates (LIKELY).", default=0)
    lost: int = _doc("Places of the source where U+FFFD stands for what is gone, in the body or beside it.", default=0)
    suspect: int = _doc("Findings reported and not applied.", default=0)
    removed: int = _doc("Nodes and attributes removed from the tree.", default=0)
    removal_kinds: str = _doc("Kinds of what was removed, one a line.", default="")
    lines_damaged: int = _doc("Lines of a mirror page that its damage touched.", default=0)
    lines_proven: int = _doc("Of these, lines whose repair gives the served line when damaged again.", default=0)
    warnings: str = _doc("What the page or its kind of mirror falsifies, one 'kind: evidence' a line.", default="")
    text_sha256: str = _doc("SHA-256 of text in UTF-8, in hex.", default="")
    schema_version: int = _doc("Version of this record.", default=SCHEMA_VERSION)

    def to_json(self) -> str:
        """One line of UTF-8 JSON without its newline; lone surrogates become U+FFFD."""
        return dump(asdict(self))

    def problems(self) -> tuple[str, ...]:
        """What keeps this from being a record of the schema, in short phrases; () when nothing does."""
        if found := [f"{f.name} is {type(value).__name__}" for f in fields(self) if type(value := getattr(self, f.name)) is not f.type]:
            return tuple(found)
        if not self.title and not self.text:
            found.append("neither title nor text")
        found += [f"{name} is {value!r}" for name in ("date_published", "date_modified") if (value := getattr(self, name)) and not _DATE.fullmatch(value)]
        found += [f"{name} is {value}" for name in ("edits", "edits_likely", "lost", "suspect", "removed") if (value := getattr(self, name)) < 0]
        return tuple(found)

    @classmethod
    def from_json(cls, line: str) -> "Article":
        """The article of one line; RecordError when it is not one."""
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as e:
            raise RecordError(f"not JSON: {e}") from e
        if not isinstance(record, dict) or not isinstance(record.get("id"), str):
            raise RecordError("not an article record: no id")
        if record.get("schema_version") != SCHEMA_VERSION:
            raise RecordError(f"schema_version is {record.get('schema_version')!r}, this reads {SCHEMA_VERSION}")
        names: dict[str, Any] = {f.name: f.type for f in fields(cls)}
        if unknown := sorted(record.keys() - names.keys()):
            raise RecordError(f"unknown fields: {', '.join(unknown)}")
        for key, value in record.items():
            if type(value) is not names[key]:
                raise RecordError(f"{key} is {type(value).__name__}, not {names[key].__name__}")
            if isinstance(value, int) and abs(value) >= 2**63:
                raise RecordError(f"{key} is beyond 64 bits")
        return cls(**record)


def lacks_pages(warnings: str) -> bool:
    """Whether an article's warnings tell of a page of it that could not be fetched."""
    return _MISSING_PAGE.search(warnings) is not None


def dump(record: Mapping[str, Any]) -> str:
    """One line of JSON that every reader takes: real characters, no newline, a lone surrogate as U+FFFD (DuckDB, pyarrow and datasets refuse one)."""
    return _SURROGATE.sub("\ufffd", json.dumps(record, ensure_ascii=False, separators=(",", ":")))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one record, made from the class."""
    kinds = {str: "string", int: "integer"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Article",
        "description": (Article.__doc__ or "").strip(),
        "type": "object",
        "properties": {f.name: {"type": kinds[f.type], "description": f.metadata["doc"]} for f in fields(Article)},  # type: ignore[index]
        "required": [f.name for f in fields(Article)],
        "additionalProperties": False,
    }
