"""Two or three kinds on one page: sound and damaged sentences side by side."""

import random
from collections.abc import Sequence

from tests.simulator.kinds import Kind


def mixture(sentences: Sequence[str], kinds: Sequence[Kind], seed: int, strength: float = 0.5) -> tuple[str, str]:
    """A page of `sentences`, one a line, as written and as served; a share of `strength` of the lines is damaged by one of `kinds`."""
    dice = random.Random(seed)
    served = []
    for sentence in sentences:
        bad = dice.choice(kinds).damage(sentence, dice) if dice.random() < strength else None
        served.append(sentence if bad is None else bad.replace("\n", ""))
    return "\n".join(sentences), "\n".join(served)
