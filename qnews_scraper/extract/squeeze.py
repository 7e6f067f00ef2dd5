"""Texts made comparable."""

import unicodedata
from collections.abc import Set


def squeeze(text: str) -> str:
    """A text for comparing: NFKC, lower case, no blanks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return "".join(text.split()).lower()


def may_be_in(written: Set[str], text: str) -> bool:
    """Whether a text may be part of one whose squeezed characters are these: three of its own are looked for, where they are Han and stay as they are."""
    return not [char for char in (text[0], text[len(text) // 2], text[-1]) if char not in written and "\u4e00" <= char <= "\u9fff"]
