"""Rows of the public tables of offices in one form: who, of which country, held what from when to when."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from crosswire.knowledge.offices import offices
from tools.tables import by_hand

KNOWN_UNTIL = {
    "hand": "2025-06-30",
    "wikidata": "2022-06-30",
    "factbook": "2026-05-01",
    "leaders": "2026-08-01",
    "cia": "2019-06-30",
    "reign": "2021-03-31",
    "phoenix": "2012-06-30",
}
LAST_DAYS = "31 28 31 30 31 30 31 31 30 31 30 31".split()
MONTHS = "January February March April May June July August September October November December".split()
SECTORS = set("GOV MIL COP LEG JUD PTY OPP REB SPY BUS EDU REL JRN".split())
CAMEO = {"HLH": "MED", "MED": "JRN"}  # CAMEO's sectors under PLOVER's names
RANKS = re.compile(
    r"^(?:(?:acting|interim|transitional|president|prime|minister|premier|chancellor|federal|king|queen|emperor|sultan|"
    r"emir|amir|prince|princess|grand|duke|pope|supreme|leader|state|affairs|commission|chairman|chairperson|of|the|"
    r"council|general|secretary|first|vice|co-vice|and|sheikh|ayatollah|gen\.|col\.|dr\.|ret\.|capt\.|brig\.|lt\.|maj\.|"
    r"sr\.|head|government|overall|dragon|yang|di-pertuan|agong|ruler|national|unity|party|transition|captain|colonel|"
    r"presidency|member|monarch|gnu|taoiseach|sir|dame|dame|presidential)[,\s]+)+",
    re.IGNORECASE,
)
UNSAFE = re.compile(r" of |[\[\]]|Gen\.|President|Minister|[Pp]rince|Leader|Confederation|Political")


class Held(NamedTuple):
    """An office held; `known` is the last day for which the source tells, days are in ISO form."""

    names: tuple[str, ...]
    wikidata: str
    country: str
    office: str
    sector: str
    start: str
    stop: str
    known: str
    source: str


def sources(folder: Path) -> Iterator[Held]:
    """Every source's rows, the most trusted first."""
    yield from written()
    yield from wikidata(folder)
    yield from factbook(folder)
    yield from leaders(folder)
    yield from cabinets(folder)
    yield from phoenix(folder)
    yield from reign(folder)


def held(
    source: str,
    names: tuple[str, ...],
    country: str,
    office: str,
    start: str,
    stop: str = "",
    sector: str = "",
    wikidata: str = "",
) -> Held:
    """A row with its days made whole: a term that ended "2012" ended on the last day of 2012."""
    stop = last_day(stop)
    return Held(names, wikidata, country, office, sector, start, stop, stop or KNOWN_UNTIL[source], source)


def last_day(day: str) -> str:
    if len(day) == 4:
        return f"{day}-12-31"
    return f"{day}-{LAST_DAYS[int(day[5:7]) - 1]}" if len(day) == 7 else day


def written() -> Iterator[Held]:
    """The hand-written rows: "UNO/SPY:head of the office 2012..2014-05-01|..."."""
    for row in by_hand("officials"):
        names = (row["name"], *filter(None, row["also"].split("|")))
        for term in row["terms"].split("|"):
            found = re.fullmatch(r"(?:([A-Z]{3})/)?(?:([A-Z]{3}):)?(.+) (\d[\d-]*)\.\.([\d-]*)", term)
            if not found:
                raise ValueError(f"officials: {row['name']}: {term!r} is no office with its days")
            yield held("hand", names, found[1] or row["country"], found[3], found[4], found[5], found[2] or "")


def wikidata(folder: Path) -> Iterator[Held]:
    """Holders of any office of a state, with their Wikidata ids."""
    for row in csv.DictReader((folder / "officials.csv").open(encoding="utf-8")):
        name = row["person"].split(",")[0].split(" (")[0]
        position = row["position"].removesuffix(f" ({row['country']})")
        united = "United Nations" in position and row["source"] == "world"
        country = row["iso3"] or ("UNO" if united else "")
        if country and row["start"] and " " in name:
            yield held("wikidata", (name,), country, position, row["start"], row["end"], wikidata=row["qid"])


def factbook(folder: Path) -> Iterator[Held]:
    """Chiefs of state and heads of government in office, surnames out of their capitals."""
    for line in (folder / "factbook_countries.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for field in ("chief_of_state", "head_of_government"):
            found = re.match(r"([^();]+?) \(since (?:(\d+) )?([A-Z][a-z]+)? ?(\d{4})\)", entry[field] or "")
            name = RANKS.sub("", found[1]) if found else ""
            surname = next((w for w in name.split() if w.isupper() and len(w) > 2), "")
            own = entry["iso3"] and not entry["dependency_status"] and "represented by" not in (entry[field] or "")
            if found and own and surname and " " in name and name[0].isupper() and not UNSAFE.search(name):
                month = next((i for i, m in enumerate(MONTHS, 1) if m.startswith((found[3] or "J")[:3])), 1)
                name = " ".join(recased(word) for word in name.replace(",", "").split())
                monarch = re.match(r"(?i)king|queen|emperor|sultan|emir|amir", found[1])
                office = "monarch" if monarch else "president" if field == "chief_of_state" else "prime minister"
                if field == "head_of_government" and re.match(r"(?i)(?:interim )?president", found[1]):
                    office = "president"
                yield held("factbook", (name,), entry["iso3"], office, f"{found[4]}-{month:02}-{int(found[2] or 1):02}")


def recased(word: str) -> str:
    """MACRON -> Macron, SAINT-LOUIS -> Saint-Louis; "III" stays."""
    if re.fullmatch(r"[IVX]+", word):
        return word
    return "-".join(part.capitalize() if part.isupper() and len(part) > 1 else part for part in word.split("-"))


def leaders(folder: Path) -> Iterator[Held]:
    """Heads of state and government of the G20 and ASEAN in August 2026."""
    iso3 = by_iso2(folder)
    for row in csv.DictReader((folder / "world_leaders_current.csv").open(encoding="utf-8")):
        for name, title, since in (
            ("Head of Government", "HoG Title", "HoG Since"),
            ("Head of State", "HoS Title", "HoS Since"),
        ):
            known = " " in row[name] and re.fullmatch(r"\d{4}-\d\d-\d\d", row[since])
            if row["ISO"] in iso3 and known and not re.match(r"(?i)king|queen", row[title]):
                yield held("leaders", (row[name],), iso3[row["ISO"]], row[title].split(" and ")[0], row[since])


def by_iso2(folder: Path) -> Mapping[str, str]:
    rows = csv.DictReader((folder / "country_codes.csv").open(encoding="utf-8"))
    return {row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"] for row in rows} | {"XK": "XKX", "KV": "XKX"}


def cabinets(folder: Path) -> Iterator[Held]:
    """Every cabinet as it stood in June 2019: since when, the source does not tell."""
    iso3 = by_iso2(folder)
    for row in csv.DictReader((folder / "cia_cabinets_2019.csv").open(encoding="utf-8")):
        name = f"{row['first_name']} {recased(row['last_name'])}".strip()
        words = [recased(word) for word in name.split()]
        safe = len(words) > 1 and not re.search(r"[\d()]", name)
        if row["iso2"] in iso3 and safe:
            yield held("cia", (" ".join(words),), iso3[row["iso2"]], row["office"], "2019-06-01")


def reign(folder: Path) -> Iterator[Held]:
    """National leaders since 1945, most by surname alone, to the month."""
    codes = {row["cow_id"]: row["iso3"] for row in csv.DictReader((folder / "cow2iso.csv").open(encoding="utf-8"))}
    for row in csv.DictReader((folder / "reign_leaders.csv").open(encoding="utf-8")):
        country = codes.get(row["ccode"], "")
        if country and row["sdate"] and row["syear"] and re.fullmatch(r"[^\W\d_][\w .'’-]+", row["leader"]):
            start = f"{row['syear']}-{int(row['smonth']):02}-{int(row['sdate']):02}"
            stop = f"{row['eyear']}-{int(row['emonth']):02}" if row["eyear"] else ""
            yield held("reign", (row["leader"],), country, "leader", start, stop)


def phoenix(folder: Path) -> Iterator[Held]:
    """Officials of every state to about 2012, with other spellings of their names: "[RUSGOV >20040309]"."""
    text = (folder / "phoenix_countries.txt").read_text(encoding="latin-1")
    names: list[str] = []
    terms: list[str] = []
    for line in (*text.splitlines(), "END"):
        body = re.split(r"[;#]", line)[0]
        name = re.sub(r"\[.*", "", body).strip()
        if name and not name.startswith("+"):
            yield from spelt(names, terms)
            names, terms = [], []
        names += [name.lstrip("+")] if name else []
        terms += re.findall(r"\[([^\]]*)\]", body)


def spelt(names: list[str], terms: list[str]) -> Iterator[Held]:
    """The dated terms of one entry, its names written as names are; none for an entry that is no person's."""
    written_out = tuple(dict.fromkeys(n for n in map(as_name, names) if n))
    for term in terms:
        found = re.fullmatch(r"([A-Z]{3})([A-Z]{3})\w* ([<>]?)(\d{6}|\d{8})(?:-(\d{6}|\d{8}))?", term.strip())
        sector = CAMEO.get(found[2], found[2]) if found else ""
        if found and written_out and sector in SECTORS and found[3] != "<":
            country = {"KSV": "XKX", "ROM": "ROU", "ZAR": "COD"}.get(found[1], found[1])
            start, stop = full_day(found[4]), full_day(found[5]) if found[5] else ""
            yield held("phoenix", written_out, country, "official", start, stop, sector)


def as_name(name: str) -> str:
    """ "FRANK_WALTER_STEINMEIER_" as "Frank Walter Steinmeier"; nothing for a title with a name, or a lone word."""
    words = name.strip("_ ").replace("_", " ").lower().split()
    plain = all(re.fullmatch(r"[a-z.'-]+", word) for word in words)
    titled = any(word in offices() for word in words) or {"kanzler", "bundeskanzler", "of", "the"} & set(words)
    return " ".join(recased(word.upper()) for word in words) if plain and len(words) > 1 and not titled else ""


def full_day(digits: str) -> str:
    """ "040309" as 2004-03-09, "19720101" as 1972-01-01."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) < 20 else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
