"""Who acts and whom it is done to by the reader model, where the rules find nobody or others than it sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crosswire.claims.cast import Cast, distinct, named
from crosswire.claims.predicted import top
from crosswire.claims.seen import ACTING, RECEIVING, Part, View, inside, overlapping
from crosswire.claims.triggers import Trigger
from crosswire.knowledge.actors import actor
from crosswire.knowledge.lexicon import country_name
from crosswire.records import Actor, Cited, Place, Span
from crosswire.syntax import Sentence, Token, ancestors, subtree

Sides = tuple[Cited[Actor], ...]


def acting(sentence: Sentence, trigger: Trigger, sides: Sides, view: View, here: Cast) -> Sides:
    """The doers: those of the rules, else the nearest side that acts and stands under the act's own verb."""
    if sides:
        return sides
    for part in view.parts:
        words = inside(sentence, part)
        does = part.role in ACTING and words and verb_over(sentence, top(words)) is trigger.head
        if does and (found := meant(sentence, part, view, here)):
            return found
    return ()


def receiving(
    sentence: Sentence,
    trigger: Trigger,
    actors: Sides,
    sides: Sides,
    view: View,
    places: Sequence[Cited[Place]],
    here: Cast,
) -> Sides:
    """Whom it is done to: those of the rules that the model sees too, else what it sees below the act's words."""
    if overlapping(stretches(sides), (p for p in view.parts if p.role in RECEIVING)):
        return sides
    doers = {each.value for each in actors}
    below = {t.index for t in subtree(sentence, trigger.head)}
    seen = (
        each
        for part in view.parts
        if part.role in RECEIVING and (words := inside(sentence, part)) and top(words).index in below
        for each in meant(sentence, part, view, here) or host(part, places)
        if each.value not in doers
    )
    return distinct(seen) or sides


def meant(sentence: Sentence, part: Part, view: View, here: Cast) -> Sides:
    """The actors named in the words of a side, or whom the tables know by them."""
    words = inside(sentence, part)
    found = distinct(named(sentence, top(words), here))
    if found:
        return found
    known = actor(view.text[words[0].start : words[-1].stop])
    if known is None or known.kind == "place" or not (known.country or known.sector):
        return ()
    return (Cited(known, (Span(here.article, words[0].start, words[-1].stop),)),)


def host(part: Part, places: Iterable[Cited[Place]]) -> Sides:
    """The country of a place that an act is done to: aid to Gaza, shells on a district of Kashmir."""
    for place in places:
        country, words = place.value.country, place.spans[0]
        if country and words.start < part.stop and part.start < words.stop:
            return (Cited(Actor(country_name(country), "country", country), place.spans),)
    return ()


def verb_over(sentence: Sentence, token: Token) -> Token | None:
    return next((t for t in ancestors(sentence, token) if t.pos == "VERB"), None)


def stretches(sides: Sides) -> list[tuple[int, int]]:
    """The words that name each side."""
    return [(span.start, span.stop) for each in sides for span in each.spans]
