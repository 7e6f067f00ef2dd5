"""What a mirror's page shows of having been falsified is said in its warning."""

import pytest
from simulate import mirror, sentences

from qnews_scraper.restore import restore

URL = "http://www.mirror.example/news/2.html"
BODY = "".join(f"<p>{line}</p>\n" for line in sentences()[:6])


def page(head: str = "", date: str = "2014-03-05", last: str = "2014年3月7日", headings: tuple[str, str] = ("新校舍开工", "相关新闻"), *, damaged: bool = True) -> str:
    own = f"<h1>{headings[0]}</h1>\n<div>{date} 09:20</div>\n{BODY}<p>工程将于{last}完成，{date.replace('-', '/')}已经签约。</p>\n<h2>{headings[1]}</h2>\n"
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8">{head}</head>\n<body>{mirror.damage(own, seed=3) if damaged else own}</body></html>\n'


DATES = "all 3 dates on it are of one day, 2014-03-05"
HEADINGS = "all 2 headings of its first two ranks read '华体会体育'"
CANONICAL = "its canonical link leads to the mirror itself"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (page(last="2014年3月5日"), [DATES]),
        (page(headings=("华体会体育", "华体会体育")), [HEADINGS]),
        (page('<link rel="canonical" href="http://mirror.example/news/2.html">'), [CANONICAL]),
        (page("<meta property=og:url content='http://www.mirror.example/'>"), [CANONICAL]),
        (page('<link rel="canonical" href="http://www.origin.example/news/2.html">'), []),
        (page(), []),
    ],
)
def test_the_warning_names_what_the_page_shows(text: str, said: list[str]) -> None:
    """synthetic: one kit rewrites dates and headings, another canonical links."""
    [warning] = [w for w in restore(text, url=URL).warnings if w.startswith("mirror")]
    assert [sign for sign in (DATES, HEADINGS, CANONICAL) if sign in warning] == said


def test_a_page_that_is_no_mirrors_is_not_warned_of() -> None:
    """negative: a report of one day, canonical at home."""
    text = page('<link rel="canonical" href="http://www.mirror.example/news/2.html">', last="2014年3月5日", damaged=False)
    assert not [w for w in restore(text, url=URL).warnings if w.startswith("mirror")]
