"""Pages restored in processes of their own, beside the crawl (QNEWS_WORKERS).

Restoring is work for a processor and Scrapy's loop has one; with workers the loop reads and writes while
they restore. A page that kills its worker (a crash in a C library, memory) costs itself and no other.
"""

import asyncio
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.parts import restore_with_further
from qnews_scraper.restore import Restored


class Workers:
    """A pool of processes that restore pages."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._pool = _pool(count)
        self._alone = asyncio.Lock()

    async def restore(self, page: Page, options: Options) -> tuple[Restored, tuple[str, ...]]:
        """As restore_with_further, without the tree; a page that ends its worker twice is rejected."""
        # what a worker need not see again does not travel back; a mapping proxy does not travel at all
        sent = replace(page, resources=dict(page.resources))
        loop = asyncio.get_running_loop()
        pool = self._pool
        try:
            done, more = await loop.run_in_executor(pool, _restore, sent, options)
        except BrokenProcessPool:
            if pool is self._pool:
                self._pool = _pool(self._count)
            # one of the pages in the pool broke it: each is tried alone, which tells the one from the others
            async with self._alone:
                with _pool(1) as alone:
                    try:
                        done, more = await loop.run_in_executor(alone, _restore, sent, options)
                    except BrokenProcessPool:
                        return Restored(page, rejected="crashed: the page ended the process that read it, twice"), ()
        return replace(done, page=replace(done.page, body=page.body, resources=page.resources)), more

    def close(self) -> None:
        self._pool.shutdown(cancel_futures=True)


def _pool(count: int) -> ProcessPoolExecutor:
    # spawned, not forked: the crawl has threads, and a fork copies their locks as they stand
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """In a worker: Ctrl-C is for the crawl to handle, and a worker whose crawl was killed ends too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _restore(page: Page, options: Options) -> tuple[Restored, tuple[str, ...]]:
    done, more = restore_with_further(page, options)
    return replace(done, tree=None, page=replace(done.page, body=b"", resources={})), more
