"""Findings to the picture they make: who does what to whom, day by day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from statistics import fmean

from crosswire.knowledge.ontology import done, score
from crosswire.records import Actor, Comparison, Event, Record


class Deed(Record, frozen=True):
    """An event told as done, fused over the reports of a story: one for each pair of parties.

    A party is a country, or else a name; where both are of one country its sector is added: "IND COP". `score` is the
    mean of what the reports tell, `day` the one that most of them do; `origins` are those of the story that tell it.
    """

    story: str
    finding: str
    actor: str
    recipient: str
    day: date
    score: float
    origins: tuple[int, ...]


class Tie(Record, frozen=True):
    """What one party did to another on a day: mean score of -10 to 10, and counts of deeds and of their origins."""

    actor: str
    recipient: str
    day: date
    events: int
    score: float
    cooperation: int
    conflict: int
    origins: int


def deeds(story: str, comparison: Comparison) -> Iterator[Deed]:
    """The deeds that a story tells; what has no day, known or published, is none."""
    events = {event.id: (reading.article, event) for reading in comparison.readings for event in reading.events}
    origins = {article: index for index, origin in enumerate(comparison.origins) for article in origin.articles}
    for finding in comparison.findings:
        told: dict[tuple[str, str], list[tuple[date, float, int]]] = defaultdict(list)
        for member in finding.members if finding.kind == "event" else ():
            article, event = events[member]
            day = event.time.value.start if event.time else article.published
            if day is not None and done(event.type.value, event.status.value):
                for pair in pairs(event):
                    told[pair].append((day, score_of(event), origins[article.id]))
        for (actor, recipient), tellings in told.items():
            days, scores, tellers = zip(*tellings, strict=True)
            yield Deed(story, finding.id, actor, recipient, commonest(days), fmean(scores), tuple(sorted(set(tellers))))


def dyads(deeds: Iterable[Deed]) -> tuple[Tie, ...]:
    """A tie for each pair and day of some deeds, in order."""
    by: dict[tuple[str, str, date], list[Deed]] = defaultdict(list)
    for deed in deeds:
        by[deed.actor, deed.recipient, deed.day].append(deed)
    return tuple(tie(*key, by[key]) for key in sorted(by))


def tie(actor: str, recipient: str, day: date, done: list[Deed]) -> Tie:
    scores = sorted(deed.score for deed in done)
    return Tie(
        actor=actor,
        recipient=recipient,
        day=day,
        events=len(scores),
        score=fmean(scores),
        cooperation=sum(score > 0 for score in scores),
        conflict=sum(score < 0 for score in scores),
        origins=len({(deed.story, origin) for deed in done for origin in deed.origins}),
    )


def pairs(event: Event) -> set[tuple[str, str]]:
    """Who acts on whom; what a party does to itself is no tie."""
    found = {parties(one.value, other.value) for one in event.actors for other in event.recipients}
    return {(one, other) for one, other in found if one != other}


def parties(one: Actor, other: Actor) -> tuple[str, str]:
    """The parties of two actors: countries, of one country with their sectors; a name where the country is unknown."""
    if one.country and one.country == other.country:
        return sector_of(one, one.country), sector_of(other, one.country)
    return one.country or one.name, other.country or other.name


def sector_of(actor: Actor, country: str) -> str:
    return f"{country} {actor.sector}" if actor.sector else country


def score_of(event: Event) -> float:
    return score(event.type.value, event.mode.value if event.mode else None)


def commonest(days: tuple[date, ...]) -> date:
    """The day most often given, of several the first."""
    counts = Counter(days)
    return min(counts, key=lambda day: (-counts[day], day))
