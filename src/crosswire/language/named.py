"""What the tables know in a report, where the words around a name bear it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crosswire.knowledge.lexicon import Entry, find_names, sovereign
from crosswire.language.roles import role_at
from crosswire.records import Cited, Place
from crosswire.syntax import Sentence, Token

Named = tuple[tuple[int, int, Entry], ...]


def names_of(sentences: Sequence[Sentence], places: Iterable[Cited[Place]] = ()) -> tuple[Named, ...]:
    """The names of each sentence, those that persons or plain words bear too only where the tagger once agrees.

    What names a state or its capital names a town where its place is known to lie in another: London in Kentucky.
    """
    lying = {each.spans[0].start: sovereign(each.value.country) for each in places if each.value.country}
    named = tuple(
        tuple((start, stop, at_home(entry, lying.get(s.tokens[start].start))) for start, stop, entry in named_in(s))
        for s in sentences
    )
    agreed = {
        entry.name
        for sentence, names in zip(sentences, named, strict=True)
        for start, stop, entry in names
        if any(t.entity in {"GPE", "NORP", "ORG", "LOC"} for t in sentence.tokens[start:stop])
    }
    return tuple(tuple(n for n in names if not n[2].doubtful or n[2].name in agreed) for names in named)


def at_home(entry: Entry, country: str | None) -> Entry:
    """What a name stands for whose place lies in a country: of a state or capital elsewhere it has the name alone."""
    elsewhere = entry.kind in {"country", "capital"} and country not in {None, sovereign(entry.country or "")}
    return msgspec.structs.replace(entry, kind="city", country=country) if elsewhere else entry


def named_in(sentence: Sentence) -> Named:
    """What the tables know in a sentence; of "Israeli military court" the state, for the court is not the military."""
    found: list[tuple[int, int, Entry]] = []
    for start, stop, entry in find_names([t.text for t in sentence.tokens]):
        cut = role_across(sentence.tokens, start, stop)
        if cut is None:
            found.extend((*shared_second_word(sentence.tokens, start, stop, entry), (start, stop, entry)))
        else:
            inner = find_names([t.text for t in sentence.tokens[start:cut]])
            found.extend((start + first, start + last, each) for first, last, each in inner)
    return tuple(found)


def role_across(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Where within a name a role begins that reaches beyond it."""
    for at in range(start + 1, stop):
        match = role_at(tokens, at)
        if match and match[0] > stop:
            return at
    return None


def shared_second_word(
    tokens: Sequence[Token], start: int, stop: int, entry: Entry
) -> Iterator[tuple[int, int, Entry]]:
    """The first of two states that share a word told once: the North of "North and South Korea"."""
    if stop - start != 2 or entry.kind != "country" or start < 2 or tokens[start - 1].text.lower() not in {"and", "or"}:
        return
    for _, last, other in find_names([tokens[start - 2].text, tokens[stop - 1].text]):
        if last == 2 and other.kind == "country":
            yield start - 2, start - 1, other
