"""Events as PLOVER's manual has them: a JSON object a line, every event with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from crosswire.export.asked import day, mode, sectors, sentence, version
from crosswire.knowledge.codes import full_name
from crosswire.knowledge.ontology import AHEAD, quad, score
from crosswire.records import Actor, Article, Cited, Event, Place, Reading

AUXILIARY = {"denied": "negation", "hypothetical": "hypothetical"}
FUTURE = {"planned", "threatened", "demanded"}
HARMS = {"killed": "dead", "wounded": "injured", "arrested": "arrested"}
FEATURES = {"city": "P", "country": "A"}  # GeoNames' classes; a region may be land or sea


class Block(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of an event as JSON; what is not known is left out."""


class Entity(Block, frozen=True):
    entity_text: str
    code: str | None = None
    sector: tuple[str, ...] = ()
    identifier_id: str | None = None
    identifier_text: str | None = None
    office: str | None = None


class Location(Block, frozen=True):
    extracted_place: str
    resolved_place: str
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    city: str | None = None
    province: str | None = None
    country: str | None = None
    country_code: str | None = None
    feature_class: str | None = None


class Harm(Block, frozen=True):
    """Of how many people the report tells each, as it counts best."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None


class TextInfo(msgspec.Struct, frozen=True):
    """Which sentence of the report, and the code points of the clause in it."""

    sequence: int
    start: int
    end: int


class CiteInfo(Block, frozen=True):
    language: str
    coder: str
    codebook: str
    version: str
    url: str | None = None
    title: str | None = None
    publication: str | None = None


class Coded(Block, frozen=True):
    """An event under the manual's names."""

    id: str
    date: str | None  # always written: the manual asks for it
    actor: tuple[Entity, ...]
    event: tuple[str, ...]
    quad_code: int
    event_scale: float
    comment: str
    text: str
    text_info: TextInfo
    cite_info: CiteInfo
    event_text: tuple[str, ...]
    coder: str
    enddate: str | None = None
    recipient: tuple[Entity, ...] = ()
    event_loc: Location | None = None
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    size: Harm | None = None


def plover(readings: Iterable[Reading]) -> Iterator[str]:
    """A JSON object for each event, those denied and those that only might be among them: `mode` says so."""
    for reading in readings:
        about = cite_info(reading.article)
        for event in reading.events:
            yield msgspec.json.encode(coded(reading, event, about)).decode()


def coded(reading: Reading, event: Event, about: CiteInfo) -> Coded:
    article = reading.article
    when = day(article, event)
    number = sentence(reading, event)
    last = event.time.value.stop if event.time and event.time.value.start == when else when
    kind = event.type.value
    return Coded(
        id=event.id,
        date=when.isoformat() if when else None,
        enddate=last.isoformat() if last and last != when else None,
        actor=tuple(entity(article, who) for who in event.actors),
        recipient=tuple(entity(article, who) for who in event.recipients),
        event=(kind,),
        mode=modes(event),
        context=tuple(each.value for each in event.contexts),
        size=harm(event) if event.sizes else None,
        quad_code=quad(kind),
        event_scale=score(kind, mode(event)),
        event_loc=location(article, event.place) if event.place else None,
        event_text=tuple(article.excerpt(span) for span in event.type.spans),
        text=article.excerpt(reading.sentences[number - 1]),
        text_info=TextInfo(number, event.clause.start, event.clause.stop),
        cite_info=about,
        coder=about.coder,
        comment=f"status: {event.status.value}; rule: {event.rule}",
    )


def modes(event: Event) -> tuple[str, ...]:
    """The event's own mode, then the auxiliary one; a type that itself speaks of what is to come needs none."""
    status = event.status.value
    later = status in FUTURE and event.type.value not in AHEAD
    auxiliary = "future" if later else AUXILIARY.get(status)
    return tuple(each for each in (mode(event), auxiliary) if each)


def entity(article: Article, who: Cited[Actor]) -> Entity:
    """An actor under its country's code, where Kosovo is KOS as in the manual."""
    actor = who.value
    return Entity(
        entity_text=article.excerpt(who.spans[0]),
        code="KOS" if actor.country == "XKX" else actor.country,
        sector=sectors(actor),
        identifier_id=actor.wikidata,
        identifier_text=actor.name,
        office=actor.office,
    )


def harm(event: Event) -> Harm:
    return Harm(**{HARMS[size.value.what]: size.value.best for size in event.sizes})


def location(article: Article, place: Cited[Place]) -> Location:
    known = place.value
    return Location(
        extracted_place=article.excerpt(place.spans[0]),
        resolved_place=known.name,
        geonameid=known.geonames,
        lat=known.latitude,
        lon=known.longitude,
        city=known.name if known.precision == "city" else None,
        province=known.name if known.precision == "region" else known.within,
        country=full_name(known.country) if known.country else None,
        country_code=known.country,
        feature_class=FEATURES.get(known.precision),
    )


def cite_info(article: Article) -> CiteInfo:
    return CiteInfo(
        language=article.language,
        coder="crosswire",
        codebook="PLOVER 0.8",
        version=version(),
        url=article.url,
        title=article.title,
        publication=article.outlet,
    )
