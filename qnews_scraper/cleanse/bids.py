"""What bids a reader to leave: links to hosts of betting shops, names and numbers to write to, sales in another language.

None of it is foreign by itself; on a line of another topic it adds to what speaks against that line.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from qnews_scraper.cleanse.domain import domain_of
from qnews_scraper.cleanse.evidence import Evidence
from qnews_scraper.cleanse.flow import Line, inside
from qnews_scraper.cleanse.view import Element, View
from qnews_scraper.cleanse.words import is_shady

_ASKS: Final = re.compile(r"(?:(?<![A-Za-z])(?:QQ|VX|telegram)|微信号?|扣扣|薇信)[\s：:@+＋➕号群]{0,4}[A-Za-z_]{0,12}\d{4,}|[微薇]信号?[\s：:@+＋➕]{1,4}[A-Za-z][A-Za-z_-]{3,18}\d|[加伽➕+]\s?(?:V信?|QQ?|VX|WX|[微威薇徽维維][信芯]?)\s?[：:]?\s?[A-Za-z0-9_-]{5,}|t\.me/\w+|(?:邀[请請]|推[荐薦])[码碼]\s?[：:]?\s?[A-Za-z0-9]{4,}|(?:[飞飛][机機]|[电電][报報]|(?<![A-Za-z])TG)号?[\s：:]{0,3}(?:[@＠]\w{5,}|[A-Za-z_]{2,12}\d{2,})|(?<![A-Za-z])(?:LINE(?:\s?ID)?|WhatsApp|Skype)\s?[：:@]\s?[@+]?[A-Za-z0-9_.-]{4,}", re.I)
"""A name or number by which strangers want to be written to."""
NUMBERS: Final = frozenset(["微信号", "加微信"])
"""Advertising words that say no more than this."""
_BEGINS: Final = re.compile("[QqVvTtLlWwSsſ微扣薇加伽➕+邀推飞飛电電](?=[Gg机機报報请請荐薦QqXxWwEe.Ii\u0130\u0131HhKk\u212a信扣\\s微威薇徽维維Vv])")
"""How all of them begin; a class is searched five times as fast as alternatives."""
_NETWORKS: Final = ("QQ", "ＱＱ", "微信", "扣扣", "加V", "加v", "加Q", "加q", "加微", "加威", "加薇", "加徽", "加维", "加維", "伽微", "伽V", "➕V", "请码", "請碼", "荐码", "薦碼", "+V", "+薇", "VX", "vx", "薇信", "加wx", "加WX", "elegram", "t.me/", "加Ｖ", "加ｖ", "ＶＸ", "ｖｘ", "Ｖ信", "V信", "飞机", "飛機", "电报", "電報", "TG@", "TG:", "TG：", "tg@", "LINE:", "LINE：", "LINE@", "LINE ID", "WhatsApp", "Skype")
"""Without one of which nothing asks so."""
SELLS: Final = re.compile(r"\b(?:buy|order|cheap|discount|wholesale|outlet|coupons?|for sale|best (?:price|quality)|free (?:shipping|delivery)|worldwide (?:shipping|delivery)|shop now)\b", re.I)
CALLS: Final = re.compile("(?:点击|點擊)(?:下载|進入|进入|注册|註冊|领取|領取)|(?:立即|立刻|马上|馬上)(?:开户|注册|註冊|下载|体验|领取|加入|投注|开玩|開玩|購買|购买)|免费(?:领取|试玩|领)|扫码(?:入群|进群|加群|下载|领)|复制.{0,6}打开")
"""How advertisers bid a reader to act."""
_OWN: Final = re.compile("新闻|日报|晚报|热线|投稿|爆料|邮箱|编辑|编委|记者|广告部|报社|电视台|公众号|关注我们|客服|举报|监督|咨询|报名|联系人|主办|地址|反馈|删除|侵权")
"""How a site bids its own readers to write."""
CREDITS: Final = re.compile("赞助|冠名|特约|协办|支持单位|合作|鸣谢|原文|来源|作者|博客|sponsor|source", re.I)


@dataclass(frozen=True, slots=True)
class Bid:
    """What a line bids its reader to do."""

    asks: bool
    leads: bool
    sells: bool

    def __bool__(self) -> bool:
        return self.asks or self.leads or self.sells

    def weigh(self, text: str, links: list[Element], found: Evidence, has_words: bool) -> None:
        """Adds what a line's bid says against it, and for it where it does not advertise besides."""
        if self.asks:
            found.add(0.3, "asks the reader to write to a number")
        if (self.asks or self.leads) and CALLS.search(text) and not _OWN.search(text):
            found.add(0.3, "calls on the reader to act")
        if self.sells:
            found.add(0.4, "sells something in a language that is not the page's")
        if has_words:
            return
        if self.leads and links and all(domain_of(a.get("href") or "") in inside(a) for a in links):
            found.add(-0.2, "its links show where they lead")
        if CREDITS.search(text):
            found.add(-0.4, "names who pays for the page")


class Bids:
    """The bids of one page; false where there are none, which is soon known."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._shady = {a for a, host, domain in view.foreign_links if is_shady(host, domain)}
        self._sellers = {*_sellers(view)}
        self._asks = _names_network(view.all_text) and any(_ASKS.match(text, begin.start()) for text in (_plain(view.all_text),) for begin in _BEGINS.finditer(text))

    def __bool__(self) -> bool:
        return self._asks or bool(self._shady or self._sellers)

    @cached_property
    def _around(self) -> set[Element]:
        """The elements that hold such links."""
        return {e for a in self._shady | self._sellers for e in (a, *a.iterancestors())}

    def asks(self, text: str, has_words: bool) -> bool:
        """Whether a text names somebody to write to; where it advertises, it is no site's own that asks its readers so."""
        return self._asks and _ASKS.search(_plain(text)) is not None and (has_words or not _OWN.search(text))

    def of(self, line: Line, has_words: bool) -> Bid:
        """What a line bids."""
        held = self.view.places.links(line) if line.linked and line.element in self._around else []
        return Bid(
            asks=self.asks(line.text, has_words),
            leads=bool(held) and sum(a in self._shady for a in held) * 2 >= len(held),
            sells=bool(held) and not self._sellers.isdisjoint(held) and not self.view.is_latin,
        )


def _sellers(view: View) -> Iterator[Element]:
    """Links to other domains in lines that sell something in English, on a page of another script."""
    for link, _, _ in view.foreign_links if len(view.all_text.encode("utf-8", "surrogatepass")) > 1.5 * len(view.all_text) else ():
        label = view.label(link)
        if len(label) >= 4 and label.isascii() and (parent := link.getparent()) is not None:
            text = inside(parent)
            if text.isascii() and len(text) < 1000 and SELLS.search(text):
                yield link


def _names_network(text: str) -> bool:
    """Whether a text names a network on which strangers write to each other."""
    return any(name[0] in text and name[-1] in text and name in text for name in _NETWORKS)  # a character is found five times as fast as a word


def _plain(text: str) -> str:
    """A text with its fullwidth letters and figures as plain ones, as far as it asks so."""
    return unicodedata.normalize("NFKC", text) if "Ｑ" in text or "Ｖ" in text or "ｖ" in text else text
