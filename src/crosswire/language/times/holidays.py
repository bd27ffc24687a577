"""Holidays that have one date the world over, or in the country whose word it is, and attacks known by their day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crosswire import calendar
from crosswire.language.numbers import either
from crosswire.language.times.clue import Clue, dated
from crosswire.language.times.scene import Scene, chosen
from crosswire.language.times.words import YEAR
from crosswire.records import Interval


def read_holiday(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "Christmas Day", "last Thanksgiving"."""
    name = re.sub(r"\s+", " ", match["holiday"].replace("’", "'"))
    year, relation = match["year"], match["relation"] or ""
    if year:
        day = HOLIDAYS[name](int(year))
        return dated(day.isoformat(), "text")
    if scene.published is None:
        return Clue("DATE", "XXXX-XX-XX", "publication")
    around = [Interval(d, d) for d in (HOLIDAYS[name](scene.published.year + n) for n in (-1, 0, 1))]
    return chosen(scene, around, relation, lambda i: i.start.isoformat(), "XXXX-XX-XX")


def nth_weekday(year: int, month: int, number: int, nth: int) -> date:
    """The first (0), second ... weekday of a month: Thanksgiving is the fourth Thursday of November."""
    first = date(year, month, 1)
    return first + timedelta(days=(number - first.weekday()) % 7 + 7 * nth)


HOLIDAYS = {
    "new year's day": lambda y: date(y, 1, 1),
    "martin luther king day": lambda y: nth_weekday(y, 1, 0, 2),
    "presidents' day": lambda y: nth_weekday(y, 2, 0, 2),
    "presidents day": lambda y: nth_weekday(y, 2, 0, 2),
    "st. patrick's day": lambda y: date(y, 3, 17),
    "mother's day": lambda y: nth_weekday(y, 5, 6, 1),
    "father's day": lambda y: nth_weekday(y, 6, 6, 2),
    "columbus day": lambda y: nth_weekday(y, 10, 0, 1),
    "election day": lambda y: nth_weekday(y, 11, 0, 0) + timedelta(days=1),
    "palm sunday": lambda y: calendar.easter(y) - timedelta(days=7),
    "ash wednesday": lambda y: calendar.easter(y) - timedelta(days=46),
    "new year's": lambda y: date(y, 1, 1),
    "new year's eve": lambda y: date(y, 12, 31),
    "valentine's day": lambda y: date(y, 2, 14),
    "good friday": lambda y: calendar.easter(y) - timedelta(days=2),
    "easter": lambda y: calendar.easter(y),
    "easter sunday": lambda y: calendar.easter(y),
    "easter monday": lambda y: calendar.easter(y) + timedelta(days=1),
    "may day": lambda y: date(y, 5, 1),
    "memorial day": lambda y: nth_weekday(y, 6, 0, 0) - timedelta(days=7),
    "bastille day": lambda y: date(y, 7, 14),
    "labor day": lambda y: nth_weekday(y, 9, 0, 0),
    "halloween": lambda y: date(y, 10, 31),
    "veterans day": lambda y: date(y, 11, 11),
    "armistice day": lambda y: date(y, 11, 11),
    "thanksgiving day": lambda y: nth_weekday(y, 11, 3, 3),
    "thanksgiving": lambda y: nth_weekday(y, 11, 3, 3),
    "christmas eve": lambda y: date(y, 12, 24),
    "christmas day": lambda y: date(y, 12, 25),
    "christmas": lambda y: date(y, 12, 25),
    "boxing day": lambda y: date(y, 12, 26),
}


def read_attack(match: re.Match[str], scene: Scene) -> Clue | None:
    """The year that "the Sept. 11 hijackers" and "the Oct. 7 attack" need not name, where the report is later."""
    month, number = match["attack"].split()
    day = ATTACKS.get((month[:3], number.removesuffix("th")))
    known = day is not None and (scene.published is None or day < scene.published)
    return dated(day.isoformat(), "text") if day and known else None


ATTACKS = {("sep", "11"): date(2001, 9, 11), ("oct", "7"): date(2023, 10, 7)}

HOLIDAY = either(HOLIDAYS).replace("'", "['’]")
SOON = r"(?P<relation>(?:last|next|this(?: past| coming)?) )?"
STRUCK = r"(?: terror| terrorist| hamas)? (?:attacks?\b|hijack|massacre)"
KNOWN_DAY = r"(?:sept(?:ember|\.)?|oct(?:ober|\.)?) (?:7|11)(?:th)?"
ATTACK_RULES = (("attack", rf"(?P<attack>{KNOWN_DAY}(?={STRUCK}))", read_attack),)
HOLIDAY_RULES = (("holiday", rf"{SOON}(?P<holiday>{HOLIDAY})(?:,? (?:in )?(?P<year>{YEAR}))?", read_holiday),)
