"""Did it happen: what the words around a verb, noun or adjective say of what it tells."""

from __future__ import annotations

from typing import NamedTuple

from crosswire.claims.acts import act_words
from crosswire.claims.conditions import condition, question
from crosswire.claims.described import described, doubted
from crosswire.claims.negation import negation
from crosswire.claims.predicates import NOMINAL, Predicate, chain, finite, first, predicate, to
from crosswire.claims.signs import AS_IT, Sign, Signed, signed, signs
from crosswire.claims.tense import ahead, arranged, imperative, ongoing, whenever
from crosswire.claims.threats import by_auxiliary, threat_or, warned_of
from crosswire.syntax import Sentence, Token, ancestors, children, head

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
WEAK = {"told_as_done", "inherited", "infinitive", "whenever"}  # rules that see no word that decides
FAR = 3.5  # a model's value this far from a weak rule's overrules it
MODEL = 0.9  # the model's part in a value, the words' the rest (chosen on UDS-IH2, dev)
DEEP = 6  # words above words that are asked what became of them: "may be forced to try to stop"
SOFT = {"reported", "planned"}  # said of a clause with a tense, they leave its own auxiliaries the word
UNREAL = {"planned", "threatened", "demanded", "hypothetical", "reported"}
INSISTING = {"deny", "rule"}  # what one does not rule out may be; what one did not prevent has happened
LENT = {"advcl", "pcomp", "xcomp", "ccomp", "conj", "csubj"}
BEFOREHAND = {"after", "since", "for"}


class Verdict(NamedTuple):
    """A status, its value from -3 to 3, the words that decide it (none where it is told as done), and the rule."""

    status: str
    value: float
    words: tuple[Token, ...]
    rule: str


def verdict(sentence: Sentence, told: Predicate, value: float | None = None) -> Verdict:
    """What the first rule that fits says. `value` is what a model says, -3 to 3, where there is one."""
    for rule in RULES if told.depth <= DEEP else ():
        found = rule(sentence, told)
        if found:
            status = threat_or(sentence, told, *found)
            words = tuple(sorted(set(found[1]), key=lambda t: t.index))
            return weighed(Verdict(status, VALUES[status], words, rule.__name__), value)
    return weighed(Verdict("happened", VALUES["happened"], (), "told_as_done"), value)


def weighed(found: Verdict, value: float | None) -> Verdict:
    """The words name the status and a model the value; where no word decides and they are far apart, it names both."""
    if value is None:
        return found
    value = min(max(value, -3.0), 3.0)
    weighted = MODEL * value + (1 - MODEL) * found.value
    if found.rule not in WEAK or abs(value - found.value) < FAR:
        return found._replace(value=weighted)
    return Verdict("happened" if value > 0 else "hypothetical", weighted, (), "reader_model")


def above(sentence: Sentence, told: Predicate, word: Token) -> Verdict:
    """What became of a word above."""
    return verdict(sentence, predicate(sentence, word)._replace(depth=told.depth + 1))


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


def or_else(sentence: Sentence, told: Predicate) -> Signed | None:
    """What is to come unless a demand is met: "leave or face arrest", "give it back or we will take it"."""
    word = told.verb or told.word
    first = head(sentence, word)
    if first is not None and word.role == "dobj" and first.lemma in act_words("suffering"):
        word, first = first, head(sentence, first)
    if first is None or word.role != "conj":
        return None
    links = tuple(t for t in children(sentence, first, "cc") if t.lemma == "or" and t.index < word.index)
    other = word.pos in NOMINAL or children(sentence, word, "auxpass", "nsubj") or word.lemma in act_words("suffering")
    return ("threatened", links) if links and other and above(sentence, told, first).status == "demanded" else None


def governed(sentence: Sentence, told: Predicate) -> Signed | None:
    """What the word above says: "plans to meet", "a threat of war", "denied that", "calls for talks"."""
    signs = (sign for sign in signed(sentence, told) if sign.governor.frame != "that" or sign.status not in SOFT)
    heard = any(to(sentence, verb) for verb in chain(sentence, told))  # "said to be leaving", but "leaving, she said"
    fitting = (s for s in signs if s.status != "reported" or s.governor.link or s.governor.frame != "to" or heard)
    return next((found for sign in fitting if (found := combined(sentence, told, sign))), None)


def hearsay(sentence: Sentence, told: Predicate) -> Signed | None:
    """ "claims that it sent troops", "agreed that they leave"."""
    signs = (sign for sign in signed(sentence, told) if sign.governor.frame == "that" and sign.status in SOFT)
    return next((found for sign in signs if (found := combined(sentence, told, sign))), None)


def combined(sentence: Sentence, told: Predicate, sign: Sign) -> Signed | None:
    """What a word says of an act, with what became of the word's own: "did not plan to", "may refuse to"."""
    governor = sign.governor.word
    own = above(sentence, told, governor)
    words = (*own.words, *sign.words)
    if sign.status == AS_IT:
        if own.status == "denied" and governor.lemma in act_words("ending"):
            return "ongoing", words
        return None if own.status == "happened" else (own.status, own.words)
    if own.status == "denied" and sign.status == "denied":
        return ("hypothetical", words) if governor.lemma in INSISTING else None
    if own.status == "denied":
        return "denied", words
    if own.status == "hypothetical" and own.rule not in WEAK and sign.status != "reported":
        return "hypothetical", words
    if sign.status in {"planned", "hypothetical", "ongoing"}:
        failed = came_to_nothing(sentence, governor)
        if failed:
            return "denied", (*sign.words, *failed)
        if own.status == "demanded":
            return "demanded", own.words
    if warned_of(sentence, told, sign):
        return "threatened", sign.words
    leading = first(sentence, told.verb) if told.verb else None  # "wants Oslo to pay and leave"
    if governor.lemma in act_words("wanting") and leading and children(sentence, leading, "nsubj", "nsubjpass"):
        return "demanded", sign.words
    return sign.status, sign.words


def came_to_nothing(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The words that say what was meant did not come: "hoped to leave but could not", "efforts to leave failed"."""
    said = head(sentence, verb)
    if said is not None and verb.role == "nsubj" and said.lemma in act_words("failing"):
        return (said,)
    but = tuple(t for t in children(sentence, verb, "cc") if t.lemma == "but")
    for other in children(sentence, verb, "conj") if but else ():
        nots = negation(sentence, Predicate(other, other))
        if nots or other.lemma in {"fail", "prevent", "stop"}:
            return (*but, *(nots or (other,)))
    return ()


def inherited(sentence: Sentence, told: Predicate) -> Signed | None:
    """What has no tense of its own is as real as what it hangs on: "would retaliate by bombing"."""
    word = told.verb or told.word
    link = head(sentence, word)
    if link is None:
        return None
    if link.pos == "NOUN" and word.role in {"acl", "relcl"} and to(sentence, word):
        found = above(sentence, told, link)
        return (found.status, found.words) if found.status in {*UNREAL, "denied"} else None
    verb = next((t for t in ancestors(sentence, word) if t.pos in {"VERB", "AUX"}), None)
    if verb is None or not lent(sentence, word, link):
        return None
    found = above(sentence, told, verb)
    beside = found.status == "ongoing" and word.role == "advcl" and word.tag == "VBG"  # "is gaining, seizing ports"
    return (found.status, found.words) if beside or found.status in UNREAL else None


def lent(sentence: Sentence, word: Token, link: Token) -> bool:
    """Whether a word takes its tense from above: a gerund, an infinitive, the purpose of a journey."""
    if word.pos in NOMINAL:
        return word.role == "pobj" and link.lemma == "for"
    afterwards = word.role == "pcomp" and link.lemma in BEFOREHAND
    aside = word.role == "advcl" and word.tag == "VBN"  # "when asked"
    return word.role in LENT and not (afterwards or aside or finite(sentence, word))


def infinitive(sentence: Sentence, told: Predicate) -> Signed | None:
    """What is told with "to" is not told as done, except where the word before says so: "managed to"."""
    words = next((words for verb in chain(sentence, told) if (words := to(sentence, verb))), ())
    as_it = words and (ranked(sentence, told) or any(sign.status == AS_IT for sign in signed(sentence, told)))
    return ("hypothetical", words) if words and not as_it else None


def ranked(sentence: Sentence, told: Predicate) -> bool:
    """Whether somebody is the first or last to have done it: "the first mayor to call for it"."""
    above = head(sentence, told.verb) if told.verb is not None else None
    nouns = () if above is None else (above,) if above.pos == "NOUN" else children(sentence, above, "attr")
    ranks = (t for noun in nouns for t in children(sentence, noun, "amod"))
    return any(signs("to").get(t.lemma) == AS_IT for t in ranks)


RULES = (
    conditional,
    denied,
    or_else,
    governed,
    by_auxiliary,
    described,
    doubted,
    hearsay,
    arranged,
    inherited,
    infinitive,
    imperative,
    ahead,
    whenever,
    ongoing,
)
