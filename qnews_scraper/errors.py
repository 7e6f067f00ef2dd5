"""Errors, drawn as a tree. Damage is data and never raises; these are for what a caller can mend.

QnewsError
├── SourceError     a path that is missing, empty, or holds no page
├── SiteError       an unknown site name, or a site file that does not say what it must
├── RecordError     a line of an output file that is not an article
└── OutputError     an output folder that cannot be written, or that another run is writing
"""


class QnewsError(Exception):
    """Base of all errors this package raises on purpose; `str()` of it is one line fit for a terminal."""


class SourceError(QnewsError):
    """A source of pages cannot be read: missing, empty, not a page, or cut off."""


class SiteError(QnewsError):
    """A site name is unknown, or its file is malformed."""


class RecordError(QnewsError):
    """A line of an output file is not a record of this schema."""


class OutputError(QnewsError):
    """The output cannot be written: no right to, no room, or another run holds it."""
