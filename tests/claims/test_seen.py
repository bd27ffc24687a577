"""Political acts as a model sees them: the type of their words, their sides, and acts the lexicon has no words for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from crosswire import Article, act
from crosswire.claims.cast import Cast, cast
from crosswire.claims.seen import Part, View, parts, type_shares
from crosswire.claims.sides import receiving
from crosswire.claims.triggers import find_triggers
from crosswire.claims.unlisted import unlisted
from crosswire.language.mentions import find_mentions
from crosswire.language.parse import parse
from crosswire.model import Sight
from crosswire.syntax import Sentence
from tests.sights import row, sight

TYPES = ["AID", "ASSAULT", "none"]
SIDES = ["O", "B-actor", "I-actor", "B-recipient", "I-recipient"]
LABELS = {"act": TYPES, "part": SIDES}


def seen(text: str, types: str, sides: Mapping[str, str]) -> Sight:
    """Every word of one type; the sides by their words, O the rest."""
    words = text.split(" ")
    said = [row(SIDES, f"B-{sides[word]}" if word in sides else "O") for word in words]
    return sight(text, LABELS, act=[row(TYPES, types)] * len(words), part=said)


def told(text: str) -> tuple[Sentence, Cast]:
    article = Article.of(text)
    sentences = parse(article)
    mentions, actors = find_mentions(article, sentences)
    return sentences[0], cast(article.id, sentences, mentions, actors, ())


def test_shares_are_those_of_all_words_together() -> None:
    text = "Oslo fed Riga"
    view = sight(text, LABELS, act=[row(TYPES, "AID"), row(TYPES, "AID"), row(TYPES, "none")], part=[[0.0] * 5] * 3)
    shares = type_shares(view, [(0, 4), (5, 8), (9, 13)])
    assert max(shares, key=lambda type: shares[type]) == "AID"
    assert sum(shares.values()) == pytest.approx(1)
    assert type_shares(view, [(90, 94)]) == {}


def test_sides_are_in_reading_order() -> None:
    text = "Norway outfitted Latvia ."
    assert list(parts(seen(text, "AID", {"Norway": "actor", "Latvia": "recipient"}))) == [
        Part("actor", 0, 6),
        Part("recipient", 17, 23),
    ]


OUTFITTED = "Norway outfitted Latvia ."


@pytest.mark.parametrize(
    ("text", "type", "sides", "verbs"),
    [
        (OUTFITTED, "AID", {"Norway": "actor", "Latvia": "recipient"}, ["outfitted"]),
        (OUTFITTED, "none", {"Norway": "actor", "Latvia": "recipient"}, []),
        (OUTFITTED, "AID", {"Norway": "actor"}, []),
        ("Norway condemned Latvia .", "AID", {"Norway": "actor", "Latvia": "recipient"}, []),  # the lexicon has it
        ("Norway believes Latvia .", "AID", {"Norway": "actor", "Latvia": "recipient"}, []),  # what is said is no act
    ],
)
def test_an_unlisted_verb_between_two_sides_tells_an_act(
    text: str, type: str, sides: dict[str, str], verbs: list[str]
) -> None:
    numbers = seen(text, type, sides)
    sentence, _ = told(text)
    view = View(text, numbers, tuple(parts(numbers)))
    found = list(unlisted(sentence, find_triggers(sentence), view))
    assert [each.head.text for each in found] == verbs
    assert all(each.act.type == type for each in found)


def test_whom_it_is_done_to_is_whom_the_model_sees_where_the_rules_see_nobody() -> None:
    text = "Norway opened a probe into the conduct of Latvia ."
    numbers = seen(text, "AID", {"Latvia": "recipient"})
    sentence, here = told(text)
    (trigger,) = find_triggers(sentence)
    view = View(text, numbers, tuple(parts(numbers)))
    assert [each.value.country for each in receiving(sentence, trigger, (), (), view, (), here)] == ["LVA"]


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "type"),
    [
        ("Oslo thanked Riga for lending it two ships.", "Oslo", "Riga", "SUPPORT"),
        ("Rebels shelled the town of Aru, killing nine villagers.", "Rebels", "villagers", "ASSAULT"),
        ("The court ordered the release of the miners' leader.", "The court", "the miners' leader", "RETREAT"),
    ],
)
def test_what_one_does_to_another(text: str, actor: str, recipient: str, type: str) -> None:
    sides = [[(text.index(words), text.index(words) + len(words))] for words in (actor, recipient)]
    assert act(text, *sides) == type
