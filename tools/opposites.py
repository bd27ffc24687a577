"""Makes data/opposites.tsv: `python -m tools.opposites DICT`, the folder of WordNet's data files.

Two words are opposites where WordNet holds a sense of one to be the antonym of a sense of the other; the words of one
sense share their opposites. Of these only words that stand in rarity.tsv are kept; tools/by_hand/contrasts.tsv adds
what the news sets against one another, "keep" and "delete".
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations, product
from pathlib import Path
from typing import NamedTuple

from crosswire.knowledge.rarity import weights
from crosswire.words import stem
from tools.tables import by_hand, write

FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
ANTONYM = "!"
SOURCE = (
    "made by tools.opposites from WordNet 3.1 (WordNet licence, Princeton University) and tools/by_hand/contrasts.tsv"
)

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


def contrasts(rows: Iterable[Mapping[str, str]]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Pairs of stems, in both orders, on two sides of a contrast written by hand, and on one side."""
    found, same = set(), set()
    for row in rows:
        sides = [{stem(word) for word in row[side].split("|")} for side in ("one", "other")]
        found |= {*product(*sides), *product(*sides[::-1])}
        same |= {pair for side in sides for pair in permutations(side, 2)}
    return found, same


def main(folder: Path) -> None:
    """Writes the table: a stem, its opposites, and the stems that have these in common with it."""
    found, same = contrasts(by_hand("contrasts"))
    found |= opposites(dict(senses(folder)))
    columns = {"opposites": found - same, "alike": same - found}
    by_stem: dict[str, dict[str, list[str]]] = {}
    for column, pairs in columns.items():
        for one, other in sorted(pairs):
            by_stem.setdefault(one, {}).setdefault(column, []).append(other)
    rows = ({"stem": one, **{name: "|".join(those) for name, those in cells.items()}} for one, cells in by_stem.items())
    write("opposites", SOURCE, ("stem", *columns), rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
