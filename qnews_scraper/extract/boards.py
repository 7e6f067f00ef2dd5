"""Who posted what stands on a board: Discuz, phpwind and their like put the name into a cell beside the post, without a label."""

import re
from typing import Final

from qnews_scraper.extract.layout import Layout
from qnews_scraper.extract.names import is_alias
from qnews_scraper.extract.phrases import POSTED

_POSTED: Final = re.compile(f"{POSTED.pattern}|楼主|樓主")
"""What a board says above a post."""
_CELL: Final = re.compile(r"(?:^|[\s_-])(?:post-?author|pls|poster|authi|read-?(?:user|name)|user-?card|author-?(?:cell|box|info))(?:$|[\s_-])", re.I)
"""What the cell is called: td.pls in Discuz X, td.postauthor in Discuz 7."""
_HOUSE: Final = ("小编", "小編", "编辑", "編輯", "管理员", "管理員", "版主")
"""How the accounts of a board's own house end."""
_NEAR: Final = 12
"""Lines above the day of a post: name, rank, marks, when somebody joined."""
_DEEP: Final = 4


def poster(layout: Layout, line: int) -> str:
    """The name at the head of the cell beside the post whose day stands in a line; "" where there is none."""
    if line < 0 or not _POSTED.search(layout.lines[line].text):
        return ""
    for i in range(line - 1, max(-1, line - _NEAR), -1):
        block = layout.lines[i].block
        for _ in range(_DEEP):
            if block < 0:
                break
            if _CELL.search(layout.blocks[block].element.get("class") or "") and layout.blocks[block].last <= line:
                name = layout.lines[layout.blocks[block].first].text
                return name if is_alias(name) and not name.endswith(_HOUSE) else ""
            block = layout.blocks[block].parent
    return ""
