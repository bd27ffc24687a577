"""Expressions that name months, seasons, quarters, years, decades, centuries and holidays, or weeks and years by their distance."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crosswire import calendar
from crosswire.language.numbers import ONES, TENS, either
from crosswire.language.times.clue import Clue, dated
from crosswire.language.times.scene import Scene, nearest
from crosswire.language.times.words import MONTH, MONTHS, ORDINALS, SEASONS, YEAR
from crosswire.records import Interval

EDGES = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2}
QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}


def edged(clue: Clue | None, match: re.Match[str]) -> Clue | None:
    """Only the early, middle or late third, where the expression says so: "late July"."""
    words = re.findall(r"\w+", match["edge"] or "")
    which = next((EDGES[w] for w in words if w in EDGES), None)
    if not clue or not clue.interval or which is None:
        return clue
    return clue._replace(interval=calendar.third(clue.interval, which))


def read_month(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "July", "last August", "late November", "March 1996", "June last year"."""
    number, year, relation = MONTHS[match["month"].rstrip(".")], match["year"], match["relation"] or match["after"] or ""
    if year:
        return edged(dated(f"{int(year):04}-{number:02}", "text"), match)
    if scene.published is None:
        return Clue("DATE", f"XXXX-{number:02}", "publication")
    around = [calendar.month(scene.published.year + n, number) for n in (-1, 0, 1)]
    return edged(chosen(scene, around, relation, lambda i: f"{i.start:%Y-%m}", f"XXXX-{number:02}"), match)


def chosen(scene: Scene, around: list[Interval], relation: str, value: object, unknown: str) -> Clue:
    """Which of three years' months, seasons or holidays a relation means; by the tense where there is none."""
    now = scene.published
    assert now is not None and callable(value), "asked only where the day of publication is known"
    if "year" in relation:
        meant: Interval | None = around[{"last": 0, "this": 1, "next": 2}[relation.split()[0]]]
    elif relation.startswith(("last", "past")):
        meant = [i for i in around if i.stop < now][-1]
    elif relation.startswith(("next", "coming")):
        meant = [i for i in around if i.start > now][0]
    elif relation.startswith("this"):
        meant = around[1]
    else:
        meant = nearest(scene, around)
    return Clue("DATE", value(meant), "publication", meant) if meant else Clue("DATE", unknown, "publication")


def read_season(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "last fall", "the summer of 1999"; months as the northern hemisphere reckons them."""
    code, year, relation = SEASONS[match["season"]], match["year"], match["relation"] or match["after"] or ""
    if year:
        return edged(dated(f"{year}-{code}", "text"), match)
    if scene.published is None:
        return Clue("DATE", f"XXXX-{code}", "publication")
    around = [calendar.months(scene.published.year + n, calendar.SEASONS[code], 3) for n in (-1, 0, 1)]
    if relation.startswith("last") and "year" not in relation:
        around.insert(0, calendar.months(scene.published.year - 2, calendar.SEASONS[code], 3))
    return edged(chosen(scene, around, relation, lambda i: f"{i.start.year}-{code}", f"XXXX-{code}"), match)


def read_quarter(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the third quarter of 2025", "Q3", "the second half of last year"."""
    word = match["nth"] or match["q"]
    letter, number = ("H" if match["half"] else "Q"), QUARTERS.get(word, 0) or int(word)
    if match["half"] and number > 2:
        return None
    if match["year"]:
        return dated(f"{match['year']}-{letter}{number}", "text")
    if scene.published is None or match["half"] and not match["after"]:
        return Clue("DATE", f"XXXX-{letter}{number}", "publication")
    length = 6 if letter == "H" else 3
    around = [calendar.months(scene.published.year + n, number * length - length + 1, length) for n in (-1, 0, 1)]
    return chosen(scene, around, match["after"] or "", lambda i: f"{i.start.year}-{letter}{number}", f"XXXX-{letter}{number}")


def read_relative(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "this week", "last month", "earlier this year", "next decade"."""
    relation, unit = match["relation"].removeprefix("the "), match["unit"]
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(relation.split()[-1], 0)
    if scene.published is None:
        return Clue("DATE", {"week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX"}.get(unit, "XXXX"), "publication")
    clue = whole(scene.published, unit, step)
    if not clue or not clue.interval:
        return clue
    if step == 0 and (match["edge"] or "").startswith("earlier"):
        return clue._replace(interval=Interval(clue.interval.start, scene.published))
    if step == 0 and (match["edge"] or "").startswith("later"):
        return clue._replace(interval=Interval(scene.published, clue.interval.stop))
    return edged(clue, match)


def whole(day: date, unit: str, step: int) -> Clue | None:
    """The whole week, month, quarter, year, decade or century so many from a day's own."""
    if unit == "week":
        around = calendar.moved(Interval(day, day), step, "W")
        return dated("{}-W{:02}".format(*around.start.isocalendar()[:2])) if around else None
    if unit in {"month", "quarter"}:
        around = calendar.moved(Interval(day, day), step * (3 if unit == "quarter" else 1), "M")
        if not around:
            return None
        first = around.start
        return dated(f"{first:%Y-%m}" if unit == "month" else f"{first.year}-Q{(first.month + 2) // 3}")
    width = {"year": 1, "decade": 10, "century": 100}[unit]
    return dated(f"{day.year // width + step:0{4 - len(str(width)) + 1}}")


def read_that(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "that day", "the same month", "later that year": reckoned from the time last named, where it is exact enough."""
    unit, recent = match["unit"], scene.recent
    if recent is None:
        return Clue("DATE", {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(unit, "XXXX"), "text")
    if unit == "day":
        exact = recent.start == recent.stop
        return Clue("DATE", recent.start.isoformat(), "text", recent) if exact else Clue("DATE", "XXXX-XX-XX", "text")
    clue = whole(recent.start, unit, 0)
    return clue._replace(anchor="text") if clue and clue.interval and clue.interval.stop >= recent.stop else None


def read_decade(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the 1980s", "the late '70s", "the nineties"."""
    if match["digits"]:
        return edged(dated(match["digits"][:3], "text"), match)
    tens = int(match["short"][0]) if match["short"] else TENS[match["word"].removesuffix("ies") + "y"] // 10
    return edged(dated(f"19{tens}", "text"), match)


def read_century(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the 19th century" is 18 in TIMEX3."""
    word = match["nth"]
    number = ORDINALS.get(word) or {"twenty-first": 21}.get(word) or int(re.sub(r"\D", "", word) or 0)
    return edged(dated(f"{number - 1:02}", "text"), match) if 1 < number < 30 else None


def read_year(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "2014", "early 2025"; whether a bare number is a year is asked of its neighbours."""
    return edged(dated(match["year"], "text"), match)


def read_fiscal(match: re.Match[str], scene: Scene) -> Clue | None:
    """A fiscal year has no days of its own here: every country and firm reckons it otherwise."""
    year = match["year"]
    return Clue("DATE", f"FY{year}" if year else "XXXX", "text")


def read_spoken_year(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "nineteen ninety-seven", as transcripts write it."""
    hundreds = {"eighteen": 18, "nineteen": 19, "twenty": 20}[match["hundreds"]]
    tens, _, ones = match["rest"].replace("-", " ").partition(" ")
    number = TENS.get(tens, 0) + ONES.get(ones.strip() or tens, 0)
    return dated(f"{hundreds}{number:02}", "text") if 9 < number < 100 else None


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
    "new year's eve": lambda y: date(y, 12, 31),
    "valentine's day": lambda y: date(y, 2, 14),
    "good friday": lambda y: calendar.easter(y) - timedelta(days=2),
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

HOLIDAY = either(HOLIDAYS).replace("'", "['’]")
EDGED = rf"(?P<edge>(?:in |by )?(?:the )?(?:very )?(?:(?:early|late)(?:-| )|mid(?:-| )?|middle(?: of)? |(?:beginning|start|end) of )(?:the )?)?"
SOON = r"(?P<relation>(?:last|next|this(?: past| coming)?) )?"
YEARED = rf"(?:,? (?:of |in )?(?P<year>{YEAR})|,? (?:of )?(?P<after>(?:last|this|next) year))?"
NTH = either(ORDINALS)
PERIODS = (
    ("holiday", rf"{SOON}(?P<holiday>{HOLIDAY})(?:,? (?:in )?(?P<year>{YEAR}))?", read_holiday),
    ("month", rf"{EDGED}{SOON}(?P<month>{MONTH}){YEARED}", read_month),
    ("season", rf"{EDGED}(?:{SOON}|the )(?P<season>{either(SEASONS)}){YEARED}", read_season),
    ("quarter", rf"(?:the )?(?:(?P<nth>{either(QUARTERS)})(?:-| )(?:quarter|(?P<half>half(?= of)))|q(?P<q>[1-4]))(?: (?:of |in )?(?P<year>{YEAR})| (?:of )?(?P<after>(?:last|this|next) year))?", read_quarter),
    ("fiscal", rf"(?:(?:the )?(?:(?:current|next|last|this|coming) )?(?:fiscal|financial) (?:year )?(?P<year>{YEAR})?|(?:the )?(?:current |next |last |this )?fiscal year)", read_fiscal),
    ("that", rf"(?P<edge>earlier |later |early |late )?(?:that(?: very| same)?|the same) (?P<unit>day|week|month|year|decade)", read_that),
    ("relative", rf"(?P<edge>(?:earlier |later |(?:early|late|mid)(?:-| )|(?:the )?(?:beginning|start|middle|end) of ))?(?P<relation>this|last|next|this (?:past|coming)|the (?:current|coming|previous|last|next|past)) (?P<unit>week|month|quarter|year|decade|century)", read_relative),
    ("century", rf"{EDGED}(?:the )?(?P<nth>(?:1\d|2[01]|[5-9])(?:st|nd|rd|th)|{NTH}|twenty-first)(?:-| )century", read_century),
    ("decade", rf"{EDGED}(?:(?:the )?(?P<digits>1[6-9]\d0|20\d0)(?:['’]s|s)|(?:the )?['’‘](?P<short>[2-9]0)s|the (?P<word>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))", read_decade),
    ("spoken_year", rf"(?P<hundreds>eighteen|nineteen|twenty)(?:-| )(?P<rest>{either(TENS)}(?:(?:-| ){either(list(ONES)[:9])})?|{either(list(ONES)[9:])})", read_spoken_year),
    ("year", rf"{EDGED}(?:the year )?(?P<year>{YEAR})", read_year),
)  # fmt: skip
