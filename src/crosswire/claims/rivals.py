"""Words of war between politicians, who hurt each other in words and fight for votes."""

from __future__ import annotations

from crosswire.claims.acts import act_words, acts
from crosswire.claims.cast import Cast
from crosswire.claims.status import Status
from crosswire.claims.told import Told
from crosswire.claims.triggers import Trigger
from crosswire.records import Actor, Cited
from crosswire.syntax import Sentence, children

RUNNING = {"LEG", "PTY", "ELI", "OPP"}
CIVIL = RUNNING | {"GOV", "JUD"}
PEACEFUL = CIVIL | {"BUS", "CVL", "EDU", "JRN", "REL", "SOC", None}
ONWARD = {"ahead", "forward", "into", "out", "toward", "towards"}


def in_words(
    status: Status,
    sentence: Sentence,
    trigger: Trigger,
    actors: tuple[Cited[Actor], ...],
    recipients: tuple[Cited[Actor], ...],
) -> Status:
    """An attack of one politician on another is criticism, where nobody is told to be hurt and no weapon is named."""
    act = trigger.act
    if f"{act.lemma}:{act.kind}" not in act_words("lashing") or status.type not in {"ASSAULT", "THREATEN"}:
        return status
    if not rivals([a.value for a in actors], [r.value for r in recipients]) or with_arms(sentence, trigger):
        return status
    value = "planned" if status.value == "threatened" else status.value
    return Status(value, status.words, "ACCUSE", "disapprove", status.rule)


def rivals(actors: list[Actor], recipients: list[Actor]) -> bool:
    """Whether one or more politicians known by name or office act, on another, on people, or, running, on nobody."""
    if not actors or not all(speaks_for_himself(a) for a in actors):
        return False
    if not recipients:
        return all(a.sector in RUNNING for a in actors)
    peaceful = all(r.sector in PEACEFUL and (r.kind == "person" or r.country is None) for r in recipients)
    chosen = any(r.sector in CIVIL for r in recipients) or all(a.sector in RUNNING for a in actors)
    return peaceful and chosen


def speaks_for_himself(actor: Actor) -> bool:
    """Whether an actor is one politician, somebody known by name, or a party."""
    known = actor.name[:1].isupper() and actor.sector in PEACEFUL
    body = actor.kind == "organisation" and actor.sector in RUNNING
    return body or (actor.kind == "person" and (actor.sector in CIVIL or known))


def with_arms(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether it is done with a weapon or somebody is told to be hurt."""
    links = (t for t in children(sentence, trigger.noun or trigger.head, "prep") if t.lemma == "with")
    means = {n.lemma for link in links for n in children(sentence, link, "pobj")}
    harm = act_words("killing") | act_words("wounding")
    return bool(means & acts().tools.keys()) or any(t.lemma in harm for t in sentence.tokens)


def fights_for_votes(told: Told, here: Cast) -> bool:
    """ "Battled her rival for second place": those who run for office fight nobody."""
    sides = (*told.actors, *told.recipients)
    return told.trigger.act.id in {"battle", "fight"} and all(s.value.sector in RUNNING for s in sides)


def marches_on(told: Told, here: Cast) -> bool:
    """ "Is marching toward the primary": one person who moves on protests against nothing."""
    onward = children(told.sentence, told.trigger.head, "prep", "advmod", "prt")
    alone = all(a.value.kind == "person" for a in told.actors)
    return told.trigger.act.id == "march" and alone and any(t.lemma in ONWARD for t in onward)


def means_to_win(told: Told, here: Cast) -> bool:
    """ "Pledged to win the delegates", "is ready to fight": what one who runs for office sets out to do."""
    act, sentence, trigger = told.trigger.act, told.sentence, told.trigger
    if act.type != "AGREE" or told.status.type != "AGREE":
        return False
    willed = (*children(sentence, trigger.head, "xcomp"), *children(sentence, trigger.words[-1], "xcomp"))
    return any(t.lemma in act_words("contesting") for t in willed)


RIVALRY = (fights_for_votes, marches_on, means_to_win)
