"""Which names of the tables stand for someone who acts, and for whom: a country by any of its names, a body."""

from __future__ import annotations

from datetime import date

from crosswire.knowledge.bodies import on_day
from crosswire.knowledge.lexicon import Entry, countries, country_name
from crosswire.language.proposed import Key
from crosswire.records import Actor
from crosswire.syntax import Sentence

ACTING = {"country", "demonym", "capital", "organisation", "group", "agency", "outlet", "metonym"}
COUNTRIES = {"country", "demonym", "capital"}
KINDS = {
    "demonym": "country",
    "capital": "country",
    "metonym": "organisation",
    "agency": "outlet",
    "group": "organisation",
}


def acting(entry: Entry) -> bool:
    """Not "Korean", which is either of two states; "European countries" act."""
    divided = entry.country is None and sum(row["name"].endswith(f" {entry.name}") for row in countries().values()) > 1
    return entry.kind in ACTING and not divided


MONEY = set(
    "baht dinar dirham dollar euro forint franc hryvnia krona krone lira naira peso pound rand real rial ringgit riyal "
    "rouble ruble rupee rupiah shekel shilling won yen yuan zloty".split()
)


def money(sentence: Sentence, at: int) -> bool:
    """Whether a currency follows: "30,000 Egyptian pounds" are no Egyptians."""
    return at < len(sentence.tokens) and sentence.tokens[at].pos == "NOUN" and sentence.tokens[at].lemma in MONEY


def known(entry: Entry, day: date | None) -> tuple[Key, Actor]:
    """An actor the tables know: a country by any of its names, or an organisation."""
    if entry.kind in COUNTRIES and entry.country:
        return Key("country", entry.country), Actor(country_name(entry.country), "country", entry.country)
    kind = KINDS.get(entry.kind, entry.kind)
    return Key("name", entry.name.casefold()), Actor(entry.name, kind, entry.country, on_day(entry, day).sector)
