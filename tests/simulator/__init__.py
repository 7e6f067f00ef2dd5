"""Damage made on purpose: every kind of mojibake that the finders know, from Python's codecs and tables of its own.

Nothing here imports the package under test, so that an error in its tables cannot hide itself.
"""

from tests.simulator.kinds import KINDS, Kind
from tests.simulator.mixture import mixture

__all__ = ["KINDS", "Kind", "mixture"]
