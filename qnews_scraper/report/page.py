"""The HTML report: served and repaired side by side, what was removed, what is lost. One file, no scripts."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Final

from qnews_scraper.report.account import Account, Change, changes
from qnews_scraper.trust import Trust

_CONTEXT: Final = 40
"""Characters of an unchanged stretch that are shown on either side of a change."""
_ROWS: Final = 400
"""Lines of a page that are shown side by side, and removals that are listed."""

_STYLE: Final = """
:root{--line:#ccc;--old:#ffd9d6;--new:#d3f2d6;--likely:#fdf0b4;--lost:#e6d4ff;--ink:#1b1b1b;--paper:#fff}
@media(prefers-color-scheme:dark){:root{--line:#444;--old:#5c2a24;--new:#1f4a27;--likely:#544710;--lost:#46296b;--ink:#ddd;--paper:#161616}}
body{font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;max-width:90rem}
body{margin:2rem auto;padding:0 1rem;color:var(--ink);background:var(--paper)}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
td,th{border:1px solid var(--line);padding:.3rem .6rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}
.side td{width:50%}
del{background:var(--old);text-decoration:none}
ins{background:var(--new);text-decoration:none}
ins.likely{background:var(--likely)}
ins.lost{background:var(--lost)}
.cut{color:#888}
code{font-size:.85em}
summary{cursor:pointer}
.counts{width:auto}
.num{text-align:right}
"""


def html_report(accounts: Iterable[Account], counts: Mapping[str, int]) -> Iterator[str]:
    """The report in pieces of HTML; `accounts` are gone through once."""
    yield f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>qnews report</title><style>{_STYLE}</style>\n<h1>qnews report</h1>\n'
    rows = "".join(f'<tr><td>{escape(key)}</td><td class="num">{n:,}</td></tr>' for key, n in counts.items() if n)
    yield f'<table class="counts">{rows}</table>\n'
    yield '<p><ins>proven by the bytes</ins> <ins class="likely">chosen among candidates</ins> <ins class="lost">lost</ins> <del>as served</del></p>\n'
    for account in accounts:
        yield from _page(account)
    yield "</html>\n"


def _page(account: Account) -> Iterator[str]:
    yield f"<h2>{escape(account.title or account.name)}</h2>\n<p><code>{escape(account.name)}</code></p>\n"
    if account.rejected:
        yield f"<p>No article: {escape(account.rejected)}</p>\n"
    rows = list(_rows(account.served, changes(account.served, account.passes)))
    if rows:
        yield '<table class="side"><tr><th>served</th><th>repaired</th></tr>\n'
        for left, right, why in rows[:_ROWS]:
            yield f'<tr title="{escape(why)}"><td>{left}</td><td>{right}</td></tr>\n'
        yield "</table>\n"
    if len(rows) > _ROWS:
        yield f'<p class="cut">… {len(rows) - _ROWS} more lines</p>\n'
    if account.removals:
        yield f"<details><summary>{len(account.removals)} removed or suspected</summary><table><tr><th>why</th><th>what</th><th>where</th></tr>\n"
        for r in account.removals[:_ROWS]:
            what = escape(_shortened(r.markup, 200))
            yield f"<tr><td>{escape(r.kind)} {r.trust}: {escape(r.reason)}</td><td><code>{what}</code></td><td><code>{escape(r.path)}</code></td></tr>\n"
        yield "</table></details>\n"
    if account.warnings:
        yield f"<ul>{''.join(f'<li>{escape(w)}</li>' for w in account.warnings)}</ul>\n"


def _rows(served: str, pieces: list[Change]) -> Iterator[tuple[str, str, str]]:
    """(served, repaired, why) of each line in which something was changed; long stretches that stayed are cut short."""
    left: list[str] = []
    right: list[str] = []
    why: dict[str, None] = {}
    for piece in pieces:
        if piece.edits:
            old = served[piece.start : piece.end]
            left.append(f"<del>{_visible(old)}</del>" if old else "")
            right.append(f"<ins{_class(piece)}>{_visible(piece.new)}</ins>" if piece.new else "")
            why.update((e.why, None) for e in piece.edits)
            continue
        first, newline, rest = piece.new.partition("\n")
        ends = bool(newline)
        kept = _stretch(first, at_start=not why, at_end=ends)
        left.append(kept)
        right.append(kept)
        if ends:
            if why:
                yield "".join(left), "".join(right), "; ".join(why)
            why = {}
            last = _stretch(rest.rpartition("\n")[2], at_start=True, at_end=False)
            left, right = [last], [last]
    if why:
        yield "".join(left), "".join(right), "; ".join(why)


def _class(piece: Change) -> str:
    trusts = {e.trust for e in piece.edits}
    return ' class="lost"' if Trust.LOST in trusts else ' class="likely"' if Trust.LIKELY in trusts else ""


def _stretch(text: str, *, at_start: bool, at_end: bool) -> str:
    if len(text) <= 3 * _CONTEXT:
        return escape(text)
    cut = '<span class="cut"> … </span>'
    head = "" if at_start else escape(text[:_CONTEXT])
    tail = "" if at_end else escape(text[-_CONTEXT:])
    return head + cut + tail


def _shortened(text: str, width: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else text[:width] + "…"


def _visible(text: str) -> str:
    """The text with characters that would not be seen spelled out."""
    return "".join(escape(c) if c.isprintable() or c == "\n" else f"⟨{ord(c):04X}⟩" for c in text)
