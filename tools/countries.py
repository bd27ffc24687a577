"""Makes data/countries.tsv: `python -m tools.countries FOLDER` with country_codes.csv, factbook_countries.jsonl."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.tables import by_hand, joined, write

SOURCE = "made by tools.countries from country-codes (PDDL), the World Factbook (CC0), tools/by_hand/countries.tsv"
COLUMNS = ("iso3", "name", "names", "demonyms", "capital", "under")
KOSOVO = {"ISO3166-1-Alpha-3": "XKX", "CLDR display name": "Kosovo", "is_independent": "Yes", "Capital": "Pristina"}
UNSAFE = ["Male", "Reunion"]  # without their accents, common words
STANDS_APART = {"HKG", "ATA", "PSE", "ESH"}  # PLOVER keeps these apart from the state that holds them


def main(folder: Path) -> None:
    """Writes the table."""
    write("countries", SOURCE, COLUMNS, countries(folder))


def countries(folder: Path) -> Iterator[dict[str, str]]:
    """One row a country or territory."""
    entries = factbook(folder)
    codes = [*csv.DictReader((folder / "country_codes.csv").open(encoding="utf-8")), KOSOVO]
    iso3_by_iso2 = {row.get("ISO3166-1-Alpha-2", ""): row["ISO3166-1-Alpha-3"] for row in codes}
    hand: dict[str, dict[str, list[str]]] = {}
    for row in by_hand("countries"):
        hand.setdefault(row["iso3"], {}).setdefault(row["what"], []).extend(row["values"].split("|"))
    for row in codes:
        iso3 = row["ISO3166-1-Alpha-3"]
        edits = hand.get(iso3, {})
        entry = entries.get(iso3, {})
        name = edits.get("name", [row["CLDR display name"].replace("St. ", "Saint ").replace("&", "and")])[0]
        names = [name, *edits.get("also", []), *code_names(row), *factbook_names(entry)]
        yield {
            "iso3": iso3,
            "name": name,
            "names": without([*edits.get("not", []), *UNSAFE], joined(n for n in names if plain(n))),
            "demonyms": joined(edits.get("demonyms") or demonyms(entry)),
            "capital": without(UNSAFE, joined(edits.get("capital") or [capital(entry, row)])),
            "under": holder(row, iso3_by_iso2),
        }


def without(unwanted: list[str], cell: str) -> str:
    return "|".join(name for name in cell.split("|") if name not in unwanted)


def factbook(folder: Path) -> dict[str, dict[str, Any]]:
    """Factbook entries by code; the two halves of Palestine give one, its names by hand."""
    lines = (folder / "factbook_countries.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    return {e["iso3"]: e for e in entries if e["iso3"] and e["iso3"] != "PSE"}


def code_names(row: dict[str, str]) -> list[str]:
    columns = ("CLDR display name", "UNTERM English Short", "official_name_en", "UNTERM English Formal")
    return [re.sub(r" \(the\)|[ *]+$|^the ", "", row[column]) for column in columns if row.get(column)]


def factbook_names(entry: dict[str, Any]) -> list[str]:
    names = entry.get("names", {})
    found = [names.get(key) or "" for key in ("short_form", "long_form", "abbreviation")]
    return [re.sub(r"^The ", "", n) for n in found if n and n.lower() != "none"]


def plain(name: str) -> bool:
    """Whether a name is one the news could print: no brackets, notes or lists."""
    return not re.search(r"[();&,/]| or | - ", name) or name in {"Washington, D.C.", "Washington, DC"}


def demonyms(entry: dict[str, Any]) -> list[str]:
    """The adjective and the nouns where the Factbook words them simply: "Albanian(s)" -> Albanian, Albanians."""
    found = []
    for cell in (entry.get("nationality_noun"), entry.get("nationality_adjective")):
        for part in re.split(r"; |, | or ", re.sub(r" \([^)]{2,}\)", "", cell or "")):
            word = part.removesuffix("(s)")
            if word[:1].isupper() and word.replace(" ", "").replace("-", "").isalpha() and word != "NA":
                found += [word] if word == part else [word, word + "s"]
    return found


def capital(entry: dict[str, Any], row: dict[str, str]) -> str:
    return re.sub(r" *[(;].*", "", entry.get("capital") or row["Capital"])


def holder(row: dict[str, str], iso3_by_iso2: dict[str, str]) -> str:
    """The state a territory belongs to: "Territory of US" -> USA."""
    belongs = re.search(r" (?:of|with) ([A-Z]{2})$", row["is_independent"])
    apart = row["ISO3166-1-Alpha-3"] in STANDS_APART
    return iso3_by_iso2[belongs[1]] if belongs and not apart else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]))
