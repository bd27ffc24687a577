"""Of which country and sector the sides of an event are, by all that a report tells of them.

A name or a noun tells by itself whom it means (`language`); what he does elsewhere and has done to him, where and in
whose company, tells the rest: "a man" who is charged is a suspect, the police of a report on Lagos are Nigeria's. Both
are weighed, with what the reader model sees in a side's words, by numbers learned of sides whose codes were given by
reading (`training.coded`).
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from math import exp, prod
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from crosswire.claims.acts import act_words
from crosswire.knowledge.lexicon import UNIONS, countries, sovereign
from crosswire.model import Sight
from crosswire.records import Actor, Cited, Event, Mention, Place, Span
from crosswire.sight import means
from crosswire.words import WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

Sides = tuple[Cited[Actor], ...]

PRONOUNS = frozenset("he she it they we i you him her them us me his its their our my who".split())
POSSESSIVES = {"its", "their", "his", "her"}
SURE = 0.5  # less, and a country is left open: a wrong one costs more than none
EVEN = 0.55  # less, and somebody keeps the sector that his own words tell, if they tell one
OF_STATES = {
    "",
    "COP",
    "CRM",
    "CVL",
    "GOV",
    "LEG",
    "MIL",
}  # of whom a state's name may mean: itself, its bodies, its people
LISTED = 0.95  # of 534 bodies by name whose sector the tables tell, and that are no party, as many have it
MEANT = 0.75  # of 83 groups and bodies meant by a pronoun; of the sector that is learned there are .66
DISPUTED = {"CVL", "EDU", "PTY"}  # sectors of bodies that act in other ones as often: "Republicans" in a parliament
LEAST = 0.4  # less, and of whom no word tells a sector it is left open
NOWHERE = ""  # the country of whom the report tells none of
MOST = 8  # countries weighed, the most named first
NEAR = 60  # characters about the words for somebody in which a word tells of him
BESIDE = 40  # characters before and behind a side's words
MENTIONED = 30  # times, more tell no more
SHARES, TIMES, APART = (0.2, 0.4, 0.6, 0.75, 0.9), (2, 3, 5, 10), (15, 40, 100, 300, 1000)
BEHIND, INSIDE, BETWEEN = re.compile(r",? (?:of|from) (?:the )?"), re.compile(r" in (?:the )?"), re.compile(r"[ -]")


class Spot(NamedTuple):
    """Words that tell of a country: a place in it, or one of its people."""

    country: str
    words: Span
    use: str


class Coded(NamedTuple):
    """An event with the codes of its sides, and how likely all that were looked for in the report are right."""

    event: Event
    likely: float


class Scene(NamedTuple):
    """What of a report the codes of a side are looked for in; people by name. `sight` is None without the model."""

    text: str
    sight: Sight | None
    spots: Sequence[Spot]
    named: Mapping[str, int]  # how often a country is, the most named first
    mentions: Mapping[str, Sequence[Span]]
    deeds: Mapping[str, frozenset[str]]


class Weights(NamedTuple):
    """What `training.coded` learned: what each sign and each number seen adds to each sector; a sign to a country."""

    sectors: tuple[str, ...]
    of_sector: Mapping[str, NDArray[Any]]
    of_seen: NDArray[Any]
    of_country: Mapping[str, float]


def coded(
    events: Sequence[Event],
    places: Iterable[Cited[Place]],
    mentions: Iterable[Mention],
    actors: Sequence[Actor],
    text: str,
    sight: Sight | None,
    weights: Weights | None = None,
) -> tuple[Coded, ...]:
    """The events with each side of the likeliest sector, and of a likely country where its own words tell none."""
    scene = scene_of(events, places, mentions, actors, text, sight)
    return tuple(with_codes(each, scene, weights or learned()) for each in events)


def scene_of(
    events: Iterable[Event],
    places: Iterable[Cited[Place]],
    mentions: Iterable[Mention],
    actors: Sequence[Actor],
    text: str,
    sight: Sight | None,
) -> Scene:
    spots = [
        Spot(sovereign(each.value.country), each.spans[0], each.value.use)
        for each in places
        if each.value.country and each.value.use != "part"
    ]
    borne: dict[str, list[Span]] = {}
    for mention in mentions:
        actor = actors[mention.chain]
        borne.setdefault(actor.name, []).append(mention.span)
        if actor.kind != "country" and actor.country in countries():
            spots.append(Spot(sovereign(actor.country or ""), mention.span, "person"))
    deeds: dict[str, set[str]] = {}
    for event in events:
        for role, side in sides_of(event):
            mode = event.mode.value if event.mode else ""
            deeds.setdefault(side.value.name, set()).add(f"{role} {event.type.value} {mode}")
    named = Counter(spot.country for spot in spots)
    return Scene(
        text,
        sight,
        sorted(spots, key=lambda spot: spot.words.start),
        dict(named.most_common()),
        borne,
        {name: frozenset(done) for name, done in deeds.items()},
    )


def sides_of(event: Event) -> Iterator[tuple[str, Cited[Actor]]]:
    yield from (("actor", each) for each in event.actors)
    yield from (("recipient", each) for each in event.recipients)


def with_codes(event: Event, scene: Scene, weights: Weights) -> Coded:
    """An event with the codes of its sides; nobody is made equal to another side by it."""
    taken = {side.value for _, side in sides_of(event)}
    shares: list[float] = []

    def told(role: str, sides: Sides) -> Sides:
        found = [code(each, role, event, scene, weights) for each in sides]
        shares.extend(share for _, share in found)
        return tuple(new if new.value not in taken else old for old, (new, _) in zip(sides, found, strict=True))

    actors, recipients = told("actor", event.actors), told("recipient", event.recipients)
    return Coded(msgspec.structs.replace(event, actors=actors, recipients=recipients), prod(shares))


def code(side: Cited[Actor], role: str, event: Event, scene: Scene, weights: Weights) -> tuple[Cited[Actor], float]:
    """A side with its codes, with the words that tell a country where its own do not, and how likely they are right."""
    if likely := kept(side, scene.text):
        sector = side.value.sector or ""
    else:
        signs = sector_signs(side, role, event, scene)
        sector, likely = placed(own_sector(side.value), signs, seen_of(side, scene), weights)
    if side.value.country:
        return Cited(msgspec.structs.replace(side.value, sector=sector or None), side.spans), likely
    country, share = likeliest(country_signs(side, role, event, scene), weights)
    near = nearest((spot for spot in scene.spots if spot.country == country), side)
    actor = msgspec.structs.replace(side.value, country=country or None, sector=sector or None)
    return Cited(actor, (*side.spans, *((near.words,) if near else ()))), likely * share


def own_sector(actor: Actor) -> str | None:
    """The sector that somebody's own words tell, "" of a state as a whole; None where they tell none."""
    return actor.sector or ("" if kind_of(actor) == "country" else None)


def kind_of(actor: Actor) -> str:
    """The kind of somebody; what states have founded, taken as a whole, is like one of them."""
    union = actor.kind == "organisation" and actor.country in UNIONS and actor.sector is None
    return "country" if union else actor.kind


def kept(side: Cited[Actor], text: str) -> float:
    """How likely somebody is of the sector that his own words tell, where nothing else tells it better; else 0.

    So it is with a body by its name whose sector the tables tell, or that is a union, and with "they" and "it".
    """
    actor, form = side.value, form_of(side, text)
    if form == "pronoun" and actor.kind in {"group", "organisation"} and actor.sector is not None:
        return MEANT
    known = actor.sector not in {None, *DISPUTED} or kind_of(actor) == "country"
    return LISTED if actor.kind == "organisation" and form == "name" and known else 0.0


def placed(own: str | None, signs: Iterable[str], seen: NDArray[Any] | None, weights: Weights) -> tuple[str, float]:
    """The likely sector, else one's own, else the likeliest, "" for a state as a whole; and how likely it was.

    Of whom no word tells one, what is unlikely is left open.
    """
    import numpy

    odds = numpy.sum([weights.of_sector[sign] for sign in signs if sign in weights.of_sector], axis=0)
    if seen is not None:
        odds = odds + seen @ weights.of_seen
    shares = numpy.exp(odds - odds.max())
    shares /= shares.sum()
    best, share = int(shares.argmax()), float(shares.max())
    unlike = own == "" and weights.sectors[best] not in OF_STATES
    if own in weights.sectors and (share < EVEN or unlike):
        return own, float(shares[weights.sectors.index(own)])
    return weights.sectors[best] if own is not None or share >= LEAST else "", share


def seen_of(side: Cited[Actor], scene: Scene) -> NDArray[Any] | None:
    """What the reader model sees in a side's own words; None where it did not read them."""
    if scene.sight is None:
        return None
    words = side.spans[0]
    (seen,), (read,) = means(scene.sight, "seen", [(words.start, words.stop)])
    return seen if read else None


def likeliest(asked: Mapping[str, Sequence[str]], weights: Weights) -> tuple[str, float]:
    """The country that somebody most likely is of, or nowhere, and how likely that is."""
    odds = {country: sum(weights.of_country.get(sign, 0.0) for sign in signs) for country, signs in asked.items()}
    whole = sum(exp(each) for each in odds.values())
    best = max(odds, key=odds.__getitem__)
    best = best if exp(odds[best]) / whole >= SURE else NOWHERE
    return best, exp(odds[best]) / whole


def nearest(spots: Iterable[Spot], side: Cited[Actor]) -> Spot | None:
    return min(spots, key=lambda spot: abs(spot.words.start - side.spans[0].start), default=None)


def sector_signs(side: Cited[Actor], role: str, event: Event, scene: Scene) -> Iterator[str]:
    """What tells of which sector somebody is: his own codes and words, his acts, and what stands near his name."""
    actor, form, act = side.value, form_of(side, scene.text), f"{role} {event.type.value}"
    kind = kind_of(actor)
    who = "known" if actor.wikidata else f"{form} {kind}"
    yield f"sector {actor.sector}"
    yield f"kind {kind}"
    yield f"{form} {kind} {actor.sector}"
    yield f"{act} {actor.sector}"
    yield f"{act} {kind} {form}"
    yield f"{role} mode {event.mode.value if event.mode else ''}"
    yield f"office {(actor.office or ' ').lower().split(' ')[-1]}"
    yield f"{who} of {actor.sector}"
    for noun in noun_of(actor):
        yield f"noun {noun}"
        yield f"noun of crime {noun in act_words('of_crime')} {act}"
    yield from (f"{where} {word}" for where, word in around(side, scene.text, 3))
    for deed in sorted(scene.deeds.get(actor.name, ())):
        yield from (f"does {deed}", f"does {deed} {who}", f"does {deed} {actor.sector}")
    near = (scene.text[max(0, s.start - NEAR) : s.stop + NEAR] for s in scene.mentions.get(actor.name, ())[:MENTIONED])
    told = {word.lower() for part in near for word in WORD.findall(part)}
    yield from (f"near {word} {who}" for word in sorted(told & act_words("of_crime")))


def country_signs(side: Cited[Actor], role: str, event: Event, scene: Scene) -> Mapping[str, Sequence[str]]:
    """What tells of each country the report names, and of none, whether somebody is of it.

    Whose own words name a place is of no other country.
    """
    actor, form, act = side.value, form_of(side, scene.text), f"{role} {event.type.value}"
    who, start = f"{form} {actor.kind} {actor.sector}", side.spans[0].start
    total = sum(scene.named.values())
    most = bisect(SHARES, next(iter(scene.named.values()), 0) / max(total, 1))
    others = {each.value.country for _, each in sides_of(event) if each is not side} - {None}
    place = event.place.value.country if event.place else None
    own, abroad = beside(side, scene), is_abroad(side, scene.text)
    near, first = nearest(scene.spots, side), next(iter(scene.spots), None)
    asked: dict[str, Sequence[str]] = {
        NOWHERE: [
            "none",
            f"none {who}",
            f"none {act}",
            f"none {role} {actor.sector}",
            f"none of {bisect(TIMES, total)}",
            f"none most {most}",
            f"none {who} most {most}",
            f"none states {min(len(scene.named), 4)}",
            f"none abroad {abroad}",
            *(f"none noun {noun}" for noun in noun_of(actor)),
            *(f"none {where} {word}" for where, word in around(side, scene.text, 2)),
        ]
    }
    besides = [words for _, each in sides_of(event) if each is not side for words in each.spans]
    named = () if is_foreign(side, scene.text) else [*scene.named.items()][:MOST]
    for rank, (country, times) in enumerate(named):
        if own and own != country:
            continue
        spots = [spot for spot in scene.spots if spot.country == country]
        if is_of_others(spots, besides, others) and not is_theirs(side, scene.text):
            continue
        apart = bisect(APART, min(abs(spot.words.start - start) for spot in spots))
        uses = sorted({spot.use for spot in spots})
        order, within = min(rank, 2), any(lies(spot.words, event.clause) for spot in spots)
        asked[country] = [
            f"order {order}",
            f"order {order} share {bisect(SHARES, times / total)}",
            f"order {order} {who}",
            f"named {bisect(TIMES, times)}",
            f"apart {apart}",
            f"apart {apart} {form} {actor.kind}",
            f"in clause {within}",
            f"first {first is not None and first.country == country}",
            f"nearest {near is not None and near.country == country}",
            f"place {place and place == country}",
            f"place {place and place == country} {form} {actor.kind}",
            f"with {country in others if others else None}",
            f"with {country in others if others else None} abroad {abroad}",
            f"with {country in others if others else None} {act}",
            f"dateline {any(spot.use == 'dateline' for spot in spots)}",
            f"people {any(spot.use == 'person' for spot in spots)} {form}",
            *(sign for use in uses for sign in (f"use {use}", f"use {use} {form} {actor.kind}")),
            f"beside {own and own == country}",
        ]
    return asked


def lies(words: Span, within: Span) -> bool:
    return within.start <= words.start < within.stop


def form_of(side: Cited[Actor], text: str) -> str:
    """How somebody is named where he does or suffers the act."""
    words = text[side.spans[0].start : side.spans[0].stop]
    return "pronoun" if words.lower() in PRONOUNS else "noun" if side.value.name[:1].islower() else "name"


def noun_of(actor: Actor) -> Sequence[str]:
    """The noun of whom no name is known: "man" of "Peru: man"."""
    called = actor.name.split(": ")[-1].split()
    return called[-1:] if called and called[0][:1].islower() else ()


def around(side: Cited[Actor], text: str, words: int) -> Iterator[tuple[str, str]]:
    span = side.spans[0]
    before, after = text[max(0, span.start - BESIDE) : span.start], text[span.stop : span.stop + BESIDE]
    yield from (("before", word) for word in WORD.findall(before.lower())[-words:])
    yield from (("after", word) for word in WORD.findall(after.lower())[:words])


def leading(side: Cited[Actor], text: str) -> Sequence[str]:
    """A side's own words and those before them, in small letters."""
    span = side.spans[0]
    return WORD.findall(text[max(0, span.start - BESIDE) : span.stop].lower())


def is_of_others(spots: Sequence[Spot], besides: Sequence[Span], others: Collection[str | None]) -> bool:
    """Whether a country is named for the other sides alone, or once as a power, which is another yet."""
    alone = len(spots) == 1 and spots[0].use == "power"
    return alone or all(
        any(lies(spot.words, words) for words in besides) or (spot.use == "modifier" and spot.country in others)
        for spot in spots
    )


def is_theirs(side: Cited[Actor], text: str) -> bool:
    """Whether a side belongs to one named before: "its army"."""
    return not POSSESSIVES.isdisjoint(leading(side, text)[-2:])


def is_foreign(side: Cited[Actor], text: str) -> bool:
    """Whether words say that a side is of another state, or of many: "a foreign diplomat", "the secretary general"."""
    own = leading(side, text)
    called = "foreign" in own[-3:] and any(noun in act_words("abroad") for noun in noun_of(side.value))
    return called or (side.value.office or "").replace("-", " ") == "secretary general"


def is_abroad(side: Cited[Actor], text: str) -> bool:
    """Whether a side's words put it in another state than somebody's: "foreign", "counterpart", "embassy"."""
    own = leading(side, text)
    return not act_words("abroad").isdisjoint((*own[-4:], *noun_of(side.value)))


def beside(side: Cited[Actor], scene: Scene) -> str | None:
    """The country of the place that a side's own words name: "Lagos police", "residents of Lagos", "those in Lagos"."""
    actor, words = side.value, side.spans[0]
    named = any(word[0].isupper() for word in scene.text[words.start : words.stop].split()[-1:])
    for spot in scene.spots:
        if spot.use == "person" or abs(spot.words.start - words.start) > 2 * BESIDE:
            continue
        gap = scene.text[words.stop : spot.words.start]
        if BEHIND.fullmatch(gap) or (actor.kind == "group" and not named and INSIDE.fullmatch(gap)):
            return spot.country
        inside = lies(spot.words, words) or BETWEEN.fullmatch(scene.text, spot.words.stop, words.start)
        if inside and not named:
            return spot.country
    return None


@cache
def learned() -> Weights:
    """What `training.coded` made."""
    import numpy

    with resources.as_file(resources.files("crosswire.data") / "coded.npz") as file, numpy.load(file) as kept:
        rows = kept["of_sector"].astype(numpy.float32)
        return Weights(
            tuple(map(str, kept["sectors"])),
            dict(zip(map(str, kept["sector_signs"]), rows, strict=True)),
            kept["of_seen"].astype(numpy.float32),
            dict(zip(map(str, kept["country_signs"]), kept["of_country"].tolist(), strict=True)),
        )
