"""People by name in a phrase: with an office before the name, behind a comma, or alone."""

from __future__ import annotations

from datetime import date

from crosswire.knowledge.lexicon import find_names, titles
from crosswire.knowledge.offices import GENERAL, Office, holding, listed, office_of
from crosswire.knowledge.officials import STATE, Official, find_official, known_name
from crosswire.knowledge.phrases import ADDRESSES, Part, Phrase, Said
from crosswire.knowledge.whose import PLACES, behind_country, country_of, owner_country


def person(phrase: Phrase, near: frozenset[str], day: date | None) -> Said | None:
    """A person by name, with or without an office before it or set apart by a comma."""
    if phrase.core.words[0][:1].isupper() and not phrase.owner and not phrase.aside and len(phrase.core.words) > 1:
        titled = known_name(phrase.core.text) and find_official(phrase.core.text, day, near, famous=True)
        if titled:  # "Pope Francis", "King Charles"
            return bearer(phrase.core.text, titled, None, None, phrase.former)
    office, country, name = office_and_name(phrase.core)
    if phrase.owner and (office or phrase.aside):
        country = country or owner_country(phrase.owner)
    if not name and phrase.aside and all(map(is_name, phrase.aside.words)):
        name = office_and_name(phrase.aside)[2] or phrase.aside.words
        office = office_of(phrase.core.small) or office
        country = country or country_of(phrase.core.words)
        if phrase.owner:
            body = office_of(phrase.owner.small)
            office = (
                Office(phrase.core.text, body.sector, body.second)
                if office and body and office.phrase in GENERAL
                else office
            )
    elif phrase.aside:
        aside = office_of(phrase.aside.small)
        office = office or aside
        country = country or country_of(phrase.aside.words)
    if office is None and not phrase.aside and not (name and known_name(" ".join(name))):
        last = phrase.behind[-1][1] if phrase.behind else phrase.core
        known = trailing_name(last)
        if known:
            name, before = known, phrase.core.words if phrase.behind else last.words[: -len(known)]
            office, country = office_of(Part(before).small), country_of(before)
    if not name or (office is None and phrase.owner) or is_body(name):
        return None
    country = country or behind_country(phrase)
    wanted = frozenset({country}) if country else near
    official = find_official(" ".join(name), day, wanted, famous=True)
    if official and office and not plausible(official, office, country):
        official = None
    if official is None and office is None:
        return None
    return bearer(" ".join(name), official, office, country, phrase.former)


MODIFYING = {"deputy", "vice", "acting", "assistant", "first", "second", "senior"}
# what one is said to be now, whatever the tables know to be past
HELD = frozenset("chief head director secretary chairman president leader representative spokesman envoy".split())


def bearer(name: str, official: Official | None, office: Office | None, country: str | None, former: bool) -> Said:
    """A person with what the words and the tables tell: the words hold, for they speak of the day."""
    sector = office.sector if office else None
    second = office.second if office else None
    if official and (sector is None or (office and office.phrase in GENERAL and not office.second)):
        now = office and official.sector == "ELI" and (sector or office.phrase in HELD)
        sector, second = (sector or "GOV" if now else official.sector or sector), None
    if former and (sector is None or sector in STATE):
        sector, second = "ELI", None
    place = country or (official.country if official else None)
    held = (
        None
        if former
        else office.phrase
        if office and sector == office.sector
        else official.office
        if official
        else None
    )
    return Said(
        official.name if official else name,
        "person",
        place,
        sector,
        second,
        held,
        official.wikidata if official else None,
    )


def is_body(name: tuple[str, ...]) -> bool:
    """Whether the name behind a word like "company" is a body's the tables know."""
    found = find_names(name)
    return bool(found) and found[0][:2] == (0, len(name)) and found[0][2].kind not in PLACES


def plausible(official: Official, office: Office, country: str | None) -> bool:
    """Whether the words may tell of the official of that name: of his state, and no neighbour in a flat."""
    return country in {None, official.country} and (official.well_known or office.sector in {None, *STATE})


def trailing_name(part: Part) -> tuple[str, ...]:
    """The known name at the end of a part, not all of it: of "State Antony Blinken" the last two words."""
    words = part.words
    for start in range(max(1, len(words) - 5), len(words) - 1):
        name = words[start:]
        if all(map(is_name, name)) and known_name(" ".join(name)):
            return () if words[start - 1].lower() in titles() else name  # "for President Macron" tells of another
    return ()


def office_and_name(core: Part) -> tuple[Office | None, str | None, tuple[str, ...]]:
    """The office, the country before it and the name behind it: "Armenian Prime Minister Nikol Pashinyan"."""
    words, small = core.words, core.small
    words = words[next((i for i, w in enumerate(small) if w not in ADDRESSES and w != "."), 0) :]
    small = tuple(w.lower() for w in words)
    for stop in range(1, len(words)):
        rest = words[stop:]
        office = holding(small[:stop], stop - 1)
        if office and all(map(is_name, rest)) and rest[0][:1].isupper() and not title_at(small, stop):
            return office_of(small[:stop]) or office, country_of(words[:stop]), rest
    if words and all(map(is_name, words)) and words[0][:1].isupper() and small[-1] not in titles():
        country = next(
            (
                e.country
                for start, stop, e in find_names(words)
                if start == 0 and e.kind == "demonym" and stop < len(words)
            ),
            None,
        )
        return None, country, words[1:] if country else words
    return None, None, ()


def title_at(small: tuple[str, ...], at: int) -> bool:
    """Whether the title goes on: behind the "deputy" of "Deputy Prime Minister", at the "general" of "Army General"."""
    begins = any(" ".join(small[at:stop]) in titles() for stop in range(at + 1, min(len(small), at + 4) + 1))
    return begins or small[at - 1] in MODIFYING


def is_name(word: str) -> bool:
    """Whether a word may be in a person's name: a capital, a particle, the "yeol" of "Yoon Suk-yeol"."""
    return word[:1].isupper() or not word[0].isalnum() or (word.islower() and len(word) < 6 and not listed([word]))


def leader(phrase: Phrase, near: frozenset[str], day: date | None) -> Official | None:
    """The person whose people a phrase tells of: "Trump supporters", "followers of Moqtada al-Sadr"."""
    capitals = tuple(w for w in phrase.core.words[:-1] if w[:1].isupper() or w in {"-", "al"})
    patrons = [part for preposition, part in phrase.behind if preposition in {"of", "to", "for"}]
    others = [office_and_name(part)[2] or part.words for part in patrons]
    for words in (capitals, *([phrase.owner.words] if phrase.owner else []), *others):
        if words and all(map(is_name, words)):
            official = find_official(" ".join(words), day, near, famous=True)
            if official:
                return official
    return None
