"""The day a report says it was published."""

from __future__ import annotations

import re
from datetime import date

from crosswire.layout.dates import MONTH

YEAR = r"((?:19|20)\d\d)"
ISO = re.compile(rf"\b{YEAR}[-/.](\d\d?)[-/.](\d\d?)(?!\d)")
MONTH_FIRST = re.compile(rf"\b({MONTH})\.? (\d\d?)(?:st|nd|rd|th)?,? {YEAR}\b", re.IGNORECASE)
DAY_FIRST = re.compile(rf"\b(\d\d?)(?:st|nd|rd|th)?(?: of)?[ -]({MONTH})\.?,?[ -]{YEAR}\b", re.IGNORECASE)
DIGITS = re.compile(rf"\b(\d\d?)[/.-](\d\d?)[/.-]{YEAR}\b")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_in(words: str) -> date | None:
    """The one day that words name with its year; None where they name none, several, or one of two ways to read it."""
    found = days_in(words)
    return found[0] if found and len(set(found)) == 1 else None


def days_in(words: str) -> list[date | None]:
    """Each day named, in no order; None stands for one that cannot be told: "03/04/2025"."""
    found = [day(m[1], m[2], m[3]) for m in ISO.finditer(words)]
    found += [day(m[3], month_number(m[1]), m[2]) for m in MONTH_FIRST.finditer(words)]
    found += [day(m[3], month_number(m[2]), m[1]) for m in DAY_FIRST.finditer(words)]
    found += [day_of_digits(int(m[1]), int(m[2]), m[3]) for m in DIGITS.finditer(words)]
    return found


def day_of_digits(first: int, second: int, year: str) -> date | None:
    if first != second and first <= 12 and second <= 12:
        return None
    return day(year, second, first) if first > 12 or first == second else day(year, first, second)


def month_number(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def day(year: str | int, month: str | int, number: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None
