"""Which accounts are of one event: likely so by all that was learned of it, with something of its own in common.

Nor may anything they say rule it out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from crosswire.fusion.candidates import candidates, likenesses
from crosswire.fusion.coreference import Mention, learned, likelihood, mention
from crosswire.fusion.speakers import share_a_name
from crosswire.fusion.tellings import Told
from crosswire.records import Actor, Cited, Event, Interval
from crosswire.words import content, jaccard, plain

SAME = 0.5  # how likely two accounts are of one event
BESIDE = 0.45  # no more where they have nothing of their own in common: beside others they may be, by themselves not
SISTERS = (
    {"THREATEN", "REQUEST", "ACCUSE", "REJECT"},
    {"COOPERATE", "AID", "MOBILIZE"},
    {"SUPPORT", "AGREE"},
    {"COERCE", "SANCTION"},
    {"COERCE", "ASSAULT"},
)
PRIVATE = {None, "CRM", "CVL", "UAF", "UNK"}
MUTUAL = {"CONSULT", "COOPERATE", "AGREE"}  # who is actor and who recipient depends on the writer
SUPPOSED = "hypothetical"  # as a status: what would be is not what is
WORDS = 0.2  # share of the other words that two accounts of one act have in common
APART = 3  # days; the dates of one event as two reports give them seldom differ by more


def same_event(told: Sequence[Told]) -> Callable[[Told, Told], float | None]:
    """How likely two of these accounts are of one event, from 0 to 1; None for two that something rules it out for."""
    articles = {each.reading.article.id: each.reading.article for each in told}
    pairs = {
        frozenset((told[one].what.id, told[other].what.id)): pair
        for one, other, pair in candidates([*map(mentioned, told)], [*articles], likenesses(articles.values()))
    }

    def weight(one: Told, other: Told) -> float | None:
        if ruled_out(one, other):
            return None
        pair = pairs.get(frozenset((one.what.id, other.what.id)))
        share = likelihood(pair, learned()) if pair else 0.0
        return share if particular(one, other) else min(share, BESIDE)

    return weight


def mentioned(told: Told) -> Mention:
    """The words that an event's type rests on, in their sentence."""
    event, article = told.what, told.reading.article
    assert isinstance(event, Event)
    word = event.type.spans[0]
    sentence = next((s for s in told.reading.sentences if s.start <= word.start < s.stop), event.clause)
    gist = dict(zip((each.id for each in told.reading.events), told.reading.gists, strict=False)).get(event.id, b"")
    return mention(article.id, article.text, word.start, word.stop, (sentence.start, sentence.stop), gist)


def ruled_out(one: Told, other: Told) -> bool:
    """Whether two accounts cannot be of one event: of other types, sides or days, or of what is only supposed."""
    left, right = one.what, other.what
    assert isinstance(left, Event)
    assert isinstance(right, Event)
    days = days_between(left.time.value, right.time.value) if left.time and right.time else 0
    supposed = (left.status.value == SUPPOSED) != (right.status.value == SUPPOSED)
    return days > APART or supposed or not one_type(one, other, left, right) or other_sides(left, right)


def particular(one: Told, other: Told) -> bool:
    """Whether two events have more in common than any two acts of one kind by one actor.

    That is a second side, a day, a town, or other words.
    """
    left, right = one.what, other.what
    assert isinstance(left, Event)
    assert isinstance(right, Event)
    common = shared(left.actors, right.actors) + shared(left.recipients, right.recipients)
    mutual = left.type.value in MUTUAL and shared(left.actors + left.recipients, right.actors + right.recipients) > 1
    days = left.time and right.time and max(width(left.time.value), width(right.time.value)) <= APART
    same_days = days and left.time and right.time and not days_between(left.time.value, right.time.value)
    towns = (
        left.place and right.place and left.place.value == right.place.value and left.place.value.precision != "country"
    )
    return bool(common > 1 or mutual or same_days or towns or jaccard(rest(one, left), rest(other, right)) >= WORDS)


def rest(told: Told, event: Event) -> frozenset[str]:
    """What an account says beside the deciding words and who acts."""
    return told.stems - told.deciding - frozenset().union(*(content(a.value.name) for a in event.actors))


def one_type(one: Told, other: Told, left: Event, right: Event) -> bool:
    """The same type; a sister type only where the same words were coded."""
    types = {left.type.value, right.type.value}
    return len(types) == 1 or (any(types <= group for group in SISTERS) and bool(one.deciding & other.deciding))


def other_sides(left: Event, right: Event) -> bool:
    """Whether who acts, or on whom, is known of both by name or state, and nobody is the same.

    "The man" may be anybody. Of what is done to each other all sides count as one, of which two must be the same.
    """
    if left.type.value in MUTUAL and right.type.value in MUTUAL:
        mine, theirs = left.actors + left.recipients, right.actors + right.recipients
        both = min(len(sides(mine)), len(sides(theirs)), 2)
        return known(mine) and known(theirs) and shared(mine, theirs) < both
    return any(
        bool(mine and theirs) and known(mine) and known(theirs) and not shared(mine, theirs)
        for mine, theirs in ((left.actors, right.actors), (left.recipients, right.recipients))
    )


def known(cited: Sequence[Cited[Actor]]) -> bool:
    """Whether all of some actors have a name of their own or belong to a state."""
    return all(state_of(each.value) or named(each.value) for each in cited)


def named(actor: Actor) -> bool:
    return actor.name != actor.name.lower()


def shared(mine: Sequence[Cited[Actor]], theirs: Sequence[Cited[Actor]]) -> int:
    """How many actors of one side stand on the other too, by country or by name."""
    others = sides(theirs)
    return sum(any(same_side(one, other) for other in others) for one in sides(mine))


def sides(cited: Sequence[Cited[Actor]]) -> tuple[Actor, ...]:
    """Actors, one of each country: a minister and his state act as one."""
    return tuple({state_of(actor.value) or plain(actor.value.name): actor.value for actor in cited}.values())


def same_side(one: Actor, other: Actor) -> bool:
    """The same state, whoever stands for it; two people by their names are one only by name."""
    people = one.kind == other.kind == "person" and named(one) and named(other)
    if state_of(one) and state_of(other) and not people:
        return state_of(one) == state_of(other)
    return share_a_name(one, other)


def state_of(actor: Actor) -> str | None:
    """The state that somebody acts for: none for "the police" or "a suspect", and for people without an office."""
    private = actor.kind == "person" and actor.sector in PRIVATE and not actor.office
    return actor.country if named(actor) and not private else None


def days_between(one: Interval, other: Interval) -> int:
    """0 for intervals that share a day."""
    return max(0, (one.start - other.stop).days, (other.start - one.stop).days)


def width(interval: Interval) -> int:
    """Days from first to last."""
    return (interval.stop - interval.start).days
