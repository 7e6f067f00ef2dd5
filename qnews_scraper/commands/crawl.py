"""`scrapy crawl`, with words for bad input and an exit status that tells.

Scrapy's own command ends with status 0 even when every page failed, and with a traceback when an argument is
wrong. Here: 2 and one line when the arguments or the source cannot be used, 1 when the crawl was cut short
or not one article came out of it, 0 otherwise.
"""

import argparse
import sys
from typing import NoReturn

from scrapy import Spider
from scrapy.commands import crawl
from scrapy.crawler import Crawler
from scrapy.spiderloader import get_spider_loader

from qnews_scraper.errors import QnewsError
from qnews_scraper.spiders.articles import ArticlesSpider, Wanted, options_of


class Command(crawl.Command):
    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        if len(args) != 1:
            _stop(f"one spider name is expected, not {len(args)}: scrapy crawl articles")
        assert self.settings is not None
        known = get_spider_loader(self.settings).list()
        if args[0] not in known:
            _stop(f"unknown spider {args[0]!r}; known: {', '.join(sorted(known))}")
        if args[0] == ArticlesSpider.name:
            try:
                options_of(self.settings)
                Wanted.of(opts.spargs).check()
            except QnewsError as e:
                _stop(str(e))

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        super().run(args, opts)
        if self._crawled._stats is None or not succeeded(self._crawled):
            self.exitcode = 1
            if self._crawled._stats is not None and (why := why_not(self._crawled)):
                print(f"scrapy crawl: {why}", file=sys.stderr)

    def _create_crawler(self, spidercls: type[Spider] | str) -> Crawler:
        self._crawled = super()._create_crawler(spidercls)
        return self._crawled


def succeeded(crawler: Crawler) -> bool:
    """Whether a crawl ran to its end, could read its whole source, and gave an article, now or in an earlier run."""
    told = crawler.stats.get_value
    fruit = sum(told(f"qnews/{key}", 0) for key in ("articles", "already", "rejected/duplicate"))
    return told("finish_reason") == "finished" and not told("qnews/source_error") and fruit > 0


def why_not(crawler: Crawler) -> str:
    """Why a crawl gave nothing or not all, in one line; "" where an error that was logged says so."""
    told = crawler.stats.get_value
    if told("qnews/source_error") or (reason := told("finish_reason")) == "output":
        return ""
    if reason != "finished":
        return f"cut short ({reason}); the next run writes what this one left"
    kinds = {key.removeprefix("qnews/rejected/"): n for key, n in crawler.stats.get_stats().items() if key.startswith("qnews/rejected/")}
    lists = f" and {told('qnews/lists')} list pages" if told("qnews/lists") else ""
    rejected = f"; rejected: {', '.join(f'{n} {kind}' for kind, n in sorted(kinds.items()))}" if kinds else ""
    return f"not one article: {told('qnews/pages', 0)} pages{lists} read{rejected}"


def _stop(line: str) -> NoReturn:
    print(f"scrapy crawl: {line}", file=sys.stderr)
    sys.exit(2)
