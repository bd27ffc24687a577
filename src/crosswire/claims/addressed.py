"""Whom an act is done to where no mention names them: people or a body by a noun, as in "thanked her supporters"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from crosswire.claims.acts import act_words
from crosswire.claims.cast import BELONGING, Cast, distinct
from crosswire.claims.naming import hyphened
from crosswire.claims.roles import phrases, told_along
from crosswire.claims.told import Told
from crosswire.claims.victims import CROWDS
from crosswire.records import Actor, Cited, Place, Span
from crosswire.syntax import Sentence, Token, children, conjuncts, subtree

NAMED = {"PERSON", "ORG", "NORP"}
SLOTS = {"obj", "dative", "clause", "text", "content"} | set("to on upon at against for over with from into of".split())
JUDGED = {"ACCUSE", "SUPPORT", "REJECT"}  # whose thing is judged is judged
DEPTH = 2  # "the efforts of the head of the union"

Sites = Mapping[int, Sequence[Cited[Place]]]


def addressed(told: Sequence[Told], sites: Sites, here: Cast) -> tuple[Told, ...]:
    """The acts, with the people, bodies and places for recipients that the slots of known ones, or of nobody, name."""
    return tuple(with_unnamed(each, sites.get(each.sentence.index, ()), here) for each in told)


def with_unnamed(told: Told, places: Sequence[Cited[Place]], here: Cast) -> Told:
    found = distinct(unnamed(told, places, here))
    return msgspec.structs.replace(told, recipients=(*told.recipients, *found)) if found else told


def unnamed(told: Told, places: Sequence[Cited[Place]], here: Cast) -> Iterator[Cited[Actor]]:
    """Those of the first slot in which any are named: all that are coordinated in it, known ones apart."""
    sentence, trigger = told.sentence, told.trigger
    known = [span for each in told.recipients for span in each.spans]
    taken = [*known, *(span for each in told.actors for span in each.spans)]
    for slot in trigger.act.recipients:
        named = phrases(sentence, trigger, slot) if slot in SLOTS else ()
        along = (noun for each in named for noun in told_along(sentence, trigger, each))
        heads = [t for each in (*named, *along) for t in conjuncts(sentence, each)]
        if known:
            if not any(lies(known, t) for t in heads):
                continue
            heads = [t for t in heads if t not in trigger.words]  # "took the guards hostage"
        new = (t for t in heads if not here.at(t) and not lies(taken, t))
        found = [each for t in new for each in meant(told, t, places, here, DEPTH)]
        yield from found
        if found or known:
            return


def meant(told: Told, noun: Token, places: Sequence[Cited[Place]], here: Cast, depth: int) -> Iterator[Cited[Actor]]:
    """A noun that names people, a body or a place; else whose the judged thing is: "the efforts of the rescuers"."""
    sentence = told.sentence
    place = next((each for each in places if lies(each.spans, noun)), None)
    if place is not None:
        yield Cited(Actor(place.value.name, "place", place.value.country), place.spans)
    elif is_somebody(sentence, noun):
        yield somebody(sentence, noun, here)
    elif told.status.type in JUDGED and not told.recipients and depth:
        links = (t for t in children(sentence, noun, "prep") if t.lemma in BELONGING)
        of = (t for link in links for t in children(sentence, link, "pobj"))
        for owner in (*children(sentence, noun, "poss"), *of):
            if not here.at(owner):
                yield from meant(told, owner, places, here, depth - 1)


def is_somebody(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun names people or a body: "the network", "the Khans", "those who stayed"; not "no visitor"."""
    if any(t.lemma == "no" for t in children(sentence, noun, "det")):
        return False
    if noun.pos == "PROPN":
        return noun.entity in NAMED
    if noun.lemma == "those":
        return any(t.lemma == "who" for clause in children(sentence, noun, "relcl") for t in children(sentence, clause))
    capital = noun.tag == "NNS" and noun.text[0].isupper() and noun.index > 0
    return noun.pos == "NOUN" and (noun.entity == "NORP" or capital or noun.lemma in people())


def people() -> frozenset[str]:
    return act_words("people") | act_words("bodies") | act_words("civilians") | act_words("forces")


def somebody(sentence: Sentence, noun: Token, here: Cast) -> Cited[Actor]:
    """The actor that a noun with the words before it names."""
    span = Span(here.article, subtree(sentence, noun)[0].start, noun.stop)
    many = noun.tag in {"NNS", "NNPS"} or noun.lemma in CROWDS | act_words("bodies") or noun.entity in {"ORG", "NORP"}
    many = many or not is_somebody(sentence, noun)  # "the tribe", "a ship": no word for a person
    return Cited(Actor(name_of(sentence, noun), "group" if many else "person"), (span,))


def name_of(sentence: Sentence, noun: Token) -> str:
    """ "Girl Scouts", "front-runner", "supporters"."""
    if noun.pos != "PROPN":
        return "".join(t.text for t in hyphened(sentence, noun))
    return " ".join(t.text for t in (*children(sentence, noun, "compound"), noun) if t.index <= noun.index)


def lies(spans: Iterable[Span], word: Token) -> bool:
    return any(span.start <= word.start < span.stop for span in spans)
