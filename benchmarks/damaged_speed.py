"""How long damage takes: pages damaged in each kind, ours beside ftfy in one run; then sizes from 1 KB to 10 MB, sound, damaged and hostile.

    pip install ftfy
    python benchmarks/damaged_speed.py [--kind N] [--upto BYTES] [--share S]

A page is paragraphs of our own sentences in markup, a share of them damaged by tests/simulator. Ours is decode and all text finders on the
page's bytes, and for "again" on the same page with other sentences, so that what was remembered of it does not count; ftfy gets the
decoded text, in the configuration that leaves Chinese marks alone.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import ftfy  # noqa: E402
from mojibake import sentences  # noqa: E402

from qnews_scraper.damage import FINDERS  # noqa: E402
from qnews_scraper.ledger import apply  # noqa: E402
from qnews_scraper.page import Page  # noqa: E402
from qnews_scraper.text.decode import decode  # noqa: E402
from tests.simulator import KINDS, Kind  # noqa: E402

CHINESE = ftfy.TextFixerConfig(uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False, unescape_html=True)
HEAD = '<html><head><meta charset="utf-8"><title>{}</title></head><body>\n'
FOOT = "</body></html>\n"


def ours(body: bytes) -> str:
    page = Page(text=decode(body).text)
    for name, find in FINDERS:
        page = apply(page, name, find(page))
    return page.text


def theirs(body: bytes) -> str:
    return ftfy.fix_text(body.decode("utf-8", "surrogatepass"), CHINESE)


def page(kind: Kind | None, seed: int, size: int, share: float = 1.0) -> bytes:
    """A page of about `size` bytes, a share of whose paragraphs are damaged; no paragraph holds the same sentences as another."""
    dice = random.Random(seed)
    found = sentences(False)
    known = [s for key in (kind.languages if kind else "st") for s in found[key]]
    out = [HEAD.format(dice.choice(known))]
    length = 0
    while length < size:
        text = "".join(dice.sample(known, dice.randint(2, 4)))
        bad = kind.damage(text, dice) if kind and dice.random() < share else None
        out.append(f'<p class="text">{(text if bad is None else bad).strip()}</p>\n')
        length += len(out[-1].encode("utf-8", "surrogatepass"))
    return "".join([*out, FOOT]).encode("utf-8", "surrogatepass")


def milliseconds(call: Callable[[bytes], str], bodies: list[bytes]) -> float:
    start = time.process_time()
    for body in bodies:
        call(body)
    return 1000 * (time.process_time() - start) / len(bodies)


HOSTILE: dict[str, str] = {
    "?": "?", "Han and ?": "中?", "U+FFFD": "\ufffd", "Han and U+FFFD": "中\ufffd", "torn readings": "當?shù)", "readings": "中A(shù)", "half tags": "<p ", "&": "&", "&#": "&#",
    "&#20013": "&#20013", "%E4": "%E4", "%E4%B8": "%E4%B8", "backslashes": "\\u4e", "quoted": "=E4=B8", "latin leads": "ä¸", "latin rows": "éèàü", "C1": "\x81\x8d",
    "GBK rows": "锛鍦", "GBK rows and ?": "锛?鍦", "Big5 rows": "擂陔", "Shift-JIS rows": "ｾﾝ", "Hangul and hanja": "앴劤", "rare Han": "籝籞籟", "kana": "かカ", "zero-width": "\u200b中",
    "private use": "\ue5e5", "surrogates": "\ud83d", "form feeds": "\x0c", "quotes": "“", "brackets": "(", "one line of two kinds": "ÖÐ锛", "锟斤拷": "锟斤拷", "tones": "ǎ(", "spaces": " ",
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", type=int)
    parser.add_argument("--upto", type=int, default=10_000_000)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--size", type=int, default=50_000)
    parser.add_argument("--hostile", default=None, help="only rows of sizes whose name holds this")
    args = parser.parse_args()
    for text in ("锛屾垜鍦ㄥ姞鎷�", "ÖÐ¹úÈËÃñ£¬ºÃÂð", "質(zhì)量強(qiáng)市工作"):  # tables are loaded once a process
        ours(text.encode())
    if args.hostile is None:
        print(f"{f'ms a page of {args.size // 1000} KB, {args.share:.0%} damaged':46} {'ours':>8} {'again':>8} {'ftfy':>8} {'times':>6}")
        for kind in KINDS:
            if args.kind and kind.number != args.kind:
                continue
            bodies = [page(kind, seed, args.size, args.share) for seed in (1, 2, 3)]
            first, own, other = milliseconds(ours, bodies[:1]), milliseconds(ours, bodies[1:]), milliseconds(theirs, bodies)
            print(f"{kind.number:>2} {kind.name:43} {first:8.1f} {own:8.1f} {other:8.1f} {own / other:6.2f}", flush=True)
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000, 10_000_000) if size <= args.upto]
    print(f"\n{'microseconds a character, by bytes':46}" + "".join(f"{size:>12,}" for size in sizes))
    makers: dict[str, Callable[[int], bytes]] = {"sound": lambda size: page(None, 1, size)}
    makers |= {f"{k.number} {k.name}": lambda size, k=k: page(k, 1, size) for k in KINDS if not args.kind or args.kind == k.number}
    makers |= {
        name: lambda size, unit=unit: (unit * (size // len(unit.encode("utf-8", "surrogatepass")) + 1)).encode("utf-8", "surrogatepass")
        for name, unit in HOSTILE.items()
    }
    for name, make in makers.items():
        if args.hostile and args.hostile not in name:
            continue
        row = ""
        for size in sizes:
            body = make(size)
            row += f"{1000 * milliseconds(ours, [body]) / len(body.decode('utf-8', 'surrogatepass')):12.3f}"
        print(f"{name:46}{row}", flush=True)


if __name__ == "__main__":
    main()
