"""Did it happen: the status of an act, and the words that decide it."""

from __future__ import annotations

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
    ("Peru does not support Bolivia.", "REJECT", None),
    ("Peru will not meet Bolivian officials.", "REJECT", None),
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


def events(text: str) -> tuple[Article, tuple[Event, ...]]:
    article = Article.of(text, zones=(Zone("body", 0, len(text)),))
    return article, read(article).events
