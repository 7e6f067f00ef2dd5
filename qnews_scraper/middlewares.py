"""Between Scrapy's engine and its sources: saved pages as responses, responses as pages, redirects that do not vanish, robots.txt."""

import logging
import math
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any, Final, Self

from scrapy import Request, signals
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import CannotResolveHostError, DownloadCancelledError, DownloadConnectionRefusedError, DownloadTimeoutError, IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred

from qnews_scraper.page import Page

logger = logging.getLogger(__name__)


def _in_one_line(record: logging.LogRecord) -> bool:
    record.exc_info = None
    return True


# a host that is down is news for one line, not for a traceback of eighty; the page itself is in rejected.jsonl
logging.getLogger("scrapy.downloadermiddlewares.robotstxt").addFilter(_in_one_line)

SAVED_META = {
    "download_slot": "archive",
    "dont_obey_robotstxt": True,
    "dont_redirect": True,
    "dont_retry": True,
    "dont_merge_cookies": True,
}
"""A saved page was served once already: it is neither redirected nor retried, and no live host hears of it."""

FAILURES: Final = {
    DownloadTimeoutError: "timeout",
    CannotResolveHostError: "no-host",
    DownloadConnectionRefusedError: "refused",
    DownloadCancelledError: "too-large",
    IgnoreRequest: "ignored",
}
"""Kinds of `rejected.jsonl` for pages that could not be fetched; anything else is "download"."""


def saved_request(page: Page, number: int, **more: Any) -> Request:
    """The request that `SavedPages` answers with the page itself."""
    return Request(f"archive://page/{number}", meta={**SAVED_META, "page": page}, dont_filter=True, **more)


class SavedPages(BaseDownloadHandler):
    """Serves pages of an archive as responses, so that they pass the scheduler, the downloader and the spider as live ones do.

    The page travels with its request: its body is content-decoded already, so the headers that speak of the
    transfer are left out.
    """

    lazy = False

    async def download_request(self, request: Request) -> Response:
        page: Page = request.meta["page"]
        content_type = page.header("content-type")
        headers = {"Content-Type": content_type} if content_type else {}
        return Response(page.url or request.url, status=page.status, headers=headers, body=page.body)


class FollowRedirects(RedirectMiddleware):
    """Scrapy's redirects, save one thing: a page that redirects to itself, as for a cookie, is asked again.

    Scrapy's filter of seen addresses would drop that request, and the page would vanish without callback or
    errback. REDIRECT_MAX_TIMES ends a loop, and the errback says so.
    """

    def _redirect(self, redirected: Request, request: Request, reason: Any) -> Request:
        redirected = super()._redirect(redirected, request, reason)
        fingerprint = self.crawler.request_fingerprinter.fingerprint
        if fingerprint(redirected) == fingerprint(request):
            redirected.dont_filter = True
        return redirected


class ObeyRobots(RobotsTxtMiddleware):
    """Scrapy's, save two things: all requests that wait for one robots.txt obey it, and one that is not to be had allows nothing.

    In Scrapy 2.19 they wait for one Deferred, and asyncio's first waiter leaves None in it for the next: of four
    forbidden pages asked for at once, the third and fourth were fetched. It also reads the body of an error page
    as rules. Here RFC 9309 holds: 4xx is no robots.txt; 429, 5xx and a failed transfer forbid the whole host, for
    this run. A host that cannot be reached at all says so itself for each page.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._unread: dict[str, str] = {}

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        if why := self._unread.get(urlparse_cached(request).netloc):
            raise IgnoreRequest(f"robots.txt could not be read: {why}")
        super().process_request_2(rp, request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status == HTTPStatus.TOO_MANY_REQUESTS or response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            logger.warning("%s: robots.txt answers %d; nothing is fetched from there in this run", netloc, response.status)
            self._unread[netloc] = f"it answers {response.status}"
        if response.status >= HTTPStatus.BAD_REQUEST:
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        if not isinstance(exc, (CannotResolveHostError, DownloadConnectionRefusedError, IgnoreRequest)):
            self._unread[netloc] = " ".join(str(exc).split()) or type(exc).__name__
        super()._robots_error(exc, netloc)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        coming = self._parsers.get(urlparse_cached(request).netloc)
        if not isinstance(coming, Deferred):
            return await super().robot_parser(request)
        own: Deferred[RobotParser | None] = Deferred()

        def hand_on(parser: RobotParser | None) -> RobotParser | None:
            own.callback(parser)
            return parser

        coming.addCallback(hand_on)
        return await maybe_deferred_to_future(own)


class CrawlDelay:
    """Honours the Crawl-delay of robots.txt, which Scrapy reads and does not use."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.longest = crawler.settings.getfloat("CRAWL_DELAY_MAX")
        self.user_agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"] or crawler.settings["USER_AGENT"]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.robots_parsed, signals.robots_parsed)
        return extension

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        told = robotparser.crawl_delay(self.user_agent)
        if told is None or not math.isfinite(told) or told <= 0:
            return
        host = urlparse_cached(request).hostname or ""
        if told > self.longest:
            logger.warning("%s asks for a Crawl-delay of %g s; CRAWL_DELAY_MAX makes it %g s", host, told, self.longest)
        downloader = self.crawler.engine.downloader
        delay = max(min(told, self.longest), self.crawler.settings.getfloat("DOWNLOAD_DELAY"))
        # for the slot as it stands, and for the one that is made anew after a minute without requests
        downloader.per_slot_settings[host] = {"delay": delay, "concurrency": 1, "jitter": 0.0}
        if host in downloader.slots:
            slot = downloader.slots[host]
            slot.delay, slot.concurrency, slot.jitter = delay, 1, 0.0


def live_page(response: Response) -> Page:
    """What came over the wire, as bytes; the text is for the decode step to read (Scrapy's own guess loses it on one bad byte)."""
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, values in response.headers.items() for value in values)
    cut = ("cut-off: the server closed the connection before the page's end",) if "dataloss" in response.flags else ()
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Page(url=response.url, body=response.body, headers=headers, status=response.status, fetched_at=now, warnings=cut)


def reason_of(error: BaseException | None, request: Request) -> str:
    """Why a request failed, "kind: evidence" in one line."""
    kind = next((kind for known, kind in FAILURES.items() if isinstance(error, known)), "download")
    told = " ".join(str(error).split()) or type(error).__name__
    if "robots.txt" in told:
        kind = "robots"
    elif "exceeded DOWNLOAD_MAXSIZE" in told:
        kind = "too-large"
    elif "redirections" in told:
        kind, told = "redirect", f"{told}: {' -> '.join([*request.meta.get('redirect_urls', []), request.url])}"
    return f"{kind}: {told}"


def asked_for(request: Request) -> str:
    """The address that was asked for, before any redirect."""
    first: str = request.meta.get("redirect_urls", [request.url])[0]
    return first
