"""Reports: what they show is what was done, and nothing in a page can break out of them."""

from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from qnews_scraper.article import dump
from qnews_scraper.errors import RecordError
from qnews_scraper.ledger import apply, undo
from qnews_scraper.page import Edit, LeftOut, Page, Proof, Removal, Segment
from qnews_scraper.record import ledger_record, removals_from_record, repaired_from_record
from qnews_scraper.report.account import Account, changes, counts
from qnews_scraper.report.export import to_md
from qnews_scraper.report.page import html_report
from qnews_scraper.report.terminal import SHOWN, listing, print_summary
from qnews_scraper.restore import Restored, restore
from qnews_scraper.trust import Trust

TEXTS = st.text(alphabet="甲乙丙\n<&\x05", max_size=30)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    page = Page(text=draw(TEXTS))
    for n in range(draw(st.integers(0, 4))):
        span = st.tuples(st.integers(0, len(page.text)), st.integers(0, 5), st.text(alphabet="丁戊\n>", max_size=3), st.sampled_from(Trust))
        page = apply(page, f"pass{n}", [Edit(a, a + size, new, trust, "why") for a, size, new, trust in draw(st.lists(span, max_size=5))])
    return page


@given(pages())
def test_changes_join_the_served_text_to_the_repaired_one(page: Page) -> None:
    served = undo(page)
    pieces = changes(served, page.passes)
    assert "".join(p.new for p in pieces) == page.text
    assert "".join(served[p.start : p.end] for p in pieces) == served
    assert all(p.edits or p.new == served[p.start : p.end] for p in pieces)


@given(pages())
def test_undo_from_the_written_record_gives_the_served_text(page: Page) -> None:
    import json

    record = json.loads(dump(ledger_record("x", page, parts=[page])))
    for part in (record, *record["parts"]):
        repaired = repaired_from_record(part)
        assert (repaired.text, repaired.passes) == (page.text, page.passes)
        assert undo(repaired) == undo(page)


def test_a_record_holds_all_of_a_page() -> None:
    import json

    removal = Removal("/html/body/p", "<p>x</p>", "hidden", Trust.CERTAIN, "hidden", ("display:none",))
    page = Page(url="http://a.example/", text="b", encoding="gbk", segments=(Segment(0, 1, "gbk"),), removals=(removal,), warnings=("w: x",))
    page = apply(page, "p", [Edit(0, 1, "c", Trust.LIKELY, "why", ("c", "d")), Edit(0, 1, "e", Trust.SUSPECT, "why"), Proof(2, 1, ("b",)), "a fact"])
    record = json.loads(dump(ledger_record("x", page)))
    assert repaired_from_record(record).passes == page.passes
    assert removals_from_record(record) == page.removals
    assert (record["id"], record["url"], record["segments"], record["warnings"]) == ("x", page.url, [{"start": 0, "end": 1, "encoding": "gbk"}], ["w: x"])


@pytest.mark.parametrize(
    "record",
    [{}, {"text": 1, "passes": [], "warnings": []}, {"text": "", "passes": [1], "warnings": []}, {"text": "", "passes": [{"name": "x"}], "warnings": []},
     {"text": "", "passes": [{"name": "x", "edits": [{"trust": "blind", "candidates": []}], "reported": [], "facts": []}], "warnings": []}],
)  # fmt: skip
def test_what_is_no_ledger_record_is_said(record: dict[str, object]) -> None:
    with pytest.raises(RecordError, match="not a ledger record"):
        repaired_from_record(record)


HOSTILE = Account(
    "http://a.example/<script>alert(1)</script>",
    title="<img src=x onerror=y>",
    text="<script>a</script>甲",
    removals=(Removal("/p[1]", "<script>b</script>", "<b>why</b>", Trust.LIKELY, "hidden"),),
    warnings=("x: <script>c</script>\x1b[31m",),
)


def test_nothing_in_a_page_runs_in_the_report() -> None:
    page = apply(Page(text="<script>a</script>甲"), "p", [Edit(0, 3, "<b>\x1b[2J", Trust.LIKELY, '"><script>')])
    hostile = Account(HOSTILE.name, HOSTILE.title, "", False, page.text, page.passes, HOSTILE.removals, (LeftOut("\x1b[2J甲", "before the body"),), HOSTILE.warnings)
    html = "".join(html_report([hostile], {"damage/<script>": 1}))
    assert "<script" not in html
    assert "<img" not in html
    assert "<del>&lt;sc</del>" in html
    for line in listing(hostile):
        assert line.isprintable()


def test_side_by_side_shows_the_line_and_cuts_what_stayed() -> None:
    text = "第一行\n" + "甲" * 500 + "錯" + "乙" * 500 + "\n第三行"
    page = apply(Page(text=text), "p", [Edit(text.index("錯"), text.index("錯") + 1, "对", Trust.CERTAIN, "because")])
    html = "".join(html_report([Account("a", text=page.text, passes=page.passes)], {}))
    assert "<del>錯</del>" in html
    assert "<ins>对</ins>" in html
    assert 'title="because"' in html
    assert "甲" * 40 + "<del>" in html
    assert "甲" * 41 not in html
    assert "第三行" not in html


def test_the_listing_is_capped_and_lost_places_are_not() -> None:
    text = "甲" * 100
    edits = [Edit(n, n + 1, "\ufffd" if n % 2 else "乙", Trust.LOST if n % 2 else Trust.CERTAIN, "why") for n in range(100)]
    page = apply(Page(text=text), "p", edits)
    account = Account("a", text=page.text, passes=page.passes)
    lines = list(listing(account))
    assert "-- LOST (50)" in lines
    assert f"   … {100 - SHOWN} more, see --all" in lines
    assert sum(" lost @" in line for line in lines) >= 50
    assert len(list(listing(account, everything=True))) > len(lines)


def test_counts_and_summary() -> None:
    page = apply(Page(text="甲乙"), "mirror", [Edit(0, 1, "丙", Trust.CERTAIN, ""), Edit(1, 2, "\ufffd", Trust.LOST, "")])
    removals = (Removal("/p", "", "", Trust.CERTAIN, "hidden"), Removal("/p", "", "", Trust.SUSPECT, "hidden"))
    done = Account("a", text=page.text, passes=page.passes, removals=removals)
    total = counts([done, Account("b", rejected="list page: many links"), Account("c", already=True)])
    assert total == {"pages": 3, "articles": 1, "rejected": 1, "already": 1, "lost": 1, "damage/mirror": 2, "removed/hidden": 1, "rejected/list page": 1}
    out = StringIO()
    print_summary(total, console=Console(file=out, width=80))
    for word in ("pages read", "mirror", "hidden", "list page", "written before", "places where text is lost"):
        assert word in out.getvalue()
    print_summary({}, Path("output"), Console(file=out, width=80))
    assert "written to output/" in out.getvalue()
    print_summary({"pages": 0, "rejected/[red]x[/red]": 1}, console=Console(file=out, width=80))
    assert "[red]x[/red]" in out.getvalue()


def test_an_account_names_the_page_by_address_and_place() -> None:
    page = Page(url="http://a.example/", archive_file="a.wacz", archive_member="archive/data.warc.gz", archive_offset=7)
    assert Account.of(Restored(page, rejected="empty: x")).name == "http://a.example/ (a.wacz!archive/data.warc.gz@7)"
    assert Account.of(Restored(Page(archive_file="a.html"))).name == "a.html"
    assert Account.of(Restored(Page())).name == "page"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("江城2014-05-06讯", "江城2014-05-06讯"),
        ("# 不是标题", "\\# 不是标题"),
        ("1. 不是列表", "1\\. 不是列表"),
        ("- 也不是", "\\- 也不是"),
        ("3.5万人", "3\\.5万人"),
        ("a*b_c`d[e]<f>", "a\\*b\\_c\\`d\\[e\\]\\<f\\>"),
        ("2014.5.6", "2014.5.6"),
    ],
)
def test_markdown_is_text(text: str, markdown: str) -> None:
    from io import BytesIO

    article = restore(f"标题\n\n{'正文说的是今天的事情，' * 12}。").article
    assert article is not None
    from dataclasses import replace

    sink = BytesIO()
    to_md([replace(article, text=text)], sink)
    assert sink.getvalue().decode().rstrip("\n").endswith(f"\n\n{markdown}")
