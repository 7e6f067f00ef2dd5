"""Lines that say who wrote a text and nothing else: 青盐报记者 何沛 鲁真, 何沛 文/图, (By Pei He and Lin Ge)."""

import re
from typing import Final

from qnews_scraper.extract.names import HAN, is_han_name, is_unlike_words, unspaced

_MARKS: Final = " 　()（）[]【】■□●○◆◎▲"
_ROLE: Final = re.compile(rf"[{HAN}]{{0,10}}?(?:记者|記者|通讯员|通訊員|特约撰稿人?|特約撰稿人?|实习生|實習生)[:：]?(?P<name>[{HAN}·]{{2,10}})?")
"""What someone is, with the name behind it or in the next word."""
_REPORTS: Final = re.compile(rf"[{HAN}]{{0,4}}(?:摄影|攝影|图文|圖文)?(?:报道|報道|报导|報導)")
_BOTH: Final = re.compile("文[、/／并並]?[图圖摄攝]|[图圖][、/／]?文|(?:摄影|攝影|图文|圖文)(?:报道|報道|报导|報導)")
"""What stands behind the names of those who wrote a text and took its pictures."""
_IN_ENGLISH: Final = re.compile(r"\W?By (?:[A-Z][\w'’.-]+,? (?:and )?){1,9}[A-Z][\w'’.-]+\)\W*")


def signs(text: str) -> bool:
    """Whether a line says so: a name, and with it what the person is or did."""
    if text.isascii() or "(By " in text:
        return "By " in text[:4] and _IN_ENGLISH.fullmatch(text) is not None
    names, says = 0, False
    for word in re.split("[、，, 　]+", unspaced(text).strip(_MARKS)):
        if role := _ROLE.fullmatch(word):
            says = True
            if role["name"] and not _is_name(role["name"]):
                return False
            names += bool(role["name"])
        elif _BOTH.fullmatch(word):
            says = True
        elif _is_name(word):
            names += 1
        elif not _REPORTS.fullmatch(word):
            return False
    return says and names > 0


def _is_name(word: str) -> bool:
    return is_han_name(word) or is_unlike_words(word)
