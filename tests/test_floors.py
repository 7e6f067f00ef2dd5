"""Quality floors: they only go up. The pages and references lie outside the repository.

A floor stands a little below what was measured on the whole set; `low` is how many pages may score under .5 (references
that hold another text than their page).
"""

import collections
import gzip
import hashlib
import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from qnews_scraper import restore

BENCH = Path(__file__).parents[2] / "shared" / "bench"
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not (BENCH / "score.py").exists(), reason="../shared/bench is not here: the floors cannot be measured")


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_score", BENCH / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def grams(score: Any, name: str, text: str, title: str) -> "collections.Counter[tuple[str, ...]]":
    found: collections.Counter[tuple[str, ...]] = score.ngrams(score.body_chars(text, title) if name.startswith("zh") else re.findall(r"\w+", text))
    return found


@pytest.mark.parametrize("name", FLOORS)
def test_does_not_fall_below_its_floor(name: str, score: Any) -> None:
    floor = FLOORS[name]
    references = (BENCH / f"{name}.jsonl").read_bytes()
    corpus = hashlib.sha256(references)
    rows = []
    titles = []
    for line in references.decode().splitlines():
        row = json.loads(line)
        packed = (BENCH / "pages" / name / f"{row['id']}.html.gz").read_bytes()
        corpus.update(packed)
        article = restore(gzip.decompress(packed), url=row["url"]).article
        title = row.get("title") or ""
        rows.append(score.prf(*(grams(score, name, text, title) for text in (row["body"], article.text if article else ""))))
        if title:
            titles.append(score.squeeze(article.title if article else "") == score.squeeze(title))
    assert corpus.hexdigest() == floor["sha256"], "another corpus: measure anew"
    precision, recall, f1 = (sum(row[k] for row in rows) / len(rows) for k in range(3))
    reached = {
        "f1": f1 if name.startswith("zh") else 2 * precision * recall / (precision + recall),
        "title": sum(titles) / len(titles) if titles else 1.0,
    }
    assert {k: v for k, v in reached.items() if v < floor.get(k, 0)} == {}
    assert sum(row[2] < 0.5 for row in rows) <= floor["low"]
