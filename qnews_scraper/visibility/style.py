"""What was computed of one element."""

from dataclasses import dataclass
from typing import Final

from qnews_scraper.visibility.effects import Effect
from qnews_scraper.visibility.values import FONT_SIZE, Colour

WHITE: Final[Colour] = (255.0, 255.0, 255.0, 1.0)
BLACK: Final[Colour] = (0.0, 0.0, 0.0, 1.0)


@dataclass(slots=True)
class Style:
    """What was computed of one element."""

    gone: str = ""
    """Why nothing of it is drawn, "" when it is."""
    veiled: str = ""
    """Why its own text cannot be read."""
    visible: str = "visible"
    opacity: float = 1.0
    font: float = FONT_SIZE
    ink: Colour = BLACK
    fill: Colour | None = None
    ground: Colour | None = WHITE
    """Colour behind its text, None behind an image."""
    indent: float = 0.0
    dent: float = 0.0
    """The indent of its lines: that of the block that they stand in."""
    nowrap: bool = False
    clips: bool = False
    shadows: tuple[Colour, ...] = ()
    """Colours of its text's shadows."""
    strokes: tuple[Colour, ...] = ()
    """Colours of the lines around its letters."""
    effects: tuple[Effect, ...] = ()
    """What is done to it, or to something around it, as one picture; outermost first."""
    painted: int = -1
    """In how many of these its background stands; -1 where nothing has painted one."""
    is_dark: bool = False
    """Whether its colours are those of a dark scheme."""
    room: float = 0.0
    """Height of a small box that clips at its lower end, 0 for any other."""
    escapes: str = ""
    """Descendants of what position are drawn although it is `gone`, by a box that clips: "absolute" ones and fixed ones, or "fixed" ones."""
    position: str = "static"
    display: str = "inline"
    own_ground: bool = False
    folded: bool = False
    """Whether all rows or columns of its grid take no room by themselves."""
    flows: str = ""
    """Where its flexible items follow each other: "row" or "column"."""
    stacks: bool = False
    variables: dict[str, str] | None = None
