"""A link that a stranger slipped into a sentence: the sentence stays, the link goes."""

import re
from collections.abc import Iterator

from qnews_scraper.cleanse.view import Finding, View, advertising, domain_of, has_sentence
from qnews_scraper.trust import Trust

_HOST = re.compile(r"casino|bet(?:s|ting|365|\d|-|\.)|poker|slot|porn|sex|xxx|viagra|cialis|pharm|pills?|loan|essay|replica|escort|judi|togel|gacor|yabo|bc\d|\bjav|av\d|lottery|caipiao|bocai|qipai|seo|backlink|vip\d|\d{5,}", re.I)


def find(view: View) -> Iterator[Finding]:
    for link in view.foreign_links:
        href = link.get("href") or ""
        if link in view.gone or any(a in view.gone for a in link.iterancestors()):
            continue
        text = "".join(link.itertext()).strip()
        parent = link.getparent()
        if parent is None or not text or len(text) > 40:
            continue
        around = f"{parent.text or ''}{''.join(c.tail or '' for c in parent)}"
        if not (has_sentence(around) or len(around.strip()) >= 15):
            continue
        words = advertising(text)
        evidence = []
        total = 0.3
        host = domain_of(href)
        if words:
            total += 0.5
            evidence.append("advertising words: " + ", ".join(sorted(words)))
        if _HOST.search(re.sub(r"^\s*(?:https?:)?//", "", href).split("/")[0]):
            total += 0.4
            evidence.append("the address speaks of advertising")
        style = (link.get("style") or "").replace(" ", "").lower()
        if "text-decoration:none" in style and ("color:" in style or "cursor" in style):
            total += 0.3
            evidence.append("styled not to look like a link")
        if sum(domain_of(a.get("href") or "") == host for a in view.body.iter("a")) == 1 and evidence:
            total += 0.2
            evidence.append("the page's only link there")
        share = view.share(around + text) if evidence else None
        if share is not None and share >= 0.1 and words and all(w in around for w in words):
            total -= 0.5
        if total < 0.7:
            continue
        trust = Trust.LIKELY if total >= 1 else Trust.SUSPECT
        found = (f"link to {host}", *evidence)
        if words and view.advertising(text) and total >= 1:
            yield Finding(link, "a link slipped into a sentence, words and all", trust, found)
        else:
            yield Finding(link, "a link slipped into a sentence", trust, found, "tags")
