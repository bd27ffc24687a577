"""Makes data/officials.sqlite: `python -m tools.officials FOLDER` with the public tables of offices in it.

Who held which office when: every source's rows put together, one person for all the spellings of a name in a country.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from crosswire.knowledge.offices import office_of
from crosswire.knowledge.spelling import plain, sounds
from tools.held import Held, sources
from tools.tables import DATA

SCHEMA = """
    create table person (id integer primary key, names text not null, wikidata text not null);
    create table word (word text, person integer, surname integer, primary key (word, person)) without rowid;
    create table term (
        person integer, country text, office text, sector text, start text, stop text, known text, rank integer,
        primary key (person, start, stop, office, country)
    ) without rowid;
"""
SURNAME_FIRST = {"CHN", "HKG", "KHM", "KOR", "PRK", "TWN", "VNM"}
UNIONS = {"UNO", "IGO", "EUR"}  # an official of these may have held an office at home
KINDS = (  # offices that one person holds at a time, by their words
    ("president", r"(?:federal |interim )?president|president of the republic"),
    ("supreme leader", r"supreme leader"),
    ("prime minister", r"(?:federal )?(?:prime minister|premier|chancellor|taoiseach)"),
    ("monarch", r"king|emperor|sultan|emir|monarch|grand duke"),
    (
        "foreign minister",
        r"(?:federal |state )?(?:minister|secretary) (?:of|for) (?:foreign|external) (?:affairs|relations)(?: and .*)?"
        r"|foreign (?:minister|secretary)|(?:united states )?secretary of state(?: for foreign.*affairs)?"
        r"|minister of europe and foreign affairs",
    ),
    (
        "defence minister",
        r"(?:federal )?(?:minister|secretary) (?:of|for) (?:national )?defen[cs]e(?: and .*)?"
        r"|defen[cs]e (?:minister|secretary)|secretary of state for defence",
    ),
    (
        "interior minister",
        r"minister of (?:the )?(?:interior|internal affairs|home affairs)|(?:interior|home) minister",
    ),
    ("finance minister", r"minister of finance|finance minister|treasury secretary|secretary of the treasury"),
)
RANKS = {"president": 0, "supreme leader": 0, "prime minister": 0, "monarch": 0, "foreign minister": 1}
WELL_KNOWN, OTHERS = 2, 5
NEWEST = {"factbook", "leaders"}
TRUST = ("hand", "wikidata", "factbook", "leaders", "cia", "phoenix", "reign")


class Person:
    """A person while the sources are put together."""

    def __init__(self, number: int) -> None:
        self.number, self.wikidata, self.well_known = number, "", False
        self.names: dict[str, None] = {}
        self.terms: list[Held] = []


def main(folder: Path) -> None:
    """Writes the table anew."""
    persons = [person for person in gathered(sources(folder)) if person.terms]
    close_open_terms(persons)
    persons.sort(key=lambda p: (next(iter(p.names)), p.terms[0].country, p.wikidata, p.terms[0].start))
    path = DATA / "officials.sqlite"
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as table:
        table.executescript(f"pragma page_size = 4096; {SCHEMA}")
        for number, person in enumerate(persons, start=1):
            table.execute("insert into person values (?, ?, ?)", (number, "|".join(person.names), person.wikidata))
            table.executemany("insert or ignore into word values (?, ?, ?)", sorted(words_of(person, number)))
            table.executemany("insert or ignore into term values (?, ?, ?, ?, ?, ?, ?, ?)", rows_of(person, number))
    table.execute("vacuum")
    table.close()


def gathered(records: Iterable[Held]) -> list[Person]:
    """One person for all records that fit one another, in the order of the sources."""
    persons: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    by_wikidata: dict[str, Person] = {}
    written: dict[str, Person] = {}
    for held in records:
        person = by_wikidata.get(held.wikidata) if held.wikidata else None
        own = held.source == "hand"  # each row is a person of his own: "Mahamat Idriss Déby" is the son
        person = written.get(held.names[0]) if own else person or fitting(held, by_word)
        if person is None:
            person = Person(len(persons))
            persons.append(person)
            written[held.names[0]] = person
        if held.wikidata and not person.wikidata:
            person.wikidata = held.wikidata
            by_wikidata[held.wikidata] = person
        person.well_known = person.well_known or held.source == "hand"
        person.terms.append(held)
        for name in held.names:
            if name not in person.names and (" " in name or held.source == "hand" or not person.names):
                person.names[name] = None
                for word in set(sounds(name)):
                    by_word.setdefault(word, []).append(person)
    return persons


def fitting(held: Held, by_word: dict[str, list[Person]]) -> Person | None:
    """The person of the same country whose name fits, a fuller or a shorter form of it."""
    words = sounds(held.names[0])
    seen: dict[int, Person] = {}
    for word in words:
        for person in by_word.get(word, ()):
            seen[person.number] = person
    fits = [p for p in seen.values() if same(held, words, p)]
    exact = [p for p in fits if any(sounds(name) == words for name in p.names)]
    return (exact or fits or [None])[0]


def same(held: Held, words: tuple[str, ...], person: Person) -> bool:
    """Whether a record may be the person's: of his country, or a union's of just his name; never of two ids."""
    if held.wikidata and person.wikidata and held.wikidata != person.wikidata:
        return False
    countries = {term.country for term in person.terms}
    names = [sounds(name) for name in person.names]
    if held.country not in countries:
        union = held.country in UNIONS or countries <= UNIONS
        return union and len(words) > 1 and words in names
    if len(words) == 1:
        return held.source == "reign" and any(words[0] in name for name in names) and near(held, person)
    return any(fit(words, name) for name in names if len(name) > 1)


def fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "William J. Burns" and "William Burns"; "Kim Jong Un" and "Kim Jong Il" do not."""
    ends = one[0] == other[0] and one[-1] == other[-1] and min(len(one), len(other)) < 3
    return set(one) == set(other) or ends or set(one) < set(other) or set(other) < set(one)


def near(held: Held, person: Person) -> bool:
    return any(abs(int(term.start[:4]) - int(held.start[:4])) <= 1 for term in person.terms)


def kind_of(office: str) -> str | None:
    """The kind of an office only one person has: "Minister of Foreign Affairs" is the foreign minister."""
    bare = re.sub(
        r" of (?:the )?(?!foreign|external|defen|national|interior|internal|home|finance|europe|state)[^,]+$",
        "",
        office.lower(),
    )
    return next((kind for kind, pattern in KINDS if re.fullmatch(pattern, bare)), None)


def local(held: Held) -> bool:
    """Whether an office is of a part of the state: the "President of Catalonia"."""
    return (
        re.search(r"(?i)^(?:president|premier|prime minister|chancellor) of (?!the republic$)", held.office) is not None
    )


def close_open_terms(persons: Iterable[Person]) -> None:
    """Ends a term that no source ends where another is known to have followed in the office."""
    starts: dict[tuple[str, str], list[tuple[str, int, str]]] = {}
    for person in persons:
        for term in person.terms:
            kind = kind_of(term.office)
            if kind and not local(term) and term.source != "cia":
                starts.setdefault((term.country, kind), []).append((term.start, person.number, term.source))
    for person in persons:
        merged: dict[tuple[str, str, str], Held] = {}
        for term in person.terms:
            kind = kind_of(term.office) or term.office.lower()
            after = sorted(
                start
                for start, number, source in starts.get((term.country, kind), ())
                if start > term.start and number != person.number and (term.source != "hand" or source in NEWEST)
            )
            if not term.stop and after and not local(term):
                term = term._replace(stop=after[0], known=after[0])
            known = merged.setdefault((term.country, kind, term.start[:7]), term)
            if not known.stop and not term.stop and term.known > known.known:
                merged[(term.country, kind, term.start[:7])] = known._replace(known=term.known)
        person.terms = [term for term in merged.values() if not better_told(term, list(merged.values()))]


def better_told(term: Held, terms: Iterable[Held]) -> bool:
    """Whether a term without an end is told again, and more fully, by a better source."""
    if term.stop or term.source in {"hand", "factbook", "leaders"}:
        return False
    others = [other for other in terms if TRUST.index(other.source) < TRUST.index(term.source)]
    if any(other.source == "hand" for other in others):
        return True
    return any(other.start <= later(term.start) and (other.stop or other.known) >= term.start for other in others)


def later(day: str) -> str:
    """About a year after a day."""
    return f"{int(day[:4]) + 1}{day[4:]}"


def words_of(person: Person, number: int) -> Iterator[tuple[str, int, int]]:
    """Each word of the names as it is heard, and whether it is one a person may be called by alone."""
    surnames = set()
    for name in person.names:
        heard = sounds(name)
        surnames |= {heard[-1]} if heard else set()
        surnames |= {heard[0]} if heard and person.terms[0].country in SURNAME_FIRST else set()
    for word in {word for name in person.names for word in sounds(name)}:
        yield word, number, int(word in surnames)


def rows_of(person: Person, number: int) -> Iterator[tuple[int, str, str, str, str, str, str, int]]:
    for term in sorted(person.terms):
        words = plain(re.sub(r"([,()])", r" \1", term.office))
        office = office_of(words)
        sector = term.sector or (office.sector if office else None) or "GOV"
        rank = 0 if term.source == "reign" else OTHERS if local(term) else RANKS.get(kind_of(term.office) or "", OTHERS)
        rank = min(rank, WELL_KNOWN) if person.well_known else rank
        yield number, term.country, term.office, sector, term.start, term.stop, term.known, rank


if __name__ == "__main__":
    main(Path(sys.argv[1]))
