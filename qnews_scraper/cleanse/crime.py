"""Whether a page reports what its advertising words speak of: news of courts, raids and frauds uses the words of those whom it is about."""

import re
from collections import Counter
from functools import cached_property
from typing import Final

from qnews_scraper.cleanse.prose import has_sentence
from qnews_scraper.cleanse.view import View
from qnews_scraper.cleanse.words import advertising

CONTACT: Final = re.compile(r"https?:|www\.|\.(?:com|net|cn|cc|top|vip)\b|QQ.{0,4}\d|加微信|微信号|\d{6}", re.I)
REPORTS: Final = re.compile(
    "警方|公安|检察|法院|执法|监管|查处|破获|涉嫌|违法|犯罪|嫌疑人|刑拘|拘留|判处|诈骗|骗局|提醒|举报|打击|整治|曝光|严查|通报|黑客|漏洞|專家|专家|记者|記者|切勿|轻信|警惕|谨防|防范|被骗|上当|受骗|民警|警察|查获|捣毁|抓获|缴获|投诉|投訴|詐騙|查獲|逮捕|"
    "公诉|公訴|起诉|起訴|指控|被告|宣判|获刑|獲刑|判刑|罚金|辩护|涉案|法官|合议庭|庭审|落网|落網|受害|被害人|诱饵|誘餌|赌资|賭資|参赌|參賭|容疑者|県警|警視庁|詐欺|偽サイト|偽の|被害|摘発|呼びかけ|"
    r"检方|\b(?:[Pp]olice|arrested|courts?|[Pp]rosecutors?|convicted|sentenced|jailed|charged|seized|[Jj]udges?|[Jj]ur(?:y|ors)|[Oo]fficers|[Dd]etectives|[Ii]nvestigators)\b"
)
"""How news speaks of crime."""


class Reports:
    """Whether a page reports what its advertising words speak of; asked for each such sentence, and read once."""

    def __init__(self, view: View) -> None:
        self._view = view

    @cached_property
    def _sentences(self) -> list[str]:
        """The lines that are sentences without links or addresses."""
        return [line.text for line in self._view.lines if not line.linked and has_sentence(line.text) and not CONTACT.search(line.text)]

    @cached_property
    def _told(self) -> Counter[str]:
        """Those that use advertising words."""
        return Counter(filter(advertising, self._sentences))

    @cached_property
    def is_of_crime(self) -> bool:
        """Whether three sentences of the page, and half as many as do not advertise, speak of crime."""
        told = sum(REPORTS.search(text) is not None for text in self._sentences)
        return told >= 3 and 2 * told >= len(self._sentences) - self._count

    @cached_property
    def _is_headed(self) -> bool:
        """Whether the heading uses advertising words, or, on a page of crime without one, the line that its title repeats."""
        view = self._view
        if view.h1:
            return bool(advertising(view.h1))
        return self.is_of_crime and any(8 <= len(line.text) <= 60 and not line.linked and line.text in view.all_titles and advertising(line.text) for line in view.lines[:20])

    @cached_property
    def _count(self) -> int:
        return self._told.total()

    @cached_property
    def _of_crime(self) -> Counter[str]:
        return Counter({text: n for text, n in self._told.items() if REPORTS.search(text)})

    @cached_property
    def _count_of_crime(self) -> int:
        return self._of_crime.total()

    @cached_property
    def _of_topic(self) -> Counter[str]:
        return Counter({text: n for text, n in self._told.items() if (share := self._view.share(text)) is not None and share >= 0.1})

    @cached_property
    def _count_of_topic(self) -> int:
        return self._of_topic.total()

    def beside(self, own: str) -> bool:
        """Whether the heading, two other sentences of the page's topic, or a row of others that speak of crime use advertising words.

        On a page of crime one sentence is enough, where it says something besides of which the page speaks.
        """
        if self._is_headed or self.tells(own):
            return True
        told = self._count - self._told[own]
        if told >= 2 and (self._count_of_crime - self._of_crime[own]) * 2 >= told:
            return True
        return told >= 2 and self._count_of_topic - self._of_topic[own] >= 2

    def tells(self, own: str) -> bool:
        """Whether a sentence stands on a page of crime, and says something besides of which the page speaks; in Latin letters, anything."""
        if not self.is_of_crime:
            return False
        for word in advertising(own):
            own = re.sub(re.escape(word), "\n", own, flags=re.I)
        return self._view.says_more(own) or (self._view.is_latin and len(own.split()) >= 6)
