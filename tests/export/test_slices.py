"""A slice of a store holds what is asked for, all of it and nothing else, as the store was when it was made."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import crosswire
from crosswire.records import Actor, Cited, Comparison, Event, Reading
from crosswire.store import runs
from crosswire.store.answers import Asked
from crosswire.store.keep import actor_id, keep_reading, whole
from crosswire.store.slices import Slice
from crosswire.store.stories import keep_story, lead_on
from crosswire.store.tables import create_or_open, open_to_read

Compared = tuple[Comparison, ...]
DAY = date(2022, 7, 22)


def events_of(store: Path, asked: Asked) -> set[str]:
    with closing(open_to_read(store)) as db, Slice(db, asked) as slice:
        return {event.id for told in slice.articles() for event in told.reading.events}


def statements_of(store: Path, asked: Asked) -> set[str]:
    with closing(open_to_read(store)) as db, Slice(db, asked) as slice:
        return {statement.id for told in slice.articles() for statement in told.reading.statements}


def is_of(who: tuple[Cited[Actor], ...], country: str) -> bool:
    return any(each.value.country == country for each in who)


def told_by(reading: Reading, event: Event, country: str) -> bool:
    return any(each.id == event.statement and is_of(each.sources, country) for each in reading.statements)


def first_day(reading: Reading, event: Event) -> date:
    return event.time.value.start if event.time else reading.article.published or date.min


FILTERS: list[tuple[Asked, Callable[[Reading, Event], bool]]] = [
    (Asked(), lambda r, e: True),
    (Asked(actor="RUS"), lambda r, e: is_of(e.actors, "RUS")),
    (Asked(recipient="UKR"), lambda r, e: is_of(e.recipients, "UKR")),
    (Asked(either="UKR"), lambda r, e: is_of(e.actors + e.recipients, "UKR")),
    (Asked(source="RUS"), lambda r, e: told_by(r, e, "RUS")),
    (Asked(type="CONSULT"), lambda r, e: e.type.value == "CONSULT"),
    (Asked(mode="visit"), lambda r, e: e.mode is not None and e.mode.value == "visit"),
    (Asked(context="military"), lambda r, e: "military" in {each.value for each in e.contexts}),
    (Asked(status="happened", type="AGREE"), lambda r, e: (e.status.value, e.type.value) == ("happened", "AGREE")),
    (Asked(country="TUR"), lambda r, e: e.place is not None and e.place.value.country == "TUR"),
    (Asked(outlet="Harbour Wire"), lambda r, e: r.article.outlet == "Harbour Wire"),
    (Asked(words='grain "beacon'), lambda r, e: {"grain", "beacon"} <= set(r.article.text.lower().split())),
    (Asked(since=DAY, until=DAY), lambda r, e: first_day(r, e) == DAY),
]


@pytest.mark.parametrize(("asked", "wanted"), FILTERS, ids=lambda each: "")
def test_a_filter_takes_the_events_that_it_says(
    asked: Asked, wanted: Callable[[Reading, Event], bool], store: Path, compared: Compared
) -> None:
    readings = [reading for comparison in compared for reading in comparison.readings]
    assert events_of(store, asked) == {event.id for r in readings for event in r.events if wanted(r, event)}


@pytest.mark.parametrize(("asked", "wanted"), FILTERS[:4], ids=lambda each: "")
def test_with_events_go_the_statements_that_tell_of_them(
    asked: Asked, wanted: Callable[[Reading, Event], bool], store: Path, compared: Compared
) -> None:
    readings = [reading for comparison in compared for reading in comparison.readings]
    told = {event.statement for r in readings for event in r.events if wanted(r, event)} - {None}
    every = {statement.id for r in readings for statement in r.statements}
    assert statements_of(store, asked) == (every if asked == Asked() else told)


def test_with_a_source_goes_all_that_it_says(store: Path, compared: Compared) -> None:
    said = [s for comparison in compared for r in comparison.readings for s in r.statements]
    speaker = next(each.sources[0].value for each in said if each.sources)
    names = lambda each: {actor_id(source.value) for source in each.sources}  # noqa: E731
    found: set[str] = {each.id for each in said if actor_id(speaker) in names(each)}
    assert statements_of(store, Asked(source=actor_id(speaker))) == found


def test_actors_are_counted_in_what_leaves(store: Path, compared: Compared) -> None:
    readings = [reading for comparison in compared for reading in comparison.readings]
    with closing(open_to_read(store)) as db, Slice(db, Asked()) as slice:
        actors = list(slice.actors())
    for each in actors:
        events = [event for r in readings for event in r.events]
        statements = [statement for r in readings for statement in r.statements]
        assert each.acts == sum(actor_id(c.value) == each.id for event in events for c in event.actors)
        assert each.receives == sum(actor_id(c.value) == each.id for event in events for c in event.recipients)
        assert each.speaks == sum(actor_id(c.value) == each.id for s in statements for c in s.sources)


def test_a_story_leaves_whole_or_cut_to_what_is_asked(store: Path, compared: Compared) -> None:
    kind = compared[0].readings[0].events[0].type.value
    asked = Asked(story=compared[0].readings[0].article.id, type=kind)
    with closing(open_to_read(store)) as db, Slice(db, asked) as slice:
        (story,), (cut,) = slice.stories(), slice.stories(cut=True)
    assert story.comparison == compared[0]
    assert {event.type.value for reading in cut.comparison.readings for event in reading.events} == {kind}
    assert story.row.reports == len(story.comparison.readings)
    assert [revision.articles for revision in story.history] == [tuple(r.article.id for r in compared[0].readings)]


def test_an_old_version_leaves_only_by_its_id_and_a_merged_story_leads_on(
    store: Path, compared: Compared, tmp_path: Path
) -> None:
    path = tmp_path / "other.db"
    shutil.copy(store, path)
    old = compared[0].readings[0].article
    new = crosswire.Article.of(
        old.text + "\n\nMore.", title=old.title, outlet=old.outlet, published=old.published, url=old.url
    )
    with closing(create_or_open(path)) as db, whole(db):
        run = runs.begin(db, "add", "1", "")
        keep_reading(db, Reading(new, (), (), (), (), (), (), (), (), (), ()), b"", "", "", run)
        ids = [reading.article.id for comparison in compared for reading in comparison.readings]
        into = compared[1].readings[0].article.id
        keep_story(db, into, compared[1], ids, run)
        lead_on(db, [into])
    with closing(open_to_read(path)) as db:
        with Slice(db, Asked()) as slice:
            found = {told.reading.article.id: told for told in slice.articles()}
        assert new.id in found and old.id not in found
        assert [version.article for version in found[new.id].versions] == [old.id, new.id]
        with Slice(db, Asked(article=old.id)) as slice:
            assert [told.reading.article.id for told in slice.articles()] == [old.id]
        with Slice(db, Asked(story=compared[0].readings[0].article.id)) as slice:
            assert [story.row.id for story in slice.stories()] == [into]


def test_what_is_added_in_the_meantime_does_not_leave(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "growing.db"
    shutil.copy(store, path)
    with (
        closing(open_to_read(path)) as reader,
        closing(create_or_open(path)) as writer,
        Slice(reader, Asked()) as slice,
    ):
        before = slice.about()
        with whole(writer):
            run = runs.begin(writer, "add", "1", "")
            report = crosswire.Article.of("Nothing happened.")
            keep_reading(writer, Reading(report, (), (), (), (), (), (), (), (), (), ()), b"", "", "", run)
        assert slice.about() == before
        assert len(list(slice.articles())) == before.articles


@given(
    st.text(st.sampled_from("\"'*-^():+{} ANDORNOTNEAR grain") | st.characters(exclude_categories=["Cs"]), max_size=20)
)
def test_no_words_are_a_query(words: str) -> None:
    with closing(create_or_open(":memory:")) as db, Slice(db, Asked(words=words)) as slice:
        assert list(slice.articles()) == []
