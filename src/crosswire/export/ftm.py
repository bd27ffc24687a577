"""Reports, who is in them and what they do, as entities of FollowTheMoney: a JSON object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from crosswire.export.asked import host, mode
from crosswire.knowledge.codes import iso2
from crosswire.records import Actor, Article, Event, Reading, Record, identity
from crosswire.store.answers import ArticleTold
from crosswire.store.keep import actor_id

STATE = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"}
BODIES = {"organisation", "outlet"}
UNION = {"EUR": "eu"}  # FollowTheMoney has codes of countries, and this one
NAMED = {"name", "title"}

Properties = dict[str, tuple[str, ...]]


class Entity(Record, frozen=True):
    """An entity: each property has one value or several; those that name other entities are their ids."""

    id: str
    schema: str
    properties: Properties


def ftm(articles: Iterable[ArticleTold]) -> Iterator[str]:
    """An Article, then who is in it, with a Mention each, and its Events; who is in several reports comes once.

    He comes again where a later report knows him otherwise: entities of one id are to be merged.
    """
    known: set[str] = set()
    for told in articles:
        for entity in entities(told.reading):
            line = msgspec.json.encode(entity).decode()
            if (name := identity(line)) not in known:
                known.add(name)
                yield line


def entities(reading: Reading) -> Iterator[Entity]:
    """The entities of one report."""
    yield article(reading.article)
    for chain, actor in enumerate(reading.actors):
        if actor.kind != "unnamed":
            yield who(actor)
            yield mention(reading, chain)
    for event in reading.events:
        yield from (who(side.value) for side in (*event.actors, *event.recipients))
        yield act(reading, event)


def article(report: Article) -> Entity:
    return entity(
        report.id,
        "Article",
        title=report.title,
        publisher=report.outlet,
        publishedAt=day(report.published),
        sourceUrl=address(report),
        author=report.byline,
        language=report.language,
    )


def who(actor: Actor) -> Entity:
    """A Person, PublicBody, Organization, or the LegalEntity that stands for all of them."""
    schema = schema_of(actor)
    office = {"position": actor.office} if schema == "Person" else {"summary": actor.office}
    return entity(
        actor_id(actor),
        schema,
        name=actor.name,
        country=country(actor.country),
        sector=actor.sector,
        wikidataId=actor.wikidata,
        **office,
    )


def schema_of(actor: Actor) -> str:
    if actor.kind == "person":
        return "Person"
    if actor.kind == "country" or (actor.kind == "organisation" and actor.sector in STATE):
        return "PublicBody"
    return "Organization" if actor.kind in BODIES else "LegalEntity"


def mention(reading: Reading, chain: int) -> Entity:
    """Where a report names somebody: the words it does so with."""
    actor, report = reading.actors[chain], reading.article
    spans = (each.span for each in reading.mentions if each.chain == chain and each.kind in NAMED)
    names = tuple(dict.fromkeys(report.excerpt(span) for span in spans)) or (actor.name,)
    found = entity(
        identity("mention", report.id, actor_id(actor)),
        "Mention",
        document=report.id,
        resolved=actor_id(actor),
        detectedSchema=schema_of(actor),
        contextCountry=country(actor.country),
    )
    return msgspec.structs.replace(found, properties={"name": names, **found.properties})


def act(reading: Reading, event: Event) -> Entity:
    """An event under the words that tell it; who takes part is `involved`, whether he acts or is acted on."""
    report = reading.article
    place = event.place.value if event.place else None
    told = event.time.value if event.time else None
    found = entity(
        event.id,
        "Event",
        name=" ".join(filter(None, (event.type.value, mode(event)))),
        summary=report.excerpt(event.clause),
        date=day(report.published) if told is None else None,
        startDate=day(told.start) if told else None,
        endDate=day(told.stop) if told else None,
        location=place.name if place else None,
        country=country(place.country) if place else None,
        notes=f"status: {event.status.value}",
        proof=report.id,
        publisher=report.outlet,
        sourceUrl=address(report),
    )
    sides = tuple(dict.fromkeys(actor_id(each.value) for each in (*event.actors, *event.recipients)))
    listed = {"involved": sides, "keywords": tuple(each.value for each in event.contexts)}
    return msgspec.structs.replace(found, properties={**found.properties, **{k: v for k, v in listed.items() if v}})


def entity(id: str, schema: str, **properties: str | None) -> Entity:
    """An entity with one value for each property that is known."""
    return Entity(id, schema, {name: (value,) for name, value in properties.items() if value})


def country(code: str | None) -> str | None:
    """Two small letters, as FollowTheMoney has countries; nothing for what is none."""
    return UNION.get(code or "") or iso2(code or "").lower() or None


def address(report: Article) -> str | None:
    return report.url if host(report) else None


def day(value: date | None) -> str | None:
    return value.isoformat() if value else None
