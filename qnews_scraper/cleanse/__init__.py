"""Tree phase: take out what no reader was meant to see and what a stranger put in.

A cleanser looks at the tree and yields findings; nothing is changed until all have looked, so that every
path in the record belongs to the tree as parsed. SUSPECT findings are reported and stay.
"""

from typing import Final

from lxml import etree

from qnews_scraper.cleanse import clutter, farms, first_line, head, hidden, junk, lines, links, outside, scripts
from qnews_scraper.cleanse.evidence import Finding
from qnews_scraper.cleanse.flow import own
from qnews_scraper.cleanse.paths import Paths
from qnews_scraper.cleanse.prose import has_sentence
from qnews_scraper.cleanse.takeout import Stretches, take_out
from qnews_scraper.cleanse.view import Cleanser, Element, View
from qnews_scraper.cleanse.words import advertising
from qnews_scraper.options import Options
from qnews_scraper.page import Removal
from qnews_scraper.trust import Trust
from qnews_scraper.visibility.outline import INLINE

__all__ = ["CLEANSERS", "View", "cleanse", "reports"]

CLEANSERS: Final[tuple[tuple[str, Cleanser], ...]] = (
    ("script-hidden", scripts.find),  # first: what scripts lay down is part of the cascade
    ("hidden", hidden.find),  # what is not seen must not speak for the page's topic
    ("junk-tags", junk.find),
    ("outside-document", outside.find),
    ("clutter", clutter.find),
    ("first-line", first_line.find),
    ("foreign-block", lines.find),
    ("link-farm", farms.find),
    ("inserted-link", links.find),
    ("hijacked-head", head.find),  # last: the head is judged by what is left of the page
)
"""The cleansers in order, with the reason for their place."""


_MOST_TOLD: Final = 400
"""Characters of what is taken out up to which the head may say it again."""
_MOST_UNSAID: Final = 40
"""The same of a text that no reader sees and of which the page says nothing."""
_STRANGERS: Final = frozenset(["junk-tags", "outside-document", "first-line", "foreign-block", "link-farm"])
"""Cleansers that find nothing but strangers' things; `hidden` tells by itself."""
_NO_TEXT: Final = frozenset(["script", "style", "meta", "link", "title"])


def cleanse(view: View) -> tuple[Removal, ...]:
    """Takes the findings out of the tree, in place, and returns them all, with the suspects that stay."""
    options = view.options
    found: list[tuple[str, Finding]] = []
    stretches = Stretches()
    for name, look in CLEANSERS:
        for finding in look(view):
            found.append((finding.kind or name, finding))
            if _applies(finding, options):
                view.is_broken_into = view.is_broken_into or name in _STRANGERS
                if finding.part == "element":
                    view.gone.add(finding.element)
                    if name in _STRANGERS:
                        view.put_in.add(finding.element)
                if 4 <= len(text := _told(view, stretches, finding, was_seen=name != "hidden")) <= _MOST_TOLD:
                    view.taken.append(text)
                elif name == "hidden" and finding.part == "element" and (text := _unsaid(view, finding.element)):
                    view.unseen.append(text)
    if not found:
        return ()
    paths = Paths()
    removals = [_removal(stretches, kind, f, paths) for kind, f in found]
    take_out(finding for _, finding in found if _applies(finding, options))
    return tuple(removals)


def reports(view: View) -> tuple[str, ...]:
    """What redirects or cloaks, each "kind: evidence"; nothing of it is ever run."""
    return tuple(scripts.reports(view))


def _applies(finding: Finding, options: Options) -> bool:
    return finding.trust is Trust.CERTAIN or (finding.trust is Trust.LIKELY and options.trust is not Trust.CERTAIN)


def _removal(stretches: Stretches, kind: str, finding: Finding, paths: Paths) -> Removal:
    element = finding.element
    path = paths.of(element)
    if finding.part.startswith("@"):
        name = finding.part[1:]
        path, markup = f"{path}/@{name}", stretches.of(finding)
    elif finding.part in ("text", "tail"):
        path, markup = f"{path}/text()", stretches.of(finding)
    elif finding.part == "own text":
        path, markup = f"{path}/text()", own(element)
    else:
        markup = etree.tostring(element, encoding="unicode", with_tail=False, method="html")
    return Removal(path=path, markup=markup, reason=finding.reason, trust=finding.trust, kind=kind, evidence=finding.evidence)


def _told(view: View, stretches: Stretches, finding: Finding, was_seen: bool) -> str:
    """What a finding takes out, where that is a stranger's beyond doubt: unseen, no menu that a script opens, nor an abstract for those who share the page."""
    element = finding.element
    if finding.part in ("text", "tail"):
        return stretches.of(finding)
    if finding.part == "own text":
        return " ".join(own(element).split())
    if finding.part != "element" or element.tag in _NO_TEXT:
        return ""
    text = " ".join("".join(element.itertext()).split())
    links = [a.get("href") or "" for a in element.iter("a")]
    return text if was_seen or (all(map(view.is_foreign, links)) if links else element.tag in INLINE or advertising(text)) else ""


def _unsaid(view: View, element: Element) -> str:
    """A short text without a link that no reader sees, no sentence, and of which the page says nothing; "" for any other."""
    if element.tag in _NO_TEXT or next(element.iter("a"), None) is not None:
        return ""
    text = " ".join("".join(element.itertext()).split())
    return text if 4 <= len(text) <= _MOST_UNSAID and not (has_sentence(text) or view.says_more(text)) else ""
