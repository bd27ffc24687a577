"""What befell people in numbers, as a sentence tells it: killed, wounded, arrested."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crosswire.claims.acts import act_words
from crosswire.claims.clauses import doers, done_to
from crosswire.records import Amount, Record
from crosswire.syntax import Sentence, Token, ancestors, children, conjuncts

HARMS = {"killed": "killing", "wounded": "wounding", "arrested": "arresting"}  # what befalls: the list of its words
DYING = {"die", "perish"}  # whom it befalls is the subject
HARMED = {"VBN", "JJ"}
BETWEEN = {"other", "be", "have", "also", "more", "people"}


class Numbered(Record, frozen=True):
    """An amount with the word that all its others hang on: of "12 villagers" the villagers; and the last word."""

    amount: Amount
    top: Token
    last: Token


class Harm(Record, frozen=True):
    """What befell people, the verb that tells it, and how many they are."""

    what: str
    verb: Token
    hurt: tuple[Numbered, ...]


def numbered(sentence: Sentence, amounts: Sequence[Amount]) -> tuple[Numbered, ...]:
    """The amounts of a sentence in reading order."""
    found = []
    for amount in amounts:
        inside = [t for t in sentence.tokens if amount.span.start <= t.start < amount.span.stop]
        top = next(
            (t for t in inside if not amount.span.start <= sentence.tokens[t.head].start < amount.span.stop), None
        )
        top = top or next((t for t in inside if t.head == t.index), None)
        if top is not None:
            found.append(Numbered(amount, top, inside[-1]))
    return tuple(found)


def harms(sentence: Sentence, amounts: Sequence[Numbered]) -> Iterator[Harm]:
    """What a sentence says befell people in numbers."""
    by_top = {each.top.index: each for each in amounts}
    by_last = {each.last.index: each for each in amounts}
    for token in sentence.tokens if amounts else ():
        what = next((what for what, words in HARMS.items() if token.lemma in act_words(words)), None)
        verb = telling(sentence, token)
        if what is None or verb is None:
            continue
        hurt = tuple(
            by_top[each.index]
            for phrase in befallen(sentence, token)
            for each in conjuncts(sentence, phrase)
            if each.index in by_top
        )
        hurt = hurt or before(token, sentence, by_last)
        if hurt:
            yield Harm(what, verb, hurt)


def telling(sentence: Sentence, token: Token) -> Token | None:
    """The word whose subject did the harm: the verb itself, what "dead" is told with, the noun "killing"."""
    if token.pos in {"VERB", "NOUN"}:
        return token
    return next((t for t in ancestors(sentence, token) if t.pos in {"VERB", "NOUN"}), None)


def befallen(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Whom it befalls: the object, the subject of dying, what stands behind "the killing of"."""
    if token.pos == "NOUN":
        of = (t for t in children(sentence, token, "prep") if t.lemma == "of")
        return tuple(noun for link in of for noun in children(sentence, link, "pobj"))
    if token.lemma in DYING:
        return doers(sentence, token)
    return done_to(sentence, token) if token.pos == "VERB" else ()


def before(token: Token, sentence: Sentence, by_last: Mapping[int, Numbered]) -> tuple[Numbered, ...]:
    """The number a participle or "dead" follows: "7 dead", "30 others were wounded"."""
    if (token.tag not in HARMED and token.lemma != "dead") or children(sentence, token, "dobj"):
        return ()
    index = token.index - 1
    while index >= 0 and index not in by_last and sentence.tokens[index].lemma in BETWEEN:
        index -= 1
    return (by_last[index],) if index in by_last else ()
