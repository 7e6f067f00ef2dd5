"""wild: six excerpts of real mirror pages, kept outside the repository and copied by hand (a bracket may be amiss)."""

import re
from pathlib import Path

import pytest

from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair

WILD = Path(__file__).parents[3] / "shared/samples/wild"
READING = re.compile("[(（]+[a-z\u00e0-\u01dc\u0300-\u036f\u2600-\u27bf\U0001f300-\U0001faff]+[)）]")
MARKS = str.maketrans("，：；！？（）", ",:;!?()")

pytestmark = pytest.mark.skipif(not WILD.is_dir(), reason="../shared/samples/wild is not here")

SPOTS = {
    "012": [
        "听取国务院总理温家宝作政府工作报告,审查计划报告和预算报告",
        "和实施“十二五”规划承前启后的关键一年",
        "包括6日的国家发展和改革委员会主任张平就“经济社会发展与宏观调控”的相关问题回答中外记者的提问",
    ],
    "013": [
        "“十一五”规划纲要",
        "最大的关注点。这当然也是我所关注的重点",
        "开幕式快结束时",
        "今年最重要、最能出彩的新闻在哪里?",
        "时间已临近中午一点",
        "忙到浑然不知饥饿",
    ],
    "020": [
        "国务院总理李强3月17日主持召开新一届国务院第一次全体会议。",
        "为全面建设社会主义现代化国家、实现中华民族伟大复兴的中国梦不懈奋斗。",
        "落实党中央各项要求,同时提高创造性执行的能力",
    ],
    "021": [
        "央视网消息(新闻联播):14日,",
        "保持经济运行在合理区间",
        "推进市场化法治化国际化营商环境建设",
        "深化“放管服”改革",
    ],
    "028": [
        "第二届中国质量奖颁奖大会在北京人民大会堂隆重举行",
        "正如国家质检总局局长支树平在主持颁奖大会时所强调的",
        "我国“十三五”时期质量工作的目标",
    ],
    "033": [
        "却发现该网站推荐的一款产品曾被曝光虚标防晒指数",
        "“优恪网”发布报告",
        "政府监管部门、行业协会应该通过完善法律、出台细则或解释",
        "近些年国内涌现出多家第三方测评平台",
    ],
}


def excerpt(name: str) -> tuple[str, str]:
    """The text as served and, where it is known, a paragraph of the original."""
    text = (WILD / f"{name}.txt").read_text(encoding="utf-8")
    text = re.sub("\\A(#.*\n)+\n?", "", text)
    served, _, original = text.partition("---- ORIGINAL")
    return served, original.partition("----\n")[2].strip()


@pytest.mark.parametrize("name", SPOTS)
def test_excerpts_read_clean(name: str) -> None:
    served, original = excerpt(name)
    repaired = repair(served)
    text = repaired.text.translate(MARKS)
    assert undo(repaired) == served
    assert [m[0] for m in READING.finditer(text)] == []
    assert [spot for spot in SPOTS[name] if spot not in text] == []
    assert original.translate(MARKS) in text
