"""The day of publication that a page's scripts hold and fill in when it is shown."""

import re
from datetime import datetime, timedelta, timezone
from typing import Final

from qnews_scraper.extract import when

_SIGN: Final = re.compile("[pPv](?:(?<=[pP])(?i:ub(?:lish)?_?(?:time|date))|(?<=v)ar ct ?=)")
_TOLD: Final = re.compile(
    r"""(?:(?<![\w$])["']?(?i:(?:article|news|real)?_?(?:publish_?(?:time|date)|pub_?time|pub_?date))["']?|var ct)\s?[:=]\s?["']?(?:(?P<date>20\d\d[-/]\d\d?[-/]\d\d?(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?)?)|(?P<stamp>1[0-7]\d{8})(?:\d{3})?)(?=["'\s,;}])"""
)
"""publish_time: '2019-09-08 11:42:03', var ct = "1581517074";"""


def scripted(text: str, offset: str) -> str:
    """What the page's scripts call its time of publication, if they tell of one day only: the page fills it in when it is shown."""
    if not _SIGN.search(text):
        return ""
    found: set[str] = set()
    for match in _TOLD.finditer(text):
        if text.rfind("<script", 0, match.start()) <= text.rfind("</script", 0, match.start()):
            continue  # a page about scripts
        if stamp := match["stamp"]:
            if offset != "+08:00":
                continue
            found.add(datetime.fromtimestamp(int(stamp[:10]), timezone(timedelta(hours=8))).isoformat())
        else:
            found |= {one.iso(one.year, offset) for one in when.read(match["date"])[:1]}
    return max(found, key=len) if len({iso[:10] for iso in found}) == 1 else ""
