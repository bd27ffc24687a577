"""What the police did, in documents labelled exhaustively: which acts a reading finds, by document.

Rules were written with the mistakes of every other document in view, the first among them: the halves are told apart.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import crosswire
from crosswire.records import Article, Event, Reading

KILLING = {"kill", "killed", "killing", "kills", "dead", "shot", "murdered", "massacre"}


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the documents missed of the read half go to stderr."""
    halves = {half: [0, 0, 0] for half in ("read", "unread")}
    counts = {label: [0, 0, 0] for label in LABELS}  # right, found, gold
    words = 0
    missed: list[str] = []
    for number, record in enumerate(map(json.loads, path.read_text(encoding="utf-8").splitlines())):
        half = "unread" if number % 2 else "read"
        article = Article.of(record["text"], published=date.fromisoformat(record["published"][:10]))
        reading = crosswire.read(article)
        words += len(record["text"].split())
        for label, is_act in LABELS.items():
            found = any(by_police(event) and is_act(reading, event) for event in reading.events)
            gold = label in record["labels"]
            for position, hit in enumerate((found and gold, found, gold)):
                counts[label][position] += hit
                halves[half][position] += hit and label == "ANY_ACTION"
            if gold and not found and half == "read":
                missed.append(f"{record['id']}: {label}")
    print(*missed[:errors], sep="\n", file=sys.stderr)
    every = counts["ANY_ACTION"]
    return {
        "document_recall": share(every[0], every[2]),
        "document_precision": share(every[0], every[1]),
        **{f"{label.lower()}_recall": share(count[0], count[2]) for label, count in counts.items()},
        **{f"{label.lower()}_precision": share(count[0], count[1]) for label, count in counts.items()},
        **{f"{half}_recall": share(count[0], count[2]) for half, count in halves.items()},
        **{f"{half}_precision": share(count[0], count[1]) for half, count in halves.items()},
        "words": words,
    }


def by_police(event: Event) -> bool:
    return any(actor.value.sector == "COP" for actor in event.actors)


def kills(reading: Reading, event: Event) -> bool:
    said = {reading.article.excerpt(span).lower() for span in event.type.spans}
    return event.type.value == "ASSAULT" and bool(said & KILLING)


def arrests(_: Reading, event: Event) -> bool:
    return event.type.value == "COERCE" and event.mode is not None and event.mode.value == "arrest"


def uses_force(_: Reading, event: Event) -> bool:
    return event.type.value == "ASSAULT"


LABELS: Mapping[str, Callable[[Reading, Event], bool]] = {
    "ANY_ACTION": lambda _reading, _event: True,
    "KILL": kills,
    "ARREST": arrests,
    "FORCE": uses_force,
}


def share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
