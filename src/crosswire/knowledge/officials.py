"""Who held which office when: heads of state and government, ministers of foreign affairs and defence since 2000."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import cache

from crosswire.knowledge.lexicon import rows
from crosswire.records import Record


class Official(Record, frozen=True):
    """A person known by an office; `sector` is GOV while it is held, ELI after, None where the tables do not tell."""

    name: str
    country: str
    office: str  # head, foreign minister, defence minister
    sector: str | None


class Term(Record, frozen=True):
    """An office held from `start`; where `stop` is None the tables tell nothing after `known`. Days in ISO form."""

    surname: str
    words: frozenset[str]
    official: Official
    start: str
    stop: str | None
    known: str


def find_official(name: str, day: date | None) -> Official | None:
    """Whom a name means on a day: a full name at any time, a bare surname only for one leader or foreign minister then.

    None where two persons of different countries fit.
    """
    words = plain(name)
    if not words:
        return None
    terms = [term for word in dict.fromkeys(words) for term in terms_by_surname().get(word, ())]
    if len(words) > 1:
        terms = [t for t in terms if {words[0], words[-1]} <= t.words]
    elif day is not None:
        terms = [t for t in terms if t.start <= day.isoformat() <= t.known and t.official.office != "defence minister"]
    else:
        return None
    if len({term.official.country for term in terms}) != 1:
        return None
    last = max(terms, key=lambda term: (holds(term, day) == "GOV", term.start))
    return Official(last.official.name, last.official.country, last.official.office, holds(last, day))


def holds(term: Term, day: date | None) -> str | None:
    """GOV for a day in the term, ELI after it, None before it or where nothing is known."""
    when = day.isoformat() if day else ""
    if term.start <= when <= term.known:
        return "GOV"
    return "ELI" if term.stop and when > term.stop else None


@cache
def terms_by_surname() -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for row in rows("officials"):
        official = Official(row["name"], row["country"], row["office"], None)
        words = frozenset(plain(row["name"]))
        for surname in plain(row["surname"])[-1:]:
            term = Term(surname, words, official, row["start"], row["stop"] or None, row["known"])
            found.setdefault(surname, []).append(term)
    return {surname: tuple(terms) for surname, terms in found.items()}


def plain(name: str) -> tuple[str, ...]:
    """The words of a name without accents, case or hyphens: "Kim Jong-un" -> kim, jong, un."""
    letters = unicodedata.normalize("NFKD", name.casefold()).replace("-", " ").replace("’", "'")
    return tuple("".join(c for c in letters if not unicodedata.combining(c)).split())
