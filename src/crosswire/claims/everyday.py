"""What public people do or say that is no political act: in private, in general, to the press, about a debate."""

from __future__ import annotations

from crosswire.claims.acts import act_words
from crosswire.claims.cast import Cast
from crosswire.claims.clauses import doers, done_to
from crosswire.claims.implied import ARMED
from crosswire.claims.told import Told
from crosswire.syntax import Sentence, Token, children

BODILY = {"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"}


def in_the_family(told: Told, here: Cast) -> bool:
    """ "Met his brother", "his mother refused": what relatives do to each other at home."""
    sentence, verb = told.sentence, told.trigger.head
    if told.trigger.act.type in BODILY or told.trigger.noun is not None:
        return False
    sides = (*doers(sentence, verb), *done_to(sentence, verb))
    return any(t.lemma in act_words("kin") and theirs(sentence, t) for t in sides)


def theirs(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is owned by a pronoun: "his brother", not "Kim's brother"."""
    return any(t.pos == "PRON" or t.tag == "PRP$" for t in children(sentence, noun, "poss"))


def never_met(told: Told, here: Cast) -> bool:
    """ "Said she had never met him": strangers."""
    return told.trigger.act.id == "meet" and any(t.lemma == "never" for t in told.status.words)


def contradicts_news(told: Told, here: Cast) -> bool:
    """ "Rejected reports that he was ill": no demand or offer of anybody's."""
    if told.trigger.act.type != "REJECT" or told.trigger.noun is not None:
        return False
    return any(t.lemma in act_words("news") for t in done_to(told.sentence, told.trigger.head))


def welcomes_debate(told: Told, here: Cast) -> bool:
    """ "Welcomed the attention": no deed of anybody's."""
    welcomed = done_to(told.sentence, told.trigger.head) if told.trigger.act.id == "welcome" else ()
    return any(t.lemma in act_words("debates") for t in welcomed)


def anybodys_duty(told: Told, here: Cast) -> bool:
    """ "Says a president must listen", "that we should build bridges": asked of nobody in particular."""
    if told.trigger.rule != "modal":
        return False
    verbs = (told.sentence.tokens[word.head] for word in told.trigger.words)
    bound = (t for verb in verbs for t in children(told.sentence, verb, "nsubj", "nsubjpass"))
    return any(t.lemma == "we" or any(d.lemma == "a" for d in children(told.sentence, t, "det")) for t in bound)


def people_who(told: Told, here: Cast) -> bool:
    """ "I have worked with people who lie": nobody in particular."""
    sentence, verb = told.sentence, told.trigger.head
    links = (t for t in children(sentence, verb, "prep") if t.lemma == "with")
    met = (*done_to(sentence, verb), *(n for link in links for n in children(sentence, link, "pobj")))
    general = (t for t in met if t.lemma == "people" and not children(sentence, t, "det", "nummod"))
    said = (clause for noun in general for clause in children(sentence, noun, "relcl"))
    defined = any(t.tag == "WP" for clause in said for t in children(sentence, clause, "nsubj", "nsubjpass"))
    return told.trigger.act.type not in BODILY and defined


def to_the_press(told: Told, here: Cast) -> bool:
    """ "Spoke with The Herald", "requested anonymity": what sources and reporters do."""
    act, sides = told.trigger.act, told.recipients
    unnamed = any(t.lemma == "anonymity" for t in done_to(told.sentence, told.trigger.head))
    talk = act.id in {"speak with", "talk with", "talk to"} and sides and all(r.value.sector == "JRN" for r in sides)
    return bool(talk) or (act.type == "REQUEST" and unnamed)


def favour(told: Told, here: Cast) -> bool:
    """ "Helped his brother win": the help of one politician is no aid."""
    single = all(a.value.kind == "person" and a.value.sector not in ARMED | {"GOV"} for a in told.actors)
    return told.trigger.act.id == "help" and told.status.type == "AID" and bool(told.actors) and single


def as_promised(told: Told, here: Cast) -> bool:
    """ "As he promised", "I promise": nothing is promised here."""
    sentence, verb, act = told.sentence, told.trigger.head, told.trigger.act
    if act.id not in {"promise", "pledge", "vow"} or told.trigger.noun is not None:
        return False
    what = children(sentence, verb, "dobj", "xcomp", "ccomp", "nsubjpass", "prep", "dative")
    aside = verb.role == "advcl" and any(t.lemma == "as" for t in children(sentence, verb, "mark"))
    first = any(t.lemma == "i" or t.text == "I" for t in children(sentence, verb, "nsubj"))
    return aside or (first and verb.role == "ROOT" and not what)


def in_general(told: Told, here: Cast) -> bool:
    """ "Voters consistently reject them": what holds at all times of a kind of people is no event."""
    sentence, verb = told.sentence, told.trigger.head
    if told.trigger.noun is not None or not any(
        t.tag in {"VBZ", "VBP"} for t in (verb, *children(sentence, verb, "aux", "auxpass"))
    ):
        return False
    habit = any(t.lemma in act_words("habits") for t in children(sentence, verb, "advmod"))
    kinds = (t for t in children(sentence, verb, "nsubj", "nsubjpass") if t.tag == "NNS")
    return habit and any(not children(sentence, t, "det", "nummod", "poss") for t in kinds)


EVERYDAY = (
    in_the_family,
    never_met,
    contradicts_news,
    welcomes_debate,
    anybodys_duty,
    people_who,
    to_the_press,
    favour,
    as_promised,
    in_general,
)
