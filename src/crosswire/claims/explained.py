"""The rules that code acts in plain words: those their own descriptions say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from crosswire.claims import objections, status, triggers, verdicts
from crosswire.claims.circumstances import is_sport

PLAIN = {  # rules that no function is named after
    "told_as_done": "Nothing in the words says that it did not happen, so it is taken as told.",
    "reader_model": "No word decides, and the reader model is sure.",
    "claimed": "Somebody claims to have done it.",
    "likely": "Against the rules the reader model holds it, or these sides of it, for likely.",
    "unlikely": "The reader model does not hold this act of these sides for likely.",
    "part_of_another": "It is only what another act of the sentence is about or for.",
}


@cache
def explanations() -> Mapping[str, str]:
    """Every rule of an act, its status, or its being dropped, with what it looks for."""
    rules: tuple[Callable[..., object], ...] = (
        *triggers.RULES,
        *verdicts.RULES,
        *objections.RULES,
        status.dated_ahead,
        is_sport,
    )
    return {**{rule.__name__: " ".join((rule.__doc__ or "").split()) for rule in rules}, **PLAIN}


def explained(rule: str) -> tuple[tuple[str, str], ...]:
    """The parts of an Event's `rule` or a Dropped's `reason`, each with its words; an unknown part has none."""
    parts = (part.partition(":")[0] for part in rule.split("+"))
    return tuple((part, explanations().get(part, "")) for part in parts)
