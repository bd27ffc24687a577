"""Who is meant by a phrase: country, sector, office and person, from the words, their context and the day.

    >>> actor("the Mongolian president").country
    'MNG'

The words decide first, then what the tables know of the day. Where two are meant as likely as not, nobody is.
"""

from __future__ import annotations

from datetime import date

import msgspec

from crosswire.knowledge.bearers import person
from crosswire.knowledge.bodies import alike, bodies, heard, known, on_day
from crosswire.knowledge.kinds import body_in, role
from crosswire.knowledge.lexicon import Entry, country_name, find_names, sovereign
from crosswire.knowledge.officials import STATE
from crosswire.knowledge.phrases import Part, Phrase, Said, pieces_of, taken_apart
from crosswire.knowledge.whose import PLACES, behind_country, countries_in, country_of, of_place, owner_country
from crosswire.records import Actor

PARTIAL = frozenset(  # the manual's partially recognised entities, and their peoples
    "Abkhazia|South Ossetia|Transnistria|Nagorno-Karabakh|Artsakh|Northern Cyprus|Somaliland|Western Sahara|"
    "Donetsk People's Republic|Luhansk People's Republic|Republika Srpska Krajina|Turkish Republic of Northern Cyprus|"
    "Republic of Artsakh|Trans-Dniester|Sahrawi Republic|Sahrawi Arab Democratic Republic".split("|")
)
OFFICES = frozenset("office offices bureau cabinet residence palace house headquarters team entourage".split())
BODIES = STATE | {"PTY", "JRN", "EDU"}


def actor(mention: str, context: str | None = None, day: date | None = None) -> Actor | None:
    """The actor a phrase stands for; None where nothing is known of it.

    `context` is text around, `day` the day spoken of. Without a day the answer is the last that the tables know.
    """
    whole = Part(pieces_of(mention))
    phrase = Phrase(whole) if known(whole) else taken_apart(mention)  # "The Hague" has its article
    if not phrase.core.words:
        return None
    near = frozenset(countries_in(context or ""))
    for rule in RULES:
        said = rule(phrase, near, day)
        if said:
            said = placed(with_aside(said, phrase, near, day), near)
            return Actor(
                said.name, said.kind, said.country, said.sector, said.office, said.wikidata, secondary=said.second
            )
    return None


def body(name: str, day: date | None) -> Actor | None:
    """The organisation of a name: a party, parliament, force or ministry that the tables or its own words tell of."""
    phrase = taken_apart(name)
    if not phrase.core.words or phrase.owner or phrase.aside:
        return None
    for rule in (whole_name, listed_body, role):
        said = rule(phrase, frozenset(), day)
        if said and said.kind in {"organisation", "outlet"}:
            return Actor(name, said.kind, said.country, said.sector, secondary=said.second)
    return None


def with_aside(said: Said, phrase: Phrase, near: frozenset[str], day: date | None) -> Said:
    """A person of the state of the body that the words behind his name tell of: "commander of the Black Sea Fleet"."""
    if said.kind != "person" or said.country or phrase.aside is None:
        return said
    told_of = role(taken_apart(phrase.aside.text), near, day)
    return msgspec.structs.replace(said, country=told_of.country) if told_of else said


def placed(said: Said, near: frozenset[str]) -> Said:
    """An institution without a country is that of the one state the context speaks of."""
    if said.country is None and len(near) == 1 and said.sector in BODIES:
        return msgspec.structs.replace(said, country=next(iter(near)))
    return said


def whole_name(phrase: Phrase, near: frozenset[str], day: date | None) -> Said | None:
    """A name the tables know, whole: a state, an organisation, a metonym; a capital is its government."""
    if phrase.owner or phrase.behind or phrase.aside or phrase.former:
        return None
    entry = known(phrase.core)
    return told(on_day(entry, day)) if entry else None


def told(entry: Entry) -> Said:
    if entry.name in PARTIAL or (entry.kind in PLACES and entry.country == "ESH"):
        return Said(entry.name, "country", entry.country, "PRE")
    if entry.kind in {"country", "demonym"} and entry.country:
        kind = "country" if entry.kind == "country" else "group"
        return Said(country_name(entry.country), kind, sovereign(entry.country))
    if entry.kind == "capital":
        return Said(country_name(entry.country or ""), "country", sovereign(entry.country or ""), "GOV")
    if entry.kind in {"city", "region", "demonym"}:
        country = sovereign(entry.country) if entry.country else None
        return Said(entry.name, "place", country, "CVL" if entry.kind == "city" else None)
    kind = {"agency": "outlet", "outlet": "outlet"}.get(entry.kind, "organisation")
    return Said(entry.name, kind, entry.country, entry.sector)


def listed_body(phrase: Phrase, near: frozenset[str], day: date | None) -> Said | None:
    """A party, parliament, force or armed group of one state, or of the state the context speaks of."""
    if phrase.owner or phrase.aside or phrase.former:
        return None
    words = [*phrase.core.words]
    for preposition, part in phrase.behind:
        words += [preposition, *part.words]
    key = heard(words)
    found = bodies().get(key, ()) or (() if country_of(words) else alike(key))
    own = [row for row in found if row["country"] in near] or list(found)
    states, sectors = {row["country"] for row in own}, {row["sector"] for row in own}
    if not own or (len(states) > 1 and len(sectors) > 1) or not phrase.core.words[0][:1].isupper():
        return None
    state = next(iter(states)) if len(states) == 1 else None
    sector = next(iter(sectors)) if len(sectors) == 1 else None
    return Said(own[0]["name"], "organisation", state, sector or None) if state or sector else None


def his_office(phrase: Phrase, near: frozenset[str], day: date | None) -> Said | None:
    """ "the Lebanese president's office" is the president; "Ecuador's Ombudsman's Office" has a state before."""
    if phrase.owner is None or phrase.core.small[-1] not in OFFICES or len(phrase.core.words) > 1 or phrase.behind:
        return None
    owner = actor(phrase.owner.text, None, day)
    if owner is None or owner.sector is None:
        return None
    return Said(phrase.owner.text, "organisation", owner.country, owner.sector, owner.secondary)


def place_name(phrase: Phrase, near: frozenset[str], day: date | None) -> Said | None:
    """A town no other table knows: its people."""
    words = phrase.core.words
    if phrase.owner or phrase.behind or phrase.aside or not all(word[:1].isupper() for word in words):
        return None
    country = of_place(phrase.core.text, near)
    return Said(phrase.core.text, "place", country, "CVL") if country else None


def people_of(phrase: Phrase, near: frozenset[str], day: date | None) -> Said | None:
    """Whom no table knows but whose they are: "a Syrian island" is Syria's, of no known kind."""
    country = country_of(phrase.core.words) or owner_country(phrase.owner) or behind_country(phrase)
    capitals = len(phrase.core.words) > 1 and all(word[:1].isupper() for word in phrase.core.words)
    if country and capitals and not find_names(phrase.core.words):
        country = owner_country(phrase.owner) or behind_country(phrase)  # a person's name is no state's misspelt
    body = body_in(phrase, day)
    if country is None and body:
        return Said(phrase.core.text, "group", body.country, body.sector)
    if country is None:
        return None
    unknown = any(word.islower() and word.isalpha() for word in phrase.core.words)
    return Said(phrase.core.text, "group" if unknown else "place", country, "UNK" if unknown else None)


RULES = (whole_name, listed_body, his_office, person, role, place_name, people_of)
