"""Whether a text may have been misread, and in which way; and whether what was read back stands for a repair."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from qnews_scraper.text.bytewise import UNKNOWN
from qnews_scraper.text.cells import NONE
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import fluency, is_frequent
from qnews_scraper.text.hanzi import simplified_only, traditional_only
from qnews_scraper.text.misread import EAST_ASIAN, LATIN, WESTERN, Misreading, encoder
from qnews_scraper.text.signs import CALM
from qnews_scraper.text.unravel import Stretch
from qnews_scraper.text.wildcard import LOST

GAIN: Final = 10.0
"""Nats by which a repair must read better than what was served: one false alarm in 20,000 stretches that looked damaged already."""
FORMED_GAIN: Final = 5.0
"""The same where all of it is UTF-8 to the last byte."""
FORMED: Final = 4
"""Characters from which UTF-8 shows by its form,"""
WORD: Final = 2
"""and those that do so where each is common,"""
POOR: Final = -2.5
"""and what was served has no more than this mean log-odds,"""
BESIDE: Final = 12
READS_BESIDE: Final = 2.0
"""and what stands beside it, so many characters on either side, no less than this."""
_ASCII: Final = frozenset(map(chr, range(0x80)))
_NO_LETTER = re.compile("[\x00-\x40\u2000-\u2fff\u3000-\u303f\u30fb\u3200-\u33ff\uff00-\uff20\ufffd·]+")
_OWN: Final = {"gbk": False, "big5": True}
"""Whether text in an encoding is Traditional where its characters do not say."""
FEWEST: Final = {"utf-8": 2, "gbk": 2, "big5": 4, "shift_jis": 8, "euc-kr": 6, "euc-jp": 8}
"""Different letters from which a repair is believed. UTF-8 has a form of its own; of two-byte encodings, the rarer on Chinese pages, the more."""

REPEATED: Final = 3
"""Letters from which on as many must be different: 曹堎堎 is a name, and 变月月 reads as well as 月 alone."""
FEWEST_OF: Final = {("euc-jp", "gbk"): 6}
"""The same where one is read in the rows of the other: half of all Han characters of EUC-JP are."""


def reading(text: str) -> tuple[float, int]:
    """How well a text reads, marks left out or not, whichever is less: a list has marks that read well and letters that do not. And its letters."""
    letters = _letters(text)
    return min(fluency(text), fluency(letters)), _beyond_ascii(letters)


@lru_cache(2)
def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)


def _beyond_ascii(text: str) -> int:
    """How many characters of a text are; an encoder counts faster than a loop."""
    return len(text) - len(text.encode("ascii", "ignore"))


def is_better(old: str, new: str, how: Misreading) -> bool:
    """Whether a repair reads as written, the served text does not, and there is enough of it to tell."""
    if not is_told(old, new, how):
        return False
    now, letters = reading(new)
    was = fluency(old)
    return now > 1.0 and was < CALM and now - was > 2.0 and (now - min(was, 0.0)) * letters > GAIN


_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
_KANA: Final = re.compile("[\u3041-\u30fa]")
_HOME: Final = {"euc-kr": (_HANGUL, 2), "shift_jis": (_KANA, 5), "euc-jp": (_KANA, 5)}
"""What text in an encoding is never without, and of how many characters one must be such: a list of rare characters may be a list of
hanja in Korean's."""


def is_told(old: str, new: str, how: Misreading) -> bool:
    """Whether there is enough to tell a repair from chance: different letters, those that only the language has, and what the reading gives.

    Of the characters of GBK three in five are Hangul when read as EUC-KR; a row of hanja is no such reading. Signs alone (﹏﹏ ﹉) are drawn with.
    """
    letters = _letters(new)
    different = len(set(letters) - _ASCII)
    if different < FEWEST_OF.get(how, FEWEST[how.true]) or (how == ("euc-kr", "gbk") and not _HANGUL.search(old)):
        return False
    if how.true != "utf-8" and different < REPEATED <= len(letters):
        return False
    if how.true != "utf-8" and not any(c > "\x7f" and c.isalpha() for c in old):
        return False
    if how == ("shift_jis", "gbk") and len(_HIRAGANA.findall(new)) * 5 > sum(c >= "\u3040" for c in new):
        return False  # of EUC-JP, which has kana at the same places
    letter, share = _HOME.get(how.true, (None, 0))
    return letter is None or share * len(letter.findall(new)) >= sum(c >= "\u3400" for c in new)


_HIRAGANA: Final = re.compile("[\u3041-\u3096]")
_OTHERS = re.compile("[\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]")


def is_chinese(text: str) -> bool:
    """Whether a text that is in some East Asian language is neither Japanese nor Korean."""
    return len(_OTHERS.findall(text)) * 3 < sum(c >= "\u3040" for c in text)


SHORT: Final = 12
"""Characters from which on a text that was read from UTF-8 has some whole characters of it."""
MOST_OPEN: Final = 0.75
"""Share of characters of UTF-8 that may be guessed or lost."""
_FIRST: Final = re.compile("[\xe3-\xe9\xef]")
_WIDE: Final = re.compile("[\u0800-\uffff]")
_PLAIN: Final = re.compile("[\x00-\x7f]")


def is_worth(served: str, raw: str) -> bool:
    """Whether a search may find something in UTF-8 of which no lost byte is filled in: what is whole of it (`raw`) is known without one."""
    begun, whole = len(_FIRST.findall(served)), len(_WIDE.findall(raw))
    gone = begun - whole
    return gone <= MOST_OPEN * (begun + len(_PLAIN.findall(served)) + 2) and fluency(raw) * whole + UNKNOWN * gone >= -GAIN


def _least(served: str, stretch: Stretch, in_pairs: bool) -> float:
    """The nats that a stretch of UTF-8 must gain: few where it is UTF-8 to the last byte, or a word or two of common characters amid what reads, for what does not."""
    known = "".join(piece.new for piece in stretch.pieces if not piece.candidates and not piece.lost)
    if known == stretch.new and len(_WIDE.findall(known)) >= FORMED:
        return FORMED_GAIN
    is_common = in_pairs and len(_WIDE.findall(known)) >= WORD and all(map(is_frequent, stretch.new))
    beside = served[max(0, stretch.start - BESIDE) : stretch.start] + served[stretch.end : stretch.end + BESIDE]
    is_amid = len(beside) >= BESIDE // 2 and fluency(beside) >= READS_BESIDE
    return FORMED_GAIN if is_common and is_amid and fluency(served[stretch.start : stretch.end]) < POOR else GAIN


def accepted(served: str, stretch: Stretch, how: Misreading) -> bool:
    """Whether the gain of a stretch stands for a repair. Of two-byte encodings most characters must follow from the bytes alone."""
    open_ = sum(1 for piece in stretch.pieces if piece.candidates or piece.lost)
    if stretch.gain < (_least(served, stretch, how.served != "latin") if how.true == "utf-8" else GAIN):
        return False
    if open_ > (MOST_OPEN if how.true == "utf-8" else 0.4) * (len(stretch.new) + 2):
        return False
    old, new = served[stretch.start : stretch.end], stretch.new.replace(LOST, " ")
    now, was = reading(new)[0], fluency(old)
    return is_told(old, new, how) and now > 1.0 and was < CALM and now > was + 1.5


def likely(text: str, hows: Sequence[Misreading]) -> list[tuple[Misreading, bool | None]]:
    """The misreadings that may explain a text, likeliest first, each with whether what comes out is Traditional."""
    scored = []
    for how in hows:
        if how.true == "utf-8" and not may_be(text, how):
            continue
        raw = rough(text, how)
        if how.true in _HOME and len(_HOME[how.true][0].findall(raw)) < 2:
            continue
        if how.true == "utf-8" and len(text) > SHORT and len(_WIDE.findall(raw)) < FEWEST["utf-8"]:
            continue
        # of sound text around it hardly more than letters of other alphabets is left
        score = max(fluency(raw), fluency("".join(_WIDE.findall(raw)))) if how.true == "utf-8" else fluency(raw)
        if score > 0.0 or how.true == "utf-8":
            old, new = scripts_of(raw)
            if how.true == "gbk":
                old += len(_TRAIL.findall(text))
            scored.append((score * min(1.0, len(raw) / 4), how, _OWN.get(how.true) if old == new else old > new))
    scored.sort(key=lambda s: -s[0])
    return [(how, script) for score, how, script in scored if score > -1.0]


_TRAIL: Final = re.compile("\ufffd[@-~](?=[^\x00-\x7f])")
"""The second byte, in ASCII, of a character whose first one is lost: GBK has none such among the characters of Simplified text."""
_HALFWIDTH: Final = re.compile("[\uff61-\uff9f]")


@cache
def _sign(how: Misreading) -> re.Pattern[str] | None:
    """What most letters of an encoding are read as in another, where that is told easily: kana and Hangul stand in rows of their own."""
    if how.served == "shift_jis" and how.true == "big5":
        return _HALFWIDTH
    if how.true == "gbk" and how.served in ("euc-kr", "shift_jis"):
        return _HANGUL if how.served == "euc-kr" else _HALFWIDTH
    if how == ("gbk", "shift_jis"):
        return re.compile(f"[{codec('gbk').begun_by(0x82)}{codec('gbk').begun_by(0x83)}]".replace(NONE, ""))
    return _KANA if how == ("gbk", "euc-jp") else None


_PAIRS = re.compile(f"[\x80-\xff{''.join(c for c in LATIN if c > chr(0xFF))}]{{2}}")
_IN_PAIRS: Final = {"gbk": 2, "big5": 2, "shift_jis": 3, "euc-kr": 6, "euc-jp": 6}
"""Pairs of letters beyond ASCII that text which is believed has at least, second bytes in ASCII allowed for."""
_BEGUN = re.compile("[\xe3-\xed] ?[\x80-\xbf]")
_LETTERS = re.compile(rb"[\xe3-\xed][\x80-\xbf]{2}(?:[\x00-\x7f\xc2-\xdf]++|[\xe0-\xef][\x80-\xbf]{2}|[\x80-\xbf]|[\xf0-\xf4])*?[\xe3-\xed][\x80-\xbf]{2}")
"""Two letters of UTF-8, with nothing between that is none."""


def may_be(text: str, how: Misreading) -> bool:
    """Whether text can have been misread so, by signs that are looked for in no time."""
    if (sign := _sign(how)) and len(sign.findall(text)) < (1 if how.true == "gbk" else 2):
        return False
    if how in (("euc-jp", "gbk"), ("big5", "euc-kr")) and not _is_written_in(text, _QUICK[how.served]):
        return False
    if how == ("latin", "utf-8"):  # where bytes may vanish, most still stand behind the first ones
        return not is_whole(text) or len(_BEGUN.findall(encoder("latin").encode_as(text, b"?").decode("latin-1"))) > 1
    if how.true == "utf-8":
        return not is_whole(text) or _LETTERS.search(encoder(how.served).encode_as(text, b"\xff")) is not None
    if how.served == "latin":
        return not is_whole(text) or _pairs(text) >= _IN_PAIRS[how.true]
    return True


def _is_written_in(text: str, table: str) -> bool:
    """Whether one of Python's codecs has each character of a text, marks of loss left out."""
    try:
        text.replace(LOST, "").encode(table)
    except UnicodeEncodeError:
        return False
    return True


def is_whole(text: str) -> bool:
    """Whether nothing in a text may stand for lost bytes."""
    return LOST not in text and "?" not in text


@lru_cache(2)
def _pairs(text: str) -> int:
    return len(_PAIRS.findall(text))


_ASKED: Final = re.compile(r"(?<=[^\x00-\x7f?])\?+(?=[^\x00-\x7f])|(?<=[^\x00-\x7f])\?\?+")


def is_gone(text: str, share: float = 0.34) -> bool:
    """Whether replacement characters are so many that what is left proves nothing."""
    asked = sum(map(len, _ASKED.findall(text))) if "?" in text else 0
    gone = text.count(LOST) + asked
    return (gone > 0 and gone > share * (_beyond_ascii(text) + asked)) or "锟斤" in text


def script_of(text: str) -> bool | None:
    """Whether a text is Traditional; None when it does not say."""
    old, new = scripts_of(text)
    return None if old == new else old > new


def scripts_of(text: str) -> tuple[int, int]:
    """How many characters of a text Traditional alone has, and how many Simplified alone."""
    return sum(map(traditional_only().__contains__, text)), sum(map(simplified_only().__contains__, text))


BELOW: Final = 6
"""Characters of UTF-8 that must stand whole under a misreading which is not undone with it,"""
READS_BELOW: Final = 1.5
"""and the mean log-odds that they must have."""


def is_misread_again(text: str) -> bool:
    """Whether a text that does not read was UTF-8; bytes of it may be lost."""
    return fluency(text) < CALM and any(
        len(_WIDE.findall(raw := rough(text, how))) >= BELOW and fluency(raw) > READS_BELOW for how in (*WESTERN, *EAST_ASIAN) if how.true == "utf-8"
    )


_QUICK: Final = {"gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc-kr": "cp949", "euc-jp": "euc_jp"}
"""Python's codecs are near enough where nothing is decided."""


_ASCII_ROW: Final = re.compile("[\x00-\x7f]+")


def rough(text: str, how: Misreading) -> str:
    """What the bytes of a text say, with all that cannot be read left out."""
    data = encoder(how.served).encode_as(_ASCII_ROW.sub("\n", text), b"\n")
    if how.true == "utf-8":
        return data.decode("utf-8", "ignore").replace("\n", "")
    table = _QUICK[how.true]
    out = []
    for part in data.split(b"\n"):
        if len(part) > 1:
            aligned = part.decode(table, "ignore")
            out.append(max(aligned, part[1:].decode(table, "ignore"), key=fluency) if len(part) > 5 else aligned)
    return "".join(out)
