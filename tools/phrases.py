"""Makes data/phrases.tsv: `python -m tools.phrases FOLDER` with plover_agents.txt in it.

Phrases for those who act without a name, with PLOVER's sector and, where it tells two, the second.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.tables import by_hand, write

SOURCE = "made by tools.phrases from the PLOVER agents file (MIT, Open Event Data Alliance), tools/by_hand/phrases.tsv"
COLUMNS = ("phrase", "sector", "second")
ENTRY = re.compile(r"(?P<phrase>[^[{]*?)\s*(?:\{(?P<plural>[^}]*)\})?\s*\[~(?P<code>[A-Z]*)\]")
NO_SECTOR = {"", "JNK", "NON"}  # disasters, days and parts of the world, which PLOVER codes as nobody
SECTORS = {"HLH": "MED", "NGO": "SOC"}
PREPOSITIONS = {"of", "for", "in", "to", "at"}
SETS = {"!PERSON!": ("MAN", "MEN", "WOMAN", "WOMEN", "PERSON"), "!MINIST!": ("MINISTER", "MINISTRY")}


def main(folder: Path) -> None:
    """Writes the table; a phrase of the hand-written one replaces the agents file's, or drops it."""
    found: dict[str, tuple[str, str]] = {}
    for phrase, code in entries((folder / "plover_agents.txt").read_text(encoding="utf-8")):
        found.setdefault(phrase, (code[:3], code[3:6]))
    for row in by_hand("phrases"):
        for phrase in row["phrases"].split("|"):
            found[phrase] = (row["sector"], row["second"])
    kept = [(phrase, *codes) for phrase, codes in found.items() if codes[0] not in NO_SECTOR]
    write("phrases", SOURCE, COLUMNS, [dict(zip(COLUMNS, (p, SECTORS.get(s, s), t), strict=True)) for p, s, t in kept])


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Each phrase in small letters with its code: "CHARGE_D'AFFAIRES [~GOV]"."""
    for line in text.splitlines():
        entry = ENTRY.match(line.split("#")[0].strip())
        for form in (entry["phrase"], entry["plural"] or "") if entry else ():
            for phrase in spelt_out(form.replace("_", " ")):
                words = phrase.lower().split()
                if (
                    words
                    and words[-1] not in PREPOSITIONS
                    and all(re.fullmatch(r"[a-z'./-]+,?", word) for word in words)
                    and entry
                ):
                    yield " ".join(words), entry["code"]


def spelt_out(form: str) -> Iterator[str]:
    """A form once for each word of the set it holds: "POLICE!PERSON!" -> policeman, policewoman; stems made whole."""
    for name, words in SETS.items():
        if name in form:
            yield from (form.replace(name, word) for word in words)
            return
    yield re.sub(r"MINIST(?= |$)", "MINISTRY", re.sub(r"COMPAN$", "COMPANY", re.sub(r"AUTHORIT$", "AUTHORITY", form)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
