"""Text that speaks of misreadings shows some: what is quoted as an example stands in a line that reads as written and names what it is an example of."""

import re
from typing import Final

from qnews_scraper.text.fluency import fluency
from qnews_scraper.text.signs import CALM
from qnews_scraper.trust import Trust

_NAMES: Final = re.compile(
    r"乱码|亂碼|文字化け|字符编码|字元編碼|字符集|字元集|解码|解碼|mojibake|(?<![A-Za-z])(?:UTF-?8|Unicode|GBK|GB2312|GB18030|Big-?5|Latin-?1|ISO-?8859|ASCII|BOM)(?![A-Za-z])", re.I
)
_HAN: Final = re.compile("[\u3041-\u30fa\u3400-\u9fff]")
FEWEST: Final = 4
"""East Asian letters of a line, beside what looks misread, that show it to be sound."""
NEAR: Final = 60
"""Characters on either side that are looked at."""


def trust_in(text: str, start: int, end: int, trust: Trust) -> Trust:
    """The trust in an edit of text[start:end]: none where the line around it is sound and speaks of misreadings."""
    left = text[max(0, start - NEAR) : start].rpartition("\n")[2]
    right = text[end : end + NEAR].partition("\n")[0]
    if not (_NAMES.search(left) or _NAMES.search(right)):
        return trust
    is_sound = len(_HAN.findall(left + right)) >= FEWEST and fluency(left + " " + right) > CALM
    return Trust.SUSPECT if is_sound else trust
