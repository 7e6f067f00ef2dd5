"""Boxes that lie off the screen, clip all of themselves, or are scaled to nothing; by what is declared, without layout."""

import re
from typing import Final

from qnews_scraper.visibility.colours import luminance
from qnews_scraper.visibility.mixing import colour
from qnews_scraper.visibility.style import Style
from qnews_scraper.visibility.transforms import IDENTITY, Matrix, flattens, shift
from qnews_scraper.visibility.values import FAINT, HEIGHT, WIDTH, length

FAR: Final = 900.0
"""Offset in pixels beyond which a box that is moved left or up has left the screen; menus slide in from nearer."""
NEARER: Final = 500.0
"""The same for a stretch of words, which no menu or carousel is."""
LOW: Final = 500.0
"""Offset in pixels below the window beyond which what is fixed there is no bar that slides in."""
SMALL: Final = 3.0
"""A box that clips its text to so few pixels shows no letter."""

_STOP = re.compile(r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|#[0-9a-f]{3,8}\b|(?<![-\w])[a-z]{3,24}(?![-\w(])", re.I)
_NO_SIZE = re.compile(r"0(?:px|%)?(?:\s|$)|\S+\s+0(?:px|%)?$")
_BY_ITSELF = re.compile(r"translate(?:x|3d)?\(\s*-(?:100|101|110|120)%", re.I)


_INTRINSIC: Final = frozenset(["contain-intrinsic-size", "contain-intrinsic-height", "contain-intrinsic-block-size", "aspect-ratio"])


def moved(declared: dict[str, str], style: Style, made: Matrix = IDENTITY) -> str:
    """Moved off the screen by position or margin, and not back again by a transform."""
    get = declared.get
    font = style.font

    def of(prop: str, percent: float | None) -> float | None:
        value = get(prop)
        return length(value, font, percent) if value else None

    if style.position not in ("static", "sticky"):
        for by, (near, far, size) in zip(shift(made), (("left", "right", WIDTH), ("top", "bottom", HEIGHT)), strict=True):
            place = of(near, size if style.position != "relative" else None)
            margin = (of("margin-" + near, None) or 0.0) + by
            limit = (NEARER if style.display == "inline" and not (of("width", WIDTH) or 0.0) > SMALL else FAR) if near == "left" else 700.0
            if place is not None and (place + margin <= -limit or place + margin >= (size if style.position == "fixed" else 5 * size if near == "left" else 20 * size)):
                return f"{style.position} at {near}:{get(near)}"
            place = of(far, size) if place is None else None
            if place is not None and (place <= (-LOW if far == "bottom" and style.position == "fixed" else -size) or (place >= size + 100 if far == "right" else place >= 20 * size)):
                return f"{style.position} at {far}:{get(far)}"
    for side in ("left", "top"):
        out = of("margin-" + side, WIDTH)
        if out is not None and style.position == "relative":
            back = of(side, None)
            out += back if back is not None else -(of("right" if side == "left" else "bottom", None) or 0.0)
        if out is not None and (out <= -999 or out >= 5000) and (style.position in ("static", "relative") or get(side) is None):
            return f"margin-{side}:{get('margin-' + side)}"
    return ""


def clipped(tag: str, declared: dict[str, str], style: Style) -> str:
    """Clipped to nothing, by its own size or by clip and clip-path."""
    get = declared.get
    if style.position in ("absolute", "fixed") and (value := get("clip")) and (found := re.match(r"rect\(([^)]*)\)", value)):
        parts = [length(p, style.font) for p in re.split(r"[\s,]+", found[1].strip())]
        if len(parts) == 4:
            top, right, bottom, left = parts
            if (right is not None and right - (left or 0) <= SMALL) or (bottom is not None and bottom - (top or 0) <= SMALL):
                return f"clip:{value}"
    if tag == "marquee":
        style.clips = True
    contain = get("contain", "").lower()
    if contain in ("strict", "content") or "paint" in contain:
        style.clips = True
    if not style.clips or (style.display == "inline" and style.position not in ("absolute", "fixed") and get("float", "none") == "none") or style.display in ("contents", "table-row", "table-cell", "table"):
        return ""
    for side, ends in (("width", ("left", "right")), ("height", ("top", "bottom"))):
        other, own = get("overflow-y" if side == "width" else "overflow-x", ""), get("overflow-x" if side == "width" else "overflow-y", "visible")
        if (other.lower() == "clip" and own.lower() == "visible") or (own.lower() == "clip" and (length(get("overflow-clip-margin", "0"), style.font) or 0.0) > SMALL):
            continue
        sizes = [s for p in (side, "max-" + side) if (v := get(p)) and (s := length(v, style.font, WIDTH if side == "width" else None)) is not None]
        if side == "height" and not sizes and ("size" in contain.split() or contain == "strict") and not _INTRINSIC & declared.keys():
            sizes = [0.0]  # what is contained takes no room (CSS Containment 1, section 3.1)
        if not sizes or min(sizes) > SMALL:
            continue
        least = get("min-" + side)
        if least and ((told := length(least, style.font, HEIGHT)) is None or told > SMALL):
            continue
        if sum(length(get(f"padding-{e}", "0"), style.font, WIDTH) or 0 for e in ends) > SMALL:
            continue
        style.escapes = "" if get("transform", "none") != "none" or get("filter", "none") != "none" else "absolute" if style.position == "static" else "fixed"
        return f"{side} of {min(sizes):g}px that clips"
    if (value := get("line-height")) and (told := length(value, style.font, style.font)) is not None and told == 0 and get("height") in (None, "0", "0px"):
        return "line-height:0 that clips"
    return ""


def masked(value: str, mode: str, size: str) -> bool:
    """Whether a mask lets nothing through: all colours of its gradients are transparent, or dark where it goes by brightness, or they take no room."""
    if value.lower() != "none" and _NO_SIZE.match(size):
        return True
    if "gradient(" not in value.lower() or "url(" in value.lower():
        return False
    stops = [c for word in _STOP.findall(value) if (c := colour(word)) is not None]
    if "luminance" in mode:
        return bool(stops) and all(luminance(stop) * stop[3] <= FAINT for stop in stops)
    return bool(stops) and all(stop[3] <= FAINT for stop in stops)


def transformed(declared: dict[str, str], style: Style, made: Matrix) -> str:
    """Scaled to nothing, turned on edge or away, or moved off the screen by a transform."""
    if made is IDENTITY:
        return ""
    why = "; ".join(f"{prop}:{value}" for prop in ("translate", "rotate", "scale", "transform") if (value := declared.get(prop, "none")) != "none")
    if flattens(made, declared.get("backface-visibility") == "hidden"):
        return why
    for moved_by, (near, far, size) in zip(shift(made), (("left", "right", WIDTH), ("top", "bottom", HEIGHT)), strict=True):
        place = 0.0
        if style.position != "static":
            percent = size if style.position != "relative" else None
            told, back = length(declared.get(near, "auto"), style.font, percent), length(declared.get(far, "auto"), style.font, percent)
            place = told if told is not None else -back if back is not None and style.position == "relative" else 0.0
        if abs(moved_by) >= FAR and abs(moved_by + place) >= FAR:
            return why
    if style.position == "fixed" and length(declared.get("left", "auto"), style.font) == 0 and _BY_ITSELF.search(declared.get("transform", "")):
        return why
    return ""
