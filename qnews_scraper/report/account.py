"""An account of one page, from a fresh restoration or from a ledger record alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from qnews_scraper.ledger import Repaired, undo
from qnews_scraper.page import Edit, LeftOut, Pass, Removal, lost_places
from qnews_scraper.record import left_out_from_record, removals_from_record, repaired_from_record
from qnews_scraper.restore import Restored
from qnews_scraper.trust import Trust


@dataclass(frozen=True)
class Account:
    """What was done to one page."""

    name: str
    """Where it is from: its address, or its file."""
    title: str = ""
    rejected: str = ""
    """Why it gave no article; "" when it did."""
    already: bool = False
    """Whether its article was written before, by an earlier run or from a page that is the same."""
    text: str = ""
    """The repaired source."""
    passes: tuple[Pass, ...] = ()
    removals: tuple[Removal, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()

    @cached_property
    def served(self) -> str:
        return undo(Repaired(self.text, self.passes))

    @classmethod
    def of(cls, restored: Restored) -> "Account":
        page = restored.page
        place = "!".join(filter(None, (page.archive_file, page.archive_member)))
        place += f"@{page.archive_offset}" if page.archive_offset >= 0 else ""
        title = restored.article.title if restored.article else ""
        name = " ".join(filter(None, (page.url, f"({place})" if page.url and place else place))) or "page"
        return cls(name, title, restored.rejected, False, page.text, page.passes, page.removals, page.left_out, page.warnings)

    @classmethod
    def from_record(cls, record: Mapping[str, Any], title: str = "") -> "Account":
        """The account of a ledger record; RecordError when it is not one."""
        repaired = repaired_from_record(record)
        name = str(record.get("url") or record.get("id"))
        return cls(name, title, "", False, repaired.text, repaired.passes, removals_from_record(record), left_out_from_record(record), repaired.warnings)


def counts(accounts: Iterable[Account]) -> Counter[str]:
    """Totals for the summary: pages, articles, rejected, already, lost, damage/KIND, removed/KIND, rejected/KIND."""
    total: Counter[str] = Counter(pages=0, articles=0, rejected=0, already=0, lost=0)
    for account in accounts:
        total["pages"] += 1
        if account.rejected:
            total["rejected"] += 1
            total[f"rejected/{account.rejected.partition(':')[0]}"] += 1
            continue
        if account.already:
            total["already"] += 1
            continue
        total["articles"] += 1
        total["lost"] += lost_places(account.text)
        for done in account.passes:
            if done.edits:
                total[f"damage/{done.name}"] += len(done.edits)
        for removal in account.removals:
            if removal.trust is not Trust.SUSPECT:
                total[f"removed/{removal.kind}"] += 1
    return total


@dataclass(frozen=True, slots=True)
class Change:
    """served[start:end] became `new` by these edits, of one or several passes; without edits it stayed as it was."""

    start: int
    end: int
    new: str
    edits: tuple[Edit, ...] = ()

    def split(self, at: int) -> tuple["Change", "Change"]:
        """Two changes, the first of which gives new[:at]; where an edit was made, the first takes all that was served."""
        middle = self.end if self.edits else self.start + at
        return Change(self.start, middle, self.new[:at], self.edits), Change(middle, self.end, self.new[at:], self.edits)


def changes(served: str, passes: Iterable[Pass]) -> list[Change]:
    """The served text in stretches that stayed or changed; their `new` joined is the repaired text."""
    pieces = [Change(0, len(served), served)]
    for done in passes:
        pieces = list(_applied(pieces, done.edits))
    return pieces


def _applied(pieces: list[Change], edits: tuple[Edit, ...]) -> Iterator[Change]:
    todo = iter(pieces)
    piece = next(todo, None)
    at = 0
    for edit in edits:
        while piece is not None and at + len(piece.new) <= edit.start and (at + len(piece.new) < edit.start or piece.new):
            at += len(piece.new)
            yield piece
            piece = next(todo, None)
        if piece is not None and at < edit.start:
            left, piece = piece.split(edit.start - at)
            yield left
            at = edit.start
        taken: list[Change] = []
        while piece is not None and at < edit.end:
            if at + len(piece.new) > edit.end:
                left, piece = piece.split(edit.end - at)
                taken.append(left)
                at = edit.end
            else:
                taken.append(piece)
                at += len(piece.new)
                piece = next(todo, None)
        start = taken[0].start if taken else piece.start if piece is not None else pieces[-1].end
        end = taken[-1].end if taken else start
        yield Change(start, end, edit.new, (*(e for t in taken for e in t.edits), edit))
    if piece is not None:
        yield piece
        yield from todo
