"""The domain that somebody registered, of a host's name: by the list of public suffixes (publicsuffix.org).

tldextract, which Scrapy brings, reads the same list; importing it takes 14 MB for the client that fetches newer ones.
"""

import re
from functools import cache, lru_cache
from typing import Final

from publicsuffixlist import PublicSuffixList

HOST: Final = re.compile(r"\s*(?:https?:)?//([^/?#\\\s]+)", re.I)
"""The host of an absolute URL, or of one that takes its scheme from the page."""


@lru_cache(maxsize=4096)
def registered(host: str) -> str:
    """example.com.cn of news.example.com.cn; the host itself where no public suffix ends it, as with an address in numbers."""
    host = host.lower().rpartition("@")[2].partition(":")[0].rstrip(".")
    if not host or not host.isascii() or len(host) > 253:
        return host[:253]
    return (_suffixes().privatesuffix(host) if not host[-1].isdigit() else None) or host


@cache
def _suffixes() -> PublicSuffixList:
    """The rules of the registries, and for names that none has the rule "*"; what companies rent out below their own domains is theirs."""
    return PublicSuffixList(accept_unknown=True, only_icann=True)


def domain_of(url: str) -> str:
    """The registered domain of an absolute URL, "" when it has none."""
    found = HOST.match(url)
    return registered(found[1]) if found else ""
