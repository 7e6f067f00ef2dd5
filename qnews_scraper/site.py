"""Sites: what is known of one outlet, read from a small TOML file in `sites/`.

A site file is data, no code. It tells where the lists of articles are, which addresses are articles, and
where on a page things stand; extraction works without it. Its name is the site's name.

    domains = ["example.cn"]                      hosts that belong to it, subdomains included
    lists = ["http://www.example.cn/news/"]       pages to start from
    list_pages = 'regex'                          further list pages to follow (optional)
    articles = 'regex'                            addresses of articles
    max_lists = 50                                list pages followed in one run (optional)
    [hints]                                       CSS selectors, see options.Hints (optional)
"""

import re
import tomllib
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from qnews_scraper.errors import SiteError
from qnews_scraper.options import Hints

_KEYS: Final = {"domains": list, "lists": list, "list_pages": str, "articles": str, "max_lists": int, "hints": dict}
_REQUIRED: Final = ("domains", "lists", "articles")
_HINTS: Final = {f.name for f in fields(Hints)} - {"name"}
_SELECTORS: Final = _HINTS - {"utc_offset"}
_OFFSET: Final = re.compile(r"[+-]\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Site:
    """One outlet."""

    name: str
    domains: tuple[str, ...]
    lists: tuple[str, ...]
    articles: re.Pattern[str]
    list_pages: re.Pattern[str] | None = None
    max_lists: int = 50
    hints: Hints = field(default_factory=Hints)

    def covers(self, url: str) -> bool:
        """Whether the address is on one of the site's hosts."""
        host = host_of(url)
        return any(host == d or host.endswith("." + d) for d in self.domains)

    def is_article(self, url: str) -> bool:
        return self.covers(url) and self.articles.search(url) is not None

    def is_list(self, url: str) -> bool:
        """Whether the address is a list page: named in `lists`, or like `list_pages`."""
        if url in self.lists:
            return True
        return self.list_pages is not None and self.covers(url) and self.list_pages.search(url) is not None and not self.is_article(url)


def host_of(url: str) -> str:
    """The host of an address in lower case; "" when it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def malformed(url: str) -> str:
    """What is wrong with an address to fetch; "" when nothing is."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as e:
        return str(e)
    if parts.scheme not in ("http", "https"):
        return "it must begin with http:// or https://"
    if not parts.hostname or port == 0 or any(c.isspace() or c < " " for c in url):
        return "it has no host" if not parts.hostname else "port 0 or white space in it"
    return ""


def names() -> tuple[str, ...]:
    """All known sites, sorted."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in files("qnews_scraper").joinpath("sites").iterdir() if f.name.endswith(".toml")))


@cache
def load(name: str) -> Site:
    """The site of that name, or of that .toml file; SiteError when there is none or its file does not say what it must."""
    if name.endswith(".toml") and Path(name).is_file():
        return parse(Path(name).stem, _text(Path(name).stem, Path(name).read_bytes()))
    if name not in names():
        raise SiteError(f"unknown site {name!r}; known: {', '.join(names())}")
    return parse(name, _text(name, files("qnews_scraper").joinpath("sites", f"{name}.toml").read_bytes()))


def check() -> None:
    """SiteError when one of the site files cannot be used: for_url would raise it for every page."""
    for name in names():
        load(name)


def for_url(url: str) -> Site | None:
    """The site whose hosts the address is on, None when no site file knows it."""
    return next((site for site in map(load, names()) if site.covers(url)), None)


def parse(name: str, text: str) -> Site:
    """The site that a TOML text describes; SiteError says in one line what is wrong with it."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise SiteError(f"site {name}: not TOML: {e}") from e
    if unknown := sorted(told.keys() - _KEYS.keys()):
        raise SiteError(f"site {name}: unknown keys: {', '.join(unknown)}")
    if missing := [key for key in _REQUIRED if not told.get(key)]:
        raise SiteError(f"site {name}: missing: {', '.join(missing)}")
    for key, value in told.items():
        if type(value) is not _KEYS[key] or (isinstance(value, list) and not all(isinstance(v, str) for v in value)):
            raise SiteError(f"site {name}: {key} must be {'a list of strings' if _KEYS[key] is list else _KEYS[key].__name__}")
    site = Site(
        name,
        tuple(d.lower() for d in told["domains"]),
        tuple(told["lists"]),
        _pattern(name, "articles", told["articles"]),
        _pattern(name, "list_pages", told["list_pages"]) if "list_pages" in told else None,
        told.get("max_lists", 50),
        _hints(name, told.get("hints", {})),
    )
    if stray := [url for url in site.lists if not url.startswith(("http://", "https://")) or not site.covers(url)]:
        raise SiteError(f"site {name}: {stray[0]!r} in lists is not an address on its domains")
    return site


def _text(name: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise SiteError(f"site {name}: not UTF-8: {e.reason} at byte {e.start}") from e


def _pattern(name: str, key: str, regex: str) -> re.Pattern[str]:
    try:
        return re.compile(regex)
    except re.error as e:
        raise SiteError(f"site {name}: {key} is not a regular expression: {e}") from e


def _hints(name: str, told: dict[str, Any]) -> Hints:
    if unknown := sorted(told.keys() - _HINTS):
        raise SiteError(f"site {name}: unknown hints: {', '.join(unknown)}; known: {', '.join(sorted(_HINTS))}")
    if wrong := sorted(key for key, value in told.items() if not isinstance(value, str)):
        raise SiteError(f"site {name}: hints must be strings: {', '.join(wrong)}")
    for key in sorted(_SELECTORS & told.keys()):
        _check_selector(name, key, told[key])
    hints = Hints(name=name, **told)
    if not _OFFSET.fullmatch(hints.utc_offset):
        raise SiteError(f"site {name}: utc_offset must be like +08:00, not {hints.utc_offset!r}")
    return hints


def _check_selector(name: str, key: str, selector: str) -> None:
    from cssselect import SelectorError  # only sites with hints pay for the import
    from lxml.cssselect import CSSSelector
    from lxml.etree import XPathError

    try:
        if selector:
            CSSSelector(selector, translator="html")  # as extract.hints asks it
    except (SelectorError, XPathError) as e:
        raise SiteError(f"site {name}: {key} is not a CSS selector: {e}") from e
