"""Repair and clean mojibake-laden Chinese news pages into structured articles."""

from qnews_scraper.archive import read_pages
from qnews_scraper.article import Article
from qnews_scraper.ledger import Repaired, undo
from qnews_scraper.load import load
from qnews_scraper.options import Options
from qnews_scraper.page import Edit, Page, Removal
from qnews_scraper.restore import Restored, repair, restore
from qnews_scraper.text.decode import Decoded, decode
from qnews_scraper.trust import Trust

__all__ = [
    "Article",
    "Decoded",
    "Edit",
    "Options",
    "Page",
    "Removal",
    "Repaired",
    "Restored",
    "Trust",
    "decode",
    "load",
    "read_pages",
    "repair",
    "restore",
    "undo",
]
