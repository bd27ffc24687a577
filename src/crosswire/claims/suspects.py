"""Who is arrested, charged or convicted, and of whom nothing else is known, is a suspect: for PLOVER a criminal."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from crosswire.claims.acts import act_words
from crosswire.knowledge.offices import singular
from crosswire.records import Actor, Cited, Event, Span
from crosswire.words import WORD

Sides = tuple[Cited[Actor], ...]

PROSECUTED = {("COERCE", "arrest"), ("ACCUSE", "allege"), ("SANCTION", "convict")}
PRIVATE = {None, "CVL", "UNK"}


def suspected(events: Iterable[Event], text: str) -> tuple[Event, ...]:
    """The events, their suspects CRM.

    These are whom the words call so; a man, a woman or a driver who is prosecuted, or who attacks somebody; and whoever
    is arrested, charged or convicted by name where the clause names a crime of the street, no political one. Others
    keep what they are, an activist or a minister; so do all in a report that tells of a protest, for those who are led
    away are likely to be of it.
    """
    told = tuple(events)
    if any(each.type.value == "PROTEST" for each in told):
        return told
    return tuple(with_suspects(each, text) for each in told)


def with_suspects(event: Event, text: str) -> Event:
    prosecuted = (event.type.value, event.mode.value if event.mode else None) in PROSECUTED
    told = frozenset[str]().union(*(small(text, span) for span in event.type.spans))
    charged = event.type.value != "ACCUSE" or bool(told & act_words("charging"))
    crime = prosecuted and charged and bool(small(text, event.clause) & act_words("crimes"))
    return msgspec.structs.replace(
        event,
        actors=as_criminals(event.actors, anybody=event.type.value == "ASSAULT", named=False),
        recipients=as_criminals(event.recipients, anybody=prosecuted, named=crime),
    )


def small(text: str, span: Span) -> frozenset[str]:
    """The words of a span in small letters."""
    return frozenset(WORD.findall(text[span.start : span.stop].lower()))


def as_criminals(sides: Sides, *, anybody: bool, named: bool) -> Sides:
    return tuple(
        Cited(msgspec.structs.replace(each.value, sector="CRM"), each.spans)
        if is_suspect(each.value, anybody=anybody, named=named)
        else each
        for each in sides
    )


def is_suspect(actor: Actor, *, anybody: bool, named: bool) -> bool:
    if actor.sector not in PRIVATE or actor.kind not in {"person", "group"}:
        return False
    called = actor.name.split(": ")[-1]  # "man" of "Peru: man"
    if not called[:1].islower():
        return named and actor.kind == "person" and actor.sector is None
    noun = singular(called.split()[-1])
    alone = actor.kind == "person" or actor.sector == "UNK"
    return noun in act_words("suspects") or (anybody and alone and noun in act_words("anyone"))
