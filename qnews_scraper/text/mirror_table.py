"""The table of a mirror, inferred from a page: which characters it annotates, what speaks for it, and what the page tells of its torn pairs."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Set
from functools import cache
from itertools import islice
from typing import Final

from qnews_scraper.tables.script import TO_SIMPLIFIED, TO_TRADITIONAL, VARIANTS
from qnews_scraper.text.fluency import is_frequent, pair
from qnews_scraper.text.gbk import CP936, MARKS, second_byte
from qnews_scraper.text.glance import Glance
from qnews_scraper.text.hanzi import is_han, simplified_only
from qnews_scraper.text.readings import INSIDE, JUNK, SYLLABLE, TONED, read_as, readings_of, spelt_as
from qnews_scraper.text.tokens import Context
from qnews_scraper.text.words import in_word

_GATE: Final = re.compile(rf"[(（]{SYLLABLE}[)）]|\?{SYLLABLE}\)")
_TONE: Final = re.compile(f"[{TONED}]")
LONGEST: Final = 10
"""Characters of a reading, its brackets among them."""
_CLOSED: Final = tuple(re.compile(rf"{re.escape(close)}(?:(?<=[{TONED}].)|(?<=[{TONED}][a-zü].)|(?<=[{TONED}][a-zü]{{2}}.)|(?<=[{TONED}][a-zü]{{3}}.))") for close in ")）")
"""How a reading ends; of all patterns those that begin with one character are searched for fastest."""
_ANNOTATED: Final = re.compile(rf"([\u4e00-\u9fff])(?:\(({INSIDE})\)|（({INSIDE})）)")
_JUNK: Final = re.compile(f"[{JUNK}]")
_PLAIN: Final = tuple(re.compile(rf"{open_}[a-zü]{{1,6}}{close}") for open_, close in (("\\(", "\\)"), ("（", "）")))
CUT: Final = r"([a-z]{0,5})\?[\x05-\x08]*。(?=([^\x00-\x7f]|[?@-~]))"
"""What is left of the last letter and the bracket after it where the reading ends in ā: A8 [05] A1 A3 A9."""
_ENDS_CUT: Final = re.compile(rf"([\u4e00-\u9fff])[(（]{CUT}")
_CONTROL: Final = re.compile("[\x05-\x08]+")
_CONTROL_MARK: Final = re.compile("[\x05-\x08](?=[，。！？：、；])")
_ASKED: Final = re.compile("\\?[\x05-\x08]*[！!]")
_FULLWIDTH: Final = re.compile("[，：；！？（）]")
_ASCII_MARK: Final = re.compile("[\u4e00-\u9fff”》][,:;!?()][\u4e00-\u9fff“《]")
_HAN: Final = re.compile("[\u4e00-\u9fff]{2,}")
_CLAUSE: Final = re.compile(r"[，。！？：、；「」『』“”《》,;:!?\s]")
_AROUND: Final = 30
_ROWS_OF: Final = 200_000
"""Characters of a page in which a word is looked for again."""
_LEFT_ALONE, _WRITTEN = "于后并里", "於後並裡裏"
"""What converters without context leave as it is, and what a Traditional writer writes."""
_CHANGED: Final = frozenset(TO_SIMPLIFIED[::2] + TO_TRADITIONAL[1::2] + VARIANTS[::2] + "著")
"""Characters that a converter from Simplified puts: what mirrors annotate, beside a few others at most."""
_SAME_EACH_TIME: Final = 0.85
"""Share of a character's places at which a mirror's table annotates it; the others are torn."""
_CHANGED_LEAST: Final = 8
"""Annotations of such characters from which on a table may list others as well,"""
_AGAIN: Final = 3
"""and times that these are annotated again, where no control byte says more: a writer gives a reading once."""
_MANY: Final = 10
"""Annotations of the first kind for each other character where these are annotated again fewer times."""

SEVERAL: Final = 4
"""Characters, and places in mid-word, from which on readings without tones are a mirror's: after a character they may be English, or an abbreviation."""
CONTROLS: Final = 2
"""Marks after control bytes up to which these say nothing."""
_AMONG: Final = 60
"""Brackets with letters among which so many are looked for."""
ENOUGH: Final = 3.0
"""Evidence, in nats, from which on a page is a mirror's."""


def may_be_annotated(glance: Glance) -> bool:
    """Whether a page may be a mirror's: it holds what may be a reading, a control byte or a cut mark, and rows of Han characters."""
    is_odd = _is_annotated(glance) or _CONTROL.search(glance.rare) or (glance.may_ask and _ASKED.search(glance.shown) and _cut().search(glance.shown))
    return bool(is_odd) and _HAN.search(glance.wide) is not None


def _is_annotated(glance: Glance) -> bool:
    """Whether a page may hold a reading."""
    if not _TONE.search(glance.rare):
        return any(_are_plain(glance.shown, plain) for plain in _PLAIN)
    ends = (found.end() for closed in _CLOSED for found in closed.finditer(glance.shown))
    return any(_GATE.search(glance.shown, max(0, end - LONGEST), end) for end in ends)


def _are_plain(shown: str, plain: re.Pattern[str]) -> bool:
    """Whether letters in brackets are readings without tones of the characters before them."""
    told = {(shown[at - 1], found[0][1:-1]) for found in islice(plain.finditer(shown), _AMONG) if (at := found.start()) and is_han(shown[at - 1])}
    return len(told) >= SEVERAL and sum(char in spelt_as(reading) for char, reading in told) >= SEVERAL


@cache
def _cut() -> re.Pattern[str]:
    """What is served for 。” and other pairs of marks: the two bytes in the middle are ！'s, and what follows begins with the last one of the second."""
    return re.compile(f"\\?[\x05-\x08]*([！!])[{''.join(CP936.decode_pair(second_byte(c), t) or '' for c in '“”《' for t in range(0x40, 0xFF))}?]")


def infer(text: str) -> tuple[dict[str, str], str, Callable[[str], str]]:
    """The page's table, character to reading, and what speaks for a mirror, empty where too little does; and which characters a reading is one of.

    A mirror annotates Traditional characters only, common ones, in mid-word, with one reading, and every
    time. A writer gives the reading of a rare character, once, after the word; a textbook gives those of
    characters that never had a Simplified form too, which a mirror's table lists seldom.
    """
    seen: dict[str, Counter[str]] = {}
    inside = 0.0
    foreign = idle = 0
    annotated = [(found, found[1], _JUNK.sub("", found[2] or found[3])) for found in _ANNOTATED.finditer(text)]
    toned = sum(1 for *_, reading in annotated if _TONE.search(reading))
    is_toned = 4 * toned >= len(annotated)
    reads = read_as if is_toned else spelt_as
    count = Counter(text)
    listed = _CHANGED | _alike(text, annotated, reads)
    for found, char, reading in annotated:
        if char not in listed:
            foreign += 1
            continue
        seen.setdefault(char, Counter())[reading] += 1
        after = text[found.end() : found.end() + 1]
        if not is_han(after) or not _in_clause(text, found.start(), found.end()):
            continue
        idle += len(readings_of(char)) == 1 and is_frequent(char)  # no reader needs to be told
        if pair(char, after) > -5.5:
            inside += 1
        elif is_frequent(char) and in_word(text[max(0, found.start() - 3) : found.start()], char, ""):
            inside += 0.5
    table = {c: n.most_common(1)[0][0] for c, n in seen.items()}
    table = {c: r for c, r in table.items() if c in reads(r) or (is_toned and seen[c][r] > 2)}
    total = sum(seen[c][r] for c, r in table.items())
    if table:
        for found in _ENDS_CUT.finditer(text):
            if found[1] in listed and found[1] in reads(found[2] + "ā"):
                seen.setdefault(found[1], Counter())[found[2] + "ā"] += 1
                table.setdefault(found[1], found[2] + "ā")
    if table and _is_quoted(text):
        return {}, "", reads
    letters = SYLLABLE if is_toned else "[a-zü]{1,6}"
    torn = sum(1 for found in re.finditer(rf"([\u4e00-\u9fff，、：；“”《》])(?:[(（]{letters}[)）])?\?({letters})\)", text) if _could_tear(found[1], reads(found[2]), listed))
    bare = sum(count[c] for c in table) - sum(seen[c].total() for c in table)
    controls, cuts = len(_CONTROL_MARK.findall(text)), _cut().findall(text) if _ASKED.search(text) else []
    if (controls or cuts) and 20 * sum(n for c, n in count.items() if c in _CHANGED) < sum(n for c, n in count.items() if is_han(c)):
        controls, cuts = 0, []
    if 2 * controls < sum(map(count.__getitem__, MARKS)):
        controls = 0
    few = not is_toned and not cuts and controls <= CONTROLS and (len(table) < SEVERAL or inside < SEVERAL)
    if foreign > 0.15 * (total + torn) or bare > 0.25 * total + 2 * torn or few:
        table, total, torn, idle, inside = {}, 0, 0, 0, 0.0
    repeated = total - len(table)
    score = (0.7 * len(table) + 1.0 * repeated) * min(1.0, inside) + 0.7 * inside + 3.0 * torn + (4.0 if controls > CONTROLS else 0.0)
    score += 2.0 * cuts.count("！") + 1.0 * cuts.count("!")
    left, written = (sum(map(count.__getitem__, chars)) for chars in (_LEFT_ALONE, _WRITTEN))
    if (idle or torn or cuts) and left > 2 and not written:
        score += 2.5
    if score < ENOUGH:
        return {}, "", reads
    evidence = f"{total} annotations of {len(table)} Traditional characters, {inside:.0f} inside a word, {bare} bare, {foreign} of others; {torn} torn"
    return table, evidence + (f"; {controls} marks after control bytes" if controls else "") + (f"; {len(cuts)} quotations with their ends cut" if cuts else ""), reads


def _is_quoted(text: str) -> bool:
    """Whether what is annotated stands in lines of Simplified Chinese, which no mirror leaves so: they speak of such pages."""
    lines = "".join(line for line in text.split("\n") if _ANNOTATED.search(line))
    simplified = simplified_only()
    return sum(c in simplified for c in lines) > sum(c in _CHANGED for c in lines)


def _in_clause(text: str, start: int, end: int) -> bool:
    """Whether what is annotated stands in running text and not in a row of words: 參與(yù)、檔(dàng)案."""
    left = _CLAUSE.split(text[max(0, start - _AROUND) : start])[-1]
    right = _CLAUSE.split(text[end : end + _AROUND], 1)[0]
    return len(left) + len(right) > 3  # annotations count: a word of a row has one


def _alike(text: str, annotated: list[tuple[re.Match[str], str, str]], reads: Callable[[str], str]) -> frozenset[str]:
    """Characters alike in both scripts that the page's table lists: each with one reading and wherever it stands in lines with readings, beside many that a converter put, on a page that does not annotate most of its text."""
    told: dict[str, Counter[str]] = {}
    for _, char, reading in annotated:
        told.setdefault(char, Counter())[reading] += 1
    changed = sum(readings.total() for char, readings in told.items() if char in _CHANGED)
    others = {c: readings for c, readings in told.items() if c not in _CHANGED and len(readings) == 1 and (is_frequent(c) or readings.total() >= _AGAIN) and c in reads(next(iter(readings)))}
    if not _CONTROL_MARK.search(text) and sum(readings.total() - 1 for readings in others.values()) < _AGAIN:
        others = {c: readings for c, readings in others.items() if readings.total() > 1}
        changed -= _MANY * len(others)
    total = sum(readings.total() for readings in others.values())
    if changed < max(_CHANGED_LEAST, total // 3):
        return frozenset()
    count = Counter("".join(line for line in text.split("\n") if _ANNOTATED.search(line)))
    if 2 * len(annotated) > sum(n for c, n in count.items() if is_han(c)):
        return frozenset()
    return frozenset(others) if total >= _SAME_EACH_TIME * sum(map(count.__getitem__, others)) else frozenset()


def _could_tear(before: str, chars: str, listed: Set[str]) -> bool:
    code = CP936.encode_char(before) or b""
    return len(code) == 2 and any(_first(c) == code[1] for c in chars if c in listed)


def context_of(text: str, table: dict[str, str], reads: Callable[[str], str]) -> Context:
    """What a page with this table tells of its tokens."""
    is_rendered = not _CONTROL.search(text)
    return Context(
        torn=_torn(table, reads),
        annotated=frozenset(table),
        folded=is_rendered and _is_folded(_ANNOTATED.sub(r"\1", text)),
        rendered=is_rendered,
        seen=_rows(text),
    )


def _is_folded(text: str) -> bool:
    """Whether fullwidth marks were folded to ASCII: not one is left, and ASCII ones stand between Han characters."""
    return not _FULLWIDTH.search(text) and _ASCII_MARK.search(text) is not None


def _rows(text: str) -> Mapping[str, int]:
    """How often a page has each Han character, and each row of two to four of them; annotations left out."""
    found: Counter[str] = Counter()
    for row in _HAN.findall(_ANNOTATED.sub(r"\1", text[:_ROWS_OF])):
        found.update(row[i : i + n] for n in (1, 2, 3, 4) for i in range(len(row) - n + 1))
    return found


def _torn(table: dict[str, str], reads: Callable[[str], str]) -> Callable[[str, int], tuple[tuple[str, bool], ...]]:
    by_reading: dict[str, list[str]] = {}
    for char, reading in table.items():
        by_reading.setdefault(reading, []).append(char)

    @cache
    def torn(reading: str, first: int) -> tuple[tuple[str, bool], ...]:
        """Characters of this reading whose first byte is `first`: of the page's table, else any Traditional one, else any that the script has where the table has none."""
        known = [c for c in by_reading.get(reading, ()) if _first(c) == first]
        alike = [c for c in reads(reading) if _first(c) == first]
        changed = [c for c in alike if c in _CHANGED]
        any_ = changed or ([] if known else alike)
        # what no converter puts is a guess even where there is nothing else: another may stand behind a dropped pair
        guess = not (known or changed) or len({*known, *any_}) > 1
        return tuple((c, guess) for c in (*known, *(c for c in any_ if c not in known)))

    return torn


@cache
def _first(char: str) -> int:
    return (CP936.encode_char(char) or b"\0")[0]
