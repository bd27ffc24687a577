"""The people of a report: one person for all the names that fit one another, with what each introduction tells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

import msgspec

from crosswire.knowledge.officials import STATE, Official, find_official
from crosswire.language.names import PARTICLES, Naming
from crosswire.language.roles import BELOW
from crosswire.records import Actor, Record


class Person(Record, frozen=True):
    """A person of the report: the fullest name, and the actor."""

    words: tuple[str, ...]
    actor: Actor

    def holds(self, title: str, former: bool) -> bool:
        """Whether one who is called only by a title may be this person: no former president is "the president"."""
        own = (self.actor.office or "").casefold().split()
        fits = own == title.split() if " " in title else own[-1:] == [title] and own[0] not in BELOW
        return fits and (former or self.actor.sector != "ELI")


class People(Record, frozen=True):
    """The people of a report, found by full name, by surname, by the family name where it comes first, or by office."""

    known: tuple[Person, ...]
    by_name: dict[tuple[str, ...], int]
    by_office: dict[str, list[Person]]  # by the last word of it
    by_surname: dict[str, list[Person]]

    def of(self, name: tuple[str, ...]) -> Person | None:
        index = self.by_name.get(plain(name))
        return None if index is None else self.known[index]

    def bearing(self, name: tuple[str, ...]) -> list[Person]:
        """Those who may be called by a name, of one word, who bear another before it."""
        words = plain(name)
        return self.by_surname.get(words[0], []) if len(words) == 1 else []


def plain(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name as it is compared: without accents and the mark of possession, a double name as one word.

    "Abdel-Karim" is one word, and what hyphens else join is several: "el-Masri" is "Masri", "Jong-un" may be "Jong Un".
    """
    found: list[str] = []
    double = False
    for at, word in enumerate(name):
        if double:
            found[-1] += f"-{unaccented(word)}"
        elif word not in {"’s", "'s", "-"}:
            found.append(unaccented(word))
        last, after = name[at - 1 : at], name[at + 1 : at + 2]
        double = word == "-" and capitals(last) and capitals(after) and last[0].lower() not in PARTICLES
    return tuple(found)


def capitals(words: tuple[str, ...]) -> bool:
    return bool(words) and words[0][:1].isupper()


@cache
def unaccented(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def gather(
    found: Iterable[Naming], day: date | None, things: frozenset[str], countries: frozenset[str] = frozenset()
) -> People:
    """One person for all the names that fit one another; what each introduction tells of him is kept.

    Of one whom the report leaves without an office, what the tables know for its day. `things` are no short names,
    `countries` the states the report names.
    """
    told: dict[tuple[str, ...], list[Naming]] = {}
    for naming in found:
        name = plain(naming.name)  # of marks alone nothing is left
        if name and not naming.body:
            told.setdefault(name, []).append(naming)
    groups = grouped(told)
    order = {name: position for position, name in enumerate(told)}
    groups.sort(key=lambda g: min(order[n] for n in g))
    groups = together((g, known_by_office(described(g, told), day, countries)) for g in groups)
    known = tuple(Person(g[0], known_by_office(described(g, told), day, countries)) for g in groups)
    by_office: dict[str, list[Person]] = {}
    for person in known:
        for word in (person.actor.office or "").casefold().split()[-1:]:
            by_office.setdefault(word, []).append(person)
    by_surname: dict[str, list[Person]] = {}
    for person in known:
        if len(person.words) > 1:
            by_surname.setdefault(plain(person.words)[-1], []).append(person)
    return People(known, indexed(groups, things, told), by_office, by_surname)


def grouped(told: Mapping[tuple[str, ...], Sequence[Naming]]) -> list[list[tuple[str, ...]]]:
    """The names of each person, the fullest first; a lone surname is of whom the report names most by it."""
    names = sorted(told, key=lambda n: (-len(n), n))
    groups: list[list[tuple[str, ...]]] = []
    by_ends: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    parts = by_parts(groups)
    for name in names:
        group = by_ends.get((name[0], name[-1])) if len(name) > 1 else the_one(parts, name[0], told)
        if group is None:
            groups.append(group := [])
            by_ends[name[0], name[-1]] = group
            if len(name) > 1:
                for part in (-1, 0):
                    parts[part].setdefault(name[part], []).append(group)
        group.append(name)
    return groups


def together(borne: Iterable[tuple[list[tuple[str, ...]], Actor]]) -> list[list[tuple[str, ...]]]:
    """The names of each person, also where the tables alone tell whose a surname is that several in a report bear."""
    by_person: dict[str, list[tuple[str, ...]]] = {}
    for names, actor in borne:
        by_person.setdefault(actor.wikidata or " ".join(names[0]), []).extend(names)
    return [sorted(names, key=lambda n: (-len(n), n)) for names in by_person.values()]


Parts = dict[int, dict[str, list[list[tuple[str, ...]]]]]


def by_parts(groups: Iterable[list[tuple[str, ...]]]) -> Parts:
    """The people by the last and by the first word of their fullest name."""
    found: Parts = {-1: {}, 0: {}}
    for group in groups:
        for part, people in found.items():
            people.setdefault(group[0][part], []).append(group)
    return found


def the_one(parts: Parts, word: str, told: Mapping[tuple[str, ...], Sequence[Naming]]) -> list[tuple[str, ...]] | None:
    """The names of the person with that surname who is named most, else of the only one with that given name."""
    if family := parts[-1].get(word):
        return max(family, key=lambda names: sum(len(told[name]) for name in names))
    given = parts[0].get(word, [])
    return given[0] if len(given) == 1 else None


def indexed(
    groups: Sequence[list[tuple[str, ...]]], things: frozenset[str], told: Mapping[tuple[str, ...], Sequence[Naming]]
) -> dict[tuple[str, ...], int]:
    """Where the person of a name stands: of a full name, or of a part of it that means one there."""
    by_name = {name: index for index, g in enumerate(groups) for name in g}
    parts = by_parts(groups)
    for index, group in enumerate(groups):
        for word in (group[0][-1], group[0][0]):
            if len(group[0]) > 1 and word not in things and the_one(parts, word, told) is group:
                by_name.setdefault((word,), index)
    return by_name


def known_by_office(actor: Actor, day: date | None, countries: frozenset[str]) -> Actor:
    """An actor with what the tables know of the day: country, Wikidata id, office and sector if the words give none."""
    official = official_of(actor, day, countries)
    if official is None:
        return actor
    return msgspec.structs.replace(
        actor,
        country=official.country,
        sector=sector_on_day(actor, official),
        office=actor.office or official.office,
        wikidata=official.wikidata,
    )


def official_of(actor: Actor, day: date | None, countries: frozenset[str]) -> Official | None:
    """The official of a person's name and country; of another state that is told of only where all know the full name.

    Words beside a name may be of another: "Hillary Clinton, Filipino nurses and ..".
    """
    leading = actor.office is None or actor.office.split()[-1] in LEADING or is_running(actor.office)
    wanted = frozenset({actor.country}) if actor.country else countries
    official = find_official(actor.name, day, wanted, famous=day is None) if actor.country or leading else None
    if official and meant(actor, official, wanted):
        return official
    other = find_official(actor.name, day, countries) if actor.country and " " in actor.name else None
    return other if other and other.well_known and other.country in countries else None


def sector_on_day(actor: Actor, official: Official) -> str | None:
    """The sector that the words give, or that of the day where they give no office that is held then."""
    if actor.office is None:
        return actor.sector or official.sector
    if has_left(actor, official):
        return "ELI"
    return official.sector or actor.sector if is_running(actor.office) else actor.sector


def has_left(actor: Actor, official: Official) -> bool:
    """Whether the office that words give somebody is one that he has left: "Secretary Albright" is one no more."""
    own = set((actor.office or "").casefold().split())
    past = (set(office.casefold().split()) for office in official.left)
    return bool(own) and any(own <= office for office in past)


def meant(actor: Actor, official: Official, countries: frozenset[str]) -> bool:
    """Whether a person is the official of his name: one whom all know, or one with an office in a state told of."""
    if actor.country or not official.well_known:
        return official.country in countries and (official.well_known or actor.office is not None)
    return True


LEADING = set(
    "president premier chancellor minister leader king queen emperor state secretary senator representative "
    "congressman congresswoman candidate nominee".split()
)


RUNNING = {"candidate", "contender", "frontrunner", "hopeful", "nominee", "runner"}


def is_running(office: str) -> bool:
    """Whether what somebody is called is no office but his wish for one, so that it tells of no sector."""
    return office.casefold().split()[-1] in RUNNING


def elite(sector: str | None) -> bool:
    """Whether who has left an office of a sector is of the elite; a former director of a firm is not."""
    return sector is None or sector in STATE or sector == "PTY"


def described(names: Sequence[tuple[str, ...]], told: Mapping[tuple[str, ...], Sequence[Naming]]) -> Actor:
    """The actor all introductions of one person tell of; the first that gives a value wins.

    Who is called a former rival or candidate has held no office for it.
    """
    seen = [naming for name in names for naming in told[name]]
    roles = [n.role for n in seen if n.role]
    role = next((each for each in roles if each.phrase != "counterpart"), None)
    held = next((each for each in [role, *roles] if each and not is_running(each.phrase)), None)
    sector = held.sector if held else None
    former = any(n.former and n.role and not is_running(n.role.phrase) for n in seen)
    return Actor(
        name=" ".join(told[names[0]][0].name).replace(" - ", "-"),
        kind="person",
        country=next((n.country for n in seen if n.country), None),
        sector="ELI" if former and elite(sector) else sector,
        office=role.phrase if role else None,
        secondary=role.second if role and not former else None,
    )
