"""A real browser judges a slice of the pages: what it draws, we call seen."""

import importlib.util
import shutil
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).resolve().parent.parent / "benchmarks" / "visibility.py"


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no chromium (apt-get install chromium)")
@pytest.mark.parametrize("start", [0, 5])
def test_a_browser_agrees(start: int) -> None:
    spec = importlib.util.spec_from_file_location("visibility_benchmark", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    pages = [page for _, page in zip(range(24), list(benchmark.pages(1, False))[start::11], strict=False)]
    chromium = shutil.which("chromium")
    agree = total = 0
    for at in range(0, len(pages), benchmark.BATCH):
        batch = [(name, *benchmark.prepared(page)) for name, page in pages[at : at + benchmark.BATCH]]
        for (_, _, told, _), seen in zip(batch, benchmark.measured([b[1] for b in batch], chromium), strict=True):
            judged = [(bool(ours), bool(seen[number])) for number, ours in told.items() if number in seen]
            agree += sum(ours == theirs for ours, theirs in judged)
            total += len(judged)
    assert total > 200
    assert agree >= 0.98 * total
