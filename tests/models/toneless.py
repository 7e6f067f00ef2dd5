"""A forward model of the other tool seen (wild/020): Simplified text kept, toneless readings behind characters.

In one paragraph a listed character always carries its reading the same number of times, one to three;
now and then an emoji stands inside the brackets.
"""

import random
import unicodedata
from collections.abc import Iterable, Mapping

EMOJI = "🎐🎉🍃🌙"


def plain(reading: str) -> str:
    """A reading without its tone; ü is written as in the wild, as v."""
    kept = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(char for char in kept if not unicodedata.combining(char))


def damage(lines: Iterable[str], readings: Mapping[str, str], *, share: float = 0.5, seed: int = 0) -> str:
    """The lines as served; `share` of the characters that have a reading are listed, drawn anew for each line."""
    rng = random.Random(seed)
    out = []
    for line in lines:
        listed = {char: rng.randint(1, 3) for char in sorted(set(line)) if char in readings and rng.random() < share}
        out.append("".join(char + "".join(_brackets(readings[char], rng) for _ in range(listed.get(char, 0))) for char in line))
    return "\n".join(out)


def _brackets(reading: str, rng: random.Random) -> str:
    letters = plain(reading)
    at = rng.randint(1, len(letters)) if rng.random() < 0.02 else None
    return f"({letters})" if at is None else f"({letters[:at]}{rng.choice(EMOJI)}{letters[at:]})"
