"""How software reads bytes it was not meant to read: browsers, Windows, Python, and programs that drop what they cannot map."""

import codecs
from collections.abc import Callable

FIVE = b"\x81\x8d\x8f\x90\x9d"


def latin1(data: bytes) -> str:
    return data.decode("latin-1")


def cp1252(undefined: str) -> Callable[[bytes], str]:
    """windows-1252 with its five undefined bytes kept as controls, dropped, or replaced by U+FFFD or "?"."""

    def read(data: bytes) -> str:
        return "".join((chr(b) if undefined == "keep" else undefined) if b in FIVE else bytes((b,)).decode("cp1252") for b in data)

    return read


def browser(encoding: str) -> Callable[[bytes], str]:
    """The decoders of the Encoding Standard: a bad pair is one U+FFFD, and a trail byte that is ASCII stays."""
    python = {"gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc-kr": "cp949"}[encoding]

    def bad(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        data, at = error.object, error.start
        if data[at] == 0x80 and encoding == "gbk":
            return "€", at + 1
        lead = 0x81 <= data[at] <= 0xFE and not (encoding == "shift_jis" and 0xA0 <= data[at] <= 0xDF)
        length = 2 if lead and at + 1 < len(data) and data[at + 1] >= 0x80 else 1
        return "\ufffd", at + length

    name = f"simulated-browser-{encoding}"
    codecs.register_error(name, bad)
    return lambda data: data.decode(python, name)


def windows_gbk(data: bytes, own: bool = True) -> str:
    """Code page 936: a bad pair is one "?" and takes both bytes along; 80 is the euro sign. Pairs beyond those of its users are private only to gb18030."""
    out, at = [], 0
    while at < len(data):
        byte = data[at]
        if byte < 0x80:
            out.append(chr(byte))
            at += 1
        elif byte == 0x80:
            out.append("€")
            at += 1
        else:
            try:
                # user-defined pairs are private-use characters here, as in gb18030
                char = data[at : at + 2].decode("gb18030")
                out.append("?" if not own and "\ue766" <= char < "\uf900" else char)
            except UnicodeDecodeError:
                out.append("?")
            at += 2
    return "".join(out)


def python(encoding: str, mark: str = "\ufffd") -> Callable[[bytes], str]:
    return lambda data: data.decode(encoding, "replace").replace("\ufffd", mark)


def in_chunks(encoding: str, size: int) -> Callable[[bytes], str]:
    """Each chunk decoded by itself, as programs do that forget what a chunk's end cut off."""
    return lambda data: "".join(data[i : i + size].decode(encoding, "replace") for i in range(0, len(data), size))


def kept(encoding: str) -> Callable[[bytes], str]:
    """Python's codec with bytes that it cannot read written out as \\x81; Perl's PERLQQ does the same in capitals."""
    return lambda data: data.decode(encoding, "backslashreplace")


def windows(encoding: str) -> Callable[[bytes], str]:
    """Code pages 949 and 950, whose pairs for users' own characters are private-use characters here, as in ICU and in Java; and 932, whose default character is a dot."""
    rows: dict[str, tuple[tuple[int, int, int], ...]] = {
        "cp932": (),
        "cp949": ((0xE000, 0xC9A1, 0xC9FE), (0xE05E, 0xFEA1, 0xFEFE)),
        "cp950": ((0xE000, 0xFA40, 0xFEFE), (0xE311, 0x8E40, 0xA0FE), (0xEEB8, 0x8140, 0x8DFE), (0xF6B1, 0xC6A1, 0xC8FE)),
    }[encoding]
    trails = [b for b in range(0x40, 0xFF) if (encoding == "cp950" and not 0x7F <= b <= 0xA0) or b >= 0xA1]
    own: dict[bytes, str] = {}
    for char, first, last in rows:
        pairs = [bytes((lead, trail)) for lead in range(first >> 8, (last >> 8) + 1) for trail in trails if first <= lead << 8 | trail <= last]
        own |= {pair: chr(char + i) for i, pair in enumerate(pairs)}

    def read(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)
        return own.get(error.object[error.start : error.start + 2], "・" if encoding == "cp932" else "\ufffd"), min(error.start + 2, len(error.object))

    codecs.register_error(f"simulated-windows-{encoding}", read)
    return lambda data: data.decode(encoding, f"simulated-windows-{encoding}")
