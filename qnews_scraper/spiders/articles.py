"""`scrapy crawl articles`: saved pages, single addresses, or the lists of a site."""

import logging
import string
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import quote, urljoin

import scrapy
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from qnews_scraper import site as sites
from qnews_scraper.archive import read_pages
from qnews_scraper.errors import SourceError
from qnews_scraper.load import chosen_options, refused
from qnews_scraper.middlewares import asked_for, live_page, reason_of, saved_request
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.pipelines import Item
from qnews_scraper.site import Site, malformed
from qnews_scraper.text.candidates import LEGACY
from qnews_scraper.text.decode import decode
from qnews_scraper.tree import parse as parse_tree

logger = logging.getLogger(__name__)

SAMPLE: Final = Path(__file__).resolve().parents[2] / "data" / "sample" / "sample.warc.gz"
ARGUMENTS: Final = ("url", "urls", "site", "archive", "output", "verify_origin")
_DROPPED: Final = dict.fromkeys(map(ord, "\t\r\n"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the arguments (`-a name=value`) ask for: one source, and where the output goes."""

    url: str = ""
    urls: Path | None = None
    site: Site | None = None
    """Alone: crawl its lists. Beside another source: its hints for every page."""
    archive: Path | None = None
    output: Path = Path("output")
    verify_origin: bool = False
    """Fetch the address a mirror's page was copied from, and say whether title and text agree."""

    @classmethod
    def of(cls, told: Mapping[str, str]) -> Self:
        """The arguments, understood; SourceError or SiteError says in one line what is wrong with them."""
        if unknown := sorted(told.keys() - set(ARGUMENTS)):
            raise SourceError(f"unknown argument: {', '.join(unknown)}; known: {', '.join(ARGUMENTS)}")
        if empty := sorted(name for name, value in told.items() if not value.strip()):
            raise SourceError(f"argument without a value: {', '.join(empty)}")
        chosen = [name for name in ("url", "urls", "archive") if name in told]
        if len(chosen) > 1:
            raise SourceError(f"conflicting arguments: choose one of {' and '.join(chosen)}")
        if "url" in told and (wrong := malformed(told["url"])):
            raise SourceError(f"malformed url {told['url']!r}: {wrong}")
        if (verify := told.get("verify_origin", "0")) not in ("0", "1"):
            raise SourceError(f"verify_origin must be 0 or 1, not {verify!r}")
        site = sites.load(told["site"]) if "site" in told else None
        if site is None:
            sites.check()
        archive = Path(told["archive"]) if "archive" in told else None
        if not chosen and site is None:
            archive = SAMPLE
        urls = Path(told["urls"]) if "urls" in told else None
        return cls(told.get("url", ""), urls, site, archive, Path(told.get("output", "output")), verify == "1")

    def check(self) -> None:
        """Reads the first page or address of the source; SourceError when there is none."""
        if self.archive is not None:
            with_pages = read_pages(self.archive)
            if next(iter(with_pages), None) is None:
                raise SourceError(f"{self.archive}: holds no page")
        if self.urls is not None:
            self.addresses()

    def addresses(self) -> list[str]:
        """The lines of `urls`, without empty ones and comments (#); SourceError when not one of them is an address."""
        assert self.urls is not None
        try:
            text = self.urls.read_bytes().decode("utf-8-sig", "replace")
        except OSError as e:
            raise SourceError(f"{self.urls}: {e.strerror}") from e
        lines = [line.strip() for line in text.splitlines()]
        lines = [line for line in lines if line and not line.startswith("#")]
        if all(map(malformed, lines)):
            raise SourceError(f"{self.urls}: holds no http address")
        return lines


def options_of(settings: BaseSettings) -> Options:
    """The options that the settings QNEWS_... spell; SourceError when one cannot be used."""
    return chosen_options(settings["QNEWS_TRUST"], settings["QNEWS_ENCODING"], settings["QNEWS_MAX_BYTES"])


class ArticlesSpider(scrapy.Spider):
    name = "articles"

    def __init__(self, **arguments: str) -> None:
        super().__init__()
        self.wanted = Wanted.of(arguments)
        self.lists_left = (self.wanted.site.max_lists if self.wanted.site else 0) or -1
        """-1: none is followed, and it needs no word."""
        self.lists_seen: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.options = options_of(crawler.settings)
        return spider

    options = Options()

    async def start(self) -> AsyncIterator[Any]:
        """Requests one by one: Scrapy would queue a whole archive in memory if it were not made to wait."""
        try:
            for request in self._requests():
                if self.crawler.engine.needs_backout():
                    await self.crawler.signals.wait_for(signals.scheduler_empty)
                yield request
        except SourceError as e:
            logger.error("%s", e)
            self.crawler.stats.set_value("qnews/source_error", str(e))

    def _requests(self) -> Iterator[Request | Item]:
        wanted = self.wanted
        if wanted.archive is not None:
            yield from self._saved(wanted.archive)
        elif wanted.urls is not None:
            for url in wanted.addresses():
                yield self._rejected(url, f"malformed-url: {wrong}") if (wrong := malformed(url)) else self._request(url)
        elif wanted.url:
            yield self._request(wanted.url)
        elif wanted.site is not None:
            for url in wanted.site.lists:
                yield self._list_request(url, priority=1)

    def _saved(self, archive: Path) -> Iterator[Request]:
        """Every page of an archive; SourceError at the end when some of it could not be read whole."""
        hurt: list[str] = []
        for number, page in enumerate(read_pages(archive, self.options), 1):
            hurt += [w for w in page.warnings if w.startswith(("broken-record", "cut-off"))]
            yield saved_request(page, number, callback=self.parse, errback=self.failed)
        if hurt:
            raise SourceError(f"{archive}: {len(hurt)} {'record is' if len(hurt) == 1 else 'records are'} not whole ({hurt[0]}); the others were read")

    def _request(self, url: str, **more: Any) -> Request:
        return Request(url, callback=self.parse, errback=self.failed, **more)

    def _list_request(self, url: str, **more: Any) -> Request:
        """Marked as a list: where it leads, and how Scrapy spells its address, another one may come back."""
        request = self._request(url, meta={"list": True}, **more)
        self.lists_seen.add(request.url)
        return request

    def _rejected(self, url: str, reason: str) -> Item:
        return Item(Page(url=url, status=0), self.options, rejected=reason)

    def parse(self, response: Response) -> Iterable[Request | Item]:
        """An article goes to the pipelines as bytes; a list page of a known site leads to its articles."""
        saved = response.meta.get("page")
        page = saved or live_page(response)
        site = self.wanted.site or sites.for_url(page.url)
        asked = response.request.url if response.request else page.url
        if saved is None and site and page.status < 300 and (response.meta.get("list") or site.is_list(asked)):
            yield from self._parse_list(page, site)
        else:
            if response.meta.get("list"):
                self._list_failed(page.url, refused(page))
            yield Item(page, replace(self.options, hints=site.hints) if site else self.options)

    def _parse_list(self, page: Page, site: Site) -> Iterator[Request | Item]:
        links = links_of(page, self.options)
        articles = [url for url in links if site.is_article(url)]
        for url in articles:
            yield self._request(url)
        lists = [url for url in links if site.is_list(url)]
        for url in lists:
            request = self._request(url)
            if request.url in self.lists_seen:
                continue
            if self.lists_left <= 0:
                if self.lists_left == 0:
                    logger.warning("site %s: max_lists (%d) reached; %s and what it leads to are left out", site.name, site.max_lists, url)
                self.lists_left = -1
                break
            self.lists_left -= 1
            yield self._list_request(url)
        self.crawler.stats.inc_value("qnews/lists")
        if not articles and not lists:
            reason = f"list: no link on it is an article of {site.name}"
            self._list_failed(page.url, reason)
            yield Item(page, self.options, rejected=reason)

    def _list_failed(self, url: str, reason: str) -> None:
        logger.warning("list %s gives no articles: %s", url, reason)

    def failed(self, failure: Failure) -> Iterator[Request | Item]:
        """A page that could not be fetched leaves with its reason; one cut off in transfer is asked for once more and taken as it comes."""
        request: Request = failure.request  # type: ignore[attr-defined]
        if isinstance(failure.value, ResponseDataLossError) and request.meta.get("download_fail_on_dataloss", True):
            yield request.replace(meta={**request.meta, "download_fail_on_dataloss": False}, dont_filter=True)
            return
        reason = reason_of(failure.value, request)
        if request.meta.get("list"):
            self._list_failed(asked_for(request), reason)
        yield self._rejected(asked_for(request), reason)


def links_of(page: Page, options: Options) -> tuple[str, ...]:
    """The addresses a page links to, absolute, without fragment, each once, in order; spelled as a browser would ask for them."""
    read = decode(page.body, content_type=page.header("content-type") or None, options=options)
    root = parse_tree(read.text).root
    found: dict[str, None] = {}
    base = next((str(b.get("href", "")) for b in root.iter("base")), "")
    for a in root.iter("a", "area"):
        try:
            url = urljoin(urljoin(page.url, base), _spelled(str(a.get("href", "")), read.encoding)).partition("#")[0]
        except ValueError:
            continue
        if not malformed(url):
            found[url] = None
    return tuple(found)


def _spelled(href: str, encoding: str) -> str:
    """An address as a browser reads it: line ends are none, blanks are quoted, "\\" is "/", and a query is in the page's encoding."""
    path, mark, query = href.strip().translate(_DROPPED).partition("?")
    if encoding in LEGACY:
        query = quote(query, safe=string.punctuation, encoding=encoding, errors="replace")
    return f"{path.replace(chr(92), '/')}{mark}{query}".replace(" ", "%20")
