"""Where only a place is named nobody speaks: "London: Pubs to reopen" has no speaker, "Kyiv: No talks" has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

import msgspec

from crosswire.claims.drafts import Draft
from crosswire.claims.naming import covering
from crosswire.claims.speakers import Phrase
from crosswire.records import Actor, Cited, Mention, Place


def unplaced(
    found: Iterable[Draft], mentions: Sequence[Mention], actors: Sequence[Actor], places: Iterable[Cited[Place]]
) -> Iterator[Draft]:
    """The drafts, none with a speaker that stands for the place itself.

    A headline under such a name is no statement; other words stay, and nobody is said to have spoken them. The form of
    the sentence outranks the reader model: who stands after "according to" or a headline's colon speaks, and so does a
    state to which a sentence gives words or thoughts: "fears in Kyiv that ..".
    """
    meant = frozenset(c.spans[0].stop for c in places if c.value.use == "place")
    for each in found:
        if each.source is None or not is_place(each, each.source, meant):
            yield each
        elif each.rule != "headed":
            yield each if is_state(each.source, mentions, actors) else msgspec.structs.replace(each, source=None)


def is_place(found: Draft, source: Phrase, meant: Set[int]) -> bool:
    """Whether a source is a name that stands for the place, and nothing in the form of the words makes it speak."""
    named_last = found.rule == "headed" and source.start > found.cue.start
    return source.head.stop in meant and found.rule != "according_to" and not named_last


def is_state(source: Phrase, mentions: Sequence[Mention], actors: Sequence[Actor]) -> bool:
    """Whether a source is a state by any of its names, its capital's among them."""
    return any(actors[m.chain].kind == "country" for m in covering(mentions, source.head))
