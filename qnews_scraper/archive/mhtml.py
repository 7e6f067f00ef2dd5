"""MHTML (RFC 2557): a page and its parts in one MIME file, as browsers save it (.mht, .mhtml)."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from qnews_scraper.archive.saved import iso_time
from qnews_scraper.page import Page

if TYPE_CHECKING:
    from email.message import Message

_FRAMESET: Final = re.compile(rb"<frameset\b", re.I)
_HTML: Final = ("text/html", "application/xhtml+xml")


def read_mhtml(data: bytes, *, limit: int) -> Iterator[Page]:
    """The page of an MHTML file, its style sheets by Content-Location; of a frameset, its frames as well."""
    from email import message_from_bytes, policy  # only such files pay for it, 3 MB

    message = message_from_bytes(data, policy=policy.compat32)
    leaves = [part for part in message.walk() if not part.is_multipart()]
    pages = [part for part in leaves if part.get_content_type() in _HTML]
    start = str(message.get_param("start") or "")
    root = next((p for p in pages if start and p.get("Content-ID") == start), pages[0] if pages else None)
    if root is None:
        return
    sheets = {_location(p): _body(p) for p in leaves if p.get_content_type() == "text/css" and _location(p)}
    frames = [p for p in pages if p is not root] if _FRAMESET.search(_body(root)) else []
    for part in (root, *frames):
        body = _body(part)
        warnings = (f"broken-record: too long: more than {limit} bytes",) if len(body) > limit else ()
        if not body:
            warnings = ("broken-record: empty part",)
        elif not message.is_multipart() or any(d.__class__.__name__ == "CloseBoundaryNotFoundDefect" for d in message.defects):
            warnings = (*warnings, "cut-off: the MHTML file has no closing boundary") if message.is_multipart() else warnings
        yield Page(
            url=_location(part) or (str(message.get("Snapshot-Content-Location") or "").strip() if part is root else ""),
            body=b"" if len(body) > limit else body,
            headers=tuple((k, str(v)) for k, v in part.items()),
            fetched_at=iso_time(str(message.get("Date") or "")),
            archive_member=_location(part),
            resources=sheets,
            warnings=warnings,
        )


def _location(part: "Message") -> str:
    return re.sub(r"\s+", "", str(part.get("Content-Location") or part.get("Content-ID") or "").strip("<> "))


def _body(part: "Message") -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
