"""What of a head stays, on pages that strangers broke into and others: keywords, descriptions. All synthetic."""

import pytest

from .pages import page
from .test_illnesses import cleansed


@pytest.mark.parametrize("keyword", ["石桥修缮", "要闻", "AA桥"])
def test_keywords_of_the_page_stay_beside_a_block_of_strangers(keyword: str) -> None:
    tree, _ = cleansed(page("<p>百家乐 六合彩 <a href='http://bjl.top/'>真人娱乐</a> 时时彩</p>", keywords=f"河湾镇,{keyword},老桥"))
    assert [m.get("content") for m in tree.root.iter("meta") if m.get("name") == "keywords"] == [f"河湾镇,{keyword},老桥"]


def test_a_keyword_stays_beside_the_link_of_a_counter_in_a_comment() -> None:
    tree, removals = cleansed(page('<!-- <a href="http://www.tongji.example/">站长统计服务</a> -->', keywords="河湾镇,老桥,古建保护,站长统计服务"))
    assert removals == ()
    assert [m.get("content") for m in tree.root.iter("meta") if m.get("name") == "keywords"] == ["河湾镇,老桥,古建保护,站长统计服务"]


def test_a_description_stays_beside_an_address_of_another_site() -> None:
    tree, _ = cleansed(page(head='<link rel="canonical" href="https://www.qx-zhuanzai.example/1.html">', description="河湾镇老石桥重新开放。", keywords="河湾镇,老桥,民生"))
    assert [m.get("content") for m in tree.root.iter("meta") if m.get("name") in ("description", "keywords")] == ["河湾镇,老桥,民生", "河湾镇老石桥重新开放。"]


def test_an_abstract_that_is_kept_unseen_stays_in_the_description() -> None:
    abstract = "青溪上的老石桥修缮完工"
    tree, _ = cleansed(page(f'<div style="display:none">{abstract}</div>', description=abstract))
    assert [m.get("content") for m in tree.root.iter("meta") if m.get("name") == "description"] == [abstract]
