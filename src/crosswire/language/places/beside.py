"""What the words beside a place's name say of where it is: "Paris, Texas", "Russia's Kursk region", "Kent county"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import msgspec

from crosswire.knowledge.gazetteer import Site
from crosswire.language.places.namesakes import KINDS_OF, UNITS, namesakes
from crosswire.syntax import Sentence

LISTED_SO = 0.3  # how strongly a holder is tied to what may be its peer in a list
GREAT = 500_000  # people
HOLDERS = UNITS | {"country"}
KIND = "|".join(sorted(KINDS_OF))
PLURALS = {"counties": "county", "cities": "city"} | {f"{noun}s": noun for noun in KINDS_OF}
PLURAL = "|".join(sorted(PLURALS))
LINKS = "and|or|but|the|a|an|in|on|at|of|to|from|with|by|for|near|against|over|into|that|as|is|was|has|had|said"
PLAIN = rf"(?:(?!(?:{LINKS})\b)[a-z-]+ )"  # a word that may stand between a country and its place: "eastern city"

NEXT = re.compile(r" ?,? ?\(?")  # what parts a place from its holder: "Paris, Texas", "Paris (Texas)", "Aleppo Syria"
CLOSED = re.compile(
    r"\W*$|['’]?[,.;:!?)\]\"”—–-]| [—–-]|\s*\n"
)  # what follows a country that holds: "Lyon, France, ..."
OWNED = re.compile(r"['’]s?\b")
IN = re.compile(r",? in (?:the )?(?:[a-z]+(?:-[a-z]+)? ){0,3}")
OWN = re.compile(rf"(?:'s|’s|'|’) {PLAIN}{{0,5}}(?:(?:{KIND}) of )?")
OF_KIND = re.compile(rf" {PLAIN}{{0,4}}(?:{KIND}) (?:of )?")
ONLY_PLAIN = re.compile(rf" {PLAIN}*")
LIST = re.compile(r", ?(?:(?:and|or) )?|,? (?:and|or) (?:in |from |at )?")
AFTER = re.compile(rf" ({KIND}|Province|Oblast|Governorate|Region|District|County|Prefecture|Island|River)\b")
# "Clay, Grant and Cook counties"
LISTED = re.compile(rf"(?:,? [A-Z]\w{{1,40}},?){{0,5}}(?:,? and [A-Z]\w{{1,40}}) ({PLURAL})\b")
BEFORE = re.compile(rf"({KIND}) of (?:the )?$", re.IGNORECASE)


class Naming(msgspec.Struct, frozen=True):
    """Words that name a place, as they stand in a sentence."""

    start: int
    stop: int
    words: str
    sentence: Sentence | None


class Beside(msgspec.Struct, frozen=True):
    """What stands beside a name: places that hold it and how strongly they are tied to it, the kinds that a noun speaks
    of, the countries and regions in a list with it.
    """

    holders: tuple[Site, ...]
    strength: float
    kinds: frozenset[str]
    listed: tuple[Site, ...]
    holds: bool = False  # whether it holds what stands before it, as New York does in "Buffalo, New York"


NEAR = 40  # names on either side that may tell of one: no longer list is anything but a list


def beside(text: str, naming: Naming, names: Sequence[Naming]) -> Beside:
    """What the words around a name say; `names` are those of the places in its sentence, in reading order."""
    at = bisect_left(names, naming.start, key=lambda each: each.start)
    names = names[max(0, at - NEAR) : at + NEAR]
    strength, holders = next(
        ((strength, found) for rule, strength in RULES if (found := rule(text, naming, names))), (0.0, ())
    )
    if is_great(holders) and not largest_held(naming, holders):
        holders, strength = (), 0.0
    strength = LISTED_SO if peers(naming, holders) else strength
    holding = holds_before(text, naming, names)
    kinds = frozenset({"region"}) if holding else kinds_beside(text, naming)
    return Beside(holders, strength, kinds, tuple(listed(text, naming, names)), holding)


def peers(naming: Naming, holders: Sequence[Site]) -> bool:
    """Whether a name may as well be one of a list with its holder: "Kansas, Colorado and Utah"."""
    regions = {each.country for each in holders if each.kind == "region"}
    return any(each.kind == "region" and each.usual and each.country in regions for each in namesakes(naming.words))


def is_great(holders: Sequence[Site]) -> bool:
    """Whether holders bear the name of a great city, which may as well stand in a list of cities: New York."""
    found = (each for holder in holders if holder.kind == "region" for each in namesakes(holder.name))
    return any(each.kind == "city" and each.usual and each.population > GREAT for each in found)


def largest_held(naming: Naming, holders: Sequence[Site]) -> bool:
    """Whether the largest place of a name is among what the holders hold: Buffalo in New York, but not Boston."""
    largest = max(namesakes(naming.words), key=lambda each: each.population, default=None)
    return largest is not None and any(holds(each, largest) for each in holders)


def holds_before(text: str, naming: Naming, names: Sequence[Naming]) -> bool:
    """Whether a name holds the one before its comma, though it is also a great city's: "Buffalo, New York"."""
    regions = [each for each in namesakes(naming.words) if each.kind == "region"]
    if not is_great(regions):
        return False
    before = (each for each in names if each.stop < naming.start and text[each.stop : naming.start] == ", ")
    return any(largest_held(each, regions) for each in before)


def holder_after(text: str, naming: Naming, names: Sequence[Naming]) -> tuple[Site, ...]:
    """ "Paris, Texas": Texas. A town is no holder, "Paris, London and Rome"; a country only before a pause."""
    found = next_to(text, naming, names)
    if found and any(each.kind == "country" for each in holding(naming, found)):
        return holding(naming, found) if CLOSED.match(text, found.stop, found.stop + 3) else ()
    return holding(naming, found) if found else ()


def next_to(text: str, naming: Naming, names: Sequence[Naming]) -> Naming | None:
    """The name behind a comma, that owns nothing itself: none for "In Paris, Russia's envoy"."""
    behind = (each for each in names if naming.stop < each.start and NEXT.fullmatch(text, naming.stop, each.start))
    found = next(behind, None)
    return found if found and not OWNED.match(text, found.stop) else None


def owner_before(text: str, naming: Naming, names: Sequence[Naming]) -> tuple[Site, ...]:
    """ "Russia's Kursk region", "North Korea's eastern city of Wonsan": the country."""
    for other in names:
        if other.stop < naming.start and OWN.fullmatch(text, other.stop, naming.start):
            return holding(naming, other)
    return ()


def people_before(text: str, naming: Naming, names: Sequence[Naming]) -> tuple[Site, ...]:
    """ "the Syrian town of Kobani": Syria; "the Texas city Paris"."""
    for other in names:
        gap = other.stop < naming.start and text[other.stop : naming.start]
        if gap and (OF_KIND.fullmatch(gap) or (AFTER.match(text, naming.stop) and ONLY_PLAIN.fullmatch(gap))):
            return holding(naming, other)
    return ()


def holder_in(text: str, naming: Naming, names: Sequence[Naming]) -> tuple[Site, ...]:
    """ "Mosul in northern Iraq": Iraq."""
    for other in names:
        if naming.stop < other.start and IN.fullmatch(text, naming.stop, other.start):
            return holding(naming, other)
    return ()


RULES = (
    (holder_after, 1.0),
    (owner_before, 1.0),
    (people_before, 1.0),
    (holder_in, 0.7),
)


def holding(naming: Naming, other: Naming) -> tuple[Site, ...]:
    """The places of a name that may hold another; none for the name of a country."""
    if any(each.kind == "country" for each in namesakes(naming.words)[:1]):
        return ()
    return tuple(each for each in namesakes(other.words) if each.kind in HOLDERS)


def listed(text: str, naming: Naming, names: Sequence[Naming]) -> Iterator[Site]:
    """The countries and regions that stand in a list with a name, right before or after it."""
    for other in names:
        first, last = sorted((naming, other), key=lambda each: each.start)
        if first.stop < last.start and LIST.fullmatch(text, first.stop, last.start):
            found = namesakes(other.words)
            if found and found[0].kind in {"country", "region"}:
                yield found[0]


def holds(holder: Site, site: Site) -> bool:
    """Whether a place lies in another: in a country, in a region of it, or close by the middle of a district."""
    if holder.kind == "country":
        return site.country == holder.country and site.kind != "country"
    if holder.kind == "region":
        return site.region == holder.id
    close = abs(site.latitude - holder.latitude) < 1 and abs(site.longitude - holder.longitude) < 1
    return close and site.kind == "city" and site.country == holder.country


def kinds_beside(text: str, naming: Naming) -> frozenset[str]:
    """The kinds that a noun beside a name speaks of: "Kursk region", "city of Wonsan"."""
    after, before = AFTER.match(text, naming.stop), BEFORE.search(text, max(0, naming.start - 30), naming.start)
    listed = LISTED.match(text, naming.stop)
    nouns = [after[1].lower()] if after else [PLURALS[listed[1]]] if listed else []
    nouns += [before[1].lower()] if before else []
    return frozenset(kind for noun in nouns for kind in KINDS_OF[noun])
