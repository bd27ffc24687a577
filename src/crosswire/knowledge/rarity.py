"""How rare a word is in the news at large: a table that no stream of reports changes, so that order cannot matter."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log

from crosswire.knowledge.lexicon import rows

REPORTS = 2_960  # that the table was counted in
TELLING = 1.5  # least rarity of a word that means something by itself: "give" and "get" do not
RAREST = log((REPORTS + 1) / 2)  # of a word of no row: it is taken to stand in two of them


@cache
def rarity(stem: str) -> float:
    """The logarithm of how many reports there are for one that has the word: from 0, in all of them, to 7.3."""
    return weights().get(stem, RAREST)


@cache
def weights() -> Mapping[str, float]:
    return {row["stem"]: log((REPORTS + 1) / int(row["reports"])) for row in rows("rarity")}
