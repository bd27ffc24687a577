"""Whose those are of whom no word tells a state: of the place beside them, else of the one country of the report."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from crosswire.claims.acts import act_words
from crosswire.knowledge.lexicon import countries, sovereign
from crosswire.records import Actor, Cited, Event, Mention, Place

Places = Sequence[Cited[Place]]
Sides = tuple[Cited[Actor], ...]

NEARLY_ALL = 0.75  # of the names in a report that tell a state; with fewer it is about more than one
ENOUGH = 3  # such names
HERE = {"place", "dateline"}  # uses of a name that say where, not whose
BEHIND = re.compile(r",? (?:of|from) (?:the )?")
INSIDE = re.compile(r" in (?:the )?")
BETWEEN = re.compile(r"[ -]")
BEFORE = 20  # characters before a side's words in which the word stands that puts it abroad: "foreign"
LONGEST = 40  # characters of a place's name
ANYWHERE = {"UAF", "REB", "REF"}  # nobody knows them, or they have left their state
TRADES = {"BUS", "CRM", "JRN", "LAB", "REL", "SOC"}  # whose people as a group may be of any state


def at_home(
    events: Iterable[Event],
    places: Iterable[Cited[Place]],
    mentions: Iterable[Mention],
    actors: Sequence[Actor],
    text: str,
) -> tuple[Event, ...]:
    """The events, the sides of no known state with the country they most likely belong to, and the place that tells it.

    That is the country of the place in their own words: "Lagos police", "officials in Lagos". Without one it is the
    report's home, where nearly all it names are of one state. It falls to named persons, to officials, courts, police
    and other bodies, and to those who are said to live there; a crowd, victims, the press or unknown gunmen may be of
    any state, and are left without.
    """
    known = [each for each in places if each.value.country and each.value.use != "part"]
    own = home(known, (actors[mention.chain] for mention in mentions))
    return tuple(with_countries(each, known, own, text) for each in events)


def home(places: Places, named: Iterable[Actor]) -> Cited[str] | None:
    """The country a report is about, on the first of its towns or regions there; None where it speaks of several."""
    people = (each.country for each in named if each.kind != "country" and each.country in countries())
    tally = Counter(map(state, places)) + Counter(sovereign(each) for each in people if each)
    country, names = max(tally.items(), key=lambda each: each[1], default=("", 0))
    first = next((each for each in places if state(each) == country and is_exact(each.value)), None)
    if first is None or names < max(ENOUGH, NEARLY_ALL * tally.total()):
        return None
    return Cited(country, first.spans)


def is_exact(place: Place) -> bool:
    return place.use in HERE and place.precision != "country"


def state(place: Cited[Place]) -> str:
    return sovereign(place.value.country or "")


def with_countries(event: Event, places: Places, own: Cited[str] | None, text: str) -> Event:
    """An event with the countries of its sides; nobody is made equal to another side by it."""
    taken = {each.value for each in (*event.actors, *event.recipients)}

    def told(sides: Sides) -> Sides:
        found = (with_country(each, places, own, text) for each in sides)
        return tuple(new if new.value not in taken else old for old, new in zip(sides, found, strict=True))

    return msgspec.structs.replace(event, actors=told(event.actors), recipients=told(event.recipients))


def with_country(side: Cited[Actor], places: Places, own: Cited[str] | None, text: str) -> Cited[Actor]:
    if side.value.country or not is_of_one_state(side, text):
        return side
    country = beside(side, places, text) or own
    if country is None:
        return side
    return Cited(msgspec.structs.replace(side.value, country=country.value), (*side.spans, *country.spans))


def is_of_one_state(side: Cited[Actor], text: str) -> bool:
    """Whether somebody can be of one state only, and no word puts him abroad: "foreign", "passengers", "embassy"."""
    actor, words = side.value, side.spans[0]
    noun = actor.name.lower().split()[-1]
    own = text[max(0, words.start - BEFORE) : words.stop].lower().split()
    if noun in act_words("abroad") or act_words("abroad") & set(own[-4:]):
        return False
    if is_named(actor):
        return actor.kind == "person"
    if actor.kind != "group":
        return actor.kind in {"person", "organisation"} and actor.sector not in ANYWHERE
    return noun in act_words("living_there") if actor.sector == "CVL" else actor.sector not in ANYWHERE | TRADES


def is_named(actor: Actor) -> bool:
    return not actor.name[:1].islower()


def beside(side: Cited[Actor], places: Places, text: str) -> Cited[str] | None:
    """The country of the place that a side's own words name: "Lagos police", "residents of Lagos", "those in Lagos"."""
    actor, words = side.value, side.spans[0]
    stays = actor.kind == "group" and not is_named(actor) and actor.sector != "MIL"
    first = bisect_left(places, words.start - LONGEST, key=lambda each: each.spans[0].start)
    last = bisect_left(places, words.stop + LONGEST, key=lambda each: each.spans[0].start)
    for each in places[first:last]:
        place = each.spans[0]
        gap = text[words.stop : place.start]
        if BEHIND.fullmatch(gap) or (stays and INSIDE.fullmatch(gap)):
            return Cited(state(each), each.spans)
        within = words.start <= place.start < words.stop or BETWEEN.fullmatch(text, place.stop, words.start)
        if within and not is_named(actor):
            return Cited(state(each), each.spans)
    return None
