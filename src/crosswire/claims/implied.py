"""Acts of order and of courts told with nobody named who did them: by police beside them, or by whose trade it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crosswire.claims.acts import act_words
from crosswire.claims.cast import Cast, distinct
from crosswire.claims.clauses import done_to, is_passive
from crosswire.claims.told import Told
from crosswire.records import Actor, Cited, Span
from crosswire.syntax import Sentence, children

FORCEFUL = {"ASSAULT", "COERCE", "MOBILIZE", "ACCUSE"}
ORDER = {"arrest", "curfew", "crowd-control", "police"}  # modes
UNREAL = {"demanded", "denied"}
ARMED = {"COP", "MIL", "PRM", "SPY"}
OWN_POSTURE: Mapping[str | None, str] = {"MIL": "troops", "COP": "police"}
INQUIRY = {"seize", "investigate", "allege"}
ABOUT = {"after", "amid", "amidst", "despite", "during", "following", "since", "under", "with"}
COUNTS = {"figure", "number", "toll", "total", "view", "wake"}
COURTS = {"jail", "imprison", "remand"}  # theirs, not the police's
OTHERS = (ARMED | {"REB", "UAF"}) - {"COP"}
POLICE = Actor("police", "group", None, "COP")
COURT = Actor("court", "organisation", None, "JUD")
REACH = 2  # sentences
REACH_ACTS = 10  # acts: more are not told in so few sentences


def made_by_police(told: Sequence[Told], here: Cast) -> tuple[Told, ...]:
    """The acts, those of order by nobody given to the police of their own sentence, else to those at work beside it."""
    return tuple(
        msgspec.structs.replace(each, actors=telling(each.sentence, here) or acting(each, near(told, position)))
        if unclaimed(each)
        else each
        for position, each in enumerate(told)
    )


def by_trade(told: Sequence[Told], here: Cast) -> tuple[Told, ...]:
    """The acts, police work by nobody given to police and verdicts to a court, on their own words: "ten were arrested".

    A curfew may be the army's or a mayor's, and a search a guard's: they are theirs where the report names police.
    """
    named = of_police(here)
    return tuple(
        msgspec.structs.replace(each, actors=(Cited(POLICE, own_words(each, here)),))
        if is_trade(each, named=named) and not others_about(each, here)
        else msgspec.structs.replace(each, actors=(Cited(COURT, own_words(each, here)),))
        if is_verdict(each)
        else each
        for each in told
    )


def is_verdict(each: Told) -> bool:
    """Whether somebody is told to have been convicted, sentenced or jailed, and not by whom."""
    act = each.trigger.act
    if each.actors or each.status.value in UNREAL or each.status.type != act.type:
        return False
    courtly = act.mode == "convict" or act.lemma in COURTS
    return courtly and bool(each.recipients) and is_passive(each.sentence, each.trigger.head)


def named_forces(told: Sequence[Told], here: Cast) -> tuple[Told, ...]:
    """The acts, "the forces" and "jawans" of a report that names police and no soldiers those of the police."""
    named = {a.value for group in here.by_start.values() for a in group if a.value.sector in {"COP", "MIL"}}
    plain = {a for a in named if a.sector == "MIL" and set(a.name.lower().split()) <= act_words("unnamed_forces")}
    if not plain or not any(a.sector == "COP" for a in named) or any(a.sector == "MIL" for a in named - plain):
        return tuple(told)

    def police(sides: Iterable[Cited[Actor]]) -> tuple[Cited[Actor], ...]:
        return tuple(
            Cited(msgspec.structs.replace(each.value, sector="COP"), each.spans) if each.value in plain else each
            for each in sides
        )

    return tuple(
        msgspec.structs.replace(each, actors=police(each.actors), recipients=police(each.recipients)) for each in told
    )


def of_troops(told: Told) -> Told:
    """A posture of soldiers is one of troops and that of police one of police, whatever the words for it."""
    sectors = {each.value.sector for each in told.actors}
    mode = OWN_POSTURE.get(sectors.pop()) if len(sectors) == 1 else None
    if mode is None or told.status.type != "MOBILIZE" or told.status.mode not in OWN_POSTURE.values():
        return told
    return msgspec.structs.replace(told, status=msgspec.structs.replace(told.status, mode=mode))


def is_trade(each: Told, *, named: bool) -> bool:
    """Whether an act of order is told as real and by nobody: not what a court does, nor "held by" somebody unknown."""
    act = each.trigger.act
    if each.actors or each.status.value in UNREAL or act.lemma in COURTS:
        return False
    if children(each.sentence, each.trigger.head, "agent"):
        return False
    return (of_order(each) and (named or act.mode != "curfew")) or (named and enforced(each))


def enforced(each: Told) -> bool:
    """Whether an act is one that somebody with the power to do it did: "cars were checked", "no one was let in"."""
    act, words = each.trigger.act, act_words("enforcing")
    told = {act.lemma, *(f"{act.lemma}:{word.lemma}" for word in each.trigger.words)}
    bare = each.trigger.rule == "bare_noun"
    return bool(told & words) and ((act.armed and bare) or is_passive(each.sentence, each.trigger.head))


def of_police(here: Cast) -> bool:
    """Whether a report names police at all."""
    return any(a.value.sector == "COP" for named in here.by_start.values() for a in named)


def others_about(each: Told, here: Cast) -> bool:
    """Whether somebody else in arms, to whom nothing is done, is named in its sentence."""
    hurt = {r.value for r in each.recipients}
    doing = (t for t in each.sentence.tokens if t.role != "nsubjpass")
    return any(a.value.sector in OTHERS and a.value not in hurt for t in doing for a in here.at(t))


def own_words(each: Told, here: Cast) -> tuple[Span, ...]:
    return tuple(Span(here.article, word.start, word.stop) for word in each.trigger.words)


def unclaimed(each: Told) -> bool:
    act, passive = each.trigger.act, is_passive(each.sentence, each.trigger.head)
    link = each.sentence.tokens[each.trigger.head.head]
    purpose = each.trigger.head.role == "pcomp" and link.lemma == "for"  # "arrangements for detaining them"
    arrest = each.status.type == "COERCE" and act.mode == "arrest" and not purpose
    searched = act.armed and act.mode in INQUIRY  # "rifles were recovered"; the road that was blocked is another thing
    return not each.actors and (arrest or (passive and (of_order(each) or searched)))


def of_order(each: Told) -> bool:
    """Whether an act is one that police do, or who commands them: an arrest, a curfew, a guard, a case registered."""
    act = each.trigger.act
    policing = act.lemma in act_words("policing") and (act.objects or act.type == "COERCE")  # no seat that is booked
    led = act.type == "MOBILIZE" and act.recipients and act.recipients[0] == "obj"  # who is escorted out, by whomever
    return bool((act.mode in ORDER and not led) or policing) and each.status.type == act.type


def by_authority(told: Told, here: Cast) -> bool:
    """Whether only authorities can have done what nobody is told to have done: "curfew was imposed", "he was held"."""
    trigger = told.trigger
    if told.actors or told.status.value in UNREAL:
        return False
    if is_verdict(told):
        return True
    undergone = trigger.act.recipients[:1] == ("subj",)  # "courted arrest"
    if not (undergone or is_passive(told.sentence, trigger.head)):  # "the curfew went on", "amid tight security"
        sure = trigger.act.mode == "police" or of_police(here)
        return trigger.rule == "bare_noun" and goes_on(told) and sure and (of_order(told) or enforced(told))
    forces = any(r.value.sector in ARMED and r.value.kind != "person" for r in told.recipients)
    somebody = told.recipients or (trigger.act.type == "COERCE" and done_to(told.sentence, trigger.head))
    done = of_order(told) and (somebody or trigger.act.objects or trigger.noun)
    ordered = told.status.type == "REQUEST" and forces
    return bool(done or ordered or (enforced(told) and of_police(here)))


def arrests_made(told: Told) -> bool:
    """Whether arrests are told as made though not of whom: "the arrests followed", "arrests rose to 400"."""
    trigger = told.trigger
    arrests = trigger.rule == "bare_noun" and trigger.act.mode == "arrest" and trigger.head.tag == "NNS"
    return arrests and goes_on(told)


def goes_on(told: Told) -> bool:
    """Whether a noun tells what is in force or was done: "the curfew continued", "amid tight security".

    So do "the arrests followed" and "the number of arrests rose"; not "to relax security", "including arrests".
    """
    noun = told.trigger.head
    above = told.sentence.tokens[noun.head]
    if noun.role in {"pobj", "pcomp"}:
        counted = above.lemma == "of" and told.sentence.tokens[above.head].lemma in COUNTS
        return counted or above.lemma in ABOUT
    lasting = act_words("taking_place") | act_words("staying") | act_words("resulting") | {"report"}
    if noun.role in {"dobj", "nsubj", "nsubjpass"}:
        return above.lemma in lasting
    return told.trigger.act.mode != "arrest"


def near(told: Sequence[Told], position: int) -> Sequence[Told]:
    return told[max(0, position - REACH_ACTS) : position + REACH_ACTS]


def telling(sentence: Sentence, here: Cast) -> tuple[Cited[Actor], ...]:
    """The police that are the subject of a verb of the sentence: "ten were held, police said"."""
    return forces(a for t in sentence.tokens if t.role == "nsubj" for a in here.at(t))


def acting(each: Told, beside: Sequence[Told]) -> tuple[Cited[Actor], ...]:
    """The police of the nearest act of force told beside one of order."""
    close = [t for t in beside if abs(t.sentence.index - each.sentence.index) <= REACH and t.status.type in FORCEFUL]
    close.sort(key=lambda t: abs(t.sentence.index - each.sentence.index))
    return next(filter(None, (forces(t.actors) for t in close)), ())


def forces(actors: Iterable[Cited[Actor]]) -> tuple[Cited[Actor], ...]:
    """The bodies of police among actors; one officer is not the force."""
    return distinct(a for a in actors if a.value.sector == "COP" and a.value.kind != "person")
