"""Did a retelling change a fact of its report: pairs with and without a change, told apart by what `compare` claims.

A pair counts as changed where `compare` finds a difference between the two; what is merely left out is none. Records
at even places may be read, those at odd places are scored apart and kept unread.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import crosswire
from bench.attribution import ratio, show
from crosswire.records import Article, Drift, Reading

NO_CHANGE = {"only in", "same quote", "attribution dropped", "hedge dropped", "quote trimmed", "quote to paraphrase"}

Counts = Counter[tuple[str, bool]]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the commonest mistakes go to stderr."""
    counts: Counts = Counter()
    mistakes: dict[str, list[str]] = {}
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for place, record in enumerate(records):
        found = changes(record)
        right = bool(found) == record["changed"]
        half = "unread" if place % 2 else "read"
        for name in (f"{half} {record['changed']}", str(record["changed"]), *record["edit_types"]):
            counts[name, right] += 1
        if half == "read" and not right:
            kinds = " ".join(record["edit_types"]) or "no change"
            mistakes.setdefault(kinds, []).append(f"{record['id']} {[(d.kind, d.detail) for d in found]}")
    show(mistakes, errors)
    kinds = sorted({kind for record in records for kind in record["edit_types"]})
    return {
        "balanced_accuracy": balanced(counts, "True", "False"),
        **{
            f"{half}_balanced_accuracy": balanced(counts, f"{half} True", f"{half} False")
            for half in ("read", "unread")
        },
        "unchanged_right": share(counts, "False"),
        **{f"{kind}_found": share(counts, kind) for kind in kinds},
        "pairs": len(records),
    }


def changes(record: dict[str, Any]) -> list[Drift]:
    """What is claimed to differ between a report and its retelling."""
    retelling = crosswire.read(Article.of(record["retelling"]))
    return [
        d
        for d in crosswire.compare([report(record["report"]), retelling]).drifts
        if d.kind not in NO_CHANGE and any(s and s.article == retelling.article.id for s in (d.before, d.after))
    ]


@cache
def report(text: str) -> Reading:
    """A report's reading; many retellings share one report."""
    return crosswire.read(Article.of(text))


def balanced(counts: Counts, *names: str) -> float | None:
    """The mean of the shares right of each class; None where one has no record."""
    shares = [share(counts, name) for name in names]
    return None if None in shares else round(sum(each or 0.0 for each in shares) / len(shares), 4)


def share(counts: Counts, name: str) -> float | None:
    return ratio(counts[name, True], counts[name, True] + counts[name, False])
