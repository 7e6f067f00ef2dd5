"""Whether bytes are UTF-8, and what writes characters beyond the first plane as two."""

import re
from typing import Final


def is_utf8(data: bytes) -> bool:
    """Whether bytes are well-formed UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


HALVES: Final = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
"""The halves of a surrogate pair, each written as a character of its own: CESU-8, which Oracle calls UTF8 and Java modified UTF-8."""


def joined(data: bytes) -> bytes:
    """UTF-8 with such halves put together."""
    return HALVES.sub(lambda pair: pair[0].decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode(), data)
