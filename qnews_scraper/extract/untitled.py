"""The headline of a page without a <title>, by what its lines say: of a dump, or where no mark tells one."""

import re
from typing import Final

from qnews_scraper.extract.headline import (
    ADDRESS,
    BAR,
    HOUSE,
    SUBTITLE,
    TRAIL,
    beside_a_sign,
    gives_a_day,
    is_classed,
    is_furniture,
    is_section,
    may_be_headline,
    share_in_text,
    with_its_lines,
)
from qnews_scraper.extract.layout import ROW, Layout
from qnews_scraper.extract.phrases import LABEL, is_sentence
from qnews_scraper.extract.when import read

_BYLINE: Final = re.compile(r"\W{0,2}(?:本[报報网網刊]|特约|实习|见习)?(?:讯|訊)?\W{0,2}(?:记者|記者|通讯员|作者|文|撰文|编辑|责编|图)(?:\s|[:：/／|｜])|\W{0,2}(?:本[报報网網刊]\S{0,2}|\S{2,4})?(?:记者|記者)|\w{2,8}\s?[／/╱∕]\s?(?:\w{2,8}(?:報導|报道|电|電))?$|[\u4e00-\u9fff]{2}：\S{1,8}$")
_DAY: Final = re.compile(r"(?:19|20)\d\d[-年/.]\s?\d")
CLOCK: Final = re.compile(r"\s*[【\[(（]\s*\d{1,2}:\d\d(?::\d\d)?\s*[】\])）]$")


def from_lines(page: Layout, start: int, body: list[int]) -> tuple[str, int]:
    """A page without <title>, as a dump: the line that says what the body says, or that below the breadcrumb, above the dateline, or nearest above the body."""
    named = [i for i in range(max(0, start - 12), start) if may_be_headline(page.lines[i], 2) and is_classed(page, page.lines[i])] if page.anchors else []
    if (sure := beside_a_sign(page, start)) >= 0 or (len(named) == 1 and share_in_text(page.lines[sure := named[0]].text, page, start, body, 0.0) >= 0.2):
        return with_its_lines(page, sure), sure
    candidates: list[int] = []
    above: list[int] = []
    most, best = 0.3, -1
    for i in range(max(0, start - 12), start):
        line = page.lines[i]
        if BAR.search(line.text) or ADDRESS.fullmatch(line.text) or SUBTITLE.match(line.text) or is_section(page, line.text):
            continue
        if is_furniture(page, i):
            if candidates and (ROW.match(line.text) or _BYLINE.match(line.text)):
                break
            continue
        if 6 <= line.units <= 60 and line.linked < 0.5 * line.units and not TRAIL.search(line.text) and not _DAY.search(line.text) and (share := share_in_text(line.text, page, start, body, 0.0) * (0.5 if line.units <= 14 and HOUSE.search(line.text) else 1.0)) >= most:
            most, best = share, i  # an office's name is in its news, whatever they are
        if TRAIL.search(line.text):
            above, candidates = candidates or above, []
            continue
        dated = bool(read(line.text, "2000-01-01")) and line.units < 50
        if dated or _BYLINE.match(line.text):
            if candidates:
                break
            continue
        if 3 <= line.units <= 60 and line.linked < 0.5 * line.units and line.text[-1] not in ":：" and not LABEL.match(line.text):
            candidates.append(i)
    if not candidates and start + 1 < len(page.lines) and may_be_headline(page.lines[start], 6) and gives_a_day(page.lines[start + 1]):
        return page.lines[start].text, start  # a question above the dateline
    candidates = candidates or above
    if best >= 0 and not any(share_in_text(page.lines[i].text, page, start, body, 0.0) >= most for i in candidates):
        return CLOCK.sub("", page.lines[best].text), best
    if not candidates and start < len(page.lines) and (first := page.lines[start]).units <= 40 and not is_sentence(first.text) and may_be_headline(first, 6) and share_in_text(first.text, page, start + 1, body, 0.0) >= 0.25:
        return first.text, start  # it reads like text
    if not candidates:
        return "", -1
    below = any(TRAIL.search(page.lines[i].text) for i in range(max(0, start - 12), candidates[0]))
    at = candidates[0] if below else candidates[-1]
    return CLOCK.sub("", page.lines[at].text), at
