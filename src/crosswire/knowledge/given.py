"""Given names that only men or only women usually bear."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from crosswire.knowledge.lexicon import rows


@cache
def given_names() -> Mapping[str, str]:
    """Whether a given name is a man's or a woman's."""
    return {row["name"]: row["gender"] for row in rows("given_names")}
