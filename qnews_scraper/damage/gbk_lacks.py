"""Question marks on a mirror page that stand for a character GBK lacks, mostly a no-break space.

The mirror's first step turns what GBK lacks into "?". Where no writer puts a question mark, it was a blank.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.trust import Trust

_BLANK: Final = re.compile(
    r"""^[ \t\u3000]*\?+[ \t\u3000]*$             # a line of nothing else
    | (?<=[0-9A-Za-z])\?(?=\d{4}-|[ \t\u3000])    # example.com?2009-08-25 16:38? Name
    | (?<=[0-9:])\?(?=[\u4e00-\u9fff])            # 16:38?来源
    | (?<=[\u4e00-\u9fff0-9:])\?+(?=[ \t]*(?:来源|來源|作者|编辑|編輯|记者|記者|责任编辑|責任編輯|发布|發布|字号|字號)[:：])
    | (?<=[ \t\u3000])\?(?=[ \t\u3000]|$)         # between blanks
    """,
    re.M | re.X,
)


def find(page: Page) -> Iterator[Finding]:
    """Edits that make a blank of such a question mark, again and again alike."""
    if not page.did("mirror") or page.did("gbk_lacks"):
        return
    for run in page.scan.runs:
        for found in _BLANK.finditer(run.text):
            blank = found[0].replace("?", " ")
            yield from edits(run, found.start(), found.end(), blank, Trust.LIKELY, "a character that GBK lacks, mostly a no-break space", (blank, found[0]))
