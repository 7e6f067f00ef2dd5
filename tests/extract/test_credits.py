"""Credit lines: which lines are nothing else, and whom each label names (synthetic)."""

import pytest

from qnews_scraper.extract.credits import credits_of, is_credits


@pytest.mark.parametrize(
    "text",
    [
        "独家报道：葛青 摄影：翟文",
        "转自：望港法治报",
        "（文：梅原早苗 編集：葛青）",
        "【資料提供／園藝學系】",
        "(Web editor: Ge Qing, Fu Lan)",
        "Editor: Nina Ge",
        "글: 윤보라 기자 사진: 하도윤",
        "作者：古丽娜尔·买买提 来源：《望港日报》",
        "编辑：葛青 校对：翟文 审核：费小满",
        "Translator: Huyan Ge",
        "Translated by Huyan Ge",
        "Journalists: Nina Ge, Lena Voss",
        "首席分析师：葛青",
        "譯者：葛青 審稿：翟文",
    ],
)
def test_lines_of_credits(text: str) -> None:
    assert is_credits(text)


@pytest.mark.parametrize(
    "text",
    [
        "记者：这座桥修了多少年",
        "记者：您是哪年来的？",
        "记者：我叫葛青",
        "作者：写信的人说，雨停了",
        "文：这是一篇关于河的短文",
        "Editor: the new rules are here",
        "Source: the police said",
        "来源于生活",
        "图书馆：三号楼",
        "编辑的茶杯",
        "分析师：楼市回暖",
        "研究员：看好后市",
        "Translator: the new rules are here",
        "作者：葛青。",
    ],
)
def test_lines_that_say_more(text: str) -> None:
    assert not is_credits(text)


@pytest.mark.parametrize(
    ("text", "credits"),
    [
        ("作者：葛青、翟文 编辑：费小满", [("writer", "葛青、翟文"), ("editor", "费小满")]),
        ("作者：[英]约翰·费舍 译者：葛青", [("writer", "约翰·费舍")]),
        ("责任编辑：QK017 费云帆", [("editor", "费云帆")]),
        ("见习记者：葛青", [("writer", "葛青")]),
        ("摄影记者：葛青 图片编辑：翟文 总编辑：费小满", []),
        ("Managing Editor: Nina Ge", []),
        ("Edited by Nina Ge", [("editor", "Nina Ge")]),
        ("原作者：葛青", []),
        ("文｜葛青 编｜翟文", [("writer", "葛青"), ("editor", "翟文")]),
        ("编：翟文", []),
        ("分析师：葛青 研究员：翟文", [("writer", "葛青"), ("writer", "翟文")]),
        ("执笔/葛青", [("writer", "葛青")]),
        ("Staff Reporter: Nina Ge", [("writer", "Nina Ge")]),
        ("Translator: Nina Ge Photographer: Lena Voss", []),
    ],
)
def test_credits(text: str, credits: list[tuple[str, str]]) -> None:
    assert [(credit.kind, credit.names) for credit in credits_of(text)] == credits
