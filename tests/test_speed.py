"""What finders cost on sound pages: less than a parse, measured against lxml in the same run, so that no machine is too slow."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from qnews_scraper import Options, repair
from qnews_scraper.page import Page
from qnews_scraper.restore import decoded, repaired

SENTENCES = Path(__file__).parent / "data" / "sentences"
GENEROUS = 2.0
"""Times lxml's that the text phase may take: 1.0 to 1.1 on these short pages, and 2.2 when every finder that saw a sign read all of the page."""


def fastest(do: Callable[[], object], runs: int = 7) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time()
        for _ in range(5):
            do()
        times.append(time.process_time() - start)
    return min(times)


def page(language: str) -> str:
    """A news page such as they are: a script, lists of links, a body, a foot; escapes in addresses, a sign or two that gates look for."""
    lines = (SENTENCES / f"{language}.txt").read_text("utf-8").splitlines()
    script = 'var a={"u":"\\\\u4e2d\\\\u56fd","t":"<b>"};function f(x){return (x)(x%7)}\n' * 60
    links = "".join(
        f'''<li class="item n{i}"><span class="date">2011-08-{i % 28 + 1:02}</span><a href="/news/{"zh" if i % 9 else "%E4%B8%AD"}/{i}.html" target="_blank">{line[:18]}</a></li>\n'''
        for i, line in enumerate(lines * 3)
    )
    body = "".join(f'<p style="text-indent:2em">{line}</p>\n' for line in lines[:60])
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{lines[0]}</title><script type="text/javascript">{script}</script></head>\n<body>'
        f'<div class="nav"><ul>{links}</ul></div><div id="content"><h1>{lines[0]}</h1>{body}</div><div class="foot">© 2011 &nbsp; 庥秦裕琨</div></body></html>'
    )


@pytest.mark.slow
@pytest.mark.parametrize("language", ["simplified", "traditional"])
def test_a_sound_page_costs_about_a_parse_of_it(language: str) -> None:
    served = page(language)
    assert repair(served).edits == ()
    body, options = served.encode(), Options()
    own = fastest(lambda: repaired(decoded(Page(body=body), options), options))
    assert own < GENEROUS * fastest(lambda: html.document_fromstring(body))
