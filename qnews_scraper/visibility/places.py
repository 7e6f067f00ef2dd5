"""Boxes that lie off the screen, clip all of themselves, or are scaled to nothing; by what is declared, without layout."""

import re
from typing import Final

from qnews_scraper.visibility.style import Style
from qnews_scraper.visibility.values import FAINT, HEIGHT, WIDTH, colour, length, number

FAR: Final = 900.0
"""Offset in pixels beyond which a box that is moved left or up has left the screen; menus slide in from nearer."""
NEARER: Final = 500.0
"""The same for a stretch of words, which no menu or carousel is."""
LOW: Final = 500.0
"""Offset in pixels below the window beyond which what is fixed there is no bar that slides in."""
SMALL: Final = 3.0
"""A box that clips its text to so few pixels shows no letter."""

_STOP = re.compile(r"(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\([^()]*\)|#[0-9a-f]{3,8}\b|(?<![-\w])[a-z]{3,24}(?![-\w(])", re.I)
_QUARTER = re.compile(r"-?(?:90deg|0?\.25turn|100grad)")
_ON_EDGE = re.compile(rf"(?:[xy]|1 0 0|0 1 0)\s+{_QUARTER.pattern}|{_QUARTER.pattern}\s+(?:[xy]|1 0 0|0 1 0)")
_CALL = re.compile(r"([a-z3-]+[a-z0-9]*)\(([^()]*(?:\([^()]*\)[^()]*)*)\)", re.I)


def moved(declared: dict[str, str], style: Style) -> str:
    """Moved off the screen by position or margin."""
    get = declared.get
    font = style.font

    def of(prop: str, percent: float | None) -> float | None:
        value = get(prop)
        return length(value, font, percent) if value else None

    if style.position not in ("static", "sticky"):
        for near, far, size in (("left", "right", WIDTH), ("top", "bottom", HEIGHT)):
            place = of(near, size if style.position != "relative" else None)
            margin = of("margin-" + near, None) or 0.0
            limit = (NEARER if style.display == "inline" and "width" not in declared else FAR) if near == "left" else 700.0
            if place is not None and (place + margin <= -limit or place + margin >= (size if style.position == "fixed" else 5 * size if near == "left" else 20 * size)):
                return f"{style.position} at {near}:{get(near)}"
            place = of(far, size) if place is None else None
            if place is not None and (place <= (-LOW if far == "bottom" and style.position == "fixed" else -size) or (place >= size + 100 if far == "right" else place >= 20 * size)):
                return f"{style.position} at {far}:{get(far)}"
    for side in ("left", "top"):
        shift = of("margin-" + side, WIDTH)
        if shift is not None and (shift <= -999 or shift >= 5000) and (style.position in ("static", "relative") or get(side) is None):
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
    if (value := get("clip-path")) and _clips_all(value):
        return f"clip-path:{value}"
    if tag == "marquee":
        style.clips = True
    if not style.clips or (style.display == "inline" and style.position not in ("absolute", "fixed") and get("float", "none") == "none") or style.display in ("contents", "table-row", "table-cell", "table"):
        return ""
    for side, ends in (("width", ("left", "right")), ("height", ("top", "bottom"))):
        sizes = [s for p in (side, "max-" + side) if (v := get(p)) and (s := length(v, style.font, WIDTH if side == "width" else None)) is not None]
        if not sizes or min(sizes) > SMALL:
            continue
        least = get("min-" + side)
        if least and ((told := length(least, style.font, HEIGHT)) is None or told > SMALL):
            continue
        if sum(length(get(f"padding-{e}", "0"), style.font, WIDTH) or 0 for e in ends) > SMALL:
            continue
        style.escapes = style.position == "static"
        return f"{side} of {min(sizes):g}px that clips"
    if (value := get("line-height")) and (told := length(value, style.font, style.font)) is not None and told == 0 and get("height") in (None, "0", "0px"):
        return "line-height:0 that clips"
    return ""


def _clips_all(value: str) -> bool:
    found = _CALL.match(value.strip().lower())
    if found is None:
        return False
    name, inner = found[1], found[2]
    numbers = [float(n) for n in re.findall(r"-?\d*\.?\d+", inner.split("at")[0].split("round")[0])]
    if name == "inset":
        percents = [float(n or 0) for n in re.findall(r"(-?\d*\.?\d+)%|(?<![\d.])0(?:px)?(?=\s|$)", inner.split("round")[0])]
        if len(percents) != len(numbers) or not percents:
            return False
        top, right, bottom, left = (percents * 4)[:4] if len(percents) == 1 else (percents * 2)[:4] if len(percents) == 2 else (*percents, percents[1])[:4]
        return top + bottom >= 99 or left + right >= 99
    if name in ("circle", "ellipse"):
        return bool(numbers) and min(numbers) <= 1
    if name == "polygon":
        points = re.findall(r"(-?\d*\.?\d+)[a-z%]*\s+(-?\d*\.?\d+)", inner)
        return bool(points) and (len({p[0] for p in points}) == 1 or len({p[1] for p in points}) == 1)
    return False


def masked(value: str) -> bool:
    """Whether a mask lets nothing through: all colours of its gradients are transparent."""
    if "gradient(" not in value.lower() or "url(" in value.lower():
        return False
    stops = [c for word in _STOP.findall(value) if (c := colour(word)) is not None]
    return bool(stops) and all(stop[3] <= FAINT for stop in stops)


def transformed(declared: dict[str, str], style: Style) -> str:
    """Scaled to nothing, turned on edge, or moved off the screen by a transform."""
    if style.display == "inline" and style.position not in ("absolute", "fixed") and declared.get("float", "none") == "none":
        return ""
    for name, inner in _CALL.findall(declared.get("transform", "")):
        name = name.lower()
        parts = [p.strip() for p in inner.split(",")]
        values = [number(p) for p in parts]
        if name.startswith("scale") and name != "scalez" and any(v is not None and abs(v) <= 0.02 for v in values[:2]):
            return f"transform:{name}({inner})"
        if name in ("matrix", "matrix3d") and len(values) in (6, 16) and (values[0] == 0 and values[1] == 0):
            return f"transform:{name}({inner})"
        if name in ("rotatex", "rotatey") and _QUARTER.fullmatch(parts[0]):
            return f"transform:{name}({inner})"
        if name.startswith("translate") and name != "translatez":
            for part in parts[:2]:
                told = length(part, style.font)
                if told is not None and abs(told) >= FAR:
                    return f"transform:{name}({inner})"
                if part.endswith("%") and (share := number(part)) is not None and abs(share) >= 9:
                    return f"transform:{name}({inner})"
            if style.position == "fixed" and parts[0] in ("-100%", "-101%", "-110%", "-120%") and length(declared.get("left", "auto"), style.font) == 0 and name != "translatey":
                return f"transform:{name}({inner})"
    return _transformed_by_itself(declared, style.font)


def _transformed_by_itself(declared: dict[str, str], font: float) -> str:
    """The same by the properties that are one transform each (CSS Transforms 2)."""
    value = declared.get("scale", "")
    if any((told := number(p)) is not None and abs(told) <= 0.02 for p in value.split()[:2]):
        return f"scale:{value}"
    value = declared.get("rotate", "")
    if _ON_EDGE.fullmatch(value):
        return f"rotate:{value}"
    value = declared.get("translate", "")
    if any((told := length(p, font)) is not None and abs(told) >= FAR for p in value.split()[:2]):
        return f"translate:{value}"
    return ""
