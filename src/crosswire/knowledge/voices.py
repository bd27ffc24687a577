"""Nouns by whether what they name can speak: data/voices.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from crosswire.knowledge.lexicon import rows

ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ency", "ism", "ship")  # acts, states and qualities


def voice(lemma: str) -> str | None:
    """paper, evidence, text or thing; None for whatever may have a voice of its own."""
    known = voices().get(lemma)
    if known is None and lemma.endswith(ENDINGS):
        return "thing"
    return None if known == "body" else known


@cache
def voices() -> Mapping[str, str]:
    return MappingProxyType({row["lemma"]: row["kind"] for row in rows("voices")})
