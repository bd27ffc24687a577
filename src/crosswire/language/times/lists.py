"""What a list goes on with: "June 20 and 24", "3 and 4 June", "every Monday and Thursday"."""

from __future__ import annotations

import re

from crosswire.language.times.clue import Clue
from crosswire.language.times.days import ORDER, fixed, in_year, of_day, of_month
from crosswire.language.times.scene import Scene
from crosswire.language.times.words import DAY, MONTH, WEEKDAY, WEEKDAYS, YEAR
from crosswire.records import Interval, Time

JOINT = re.compile(r",?\s{1,3}(?:and|or|&)\s{1,3}|,\s{1,3}")
DAY_LAST = re.compile(rf"(?:^|\s|.*{MONTH}\s?)\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?")


def listed(match: re.Match[str], scene: Scene) -> Time | None:
    """The time that stands just before, with only "and", "or" or a comma between."""
    last = scene.named.last
    return last if last and JOINT.fullmatch(match.string, last.span.stop, match.start()) else None


def read_day_too(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "June 20 and 24": the 24th of the same month."""
    first = listed(match, scene)
    if first is None or first.interval is None or first.type != "DATE" or first.interval.start != first.interval.stop:
        return None
    if not DAY_LAST.fullmatch(match.string, first.span.start, first.span.stop):
        return None
    before = first.interval.start
    day = fixed(before.year, before.month, of_day(match["day"]))
    return Clue("DATE", day.isoformat(), first.anchor, Interval(day, day)) if day and day > before else None


def read_day_of_list(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "3 and 4 June": the third."""
    month, number, year = of_month(match["month"]), of_day(match["day"]), match["year"]
    day = fixed(int(year), month, number) if year else in_year(scene, month, number)
    return Clue("DATE", day.isoformat(), "text" if year else "publication", Interval(day, day)) if day else None


def read_weekday_too(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "Every Monday and Thursday": a set of both."""
    first = listed(match, scene)
    if first is None or first.type != "SET" or not first.value.startswith("XXXX-WXX-"):
        return None
    return Clue("SET", f"XXXX-WXX-{WEEKDAYS[match['weekday']] + 1}", "text")


BEHIND = r"(?:(?<=,\s)|(?<=and\s)|(?<=or\s)|(?<=&\s))"
LISTS = (
    ("day_too", rf"{BEHIND}(?:the )?(?P<day>{DAY}{ORDER})(?![.,:]?\d|%)", read_day_too),
    (
        "day_of_list",
        rf"(?:the )?(?P<day>{DAY}{ORDER})(?=(?:, {DAY}{ORDER}){{0,12}},? (?:and|or) (?:the )?{DAY}{ORDER} (?:of )?"
        rf"(?P<month>{MONTH})(?! ?{DAY}\b)(?:,? (?P<year>{YEAR}))?)",
        read_day_of_list,
    ),
    ("weekday_too", rf"{BEHIND}(?P<weekday>{WEEKDAY})s?", read_weekday_too),
)
