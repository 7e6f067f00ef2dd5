"""JSON-LD of a page that was misread as a whole is read back with it."""

import json

import pytest

from qnews_scraper.restore import restore

LINES = [
    "昨天下午，市质量技术监督局召开新闻发布会，通报今年上半年产品质量抽查结果。",
    "记者从会上获悉，全市共抽查企业一千二百八十家，合格率为百分之九十三点六。",
    "“我们不怕问题，就怕看不见问题。”局长说，下一步将公布不合格产品名单。",
]


@pytest.mark.parametrize("true", ["utf-8", "gbk"])
def test_fields_of_json_ld(true: str) -> None:
    data = {"@type": "NewsArticle", "headline": "市质监局通报抽查结果", "author": {"name": "李晓雨"}, "description": "全市产品质量“抽查”合格率上升"}
    page = (
        f'<html><head><meta charset="utf-8"><title>市质监局通报抽查结果</title><script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
        f"</head><body><h1>市质监局通报抽查结果</h1><article>{''.join(f'<p>{line}</p>' for line in LINES)}</article></body></html>"
    )
    restored = restore(page.encode(true).decode("latin-1").encode(), url="http://example.com/2019/0805/1.html")
    assert restored.article
    assert restored.article.description == data["description"]
    assert restored.article.authors == "李晓雨"
