"""Which decoder reads what right, and how fast: ours beside the detectors of PyPI.

    pip install chardet charset-normalizer resiliparse chardetng-py faust-cchardet
    python benchmarks/detection.py [--quick]

A page counts when the whole decoded text is what the author wrote; a damaged page when it is all that its encoding makes of what is left.
Cases come from tests/detection_pages.py (own sentences, seeded), and from ../shared/bench where it is there.
"""

import argparse
import gzip
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import detection_pages as made  # noqa: E402

from qnews_scraper.text.codecs import codec  # noqa: E402
from qnews_scraper.text.decode import decode  # noqa: E402

Decoder = Callable[[bytes], str]
Case = tuple[str, bytes, str]
"""The text as written, the bytes as served, and for a damaged page the encoding it was in."""


def _by(detect: Callable[[bytes], str | None]) -> Decoder:
    """Decode as a detector says; the GB family as browsers do, which is kinder than Python."""

    def read(body: bytes) -> str:
        name = (detect(body) or "utf-8").lower().replace("_", "-")
        known = {"gb2312": "gb18030", "gbk": "gb18030", "hz-gb-2312": "gb18030", "big5-hkscs": "big5", "big5hkscs": "big5", "cp950": "big5"}.get(name, name)
        if known in ("gb18030", "big5"):
            return codec(known).decode(body)
        try:
            return body.decode(known, "replace").removeprefix("\ufeff")
        except LookupError:
            return body.decode("utf-8", "replace")

    return read


def decoders() -> dict[str, Decoder]:
    """Ours, and whatever of the others is installed."""
    found: dict[str, Decoder] = {"qnews": lambda body: decode(body).text}
    try:
        import chardet

        found["chardet " + chardet.__version__] = _by(lambda body: chardet.detect(body)["encoding"])
    except ImportError:
        pass
    try:
        import charset_normalizer

        def best(body: bytes) -> str | None:
            match = charset_normalizer.from_bytes(body).best()
            return match.encoding if match else None

        found["charset-normalizer"] = _by(best)
    except ImportError:
        pass
    try:
        import cchardet

        found["cchardet"] = _by(lambda body: cchardet.detect(body)["encoding"])
    except ImportError:
        pass
    try:
        from resiliparse.parse.encoding import detect_encoding

        found["resiliparse"] = _by(lambda body: detect_encoding(body))
    except ImportError:
        pass
    try:
        import chardetng_py

        found["chardetng"] = _by(lambda body: chardetng_py.detect(body, allow_utf8=True))
    except (ImportError, AttributeError):
        pass
    return found


_BLANK = re.compile(rb"charset=[\"']?[-\w]+", re.I)


def _shared(limit: int) -> list[str]:
    folder = ROOT.parent / "shared" / "bench" / "pages" / "zh_news"
    return [gzip.decompress(p.read_bytes()).decode("utf-8", "replace").lstrip("\ufeff") for p in sorted(folder.glob("*.html.gz"))[:limit]]


def rows(seed: int, quick: bool) -> Iterator[tuple[str, list[Case]]]:
    """Every row of the table."""
    rng = random.Random(seed)
    count = 12 if quick else 40
    encodings = [
        ("gbk", made.SIMPLIFIED, "gbk"), ("gb18030 trad.", made.TRADITIONAL, "gb18030"),
        ("big5", made.TRADITIONAL, "big5"), ("utf-8", made.SIMPLIFIED, "utf-8"),
        ("shift_jis", made.JAPANESE, "shift_jis"), ("euc-jp", made.JAPANESE, "euc_jp"), ("euc-kr", made.KOREAN, "euc_kr"),
        ("windows-1252", made.FRENCH + made.GERMAN, "cp1252"), ("windows-1251", made.RUSSIAN, "cp1251"), ("koi8-r", made.RUSSIAN, "koi8-r"),
    ]  # fmt: skip
    lies = ("utf-8", "gb2312", "big5", "iso-8859-1")
    for name, sentences, python in encodings:
        pages = [made.page(rng, sentences, name.split()[0], rng.choice((300, 2000, 9000))) for _ in range(count)]
        yield f"{name}, as served", [(p, p.encode(python), "") for p in pages]
        lying = [_relabel(p, rng.choice([lie for lie in lies if lie != name])) for p in pages]
        yield f"{name}, lying", [(p, p.encode(python), "") for p in lying]
        bare = [_relabel(p, "") for p in pages]
        yield f"{name}, blanked", [(p, p.encode(python), "") for p in bare]
        if python in ("gbk", "big5", "utf-8", "gb18030"):
            yield f"{name}, truncated, 5 flips, blanked", [(p, made.damaged(rng, p.encode(python)), python) for p in bare]
    for length in (4, 8):
        for name, sentences in (("gbk", made.SIMPLIFIED), ("big5", made.TRADITIONAL)):
            yield f"{length} characters of {name}", [(w, w.encode(name), "") for w in made.words(rng, sentences, length, 5 * count)]
    yield "mixed by line, gbk and utf-8", [(*made.mixed_by_line(rng, made.SIMPLIFIED, 30, "gbk"), "") for _ in range(count)]
    yield "mixed by line, big5 and utf-8", [(*made.mixed_by_line(rng, made.TRADITIONAL, 30, "big5"), "") for _ in range(count)]
    yield "utf-8 in mid-sentence of gbk", [(*made.mixed_in_sentence(rng, made.SIMPLIFIED, "gbk", "utf-8"), "") for _ in range(5 * count)]
    yield "gbk in mid-sentence of utf-8", [(*made.mixed_in_sentence(rng, made.SIMPLIFIED, "utf-8", "gbk"), "") for _ in range(5 * count)]
    if real := _shared(20 if quick else 210):
        pages = [_relabel(p, "gb2312") for p in real]
        yield "bench pages as gb18030, as served", [(p, p.encode("gb18030"), "") for p in pages]
        pages = [_relabel(p, "utf-8") for p in real]
        yield "bench pages as gb18030, lying", [(p, p.encode("gb18030"), "") for p in pages]
        pages = [_relabel(p, "") for p in real]
        yield "bench pages as gb18030, blanked", [(p, p.encode("gb18030"), "") for p in pages]
        yield "bench pages as gb18030, truncated, 5 flips", [(p, made.damaged(rng, p.encode("gb18030")), "gb18030") for p in pages]
        yield "bench pages as utf-8, truncated, 5 flips", [(p, made.damaged(rng, p.encode("utf-8")), "utf-8") for p in pages]
        big5 = [(p, body) for p in pages if "國" in p and (body := codec("big5").encode(p)) is not None]
        yield "bench pages as big5, blanked", [(p, body, "") for p, body in big5]


def _relabel(page: str, label: str) -> str:
    return _BLANK.sub(f"charset={label}".encode() if label else b"", page.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogatepass")


def right(text: str, case: Case) -> bool:
    """Whether `text` is what was written, or, of a damaged page, what its encoding makes of what is left."""
    written, body, damaged_in = case
    if damaged_in:
        written = body.decode("utf-8", "replace") if damaged_in == "utf-8" else codec(damaged_in).decode(body)
    return text == written


def speed(read: Decoder, body: bytes) -> float:
    """Milliseconds of one call, the best of several."""
    best = float("inf")
    start = time.perf_counter()
    while time.perf_counter() - start < 0.4:
        begun = time.perf_counter()
        read(body)
        best = min(best, time.perf_counter() - begun)
    return best * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--only-ours", action="store_true")
    options = parser.parse_args()
    readers = decoders()
    if options.only_ours:
        readers = {"qnews": readers["qnews"]}
    print(f"{'per cent decoded right':46}" + "".join(f"{name[:14]:>15}" for name in readers))
    for name, cases in rows(options.seed, options.quick):
        shares = []
        for read in readers.values():
            good = sum(right(_attempt(read, case[1]), case) for case in cases)
            shares.append(100 * good / max(len(cases), 1))
        print(f"{name + f' ({len(cases)})':46}" + "".join(f"{share:15.0f}" for share in shares), flush=True)
    rng = random.Random(options.seed)
    written = made.page(rng, made.SIMPLIFIED, "gb2312", 27000)
    gbk = written.encode("gbk")
    timed = {
        "gbk, declared": (gbk, "gb18030"),
        "gbk, blanked": (_relabel(written, "").encode("gbk"), "gb18030"),
        "gbk, declared utf-8": (_relabel(written, "utf-8").encode("gbk"), "gb18030"),
        "utf-8": (made.page(rng, made.SIMPLIFIED, "utf-8", 24000).encode("utf-8"), "utf-8"),
        "big5": (made.page(rng, made.TRADITIONAL, "big5", 27000).encode("big5"), "big5"),
    }
    print("\nmilliseconds a page, detected and decoded; last what bytes.decode() alone takes, which is part of each")
    for name, (body, python) in timed.items():
        taken = [speed(read, body) for read in (*readers.values(), lambda body, python=python: body.decode(python))]
        print(f"{name + f', {len(body) // 1024} KB':46}" + "".join(f"{t:15.3f}" for t in taken), flush=True)
    print("\nmilliseconds of qnews by size: linear where the columns grow tenfold")
    one, other = "中文字".encode(), "中文字".encode("gbk")
    shapes = {
        "gbk": gbk,
        "utf-8": timed["utf-8"][0],
        "alternating segments": one + b"\n" + other + b"\n",
        "one long chunk of both": one + other,
        "bytes FF": b"\xff",
        "bytes 81": b"\x81",
        "half characters": b"\xe4\xb8",
        "unclosed metas": b"<meta ",
    }
    for name, unit in shapes.items():
        sizes = (10_000, 100_000, 1_000_000) if options.quick else (10_000, 100_000, 1_000_000, 10_000_000)
        times = []
        for size in sizes:
            body = (unit * (size // len(unit) + 1))[:size]
            begun = time.perf_counter()
            decode(body)
            times.append((time.perf_counter() - begun) * 1000)
        print(f"{name:46}" + "".join(f"{t:15.2f}" for t in times), flush=True)


def _attempt(read: Decoder, body: bytes) -> str:
    try:
        return read(body)
    except (UnicodeError, LookupError, ValueError):
        return ""


if __name__ == "__main__":
    main()
