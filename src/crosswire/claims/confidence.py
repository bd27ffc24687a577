"""How likely an event is right in type, actors and recipients, all three, by how it is told and who is in it.

Learned of events of news articles that were judged by reading, as `training.confidence` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp, fsum

from crosswire.knowledge.lexicon import rows
from crosswire.records import Event

Weights = Mapping[str, float]
ALWAYS = "always"


def confidence(event: Event, weights: Weights | None = None) -> float:
    """From 0 to 1, in hundredths."""
    known = learned() if weights is None else weights
    return round(1 / (1 + exp(-fsum(known.get(trait, 0.0) for trait in traits(event)))), 2)


def traits(event: Event) -> Iterator[str]:
    """What is weighed of an event: its type and status, the rules that decided, and what its sides are."""
    type = event.type.value
    found, _, decided = event.rule.partition(":")
    yield ALWAYS
    yield f"type {type}"
    yield f"status {event.status.value}"
    yield f"by {found}"
    yield from (f"by {rule}" for rule in decided.split("+")[1:])
    if event.statement:
        yield "said by someone"
    for role, sides in (("actor", event.actors), ("recipient", event.recipients)):
        if not sides:
            yield f"no {role}"
            yield f"no {role} of {type}"
            continue
        first = sides[0].value
        yield f"{role} {first.kind}"
        yield f"{role} of sector {first.sector or 'none'}"
        if first.name[:1].islower():
            yield f"{role} without a name"
        if len(sides) > 1:
            yield f"several {role}s"


@cache
def learned() -> Weights:
    """The weights in data/confidence.tsv, logarithms of odds."""
    return {row["trait"]: float(row["weight"]) for row in rows("confidence")}
