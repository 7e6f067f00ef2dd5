"""The page that cases of what stands in and around a text are put into."""

from qnews_scraper import restore


def lines_of(html: str, told: str) -> list[str]:
    """The lines of the article's text on a page of that <title>, a menu above `html`."""
    found = restore(f"<html><head><title>{told}</title></head><body><div><a href=/>首页</a> <a href=/s>社会</a></div>{html}</body></html>").article
    assert found is not None
    return found.text.split("\n")
