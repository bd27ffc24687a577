"""Who acts and whom it is done to by the reader model, where the rules find nobody or others than it sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from crosswire.claims.cast import Cast, distinct, named
from crosswire.claims.predicted import top
from crosswire.claims.roles import phrases
from crosswire.claims.seen import ACTING, RECEIVING, Part, View, inside, overlapping, receiving_below
from crosswire.claims.triggers import Trigger
from crosswire.claims.victims import suffered
from crosswire.knowledge.actors import actor
from crosswire.knowledge.lexicon import country_name
from crosswire.records import Actor, Cited, Place, Span
from crosswire.syntax import Sentence, Token, ancestors

WHERE = {"across", "along", "around", "at", "in", "inside", "near", "off", "outside", "through"}
SPOKEN = {"ACCUSE", "CONSULT", "REQUEST", "SUPPORT"}  # whose verbs themselves lead to whom one speaks to or of
ROLES = {"group", "person"}  # told by what they are: names are found among the mentions, or nowhere

Sides = tuple[Cited[Actor], ...]


def acting(sentence: Sentence, trigger: Trigger, sides: Sides, recipients: Sides, view: View, here: Cast) -> Sides:
    """The doers: those of the rules, else the first side that acts and stands under the act's own verb."""
    if sides:
        return sides
    others = {each.value for each in recipients}
    for part in view.parts:
        words = inside(sentence, part)
        does = part.role in ACTING and words and verb_over(sentence, top(words)) is trigger.head
        does = does and top(words).role != "nsubjpass" and not is_where(sentence, top(words))
        found = meant(sentence, part, view, here) if does else ()
        if found and not others & {each.value for each in found}:
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
    """Whom it is done to: those of the rules that the model sees too, or who are hurt, else whom it sees below."""
    hurt = sides and suffered(trigger.act)
    asked = trigger.rule == "modal"  # what stands below is what another one shall do, and to whom
    spoken = sides and trigger.rule == "bare_verb" and trigger.act.type in SPOKEN
    if asked or hurt or spoken or overlapping(stretches(sides), (p for p in view.parts if p.role in RECEIVING)):
        return sides
    doers = {each.value for each in actors}
    if not sides and told_by_name(sentence, trigger):
        return ()
    seen = (
        each
        for part in receiving_below(sentence, trigger.head, view)
        for each in receiver(sentence, part, actors, view, places, here)
        if each.value not in doers
    )
    found = distinct(seen)
    own = {each.value.country for each in actors}
    return found if not sides or any(each.value.country not in own for each in found) else sides


def told_by_name(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether the act's own particle leads to whom it is done to: "called on others to stop X" asks nothing of X."""
    return trigger.act.particle in {"on", "to", "upon"} and any(
        phrases(sentence, trigger, slot) for slot in trigger.act.recipients if slot == trigger.act.particle
    )


def receiver(
    sentence: Sentence, part: Part, actors: Sides, view: View, places: Iterable[Cited[Place]], here: Cast
) -> Sides:
    """Whom the words of a side mean; where an act only took place that is the country, if others than its own came."""
    words = inside(sentence, part)
    word = top(words)
    if not is_where(sentence, word):
        of = (place for place in places if not any(is_where(sentence, t) for t in words if lies(t, place)))
        return meant(sentence, part, view, here) or host(part, of)
    countries = {each.value.country for each in actors} - {None}
    abroad = sentence.tokens[word.head].lemma == "in" and countries
    return tuple(each for each in host(part, places) if abroad and each.value.country not in countries)


def is_where(sentence: Sentence, word: Token) -> bool:
    """Whether a word tells where something was, "in Tunis", and not what it was done to, "on Tunis"."""
    while word.role in {"appos", "conj", "compound"}:
        word = sentence.tokens[word.head]
    return word.role == "pobj" and sentence.tokens[word.head].lemma in WHERE


def lies(word: Token, place: Cited[Place]) -> bool:
    return place.spans[0].start <= word.start < place.spans[0].stop


def meant(sentence: Sentence, part: Part, view: View, here: Cast) -> Sides:
    """The actors named in the words of a side, or whom the tables know by them."""
    words = inside(sentence, part)
    found = distinct(named(sentence, top(words), here))
    if found:
        return found
    core = [*takewhile(lambda t: t.lemma not in WHERE, words)]
    known = actor(view.text[core[0].start : core[-1].stop]) if core else None
    if known is None or known.kind not in ROLES or known.sector == "CVL" or not (known.country or known.sector):
        return ()
    return (Cited(known, (Span(here.article, core[0].start, core[-1].stop),)),)


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
