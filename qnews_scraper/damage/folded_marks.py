"""Fullwidth marks that a mirror page's renderer folded to ASCII: ，to , and ：；！？（） likewise.

Such folding leaves 。、“”《》 as they are, and not one ，：；！？（） on the whole page: that is how it is
told from a writer's own ASCII marks. Only on a page that is a mirror's. Numbers, dates, times, addresses
and Western words keep theirs.
"""

import re
from collections.abc import Iterator
from typing import Final

from qnews_scraper.page import Finding, Page, edits
from qnews_scraper.trust import Trust

_FULLWIDTH: Final = re.compile("[，：；！？（）]")
_SURVIVE: Final = re.compile("[。、“”《》]")
_COMMA: Final = re.compile("[\u4e00-\u9fff”》],[\u4e00-\u9fff“《]")
_MARK: Final = re.compile(r"[,:;!?()]")
_CHINESE: Final = re.compile("[\u3007\u3400-\u9fff。、“”‘’《》〈〉【】〔〕—…％\uff10-\uff5a]")
_FULL: Final = dict(zip(",:;!?()", "，：；！？（）", strict=True))


def find(page: Page) -> Iterator[Finding]:
    """Edits that put fullwidth marks back between Chinese text."""
    if not page.did("mirror") or page.did("folded_marks"):
        return
    runs = page.scan.runs
    # raw HTML, control bytes and all, was never rendered
    raw = any("\x05" <= e.old[:1] <= "\x08" for p in page.passes if p.name == "mirror" for e in p.edits)
    # a list of names with ; between them was written so; a page of sentences has commas
    if raw or any(_FULLWIDTH.search(run.text) for run in runs) or not all(any(sign.search(run.text) for run in runs) for sign in (_SURVIVE, _COMMA)):
        return
    for run in runs:
        start = 0
        for line in run.text.splitlines(keepends=True):
            for at in _folded(line):
                mark = line[at]
                yield from edits(run, start + at, start + at + 1, _FULL[mark], Trust.LIKELY, "folded to ASCII", (_FULL[mark], mark))
            start += len(line)


def _folded(line: str) -> Iterator[int]:
    """Places of marks that stood fullwidth."""
    pairs = _brackets(line)
    for found in _MARK.finditer(line):
        at, mark = found.start(), found[0]
        before, after = line[max(0, at - 1) : at], line[at + 1 : at + 2]
        if at in pairs:
            start, end = min(at, pairs[at]), max(at, pairs[at])
            if _CHINESE.search(line, start, end) or _is_chinese(line, start - 1):
                yield at
        elif before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
            continue  # 14:27, 1,250, a?b
        elif mark == ":" and line.startswith("//", at + 1):
            continue
        elif _nearest_is_chinese(line, at):
            yield at


def _brackets(line: str) -> dict[int, int]:
    """Each bracket's partner."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in re.finditer(r"[()]", line):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            pairs[start], pairs[found.start()] = found.start(), start
    return pairs


def _is_chinese(line: str, at: int) -> bool:
    return 0 <= at < len(line) and _CHINESE.match(line, at) is not None


_BEFORE: Final = re.compile(r"[\s,:;!?()\"'0-9%.\-]*$")
_AFTER: Final = re.compile(r"[\s,:;!?()\"'0-9%.\-]*")


def _nearest_is_chinese(line: str, at: int) -> bool:
    """Whether the nearest word on either side, past digits, blanks and other marks, is Chinese."""
    window = line[max(0, at - 40) : at]
    before = _BEFORE.search(window)
    after = _AFTER.match(line, at + 1)
    return _is_chinese(window, (before.start() if before else 0) - 1) or _is_chinese(line, after.end() if after else at + 1)
