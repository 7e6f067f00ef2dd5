"""WARC files, whole and damaged: a flipped byte costs the record it stands in and no other."""

import gzip
import zlib
from pathlib import Path

import brotli
import pytest
import warc_files
import zstandard
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qnews_scraper.archive import read_pages
from qnews_scraper.errors import SourceError
from qnews_scraper.options import Options

WHOLE = warc_files.body(7)


def _why(pages):
    return [page.warnings[0].partition(": ")[2] for page in pages if not page.body]


@pytest.mark.parametrize("gzipped", [True, False])
def test_every_record_with_its_place(tmp_path: Path, gzipped: bool) -> None:
    file = tmp_path / ("news.warc.gz" if gzipped else "news.warc")
    offsets = warc_files.write(file, 5, gzipped=gzipped)
    pages = list(read_pages(file))
    assert [p.url for p in pages] == [warc_files.url(n) for n in range(5)]
    assert [p.body for p in pages] == [warc_files.body(n) for n in range(5)]
    assert [p.archive_offset for p in pages] == offsets
    assert {(p.archive_file, p.fetched_at, p.status, p.warnings) for p in pages} == {(str(file), "2011-08-05T06:30:00+00:00", 200, ())}
    assert pages[0].header("content-type") == "text/html"


def test_the_offset_of_a_record_in_a_gzip_of_the_whole_file_is_its_members(tmp_path: Path) -> None:
    file = tmp_path / "news.warc.gz"
    warc_files.whole_file_gzip(file, 4)
    pages = list(read_pages(file))
    assert [p.body for p in pages] == [warc_files.body(n) for n in range(4)]
    assert {p.archive_offset for p in pages} == {0}


@pytest.mark.parametrize(
    ("headers", "payload"),
    [
        pytest.param((), WHOLE, id="plain"),
        pytest.param((("Content-Encoding", "gzip"),), gzip.compress(WHOLE), id="gzip"),
        pytest.param((("Content-Encoding", "gzip"),), gzip.compress(WHOLE[:40]) + gzip.compress(WHOLE[40:]), id="gzip of two members"),
        pytest.param((("Content-Encoding", "deflate"),), zlib.compress(WHOLE), id="deflate with zlib header"),
        pytest.param((("Content-Encoding", "deflate"),), zlib.compress(WHOLE, wbits=-15), id="raw deflate"),
        pytest.param((("Content-Encoding", "br"),), brotli.compress(WHOLE), id="brotli"),
        pytest.param((("Content-Encoding", "zstd"),), zstandard.compress(WHOLE), id="zstandard"),
        pytest.param((("Content-Encoding", "gzip, br"),), brotli.compress(gzip.compress(WHOLE)), id="two codings"),
        pytest.param(
            (("Transfer-Encoding", "chunked"),),
            b"28\r\n" + WHOLE[:40] + b"\r\n" + b"%x;x=y\r\n" % (len(WHOLE) - 40) + WHOLE[40:] + b"\r\n0\r\n\r\n",
            id="chunked",
        ),
        pytest.param((), gzip.compress(WHOLE), id="gzip, not announced"),
        # crawlers that store the decoded body beside the header of the encoded one
        pytest.param((("Content-Encoding", "gzip"),), WHOLE, id="gzip announced, not there"),
        pytest.param((("Content-Encoding", "br"),), WHOLE, id="brotli announced, not there"),
        pytest.param((("Content-Encoding", "deflate"),), WHOLE, id="deflate announced, not there"),
        pytest.param((("Transfer-Encoding", "chunked"),), WHOLE, id="chunks announced, not there"),
        pytest.param((("Content-Encoding", "x-unknown"),), WHOLE, id="unknown coding announced, not there"),
    ],
)
def test_content_codings(tmp_path: Path, headers, payload: bytes) -> None:
    file = tmp_path / "news.warc.gz"
    file.write_bytes(b"".join(warc_files.records([(warc_files.url(7), payload, (*warc_files.HTML, *headers))])))
    (page,) = read_pages(file)
    assert (page.body, page.warnings) == (WHOLE, ())


@pytest.mark.parametrize(
    ("coding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(8_000_000))),
        ("gzip", gzip.compress(bytes(60_000)) * 9),
        ("deflate", zlib.compress(bytes(8_000_000))),
        ("br", brotli.compress(bytes(8_000_000))),
        ("zstd", zstandard.compress(bytes(8_000_000))),
        ("gzip, gzip", gzip.compress(gzip.compress(bytes(8_000_000)))),
    ],
)
def test_a_bomb_is_told_and_goes_no_further_than_the_limit(tmp_path: Path, coding: str, bomb: bytes) -> None:
    file = tmp_path / "news.warc.gz"
    sound = (warc_files.url(1), warc_files.body(1), warc_files.HTML)
    file.write_bytes(b"".join(warc_files.records([("http://bomb.example/", bomb, (*warc_files.HTML, ("Content-Encoding", coding))), sound])))
    bombed, page = read_pages(file, Options(max_bytes=100_000))
    assert (bombed.url, bombed.body, bombed.warnings) == ("http://bomb.example/", b"", ("broken-record: too long: more than 100000 bytes",))
    assert page.body == warc_files.body(1)


def test_a_long_record_is_told_and_skipped(tmp_path: Path) -> None:
    file = tmp_path / "news.warc"
    long = ("http://long.example/", b"<html>" + b"x" * 900_000, warc_files.HTML)
    file.write_bytes(b"".join(warc_files.records([long, (warc_files.url(1), warc_files.body(1), warc_files.HTML)], gzipped=False)))
    told, page = read_pages(file, Options(max_bytes=100_000))
    assert told.warnings[0].startswith("broken-record: too long")
    assert page.body == warc_files.body(1)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
# flips in a record's compressed headers after which the blank line is gone, so that they run on into the next record's
@example(at=295 / 2539, bit=3)
@example(at=297 / 2539, bit=4)
@example(at=298 / 2539, bit=0)
def test_one_flipped_byte_costs_one_record_at_most(tmp_path: Path, at: float, bit: int) -> None:
    file = tmp_path / "news.warc.gz"
    warc_files.write(file, 6)
    raw = bytearray(file.read_bytes())
    raw[int(at * len(raw))] ^= 1 << bit
    file.write_bytes(raw)
    pages = list(read_pages(file))
    whole = {warc_files.url(n): warc_files.body(n) for n in range(6)}
    right = [p for p in pages if p.body == whole.get(p.url)]
    assert len(right) >= 5
    if len(right) == 5:
        told = [p for p in pages if p not in right]
        assert told
        assert all(p.warnings[0].startswith(("broken-record: ", "checksum: ")) for p in told)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), gzipped=st.booleans())
def test_a_file_cut_anywhere_gives_all_that_stands_before_the_cut(tmp_path: Path, data: st.DataObject, gzipped: bool) -> None:
    file = tmp_path / "cut.warc"
    offsets = warc_files.write(file, 4, gzipped=gzipped)
    raw = file.read_bytes()
    cut = data.draw(st.integers(offsets[1], len(raw) - 1))
    file.write_bytes(raw[:cut])
    pages = list(read_pages(file))
    whole = sum(end <= cut for end in [*offsets[1:], len(raw)])
    assert [p.body for p in pages[:whole]] == [warc_files.body(n) for n in range(whole)]
    assert all(p.warnings for p in pages[whole:] if p.body != warc_files.body(whole))
    assert len(pages) <= whole + 1


def test_a_cut_page_keeps_what_is_left_of_it(tmp_path: Path) -> None:
    file = tmp_path / "cut.warc"
    offsets = warc_files.write(file, 2, gzipped=False)
    file.write_bytes(file.read_bytes()[:-60])
    _, cut = read_pages(file)
    assert cut.archive_offset == offsets[1]
    assert warc_files.body(1).startswith(cut.body)
    assert len(cut.body) > 60
    assert cut.warnings[0].startswith("cut-off: ")


@pytest.mark.parametrize("length", ["1", "99", "99999", "999999999999999999", "-4", "many", ""])
def test_a_wrong_length_costs_its_record_only(tmp_path: Path, length: str) -> None:
    file = tmp_path / "news.warc"
    parts = warc_files.records(((warc_files.url(n), warc_files.body(n), warc_files.HTML) for n in range(4)), gzipped=False)
    head, _, rest = parts[1].partition(b"Content-Length: ")
    parts[1] = head + b"Content-Length: " + length.encode() + b"\r\n" + rest.partition(b"\r\n")[2]
    file.write_bytes(b"".join(parts))
    pages = list(read_pages(file))
    assert [p.body for p in pages if p.body] == [warc_files.body(n) for n in (0, 2, 3)]
    assert len(_why(pages)) == 1


def test_its_own_digest_clears_a_record_whose_gzip_checksum_differs(tmp_path: Path) -> None:
    file = tmp_path / "news.warc.gz"
    warc_files.write(file, 3)
    raw = bytearray(file.read_bytes())
    raw[-6] ^= 1  # in the checksum itself
    file.write_bytes(raw)
    pages = list(read_pages(file))
    assert [p.body for p in pages] == [warc_files.body(n) for n in range(3)]
    assert pages[2].warnings[0].startswith("checksum: ")


def test_style_sheets_of_the_archive_are_resources_and_no_pages(tmp_path: Path) -> None:
    file = tmp_path / "news.warc.gz"
    css = ("http://news.example/a.css", b".spam{display:none}", (("Content-Type", "text/css"),))
    file.write_bytes(b"".join(warc_files.records([(warc_files.url(1), warc_files.body(1), warc_files.HTML), css])))
    (page,) = read_pages(file)
    assert page.resources == {"http://news.example/a.css": b".spam{display:none}"}


@pytest.mark.parametrize(
    ("address", "kind", "payload", "is_page"),
    [
        ("http://a.example/x.png", "image/png", b"\x89PNG", False),
        ("http://a.example/x.js", "application/javascript", b"var a='<html>'", False),
        ("http://a.example/x.json", "application/json", b"{}", False),
        ("http://a.example/robots.txt", "text/plain", b"User-agent: *", False),
        ("http://a.example/x.txt", "text/plain", "一篇报道".encode(), True),
        ("http://a.example/x", "", b"<html><body>x</body></html>", True),
        ("http://a.example/x", "", b"\x00\x01\x02", False),
        ("http://a.example/x", "application/xhtml+xml; charset=gbk", b"<html/>", True),
        ("http://a.example/x", "TEXT/HTML", b"no markup at all", True),
    ],
)
def test_only_pages_are_pages(tmp_path: Path, address: str, kind: str, payload: bytes, is_page: bool) -> None:
    file = tmp_path / "news.warc.gz"
    headers = (("Content-Type", kind),) if kind else ()
    sound = (warc_files.url(1), warc_files.body(1), warc_files.HTML)
    file.write_bytes(b"".join(warc_files.records([(address, payload, headers), sound])))
    assert (address in [p.url for p in read_pages(file)]) is is_page


def test_a_page_that_was_not_found_keeps_its_status(tmp_path: Path) -> None:
    file = tmp_path / "news.warc"
    (raw,) = warc_files.records([(warc_files.url(1), warc_files.body(1), warc_files.HTML)], gzipped=False)
    file.write_bytes(raw.replace(b"HTTP/1.1 200 OK", b"HTTP/1.1 404 NO"))
    assert [p.status for p in read_pages(file)] == [404]


@pytest.mark.parametrize("keep", [30, 200, 400])
def test_a_truncated_gzip_without_a_whole_page_is_no_source(tmp_path: Path, keep: int) -> None:
    file = tmp_path / "news.warc.gz"
    warc_files.write(file, 1)
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(SourceError, match=r"no whole page: .*the file ends inside a gzip") as told:
        list(read_pages(file))
    assert "\n" not in str(told.value)


def test_damage_without_end_is_read_in_linear_time(tmp_path: Path) -> None:
    file = tmp_path / "news.warc.gz"
    (sound,) = warc_files.records([(warc_files.url(1), warc_files.body(1), warc_files.HTML)])
    file.write_bytes(sound + b"\x1f\x8b\x08" * 300_000 + b"WARC/1.0\r\n" * 10_000 + sound)
    assert [p.body for p in read_pages(file) if p.body] == [warc_files.body(1)] * 2


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"WARC-Truncated": "length"}, ("truncated: the crawler kept only a part of the page (WARC-Truncated: length)",)),
        ({"WARC-Segment-Number": "1"}, ("truncated: the rest is in other records (WARC-Segment-Number)",)),
        ({"WARC-IP-Address": "192.0.2.1"}, ()),
    ],
)
def test_a_record_that_says_it_is_a_part_is_one(tmp_path: Path, told: dict[str, str], says: tuple[str, ...]) -> None:
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode()
    (record,) = warc_files.records([(warc_files.url(7), WHOLE, warc_files.HTML)], gzipped=False)
    file = tmp_path / "news.warc"
    file.write_bytes(record.replace(b"WARC-Type:", lines + b"WARC-Type:", 1))
    (page,) = read_pages(file)
    assert (page.body, page.warnings) == (WHOLE, says)
