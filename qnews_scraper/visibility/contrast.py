"""Which colours cannot be told apart: those of texts near those of backgrounds, before any element is asked for its own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from qnews_scraper.visibility.blocks import declarations
from qnews_scraper.visibility.cascade import legacy_colour
from qnews_scraper.visibility.mixing import colour
from qnews_scraper.visibility.style import BLACK
from qnews_scraper.visibility.values import Colour

NEAR: Final = 14.0
"""Distance of the nearest channels up to which text cannot be told from its background."""


@lru_cache(maxsize=32)
def near(inks: frozenset[str], grounds: frozenset[str]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Those bright text colours that are near a background, those backgrounds that are near a dark text colour, and those dark text colours."""
    ink_of = {c: v for c in inks if (v := colour(c)) is not None}
    ground_of = {c: v for g in grounds for c in (g, *declared_ground(g)) if (v := colour(c)) is not None and v[3] > 0.5}
    bright = {c: v for c, v in ink_of.items() if sum(v[:3]) > 320}
    deep = {c: v for c, v in ground_of.items() if sum(v[:3]) <= 340}
    papers = _cells(ground_of.values())
    dark = {c: v for c, v in ink_of.items() if sum(v[:3]) <= 320}
    pens = _cells([*dark.values(), BLACK])
    dim = frozenset(c for c, v in deep.items() if _is_near(v, pens))
    return frozenset(c for c, v in bright.items() if _is_near(v, papers)), dim, frozenset(c for c, v in dark.items() if _is_near(v, papers)) if dim else frozenset()


def _cells(colours: Iterable[Colour]) -> dict[tuple[int, ...], set[Colour]]:
    """Colours by cells as wide as NEAR."""
    cells: defaultdict[tuple[int, ...], set[Colour]] = defaultdict(set)
    for one in colours:
        cells[tuple(int(channel // NEAR) for channel in one[:3])].add(one)
    return cells


def _is_near(one: Colour, cells: dict[tuple[int, ...], set[Colour]]) -> bool:
    red, green, blue = (int(channel // NEAR) for channel in one[:3])
    return any(
        distance(one, other) <= NEAR
        for r in (red, red - 1, red + 1)
        for g in (green, green - 1, green + 1)
        for b in (blue, blue - 1, blue + 1)
        if (r, g, b) in cells
        for other in cells[r, g, b]
    )


def distance(a: Colour, b: Colour) -> float:
    return max(abs(x - y) for x, y in zip(a[:3], b[:3], strict=True))


def declared_ground(value: str) -> tuple[str, ...]:
    """The colour inside a background shorthand."""
    found = declarations(f"background:{value}").get("background-color")
    return (found[0].lower(),) if found else ()


def stated_colours(attributes: dict[str, str], style: str) -> Iterator[tuple[str, str]]:
    """Colours that attributes state: (property, value)."""
    if "olor" in style or "ackground" in style or "OLOR" in style:
        for prop, (value, _) in declarations(style).items():
            if prop in ("color", "background-color"):
                yield prop, value.lower()
    for name, prop in (("color", "color"), ("text", "color"), ("bgcolor", "background-color")):
        stated = attributes.get(name)
        if stated:
            yield prop, legacy_colour(stated).lower()
