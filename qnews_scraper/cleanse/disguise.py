"""Text that its writer disguised from filters: letters set apart, strewn with invisible characters, turned round, or in odd forms.

Old pages use fullwidth addresses and print spreads short words, so a disguise alone removes nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lxml import etree

from qnews_scraper.visibility import Outline
from qnews_scraper.visibility.cascade import Cascade

_SIGN: Final = (
    "(?:[\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]|&(?:shy|zwn?j|lrm|rlm|ZeroWidthSpace|NoBreak);"
    "|&#0*(?:173|820[3-7]|828[89]|829[0-2]|65279);|&#[xX]0*(?:[aA][dD]|200[b-fB-F]|206[0-4]|[fF][eE][fF][fF]);)"
)
_BETWEEN: Final = f"{_SIGN}+"
_LETTER: Final = "[^\\s<>&;\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]"
"""Nothing that stands between letters, nor the end of it: else each would begin a search through all that follow."""
_SIGNED: Final = re.compile(_SIGN)
_STREWN: Final = re.compile(f"{_LETTER}(?:{_BETWEEN}{_LETTER}){{2,}}")
_STREWN_APART: Final = re.compile(f"[\u3400-\u9fff]{{1,3}}(?:{_BETWEEN}[\u3400-\u9fff]{{1,3}}){{3,}}")
_CONTROL: Final = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_PIECE: Final = re.compile("[<>\n\r\t]")
_MOST_CONTROLLED: Final = 3
"""Texts with control characters up to which these are no damage to the whole page."""
STREWN_THINLY: Final = "invisible characters among its letters"
CONTROLLED: Final = "control characters in it"
_TURNED: Final = re.compile("(?:\u202e|&#(?:8238|[xX]202[eE]);)([^\u202c\u202d<\\n&]{3,300})")
_MARKED: Final = re.compile("[\u3400-\u9fff](?:[\u2190-\u245f\u2500-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff*_~^#]\ufe0f?[\u3400-\u9fff]){3,}")
_FANCY: Final = re.compile("[\U0001d400-\U0001d7ff]{4}")
_APART: Final = re.compile(r"(?<![^\W_])[^\W_](?:[^\w\n,，、。.；;：:·・|/｜\-—…?？!！]{1,3}[^\W_]){4,}(?![^\W_])")
_APART_SHORT: Final = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?:[ \u3000\xa0][\u3400-\u9fff]){3}(?![ \u3000\xa0]?[\u3400-\u9fff])")
"""Four Han letters with a blank between each two: headings and names are set so, but not two in a line."""
_ODD: Final = re.compile("[\uff21-\uff3a\uff41-\uff5a\u24b6-\u24e9\u249c-\u24b5]{2,}")
_CIRCLED: Final = re.compile("[\u2460-\u2473\u24b6-\u24ea\u24f5-\u24fe\u2776-\u2793]")
_NUMBER: Final = re.compile("(?:\\d\ufe0f?\u20e3\\s?){5}|(?:[\u2460-\u2468\u24ea\u24f5-\u24fd\u2776-\u277e\u2780-\u2788\u278a-\u2792][\\s\\-.·]{0,2}){5}")
"""Five figures in circles in a row, no two of which count on as the points of a list do, is a number to call."""
_ADDRESS: Final = re.compile(r"www|\.(?:com|net|cn|cc|org|top|vip|xyz)", re.I)
_SPELT: Final = re.compile(r"\bwww\.\w+|\b\w{2,}\.(?:com|net|cn|cc|org|top|vip|xyz)\b", re.I)
_SPOKEN: Final = re.compile("(?:[三3叁]个?(?:达不[溜刘]|[wWｗＷ])|[wWｗＷ]{3})[点點]\\S{2,24}?[点點](?:[康科抗][姆母木]|c[0o]m|cn|cc|net|top|vip|西恩|西西|耐特)", re.I)
_ON_CHEQUES: Final = re.compile("[零壹贰叁肆伍陆柒捌玖貳參陸](?:[- ]?[零壹贰叁肆伍陆柒捌玖貳參陸]){5}|(?<![零壹贰叁肆伍陆柒捌玖貳參陸\\d\u2460-\u2468\u24ea])[零壹贰叁肆伍陆柒捌玖貳參陸\\d\u2460-\u2468\u24ea]{7,}(?<=[零壹贰叁肆伍陆柒捌玖貳參陸]{3})|一[三五七八九][〇零一二三四五六七八九]{9}(?![〇零一二三四五六七八九])")
"""No sum is written so: that names its hundreds and tens."""
# without one of these neither matches
_SPOKEN_WITH: Final = ("w点", "W点", "ｗ点", "Ｗ点", "w點", "溜点", "刘点", "柒", "捌", "玖", "叁", "肆", "一三", "一五", "一七", "一八", "一九")
_MARK: Final = re.compile("[\U0001d400-\U0001d7ff\uff41-\uff5a\u2460-\u27bf\u2b50\U0001f000-\U0001faff]")
_MARKED_LETTER: Final = rf"{_MARK.pattern}[^\w\n]{{0,2}}[^\W_][^\w\n]{{0,2}}"
_ROW: Final = re.compile(rf"{_MARKED_LETTER}(?:{_MARKED_LETTER}){{3}}")
"""Four of them; what begins with a class is searched faster than what begins with a group."""
_SPREAD: Final = tuple((re.compile(f"{b}(?:[^{b}]{b}){{3}}"), re.compile(f"{b}(?:[A-Za-z\uac00-\ud7a3\u3400-\u9fff]{b}){{3}}")) for b in (" ", "\u3000", "\xa0", "\\*", "_", "~", "#"))
"""Single letters with one blank between: as it is searched fast, and as it must be."""
_WIDE: Final = ("ｗｗｗ", "ＷＷＷ", "．ｃｏｍ", "．ＣＯＭ", "．ｃｃ", "．ＣＣ", "．ｎｅｔ")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_TWO_ALPHABETS: Final = re.compile("[A-Za-z]{2}[\u0370-\u03ff]|[\u0370-\u03ff][A-Za-z]{2}|[A-Za-z](?=[\u0400-\u04ff])|[\u0400-\u04ff](?=[A-Za-z])")
"""Greek letters stand beside Latin ones in units and formulas, Cyrillic ones in nothing but slips of the hand."""
_OTHER_ALPHABET: Final = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"

OVERRIDES: Final = ("bidi-override", "isolate-override")
SIGNS: Final = re.compile(r"&(?:shy|zw|Zero|NoB|#0*(?:173|82|65279)|#[xX]0*(?:[aA][dD]|20|[fF][eE]))|[\u00ad\u200b-\u200f\u202e\u2060-\u2064\ufeff]", re.I)
"""What a source without which nothing is strewn or turned does not hold."""


def strewn(source: str) -> Iterator[tuple[str, str]]:
    """Stretches of a source as a reader reads them, each with how it was disguised."""
    signs = [sign.start() for sign in _SIGNED.finditer(source)]  # a page has few, and each stretch begins beside one
    for found in _stretches(_STREWN, signs, source, 1):
        yield re.sub(_BETWEEN, "", found[0]), "invisible characters between its letters"
    for found in _stretches(_STREWN_APART, signs, source, 3):
        if not _STREWN.fullmatch(found[0]):
            yield re.sub(_BETWEEN, "", found[0]), STREWN_THINLY
    for found in _TURNED.finditer(source):
        yield " ".join(found[1].split()), "written backwards"


def _stretches(pattern: re.Pattern[str], signs: list[int], source: str, before: int) -> Iterator[re.Match[str]]:
    """What a pattern finds that begins with some letters before a sign."""
    end = 0
    for sign in signs:
        if found := next((m for start in range(max(end, sign - before), sign) if (m := pattern.match(source, start))), None):
            yield found
            end = found.end()


def controlled(source: str) -> Iterator[tuple[str, str]]:
    """The few texts of a source that hold control characters, as a reader reads them; none where a mirror put such before all marks."""
    if not _CONTROL.search(source):
        return
    texts = [piece for piece in _PIECE.split(source) if _CONTROL.search(piece)]
    for text in texts if len(texts) <= _MOST_CONTROLLED else ():
        if len(_CONTROL.findall(text)) >= 2 and (plain := " ".join(_CONTROL.sub("", text).split())):
            yield plain, CONTROLLED


def overridden(outline: Outline, cascade: Cascade) -> Iterator[etree._Element]:
    """The elements whose letters a style or a rule turns round, Latin and Han ones too."""
    told = [e for look, bearers in outline.looks.items() if "-override" in dict(look).get("style", "") for e in bearers]
    told += (e for rule in cascade.rules if "-override" in rule.block for e in cascade.select(rule))
    for element in dict.fromkeys(told):
        own = cascade.declared(element)
        if own.get("unicode-bidi", "").lower() in OVERRIDES and (own.get("direction") or element.get("dir") or "").lower() == "rtl":
            yield element


def apart(text: str) -> tuple[str, str]:
    """The longest stretch of single letters with something between each two, joined, and how it is disguised; ("", "") for none."""
    short = _APART_SHORT.findall(text)
    best = max([*_APART.findall(text), *_MARKED.findall(text), *([" ".join(short)] if len(short) > 1 else [])], key=lambda found: sum(map(str.isalpha, found)), default="")
    joined = "".join(c for c in best if c.isalpha())
    if not joined or joined.lower() in _ALPHABET:
        return "", ""
    if not all(c.isalnum() or c.isspace() for c in best):
        return joined, "marks between its letters"
    return joined, "blanks between its letters" if _HAN.search(joined) or len(joined) < 16 else "blanks between all its letters"


def is_odd_address(text: str, folded: str) -> bool:
    """Whether a text spells an address in fullwidth or circled letters."""
    return _ODD.search(text) is not None and _ADDRESS.search(folded) is not None and _ADDRESS.search(text) is None


def is_spoken(text: str) -> bool:
    """Whether an address is spelt as it is said, 三w点…点康姆, or a number to write to in the numerals of cheques."""
    return any(sign in text for sign in _SPOKEN_WITH) and (_SPOKEN.search(text) is not None or _ON_CHEQUES.search(text) is not None)


def is_circled(text: str) -> bool:
    """Whether an address or a number to call is spelt in circled letters or figures, which no printer ever did."""
    if not _CIRCLED.search(text) and "\u20e3" not in text:
        return False
    if any(len({ord(b) - ord(a) for a, b in pairwise(c for c in found[0] if c.isnumeric())}) > 2 for found in _NUMBER.finditer(text)):
        return True
    return (found := _SPELT.search(unicodedata.normalize("NFKC", text))) is not None and found[0] not in text


def is_fancy(text: str) -> bool:
    """Whether a text has words in letters that mathematicians alone use, and singly."""
    return _FANCY.search(text) is not None


def mixed(text: str) -> int:
    """How often words of a text go from Latin letters to Greek or Cyrillic ones, or back."""
    return 0 if text.isascii() else len(_TWO_ALPHABETS.findall(text))


def is_mixed(text: str) -> bool:
    """Whether they do more often than a unit (\u03bcm) or a name (\u03b2-Carotin) has."""
    return mixed(text) >= 2


def may_hold(rare: str, text: str) -> bool:
    """Whether a page may have letters set apart or odd ones, by its rare characters and its text."""
    return is_spoken(text) or (_OTHER_ALPHABET.search(rare) is not None and is_mixed(text)) or (_MARK.search(rare) is not None and (_ROW.search(text) or _ODD.search(text) or ((_CIRCLED.search(rare) or "\u20e3" in rare) and _NUMBER.search(text)) or _FANCY.search(text) or _MARKED.search(text)) is not None) or any(quick.search(text) and sure.search(text) for quick, sure in _SPREAD) or ("．" in text and any(w in text for w in _WIDE))
