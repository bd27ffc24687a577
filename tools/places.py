"""Makes data/places.tsv: `python -m tools.places FOLDER` with natural_earth_places.csv in it.

Runs after tools.countries and tools.cities, whose tables it reads.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.tables import DATA, by_hand, joined, table, unaccented, write

SOURCE = "made by tools.places from Natural Earth (public domain) and tools/by_hand/places.tsv"
COLUMNS = ("name", "names", "precision", "country", "demonyms")
MOST_UNITS = 60  # a country cut finer has districts, whose names are towns', families' or common words
FINE_BUT_KNOWN = {"RUS", "TUR", "THA", "VNM"}
NAMED_BY_HAND = {"USA", "CAN", "AUS", "GBR", "PRK", "PSE", "ISR", "UKR", "LUX", "IRL", "SYR"}
WATERS = re.compile(r"\b(Sea|Gulf|Strait|Straits|Bay|Ocean|Channel|Passage)\b")
CODES = {"KOS": "XKX", "SDS": "SSD", "PSX": "PSE", "SAH": "ESH", "SOL": "SOM", "CYN": "CYP"}


def main(folder: Path) -> None:
    """Writes the table: rows by hand, then seas, then provinces that are no namesakes of those or of a city."""
    rows = list(csv.DictReader((folder / "natural_earth_places.csv").open(encoding="utf-8")))
    hand = by_hand("places")
    named = {name for row in hand for name in row["names"].split("|")}
    kept = [*hand, *(row for row in seas(rows) if row["name"] not in named)]
    taken = {name for row in (*kept, *table(DATA / "cities.tsv")) for name in row["names"].split("|")}
    codes = {row["iso3"] for row in table(DATA / "countries.tsv")}
    write("places", SOURCE, COLUMNS, (*kept, *(row for row in provinces(rows, codes) if row["name"] not in taken)))


def seas(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    for row in rows:
        name = " ".join(row["name"].split())
        if row["layer"] == "marine_polys" and WATERS.search(name):
            yield {"name": name, "names": joined([name]), "precision": "region", "country": "", "demonyms": ""}


def provinces(rows: list[dict[str, str]], codes: set[str]) -> Iterator[dict[str, str]]:
    """First-order units of the countries whose units the news names; soft signs of Russian names go."""
    units = [row for row in rows if row["layer"] == "admin_1_label_points"]
    number = Counter(row["country"] for row in units)
    holders = Counter(row["name"] for row in units)
    unsafe = {row["name"] for row in by_hand("not_places")}
    for row in units:
        country = CODES.get(row["country"], row["country"])
        name = re.sub(r"(?<=[a-z])['’](?=[a-z]|$)", "", row["name"])
        coarse = number[row["country"]] <= MOST_UNITS or country in FINE_BUT_KNOWN
        usual = coarse and country in codes and country not in NAMED_BY_HAND
        if usual and holders[row["name"]] == 1 and unaccented(name) not in unsafe and nameable(name):
            names = joined([name, *filter(nameable, row["alt_names"].split("|"))])
            yield {"name": name, "names": names, "precision": "region", "country": country, "demonyms": ""}


def nameable(name: str) -> bool:
    return len(name) > 3 and name[0].isupper() and not re.search(r"[0-9(),/]", name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
