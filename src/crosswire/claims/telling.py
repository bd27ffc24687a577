"""The acts a sentence seems to tell, each with its status, its sides, and the place and time its own clause gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crosswire.claims.acts import act_words
from crosswire.claims.cast import Cast
from crosswire.claims.circumstances import is_sport
from crosswire.claims.clauses import done_to
from crosswire.claims.rivals import in_words
from crosswire.claims.roles import arguments
from crosswire.claims.seen import View
from crosswire.claims.sides import acting, receiving
from crosswire.claims.status import Status, status_of
from crosswire.claims.told import Refused, Told
from crosswire.claims.triggers import Trigger, find_triggers
from crosswire.claims.unlisted import unlisted
from crosswire.claims.victims import suffered
from crosswire.claims.wanted import wanted
from crosswire.claims.when_where import place_of, time_of
from crosswire.knowledge.lexicon import country_name
from crosswire.records import Actor, Cited, Place, Time
from crosswire.syntax import Sentence, children

FORCES = {"COP", "MIL", "PRM", "REB"}  # whose victim may be a single person that nobody names


def acts_told(
    sentence: Sentence, here: Cast, places: Sequence[Cited[Place]], times: Sequence[Time], view: View | None
) -> Iterator[Told | Refused]:
    """What may be political acts of a sentence, and what is only part of another or of a game."""
    triggers = find_triggers(sentence)
    if view is not None:
        triggers = (*triggers, *unlisted(sentence, triggers, view))
    if triggers and is_sport(sentence):
        yield from (Refused(trigger, is_sport.__name__) for trigger in triggers)
        return
    by_word = {word.index: trigger for trigger in triggers for word in trigger.words}
    for trigger in triggers:
        status = status_of(sentence, trigger, by_word, view and view.sight)
        if status is None:
            yield Refused(trigger, "part_of_another")
        else:
            place = place_of(sentence, trigger, by_word, places)
            time = time_of(sentence, trigger, by_word, times)
            actors = arguments(sentence, trigger, trigger.act.actors, here)
            status = jointly(status, trigger, actors)
            recipients = received(sentence, trigger, actors, place, here)
            if view is not None:
                actors = acting(sentence, trigger, actors, recipients, view, here)
                recipients = receiving(sentence, trigger, actors, recipients, view, places, here)
            status = with_force(status, sentence, trigger, recipients)
            status = in_words(status, sentence, trigger, actors, recipients)
            mode = status.mode or wanted(sentence, trigger, status.type, triggers)
            status = msgspec.structs.replace(status, mode=mode)
            yield Told(sentence, trigger, status, actors, recipients, place, time)


def jointly(status: Status, trigger: Trigger, actors: tuple[Cited[Actor], ...]) -> Status:
    """Drills of two states or more are done together, whatever they are called."""
    together = trigger.noun is not None and len({a.value.country for a in actors} - {None}) > 1
    if status.type == "MOBILIZE" and together:
        return Status(status.value, status.words, "COOPERATE", None, status.rule)
    return status


def with_force(status: Status, sentence: Sentence, trigger: Trigger, recipients: tuple[Cited[Actor], ...]) -> Status:
    """What is promised is a threat where it would hurt: "vowed to destroy the rebels", "to repeal her law"."""
    if status.type != "AGREE" or trigger.act.type != "AGREE" or status.value not in {"happened", "ongoing", "planned"}:
        return status
    for verb in (*children(sentence, trigger.words[-1], "xcomp", "acl"), *children(sentence, trigger.head, "xcomp")):
        if children(sentence, verb, "neg"):
            continue  # "pledged not to attack"
        harmed = recipients and done_to(sentence, verb)
        if (harmed and verb.lemma in act_words("hitting")) or verb.lemma in act_words("retaliating"):
            return Status("happened", status.words, "THREATEN", "violence", status.rule)
        if verb.lemma in act_words("prosecuting") or (harmed and verb.lemma in act_words("undoing")):
            return Status("happened", status.words, "THREATEN", None, status.rule)
    if any(t.lemma in act_words("harms") for t in children(sentence, trigger.head, "dobj")):  # "promised tariffs"
        return Status("happened", status.words, "THREATEN", None, status.rule)
    return status


def received(
    sentence: Sentence, trigger: Trigger, actors: tuple[Cited[Actor], ...], place: Cited[Place] | None, here: Cast
) -> tuple[Cited[Actor], ...]:
    """Whom it is done to, the doers left out; a visit or an attack abroad is to the country of its place."""
    acting = {a.value for a in actors}
    forces = any(a.sector in FORCES for a in acting)
    hurt = suffered(trigger.act) or any(a.sector == "COP" for a in acting)  # whom police ask or help is somebody
    sides = arguments(sentence, trigger, trigger.act.recipients, here, hurt=hurt, one=forces)
    found = tuple(r for r in sides if r.value not in acting)
    countries = {a.country for a in acting} - {None}
    abroad = trigger.act.mode == "visit" or trigger.act.type == "ASSAULT"
    if found or not abroad or place is None or place.value.country is None or not countries:
        return found
    host = Actor(country_name(place.value.country), "country", place.value.country)
    return () if host.country in countries else (Cited(host, place.spans),)
