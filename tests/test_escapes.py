"""Escapes and references left in text, in the spellings that software gives them; at home in code and addresses, where they stay."""

import base64
import html.entities
import quopri
import time
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from qnews_scraper.ledger import undo
from qnews_scraper.restore import repair
from tests.simulator import readers

TEXTS = ["昨天下午，市质监局召开新闻发布会，通报抽查结果。", "“我们不怕问题，”局长说，“就怕看不见问题。”", "加工贸易企业转型升级，2010年共受理1250家。"]


def each(spell: Callable[[str], str]) -> Callable[[str], str]:
    """Characters beyond ASCII spelled, the others as they are."""
    return lambda text: "".join(spell(c) if c > "\x7f" else c for c in text)


def each_byte(encoding: str, spell: Callable[[int], str]) -> Callable[[str], str]:
    return lambda text: "".join(spell(b) if b > 0x7F else chr(b) for b in text.encode(encoding))


def named(byte: int) -> str:
    """As PHP's htmlentities with its old default, ISO-8859-1."""
    name = html.entities.codepoint2name.get(byte)
    return f"&{name};" if name else f"&#{byte};"


SPELLINGS: dict[str, Callable[[str], str]] = {
    "\\u4e2d": each(lambda c: f"\\u{ord(c):04x}"),
    "\\u4E2D": each(lambda c: f"\\u{ord(c):04X}"),
    "\\\\u4e2d, JSON in JSON": each(lambda c: f"\\\\u{ord(c):04x}"),
    "\\u{4e2d}": each(lambda c: f"\\u{{{ord(c):x}}}"),
    "\\xe4\\xb8": each_byte("utf-8", lambda b: f"\\x{b:02x}"),
    "\\xd6\\xd0, GBK": each_byte("gbk", lambda b: f"\\x{b:02x}"),
    "\\344\\270": each_byte("utf-8", lambda b: f"\\{b:03o}"),
    "%E4%B8": quote,
    "%e4%b8": lambda text: quote(text).lower(),
    "%25E4%25B8": lambda text: quote(quote(text)),
    "=E4=B8": lambda text: quopri.encodestring(text.encode()).decode(),
    "=?UTF-8?B?": lambda text: f"=?UTF-8?B?{base64.b64encode(text.encode()).decode()}?=",
    "=?gb2312?B?": lambda text: f"=?gb2312?B?{base64.b64encode(text.encode('gbk')).decode()}?=",
    "=?utf-8?Q?": lambda text: "=?utf-8?Q?" + "".join(f"={b:02X}" for b in text.encode()) + "?=",
    "\\x{4e2d}, Perl": each(lambda c: f"\\x{{{ord(c):04x}}}"),
    "\\U00004e2d": each(lambda c: f"\\U{ord(c):08x}"),
    "\\4e2d , CSS": each(lambda c: f"\\{ord(c):x} "),
    "\\004e2d, CSS": each(lambda c: f"\\{ord(c):06x}"),
    "\\'d6\\'d0, RTF": each_byte("gbk", lambda b: f"\\'{b:02x}"),
    "_x4E2D_, OOXML": each(lambda c: f"_x{ord(c):04X}_"),
    "u4e2d, its backslash stripped": each(lambda c: f"u{ord(c):04x}"),
    "\\u00e4\\u00b8, bytes one by one": each_byte("utf-8", lambda b: f"\\u{b:04x}"),
    "\\xe4\\xb8, ASCII too": lambda text: "".join(f"\\x{b:02x}" for b in text.encode()),
    "b'\\xe4\\xb8'": lambda text: repr(text.encode()),
    "%D6%D0, form in GBK": lambda text: quote_plus(text.encode("gbk")),
    "%E4%B8, form, twice": lambda text: quote_plus(quote_plus(text)),
    "escape()": lambda text: "".join(f"%u{ord(c):04X}" if ord(c) > 0xFF else quote(c, encoding="latin-1") for c in text),
    "=e4=b8": lambda text: "".join(f"={b:02x}" if b > 0x7E or b == 0x3D else chr(b) for b in text.encode()),
    "=D6=D0, GBK": lambda text: quopri.encodestring(text.encode("gbk")).decode(),
    "=E4=B8, soft line breaks as spaces": lambda text: quopri.encodestring(text.encode()).decode().replace("=\n", "= "),
    "=E4=B8, soft line breaks of CRLF": lambda text: quopri.encodestring(text.encode()).decode().replace("\n", "\r\n"),
    "&AMP;#X4E2D;": each(lambda c: f"&AMP;#X{ord(c):X};"),
    "&#38;#20013;": each(lambda c: f"&#38;#{ord(c)};"),
    "&#20013": each(lambda c: f"&#{ord(c)}"),
    "&auml;\x84, C1 controls as they are": each_byte("utf-8", lambda b: f"&{html.entities.codepoint2name[b]};" if b in html.entities.codepoint2name else chr(b)),
    "HZ": lambda text: text.encode("hz").decode("ascii"),
    "&#x4e2d;": each(lambda c: f"&#x{ord(c):x};"),
    "&amp;amp;#20013;": each(lambda c: f"&amp;amp;#{ord(c)};"),
    "&Ouml;&ETH;, GBK": each_byte("gbk", named),
    "&auml;&cedil;, UTF-8": each_byte("utf-8", named),
    # two on top of each other
    "&amp;auml;&amp;cedil;": lambda text: each_byte("utf-8", named)(text).replace("&", "&amp;"),
    "&amp;Ouml;&amp;ETH;, GBK": lambda text: each_byte("gbk", named)(text).replace("&", "&amp;"),
    "%C3%A4%C2%B8": lambda text: quote(text.encode().decode("latin-1"), safe=" ,.!"),
    "\\u00d6\\u00d0, GBK bytes one by one": each_byte("gbk", lambda b: f"\\u{b:04x}"),
    "%25E4%25B8, ASCII too": lambda text: quote(quote(text.replace("2010", "2,010"), safe=""), safe=""),
    "\\u00c3\\u00a4, misread before": lambda text: each(lambda c: f"\\u{ord(c):04x}")(text.encode().decode("latin-1").encode().decode("latin-1")),
    # their signs lost or made wide
    "#20013;": each(lambda c: f"#{ord(c)};"),
    "#x4e2d;": each(lambda c: f"#x{ord(c):x};"),
    "＆#20013；": each(lambda c: f"＆#{ord(c)}；"),
    "＆＃２００１３；": each(lambda c: f"＆＃{''.join(chr(0xFF10 + int(d)) for d in str(ord(c)))}；"),
    "bytes without a character, Python's surrogateescape": lambda text: text.encode().decode("ascii", "surrogateescape"),
    "bytes of GBK without a character": lambda text: text.encode("gbk").decode("ascii", "surrogateescape"),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_each_spelling_is_read(spelling: str, text: str) -> None:
    served = "前面一句是好的。\n" + SPELLINGS[spelling](text) + "\n后面一句也是好的。"
    repaired = repair(served)
    text = text.replace("2010", "2,010") if "ASCII too" in spelling and "%25" in spelling else text
    assert repaired.text == f"前面一句是好的。\n{text}\n后面一句也是好的。"
    assert undo(repaired) == served


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("spelling", ["&Ouml;&ETH;, GBK", "&auml;&cedil;, UTF-8"])
def test_misread_bytes_as_references_in_markup(spelling: str, text: str) -> None:
    """To a reader they are characters already, and ASCII to whoever looks at the source."""
    page = f"<html><head><title>一个标题</title></head><body><h1>一个标题</h1><p>{SPELLINGS[spelling](text)}</p><p>后面一句。</p></body></html>"
    assert f"<p>{text}</p>" in repair(page).text


@pytest.mark.parametrize("text", ["周四(12月15日)图书馆延长开放", "夜读专列今晚发车(图)", "(文/小易)近日，图书馆延长开放", "(一) 还书不必排队。"])
def test_one_reference_in_brackets_goes_with_the_line(text: str) -> None:
    served = "<p>" + each(lambda c: f"&amp;#{ord(c)};")(text) + "</p>"
    assert repair(served).text == f"<p>{text}</p>"


def test_escapes_of_two_kinds_on_one_line() -> None:
    """regression: the first kind that was found ended the search, and the page was looked at once more for the next."""
    served = "标题：" + SPELLINGS["\\u4e2d"]("今天天气") + "，正文：" + quote("明天下雨") + "，" + SPELLINGS["=?UTF-8?B?"]("后天放晴")
    repaired = repair(served)
    assert repaired.text == "标题：今天天气，正文：明天下雨，后天放晴"
    assert [done.name for done in repaired.passes if done.edits] == ["escapes"]


def test_references_without_a_semicolon() -> None:
    assert repair("&#20170&#22825&#22825&#27668&#24456&#22909。").text == "今天天气很好。"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("big5", "市長昨天視察新建的圖書館，並與讀者座談。"), ("shift_jis", "市役所は来月から窓口の時間を延長すると発表した。"), ("euc-kr", "시청은 다음 달부터 도서관 운영 시간을 늘리기로 했다.")],
)
def test_percent_escapes_of_other_encodings(encoding: str, text: str) -> None:
    assert repair(quote(text.encode(encoding))).text == text


@pytest.mark.parametrize("text", ["Вчера вечером в городе отключили свет.", "Le préfet a présidé hier la cérémonie à Orléans."])
@pytest.mark.parametrize("spelling", ["\\u4e2d", "%E4%B8", "=E4=B8", "&#x4e2d;"])
def test_words_of_other_alphabets(spelling: str, text: str) -> None:
    assert repair(SPELLINGS[spelling](text)).text == text


def test_a_reference_to_one_byte_of_a_misread_character() -> None:
    """As is left where no-break spaces and soft hyphens were written as references."""
    text = "因为中午下雨，传统的赛龙舟改在明天。"
    served = text.encode().decode("latin-1").replace("\xa0", "&nbsp;").replace("\xad", "&shy;")
    assert "&nbsp;" in served
    assert "&shy;" in served
    assert repair(served).text == text


@pytest.mark.parametrize(("served", "text"), [("气温降到&#8722;12&#8451;，局部大风。", "气温降到−12℃，局部大风。"), ("沉没的&#65533;船", "沉没的\ufffd船")])
def test_single_references(served: str, text: str) -> None:
    assert repair(served).text == text


@pytest.mark.parametrize("spell", ["\\u{:04x}", "%u{:04X}"])
def test_escapes_of_text_that_was_misread(spell: str) -> None:
    """What they stand for reads only when the misreading is undone too; characters that it lost, and of private use, are among it."""
    for text in TEXTS:
        misread = readers.browser("gbk")(text.encode())
        assert repair(each(lambda c: spell.format(ord(c)))(misread)).text == repair(misread).text


@pytest.mark.parametrize(
    "text",
    [
        # lists, names, verses: what reads badly is told by its form, or by the length of its rows
        "鲃、鲚、鲼、鳀、鳎、鳐、鳜、鳢",
        "褚菡、逯昕、佘翊、亓垚、昝珺、郗骞",
        "蒹葭蒼蒼，白露為霜，溯洄從之，道阻且長。",
        "彼のギターは、嵐で倒された木から作られたものだ。",
    ],
)
@pytest.mark.parametrize("spelling", ["\\xe4\\xb8", "%E4%B8", "=E4=B8"])
def test_rows_of_bytes_that_have_the_form_of_utf_8(spelling: str, text: str) -> None:
    assert repair(SPELLINGS[spelling](text)).text == text


@pytest.mark.parametrize("text", ["与会的有：褚菡、逯昕、佘翊、亓垚、昝珺、郗骞", "蒹葭蒼蒼，白露為霜，溯洄從之，道阻且長。", "彼のギターは、嵐で倒された木から作られたものだ。"])
@pytest.mark.parametrize("spelling", ["\\u4e2d", "%u4e2d"])
def test_long_rows_of_characters(spelling: str, text: str) -> None:
    spell = SPELLINGS.get(spelling) or each(lambda c: f"%u{ord(c):04x}")
    assert repair(spell(text)).text == text


@pytest.mark.parametrize(
    ("served", "text"),
    [
        ("今天真开心\\ud83d\\ude00，明天再来。", "今天真开心😀，明天再来。"),
        ("老板姓\\ud842\\udfb7，在这条街开店三十年。", "老板姓𠮷，在这条街开店三十年。"),
        ("\\344\\273\\212\\345\\271\\264\\345\\242\\236\\351\\225\\27712\\344\\270\\207\\344\\272\\272", "今年增长12万人"),
        # what goes with other rows of its line: behind a quote, behind a letter, a part of an arrow
        ('%u5c40%u957f%u8bf4 "%u5148%u67e5%u8d28%u91cf" %u518d%u8c08%u4ef7%u683c', '局长说 "先查质量" 再谈价格'),
        ("u65b0u6b3ePadu4ecau5929u4e0au5e02uff0cu552eu4ef7u6bd4u53bbu5e74u4f4eu3002", "新款Pad今天上市，售价比去年低。"),
        ("%E7%82%B9%E8%BF%99%E9%87%8C%E7%9C%8B%E5%85%A8%E6%96%87>>", "点这里看全文>>"),
    ],
)
def test_what_goes_with_other_escapes(served: str, text: str) -> None:
    repaired = repair(served)
    assert repaired.text == text
    assert undo(repaired) == served


@pytest.mark.parametrize(
    "text",
    [
        r"正则表达式 [\u4e00-\u9fa5] 和 [\x{4e00}-\x{9fff}] 都匹配汉字",
        r"[\u00e0-\u00ff\u0100-\u017f\u0180-\u024f]",
        r"资料在 D:\2019\2020\2021 三个文件夹里",
        "字形名是 uni4E2Duni6587uni5B57",
        "b'\\xe4\\xb8\\xad'",
        "列名 max_x2010_x2011_value 不改",
        "x=ab=cd=ef，y=e4=b8",
        "在HTML中，&nbsp;表示不换行空格，&#8451;表示摄氏度。",
        "0x4E2D U+4E2D &#x4E2D; 都是同一个字",
        "=?UTF-8?B?5Lit5paH?= 解码以后是“中文”",
        r"\u4e2d\u6587 是“中文”二字的 Unicode 转义",
        "<p>有人把标题写成 &amp;#20195;&amp;#21150; 这样的数字实体，编辑看不懂。</p>",
        "<p>汉字“图”的写法是(&amp;#22270;)，“文”是(&amp;#25991;)。</p>",
        "<p>若源码里有一串 &amp;#20195;&amp;#21150; 藏在末尾，就要警惕。</p>",
        "<p>站长在页脚看到 &amp;#20195;&amp;#21150; 这样的编码，报了警。</p>",
        "字母 é 写作 &#233;，版权符号写作 &#169;。",
        r"printf '\344\270\255\346\226\207\n' > out.txt; ls",
        r'data = b"\xe4\xb8\xad\xe6\x96\x87"',
        r'const s = "\u{4e2d}\u{6587}";',
        r"路径 C:\user\u4e00\data 里有文件",
        "https://example.com/wiki/%25E4%25B8%25AD%25E6%2596%2587",
        "R&D 和 AT&T; 以及 Q&A",
        "<p>Il a cr&eacute;&eacute;e, &laquo;&nbsp;hier&nbsp;&raquo;, &agrave;&eacute;&egrave;.</p>",
        "<p>&copy;&reg;&nbsp;&nbsp;&nbsp;版权所有&nbsp;&raquo;&raquo;</p>",
        "波浪线~{未完}~，大约~{十}~个。",
        "=?= 三个符号 =?abc?x?=",
        "概率为95%，其中%20的人没有回答。",
        r"表情的范围是 [\ud83c\udf00-\ud83d\ude4f]，写进正则。",
        # lists of codes
        r"表：\u4e00 一，\u4e01 丁，\u4e03 七，\u4e07 万，\u4e08 丈，\u4e09 三",
        r"扩展区的范围是 \u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff 这几段",
        "修复了 #20013; #20014; #20015; 三个问题",
        "#10013; #10017; #10026; #11088;",
        "配色：#100000; #200000; #300000;",
        r"表情写作 '\ud83d\ude00'，要加引号。",
        r"汉字“学”即\u5b66，“校”即\u6821。",
        r"输入“\u4e2d”和“\u6587”，看看显示出来的是什么。",
        r'{"mood": "\ud83d\ude00"}',
        "<p>在网页里 &amp;eacute; 表示 é，&amp;agrave; 表示 à，&amp;ccedil; 表示 ç。</p>",
        "<p>写法：&amp;auml;&amp;ouml;&amp;uuml;&amp;szlig; 是德语字母。</p>",
        "编号#12345; 和#23456; 的两件货已经发出。",
    ],
)
def test_what_is_at_home_stays(text: str) -> None:
    """negative: source code, addresses, marks."""
    assert repair(text).edits == ()


def test_references_beside_a_word_that_is_also_theirs() -> None:
    assert repair("服务实体经济，银行&#20449;&#36151;再降。").text == "服务实体经济，银行信贷再降。"


@pytest.mark.parametrize("name", ["&#8203;", "&#x200b;", "&ZeroWidthSpace;", "&zwnj;", "&shy;", "&#65279;", "&amp;#8203;"])
def test_references_to_what_nobody_sees(name: str) -> None:
    assert repair(f"昨天{name}下午，市质{name}监局召开{name}2010年第3{name}次发布会。").text == "昨天下午，市质监局召开2010年第3次发布会。"


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["a&#233;b ", " &#8203; x", "&#20013;", "&aring;\x8d ", "%E4%B8 ", "%u4e2d%E4%B8", "=E4=B8=AD x", "%25E4%25B8%25AD+", "u4e2d u", "'\\xe4中", "å\\x8d—è"])
def test_time_is_linear(unit: str) -> None:
    """One line, four times as long: four times the time, and some for what the machine does beside."""

    def spent(length: int) -> float:
        served = unit * (length // len(unit))
        start = time.process_time()
        repair(served)
        return time.process_time() - start

    spent(1000)
    assert min(spent(32000) for _ in range(2)) < 12 * max(0.02, min(spent(8000) for _ in range(2)))


def test_time_of_backslashes_beside_escapes_is_linear() -> None:
    def spent(length: int) -> float:
        served = r"\u4e2d\u56fd " + "\\" * length
        start = time.process_time()
        repair(served)
        return time.process_time() - start

    spent(100)
    assert spent(40_000) < 8 * max(spent(10_000), 0.05)


def test_words_of_a_line_are_in_one_encoding() -> None:
    """regression: 通讯员 in GBK has the form of UTF-8, ͨѶԱ"""
    text = "本报讯（记者 田青 通讯员 方谷）昨天，镇上的新桥通车。"
    served = " ".join(quote(word.encode("gbk")) for word in text.split(" "))
    assert repair(served).text == text
