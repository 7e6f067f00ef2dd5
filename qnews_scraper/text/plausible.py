"""How plausible it is that a reading of some bytes is written text: a one-character model of the languages that pages are in.

A score is a natural log-probability, summed over the characters of one reading, so that readings of the same bytes can be
compared however many characters each makes of them. It is made for choosing among encodings, where a wrong reading falls
into private use, rare ideographs, or letters out of place; it cannot tell good prose from bad (`fluency` can).
"""

import re
from functools import cache
from typing import Final

from qnews_scraper.tables.common_characters import SIMPLIFIED, TRADITIONAL

IMPOSSIBLE: Final = -18.0
"""U+FFFD, private use, control characters."""

_ASCII: Final = -3.0
_MARKS: Final = "，。、；：？！“”‘’（）《》【】「」『』〈〉—…·・～　"
# Korean's commonest syllables, and the next in use; the other two thousand of KS X 1001 are rare
_HANGUL: Final = "이다는의에을가고지한하로기사도를은대인어자정으시서리부수일해스나아그장라전제상원안보만들과주"
_HANGUL_NEXT: Final = (
    "경성유구용신화동중면심방실연공소문계조발금통현체회분관법영권설민당선불최감물출세진활재모미오음여적점양교단복식업생내강운결직각약광근판치책호참형투목"
    "북남년월등건외종무말입개박김위려르른런러터타트드디데되된될됐됩때또더듯던며못받반밝버번변별본비새것거게겠군까냈네노높누니달담답덕돌두래량레력련렸록료류"
    "률린림마많맞매머먹명몰밤배백벌베병봉분빛살색섯속손송쇠쉽습승싱쓰않알앞액야얼없였예온올완왔왕요우울워월유육율임있작잘잡저접족존좌줄증질집차찬찾천철청초"
    "총추축충취측치친크큰탄탐태택토특파팀편평폭표품풍프피필학함합항행향허험협혜홍환황효후흥희힘"
)
# the lower case letters of Western and Central Europe's languages, commonest first
_LATIN: Final = "éäüöáíóèçãàñøåæšžčőßêřěúąęłżśćńôâîûïëìòùýůåğışțșăđõ"
_PINYIN: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê"
_CYRILLIC: Final = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"


class _Weights(dict[str, float]):
    """Log-probability of a character in one language; what is not listed is worked out once, by its place in Unicode."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __missing__(self, char: str) -> float:
        # four pairs of Big5 stand for a letter and its accent (WHATWG Encoding, 12.1.1)
        self[char] = weight = self._weight(ord(char)) if len(char) == 1 else sum(self[c] for c in char)
        return weight

    def _weight(self, code: int) -> float:
        east = self.language in ("zh", "ja", "ko")
        if code < 0x80:
            return _ASCII if code >= 0x20 or code in (9, 10, 12, 13) else -8.0
        if code < 0xA0 or 0xD800 <= code < 0xF900 or 0xFFF0 <= code <= 0xFFFF or code >= 0x323B0:
            return IMPOSSIBLE
        if self.language == "other" and code < 0x2E80 and chr(code).isalpha():
            return -3.4 if chr(code).islower() else -6.5 if chr(code).isupper() else -3.9
        if 0x4E00 <= code < 0xA000:
            return {"zh": -12.5, "ja": -13.5, "ko": -15.0}.get(self.language, -15.0)
        if 0xAC00 <= code < 0xD7A4:
            return -12.0 if self.language == "ko" else -14.0
        if 0x3041 <= code < 0x30FF:
            return (-4.6 if code < 0x30A0 else -5.4) if self.language == "ja" else -9.5
        if 0xFF01 <= code < 0xFF5F:
            return -8.0 if east else -13.0
        if 0xFF61 <= code < 0xFFA0:
            return -9.0 if self.language == "ja" else -14.0
        if code < 0x100:
            # signs of Latin-1; its letters are listed where a language has them
            return -8.5 if code < 0xC0 or code in (0xD7, 0xF7) else (-9.0 if self.language == "latin" else -12.0)
        if 0x400 <= code < 0x460:
            return -7.0 if self.language == "ru" else -11.0
        if 0x2500 <= code < 0x2580 or 0x3380 <= code < 0x33E0:
            return -8.5 if self.language == "zh" else -10.5  # frames of tables and units, which GBK's letters turn into
        if 0x2010 <= code < 0x2600 or 0x3000 <= code < 0x3040 or 0x3200 <= code < 0x3400:
            return -8.5
        if code < 0x600:
            return -9.0 if self.language == "latin" else -11.0 if code < 0x250 or 0x391 <= code < 0x3CA else -14.0
        return -15.0


_HIGH = bytes(range(0xA1, 0xFF))


def _level_one(encoding: str, first: int, last: int, trails: bytes = _HIGH) -> dict[str, float]:
    pairs = bytearray(2 * (last - first) * len(trails))
    pairs[0::2] = b"".join(bytes((lead,)) * len(trails) for lead in range(first, last))
    pairs[1::2] = trails * (last - first)
    return dict.fromkeys(pairs.decode(encoding, "ignore"), _LEVEL_ONE[encoding])


_LEVEL_ONE: Final = {"gb2312": -10.3, "big5": -10.3, "euc_jp": -9.3, "euc_kr": -8.6}


@cache
def weights(language: str) -> dict[str, float]:
    """The model of one language: zh, ja, ko, latin, ru, or "other" for any other alphabet. Each takes about a millisecond to make."""
    known = _Weights(language)
    if language == "zh":
        known.update(dict.fromkeys(_PINYIN, -9.5))
        known.update(_level_one("gb2312", 0xB0, 0xD8))
        known.update(_level_one("big5", 0xA4, 0xC7, bytes(range(0x40, 0x7F)) + _HIGH))
        for upto, weight in ((2000, -8.9), (800, -7.6), (300, -6.5), (100, -5.4)):
            known.update(dict.fromkeys(SIMPLIFIED[:upto] + TRADITIONAL[:upto], weight))
    elif language == "ja":
        known.update(_level_one("euc_jp", 0xB0, 0xD0))
    elif language == "ko":
        known.update(_level_one("euc_kr", 0xB0, 0xC9))
        known.update(dict.fromkeys(_HANGUL_NEXT, -6.6))
        known.update(dict.fromkeys(_HANGUL, -4.9))
    elif language == "latin":
        for i, char in enumerate(_LATIN):
            known[char] = -4.5 - i / 20
            known[char.upper()] = -8.0 - i / 20
        known.update(dict.fromkeys("’“”‘–—…«»°\xa0", -5.5))
        known.update(dict.fromkeys("ơưƠƯ\u0300\u0301\u0303\u0309\u0323", -5.5))  # Vietnamese, its tones apart as windows-1258 has them
    elif language == "ru":
        for i, char in enumerate(_CYRILLIC):
            known[char] = -2.4 - i / 8
            known[char.upper()] = -5.2 - i / 8
        known.update(dict.fromkeys("«»—–№…“”\xa0", -5.5))
    if language in ("zh", "ja", "ko"):
        known.update(dict.fromkeys(_MARKS, -4.6))
    if language == "ja":
        known["ー"] = -4.8
    return known


def score(text: str, languages: tuple[str, ...] = ("zh", "ja", "ko")) -> float:
    """The sum over `text` in the language that it fits best."""
    return max(sum(map(weights(language).__getitem__, text)) + _out_of_place(text, language) for language in languages)


_MIXED_WORD = re.compile(r"[A-Za-z\u00c0-\u024f][\u0370-\u1fff]|[\u0370-\u1fff][A-Za-z\u00c0-\u024f]|[\u0430-\u045f][\u0400-\u042f]")
_MIXED_LATIN = re.compile("[\xdf-\xf6\xf8-\xff][\xc0-\xd6\xd8-\xde]|[\xc0-\xff][\xa1-\xbf][\xc0-\xff]")


def _out_of_place(text: str, language: str) -> float:
    """Against letters of another alphabet beside Latin ones: an accented letter of French read as Cyrillic; and against capitals inside of words."""
    mixed = _MIXED_LATIN if language == "latin" else _MIXED_WORD if language in ("ru", "other") else None
    return -6.0 * len(mixed.findall(text)) if mixed else 0.0


_ASCII_BYTES: Final = bytes(range(0x80))


def rows_beyond_ascii(text: str) -> str:
    """The characters beyond ASCII, in order."""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII_BYTES).decode("utf-8", "surrogatepass")


def chinese_mean(text: str) -> float:
    """Mean over the characters beyond ASCII, read as Chinese; written Chinese has -8 or better, other encodings misread -9 or worse."""
    shown = rows_beyond_ascii(text)
    return sum(map(weights("zh").__getitem__, shown)) / len(shown) if shown else IMPOSSIBLE
