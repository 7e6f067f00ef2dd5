"""Registered domains, as publicsuffix.org/list tells them (rules of registries; "*.ck" and "!www.ck" are its own examples)."""

import pytest

from qnews_scraper.cleanse.domain import registered


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("news.example.com.cn", "example.com.cn"),
        ("WWW.Example.COM", "example.com"),
        ("user@example.com:8080", "example.com"),
        ("a.b.example.gov.tw.", "example.gov.tw"),
        ("name.github.io", "github.io"),  # a rule of a company, not of a registry
        ("a.b.ck", "a.b.ck"),
        ("c.a.b.ck", "a.b.ck"),
        ("www.ck", "www.ck"),
        ("a.www.ck", "www.ck"),
        ("www.xn--fiqs8s", "www.xn--fiqs8s"),
        ("a.b.xn--55qx5d.cn", "b.xn--55qx5d.cn"),
        ("www.name.example", "name.example"),  # no registry has it: the rule "*"
        # nothing was registered
        ("com.cn", "com.cn"),
        ("10.20.30.40", "10.20.30.40"),
        ("localhost", "localhost"),
        ("a..com", "a..com"),
        ("新闻.中国", "新闻.中国"),
        ("", ""),
    ],
)
def test_registered(host: str, domain: str) -> None:
    assert registered(host) == domain
