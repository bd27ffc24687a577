"""The lexicon of political acts keeps to PLOVER's words."""

from __future__ import annotations

from crosswire.claims.acts import acts
from crosswire.claims.roles import SLOTS
from crosswire.knowledge import ontology
from crosswire.knowledge.lexicon import rows

PREPOSITIONS = {
    "with",
    "to",
    "against",
    "on",
    "from",
    "for",
    "at",
    "of",
    "by",
    "in",
    "into",
    "over",
    "about",
    "upon",
    "outside",
}


def test_every_type_and_mode_is_in_the_ontology() -> None:
    known = {(kind, mode) for kind in ontology.types() for mode in ("", *ontology.modes(kind))}
    told = [(row["type"], row["mode"]) for row in rows("events") if row["type"]]
    assert set(told) <= known
    assert {kind for kind, _ in told} == set(ontology.types())


def test_every_context_is_in_the_ontology() -> None:
    assert {row["context"] for row in rows("contexts_words")} - {"sport"} == set(ontology.contexts())


def test_every_slot_is_a_function_or_a_preposition() -> None:
    lexicon = acts()
    tables = (lexicon.verbs, lexicon.objects, lexicon.adjectives, lexicon.modals)
    slots = {s for table in tables for group in table.values() for a in group for s in (*a.actors, *a.recipients)}
    assert slots <= SLOTS.keys() | PREPOSITIONS


def test_no_way_to_tell_an_act_is_listed_twice() -> None:
    for table in (acts().verbs, acts().objects, acts().adjectives):
        for group in table.values():
            keys = [(a.kind, a.id, a.type, a.particle, a.negated, a.objects) for a in group]
            assert len(set(keys)) == len(keys), group[0].id
