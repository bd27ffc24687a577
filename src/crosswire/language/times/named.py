"""What a text has named so far, as far as later expressions are reckoned from it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from crosswire import calendar
from crosswire.records import Interval, Time

QUARTER = re.compile(r"-[QH]\d$")


class Named(NamedTuple):
    """The time last named, those that have days, the period reported on and the month last named.

    Kept while reading goes on, so that no expression looks back over the whole text.
    """

    dated: list[Time]  # only ever added to, by `named_too`
    last: Time | None = None
    reported: Interval | None = None  # the quarter or half: of those named and over, the latest
    month: Interval | None = None


def named_too(named: Named, time: Time, published: date | None) -> Named:
    """What has been named once a time is, too."""
    days = time.interval
    if days is None:
        return named._replace(last=time)
    named.dated.append(time)
    reported, month = named.reported, named.month
    over = QUARTER.search(time.value) and (published is None or days.stop < published)
    if over and (reported is None or reported < days):
        reported = days
    if days == calendar.month(days.start.year, days.start.month):
        month = days
    return Named(named.dated, time, reported, month)
