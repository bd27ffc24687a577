"""Place or power: whether a place's name stands for the place itself, against sentences labelled literal or metonymic.

The name is given, as the labels are about one name a sentence; what it stands for is decided as in a reading.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

from crosswire.language.parse import parse, prose
from crosswire.language.places import locate
from crosswire.model import look
from crosswire.records import Article, Span

TRAINED_ON = "relocar_train gwn_dev"  # the reader model's head


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the sentences judged wrongly go to stderr."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[str] = []
    words, seconds = 0, 0.0
    for number, record in enumerate(map(json.loads, path.read_text(encoding="utf-8").splitlines())):
        article = Article.of(record["text"])
        began = perf_counter()
        sight = look(article.text, prose(article))
        seconds += perf_counter() - began
        sentences = parse(article, sight)
        began = perf_counter()
        span = Span(article.id, record["start"], record["end"])
        (place,) = locate(article, sentences, [span], sight)
        seconds += perf_counter() - began
        words += len(article.text.split())
        found = "literal" if place.value.use == "place" else "metonymic"
        counts[record["label"], found] += 1
        if found != record["label"]:
            wrong.append(f"{number} {record['start']}-{record['end']}: {record['label']}, found {place.value.use}")
    print(*wrong[:errors], sep="\n", file=sys.stderr)
    total = counts.total()
    right = sum(count for (label, found), count in counts.items() if label == found)
    return {
        "accuracy": round(right / total, 4) if total else None,
        "literal_recall": recall(counts, "literal"),
        "metonymic_recall": recall(counts, "metonymic"),
        "trained_on": TRAINED_ON,
        "sentences": total,
        "station_words_per_s": round(words / seconds) if seconds else None,
    }


def recall(counts: Counter[tuple[str, str]], label: str) -> float | None:
    asked = sum(count for (of, _), count in counts.items() if of == label)
    return round(counts[label, label] / asked, 4) if asked else None
