"""Whose something is: "Israeli carriers", "employees of the council"; and a summary that gives it to another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crosswire.fusion.condensed import Condensed
from crosswire.knowledge.opposites import alike
from crosswire.knowledge.rarity import TELLING, rarity
from crosswire.records import Reading, Span
from crosswire.words import Word, amid, carries, words

NAMED = {"name", "demonym"}
KINDS = {"country", "organisation"}
OF = ("of", "the")
NEAR = 8  # words between a name and what may be its own, however the sentence is built


class Held(NamedTuple):
    """A name, who it is, and the place of the word that is told to be his."""

    last: Word
    name: str
    kind: str
    thing: Word


def other_holder(pair: Condensed) -> Iterator[Word]:
    """A state or body that something is given to, where the long report gives it to another one and never to it.

    "Saudi carriers" of a report in which the carriers are Israeli, and which names the Saudis for something else.
    """
    theirs, every = list(held(pair.long)), words(pair.long.article.text)
    for mine in held(pair.short, pair.here):
        others = {o.name for o in theirs if o.kind == mine.kind and same_thing(o.thing, mine.thing)}
        named = {word.start for word in every if word.stem == mine.last.stem}
        named |= {m.span.start for m in pair.long.mentions if pair.long.actors[m.chain].name == mine.name}
        if named and others and mine.name not in others and not near(named, mine.thing, every):
            yield mine.last


def held(reading: Reading, part: Span | None = None) -> Iterator[Held]:
    """What a report gives to whom: the word right after a name, or before it with "of"."""
    text = reading.article.text
    every = words(text)
    at_start = {word.start: at for at, word in enumerate(every)}
    for mention in reading.mentions:
        actor, span = reading.actors[mention.chain], mention.span
        first = at_start.get(span.start)
        if mention.kind not in NAMED or actor.kind not in KINDS or first is None:
            continue
        if part and not part.start <= span.start < part.stop:
            continue
        last = first
        while last + 1 < len(every) and every[last + 1].start < span.stop:
            last += 1
        for thing in (after(every, last, text), before(every, first)):
            if thing and carries(thing.text) and not is_name(text, thing) and rarity(thing.stem) >= TELLING:
                yield Held(every[last], actor.name, actor.kind, thing)


def after(every: tuple[Word, ...], last: int, text: str) -> Word | None:
    """The word right after a name, with nothing but a blank between."""
    following = every[last + 1] if last + 1 < len(every) else None
    return following if following and text[every[last].stop : following.start] == " " else None


def before(every: tuple[Word, ...], first: int) -> Word | None:
    """What is of a name: "employees of the council"."""
    at = first - 1
    if at >= 0 and every[at].text == "the":
        at -= 1
    return every[at - 1] if at > 0 and every[at].text == "of" else None


def is_name(text: str, word: Word) -> bool:
    return text[word.start].isupper() and amid(text, word)


def same_thing(one: Word, other: Word) -> bool:
    return one.stem == other.stem or alike(one.stem, other.stem)


def near(starts: set[int], thing: Word, every: tuple[Word, ...]) -> bool:
    """Whether a word that starts at one of these offsets stands within a few words of such a thing."""
    places = [at for at, word in enumerate(every) if same_thing(word, thing)]
    return any(word.start in starts for at in places for word in every[max(0, at - NEAR) : at + NEAR + 1])
