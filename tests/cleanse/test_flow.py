"""The lines of a tree, whatever of it is left out. All synthetic."""

import random

import pytest
from lxml import etree, html

from qnews_scraper.cleanse.flow import Flow

BLOCKS = ("div", "p", "li", "td", "h2")
IN_LINES = ("a", "span", "b", "br")


def grown(seed: int) -> etree._Element:
    """A tree of blocks, links and texts, with scripts and comments among them."""
    rng = random.Random(seed)
    top: etree._Element = html.fromstring("<div></div>")
    nodes = [top]
    for i in range(60):
        parent = rng.choice(nodes)
        if rng.random() < 0.1:
            child = etree.SubElement(parent, "script") if rng.random() < 0.5 else etree.Comment("港")
            parent.append(child)
        else:
            child = etree.SubElement(parent, rng.choice(BLOCKS + IN_LINES))
            nodes.append(child)
        child.text = rng.choice(("", " ", f"船{i}", f" 渔 网{i} "))
        child.tail = rng.choice(("", "\n ", f"风{i}", f" 潮{i} "))
    return top


def told(top: etree._Element) -> list[tuple[str, int]]:
    return [(line.text, line.linked) for line in Flow(top).lines(frozenset(), frozenset())]


@pytest.mark.parametrize("seed", range(60))
def test_lines_without_elements_are_those_of_a_tree_without_them(seed: int) -> None:
    rng = random.Random(seed)
    top = grown(seed)
    flow = Flow(top)
    inner = [e for e in top.iter(etree.Element) if e is not top and isinstance(e.tag, str) and e.tag != "script"]
    for count in (1, 3, 9, 0):
        gone, veiled = set(rng.sample(inner, count)), set(rng.sample(inner, count // 2))
        left = [(line.text, line.linked) for line in flow.lines(gone, veiled)]
        bare = grown(seed)
        twins = dict(zip(top.iter(), bare.iter(), strict=True))
        for element in veiled:
            twins[element].text = None
            for child in twins[element]:
                child.tail = None
        for element in gone:
            twin, parent = twins[element], twins[element].getparent()
            if parent is not None:
                before, tail = twin.getprevious(), twin.tail or ""
                if before is None:
                    parent.text = (parent.text or "") + tail
                else:
                    before.tail = (before.tail or "") + tail
                parent.remove(twin)
        assert left == told(bare)


def test_lines_are_told_again_as_they_were() -> None:
    flow = Flow(html.fromstring("<div>港<p>船 <b>出海</b></p>口<p><a>渔网</a>晒</p>岸</div>"))
    whole = [line.text for line in flow.lines(frozenset(), frozenset())]
    assert whole == ["港", "船 出海", "口", "渔网晒", "岸"]
    first, second = flow.top.iter("p")
    assert [line.text for line in flow.lines({first}, frozenset())] == ["港口", "渔网晒", "岸"]
    assert [line.text for line in flow.lines({first, second}, frozenset())] == ["港口岸"]
    assert [line.text for line in flow.lines(frozenset(), {first})] == ["港", "出海", "口", "渔网晒", "岸"]
    assert [line.text for line in flow.lines(frozenset(), frozenset())] == whole
