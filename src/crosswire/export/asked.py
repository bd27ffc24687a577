"""What every format asks of an event: whether it counts as one, on which day it was, in which sentence it is told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import metadata

from crosswire.knowledge.ontology import done
from crosswire.records import Actor, Article, Event, Reading

HOST = re.compile(r"https?://([^/:?#\s]+)")
EXACT = 13  # hex digits of an id that fit into a number which every program keeps exactly: 52 bits


def counted(reading: Reading) -> Iterator[Event]:
    """The events of a reading that data sets without a status hold: none denied, none that only might be."""
    return (event for event in reading.events if counts(event))


def counts(event: Event) -> bool:
    """Whether an event is done by what the report says."""
    return done(event.type.value, event.status.value)


def day(article: Article, event: Event) -> date | None:
    """The event's first day where the report tells it, else the day of publication.

    A day after the report is that of what is promised or threatened, not of the promise.
    """
    told = event.time.value.start if event.time else None
    return article.published if told is None or (article.published and told > article.published) else told


def sentence(reading: Reading, event: Event) -> int:
    """The number of the sentence that tells the event; the first, be it the headline, is 1."""
    return bisect_right(reading.sentences, event.type.spans[0].start, key=lambda span: span.start)


def mode(event: Event) -> str | None:
    return event.mode.value if event.mode else None


def number(id: str) -> int:
    """An id as the number that some formats want in its place; ids apart give numbers apart but by rare chance."""
    return int(id[:EXACT], 16)


def sectors(actor: Actor) -> tuple[str, ...]:
    return tuple(each for each in (actor.sector, actor.secondary) if each)


def host(article: Article) -> str:
    """The host a report stands on; nothing where no web address is known."""
    found = HOST.match(article.url or "")
    return found[1].removeprefix("www.") if found else ""


def citation(article: Article) -> str:
    """The report's web address, else what names it: outlet, title and day."""
    if host(article):
        return article.url or ""
    told = (article.outlet, article.title, article.published and article.published.isoformat())
    return ", ".join(each for each in told if each)


@cache
def version() -> str:
    """The version of crosswire."""
    return metadata.version("crosswire")


def basic(day: date | None) -> str:
    """A day as eight digits."""
    return f"{day.year:04}{day.month:02}{day.day:02}" if day else ""
