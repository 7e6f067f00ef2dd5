"""Write qnews_scraper/tables/codec_indexes.py: where browsers and Windows read two bytes otherwise than Python's codecs do,
encoding_labels.py: the names that pages call encodings by, and common_characters.py: which characters written text is made of.

    npm install --prefix DIR @exodus/bytes@1.16.0      (MIT; its tests check its indexes against the Encoding Standard's)
    pip install pyicu-wheels==2.15.2                   (ICU's windows-*-2000 converters were recorded from MultiByteToWideChar)
    python tools/build_codec_tables.py DIR/node_modules

The output depends on those two versions and on fluency.txt.gz only; `tests/test_codecs.py` checks the digests it writes.
"""

import datetime
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import icu

TABLES = Path(__file__).parents[1] / "qnews_scraper" / "tables"
LEADS = range(0x81, 0xFF)
WIDE = [*range(0x40, 0x7F), *range(0x80, 0xFF)]
HIGH = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
EUC = [*range(0xA1, 0xFF)]
# name: (Python's codec that comes nearest, trail bytes, where the truth is from)
CODECS = {
    "gb18030": ("gbk", WIDE, "gb18030"),
    "big5": ("big5hkscs", HIGH, "big5"),
    "shift_jis": ("cp932", WIDE, "shift_jis"),
    "euc-kr": ("cp949", WIDE, "euc-kr"),
    "euc-jp": ("euc_jp", EUC, "euc-jp"),
    "windows-936": ("gbk", WIDE, "windows-936-2000"),
    "windows-949": ("cp949", WIDE, "windows-949-2000"),
    "windows-950": ("cp950", WIDE, "windows-950-2000"),
}
SCRIPT = """
const {TextDecoder} = await import(process.argv[1] + '/@exodus/bytes/encoding.js');
const [labels, trails] = JSON.parse(process.argv[2]); const out = {};
for (const label of labels) { const d = new TextDecoder(label); out[label] = [];
  for (let lead = 0x81; lead < 0xff; lead++) for (const t of trails[label]) out[label].push(d.decode(Uint8Array.of(lead, t))); }
process.stdout.write(JSON.stringify(out));
"""


def browser(modules: str) -> dict[str, list[str]]:
    """Every pair as the Encoding Standard reads it; "" where it reads no character."""
    trails = {truth: trails for _, trails, truth in CODECS.values() if not truth.endswith("-2000")}
    done = subprocess.run(
        ["node", "--input-type=module", "-e", SCRIPT, str(Path(modules).resolve()), json.dumps([list(trails), trails])], capture_output=True, check=True
    )
    return {k: [pair(c, k == "big5") for c in cells] for k, cells in json.loads(done.stdout).items()}


def pair(text: str, two: bool) -> str:
    """What a pair stands for, "" where it is no pair but a byte and another byte; Big5 alone has pairs that stand for two characters."""
    return text if "\ufffd" not in text and (len(text) == 1 or two) else ""


def windows(converter: str, trails: list[int]) -> list[str]:
    """Every pair as Windows reads it."""
    cells = []
    for lead in LEADS:
        for trail in trails:
            try:
                text = str(icu.UnicodeString(bytes((lead, trail)), converter))
            except ValueError:
                text = ""
            cells.append(pair(text, two=False))
    return cells


def python(codec: str, trails: list[int]) -> list[str]:
    return [pair(bytes((lead, trail)).decode(codec, "replace"), codec == "big5hkscs") for lead in LEADS for trail in trails]


def runs(base: list[str], truth: list[str], trails: list[int]) -> list[str]:
    """The cells that differ, as lines of a dict: four or more characters in the order of code points make a range."""

    def row(at: int) -> int:
        """Length of the run of consecutive code points that starts at a cell."""
        n = 1
        while at + n < len(base) and base[at + n] != truth[at + n] and truth[at + n] == chr(ord(truth[at]) + n):
            n += 1
        return n

    lines, i = [], 0
    while i < len(base):
        if base[i] == truth[i]:
            i += 1
            continue
        if not truth[i]:
            raise SystemExit(f"the base reads a pair that the truth does not: {i}")
        if (n := row(i)) >= 4:
            value = f"range({ord(truth[i]):#x}, {ord(truth[i]) + n:#x})"
        else:
            n = 1
            while i + n < len(base) and base[i + n] != truth[i + n] and row(i + n) < 4:
                n += 1
            value = ascii("".join(truth[i : i + n]))
        lead, trail = divmod(i, len(trails))
        lines.append(f"            {LEADS[lead] << 8 | trails[trail]:#06x}: {value},")
        i += n
    return lines


def main(modules: str) -> None:
    version = json.loads((Path(modules) / "@exodus/bytes/package.json").read_text())["version"]
    standard = browser(modules)
    out = [
        '"""Two-byte indexes of legacy encodings, as their differences from Python\'s codecs.',
        "",
        "Written by tools/build_codec_tables.py, not by hand.",
        f"Source: @exodus/bytes {version} (MIT), the indexes of the WHATWG Encoding Standard with the 2022 mappings of GB 18030;",
        f"        windows-NNN: ICU {icu.ICU_VERSION} converters windows-NNN-2000 (Unicode licence), recorded from Windows.",
        f"Date: {datetime.date.today().isoformat()}",
        "",
        "Each entry: Python's codec, trail bytes, SHA-256 of the whole index (cells of leads 81-FE times trails, newline between), and the",
        "cells that differ: the pair where a run begins, and its characters in the order of pointers.",
        '"""',
        "",
        "from typing import Final, NamedTuple",
        "",
        "",
        "class Index(NamedTuple):",
        '    """One two-byte index."""',
        "",
        "    python: str",
        "    trails: bytes",
        "    sha256: str",
        "    runs: dict[int, str | range]",
        "",
        "",
        "WIDE: Final = bytes((*range(0x40, 0x7F), *range(0x80, 0xFF)))",
        "HIGH: Final = bytes((*range(0x40, 0x7F), *range(0xA1, 0xFF)))",
        "EUC: Final = bytes(range(0xA1, 0xFF))",
        "",
        "INDEXES: Final[dict[str, Index]] = {",
    ]
    for name, (codec, trails, source) in CODECS.items():
        truth = windows(source, trails) if source.endswith("-2000") else standard[source]
        base = python(codec, trails)
        digest = hashlib.sha256("\n".join(truth).encode()).hexdigest()
        kind = "WIDE" if trails == WIDE else "HIGH" if trails == HIGH else "EUC"
        out += [f'    "{name}": Index(', f'        "{codec}",', f"        {kind},", f'        "{digest}",', "        {"]
        out += [*runs(base, truth, trails), "        },", "    ),"]
    (TABLES / "codec_indexes.py").write_text("\n".join([*out, "}", ""]))
    labels(modules, version)
    common()


def labels(modules: str, version: str) -> None:
    """Write the labels of the Encoding Standard."""
    script = "process.stdout.write(JSON.stringify((await import(process.argv[1] + '/@exodus/bytes/fallback/encoding.labels.js')).default))"
    done = subprocess.run(["node", "--input-type=module", "-e", script, str(Path(modules).resolve())], capture_output=True, check=True)
    names = json.loads(done.stdout)
    lines = [f"    {label!r}: {name.lower()!r}," for name, also in sorted(names.items()) for label in sorted({name.lower(), *also})]
    text = "\n".join(lines)
    (TABLES / "encoding_labels.py").write_text(
        f'''"""What pages call encodings by, and the encoding meant.

Written by tools/build_codec_tables.py from @exodus/bytes {version} (MIT), the labels of the WHATWG Encoding Standard, {datetime.date.today().isoformat()}.
SHA-256 of the entries: {hashlib.sha256(text.encode()).hexdigest()}
"""

LABELS: dict[str, str] = {{
{text}
}}
'''
    )


def common() -> None:
    """Write the commonest characters, Simplified and Traditional side by side."""
    from qnews_scraper.tables.script import TO_TRADITIONAL
    from qnews_scraper.text.fluency import frequent

    traditional = dict(zip(TO_TRADITIONAL[::2], TO_TRADITIONAL[1::2], strict=True))
    simplified = "".join(frequent(2000))
    other = "".join(traditional.get(c, c) for c in simplified)
    rows = [(name, [text[i : i + 100] for i in range(0, 2000, 100)]) for name, text in (("SIMPLIFIED", simplified), ("TRADITIONAL", other))]
    out = [
        '"""The 2,000 commonest Chinese characters, commonest first, and what each is in Traditional.',
        "",
        "Written by tools/build_codec_tables.py from fluency.txt.gz and script.py beside it, which name their sources.",
        f"SHA-256 of both strings: {hashlib.sha256((simplified + other).encode()).hexdigest()}",
        '"""',
    ]
    for name, parts in rows:
        out += ["", f"{name} = (", *(f'    "{part}"' for part in parts), ")"]
    (TABLES / "common_characters.py").write_text("\n".join([*out, ""]))


if __name__ == "__main__":
    main(*sys.argv[1:])
