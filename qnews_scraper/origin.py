"""Where a mirror's page was first published: proposed from what the page itself gives away, never fetched here."""

import re
from collections import Counter
from typing import Final
from urllib.parse import urlsplit

from qnews_scraper.page import Page

_MAIL: Final = re.compile(r"[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10})", re.I)
_ADDRESS: Final = re.compile(r"(?:https?://|\bwww\.)((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10})", re.I)
_COPYRIGHT: Final = re.compile(r"(?:版权|版權|copyright|©|&copy;).{0,120}?((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10})", re.I)


def propose(page: Page) -> tuple[str, str]:
    """(address, evidence) of the original, ("", "") where too little speaks for one.

    An e-mail address and the copyright line weigh 2, an absolute link 1; the mirror's own host does not count.
    """
    try:
        here = urlsplit(page.url)
        own = (here.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    votes: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {}
    for kind, weight, pattern in (("e-mail", 2, _MAIL), ("copyright line", 2, _COPYRIGHT), ("links", 1, _ADDRESS)):
        for host in {m[1].lower().removeprefix("www.") for m in pattern.finditer(page.text)}:
            if host != own and not host.endswith("." + own):
                votes[host] += weight
                kinds.setdefault(host, set()).add(kind)
    if not own or not votes:
        return "", ""
    (host, score), *rest = votes.most_common(2)
    if score < 3 or (rest and rest[0][1] == score):
        return "", ""
    query = f"?{here.query}" if here.query else ""
    return f"http://www.{host}{here.path}{query}", f"{host} by " + ", ".join(sorted(kinds[host]))
