"""Expressions that count: "two days ago", "a day before the talks", "for three weeks", "every Friday"; and "now"."""

from __future__ import annotations

import re
from datetime import timedelta

from crosswire import calendar
from crosswire.language.numbers import SMALL
from crosswire.language.times.clue import Clue, dated
from crosswire.language.times.periods import whole
from crosswire.language.times.scene import Scene, compared, just_over, near, recent, reported
from crosswire.language.times.words import COUNT, HEDGE, PART, SIZES, UNIT, UNITS, WEEKDAY, WEEKDAYS, count
from crosswire.records import Interval

REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "at present": "PRESENT_REF",
    "at the moment": "PRESENT_REF", "presently": "PRESENT_REF",
    "these days": "PRESENT_REF", "the present": "PRESENT_REF",
    "recently": "PAST_REF", "formerly": "PAST_REF", "in the past": "PAST_REF",
    "the past": "PAST_REF", "lately": "PAST_REF", "long ago": "PAST_REF",
    "soon": "FUTURE_REF", "the future": "FUTURE_REF", "the near future": "FUTURE_REF",
}  # fmt: skip
UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
SETS = {
    "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip


HALVES = {"Y": "6M", "H": "30M", "M": "30S", "D": "T12H"}  # "a year and a half" is P1Y6M


def length(many: int | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT2H, P20Y for two decades; PXW where the count is not told."""
    unit = unit if unit in UNITS else unit.removesuffix("s")
    code = UNITS[unit]
    if code == "Q":
        return f"P{'X' if many is None else many * 3}M"
    size = "X" if many is None else str(many * SIZES.get(unit, 1))
    return f"P{'T' if len(code) > 1 else ''}{size}{code[-1]}"


def read_ago(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "two days ago" is a day, "three weeks ago" a week, "ten years ago" a year; "several years ago" is only past."""
    many, unit = count(match["count"]), match["unit"]
    if many == 1 and unit == "year" and (period := compared(scene)):
        return year_before(period)  # "in the third quarter, up from a loss a year ago"
    if match["half"] and many is not None:
        many, unit = many * 12 + 6, "months" if unit.startswith("year") else unit
    value = length(many, unit)
    code = value[-1]
    if many is None or ("T" in value and unit.rstrip("s") != "hour"):
        return Clue("DATE", "PAST_REF", "publication")
    if scene.published is None:
        return Clue("DATE", UNKNOWN.get(code, "PAST_REF"), "publication")
    if "T" in value:
        return Clue("TIME", "PAST_REF", "publication")
    steps = int(value[1:-1])
    if code == "D":
        around = calendar.moved(Interval(scene.published, scene.published), -steps, "D")
        return dated(around.start.isoformat()) if around else None
    return whole(scene.published, {"W": "week", "M": "month", "Y": "year"}[code], -steps)


def read_long_ago(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "months ago": how many is not told."""
    return Clue("DATE", "PAST_REF", "publication")


def read_offset(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "two days later", "a day before the talks": reckoned from an event, or a day named in the same sentence."""
    many, unit, side = count(match["count"]), match["unit"], match["side"]
    value = length(many, unit)
    if many is None or "T" in value:
        return None
    back = side in {"before", "earlier", "previously", "prior", "beforehand"}
    if side == "earlier" and value == "P1Y":
        if period := compared(scene):
            return year_before(period)
        if scene.published and re.search(r"(?:from|than)\s$", match.string[max(match.start() - 5, 0) : match.start()]):
            return whole(scene.published, "year", -1)  # "up 4% from a year earlier"
    return reckoned(-int(value[1:-1]) if back else int(value[1:-1]), value[-1], scene, governed=side in GOVERNING)


def year_before(period: Interval) -> Clue | None:
    moved = calendar.moved(period, -1, "Y")
    return Clue("DATE", calendar.name(moved), "text", moved) if moved else None


GOVERNING = {"before", "after", "prior"}


def read_next(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the previous day", "the following week", "the day before"."""
    back = (match["way"] or match["way2"]) not in {"following", "next", "after"}
    unit = match["unit"] or match["unit2"]
    if unit == "quarter":
        told = reported(scene) or (just_over(scene.published) if scene.published else None)
        moved = calendar.moved(told, -3 if back else 3, "M") if told else None
        return Clue("DATE", calendar.name(moved), "text", moved) if moved else Clue("DATE", "XXXX-QX", "publication")
    named = recent(scene)
    if unit in {"month", "year"} and named and (named.stop - named.start).days < WIDTHS[unit[0].upper()]:
        period = whole(named.start, unit, -1 if back else 1)
        if period and period.interval and not too_late(period.interval, scene):
            return period._replace(anchor="text")
    value = length(1, unit)
    return reckoned(-1 if back else 1, value[-1], scene, governed=False)


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


WIDTHS = {"D": 1, "W": 7, "M": 31, "Y": 3660}  # days


def read_duration(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "for three days", "a two-year term", "two and a half years"."""
    many, unit = count(match["count"]), match["unit"]
    if unit in {"second", "quarter"} and match["count"] in {"a", "an"}:
        return None
    if (match["half"] or match["half2"]) and many is not None and length(many, unit)[-1] in HALVES:
        return Clue("DURATION", length(many, unit) + HALVES[length(many, unit)[-1]], "text")
    if re.fullmatch(r"\d+\.\d", match["count"]):
        return Clue("DURATION", length(1, unit).replace("1", match["count"]), "text")
    if match["count"].startswith("half"):
        return Clue("DURATION", HALF.get(unit.rstrip("s"), length(None, unit)), "text")
    return Clue("DURATION", length(many, unit), "text")


def read_long(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "weeks", "decades-long", "a yearlong"."""
    if match["quarter"]:
        return Clue("DURATION", "P25Y", "text")
    one = match["one"] or match["all"]
    return Clue("DURATION", length(1 if one else None, one or match["unit"]), "text")


HALF = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}


def read_span_of(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "recent weeks", "the coming years", "over the years": how many is not told."""
    return Clue("DURATION", length(None, match["unit"]), "text")


def read_rate(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "$2 million a year", "twice per week"."""
    return Clue("SET", length(1, match["unit"]), "text")


def read_set(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "every day", "each year", "daily", "twice a week"."""
    if match["adverb"]:
        return Clue("SET", SETS[match["adverb"]], "text")
    if match["weekday"]:
        return Clue("SET", f"XXXX-WXX-{WEEKDAYS[match['weekday'].removesuffix('s')] + 1}", "text")
    if match["part"]:
        return Clue("SET", "P1D", "text")
    return Clue("SET", length(2 if match["count"] == "other" else count(match["count"] or "a"), match["unit"]), "text")


def read_reference(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "now", "recently", "the future": a time without days."""
    return Clue("DATE", REFERENCES[re.sub(r"\s+", " ", match["ref"])], "publication")


def read_ahead(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "three weeks from now"."""
    many, unit = count(match["count"]), match["unit"]
    value = length(many, unit)
    if many is None or "T" in value or scene.published is None:
        return Clue("DATE", "FUTURE_REF", "publication")
    if value[-1] == "D":
        return dated((scene.published + timedelta(days=int(value[1:-1]))).isoformat())
    return whole(scene.published, {"W": "week", "M": "month", "Y": "year"}[value[-1]], int(value[1:-1]))


def read_in(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "In five years" is a time to come in a future clause, a duration elsewhere."""
    return read_ahead(match, scene) if scene.tense > 0 else None


COUNTED = (
    rf"{HEDGE}(?P<count>{COUNT})(?P<half2> and a half)?(?: |-)(?:full |whole |straight |consecutive |more )?"
    rf"(?P<unit>{UNIT})(?P<half> and a half)?(?: or (?:so|two|more))?"
)
SIDE = "(?P<side>before|earlier|later|after|previously|prior|beforehand|afterwards?)"
OFTEN = f"(?:once|twice|(?:{SMALL}|several|many) times)"
LONG = "(?:minutes|hours|days|weeks|months|quarters|years|decades|centuries)"
WHICH = "(?:past|last|next|first|coming|previous)"
SOME = "recent|coming|past|last|next|early|following|intervening|subsequent|previous|preceding|latter"
SPELLS = (
    ("ago", rf"{COUNTED} ago", read_ago),
    ("long_ago", rf"(?:{LONG}|a quarter(?:-| | of a )century) ago", read_long_ago),
    ("ahead", rf"{COUNTED} from now", read_ahead),
    ("in", rf"in (?:another )?{COUNTED}(?!['’])", read_in),
    ("offset", rf"{COUNTED} {SIDE}", read_offset),
    (
        "next_day",
        r"the (?:(?P<way>previous|preceding|prior|following|next) (?P<unit>day|week|month|quarter|year)"
        r"|(?P<unit2>day|week|month|year) (?P<way2>before|earlier|after|prior))",
        read_next,
    ),
    (
        "set",
        rf"(?:{OFTEN} )?(?:(?:every|each) (?:(?P<count>two|three|four|five|six|ten|other) )?"
        rf"(?:(?P<weekday>{WEEKDAY})|(?P<part>{PART})|(?P<unit>{UNIT}))|(?P<adverb>{'|'.join(SETS)}))",
        read_set,
    ),
    ("rate", rf"(?:{OFTEN} )?(?:an?|per) (?P<unit>day|week|month|year)", read_rate),
    ("span_of", rf"(?:(?:the )?(?:{SOME}) (?:few )?|over the )(?P<unit>{LONG})", read_span_of),
    ("duration", COUNTED, read_duration),
    ("duration", rf"(?:the )?(?:{WHICH} )?{COUNTED}", read_duration),
    (
        "long",
        rf"(?:(?P<one>hour|day|week|month|year|decade|century)-?long|all (?P<all>day|week|month|year)(?: long)?"
        rf"|(?P<quarter>a quarter(?:-| | of a )century)|(?P<unit>{LONG})(?:-long| later| earlier)?)",
        read_long,
    ),
    ("reference", rf"(?P<ref>{'|'.join(sorted(REFERENCES, key=len, reverse=True))})", read_reference),
)
