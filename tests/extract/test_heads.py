"""Boxes of lists and of replies, by how they are headed: made-up headings over titles, summaries and what readers say. All of own writing."""

import pytest

from qnews_scraper.extract.heads import heads_list, heads_replies
from tests.extract.pages import lines_of

TEXT = (
    "山上的老茶亭上个月换了新瓦，亭里的石桌也磨平了，挑夫走到这里，都要坐下来喝一碗粗茶再走。",
    "守亭的苗婶烧了二十年的茶，她说从前一天要烧六壶，如今上山的人走公路，一天两壶还喝不完。",
    "镇里打算把茶亭边的旧仓屋修成歇脚的客栈，六间房，窗子都朝着谷口，秋天就能住人。",
    "苗婶说，等客栈开了，她还是在亭里烧茶，茶钱随人给，不给也不要紧，走路的人都是客。",
)
TITLES = ("谷口的桥修好了", "新茶的价钱比去年高", "学校搬到了河对岸")
SAID = ("小时候每年都跟着外公上山，在亭里喝茶。", "石桌磨平了真好，从前放不稳碗。", "秋天一定回去住一晚。")


def text_of(box: str, is_inside: bool = False) -> list[str]:
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    inside, below = (f"<div class=m>{box}</div>", "") if is_inside else ("", f"<div class=m>{box}</div>")
    return lines_of(f"<div class=l><h1>老茶亭换了新瓦</h1><div>2020-03-04 10:20 来源：山谷网</div><div class=c>{body}{inside}</div>{below}</div>", "老茶亭换了新瓦_山谷网")


def titles(heading: str) -> str:
    return f"<h3>{heading}</h3>" + "".join(f"<li>{title}</li>" for title in TITLES)


def summaries(heading: str) -> str:
    return f"<h3>{heading}</h3>" + "".join(f"<div><h4>{title}</h4><p>{said}</p></div>" for title, said in zip(TITLES, SAID, strict=True))


def replies(heading: str) -> str:
    return f"<h3>{heading}</h3>" + "".join(f"<div><b>山客{n}</b><p>{said}</p></div>" for n, said in enumerate(SAID))


HEADINGS = ["今日要闻", "本周热门话题", "大家还看了", "看过本文的人还看了", "相关菜谱", "图文推荐", "24小时滚动", "熱門話題", "作者其他文章", "赞助商链接"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_list_headed_so_is_no_text(heading: str) -> None:
    assert text_of(summaries(heading)) == list(TEXT)
    assert text_of(titles(heading), is_inside=True) == list(TEXT)


@pytest.mark.parametrize("heading", ["精选留言", "热评", "网友热议", "写留言"])
def test_what_readers_say_is_no_text(heading: str) -> None:
    assert text_of(replies(heading)) == list(TEXT)
    assert text_of(replies(heading), is_inside=True) == list(TEXT)


def test_a_part_of_the_text_may_be_headed_so() -> None:
    assert text_of(summaries("热门话题"), is_inside=True)[-1] == SAID[-1]
    told = "茶亭的故事上了网，有人说要来帮苗婶挑水，有人寄来了六只粗瓷碗。"
    assert text_of(f"<h3>网友热议</h3><p>{told}</p>", is_inside=True)[-1] == told


@pytest.mark.parametrize("line", ["热门", "推荐一家茶亭", "相关部门", "新闻发布", "大家都说好", "历史上的茶亭", "留言的人走了", "热议", "今日天气"])
def test_what_only_begins_as_such_a_heading_is_none(line: str) -> None:
    assert not heads_list(line)
    assert not heads_replies(line)
