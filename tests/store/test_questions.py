"""Questions are answered as one would by reading every record oneself."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.generated import readings
from crosswire import Article, Reading, read
from crosswire.records import Event, Span
from crosswire.store import questions
from crosswire.store.answers import Asked
from crosswire.store.keep import actor_id
from crosswire.store.questions.pages import COUNTED, mark
from crosswire.store.tables import create_or_open
from tests.store.conftest import fill

Fits = Callable[[Reading, Event], bool]


def whole_answer(db: sqlite3.Connection, question: str, asked: Asked) -> list[str]:
    """The ids of all answers, page by page."""
    ids, after = [], None
    while True:
        page = getattr(questions, question)(db, Asked(**{**vars_of(asked), "after": after}))
        ids += [getattr(each, "id", None) or each.article for each in page.items]
        assert page.total >= len(ids)
        after = page.next
        if after is None:
            assert page.total == len(ids)
            return ids


def vars_of(asked: Asked) -> dict[str, object]:
    return {name: getattr(asked, name) for name in asked.__struct_fields__}


def countries(event: Event, side: str) -> set[str | None]:
    return {cited.value.country for cited in getattr(event, side)}


FILTERS: list[tuple[dict[str, object], Fits]] = [
    ({}, lambda reading, event: True),
    ({"type": "ACCUSE"}, lambda reading, event: event.type.value == "ACCUSE"),
    ({"mode": "visit"}, lambda reading, event: event.mode is not None and event.mode.value == "visit"),
    ({"status": "denied"}, lambda reading, event: event.status.value == "denied"),
    ({"context": "military"}, lambda reading, event: "military" in {cited.value for cited in event.contexts}),
    ({"actor": "RUS"}, lambda reading, event: "RUS" in countries(event, "actors")),
    ({"recipient": "RUS"}, lambda reading, event: "RUS" in countries(event, "recipients")),
    ({"either": "RUS"}, lambda r, e: "RUS" in countries(e, "actors") | countries(e, "recipients")),
    ({"either": "Russia"}, lambda r, e: "Russia" in {cited.value.name for cited in (*e.actors, *e.recipients)}),
    ({"actor": "RUS GOV"}, lambda r, e: ("RUS", "GOV") in {(c.value.country, c.value.sector) for c in e.actors}),
    ({"outlet": "The Pell Post"}, lambda reading, event: reading.article.outlet == "The Pell Post"),
    ({"until": date(2022, 1, 1)}, lambda reading, event: False),
    (
        {"actor": "RUS", "type": "SANCTION"},
        lambda r, e: "RUS" in countries(e, "actors") and e.type.value == "SANCTION",
    ),
]


@pytest.mark.parametrize(("filters", "fits"), FILTERS)
def test_a_filter_finds_what_a_look_at_each_record_does(
    filled: sqlite3.Connection, made: list[Reading], filters: dict[str, object], fits: Fits
) -> None:
    expected = {event.id for reading in made for event in reading.events if fits(reading, event)}
    found = whole_answer(filled, "events", Asked(**filters, limit=17))  # type: ignore[arg-type]
    assert len(found) == len(set(found)) and set(found) == expected


def test_an_event_is_told_with_its_words_and_sides(filled: sqlite3.Connection, made: list[Reading]) -> None:
    reading = made[5]
    event = reading.events[0]
    row = questions.event(filled, event.id)
    assert row.quote == reading.article.excerpt(event.clause) and row.span == event.clause
    assert [each.id for each in row.actors] == [actor_id(cited.value) for cited in event.actors]
    assert [each.actor.name for each in row.recipients] == [cited.value.name for cited in event.recipients]
    assert (row.outlet, row.published, row.type) == (
        reading.article.outlet,
        reading.article.published,
        event.type.value,
    )


def test_facets_count_every_answer(filled: sqlite3.Connection, made: list[Reading]) -> None:
    page = questions.events(filled, Asked(limit=1))
    events = [event for reading in made for event in reading.events]
    assert {c.value: c.count for c in page.facets["type"]} == Counter(event.type.value for event in events)
    sides = Counter(cited.value.name for event in events for cited in (*event.actors, *event.recipients))
    assert [(c.label, c.count) for c in page.facets["actor"][:1]] == sides.most_common(1)
    assert page.facets["quad"][0].label in {"verbal conflict", "material conflict", "verbal cooperation"}


def test_what_is_added_meanwhile_moves_no_page() -> None:
    made = list(islice(readings(seed=4), 40))
    with closing(create_or_open(":memory:")) as db:
        fill(db, made[:20])
        before = whole_answer(db, "events", Asked(limit=1000))
        page = questions.events(db, Asked(limit=30))
        fill(db, made[20:])
        after = page.next
        rest: list[str] = []
        while after is not None:
            page = questions.events(db, Asked(limit=30, after=after))
            rest, after = rest + [event.id for event in page.items], page.next
        assert [id for id in rest if id in set(before)] == before[30:]


def test_undated_events_come_last_and_all_are_found() -> None:
    dated, undated = (
        read(Article.of(f"Peru thanked Chile.\n\n{day}", published=day)) for day in (date(2024, 3, 5), None)
    )
    with closing(create_or_open(":memory:")) as db:
        fill(db, [undated, dated])
        found = whole_answer(db, "events", Asked(limit=1))
        assert found == [event.id for reading in (dated, undated) for event in reading.events]
        assert questions.events(db, Asked(since=date(1900, 1, 1))).total == len(dated.events)


def test_statements_are_found_by_speaker_and_agency(filled: sqlite3.Connection, made: list[Reading]) -> None:
    said = [(statement, reading) for reading in made for statement in reading.statements]
    expected = {s.id for s, _ in said if "Reuters" in {cited.value.name for cited in s.sources}}
    assert set(whole_answer(filled, "statements", Asked(source="Reuters", limit=9))) == expected
    row = questions.statements(filled, Asked(source="Reuters")).items[0]
    statement, reading = next((s, r) for s, r in said if s.id == row.id)
    assert [each.actor.name for each in row.sources] == [cited.value.name for cited in statement.sources]
    assert row.quote == reading.article.text[statement.content[0].start : statement.content[-1].stop]


def test_actors_are_counted(filled: sqlite3.Connection, made: list[Reading]) -> None:
    acts = Counter(cited.value.name for reading in made for event in reading.events for cited in event.actors)
    row = next(each for each in questions.actors(filled, Asked(limit=1000)).items if each.actor.name == "Russia")
    assert row.acts == acts["Russia"]
    assert questions.actor(filled, row.id) == row
    assert {each.actor.country for each in questions.actors(filled, Asked(country="RUS")).items} == {"RUS"}
    assert [each.actor.name for each in questions.actors(filled, Asked(words="ussi")).items] == ["Russia"]
    assert questions.actors(filled, Asked(words="%")).total == 0
    assert questions.actors(filled, Asked(since=date(2020, 1, 1))).total == questions.actors(filled, Asked()).total
    assert questions.actors(filled, Asked(until=date(2020, 1, 1))).total == 0
    busy = {c.value.name for r in made for e in r.events if e.type.value == "AID" for c in (*e.actors, *e.recipients)}
    assert {each.actor.name for each in questions.actors(filled, Asked(type="AID", limit=1000)).items} == busy
    assert len(set(whole_answer(filled, "actors", Asked(limit=13)))) == questions.actors(filled, Asked()).total
    aid = [each.id for each in questions.actors(filled, Asked(type="AID", limit=1000)).items]
    assert whole_answer(filled, "actors", Asked(type="AID", limit=13)) == aid


def test_the_timeline_and_the_map_hold_every_event(filled: sqlite3.Connection, made: list[Reading]) -> None:
    events = [event for reading in made for event in reading.events]
    bars = questions.timeline(filled, Asked())
    quads = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
    assert sum(getattr(bar, quad) for bar in bars for quad in quads) == len(events)
    spots = questions.spots(filled, Asked(limit=1000))
    assert sum(spot.events for spot in spots) == sum(
        1 for e in events if e.place and e.place.value.latitude is not None
    )
    assert {spot.country for spot in questions.spots(filled, Asked(country="RUS"))} <= {"RUS"}


def test_only_the_latest_version_of_a_report_counts() -> None:
    url = "https://lantern.example/1"
    first, second = (
        read(Article.of(f"Peru {verb} Chile.", url=url, published=date(2024, 3, 5))) for verb in ("thanked", "attacked")
    )
    with closing(create_or_open(":memory:")) as db:
        fill(db, [first, second])
        assert [event.id for event in questions.events(db, Asked()).items] == [event.id for event in second.events]
        assert questions.search(db, Asked(words="thanked")).total == 0
        assert sum(each.acts for each in questions.actors(db, Asked()).items) == len(second.events)
        assert questions.article(db, first.article.id).reading == first
        versions = questions.article(db, second.article.id).versions
        assert [(each.number, each.article) for each in versions] == [(1, first.article.id), (2, second.article.id)]
        assert questions.about(db).articles == 1


def test_evidence_has_the_words_around(filled: sqlite3.Connection, made: list[Reading]) -> None:
    text = made[0].article.text
    told = questions.evidence(filled, Span(made[0].article.id, 10, 20), around=5)
    assert (told.before, told.quote, told.after) == (text[5:10], text[10:20], text[20:25])
    with pytest.raises(ValueError, match="no words"):
        questions.evidence(filled, Span(made[0].article.id, 10, len(text) + 1))


def test_pages_go_on_beyond_what_facets_count(filled: sqlite3.Connection) -> None:
    columns = ", ".join(name for _, name, *_ in filled.execute("PRAGMA table_info(event)") if name not in ("id", "day"))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        filled.backup(db)
        for copy in range(12):
            day = "day" if copy % 3 else "NULL"
            db.execute(
                f"INSERT INTO event (id, day, {columns}) SELECT id || ?, {day}, {columns} FROM event"
                " WHERE length(id) = 24",
                (f"-{copy}",),
            )
        ids = [id for (id,) in db.execute("SELECT id FROM event ORDER BY day DESC, id DESC")]
        assert len(ids) > 2 * COUNTED
        assert whole_answer(db, "events", Asked(words="on", limit=900)) == ids
        assert sum(each.count for each in questions.events(db, Asked(words="on")).facets["type"]) == COUNTED


@pytest.mark.parametrize("key", [("2024-03-05", "a"), (None, "a"), (1, 2), (1.5, "a")])
def test_a_next_of_another_question_is_refused(filled: sqlite3.Connection, key: tuple[str | float | None, ...]) -> None:
    with pytest.raises(ValueError, match="after must be the next"):
        questions.actors(filled, Asked(type="AID", after=mark(key)))


@pytest.mark.parametrize("question", ["event", "actor", "article", "story"])
def test_an_unknown_id_is_a_key_error(filled: sqlite3.Connection, question: str) -> None:
    with pytest.raises(KeyError):
        getattr(questions, question)(filled, "0" * 24)


@given(st.text(max_size=30))
def test_an_after_that_is_no_next_is_refused(filled: sqlite3.Connection, after: str) -> None:
    with pytest.raises(ValueError, match="after must be the next"):
        questions.events(filled, Asked(after=after))


def test_an_after_with_a_number_no_table_holds_is_refused(filled: sqlite3.Connection) -> None:
    with pytest.raises(ValueError, match="after must be the next"):
        questions.events(filled, Asked(after=mark((10**30, "id"))))


@pytest.mark.parametrize("limit", [0, -1, 1001])
def test_a_page_has_bounds(filled: sqlite3.Connection, limit: int) -> None:
    with pytest.raises(ValueError, match="limit must be 1 to 1000"):
        questions.events(filled, Asked(limit=limit))
