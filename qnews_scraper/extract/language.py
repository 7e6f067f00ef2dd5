"""Language and script of a text, by its characters."""

import re
from functools import cache
from typing import Final

_KANA: Final = re.compile("[\u3041-\u30fa]+")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]+")
_HAN: Final = re.compile("[\u3400-\u9fff\uf900-\ufaff]+")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]+")
_ENGLISH: Final = tuple(f" {word} " for word in "the and of to in that is was for with".split())

_SIMPLIFIED: Final = frozenset("们这为来会时个国说对发动学于过进经现开还问应实关点长体没无业产种从样见与题变给间书报级东车议门马头红钱让电买丝农难师专气儿双爱图万劳单场达觉语术网华权战联资医风认领众统设组织员传创质量厂龙银济广亚欧货币预测历击")
_TRADITIONAL: Final = frozenset("們這為來會時個國說對發動學於過進經現開還問應實關點長體沒無業產種從樣見與題變給間書報級東車議門馬頭紅錢讓電買絲農難師專氣兒雙愛圖萬勞單場達覺語術網華權戰聯資醫風認領眾統設組織員傳創質廠龍銀濟廣亞歐貨幣預測歷擊")


def language(text: str, declared: str = "") -> str:
    """BCP 47 tag of a text: by script where the script tells, else by what the page declares; "" when neither does."""
    sample = text if len(text) < 20_000 else text[:20_000]
    han, kana, hangul, latin = (sum(map(len, letters.findall(sample))) for letters in (_HAN, _KANA, _HANGUL, _LATIN))
    declared = declared.split("\n")[0].strip().replace("_", "-")
    primary = declared.lower().partition("-")[0]
    if kana > 0.08 * (han + kana) and kana + han > 0.25 * latin and kana > 3:
        return "ja"
    if hangul > 0.3 * (han + hangul) and hangul > 0.25 * latin and hangul:
        return "ko"
    if han and han > 0.12 * latin:
        return "zh-" + script(sample)
    if latin:
        words = sum(map(f" {sample.lower()} ".count, _ENGLISH))
        if primary and primary not in ("zh", "ja", "ko", "en") and primary.isalpha() and 2 <= len(primary) <= 3 and words < latin / 60:
            return primary
        if words > latin / 120:
            return "en"
        return primary if primary.isalpha() and 2 <= len(primary) <= 3 and primary not in ("zh", "ja", "ko") else ""
    return primary if primary.isalpha() and 2 <= len(primary) <= 3 and primary not in ("zh", "ja", "ko", "en") and sample.strip() else ""


@cache
def _table() -> dict[int, str]:
    return {**dict.fromkeys(map(ord, _SIMPLIFIED - _TRADITIONAL), "\x01"), **dict.fromkeys(map(ord, _TRADITIONAL - _SIMPLIFIED), "\x02")}


def script(text: str) -> str:
    """"Hans" or "Hant", by characters that only one of the two uses; "Hans" where none tells."""
    marked = text[:6000].translate(_table())
    return "Hant" if marked.count("\x02") > marked.count("\x01") else "Hans"
