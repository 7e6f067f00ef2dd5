"""Texts made comparable."""

import unicodedata


def squeeze(text: str) -> str:
    """A text for comparing: NFKC, lower case, no blanks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return "".join(text.split()).lower()
