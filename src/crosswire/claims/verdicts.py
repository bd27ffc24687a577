"""Did it happen: what the words around a verb, noun or adjective say of what it tells."""

from __future__ import annotations

from typing import NamedTuple

from crosswire.claims.acts import act_words, acts
from crosswire.claims.conditions import condition, of_any, question
from crosswire.claims.negation import negation
from crosswire.claims.predicates import NOMINAL, Governor, Predicate, chain, finite, governors, predicate, to
from crosswire.claims.signs import AS_IT, Sign, signed, signs
from crosswire.claims.tense import AHEAD, ahead, arranged, auxiliary, imperative, ongoing, whenever
from crosswire.syntax import Sentence, Token, ancestors, children, head, subtree

Signed = tuple[str, tuple[Token, ...]]

# From -3, did not happen, to 3, did: near the medians of what people say of such words (UDS-IH2, train). Of what is
# denied they say anything; the others' own middle lies there too.
VALUES = {
    "happened": 2.6,
    "ongoing": 2.2,
    "reported": 1.8,
    "denied": -0.5,
    "hypothetical": -1.0,
    "demanded": -2.0,
    "planned": -2.0,
    "threatened": -2.0,
}
WEAK = {"told_as_done", "inherited", "infinitive", "imperative", "whenever"}  # rules that see no word that decides
FAR = 3.0  # a model's value this far from a weak rule's overrules it
HOSTILE = {"ASSAULT", "COERCE", "SANCTION"}
SOFT = {"reported", "planned"}  # said of a clause with a tense, they leave its own auxiliaries the word
LENT = {"advcl", "pcomp", "xcomp", "ccomp", "conj", "csubj"}
BEFOREHAND = {"after", "since", "for"}
UNREAL = {"planned", "threatened", "demanded", "hypothetical", "reported"}
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


def weighed(found: Verdict, value: float | None) -> Verdict:
    """The words name the status and a model the value; where no word decides and they are far apart, it names both."""
    if value is None:
        return found
    if found.rule not in WEAK or abs(value - found.value) < FAR:
        return found._replace(value=value)
    return Verdict("happened" if value > 0 else "hypothetical", value, (), "model")


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
    for sign in signed(sentence, told):
        if not (sign.governor.frame == "that" and sign.status in SOFT):
            found = combined(sentence, told, sign)
            if found:
                return found
    return None


def combined(sentence: Sentence, told: Predicate, sign: Sign) -> Signed | None:
    """What a word says of an act, with what became of the word's own: "did not plan to", "may refuse to"."""
    governor = sign.governor.word
    above = verdict(sentence, predicate(sentence, governor))
    if sign.status == AS_IT:
        if above.status == "denied" and governor.lemma in act_words("ending"):
            return "ongoing", (*above.words, *sign.words)
        return None if above.status == "happened" else (above.status, above.words)
    if above.status == "denied" and sign.status == "denied":
        return ("hypothetical", (*above.words, *sign.words)) if governor.lemma in INSISTING else None
    if above.status == "denied" or (above.status == "hypothetical" and sign.status != "reported"):
        return above.status, (*above.words, *sign.words)
    but = came_to_nothing(sentence, governor) if sign.status in {"planned", "hypothetical"} else ()
    if but:
        return "denied", (*sign.words, *but)
    if warns_power(sentence, sign.governor):
        return "threatened", sign.words
    if above.status == "demanded" and sign.status in {"planned", "hypothetical"}:
        return "demanded", above.words
    if governor.lemma in act_words("wanting") and told.verb and children(sentence, told.verb, "nsubj", "nsubjpass"):
        return "demanded", sign.words
    return threat_or(sentence, told, sign.status, sign.words)


def came_to_nothing(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The words that say what was tried or meant did not come: "had hoped to leave but could not"."""
    but = tuple(t for t in children(sentence, verb, "cc") if t.lemma == "but")
    for other in children(sentence, verb, "conj") if but else ():
        found = denied(sentence, Predicate(other, other))
        if found or other.lemma in {"fail", "prevent", "stop"}:
            return (*but, *(found[1] if found else (other,)))
    return ()


def warns_power(sentence: Sentence, found: Governor) -> bool:
    """Who warns a power of something threatens it; who warns tourists does not."""
    told = found.word.lemma == "warn" and found.link is not None and found.link.lemma == "of"
    return told and any(t.entity in {"GPE", "NORP", "ORG"} for t in children(sentence, found.word, "dobj"))


def threat_or(sentence: Sentence, told: Predicate, status: str, words: tuple[Token, ...]) -> Signed:
    """What is planned is threatened where it would hurt: "vowed to burn the camps", "will attack"."""
    harms = act_words("harms") if told.word.pos in NOMINAL else act_words("pressing")
    pressing = any(t.lemma in act_words("vowing") for t in words) and told.word.lemma in harms
    return ("threatened" if status == "planned" and (pressing or hostile(sentence, told.word)) else status), words


def on_condition(sentence: Sentence, verb: Token) -> bool:
    """Whether what is to come hangs on what others do: "if they cross", "any ship that comes near"."""
    asides = children(sentence, verb, "parataxis", "ccomp")  # "if they come, he says, we will fire"
    clauses = (t for each in (verb, *asides) for t in children(sentence, each, "advcl"))
    return any(condition(sentence, Predicate(clause, clause)) for clause in clauses) or any(
        of_any(sentence, t) for side in children(sentence, verb, "nsubj", "nsubjpass") for t in children(sentence, side)
    )


def hostile(sentence: Sentence, word: Token) -> bool:
    """Whether a word tells what hurts: "attack", "expel", "impose" of sanctions."""
    known = acts().nouns if word.pos == "NOUN" else acts().verbs
    met = {t.lemma for t in children(sentence, word, "dobj", "nsubjpass")}
    hurts = act_words("hitting") | act_words("hurting") | act_words("retaliating") | act_words("punishing")
    acting = (act for act in known.get(word.lemma, ()) if act.type in HOSTILE)
    return word.lemma in hurts or any(not act.objects or act.objects & met for act in acting)


def by_auxiliary(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "will meet", "might meet", "must leave"; "warned that it would close the border" is a threat."""
    found = auxiliary(sentence, told)
    if found is None or told.verb is None or found[0] == "demanded":
        return found
    harmful = told.word.lemma in act_words("pressing") or hostile(sentence, told.word)
    to_come = any(t.text.lower() in {"will", "would", "'ll", "’ll"} for t in found[1])
    if harmful and to_come and on_condition(sentence, told.verb):
        return "threatened", found[1]
    above = next((g.word for g in governors(sentence, told) if g.frame == "that"), None)
    warns = above is not None and above.lemma in act_words("warning")
    own = any(t.lemma in {"it", "they", "he", "she", "we", "i"} for t in children(sentence, told.verb, "nsubj"))
    if above is not None and warns and (found[0] == "planned" or (harmful and own)):
        return "threatened", (above, *found[1])
    return threat_or(sentence, told, *found)


def or_else(sentence: Sentence, told: Predicate) -> Signed | None:
    """What is to come unless a demand is met: "leave or face arrest", "give it back or we will take it"."""
    word = told.verb or told.word
    above = head(sentence, word)
    if above is not None and word.role == "dobj" and above.lemma in act_words("suffering"):
        word, above = above, head(sentence, above)
    if above is None or word.role != "conj":
        return None
    alternative = tuple(t for t in children(sentence, above, "cc") if t.lemma == "or" and t.index < word.index)
    other = word.pos in NOMINAL or children(sentence, word, "auxpass", "nsubj") or word.lemma in act_words("suffering")
    if alternative and other and verdict(sentence, predicate(sentence, above)).status == "demanded":
        return "threatened", alternative
    return None


def described(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "a planned visit", "an alleged attack", "sanctions threatened by Paris"."""
    if told.word.pos not in {"NOUN", "PROPN"}:
        return None
    known = signs("as")
    for each in children(sentence, told.word, "amod", "det", "acl", "compound"):
        status = known.get(each.text.lower()) or known.get(each.lemma)
        if status:
            return threat_or(sentence, told, status, (each,))
    for each in children(sentence, told.word, "poss"):
        words = tuple(t for t in subtree(sentence, each) if t.lemma in AHEAD)
        if words:
            return "planned", words
    return uncertain_subject(sentence, told.word)


def uncertain_subject(sentence: Sentence, noun: Token) -> Signed | None:
    """ "a war would ruin both", of which none is said to be."""
    above = head(sentence, noun)
    one = noun.role == "nsubj" and any(
        t.lemma in {"a", "an", "another", "such"} for t in children(sentence, noun, "det")
    )
    found = auxiliary(sentence, Predicate(above, above)) if one and above is not None else None
    return found if found and found[0] == "hypothetical" else None


def hearsay(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "reportedly sent", "claims that it sent", "according to unverified accounts"."""
    for verb in chain(sentence, told):
        main = head(sentence, verb) if verb.role == "advcl" and verb.tag == "VBG" else None
        for each in filter(None, (verb, main)):
            for adverb in children(sentence, each, "advmod"):
                status = signs("beside").get(adverb.lemma)
                if status in {"reported", "hypothetical"}:
                    return status, (adverb,)
        words = unverified(sentence, verb)
        if words:
            return "reported", words
    for sign in signed(sentence, told):
        if sign.governor.frame == "that" and sign.status in SOFT:
            return combined(sentence, told, sign)
    return None


def unverified(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """ "according to unverified accounts", "it is claimed"."""
    links = (t for t in children(sentence, verb, "prep") if t.lemma == "accord")
    said = (t for t in children(sentence, verb, "parataxis") if children(sentence, t, "auxpass"))
    words = (*(t for link in links for t in subtree(sentence, link)), *said)
    return tuple(t for t in words if t.lemma in act_words("hearsay") or signs("as").get(t.lemma) == "reported")


def infinitive(sentence: Sentence, told: Predicate) -> Signed | None:
    """What is told with "to" is not told as done, except where the word before says so: "managed to"."""
    for verb in chain(sentence, told):
        words = to(sentence, verb)
        if words and head(sentence, verb) and not any(sign.status == AS_IT for sign in signed(sentence, told)):
            return "hypothetical", words
    return None


def inherited(sentence: Sentence, told: Predicate) -> Signed | None:
    """What has no tense of its own is as real as what it hangs on: "would retaliate by bombing"."""
    word = told.verb or told.word
    link = head(sentence, word)
    if link is not None and link.pos == "NOUN" and word.role in {"acl", "relcl"} and to(sentence, word):
        found = verdict(sentence, predicate(sentence, link))
        return None if found.status == "happened" else (found.status, found.words)
    above = next((t for t in ancestors(sentence, word) if t.pos in {"VERB", "AUX"}), None)
    if above is None or link is None or not lent(sentence, word, link):
        return None
    found = verdict(sentence, predicate(sentence, above))
    return (found.status, found.words) if found.status in UNREAL else None


def lent(sentence: Sentence, word: Token, link: Token) -> bool:
    """Whether a word takes its tense from above: a gerund, an infinitive, the purpose of a journey."""
    if word.pos in NOMINAL:
        return word.role == "pobj" and link.lemma == "for"
    afterwards = word.role == "pcomp" and link.lemma in BEFOREHAND
    return word.role in LENT and not afterwards and not finite(sentence, word)


RULES = (
    conditional,
    denied,
    or_else,
    governed,
    by_auxiliary,
    described,
    hearsay,
    arranged,
    inherited,
    infinitive,
    imperative,
    ahead,
    whenever,
    ongoing,
)
