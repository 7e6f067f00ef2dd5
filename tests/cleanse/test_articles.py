"""The whole way from bytes to article: no spelling of an illness reaches a field, no sentence of the article is lost."""

import re

import pytest

from qnews_scraper import restore

from .layouts import LAYOUTS, PARAGRAPHS, TITLE, URL
from .sound import NEWS, SOUND
from .sound import arguments as further
from .spellings import GROUPS, PAYLOADS, Row, arguments

WORDS = tuple(word for _, words in PAYLOADS.values() for word in words)
ROWS = [pytest.param(row, id=f"{group}: {row[0]}") for group, rows in GROUPS.items() for row in rows]


def read(source: str) -> dict[str, str]:
    article = restore(source.encode("utf-8"), url=URL, content_type="text/html; charset=utf-8").article
    assert article is not None
    fields = ("text", "title", "description", "keywords", "links", "canonical_url", "section", "image_captions", "authors", "source")
    return {name: str(getattr(article, name)) for name in fields}


def lost(paragraphs: tuple[str, ...], text: str) -> list[str]:
    flat = re.sub(r"\s", "", text)
    return [p for p in paragraphs if re.sub(r"\s", "", p) not in flat]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("row", ROWS)
def test_payload_reaches_no_field(row: Row, layout) -> None:  # type: ignore[no-untyped-def]
    _, parts, words = row
    fields = read(layout(**arguments(parts)))
    assert {name: found for name, value in fields.items() if (found := [w for w in (*WORDS, *words) if w.lower() in value.lower()])} == {}
    assert lost(PARAGRAPHS, fields["text"]) == []
    assert fields["title"] == TITLE


@pytest.mark.parametrize("row", ROWS[:148:3])
def test_links_hidden_alike(row: Row) -> None:
    fields = read(LAYOUTS[0](**arguments(row[1], payload="casino")))
    assert {name: found for name, value in fields.items() if (found := [w for w in WORDS if w.lower() in value.lower()])} == {}
    assert lost(PARAGRAPHS, fields["text"]) == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize(("name", "parts", "kept"), SOUND, ids=lambda v: v if isinstance(v, str) else "")
def test_sound_pages_keep_all(name: str, parts: dict[str, str], kept: tuple[str, ...], layout) -> None:  # type: ignore[no-untyped-def]
    fields = read(layout(**further(parts)))
    assert lost((*PARAGRAPHS, *kept), fields["text"]) == []
    assert fields["title"] == TITLE
    assert fields["description"]
    assert fields["keywords"]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
@pytest.mark.parametrize(("name", "title", "keywords", "paragraphs"), NEWS, ids=lambda v: v if isinstance(v, str) else "")
def test_news_about_it_stays(name: str, title: str, keywords: str, paragraphs: tuple[str, ...], layout) -> None:  # type: ignore[no-untyped-def]
    fields = read(layout(title=title, keywords=keywords, description=paragraphs[0], paragraphs=paragraphs).replace(TITLE, title))
    assert lost(paragraphs, fields["text"]) == []
    assert fields["title"] == title
    assert fields["description"]
    assert fields["keywords"]


SHORT = ("经过三个周末的激烈角逐，全市中小学校园足球联赛昨天决出十六强。", "卫冕冠军实验小学在点球大战中以四比三险胜育才小学。")
MORE = ("校医室的老师说，孩子们今年受伤的比去年少了一半，这要归功于新铺的草皮。", "下个周末，十六支球队将在市体育中心捉对厮杀。")


@pytest.mark.parametrize("style", ["display:none", "height:0;overflow:hidden", "position:absolute;left:-200em"])
def test_hidden_links_do_not_make_the_box_of_a_short_article_a_farm(style: str) -> None:
    links = " ".join(f'<a href="http://essay-pro-writers.com/{i}">custom essay writing service cheap</a>' for i in range(8))
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class='entry-content'><p>{SHORT[0]}</p><div style='{style}'>{links}</div><p>{SHORT[1]}</p></div></body></html>"
    fields = read(page)
    assert lost(SHORT, fields["text"]) == []
    assert "essay" not in fields["text"] + fields["links"]


@pytest.mark.parametrize("style", ["display:none", "max-height:0;overflow:hidden", "height:1px;overflow:hidden"])
@pytest.mark.parametrize("opener", ["<a>点击展开全文</a>", "<button>展开阅读</button>", "<p>查看全文 &gt;&gt;</p>"])
def test_the_rest_of_a_short_article_is_kept_that_shares_no_words_with_the_first_part(style: str, opener: str) -> None:
    page = f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><div class='c'><p>{SHORT[0]}</p><p>{SHORT[1]}</p><div style='{style}'><p>{MORE[0]}</p><p>{MORE[1]}</p></div>{opener}</div></body></html>"
    assert lost((*SHORT, *MORE), read(page)["text"]) == []
