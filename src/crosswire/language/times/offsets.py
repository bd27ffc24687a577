"""Times reckoned by a count: "two days ago", "in five years", "a day before the talks", "the following month"."""

from __future__ import annotations

import re
from datetime import timedelta

from crosswire import calendar
from crosswire.language.times.clue import Clue, dated
from crosswire.language.times.periods import whole
from crosswire.language.times.scene import NEWS, Scene, compared, just_over, near, recent, years_on
from crosswire.language.times.words import COUNTED, MANY, WEEKDAY, WEEKDAYS, count, length
from crosswire.records import Interval

COMPARED = re.compile(r"\b(?:from|than|against|versus|vs\.|compared|up|down|below|above)\b[^.;:]*(?:\.\d[^.;:]*)*$")
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
WIDTHS = {"D": 1, "W": 7, "M": 31, "Y": 3660}  # days


def read_ago(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "two days ago" is a day, "three weeks ago" a week, "ten years ago" a year; "several years ago" is only past."""
    many, unit = count(match["count"]), match["unit"]
    period = compared(scene) if many == 1 and unit == "year" else None
    if period and (scene.published is None or (scene.published - period.stop).days < NEWS):
        return years_on(scene, period, -1)  # "in the third quarter, up from a loss a year ago"
    if match["half"] and many is not None:
        many, unit = many * 12 + 6, "months" if unit.startswith("year") else unit
    if many is None or unit.startswith(("minute", "second")):
        return Clue("DATE", "PAST_REF", "publication")
    if unit.startswith("hour"):
        return Clue("TIME", "PAST_REF", "publication")
    return counted_from_now(-many, unit, scene, "PAST_REF") or Clue("DATE", "PAST_REF", "publication")


def read_from_day(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "A week ago Friday", "two weeks from today": so many from a day that its name tells."""
    many, way, now = count(match["count"]), match["way"], scene.published
    if many is None or now is None or match["unit"].startswith(("second", "minute", "hour", "quarter")):
        return None
    back = way in {"ago", "before"}
    if match["day"] in WEEKDAYS:
        ahead = (WEEKDAYS[match["day"]] - now.weekday()) % 7
        day = now + timedelta(days=ahead if way == "from" or not ahead else ahead - 7)
    else:
        day = now + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[match["day"]])
    steps, code = step(-many if back else many, match["unit"])
    moved = calendar.moved(Interval(day, day), steps, code)
    if moved and code == "Y":
        moved = Interval(*[calendar.same_day(day, moved.start.year)] * 2)
    return Clue("DATE", calendar.name(moved), "publication", moved) if moved else None


def read_ago_this(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "A year ago this month"."""
    relation, unit = match["day"].split()
    many = count(match["count"])
    if many is None or scene.published is None or match["unit"].startswith(("second", "minute", "hour")):
        return None
    around = whole(scene.published, unit, -(relation == "last"))
    steps, code = step(-many, match["unit"])
    moved = calendar.moved(around.interval, steps, code) if around and around.interval else None
    return whole(moved.start, unit, 0) if moved else None


def read_long_ago(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "months ago": how many is not told."""
    return Clue("DATE", "PAST_REF", "publication")


def read_ahead(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "three weeks from now"."""
    many, unit = count(match["count"]), match["unit"]
    if many is None or match["vague"] or unit.startswith(("second", "minute", "hour")):
        return Clue("DATE", "FUTURE_REF", "publication")
    return counted_from_now(many, unit, scene, "FUTURE_REF")


def counted_from_now(many: int, unit: str, scene: Scene, unknown: str) -> Clue | None:
    """The day, week, month or year so many from that of publication."""
    steps, code = step(many, unit)
    if scene.published is None:
        return Clue("DATE", UNKNOWN.get(code, unknown), "publication")
    if code == "D":
        around = calendar.moved(Interval(scene.published, scene.published), steps, "D")
        return dated(around.start.isoformat()) if around else None
    return whole(scene.published, {"W": "week", "M": "month", "Y": "year"}[code], steps)


def step(many: int, unit: str) -> tuple[int, str]:
    """How many days (D), weeks (W), months (M) or years (Y) so many of a unit are: two decades are twenty years."""
    value = length(abs(many), unit)
    code, sign = value[-1], -1 if many < 0 else 1
    return sign * int(value[1:-1]), code


def read_in(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "In five years" is a time to come in a future clause, a duration elsewhere."""
    return read_ahead(match, scene) if scene.tense > 0 else None


def read_offset(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "two days later", "a day before the talks": reckoned from an event, or from a day named close before."""
    many, unit, side = count(match["count"]), match["unit"], match["side"]
    if many is None or unit.startswith(("second", "minute", "hour")):
        return None
    if side == "earlier" and many == 1 and unit == "year" and (period := compared(scene)):
        return years_on(scene, period, -1)
    steps, code = step(many, unit)
    back = side in {"before", "earlier", "previously", "prior", "beforehand"}
    if side == "earlier" and many == 1 and near(scene, scene.previous) is None and compares(match):
        return counted_from_now(-many, unit, scene, "PAST_REF")
    return reckoned(-steps if back else steps, code, scene, governed=side in {"before", "after", "prior"})


def compares(match: re.Match[str]) -> bool:
    """ "Up 4% from a year earlier", "against $3 million a year earlier": reckoned from now where no period is named."""
    return bool(COMPARED.search(match.string, max(match.start() - 70, 0), match.start()))


def read_next(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the previous day", "the following week", "the day before"."""
    back = (match["way"] or match["way2"]) not in {"following", "next", "after"}
    unit = match["unit"] or match["unit2"]
    if unit == "quarter":
        told = scene.named.reported or (just_over(scene.published) if scene.published else None)
        moved = calendar.moved(told, -3 if back else 3, "M") if told else None
        return Clue("DATE", calendar.name(moved), "text", moved) if moved else Clue("DATE", "XXXX-QX", "publication")
    named = recent(scene)
    if unit in {"month", "year"} and named and (named.stop - named.start).days < WIDTHS[unit[0].upper()]:
        period = whole(named.start, unit, -1 if back else 1)
        if period and period.interval and not too_late(period.interval, scene):
            return period._replace(anchor="text")
    return reckoned(-1 if back else 1, unit[0].upper(), scene, governed=False)


def read_second(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "The month before last", "the week after next"."""
    return whole(scene.published, match["unit"], 2 if "next" in match["way"] else -2) if scene.published else None


def reckoned(steps: int, code: str, scene: Scene, governed: bool) -> Clue:
    """The time so far from one named in this sentence or the last; an offset "P-1D" for the event where there is none.

    Days are reckoned from a day, weeks from a week or less, months from a month or less, and years from anything.
    """
    base = None if governed else near(scene, scene.previous)
    moved = calendar.moved(base, steps, code) if base and (base.stop - base.start).days < WIDTHS[code] else None
    if base is None or moved is None or too_late(moved, scene):
        return Clue("DATE", f"P{steps}{code}", "event")
    if code == "W":
        clue = whole(moved.start, "week", 0)
        return clue._replace(anchor="text") if clue else Clue("DATE", f"P{steps}W", "event")
    value = calendar.name(moved)
    return Clue("DATE", value if "/" not in value else f"{moved.start.year:04}", "text", moved)


def too_late(days: Interval, scene: Scene) -> bool:
    """Whether days lie after the report though its words do not tell of the future."""
    return scene.published is not None and scene.tense <= 0 and days.start > scene.published


SIDE = "(?P<side>before|earlier|later|after|previously|prior|beforehand|afterwards?)"
OFFSETS = (
    (
        "from_day",
        rf"{COUNTED} (?P<way>ago|from|before|after) (?P<day>{WEEKDAY}|today|yesterday|tomorrow)",
        read_from_day,
    ),
    ("ago_this", rf"{COUNTED} ago (?P<day>this (?:week|month|year)|last (?:week|month))", read_ago_this),
    ("ago", rf"{COUNTED} (?:ago|back(?=[,.;]))", read_ago),
    ("long_ago", rf"(?:{MANY}|a quarter(?:-| | of a )century) ago", read_long_ago),
    ("ahead", rf"{COUNTED} from now", read_ahead),
    ("in", rf"in (?:another )?{COUNTED}(?:['’]s? ?time|(?!['’]))", read_in),
    ("offset", rf"{COUNTED} {SIDE}", read_offset),
    ("second", r"the (?P<unit>week|month|year) (?P<way>before last|after next)", read_second),
    (
        "next_day",
        r"the (?:(?P<way>previous|preceding|prior|following|next) (?P<unit>day|week|month|quarter|year)"
        r"|(?P<unit2>day|week|month|year) (?P<way2>before|earlier|after|prior))",
        read_next,
    ),
)
