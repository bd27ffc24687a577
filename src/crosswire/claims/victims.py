"""Those an act is done to in numbers: "84 people", "the girls", told by a noun and by no name."""

from __future__ import annotations

from collections.abc import Iterator

from crosswire.claims.acts import Act, act_words
from crosswire.claims.cast import DEPTH, Cast, inside
from crosswire.claims.triggers import counted
from crosswire.records import Actor, Cited, Span
from crosswire.syntax import Sentence, Token, children, conjuncts

HARMING = {"ASSAULT", "COERCE"}
COUNTING = set(
    "kill injure wound hurt massacre arrest detain jail apprehend nab round abduct kidnap free shoot mow".split()
)
SHOT = {("shoot", "dead"), ("gun", "down")}  # done to nothing but people, whatever they are called
COUNTS = {"other", "dozen", "hundred", "thousand", "score"}
SOMEBODY = {"he": "man", "him": "man", "she": "woman", "her": "woman"}  # where nothing tells which
CROWDS = {"people", "crowd", "mob", "family", "couple"}  # many without a plural's ending


def suffered(act: Act) -> bool:
    """Whether an act is done to the bodies of people, so that anybody can be its victim: harm, arrest, release."""
    return act.type in HARMING or act.mode == "release"


def victims(sentence: Sentence, phrase: Token, act: Act, here: Cast, *, one: bool) -> Iterator[Cited[Actor]]:
    """The groups of people in a phrase that no mention names."""
    for each in conjuncts(sentence, phrase):
        for noun in counted(sentence, numbered(sentence, each)):
            if here.at(noun):
                continue
            if noun.text.lower() in SOMEBODY and (one or act.mode == "arrest"):
                yield Cited(Actor(SOMEBODY[noun.text.lower()], "person"), (Span(here.article, noun.start, noun.stop),))
            elif is_many(noun, act, one=one):
                yield group(sentence, noun, here)


def numbered(sentence: Sentence, number: Token) -> Token:
    """What a number is of: in "21 of the girls", girls."""
    of = (t for t in children(sentence, number, "prep") if t.lemma == "of" and number.pos == "NUM")
    return next((noun for link in of for noun in children(sentence, link, "pobj")), number)


def is_many(noun: Token, act: Act, *, one: bool) -> bool:
    """ "12 villagers", "the crowd"; a bare number only where people are what is counted: "killing 84".

    Whoever is arrested may be `one`: "the driver"; so may whom a force kills.
    """
    if one and noun.tag == "NN" and not noun.entity and (act.lemma, act.particle) in SHOT:
        return True
    if noun.lemma in act_words("civilians"):
        return noun.tag == "NNS" or noun.lemma in CROWDS or act.mode == "arrest" or one
    number = noun.pos == "NUM" and noun.entity in {"CARDINAL", ""} and noun.text not in {"one", "One", "1"}
    arrested = act.mode == "arrest" and (
        noun.tag in {"NN", "NNS"} or noun.text == "accused"
    )  # whatever they are called, they are people
    return act.lemma in COUNTING and (number or arrested or (noun.tag == "NNS" and noun.lemma in COUNTS))


def group(sentence: Sentence, noun: Token, here: Cast) -> Cited[Actor]:
    """The people as an actor, of the country that an adjective or owner tells."""
    countries = {a.value.country for a in inside(sentence, noun, here, DEPTH)} - {None}
    one = noun.tag == "NN" and noun.lemma not in CROWDS
    name = noun.text.lower() if one or noun.lemma in act_words("civilians") else "people"
    own = [t for t in children(sentence, noun, "nummod", "amod", "compound", "det") if t.index < noun.index]
    start = min([noun.start, *(t.start for t in own)])
    actor = Actor(name, "person" if one else "group", countries.pop() if len(countries) == 1 else None, "CVL")
    return Cited(actor, (Span(here.article, start, noun.stop),))
