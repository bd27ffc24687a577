"""The words of time expressions, and pieces of pattern made of them. All is lower case; a blank in a pattern is white space."""

from __future__ import annotations

from crosswire.language.numbers import SMALL, either, number

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
UNMISTAKABLE = {"january", "february", "april", "june", "july", "september", "october", "november", "december"}
WEEKDAYS = {day: n for n, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "dawn": "MO", "dusk": "EV"}
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "fortnight": "W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y", "centurie": "Y",
}  # fmt: skip
SIZES = {"fortnight": 2, "decade": 10, "century": 100, "centurie": 100}  # in the unit of UNITS
ORDINALS = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}


COUNT = rf"(?:\d{{1,4}}(?:\.\d)?|(?:an?|one|two|three|several)? ?(?:dozen|hundred|thousand)|{SMALL}|(?:a )?(?:few|couple)(?: of)?|several|many|half an|an?)"
UNIT = f"(?:{either(UNITS)}s?)"
MONTH = rf"(?:{either(MONTHS)}\b\.?)"
WEEKDAY = either(WEEKDAYS)
ANY_WEEKDAY = rf"(?:{WEEKDAY}|{either(SHORT_WEEKDAYS)}\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1\d\d\d|20\d\d)(?![\d,.]\d|[\d%])"
PART = f"(?:{either(PARTS)})"
EDGE = r"(?:(?:very )?early|(?:very )?late|mid)"
HEDGE = (
    r"(?:(?:just|only|about|nearly|almost|over|around|roughly|some|approximately|barely|under|exactly|"
    r"at least|up to|(?:no )?(?:more|less|fewer) than|as (?:little|long|much) as) )?"
)
ZONE = r"(?: ?\(?(?:gmt|utc|est|edt|cst|cdt|pst|pdt|bst|cet|cest|ist|et|kst|jst|local time|local)\b\)?)?"
CLOCK = (
    rf"(?:(?:about |around |shortly (?:before|after) )?(?:noon|midnight|(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?(?:a\.m\.?|p\.m\.?|[ap]m\b)"
    rf"|(?:[01]?\d|2[0-3]):[0-5]\d(?: ?(?:hours|hrs))?|(?:[01]\d|2[0-3])[0-5]\d(?= (?:gmt|utc|hours|hrs|local time))){ZONE})"
)


def count(words: str) -> int | None:
    """How many units words or digits name: "a", "a couple of", "22"; None for "several" and for parts of a unit."""
    words = words.strip().removesuffix(" of")
    if words in {"couple", "a couple"}:
        return 2
    found = 1.0 if words in {"a", "an"} else number(words)
    return int(found) if found and found.is_integer() else None
