"""How likely an event is right whole, when it also counts whom the words for its sides stand for.

A name, a noun and a pronoun are not read equally well, nor is every sector: what `sure` says of the words of an act is
weighed with signs of its sides, by numbers learned of events that were judged by reading (`training.certain`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp, log

import msgspec

from crosswire.claims.coded import Coded, form_of
from crosswire.claims.decided import FEW, is_spared
from crosswire.knowledge.lexicon import rows
from crosswire.records import Actor, Cited, Dropped, Event

TOLD = 0.6  # less, and an event is rather wrong: shares are of acts learned of, .6 is even on others
LEAST, MOST = 0.01, 0.99  # of a share whose odds are taken
ALL = "all"


def told_surely(
    events: Iterable[Coded], dropped: Iterable[Dropped], text: str, sentences: int
) -> tuple[tuple[Event, ...], tuple[Dropped, ...]]:
    """The events likely enough right whole, with that as their confidence, and the others with what is dropped.

    Acts of police and between states are told however sure. Of a text of few sentences all are told, for it tells no
    act again and little of whom its words stand for. Without the reader model nothing is known of how likely they are,
    and all are told.
    """
    kept: list[Event] = []
    unlikely: list[Dropped] = []
    for each, codes in events:
        share = None if each.confidence is None else certain(each, codes, text)
        if share is None or share >= TOLD or sentences <= FEW or is_spared(each.actors, each.recipients):
            kept.append(msgspec.structs.replace(each, confidence=share))
        else:
            unlikely.append(Dropped(each.type, "unlikely"))
    return tuple(kept), tuple(sorted((*dropped, *unlikely), key=lambda each: each.type.spans))


def certain(event: Event, codes: float, text: str) -> float:
    """How likely type, actors and recipients are right, from 0 to 1, in hundredths.

    `confidence` has how sure the words of the act and its sides were, `codes` is how sure country and sector are.
    """
    known = weights()
    odds = known["sure"] * logit(event.confidence or 0.0) + known["codes"] * logit(codes)
    odds += sum(known.get(sign, 0.0) for sign in signs(event, text))
    return round(1 / (1 + exp(-odds)), 2)


def logit(share: float) -> float:
    kept = min(max(share, LEAST), MOST)
    return log(kept / (1 - kept))


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
    actor, form = side.value, form_of(side, text)
    yield form
    yield f"{form} {actor.kind}"
    yield f"{form} {actor.sector}"
    yield f"sector {actor.sector}"
    if form == "name" and text[side.spans[0].start : side.spans[0].stop] != actor.name:
        yield "in part"


@cache
def weights() -> Mapping[str, float]:
    """What `training.certain` made: the odds of each sign, as logarithms."""
    return {row["sign"]: float(row["weight"]) for row in rows("certain")}
