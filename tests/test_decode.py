"""Decoding: claims against bytes, prescan, mixtures, damage, and pages that must be left as they are."""

import random
import time

import detection_pages as made
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qnews_scraper.options import Options
from qnews_scraper.page import Segment as PageSegment
from qnews_scraper.text.codecs import codec
from qnews_scraper.text.decode import Decoded, Segment, decode
from qnews_scraper.text.prescan import encoding_of, header_label, meta_label

ZH, TW, JA, KO, FR, DE, RU = (
    s[0] for s in (made.SIMPLIFIED, made.TRADITIONAL, made.JAPANESE, made.KOREAN, made.FRENCH, made.GERMAN, made.RUSSIAN)
)  # fmt: skip
HTML = "text/html; charset="

# written for this test after WHATWG HTML 13.2.3.2, one rule a line
PRESCAN = [
    (b"<meta charset=gb2312>", "gb2312"),
    (b"<meta charset='big5'/>", "big5"),
    (b'<META CHARSET="UTF-8">', "utf-8"),
    (b"<meta/charset=gbk>", "gbk"),
    (b"<meta\ncharset\t=\r\ngbk >", "gbk"),
    (b"<meta charset = gbk >", "gbk"),
    (b"<meta charset= gbk/>", ""),  # the slash belongs to an unquoted value
    (b"<metacharset=gbk>", ""),
    (b"<metax charset=gbk>", ""),
    (b"</meta charset=gbk>", ""),
    (b"<meta charset=gbk", "gbk"),
    (b'<meta charset="gbk', ""),
    (b"<meta charset=", ""),
    (b"<meta", ""),
    (b"<", ""),
    (b"", ""),
    (b"<meta charset=bogus><meta charset=gbk>", "gbk"),
    (b"<meta charset=gbk><meta charset=big5>", "gbk"),
    (b"<meta charset=gbk charset=big5>", "gbk"),
    (b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', "gb2312"),
    (b'<meta content="text/html; charset=gb2312" http-equiv="Content-Type">', "gb2312"),
    (b"<meta http-equiv=Content-Type content=text/html;charset=gb2312>", "gb2312"),
    (b"<meta http-equiv=Content-Type content='text/html; charset=\"gbk\"'>", "gbk"),
    (b"<meta http-equiv=Content-Type content='text/html; charset=\"gbk'>", ""),
    (b"<meta http-equiv=Content-Type content='text/html; charset gbk charset=big5'>", "big5"),
    (b"<meta http-equiv=Content-Type content='charset = utf-8 ; x'>", "utf-8"),
    (b"<meta http-equiv=Refresh content='text/html; charset=gbk'>", ""),
    (b"<meta content='text/html; charset=gbk'>", ""),
    (b"<meta name=description content='charset=gbk'>", ""),
    (b"<!-- <meta charset=big5> --><meta charset=gbk>", "gbk"),
    (b"<!--><meta charset=gbk>", "gbk"),
    (b"<!---><meta charset=gbk>", "gbk"),
    (b"<!-- <meta charset=big5>", ""),
    (b"<! <meta charset=big5><meta charset=gbk>", "gbk"),
    (b"<? <meta charset=big5> ?><meta charset=gbk>", "gbk"),
    (b"</ <meta charset=big5><meta charset=gbk>", "gbk"),
    (b"<p title='<meta charset=big5>'><meta charset=gbk>", "gbk"),
    (b'<p title="><meta charset=big5>"><meta charset=gbk>', "gbk"),
    (b"<p title='><meta charset=gbk>", ""),
    (b"<a =b><meta charset=gbk>", "gbk"),
    (b"<a ==><meta charset=gbk>", "gbk"),
    (b"a < b <meta charset=gbk>", "gbk"),
    (b"<1><meta charset=gbk>", "gbk"),
    (b"<?xml version='1.0' encoding='gb2312'?><html>", "gb2312"),
    (b"<?xml version='1.0' encoding='gb2312'?><meta charset=big5>", "big5"),
    (b"<?xml version='1.0' encoding='bogus'?>", ""),
    (b" " * 3000 + b"<meta charset=gbk>", "gbk"),
    (b" " * 30000 + b"<meta charset=gbk>", ""),
]


@pytest.mark.parametrize(("body", "label"), PRESCAN)
def test_prescan(body: bytes, label: str) -> None:
    assert meta_label(body).lower() == label


@pytest.mark.parametrize(
    ("header", "label"),
    [
        (None, ""),
        ("", ""),
        ("text/html", ""),
        ("text/html; charset=GBK", "GBK"),
        ('text/html;charset="utf-8"', "utf-8"),
        ("text/html; Charset = big5 ; x=y", "big5"),
        ("text/html; charset=", ""),
        ("text/html; charset='gb2312'", "gb2312"),
        ("text/html; charset=utf-8,text/html", "utf-8"),
    ],
)
def test_header(header: str | None, label: str) -> None:
    assert header_label(header) == label


@pytest.mark.parametrize(
    ("label", "name"),
    [("gb2312", "gbk"), ("x-gbk", "gbk"), ("GB18030", "gb18030"), ("big5-hkscs", "big5"), ("latin1", "windows-1252"), ("iso8859-1", "windows-1252"),
     ("ascii", "windows-1252"), ("sjis", "shift_jis"), ("ks_c_5601-1987", "euc-kr"), ("unicode", "utf-16le"), ("utf8", "utf-8"), ("nonsense", ""), ("", "")],
)  # fmt: skip
def test_labels(label: str, name: str) -> None:
    assert encoding_of(label) == name


# text, Python's codec, header, (encoding, how)
WHOLE = [
    (ZH, "gbk", None, ("gb18030", "bytes")),
    (ZH, "gbk", HTML + "gb2312", ("gb18030", "header")),
    (ZH, "gbk", HTML + "utf-8", ("gb18030", "bytes")),
    (ZH, "gbk", HTML + "big5", ("gb18030", "bytes")),
    (ZH, "gbk", HTML + "iso-8859-1", ("gb18030", "bytes")),
    (ZH, "gbk", HTML + "nonsense", ("gb18030", "bytes")),
    (ZH, "utf-8", None, ("utf-8", "bytes")),
    (ZH, "utf-8", HTML + "gbk", ("utf-8", "bytes")),
    (ZH, "utf-8", HTML + "UTF-8", ("utf-8", "header")),
    (TW, "big5", None, ("big5", "bytes")),
    (TW, "big5", HTML + "big5-hkscs", ("big5", "header")),
    (TW, "big5", HTML + "utf-8", ("big5", "bytes")),
    (TW, "big5", HTML + "gb2312", ("big5", "bytes")),
    (TW, "gbk", None, ("gb18030", "bytes")),
    (TW, "gbk", HTML + "big5", ("gb18030", "bytes")),
    (ZH, "utf-16", None, ("utf-16le", "bom")),
    (ZH, "utf-16-le", None, ("utf-16le", "bytes")),
    (ZH, "utf-16-be", HTML + "utf-16be", ("utf-16be", "header")),
    ("news 新闻 2010", "utf-16-be", None, ("utf-16be", "bytes")),
    (ZH, "utf-8-sig", HTML + "gbk", ("utf-8", "bom")),
    (ZH, "hz", HTML + "hz-gb-2312", ("hz-gb-2312", "header")),
    # negatives: pages in other languages
    (JA, "shift_jis", None, ("shift_jis", "bytes")),
    (JA, "euc_jp", None, ("euc-jp", "bytes")),
    (JA, "euc_jp", HTML + "gbk", ("euc-jp", "bytes")),
    (JA, "iso2022_jp", None, ("iso-2022-jp", "bytes")),
    (JA, "iso2022_jp", HTML + "iso-2022-jp", ("iso-2022-jp", "header")),
    (JA, "utf-8", None, ("utf-8", "bytes")),
    (KO, "euc_kr", None, ("euc-kr", "bytes")),
    (KO, "euc_kr", HTML + "ks_c_5601-1987", ("euc-kr", "header")),
    (FR, "latin-1", None, ("windows-1252", "bytes")),
    (FR, "cp1252", HTML + "iso-8859-1", ("windows-1252", "header")),
    (FR, "cp1252", HTML + "gbk", ("windows-1252", "bytes")),
    (FR, "utf-8", HTML + "iso-8859-1", ("utf-8", "bytes")),
    (DE, "cp1252", None, ("windows-1252", "bytes")),
    ("café", "cp1252", None, ("windows-1252", "bytes")),
    ("café", "utf-8", None, ("utf-8", "bytes")),
    ("© 2010 News", "latin-1", HTML + "iso-8859-1", ("windows-1252", "header")),
    ("20°C “quoted” – £5", "cp1252", HTML + "windows-1252", ("windows-1252", "header")),
    (RU, "koi8-r", None, ("koi8-r", "bytes")),
    (RU, "koi8-r", HTML + "koi8-r", ("koi8-r", "header")),
    (RU, "cp1251", None, ("windows-1251", "bytes")),
    (RU, "cp1251", HTML + "gb2312", ("windows-1251", "bytes")),
    (RU, "utf-8", None, ("utf-8", "bytes")),
    ("Η κυβέρνηση ανακοίνωσε χθες τα νέα μέτρα", "iso-8859-7", HTML + "greek", ("iso-8859-7", "header")),
    ("Η κυβέρνηση ανακοίνωσε χθες τα νέα μέτρα", "utf-8", None, ("utf-8", "bytes")),
    ("אתמול הודיעה הממשלה על תקציב חדש", "cp1255", HTML + "windows-1255", ("windows-1255", "header")),
    ("żółty dąb wyrósł nad rzeką", "iso-8859-2", HTML + "iso-8859-2", ("iso-8859-2", "header")),
    ("รัฐบาลไทยประกาศงบประมาณ", "cp874", HTML + "tis-620", ("windows-874", "header")),
    # no evidence: the claim stands
    ("plain ASCII", "ascii", None, ("utf-8", "bytes")),
    ("plain ASCII", "ascii", HTML + "gb2312", ("gb18030", "header")),
    ("plain ASCII", "ascii", HTML + "big5", ("big5", "header")),
    ("", "ascii", None, ("utf-8", "bytes")),
    # short
    ("新闻", "gbk", None, ("gb18030", "bytes")),
    ("中国经济", "gbk", None, ("gb18030", "bytes")),
    ("中國經濟", "big5", None, ("big5", "bytes")),
    ("联通", "gbk", None, ("gb18030", "bytes")),
    ("茅台", "gbk", HTML + "gbk", ("gb18030", "header")),
    ("新闻中心首页", "gbk", HTML + "utf-8", ("gb18030", "bytes")),
    ("锂电池回", "gbk", None, ("gb18030", "bytes")),  # the first three bytes are a character of UTF-8
    ("電動滑板", "gbk", None, ("gb18030", "bytes")),
    # rare characters, and what of GBK is no hanzi
    ("氕氘氚氦锂铍硼碳氮氧氟氖钠镁铝硅磷硫氯氩钾钙钪钛钒铬锰铁钴镍铜锌", "gbk", None, ("gb18030", "bytes")),
    ("鲢鳙鲫鲤鲈鳜鲥鲚鳊鲂鲴鲮鲷鲹鲳鳀鳕鲽鳎鲆", "gbk", None, ("gb18030", "bytes")),
    ("Вчера вечером в городе отключили свет.", "gbk", None, ("gb18030", "bytes")),
    # a mark is believed although nothing of the text is ASCII or Chinese
    ("골목길 끝 작은 빵집에는 아침마다 고소한 냄새가 가득하다.", "utf-16", None, ("utf-16le", "bom")),
    ("བཀྲ་ཤིས་བདེ་ལེགས། ལྷ་ས།", "utf-16", None, ("utf-16le", "bom")),
    ("ภาษาไทยมีวรรณยุกต์", "utf-16", None, ("utf-16le", "bom")),
    ("Λόγος, ψυχή, ἀρετή", "utf-16", None, ("utf-16le", "bom")),
]


@pytest.mark.parametrize(("text", "python", "header", "expected"), WHOLE)
def test_whole(text: str, python: str, header: str | None, expected: tuple[str, str]) -> None:
    found = decode(text.encode(python), content_type=header)
    assert found.text == text
    assert (found.encoding, found.how) == expected
    assert found.segments == ()


# bytes that no encoder writes: (bytes, header, text, encoding)
ODD = [
    (b"\x80100" + ZH.encode("gbk"), None, "€100" + ZH, "gb18030"),
    (ZH.encode("gbk") + b"\xb1", None, ZH + "\ufffd", "gb18030"),
    (ZH.encode("gbk")[:21] + b"<br>" + ZH.encode("gbk"), HTML + "gbk", ZH[:10] + "\ufffd<br>" + ZH, "gb18030"),
    (ZH.encode("gbk") + b"\xff" + ZH.encode("gbk"), None, ZH + "\ufffd" + ZH, "gb18030"),
    (b"\xff" + ZH.encode("gbk"), HTML + "gbk", "\ufffd" + ZH, "gb18030"),
    (ZH.encode() + b"\xe4\xb8", None, ZH + "\ufffd", "utf-8"),
    (ZH.encode() + b"\xff" + ZH.encode(), None, ZH + "\ufffd" + ZH, "utf-8"),
    (ZH.encode() + b"\xb8\xad" + ZH.encode(), HTML + "gbk", ZH + "\ufffd\ufffd" + ZH, "utf-8"),
    (TW.encode("big5") + b"\xa4", None, TW + "\ufffd", "big5"),
    (b"\xff\xfe" + ZH.encode("utf-16-le") + b"\x00", None, ZH + "\ufffd", "utf-16le"),
    (b"\xef\xbb\xbf" + ZH.encode("gbk"), None, ZH, "gb18030"),
    (b"\xef\xbb\xbf", None, "", "utf-8"),
    (ZH.encode("gbk").replace(b"\xa3\xac", b"\xa3\xac\x00"), None, ZH.replace("，", "，\x00"), "gb18030"),
    ("︐龴ḿ".encode().join([ZH.encode()] * 2), None, ZH + "︐龴ḿ" + ZH, "utf-8"),
    (ZH.encode("gbk") + b"\xa6\xd9\xfe\x59", None, ZH + "︐龴", "gb18030"),
    (ZH.encode("gbk") + b"\xa3\xa0\xa3\xa0", None, ZH + "\u3000\u3000", "gb18030"),
    ("锟斤拷锟斤拷".encode("gbk") + ZH.encode("gbk"), None, "锟斤拷锟斤拷" + ZH, "gb18030"),
    (FR.encode("cp1252") + b"\x81", None, FR + "\x81", "windows-1252"),
]


@pytest.mark.parametrize(("body", "header", "text", "encoding"), ODD)
def test_odd_bytes(body: bytes, header: str | None, text: str, encoding: str) -> None:
    found = decode(body, content_type=header)
    assert (found.text, found.encoding) == (text, encoding)


# pieces in turn, each (text, encoding as segments name it)
MIXED = [
    [(ZH, "gb18030"), ("\n", ""), (ZH, "utf-8"), ("\n", ""), (ZH, "gb18030")],
    [(ZH, "utf-8"), ("<br>", ""), (ZH, "gb18030"), ("<p>", ""), (ZH, "utf-8")],
    [(TW, "big5"), ("\n", ""), (TW, "utf-8"), ("\n", ""), (TW, "big5")],
    [(TW, "utf-8"), ("\n", ""), (TW, "big5"), ("\n", ""), (TW, "utf-8")],
    [(ZH[:9], "gb18030"), (ZH[9:20], "utf-8"), (ZH[20:], "gb18030")],
    [(ZH[:9], "utf-8"), (ZH[9:20], "gb18030"), (ZH[20:], "utf-8")],
    [(ZH, "gb18030"), (ZH, "utf-8")],
    [(ZH, "utf-8"), (ZH, "gb18030")],
    [(ZH[:12], "utf-8"), ("(2011)", ""), (ZH[12:], "gb18030")],
    [(KO, "utf-8"), ("\n", ""), (KO, "euc-kr"), ("\n", ""), (KO, "utf-8"), ("\n", ""), (KO, "utf-8")],
    [(KO, "euc-kr"), ("\n", ""), (KO, "utf-8"), ("\n", ""), (KO, "euc-kr")],
    # words only, and a mark alone behind a sign of ASCII
    [(ZH[:9], "gb18030"), (ZH[9:12], "utf-8"), (ZH[12:], "gb18030"), ("\n", ""), (ZH[:5], "gb18030"), (ZH[5:8], "utf-8"), (ZH[8:], "gb18030")],
    [(ZH[:9], "utf-8"), (ZH[9:12], "gb18030"), (ZH[12:], "utf-8"), ("\n", ""), (ZH[:5], "utf-8"), (ZH[5:8], "gb18030"), (ZH[8:], "utf-8")],
    [(ZH, "utf-8"), ("\n", ""), (ZH, "utf-8"), ("\n", ""), (ZH[:-1], "gb18030"), ("20%", ""), ("。", "gb18030"), ("\n", ""), (ZH, "utf-8")],
    # the last character, or the first, is a letter of two bytes in the other
    [(ZH, "utf-8"), ("\n", ""), ("茶农从清明起就一直忙", "utf-8"), ("到现在，山上山下一片忙碌", "gb18030"), ("，谁也没有闲着。", "utf-8"), ("\n", ""), (ZH, "utf-8")],
    [(ZH, "utf-8"), ("\n", ""), ("大船已经离开码头，", "utf-8"), ("锚链收得很快", "gb18030"), ("，船员都站在甲板上。", "utf-8"), ("\n", ""), (ZH, "utf-8")],
    # and one that is meant
    [(ZH, "gb18030"), ("\n", ""), ("这张纸的厚度是", "gb18030"), ("九微米，写作µ的单位", "utf-8"), ("老师在黑板上又讲了一遍。", "gb18030")],
]


@pytest.mark.parametrize("pieces", MIXED)
@pytest.mark.parametrize("header", [None, HTML + "gb2312", HTML + "utf-8"])
def test_mixed(pieces: list[tuple[str, str]], header: str | None) -> None:
    body, read_as = b"", []
    for text, name in pieces:
        coded = text.encode(name or "ascii")
        read_as += [name] * len(coded)
        body += coded
    found = decode(body, content_type=header)
    assert found.text == "".join(text for text, _ in pieces)
    assert found.how == "segments"
    covered(found, body)
    for s in found.segments:
        assert set(read_as[s.start : s.end]) <= {s.encoding, ""}


def covered(found: Decoded, body: bytes) -> None:
    """The segments hold the whole body, in order, and none is like the one before."""
    at = 0
    for s in found.segments:
        assert s.start == at < s.end
        at = s.end
    assert not found.segments or at == len(body)
    assert all(a.encoding != b.encoding for a, b in zip(found.segments, found.segments[1:], strict=False))
    assert found.utf8 in (b"", found.text.encode())
    assert found.utf8 in (b"", found.text.encode("utf-8"))


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-8"])
@pytest.mark.parametrize("seed", range(6))
def test_pages(encoding: str, seed: int) -> None:
    """As served, with a lying claim, blanked, and cut with flipped bytes."""
    rng = random.Random(seed)
    sentences = made.TRADITIONAL if encoding == "big5" else made.SIMPLIFIED
    true = {"gbk": "gb18030"}.get(encoding, encoding)
    for label in (encoding, "utf-8", "gb2312", "big5", "iso-8859-1", ""):
        page = made.page(rng, sentences, label, rng.choice((300, 3000)))
        body = page.encode(encoding)
        found = decode(body)
        assert (found.text, found.encoding) == (page, true)
        assert found.declared == (label if label else "")
        broken = made.damaged(rng, body)
        expected = broken.decode("utf-8", "replace") if true == "utf-8" else codec(true).decode(broken)
        assert decode(broken).text == expected


def test_options_force() -> None:
    body = ZH.encode("gbk")
    assert decode(body, options=Options(encoding="big5")).encoding == "big5"
    assert decode(body, options=Options(encoding="latin1"), content_type=HTML + "gbk") == Decoded(body.decode("cp1252", "replace").replace("\ufffd", "\x81")
        if b"\x81" in body else decode(body, options=Options(encoding="latin1")).text, "windows-1252", "option", "gbk")  # fmt: skip
    assert decode(body, options=Options(encoding="no such thing")).text == ZH


def test_meta_of_utf16_means_utf8() -> None:
    found = decode(b"<meta charset=utf-16>" + ZH.encode())
    assert (found.encoding, found.how, found.declared) == ("utf-8", "meta", "utf-16")


def test_header_goes_before_meta() -> None:
    assert decode(b"<meta charset=big5>", content_type=HTML + "gbk") == Decoded("<meta charset=big5>", "gb18030", "header", "gbk")


def test_page_shows_the_same_segment() -> None:
    assert PageSegment is Segment


@given(body=st.binary(max_size=300), header=st.one_of(st.none(), st.text(max_size=20).map(HTML.__add__)), forced=st.sampled_from(["", "gbk", "utf-16", "hz-gb-2312", "x"]))
def test_never_raises(body: bytes, header: str | None, forced: str) -> None:
    found = decode(body, content_type=header, options=Options(encoding=forced))
    assert found.text.encode("utf-8") is not None  # no lone surrogates
    covered(found, body)


@example(parts=[(KO, "utf-8", 23), (ZH, "big5", 16)])
@given(parts=st.lists(st.tuples(st.sampled_from([ZH, TW, JA, KO, FR, "a<b>\n", "\xe9"]), st.sampled_from(["gb18030", "big5", "utf-8", "euc_jp", "utf-16-le", "latin-1"]), st.integers(0, 90)), max_size=6))
def test_never_raises_on_scraps_of_pages(parts: list[tuple[str, str, int]]) -> None:
    body = b"".join(text.encode(name, "ignore")[:cut] for text, name, cut in parts)
    found = decode(body)
    assert found.text.encode("utf-8") is not None
    covered(found, body)


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=60))
def test_utf8_that_says_so_is_read_back(text: str) -> None:
    if not text.startswith("\ufeff") and "\x00" not in text and "\x1b$" not in text:
        assert decode(text.encode(), content_type=HTML + "utf-8").text == text


@pytest.mark.parametrize(
    "unit",
    [ZH.encode("gbk"), ZH.encode(), "中文字".encode() + b"\n" + "中文字".encode("gbk") + b"\n", "中文字".encode() + "中文字".encode("gbk"),
     b"\xff", b"\x81", b"\xe4\xb8", b"\xe4\xb8\xad", b"<meta ", b"<!--", b'<a b="', b"\x1b$B", b"\x00\xb1"],
)  # fmt: skip
def test_time_is_linear(unit: bytes) -> None:
    def took(size: int) -> float:
        body = unit * (size // len(unit))
        start = time.process_time()
        decode(body)
        return time.process_time() - start

    took(40_000)
    assert took(1_000_000) < 25 * 5 * max(took(40_000), 0.002)


@pytest.mark.parametrize("text", ["어제 오후 시청에서 기자회견이 열려 결과가 발표되었다.", "昨天下午，市质监局召开新闻发布会。", "Вчера в Москве прошла встреча, сообщили нам."])
def test_utf8_cut_off_anywhere_is_utf8(text: str) -> None:
    """regression: Korean cut inside of a character was read as GB 18030 or windows-1251."""
    body = (text * 3).encode()
    for end in range(len(body) // 3, len(body)):
        assert decode(body[:end]).encoding == "utf-8", end


@pytest.mark.parametrize("text", ["出版社把“𠮷”字印错了", "他发来一个😀就走了", "𫖯仰之间"])
def test_halves_of_surrogate_pairs(text: str) -> None:
    """CESU-8, as Oracle's UTF8 and Java's modified UTF-8 are: each half three bytes."""
    halves = text.encode("utf-16-le")
    body = b"".join(chr(int.from_bytes(halves[i : i + 2], "little")).encode("utf-8", "surrogatepass") for i in range(0, len(halves), 2))
    assert decode(body) == Decoded(text, "utf-8", "bytes")
    assert decode(body).utf8 in (b"", text.encode())
    assert "\ufffd" in decode(body[:-3] if text.endswith(("😀", "𠮷")) else body.replace(b"\xed", b"\xed\xed", 1)).text


@pytest.mark.parametrize(("end", "cut"), [("大", 1), ("大", 2), ("abc大", 1), ("abc大", 2)])
def test_halves_of_surrogate_pairs_before_a_cut(end: str, cut: int) -> None:
    """Places in the text with its halves put together are none in the bytes."""
    body = f"昨天\ud83d\ude00下午，市质监局召开新闻发布会。{end}".encode("utf-8", "surrogatepass")
    assert decode(body[:-cut]).text == f"昨天😀下午，市质监局召开新闻发布会。{end[:-1]}\ufffd"


@pytest.mark.parametrize("body", [b"\xff\xfe<p>plain</p>", b"\xfe\xff" + ZH.encode(), b"\xff\xfe" + ZH.encode("gbk")])
def test_mark_that_the_bytes_belie(body: bytes) -> None:
    assert not decode(body).encoding.startswith("utf-16")


@pytest.mark.parametrize("text", made.SIMPLIFIED[:12])
def test_one_byte_lost(text: str) -> None:
    """A sentence of GBK that is out of step from one byte on is still nothing else."""
    data = text.encode("gbk")
    for at in range(3, len(data) * 2 // 3, 7):
        for cut in (data[:at] + data[at + 1 :], data[:at] + b"?" + data[at + 1 :]):
            assert decode(cut).encoding == "gb18030"


@pytest.mark.parametrize(("text", "python", "name"), [(t, "euc_kr", "euc-kr") for t in made.KOREAN[:6]] + [(t, "euc_jp", "euc-jp") for t in made.JAPANESE[:6]]
                         + [(t, "big5", "big5") for t in made.TRADITIONAL[:6]])  # fmt: skip
def test_one_byte_lost_elsewhere(text: str, python: str, name: str) -> None:
    data = text.encode(python)
    assert decode(data[:9] + data[10:]).encoding == name
    assert decode(data).encoding == name
