"""A forward model of mirror damage, written from the description of the process and from nothing else.

It shares no code with the repair it judges. A page goes in as its author wrote it, in Simplified
Chinese; out comes what the mirror serves, as raw HTML text, as rendered text, or as rendered text
with fullwidth forms folded to ASCII.
"""

import html
import random
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, Literal

from opencc import OpenCC

Table = Sequence[tuple[str, str]]
"""(Traditional character, reading) in the order in which the mirror replaces them."""

Render = Literal["html", "rendered", "folded"]

_KNOWN: Final = """
數shù 勵lì 內nèi 績jī 業yè 網wǎng 產chǎn 發fā 經jīng 現xiàn 聯lián 創chuàng 戰zhàn 據jù 學xué 復fù 權quán 結jié 續xù 術shù 規guī
設shè 質zhì 應yīng 關guān 領lǐng 務wù 構gòu 優yōu 導dǎo 環huán 礎chǔ 節jié 絡luò 調diào 轉zhuǎn 驅qū 標biāo 準zhǔn 區qū 態tài 統tǒng
認rèn 協xié 監jiān 預yù 團tuán 擴kuò 細xì 機jī 報bào 濟jì 進jìn 實shí 計jì 穩wěn 驗yàn 臺tái 運yùn 隊duì 項xiàng 個gè 時shí 動dòng
堅jiān 號hào 衛wèi 補bǔ 訓xùn 護hù 譽yù 財cái 責zé 貿mào 達dá 鎮zhèn 費fèi 獎jiǎng 當dāng 強qiáng 點diǎn 價jià 評píng 識shí 會huì
級jí 擔dān 國guó 場chǎng 對duì 書shū 訪fǎng 長zhǎng 勢shì 執zhí 險xiǎn 風fēng 嚴yán 簡jiǎn 測cè 營yíng 爭zhēng 競jìng 門mén 來lái
過guò 倉cāng 陽yáng 開kāi 車chē 側cè 問wèn 專zhuān 廠chǎng 愛ài 戶hù 揚yáng 夢mèng 無wú 畫huà 沒méi 紀jì 線xiàn 習xí 聽tīng
藍lán 見jiàn 詢xún 語yǔ 說shuō 負fù 購gòu 贏yíng 農nóng 鄉xiāng 銷xiāo 錯cuò 頁yè 養yǎng
"""

KNOWN: Final[Table] = tuple((entry[0], entry[1:]) for entry in _KNOWN.split())
"""The 139 characters seen on real mirrors, each with its one reading; 數 before 當 and 勵 before 獎, as overlapping bytes prove."""

STAYS: Final = frozenset("后里于并范采制云干系余咨征游斗愿伙辟郁涂杰涌占筑夸舍柜御雇吃雕熏借咸凶沈仆丑托蒙谷面只了松注致千局升家出表圣")
"""Simplified characters that are Traditional ones too and that the mirrors' converter leaves alone.

The first twelve and those of the sample (圣, 出, 局, 面 and others) are seen, the rest supposed.
"""

CONVERTS: Final = {"钟": "鐘", "着": "著", "杆": "桿", "标": "標", "准": "準"}
"""Where the mirrors' converter differs from the first choice of OpenCC's s2tw (显著, 回應著, 標桿)."""

MARKS: Final = tuple(mark.encode("gbk") for mark in "，。！？：、；")

_UNSEEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\uf8ff]")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_FOLD: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@cache
def _s2tw() -> Callable[[str], str]:
    return OpenCC("s2tw").convert


@cache
def traditional(char: str) -> str:
    """The Traditional form a mirror puts for one Simplified character, without looking at its neighbours."""
    if char in STAYS:
        return char
    new = CONVERTS.get(char) or _s2tw()(char)
    return new if len(new) == 1 and gbk(new) != b"?" else char


def gbk(text: str) -> bytes:
    """Code page 936 bytes; what it lacks becomes "?"."""
    return text.encode("gbk", "replace")


@cache
def _pair(lead: int, trail: int) -> str:
    """What code page 936 reads a pair as: a character, a private-use one, or "?"."""
    if lead == 0xFF or not (0x40 <= trail <= 0xFE) or trail == 0x7F:
        return "?"
    pair = bytes((lead, trail))
    try:
        return pair.decode("gbk")
    except UnicodeDecodeError:
        pass
    # GB18030-2000 gives GBK's gaps and user-defined areas private-use characters, as code page 936 does;
    # where a later edition moved one to a real character, code page 936 kept the old place.
    try:
        char = pair.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    if "\ue000" <= char <= "\uf8ff":
        return char
    moved = {0xA2E3: 0xE76C, 0xA8BC: 0xE7C7, 0xA8BF: 0xE7C8}
    code = lead << 8 | trail
    if code in moved:
        return chr(moved[code])
    if 0xA989 <= code <= 0xA995:
        return chr(0xE7E7 + code - 0xA989)
    return chr(0xE815 + trail - 0x50 - (trail > 0x7F)) if lead == 0xFE else "\ue7ff"


def read_cp936(data: bytes) -> str:
    """Bytes as Windows reads them in code page 936: a bad pair is one "?" for both bytes, 0x80 is the euro sign."""
    out: list[str] = []
    at, end = 0, len(data)
    while at < end:
        byte = data[at]
        at += 1
        if byte < 0x80:
            out.append(chr(byte))
        elif byte == 0x80:
            out.append("€")
        elif byte == 0xFF:
            out.append("\uf8f5")
        elif at == end:
            out.append("?")
        else:
            out.append(_pair(byte, data[at]))
            at += 1
    return "".join(out)


def annotate(data: bytes, table: Table, brackets: str = "()") -> bytes:
    """Each character of the table followed by its reading in brackets, by replacing bytes wherever they match, in step or not."""
    for char, reading in table:
        data = data.replace(gbk(char), gbk(f"{char}{brackets[0]}{reading}{brackets[1]}"))
    return data


def put_controls(data: bytes, controls: Callable[[], bytes]) -> bytes:
    """Control bytes before the bytes of each mark, in step or not."""
    for mark in MARKS:
        found = data.split(mark)
        data = found[0] + b"".join(controls() + mark + rest for rest in found[1:])
    return data


def damage(text: str, table: Table = KNOWN, *, controls: float = 1.0, render: Render = "html", private: bool = True, brackets: str = "()", seed: int = 0) -> str:
    """What a mirror serves for a text in Simplified Chinese.

    controls: the share of marks that get control bytes, 0 to 1. seed: which marks and which control bytes.
    render: "html" keeps control and private-use characters, "rendered" drops them, "folded" also turns
    fullwidth forms (U+FF01 to U+FF5E) to ASCII. private: whether the decoder has private-use characters; a pair
    of theirs is "?" where it has not, as any bad one. brackets: those that stand around a reading.
    """
    rng = random.Random(seed)

    def some() -> bytes:
        return bytes(rng.choices((5, 6, 7, 8), k=rng.choice((1, 1, 1, 2, 3)))) if rng.random() < controls else b""

    # "?" for what GBK lacks is decided before the script is changed; bytes and characters go hand in hand until the table
    served = "".join(map(traditional, gbk(text).decode("gbk")))
    read = read_cp936(put_controls(annotate(gbk(served), table, brackets), some))
    return rendered(read if private else _PRIVATE.sub("?", read), render)


def rendered(text: str, render: Render) -> str:
    """Raw text as a renderer shows it; character references are read (most mirrors keep &nbsp; and &bull; as such)."""
    if render == "html":
        return text
    text = _UNSEEN.sub("", html.unescape(text))
    return text.translate(_FOLD) if render == "folded" else text
