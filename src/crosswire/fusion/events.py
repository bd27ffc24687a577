"""Whether two accounts are of one event: features that each weigh one argument, or rule it out."""

from __future__ import annotations

from collections.abc import Sequence

from crosswire.fusion.speakers import share_a_name
from crosswire.fusion.tellings import Told
from crosswire.records import Actor, Cited, Event, Interval
from crosswire.words import content, jaccard, plain

SAME = 3.5  # the weight from which on two accounts are of one event: type, both sides of the dyad and words in common
SISTERS = (
    {"THREATEN", "REQUEST", "ACCUSE", "REJECT"},
    {"COOPERATE", "AID", "MOBILIZE"},
    {"SUPPORT", "AGREE"},
    {"COERCE", "SANCTION"},
    {"COERCE", "ASSAULT"},
)
MUTUAL = {"CONSULT", "COOPERATE", "AGREE"}  # who is actor and who recipient depends on the writer
WORDS = 0.2  # share of the other words that two accounts of one act have in common
APART = 3  # days; the dates of one event as two reports give them seldom differ by more


def same_event(one: Told, other: Told) -> float | None:
    """How likely two events are one, by the agreement of their arguments and words; None if something rules it out.

    Type, one side and the deciding word alone are the same in all acts of a kind: a second side, a day, a town or
    other words in common must be, too.
    """
    left, right = one.what, other.what
    assert isinstance(left, Event)
    assert isinstance(right, Event)
    total = 0.0
    for feature in (by_type, by_sides, by_words, by_place, by_time, by_status):  # first what rules most pairs out
        found = feature(one, other, left, right)
        if found is None:
            return None
        total += found
    return total if particular(one, other, left, right) else 0.0


def weighed(told: Told) -> tuple[object, ...]:
    """All that is weighed of an event."""
    event = told.what
    assert isinstance(event, Event)
    sides = (tuple(cited.value for cited in side) for side in (event.actors, event.recipients))
    values = (cited and cited.value for cited in (event.type, event.place, event.time, event.status))
    return *sides, *values, told.stems, told.meaning, told.deciding


def particular(one: Told, other: Told, left: Event, right: Event) -> bool:
    """Whether two events have more in common than any two acts of one kind by one actor."""
    sides = shared(left.actors, right.actors) + shared(left.recipients, right.recipients)
    mutual = left.type.value in MUTUAL and shared(left.actors + left.recipients, right.actors + right.recipients) > 1
    days = left.time and right.time and max(width(left.time.value), width(right.time.value)) <= APART
    same_days = days and left.time and right.time and not days_between(left.time.value, right.time.value)
    towns = (
        left.place and right.place and left.place.value == right.place.value and left.place.value.precision != "country"
    )
    return bool(sides > 1 or mutual or same_days or towns or jaccard(rest(one, left), rest(other, right)) >= WORDS)


def rest(told: Told, event: Event) -> frozenset[str]:
    """What an account says beside the deciding words and who acts."""
    return told.stems - told.deciding - frozenset().union(*(content(a.value.name) for a in event.actors))


def by_type(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """The same type; a sister type only where the same words were coded."""
    if left.type.value == right.type.value:
        return 1.0
    sisters = any({left.type.value, right.type.value} <= group for group in SISTERS)
    return 0.0 if sisters and one.deciding & other.deciding else None


def by_sides(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """Who acts and on whom: two sides with nobody in common rule it out, shared ones speak for it."""
    if left.type.value in MUTUAL and right.type.value in MUTUAL:
        mine, theirs = left.actors + left.recipients, right.actors + right.recipients
        common = shared(mine, theirs)
        if not common or (common < 2 and len(sides(mine)) > 1 and len(sides(theirs)) > 1):
            return None
        return 2.0 * common / min(len(sides(mine)), len(sides(theirs)))
    total = 0.0
    for mine, theirs in ((left.actors, right.actors), (left.recipients, right.recipients)):
        common = shared(mine, theirs)
        if mine and theirs and not common:
            return None
        total += common / min(len(sides(mine)), len(sides(theirs))) if common else 0.4 * (not mine and not theirs)
    return total


def shared(mine: Sequence[Cited[Actor]], theirs: Sequence[Cited[Actor]]) -> int:
    """How many actors of one side stand on the other too, by country or by name."""
    others = sides(theirs)
    return sum(any(same_side(one, other) for other in others) for one in sides(mine))


def sides(cited: Sequence[Cited[Actor]]) -> tuple[Actor, ...]:
    """Actors, one of each country: a minister and his state act as one."""
    return tuple({actor.value.country or plain(actor.value.name): actor.value for actor in cited}.values())


def same_side(one: Actor, other: Actor) -> bool:
    if one.country and other.country:
        return one.country == other.country
    return share_a_name(one, other)


def by_words(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """The deciding word and the words around it."""
    return 1.0 * bool(one.deciding & other.deciding) + 3.0 * jaccard(one.meaning, other.meaning)


def by_place(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """The same place; another town of the country speaks a little against it, another country more."""
    if left.place is None or right.place is None:
        return 0.0
    mine, theirs = left.place.value, right.place.value
    if mine.name == theirs.name:
        return 0.5
    if mine.country and theirs.country and mine.country != theirs.country:
        return -1.5
    return -0.3 if "country" not in {mine.precision, theirs.precision} else 0.2


def by_time(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """The same days; days far apart rule it out."""
    if left.time is None or right.time is None:
        return 0.0
    gap = days_between(left.time.value, right.time.value)
    return 0.5 if gap == 0 else -1.0 if gap <= APART else None


def by_status(one: Told, other: Told, left: Event, right: Event) -> float | None:
    """What happened is not what is only planned or threatened."""
    kinds = {left.status.value, right.status.value}
    return -1.0 if len(kinds) == 2 and kinds & {"planned", "threatened", "hypothetical", "demanded", "denied"} else 0.0


def days_between(one: Interval, other: Interval) -> int:
    """0 for intervals that share a day."""
    return max(0, (one.start - other.stop).days, (other.start - one.stop).days)


def width(interval: Interval) -> int:
    """Days from first to last."""
    return (interval.stop - interval.start).days
