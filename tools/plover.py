"""Makes data/plover.tsv, plover_modes.tsv, contexts.tsv, sectors.tsv and goldstein.tsv.

`python -m tools.plover FOLDER` with plover_codebook.txt in it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.tables import by_hand, write

SOURCE = "made by tools.plover from the PLOVER manual 0.8, Open Event Data Alliance, CC BY-SA 4.0"
CORRECTED = {"ACCUSE": "-3"}  # the manual prints 3, though all its modes are negative
CHANGES = "changed: ACCUSE scores -3; SANCTION is quad 4 (the manual: 4 in its text, 3 in a table); glosses are ours"


def main(folder: Path) -> None:
    """Writes the five tables."""
    codebook = (folder / "plover_codebook.txt").read_text(encoding="utf-8")
    scores = dict(scored(section(codebook, "[table] PLOVER conflict", "# Event Categories")))
    hand = by_hand("plover")
    roots = {(row["type"], row["mode"]): row["cameo"] for row in hand}
    types = [{**row, "score": CORRECTED.get(row["type"], scores[row["type"], ""])} for row in hand if not row["mode"]]
    described = modes(section(codebook, "# Event Categories", "# Contexts"))
    listed = [
        {"type": kind, "mode": mode, "score": scores.get((kind, mode), ""), "cameo": roots.get((kind, mode), "")}
        for kind, mode in described
    ]
    write("plover", f"{SOURCE}; {CHANGES}", ("type", "quad", "score", "cameo", "recipient", "gloss"), types)
    write("plover_modes", f"{SOURCE}; vandalize has no score of its own", ("type", "mode", "score", "cameo"), listed)
    contexts = section(codebook, "[table] General contexts", "How these contexts")
    write("contexts", SOURCE, ("context", "content"), cells("context", contexts, r"([a-z_]+) \| (.+)"))
    sectors = section(codebook, "[table] Sector Codes", "### Sector code notes")
    write("sectors", SOURCE, ("sector", "content"), cells("sector", sectors, r"([A-Z]{3}) \| (.+)"))
    write("goldstein", "Goldstein scores of the CAMEO roots", ("root", "goldstein"), by_hand("goldstein"))


def section(text: str, start: str, stop: str) -> str:
    return text[text.index(start) : text.index(stop)]


def scored(table: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Type and mode with their score, from three columns side by side."""
    for kind, mode, score in re.findall(r"([A-Z]+)(?:: ([A-Za-z-]+))? \| (-?[\d.]+)", table):
        yield (kind, mode.lower()), score


def modes(text: str) -> Iterator[tuple[str, str]]:
    """Each mode under the type whose section describes it."""
    kind = ""
    for line in text.splitlines():
        if heading := re.match(r"## ([A-Z]+)$", line):
            kind = heading[1]
        elif mode := re.match(r"([a-z-]+) \| ", line):
            yield kind, mode[1]


def cells(name: str, table: str, pattern: str) -> Iterator[dict[str, str]]:
    for code, content in re.findall(rf"^{pattern}$", table, re.MULTILINE):
        yield {name: code, "content": re.sub(r" \(see .*?\)", "", content).strip()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
