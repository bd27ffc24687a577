"""What is to come, and whether it would hurt: a plan told apart from a threat."""

from __future__ import annotations

from crosswire.claims.acts import act_words, acts
from crosswire.claims.conditions import condition, of_any
from crosswire.claims.predicates import NOMINAL, Predicate, governors
from crosswire.claims.signs import Sign, Signed
from crosswire.claims.tense import auxiliary, depends
from crosswire.syntax import Sentence, Token, children, head

HOSTILE = {"ASSAULT", "COERCE", "SANCTION"}  # types of PLOVER
ONESELF = {"it", "they", "he", "she", "we", "i"}
TO_COME = {"will", "would", "'ll", "’ll"}


def by_auxiliary(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "will meet", "might meet", "must leave"; "warned that it would close the border" is a threat."""
    found = auxiliary(sentence, told)
    if found is None or told.verb is None or found[0] == "demanded":
        return found
    oneself = any(t.lemma in ONESELF for t in children(sentence, told.verb, "nsubj"))
    pressing = told.word.lemma in act_words("pressing") or (oneself and depends(sentence, told.verb, {"unless"}))
    harmful = pressing or hostile(sentence, told.word)
    to_come = any(t.text.lower() in TO_COME for t in found[1])
    if harmful and to_come and on_condition(sentence, told.verb):
        return "threatened", found[1]
    teller = next((g.word for g in governors(sentence, told) if g.frame == "that"), None)
    warns = teller is not None and teller.lemma in act_words("warning")
    if teller is not None and warns and (found[0] == "planned" or (harmful and oneself)):
        return "threatened", (teller, *found[1])
    return found


def threat_or(sentence: Sentence, told: Predicate, status: str, words: tuple[Token, ...]) -> str:
    """The status, a threat where a plan would hurt: "vowed to burn the camps", "will attack"."""
    if status != "planned":
        return status
    harms = act_words("harms") if told.word.pos in NOMINAL else act_words("pressing")
    vowed = any(t.lemma in act_words("vowing") for t in words)
    unless = told.verb is not None and depends(sentence, told.verb, {"unless"})
    hurts = hostile(sentence, told.word) or (vowed and (unless or told.word.lemma in harms))
    return "threatened" if hurts else status


def hostile(sentence: Sentence, word: Token) -> bool:
    """Whether a word tells what hurts: "attack", "expel", "impose" of sanctions."""
    link = head(sentence, word)
    if word.lemma == "strike" and link is not None and link.lemma == "on":
        return False  # "on strike" hurts nobody
    known = acts().nouns if word.pos == "NOUN" and word.role != "ccomp" else acts().verbs
    met = {t.lemma for t in children(sentence, word, "dobj", "nsubjpass")}
    hurts = act_words("hitting") | act_words("hurting") | act_words("retaliating") | act_words("punishing")
    acting = (act for act in known.get(word.lemma, ()) if act.type in HOSTILE and act.particle is None)
    return word.lemma in hurts or any(not act.objects or act.objects & met for act in acting)


def on_condition(sentence: Sentence, verb: Token) -> bool:
    """Whether what is to come hangs on what others do: "if they cross", "any ship that comes near"."""
    asides = children(sentence, verb, "parataxis", "ccomp")  # "if they come, he says, we will fire"
    clauses = (t for each in (verb, *asides) for t in children(sentence, each, "advcl"))
    sides = children(sentence, verb, "nsubj", "nsubjpass")
    return any(condition(sentence, Predicate(clause, clause)) for clause in clauses) or any(
        of_any(sentence, clause) for side in sides for clause in children(sentence, side)
    )


def warned_of(sentence: Sentence, told: Predicate, sign: Sign) -> bool:
    """Who warns a power of something, or anybody of reprisals, threatens it; who warns tourists of a storm does not."""
    governor = sign.governor
    if governor.word.lemma != "warn" or governor.link is None or governor.link.lemma != "of":
        return False
    power = any(t.entity in {"GPE", "NORP", "ORG"} for t in children(sentence, governor.word, "dobj"))
    return power or told.word.lemma in act_words("answers")
