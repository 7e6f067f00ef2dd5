"""What was computed of one element."""

from dataclasses import dataclass
from typing import Final

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
    nowrap: bool = False
    clips: bool = False
    shadow: bool = False
    room: float = 0.0
    """Height of a small box that clips at its lower end, 0 for any other."""
    escapes: bool = False
    """`gone` by a clipping box that is not positioned: an absolutely positioned descendant is drawn all the same."""
    position: str = "static"
    display: str = "inline"
    own_ground: bool = False
    folded: bool = False
    """Whether its grid has a single row that takes no room by itself."""
    stacks: bool = False
    variables: dict[str, str] | None = None
