"""Saved pages: files, folders, MHTML, zips and dumps, built here as the tools write them."""

import base64
import contextlib
import gzip
import io
import os
import quopri
import time
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
import warc_files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qnews_scraper.archive import read_pages
from qnews_scraper.archive.saved import iso_time
from qnews_scraper.errors import SourceError
from qnews_scraper.options import Options

PAGE = "<html><head><title>新闻</title></head><body><p>正文。</p></body></html>".encode()
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)


def _write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def test_a_date_that_is_none_is_no_date(tmp_path: Path) -> None:
    stamp = b"<!-- FILE ARCHIVED ON 99:99:99 Foo 99, 0000 AND RETRIEVED FROM THE INTERNET ARCHIVE -->"
    (page,) = read_pages(_write(tmp_path / "x.html", PAGE + stamp))
    assert (page.body, page.fetched_at) == (PAGE + stamp, "")
    good = stamp.replace(b"99:99:99 Foo 99, 0000", b"10:20:30 Aug 05, 2011")
    (page,) = read_pages(_write(tmp_path / "y.html", PAGE + good))
    assert page.fetched_at == "2011-08-05T10:20:30+00:00"


def _zip_of(name: str, data: bytes, how: int = zipfile.ZIP_STORED) -> bytearray:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", how) as made:
        made.writestr(name, data)
    return bytearray(file.getvalue())


@pytest.mark.parametrize("kind", ["name", "lzma"])
def test_a_damaged_zip_costs_no_other_file(tmp_path: Path, kind: str) -> None:
    if kind == "name":
        raw = bytearray(bytes(_zip_of("äää.html", PAGE)).replace("äää".encode(), b"\xff\xfe\xfd\xff\xfe\xfd"))
    else:
        raw = _zip_of("a.html", PAGE * 20, zipfile.ZIP_LZMA)
        raw[60:110] = bytes(b ^ 0x5A for b in raw[60:110])
    _write(tmp_path / "f/a.html", PAGE)
    _write(tmp_path / "f/b.zip", bytes(raw))
    _write(tmp_path / "f/c.html", PAGE)
    pages = list(read_pages(tmp_path / "f"))
    assert [Path(p.archive_file).name for p in pages if p.body] == ["a.html", "c.html"]
    (told,) = [p for p in pages if not p.body]
    assert told.warnings[0].startswith("broken-record: ")
    with pytest.raises(SourceError, match=r"b\.zip"):
        list(read_pages(tmp_path / "f/b.zip"))


def test_a_pipe_is_passed_over_in_a_folder(tmp_path: Path) -> None:
    _write(tmp_path / "f/a.html", PAGE)
    os.mkfifo(tmp_path / "f/x.html")
    assert [p.body for p in read_pages(tmp_path / "f") if p.body] == [PAGE]


def test_dates_and_links_without_end_take_no_longer_than_others(tmp_path: Path) -> None:
    def took(n: int) -> float:
        begun = time.process_time()
        iso_time("1" + " " * n + "x")
        list(read_pages(_write(tmp_path / "x.html", b"<html>" + b"<link " * n)))
        return time.process_time() - begun

    took(1000)
    assert took(80_000) < 10 * max(took(20_000), 0.02)


def _mhtml(*parts: tuple[str, str, bytes, str], kind: str = "multipart/related") -> bytes:
    """parts: (content type, location, data, transfer encoding)"""
    out = [
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: http://news.example/1.html\r\nSubject: =?utf-8?Q?x?=\r\n"
        b"Date: Fri, 5 Aug 2011 14:30:00 +0800\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: " + kind.encode() + b';\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n'
    ]
    for content_type, location, data, encoding in parts:
        coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring, "binary": bytes}[encoding](data)
        out.append(f"------B\r\nContent-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {location}\r\n\r\n".encode())
        out.append(coded + b"\r\n")
    return b"".join(out) + b"------B--\r\n"


def test_a_page_with_its_folder_of_parts(tmp_path: Path) -> None:
    saved = b'<!-- saved from url=(0026)http://news.example/a/1.html -->\n<link rel="stylesheet" href="./1_files/s.css">' + PAGE
    _write(tmp_path / "1.html", saved)
    _write(tmp_path / "1_files" / "s.css", b'@import "t.css"; .a{}')
    _write(tmp_path / "1_files" / "t.css", b".hide{display:none}")
    _write(tmp_path / "1_files" / "frame.html", PAGE)
    _write(tmp_path / "1_files" / "logo.png", PNG)
    (page,) = read_pages(tmp_path)
    assert (page.url, page.archive_file, page.body) == ("http://news.example/a/1.html", str(tmp_path / "1.html"), saved)
    assert page.resources["./1_files/s.css"] == page.resources["http://news.example/a/1_files/s.css"]
    assert page.resources["http://news.example/a/1_files/t.css"] == b".hide{display:none}"
    assert next(read_pages(tmp_path / "1.html")).resources == page.resources


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "big5"])
@pytest.mark.parametrize("form", ["as it is", "in percent", "in percent of UTF-8"])
@pytest.mark.parametrize("disk", ["utf-8", "the page's"])
def test_a_folder_of_parts_is_named_in_the_encoding_of_the_page(tmp_path: Path, encoding: str, form: str, disk: str) -> None:
    folder = "河口日報_files"
    href = folder.encode() if form == "in percent of UTF-8" else folder.encode(encoding)
    if form != "as it is":
        href = quote(href).encode()
    page = b'<meta charset="%s"><link rel=stylesheet href="./%s/s.css">' % (encoding.encode(), href) + PAGE
    _write(tmp_path / "1.html", page)
    on_disk = os.fsdecode(folder.encode("utf-8" if disk == "utf-8" or form == "in percent of UTF-8" else encoding))
    _write(tmp_path / on_disk / "s.css", b".hide{display:none}")
    (read,) = (page for page in read_pages(tmp_path) if page.body)
    assert read.resources[f"./{href.decode(encoding)}/s.css"] == b".hide{display:none}"


@pytest.mark.parametrize("href", ["%A1%A1/s.css", "%00/s.css", "河口/s.css", "%D0%C2/../../secret.css"])
def test_a_sheet_that_is_not_there_costs_nothing(tmp_path: Path, href: str) -> None:
    _write(tmp_path / "secret.css", b"secret")
    _write(tmp_path / "saved" / "1.html", b'<meta charset=gbk><link rel=stylesheet href="%s">' % href.encode("gbk") + PAGE)
    (page,) = read_pages(tmp_path / "saved")
    assert not page.resources


@pytest.mark.parametrize("href", ["../secret.css", "/etc/passwd", "file:///etc/passwd", "1_files/../../secret.css", "http://[broken/s.css", ""])
def test_a_style_sheet_outside_the_folder_is_not_read(tmp_path: Path, href: str) -> None:
    _write(tmp_path / "secret.css", b"secret")
    _write(tmp_path / "saved" / "1.html", f'<link rel="stylesheet" href="{href}">'.encode() + PAGE)
    (page,) = read_pages(tmp_path / "saved")
    assert not page.resources


@pytest.mark.parametrize(
    ("mark", "url", "fetched_at"),
    [
        (b"<!-- saved from url=(0022)http://news.example/1 -->", "http://news.example/1", ""),
        (b"<!-- saved from url=(0014)about:internet -->", "", ""),
        (b"<!--\n Page saved with SingleFile \n url: https://news.example/1?a=1&amp;b=2 \n saved date: Fri Aug 05 2011 14:30:00 GMT+0800 (CST)\n-->",
         "https://news.example/1?a=1&b=2", "2011-08-05T14:30:00+08:00"),
        (b"<!-- Mirrored from news.example/1.html by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 05 Aug 2011 06:30:00 GMT -->",
         "http://news.example/1.html", "2011-08-05T06:30:00+00:00"),
        (b"<!-- saved by hand -->", "", ""),
        (b"# url: http://news.example/1", "", ""),
    ],
)  # fmt: skip
def test_what_the_saving_tool_wrote(tmp_path: Path, mark: bytes, url: str, fetched_at: str) -> None:
    (page,) = read_pages(_write(tmp_path / "1.html", b"<!DOCTYPE html>\n" + mark + PAGE))
    assert (page.url, page.fetched_at) == (url, fetched_at)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2011-08-05T06:27:00Z", "2011-08-05T06:27:00+00:00"),
        ("2011-08-05T06:27:00.123456789Z", "2011-08-05T06:27:00+00:00"),
        ("Fri, 5 Aug 2011 14:27:00 +0800", "2011-08-05T14:27:00+08:00"),
        ("Fri, 05 Aug 2011 06:27:00 GMT", "2011-08-05T06:27:00+00:00"),
        ("yesterday", ""),
        ("", ""),
        ("Fri, 99 Aug 99999 14:27:00", ""),
    ],
)
def test_times(written: str, iso: str) -> None:
    assert iso_time(written) == iso


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "binary"])
def test_mhtml(tmp_path: Path, encoding: str) -> None:
    css = ("text/css", "cid:css-1@mhtml.blink", b".hide{display:none}", encoding)
    image = ("image/png", "http://news.example/a.png", PNG, "base64")
    file = _write(tmp_path / "1.mhtml", _mhtml(("text/html; charset=gbk", "http://news.example/1.html", "<p>新闻</p>".encode("gbk"), encoding), css, image))
    (page,) = read_pages(file)
    assert page.body.strip() == "<p>新闻</p>".encode("gbk")
    assert (page.url, page.fetched_at, page.warnings) == ("http://news.example/1.html", "2011-08-05T14:30:00+08:00", ())
    assert page.header("content-type") == "text/html; charset=gbk"
    assert page.resources["cid:css-1@mhtml.blink"].strip() == b".hide{display:none}"


def test_mhtml_that_was_cut_off_says_so(tmp_path: Path) -> None:
    data = _mhtml(("text/html", "http://news.example/1.html", PAGE, "quoted-printable"), ("image/png", "http://a.example/", PNG, "base64"))
    _write(tmp_path / "1.mhtml", data[: -len(PNG)])
    _write(tmp_path / "2.html", PAGE)
    cut, _ = read_pages(tmp_path)
    assert cut.warnings[0].startswith("cut-off: ")


def test_frames_of_a_frameset_are_pages_and_adverts_in_frames_are_not(tmp_path: Path) -> None:
    frame = ("text/html", "http://news.example/main.html", PAGE, "base64")
    _write(tmp_path / "1.mht", _mhtml(("text/html", "http://news.example/", b"<frameset><frame src=main.html></frameset>", "base64"), frame))
    _write(tmp_path / "2.mht", _mhtml(("text/html", "http://news.example/2", PAGE, "base64"), frame))
    assert [p.url for p in read_pages(tmp_path)] == ["http://news.example/", "http://news.example/main.html", "http://news.example/2"]


def _zip(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as z:
        for name, data in members.items():
            z.writestr(name, data)
    return out.getvalue()


def test_a_zip_of_everything(tmp_path: Path) -> None:
    warc_files.write(tmp_path / "w.warc.gz", 2)
    warc = (tmp_path / "w.warc.gz").read_bytes()
    (tmp_path / "w.warc.gz").unlink()
    offset = len(warc_files.records([(warc_files.url(0), warc_files.body(0), warc_files.HTML)])[0])
    members = {
        "新闻/1.html": b'<link rel=stylesheet href="1_files/s.css">' + PAGE,
        "新闻/1_files/s.css": b".a{}",
        "a.png": PNG,
        "b.txt": "一行".encode(),
        "c.mht": _mhtml(("text/html", "http://news.example/m", PAGE, "base64")),
        "d.wacz": _zip({"archive/data.warc.gz": warc, "indexes/index.cdx": b"x", "pages/pages.jsonl": b"{}", "datapackage.json": b"{}"}, zipfile.ZIP_STORED),
        "e.html.gz": gzip.compress(PAGE),
    }
    file = _write(tmp_path / "all.zip", _zip(members))
    pages = list(read_pages(file))
    assert [p.archive_member for p in pages] == [
        "b.txt", "c.mht!http://news.example/m", "d.wacz!archive/data.warc.gz", "d.wacz!archive/data.warc.gz", "e.html.gz", "新闻/1.html",
    ]  # fmt: skip
    assert {p.archive_file for p in pages} == {str(file)}
    assert [p.archive_offset for p in pages] == [-1, -1, 0, offset, -1, -1]
    assert pages[-1].resources == {"1_files/s.css": b".a{}"}


def test_wacz(tmp_path: Path) -> None:
    offsets = warc_files.write(tmp_path / "data.warc.gz", 3)
    wacz = _zip({"archive/data.warc.gz": (tmp_path / "data.warc.gz").read_bytes(), "datapackage.json": b"{}"}, zipfile.ZIP_STORED)
    pages = list(read_pages(_write(tmp_path / "x" / "crawl.wacz", wacz)))
    assert [(p.url, p.archive_member, p.archive_offset) for p in pages] == [(warc_files.url(n), "archive/data.warc.gz", offsets[n]) for n in range(3)]


def test_zip_names_in_gbk(tmp_path: Path) -> None:
    raw = _zip({"XXXX.html": PAGE}).replace(b"XXXX", "新闻".encode("gbk"))
    (page,) = read_pages(_write(tmp_path / "a.zip", raw))
    assert page.archive_member == "新闻.html"


def test_a_damaged_zip_member_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    raw = bytearray(_zip({"1.html": PAGE, "2.html": PAGE + b"<!---->"}, zipfile.ZIP_STORED))
    raw[raw.index(PAGE) + 20] ^= 1
    broken, page = read_pages(_write(tmp_path / "a.zip", bytes(raw)))
    assert (broken.archive_member, broken.body) == ("1.html", b"")
    assert broken.warnings[0].startswith("broken-record: damaged")
    assert page.archive_member == "2.html"


def test_a_folder_is_read_by_name_and_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    for name, data in {
        "b/2.htm": PAGE, "b/1.html": PAGE, "a.txt": "一行".encode(), "c.php@id=3": PAGE, "c.png": PNG, "d.js": b"'<html>'", "e.css": b".a{}",
        ".hidden.html": PAGE, "robots.txt": b"User-agent: *", "f.html": PNG, "g": "没有标记".encode(),
    }.items():  # fmt: skip
        _write(tmp_path / name, data)
    pages = list(read_pages(tmp_path))
    assert [Path(p.archive_file).relative_to(tmp_path).as_posix() for p in pages] == ["a.txt", "b/1.html", "b/2.htm", "c.php@id=3"]


def test_a_link_to_nothing_is_told_in_words(tmp_path: Path) -> None:
    _write(tmp_path / "2.html", PAGE)
    (tmp_path / "1.html").symlink_to("nowhere.html")
    told, page = read_pages(tmp_path)
    assert (told.warnings, page.body) == (("broken-record: cannot be read: No such file or directory",), PAGE)


def test_what_a_killed_run_or_a_download_left_is_no_page(tmp_path: Path) -> None:
    _write(tmp_path / "1.html", PAGE)
    for name in ("a.jsonl.part", "articles.jsonl.torn"):
        _write(tmp_path / name, b'{"text":"' + PAGE)
    assert [Path(p.archive_file).name for p in read_pages(tmp_path)] == ["1.html"]


def test_an_empty_page_in_a_folder_is_told(tmp_path: Path) -> None:
    _write(tmp_path / "1.html", b"")
    _write(tmp_path / "2.html", PAGE)
    empty, page = read_pages(tmp_path)
    assert (empty.archive_file, empty.warnings) == (str(tmp_path / "1.html"), ("broken-record: empty file",))
    assert page.body == PAGE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16"])
def test_a_dump_or_a_page_in_any_encoding_is_read_as_it_is(tmp_path: Path, encoding: str) -> None:
    for text in ("第一行\n第二行\n", "<html><p>新聞</p></html>"):
        data = text.replace("闻", "聞").encode(encoding, "ignore")
        (page,) = read_pages(_write(tmp_path / "a.txt", data))
        assert (page.body, page.url, page.archive_offset) == (data, "", -1)


BM = "BM 是一家公司的简称".encode()


@pytest.mark.parametrize("data", [BM, b"MZ text", b"ID3 law", b"RIFF in the news", b"BZh"])
def test_a_text_that_begins_as_a_program_does_is_a_text(tmp_path: Path, data: bytes) -> None:
    (page,) = read_pages(_write(tmp_path / "a.txt", data))
    assert page.body == data


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.html", b"", "empty file"),
        ("a.html", PNG, "not a page but a PNG image"),
        ("a.png", PNG, "not a page but a PNG image"),
        ("a.pdf", b"%PDF-1.4\n", "not a page but a PDF"),
        ("a.html.gz", gzip.compress(PAGE * 90)[:60], "holds no whole page: gzip stream ends after"),
        ("a.html.gz", gzip.compress(PNG), "not a page in gzip but a PNG image"),
        ("a.gz", b"\x1f\x8b", "holds no whole page"),
        ("a.warc.gz", b"\x1f\x8b\x08", "holds no whole page"),
        ("a.gz", PAGE, "not what its name says"),
        ("a.warc", b"nothing", "holds no whole page: damaged: no WARC record begins here"),
        ("a.zip", _zip({"a.png": PNG}), "a zip without pages"),
        ("a.zip", _zip({"a.html": PAGE})[:50], "a damaged zip"),
        ("a.zip", _zip({"b.zip": _zip({"c.zip": _zip({"a.html": PAGE})})}), "is not opened"),
        ("a.jsonl", b"{}", "not a page but a .jsonl file"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # archives carry the clock, and a test must have one name in all processes
)
def test_what_is_no_source_is_said_in_one_line(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    file = _write(tmp_path / name, data)
    with pytest.raises(SourceError) as told:
        list(read_pages(file))
    assert says in str(told.value)
    assert name in str(told.value)
    assert "\n" not in str(told.value)


def test_no_such_path_and_a_folder_without_pages(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        list(read_pages(tmp_path / "missing"))
    _write(tmp_path / "a.png", PNG)
    with pytest.raises(SourceError, match="holds no page"):
        list(read_pages(tmp_path))


def test_a_gzip_bomb_is_capped(tmp_path: Path) -> None:
    file = _write(tmp_path / "a.html.gz", gzip.compress(b"<html>" + bytes(5_000_000)))
    with pytest.raises(SourceError, match="more than 100000 bytes"):
        list(read_pages(file, Options(max_bytes=100_000)))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["a.html", "a.txt", "a.mht", "a.warc", "a.warc.gz", "a.gz", "a.zip", "a.wacz", "a"]),
    start=st.sampled_from(
        [b"", b"\x1f\x8b\x08\x00", b"\x1f\x8b\x08\x1c", b"PK\x03\x04", b"WARC/1.0\r\n", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", PAGE]
    ),
    rest=st.binary(max_size=300),
)
def test_any_bytes_are_pages_or_a_source_error(tmp_path: Path, name: str, start: bytes, rest: bytes) -> None:
    for folder in (tmp_path / "one", tmp_path / "one" / name):
        _write(tmp_path / "one" / name, start + rest)
        with contextlib.suppress(SourceError):
            list(read_pages(folder))
    (tmp_path / "one" / name).unlink()
