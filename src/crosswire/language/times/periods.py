"""Expressions that name months, seasons, quarters, years, decades, centuries and holidays, or are near to now."""

from __future__ import annotations

import re
from datetime import date, timedelta

from crosswire import calendar
from crosswire.language.numbers import ONES, SMALL, TENS, UNITS, either, number
from crosswire.language.times.clue import Clue, dated
from crosswire.language.times.scene import Scene, chosen, recent
from crosswire.language.times.words import DAY, MONTH, MONTHS, ORDINALS, SEASONS, YEAR, length
from crosswire.records import Interval

EDGES = {"early": 0, "start": 0, "beginning": 0, "mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
ROLLING = {"week": 7, "month": 30, "quarter": 91, "year": 365, "decade": 3652, "century": 36524}  # days
UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX"}


def edged(clue: Clue | None, match: re.Match[str]) -> Clue | None:
    """Only the early, middle or late third, where the expression says so: "late July"."""
    words = re.findall(r"\w+", match["edge"] or "")
    which = next((EDGES[w] for w in words if w in EDGES), None)
    if not clue or not clue.interval or which is None:
        return clue
    return clue._replace(interval=calendar.third(clue.interval, which))


def read_month(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "July", "last August", "late November", "March 1996", "June last year"."""
    number, year, relation = (
        MONTHS[match["month"].rstrip(".")],
        year_named(match, scene),
        match["relation"] or match["after"] or "",
    )
    if year:
        return edged(dated(f"{int(year):04}-{number:02}", "text"), match)
    if scene.published is None:
        return Clue("DATE", f"XXXX-{number:02}", "publication")
    around = [calendar.month(scene.published.year + n, number) for n in (-1, 0, 1)]
    return edged(chosen(scene, around, relation, lambda i: f"{i.start:%Y-%m}", f"XXXX-{number:02}"), match)


def read_season(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "last fall", "the summer of 1999"; months as the northern hemisphere reckons them."""
    code, year = SEASONS[match["season"]], year_named(match, scene)
    relation = match["relation"] or match["after"] or ""
    if year:
        return edged(dated(f"{year}-{code}", "text"), match)
    if scene.published is None:
        return Clue("DATE", f"XXXX-{code}", "publication")
    around = [calendar.months(scene.published.year + n, calendar.SEASONS[code], 3) for n in (-1, 0, 1)]
    if relation.startswith("last") and "year" not in relation:
        around.insert(0, calendar.months(scene.published.year - 2, calendar.SEASONS[code], 3))
    return edged(chosen(scene, around, relation, lambda i: f"{i.start.year}-{code}", f"XXXX-{code}"), match)


def read_relative(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "this week", "last month", "earlier this year", "next decade"."""
    relation, unit = match["relation"].removeprefix("the "), match["unit"]
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1}.get(relation.split()[-1], 0)
    if scene.published is None:
        return Clue("DATE", UNKNOWN.get(unit, "XXXX"), "publication")
    if unit in {"decade", "century"} and step and match["relation"].startswith(("past", "the ")):
        return Clue("DURATION", length(1, unit), "text")  # "over the past decade"
    clue = whole(scene.published, unit, step)
    if not clue or not clue.interval:
        return clue
    if match["relation"].split() in (["the", "last"], ["the", "past"]):
        return clue._replace(interval=Interval(scene.published - timedelta(days=ROLLING[unit]), scene.published))
    return so_far(clue, match, scene.published) if step == 0 else edged(clue, match)


def so_far(clue: Clue, match: re.Match[str], now: date) -> Clue | None:
    """ "Earlier this year" is up to now, "later this year" from now on."""
    edge, days = match["edge"] or "", clue.interval
    if days and days.start <= now <= days.stop and edge.startswith(("earlier", "later")):
        return clue._replace(interval=Interval(days.start, now) if edge[0] == "e" else Interval(now, days.stop))
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
    number = day.year // width + step
    return dated(f"{number:0{5 - len(str(width))}}") if number > 0 else None


def read_that(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "that day", "the same month": reckoned from the time last named, where that is exact enough."""
    unit, named = match["unit"], recent(scene)
    if named is None:
        return Clue("DATE", UNKNOWN.get(unit, "XXXX"), "text")
    if unit == "day":
        if named.start == named.stop:
            return Clue("DATE", named.start.isoformat(), "text", named)
        whole_month = named == calendar.month(named.start.year, named.start.month)  # "last October ... that day"
        return Clue("DATE", f"{named.start:%Y-%m}-XX", "text", named) if whole_month else UNTOLD_DAY
    clue = whole(named.start, unit, 0)
    return clue._replace(anchor="text") if clue and clue.interval and clue.interval.stop >= named.stop else None


UNTOLD_DAY = Clue("DATE", "XXXX-XX-XX", "text")


def read_edge(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the end of the month", "year-end": a part of the current one."""
    unit = match["unit"] or match["unit2"] or match["unit3"]
    over = bool(match["end"]) and unit == "year" and scene.tense < 0  # "debt had fallen at year-end"
    clue = whole(scene.published, unit, -over) if scene.published else None
    if not clue or not clue.interval:
        return Clue("DATE", "XXXX", "publication")
    if match["end"] and unit == "year":
        return dated(f"{clue.value}-12")
    word = match["middle"] or match["end"] or match["edge"].split()[0]
    return clue._replace(interval=calendar.third(clue.interval, EDGES[word]))


def read_decade(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the 1980s", "the late '70s", "the nineties"."""
    if match["digits"]:
        return edged(dated(match["digits"][:3], "text"), match)
    word = match["word"] or match["word2"] or ""
    tens = int(match["short"][0]) if match["short"] else TENS[word.removesuffix("ies") + "y"] // 10
    return edged(dated(f"19{tens}", "text"), match)


def read_century(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "the 19th century" is 18 in TIMEX3."""
    word = match["nth"]
    number = ORDINALS.get(word) or {"twenty-first": 21}.get(word) or int(re.sub(r"\D", "", word) or 0)
    return edged(dated(f"{number - 1:02}", "text"), match) if 1 < number < 30 else None


def read_short_year(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "since '96"."""
    return dated(full(match["short"], scene), "text")


def full(short: str, scene: Scene) -> str:
    """ "'96" is of the hundred years up to ten after publication."""
    last = (scene.published.year if scene.published else 2020) + 10
    return f"{last - (last - int(short)) % 100:04}"


def year_named(match: re.Match[str], scene: Scene) -> str | None:
    """The year an expression gives: "May 1996", "the summer of '96", May in "May and June 1996"."""
    return full(match["short"], scene) if match["short"] else match["year"] or match["year2"]


def read_year(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "2014", "early 2025"; whether a bare number is a year is asked of its neighbours."""
    return edged(dated(match["year"], "text"), match)


def read_spoken_year(match: re.Match[str], scene: Scene) -> Clue | None:
    """ "nineteen ninety-seven", as transcripts write it."""
    if match["thousands"]:
        return dated(f"{2000 + int(number(match['thousands']) or 0) % 2000}", "text")
    hundreds = {"eighteen": 18, "nineteen": 19, "twenty": 20}[match["hundreds"]]
    tens, _, ones = match["rest"].replace("-", " ").partition(" ")
    rest = TENS.get(tens, 0) + ONES.get(ones.strip() or tens, 0)
    return dated(f"{hundreds}{rest:02}", "text") if 9 < rest < 100 else None


EDGED = (
    r"(?P<edge>(?:the )?(?:very )?"
    r"(?:(?:early|late)(?:-| )|mid(?:-| )?|middle(?: of)? |(?:beginning|start|end|close) of )(?:the )?)?"
)
SOON = r"(?P<relation>(?:last|next|this(?: past| coming)?) )?"
THAT_YEAR = "(?:last|this|next) year"
TAIL = rf"(?:,? (?:of |in )?(?P<year>{YEAR})|(?: of)? ['‘’](?P<short>\d\d)(?!['’\d])|,? (?:of )?(?P<after>{THAT_YEAR})"
JOINED = f"(?= (?:and|or|to|through) (?:{MONTH}|{either(SEASONS)}),? (?:of )?(?P<year2>{YEAR}))"
YEARED = rf"{TAIL}|{JOINED})?"
NTH = either(ORDINALS)
TIES = "(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies"
SPAN = "(?:week|month|quarter|year|decade|century)"
NEAR = "this|last|next|this (?:past|coming)|the (?:current|coming|previous|last|next|past)"
PERIODS = (
    ("month", rf"{EDGED}{SOON}(?P<month>{MONTH})(?! ?{DAY}\b){YEARED}", read_month),
    ("season", rf"{EDGED}(?:{SOON}|the )(?P<season>{either(SEASONS)}){YEARED}", read_season),
    (
        "that",
        rf"(?P<edge>earlier |later |early |late )?(?:that(?: very| same)?|the same) (?P<unit>day|{SPAN})",
        read_that,
    ),
    (
        "edge_of",
        rf"(?:the )?(?P<edge>(?:early|late|mid) in|(?:beginning|start|middle|end|close) of) the (?P<unit>{SPAN})"
        r"|(?:the )?(?P<unit2>year|month)(?:-|['’]s |(?<=year) ?)(?P<end>end)"
        r"|(?P<middle>mid)(?:-| )?(?P<unit3>year|month|week|decade|century)",
        read_edge,
    ),
    (
        "relative",
        r"(?P<edge>(?:earlier |later |(?:early|late|mid)(?:-| )|(?:the )?(?:beginning|start|middle|end|close) of ))?"
        rf"(?P<relation>{NEAR}) (?P<unit>{SPAN})",
        read_relative,
    ),
    (
        "century",
        rf"{EDGED}(?:the )?(?P<nth>(?:1\d|2[01]|[5-9])(?:st|nd|rd|th)|{NTH}|twenty-first)(?:-| )century",
        read_century,
    ),
    (
        "decade",
        rf"{EDGED}(?:(?:the )?(?P<digits>1[6-9]\d0|20\d0)(?:['’]s|s)"
        rf"|(?:the )?['’‘](?P<short>[2-9]0)s|(?:the |(?:the )?nineteen(?: |-))(?P<word>{TIES})"
        rf"|(?:the )?(?:early|late|mid)(?:-| )(?P<word2>{TIES}))",
        read_decade,
    ),
    (
        "spoken_year",
        rf"the year (?P<thousands>two thousand(?:(?: and)? {SMALL})?)|(?P<hundreds>eighteen|nineteen|twenty)(?:-| )"
        rf"(?P<rest>{either(TENS)}(?:(?:-| ){UNITS})?|{either(list(ONES)[9:])})(?!-)",
        read_spoken_year,
    ),
    ("short_year", r"(?:the )?['‘’](?P<short>\d\d)(?!['’\d])", read_short_year),
    ("year", rf"{EDGED}(?:the year )?(?P<year>{YEAR})", read_year),
)
