"""The domain that somebody registered, of a host's name: by the list of public suffixes (publicsuffix.org).

tldextract, which Scrapy brings, reads the same list; importing it takes 14 MB for the client that fetches newer ones.
"""

from functools import cache, lru_cache

from publicsuffixlist import PublicSuffixList


@lru_cache(maxsize=4096)
def registered(host: str) -> str:
    """example.com.cn of news.example.com.cn; the host itself where no public suffix ends it, as with an address in numbers."""
    host = host.lower().rpartition("@")[2].partition(":")[0].rstrip(".")
    if not host or not host.isascii() or len(host) > 253:
        return host[:253]
    return _suffixes().privatesuffix(host) or host


@cache
def _suffixes() -> PublicSuffixList:
    """The rules of the registries; what companies rent out below their own domains is theirs."""
    return PublicSuffixList(accept_unknown=False, only_icann=True)
