"""Makes data/opposites.tsv: `python -m tools.opposites DICT`, the folder of WordNet's data files.

Two words are opposites where WordNet holds a sense of one to be the antonym of a sense of the other; the words of one
sense share their opposites. Only words that stand in rarity.tsv are kept.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from crosswire.knowledge.rarity import weights
from crosswire.words import stem
from tools.tables import write

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
ANTONYM = "!"
SOURCE = "made by tools.opposites from WordNet 3.1 (WordNet licence, Princeton University)"

Key = tuple[str, str]


class Sense(NamedTuple):
    """The words of one sense, and where its pointers lead: kind, sense."""

    words: tuple[str, ...]
    pointers: tuple[tuple[str, Key], ...]


def senses(folder: Path) -> Iterator[tuple[Key, Sense]]:
    """Every sense, by part of speech and offset."""
    for pos, name in FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if not line.startswith("  "):
                cells = line.split(" | ")[0].split()
                count = int(cells[3], 16)
                words = tuple(re.sub(r"\(.*\)", "", word).lower() for word in cells[4 : 4 + 2 * count : 2])
                rest = cells[5 + 2 * count :]
                leads = zip(rest[0::4], rest[1::4], rest[2::4], strict=False)
                yield (
                    (pos, cells[0]),
                    Sense(words, tuple((kind, (to.replace("s", "a"), at)) for kind, at, to in leads)),
                )


def opposites(every: dict[Key, Sense]) -> set[tuple[str, str]]:
    """Pairs of stems, in both orders."""
    known = weights().keys()
    stems = {key: {stem(word) for word in sense.words if word.isalpha()} & known for key, sense in every.items()}
    pairs = ((key, to) for key, sense in every.items() for kind, to in sense.pointers if kind == ANTONYM)
    found = {(a, b) for key, to in pairs for a in stems[key] for b in stems[to] if a != b}
    return found | {(b, a) for a, b in found}


def main(folder: Path) -> None:
    """Writes the table: a stem and its opposites."""
    pairs = opposites(dict(senses(folder)))
    found: dict[str, list[str]] = {}
    for one, other in sorted(pairs):
        found.setdefault(one, []).append(other)
    rows = ({"stem": one, "opposites": "|".join(others)} for one, others in found.items())
    write("opposites", SOURCE, ("stem", "opposites"), rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
