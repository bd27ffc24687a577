"""Mentions as they are proposed sentence by sentence, before chains are numbered."""

from __future__ import annotations

from crosswire.records import Actor, Record


class Key(Record, frozen=True, order=True):
    """What makes two mentions the same actor: a kind (person, country, name, role) and what is compared within it."""

    kind: str
    value: str


class Proposed(Record, frozen=True):
    """A mention before chains are numbered: tokens of a sentence, their role in it, and the actor they tell of."""

    sentence: int
    start: int
    stop: int
    kind: str  # name, title, noun, demonym, pronoun
    role: str
    key: Key
    actor: Actor
    main: bool = False  # it hangs on the sentence's main verb
    quoted: bool = False
