"""The ledger: apply edits, undo them, replay them, show them.

A pass holds every edit with its place and what stood there, so the served text is computed back from
the repaired one and never stored beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qnews_scraper.page import Edit, Finding, Page, Pass, Proof
from qnews_scraper.trust import Trust


@dataclass(frozen=True, slots=True)
class Repaired:
    """The outcome of `repair`: the text, and all that was done to get it."""

    text: str
    passes: tuple[Pass, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All applied edits, pass after pass; positions belong to the text that each pass saw."""
        return tuple(e for p in self.passes for e in p.edits)


def apply(page: Page, name: str, found: Iterable[Finding], trust: Trust = Trust.LIKELY) -> Page:
    """The page after one pass. SUSPECT edits, and LIKELY ones when only proof counts, are reported, not applied.

    Edits may come in any order. Of two that overlap, the one that starts first stands (the longer one
    where they start together; an insertion comes before what it stands before) and the other is
    reported: nothing a finder yields raises or is lost.
    """
    findings = list(found)
    if not findings:
        return page
    facts: list[str] = []
    edits: list[Edit] = []
    proof: Proof | None = None
    for finding in findings:
        if isinstance(finding, Edit):
            edits.append(finding)
        elif isinstance(finding, Proof):
            proof = finding
        else:
            facts.append(finding)
    if not edits and not facts:
        return page
    text = page.text
    applied: list[Edit] = []
    reported: list[Edit] = []
    out: list[str] = []
    at = 0
    for e in sorted(edits, key=lambda e: (e.start, e.end > e.start, -e.end)):
        old = text[e.start : e.end]
        if e.start < 0 or e.end < e.start or e.end > len(text) or (old == e.new and e.trust is not Trust.SUSPECT):
            continue
        e = Edit(e.start, e.end, e.new, e.trust, e.why, e.candidates, old)  # `replace` takes twice as long, and a page may have thousands
        refused = e.trust is Trust.SUSPECT or (e.trust is Trust.LIKELY and trust is Trust.CERTAIN)
        overlaps = e.start < at or (applied and e.start == e.end == applied[-1].start == applied[-1].end)
        if refused or overlaps:
            reported.append(e)
            continue
        out += (text[at : e.start], e.new)
        at = e.end
        applied.append(e)
    done = Pass(name, tuple(applied), tuple(reported), tuple(facts), proof)
    if applied:
        out.append(text[at:])
        text = "".join(out)
    elif not reported and not facts:
        return page
    return page.after(done, text)


def replay(text: str, passes: Iterable[Pass]) -> str:
    """The passes applied again to the text they were made for."""
    for done in passes:
        out: list[str] = []
        at = 0
        for e in done.edits:
            if text[e.start : e.end] != e.old:
                raise ValueError(f"pass {done.name!r} was not made for this text: at {e.start} it expects {e.old!r}")
            out += (text[at : e.start], e.new)
            at = e.end
        out.append(text[at:])
        text = "".join(out)
    return text


def undo(repaired: Repaired | Page) -> str:
    """Exactly the text as served, character for character."""
    text = repaired.text
    for done in reversed(repaired.passes):
        out: list[str] = []
        at = shift = 0
        for e in done.edits:
            start = e.start + shift
            out += (text[at:start], e.old)
            at = start + len(e.new)
            shift += len(e.new) - (e.end - e.start)
        out.append(text[at:])
        text = "".join(out)
    return text


def show(passes: Iterable[Pass], text: str, context: int = 12) -> Iterator[str]:
    """One line an edit: pass, trust, place, before → after with some context, and why. `text` is the served text."""
    for done in passes:
        for fact in done.facts:
            yield f"{done.name}: {fact}"
        for e in done.edits:
            left, right = text[max(0, e.start - context) : e.start], text[e.end : e.end + context]
            yield f"{done.name} {e.trust} @{e.start}: {left}[{e.old}→{e.new}]{right}  {e.why}".replace("\n", "⏎")
        for e in done.reported:
            yield f"{done.name} {e.trust} @{e.start}: [{e.old}] reported, not applied  {e.why}".replace("\n", "⏎")
        text = replay(text, (done,))
