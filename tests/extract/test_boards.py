"""Who posted on a board: the head of the cell beside the post. All synthetic."""

import pytest

from qnews_scraper.extract import extract
from qnews_scraper.options import Options
from qnews_scraper.page import Page
from qnews_scraper.tree import parse

POST = "国庆我和三个车友沿江骑行，从老码头出发，一路走走停停，三天两夜骑了两百公里，路上还遇到了一场大雨。"


def board(cell: str, row: str = "发表于 2010-10-9 22:41:17 | 只看该作者") -> str:
    page = Page(text=f"<html lang=zh><head><title>国庆骑行三日记 - 户外天地</title></head><body><h1>国庆骑行三日记</h1><table><tr>{cell}<td class=plc><div>{row}</div><div class=t_f>{POST}<br><br>{POST[:-1]}，好在都带了雨衣。</div></td></tr></table></body></html>")
    return extract(parse(page.text), page, Options()).authors


@pytest.mark.parametrize(
    ("cell", "row", "authors"),
    [
        pytest.param("<td class=pls><div>山野孤舟</div><p>高级会员</p><dl><dt>积分</dt><dd>2216</dd></dl></td>", "发表于 2010-10-9 22:41:17 | 只看该作者", "山野孤舟", id="Discuz X"),
        pytest.param("<td class=postauthor><div>山野孤舟</div><p>版主</p></td>", "發表於 2010-10-9 10:41 PM", "山野孤舟", id="Discuz 7"),
        pytest.param("<td class=pls><div>分享到微博 QQ空间</div></td>", "发表于 2010-10-9 22:41:17", "", id="no name at its head"),
        pytest.param("<td class=pls><div>长河小编</div></td>", "发表于 2010-10-9 22:41:17", "", id="the house's own account"),
        pytest.param("<td class=side><div>山野孤舟</div></td>", "发表于 2010-10-9 22:41:17", "", id="a cell of another name"),
        pytest.param("<td class=pls><div>山野孤舟</div></td>", "2010-10-9 22:41:17", "", id="no post"),
    ],
)
def test_the_poster(cell: str, row: str, authors: str) -> None:
    assert board(cell, row) == authors


@pytest.mark.parametrize(
    ("head", "authors"),
    [
        pytest.param("沙发 发表于 2010-10-9 23:01", "", id="the first reply"),
        pytest.param("3楼 发表于 2010-10-9 23:01", "", id="the third"),
        pytest.param("楼主 发表于 2010-10-9 23:01", "", id="whoever began"),
        pytest.param("沙发土豆 发表于 2010-10-9 23:01", "沙发土豆", id="a name that begins so"),
    ],
)
def test_the_floor_of_a_reply_is_nobody(head: str, authors: str) -> None:
    page = Page(text=f"<html lang=zh><head><title>国庆骑行三日记 - 户外天地</title></head><body><h1>国庆骑行三日记</h1><div>{head}</div><div class=t_f>{POST}<br><br>{POST[:-1]}，好在都带了雨衣。</div></body></html>")
    assert extract(parse(page.text), page, Options()).authors == authors


@pytest.mark.parametrize(
    ("row", "box", "is_kept"),
    [
        pytest.param("发表于 2010-10-9 22:41:17", "signatures", False, id="Discuz 7"),
        pytest.param("发表于 2010-10-9 22:41:17", "sign", False, id="Discuz X"),
        pytest.param("发表于 2010-10-9 22:41:17", "design", True, id="a box of another name"),
        pytest.param("2010-10-9 22:41:17", "signatures", True, id="no post"),
    ],
)
def test_the_motto_of_a_member_is_no_text(row: str, box: str, is_kept: bool) -> None:
    motto = "走得慢的人，才看得见路边的花！"
    page = Page(text=f"<html lang=zh><head><title>国庆骑行三日记 - 户外天地</title></head><body><h1>国庆骑行三日记</h1><div>{row}</div><table><tr><td><div class=t_f>{POST}<br><br>{POST[:-1]}，好在都带了雨衣。</div><div class={box}>{motto}</div></td></tr></table></body></html>")
    assert extract(parse(page.text), page, Options()).text.endswith(motto) == is_kept
