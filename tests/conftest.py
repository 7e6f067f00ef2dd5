"""For all tests."""

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def own_heap() -> Iterator[None]:
    """Collections look at what a test itself makes: one of all that the other tests hold takes longer than what some tests time."""
    gc.freeze()
    yield
    gc.unfreeze()
