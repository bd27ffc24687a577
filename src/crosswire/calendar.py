"""Days of a calendar value, and the arithmetic of intervals. Pure; nothing here knows a text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from crosswire.records import Interval, Time

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, as the northern hemisphere reckons
OFFSET = re.compile(r"P(-?\d{1,4})([DWMY])")


def days(value: str) -> Interval | None:
    """The days a TIMEX3 value names: "2025-07" is all July, "2014/2016" three years; None if no days."""
    if "/" in value:
        first, last = (days(part) for part in value.split("/", 1))
        return Interval(first.start, last.stop) if first and last and first.start <= last.stop else None
    value = value.partition("T")[0]
    found = ((pattern.fullmatch(value), reading) for pattern, reading in FORMS)
    try:
        return next((reading(match) for match, reading in found if match), None)
    except (ValueError, OverflowError):  # 31 June, week 60, year 0
        return None


def shifted(interval: Interval, time: Time) -> Interval | None:
    """The days of a time that is reckoned from an event, once the event's days are known.

    "A day before the warning" has the value "P-1D" and the anchor "event": with a warning on the 12th it is the 11th.
    """
    match = OFFSET.fullmatch(time.value)
    if time.anchor != "event" or not match:
        return None
    return moved(interval, int(match[1]), match[2])


def moved(interval: Interval, count: int, unit: str) -> Interval | None:
    """An interval so many days (D), weeks (W), months (M) or years (Y) later, or earlier if `count` is negative.

    One day moved by months or years gives the whole month or year: "a year before the vote" is no single day.
    """
    try:
        if unit in "DW":
            step = timedelta(days=count * (7 if unit == "W" else 1))
            return Interval(interval.start + step, interval.stop + step)
        first, last = turned(interval.start, count, unit), turned(interval.stop, count, unit)
        if unit == "Y" and interval.start != interval.stop:
            return Interval(same_day(interval.start, first.start.year), same_day(interval.stop, last.start.year))
        return Interval(first.start, last.stop)
    except (ValueError, OverflowError):
        return None


def same_day(day: date, of_year: int) -> date:
    """The day in another year; the last of February stays the last."""
    last = monthrange(of_year, day.month)[1]
    return date(of_year, day.month, last if day.day == monthrange(day.year, day.month)[1] else min(day.day, last))


def name(interval: Interval) -> str:
    """The shortest TIMEX3 value for the days: a day, month, quarter or year, else first and last day."""
    start = interval.start
    month_name, quarter = f"{start:%Y-%m}", f"{start.year:04}-Q{(start.month + 2) // 3}"
    names = (start.isoformat(), month_name, quarter, f"{start.year:04}")
    return next((n for n in names if days(n) == interval), f"{start}/{interval.stop}")


def turned(day: date, count: int, unit: str) -> Interval:
    """The whole month or year that lies so many months or years from a day's."""
    if unit == "Y":
        return year(day.year + count)
    months = day.year * 12 + day.month - 1 + count
    return month(months // 12, months % 12 + 1)


def year(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31))


def month(of_year: int, number: int) -> Interval:
    return months(of_year, number, 1)


def months(of_year: int, first: int, count: int) -> Interval:
    """So many whole months from the first of one; they may run into the next year, as a winter does."""
    end = of_year * 12 + first - 2 + count
    return Interval(date(of_year, first, 1), date(end // 12, end % 12 + 1, monthrange(end // 12, end % 12 + 1)[1]))


def week(of_year: int, number: int) -> Interval:
    """Monday to Sunday of an ISO week."""
    monday = date.fromisocalendar(of_year, number, 1)
    return Interval(monday, monday + timedelta(days=6))


def third(interval: Interval, which: int) -> Interval:
    """The first (0), middle (1) or last (2) third: early, mid or late; a year's in months, a decade's in years."""
    first, days_long = interval.start, (interval.stop - interval.start).days + 1
    if days_long < 3:
        return interval
    if days_long > 3000:
        many = interval.stop.year - first.year + 1
        start = cut(many, which)
        return years(first.year + start, cut(many, which + 1) - start)
    if days_long > 300:
        return months(first.year, first.month + 4 * which, 4)
    start = cut(days_long, which)
    return Interval(first + timedelta(days=start), first + timedelta(days=cut(days_long, which + 1) - 1))


def cut(length: int, thirds: int) -> int:
    """Where so many thirds of a length end, the first third the longest: ten years are four, three and three."""
    return -(-length * thirds // 3)


def easter(of_year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian rule."""
    century, rest = divmod(of_year, 100)
    golden = of_year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    number, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(of_year, number, day + 1)


def one_day(match: re.Match[str]) -> Interval:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return Interval(day, day)


def weekend(match: re.Match[str]) -> Interval:
    sunday = week(int(match[1]), int(match[2])).stop
    return Interval(sunday - timedelta(days=1), sunday)


def years(first: int, count: int) -> Interval:
    return Interval(date(first, 1, 1), date(first + count - 1, 12, 31))


FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Interval]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), one_day),
    (re.compile(r"(\d{4})-(\d\d)"), lambda m: month(int(m[1]), int(m[2]))),
    (re.compile(r"(\d{4})"), lambda m: year(int(m[1]))),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda m: week(int(m[1]), int(m[2]))),
    (re.compile(r"(\d{4})-W(\d\d)-WE"), weekend),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m: months(int(m[1]), int(m[2]) * 3 - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda m: months(int(m[1]), int(m[2]) * 6 - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda m: months(int(m[1]), SEASONS[m[2]], 3)),
    (re.compile(r"(\d{3})"), lambda m: years(int(m[1]) * 10, 10)),
    (re.compile(r"(\d{2})"), lambda m: years(int(m[1]) * 100, 100)),
)
