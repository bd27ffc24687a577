"""Which names the tagger takes for persons are none: companies and towns; and leaders it does not take for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from crosswire.knowledge.officials import find_official
from crosswire.language.named import Named
from crosswire.language.names import HEADLINES, LONGEST_NAME, Naming, capital
from crosswire.syntax import Sentence, Token

COMPANY = set("ag bhd co corp gmbh inc llc ltd nv plc pte sa".split())
ADDRESSES = {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord"}
PLACING = {"in", "near", "at"}
NUMERAL = re.compile(r"[IVX]+")  # alone it names nobody: "the platform X"
THINGS = {"ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT"}


def no_persons(sentences: Sequence[Sentence], found: Iterable[Naming]) -> frozenset[str]:
    """Single words that the report itself uses for a company or a place, and for no person's surname."""
    surnames = {word for naming in found for word in borne(naming)}
    return frozenset(bodies_and_places(sentences)) - surnames - frozenset(addressed(sentences))


def is_person(naming: Naming, things: frozenset[str]) -> bool:
    """Not "Qualcomm Inc", nor "Qualcomm" where the report uses it for a company."""
    company = len(naming.name) > 1 and naming.name[-1].lower().rstrip(".") in COMPANY
    thing = len(naming.name) == 1 and naming.role is None and naming.name[0] in things
    return not (company or thing)


def borne(naming: Naming) -> Iterator[str]:
    """The words a naming shows to be a person's: a surname after a given name, a name after a title."""
    if naming.name and (len(naming.name) > 1 or naming.role):
        yield naming.name[-1]


def as_borne(naming: Naming, zone: str, surnames: frozenset[str]) -> Naming:
    """A naming in a headline, where all words may have capitals, cut to the surname the text bears out.

    "President Dahl Briefed" is of Dahl where the text tells of a Dahl and of no Briefed.
    """
    first, *rest = naming.name or ("",)
    if zone not in HEADLINES or not rest or first not in surnames or surnames & set(rest):
        return naming
    return msgspec.structs.replace(naming, name=(first,), stop=naming.stop - len(rest))


def bodies_and_places(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Single words that the tagger or the words beside them once show to be a body or a place."""
    for sentence in sentences:
        for token, before, after in beside(sentence):
            alone = not after.text[:1].isupper() and before.entity != token.entity
            if capital(token) and (
                after.text.lower().rstrip(".") in COMPANY
                or (alone and token.entity in THINGS and sentence.zone not in HEADLINES)
                or (alone and before.text.lower() in PLACING and token.role == "pobj")
            ):
                yield token.text


def addressed(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Words after "Mr", "Ms"."""
    for sentence in sentences:
        for token, before, _ in beside(sentence):
            if before.text.lower().rstrip(".") in ADDRESSES:
                yield token.text


def beside(sentence: Sentence) -> Iterable[tuple[Token, Token, Token]]:
    """Each token with the one before and the one after, at the edges itself."""
    tokens = sentence.tokens
    return zip(tokens, tokens[:1] + tokens[:-1], tokens[1:] + tokens[-1:], strict=True)


def leaders(sentence: Sentence, named: Named, found: Sequence[Naming], day: date | None) -> Iterator[Naming]:
    """Leaders by full name or, where the day has one of that name, by surname: "Theresa May", "Putin"."""
    taken = {i for n in found for i in range(n.start, n.stop)} | {
        i for start, stop, _ in named for i in range(start, stop)
    }
    for start, stop in names_among(sentence, taken):
        if stop - start > LONGEST_NAME:
            continue  # a list or a line in capitals
        words = tuple(t.text for t in sentence.tokens[start:stop] if t.text not in {"’s", "'s"})
        if sentence.zone in HEADLINES or all(map(NUMERAL.fullmatch, words)):
            continue
        official = find_official(" ".join(words).replace(" - ", "-"), day, famous=day is None)
        if official and official.well_known:
            yield Naming(start, start + len(words), words, None, None)


def names_among(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of free proper nouns, dates and what only describes a noun left out: not "Trump" of "Trump supporters"."""
    start = 0
    while start < len(sentence.tokens):
        stop = start
        while stop < len(sentence.tokens) and stop not in taken and proper(sentence.tokens[stop]):
            stop += 1
        if stop > start and sentence.tokens[stop - 1].role not in {"compound", "amod", "nmod"}:
            yield start, stop
        start = max(stop, start + 1)


def proper(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity not in {"DATE", "MONEY", "LAW", "WORK_OF_ART"} and capital(token)
