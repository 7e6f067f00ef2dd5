"""Tables and listings for a terminal."""

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from qnews_scraper.ledger import show
from qnews_scraper.page import lost_places
from qnews_scraper.report.account import Account
from qnews_scraper.trust import Trust

_TOTALS: Final = (
    ("pages", "pages read"),
    ("articles", "articles written"),
    ("already", "written before"),
    ("rejected", "pages without article"),
    ("lost", "places where text is lost"),
)
_GROUPS: Final = (("damage/", "repairs"), ("removed/", "removed"), ("rejected/", "rejected"))
_REPORTED: Final = "] reported, not applied  "
SHOWN: Final = 12
"""Lines of a kind that `listing` gives, unless it is asked for all."""


def summary(counts: Mapping[str, int]) -> Table:
    """A table of what was done; keys: pages, articles, rejected, already, lost, damage/KIND, removed/KIND, rejected/KIND."""
    table = Table(show_header=False, title="qnews", title_justify="left")
    table.add_column(style="bold")
    table.add_column()
    table.add_column(justify="right")
    for key, label in _TOTALS:
        if key in counts and (counts[key] or key not in ("already", "lost")):
            table.add_row(label, "", f"{counts[key]:,}")
    for prefix, label in _GROUPS:
        kinds = sorted(((n, k.removeprefix(prefix)) for k, n in counts.items() if k.startswith(prefix)), key=lambda c: (-c[0], c[1]))
        for i, (n, kind) in enumerate(kinds):
            if i == 0:
                table.add_section()
            table.add_row(label if i == 0 else "", Text(kind), f"{n:,}")
    return table


def print_summary(counts: Mapping[str, int], folder: Path | None = None, console: Console | None = None) -> None:
    """Prints the summary, and where the files are; where output is no terminal, as wide as it needs to be."""
    console = console or Console()
    console.print(summary(counts))
    if folder is not None:
        console.print(Text(f"written to {folder}{os.sep}"))


def listing(account: Account, *, everything: bool = False) -> Iterator[str]:
    """What was changed on one page and why, line by line: lost places, repairs, removals, lines left out, warnings."""
    cap = None if everything else SHOWN
    yield f"== {account.name}"
    yield f"   {account.rejected}" if account.rejected else f"   {account.title}"
    edits = sum(len(p.edits) for p in account.passes)
    gone = lost_places(account.text)
    removed = sum(r.trust is not Trust.SUSPECT for r in account.removals)
    yield f"   {edits} repairs, {gone} lost, {removed} removed, {len(account.removals) - removed} suspected, {len(account.warnings)} warnings"
    for done in account.passes:
        if done.proof:
            yield f"   {done.name}: {done.proof.proven} of {done.proof.damaged} damaged lines proven"
    facts = [f"{done.name}: {fact}" for done in account.passes for fact in done.facts]
    told = [line for line in show(account.passes, account.served) if line not in facts]
    yield from _capped("facts", facts, None)
    yield from _capped("LOST", [line for line in told if f" {Trust.LOST} @" in line], None)
    yield from _capped("repairs", [line for line in told if _REPORTED not in line], cap)
    yield from _capped("reported, not applied", [line for line in told if _REPORTED in line], cap)
    yield from _capped("removed", [_removal(r.path, r.markup, f"{r.kind} {r.trust}: {r.reason}") for r in account.removals], cap)
    yield from _capped("left out of the text", [f"{out.why}: {' '.join(out.line.split())}" for out in account.left_out], cap)
    yield from _capped("warnings", list(account.warnings), cap)


def _removal(path: str, markup: str, why: str, width: int = 72) -> str:
    seen = " ".join(markup.split())
    return f"{why}  {path}  {seen if len(seen) <= width else seen[:width] + '…'}"


def _capped(title: str, lines: list[str], cap: int | None) -> Iterator[str]:
    if not lines:
        return
    yield f"-- {title} ({len(lines)})"
    yield from (f"   {_visible(line)}" for line in islice(lines, cap))
    if cap is not None and len(lines) > cap:
        yield f"   … {len(lines) - cap} more, see --all"


def _visible(line: str) -> str:
    """The line with characters that a terminal obeys or hides spelled out."""
    return "".join(c if c.isprintable() else f"⟨{ord(c):04X}⟩" for c in line)
