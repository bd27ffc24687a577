"""Words that tell an act elsewhere and another thing here: named rules, each of which can object."""

from __future__ import annotations

from crosswire.claims.acts import act_words, acts
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
    binding = {"will", "would", "should"} if len(told.actors) > 1 else {"will", "would"}
    modal = any(t.lemma in binding for c in clauses for t in children(sentence, c, "aux"))
    return not (modal or children(sentence, verb, "xcomp", "dobj"))


def question(told: Told, here: Cast) -> bool:
    """ "Asked whether X would leave", "asked X about it": no request, nor "asked him to comment"."""
    sentence, verb = told.sentence, told.trigger.head
    if told.trigger.act.id == "question":
        return bool(children(sentence, verb, "ccomp"))
    if told.trigger.act.id not in {"ask", "press"}:
        return False
    if any(t.lemma in act_words("commenting") for t in children(sentence, verb, "xcomp")):
        return True
    wanted = any(is_small(sentence, t) for t in children(sentence, verb, "ccomp")) or children(sentence, verb, "xcomp")
    return not wanted and not any(t.lemma == "for" for t in children(sentence, verb, "prep"))


def told_to_others(told: Told, here: Cast) -> bool:
    """ "Told his staff to rest": an order only to those who take orders, as all do from the police."""
    police = any(a.value.sector == "COP" for a in told.actors)
    return told.trigger.act.lemma == "tell" and not (police or all(r.value.sector in ARMED for r in told.recipients))


def figure_of_speech(told: Told, here: Cast) -> bool:
    """Force or threat to what cannot be hurt: "attacked his record", "threatens the peace"."""
    act, sentence, trigger = told.trigger.act, told.sentence, told.trigger
    if told.status.type == "ACCUSE" or (act.type != "ASSAULT" and act.id not in {"threaten", "lock up"}):
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


def spacecraft(told: Told, here: Cast) -> bool:
    """ "Sent a probe to the moon": what is sent inquires into nobody."""
    return told.trigger.act.mode == "investigate" and told.trigger.head.lemma == "send"


def seizes_on(told: Told, here: Cast) -> bool:
    """ "Seized on the news", "seized upon his words", "seize the chance"."""
    verb, sentence = told.trigger.head, told.sentence
    if told.trigger.act.id == "seize" and any(t.lemma in act_words("openings") for t in done_to(sentence, verb)):
        return True
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


def to_oneself(told: Told, here: Cast) -> bool:
    """ "Shot himself": what one does to oneself is done to nobody."""
    objects = children(told.sentence, told.trigger.head, "dobj")
    harm = told.trigger.act.type in {"ASSAULT", "COERCE"}
    return harm and any(t.text.lower().endswith(("self", "selves")) for t in objects)


def hurt_themselves(told: Told, here: Cast) -> bool:
    """ "Five wounded": who is told to be hurt, and by nobody, hurts nobody."""
    act, trigger = told.trigger.act, told.trigger
    if act.lemma not in act_words("hurting") or trigger.noun is not None or told.recipients:
        return False
    return not done_to(told.sentence, trigger.head)


def in_practice(told: Told, here: Cast) -> bool:
    """ "Bombed a firing range": force at what is there to be shot at is a drill."""
    if told.trigger.act.type != "ASSAULT" or told.trigger.noun is not None:
        return False
    struck = done_to(told.sentence, told.trigger.head)
    mock = (t.lemma for noun in struck for t in children(told.sentence, noun, "amod", "compound"))
    return any(t.lemma == "range" for t in struck) or bool({"mock", "dummy"} & set(mock))


def barrage_of_words(told: Told, here: Cast) -> bool:
    """ "Bombarded him with questions": no bombs by what it is done with, nor by parties, lawmakers and candidates."""
    sentence, verb, act = told.sentence, told.trigger.head, told.trigger.act
    heavy = act.type == "ASSAULT" and act.mode in {"heavy-weapons", "aerial", "explosives"}
    if not heavy and act.id != "raid":
        return False
    civil = bool(told.actors) and all(a.value.sector in {"LEG", "PTY", "ELI"} for a in told.actors)
    links = (t for t in children(sentence, verb, "prep") if t.lemma == "with")
    means = [n.lemma for link in links for n in children(sentence, link, "pobj")]
    worded = act.lemma == "bombard" and means and not acts().tools.keys() & set(means)
    return civil or bool(worded)


def attractive(told: Told, here: Cast) -> bool:
    """ "Can appeal to young voters": who pleases people asks nothing of them."""
    sentence, verb = told.sentence, told.trigger.head
    if told.trigger.act.id != "appeal to" or any(t.lemma == "for" for t in children(sentence, verb, "prep")):
        return False
    asked = children(sentence, verb, "xcomp", "ccomp", "advcl")
    return not asked and all(r.value.sector in {"CVL", "LAB", "SOC"} for r in told.recipients)


def bears_out(told: Told, here: Cast) -> bool:
    """ "Supported her account", "uphold our values": what is borne out or lived by is not whom one stands by."""
    act, sentence, verb = told.trigger.act, told.sentence, told.trigger.head
    if act.lemma not in {"support", "back", "uphold", "endorse"} or told.trigger.noun is not None:
        return False
    return any(t.lemma in act_words("accounts") for t in done_to(sentence, verb))


def judged_by_rivals(told: Told, here: Cast) -> bool:
    """ "Tried to convict her in public": only courts, and chambers that sit as one, convict."""
    convicts = told.trigger.act.mode == "convict" and told.status.type == "SANCTION"
    return convicts and bool(told.actors) and all(a.value.sector in {"PTY", "BUS", "JRN", "CVL"} for a in told.actors)


def says_nothing(told: Told, here: Cast) -> bool:
    """ "Declined to comment": a refusal to speak that nobody is told to have met with."""
    act, sentence = told.trigger.act, told.sentence
    refused = children(sentence, told.trigger.head, "xcomp") if act.lemma in {"decline", "refuse"} else ()
    return not told.recipients and any(t.lemma in act_words("commenting") for t in refused)


def prevented(told: Told, here: Cast) -> bool:
    """ "Prevented it from attacking", "made it impossible to invade": force that nobody meant to use is no act."""
    force = told.trigger.act.type in {"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"}
    words = {t.lemma for t in told.status.words}
    return force and told.status.value == "denied" and bool({"impossible", "prevent"} & words)


SENSES = (
    of_one_mind,
    question,
    told_to_others,
    figure_of_speech,
    shown,
    cause_sought,
    spacecraft,
    seizes_on,
    war_of_words,
    not_refused,
    wished_readiness,
    craft,
    offence,
    to_oneself,
    hurt_themselves,
    in_practice,
    barrage_of_words,
    attractive,
    bears_out,
    judged_by_rivals,
    says_nothing,
    prevented,
)
