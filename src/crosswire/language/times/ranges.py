"""Ranges of days, months and years as one interval: "from 11 to 13 July", "between 2014 and 2016"."""

from __future__ import annotations

import re
from datetime import timedelta

from crosswire import calendar
from crosswire.language.times.clue import Clue, dated
from crosswire.language.times.days import ORDER, fixed, of_day, of_month
from crosswire.language.times.scene import Scene, nearest, weekday
from crosswire.language.times.words import DAY, MONTH, WEEKDAY, WEEKDAYS, YEAR
from crosswire.records import Interval

DASH = r" ?[-–—] ?"


def read_days(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "from 11 to 13 July", "July 11-13, 2025": a range of days, as one interval."""
    parts = match.groupdict()
    last_month = of_month(parts.get("b_month") or parts["a_month"])
    first_month = of_month(parts.get("a_month") or parts["b_month"])
    first, last, year = of_day(match["a"]), of_day(match["b"]), match["year"]
    over_new_year = first_month > last_month
    if year:
        end = fixed(int(year), last_month, last)
        start = fixed(int(year) - over_new_year, first_month, first)
    else:
        now = scene.published
        found = (
            (
                (fixed(now.year + n, first_month, first), fixed(now.year + n + over_new_year, last_month, last))
                for n in (-1, 0, 1)
            )
            if now
            else ()
        )
        meant = nearest(scene, [Interval(a, b) for a, b in found if a and b and a <= b])
        start, end = (meant.start, meant.stop) if meant else (None, None)
    if not end or not start or start >= end:
        return None
    return dated(f"{start}/{end}", "text" if year else "publication")


def read_weekdays(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "from Monday to Wednesday"."""
    last = weekday(scene, WEEKDAYS[match["b"]])
    if last is None:
        return None
    first = last - timedelta(days=(WEEKDAYS[match["b"]] - WEEKDAYS[match["a"] or match["a2"]]) % 7)
    return dated(f"{first}/{last}")


def read_years(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "between 2014 and 2016", "2014-16"."""
    first, last = match["a"], match["b"]
    last = last if len(last) == 4 else first[:2] + last
    return dated(f"{first}/{last}", "text") if first < last else None


def read_months(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "from March to May 2022"."""
    first, last = of_month(match["a"]), of_month(match["b"])
    if match["year"]:
        end = calendar.month(int(match["year"]), last)
    else:
        now = scene.published
        found = nearest(scene, [calendar.month(now.year + n, last) for n in (-1, 0, 1)]) if now else None
        if not found:
            return None
        end = found
    start = end.start.year - (first > last)
    return dated(f"{start}-{first:02}/{end.start.year}-{last:02}", "text" if match["year"] else "publication")


TO = f"(?: (?:to|until|till|through|and) |{DASH})"
BETWEEN = f"(?:{DASH}| to | through )"
FROM = "(?:from |between )"
A, B = rf"(?P<a>{DAY}){ORDER}", rf"(?P<b>{DAY}){ORDER}"
A_MONTH, B_MONTH = f"(?P<a_month>{MONTH})", f"(?P<b_month>{MONTH})"
IN_YEAR = f"(?:,? (?P<year>{YEAR}))?"
TWO = rf"(?!(?:{MONTH} )?{DAY}{ORDER}(?: {MONTH})? and )"  # "June 3 and July 5" are two days
NO_CLOCK = r"(?![.:]?\d| ?[ap]\.?m)"
NEAR_YEAR = r"(?:1[89]|20)\d\d"
RANGES = (
    ("days_of_month", rf"{FROM}(?:the )?{A}{TO}(?:the )?{B} (?:of )?{A_MONTH}{IN_YEAR}", read_days),
    ("days_dashed", rf"(?P<a>{DAY}){BETWEEN}(?P<b>{DAY}) {A_MONTH}{IN_YEAR}", read_days),
    ("month_days", rf"{FROM}?{A_MONTH} ?{A}{BETWEEN}{B}{NO_CLOCK}{IN_YEAR}", read_days),
    ("month_days_and", rf"between {A_MONTH} ?{A} and {B}{IN_YEAR}", read_days),
    ("month_day_to_month_day", rf"(?:{FROM}|{TWO}){A_MONTH} {A}{TO}{B_MONTH} {B}{IN_YEAR}", read_days),
    ("day_month_to_day_month", rf"(?:{FROM}|{TWO}){A} {A_MONTH}{TO}{B} {B_MONTH}{IN_YEAR}", read_days),
    (
        "weekdays",
        rf"(?:{FROM}(?P<a>{WEEKDAY}){TO}|(?P<a2>{WEEKDAY})(?: through | to |{DASH}))(?P<b>{WEEKDAY})",
        read_weekdays,
    ),
    (
        "months",
        rf"(?:{FROM}|(?!{MONTH} and ))(?P<a>{MONTH}){TO}(?P<b>{MONTH})(?!,? {DAY}\b)(?:,? (?:of )?(?P<year>{YEAR}))?",
        read_months,
    ),
    ("years", rf"{FROM}(?:the )?(?P<a>{YEAR}){TO}(?P<b>{YEAR})", read_years),
    ("years_dashed", rf"(?P<a>{NEAR_YEAR})[-–/](?P<b>(?:{NEAR_YEAR}|\d\d))(?![-–/\d])", read_years),
)
