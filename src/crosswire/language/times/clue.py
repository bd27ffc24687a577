"""What a rule makes of an expression before it has a place in the text."""

from __future__ import annotations

from typing import NamedTuple

from crosswire.calendar import days
from crosswire.records import Interval


class Clue(NamedTuple):
    """A time's type, value, anchor and days."""

    type: str
    value: str
    anchor: str = "text"
    interval: Interval | None = None


def dated(value: str, anchor: str = "publication", kind: str = "DATE") -> Clue:
    """The clue of a value that names its days by itself."""
    return Clue(kind, value, anchor, days(value))
