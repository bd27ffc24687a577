"""Whose the blow is of which one is told to be hurt: "killed in police firing", "died when soldiers opened fire"."""

from __future__ import annotations

from crosswire.claims.acts import act_words, acts
from crosswire.claims.clauses import PLACES, doers
from crosswire.claims.triggers import Trigger, counted, is_firing
from crosswire.syntax import Sentence, Token, children, subtree

BEFORE = ("amod", "compound", "nmod", "nsubj")
AS_IT_FELL = {"when", "as"}


def blow(sentence: Sentence, trigger: Trigger) -> tuple[Token, ...]:
    """Whose the blow is of which one dies: in "killed in police firing" the police; "the Lima blast" is no city's.

    In "killed when police opened fire" it is theirs too.
    """
    links = (t for t in children(sentence, trigger.head, "prep") if t.lemma in {"in", "during", "to"})
    nouns = (noun for link in links for noun in children(sentence, link, "pobj", "pcomp"))
    blows = [each for noun in nouns for each in counted(sentence, noun)]
    by = (t for noun in blows for t in children(sentence, noun, "prep", "agent") if t.lemma in given(noun))
    return (
        *(t for noun in blows if strikes(noun) for t in children(sentence, noun, *BEFORE) if t.entity not in PLACES),
        *(doer for link in by for doer in children(sentence, link, "pobj")),
        *(noun for noun in blows if any(t.text == "firing" for t in sentence.tokens[noun.index + 1 : noun.index + 2])),
        *(doer for verb in children(sentence, trigger.head, "advcl") for doer in striking(sentence, verb)),
    )


def around_blow(sentence: Sentence, trigger: Trigger) -> frozenset[int]:
    """The words, by index, that tell of a blow which itself does something: "an ambush killed five soldiers".

    Who struck it and whom it hit is named among them or not at all: a government that "closed the border after an
    ambush killed five soldiers" did not.
    """
    verb = trigger.head if trigger.head.pos == "VERB" else sentence.tokens[trigger.head.head]
    struck = any(strikes(t) for t in children(sentence, verb, "nsubj"))
    return frozenset(t.index for t in subtree(sentence, verb)) if struck else frozenset()


def striking(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Who strikes the blow a clause tells of: "when police opened fire", "as rebels shelled the town"."""
    when = any(t.text.lower() in AS_IT_FELL for t in children(sentence, verb, "advmod", "mark"))
    fire = any(t.lemma in act_words("blows") for t in children(sentence, verb, "dobj"))
    blow = fire or any(act.type == "ASSAULT" and not act.objects for act in acts().verbs.get(verb.lemma, ()))
    return tuple(t for t in doers(sentence, verb) if when and blow and t.pos != "PRON")


def given(noun: Token) -> frozenset[str]:
    """The prepositions behind a blow that lead to whose it is: "an attack by rebels", "a clash with police"."""
    if noun.lemma in act_words("exchanges"):
        return frozenset({"with"})
    return frozenset({"by"}) if strikes(noun) else frozenset()


def strikes(noun: Token) -> bool:
    return noun.lemma in act_words("blows") or is_firing(noun) or noun.lemma in acts().tools
