"""Mirror damage: readings put in byte by byte, pairs torn, control bytes before marks.

A spam mirror turns a page into GBK, Simplified into Traditional, puts T(reading) for each character T of
a table of its own wherever T's two bytes stand, in step or not, puts control bytes before marks and
decodes what has become of it (step by step in README, "Mirror damage"). The table is inferred from the
page; annotations in step are taken out, torn pairs are put back in step (text.realign), and the repaired
lines are damaged again: where that gives the served line, the repair is proven.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Final

from qnews_scraper.page import Edit, Finding, Page, Proof, edits
from qnews_scraper.tables.script import TO_SIMPLIFIED, TO_TRADITIONAL, VARIANTS
from qnews_scraper.text.annotate import Table, again, rendered
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.fluency import is_frequent, pair
from qnews_scraper.text.gbk import BRACKET, MARKS, second_byte
from qnews_scraper.text.glance import Glance
from qnews_scraper.text.hanzi import is_han, simplified_only
from qnews_scraper.text.readings import BROKEN, INSIDE, JUNK, LEFT_OVER, SHIFTED, SYLLABLE, TONED, read_as, readings_of, spelt_as
from qnews_scraper.text.realign import LOST, Healed, heal
from qnews_scraper.text.scan import Run
from qnews_scraper.text.tokens import Context, Kind, Token
from qnews_scraper.text.words import in_word
from qnews_scraper.trust import Trust

CP936: Final = codec("cp936")
_GATE: Final = re.compile(rf"[(（]{SYLLABLE}[)）]|\?{SYLLABLE}\)")
_TONE: Final = re.compile(f"[{TONED}]")
LONGEST: Final = 10
"""Characters of a reading, its brackets among them."""
_CLOSED: Final = tuple(re.compile(rf"{re.escape(close)}(?:(?<=[{TONED}].)|(?<=[{TONED}][a-zü].)|(?<=[{TONED}][a-zü]{{2}}.)|(?<=[{TONED}][a-zü]{{3}}.))") for close in ")）")
"""How a reading ends; of all patterns those that begin with one character are searched for fastest."""
_ANNOTATED: Final = re.compile(rf"([\u4e00-\u9fff])(?:\(({INSIDE})\)|（({INSIDE})）)")
_JUNK: Final = re.compile(f"[{JUNK}]")
_PLAIN: Final = tuple(re.compile(rf"{open_}[a-zü]{{1,6}}{close}") for open_, close in (("\\(", "\\)"), ("（", "）")))
_CUT: Final = r"([a-z]{0,5})\?[\x05-\x08]*。(?=([^\x00-\x7f]|[?@-~]))"
"""What is left of the last letter and the bracket after it where the reading ends in ā: A8 [05] A1 A3 A9."""
_TOKEN: Final = re.compile(
    rf"[\x05-\x08]+|\?({INSIDE})\)|([\u4e00-\u9fff@-~€])[(（](?:({INSIDE})[)）]|{_CUT})|([^\x00-\x7f]|#)?([{SHIFTED}])(?:([a-zü{TONED}]{{0,5}})[)）]|{_CUT})|.", re.S
)
_ANNOTATION: Final = re.compile(rf"[(（]({INSIDE})[)）]")
_ENDS_CUT: Final = re.compile(rf"([\u4e00-\u9fff])[(（]{_CUT}")
_WIDE: Final = re.compile(f"（{INSIDE}）|{BROKEN}")
"""A reading in fullwidth brackets, or what became of one."""
_CONTROL: Final = re.compile("[\x05-\x08]+")
_CONTROL_MARK: Final = re.compile("[\x05-\x08](?=[，。！？：、；])")
_ASKED: Final = re.compile("\\?[\x05-\x08]*[！!]")
_FULLWIDTH: Final = re.compile("[，：；！？（）]")
_ASCII_MARK: Final = re.compile("[\u4e00-\u9fff”》][,:;!?()][\u4e00-\u9fff“《]")
_TAG_REST: Final = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,200})?>")
_CLOSING_REST: Final = re.compile(r"/(?:p|div|span|font|strong|b|em|i|a|li|td|h[1-6]|section)>")
_LINES: Final = re.compile(r"[^\n\r]+")
_HAN: Final = re.compile("[\u4e00-\u9fff]{2,}")
_CLAUSE: Final = re.compile(r"[，。！？：、；「」『』“”《》,;:!?\s]")
_AROUND: Final = 30
_SLIPS_A_LINE: Final = 400
_SPARSE: Final = 5
_SHORT: Final = 40
"""A line longer than this, of which a question mark is one character in five, was lost otherwise: a tear's annotations alone are longer."""
_ROWS_OF: Final = 200_000
"""Characters of a page in which a word is looked for again."""
_LEFT_ALONE, _WRITTEN = "于后并里", "於後並裡裏"
"""What converters without context leave as it is, and what a Traditional writer writes."""
_CHANGED: Final = frozenset(TO_SIMPLIFIED[::2] + TO_TRADITIONAL[1::2] + VARIANTS[::2] + "著")
"""Characters that a converter from Simplified puts; mirrors annotate no others."""

SEVERAL: Final = 4
"""Characters, and places in mid-word, from which on readings without tones are a mirror's: after a character they may be English, or an abbreviation."""
CONTROLS: Final = 2
"""Marks after control bytes up to which these say nothing."""
_AMONG: Final = 60
"""Brackets with letters among which so many are looked for."""
ENOUGH: Final = 3.0
"""Evidence, in nats, from which on a page is a mirror's."""
SURE: Final = 6.0
"""Nats by which a reading of torn bytes must beat every other to be taken as the only one."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a run."""

    run: Run
    start: int
    text: str


def find(page: Page) -> Iterator[Finding]:
    """Edits that take the readings out and put the pairs back; nothing on a page that is no mirror's."""
    glance = page.glance
    if (not _is_annotated(glance) and not _CONTROL.search(glance.rare) and not (glance.may_ask and _ASKED.search(glance.shown) and _cut().search(glance.shown))) or not _HAN.search(glance.wide):
        return
    lines = [_Line(run, m.start(), m[0]) for run in page.scan.runs for m in _LINES.finditer(run.text)]
    table, evidence, reads = _infer("\n".join(line.text for line in lines))
    if not evidence:
        return
    text = "".join(line.text for line in lines)
    is_rendered = not _CONTROL.search(text)
    context = Context(
        torn=_torn(table, reads),
        annotated=frozenset(table),
        folded=is_rendered and _is_folded(_ANNOTATED.sub(r"\1", text)),
        rendered=is_rendered,
        seen=_rows(text),
    )
    repairs = [_repair(line, table, reads, context) for line in lines]
    touched = [r for r in repairs if r.found]
    if not touched:
        return
    yield f"a mirror's table of {len(table)} characters: " + " ".join(f"{c}{r}" for c, r in table.items())
    yield f"evidence: {evidence}"
    known = table | {h.torn: h.token.reading for r in touched for h in r.healed if h.torn}
    brackets = "（）" if any(_WIDE.search(r.line.text) for r in touched) else "()"
    proven = _prove(touched, Table.inferred([r.text for r in touched], [r.line.text for r in touched], known, brackets))
    for repair, good in zip(touched, proven, strict=True):
        for edit in repair.edits():
            yield edit if good or edit.trust is not Trust.CERTAIN else replace(edit, trust=Trust.LIKELY, why=edit.why + "; line not proven")
    yield Proof(len(touched), sum(proven), tuple(r.line.text for r, good in zip(touched, proven, strict=True) if not good))


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


def _is_folded(text: str) -> bool:
    """Whether fullwidth marks were folded to ASCII: not one is left, and ASCII ones stand between Han characters."""
    return not _FULLWIDTH.search(text) and _ASCII_MARK.search(text) is not None


def _rows(text: str) -> Mapping[str, int]:
    """How often a page has each Han character, and each row of two to four of them; annotations left out."""
    found: Counter[str] = Counter()
    for row in _HAN.findall(_ANNOTATED.sub(r"\1", text[:_ROWS_OF])):
        found.update(row[i : i + n] for n in (1, 2, 3, 4) for i in range(len(row) - n + 1))
    return found


def _infer(text: str) -> tuple[dict[str, str], str, Callable[[str], str]]:
    """The page's table, character to reading, and what speaks for a mirror, empty where too little does; and which characters a reading is one of.

    A mirror annotates Traditional characters only, common ones, in mid-word, with one reading, and every
    time. A writer gives the reading of a rare character, once, after the word; a textbook gives those of
    characters that never had a Simplified form too.
    """
    seen: dict[str, Counter[str]] = {}
    inside = 0.0
    foreign = idle = 0
    annotated = [(found, found[1], _JUNK.sub("", found[2] or found[3])) for found in _ANNOTATED.finditer(text)]
    toned = sum(1 for *_, reading in annotated if _TONE.search(reading))
    is_toned = 4 * toned >= len(annotated)
    reads = read_as if is_toned else spelt_as
    for found, char, reading in annotated:
        if char not in _CHANGED:
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
            if found[1] in _CHANGED and found[1] in reads(found[2] + "ā"):
                seen.setdefault(found[1], Counter())[found[2] + "ā"] += 1
                table.setdefault(found[1], found[2] + "ā")
    if table and _is_quoted(text):
        return {}, "", reads
    letters = SYLLABLE if is_toned else "[a-zü]{1,6}"
    torn = sum(1 for found in re.finditer(rf"([\u4e00-\u9fff，、：；“”《》])(?:[(（]{letters}[)）])?\?({letters})\)", text) if _could_tear(found[1], reads(found[2])))
    count = Counter(text)
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


def _could_tear(before: str, chars: str) -> bool:
    code = CP936.encode_char(before) or b""
    return len(code) == 2 and any(_first(c) == code[1] for c in chars if c in _CHANGED)


def _torn(table: dict[str, str], reads: Callable[[str], str]) -> Callable[[str, int], tuple[tuple[str, bool], ...]]:
    by_reading: dict[str, list[str]] = {}
    for char, reading in table.items():
        by_reading.setdefault(reading, []).append(char)

    @cache
    def torn(reading: str, first: int) -> tuple[tuple[str, bool], ...]:
        """Characters of this reading whose first byte is `first`: of the page's table, else any Traditional one, else any that the script has."""
        known = [c for c in by_reading.get(reading, ()) if _first(c) == first]
        alike = [c for c in reads(reading) if _first(c) == first]
        changed = [c for c in alike if c in _CHANGED]
        any_ = changed or alike
        # what no converter puts is a guess even where there is nothing else: another may stand behind a dropped pair
        guess = not (known or changed) or len({*known, *any_}) > 1
        return tuple((c, guess) for c in (*known, *(c for c in any_ if c not in known)))

    return torn


def _is_half(char: str) -> bool:
    """Whether a served character ends in the first byte of a fullwidth bracket."""
    return (CP936.encode_char(char) or b"\0")[-1] == BRACKET


@cache
def _first(char: str) -> int:
    return (CP936.encode_char(char) or b"\0")[0]


@dataclass(frozen=True, slots=True)
class _Repair:
    """What one line becomes."""

    line: _Line
    tokens: tuple[Token, ...]
    healed: tuple[Healed, ...]
    found: bool

    @property
    def text(self) -> str:
        """The repaired line, the likeliest candidate where a character stays open."""
        healed = {h.token.start: h for h in self.healed}
        return "".join(
            "".join(o.candidates[0] if o.candidates else o.char for o in healed[t.start].outs) if t.start in healed else t.char if t.kind is Kind.CHAR else self.line.text[t.start : t.end]
            for t in self.tokens
        )

    def edits(self) -> Iterator[Edit]:
        run, at = self.line.run, self.line.start
        healed = {h.token.start: h for h in self.healed}
        for token in self.tokens:
            start, end = at + token.start, at + token.end
            if token.start in healed:
                yield from _healed_edits(run, start, end, healed[token.start])
            elif token.kind is Kind.CHAR and token.end - token.start > len(token.char):
                why = f"reading put in after {token.char}" if token.char else "control bytes put in before a mark"
                yield from edits(run, start + len(token.char), end, "", Trust.CERTAIN, why)


def _healed_edits(run: Run, start: int, end: int, healed: Healed) -> Iterator[Edit]:
    """The edits of one token of a tear; LIKELY where a byte was guessed or another reading comes near."""
    outs, token = healed.outs, healed.token
    new = "".join(o.char for o in outs)
    if new == run.text[start:end]:
        return
    guesses = [o for o in outs if o.guess and o.char != LOST]
    if LOST in new:
        ascii_ = outs[-1].char == LOST and not outs[-1].candidates and token.kind in (Kind.ASK, Kind.HALF)
        # ”</p> torn to ?/p>: of all characters that could be eaten, only one makes markup of what follows
        rest = (_TAG_REST if run.is_markup else _CLOSING_REST).match(run.text, end) if ascii_ else None
        if ascii_ and (guesses or rest):
            before = outs[:-1]
            is_lost = any(o.char == LOST for o in before)
            told = "".join(LOST if is_lost and o.guess else o.char for o in before)
            open_ = before[0].candidates if len(before) == 1 else ()
            yield from edits(run, start, start, told, Trust.LOST if is_lost else Trust.LIKELY, "its second byte was eaten with the next character", open_ or (told,) * (not is_lost))
            new = LOST
        if rest and run.is_markup:
            for a, b in run.source(start, end):
                yield Edit(a, b, "<", Trust.LIKELY, "the rest of a tag follows", ("<",))
            return
        if rest:
            yield from edits(run, start, rest.end(), "", Trust.LIKELY, "the rest of a tag, shown as text because its first character was eaten", ("", "<" + rest[0]))
            return
        if guesses and new != LOST:  # a guess is no loss: told by itself where there is room for it, and not made where there is none
            if len(outs) == 2:
                for at, out in ((start, outs[0]), (end, outs[1])):
                    trust = Trust.LOST if out.char == LOST else Trust.LIKELY
                    yield from edits(run, start, at, out.char, trust, "a byte of it is gone", out.candidates or (out.char,) * (trust is Trust.LIKELY))
                return
            new = "".join(LOST if o.guess else o.char for o in outs)
        lost = "one ASCII character that the bytes cannot tell" if ascii_ else ""
        half = "a byte of it is gone, and the rest of the line does not tell it" if new != LOST or not ascii_ else ""
        open_ = tuple(map("".join, zip(*(o.candidates or (o.char,) for o in outs), strict=False)))
        yield from edits(run, start, end, new, Trust.LOST, "; ".join(filter(None, (half, lost))), open_)
        return
    why = f"pairs out of step, torn by {healed.torn}({token.reading})" if healed.torn else "pairs out of step, put back"
    # an eaten "?" without a character of its own belongs to the guess that follows it
    sure = not guesses and healed.margin >= SURE and (bool(outs) or token.kind is not Kind.ASK)
    candidates = guesses[0].candidates if len(guesses) == 1 and len(outs) == 1 else ()
    yield from edits(run, start, end, new, Trust.CERTAIN if sure else Trust.LIKELY, why, () if sure else candidates or (new,))


def _repair(line: _Line, table: dict[str, str], reads: Callable[[str], str], context: Context) -> _Repair:
    tokens: list[Token] = []
    found = False
    asks = 0
    at = 0
    while m := _TOKEN.match(line.text, at):
        at = m.end()
        char, kind, reading = m[0], Kind.CHAR, ""
        start, end = m.start(), m.end()
        inside = _JUNK.sub("", m[1] or m[3] or m[8] or "")
        cut = m[5] or m[10]
        if cut:
            inside = (m[4] or m[9] or "") + "ā"
        if m[7]:
            inside = chr(second_byte(m[7])) + inside
        if m[1] and reads(inside):
            char, kind, reading = "?", Kind.TORN, inside
        elif m[1]:
            tokens += (Token(m.start() + i, m.start() + i + 1, c, Kind.CHAR if i else Kind.ASK) for i, c in enumerate(m[0]))
            continue
        elif m[7]:
            char, kind, reading = "＃" if m[6] == "#" else m[6] or "?", Kind.TORN, inside  # A3 A3, which may be folded
            if m[6] and not _is_half(char):
                tokens.append(Token(start, start + 1, m[6]))
                char, start = "?", start + 1
            if not reads(inside):
                tokens.append(Token(start, start + 1, line.text[start]))
                at = start + 1
                continue
        elif m[2]:
            char, reading = m[2], inside
            if (m[2] < "\x7f" or m[2] == "€") and reads(inside):
                kind = Kind.TAIL
            elif table.get(char) != reading and cut:
                tokens.append(Token(start, start + 1, char))
                at = start + 1
                continue
            elif table.get(char) != reading:
                tokens += (Token(m.start() + i, m.start() + i + 1, c) for i, c in enumerate(m[0]))
                continue
            else:
                found = True
        elif char == "?":
            kind = Kind.ASK
            asks += 1
        elif char[0] in "\x05\x06\x07\x08":
            char = ""
            found = True
        tokens.append(Token(start, end, char, kind, reading))
        if cut:  # the character after a cut bracket begins with its last byte
            behind = _ANNOTATION.match(line.text, end + 1) if cut < "\x7f" else None
            at = behind.end() if behind else end + 1
            tokens.append(Token(end, at, cut, Kind.HALF, _JUNK.sub("", behind[1]) if behind else ""))
    crowded = asks > max(_SLIPS_A_LINE, len(line.text) // 20) or asks * _SPARSE > len(line.text) > _SHORT
    if crowded or all(t.kind is Kind.CHAR for t in tokens):
        return _Repair(line, tuple(tokens), (), found)
    healed = tuple(heal([t for t in tokens if t.char], context))
    return _Repair(line, tuple(tokens), healed, found or bool(healed))


def _prove(repairs: list[_Repair], table: Table) -> list[bool]:
    """For each repaired line, whether damaging it again gives what was served, and no reading is left: what was not repaired gives that too."""
    texts = [r.text for r in repairs]
    served = [rendered(r.line.text) for r in repairs]
    made = zip(again(texts, table, cut=True), again(texts, table, cut=False), served, strict=True)
    return [was in (rendered(cut), rendered(uncut)) and not LEFT_OVER.search(text) for (cut, uncut, was), text in zip(made, texts, strict=True)]
