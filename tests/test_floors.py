"""Quality floors: they only go up. The pages and references lie outside the repository."""

import collections
import gzip
import hashlib
import importlib.util
import json
from pathlib import Path

import pytest

from qnews_scraper import restore

BENCH = Path(__file__).parents[2] / "shared" / "bench"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not (BENCH / "score.py").exists(), reason="../shared/bench is not here: the floors cannot be measured")


@pytest.mark.parametrize("name", FLOORS)
def test_text_does_not_fall_below_its_floor(name: str) -> None:
    references = (BENCH / f"{name}.jsonl").read_bytes()
    assert hashlib.sha256(references).hexdigest() == FLOORS[name]["sha256"], "another corpus: measure anew"
    spec = importlib.util.spec_from_file_location("bench_score", BENCH / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    total: collections.Counter[str] = collections.Counter()
    rows = [json.loads(line) for line in references.decode().splitlines()][:: FLOORS[name]["every"]]
    for row in rows:
        body = gzip.decompress((BENCH / "pages" / name / f"{row['id']}.html.gz").read_bytes())
        article = restore(body, url=row["url"]).article
        text = article.text if article else ""
        gold, pred = score.body_chars(row["body"], row.get("title")), score.body_chars(text, row.get("title"))
        total["f1"] += score.prf(score.ngrams(gold), score.ngrams(pred))[2]
    assert total["f1"] / len(rows) >= FLOORS[name]["f1"]
