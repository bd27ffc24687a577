"""What becomes of the acts that the rules tell or refuse once the reader model has weighed them.

The rules' sides stand where they are not unlikely; else the likeliest words of the sentence are the side. An act is
told where type, actors and recipients together are likely right, be it that the rules miss somebody in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from crosswire.claims.addressed import is_somebody, somebody
from crosswire.claims.blows import around_blow
from crosswire.claims.cast import Cast, distinct, named
from crosswire.claims.likely import Likely, Sides, Weights, asked_of, lies, likely, sure
from crosswire.claims.objections import nobody_did_it, nobody_of_weight, nobody_to_receive_it, talk_with_nobody
from crosswire.claims.told import Refused, Told
from crosswire.claims.triggers import Trigger
from crosswire.model import Sight
from crosswire.syntax import Sentence, Token

UNLIKELY = 0.05  # less, and other sides are looked for
LEAST = 0.5  # confidence of what is told
FEW = 3  # sentences of a text, and an act that is not told is told nowhere
SPARED = 0.05  # confidence of such, and of acts of police and of several countries
NOUN_LIKELY = 0.7  # of a noun that is not known to name people: "shelled two villages"
NOUNS = {"NOUN", "PROPN"}
WHOSE = {"amod", "compound", "nmod", "poss"}
AHEAD = {"planned", "threatened"}
TOGETHER = {"CONSULT", "COOPERATE"}
OPEN = {rule.__name__ for rule in (nobody_did_it, nobody_to_receive_it, talk_with_nobody, nobody_of_weight)}


class Weighed(NamedTuple):
    """An act that is told, how sure that is, and whether the model decided against the rules; without it neither."""

    told: Told
    sure: float | None = None
    overruled: bool = False


def decided(
    told: Iterable[Told],
    refused: Iterable[Refused],
    here: Cast,
    sentences: int,
    sight: Sight | None,
    weights: Weights | None = None,
) -> tuple[list[Weighed], list[Refused]]:
    """The acts that are told, in reading order, and those that are not."""
    if sight is None:
        return list(map(Weighed, told)), list(refused)
    kept: list[Weighed] = []
    dropped: list[Refused] = []
    every: tuple[Told | Refused, ...] = (*told, *refused)
    for each in every:
        act, reason = (each.told, each.reason) if isinstance(each, Refused) else (each, None)
        found = weighed(act, reason, here, sight, weights) if act and (reason is None or reason in OPEN) else None
        if found is not None and (found.sure or 0.0) >= least(found.told, reason, sentences):
            kept.append(found)
        else:
            dropped.append(each if isinstance(each, Refused) else Refused(each.trigger, "unlikely", each))
    kept.sort(key=lambda each: place(each.told.trigger))
    return kept, sorted(dropped, key=lambda each: place(each.trigger))


def least(told: Told, reason: str | None, sentences: int) -> float:
    """How sure an act must be to be told by a text of so many sentences."""
    if reason is not None:
        return LEAST
    by_police = any(each.value.sector == "COP" for each in told.actors)
    abroad = len({each.value.country for each in (*told.actors, *told.recipients)} - {None}) > 1
    return SPARED if sentences <= FEW or by_police or abroad else LEAST


def place(trigger: Trigger) -> int:
    return (trigger.noun or trigger.words[0]).start


def weighed(told: Told, reason: str | None, here: Cast, sight: Sight, weights: Weights | None = None) -> Weighed | None:
    """The act with the sides it most likely has; None where its words were not read, or nobody is in it.

    Nor is it told where somebody does it to himself: one of the two is taken for the other.
    """
    asked = asked_of(told, here, sight, reason)
    if asked is None:
        return None
    found = likely(asked, weights)
    if struck := around_blow(told.sentence, told.trigger):
        found = found.among(struck)
    sides = sides_of(told, found, here)
    actors, others = (own for own, _ in sides)
    recipients = tuple(each for each in others if each.value not in {actor.value for actor in actors})
    if not recipients and any(each.value.kind == "person" for each in others):
        return None
    overruled = reason is not None or (actors, recipients) != (told.actors, told.recipients)
    if overruled and not actors and not recipients:
        return None
    certain = sure(parts_of(told, sides, found), refused=reason is not None)
    return Weighed(msgspec.structs.replace(told, actors=actors, recipients=recipients), certain, overruled)


def parts_of(told: Told, sides: Sequence[tuple[Sides, float]], found: Likely) -> tuple[float, ...]:
    """How likely the type is, and each side; what is to come may be taken for what it will be, or for its promise."""
    types = {told.status.type, *((told.trigger.act.type,) if told.status.value in AHEAD else ())}
    return sum(map(found.type, types)), *(share for _, share in sides)


def sides_of(told: Told, found: Likely, here: Cast) -> list[tuple[Sides, float]]:
    """The sides by role and how likely each is; what is done together each does, and has done to him."""
    sides: list[tuple[Sides, float]] = []
    both = (*told.actors, *told.recipients)
    together = len(both) > 1 and (told.status.type in TOGETHER or not told.recipients)
    for role, own in enumerate((told.actors, told.recipients)):
        share = found.of(role, own, things_of(own, told.sentence))
        if together:
            share = max(share, found.of(role, both) + (0.0 if own else found.of(role, ())))
        if share < UNLIKELY:
            token, share = found.best(role, sides[0][0] if role else told.recipients)
            own = meant(told.sentence, token, share, here) if token else ()
            if token and not own:
                share = 0.0
        sides.append((own, share))
    return sides


def things_of(sides: Sides, sentence: Sentence) -> frozenset[int]:
    """The words for things that are named by whose they are: "missiles" of Russia's, in "Russian missiles"."""
    nouns = (sentence.tokens[t.head] for t in sentence.tokens if t.role in WHOSE and lies(sides, t))
    return frozenset(t.index for t in nouns if t.pos == "NOUN" and not is_somebody(sentence, t))


def meant(sentence: Sentence, token: Token, share: float, here: Cast) -> Sides:
    """Whom a word and all coordinated with it mean; any noun means somebody where it is that likely."""
    while token.role == "conj":
        token = sentence.tokens[token.head]
    found = distinct(named(sentence, token, here))
    if not found and (is_somebody(sentence, token) or (share >= NOUN_LIKELY and token.pos in NOUNS)):
        return (somebody(sentence, token, here),)
    return found
