"""Every way of hiding and injecting: nothing of the payload stays, no sentence of the article goes."""

import pytest
from lxml import etree

from qnews_scraper.cleanse import View, cleanse
from qnews_scraper.cleanse.flow import NO_TEXT
from qnews_scraper.options import Options
from qnews_scraper.page import Page, Removal
from qnews_scraper.tree import Tree, parse
from qnews_scraper.trust import Trust

from .pages import ILLNESSES, Ill

URL = "http://www.qingxi-news.cn/news/2023/0516.html"


def cleansed(source: str, resources: dict[str, bytes] | None = None, trust: Trust = Trust.LIKELY) -> tuple[Tree, tuple[Removal, ...]]:
    page = Page(url=URL, text=source, resources=resources or {})
    tree = parse(source)
    return tree, cleanse(View(tree, page, Options(trust=trust)))


def read(tree: Tree) -> str:
    """What an extractor could read: texts, titles, descriptions, addresses."""
    pieces: list[str] = []
    for element in tree.root.iter():
        if not isinstance(element.tag, str):
            pieces.append(element.tail or "")
            continue
        if element.tag not in NO_TEXT - {"title", "head"} or "ld+json" in (element.get("type") or ""):
            pieces.append(element.text or "")
        pieces.append(element.tail or "")
        if element.tag in ("a", "link", "meta"):
            pieces += (element.get("href") or "", element.get("content") or "")
    return "".join(pieces)


@pytest.mark.parametrize("ill", ILLNESSES, ids=lambda i: i.name)
def test_payload_goes_and_article_stays(ill: Ill) -> None:
    tree, removals = cleansed(ill.source, ill.resources)
    text = read(tree)
    assert [t for t in ill.payload if t in text] == []
    assert [p for p in ill.kept if p not in text] == []
    assert {k for k in ill.kinds if k not in {r.kind for r in removals if r.trust is not Trust.SUSPECT}} == set() or (len(ill.kinds) == 2 and "link-farm" in ill.kinds)
    for removal in removals:
        assert removal.path.startswith("/html")
        assert removal.reason


@pytest.mark.parametrize("ill", ILLNESSES[::7], ids=lambda i: i.name)
def test_paths_belong_to_the_tree_as_parsed(ill: Ill) -> None:
    _, removals = cleansed(ill.source, ill.resources)
    fresh = parse(ill.source).root
    for removal in removals:
        found = fresh.xpath(removal.path)
        assert found, removal.path
        if isinstance(found[0], etree._Element):
            assert etree.tostring(found[0], encoding="unicode", with_tail=False, method="html") == removal.markup


def test_only_proof_is_applied_when_only_proof_counts() -> None:
    ill = next(i for i in ILLNESSES if i.name == "place: visible casino block")
    tree, removals = cleansed(ill.source, trust=Trust.CERTAIN)
    assert removals
    assert "百家乐" in read(tree)
