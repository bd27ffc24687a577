"""Did it happen: the status of an act, and the words that decide it."""

from __future__ import annotations

from datetime import date

import pytest

from crosswire.layout import Zone
from crosswire.reading import read
from crosswire.records import Article, Event

DECIDED = [
    ("Peru condemned Bolivia.", "happened", ["condemned"]),
    ("Peru might condemn Bolivia.", "hypothetical", ["might"]),
    ("Peru will invade Bolivia.", "threatened", ["will"]),
    ("Peru plans to visit Bolivia.", "planned", ["plans"]),
    ("Peru allegedly attacked Bolivia.", "reported", ["allegedly"]),
    ("Peru is bombing Bolivia.", "ongoing", ["is", "bombing"]),
    ("Peru did not bomb Bolivia.", "denied", ["not"]),
    ("Peru denied that it bombed Bolivia.", "denied", ["denied"]),
    ("It is hard for Peru to bomb Bolivia.", "hypothetical", ["to"]),
    ("Peru managed to arrest the Bolivian ambassador.", "happened", ["arrest"]),
    ("Peru’s anticipated talks with Bolivia drew crowds.", "planned", ["anticipated"]),
    ("If Peru does not bomb Bolivia, Chile gains.", "hypothetical", ["If"]),
    ("A possible Peruvian attack on Bolivia worried Chile.", "hypothetical", ["possible"]),
]


@pytest.mark.parametrize(("text", "status", "words"), DECIDED, ids=[text for text, *_ in DECIDED])
def test_the_status_rests_on_the_words_that_decide_it(text: str, status: str, words: list[str]) -> None:
    article, (event,) = events(text)
    assert (event.status.value, [article.excerpt(s) for s in event.status.spans]) == (status, words)


SHIFTED = [
    ("Peru will visit Bolivia.", "AGREE", None),
    ("Peru will bomb Bolivia.", "THREATEN", "violence"),
    ("Peru will sanction Bolivia.", "THREATEN", "relations"),
    ("Peru does not support Bolivia.", "SUPPORT", None),
    ("Peru cannot support Bolivia.", "REJECT", None),
    ("Peru will not meet Bolivian officials.", "REJECT", "meet"),
    ("Peru plans to withdraw troops from Bolivia.", "CONCEDE", None),
]


@pytest.mark.parametrize(("text", "kind", "mode"), SHIFTED, ids=[text for text, *_ in SHIFTED])
def test_what_is_to_come_or_refused_is_another_act(text: str, kind: str, mode: str | None) -> None:
    _, (event,) = events(text)
    assert (event.type.value, event.mode and event.mode.value) == (kind, mode)


@pytest.mark.parametrize(
    "text", ["Peru agreed to arm Chile.", "Peru urged Chile to bomb Bolivia.", "Peru met Chile to sign a treaty."]
)
def test_what_an_act_is_about_is_no_second_act(text: str) -> None:
    _, found = events(text)
    assert len(found) == 1


def test_an_act_dated_after_the_report_is_still_to_come() -> None:
    text = "Talks\n\nTalks between Peru and Bolivia next Monday drew much interest."
    article = Article.of(text, published=date(2024, 3, 5))
    (event,) = read(article).events
    assert (event.type.value, event.status.value) == ("AGREE", "planned")
    assert [article.excerpt(s) for s in event.status.spans] == ["next Monday"]


def test_an_act_told_as_past_has_no_day_after_the_report() -> None:
    text = (
        "Praise\n\nBefore his meeting with Peruvian officials next Monday, Bolivian President Luis Vega praised Chile."
    )
    praise = read(Article.of(text, published=date(2024, 3, 5))).events[-1]
    assert (praise.type.value, praise.status.value, praise.time) == ("SUPPORT", "happened", None)


def events(text: str) -> tuple[Article, tuple[Event, ...]]:
    article = Article.of(text, zones=(Zone("body", 0, len(text)),))
    return article, read(article).events
