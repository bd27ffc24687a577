"""What changed on the way: passages of the attribution data retold with one change of a kind, or none that matters.

A change is found where `compare` claims a difference of its kind that touches the changed words; a claim of any kind
where nothing that matters was changed is a false alarm. No text of the data is kept: the pairs are made anew each run.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import crosswire
from bench.altered import CHANGED, Alter, Passage, Retelling
from bench.attribution import show
from bench.harmless import HARMLESS
from crosswire.records import Article, Drift, Reading, Span

EACH = 60  # changes of a kind, at most
MANY = 150  # harmless retellings of a kind, at most
SHORTEST = 8  # words
CLAIMS = {
    ("contradiction", "amount"): "number",
    ("contradiction", "place"): "place",
    ("contradiction", "time"): "date",
    ("contradiction", "status"): "negation",
    ("contradiction", "actors"): "speaker",
    ("speaker changed", "speaker"): "speaker",
    ("cue changed", "cue"): "cue",
    ("quote trimmed", "words"): "quote",
    ("quote altered", "words"): "quote",
    ("quote to paraphrase", "words"): "quote",
    ("attribution dropped", "source"): "source",
    ("hedge dropped", "status"): "hedge",
    ("hedge dropped", "amount"): "hedge",
}
NO_CLAIM = {"only in", "same quote"}

Counts = Counter[tuple[str, str]]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the commonest mistakes go to stderr."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    passages = [(at, day(record), each) for at, record in enumerate(records) for each in marked(record)]
    counts: Counts = Counter()
    mistakes: dict[str, list[str]] = {}
    alarms: Counter[bool] = Counter()
    for kind, (at, published, passage, retelling) in (
        *((kind, each) for kind, alter in CHANGED.items() for each in made(passages, alter, EACH)),
        *((kind, each) for kind, alter in HARMLESS.items() for each in made(passages, alter, MANY)),
    ):
        one, other = read(passage.text, published), crosswire.read(Article.of(retelling.text, published=published))
        claims = [d for d in crosswire.compare([one, other]).drifts if d.kind not in NO_CLAIM]
        found = {CLAIMS.get((d.kind, d.field or ""), d.kind) for d in claims}
        touched = {CLAIMS.get((d.kind, d.field or "")) for d in claims if touches(d, one, other, retelling)}
        right = {kind} & touched
        if kind in CHANGED:
            counts[kind, "asked"] += 1
            counts[kind, "right"] += bool(right)
        else:
            alarms[bool(found)] += 1
        for claim in found:
            counts[claim, "told"] += 1
        wrong = found - right
        if at % 2 == 0 and (wrong or (kind in CHANGED and not right)):
            label = f"{kind}: {', '.join(sorted(wrong)) or 'missed'}"
            mistakes.setdefault(label, []).append(described(passage, retelling, claims))
    show(mistakes, errors)
    return {
        **{f"{kind}_f1": f1(counts, kind) for kind in CHANGED},
        "false_alarms": round(alarms[True] / max(1, alarms.total()), 4),
        "changes": sum(counts[kind, "asked"] for kind in CHANGED),
        "harmless": alarms.total(),
        **{f"{kind}_changes": counts[kind, "asked"] for kind in CHANGED},
    }


def marked(record: Mapping[str, Any]) -> Iterator[Passage]:
    """The paragraphs that hold the whole of a statement told in one piece, once each."""
    text = record["text"]
    seen: set[int] = set()
    for said in record["attributions"]:
        if not all(len(said[part]) == 1 for part in ("source", "cue", "content")):
            continue
        parts = [said[part][0] for part in ("source", "cue", "content")]
        start = text.rfind("\n", 0, min(p[0] for p in parts)) + 1
        stop = text.find("\n", start) if "\n" in text[start:] else len(text)
        if start not in seen and max(p[1] for p in parts) <= stop and len(text[start:stop].split()) >= SHORTEST:
            seen.add(start)
            source, cue, content = ((a - start, b - start) for a, b in parts)
            yield Passage(text[start:stop], source, cue, content)


def made(
    passages: list[tuple[int, date, Passage]], alter: Alter, most: int
) -> Iterator[tuple[int, date, Passage, Retelling]]:
    """The retellings that a way makes of the passages it fits, spread over all of them."""
    fitting = [(at, day, p, done) for turn, (at, day, p) in enumerate(passages) if (done := alter(p, turn))]
    step = max(1, len(fitting) // most)
    yield from fitting[::step][:most]


@cache
def read(text: str, published: date) -> Reading:
    return crosswire.read(Article.of(text, published=published))


def touches(drift: Drift, one: Reading, other: Reading, retelling: Retelling) -> bool:
    """Whether a claim rests on words that were changed, on the side where they stand."""
    sides = ((one.article.id, retelling.before), (other.article.id, retelling.after))
    return any(near(span, article, part) for article, part in sides for span in (drift.before, drift.after) if span)


def near(span: Span, article: str, part: tuple[int, int]) -> bool:
    return span.article == article and span.start <= part[1] and part[0] <= span.stop


def described(passage: Passage, retelling: Retelling, claims: list[Drift]) -> str:
    start, stop = retelling.before
    told = retelling.text[slice(*retelling.after)]
    around = passage.text[max(0, start - 60) : stop + 60].replace("\n", " ")
    return f"{around!r}: {passage.text[start:stop]!r} -> {told!r} {[(d.kind, d.field, d.detail) for d in claims]}"


def f1(counts: Counts, kind: str) -> float:
    total = counts[kind, "asked"] + counts[kind, "told"]
    return round(2 * counts[kind, "right"] / total, 4) if total else 0.0


def day(record: Mapping[str, Any]) -> date:
    return date.fromisoformat(record["published"][:10])
