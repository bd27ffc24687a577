"""The type of an act whose actor and recipient are given; its quad class; conflict or cooperation."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import crosswire
from crosswire.knowledge.ontology import quad

TRAINED_ON = "plv_train"  # the reader model's heads
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}  # one type in the labels
QUADS = {"YIELD": 2, "none": 0}  # as the labels have it
COOPERATION = {1, 2}

# On the test part of the set: the first three and the last from Hu et al., ACL 2024, the others run by us.
ELSEWHERE = {
    "ConfliBERT, supervised": {"type_macro_f1": 0.867, "quad_macro_f1": 0.963, "binary_macro_f1": 0.984},
    "ZSP, zero-shot": {"type_macro_f1": 0.824, "quad_macro_f1": 0.896, "binary_macro_f1": 0.964},
    "GPT-4": {"type_macro_f1": 0.615, "quad_macro_f1": 0.767, "binary_macro_f1": 0.934},
    "TF-IDF and SVM": {"type_macro_f1": 0.703, "quad_macro_f1": 0.835, "binary_macro_f1": 0.89},
    "UniversalPetrarch": {"type_macro_f1": 0.501, "quad_macro_f1": 0.631, "binary_macro_f1": 0.771},
    "UniversalPetrarch, as published": {"type_macro_f1": 0.463, "quad_macro_f1": 0.518, "binary_macro_f1": 0.808},
}

Pairs = list[tuple[str, str]]


def run(path: Path, errors: int) -> dict[str, object]:
    """The figures for one file; the commonest `errors` confusions go to stderr."""
    told: Pairs = []
    words = 0
    for record in records(path):
        told.append((record["type"], found(record)))
        words += len(record["text"].split())
    wrong = Counter(f"{gold}, found {seen}" for gold, seen in told if gold != seen)
    print(*(f"{number} {each}" for each, number in wrong.most_common(errors)), sep="\n", file=sys.stderr)
    quads = [(str(quad_of(gold)), str(quad_of(seen))) for gold, seen in told]
    return {
        "type_macro_f1": macro_f1(told),
        "quad_macro_f1": macro_f1(quads),
        "binary_macro_f1": macro_f1([(side(gold), side(seen)) for gold, seen in told]),
        "accuracy": round(sum(gold == seen for gold, seen in told) / len(told), 4) if told else 0.0,
        "trained_on": TRAINED_ON,
        "records": len(told),
        "words": words,
    }


def records(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def found(record: dict[str, Any]) -> str:
    """The type of what crosswire sees the actor do to the recipient."""
    type = crosswire.act(record["text"], *([tuple(span) for span in record[role]] for role in ("actor", "recipient")))
    return YIELD.get(type, type) if type else "none"


def quad_of(type: str) -> int:
    return QUADS[type] if type in QUADS else quad(type)


def side(type: str) -> str:
    return "cooperation" if quad_of(type) in COOPERATION else "conflict"


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """The mean over the labels of the F1 of each."""
    pairs = list(pairs)
    gold, seen = Counter(right for right, _ in pairs), Counter(found for _, found in pairs)
    right = Counter(one for one, other in pairs if one == other)
    return round(sum(2 * right[each] / (gold[each] + seen[each]) for each in gold) / len(gold), 4) if gold else 0.0
