"""Events as political scientists read them: one CSV row each, with ISO codes, codes of precision and the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosswire.export.asked import counts, mode, sentence
from crosswire.export.commas import Value, comma_line
from crosswire.knowledge.codes import cow, full_name
from crosswire.knowledge.ontology import quad, score, to_cameo
from crosswire.records import Actor, Article, Cited, Event, Interval, Place
from crosswire.store.answers import ArticleTold

SIDE = ("{}", "{}_iso3", "{}_cow", "{}_sector", "{}_office", "further_{}s")
HARMS = ("killed", "wounded", "arrested")
COLUMNS = (
    "event_id", "event_date", "end_date", "date_precision", "date_source",
    "event_type", "event_mode", "contexts", "status", "counts", "quad_class", "score", "cameo",
    *(name.format("actor") for name in SIDE),
    *(name.format("recipient") for name in SIDE),
    "location", "admin1", "iso3", "country", "cow", "latitude", "longitude", "geo_precision", "geonames_id",
    *(f"{what}_{bound}" for what in HARMS for bound in ("low", "best", "high")),
    "notes", "source", "source_date", "source_headline", "source_url", "article_id", "story_id",
)  # fmt: skip

WIDTHS = ((1, 1), (6, 2), (7, 3), (31, 4))  # at most so many days, and UCDP's code for such a date
WIDER = 5
PRECISIONS = {"point": 1, "city": 1, "region": 4, "country": 6}  # UCDP's codes


def flat(articles: Iterable[ArticleTold]) -> Iterator[str]:
    """A line of names, then a line for each event, whatever became of it: `status` and `counts` tell."""
    yield ",".join(COLUMNS)
    for told in articles:
        for event in told.reading.events:
            yield comma_line(cells(told, event))


def cells(told: ArticleTold, event: Event) -> Iterator[Value]:
    report = told.reading.article
    yield event.id
    yield from when(report, event.time.value if event.time else None)
    yield from act(event)
    yield from side(event.actors)
    yield from side(event.recipients)
    yield from where(event.place.value if event.place else None)
    yield from harm(event)
    yield report.excerpt(told.reading.sentences[sentence(told.reading, event) - 1])
    yield from (report.outlet, report.published, report.title, report.url, report.id, told.story)


def when(report: Article, told: Interval | None) -> tuple[Value, ...]:
    """The days told, else that of publication, of which `date_source` says so."""
    if told:
        return told.start, told.stop, precision(told), "report"
    day = report.published
    return (day, day, None, "publication") if day else (None, None, None, None)


def precision(told: Interval) -> int:
    """1 one day, 2 up to six days, 3 a week, 4 up to a month, 5 more."""
    days = (told.stop - told.start).days + 1
    return next((code for most, code in WIDTHS if days <= most), WIDER)


def act(event: Event) -> tuple[Value, ...]:
    type, how = event.type.value, mode(event)
    contexts = ";".join(each.value for each in event.contexts) or None
    return type, how, contexts, event.status.value, counts(event), quad(type), score(type, how), to_cameo(type, how)


def side(who: tuple[Cited[Actor], ...]) -> tuple[Value, ...]:
    """The first one with its codes, then the names of the others."""
    if not who:
        return (None,) * len(SIDE)
    first, *others = [each.value for each in who]
    further = "; ".join(actor.name.replace(";", ",") for actor in others) or None
    number = cow(first.country) if first.country else ""
    return first.name, first.country, number or None, first.sector, first.office, further


def where(place: Place | None) -> tuple[Value, ...]:
    """The place with its codes; how exact it is as UCDP has it: 1 the place itself, 4 a province, 6 a country."""
    if place is None:
        return (None,) * 9
    country = place.country
    return (
        place.name,
        place.name if place.precision == "region" else place.within,
        country,
        full_name(country) if country else None,
        (cow(country) if country else "") or None,
        place.latitude,
        place.longitude,
        PRECISIONS.get(place.precision),
        place.geonames,
    )


def harm(event: Event) -> Iterator[Value]:
    sizes = {size.value.what: size.value for size in event.sizes}
    for what in HARMS:
        size = sizes.get(what)
        yield from (size.low, size.best, size.high) if size else (None, None, None)
