"""The record of an article that Founder's publishing systems (方正翔宇) leave in a comment: the digital editions and news sites of many Chinese papers are made with them.

<!--enpproperty <date>2009-05-26 02:10:33.0</date><author>…</author><title>…</title><sourcename>…</sourcename><liability>…</liability>/enpproperty-->
"""

import html
import re
from collections.abc import Iterator
from typing import Final

_FIELD: Final = re.compile(r"<(title|date|author|keyword|sourcename|liability)>([^<>]{1,300})</\1>")
_LONGEST: Final = 20_000


def record(comment: str) -> Iterator[tuple[str, str]]:
    """Names ("enp:title") and values of a comment that is such a record; of any other nothing."""
    if not comment.lstrip().startswith("enpproperty"):
        return
    for name, value in _FIELD.findall(comment[:_LONGEST]):
        if (value := " ".join(html.unescape(value).split())) and value != "null":
            yield f"enp:{name}", value
