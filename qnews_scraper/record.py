"""The ledger file's record: all that was done to a page, as one JSON object, and back again.

The repaired source stands in the record whole, so that `undo` needs nothing else to give the served text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

from qnews_scraper.article import SCHEMA_VERSION
from qnews_scraper.errors import RecordError
from qnews_scraper.ledger import Repaired, replay, undo
from qnews_scraper.page import Edit, LeftOut, Page, Pass, Proof, Removal
from qnews_scraper.trust import Trust

_WRONG: Final = (AttributeError, KeyError, TypeError, ValueError)
"""What a value of another shape than ours raises while it is read."""


def ledger_record(article_id: str, page: Page, parts: Iterable[Page] = ()) -> dict[str, Any]:
    """All that was done to a page, by the id of its article; `parts` are the article's further pages."""
    return {"id": article_id, **_page_record(page), "parts": [_page_record(p) for p in parts], "schema_version": SCHEMA_VERSION}


def _page_record(page: Page) -> dict[str, Any]:
    return {
        "url": page.url,
        "encoding": page.encoding,
        "segments": [asdict(s) for s in page.segments],
        "text": page.text,
        "passes": [asdict(p) for p in page.passes],
        "removals": [asdict(r) for r in page.removals],
        "left_out": [line._asdict() for line in page.left_out],
        "warnings": list(page.warnings),
    }


def repaired_from_record(record: Mapping[str, Any]) -> Repaired:
    """The text phase of a record (or of one of its parts), fit for `undo`; RecordError when it is not one."""
    try:
        repaired = Repaired(_text(record["text"]), tuple(map(_pass, record["passes"])), tuple(map(_text, record["warnings"])))
        if replay(undo(repaired), repaired.passes) != repaired.text:
            raise ValueError("its passes were not made for its text")
        return repaired
    except _WRONG as e:
        raise RecordError(f"not a ledger record: {e!r}") from e


def removals_from_record(record: Mapping[str, Any]) -> tuple[Removal, ...]:
    """The tree phase of a record; RecordError when it is not one."""
    try:
        return tuple(
            Removal(_text(r["path"]), _text(r["markup"]), _text(r["reason"]), Trust(r["trust"]), _text(r["kind"]), tuple(map(_text, r["evidence"])))
            for r in record["removals"]
        )
    except _WRONG as e:
        raise RecordError(f"not a ledger record: {e!r}") from e


def left_out_from_record(record: Mapping[str, Any]) -> tuple[LeftOut, ...]:
    """The lines of a record that are no part of the article; RecordError when it is not one."""
    try:
        return tuple(LeftOut(_text(line["line"]), _text(line["why"])) for line in record["left_out"])
    except _WRONG as e:
        raise RecordError(f"not a ledger record: {e!r}") from e


def _pass(record: Mapping[str, Any]) -> Pass:
    proof = record.get("proof")
    return Pass(
        record["name"],
        _edits(record["edits"]),
        _edits(record["reported"]),
        tuple(record["facts"]),
        Proof(proof["damaged"], proof["proven"], tuple(proof["unproven"])) if proof else None,
    )


def _edits(records: Iterable[Mapping[str, Any]]) -> tuple[Edit, ...]:
    return tuple(
        Edit(_place(e["start"]), _place(e["end"]), _text(e["new"]), Trust(e["trust"]), _text(e["why"]), tuple(map(_text, e["candidates"])), _text(e["old"]))
        for e in records
    )


def _place(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(f"{value!r} where a position is expected")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} where text is expected")
    return value
