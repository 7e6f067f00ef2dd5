"""Text in disguise, taken by itself: what is read of it, and that the search for it takes time by the length of a source. All synthetic."""

import time

import pytest

from qnews_scraper.cleanse.disguise import strewn


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("<p>帆&shy;船&#8203;出&#x200b;海</p>", ["帆船出海"]),
        ("<p>帆\u200b\u200b船\u200c&zwnj;出</p>", ["帆船出"]),
        ("<p>帆&shy;船</p>", []),
        ("<p>&shy;&shy;&shy;&shy;</p>", []),
        ("<p>\u200b\u200b\u200b\u200b</p>", []),
        ("<p>帆船&shy; 出海&shy; 归来&shy;</p>", []),
    ],
)
def test_what_is_strewn_with_the_unseen(source: str, read: list[str]) -> None:
    assert [text for text, _ in strewn(source)] == read


@pytest.mark.parametrize("unit", ["&shy;", "\u200b", "帆\u200b", "帆&shy;", "帆\u200b\u200b ", "\u202e帆", "&#8203;", "&shy"])
def test_time_is_linear(unit: str) -> None:
    def took(times: int) -> float:
        start = time.process_time()
        list(strewn(unit * times))
        return time.process_time() - start

    took(500)
    assert took(20_000) < 10 * max(took(5_000), 0.02)
