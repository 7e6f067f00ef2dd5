"""Pages saved by a browser or a mirroring tool: where they came from, and the style sheets beside them."""

import contextlib
import html
import posixpath
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from qnews_scraper.text.prescan import encoding_of, meta_label

_HEAD: Final = 64 * 1024
_SHEETS_PER_PAGE: Final = 200
_LONGEST_DATE: Final = 100

_SAVED_FROM: Final = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.I)
"""Internet Explorer and Chrome; about:internet is what IE writes to lift its own restrictions."""
_SINGLEFILE: Final = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+(?:saved date:\s*([^\r\n]+))?", re.I)
_HTTRACK: Final = re.compile(rb"<!--\s*Mirrored from (\S+) by HTTrack Website Copier[^,]*,\s*([^\r\n]*?)\s*-->", re.I)
_WAYBACK: Final = re.compile(rb"FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM THE\s+INTERNET ARCHIVE", re.I)

_BASE: Final = re.compile(rb"<base\b[^>]*?\bhref\s*=\s*[\"']?([^\"'\s>]+)", re.I)
_LINK: Final = re.compile(rb"<link\b[^<>]{0,4000}>", re.I)
_HREF: Final = re.compile(rb"\bhref\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
_IMPORT: Final = re.compile(rb"@import\s+(?:url\(\s*)?[\"']?([^\"')\s;]+)", re.I)
_FOLDER_OF_PAGE: Final = re.compile(r"[_.-](?:files?|dateien|fichiers|archivos|pliki|arquivos|soubory|bestanden|filer|elemei)$", re.I)
"""What browsers put after a page's name for the folder of its parts; it is translated in some languages."""


def iso_time(text: str) -> str:
    """ISO 8601 with offset, to the second, of a WARC, MHTML, HTTP or SingleFile date; "" when it is none."""
    text = re.sub(r"\s*\(.*\)$", "", text.strip()[:_LONGEST_DATE])
    text = re.sub(r"GMT\s?(?=[+-]\d{4}$)", "", text)
    for parse in (datetime.fromisoformat, _javascript_date, _wayback_date, _mail_date):
        try:
            moment = parse(text)
            return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat(timespec="seconds")
        except (ValueError, TypeError, OverflowError):
            continue
    return ""


def _javascript_date(text: str) -> datetime:
    # "Tue Aug 30 2011 10:00:00 GMT+0800", as Date.prototype.toString writes it
    return datetime.strptime(text, "%a %b %d %Y %H:%M:%S %z")


def _mail_date(text: str) -> datetime:
    from email.utils import parsedate_to_datetime  # only such dates pay for it, 2 MB

    return parsedate_to_datetime(text)


def _wayback_date(text: str) -> datetime:
    return datetime.strptime(text, "%H:%M:%S %b %d, %Y")


def origin(body: bytes) -> tuple[str, str]:
    """(url, time) that the tool which saved the page wrote into it; "" for what it did not write."""
    head = body[:_HEAD]
    if found := _SINGLEFILE.search(head):
        return _url(found[1]), iso_time((found[2] or b"").decode("latin-1"))
    if found := _SAVED_FROM.search(head):
        return ("" if found[1].lower().startswith(b"about:") else _url(found[1])), ""
    if found := _HTTRACK.search(head) or _HTTRACK.search(body[-4096:]):
        address = _url(found[1])
        return (address if "://" in address else f"http://{address}"), iso_time(found[2].decode("latin-1"))
    if found := _WAYBACK.search(body[-8192:]):
        return "", iso_time(found[1].decode())
    return "", ""


def _url(raw: bytes) -> str:
    return html.unescape(raw.decode("utf-8", "replace"))


def parts_folder_of(folder: str, page_names: frozenset[str]) -> bool:
    """Whether `folder` holds the parts of a page saved beside it (page.html and page_files); names without their parent."""
    stem, cut = _FOLDER_OF_PAGE.sub("", folder), _FOLDER_OF_PAGE.search(folder)
    return cut is not None and any(f"{stem}{suffix}" in page_names for suffix in (".html", ".htm", ".shtml", ".xhtml"))


def style_sheets(body: bytes, url: str, read: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """The page's style sheets that lie beside it, by href as written and by absolute URL.

    `read` gives the bytes of a path relative to the page, None when nothing lies there.
    """
    base = _BASE.search(body[:_HEAD])
    encoding = _by_name(body)
    start = url
    if base is not None:
        with contextlib.suppress(ValueError):
            start = urljoin(url, _url(base[1]))
    sheets: dict[str, bytes] = {}
    todo: list[tuple[str, str]] = []
    for link in _LINK.finditer(body):
        named = _HREF.search(link[0])
        if named and (b"stylesheet" in link[0].lower() or b".css" in link[0].lower()):
            todo.append((_href(next(g for g in named.groups() if g is not None), encoding), ""))
    todo += [(_href(rule[1], encoding), "") for rule in _IMPORT.finditer(body)]
    seen: set[str] = set()
    while todo and len(seen) < _SHEETS_PER_PAGE:
        href, folder = todo.pop(0)
        try:
            parts = urlsplit(href)
            absolute = urljoin(urljoin(start, folder), href)
        except ValueError:
            continue
        path = posixpath.normpath(posixpath.join(folder, unquote(parts.path, errors="surrogateescape")))
        if path in seen or parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            continue
        seen.add(path)
        sheet = next((found for name in _names(parts.path, encoding) if (found := read(posixpath.normpath(posixpath.join(folder, name)))) is not None), None)
        if sheet is None:
            continue
        if not folder:
            sheets[href] = sheet
        sheets[absolute] = sheet
        todo += [(_href(rule[1], encoding), posixpath.dirname(path) + "/") for rule in _IMPORT.finditer(sheet)]
    return sheets


def _by_name(body: bytes) -> str:
    """The encoding of addresses in a Chinese page that are no UTF-8."""
    return "big5hkscs" if encoding_of(meta_label(body)) == "big5" else "gb18030"


def _href(raw: bytes, encoding: str) -> str:
    """An address as it stands in the page's text. Browsers save a page in the encoding it came in, and name the folder of its parts after its title."""
    try:
        return html.unescape(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return html.unescape(raw.decode(encoding, "replace"))


def _names(path: str, encoding: str) -> dict[str, None]:
    """The names a file may have that an address means: read as UTF-8, as the page's encoding, or left as the bytes they are."""
    as_bytes = unquote_to_bytes(path.encode(encoding, "replace")).decode("utf-8", "surrogateescape")
    return dict.fromkeys((unquote(path, errors="surrogateescape"), unquote(path, encoding), as_bytes))
