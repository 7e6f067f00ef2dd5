"""How likely a word is after one or two others: libime's model, of which the table holds no words but signs of their rows.

tools/build_word_rows.py makes it and tells how it is laid out. A row that the model does not have is as likely as its last words, times a back-off.
"""

from array import array
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from typing import Final, NamedTuple
from zlib import crc32

_STEPS: Final = 8
"""Steps to a nat."""
_BUCKETS: Final = 1 << 16
_UNKNOWN: Final = -14.4
"""A word that the model does not know,"""
_NO_WORD: Final = -16.0
"""and a character."""


class _Table(NamedTuple):
    starts: "array[int]"
    """Of each bucket."""
    signs: int
    """Where in the file they begin,"""
    values: int
    """and the likelihoods."""


@cache
def _file() -> tuple[mmap, list[_Table]]:
    """The file, of which only what is looked at is in memory, and its tables: of words, of pairs, of rows of three."""
    with files("qnews_scraper.tables").joinpath("word_rows.bin").open("rb") as file:
        data = mmap(file.fileno(), 0, access=ACCESS_READ)
    tables = []
    at = data.find(b"\n") + 1
    for columns in (2, 2, 1):
        starts = array("I", accumulate(data[at : at + _BUCKETS], initial=0))
        at += _BUCKETS
        tables.append(_Table(starts, at, at + 2 * starts[-1]))
        at += (2 + columns) * starts[-1]
    return data, tables


def _find(order: int, key: int) -> int:
    """Where the likelihood of a row stands in the file, -1 where the table does not have it."""
    data, tables = _file()
    starts, signs, values = tables[order]
    bucket = key >> 16
    begin, end = signs + 2 * starts[bucket], signs + 2 * starts[bucket + 1]
    sign = (key & 0xFFFF).to_bytes(2, "little")
    at = data.find(sign, begin, end)
    while at >= 0 and (at - signs) & 1:
        at = data.find(sign, at + 1, end)
    return values + (at - signs) // 2 if at >= 0 else -1


def _backoff(order: int, at: int) -> float:
    data, tables = _file()
    return -data[at + tables[order].starts[-1]] / _STEPS if at >= 0 else 0.0


@lru_cache(1 << 13)
def alone(word: str) -> float:
    """The log-likelihood of a word wherever it stands."""
    at = _find(0, crc32(word.encode()))
    return -_file()[0][at] / _STEPS if at >= 0 else _UNKNOWN if len(word) > 1 else _NO_WORD


class _Likelier(dict[str, float]):
    """By how many nats words are likelier after one other than anywhere, as far as they were asked for."""

    def __init__(self, last: str) -> None:
        self._key = crc32(f"{last} ".encode()) if last else 0
        self._backoff = _backoff(0, _find(0, crc32(last.encode()))) if last else 0.0

    def __missing__(self, word: str) -> float:
        at = _find(1, crc32(word.encode(), self._key)) if self._key else -1
        value = self._backoff if at < 0 else -_file()[0][at] / _STEPS - alone(word)
        self[word] = value = round(2 * value) / 2
        return value


class _AfterTwo(dict[str, float]):
    """The log-likelihoods of words after two others."""

    def __init__(self, before: str, last: str) -> None:
        self._last = likelier(last)
        two = crc32(f"{before} {last}".encode())
        self._backoff = _backoff(1, _find(1, two)) if before and last else 0.0
        self._key = crc32(b" ", two)

    def __missing__(self, word: str) -> float:
        # a pair that begins no row of three has no back-off
        at = _find(2, crc32(word.encode(), self._key)) if self._backoff else -1
        self[word] = value = alone(word) + self._last[word] + self._backoff if at < 0 else -_file()[0][at] / _STEPS
        return value


@lru_cache(1 << 12)
def likelier(last: str) -> dict[str, float]:
    """By how many nats each word is likelier after one other than anywhere; "" for what is no word."""
    return _Likelier(last)


@lru_cache(1 << 13)
def after(before: str, last: str) -> dict[str, float]:
    """The log-likelihood (natural) of each word after two others; "" for what is no word."""
    return _AfterTwo(before, last)
