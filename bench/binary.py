"""Conflict or cooperation, between an actor and a recipient that are given."""

from __future__ import annotations

import sys
from pathlib import Path

from bench.events import TRAINED_ON, found, macro_f1, records, side


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the texts judged wrongly go to stderr."""
    told = [(record["binary"], side(found(record))) for record in records(path)]
    wrong = [f"{number}: {gold}, found {seen}" for number, (gold, seen) in enumerate(told) if gold != seen]
    print(*wrong[:errors], sep="\n", file=sys.stderr)
    return {"macro_f1": macro_f1(told), "trained_on": TRAINED_ON, "records": len(told)}
