"""How sellers speak: of what they offer, and of what comes of it. One such word is anybody's; they do not stop at one."""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.cleanse.bids import Bids
from qnews_scraper.cleanse.crime import REPORTS
from qnews_scraper.cleanse.evidence import Evidence
from qnews_scraper.cleanse.flow import Line
from qnews_scraper.cleanse.prose import grams, has_sentence, narrates
from qnews_scraper.cleanse.quoted import has_quotation
from qnews_scraper.cleanse.view import View

TRADE: Final = re.compile(
    "优惠|優惠|特价|特價|折扣|打折|包过|包過|包通过|代办|代辦|代理记账|代评|代考|免考|上[门門]|[预預][约約]|(?:加|找)店主|[买買].{1,2}送|批核|[额額]度|[贷貸]款|"
    "[货貨]源|厂家|廠家|量大[从從][优優]|包教包[会會]|招商|加盟|退款|包[邮郵]|限[时時]|名[额額]有限|[领領]取|[报報][价價]|[费費]用|免费|免費|\\d[\\d.,万萬]*[元塊块]|[一二三四五六七八九十百千]+元起|[订訂][购購]|客服|咨[询詢]|諮詢|到[场場]|[备備]案|直[销銷]|批[发發]|[质質]保|承接|[热熱][线線]|一[条條][龙龍]|一站式|[首优優][选選]|随叫随到|隨叫隨到|[专專][业業](?:生[产產]|[从從]事|提供|定制|安[装裝])|退[费費]|小班|集[训訓]|低至|包[过過签簽]|明[码碼][标標]?[价價]|[价價]格|透明|就近|[当當]日|推[荐薦]|借[贷貸款]|急用[钱錢]|(?:[注註][册冊]|[储儲充]值|[开開][户戶]|首存|上[线線]|登[录錄]).{0,4}送|低[价價]|出售|手[续續][齐齊]全|[扫掃][码碼]"
)
"""Words of those who sell; two different ones are asked for."""
PROMISES: Final = re.compile(
    "[日月][赚賺入]|[稳穩躺][赚賺赢贏]|回血|[带帶](?:你|[您妳])|群主|[进進入加]群|不是[梦夢]|零投[资資]|零[风風][险險]|包[赢贏中]|必[赢贏中]|秒到|[当當]天到[账賬帳]|下款|返利|[诚誠]招|私密|[无無]效.{0,2}退|治不好|不[复復][发發]|[药藥]到病除|日[结結](?=[\\d，。、！])|一[单單]一[结結]|[货貨]到付款|[转轉]手[就即]|保[过過]|[后後]付(?:[款费費]|(?=[，。！、\\s]|$))|[十几\\d]分[钟鐘][到放下]|[秒即][批到]"
)
"""What comes of it, by their word."""
_PITCH: Final = re.compile("正品|只需|征信|官[网網]|[发發][货貨]|保密|[当當]天|到[账賬帳]|提[现現]|代理|兼[职職]|接[单單]|[随隨][时時]|包[装裝]|[详詳面][谈談]|[欢歡]迎[来來]|私信|私聊|同[号號]|代[开開办辦]|秒回|[联聯][系繫]")
"""What they say besides, and news seldom twice in a line."""
_LONGEST: Final = 80
"""Characters of a line that is nothing but that."""
_MANY: Final = 12
"""Pairs of characters among which one may be another line's by chance."""


def pitches(text: str) -> frozenset[str]:
    """The different things in a text that sellers say."""
    return frozenset((*TRADE.findall(text), *_PITCH.findall(text), *PROMISES.findall(text)))


def tells(text: str) -> bool:
    """Whether a text is no seller's: it tells of something, or has hardly a word of theirs."""
    return narrates(text) or len(pitches(text)) < 2


def pitched(view: View, bids: Bids, is_beset: bool) -> Iterator[Line]:
    """Lines that speak as sellers do, and of nothing of which the page's other lines speak: such as ask to be written to, and, where `is_beset`, such as promise a gain.

    What strangers' lines say of each other tells nothing of the page's topic.
    """
    found = [line for line in view.lines if not line.linked and len(line.text) <= _LONGEST and (bids.asks(line.text, False) or (PROMISES.search(line.text) is not None and bids.asks(line.text, True)) or (is_beset and _promises(line.text))) and len(pitches(line.text)) > 1 and _is_told_by_none(line.text) and not view.is_gone(line.element)]
    if not found:
        return
    texts = {line.text for line in found} | view.strange
    others = frozenset(pair for line in view.lines if line.text not in texts and line.linked * 2 < len(line.text) and not view.is_gone(line.element) for pair in grams(line.text)).union(grams(view.h1))
    for line in found:
        pairs = set(grams(line.text))
        if sum(pair in others for pair in pairs) <= (len(pairs) >= _MANY):
            yield line


def _promises(text: str) -> bool:
    """Whether a line promises a gain; a sentence, whether it promises twice."""
    promised = set(PROMISES.findall(text))
    return len(promised) > 1 or (bool(promised) and not has_sentence(text))


def weigh(view: View, text: str, is_linked: bool, found: Evidence) -> None:
    """Adds what the words of sellers say against a line of another topic that promises something besides what it advertises; twice, where it leads nowhere."""
    if found.is_off_topic and 0.8 <= found.total < 1 and len(set(PROMISES.findall(text))) >= (1 if is_linked else 2) and len(pitches(text)) > 1 and _is_told_by_none(text) and not view.says_more(text):
        found.add(0.2, "in the words of sellers")


def _is_told_by_none(text: str) -> bool:
    """Whether there is no tale in a text, no quotation, and no word of courts and police; hackers are for hire."""
    return not (narrates(text) or REPORTS.search(text.replace("黑客", "")) or has_quotation(text))
