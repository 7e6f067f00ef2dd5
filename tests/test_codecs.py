"""Codecs against the Encoding Standard's rules, against Python where it agrees, and against themselves."""

import hashlib
import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qnews_scraper.tables.codec_indexes import INDEXES
from qnews_scraper.text.codecs import NAMES, codec
from qnews_scraper.text.misread import ambiguous, encoder, open_in, written

BAD = "\ufffd"

# codec, bytes, text: the Encoding Standard's decoders, each case a rule of theirs
WHATWG = [
    ("gb18030", "b1bebba7", "本户"),
    ("gb18030", "80", "€"),
    ("gb18030", "a2e3", "€"),
    ("gb18030", "a3a0", "\u3000"),
    ("gb18030", "a6d9a6f3", "︐︙"),  # out of private use since 2022
    ("gb18030", "fe59fe61a8bc", "龴龵ḿ"),
    ("gb18030", "8135f437", "\ue7c7"),
    ("gb18030", "81308130", "\x80"),
    ("gb18030", "95328236", "\U00020000"),
    ("gb18030", "e3329a35", "\U0010ffff"),
    ("gb18030", "e3329a36", BAD),
    ("gb18030", "84318236", "\ufe10"),
    ("gb18030", "ff", BAD),
    ("gb18030", "b1", BAD),
    ("gb18030", "813081", BAD),
    ("gb18030", "8130", BAD),
    ("gb18030", "813041", f"{BAD}0A"),
    ("gb18030", "81308141", f"{BAD}0丄"),
    ("gb18030", "b13c", f"{BAD}<"),
    ("gb18030", "b17f", f"{BAD}\x7f"),
    ("gb18030", "b1ff", BAD),
    ("gb18030", "aaa1", "\ue000"),
    ("gb18030", "a140", "\ue4c6"),
    ("gbk", "81308130", "\x80"),
    ("big5", "a4a4b0ea", "中國"),
    ("big5", "a145a14e", "‧﹑"),
    ("big5", "a1fea241", "／∕"),
    ("big5", "a244a246", "￥￠"),
    ("big5", "8862", "Ê\u0304"),
    ("big5", "88a5", "ê\u030c"),
    ("big5", "877a", "㡵"),
    ("big5", "c6a1", "①"),
    ("big5", "f9d6", "碁"),
    ("big5", "80", BAD),
    ("big5", "a43c", f"{BAD}<"),
    ("big5", "a480", BAD),
    ("shift_jis", "93fa967b", "日本"),
    ("shift_jis", "b1", "ｱ"),
    ("shift_jis", "80", "\x80"),
    ("shift_jis", "a0", BAD),
    ("shift_jis", "fd", BAD),
    ("shift_jis", "f040", "\ue000"),
    ("shift_jis", "8160", "～"),
    ("shift_jis", "8720", f"{BAD} "),
    ("euc-kr", "c7d1b1b9", "한국"),
    ("euc-kr", "8141", "갂"),
    ("euc-kr", "c9a1", BAD),
    ("euc-kr", "80", BAD),
    ("euc-jp", "c6fccbdc", "日本"),
    ("euc-jp", "8eb1", "ｱ"),
    ("euc-jp", "8fb0a1", "丂"),
    ("euc-jp", "8fa2b7", "～"),
    ("euc-jp", "a1c1", "～"),
    ("euc-jp", "ada1", "①"),
    ("euc-jp", "8fb041", f"{BAD}A"),
    ("euc-jp", "8f", BAD),
]

# what MultiByteToWideChar makes of it; a bad pair is one "?" for both bytes
WINDOWS = [
    ("windows-936", "80", "€"),
    ("windows-936", "ff", "\uf8f5"),
    ("windows-936", "aaa1affe", "\ue000\ue233"),
    ("windows-936", "f8a1fefe", "\ue234\ue4c5"),
    ("windows-936", "a140a7a0", "\ue4c6\ue765"),
    ("windows-936", "a2ab", "\ue766"),
    ("windows-936", "fe50", "\ue815"),
    ("windows-936", "a8bc", "\ue7c7"),
    ("windows-936", "a2e3", "\ue76c"),
    ("windows-936", "8130", "?"),
    ("windows-936", "b13c41", "?A"),
    ("windows-936", "b1ff41", "?A"),
    ("windows-936", "b1", "?"),
    ("windows-949", "c9a1", "\ue000"),
    ("windows-949", "fefe", "\ue0bb"),
    ("windows-950", "c6a1", "\uf6b1"),
    ("windows-950", "fefe", "\ue310"),
    ("windows-950", "a145", "‧"),
    ("windows-932", "a0fdfeff", "\uf8f0\uf8f1\uf8f2\uf8f3"),
    ("windows-932", "f040", "\ue000"),
    ("cp936", "c4e3", "你"),
]

PYTHON = {"windows-936": "gbk", "windows-949": "cp949", "windows-950": "cp950", "windows-932": "cp932", "shift_jis": "cp932", "euc-kr": "cp949"}


@pytest.mark.parametrize(("name", "data", "text"), WHATWG + WINDOWS)
def test_decodes(name: str, data: str, text: str) -> None:
    body = bytes.fromhex(data)
    assert codec(name).decode(body) == text
    assert codec(name).decode_at(body)[0] == text


@pytest.mark.parametrize(
    ("name", "text", "data"),
    [
        ("gb18030", "€", "a2e3"),
        ("gbk", "€", "80"),
        ("windows-936", "€", "80"),
        ("gb18030", "\u3000", "a1a1"),
        ("gb18030", "︐ḿ龴", "a6d9a8bcfe59"),
        ("gb18030", "\ue7c7\U00020000", "8135f43795328236"),
        ("gb18030", "\ue78d", None),  # its place is U+FE10's now
        ("gb18030", "\ud800", None),
        ("gbk", "\U00020000", None),
        ("big5", "═╞╡╪十卅", "f9f9f9e9f9ebf9eaa451a4ca"),
        ("big5", "Ê\u0304x", "886278"),
        ("big5", "Êx", "886678"),
        ("big5", "\u0304", None),
        ("big5", "﨑", None),
        ("shift_jis", "纊", "fa5c"),  # not NEC's copy at ED40
        ("shift_jis", "¬", None),
        ("shift_jis", "￢", "81ca"),
        ("windows-936", "\ue4c6", "a140"),
        ("windows-936", "中\x00", "d6d000"),
    ],
)
def test_encodes(name: str, text: str, data: str | None) -> None:
    expected = None if data is None else bytes.fromhex(data)
    assert codec(name).encode(text) == expected
    if expected is not None:
        assert codec(name).decode(expected) == text
        coded = codec(name).encode_at(text)
        assert coded is not None
        assert coded[0] == expected
        assert len(coded[1]) == len(text) + 1
        assert coded[1][-1] == len(expected)


@pytest.mark.parametrize("name", INDEXES)
def test_index_is_whole(name: str) -> None:
    index = INDEXES[name]
    pairs = codec(name).pairs
    cells = "\n".join(pairs.get(bytes((lead, trail)), "") for lead in range(0x81, 0xFF) for trail in index.trails)
    assert hashlib.sha256(cells.encode()).hexdigest() == index.sha256


@pytest.mark.parametrize("name", NAMES)
def test_every_pair_round_trips(name: str) -> None:
    known = codec(name)
    for pair, text in known.pairs.items():
        if text:
            assert known.decode(pair) == text
            assert known.decode_pair(*pair) == text
            back = known.encode(text)
            assert back is not None
            assert known.decode(back) == text


@pytest.mark.parametrize(("name", "python"), PYTHON.items())
def test_agrees_with_python_where_python_reads_a_pair(name: str, python: str) -> None:
    """Windows's code pages are Python's, but for user-defined areas, and for Python's kana in the ETEN rows of cp950."""
    for lead, trail in itertools.product(range(0x81, 0xFF), range(0x40, 0xFF)):
        try:
            text = bytes((lead, trail)).decode(python)
        except UnicodeDecodeError:
            continue
        if len(text) == 1 and not (python == "cp950" and 0xC6A1 <= lead << 8 | trail <= 0xC8FE):
            assert codec(name).decode_pair(lead, trail) == text, (lead, trail)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(max_size=40), style=st.sampled_from(["whatwg", "windows"]))
def test_decoding_two_ways_agrees(name: str, data: bytes, style: str) -> None:
    known = codec(name)
    text, starts = known.decode_at(data, style=style)  # type: ignore[arg-type]
    assert known.decode(data, style=style) == text  # type: ignore[arg-type]
    assert len(starts) == len(text) + 1
    assert starts[-1] == len(data)
    assert all(a <= b for a, b in itertools.pairwise(starts))
    assert not data or len(text) > 0


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(max_size=30), text=st.text(max_size=12))
def test_encode_inverts_decode(name: str, data: bytes, text: str) -> None:
    known = codec(name)
    for candidate in (text, known.decode(data)):
        back = known.encode(candidate)
        if back is not None:
            assert known.decode(back) == candidate
            at = known.encode_at(candidate)
            assert at is not None
            assert at[0] == back


@given(text=st.text(st.characters(codec="gb18030", exclude_categories=("Co", "Cs")), max_size=30))
def test_gb18030_holds_all_of_unicode_but_private_use(text: str) -> None:
    coded = codec("gb18030").encode(text)
    assert coded is not None
    assert codec("gb18030").decode(coded) == text


def test_replacement_is_chosen() -> None:
    assert codec("gb18030").decode(b"\xb1<\xff", replacement="*") == "*<*"
    assert codec("gb18030").decode(b"\xb1<\xff", style="windows") == "??"
    assert codec("windows-936").decode(b"\xb1<", style="whatwg") == BAD + "<"
    assert codec("windows-936").decode(b"\xb1<", replacement=BAD) == BAD


def test_unknown_name() -> None:
    with pytest.raises(LookupError, match="no codec 'utf-8'"):
        codec("utf-8")


@pytest.mark.parametrize("unit", [b"\xff", b"\x81", b"\x81\x30", b"\xb1<", b"\xd6\xd0", b"\xa3\xa0"])
def test_time_is_linear(unit: bytes) -> None:
    def took(size: int) -> float:
        body = unit * (size // len(unit))
        start = time.process_time()
        codec("gb18030").decode(body)
        return time.process_time() - start

    took(1000)
    assert took(400_000) < 40 * max(min(took(20_000), took(20_000)), 0.002)


@pytest.mark.parametrize("served", ["latin", "gbk", "big5", "shift_jis", "euc-kr", "euc-jp"])
def test_encoder_writes_as_its_table_says(served: str) -> None:
    """Where Python's codec agrees and where it does not, beside characters of private use, digits and what has no bytes."""
    tables = [(encoder(served), written(served))]
    if served != "latin":
        tables.append((codec(served)._encoder, codec(served).all_codes))
    for own, table in tables:
        for char in [*map(chr, range(0x80, 0xD800, 7)), *map(chr, range(0xE000, 0x10000, 3)), *(c for c in [*table][::3] if len(c) == 1)]:
            for text in (char, f"\ue000{char}", f"1{char}中2"):
                codes = [c.encode() if c < "\x80" else table.get(c) for c in text]
                assert own.encode(text) == (None if None in codes else b"".join(filter(None, codes)))
                assert own.encode_as(text, b"?") == b"".join(code or b"?" for code in codes)


@pytest.mark.parametrize("served", ["gbk", "big5", "shift_jis", "euc-kr"])
def test_what_several_pairs_are_read_as_is_open(served: str) -> None:
    """Of the rest the encoder knows the only bytes."""
    found = open_in(served)
    assert found is not None
    assert not [char for char in ambiguous(served) if not found.fullmatch(char)]
    assert {char: encoder(served).code(char) for char in written(served)} == written(served)


@pytest.mark.parametrize("name", NAMES)
def test_one_pair_is_read_as_its_table_says(name: str) -> None:
    own = codec(name)
    for lead, trail in itertools.product(range(0x100), range(0x100)):
        assert own.decode_pair(lead, trail) == own.pairs.get(bytes((lead, trail)))
