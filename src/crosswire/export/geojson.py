"""Events on the map: a GeoJSON FeatureCollection, a point a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from crosswire.export.rows import event_row
from crosswire.records import Event
from crosswire.store.answers import ArticleTold

LEFT_OUT = {"latitude", "longitude", "start", "stop"}


def geojson(articles: Iterable[ArticleTold]) -> Iterator[str]:
    """The lines of a FeatureCollection: a point for each event whose place the gazetteer knows.

    `precision` says how exact it is: a country's point stands for the country.
    """
    yield '{"type":"FeatureCollection","features":['
    before = ""
    for told in articles:
        for event in told.reading.events:
            place = event.place.value if event.place else None
            if place and place.latitude is not None and place.longitude is not None:
                point = [place.longitude, place.latitude]
                yield before + msgspec.json.encode(feature(told, event, point)).decode()
                before = ","
    yield "]}"


def feature(told: ArticleTold, event: Event, point: list[float]) -> dict[str, object]:
    """A point with the columns of the table of events, who takes part, and the report."""
    report = told.reading.article
    row = msgspec.structs.asdict(event_row(told, event))
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": {
            **{name: value for name, value in row.items() if name not in LEFT_OUT},
            "actors": [each.value.name for each in event.actors],
            "recipients": [each.value.name for each in event.recipients],
            "outlet": report.outlet,
            "published": report.published,
            "url": report.url,
        },
    }
