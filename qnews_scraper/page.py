"""Page: the one traveller, and the values it gathers on its way.

A page is immutable; each step returns a new one. An Edit's positions belong to the text that its
pass saw, so that passes can be replayed and undone exactly (see ledger).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final, NamedTuple

from qnews_scraper.text.decode import Decoded, Segment
from qnews_scraper.text.glance import Glance
from qnews_scraper.text.scan import Run, Scan
from qnews_scraper.trust import Trust

__all__ = ["Edit", "Finder", "Finding", "LeftOut", "Page", "Pass", "Proof", "Removal", "Segment", "Trust", "edits", "lost_places"]

_MISREAD: Final = ("锟", "拷", "ï¿½")
"""Of U+FFFD that was misread itself."""
_MARKS: Final = ("\ufffd", *_MISREAD)


@dataclass(frozen=True, slots=True)
class Edit:
    """One repair: text[start:end], in code points of the text its pass saw, becomes `new`."""

    start: int
    end: int
    new: str
    trust: Trust
    why: str
    """The evidence, in a short phrase for a reader of the record."""
    candidates: tuple[str, ...] = ()
    """For LIKELY: what else could have stood here, best first, the chosen one included."""
    old: str = ""
    """What stood there; filled in by the ledger."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How many of the lines that a damage touched come out as served when their repair is damaged again."""

    damaged: int
    proven: int
    unproven: tuple[str, ...] = ()
    """The lines, as served, for which that does not hold."""


@dataclass(frozen=True, slots=True)
class Pass:
    """What one finder did: the edits that were applied, in order, not overlapping, and those only reported."""

    name: str
    edits: tuple[Edit, ...] = ()
    reported: tuple[Edit, ...] = ()
    facts: tuple[str, ...] = ()
    """What the finder learned of the page as a whole, for the record (for example the table it inferred)."""
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """Something taken out of the tree (or, when SUSPECT, only pointed at), kept with its place."""

    path: str
    """Where it stood: an XPath in the tree as parsed, before any removal."""
    markup: str
    """The source of what was removed, serialised."""
    reason: str
    trust: Trust
    kind: str = ""
    """The cleanser's name."""
    evidence: tuple[str, ...] = ()


class LeftOut(NamedTuple):
    """A line that readers of the page see and that is no part of the article's text; a page has a hundred, and a frozen dataclass takes twice as long to make."""

    line: str
    why: str
    """Where it stands: "headline", "before the body", "amid the body", "after the body"."""


_NOTHING: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class Page:
    """A page on its way from bytes to article."""

    url: str = ""
    body: bytes = b""
    """The bytes as read, after content-decoding; never dropped. Empty when a str was given."""
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200
    fetched_at: str = ""
    """When it was fetched (ISO 8601 with offset), "" when unknown."""
    archive_file: str = ""
    archive_offset: int = -1
    """Byte offset of the record in archive_file, -1 when there is none."""
    archive_member: str = ""
    """Name of the member inside a zip, MHTML or WACZ."""
    resources: Mapping[str, bytes] = field(default_factory=lambda: _NOTHING, repr=False)
    """Files saved with the page (style sheets, by absolute URL)."""
    text: str = field(default="", repr=False)
    encoding: str = ""
    encoding_declared: str = ""
    encoding_how: str = ""
    segments: tuple[Segment, ...] = ()
    passes: tuple[Pass, ...] = ()
    removals: tuple[Removal, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    """Known once the article is extracted."""
    warnings: tuple[str, ...] = ()
    """What the reader must know of this page, each "kind: evidence"."""

    @cached_property
    def glance(self) -> Glance:
        """What the gates of finders ask of `text`."""
        return Glance(self.text)

    @property
    def scan(self) -> Scan:
        """The text runs of `text`; computed when the first finder past its gate asks."""
        return self.glance.scan

    def read(self, found: Decoded) -> "Page":
        """The page with its text."""
        page = replace(self, text=found.text, encoding=found.encoding, encoding_declared=found.declared, encoding_how=found.how, segments=found.segments)
        page.__dict__["glance"] = Glance(found.text, found.utf8)
        return page

    def after(self, done: Pass, text: str) -> "Page":
        """The page after one more pass; what is known of a text that stayed is kept."""
        page = replace(self, text=text, passes=(*self.passes, done))
        if text is self.text and "glance" in self.__dict__:
            page.__dict__["glance"] = self.glance
        return page

    def header(self, name: str) -> str:
        """The first header of that name, any case; "" when absent."""
        return next((v for k, v in self.headers if k.lower() == name.lower()), "")

    @cached_property
    def settled(self) -> tuple[tuple[int, int], ...]:
        """Where in `text` stands what passes proved by damaging it again, or marked as lost, ascending: no guess goes over these."""
        spans: list[tuple[int, int]] = []
        for done in self.passes:
            after: list[tuple[int, int]] = []
            left = iter(spans)
            span = next(left, None)
            shift = 0
            for e in done.edits:
                while span and span[1] <= e.start:
                    after.append((span[0] + shift, span[1] + shift))
                    span = next(left, None)
                if span and span[0] < e.start:
                    after.append((span[0] + shift, e.start + shift))
                # a mark of loss that was one before settles nothing: a page served with it is read on
                was_lost = any(mark in e.old for mark in (_MISREAD if e.new.strip("\ufffd") else _MARKS))
                is_settled = (e.trust is Trust.LOST and not was_lost) or (e.trust is Trust.CERTAIN and done.proof is not None)
                if is_settled and e.new:
                    after.append((e.start + shift, e.start + shift + len(e.new)))
                while span and span[1] <= e.end:
                    span = next(left, None)
                if span and span[0] < e.end:
                    span = e.end, span[1]
                shift += len(e.new) - (e.end - e.start)
            after += [(a + shift, b + shift) for a, b in ((span, *left) if span else ())]
            spans = after
        return tuple(spans)

    def is_settled(self, run: Run, start: int, end: int) -> bool:
        """Whether something of run.text[start:end] is settled."""
        if not self.settled:
            return False
        last = ((a, bisect_left(self.settled, (b,)) - 1) for a, b in run.source(start, end))
        return any(at >= 0 and self.settled[at][1] > a for a, at in last)

    def did(self, name: str) -> bool:
        """Whether a pass of that name applied an edit to this page."""
        return any(p.name == name and p.edits for p in self.passes)


Finding = Edit | Proof | str
Finder = Callable[[Page], Iterator[Finding]]
"""Looks at page.text and yields edits to it; a yielded str is a fact for the record."""


_GONE: Final = re.compile("\ufffd\ufffd*")
"""Begins with a literal: only so does `re` look for it at the speed of memchr."""


def lost_places(text: str) -> int:
    """Places of a repaired source where U+FFFD stands: put there by a repair, by the decoding of bad bytes, or before the page was served."""
    return len(_GONE.findall(text))


def edits(run: Run, start: int, end: int, new: str, trust: Trust, why: str, candidates: tuple[str, ...] = ()) -> Iterator[Edit]:
    """Edits of the source that make run.text[start:end] read `new`; markup inside the span stays where it is."""
    for i, (a, b) in enumerate(run.source(start, end)):
        yield Edit(a, b, run.quote(new) if i == 0 else "", trust, why, candidates if i == 0 else ())
