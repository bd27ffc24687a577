"""The other forms are read back: FollowTheMoney, Web Annotations, GeoJSON, GEXF, labelled spans, the flat CSV."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import count, islice

import msgspec
import networkx
import pandas
import polars
import pytest

from crosswire.export import OF_ARTICLES
from crosswire.export.annotations import web_annotations
from crosswire.export.asked import counts
from crosswire.export.evidence import evidence
from crosswire.export.flat import COLUMNS, flat
from crosswire.export.ftm import ftm
from crosswire.export.geojson import geojson
from crosswire.export.gexf import acts, gexf
from crosswire.export.spans import spans
from crosswire.records import Actor, Cited, Event, Interval, Place, Size
from crosswire.store.answers import ArticleTold, StoryTold, Version
from crosswire.store.keep import actor_id
from crosswire.store.questions.stories import story_told
from tests.export.told import article, reading

Articles = tuple[ArticleTold, ...]
Stories = tuple[StoryTold, ...]

MINISTER = Actor("=Ana; Ruiz", "person", "CHL", "GOV", "foreign minister", "Q1")
BAND = Actor("a band\x0bof <rebels> 🕊", "group", None, "REB")
ARICA = Place("Arica", "CHL", "city", -18.4746, -70.29792, 3899361, "Arica y Parinacota")

# What FollowTheMoney's schemas allow, as far as it is used: the property, and of which schemas an entity in it may be.
THING = {"name", "country", "summary", "notes", "keywords", "sourceUrl", "publisher", "wikidataId", "proof"}
LEGAL = THING | {"sector"}
SCHEMAS = {
    "Article": THING | {"title", "author", "publishedAt", "language"},
    "Person": LEGAL | {"position"},
    "PublicBody": LEGAL,
    "Organization": LEGAL,
    "LegalEntity": LEGAL,
    "Mention": {"name", "document", "resolved", "detectedSchema", "contextCountry"},
    "Event": THING | {"date", "startDate", "endDate", "location", "involved"},
}
LEGAL_ENTITIES = {"Person", "PublicBody", "Organization", "LegalEntity"}
LEADS = {"document": {"Article"}, "proof": {"Article"}, "resolved": LEGAL_ENTITIES, "involved": LEGAL_ENTITIES}


def told(**given: object) -> ArticleTold:
    report = article()
    return ArticleTold(reading(report, **given), "s1", (Version(1, report.id, "2024-05-01T00:00:00Z"),))  # type: ignore[arg-type]


def lines(found: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in found)


def test_every_event_is_a_flat_row(articles: Articles) -> None:
    page = lines(flat(articles))
    rows = pandas.read_csv(io.StringIO(page), dtype=str, keep_default_na=False).to_dict("records")
    events = [(each, event) for each in articles for event in each.reading.events]
    assert tuple(rows[0]) == COLUMNS
    assert [row["event_id"] for row in rows] == [event.id for _, event in events]
    for row, (each, event) in zip(rows, events, strict=True):
        report = each.reading.article
        assert (row["source"], row["source_headline"]) == (report.outlet, report.title)
        assert (row["event_type"], row["status"], row["counts"]) == (
            event.type.value,
            event.status.value,
            str(counts(event)).lower(),
        )
        assert report.excerpt(event.type.spans[0]) in row["notes"]


def test_a_flat_row_has_codes_of_countries_and_of_precision() -> None:
    week = Interval(date(2024, 3, 4), date(2024, 3, 6))
    page = lines(
        flat([told(recipients=(MINISTER, BAND), place=ARICA, when=week, sizes=(Size("killed", 12, 12, None),))])
    )
    row = polars.read_csv(page.encode()).to_dicts()[0]
    assert (row["event_date"], row["end_date"], row["date_precision"]) == ("2024-03-04", "2024-03-06", 2)
    assert (row["actor"], row["actor_iso3"], row["actor_cow"], row["further_actors"]) == ("Chile", "CHL", 155, "Peru")
    assert (row["recipient"], row["recipient_sector"]) == ("'=Ana; Ruiz", "GOV")
    assert (row["iso3"], row["country"], row["latitude"], row["geo_precision"]) == ("CHL", "Chile", -18.4746, 1)
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == (12, 12, None)
    assert row["notes"] == "Chile and Peru opened a port in Arica on Monday with Ana Ruiz."


def test_entities_are_of_known_schemas_and_lead_to_each_other(articles: Articles) -> None:
    found = [json.loads(line) for line in ftm(articles)]
    schemas = {entity["id"]: entity["schema"] for entity in found}
    assert set(schemas.values()) >= {"Article", "Person", "PublicBody", "Event", "Mention"}
    for entity in found:
        assert set(entity["properties"]) <= SCHEMAS[entity["schema"]]
        assert entity["properties"].get("name") or entity["schema"] == "Article"
        for name, values in entity["properties"].items():
            assert values and all(isinstance(value, str) and value for value in values)
            assert all(schemas[value] in LEADS[name] for value in values if name in LEADS)


def test_an_event_is_an_entity_with_its_sides_its_day_and_its_place() -> None:
    found = {line["id"]: line for line in map(json.loads, ftm([told(recipients=(MINISTER,), place=ARICA)]))}
    event = found["0123456789abcdef01234567"]
    assert [found[side]["properties"]["name"] for side in event["properties"]["involved"]] == [
        ["Chile"],
        ["Peru"],
        [MINISTER.name],
    ]
    assert (event["properties"]["date"], event["properties"]["location"]) == (["2024-03-05"], ["Arica"])
    assert event["properties"]["country"] == ["cl"]
    person = found[actor_id(MINISTER)]
    assert (person["schema"], person["properties"]["position"]) == ("Person", ["foreign minister"])
    assert person["properties"]["wikidataId"] == ["Q1"]


def test_one_who_is_in_two_reports_is_one_entity(articles: Articles) -> None:
    found = [line for line in ftm([*articles, *articles]) if "Mention" not in line]
    assert len(found) == len(set(found)) == len([line for line in ftm(articles) if "Mention" not in line])


def test_an_annotation_points_at_the_words_it_quotes(articles: Articles) -> None:
    found = json.loads(lines(web_annotations(articles)))
    texts = {f"urn:crosswire:{each.reading.article.id}": each.reading.article.text for each in articles}
    items = found["first"]["items"]
    assert len(items) == sum(1 for each in articles for _ in evidence(each.reading))
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        for target in item["target"]:
            text = texts[target["source"]["id"]]
            position, quotation = target["selector"]
            start, stop = position["start"], position["end"]
            assert text[start:stop] == quotation["exact"] != ""
            assert text[max(0, start - 32) : start] == quotation["prefix"]
            assert text[stop : stop + 32] == quotation["suffix"]


def test_the_body_of_an_annotation_has_the_value(articles: Articles) -> None:
    items = json.loads(lines(web_annotations(articles)))["first"]["items"]
    found = [(item["body"][1]["value"], item["body"][0]["value"]) for item in items]
    assert found == [(rests.field, rests.value) for each in articles for rests in evidence(each.reading)]


def test_a_point_has_its_precision_and_number(articles: Articles) -> None:
    found = json.loads(lines(geojson(articles)))["features"]
    placed = [
        event
        for each in articles
        for event in each.reading.events
        if event.place and event.place.value.latitude is not None
    ]
    assert found and [each["id"] for each in found] == [event.id for event in placed]
    for each, event in zip(found, placed, strict=True):
        place = event.place.value if event.place else None
        assert place is not None
        assert each["geometry"]["coordinates"] == [place.longitude, place.latitude]
        assert (each["properties"]["precision"], each["properties"]["geonames"]) == (place.precision, place.geonames)
        assert each["properties"]["actors"] == [side.value.name for side in event.actors]


@pytest.mark.parametrize("form", [web_annotations, geojson])
def test_nothing_to_tell_is_a_document_all_the_same(form: Callable[[Iterable[ArticleTold]], Iterator[str]]) -> None:
    assert json.loads(lines(form([])))["type"] in {"AnnotationCollection", "FeatureCollection"}


def test_the_graph_has_an_edge_for_each_two_with_its_events_and_days(stories: Stories) -> None:
    graph = networkx.read_gexf(io.BytesIO(lines(gexf(stories)).encode()))
    events = {event.id for told in stories for r in told.comparison.readings for event in r.events}
    found = [act for told in stories for act in acts(told)]
    pairs = {(actor_id(act.actor), actor_id(act.recipient)) for act in found}
    assert found and set(graph.edges()) == pairs
    assert sum(data["weight"] for *_, data in graph.edges(data=True)) == len(found)
    for one, other, data in graph.edges(data=True):
        between = [act for act in found if (actor_id(act.actor), actor_id(act.recipient)) == (one, other)]
        assert set(data["evidence"].split()) == {id for act in between for id in act.ids} <= events
        assert [start for start, _ in data["spells"]] == sorted({str(act.day) for act in between})
        assert data["score"] == pytest.approx(sum(act.score for act in between) / len(between))
        assert data["cooperation"] + data["conflict"] == len(between)
    assert {name: data["label"] for name, data in graph.nodes(data=True)} == {
        actor_id(who): who.name for act in found for who in (act.actor, act.recipient)
    }


def test_what_several_reports_tell_of_one_event_counts_once(stories: Stories) -> None:
    told = [act for story in stories for act in acts(story) if len(act.ids) > 1]
    assert told
    assert all(act.origins >= 1 for act in told)


def test_a_name_that_xml_cannot_hold_is_written_without_harm(stories: Stories) -> None:
    (first, *others), rest = stories[0].comparison.readings, stories[0].comparison
    event = next(event for event in first.events if counts(event) and event.recipients)
    hostile: Event = msgspec.structs.replace(event, recipients=(Cited(BAND, event.type.spans),))
    changed = msgspec.structs.replace(first, events=tuple(hostile if each is event else each for each in first.events))
    story = story_told(stories[0].row, msgspec.structs.replace(rest, readings=(changed, *others)), ())
    graph = networkx.read_gexf(io.BytesIO(lines(gexf([story])).encode()))
    assert graph.nodes[actor_id(BAND)]["label"] == "a band\ufffdof <rebels> 🕊"


def test_labelled_spans_are_words_of_the_text(articles: Articles) -> None:
    for line, each in zip(spans(articles), articles, strict=True):
        found = json.loads(line)
        assert found["text"] == each.reading.article.text
        types = {event.type.value for event in each.reading.events}
        labels = {span["label"] for span in found["spans"]}
        assert types <= labels
        assert all(0 <= span["start"] < span["end"] <= len(found["text"]) for span in found["spans"])


@pytest.mark.parametrize("form", OF_ARTICLES.values(), ids=OF_ARTICLES)
def test_a_form_writes_as_it_reads(form: Callable[[Iterable[ArticleTold]], Iterator[str]]) -> None:
    """Of reports without end the first lines are there."""
    assert len(list(islice(form(told(place=ARICA) for _ in count()), 3))) == 3
