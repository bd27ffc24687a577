"""Arrests told with nobody named who made them, where the report has the police telling or acting beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from crosswire.claims.cast import Cast, distinct
from crosswire.claims.told import Told
from crosswire.records import Actor, Cited
from crosswire.syntax import Sentence

FORCEFUL = {"ASSAULT", "COERCE", "MOBILIZE", "ACCUSE"}
REACH = 2  # sentences
REACH_ACTS = 10  # acts: more are not told in so few sentences


def made_by_police(told: Sequence[Told], here: Cast) -> tuple[Told, ...]:
    """The acts, arrests by nobody given to the police of their own sentence, else to those at work beside it."""
    return tuple(
        msgspec.structs.replace(each, actors=telling(each.sentence, here) or acting(each, near(told, position)))
        if unclaimed(each)
        else each
        for position, each in enumerate(told)
    )


def unclaimed(each: Told) -> bool:
    return each.status.type == "COERCE" and each.trigger.act.mode == "arrest" and not each.actors


def near(told: Sequence[Told], position: int) -> Sequence[Told]:
    return told[max(0, position - REACH_ACTS) : position + REACH_ACTS]


def telling(sentence: Sentence, here: Cast) -> tuple[Cited[Actor], ...]:
    """The police that are the subject of a verb of the sentence: "ten were held, police said"."""
    return forces(a for t in sentence.tokens if t.role == "nsubj" for a in here.at(t))


def acting(each: Told, beside: Sequence[Told]) -> tuple[Cited[Actor], ...]:
    """The police of the nearest act of force told beside an arrest."""
    close = [t for t in beside if abs(t.sentence.index - each.sentence.index) <= REACH and t.status.type in FORCEFUL]
    close.sort(key=lambda t: abs(t.sentence.index - each.sentence.index))
    return next(filter(None, (forces(t.actors) for t in close)), ())


def forces(actors: Iterable[Cited[Actor]]) -> tuple[Cited[Actor], ...]:
    """The bodies of police among actors; one officer is not the force."""
    return distinct(a for a in actors if a.value.sector == "COP" and a.value.kind != "person")
