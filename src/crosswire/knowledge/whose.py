"""Which state a part of a phrase tells of: by its name, its people, its places, even with a letter wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crosswire.knowledge.gazetteer import sites
from crosswire.knowledge.lexicon import Entry, find_names, names, rows, sovereign
from crosswire.knowledge.phrases import LOCATING, Part, Phrase
from crosswire.knowledge.spelling import distance

PLACES = {"country", "demonym", "capital", "city", "region"}
MISSPELT = 5  # letters; a shorter word with one letter wrong may be another word
BACKED = {"backed", "supported", "funded", "allied", "aligned", "armed", "trained", "sponsored", "friendly"}
DWARFED = 3  # times as many people as a namesake elsewhere make a place the one meant
LONG = 9  # letters; so long a word may have two letters wrong


def country_of(words: Sequence[str]) -> str | None:
    """The one state that a part's names and nationalities tell; "Korean" tells none, nor does "US-Chinese"."""
    told = [(start, stop, e) for start, stop, e in find_names(words) if e.kind in PLACES and own(words, start, stop)]
    if len(told) == 2 and dwelling(told[0], told[1]):
        told = told[:1]
    found = {sovereign(entry.country) for _, _, entry in told if entry.country}
    if not found and not find_names(words):
        found = {country for word in words if (country := misspelt(word))}
    return next(iter(found)) if len(found) == 1 else None


def dwelling(first: tuple[int, int, Entry], second: tuple[int, int, Entry]) -> bool:
    """Whether the first of two names tells where the people of the second live: "Kosovo Serbs"."""
    return first[1] == second[0] and first[2].kind in {"country", "region"} and second[2].kind == "demonym"


def own(words: Sequence[str], start: int, stop: int) -> bool:
    """Whether a state's name is theirs of whom a phrase tells: not in "pro-Russian", "Iranian-backed"."""
    against = start > 1 and words[start - 1] == "-" and words[start - 2].lower() in {"pro", "anti"}
    backed = stop + 1 < len(words) and words[stop] == "-" and words[stop + 1].lower() in BACKED
    return not (against or backed)


def lies_in(words: Sequence[str]) -> str | None:
    """The state that words behind "in", or an owner's, tell of: by a town of any size too."""
    found = country_of(words)
    if found is None and not any(e.kind in PLACES for _, _, e in find_names(words)):
        towns = {country for country in map(of_place, runs(words)) if country}
        found = next(iter(towns)) if len(towns) == 1 else None
    return found


def runs(words: Sequence[str]) -> Iterator[str]:
    """Stretches of words with capitals: the "Puerto Montt" of "Puerto Montt harbour master"."""
    run: list[str] = []
    for word in (*words, ""):
        if word[:1].isupper():
            run.append(word)
        elif run:
            yield " ".join(run)
            run = []


def of_place(name: str, near: frozenset[str] = frozenset()) -> str | None:
    """The state of the place of a name, in any, if it is by far the greatest of its namesakes or one near is named."""
    places = [
        site for site in sites(name) if site.country and site.usual and site.kind in {"city", "region", "district"}
    ]
    own = [site for site in places if site.country in near] or places
    greatest = max(own, key=lambda site: site.population, default=None)
    if greatest is None:
        return None
    rivals = max((s.population for s in own if s.country != greatest.country), default=0)
    return sovereign(greatest.country or "") if greatest.population > DWARFED * rivals else None


def owner_country(owner: Part | None) -> str | None:
    if owner is None:
        return None
    found = country_of(owner.words)
    if found is None:
        found = next((e.country for _, _, e in find_names(owner.words) if e.country), None)
    return found


def behind_country(phrase: Phrase) -> str | None:
    """The state behind "of", "in", "from" or "at": the last of "at the University of St. Andrews in Scotland"."""
    found = [c for preposition, part in phrase.behind if preposition in LOCATING and (c := lies_in(part.words))]
    return found[-1] if found else None


def misspelt(word: str) -> str | None:
    """The state of a name with one letter wrong: "Dehli", "Phillipines"."""
    if len(word) < MISSPELT or not word[:1].isupper() or word in names():
        return None
    allowed = 1 if len(word) < LONG else 2
    near = [(n, c) for n, c in place_names().get(word[:1], ()) if abs(len(n) - len(word)) <= allowed]
    found = {country for name, country in near if distance(word.lower(), name) <= allowed}
    return next(iter(found)) if len(found) == 1 else None


@cache
def place_names() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """One-word names of states, peoples and capitals in small letters, by their first letter."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for row in rows("countries"):
        for name in (*row["names"].split("|"), *row["demonyms"].split("|"), *row["capital"].split("|")):
            if len(name) >= MISSPELT and name.isalpha():
                found.setdefault(name[0], {})[(name.lower(), sovereign(row["iso3"]))] = None
    for row in rows("cities"):
        for name in row["names"].split("|"):
            if len(name) >= MISSPELT and name.isalpha() and int(row.get("population") or 0) > 1_000_000:
                found.setdefault(name[0], {})[(name.lower(), row["country"])] = None
    return {first: tuple(each) for first, each in found.items()}


def countries_in(text: str) -> Iterator[str]:
    """The states a text speaks of, as often as it does."""
    for _, _, entry in find_names(taken_words(text)):
        if entry.kind in PLACES and entry.country and not entry.doubtful:
            yield entry.country


def taken_words(text: str) -> tuple[str, ...]:
    return tuple(word.strip('.,;:!?()"“”') or word for word in text.replace("’s", " ’s").replace("'s", " 's").split())
