"""How sure a finding is."""

from enum import StrEnum


class Trust(StrEnum):
    """How far a finding may be believed, and so whether it is applied.

    CERTAIN  the bytes prove it: damaging the repaired text again gives what was served.
    LIKELY   a choice was made; the candidates are in the record.
    SUSPECT  reported, never applied.
    LOST     information is gone; U+FFFD stands there and the record says what is known of it.
    """

    CERTAIN = "certain"
    LIKELY = "likely"
    SUSPECT = "suspect"
    LOST = "lost"
