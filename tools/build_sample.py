"""Build data/sample/sample.warc.gz, the archive that `scrapy crawl articles` reads when it is told nothing.

    python tools/build_sample.py [OUT]

Every page but the dump of the real mirror page was written for this project. The sources in data/sample/pages
are sound; here each suffers one kind of damage, as its row says. The outcome is the same on every run:
dates, record ids and random choices are fixed.
"""

import base64
import gzip
import hashlib
import random
import re
import sys
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
PAGES: Final = ROOT / "data/sample/pages"
OUT: Final = ROOT / "data/sample/sample.warc.gz"

sys.path.insert(0, str(ROOT / "tests/models"))
import mirror  # noqa: E402

DATE: Final = "2026-01-05T03:04:05Z"
HTML: Final = "text/html"
UTF8: Final = "text/html; charset=utf-8"


class Record(NamedTuple):
    name: str
    """Name of the expected outcome in data/sample/expected."""
    url: str
    content_type: str
    body: Callable[[], bytes]
    status: str = "200 OK"


def source(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


# what a mirror adds -----------------------------------------------------------------------------------------

SPAM: Final = source("cqn-2011-08-05-mirror.txt").split("\n", 1)[0]
ODD: Final = ("legend", "abbr", "thead", "dfn", "acronym", "tt", "samp", "kbd", "optgroup", "center", "strike", "sup", "menuitem", "ruby")


def references(text: str) -> str:
    """Each character as &#N;."""
    return "".join(f"&#{ord(char)};" for char in text)


def junk(rng: random.Random, count: int, name: str) -> str:
    """`count` groups of nested empty elements that share one id."""
    groups = []
    for _ in range(count):
        tags = rng.choices(ODD, k=rng.randint(2, 5))
        groups.append("".join(f'<{tag} id="{name}">' for tag in tags) + "".join(f"</{tag}>" for tag in reversed(tags)))
    return "".join(groups)


def dressed(page: str, seed: int, name: str) -> str:
    """A damaged page with a mirror's head, spam line and junk in the places left for them."""
    block = f'<div style="position:fixed;left:-9000px;top:-9000px;">{junk(random.Random(seed), 60, name)}</div>'
    added = {
        "spam title": references(SPAM),
        "spam keywords": references(SPAM.split(",", 1)[0]),
        "spam description": references(SPAM),
        "spam line": SPAM,
        "junk line": f'<legend id="{name}"><abbr id="{name}"><thead id="{name}"></thead></abbr></legend>',
        "junk block": block,
    }
    return re.sub(r"\{\{(.*?)\}\}", lambda place: added[place[1]], page)


def cqn_lines() -> list[str]:
    """The real page's lines as served, raw: damaged by the model, character references for what GBK lacks.

    The dump proves that no control bytes stood before the mark in 问题。”东莞, whose bytes would have been cut.
    """
    dump = source("cqn-2011-08-05-mirror.txt")
    table = [entry for entry in mirror.KNOWN if f"{entry[0]}({entry[1]})" in dump]
    lines = source("cqn-2011-08-05-original.txt").replace("\N{NO-BREAK SPACE}", "&nbsp;").replace("•", "&bull;").split("\n")
    return ["".join(mirror.damage(part, table, seed=i) for part in re.split("(?<=问题。)(?=”)", line)).strip(" ") for i, line in enumerate(lines)]


def cqn_mirror() -> bytes:
    lines = cqn_lines()

    def paragraphs(first: int, last: int, markup: str = "<p>{}</p>") -> str:
        return "\n".join(markup.format(line) for line in lines[first:last] if line)

    page = source("cqn-2011-08-05.html")
    page = page.replace("{{paragraphs}}", paragraphs(10, 51)).replace("{{declaration}}", paragraphs(56, 59))
    page = page.replace("{{pictures}}", paragraphs(61, 70, "<li>{}</li>"))
    for i, was in enumerate(source("cqn-2011-08-05-original.txt").split("\n")):
        # the page's own furniture, taken from the damaged lines; links inside the breadcrumb stay
        if (was := was.strip()) and f">{was}<" in page:
            page = page.replace(f">{was}<", f">{lines[i]}<")
    table = [entry for entry in mirror.KNOWN if f"{entry[0]}({entry[1]})" in source("cqn-2011-08-05-mirror.txt")]
    for furniture in ("您当前位置: ", "新闻中心", "《中国质量万里行》"):
        page = page.replace(furniture, mirror.damage(furniture, table))
    return dressed(page, 1, "o3rmf").encode()


SPARSE: Final = tuple((entry[0], entry[1:]) for entry in ("業yè", "發fā", "現xiàn", "機jī", "應yīng", "關guān", "開kāi", "廠chǎng"))


def mirror_sparse() -> bytes:
    return dressed(mirror.damage(source("mirror-sparse.html"), SPARSE, seed=2), 2, "kx7wq").encode()


# misreadings ------------------------------------------------------------------------------------------------


def as_gbk(name: str) -> bytes:
    """UTF-8 that was read as GBK and saved as UTF-8; the texts are chosen so that no pair is bad."""
    text = mirror.read_cp936(source(name).encode())
    if "?" in text:
        raise SystemExit(f"{name}: bytes are lost at {[text[max(0, m.start() - 12) : m.end() + 6] for m in re.finditer('[?]', text)]}")
    return text.encode()


def as_cp1252(name: str) -> bytes:
    """UTF-8 that was read as windows-1252 the way browsers do (five undefined bytes are C1 controls)."""
    return "".join(bytes((byte,)).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte) for byte in source(name).encode()).encode()


def marked(name: str, mark: str, change: Callable[[str], bytes], rest: Callable[[str], bytes]) -> bytes:
    """A page whose parts between <!--mark--> and <!--/mark--> suffer `change`."""
    parts = re.split(f"<!--/?{mark}-->", source(name))
    return b"".join((rest, change)[i % 2](part) for i, part in enumerate(parts))


def text_only(part: str, change: Callable[[str], str]) -> str:
    """Characters of a source beyond ASCII, changed one by one."""
    return "".join(change(char) if ord(char) > 0x7F else char for char in part)


def escapes() -> bytes:
    kinds: dict[str, Callable[[str], str]] = {
        "double": lambda c: f"&amp;#x{ord(c):x};",
        "percent-u": lambda c: f"%u{ord(c):04X}",
        "backslash-u": lambda c: f"\\u{ord(c):04x}",
    }
    page = source("escapes.html")
    for mark, change in kinds.items():
        page = re.sub(f"<!--{mark}-->(.*?)<!--/{mark}-->", lambda part, change=change: text_only(part[1], change), page)  # type: ignore[misc]
    return page.encode()


def lost_byte() -> bytes:
    """GBK without the second byte of one character: every pair after it is out of step to the next ASCII."""
    before, after = source("gbk-lost-byte.html").split("{{lost}}")
    return before.encode("gbk") + "稻".encode("gbk")[:1] + after.encode("gbk")


def farm(name: str) -> bytes:
    """A footer of links to strangers, each with a keyword."""
    words = "棋牌游戏大厅 真人视讯开户 体育投注平台 时时彩计划 老虎机技巧 百家乐玩法 娱乐城注册 彩票代理 捕鱼游戏下载 网上赌场".split()
    rng = random.Random(3)
    links = [f'<a href="http://www.{"".join(rng.choices("bcdfghkmnpqrstvwxz", k=7))}.example/">{rng.choice(words)}</a>' for _ in range(48)]
    return source(name).replace("{{farm}}", " |\n".join(links)).encode()


RECORDS: Final = (
    Record("mirror", "http://cqn-mirror.example/news/zgzlwlx/2011-08/05/content_1302545.shtml", UTF8, cqn_mirror),
    Record("mirror", "http://dump.example/cqn-2011-08-05-mirror.txt", "text/plain; charset=utf-8", lambda: source("cqn-2011-08-05-mirror.txt").encode()),
    Record("mirror-sparse", "http://www.hsjb-copy.example/2012/0917/content_55021.html", HTML, mirror_sparse),
    Record("gbk-lying-utf8", "http://www.jiangcheng.example/local/2016/0318/1120.html", UTF8, lambda: source("gbk-lying-utf8.html").encode("gbk")),
    Record("utf8-as-gbk", "http://www.yunling.example/edu/20141106/3021.html", HTML, lambda: as_gbk("utf8-as-gbk.html")),
    Record(
        "mixed-bytes",
        "https://donggang.example/sea/2019/tide-table.html",
        HTML,
        lambda: marked("mixed-bytes.html", "gbk", lambda part: part.encode("gbk"), str.encode),
    ),
    Record("taiwan", "https://news.daoyu.example/life/20200215/88123", UTF8, lambda: source("taiwan.html").encode()),
    Record("sound", "https://www.zhongyuan.example/culture/2018-05/11/c_2201.html", UTF8, lambda: source("sound.html").encode()),
    Record("cut-off", "https://www.beihu.example/eco/202112/heiguan.html", UTF8, lambda: source("cut-off.html").split("{{cut}}")[0].encode()),
    Record("spam-footer", "http://www.jnms.example/msxw/2017/0109/8812.html", HTML, lambda: farm("spam-footer.html")),
    Record("hidden-class", "http://www.jincheng.example/shequ/20220614.html", HTML, lambda: source("hidden-class.html").encode()),
    Record("utf8-as-cp1252", "http://www.chuanjiang.example/sports/20130927/771.html", HTML, lambda: as_cp1252("utf8-as-cp1252.html")),
    Record("gbk-lost-byte", "http://www.mindong.example/nong/2009-04/12/content_118.htm", HTML, lost_byte),
    Record("escapes", "http://www.qinchuan.example/culture/20150801/night.html", UTF8, escapes),
    Record("list", "http://www.jiangcheng.example/local/", UTF8, lambda: source("list.html").encode()),
    Record("error", "http://www.jiangcheng.example/local/2016/0318/1.html", UTF8, lambda: source("error.html").encode()),
    Record("english", "https://www.pinewoodgazette.example/local/market-bell", UTF8, lambda: source("english.html").encode()),
    Record("japanese", "https://www.minato.example/local/20191123.html", UTF8, lambda: source("japanese.html").encode()),
)


def digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data).digest()).decode()


def member(kind: str, uri: str, content_type: str, block: bytes, payload: bytes | None = None) -> bytes:
    """One WARC 1.0 record as a gzip member of its own."""
    headers = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{kind} {uri}')}>",
        "WARC-Target-URI": uri,
        "WARC-Date": DATE,
        "WARC-Block-Digest": digest(block),
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
    }
    if payload is not None:
        headers["WARC-Payload-Digest"] = digest(payload)
    head = "WARC/1.0\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers.items()) + "\r\n"
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)


def archive() -> bytes:
    """The whole archive."""
    about = b"software: tools/build_sample.py\r\nformat: WARC File Format 1.0\r\ndescription: one page for each large kind of damage\r\n"
    members = [member("warcinfo", "urn:qnews:sample", "application/warc-fields", about)]
    for record in RECORDS:
        body = record.body()
        head = f"HTTP/1.1 {record.status}\r\nContent-Type: {record.content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        members.append(member("response", record.url, "application/http; msgtype=response", head.encode() + body, body))
    return b"".join(members)


def main() -> None:
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.write_bytes(archive())
    print(f"{out}: {len(RECORDS)} pages, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
