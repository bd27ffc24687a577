"""Why words that can tell a political act do not: named rules, each of which can object."""

from __future__ import annotations

from crosswire.claims.acts import act_words, acts
from crosswire.claims.cast import Cast, named
from crosswire.claims.circumstances import context_words
from crosswire.claims.clauses import doers, done_to, is_passive
from crosswire.claims.everyday import EVERYDAY
from crosswire.claims.implied import ARMED, arrests_made, by_authority
from crosswire.claims.rivals import RIVALRY
from crosswire.claims.senses import SENSES
from crosswire.claims.told import Refused, Told
from crosswire.claims.triggers import fits
from crosswire.records import Actor
from crosswire.syntax import Sentence, Token, children

PHYSICAL = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE"}  # between civilians too
NAMELESS = {"ASSAULT", "COERCE", "PROTEST"}  # told with nobody named who did it: "was arrested", "the killing of"
NEEDS_RECIPIENT = {"AID", "COOPERATE", "SANCTION"}
WITHOUT_OBJECT = {"CONSULT", "PROTEST", "ASSAULT"}  # "met", "protested", "attacked at dawn"
WILLING = {"AGREE", "REJECT"}
POLITICAL = frozenset(
    ["GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "PRM", "UAF", "PTY", "OPP", "ELI", "PRE", "LAB"]
)
CIVIL = {"CVL", "SOC", "REF", "EDU", "AGR", "MED", "REL"}
BYSTANDERS = {"outlet", "document", "unnamed", "place"}


def weighed(told: Told, here: Cast) -> Told | Refused:
    """The act, or the name of the first rule that objects to it."""
    reason = next((rule.__name__ for rule in RULES if rule(told, here)), None)
    return told if reason is None else Refused(told.trigger, reason, told)


def nobody_did_it(told: Told, here: Cast) -> bool:
    """Without a doer only harm to somebody counts, where it took place: "was arrested", not "guilty of beating X".

    What is done to keep order and what the forces are told to do leave open only which authority it was.
    """
    if any(a.value.kind not in BYSTANDERS for a in told.actors) or by_authority(told, here):
        return False
    act = told.trigger.act
    nameless = act.type in NAMELESS or act.mode == "release"
    if (
        told.actors
        or act.needs_actor
        or told.trigger.rule == "reader_model"
        or not nameless
        or not (told.recipients or told.place)
    ):
        return True
    return not (leaves_doer_open(told) if told.recipients else by_blow(told))


def powerless(told: Told, here: Cast) -> bool:
    """What only those in arms do to others, done by nobody of theirs: "the driver stopped the bus"."""
    armed = any(a.value.sector in ARMED for a in told.actors) or by_authority(told, here)
    return told.trigger.act.armed and not armed


def leaves_doer_open(told: Told) -> bool:
    sentence, trigger = told.sentence, told.trigger
    if trigger.rule == "bare_noun":
        return any(t.lemma in {"the", "this", "that"} for t in children(sentence, trigger.head, "det"))
    return is_passive(sentence, trigger.head) or by_blow(told)


def by_blow(told: Told) -> bool:
    """Whether what does it is a blow or a weapon: "missiles hit the harbour"."""
    blows = doers(told.sentence, told.trigger.head)
    return any(t.lemma in acts().tools or t.lemma in act_words("blows") for t in blows)


def nobody_to_receive_it(told: Told, here: Cast) -> bool:
    """An act whose row or type asks for a recipient that is not there; an attack may have a place instead."""
    act = told.trigger.act
    aimed = (
        told.recipients
        or (act.type == "ASSAULT" and told.place)
        or (act.kind == "noun" and told.trigger.rule == "light_verb")
        or arrests_made(told)
    )
    alone = not told.recipients and told.status.type in NEEDS_RECIPIENT and len(told.actors) < 2
    return alone or (act.needs_recipient and not aimed)


def nobody_of_weight(told: Told, here: Cast) -> bool:
    """No state, organ, known body, armed group or office holder on either side; in talk, civilians do not count."""
    act = told.trigger.act
    physical = act.type in PHYSICAL or (act.mode == "release" and not told.actors)
    return not by_authority(told, here) and not any(
        weighty(side.value, physical=physical) for side in (*told.actors, *told.recipients)
    )


def weighty(actor: Actor, *, physical: bool) -> bool:
    if actor.kind in BYSTANDERS:
        return False
    if actor.sector in CIVIL:
        return physical
    if actor.sector == "BUS" or actor.country == "MNC":
        return False
    return actor.country is not None or actor.sector in POLITICAL


def talk_with_nobody(told: Told, here: Cast) -> bool:
    """A meeting with one side, or a visit to nobody: "during the talks, X said"."""
    act = told.trigger.act
    few = len(told.actors) + len(told.recipients) < 2
    return act.type == "CONSULT" and few and act.mode in {None, "visit", "phone"}


def advice(told: Told, here: Cast) -> bool:
    """ "Officials warned residents"; nor is it politics that they "thanked their voters".

    Whom police warn not to do what is forbidden they threaten: "police warned the boys against gathering".
    """
    against = any(t.lemma == "against" for t in children(told.sentence, told.trigger.head, "prep"))
    if against and any(a.value.sector == "COP" for a in told.actors):
        return False
    polite = told.status.type == "THREATEN" or told.trigger.act.lemma in act_words("courtesies")
    return polite and bool(told.recipients) and all(r.value.sector in CIVIL for r in told.recipients)


def lacks_object(told: Told, here: Cast) -> bool:
    """A verb that must be done to somebody or something is not: "hailed from", "apprehended that he would fail"."""
    act, verb = told.trigger.act, told.trigger.head
    demanding = act.id == "demand" and verb.tag == "VBG"  # "the tour is demanding"
    if (
        not (act.recipients[:1] == ("obj",) or demanding)
        or act.type in WITHOUT_OBJECT
        or told.trigger.noun is not None
        or act.particle
    ):
        return False
    clause = act.mode != "arrest" and children(told.sentence, verb, "ccomp", "xcomp")
    return not (done_to(told.sentence, verb) or clause)


def private_will(told: Told, here: Cast) -> bool:
    """Willingness or refusal that concerns no one and no act: "refused to say", "is willing to learn"."""
    act, sentence, trigger = told.trigger.act, told.sentence, told.trigger
    together = len(told.actors) > 1 and act.lemma == "agree"
    if act.type not in WILLING or told.recipients or together or trigger.noun is not None:
        return False
    willed = (*children(sentence, trigger.head, "xcomp"), *children(sentence, trigger.words[-1], "xcomp"))
    return bool(willed) and not any(t.lemma in acts().light or tells_act(sentence, t, act.type) for t in willed)


def tells_act(sentence: Sentence, verb: Token, will: str) -> bool:
    """Whether a verb is of an act; a promised one with the object it needs: not "prepared to defend itself"."""
    return any(will == "REJECT" or fits(sentence, verb, act) for act in acts().verbs.get(verb.lemma, ()))


def meets_a_thing(told: Told, here: Cast) -> bool:
    """What is met is no one: "met the demand", "hosts workers"; whoever is called must be a person."""
    lemma, sentence = told.trigger.act.lemma, told.sentence
    if told.trigger.act.mode == "phone" and told.trigger.noun is not None:  # "calls for X to resign"
        return any(t.lemma == "for" for t in sentence.tokens[told.trigger.noun.index + 1 :][:1])
    if told.trigger.act.type != "CONSULT" or told.trigger.noun is not None or lemma not in act_words("meeting_verbs"):
        return False
    if lemma == "host" and told.recipients and all(r.value.sector in CIVIL | {"LAB"} for r in told.recipients):
        return True
    met = [(t, tuple(named(sentence, t, here, 0))) for t in done_to(sentence, told.trigger.head)]
    if lemma in {"call", "phone", "telephone"}:
        if any(t.text in {"on", "for"} for t in sentence.tokens[told.trigger.head.index + 1 :][:1]):
            return True
        return not any(a.value.kind == "person" for _, found in met for a in found)
    return bool(met) and not any(found or t.entity == "PERSON" or t.lemma in act_words("speaking") for t, found in met)


def cheers(told: Told, here: Cast) -> bool:
    """ "Congratulated the winners", "apologised to the fans" in a report of games: no politics."""
    games = any("sport" in context_words().get(lemma, ()) for lemma in here.around(told.sentence))
    felt = told.status.type in {"SUPPORT", "CONCEDE"}
    return games and felt and not any(weighty(r.value, physical=False) for r in told.recipients)


def casualties(told: Told, here: Cast) -> bool:
    """People killed or hurt by nobody of weight, and no word of violence about: an accident, it may be."""
    if told.trigger.act.lemma not in act_words("hurting") or any(weighty(a.value, physical=False) for a in told.actors):
        return False
    if not all(r.value.name in act_words("anybody") for r in told.recipients):
        return False
    violent = act_words("blows") | act_words("violence") | acts().tools.keys()
    return not violent & here.around(told.sentence)


def published(told: Told, here: Cast) -> bool:
    """ "Released an ad", "a news release": what goes out to the public was nobody's captive."""
    sentence, trigger = told.sentence, told.trigger
    if trigger.noun is not None and trigger.act.mode == "release":
        paper = any(t.lemma in {"news", "press", "media"} for t in children(sentence, trigger.noun, "compound"))
        if paper or (trigger.rule == "light_verb" and trigger.head.lemma == "issue"):
            return True
    of = (t for t in children(sentence, trigger.head, "prep") if t.lemma == "of")
    freed = (*done_to(sentence, trigger.head), *(t for link in of for t in children(sentence, link, "pobj")))
    return trigger.act.mode == "release" and any(t.lemma in act_words("printed") for t in freed)


def let_out(told: Told, here: Cast) -> bool:
    """People freed by nobody of weight, and no word of captivity about: "passengers were freed from the lift"."""
    captors = (a.value for a in told.actors if a.value.sector != "LAB")
    if told.trigger.act.mode != "release" or any(weighty(a, physical=False) for a in captors):
        return False
    crowd = all(r.value.sector in CIVIL for r in told.recipients)
    return crowd and not act_words("captivity") & here.around(told.sentence)


def state_that_marches(told: Told, here: Cast) -> bool:
    """ "China protested the visit": states protest in words, not in the streets."""
    officials = told.actors and all(a.value.kind == "country" or a.value.sector == "GOV" for a in told.actors)
    return told.trigger.act.id == "protest" and told.trigger.act.kind == "verb" and bool(officials)


def joins_in_person(told: Told, here: Cast) -> bool:
    """ "Joined the alliance as a clerk": only states join, leave or become members of bodies of states."""
    act, sentence, trigger = told.trigger.act, told.sentence, told.trigger
    if act.lemma not in {"join", "leave", "become", "accede"} or act.type not in {"SUPPORT", "SANCTION"}:
        return False
    states = all(a.value.kind == "country" or a.value.sector == "GOV" for a in told.actors)
    course = (t for t in children(sentence, trigger.head, "prep") if t.lemma == "in")
    return not states or any(children(sentence, t, "pcomp") for t in course)


def accident(told: Told, here: Cast) -> bool:
    """ "Killed in a car crash"."""
    if told.trigger.act.type != "ASSAULT" or told.actors:
        return False
    links = children(told.sentence, told.trigger.head, "prep", "agent")
    causes = (noun for link in links for noun in children(told.sentence, link, "pobj"))
    return any(noun.lemma in act_words("accidents") and noun.text.lower() != "firing" for noun in causes)


def private_blow(told: Told, here: Cast) -> bool:
    """Harm done by one private person to another, both known by name or pronoun only."""
    sides = (*told.actors, *told.recipients)
    people = all(s.value.kind == "person" and s.value.sector in CIVIL | {None} for s in sides)
    harm = told.trigger.act.type == "ASSAULT" or told.trigger.act.lemma in {"harass", "persecute"}
    return harm and bool(told.actors and told.recipients) and people


RULES = (
    lacks_object,
    *SENSES,
    *RIVALRY,
    *EVERYDAY,
    meets_a_thing,
    cheers,
    casualties,
    published,
    let_out,
    state_that_marches,
    joins_in_person,
    accident,
    private_blow,
    powerless,
    nobody_did_it,
    nobody_to_receive_it,
    talk_with_nobody,
    advice,
    private_will,
    nobody_of_weight,
)
