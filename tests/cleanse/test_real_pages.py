"""The plainest ways to hide, on pages of ../shared/bench: `benchmarks/injected.py` has all of them."""

import gzip
import json
from pathlib import Path

import pytest

from qnews_scraper import restore
from qnews_scraper.text.decode import decode

from .real_pages import between, judged, put_in, spellings

BENCH = Path(__file__).parents[3] / "shared" / "bench"
EVERY = 21
PLAIN = frozenset(
    f"{group}: {name}"
    for group, names in {
        "styles": ("display none", "left", "box of a pixel", "opacity", "font-size 1px", "clip-path circle", "hidden attr", "text-indent", "scale"),
        "sheets": ("class", "important"),
        "scripts": ("getid", "document.write"),
        "heads": ("title casino", "canon"),
        "places": ("before", "after", "first line"),
        "farms": ("farm footer",),
        "junk": ("junk raw",),
    }.items()
    for name in names
)

pytestmark = pytest.mark.skipif(not (BENCH / "score.py").exists(), reason="../shared/bench is not here: no real page to put anything into")


def test_each_has_a_spelling() -> None:
    assert not PLAIN - {name for name, _, _ in spellings()}


@pytest.mark.parametrize("name", ["zh_news", "zh_articles", "en_news"])
@pytest.mark.parametrize("payload", ["neutral", "casino"])
def test_nothing_stays_and_nothing_goes(name: str, payload: str) -> None:
    rows = [json.loads(line) for line in (BENCH / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()][::EVERY]
    wrong = []
    count = 0
    for row in rows:
        source = decode(gzip.decompress((BENCH / "pages" / name / f"{row['id']}.html.gz").read_bytes())).text
        sound = restore(source, url=row["url"]).article
        if sound is None or between(source, row["body"]) < 0:
            continue
        for spelling, parts, words in spellings():
            if spelling in PLAIN and (made := put_in(source, row["body"], parts, payload)) is not None:
                count += 1
                if not (outcome := judged(sound, made[0], row["url"], (*words, *made[1]))):
                    wrong.append((row["id"], spelling, outcome))
    assert count > 20
    assert wrong == []
