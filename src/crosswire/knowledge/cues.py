"""Words that introduce what somebody says, thinks or claims, and how strongly they do: data/cues.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from crosswire.knowledge.lexicon import rows


class Cue(msgspec.Struct, frozen=True):
    """A speaking or thinking word, a verb, noun, adjective or adverb; `frames` says how its content hangs on it.

    Frames: clause (says that ..), quote (laughs, “..”), object (praises ..), as (views .. as), name (calls .. ..),
    infinitive (vows to ..), from (hears from .. that ..), urge (urges .. to), tell (its object listens), at (puts .. at
    a number), utter (expresses hope).
    `topics` are prepositions: warns of, calls for.
    """

    lemma: str
    part: str
    strength: str
    frames: frozenset[str]
    topics: frozenset[str]


def strength(lemma: str) -> str | None:
    """How strongly a cue commits its speaker: "warning" -> warned, "not say" -> denied; None for no cue."""
    if lemma.startswith("not "):
        return "denied" if strength(lemma.removeprefix("not ")) else None
    found = (cues().get((lemma, part)) for part in ("verb", "noun", "adjective", "adverb"))
    return next((cue.strength for cue in found if cue), None)


@cache
def cues() -> Mapping[tuple[str, str], Cue]:
    """Every cue by its lemma and part of speech."""
    return MappingProxyType({(row["lemma"], row["part"]): cue_of(row) for row in rows("cues")})


def cue_of(row: Mapping[str, str]) -> Cue:
    frames = row["frames"].split()
    return Cue(
        lemma=row["lemma"],
        part=row["part"],
        strength=row["strength"],
        frames=frozenset(f for f in frames if not f.startswith("+")),
        topics=frozenset(f[1:] for f in frames if f.startswith("+")),
    )
