"""Lines as they are read that were written to be overlooked by filters, how they were disguised, and what that weighs."""

import re
import unicodedata
from typing import Final

from qnews_scraper.cleanse import disguise
from qnews_scraper.cleanse.prose import grams
from qnews_scraper.cleanse.view import View

_IMPRINT = re.compile("版权|版權|有限公司|主办|主辦|编辑|公告|声明|目录|目錄")
"""What print and imprints spread."""
_SPREAD: Final = "blanks between its letters"
SET_APART: Final = "marks between its letters"
_MIXED: Final = "letters of two alphabets in its words"
_CIRCLED: Final = "an address or a number in circled letters"
_SPOKEN: Final = "an address or a number as it is said"
_BOLD: Final = frozenset([_CIRCLED, _SPOKEN, "blanks between all its letters"])
"""Disguises that no page has for another reason."""

TOLD_ODDLY: Final = frozenset([_CIRCLED, _SPOKEN])
"""What makes a sentence suspect too."""
_SLIGHT: Final = frozenset([disguise.STREWN_THINLY, disguise.CONTROLLED])
"""What editors and transfers leave in honest lines too."""


def unmasked(view: View, text: str) -> tuple[str, str]:
    """How a line was disguised, "" where it was not, and the line as it is read."""
    strewn = {stretch: how for stretch, how in view.disguised if stretch in text}
    is_strewn = bool(strewn) and (sum(map(len, strewn)) * 2 >= sum(c.isalpha() for c in text) or not any(g in view.prose for stretch in strewn for g in grams(stretch)))
    if is_strewn:
        how = next((how for how in strewn.values() if how not in _SLIGHT), "")
        if how:
            return how, text[::-1] if "backwards" in how else text
    if view.may_disguise and len(text) < 400:
        if disguise.is_circled(text):
            return _CIRCLED, text
        if disguise.is_spoken(text):
            return _SPOKEN, text
        if disguise.is_mixed(text):
            return _MIXED, text
        if disguise.is_fancy(text):
            return "letters that are mathematical signs", unicodedata.normalize("NFKC", text)
        if disguise.is_odd_address(text, unicodedata.normalize("NFKC", text)):
            return "an address in odd letters", text
        joined, how = disguise.apart(text)
        if len(joined) * 4 >= sum(c.isalnum() for c in text) and not _IMPRINT.search(joined):
            return how, joined
    return next(iter(strewn.values()), "") if is_strewn else "", text


def weight(how: str, text: str) -> float:
    """What it weighs that a line was disguised so."""
    if how == _MIXED:
        return 0.8 if disguise.mixed(text) > 2 and not any("\u3400" <= c <= "\u9fff" for c in text) else 0.5
    return 1.0 if how in _BOLD else 0.3 if how in _SLIGHT or (how == _SPREAD and len(text) < 12) else 0.5
