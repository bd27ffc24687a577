"""Events as ICEWS has them: 20 tab-separated columns under their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosswire.export.asked import counted, day, mode, number, sectors, sentence
from crosswire.export.cells import Cell, joined, line
from crosswire.export.sides import source_and_target
from crosswire.knowledge.codes import full_name
from crosswire.knowledge.ontology import cameo_gloss, goldstein, to_cameo
from crosswire.records import Actor, Event, Place, Reading

COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher",
    "City", "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def icews(readings: Iterable[Reading]) -> Iterator[str]:
    """A line of column names, then a line for each event that counts as one, with one source and one target."""
    yield line(COLUMNS)
    for reading in readings:
        for event in counted(reading):
            yield line((*act(reading, event), *where(event.place.value if event.place else None)))


def act(reading: Reading, event: Event) -> Iterator[Cell]:
    when = day(reading.article, event)
    code = to_cameo(event.type.value, mode(event))
    source, target = source_and_target(event)
    yield number(event.id)
    yield when.isoformat() if when else None
    yield from side(source.value if source else None)
    yield cameo_gloss(code)
    yield code
    yield goldstein(code)
    yield from side(target.value if target else None)
    yield number(reading.article.id)
    yield sentence(reading, event)
    yield reading.article.outlet


def side(actor: Actor | None) -> tuple[Cell, Cell, Cell]:
    if actor is None:
        return None, None, None
    return actor.name, joined(sectors(actor), ","), full_name(actor.country) if actor.country else None


def where(place: Place | None) -> Iterator[Cell]:
    if place is None:
        yield from [None] * 6
        return
    yield place.name if place.precision == "city" else None
    yield None
    yield place.name if place.precision == "region" else place.within
    yield full_name(place.country) if place.country else None
    yield place.latitude
    yield place.longitude
