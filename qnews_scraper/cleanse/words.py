"""Advertising words, seen through their disguises."""

import re
import unicodedata
from collections.abc import Set
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")

_FOLDS = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2460-\u24ff\u3200-\u33ff\u2100-\u214f\uff66-\uff9f\u2e80-\u2fdf\uf900-\ufaff\U0001d400-\U0001d7ff\U0001f100-\U0001f1ff]+")
"""Fullwidth, circled, squared and mathematical letters, which fold to plain ones."""
_BETWEEN = re.compile("[\\W_\U0001f000-\U0001faff\u2600-\u27bf]+")
_TORN = re.compile(r"[\u3400-\u9fff][^\w\n]{1,4}+[\u3400-\u9fff](?:[^\w\n]{1,4}+[\u3400-\u9fff])+")
"""Three Han characters or more with something between each two."""
_STARRED = re.compile("(?<=[\u3400-\u9fff])[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?(?=[\u3400-\u9fff])")
"""A sign between two Han characters."""
_HAN = re.compile("[\u3400-\u9fff]")
_BESIDE: Final = 12
"""Characters on both sides of a torn stretch that may belong to its words."""
_ALIEN = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_TWINS = str.maketrans("аеорсухкмтвніјѕԁһԛԝɡѵѡӏҽԍαορτυνικγχε", "aeopcyxkmtbhijsdhqwgvwlegaoptuvikyxe")
"""Cyrillic and Greek letters to the Latin ones they look like."""
_TWIN = re.compile(f"[{''.join(map(chr, _TWINS))}]+")
_DISGUISED = re.compile("[" + "".join(p.pattern.strip("[]+") for p in (INVISIBLE, _FOLDS, _ALIEN)) + "]")
"""Without any of them a text is as plain as it will be."""
_HOST = re.compile(r"casino|baccarat|payday|viagra|cialis|porn|betting|jackpot|gambl|slot(?:s|88|777)", re.I)
"""What speaks of advertising anywhere in a host's name."""
_DOMAIN = re.compile(
    r"(?<![a-z])bet(?:s|\d|-|\.)|bet(?:365|\d)|poker|(?<![a-z])sex(?![a-z])|sex(?:av|tube|cam)|xxx|(?<![a-z])pills?(?![a-z])|pharmacy|payday|essay(?!-?(?:contest|competition|award|prize|ist))|(?:papers?|homework|assignment|dissertation|thesis)-?(?:owl|help|writ|service|pro(?![a-z])|hub|geek)|writemy|domy(?:home|paper)|replica|escorts?(?![a-z])|"
    r"(?<![a-z])judi(?!c)|togel|gacor|yabo|(?<![a-z])bc\d|(?<![a-z])jav(?!a)|(?<![a-z])av\d|avtube|caipiao|bocai|qipai|(?<![a-z])seo(?![a-z])|backlink|vip\d|(?<=-)vip(?=\.)|yule|tiyu|bogou|xpj|zunlong|ke-?yun(?:sports|\d)|kaiyun(?!d)|leyu(?=[\d.-])|manbetx|"
    r"haosf|zhaosf|daixie|daiyun|kaipiao|shuadan|shuazan|paofen|peizi|(?:^|[.-])pk10|wnsr|(?<=-)dai(?=\.)|zhengjian|banzheng|fapiao|daikuan|wangdai|baijiale|laohuji|liuhecai|shishicai|touzhu|(?<![a-z])sifu|waigua|zhuangyang|seqing|yuepao|(?<![a-z])loans?(?![a-z])|"
    r"[a-z-]\d?(?:888|666|777|999)|\d{5,}[a-z]",
    re.I,
)
"""What does so in a registered domain; yule.sohu.com and tibet.cn are honest."""
_NUMBERED = re.compile(r"[a-z]{1,9}(?:-[a-z]{1,9})?(?!(?:19|20)\d\d[a-z]{0,3}\.)(?:\d*(\d)\1\d*|\d{4,}[a-z]{0,3})\.(?:com|net|cc|cn|org|info|la|tv|vip)$")
"""What betting shops are called when a name is blocked: letters, and a number with a doubled figure or of four."""
_CHEAP = re.compile(r"\.(?:top|xyz|vip|win|bet|cc|icu|club|loan|buzz|cyou|sbs|cfd|tk|ml|ga|cf|gq|pw|biz|ws|cam|rest|monster|quest|bond|wang|shop|fun|ink|mobi|su|work|lol|porn|sexy|online|site|store|website|life|pics|asia|bid|trade|webcam|science|party|date|men|stream|download|racing|review|faith|cricket|accountant|click|link|gdn|mom|fit|lat|autos|beauty|hair|skin|makeup|boats|homes|yachts|motorcycles)(?::\d+)?$", re.I)
_APART = bytes(b if b in b"abcdefghijklmnopqrstuvwxyz0123456789" else 0x20 for b in range(0x100))
"""What stands between the words of a text in small letters becomes a blank."""
_ASCII = bytes(range(0x80))
_LINE = 200
"""Shorter texts are asked about again and on the site's next page; whole pages are not kept."""


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[dict[bytes, tuple[tuple[str, re.Pattern[str]], ...]], dict[str, tuple[tuple[str, int], ...]], re.Pattern[str]]:
    """Latin entries by their first words, all others by their first character that is not Latin and the one after it, and how those may stand.

    The others each with how much of them comes before that: what begins first comes first, then what is longer.
    """
    words = [w for line in files(__package__).joinpath("words.txt").read_text(encoding="utf-8").splitlines() if (w := line.strip()) and w[0] not in "#["]
    by_word: dict[bytes, tuple[tuple[str, re.Pattern[str]], ...]] = {}
    by_pair: dict[str, tuple[tuple[str, int], ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        if word.isascii():
            start = word.split()[0].encode()
            by_word[start] = (*by_word.get(start, ()), (word, re.compile(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])")))
        else:
            at = next(i for i, c in enumerate(word) if not c.isascii())
            pair = word[at : at + 2]
            by_pair[pair] = tuple(sorted((*by_pair.get(pair, ()), (word, at)), key=lambda entry: -entry[1]))
    first, second = ("".join({pair[i] for pair in by_pair}) for i in (0, 1))
    return by_word, by_pair, re.compile(f"[{first}](?=[{second}])")


@cache
def _section(name: str) -> frozenset[str]:
    """The words of one section of the list."""
    lines = files(__package__).joinpath("words.txt").read_text(encoding="utf-8").splitlines()
    begin = lines.index(f"[{name}]") + 1
    return frozenset(lines[begin : next(i for i in range(begin, len(lines)) if lines[i][:1] == "[")])


def is_of_goods(words: Set[str]) -> bool:
    """Whether advertising words are all such as honest shops, and papers in their language, use too."""
    return words <= _section("goods")


def is_of_news(words: Set[str]) -> bool:
    """Whether advertising words are all such as news uses of others."""
    return words <= _section("papers")


@cache
def _firsts() -> frozenset[str]:
    """The characters without one of which a text has no entries in other than Latin letters."""
    return frozenset(pair[0] for pair in _vocabulary()[1])


def advertising(text: str) -> frozenset[str]:
    """Words of the advertising list in a text: fullwidth and circled letters folded, what stands between letters left out."""
    return _in_line(text) if len(text) < _LINE else _in_text(text)


@lru_cache(maxsize=1024)
def _in_line(text: str) -> frozenset[str]:
    return _in_text(text)


def _in_text(text: str) -> frozenset[str]:
    plain = text.lower()
    wide = beyond_ascii(plain)
    if _DISGUISED.search(wide):
        plain = INVISIBLE.sub("", _FOLDS.sub(_folded, text)).lower()
        plain = wide = _TWIN.sub(lambda twins: twins[0].translate(_TWINS), plain) if _ALIEN.search(plain) else plain
    by_word = _vocabulary()[0]
    found = _others(plain) if wide is plain or not _firsts().isdisjoint(wide) else set()
    for first in by_word.keys() & plain.encode("utf-8", "surrogatepass").translate(_APART).split():
        found.update(word for word, whole in by_word[first] if " " not in word or (word in plain and whole.search(plain)))
    if _STARRED.search(wide):
        found.update(_others(_STARRED.sub("", plain)))
    for torn in _TORN.finditer(plain.replace("_", "-")) if _HAN.search(wide) else ():
        found.update(_others(_BETWEEN.sub("", plain[max(0, torn.start() - _BESIDE) : torn.end() + _BESIDE])))
    return frozenset(found)


def beyond_ascii(text: str) -> str:
    """The characters of a text that are not ASCII, which are what can hold other letters than Latin ones; the text itself where they are not few."""
    coded = text.encode("utf-8", "surrogatepass")
    return coded.translate(None, _ASCII).decode("utf-8", "surrogatepass") if 2 * len(coded) < 3 * len(text) else text


def untorn(text: str) -> str:
    """The text with what stands between Han characters left out where three or more of them are set apart; "" where none are."""
    plain = text.replace("_", "-")
    return _TORN.sub(lambda torn: _BETWEEN.sub("", torn[0]), plain) if _TORN.search(plain) else ""


def _others(plain: str) -> set[str]:
    """The entries in other than Latin letters, read where two characters may be of one."""
    _, by_pair, begins = _vocabulary()
    found: set[str] = set()
    end = 0
    for begin in begins.finditer(plain):
        at = begin.start()
        if at >= end:
            for word, before in by_pair.get(plain[at : at + 2], ()):
                if (start := at - before) >= end and plain.startswith(word, start):
                    end = start + len(word)
                    found.add(word)
                    break
    return found


def _folded(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])


def is_advertiser(host: str, domain: str) -> bool:
    """Whether the name of a host, or of its registered domain, speaks of advertising."""
    return _HOST.search(host) is not None or _DOMAIN.search(domain) is not None


def is_numbered(domain: str) -> bool:
    """Whether a registered domain is letters and a number, as those are that change often."""
    return _NUMBERED.match(domain) is not None


@lru_cache(maxsize=4096)
def is_shady(host: str, domain: str) -> bool:
    """Whether a host's name alone speaks against links to it: it advertises, is a number, or costs next to nothing."""
    return is_cheap(host) or is_numbered(domain) or is_advertiser(host, domain)


def is_cheap(host: str) -> bool:
    """Whether a host lies in a domain of a sort that costs next to nothing."""
    return _CHEAP.search(host) is not None
