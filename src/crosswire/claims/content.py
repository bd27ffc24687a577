"""Acts that are only what another act is about or for: "agreed to meet" is one act, and "met to discuss trade" too."""

from __future__ import annotations

from collections.abc import Mapping

from crosswire.claims.acts import act_words
from crosswire.claims.triggers import Trigger
from crosswire.syntax import Sentence, Token, ancestors, children, head

PROMISING = {"AGREE", "REQUEST", "THREATEN", "REJECT", "CONCEDE"}  # their complement is no second act
ANYBODY = {"anybody", "anyone", "everybody", "everyone", "that", "those"}
BESIDE = {"while", "whereas", "although", "though", "because", "after"}
COMPLEMENTS = {"xcomp", "ccomp", "dobj", "pcomp", "pobj", "prep", "advcl", "oprd", "dative"}
WITHIN = {"in", "during", "to"}
ORDERS = {"command", "direct", "instruct", "order", "tell"}


def only_content(sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger]) -> bool:
    """Whether the act is what a request, promise, threat or refusal asks, promises, threatens or refuses."""
    core = trigger.noun or trigger.head
    if any(told[t.index].rule == "modal" for t in children(sentence, core, "aux") if t.index in told):
        return trigger.rule != "modal"  # "said Iran must stop" asks Iran to
    below = core
    for above in ancestors(sentence, core):
        other = told.get(above.index)
        if at_side(below) or set_beside(sentence, below) or is_past(sentence, below):
            return False
        if other is not None and other is not trigger and other.act.type in PROMISING:
            return below.role in COMPLEMENTS and not ordered(trigger, other)
        if above.pos in {"VERB", "AUX"} and below.role in {"nsubj", "relcl", "nsubjpass", "conj"}:
            return False
        if other is None and above.pos == "VERB" and below.role == "advcl":
            return False
        below = above
    return False


def in_order_to(sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger]) -> bool:
    """Whether the act is only what another is done for: "sent troops to support the war", "met to discuss trade"."""
    verb = trigger.head
    above = head(sentence, verb)
    if verb.tag != "VB" or trigger.rule == "bare_noun" or above is None:
        return False
    if verb.role not in {"advcl", "xcomp", "acl", "relcl"}:
        return False
    while above.pos == "NOUN" and above.role in {"conj", "dobj"} and above.index not in told:
        above = sentence.tokens[above.head]
    other = told.get(above.index)
    return other is not None and other is not trigger and not ordered(trigger, other)


def same_blow(sentence: Sentence, trigger: Trigger, told: Mapping[int, Trigger]) -> bool:
    """Whether the act is the blow that others are told to die in: "killed in an attack by rebels" is one act."""
    noun = trigger.head if trigger.head.role != "acl" else sentence.tokens[trigger.head.index - 1]  # "police firing"
    link = head(sentence, noun)
    if link is not None and link.lemma == "of" and sentence.tokens[link.head].lemma in act_words("containers"):
        noun = sentence.tokens[link.head]  # "40 rounds of firing"
        link = head(sentence, noun)
    if trigger.rule != "bare_noun" or link is None or noun.role not in {"pobj", "pcomp"} or link.lemma not in WITHIN:
        return False
    hurt = told.get(link.head)
    return hurt is not None and hurt.act.type == trigger.act.type == "ASSAULT" and hurt.noun is None


def set_beside(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause only tells what goes on as well: "while activists are being held, ministers refuse to talk"."""
    marks = (t.text.lower() for t in children(sentence, clause, "mark", "advmod"))
    return clause.role == "advcl" and any(mark in BESIDE for mark in marks)


def ordered(trigger: Trigger, other: Trigger) -> bool:
    """Whether a posture is taken up on an order, which is how forces do: "police were directed to keep a vigil"."""
    order = other.head.lemma in ORDERS or (other.head.lemma == "ask" and other.head.tag == "VBN")
    return trigger.act.type == "MOBILIZE" and trigger.act.armed and order


def is_past(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause at the side tells what was done: "asked for action against the men who beat him"."""
    above = sentence.tokens[clause.head]
    past = clause.tag == "VBD" or any(t.tag == "VBD" for t in children(sentence, clause, "aux", "auxpass"))
    supposed = above.lemma in ANYBODY or any(t.lemma in {"if", "unless"} for t in children(sentence, clause, "mark"))
    return past and clause.role in {"advcl", "relcl"} and not supposed


def at_side(token: Token) -> bool:
    """Whether a phrase tells of another act at the side: "during the visit", "after the attack"."""
    return token.role == "prep" and token.lemma in {
        "during",
        "despite",
        "after",
        "before",
        "in",
        "at",
        "following",
        "amid",
        "since",
        "because",
        "by",
    }
