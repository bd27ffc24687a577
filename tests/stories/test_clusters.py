"""Which reports tell one story."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire import Article, find_stories
from crosswire.stories.clusters import Stories
from crosswire.stories.signatures import WHOLE, Signature, signature
from crosswire.stories.vectors import GIST, Vectors
from tests.strategies import articles

FLOOD = [
    "Flood cuts off Kostrava\n\nThe Morla burst its banks on Monday and cut off Kostrava. Mayor Edda Lindt said that boats were taking families from their roofs.",
    "Boats reach roofs in Kostrava\n\nBoats took families from their roofs in Kostrava after the Morla burst its banks. The mayor, Edda Lindt, asked for tents.",
]
LATER = "Kostrava counts its dead\n\nA week after the Morla flooded Kostrava, mayor Edda Lindt said that eleven people had drowned and families on roofs were saved by boats."
IOWA = "Torres wins Iowa\n\nGil Torres won the Iowa caucus on Monday, ahead of governor Ann Bell. Farmers in Des Moines had cheered his plan for ethanol. In snow, queues outside schools and churches went round corners; Bell blamed the blizzard."
OHIO = "Torres wins Ohio\n\nTorres took the Ohio primary on Tuesday, with Lee Hart close behind. Steel workers of Cleveland and Toledo like his tariffs. Hart asked for a recount in two counties where machines had jammed, and lawyers went to court."
DAY = date(2024, 3, 4)
WORDS = "flood morla kostrava boats roofs mayor lindt tents levee rain".split()


def told(text: str, days: int = 0) -> Article:
    return Article.of(text, published=DAY + timedelta(days))


def sizes(*given: Article) -> list[int]:
    return sorted(len(story.articles) for story in find_stories(given))


def test_reports_of_one_flood_are_one_story_and_another_day_joins_it() -> None:
    assert sizes(told(FLOOD[0]), told(FLOOD[1]), told(LATER, 7)) == [3]


@pytest.mark.xfail(reason="in short reports a man's name and a template outweigh what differs")
def test_one_man_and_one_template_are_two_stories() -> None:
    assert sizes(told(IOWA), told(OHIO, 8), told(FLOOD[0])) == [1, 1, 1]


def test_the_years_make_the_same_words_another_story() -> None:
    assert sizes(told(FLOOD[0]), told(FLOOD[1], 900)) == [1, 1]


def test_a_report_given_twice_and_one_without_words_change_nothing() -> None:
    assert sizes(told(FLOOD[0]), told("…"), told(FLOOD[0])) == [1, 1]


def test_no_reports_are_no_stories() -> None:
    assert find_stories([]) == ()


def test_an_old_id_leads_to_the_story_that_took_its_reports_in() -> None:
    stories = Stories()
    late, early = told(FLOOD[1], 2), told(FLOOD[0])
    stories.add(signature(late))
    old = stories.story(late.id)
    stories.add(signature(early))
    assert old.id == late.id
    assert stories.story(old.id).id == early.id
    assert stories.all() == (stories.story(old.id),)
    with pytest.raises(KeyError):
        stories.story("unknown")


SIGNATURES = st.lists(
    st.builds(
        lambda words, day, gist: (dict.fromkeys(sorted(words), round(WHOLE * len(words) ** -0.5)), day, gist),
        st.sets(st.sampled_from(WORDS), min_size=1, max_size=5),
        st.none() | st.integers(1, 900),
        st.sampled_from([b"", bytes(range(GIST)), bytes(GIST - 1) + b"\x7f", bytes(range(160, 160 + GIST))]),
    ),
    max_size=14,
).map(lambda made: [Signature(str(n), day, weights, gist) for n, (weights, day, gist) in enumerate(made)])


@given(SIGNATURES, st.randoms(use_true_random=False))
def test_any_order_and_any_questions_between_give_the_same_stories(signatures: list[Signature], random) -> None:
    at_once, by_and_by = Stories(), Stories()
    for each in signatures:
        at_once.add(each)
    for each in random.sample(signatures, len(signatures)):
        by_and_by.add(each)
        if random.random() < 0.5:
            by_and_by.all()
    assert by_and_by.all() == at_once.all()
    assert sorted(name for story in at_once.all() for name in story.articles) == sorted(s.article for s in signatures)


@given(st.lists(articles(), max_size=4), st.randoms(use_true_random=False))
def test_any_texts_give_stories_in_any_order(given: list[Article], random) -> None:
    assert find_stories(given) == find_stories(random.sample(given, len(given)))


@given(SIGNATURES, st.integers(0, 14), st.randoms(use_true_random=False))
def test_kept_reports_give_the_same_stories_and_changes_tell_all_that_is_new(signatures, many, random) -> None:
    at_once = Stories()
    for each in signatures:
        at_once.add(each)
    kept, new = signatures[:many], signatures[many:]
    stories = Stories(msgspec.msgpack.decode(msgspec.msgpack.encode(kept), type=list[Signature]))
    before = set(Stories(kept).all())
    told = set()
    for each in random.sample(new, len(new)):
        stories.add(each)
        if random.random() < 0.5:
            told.update(stories.changed())
    told.update(stories.changed())
    assert set(at_once.all()) - before <= told
    assert stories.changed() == ()
    assert stories.all() == at_once.all()


def test_a_report_changes_the_stories_it_comes_near_and_no_other() -> None:
    stories = Stories(signature(article) for article in (told(FLOOD[0]), told(IOWA)))
    stories.add(signature(told(FLOOD[1], 2)))
    assert [len(story.articles) for story in stories.changed()] == [2]
    stories.add(signature(told(OHIO, 300)))
    assert [len(story.articles) for story in stories.changed()] == [1]


@given(SIGNATURES)
def test_likeness_is_the_same_either_way_round(signatures: list[Signature]) -> None:
    vectors = Vectors()
    rows = [row for row, each in enumerate(signatures) if each.day is None or each.day < 400]
    for each in signatures:
        vectors.add(each)
    table = [vectors.likeness(row, np.array(rows, np.int64)).tolist() for row in rows]
    assert table == [list(column) for column in zip(*table, strict=True)]
