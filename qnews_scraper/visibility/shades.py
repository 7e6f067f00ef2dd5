"""The colours of a text and of what lies behind it, as they are declared, and whether the one can be told from the other."""

import re
from functools import lru_cache
from typing import Final

from qnews_scraper.visibility.blocks import COLOUR_TOKEN, NO_COLOUR
from qnews_scraper.visibility.cascade import legacy_colour
from qnews_scraper.visibility.contrast import NEAR, distance
from qnews_scraper.visibility.effects import Effect, functions, seen
from qnews_scraper.visibility.mixing import colour
from qnews_scraper.visibility.style import WHITE, Style
from qnews_scraper.visibility.values import FAINT, Colour, length, over

_NIGHT: Final[Colour] = (18.0, 18.0, 18.0, 1.0)
"""The paper of a dark scheme in Chromium."""
_DEEPEST: Final = 32
_CURRENT = re.compile("currentcolor", re.I)
_LIGHT_DARK = re.compile(r"light-dark\(", re.I)
_NOTHING = re.compile(r"(?:^|\s)0(?:px|%|em)?(?=\s|$)")
_MADE: Final = ("-mix", "from ", "-dark", "contrast-", "urrent", "URRENT", "light-")

LOST: Final = "text in the colour of its background"


def take(declared: dict[str, str], style: Style, parent: Style, *, is_root: bool) -> None:
    """The colours that an element declares, and what is done to them."""
    get = declared.get
    if value := get("color-scheme"):
        words = value.lower().split()
        style.is_dark = "dark" in words and "light" not in words
        if is_root and style.is_dark:
            style.ink, style.ground = WHITE, _NIGHT
    if (value := get("color")) and value.lower() not in ("inherit", "currentcolor"):
        style.ink = _colour(legacy_colour(value), parent.ink, style) or style.ink
    elif value:
        style.ink = parent.ink
    if value := get("-webkit-text-fill-color"):
        style.fill = _colour(value, style.ink, style) if value.lower() != "inherit" else parent.fill
    strokes = get("-webkit-text-stroke") or get("-webkit-text-stroke-width")
    if strokes and not _NOTHING.search(strokes):
        style.strokes = _inks(f"{strokes} {get('-webkit-text-stroke-color', '')}", style)
    if value := get("text-shadow"):
        style.shadows = parent.shadows if value == "inherit" else () if value.lower() == "none" else _inks(value, style)
    mode = get("mix-blend-mode", "normal").lower()
    functions_of = get("filter", "none").lower()
    if len(parent.effects) < _DEEPEST and (mode != "normal" or functions_of != "none" or style.stacks or get("isolation") == "isolate"):
        style.effects = (*parent.effects, Effect(mode, "" if functions_of == "none" else functions_of, parent.ground, parent.painted))
    if "inset" in get("box-shadow", ""):
        style.ground = None
    elif (get("background-clip") or get("-webkit-background-clip") or "").lower() == "text":
        _clip_to_text(declared, style)
    else:
        _paint(declared, style)


def _colour(value: str, current: Colour, style: Style) -> Colour | None:
    """A declared colour; what it says of the colour of text, or of the scheme, is that of the element."""
    if not any(sign in value for sign in _MADE):
        return colour(value)
    if style.is_dark:
        value = _LIGHT_DARK.sub("-dark(", value)
    return colour(_CURRENT.sub("rgb({:g} {:g} {:g} / {:g})".format(*current), value))


def _inks(value: str, style: Style) -> tuple[Colour, ...]:
    """The colours of shadows or strokes; that of the text where none is said."""
    told = [ink for word in COLOUR_TOKEN.findall(value) if (ink := _colour(word, style.fill or style.ink, style)) is not None]
    return tuple(told) or (style.fill or style.ink,)


def _own_ground(declared: dict[str, str], style: Style) -> tuple[Colour, ...] | None:
    """The colours that a background is painted in, from the lowest; None for a picture."""
    value = declared.get("background-color")
    own = _colour(value, style.fill or style.ink if style.fill is None else style.ink, style) if value else None
    image = declared.get("background-image", "none").lower()
    size = declared.get("background-size", "")
    if image == "none" or (size and "gradient(" in image and _NOTHING.search(size)):
        return () if own is None else (own,)
    if "gradient(" not in image or "url(" in image or size or declared.get("background-repeat", "repeat") != "repeat":
        return None
    stops = [stop for word in COLOUR_TOKEN.findall(image) if word not in NO_COLOUR and (stop := _colour(word, style.ink, style)) is not None]
    if not stops or any(distance(stop, stops[0]) > NEAR or stop[3] <= 0.9 for stop in stops):
        return None
    return (stops[0],)


def _paint(declared: dict[str, str], style: Style) -> None:
    if "background-color" not in declared and "background-image" not in declared:
        return
    layers = _own_ground(declared, style)
    if layers is None:
        value = declared.get("background-color")
        style.own_ground = bool(value and (own := _colour(value, style.ink, style)) is not None and own[3] > 0.9)
        style.ground = None
        style.painted = len(style.effects)
        return
    for own in layers:
        if own[3] > 0.02:
            style.own_ground = own[3] > 0.9
            style.ground = over(own, style.ground or WHITE) if own[3] > 0.9 or style.ground is not None else None
            style.painted = len(style.effects)


def _clip_to_text(declared: dict[str, str], style: Style) -> None:
    """A background that is drawn within the letters only: what shows of it is their colour."""
    layers = _own_ground(declared, style)
    ink = style.fill or style.ink
    if not layers or style.ground is None:
        style.ground = None
    elif ink[3] <= 0.9:
        style.fill = over(ink, over(layers[-1], style.ground))


def why_lost(style: Style) -> str:
    """Why a text cannot be told from what lies behind it; "" where it can, or where a picture does."""
    ink, ground = style.fill or style.ink, style.ground
    if ground is None:
        return ""
    if style.effects and any(effect.mode != "normal" or effect.filter for effect in style.effects):
        told = seen(ink, ground, style.effects, style.painted)
        if told is None or style.strokes or style.shadows:
            return ""
        return LOST if _is_lost(*told) else ""
    if any(not _is_lost(shade, ground) for shade in (*style.strokes, *style.shadows)):
        return ""
    if ink[3] <= FAINT:
        return "transparent text"
    return LOST if _is_lost(ink, ground) else ""


@lru_cache(maxsize=256)
def _is_lost(ink: Colour, ground: Colour) -> bool:
    """Whether text cannot be told from its background; a page has few of either."""
    return distance(over(ink, ground), ground) <= NEAR


def smears(value: str, font: float) -> bool:
    """Whether a filter blurs text until nothing of it is left."""
    return any(name == "blur" and (told := length(inner.strip(), font)) is not None and told >= max(20.0, 1.5 * font) for name, inner in functions(value))
