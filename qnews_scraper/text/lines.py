"""Tables that are looked up in their files: no page needs more than some dozens of their lines, and all in memory take up to four times their size."""

from bisect import bisect_right
from importlib.resources import files
from typing import Final

_BLOCK: Final = 1 << 13
_HEAD: Final = 32
"""Bytes of a line, or more than what one is looked up by has."""


class Lines:
    """A table's lines, which are in the order of their bytes."""

    def __init__(self, name: str) -> None:
        self._file = files("qnews_scraper.tables").joinpath(name)
        self._starts, self._heads = [0], [b""]
        with self._file.open("rb") as file:
            size = file.seek(0, 2)
            for at in range(_BLOCK, size, _BLOCK):
                if at < self._starts[-1]:  # a line longer than a block
                    continue
                file.seek(at)
                file.readline()
                start = file.tell()
                if self._starts[-1] < start < size:
                    self._starts.append(start)
                    self._heads.append(file.read(_HEAD))
        self._starts.append(size)

    def find(self, beginning: str) -> str:
        """The line that begins so, without its end; "" where none does. More than one must not."""
        sought = beginning.encode("utf-8", "surrogatepass")
        at = bisect_right(self._heads, sought, key=lambda head: head[: len(sought)]) - 1
        with self._file.open("rb") as file:
            file.seek(self._starts[at])
            block = b"\n" + file.read(self._starts[at + 1] - self._starts[at])
        start = block.find(b"\n" + sought) + 1
        end = block.find(b"\n", start)
        return block[start : end if end >= 0 else len(block)].decode() if start else ""
