"""Options: what a caller may choose, in one frozen value that is passed once."""

from dataclasses import dataclass, field

from qnews_scraper.trust import Trust


@dataclass(frozen=True, slots=True)
class Hints:
    """What a site file knows of one outlet; every field may be empty, extraction works without them."""

    name: str = ""
    title: str = ""
    """CSS selector of the headline."""
    body: str = ""
    """CSS selector of the article's container."""
    date: str = ""
    """CSS selector of the element that holds the time of publication."""
    source: str = ""
    """CSS selector of the element that holds the source (来源)."""
    next_page: str = ""
    """CSS selector of the link to the article's next page."""
    utc_offset: str = "+08:00"
    """Offset of dates that carry none."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `restore`, `repair` and `decode`; command-line flags and Scrapy settings are two spellings of it."""

    trust: Trust = Trust.LIKELY
    """CERTAIN applies only what is proven, LIKELY also what was chosen among candidates. LOST marks follow their neighbours."""
    encoding: str = ""
    """Decode as this encoding (a WHATWG label) whatever the page says; "" decides by the bytes."""
    max_bytes: int = 16 * 1024 * 1024
    """A body longer than this is rejected with a reason, after content-decoding."""
    hints: Hints = field(default_factory=Hints)

    def __post_init__(self) -> None:
        if self.trust not in (Trust.CERTAIN, Trust.LIKELY):
            raise ValueError(f"trust must be 'certain' or 'likely', not {str(self.trust)!r}")
        if self.max_bytes < 1:
            raise ValueError(f"max_bytes must be positive, not {self.max_bytes}")
