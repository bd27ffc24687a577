"""How long and how often: "for three weeks", "recent months", "every Friday", "$2 million a year"; and "now"."""

from __future__ import annotations

import re

from crosswire.language.numbers import SMALL, either
from crosswire.language.times.clue import Clue
from crosswire.language.times.scene import Scene
from crosswire.language.times.words import COUNTED, MANY, PART, PARTS, SEASONS, UNIT, WEEKDAY, WEEKDAYS, count, length

REFERENCES = {
    "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF", "at present": "PRESENT_REF",
    "at the moment": "PRESENT_REF", "presently": "PRESENT_REF",
    "these days": "PRESENT_REF", "the present": "PRESENT_REF",
    "recently": "PAST_REF", "formerly": "PAST_REF", "in the past": "PAST_REF",
    "the past": "PAST_REF", "lately": "PAST_REF", "long ago": "PAST_REF",
    "the recent past": "PAST_REF", "the distant past": "PAST_REF", "not long ago": "PAST_REF",
    "some time ago": "PAST_REF", "a generation ago": "PAST_REF", "a while ago": "PAST_REF", "the other day": "PAST_REF",
    "soon": "FUTURE_REF", "future": "FUTURE_REF", "the future": "FUTURE_REF", "the near future": "FUTURE_REF",
    "the foreseeable future": "FUTURE_REF", "the immediate future": "FUTURE_REF", "the distant future": "FUTURE_REF",
    "the not-too-distant future": "FUTURE_REF", "the not too distant future": "FUTURE_REF",
}  # fmt: skip
SETS = {
    "daily": "P1D", "nightly": "P1D", "hourly": "PT1H", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip
HALVES = {"Y": "6M", "H": "30M", "M": "30S", "D": "T12H"}  # "a year and a half" is P1Y6M
HALF = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}


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
    if match["plural"]:
        part = f"T{PARTS[match['parts']]}" if match["parts"] else ""
        return Clue("SET", f"XXXX-WXX-{WEEKDAYS[match['plural']] + 1}{part}", "text")
    if match["weekend"]:
        return Clue("SET", "XXXX-WXX-WE", "text") if match["weekend"] == "weekends" or "every" in match[0] else None
    if match["season"]:
        return Clue("SET", f"XXXX-{SEASONS[match['season']]}", "text")
    if match["part"]:
        return Clue("SET", "P1D", "text")
    return Clue("SET", length(2 if match["count"] == "other" else count(match["count"] or "a"), match["unit"]), "text")


def read_reference(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "now", "recently", "the future": a time without days; not "he soon learned"."""
    if match["ref"] == "soon" and scene.tense < 0:
        return None
    return Clue("DATE", REFERENCES[re.sub(r"\s+", " ", match["ref"])], "publication")


OFTEN = f"(?:once|twice|(?:{SMALL}|several|many) times)"
WHICH = "(?:past|last|next|first|coming|previous)"
SOME = "recent|coming|past|last|next|early|following|intervening|subsequent|previous|preceding|latter"
SPELLS = (
    (
        "set",
        rf"(?:{OFTEN} )?(?:(?:every|each) (?:(?P<count>few|several|other|{SMALL}|\d{{1,3}}) )?"
        rf"(?:(?P<weekday>{WEEKDAY})|(?P<part>{PART})|(?P<season>{either(SEASONS)})|(?P<unit>{UNIT}))|(?P<adverb>{'|'.join(SETS)})"
        rf"|(?P<plural>{WEEKDAY})(?:s|(?= {PART}s))(?: (?P<parts>{PART})s)?|(?:every )?(?P<weekend>weekends?))",
        read_set,
    ),
    ("rate", rf"(?:{OFTEN} )?(?:an?|per) (?P<unit>day|week|month|year)", read_rate),
    ("span_of", rf"(?:(?:the )?(?:{SOME}) (?:few )?|over the )(?P<unit>{MANY})", read_span_of),
    ("duration", COUNTED, read_duration),
    ("duration", rf"(?:the )?(?:{WHICH} )?{COUNTED}", read_duration),
    (
        "long",
        rf"(?:(?P<one>hour|day|week|month|year|decade|century)-?long|all (?P<all>day|week|month|year)(?: long)?"
        rf"|(?P<quarter>(?:an?|the (?:past|last)) quarter(?:-| | of a )century)"
        rf"|(?P<unit>{MANY})(?:-long| later| earlier|(?: or| and)(?: even)? {MANY})?)",
        read_long,
    ),
    ("reference", rf"(?P<ref>{'|'.join(sorted(REFERENCES, key=len, reverse=True))})", read_reference),
)
