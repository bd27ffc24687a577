"""Did it happen: what the words around a verb, noun or adjective say of what it tells."""

from __future__ import annotations

from typing import NamedTuple

from crosswire.claims.acts import act_words, acts
from crosswire.claims.conditions import condition, question
from crosswire.claims.negation import negation
from crosswire.claims.predicates import Predicate, chain, governors, predicate, to
from crosswire.claims.signs import AS_IT, sign, signs
from crosswire.claims.tense import ahead, arranged, auxiliary, imperative, ongoing
from crosswire.syntax import Sentence, Token, children, head

Signed = tuple[str, tuple[Token, ...]]

# What people say of such acts, from -3 (did not happen) to 3 (did): the means on UDS-IH2's train file.
VALUES = {
    "happened": 2.2,
    "ongoing": 1.5,
    "reported": 1.0,
    "denied": -0.5,
    "hypothetical": -1.0,
    "demanded": -1.2,
    "planned": -1.9,
    "threatened": -1.9,
}
HOSTILE = {"ASSAULT", "COERCE", "SANCTION"}
SOFT = {"reported", "hypothetical", "planned"}  # said of a clause with a tense, they leave its own auxiliaries the word
INSISTING = {"deny", "rule"}  # what one does not rule out may be; what one did not prevent has happened


class Verdict(NamedTuple):
    """A status, its value from -3 to 3, the words that decide it (none where it is told as done), and the rule."""

    status: str
    value: float
    words: tuple[Token, ...]
    rule: str


def verdict(sentence: Sentence, told: Predicate, value: float | None = None) -> Verdict:
    """What the first rule that fits says. `value` is what a model says, -3 to 3, where there is one."""
    for rule in RULES:
        found = rule(sentence, told)
        if found:
            return weighed(Verdict(found[0], VALUES[found[0]], found[1], rule.__name__), value)
    return weighed(Verdict("happened", VALUES["happened"], (), "told_as_done"), value)


FAR = 3.0  # a model's value this far from the cues' overrules them


def weighed(found: Verdict, value: float | None) -> Verdict:
    """The cues name the status, a model the value; where the two are far apart the model names both."""
    if value is None:
        return found
    if abs(value - found.value) < FAR:
        return found._replace(value=value)
    status = "happened" if value > 0.5 else "denied" if value < -1.5 else "hypothetical"
    return Verdict(status, value, (), "model")


def conditional(sentence: Sentence, told: Predicate) -> Signed | None:
    """In the clause of a condition, or in a question."""
    words = condition(sentence, told) or question(sentence)
    return ("hypothetical", words) if words else None


def denied(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "did not attack", "no agreement was signed", "without firing"."""
    words = negation(sentence, told)
    if not words:
        return None
    # "will not meet" is a refusal, "did not meet" is none: the auxiliary tells
    modals = () if told.verb is None else (t for t in children(sentence, told.verb, "aux") if t.tag == "MD")
    return "denied", (*words, *modals)


def governed(sentence: Sentence, told: Predicate) -> Signed | None:
    """What the word above says: "plans to meet", "a threat of war", "denied that", "calls for talks"."""
    for found in governors(sentence, told):
        signed = sign(sentence, found)
        if signed and not (found.frame == "that" and signed[0] in SOFT):
            status = combined(sentence, told, *signed)
            if status:
                return status
    return None


def combined(sentence: Sentence, told: Predicate, status: str, words: tuple[Token, ...]) -> Signed | None:
    """What a word says of an act, with what became of the word's own: "did not plan to", "may refuse to"."""
    above = verdict(sentence, predicate(sentence, words[0]))
    if status == AS_IT:
        return None if above.status == "happened" else (above.status, above.words)
    if above.status == "denied" and status == "denied":
        return ("hypothetical", (*above.words, *words)) if words[0].lemma in INSISTING else None
    if above.status == "denied" or (above.status == "hypothetical" and status != "reported"):
        return above.status, (*above.words, *words)
    return threat_or(sentence, told, status, words)


def threat_or(sentence: Sentence, told: Predicate, status: str, words: tuple[Token, ...]) -> Signed:
    """What is planned is threatened where it would hurt: "vowed to burn the camps", "will attack"."""
    lemma = told.word.lemma
    pressing = any(t.lemma in act_words("vowing") for t in words) and lemma in act_words("pressing")
    return ("threatened" if status == "planned" and (pressing or hostile(lemma)) else status), words


def hostile(lemma: str) -> bool:
    """Whether a word by itself tells what hurts: "attack", "expel"."""
    known = (*acts().verbs.get(lemma, ()), *acts().nouns.get(lemma, ()))
    return any(act.type in HOSTILE and not act.objects for act in known) or lemma in act_words("hitting")


def by_auxiliary(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "will meet", "might meet", "must leave"; "warned that it would close the border" is a threat."""
    found = auxiliary(sentence, told)
    if found is None or found[0] != "planned":
        return found
    above = next((g.word for g in governors(sentence, told) if g.frame == "that"), None)
    if above is not None and above.lemma in act_words("warning"):
        return "threatened", (above, *found[1])
    return threat_or(sentence, told, *found)


def described(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "a planned visit", "an alleged attack", "sanctions threatened by Paris"."""
    if told.word.pos not in {"NOUN", "PROPN"}:
        return None
    known = signs("as")
    for each in children(sentence, told.word, "amod", "det", "acl", "compound"):
        status = known.get(each.text.lower()) or known.get(each.lemma)
        if status:
            return threat_or(sentence, told, status, (each,))
    return None


def hearsay(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "reportedly sent", "claims that it sent", "according to unverified accounts"."""
    for verb in chain(sentence, told):
        main = head(sentence, verb) if verb.role == "advcl" and verb.tag == "VBG" else None
        for each in filter(None, (verb, main)):
            words = tuple(t for t in children(sentence, each, "advmod") if signs("beside").get(t.lemma) == "reported")
            if words:
                return "reported", words
    for found in governors(sentence, told):
        signed = sign(sentence, found) if found.frame == "that" else None
        if signed and signed[0] in SOFT:
            return signed
    return None


def infinitive(sentence: Sentence, told: Predicate) -> Signed | None:
    """What is told with "to" is not told as done, except where the word before says so: "managed to"."""
    words = to(sentence, told.verb) if told.verb else ()
    above = head(sentence, told.verb) if told.verb else None
    if not words or above is None or signs("to").get(above.lemma) == AS_IT:
        return None
    return "hypothetical", words


RULES = (
    conditional,
    denied,
    governed,
    by_auxiliary,
    described,
    hearsay,
    arranged,
    infinitive,
    imperative,
    ahead,
    ongoing,
)
