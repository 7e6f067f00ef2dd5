"""A clause of one letter and its mark, in UTF-8 read as GBK: all synthetic."""

import pytest

from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair
from qnews_scraper.trust import Trust


@pytest.mark.parametrize("text", ["12日，", "1998年，", "称，", "30倍；", "走！", "<td>晴，</td><td>3</td>"])
def test_it_is_read(text: str) -> None:
    served = text.encode().decode("gbk")
    repaired = repair(served)
    assert repaired.text == text
    assert undo(repaired) == served
    assert [e.trust for e in repaired.edits] == [Trust.LIKELY]
    assert repair(text).text == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("印紱", id="a ribbon of an office"),
        pytest.param("織紝紡績，皆女工也。", id="weaving"),
        pytest.param("苧紵，可以為布。", id="ramie"),
        pytest.param("所谓乱码，例如“鏃ワ紝”这样的字。", id="an example"),
        pytest.param("朱紱紝", id="three rare characters that are no UTF-8"),
    ],
)
def test_what_only_resembles_it_stays(text: str) -> None:
    assert repair(text).text == text
