"""Periods that a firm or an economy reports on: "the third quarter", "the year-ago period", "fiscal 2025"."""

from __future__ import annotations

import re

from crosswire import calendar
from crosswire.language.numbers import either
from crosswire.language.times.clue import Clue, dated
from crosswire.language.times.days import of_month
from crosswire.language.times.periods import UNKNOWN, so_far, whole
from crosswire.language.times.scene import NEWS, Scene, beside, chosen, compared, just_over, latest, years_on
from crosswire.language.times.words import DAY, MONTH, WEEKDAY, YEAR
from crosswire.records import Interval

NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "latter": 4}
WIDTHS = {"day": 1, "week": 7, "month": 31, "year": 366}  # days


def read_quarter(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the third quarter of 2025", "Q3", "next year's first quarter", "first-half earnings"."""
    word = match["nth"] or match["q"]
    letter, number = ("H" if match["half"] else "Q"), NUMBERS.get(word, 0) or int(word)
    if match["half"] and number > 2:
        number = 2 if word in {"last", "latter"} else 0
    if not number:
        return None
    if word in {"last", "latter"} and " of " not in match[0] and not match["year2"]:
        return None  # that before this one, whichever it is
    part, length = f"{letter}{number}", 6 if match["half"] else 3
    relation = re.sub(r"\b(?:prior|previous|preceding)\b", "last", match["whose"] or match["after"] or "")
    year, relation, now = match["year"] or match["year2"], relation.removeprefix("the "), scene.published
    if year:
        return dated(f"{year}-{part}", "text")
    if match["month"] and (days := ended(match, scene)):
        return Clue("DATE", f"{days.stop.year}-{part}", "publication", days)
    if now is None:
        return Clue("DATE", f"XXXX-{part}", "publication")
    around = [calendar.months(now.year + n, number * length - length + 1, length) for n in (-1, 0, 1)]
    over = next((i for i in around if i.stop < now and (now - i.stop).days < NEWS), None)
    if over and not relation:  # "expects a loss for the third quarter", in October: the quarter that is just over
        return dated(f"{over.start.year}-{part}")
    return chosen(scene, around, relation, lambda i: f"{i.start.year}-{part}", f"XXXX-{part}")


def read_month_quarter(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the June quarter" is April to June."""
    days = up_to(of_month(match["month"]), 3, scene)
    return Clue("DATE", calendar.name(days), "publication", days) if days else None


def read_compared(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the same quarter last year", "the year-ago period": a year or more before the period that is reported on."""
    if match["like"] in {"same", "like", "similar"} and not match["then"]:
        return None
    now, year = scene.published, int(match["year"] or match["of"] or 0)
    if match["unit"] == "month":
        period = latest(scene, scene.previous, longest=31)
    else:
        period = compared(scene) or (just_over(now) if now and match["unit"] == "quarter" else None)
    if period is None:
        fallback = whole(now, "year", -1) if now else Clue("DATE", "XXXX", "publication")
        return dated(f"{year}", "text") if year else fallback
    return years_on(scene, period, year - period.start.year if year else -1)


def read_latest(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the quarter", "the latest period": the one reported on, else the last that is over."""
    told = ended(match, scene) if match["month"] else scene.named.reported
    if told:
        return years_on(scene, told, 0)
    if not match["latest"]:
        return None
    now = scene.published
    return dated(calendar.name(just_over(now))) if now else Clue("DATE", UNKNOWN["quarter"], "publication")


def ended(match: re.Match[str], scene: Scene) -> Interval | None:
    """The months up to the last "ended Sept. 30": a fiscal quarter may be any three."""
    return up_to(of_month(match["month"]), 6 if "half" in match[0] else 3, scene) if int(match["day"]) > 24 else None


def up_to(month: int, many: int, scene: Scene) -> Interval | None:
    """So many months up to the last one of a name."""
    now = scene.published
    if now is None:
        return None
    last = calendar.month(now.year - (month > now.month), month)
    first = calendar.moved(last, 1 - many, "M")
    return Interval(first.start, last.stop) if first else None


def read_ended(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the year ended March 31" is no year of the calendar."""
    return Clue("DURATION", f"P1{match['unit'][0].upper()}", "text")


def read_the_year(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "for the full year": that of the time named beside or of the period reported on, else this one."""
    return current("year", beside(scene) or scene.named.reported, scene)


def read_the_month(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "In May, exports fell. For the month, imports rose, too": the month last named."""
    return current("month", scene.named.month, scene) if scene.named.month else None


def read_part_of(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "earlier in the month", "the rest of the year": of the time named beside, else of the present one."""
    clue = current(match["unit"], beside(scene), scene)
    return so_far(clue, match, scene.published) if clue and scene.published else clue


def current(unit: str, told: Interval | None, scene: Scene) -> Clue | None:
    """The day, week, month or year of what is told of, else that of publication."""
    if told and (told.stop - told.start).days >= WIDTHS.get(unit, 40000):
        told = None  # "in the middle of the week", with a year beside
    day = told.start if told else scene.published
    if day is None:
        return Clue("DATE", UNKNOWN.get(unit, "XXXX"), "publication")
    clue = dated(day.isoformat()) if unit == "day" else whole(day, unit, 0)
    return clue._replace(anchor="text") if clue and told else clue


def read_fiscal(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "fiscal 2025" has a value and no days: every country and firm begins its fiscal year elsewhere."""
    step = {"next": 1, "coming": 1, "last": -1, "previous": -1, "latest": -1}.get(match["which"] or "", 0)
    if match["year"] or scene.published is None:
        return Clue("DATE", match["year"] or "XXXX", "text" if match["year"] else "publication")
    return Clue("DATE", f"{scene.published.year + step:04}", "publication")


THAT_YEAR = "(?:last|this|next|the (?:prior|previous|preceding|current|coming)) year"
FISCAL = "(?:fiscal(?: |-))?"
RESULTS = "(?:earnings|profits?|loss(?:es)?|net|results|revenues?|sales|income|growth|operating|pretax|figures)"
HALF = rf"(?P<half>half(?= of (?:{YEAR}|fiscal|the year|{THAT_YEAR})|(?:-| ){RESULTS}\b| end(?:ed|ing)\b|,? {YEAR}))"
ENDED = rf"(?:(?=,? (?:(?:that|which) )?end(?:ed|s|ing) (?P<month>{MONTH}) ?(?P<day>{DAY})\b))?"
QUARTER = (
    rf"(?:the )?(?:(?P<whose>{THAT_YEAR})['’]s |(?:fiscal )?(?P<year2>{YEAR})(?:['’]s)? |the year['’]s )?{FISCAL}"
    rf"(?:(?P<nth>{either(NUMBERS)})(?:-| ){FISCAL}(?:quarter|{HALF})|q(?P<q>[1-4]))"
    rf"(?: (?:of |in )?(?:fiscal )?(?P<year>{YEAR})| (?:of )?(?P<after>{THAT_YEAR})| of the year)?{ENDED}"
)
LIKE = "same|corresponding|comparable|like|similar|equivalent|year-(?:earlier|ago|before)|(?:prior|previous)-year"
PERIOD_OF = "(?:(?:nine|three|six|12)-month |(?:first|second|third|fourth)(?:-| ))?"
PERIOD = rf"{PERIOD_OF}(?P<unit>quarter|period|month|half)"
THEN = (
    r"(?P<then>(?:of |in )?(?:(?:the )?(?:last|previous|prior|preceding) year"
    rf"|(?:a|the) year (?:earlier|ago|before)|(?P<year>{YEAR})))"
)
BESIDE = r"(?:before|earlier|after)\b"  # "the year before" is another
EARLY = "(?:the )?(?:early|earlier|late|later|mid|middle|beginning|start|end|rest|remainder|balance|close)"
ACCOUNTS = (
    ("quarter", QUARTER, read_quarter),
    ("month_quarter", rf"(?:the )?(?P<month>{MONTH}) quarter", read_month_quarter),
    (
        "compared",
        rf"(?:the |a )?(?P<like>{LIKE}) {PERIOD}(?:,? {THEN})?"
        rf"|(?:the (?:{LIKE} )?(?P<of>{YEAR})|last year['’]s) {PERIOD_OF}(?:quarter|period|half)"
        r"|(?:(?:a|the) )?year-(?:earlier|ago)",
        read_compared,
    ),
    (
        "ended",
        rf"(?:the )?(?:(?:fiscal|financial|latest) ){{0,2}}(?P<unit>year|month|week)(?=,? end(?:ed|ing) "
        rf"(?:last )?(?:{MONTH}|{DAY}\b|{WEEKDAY}\b))",
        read_ended,
    ),
    (
        "latest",
        rf"the (?:(?P<latest>(?:latest|most recent|just-ended) (?:quarter|period|half))|quarter){ENDED}",
        read_latest,
    ),
    ("part_of", rf"(?P<edge>{EARLY}) (?:in|of) the (?P<unit>year|month|week|day|decade|century)", read_part_of),
    ("the_year", rf"the (?:(?:full|whole|entire) )?year(?! {BESIDE})", read_the_year),
    ("the_month", rf"the month(?! {BESIDE})", read_the_month),
    (
        "fiscal",
        r"(?:the )?(?:(?P<which>current|next|last|this|coming|previous|latest) )?(?:fiscal|financial) "
        rf"(?:(?:year )?(?P<year>{YEAR})|year)",
        read_fiscal,
    ),
)
