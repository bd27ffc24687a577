"""What tells that something is done, the verb that carries its tense, and the word it hangs on. Grammar only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crosswire.claims.acts import act_words, acts
from crosswire.syntax import Sentence, Token, children, head

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
SHARING = {"VB", "VBG", "VBN"}  # forms that share the auxiliaries of the verb they are joined to
ABOUT = {"of", "for", "from", "with", "against", "on", "to", "about", "into", "over", "in", "at"}
TENSED = {"VBD", "VBZ", "VBP", "MD"}


class Predicate(NamedTuple):
    """The word that tells something done, and the verb whose auxiliaries say whether it is; None where none does.

    `negated` where the word's sense has the negation in it already, as in an act "not recognise"; `depth` is how many
    words below ask what became of it.
    """

    word: Token
    verb: Token | None
    negated: bool = False
    depth: int = 0


class Governor(NamedTuple):
    """The word that a predicate completes, how, and the preposition between them: "threat", "thing", "of"."""

    word: Token
    frame: str  # to, that, thing, subject
    link: Token | None = None


def predicate(sentence: Sentence, token: Token) -> Predicate:
    """What a word tells, be it a verb, a noun ("talks were held": held carries it) or what stands behind "be"."""
    if token.pos in NOMINAL and token.role != "ccomp":  # "insist that he resign" is read as a noun
        return Predicate(token, carrier(sentence, token))
    above = head(sentence, token)
    if above is not None and above.pos in {"AUX", "VERB"} and token.role in {"acomp", "attr"} and token.tag[0] != "V":
        return Predicate(token, above)
    return Predicate(token, token)


def carrier(sentence: Sentence, noun: Token) -> Token | None:
    """The verb that says no more than that a noun takes place: "held talks", "drills began", "there was a riot"."""
    noun = first(sentence, noun)
    above = head(sentence, noun)
    if above is None:
        return None
    if noun.role == "pobj" and not noun.entity and above.lemma in {"in", "on", "under"}:  # "are on strike"
        over = head(sentence, above)
        return over if over is not None and over.lemma in act_words("staying") else None
    if above.role == "agent" and sentence.tokens[above.head].lemma == "follow":  # "will be followed by elections"
        return sentence.tokens[above.head]
    if noun.role in {"dobj", "nsubjpass"} and above.lemma in acts().light.keys() | act_words("carrying_out"):
        return above
    if noun.role in {"nsubj", "nsubjpass"}:
        held = (t for t in children(sentence, above, "xcomp") if t.lemma in act_words("taking_place"))
        takes = above.lemma in act_words("taking_place") | {"be"}
        return next(held, above if takes else None)
    return above if noun.role == "attr" and children(sentence, above, "expl") else None


def first(sentence: Sentence, token: Token) -> Token:
    """The first of several words joined by "and"."""
    while token.role == "conj" and token.head != token.index:
        token = sentence.tokens[token.head]
    return token


def chain(sentence: Sentence, told: Predicate) -> Iterator[Token]:
    """The verb of a predicate and, where it shares their auxiliaries, those it is joined to."""
    verb = told.verb
    while verb is not None:
        yield verb
        shares = verb.role == "conj" and verb.tag in SHARING and not children(sentence, verb, "nsubj", "aux")
        verb = head(sentence, verb) if shares else None


def governors(sentence: Sentence, told: Predicate) -> Iterator[Governor]:
    """What a predicate completes: "plans" in "plans to meet", "plans for a visit" and "plans that they meet"."""
    for verb in children(sentence, told.verb, "conj") if told.verb and told.verb is not told.word else ():
        if not children(sentence, verb, "nsubj", "nsubjpass"):  # "talks resumed and are under way"
            yield Governor(said_of(sentence, verb), "subject")
    for token in dict.fromkeys(filter(None, (told.verb, told.word))):
        found = governor(sentence, token)
        if found is not None:
            yield found


def governor(sentence: Sentence, token: Token) -> Governor | None:
    while token.role == "conj" and not children(sentence, token, "nsubj", "nsubjpass", "mark"):
        token = sentence.tokens[token.head]
    above = head(sentence, token)
    if above is None:
        return None
    if token.role == "ccomp" and any(t.text == ";" for t in sentence.tokens[token.index : above.index]):
        return None  # "the men were shot; the army says nothing"
    noun = token.pos in NOMINAL and token.role != "ccomp"
    if token.role in {"pcomp", "pobj"}:
        return behind(sentence, above, "thing" if noun else "to")
    if token.role in {"ccomp", "parataxis"} and states(sentence, token, above):
        return Governor(said_of(sentence, above), "that")
    if token.role in {"xcomp", "oprd", "ccomp", "dobj", "nsubjpass"}:
        return Governor(said_of(sentence, above), "thing" if noun else "to")
    gerund = token.role == "advcl" and token.tag == "VBG" and children(sentence, above, "prt")  # "ruled out going"
    if gerund or (token.role == "acomp" and above.lemma != "be"):
        return Governor(above, "to")
    if token.role == "nsubj" and noun:
        return Governor(said_of(sentence, above), "subject")
    if token.role in {"acl", "relcl", "advcl"} and to(sentence, token):
        called = (t for t in children(sentence, token, "mark") if t.lemma == "for")  # "called for him to go"
        return Governor(said_of(sentence, above), "to", next(called, None))
    if token.role == "attr":
        return Governor(above, "thing")
    if token.role == "acl" and token.tag == "VBG" and above.role == "pobj":  # "the risk of the dam bursting"
        return behind(sentence, sentence.tokens[above.head], "to")
    that = any(t.lemma == "that" for t in children(sentence, token, "mark", "dobj"))
    return Governor(above, "that") if token.role in {"acl", "relcl"} and that else None


def states(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether a clause says something by itself: "said it left", "“Stop the war,” she said"; not "want it scrapped"."""
    if finite(sentence, verb):
        return above.lemma not in act_words("wanting") or bool(children(sentence, verb, "mark", "aux"))
    bare = verb.tag in {"VB", "VBG"} and not to(sentence, verb) and not children(sentence, verb, "nsubj", "nsubjpass")
    return bare and above.lemma in act_words("uttering")


def said_of(sentence: Sentence, verb: Token) -> Token:
    """What "be" joins to a subject: "due" in "is due in Oslo to sign", "under" in "talks are under way"."""
    said = (t for role in ("acomp", "prep", "advmod") for t in children(sentence, verb, role) if verb.lemma == "be")
    return next(said, verb)


def behind(sentence: Sentence, preposition: Token, frame: str) -> Governor | None:
    """What a preposition hangs on, where it adds what that is about: "accused of", "a threat of", "called for"."""
    above = head(sentence, preposition)
    while above is not None and preposition.lemma in ABOUT:
        if above.pos == "ADV" and (verb := head(sentence, above)) is not None:  # "stopped short of", "look forward to"
            return Governor(verb, frame, preposition)
        if above.pos != "ADP":
            return Governor(above, frame, preposition)
        preposition, above = above, head(sentence, above)
    return None


def finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb has a tense of its own: "that it left", "would leave"; not "to leave", "leaving", "it leave"."""
    return verb.tag in TENSED or any(t.tag in TENSED for t in children(sentence, verb, "aux", "auxpass"))


def to(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """The "to" before a verb."""
    return tuple(t for t in children(sentence, verb, "aux", "auxpass") if t.tag == "TO")
