"""Bytes to article, the whole way.

    bytes --decoded--> text --repaired--> text --parsed, cleansed--> tree --extracted--> Article

Each step is a function from a page to a page, so that Scrapy's pipelines and the command line take the
same steps one at a time. Damage is data: nothing here raises for what a page holds.
"""

import gc
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Final, ParamSpec, TypeVar

from qnews_scraper.archive.sniff import HEAD, packed, signature
from qnews_scraper.article import Article
from qnews_scraper.cleanse import View, cleanse, reports
from qnews_scraper.damage import FINDERS
from qnews_scraper.extract import Fields, extract
from qnews_scraper.falsified import signs
from qnews_scraper.ledger import Repaired, apply
from qnews_scraper.options import Options
from qnews_scraper.origin import propose
from qnews_scraper.page import Page, Pass, Removal, lost_places
from qnews_scraper.site import host_of
from qnews_scraper.text.decode import decode
from qnews_scraper.tree import Tree, parse
from qnews_scraper.trust import Trust

ROUNDS: Final = 4
"""Rounds of all finders over one page: a chain of three misreadings peels one layer a round, the last one finds nothing."""

DEFAULT: Final = Options()

_BODY: Final = re.compile(r"<body[\s>]", re.I)
_CONTROLS: Final = bytes([*range(0x01, 0x05), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
"""What https://mimesniff.spec.whatwg.org/#binary-data-byte calls binary, without NUL and VT, as pages are padded with the one and Word breaks lines with the other, and without what mirrors put before marks."""
_MOST_CONTROLS: Final = 0.03
"""Share of a body's bytes. Measured: compressed pages 0.05 to 0.1, pages 0.00."""

P = ParamSpec("P")
T = TypeVar("T")


def _uncollected(step: Callable[P, T]) -> Callable[P, T]:
    """A step during which no cycles are looked for.

    It makes many objects and leaves next to none of them in cycles (566 by 210 pages of news), yet their number sets the
    collector off twice a page, for 10% of all time. Whoever has switched it off finds it off.
    """

    @wraps(step)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        if not gc.isenabled():
            return step(*args, **kwargs)
        gc.disable()
        try:
            return step(*args, **kwargs)
        finally:
            gc.enable()

    return run


@dataclass(frozen=True)
class Restored:
    """What became of one page."""

    page: Page
    article: Article | None = None
    rejected: str = ""
    """Why there is no article, "kind: evidence"; "" when there is one."""
    tree: Tree | None = None
    """The cleansed tree."""

    @property
    def passes(self) -> tuple[Pass, ...]:
        return self.page.passes

    @property
    def removals(self) -> tuple[Removal, ...]:
        return self.page.removals

    @property
    def warnings(self) -> tuple[str, ...]:
        return self.page.warnings


def restore(body: bytes | str, *, url: str | None = None, content_type: str | None = None, options: Options | None = None) -> Restored:
    """The article of a page, from bytes as served or from a str (HTML, or a rendered dump without markup).

    Never raises for what `body` holds; TypeError when it is neither bytes nor str.
    """
    headers = (("Content-Type", content_type),) if content_type else ()
    if isinstance(body, str):
        return restore_page(Page(url=url or "", headers=headers, text=body, encoding_how="given"), options)
    if not isinstance(body, bytes | bytearray | memoryview):
        raise TypeError(f"body must be bytes or str, not {type(body).__name__}")
    return restore_page(Page(url=url or "", body=bytes(body), headers=headers), options)


@_uncollected
def restore_page(page: Page, options: Options | None = None) -> Restored:
    """The article of a page as read from an archive or a crawl."""
    options = options or DEFAULT
    if reason := unreadable(page, options):
        return Restored(page, rejected=reason)
    page = repaired(decoded(page, options), options)
    page, tree = cleansed(page, options)
    return extracted(page, tree, options)


def repair(text: str, *, options: Options | None = None) -> Repaired:
    """The text phase alone, on HTML or on a dump; `undo` of the outcome is `text` again."""
    page = repaired(Page(text=text, encoding_how="given"), options or DEFAULT)
    return Repaired(page.text, page.passes, page.warnings)


def failed(page: Page, error: BaseException | None) -> Restored:
    """What becomes of a page at which this program failed: a reason, so that a source goes on to its next page."""
    return Restored(page, rejected=" ".join(f"internal-error: {type(error).__name__}: {error}".split()))


def unreadable(page: Page, options: Options) -> str:
    """Why a page cannot even be decoded; "" when it can."""
    if not page.body and not page.text:
        return next((w for w in page.warnings if w.startswith("broken-record")), "empty: the page has no content")
    if max(len(page.body), len(page.text)) > options.max_bytes:
        return f"too-large: {max(len(page.body), len(page.text))} bytes, the limit is {options.max_bytes}"
    what = signature(page.body[:HEAD]) or packed(page.body)
    return f"not text: the body is {what}" if what else ""


def _is_binary(page: Page) -> bool:
    """Whether what was decoded can only be bytes that were never text: a page in a compression that nothing names, or a file of no known kind."""
    head = page.body[:HEAD]
    is_of_bytes = not page.encoding.startswith("utf-16") and not page.segments
    return is_of_bytes and len(head) >= 100 and len(head) - len(head.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(head)


def decoded(page: Page, options: Options) -> Page:
    """The page with its text read from its body; a page that was given as text stays as it is."""
    if page.encoding_how == "given":
        return page
    return page.read(decode(page.body, content_type=page.header("content-type") or None, options=options))


@_uncollected
def repaired(page: Page, options: Options) -> Page:
    """The page after all finders, in order, until a round finds nothing to apply."""
    for _ in range(ROUNDS):
        before = page.text
        for name, find in FINDERS:
            page = apply(page, name, find(page), options.trust)
        if page.text == before:
            break
    return page


@_uncollected
def cleansed(page: Page, options: Options) -> tuple[Page, Tree]:
    """The parsed page without what no reader was meant to see or what a stranger put in."""
    tree = parse(page.text)
    view = View(tree, page, options)
    warnings = (*page.warnings, *_mirrored(page), *_cut_off(page.text), *tree.notes, *reports(view))
    removals = cleanse(view)
    return replace(page, removals=removals, warnings=warnings), replace(tree, nodes=view.outline.nodes)


def _evidence(page: Page) -> list[str]:
    """What speaks for a mirror."""
    return [fact for p in page.passes if p.name in ("mirror", "toneless") for fact in p.facts]


def _mirrored(page: Page) -> tuple[str, ...]:
    """What a mirror's page may falsify, with the evidence that it is one, and what it shows of having done so."""
    if not (facts := _evidence(page)):
        return ()
    may = f"mirror: {facts[-1]}; such a mirror may have replaced title, keywords, names, dates and canonical links"
    return ("; ".join((may, *signs(page))),)


def _cut_off(text: str) -> tuple[str, ...]:
    """A document that opens its body, never closes it, and stops in the middle of a sentence or a tag."""
    end = text[-2000:].lower()
    if "</html" in end or "</body" in end:
        return ()
    tail = text[-200:].rstrip()
    if tail.endswith((">", "。", "！", "？", "”", "…", ".", "!", "?", '"')) or not _BODY.search(text):
        return ()
    return (f"cut-off: the source ends in {tail[-12:]!r}, its body never closed",)


@_uncollected
def extracted(page: Page, tree: Tree, options: Options) -> Restored:
    """The article, or the reason why there is none."""
    if _is_binary(page):
        return Restored(page, rejected="not text: the body is binary data", tree=tree)
    fields = extract(tree, page, options)
    tree = replace(tree, nodes=())
    page = replace(page, left_out=fields.left_out, warnings=_once((*page.warnings, *fields.warnings)))
    if fields.rejected:
        return Restored(page, rejected=fields.rejected, tree=tree)
    return Restored(page, article=_article(page, fields), tree=tree)


def _article(page: Page, fields: Fields) -> Article:
    body = page.body or page.text.encode("utf-8", "surrogatepass")
    body_sha256 = hashlib.sha256(body).hexdigest()
    applied = [e for p in page.passes for e in p.edits]
    removed = [r for r in page.removals if r.trust is not Trust.SUSPECT]
    return Article(
        id=hashlib.sha256(f"{page.url}\n{body_sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:16],
        url=page.url,
        canonical_url=fields.canonical_url,
        origin_url=propose(page)[0] if _evidence(page) else "",
        site=host_of(page.url).removeprefix("www."),
        title=fields.title,
        text=fields.text,
        date_published=fields.date_published,
        date_modified=fields.date_modified,
        date_raw=fields.date_raw,
        authors=fields.authors,
        editors=fields.editors,
        source=fields.source,
        section=fields.section,
        description=fields.description,
        keywords=fields.keywords,
        images=fields.images,
        image_captions=fields.image_captions,
        links=fields.links,
        language=fields.language,
        field_origins=fields.field_origins,
        fetched_at=page.fetched_at,
        archive_file=page.archive_file,
        archive_member=page.archive_member,
        archive_offset=page.archive_offset,
        body_sha256=body_sha256,
        encoding_declared=page.encoding_declared,
        encoding_used=page.encoding,
        encoding_how=page.encoding_how,
        repair_kinds="\n".join(_once(p.name for p in page.passes if p.edits)),
        edits=len(applied),
        edits_likely=sum(e.trust is Trust.LIKELY for e in applied),
        lost=lost_places(page.text),
        suspect=sum(len(p.reported) for p in page.passes) + len(page.removals) - len(removed),
        removed=len(removed),
        removal_kinds="\n".join(_once(r.kind for r in removed)),
        lines_damaged=sum(p.proof.damaged for p in page.passes if p.proof),
        lines_proven=sum(p.proof.proven for p in page.passes if p.proof),
        warnings="\n".join(page.warnings),
        text_sha256=hashlib.sha256(fields.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    """The values without repetition, in order of first appearance."""
    return tuple(dict.fromkeys(values))
