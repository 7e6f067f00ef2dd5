"""What a line says of a lost character beyond pairs and words: all synthetic."""

import pytest

from qnews_scraper.text.wildcard import guess

_STOPS = ("，", "。", "！", "？", "：", "；")
_COMMAS = ("、", "。", "「", "」", "《", "》")


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        pytest.param("末班渡船改在20〔：〕30开出，请乘客留意。", _STOPS, id="an hour"),
        pytest.param("渡口为什么要在清晨停航〔？〕", ("！", "？"), id="a question"),
        pytest.param("船票会不会跟着油价涨〔？〕", ("！", "？"), id="a question of two ways"),
        pytest.param("沙洲日报讯 见习记者陆小帆报道〔：〕1月15日，渡口迎来新船。", _STOPS, id="the head of a report"),
        pytest.param("购票热线〔：〕0513-5550112，每天早上七点开通。", _STOPS, id="the label of a number"),
        pytest.param("渡口的昨天〔、〕今天、明天都写在这块石碑上。", _COMMAS, id="items of a row"),
        pytest.param("落水的有两名学童、9岁男童〔、〕61岁妇人及34岁船工。", _COMMAS, id="the last items of a row"),
        pytest.param("全镇共有17〔个〕渡口，其中三个通汽车。", ("万", "个", "中", "与", "一"), id="what counts"),
        pytest.param("渡口的新航线定〔于〕3月开通，票价不变。", ("于", "了"), id="a date"),
        pytest.param("渡口的这场事故发生〔于〕8月12日，没有人受伤。", ("于", "了"), id="a day"),
        pytest.param("新航线〔自〕2003年4月1日起通航，票价不变。", ("自", "至"), id="a time to go on from"),
        pytest.param("渡口〔自〕2003年通航以来，没有出过事故。", ("自", "至"), id="and all that has passed since"),
        pytest.param("船工们〔從〕16歲開始學習掌舵，", ("從", "後"), id="an age to go on from"),
        pytest.param("首航将于当天下午4〔时〕30分举行，", ("时", "日"), id="an hour with its minutes"),
        pytest.param("这批2014年8〔月〕到期的船票，", ("月", "未"), id="a month of a year"),
    ],
)
def test_it_is_guessed(line: str, candidates: tuple[str, ...]) -> None:
    left, rest = line.split("〔")
    char, right = rest.split("〕")
    found = guess(left, candidates, right or "\n")
    assert found.char == char
    assert found.clear


@pytest.mark.parametrize(
    ("line", "candidates"),
    [
        pytest.param("渡口去年运客1〔，〕200人次。", ("，", "："), id="thousands are no hour"),
        pytest.param("谁也没想到船这么快就来了〔！〕", ("！", "？"), id="nobody is asked"),
        pytest.param("渡船每天开到日落〔。〕船工、厨师和会计都住在岸上。", ("、", "。", "」"), id="a stop before a row"),
    ],
)
def test_what_only_resembles_it_is_not(line: str, candidates: tuple[str, ...]) -> None:
    left, rest = line.split("〔")
    char, right = rest.split("〕")
    found = guess(left, candidates, right or "\n")
    assert found.char == char or not found.clear
