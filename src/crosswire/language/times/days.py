"""Expressions that name days: "July 12, 2025", "late on Saturday", "from 11 to 13 July", "the weekend", "3 p.m."."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crosswire import calendar
from crosswire.language.numbers import either
from crosswire.language.times.clue import Clue, dated
from crosswire.language.times.scene import Scene, beside, near, nearest, weekday
from crosswire.language.times.words import (
    ANY_WEEKDAY,
    CLOCK,
    DAY,
    EDGE,
    MONTH,
    MONTHS,
    ORDINALS,
    PART,
    PARTS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)
from crosswire.records import Interval

ORDER = r"(?:st|nd|rd|th)?"


def fixed(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def of_month(month: str | None) -> int:
    return MONTHS[(month or "").rstrip(".")]


def of_day(day: str | None) -> int:
    digits = re.sub(r"\D", "", day or "")
    return int(digits) if digits else ORDINALS[day or ""]


def in_year(scene: Scene, month: int, day: int) -> date | None:
    """The day and month in the year that is meant: "on July 12"."""
    if scene.published is None:
        return None
    years = (scene.published.year - 1, scene.published.year, scene.published.year + 1)
    found = [Interval(d, d) for d in (fixed(y, month, day) for y in years) if d]
    meant = nearest(scene, found)
    return meant.start if meant else None


def read_iso(match: re.Match[str], scene: Scene) -> Clue | None:
    clue = dated(match["iso"], "text")
    return clue if clue.interval else None


def read_numeric(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "25/12/2025": only where one order of day and month is possible."""
    first, second, year = int(match["n1"]), int(match["n2"]), int(match["ny"])
    if first != second and first <= 12 and second <= 12:
        return None
    day = fixed(year, second, first) or fixed(year, first, second)
    return dated(day.isoformat(), "text") if day else None


def read_date(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "Saturday, July 12, 2025", "3 p.m. on 12 July"."""
    month, day = of_month(match["m1"] or match["m2"]), of_day(match["d1"] or match["d2"])
    year = match["y1"] or match["y2"] or match["y3"]
    if not fixed(2000, month, day):
        return None
    if year:
        return timed(match, fixed(int(year), month, day), "text", "")
    last, following = re.search(r"\b(last|next) year$", match[0]), 0
    if last and scene.published:
        following = -1 if last[1] == "last" else 1
        return timed(match, fixed(scene.published.year + following, month, day), "publication", "")
    return timed(match, in_year(scene, month, day), "publication", f"XXXX-{month:02}-{day:02}")


def read_weekday(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "on Saturday", "last Friday", "next Tuesday morning", "4 a.m. Thursday"."""
    number = WEEKDAYS[match["weekday"]]
    relation = (match["relation"] or "").split()
    unknown = f"XXXX-WXX-{number + 1}"
    if scene.published is None:
        return timed(match, None, "publication", unknown)
    behind = (scene.published.weekday() - number - 1) % 7 + 1
    ahead = (number - scene.published.weekday() - 1) % 7 + 1
    if "next" in relation or "coming" in relation:
        return timed(match, scene.published + timedelta(days=ahead), "publication", unknown)
    if "last" in relation or "past" in relation or "previous" in relation:
        return timed(match, scene.published - timedelta(days=behind), "publication", unknown)
    if "this" in relation and scene.tense >= 0:
        return timed(match, scene.published + timedelta(days=ahead % 7), "publication", unknown)
    return timed(match, weekday(scene, number), "publication", unknown)


def read_deictic(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "yesterday", "late yesterday", "tomorrow morning", "the day before yesterday"."""
    steps = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    step = steps[re.sub(r"\s+", " ", match["deictic"])]
    day = scene.published + timedelta(days=step) if scene.published else None
    return timed(match, day, "publication", "XXXX-XX-XX")


def read_this_part(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "tonight", "this morning", "last night", "overnight"."""
    words = match["night"]
    last = words.startswith(("last", "yesterday", "over"))
    part = next((code for word, code in PARTS.items() if word in words), "NI")
    if scene.published is None:
        return Clue("TIME", f"XXXX-XX-XXT{part}", "publication")
    day = scene.published - timedelta(days=1) if last else scene.published
    if match["clock"]:
        return dated(f"{day}T{clock(match['clock'] + ' ' + words)}", kind="TIME")
    clue = dated(f"{day}T{part}", kind="TIME")
    return clue._replace(interval=Interval(day, scene.published)) if words.startswith("over") else clue


def read_part(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "that evening", "the next morning", "by mid-afternoon": of the day last named, or of none."""
    if match["inside"] and scene.tense >= 0:
        return None  # "he jogs in the morning"
    named = beside(scene) if match["bare"] else near(scene, scene.previous)
    if named is None or named.start != named.stop:
        return None
    step = {"next": 1, "following": 1, "previous": -1, "before": -1}.get(match["way"] or match["way2"] or "", 0)
    moved = calendar.moved(named, step, "D")
    part = PARTS[match["part"] or match["bare"] or match["inside"] or "night"]
    return Clue("TIME", f"{moved.start}T{part}", "text", moved) if moved else None


def read_weekend(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "over the weekend" is the last one, a weekend in progress included; "next weekend" is to come."""
    if scene.published is None:
        return Clue("DATE", "XXXX-WXX-WE", "publication")
    now, relation = scene.published, match["which"]
    saturday = now + timedelta(days=5 - now.weekday())
    if relation == "next" or relation == "this coming":
        saturday += timedelta(days=7 if now.weekday() >= 5 or relation == "next" else 0)
    elif relation in {"last", "this past"} or (now.weekday() < 5 and scene.tense < (relation != "this")):
        saturday -= timedelta(days=7)
    year, week, _ = saturday.isocalendar()
    return dated(f"{year}-W{week:02}-WE")


def read_clock(match: re.Match[str], scene: Scene) -> Clue | None:
    """A time of day alone; its day is one named in this sentence or the last, else unknown."""
    day = near(scene, scene.previous)
    time = clock(match["clock"])
    if day and day.start == day.stop:
        return Clue("TIME", f"{day.start}T{time}", "text", day)
    return Clue("TIME", f"XXXX-XX-XXT{time}", "text") if time else None


def timed(match: re.Match[str], day: date | None, anchor: str, unknown: str) -> Clue | None:
    """A day with the time of day its expression gives; `unknown` stands for a day that cannot be told."""
    if day is None and not unknown:
        return None
    part = next((PARTS[w] for w in PARTS if re.search(rf"\b{w}\b", match[0])), None)
    time = next((clock(match[name]) for name in ("clock1", "clock2") if match[name]), part)
    interval = Interval(day, day) if day else None
    value = day.isoformat() if day else unknown
    return Clue("TIME", f"{value}T{time}", anchor, interval) if time else Clue("DATE", value, anchor, interval)


def clock(words: str) -> str:
    """ "3:30 p.m." as "15:30"."""
    if named := re.search(r"\b(?:noon|midnight)\b", words):
        return "12:00" if named[0] == "noon" else "24:00"
    found = re.search(r"(\d{1,2})[:.]?(\d\d)?", words)
    hour, minute = (int(found[1]), found[2] or "00") if found else (0, "00")
    if re.search(r"\d\s{0,3}p\.?m|afternoon|evening|night", words):
        hour = hour % 12 + 12
    elif re.search(r"\d\s{0,3}a\.?m|morning", words):
        hour %= 12
    return f"{hour:02}:{minute}"


BEFORE = (
    rf"(?:(?P<clock1>{CLOCK})(?:,? on|,)? |{EDGE}(?:-| )(?:on )?"
    rf"|(?:the |in the |on the )?(?:early |late )?{PART}(?: hours)? of |(?:later|earlier) (?:on )?"
    r"|(?:midday|dawn|dusk) (?:on )?)?"
)
AFTER = rf"(?: {PART})?(?:,? (?:at )?(?P<clock2>{CLOCK}))?"
NAMED = rf"(?:{ANY_WEEKDAY},? )?"
OF_NEXT = rf"(?=,? (?:and|or) (?:{MONTH} )?{DAY},? (?P<y3>{YEAR}))"  # "June 3 and June 5, 2024"
BY_YEAR = "|,? (?:of )?(?:last|this|next) year"
NTH = either(ORDINALS)
MONTH_DAY = rf"(?P<m1>{MONTH}) ?(?P<d1>{DAY}{ORDER}|{NTH})(?!\d|[:.,]\d)(?:,? (?P<y1>{YEAR}){BY_YEAR}|{OF_NEXT})?"
UNCOUNTED = rf"(?!\.? {DAY}\b(?![:.]\d| [ap]\.?m))"  # "the 19 Sept. 11 hijackers" are nineteen
IN_YEAR = rf"(?:,? (?P<y2>{YEAR}){BY_YEAR})?"
DAY_MONTH = rf"(?:the )?(?P<d2>{DAY}{ORDER}|{NTH})(?: of)?(?: |-)(?P<m2>{MONTH}){UNCOUNTED}{IN_YEAR}"
RELATION = "(?:last|next|this(?: coming| past)?|the (?:previous|coming)|coming|past) (?:week.s )?"
DEICTIC = "(?:the day before )?yesterday|today|(?:the day after )?tomorrow"
DAYS = (
    ("iso", r"(?P<iso>\d{4}-\d\d-\d\d)(?:t\d\d:\d\d(?::\d\d)?z?)?", read_iso),
    ("numeric", r"(?P<n1>\d{1,2})[/.](?P<n2>\d{1,2})[/.](?P<ny>(?:19|20)\d\d)", read_numeric),
    ("date", rf"{BEFORE}(?:this (?:coming |past )?)?{NAMED}(?:{MONTH_DAY}|{DAY_MONTH}){AFTER}", read_date),
    ("weekday", rf"{BEFORE}(?P<relation>{RELATION})?(?P<weekday>{WEEKDAY})(?! {PART}s\b){AFTER}", read_weekday),
    ("deictic", rf"{BEFORE}(?P<deictic>{DEICTIC}){AFTER}", read_deictic),
    (
        "part_of_day",
        rf"(?:(?P<clock>{CLOCK}|1[0-2]|[1-9]) |(?:early|earlier|late|later) )?"
        rf"(?P<night>tonight|last night|last evening|overnight|this (?:{PART}))",
        read_this_part,
    ),
    (
        "part",
        rf"(?:later |earlier |early |late )?(?:(?:that|the same|the (?P<way>next|following|previous)) (?P<part>{PART})"
        rf"|the night (?P<way2>before)|(?:in the )?(?:early|late|mid)(?: |-)(?P<bare>{PART})"
        rf"|in the (?P<inside>morning|afternoon|evening))",
        read_part,
    ),
    ("weekend", r"(?:(?P<which>this coming|this past|last|next|this)|the|at the|over the) weekend", read_weekend),
)
CLOCKS = (("clock", rf"(?P<clock>{CLOCK})", read_clock),)
