"""The reports as columns of a page: each has a letter, a name and a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from crosswire.records import Comparison, Reading, Record, Span
from crosswire.report.visible import one_line

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class Column(Record, frozen=True):
    """A report as a page names it; `name` is the outlet, or "Report A" where none is given."""

    letter: str
    name: str
    reading: Reading


Columns = dict[str, Column]  # by article id, in the order of the comparison


def columns_of(comparison: Comparison) -> Columns:
    """One column for each report."""
    return {
        reading.article.id: column_of(reading, letter_of(index)) for index, reading in enumerate(comparison.readings)
    }


def column_of(reading: Reading, letter: str) -> Column:
    """The column of one report."""
    return Column(letter, one_line(reading.article.outlet or "") or f"Report {letter}", reading)


def words(columns: Columns, span: Span) -> str:
    """The words a span points at."""
    return columns[span.article].reading.article.excerpt(span)


def letters(columns: Columns, spans: Iterable[Span]) -> tuple[str, ...]:
    """Letters of the reports in which the spans lie, in column order."""
    articles = {span.article for span in spans}
    return tuple(column.letter for article, column in columns.items() if article in articles)


def in_order(columns: Columns, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans, each once, column by column and as they stand in the text; spans of other reports are left out."""
    place = {article: index for index, article in enumerate(columns)}
    known = {span for span in spans if span.article in place}
    return tuple(sorted(known, key=lambda span: (place[span.article], span.start, span.stop)))


def paragraph(column: Column, span: Span) -> tuple[int, str]:
    """Number and kind of the paragraph in which a span begins; (0, "text") where the text has none there."""
    for number, zone in enumerate(column.reading.article.zones, 1):
        if zone.start <= span.start < zone.stop:
            return number, zone.kind
    return 0, "text"


def around(column: Column, span: Span, reach: int) -> tuple[str, str]:
    """The words before and after a span, up to `reach` characters each way, within its paragraph and between words."""
    text, zones = column.reading.article.text, column.reading.article.zones
    zone = next((zone for zone in zones if zone.start <= span.start < zone.stop), None)
    low, high = (zone.start, zone.stop) if zone else (span.start, span.stop)
    start, stop = max(low, span.start - reach), min(high, span.stop + reach)
    before, after = text[start : span.start], text[span.stop : max(span.stop, stop)]
    if start > low:
        before = "… " + before.partition(" ")[2]
    if stop < high:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def opening(column: Column) -> tuple[Span, ...]:
    """The title of a report, or its first paragraph: what stands for the report as a whole."""
    article = column.reading.article
    zones = [zone for zone in article.zones if zone.kind == "title"] or list(article.zones)
    return tuple(Span(article.id, zone.start, zone.stop) for zone in zones[:1])


def day(value: date) -> str:
    """A day as a reader writes it: "12 July 2025"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def day_of(value: str) -> str:
    """A field's days as a reader writes them, "14 May 2024 – 16 May 2024"; what is not in ISO form stays as it is."""
    line = one_line(value)
    try:
        days = [date.fromisoformat(each) for each in line.split("/")]
    except ValueError:
        return line
    return days_between(days[0], days[-1])


def days_between(start: date, stop: date) -> str:
    """Days as a reader writes them: "12 July 2025", "July 2025", "2025", "12 July 2025 – 14 July 2025"."""
    if start == stop:
        return day(start)
    whole_months = start.day == 1 and stop.day == monthrange(stop.year, stop.month)[1]
    if whole_months and start.year == stop.year:
        if start.month == stop.month:
            return f"{MONTHS[start.month - 1]} {start.year}"
        if (start.month, stop.month) == (1, 12):
            return str(start.year)
    return f"{day(start)} – {day(stop)}"


def published(column: Column) -> str:
    """The day of publication, or that the report gives none."""
    value = column.reading.article.published
    return day(value) if value else "no date given"


def behind(column: Column, comparison: Comparison, columns: Columns) -> str:
    """Who stands behind a report, and which others share that origin: "origin unknown, the same as for D"."""
    article = column.reading.article.id
    found = [origin for origin in comparison.origins if article in origin.articles]
    names = ", ".join(one_line(origin.name or "") for origin in found if origin.name) or "origin unknown"
    others = {each for origin in found for each in origin.articles} - {article}
    same = ", ".join(column.letter for each, column in columns.items() if each in others)
    return f"{names}, the same as for {same}" if same else names


def letter_of(index: int) -> str:
    """A, B ... Z, AA, AB ..."""
    head, last = divmod(index, 26)
    return (letter_of(head - 1) if head else "") + chr(ord("A") + last)
