"""What the tables know in a report, where the words around a name bear it out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosswire.knowledge.lexicon import Entry, find_names
from crosswire.language.roles import role_at
from crosswire.syntax import Sentence, Token

Named = tuple[tuple[int, int, Entry], ...]


def names_of(sentences: Sequence[Sentence]) -> tuple[Named, ...]:
    """The names of each sentence, those that persons or plain words bear too only where the tagger once agrees."""
    named = tuple(named_in(sentence) for sentence in sentences)
    agreed = {
        entry.name
        for sentence, names in zip(sentences, named, strict=True)
        for start, stop, entry in names
        if any(t.entity in {"GPE", "NORP", "ORG", "LOC"} for t in sentence.tokens[start:stop])
    }
    return tuple(tuple(n for n in names if not n[2].doubtful or n[2].name in agreed) for names in named)


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
