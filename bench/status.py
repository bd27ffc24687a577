"""Did it happen: what `crosswire.status` says of words, against people's values from -3 to 3, or marked statuses.

A record with "value" is scored by its number; one with "status" by its class and the words that decide it. Lines of
marked statuses with an odd number are left unread while rules are written.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import correlation, fmean, median
from typing import Any

import crosswire
from crosswire import Happened
from crosswire.claims.verdicts import verdict
from crosswire.language.parse import parse
from crosswire.reading import all_prose, told_at

BANDS = ("not", "open", "happened")
EDGE = 0.5  # between the bands
STATUSES = ("happened", "ongoing", "planned", "threatened", "demanded", "denied", "hypothetical", "reported")

Piece = Sequence[int]
Record = Mapping[str, Any]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; `errors` of the mistakes in the lines that may be read go to stderr."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [crosswire.status(record["text"], record["start"], record["end"]) for record in records]
    figures = of_values(records, found, errors) if "value" in records[0] else of_statuses(records, found, errors)
    words = sum(len(text.split()) for text in dict.fromkeys(record["text"] for record in records))
    return {**figures, "records": len(records), "words": words}


def of_values(records: Sequence[Record], found: Sequence[Happened], errors: int) -> dict[str, object]:
    """The figures for values, those of a constant and of the rules without the reader model beside them."""
    gold, values = [record["value"] for record in records], [each.value for each in found]
    rules = numbers(gold, [by_rules(record) for record in records])
    wrong = sorted(zip(gold, values, records, found, strict=True), key=lambda each: -abs(each[0] - each[1]))
    for value, answer, record, each in wrong[:errors]:
        print(f"{record['id']}: {value}, found {answer} by {each.rule}", file=sys.stderr)
    each_f1 = f1s(bands(gold), bands(values), BANDS)
    return {
        **numbers(gold, values),
        **{f"{band}_f1": round(figure, 4) for band, figure in zip(BANDS, each_f1, strict=True)},
        "constant_mae": mae(gold, [median(gold)] * len(gold)),
        **{f"rules_{name}": figure for name, figure in rules.items()},
    }


def by_rules(record: Record) -> float:
    sentence, told = told_at(parse(all_prose(record["text"])), record["start"], record["end"])
    return verdict(sentence, told).value


def numbers(gold: Sequence[float], values: Sequence[float]) -> dict[str, float]:
    return {
        "mae": mae(gold, values),
        "pearson_r": round(correlation(gold, values), 4) if len(set(values)) > 1 else 0.0,
        "macro_f1": round(fmean(f1s(bands(gold), bands(values), BANDS)), 4),
    }


def mae(gold: Sequence[float], values: Sequence[float]) -> float:
    return round(fmean(abs(a - b) for a, b in zip(gold, values, strict=True)), 4)


def bands(values: Sequence[float]) -> list[str]:
    return [BANDS[(value >= -EDGE) + (value > EDGE)] for value in values]


def of_statuses(records: Sequence[Record], found: Sequence[Happened], errors: int) -> dict[str, object]:
    """The figures for statuses and deciding words, and the status figure of the unread half by itself."""
    gold, answers = [record["status"] for record in records], [each.status for each in found]
    wrong = [
        f"{record['id']}: {record['status']}, found {each.status} by {each.rule}"
        for record, each in zip(records[::2], found[::2], strict=True)
        if record["status"] != each.status
    ]
    print(*wrong[:errors], sep="\n", file=sys.stderr)
    return {
        "macro_f1": round(fmean(f1s(gold, answers, STATUSES)), 4),
        "accuracy": round(fmean(a == b for a, b in zip(gold, answers, strict=True)), 4),
        "read_macro_f1": round(fmean(f1s(gold[::2], answers[::2], STATUSES)), 4),
        "unread_macro_f1": round(fmean(f1s(gold[1::2], answers[1::2], STATUSES)), 4),
        "words_f1": words_f1(records, found),
        "unread_words_f1": words_f1(records[1::2], found[1::2]),
    }


def words_f1(records: Sequence[Record], found: Sequence[Happened]) -> float:
    """How many of the deciding words are found, and how many of those found decide; an overlap counts."""
    found_gold = found_found = golds = founds = 0
    for record, each in zip(records, found, strict=True):
        gold, words = record["words"], [(span.start, span.stop) for span in each.words]
        found_gold += sum(touches(piece, words) for piece in gold)
        found_found += sum(touches(piece, gold) for piece in words)
        golds, founds = golds + len(gold), founds + len(words)
    recall, precision = found_gold / max(golds, 1), found_found / max(founds, 1)
    return round(2 * recall * precision / (recall + precision), 4) if recall + precision else 0.0


def touches(piece: Piece, others: Sequence[Piece]) -> bool:
    return any(piece[0] < other[1] and other[0] < piece[1] for other in others)


def f1s(gold: Sequence[str], answers: Sequence[str], labels: Sequence[str]) -> list[float]:
    right = Counter(a for a, b in zip(gold, answers, strict=True) if a == b)
    asked = Counter(gold) + Counter(answers)
    return [2 * right[label] / asked[label] if asked[label] else 0.0 for label in labels]
