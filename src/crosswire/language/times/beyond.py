"""Days, months and seasons reckoned from the time last named: "the previous Friday", "the following January"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crosswire import calendar
from crosswire.language.numbers import either
from crosswire.language.times.clue import Clue
from crosswire.language.times.scene import Scene, recent
from crosswire.language.times.words import DAY, FULL_MONTHS, MONTHS, SEASONS, WEEKDAY, WEEKDAYS
from crosswire.records import Interval


def read_weekday_beyond(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "Down from the previous Friday", "the following Tuesday"."""
    named, number = recent(scene), WEEKDAYS[match["weekday"]]
    if named is None or named.start != named.stop:
        return None
    ahead = (number - named.start.weekday() - 1) % 7 + 1
    behind = (named.start.weekday() - number - 1) % 7 + 1
    day = named.start + timedelta(days=ahead if match["way"] in AHEAD else -behind)
    return on_day(day, scene)


def on_day(day: date, scene: Scene) -> Clue | None:
    """The day, unless it lies after a report that tells of the past."""
    late = scene.published is not None and day > scene.published and scene.tense <= 0
    return None if late else Clue("DATE", day.isoformat(), "text", Interval(day, day))


def read_part_of_year_beyond(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "The following January", "the previous fall", "that summer"."""
    named, word = recent(scene), match["word"]
    if named is None or (named.stop - named.start).days > 366:
        return None
    first, many = (MONTHS[word], 1) if word in MONTHS else (calendar.SEASONS[SEASONS[word]], 3)
    around = [calendar.months(named.start.year + n, first, many) for n in (-1, 0, 1)]
    if match["way"] in AHEAD:
        days = next((i for i in around if i.start > named.stop), None)
    elif match["way"] in BACK:
        days = next((i for i in reversed(around) if i.stop < named.start), None)
    else:
        days = around[1]
    if days is None or (scene.published is not None and days.start > scene.published and scene.tense <= 0):
        return None
    return Clue("DATE", f"{days.start:%Y-%m}" if many == 1 else f"{days.start.year}-{SEASONS[word]}", "text", days)


AHEAD = {"following", "next", "ensuing"}
BACK = {"previous", "preceding", "prior"}
THE = rf"the (?P<way>{either(AHEAD | BACK)})"
BEYOND = (
    ("weekday_beyond", rf"{THE} (?P<weekday>{WEEKDAY})", read_weekday_beyond),
    (
        "part_of_year_beyond",
        rf"(?:{THE}|that(?: same)?|the same) (?P<word>{either([*FULL_MONTHS, *SEASONS])})(?! ?{DAY}\b)",
        read_part_of_year_beyond,
    ),
)
