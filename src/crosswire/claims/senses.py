"""Words that tell an act elsewhere and another thing here: named rules, each of which can object."""

from __future__ import annotations

from crosswire.claims.acts import act_words
from crosswire.claims.cast import Cast
from crosswire.claims.clauses import done_to, is_small
from crosswire.claims.implied import ARMED
from crosswire.claims.told import Told
from crosswire.syntax import children, head

SKIES = {"lunar", "solar", "space"}


def of_one_mind(told: Told, here: Cast) -> bool:
    """ "The spokesman agreed", "agreed that it was late"; not "agreed to meet"."""
    act, sentence, verb = told.trigger.act, told.sentence, told.trigger.head
    clauses = children(sentence, verb, "ccomp")
    with_view = act.particle == "with" and any(
        t.lemma == "that" for c in clauses for t in children(sentence, c, "mark")
    )
    if act.lemma != "agree" or (act.particle and not with_view) or act.objects:
        return False
    modal = any(t.lemma in {"will", "would", "should"} for c in clauses for t in children(sentence, c, "aux"))
    return not (modal or children(sentence, verb, "xcomp", "dobj"))


def question(told: Told, here: Cast) -> bool:
    """ "Asked whether X would leave", "asked X about it": no request."""
    sentence, verb = told.sentence, told.trigger.head
    if told.trigger.act.id not in {"ask", "press"}:
        return False
    wanted = any(is_small(sentence, t) for t in children(sentence, verb, "ccomp")) or children(sentence, verb, "xcomp")
    return not wanted and not any(t.lemma == "for" for t in children(sentence, verb, "prep"))


def told_to_others(told: Told, here: Cast) -> bool:
    """ "Told his staff to rest": an order only to those who take orders, as all do from the police."""
    police = any(a.value.sector == "COP" for a in told.actors)
    return told.trigger.act.lemma == "tell" and not (police or all(r.value.sector in ARMED for r in told.recipients))


def figure_of_speech(told: Told, here: Cast) -> bool:
    """Force or threat to what cannot be hurt: "attacked his record", "threatens the peace"."""
    act, sentence, trigger = told.trigger.act, told.sentence, told.trigger
    if act.type != "ASSAULT" and act.id != "threaten":
        return False
    links = (t for t in children(sentence, trigger.noun or trigger.head, "prep") if t.lemma in {"on", "against", "of"})
    struck = [*(n for link in links for n in children(sentence, link, "pobj"))]
    if trigger.noun is None:
        struck.extend(t for t in done_to(sentence, trigger.head) if t not in trigger.words)
    return any(t.lemma in act_words("intangible") for t in struck)


def shown(told: Told, here: Cast) -> bool:
    """What is demonstrated is a thing, not a protest: "demonstrated its will", "the will both demonstrated"."""
    verb, sentence = told.trigger.head, told.sentence
    if told.trigger.act.id != "demonstrate":
        return False
    own = children(sentence, verb, "nsubj")
    gap = verb.role == "relcl" and not any(t.tag in {"WP", "WDT"} for t in own)
    return gap or bool(children(sentence, verb, "dobj", "ccomp"))


def cause_sought(told: Told, here: Cast) -> bool:
    """ "Police are investigating the crash": nobody is suspected of anything."""
    if told.trigger.act.mode != "investigate" or told.recipients:
        return False
    lemmas = {t.lemma for t in told.sentence.tokens}
    return not act_words("blows") & lemmas and bool((act_words("accidents") | {"incident"}) & lemmas)


def seizes_on(told: Told, here: Cast) -> bool:
    """ "Seized on the news", "seized upon his words"."""
    verb, sentence = told.trigger.head, told.sentence
    on = any(t.lemma in {"on", "upon"} for t in children(sentence, verb, "prep", "prt"))
    return told.trigger.act.id == "seize" and on and not children(sentence, verb, "dobj", "nsubjpass")


def war_of_words(told: Told, here: Cast) -> bool:
    """ "The war on religion": nobody fights it whom peace could be made with."""
    noun = told.trigger.noun or next((t for t in told.trigger.words if t.lemma == "war"), None)
    links = [t for t in children(told.sentence, noun, "prep") if t.lemma == "on"] if noun is not None else []
    against = [n for link in links for n in children(told.sentence, link, "pobj")]
    ending = told.trigger.act.type in {"CONCEDE", "RETREAT"} and noun is not None and noun.lemma == "war"
    return ending and bool(against) and not any(here.at(t) or t.pos == "PROPN" for t in against)


def not_refused(told: Told, here: Cast) -> bool:
    """ "Did not rule out talks": a refusal that was not made is no act."""
    return told.trigger.act.type == "REJECT" and told.status.value == "denied"


def wished_readiness(told: Told, here: Cast) -> bool:
    """ "Must be willing to talk": a readiness that others ask for or imagine."""
    return told.trigger.rule == "adjective" and told.status.value in {"demanded", "hypothetical"}


def craft(told: Told, here: Cast) -> bool:
    """ "Launched a space probe": nobody is inquired into."""
    probes = (t for t in told.trigger.words if t.lemma == "probe")
    return any(t.lemma in SKIES for probe in probes for t in children(told.sentence, probe, "compound", "amod"))


def offence(told: Told, here: Cast) -> bool:
    """Words that somebody is punished for: "jailed for insulting the king" tells of the jailing."""
    sentence, verb = told.sentence, told.trigger.head
    link = head(sentence, verb) if verb.role == "pcomp" and told.trigger.noun is None else None
    governor = head(sentence, link) if link is not None and link.lemma == "for" else None
    words = (governor, head(sentence, governor)) if governor is not None else ()
    return told.trigger.act.type == "ACCUSE" and any(t.lemma in act_words("sentencing") for t in words if t)


SENSES = (
    of_one_mind,
    question,
    told_to_others,
    figure_of_speech,
    shown,
    cause_sought,
    seizes_on,
    war_of_words,
    not_refused,
    wished_readiness,
    craft,
    offence,
)
