"""The domain that somebody registered, of a host's name: by the list of public suffixes that tldextract ships.

The list is read from its files: importing the package takes 14 MB and as long as importing all of this one, for the client
that fetches newer lists, which is not wanted here.
"""

from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path


@lru_cache(maxsize=4096)
def registered(host: str) -> str:
    """example.com.cn of news.example.com.cn; the host itself where no public suffix ends it, as with an address in numbers."""
    host = host.lower().rpartition("@")[2].partition(":")[0].rstrip(".")
    if not host or not host.isascii() or len(host) > 253:
        return host[:253]
    rules = _rules()
    labels = host.split(".")
    for i in range(len(labels)):
        name, above = ".".join(labels[i:]), ".".join(labels[i + 1 :])
        suffix = i + 1 if f"!{name}" in rules else i if name in rules or f"*.{above}" in rules else -1
        if suffix >= 0:
            return ".".join(labels[suffix - 1 :]) if suffix and labels[suffix - 1] else host
    return host


@cache
def _rules() -> frozenset[str]:
    """The rules of the registries ("com.cn", "*.ck", "!www.ck"), in ASCII."""
    spec = find_spec("tldextract")
    assert spec is not None
    assert spec.origin is not None
    text = Path(spec.origin).with_name(".tld_set_snapshot").read_text("utf-8").partition("===END ICANN DOMAINS===")[0]
    rules = (line for line in text.splitlines() if line and not line.startswith("//"))
    return frozenset(rule if rule.isascii() else rule.encode("idna").decode() for rule in rules)
