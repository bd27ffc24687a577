"""Makes data/bodies.tsv: `python -m tools.bodies FOLDER` with factbook_countries.jsonl, phoenix_militarized.txt in it.

Parliaments, parties and forces of every state, and armed groups, by their names: to be looked up whole.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.tables import joined, write

SOURCE = (
    "made by tools.bodies from the World Factbook (CC0) and the Phoenix actor files (MIT, Open Event Data Alliance)"
)
COLUMNS = ("name", "names", "country", "sector")
PLAIN = {"parliament", "national assembly", "congress", "senate", "assembly", "none", "national congress", "parlement"}
FORCES = (
    ("COP", r"\b(?:police|policia|polizei|constabulary|gendarmerie|border guards?)\b"),
    ("SPY", r"\b(?:intelligence|security service|secret service|mukhabarat)\b"),
    ("PRM", r"\b(?:paramilitary|militia)\b"),
    ("MIL", r"\b(?:army|armed forces|navy|air force|defen[cs]e forces?|guard|military|forces?|corps|marines?|fleet)\b"),
)
REGIONS = {
    "IMG",
    "INT",
    "MEA",
    "WEU",
    "SAS",
    "SEA",
    "EAF",
    "LAM",
    "CFR",
    "BUD",
    "KKL",
    "ASA",
    "SAF",
    "NMR",
    "AFR",
    "EUR",
    "EEU",
    "CAS",
    "EIN",
}


def main(folder: Path) -> None:
    """Writes the table; a name that two states' bodies bear stands for neither."""
    found = [*factbook(folder), *groups(folder)]
    write("bodies", SOURCE, COLUMNS, {tuple(row.values()): row for row in found}.values())


def body(names: list[str], country: str, sector: str) -> dict[str, str]:
    return dict(zip(COLUMNS, (names[0], joined(names), country, sector), strict=True))


def factbook(folder: Path) -> Iterator[dict[str, str]]:
    """What the Factbook lists for each state."""
    for line in (folder / "factbook_countries.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if entry["iso3"]:
            for found in (parliament, parties, forces):
                yield from found(entry, entry["iso3"])


def parliament(entry: dict[str, str], country: str) -> Iterator[dict[str, str]]:
    """ "National Assembly (Majlis Al-Nuwwab)": the names that are not common to many."""
    for part in re.split(r"[();/]| or ", entry["legislature"] or ""):
        name = part.strip()
        if 4 < len(name) < 45 and name.lower() not in PLAIN and name[0].isupper():
            yield body([name], country, "LEG")


def parties(entry: dict[str, str], country: str) -> Iterator[dict[str, str]]:
    """ "Free Patriotic Movement or FPM": both names, without notes in brackets."""
    for line in (entry["parties"] or "").splitlines():
        bare = re.sub(r"\([^)]*\)?|\[[^\]]*\]", "", line).split(" - ")[0]
        names = [name.strip(" .,;") for name in bare.split(" or ")]
        native = [n.strip() for n in re.findall(r"\(([^)\d]{4,40})\)", line) if n[:1].isupper()]
        names = [
            name
            for name in (*names, *native)
            if 2 <= len(name) < 60 and not re.search(r"[:;\d\"]|^note|^formerly", name)
        ]
        if names and " " in names[0]:
            yield body(names, country, "PTY")


def forces(entry: dict[str, str], country: str) -> Iterator[dict[str, str]]:
    """ "Kosovo Security Force (KSF)": armed forces, police and services by their names."""
    for part in re.split(r"[:;,\n()]|\band\b|includes|aka", re.sub(r"\(\d{4}\)", "", entry["security_forces"] or "")):
        name = part.strip(" .").removeprefix("the ")
        sector = next((s for s, pattern in FORCES if re.search(pattern, name.lower())), None)
        known = sum(word[0].isupper() for word in name.split()) == len(name.split()) > 1
        if sector and known and "Ministry" not in name and len(name) < 60:
            yield body([name], country, sector)


def groups(folder: Path) -> Iterator[dict[str, str]]:
    """Armed groups, with the state they fight in."""
    text = (folder / "phoenix_militarized.txt").read_text(encoding="latin-1")
    names: list[str] = []
    for line in text.splitlines():
        entry = re.split(r"[;#]", line)[0].strip()
        code = re.search(r"\[([A-Z]{3})(REB|UAF|PRM|CRM|SEP)", entry)
        if code and names and code[1] not in REGIONS:
            yield body(names, code[1], code[2].replace("SEP", "REB"))
        if code or not entry:
            names = [] if code else names
        if entry and "[" not in entry:
            name = " ".join(
                written(word)
                for word in re.sub(r"\(.*?\)", "", entry.strip("+ ")).strip("_ ").replace("_", " ").split()
            )
            names = [*names, name] if entry.startswith("+") else [name]


def written(word: str) -> str:
    """A word of a name out of its capitals: "AL-JABHA" as al-Jabha, "PFLP" as it is."""
    small = {"OF", "THE", "FOR", "AND", "DE", "LA", "DEL", "DI", "IN", "A"}
    if word in small:
        return word.lower()
    vowels = re.search("[AEIOUY]", word)
    return (
        "-".join(p.capitalize() if p != "AL" else "al" for p in word.split("-")) if vowels and len(word) > 4 else word
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
