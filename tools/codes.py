"""Makes data/codes.tsv: `python -m tools.codes FOLDER` with country_codes.csv, cow2iso.csv."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.tables import by_hand, write

SOURCE = "made by tools.codes from country-codes (PDDL), cow2iso and tools/by_hand/codes.tsv; cameo only where not iso3"
COLUMNS = ("iso3", "iso2", "cow", "fips", "cameo")


def main(folder: Path) -> None:
    """Writes the table."""
    write("codes", SOURCE, COLUMNS, codes(folder))


def codes(folder: Path) -> Iterator[dict[str, str]]:
    """One row a country or territory: its two letters, its number among the Correlates of War, its FIPS 10-4 and
    CAMEO codes."""
    rows = {
        row["ISO3166-1-Alpha-3"]: {"iso2": row["ISO3166-1-Alpha-2"], "fips": two_letters(row["FIPS"])}
        for row in table(folder / "country_codes.csv")
    }
    for row in table(folder / "cow2iso.csv"):
        if row["cow_id"] and row["iso3"] in rows and not row["valid_until"]:
            rows[row["iso3"]]["cow"] = row["cow_id"]
    for row in by_hand("codes"):
        given = {column: row[column].removeprefix("-") for column in COLUMNS if row[column]}
        rows[row["iso3"]] = {**rows.get(row["iso3"], {}), **given}
    for iso3, row in rows.items():
        yield {**row, "iso3": iso3}


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.open(encoding="utf-8")))


def two_letters(cell: str) -> str:
    """A FIPS code; nothing of a cell that holds another or two, as Palestine's."""
    return cell if re.fullmatch("[A-Z]{2}", cell) else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
