"""How likely an event is right whole, when it also counts whom the words for its sides stand for.

A name, a noun and a pronoun are not read equally well, nor is every sector: what `sure` says of the words of an act is
weighed with signs of its sides, by numbers learned of events that were judged by reading (`training.certain`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp, log

import msgspec

from crosswire.knowledge.lexicon import rows
from crosswire.records import Actor, Cited, Dropped, Event

PRONOUNS = frozenset("he she it they we i you him her them us me his its their our my who".split())
TOLD = 0.45  # less, and an event is not told
SPARED = 0.15  # of police and between states, which the field lives on
LEAST, MOST = 0.01, 0.99  # of a share whose odds are taken
ALL = "all"


def told_surely(
    events: Iterable[Event], dropped: Iterable[Dropped], text: str
) -> tuple[tuple[Event, ...], tuple[Dropped, ...]]:
    """The events likely enough right whole, with that as their confidence, and the others with what is dropped.

    Without the reader model nothing is known of that, and all are told.
    """
    kept: list[Event] = []
    unlikely: list[Dropped] = []
    for each in events:
        share = None if each.confidence is None else certain(each, text)
        if share is None or share >= least(each):
            kept.append(msgspec.structs.replace(each, confidence=share))
        else:
            unlikely.append(Dropped(each.type, "unlikely"))
    return tuple(kept), tuple(sorted((*dropped, *unlikely), key=lambda each: each.type.spans))


def least(event: Event) -> float:
    """How likely an event must be right to be told."""
    police = any(each.value.sector == "COP" for each in event.actors)
    countries = {each.value.country for each in (*event.actors, *event.recipients)} - {None}
    return SPARED if police or len(countries) > 1 else TOLD


def certain(event: Event, text: str) -> float:
    """How likely type, actors and recipients are right, from 0 to 1, in hundredths; `confidence` has what was sure."""
    known = weights()
    share = min(max(event.confidence or 0.0, LEAST), MOST)
    odds = known["sure"] * log(share / (1 - share)) + sum(known.get(sign, 0.0) for sign in signs(event, text))
    return round(1 / (1 + exp(-odds)), 2)


def signs(event: Event, text: str) -> Iterator[str]:
    """What the sides of an event are, and how their words name them."""
    yield ALL
    yield f"type {event.type.value}"
    for role, sides in (("actor", event.actors), ("recipient", event.recipients)):
        if not sides:
            yield f"{role} nobody"
        if len(sides) > 1:
            yield f"{role} several"
        for each in sides:
            yield from (f"{role} {sign}" for sign in signs_of(each, text))


def signs_of(side: Cited[Actor], text: str) -> Iterator[str]:
    actor, words = side.value, text[side.spans[0].start : side.spans[0].stop]
    form = "pronoun" if words.lower() in PRONOUNS else "noun" if actor.name[:1].islower() else "name"
    yield form
    yield f"{form} {actor.kind}"
    yield f"{form} {actor.sector}"
    yield f"sector {actor.sector}"
    if form == "name" and words != actor.name:
        yield "in part"


@cache
def weights() -> Mapping[str, float]:
    """What `training.certain` made: the odds of each sign, as logarithms."""
    return {row["sign"]: float(row["weight"]) for row in rows("certain")}
