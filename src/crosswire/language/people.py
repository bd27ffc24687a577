"""The people of a report: one person for all the names that fit one another, with what each introduction tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from crosswire.knowledge.officials import find_official
from crosswire.language.names import Naming
from crosswire.records import Actor, Record


class Person(Record, frozen=True):
    """A person of the report: the fullest name, and the actor."""

    words: tuple[str, ...]
    actor: Actor

    def holds(self, title: str) -> bool:
        return self.actor.title is not None and self.actor.title.casefold().split()[-1] == title.split()[-1] and (
            len(title.split()) == 1 or self.actor.title.casefold() == title
        )  # fmt: skip


class People(Record, frozen=True):
    """The people of a report, found by full name, by surname, or by the family name where it comes first."""

    known: tuple[Person, ...]
    by_name: dict[tuple[str, ...], int]

    def of(self, name: tuple[str, ...]) -> Person | None:
        name = tuple(word for word in name if word not in {"’s", "'s"})
        index = self.by_name.get(name)
        return None if index is None else self.known[index]


def gather(found: Iterable[Naming], day: date | None) -> People:
    """One person for all the names that fit one another; what each introduction tells of him is kept.

    Of one whom the report leaves without an office, what the tables know for its day.
    """
    told: dict[tuple[str, ...], list[Naming]] = {}
    for naming in found:
        if naming.name:
            told.setdefault(naming.name, []).append(naming)
    full = sorted((name for name in told if len(name) > 1), key=lambda n: (-len(n), n))
    groups: list[list[tuple[str, ...]]] = []
    for name in full:
        group = next((g for g in groups if same_person(g[0], name)), None)
        groups.append([name]) if group is None else group.append(name)
    for name in sorted(name for name in told if len(name) == 1):
        group = by_part(groups, name[0])
        groups.append([name]) if group is None else group.append(name)
    order = {name: position for position, name in enumerate(told)}
    groups.sort(key=lambda g: min(order[n] for n in g))
    known = tuple(Person(g[0], known_by_office(described(g, told), day)) for g in groups)
    by_name = {name: index for index, g in enumerate(groups) for name in g}
    for part in (-1, 0):
        for index, group in enumerate(groups):
            same = [g for g in groups if g[0][part] == group[0][part]]
            if len(same) == 1 and len(group[0]) > 1:
                by_name.setdefault((group[0][part],), index)
    return People(known, by_name)


def same_person(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """ "Donald J. Trump" and "Donald Trump"; "Kim Jong Un" and "Jong Un" are not taken for certain."""
    return longer[-1] == shorter[-1] and longer[0] == shorter[0]


def by_part(groups: list[list[tuple[str, ...]]], word: str) -> list[tuple[str, ...]] | None:
    for part in (-1, 0):
        fitting = [g for g in groups if g[0][part] == word and len(g[0]) > 1]
        if len(fitting) == 1:
            return fitting[0]
    return None


def known_by_office(actor: Actor, day: date | None) -> Actor:
    """An actor with country and sector from the table of officials, where the report gives neither."""
    official = None if actor.country or actor.title else find_official(actor.name, day)
    return actor if official is None else Actor(actor.name, actor.kind, official.country, official.sector)


def described(names: Sequence[tuple[str, ...]], told: dict[tuple[str, ...], list[Naming]]) -> Actor:
    """The actor all introductions of one person tell of; the first that gives a value wins."""
    seen = [naming for name in names for naming in told[name]]
    role = next((n.role for n in seen if n.role and n.role.phrase != "counterpart"), None)
    former = any(n.former for n in seen)
    return Actor(
        name=" ".join(names[0]).replace(" - ", "-"),
        kind="person",
        country=next((n.country for n in seen if n.country), None),
        sector="ELI" if former else role.sector if role else next((n.role.sector for n in seen if n.role), None),
        title=role.phrase if role else None,
    )
