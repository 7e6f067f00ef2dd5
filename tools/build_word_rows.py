"""Build qnews_scraper/tables/word_rows.bin: how likely a word of Simplified Chinese is by itself, after one other word, and after two.

    python tools/build_word_rows.py DOWNLOADS     # the folder of build_fluency.py; apt-get download fetches what is missing there

Source: the language model of libime, Debian package libime-data-language-model 1.0.16 (LGPL-2.1-or-later, Copyright 2015-2022 CSSlayer), a
trigram model over 165,000 words in KenLM's binary format. It holds hashes of words, not the words: the words are those of words.txt. All words and
all rows of three whose words are known are kept. Of the pairs, those that begin a row of three, and the PAIRS that tell most, by p(a, b) times what
they say beyond the model's back-off.

The file: a line of text; then for words, for pairs and for rows of three a table. A row's key is the CRC-32 of its words joined by blanks: the upper
16 bits are its bucket, the lower ones its sign. A table is the size of each bucket, a byte each; the signs, two bytes each, in the order of their keys;
the likelihoods, a byte each, -8 * ln; and, but for rows of three, the back-offs in the same way.
"""

import hashlib
import io
import math
import struct
import subprocess
import sys
import tarfile
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

TABLES = Path(__file__).parent.parent / "qnews_scraper" / "tables"
PACKAGE = "libime-data-language-model"
VERSION = "1.0.16-1"
PAIRS = 800_000
MASK = (1 << 64) - 1


def model(folder: Path) -> tuple[bytes, str]:
    """The model, and the digest of the package that it comes in."""
    path = next(folder.glob(f"{PACKAGE}_{VERSION}_*.deb"), None)
    if path is None:
        subprocess.run(["apt-get", "download", "-q", f"{PACKAGE}={VERSION}"], cwd=folder, check=True)
        path = next(folder.glob(f"{PACKAGE}_{VERSION}_*.deb"))
    packed = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        for member in tar:
            if member.name.endswith("/zh_CN.lm") and (handle := tar.extractfile(member)):
                return handle.read(), hashlib.sha256(path.read_bytes()).hexdigest()
    raise FileNotFoundError("zh_CN.lm")


def murmur(data: bytes) -> int:
    """MurmurHash64A with seed 0, by which KenLM knows words."""
    factor = 0xC6A4A7935BD1E995
    found = len(data) * factor & MASK
    whole = len(data) & ~7
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at : at + 8], "little") * factor & MASK
        found = (found ^ ((part ^ part >> 47) * factor & MASK)) * factor & MASK
    if data[whole:]:
        found = (found ^ int.from_bytes(data[whole:], "little")) * factor & MASK
    found = (found ^ found >> 47) * factor & MASK
    return found ^ found >> 47


def chopped(offsets: int, last: int, most: int) -> int:
    """How many bits of a pointer KenLM keeps in an array of their own: as many as make it smallest."""
    bits = last.bit_length()
    return min(range(min(bits, most) + 1), key=lambda chop: (last >> (bits - chop)) * 64 - offsets * chop)


class Model:
    """A KenLM model of three words, quantized, its pointers compressed (its model type 5)."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        order, kind = data[0x58], data[0x60]
        assert data.startswith(b"mmap lm http://kheafield.com/code format version 5\n")
        assert (order, kind) == (3, 5)
        self.words, self.count, longest = struct.unpack_from("<3Q", data, 0x6C)
        known = struct.unpack_from("<Q", data, 0x88)[0]
        self.hashes = struct.unpack_from(f"<{known}Q", data, 0x90)
        at = 0x90 + 8 * self.words
        self.prob_bits, self.backoff_bits = data[at + 1], data[at + 2]
        self.steps = struct.unpack_from(f"<{1 << self.prob_bits}f", data, at + 8)
        self.backoffs = struct.unpack_from(f"<{1 << self.backoff_bits}f", data, at + 8 + (4 << self.prob_bits))
        self.last_steps = struct.unpack_from(f"<{1 << self.prob_bits}f", data, at + 8 + (4 << self.prob_bits) + (4 << self.backoff_bits))
        at += 8 + 4 * ((2 << self.prob_bits) + (1 << self.backoff_bits))
        self.unigrams = list(struct.iter_unpack("<ffQ", data[at : at + 16 * (self.words + 2)]))
        at += 16 * (self.words + 2)
        chop = chopped(self.count + 1, longest, data[at + 1])
        self.inline = longest.bit_length() - chop
        self.offsets = struct.unpack_from(f"<{(longest >> self.inline) + 1}Q", data, (at + 7 & ~7) + 8)
        self.pairs = at + 8 * ((longest >> self.inline) + 2) + 7
        self.word_bits = self.words.bit_length()
        self.size = self.word_bits + self.backoff_bits + self.prob_bits + self.inline
        self.rows = self.pairs + ((1 + self.count) * self.size + 7) // 8 + 8

    def index(self, word: str) -> int:
        """Of a word; 0 where it is unknown."""
        wanted = murmur(word.encode())
        at = bisect_left(self.hashes, wanted)
        return at + 1 if at < len(self.hashes) and self.hashes[at] == wanted else 0

    def _bits(self, start: int, size: int, number: int) -> int:
        at = number * size
        return int.from_bytes(self.data[start + at // 8 : start + at // 8 + 9], "little") >> at % 8 & (1 << size) - 1

    def _next(self, number: int) -> int:
        """Where the rows of three begin that end in a pair."""
        return (bisect_right(self.offsets, number) - 1) << self.inline | self._bits(self.pairs, self.size, number) >> self.size - self.inline

    def __iter__(self) -> Iterator[tuple[int, int, float, float, list[tuple[int, float]]]]:
        """First word, second word, log10 of the likelihood of the second after the first, of the back-off; and of the second after each word before the two."""
        mask = (1 << self.word_bits) - 1
        for second, ((*_, start), (*_, end)) in enumerate(pairwise(self.unigrams[: self.words + 1])):
            for number in range(start, end):
                bits = self._bits(self.pairs, self.size, number)
                longer = [self._bits(self.rows, self.word_bits + self.prob_bits, i) for i in range(self._next(number), self._next(number + 1))]
                yield (
                    bits & mask,
                    second,
                    self.steps[bits >> self.word_bits + self.backoff_bits & (1 << self.prob_bits) - 1],
                    self.backoffs[bits >> self.word_bits & (1 << self.backoff_bits) - 1],
                    [(row & mask, self.last_steps[row >> self.word_bits]) for row in longer],
                )


def listed() -> Iterator[str]:
    """The words of words.txt, as tools/build_words.py lays them out."""
    for line in (TABLES / "words.txt").read_text("utf-8").split("\n")[1:]:
        head, seconds, steps, *tails = line.split("\t")
        if head[1] != "0":
            yield head[0]
        for second, step, tail in zip(seconds, steps, tails, strict=True):
            if step != "0":
                yield head[0] + second
            rest = ""
            for char in tail:
                if char < "\x80":
                    yield head[0] + second + rest
                rest = "" if char < "\x80" else rest + char


def table(rows: dict[str, tuple[float, ...]]) -> bytes:
    """Rows of words with their numbers, log10 of a likelihood each."""
    found = {zlib.crc32(row.encode()): values for row, values in sorted(rows.items(), reverse=True)}
    keys = sorted(found)
    sizes = bytearray(1 << 16)
    for key in keys:
        sizes[key >> 16] += 1
    signs = b"".join((key & 0xFFFF).to_bytes(2, "little") for key in keys)
    columns = zip(*([min(255, round(-8 * math.log(10) * value)) for value in found[key]] for key in keys), strict=True)
    return bytes(sizes) + signs + b"".join(map(bytes, columns))


def main(folder: Path) -> None:
    data, digest = model(folder)
    found = Model(data)
    words = {at: word for word in listed() if (at := found.index(word))}
    singles = {word: (found.unigrams[at][0], min(0.0, found.unigrams[at][1])) for at, word in words.items()}
    ranked: list[tuple[float, str, float, float]] = []
    rows: dict[str, tuple[float, ...]] = {}
    for a, b, p, backoff, longer in found:
        if a in words and b in words:
            gain = p - found.unigrams[b][0] - found.unigrams[a][1]
            ranked.append((-gain * 10 ** (found.unigrams[a][0] + p), f"{words[a]} {words[b]}", p, min(0.0, backoff)))
            rows.update((f"{words[c]} {words[a]} {words[b]}", (value,)) for c, value in longer if c in words)
    ranked.sort()
    begun = {row.rpartition(" ")[0] for row in rows}
    pairs = {row: (p, backoff) for at, (_, row, p, backoff) in enumerate(ranked) if at < PAIRS or row in begun}
    head = f"# generated by tools/build_word_rows.py from {PACKAGE} {VERSION} (LGPL-2.1-or-later), SHA-256 of the package {digest}\n"
    (TABLES / "word_rows.bin").write_bytes(head.encode() + b"".join(map(table, (singles, pairs, rows))))
    print(len(singles), "words,", len(pairs), "pairs of", len(ranked), "and", len(rows), "rows of three")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
