"""What a reader could have seen: the cascade of a page's style sheets, and what it hides, computed without a browser."""

from qnews_scraper.visibility.boxes import Hidden, Visibility
from qnews_scraper.visibility.outline import Outline

__all__ = ["Hidden", "Outline", "Visibility"]
