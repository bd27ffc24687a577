"""Acts spoken of again: in "Pyongyang calls these drills a threat" the drills told before say whom it blames."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from crosswire.claims.acts import acts
from crosswire.claims.clauses import done_to
from crosswire.claims.told import Told
from crosswire.records import Actor, Cited, Span
from crosswire.syntax import Token, children

JUDGING = {"ACCUSE", "SUPPORT", "REJECT", "REQUEST"}
POINTING = {"this", "these", "that", "those", "the"}
REACH = 4  # sentences looked back
REACH_ACTS = 40  # acts looked back: more are not told in so few sentences


def referring(told: Sequence[Told]) -> tuple[Told, ...]:
    """The acts, those that judge an act told before with the doers of that act for recipients."""
    return tuple(
        with_recipients(each, told[max(0, position - REACH_ACTS) : position]) for position, each in enumerate(told)
    )


def with_recipients(each: Told, before: Sequence[Told]) -> Told:
    if each.recipients or each.status.type not in JUDGING:
        return each
    for noun in done_to(each.sentence, each.trigger.head):
        blamed = doers_of(each, noun, before)
        if blamed:
            return msgspec.structs.replace(each, recipients=blamed)
    return each


def doers_of(each: Told, noun: Token, before: Sequence[Told]) -> tuple[Cited[Actor], ...]:
    """The actors of the nearest act before that the words "these drills" can mean."""
    if not any(t.lemma in POINTING for t in children(each.sentence, noun, "det")):
        return ()
    types = {act.type for act in acts().objects.get(noun.lemma, ())}
    for other in reversed(before):
        same = other.trigger.noun is not None and other.trigger.noun.lemma in {noun.lemma, *synonyms(noun.lemma)}
        if same and other.trigger.act.type in types and each.sentence.index - other.sentence.index <= REACH:
            own = {a.value for a in each.actors}
            return tuple(
                Cited(a.value, (Span(a.spans[0].article, noun.start, noun.stop), *a.spans))
                for a in other.actors
                if a.value not in own
            )
    return ()


def synonyms(lemma: str) -> frozenset[str]:
    """Nouns told by the same rows of the lexicon: "drill", "exercise", "manoeuvre"."""
    modes = {(act.type, act.mode) for act in acts().objects.get(lemma, ())}
    return frozenset(other for other, rows in acts().objects.items() if {(a.type, a.mode) for a in rows} == modes)
