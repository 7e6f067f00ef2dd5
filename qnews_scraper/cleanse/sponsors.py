"""What a page itself shows as advertising, by its label: PR：, 広告, 推广, 赞助. Strangers seldom put one on what they sell, and a page's own sponsor is none."""

import re
from collections.abc import Sequence, Set
from functools import cached_property
from typing import Final

from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Evidence
from qnews_scraper.cleanse.flow import Line
from qnews_scraper.cleanse.prose import has_sentence
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import is_of_goods, is_shady

_NAME: Final = r"(?:PR|ＰＲ|AD|ADV|Ads?|[広廣广]告|推广|推廣|赞助商?|贊助商?|スポンサード?|タイアップ|[Ss]ponsor(?:ed|s)?|[Aa]dvertisements?|ADVERTISEMENT|[Pp]romoted|[Pp]romotion)"
_WHAT: Final = r"\s?(?:链接|連結|内容|內容|信息|訊息|リンク|記事|企画|[Ll]inks?|[Cc]ontent|by)?"
_LABELLED = re.compile(rf"[［\[【〔（(<＜]\s?{_NAME}{_WHAT}\s?[］\]】〕）)>＞]|{_NAME}{_WHAT}\s?[:：|｜]|{_NAME}(?=\s)")
_LABELLED_AT_END = re.compile(rf"[［\[【〔（(]\s?{_NAME}\s?[］\]】〕）)]\s*\Z")
_LABEL = re.compile(rf"[^\w\s]?\s?{_NAME}{_WHAT}\s?[^\w\s]?")
_LONGEST: Final = 16
"""Characters of a label that stands alone,"""
_SMALL: Final = 300
"""and of the box that it stands for."""
_DOMAINS: Final = 2
"""Sites that one sponsor's line leads to, at most."""


class Sponsors:
    """The labels of one page."""

    def __init__(self, view: View) -> None:
        self._view = view

    @cached_property
    def _boxes(self) -> frozenset[Element]:
        """The small boxes that a label alone on its line stands in."""
        view = self._view
        boxes = dict.fromkeys(box for line in view.lines if len(line.text) <= _LONGEST and _LABEL.fullmatch(line.text) and (box := line.element.getparent()) is not None)
        return frozenset(box for box in boxes if box is not view.body and len(view.text(box)) <= _SMALL)

    def weigh(self, line: Line, links: Sequence[Element], words: Set[str], found: Evidence) -> None:
        """Adds what a label says for a line in the page's own language, unless it leads to hosts of strangers' sort or speaks of more than one forbidden trade.

        A sentence that leads nowhere needs no label where its words are ordinary in that language.
        """
        hosts = {domain_of(a.get("href") or "") for a in links}
        is_ordinary = is_of_goods(words)
        if not links and is_ordinary and self._view.has_kana and has_sentence(line.text):
            found.add(-0.5, "ordinary words of the page's language")
        if not links or found.is_alien or len(hosts) > _DOMAINS or any(is_shady(host, host) for host in hosts) or (len(words) > 1 and not is_ordinary):
            return
        if _LABELLED.match(line.text) or _LABELLED_AT_END.search(line.text) or any(e in self._boxes for _, e in zip(range(2), line.element.iterancestors(), strict=False)):
            found.add(-1.0 if is_ordinary else -0.5, "labelled as an advertisement by the page")
