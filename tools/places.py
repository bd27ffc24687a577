"""Makes data/places.tsv: `python -m tools.places FOLDER` with natural_earth_places.csv in it."""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tools.tables import by_hand, joined, write

SOURCE = "made by tools.places from Natural Earth (public domain) and tools/by_hand/places.tsv"
COLUMNS = ("name", "names", "precision", "country", "demonyms")
MOST_UNITS = 60  # a country cut finer has districts, whose names are towns', families' or common words
FINE_BUT_KNOWN = {"RUS", "TUR", "THA", "VNM"}
NAMED_BY_HAND = {"USA", "CAN", "AUS", "GBR", "PRK", "PSE", "ISR", "UKR", "LUX", "IRL", "SYR"}
WATERS = re.compile(r"\b(Sea|Gulf|Strait|Straits|Bay|Ocean|Channel|Passage)\b")
CODES = {"KOS": "XKX", "SDS": "SSD", "PSX": "PSE", "SAH": "ESH", "SOL": "SOM", "CYN": "CYP"}


def main(folder: Path) -> None:
    """Writes the table: rows by hand first, then seas, then provinces; a name is claimed once."""
    rows = list(csv.DictReader((folder / "natural_earth_places.csv").open(encoding="utf-8")))
    claimed: set[str] = {name for row in by_hand("countries") for name in row["values"].split("|")}
    kept = []
    for row in (*by_hand("places"), *seas(rows), *provinces(rows)):
        names = [name for name in row["names"].split("|") if name not in claimed]
        claimed.update(names)
        if names or not row["names"]:
            kept.append({**row, "names": "|".join(names)})
    write("places", SOURCE, COLUMNS, kept)


def seas(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    for row in rows:
        name = " ".join(row["name"].split())
        if row["layer"] == "marine_polys" and WATERS.search(name):
            yield {"name": name, "names": joined([name]), "precision": "region", "country": "", "demonyms": ""}


def provinces(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """First-order units of the countries whose units the news names; soft signs of Russian names go."""
    units = [row for row in rows if row["layer"] == "admin_1_label_points"]
    number = Counter(row["country"] for row in units)
    holders = Counter(row["name"] for row in units)
    unsafe = {row["name"] for row in by_hand("not_places")}
    for row in units:
        country = CODES.get(row["country"], row["country"])
        name = re.sub(r"(?<=[a-z])['’](?=[a-z]|$)", "", row["name"])
        usual = country not in NAMED_BY_HAND and (number[row["country"]] <= MOST_UNITS or country in FINE_BUT_KNOWN)
        if usual and holders[row["name"]] == 1 and name not in unsafe and nameable(name):
            names = joined([name, *filter(nameable, row["alt_names"].split("|"))])
            yield {"name": name, "names": names, "precision": "region", "country": country, "demonyms": ""}


def nameable(name: str) -> bool:
    return len(name) > 3 and name[0].isupper() and not re.search(r"[0-9(),/]", name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
