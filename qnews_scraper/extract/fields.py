"""Fields: what extraction finds on one page."""

from dataclasses import dataclass

from qnews_scraper.page import LeftOut


@dataclass(frozen=True, slots=True)
class Fields:
    """The content fields of an Article; a field that holds several values holds them one a line.

    Where the page is no article, `rejected` says why and the other fields hold what was seen all the same.
    """

    title: str = ""
    text: str = ""
    date_published: str = ""
    date_modified: str = ""
    date_raw: str = ""
    authors: str = ""
    editors: str = ""
    source: str = ""
    section: str = ""
    description: str = ""
    keywords: str = ""
    images: str = ""
    image_captions: str = ""
    links: str = ""
    language: str = ""
    canonical_url: str = ""
    field_origins: str = ""
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    rejected: str = ""
    """"" for an article; else "kind: evidence", for example "list page: 48 of 52 lines are links"."""
