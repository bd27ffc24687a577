"""Makes data/plover.tsv, plover_modes.tsv, contexts.tsv, sectors.tsv, stateless.tsv and cameo.tsv.

`python -m tools.plover FOLDER` with plover_codebook.txt and cameo2plover.txt in it.
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

CAMEO = (
    "made by tools.plover from CAMEO2PLOVER, Open Event Data Alliance, CC BY-SA 4.0; changed: modes and contexts that "
    "manual 0.8 has not, by tools/by_hand/cameo.tsv; Goldstein scores as GDELT publishes them"
)
RENAMED = {"humanitarian": "human_security", "democracy": "pro_democracy"}
SLIPS = {"Apolgize": "Apologize", "adminstrative": "administrative", "Ostruct": "Obstruct"}


def main(folder: Path) -> None:
    """Writes the six tables."""
    codebook = (folder / "plover_codebook.txt").read_text(encoding="utf-8")
    scores = dict(scored(section(codebook, "[table] PLOVER conflict", "# Event Categories")))
    hand = by_hand("plover")
    best = {(row["type"], row["mode"]): row["cameo"] for row in hand}
    of_actors = {
        row["code"]: {"cameo": row["type"], "group": row["group"], "region": row["country"]}
        for row in by_hand("cameo_actors")
    }
    types = [{**row, "score": CORRECTED.get(row["type"], scores[row["type"], ""])} for row in hand if not row["mode"]]
    described = modes(section(codebook, "# Event Categories", "# Contexts"))
    listed = [
        {"type": kind, "mode": mode, "score": scores.get((kind, mode), ""), "cameo": best[kind, mode]}
        for kind, mode in described
    ]
    write("plover", f"{SOURCE}; {CHANGES}", ("type", "quad", "score", "cameo", "recipient", "gloss"), types)
    write("plover_modes", f"{SOURCE}; vandalize has no score of its own", ("type", "mode", "score", "cameo"), listed)
    contexts = section(codebook, "[table] General contexts", "How these contexts")
    write("contexts", SOURCE, ("context", "content"), cells("context", contexts, r"([a-z_]+) \| (.+)"))
    sectors = section(codebook, "[table] Sector Codes", "### Sector code notes")
    write(
        "sectors",
        f"{SOURCE}; cameo: CAMEO's role code",
        ("sector", "cameo", "content"),
        ({**row, **of_actors[row["sector"]]} for row in cells("sector", sectors, r"([A-Z]{3}) \| (.+)")),
    )
    stateless = section(codebook, "[table] International Non-state actor names", "### Non-independent territories")
    write(
        "stateless",
        f"{SOURCE}; cameo, group, region: CAMEO's codes",
        ("code", "content", "cameo", "group", "region"),
        ({**row, **of_actors[row["code"]]} for row in cells("code", stateless, r"([A-Z]{3}) \| (.+)")),
    )
    converted = (folder / "cameo2plover.txt").read_text(encoding="utf-8")
    write("cameo", CAMEO, ("code", "type", "mode", "contexts", "goldstein", "gloss"), cameo(converted))


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


def cameo(text: str) -> Iterator[dict[str, str]]:
    """Every CAMEO code with its Goldstein score; those of roots 01 and 02, which PLOVER drops, without a type."""
    scores = {row["code"]: row["goldstein"] for row in by_hand("goldstein")}
    rows = {code: {"code": code} for code in scores}
    rows |= {row["code"]: row for row in reversed(list(converted(text)))}  # of two lines for a code the first
    rows |= {row["code"]: row for row in by_hand("cameo")}
    for code, row in rows.items():
        yield {**row, "goldstein": next(scores[code[:end]] for end in range(len(code), 1, -1) if code[:end] in scores)}


def converted(text: str) -> Iterator[dict[str, str]]:
    """The lines "CODE: TYPE, MODE, CONTEXT; CONTEXT # GLOSS", in PLOVER's present words."""
    for code, cell, note in re.findall(r"^(\d+): ([^#\n]*)#?(.*)$", text, re.MULTILINE):
        kind, mode, about, *_ = [*map(str.strip, cell.split(",")), "", ""]
        names = [RENAMED.get(each, each) for each in re.findall(r"\w+", about)]
        gloss = " ".join(SLIPS.get(word, word) for word in note.strip().split("  ")[0].split())
        yield {"code": code, "type": kind, "mode": mode, "contexts": "|".join(names), "gloss": gloss}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
