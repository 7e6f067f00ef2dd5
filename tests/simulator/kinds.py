"""The eighteen kinds. Each damage takes a sentence and a random source; it gives None where the sentence cannot take it."""

import quopri
import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

from tests.simulator import readers

Damage = Callable[[str, random.Random], str | None]


@dataclass(frozen=True)
class Kind:
    """One row of the table."""

    number: int
    name: str
    damage: Damage
    languages: str = "st"
    """Which sentences take it: s Simplified, t Traditional, j Japanese, k Korean."""


def written(text: str, encoding: str) -> bytes | None:
    try:
        return text.encode({"big5": "big5hkscs"}.get(encoding, encoding))
    except UnicodeEncodeError:
        return None


def misread(true: str, read: Callable[[bytes], str], times: int = 1) -> Damage:
    def damage(text: str, _: random.Random) -> str | None:
        for i in range(times):
            data = written(text, true if i == 0 else "utf-8")
            if data is None:
                return None
            text = read(data)
        return text

    return damage


def lossless(true: str, read: Callable[[bytes], str], encoding: str, times: int = 1) -> Damage:
    """Only clauses that come through unharmed, as short ones often do."""

    def damage(text: str, dice: random.Random) -> str | None:
        clauses = [c for c in re.split("(?<=[，。、：；？！])", text) if c]
        dice.shuffle(clauses)
        for clause in clauses:
            served = clause
            for _ in range(times):
                data = served.encode(true)
                try:
                    served = data.decode(encoding)
                except UnicodeDecodeError:
                    break
            else:
                return served if len(clause) > 1 else None
        return None

    damage.restores = lossless_clause(true, encoding, times)  # type: ignore[attr-defined]
    return damage


def lossless_clause(true: str, encoding: str, times: int) -> Callable[[str], str]:
    def back(served: str) -> str:
        for _ in range(times):
            served = served.encode(encoding).decode(true)
        return served

    return back


def half(damage: Damage) -> Damage:
    """One half of a sentence damaged, cut between two characters near its middle."""

    def halved(text: str, dice: random.Random) -> str | None:
        if len(text) < 8:
            return None
        at = dice.randint(len(text) // 3, 2 * len(text) // 3)
        first = dice.random() < 0.5
        bad = damage(text[:at] if first else text[at:], dice)
        return None if bad is None else bad + text[at:] if first else text[:at] + bad

    return halved


def no_controls(text: str, _: random.Random) -> str:
    return re.sub("[\x80-\x9f]", "", text.encode().decode("latin-1"))


def nbsp_to_space(text: str, _: random.Random) -> str | None:
    served = text.encode().decode("latin-1")
    return served.replace("\xa0", " ") if "\xa0" in served else None


def tidied(gone: str) -> Damage:
    """Blanks of any kind turned into spaces, as `" ".join(text.split())` does, or soft hyphens taken out."""

    def damage(text: str, _: random.Random) -> str | None:
        served = text.encode().decode("latin-1")
        tidy = served.replace(gone, "") if gone else re.sub("[\x85\xa0]", " ", served)
        return tidy if tidy != served and "  " not in tidy else None

    return damage


def saved_again(text: str, _: random.Random) -> str | None:
    data = written(text, "gbk")
    return None if data is None else data.decode("utf-8", "replace").encode().decode("gb18030", "replace")


def byte_lost(mark: bytes, which: str = "any") -> Damage:
    """One byte of a GBK text lost, or turned into "?": any byte, a first byte ("lead") or a second one ("trail")."""

    def damage(text: str, dice: random.Random) -> str | None:
        data = written(text, "gbk")
        if data is None:
            return None
        places: dict[str, list[int]] = {"lead": [], "trail": [], "any": []}
        at = 0
        while at < len(data):
            if data[at] >= 0x80:
                places["lead"].append(at)
                places["trail"].append(at + 1)
                places["any"] += (at, at + 1)
                at += 1
            at += 1
        if not places[which]:
            return None
        at = dice.choice(places[which])
        return readers.browser("gbk")(data[:at] + mark + data[at + 1 :])

    return damage


def chunked(encoding: str, size: int) -> Damage:
    """Chunks decoded one by one, the first of them of any length."""

    def damage(text: str, dice: random.Random) -> str | None:
        data = written(text, encoding)
        first = dice.randint(1, size)
        return None if data is None else readers.in_chunks(encoding, size)(data[:first]) + readers.in_chunks(encoding, size)(data[first:])

    return damage


def cut_once(encoding: str) -> Damage:
    """One character cut by the end of a chunk, as the large chunks of a page do to one sentence in many."""

    def damage(text: str, dice: random.Random) -> str | None:
        places = [i for i, c in enumerate(text) if c > "\x7f"]
        data = written(text, encoding)
        if data is None or not places:
            return None
        at = dice.choice(places)
        before = len(text[:at].encode(encoding))
        cut = dice.randint(before + 1, before + len(text[at].encode(encoding)) - 1)
        return data[:cut].decode(encoding, "replace") + data[cut:].decode(encoding, "replace")

    return damage


UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe00\ufe0f\u200e\u200f\u202a\u202c\u2066\u2069\x00\x01\x05\x08\x1f\x7f"


def unseen(text: str, dice: random.Random) -> str:
    return text[0] + "".join(c + (dice.choice(UNSEEN) if dice.random() < 0.3 else "") for c in text[1:])


KANGXI = {unicodedata.normalize("NFKC", chr(c)): chr(c) for c in range(0x2F00, 0x2FD6)}
COMPATIBLE = {unicodedata.normalize("NFC", chr(c)): chr(c) for c in range(0xF900, 0xFA0E)}


def radicals(text: str, _: random.Random) -> str | None:
    served = "".join(KANGXI.get(c, c) for c in text)
    return served if served != text else None


def compatible(text: str, _: random.Random) -> str | None:
    served = "".join(COMPATIBLE.get(c, c) for c in text)
    return served if served != text else None


def mark_inside(text: str, dice: random.Random) -> str:
    at = dice.randint(1, len(text) - 1)
    return text[:at] + dice.choice(["\ufeff", "ï»¿"]) + text[at:]


def halves(text: str) -> str:
    return "".join(c if c < "\U00010000" else "".join(map(chr, (0xD7C0 + (ord(c) >> 10), 0xDC00 + (ord(c) & 0x3FF)))) for c in text)


U8 = "utf-8"
KINDS = (
    Kind(1, "UTF-8 > latin-1", misread(U8, readers.latin1), "stjk"),
    Kind(1, "UTF-8 > cp1252", misread(U8, readers.cp1252("keep")), "stjk"),
    Kind(1, "double UTF-8 > cp1252", misread(U8, readers.cp1252("keep"), 2), "stjk"),
    Kind(2, "UTF-8 > cp1252, undefined dropped", misread(U8, readers.cp1252(""))),
    Kind(2, "UTF-8 > cp1252, undefined U+FFFD", misread(U8, readers.cp1252("\ufffd"))),
    Kind(2, r"UTF-8 > cp1252, undefined \x81", misread(U8, readers.kept("cp1252")), "stjk"),
    Kind(3, "UTF-8 > latin-1, C1 stripped", no_controls),
    Kind(4, "UTF-8 > latin-1, NBSP to space", nbsp_to_space),
    Kind(4, "UTF-8 > latin-1, all blanks to spaces", tidied("")),
    Kind(4, "UTF-8 > latin-1, soft hyphens dropped", tidied("\xad")),
    Kind(5, "UTF-8 > GBK, clauses without loss", lossless(U8, readers.browser("gbk"), "gb18030")),
    Kind(5, "double UTF-8 > GBK, without loss", lossless(U8, readers.browser("gbk"), "gb18030", 2)),
    Kind(6, "UTF-8 > GBK, U+FFFD (browser)", misread(U8, readers.browser("gbk"))),
    Kind(6, "UTF-8 > GBK, U+FFFD (Python)", misread(U8, readers.python("gbk"))),
    Kind(6, "UTF-8 > GBK, ? (Windows)", misread(U8, readers.windows_gbk)),
    Kind(6, "UTF-8 > GBK, ? (Python)", misread(U8, readers.python("gbk", "?"))),
    Kind(6, r"UTF-8 > GBK, unreadable \x80", misread(U8, readers.kept("gbk")), "stjk"),
    Kind(7, "GBK > latin-1", misread("gbk", readers.latin1)),
    Kind(7, "GBK > cp1252", misread("gbk", readers.cp1252("keep"))),
    Kind(7, "GBK > cp1252, undefined ?", misread("gbk", readers.cp1252("?"))),
    Kind(8, "GBK > UTF-8, U+FFFD", misread("gbk", readers.python(U8))),
    Kind(8, r"GBK > UTF-8, unreadable \xd6", misread("gbk", readers.kept(U8))),
    Kind(8, "the same saved again", saved_again),
    Kind(9, "GBK > Big5", misread("gbk", readers.browser("big5"))),
    Kind(9, "GBK > Big5 (Windows)", misread("gbk", readers.windows("cp950"))),
    Kind(9, "Big5 > GBK", misread("big5", readers.browser("gbk")), "t"),
    Kind(9, "UTF-8 > Big5", misread(U8, readers.browser("big5"))),
    # Python gives up one byte where browsers give up two, and has kana of Big5 in a place of its own
    Kind(9, "GBK > Big5 (Python)", misread("gbk", readers.python("big5"))),
    Kind(9, "UTF-8 > Big5 (Python)", misread(U8, readers.python("big5"))),
    Kind(9, "UTF-8 > EUC-KR (Python)", misread(U8, readers.python("cp949"))),
    Kind(10, "GBK > EUC-KR (Python)", misread("gbk", readers.python("cp949")), "s"),
    Kind(10, "GBK > Shift-JIS (Python)", misread("gbk", readers.python("cp932")), "s"),
    Kind(10, "GBK > Shift-JIS", misread("gbk", readers.browser("shift_jis")), "s"),
    Kind(10, "GBK > Shift-JIS (Windows)", misread("gbk", readers.windows("cp932")), "s"),
    Kind(10, "UTF-8 > Shift-JIS (Windows)", misread(U8, readers.windows("cp932")), "j"),
    Kind(10, "GBK > EUC-KR", misread("gbk", readers.browser("euc-kr")), "s"),
    Kind(10, "GBK > EUC-KR (Windows)", misread("gbk", readers.windows("cp949")), "s"),
    Kind(10, "Shift-JIS > GBK", misread("cp932", readers.browser("gbk")), "j"),
    Kind(10, "EUC-KR > cp1252", misread("cp949", readers.cp1252("keep")), "k"),
    Kind(10, "EUC-KR > GBK", misread("cp949", readers.browser("gbk")), "k"),
    Kind(11, "&#20013;", lambda t, _: "".join(f"&#{ord(c)};" for c in t), "stjk"),
    Kind(11, "&amp;#x4e2d;", lambda t, _: "".join(f"&amp;#x{ord(c):x};" for c in t), "stjk"),
    Kind(11, "&#xE4;&#xB8;", lambda t, _: "".join(f"&#x{b:X};" for b in t.encode())),
    Kind(12, r"\u4e2d", lambda t, _: "".join(f"\\u{ord(c):04x}" if c > "\x7f" else c for c in t), "stjk"),
    Kind(12, "%u4e2d", lambda t, _: "".join(f"%u{ord(c):04X}" if c > "\x7f" else c for c in t)),
    Kind(12, "%E4%B8, UTF-8", lambda t, _: quote(t)),
    Kind(12, "%D6%D0, GBK", lambda t, _: None if (d := written(t, "gbk")) is None else quote(d)),
    Kind(12, "quoted-printable", lambda t, _: quopri.encodestring(t.encode()).decode("ascii")),
    Kind(13, "half UTF-8 > latin-1", half(misread(U8, readers.latin1))),
    Kind(13, "half UTF-8 > GBK", half(misread(U8, readers.browser("gbk")))),
    Kind(13, "half GBK > latin-1", half(misread("gbk", readers.latin1))),
    Kind(14, "GBK, one byte lost", byte_lost(b"")),
    Kind(14, "GBK, first byte to ?", byte_lost(b"?", "lead")),
    # the character is gone, and nothing behind it shifts
    Kind(14, "GBK, second byte to ?", byte_lost(b"?", "trail")),
    Kind(15, "UTF-8 in chunks of 64", chunked(U8, 64)),
    Kind(15, "GBK in chunks of 41", chunked("gbk", 41)),
    Kind(15, "UTF-8 cut once", cut_once(U8)),
    Kind(15, "GBK cut once", cut_once("gbk")),
    Kind(17, "unseen characters", unseen, "stjk"),
    Kind(18, "Kangxi radicals", radicals),
    Kind(18, "compatibility ideographs", compatible, "t"),
    Kind(18, "BOM inside", mark_inside),
    Kind(18, "split surrogate pairs", lambda t, _: halves(t + "😀")),
)
