"""The pipelines: decode, repair, cleanse, extract, (join, verify), validate, deduplicate, write.

Each is one step of `restore` with Scrapy's signature. A page that is rejected passes the remaining steps
untouched and is written with its reason; what fails outside the pipelines is written too. With QNEWS_WORKERS
the first four are taken in another process.
"""

import asyncio
import logging
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DropItem, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from twisted.python.failure import Failure

from qnews_scraper.article import Article
from qnews_scraper.errors import OutputError, QnewsError
from qnews_scraper.load import refused
from qnews_scraper.middlewares import live_page, reason_of
from qnews_scraper.options import Options
from qnews_scraper.page import Page, lost_places
from qnews_scraper.parts import agreement, further, joined, restore_with_further
from qnews_scraper.report.terminal import print_summary
from qnews_scraper.restore import Restored, cleansed, decoded, extracted, failed, repaired, unreadable
from qnews_scraper.site import malformed
from qnews_scraper.tree import Tree
from qnews_scraper.trust import Trust
from qnews_scraper.workers import Workers
from qnews_scraper.writer import Output, Rejected, page_id

logger = logging.getLogger(__name__)


MAX_PARTS: Final = 50
"""Pages of one article at most."""


@dataclass(slots=True, repr=False)
class Item:
    """A page on its way through the pipelines, with what was made of it so far."""

    page: Page
    options: Options
    tree: Tree | None = None
    article: Article | None = None
    rejected: str = ""
    """Why it gives no article, "kind: evidence"; "" so far as it may."""
    further: tuple[str, ...] = ()
    """Addresses of the article's further pages, in order."""
    parts: list[Page] = field(default_factory=list)
    """Those pages, once joined."""

    @property
    def waits(self) -> bool:
        """Whether it is still to be decided what the page gives."""
        return self.article is None and not self.rejected

    def __repr__(self) -> str:
        return f"<{self.page.url or self.page.archive_file}{' ' + self.rejected if self.rejected else ''}>"


class Restore:
    """The four steps below in one, in another process; idle without QNEWS_WORKERS."""

    def __init__(self, crawler: Crawler) -> None:
        count = crawler.settings.getint("QNEWS_WORKERS")
        if count < 1:
            raise NotConfigured
        self.workers = Workers(count)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_item(self, item: Item) -> Item:
        item.rejected = item.rejected or refused(item.page)
        if item.waits:
            done, item.further = await self.workers.restore(item.page, item.options)
            item.page, item.article, item.rejected = done.page, done.article, done.rejected
        return item

    def close_spider(self) -> None:
        self.workers.close()


class Decode:
    """Bytes to text, by the browser's rules and better ones; what is no page at all ends here."""

    def process_item(self, item: Item) -> Item:
        if item.waits:
            item.rejected = refused(item.page) or unreadable(item.page, item.options)
        if item.waits:
            item.page = decoded(item.page, item.options)
        return item


class Repair:
    """Wrong decoding and lost bytes, mended in the text."""

    def process_item(self, item: Item) -> Item:
        if item.waits:
            item.page = repaired(item.page, item.options)
        return item


class Cleanse:
    """Hidden and foreign matter, taken out of the tree."""

    def process_item(self, item: Item) -> Item:
        if item.waits:
            item.page, item.tree = cleansed(item.page, item.options)
        return item


class Extract:
    """The article's fields."""

    def process_item(self, item: Item) -> Item:
        if item.waits and item.tree is not None:
            done = extracted(item.page, item.tree, item.options)
            item.page, item.article, item.rejected = done.page, done.article, done.rejected
            item.further = further(item.tree, item.page, item.options) if done.article else ()
            item.tree = None
        return item


class Join:
    """An article over several pages, whole: the further pages of a live one are fetched and joined in order.

    In an archive each page stays an article of its own: its other pages may stand anywhere in the file, or nowhere.
    The id speaks of all pages: one that was missing before, or has changed, makes another version.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_item(self, item: Item) -> Item:
        if item.article is None or item.rejected or not item.further or item.page.archive_file:
            return item
        articles = [item.article]
        queue = list(item.further)
        seen = {item.page.url, *queue}
        while queue and len(articles) < MAX_PARTS:
            url = queue.pop(0)
            part, more = await fetched(self.crawler, url, item.options)
            if part.article is None:
                item.page = replace(item.page, warnings=(*item.page.warnings, f"pages: {url} is missing: {part.rejected}"))
                articles[0] = replace(articles[0], warnings="\n".join(item.page.warnings))
                continue
            articles.append(part.article)
            item.parts.append(part.page)
            new = [u for u in more if u not in seen]
            seen.update(new)
            queue += new
        item.article = joined(articles)
        if item.parts:
            item.article = replace(item.article, id=page_id(item.article.url, "\n".join(a.body_sha256 for a in articles)))
        return item


class VerifyOrigin:
    """With -a verify_origin=1: whether the page that a mirror copied still says the same, as a warning of the article."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.spider.wanted.verify_origin:  # type: ignore[union-attr]
            raise NotConfigured
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_item(self, item: Item) -> Item:
        if item.article is not None and not item.rejected and item.article.origin_url:
            url = item.article.origin_url
            theirs, _ = await fetched(self.crawler, url, item.options)
            said = agreement(item.article, theirs.article) if theirs.article else f"not verified: {theirs.rejected}"
            item.page = replace(item.page, warnings=(*item.page.warnings, f"origin: {url} {said}"))
            item.article = replace(item.article, warnings="\n".join(filter(None, (item.article.warnings, f"origin: {url} {said}"))))
        return item


class Validate:
    """Nothing leaves that is not what the schema says."""

    def process_item(self, item: Item) -> Item:
        if item.article is not None and (problems := item.article.problems()):
            item.rejected = f"invalid: {'; '.join(problems)}"
        return item


class Deduplicate:
    """An article that is written already, by this run or an earlier one, is not written again."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Item) -> Item:
        write = self.crawler.get_item_pipeline(Write)
        if item.article is not None and not item.rejected and write is not None and write.output is not None:
            item.rejected = write.output.claim(item.article)
        return item


class Write:
    """Articles, their ledger and what was rejected, durably (see writer); counts for the summary."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.output: Output | None = None
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.request_dropped, signals.request_dropped)
        crawler.signals.connect(pipeline.item_error, signals.item_error)
        crawler.signals.connect(pipeline.spider_error, signals.spider_error)
        return pipeline

    def open_spider(self) -> None:
        try:
            self.output = Output(self.crawler.spider.wanted.output, self.crawler.settings.getfloat("QNEWS_SYNC_SECONDS"))  # type: ignore[union-attr]
        except QnewsError as e:
            logger.error("%s", e)
            raise CloseSpider("output") from e
        for line in self.output.told:
            logger.warning("%s", line)

    def process_item(self, item: Item) -> Item:
        if self.output is None:
            raise DropItem("the output is closed")
        self._count("pages")
        try:
            if item.rejected == "already":
                assert item.article is not None
                self.output.complete(item.article, item.page, item.parts)
                self._count("already")
                raise DropItem(item.rejected)
            if item.rejected or item.article is None:
                self._reject(item.page, item.rejected or "internal-error: neither article nor reason")
                raise DropItem(item.rejected)
            self.output.write(item.article, item.page, item.parts)
        except OutputError as e:
            self._give_up(e)
            raise DropItem(str(e)) from e
        self._count("articles")
        for page in (item.page, *item.parts):
            self._count_ledger(page)
        return item

    def close_spider(self) -> None:
        if self.output is None:
            return
        try:
            self.output.close()
        except OSError as e:
            self._give_up(e)
        if self.crawler.settings.getbool("QNEWS_SUMMARY"):
            print_summary(counts(self.crawler), self.output.folder)

    def request_dropped(self, request: Request) -> None:
        """A redirect to an address this crawl has seen: Scrapy lets it fall without a word."""
        if chain := request.meta.get("redirect_urls"):
            self._lost(chain[0], f"redirect: leads to an address of this crawl: {' -> '.join([*chain, request.url])}")

    def item_error(self, item: Any, failure: Failure) -> None:
        if isinstance(item, Item):
            self._lost(item.page, failed(item.page, failure.value).rejected)

    def spider_error(self, failure: Failure, response: Response | None) -> None:
        if response is not None:
            self._lost(response.url, f"internal-error: {type(failure.value).__name__}: {failure.value}")

    def _lost(self, page: Page | str, reason: str) -> None:
        if self.output is None:
            return
        self._count("pages")
        try:
            self._reject(Page(url=page, status=0) if isinstance(page, str) else page, " ".join(reason.split()))
        except OutputError as e:
            self._give_up(e)

    def _reject(self, page: Page, reason: str) -> None:
        assert self.output is not None
        rejected = Rejected.of(page, reason)
        self.output.reject(rejected)
        self._count("rejected")
        self._count(f"rejected/{rejected.kind}")

    def _give_up(self, error: Exception) -> None:
        """A full disk ends the crawl: pages read from here on would be lost."""
        if self._closing is None:
            logger.error("%s", error)
            self.crawler.stats.set_value("qnews/source_error", str(error))
            self._closing = asyncio.get_running_loop().create_task(self.crawler.engine.close_spider_async(reason="output"))

    def _count(self, key: str, by: int = 1) -> None:
        self.crawler.stats.inc_value(f"qnews/{key}", by)

    def _count_ledger(self, page: Page) -> None:
        self._count("lost", lost_places(page.text))
        for done in page.passes:
            if done.edits:
                self._count(f"damage/{done.name}", len(done.edits))
        for removal in page.removals:
            if removal.trust is not Trust.SUSPECT:
                self._count(f"removed/{removal.kind}")


async def fetched(crawler: Crawler, url: str, options: Options) -> tuple[Restored, tuple[str, ...]]:
    """A page that an article needs besides its own, restored, with the addresses of its further pages; politely, as any other request."""
    if wrong := malformed(url):
        return Restored(Page(url=url, status=0), rejected=f"malformed-url: {wrong}"), ()
    request = Request(url, callback=NO_CALLBACK, meta={"download_fail_on_dataloss": False})
    try:
        page = live_page(await crawler.engine.download_async(request))
    except Exception as e:  # whatever it is, the article itself is at hand
        return Restored(Page(url=url, status=0), rejected=reason_of(e, request)), ()
    if reason := refused(page):
        return Restored(page, rejected=reason), ()
    try:
        return restore_with_further(page, options)
    except Exception as e:
        logger.exception("%s: internal error", url)
        return failed(page, e), ()


def counts(crawler: Crawler) -> dict[str, int]:
    """What a crawl did: pages, articles, rejected, already, lost, damage/KIND, removed/KIND, rejected/KIND."""
    told = {key.removeprefix("qnews/"): value for key, value in crawler.stats.get_stats().items() if key.startswith("qnews/") and isinstance(value, int)}
    return dict.fromkeys(("pages", "articles", "rejected", "already", "lost"), 0) | told
