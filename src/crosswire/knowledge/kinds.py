"""An office or kind of people in a phrase, with the body and the state they are of."""

from __future__ import annotations

from datetime import date

from crosswire.knowledge.bearers import leader
from crosswire.knowledge.bodies import on_day
from crosswire.knowledge.lexicon import Entry, find_names
from crosswire.knowledge.offices import GENERAL, Office, office_of, singular
from crosswire.knowledge.officials import STATE
from crosswire.knowledge.phrases import Part, Phrase, Said
from crosswire.knowledge.whose import PLACES, behind_country, country_of, owner_country

ARMED = {"REB", "UAF", "PRM", "CRM"}
OWN_TRADE = {"JRN", "CVL", "EDU", "MED", "LAB", "REL", "OPP", "CRM", "REF", "AGR"}  # one's own, whatever body one is at
OF_STATE = frozenset(
    "adviser advisor aide chief delegation delegate department head negotiator office official representative "
    "secretary source spokesman spokesperson spokeswoman staffer".split()
)
BODY_BEHIND = {"of", "at", "from", "with", "for"}
RELATIVES = frozenset(
    "wife husband son daughter brother sister father mother widow nephew niece family relatives children cousin".split()
)


def role(phrase: Phrase, near: frozenset[str], day: date | None) -> Said | None:
    """An office or kind of people with whose they are: "Chile's Defense Ministry", "Muslim leaders in France"."""
    body = body_in(phrase, day)
    office = of_owner(of_body(office_in(phrase), body), phrase)
    if office is None:
        return None
    patron = leader(phrase, near, day)
    own = country_of(phrase.core.words) or owner_country(phrase.owner)
    country = own or (body.country if body else None) or behind_country(phrase) or (patron.country if patron else None)
    office = of_state(office, country)
    sector, second = office.sector, office.second
    if patron and patron.sector in STATE | {"ELI"} and phrase.core.small[-1] in RELATIVES:
        sector, second = "ELI", None  # the manual counts the families of those who govern with the elite
    if phrase.former and (sector is None or sector in STATE | {"PTY"}):
        sector, second = "ELI", None
    held = None if phrase.former else office.phrase
    return Said(phrase.core.text, kind_of(phrase.core), country, sector, second, held)


def office_in(phrase: Phrase) -> Office | None:
    """What the words tell, those behind "of" too: "chief of army staff"; else what the owner's tell."""
    words = [*unnamed(phrase.core)]
    for preposition, part in phrase.behind:
        words += [preposition, *unnamed(part)]
    found = office_of(words) or office_of(unnamed(phrase.core)) or office_of(phrase.core.small)
    return found or (office_of(phrase.owner.small) if phrase.owner else None)


def unnamed(part: Part) -> tuple[str, ...]:
    """The words of a part in small letters, those of names taken out: "European Union officials" are of no union."""
    named = {i for start, stop, _ in find_names(part.words) for i in range(start, stop)}
    return tuple("~" if i in named else word for i, word in enumerate(part.small))


def of_body(office: Office | None, body: Entry | None) -> Office | None:
    """The office with the sector of the body it is at, where the body tells more: "Hamas official"."""
    if body is None:
        return office
    if office is None or office.sector is None or general(office):
        return Office(office.phrase if office else "", body.sector or (office.sector if office else None))
    return Office(office.phrase, body.sector, office.second) if outranks(body.sector, office.sector) else office


def of_state(office: Office, country: str | None) -> Office:
    """The office as the government's, where all that is told is whose state's: "Norway's spokesman"."""
    speaks = office.sector is None and country and singular(office.phrase) in OF_STATE
    return Office(office.phrase, "GOV", office.second) if speaks else office


def outranks(body: str | None, own: str | None) -> bool:
    """Whether people are of their body's sector, not of their trade's: "Hamas fighters", not "Republican senators"."""
    if body is None or body in {"CVL", "REL"}:
        return False
    return body in ARMED or not (own in OWN_TRADE or (body == "PTY" and own in STATE))


def of_owner(office: Office | None, phrase: Phrase) -> Office | None:
    """The office with its owner's sector where it tells little of its own: the governor's spokesman."""
    owner = office_of(phrase.owner.small) if phrase.owner and office and general(office) else None
    return Office(office.phrase, owner.sector, owner.second) if office and owner and owner.sector else office


def general(office: Office) -> bool:
    return office.phrase in GENERAL or singular(office.phrase) in GENERAL


def kind_of(core: Part) -> str:
    """Many, a body by its capitals, or one person."""
    if core.small[-1].endswith("s"):
        return "group"
    return "organisation" if core.words[-1][:1].isupper() else "person"


def body_in(phrase: Phrase, day: date | None) -> Entry | None:
    """The organisation named in a phrase, before the head, as owner or behind "of": the "Hamas" of "Hamas official"."""
    behind = (part for preposition, part in phrase.behind if preposition in BODY_BEHIND)
    for part in (phrase.core, phrase.owner, *behind):
        for _, _, entry in find_names(part.words) if part else ():
            if entry.kind not in PLACES:
                return on_day(entry, day)
    return None
