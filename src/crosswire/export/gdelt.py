"""Events as GDELT 2.0 has them: 61 tab-separated columns, without a line of names as in its own files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from crosswire.export.asked import basic, citation, counted, day, mode, number, sectors
from crosswire.export.cells import Cell, line
from crosswire.export.sides import Side, source_and_target
from crosswire.knowledge.codes import cameo_actor, fips, full_name
from crosswire.knowledge.ontology import cameo_quad, goldstein, to_cameo
from crosswire.records import Article, Event, Place, Reading

ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
         "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in ACTOR),
    *(f"Actor2{name}" for name in ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in GEO),
    *(f"Actor2Geo_{name}" for name in GEO),
    *(f"ActionGeo_{name}" for name in GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip


def gdelt(readings: Iterable[Reading]) -> Iterator[str]:
    """A line for each event that counts as one, in the order of COLUMNS; there is no line of names."""
    for reading in readings:
        lead = lead_stop(reading.article)
        for event in counted(reading):
            yield line((*act(reading.article, event, lead), *around(reading.article, event)))


def act(article: Article, event: Event, lead: int) -> Iterator[Cell]:
    code = to_cameo(event.type.value, mode(event))
    yield number(event.id)
    yield from days(day(article, event))
    for who in source_and_target(event):
        yield from side(who)
    yield int(event.type.spans[0].start < lead)
    yield code
    yield code[:3]
    yield code[:2]
    yield cameo_quad(code)
    yield goldstein(code)


def around(article: Article, event: Event) -> Iterator[Cell]:
    """One report told it once; its tone is not measured, and where its sides are is not known."""
    yield from (1, 1, 1, None)
    yield from nowhere()
    yield from nowhere()
    yield from where(event.place.value) if event.place else nowhere()
    yield f"{basic(article.published)}000000" if article.published else None
    yield citation(article)


def lead_stop(article: Article) -> int:
    """Where the first paragraph of the body ends."""
    return next((zone.stop for zone in article.zones if zone.kind == "body"), 0)


def days(when: date | None) -> tuple[Cell, ...]:
    if when is None:
        return None, None, None, None
    past = min(((when.month - 1) * 30 + when.day) / 365, 0.9999)  # as GDELT reckons: months of 30 days
    return basic(when), basic(when)[:6], basic(when)[:4], f"{when.year + past:.4f}"


def side(who: Side) -> Iterator[Cell]:
    """Ten cells; its names are in capitals, as GDELT's are."""
    if who is None:
        yield from [None] * 10
        return
    actor = cameo_actor(who.value.country, sectors(who.value))
    yield from (actor.code, who.value.name.upper(), actor.country, actor.group, None, None, None)
    yield from (*actor.roles, None, None, None)[:3]


def where(place: Place) -> Iterator[Cell]:
    """Eight cells; codes of provinces and numbers of places are not GeoNames' in GDELT and stay empty."""
    country = full_name(place.country) if place.country else None
    yield kind(place)
    yield ", ".join(dict.fromkeys(filter(None, (place.name, place.within, country))))
    yield fips(place.country) if place.country else None
    yield from (None, None, place.latitude, place.longitude, None)


def kind(place: Place) -> int:
    """1 country, 2 a state of the US, 3 a town there, 4 a town and 5 a province elsewhere."""
    if place.precision == "country":
        return 1
    if place.precision == "region":
        return 2 if place.country == "USA" else 5
    return 3 if place.country == "USA" else 4


def nowhere() -> list[Cell]:
    return [0, *[None] * 7]
