"""How likely an event is right whole, when it also counts whom the words for its sides stand for.

A name, a noun and a pronoun are not read equally well, nor is every sector: what `sure` says of the words of an act is
weighed with signs of its sides, by numbers learned of events that were judged by reading (`training.certain`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import exp, log

import msgspec

from crosswire.claims.coded import Coded, form_of, kind_of
from crosswire.claims.decided import FEW
from crosswire.knowledge.lexicon import UNIONS, countries, rows
from crosswire.records import Actor, Cited, Dropped, Event
from crosswire.words import WORD

TOLD = 0.7  # less, and an event of the news is about as often wrong as right
LEAST, MOST = 0.01, 0.99  # of a share whose odds are taken
CAPITALS = 0.05  # of the words of a text begin with one, else it is read badly; of news a tenth and more
STATE = {"GOV", "MIL"}  # sectors of who acts for a state
ALL = "all"


def told_surely(
    events: Iterable[Coded], dropped: Iterable[Dropped], text: str, sentences: int
) -> tuple[tuple[Event, ...], tuple[Dropped, ...]]:
    """The events likely enough right whole, with that as their confidence, and the others with what is dropped.

    Acts between states are told however sure, for the field lives on them. Of a text of few sentences all are told, for
    it tells no act again and little of whom its words stand for; and of one without capitals, of which no confidence
    was learned. Without the reader model nothing is known of how likely they are, and all are told.
    """
    whole = sentences <= FEW or is_without_capitals(text)
    kept: list[Event] = []
    unlikely: list[Dropped] = []
    for each, codes in events:
        share = None if each.confidence is None else certain(each, codes, text)
        if share is None or share >= TOLD or whole or is_between_states(each):
            kept.append(msgspec.structs.replace(each, confidence=share))
        else:
            unlikely.append(Dropped(each.type, "unlikely"))
    return tuple(kept), tuple(sorted((*dropped, *unlikely), key=lambda each: each.type.spans))


def is_between_states(event: Event) -> bool:
    """Whether all in an act are states, their governments, forces or unions, and not all of one."""
    sides = [each.value for each in (*event.actors, *event.recipients)]
    return all(map(is_of_state, sides)) and len({each.country for each in sides}) > 1


def is_of_state(actor: Actor) -> bool:
    """Whether somebody acts for a state, or for a union of states."""
    whole = actor.kind == "country" and actor.sector is None
    return actor.country in UNIONS or (actor.country in countries() and (whole or actor.sector in STATE))


def is_without_capitals(text: str) -> bool:
    words: list[str] = WORD.findall(text)
    return sum(word[0].isupper() for word in words) < CAPITALS * len(words)


def certain(event: Event, codes: float, text: str) -> float:
    """How likely type, actors and recipients are right, from 0 to 1, in hundredths.

    `confidence` has how sure the words of the act and its sides were, `codes` is how sure country and sector are.
    """
    known = weights()
    odds = sum(known[name] * share for name, share in shares(event.confidence or 0.0, codes).items())
    odds += sum(known.get(sign, 0.0) for sign in signs(event, text))
    return round(1 / (1 + exp(-odds)), 2)


def shares(sure: float, codes: float) -> Mapping[str, float]:
    """How sure words and codes are, each and together, as logarithms of odds."""
    return {"sure": logit(sure), "codes": logit(codes), "both": logit(sure * codes)}


def logit(share: float) -> float:
    kept = min(max(share, LEAST), MOST)
    return log(kept / (1 - kept))


def signs(event: Event, text: str) -> Iterator[str]:
    """What act an event is, what its sides are, and how their words name them."""
    yield ALL
    yield f"between states {is_between_states(event)}"
    yield f"type {event.type.value}"
    yield f"mode {event.mode.value if event.mode else ''}"
    yield f"status {event.status.value}"
    yield f"rule {event.rule}"
    for role, sides in (("actor", event.actors), ("recipient", event.recipients)):
        if not sides:
            yield f"{role} nobody"
            yield f"{role} nobody {event.type.value}"
            yield f"{role} nobody {event.rule.split(':')[-1]}"
        if len(sides) > 1:
            yield f"{role} several"
        for each in sides:
            yield from (f"{role} {sign}" for sign in signs_of(each, text))


def signs_of(side: Cited[Actor], text: str) -> Iterator[str]:
    actor, form = side.value, form_of(side, text)
    yield form
    yield f"{form} {kind_of(actor)}"
    yield f"{form} {actor.sector}"
    yield f"sector {actor.sector}"
    if form == "name" and text[side.spans[0].start : side.spans[0].stop] != actor.name:
        yield "in part"


@cache
def weights() -> Mapping[str, float]:
    """What `training.certain` made: the odds of each sign, as logarithms."""
    return {row["sign"]: float(row["weight"]) for row in rows("certain")}
