"""When animations run: their shorthand taken apart, and the place among their frames at which they stand still."""

import re
from functools import lru_cache
from math import floor, inf, isfinite
from typing import Final

from qnews_scraper.visibility.values import number

PATIENCE: Final = 600.0
"""Seconds that a reader looks at a page."""
_TIME = re.compile(r"([+-]?(?:\d++(?:\.\d*+)?+|\.\d+)(?:e[+-]?\d{1,2})?)(ms|s)", re.I)
_WORD = re.compile(r"\"[^\"]*\"|'[^']*'|[^\s,()]*\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s,()]+|,")
_OWN: Final = {
    "animation-direction": frozenset(["normal", "reverse", "alternate", "alternate-reverse"]),
    "animation-fill-mode": frozenset(["none", "forwards", "backwards", "both"]),
    "animation-play-state": frozenset(["running", "paused"]),
}
_EASINGS: Final = frozenset("linear ease ease-in ease-out ease-in-out step-start step-end".split())
_LONGEST: Final = 1000
INITIAL: Final = {
    "animation-name": "none", "animation-duration": "0s", "animation-delay": "0s", "animation-iteration-count": "1",
    "animation-direction": "normal", "animation-fill-mode": "none", "animation-play-state": "running", "animation-timeline": "auto",
}  # fmt: skip


@lru_cache(maxsize=256)
def longhands(value: str) -> tuple[tuple[str, str], ...]:
    """The properties that the shorthand sets, each with one value for an animation."""
    if len(value) > _LONGEST:
        return ()
    lists: dict[str, list[str]] = {prop: [] for prop in INITIAL}
    animation: list[str] = []
    for word in [*_WORD.findall(value), ","]:
        if word != ",":
            animation.append(word)
            continue
        own = dict(INITIAL)
        times = 0
        for part in animation:
            low = part.lower()
            kept = next((prop for prop, words in _OWN.items() if low in words and own[prop] == INITIAL[prop]), None)
            if _TIME.fullmatch(low):
                own["animation-delay" if times else "animation-duration"] = low
                times += 1
            elif low == "infinite" or number(low) is not None:
                own["animation-iteration-count"] = low
            elif kept:
                own[kept] = low
            elif low not in _EASINGS and "(" not in low:
                own["animation-name"] = part
        for prop, told in own.items():
            lists[prop].append(told)
        animation = []
    return tuple((prop, ",".join(values)) for prop, values in lists.items())


def _seconds(value: str) -> float:
    told = _TIME.fullmatch(value)
    return float(told[1]) / (1000 if told[2].lower() == "ms" else 1) if told else 0.0


def _timing(own: dict[str, str]) -> tuple[float, float, float]:
    """Duration and delay in seconds, and how often it runs."""
    count = own["animation-iteration-count"]
    return max(0.0, _seconds(own["animation-duration"])), _seconds(own["animation-delay"]), inf if count == "infinite" else max(0.0, number(count) or 0.0)


def _active(duration: float, count: float) -> float:
    return duration * count if duration and count else 0.0


def goes_on(own: dict[str, str]) -> bool:
    """Whether it runs for ever, or as long as a reader looks."""
    duration, delay, count = _timing(own)
    return own["animation-play-state"] != "paused" and delay <= PATIENCE < delay + _active(duration, count)


def progress(own: dict[str, str]) -> float | None:
    """The place among its frames at which an animation stands still (CSS Animations 2, Web Animations 4.8); None where it has no effect, or moves."""
    duration, delay, count = _timing(own)
    active = _active(duration, count)
    now = 0.0 if own["animation-play-state"] == "paused" else PATIENCE
    time = now - delay
    fill = own["animation-fill-mode"]
    if time < 0:
        if fill not in ("backwards", "both"):
            return None
        overall = 0.0
    elif time >= active:
        if fill not in ("forwards", "both") or count == inf:
            return None
        overall = count
    elif (now and duration < 100 * PATIENCE) or not isfinite(overall := time / duration):
        return None
    rounds = floor(overall)
    if time >= active and overall and overall == rounds:
        rounds -= 1
    inner = overall - rounds
    direction = own["animation-direction"]
    is_back = direction == "reverse" or (direction.startswith("alternate") and rounds % 2 == (direction == "alternate"))
    return 1 - inner if is_back else inner
