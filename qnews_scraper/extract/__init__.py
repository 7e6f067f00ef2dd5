"""Clean tree to fields: body, title, dates, byline, images. Guessing and judging are apart."""

from qnews_scraper.extract.article import extract
from qnews_scraper.extract.fields import Fields
from qnews_scraper.extract.pages import join, next_pages

__all__ = ["Fields", "extract", "join", "next_pages"]
