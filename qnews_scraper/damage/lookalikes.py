"""Characters that look like others: Kangxi radicals and compatibility ideographs for the characters themselves, ï»¿.

They come from PDF files, from conversions through other standards, and from byte order marks read as Western text.
A table of radicals, a dictionary, or Korean and Japanese text that means the compatibility form is left alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Edit, Finding, Page, Trust, edits
from qnews_scraper.text.credible import script_of
from qnews_scraper.text.fluency import fluency, is_frequent
from qnews_scraper.text.hanzi import is_han
from qnews_scraper.text.lore import trust_in

_RADICALS: Final = dict(
    zip(
        "⺁⺃⺅⺆⺇⺈⺉⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺥⺦⺨⺩⺪⺫⺬⺭⺮⺰⺱⺲⺷⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻋⻌⻍⻏⻐⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲⻳",
        "厂乚亻冂几勹刂卩小小兀尢尢尢巳幺彑忄心扌攵旡月歺母民氵水灬爫爿犭王疋目示礻竹纟网罒羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝车辶辶阝钅長长长门雨青韦页风飞食食食饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜龟",
        strict=True,
    )
)
"""The CJK Radicals Supplement: the character each is drawn as. Kangxi radicals and compatibility ideographs are decomposed by Unicode itself."""
_ODD: Final = re.compile("[\u2e81-\u2fd5\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufad9\U0002f800-\U0002fa1d]")
_GATE: Final = re.compile(f"{_ODD.pattern[:-1]}\ud800-\udfff]")
_MARKS: Final = ("ï»¿", "∩╗┐", "п»ї")
_BEGUN: Final = re.compile("ÿþ|þÿ|锘\ufffd")
_MARK: Final = re.compile(f"{'|'.join(_MARKS)}|\\A(?:{_BEGUN.pattern})")
"""EF BB BF as windows-1252, code page 437 and windows-1251 read it, FF FE and FE FF, and what GBK makes of the first before ASCII."""
_KANA: Final = re.compile("[\u3041-\u30fa\u30fc-\u30ff]")
_OTHER: Final = re.compile(f"{_KANA.pattern}|[\uac00-\ud7a3]")
_FORMS: Final = {"⼾": tuple("户戶戸"), "⿈": tuple("黄黃黄"), "⿊": tuple("黑黑黒")}
"""Of each radical that is drawn in several ways: the character of Simplified, Traditional and Japanese text."""
_FEW: Final = 2
"""Different radicals, each a whole character, by which a line of Japanese shows that it was not written with them."""
_QUOTES: Final = ("“”", "‘’", "「」", "『』", "《》", "〈〉", "【】", "（）", "()", '""', "''")
READS: Final = 1.5
PROSE: Final = 1.0
"""The same for a whole line."""


def find(page: Page) -> Iterator[Finding]:
    """Each look-alike in text that reads, as the character that is meant."""
    glance = page.glance
    marks = any(map(glance.rare.__contains__, _MARKS)) or _BEGUN.match(glance.rare)
    if not marks and not _GATE.search(glance.rare):
        return
    for mark in _MARK.finditer(page.text) if marks else ():
        yield Edit(mark.start(), mark.end(), "", trust_in(page.text, *mark.span(), Trust.CERTAIN), "a byte order mark, misread")
    for run in glance.near(glance.places(set(_ODD.findall(glance.rare)))):
        plain = _ODD.sub(_meant, run.text) if _ODD.search(run.text) else run.text
        if plain == run.text or len(plain) != len(run.text):
            continue
        for line in re.finditer(".+", run.text):
            found = [*_in_text(run.text, plain, *line.span())]
            written = _written(line[0], page) if any(run.text[at] in _FORMS for at in found) else 0
            for at in found:
                odd = run.text[at]
                forms = tuple(dict.fromkeys((_FORMS[odd][written], *_FORMS[odd]))) if odd in _FORMS else ()
                new, trust = (forms[0], Trust.LIKELY) if forms else (plain[at], Trust.CERTAIN)
                yield from edits(run, at, at + 1, new, trust, f"{unicodedata.name(odd, 'look-alike').lower()}, in running text", forms)


def _written(line: str, page: Page) -> int:
    """Which of its forms a radical of a line stands for: that of the line's script, or of the page's where the line does not say."""
    if _KANA.search(line):
        return 2
    script = script_of(line)
    return int((page.glance.script if script is None else script) is True)


def _in_text(text: str, plain: str, start: int, end: int) -> Iterator[int]:
    """Where look-alikes of a line stand for characters. What turned some of a line turned all: dates and names read worse than the prose they are in."""
    found = [odd.start() for odd in _ODD.finditer(text, start, end) if plain[odd.start()] != odd[0] and not _is_named(text, odd.start())]
    whole = {text[at] for at in found if text[at] < "\uf900" and (text[at] not in _RADICALS or is_frequent(plain[at]))}
    is_turned = len(whole) >= _FEW and _KANA.search(text, start, end) is not None
    among = [at for at in found if (is_turned and text[at] in whole) or not _OTHER.search(text, max(0, at - 5), at + 6)]
    if any(_reads(text, plain, at) for at in among) and fluency(plain[start:end].replace(" ", "")) > PROSE:
        yield from among
    else:
        yield from (at for at in among if _reads(text, plain, at))


def _is_named(text: str, at: int) -> bool:
    """Whether a look-alike is spoken of: one alone in quotes, or one of a list in the order of the standard."""
    beside = [ord(c) - ord(text[at]) for c in text[max(0, at - 2) : at + 3]]
    listed = "".join("x" if step == i else "." for i, step in enumerate(beside, -min(at, 2)))
    return text[at - 1 : at + 2 : 2] in _QUOTES or "xxx" in listed


def _reads(text: str, plain: str, at: int) -> bool:
    a, b = max(0, at - 5), at + 6
    return sum(is_han(c) or _KANA.match(c) is not None for c in text[a:at] + text[at + 1 : b]) >= 2 and fluency(plain[a:b]) > READS


def _meant(odd: re.Match[str]) -> str:
    return _RADICALS.get(odd[0]) or unicodedata.normalize("NFKC", odd[0])
