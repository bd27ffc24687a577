"""The days of the story: when it was published and when it is said to have happened."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from crosswire.records import Comparison, Interval, Record
from crosswire.report.columns import Columns, days_between
from crosswire.report.html.elements import badge, joined, text
from crosswire.report.told import heading, tag


class Moment(Record, frozen=True, order=True):
    """Something on a line of days; events come before the reports of them."""

    days: Interval
    published: bool
    label: str
    articles: tuple[str, ...]
    number: int


def timeline(comparison: Comparison, columns: Columns, numbers: dict[str, int]) -> Markup:
    """A line of days, or that no report names one."""
    moments = sorted({*_publications(comparison), *_events(comparison, numbers)})
    if not moments:
        return Markup("<p>No report gives a date, neither its own nor that of an event.</p>")
    days = dict.fromkeys(moment.days for moment in moments)
    return Markup('<ol class="timeline">{}</ol>').format(
        joined(_day(days_, [moment for moment in moments if moment.days == days_], columns) for days_ in days)
    )


def _publications(comparison: Comparison) -> Iterator[Moment]:
    for reading in comparison.readings:
        published = reading.article.published
        if published:
            yield Moment(Interval(published, published), True, "", (reading.article.id,), 0)


def _events(comparison: Comparison, numbers: dict[str, int]) -> Iterator[Moment]:
    """The days each finding's events are given, with the reports that give them."""
    for finding in comparison.findings:
        given: dict[Interval, list[str]] = {}
        for reading in comparison.readings:
            for event in reading.events:
                if event.id in finding.members and event.time:
                    given.setdefault(event.time.value, []).append(reading.article.id)
        for days, articles in given.items():
            yield Moment(
                days, False, f"{heading(finding)}, {tag(finding)}", tuple(dict.fromkeys(articles)), numbers[finding.id]
            )


def _day(days: Interval, moments: list[Moment], columns: Columns) -> Markup:
    return Markup('<li><time datetime="{}">{}</time><ul>{}</ul></li>').format(
        days.start.isoformat(),
        days_between(days.start, days.stop),
        joined(_moment(moment, columns) for moment in moments),
    )


def _moment(moment: Moment, columns: Columns) -> Markup:
    reports = joined((badge(columns[article]) for article in moment.articles), " ")
    if moment.published:
        names = joined((text(columns[article].name) for article in moment.articles), ", ")
        return Markup('<li class="publication">{} {} published</li>').format(reports, names)
    return Markup('<li class="event"><a class="see" href="#finding-{0}">{0}</a> {1} {2}</li>').format(
        moment.number, text(moment.label), reports
    )
