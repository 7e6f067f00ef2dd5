"""Texts whose paragraphs stand in boxes of their own beside each other: all of own writing."""

import pytest

from qnews_scraper import restore

TEXT = (
    "河口的灯塔去年换了新灯，老守塔人把旧灯罩擦干净，摆进镇上的小学。",
    "孩子们用它做过三次光学实验，还给它起了一个名字叫老亮。",
    "校长说，灯罩的边缘缺了一块，那是一九七六年的台风留下的。",
    "守塔人每个星期五来学校讲一个故事，讲的都是夜里靠岸的船。",
    "他最常讲的一条船叫闽渔十七，那条船在雾里绕了灯塔四圈才敢进港。",
)
NAV = "<div><a href=/>首页</a> <a href=/a>要闻</a> <a href=/b>社会</a></div>"
LINKS = "<div><b>热门</b>" + "".join(f"<p><a href=/{n}.html>{n}号码头今晚八点清淤</a></p>" for n in range(8)) + "</div>"
FOOT = "<div>关于我们 联系我们 版权所有 河口网</div>"


def text_of(body: str) -> list[str]:
    found = restore(f"<html><head><title>河口灯塔换新灯_河口网</title></head><body>{NAV}<h1>河口灯塔换新灯</h1><div>2022-03-04 10:20 来源：河口网</div>{body}{LINKS}{FOOT}</body></html>").article
    assert found is not None
    return found.text.split("\n")


@pytest.mark.parametrize("box", ["<div class=mod><p>{}</p></div>", "<section><div><p>{}</p></div></section>", "<div>{}</div>", "<div class='w'><div class='i'><span>{}</span></div></div>"])
def test_boxes_right_in_the_page_are_one_text(box: str) -> None:
    assert text_of("".join(box.format(line) for line in TEXT)) == list(TEXT)


def test_pictures_and_subheads_between_them_end_nothing() -> None:
    boxes = [f"<div class=mod><p>{line}</p></div>" for line in TEXT]
    found = text_of(boxes[0] + "<div><img src=/1.jpg></div>" + boxes[1] + "<div><h3>缺了一块</h3></div>" + "".join(boxes[2:]))
    assert [line for line in found if line != "缺了一块"] == list(TEXT)


def test_two_slides_are_one_text() -> None:
    slides = f"<div class='slide on'><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div><div class=slide><p>{TEXT[2]}</p><p>{TEXT[3]}</p></div>"
    assert text_of(f"<div class=track>{slides}</div>") == list(TEXT[:4])


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("".join(f"<div><p>{said}</p></div>" for said in ("网友评论", "我家就住在灯塔下面，夜里看得清楚。", "灯罩应该送到博物馆去，学校里容易打破。", "支持老守塔人，讲得真好，孩子们都爱听。")), id="what readers say"),
        pytest.param("".join(f"<div><p><a href=/{n}>{line}</a></p></div>" for n, line in enumerate(TEXT)), id="teasers"),
        pytest.param("<div><p>版权所有，未经许可不得转载。</p></div>" * 4, id="the house"),
    ],
)
def test_what_follows_a_whole_text_is_none_of_it(below: str) -> None:
    assert text_of(f"<div class=content>{''.join(f'<p>{line}</p>' for line in TEXT)}</div>{below}") == list(TEXT)


def test_modules_of_elementor_are_text_and_its_lists_none() -> None:
    modules = "".join(f"<div class='elementor-element elementor-widget elementor-widget-text-editor'><div class='elementor-widget-container'><p>{line}</p></div></div>" for line in TEXT)
    posts = f"<div class='elementor-element elementor-widget elementor-widget-related-posts'><p>{TEXT[0][:20]}，今晚八点清淤。</p></div>"
    assert text_of(f"<article class='elementor'>{modules}{posts}</article>") == list(TEXT)
