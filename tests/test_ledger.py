"""The ledger: undo and replay are exact, whatever finders yield."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qnews_scraper.ledger import Repaired, apply, replay, show, undo
from qnews_scraper.page import Edit, Page, Proof, Trust

EDITS = st.lists(
    st.builds(Edit, st.integers(-2, 40), st.integers(-2, 40), st.text("中ab\ufffd", max_size=3), st.sampled_from(Trust), st.just("why")),
    max_size=12,
)


@given(st.text(max_size=30), st.lists(EDITS, max_size=4), st.sampled_from([Trust.CERTAIN, Trust.LIKELY]))
def test_undo_and_replay_are_exact(text: str, passes: list[list[Edit]], trust: Trust) -> None:
    page = Page(text=text)
    for i, found in enumerate(passes):
        page = apply(page, f"pass {i}", found, trust)
    repaired = Repaired(page.text, page.passes)
    assert undo(repaired) == text
    assert replay(text, page.passes) == page.text
    assert len(list(show(page.passes, text))) == sum(len(p.edits) + len(p.reported) for p in page.passes)


def test_trust_decides_what_is_applied() -> None:
    found = [
        Edit(0, 1, "A", Trust.CERTAIN, ""),
        Edit(1, 2, "B", Trust.LIKELY, "", ("B", "b")),
        Edit(2, 3, "C", Trust.SUSPECT, ""),
        Edit(3, 4, "\ufffd", Trust.LOST, ""),
    ]
    likely = apply(Page(text="abcd"), "t", found)
    assert likely.text == "ABc\ufffd"
    assert [e.new for e in likely.passes[0].reported] == ["C"]
    certain = apply(Page(text="abcd"), "t", found, Trust.CERTAIN)
    assert certain.text == "Abc\ufffd"
    assert [e.new for e in certain.passes[0].reported] == ["B", "C"]


def test_of_two_that_overlap_the_first_stands_and_the_other_is_reported() -> None:
    page = apply(Page(text="abcdef"), "t", [Edit(2, 5, "Y", Trust.CERTAIN, ""), Edit(0, 3, "X", Trust.CERTAIN, "")])
    assert page.text == "Xdef"
    assert [e.new for e in page.passes[0].reported] == ["Y"]


def test_an_insertion_stands_before_what_it_precedes() -> None:
    page = apply(Page(text="a?b"), "t", [Edit(1, 2, "\ufffd", Trust.LOST, ""), Edit(1, 1, "有", Trust.LIKELY, "")])
    assert page.text == "a有\ufffdb"


def test_facts_and_proof_are_kept_without_edits() -> None:
    page = apply(Page(text="a"), "t", ["seen", Proof(2, 1, ("x",))])
    assert page.passes[0].facts == ("seen",)
    assert page.passes[0].proof == Proof(2, 1, ("x",))


def test_replay_refuses_another_text() -> None:
    page = apply(Page(text="abc"), "t", [Edit(0, 1, "X", Trust.CERTAIN, "")])
    with pytest.raises(ValueError, match="not made for this text"):
        replay("zbc", page.passes)


def test_what_passes_proved_or_marked_as_lost_is_known_where_it_stands_now() -> None:
    page = apply(Page(text="abcdef"), "t", [Edit(1, 2, "\ufffd", Trust.LOST, ""), Edit(3, 4, "X", Trust.CERTAIN, "")])
    assert page.settled == ((1, 2),)
    page = apply(page, "u", [Edit(0, 0, "12", Trust.LIKELY, "", ("12",)), Edit(5, 6, "YZ", Trust.CERTAIN, ""), Proof(1, 1)])
    assert page.text == "12a\ufffdcXeYZ"
    assert page.settled == ((3, 4), (7, 9))
    assert [page.is_settled(page.scan.runs[0], at, at + 1) for at in range(9)] == [at in (3, 7, 8) for at in range(9)]
    page = apply(page, "v", [Edit(2, 4, "", Trust.LIKELY, "", ("",)), Edit(7, 8, "V", Trust.LIKELY, "", ("V",))])
    assert page.text == "12cXeVZ"
    assert page.settled == ((6, 7),)


@given(st.text(max_size=30), st.lists(EDITS, max_size=4))
def test_settled_places_ascend_within_the_text(text: str, passes: list[list[Edit]]) -> None:
    page = Page(text=text)
    for found in passes:
        page = apply(page, "t", [*found, Proof(1, 1)])
    places = [at for span in page.settled for at in span]
    assert places == sorted(places)
    assert all(0 <= at <= len(page.text) for at in places)
