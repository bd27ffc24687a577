"""The acts a sentence tells, each with its status, who takes part, and the place and day its own clause gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.claims.acts import act_words, acts
from crosswire.claims.cast import Cast, named
from crosswire.claims.circumstances import is_sport
from crosswire.claims.clauses import done_to, is_passive
from crosswire.claims.roles import arguments
from crosswire.claims.status import Status, status_of
from crosswire.claims.triggers import Trigger, find_triggers
from crosswire.claims.when_where import place_of, time_of
from crosswire.knowledge.lexicon import country_name
from crosswire.records import Actor, Cited, Place, Record, Time
from crosswire.syntax import Sentence, children

PHYSICAL = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"}  # between civilians too
VICTIMS_ONLY = {"ASSAULT", "COERCE", "PROTEST"}  # told with nobody named who did it: "was arrested", "the killing of"
NEEDS_RECIPIENT = {"AID", "COOPERATE", "SANCTION"}
WITHOUT_OBJECT = {"CONSULT", "PROTEST", "ASSAULT"}  # "met", "protested", "attacked at dawn"
POLITICAL = {
    "GOV",
    "MIL",
    "COP",
    "LEG",
    "JUD",
    "SPY",
    "REB",
    "PRM",
    "UAF",
    "PTY",
    "OPP",
    "ELI",
    "PRE",
    "CVL",
    "SOC",
    "REF",
    "LAB",
}
BYSTANDERS = {"outlet", "document", "unnamed", "place"}


class Told(Record, frozen=True):
    """An act told in a sentence, before it is written down as an event."""

    sentence: Sentence
    trigger: Trigger
    status: Status
    actors: tuple[Cited[Actor], ...]
    recipients: tuple[Cited[Actor], ...]
    place: Cited[Place] | None
    time: Time | None


def acts_told(sentence: Sentence, here: Cast, places: Sequence[Cited[Place]], times: Sequence[Time]) -> Iterator[Told]:
    """The political acts of a sentence; games, private affairs and acts without anybody in them are none."""
    triggers = find_triggers(sentence)
    if not triggers or is_sport(sentence):
        return
    by_word = {word.index: trigger for trigger in triggers for word in trigger.words}
    for trigger in triggers:
        status = status_of(sentence, trigger, by_word)
        if status is None:
            continue
        place = place_of(sentence, trigger, by_word, places)
        if any(
            (lacks_object(sentence, trigger), lacks_promise(sentence, trigger), meets_a_thing(sentence, trigger, here))
        ):
            continue
        actors = arguments(sentence, trigger, trigger.act.actors, here)
        recipients = received(sentence, trigger, actors, place, here)
        if is_political(sentence, trigger, status, actors, recipients, place):
            yield Told(sentence, trigger, status, actors, recipients, place, time_of(sentence, trigger, by_word, times))


def lacks_object(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb that must be done to somebody or something is not: "hailed from", "the bridge backs onto"."""
    act, verb = trigger.act, trigger.head
    if act.recipients[:1] != ("obj",) or act.type in WITHOUT_OBJECT or trigger.noun is not None or act.particle:
        return False
    return not (done_to(sentence, verb) or children(sentence, verb, "ccomp", "xcomp"))


def lacks_promise(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether somebody is only of one mind: "the spokesman agreed", "agreed that it was late"; not "agreed to meet"."""
    if trigger.act.lemma != "agree" or trigger.act.particle:
        return False
    clauses = children(sentence, trigger.head, "ccomp")
    modal = any(t.lemma in {"will", "would", "should"} for c in clauses for t in children(sentence, c, "aux"))
    return not (modal or children(sentence, trigger.head, "xcomp", "dobj"))


def meets_a_thing(sentence: Sentence, trigger: Trigger, here: Cast) -> bool:
    """Whether what is met is no one: "met the demand", "hosted the games"."""
    if trigger.act.lemma not in {"meet", "host", "consult", "receive"} or trigger.noun is not None:
        return False
    met = done_to(sentence, trigger.head)
    return bool(met) and not any(any(named(sentence, t, here, 0)) or t.lemma in act_words("speaking") for t in met)


def received(
    sentence: Sentence, trigger: Trigger, actors: tuple[Cited[Actor], ...], place: Cited[Place] | None, here: Cast
) -> tuple[Cited[Actor], ...]:
    """Whom it is done to, the doers left out; a visit is to the country of its place."""
    acting = {a.value for a in actors}
    found = tuple(r for r in arguments(sentence, trigger, trigger.act.recipients, here) if r.value not in acting)
    if found or trigger.act.mode != "visit" or place is None or place.value.country is None:
        return found
    host = Actor(country_name(place.value.country), "country", place.value.country)
    return () if host.country in {a.country for a in acting} else (Cited(host, place.spans),)


def is_political(
    sentence: Sentence,
    trigger: Trigger,
    status: Status,
    actors: tuple[Cited[Actor], ...],
    recipients: tuple[Cited[Actor], ...],
    place: Cited[Place] | None,
) -> bool:
    """Whether those who take part make it an act between or by political actors, and all that it needs are named."""
    act = trigger.act
    doers = [a.value for a in actors if a.value.kind not in BYSTANDERS]
    aimed = recipients or (act.type == "ASSAULT" and place)
    if (actors and not doers) or (act.needs_actor and not doers) or (act.needs_recipient and not aimed):
        return False
    if status.type == "THREATEN" and recipients and all(r.value.sector == "CVL" for r in recipients):
        return False  # "officials warned residents": advice
    if not doers and not (act.type in VICTIMS_ONLY and recipients and leaves_doer_open(sentence, trigger)):
        return False
    if act.type == "CONSULT" and act.mode is None and len(doers) + len(recipients) < 2:
        return False  # "during the talks, X said": talks with whom?
    if not recipients and status.type in NEEDS_RECIPIENT and len(doers) < 2:
        return False
    everybody = (*doers, *(r.value for r in recipients))
    return any(stands_for_many(a) and (act.type in PHYSICAL or a.country or a.sector != "CVL") for a in everybody)


def leaves_doer_open(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether an act without a doer took place: "was arrested", "the killing of X"; not "guilty of beating X"."""
    if trigger.rule == "bare_noun":
        return any(t.lemma in {"the", "this", "that"} for t in children(sentence, trigger.head, "det"))
    blow = (
        t for t in children(sentence, trigger.head, "nsubj") if t.lemma in acts().tools or t.lemma in act_words("blows")
    )
    return is_passive(sentence, trigger.head) or any(blow)


def stands_for_many(actor: Actor) -> bool:
    """A state or its organs, a known organisation, an armed or civil group, or a person who holds an office."""
    if actor.kind in BYSTANDERS:
        return False
    return actor.country is not None or actor.sector in POLITICAL
