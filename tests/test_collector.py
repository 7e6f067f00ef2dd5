"""The garbage collector is left as it was found, whatever a page does."""

import gc
import sys
from collections.abc import Iterator

import pytest

from qnews_scraper import restore as whole
from qnews_scraper.options import Options
from qnews_scraper.page import Finding, Page
from qnews_scraper.restore import repaired

PAGE = "<html><body><h1>新桥通车</h1><p>" + "昨天上午，新建的跨河大桥正式通车，两岸居民步行五分钟就能到达对岸。" * 8 + "</p></body></html>"


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


def test_it_rests_while_a_page_is_worked_on() -> None:
    gc.enable()
    long = PAGE.replace("</p>", "</p>" + "".join(f"<p>第{i}天，桥上的<b>行人</b>比前一天多了{i}位，桥头的小店也开了门。</p>" for i in range(3000)))
    assert whole(long).article is not None  # loads its tables
    gc.collect()
    before = gc.get_stats()[0]["collections"]
    whole(long)
    assert gc.get_stats()[0]["collections"] <= before + 1  # one may follow it
    assert gc.isenabled()


def test_whoever_switched_it_off_finds_it_off() -> None:
    gc.disable()
    whole(PAGE)
    assert not gc.isenabled()


def test_it_is_on_again_after_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(page: Page) -> Iterator[Finding]:
        raise AttributeError

    monkeypatch.setattr(sys.modules["qnews_scraper.restore"], "FINDERS", (("fails", fails),))
    gc.enable()
    with pytest.raises(AttributeError):
        repaired(Page(text=PAGE), Options())
    assert gc.isenabled()


def test_pages_leave_next_to_nothing_for_it() -> None:
    whole(PAGE)
    gc.collect()
    gc.disable()
    for _ in range(20):
        whole(PAGE)
    assert gc.collect() <= 20 * 10
