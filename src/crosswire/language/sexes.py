"""Whether a report tells of a man or a woman, by title, given name, kinship or the pronouns it has used before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crosswire.knowledge.given import given_names
from crosswire.language.proposed import Key, Proposed
from crosswire.records import Actor
from crosswire.syntax import Sentence, Token

HE = {"he", "him", "his", "himself"}
SHE = {"she", "her", "hers", "herself"}
ADDRESSES = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}
MEN = set("boy brother emir father grandfather grandson husband king man nephew pope prince sheikh son uncle".split())
WOMEN = set("aunt daughter girl grandmother granddaughter mother niece princess queen sister wife woman".split())
NO_MEN = {"german", "human", "roman", "talisman"}


def sex_of_pronoun(token: Token) -> str | None:
    word = token.text.lower()
    return "m" if word in HE else "f" if word in SHE else None


def sex_of(actor: Actor) -> str | None:
    """What the title, the kinship or the given name tells: "m" for a spokesman, "f" for a mother."""
    words = actor.name.split()
    told = next((sex for title in (actor.office or "").split()[-1:] if (sex := sex_of_noun(title))), None)
    return told or (given_names().get(words[0]) if len(words) > 1 else None)


def sex_of_noun(noun: str) -> str | None:
    if noun in MEN or (noun.endswith("man") and not noun.endswith("woman") and noun not in NO_MEN):
        return "m"
    return "f" if noun in WOMEN or noun.endswith("woman") else None


def addressed(sentence: Sentence, here: Sequence[Proposed]) -> Iterator[tuple[Key, str]]:
    """Who is a man or a woman by "Mr" or "Ms" before the name."""
    for each in here:
        address = sentence.tokens[each.start - 1].text.lower().rstrip(".") if each.start else ""
        if each.key.kind == "person" and address in ADDRESSES:
            yield each.key, ADDRESSES[address]


def spoken_of(sentence: Sentence, referred: Sequence[Proposed], sexes: Mapping[Key, str]) -> Iterator[tuple[Key, str]]:
    """Who is a man or a woman by the pronoun of a sentence, where nothing told it before."""
    for each in referred:
        sex = sex_of_pronoun(sentence.tokens[each.start])
        if sex and each.key.kind == "person" and each.key not in sexes:
            yield each.key, sex
