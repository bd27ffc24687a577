"""Events as POLECAT has them: 40 tab-separated columns under their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosswire.export.asked import counted, day, mode, sectors, version
from crosswire.export.cells import Cell, joined, line
from crosswire.knowledge.codes import cow, full_name
from crosswire.knowledge.ontology import quad, score
from crosswire.records import Actor, Article, Cited, Event, Place, Reading

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
    "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def polecat(readings: Iterable[Reading]) -> Iterator[str]:
    """A line of column names, then a line for each event that counts as one, all its actors and recipients in it."""
    yield line(COLUMNS)
    for reading in readings:
        about = story(reading)
        for event in counted(reading):
            yield line((*act(reading.article, event), *where(reading.article, event.place), *about))


def act(article: Article, event: Event) -> Iterator[Cell]:
    when = day(article, event)
    yield event.id
    yield when.isoformat() if when else None
    yield event.type.value
    yield mode(event)
    yield score(event.type.value, mode(event))
    yield quad(event.type.value)
    yield joined(each.value for each in event.contexts)
    yield from side(article, event.actors)
    yield from side(article, event.recipients)


def side(article: Article, who: tuple[Cited[Actor], ...]) -> Iterator[Cell]:
    """Eight cells, in each one entry an actor: names with countries, sectors, offices and the words of the text."""
    actors = [each.value for each in who]
    yield joined(actor.name for actor in actors)
    yield joined(actor.country and full_name(actor.country) for actor in actors)
    yield joined(actor.country and cow(actor.country) for actor in actors)
    yield joined(actor.sector for actor in actors)
    yield joined(joined(sectors(actor), ",") for actor in actors)
    yield joined(actor.office for actor in actors)
    yield joined(article.excerpt(each.spans[0]) for each in who)
    yield None  # of Wikipedia's pages nothing is known, only Wikidata's ids


def where(article: Article, place: Cited[Place] | None) -> Iterator[Cell]:
    """Ten cells; the feature type is how exact the place is: point, city, region, country."""
    if place is None:
        yield from [None] * 10
        return
    known = place.value
    yield known.name
    yield known.name if known.precision == "city" else None
    yield None
    yield known.name if known.precision == "region" else known.within
    yield full_name(known.country) if known.country else None
    yield known.latitude
    yield known.longitude
    yield known.geonames
    yield article.excerpt(place.spans[0])
    yield known.precision


def story(reading: Reading) -> tuple[Cell, ...]:
    """The last seven cells, the same for every event of a report."""
    article = reading.article
    return (
        article.outlet,
        article.published.isoformat() if article.published else None,
        joined(named(reading, "person")),
        joined(named(reading, "organisation", "outlet")),
        joined(dict.fromkeys(place.value.name for place in reading.places if place.value.use != "part")),
        article.language,
        f"crosswire {version()}",
    )


def named(reading: Reading, *kinds: str) -> Iterable[str]:
    return dict.fromkeys(actor.name for actor in reading.actors if actor.kind in kinds)
