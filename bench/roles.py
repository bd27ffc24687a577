"""Actors and recipients as words: any overlap with gold of the role counts; an `either` span is right as both.

What is done to each other is written in two ways, Peru meets Chile or Peru and Chile meet: found as one, a span marked
`either` is found as both.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import crosswire
from crosswire.records import Actor, Article, Cited

Spans = list[tuple[int, int]]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the sentences with a role missed go to stderr."""
    counts = {"actor": [0, 0, 0, 0], "recipient": [0, 0, 0, 0]}  # found right, found, gold covered, gold
    words = silent = records = 0
    missed: list[str] = []
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        events = crosswire.read(Article.of(record["text"])).events
        found = {
            "actor": spans(cited for e in events for cited in e.actors),
            "recipient": spans(cited for e in events for cited in e.recipients),
        }
        for role, seen in found.items():
            gold = [(start, stop) for start, stop in record[role]]
            either = [(start, stop) for start, stop in record["either"]]
            allowed = gold + either
            wanted = gold or ([] if record["actor"] or record["recipient"] else either)
            counts[role][0] += sum(any(overlap(s, g) for g in allowed) for s in seen)
            counts[role][1] += len(seen)
            given = seen if gold else found["actor"] + found["recipient"]
            counts[role][2] += sum(any(overlap(s, g) for s in given) for g in wanted)
            counts[role][3] += len(wanted)
            if wanted and not any(overlap(s, g) for s in given for g in wanted):
                missed.append(f"{record['id']}: {role} {[record['text'][a:b] for a, b in wanted]}")
        silent, records, words = silent + (not events), records + 1, words + len(record["text"].split())
    print(*missed[:errors], sep="\n", file=sys.stderr)
    return {
        **{f"{role}_f1": f1(*count) for role, count in counts.items()},
        "no_event": round(silent / records, 4) if records else 0.0,
        "records": records,
        "words": words,
    }


def spans(cited: Iterable[Cited[Actor]]) -> Spans:
    return sorted({(each.spans[0].start, each.spans[0].stop) for each in cited})


def overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def f1(right: int, found: int, covered: int, gold: int) -> float:
    """The harmonic mean of the share of found spans that are right and the share of gold spans that are found."""
    precision = right / found if found else 0.0
    recall = covered / gold if gold else 0.0
    return round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0
