"""Reading dates from text: every form, and what is no date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qnews_scraper.extract import when

NOW = "2026-11-24T04:00:00+08:00"

DATES = [
    ("2011-08-05 14:27:00 中国质量新闻网", "2011-08-05T14:27:00+08:00"),
    ("2019年12月31日 10:30", "2019-12-31T10:30:00+08:00"),
    ("２０１２年０１月１１日　０８：０５", "2012-01-11T08:05:00+08:00"),
    ("二〇一九年十二月三十一日", "2019-12-31"),
    ("二〇二〇年十月廿三日", "2020-10-23"),
    ("民國100年12月9日", "2011-12-09"),
    ("中華民國一百零二年三月一日", "2013-03-01"),
    ("今天 10:30", "2026-11-24T10:30:00+08:00"),
    ("前天 08:05", "2026-11-22T08:05:00+08:00"),
    ("5小时前", "2026-11-23"),
    ("Dec 31, 2019 10:30 am EST", "2019-12-31T10:30:00-05:00"),
    ("31st December 2019", "2019-12-31"),
    ("Friday, January 13, 2012, 5:00 PM ET", "2012-01-13"),
    ("2019-12-31T10:30:00.123Z", "2019-12-31T10:30:00+00:00"),
    ("2012-01-11 HKT 21:43", "2012-01-11T21:43:00+08:00"),
    ("2012-01-16 下午 05:12", "2012-01-16T17:12:00+08:00"),
    ("13.01.2012", "2012-01-13"),
    ("8:15pm 22/08/2021", "2021-08-22T20:15:00+08:00"),
    ("18:05:33 | 2021-08-22", "2021-08-22T18:05:33+08:00"),
    ("[2021.08.22] 發表 18:05", "2021-08-22T18:05:00+08:00"),
    ("2021-08-22 更新 18:05", "2021-08-22"),
    ("2021 08 / 22 18:05:33", "2021-08-22T18:05:33+08:00"),
    ("1/13/2012", "2012-01-13"),
    ("2011年12月9日10时30分", "2011-12-09T10:30:00+08:00"),
    ("2011年12月9日 24:00", "2011-12-09"),
    ("3月4日·2025·青溪", "2025-03-04"),
    ("3月4日 | 2025", "2025-03-04"),
    ("3月4日, 2025", "2025-03-04"),
    ("07-8-24 第二版", "2007-08-24"),
    ("Sep 12 Wed 2007 14:22", "2007-09-12T14:22:00+08:00"),
    ("00:01 UTC+8, 2020-10-12", "2020-10-12T00:01:00+08:00"),
    ("13/3/05（周二）A12版", "2013-03-05"),
    ("更新时间：17/04/01", "2017-04-01"),
    ("发布时间:08-4-01 点击:213", "2008-04-01"),
]

NO_DATES = ["07-8-24", "17/04/01", "時間：17/04/01", "时间：17-04-01-33", "时间：17-04-01/2", "电话 07-8-24 转", "97-8-24 第二版", "2015-13-45", "2015-02-30", "电话 010-84648459", "粤府〔2010〕84号", "比分 3-2", "增长 12.5.2", "03/04/2019", "版本 1.2.2015.7", "共 2019 人", "昨日，记者获悉", "第08-05期"]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_reads(text: str, expected: str) -> None:
    assert [f.iso(0, "+08:00") for f in when.read(text, NOW)] == [expected]


@pytest.mark.parametrize("text", NO_DATES)
def test_reads_no_date(text: str) -> None:
    assert when.read(text, NOW) == []


def test_a_year_that_is_not_written_is_left_open() -> None:
    (found,) = when.read("08-05 14:27")
    assert (found.year, found.iso(2011, "+08:00")) == (0, "2011-08-05T14:27:00+08:00")


def test_relative_words_say_nothing_without_a_day_to_count_from() -> None:
    assert when.read("今天 10:30") == when.read("3小时前") == []


def test_without_an_offset_there_is_no_time() -> None:
    (found,) = when.read("2019-12-31 10:30")
    assert found.iso(0, "") == "2019-12-31"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.cn/2011-08/05/content_1.htm", "2011-08-05"),
        ("http://a.cn/20110805/1.htm", "2011-08-05"),
        ("http://a.cn/201108/t20110805_1.html", "2011-08-05"),
        ("http://a.cn/2011/8/5/x", "2011-08-05"),
        ("http://a.cn/2011/0805/1.html", "2011-08-05"),
        ("http://a.cn/content/13280795.htm", ""),
        ("http://a.cn/20111345/1.htm", ""),
        ("http://a.cn/?d=20110805", ""),
        ("", ""),
    ],
)
def test_addresses(url: str, expected: str) -> None:
    found = when.in_url(url)
    assert (found.iso(0, "") if found else "") == expected


@given(st.text(alphabet="0123456789年月日时分秒-/.:：〇一二十民國百 今昨天前小時点TZ+AMPm", max_size=80))
def test_never_raises_and_gives_only_real_days(text: str) -> None:
    for found in when.read(text, NOW):
        assert found.is_real()
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("17 2022/11", "2022-11-17"),
        ("17日 2022年11月", "2022-11-17"),
        ("2022.11 17", "2022-11-17"),
        ("2022年11月 17日", "2022-11-17"),
        ("11-17 2022", "2022-11-17"),
        ("17/11 2022", "2022-11-17"),
        ("17 十一月 2022", "2022-11-17"),
        ("十一月 17, 2022", "2022-11-17"),
        ("Nov 17 2022", "2022-11-17"),
        ("17 Nov 2022", "2022-11-17"),
        ("20221117", "2022-11-17"),
        ("2022·11·17", "2022-11-17"),
        ("2022 11月 17日", "2022-11-17"),
        ("17 11月 2022", "2022-11-17"),
        ("17 / 11月 / 2022", "2022-11-17"),
        ("17 13月 2022", ""),
        ("111/11/17", "2022-11-17"),
        ("111-11-17 09:05", "2022-11-17T09:05:00"),
        ("99 2022/11", ""),
        ("17 2022/13", ""),
        ("17 2022", ""),
        ("第17期 2022/11", ""),
        ("17 2022/11 浏览", ""),
        ("Hello 17 2022/11", ""),
        ("20221317", ""),
    ],
)
def test_reads_a_line_that_is_a_date(text: str, expected: str) -> None:
    found = when.read_whole(text)
    assert (found.iso(found.year, "").split("+")[0] + (f"T{found.clock}" if found.clock else "") if found else "") == expected


def test_a_long_row_of_digits_costs_little() -> None:
    assert not when.is_part("1" * 5000 + "x")
    assert not when.is_part(("11 nov, " * 600) + "x")
