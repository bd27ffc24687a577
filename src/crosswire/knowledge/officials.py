"""Who held which office when, and what became of him: the persons of data/officials.sqlite, asked by name and day."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import resources

from crosswire.knowledge.lexicon import rows
from crosswire.knowledge.spelling import distance, plain, sounds
from crosswire.records import Record

GRACE = timedelta(days=365)  # an office without an end is taken to be held so long after the tables last tell of it
STATE = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY"}  # who leaves one of these is of the elite
PARTS = ("GOV", "MIL", "SPY", "COP", "JUD", "LEG", "REL")  # of several offices held, the first of these tells
LEADERS, FAMOUS = 1, 2  # ranks: heads and foreign ministers; whom the news calls by surname at other times too
SEATED = re.compile(
    r"minister|secretary of state|(?:home|foreign|defence) secretary|chancellor|treasurer", re.IGNORECASE
)
SEPARATE = re.compile(r"ambassador|governor|\bof (?!state|foreign|the exchequer)[a-z ]{0,60}$", re.IGNORECASE)


class Official(Record, frozen=True):
    """A person known by an office; `office` is the one held on the day, `sector` ELI after the last of the state's.

    `office` and `sector` are None for a day the tables do not tell of; `left` are the offices of one who is ELI on it.
    """

    name: str
    country: str
    office: str | None
    sector: str | None
    wikidata: str | None = None
    well_known: bool = False  # a leader, a foreign minister or one whom the news names without more
    left: tuple[str, ...] = ()


class Term(Record, frozen=True):
    """An office from `start` to `stop`; where that is empty the tables tell nothing after `known`. Days in ISO form."""

    country: str
    office: str
    sector: str
    start: str
    stop: str
    known: str
    rank: int


class Person(Record, frozen=True):
    """Names, the usual one first, and terms by their start."""

    names: tuple[str, ...]
    wikidata: str | None
    terms: tuple[Term, ...]

    def rank(self) -> int:
        return min(term.rank for term in self.terms)


@lru_cache(maxsize=1 << 14)
def find_official(
    name: str, day: date | None, countries: frozenset[str] = frozenset(), *, famous: bool = False
) -> Official | None:
    """Whom a name means on a day: by a full name in any usual spelling; by surname one leader or foreign minister then.

    `countries` are those the words around speak of: where two bear a name, theirs is meant. `famous` lets a surname
    mean one whom all know at any time. None where persons of two countries fit. Without a day, what is last known.
    """
    heard = sounds(name)
    if not heard:
        return None
    fits = full_name(heard, name, close=famous) if len(heard) > 1 else surname(name, heard[0], day, famous=famous)
    person = the_one(fits, day, countries)
    return described(person, day) if person else None


@lru_cache(maxsize=1 << 12)
def known_name(name: str) -> bool:
    """Whether a person of the tables bears just this name, title and all: "Pope Francis"."""
    heard = sounds(name)
    return len(heard) > 1 and any(plain(n) == plain(name) for p in bearing(heard) for n in p.names)


def bearing(heard: tuple[str, ...]) -> list[Person]:
    """Those whose names have two of the words at least."""
    marks = ", ".join("?" * len(heard))
    query = f"select person from word where word in ({marks}) group by person having count(*) > 1 order by person"
    return [person(number) for (number,) in table(os.getpid()).execute(query, heard)]


def full_name(heard: tuple[str, ...], name: str, *, close: bool) -> list[Person]:
    """Those who bear a full name: just so, else as it is heard, else a fuller or shorter form of it."""
    persons, same = bearing(heard), plain(name)
    tiers = (
        [p for p in persons if any(plain(n) == same for n in p.names)],
        [p for p in persons if any(set(sounds(n)) == set(heard) for n in p.names)],
        [p for p in persons if any(fit(heard, sounds(n), known=p.rank() <= FAMOUS) for n in p.names)],
    )
    nearly = [p for p in persons if any(romanised(heard, sounds(n)) for n in p.names)] if close else []
    return next((tier for tier in (*tiers, nearly) if tier), [])


def fit(one: Sequence[str], other: Sequence[str], *, known: bool) -> bool:
    """ "William J. Burns" and "William Burns"; "Jam Kamal Khan Alyani" and "Jam Kamal Khan".

    Of one not well known a name of two words is no part of a longer one: many are called Mohammad and Nuri.
    """
    if min(len(one), len(other)) < 2:
        return False
    ends = known and (one[0], one[-1]) == (other[0], other[-1])
    longer = tuple(one[: len(other)]) == tuple(other) and (known or len(other) > 2)
    return ends or longer or (set(one) < set(other) and (one[-1] == other[-1] or len(one) > 2))


def romanised(one: Sequence[str], other: Sequence[str]) -> bool:
    """The same three words and more, one short one a letter off: "Harry Ho-jen Tseng", "Tseng Hou-jen"."""
    if len(other) < 3 or len(set(one) & set(other)) < len(other) - 1:
        return False
    odd = [word for word in other if word not in one]
    return not odd or any(w not in other and max(len(w), len(odd[0])) < 5 and distance(w, odd[0]) < 2 for w in one)


def surname(name: str, heard: str, day: date | None, *, famous: bool) -> list[Person]:
    """Who is called by a lone word: as one of his names; a leader or foreign minister of the day; one whom all know."""
    query = "select person from word where word = ? and surname order by person"
    persons = [person(number) for (number,) in table(os.getpid()).execute(query, (heard,))]
    word = plain(name)
    alone = [p for p in persons if any(plain(n) == word for n in p.names) and p.rank() <= FAMOUS]
    if alone and (famous or day):
        return alone
    named = [p for p in persons if any(word[0] in plain(n) for n in p.names)]
    leading = [p for p in named if day and any(t.rank <= LEADERS and holds(t, day) for t in p.terms)]
    if leading or not famous:
        return leading
    begun = [p for p in named if p.rank() <= FAMOUS and (day is None or p.terms[0].start <= day.isoformat())]
    return [p for p in begun if p.rank() == 0] or begun


def the_one(persons: Sequence[Person], day: date | None, countries: Collection[str]) -> Person | None:
    """The person meant, or one of several of one country; None where they are of two and nothing tells which."""
    if countries:
        own = [p for p in persons if any(t.country in countries for t in p.terms)]
        persons = own or persons
    for kept in (
        persons,
        [p for p in persons if day and any(holds(t, day) for t in p.terms)],
        [p for p in persons if p.rank() <= FAMOUS],
        [p for p in persons if p.rank() <= LEADERS],
    ):
        if kept and len({p.terms[-1].country for p in kept}) == 1:
            return min(
                kept, key=lambda p: (not any(day and holds(t, day) for t in p.terms), p.rank(), p.wikidata is None)
            )
    return None


def described(person: Person, day: date | None) -> Official:
    """What a person is on a day."""
    now = [term for term in person.terms if holds(term, day)]
    if now:
        term = min(now, key=lambda t: (place(t.sector), t.rank, t.office in {"official", "leader"}, -days(t.start)))
        return Official(
            person.names[0], term.country, term.office, term.sector, person.wikidata, person.rank() <= FAMOUS
        )
    begun = [term for term in person.terms if day is None or term.start <= day.isoformat()]
    last = max(begun or person.terms[:1], key=lambda term: (term.stop or term.known, term.start))
    sector, famous = after(begun, last, day), person.rank() <= FAMOUS
    past = tuple(term.office for term in begun) if day and sector == "ELI" else ()
    return Official(person.names[0], last.country, None, sector, person.wikidata, famous, past)


def holds(term: Term, day: date | None) -> bool:
    """Whether an office is held on a day, as far as the tables tell; without a day, whether they know no end."""
    if day is None:
        return not term.stop
    if term.stop:
        return term.start <= day.isoformat() < term.stop or term.start == day.isoformat()
    return term.start <= day.isoformat() <= (date.fromisoformat(term.known) + GRACE).isoformat()


def after(begun: Sequence[Term], last: Term, day: date | None) -> str | None:
    """The sector of one who holds nothing any more: a seat in parliament, else ELI; None where no end is told."""
    led = day and any(term.rank == 0 and term.stop and term.stop <= day.isoformat() for term in begun)
    if not begun or not (led or all(term.stop or later(term, begun) for term in begun)):
        return None  # of one who has led a state, what the tables leave open is past too
    if day and keeps_seat(begun, day):
        return "LEG"
    return "ELI" if any(term.sector in STATE for term in begun) else last.sector


def later(term: Term, begun: Sequence[Term]) -> bool:
    """Whether one is known to have left an office without a told end: another of his began and ended after."""
    return any(other.start > term.start and other.stop for other in begun)


def keeps_seat(begun: Sequence[Term], day: date) -> bool:
    """Whether a minister who sat in parliament has left the government since its last election and not the seat."""
    seats = [term for term in begun if term.sector == "LEG"]
    for term in begun:
        minister = term.sector == "GOV" and SEATED.search(term.office) and not SEPARATE.search(term.office)
        elections = parliaments().get(term.country, ())
        if minister and elections and not any(term.stop < e <= day.isoformat() for e in elections):
            return bool(day.isoformat() >= term.stop and not any(seat.stop >= term.stop for seat in seats))
    return False


def place(sector: str) -> int:
    return PARTS.index(sector) if sector in PARTS else len(PARTS)


def days(start: str) -> int:
    """A day as a number, the later the greater: "2004-03-09" as 20040309."""
    return int(start.replace("-", "").ljust(8, "0"))


@lru_cache(maxsize=1 << 12)
def person(number: int) -> Person:
    names, wikidata = (
        table(os.getpid()).execute("select names, wikidata from person where id = ?", (number,)).fetchone()
    )
    query = "select country, office, sector, start, stop, known, rank from term where person = ? order by start, office"
    terms = tuple(Term(*row) for row in table(os.getpid()).execute(query, (number,)))
    return Person(tuple(names.split("|")), wikidata or None, terms)


@cache
def parliaments() -> Mapping[str, tuple[str, ...]]:
    """Days of elections in the states whose ministers sit in parliament."""
    return {row["country"]: tuple(row["elections"].split("|")) for row in rows("parliaments")}


@cache
def table(process: int) -> sqlite3.Connection:
    """The packed table, read where it lies; one connection a process, for a fork must not share one."""
    file = resources.files("crosswire.data") / "officials.sqlite"
    return sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True, check_same_thread=False)
