"""Makes data/officials.tsv: `python -m tools.officials FOLDER` with officials.csv and factbook_countries.jsonl in it.

Heads of state and government and ministers of foreign affairs and defence, with the days they took and left office.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.tables import write

SOURCE = "made by tools.officials from Wikidata by every-politician-scrapers (CC0), the World Factbook (CC0)"
COLUMNS = ("surname", "name", "country", "office", "start", "stop", "known")
SURNAME_FIRST = {"CHN", "HKG", "KOR", "PRK", "TWN", "VNM"}
KNOWN_UNTIL = {"wikidata": "2022-06-30", "factbook": "2026-05-01"}  # an office without an end may have ended since

OFFICES = {
    "head": r"(federal )?(president|prime minister|premier|chancellor|supreme leader|king|queen|emperor|monarch|emir)",
    "foreign minister": r"(federal |state )?(minister|secretary) (of|for) (foreign|external) (affairs|relations)"
    r"( and .*)?|minister of europe and foreign affairs|secretary of state for foreign(, commonwealth)? .*affairs",
    "defence minister": r"(federal )?(minister|secretary) (of|for) (national )?defen[cs]e( and .*)?"
    r"|secretary of state for defence",
}
RANKS = re.compile(
    r"^(?:(?:acting|interim|transitional|president|prime|minister|premier|chancellor|federal|king|queen|emperor|sultan|emir|amir|"
    r"prince|princess|grand|duke|pope|supreme|leader|state|affairs|commission|chairman|chairperson|of|the|council|general|"
    r"secretary|first|vice|co-vice|and|sheikh|ayatollah|gen\.|col\.|dr\.|ret\.|capt\.|brig\.|lt\.|maj\.|head|government|overall|"
    r"dragon|yang|di-pertuan|agong|ruler|national|unity|party|transition|captain|colonel|presidency|member|monarch)\s+)+",
    re.IGNORECASE,
)
UNSAFE = re.compile(r" of |[\[\]]|Gen\.|President|Minister|[Pp]rince|Leader|Confederation|Political|Sir ")
NO_SURNAME = re.compile(r"[A-Z]\.|AL|BIN|DE|DOS|TE|II|III|IV|V|VI|X|XIV|XVI")
MONTHS = "January February March April May June July August September October November December".split()


def main(folder: Path) -> None:
    """Writes the table; an office told by both sources stands twice."""
    rows = {tuple(row.values()): row for row in (*wikidata(folder), *factbook(folder))}
    write("officials", SOURCE, COLUMNS, rows.values())


def wikidata(folder: Path) -> Iterator[dict[str, str]]:
    """Holders of an office, its words those of OFFICES, with or without the country's name behind."""
    for row in csv.DictReader((folder / "officials.csv").open(encoding="utf-8")):
        position = row["position"].lower()
        bare = re.sub(r" of (the )?(?!foreign|external|defen|national|europe|state)[^,]+$", "", position)
        united = row["iso3"] == "USA" and bare in {"secretary of state", "united states secretary of state"}
        office = "foreign minister" if united else next((o for o, p in OFFICES.items() if re.fullmatch(p, bare)), None)
        local = bare != position and row["source"] not in {"world/foreign", "world"}
        if office and row["iso3"] and row["start"] and not local and " " in row["person"]:
            name = row["person"].split(",")[0].split(" (")[0]
            words = name.split()
            surname = words[0] if row["iso3"] in SURNAME_FIRST else words[-1]
            yield holder(surname, name, row["iso3"], office, row["start"], row["end"], "wikidata")


def factbook(folder: Path) -> Iterator[dict[str, str]]:
    """Chiefs of state and heads of government in office, surnames out of their capitals."""
    for line in (folder / "factbook_countries.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        for field in ("chief_of_state", "head_of_government"):
            found = re.match(r"([^();,]+) \(since (?:(\d+) )?([A-Z][a-z]+)? ?(\d{4})\)", entry[field] or "")
            name = RANKS.sub("", found[1]) if found else ""
            surname = next((word for word in name.split() if word.isupper() and not NO_SURNAME.fullmatch(word)), "")
            own = entry["iso3"] and not entry["dependency_status"] and "represented by" not in (entry[field] or "")
            if found and own and surname and " " in name and name[0].isupper() and not UNSAFE.search(name):
                month = MONTHS.index(found[3]) + 1 if found[3] in MONTHS else 1
                start = f"{found[4]}-{month:02}-{int(found[2] or 1):02}"
                name = " ".join(recased(word, surname) for word in name.split())
                yield holder(recased(surname, surname), name, entry["iso3"], "head", start, "", "factbook")


def recased(word: str, surname: str) -> str:
    """MACRON -> Macron, SAINT-LOUIS -> Saint-Louis; "III" stays unless it is the surname."""
    if word != surname and re.fullmatch(r"[IVX]+", word):
        return word
    return "-".join(part.capitalize() if part.isupper() else part for part in word.split("-"))


def holder(surname: str, name: str, country: str, office: str, start: str, stop: str, source: str) -> dict[str, str]:
    """A row; `known` is the last day for which the source tells."""
    known = stop or KNOWN_UNTIL[source]
    values = (surname, name, country, office, start, stop, known)
    return dict(zip(COLUMNS, values, strict=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
