"""The words of time expressions, and pieces of pattern made of them, all in lower case; a blank is white space."""

from __future__ import annotations

from crosswire.language.numbers import SMALL, either, number

FULL_MONTHS = "january february march april may june july august september october november december".split()
SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10}
SHORT_MONTHS |= {"nov": 11, "dec": 12}
MONTHS = {name: number for number, name in enumerate(FULL_MONTHS, start=1)} | SHORT_MONTHS
UNMISTAKABLE = set(FULL_MONTHS) - {"march", "may", "august"}
WEEKDAYS = {
    day: n for n, day in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
}
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "dawn": "MO", "dusk": "EV"}
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y", "centurie": "Y",
}  # fmt: skip
SIZES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100, "centurie": 100}  # in the unit of UNITS
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
        "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth "
        "thirty-first".split(),
        start=1,
    )
}

COUNT = (
    rf"(?:\d{{1,3}},\d{{3}}|\d{{1,4}}(?:\.\d)?|(?:(?:an?|one|two|three|several) )?"
    rf"(?:dozen|hundred|thousand)(?: and {SMALL})?|{SMALL}"
    r"|(?:a )?(?:few|couple)(?: of)?|several|many|half(?: an?)?|another|an?)"
)
UNIT = f"(?:{either(UNITS)}s?)"
HEDGE = (
    r"(?:(?:just|only|about|nearly|almost|over|around|roughly|some|approximately|barely|under|exactly|"
    r"at least|up to|another|an additional|the better part of|(?:no )?(?:more|less|fewer) than|"
    r"as (?:little|long|much) as) )?"
)
COUNTED = (
    rf"{HEDGE}(?P<count>{COUNT})(?P<half2>(?: |-)and(?: |-)a(?: |-)half)?(?: |-)"
    r"(?:(?:full|whole|entire|straight|consecutive|more|additional|extra|further) )?"
    rf"(?P<unit>{UNIT})(?P<half> and a half)?(?: or (?:so|more|(?P<vague>two)))?"
)
MANY = "(?:minutes|hours|days|weeks|months|quarters|years|decades|centuries)"
MONTH = rf"(?:{either(FULL_MONTHS)}\b|{either(SHORT_MONTHS)}\b\.?)"
WEEKDAY = either(WEEKDAYS)
ANY_WEEKDAY = rf"(?:{WEEKDAY}|{either(SHORT_WEEKDAYS)}\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1\d\d\d|20\d\d)(?![\d,.]\d|[\d%])"
PART = f"(?:{either(PARTS)})"
EDGE = r"(?:(?:very )?early|(?:very )?late|mid)"
ZONE = r"(?: ?(?:gmt|utc|est|edt|cst|cdt|pst|pdt|bst|cet|cest|ist|et|kst|jst|local time)\b)?"
TWELVE = r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:a\.m\.?|p\.m\.?|[ap]m\b)"
BY_PART = "in the (?:morning|afternoon|evening)|at night"
TWENTY_FOUR = rf"(?:[01]?\d|2[0-3]):[0-5]\d(?: ?(?:hours|hrs)| (?:{BY_PART}))?"
IN_WORDS = rf"(?:1[0-2]|[1-9]) (?:o['’]clock(?: (?:{BY_PART}))?|{BY_PART})"
MILITARY = r"(?:[01]\d|2[0-3])[0-5]\d(?= (?:gmt|utc|hours|hrs|local time))"
SOME = "(?:about |around |shortly (?:before|after) )?"
CLOCK = rf"(?:{SOME}(?:noon|midnight|{TWELVE}|{IN_WORDS}|{TWENTY_FOUR}|{MILITARY}){ZONE})"


def count(words: str) -> int | None:
    """How many units words or digits name: "a", "a couple of", "22"; None for "several" and for parts of a unit."""
    words = words.strip().removesuffix(" of")
    if words in {"couple", "a couple"}:
        return 2
    found = 1.0 if words in {"a", "an", "another"} else number(words)
    return int(found) if found and found.is_integer() else None


def length(many: int | None, unit: str) -> str:
    """A TIMEX3 duration: P3D, PT2H, P20Y for two decades, P9M for three quarters; PXW where the count is not told."""
    unit = unit if unit in UNITS else unit.removesuffix("s")
    code = "M" if unit == "quarter" and many is not None else UNITS[unit]
    size = "X" if many is None else str(many * SIZES.get(unit, 1))
    return f"P{'T' if len(code) > 1 else ''}{size}{code[-1]}"
