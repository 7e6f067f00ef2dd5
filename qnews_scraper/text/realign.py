"""Put GBK pairs back in step.

A tool that works on bytes tore pairs apart; decoded again, every pair from the tear on stands one byte
off until a single byte brings it back in step. Here the served characters are turned into bytes and read
anew. Of the ways to read them (text.tear) the likeliest is taken; what another one, nearly as likely, says
otherwise is left open, and so is a character of which a byte is lost where its place does not tell it (text.halves).
"""

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from qnews_scraper.text.gbk import share_private
from qnews_scraper.text.halves import DROPPED, EATEN, LOST, WORD, guess, guess_two
from qnews_scraper.text.path import UNFOLD, Node, Path
from qnews_scraper.text.phrases import phrases
from qnews_scraper.text.place import Place
from qnews_scraper.text.tear import search
from qnews_scraper.text.tokens import Context, Kind, Token

__all__ = ["LOST", "Healed", "Out", "heal"]

CLOSE, CLOSE_LAST, CLOSE_MIDDLE = 2.0, 3.2, 6.0
"""Nats by which one way to read the bytes must beat another where they differ; more where the other has a character more before a cut mark,
and where it only has one more between the same two dropped pairs: pairs of characters say little of how many there were."""
OUT_OF_SIGHT: Final = 0.75
"""Weight of the nats by which a reading is behind that has more gone without a trace: of what is not there words tell less."""
READINGS, FAR = 8, 14.0
"""Ways to read the bytes that are weighed as words too, and the nats behind the likeliest from which on they are not."""
WORDS: Final = 0.7
"""Weight of the words against the pairs of characters."""
AVERAGE: Final = 5.0
"""Nats a character costs in a row of average words."""
BEFORE: Final = 400
"""Characters before a tear that may say what it was: the sentence, and the quotation it stands in."""
LEFT: Final = 8
RIGHT: Final = 40


class Out(NamedTuple):
    """One character put where a token stood."""

    char: str
    guess: bool = False
    candidates: tuple[str, ...] = ()
    """Where a byte was lost: what is left of it allows these here, best first."""


class Healed(NamedTuple):
    """What a token becomes."""

    token: Token
    outs: tuple[Out, ...]
    margin: float
    """How much likelier this is than the best other way to read the bytes, in nats; inf where they leave no other.

    0 where bytes are gone without a trace.
    """
    torn: str = ""
    """For a tear: the character whose annotation it was."""


class _Read(NamedTuple):
    """One way to read a tear, weighed as words too."""

    score: float
    outs: list[tuple[int, Out]]
    path: Path


def heal(tokens: Sequence[Token], context: Context) -> Iterator[Healed]:
    """What each token that a tear reaches becomes; tokens in step and unchanged are not mentioned.

    Nothing is yielded for a tear that no reading of the bytes explains.
    """
    at = begin = 0
    left = ""
    while at < len(tokens):
        if tokens[at].kind is Kind.CHAR:
            at += 1
            continue
        left = (left + "".join(t.char for t in tokens[max(begin, at - BEFORE) : at]))[-BEFORE:]
        found, end = _tear(tokens, at, left, context)
        yield from found
        left += "".join(out.char for h in found for out in h.outs)
        begin = at + len(found)
        at = end


def _tear(tokens: Sequence[Token], first: int, left: str, context: Context) -> tuple[list[Healed], int]:
    """One tear, from its "?" to where all is in step again, and the token after it."""
    paths, at = search(tokens, first, left[-1:], context)
    if not paths or _is_literal(paths[0]):
        return [], max(at, first + 1)
    right = "".join(t.char for t in tokens[at : at + RIGHT]) + "\n" * (at + RIGHT >= len(tokens))
    told: _Told = {}
    ways = [(_outs(path, left, right, context, told), path) for path in paths[:READINGS] if path.score > paths[0].score - FAR]
    before = phrases(left[-LEFT:])
    weighed = []
    for outs, path in ways:
        made = "".join(out.char for _, out in outs)
        weighed.append(_Read(path.score + WORDS * (phrases(left[-LEFT:] + made) - before + AVERAGE * len(made)), outs, path))
    weighed.sort(key=lambda read: -read.score)
    best, rivals = weighed[0], weighed[1:]
    if _is_literal(best.path):
        return [], at
    dropped = _dropped(best.path)
    behind = ((best.score - rival.score) * (OUT_OF_SIGHT if len(_dropped(rival.path)) > len(dropped) else 1.0) for rival in rivals)
    margin = 0.0 if dropped else min(behind, default=FAR if len(paths) > 1 else math.inf)
    near = [best, *(rival for rival in rivals if best.score - rival.score < _close(best.path, rival.path, tokens))]
    # where they differ all is open; of how many characters it was, the fewest are right oftenest
    base = min((read for read in near if not _is_literal(read.path)), key=lambda read: (len(_dropped(read.path)), -read.score))
    torn = {index: char for index, what, char in base.path.shape if what == "torn"}
    rows = _by_token(base.outs)
    for read in near:
        if read is not base:
            _agree(rows, _by_token(read.outs))
    healed = [Healed(tokens[i], tuple(rows.get(i, ())), margin, torn.get(i, "")) for i in range(first, at)]
    while healed and healed[-1].outs == (Out(healed[-1].token.char),) and not healed[-1].torn:
        healed.pop()
    return healed, at


def _is_literal(path: Path) -> bool:
    return all(what == "literal" for _, what, _ in path.shape)


def _close(path: Path, rival: Path, tokens: Sequence[Token]) -> float:
    """Nats by which a rival must be behind not to be near."""
    dropped, others = _dropped(path), _dropped(rival)
    if any(tokens[i].kind is Kind.ASK for i in set(others).difference(dropped)):
        return CLOSE_LAST
    return CLOSE_MIDDLE if len(others) != len(dropped) and set(others) == set(dropped) else CLOSE


def _dropped(path: Path) -> list[int]:
    return [at for at, what, _ in path.shape if what == "dropped"]


def _by_token(outs: list[tuple[int, Out]]) -> dict[int, list[Out]]:
    rows: dict[int, list[Out]] = {}
    for index, out in outs:
        rows.setdefault(index, []).append(out)
    return rows


def _agree(rows: dict[int, list[Out]], others: dict[int, list[Out]]) -> None:
    """Leave open what another reading, nearly as likely, says otherwise; how many characters it is is left to the first one."""
    missing = others.keys() - rows.keys()
    for index, row in rows.items():
        other = others.get(index, [])
        if [o.char for o in row] != [o.char for o in other]:
            same = len(row) == len(other)
            said = ["".join(o.char for o in other)] if len(row) == 1 else []
            rows[index] = [
                o if o.char == LOST or (same and o.char == other[i].char) else Out(LOST, True, tuple(dict.fromkeys(c for c in (*(o.candidates or (o.char,)), *said) if c)))
                for i, o in enumerate(row)
            ]
    for index in missing:  # what the other has here may be what is open beside it
        if not any(o.char == LOST for beside in (index - 1, index + 1) for o in rows.get(beside, ())):
            rows[index] = [Out(LOST, True, tuple(o.char for o in others[index][:1]))]


_Told = dict[tuple[str, str, str, str], tuple[tuple[str, tuple[str, ...]], ...]]
"""What was guessed before: another way to read the bytes mostly differs elsewhere."""


def _outs(path: Path, left: str, right: str, context: Context, told: _Told) -> list[tuple[int, Out]]:
    """What each token of a path becomes, each lost byte filled in with what fits best, or left open."""
    nodes: list[Node] = []
    node = path.node
    while node is not None:
        nodes.append(node)
        node = node.back
    nodes.reverse()
    outs: list[tuple[int, Out]] = []
    marked = {at for at, what, _ in path.shape if what == "undecoded"}
    made = left
    i = 0
    while i < len(nodes):
        node = nodes[i]
        if len(node.chars) == 1:
            outs.append((node.at, Out(node.chars, not node.exact)))
            made += node.chars
            i += 1
            continue
        two = i + 1 < len(nodes) and len(nodes[i + 1].chars) > 1
        after = ""
        for n in nodes[i + 1 + two :]:
            if len(n.chars) != 1 or len(after) == RIGHT:
                break
            after += n.chars
        else:
            after += right
        after = after.replace(f"{LOST}/", "</").replace(LOST, "0")
        is_open = any(out.char == LOST for _, out in outs[-2:]) or (not two and (node.joined or (i + 1 < len(nodes) and nodes[i + 1].joined)))
        place = Place(made.translate(UNFOLD), after.translate(UNFOLD), context.seen, is_open) if context.folded else Place(made, after, context.seen, is_open)
        key = (place.left[len(left) :] + LOST * is_open, place.right, node.chars, nodes[i + 1].chars if two else "")
        found = told.get(key)
        if found is None:
            joined = two and nodes[i + 1].joined
            found = guess_two(place, *key[2:], share_private if joined else None, DROPPED if joined and node.at not in marked else WORD) if two else (guess(place, node.chars, EATEN if i + 1 < len(nodes) and nodes[i + 1].chars == LOST else WORD),)
            told[key] = found
        for k, (char, candidates) in enumerate(found):
            outs.append((nodes[i + k].at, Out(char, True, candidates)))
            made += candidates[0]
        i += 1 + two
    return outs
