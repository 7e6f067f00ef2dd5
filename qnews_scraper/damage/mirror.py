"""Mirror damage: readings put in byte by byte, pairs torn, control bytes before marks.

A spam mirror turns a page into GBK, Simplified into Traditional, puts T(reading) for each character T of
a table of its own wherever T's two bytes stand, in step or not, puts control bytes before marks and
decodes what has become of it (step by step in README, "Mirror damage"). The table is inferred from the
page (text.mirror_table); annotations in step are taken out, torn pairs are put back in step (text.realign), and the repaired
lines are damaged again: where that gives the served line, the repair is proven.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from qnews_scraper.page import Edit, Finding, Page, Proof, edits
from qnews_scraper.text.annotate import Table, again, rendered
from qnews_scraper.text.gbk import BRACKET, CP936, second_byte
from qnews_scraper.text.mirror_table import CUT, context_of, infer, may_be_annotated
from qnews_scraper.text.readings import BROKEN, INSIDE, JUNK, LEFT_OVER, SHIFTED, TONED
from qnews_scraper.text.realign import LOST, Healed, heal
from qnews_scraper.text.scan import Run
from qnews_scraper.text.tokens import Context, Kind, Token
from qnews_scraper.trust import Trust

_JUNK: Final = re.compile(f"[{JUNK}]")
_TOKEN: Final = re.compile(
    rf"[\x05-\x08]+|\?({INSIDE})\)|([\u4e00-\u9fff@-~€])[(（](?:({INSIDE})[)）]|{CUT})|([^\x00-\x7f]|#)?([{SHIFTED}])(?:([a-zü{TONED}]{{0,5}})[)）]|{CUT})|.", re.S
)
_ANNOTATION: Final = re.compile(rf"[(（]({INSIDE})[)）]")
_WIDE: Final = re.compile(f"（{INSIDE}）|{BROKEN}")
"""A reading in fullwidth brackets, or what became of one."""
_TAG_REST: Final = re.compile(r"/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:\s[^<>]{0,200})?>")
_CLOSING_REST: Final = re.compile(r"/(?:p|div|span|font|strong|b|em|i|a|li|td|h[1-6]|section)>")
_LINES: Final = re.compile(r"[^\n\r]+")
_SLIPS_A_LINE: Final = 400
_SPARSE: Final = 5
_SHORT: Final = 40
"""A line longer than this, of which a question mark is one character in five, was lost otherwise: a tear's annotations alone are longer."""
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
    if not may_be_annotated(page.glance):
        return
    lines = [_Line(run, m.start(), m[0]) for run in page.scan.runs for m in _LINES.finditer(run.text)]
    table, evidence, reads = infer("\n".join(line.text for line in lines))
    if not evidence:
        return
    text = "".join(line.text for line in lines)
    context = context_of(text, table, reads)
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


def _is_half(char: str) -> bool:
    """Whether a served character ends in the first byte of a fullwidth bracket."""
    return (CP936.encode_char(char) or b"\0")[-1] == BRACKET


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
