"""What a served character may have been read from, where a way of reading loses bytes: marks, bytes dropped, spaces."""

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import Final, NamedTuple

from qnews_scraper.text.codecs import codec
from qnews_scraper.text.misread import DEFAULT, STRICT, Misreading, ambiguous, in_python, pairs, python_pairs, python_singles, written

HIGH: Final = bytes(range(0x80, 0x100))
EATEN: Final = bytes((0x0A, 0x0D, *range(0x20, 0x40)))
"""What Windows takes along with a lead byte that it cannot use: a digit, a space, a line end, "<" or a mark."""
_ONE: Final = tuple(bytes((b,)) for b in range(256))
GROUPS: Final = 16
"""Sorts of unreadable pairs that are told apart."""
UNSURE: Final = -2.0
"""Any byte lost by itself, where the next character does not show whether it was read from the bytes too."""
INSIDE: Final = -6.0
"""The same where it does, and the reading gives up only certain bytes there."""
OTHERS: Final = -2.0
"""A first byte given up by itself before a second one with which it makes no pair, as Java and iconv have it, and Python, which is looked at by itself."""
ODD_LOSS: Final = -4.0
"""A byte lost where the reading at hand does not lose it."""
PYTHON: Final = -2.5
"""Bytes that only Python reads as the character at hand."""


class Loss(NamedTuple):
    """How a way of reading loses bytes."""

    marks: str = "\ufffd"
    """Served characters that may stand for lost bytes."""
    marked: bytes = HIGH
    """What such a byte may have been. HIGH stands for the ways of two-byte encodings, where two bytes may be gone."""
    dropped: bytes = b""
    """Bytes that vanish without a mark."""
    fill: bool = True
    """Whether lost bytes are filled in at all; if not, their characters become U+FFFD."""
    stands: tuple[tuple[str, bytes], ...] = ()
    """Characters of ASCII that stand for other characters, each with the bytes that these were read from."""
    is_python: bool = False
    """Whether Python's codecs read it: each mark is one byte, and its tables are the measure of what could not be read."""
    is_strict: bool = False
    """Whether of those it is one that knows the standard alone."""
    swallows: bool = False
    """Whether a "?" stands for a first byte and the ASCII character after it, as in Windows."""

    def stood(self, char: str) -> bytes:
        """What a character may stand for, if anything."""
        return next((data for own, data in self.stands if own == char), b"")


@lru_cache(None)
def _unread(served: str, in_windows: bool = False) -> tuple[tuple[bytes, bytes], ...]:
    """The pairs of high bytes that an encoding cannot read, one U+FFFD each in a browser, one "?" in Windows: first bytes, and the second bytes they share."""
    known = _known_to_windows(served) if in_windows else pairs(served).keys()
    rows: dict[bytes, list[int]] = {}
    for lead in range(0x81, 0xFF):
        if _is_lead(served, lead) and (bad := bytes(t for t in HIGH if bytes((lead, t)) not in known)):
            rows.setdefault(bad, []).append(lead)
    many = sorted(rows.items(), key=lambda row: -len(row[0]) * len(row[1]))
    return tuple((bytes(leads), bad) for bad, leads in many)


def _known_to_windows(served: str) -> Set[bytes]:
    """Python's tables are Windows's, but for the pairs of GBK that Windows leaves to its users; those of Big5 and EUC-KR are a "?" to other software."""
    own = {code for char, code in written("gbk").items() if "\ue000" <= char < "\ue766"} if served == "gbk" else set()
    return python_pairs(served)[0].keys() | own


@lru_cache(None)
def _unreadable(how: Misreading) -> tuple[tuple[bytes, bytes], ...]:
    """The same where all of them are one mark; UTF-8 shows by its form which it was."""
    rows = _unread(how.served)
    if how.true != "utf-8":
        return rows
    first, second = (bytes(sorted({b for row in rows for b in row[i]})) for i in (0, 1))
    return ((first, second),)


def codes_of(char: str, following: str, how: Misreading, loss: Loss) -> tuple[tuple[tuple[bytes, ...], float], ...]:
    """The byte sequences that one served character may have been read from, each with its cost; known bytes come as one option each."""
    if char in loss.marks:
        found = _lost(char, following, how, loss)
        return (*found, ((_ONE[0x3F],), 0.0)) if char == "?" else found
    if char < "\x80":
        code = loss.stood(char)
        return (((_ONE[ord(char)],), 0.0), ((code,), 0.0)) if code else (((_ONE[ord(char)],), 0.0),)
    if loss.is_python:
        return tuple((tuple(_ONE[b] for b in code), 0.0) for code in _in_python(char, how.served, loss.is_strict))
    many = ambiguous(how.served).get(char)
    if many:
        seldom = in_python(how.served).get(char)
        return tuple((tuple(_ONE[b] for b in code), PYTHON if code == seldom else 0.0) for code in many)
    known = written(how.served).get(char)
    return ((tuple(_ONE[b] for b in known), 0.0),) if known else ()


@lru_cache(1 << 12)
def _in_python(char: str, served: str, is_strict: bool) -> tuple[bytes, ...]:
    """The byte sequences that Python reads as a character: of NEC's and IBM's rows in Shift-JIS and of hanja in EUC-KR, two."""
    known, codes = python_pairs(served, is_strict)
    if char not in codes:
        return (code,) if (code := written(served).get(char)) else ()
    return tuple(code for code in ambiguous(served).get(char, ()) if known.get(code) == char) or (codes[char],)


@lru_cache(None)
def _refused(served: str, second: int) -> bytes:
    """First bytes that make no pair with a second one, or only a private-use character, as Python's codecs have it."""
    known = pairs(served)
    return bytes(b for b in HIGH if not (char := known.get(bytes((b, second)))) or "\ue000" <= char <= "\uf8ff")


@lru_cache(None)
def _never(served: str) -> bytes:
    """Bytes that begin no pair, and are no character by themselves: browsers give up these alone."""
    return bytes(b for b in HIGH if not _is_lead(served, b) and b not in codec(served).singles)


def _is_lead(served: str, byte: int) -> bool:
    if served == "shift_jis":
        return 0x81 <= byte <= 0x9F or 0xE0 <= byte <= 0xFC
    return (byte in b"\x8e\x8f" or 0xA1 <= byte <= 0xFE) if served == "euc-jp" else 0x81 <= byte <= 0xFE


@lru_cache(None)
def _given_up(served: str, following: str, marks: str, is_strict: bool) -> bytes:
    """The bytes that Python cannot read before what follows, a character or a byte that is given up too."""
    known, codes = python_pairs(served, is_strict)
    gone = bytes(b for b in HIGH if b not in python_singles(served, is_strict))
    if not following:
        return gone
    code = bytes((ord(following),)) if following < "\x80" else codes.get(following) or written(served).get(following)
    if following in marks or not code:
        return bytes(b for b in gone if any(bytes((b, second)) not in known for second in HIGH))
    return bytes(b for b in gone if bytes((b, code[0])) not in known)


@lru_cache(None)
def only_browsers(served: str) -> frozenset[str]:
    """Characters that Python's codec gives for no bytes, and browsers or Windows do."""
    return frozenset((written(served).keys() - python_pairs(served)[1].keys()).difference(codec(served).singles.values()))


_OF_BROWSERS: Final = re.compile("[\ue766-\uf8ff]")
"""Private-use characters of GB 18030 that no other software gives: who reads these reads all pairs."""


_OF_PYTHON: Final = re.compile("[\uf8f0-\uf8f3]")
"""What Python gives for the bytes A0 and FD to FF of Shift-JIS, as Windows does; browsers mark them as lost."""


def tells(text: str, how: Misreading, losses: Sequence[Loss]) -> Sequence[Loss]:
    """The ways of losing bytes that `text` may have gone through.

    Of GBK read as Big5 every tenth character is one that only browsers have. A character of which Python gives up both bytes is two marks;
    browsers put two where two characters in a row are gone.
    """
    served = how.served
    if not _is_standard(text, served):
        losses = [loss for loss in losses if not loss.is_strict]
    if served != "latin" and how.true != "utf-8":
        losses = [loss for loss in losses if not loss.dropped]
    if served == "gbk" and how.true != "utf-8" and _OF_BROWSERS.search(text) and (others := [loss for loss in losses if not loss.swallows]):
        return [loss._replace(marks=loss.marks.replace("?", "")) for loss in others]
    if served == "shift_jis" and _OF_PYTHON.search(text):
        losses = sorted(losses, key=lambda loss: not loss.is_python)
    if served != "big5" or not any(loss.is_python for loss in losses):
        return losses
    if not only_browsers(served).isdisjoint(text):
        return [loss for loss in losses if not loss.is_python]
    return [loss for loss in losses if loss.is_python] if "\ufffd\ufffd" in text else losses


def _is_standard(text: str, served: str) -> bool:
    """Whether all characters of a text, marks of loss left out, are such that a codec of the standard alone gives."""
    if served not in STRICT:
        return False
    try:
        text.replace("\ufffd", "").encode(STRICT[served])
    except UnicodeEncodeError:
        return False
    return True


def _goes_on(code: bytes) -> bool:
    """Whether two bytes can stand inside of UTF-8 text of Han characters, so that what is before them need not be the end of the bytes."""
    kinds = ["tail" if 0x80 <= b <= 0xBF else "lead" if 0xE2 <= b <= 0xEF else "ascii" if b < 0x80 else "none" for b in code[:2]]
    return "none" not in kinds and kinds not in (["lead", "lead"], ["lead", "ascii"])


def _lost(char: str, following: str, how: Misreading, loss: Loss) -> tuple[tuple[tuple[bytes, ...], float], ...]:
    """What a mark of loss may stand for, each with its cost."""
    served = how.served
    if loss.is_python:
        return (((_given_up(served, following, loss.marks, loss.is_strict),), 0.0),)
    if char == DEFAULT.get(served):
        return (((HIGH, EATEN), -0.5), *((group, 0.0) for group in _unreadable(how)), ((HIGH,), 0.0 if not following else ODD_LOSS))
    if loss.marked is not HIGH:
        return (((loss.marked,), 0.0),)
    if char == "?" and how.true != "utf-8" and following:
        eaten = (((HIGH, EATEN), -0.5),) if loss.swallows else ()
        return (*eaten, *((group, 0.0) for group in _unread(served, True)), ((HIGH,), UNSURE))
    if char == "?" and loss.swallows:
        return (((HIGH, EATEN), -0.5), ((_refused(served, 0xE6), HIGH), -1.0), ((HIGH,), 0.0 if not following else ODD_LOSS))
    if following and (following >= "\x80" or following in loss.marks):
        # in mid-text Python gives up the first byte of a pair it does not know, browsers and Windows give up both
        # and nobody a byte that is a character by itself, but for 80
        code = written(served).get(following)
        alone = _refused(served, code[0]) if code else HIGH
        if how.true == "utf-8":
            return ((alone,), 0.0), (_unread(served)[0], 0.0), ((HIGH,), UNSURE if following in loss.marks or not code else INSIDE if _goes_on(code) else 0.0)
        alone = bytes(b for b in alone if b not in codec(served).singles)
        return (
            ((_never(served),), 0.0),
            *((group, 0.0) for group in _unread(served)[:GROUPS]),
            ((alone,), OTHERS),
            ((HIGH,), UNSURE if "?" in loss.marks or following in loss.marks or not code else INSIDE),
        )
    if how.true == "utf-8":
        return (((HIGH,), 0.0), ((HIGH, HIGH), ODD_LOSS))
    if "@" <= following < "\x7f":  # the second byte of which the first one is given up
        return (((_refused(served, ord(following)),), 0.0), *((group, ODD_LOSS) for group in _unread(served)[:GROUPS]))
    return (((HIGH,), 0.0), *((group, 0.0) for group in _unread(served)[:GROUPS]))
