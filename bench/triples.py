"""Who did what to whom, by country: (actor country, recipient country, type) against PLOVER's gold records."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import crosswire
from crosswire.records import Article

COARSE = {"UNO": "IGO", "EUR": "IGO"}  # the gold records know one code for all bodies of states

ELSEWHERE = {"UniversalPetrarch, all records": {"f1": 0.196}}

Triple = tuple[str | None, str | None, str]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the sentences that were read wrong go to stderr."""
    counts = {name: [0, 0, 0] for name in ("triple", "type", "actor_country", "recipient_country")}
    silent = words = records = 0
    wrong: list[str] = []
    for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        events = crosswire.read(Article.of(record["text"], published=None)).events
        gold = triples(codes(record["actor"]), codes(record["recipient"]), record["type"])
        found = {t for e in events for t in triples(countries(e.actors), countries(e.recipients), e.type.value)}
        for name, place in (("triple", slice(0, 3)), ("type", slice(2, 3)), ("actor_country", slice(0, 1))):
            tally(counts[name], {t[place] for t in gold}, {t[place] for t in found})
        tally(counts["recipient_country"], {t[1] for t in gold if t[1]}, {t[1] for t in found if t[1]})
        silent, records, words = silent + (not events), records + 1, words + len(record["text"].split())
        if gold != found:
            wrong.append(f"{record['id']}: gold {show(gold)}, found {show(found)}")
    print(*wrong[:errors], sep="\n", file=sys.stderr)
    right, found_count, gold_count = counts["triple"]
    return {
        "precision": share(right, found_count),
        "recall": share(right, gold_count),
        **{("f1" if name == "triple" else f"{name}_f1"): f1(*counts[name]) for name in counts},
        "no_event": share(silent, records),
        "records": records,
        "words": words,
    }


def triples(actors: tuple[str | None, ...], recipients: tuple[str | None, ...], kind: str) -> set[Triple]:
    """Every pair of sides; those who act together without a recipient are each other's."""
    if recipients:
        return {(a, r, kind) for a in actors or (None,) for r in recipients}
    pairs: set[Triple] = {(a, b, kind) for a in actors for b in actors if a != b}
    return pairs or {(a, None, kind) for a in actors}


def codes(entities: Iterable[dict[str, str | None]]) -> tuple[str | None, ...]:
    return tuple(Counter(COARSE.get(str(e["country"]), e["country"]) for e in entities))


def countries(cited: Iterable[object]) -> tuple[str | None, ...]:
    return tuple(Counter(COARSE.get(str(c.value.country), c.value.country) for c in cited))  # type: ignore[attr-defined]


def tally(count: list[int], gold: set[object], found: set[object]) -> None:
    for position, number in enumerate((len(gold & found), len(found), len(gold))):
        count[position] += number


def show(found: Iterable[Triple]) -> str:
    return "; ".join(sorted(f"{a or '-'} {kind} {r or '-'}" for a, r, kind in found)) or "nothing"


def share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def f1(right: int, found: int, gold: int) -> float:
    return round(2 * right / (found + gold), 4) if found + gold else 0.0
