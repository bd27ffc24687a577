"""What the words beside it say of an act: "a planned visit", "allegedly", "according to unverified accounts"."""

from __future__ import annotations

from crosswire.claims.acts import act_words
from crosswire.claims.predicates import Predicate, chain, to
from crosswire.claims.signs import Signed, signs
from crosswire.claims.tense import AHEAD, auxiliary
from crosswire.syntax import Sentence, Token, children, head, subtree

SOME = {"a", "an", "another", "such"}


def described(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "a planned visit", "an alleged attack", "sanctions threatened by Paris", "next week's talks"."""
    if told.word.pos not in {"NOUN", "PROPN"}:
        return None
    for each in children(sentence, told.word, "amod", "det", "acl", "compound"):
        status = signs("as").get(each.text.lower()) or signs("as").get(each.lemma)
        if status:
            return status, (each,)
    for clause in children(sentence, told.word, "acl", "relcl"):
        if to(sentence, clause) and children(sentence, clause, "auxpass"):  # "a treaty to be signed in May"
            return "planned", to(sentence, clause)
    owners = children(sentence, told.word, "poss")
    days = tuple(t for owner in owners for t in subtree(sentence, owner) if t.lemma in AHEAD)
    return ("planned", days) if days else uncertain(sentence, told.word)


def uncertain(sentence: Sentence, noun: Token) -> Signed | None:
    """What only might be: "a war would ruin both"."""
    above = head(sentence, noun)
    some = any(t.lemma in SOME for t in children(sentence, noun, "det"))
    found = auxiliary(sentence, Predicate(above, above)) if above and some and noun.role == "nsubj" else None
    return found if found and found[0] == "hypothetical" else None


def doubted(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "reportedly sent", "perhaps sent", "according to unverified accounts", "it is claimed"."""
    for verb in chain(sentence, told):
        main = head(sentence, verb) if verb.role == "advcl" and verb.tag == "VBG" else None
        for adverb in (t for each in (verb, main) if each for t in children(sentence, each, "advmod")):
            status = signs("beside").get(adverb.lemma)
            if status in {"reported", "hypothetical"}:
                return status, (adverb,)
        words = unverified(sentence, verb)
        if words:
            return "reported", words
    return None


def unverified(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    links = (t for t in children(sentence, verb, "prep") if t.lemma == "accord")
    said = (t for t in children(sentence, verb, "parataxis") if children(sentence, t, "auxpass"))
    words = (*(t for link in links for t in subtree(sentence, link)), *said)
    above = head(sentence, verb)
    if above and verb.role == "ccomp" and above.lemma in {"say", "think"} and children(sentence, above, "auxpass"):
        return (above,)  # "it is said that"
    return tuple(t for t in words if t.lemma in act_words("hearsay") or signs("as").get(t.lemma) == "reported")
