"""What two bytes make in GBK as Windows reads it (code page 936), and what one of them alone allows."""

from functools import cache
from typing import Final

from qnews_scraper.tables.script import TO_SIMPLIFIED, TO_TRADITIONAL, VARIANTS
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.hanzi import simplified_only

CP936: Final = codec("cp936")
MARKS: Final = "，。！？：、；"
"""Marks before which a mirror puts control bytes."""
BRACKET: Final = 0xA3
"""The first byte of a fullwidth bracket."""
CLOSING: Final = 0xA9
"""The second byte of a fullwidth closing bracket."""
_CONVERTED: Final = frozenset(TO_SIMPLIFIED[::2] + TO_TRADITIONAL[1::2] + VARIANTS[::2])


@cache
def char_of(lead: int, trail: int) -> str:
    """The character of a pair, "" where CP936 has none or only a private-use one."""
    char = CP936.decode_pair(lead, trail) or ""
    return "" if "\ue000" <= char <= "\uf8ff" else char


@cache
def begun_by(lead: int) -> str:
    """What a lead byte can begin. A trail below 0x81 would have left an ASCII character of its own."""
    return "".join(c for t in range(0x81, 0xFF) if (c := char_of(lead, t)) and _is_written(c))


@cache
def ended_by(trail: int) -> str:
    """What a trail byte can end."""
    return "".join(c for a in range(0x81, 0xFF) if (c := char_of(a, trail)) and _is_written(c))


@cache
def private() -> dict[int, frozenset[int]]:
    """First byte of a private-use pair -> the second bytes that can begin a character."""
    rows = {a: frozenset(b for b in range(0x81, 0xFF) if "\ue000" <= (CP936.decode_pair(a, b) or "") <= "\uf8ff") for a in range(0x81, 0xFF)}
    return {a: row for a, row in rows.items() if row}


@cache
def begun_before_private(lead: int) -> str:
    """What a lead byte begins when its second half went with a private-use pair."""
    return "".join(c for c in begun_by(lead) if second_byte(c) in private())


def share_private(first: str, second: str) -> bool:
    """Whether the second byte of one and the first byte of the other make a private-use pair."""
    return first_byte(second) in private().get(second_byte(first), ())


@cache
def is_cut_off(first: int) -> bool:
    """Whether a first byte makes no character with the last byte of a fullwidth closing bracket before it."""
    return not char_of(CLOSING, first)


def is_text(char: str) -> bool:
    """Whether Chinese text may hold this character."""
    return "\u4e00" <= char <= "\u9fff" or "\uff10" <= char <= "\uff19" or "\uff21" <= char <= "\uff5a" or char in "\u3000，。！？：、；“”‘’「」『』《》（）〈〉【】—…·"


def _is_written(char: str) -> bool:
    """Whether a page that was made Traditional character by character may hold it; a variant or a rare form is no candidate."""
    common = char in _CONVERTED or not "\u4e00" <= char <= "\u9fff" or bool(char.encode("gb2312", "ignore"))
    return common and is_text(char) and char not in simplified_only()


@cache
def first_byte(char: str) -> int:
    """The first byte of a character; 0 where it has none."""
    return (CP936.encode_char(char) or b"\0")[0]


@cache
def second_byte(char: str) -> int:
    """The second byte of a character's pair; 0 where it has none."""
    return (CP936.encode_char(char) or b"\0\0")[1]


@cache
def served_bytes(char: str, folded: bool) -> tuple[bytes, ...]:
    """The bytes a served character can stand for: a folded one also those of its fullwidth form."""
    if char < "\x80":
        return (char.encode(), bytes((0xA3, ord(char) + 0x80))) if folded and "!" <= char <= "~" else (char.encode(),)
    if char == "€":
        return (b"\x80",)
    code = CP936.encode_char(char)
    return (code,) if code else ()
