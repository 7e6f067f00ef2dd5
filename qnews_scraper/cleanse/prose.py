"""What cleansers ask of a text by itself: its pairs of characters, whether it is a sentence, whether it is source code, whether it is one word over and over."""

import re
from collections import Counter
from itertools import chain
from operator import add
from typing import Final

from qnews_scraper.text.signs import HANGUL

SENTENCE: Final = re.compile(r"[。！？；!?;]|[,，][^,，]{2,}\.(?!\w)|[a-z]{2}[.;] |[a-z]{2}\.$|[다요까죠오][.](?!\w)")
STOP: Final = re.compile("[。！？!?]")
"""What ends a sentence."""
HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_SPACED: Final = re.compile("(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_RUN: Final = re.compile(f"{HAN.pattern}|{HANGUL.pattern}+")
_WORD: Final = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff\u1e00-\u1eff]{4,}")
_PARTS: Final = re.compile(r"[_|｜,，、;；]+|\s+-+\s+|(?<=[^\x00-\x7f])-+")

CODE: Final = re.compile(r"</?[a-z][\w-]*[ >/]|[{;]\s*$|=>|\w\(['\"]")
"""What source code has and sentences have not."""
OF_CODE: Final = re.compile(r"代[码碼]|源[码碼]|程序|程式|脚本|腳本|\b(?:code|scripts?|HTML|markup)\b", re.I)
"""How a page speaks of it."""
OF_PLANTED: Final = re.compile("[暗黑隐隱外][链鏈]|挂马|掛馬|木[马馬]|垃圾(?:[链鏈]接|信息|[广廣]告|短信|[邮郵]件|[网網][页頁站])|蜘蛛池|黑帽|搜索引擎|源代[码碼]|篡改|入侵|[诈詐][骗騙]|[骗騙]子|\\b(?:spam(?:mers?)?|hidden links?|hack(?:ed|ers?)|scams?)\\b", re.I)
"""How a page speaks of what strangers do to pages, and shows it."""


_NARRATES = re.compile("[了着著]|(?<![包保不])[过過]|[^目]的[^士]|(?<![一二三四五六七八九十]月)在|[说說]|[将將][^军軍]|[从從]|[与與]|因|已|曾")
"""What tells of something done: calls and offers have little of it."""


def narrates(text: str) -> bool:
    """Whether a Chinese text tells of something, and does not speak to its reader."""
    return len(_NARRATES.findall(text)) >= 2 and "您" not in text


def grams(text: str) -> list[str]:
    """Pairs of Han characters or of Korean syllables, and Latin or Cyrillic words of four letters or more."""
    if text.count(" ") * 3 > len(text) and not text.isascii():  # 大 連 港 料 去 年, as some papers of Hong Kong set all text
        text = _SPACED.sub("", text)
    return [*chain.from_iterable(map(add, run, run[1:]) for run in _RUN.findall(text)), *map(str.lower, _WORD.findall(text))]


def is_stuffed(text: str) -> bool:
    """Whether a heading or title is the same word over and over: parts set apart by marks, three in four of which hold it."""
    parts = [{*grams(part), part.strip()[:2].lower()} for part in _PARTS.split(text) if len(part.strip()) >= 2]
    return len(parts) >= 3 and 4 * max(Counter(g for part in parts for g in part).values()) >= 3 * len(parts)


def has_sentence(text: str) -> bool:
    return SENTENCE.search(text) is not None
