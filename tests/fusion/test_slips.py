"""Two tellings of one sentence, shown on sentences of our own: what changed on the way, and what only reads otherwise."""

from __future__ import annotations

from datetime import date

import pytest

import crosswire
from bench.altered import CHANGED, Passage
from bench.harmless import HARMLESS
from crosswire.records import Article, Comparison

DAY = date(2024, 3, 14)

CHANGES = [
    ("The mayor closed 40 schools in the city", "The mayor closed 90 schools in the city", "contradiction", "amount"),
    ("The mayor spoke to farmers in Ohio at noon", "The mayor spoke to farmers in Iowa at noon", "contradiction", "place"),
    ("The bridge was closed to lorries on Monday", "The bridge was closed to lorries on Friday", "contradiction", "time"),
    ("The old bridge will be closed to lorries", "The old bridge will not be closed to lorries", "contradiction", "status"),
    ("Ruth Abernathy said the old bridge is safe for lorries", "Daniel Ferreira said the old bridge is safe for lorries", "speaker changed", "speaker"),
    ("Ruth Abernathy said the bridge is safe", "Ruth Abernathy claimed the bridge is safe", "cue changed", "cue"),
    ("The old bridge may be closed to lorries", "The old bridge will be closed to lorries", "hedge dropped", "status"),
    ("The bridge is safe for lorries, the mayor said", "The bridge is safe for lorries", "attribution dropped", "source"),
    (
        "The mayor called it “a very costly old bridge” again",
        "The mayor called it “a very lovely old bridge” again",
        "quote altered",
        "words",
    ),
]  # fmt: skip

ALIKE = [
    ("Ruth Abernathy said the bridge is safe", "The bridge is safe, Abernathy said"),
    ("Ruth Abernathy said the bridge is safe", "Ruth Abernathy stated the bridge is safe"),
    ("The mayor closed twelve schools in the city", "The mayor closed 12 schools in the city"),
    ("The mayor spoke to farmers in Paris", "The mayor spoke to farmers in France"),
    ("The mayor closed about 40 schools in the city", "The mayor closed 41 schools in the city"),
    ("The mayor, a former teacher, closed the bridge", "The mayor closed the bridge"),
]


def compared(one: str, other: str) -> Comparison:
    return crosswire.compare(crosswire.read(Article.of(f"{text}.", published=DAY)) for text in (one, other))


@pytest.mark.parametrize(("one", "other", "kind", "field"), CHANGES)
def test_a_change_of_one_word_is_told_by_its_kind(one: str, other: str, kind: str, field: str) -> None:
    found = compared(one, other).drifts
    assert (kind, field) in {(d.kind, d.field) for d in found}
    assert found == compared(other, one).drifts


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_other_words_for_the_same_are_no_difference(one: str, other: str) -> None:
    assert not [d for d in compared(one, other).drifts if d.kind not in {"same quote", "hedge dropped"}]


def test_a_disagreement_of_three_reports_is_told_once() -> None:
    texts = [f"The flood in the northern valley killed {n} people, rescuers said. {end}" for n, end in (
        ("19", "It rained."), ("12", "Roads are shut."), ("12", "Help is near.")
    )]  # fmt: skip
    found = crosswire.compare(crosswire.read(Article.of(text, published=DAY)) for text in texts).drifts
    assert len([d for d in found if d.kind == "contradiction"]) == 1


PASSAGE = Passage("Some 300 farmers may march in Ohio on Monday, Ruth Abernathy said.", (46, 60), (61, 65), (0, 44))


def test_every_retelling_changes_what_it_says_and_nothing_else() -> None:
    told = {kind: done for kind, alter in (CHANGED | HARMLESS).items() if (done := alter(PASSAGE, 0))}
    assert {"number", "place", "date", "speaker", "cue", "source", "hedge", "synonym", "reordered"} <= told.keys()
    for done in told.values():
        assert done.text != PASSAGE.text
        assert done.text[: min(done.before[0], done.after[0])] == PASSAGE.text[: min(done.before[0], done.after[0])]
