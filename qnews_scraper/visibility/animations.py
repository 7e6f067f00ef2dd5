"""What animations have made of an element when a reader looks at it (CSS Animations 1 and 2).

The reader is taken to look long after the page has loaded: what ends has ended, what has long to wait for still waits, and what
never ends goes through all its frames.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from qnews_scraper.visibility.blocks import Declarations, declarations
from qnews_scraper.visibility.timing import INITIAL, goes_on, progress
from qnews_scraper.visibility.values import number

_FRAME = re.compile(r"\s*([^{}]*)\{([^{}]*)\}")

Frame = tuple[float, Declarations]


@lru_cache(maxsize=256)
def frames(block: str) -> tuple[Frame, ...]:
    """The frames of a block of @keyframes, in order: where each is, from 0 to 1, and what it declares; what is important there counts for nothing."""
    found: dict[float, Declarations] = {}
    for when, how in _FRAME.findall(block):
        own = {prop: value for prop, value in declarations(how).items() if not value[1]}
        for word in when.split(","):
            at = {"from": 0.0, "to": 1.0}.get(word.strip().lower())
            if at is None and word.strip().endswith("%"):
                at = number(word)
            if at is not None and 0 <= at <= 1:
                found[at] = {**found.get(at, {}), **own}
    return tuple(sorted(found.items(), key=lambda frame: frame[0]))


def shown(declared: Mapping[str, str], known: Mapping[str, str]) -> tuple[dict[str, str | None], bool]:
    """What the animations of an element, `known` by their names, make of its properties; None for one that changes for ever, or is not told.

    Beside it, whether they are all told: without those of unread sheets, and of scripts that let them run.
    """
    if declared.get("display", "").lower() == "none":  # what has no box is not animated
        return {}, True
    lists = {prop: [part.strip() for part in declared.get(prop, initial).split(",")] for prop, initial in INITIAL.items()}
    found: dict[str, str | None] = {}
    are_told = True
    for i, name in enumerate(lists["animation-name"]):
        name = name.strip("\"'")
        if name.lower() == "none" or lists["animation-timeline"][i % len(lists["animation-timeline"])].lower() == "none":
            continue
        own = {prop: values[i % len(values)].lower() for prop, values in lists.items()}
        if name not in known or own["animation-timeline"] != "auto":
            are_told = False
            continue
        are_told = are_told and own["animation-play-state"] != "paused"
        steps = frames(known[name])
        at = progress(own)
        if at is not None:
            found.update(_between(steps, at, declared))
        elif goes_on(own):
            found.update(_always(steps))
    return found, are_told


def _between(steps: tuple[Frame, ...], at: float, declared: Mapping[str, str]) -> dict[str, str | None]:
    """The properties at one place among the frames."""
    found: dict[str, str | None] = {}
    for prop in {prop: None for _, own in steps for prop in own}:
        stated = [(place, own[prop][0]) for place, own in steps if prop in own]
        exact = next((value for place, value in stated if place == at), None)
        if exact is not None:
            found[prop] = exact
            continue
        if at in (0.0, 1.0):
            continue
        before = next(((p, v) for p, v in reversed(stated) if p < at), (0.0, declared.get(prop, "")))
        after = next(((p, v) for p, v in stated if p > at), (1.0, declared.get(prop, "")))
        low, high = number(before[1] or "1"), number(after[1] or "1")
        if before[1] == after[1]:
            found[prop] = before[1]
        elif prop == "opacity" and low is not None and high is not None:
            found[prop] = f"{low + (high - low) * (at - before[0]) / (after[0] - before[0]):.6f}"
        else:
            found[prop] = None
    return found


def _always(steps: tuple[Frame, ...]) -> dict[str, str | None]:
    """The properties that stay as they are through all frames."""
    found: dict[str, str | None] = {}
    for prop in {prop: None for _, own in steps for prop in own}:
        stated = {own[prop][0] if prop in own else None for place, own in steps if prop in own or place in (0.0, 1.0)}
        is_whole = {0.0, 1.0} <= {place for place, _ in steps}
        found[prop] = stated.pop() if len(stated) == 1 and is_whole else None
    return found
