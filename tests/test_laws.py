"""The laws of the house, on arbitrary text and bytes and on damaged pages of our own."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qnews_scraper import Options, Trust, repair, restore, undo
from qnews_scraper.article import Article

ODD = st.text(
    st.sampled_from("中國国質量经經濟后着著，。！？：;,!?()（）“”<>&#x;0123 \n\t\x05\x06\x00\u200b\u3000\ufeff\ufffd\ue000€éÃ¤¸¬æœŸ锟斤拷烫屯àìùǎzhì"),
    max_size=120,
)
PIECES = st.lists(
    st.sampled_from(
        ["質(zhì)量", "當(dāng)?shù)匾延?00多家", "很大?!痹跂|莞", "<p>", "</p>", "<b>", "<div style='display:none'>", "</div>", "&#20013;", "中国", "ä¸­å›½",
         "锟斤拷", "%E4%B8%AD", "\\u4e2d", "</html>", "<!--", "<script>", "。", "\n", "2011-08-05 14:27", "來源：", "\ud800"]
    ),
    max_size=25,
).map("".join)  # fmt: skip
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@QUICK
@given(st.one_of(ODD, PIECES, st.text(max_size=200)), st.sampled_from([Trust.CERTAIN, Trust.LIKELY]))
def test_undo_gives_back_the_text(text: str, trust: Trust) -> None:
    assert undo(repair(text, options=Options(trust=trust))) == text


@QUICK
@given(st.one_of(ODD, PIECES, st.text(max_size=100)))
def test_a_second_repair_changes_nothing(text: str) -> None:
    assert repair(repair(text).text).edits == ()


@QUICK
@given(st.one_of(st.binary(max_size=300), PIECES.map(lambda t: t.encode("utf-8", "surrogatepass")), PIECES.map(lambda t: t.encode("gb18030", "replace"))))
def test_no_bytes_raise(body: bytes) -> None:
    restored = restore(body, url="http://news.example/1.html")
    assert (restored.article is None) == bool(restored.rejected)
    if restored.article:
        assert Article.from_json(restored.article.to_json()).id == restored.article.id


@QUICK
@given(st.one_of(ODD, PIECES))
def test_no_text_raises(text: str) -> None:
    restored = restore(text)
    assert (restored.article is None) == bool(restored.rejected)


@pytest.mark.parametrize(
    "text",
    [
        # Latin-1 letters at a mark of loss, taken for entries of the pair table
        "?洨??������?????孝鄋渦??棓��??偰????南餾銬黟??稻瞲???�{蹌z",
        # two illnesses on one page, of which the second was passed over while the first was there
        "他們統(tǒng)一協(xié)調(diào)領(lǐng)導全市質(zhì)量工作，當(dāng)?shù)匾延?00多家。\n谢繁＞肿蛱旃�布了上半年空气质量监测结果，优良天数比去年同期增加了11天。",
        # a letter taken for the figure that stands behind a word in the table
        "巍⑽ɡ\ue377菆D",
        # one mark made of two ended a run out of step, over which nothing was read but by a second repair
        "曹堎堎、王垚说：“这是真的吗？”没尤嘶\ufffd?稹\ufffd…曹堎堎⊥鯃愃担骸罢馐钦娴穆穑俊泵挥腥嘶卮稹\ufffd…",
    ],
)
def test_laws_hold_where_they_once_did_not(text: str) -> None:
    repaired = repair(text)
    assert undo(repaired) == text
    assert repair(repaired.text).edits == ()


@pytest.mark.parametrize(
    ("body", "url"),
    [
        # a border of the forward model in the text itself
        (b"\x01\x8a\x82\x84\xd3(d\xa8\xb0ng)\x86T\xd9|(zh\xa8\xac)\xc1\xbf\x8f\x8a(qi\xa8\xa2ng)", ""),
        # a reference to a control character beside a removed element
        (b'&#1<link rel=canonical href=http://">><html>', "http://[x"),
        (b"<html><body><p>a&#x1;b&#2c&#xD800;&#0000000000000000000001;<div hidden>x</div>d", "http://a.cn/"),
        (b"<script type=application/ld+json>" + b"[" * 200_000, "http://a.cn/"),
        # a form feed is white space in HTML and nothing in XML
        (b"<html><body><p>a\x0cb<div hidden>x</div>\x0cd\xef\xbf\xbe\xef\xbf\xbf", "http://a.cn/"),
    ],
)
def test_no_bytes_raise_that_once_did(body: bytes, url: str) -> None:
    restored = restore(body, url=url)
    assert (restored.article is None) == bool(restored.rejected)


@pytest.mark.parametrize("text", ["\u3000①①①①①①h\ud800統(tǒng)一協(xié)調(diào)", "質(zhì)動(dòng)員\ufffd\ufffd))領(lǐng)導级。‹/①①①①①①①①①", "质质质质质质质质质统一协调\ufffd"])
def test_rows_of_one_character_are_no_misread_text(text: str) -> None:
    repaired = repair(text)
    assert undo(repaired) == text
    assert repair(repaired.text).edits == ()


SOUND = [
    "今天上午，记者从市政府新闻办公室了解到，今年全市将新建三座公园，总面积约十二万平方米。",
    "行政院昨天表示，後續將與各縣市政府協調，並在年底前完成範圍內的檢討，著手改善。",
    "深圳（zhèn）是一座年轻的城市，圳(zhèn)字原指田边的水沟。",
    "我(wǒ)喜(xǐ)歡(huān)學(xué)習(xí)中(zhōng)文(wén)。",
    "東京都は十日、新しい図書館を来年四月に開くと発表した。",
    "서울시는 내년부터 새로운 도서관을 연다고 밝혔다.",
    "The council said on Monday that the library would open in April; what then?",
    "警方通报：一网站以“澳门赌场上线”为名诱骗网民，涉案五人已被刑拘。",
    "他问：“这是真的吗？！”没有人回答……",
]


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_gets_no_edit(text: str) -> None:
    assert repair(text).edits == ()
    assert repair(f"<html><body><p>{text}</p></body></html>").edits == ()


@pytest.mark.parametrize("body", [None, 3, ["a"]])
def test_only_bytes_and_text_are_taken(body: object) -> None:
    with pytest.raises(TypeError, match="must be bytes or str"):
        restore(body)  # type: ignore[arg-type]


def test_what_decoding_could_not_read_is_counted_as_lost() -> None:
    body = "<html><body><h1>馆藏图书</h1><p>今年全市图书馆新添馆藏图书一万册，其中少儿读物占三成。</p></body></html>".encode()
    broken = body.replace("万册".encode(), b"\xe4\xb8" + "册".encode())
    article = restore(broken).article
    assert article is not None
    assert "\ufffd" in article.text
    assert article.lost == 1
